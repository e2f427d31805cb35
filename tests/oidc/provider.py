"""A foreign token issuer as a process."""

import base64
import hashlib
import json
import secrets
import signal
import subprocess
import urllib.parse

import requests


class Provider:
    """The process of provider.mjs and what it told about itself."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            ["node", folder / "provider.mjs"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.about = self._line()
        self.iss = self.about["issuer"]
        self.client_id = self.about["client"]["id"]

    def _line(self):
        """What it tells next; the library has a word to say on stdout too."""
        for line in self.process.stdout:
            if line.startswith("{"):
                return json.loads(line)
        raise AssertionError(self.process.stderr.read())

    def token(self, alg, scope="trinn:read", resource="urn:trinn:"):
        """What the client gets for itself."""
        return self._ask(
            grant_type="client_credentials", resource=f"{resource}{alg}", scope=scope
        )

    def token_of(self, person, alg="ES256"):
        """What the client gets when somebody logs in: code flow with PKCE."""
        verifier = secrets.token_urlsafe(48)
        digest = hashlib.sha256(verifier.encode("ascii")).digest()
        query = {
            "client_id": self.client_id,
            "response_type": "code",
            "redirect_uri": self.about["client"]["redirect"],
            "scope": "openid trinn:read",
            "resource": f"urn:trinn:{alg}",
            "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"),
            "code_challenge_method": "S256",
        }
        return self._ask(
            grant_type="authorization_code",
            code=self._log_in(person, f"{self.about['login']}?{urllib.parse.urlencode(query)}"),
            redirect_uri=query["redirect_uri"],
            resource=query["resource"],
            code_verifier=verifier,
        )

    def _log_in(self, person, address):
        """Fills in the two forms, of who one is and of consent; the code at the end of the way."""
        forms = iter(
            [{"prompt": "login", "login": person, "password": "any"}, {"prompt": "consent"}]
        )
        with requests.Session() as browser:
            while not address.startswith(self.about["client"]["redirect"]):
                form = next(forms) if "/interaction/" in address else None
                send = browser.get if form is None else browser.post
                reply = send(address, data=form, allow_redirects=False, timeout=10)
                assert reply.status_code == 303, reply.text
                address = urllib.parse.urljoin(address, reply.headers["Location"])
        return urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["code"][0]

    def _ask(self, **form):
        client = self.about["client"]
        reply = requests.post(
            self.about["token"], data=form, auth=(client["id"], client["secret"]), timeout=10
        )
        assert reply.status_code == 200, reply.text
        return reply.json()["access_token"]

    def jwks(self):
        return requests.get(self.about["jwks"], timeout=10).text

    def rotate(self):
        """Signs with new keys, whose kids are returned; publishes those before them too."""
        self.process.send_signal(signal.SIGHUP)
        return self._line()["rotated"]

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=10)
