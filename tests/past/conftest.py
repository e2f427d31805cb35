"""Runs the tests with build/$FLAVOUR/bin/trinn, which the ring sets to release: a past of three years
takes long with the sanitizers, and tests/api plays a small one with them."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")
