"""From a foreign issuer through trinn-jobs and the database to the daemon."""

import pytest
from provider import Provider
from support.cast import BY_KEY, add_client, add_person
from support.client import Client
from support.daemon import Daemon, wait_until
from support.issuer import Issuer
from support.jobs import Jobs

SCOPE = "trinn:applications.read"
ASKED_AGAIN_S = 15  # ten seconds after it was asked last, and what a slow machine takes


@pytest.fixture(scope="module")
def issuer_of_all(database, installed):
    """Speaks for a person of the county and for a machine of a hub."""
    provider = Provider(installed)
    database.run(
        "insert into trinn.issuers (iss, audience, algorithms, kinds, jwks_uri)"
        " values (%s, %s, %s, '{county,hub}', %s)",
        *(provider.iss, provider.about["audience"], provider.about["algorithms"]),
        provider.about["jwks"],
    )
    add_person(database, provider, "kari", (BY_KEY["trondelag"], "caseworker"))
    add_client(
        database, provider, provider.client_id, BY_KEY["granlia"], "hub_editor", [SCOPE]
    )
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def jobs(database, issuer_of_all):
    """Nobody but the daemon makes it fetch."""
    one = Jobs(database, development="true", keys_every_s=86400).wait_ready()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def status(daemon, jobs, issuer_of_all, recorder):
    """What a request with a token is answered."""
    jobs.wait_for("keys.changed", issuer=issuer_of_all.iss)

    def ask(token, path="/v1/applications"):
        return Client(daemon.url, token, recorder=recorder).get(path).status

    wait_until(lambda: ask(issuer_of_all.token("ES256", SCOPE)) == 200)
    return ask


def test_tokens_of_a_machine_are_accepted(status, issuer_of_all):
    for alg in issuer_of_all.about["algorithms"]:
        token = issuer_of_all.token(alg, SCOPE)
        assert status(token) == 200
        assert status(token[:-8] + "AAAAAAAA") == 401


def test_a_machine_may_no_more_than_the_scopes_of_its_token(status, issuer_of_all):
    assert status(issuer_of_all.token("RS256", "trinn:read")) == 403


def test_a_person_who_has_logged_in_is_known(status, issuer_of_all):
    token = issuer_of_all.token_of("kari")
    assert status(token, "/v1/me") == 200
    assert status(token) == 200


def test_a_stranger_who_has_logged_in_is_nobody(status, issuer_of_all):
    assert status(issuer_of_all.token_of("ola"), "/v1/me") == 401


def test_a_token_for_another_service_is_refused(status, issuer_of_all):
    assert status(issuer_of_all.token("", SCOPE, resource="urn:other")) == 401


def test_nobody_else_can_speak_for_it(status, issuer_of_all):
    impostor = Issuer(issuer_of_all.iss, kid="es256-1")
    claims = {"aud": issuer_of_all.about["audience"], "scope": SCOPE}
    assert status(impostor.token(issuer_of_all.client_id, **claims)) == 401
    assert status(impostor.token("kari", **claims), "/v1/me") == 401


def test_keys_rotate_without_a_restart_and_soon_again(status, issuer_of_all, daemon):
    workers = daemon.workers()
    first = issuer_of_all.token("RS256", SCOPE)
    issuer_of_all.rotate()
    second = issuer_of_all.token("RS256", SCOPE)
    assert status(first) == 200
    assert status(second) == 401
    wait_until(lambda: all(status(second) == 200 for _ in range(4)), ASKED_AGAIN_S)
    assert status(first) == 200, "still published"

    issuer_of_all.rotate()
    third = issuer_of_all.token("RS256", SCOPE)
    wait_until(lambda: all(status(third) == 200 for _ in range(4)), ASKED_AGAIN_S)
    wait_until(lambda: all(status(first) == 401 for _ in range(4)), 5)
    assert status(second) == 200
    assert daemon.workers() == workers


def test_what_is_known_goes_on_when_the_issuer_is_down(status, issuer_of_all, jobs, database):
    token = issuer_of_all.token("PS256", SCOPE)
    issuer_of_all.stop()
    database.run("select pg_notify('trinn_refresh', %s)", issuer_of_all.iss)
    jobs.wait_for("keys.failed", issuer=issuer_of_all.iss)
    assert status(token) == 200
    fresh = Daemon(database, workers=1).start()
    assert Client(fresh.url, token).get("/v1/applications").status == 200
    fresh.stop()
