"""Cases are found by what they say, by whoever may read them and by nobody else."""

import pytest
from support import appeals, coapplicants, grants, partners
from support.bodies import REASON
from support.delivery import new_firm
from support.disqualifications import close_reading, declared
from support.parties import fresh

SEARCH = "/v1/search"


@pytest.fixture(name="word", scope="module")
def _word():
    """In no other case."""
    return fresh("kvernstein").replace("-", "")


def found(person, q, **filters):
    return {hit["application"]["id"] for hit in person.items(SEARCH, q=q, **filters)}


def plan(hub, goal, **changes):
    return hub.plan(**changes) | {"answers": {"goal": goal, "firms": 10}}


def applied(hub, goal, **changes):
    draft = hub.fill(hub.draft())
    draft = hub.signatory.save(draft, "plan", plan(hub, goal, **changes))
    return hub.signatory.do(draft, "submit")


@pytest.fixture(name="case", scope="module")
def _case(world, word):
    return applied(world.hub, f"Bedriftene skal ha hver sin {word}, og den skal males")


def test_a_case_is_found_by_any_form_of_a_norwegian_word(world, case, word):
    for q in (word, f"bedrift {word}", f"BEDRIFTER {word}", f"{word} og male"):
        assert case["id"] in found(world.county.caseworker, q), q
    assert found(world.county.caseworker, f"{word} fiskeoppdrett") == set()


def test_a_case_is_found_by_its_number_in_any_writing(world, case):
    year, serial = case["caseNumber"].split("/")
    for q in (case["caseNumber"], f"{year}/{int(serial)}", f"{year[2:]}/{int(serial)}"):
        assert found(world.county.caseworker, q) == {case["id"]}, q


def test_a_case_is_found_by_whom_it_names(world, case, word):
    orgnr = case["applicant"]["orgnr"]
    spaced = f"{orgnr[:3]} {orgnr[3:6]} {orgnr[6:]}"
    for q in (orgnr, spaced, f"NO {spaced} MVA", "granlia", "gran næringsh"):
        assert found(world.county.caseworker, f"{word} {q}") == {case["id"]}, q
    assert found(world.county.caseworker, f"{word} ranlia") == set()


def test_what_matched_is_marked(world, case, word):
    (hit,) = world.county.caseworker.items(SEARCH, q=f"{word} bedrift")
    assert hit["path"] == case.path and hit["kind"] == "application"
    told = "".join(part["text"] for part in hit["snippet"])
    marked = {part["text"] for part in hit["snippet"] if part["isMatch"]}
    assert f"hver sin {word}" in told
    assert marked >= {word, "Bedriftene"}


def test_the_better_match_comes_first(world):
    rare = fresh("solur").replace("-", "")
    told = applied(world.hub, f"Vi bygger et {rare}")
    called = applied(world.hub, "Noe annet", title=f"Et {rare}")
    hits = world.county.caseworker.items(SEARCH, q=rare)
    assert [hit["application"]["id"] for hit in hits] == [called["id"], told["id"]]


def test_filters_cut_what_is_found(world, case, word):
    caseworker, year = world.county.caseworker, case["submittedAt"][:4]
    assert found(caseworker, word, state="submitted", year=year, callId=case["call"]["id"])
    assert found(caseworker, word, state="returned") == set()
    assert found(caseworker, word, year=int(year) - 1) == set()
    assert found(caseworker, word, callId=world.county.call()["id"]) == set()
    taken = caseworker.do(applied(world.hub, f"Enda en {word}"), "take")
    assert found(caseworker, word, caseworkerId=caseworker.person) == {taken["id"]}
    assert found(caseworker, word, caseworkerId="me") == {taken["id"]}


def test_pages_follow_each_other(world):
    rare = fresh("fossefall").replace("-", "")
    made = [applied(world.hub, f"Et {rare}")["id"] for _ in range(3)]
    first = world.county.caseworker.get(SEARCH, q=rare, limit=2).expect(200).json
    assert len(first["items"]) == 2 and first["isNewestOnly"] is False
    rest = world.county.caseworker.get(SEARCH, q=rare, limit=2, cursor=first["nextCursor"]).json
    ids = [hit["application"]["id"] for hit in first["items"] + rest["items"]]
    assert ids == sorted(made, key=int, reverse=True) and rest["nextCursor"] is None


def test_a_case_is_found_by_what_the_two_sides_write_in_it(world, case, word):
    rare, other = (fresh("gangvei").replace("-", "") for _ in range(2))
    world.county.caseworker.make(case / "messages", {"text": f"Hører {rare} til planen?"})
    world.hub.hub_editor.make(case / "messages", {"text": f"Nei, {other} er en annen"})
    for person in (world.hub.signatory, world.county.caseworker, world.county.finance):
        assert found(person, f"{rare} {other} {word}") == {case["id"]}
    assert found(world.other_hub.signatory, rare) == set()
    (hit,) = world.county.caseworker.items(SEARCH, q=rare)
    assert rare in {part["text"] for part in hit["snippet"] if part["isMatch"]}


