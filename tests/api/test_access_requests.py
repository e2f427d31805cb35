"""Access requests: anybody asks, each document is answered by itself, a refusal is considered by
another person, and what is given is read by a link that ends."""

import datetime

import pytest
from support import access, documents, journal
from support.bodies import REASON
from support.disqualifications import close_reading, declared

TRADE = {"exemption": "offl-13-trade"} | REASON
pytestmark = pytest.mark.usefixtures("sound")


def move_back(world, request, days):
    """As if it had come so many days before."""
    world.database.run(
        "set session_replication_role = replica; with moved as (update trinn.access_requests set"
        " received_on = received_on - %s, readable_until = readable_until - %s where number = %s returning id)"
        " update trinn.access_items set due_on = due_on - %s where request_id in (select id from moved)",
        days, days, request["number"], days,
    )
    seal(world, request)


def seal(world, request):
    world.database.run(
        "select trinn.act_as_system(county_id), trinn.audit('access_request', id, 'change',"
        " 'access_request', id, null, '{}') from trinn.access_requests where number = %s",
        request["number"],
    )


# ---- asked


def test_anybody_asks_without_a_name_and_reads_the_answer_by_the_link(world):
    post = access.public_post(world, world.hub)
    reply = world.nobody.send("POST", access.path(), {"postIds": [post["id"]]}).expect(201)
    told = reply.json
    assert reply.headers["Location"] == told["href"] and told["receivedOn"] == str(world.today)
    days = (datetime.date.fromisoformat(told["dueOn"]) - world.today).days
    assert 3 <= days <= 10
    answer = access.answer(world, told)
    assert (answer["state"], answer["number"]) == ("received", told["number"])
    (item,) = answer["items"]
    assert (item["state"], item["post"]["registrationId"]) == ("asked", post["registrationId"])
    request = access.found(world, told)
    assert request["name"] is None and request["enteredBy"] is None and "href" not in request


def test_only_what_the_public_journal_tells_of_is_asked_for(world):
    application = world.hub.apply()
    post = world.county.archivist.items("/v1/journal-posts", applicationId=application["id"])[0]
    for posts in ([post["id"]], ["999999999"], [access.public_post(world, world.hub)["id"]] * 2):
        reply = world.nobody.send("POST", access.path(), {"postIds": posts}).expect(422)
        assert reply.faults == [("posts-unknown", "#/postIds")]
    body = {"postIds": [access.public_post(world, world.hub)["id"]]}
    world.nobody.send("POST", access.path("18"), body).expect(422)
    world.nobody.send("POST", access.path("99"), body).refused("not-found", 404)


def test_no_more_wait_than_the_county_can_take(world):
    """In the other county, whose figure stays."""
    county = world.neighbour
    content = {"key": "access.waiting", "basis": "reglement § 1", "value": 0, "unit": "count"}
    content |= {"validFrom": str(world.today), "source": "FT 3/26"}
    county.set_up("/v1/rule-params", content)
    body = {"postIds": [access.public_post(world, world.neighbour_hub)["id"]]}
    world.nobody.send("POST", access.path("18"), body).refused("access-requests-many", 429)
    made = county.archivist.make("/v1/access-requests", body | {"name": "Per brev"})
    assert made["enteredBy"] == "archivist@nordland"


def test_a_link_that_is_none_opens_nothing(world):
    told = access.ask(world, access.public_post(world, world.hub))
    other = told["href"][:-4] + "AAAA"
    world.nobody.get(other).refused("not-found", 404)
    world.nobody.send("POST", other + "/complain", access.COMPLAINT).refused("not-found", 404)
    world.nobody.get(other + "/files/1").refused("not-found", 404)
    stored = world.database.value(
        "select encode(secret_sha256, 'hex') from trinn.access_requests where number = %s",
        told["number"],
    )
    assert told["href"].rsplit("/", 1)[1] not in stored


# ---- answered


