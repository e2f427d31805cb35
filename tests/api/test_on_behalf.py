"""Applications that somebody enters for a firm without a log-in, with its authority."""

import datetime

import pytest
from support import documents, grants
from support.bodies import REASON, new_hearing
from support.onbehalf import content, enter, entered, fill, said
from support.parties import KRONE


def overdue(world, days=2):
    """A call whose last day has passed since."""
    call = world.county.call()
    world.database.run(
        "set session_replication_role = replica; update trinn.calls"
        " set opens_on = trinn.today() - 30, closes_on = trinn.today() - %s where id = %s",
        days, call["id"],
    )
    return call


@pytest.fixture(scope="module")
def call(world):
    return world.county.call(opensOn=str(world.today - datetime.timedelta(30)))


def enrolled(world, hub=None):
    """The number of a firm that the hub has in a stage."""
    hub = hub or world.hub
    orgnr = next(world.spare_firms)
    hub.enrol(hub.follow(world.county.programme(), orgnr))
    return orgnr


def test_a_caseworker_enters_what_came_by_post_and_the_case_says_so(world, call):
    sent = entered(world, call)
    yesterday = str(world.today - datetime.timedelta(1))
    told = sent["onBehalf"]
    assert (told["channel"], told["receivedOn"]) == ("letter", yesterday)
    assert told["channelName"] == {"nb": "brev", "en": "letter"}
    assert told["enteredBy"] == "caseworker@trondelag" and told["authority"]
    assert sent["state"] == "submitted" and sent["applicant"]["orgnr"] != world.hub.orgnr
    assert sent["submittedAt"].startswith(yesterday)
    (post,) = world.county.archivist.items("/v1/journal-posts", applicationId=sent["id"])
    assert post["documentDate"] == yesterday and "ført inn for søkeren" in post["title"]
    world.assert_sound()


# ---- what it says later


def offered(world):
    """A grant to a firm with nobody here: one caseworker entered it, and another recommended."""
    county = world.county
    sent = entered(world)
    recommended = county.caseworker_b.do(sent, "recommend", county.recommendation(sent))
    return county.grant_of(county.decide(recommended))


def test_what_a_firm_says_by_letter_is_entered_and_the_case_goes_on(world):
    clerk = world.county.caseworker
    grant = offered(world)
    accepted = clerk.do(grant, "enter-acceptance", said(world))
    assert accepted["state"] == "accepted"
    told = accepted["answeredOnBehalf"]
    assert (told["channel"], told["receivedOn"]) == ("letter", str(world.today))
    assert told["enteredBy"] == "caseworker@trondelag" and told["authority"]
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=grant["applicationId"])
    assert any("Aksept av tilskudd" in p["title"] for p in posts)
    assert clerk.read(f"/v1/applications/{grant['applicationId']}")["state"] == "accepted"
    world.assert_sound()


def test_one_that_is_declined_by_letter_gives_its_money_back(world):
    grant = offered(world)
    content = said(world, channel="phone") | REASON
    declined = world.county.caseworker.do(grant, "enter-refusal", content)
    assert (declined["state"], declined["endReason"]) == ("annulled", REASON["reason"])
    assert declined["answeredOnBehalf"]["channel"] == "phone"
    world.assert_sound()


def test_whoever_recommended_does_not_enter_that_it_is_accepted(world):
    grant = offered(world)
    refusal = world.county.caseworker_b.attempt(grant, "enter-acceptance", said(world))
    refusal.refused("four-eyes", 403)


def test_nothing_came_before_there_was_something_to_answer(world):
    grant = offered(world)
    yesterday = said(world, receivedOn=str(world.today - datetime.timedelta(1)))
    refusal = world.county.caseworker.attempt(grant, "enter-acceptance", yesterday)
    assert refusal.faults == [("said-before", "#/receivedOn")]


def test_an_application_is_withdrawn_by_letter(world, call):
    sent = entered(world, call)
    withdrawn = world.county.caseworker_b.do(sent, "enter-withdrawal", said(world) | REASON)
    assert withdrawn["state"] == "withdrawn"
    assert withdrawn["withdrawnOnBehalf"]["enteredBy"] == "caseworker_b@trondelag"
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=sent["id"])
    assert any("trukket, ført inn" in p["title"] for p in posts)
    world.assert_sound()


