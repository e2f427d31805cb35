"""Hours that are for a track: of firms that take part in its programme, and claimed under its grant."""

from support import cohorts, partners
from support.delivery import enrolled, new_firm
from support.enrolments import stage
from support.parties import KRONE

JOIN = (
    "insert into trinn.memberships (county_id, hub_id, firm_id, member_from)"
    " select 50, h.id, f.id, '2020-01-01' from trinn.organisations h, trinn.organisations f"
    " where h.orgnr = %s and f.orgnr = %s"
)


def test_hours_for_a_track_are_ordered_for_firms_in_its_programme(world, agreed):
    hub = world.hub
    member, elsewhere, inside = (new_firm(world) for _ in range(3))
    world.database.run(JOIN, hub.orgnr, member)
    enrolled(world, hub, elsewhere, world.county.programme())
    enrolled(world, hub, inside)

    def attempt(engagement, orgnr):
        content = partners.order_content(world, minutes=60, firms=[{"orgnr": orgnr}])
        return hub.signatory.post(engagement / "hours", content)

    for orgnr in (member, elsewhere):
        reply = attempt(agreed, orgnr).refused("validation-failed", 422)
        assert reply.faults == [("not-of-track", "#/firms/0/orgnr")]
    attempt(agreed, inside).expect(201)
    content = partners.engagement_content(world, hub)
    for_no_track = hub.signatory.make("/v1/engagements", content)
    for_no_track = world.fagpartner.fagpartner.do(for_no_track, "agree", {})
    for orgnr in (member, elsewhere, inside):
        attempt(for_no_track, orgnr).expect(201)
    world.assert_sound()


def granted(world, call, track, number):
    """The hub's grant of the call for that stage of its track."""
    hub, county = world.hub, world.county
    draft = hub.fill(hub.draft(call, trackId=track["id"]))
    plan = hub.plan(firms=[{"orgnr": world.firm.orgnr, "stage": number}])
    draft = hub.signatory.save(draft, "plan", plan)
    decided = county.decide(county.recommend(hub.signatory.do(draft, "submit")))
    return hub.accept(county.grant_of(decided))


def invoiced(world, track):
    """Hours of the track, and the number of the fagpartner's invoice of 600 kroner for them."""
    engagement = partners.agreed(world, world.hub, trackId=track["id"])
    hours = partners.confirmed(world, world.hub, engagement)
    invoice = partners.invoice_content(world, hours["id"], amountOre=600 * KRONE)
    world.hub.signatory.post(engagement / "invoices", invoice).expect(200)
    return hours, invoice["number"]


def claim(world, grant, number, amount_ore):
    """Under the grant of that path, for a cost that the invoice is evidence of."""
    content = world.hub.claim_content(amount_ore)
    evidence = {"supplierOrgnr": world.fagpartner.orgnr, "invoiceNumber": number}
    content["costs"][0] |= evidence | {"amountOre": 600 * KRONE}
    return world.hub.signatory.post(f"{grant}/claims", content)


def test_an_invoice_for_one_track_is_not_claimed_under_the_grant_of_another(world):
    hub = world.hub
    own, other = (cohorts.granted_track(world, hub) for _ in range(2))
    grants = {
        world.county.caseworker.read(f"/v1/applications/{g['applicationId']}")["trackId"]: g
        for g in hub.signatory.items("/v1/grants")[:2]
    }
    _, number = invoiced(world, own)

    def attempt(track):
        return claim(world, f"/v1/grants/{grants[track['id']]['id']}", number, 750 * KRONE)

    refused = attempt(other).expect(422)
    assert ("invoice-other-track", "#/costs/0/invoiceNumber") in refused.faults
    assert "invoice-other-track" not in [code for code, _ in attempt(own).faults]


