"""What is written to a party that has nobody here goes by post, and no time runs before."""

import datetime

from support import appeals, grants, letters
from support.bodies import new_hearing
from support.onbehalf import decided, entered, said


def decision_of(world, case):
    return appeals.newest_decision(world.county.caseworker, case)


def posted(world, case, **changes):
    decision = decision_of(world, case)
    return {"decisionId": decision["id"], "how": "posted", "onDay": str(world.today)} | changes


def note(world, case, **changes):
    clerk = world.county.caseworker_b
    return clerk.do(clerk.read(case.path), "note-notice", posted(world, case, **changes))


def tasks(person, case):
    return [t for t in person.items("/v1/tasks", limit=1000) if t["path"] == case.path]


def test_it_is_a_task_to_post_the_letter_and_no_time_runs(world):
    case = decided(world)
    decision = decision_of(world, case)
    assert (decision["appealDeadline"], decision["appealBy"], decision["acceptBy"]) == (None, None, None)
    assert "posten" in decision["unposted"]["nb"] and "by post" in decision["unposted"]["en"]
    grant = world.county.grant_of(case)
    assert grant["acceptBy"] is None and grant["unposted"] == decision["unposted"]
    (letter,) = letters.of_case(world.county.caseworker, case)
    (mailing,) = letter["mailings"]
    assert (mailing["state"], mailing["organisation"]["orgnr"]) == ("waiting", case["applicant"]["orgnr"])
    (task,) = [t for t in tasks(world.county.caseworker_b, case) if t["operationId"] == "noteNotice"]
    assert task["dueOn"] == mailing["dueOn"] > str(world.today)
    assert task["dueRule"]
    world.assert_sound()


def test_both_times_run_from_when_it_was_noted(world):
    case = decided(world)
    note(world, case)
    decision = decision_of(world, case)
    earliest = str(world.today + datetime.timedelta(26))  # five days on its way, and three weeks
    assert decision["appealBy"] >= earliest and decision["unposted"] is None
    grant = world.county.grant_of(case)
    assert grant["acceptBy"] > decision["appealBy"] and grant["unposted"] is None
    (letter,) = letters.of_case(world.county.caseworker, case)
    (mailing,) = letter["mailings"]
    assert (mailing["state"], mailing["how"], mailing["onDay"]) == ("noted", "posted", str(world.today))
    assert mailing["notedBy"] == "caseworker_b@trondelag"
    assert not [t for t in tasks(world.county.caseworker_b, case) if t["operationId"] == "noteNotice"]
    world.assert_sound()


def test_the_letter_is_named_instead_of_the_decision(world):
    case = decided(world)
    (letter,) = letters.of_case(world.county.caseworker, case)
    clerk = world.county.caseworker
    content = {"letterId": letter["id"], "how": "handed", "onDay": str(world.today)}
    clerk.do(clerk.read(case.path), "note-notice", content)
    assert decision_of(world, case)["appealBy"]
    refusal = clerk.attempt(clerk.read(case.path), "note-notice", content)
    assert refusal.faults == [("not-by-post", "#/letterId")]


def test_an_offer_that_is_not_posted_does_not_lapse_and_is_taken_all_the_same(world):
    case = decided(world)
    grants.lapse(world)
    grant = world.county.grant_of(case)
    assert grant["state"] == "offered"
    accepted = world.county.caseworker.do(grant, "enter-acceptance", said(world))
    assert accepted["state"] == "accepted"
    note(world, case)
    world.assert_sound()


def test_an_appeal_is_in_time_as_long_as_none_runs(world):
    case = decided(world, "rejected")
    clerk = world.county.caseworker
    content = {
        "decisionId": decision_of(world, case)["id"],
        "asked": "Hele beløpet",
        "enteredFor": {"name": "Daglig leder", "onDay": str(world.today)},
    }
    lodged = clerk.make(case / "appeals", content)
    assert (lodged["dueOn"], lodged["isLate"]) == (None, False)


def test_one_that_was_held_is_posted_when_it_is_made_known(world):
    county = world.county
    sent = entered(world)
    recommended = county.caseworker_b.do(sent, "recommend", county.recommendation(sent))
    day = str(world.today + datetime.timedelta(3))
    held = county.decision_maker.do(recommended, "decide", county.decision(recommended) | {"releaseOn": day})
    assert decision_of(world, held)["unposted"] is None
    known = county.decision_maker.do(held, "release-decision")
    assert decision_of(world, known)["appealBy"] is None
    assert world.county.grant_of(known)["acceptBy"] is None
    note(world, known)
    assert world.county.grant_of(known)["acceptBy"]


