"""What is written in a returned application is the applicant's own until it is sent again; and a returned application
goes on without it: withdrawn by the applicant, or taken up as it was last submitted."""

import datetime

import pytest
from support import coapplicants, documents, journal, onbehalf
from support.bodies import REASON
from support.delivery import new_firm
from support.parties import KRONE

WORD = "Xylofonverksted"
PARTS = ("", "/submissions", "/events", "/timeline", "/messages", "/letters", "/hearings")
LISTS = ["/v1/applications", "/v1/tasks", "/v1/journal-posts"]


@pytest.fixture(name="returned")
def _returned(world):
    return world.county.caseworker.do(world.hub.apply(), "return", REASON)


def plan_of(hub, draft, word):
    answers = draft["answers"] | {"goal": f"{word} for alle"}
    return hub.plan() | {"title": f"{word} i Oppdal", "answers": answers}


def rewrite(hub, returned, word=WORD):
    """All that its applicant writes, not sent."""
    draft = hub.signatory.read(returned.path)
    draft = hub.signatory.save(draft, "plan", plan_of(hub, draft, word))
    costs = hub.costs(40_000 * KRONE)
    costs["costs"][0]["description"] = f"Leie av {word}"
    draft = hub.signatory.save(draft, "cost-plan", costs)
    finance = hub.finance(30_000 * KRONE, 10_000 * KRONE)
    finance["finance"][1]["source"] = f"{word} AS"
    return hub.signatory.save(draft, "finance-plan", finance)


def content(document):
    names = ("title", "answers", "startsOn", "endsOn", "newContent", "costs", "finance", "partners", "budgets", "firms", "fagpartnere")
    return {name: document[name] for name in names}


def hits(person, word):
    return [h["application"]["id"] for h in person.items("/v1/search", q=word)]


def outside(world):
    county = world.county
    return (county.caseworker, county.decision_maker, county.programme_lead, county.secretary, county.archivist, county.auditor)


def test_the_county_reads_what_was_last_submitted_until_it_is_sent_again(world, returned):
    hub, caseworker = world.hub, world.county.caseworker
    before = caseworker.read(returned.path)
    own = rewrite(hub, returned)
    assert own["title"] == f"{WORD} i Oppdal" and own["hasUnsentChanges"]
    seen = caseworker.read(returned.path)
    assert content(seen) == content(before) and not seen["hasUnsentChanges"]
    applied = [f["amountOre"] for f in seen["finance"] if f["sourceKind"] == "applied"]
    assert [seen["appliedOre"]] == applied
    sent = hub.signatory.do(own, "submit")
    assert not sent["hasUnsentChanges"] and sent["appliedOre"] == 30_000 * KRONE
    assert content(caseworker.read(returned.path)) == content(own)
    assert returned["id"] in hits(caseworker, WORD)


def test_a_word_that_is_not_sent_is_nowhere_for_others(world, returned):
    word = "Kontrabassklarinett"
    assert rewrite(world.hub, returned, word)["title"].startswith(word)
    for person in outside(world):
        for path in [returned.path + part for part in PARTS] + LISTS:
            assert word.lower() not in person.get(path, limit=1000).text.lower(), path
        assert hits(person, word) == []
    assert hits(world.other_hub.signatory, word) == []


def test_a_file_that_is_not_sent_is_the_applicants_own(world, returned):
    """Nobody else has it, also once the county has taken the case up as it was; sent again it lies with the application."""
    hub, county = world.hub.signatory, world.county
    file = documents.clean(world, hub, returned, title="usendt.pdf")
    county.caseworker.do(county.caseworker.read(returned.path), "resume", REASON)
    for person in outside(world):
        person.get(file.path).expect(403, 404)
        person.get(file / "content").expect(403, 404)
        for path in (returned / "documents", returned / "timeline", returned / "events", "/v1/journal-posts"):
            assert "usendt" not in person.get(path).text
        assert person.items(returned / "documents") == []
    assert [d["id"] for d in hub.items(returned / "documents")] == [file["id"]]
    hub.get(file / "content").expect(200)
    again = county.caseworker.do(county.caseworker.read(returned.path), "return", REASON)
    hub.do(hub.read(again.path), "submit")
    assert [d["id"] for d in county.caseworker.items(returned / "documents")] == [file["id"]]
    county.caseworker.get(file / "content").expect(200)
    posts = journal.posts(county.archivist, returned)
    assert [p["title"] for p in posts if "usendt" in p["title"]] == []
    (sent,) = [p for p in posts if "sendt på nytt" in p["title"]]
    assert [d["documentId"] for d in county.archivist.read(f"/v1/journal-posts/{sent['id']}")["documents"]] == [file["id"]]
    world.assert_sound()


