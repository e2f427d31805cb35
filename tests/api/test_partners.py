"""Applications that are made together: the applicant leads, its partners confirm their parts."""

import pytest
from support import coapplicants, documents
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE


@pytest.fixture
def asked(world):
    """The world's firm, asked to take part in a draft of the hub."""
    return coapplicants.asked_for(world.hub, world.firm)


def application_of(person, partner):
    return coapplicants.of(person, partner)


def without(lines, party):
    return [line for line in lines if line.get("partnerOrgnr") != party.orgnr]


# ---- asked, and answered


def test_a_partner_reads_the_application_it_is_asked_to_and_no_other(world, asked):
    hub, firm = world.hub, world.firm.firm
    other = hub.draft()
    firm.get(other.path).refused("not-found", 404)
    seen = application_of(firm, asked)
    assert seen["partners"] == [{
        "id": asked["id"],
        "orgnr": world.firm.orgnr,
        "name": asked["partner"]["name"],
        "kind": "firm",
        "task": "Prøver kameraet hos seg",
        "state": "asked",
    }]
    assert asked["id"] in [p["id"] for p in firm.items("/v1/application-partners", state="asked")]
    assert seen["id"] not in [a["id"] for a in firm.items("/v1/applications", limit=1000)]
    firm.get(seen / "permitted-actions").refused("not-found", 404)
    firm.attempt(seen, "submit").refused("not-found", 404)
    world.other_hub.signatory.get(seen.path).refused("not-found", 404)


def test_the_county_sees_no_partner_of_a_draft(world, asked):
    world.county.caseworker.get(asked.path).refused("not-found", 404)
    content = {"applicationId": asked["applicationId"]}
    assert world.county.caseworker.items("/v1/application-partners", **content) == []


def test_each_bears_its_lines_and_together_they_are_the_whole(world, asked):
    application = application_of(world.hub.signatory, asked)
    lead, partner = application["budgets"]
    assert (lead["orgnr"], partner["orgnr"]) == (world.hub.orgnr, world.firm.orgnr)
    assert (partner["costsOre"], partner["financeOre"]) == (40_000 * KRONE, 10_000 * KRONE)
    assert lead["costsOre"] + partner["costsOre"] == 100_000 * KRONE
    assert lead["financeOre"] + partner["financeOre"] == 100_000 * KRONE
    part = asked["part"]
    assert (part["costsOre"], part["financeOre"], part["sha256"]) == (4_000_000, 1_000_000, None)
    assert [line["description"] for line in part["costs"]] == ["Egne timer"]


def test_nothing_is_sent_in_before_all_have_confirmed(world, asked):
    hub = world.hub
    refusal = hub.signatory.attempt(application_of(hub.signatory, asked), "submit")
    refusal.refused("partner-unanswered", 409)
    assert asked["partner"]["name"] in refusal.json["detail"]
    confirmed = coapplicants.confirm(asked, world.firm)
    assert (confirmed["state"], confirmed["confirmedOn"]) == ("confirmed", str(world.today))
    assert confirmed["confirmedBy"] == world.firm.firm.name and confirmed["part"]["sha256"]
    sent = hub.signatory.do(application_of(hub.signatory, asked), "submit")
    assert sent["state"] == "submitted" and len(sent["partners"]) == 1
    (frozen,) = world.firm.firm.items(sent / "submissions")
    assert frozen["content"]["partners"] == sent["partners"]
    assert frozen["content"]["budgets"] == sent["budgets"]
    assert world.county.caseworker.read(asked.path)["part"] == confirmed["part"]


def test_a_partner_whose_lines_are_changed_is_asked_anew(world, asked):
    hub, firm = world.hub, world.firm.firm
    confirmed = coapplicants.confirm(asked, world.firm)
    draft = application_of(hub.signatory, asked)
    draft = hub.signatory.save(draft, "plan", hub.plan())
    assert firm.read(asked.path)["state"] == "confirmed"
    coapplicants.share(hub, draft, world.firm, costs_ore=30_000 * KRONE)
    anew = firm.read(asked.path)
    assert (anew["state"], anew["confirmedBy"]) == ("asked", None)
    assert anew["part"]["costsOre"] == 30_000 * KRONE
    assert anew.etag != confirmed.etag


