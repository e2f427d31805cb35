"""Applications that begin with the content of an earlier one."""

from support.parties import FORM

NARROWER = FORM | {"properties": {"goal": {"type": "integer", "title": "Mål"}}, "required": []}


def content(call, earlier, **changes):
    return {"callId": call["id"], "title": "Et nytt løp", "fromApplicationId": earlier["id"]} | changes


def carry(person, call, earlier, **changes):
    return person.make("/v1/applications", content(call, earlier, **changes))


def told(draft):
    """Where something was left, and why."""
    return {n["pointer"]: n["code"] for n in draft["notCarried"]}
