"""The letter of an amendment says who asked for what, what was decided, and what of it was refused."""

import datetime

import pytest
from support import appeals, grants, hearings, letters
from support.coapplicants import move, place
from support.parties import KRONE

pytestmark = pytest.mark.usefixtures("sound")
GRANTED, MORE, MOST = appeals.GRANTED, 40_000 * KRONE, 50_000 * KRONE


def day(iso):
    return f"{datetime.date.fromisoformat(iso):%d.%m.%Y}"


def title(told):
    return told.split('"title" : "')[1].split('",')[0]


def test_more_time_for_the_work_tells_what_was_asked_until_when_and_the_rest(world):
    hub = world.hub
    grant = grants.part_granted(hub)
    application = hub.signatory.read(f"/v1/applications/{grant['applicationId']}")
    was, given, wished = application["endsOn"], grants.months_on(world, 6), grants.months_on(world)
    asked = grants.asked(world, hub, grant=grant, until=wished)
    decided = grants.decided(world, hub, asked, until=given)
    told = letters.of_amendment(world, decided)
    assert title(told) == f"Mer tid til arbeidet med «{application['title']}»"
    assert f"om mer tid til arbeidet, til {day(wished)}." in told
    assert f"kan vare til {day(given)}" in told and f"Det skulle vært ferdig {day(was)}." in told
    assert f"For tiden fra {day(given)} til {day(wished)} får dere avslag." in told
    assert "Tilskuddet er 30 000 kroner, som før." in told
    assert f"{day(application['startsOn'])}–{day(was)}" in told
    assert "å gi" not in told and "For resten er søknaden avslått" not in told
    told = letters.of_amendment(world, decided, "en")
    assert "you asked for more time for the work, until" in told and "you are refused" in told
    longer = grants.asked(world, hub, grant=hub.signatory.read(grant.path), until=wished)
    told = letters.of_amendment(world, grants.decided(world, hub, longer))
    assert f"Det skulle vært ferdig {day(given)}." in told and "avslag" not in told
    assert f"{day(application['startsOn'])}–{day(was)}" in told


def test_more_time_to_accept_tells_the_day_that_it_was(world):
    hub = world.hub
    grant = world.offered(hub)
    was = datetime.date.fromisoformat(grant["acceptBy"])
    given, wished = (str(was + datetime.timedelta(days)) for days in (7, 14))
    asked = grants.asked(world, hub, "acceptance", grant, until=wished)
    told = letters.of_amendment(world, grants.decided(world, hub, asked, until=given))
    assert title(told).startswith("Mer tid til å godta tilskuddet")
    assert f"mer tid til å godta tilskuddet, til {day(wished)}." in told
    assert f"får til {day(given)} på å godta" in told and f"Fristen var {day(str(was))}." in told
    assert f"til {day(wished)} får dere avslag" in told


def test_what_the_county_sets_down_was_not_refused_in_the_application(world):
    hub, county = world.hub, world.county
    grant = grants.part_granted(hub)
    amendment = grants.of_county(world, "decrease", grant, amountOre=20_000 * KRONE)
    application = county.caseworker.read(f"/v1/applications/{grant['applicationId']}")
    hearings.exempt(world, hub, application, kind="notice", ground="known")
    told = letters.of_amendment(world, grants.decided(world, hub, amendment))
    assert title(told).endswith("er satt ned") and "Det var vi som tok dette opp" in told
    assert "ned fra 30 000 kroner til 20 000 kroner" in told
    assert "søknaden avslått" not in told and "Dere ba" not in told


def test_a_raise_tells_what_it_was_and_what_of_it_was_refused(world):
    hub = world.hub
    asked = grants.asked(world, hub, "increase", amountOre=MOST)
    decided = grants.decided(world, hub, asked, amountOre=MORE)
    told = letters.of_amendment(world, decided)
    assert "om høyere tilskudd, på 50 000 kroner." in told
    assert "fra 30 000 kroner til 40 000 kroner" in told
    assert "For det over 40 000 kroner, opp til 50 000 kroner, får dere avslag" in told
    assert "søknaden avslått" not in told
    assert "from NOK 30,000 to NOK 40,000" in letters.of_amendment(world, decided, "en")


def test_a_budget_that_was_moved_otherwise_tells_what_was_asked(world):
    hub = world.hub
    world.ensure_account(hub)
    grant = world.accepted()
    wished, given = (move(n * KRONE, place("fagpartner"), place("workshops")) for n in (15_000, 10_000))
    asked = grants.asked(world, hub, "budget_move", grant, moves=[wished])
    told = letters.of_amendment(world, grants.decided(world, hub, asked, moves=[given]))
    assert title(told).startswith("Endret budsjett") and "Dere ba " in told
    assert "ikke endret helt slik dere ba om" in told and "15 000" in told and "65 000" in told
    asked = grants.asked(world, hub, "budget_move", hub.signatory.read(grant.path), moves=[given])
    assert "ikke endret helt" not in letters.of_amendment(world, grants.decided(world, hub, asked))


def test_one_that_ends_the_grant_tells_who_asked(world):
    hub = world.hub
    asked = grants.asked(world, hub, "annulment")
    told = letters.of_amendment(world, grants.decided(world, hub, asked))
    assert "er annullert" in title(told) and "om at tilskuddet annulleres." in told
    assert "som før" not in told and "satt ned" not in told
