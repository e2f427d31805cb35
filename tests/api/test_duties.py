"""Segregation of duties (rules.md 3.2): on one case five persons recommend, assure, decide, attest
and release, and nobody takes two of these steps, whichever comes first."""

import contextlib
import itertools

import pytest
from support import onbehalf
from support.bodies import BODIES, REASON
from support.parties import KRONE
from support.standins import new_standin

STEPS = ["recommend", "assure", "decide", "attest", "release"]
ROLES = dict(zip(STEPS, ["caseworker", "caseworker", "decision_maker", "attestant", "releaser"]))


@pytest.fixture(scope="module")
def call(world):
    county = world.county
    return county.call(county.funding_line(assuresRecommendations=True))


def people(world, first, second):
    """Who takes each step; one person takes these two, as far as they may."""
    county = world.county
    usual = {step: getattr(county, ROLES[step]) for step in STEPS}
    usual["assure"] = county.caseworker_b
    roles = dict.fromkeys((ROLES[first], ROLES[second]))
    both = world.one_person(*((county, role) for role in roles))
    return usual | {first: both[0], second: both[-1]}


def take(world, step, who, thing, last, applicant=None):
    """The attempt at this step if it is the last one, else the thing after it."""
    county, hub = world.county, applicant or world.hub
    if step == "attest":
        grant = hub.accept(hub.signatory.read(county.grant_of(thing).path))
        thing = county.caseworker_b.do(hub.claim(grant, 1_000 * KRONE), "review", {"approvedOre": 1_000 * KRONE})
    bodies = {
        "recommend": county.recommendation,
        "assure": lambda application: {},
        "decide": county.decision,
    }
    body = bodies[step](thing) if step in bodies else None
    return who.attempt(thing, step, body) if last else who.do(thing, step, body)


@pytest.mark.parametrize("first, second", itertools.combinations(STEPS, 2))
def test_nobody_takes_two_of_the_steps(world, call, first, second):
    world.ensure_account(world.hub)
    who = people(world, first, second)
    thing = world.hub.apply(call)
    for step in STEPS[: STEPS.index(second)]:
        thing = take(world, step, who[step], thing, last=False)
    reply = take(world, second, who[second], thing, last=True)
    reply.refused("four-eyes", 403)


# Who asks for it, and who puts it into force: one person with both roles does one of the two.
CHANGES = {
    "/v1/bank-accounts": ("proposeBankAccount", "caseworker", "caseworker"),
    "/v1/rule-params": ("proposeRuleParam", "county_admin", "decision_maker"),
    "/v1/funding-lines/{}/money-moves": ("proposeMoneyMove", "county_admin", "decision_maker"),
    "/v1/role-assignments": ("proposeRoleAssignment", "county_admin", "county_admin"),
}


@pytest.mark.parametrize("path", CHANGES)
def test_nobody_puts_an_account_a_figure_or_a_role_into_force_alone(world, path):
    operation, asks, decides = CHANGES[path]
    both = world.one_person(*((world.county, role) for role in dict.fromkeys((asks, decides))))
    where = path.format(world.county.usual_line_id)
    change = both[0].make(where, BODIES[operation](world))
    both[-1].attempt(change, "approve").refused("four-eyes", 403)
    both[-1].attempt(change, "reject", REASON).refused("four-eyes", 403)


@contextlib.contextmanager
def standing_in(world, person, *steps):
    """Today, for whoever usually takes these steps."""
    today = {"startsOn": str(world.today), "endsOn": str(world.today), "standinId": person}
    named = []
    for role in {ROLES[step] for step in steps}:
        away = getattr(world.county, role)
        content = new_standin(world, role=role) | today
        named.append((away, away.make("/v1/standins", content)))
    try:
        yield
    finally:
        for away, standin in named:
            away.do(standin, "end")


