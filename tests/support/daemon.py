"""trinnd as a process."""

import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time

import requests

from support import FLAVOUR, program
from support.cluster import children_of


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_running(pid):
    """A zombie is not."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def wait_until(condition, timeout_s=10, what="it"):
    """The first true value of condition()."""
    deadline = time.monotonic() + timeout_s
    while not (value := condition()):
        assert time.monotonic() < deadline, f"{what} did not come in {timeout_s} s"
        time.sleep(0.02)
    return value


class Daemon:
    """trinnd on a loopback port of its own. At the end stop() insists that it went without a
    complaint; `settings` are its own, as `trinnd --help` names them."""

    def __init__(self, database, flavour=FLAVOUR, **settings):
        self.folder = tempfile.TemporaryDirectory(prefix="trinnd-")
        self.log = pathlib.Path(self.folder.name, "log")
        secret = pathlib.Path(self.folder.name, "secret")
        secret.write_text("the tests' own, of some thirty-two bytes", encoding="ascii")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = {
            "database": database.conninfo("trinn_api"),
            "port": self.port,
            "workers": 2,
            "cursor_secret_file": secret,
            "log_level": "info",
        } | settings
        self.flavour = flavour
        self.process = None

    def start(self):
        self.launch()
        wait_until(self._is_up, 30, "the daemon")
        return self

    def launch(self):
        """Starts it, and waits until it answers at all."""
        arguments = [f"--{key}={value}" for key, value in self.settings.items()]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [program("trinnd", self.flavour), *arguments],
                stderr=log,
                env=os.environ | {"ASAN_OPTIONS": "quarantine_size_mb=8"},
            )
        wait_until(self._is_alive, 30, "life")

    def _is_alive(self):
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(self.url + "/livez", timeout=20).status_code == 200
        assert self.process.poll() is None, self.log.read_text()
        return False

    def _is_up(self):
        assert self.process.poll() is None, self.log.read_text()
        return len(self.events("worker.ready")) >= self.settings["workers"] and self.is_ready()

    def is_ready(self):
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(self.url + "/readyz", timeout=20).status_code == 200
        return False

    def wait_ready(self, timeout_s=30):
        wait_until(self.is_ready, timeout_s, "readiness")

    def events(self, name=None, **fields):
        """What it logged, as dicts, of this name and with these values."""
        wanted = fields | ({"ev": name} if name else {})
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        events = [json.loads(line) for line in lines if line.startswith("{")]
        return [e for e in events if all(e.get(key) == value for key, value in wanted.items())]

    def complaints(self):
        """Lines that are no events: those of a sanitizer, or of the dynamic linker."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if not line.startswith("{")]

    def workers(self):
        """Their process ids."""
        return children_of(self.process.pid)

    def kill_worker(self):
        victim = self.workers()[0]
        os.kill(victim, signal.SIGKILL)
        return victim

    def pss_bytes(self):
        """Memory of all its processes, shared pages counted in part."""
        total = 0
        for pid in [self.process.pid, *self.workers()]:
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
        return total

    def terminate(self):
        self.process.terminate()

    def wait(self, timeout_s=60):
        """The exit status."""
        return self.process.wait(timeout_s)

    def stop(self, allowed=()):
        """Ends it, if it has not ended. It must go at once and well, having logged no error but
        the events allowed."""
        if self.process.poll() is None:
            self.terminate()
        status = self.wait()
        complaints = self.complaints()
        errors = [e for e in self.events(lvl="error") if e["ev"] not in allowed]
        self.folder.cleanup()
        assert not complaints, "\n".join(complaints[:60])
        assert not errors, errors
        assert status == 0
