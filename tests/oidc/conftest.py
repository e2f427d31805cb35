"""Starts a foreign token issuer, and lib/auth with the sanitizers to judge what it signs."""

import json
import pathlib
import signal
import subprocess

import pytest
import requests

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
OUT = "build/asan"
PARTS = [
    f"{OUT}/tests/oidc/accept.o",
    *(f"{OUT}/lib/{name}.a" for name in ("auth", "json", "base")),
]
LIBRARIES = ["-ljwt", "-lcrypto", "-ljansson", "-lpcre2-8", "-lm"]


class Provider:
    """The process of provider.mjs and what it told about itself."""

    def __init__(self, folder):
        command = ["node", folder / "provider.mjs"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.about = self._line()

    def _line(self):
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        return json.loads(line)

    def token(self, alg):
        client = self.about["client"]
        form = {"grant_type": "client_credentials", "resource": f"urn:trinn:{alg}", "scope": "tilskudd:sak"}
        reply = requests.post(
            self.about["token"], data=form, auth=(client["id"], client["secret"]), timeout=10
        )
        assert reply.status_code == 200, reply.text
        return reply.json()["access_token"]

    def jwks(self):
        return requests.get(self.about["jwks"], timeout=10).text

    def rotate(self):
        self.process.send_signal(signal.SIGHUP)
        return self._line()["rotated"]

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=10)


class Judge:
    """The process of accept.c."""

    def __init__(self, program, issuer, audience):
        self.process = subprocess.Popen(
            [program, issuer, audience],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def _send(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def trust(self, jwks):
        self._send(f"keys {jwks}")

    def verdict(self, token):
        self._send(f"token {token}")
        return self.process.stdout.readline().strip()

    def stop(self):
        """Fails if a key was unusable or a sanitizer complained."""
        _, complaints = self.process.communicate(timeout=10)
        assert (self.process.returncode, complaints) == (0, "")


@pytest.fixture(scope="session")
def program():
    subprocess.run(["make", "-s", "FLAVOUR=asan", *PARTS], cwd=ROOT, check=True)
    path = ROOT / OUT / "tests/oidc/accept"
    link = ["gcc", "-fsanitize=address,undefined", "-o", path, *PARTS, *LIBRARIES]
    subprocess.run(link, cwd=ROOT, check=True)
    return path


@pytest.fixture(scope="session")
def installed():
    """Where provider.mjs and its packages are."""
    command = [ROOT / "deploy/npm-install", HERE]
    return pathlib.Path(subprocess.check_output(command, text=True).strip())


@pytest.fixture
def provider(installed):
    one = Provider(installed)
    yield one
    one.stop()


@pytest.fixture
def judge(program, provider):
    one = Judge(program, provider.about["issuer"], provider.about["audience"])
    yield one
    one.stop()
