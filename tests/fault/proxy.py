"""Between trinnd and PostgreSQL, and cuts the wire at a byte of one's choice."""

import contextlib
import pathlib
import selectors
import shutil
import socket
import tempfile
import threading
from dataclasses import dataclass

from support.cluster import Database

SOCKET = ".s.PGSQL.5432"
LANE = b"trinnd write"
STATEMENT = b"claim_key"  # which every write with a key runs, and nothing else
READY_BYTES = 6  # ReadyForQuery, the last message of an answer: its commit is done


@dataclass
class Cut:
    """What still passes of the next write: bytes sent, and bytes of the answer. Counted from the
    end if negative; None is all."""

    sent: int | None = None
    answered: int | None = 0


class Link:
    """One connection, both halves."""

    def __init__(self, client, server):
        self.client = client
        self.server = server
        self.is_writing = False
        self.cut = None
        self.answer = bytearray()

    def other(self, half):
        return self.server if half is self.client else self.client

    def close(self):
        self.client.close()
        self.server.close()


class Proxy(contextlib.AbstractContextManager):
    """While entered, a socket that leads to the cluster."""

    def __init__(self, cluster):
        self.cluster = cluster
        self.folder = tempfile.mkdtemp(prefix="trinn-px-", dir="/tmp")
        self.cut = None
        self.happened = threading.Event()
        self.stopping = False
        self.links = {}
        self.selector = selectors.DefaultSelector()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(pathlib.Path(self.folder, SOCKET)))
        self.listener.listen(64)
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.thread = threading.Thread(target=self._run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping = True
        self.thread.join()
        for link in set(self.links.values()):
            link.close()
        self.listener.close()
        shutil.rmtree(self.folder)

    def arm(self, cut):
        """Cuts the next write."""
        self.happened.clear()
        self.cut = cut

    def before(self, database):
        """The database as who comes by the proxy sees it."""
        behind = Database(database.cluster, database.name)
        behind.conninfo = lambda user="postgres": (
            f"host={self.folder} dbname={database.name} user={user}"
        )
        return behind

    def _run(self):
        while not self.stopping:
            for key, _ in self.selector.select(0.1):
                if key.fileobj is self.listener:
                    self._accept()
                elif key.fileobj in self.links:
                    self._pass(key.fileobj)

    def _accept(self):
        client, _ = self.listener.accept()
        server = socket.socket(socket.AF_UNIX)
        server.connect(str(pathlib.Path(self.cluster.socket, SOCKET)))
        link = Link(client, server)
        for half in (client, server):
            self.links[half] = link
            self.selector.register(half, selectors.EVENT_READ)

    def _pass(self, half):
        link = self.links[half]
        try:
            data = half.recv(1 << 20)
            if not data:
                self._end(link)
            elif half is link.client:
                self._send(link, data)
            else:
                self._answer(link, data)
        except OSError:
            self._end(link)

    def _send(self, link, data):
        link.is_writing |= LANE in data
        if not (self.cut and link.is_writing and STATEMENT in data and b"parse" not in data):
            link.server.sendall(data)
            return
        link.cut, self.cut = self.cut, None
        if link.cut.sent is None:
            link.server.sendall(data)
        else:
            link.server.sendall(data[: link.cut.sent])
            self._end(link, cut=True)

    def _answer(self, link, data):
        if not link.cut:
            link.client.sendall(data)
            return
        link.answer += data
        if link.answer[-READY_BYTES:-1] == b"Z\0\0\0\5":
            link.client.sendall(link.answer[: link.cut.answered])
            self._end(link, cut=True)

    def _end(self, link, cut=False):
        for half in (link.client, link.server):
            self.selector.unregister(half)
            del self.links[half]
        link.close()
        if cut:
            self.happened.set()
