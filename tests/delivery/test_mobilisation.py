"""Trinn 0: members, contacts, planned interviews, and the money for it."""

from support import cohorts
from support.delivery import new_firm
from support.enrolments import stage
from support.mobilisation import (
    answers,
    ask_handover,
    begin,
    contact,
    ids,
    judged,
    new_assessment,
    prospect,
    state_of,
)
from support.parties import KRONE, fresh


def member(world, orgnr=None, hub=None, **changes):
    content = {"firmOrgnr": orgnr or new_firm(world), "memberFrom": str(world.today)}
    return (hub or world.hub).hub_editor.post("/v1/memberships", content | changes)


def test_a_hub_has_its_members_and_a_firm_sees_whose_it_is(world):
    joined = member(world, world.firm.orgnr).expect(201).json
    assert joined["firm"]["orgnr"] == world.firm.orgnr and joined["hub"]["orgnr"] == world.hub.orgnr
    assert (joined["memberFrom"], joined["memberTo"]) == (str(world.today), None)
    for person in (world.hub.hub_signatory, world.county.caseworker, world.firm.firm):
        assert joined["id"] in ids(person.items("/v1/memberships"))
    for person in (world.other_hub.hub_editor, world.neighbour.caseworker):
        assert joined["id"] not in ids(person.items("/v1/memberships"))
        person.get(f"/v1/memberships/{joined['id']}").refused("not-found", 404)


def test_a_member_is_a_firm(world):
    for party in (world.county, world.other_hub):
        assert member(world, party.orgnr).expect(422).faults == [("not-a-firm", "#/firmOrgnr")]


def test_a_firm_may_be_a_member_of_two_hubs_and_of_each_once(world):
    orgnr = new_firm(world)
    first = member(world, orgnr).expect(201).json
    assert first["askAtCounty"] is None
    other, path = world.other_hub.hub_editor, "/v1/memberships"
    content = {"firmOrgnr": orgnr, "memberFrom": str(world.today)}
    (warning,) = other.post(path, content, dryRun="true").expect(200).json["warnings"]
    assert warning["code"] == "member-elsewhere"
    second = member(world, orgnr, world.other_hub).expect(201)
    asked = second.json["askAtCounty"]
    assert asked in warning["detail"] and world.county.programme_lead.name in asked
    assert first["hub"]["name"] not in second.text and first["hub"]["name"] not in warning["detail"]
    told = world.hub.hub_editor.read(f"{path}/{first['id']}/permitted-actions")["warnings"]
    assert [w["code"] for w in told] == ["member-elsewhere"]
    member(world, orgnr).refused("member-already", 409)
    member(world, orgnr, memberFrom=cohorts.after(world, -30)).refused("member-already", 409)


def test_a_member_is_not_of_a_time_long_before_it_was_founded(world, database):
    orgnr = new_firm(world)
    founded = "update trinn.organisations set founded_on = '2004-05-01' where orgnr = %s"
    database.run(founded, orgnr)
    reply = member(world, orgnr, memberFrom="1890-02-01").expect(422)
    assert reply.faults == [("date-early", "#/memberFrom")]
    member(world, orgnr, memberFrom="2003-02-01").expect(201)


def test_who_comes_back_is_a_member_anew(world):
    editor = world.hub.hub_editor
    orgnr = new_firm(world)
    first = member(world, orgnr, memberFrom=cohorts.after(world, -60)).expect(201).thing(None)
    reply = editor.attempt(first, "end", {"memberTo": cohorts.after(world, -61)}).expect(422)
    assert reply.faults == [("period-reversed", "#/memberTo")]
    ended = editor.do(first, "end", {"memberTo": cohorts.after(world, -1)})
    assert ended["memberTo"] == cohorts.after(world, -1)
    editor.attempt(ended, "end", {"memberTo": cohorts.after(world, 1)}).refused("membership-ended", 409)
    assert editor.permitted(ended)["end"]["permitted"] is False
    again = member(world, orgnr).expect(201).json
    assert {ended["id"], again["id"]} & set(ids(editor.items("/v1/memberships"))) == {again["id"]}
    assert ids(editor.items("/v1/memberships", orgnr=orgnr)) == [again["id"]]
    then = ids(editor.items("/v1/memberships", onDate=cohorts.after(world, -30)))
    assert ended["id"] in then and again["id"] not in then


def test_a_member_is_a_firm_of_the_register_and_not_the_hub_itself(world):
    reply = member(world, "999999999").expect(422)
    assert reply.faults == [("unknown-reference", "#/firmOrgnr")]
    assert member(world, world.hub.orgnr).expect(422).faults == [("hub-same", "#/firmOrgnr")]


