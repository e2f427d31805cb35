"""Bodies that recommend or decide: their members with terms, and what is delegated to them."""

import datetime

from support import meetings as m
from support.parties import KRONE, fresh


def test_a_body_is_set_up_by_two_with_its_members_in_their_order(world):
    county = world.county
    content = m.body_content(world)
    change = county.propose("/v1/bodies", content)
    reply = county.county_admin.attempt(change, "approve")
    reply.refused("four-eyes", 403)
    made = county.county_admin_b.do(change, "approve")["targetId"]
    told = county.steering_member.read(f"/v1/bodies/{made}")
    assert [(seat["person"]["id"], seat["seat"]) for seat in told["members"]] == [
        (seat["personId"], seat["seat"]) for seat in content["members"]
    ]
    assert told["seats"] == 3 and told["edition"] == 1
    assert made in {item["id"] for item in county.secretary.items("/v1/bodies")}


def test_all_that_is_wrong_with_a_body_is_told_at_once(world):
    county = world.county
    member = m.seat(world, county.steering_member)
    outsider = m.seat(world, world.hub.signatory) | {"validTo": "2020-01-01"}
    members = [member, member, outsider]
    content = m.body_content(world, members, quorumMembers=4)
    reply = county.county_admin.post("/v1/bodies", content).expect(422)
    assert reply.faults == [
        ("chair-missing", "#/members"),
        ("period-reversed", "#/members/2/validTo"),
        ("quorum-once", "#/quorumMembers"),
        ("quorum-over-seats", "#/members"),
        ("two-seats", "#/members/1/personId"),
        ("unknown-reference", "#/members/2/personId"),
    ]


def test_one_is_in_the_chair_at_a_time(world):
    county = world.county
    members = [m.seat(world, county.steering_member, "chair"), m.seat(world, county.programme_lead, "chair")]
    reply = county.county_admin.post("/v1/bodies", m.body_content(world, members)).expect(422)
    assert reply.faults == [("two-chairs", "#/members/1/seat")]


def test_two_bodies_are_not_called_the_same(world):
    content = m.body_content(world)
    world.county.set_up("/v1/bodies", content)
    world.county.county_admin.post("/v1/bodies", content).refused("duplicate", 409)


def test_its_members_are_elected_anew_as_a_whole(world):
    county = world.county
    body = m.body(world)
    members = [m.seat(world, county.programme_lead, "chair", until=-datetime.timedelta(1))]
    members.append(m.seat(world, county.steering_member, "chair", since=datetime.timedelta(0)))
    content = {"resolution": "FT 3/26", "members": members}
    county.set_up(f"/v1/bodies/{body['id']}/members", content)
    told = county.secretary.read(f"/v1/bodies/{body['id']}")
    assert (told["edition"], told["seats"], len(told["members"])) == (2, 1, 2)


def test_what_a_line_delegates_is_one_truth(world):
    """The committee that the line named gives way to the body, and an earlier delegation to a later."""
    county = world.county
    body, line = m.body(world), county.funding_line()
    m.delegate(world, body, line)
    m.delegate(world, body, line, limitOre=3_000_000 * KRONE, resolution="FT 20/26")
    told = county.secretary.read(f"/v1/bodies/{body['id']}")["delegations"]
    assert [(d["resolution"], d["isInForce"]) for d in told] == [
        ("FT 14/26", False),
        ("FT 20/26", True),
    ]
    authorities = county.secretary.read(f"/v1/funding-lines/{line}")["authorities"]
    assert {a["bodyId"] for a in authorities} == {None, body["id"]}


def test_a_group_with_members_from_outside_decides_only_where_that_is_said(world):
    county = world.county
    body, line = m.body(world, hasOutsideMembers=True), county.funding_line()
    path = f"/v1/funding-lines/{line}/delegations"
    content = m.delegation_content(world, body["id"])
    county.county_admin.post(path, content).refused("outside-members", 409)
    county.set_up(path, content | {"despiteOutsideMembers": True})


def test_what_is_not_there_is_told(world):
    county = world.county
    content = {"resolution": fresh("FT"), "members": m.usual_members(world)}
    county.county_admin.post("/v1/bodies/999999/members", content).refused("not-found", 404)
    path = f"/v1/funding-lines/{county.usual_line_id}/delegations"
    content = m.delegation_content(world, "999999")
    reply = county.county_admin.post(path, content).expect(422)
    assert reply.faults == [("unknown-reference", "#/bodyId")]