# ---- to the hub that entered it


def granted_through_hub(world):
    """To a firm of the hub, without a log-in; the grant, as the hub reads it."""
    signatory, county = world.hub.signatory, world.county
    sent = entered(world, world.county.usual_call, signatory, orgnr=enrolled(world))
    decided = county.decide(county.recommend(sent))
    return signatory.read(county.grant_of(decided).path)


def test_the_hub_that_entered_it_reads_what_was_decided(world):
    grant = granted_through_hub(world)
    case = f"/v1/applications/{grant['applicationId']}"
    signatory = world.hub.signatory
    (decision,) = signatory.items(f"{case}/decisions")
    assert decision["outcome"] == "granted" and decision["unposted"] is None and decision["appealBy"]
    (letter,) = signatory.items(f"{case}/letters")
    assert letter["mailings"] == []
    assert grant["acceptBy"] and grant["costs"] and grant["lines"]
    for other in (world.hub.hub_editor, world.other_hub.signatory):
        assert other.get(grant.path).status == 404
        assert other.get(f"{case}/decisions").status == 404


def test_the_hub_that_entered_it_enters_what_the_firm_answers(world):
    grant = granted_through_hub(world)
    signatory = world.hub.signatory
    for action, content in (("accept", None), ("decline", REASON)):
        signatory.attempt(grant, action, content).refused("not-applicant", 403)
    accepted = signatory.do(grant, "enter-acceptance", said(world))
    assert accepted["state"] == "accepted"
    told = accepted["answeredOnBehalf"]
    assert told["organisation"] == signatory.read("/v1/organisations/" + world.hub.orgnr)["name"] and told["authority"] == said(world)["authority"]
    declined = granted_through_hub(world)
    declined = signatory.do(declined, "enter-refusal", said(world) | REASON)
    assert declined["state"] == "annulled"
    world.assert_sound()


def test_the_hub_that_entered_it_withdraws_it(world, call):
    signatory = world.hub.signatory
    sent = entered(world, call, signatory, orgnr=enrolled(world))
    withdrawn = signatory.do(sent, "enter-withdrawal", said(world) | REASON)
    assert withdrawn["state"] == "withdrawn"
    assert withdrawn["withdrawnOnBehalf"]["organisation"] == signatory.read("/v1/organisations/" + world.hub.orgnr)["name"]
    world.assert_sound()


def test_what_tells_against_the_firm_is_put_to_the_firm_itself(world, call):
    sent = entered(world, call, world.hub.signatory, orgnr=enrolled(world))
    clerk = world.county.caseworker
    clerk.make(sent / "hearings", new_hearing(world))
    (letter,) = clerk.items(sent / "letters")
    assert (letter["kind"], letter["mailings"][0]["state"]) == ("hearing", "waiting")


def test_a_hub_answers_for_itself_by_its_own_steps(world):
    grant = world.offered()
    refusal = world.hub.signatory.attempt(grant, "enter-acceptance", said(world))
    refusal.refused("not-answering", 403)
    sent = world.hub.apply()
    refusal = world.hub.signatory.attempt(sent, "enter-withdrawal", said(world) | REASON)
    refusal.refused("not-answering", 403)


# ---- whose it is


def test_the_firm_sees_it_among_its_own_and_takes_it_over(world, call):
    firm = world.firm.firm
    draft = fill(world, world.county.caseworker, enter(world, call, orgnr=world.firm.orgnr))
    assert draft["id"] in [a["id"] for a in firm.items("/v1/applications", limit=1000)]
    seen = firm.read(draft.path)
    assert seen["onBehalf"]["enteredBy"] == "caseworker@trondelag"
    assert seen["onBehalf"]["authority"] == draft["onBehalf"]["authority"]
    sent = firm.do(seen, "submit")
    assert not sent["submittedAt"].startswith(draft["onBehalf"]["receivedOn"])
    returned = world.county.caseworker_b.do(sent, "return", REASON)
    refusal = world.county.caseworker.attempt(returned, "submit")
    refusal.refused("not-writer", 403)
    assert firm.do(firm.do(firm.read(returned.path), "submit"), "withdraw", REASON)["state"] == "withdrawn"


