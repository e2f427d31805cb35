"""How long cases are kept, what keeps them beyond it, and who says that one is kept all the same."""

import pytest
from support import access, appeals, carryover, documents, journal, outlived, retention, specimens
from support.bodies import REASON
from support.contract import operations
from support.disqualifications import declared, kin
from support.jobs import Jobs
from support.retention import SETTLED, due, kept_by, new_class


@pytest.fixture(scope="module", autouse=True)
def classes(world):
    """The county's plan."""
    for content in (
        new_class("refusal"),
        new_class("withdrawal", years=1, basis="personvernforordningen art. 5 (1) e"),
        new_class("unused"),
        new_class("aid", countedFrom="last_award", years=10, isArchived=True, basis="GBER art. 12"),
        new_class("accounts", countedFrom="accounting_year", basis="bokføringsloven § 13"),
    ):
        world.county.set_up("/v1/retention-classes", content)


def test_a_class_is_set_up_by_two_persons_and_the_newest_is_in_force(world):
    change = world.county.propose("/v1/retention-classes", new_class("unused", years=7))
    before = world.county.auditor.items("/v1/retention-classes")[0]["years"]
    world.county.county_admin.attempt(change, "approve").refused("four-eyes", 403)
    assert world.county.auditor.items("/v1/retention-classes")[0]["years"] == before
    world.county.county_admin_b.do(change, "approve")
    newest = world.county.auditor.items("/v1/retention-classes")[0]
    assert newest["years"] == 7 and newest["name"] == new_class()["name"]


def test_years_are_counted_from_what_there_is(world):
    wrong = new_class("refusal", countedFrom="award")
    reply = world.county.county_admin.post("/v1/retention-classes", wrong)
    assert reply.refused("validation-failed", 422).faults == [("retention-start", "#/countedFrom")]


def test_a_case_is_due_when_its_last_day_has_passed(world):
    application = specimens.make(world, world.hub, "application", "withdrawn")
    found = due(world, application)
    assert found["class"]["covers"] == "withdrawal" and found["closedOn"] == str(world.today)
    last = world.today.replace(year=world.today.year + 1)
    assert found["keepUntil"] == str(last)
    assert [one["code"] for one in found["obstacles"]] == ["not_yet"]
    assert found["obstacles"][0]["label"].keys() == {"nb", "en"}
    assert kept_by(world, application, on=str(last)) == ["not_yet"]
    day_after = str(last + retention.DAY)
    assert due(world, application, on=day_after, isDue="true")["isDue"]
    assert due(world, application, on=day_after, isDue="false") is None


def test_an_open_case_is_not_listed(world):
    assert due(world, world.hub.apply()) is None


def test_a_refusal_may_be_appealed_and_so_is_kept(world):
    rejected = specimens.make(world, world.hub, "application", "rejected")
    assert kept_by(world, rejected)[:2] == ["not_yet", "appealable"]
    appeals.lodged(world, world.hub, rejected)
    assert "appeal" in kept_by(world, rejected, on="2099-01-01")


def test_a_hold_keeps_a_case_from_when_it_is_asked_for_until_two_have_lifted_it(world):
    application = specimens.make(world, world.hub, "application", "withdrawn")
    county, later = world.county, {"on": "2099-01-01"}
    hold = retention.asked(world, world.hub, application)
    assert kept_by(world, application, **later) == ["held"]
    county.archivist.attempt(hold, "settle", SETTLED).refused("four-eyes", 403)
    hold = county.decision_maker.do(hold, "settle", SETTLED)
    assert (hold["state"], hold["settlement"]) == ("standing", SETTLED["reason"])
    hold = county.decision_maker.do(hold, "ask-to-lift", REASON)
    assert kept_by(world, application, **later) == ["held"]
    county.decision_maker.attempt(hold, "settle", SETTLED).refused("four-eyes", 403)
    hold = county.archivist.do(hold, "settle", SETTLED | {"outcome": "refused"})
    assert (hold["state"], hold["liftReason"]) == ("standing", None)
    hold = county.archivist.do(hold, "ask-to-lift", REASON)
    hold = county.decision_maker.do(hold, "settle", SETTLED)
    assert hold["state"] == "lifted" and hold["liftedBy"]["id"] == str(county.decision_maker.person)
    assert kept_by(world, application, **later) == []
    world.assert_sound()


def test_a_refused_hold_binds_no_more(world):
    hold = retention.refused(world, world.hub)
    assert hold["state"] == "refused"
    world.county.archivist.attempt(hold, "ask-to-lift", REASON).refused("state-conflict", 409)


def test_the_party_hears_nothing_of_a_hold(world):
    application = specimens.make(world, world.hub, "application", "withdrawn")
    before = world.hub.signatory.read(application.path)
    retention.standing(world, world.hub, application)
    assert world.hub.signatory.read(application.path) == before
    world.hub.signatory.get("/v1/legal-holds").refused("forbidden", 403)


