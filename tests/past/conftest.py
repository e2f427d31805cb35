"""Runs the tests with build/$FLAVOUR/bin/trinn, which the ring sets to release: a past of three years
takes long with the sanitizers, and tests/api plays a small one with them."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

from support import ROOT  # noqa: E402
from support.daemon import Daemon, free_port  # noqa: E402
from support.trinn import Trinn, open_folder  # noqa: E402

REGISTER = ROOT / "sql/reference/enheter_synthetic.json.gz"


@pytest.fixture(scope="session")
def past():
    with open_folder() as folder:
        one = Trinn(folder / "state")
        one.ok("cluster", "start")
        one.ok("migrate")
        one.ok("import", REGISTER)
        one.ok("example")
        one.ok("history", "--port", str(free_port()))
        yield one
        one.ok("clean")


@pytest.fixture(scope="session")
def served(past):
    """The past over HTTP, on the day of today."""
    daemon = Daemon(past, development="true", workers=1).start()
    yield daemon
    daemon.stop()