def test_what_is_confirmed_is_what_was_read(world, asked):
    draft = application_of(world.hub.signatory, asked)
    coapplicants.share(world.hub, draft, world.firm, costs_ore=50_000 * KRONE)
    assert world.firm.firm.attempt(asked, "confirm").status == 412


def test_who_says_no_is_taken_out_of_the_plans(world, asked):
    hub, firm = world.hub, world.firm.firm
    declined = firm.do(asked, "decline", REASON)
    assert (declined["state"], declined["reason"]) == ("declined", REASON["reason"])
    firm.get(f"/v1/applications/{asked['applicationId']}").refused("not-found", 404)
    assert firm.read(asked.path)["title"] is None
    draft = application_of(hub.signatory, asked)
    assert draft["partners"] == []
    faults = hub.signatory.attempt(draft, "submit").expect(422).faults
    assert ("partner-unknown", "#/costs/2/partnerOrgnr") in faults
    costs = {"costs": without(draft["costs"], world.firm)}
    draft = hub.signatory.save(draft, "cost-plan", costs)
    finance = {"finance": hub.finance(45_000 * KRONE, 15_000 * KRONE)["finance"]}
    draft = hub.signatory.save(draft, "finance-plan", finance)
    assert hub.signatory.do(draft, "submit")["state"] == "submitted"


def test_the_applicant_takes_out_whom_it_asked_and_asks_again(world, asked):
    hub = world.hub
    assert hub.hub_editor.do(asked, "remove", REASON)["state"] == "removed"
    world.firm.firm.attempt(world.firm.firm.read(asked.path), "confirm").refused("state-conflict")
    draft = application_of(hub.signatory, asked)
    assert coapplicants.add(hub, draft, world.firm.orgnr)["state"] == "asked"


@pytest.mark.parametrize("member, path", [("costs", "cost-plan"), ("finance", "finance-plan")])
def test_a_line_is_the_applicants_or_a_partners(world, member, path):
    hub = world.hub
    draft = hub.fill(hub.draft())
    lines = [line | {"partnerOrgnr": world.firm.orgnr} for line in draft[member][-1:]]
    headers = {"If-Match": draft.etag}
    reply = hub.signatory.put(draft / path, {member: lines}, headers=headers).expect(422)
    assert reply.faults == [("partner-unknown", f"#/{member}/0/partnerOrgnr")]


def test_the_county_is_asked_by_the_applicant(world, asked):
    hub = world.hub
    draft = application_of(hub.signatory, asked)
    lines = [line | {"partnerOrgnr": world.firm.orgnr} for line in draft["finance"]]
    headers = {"If-Match": draft.etag}
    reply = hub.signatory.put(draft / "finance-plan", {"finance": lines}, headers=headers)
    assert reply.expect(422).faults == [("partner-applied", "#/finance/0/partnerOrgnr")]


@pytest.mark.parametrize("whom, fault", [
    ("hub", "partner-applicant"), ("firm", "partner-named"), ("nobody", "unknown-reference"),
])
def test_a_partner_is_another_organisation_and_named_once(world, asked, whom, fault):
    orgnrs = {"hub": world.hub.orgnr, "firm": world.firm.orgnr, "nobody": "999999999"}
    draft = application_of(world.hub.signatory, asked)
    content = coapplicants.new_partner(world, orgnrs[whom])
    reply = world.hub.signatory.post(draft / "partners", content)
    assert fault in (reply.code, *(code for code, _ in reply.faults)), reply


# ---- who is nowhere here


def test_one_with_nobody_here_confirms_on_paper(world):
    hub = world.hub
    asked = coapplicants.on_paper(world, hub)
    confirmed = hub.signatory.do(asked, "enter-paper", coapplicants.paper(world))
    assert (confirmed["state"], confirmed["confirmedBy"]) == ("confirmed", "Kari Foss, daglig leder")
    application = application_of(hub.signatory, asked)
    assert hub.signatory.do(application, "submit")["state"] == "submitted"


def test_one_with_people_here_answers_itself(world, asked):
    draft = application_of(world.hub.signatory, asked)
    documents.clean(world, world.hub.signatory, draft)
    reply = world.hub.signatory.attempt(asked, "enter-paper", coapplicants.paper(world))
    reply.refused("partner-answers-itself", 409)


