"""Forms of calls, and applications that stay on an older one."""

from support.parties import FORM

ASKED = {"partners": {"type": "integer", "title": "Partnere"}}
WIDER = FORM | {"properties": FORM["properties"] | ASKED}
STRICTER = WIDER | {"required": ["goal", "partners"]}
CHOICE = {"version": 2}  # the second of a call


def new_form(world=None, form=WIDER):
    return {"form": form, "reason": "Det ble ikke spurt om partnere"}


def refusal(world=None):
    return CHOICE | {"reason": "Det spørres allerede under mål"}


def proposed(world, hub):
    """An open call with a form that waits for a second person."""
    return add(hub, hub.county.call())


def add(hub, call, form=WIDER):
    return hub.county.caseworker.do(call, "forms", new_form(form=form))


def renew(hub, call, form=WIDER):
    """Puts a form in force, by two."""
    return hub.county.caseworker_b.do(add(hub, call, form), "approve-form", CHOICE)


def outdated(world, hub, form=WIDER):
    """A draft of a call that has a newer form since."""
    call = hub.county.call()
    draft = hub.fill(hub.draft(call))
    renew(hub, call, form)
    return draft