def test_hours_in_one_stage_are_not_claimed_under_the_grant_for_another(world):
    """Where the firm's share would not count: it is in stage 1."""
    track = world.hub.track()
    grant = granted(world, world.county.call(stages=[2]), track, 2)
    hours, number = invoiced(world, track)

    reply = claim(world, grant.path, number, 450 * KRONE)
    assert reply.refused("validation-failed", 422).faults == [("invoice-other-stage", "#/costs/0/invoiceNumber")]
    assert f"{hours['id']} (" in reply.json["errors"][0]["detail"]


def test_hours_of_a_firm_without_a_stage_are_claimed_as_mobilisation(world):
    """Under the track's grant for its first stage; that for another stage is not for them."""
    hub, county, orgnr = world.hub, world.county, world.firm.orgnr
    programme = county.programme(stages=[stage(1), stage(2)])
    line = county.funding_line(programmeId=programme)
    track = hub.track(programmeId=programme)

    first, second = (granted(world, county.call(line, stages=[n]), track, n) for n in (1, 2))
    hub.follow(programme, orgnr)
    _, number = invoiced(world, track)

    def attempt(grant):
        return claim(world, grant.path, number, 450 * KRONE)

    other = [("invoice-other-stage", "#/costs/0/invoiceNumber")]
    assert attempt(second).refused("validation-failed", 422).faults == other
    world.assert_sound()
    attempt(first).expect(201)


OF_STAGES = """
select trinn.set_caller(%s, %s, null, null, null);
select array(select s from generate_series(0, 2) s where trinn.is_of_stages(
    jsonb_populate_record(h, jsonb_build_object('delivered_on', trinn.today() - %s)), %s, array[s]))
from trinn.hours h where h.id = %s
"""


def test_hours_are_of_the_stage_that_the_firm_had_come_to(world):
    """Those of the day that it goes on, of either."""
    hub, firm = world.hub, new_firm(world)
    programme = world.county.programme(stages=[stage(1), stage(2)])
    enrolment = enrolled(world, hub, firm, programme, stage=1, days_ago=20)
    enrolment = hub.signatory.read(f"/v1/enrolments/{enrolment}")
    enrolment = hub.signatory.do(enrolment, "complete")
    engagement = hub.signatory.make("/v1/engagements", partners.engagement_content(world, hub))
    engagement = world.fagpartner.fagpartner.do(engagement, "agree", {})
    hours = partners.order(world, hub, engagement, firms=[{"orgnr": firm}])["hours"][0]

    def stages(days_ago):
        hand = (world.issuer.iss, f"hub_signatory@{hub.organisation.key}")
        return world.database.value(OF_STAGES, *hand, days_ago, programme, hours["id"])

    assert stages(30) == stages(0) == [1]
    hub.enrol(enrolment, stage=2)
    assert [stages(days) for days in (10, 0, -1)] == [[1], [1, 2], [2]]


def test_a_place_that_was_left_before_the_stage_began_counts_while_it_was_held(world):
    """A prospect again, the firm is before all stages, whatever it once had a place in."""
    hub, firm = world.hub, new_firm(world)
    programme = world.county.programme(stages=[stage(1), stage(2)])
    enrolment = hub.enrol(hub.follow(programme, firm), stage=2)
    engagement = hub.signatory.make("/v1/engagements", partners.engagement_content(world, hub))
    engagement = world.fagpartner.fagpartner.do(engagement, "agree", {})
    hours = partners.order(world, hub, engagement, firms=[{"orgnr": firm}])["hours"][0]

    def stages(days_ago):
        hand = (world.issuer.iss, f"hub_signatory@{hub.organisation.key}")
        return world.database.value(OF_STAGES, *hand, days_ago, programme, hours["id"])

    assert [stages(days) for days in (10, 0, -1)] == [[2], [2], [2]]
    gone = {"reason": "no_time", "explanation": "Vi rekker det ikke i år"}
    hub.signatory.do(enrolment, "drop-out", gone)
    assert [stages(days) for days in (10, 0, -1)] == [[0], [2], [0]]
