"""Fagpartnere, engagements and hours, as hubs, firms and fagpartnere bring them about."""

import datetime
import functools

from support import cohorts
from support.delivery import new_firm
from support.parties import KRONE, fresh

REASON = {"reason": "Et forsøk"}
JOIN = """
select trinn.set_caller(%s, %s, null, null, null);
insert into trinn.memberships (county_id, hub_id, firm_id, member_from)
select trinn.caller_county(), trinn.caller_org(), id, '2020-01-01'
from trinn.organisations where orgnr = %s;
select trinn.new_guard('membership', id), trinn.audit('membership', id, 'join', 'membership', id, null, null)
from (select currval('trinn.memberships_id_seq') as id) m
"""


def spare_orgnr(world):
    """An organisation that is not in the register; always the same until it is."""
    free = (
        "select min(orgnr) from trinn.organisations o where name ~ '^Bedrift-' and not exists"
        " (select from trinn.fagpartnere f where f.partner_id = o.id)"
    )
    return world.database.value(free) or new_firm(world)


def entry_content(**changes):
    return {
        "kind": "company",
        "description": "Automasjon og sensorer for små verksteder",
        "contact": "Ada, post@kysten.test",
        "competences": [{"code": "automasjon", "level": 3}, {"code": "sensorer", "level": 2}],
    } | changes


def entered(world, hub, orgnr):
    """What the register says of the organisation; entered by the hub if it is not there."""
    found = [
        item
        for item in hub.signatory.items("/v1/fagpartnere", limit=1000)
        if item["organisation"]["orgnr"] == orgnr
    ]
    if found:
        return hub.signatory.read(f"/v1/fagpartnere/{found[0]['id']}")
    return hub.signatory.make("/v1/fagpartnere", entry_content(orgnr=orgnr))


def fagpartner(world, hub):
    """That of the world, which has people."""
    return entered(world, hub, world.fagpartner.orgnr)


def retired(world, hub):
    return hub.county.caseworker.do(fagpartner(world, hub), "retire", REASON)


def engagement_content(world, hub, **changes):
    return {
        "fagpartnerId": fagpartner(world, hub)["id"],
        "title": "Veiledning i bedrift",
        "startsOn": str(world.today - datetime.timedelta(30)),
        "endsOn": str(world.today + datetime.timedelta(90)),
        "hourlyOre": 1200 * KRONE,
        "ceilingMinutes": 6000,
        "isRelated": False,
    } | changes


def proposed(world, hub, **changes):
    """On a track of its own unless one is given; on none if another hub has the world's firm."""
    found, is_with_hub = cohorts.enrolment_of(world, hub, world.firm.orgnr)
    if "trackId" not in changes and (is_with_hub or not found):
        changes["trackId"] = hub.track()["id"]
    content = engagement_content(world, hub, **changes)
    return hub.signatory.make("/v1/engagements", content)


def agreed(world, hub, **changes):
    follow(world, hub, world.firm.orgnr)
    return world.fagpartner.fagpartner.do(proposed(world, hub, **changes), "agree", {})


def sums(engagement):
    return [engagement[f"{word}Minutes"] for word in ("ordered", "delivered", "confirmed")]


def reread(world, thing):
    return world.hub.signatory.read(thing.path)


def ended(world, hub):
    return hub.signatory.do(agreed(world, hub), "end", REASON)


def declined(world, hub):
    return world.fagpartner.fagpartner.do(proposed(world, hub), "decline", REASON)


def follow(world, hub, orgnr):
    """Makes the firm a member of the hub, and has it take part in the usual programme."""
    followed = (
        "select count(*) from trinn.memberships m join trinn.organisations f on f.id = m.firm_id"
        " join trinn.organisations h on h.id = m.hub_id where f.orgnr = %s and h.orgnr = %s"
    )
    if not world.database.value(followed, orgnr, hub.orgnr):
        hand = f"hub_signatory@{hub.organisation.key}"
        world.database.run(JOIN, world.issuer.iss, hand, orgnr)
    cohorts.enrolled(world, hub, orgnr)


def order_content(world, minutes=600, **changes):
    firms = [{"orgnr": world.firm.orgnr}]
    content = {"what": "Egen case", "minutes": minutes, "firms": firms} | changes
    return content if "sessionId" in content else {"theme": "digital"} | content