def test_nobody_else_sees_or_writes_the_draft(world, call):
    draft = enter(world, call)
    others = (world.county.caseworker_b, world.county.decision_maker, world.hub.signatory, world.firm.firm)
    for other in others:
        assert other.get(draft.path).status == 404
    mine = world.county.caseworker.items("/v1/applications", state="draft", limit=1000)
    assert draft["id"] in [a["id"] for a in mine]
    theirs = world.county.caseworker_b.items("/v1/applications", state="draft", limit=1000)
    assert draft["id"] not in [a["id"] for a in theirs]


def test_a_caseworker_writes_only_what_they_entered(world):
    returned = world.county.caseworker.do(world.hub.apply(), "return", REASON)
    refusal = world.county.caseworker_b.attempt(returned, "submit")
    refusal.refused("not-writer", 403)


def test_who_entered_it_for_a_hub_does_not_withdraw_it(world, call):
    signatory = world.hub.signatory
    sent = entered(world, call, signatory, orgnr=enrolled(world))
    signatory.attempt(sent, "withdraw", REASON).refused("not-writer", 403)


# ---- the signed document


def test_what_was_signed_is_sent_with_it(world, call):
    clerk = world.county.caseworker
    draft = fill(world, clerk, enter(world, call))
    paper = documents.clean(world, clerk, draft)
    sent = clerk.do(clerk.read(draft.path), "submit")
    (post,) = world.county.archivist.items("/v1/journal-posts", applicationId=sent["id"])
    whole = world.county.archivist.read(f"/v1/journal-posts/{post['id']}")
    assert paper["id"] in [d["documentId"] for d in whole["documents"]]


def test_a_hub_sends_what_its_firm_signed(world, call):
    signatory = world.hub.signatory
    draft = enter(world, call, signatory, orgnr=enrolled(world))
    paper = documents.clean(world, signatory, draft)
    assert signatory.read(f"/v1/documents/{paper['id']}")["state"] == "clean"


def test_what_was_laid_by_whom_entered_it_is_nobody_elses_until_it_is_sent(world, call):
    clerk, colleague = world.county.caseworker, world.county.caseworker_b
    draft = fill(world, clerk, enter(world, call))
    paper, wrong = documents.clean(world, clerk, draft), documents.clean(world, clerk, draft)
    colleague.get(paper.path).expect(404)
    assert clerk.do(wrong, "discard")["state"] == "discarded"
    sent = clerk.do(clerk.read(draft.path), "submit")
    assert [d["id"] for d in colleague.items(sent / "documents")] == [paper["id"]]
    clerk.attempt(clerk.read(paper.path), "discard").refused("document-sent", 409)
    returned = colleague.do(sent, "return", REASON)
    more = documents.clean(world, clerk, returned)
    colleague.get(more.path).expect(404)
    clerk.do(clerk.read(returned.path), "submit")
    colleague.get(more / "content").expect(200)
    posts = world.county.archivist.items("/v1/journal-posts", applicationId=sent["id"])
    assert [p["documentType"] for p in posts if p["documentType"] == "DOKUMENT"] == []
    world.assert_sound()


def test_a_firm_takes_away_what_its_hub_laid_by_mistake(world, call):
    hub, firm = world.hub.signatory, world.firm.signatory
    world.hub.enrol(world.hub.follow(world.county.programme(), world.firm.orgnr))
    draft = enter(world, call, hub, orgnr=world.firm.orgnr)
    paper = documents.clean(world, hub, draft)
    assert firm.do(firm.read(paper.path), "discard")["state"] == "discarded"


# ---- who handles it


def test_whoever_entered_it_does_not_handle_it(world, call):
    county = world.county
    sent = entered(world, call)
    for action, body in (("take", None), ("return", REASON)):
        county.caseworker.attempt(sent, action, body).refused("four-eyes", 403)
    refusal = county.caseworker.attempt(sent, "recommend", county.recommendation(sent))
    refusal.refused("four-eyes", 403)
    me = county.caseworker.get("/v1/me").expect(200).json["person"]["id"]
    assign = {"caseworkerId": me}
    assert county.caseworker_b.attempt(sent, "assign", assign).faults == [
        ("four-eyes", "#/caseworkerId")]
    assert county.caseworker_b.do(sent, "take")["state"] == "in_review"


