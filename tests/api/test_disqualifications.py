"""Who is disqualified from a case does nothing in it (forvaltningsloven §§ 6-10)."""

import pytest
from support import copayments, documents, grants, meetings, samplings, specimens
from support.bodies import REASON, hearing_exemption, new_role_assignment
from support.disqualifications import close_reading, declared, kin, raised

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


def test_what_one_who_is_disqualified_recommended_bears_no_decision(world):
    """The case is sent back, is nobody's until a colleague has it, and is recommended anew."""
    county, recommended = world.county, world.recommended()
    declared(county.caseworker, recommended)

    def waits(person, **query):
        tasks = person.items("/v1/tasks", limit=1000, **query)
        return {t["operationId"] for t in tasks if t["path"] == recommended.path}

    decision = county.decision(recommended)
    reply = county.decision_maker.attempt(recommended, "decide", decision)
    reply.refused("preparer-disqualified", 409)
    content = {"applicationId": recommended["id"]}
    reply = county.secretary.attempt(meetings.planned(world), "put-on-agenda", content)
    assert reply.refused("preparer-disqualified", 409).faults[0][1] == "#/applicationId"
    assert waits(county.decision_maker) == {"sendBackApplication"}
    back = county.decision_maker.do(recommended, "send-back", REASON)
    assert waits(county.caseworker_b, whose="unassigned") == {"assignApplication"}
    assert waits(county.caseworker) == set()
    colleague = county.caseworker_b
    taken = colleague.do(back, "assign", {"caseworkerId": colleague.person})
    assert waits(colleague, whose="mine") == {"recommendApplication"}
    again = colleague.do(taken, "recommend", county.recommendation(taken))
    assert county.decision_maker.do(again, "decide", decision)["state"] == "granted"


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
    returned = world.county.caseworker.read(returned.path)
    world.county.caseworker.attempt(returned, "resume", REASON).refused("disqualified", 403)
    assert world.county.caseworker.do(returned, "resume", urgent)["state"] == "in_review"


def test_who_is_disqualified_is_told_how_what_cannot_wait_is_done_and_nobody_else_says_so(world):
    caseworker, applied = world.county.caseworker, world.hub.apply()
    grounds = {"urgentGrounds": "Måneden er ute i dag, og ingen andre er på jobb"}
    answer = {"expectedOn": str(world.today), "reason": "Styringsgruppen møtes neste uke."}
    reply = caseworker.attempt(applied, "preliminary-answer", answer | grounds)
    assert reply.expect(422).faults == [("not-disqualified", "#/urgentGrounds")]
    declared(caseworker, applied)
    assert caseworker.permitted(applied)["preliminary-answer"]["permitted"]
    (warning,) = caseworker.get(applied / "permitted-actions").expect(200).json["warnings"]
    assert warning["code"] == "disqualified" and "urgentGrounds" in warning["detail"]
    colleague = world.county.caseworker_b.get(applied / "permitted-actions").expect(200)
    assert colleague.json["warnings"] == []
    refusal = caseworker.attempt(applied, "preliminary-answer", answer)
    assert "urgentGrounds" in refusal.refused("disqualified", 403).text
    refusal = caseworker.attempt(applied, "take").refused("disqualified", 403)
    assert "urgentGrounds" not in refusal.text
    caseworker.do(applied, "preliminary-answer", answer | grounds)
    assert caseworker.items(applied / "events")[-1]["detail"] == grounds


def test_what_settles_something_for_the_party_waits_for_another(world):
    """§ 10 is for what prepares, and an exception from being heard, as a recommendation, does more."""
    county, case = world.county, world.hub.apply()
    declared(county.caseworker, case)
    content = hearing_exemption(world)
    refusal = county.caseworker.post(case / "exempt-hearing", content).refused("disqualified", 403)
    assert "urgentGrounds" not in refusal.text
    reply = county.caseworker.post(case / "exempt-hearing", content | {"urgentGrounds": "Fristen går ut"})
    assert reply.expect(422).faults == [("unknown-field", "#/urgentGrounds")]
    asked = specimens.make(world, world.hub, "amendment", "asked")
    declared(county.caseworker, county.caseworker.read(f"/v1/applications/{asked['applicationId']}"))
    content = grants.preparation(world, asked)
    county.caseworker.attempt(asked, "prepare", content).refused("disqualified", 403)
    county.caseworker_b.do(asked, "prepare", content)


