"""Who is disqualified from a case does nothing in it (forvaltningsloven §§ 6-10)."""

import pytest
from support import documents, specimens
from support.bodies import REASON
from support.disqualifications import declared, kin, raised

STEPS = [
    ("submitted", "caseworker", "take", None),
    ("submitted", "caseworker", "return", REASON),
    ("recommended", "decision_maker", "send-back", REASON),
]


@pytest.mark.parametrize("state, role, step, body", STEPS)
def test_the_disqualified_takes_no_step_and_a_colleague_does(world, state, role, step, body):
    application = specimens.make(world, world.hub, "application", state)
    person, colleague = (getattr(world.county, name) for name in (role, role + "_b"))
    declared(person, application)
    assert "habil" in person.attempt(application, step, body).refused("disqualified", 403).text
    person.attempt(application, step, body, dryRun="true").refused("disqualified", 403)
    assert colleague.do(application, step, body)


def test_a_disqualified_decider_does_not_decide(world):
    recommended = world.recommended()
    declared(world.county.decision_maker, recommended, ground="leads_party")
    content = world.county.decision(recommended)
    reply = world.county.decision_maker.attempt(recommended, "decide", content)
    reply.refused("disqualified", 403)
    decided = world.county.decision_maker_b.do(recommended, "decide", content)
    assert decided["state"] == "granted"


def test_it_holds_for_the_money_of_the_case_too(world):
    claim = specimens.make(world, world.hub, "claim", "reviewed")
    declared(world.county.attestant, {"id": claim["applicationId"]})
    world.county.attestant.attempt(claim, "attest").refused("disqualified", 403)
    attested = world.county.attestant_b.do(claim, "attest")
    declared(world.county.releaser, {"id": claim["applicationId"]})
    world.county.releaser.attempt(attested, "release").refused("disqualified", 403)


def test_it_holds_for_one_case_only(world):
    one, other = world.hub.apply(), world.hub.apply()
    declared(world.county.caseworker, one)
    assert world.county.caseworker.do(other, "take")["state"] == "in_review"


def test_what_cannot_wait_may_be_prepared_and_is_marked(world):
    """§ 10. A decision may not."""
    application = world.hub.apply()
    declared(world.county.caseworker, application)
    urgent = REASON | {"urgentGrounds": "Fristen går ut i dag, og ingen andre er på jobb"}
    returned = world.county.caseworker.do(application, "return", urgent)
    events = world.county.caseworker.items(returned / "events")
    assert events[-1]["detail"]["urgentGrounds"] == urgent["urgentGrounds"]


def test_subordinates_of_the_disqualified_prepare_and_do_not_decide(world):
    """§ 6 third paragraph: the nearest, and not those of theirs."""
    county = world.county
    leads = {"personId": county.decision_maker.person, "leaderId": county.programme_lead.person}
    county.set_up("/v1/leaders", leads)
    recommended = world.recommended()
    declared(county.programme_lead, recommended)
    content = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", content)
    assert "leder" in reply.refused("disqualified", 403).text
    assert county.decision_maker.do(recommended, "send-back", REASON)["state"] == "in_review"
    county.set_up("/v1/leaders", {"personId": county.decision_maker.person})
    again = world.recommended()
    declared(county.programme_lead, again)
    decided = county.decision_maker.do(again, "decide", county.decision(again))
    assert decided["state"] == "granted"


def test_a_question_holds_back_a_decision_until_a_third_person_settles_it(world):
    county = world.county
    recommended = world.recommended()
    question = declared(county.archivist, recommended, personId=county.decision_maker.person)
    assert question["state"] == "raised"
    content = county.decision(recommended)
    county.decision_maker.attempt(recommended, "decide", content).refused("disqualified", 403)
    settlement = {"outcome": "cleared", "reason": "En annen med samme navn"}
    own = county.decision_maker.attempt(question, "settle", settlement)
    own.refused("four-eyes", 403)
    cleared = county.programme_lead.do(question, "settle", settlement)
    assert cleared["state"] == "cleared"
    assert county.decision_maker.do(recommended, "decide", content)["state"] == "granted"


def test_a_question_is_conceded_by_whom_it_is_about_only(world):
    question = raised(world, world.hub)

    world.county.decision_maker.attempt(question, "concede").refused("not-concerned", 403)
    assert world.county.caseworker.do(question, "concede")["state"] == "disqualified"


def test_a_disqualification_is_lifted_by_a_second_person(world):
    application = world.hub.apply()
    declaration = declared(world.county.programme_lead, application)
    settlement = {"outcome": "cleared", "reason": "Søsken av en navnebror"}
    reply = world.county.programme_lead.attempt(declaration, "settle", settlement)
    reply.refused("four-eyes", 403)
    assert world.county.secretary.do(declaration, "settle", settlement)["state"] == "cleared"


def test_whoever_is_impartial_says_so_and_nobody_for_them(world):
    application = world.hub.apply()
    own = declared(world.county.caseworker, application, ground="none")
    assert own["state"] == "impartial"
    content = kin(world, case=application, ground="none", personId=world.county.caseworker.person)
    reply = world.county.archivist.post("/v1/disqualifications", content)
    assert reply.expect(422).faults == [("impartial-by-other", "#/ground")]


def test_particular_circumstances_are_explained(world):
    content = kin(world, ground="particular")
    reply = world.county.caseworker.post("/v1/disqualifications", content)
    assert reply.expect(422).faults == [("required", "#/explanation")]


def test_nobody_is_entered_twice_and_only_people_of_the_county(world):
    application = world.hub.apply()
    declared(world.county.caseworker, application)
    content = kin(world, case=application)
    reply = world.county.caseworker.post("/v1/disqualifications", content)
    reply.refused("disqualification-open", 409)
    content = kin(world, case=application, personId=world.hub.signatory.person)
    reply = world.county.archivist.post("/v1/disqualifications", content)
    assert reply.expect(422).faults == [("unknown-reference", "#/personId")]


def test_permitted_actions_say_why_not(world):
    recommended = world.recommended()
    declared(world.county.decision_maker, recommended)
    actions = world.county.decision_maker.read(recommended / "permitted-actions")["actions"]
    (decide,) = [a for a in actions if a["action"] == "decide"]
    assert "disqualified" in [reason["code"] for reason in decide["reasons"]]


def test_the_case_is_closed_to_their_eyes_where_the_county_says_so(world):
    """And open to everybody else's; they are told why."""
    county = world.county
    figure = {
        "key": "disqualified.closes_reading",
        "basis": "fylkeskommunens rutine",
        "validFrom": str(world.today),
        "validTo": str(world.today),
        "value": 1,
        "unit": "count",
        "source": "FT 1",
    }
    grant = world.accepted(world.hub)
    county.set_up("/v1/rule-params", figure)
    application = {"id": grant["applicationId"]}
    document = documents.clean(world, world.hub.signatory, application)
    declared(county.finance, application)
    paths = (grant.path, f"/v1/applications/{grant['applicationId']}", grant / "permitted-actions")
    for path in (*paths, document.path, document / "content"):
        county.finance.get(path).refused("disqualified", 403)
        county.finance_b.get(path).expect(200)
    assert grant["id"] not in [g["id"] for g in county.finance.items("/v1/grants", limit=1000)]
    county.finance.get("/v1/grants/999999999").refused("not-found", 404)
