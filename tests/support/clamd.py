"""Virus scanners: clamd with a signature of the EICAR test file, and one that only speaks as it does."""

import contextlib
import pathlib
import shutil
import socketserver
import struct
import subprocess
import tempfile
import threading

from support.daemon import wait_until

# Put together, so that no scanner takes this file for it.
EICAR = (
    rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
)

CONFIGURATION = """\
LocalSocket {folder}/socket
DatabaseDirectory {folder}/signatures
LogFile {folder}/log
Foreground yes
StreamMaxLength 30M
"""


class Clamd:
    """The real one, with a signature of our own: those of its makers are not to be had offline."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="clamd-")
        root = pathlib.Path(self.folder.name)
        (root / "signatures").mkdir()
        signature = f"Eicar-Test-Signature:0:*:{EICAR.hex()}\n"
        (root / "signatures/eicar.ndb").write_text(signature, encoding="ascii")
        (root / "conf").write_text(CONFIGURATION.format(folder=root), encoding="ascii")
        self.address = str(root / "socket")
        self.process = subprocess.Popen(
            ["clamd", "-c", root / "conf"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_until(pathlib.Path(self.address).exists, 60, "clamd")

    def stop(self):
        self.process.terminate()
        self.process.wait(30)
        self.folder.cleanup()


class _Stream(socketserver.StreamRequestHandler):
    """zINSTREAM\\0, then lengths and bytes, then a length of 0."""

    def handle(self):
        with contextlib.suppress(ConnectionError, struct.error):
            assert self.rfile.read(10) == b"zINSTREAM\0"
            content = b""
            while (length := struct.unpack(">I", self.rfile.read(4))[0]) > 0:
                content += self.rfile.read(length)
            self.server.lengths.append(len(content))
            self.wfile.write(self.server.verdict(content) + b"\0")


class StandIn(socketserver.ThreadingTCPServer):
    """Over TCP. `answer` is what it says whatever it is sent, None: the truth about EICAR."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, answer=None):
        super().__init__(("127.0.0.1", 0), _Stream)
        self.answer = answer
        self.lengths = []
        self.address = "127.0.0.1:%d" % self.server_address[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def verdict(self, content):
        if self.answer is not None:
            return self.answer
        return b"stream: Eicar-Test-Signature FOUND" if EICAR in content else b"stream: OK"

    def stop(self):
        self.shutdown()
        self.server_close()


def scanner():
    return Clamd() if shutil.which("clamd") else StandIn()
