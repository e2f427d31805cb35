"""The service about itself, and what HTTP asks of every answer."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from support.client import Client
from support.cluster import Database
from support.contract import document, operations
from support.daemon import Daemon, wait_until
from support.fixtures import needs_timers
from support.world import World

# ---- alive, ready, figures


def test_it_is_alive_and_ready(world):
    assert world.nobody.get("/livez").expect(200).json == {"status": "alive"}
    assert world.nobody.get("/readyz").expect(200).json == {"status": "ready"}


def test_without_its_database_it_is_alive_and_not_ready_and_recovers(template, issuer):
    database = template.copy()
    daemon = Daemon(database, workers=1).start()
    try:
        nobody = Client(daemon.url)
        admin = Database(database.cluster, "postgres")
        admin.run(f"alter database {database.name} allow_connections false")
        admin.run(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            f" where datname = '{database.name}'"
        )
        wait_until(lambda: nobody.get("/readyz").status == 503, 10, "unreadiness")
        reply = nobody.get("/readyz").refused("unavailable", 503)
        assert reply.headers["Retry-After"]
        nobody.get("/livez").expect(200)
        admin.run(f"alter database {database.name} allow_connections true")
        daemon.wait_ready()
    finally:
        daemon.stop(allowed=("db.disconnected", "db.failed", "db.connect"))


def test_before_it_has_the_issuers_keys_a_good_token_is_told_to_come_again(template, issuer):
    database = template.copy()
    admin = Database(database.cluster, "postgres")
    admin.run(f"alter database {database.name} allow_connections false")
    daemon = Daemon(database, workers=1)
    daemon.launch()
    try:
        reader = Client(daemon.url, issuer.token("caseworker@trondelag"))
        reply = reader.get("/v1/applications").refused("unavailable", 503)
        assert reply.headers["Retry-After"]
        admin.run(f"alter database {database.name} allow_connections true")
        daemon.wait_ready()
        reader.get("/v1/applications").expect(200)
    finally:
        daemon.stop(allowed=("db.disconnected", "db.failed", "db.connect"))


SAMPLE = re.compile(
    r'([a-z_]+)(?:\{((?:[a-z]+="[^"\\\n]*",?)*)\})? (-?[0-9.]+(?:e[+-]?\d+)?|\+Inf|NaN)$'
)


def samples(text):
    """Metric, labels and value of every sample; the rest must be HELP and TYPE."""
    types, found = {}, []
    for line in text.splitlines():
        if line.startswith("# HELP "):
            continue
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in types and kind in ("counter", "gauge", "histogram"), line
            types[name] = kind
            continue
        match = SAMPLE.match(line)
        assert match, line
        found.append((match[1], dict(re.findall(r'([a-z]+)="([^"]*)"', match[2] or "")), match[3]))
    return types, found


def test_its_figures_are_text_that_prometheus_reads(world):
    world.county.caseworker.get("/v1/applications").expect(200)
    reply = world.nobody.get("/metrics").expect(200)
    assert reply.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    assert reply.text.endswith("\n")
    types, found = samples(reply.text)
    for name, labels, value in found:
        base = re.sub(r"_(bucket|sum|count)$", "", name)
        kind = types.get(name) or types.get(base)
        assert kind, name
        assert (kind == "counter") <= name.endswith("_total"), name
        assert float(value) >= 0
    assert len({(n, tuple(sorted(la.items()))) for n, la, _ in found}) == len(found)


def test_the_buckets_of_a_duration_add_up(world):
    for _ in range(8):
        world.county.caseworker.another().get("/v1/calls").expect(200)
    _, found = samples(world.nobody.another().get("/metrics").text)
    name = "trinn_http_duration_seconds"
    operations_told = {la["operation"] for n, la, _ in found if n == name + "_count"}
    assert {"listCalls"} <= operations_told <= set(operations())
    for operation in operations_told:
        of_this = [(n, la, v) for n, la, v in found if la.get("operation") == operation]
        buckets = [
            (float(la["le"]), int(v)) for n, la, v in of_this if n == name + "_bucket"
        ]
        counts = [count for _, count in buckets]
        assert buckets == sorted(buckets) and counts == sorted(counts)
        (total,) = (int(v) for n, _, v in of_this if n == name + "_count")
        assert buckets[-1] == (float("inf"), total)


# ---- the document


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
def test_its_figures_are_not_for_who_comes_through_a_proxy(world, header):
    world.nobody.get("/metrics", headers={header: "203.0.113.7"}).refused("not-found", 404)


def test_the_document_that_is_served_is_the_one_of_the_repository(world):
    assert world.nobody.get("/openapi.json").expect(200).json == document()


# ---- methods

PATHS = sorted({op.path for op in operations().values()})


@pytest.mark.parametrize("path", PATHS)
def test_a_method_that_is_not_there_is_told_with_those_that_are(world, path):
    there = {op.method for op in operations().values() if op.path == path}
    there |= {"HEAD"} if "GET" in there else set()
    target = re.sub(r"\{\w+\}", "1", path)
    for method in {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"} - there:
        reply = world.county.caseworker.send(method, target)
        assert reply.status == 405, reply
        assert set(reply.headers["Allow"].split(", ")) == there
        if method != "HEAD":
            reply.refused("method-not-allowed", 405)
    reply = world.county.caseworker.send("OPTIONS", target).expect(204)
    assert set(reply.headers["Allow"].split(", ")) == there


@pytest.mark.parametrize(
    "path", ["/", "/v1", "/v2/calls", "/v1/calls/", "/v1//calls", "/V1/calls", "/v1/calls/1/x"]
)
def test_a_path_that_is_not_there_is_not_found(world, path):
    for person in (world.nobody, world.county.caseworker):
        reply = person.get(path)
        reply.refused("not-found", 404)


def test_a_head_is_the_get_without_its_content(world):
    draft = world.hub.draft()
    for path in (draft.path, "/v1/applications", "/livez", "/openapi.json"):
        get, head = world.hub.signatory.get(path), world.hub.signatory.send("HEAD", path)
        assert head.expect(200).content == b""
        for name in ("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary"):
            assert head.headers.get(name) == get.headers.get(name), name
    world.hub.signatory.send("HEAD", "/v1/applications/999999").expect(404)


# ---- what is told with every answer


def test_a_trace_is_taken_up_and_told(world):
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    headers = {"traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
    reply = world.county.caseworker.get("/v1/applications/999999", headers=headers)
    assert reply.headers["traceparent"].split("-")[1] == trace == reply.json["traceId"]


@pytest.mark.parametrize("bad", ["", "00-" + "0" * 32 + "-00f067aa0ba902b7-01", "x", "00-ÿ"])
def test_a_trace_that_is_none_is_replaced(world, bad):
    headers = {"traceparent": bad.encode("latin-1")}
    reply = world.county.caseworker.get("/v1/me", headers=headers).expect(200)
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01", reply.headers["traceparent"])
    assert "0" * 32 not in reply.headers["traceparent"]


def test_nothing_is_guessed_or_kept_by_others(world):
    reply = world.county.caseworker.get("/v1/me").expect(200)
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["Cache-Control"].startswith("private")
    assert "Server" not in reply.headers


# ---- problems


def test_a_problem_is_told_as_rfc_9457_wants_it(world):
    reply = world.county.caseworker.get("/v1/applications/999999?").refused("not-found", 404)
    problem = reply.json
    assert problem["type"] == "/problems/not-found" and problem["instance"].startswith("/v1/app")
    assert problem["title"] == "Finnes ikke" and problem["detail"].endswith(".")
    assert problem["errors"] == [{"code": "not-found", "detail": problem["detail"]}]
    assert reply.headers["Content-Language"] == "nb"


@pytest.mark.parametrize(
    "accepted, language",
    [
        (None, "nb"),
        ("", "nb"),
        ("nb", "nb"),
        ("nn-NO", "nb"),
        ("no", "nb"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("nb,en;q=0.8", "nb"),
        ("en,nb;q=0.8", "en"),
        ("en;q=0.3,nb;q=0.9", "nb"),
        ("en;q=0,nb", "nb"),
        ("de,en;q=0.5", "en"),
        ("sv,da", "nb"),
        ("*", "nb"),
        ("fr-en", "nb"),
    ],
)
def test_a_problem_is_told_in_the_language_asked_for(world, accepted, language):
    headers = {} if accepted is None else {"Accept-Language": accepted}
    reply = world.county.caseworker.get("/v1/applications/999999", headers=headers)
    assert reply.headers["Content-Language"] == language
    assert reply.json["title"] == {"nb": "Finnes ikke", "en": "Not found"}[language]


# ---- logs


def test_every_line_of_the_log_is_a_json_object_and_holds_no_secret(template, issuer, recorder):
    """At its most talkative, with good requests, bad ones, and a personal number here and there."""
    number = "31129956715"
    database = template.copy()
    daemon = Daemon(database, log_level="debug").start()
    try:
        world = World(daemon, database, issuer, recorder)
        world.decided()
        person = world.hub.signatory
        person.get("/v1/organisations", q=number)
        person.get(f"/v1/organisations/{number}")
        person.post("/v1/applications", {"callId": "1", "title": number}, key=number)
        person.send("POST", "/v1/applications", data=b'{"' + number.encode() + b'": ')
        expired = issuer.token("hub_signatory@granlia", exp=1)
        person.another(token=expired).get("/v1/me").expect(401)
        person.another(token="x." + number).get("/v1/me").expect(401)
        lines = daemon.log.read_text(encoding="utf-8").splitlines()
        assert len(lines) > 20
        for line in lines:
            event = json.loads(line)
            assert {"ev", "lvl"} <= set(event), line
        text = "\n".join(lines)
        for secret in (number, expired, person.token, person.token.rpartition(".")[2], "eyJ"):
            assert secret not in text, secret
        assert any(e.get("op") == "decideApplication" for e in daemon.events("http.reply"))
    finally:
        daemon.stop()


# ---- more than it can do


@needs_timers
def test_more_than_it_can_do_is_refused_with_503_and_when_to_come_again(template, issuer, recorder):
    """One connection for writing, and that one waits for a lock."""
    database = template.copy()
    settings = {"workers": 1, "read_connections": 1, "write_connections": 1}
    daemon = Daemon(database, **settings).start()
    try:
        world = World(daemon, database, issuer, recorder)
        application = world.hub.apply()
        connection = database.connect()
        connection.autocommit = False
        connection.cursor().execute("lock table trinn.guards in exclusive mode")
        people = [world.county.caseworker.another() for _ in range(64)]
        with ThreadPoolExecutor(len(people)) as pool:
            replies = list(pool.map(lambda p: p.attempt(application, "take"), people))
        connection.rollback()
        connection.close()
        for reply in replies:
            reply.refused("unavailable", 503)
            assert int(reply.headers["Retry-After"]) >= 1
        daemon.wait_ready()
        assert world.county.caseworker.do(application, "take")["state"] == "in_review"
        world.assert_sound()
    finally:
        daemon.stop(allowed=("db.failed",))