def test_a_file_still_looked_into_as_the_application_is_sent_comes_with_it(world, returned):
    hub, county = world.hub.signatory, world.county
    file = documents.complete(hub, returned)
    hub.do(hub.read(returned.path), "submit")
    documents.settle(world, file, "clean")
    county.caseworker.get(file / "content").expect(200)
    (sent,) = [p for p in journal.posts(county.archivist, returned) if "sendt på nytt" in p["title"]]
    assert [d["documentId"] for d in county.archivist.read(f"/v1/journal-posts/{sent['id']}")["documents"]] == [file["id"]]


def test_a_file_is_taken_away_until_it_is_sent(world, returned):
    hub, county = world.hub.signatory, world.county
    wrong, right = documents.clean(world, hub, returned), documents.clean(world, hub, returned)
    assert hub.do(wrong, "discard")["state"] == "discarded"
    hub.do(hub.read(returned.path), "submit")
    assert [d["id"] for d in hub.items(returned / "documents")] == [right["id"]]
    assert [d["id"] for d in county.caseworker.items(returned / "documents")] == [right["id"]]
    county.caseworker.get(wrong.path).expect(404)
    hub.attempt(hub.read(right.path), "discard").refused("document-sent", 409)
    assert not hub.permitted(right)["discard"]["permitted"]
    world.assert_sound()


def test_a_partners_paper_is_sent_with_the_application(world):
    hub, county = world.hub.signatory, world.county
    returned = county.caseworker.do(world.hub.apply(), "return", REASON)
    asked = coapplicants.add(world.hub, returned, new_firm(world))
    paper = documents.clean(world, hub, returned)
    answered = hub.do(asked, "enter-paper", coapplicants.paper(world, documentId=paper["id"]))
    county.caseworker.get(paper.path).expect(404)
    hub.attempt(hub.read(paper.path), "discard").refused("paper-of-partner", 409)
    hub.do(answered, "remove", REASON)
    assert hub.do(hub.read(paper.path), "discard")["state"] == "discarded"


def test_a_file_that_goes_with_a_message_is_sent(world, returned):
    file = documents.clean(world, world.hub.signatory, returned)
    content = {"text": "Her er bilaget", "documentIds": [file["id"]]}
    world.hub.signatory.make(returned / "messages", content)
    world.county.caseworker.get(file / "content").expect(200)


def test_the_applicant_reads_its_own_words_in_the_list_too(world, returned):
    own = rewrite(world.hub, returned)
    titles = {a["id"]: a["title"] for a in world.hub.hub_editor.items("/v1/applications", limit=1000)}
    assert titles[own["id"]] == own["title"]


def test_nothing_has_changed_before_somebody_writes(world, returned):
    draft = world.hub.signatory.read(returned.path)
    assert not draft["hasUnsentChanges"]
    assert content(draft) == content(world.county.caseworker.read(returned.path))


def test_it_is_checked_by_what_is_sent_and_not_by_what_was(world, returned):
    hub = world.hub
    draft = hub.signatory.read(returned.path)
    draft = hub.signatory.save(draft, "cost-plan", hub.costs(1_000 * KRONE))
    assert hub.signatory.attempt(draft, "submit").expect(422).faults


def test_asked_for_again_it_is_written_on(world, returned):
    own = rewrite(world.hub, returned)
    again = world.county.caseworker.do(world.county.caseworker.read(returned.path), "return", REASON)
    assert content(world.hub.signatory.read(again.path)) == content(own)


def test_withdrawn_it_is_what_was_last_submitted(world, returned):
    hub = world.hub
    before = world.county.caseworker.read(returned.path)
    withdrawn = hub.signatory.do(rewrite(hub, returned), "withdraw", REASON)
    assert content(withdrawn) == content(before)


