"""The journal: every document of a case is entered by itself, numbered, classified, checked and
corrected; and what the public reads of it."""

import datetime

import pytest
from support import appeals as ap
from support import access, documents, journal, late
from support.bodies import REASON

PUBLIC = "/v1/public/journal"


def public(world, application, **filters):
    """What anybody reads of a case, oldest first."""
    filters |= {"caseNumber": application["caseNumber"]}
    return world.nobody.get(PUBLIC, **filters).expect(200).json["items"][::-1]


def kinds(posts):
    return [(p["number"], p["postType"], p["documentType"]["code"]) for p in posts]


# ---- what is entered


def test_every_step_that_makes_a_document_is_entered(world):
    grant = world.accepted(world.hub)
    world.hub.claim(grant)
    application = {"id": grant["applicationId"]}
    posts = journal.posts(world.county.archivist, application)
    assert kinds(posts) == [
        (1, "I", "SØKNAD"),
        (2, "X", "SAKSFRAMLEGG"),
        (3, "U", "VEDTAK"),
        (4, "I", "KORR"),
        (5, "I", "KORR"),
    ]
    number = world.hub.signatory.read(grant.path)["caseNumber"]
    assert [p["registrationId"] for p in posts] == [f"{number}-{n}" for n in range(1, 6)]
    assert [p["state"] for p in posts] == ["M", "F", "E", "M", "M"]
    assert posts[1]["exemption"]["code"] == "offl-14" and posts[1]["party"] is None
    assert posts[0]["party"]["orgnr"] == world.hub.orgnr


def test_what_is_asked_for_and_what_is_withdrawn_is_entered(world):
    application = world.hub.apply()
    returned = world.county.caseworker.do(application, "return", {"reason": "Budsjettet mangler"})
    again = world.hub.signatory.do(returned, "submit")
    world.hub.signatory.do(again, "withdraw", REASON)
    posts = journal.posts(world.county.archivist, application)
    assert [p["title"].split(":")[0] for p in posts] == [
        "Søknad",
        "Spørsmål om mer",
        "Søknad, sendt på nytt",
        "Søknaden er trukket",
    ]
    assert [p["postType"] for p in posts] == ["I", "U", "I", "I"]


def test_a_draft_has_no_journal(world):
    draft = world.hub.fill(world.hub.draft())
    documents.clean(world, world.hub.signatory, draft)
    assert journal.posts(world.hub.signatory, draft) == []


def test_files_come_with_the_application_that_they_were_sent_before(world):
    draft = world.hub.fill(world.hub.draft())
    plan = documents.clean(world, world.hub.signatory, draft, title="Plan.pdf")
    late = documents.complete(world.hub.signatory, draft, title="Budsjett.pdf")
    sent = world.hub.signatory.do(world.hub.signatory.read(draft.path), "submit")
    post = journal.post(world.county.archivist, sent, "SØKNAD")
    assert [d["documentId"] for d in post["documents"]] == [plan["id"]]
    documents.settle(world, late, "clean")
    post = journal.post(world.county.archivist, sent, "SØKNAD")
    assert [d["title"] for d in post["documents"]] == ["Plan.pdf", "Budsjett.pdf"]
    assert not any(d["isMain"] for d in post["documents"])


def test_files_that_come_later_are_entered_by_themselves(world):
    application = world.hub.apply()
    documents.clean(world, world.hub.signatory, application, title="Nytt.pdf")
    documents.clean(world, world.county.caseworker, application, title="Brev.pdf")
    documents.clean(world, world.county.caseworker, application, title="Notat.pdf", access="county")
    posts = journal.posts(world.county.archivist, application, documentType="DOKUMENT")
    assert [(p["postType"], p["title"]) for p in posts] == [
        ("I", "Nytt.pdf"),
        ("U", "Brev.pdf"),
        ("N", "Notat.pdf"),
    ]
    files = world.county.archivist.read(f"/v1/journal-posts/{posts[2]['id']}")["documents"]
    assert [(d["title"], d["isMain"]) for d in files] == [("Notat.pdf", True)]


