"""Which cases are mine, what they wait for, and what is due of what was granted."""

import datetime
import itertools

from support import appeals, coapplicants, conditions, hearings, meetings
from support.bodies import REASON
from support.disqualifications import declared

GRANT_STATES = ("offered", "accepted", "active", "settled", "annulled", "lapsed")


def ids(person, path, **filters):
    """Of all its pages, of which the shortest are like the longest."""
    found = [item["id"] for item in person.items(path, limit=1000, **filters)]
    assert found == [item["id"] for item in person.items(path, limit=1, **filters)]
    return found


def row(person, application):
    (found,) = [a for a in person.items("/v1/applications", limit=1000) if a["id"] == application["id"]]
    return found


def waits(person, application):
    return [(w["for"], w["until"]) for w in row(person, application)["waitsFor"]]


def day(world, days=0):
    return str(world.today + datetime.timedelta(days))


def test_cases_are_found_by_who_handles_them_and_whose_they_are(world):
    eva, colleague = world.county.caseworker, world.county.caseworker_b
    mine, hers = world.hub.apply(), world.other_hub.apply()
    eva.do(mine, "take")
    colleague.do(hers, "take")
    ours = ids(eva, "/v1/applications", caseworkerId="me")
    assert mine["id"] in ours and hers["id"] not in ours
    assert ids(colleague, "/v1/applications", caseworkerId=eva.person) == ours
    found = row(eva, mine)
    assert (found["caseworkerId"], found["caseworker"]) == (
        eva.person, eva.get("/v1/me").json["person"]["name"],
    )
    assert mine["id"] in ids(eva, "/v1/applications", caseworkerId="me", state="in_review")
    assert mine["id"] not in ids(eva, "/v1/applications", caseworkerId="me", state="submitted")
    of_hub = ids(colleague, "/v1/applications", orgnr=world.hub.orgnr)
    assert mine["id"] in of_hub and hers["id"] not in of_hub
    assert mine["id"] in ids(eva, "/v1/applications", caseworkerId="me", orgnr=world.hub.orgnr)
    assert ids(eva, "/v1/applications", caseworkerId=colleague.person, orgnr=world.hub.orgnr) == []
    assert mine["id"] in ids(world.hub.signatory, "/v1/applications", caseworkerId=eva.person)
    assert ids(world.hub.signatory, "/v1/applications", orgnr=world.other_hub.orgnr) == []
    eva.get("/v1/applications", caseworkerId="meg").refused("bad-parameter", 400)


def test_each_way_to_find_cases_tells_the_same_as_the_list_of_all(world):
    """The list of all, looked through by hand."""
    eva = world.county.caseworker
    eva.do(world.hub.apply(), "take")
    eva.do(world.other_hub.apply(), "return", REASON)
    world.recommended()
    world.hub.draft()
    everything = eva.items("/v1/applications", limit=1000)
    for state in {a["state"] for a in everything} | {"draft"}:
        wanted = [a["id"] for a in everything if a["state"] == state]
        assert ids(eva, "/v1/applications", state=state) == wanted
    for call in {a["call"]["id"] for a in everything}:
        wanted = [a["id"] for a in everything if a["call"]["id"] == call]
        assert ids(eva, "/v1/applications", callId=call) == wanted
    last = day(world, 400)
    wanted = [a["id"] for a in everything if (a["answerDueOn"] or "9") <= last]
    assert wanted and ids(eva, "/v1/applications", answerDueBy=last) == wanted


FILTERS = {
    "state": lambda case, value: case["state"] == value,
    "callId": lambda case, value: case["call"]["id"] == value,
    "caseworkerId": lambda case, value: case["caseworkerId"] == value,
    "orgnr": lambda case, value: case["applicant"]["orgnr"] == value,
    "answerDueBy": lambda case, value: (case["answerDueOn"] or "9999") <= value,
    "programmeId": lambda case, value: case["programmeId"] == value,
}