def test_the_letter_of_what_lapsed_is_posted_too_and_begins_no_time(world):
    case = decided(world)
    note(world, case)
    world.database.run(
        "set session_replication_role = replica; update trinn.grants set accept_by = trinn.today() - 20"
        " where application_id = %s",
        case["id"],
    )
    grants.lapse(world)
    clerk = world.county.caseworker_b
    of_lapse, _ = letters.of_case(clerk, case)
    assert (of_lapse["kind"], of_lapse["mailings"][0]["state"]) == ("lapse", "waiting")
    (task,) = [t for t in tasks(clerk, case) if t["operationId"] == "noteNotice"]
    assert task["dueOn"]
    before = decision_of(world, case)["appealBy"]
    content = {"letterId": of_lapse["id"], "how": "posted", "onDay": str(world.today)}
    clerk.do(clerk.read(case.path), "note-notice", content)
    assert decision_of(world, case)["appealBy"] == before
    assert letters.of_case(clerk, case)[0]["mailings"][0]["state"] == "noted"
    world.assert_sound()


def test_the_time_to_appeal_against_a_refused_amendment_begins_as_it_is_posted(world):
    case = decided(world)
    clerk = world.county.caseworker_b
    note(world, case)
    grant = world.county.caseworker.do(world.county.grant_of(case), "enter-acceptance", said(world))
    # Asked for while its people were here.
    asked = world.database.value(
        "with mode as (select set_config('session_replication_role', 'replica', false)) insert into trinn.amendments"
        " (county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_until, is_of_county, asked_by)"
        " select g.county_id, g.applicant_id, g.application_id, g.id, 1, 'extension', 'Utsatt', %s, false, %s"
        " from mode, trinn.grants g where g.id = %s returning id",
        *(grants.months_on(world), world.hub.signatory.person, grant["id"]),
    )
    path = f"/v1/amendments/{asked}"
    asked = clerk.read(path)
    prepared = clerk.do(asked, "prepare", grants.preparation(world, asked, "refused"))
    refused = world.county.decision_maker.do(prepared, "decide", {})
    assert refused["outcome"]["appealBy"] is None
    letter = letters.of_case(clerk, case)[0]
    assert (letter["kind"], letter["mailings"][0]["state"]) == ("amendment", "waiting")
    content = {"letterId": letter["id"], "how": "posted", "onDay": str(world.today)}
    clerk.do(clerk.read(case.path), "note-notice", content)
    earliest = str(world.today + datetime.timedelta(26))
    assert clerk.read(path)["outcome"]["appealBy"] >= earliest
    signed = {"name": "Daglig leder", "onDay": str(world.today)}
    content = {"amendmentId": refused["id"], "asked": "Mer tid", "enteredFor": signed}
    appeal = clerk.make(case / "appeals", content)
    assert (appeal["dueOn"], appeal["isLate"]) == (clerk.read(path)["outcome"]["appealBy"], False)
    world.assert_sound()


def test_who_has_people_here_is_written_to_here(world):
    case = world.decided(world.hub)
    decision = decision_of(world, case)
    assert decision["appealDeadline"] == decision["appealBy"] and decision["unposted"] is None
    (letter,) = letters.of_case(world.county.caseworker, case)
    assert letter["mailings"] == []
    clerk = world.county.caseworker
    content = {"letterId": letter["id"], "how": "posted", "onDay": str(world.today)}
    refusal = clerk.attempt(clerk.read(case.path), "note-notice", content)
    assert refusal.faults == [("not-by-post", "#/letterId")]


def composed(world, case, language="nb"):
    """What trinn-jobs would set."""
    return world.database.value(
        "select string_agg(b->>'text', ' ') from trinn.letters l,"
        " json_array_elements(trinn.jobs_letter_content(l.county_id, l.id)->'blocks') b"
        " where l.application_id = %s and l.language = %s",
        *(case["id"], language),
    )


def test_the_letter_says_how_long_and_no_day(world):
    case = decided(world)
    told = composed(world, case)
    assert "Fristen er tre uker fra dere fikk melding om det (§ 29)" in told
    assert "siste dag er" not in told
    assert "etter at dere fikk dette brevet" in told


