"""The load tool against servers whose behaviour is known."""

import re
import socket
import statistics
import threading
import time

import pytest
from benchlib import load

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"


class Server:
    """Calls answer(server, connection, request text) for each request; answer sends the reply and
    returns true to keep the connection. Notes when and what came in."""

    def __init__(self, answer):
        self.answer = answer
        self.times = []
        self.requests = []
        self.turn = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        text = b""
        with connection:
            while True:
                head, separator, rest = text.partition(b"\r\n\r\n")
                length = re.search(rb"Content-Length: (\d+)", head)
                needed = int(length[1]) if length else 0
                if separator and len(rest) >= needed:
                    text = rest[needed:]
                    self.times.append(time.monotonic())
                    self.requests.append((head + separator + rest[:needed]).decode())
                    if not self.answer(self, connection, self.requests[-1]):
                        return
                    continue
                got = connection.recv(65536)
                if not got:
                    return
                text += got

    def close(self):
        """Harmless if it is closed."""
        if self.listener.fileno() >= 0:
            self.listener.shutdown(socket.SHUT_RDWR)
            self.listener.close()


@pytest.fixture(name="serve")
def _serve():
    servers = []

    def serve(answer):
        servers.append(Server(answer))
        return servers[-1]

    yield serve
    for server in servers:
        server.close()


