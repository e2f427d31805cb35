"""Writers who do not give up: each repeats a write with its key until told what came of it."""

import contextlib
import itertools
import time

import requests
from support.crowd import Crowd

SERIAL = itertools.count(1)
TRY_AGAIN = ("write-uncertain", "unavailable", "idempotency-in-flight", "contended")
PAUSE_S = 0.05
PATIENCE_S = 40


class Write:
    """One track to be begun, told by its title from all others."""

    def __init__(self, programme_id):
        self.name = f"skriving-{next(SERIAL)}"
        self.body = {"programmeId": programme_id, "title": self.name}
        self.id = None  # once acknowledged
        self.tries = 0
        self.begun = self.done = None

    def send(self, client):
        """The answer; None if the connection broke."""
        self.tries += 1
        with contextlib.suppress(requests.ConnectionError, requests.Timeout):
            return client.post("/v1/tracks", self.body, key=self.name)
        return None

    def repeat(self, client):
        """Once the server has noticed that it lost its client, which may take it a moment."""
        while (reply := self.send(client)).code == "idempotency-in-flight":
            assert reply.headers["Retry-After"]
            time.sleep(PAUSE_S)
        return reply

    def finish(self, client):
        """Until it is answered for good."""
        self.begun = time.monotonic()
        while self.id is None:
            assert time.monotonic() - self.begun < PATIENCE_S, f"{self.name} has no answer"
            reply = self.send(client)
            if reply is not None and reply.status == 201:
                self.id = int(reply.json["id"])
                self.done = time.monotonic()
            else:
                assert reply is None or reply.code in TRY_AGAIN, reply
                time.sleep(PAUSE_S)


class Writers(Crowd):
    """Every write that they begin is finished."""

    def __init__(self, world, number=4):
        super().__init__(number)
        self.programme_id = world.county.programme_id
        self.client = world.hub.signatory
        self.writes = []

    def work(self, _number):
        client = self.client.another(recorder=None)
        while not self.stopping.is_set():
            write = Write(self.programme_id)
            self.writes.append(write)
            write.finish(client)

    def acknowledged(self):
        return [write for write in self.writes if write.id is not None]

    def healed_after_s(self, moment, timeout_s=30):
        """From then to the first answer to a write begun after it."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            done = [w.done for w in self.acknowledged() if w.done > moment]
            if done:
                return min(done) - moment
            time.sleep(0.01)
        raise AssertionError(f"nothing was written in {timeout_s} s")


class Tally:
    """What of the writes acknowledged is in the database."""

    def __init__(self, database, writes):
        rows = database.rows("select title, id from trinn.tracks where title like 'skriving-%'")
        ids = {}
        for title, row in rows:
            ids.setdefault(title, []).append(row)
        self.writes = writes
        self.lost = [w.name for w in writes if w.id not in ids.get(w.name, [])]
        self.doubled = [w.name for w in writes if len(ids.get(w.name, [])) > 1]
        self.repeated = sum(w.tries > 1 for w in writes)

    def assert_exact(self):
        assert (self.lost, self.doubled) == ([], [])

    def __str__(self):
        return (
            f"{len(self.writes)} acknowledged, {self.repeated} repeated,"
            f" {len(self.lost)} lost, {len(self.doubled)} doubled"
        )
