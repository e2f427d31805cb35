"""The operator's command against a private cluster of its own."""

import csv
import fcntl
import gzip
import json
import os
import re
import shutil
import stat
import subprocess
import uuid

import jwt
import psycopg2
import pytest
import requests

from support import ROOT
from support.daemon import free_port, is_running, wait_until
from support.documents import PDF
from support.trinn import TRINN, Trinn, open_folder

REFERENCE = ROOT / "sql/reference"
REGISTER = REFERENCE / "enheter_synthetic.json.gz"
IS_ROOT = os.geteuid() == 0


@pytest.fixture(scope="module")
def folder():
    with open_folder() as path:
        yield path


@pytest.fixture(scope="module")
def trinn(folder):
    """A migrated cluster with the reference data and the example county."""
    one = Trinn(folder / "state")
    one.ok("cluster", "start")
    one.ok("migrate")
    one.first_import = one.ok("import", REGISTER)
    one.ok("example")
    yield one
    one.ok("clean")


@pytest.fixture
def fresh(trinn):
    """An empty database of the same cluster, as --database takes it."""
    trinn.sql("create database fresh", dbname="postgres")
    yield trinn.conninfo(dbname="fresh")
    trinn.sql("drop database fresh with (force)", dbname="postgres")


@pytest.fixture
def share(tmp_path):
    """A copy of the shared files, to be changed."""
    path = tmp_path / "share"
    shutil.copytree(ROOT / "sql/migrations", path / "sql/migrations")
    shutil.copytree(ROOT / "sql/policies", path / "sql/policies")
    shutil.copytree(ROOT / "deploy/postgres", path / "deploy/postgres")
    return path


