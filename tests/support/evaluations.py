"""How applications are judged: the county's criteria, a call that weighs them, and evaluations of
the hub's applications to it."""

import functools

from support.parties import fresh

SCALE = 5
WEIGHTS = {"effect": 6000, "realism": 4000}


def new_criterion(world=None, kind="quality", **changes):
    return {
        "code": fresh("kriterium"),
        "kind": kind,
        "title": {"nb": "Effekt", "en": "Effect"},
        "guidance": {"nb": "Hva bedriftene får igjen", "en": "What it brings the firms"},
    } | changes


def add_criterion(world, kind="quality", **changes):
    return world.county.programme_lead.make("/v1/criteria", new_criterion(kind=kind, **changes))


@functools.cache
def requirement(world):
    """Its id; so below."""
    return add_criterion(world, "requirement")["id"]


@functools.cache
def quality(world, name):
    return add_criterion(world, code=fresh(name))["id"]


def weights(world, **minima):
    weighed = [{"criterionId": quality(world, n), "weightBasisPoints": w} for n, w in WEIGHTS.items()]
    for criterion, name in zip(weighed, WEIGHTS):
        if name in minima:
            criterion["minimum"] = minima[name]
    return weighed


def call_evaluation(world, assessors=2, **minima):
    """Two score each application; what a criterion must reach at least, by its name."""
    return {
        "scale": SCALE,
        "assessors": assessors,
        "requirements": [requirement(world)],
        "criteria": weights(world, **minima),
    }


def call(world, **changes):
    """An open one with criteria."""
    caseworker = world.county.caseworker
    content = world.county.call_content(world.county.usual_line_id)
    planned = caseworker.make("/v1/calls", content)
    saved = caseworker.save(planned, "evaluation", call_evaluation(world, **changes))
    return caseworker.do(saved, "open")


@functools.cache
def usual_call(world):
    return call(world)


def taken(world, hub, to=None):
    """By the caseworker."""
    return hub.county.caseworker.do(hub.apply(to or usual_call(world)), "take")


def checked(world, is_met=True):
    answer = {"criterionId": requirement(world), "isMet": is_met}
    return {"requirements": [answer if is_met else answer | {"grounds": "Ikke en næringshage"}]}


def scores(world, effect=4, realism=3, **said):
    """Of the two criteria; what is said of both."""
    points = {"effect": effect, "realism": realism}
    return [{"criterionId": quality(world, n), "score": s} | said for n, s in points.items()]


def handed_in(world, effect=4, realism=3):
    return {"scores": scores(world, effect, realism, comment="Godt forankret")}


def consolidated_scores(world, effect=4, realism=3):
    said = scores(world, effect, realism, grounds="De to er enige om det meste")
    return {"scores": said, "grounds": "En sterk plan med noen løse tråder"}


def begun(world, hub, application=None):
    """Eligible; nobody is named yet."""
    application = application or taken(world, hub)
    content = checked(world) | {"reason": "Kravene er endret siden sist"}
    return hub.county.caseworker.make(application / "evaluations", content)


def named(world, hub, *people, evaluation=None):
    evaluation = evaluation or begun(world, hub)
    for person in people:
        evaluation = hub.county.caseworker.do(evaluation, "name-assessor", {"personId": person.person})
    return evaluation


def assessors(hub):
    county = hub.county
    return county.caseworker, county.steering_member, county.caseworker_b


def scoring(world, hub, application=None):
    return named(world, hub, *assessors(hub), evaluation=begun(world, hub, application))


def hand_in(world, evaluation, person, effect=4, realism=3):
    reply = person.post(evaluation / "scores", handed_in(world, effect, realism))
    return reply.expect(200).thing(evaluation.path)


def scored(world, hub, application=None):
    evaluation = scoring(world, hub, application)
    for person in assessors(hub):
        evaluation = hand_in(world, evaluation, person)
    return evaluation


def consolidated(world, hub, application=None):
    content = consolidated_scores(world)
    return hub.county.caseworker.do(scored(world, hub, application), "consolidate", content)


def ineligible(world, hub):
    path = taken(world, hub) / "evaluations"
    return hub.county.caseworker.make(path, checked(world, is_met=False))


def application_of(evaluation, person):
    return person.read(f"/v1/applications/{evaluation['application']['id']}")


def recommended(world, hub, evaluation=None, outcome="granted"):
    """The application, recommended on the evaluation."""
    evaluation = evaluation or consolidated(world, hub)
    caseworker = hub.county.caseworker
    return hub.county.recommend(application_of(evaluation, caseworker), outcome)


def decided(world, hub, outcome="granted"):
    evaluation = consolidated(world, hub)
    hub.county.decide(recommended(world, hub, evaluation, outcome), outcome)
    return hub.county.caseworker.read(evaluation.path)


def retired(world, hub):
    return world.county.programme_lead.do(add_criterion(world), "retire")
