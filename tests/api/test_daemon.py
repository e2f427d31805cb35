"""trinnd as its operator meets it: settings, workers that die, the end."""

import os
import signal
import subprocess

import pytest
from support import ROOT, program
from support.daemon import Daemon, wait_until


def test_the_example_of_the_settings_is_what_the_help_says():
    said = subprocess.run([program("trinnd"), "--help"], capture_output=True, text=True,
                          check=True).stdout
    assert said == (ROOT / "deploy/trinnd.conf.example").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["trinnd", "trinn-jobs"])
def test_the_help_can_be_used_as_settings(name, tmp_path):
    """Only the database is missing."""
    settings = tmp_path / "settings"
    settings.write_bytes(subprocess.run([program(name), "--help"], capture_output=True,
                                        check=True).stdout)
    done = subprocess.run([program(name), f"--config={settings}"], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "database: must be given\n"


def test_a_dead_worker_is_replaced_and_one_that_dies_again_waits_longer(database):
    daemon = Daemon(database, workers=1).start()
    for n in range(1, 4):
        victim = daemon.kill_worker()
        wait_until(lambda: len(daemon.events("worker.ready")) > n, 30, "another worker")
        assert victim not in daemon.workers()
    pauses = [event["pause_ms"] for event in daemon.events("worker.died")]
    assert pauses == [200, 400, 800]
    daemon.stop(allowed=["worker.died"])


def test_a_worker_that_does_not_end_is_killed(database):
    daemon = Daemon(database, workers=2, drain_s=1).start()
    os.kill(daemon.workers()[0], signal.SIGSTOP)
    daemon.terminate()
    assert daemon.wait(15) == 0
    daemon.stop(allowed=["workers.killed", "worker.died"])


def test_workers_end_with_their_master(database):
    daemon = Daemon(database, workers=2).start()
    workers = daemon.workers()
    daemon.process.kill()
    daemon.process.wait()
    wait_until(lambda: not any(is_running(pid) for pid in workers), 10, "the workers' end")
    daemon.folder.cleanup()


def test_keys_that_cannot_be_read_are_complained_of(database):
    daemon = Daemon(database, workers=1).start()
    database.run("revoke select on trinn.issuer_keys from trinn_api; notify trinn_keys")
    wait_until(lambda: daemon.events("trust.refused", sqlstate="42501"), 10, "the complaint")
    database.run("grant select on trinn.issuer_keys to trinn_api")
    daemon.stop(allowed=["trust.refused"])


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
