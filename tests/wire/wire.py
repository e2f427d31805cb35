"""Raw HTTP over a socket, and the server it is spoken to."""

import json
import os
import re
import socket
import subprocess
import time
from dataclasses import dataclass, field

BODYLESS = (204, 304)


@dataclass
class Reply:
    status: int
    fields: dict = field(default_factory=dict)
    body: bytes = b""


class Broken(Exception):
    """The bytes are no complete reply."""


def parse_head(data):
    end = data.find(b"\r\n\r\n")
    if end < 0:
        raise Broken(f"no end of head in {data[:200]!r}")
    lines = data[:end].decode("latin-1").split("\r\n")
    match = re.fullmatch(r"HTTP/1\.[01] (\d{3}) .*", lines[0])
    if not match:
        raise Broken(f"no status line: {lines[0]!r}")
    fields = {}
    for line in lines[1:]:
        name, _, value = line.partition(": ")
        assert name.lower() not in fields, f"{name} twice"
        fields[name.lower()] = value
    return Reply(int(match[1]), fields), data[end + 4 :]


def parse_chunks(data):
    body = b""
    while True:
        line, mark, data = data.partition(b"\r\n")
        if not mark or not re.fullmatch(rb"[0-9a-f]+", line):
            raise Broken(f"no chunk size: {line[:40]!r}")
        size = int(line, 16)
        if len(data) < size + 2 or data[size : size + 2] != b"\r\n":
            raise Broken("a chunk is cut short")
        body += data[:size]
        data = data[size + 2 :]
        if size == 0:
            return body, data


def parse_reply(data, method="GET"):
    """The first reply in data, and what follows it."""
    reply, rest = parse_head(data)
    if method == "HEAD" or reply.status in BODYLESS or reply.status < 200:
        return reply, rest
    if reply.fields.get("transfer-encoding") == "chunked":
        reply.body, rest = parse_chunks(rest)
        return reply, rest
    if "content-length" not in reply.fields:
        reply.body, rest = rest, b""
        return reply, rest
    length = int(reply.fields["content-length"])
    if len(rest) < length:
        raise Broken(f"{len(rest)} of {length} bytes")
    reply.body, rest = rest[:length], rest[length:]
    return reply, rest


def parse_replies(data, methods):
    """All replies in data, the n-th of which answers methods[n]."""
    replies = []
    while data:
        method = methods[len(replies)] if len(replies) < len(methods) else "GET"
        reply, data = parse_reply(data, method)
        replies.append(reply)
    return replies


def request(target, method="GET", body=b"", version="1.1", **fields):
    """The bytes of an ordinary request; field names are given with '_' for '-'."""
    lines = [f"{method} {target} HTTP/{version}", "Host: a"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


class Client:
    """One connection."""

    def __init__(self, port, host="127.0.0.1", timeout_s=10, receive_bytes=None):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_bytes:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        self.socket.settimeout(timeout_s)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.connect((host, port))
        self.data = bytearray()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def receive(self, size=65536):
        """More bytes; b"" when the server has closed or reset the connection."""
        try:
            return self.socket.recv(size)
        except ConnectionResetError:
            return b""

    def read_to_end(self):
        while more := self.receive():
            self.data += more
        return bytes(self.data)

    def read_reply(self, method="GET"):
        while True:
            try:
                reply, self.data = parse_reply(self.data, method)
                if reply.status != 100:
                    return reply
            except Broken:
                self.read_more()

    def read_more(self):
        """Until there may be a reply: of a long stream, until what looks like its end."""
        begin = len(self.data)
        while True:
            more = self.receive()
            if not more:
                raise Broken("closed before the end of a reply")
            seen = len(self.data)
            self.data += more
            if begin < 65536 or b"0\r\n\r\n" in self.data[max(0, seen - 5) :]:
                return
            if b"chunked" not in self.data[:1000]:
                return

    def ask(self, target, method="GET", **rest):
        self.send(request(target, method, **rest))
        return self.read_reply(method)

    def is_closed(self):
        """Whether the server ends the connection without another byte."""
        return not self.data and self.receive() == b""


class Server:
    """wire-server as a process, whose counters tell how many requests were routed."""

    def __init__(self, program, max_files=None, **limits):
        arguments = [f"{name}={value}" for name, value in limits.items()]
        command = [program, *arguments]
        if max_files:
            command = ["prlimit", f"--nofile={max_files}", *command]
        self.host = "127.0.0.1"
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.port = int(self.process.stdout.readline())
        self.seen = 0
        self.terminated = False
        self.killed = False

    def client(self, **options):
        return Client(self.port, **options)

    def stats(self):
        with self.client() as client:
            return json.loads(client.ask("/~stats").body)

    def routed(self, _replies):
        """Requests that reached the router since the last call."""
        total = self.stats()["routed"]
        since, self.seen = total - self.seen, total
        return since

    def wait_for(self, **wanted):
        """Waits until the counters have these values."""
        deadline = time.monotonic() + 5
        while True:
            stats = self.stats()
            if all(stats[name] == value for name, value in wanted.items()):
                return stats
            assert time.monotonic() < deadline, f"{stats}, not {wanted}"
            time.sleep(0.02)

    def resident_bytes(self):
        with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * 4096

    def cpu_seconds(self):
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            user, system = stat.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def terminate(self):
        self.terminated = True
        self.process.terminate()

    def stop(self):
        """Ends the process, which must go without complaint."""
        if not self.terminated:
            self.terminate()
        assert self.process.wait(30) == 0
        self.process.stdout.close()

    def kill(self):
        self.killed = True
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


class Daemon:
    """A server somebody else started. What was routed shows in the answers: the edge refuses with none
    of these."""

    ROUTED = (200, 204, 401, 404, 405)

    def __init__(self, address):
        host, _, port = address.rpartition(":")
        self.host, self.port = host, int(port)

    def client(self, **options):
        return Client(self.port, host=self.host, **options)

    def routed(self, replies):
        return sum(reply.status in self.ROUTED for reply in replies)
