"""Builds and starts what the wire tests speak to: wire-server, which is lib/http and little else, and
build/$FLAVOUR/bin/trinnd, asan by default.

WIRE_TARGET=host:port runs the tests that fit any server (test_cases.py) against a running daemon.
"""

import os
import pathlib
import subprocess
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

import wire  # noqa: E402
from support.daemon import Daemon  # noqa: E402
from support.fixtures import *  # noqa: E402, F401, F403

RING = "wire"
ROOT = pathlib.Path(__file__).parents[2]
OUT = "build/asan"
PARTS = [
    f"{OUT}/tests/support/wire-server.o",
    f"{OUT}/lib/http.a",
    f"{OUT}/lib/loop.a",
    f"{OUT}/lib/base.a",
]


@pytest.fixture(scope="session")
def program():
    """The path of wire-server, built with the sanitizers."""
    subprocess.run(["make", "-s", "FLAVOUR=asan", *PARTS], cwd=ROOT, check=True)
    path = ROOT / OUT / "tests/support/wire-server"
    link = ["gcc", "-fsanitize=address,undefined", "-o", path, *PARTS, "-levent"]
    subprocess.run(link, cwd=ROOT, check=True)
    os.environ.setdefault("ASAN_OPTIONS", "quarantine_size_mb=8")
    return path


@pytest.fixture
def start(program):
    """Starts servers with limits of their own; at the end each must stop without a complaint."""
    servers = []

    def start_one(**limits):
        servers.append(wire.Server(program, **limits))
        return servers[-1]

    yield start_one
    for server in servers:
        if not server.killed:
            server.stop()


@pytest.fixture(scope="session")
def server(program):
    """One with the usual limits for all tests that leave it as it was."""
    one = wire.Server(program, max_body_bytes=8192, request_timeout_s=30)
    yield one
    one.stop()


@pytest.fixture(scope="session")
def database(template):
    return template.copy()


@pytest.fixture(scope="session")
def daemon(database):
    """With the limits of `server`."""
    one = Daemon(database, workers=1, max_body_bytes=8192, request_timeout_s=30).start()
    yield one
    one.stop()


@pytest.fixture(scope="session")
def wire_daemon(daemon):
    return wire.Daemon(f"127.0.0.1:{daemon.port}")


TARGETS = ["elsewhere"] if "WIRE_TARGET" in os.environ else ["server", "wire_daemon"]


@pytest.fixture(scope="session", params=TARGETS)
def target(request):
    """Where the raw cases go."""
    if request.param == "elsewhere":
        return wire.Daemon(os.environ["WIRE_TARGET"])
    return request.getfixturevalue(request.param)