def test_the_paper_is_a_clean_document_of_the_application(world):
    hub = world.hub
    asked = coapplicants.on_paper(world, hub)
    other = documents.clean(world, hub.signatory, hub.fill(hub.draft()))
    content = coapplicants.paper(world, documentId=other["id"])
    reply = hub.signatory.attempt(asked, "enter-paper", content).expect(422)
    assert reply.faults == [("unknown-reference", "#/documentId")]
    mine = documents.complete(hub.signatory, application_of(hub.signatory, asked))
    content = coapplicants.paper(world, documentId=mine["id"])
    hub.signatory.attempt(asked, "enter-paper", content).refused("document-not-clean", 409)


# ---- sent in, and left


def test_nothing_is_granted_for_a_part_that_nobody_stands_by(world):
    hub, county = world.hub, world.county
    application = coapplicants.apply(hub, world.firm)
    partner = coapplicants.partner_of(world.firm.firm, application)
    hub.signatory.attempt(partner, "remove", REASON).refused("state-conflict", 409)
    recommended = county.recommend(application)
    assert world.firm.firm.do(partner, "withdraw", REASON)["state"] == "withdrawn"
    recommended = county.caseworker.read(recommended.path)
    told = county.decision_maker.read(recommended / "permitted-actions")["warnings"]
    assert [w["code"] for w in told] == ["partner-unsettled"]
    refusal = county.decision_maker.attempt(recommended, "decide", county.decision(recommended))
    refusal.refused("partner-unsettled", 409)
    back = county.decision_maker.do(recommended, "send-back", REASON)
    content = county.recommendation(application)
    county.caseworker.attempt(back, "recommend", content).refused("partner-unsettled", 409)
    returned = county.caseworker.do(back, "return", REASON)
    faults = hub.signatory.attempt(returned, "submit").expect(422).faults
    assert ("partner-unknown", "#/costs/2/partnerOrgnr") in faults
    draft = hub.signatory.read(returned.path)
    draft = hub.signatory.save(draft, "cost-plan", hub.costs(100_000 * KRONE))
    finance = hub.finance(75_000 * KRONE, 25_000 * KRONE)
    draft = hub.signatory.save(draft, "finance-plan", finance)
    assert county.recommend(hub.signatory.do(draft, "submit"))["state"] == "recommended"


def test_a_refusal_waits_for_no_partner(world):
    county = world.county
    application = coapplicants.apply(world.hub, world.firm)
    partner = coapplicants.partner_of(world.firm.firm, application)
    world.firm.firm.do(partner, "withdraw", REASON)
    application = county.caseworker.read(application.path)
    rejected = county.decide(county.recommend(application, "rejected"), "rejected")
    assert rejected["state"] == "rejected"


def test_no_partner_withdraws_from_what_is_decided(world):
    county = world.county
    application = coapplicants.apply(world.hub, world.firm)
    county.decide(county.recommend(application))
    partner = coapplicants.partner_of(world.firm.firm, application)
    world.firm.firm.attempt(partner, "withdraw", REASON).refused("state-conflict", 409)


# ---- what a partner is to the county


def test_who_serves_a_partner_is_disqualified_by_law(world):
    county = world.county
    _, caseworker = world.one_person((world.firm, "firm"), (county, "caseworker"))
    application = coapplicants.apply(world.hub, world.firm)
    caseworker.attempt(application, "take").refused("disqualified", 403)
    caseworker.do(world.hub.apply(), "take")


def test_who_confirmed_for_a_partner_is_one_who_applied(world):
    county, hub = world.county, world.hub
    signs, caseworker = world.one_person((world.firm, "firm"), (county, "caseworker"))
    asked = coapplicants.asked_for(hub, world.firm)
    signs.do(signs.read(asked.path), "confirm")
    world.database.run(
        "set session_replication_role = replica; update trinn.role_assignments"
        " set valid_to = valid_from where person_id = %s and kind = 'firm'", caseworker.person,
    )
    application = hub.signatory.do(application_of(hub.signatory, asked), "submit")
    refusal = caseworker.attempt(application, "recommend", county.recommendation(application))
    assert refusal.status == 403, refusal


