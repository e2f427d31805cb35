"""What firms pay for a stage is no cost of the county: it lowers the claims of one grant."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts
from support import copayments as c
from support.copayments import SHARE_ORE
from support.daemon import wait_until
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")


def granted(world, programme_id=None):
    """A track of the hub with a grant of 75 per cent of 100 000 kr, and the grant."""
    hub, county = world.hub, world.county
    programme_id = programme_id or county.programme_id
    track = hub.track(programmeId=programme_id)
    call = county.call(county.funding_line(programmeId=programme_id))
    submitted = hub.signatory.do(hub.fill(hub.draft(call, trackId=track["id"])), "submit")
    return track, hub.accept(county.grant_of(county.decide(county.recommend(submitted))))


def claim(hub, grant, kroner, **query):
    """Tried, with all the costs there can be."""
    full = hub.claim_content(1)["costs"][0]
    costs = [full | {"amountOre": 75_000 * KRONE}]
    costs.append(costs[0] | {"costGroup": "workshops", "amountOre": 25_000 * KRONE})
    costs[1]["invoiceNumber"] += "-2"
    content = hub.claim_content(kroner * KRONE, costs=costs)
    return hub.signatory.post(grant / "claims", content, **query)


def test_what_firms_pay_the_hub_does_not_claim_of_the_county_as_well(world):
    hub, programme = world.hub, world.county.programme()
    granted(world, programme)
    track, grant = granted(world, programme)
    cohort = cohorts.cohort(world, hub, track, stage=2)
    enrolments = [
        hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world)) for _ in range(3)
    ]
    cohorts.add(hub, cohort, *enrolments)

    reply = claim(hub, grant, 64_001, dryRun="true").expect(422)
    assert reply.faults == [("claim-over-costs", "#/amountOre")]
    assert "36\u00a0000 kr" in reply.text and "64\u00a0000 kr" in reply.text
    claim(hub, grant, 64_000, dryRun="true").expect(204)
    c.let_off(hub, c.of(hub, enrolments[0]))
    claim(hub, grant, 75_000, dryRun="true").expect(204)
    share = {"raisedOre": 3 * SHARE_ORE, "paidOre": 0, "openOre": 2 * SHARE_ORE}
    assert hub.signatory.read(track.path)["firmsShare"] == share


def test_firms_in_no_cohort_lower_the_claims_of_one_grant(world):
    hub, programme = world.hub, world.county.programme()
    tracks, grants = zip(granted(world, programme), granted(world, programme))
    for _ in range(3):
        hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))
    told = [hub.signatory.read(track.path)["firmsShare"]["raisedOre"] for track in tracks]
    assert told == [3 * SHARE_ORE, 0]
    claim(hub, grants[0], 64_001, dryRun="true").expect(422)
    claim(hub, grants[0], 64_000, dryRun="true").expect(204)
    claim(hub, grants[1], 75_000, dryRun="true").expect(204)


def test_a_share_that_is_raised_after_the_final_claim_lowers_the_next_grant(world):
    hub, programme = world.hub, world.county.programme()
    tracks, grants = zip(granted(world, programme), granted(world, programme))
    hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))
    hub.claim(grants[0], 36_000 * KRONE, kind="final")
    hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))
    told = [hub.signatory.read(track.path)["firmsShare"]["raisedOre"] for track in tracks]
    assert told == [SHARE_ORE, SHARE_ORE]


def test_a_claim_waits_for_a_firm_that_is_about_to_owe(world, database):
    """What it was decided on was true before: it is decided anew."""
    hub, programme = world.hub, world.county.programme()
    _, grant = granted(world, programme)
    for _ in range(2):
        hub.signatory.do(c.ready(world, programme=programme), "enrol", c.place(world))
    third = c.ready(world, programme=programme)
    with ThreadPoolExecutor(2) as pool:
        with database.commands_held():
            enrolling = pool.submit(hub.hub_editor.do, third, "enrol", c.place(world))
            wait_until(lambda: database.n_waiting() == 1, 5, "the firm")
            claimed = pool.submit(claim, hub, grant, 75_000)
            wait_until(lambda: database.n_waiting() == 2, 5, "the claim")
        enrolling.result()
        assert claimed.result().expect(422).faults == [("claim-over-costs", "#/amountOre")]
