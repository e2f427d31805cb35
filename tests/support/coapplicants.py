"""Applications that are made together with others."""

from types import SimpleNamespace

from support import appeals, documents, grants
from support.delivery import new_firm
from support.parties import KRONE


def new_partner(world, orgnr=None):
    return {"orgnr": orgnr or world.firm.orgnr, "task": "Prøver kameraet hos seg", "message": "Som avtalt"}


def add(hub, application, orgnr):
    return hub.signatory.make(application / "partners", new_partner(hub.world, orgnr))


def share(hub, draft, party, costs_ore=40_000 * KRONE, own_ore=10_000 * KRONE):
    """Filled, with a cost and a source of money that are the partner's: a hundred thousand kroner in all."""
    costs = hub.costs(100_000 * KRONE - costs_ore)["costs"]
    costs.append({
        "costGroup": "fagpartner",
        "description": "Egne timer",
        "amountOre": costs_ore,
        "partnerOrgnr": party.orgnr,
    })
    finance = hub.finance(75_000 * KRONE, 25_000 * KRONE - own_ore)["finance"]
    finance.append({
        "sourceKind": "own",
        "source": "Egne midler",
        "amountOre": own_ore,
        "confirmed": True,
        "partnerOrgnr": party.orgnr,
    })
    draft = hub.signatory.save(draft, "cost-plan", {"costs": costs})
    return hub.signatory.save(draft, "finance-plan", {"finance": finance})


def asked_for(hub, party, call=None):
    """The partner, of a draft with lines of its own."""
    draft = hub.signatory.save(hub.draft(call), "plan", hub.plan())
    partner = add(hub, draft, party.orgnr)
    share(hub, hub.signatory.read(draft.path), party)
    return party.signatory.read(partner.path)


def of(person, partner):
    return person.read(f"/v1/applications/{partner['applicationId']}")


def confirm(partner, party):
    return party.signatory.do(party.signatory.read(partner.path), "confirm")


def apply(hub, party, call=None):
    """Submitted together; the application."""
    partner = confirm(asked_for(hub, party, call), party)
    return hub.signatory.do(of(hub.signatory, partner), "submit")


def partner_of(person, application):
    (named,) = application["partners"]
    return person.read(f"/v1/application-partners/{named['id']}")


def by_post(world, hub, call=None):
    """An accepted grant as of `shared()`, whose partner has nobody here; and that partner."""
    party = SimpleNamespace(orgnr=new_firm(world))
    draft = hub.signatory.save(hub.draft(call), "plan", hub.plan(firms=[]))
    partner = add(hub, draft, party.orgnr)
    draft = share(hub, hub.signatory.read(draft.path), party)
    documents.clean(world, hub.signatory, draft)
    hub.signatory.do(hub.signatory.read(partner.path), "enter-paper", paper(world))
    world.ensure_account(hub)
    application = hub.county.recommend(hub.signatory.do(hub.signatory.read(draft.path), "submit"))
    return hub.accept(hub.county.grant_of(hub.county.decide(application))), party


# ---- of a grant that stands


def place(group, party=None):
    return {"costGroup": group} | ({"partnerOrgnr": party.orgnr} if party else {})


def move(amount_ore, source, target):
    return {"from": source, "to": target, "amountOre": amount_ore}


def to_enter(world, hub, party, grant=None, amount_ore=10_000 * KRONE):
    """The amendment by which it is to enter, with a part of the recipient's own."""
    world.ensure_account(hub)
    return grants.asked(
        world,
        hub,
        "partner_change",
        grant or world.accepted(hub),
        moves=[move(amount_ore, place("fagpartner"), place("fagpartner", party))],
        entering=[{"orgnr": party.orgnr, "task": "Prøver kameraet hos seg"}],
    )


def given_back(amount_ore, source):
    return {"from": source, "amountOre": amount_ore}


def to_leave(world, hub, party, grant, amount_ore=40_000 * KRONE, **changes):
    """As the partner has agreed to."""
    asked = asked_to_leave(world, hub, party, grant, amount_ore, **changes)
    confirm(leaving(party, asked), party)
    return hub.signatory.read(asked.path)


