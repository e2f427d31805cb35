"""The wire to PostgreSQL breaks in the midst of a write. Whether it is stored is then not known, as
the answer says; sent again with its key it is there once, and told as what it is."""

import time

import pytest
from load import Write
from proxy import Cut, Proxy
from support.daemon import wait_until

# Where the wire is cut, and whether the write is stored then. A Sync has five bytes.
CUTS = [
    pytest.param(Cut(sent=0), False, id="nothing-sent"),
    pytest.param(Cut(sent=40), False, id="a-part-sent"),
    pytest.param(Cut(sent=-5), False, id="all-but-the-sync-sent"),
    pytest.param(Cut(sent=-1), False, id="all-but-a-byte-sent"),
    pytest.param(Cut(answered=0), True, id="nothing-answered"),
    pytest.param(Cut(answered=60), True, id="a-part-answered"),
    pytest.param(Cut(answered=-6), True, id="all-but-the-commit-answered"),
    pytest.param(Cut(answered=-1), True, id="all-but-a-byte-answered"),
]


@pytest.fixture(scope="module")
def proxy(cluster):
    with Proxy(cluster) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def daemon(database, proxy):
    from conftest import FAULTS
    from support.daemon import Daemon

    daemon = Daemon(proxy.before(database), workers=1).start()
    yield daemon
    daemon.stop(allowed=FAULTS)


def stored(database, write):
    return database.value("select count(*) from trinn.tracks where title = %s", write.name)


def arm(world, proxy, cut):
    """Once the connection that the last cut took is there again: a write sent along with what a new
    one prepares would pass."""
    wait_until(lambda: world.county.finance.get("/readyz").status == 200, 10, "the connections")
    time.sleep(1.5)  # the other worker's too, which did not answer that, on a busy machine
    proxy.arm(cut)


@pytest.mark.parametrize("cut, is_stored", CUTS)
def test_a_write_whose_end_was_not_seen_is_uncertain_and_repeating_it_tells_the_truth(
    world, database, proxy, cut, is_stored
):
    write = Write(world.county.programme_id)
    arm(world, proxy, cut)
    reply = write.send(world.hub.signatory).refused("write-uncertain", 503)
    assert proxy.happened.wait(5)
    assert reply.headers["Retry-After"]
    assert stored(database, write) == is_stored
    again = write.repeat(world.hub.signatory).expect(201)
    assert again.replayed == is_stored
    assert stored(database, write) == 1
    once_more = write.send(world.hub.signatory).expect(201)
    assert once_more.replayed and once_more.json == again.json


def test_a_commit_that_was_not_seen_is_paid_once(world, database, proxy):
    """Of all writes this must not be made twice."""
    payment, _ = world.listed()
    finance = world.county.finance
    registered = finance.do(payment, "register-paid", world.county.registration())
    confirming = world.county.finance_b
    arm(world, proxy, Cut(answered=0))
    confirming.attempt(registered, "confirm-paid", key="pay-once").refused("write-uncertain", 503)
    confirming.attempt(registered, "confirm-paid").refused("version-mismatch", 412)
    again = confirming.attempt(registered, "confirm-paid", key="pay-once").expect(200)
    assert again.replayed and again.json["state"] == "paid"
    paid = "select count(*) from trinn.postings where kind = 'pay' and object_id = %s"
    assert database.value(paid, payment["id"]) == 1
    world.assert_sound()