def test_what_is_given_whole_is_read_with_its_files_until_its_day(world):
    draft = world.hub.fill(world.hub.draft())
    plan = documents.clean(world, world.hub.signatory, draft, title="Plan.pdf")
    sent = world.hub.signatory.do(world.hub.signatory.read(draft.path), "submit")
    told = access.ask(world, access.public_post(world, world.hub, sent))
    request = world.county.archivist.do(access.found(world, told), "decide", access.GIVEN)
    assert request["state"] == "replied" and request["items"][0]["state"] == "given"
    (item,) = access.answer(world, told)["items"]
    record, attached = item["files"]
    assert record["mediaType"] == "text/plain" and attached["sha256"] == plan["sha256"]
    reply = world.nobody.get(f"{told['href']}/files/{record['number']}").expect(200)
    assert sent["title"] in reply.content.decode()
    assert reply.headers["Cache-Control"] == "private, no-cache"
    part = world.nobody.send(
        "GET", f"{told['href']}/files/{attached['number']}", headers={"Range": "bytes=0-3"}
    )
    assert part.status == 206 and len(part.content) == 4
    move_back(world, request, 400)
    assert access.answer(world, told)["items"][0]["files"] == []
    world.nobody.get(f"{told['href']}/files/{record['number']}").refused("not-found", 404)


def test_a_link_that_is_revoked_gives_nothing_more(world):
    told = access.ask(world, access.public_post(world, world.hub))
    archivist = world.county.archivist
    request = archivist.do(access.found(world, told), "decide", access.GIVEN)
    (file,) = access.answer(world, told)["items"][0]["files"]
    revoked = archivist.do(request, "revoke-link", REASON)
    assert revoked["revokedOn"] == str(world.today)
    answer = access.answer(world, told)
    assert answer["isRevoked"] and answer["items"][0]["files"] == []
    world.nobody.get(f"{told['href']}/files/{file['number']}").refused("not-found", 404)
    archivist.attempt(revoked, "revoke-link", REASON).refused("access-link-revoked", 409)


def test_what_is_given_after_a_link_was_revoked_is_read_by_it(world):
    posts = [access.public_post(world, world.hub) for _ in range(2)]
    told, archivist = access.ask(world, *posts), world.county.archivist
    request = archivist.do(access.found(world, told), "decide", access.GIVEN)
    request = archivist.do(request, "revoke-link", REASON)
    request = archivist.do(request, "decide", access.GIVEN | {"number": 2})
    answer = access.answer(world, told)
    assert not answer["isRevoked"] and answer["readableUntil"]
    before, since = (item["files"] for item in answer["items"])
    assert before == []
    world.nobody.get(f"{told['href']}/files/1").refused("not-found", 404)
    world.nobody.get(f"{told['href']}/files/{since[0]['number']}").expect(200)
    revoked = archivist.do(request, "revoke-link", REASON)
    assert access.answer(world, told)["isRevoked"]
    world.nobody.get(f"{told['href']}/files/{since[0]['number']}").refused("not-found", 404)
    archivist.attempt(revoked, "revoke-link", REASON).refused("access-link-revoked", 409)


def test_what_is_given_in_part_is_a_masked_copy_that_the_county_made(world):
    application = world.hub.apply()
    told = access.ask(world, access.public_post(world, world.hub, application))
    own = documents.clean(world, world.hub.signatory, application)
    copy = access.masked(world, world.hub, application)
    archivist, request = world.county.archivist, access.found(world, told)
    part = {"number": 1, "outcome": "part", "basis": "offl-13-trade", "paragraph": "nr. 2"}
    reply = archivist.attempt(request, "decide", part).expect(422)
    assert reply.faults == [("copies-missing", "#/documentIds")]
    reply = archivist.attempt(request, "decide", part | {"documentIds": [own["id"]]}).expect(422)
    assert reply.faults == [("unknown-reference", "#/documentIds/0")]
    archivist.do(request, "decide", part | {"documentIds": [copy["id"]]})
    (item,) = access.answer(world, told)["items"]
    assert [(f["title"], f["isMasked"]) for f in item["files"]] == [("Sladdet.pdf", True)]
    assert item["decisions"][0]["basis"]["citation"] == "Offl. § 13 jf. fvl. § 13 (1) nr. 2"


def test_what_is_under_a_duty_of_secrecy_is_not_given_whole(world):
    application = world.hub.apply()
    post = access.public_post(world, world.hub, application)
    told = access.ask(world, post)
    archivist, request = world.county.archivist, access.found(world, told)
    post = archivist.do(archivist.read(f"/v1/journal-posts/{post['id']}"), "classify", TRADE)
    reply = archivist.attempt(request, "decide", access.GIVEN).expect(422)
    assert reply.faults == [("given-in-secrecy", "#/outcome")] and "part" in reply.text
    copy = access.masked(world, world.hub, application)["id"]
    part = {"number": 1, "outcome": "part", "basis": "offl-13-trade", "documentIds": [copy]}
    archivist.do(request, "decide", part)
    assert [f["isMasked"] for f in access.answer(world, told)["items"][0]["files"]] == [True]