def test_a_remark_is_found_by_whoever_reads_it(world, case):
    rare = fresh("lønnsomt").replace("-", "")
    remark = {"text": f"Neppe {rare} uten støtte", "isInternal": True}
    world.county.caseworker.make(case / "messages", remark)
    assert found(world.county.decision_maker, rare) == {case["id"]}
    for person in (world.hub.signatory, world.county.finance, world.county.steering_member):
        assert found(person, rare) == set()
    (hit,) = world.hub.signatory.items(SEARCH, q=case["caseNumber"])
    assert rare not in "".join(part["text"] for part in hit["snippet"])


def test_a_case_is_found_by_its_appeal(world):
    rare = fresh("husleie").replace("-", "")
    decided = appeals.part_granted(world, world.hub)
    lodged = appeals.appeal(world.hub, decided, grounds=f"Vi har {rare} å betale")
    world.hub.signatory.make(decided / "appeals", lodged)
    for person in (world.hub.hub_editor, world.county.decision_maker):
        assert found(person, f"{rare} beløp") == {decided["id"]}


def test_a_case_is_found_by_its_partners_and_by_them(world):
    rare = fresh("tørrdokk").replace("-", "")
    draft = world.hub.signatory.save(world.hub.draft(), "plan", plan(world.hub, f"En {rare}"))
    partner = coapplicants.add(world.hub, draft, world.firm.orgnr)
    for q in (partner["partner"]["name"], world.firm.orgnr):
        assert found(world.hub.hub_editor, f"{rare} {q}") == {draft["id"]}, q
    assert found(world.firm.firm, rare) == {draft["id"]}
    world.hub.signatory.do(partner, "remove", REASON)
    assert found(world.firm.firm, rare) == set()


def test_who_entered_by_an_amendment_is_found(world):
    hub, other, caseworker = world.hub, world.other_hub, world.county.caseworker
    asked = coapplicants.to_enter(world, hub, other)
    (entering,) = asked["entering"]
    coapplicants.confirm(other.signatory.read(f"/v1/application-partners/{entering['id']}"), other)
    case = asked["applicationId"]
    assert case not in found(caseworker, other.orgnr)
    grants.decided(world, hub, asked)
    assert case in found(caseworker, other.orgnr) and case in found(caseworker, entering["name"])
    veileder = {"orgnr": new_firm(world), "name": "Brattlia Rådgiving AS", "role": "veileder", "hours": 10, "hourlyOre": 120_000}
    partners.entered(world, hub, veileder["orgnr"])
    grant = hub.signatory.read(f"/v1/grants/{asked['grantId']}")
    change = grants.asked(world, hub, "fagpartner_change", grant, fagpartnere=[veileder])
    assert found(caseworker, "brattlia") == set()
    grants.decided(world, hub, change)
    assert found(caseworker, "brattlia") == found(caseworker, veileder["orgnr"]) == {case}


# ---- who finds what


def test_a_draft_is_found_by_its_applicant_alone(world):
    rare = fresh("vannhjul").replace("-", "")
    draft = world.hub.signatory.save(world.hub.draft(), "plan", plan(world.hub, f"Et {rare}"))
    assert found(world.hub.hub_editor, rare) == {draft["id"]}
    for role, person in world.county.everybody().items():
        if role != "county_admin":
            assert found(person, rare) == set()


def test_another_hubs_case_is_not_found_nor_told_of(world, case, word):
    reply = world.other_hub.signatory.get(SEARCH, q=word).expect(200).json
    assert reply == {"items": [], "nextCursor": None, "isNewestOnly": False}
    assert found(world.neighbour.caseworker, word) == set()
    assert case["id"] in found(world.hub.hub_editor, word)


def test_a_member_of_the_steering_group_finds_what_is_put_before_them(world, case, word):
    assert found(world.county.steering_member, word) == set()


def test_a_case_that_is_closed_to_somebody_is_not_found(world):
    rare = fresh("kornmagasin").replace("-", "")
    closed = applied(world.hub, f"Et {rare}")
    close_reading(world)
    declared(world.county.finance, closed)
    assert found(world.county.finance, rare) == set()
    assert found(world.county.caseworker, rare) == {closed["id"]}


def test_what_was_changed_is_found_once_it_is_sent(world):
    first, second = (fresh("mølle").replace("-", "") for _ in range(2))
    case = applied(world.hub, f"En {first}")
    returned = world.county.caseworker.do(case, "return", REASON)
    own = world.hub.signatory.read(returned.path)
    own = world.hub.signatory.save(own, "plan", plan(world.hub, f"En {second}"))
    assert found(world.county.caseworker, first, state="returned") == {case["id"]}
    assert found(world.county.caseworker, second) == set()
    world.hub.signatory.do(own, "submit")
    assert found(world.county.caseworker, first) == set()
    assert found(world.county.caseworker, second) == {case["id"]}


def test_signs_that_mean_something_to_a_database_mean_nothing_here(world):
    for q in ("%%", "a' or 1=1", "!!", ":*", "a & b | !c", "\\\\", "(((", "<->", "''", "^ab", "#1"):
        world.hub.hub_editor.get(SEARCH, q=q).expect(200)
    world.hub.hub_editor.get(SEARCH, q="  ").refused("bad-parameter", 400)