def test_whatever_is_asked_for_together_each_case_is_found_that_fits(world):
    eva = world.county.caseworker
    eva.do(world.hub.apply(), "take")
    eva.do(world.other_hub.apply(), "return", REASON)
    world.accepted()
    everything = eva.items("/v1/applications", limit=1000)
    calls = {case["call"]["id"] for case in everything}
    programmes = {call: eva.read(f"/v1/calls/{call}")["programme"]["id"] for call in calls}
    for case in everything:
        case["programmeId"] = programmes[case["call"]["id"]]
    values = {
        "state": {case["state"] for case in everything},
        "callId": calls,
        "caseworkerId": {eva.person, world.county.caseworker_b.person},
        "orgnr": {world.hub.orgnr, world.other_hub.orgnr},
        "answerDueBy": {str(world.today), day(world, 400)},
        "programmeId": set(programmes.values()),
    }
    for first, second in itertools.combinations(FILTERS, 2):
        for one, other in itertools.product(values[first], values[second]):
            found = eva.items("/v1/applications", limit=1000, **{first: one, second: other})
            fitting = [c["id"] for c in everything if FILTERS[first](c, one) and FILTERS[second](c, other)]
            assert sorted(c["id"] for c in found) == sorted(fitting), (first, one, second, other)


def test_a_case_tells_what_it_waits_for_and_since_when(world):
    county, today = world.county, day(world)
    eva = county.caseworker
    returned = eva.do(world.hub.apply(), "return", REASON | {"answerBy": day(world, 9)})
    assert row(eva, returned)["waitsFor"] == [{"for": "applicant", "since": today, "until": day(world, 9)}]
    taken = eva.do(world.hub.apply(), "take")
    assert waits(eva, taken) == []
    hearing = hearings.raised(world, world.hub, taken)
    for person in (eva, world.hub.signatory):
        assert waits(person, taken) == [("hearing", hearing["answerBy"])]
    eva.do(hearing, "withdraw", REASON)
    assert waits(eva, taken) == []
    recommended = world.recommended()
    assert waits(eva, recommended) == [("decision", None)]
    meeting = meetings.called(world, recommended)
    assert waits(eva, recommended) == [("meeting", meeting["startsAt"][:10])]
    assert waits(world.hub.signatory, recommended) == [("decision", None)]
    held = county.hold(world.recommended())
    ((what, until),) = waits(eva, held)
    assert what == "release" and until > today
    assert waits(world.hub.signatory, held) == [("decision", None)]


def test_a_case_that_is_decided_tells_what_it_waits_for_too(world):
    eva, hub = world.county.caseworker, world.hub
    offered = world.decided()
    for person in (eva, hub.signatory):
        assert waits(person, offered) == [("acceptance", world.county.grant_of(offered)["acceptBy"])]
    days = [day(world, 20), day(world, 10)]
    granted = conditions.decided(hub, *[conditions.condition("start_by", dueOn=due) for due in days])
    for person in (eva, hub.signatory):
        assert waits(person, granted) == [("condition", days[1])]
    for one in conditions.of(hub, granted):
        conditions.report(hub, one)
    assert waits(eva, granted) == []
    lodged = appeals.lodged(world, hub)
    case = eva.read(f"/v1/applications/{lodged['application']['id']}")
    assert "appeals_body" not in [what for what, _ in waits(eva, case)]
    appeals.forwarded(world, hub, lodged)
    for person in (eva, hub.signatory):
        assert ("appeals_body", None) in waits(person, case)


def test_a_case_waits_for_the_partner_that_is_asked(world):
    draft = world.hub.draft()
    partner = coapplicants.add(world.hub, draft, world.firm.orgnr)
    assert waits(world.hub.signatory, draft) == [("partner", None)]
    world.firm.signatory.do(world.firm.signatory.read(partner.path), "decline", REASON)
    assert waits(world.hub.signatory, draft) == []


def test_what_is_returned_again_waits_since_the_first_time(world, database):
    eva = world.county.caseworker
    returned = eva.do(world.hub.apply(), "return", REASON)
    database.run(
        "set session_replication_role = replica; update trinn.applications"
        " set state_since = state_since - interval '3 days' where id = %s",
        returned["id"],
    )
    eva.do(eva.read(returned.path), "return", REASON | {"answerBy": day(world, 5)})
    assert row(eva, returned)["waitsFor"] == [
        {"for": "applicant", "since": day(world, -3), "until": day(world, 5)}
    ]