def test_what_the_two_sides_write_is_entered_and_the_countys_remarks_are_not(world):
    application = world.hub.apply()
    plan = documents.clean(world, world.hub.signatory, application, title="Plan.pdf")
    caseworker, hub = world.county.caseworker, world.hub.signatory
    caseworker.make(application / "messages", {"text": "Hvilken post gjelder?"})
    caseworker.make(application / "messages", {"text": "Som i fjor", "isInternal": True})
    hub.make(application / "messages", {"text": "Se planen", "documentIds": [plan["id"]]})
    posts = journal.posts(world.county.archivist, application, documentType="MELDING")
    assert [p["postType"] for p in posts] == ["U", "I"]
    files = world.county.archivist.read(f"/v1/journal-posts/{posts[1]['id']}")["documents"]
    assert [(d["documentId"], d["isMain"]) for d in files] == [(plan["id"], False)]
    world.assert_sound()


def titles(world, application):
    """What came after the application, and what was decided first."""
    posts = journal.posts(world.county.archivist, application)[3:]
    return [(p["postType"], p["documentType"]["code"], p["title"].split(":")[0]) for p in posts]


def test_an_appeal_and_what_is_answered_in_it_are_entered(world):
    application = ap.rejected(world, world.hub)
    hub = world.hub.signatory
    letter = documents.clean(world, hub, application, title="Vedlegg.pdf")
    appeal = ap.lodged(world, world.hub, application, documentIds=[letter["id"]])
    appeal = ap.forwarded(world, world.hub, appeal)
    hub.do(appeal, "comment", {"text": "Vi er uenige"})
    appeal = ap.answered(world, world.hub, hub.read(appeal.path))
    ap.settle(world.hub, appeal, world.county.decision_maker)
    assert titles(world, application) == [
        ("I", "DOKUMENT", "Vedlegg.pdf"),
        ("I", "KLAGE", "Klage"),
        ("U", "KORR", "Klagen er sendt klageinstansen"),
        ("I", "UTTALELSE", "Merknader til klageinstansen"),
        ("U", "VEDTAK", "Klagen er ikke tatt til følge"),
    ]
    files = journal.post(world.county.archivist, application, "KLAGE")["documents"]
    assert [(d["documentId"], d["isMain"]) for d in files] == [(letter["id"], False)]
    world.assert_sound()


def test_an_appeal_that_is_allowed_is_answered_by_its_decision(world):
    appeal = ap.costs_claimed(world, world.hub)
    application = world.hub.signatory.read(f"/v1/applications/{appeal['application']['id']}")
    assert titles(world, application)[1:] == [
        ("I", "KLAGE", "Klage"),
        ("U", "VEDTAK", "Vedtak"),
        ("I", "KORR", "Krav om sakskostnader"),
    ]
    world.assert_sound()


def test_an_appeal_that_is_withdrawn_stays_entered(world):
    application = ap.rejected(world, world.hub)
    appeal = ap.lodged(world, world.hub, application)
    world.hub.signatory.do(appeal, "withdraw")
    assert titles(world, application)[1:] == [("I", "KORR", "Klagen er trukket")]
    world.assert_sound()


def test_grounds_that_are_asked_for_are_entered(world):
    application = ap.grounds_asked(world, world.hub)
    assert titles(world, application) == [("I", "KORR", "Ber om begrunnelse")]


def test_leave_to_be_late_is_entered_with_the_application_that_it_is_of(world):
    leave = late.granted(world, world.hub)
    draft = world.hub.signatory.read(f"/v1/applications/{leave['applicationId']}")
    assert journal.posts(world.hub.signatory, draft) == []
    sent = world.hub.signatory.do(draft, "submit")
    posts = journal.posts(world.county.archivist, sent)
    assert kinds(posts) == [(1, "I", "KORR"), (2, "U", "VEDTAK"), (3, "I", "SØKNAD")]
    assert [p["documentDate"] for p in posts[:2]] == [str(world.today)] * 2
    world.assert_sound()


