"""What everybody may know of a call, and whether they could apply: without a token."""

from support import evaluations
from support.bodies import REASON
from support.parties import FORM, KRONE

WHOLE = {"kind": "hub", "stages": [1]}


def asked(world, call, **said):
    return world.nobody.send("POST", f"/v1/calls/{call['id']}/pre-check", WHOLE | said)


def problems(world, call, **said):
    told = asked(world, call, **said).expect(200).json
    return sorted((p["code"], p.get("pointer", "")) for p in told["problems"])


def unchecked(world, call, **said):
    return {u["code"] for u in asked(world, call, **said).expect(200).json["notChecked"]}


# ---- reading


def test_open_calls_of_a_county_are_public(world):
    county = world.county
    opened = county.call()
    planned = county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))
    closed = county.caseworker.do(county.call(), "close", REASON)
    listed = {c["id"]: c for c in world.nobody.items("/v1/public/counties/50/calls")}
    assert opened["id"] in listed and not {planned["id"], closed["id"]} & set(listed)
    told = listed[opened["id"]]
    assert told["county"]["number"] == "50" and told["fundingLine"]["maxShareBasisPoints"] == 7500
    assert [g["code"] for g in told["costGroups"]] == ["fagpartner", "workshops"]
    theirs = [c["id"] for c in world.nobody.items("/v1/public/counties/18/calls")]
    assert not set(theirs) & set(listed)
    assert list(world.nobody.items("/v1/public/counties/99/calls")) == []


def test_pages_of_public_calls_follow_each_other(world):
    made = {world.county.call()["id"] for _ in range(3)}
    found = [c["id"] for c in world.nobody.items("/v1/public/counties/50/calls", limit=1)]
    assert made <= set(found) and len(found) == len(set(found))


def test_a_call_is_read_with_its_form_and_criteria_once_it_was_announced(world):
    county = world.county
    call = evaluations.call(world)
    told = world.nobody.get(f"/v1/public/calls/{call['id']}").expect(200).json
    assert told["form"]["schema"] == FORM
    assert len(told["evaluation"]["criteria"]) == 2
    county.caseworker.do(call, "close", REASON)
    told = world.nobody.get(f"/v1/public/calls/{call['id']}").expect(200).json
    assert told["state"] == "closed"
    planned = county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))
    for path in (f"/v1/public/calls/{planned['id']}", "/v1/public/calls/999999999"):
        world.nobody.get(path).refused("not-found", 404)


def test_nothing_else_is_public(world):
    call = world.county.usual_call
    for path in (call.path, "/v1/calls", call / "forms", call / "permitted-actions"):
        world.nobody.get(path).refused("unauthenticated", 401)


# ---- asking beforehand


def test_who_could_apply_is_told_that_nothing_stands_in_the_way_so_far(world):
    call = world.county.usual_call
    costs = [{"costGroup": "fagpartner", "amountOre": 100_000 * KRONE}]
    said = {"orgnr": world.hub.orgnr, "costs": costs, "appliedOre": 75_000 * KRONE}
    assert problems(world, call, **said) == []
    assert unchecked(world, call, **said) == {"plan", "answers", "overlap", "judgement"}
    assert unchecked(world, call) == {
        "register", "place", "costs", "amount", "plan", "answers", "overlap", "judgement",
    }


def test_what_a_submit_would_be_refused_for_is_told(world):
    call = world.county.usual_call
    costs = [{"costGroup": "reiser", "amountOre": 100_000 * KRONE}]
    said = {"orgnr": world.outsider.orgnr, "stages": [1, 7], "costs": costs}
    assert problems(world, call, **said, appliedOre=75_001 * KRONE) == [
        ("applicant-outside-county", ""),
        ("cost-group-unknown", "#/costs/0/costGroup"),
        ("share-too-high", "#/appliedOre"),
        ("stage-not-in-call", "#/stages/1"),
    ]
    assert problems(world, call, orgnr=world.bankrupt.orgnr) == [("applicant-insolvent", "")]
    assert problems(world, call, municipalityNo="1804") == [("applicant-outside-county", "")]
    assert problems(world, call, municipalityNo="5001") == []
    assert problems(world, call, orgnr="123456789") == [("orgnr-invalid", "#/orgnr")]
    closed = world.county.caseworker.do(world.county.call(), "close", REASON)
    assert problems(world, closed) == [("call-closed", "")]


def test_how_much_a_firm_of_its_size_gets_is_told(world):
    most = [{"employeesFrom": 0, "amountOre": 50_000 * KRONE, "source": "FT 1/26"},
            {"employeesFrom": 10, "amountOre": 90_000 * KRONE, "source": "FT 1/26"}]
    call = world.county.call(world.county.funding_line(maxAmounts=most))
    applied = {"appliedOre": 60_000 * KRONE, "municipalityNo": "5001"}
    assert problems(world, call, **applied, employees=3) == [("amount-too-high", "#/appliedOre")]
    assert problems(world, call, **applied, employees=12) == []


def test_it_is_told_in_the_readers_language(world):
    path = world.county.usual_call / "pre-check"
    english = world.nobody.send("POST", path, WHOLE, {"Accept-Language": "en"}).json
    assert "the answers to the form" in [u["detail"] for u in english["notChecked"]]
    norwegian = world.nobody.send("POST", path, WHOLE).json
    assert "svarene på skjemaet" in [u["detail"] for u in norwegian["notChecked"]]


def test_it_stores_nothing_and_asks_nobody_who_they_are(world, daemon):
    before = world.database.contents()
    asked(world, world.county.usual_call, orgnr=world.hub.orgnr).expect(200)
    assert world.database.contents() == before
    assert world.hub.orgnr not in daemon.log.read_text(encoding="utf-8")


def test_a_call_that_is_not_announced_is_not_there(world):
    county = world.county
    planned = county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))
    for call in (planned, {"id": "999999999"}):
        asked(world, call).refused("not-found", 404)


def test_what_can_be_asked_is_bounded(world):
    call = world.county.usual_call
    costs = [{"costGroup": "fagpartner", "amountOre": 1}] * 51
    asked(world, call, costs=costs).refused("validation-failed", 422)
    reply = world.nobody.send("POST", call / "pre-check", data=b" " * 20_000 + b"{}",
                              headers={"Content-Type": "application/json"})
    assert reply.status == 413, reply


def test_a_call_tells_all_the_lines_that_finance_it(world):
    county = world.county
    lines = [county.funding_line(name=name) for name in ("Den ene", "Den andre")]
    shares = zip(lines, (6000, 4000))
    content = [{"fundingLineId": line, "shareBasisPoints": share} for line, share in shares]
    call = county.call(lines[0], lines=content)
    told = world.nobody.get(f"/v1/public/calls/{call['id']}").expect(200).json["lines"]
    assert [(line["name"], line["shareBasisPoints"]) for line in told] == [
        ("Den ene", 6000), ("Den andre", 4000),
    ]
    usual = world.nobody.get(f"/v1/public/calls/{county.usual_call['id']}").expect(200).json
    assert [line["shareBasisPoints"] for line in usual["lines"]] == [10000]
