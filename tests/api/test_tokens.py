"""Tokens say who, the database says what."""

import time

import pytest
from support.cast import BY_KEY, add_client, add_person
from support.daemon import wait_until
from support.issuer import Issuer

SUBJECT = "caseworker@trondelag"


def ask(world, token, path="/v1/me", **options):
    return world.nobody.another(token=token, **options).get(path)


def refused(reply, challenge='Bearer error="invalid_token"'):
    reply.refused("unauthenticated", 401)
    assert reply.headers["WWW-Authenticate"] == challenge
    return True


def test_a_request_without_a_token_is_told_to_send_one(world):
    assert refused(world.nobody.get("/v1/me"), "Bearer")
    for other in ("Basic YTpi", "Bearer"):
        reply = world.nobody.get("/v1/me", headers={"Authorization": other})
        assert refused(reply, "Bearer")
    assert refused(world.nobody.get("/v1/me", headers={"Authorization": "Bearer nonsense"}))


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://issuer.test/"},
        {"iss": "https://elsewhere.test"},
        {"iss": None},
        {"aud": "https://somebody-else.test"},
        {"aud": None},
        {"exp": -60},
        {"exp": None},
        {"iat": None},
        {"iat": 7200, "exp": 9000},
        {"nbf": 7200, "exp": 9000},
        {"exp": 90_000},
        {"sub": None},
        {"sub": 7},
        {"sub": ""},
    ],
    ids=str,
)
def test_a_token_with_other_claims_is_no_token(world, claims):
    """Times are seconds from now."""
    now = int(time.time())
    times = {n: now + claims[n] for n in ("iat", "nbf", "exp") if claims.get(n) is not None}
    assert refused(ask(world, world.issuer.token(SUBJECT, **claims | times)))


def test_an_audience_may_be_one_of_several(world):
    token = world.issuer.token(SUBJECT, aud=["https://other.test", "https://trinn.test"])
    ask(world, token).expect(200)


def test_a_signature_must_be_the_issuers(world):
    impostor = Issuer(world.issuer.iss)
    assert refused(ask(world, impostor.token(SUBJECT)))
    head, claims, signature = world.issuer.token(SUBJECT).split(".")
    swapped = signature[:-4] + ("AAAA" if signature[-4:] != "AAAA" else "BBBB")
    assert refused(ask(world, f"{head}.{claims}.{swapped}"))
    assert refused(ask(world, f"{head}.{claims}."))
    assert refused(ask(world, f"{head}.{claims}"))


def test_alg_none_and_symmetric_keys_are_never_accepted(world):
    issuer = world.issuer
    assert refused(ask(world, issuer.token(SUBJECT, algorithm="none", key="")))
    public = str(issuer.jwk()["x"])
    assert refused(ask(world, issuer.token(SUBJECT, algorithm="HS256", key=public)))


@pytest.mark.parametrize(
    "header",
    [
        {"kid": "k2"},
        {"kid": ""},
        {"crit": ["exp"]},
        {"jku": "https://evil.test/keys"},
        {"typ": "dpop+jwt"},
    ],
    ids=str,
)
def test_a_header_with_surprises_is_refused(world, header):
    assert refused(ask(world, world.issuer.token(SUBJECT, header=header)))


def test_a_subject_nobody_knows_is_nobody(world):
    assert refused(ask(world, world.issuer.token("stranger")))
    assert refused(ask(world, world.issuer.token("stranger"), "/v1/applications"))


def test_a_token_is_good_until_it_expires_and_no_longer(world):
    now = int(time.time())
    client = world.nobody.another(token=world.issuer.token(SUBJECT, iat=now - 10, exp=now + 2))
    client.get("/v1/me").expect(200)
    time.sleep(max(0, now + 3.1 - time.time()))
    assert refused(client.get("/v1/me"))


def test_a_fresh_issuer_is_known_at_once_and_a_retired_key_forgotten(world, database):
    issuer = Issuer("https://fresh.test", "RS256")
    issuer.publish(database)
    person = database.value(
        "select person_id from trinn.principals where subject = %s", SUBJECT
    )
    database.run(
        "insert into trinn.principals (issuer_id, subject, person_id)"
        " select id, 'fresh', %s from trinn.issuers where iss = %s",
        *(person, issuer.iss),
    )
    token = issuer.token("fresh")
    wait_until(lambda: ask(world, token).status == 200)
    database.run("update trinn.issuer_keys set retired_at = now() where kid = 'k1' and issuer_id ="
                 " (select id from trinn.issuers where iss = 'https://fresh.test')")
    database.run("notify trinn_keys")
    wait_until(lambda: all(ask(world, token).status == 401 for _ in range(8)))


def test_an_issuer_speaks_for_its_counties_and_kinds_only(world, database):
    for iss, rows in (
        ("https://business.test", {"kinds": ["hub", "firm"]}),
        ("https://nordland.test", {"kinds": ["county"], "county_ids": [18]}),
    ):
        issuer = Issuer(iss)
        issuer.publish(database, **rows)
        subject = f"caseworker of {iss}"
        add_person(database, issuer, subject, (BY_KEY["trondelag"], "caseworker"))
        token = issuer.token(subject)
        wait_until(lambda t=token: ask(world, t).status == 200)
        assert ask(world, token).json["assignments"] == []
        ask(world, token, "/v1/applications").refused("forbidden", 403)


