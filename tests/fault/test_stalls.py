"""PostgreSQL stands still: its processes live, its connections stand, and nothing answers."""

import contextlib
import resource
import selectors
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import requests
from load import Tally, Write, Writers
from support.cohorts import network_content
from support.daemon import wait_until

ANSWERED_S = 15
HEALED_S = 5
CROWD = 1200
PIPELINE = 32  # reads sent on one connection


@contextlib.contextmanager
def locked(database, table):
    with contextlib.closing(database.connect()) as blocker, blocker.cursor() as cursor:
        blocker.autocommit = False
        cursor.execute(f"lock table {table}")
        yield


def test_a_database_that_stands_still_is_told_in_time_and_its_return_taken(
    world, cluster, database, figures
):
    hub = world.hub.signatory
    with Writers(world) as writers:
        wait_until(lambda: len(writers.acknowledged()) > 10, 60, "progress")
        with cluster.paused():
            begun = time.monotonic()
            with ThreadPoolExecutor(8) as crowd:
                replies = list(
                    crowd.map(
                        lambda client: client.get("/v1/tracks"),
                        [hub.another(recorder=None) for _ in range(8)],
                    )
                )
            told = time.monotonic() - begun
            for reply in replies:
                reply.refused("unavailable", 503)
                assert reply.headers["Retry-After"]
            assert world.nobody.get("/livez").status == 200
            # Writes under way are told of too, within the deadline of their lane.
            time.sleep(max(0, ANSWERED_S - told))
        healing = writers.healed_after_s(time.monotonic())
    tally = Tally(database, writers.acknowledged())
    figures(f"{tally}; reads told after {told:.1f} s, healed {healing:.2f} s after it went on")
    tally.assert_exact()
    assert told <= ANSWERED_S and healing <= HEALED_S


def test_a_write_that_waits_for_a_lock_is_told_in_time_and_can_be_repeated(world, database):
    application = world.hub.draft()
    with database.holding("application", application["id"]):
        begun = time.monotonic()
        reply = world.hub.signatory.put(application / "plan", world.hub.plan(), application.etag)
        reply.refused("unavailable", 503)
        assert time.monotonic() - begun <= 5
    world.hub.signatory.save(application, "plan", world.hub.plan())


def test_reads_that_wait_for_a_lock_are_all_told_in_time(serve, database, figures):
    world = serve(workers=1, read_connections=1)
    hub = world.hub.signatory
    with locked(database, "trinn.tracks"), ThreadPoolExecutor(2 * PIPELINE) as crowd:
        begun = time.monotonic()
        clients = [hub.another(recorder=None) for _ in range(2 * PIPELINE)]
        for reply in crowd.map(lambda client: client.get("/v1/tracks"), clients):
            reply.refused("unavailable", 503)
        told = time.monotonic() - begun
    figures(f"{len(clients)} told after {told:.1f} s")
    assert told <= 8
    hub.get("/v1/tracks").expect(200)


def test_what_waits_when_the_time_to_end_is_up_is_let_go(serve, database):
    world = serve(workers=1, drain_s=1)
    hub = world.hub.signatory
    write = network_content()

    def ask(number):
        with contextlib.suppress(requests.ConnectionError):
            client = hub.another(recorder=None)
            if number % 2:
                client.get("/v1/networks")
            else:
                client.post("/v1/networks", write)

    with locked(database, "trinn.networks"), ThreadPoolExecutor(16) as crowd:
        done = crowd.map(ask, range(16))
        wait_until(lambda: database.n_waiting() > 2, 10, "waiting")
        world.daemon.terminate()
        list(done)
        assert world.daemon.wait() == 0


def crowd_of(port, request, number):
    """Sends the request on so many connections at once; yields (seconds, answer) of each."""
    begun = time.monotonic()
    answers = []
    selector = selectors.DefaultSelector()
    for _ in range(number):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(request)
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, bytearray())
    yield None
    while selector.get_map() and time.monotonic() - begun < 30:
        for key, _ in selector.select(0.5):
            data = key.fileobj.recv(65536)
            key.data.extend(data)
            if not data:
                selector.unregister(key.fileobj)
                key.fileobj.close()
                answers.append((time.monotonic() - begun, bytes(key.data)))
    assert not selector.get_map(), f"{len(selector.get_map())} connections had no answer"
    yield answers


def test_more_requests_than_can_wait_are_turned_away_at_once(serve, cluster, figures):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65536), hard))
    world = serve(workers=1, read_connections=1, max_connections=2 * CROWD)
    token = world.hub.signatory.token
    request = (
        f"GET /v1/me HTTP/1.1\r\nHost: trinn\r\nAuthorization: Bearer {token}\r\n"
        "Connection: close\r\n\r\n"
    ).encode()
    with cluster.paused():
        crowd = crowd_of(world.daemon.port, request, CROWD)
        next(crowd)
        time.sleep(3)
    answers = next(crowd)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    good = [a for _, a in answers if a.startswith(b"HTTP/1.1 200 ")]
    busy = [a for _, a in answers if a.startswith(b"HTTP/1.1 503 ")]
    assert len(good) + len(busy) == CROWD
    assert good and len(busy) > CROWD / 2
    assert all(b"\r\nRetry-After: 1\r\n" in a and b'"code":"unavailable"' in a for a in busy)
    figures(f"{len(good)} served, {len(busy)} of {CROWD} turned away with Retry-After")
    write = Write(world.county.programme_id)
    write.finish(world.hub.signatory)