def test_who_entered_it_writes_on_and_others_of_the_county_do_not_read_it(world):
    clerk = world.county.caseworker
    sent = onbehalf.entered(world)
    returned = world.county.caseworker_b.do(sent, "return", REASON)
    draft = clerk.read(returned.path)
    clerk.save(draft, "plan", world.hub.plan(firms=[]) | {"title": WORD})
    assert clerk.read(returned.path)["title"] == WORD
    assert world.county.caseworker_b.read(returned.path)["title"] == sent["title"]


# ---- taken up as it was last submitted


def test_it_is_taken_up_as_it_was_last_submitted(world, returned):
    hub, county = world.hub, world.county
    before = county.caseworker.read(returned.path)
    rewrite(hub, returned)
    hub.signatory.attempt(hub.signatory.read(returned.path), "resume", REASON).refused("forbidden", 403)
    resumed = county.caseworker.do(county.caseworker.read(returned.path), "resume", {"reason": "Svaret kom aldri"})
    assert (resumed["state"], resumed["answerBy"], resumed["returnReason"]) == ("in_review", None, None)
    assert content(resumed) == content(before)
    own = hub.signatory.read(returned.path)
    assert content(own) == content(before) and not own["hasUnsentChanges"]
    hub.signatory.attempt(own, "submit").refused("state-conflict", 409)
    told = hub.signatory.get(own / "timeline").text
    assert "Saken behandles slik den sist ble sendt inn" in told
    assert county.recommend(resumed)["state"] == "recommended"


def test_what_was_not_sent_is_kept_and_goes_on_with_a_later_return(world, returned):
    hub, caseworker = world.hub, world.county.caseworker
    before = caseworker.read(returned.path)
    own = rewrite(hub, returned)
    resumed = caseworker.do(caseworker.read(returned.path), "resume", REASON)
    again = caseworker.do(resumed, "return", REASON)
    assert content(again) == content(before)
    draft = hub.signatory.read(returned.path)
    assert content(draft) == content(own) and draft["hasUnsentChanges"]
    sent = hub.signatory.do(draft, "submit")
    assert content(caseworker.read(returned.path)) == content(own)
    caseworker.do(caseworker.do(caseworker.do(sent, "return", REASON), "resume", REASON), "return", REASON)
    draft = hub.signatory.read(returned.path)
    assert content(draft) == content(own) and not draft["hasUnsentChanges"]
    world.assert_sound()


def test_partners_are_asked_anew_of_lines_that_come_back(world):
    hub, caseworker = world.hub, world.county.caseworker
    sent = coapplicants.apply(hub, world.firm)
    returned = caseworker.do(sent, "return", REASON)
    coapplicants.share(hub, hub.signatory.read(returned.path), world.firm, costs_ore=50_000 * KRONE)
    partner = coapplicants.confirm(coapplicants.partner_of(hub.signatory, hub.signatory.read(returned.path)), world.firm)
    caseworker.do(caseworker.do(caseworker.read(returned.path), "resume", REASON), "return", REASON)
    draft = hub.signatory.read(returned.path)
    asked = coapplicants.partner_of(hub.signatory, draft)
    assert asked["state"] == "asked" and asked["part"]["costsOre"] == 50_000 * KRONE
    hub.signatory.attempt(draft, "submit").refused("partner-unanswered", 409)
    again = coapplicants.confirm(partner, world.firm)
    assert again["part"]["sha256"] == partner["part"]["sha256"]
    sent = hub.signatory.do(hub.signatory.read(returned.path), "submit")
    assert coapplicants.partner_of(hub.signatory, sent)["part"]["sha256"] == partner["part"]["sha256"]
    world.assert_sound()


def test_the_caseworker_is_reminded_when_the_day_has_passed(world, database):
    caseworker = world.county.caseworker
    asked = {"reason": "Mer", "answerBy": str(world.today)}
    returned = caseworker.do(world.hub.apply(), "return", asked)

    def waits():
        tasks = caseworker.items("/v1/tasks", limit=1000)
        return ("resumeApplication", returned.path) in [(t["operationId"], t["path"]) for t in tasks]

    assert not waits()
    database.run(
        "update trinn.applications set return_by = %s where id = %s",
        world.today - datetime.timedelta(1), returned["id"],
    )
    assert waits()
    caseworker.do(caseworker.read(returned.path), "resume", REASON)
    assert not waits()


