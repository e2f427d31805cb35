"""Whoever changes one value of a case, or one audit row, directly in the database is found out."""

import subprocess

import pytest
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
    meetings,
    mobilisation,
    onbehalf,
    partners,
    program,
    samplings,
    specimens,
)
from support.bodies import (
    REASON,
    corrected_onward,
    measurement,
    new_member,
    new_onward,
    new_project,
    new_result,
    new_role_assignment,
    new_rule_param,
    other_shares,
    preliminary_answer,
)
from support.cast import LETTERHEAD, RETENTION_CLASS

# Tables that no chain covers, each with why.
OUTSIDE = {
    "audit_events": "the chain itself, below",
    "guards": "heads of the chains, below",
    "balances": "sums of the postings: trinn ledger verify",
    "postings": "trinn ledger verify",
    "idempotency_keys": "answers given, for a time",
    "number_series": "counters",
    "stage_places": "counters",
    "document_chunks": "their digest stands in the document",
    "outbox": "messages, for a time",
    "saved_filters": "what one keeps for one's own reading",
    "notifications": "what is told of the outbox, for a time",
    "deliveries": "how that was told, for as long",
    "address_codes": "codes that were sent, for a time",
    "address_tries": "tries at those",
    "task_reminders": "what one was reminded of, for a time",
    "reminder_days": "days on which people were reminded",
    "letter_failures": "tries at what waits",
    "archive_messages": "messages; what came of one is the post's archive reference",
    "case_words": "what search looks in, made of the rows",
}


def given_in_part(world):
    """The answer to a request for access, with a masked copy."""
    application = world.hub.apply()
    told = access.ask(world, access.public_post(world, world.hub, application))
    copy = access.masked(world, world.hub, application)
    part = access.REFUSED | {"outcome": "part", "documentIds": [copy["id"]]}
    world.county.archivist.do(access.found(world, told), "decide", part)


