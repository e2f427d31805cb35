"""HTTP as one person in one role speaks it, and what comes back."""

import functools
import json
import pathlib
import threading
import uuid

import requests

from support import ROOT

TIMEOUT_S = 30
KEPT_BYTES = 65536


class Recorder:
    """Writes every exchange of a ring to a file, for the contract ring to judge."""

    def __init__(self, ring, flavour):
        self.lock = threading.Lock()
        path = self.folder(flavour) / f"{ring}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = open(path, "w", encoding="utf-8")

    @staticmethod
    def folder(flavour):
        return pathlib.Path(ROOT, "build", flavour, "exchanges")

    def record(self, response):
        request = response.request
        body = response.content.decode("utf-8", errors="replace")
        line = {
            "method": request.method,
            "target": request.path_url,
            "status": response.status_code,
            "headers": dict(response.headers),
            "body": body if len(body) <= KEPT_BYTES else None,
        }
        with self.lock:
            self.file.write(json.dumps(line) + "\n")

    def close(self):
        self.file.close()


class Thing(dict):
    """What the service told of something: its document, where it is, which version."""

    def __init__(self, document, path, etag):
        super().__init__(document)
        self.path = path
        self.etag = etag

    def __truediv__(self, below):
        return f"{self.path}/{below}"


class Reply:
    """An answer."""

    def __init__(self, response):
        self.status = response.status_code
        self.headers = response.headers
        self.content = response.content
        self.text = response.content.decode("utf-8", errors="replace")
        self.asked = f"{response.request.method} {response.request.path_url}"

    def __repr__(self):
        return f"{self.asked} -> {self.status} {self.text[:1500]}"

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def etag(self):
        return self.headers.get("ETag")

    @property
    def location(self):
        return self.headers.get("Location")

    @property
    def replayed(self):
        return self.headers.get("Idempotency-Replayed") == "true"

    @property
    def code(self):
        """Of the problem; None if it is none."""
        return self.json["code"] if self.status >= 400 else None

    @property
    def faults(self):
        """What the problem objects to: code and pointer, sorted."""
        return sorted((f["code"], f.get("pointer", "")) for f in self.json["errors"])

    def expect(self, *statuses):
        assert self.status in statuses, self
        return self

    def refused(self, code, status=None):
        """A problem of this code, told as RFC 9457 wants it."""
        assert self.status >= 400 and self.code == code, self
        assert status in (None, self.status), self
        assert self.headers["Content-Type"] == "application/problem+json", self
        assert self.json["status"] == self.status, self
        return self

    def thing(self, path):
        return Thing(self.json, self.location or path, self.etag)


class Client:
    """One person, in one role if `act_as` says so. Not to be shared by threads: see another()."""

    def __init__(self, url, token=None, act_as=None, recorder=None, name=""):
        self.url = url
        self.token = token
        self.act_as = act_as
        self.recorder = recorder
        self.name = name
        self.session = requests.Session()
        self.session.headers.update(self._own_headers())

    def __repr__(self):
        return f"<{self.name or 'nobody'}>"

    def another(self, **changes):
        """The same person on a connection of their own."""
        same = {"url": self.url, "token": self.token, "act_as": self.act_as}
        return Client(**same | {"recorder": self.recorder, "name": self.name} | changes)

    def _own_headers(self):
        headers = {"Accept-Encoding": "identity"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.act_as:
            headers["Act-As"] = self.act_as
        return headers

    @functools.cached_property
    def person(self):
        """Their id."""
        return self.get("/v1/me").expect(200).json["person"]["id"]

    # ---- requests as such

    def send(self, method, path, body=None, headers=None, data=None, timeout_s=TIMEOUT_S, **query):
        """`body` is sent as JSON, `data` as it is."""
        headers = dict(headers or {})
        if body is not None:
            data = json.dumps(body).encode("utf-8")
            headers.setdefault("Content-Type", "application/json")
        response = self.session.request(
            method,
            self.url + path,
            params=query or None,
            data=data,
            headers=headers,
            timeout=timeout_s,
            allow_redirects=False,
        )
        if self.recorder:
            self.recorder.record(response)
        return Reply(response)

    def get(self, path, headers=None, **query):
        return self.send("GET", path, headers=headers, **query)

    def post(self, path, body=None, key=None, if_match=None, headers=None, **query):
        """With a fresh Idempotency-Key unless one is given; "" sends none."""
        headers = dict(headers or {})
        if key != "":
            headers["Idempotency-Key"] = f'"{key or uuid.uuid4()}"'
        if if_match is not None:
            headers["If-Match"] = if_match
        return self.send("POST", path, body, headers, **query)

    def put(self, path, body, if_match=None, headers=None):
        headers = dict(headers or {}) | ({"If-Match": if_match} if if_match is not None else {})
        return self.send("PUT", path, body, headers)

    # ---- what a person wants

    def read(self, path):
        return self.get(path).expect(200).thing(path)

    def make(self, path, body):
        return self.post(path, body).expect(201, 202).thing(path)

    def attempt(self, thing, action, body=None, **options):
        """A command on a thing as it was last read, whatever comes of it."""
        return self.post(thing / action, body, **{"if_match": thing.etag} | options)

    def do(self, thing, action, body=None):
        """A command that succeeds; the thing after it."""
        return self.attempt(thing, action, body).expect(200).thing(thing.path)

    def save(self, thing, part, body):
        return self.put(thing / part, body, thing.etag).expect(200).thing(thing.path)

    def pages(self, path, **query):
        """All items of a list, page by page."""
        while True:
            page = self.get(path, **query).expect(200).json
            yield page["items"]
            if page["nextCursor"] is None:
                return
            query["cursor"] = page["nextCursor"]

    def items(self, path, **query):
        return [item for page in self.pages(path, **query) for item in page]

    def permitted(self, thing):
        """Action names with what the service says of each."""
        actions = self.get(thing / "permitted-actions").expect(200).json["actions"]
        return {action["action"]: action for action in actions}
