"""The things of the hub and its county that others try to reach."""

from support import (
    appeals,
    coapplicants,
    cohorts,
    documents,
    evaluations,
    hearings,
    mail,
    mobilisation,
    specimens,
)
from support.bodies import new_rule_param
from support.cast import LETTERHEAD, RETENTION_CLASS
from support.client import Thing
from support.delivery import new_firm


def of_list(path, change_of):
    """Something that is found in a list only, put into force by two administrators."""

    def make(world):
        content = change_of(world)
        made = world.county.set_up(path, content)
        return Thing({"id": made}, path, None)

    return make


def roles(world):
    """Somebody's role who takes no part."""
    everybody = world.county.county_admin.items("/v1/role-assignments", limit=1000)
    (found,) = [a for a in everybody if (a["person"] or {}).get("name") == "archivist_b@trondelag"]
    return Thing(found, "/v1/role-assignments", None)


def account(world):
    world.county.give_account(world.hub)
    found = world.county.finance.items("/v1/bank-accounts")[0]
    return Thing(found, "/v1/bank-accounts", None)


def money_move(world):
    path = f"/v1/funding-lines/{world.county.usual_line_id}/money-moves"
    made = world.county.set_up(path, world.county.money_move_content(100))
    return Thing({"id": made}, "/v1/money-moves", None)


def talked_to(world):
    firm = mobilisation.prospect(world, world.hub)
    world.hub.signatory.make(firm / "contacts", mobilisation.contact(world))
    return firm


def interviewed(world):
    firm = mobilisation.prospect(world, world.hub)
    mobilisation.assess(world, world.hub, firm, digital=2)
    return firm


def taken_up(world):
    """An interview of a firm that another hub follows since."""
    firm = mobilisation.prospect(world, world.hub)
    told = mobilisation.assess(world, world.hub, firm, digital=2)
    specimens.drop_out(world.hub, world.hub.signatory.read(firm.path))
    world.other_hub.follow(firm["programme"]["id"], firm["firm"]["orgnr"])
    return told


def passage(world):
    """What the funnel counts."""
    firm = mobilisation.prospect(world, world.hub)
    path = "/v1/reports/funnel/firms"
    counted = world.hub.signatory.items(path, limit=1000)
    (found,) = [item for item in counted if item["enrolmentId"] == firm["id"]]
    return Thing(found, path, None)


def participation(world, hubs, orgnr):
    """Of the firm, by its number, and in part of each hub that follows it."""
    for hub in hubs:
        mobilisation.prospect(world, hub, orgnr, world.county.programme())
    return Thing({"id": orgnr}, f"/v1/firms/{orgnr}/participation", None)


def shared(world):
    return participation(world, (world.hub, world.other_hub), world.firm.orgnr)


def kept(world):
    """Of a firm that no other hub works with."""
    return participation(world, (world.hub,), new_firm(world))


def joined(world):
    """With the world's firm in it."""
    member = cohorts.enrolled(world, world.hub, world.firm.orgnr)
    return cohorts.add(world.hub, cohorts.cohort(world, world.hub), member)


def appealed(world):
    """With an appeal against its decision."""
    application = appeals.accepted(world, world.hub)
    appeals.lodged(world, world.hub, application)
    return application


def documented(world):
    """With a document that is the party's too."""
    application = world.hub.apply()
    documents.clean(world, world.hub.signatory, application)
    return application


def heard(world):
    """With something that its party is asked to comment on."""
    application = world.county.caseworker.do(world.hub.apply(), "take")
    hearings.raised(world, world.hub, application)
    return application


def talked_about(world):
    message = specimens.asked(world, world.hub)
    return world.hub.signatory.read(f"/v1/applications/{message['applicationId']}")


def told(world):
    return mail.told(world, world.hub)


def evaluated(world):
    """With a decision that rests on it."""
    return evaluations.decided(world, world.hub)


def ranked(world):
    evaluated(world)
    return evaluations.usual_call(world)


def shared_draft(world):
    """A draft that the world's firm is asked to take part in."""
    return coapplicants.of(world.hub.signatory, coapplicants.asked(world, world.hub))


def made_together(world):
    return coapplicants.apply(world.hub, world.firm)


def decided_together(world):
    return world.county.decide(world.county.recommend(made_together(world)))


def granted_together(world):
    return world.hub.signatory.read(world.county.grant_of(decided_together(world)).path)


OTHERS = {
    "application.shared": shared_draft,
    "application.made_together": made_together,
    "application.decided_together": decided_together,
    "grant.made_together": granted_together,
    "evaluation.decided": evaluated,
    "call.ranked": ranked,
    "application.talked_about": talked_about,
    "application.told": told,
    "application.documented": documented,
    "application.heard": heard,
    "application.appealed": appealed,
    "participation.shared": shared,
    "participation.kept": kept,
    "cohort.joined": joined,
    "passage.begun": passage,
    "assessment.taken_up": taken_up,
    "enrolment.talked_to": talked_to,
    "enrolment.interviewed": interviewed,
    "hubArea.valid": of_list("/v1/hub-areas", lambda w: w.county.hub_area_content(w.hub, "5059")),
    "leader.in_force": of_list("/v1/leaders", lambda w: {"personId": w.county.caseworker.person}),
    "retentionClass.in_force": of_list("/v1/retention-classes", lambda w: RETENTION_CLASS),
    "letterhead.in_force": of_list("/v1/letterheads", lambda w: LETTERHEAD),
    "legalBasis.valid": of_list("/v1/legal-bases", lambda w: w.county.legal_basis_content()),
    "ruleParam.valid": of_list("/v1/rule-params", new_rule_param),
    "bankAccount.valid": account,
    "moneyMove.made": money_move,
    "roleAssignment.valid": roles,
}


def make(world, name):
    if name in OTHERS:
        return OTHERS[name](world)
    return specimens.make(world, world.hub, *name.split("."))