# ---- destruction


def carried_out(world, *cases):
    return retention.done(world, world.hub, *cases)["cases"]


def test_a_list_is_proposed_by_one_and_approved_by_another(world):
    made = retention.proposed(world, world.hub)
    approval = {"outcome": "approved"} | REASON
    world.county.archivist.attempt(made, "decide", approval).refused("four-eyes", 403)
    tasks = world.county.archivist_b.items("/v1/tasks", operationId="decideDestruction", limit=1000)
    assert made.path in [task["path"] for task in tasks]
    assert retention.carry_out(world) == []
    world.county.archivist_b.do(made, "decide", approval)
    ((application, outcome),) = retention.carry_out(world)
    assert (str(application), outcome) == (made["cases"][0]["id"], "destroyed")
    world.assert_sound()


def test_what_is_approved_and_not_carried_out_is_told(world):
    archivist, application = world.county.archivist, outlived.case(world)
    assert retention.due(world, application)["destruction"] is None
    approved = retention.approved(world, world.hub, application)
    assert retention.due(world, application)["destruction"] == {"id": approved["id"], "state": "approved"}

    def waits():
        return approved.path in [task["path"] for task in archivist.items("/v1/tasks", limit=1000)]

    def approve_earlier(hours):
        world.database.run(
            "set session_replication_role = replica;"
            " update trinn.destructions set decided_at = decided_at - make_interval(hours => %s) where id = %s",
            hours, approved["id"],
        )

    assert not waits()
    approve_earlier(25)
    assert waits()
    approve_earlier(-25)
    retention.carry_out(world)
    assert not waits()
    world.assert_sound()


def test_what_something_keeps_is_not_listed(world):
    application = specimens.make(world, world.hub, "application", "withdrawn")
    for case, code in ((application["id"], "case-kept"), ("999999999", "unknown-reference")):
        body = {"applicationIds": [case]} | REASON
        reply = world.county.archivist.post("/v1/destructions", body)
        assert code in (reply.code, *(fault for fault, _ in reply.faults))


def test_no_case_is_on_two_lists_unless_one_was_rejected(world):
    application = outlived.case(world)
    made = retention.proposed(world, world.hub, application)
    body = {"applicationIds": [application["id"]]} | REASON
    world.county.archivist.post("/v1/destructions", body).refused("case-listed", 409)
    rejected = world.county.archivist.do(made, "decide", {"outcome": "rejected"} | REASON)
    assert [case["state"] for case in rejected["cases"]] == ["spared"]
    assert retention.proposed(world, world.hub, application)["state"] == "proposed"


def test_a_case_held_meanwhile_is_spared(world):
    held, other = outlived.case(world), outlived.case(world)
    approved = retention.approved(world, world.hub, held, other)
    retention.asked(world, world.hub, held)
    retention.carry_out(world)
    done = world.county.archivist.read(approved.path)
    assert done["state"] == "done"
    assert [case["state"] for case in done["cases"]] == ["spared", "destroyed"]
    assert [one["code"] for one in done["cases"][0]["obstacles"]] == ["held"]
    assert world.hub.signatory.read(held.path)["destroyedOn"] is None


def test_what_a_destroyed_case_said_is_gone_and_the_rest_is_told(world):
    application, hub = outlived.case(world, documented=True), world.hub.signatory
    before = hub.read(application.path)
    (file,) = hub.items(application / "documents")
    assert hub.get(f"/v1/documents/{file['id']}/content").status == 200
    (case,) = carried_out(world, application)
    after = hub.read(application.path)
    assert after["destroyedOn"] == str(world.today) and after.etag != before.etag
    assert (after["answers"], after["costs"], after["finance"]) == ({}, [], [])
    for member in ("caseNumber", "state", "title", "applicant", "submittedAt", "appliedOre"):
        assert after[member] == before[member]
    document = hub.read(f"/v1/documents/{file['id']}")
    assert (document["state"], document["title"]) == ("destroyed", "[kassert]")
    assert document["sha256"] and len(case["hadSha256"]) == len(case["keptSha256"]) == 64
    hub.get(f"/v1/documents/{file['id']}/content").refused("document-destroyed", 410)
    hub.get(f"{application.path}/submissions/1/content").refused("case-destroyed", 410)
    assert all(item["id"] != application["id"] for item in world.county.archivist.items("/v1/retention/due"))
    world.assert_sound()


READS = [op for op in operations().values() if op.reads and op.path.startswith("/v1/applications/{applicationId}")]