def test_a_request_for_access_and_its_answer_are_entered_in_the_case(world, sound):
    case = world.hub.apply()
    told = access.ask(world, access.public_post(world, world.hub, case), name="Kari Nordmann")
    request = world.county.archivist.do(access.found(world, told), "decide", access.GIVEN)
    posts = [p for p in journal.posts(world.county.archivist, case) if p["title"].startswith(("Innsynskrav", "Svar på innsyn"))]
    assert [(p["postType"], p["title"].split(":")[0]) for p in posts] == [
        ("I", "Innsynskrav"),
        ("U", "Svar på innsynskrav"),
    ]
    assert {p["party"]["name"] for p in posts} == {"Kari Nordmann"}
    assert request["number"] == told["number"]
    seen = [p["id"] for p in world.hub.signatory.items("/v1/journal-posts", applicationId=case["id"])]
    assert not {p["id"] for p in posts} & set(seen)
    kinds = [e["kind"] for e in world.county.archivist.items(case / "timeline")]
    assert kinds[:2] == ["access_request.decide", "access_request.ask"]


def test_a_complaint_of_access_and_what_came_of_it_are_entered_in_the_case(world, sound):
    case = world.hub.apply()
    told = access.ask(world, access.public_post(world, world.hub, case), name="Kari Nordmann")
    request = world.county.archivist.do(access.found(world, told), "decide", access.REFUSED)
    access.complain(world, told).expect(200)
    request = world.county.caseworker.do(
        world.county.caseworker.read(request.path), "decide", access.REFUSED
    )
    world.county.archivist.do(request, "decide", access.GIVEN | {"resolution": "SF 2026/77"})
    posts = journal.posts(world.county.archivist, case)[-4:]
    assert [(p["postType"], p["documentType"]["code"], p["title"].split(":")[0], p["party"]["name"]) for p in posts] == [
        ("I", "KLAGE", "Klage over innsyn", "Kari Nordmann"),
        ("U", "KORR", "Svar på klage over innsyn", "Kari Nordmann"),
        ("U", "KORR", "Klagen over innsyn er sendt klageinstansen", "Statsforvalteren"),
        ("I", "KORR", "Statsforvalterens vedtak om innsyn", "Statsforvalteren"),
    ]
    seen = [p["id"] for p in world.hub.signatory.items("/v1/journal-posts", applicationId=case["id"])]
    assert not {p["id"] for p in posts} & set(seen)
    kinds = [e["kind"] for e in world.county.archivist.items(case / "timeline")]
    assert kinds[:4] == ["access_request.decide"] * 2 + ["access_request.complain", "access_request.decide"]


def test_that_an_answer_takes_longer_goes_out_in_each_case_it_is_of(world, sound):
    cases = [world.hub.apply() for _ in range(2)]
    wanted = [access.public_post(world, world.hub, case) for case in cases]
    told = access.ask(world, *wanted, name="Kari Nordmann")
    archivist = world.county.archivist
    later = access.extension(world)
    request = archivist.do(access.found(world, told), "extend", later | {"items": [1]})
    last = [journal.posts(archivist, case)[-1] for case in cases]
    assert [(p["postType"], p["title"].split(":")[0]) for p in last] == [
        ("U", "Svaret på innsynskravet tar lengre tid"),
        ("I", "Innsynskrav"),
    ]
    assert last[0]["party"]["name"] == "Kari Nordmann"
    said = world.database.value("select content from trinn.journal_posts where id = %s", last[0]["id"])
    assert said["reason"] == later["reason"] and said["answerBy"] == later["until"]
    assert said["posts"] == [wanted[0]["registrationId"]]
    archivist.do(request, "extend", later | {"until": f"{world.year + 2}-01-10"})
    assert [journal.posts(archivist, case)[-1]["postType"] for case in cases] == ["U", "U"]
    kinds = [e["kind"] for e in archivist.items(cases[1] / "timeline")]
    assert kinds[0] == "access_request.extend"


def test_who_gives_no_name_is_not_named(world):
    case = world.hub.apply()
    access.ask(world, access.public_post(world, world.hub, case))
    (post,) = [p for p in journal.posts(world.county.archivist, case) if p["title"].startswith("Innsynskrav")]
    assert post["party"] == {"id": None, "orgnr": None, "name": "Ikke oppgitt"}
    journal.publish(world, post)
    newest = public(world, world.hub.signatory.read(case.path))[-1]
    assert newest["party"] == {"orgnr": None, "name": "Ikke oppgitt"}


def test_what_is_not_clean_is_not_entered(world):
    application = world.hub.apply()
    document = documents.complete(world.hub.signatory, application)
    documents.settle(world, document, "infected", "Eicar-Test")
    assert len(journal.posts(world.county.archivist, application)) == 1