def test_the_title_of_a_case_that_is_kept_from_others_is_in_no_answer(world):
    archivist, application = world.county.archivist, world.hub.apply()
    post = access.public_post(world, world.hub, application)
    access.ask(world, post)
    asked = journal.post(archivist, application, "KORR")
    archivist.do(asked, "check")
    journal.publish(world, asked)
    told = access.ask(world, asked)
    assert application["title"] in access.answer(world, told)["items"][0]["post"]["title"]
    archivist.do(archivist.read(f"/v1/journal-posts/{post['id']}"), "classify", TRADE)
    answer = access.answer(world, told)
    assert answer["items"][0]["post"]["title"] == "Korrespondanse" and application["title"] not in str(answer)
    public = world.nobody.get("/v1/public/journal", caseNumber=application["caseNumber"]).expect(200)
    assert application["title"] not in public.text


def test_a_file_with_a_fodselsnummer_is_given_masked_or_not_at_all(world):
    draft = world.hub.fill(world.hub.draft())
    slip = documents.numbered(world, world.hub, draft)
    sent = world.hub.signatory.do(world.hub.signatory.read(draft.path), "submit")
    told = access.ask(world, access.public_post(world, world.hub, sent))
    archivist, request = world.county.archivist, access.found(world, told)
    reply = archivist.attempt(request, "decide", access.GIVEN).expect(422)
    assert reply.faults == [("given-in-secrecy", "#/outcome")] and "fødselsnummer" in reply.text
    copy = access.masked(world, world.hub, sent)["id"]
    part = {"number": 1, "outcome": "part", "basis": "offl-26", "documentIds": [copy]}
    part["widerAccess"] = "Nummeret sier ingenting om hva tilskuddet gikk til"
    archivist.do(request, "decide", part)
    (item,) = access.answer(world, told)["items"]
    assert [f["isMasked"] for f in item["files"]] == [True] and slip["title"] not in str(item)


def test_a_file_of_it_under_secrecy_is_enough_and_its_party_is_given_it(world):
    draft = world.hub.fill(world.hub.draft())
    plan = documents.clean(world, world.hub.signatory, draft)
    sent = world.hub.signatory.do(world.hub.signatory.read(draft.path), "submit")
    post = access.public_post(world, world.hub, sent)
    archivist = world.county.archivist
    kept = archivist.read(f"/v1/documents/{plan['id']}")
    archivist.do(kept, "classify", {"access": "party", "exemption": "offl-13-trade"})
    reply = archivist.attempt(access.found(world, access.ask(world, post)), "decide", access.GIVEN)
    assert reply.expect(422).faults == [("given-in-secrecy", "#/outcome")]
    own = world.hub.signatory.make("/v1/access-requests", {"postIds": [post["id"]]})
    answered = archivist.do(archivist.read(f"/v1/access-requests/{own['id']}"), "decide", access.GIVEN)
    assert answered["items"][0]["state"] == "given"


def test_what_is_found_to_be_secret_is_read_no_more(world):
    post = access.public_post(world, world.hub)
    told = access.ask(world, post)
    archivist = world.county.archivist
    archivist.do(access.found(world, told), "decide", access.GIVEN)
    post = archivist.do(archivist.read(f"/v1/journal-posts/{post['id']}"), "classify", TRADE)
    assert access.answer(world, told)["items"][0]["files"] == []
    world.nobody.get(f"{told['href']}/files/1").refused("not-found", 404)
    archivist.do(post, "classify", REASON)
    world.nobody.get(f"{told['href']}/files/1").expect(200)


def test_a_refusal_says_by_what_why_not_all_the_same_and_whom_to_complain_to(world):
    told = access.ask(world, access.public_post(world, world.hub))
    archivist, request = world.county.archivist, access.found(world, told)
    bare = {"number": 1, "outcome": "refused"}
    assert archivist.attempt(request, "decide", bare).faults == [("basis-missing", "#/basis")]
    silent = bare | {"basis": "offl-15"}
    faults = archivist.attempt(request, "decide", silent).faults
    assert faults == [("wider-access-missing", "#/widerAccess")]
    of_party = bare | {"basis": "fvl-18a"}
    assert archivist.attempt(request, "decide", of_party).faults == [("basis-of-others", "#/basis")]
    archivist.do(request, "decide", access.REFUSED)
    (item,) = access.answer(world, told)["items"]
    (decision,) = item["decisions"]
    assert item["state"] == "refused" and decision["appealBody"] == "Statsforvalteren"
    assert decision["basis"]["citation"] == "Offl. § 14" and decision["widerAccess"]
    assert decision["appealDeadline"] > str(world.today) and "decidedBy" not in decision