def test_me_tells_who_and_as_what(world):
    me = world.hub.hub_editor.get("/v1/me").expect(200).json
    assert me["person"]["name"] == "hub_editor@granlia"
    (assignment,) = me["assignments"]
    assert assignment["role"] == "hub_editor"
    assert assignment["organisation"]["orgnr"] == world.hub.orgnr
    assert assignment["county"] == "Trøndelag fylkeskommune"


@pytest.fixture(scope="module")
def many_hats(world, database):
    """A hub's editor in two hubs, and a caseworker."""
    add_person(
        database,
        world.issuer,
        "many-hats",
        (BY_KEY["granlia"], "hub_editor"),
        (BY_KEY["skarv"], "hub_editor"),
        (BY_KEY["trondelag"], "caseworker"),
    )
    return world.client("many-hats")


def test_several_roles_that_fit_must_be_chosen_from(many_hats):
    many_hats.get("/v1/applications").refused("role-required", 400)
    many_hats.another(act_as="hub_editor").get("/v1/applications").refused("role-required", 400)


def test_a_role_is_chosen_by_name_by_organisation_or_by_id(world, many_hats):
    own, others = world.hub.draft(), world.other_hub.draft()

    def sees(act_as):
        items = many_hats.another(act_as=act_as).items("/v1/applications")
        return {"own": own["id"], "others": others["id"]}.items() & {
            (name, item["id"]) for item in items for name in ("own", "others")
        }

    assert sees(f"hub_editor@{world.hub.orgnr}") == {("own", own["id"])}
    assert sees(f"hub_editor@{world.other_hub.orgnr}") == {("others", others["id"])}
    assert sees("caseworker") == set()
    assignments = many_hats.get("/v1/me").json["assignments"]
    chosen = next(a for a in assignments if a["organisation"]["orgnr"] == world.hub.orgnr)
    assert sees(chosen["id"]) == {("own", own["id"])}


def test_a_role_one_does_not_have_cannot_be_chosen(world, many_hats):
    for act_as in ("finance", f"hub_editor@{world.neighbour_hub.orgnr}", "0", "x" * 60):
        many_hats.another(act_as=act_as).get("/v1/applications").refused("forbidden", 403)
    stranger = world.county.caseworker.get("/v1/me").json["assignments"][0]["id"]
    many_hats.another(act_as=stranger).get("/v1/applications").refused("forbidden", 403)


def test_the_one_role_that_may_is_taken_without_asking(world, many_hats):
    """Only a caseworker prepares calls."""
    content = world.county.call_content(world.county.usual_line_id)
    many_hats.make("/v1/calls", content)


def test_a_machine_does_what_its_scopes_and_its_assignment_both_allow(world, database):
    scope = "trinn:applications.read"
    add_client(database, world.issuer, "machine", BY_KEY["granlia"], "hub_editor", [scope])
    world.hub.draft()

    def machine(*scopes):
        token = world.issuer.token(client_id="machine", scope=" ".join(scopes))
        return world.nobody.another(token=token)

    assert machine(scope).items("/v1/applications")
    reply = machine("trinn:read").get("/v1/applications").refused("insufficient-scope", 403)
    assert "insufficient_scope" in reply.headers["WWW-Authenticate"]
    machine(scope, "trinn:grants.read").get("/v1/grants").refused("forbidden", 403)
    case = world.hub.apply() / "permitted-actions"
    machine(scope).get(case).refused("person-required", 403)
    write = machine(scope, "trinn:applications.write")
    content = {"callId": world.county.usual_call["id"], "title": "Fra en maskin"}
    write.post("/v1/applications", content).refused("forbidden", 403)


@pytest.mark.parametrize(
    "claims",
    [
        {"client_id": "m-1"},
        {"client_id": "m-1", "subject": "m-1"},
        {"azp": "application of m-1", "subject": "m-1"},
    ],
    ids=["maskinporten", "rfc-9068", "entra"],
)
def test_a_machine_is_held_to_its_scopes_however_it_is_named(world, database, claims):
    scope = "trinn:applications.read"
    if not database.rows("select 1 from trinn.principals where subject = 'm-1'"):
        add_client(database, world.issuer, "m-1", BY_KEY["granlia"], "hub_editor", [scope])

    def ask(scopes):
        token = world.issuer.token(scope=scopes, **claims)
        return world.nobody.another(token=token).get("/v1/applications")

    ask(f"trinn:read {scope}").expect(200)
    for scopes in ("trinn:read", f"{scope}s", None):
        assert ask(scopes).status == 403


@pytest.mark.parametrize("subject", [None, "hub_signatory@granlia"])
def test_a_client_with_the_name_of_a_person_is_not_that_person(world, subject):
    scopes = "trinn:read trinn:applications.read trinn:applications.write"
    token = world.issuer.token(subject, client_id="hub_signatory@granlia", scope=scopes)
    client = world.nobody.another(token=token)
    for path in ("/v1/me", "/v1/applications"):
        client.get(path).refused("unauthenticated", 401)
