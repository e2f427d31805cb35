"""Runs the tests against build/$FLAVOUR/bin/trinnd: asan, and nochecks, where the daemon asks
nobody what they may and PostgreSQL must hold alone."""

import functools
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

import things  # noqa: E402
from people import clients  # noqa: E402
from support import FLAVOUR  # noqa: E402
from support.daemon import Daemon  # noqa: E402
from support.fixtures import *  # noqa: E402, F401, F403

RING = "isolation"
collect_ignore = ["test_checks.py"] if FLAVOUR == "nochecks" else []


@pytest.fixture(scope="module")
def daemon(database):
    """Where checks are left out the database may find that the daemon has a fault, and it has."""
    daemon = Daemon(database).start()
    yield daemon
    daemon.stop(allowed=["db.failed"] if FLAVOUR == "nochecks" else [])


@pytest.fixture(scope="module")
def people(world):
    """Clients by name."""
    return clients(world)


@pytest.fixture(scope="module")
def thing(world):
    """thing("grant.offered"): that of the hub or its county, always the same."""
    return functools.cache(functools.partial(things.make, world))