@pytest.fixture(name="program", scope="session")
def _program():
    return load.build("load-sanitized", load.LOAD_SOURCES,
                      ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"])


@pytest.fixture(name="measure")
def _measure(tmp_path, program):
    def measure(server, what=None, **options):
        path = load.write_requests(tmp_path / "requests", what or [load.request("GET", "/")])
        options = {"strict": False, "drain": 1, **options}
        return load.run(path, server.port, program=program, **options)

    return measure


def reply(*parts, keep=True):
    """An answer that sends `parts`, each by itself, and keeps the connection or not."""
    def answer(_server, connection, _request):
        for part in parts:
            connection.sendall(part)
            if len(parts) > 1:
                time.sleep(0.005)
        return keep

    return answer


def after(seconds):
    def answer(_server, connection, _request):
        time.sleep(seconds)
        connection.sendall(OK)
        return True

    return answer


def stalling(from_s, to_s):
    """An answer at once, but none between two moments after the first request."""
    def answer(server, connection, _request):
        age = time.monotonic() - server.times[0]
        if from_s <= age < to_s:
            time.sleep(to_s - age)
        connection.sendall(OK)
        return True

    return answer


def test_closed_loop_rate_is_connections_by_service_time(serve, measure):
    result = measure(serve(after(0.020)), connections=4, warmup=0.2, seconds=1)
    assert result["rps"] == pytest.approx(4 / 0.0205, rel=0.06)
    assert 20000 <= result["latency_us"]["p50"] < 23000
    assert result["statuses"] == {"200": result["sent"]}


def test_warm_up_is_not_counted(serve, measure):
    server = serve(stalling(0, 0.3))
    result = measure(server, connections=1, warmup=0.5, seconds=0.5)
    assert result["latency_us"]["max"] < 100000
    assert result["completed"] < result["sent"]
    assert result["rps"] == pytest.approx(result["completed"] / 0.5, rel=0.01)


def test_request_limit_ends_the_run_and_the_window(serve, measure):
    server = serve(after(0.010))
    result = measure(server, connections=2, seconds=30, requests=40)
    assert len(server.requests) == result["sent"] == result["completed"] == 40
    assert result["seconds"] == pytest.approx(0.205, rel=0.15)


def test_closed_loop_hides_a_stall_that_open_loop_shows(serve, measure):
    """Coordinated omission: the stall of 0.5 s in 1.5 s concerns a third of those who would come,
    but a client that waits for it sends only one request meanwhile."""
    closed = measure(serve(stalling(0.5, 1.0)), connections=1, seconds=1.5)
    opened = measure(serve(stalling(0.5, 1.0)), connections=1, seconds=1.5, rate=400)
    assert closed["latency_us"]["p99"] < 50000
    assert closed["latency_us"]["max"] > 450000
    assert opened["latency_us"]["p50"] < 100000
    assert opened["latency_us"]["p90"] == pytest.approx(350000, rel=0.15)
    assert opened["lag_us"]["p90"] == pytest.approx(opened["latency_us"]["p90"], rel=0.05)


def test_open_loop_keeps_the_rate_whatever_the_latency(serve, measure):
    result = measure(serve(after(0.050)), connections=64, seconds=2, rate=300)
    assert result["latency_us"]["n"] == pytest.approx(600, abs=4 * 600 ** 0.5)
    assert 50000 <= result["latency_us"]["p50"] < 60000
    assert result["lag_us"]["p50"] < 2000


def test_arrivals_are_poisson(serve, measure):
    server = serve(reply(OK))
    measure(server, connections=64, seconds=4, rate=500)
    arrivals = sorted(server.times)
    gaps = [after - before for before, after in zip(arrivals, arrivals[1:])]
    mean = statistics.mean(gaps)
    assert mean == pytest.approx(1 / 500, rel=0.1)
    assert statistics.pstdev(gaps) / mean == pytest.approx(1, abs=0.15)


def test_arrivals_depend_on_the_seed_alone(serve, measure):
    sent = [measure(serve(reply(OK)), connections=8, seconds=0.5, rate=200, seed=seed)["sent"]
            for seed in (1, 1, 2)]
    assert sent[0] == sent[1] != sent[2]


def test_requests_never_answered_count_with_their_age(serve, measure):
    result = measure(serve(after(60)), connections=2, seconds=0.5, rate=100, drain=0.5)
    assert result["unfinished"] == result["latency_us"]["n"] > 20
    assert result["completed"] == 0
    assert 500000 < result["latency_us"]["p50"] < 1000000
    assert result["latency_us"]["max"] == pytest.approx(1000000, rel=0.05)


def test_requests_are_sent_in_turn_with_headers_and_body(serve, measure):
    server = serve(reply(OK))
    requests = [load.request("GET", "/a", {"Accept": "text/plain"}),
                load.request("POST", "/b", {"X": "y"}, {"name": "Ås", "list": [{}]})]
    result = measure(server, requests, connections=1, seconds=0.1)
    assert result["unexpected"] == result["framing_errors"] == 0
    assert server.requests[0] == "GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/plain\r\n\r\n"
    assert server.requests[1].endswith(
        'X: y\r\nContent-Length: 26\r\n\r\n{"name":"Ås","list":[{}]}')
    assert server.requests[2] == server.requests[0]


def test_each_request_has_its_own_uuids_and_number(serve, measure):
    server = serve(reply(OK))
    one = load.request("POST", "/{n}", {"Idempotency-Key": "{uuid}"}, {"id": "{uuid}", "n": "{n}"})
    measure(server, [one], connections=3, seconds=0.2, first_n=41)
    uuid = r"([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"
    form = re.compile(rf'POST /(\d{{12}}) .*Idempotency-Key: {uuid}\r\n.*"id":"{uuid}","n":"(\d+)"',
                      re.DOTALL)
    found = [form.match(text).groups() for text in server.requests]
    assert len({value for groups in found for value in groups[1:3]}) == 2 * len(found) > 20
    assert sorted(int(groups[0]) for groups in found) == list(range(41, 41 + len(found)))
    assert all(groups[0] == groups[3] for groups in found)


def test_statuses_are_counted_and_compared_with_the_expected_one(serve, measure):
    def answer(_server, connection, request):
        status = request.split()[1].strip("/").encode()
        connection.sendall(b"HTTP/1.1 " + status + b" X\r\nContent-Length: 0\r\n\r\n")
        return True

    requests = [load.request("GET", "/200"), load.request("GET", "/503"),
                load.request("GET", "/409", expect=409), load.request("GET", "/201", expect=200)]
    result = measure(serve(answer), requests, connections=1, seconds=0.5)
    rounds = result["sent"] // 4
    assert rounds > 5
    assert set(result["statuses"]) == {"200", "201", "409", "503"}
    assert result["unexpected"] in (2 * rounds, 2 * rounds + 1)
    with pytest.raises(load.LoadError, match="unexpected"):
        load.check(result)


@pytest.mark.parametrize("parts", [
    [b"HTTP/1.1 204 No Content\r\n\r\n"],
    [b"HTTP/1.1 200 OK\r\ncontent-length:  3\r\nConnection: keep-alive\r\n\r\nabc"],
    [CHUNKED + b"\r\n1\r\na\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n"],
    [CHUNKED[:-1], b"\n\r\n1", b"\r\na\r", b"\n0\r\nX: y\r", b"\n\r\n"],
    [b"HTTP/1.1 200 OK\r\n", b"Content-Length: 4\r\n\r", b"\na", b"bcd"],
])
def test_well_framed_replies_are_accepted(serve, measure, parts):
    result = measure(serve(reply(*parts)), connections=2, seconds=0.3)
    assert result["framing_errors"] == result["reconnects"] == result["io_errors"] == 0
    assert result["completed"] > 5


@pytest.mark.parametrize("text", [
    OK + b"x",
    b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    CHUNKED + b"\r\n1\r\nabc\r\n0\r\n\r\n",
    CHUNKED + b"\r\nzz\r\n",
    b"HTTP/1.1 200 OK\r\nX: " + b"y" * 20000 + b"\r\n\r\n",
    b"nonsense\r\n\r\n",
])
def test_badly_framed_replies_are_errors(serve, measure, text):
    result = measure(serve(reply(text)), connections=2, seconds=0.2)
    assert result["framing_errors"] > 0
    assert result["completed"] <= result["framing_errors"]


def test_a_reply_to_head_has_no_body(serve, measure):
    result = measure(serve(reply(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")),
                     [load.request("HEAD", "/")], connections=1, seconds=0.2)
    assert result["completed"] > 5 and result["framing_errors"] == 0


def test_a_connection_lost_within_a_reply_is_an_error(serve, measure):
    server = serve(reply(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", keep=False))
    result = measure(server, connections=2, seconds=0.2)
    assert result["io_errors"] > 5 and result["completed"] == 0


def test_a_connection_that_the_server_ends_is_opened_again(serve, measure):
    text = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
    result = measure(serve(reply(text, keep=False)), connections=2, seconds=0.2)
    assert result["reconnects"] == result["statuses"]["200"] > 5
    assert result["io_errors"] == result["framing_errors"] == 0


def test_own_share_of_the_processor_is_small_when_idle(serve, measure):
    result = measure(serve(after(0.1)), connections=1, seconds=1)
    assert 0 <= result["cpu_share"] < 0.05


def test_without_server_there_is_no_result(serve, measure):
    server = serve(reply(OK))
    server.close()
    with pytest.raises(load.LoadError, match="cannot connect"):
        measure(server, connections=1, seconds=0.2)


@pytest.mark.parametrize("content", [b"", b"5 200\nGET", b"x 200\nGET / ", b"3\nGET", b"3 -1\nGET"])
def test_a_file_without_requests_is_refused(tmp_path, program, content):
    path = tmp_path / "requests"
    path.write_bytes(content)
    with pytest.raises(load.LoadError, match="cannot read request"):
        load.run(path, 1, program=program)
