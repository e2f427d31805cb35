"""Bodies with members, and meetings of theirs."""

import datetime
import functools

from support.parties import KRONE, fresh

YEAR = datetime.timedelta(365)
GROUNDS = "Treffer målgruppen godt"  # of what is proposed


def seat(world, person, position="member", since=-YEAR, until=YEAR):
    """From and to when, counted from today."""
    return {
        "personId": person.person,
        "seat": position,
        "validFrom": str(world.today + since),
        "validTo": str(world.today + until),
    }


def usual_members(world):
    county = world.county
    return [
        seat(world, county.steering_member, "chair"),
        seat(world, county.steering_member_b),
        seat(world, county.programme_lead),
        seat(world, county.programme_lead_b, "deputy"),
    ]


def body_content(world, members=None, **changes):
    """Of three, of whom half must take part."""
    return {
        "name": fresh("Styringsgruppen"),
        "kind": "steering_group",
        "quorumBasisPoints": 5000,
        "hasCastingVote": True,
        "hasOutsideMembers": False,
        "members": members or usual_members(world),
    } | changes


def body(world, members=None, **changes):
    made = world.county.set_up("/v1/bodies", body_content(world, members, **changes))
    return world.county.secretary.read(f"/v1/bodies/{made}")


@functools.cache
def usual_body(world):
    """Its id."""
    return body(world)["id"]


def new_members(world):
    return {"resolution": "FT 3/26", "members": usual_members(world)}


def delegation_content(world, body_id, **changes):
    return {
        "bodyId": body_id,
        "limitOre": 2_000_000 * KRONE,
        "resolution": "FT 14/26",
        "validFrom": str(world.today),
    } | changes


def delegate(world, body, line_id, **changes):
    content = delegation_content(world, body["id"], **changes)
    return world.county.set_up(f"/v1/funding-lines/{line_id}/delegations", content)


# ---- meetings, each step by the person it belongs to


@functools.cache
def delegated(world):
    """A body, and an open call of a line on which it decides up to two million."""
    county = world.county
    decides, line = body(world), county.funding_line()
    delegate(world, decides, line)
    return decides, county.call(line)


def new_meeting(world, body=None):
    """Today."""
    return {
        "bodyId": body["id"] if body else usual_body(world),
        "startsAt": f"{world.today}T12:00:00+01:00",
        "place": "Fylkets hus",
    }


def move(world, days=7):
    starts_at = f"{world.today + datetime.timedelta(days)}T09:00:00+01:00"
    return {"startsAt": starts_at, "place": "Steinkjer", "reason": "Lederen er på reise"}


def planned(world, body=None):
    return world.county.secretary.make("/v1/meetings", new_meeting(world, body))


def planned_for(world, hub):
    """With a case that might be put on its agenda."""
    world.recommended(hub)
    return planned(world)


def put(world, meeting, case):
    """An application, or what another member of it tells."""
    kinds = {"moves": "amendment", "lodgedOn": "appeal", "newDecisionId": "reversal"}
    kind = next((kind for member, kind in kinds.items() if member in case), "application")
    content = {f"{kind}Id": case["id"]}
    return world.county.secretary.do(meeting, "put-on-agenda", content)


def called(world, *applications, body=None):
    """With these cases on its agenda, or with one of the hub."""
    meeting = planned(world, body)
    for application in applications or [world.recommended()]:
        meeting = put(world, meeting, application)
    return world.county.secretary.do(meeting, "send-agenda")


def opening(world, *present, president=None):
    """The chair and the members unless others are named."""
    county = world.county
    present = present or (county.steering_member, county.steering_member_b, county.programme_lead)
    president = president or present[0]
    return {"present": [p.person for p in present], "presidedBy": president.person}


def opened(world, *applications, body=None, present=(), president=None):
    meeting = called(world, *applications, body=body)
    content = opening(world, *present, president=president)
    return world.county.secretary.do(meeting, "open", content)