def leaving(party, amendment):
    (partner,) = amendment["leavingPartners"]
    return party.signatory.read(f"/v1/application-partners/{partner['id']}")


def staying(party, amendment):
    """Which gets another part by it."""
    (partner,) = [p for p in amendment["stayingPartners"] or [] if p["orgnr"] == party.orgnr]
    return party.signatory.read(f"/v1/application-partners/{partner['id']}")


def day_passed(world, partner):
    """As if its day to answer was yesterday; the next step in the case seals it."""
    world.database.run(
        "set session_replication_role = replica;"
        " update trinn.application_partners set answer_by = trinn.today() - 1 where id = %s",
        partner["id"],
    )


def asked_to_leave(world, hub, party, grant, amount_ore=40_000 * KRONE, **changes):
    terms = {
        "moves": [move(amount_ore, place("fagpartner", party), place("fagpartner"))],
        "leaving": [party.orgnr],
    }
    return grants.asked(world, hub, "partner_change", grant, **terms | changes)


# ---- specimens


def asked(world, hub):
    return asked_for(hub, world.firm)


def confirmed(world, hub):
    return confirm(asked(world, hub), world.firm)


def submitted(world, hub):
    return partner_of(hub.signatory, apply(hub, world.firm))


def on_paper(world, hub):
    """Asked, with nobody here; its paper is the newest document."""
    draft = hub.fill(hub.draft())
    documents.clean(world, hub.signatory, draft)
    return add(hub, draft, new_firm(world))


def paper(world, **changes):
    ((newest,),) = world.database.rows("select max(id) from trinn.documents where state = 'clean'")
    signed = {"confirmedBy": "Kari Foss, daglig leder", "confirmedOn": str(world.today)}
    return signed | {"documentId": str(newest or 1)} | changes


def entering(world, hub):
    (partner,) = to_enter(world, hub, world.firm)["entering"]
    return world.firm.signatory.read(f"/v1/application-partners/{partner['id']}")


def shared(world, hub, party):
    """An accepted grant of which the partner bears 40 000 kroner of 100 000."""
    world.ensure_account(hub)
    return hub.accept(hub.county.grant_of(hub.county.decide(hub.county.recommend(apply(hub, party)))))


def carrying(world, hub):
    """Of a grant that stands."""
    grant = shared(world, hub, world.firm)
    (partner,) = world.firm.signatory.items("/v1/application-partners", applicationId=grant["applicationId"])
    return world.firm.signatory.read(f"/v1/application-partners/{partner['id']}")


def unheard(world, hub):
    """Who is to leave, has nobody here and has not answered."""
    grant, party = by_post(world, hub)
    (partner,) = asked_to_leave(world, hub, party, grant)["leavingPartners"]
    return hub.signatory.read(f"/v1/application-partners/{partner['id']}")


def gaining(world, hub):
    """Who is asked to stay with a larger part."""
    moves = [move(10_000 * KRONE, place("fagpartner"), place("fagpartner", world.firm))]
    return staying(world.firm, grants.asked(world, hub, "budget_move", shared(world, hub, world.firm), moves=moves))


def decided(hub, party):
    """An application with a partner, of which the half was granted."""
    county, application = hub.county, apply(hub, party)
    amount_ore = application["appliedOre"] // 2
    application = county.recommend(application, "part_granted", amount_ore)
    content = county.decision(application, "part_granted", amount_ore)
    return county.decision_maker_b.do(application, "decide", content)


def granted(world, hub):
    return partner_of(world.firm.signatory, decided(hub, world.firm))


def appeal(world, hub, application, **changes):
    part = partner_of(world.firm.signatory, application)
    return world.firm.signatory.make(part / "appeals", appeals.appeal(hub, application, **changes))


def appealed(world, hub):
    """The appeal of the partner."""
    return appeal(world, hub, decided(hub, world.firm))