def test_grants_are_found_by_their_state(world):
    caseworker, signatory = world.county.caseworker, world.hub.signatory
    decided = world.decided()
    (offered,) = [
        g["id"] for g in signatory.items("/v1/grants", limit=1000) if g["applicationId"] == decided["id"]
    ]
    for person in (caseworker, signatory):
        assert offered in ids(person, "/v1/grants", state="offered")
        assert offered not in ids(person, "/v1/grants", state="accepted")
    by_state = [i for state in GRANT_STATES for i in ids(caseworker, "/v1/grants", state=state)]
    assert sorted(by_state) == sorted(ids(caseworker, "/v1/grants"))


def test_conditions_are_found_by_state_day_and_caseworker(world):
    eva, colleague = world.county.caseworker, world.county.caseworker_b
    asked = [conditions.condition(), conditions.condition("report", dueOn=day(world, 20)),
             conditions.condition("report", dueOn=day(world, 10))]
    application = conditions.decided(world.hub, *asked)
    undated, later, sooner = [c["id"] for c in conditions.of(world.hub, application)]
    own = eva.read(application.path)
    (found,) = [c for c in eva.items("/v1/conditions", limit=1000) if c["id"] == later]
    assert (found["applicationId"], found["caseNumber"], found["title"], found["applicant"]["orgnr"]) == (
        own["id"], own["caseNumber"], own["title"], world.hub.orgnr)
    assert (found["caseworkerId"], found["dueOn"]) == (own["caseworkerId"], day(world, 20))
    mine = {"caseworkerId": own["caseworkerId"]}
    everything = ids(eva, "/v1/conditions")
    assert everything == sorted(everything, key=int, reverse=True)
    assert {undated, later, sooner} <= set(ids(eva, "/v1/conditions", **mine))
    assert not {undated, later, sooner} & set(ids(eva, "/v1/conditions", caseworkerId=colleague.person))
    by_day = ids(eva, "/v1/conditions", dueBy=day(world, 20), **mine)
    assert by_day.index(sooner) < by_day.index(later) and undated not in by_day
    assert later not in ids(eva, "/v1/conditions", dueBy=day(world, 19))
    (first,) = [c for c in conditions.of(world.hub, application) if c["id"] == undated]
    conditions.report(world.hub, first)
    assert undated in ids(eva, "/v1/conditions", state="reported")
    assert undated in ids(eva, "/v1/conditions", state="reported", **mine)
    assert undated not in ids(eva, "/v1/conditions", state="open")
    assert sooner in ids(eva, "/v1/conditions", state="open", dueBy=day(world, 10))


def test_a_condition_that_is_met_or_waived_is_due_no_more(world):
    eva, hub = world.county.caseworker, world.hub
    one = conditions.given(hub, kind="start_by", dueOn=day(world, 10))
    assert one["id"] in ids(eva, "/v1/conditions", dueBy=day(world, 10))
    eva.do(conditions.report(hub, one), "confirm")
    assert one["id"] not in ids(eva, "/v1/conditions", dueBy=day(world, 10))
    assert one["id"] in ids(eva, "/v1/conditions", state="met")


def test_the_recipient_finds_its_own_conditions(world):
    own, others = conditions.given(world.hub), conditions.given(world.other_hub)
    found = ids(world.hub.signatory, "/v1/conditions", state="open")
    assert own["id"] in found and others["id"] not in found


def test_appeals_are_found_by_who_handles_them_and_tell_their_day(world):
    county = world.county
    timely, late = appeals.lodged(world, world.hub), appeals.late(world, world.hub)
    handled = {"caseworkerId": timely["caseworkerId"]}
    found = {a["id"]: a for a in county.caseworker.items("/v1/appeals", limit=1000, **handled)}
    assert (found[timely["id"]]["isLate"], found[late["id"]]["isLate"]) == (False, True)
    for appeal in (timely, late):
        row = found[appeal["id"]]
        assert row == {member: appeal[member] for member in row}
    for caseworker in ("me", county.caseworker_b.person):
        theirs = ids(county.caseworker_b, "/v1/appeals", caseworkerId=caseworker)
        assert not {timely["id"], late["id"]} & set(theirs)


def test_a_disqualification_says_in_which_case(world):
    application = world.hub.apply()
    made = declared(world.county.caseworker, application)
    assert (made["caseNumber"], made["title"]) == (application["caseNumber"], application["title"])
    about = {"caseKind": "application", "caseId": application["id"]}
    (row,) = world.county.caseworker_b.items("/v1/disqualifications", **about)
    assert (row["caseNumber"], row["title"]) == (application["caseNumber"], application["title"])