@pytest.fixture(scope="module")
def case(world):
    """One of everything: rejected, part-approved and paid."""
    world.claimed()
    world.paid()
    world.hub.track()
    world.county.caseworker.do(world.hub.apply(), "take")
    documents.clean(world, world.hub.signatory, world.hub.apply())
    county = world.county
    county.archivist.do(journal.entered(world, world.hub), "classify", journal.CLASSIFICATION)
    county.propose("/v1/programmes", county.programme_content())
    county.set_up("/v1/role-assignments", new_role_assignment(world))
    county.set_up("/v1/rule-params", new_rule_param(world))
    county.set_up("/v1/hub-areas", county.hub_area_content(world.hub, "5059"))
    county.set_up("/v1/instruments", county.instrument_content())
    county.set_up("/v1/leaders", {"personId": county.archivist.person})
    county.set_up("/v1/letterheads", LETTERHEAD)
    county.set_up("/v1/retention-classes", RETENTION_CLASS)
    moves = f"/v1/funding-lines/{county.usual_line_id}/money-moves"
    county.set_up(moves, county.money_move_content(100))
    meetings.delegate(world, meetings.body(world), county.funding_line())
    meetings.approved(world)
    disqualifications.raised(world, world.hub)
    evaluations.consolidated(world, world.hub)
    partners.invoiced(world, world.hub)
    world.hub.hub_editor.make("/v1/memberships", new_member(world))
    firm = mobilisation.prospect(world, world.hub)
    world.hub.hub_editor.make(firm / "contacts", mobilisation.contact(world))
    mobilisation.assess(world, world.hub, firm, digital=2)
    mobilisation.ask_handover(world, world.hub, world.other_hub, firm)
    cohorts.delivered(world, world.hub)
    world.hub.begin_deliverable(world.hub.start(world.hub.follow(county.programme())))
    world.hub.ask_waiver(world.hub.follow(county.programme()))
    specimens.expected(world, world.hub)
    copayments.overpaid(world)
    copayments.relief_asked(world)
    copayments.settled(world)
    declared = copayments.declaration(world) | {"by": "Styreleder"}
    world.hub.hub_editor.do(copayments.raised(world), "declare-aid", declared)
    samplings.followed(world, world.hub)
    samplings.answered(world, world.hub)
    hub = world.hub.signatory
    hub.do(hub.make("/v1/results", new_result(world)), "measure", measurement(world))
    project = hub.do(hub.make("/v1/projects", new_project(world)), "plan")
    project = hub.do(project, "apply-onward", new_onward(world))
    project = hub.do(project, "correct-onward", corrected_onward(world, project))
    hub.do(project, "replace-firms", other_shares(world))
    specimens.make(world, world.hub, "projectInvitation", "asked")
    county.caseworker_b.do(specimens.to_assure(world, world.hub), "assure", {"note": "Stemmer"})
    conditions.met(world, world.hub)
    specimens.make(world, world.hub, "standin", "named")
    specimens.make(world, world.hub, "notificationSettings", "asked")
    specimens.make(world, world.hub, "legalHold", "lifted")
    specimens.make(world, world.hub, "destruction", "done")
    county.decide(county.recommend(coapplicants.apply(world.hub, world.firm)))
    given_in_part(world)
    specimens.make(world, world.hub, "amendment", "approved")
    specimens.make(world, world.hub, "hearing", "weighed")
    specimens.make(world, world.hub, "application", "returned")
    specimens.make(world, world.hub, "application", "reversed")
    withdrawal = onbehalf.said(world) | REASON
    county.caseworker.do(world.hub.apply(), "enter-withdrawal", withdrawal)
    posted = onbehalf.entered(world)
    county.decide(county.caseworker_b.do(posted, "recommend", county.recommendation(posted)))
    specimens.make(world, world.hub, "grant", "settled")
    specimens.make(world, world.hub, "lateSubmission", "granted")
    county.caseworker.do(world.hub.apply(), "preliminary-answer", preliminary_answer(world))
    appeals.grounds_asked(world, world.hub)
    appealed = appeals.accepted(world, world.hub)
    attached = documents.clean(world, hub, appealed)
    county.caseworker.make(appealed / "messages", {"text": "Se her", "documentIds": [attached["id"]]})
    content = {"documentIds": [attached["id"]]}
    appeals.allowed(world, world.hub, appeals.lodged(world, world.hub, appealed, **content))
    world.assert_sound()
    return world


@pytest.fixture(scope="module")
def columns(case, database):
    """(table, column, type) of all that a county owns."""
    return database.rows(
        "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
        " join information_schema.tables t using (table_schema, table_name)"
        " where table_schema = 'trinn' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'"
        " and exists (select from"
        "  information_schema.columns o where o.table_schema = 'trinn'"
        "  and o.table_name = c.table_name and o.column_name = 'county_id')"
        " order by 1, c.ordinal_position"
    )


# Numbers far off, so that no other row has them already.
OTHER_VALUES = {
    "integer": "coalesce({0}, 0) + 7700",
    "bigint": "coalesce({0}, 0) + 7700",
    "numeric": "coalesce({0}, 0) + 1",
    "text": "coalesce({0}, '') || 'x'",
    "boolean": "not coalesce({0}, false)",
    "date": "coalesce({0}, '2099-01-01') + 1",
    "timestamp with time zone": "coalesce({0}, now()) + interval '1 microsecond'",
    "bytea": "coalesce({0}, '') || '\\x00'",
    "jsonb": "jsonb_build_array({0})",
    "json": "json_build_array({0})",
    "ARRAY": "array_append({0}, null)",
    "daterange": "{0} + daterange(upper({0}), upper({0}) + 1)",
}