def test_each_document_is_answered_by_itself(world):
    posts = [access.public_post(world, world.hub) for _ in range(2)]
    told = access.ask(world, *posts, name="Avisa", email="a@avisa.example", wish="Regnskapet")
    archivist, request = world.county.archivist, access.found(world, told)
    assert (request["name"], request["email"]) == ("Avisa", "a@avisa.example")
    request = archivist.do(request, "decide", access.GIVEN)
    assert request["state"] == "received"
    archivist.attempt(request, "decide", access.GIVEN).refused("state-conflict", 409)
    request = archivist.do(request, "decide", access.REFUSED | {"number": 2})
    assert [i["state"] for i in request["items"]] == ["given", "refused"]
    assert request["state"] == "replied"
    archivist.attempt(request, "extend", access.extension(world)).refused("state-conflict", 409)


def test_the_answer_comes_later_with_a_reason(world):
    told = access.ask(world, access.public_post(world, world.hub))
    archivist, request = world.county.archivist, access.found(world, told)
    short = access.extension(world) | {"until": request["dueOn"]}
    assert archivist.attempt(request, "extend", short).faults == [("extension-shorter", "#/until")]
    archivist.do(request, "extend", access.extension(world))
    answer = access.answer(world, told)
    assert answer["dueOn"] == f"{world.year + 1}-12-31" and "sladdes" in answer["extendedReason"]


def days_of(told):
    return [(i["dueOn"], i["extendedReason"]) for i in told["items"]]


def test_each_document_has_a_day_which_a_complaint_of_another_leaves(world):
    posts = [access.public_post(world, world.hub) for _ in range(3)]
    told = access.ask(world, *posts)
    archivist = world.county.archivist
    request = archivist.do(access.found(world, told), "decide", access.REFUSED | {"number": 3})
    later = access.extension(world)
    archivist.attempt(request, "extend", later | {"items": [1, 3]}).refused("state-conflict", 409)
    request = archivist.do(request, "extend", later | {"items": [1]})
    assert days_of(request) == [(later["until"], later["reason"]), (told["dueOn"], None), (None, None)]
    assert (request["dueOn"], request["extendedReason"]) == (told["dueOn"], later["reason"])
    request = archivist.do(request, "decide", access.GIVEN | {"number": 2})
    assert request["dueOn"] == later["until"]
    answer = access.complain(world, told, items=[3]).expect(200).json
    complaint = answer["items"][2]["dueOn"]
    assert answer["dueOn"] == complaint < later["until"] and answer["extendedReason"] == later["reason"]
    assert days_of(answer) == [(later["until"], later["reason"]), (None, None), (complaint, None)]
    other = world.county.caseworker
    request = other.do(other.read(request.path), "decide", access.REFUSED | {"number": 3})
    assert (request["dueOn"], request["isOverdue"]) == (later["until"], False)
    request = archivist.do(request, "decide", access.GIVEN)
    assert request["state"] == "complained" and request["dueOn"] is None
    archivist.attempt(request, "extend", later).refused("state-conflict", 409)


def test_what_is_overdue_is_found_and_is_a_task(world):
    told = access.ask(world, access.public_post(world, world.hub))
    archivist = world.county.archivist
    move_back(world, access.found(world, told), 20)
    late = archivist.items("/v1/access-requests", isOverdue="true")
    request = next(r for r in late if r["number"] == told["number"])
    assert request["isOverdue"] and all(r["isOverdue"] for r in late)
    on_time = archivist.items("/v1/access-requests", isOverdue="false")
    assert told["number"] not in [r["number"] for r in on_time]
    tasks = [t for t in archivist.items("/v1/tasks") if t["path"].endswith(f"/{request['id']}")]
    assert [(t["operationId"], t["dueOn"]) for t in tasks] == [("decideAccess", request["dueOn"])]
    assert "§ 29" in tasks[0]["dueRule"] and tasks[0]["caseworker"] is None


# ---- complained of