def test_the_audit_of_the_case_covers_its_journal(world):
    application = world.hub.apply()
    post = journal.post(world.county.archivist, application, "SØKNAD")
    world.county.archivist.do(post, "classify", journal.CLASSIFICATION)
    world.assert_sound()


# ---- classified, corrected, checked


def test_a_correction_keeps_what_was(world):
    archivist = world.county.archivist
    post = journal.entered(world, world.hub)
    once = archivist.do(post, "correct", journal.CORRECTION)
    twice = archivist.do(once, "classify", journal.CLASSIFICATION)
    assert (twice["title"], twice["publicTitle"]) == (journal.CORRECTION["title"], "Søknad om tilskudd")
    assert twice["exemption"]["citation"] == "Offl. § 13 jf. fvl. § 13 (1) nr. 2"
    before, after = twice["revisions"]
    assert (before["was"]["title"], before["reason"]) == (post["title"], "Skrivefeil")
    assert (after["was"]["title"], after["was"]["exemption"]) == (journal.CORRECTION["title"], None)
    assert after["revisedBy"]["name"] == "archivist@trondelag"


def test_a_post_and_its_files_are_exempt_together(world):
    hub, archivist = world.hub.signatory, world.county.archivist
    draft = world.hub.fill(world.hub.draft())
    plan = documents.clean(world, hub, draft)
    application = hub.do(hub.read(draft.path), "submit")
    post = journal.post(archivist, application, "SØKNAD")

    def exempt():
        kept = archivist.read(plan.path)["exemption"]
        read = archivist.read(post.path)["exemption"]
        return kept, read and read["code"]

    archivist.do(post, "classify", journal.CLASSIFICATION)
    assert exempt() == ("offl-13-trade", "offl-13-trade")
    later = documents.clean(world, hub, application, title="Ettersendt.pdf")
    assert archivist.read(later.path)["exemption"] is None
    secretary = world.county.secretary
    secretary.do(secretary.read(plan.path), "classify", {"access": "party"})
    assert exempt() == (None, None)
    read = archivist.read(post.path)
    assert read["publicTitle"] is None and plan["title"] in read["revisions"][-1]["reason"]
    archivist.do(archivist.read(plan.path), "classify", {"access": "party", "exemption": "offl-14"})
    assert exempt() == ("offl-14", "offl-14")
    world.assert_sound()


def test_what_is_within_is_exempt_with_its_file(world):
    application = world.hub.apply()
    note = documents.clean(world, world.county.caseworker, application, access="county")
    assert world.county.caseworker.read(note.path)["exemption"] == "offl-14"
    world.assert_sound()


def test_what_arrived_on_paper_is_entered_as_received(world):
    application = world.hub.apply()
    documents.clean(world, world.county.caseworker, application, title="Klage.pdf")
    post = journal.post(world.county.archivist, application, "DOKUMENT")
    change = {"postType": "I", "documentType": "KLAGE", "documentDate": "2026-01-02"}
    klage = world.county.archivist.do(post, "correct", change | REASON)
    assert (klage["postType"], klage["documentType"]["code"]) == ("I", "KLAGE")
    assert klage["documentDate"] == "2026-01-02"


def test_a_title_is_not_shielded_without_a_provision(world):
    post = journal.entered(world, world.hub)
    reply = world.county.archivist.attempt(post, "classify", {"publicTitle": "Skjult"} | REASON)
    assert reply.expect(422).faults == [("shielded-without-basis", "#/publicTitle")]


def test_what_is_checked_is_not_checked_again_and_what_is_void_stays(world):
    post = journal.checked(world, world.hub)
    archivist = world.county.archivist
    archivist.attempt(post, "check").refused("state-conflict", 409)
    archivist.attempt(post, "void", REASON).refused("post-stands", 409)
    laid = journal.laid(world, world.hub)
    void = archivist.do(laid, "void", REASON)
    assert (void["state"], void["number"]) == ("U", 2)
    archivist.attempt(void, "correct", journal.CORRECTION).refused("state-conflict", 409)


def waiting(archivist, application):
    """What waits to be checked of the case, oldest first."""
    return journal.posts(archivist, application, isChecked="false")


