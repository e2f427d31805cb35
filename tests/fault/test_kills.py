"""Processes die without a word, in the midst of writing. What was acknowledged is there, once."""

import os
import signal
import time

from load import Tally, Writers
from support.daemon import is_running, wait_until

HEALED_S = 5


def progress(writers, number=15):
    """Until so many more writes are done."""
    goal = len(writers.acknowledged()) + number
    wait_until(lambda: len(writers.acknowledged()) >= goal, 60, "progress")


def kill_backend(database, condition):
    """One server process; the postmaster then ends all others and recovers."""
    pid = wait_until(lambda: database.backends(condition), 20, "a backend")[0][0]
    os.kill(pid, signal.SIGKILL)


def answers(database):
    """Whether PostgreSQL does."""
    try:
        return database.value("select true")
    except Exception:  # whatever it says while it recovers
        return False


def test_a_worker_killed_under_load_is_replaced_and_nothing_is_lost(
    world, daemon, database, figures
):
    healing = []
    with Writers(world) as writers:
        for _ in range(3):
            progress(writers)
            victim = daemon.kill_worker()
            moment = time.monotonic()
            wait_until(
                lambda gone=victim: len(set(daemon.workers()) - {gone}) == 2, 10, "another worker"
            )
            healing.append(time.monotonic() - moment)
        progress(writers)
    tally = Tally(database, writers.acknowledged())
    figures(f"{tally}; another worker after {max(healing):.2f} s")
    tally.assert_exact()
    assert len(daemon.events("worker.died", signal=signal.SIGKILL)) == 3
    assert max(healing) <= HEALED_S


def test_postgresql_killed_under_load_comes_back_with_all_that_was_acknowledged(
    world, cluster, database, figures
):
    with Writers(world) as writers:
        progress(writers)
        cluster.kill()
        time.sleep(1)
        cluster.start()
        back = time.monotonic()
        healing = writers.healed_after_s(back)
        progress(writers)
    tally = Tally(database, writers.acknowledged())
    figures(f"{tally}; healed {healing:.2f} s after PostgreSQL was back")
    tally.assert_exact()
    assert healing <= HEALED_S
    world.assert_sound()


def test_a_server_process_killed_under_load_ends_all_others_and_nothing_is_lost(
    world, database, figures
):
    with Writers(world) as writers:
        progress(writers)
        kill_backend(database, "application_name = 'trinnd write'")
        time.sleep(0.2)
        wait_until(lambda: answers(database), 30, "recovery")
        healing = writers.healed_after_s(time.monotonic())
        progress(writers)
    tally = Tally(database, writers.acknowledged())
    figures(f"{tally}; healed {healing:.2f} s after PostgreSQL was back")
    tally.assert_exact()
    assert healing <= HEALED_S
    world.assert_sound()


def test_connections_ended_by_the_administrator_cost_nobody_a_write(world, database, figures):
    with Writers(world) as writers:
        for _ in range(3):
            progress(writers)
            database.run(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                " where application_name like 'trinnd%' and datname = current_database()"
            )
        progress(writers)
    tally = Tally(database, writers.acknowledged())
    figures(str(tally))
    tally.assert_exact()


def test_workers_do_not_outlive_a_master_that_was_killed(serve):
    daemon = serve().daemon
    workers = daemon.workers()
    daemon.process.kill()
    daemon.process.wait()
    wait_until(lambda: not any(is_running(pid) for pid in workers), 10, "the end of the workers")
    daemon.start()  # its port is free again
