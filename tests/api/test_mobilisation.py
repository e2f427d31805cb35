"""Trinn 0: members, contacts, a firm's way from one hub to another, and how mature it is."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

import pytest
from support import cohorts, mobilisation
from support.bodies import REASON
from support.delivery import new_firm
from support.enrolments import stage
from support.mobilisation import (
    answers,
    ask_handover,
    assess,
    contact,
    handover,
    judged,
    new_assessment,
    prospect,
)
from support.parties import KRONE, fresh
from support.specimens import drop_out


def state_of(world, enrolment):
    return world.county.caseworker.read(enrolment.path)["state"]


def ids(items):
    return [item["id"] for item in items]


# ---- members


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
    member(world, orgnr).expect(201)
    member(world, orgnr, world.other_hub).expect(201)
    member(world, orgnr).refused("member-already", 409)
    member(world, orgnr, memberFrom=cohorts.after(world, -30)).refused("member-already", 409)


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


# ---- contacts


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


def test_a_contact_is_not_noted_before_it_was(world):
    content = contact(world, onDay=cohorts.after(world, 1))
    reply = world.hub.hub_editor.post(prospect(world, world.hub) / "contacts", content).expect(422)
    assert reply.faults == [("date-future", "#/onDay")]


# ---- interviews that are planned


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
    saved = editor.save(begun, "answers", answers(world, sessionId=booked["id"]))
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


# ---- hand-overs


def test_a_firm_goes_to_another_hub_and_neither_learns_more_than_is_its(world):
    hub, other = world.hub, world.other_hub
    enrolment = prospect(world, hub)
    noted = hub.hub_editor.make(enrolment / "contacts", contact(world))
    assessed = assess(world, hub, enrolment, digital=2)
    asked = ask_handover(world, hub, other, enrolment)
    assert (asked["state"], asked["toHub"]["orgnr"]) == ("asked", other.orgnr)
    assert other.hub_editor.read(asked.path)["firm"] == asked["firm"]
    for path in (enrolment / "contacts", enrolment / "assessments", assessed.path, noted.path):
        other.hub_editor.get(path).refused("not-found", 404)

    accepted = other.hub_signatory.do(asked, "accept")
    assert accepted["state"] == "accepted"
    hub.hub_editor.get(enrolment.path).refused("not-found", 404)
    assert other.hub_editor.read(enrolment.path)["hub"]["orgnr"] == other.orgnr
    step = world.county.caseworker.items(enrolment / "steps")[-1]
    assert (step["toState"], step["hub"]["orgnr"]) == ("assessed", other.orgnr)
    assert step["explanation"] == accepted["reason"]
    assert ids(other.hub_editor.items(enrolment / "assessments")) == [assessed["id"]]
    assert other.hub_editor.read(assessed.path)["answers"] == assessed["answers"]
    assert other.hub_editor.items(enrolment / "contacts") == []
    other.hub_editor.get(noted.path).refused("not-found", 404)
    theirs = other.hub_editor.make(enrolment / "contacts", contact(world))
    assert ids(hub.hub_editor.items(enrolment / "contacts")) == [noted["id"]]
    assert hub.hub_editor.read(assessed.path)["dimensions"] == judged(digital=2)
    hub.hub_editor.get(theirs.path).refused("not-found", 404)
    hub.hub_editor.post(enrolment / "contacts", contact(world)).refused("not-found", 404)
    other.start(other.hub_editor.read(enrolment.path))
    later = assess(world, other, enrolment, "after", digital=3)
    assert later["changes"]["digital"] == 1
    assert ids(hub.hub_editor.items(enrolment / "assessments")) == [assessed["id"]]
    everything = ids(world.county.caseworker.items(enrolment / "contacts"))
    assert everything == [theirs["id"], noted["id"]]
    world.assert_sound()


def test_a_firm_is_handed_over_in_its_round_with_a_consent_from_it(world):
    hub, other = world.hub, world.other_hub
    enrolment = prospect(world, hub)
    old = handover(world, other, consentOn="1999-11-20")
    reply = hub.hub_editor.post(enrolment / "handovers", old).expect(422)
    assert reply.faults == [("date-early", "#/consentOn")]
    asked = ask_handover(world, hub, other, enrolment)
    drop_out(hub, hub.signatory.read(enrolment.path))
    other.hub_editor.attempt(asked, "accept").refused("round-over", 409)
    hub.hub_editor.do(asked, "withdraw")
    again = hub.hub_editor.post(enrolment / "handovers", handover(world, other))
    again.refused("state-conflict", 409)


def test_the_firm_itself_consents_or_says_no(world):
    firm, other = world.firm.firm, world.other_hub
    asked = mobilisation.ask_firm(world, world.hub, other)
    other.hub_editor.get(asked.path).refused("not-found", 404)
    assert asked["id"] not in ids(other.hub_editor.items("/v1/handovers"))
    assert asked.path in [task["path"] for task in firm.items("/v1/tasks", limit=1000)]
    assert (asked["consentBy"], asked["consentOn"], asked["isConsentOwn"]) == (None, None, False)
    other.hub_editor.attempt(asked, "accept").refused("not-found", 404)
    world.hub.hub_editor.attempt(asked, "consent").refused("forbidden", 403)
    world.neighbour_firm.firm.attempt(asked, "consent").refused("not-found", 404)
    told = firm.permitted(asked)
    assert [name for name, one in told.items() if one["permitted"]] == ["consent", "decline"]
    consented = firm.do(asked, "consent")
    assert (consented["consentBy"], consented["isConsentOwn"]) == (firm.name, True)
    assert consented["consentOn"] == str(world.today)
    firm.attempt(consented, "consent").refused("consent-given", 409)
    tasks = other.hub_editor.items("/v1/tasks", limit=1000)
    assert ("acceptHandover", asked.path) in [(t["operationId"], t["path"]) for t in tasks]
    assert other.hub_editor.do(consented, "accept")["state"] == "accepted"

    asked = mobilisation.ask_firm(world, world.hub, other)
    declined = firm.do(asked, "decline", {"reason": "Vi blir der vi er"})
    assert world.hub.hub_editor.read(declined.path)["declineReason"] == "Vi blir der vi er"
    other.hub_editor.attempt(declined, "accept").refused("not-found", 404)
    world.assert_sound()


def test_consent_is_of_somebody_and_some_day(world):
    enrolment = prospect(world, world.hub)
    for missing in ("consentBy", "consentOn"):
        content = handover(world, world.other_hub, **{missing: None})
        reply = world.hub.hub_editor.post(enrolment / "handovers", content).expect(422)
        assert reply.faults == [("required", f"#/{missing}")]


def test_one_hub_is_asked_at_a_time(world):
    hub = world.hub
    enrolment = prospect(world, hub)
    asked = ask_handover(world, hub, world.other_hub, enrolment)
    content = handover(world, world.outsider)
    hub.hub_editor.post(enrolment / "handovers", content).refused("handover-asked", 409)
    withdrawn = hub.hub_signatory.do(asked, "withdraw")
    world.other_hub.hub_editor.attempt(withdrawn, "accept").refused("state-conflict", 409)
    again = ask_handover(world, hub, world.other_hub, enrolment)
    declined = world.other_hub.hub_editor.do(again, "decline", {"reason": "Fullt til våren"})
    assert hub.hub_editor.read(declined.path)["declineReason"] == "Fullt til våren"
    hub.hub_editor.post(enrolment / "handovers", content).expect(201)
    world.assert_sound()


def test_of_several_that_ask_at_once_one_has_asked(world):
    enrolment = prospect(world, world.hub)
    content = handover(world, world.other_hub)
    people = [world.hub.hub_editor.another() for _ in range(6)]
    with ThreadPoolExecutor(len(people)) as pool:
        replies = list(pool.map(lambda one: one.post(enrolment / "handovers", content), people))
    assert sorted(r.code or "" for r in replies) == [""] + 5 * ["handover-asked"]


def test_who_is_asked_answers_and_who_asked_withdraws(world):
    asked = ask_handover(world, world.hub, world.other_hub)
    told = world.hub.hub_editor.permitted(asked)
    assert {a: t["permitted"] for a, t in told.items()} == {
        "consent": False,
        "accept": False,
        "decline": False,
        "withdraw": True,
    }
    assert told["accept"]["reasons"][0]["detail"].endswith("Skarvholmen inkubator AS.")
    world.hub.hub_editor.attempt(asked, "accept").refused("role-not-allowed", 403)
    world.hub.hub_editor.attempt(asked, "decline", REASON).refused("role-not-allowed", 403)
    world.other_hub.hub_editor.attempt(asked, "withdraw").refused("role-not-allowed", 403)
    world.outsider.hub_editor.attempt(asked, "accept").refused("not-found", 404)


def test_a_firm_is_handed_over_to_another_hub_of_the_county_by_its_own(world):
    enrolment = prospect(world, world.hub)
    for to in (world.firm, world.neighbour_hub, world.county):
        reply = world.hub.hub_editor.post(enrolment / "handovers", handover(world, to)).expect(422)
        assert reply.faults == [("unknown-reference", "#/toOrgnr")]
    content = handover(world, world.hub, consentOn=cohorts.after(world, 1))
    reply = world.hub.hub_editor.post(enrolment / "handovers", content).expect(422)
    assert reply.faults == [("date-future", "#/consentOn"), ("hub-same", "#/toOrgnr")]
    content = handover(world, world.other_hub)
    world.other_hub.hub_editor.post(enrolment / "handovers", content).refused("not-found", 404)


@contextlib.contextmanager
def in_a_stage(world, enrolment):
    """Past the rules that lead there, and back again."""
    change = (
        "set session_replication_role = replica;"
        " update trinn.enrolments set state = %s, stage = %s where id = %s"
    )
    world.database.run(change, "active", 1, enrolment["id"])
    yield
    world.database.run(change, "prospect", None, enrolment["id"])


def test_a_firm_is_not_handed_over_in_the_middle_of_a_stage(world):
    enrolment = prospect(world, world.hub)
    with in_a_stage(world, enrolment):
        content = handover(world, world.other_hub)
        reply = world.hub.hub_editor.post(enrolment / "handovers", content)
        reply.refused("handover-in-stage", 409)
    asked = ask_handover(world, world.hub, world.other_hub, enrolment)
    with in_a_stage(world, enrolment):
        world.other_hub.hub_editor.attempt(asked, "accept").refused("handover-in-stage", 409)
    world.other_hub.hub_editor.do(asked, "accept")


def in_place_of(world, hub, to, person, enrolment=None, **changes):
    """The county asks for a firm that the hub follows."""
    enrolment = enrolment or prospect(world, hub)
    return enrolment, person.post(enrolment / "handovers", handover(world, to, **changes))


def test_the_county_hands_over_a_firm_that_consents_and_two_of_its_persons_do(world):
    hub, other, county = world.hub, world.other_hub, world.county
    assert county.programme_lead.permitted(prospect(world, hub))["ask-handover"]["permitted"]
    enrolment, told = in_place_of(world, hub, other, county.programme_lead)
    asked = told.expect(201).thing(None)
    assert (asked["isByCounty"], asked["withoutConsent"]) == (True, None)
    county.programme_lead.attempt(asked, "accept").refused("four-eyes", 403)
    other.hub_editor.attempt(asked, "accept").refused("role-not-allowed", 403)
    hub.hub_editor.attempt(asked, "withdraw").refused("role-not-allowed", 403)
    tasks = [(t["operationId"], t["path"]) for t in county.caseworker.items("/v1/tasks", limit=1000)]
    assert ("acceptHandover", asked.path) in tasks
    assert county.caseworker.do(asked, "accept")["state"] == "accepted"
    assert other.hub_editor.read(enrolment.path)["hub"]["orgnr"] == other.orgnr
    hub.hub_editor.get(enrolment.path).refused("not-found", 404)

    enrolment, told = in_place_of(world, hub, other, county.caseworker, consentBy=None, consentOn=None)
    asked = told.expect(201).thing(None)
    county.programme_lead.attempt(asked, "accept").refused("consent-missing", 409)
    assert county.programme_lead.do(asked, "withdraw")["state"] == "withdrawn"
    world.assert_sound()


def test_without_consent_the_county_alone_hands_over_and_says_why(world):
    hub, other, county = world.hub, world.other_hub, world.county
    silent = {"consentBy": None, "consentOn": None, "withoutConsent": "registered_by_mistake"}
    enrolment, told = in_place_of(world, hub, other, hub.hub_editor, **silent)
    assert told.expect(422).faults == [("county-hands-over", "#/withoutConsent")]
    both = handover(world, other, withoutConsent="hub_closed")
    county.caseworker.post(enrolment / "handovers", both).refused("consent-given", 409)
    asked = in_place_of(world, hub, other, county.caseworker, enrolment, **silent)[1].expect(201)
    asked = asked.thing(None)
    declined = other.hub_editor.do(asked, "decline", {"reason": "Fullt til våren"})
    assert (declined["state"], declined["withoutConsent"]) == ("declined", "registered_by_mistake")
    asked = in_place_of(world, hub, other, county.caseworker, enrolment, **silent)[1].expect(201)
    assert county.programme_lead.do(asked.thing(None), "accept")["consentBy"] is None
    world.assert_sound()


def test_a_firm_of_a_hub_that_has_closed_goes_on_in_its_stage_with_another(world):
    hub, other, county = world.hub, world.other_hub, world.county
    firm = hub.start(prospect(world, hub, programme=county.programme()))
    mistake = {"consentBy": None, "consentOn": None, "withoutConsent": "registered_by_mistake"}
    reply = in_place_of(world, hub, other, county.caseworker, firm, **mistake)[1]
    assert reply.expect(422).faults == [("hub-not-closed", "#/withoutConsent")]
    closed = mistake | {"withoutConsent": "hub_closed"}
    asked = in_place_of(world, hub, other, county.caseworker, firm, **closed)[1].expect(201)
    county.programme_lead.do(asked.thing(None), "accept")
    taken = other.signatory.read(firm.path)
    assert (taken["state"], taken["stage"]) == ("active", 1)
    assert other.signatory.do(taken, "complete")["state"] == "completed"
    world.assert_sound()


def test_a_hub_that_takes_up_a_firm_ends_what_was_asked_of_another(world):
    enrolment = prospect(world, world.hub)
    asked = ask_handover(world, world.hub, world.other_hub, enrolment)
    drop_out(world.hub, world.hub.signatory.read(enrolment.path))
    world.outsider.follow(world.county.programme_id, enrolment["firm"]["orgnr"])
    asked = world.hub.hub_editor.read(asked.path)
    assert asked["state"] == "withdrawn"
    world.other_hub.hub_editor.attempt(asked, "accept").refused("state-conflict", 409)
    world.assert_sound()


def test_nobody_asks_for_a_hand_over_and_consents_to_it(world):
    parties = (world.hub, "hub_editor"), (world.firm, "firm"), (world.other_hub, "hub_editor")
    at_hub, at_firm, at_other = world.one_person(*parties)
    firm = prospect(world, world.hub, world.firm.orgnr, world.county.programme())
    content = {"toOrgnr": world.other_hub.orgnr, "reason": "Flytter"}
    asked = at_hub.make(firm / "handovers", content)
    at_firm.attempt(asked, "consent").refused("four-eyes", 403)
    asked = world.firm.firm.do(asked, "consent")
    at_other.attempt(asked, "accept").refused("four-eyes", 403)
    world.other_hub.signatory.do(asked, "accept")
    world.assert_sound()


# ---- assessments


def begin(world, enrolment, person=None, **changes):
    person = person or world.hub.hub_editor
    return person.make(enrolment / "assessments", new_assessment(world, **changes))


def test_an_interview_makes_a_prospect_assessed_and_stands(world):
    editor = world.hub.hub_editor
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    assert (begun["state"], begun["interviewer"]["name"]) == ("draft", editor.name)
    editor.attempt(begun, "finish").refused("nothing-answered", 409)
    content = answers(
        world, dimensions=judged(digital=2, strategy=1), digitalStrategyWritten=False
    )
    saved = editor.save(begun, "answers", content)
    assert saved["answers"] == content["answers"]
    assert saved["dimensions"] == judged(digital=2, strategy=1)
    assert (saved["digitalStrategyWritten"], saved["greenStrategyWritten"]) == (False, None)
    assert state_of(world, enrolment) == "prospect"
    done = editor.do(saved, "finish")
    assert done["state"] == "final" and state_of(world, enrolment) == "assessed"
    editor.put(done / "answers", content, done.etag).refused("state-conflict", 409)
    editor.attempt(done, "finish").refused("state-conflict", 409)
    assert not any(told["permitted"] for told in editor.permitted(done).values())
    world.assert_sound()


def test_answers_fit_the_questions_of_the_instrument(world):
    begun = begin(world, prospect(world, world.hub))
    wrong = answers(
        world,
        ("goal", True),
        ("plan", "ja"),
        ("tools", "6"),
        ("waste", "burnt"),
        ("goal", "Igjen"),
        ("colour", "Blå"),
    )
    del wrong["answers"][4]["context"]
    reply = world.hub.hub_editor.put(begun / "answers", wrong, begun.etag).expect(422)
    assert reply.faults == [
        ("enum", "#/answers/2/answer"),
        ("enum", "#/answers/3/answer"),
        ("not-unique", "#/answers/4/question"),
        ("question-unknown", "#/answers/5/question"),
        ("required", "#/answers/4/context"),
        ("type", "#/answers/0/answer"),
        ("type", "#/answers/1/answer"),
    ]
    assert world.hub.hub_editor.read(begun.path)["answers"] == []


def test_a_draft_is_for_whoever_writes_it(world):
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    assert ids(world.hub.hub_signatory.items(enrolment / "assessments")) == [begun["id"]]
    assert world.county.caseworker.items(enrolment / "assessments") == []
    for person in (world.county.caseworker, world.other_hub.hub_editor, world.firm.firm):
        person.get(begun.path).refused("not-found", 404)


def tasks_of(person):
    return {task["path"] for task in person.items("/v1/tasks", limit=1000)}


def test_a_draft_is_discarded_with_a_reason_and_asked_for_no_more(world):
    editor = world.hub.hub_editor
    enrolment = prospect(world, world.hub)
    booked = cohorts.plan(world, world.hub, enrolment, kind="interview")
    begun = begin(world, enrolment, sessionId=booked["id"])
    saved = editor.save(begun, "answers", answers(world, sessionId=booked["id"]))
    assert saved.path in tasks_of(editor)
    reply = editor.attempt(saved, "discard", {}).expect(422)
    assert reply.faults == [("required", "#/reason")]
    gone = editor.do(saved, "discard", REASON)
    assert (gone["state"], gone["answers"]) == ("discarded", saved["answers"])
    assert saved.path not in tasks_of(editor)
    assert state_of(world, enrolment) == "prospect"
    editor.put(gone / "answers", answers(world), gone.etag).refused("state-conflict", 409)
    editor.attempt(gone, "finish").refused("state-conflict", 409)
    assert not any(told["permitted"] for told in editor.permitted(gone).values())
    world.county.caseworker.get(gone.path).refused("not-found", 404)
    reason = "select reason from trinn.audit_events where action = 'discard' and object_id = %s"
    assert world.database.value(reason, gone["id"]) == REASON["reason"]
    world.assert_sound()


def test_before_and_after_are_compared_by_dimension(world):
    enrolment = prospect(world, world.hub)
    before = assess(world, world.hub, enrolment, digital=2, green=3, strategy=1)
    content = new_assessment(world, phase="after")
    reply = world.hub.hub_editor.post(enrolment / "assessments", content).expect(422)
    assert reply.faults == [("phase-not-begun", "#/heldOn")]
    world.hub.start(world.hub.hub_editor.read(enrolment.path))
    during = assess(world, world.hub, enrolment, "during", digital=3, organisation=2)
    after = assess(world, world.hub, enrolment, "after", digital=4, green=2, strategy=1)
    told = {a["id"]: a["changes"] for a in world.county.auditor.items(enrolment / "assessments")}
    assert list(told) == [after["id"], during["id"], before["id"]]
    assert told[before["id"]] is None
    assert told[during["id"]] == judged(digital=1) | {"since": before["id"]}
    assert told[after["id"]] == judged(2, -1, None, 0) | {"since": before["id"]}
    for phase, held_on in (("before", cohorts.after(world, -366)), ("after", cohorts.after(world, -1))):
        content = new_assessment(world, phase=phase, heldOn=held_on)
        reply = world.hub.hub_editor.post(enrolment / "assessments", content).expect(422)
        assert reply.faults == [("date-early", "#/heldOn")]


def test_what_is_said_of_strategies_in_writing_is_what_was_answered(world):
    enrolment = prospect(world, world.hub)
    begun = begin(world, enrolment)
    content = answers(world, ("plan", True), greenStrategyWritten=False)
    reply = world.hub.hub_editor.put(begun / "answers", content, begun.etag).expect(422)
    assert reply.faults == [("answer-denied", "#/greenStrategyWritten")]
    world.hub.hub_editor.save(begun, "answers", content | {"greenStrategyWritten": True})


def test_a_firm_answers_a_survey_alone(world, firm_enrolment):
    person = world.firm.firm
    begun = begin(world, firm_enrolment, person, kind="survey")
    assert begun["interviewer"] is None
    assert begun["id"] not in ids(world.hub.hub_editor.items(firm_enrolment / "assessments"))
    content = answers(world)
    for answer in content["answers"]:
        del answer["context"]
    boasted = content | {"dimensions": judged(digital=5)}
    reply = person.put(begun / "answers", boasted, begun.etag).expect(422)
    assert reply.faults == [("no-interviewer", "#/dimensions")]
    done = person.do(person.save(begun, "answers", content), "finish")
    assert state_of(world, firm_enrolment) == "prospect"
    for reader in (world.hub.hub_editor, world.county.caseworker):
        assert reader.read(done.path)["answers"] == content["answers"]
    world.assert_sound()


@pytest.fixture(scope="module")
def firm_enrolment(world):
    """Of the firm whose people take part, in a programme of its own."""
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    return prospect(world, world.hub, world.firm.orgnr, programme)


def test_each_kind_of_instrument_has_its_hands(world, firm_enrolment):
    for person, kind in (
        (world.firm.firm, "interview"),
        (world.firm.firm, "questionnaire"),
        (world.hub.hub_editor, "survey"),
    ):
        content = new_assessment(world, kind)
        reply = person.post(firm_enrolment / "assessments", content).expect(422)
        assert reply.faults == [("instrument-kind", "#/instrumentId")]
    content = new_assessment(world, instrumentId="999999999", heldOn=cohorts.after(world, 1))
    reply = world.hub.hub_editor.post(firm_enrolment / "assessments", content).expect(422)
    assert reply.faults == [
        ("date-future", "#/heldOn"),
        ("unknown-reference", "#/instrumentId"),
    ]


def test_a_firm_reads_what_was_found_and_not_what_is_being_written(world, firm_enrolment):
    draft = begin(world, firm_enrolment)
    found = assess(world, world.hub, firm_enrolment, green=4)
    seen = ids(world.firm.firm.items(firm_enrolment / "assessments"))
    assert found["id"] in seen and draft["id"] not in seen
    world.firm.firm.get(draft.path).refused("not-found", 404)
    reply = world.firm.firm.put(found / "answers", answers(world), found.etag)
    reply.refused("state-conflict", 409)


def test_a_draft_is_not_finished_once_another_hub_follows_the_firm(world):
    enrolment = prospect(world, world.hub)
    draft = begin(world, enrolment)
    saved = world.hub.hub_editor.save(draft, "answers", answers(world))
    asked = ask_handover(world, world.hub, world.other_hub, enrolment)
    world.other_hub.hub_editor.do(asked, "accept")
    world.hub.hub_editor.attempt(saved, "finish").refused("handed-over", 409)
    world.other_hub.hub_editor.get(draft.path).refused("not-found", 404)
    assert state_of(world, enrolment) == "prospect"


# ---- money


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
