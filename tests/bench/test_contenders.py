"""What the daemon is compared with does the work that it is thought to do."""

import json
import subprocess

import psycopg2
import pytest
import trial
from benchlib import load, node, pgbench, process
from benchlib.model import Parameter, Statement

PORT = 18431


@pytest.fixture(name="get", scope="module", params=[False, True], ids=["pool", "pipeline"])
def _get(database, issuer, request):
    with node.service(trial.read(issuer), database, port=PORT, connections=2,
                      pipeline=request.param):
        def get(n, token):
            headers = {"Authorization": "Bearer " + token} if token else {}
            wire, _ = load.request("GET", f"/v1/applications/{trial.application_id(n)}", headers)
            return process.exchange(PORT, wire)

        yield get


def query(database, text):
    connection = psycopg2.connect(host=database.socket_dir, user="postgres", dbname=database.name)
    with connection, connection.cursor() as cursor:
        cursor.execute(text)
        found = cursor.fetchall()
    connection.close()
    return found


def test_node_serves_the_document(get, issuer):
    status, text = get(7, issuer.mint())
    document = json.loads(text)
    assert status == 200 and len(text) >= 2048
    assert document["id"] == trial.application_id(7) and document["title"] == "Søknad 7"
    assert [len(document[name]) for name in ("costs", "goals", "files")] == [12, 12, 12]


def test_node_sees_what_row_level_security_lets_the_caller_see(get, issuer):
    assert get(7, issuer.mint(county="11", sub="ola"))[0] == 404
    assert get(trial.APPLICATIONS + 1, issuer.mint())[0] == 404


def test_node_refuses_what_is_no_good_token(get, issuer):
    assert get(7, None)[0] == 401
    assert get(7, "x")[0] == 401
    assert get(7, trial.Issuer().mint())[0] == 401
    assert get(7, issuer.mint(exp=1))[0] == 401
    assert get(7, issuer.mint(iss="https://other.test"))[0] == 401
    assert get(7, issuer.mint(aud="other"))[0] == 401


def test_node_fails_with_the_caller_statement_and_recovers(get, issuer):
    assert get(7, issuer.mint(sub="nobody"))[0] == 500
    assert get(7, issuer.mint())[0] == 200


def test_node_stands_load(database, issuer, get, tmp_path):
    assert get(7, issuer.mint())[0] == 200
    requests = load.write_requests(tmp_path / "requests", trial.read(issuer).requests)
    result = load.run(requests, PORT, connections=32, seconds=1)
    assert result["statuses"] == {"200": result["sent"]}


def test_pgbench_runs_a_segment_as_one_transaction(database, issuer):
    read = trial.read(issuer)
    statements = [*read.statements, Statement("note", "insert into audit (application) values ($1)",
                                              (Parameter("", f"'{trial.application_id(1)}'"),))]
    before = query(database, "select count(*) from audit")[0][0]
    result = pgbench.run(pgbench.script([statements], read.variables), database, clients=4,
                         transactions=25)
    written = query(database, "select count(*), count(distinct xmin::text) from audit")[0]
    assert result["tps"] > 0
    assert written == (before + 100, before + 100)


def test_pgbench_uses_each_object_once(database):
    write = trial.write()
    pgbench.run_objects(write, database, clients=4, first=100, count=40)
    assert query(database, "select min(n), max(n), count(*) from application where version = 2") \
        == [(101, 140, 40)]


def test_pgbench_fails_if_a_transaction_does(database):
    broken = Statement("broken", "select 1 / $1", (Parameter("", "0"),))
    with pytest.raises(pgbench.PgbenchError, match="division by zero"):
        pgbench.run(pgbench.script([[broken]]), database, clients=1, transactions=1)


def test_pgbench_counts_latency_from_when_a_transaction_was_due(database):
    slow = Statement("slow", "select pg_sleep(0.02)")
    result = pgbench.run(pgbench.script([[slow]]), database, clients=1, seconds=2, rate=100)
    assert result["tps"] == pytest.approx(50, rel=0.1)
    assert result["latency_us"]["max"] > 500000


def test_pss_is_summed_over_a_process_tree():
    allocate = "x=bytearray(30<<20); import subprocess,sys,time;"
    child = f"{allocate} print('ready', flush=True); time.sleep(60)"
    parent = f"{allocate} subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen(["/usr/bin/python3", "-c", parent], stdout=subprocess.PIPE) as running:
        try:
            running.stdout.readline()
            assert len(process.tree(running.pid)) == 2
            assert 60 << 20 < process.pss_bytes(running.pid) < 100 << 20
            assert process.cpu_seconds(running.pid) < 10
        finally:
            for pid in process.tree(running.pid)[::-1]:
                subprocess.run(["kill", str(pid)], check=True)
