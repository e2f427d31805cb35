"""What becomes of grants after they were decided."""

import datetime

from support import appeals
from support.parties import KRONE

ASSESSMENT = {"assessment": "Samlingene er holdt og kostnadene er dokumentert"}


def offer_late(world, grant):
    """As if it was to be accepted by yesterday; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set accept_by = trinn.today() - 1 where id = %s",
        grant["id"],
    )


def taken(world, job):
    """What trinn-jobs does until nothing is left of it; the ids of grants."""
    ids = []
    while (one := world.database.value(f"select trinn.{job}()")) is not None:
        ids.append(str(one))
    return ids


def lapse(world):
    return taken(world, "jobs_lapse_offer")


def windowed(world, hub, days=90):
    """An accepted grant that is claimed of until so many days after the work."""
    world.database.run(
        "set session_replication_role = replica;"
        " insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)"
        " values (50, 'grant.claim_days', 'x', trinn.today(), %s, 'days', 'x')",
        days,
    )
    grant = part_granted(hub)
    world.database.run(
        "set session_replication_role = replica;"
        " delete from trinn.rule_params where key = 'grant.claim_days'"
    )
    return grant


def claim_until(world, grant, days):
    """As if the last day for claims was in so many days; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.grants set ends_on = trinn.today() + %s - claim_days where id = %s",
        *(days, grant["id"]),
    )


def lapsed(world, hub):
    grant = world.offered(hub)
    offer_late(world, grant)
    lapse(world)
    return hub.signatory.read(grant.path)


# ---- settled


def paid_out(world, hub, amount_ore=20_000 * KRONE):
    """Its final claim is paid, 10 000 kroner remain, and the time to appeal has passed."""
    county = hub.county
    application = appeals.part_granted(world, hub)
    appeals.move_back(world, application, 40)
    world.ensure_account(hub)
    grant = hub.accept(county.grant_of(application))
    pay(county, claim(hub, grant, amount_ore, kind="final"))
    return county.caseworker.read(grant.path)


def pay(county, claim):
    payment = county.payment_of(county.release(county.attest(county.review(claim))))
    county.list_payments()
    county.pay(county.finance.read(payment.path))


def settling(world, hub, grant=None):
    return hub.county.caseworker.do(grant or paid_out(world, hub), "settle", ASSESSMENT)


def settled(world, hub, grant=None):
    return hub.county.decision_maker.do(settling(world, hub, grant), "confirm-settlement")


# ---- amendments


def months_on(world, months=12):
    return str(world.today + datetime.timedelta(300 + 30 * months))


def asked(world, hub, kind="extension", grant=None, **terms):
    """Of a part-grant that was accepted, so that there is more to ask for."""
    grant = grant or part_granted(hub)
    if kind == "extension":
        terms.setdefault("until", months_on(world))
    content = {"kind": kind, "reason": "Samlingene er utsatt"} | terms
    return hub.signatory.make(grant / "amendments", content)


def part_granted(hub):
    """An accepted grant of 30 000 kroner; 75 000 were applied for."""
    application = appeals.part_granted(hub.world, hub)
    return hub.accept(hub.county.grant_of(application))


def claim(hub, grant, amount_ore, **changes):
    """Of costs that are enough, however little of them the grant covers."""
    (cost,) = hub.claim_content(amount_ore)["costs"]
    return hub.claim(grant, amount_ore, costs=[cost | {"amountOre": 12 * amount_ore}], **changes)


def of_county(world, kind, grant, **terms):
    """Asked for by the county itself."""
    content = {"kind": kind, "reason": "Tilskuddet brukes ikke"} | terms
    return world.county.caseworker.make(grant / "amendments", content)


def preparation(world, amendment, outcome="approved", **terms):
    content = {"outcome": outcome, "grounds": "Det er gode grunner for det"}
    if outcome == "approved":
        wished = {name: amendment[name] for name in ("until", "amountOre", "moves") if amendment[name]}
        if amendment["kind"] == "increase":
            wished["year"] = world.year
        content |= wished
    return content | terms


def prepared(world, hub, amendment=None, outcome="approved", **terms):
    amendment = amendment or asked(world, hub)
    content = preparation(world, amendment, outcome, **terms)
    return hub.county.caseworker.do(amendment, "prepare", content)


def decided(world, hub, amendment=None, outcome="approved", **terms):
    amendment = prepared(world, hub, amendment, outcome, **terms)
    return hub.county.decision_maker.do(amendment, "decide", {})


def refused(world, hub, amendment=None):
    return decided(world, hub, amendment, outcome="refused")


def appealed(world, hub, amendment=None, **changes):
    """The appeal against an amendment that was refused."""
    amendment = amendment or refused(world, hub)
    content = {"amendmentId": amendment["id"], "asked": "Mer tid"} | appeals.GROUNDS | changes
    return hub.signatory.make(f"/v1/applications/{amendment['applicationId']}/appeals", content)