def test_another_person_considers_a_complaint_and_the_governor_what_is_not_given(world):
    request, told = access.refused_and_told(world, world.hub)
    answer = access.complain(world, told).expect(200).json
    assert answer["state"] == "complained" and answer["items"][0]["complainedOn"]
    request = world.county.archivist.read(request.path)
    assert request["items"][0]["complaint"] == access.COMPLAINT["text"]
    refusal = world.county.archivist.attempt(request, "decide", access.REFUSED)
    refusal.refused("four-eyes", 403)
    request = world.county.caseworker.do(request, "decide", access.REFUSED)
    assert (request["items"][0]["state"], request["state"]) == ("forwarded", "complained")
    outcome = access.GIVEN | {"resolution": "SF 2026/77"}
    bare = world.county.archivist.attempt(request, "decide", access.GIVEN).expect(422)
    assert bare.faults == [("required", "#/resolution")]
    request = world.county.archivist.do(request, "decide", outcome)
    assert request["state"] == "replied"
    instances = [d["instance"] for d in request["items"][0]["decisions"]]
    assert instances == ["county", "complaint", "appeal_body"]
    assert len(access.answer(world, told)["items"][0]["files"]) == 1
    access.complain(world, told).refused("nothing-to-complain-of", 409)


def test_a_complaint_that_is_right_ends_with_the_other_person(world):
    request, told = access.refused_and_told(world, world.hub)
    access.complain(world, told).expect(200)
    given = world.county.caseworker.do(
        world.county.caseworker.read(request.path), "decide", access.GIVEN
    )
    assert (given["items"][0]["state"], given["state"]) == ("given", "replied")


def test_a_complaint_comes_in_time_and_of_what_there_is(world):
    request, told = access.refused_and_told(world, world.hub)
    faults = access.complain(world, told, items=[7]).expect(422).faults
    assert faults == [("unknown-reference", "#/items")]
    world.database.run(
        "set session_replication_role = replica; update trinn.access_decisions"
        " set appeal_deadline = trinn.today() - 1 where request_id = %s", request["id"],
    )
    seal(world, request)
    access.complain(world, told).refused("complaint-late", 409)


def test_silence_is_complained_of_after_five_working_days(world):
    told = access.ask(world, access.public_post(world, world.hub))
    access.complain(world, told).refused("answer-awaited", 409)
    move_back(world, told, 20)
    answer = access.complain(world, told).expect(200).json
    assert answer["state"] == "complained" and answer["dueOn"] > str(world.today)
    request = access.found(world, told)
    assert world.county.archivist.do(request, "decide", access.GIVEN)["state"] == "replied"


# ---- parties, and who may not


def test_a_party_is_refused_by_what_binds_parties_and_sees_its_own_requests_only(world):
    request = access.asked(world, world.hub)
    assert request["href"] and request["organisation"]["orgnr"] == world.hub.orgnr
    path = f"/v1/access-requests/{request['id']}"
    archivist = world.county.archivist
    seen = archivist.read(path)
    public = archivist.attempt(seen, "decide", access.REFUSED).expect(422)
    assert public.faults == [("basis-of-others", "#/basis")]
    archivist.do(seen, "decide", access.party_refusal(world))
    told = world.hub.signatory.read(path)["items"][0]["decisions"][0]
    assert told["basis"]["citation"] == "Fvl. § 18 a" and told["decidedBy"] is None
    world.other_hub.signatory.get(path).refused("not-found", 404)
    assert world.other_hub.signatory.items("/v1/access-requests") == []


def test_who_is_disqualified_from_the_case_gives_no_access_to_it(world):
    application = world.hub.apply()
    told = access.ask(world, access.public_post(world, world.hub, application))
    declared(world.county.archivist_b, application)
    request = access.found(world, told)
    refusal = world.county.archivist_b.attempt(request, "decide", access.GIVEN)
    refusal.refused("disqualified", 403)
    refusal = world.county.archivist_b.attempt(request, "extend", access.extension(world))
    refusal.refused("disqualified", 403)


def test_who_is_disqualified_from_a_case_takes_no_step_in_a_request_for_it(world):
    """Whether the case is open to them or not."""
    hub, archivist = world.hub, world.county.archivist
    case = hub.apply()
    told = access.ask(world, access.public_post(world, hub, case))
    request = access.found(world, told)
    declared(archivist, case)
    steps = {"decide": access.GIVEN, "revoke-link": REASON,
             "extend": {"until": str(world.today + datetime.timedelta(9)), "reason": "Mange dokumenter"}}
    for closes in (False, True):
        if closes:
            close_reading(world)
        for step, content in steps.items():
            archivist.attempt(archivist.read(request.path), step, content).refused("disqualified", 403)
    decided = world.county.caseworker.do(request, "decide", access.GIVEN)
    assert decided["items"][0]["state"] == "given"
