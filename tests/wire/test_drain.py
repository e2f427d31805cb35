"""SIGTERM: what is in hand is finished, nothing else is begun."""

import signal
import socket
import time

import wire


def drain(server):
    server.terminate()
    time.sleep(0.1)


def refuses(server):
    try:
        server.client().socket.close()
    except ConnectionRefusedError:
        return True
    return False


def test_requests_in_hand_are_finished_and_connections_closed(start):
    server = start()
    with server.client() as working, server.client() as idle:
        idle.ask("/x")
        working.send(wire.request("/slow/4000"))
        time.sleep(0.1)
        drain(server)
        assert idle.is_closed()
        reply = working.read_reply()
        assert (reply.body, reply.fields["connection"]) == (b"ok", "close")
        assert working.is_closed()
    server.stop()


def test_a_stream_in_hand_is_finished(start):
    server = start()
    with server.client(receive_bytes=65536) as client:
        client.send(wire.request("/stream/9000000"))
        client.data += client.receive()
        drain(server)
        assert len(client.read_reply().body) == 9000000
        assert client.is_closed()
    server.stop()


def test_a_request_under_way_is_still_answered(start):
    server = start()
    data = wire.request("/x", "POST", b"hello")
    with server.client() as client:
        client.send(data[:-3])
        drain(server)
        client.send(data[-3:])
        assert client.read_reply().body == b"POST /x - 5"
        assert client.is_closed()
    server.stop()


def test_new_connections_are_refused(start):
    server = start()
    with server.client() as client:
        client.send(wire.request("/slow/4000"))
        time.sleep(0.1)
        drain(server)
        while not refuses(server):
            assert server.process.poll() is None, "it went on until the end"
            time.sleep(0.1)
        assert client.read_reply().body == b"ok"
    server.stop()


def test_connections_waiting_to_be_accepted_are_served(start):
    """The server is stopped while they come, so that they and the signal are there at once."""
    server = start()
    server.process.send_signal(signal.SIGSTOP)
    clients = [server.client() for _ in range(50)]
    for client in clients:
        client.send(wire.request("/x"))
    server.terminate()
    server.process.send_signal(signal.SIGCONT)
    for client in clients:
        with client:
            assert client.read_reply().body == b"GET /x - 0"
            assert client.is_closed()
    server.stop()


def test_after_the_grace_the_rest_is_cut(start):
    server = start(grace_s=1)
    with server.client() as client, server.client(receive_bytes=16384) as stalled:
        stalled.send(wire.request("/stream/500000000"))
        client.send(b"GET")
        begin = time.monotonic()
        drain(server)
        assert client.is_closed()
        server.stop()
        assert 0.9 < time.monotonic() - begin < 6


def test_an_idle_server_stops_at_once(start):
    server = start()
    begin = time.monotonic()
    server.stop()
    assert time.monotonic() - begin < 4


def test_two_processes_share_a_port(start):
    """SO_REUSEPORT: a second bind succeeds where it would otherwise fail."""
    server = start()
    with socket.socket() as second:
        second.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        second.bind(("127.0.0.1", server.port))
