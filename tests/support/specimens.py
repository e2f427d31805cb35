"""Things of every kind in every state they can be brought to, each made anew."""

from support import (
    access,
    appeals,
    coapplicants,
    cohorts,
    conditions,
    copayments,
    disqualifications,
    documents,
    evaluations,
    journal,
    letters,
    forms,
    grants,
    hearings,
    late,
    mail,
    meetings,
    mobilisation,
    onbehalf,
    partners,
    retention,
    reversals,
    samplings,
    standins,
)
from support.bodies import (
    REASON,
    REPORT,
    new_filter,
    new_invitation,
    new_member,
    new_onward,
    new_project,
    new_report,
    new_result,
    story,
)
from support.client import Thing
from support.delivery import new_firm


def draft(world, hub):
    return hub.fill(hub.draft())


def returned(world, hub):
    return hub.county.caseworker.do(hub.apply(), "return", REASON)


def taken(world, hub):
    return hub.county.caseworker.do(hub.apply(), "take")


def withdrawn(world, hub):
    return hub.signatory.do(hub.apply(), "withdraw", REASON)


def rejected(world, hub):
    county = hub.county
    return county.decide(county.recommend(hub.apply(), "rejected"), "rejected")


def to_assure(world, hub):
    """Recommended, to a line that has it assured."""
    county = hub.county
    line = county.funding_line(assuresRecommendations=True)
    return county.recommend(hub.apply(county.call(line)))


def held(world, hub):
    """Decided, which is not made known yet."""
    return hub.county.hold(world.recommended(hub))


def accepted_application(world, hub):
    grant = world.accepted(hub)
    return hub.signatory.read(f"/v1/applications/{grant['applicationId']}")


def active_grant(world, hub):
    grant = world.accepted(hub)
    hub.claim(grant)
    return hub.signatory.read(grant.path)


def released(world, hub):
    return hub.county.caseworker.read(f"/v1/claims/{world.queued(hub)['claimId']}")


def rejected_claim(world, hub):
    return hub.county.caseworker.do(world.claimed(hub), "reject", REASON)


def registered(world, hub):
    payment, _ = world.listed(hub)
    return hub.county.finance.do(payment, "register-paid", hub.county.registration())


def proposal(world, hub):
    return hub.county.propose("/v1/programmes", hub.county.programme_content())


def rejected_proposal(world, hub):
    return hub.county.county_admin_b.do(proposal(world, hub), "reject", REASON)


def planned_call(world, hub):
    county = hub.county
    return county.caseworker.make("/v1/calls", county.call_content(county.usual_line_id))


def closed_call(world, hub):
    return hub.county.caseworker.do(hub.county.call(), "close", REASON)


def programme(world, hub):
    return hub.county.county_admin.read(f"/v1/programmes/{hub.county.programme_id}")


def instrument(world, hub):
    return hub.county.county_admin.read(f"/v1/instruments/{hub.county.instrument_id}")


def funding_line(world, hub):
    return hub.county.county_admin.read(f"/v1/funding-lines/{hub.county.usual_line_id}")


def invited(world, hub):
    """The world's firm, which the other hub follows."""
    programme = world.county.set_up("/v1/programmes", world.county.programme_content())
    own = new_firm(world)
    mobilisation.prospect(world, hub, own, programme)
    mobilisation.prospect(world, world.other_hub, world.firm.orgnr, programme)
    alone = [{"orgnr": own, "isLead": True, "shareBasisPoints": 10000}]
    content = new_project(world) | {"programmeId": programme, "firms": alone}
    project = hub.signatory.make("/v1/projects", content)
    return hub.signatory.make(project / "invitations", new_invitation(world, world.firm.orgnr))


def idea(world, hub):
    return hub.signatory.make("/v1/projects", new_project(world, hub))


def planned(world, hub):
    return hub.signatory.do(idea(world, hub), "plan")


def applied(world, hub):
    return hub.signatory.do(planned(world, hub), "apply-onward", new_onward(world))


def running(world, hub):
    return hub.signatory.do(planned(world, hub), "start")


def found(world, hub):
    return hub.signatory.make("/v1/results", new_result(world, hub))


def told(world, hub):
    return hub.signatory.do(found(world, hub), "tell-story", story(world))


def asked(world, hub):
    content = {"text": "Hvilken av postene gjelder?"}
    return hub.county.caseworker.make(hub.apply() / "messages", content)


def notified(world, hub):
    """Of a message, as the hub's signatory is told of it."""
    asked(world, hub)
    world.database.run("select trinn.jobs_notify(1000000)")
    told = hub.signatory.items("/v1/notifications", limit=1)[0]
    return Thing(told, f"/v1/notifications/{told['id']}", None)