def test_a_firm_that_is_a_partner_is_told_of_as_overlap(world):
    county, hub = world.county, world.hub
    orgnr = new_firm(world)
    draft = hub.signatory.save(hub.draft(), "plan", hub.plan(firms=[]))
    partner = coapplicants.add(hub, draft, orgnr)
    documents.clean(world, hub.signatory, draft)
    hub.signatory.do(partner, "enter-paper", coapplicants.paper(world))
    draft = hub.signatory.save(hub.signatory.read(draft.path), "cost-plan", hub.costs(100_000 * KRONE))
    finance = hub.finance(75_000 * KRONE, 25_000 * KRONE)
    first = hub.signatory.do(hub.signatory.save(draft, "finance-plan", finance), "submit")
    other = world.other_hub
    call = county.call(county.funding_line())
    plan = other.plan(firms=[{"orgnr": orgnr, "stage": 1}])
    second = other.signatory.save(other.fill(other.draft(call)), "plan", plan)
    second = other.signatory.do(second, "submit")
    permitted = county.caseworker.read(second / "permitted-actions")
    assert first["caseNumber"] in str(permitted["warnings"])


def test_two_submissions_differ_by_their_partners(world):
    hub, county = world.hub, world.county
    application = coapplicants.apply(hub, world.firm)
    returned = county.caseworker.do(application, "return", REASON)
    partner = coapplicants.partner_of(hub.signatory, returned)
    hub.signatory.do(partner, "remove", REASON)
    draft = hub.signatory.read(application.path)
    draft = hub.signatory.save(draft, "cost-plan", hub.costs(100_000 * KRONE))
    draft = hub.signatory.save(draft, "finance-plan", hub.finance(75_000 * KRONE, 25_000 * KRONE))
    hub.signatory.do(draft, "submit")
    told = county.caseworker.read(application / "compare-submissions")["changes"]
    assert [c["change"] for c in told if c["pointer"].startswith("/partners")] == ["removed"]


# ---- granted, and claimed


def granted_together(world):
    """Accepted by the hub; a part of it falls on the firm."""
    county, hub = world.county, world.hub
    application = coapplicants.apply(hub, world.firm)
    recommended = county.recommend(application, "part_granted", 50_000 * KRONE)
    county.decide(recommended, "part_granted", 50_000 * KRONE)
    return application, hub.accept(hub.signatory.read(county.grant_of(application).path))


def test_a_decision_says_what_falls_on_each(world):
    application, grant = granted_together(world)
    (decision,) = world.county.caseworker.items(application / "decisions")
    assert decision["calculation"]["organisations"] == [
        {"orgnr": world.hub.orgnr, "budgetOre": 6_000_000, "amountOre": 3_000_000},
        {"orgnr": world.firm.orgnr, "budgetOre": 4_000_000, "amountOre": 2_000_000},
    ]
    (partner,) = grant["partners"]
    assert (partner["budgetOre"], partner["leftOre"]) == (4_000_000, 4_000_000)


def test_a_partner_reads_what_was_decided_and_its_own_part_of_the_grant(world):
    application, grant = granted_together(world)
    firm = world.firm.firm
    (decision,) = firm.items(application / "decisions")
    assert (decision["outcome"], decision["amountOre"]) == ("part_granted", 5_000_000)
    assert (decision["hearings"], decision["overlaps"]) == ([], None)
    seen = firm.read(grant.path)
    assert (seen["amountOre"], seen["state"]) == (5_000_000, "accepted")
    (part,) = seen["partners"]
    assert (part["orgnr"], part["budgetOre"]) == (world.firm.orgnr, 4_000_000)
    assert {line["partnerOrgnr"] for line in seen["lines"]} == {world.firm.orgnr}
    assert (seen["costs"], seen["changes"], seen["amendments"]) == ([], [], [])
    assert grant["id"] in [g["id"] for g in firm.items("/v1/grants", limit=1000)]
    (letter,) = firm.items(application / "letters")
    assert letter["kind"] == "decision"
    outsider = world.other_hub.signatory
    for path in (application / "decisions", application / "letters", grant.path):
        assert outsider.get(path).status == 404


def test_a_partner_does_nothing_with_the_grant(world):
    application = coapplicants.apply(world.hub, world.firm)
    world.county.decide(world.county.recommend(application))
    grant = world.county.grant_of(application)
    for action, content in (("accept", None), ("decline", REASON)):
        assert world.firm.firm.attempt(grant, action, content).status in (403, 404)


