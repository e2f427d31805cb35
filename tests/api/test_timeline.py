"""A case is told as one thing after the other, to each side what it may know."""

from support import appeals, conditions, documents, retention
from support.bodies import REASON


def told(person, application_id, **query):
    entries = person.items(f"/v1/applications/{application_id}/timeline", **query)
    return [entry["kind"] for entry in reversed(entries)]


def test_a_case_is_told_from_its_submission_to_its_payment(world):
    payment = world.paid(world.hub)
    case = payment["applicationId"]
    seen = told(world.hub.signatory, case)
    assert seen[:2] == ["application.submit", "application.decide"]
    steps = ["grant.accept", "claim.claim", "claim.release", "payment.confirm-paid"]
    assert [kind for kind in seen if kind in steps] == steps
    known = told(world.county.caseworker, case)
    assert {"application.recommend", "claim.review", "claim.attest"} <= set(known) - set(seen)


def test_an_appeal_is_told_of_in_the_case(world):
    appeal = appeals.forwarded(world, world.hub)
    entries = world.hub.signatory.items(f"/v1/applications/{appeal['application']['id']}/timeline")
    assert [e["kind"] for e in entries[:2]] == ["appeal.settle", "appeal.lodge-appeal"]
    assert entries[0]["path"] == appeal.path and entries[0]["person"] is None


def test_conditions_are_told_of_in_the_case(world):
    open_one = conditions.given(world.hub)
    case = open_one["applicationId"]
    reported = conditions.report(world.hub, open_one)
    returned = world.county.caseworker.do(reported, "return", REASON)
    conditions.report(world.hub, world.hub.signatory.read(returned.path))
    steps = ["condition.report", "condition.return", "condition.report"]
    for person in (world.hub.signatory, world.county.caseworker):
        assert told(person, case)[-3:] == steps


def test_that_a_case_is_kept_is_told_to_the_county(world):
    case = world.hub.apply()
    hold = retention.lifted(world, world.hub, case)
    entries = world.county.archivist.items(case / "timeline")
    steps = ["legal_hold.place", "legal_hold.settle", "legal_hold.ask-to-lift", "legal_hold.settle"]
    assert [e["kind"] for e in reversed(entries)][1:] == steps
    assert all(e["isInternal"] and e["path"] == hold.path for e in entries[:-1])
    assert told(world.hub.signatory, case["id"]) == ["application.submit"]


def test_the_applicant_is_told_the_county_s_role_and_not_who(world):
    case = world.county.caseworker.do(world.hub.apply(), "return", REASON)
    path = case / "timeline"
    entry = world.hub.hub_editor.items(path)[0]
    assert (entry["side"], entry["role"], entry["person"]) == ("county", "saksbehandler", None)
    assert entry["reason"] == REASON["reason"] and entry["text"] == "Fylkeskommunen ber om mer"
    entry = world.county.decision_maker.items(path)[0]
    assert entry["person"]["name"] == world.county.caseworker.name
    english = world.hub.hub_editor.get(path, headers={"Accept-Language": "en"}).json["items"][0]
    assert (english["text"], english["role"]) == ("The county asks for more", "caseworker")


def test_remarks_and_the_county_s_own_documents_are_told_to_the_county(world):
    case, caseworker = world.hub.apply(), world.county.caseworker
    caseworker.make(case / "messages", {"text": "Merk", "isInternal": True})
    documents.clean(world, caseworker, case, access="county")
    assert told(world.hub.signatory, case["id"]) == ["application.submit"]
    assert told(caseworker, case["id"])[1:] == ["message.write", "document.clean"]
    assert all(e["isInternal"] for e in caseworker.items(case / "timeline")[:2])
    caseworker.make(case / "messages", {"text": "Hei"})
    assert told(world.hub.signatory, case["id"])[1:] == ["message.write"]


def test_what_was_done_to_a_draft_is_told_to_nobody(world):
    draft = world.hub.fill(world.hub.draft())
    assert told(world.hub.signatory, draft["id"]) == []
    world.hub.signatory.do(draft, "submit")
    assert told(world.county.caseworker, draft["id"]) == ["application.submit"]
    world.other_hub.signatory.get(draft / "timeline").expect(404)


def test_it_comes_in_pages(world):
    case = world.hub.apply()
    for text in ("En", "To", "Tre"):
        world.hub.signatory.make(case / "messages", {"text": text})
    entries = world.hub.signatory.items(case / "timeline", limit=2)
    assert [e["kind"] for e in entries] == ["message.write"] * 3 + ["application.submit"]
    first = world.hub.signatory.get(case / "timeline", limit=2).json
    assert len(first["items"]) == 2 and first["nextCursor"]