def test_what_was_talked_about_is_read_by_the_hub_and_the_county_and_not_by_the_firm(world):
    enrolment = prospect(world, world.hub, world.firm.orgnr)
    editor = world.hub.hub_editor
    first = editor.make(enrolment / "contacts", contact(world))
    second = editor.make(enrolment / "contacts", contact(world, channel="visit"))
    assert first["person"]["name"] == editor.name and first["onDay"] == str(world.today)
    for person in (editor, world.hub.hub_signatory, world.county.caseworker, world.county.auditor):
        assert ids(person.items(enrolment / "contacts")) == [second["id"], first["id"]]
        assert person.read(first.path)["note"] == first["note"]
    world.firm.firm.get(enrolment / "contacts").refused("forbidden", 403)
    for person in (world.other_hub.hub_editor, world.neighbour.caseworker):
        person.get(enrolment / "contacts").refused("not-found", 404)
        person.get(first.path).refused("not-found", 404)
    content = contact(world)
    world.other_hub.hub_editor.post(enrolment / "contacts", content).refused("not-found", 404)
    world.county.caseworker.post(enrolment / "contacts", content).refused("forbidden", 403)
    world.assert_sound()


def test_a_list_of_prospects_tells_when_each_was_last_talked_to(world):
    first, second = prospect(world, world.hub), prospect(world, world.hub)
    for days in (-9, -20):
        content = contact(world, onDay=cohorts.after(world, days))
        world.hub.hub_editor.make(first / "contacts", content)

    def told(person):
        listed = person.items("/v1/enrolments", state="prospect", limit=1000)
        return {e["id"]: e["lastContactOn"] for e in listed if e["id"] in (first["id"], second["id"])}

    for person in (world.hub.hub_editor, world.county.caseworker):
        assert told(person) == {first["id"]: cohorts.after(world, -9), second["id"]: None}


def test_a_contact_that_was_noted_wrong_is_corrected_and_what_it_said_is_kept(world):
    enrolment, editor = prospect(world, world.hub), world.hub.hub_editor
    noted = editor.make(enrolment / "contacts", contact(world))
    day = cohorts.after(world, -3)
    content = {"onDay": day, "note": "Vil vite mer om kameraer", "reason": "Feil dag"}
    corrected = editor.do(noted, "correct", content)
    assert (corrected["onDay"], corrected["note"]) == (day, content["note"])
    assert (corrected["channel"], corrected["isVoid"]) == (noted["channel"], False)
    said = {name: noted[name] for name in ("channel", "onDay", "note")}
    told = said | {"reason": "Feil dag", "on": str(world.today), "by": editor.name}
    assert corrected["corrections"] == [told]
    assert world.county.caseworker.read(noted.path)["corrections"] == [told]
    for days, code in ((1, "date-future"), (-366, "date-early")):
        wrong = content | {"onDay": cohorts.after(world, days)}
        reply = editor.attempt(corrected, "correct", wrong).expect(422)
        assert reply.faults == [(code, "#/onDay")]
    world.other_hub.hub_editor.attempt(corrected, "correct", content).refused("not-found", 404)
    world.assert_sound()


def test_a_contact_noted_of_the_wrong_firm_counts_as_none(world):
    enrolment, editor = prospect(world, world.hub), world.hub.hub_editor
    noted = editor.make(enrolment / "contacts", contact(world))
    void = editor.do(noted, "correct", {"isVoid": True, "reason": "Gjaldt en annen bedrift"})
    assert (void["isVoid"], void["note"]) == (True, noted["note"])
    listed = editor.items("/v1/enrolments", state="prospect", limit=1000)
    assert [e["lastContactOn"] for e in listed if e["id"] == enrolment["id"]] == [None]
    editor.attempt(void, "correct", {"reason": "Angret"}).refused("contact-void", 409)


def test_a_contact_is_not_noted_before_it_was(world):
    for days, code in ((1, "date-future"), (-366, "date-early")):
        content = contact(world, onDay=cohorts.after(world, days))
        reply = world.hub.hub_editor.post(prospect(world, world.hub) / "contacts", content)
        assert reply.expect(422).faults == [(code, "#/onDay")]


def test_an_interview_is_planned_with_a_prospect_in_a_cohort_of_trinn_0(world):
    """Mobilisation is part of every track: the grant is for Trinn 1."""
    hub, county = world.hub, world.county
    stages = [stage(0), stage(1), stage(2, [{"kind": "attendance", "percent": 80}])]
    programme = county.programme(stages=stages)
    call = county.call(county.funding_line(programmeId=programme), stages=[1])
    draft = hub.fill(hub.draft(call, trackId=(track := hub.track(programmeId=programme))["id"]))
    application = county.decide(county.recommend(hub.signatory.do(draft, "submit")))
    hub.accept(county.grant_of(application))

    mobilisation_round = cohorts.cohort(world, hub, track, stage=0)
    firm = prospect(world, hub, world.firm.orgnr, programme)
    mobilisation_round = cohorts.add(hub, mobilisation_round, firm)
    running = hub.signatory.do(mobilisation_round, "start")
    booked = cohorts.plan(world, hub, running, kind="interview", orgnr=world.firm.orgnr)
    seen = world.firm.firm.items("/v1/sessions", cohortId=running["id"])
    assert [(s["id"], s["place"]) for s in seen] == [(booked["id"], booked["place"])]
    cohorts.hold(hub, booked, (world.firm.orgnr, 1))
    reply = hub.signatory.attempt(hub.hub_editor.read(firm.path), "enrol", {"stage": 0}).expect(422)
    assert reply.faults == [("stage-unknown", "#/stage")]
    refused = hub.signatory.attempt(hub.hub_editor.read(firm.path), "enrol", {"stage": 2})
    refused.refused("gate-closed", 409)  # an interview is no attendance in a stage
    world.assert_sound()


