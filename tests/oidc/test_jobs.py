"""trinn-jobs against issuers that publish nonsense."""

import contextlib
import json

import pytest
from publisher import Publisher
from support.daemon import wait_until
from support.issuer import Issuer
from support.jobs import Jobs

ISS = "https://issuer.of-jobs.test"


@pytest.fixture(scope="module")
def publisher():
    one = Publisher()
    yield one
    one.stop()


@pytest.fixture(scope="module")
def good():
    return Issuer(ISS, kid="good")


@pytest.fixture(scope="module")
def registered(database, publisher):
    """The issuer, without a key."""
    database.run(
        "insert into trinn.issuers (iss, audience, algorithms, kinds, jwks_uri)"
        " values (%s, 'trinn', '{ES256,RS256}', '{county}', %s)",
        *(ISS, publisher.url),
    )


@pytest.fixture(scope="module")
def jobs(database, publisher, good, registered):
    publisher.publishes(good.jwk())
    one = Jobs(database, development="true", keys_every_s=86400, fetch_timeout_s=1).wait_ready()
    one.wait_for("keys.changed")
    yield one
    one.stop()


@pytest.fixture(autouse=True)
def only_the_good_key(database, publisher, good, jobs):
    if kids(database) != ["good"]:
        publisher.publishes(good.jwk())
        ask(database)
        wait_until(lambda: kids(database) == ["good"])


def kids(database):
    return [
        kid
        for (kid,) in database.rows(
            "select kid from trinn.issuer_keys k join trinn.issuers i on i.id = k.issuer_id"
            " where iss = %s and retired_at is null order by kid",
            ISS,
        )
    ]


def ask(database):
    database.run("select pg_notify('trinn_refresh', %s)", ISS)


def test_the_keys_of_a_set_take_the_place_of_those_before(database, publisher, good, jobs):
    others = [Issuer(ISS, alg, kid) for alg, kid in (("RS256", "a"), ("ES256", "b"))]
    publisher.publishes(*(other.jwk() for other in others), {"kty": "OKP", "kid": "other"})
    ask(database)
    wait_until(lambda: kids(database) == ["a", "b"])
    assert jobs.wait_for("keys.changed", put="2", retired="1")["issuer"] == ISS
    assert jobs.wait_for("key.unusable", kid="other")
    publisher.publishes(good.jwk(), others[0].jwk())
    ask(database)
    wait_until(lambda: kids(database) == ["a", "good"])


def test_a_key_may_change_under_its_kid(database, publisher, jobs):
    publisher.publishes(Issuer(ISS, kid="good").jwk())
    ask(database)
    jobs.wait_for("keys.changed", put="1", retired="0")


def test_a_set_that_has_not_changed_disturbs_nobody(database, publisher, good, jobs):
    settled = publisher.fetches
    ask(database)
    wait_until(lambda: publisher.fetches == settled + 1)
    fetches, changes = publisher.fetches, len(jobs.events("keys.changed"))
    with contextlib.closing(database.connect()) as listener, listener.cursor() as cursor:
        cursor.execute("listen trinn_keys")
        ask(database)
        wait_until(lambda: publisher.fetches == fetches + 1)
        ask(database)
        wait_until(lambda: publisher.fetches == fetches + 2)
        assert len(jobs.events("keys.changed")) == changes
        publisher.publishes(good.jwk() | {"alg": "ES256"})
        ask(database)
        jobs.wait_for("keys.changed", changes + 1)
        listener.poll()
        assert len(listener.notifies) == 1, "the change, and nothing before it"


def secret(jwk):
    return jwk | {"d": jwk["x"]}


def document(*keys):
    return json.dumps({"keys": keys}).encode("utf-8")