@pytest.fixture(scope="module")
def tampered(case, database):
    """What the verification finds after a change that no trigger sees, and that is undone; None if
    it changed nothing."""
    connection = database.connect()
    connection.autocommit = False

    def find(change):
        with connection.cursor() as cursor:
            cursor.execute("set local session_replication_role = replica")
            cursor.execute(change)
            if cursor.rowcount == 0:
                faults = None
            else:
                cursor.execute("select fault from trinn.audit_faults(null)")
                faults = [fault for (fault,) in cursor.fetchall()]
        connection.rollback()
        return faults

    yield find
    connection.close()


def change_of(table, column, kind):
    chosen = f"(select ctid from trinn.{table} order by ctid desc limit 1)"
    value = OTHER_VALUES[kind].format(column)
    if column.endswith(("_from", "_on")):
        value = value.replace("+ 1", "- 1")  # the first day of a period comes before its last
    return f"update trinn.{table} set {column} = {value} where ctid = {chosen}"


def drop_checks(database, table):
    names = database.rows(
        "select conname from pg_constraint where conrelid = %s::regclass and contype = 'c'",
        f"trinn.{table}",
    )
    for (name,) in names:
        database.run(f"alter table trinn.{table} drop constraint {name}")
    indexes = database.rows(
        "select indexrelid::regclass::text from pg_index where indrelid = %s::regclass"
        " and indisunique and indpred is not null",
        f"trinn.{table}",
    )
    for (name,) in indexes:
        database.run(f"drop index {name}")


def test_every_table_of_a_county_is_covered_or_named_as_not(columns):
    assert set(OUTSIDE) <= {table for table, _, _ in columns}


def test_one_changed_value_of_any_row_of_a_case_is_found(database, columns, tampered):
    untouched, missed = set(), []
    tables = {table for table, _, _ in columns} - set(OUTSIDE)
    for table in tables:
        drop_checks(database, table)
    for table, column, kind in columns:
        if table not in tables or table in untouched:
            continue
        faults = tampered(change_of(table, column, kind))
        if faults is None:
            untouched.add(table)
        elif not faults:
            missed.append(f"{table}.{column}")
    assert missed == []
    # The programme of these cases has no gates.
    assert untouched <= {"stage_gates"}, untouched


def test_a_row_taken_away_or_put_in_is_found(columns, tampered):
    for table in sorted({table for table, _, _ in columns} - set(OUTSIDE)):
        last = f"(select ctid from trinn.{table} order by ctid desc limit 1)"
        assert tampered(f"delete from trinn.{table} where ctid = {last}"), table


def test_one_changed_value_of_any_audit_row_is_found(columns, tampered):
    events = [(column, kind) for table, column, kind in columns if table == "audit_events"]
    assert events
    for column, kind in events:
        assert tampered(change_of("audit_events", column, kind)), column
    for seq in ("min", "max"):
        change = (
            "delete from trinn.audit_events e where seq = (select"
            f" {seq}(seq) from trinn.audit_events o where o.case_kind = e.case_kind"
            " and o.case_id = e.case_id) and case_kind = 'application'"
        )
        assert tampered(change)


def test_a_head_put_back_is_found(tampered):
    change = "update trinn.guards set audit_seq = audit_seq - 1 where kind = 'application'"
    assert tampered(change)
    assert tampered("delete from trinn.guards where kind = 'application'")


def test_the_operators_command_says_which_case_and_what(case, database):
    verify = [program("trinn"), "audit", "verify", f"--database={database.conninfo()}"]
    clean = subprocess.run(verify, text=True, capture_output=True, check=True)
    assert ", 0 faults" in clean.stdout
    id, amount = database.rows("select application_id, amount_ore from trinn.decisions limit 1")[0]
    connection = database.connect()
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        change = "update trinn.decisions set amount_ore = %s where application_id = %s"
        cursor.execute(change, (amount + 1, id))
        found = subprocess.run(verify, text=True, capture_output=True, check=False)
        cursor.execute(change, (amount, id))
    connection.close()
    assert found.returncode != 0
    assert f"application {id}" in found.stdout and "rows of the case altered" in found.stdout
    subprocess.run(verify, check=True, capture_output=True)