def test_whoever_entered_it_does_not_decide_it(world, call):
    county = world.county
    clerk, decider = world.one_person((county, "caseworker"), (county, "decision_maker"))
    sent = entered(world, call, clerk)
    recommended = county.recommend(sent)
    refusal = decider.attempt(recommended, "decide", county.decision(recommended))
    refusal.refused("four-eyes", 403)
    assert county.decide(recommended)["state"] == "granted"


def test_whoever_entered_it_does_not_assess_what_is_claimed_of_it(world, call):
    county, firm = world.county, world.firm
    granted = county.decide(county.caseworker_b.do(entered(world, call, orgnr=firm.orgnr), "recommend", county.recommendation(
        {"appliedOre": 75_000 * KRONE})))
    world.ensure_account(firm)
    grant = firm.accept(county.grant_of(granted))
    claim = firm.claim(grant, 10_000 * KRONE)
    content = {"approvedOre": claim["amountOre"]}
    county.caseworker.attempt(claim, "review", content).refused("four-eyes", 403)
    county.caseworker.attempt(claim, "reject", REASON).refused("four-eyes", 403)
    assert not waiting(county.caseworker, claim.path)
    assert waiting(county.caseworker_b, claim.path)
    county.caseworker_b.do(claim, "review", content)


# ---- what waits for whoever entered it


def waiting(person, path):
    return [t for t in person.items("/v1/tasks", limit=1000) if t["path"] == path]


def test_what_was_entered_waits_to_be_sent_by_whoever_entered_it(world, call):
    county, clerk = world.county, world.county.caseworker
    draft = fill(world, clerk, enter(world, call, orgnr=world.firm.orgnr))
    (task,) = waiting(clerk, draft.path)
    assert (task["operationId"], task["dueOn"]) == ("submitApplication", call["closesOn"])
    assert task["dueRule"] and task["firm"]["orgnr"] == world.firm.orgnr
    mine = clerk.items("/v1/tasks", limit=1000, whose="mine")
    assert draft.path in [t["path"] for t in mine]
    for other in (county.caseworker_b, county.decision_maker, world.hub.signatory):
        assert waiting(other, draft.path) == []
    clerk.do(draft, "submit")
    assert [t["operationId"] for t in waiting(clerk, draft.path)] in ([], ["takeApplication"])


def test_what_was_returned_waits_for_whoever_entered_it(world, call):
    clerk, colleague = world.county.caseworker, world.county.caseworker_b
    sent, day = entered(world, call), str(world.today + datetime.timedelta(10))
    colleague.do(sent, "return", REASON | {"answerBy": day})
    (task,) = waiting(clerk, sent.path)
    assert (task["operationId"], task["dueOn"], task["since"]) == ("submitApplication", day, str(world.today))
    assert task["reference"] == sent["caseNumber"] and task["dueRule"]
    assert waiting(colleague, sent.path) == []
    reminded = world.database.rows(
        "select p.person_id::text from (select trinn.act_as_system(50)) s, trinn.people_due(50) p where p.path = %s and p.due_on = %s",
        *(sent.path, day),
    )
    assert reminded == [(clerk.person,)]
    clerk.do(clerk.read(sent.path), "submit")
    assert "submitApplication" not in [t["operationId"] for t in waiting(clerk, sent.path)]


def test_what_a_hub_entered_waits_for_it_until_the_call_has_closed(world):
    call = world.county.call()
    signatory = world.hub.signatory
    draft = enter(world, call, signatory, orgnr=enrolled(world))
    (task,) = waiting(signatory, draft.path)
    assert (task["operationId"], task["hub"]["orgnr"]) == ("submitApplication", world.hub.orgnr)
    assert waiting(world.hub.hub_editor, draft.path) == []
    world.county.caseworker.do(call, "close", REASON)
    assert waiting(signatory, draft.path) == []