def test_a_partner_is_told_nothing_before_the_decision_is_made_known(world):
    county, firm = world.county, world.firm.firm
    application = coapplicants.apply(world.hub, world.firm)
    held = county.hold(county.recommend(application))
    assert firm.items(application / "decisions") == []
    assert firm.get(county.grant_of(held).path).status == 404
    county.decision_maker.do(held, "release-decision")
    assert len(firm.items(application / "decisions")) == 1


def test_one_that_did_not_confirm_reads_no_decision(world):
    partner = coapplicants.asked_for(world.hub, world.firm)
    assert world.firm.firm.items(f"/v1/applications/{partner['applicationId']}/decisions") == []


def test_the_letter_tells_what_falls_on_each(world):
    application, _ = granted_together(world)
    rows = world.database.value(
        "select b->'rows' from trinn.letters l,"
        " json_array_elements(trinn.jobs_letter_content(l.county_id, l.id)->'blocks') b"
        " where l.application_id = %s and b->>'kind' = 'table' and b->'rows'->0->'cells'->>0 = 'Organisasjon'",
        application["id"],
    )
    told = [row["cells"] for row in rows]
    assert told[0] == ["Organisasjon", "Godkjente kostnader", "Tilskudd"]
    assert [row[1:] for row in told[1:]] == [
        ["60\u00a0000,00", "30\u00a0000,00"], ["40\u00a0000,00", "20\u00a0000,00"], ["100\u00a0000,00", "50\u00a0000,00"]]


def test_a_partner_without_people_here_is_written_to_by_post(world):
    county, hub = world.county, world.hub
    orgnr = new_firm(world)
    draft = hub.signatory.save(hub.draft(), "plan", hub.plan(firms=[]))
    partner = coapplicants.add(hub, draft, orgnr)
    hub.fill(hub.signatory.read(draft.path))
    documents.clean(world, hub.signatory, draft)
    hub.signatory.do(hub.signatory.read(partner.path), "enter-paper", coapplicants.paper(world))
    application = hub.signatory.do(hub.signatory.read(draft.path), "submit")
    county.decide(county.recommend(application))
    (decision,) = hub.signatory.items(application / "decisions")
    assert decision["appealBy"] is None and decision["unposted"] and decision["acceptBy"]
    (letter,) = county.caseworker.items(application / "letters")
    (mailing,) = letter["mailings"]
    assert mailing["organisation"]["orgnr"] == orgnr
    content = {"letterId": letter["id"], "orgnr": orgnr, "how": "posted", "onDay": str(world.today)}
    county.caseworker.do(county.caseworker.read(application.path), "note-notice", content)
    (decision,) = hub.signatory.items(application / "decisions")
    assert decision["appealBy"] and not decision["unposted"]


def claim_of(hub, ore, party):
    """A claim of half of a cost that is the party's."""
    content = hub.claim_content(ore)
    content["costs"][0] |= {"amountOre": 2 * ore, "partnerOrgnr": party.orgnr}
    return content


def test_a_claim_names_whose_costs_they_are_within_their_part(world):
    hub = world.hub
    _, grant = granted_together(world)
    made = hub.signatory.make(grant / "claims", claim_of(hub, 15_000 * KRONE, world.firm))
    assert [cost["partnerOrgnr"] for cost in made["costs"]] == [world.firm.orgnr]
    grant = hub.signatory.read(grant.path)
    assert grant["partners"][0]["leftOre"] == 10_000 * KRONE
    more = hub.signatory.post(grant / "claims", claim_of(hub, 6_000 * KRONE, world.firm))
    assert more.expect(422).faults == [("partner-exceeded", "#/costs")]
    assert "10\u00a0000" in more.json["errors"][0]["detail"]
    world.county.caseworker.do(made, "reject", REASON)
    hub.signatory.make(grant / "claims", claim_of(hub, 6_000 * KRONE, world.firm))


def test_costs_are_the_recipients_or_its_partners(world):
    hub = world.hub
    _, grant = granted_together(world)
    reply = hub.signatory.post(grant / "claims", claim_of(hub, 1_000 * KRONE, world.outsider))
    assert reply.expect(422).faults == [("partner-unknown", "#/costs/0/partnerOrgnr")]


def test_a_grant_to_one_alone_names_no_partner(world):
    application = world.decided(world.hub)
    (decision,) = world.county.caseworker.items(application / "decisions")
    assert decision["calculation"]["organisations"] == []
    assert world.county.grant_of(application)["partners"] == []
