"""A firm's way from one hub to another: asked, consented to and answered."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

from support import cohorts, mobilisation
from support.bodies import REASON
from support.mobilisation import (
    ask_handover,
    assess,
    contact,
    handover,
    ids,
    judged,
    prospect,
    tasks_of,
)
from support.specimens import drop_out


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
    assert later["changes"]["digital"] == {"since": assessed["id"], "points": 1}
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
    assert asked.path in tasks_of(other.hub_editor)
    drop_out(hub, hub.signatory.read(enrolment.path))
    asked = hub.hub_editor.read(asked.path)
    assert asked["state"] == "withdrawn"
    assert asked.path not in tasks_of(other.hub_editor)
    other.hub_editor.attempt(asked, "accept").refused("state-conflict", 409)
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
    both = handover(world, other, withoutConsent="registered_by_mistake")
    county.caseworker.post(enrolment / "handovers", both).refused("consent-given", 409)
    asked = in_place_of(world, hub, other, county.caseworker, enrolment, **silent)[1].expect(201)
    asked = asked.thing(None)
    declined = other.hub_editor.do(asked, "decline", {"reason": "Fullt til våren"})
    assert (declined["state"], declined["withoutConsent"]) == ("declined", "registered_by_mistake")
    asked = in_place_of(world, hub, other, county.caseworker, enrolment, **silent)[1].expect(201)
    assert county.programme_lead.do(asked.thing(None), "accept")["consentBy"] is None
    world.assert_sound()


@contextlib.contextmanager
def closed(world, hub):
    """Nobody has a role for the hub, meanwhile."""
    change = (
        "update trinn.role_assignments set valid_to = %s where organisation_id ="
        " (select id from trinn.organisations where orgnr = %s)"
    )
    world.database.run(change, cohorts.after(world, -1), hub.orgnr)
    yield
    world.database.run(change, None, hub.orgnr)


def test_a_firm_of_a_hub_that_has_closed_goes_on_in_its_stage_with_another(world):
    hub, other, county = world.hub, world.other_hub, world.county
    firm = hub.start(prospect(world, hub, programme=county.programme()))
    mistake = {"consentBy": None, "consentOn": None, "withoutConsent": "registered_by_mistake"}
    reply = in_place_of(world, hub, other, county.caseworker, firm, **mistake)[1]
    assert reply.expect(422).faults == [("hub-not-closed", "#/withoutConsent")]
    said = mistake | {"withoutConsent": "hub_closed"}
    reply = in_place_of(world, hub, other, county.caseworker, firm, **said)[1]
    assert reply.expect(422).faults == [("hub-open", "#/withoutConsent")]
    with closed(world, hub):
        asked = in_place_of(world, hub, other, county.caseworker, firm, **said)[1].expect(201)
        asked = asked.thing(None)
        assert asked.path in tasks_of(other.hub_editor)
    assert asked.path in tasks_of(hub.hub_editor)
    county.programme_lead.attempt(asked, "accept").refused("hub-open", 422)
    with closed(world, hub):
        county.programme_lead.do(asked, "accept")
    assert {asked.path, firm.path} & tasks_of(other.hub_editor) == {firm.path}
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
