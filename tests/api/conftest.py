"""Runs the tests against build/$FLAVOUR/bin/trinnd, asan by default."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

from support.fixtures import *  # noqa: E402, F401, F403

RING = "api"