@pytest.mark.parametrize("first, second", itertools.combinations(STEPS, 2))
def test_who_stands_in_for_others_does_not_become_two_persons(world, call, first, second):
    world.ensure_account(world.hub)
    who = people(world, first, second)
    thing = world.county.caseworker.do(world.hub.apply(call), "take")
    with standing_in(world, who[first].person, first, second):
        for step in STEPS[: STEPS.index(second)]:
            thing = take(world, step, who[step], thing, last=False)
        reply = take(world, second, who[second], thing, last=True)
        reply.refused("four-eyes", 403)


@pytest.mark.parametrize("step", STEPS)
def test_whoever_entered_it_on_behalf_takes_no_step(world, call, step):
    county = world.county
    usual = {name: getattr(county, ROLES[name]) for name in STEPS} | {"assure": county.caseworker_b}
    clerk, *other = world.one_person(*((county, role) for role in dict.fromkeys(("caseworker", ROLES[step]))))
    world.ensure_account(world.firm)
    thing = onbehalf.entered(world, call, clerk, orgnr=world.firm.orgnr)
    for name in STEPS[: STEPS.index(step)]:
        thing = take(world, name, usual[name], thing, last=False, applicant=world.firm)
    who = other[0] if other else clerk
    reply = take(world, step, who, thing, last=True, applicant=world.firm)
    reply.refused("four-eyes", 403)
    assert step not in STEPS[3:] or "ført inn" in reply.json["detail"]


def test_five_persons_bring_a_case_to_its_payment(world, call):
    world.ensure_account(world.hub)
    who = people(world, "recommend", "recommend")
    thing = world.hub.apply(call)
    for step in STEPS:
        thing = take(world, step, who[step], thing, last=False)
    assert thing["state"] == "released"
    world.assert_sound()


# ---- assured


def test_nothing_is_decided_before_it_is_assured(world, call):
    county = world.county
    recommended = county.recommend(world.hub.apply(call))
    content = county.decision(recommended)
    county.decision_maker.attempt(recommended, "decide", content).refused("not-assured", 409)
    assured = county.caseworker_b.do(recommended, "assure", {"note": "Regnestykket stemmer"})
    (told,) = county.auditor.items(assured / "recommendations")
    assert told["assurance"]["assuredBy"]["name"] == "caseworker_b@trondelag"
    assert told["assurance"]["note"] == "Regnestykket stemmer"
    assert county.decision_maker.do(assured, "decide", content)["state"] == "granted"


def test_it_waits_for_another_caseworker_and_then_for_who_decides(world, call):
    county = world.county
    recommended = county.recommend(world.hub.apply(call))

    def waits_for(person):
        tasks = person.items("/v1/tasks", limit=1000)
        return [task["operationId"] for task in tasks if task["path"] == recommended.path]

    assert waits_for(county.caseworker_b) == ["assureRecommendation"]
    assert waits_for(county.caseworker) == waits_for(county.decision_maker) == []
    county.caseworker_b.do(recommended, "assure", {})
    assert waits_for(county.caseworker_b) == []
    assert waits_for(county.decision_maker) == ["decideApplication"]


def test_what_is_sent_back_is_assured_anew(world, call):
    county = world.county
    recommended = county.recommend(world.hub.apply(call))
    back = county.caseworker_b.do(recommended, "send-back", {"reason": "Feil sats"})
    assert back["state"] == "in_review"
    again = county.caseworker_b.do(county.recommend(back), "assure", {})
    county.caseworker_b.attempt(again, "assure", {}).refused("assured", 409)
    county.caseworker_b.attempt(again, "send-back", {"reason": "Nei"}).refused("assured", 409)
    back = county.decision_maker.do(again, "send-back", {"reason": "Feil"})
    recommended = county.recommend(back)
    content = county.decision(recommended)
    county.decision_maker.attempt(recommended, "decide", content).refused("not-assured", 409)


def test_where_the_line_does_not_ask_for_it_nothing_is_assured(world):
    county = world.county
    recommended = world.recommended()
    county.caseworker_b.attempt(recommended, "assure", {}).refused("no-assurance", 409)
    county.caseworker_b.attempt(recommended, "send-back", {"reason": "Nei"}).refused("no-assurance", 409)
    assert county.decide(recommended)["state"] == "granted"