def test_a_firm_is_interviewed_before_there_is_any_grant(world):
    hub, firm = world.hub, new_firm(world)
    enrolment = prospect(world, hub, firm)
    booked = cohorts.plan(world, hub, enrolment, kind="interview")
    told = (booked["enrolmentId"], booked["cohortId"], booked["firm"]["orgnr"], booked["theme"])
    assert told == (enrolment["id"], None, firm, "digital")
    [listed] = hub.hub_editor.items("/v1/sessions", enrolmentId=enrolment["id"])
    assert listed["id"] == booked["id"]

    editor = hub.hub_editor
    begun = begin(world, enrolment, sessionId=booked["id"])
    content = answers(world, sessionId=booked["id"], dimensions=judged(digital=2))
    saved = editor.save(begun, "answers", content)
    editor.attempt(saved, "finish").refused("interview-not-held", 409)
    held = cohorts.hold(hub, booked, (firm, 2), heldMinutes=60)
    assert [(a["firm"]["orgnr"], a["headCount"]) for a in held["attendance"]] == [(firm, 2)]
    done = editor.do(saved, "finish")
    assert (done["state"], done["sessionId"]) == ("final", booked["id"])
    assert state_of(world, enrolment) == "assessed"
    world.assert_sound()


def test_an_assessment_names_an_interview_of_its_hub_with_its_firm(world):
    hub, other = world.hub, world.other_hub
    enrolment = prospect(world, hub)
    elsewhere = cohorts.plan(world, hub, prospect(world, hub), kind="interview")
    anothers = cohorts.plan(world, other, prospect(world, other), kind="interview")
    for session, problem in ((elsewhere, "no-such-interview"), (anothers, "unknown-reference")):
        content = new_assessment(world, sessionId=session["id"])
        reply = hub.hub_editor.post(enrolment / "assessments", content).expect(422)
        assert reply.faults == [(problem, "#/sessionId")]


def test_what_a_hub_has_planned_with_a_firm_is_cancelled_when_another_follows_it(world):
    hub, other = world.hub, world.other_hub
    enrolment = prospect(world, hub)
    planned = cohorts.plan(world, hub, enrolment, kind="interview")
    held = cohorts.hold(hub, cohorts.plan(world, hub, enrolment, kind="interview"))
    begin(world, enrolment, sessionId=planned["id"])
    other.hub_signatory.do(ask_handover(world, hub, other, enrolment), "accept")
    assert hub.hub_editor.read(planned.path)["state"] == "cancelled"
    correction = cohorts.attendance()
    reply = hub.signatory.put(held / "attendance", correction, held.etag)
    reply.refused("handed-over", 409)
    other.hub_editor.get(held.path).refused("not-found", 404)
    world.assert_sound()


def test_mobilisation_money_is_a_cost_group_of_its_own_that_claims_use_for_nothing_else(world):
    hub, county = world.hub, world.county
    groups = [
        {"code": "development", "name": "Utvikling", "earmarked": False},
        {"code": "mobilisation", "name": "Mobilisering", "earmarked": True},
    ]
    line = county.funding_line(costGroups=groups)
    call = county.call(line, costGroups=["development", "mobilisation"])
    draft = hub.signatory.save(hub.draft(call), "plan", hub.plan())
    costs = [
        {"costGroup": code, "description": "Timer", "amountOre": kroner * KRONE}
        for code, kroner in (("development", 60_000), ("mobilisation", 40_000))
    ]
    draft = hub.signatory.save(draft, "cost-plan", {"costs": costs})
    draft = hub.signatory.save(
        draft, "finance-plan", hub.finance(75_000 * KRONE, 25_000 * KRONE)
    )
    application = county.decide(county.recommend(hub.signatory.do(draft, "submit")))
    grant = hub.accept(county.grant_of(application))
    assert {g["costGroup"]: g["earmarked"] for g in grant["costs"]} == {
        "development": False,
        "mobilisation": True,
    }

    def claim(code, kroner):
        cost = {
            "costGroup": code,
            "description": "Bilag",
            "amountOre": -(-kroner * KRONE * 4 // 3),
            "supplierOrgnr": world.outsider.orgnr,
            "invoiceNumber": fresh("m"),
        }
        content = hub.claim_content(kroner * KRONE, costs=[cost])
        return hub.signatory.post(grant / "claims", content)

    claim("development", 45_001).refused("cost-group-exceeded", 409)
    claim("mobilisation", 30_001).refused("cost-group-exceeded", 409)
    claim("development", 45_000).expect(201)
    claim("development", 1).refused("cost-group-exceeded", 409)
    claim("mobilisation", 30_000).expect(201)
    claim("mobilisation", 1).refused("grant-exceeded", 409)
    world.assert_sound()
