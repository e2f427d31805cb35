"""Runs the tests against build/$FLAVOUR/bin/trinnd, asan by default. What was lost, doubled and how
long healing took is told at the end."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

from support.daemon import Daemon  # noqa: E402
from support.fixtures import *  # noqa: E402, F401, F403
from support.world import World  # noqa: E402

RING = "fault"
DURABLE = True
FAULTS = ("db.failed", "worker.died")
FIGURES = []


@pytest.fixture(scope="module")
def daemon(database):
    """One for all faults of a file: it is not started again."""
    daemon = Daemon(database).start()
    yield daemon
    daemon.stop(allowed=FAULTS)


@pytest.fixture
def serve(database, issuer, recorder):
    """serve(database=..., **settings): a world of a daemon's own, on the module's database unless
    another is given."""
    started = []

    def start(database=database, **settings):
        daemon = Daemon(database, **settings).start()
        started.append(daemon)
        return World(daemon, database, issuer, recorder)

    yield start
    for daemon in started:
        daemon.stop(allowed=FAULTS)


@pytest.fixture
def figures(request):
    """figures("lost 0 of 12")"""
    name = request.node.name.removeprefix("test_").replace("_", " ")
    return lambda text: FIGURES.append(f"{name}: {text}")


def pytest_terminal_summary(terminalreporter):
    for line in FIGURES:
        terminalreporter.write_line(line)