def shared_filter(world, hub):
    content = new_filter(world) | {"isShared": True}
    return hub.county.caseworker.make("/v1/saved-filters", content)


def remarked(world, hub):
    content = {"text": "Ser ut som i fjor", "isInternal": True}
    return hub.county.caseworker.make(hub.apply() / "messages", content)


def expected(world, hub):
    application = accepted_application(world, hub)
    content = new_report(world, application["id"])
    made = hub.county.caseworker.make("/v1/progress-reports", content)
    return hub.signatory.read(made.path)


def reported(world, hub):
    return hub.signatory.do(expected(world, hub), "submit", REPORT)


def prospect(world, hub):
    """The world's firm, in a programme of its own with one place in each stage."""
    stages = [stage | {"capacity": 1} for stage in hub.county.programme_content()["stages"]]
    return hub.follow(hub.county.programme(stages=stages))


def waiting(world, hub):
    """For a place that another gave free."""
    firm = prospect(world, hub)
    other = hub.enrol(hub.follow(firm["programme"]["id"], next(world.spare_firms)))
    firm = hub.enrol(firm)
    drop_out(hub, other)
    return firm


def drop_out(hub, enrolment, reason="no_time", person=None):
    content = {"reason": reason, "explanation": "Full ordrebok"}
    return (person or hub.signatory).do(enrolment, "drop-out", content)


def finished(world, hub):
    return hub.signatory.do(hub.complete(prospect(world, hub)), "finish")


def delivering(world, hub):
    firm = hub.start(prospect(world, hub))
    hub.begin_deliverable(firm)
    return firm


def asked_waiver(world, hub):
    return hub.ask_waiver(prospect(world, hub))


def begun_deliverable(world, hub):
    return hub.begin_deliverable(hub.start(prospect(world, hub)))


def delivered(world, hub):
    return hub.signatory.do(begun_deliverable(world, hub), "deliver")


def sent_back_deliverable(world, hub):
    return world.firm.firm.do(delivered(world, hub), "send-back", REASON)


def member(world, hub):
    return hub.signatory.make("/v1/memberships", new_member(world))


def noted(world, hub):
    path = mobilisation.prospect(world, hub) / "contacts"
    return hub.signatory.make(path, mobilisation.contact(world))


def begun(world, hub):
    path = mobilisation.prospect(world, hub) / "assessments"
    return hub.signatory.make(path, mobilisation.new_assessment(world))


def answered(world, hub):
    content = mobilisation.answers(world, dimensions=mobilisation.judged(digital=2))
    return hub.signatory.save(begun(world, hub), "answers", content)