# ---- what tells against it


def taken(world):
    return world.county.caseworker_b.do(entered(world), "take")


def recommend(world, case):
    clerk = world.county.caseworker_b
    content = world.county.recommendation(case, "rejected")
    return clerk.attempt(clerk.read(case.path), "recommend", content)


def past(world, hearing):
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.hearings set answer_by = trinn.today() - 1 where id = %s",
        hearing["id"],
    )


def test_a_party_that_was_not_written_to_is_not_heard(world):
    case, clerk = taken(world), world.county.caseworker_b
    hearing = clerk.make(case / "hearings", new_hearing(world))
    (letter,) = [a for a in letters.of_case(clerk, case) if a["kind"] == "hearing"]
    assert letter["hearingId"] == hearing["id"] and letter["mailings"][0]["state"] == "waiting"
    past(world, hearing)
    assert not clerk.read(hearing.path)["isLapsed"]
    recommend(world, case).refused("hearing-unposted", 409)
    content = {"letterId": letter["id"], "how": "posted", "onDay": str(world.today)}
    clerk.do(clerk.read(case.path), "note-notice", content)
    day = datetime.date.fromisoformat(clerk.read(hearing.path)["answerBy"])
    assert day == world.today + datetime.timedelta(12)  # five days on its way, and seven
    recommend(world, case).refused("party-not-heard", 409)
    past(world, hearing)
    assert recommend(world, case).expect(200)


def test_its_letter_says_what_and_how_long(world):
    case, clerk = taken(world), world.county.caseworker_b
    hearing = clerk.make(case / "hearings", new_hearing(world))
    told = composed(world, case)
    for what in (hearing["told"], hearing["source"], "§ 17", "fra dere fikk brevet"):
        assert what in told


def test_a_party_with_people_here_is_heard_here(world):
    case = world.county.caseworker.do(world.hub.apply(), "take")
    world.county.caseworker.make(case / "hearings", new_hearing(world))
    assert [a for a in letters.of_case(world.county.caseworker, case) if a["kind"] == "hearing"] == []


# ---- messages


def test_a_message_to_one_who_has_nobody_here_is_a_letter_to_be_posted(world):
    case, clerk = taken(world), world.county.caseworker_b
    content = {"text": "Hvilken bank?\n\nSend oss tilsagnet.", "answerBy": str(world.today + datetime.timedelta(14))}
    told = clerk.post(case / "messages", content, dryRun="true").expect(200).json
    assert [w["code"] for w in told["warnings"]] == ["goes-by-post"]
    remark = clerk.post(case / "messages", {"text": "Ring dem", "isInternal": True}, dryRun="true")
    assert remark.status == 204
    message = clerk.make(case / "messages", content)
    (letter,) = [a for a in letters.of_case(clerk, case) if a["kind"] == "message"]
    assert letter["messageId"] == message["id"]
    assert (message["mailing"]["letterId"], message["mailing"]["state"]) == (letter["id"], "waiting")
    (task,) = [t for t in tasks(clerk, case) if t["operationId"] == "noteNotice"]
    assert task["dueOn"] == message["mailing"]["dueOn"]
    said = composed(world, case)
    for what in ("Hvilken bank?", "Send oss tilsagnet.", "Svar innen", case["caseNumber"]):
        assert what in said
    clerk.do(clerk.read(case.path), "note-notice", {"letterId": letter["id"], "how": "posted", "onDay": str(world.today)})
    mailing = clerk.read(message.path)["mailing"]
    assert (mailing["state"], mailing["how"], mailing["onDay"]) == ("noted", "posted", str(world.today))
    assert not [t for t in tasks(clerk, case) if t["operationId"] == "noteNotice"]
    world.assert_sound()


def test_a_remark_or_a_message_to_who_has_people_here_is_no_letter(world):
    case, clerk = taken(world), world.county.caseworker_b
    clerk.make(case / "messages", {"text": "Ring dem", "isInternal": True})
    assert letters.of_case(clerk, case) == []
    case = world.hub.apply()
    message = clerk.make(case / "messages", {"text": "Hvilken bank?"})
    assert message["mailing"] is None and letters.of_case(clerk, case) == []
    assert clerk.post(case / "messages", {"text": "Hvilken bank?"}, dryRun="true").status == 204