def test_several_are_checked_at_once_each_by_itself(world):
    archivist = world.county.archivist
    application = world.recommended()
    first, *others = waiting(archivist, application)
    archivist.do(archivist.read(f"/v1/journal-posts/{first['id']}"), "classify", journal.CLASSIFICATION)
    reply = archivist.post("/v1/journal-checks", journal.several(first, *others)).expect(200)
    stale, *done = reply.json["results"]
    assert (stale["journalPostId"], stale["done"]) == (first["id"], False)
    assert [(f["code"], f["pointer"]) for f in stale["errors"]] == [("version-mismatch", "#/posts/0")]
    assert done and all(r["done"] and not r["errors"] for r in done)
    (left,) = waiting(archivist, application)
    assert left["id"] == first["id"]
    assert [p["id"] for p in journal.posts(archivist, application, isChecked="true")] == [p["id"] for p in others]
    archivist.post("/v1/journal-checks", journal.several(left), key="", dryRun="true").expect(204)
    archivist.post("/v1/journal-checks", journal.several(left)).expect(200)
    assert waiting(archivist, application) == []
    archivist.post("/v1/journal-checks", journal.several(left)).refused("version-mismatch", 412)
    world.assert_sound()


def test_what_waits_to_be_checked_is_found_whatever_it_is_of(world):
    archivist, post = world.county.archivist, journal.entered(world, world.hub)
    everything = archivist.items("/v1/journal-posts", isChecked="false")
    assert post["id"] in [p["id"] for p in everything] and {p["state"] for p in everything} <= set("MEF")
    archivist.do(post, "check")
    assert post["id"] not in [p["id"] for p in archivist.items("/v1/journal-posts", isChecked="false")]


def test_the_journal_of_a_day_is_one_task(world):
    archivist = world.county.archivist
    day = world.today - datetime.timedelta(40)
    made = [journal.entered(world, world.hub) for _ in range(2)]
    for one in made:
        world.database.run(
            "set session_replication_role = replica; update trinn.journal_posts set journal_date = %s where id = %s",
            day, one["id"],
        )
        journal.change(world, one, "version = version")

    def tasks(person=archivist):
        found = person.items("/v1/tasks", operationId="checkJournalPost", limit=1000)
        return [t for t in found if t["since"] == str(day)]

    (task,) = tasks()
    assert (task["path"], task["reference"]) == (made[0].path, "2")
    assert (task["dueOn"], task["overdueDays"]) == (str(day + datetime.timedelta(3)), 37)
    assert "journal" in task["dueRule"] and tasks(world.county.caseworker) == []
    found = archivist.items("/v1/journal-posts", **{"from": str(day), "to": str(day)})
    archivist.post("/v1/journal-checks", journal.several(*found)).expect(200)
    assert tasks() == []


# ---- the public


def test_the_public_reads_it_after_a_day_and_its_words_when_checked(world):
    application = world.hub.apply()
    post = journal.post(world.county.archivist, application, "SØKNAD")
    assert public(world, application) == []
    journal.publish(world, post)
    (shown,) = public(world, application)
    assert (shown["title"], shown["isChecked"]) == ("Søknad", False)
    assert shown["registrationId"] == post["registrationId"]
    world.county.archivist.do(post, "check")
    (shown,) = public(world, application)
    assert (shown["title"], shown["isChecked"]) == (post["title"], True)
    assert shown["party"]["orgnr"] == world.hub.orgnr


def test_of_a_note_within_the_county_the_public_reads_its_kind_until_it_is_checked(world):
    application, archivist = world.hub.apply(), world.county.archivist
    documents.clean(world, world.county.caseworker, application, title="Avslag.pdf", access="county")
    note = journal.post(archivist, application, "DOKUMENT")
    journal.publish(world, note)
    (shown,) = public(world, application)
    assert (shown["postType"], shown["title"], shown["party"]) == ("N", "Dokument", None)
    assert shown["exemption"]["code"] == "offl-14" and "Avslag" not in str(shown)
    archivist.do(archivist.do(note, "classify", {"exemption": "offl-14", "publicTitle": "Notat"} | REASON), "check")
    (shown,) = public(world, application)
    assert shown["title"] == "Notat"