def rows_of(name):
    with open(REFERENCE / name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def unit(orgnr="319900713", name="Prøve AS", **members):
    return {"organisasjonsnummer": orgnr, "navn": name, "organisasjonsform": {"kode": "AS"},
            **members}


def write_register(path, units, indent=None):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump(units, file, indent=indent)
    return path


def organisations(trinn):
    return trinn.sql("select * from trinn.organisations order by id")


# The private cluster


def test_a_cluster_that_runs_is_left_alone(trinn):
    started = trinn.one("select pg_postmaster_start_time()")
    trinn.ok("cluster", "start")
    assert trinn.one("select pg_postmaster_start_time()") == started


def test_what_is_stored_is_there_after_stop_and_start(trinn):
    before = organisations(trinn)
    trinn.ok("stop")
    assert "could not connect" in trinn.refused("audit", "verify")
    trinn.ok("cluster", "start")
    assert organisations(trinn) == before


def test_commits_of_the_private_cluster_are_durable(trinn):
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        assert trinn.one(f"show {setting}") == "on"


def test_only_a_socket_leads_to_the_private_cluster(trinn):
    assert trinn.one("show listen_addresses") == ""
    assert (trinn.state / "cluster/.s.PGSQL.5432").is_socket()


@pytest.mark.skipif(not IS_ROOT, reason="only root can become another user")
def test_other_users_of_the_machine_are_not_let_in(trinn):
    folder = (trinn.state / "cluster").resolve()
    mode = folder.stat().st_mode
    folder.chmod(0o755)
    try:
        done = subprocess.run(
            ["setpriv", "--reuid", "daemon", "--regid", "daemon", "--clear-groups",
             "psql", "-X", trinn.conninfo(), "-c", "select 1"], capture_output=True, text=True)
    finally:
        folder.chmod(mode)
    assert "Peer authentication failed" in done.stderr


def test_a_state_folder_that_no_socket_can_be_named_in_serves_all_the_same(tmp_path):
    deep = tmp_path / "with a space" / ("x" * 100)
    one = Trinn(deep)
    one.ok("cluster", "start")
    try:
        elsewhere = (deep / "cluster").resolve()
        assert not elsewhere.is_relative_to(tmp_path)
        assert one.one("select 1") == 1
    finally:
        one.ok("clean")
    assert not elsewhere.exists() and not deep.exists()


def test_a_second_command_is_refused_while_one_is_at_work(trinn):
    with open(trinn.state / "lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "another trinn is at work" in trinn.refused("cluster", "start")


def test_stopping_and_cleaning_what_is_not_there_succeeds_and_makes_nothing(tmp_path):
    one = Trinn(tmp_path / "none")
    one.ok("stop")
    one.ok("clean")
    assert not one.state.exists()


def test_cleaning_leaves_files_of_others(tmp_path):
    one = Trinn(tmp_path / "state")
    one.state.mkdir()
    (one.state / "mine").write_text("")
    assert "could not remove" in one.refused("clean")
    assert (one.state / "mine").exists()


# Migrations


def test_every_migration_is_recorded_with_its_hash(trinn):
    recorded = trinn.sql("select number, name, sha256 from trinn.schema_versions order by 1")
    files = sorted((ROOT / "sql/migrations").glob("*.sql"))
    hashes = subprocess.run(["sha256sum", *files], capture_output=True, text=True, check=True)
    assert recorded == [
        (int(file.name[:4]), file.stem[5:], line.split()[0])
        for file, line in zip(files, hashes.stdout.splitlines())]


def test_migrating_again_changes_nothing(trinn):
    before = trinn.sql("select * from trinn.schema_versions")
    assert "applied" not in trinn.ok("migrate").stdout
    assert trinn.sql("select * from trinn.schema_versions") == before


def test_a_migration_changed_after_it_was_applied_is_refused(trinn, fresh, share):
    trinn.ok("migrate", "--database", fresh, "--share", share)
    with open(share / "sql/migrations/0003_setup.sql", "a") as file:
        file.write("-- a word more\n")
    said = trinn.refused("migrate", "--database", fresh, "--share", share)
    assert '"0003_setup.sql" was changed after it was applied' in said


def test_a_database_with_later_migrations_is_refused(trinn, fresh, share):
    last = sorted((share / "sql/migrations").glob("*.sql"))[-1]
    trinn.ok("migrate", "--database", fresh)
    last.unlink()
    said = trinn.refused("migrate", "--database", fresh, "--share", share)
    assert f"has migration {int(last.name[:4])}, which this trinn does not know" in said


def test_a_gap_between_migrations_is_refused(trinn, fresh, share):
    (share / "sql/migrations/0099_late.sql").write_text("select 1;")
    said = trinn.refused("migrate", "--database", fresh, "--share", share)
    assert "0099_late.sql" in said
    assert trinn.one("select to_regnamespace('trinn') is null", dbname="fresh")


def test_a_migration_that_fails_leaves_nothing_and_those_before_it_stand(trinn, fresh, share):
    n = len(list((share / "sql/migrations").glob("*.sql")))
    bad = share / f"sql/migrations/{n + 1:04}_bad.sql"
    bad.write_text("create table trinn.half_done (a int);\nselect 1 / 0;\n")
    said = trinn.refused("migrate", "--database", fresh, "--share", share)
    assert bad.name in said and "division by zero" in said
    assert trinn.one("select max(number) from trinn.schema_versions", dbname="fresh") == n
    assert trinn.one("select to_regclass('trinn.half_done') is null", dbname="fresh")


def test_policies_that_fail_leave_those_in_force(trinn, share):
    policies = "select tablename, policyname, qual from pg_policies order by 1, 2"
    before = trinn.sql(policies)
    (share / "sql/policies/zzz.sql").write_text("select 1 / 0;\n")
    assert "zzz.sql" in trinn.refused("migrate", "--share", share)
    assert trinn.sql(policies) == before and before


def test_two_migrations_at_once_wait_for_each_other(trinn, fresh):
    command = [TRINN, "migrate", "--database", fresh]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)]
    said = [one.communicate(timeout=120) for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert sum("applied migration 0001" in out for out, _ in said) == 1


# Reference data


def test_the_tables_hold_what_was_published(trinn):
    assert trinn.one("select count(*) from trinn.municipalities") == 38
    published = rows_of("firms_by_municipality_2021.csv")
    loaded = trinn.sql("select coalesce(municipality_no, ''), firms, equity_knok"
                       " from trinn.firms_by_municipality where year = 2021")
    assert sorted(loaded) == sorted(
        (row["municipality_no"], int(row["firms"]), int(row["equity_knok"])) for row in published)


def test_totals_that_do_not_add_up_are_said_and_no_others(trinn):
    said = trinn.first_import.stderr.splitlines()
    assert said == [
        "trinn: warning: firms_by_industry 2021: equity_knok sums to 105885860, 500000 below the"
        " published total 106385860; loaded as published",
        "trinn: warning: firms_by_industry 2021: firms sums to 9288, 60 above the published total"
        " 9228; loaded as published"]


def test_a_row_that_spoils_a_total_is_said(trinn):
    connection = psycopg2.connect(trinn.conninfo())
    with connection, connection.cursor() as cursor:
        cursor.execute("update trinn.all_firms_by_size set firms = firms + 1"
                       " where size_band = '0'")
        cursor.execute("select table_name, measure, rows_sum - total"
                       " from trinn.published_mismatches where table_name = 'all_firms_by_size'")
        assert cursor.fetchall() == [("all_firms_by_size", "firms", 1)]
        connection.rollback()
    connection.close()


def test_the_register_has_as_many_firms_in_each_municipality_as_were_published(trinn):
    differing = trinn.sql(
        "select p.municipality_no, p.firms, count(o.id) from trinn.firms_by_municipality p"
        " left join trinn.organisations o on o.municipality_no is not distinct from"
        " p.municipality_no and o.orgnr < '3199' group by 1, 2 having count(o.id) <> p.firms")
    assert differing == []


def test_employees_that_the_register_withholds_are_unknown_and_not_zero(trinn):
    with gzip.open(REGISTER) as file:
        told = sum("antallAnsatte" in entry for entry in json.load(file))
    known = "select count(employees), min(employees) from trinn.organisations where orgnr < '3199'"
    assert trinn.sql(known) == [(told, 5)]


def test_importing_again_changes_nothing(trinn):
    before = organisations(trinn)
    done = trinn.ok("import", REGISTER)
    assert "0 added, 0 changed" in done.stdout
    assert not re.search(r"[1-9]\d* (put in|taken out)", done.stdout)
    assert organisations(trinn) == before


def test_what_changed_in_the_register_is_refreshed_and_nothing_else(trinn, tmp_path):
    one = write_register(tmp_path / "one.gz", [unit(antallAnsatte=7), unit("319900640")])
    trinn.ok("import", one)
    other = trinn.sql("select * from trinn.organisations where orgnr = '319900640'")
    two = write_register(tmp_path / "two.gz", [unit(konkurs=True), unit("319900640")])
    assert "0 added, 1 changed" in trinn.ok("import", two).stdout
    assert trinn.sql("select bankrupt, employees from trinn.organisations"
                     " where orgnr = '319900713'") == [(True, None)]
    assert trinn.sql("select * from trinn.organisations where orgnr = '319900640'") == other


def test_both_spellings_of_the_founding_date_are_read(trinn, tmp_path):
    trinn.ok("import", write_register(tmp_path / "r.gz", [
        unit("319900713", stiftelsesdato="2001-02-03"),
        unit("319900640", stiftelsedato="2004-02-29")]))
    assert trinn.sql("select founded_on::text from trinn.organisations"
                     " where orgnr in ('319900713', '319900640') order by orgnr") == [
        ("2004-02-29",), ("2001-02-03",)]


@pytest.mark.parametrize("bad, what", [
    (unit("123456789"), 'organisasjonsnummer "123456789"'),
    (unit("000000000"), 'organisasjonsnummer "000000000"'),
    (unit("910000080"), 'organisasjonsnummer "910000080"'),
    (unit(orgnr=319900713), "organisasjonsnummer"),
    ({"navn": "Uten nummer AS"}, "no organisasjonsnummer"),
    (unit(name=""), 'navn ""'),
    (unit(stiftelsesdato="2023-02-29"), 'stiftelsesdato "2023-02-29"'),
    (unit(antallAnsatte=-1), "antallAnsatte"),
    (unit(konkurs="nei"), 'konkurs "nei"'),
    (unit(forretningsadresse={"kommunenummer": "501"}), 'kommunenummer "501"'),
])
def test_an_entry_that_cannot_be_right_is_skipped_and_its_line_is_said(trinn, tmp_path, bad, what):
    path = write_register(tmp_path / "r.gz", [unit("319900640", name="God AS"), bad], indent=1)
    done = trinn.ok("import", path)
    assert "1 skipped" in done.stdout
    said = [x for x in done.stderr.splitlines() if "skipped" in x]
    assert len(said) == 1 and "line 9, entry 2" in said[0] and what in said[0]
    assert trinn.one("select name from trinn.organisations where orgnr = '319900640'") == "God AS"


def test_the_last_of_several_entries_for_one_organisation_counts(trinn, tmp_path):
    path = write_register(tmp_path / "r.gz", [unit(name="Først AS"), unit(name="Sist AS")])
    assert "1 entries are followed by another" in trinn.ok("import", path).stderr
    assert trinn.one("select name from trinn.organisations where orgnr = '319900713'") == "Sist AS"


def test_names_are_stored_as_they_are_written(trinn, tmp_path):
    name = "A\tB\\N\n\\. ø \"'; drop"
    trinn.ok("import", write_register(tmp_path / "r.gz", [unit(name=name)]))
    assert trinn.one("select name from trinn.organisations where orgnr = '319900713'") == name


@pytest.mark.parametrize("spoil", [
    lambda text: text[:-1],
    lambda text: text[:-1] + ",]",
    lambda text: text + "x",
    lambda text: text[1:-1],
    lambda text: text.replace('"AS"', '"AS" "AS"'),
    lambda text: text.replace('"navn"', '"organisasjonsnummer"'),
    lambda text: "",
], ids=["no end", "comma before end", "more after end", "no array", "bad element",
        "repeated member", "empty"])
def test_a_malformed_register_changes_nothing(trinn, tmp_path, spoil):
    before = organisations(trinn)
    path = tmp_path / "register.json"
    path.write_text(spoil(json.dumps([unit(name="Ny AS"), unit("319900640", name="Ny AS")])))
    assert "register.json" in trinn.refused("import", path)
    assert organisations(trinn) == before


@pytest.mark.parametrize("spoil", [lambda b: b[:len(b) // 2], lambda b: b[:-8] + bytes(8)],
                         ids=["cut", "wrong checksum"])
def test_a_damaged_gzip_file_changes_nothing(trinn, tmp_path, spoil):
    before = organisations(trinn)
    path = tmp_path / "register.gz"
    path.write_bytes(spoil(REGISTER.read_bytes()))
    trinn.refused("import", path)
    assert organisations(trinn) == before


def test_a_table_with_other_columns_is_refused_and_changes_nothing(trinn, share):
    shutil.copytree(REFERENCE, share / "sql/reference")
    path = share / "sql/reference/firms_by_size_2021.csv"
    path.write_text(path.read_text().replace("employees,firms", "firms,employees", 1))
    before = trinn.sql("select * from trinn.firms_by_size order by 1, 2")
    said = trinn.refused("import", "--share", share)
    assert "firms_by_size_2021.csv" in said
    assert trinn.sql("select * from trinn.firms_by_size order by 1, 2") == before


def test_the_common_instruments_are_there_and_ask_about_every_dimension(trinn):
    listed = json.loads((REFERENCE / "instruments.json").read_text())
    loaded = trinn.sql("select code, kind, title, questions from trinn.instruments"
                       " where county_id is null order by id")
    assert loaded == [(i["code"], i["kind"], i["title"], i["questions"]) for i in listed]
    asked = {}
    for _, kind, title, questions in loaded:
        options = [option for q in questions for option in q.get("options", [])]
        for text in (title, *(part["text"] for part in questions + options)):
            assert text.keys() == {"nb", "en"} and all(text.values())
        assert all(len(q["options"]) == 5 for q in questions if q["kind"] == "scale")
        asked.setdefault(kind, set()).update(q["dimension"] for q in questions)
    dimensions = {"digital", "green", "organisation", "strategy"}
    assert asked == dict.fromkeys(("interview", "questionnaire", "survey"), dimensions)


def test_a_version_of_an_instrument_is_never_loaded_anew(trinn, share):
    shutil.copytree(REFERENCE, share / "sql/reference")
    path = share / "sql/reference/instruments.json"
    instruments = json.loads(path.read_text())
    instruments[1]["questions"].pop()
    path.write_text(json.dumps(instruments))
    said = trinn.refused("import", "--share", share)
    assert "self-check version 1 is stored otherwise" in said
    instruments[1]["version"] = 2
    path.write_text(json.dumps(instruments))
    assert "instruments: 1 put in" in trinn.ok("import", "--share", share).stdout


# The example county and its tokens


def test_the_example_county_has_people_for_every_step_of_a_case(trinn):
    roles = dict(trinn.sql("select role, count(distinct person_id)::int"
                           " from trinn.role_assignments group by role"))
    assert roles == {
        "county_admin": 2, "caseworker": 2, "decision_maker": 2, "secretary": 1, "attestant": 1,
        "releaser": 1, "finance": 2, "auditor": 1, "programme_lead": 1, "archivist": 1,
        "steering_member": 4, "hub_editor": 7, "hub_signatory": 7, "firm": 1, "fagpartner": 12}


def test_loading_the_example_county_again_changes_nothing(trinn):
    everything = ("select (select count(*) from trinn.persons), (select count(*) from"
                  " trinn.role_assignments), (select count(*) from trinn.audit_events),"
                  " (select count(*) from trinn.rule_params)")
    before = trinn.sql(everything)
    trinn.ok("example")
    assert trinn.sql(everything) == before


def test_a_token_is_signed_by_the_published_key(trinn):
    token = trinn.ok("token", "kari.caseworker", "--ttl", "60").stdout.strip()
    kid = jwt.get_unverified_header(token)["kid"]
    jwk = trinn.one("select jwk from trinn.issuer_keys where kid = %s and retired_at is null", kid)
    assert not {"d", "p", "q", "k"} & set(jwk)
    claims = jwt.decode(token, jwt.PyJWK(jwk).key, algorithms=["RS256"], audience="trinn")
    assert claims["iss"] == trinn.one("select iss from trinn.issuers where development")
    assert claims["sub"] == "kari.caseworker"
    assert claims["exp"] - claims["iat"] == 60


def test_every_token_has_an_id_of_its_own(trinn):
    tokens = [trinn.ok("token", "kari.caseworker").stdout.strip() for _ in range(2)]
    ids = {jwt.decode(t, options={"verify_signature": False})["jti"] for t in tokens}
    assert len(ids) == 2


@pytest.mark.parametrize("ttl", ["0", "-1", "86401", "1h", ""])
def test_a_life_of_a_token_beyond_what_its_issuer_may_grant_is_refused(trinn, ttl):
    assert "--ttl" in trinn.refused("token", "kari.caseworker", "--ttl", ttl)


def test_only_its_owner_can_read_the_issuers_key(trinn):
    assert stat.S_IMODE((trinn.state / "issuer.pem").stat().st_mode) == 0o600


def test_a_lost_key_is_replaced_and_retired(trinn):
    old = trinn.one("select kid from trinn.issuer_keys where retired_at is null")
    (trinn.state / "issuer.pem").unlink()
    assert "no development issuer" in trinn.refused("token", "kari.caseworker")
    trinn.ok("example")
    valid = trinn.sql("select kid from trinn.issuer_keys where retired_at is null")
    assert len(valid) == 1 and valid[0][0] != old


def test_the_development_issuer_is_put_into_no_other_database(trinn, fresh):
    trinn.ok("migrate", "--database", fresh)
    assert "takes no option --database" in trinn.refused("example", "--database", fresh)
    trinn.ok("example", TRINN_DATABASE=fresh)
    assert trinn.one("select count(*) from trinn.issuers", dbname="fresh") == 0


# Verification


@pytest.fixture
def tamper(trinn):
    """Runs SQL past every rule, and undoes it by other SQL at the end."""
    undo = []

    def run(text, undo_text):
        trinn.sql("set session_replication_role = replica; " + text)
        undo.append(undo_text)

    yield run
    for text in undo:
        trinn.sql("set session_replication_role = replica; " + text)


def test_an_untouched_trail_and_ledger_have_no_faults(trinn):
    n = trinn.one("select count(*) from trinn.guards")
    assert f"{n} audit chains with {n} rows checked, 0 faults" in trinn.ok("audit", "verify").stdout
    assert "0 faults" in trinn.ok("ledger", "verify").stdout


def test_a_row_altered_behind_the_trail_is_found(trinn, tamper):
    who = trinn.one("select max(id) from trinn.role_assignments")
    tamper(f"update trinn.role_assignments set valid_to = valid_from where id = {who}",
           f"update trinn.role_assignments set valid_to = null where id = {who}")
    done = trinn.run("audit", "verify", "--county", "50")
    assert done.returncode == 1
    assert f"county 50, role assignment {who}, audit row 1: rows of the case altered" in done.stdout
    assert "2 faults" in done.stdout


def test_an_altered_audit_row_is_found(trinn, tamper):
    tamper("update trinn.audit_events set reason = 'other' where case_id = 1",
           "update trinn.audit_events set reason = 'example county' where case_id = 1")
    done = trinn.run("audit", "verify")
    assert done.returncode == 1 and "audit row altered" in done.stdout


def test_a_chain_without_its_head_is_found_whatever_county_it_names(trinn, tamper):
    tamper("insert into trinn.audit_events select 99, case_kind, case_id, seq, at, person_id,"
           " principal_id, assignment_id, role, action, object_kind, object_id, reason, reason_salt, reason_seal, detail,"
           " trace_id, draft, state_digest, hash from trinn.audit_events where case_id = 1",
           "delete from trinn.audit_events where county_id = 99")
    done = trinn.run("audit", "verify")
    assert done.returncode == 1 and "county 99" in done.stdout


def test_a_balance_without_postings_is_found(trinn, tamper):
    tamper("insert into trinn.balances values (50, 7, 2026, 'paid', 150)",
           "delete from trinn.balances")
    done = trinn.run("ledger", "verify")
    assert done.returncode == 1
    assert ("county 50, funding line 7, 2026, account paid: the ledger has 0.00 kr, the balance is"
            " 1.50 kr") in done.stdout


def test_a_posting_that_no_report_has_is_found_by_its_day(trinn, tamper):
    tamper("insert into trinn.postings (county_id, funding_line_id, year, kind, from_account,"
           " to_account, amount_ore, object_kind, object_id, booked_on)"
           " values (50, 7, 2026, 'pay', 'approved', 'paid', 150, 'payment', 9, '2026-12-30')",
           "delete from trinn.postings where funding_line_id = 7")
    done = trinn.run("ledger", "verify")
    assert done.returncode == 1
    assert ("county 50, funding line 7, 2026, account paid, booked on 2026-12-30: the ledger has"
            " 1.50 kr, the payment report has 0.00 kr") in done.stdout


def test_a_county_that_is_not_there_is_no_county_without_faults(trinn):
    assert 'there is no county "51"' in trinn.refused("audit", "verify", "--county", "51")


# The command line


@pytest.mark.parametrize("args", [[], ["fly"], ["audit"], ["token", "--fly"]])
def test_what_is_no_subcommand_exits_with_2(args):
    done = subprocess.run([TRINN, *args], capture_output=True, text=True)
    assert done.returncode == 2 and "--help" in done.stderr


def test_help_names_every_subcommand():
    done = subprocess.run([TRINN, "--help"], capture_output=True, text=True, check=True)
    for name in ("dev", "stop", "clean", "cluster start", "cluster stop", "migrate", "import",
                 "example", "history", "token", "audit verify", "ledger verify"):
        assert f"\n  {name} " in done.stdout


def test_operands_and_options_that_do_not_belong_are_refused(trinn):
    assert "needs SUBJECT" in trinn.refused("token")
    assert "too many" in trinn.refused("token", "a", "b")
    assert 'no operand "x"' in trinn.refused("migrate", "x")
    assert "no option --county" in trinn.refused("migrate", "--county", "50")


# Everything at once


@pytest.fixture(scope="module")
def running(folder):
    one = Trinn(folder / "dev")
    one.port = str(free_port())
    one.said = one.ok("dev", "--firms", "0", "--port", one.port).stdout
    yield one
    one.ok("clean")
    assert not one.state.exists()


def get(port, path):
    return subprocess.run(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}",
                           f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True).stdout


def test_dev_ends_with_a_daemon_that_is_ready(running):
    assert get(running.port, "/readyz") == "200"
    assert f"http://127.0.0.1:{running.port}/v1" in running.said


def test_dev_plays_every_step_of_the_main_path(running):
    steps = json.loads((REFERENCE / "main_path.json").read_text())
    expected = [str(step["expect"]) for step in steps
                if "do" in step and step.get("if") in (None, "way")]
    assert re.findall(r"^ {0,3}\d+  .* (\d{3}) +\d+ ms", running.said, re.M) == expected


def test_the_tour_ends_with_the_payment_it_made(running):
    reference, = running.sql("select reference from trinn.payments where state = 'paid'")[0]
    assert reference in running.said.partition("The payment report")[2]


ELVESTRAND = "(select id from trinn.organisations where orgnr = '319900365')"


def test_the_tour_takes_a_firm_all_the_way_with_what_it_confirmed_and_paid(running):
    assert running.sql(
        f"select state, stage from trinn.enrolments where firm_id = {ELVESTRAND}") == [
        ("finished", 3)]
    assert running.sql(
        "select p.name, h.state, h.confirmed_minutes from trinn.hours h"
        f" join trinn.persons p on p.id = h.confirmed_by where h.firm_id = {ELVESTRAND}") == [
        ("Frode Elvestrand", "invoiced", 2040)]
    assert running.sql(
        "select c.state, c.amount_ore, c.settled_aid_ore, b.state from trinn.copayments c"
        " join trinn.bank_entries b on b.copayment_id = c.id"
        f" where c.firm_id = {ELVESTRAND}") == [("paid", 1_200_000, 2_880_000, "matched")]


def test_the_tour_prints_the_funnel_of_the_year_as_a_table(running):
    table = running.said.partition("15. How far")[2].partition("16. ")[0].splitlines()
    rules = [n for n, line in enumerate(table) if line.startswith("----")]
    columns = [match.span() for match in re.finditer("-+", table[rules[0]])]

    def cells(line):
        return [line[begin:end].strip() for begin, end in columns]

    heads, total = cells(table[rules[0] - 1]), cells(table[rules[1] + 1])
    rows = [cells(line) for line in table[rules[0] + 1:rules[1]]]
    assert {"GRANLIA NÆRINGSHAGE AS"} <= {row[0] for row in rows} and total[0] == ""
    for name in ("Prospects", "Enrolled", "Completed"):
        n = heads.index(name)
        assert sum(int(row[n]) for row in rows) == int(total[n]) > 0


class Hand:
    """One person of the example county at its daemon."""

    def __init__(self, running, name):
        self.base = f"http://127.0.0.1:{running.port}"
        self.headers = {"Authorization": f"Bearer {running.ok('token', name).stdout.strip()}"}

    def send(self, method, path, etag=None, **content):
        headers = self.headers | {"Idempotency-Key": f'"{uuid.uuid4()}"'}
        headers |= {"If-Match": etag} if etag else {}
        headers |= {"Content-Type": "application/octet-stream"} if "data" in content else {}
        reply = requests.request(method, self.base + path, headers=headers, **content)
        assert reply.ok, reply.text
        return reply


def test_what_a_firm_gets_of_the_example_county_is_told_in_english_too(running):
    firm = Hand(running, "frode.firm")
    told = {}
    for language in ("nb", "en"):
        firm.headers["Accept-Language"] = language
        schemes = firm.send("GET", "/v1/schemes").json()["schemes"]
        told[language] = {(s["programme"]["code"], stage["number"], member): stage[member]
                          for s in schemes for stage in s["stages"]
                          for member in ("name", "firmGets")}
    assert {code for code, _, _ in told["nb"]} >= {
        "industri-40-trondelag", "baerekraft-trondelag", "bio-trondelag"}
    assert [key for key, text in told["nb"].items() if told["en"][key] == text] == []


def upload(hand, application, content):
    """Path of what was sent whole."""
    new = {"title": "Plan.pdf", "mediaType": "application/pdf", "sizeBytes": len(content)}
    made = hand.send("POST", f"/v1/applications/{application}/documents", json=new)
    path = made.headers["Location"]
    hand.send("PUT", f"{path}/chunks/1", data=content)
    hand.send("POST", f"{path}/complete", etag=hand.send("GET", path).headers["ETag"])
    return path


def test_what_is_uploaded_after_dev_is_looked_at_and_marked_as_no_scanner_saw_it(running):
    application = running.one("select max(id) from trinn.applications where state = 'active'")
    subject = running.one(
        "select p.subject from trinn.applications a join trinn.role_assignments r"
        " on r.organisation_id = a.applicant_id and r.role = 'hub_signatory'"
        " join trinn.principals p on p.person_id = r.person_id where a.id = %s limit 1", application)
    hand = Hand(running, subject)
    path = upload(hand, application, PDF)
    wait_until(lambda: hand.send("GET", path).json()["state"] != "scanning", 20, "a look")
    document = hand.send("GET", path).json()
    assert document["state"] == "clean"
    assert document["scan"]["scanner"] is None and len(document["sha256"]) == 64


def test_the_trail_and_the_ledger_have_no_faults_after_the_tour(running):
    assert ", 0 faults" in running.ok("audit", "verify").stdout
    assert ", 0 faults" in running.ok("ledger", "verify").stdout


@pytest.mark.parametrize("program", ("trinnd", "trinn-jobs"))
def test_a_program_logs_no_error_during_the_tour(running, program):
    lines = (running.state / f"{program}.log").read_text().splitlines()
    assert [line for line in lines if json.loads(line)["lvl"] not in ("info", "warn")] == []


def test_every_curl_line_that_dev_prints_works_as_it_stands(running):
    lines = [line.strip() for line in running.said.splitlines() if line.startswith("  curl ")]
    roles = running.one("select count(distinct role) from trinn.role_assignments")
    assert len(lines) == roles
    for line in lines:
        line = line.replace("curl ", "curl -s -o /dev/null -w '%{http_code}' ", 1)
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
        assert done.stdout == "200", line + done.stderr


def pids_of(running):
    return [int((running.state / f"{name}.pid").read_text()) for name in ("trinnd", "trinn-jobs")]


def test_a_second_dev_goes_on_from_what_the_first_left(running):
    pids = pids_of(running)
    before = organisations(running)
    paid = "select count(*) from trinn.payments where state = 'paid'"
    paid_before = running.one(paid)
    running.ok("dev", "--firms", "0", "--port", running.port)
    assert organisations(running) == before
    assert running.one(paid) == paid_before + 1
    assert running.sql(
        f"select state, round from trinn.enrolments where firm_id = {ELVESTRAND}") == [
        ("finished", 2)]
    assert set(pids_of(running)).isdisjoint(pids)
    assert get(running.port, "/readyz") == "200"


def test_a_port_in_use_is_said_and_the_daemon_that_has_it_stays(running, folder):
    other = Trinn(folder / "other")
    try:
        assert "could not use port" in other.refused("dev", "--firms", "0", "--port", running.port)
        assert get(running.port, "/readyz") == "200"
    finally:
        other.ok("clean")


def test_stop_ends_both_programs_and_a_pid_of_another_process_is_not_touched(running):
    pids = pids_of(running)
    assert all(map(is_running, pids))
    running.ok("stop")
    assert get(running.port, "/readyz") == "000"
    assert not any(map(is_running, pids))
    bystander = subprocess.Popen(["sleep", "60"])
    try:
        (running.state / "trinnd.pid").write_text(f"{bystander.pid}\n")
        running.ok("stop")
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()
    running.ok("dev", "--firms", "0", "--port", running.port)
    assert get(running.port, "/readyz") == "200"