def test_a_partner_that_has_confirmed_other_lines_since_stands_by_those_that_were_sent(world):
    hub, caseworker = world.hub, world.county.caseworker
    sent = coapplicants.apply(hub, world.firm)
    partner = coapplicants.partner_of(hub.signatory, sent)
    returned = caseworker.do(sent, "return", REASON)
    coapplicants.share(hub, hub.signatory.read(returned.path), world.firm, costs_ore=50_000 * KRONE)
    other = coapplicants.confirm(partner, world.firm)
    assert other["part"]["sha256"] != partner["part"]["sha256"]
    resumed = caseworker.do(caseworker.read(returned.path), "resume", REASON)
    stands = coapplicants.partner_of(hub.signatory, resumed)
    assert (stands["state"], stands["part"]["sha256"]) == ("confirmed", partner["part"]["sha256"])
    assert world.county.recommend(resumed)["state"] == "recommended"
    returned = caseworker.do(coapplicants.apply(hub, world.firm), "return", REASON)
    coapplicants.share(hub, hub.signatory.read(returned.path), world.firm, costs_ore=50_000 * KRONE)
    other = coapplicants.confirm(coapplicants.partner_of(hub.signatory, returned), world.firm)
    again = hub.signatory.do(hub.signatory.read(returned.path), "submit")
    resumed = caseworker.do(caseworker.do(again, "return", REASON), "resume", REASON)
    assert coapplicants.partner_of(hub.signatory, resumed)["part"]["sha256"] == other["part"]["sha256"]


def test_a_no_to_what_was_never_sent_takes_back_no_yes(world):
    hub, caseworker = world.hub, world.county.caseworker
    for end in ("decline", "remove"):
        sent = coapplicants.apply(hub, world.firm)
        partner = coapplicants.partner_of(hub.signatory, sent)
        returned = caseworker.do(sent, "return", REASON)
        coapplicants.share(hub, hub.signatory.read(returned.path), world.firm, costs_ore=50_000 * KRONE)
        who = world.firm if end == "decline" else hub
        who.signatory.do(who.signatory.read(partner.path), end, REASON)
        resumed = caseworker.do(caseworker.read(returned.path), "resume", REASON)
        stands = coapplicants.partner_of(hub.signatory, resumed)
        assert (stands["state"], stands["part"]["sha256"]) == ("confirmed", partner["part"]["sha256"])
        assert stands["reason"] is None
        assert world.county.recommend(resumed)["state"] == "recommended"


def test_who_withdrew_while_it_was_returned_has(world):
    hub, caseworker = world.hub, world.county.caseworker
    sent = coapplicants.apply(hub, world.firm)
    returned = caseworker.do(sent, "return", REASON)
    partner = coapplicants.partner_of(hub.signatory, returned)
    world.firm.signatory.do(world.firm.signatory.read(partner.path), "withdraw", REASON)
    resumed = caseworker.do(caseworker.read(returned.path), "resume", REASON)
    content = world.county.recommendation(resumed)
    caseworker.attempt(resumed, "recommend", content).refused("partner-unsettled", 409)


def test_partners_stand_by_what_they_confirmed_of_the_last_submission(world):
    hub, caseworker = world.hub, world.county.caseworker
    sent = coapplicants.apply(hub, world.firm)
    returned = caseworker.do(sent, "return", REASON)
    before = caseworker.read(returned.path)
    coapplicants.add(hub, hub.signatory.read(returned.path), world.other_hub.orgnr)
    coapplicants.share(hub, hub.signatory.read(returned.path), world.firm, costs_ore=50_000 * KRONE)
    own = hub.signatory.read(returned.path)
    assert [p["state"] for p in own["partners"]] == ["asked", "asked"]
    assert world.firm.signatory.read(returned.path)["costs"] == own["costs"]
    seen = caseworker.read(returned.path)
    assert content(seen) == content(before)
    assert len(caseworker.items("/v1/application-partners", applicationId=sent["id"])) == 1
    resumed = caseworker.do(seen, "resume", REASON)
    assert content(resumed) == content(before)
    assert world.other_hub.signatory.get(resumed.path).status == 404
    assert world.county.recommend(resumed)["state"] == "recommended"