def test_what_cannot_wait_is_said_of_each_of_several_cases(world):
    caseworker, applied = world.county.caseworker, world.hub.apply()
    declared(caseworker, applied)
    answer = {"expectedOn": str(world.today), "reason": "Styringsgruppen møtes neste uke."}

    def answered(**more):
        case = {"applicationId": applied["id"], "etag": "*", "answer": answer | more}
        return caseworker.post("/v1/preliminary-answers", {"cases": [case]})

    assert "disqualified" in answered().text
    (result,) = answered(urgentGrounds="Måneden er ute i dag").expect(200).json["results"]
    assert result["done"]


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


def test_leaders_go_in_no_circle(world):
    """Each leads the one before, and the first leads none of them."""
    county = world.county
    ladder = [world.one_person((county, "archivist"))[0].person for _ in range(3)]
    for person, leader in zip(ladder, ladder[1:]):
        county.set_up("/v1/leaders", {"personId": person, "leaderId": leader})
    for leader in ladder[:2]:
        reply = county.county_admin.post("/v1/leaders", {"personId": ladder[2], "leaderId": leader})
        assert reply.refused("leader-circle", 409).faults == [("leader-circle", "#/leaderId")]
    county.set_up("/v1/leaders", {"personId": ladder[1]})
    county.set_up("/v1/leaders", {"personId": ladder[2], "leaderId": ladder[0]})


def test_who_approves_who_leads_whom_reads_their_names(world):
    county = world.county
    person, leader = county.archivist, county.programme_lead_b
    content = {"personId": person.person, "leaderId": leader.person}
    change = county.propose("/v1/leaders", content)
    assert change["title"] == f"{person.name} – {leader.name}"


def test_a_question_holds_back_a_decision_until_a_third_person_settles_it(world):
    county = world.county
    recommended = world.recommended()
    question = declared(county.archivist, recommended, personId=county.decision_maker.person)
    assert question["state"] == "raised"
    content = county.decision(recommended)
    county.decision_maker.attempt(recommended, "decide", content).refused("disqualified", 403)
    settlement = {"outcome": "cleared", "reason": "En annen med samme navn"}
    own = county.decision_maker.attempt(question, "settle", settlement)
    assert ("four-eyes", "") in own.refused("disqualified", 403).faults
    cleared = county.programme_lead.do(question, "settle", settlement)
    assert cleared["state"] == "cleared"
    assert county.decision_maker.do(recommended, "decide", content)["state"] == "granted"


def test_a_question_that_was_settled_is_asked_anew_with_what_is_new(world):
    county, application = world.county, world.hub.apply()
    about = county.caseworker
    question = declared(county.archivist, application, personId=about.person)
    tasks = county.secretary.items("/v1/tasks", limit=1000)
    (task,) = [t for t in tasks if t["path"] == question.path]
    assert task["reference"] == application["caseNumber"]
    county.programme_lead.do(question, "settle", {"outcome": "cleared", "reason": "Ikke i slekt"})
    content = kin(world, case=application, personId=about.person)
    reply = county.archivist.post("/v1/disqualifications", content).expect(422)
    assert reply.faults == [("question-settled", "#/explanation")]
    declared(county.archivist, application, personId=about.person, explanation="De giftet seg i mai")


def test_a_party_demands_that_it_is_settled_and_is_told_what_comes_of_it(world):
    """§ 8 second paragraph."""
    county, hub = world.county, world.hub
    case = county.caseworker.do(hub.apply(), "take")
    demand = kin(world, case=case, explanation="Saksbehandleren er søsken av daglig leder i et annet foretak")
    hub.hub_editor.post("/v1/disqualifications", demand).expect(403)
    bare = hub.signatory.post("/v1/disqualifications", {k: v for k, v in demand.items() if k != "explanation"})
    assert bare.expect(422).faults == [("required", "#/explanation")]
    other = demand | {"personId": county.releaser.person}
    reply = hub.signatory.post("/v1/disqualifications", other).expect(422)
    assert reply.faults == [("unknown-reference", "#/personId")]
    reply = world.other_hub.signatory.post("/v1/disqualifications", demand).expect(422)
    assert ("unknown-reference", "#/caseId") in reply.faults
    question = hub.signatory.make("/v1/disqualifications", demand)
    assert (question["state"], question["person"]["id"]) == ("raised", county.caseworker.person)
    assert question["demandedBy"]["orgnr"] == hub.orgnr
    hub.signatory.post("/v1/disqualifications", demand).refused("disqualification-open", 409)
    tasks = county.secretary.items("/v1/tasks", limit=1000)
    assert question.path in {t["path"] for t in tasks}
    county.programme_lead.do(question, "settle", {"outcome": "cleared", "reason": "Ikke i slekt"})
    told = hub.hub_editor.read(question.path)
    assert (told["state"], told["settlement"]) == ("cleared", "Ikke i slekt")
    assert [d["id"] for d in hub.signatory.items("/v1/disqualifications", caseId=case["id"])] == [question["id"]]
    world.other_hub.signatory.get(question.path).expect(404)
    entries = hub.signatory.items(case / "timeline")
    assert [e["text"] for e in entries[:2]] == [
        "Det er avgjort at noen ikke er inhabil",
        "Det er spurt om noen er inhabil",
    ]
    assert not entries[0]["isInternal"] and entries[0]["person"] is None
    declared(county.steering_member, case)
    assert len(hub.signatory.items(case / "timeline")) == len(entries)


