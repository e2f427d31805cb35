"""trinnd as its operator meets it: settings, workers that die, the end."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections import Counter

import pytest
from support import ROOT, program
from support.cluster import Database
from support.crowd import Crowd
from support.daemon import Daemon, is_running, wait_until

ANSWERS_WITHIN_S = 5  # without its database


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


class Visitors(Crowd):
    """Read, each time on a connection of its own. A worker that is killed resets those it had."""

    def __init__(self, daemon, token, number=4):
        super().__init__(number)
        self.daemon = daemon
        self.token = token
        self.met = Counter()

    def work(self, _number):
        while not self.stopping.is_set():
            self.met[self._visit()] += 1

    def _visit(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.daemon.port, timeout=30)
        try:
            connection.request("GET", "/v1/me", headers={"Authorization": f"Bearer {self.token}"})
            return connection.getresponse().status
        except OSError as error:
            return "reset" if isinstance(error, ConnectionResetError) else repr(error)
        finally:
            connection.close()


def test_while_a_worker_starts_again_its_clients_are_served_by_another(database, issuer):
    daemon = Daemon(database, workers=2).start()

    def await_workers(number):
        wait_until(lambda: len(daemon.events("worker.ready")) == number, 30, "another worker")

    await_workers(2)  # the first alone makes the daemon ready
    with Visitors(daemon, issuer.token("caseworker@trondelag")) as visitors:
        for n in range(3, 6):
            daemon.kill_worker()
            await_workers(n)
            seen = visitors.met[200]
            wait_until(lambda: visitors.met[200] > seen + 50, 30, "visitors")
    assert set(visitors.met) <= {200, "reset"}, visitors.met
    daemon.stop(allowed=["worker.died"])


def test_a_daemon_that_finds_no_database_says_so_soon(template):
    database = template.copy()
    admin = Database(database.cluster, "postgres")
    admin.run(f"alter database {database.name} allow_connections false")
    daemon = Daemon(database, workers=2)
    begun = time.monotonic()
    daemon.launch()
    assert time.monotonic() < begun + ANSWERS_WITHIN_S
    assert not daemon.is_ready()
    admin.run(f"alter database {database.name} allow_connections true")
    daemon.wait_ready()
    daemon.stop()


def test_an_address_that_is_taken_ends_the_daemon_at_once(database):
    daemon = Daemon(database, workers=2)
    with socket.socket() as other:
        other.bind(("127.0.0.1", daemon.port))
        with pytest.raises(AssertionError, match="worker.listen"):
            daemon.launch()
        assert daemon.wait(10) == 1
    daemon.folder.cleanup()


def test_keys_that_cannot_be_read_are_complained_of(database):
    daemon = Daemon(database, workers=1).start()
    database.run("revoke select on trinn.issuer_keys from trinn_api; notify trinn_keys")
    wait_until(lambda: daemon.events("trust.refused", sqlstate="42501"), 10, "the complaint")
    database.run("grant select on trinn.issuer_keys to trinn_api")
    daemon.stop(allowed=["trust.refused"])
