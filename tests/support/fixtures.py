"""pytest's fixtures of the rings that run a daemon. A ring's conftest imports them and sets RING and,
if commits must survive a crash, DURABLE."""

import signal

import pytest

from support import FLAVOUR
from support.cast import seed
from support.client import Recorder
from support.cluster import Cluster, awake
from support.daemon import Daemon
from support.issuer import Issuer
from support.world import World

needs_timers = pytest.mark.skipif(
    awake() is not None, reason="by night the clock is libfaketime's, which stops lock_timeout"
)

# Who ends a ring by kill(1), as its time limit does, stops what it started, as by Ctrl-C.
signal.signal(signal.SIGTERM, signal.default_int_handler)
# What concerns somebody outside the county and is told to nobody, without a reason.
UNHEARD = (
    "select distinct topic from trinn.outbox where organisation_id is not null"
    " and topic not in (select topic from trinn.notification_kinds)"
)
# Steps in a case of which nobody said whether its timeline tells of them.
UNSEEN = (
    "select distinct object_kind, action from trinn.audit_events"
    " where case_kind in ('application', 'late_submission', 'disqualification', 'meeting') and not draft"
    " and action <> 'change' except (select object_kind, action from trinn.timeline_kinds()"
    " union all select object_kind, action from trinn.timeline_untold())"
)


@pytest.fixture(scope="session")
def cluster(request):
    durable = getattr(ring_of(request), "DURABLE", False)
    cluster = Cluster(durable)
    yield cluster
    cluster.close()


@pytest.fixture(scope="session")
def issuer():
    """The one that speaks for everybody in a world."""
    return Issuer("https://issuer.test")


@pytest.fixture(scope="session")
def template(cluster, issuer):
    """The schema and the cast; copied for whoever needs a database."""
    database = cluster.new_database()
    seed(database, issuer)
    return database


@pytest.fixture(scope="session")
def recorder(request):
    recorder = Recorder(ring_of(request).RING, FLAVOUR)
    yield recorder
    recorder.close()


@pytest.fixture(scope="module")
def database(template):
    database = template.copy()
    yield database
    unheard, unseen = database.rows(UNHEARD), database.rows(UNSEEN)
    database.leave()
    assert not unheard, f"notification_kinds does not say what is told of {unheard}"
    assert not unseen, f"timeline_kinds() does not say what is told of {unseen}"


@pytest.fixture(scope="module")
def daemon(database):
    daemon = Daemon(database).start()
    yield daemon
    daemon.stop()


@pytest.fixture(scope="module")
def world(daemon, database, issuer, recorder):
    return World(daemon, database, issuer, recorder)


@pytest.fixture
def sound(world):
    """What must hold of all books does after the test."""
    yield
    world.assert_sound()


def ring_of(request):
    """The conftest of the folder the tests lie in."""
    conftests = request.config.pluginmanager.get_plugins()
    return next(module for module in conftests if hasattr(module, "RING"))
