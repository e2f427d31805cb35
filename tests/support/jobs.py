"""trinn-jobs as a process."""

import json
import pathlib
import re
import subprocess
import tempfile

from support import program
from support.daemon import wait_until


class Jobs:
    """At the end stop() insists that it went without a complaint; `settings` are its own, as
    `trinn-jobs --help` names them."""

    def __init__(self, database, **settings):
        self.folder = tempfile.TemporaryDirectory(prefix="trinn-jobs-")
        self.log = pathlib.Path(self.folder.name, "log")
        settings = {"database": database.conninfo("trinn_jobs"), "log_level": "debug"} | settings
        arguments = [f"--{key}={value}" for key, value in settings.items()]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([program("trinn-jobs"), *arguments], stderr=log)

    def events(self, name, **fields):
        """What it logged, as dicts, of this name and with these values."""
        lines = self.log.read_text("utf-8").splitlines()
        events = [json.loads(line) for line in lines if line.startswith("{")]
        return [e for e in events if (fields | {"ev": name}).items() <= e.items()]

    def wait_for(self, name, count=1, **fields):
        """The last of at least so many."""
        wait_until(lambda: len(self.events(name, **fields)) >= count, what=f"{count} {name}")
        return self.events(name, **fields)[-1]

    def wait_ready(self):
        """It works, it does not stand by."""
        self.wait_for("jobs.ready")
        return self

    def peak_kib(self):
        """The most memory that it had at any time."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1))

    def stop(self, status=0):
        if self.process.poll() is None:
            self.process.terminate()
        assert self.process.wait(20) == status
        complaints = [
            line for line in self.log.read_text("utf-8").splitlines() if not line.startswith("{")
        ]
        self.folder.cleanup()
        assert not complaints, "\n".join(complaints[:60])
