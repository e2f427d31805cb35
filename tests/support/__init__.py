"""The vocabulary of the tests against a running daemon.

Cluster and Database   PostgreSQL of the tests' own
Daemon                 trinnd, with what it logged
Issuer                 tokens
Client                 one person in one role, speaking HTTP
World                  two counties, their people, and what they do
"""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLAVOUR = os.environ.get("FLAVOUR", "asan")


def program(name, flavour=FLAVOUR):
    """The path of one of our programs; `make FLAVOUR=...` has built it."""
    path = ROOT / "build" / flavour / "bin" / name
    assert path.exists(), f"{path} is missing: run make FLAVOUR={flavour}"
    return str(path)
