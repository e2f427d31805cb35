"""The disk of the database is full: the write is refused, nothing that was acknowledged is lost,
and room is all it takes to go on."""

import contextlib
import os
import pathlib
import subprocess
import time

import pytest
from load import Tally, Write
from support.cast import seed
from support.client import Reply
from support.cluster import Cluster
from support.daemon import wait_until

DISK_MB = 400
WRITES = 300


class SmallDisk(Cluster):
    """A durable cluster on a disk of its own."""

    def __init__(self):
        self.is_mounted = False
        super().__init__(durable=True)

    def start(self):
        if not self.is_mounted:
            size = f"size={DISK_MB}m"
            subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", self.folder], check=True)
            self.is_mounted = True
        super().start()

    def fill(self):
        """To the last byte."""
        with open(self.folder / "filler", "wb") as filler, contextlib.suppress(OSError):
            while filler.write(b"\0" * 65536):
                filler.flush()

    def make_room(self):
        pathlib.Path(self.folder, "filler").unlink()

    def close(self):
        self._run("stop", check=True)
        # A server that says it has stopped may stand in its folder a moment longer.
        subprocess.run(["umount", "--lazy", self.folder], check=True)
        self.folder.rmdir()


def may_mount():
    probe = pathlib.Path("/tmp/trinn-mount-probe")
    probe.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "tmpfs", probe]
    made = subprocess.run(command, check=False, capture_output=True)
    if made.returncode == 0:
        subprocess.run(["umount", probe], check=True)
    probe.rmdir()
    return made.returncode == 0


pytestmark = pytest.mark.skipif(
    os.getuid() != 0 or not may_mount(), reason="takes root, to mount a small disk"
)


@pytest.fixture
def small(issuer):
    disk = SmallDisk()
    database = disk.new_database()
    seed(database, issuer)
    yield database
    disk.close()


def test_a_full_disk_refuses_writes_and_loses_none(small, serve, figures):
    world = serve(database=small)
    hub = world.hub.signatory
    acknowledged, refusals = [], []
    first = Write(world.county.programme_id)
    first.finish(hub)
    small.cluster.fill()
    for _ in range(WRITES):
        write = Write(first.body["programmeId"])
        reply = write.send(hub)
        if reply.status == 201:
            write.id = int(reply.json["id"])
            acknowledged.append(write)
        else:
            refusals.append((write, reply))
        if len(refusals) >= 5:
            break
    assert refusals, "the disk was not full"
    for _, reply in refusals:
        assert isinstance(reply, Reply) and reply.status == 503, reply
        assert reply.code in ("unavailable", "write-uncertain") and reply.headers["Retry-After"]
    small.cluster.make_room()
    small.cluster.start()
    back = time.monotonic()
    wait_until(world.daemon.is_ready, 30, "readiness")
    for write, _ in refusals:
        write.finish(hub)
        acknowledged.append(write)
    healing = time.monotonic() - back
    tally = Tally(small, [first, *acknowledged])
    figures(f"{tally}, {len(refusals)} refused; all written {healing:.2f} s after there was room")
    tally.assert_exact()
    assert healing <= 5
    world.assert_sound()