BAD = {
    "html": (lambda p, jwk: p.sends(b"<html></html>"), "no JSON object"),
    "nothing": (lambda p, jwk: p.sends(b""), "no JSON object"),
    "an-object": (lambda p, jwk: p.sends(b"{}"), "no JWKS"),
    "a-key-bare": (lambda p, jwk: p.sends(json.dumps(jwk).encode("utf-8")), "no JWKS"),
    "no-keys": (lambda p, jwk: p.publishes(), "no usable key"),
    "secret-key": (lambda p, jwk: p.publishes(secret(jwk)), "no usable key"),
    "symmetric-key": (
        lambda p, jwk: p.publishes({"kty": "oct", "k": "AAAA", "kid": "k"}),
        "no usable key",
    ),
    "no-kid": (
        lambda p, jwk: p.publishes({name: jwk[name] for name in jwk if name != "kid"}),
        "no usable key",
    ),
    "too-many-keys": (
        lambda p, jwk: p.publishes(*(jwk | {"kid": str(i)} for i in range(51))),
        "too many keys",
    ),
    "too-long": (
        lambda p, jwk: p.publishes(jwk, more=" " * (256 * 1024)),
        "longer than 262144 bytes",
    ),
    "without-end": (lambda p, jwk: p.sends_without_end(), "longer than 262144 bytes"),
    "too-slow": (lambda p, jwk: p.drips(), "Timeout was reached"),
    "broken-off": (
        lambda p, jwk: p.breaks_off(document(jwk)),
        "Transferred a partial file",
    ),
    "redirect": (
        lambda p, jwk: p.sends(document(jwk), 302, location=p.url),
        "answered 302",
    ),
    "failure": (lambda p, jwk: p.publishes(jwk, status=500), "answered 500"),
    "not-modified": (lambda p, jwk: p.sends(b"", 304), "answered 304"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_set_in_disorder_changes_nothing(database, publisher, jobs, case):
    make_bad, why = BAD[case]
    make_bad(publisher, Issuer(ISS, kid="bad").jwk())
    before = database.rows("select * from trinn.issuer_keys order by 1, 2")
    failures = len(jobs.events("keys.failed"))
    ask(database)
    assert jobs.wait_for("keys.failed", failures + 1)["why"] == why
    assert database.rows("select * from trinn.issuer_keys order by 1, 2") == before


@pytest.mark.parametrize(
    "address",
    ["http://10.255.255.1/", "http://127.0.0.1:1@10.255.255.1/", "file:///etc/passwd", "nonsense"],
)
def test_plain_http_leaves_not_this_machine(database, publisher, jobs, address):
    set_address(database, address)
    failures = len(jobs.events("keys.failed"))
    ask(database)
    why = jobs.wait_for("keys.failed", failures + 1)["why"]
    set_address(database, publisher.url)
    assert why in ("Unsupported protocol", "URL using bad/illegal format or missing URL")


def set_address(database, address):
    database.run("update trinn.issuers set jwks_uri = %s where iss = %s", address, ISS)


def test_plain_http_is_for_development_only(database, publisher, jobs, good, template):
    other = template.copy()
    other.run(
        "insert into trinn.issuers (iss, audience, algorithms, kinds, jwks_uri)"
        " values (%s, 'trinn', '{ES256}', '{county}', %s)",
        *(ISS, publisher.url),
    )
    fetches = publisher.fetches
    strict = Jobs(other)
    assert strict.wait_for("keys.failed")["why"] == "Unsupported protocol"
    strict.stop()
    assert publisher.fetches == fetches


def test_keys_are_fetched_again_without_being_asked_for(database, publisher, good, template):
    other = template.copy()
    other.run(
        "insert into trinn.issuers (iss, audience, algorithms, kinds, jwks_uri)"
        " values (%s, 'trinn', '{ES256}', '{county}', %s)",
        *(ISS, publisher.url),
    )
    publisher.publishes(good.jwk())
    often = Jobs(other, development="true", keys_every_s=1)
    often.wait_for("keys.changed", put="1", retired="0")
    publisher.publishes(Issuer(ISS, kid="next").jwk())
    often.wait_for("keys.changed", put="1", retired="1")
    assert kids(other) == ["next"]
    often.stop()


def test_one_works_and_the_next_takes_over(database, jobs, template):
    other = template.copy()
    first = Jobs(other).wait_ready()
    second = Jobs(other)
    wait_until(
        lambda: other.value(
            "select count(*) from pg_stat_activity"
            " where datname = %s and application_name = 'trinn-jobs'",
            other.name,
        )
        == 2
    )
    assert not second.events("jobs.ready")
    first.stop()
    second.wait_ready()
    second.stop()


def cut_off(database):
    database.run(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
        " where datname = %s and application_name = 'trinn-jobs'",
        database.name,
    )


def test_a_lost_connection_is_made_again(template):
    other = template.copy()
    one = Jobs(other).wait_ready()
    cut_off(other)
    one.wait_for("db.disconnected")
    one.wait_for("jobs.ready", 2)
    one.stop()


def test_a_connection_lost_during_a_fetch_is_made_again_at_once(publisher, good, template):
    other = template.copy()
    other.run(
        "insert into trinn.issuers (iss, audience, algorithms, kinds, jwks_uri)"
        " values (%s, 'trinn', '{ES256}', '{county}', %s)",
        *(ISS, publisher.url),
    )
    publisher.publishes(good.jwk())
    answer = publisher.behaviour

    def cut_off_and_answer(handler):
        publisher.behaviour = answer
        cut_off(other)
        answer(handler)

    publisher.behaviour = cut_off_and_answer
    one = Jobs(other, development="true", keys_every_s=86400)
    one.wait_for("keys.changed")
    assert one.events("keys.failed")
    one.stop()


def test_another_schema_is_left_alone(template):
    other = template.copy()
    other.run("delete from trinn.schema_versions where number > 1")
    one = Jobs(other)
    assert one.process.wait(20) == 1
    assert one.events("schema.other")
    one.stop(status=1)