SPECIMENS = {
    "membership": {"current": member},
    "contact": {"noted": noted},
    "handover": {
        "asked": lambda world, hub: mobilisation.ask_handover(world, hub, world.other_hub),
        "offered": lambda world, hub: mobilisation.ask_handover(world, world.other_hub, hub),
        "unconsented": lambda world, hub: mobilisation.ask_firm(world, hub, world.other_hub),
    },
    "assessment": {
        "draft": begun,
        "answered": answered,
        "final": lambda world, hub: hub.signatory.do(answered(world, hub), "finish"),
        "discarded": lambda world, hub: hub.signatory.do(begun(world, hub), "discard", REASON),
    },
    "setupChange": {
        "proposed": proposal,
        "approved": lambda world, hub: hub.county.county_admin_b.do(
            proposal(world, hub), "approve"
        ),
        "rejected": rejected_proposal,
    },
    "programme": {"active": programme},
    "instrument": {"in_use": instrument},
    "fundingLine": {"active": funding_line},
    "body": {"in_force": lambda world, hub: meetings.body(world)},
    "meeting": {
        "planned": meetings.planned_for,
        "called": lambda world, hub: meetings.called(world, world.recommended(hub)),
        "open": lambda world, hub: meetings.opened(world, world.recommended(hub)),
        "proposed": lambda world, hub: meetings.proposed(world),
        "voting": lambda world, hub: meetings.voting(world),
        "voted": lambda world, hub: meetings.voted(world),
        "closed": lambda world, hub: meetings.closed(world),
        "written": lambda world, hub: meetings.written(world),
        "approved": lambda world, hub: meetings.approved(world),
        "cancelled": lambda world, hub: hub.county.secretary.do(
            meetings.planned(world), "cancel", REASON
        ),
    },
    "call": {
        "planned": planned_call,
        "open": lambda world, hub: hub.county.call(),
        "closed": closed_call,
        "form_proposed": forms.proposed,
    },
    "track": {
        "begun": lambda world, hub: hub.track(),
        "granted": cohorts.granted_track,
        "ended": lambda world, hub: hub.signatory.do(hub.track(), "end"),
    },
    "cohort": {
        "planned": cohorts.cohort,
        "filled": cohorts.filled,
        "running": cohorts.running,
        "ended": cohorts.ended,
        "cancelled": cohorts.cancelled,
    },
    "network": {"open": cohorts.network, "ended": cohorts.ended_network},
    "session": {
        "planned": cohorts.session,
        "held": cohorts.held,
        "cancelled": cohorts.cancelled_session,
    },
    "calendarFeed": {"made": cohorts.feed, "revoked": cohorts.revoked},
    "application": {
        "reversed": reversals.case,
        "draft": draft,
        "submitted": lambda world, hub: hub.apply(),
        "on_behalf": onbehalf.to_send,
        "returned": returned,
        "in_review": taken,
        "evaluable": evaluations.taken,
        "outdated": forms.outdated,
        "recommended": lambda world, hub: world.recommended(hub),
        "to_assure": to_assure,
        "held": held,
        "granted": lambda world, hub: world.decided(hub),
        "rejected": rejected,
        "part_granted": appeals.part_granted,
        "grounds_asked": appeals.grounds_asked,
        "accepted": accepted_application,
        "withdrawn": withdrawn,
    },
    "appeal": {
        "lodged": appeals.lodged,
        "late": appeals.late,
        "reconsidered": appeals.reconsidered,
        "forwarded": appeals.forwarded,
        "commented": appeals.commented,
        "answered": appeals.answered,
        "allowed_in_part": appeals.allowed,
        "of_amendment": grants.appealed,
        "of_leave": late.appealed,
        "of_partner": coapplicants.appealed,
        "costs_claimed": appeals.costs_claimed,
    },
    "applicationPartner": {
        "asked": coapplicants.asked,
        "confirmed": coapplicants.confirmed,
        "submitted": coapplicants.submitted,
        "on_paper": coapplicants.on_paper,
        "granted": coapplicants.granted,
        "entering": coapplicants.entering,
        "staying": coapplicants.gaining,
        "unheard": coapplicants.unheard,
        "carrying": coapplicants.carrying,
    },
    "lateSubmission": {
        "asked": late.asked,
        "recommended": late.recommended,
        "granted": late.granted,
        "refused": late.refused,
    },
    "document": {
        "begun": documents.begun,
        "sent": documents.sent,
        "scanning": documents.scanning,
        "unsent": documents.unsent,
        "clean": documents.usable,
        "infected": documents.infected,
        "internal": documents.internal,
        "numbered": documents.numbered,
    },
    "condition": {
        "open": lambda world, hub: conditions.given(hub),
        "reported": conditions.reported,
        "met": conditions.met,
        "waiver_asked": conditions.waiver_asked,
        "waived": conditions.waived,
    },
    "accessRequest": {"asked": access.asked},
    "archiveMessage": {"queued": journal.queued, "failed": journal.failed},
    "journalPost": {
        "entered": journal.entered,
        "laid": journal.laid,
        "checked": journal.checked,
        "within": journal.within,
    },
    "letter": {"waiting": letters.waiting, "made": letters.made},
    "grant": {
        "held": lambda world, hub: hub.county.grant_of(held(world, hub)),
        "offered": lambda world, hub: world.offered(hub),
        "accepted": lambda world, hub: world.accepted(hub),
        "active": active_grant,
        "paid_out": grants.paid_out,
        "settling": grants.settling,
        "settled": grants.settled,
    },
    "hearing": {
        "raised": hearings.raised,
        "commented": hearings.answered,
        "weighed": hearings.weighed,
        "withdrawn": hearings.withdrawn,
        "exempt": hearings.exempt,
    },
    "reversal": {
        "proposed": reversals.proposed,
        "decided": reversals.decided,
        "returned": reversals.returned,
        "withdrawn": reversals.withdrawn,
    },
    "amendment": {
        "asked": lambda world, hub: grants.asked(world, hub),
        "prepared": lambda world, hub: grants.prepared(world, hub),
        "approved": lambda world, hub: grants.decided(world, hub),
        "refused": grants.refused,
    },
    "claim": {
        "submitted": lambda world, hub: world.claimed(hub),
        "reviewed": lambda world, hub: world.reviewed(hub),
        "attested": lambda world, hub: world.attested(hub),
        "released": released,
        "rejected": rejected_claim,
    },
    "payment": {
        "queued": lambda world, hub: world.queued(hub),
        "exported": lambda world, hub: world.listed(hub)[0],
        "sent_unconfirmed": registered,
        "paid": lambda world, hub: world.paid(hub),
    },
    "paymentList": {"made": lambda world, hub: world.listed(hub)[1]},
    "copayment": {
        "due": copayments.raised,
        "checked": copayments.checked,
        "invoiced": copayments.invoiced,
        "overdue": copayments.overdue,
        "paid": copayments.paid,
        "overpaid": copayments.overpaid,
        "refund_asked": copayments.refund_asked,
        "relief_asked": copayments.relief_asked,
        "relief_checked": copayments.relief_checked,
        "credit_asked": copayments.credit_asked,
        "settled": copayments.settled,
    },
    "bankFile": {"read": copayments.bank_file},
    "bankEntry": {"unmatched": copayments.unmatched, "matched": copayments.matched},
    "projectInvitation": {"asked": invited},
    "project": {"idea": idea, "planned": planned, "applied": applied, "running": running},
    "result": {"found": found, "told": told},
    "progressReport": {"expected": expected, "submitted": reported},
    "criterion": {
        "active": lambda world, hub: evaluations.add_criterion(world),
        "retired": evaluations.retired,
    },
    "destruction": {
        "proposed": retention.proposed,
        "approved": retention.approved,
        "rejected": retention.rejected,
        "done": retention.done,
    },
    "legalHold": {
        "asked": retention.asked,
        "standing": retention.standing,
        "refused": retention.refused,
        "lift_asked": retention.lift_asked,
        "lifted": retention.lifted,
    },
    "standin": {"named": standins.named},
    "savedFilter": {
        "kept": lambda world, hub: hub.signatory.make("/v1/saved-filters", new_filter(world)),
        "shared": shared_filter,
        "discarded": lambda world, hub: hub.signatory.do(
            hub.signatory.make("/v1/saved-filters", new_filter(world)), "discard"
        ),
    },
    "message": {"sent": asked, "remarked": remarked},
    "notification": {"unread": notified},
    "notificationSettings": {"asked": mail.asked},
    "delivery": {"sent": mail.sent, "failed": mail.failed},
    "evaluation": {
        "begun": evaluations.begun,
        "ineligible": evaluations.ineligible,
        "scoring": evaluations.scoring,
        "scored": evaluations.scored,
        "consolidated": evaluations.consolidated,
    },
    "disqualification": {
        "raised": disqualifications.raised,
        "disqualified": disqualifications.disqualified,
        "cleared": disqualifications.cleared,
    },
    "sampling": {
        "drawn": samplings.drawn,
        "found": samplings.found,
        "asked": samplings.asked,
        "answered": samplings.answered,
        "open": samplings.opened,
        "followed": samplings.followed,
        "closed": samplings.closed,
    },
    "fagpartner": {"active": partners.fagpartner, "retired": partners.retired},
    "engagement": {
        "proposed": partners.proposed,
        "agreed": partners.agreed,
        "confirmed": partners.with_confirmed_hours,
        "invoiced": partners.with_invoice,
        "declined": partners.declined,
        "ended": partners.ended,
    },
    "hoursOrder": {"made": partners.order},
    "hours": {
        "ordered": partners.ordered,
        "delivered": partners.delivered,
        "confirmed": partners.confirmed,
        "invoiced": partners.invoiced,
        "cancelled": partners.cancelled,
    },
    "enrolment": {
        "prospect": prospect,
        "recommended": lambda world, hub: hub.recommend(prospect(world, hub)),
        "waiting": waiting,
        "enrolled": lambda world, hub: hub.enrol(prospect(world, hub)),
        "active": lambda world, hub: hub.start(prospect(world, hub)),
        "delivering": delivering,
        "completed": lambda world, hub: hub.complete(prospect(world, hub)),
        "finished": finished,
        "dropped_out": lambda world, hub: drop_out(hub, prospect(world, hub)),
    },
    "gateWaiver": {
        "asked": asked_waiver,
        "given": lambda world, hub: hub.county.caseworker.do(
            asked_waiver(world, hub), "give", REASON
        ),
        "refused": lambda world, hub: hub.county.caseworker.do(
            asked_waiver(world, hub), "refuse", REASON
        ),
    },
    "deliverable": {
        "begun": begun_deliverable,
        "sent_back": sent_back_deliverable,
        "delivered": delivered,
        "accepted": lambda world, hub: world.firm.firm.do(delivered(world, hub), "accept"),
        "discarded": lambda world, hub: hub.signatory.do(
            begun_deliverable(world, hub), "discard", REASON
        ),
    },
}


def make(world, hub, kind, state):
    return SPECIMENS[kind][state](world, hub)


def each():
    """(kind, state) of all of them."""
    return [(kind, state) for kind, states in SPECIMENS.items() for state in states]
