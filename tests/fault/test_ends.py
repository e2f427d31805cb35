"""SIGTERM: what was accepted is answered, then the daemon is gone."""

import re
import socket
import threading
import time

from load import Tally, Write
from support.crowd import Crowd
from support.daemon import wait_until

GONE_S = 10


class NeverAccepted(Exception):
    """The kernel had taken the connection, and the listener closed before the daemon had: it resets
    those in its queue. Nothing may have been done for them."""


class Visitors(Crowd):
    """Come again and again, each time on a connection of its own, until nobody opens."""

    def __init__(self, world, number=6):
        super().__init__(number)
        self.world = world
        self.answers = []
        self.broken = []

    def _request(self, write):
        head = (
            f"Host: trinn\r\nAuthorization: Bearer {self.world.hub.signatory.token}\r\n"
            "Connection: close\r\n"
        )
        if write is None:
            return f"GET /v1/programmes HTTP/1.1\r\n{head}\r\n".encode()
        body = '{"programmeId":"%s","title":"%s"}' % (write.body["programmeId"], write.name)
        return (
            f'POST /v1/tracks HTTP/1.1\r\n{head}Idempotency-Key: "{write.name}"\r\n'
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        ).encode()

    def _connect(self):
        try:
            return socket.create_connection(("127.0.0.1", self.world.daemon.port), 5)
        except ConnectionResetError as error:
            raise NeverAccepted from error

    def _visit(self, write):
        with self._connect() as connection:
            connection.settimeout(30)
            answer = b""
            try:
                connection.sendall(self._request(write))
                while data := connection.recv(65536):
                    answer += data
            except OSError as error:
                if isinstance(error, ConnectionResetError) and not answer:
                    raise NeverAccepted from error
                answer += repr(error).encode()
        return answer

    def work(self, number):
        while not self.stopping.is_set():
            write = Write(self.world.county.programme_id) if number % 2 else None
            try:
                answer = self._visit(write)
            except ConnectionRefusedError:
                self.stopping.set()
                return
            except NeverAccepted:
                continue
            if not re.match(rb"HTTP/1.1 20[01] ", answer) or not whole(answer):
                self.broken.append(answer)
                continue
            self.answers.append(answer)
            if write:
                write.id = int(re.search(rb'"id" ?: ?"([0-9]+)"', answer)[1])
                self.answers[-1] = write


def whole(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(re.search(rb"Content-Length: ([0-9]+)", head)[1]) == len(body)


def test_sigterm_under_load_fails_no_request_that_was_accepted(serve, database, figures):
    world = serve()
    assert world.county.programme_id and world.hub.signatory  # made before the visitors come
    with Visitors(world) as visitors:
        wait_until(lambda: len(visitors.answers) > 60, 60, "visitors")
        world.daemon.terminate()
        begun = time.monotonic()
        assert world.daemon.wait() == 0
        gone = time.monotonic() - begun
    writes = [answer for answer in visitors.answers if isinstance(answer, Write)]
    tally = Tally(database, writes)
    figures(
        f"{len(visitors.answers)} answered, {len(visitors.broken)} broken, {tally};"
        f" gone after {gone:.2f} s"
    )
    assert visitors.broken == []
    tally.assert_exact()
    done = database.rows("select title from trinn.tracks where title like 'skriving-%'")
    assert {title for (title,) in done} == {write.name for write in writes}
    assert gone <= GONE_S


def test_a_request_under_way_at_sigterm_is_finished_first(serve, database):
    world = serve()
    application = world.hub.draft()
    replies = []

    def save():
        body = world.hub.plan()
        replies.append(world.hub.signatory.put(application / "plan", body, application.etag))

    with database.holding("application", application["id"]) as blocker:
        saving = threading.Thread(target=save)
        saving.start()
        wait_until(database.n_waiting, 10, "the save")
        world.daemon.terminate()
        wait_until(lambda: world.daemon.events("worker.draining"), 10, "draining")
        time.sleep(0.2)
        assert world.daemon.process.poll() is None
        blocker.rollback()
    saving.join()
    replies[0].expect(200)
    assert replies[0].headers["Connection"] == "close"
    assert world.daemon.wait(GONE_S) == 0
