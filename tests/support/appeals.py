"""Appeals against what the hub was granted or refused, brought to each of their states.

The decision is made by the second decision-maker, so that the first may settle the appeal.
"""

from support.parties import KRONE

APPLIED = 75_000 * KRONE
GRANTED = 30_000 * KRONE
RAISED = 50_000 * KRONE
GROUNDS = {"grounds": "Planen holder når timene regnes med"}


def decided(world, hub, outcome="part_granted", amount_ore=GRANTED):
    county = hub.county
    application = county.recommend(hub.apply(applied_ore=APPLIED), outcome, amount_ore)
    content = county.decision(application, outcome, amount_ore)
    return county.decision_maker_b.do(application, "decide", content)


def part_granted(world, hub):
    return decided(world, hub)


def rejected(world, hub):
    return decided(world, hub, "rejected", 0)


def accepted(world, hub):
    """The application, whose part-grant was accepted."""
    application = part_granted(world, hub)
    hub.accept(hub.county.grant_of(application))
    return hub.signatory.read(application.path)


def newest_decision(person, application):
    return person.items(application / "decisions")[-1]


def appeal(hub, application, **changes):
    decision = newest_decision(hub.signatory, application)["id"]
    return {"decisionId": decision, "asked": "Hele beløpet"} | GROUNDS | changes


def newest_decided(world):
    """The newest decision on the hub's newest application, or none."""
    hub = world.hub
    page = hub.signatory.get("/v1/applications", limit=1).expect(200).json["items"]
    for newest in page:
        decisions = hub.signatory.items(f"/v1/applications/{newest['id']}/decisions")
        if decisions:
            return decisions[-1]["id"]
    return "1"


def new_appeal(world):
    return {"decisionId": newest_decided(world), "asked": "Hele beløpet"} | GROUNDS


def of_decision(world, **content):
    return {"decisionId": newest_decided(world)} | content


def notice(world):
    return of_decision(world, how="posted", onDay=str(world.today))


def lodged(world, hub, application=None, **changes):
    application = application or accepted(world, hub)
    content = appeal(hub, application, **changes)
    return hub.signatory.make(application / "appeals", content)


def reconsideration(world, outcome="forwarded", amount_ore=None, **changes):
    said = {"outcome": outcome} | GROUNDS | changes
    if outcome in ("allowed", "allowed_in_part"):
        said |= {"amountOre": amount_ore or RAISED, "year": world.year}
    return said


def reconsidered(world, hub, appeal=None, **content):
    appeal = appeal or lodged(world, hub)
    return hub.county.caseworker.do(appeal, "reconsider", reconsideration(world, **content))


def newest_answer(appeal):
    return {"number": appeal["answers"][-1]["number"]}


def settle(hub, appeal, person=None, **changes):
    """What was answered last."""
    person = person or hub.county.decision_maker
    return person.do(person.read(appeal.path), "settle", newest_answer(appeal) | changes)


def forwarded(world, hub, appeal=None):
    return settle(hub, reconsidered(world, hub, appeal))


def commented(world, hub, appeal=None):
    """By whoever appeals: the appeals body decides nothing before."""
    appeal = hub.signatory.read((appeal or forwarded(world, hub)).path)
    if appeal["comment"] is not None:
        return appeal
    return hub.signatory.do(appeal, "comment", {"text": "Uttalelsen nevner ikke timene"})


def board_outcome(world, outcome="not_allowed", amount_ore=None, **changes):
    said = reconsideration(world, outcome, amount_ore, **changes)
    return said | {"resolution": "KN 3/26", "resolvedOn": str(world.today)}


def answered(world, hub, appeal=None, **content):
    """By the appeals body, as its outcome is entered."""
    appeal = commented(world, hub, appeal)
    return hub.county.secretary.do(appeal, "enter-outcome", board_outcome(world, **content))


def allowed(world, hub, appeal=None):
    """In part: the grant is raised."""
    return settle(hub, reconsidered(world, hub, appeal, outcome="allowed_in_part"))


def costs_claimed(world, hub):
    content = {"amountOre": 5_000 * KRONE} | GROUNDS
    return hub.signatory.do(allowed(world, hub), "claim-costs", content)


def move_back(world, application, days):
    """As if it was decided and made known so many days ago; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.decisions set decided_on = decided_on - %s, appeal_deadline = appeal_deadline - %s"
        " where application_id = %s",
        *(days, days, application["id"]),
    )


def late(world, hub, days=40, **changes):
    application = part_granted(world, hub)
    move_back(world, application, days)
    hub.accept(hub.county.grant_of(application))
    return lodged(world, hub, application, **changes)


def grounds_asked(world, hub):
    application = part_granted(world, hub)
    content = {"decisionId": newest_decision(hub.signatory, application)["id"]}
    return hub.signatory.do(application, "ask-grounds", content)


# ---- of what an amendment or a refusal was


def answer(world, appeal, outcome, **changes):
    """Reconsidered, and confirmed by a second person who did not decide."""
    content = {"outcome": outcome} | GROUNDS | changes
    appeal = world.county.caseworker.do(appeal, "reconsider", content)
    return settle(world.hub, appeal, world.county.decision_maker_b)


def answer_of_board(world, appeal, outcome):
    appeal = commented(world, world.hub, answer(world, appeal, "forwarded"))
    content = {"outcome": outcome, "resolution": "KN 3/26", "resolvedOn": str(world.today)} | GROUNDS
    appeal = world.county.secretary.do(appeal, "enter-outcome", content)
    return settle(world.hub, appeal, world.county.decision_maker_b)


def taken_up(world, appeal):
    """The amendment that asks anew for what was appealed about."""
    grant = world.hub.signatory.read(f"/v1/grants/{appeal['amendment']['grantId']}")
    newest = world.county.caseworker.read(f"/v1/amendments/{grant['amendments'][-1]['id']}")
    assert newest["appealId"] == appeal["id"] and newest["state"] == "asked"
    return newest
