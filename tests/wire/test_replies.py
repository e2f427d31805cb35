"""How replies are framed, and in what order they come."""

import socket
import time

import pytest
import wire


@pytest.mark.parametrize("path", ["/status/204", "/status/304"])
def test_no_content_is_sent_where_none_may_be(server, path):
    with server.client() as client:
        reply = client.ask(path)
        assert "content-length" not in reply.fields
        assert "content-type" not in reply.fields
        assert client.ask("/next").body == b"GET /next - 0"


@pytest.mark.parametrize("path", ["/bytes/1000", "/bytes/0", "/stream/1000"])
def test_head_is_answered_as_get_without_the_content(server, path):
    with server.client() as client:
        got = client.ask(path)
        reply = client.ask(path, "HEAD")
        got.fields.pop("date"), reply.fields.pop("date")
        got.fields.pop("transfer-encoding", None)
        assert reply.fields == got.fields
        assert client.ask("/next").body == b"GET /next - 0"


def test_pipelined_requests_are_answered_in_order(server):
    paths = ["/slow/100", "/bytes/3", "/slow/10", "/x", "/stream/100000", "/y"]
    with server.client() as client:
        client.send(b"".join(wire.request(path) for path in paths))
        bodies = [client.read_reply().body for _ in paths]
    assert bodies == [b"ok", bytes(3), b"ok", b"GET /x - 0", bytes(100000), b"GET /y - 0"]


def test_pipelined_contents_go_with_their_requests(server):
    with server.client() as client:
        client.send(b"".join(wire.request("/p", "POST", b"x" * n) for n in range(1, 200)))
        for n in range(1, 200):
            assert client.read_reply().body == b"POST /p - %d" % n


def test_many_requests_sent_ahead_are_all_answered(server):
    n = 20000
    replies = b""
    with server.client(timeout_s=30) as client:
        client.send(wire.request("/slow/300"))
        client.socket.setblocking(False)
        unsent = wire.request("/x") * n
        while unsent or replies.count(b"GET /x - 0") < n:
            try:
                unsent = unsent[client.socket.send(unsent) :] if unsent else b""
            except BlockingIOError:
                pass
            try:
                replies += client.socket.recv(1 << 20)
            except BlockingIOError:
                time.sleep(0.001)
    assert replies.count(b"HTTP/1.1 200 OK\r\n") == n + 1


def test_what_was_sent_ahead_during_a_stream_is_answered_after_it(server):
    n = 5000
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/stream/3000000"))
        client.send(wire.request("/x") * n + wire.request("/y", "POST", bytes(8000)))
        assert len(client.read_reply().body) == 3000000
        for _ in range(n):
            assert client.read_reply().body == b"GET /x - 0"
        assert client.read_reply().body == b"POST /y - 8000"


def test_a_client_that_sends_ahead_without_end_is_read_no_further(server):
    """While a stream is under way the server reads to notice a loss, but not more than a little."""
    before = server.resident_bytes()
    sent = 0
    with server.client(receive_bytes=16384) as client:
        client.send(wire.request("/stream/50000000"))
        client.socket.setblocking(False)
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            try:
                sent += client.socket.send(wire.request("/x") * 10000)
            except BlockingIOError:
                time.sleep(0.01)
        assert sent > 1 << 20, "more than is read ahead"
        assert sent < 20 << 20
        assert server.resident_bytes() < before + (16 << 20)


def test_a_client_that_has_closed_its_side_still_gets_its_answers(server):
    with server.client() as client:
        client.send(wire.request("/slow/50") + wire.request("/bytes/30000000"))
        client.socket.shutdown(socket.SHUT_WR)
        first, second = wire.parse_replies(client.read_to_end(), ["GET", "GET"])
    assert first.body == b"ok"
    assert len(second.body) == 30000000


def test_http_1_0_is_answered_and_closed(server):
    with server.client() as client:
        reply = client.ask("/x", version="1.0", Connection="keep-alive")
        assert reply.body == b"GET /x - 0"
        assert reply.fields["connection"] == "close"
        assert client.is_closed()


def test_connection_close_is_honoured(server):
    with server.client() as client:
        assert client.ask("/x", Connection="close").fields["connection"] == "close"
        assert client.is_closed()


def test_a_field_sent_several_times_is_seen_whole(server):
    with server.client() as client:
        client.send(b"GET /field HTTP/1.1\r\nHost: a\r\nX: one\r\nx: two \r\nX:three\r\n\r\n")
        assert client.read_reply().body == b"one, two, three"


def test_a_large_content_is_waited_for_with_100_continue(server):
    with server.client() as client:
        client.send(b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n")
        client.send(b"Expect: 100-continue\r\n\r\n")
        reply, rest = wire.parse_reply(client.receive())
        assert (reply.status, rest) == (100, b"")
        client.send(b"hello")
        assert client.read_reply().body == b"POST /x - 5"
        assert client.ask("/next").body == b"GET /next - 0"


def test_query_and_path_arrive_undecoded(server):
    with server.client() as client:
        assert client.ask("/a%2fb?c=%41&d=?").body == b"GET /a%2fb c=%41&d=? 0"


def test_every_reply_is_dated(server):
    with server.client() as client:
        date = client.ask("/x").fields["date"]
    assert abs(time.mktime(time.strptime(date, "%a, %d %b %Y %H:%M:%S GMT")) - time.timezone
               - time.time()) < 3
