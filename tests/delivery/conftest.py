"""What hubs and fagpartnere do for firms, from mobilisation to what came of it; against
build/$FLAVOUR/bin/trinnd, asan by default."""

import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
pytest.register_assert_rewrite("support")

from support import cohorts, partners  # noqa: E402
from support.fixtures import *  # noqa: E402, F401, F403

RING = "delivery"


@pytest.fixture
def hub(world):
    return world.hub


@pytest.fixture
def agreed(world):
    """An engagement of the world's fagpartner."""
    return partners.agreed(world, world.hub)


@pytest.fixture(scope="module")
def track(world):
    return cohorts.granted_track(world, world.hub)


@pytest.fixture(scope="module")
def own(world):
    """The enrolment of the world's firm, which has people."""
    return cohorts.enrolled(world, world.hub, world.firm.orgnr)