def test_what_came_in_time_waits_after_the_deadline(world):
    call = world.county.call(opensOn=str(world.today - datetime.timedelta(30)))
    clerk = world.county.caseworker
    draft = enter(world, call, receivedOn=str(world.today - datetime.timedelta(2)))
    world.database.run(
        "set session_replication_role = replica; update trinn.calls set closes_on = trinn.today() - 1 where id = %s",
        call["id"],
    )
    (task,) = waiting(clerk, draft.path)
    assert task["overdueDays"] == 1
    fill(world, clerk, draft)
    assert clerk.do(clerk.read(draft.path), "submit")["state"] == "submitted"


# ---- hubs


def test_a_hub_enters_for_firms_that_it_has_enrolled(world, call):
    signatory = world.hub.signatory
    orgnr = enrolled(world)
    sent = entered(world, call, signatory, orgnr=orgnr, channel="phone")
    assert sent["onBehalf"]["organisation"] == signatory.read(world.hub.draft().path)["applicant"]["name"]
    assert sent["id"] in [a["id"] for a in signatory.items("/v1/applications", limit=1000)]
    assert world.hub.hub_editor.get(sent.path).status == 404
    assert world.other_hub.signatory.get(sent.path).status == 404


def test_a_hub_enters_for_no_other_firms_and_not_by_its_editor(world, call):
    stranger = content(world, call)
    reply = world.hub.signatory.post("/v1/applications", stranger)
    assert reply.faults == [("not-enrolled-here", "#/onBehalf/orgnr")]
    own = content(world, call, orgnr=enrolled(world))
    assert world.hub.hub_editor.post("/v1/applications", own).faults == [("not-entering", "#/onBehalf")]
    assert world.other_hub.signatory.post("/v1/applications", own).faults == [
        ("not-enrolled-here", "#/onBehalf/orgnr")]


# ---- for whom, and when it came


def test_the_county_says_for_whom(world, call):
    bare = {"callId": call["id"], "title": "Opplæring"}
    reply = world.county.caseworker.post("/v1/applications", bare)
    assert reply.faults == [("on-behalf-missing", "#/onBehalf")]


@pytest.mark.parametrize("days, fault", [(-1, "date-future"), (15, "entered-late")])
def test_what_is_entered_came_lately(world, call, days, fault):
    received = str(world.today - datetime.timedelta(days))
    reply = world.county.caseworker.post("/v1/applications", content(world, call, receivedOn=received))
    assert reply.faults == [(fault, "#/onBehalf/receivedOn")]


def test_what_is_entered_is_of_a_firm_that_is_known(world, call):
    reply = world.county.caseworker.post("/v1/applications", content(world, call, orgnr="999999999"))
    assert reply.faults == [("unknown-reference", "#/onBehalf/orgnr")]


def test_a_hub_is_entered_for_by_nobody(world, call):
    reply = world.county.caseworker.post("/v1/applications", content(world, call, orgnr=world.hub.orgnr))
    assert reply.faults == [("applies-itself", "#/onBehalf/orgnr")]


def test_what_came_in_time_is_entered_after_the_deadline(world):
    closed = overdue(world)
    in_time = str(world.today - datetime.timedelta(2))
    late = content(world, closed)
    world.county.caseworker.post("/v1/applications", late).refused("deadline-passed", 409)
    assert entered(world, closed, receivedOn=in_time)["state"] == "submitted"


def test_what_came_to_a_hub_is_in_time_when_it_is_sent(world):
    closed = overdue(world)
    in_time = str(world.today - datetime.timedelta(2))
    theirs = content(world, closed, orgnr=enrolled(world), receivedOn=in_time)
    world.hub.signatory.post("/v1/applications", theirs).refused("deadline-passed", 409)


def past(world, grant, days):
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() - %s where id = %s", days, grant["id"])


def test_an_offer_to_one_with_nobody_here_lapses_when_no_letter_can_be_under_way(world):
    grant = offered(world)
    past(world, grant, 14)
    grants.lapse(world)
    assert world.county.caseworker.read(grant.path)["state"] == "offered"
    past(world, grant, 15)
    grants.lapse(world)
    assert world.county.caseworker.read(grant.path)["state"] == "lapsed"
