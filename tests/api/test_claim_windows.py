"""What is not claimed by the last day for claims lapses by itself; the recipient is reminded before."""

import datetime

from support import appeals, grants, letters
from support.bodies import REASON
from support.parties import KRONE


def lapse(world):
    return grants.taken(world, "jobs_lapse_rest")


def remind(world):
    return grants.taken(world, "jobs_remind_of_claim")


def reminders(world, grant):
    return world.database.value(
        "select count(*) from trinn.outbox where topic = 'grant.remind' and object_id = %s",
        grant["id"],
    )


def test_the_day_follows_the_work_and_the_letter_tells_it(world):
    hub = world.hub
    grant = grants.windowed(world, hub, 90)
    end = datetime.date.fromisoformat(grant["endsOn"])
    assert grant["claimBy"] == str(end + datetime.timedelta(90))
    told = letters.of_decision(world, grant["decisionId"])
    day = datetime.date.fromisoformat(grant["claimBy"]).strftime("%d.%m.%Y")
    assert f"siste utbetaling senest {day}" in told
    longer = grants.decided(world, hub, grants.asked(world, hub, grant=grant))
    end = datetime.date.fromisoformat(longer["until"])
    grant = hub.signatory.read(grant.path)
    assert grant["claimBy"] == str(end + datetime.timedelta(90))


def test_without_a_figure_nothing_lapses(world):
    grant = grants.part_granted(world.hub)
    assert grant["claimBy"] is None
    assert lapse(world) == remind(world) == []


def test_after_the_day_nothing_is_claimed_and_the_rest_goes_back(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    grant = grants.windowed(world, hub)
    county.release(county.attest(county.review(grants.claim(hub, grant, 10_000 * KRONE))))
    line = grant["fundingLineId"]
    before = county.balances(line)
    grants.claim_until(world, grant, 0)
    assert lapse(world) == []
    grants.claim_until(world, grant, -1)
    content = hub.claim_content(100 * KRONE)
    told = hub.signatory.post(grant / "claims", content).json
    assert "claim-late" in {t["code"] for t in told["errors"]}
    assert lapse(world) == [grant["id"]]
    assert lapse(world) == []
    grant = hub.signatory.read(grant.path)
    assert (grant["state"], grant["endReason"]) == ("lapsed", "not_claimed")
    assert county.balances(line)["available"] - before["available"] == 20_000 * KRONE
    application = hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    assert application["state"] == "closed"
    sheet = hub.signatory.read(grant / "settlement")
    assert (sheet["aidOre"], sheet["releasedOre"]) == (10_000 * KRONE, 20_000 * KRONE)
    world.assert_sound()


def test_nothing_lapses_while_something_is_open(world):
    hub = world.hub
    claimed = grants.windowed(world, hub)
    grants.claim(hub, claimed, 10_000 * KRONE)
    amended = grants.windowed(world, hub)
    asked = grants.asked(world, hub, grant=amended)
    appealed = grants.windowed(world, hub)
    application = hub.signatory.read(f"/v1/applications/{appealed['applicationId']}")
    appeals.lodged(world, hub, application)
    for grant in (claimed, amended, appealed):
        grants.claim_until(world, grant, -1)
    assert lapse(world) == []
    hub.signatory.do(asked, "withdraw", REASON)
    assert lapse(world) == [amended["id"]]


def test_the_recipient_is_reminded_once_for_each_figure(world):
    hub = world.hub
    grant = grants.windowed(world, hub)
    told = []
    for days in (61, 60, 59, 30, 7, 0):
        grants.claim_until(world, grant, days)
        remind(world)
        assert remind(world) == []
        told.append(reminders(world, grant))
    assert told == [0, 1, 1, 2, 3, 3]
    (task,) = [t for t in hub.signatory.items("/v1/tasks", limit=1000) if t["path"] == grant.path]
    assert (task["operationId"], task["dueOn"]) == ("createClaim", str(world.today))
    assert task["amountOre"] == grant["remainingOre"]


def letter_of(world, grant, language="nb"):
    """What it says, with usual spaces."""
    told = world.database.value(
        "select trinn.jobs_letter_content(l.county_id, l.id)::text from trinn.letters l"
        " where l.grant_id = %s and l.language = %s",
        grant["id"],
        language,
    )
    return told.replace("\u00a0", " ")


def test_a_letter_tells_what_lapsed_and_why(world):
    hub, county = world.hub, world.county
    world.ensure_account(hub)
    grant = grants.windowed(world, hub)
    county.release(county.attest(county.review(grants.claim(hub, grant, 10_000 * KRONE))))
    grants.claim_until(world, grant, -1)
    lapse(world)
    told = letter_of(world, grant)
    assert "Resten av tilskuddet" in told and "20 000 kroner" in told and "10 000 kroner" in told
    posts = county.archivist.items("/v1/journal-posts", applicationId=grant["applicationId"])
    assert posts[0]["title"] == "Tilskuddet er falt bort" and posts[0]["postType"] == "U"
    letters = hub.signatory.items(f"/v1/applications/{grant['applicationId']}/letters")
    assert (letters[0]["kind"], letters[0]["grantId"]) == ("lapse", grant["id"])
    content = {"letterId": letters[0]["id"], "language": "en"}
    asked = hub.signatory.make(f"/v1/applications/{grant['applicationId']}/letters", content)
    assert asked["kind"] == "lapse" and "has lapsed" in letter_of(world, grant, "en")


def test_an_offer_that_lapsed_is_told_too(world):
    told = letter_of(world, grants.lapsed(world, world.hub))
    assert "Tilsagnet om tilskudd" in told and "søke på nytt" in told