def test_a_question_is_conceded_by_whom_it_is_about_only(world):
    question = raised(world, world.hub)

    world.county.decision_maker.attempt(question, "concede").refused("not-concerned", 403)
    assert world.county.caseworker.do(question, "concede")["state"] == "disqualified"


def test_a_disqualification_is_lifted_by_a_second_person(world):
    application = world.hub.apply()
    declaration = declared(world.county.programme_lead, application)
    settlement = {"outcome": "cleared", "reason": "Søsken av en navnebror"}
    reply = world.county.programme_lead.attempt(declaration, "settle", settlement)
    assert ("four-eyes", "") in reply.refused("disqualified", 403).faults
    assert world.county.secretary.do(declaration, "settle", settlement)["state"] == "cleared"


@pytest.mark.parametrize("state", ["raised", "disqualified"])
def test_nobody_who_stands_back_settles_it_of_another(world, state):
    county = world.county
    application = world.hub.apply()
    declared(county.programme_lead, application)
    who = county.caseworker if state == "disqualified" else county.archivist
    question = declared(who, application, personId=county.caseworker.person)
    assert question["state"] == state
    settlement = {"outcome": "cleared", "reason": "Ikke nær nok"}
    county.programme_lead.attempt(question, "settle", settlement).refused("disqualified", 403)
    actions = county.programme_lead.read(question / "permitted-actions")["actions"]
    (settle,) = [a for a in actions if a["action"] == "settle"]
    assert "disqualified" in [reason["code"] for reason in settle["reasons"]]
    assert county.secretary.do(question, "settle", settlement)["state"] == "cleared"


def test_who_stands_below_the_disqualified_settles_nothing_in_the_case(world):
    county = world.county
    application = world.hub.apply()
    leader, follower = county.programme_lead, county.secretary
    county.set_up("/v1/leaders", {"personId": follower.person, "leaderId": leader.person})
    declaration = declared(leader, application)
    settlement = {"outcome": "cleared", "reason": "Ikke nær nok"}
    follower.attempt(declaration, "settle", settlement).refused("disqualified", 403)
    county.set_up("/v1/leaders", {"personId": follower.person})
    assert follower.do(declaration, "settle", settlement)["state"] == "cleared"


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
    grant = world.accepted(world.hub)
    close_reading(world)
    application = {"id": grant["applicationId"]}
    document = documents.clean(world, world.hub.signatory, application)
    declared(county.finance, application)
    paths = (grant.path, f"/v1/applications/{grant['applicationId']}", grant / "permitted-actions")
    for path in (*paths, document.path, document / "content"):
        county.finance.get(path).refused("disqualified", 403)
        county.finance_b.get(path).expect(200)
    assert grant["id"] not in [g["id"] for g in county.finance.items("/v1/grants", limit=1000)]
    county.finance.get("/v1/grants/999999999").refused("not-found", 404)


def test_what_cannot_wait_is_done_in_a_case_that_is_closed_to_them(world):
    """§ 10 asks for the step, not for the file: the case is open for that step alone, and its grounds are kept."""
    caseworker, case, other = world.county.caseworker, world.hub.apply(), world.hub.apply()
    close_reading(world)
    declared(caseworker, case)
    urgent = {"urgentGrounds": "Fristen går ut i dag, og ingen andre er på jobb"}
    message = {"text": "Send oss budsjettet i dag"}
    refusal = caseworker.post(case / "messages", message).refused("disqualified", 403)
    assert "urgentGrounds" in refusal.text
    caseworker.post(case / "messages", message | urgent, dryRun="true").expect(204)
    written = caseworker.make(case / "messages", message | urgent)
    event = world.county.auditor.items(case / "events")[-1]
    assert event["detail"]["urgentGrounds"] == urgent["urgentGrounds"]
    returned = caseworker.post(case / "return", REASON | urgent, if_match="*").expect(200)
    assert returned.json["state"] == "returned"
    for path in (case.path, case / "permitted-actions", written.path):
        caseworker.get(path).expect(403, 404)
    case = world.county.caseworker_b.read(case.path)
    caseworker.attempt(case, "assign", {"caseworkerId": caseworker.person}).refused("disqualified", 403)
    reply = caseworker.post(other / "messages", message | urgent).expect(422)
    assert reply.faults == [("not-disqualified", "#/urgentGrounds")]


