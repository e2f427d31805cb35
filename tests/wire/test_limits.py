"""What keeps a client from holding on to what others need."""

import time

import pytest
import wire


def seconds_until_closed(client, since, keep_sending=None):
    client.socket.settimeout(0.1)
    while True:
        try:
            if keep_sending:
                client.send(keep_sending)
            if client.receive() == b"":
                return time.monotonic() - since
        except TimeoutError:
            assert time.monotonic() < since + 15, "never closed"
        except BrokenPipeError:
            return time.monotonic() - since


@pytest.mark.parametrize(
    "begin",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: ",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
    ],
    ids=["nothing", "head", "content"],
)
def test_a_request_that_drips_in_is_cut_at_its_deadline(start, begin):
    server = start(request_timeout_s=1)
    since = time.monotonic()
    with server.client() as client:
        client.send(begin)
        assert 0.9 < seconds_until_closed(client, since, b"x" if begin else None) < 6
    assert server.stats()["read_timeouts"] == 1
    assert server.stats()["routed"] == 0


def test_the_deadline_holds_for_each_request_of_a_connection(start):
    server = start(request_timeout_s=3)
    with server.client() as client:
        for _ in range(4):
            assert client.ask("/x").status == 200
            time.sleep(1.2)
        since = time.monotonic()
        client.send(b"GET")
        assert 2.9 < seconds_until_closed(client, since) < 9


def test_an_idle_connection_is_closed_in_time_and_not_before(start):
    server = start(idle_timeout_s=5, request_timeout_s=3)
    with server.client() as client:
        since = time.monotonic()
        client.ask("/x")
        assert 4.9 < seconds_until_closed(client, since) < 12
    assert server.stats()["read_timeouts"] == 0


def test_a_handler_may_take_longer_than_any_deadline(start):
    server = start(idle_timeout_s=1, request_timeout_s=3, write_timeout_s=1)
    with server.client() as client:
        assert client.ask("/slow/5000").body == b"ok"


def test_at_the_cap_the_longest_idle_connection_gives_way(start):
    server = start(max_connections=3)
    clients = [server.client() for _ in range(3)]
    for client in clients:
        client.ask("/x")
    with server.client() as fresh:
        assert fresh.ask("/x").status == 200
        assert clients[0].is_closed()
        assert clients[1].ask("/x").status == 200
    for client in clients:
        client.socket.close()
    assert server.stats()["evicted"] == 1


def test_at_the_cap_with_work_in_hand_a_fresh_connection_is_told_to_come_back(start):
    server = start(max_connections=2)
    busy = [server.client() for _ in range(2)]
    for client in busy:
        client.send(wire.request("/slow/4000"))
    time.sleep(0.1)
    with server.client() as fresh:
        reply = fresh.ask("/x")
        assert reply.status == 503
        assert reply.fields["retry-after"] == "1"
        assert fresh.is_closed()
    for client in busy:
        assert client.read_reply().body == b"ok"
        client.socket.close()
    stats = server.wait_for(connections=1)
    assert (stats["busy"], stats["routed"]) == (1, 2)


def test_a_flood_of_connections_leaves_the_server_serving(start):
    server = start(max_connections=10)
    clients = [server.client() for _ in range(300)]
    with server.client() as fresh:
        fresh.send(wire.request("/x"))
        assert fresh.read_reply().status in (200, 503)
    for client in clients:
        client.socket.close()
    server.wait_for(connections=1)
    with server.client() as client:
        assert client.ask("/x").status == 200


def test_running_out_of_descriptors_costs_no_time_and_passes(start):
    server = start(max_files=20)
    clients = [server.client() for _ in range(40)]
    before = server.cpu_seconds()
    time.sleep(1.5)
    assert server.cpu_seconds() < before + 0.3, "it spins"
    for client in clients:
        client.socket.close()
    with server.client() as client:
        assert client.ask("/x").status == 200


def test_413_reaches_a_client_that_goes_on_sending(server):
    with server.client() as client:
        client.send(wire.request("/x", "POST", bytes(100000)))
        for _ in range(5):
            time.sleep(0.05)
            client.send(bytes(1000))
        assert client.read_reply().status == 413
        assert client.is_closed()


def test_a_length_of_any_digits_is_a_length(server):
    for length in ("8193", "99999999999999999999", "1" + "0" * 400):
        with server.client() as client:
            client.send(f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n".encode())
            assert client.read_reply().status == 413


@pytest.mark.parametrize("size,status", [(8000, 200), (8192, 431), (100000, 431)])
def test_large_heads_are_431(server, size, status):
    with server.client() as client:
        client.send(wire.request("/x", X="a" * size))
        assert client.read_reply().status == status


def test_a_long_target_is_414(server):
    with server.client() as client:
        assert client.ask("/" + "a" * 9000).status == 414


def test_the_hundredth_field_is_the_last(server):
    for n, status in ((99, 200), (100, 431)):
        with server.client() as client:
            fields = {f"X{i}": "1" for i in range(n)}
            assert client.ask("/x", **fields).status == status


def test_a_content_sent_byte_by_byte_costs_no_more_than_itself(start):
    server = start(max_body_bytes=1 << 20)
    with server.client() as client:
        client.ask("/x")
        before = server.resident_bytes()
        client.send(b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n\r\n")
        for _ in range(20000):
            client.send(b"x")
        assert server.resident_bytes() < before + (4 << 20)
        assert client.read_reply().body == b"POST /x - 20000"