def order(world, hub, engagement=None, **changes):
    engagement = engagement or agreed(world, hub)
    return hub.signatory.make(engagement / "hours", order_content(world, **changes))


def ordered(world, hub, engagement=None, **changes):
    """Hours of one firm."""
    made = order(world, hub, engagement, **changes)
    return hub.signatory.read(f"/v1/hours/{made['hours'][0]['id']}")


def tie(world):
    """To a session of the hub's, held by the fagpartner of the hours that were ordered last."""
    found = world.hub.signatory.items("/v1/hours", state="ordered", limit=1)
    return {"sessionId": one_session(world, found[0]["engagementId"]) if found else "999999999"}


@functools.cache
def one_session(world, engagement_id):
    """Its id; as long as what is ordered where nothing else is said."""
    ten_hours = {"endsAt": f"{world.today}T10:00:00+01:00", "plannedMinutes": 600}
    return session(world, engagement_id, **ten_hours)["id"]


def session(world, engagement_id, **changes):
    """In a network: for any firm."""
    content = {"deliveredBy": "fagpartner", "engagementId": engagement_id} | changes
    return cohorts.plan(world, world.hub, cohorts.network(world, world.hub), **content)


def held_by_partner(world, engagement, *firms, **changes):
    """A session of a cohort of the firms that runs, of the engagement; and their enrolments."""
    hub = world.hub
    cohort = cohorts.cohort(world, hub)
    for firm in firms:
        cohort = cohorts.add(hub, cohort, firm)
    cohort = hub.signatory.do(cohort, "start")
    content = {"deliveredBy": "fagpartner", "engagementId": engagement["id"]} | changes
    return cohorts.plan(world, hub, cohort, **content)


def order_for(world, engagement, session, *firms, minutes=180):
    content = order_content(
        world,
        minutes=minutes,
        sessionId=session["id"],
        firms=[{"orgnr": firm["firm"]["orgnr"]} for firm in firms],
    )
    return world.hub.signatory.post(engagement / "hours", content)


def delivery(world, minutes=600):
    return {"minutes": minutes, "deliveredOn": str(world.today)}


def delivered(world, hub, engagement=None, minutes=600):
    hours = ordered(world, hub, engagement)
    return world.fagpartner.fagpartner.do(hours, "deliver", delivery(world, minutes))


def confirmed(world, hub, engagement=None, minutes=600):
    hours = delivered(world, hub, engagement, minutes)
    return world.firm.firm.do(hours, "confirm", {"minutes": minutes})


def cancelled(world, hub):
    return hub.signatory.do(ordered(world, hub), "cancel", REASON)


def with_confirmed_hours(world, hub):
    """An engagement."""
    hours = confirmed(world, hub)
    return hub.signatory.read(f"/v1/engagements/{hours['engagementId']}")


def invoice_content(world, *hours_ids, **changes):
    return {
        "number": fresh("F"),
        "issuedOn": str(world.today),
        "amountOre": 1000 * KRONE,
        "hoursIds": list(hours_ids),
        "reason": "Halv pris på den første dagen",
    } | changes


def newest_confirmed(world):
    """Ids of the hours that were confirmed last; of none if there are none."""
    found = world.hub.signatory.items("/v1/hours", state="confirmed")
    return [found[0]["id"] if found else "999999999"]


def credit(world, **changes):
    """Of the invoice of the engagement that was made last."""
    found = world.hub.signatory.items("/v1/engagements")
    numbers = [invoice["number"] for engagement in found for invoice in engagement["invoices"]]
    return {"number": (numbers or ["F-0"])[0], "reason": "Feil beløp"} | changes


def corrected_number(world, **changes):
    """Of the same."""
    content = credit(world) | {"reason": "Skrivefeil"}
    return content | {"correctNumber": fresh("F")} | changes


def with_invoice(world, hub):
    """An engagement."""
    return hub.signatory.read(f"/v1/engagements/{invoiced(world, hub)['engagementId']}")


def invoiced(world, hub):
    hours = confirmed(world, hub)
    content = invoice_content(world, hours["id"])
    hub.signatory.post(f"/v1/engagements/{hours['engagementId']}/invoices", content).expect(200)
    return hub.signatory.read(hours.path)
