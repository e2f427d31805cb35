"""Long replies: complete, broken, stalled and abandoned ones."""

import time

import pytest
import wire

HIGH_WATER = 262144
LOST_S = 3  # to a machine that has other things to do


def read_some(client, size):
    while len(client.data) < size:
        more = client.receive()
        assert more
        client.data += more


def test_a_stream_arrives_whole(server):
    with server.client() as client:
        assert len(client.ask("/stream/5000000").body) == 5000000
        assert client.ask("/next").body == b"GET /next - 0"


def test_memory_stays_flat_however_long_the_stream(start):
    server = start()
    with server.client() as client:
        client.ask("/stream/1000000")
        before = server.resident_bytes()
        client.send(wire.request("/stream/300000000"))
        total = 0
        while total < 300000000:
            total += len(client.receive(1 << 20))
    assert server.stats()["most_pending"] < HIGH_WATER + 65536
    assert server.resident_bytes() < before + (32 << 20)


def test_an_aborted_stream_is_seen_to_be_broken(server):
    with server.client() as client:
        client.send(wire.request("/abort/400000"))
        with pytest.raises(wire.Broken):
            wire.parse_replies(client.read_to_end(), ["GET"])


def test_an_aborted_stream_to_http_1_0_does_not_end_as_if_complete(server):
    with server.client() as client:
        client.send(wire.request("/abort/400000", version="1.0"))
        with pytest.raises(ConnectionResetError):
            while client.socket.recv(65536):
                pass


def test_a_stream_to_http_1_0_ends_with_the_connection(server):
    with server.client() as client:
        client.send(wire.request("/stream/400000", version="1.0"))
        reply, rest = wire.parse_reply(client.read_to_end())
    assert "transfer-encoding" not in reply.fields
    assert len(reply.body) == 400000
    assert rest == b""


def test_a_server_that_dies_leaves_a_broken_chunk(start):
    server = start()
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/stream/50000000"))
        read_some(client, 200000)
        server.kill()
        with pytest.raises(wire.Broken):
            wire.parse_replies(client.read_to_end(), ["GET"])


def test_a_client_that_goes_away_ends_the_stream_at_once(server):
    lost = server.stats()["lost"]
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/stream/500000000"))
        read_some(client, 100000)
    server.wait_for(lost=lost + 1, waiting=0)


def test_a_stalled_reader_is_cut_within_ten_seconds(start):
    server = start()
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/stream/500000000"))
        read_some(client, 100000)
        stalled = time.monotonic()
        while server.stats()["waiting"]:
            assert time.monotonic() < stalled + 10 + LOST_S
            time.sleep(0.1)
        stats = server.stats()
        assert (stats["lost"], stats["write_timeouts"]) == (1, 1)
        assert stats["connections"] == 1, "only the one that asks"


def test_a_reply_left_in_the_kernel_does_not_stay_there(start):
    server = start(write_timeout_s=1)
    with server.client(receive_bytes=4096) as client:
        client.send(wire.request("/bytes/50000"))
        server.wait_for(connections=2, routed=1)
        server.wait_for(connections=1)
        with pytest.raises(wire.Broken):
            client.read_reply()


def test_a_reader_slower_than_the_least_rate_is_cut(start):
    server = start(write_timeout_s=2)
    with server.client(receive_bytes=4096) as client:
        client.send(wire.request("/bytes/20000000"))
        end = time.monotonic() + 12
        while server.stats()["write_timeouts"] == 0:
            assert time.monotonic() < end
            client.receive(200)
            time.sleep(0.1)


def test_a_slow_but_steady_reader_is_served(start):
    """It takes far less in that time than the server's socket takes at once. What it has taken shows
    in steps of its window, each of which it has read in far less than the three seconds it is given."""
    server = start(write_timeout_s=6)
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/bytes/50000000"))
        end = time.monotonic() + 10
        while time.monotonic() < end:
            assert client.receive(10000), "cut in spite of its steadiness"
            time.sleep(0.1)
    assert server.stats()["write_timeouts"] == 0


def test_a_reader_that_is_far_behind_gets_everything(start):
    server = start(write_timeout_s=6)
    with server.client(receive_bytes=65536) as client:
        client.send(wire.request("/stream/8000000"))
        while not client.data.endswith(b"0\r\n\r\n"):
            more = client.receive(65536)
            assert more, "cut in spite of its steadiness"
            client.data += more
            time.sleep(0.04)