def test_the_public_reads_no_title_that_is_exempt(world):
    archivist = world.county.archivist
    application = world.hub.apply()
    post = journal.post(archivist, application, "SØKNAD")
    archivist.do(archivist.do(post, "classify", journal.CLASSIFICATION), "check")
    journal.publish(world, post)
    (shown,) = public(world, application)
    assert shown["title"] == journal.CLASSIFICATION["publicTitle"]
    assert shown["exemption"]["code"] == "offl-13-trade"
    assert post["title"] not in str(shown)


def test_without_words_for_the_public_a_secret_is_told_by_its_kind(world):
    archivist = world.county.archivist
    application = world.hub.apply()
    post = journal.post(archivist, application, "SØKNAD")
    secret = {"exemption": "offl-13-trade"} | REASON
    post = archivist.do(archivist.do(post, "classify", secret), "check")
    journal.publish(world, post)
    (shown,) = public(world, application)
    assert (shown["title"], shown["isChecked"]) == ("Søknad", True)
    archivist.do(archivist.read(post.path), "classify", {"exemption": "offl-23"} | REASON)
    (shown,) = public(world, application)
    assert shown["title"] == post["title"]


def test_what_a_decision_was_prepared_by_is_public_once_that_is_known(world):
    application = world.recommended()
    post = journal.post(world.county.archivist, application, "SAKSFRAMLEGG")
    assert post["publicOn"] is None
    held = world.county.hold(application)
    post = world.county.archivist.read(post.path)
    assert post["publicOn"] is None
    world.county.decision_maker.do(held, "release-decision")
    post = world.county.archivist.read(post.path)
    assert post["publicOn"] == journal.post(world.county.archivist, application, "VEDTAK")["publicOn"]
    assert public(world, application) == []
    journal.publish(world, post)
    assert [p["registrationId"] for p in public(world, application)] == [post["registrationId"]]


def test_the_public_reads_nothing_of_what_is_void(world):
    application = world.hub.apply()
    post = journal.laid(world, world.hub, application)
    journal.publish(world, post)
    world.county.archivist.do(post, "void", REASON)
    assert public(world, application) == []


def test_a_persons_name_is_not_told_for_more_than_a_year(world):
    application = world.hub.apply()
    post = journal.post(world.county.archivist, application, "SØKNAD")
    journal.change(world, post, "is_named_after_person = true")
    journal.publish(world, post, days=300)
    (shown,) = public(world, application)
    assert shown["party"]["orgnr"] == world.hub.orgnr
    journal.publish(world, post, days=100)
    (shown,) = public(world, application)
    assert shown["party"] is None


def test_who_is_protected_is_not_named(world):
    application = world.hub.apply()
    post = journal.post(world.county.archivist, application, "SØKNAD")
    journal.publish(world, post)
    personal = {"exemption": "offl-13-personal"} | REASON
    world.county.archivist.do(post, "classify", personal)
    (shown,) = public(world, application)
    assert shown["party"] is None


def test_the_public_journal_comes_in_pages_by_day(world):
    made = [journal.entered(world, world.hub) for _ in range(3)]
    journal.publish(world, *made)
    day = made[0]["journalDate"]
    reply = world.nobody.get(PUBLIC, **{"from": day, "to": day, "county": "50"}, limit=2).expect(200)
    assert reply.headers["X-Robots-Tag"] == "noindex"
    first = reply.json
    assert len(first["items"]) == 2 and first["nextCursor"]
    rest = world.nobody.get(
        PUBLIC, **{"from": day, "to": day, "county": "50"}, limit=2, cursor=first["nextCursor"]
    ).expect(200)
    ids = [int(p["id"]) for p in first["items"] + rest.json["items"]]
    assert ids == sorted(ids, reverse=True) and len(set(ids)) == len(ids) > 2
    assert world.nobody.get(PUBLIC, county="99").expect(200).json["items"] == []
    world.nobody.get(PUBLIC, cursor=first["nextCursor"]).refused("bad-cursor", 400)


@pytest.mark.parametrize("filters", [{"caseNumber": "x"}, {"county": "5"}, {"q": "Hansen"}])
def test_the_public_journal_is_not_searched_by_words(world, filters):
    assert world.nobody.get(PUBLIC, **filters).status == 400