def serving(world, party, role, *county_roles):
    """One person who has a role at a party, and these of the county."""
    parties = [(party, role)] + [(world.county, name) for name in county_roles]
    return world.one_person(*parties)[1:]


def test_who_has_a_role_at_a_hub_handles_none_of_its_cases(world):
    """§ 6 first paragraph letters d and e, without anybody's declaring it; not the own cases of others."""
    hub, county = world.hub, world.county
    roles = ("caseworker", "programme_lead", "decision_maker", "attestant", "releaser")
    own, lead, decider, attestant, releaser = serving(world, hub, "hub_signatory", *roles)
    recommended = world.recommended()
    claim, attested = world.claimed(), world.attested()
    reviewed = specimens.make(world, hub, "claim", "reviewed")
    refused = [
        own.attempt(hub.apply(), "take"),
        decider.attempt(recommended, "decide", county.decision(recommended)),
        own.attempt(claim, "review", {"approvedOre": claim["amountOre"]}),
        attestant.attempt(reviewed, "attest"),
        releaser.attempt(attested, "release"),
        own.attempt(specimens.reported(world, hub), "approve"),
        lead.attempt(copayments.raised(world), "check-aid", REASON),
        lead.attempt(samplings.drawn(world, hub), "open"),
        lead.post("/v1/samplings", samplings.new_sampling(world)),
    ]
    for reply in refused:
        assert "bokstav d eller e" in reply.refused("disqualified", 403).text
    releaser.attempt(attested, "release", dryRun="true").refused("disqualified", 403)
    assert own.do(world.other_hub.apply(), "take")["state"] == "in_review"
    assert own.read(claim.path)["id"] == claim["id"]


def test_permitted_actions_say_so_and_no_task_asks_for_it(world):
    (own,) = serving(world, world.hub, "hub_editor", "caseworker")
    claim = world.claimed()
    actions = own.get(claim / "permitted-actions").expect(200).json["actions"]
    review = next(a for a in actions if a["action"] == "review")
    assert "disqualified" in [reason["code"] for reason in review["reasons"]]
    hubs = {(t["hub"] or {}).get("orgnr") for t in own.get("/v1/tasks").expect(200).json["items"]}
    assert world.hub.orgnr not in hubs


def test_of_several_aids_those_of_the_own_firm_are_left_to_others(world):
    orgnr = world.outsider.orgnr
    own, other = copayments.raised(world, orgnr=orgnr), copayments.raised(world)
    (lead,) = serving(world, world.outsider, "firm", "programme_lead")
    body = {"copaymentIds": [own["id"], other["id"]]}
    each = lead.post("/v1/aid-checks", body | REASON).expect(200).json["results"]
    assert [result["done"] for result in each] == [False, True]


def test_a_role_that_has_ended_disqualifies_nobody(world, database):
    (own,) = serving(world, world.hub, "hub_editor", "caseworker")
    database.run(
        "update trinn.role_assignments set valid_from = valid_from - 9, valid_to = trinn.today() - 1"
        " where kind = 'hub' and person_id = %s",
        own.person,
    )
    assert own.do(world.hub.apply(), "take")["state"] == "in_review"


def test_whoever_gives_roles_on_both_sides_is_warned(world):
    hub, county = world.hub, world.county
    ours = new_role_assignment(world)
    county.set_up("/v1/role-assignments", ours)
    theirs = ours | {"orgnr": hub.orgnr, "role": "hub_editor"}
    dry = county.county_admin.post("/v1/role-assignments", theirs, dryRun="true").expect(200).json
    assert [warning["code"] for warning in dry["warnings"]] == ["role-other-side"]
    change = county.propose("/v1/role-assignments", theirs)
    told = county.county_admin_b.get(change / "permitted-actions").expect(200).json
    assert [warning["code"] for warning in told["warnings"]] == ["role-other-side"]
    assert county.county_admin_b.do(change, "approve")["state"] == "approved"
    alone = county.propose("/v1/role-assignments", new_role_assignment(world))
    assert not county.county_admin_b.get(alone / "permitted-actions").expect(200).json["warnings"]