def test_what_is_left_of_a_refusal_is_read_as_before_and_none_of_its_words(world):
    application, archivist = retention.refusal(world), world.county.archivist
    post = journal.post(archivist, application, "VEDTAK")
    journal.publish(world, post)
    asked = {op.id: archivist.get(op.at(application["id"])) for op in READS}
    (hearing,) = archivist.items(application / "hearings")
    assert "Kreditten er fornyet" in archivist.get(f"/v1/hearings/{hearing['id']}").text
    (case,) = carried_out(world, application)
    assert case["state"] == "destroyed", case["obstacles"]
    assert case["holds"]["letters"] == 1 and case["holds"]["journalPosts"] > 3
    for op in READS:
        told = archivist.get(op.at(application["id"]))
        assert told.status == asked[op.id].status or told.code == "case-destroyed", told
        for words in ("Kreditten er fornyet", "Vi legger fornyelsen", "En god plan", "driftskreditten"):
            assert words not in told.text, told
    assert archivist.read(f"/v1/hearings/{hearing['id']}")["comment"] == "[kassert]"
    (decision,) = archivist.items(application / "decisions")
    assert (decision["outcome"], decision["grounds"]) == ("rejected", "[kassert]")
    assert archivist.read(post.path)["title"] == post["title"]
    body = {"postIds": [post["id"]]}
    world.nobody.send("POST", access.path(), body).expect(422)
    assert "Kreditten" not in str(world.database.rows(
        "select reason from trinn.audit_events where case_kind = 'application' and case_id = %s", application["id"]
    ))
    world.assert_sound()


def test_a_list_says_what_goes_and_on_what_grounds_the_rest_is_left(world):
    made = retention.proposed(world, world.hub, outlived.case(world, documented=True))
    assert made["cases"][0]["holds"]["documents"] == 1
    assert [ground["code"] for ground in made["keeps"]] == ["case", "accounts", "aid", "journal", "protocol", "digest"]


def test_nothing_more_is_done_in_a_destroyed_case(world):
    application = outlived.case(world)
    carried_out(world, application)
    message = {"text": "Hva ble det til?"}
    world.hub.signatory.post(f"{application.path}/messages", message).refused("case-destroyed", 410)
    hold = {"applicationId": application["id"]} | REASON
    world.county.archivist.post("/v1/legal-holds", hold).refused("case-destroyed", 410)


def test_it_is_told_beforehand_that_a_case_is_destroyed(world):
    """By what may be done, and by a dry run, as by the step itself; and of the case nothing waits for anybody."""
    application, county, hub = outlived.case(world), world.county, world.hub.signatory
    post = journal.post(county.archivist, application, "SØKNAD")
    question = declared(county.archivist, application, personId=county.caseworker.person)
    carried_out(world, application)
    for person in (county.caseworker, county.decision_maker, hub):
        told = person.get(application / "permitted-actions").expect(200).json
        assert all("case-destroyed" in [r["code"] for r in a["reasons"]] for a in told["actions"])
        assert told["warnings"] == []
    for person, path, body in (
        (hub, application / "messages", {"text": "Hva ble det til?"}),
        (hub, application / "documents", documents.new_document(world)),
        (county.caseworker, "/v1/disqualifications", kin(world, case=application)),
        (hub, "/v1/applications", carryover.content(county.call(), application)),
    ):
        for dry_run in ("true", "false"):
            person.post(path, body, dryRun=dry_run).refused("case-destroyed", 410)
    post = county.archivist.read(post.path)
    for thing, person, action, body in (
        (post, county.archivist, "correct", journal.CORRECTION),
        (question, county.caseworker, "concede", None),
    ):
        person.attempt(thing, action, body, dryRun="true").refused("case-destroyed", 410)
        person.attempt(thing, action, body).refused("case-destroyed", 410)
    for person in (county.caseworker, county.programme_lead):
        assert question.path not in [task["path"] for task in person.items("/v1/tasks", limit=1000)]
    world.assert_sound()


def test_trinn_jobs_destroys_what_two_have_approved(world, database):
    made = retention.approved(world, world.hub)
    jobs = Jobs(database, deadlines_every_s=1)
    try:
        jobs.wait_for("retention.case", id=made["cases"][0]["id"], outcome="destroyed")
    finally:
        jobs.stop()
    assert world.county.archivist.read(made.path)["state"] == "done"
    world.assert_sound()


def test_no_report_changes_by_it(world):
    application, ask = outlived.case(world), world.county.auditor.get
    programmes = [item["id"] for item in world.county.auditor.items("/v1/programmes")]
    paths = [f"programmes/{one}/{what}" for one in programmes for what in ("umbrella", "final-report")]
    paths += ["reports/payments", "reports/copayments", "reports/funnel"]
    before = [ask(f"/v1/{path}").expect(200).text for path in paths]
    carried_out(world, application)
    assert [ask(f"/v1/{path}").text for path in paths] == before