def outcome(world, meeting, number=0, of="granted", amount_ore=None, **changes):
    """For an item; all that is applied for unless it is said."""
    item = meeting["items"][number]
    if item["kind"] in ("amendment", "reversal"):
        return {"itemId": item["id"], "outcome": of, "grounds": GROUNDS} | changes
    if amount_ore is None:
        path = f"/v1/applications/{item['application']['id']}"
        applied = world.county.secretary.read(path)["appliedOre"]
        amount_ore = applied if of == "granted" else 0
    return {
        "itemId": item["id"],
        "outcome": of,
        "amountOre": amount_ore,
        "grounds": GROUNDS,
    } | changes


def proposed(world, meeting=None, **changes):
    meeting = meeting or opened(world)
    return world.county.secretary.do(meeting, "propose-outcome", outcome(world, meeting, **changes))


def newest(meeting):
    """The newest proposal of the meeting: its id."""
    return max((p["id"] for i in meeting["items"] for p in i["proposals"]), key=int)


def voting(world, meeting=None, **changes):
    """On what was proposed last."""
    meeting = meeting or proposed(world)
    content = {"proposalId": newest(meeting)} | changes
    return world.county.secretary.do(meeting, "put-to-vote", content)


def cast(world, meeting, person, vote="for"):
    content = {"proposalId": newest(meeting), "vote": vote}
    return person.post(meeting / "cast-vote", content)


def voted(world, meeting=None, **votes):
    """By whom and how: all for, unless they are named by their roles."""
    meeting = meeting or voting(world)
    county = world.county
    votes = votes or dict.fromkeys(("steering_member", "steering_member_b", "programme_lead"), "for")
    for role, vote in votes.items():
        cast(world, meeting, getattr(county, role), vote).expect(200)
    return county.secretary.read(meeting.path)


def ended(world, meeting=None):
    meeting = meeting or voted(world)
    return world.county.secretary.do(meeting, "end-vote", {"proposalId": newest(meeting)})


def resolve(world, meeting, number=0, of="granted", amount_ore=None):
    """The item, by all of the usual members."""
    meeting = proposed(world, meeting, number=number, of=of, amount_ore=amount_ore)
    return ended(world, voted(world, voting(world, meeting)))


def closed(world, meeting=None):
    return world.county.secretary.do(meeting or ended(world), "close")


def written(world, meeting=None, **content):
    return world.county.secretary.do(meeting or closed(world), "write-minutes", content)


def approved(world, meeting=None):
    meeting = meeting or written(world)
    return world.county.steering_member.do(meeting, "approve-minutes")


def resolved(world, application, body=None, of="granted", amount_ore=None):
    """The item, in approved minutes."""
    meeting = opened(world, application, body=body)
    meeting = resolve(world, meeting, of=of, amount_ore=amount_ore)
    return approved(world, written(world, closed(world, meeting)))["items"][0]


# ---- what the commands are sent, about the newest meeting there is


def newest_meeting(world):
    listed = world.county.secretary.items("/v1/meetings")
    return world.county.secretary.read(f"/v1/meetings/{listed[0]['id']}") if listed else planned(world)


def newest_recommended(world):
    query = {"state": "recommended", "limit": 1}
    page = world.county.caseworker.get("/v1/applications", **query).expect(200).json["items"]
    return {"applicationId": (page or [{"id": "999999"}])[0]["id"]}


def of_proposal(world, **content):
    """Of the newest meeting; of none that is there where it has no proposal."""
    meeting = newest_meeting(world)
    made = any(item["proposals"] for item in meeting["items"])
    return {"proposalId": newest(meeting) if made else "999999"} | content


def listed(world):
    return {"itemId": (newest_meeting(world)["items"] or [{"id": "999999"}])[0]["id"]}


def off(world):
    return listed(world) | {"reason": "Søkeren har bedt om det"}


def new_outcome(world):
    rejected = {"outcome": "rejected", "amountOre": 0, "grounds": "Ikke innenfor ordningen"}
    return listed(world) | rejected


def hands(world):
    county = world.county
    voters = (county.steering_member, county.steering_member_b)
    votes = [{"personId": person.person, "vote": "for"} for person in voters]
    return of_proposal(world, votes=votes)
