#!/usr/bin/python3
"""Tries every cell of matrix.csv for real, as trinn_api with a caller of the role (column jobs: as trinn_jobs).

A cell says which rows the role reaches with the verb: - none, own its organisation's (or its person's), county those of its
county, all also another county's. A table named `table:state` means its rows in that state only. The file is written by hand
from what each role may see and do; a table of the schema, or a role, that it does not mention fails. Speaks TAP.
"""
import csv
import pathlib
import sys

import psycopg2
import psycopg2.extras

VERBS = ("select", "insert", "update", "delete")
DOCUMENTS = "document_id in (select id from trinn.documents where {})"
IN_OR_OUT = "post_type in ('I', 'U')"
OTHER_THAN_ACCESS = "object_kind not in ('access_request', 'access_decision')"
STATES = {
    "draft": "state = 'draft'", "entered": "state = 'draft' and entered_by is not null", "submitted": "state = 'submitted'", "open": "state = 'open'",
    "planned": "state = 'planned'", "proposed": "state = 'proposed'", "approved": "state = 'approved'",
    "asked": "state = 'asked'", "prepared": "state = 'prepared'", "granted": "state = 'granted'",
    "raised": "state = 'raised'", "exempt": "state = 'exempt'",
    "offered": "state = 'offered'", "active": "state = 'active'", "reviewed": "state = 'reviewed'",
    "queued": "state = 'queued'", "paid": "state = 'paid'", "final": "state = 'final'", "discarded": "state = 'discarded'",
    "interviewed": "state = 'draft' and interviewer_id is not null", "alone": "state = 'draft' and interviewer_id is null",
    "agreed": "state = 'agreed'", "confirmed": "state = 'confirmed'",
    "prospect": "state = 'prospect'", "by_hub": "not by_county", "by_county": "by_county",
    "of_draft": "application_id in (select id from trinn.applications where state = 'draft')",
    "of_returned": "application_id in (select id from trinn.applications where state = 'returned')",
    "of_submitted": "application_id in (select id from trinn.applications where state = 'submitted')",
    "made": "state = 'made'",
    "national": "county_id is null", "local": "county_id is not null",
    "placed": "id in (select person_id from trinn.role_assignments)",
    "unplaced": "id not in (select person_id from trinn.role_assignments where person_id is not null)",
    "person": "person_id is not null", "client": "person_id is null",
    "case": "organisation_id is not null", "setup": "organisation_id is null",
    "case_draft": "draft", "case_seen": "not draft and case_kind = 'application'",
    "scoring": "state = 'scoring'", "consolidated": "state = 'consolidated'", "named": "state = 'named'", "scored": "state = 'scored'",
    "hidden": "evaluation_id in (select id from trinn.evaluations where state = 'scoring')",
    "shown": "evaluation_id in (select id from trinn.evaluations where state = 'consolidated')",
    "of_planned": "call_id in (select id from trinn.calls where state = 'planned')",
    "of_announced": "call_id in (select id from trinn.calls where state <> 'planned')",
    "drawn": "state = 'drawn'", "of_drawn": "sampling_id in (select id from trinn.samplings where state = 'drawn')",
    "of_open": "sampling_id in (select id from trinn.samplings where state = 'open')",
    "of_a_draft": "application_id in (select id from trinn.applications where state = 'draft')",
    "sent_by_party": "state = 'receiving' and uploader_id = applicant_id",
    "sent_by_county": "state = 'receiving' and uploader_id <> applicant_id",
    "seen": "state = 'clean' and access = 'party'", "internal": "state = 'clean' and access = 'county'",
    "by_applicant": "side = 'applicant'", "to_applicant": "side = 'county' and not is_internal", "remark": "is_internal",
    "from_party": DOCUMENTS.format("state = 'receiving' and uploader_id = applicant_id"),
    "from_county": DOCUMENTS.format("state = 'receiving' and uploader_id <> applicant_id"),
    "of_scanning": DOCUMENTS.format("state = 'scanning'"),
    "of_seen": DOCUMENTS.format("state = 'clean' and access = 'party'"),
    "of_internal": DOCUMENTS.format("state = 'clean' and access = 'county'"),
    "in_or_out": f"{IN_OR_OUT} and {OTHER_THAN_ACCESS}", "of_access": f"{IN_OR_OUT} and not {OTHER_THAN_ACCESS}", "within": f"not ({IN_OR_OUT})",
    "of_in_or_out": f"post_id in (select id from trinn.journal_posts where {IN_OR_OUT})",
    "of_within": f"post_id not in (select id from trinn.journal_posts where {IN_OR_OUT})",
    "waiting": "state = 'waiting'", "of_case": "application_id is not null", "of_none": "application_id is null and notification_id is not null",
    "payout": "kind = 'pay'", "other": "kind <> 'pay'",
    "setup_events": "case_kind in ('programme', 'funding_line', 'call', 'role_assignment', 'hub_area', 'instrument',"
                    " 'leader', 'letterhead', 'retention_class', 'body')",
    "of_set_up": "state = 'proposed' and kind not in ('rule_param', 'bank_account')", "of_figure": "kind = 'rule_param'",
    "of_account": "kind = 'bank_account'",
    "delivery_events": "case_kind not in ('application', 'track', 'payment_list', 'programme', 'legal_basis', 'funding_line', 'call',"
                       " 'setup_change', 'role_assignment', 'rule_param', 'bank_account', 'hub_area', 'instrument', 'leader', 'letterhead', 'retention_class', 'body')",
}
PERSONS_COUNTY = "(select min(county_id) from trinn.role_assignments a where a.person_id = x.{})"
# Whose a row is and of which county, where its columns do not say so.
OWNER = {"organisations": "id", "persons": "id", "principals": "person_id", "notifications": "person_id",
         "notification_settings": "person_id", "address_codes": "person_id", "saved_filters": "person_id", "task_reminders": "person_id",
         "role_assignments": "coalesce(person_id, -principal_id)", "bank_files": "creditor_id", "bank_entries": "creditor_id",
         "document_chunks": "(select d.applicant_id from trinn.documents d where d.county_id = x.county_id and d.id = x.document_id)"}
COUNTY = {"counties": "id", "persons": PERSONS_COUNTY.format("id"), "principals": PERSONS_COUNTY.format("person_id")}
# Whose a row of several parties is, by the kind of the caller.
PARTIES = {"county": "", "hub": "hub_id", "firm": "firm_id", "partner": "partner_id", "system": ""}
# The same of rows that do not name the party.
COHORT_FIRM = "(select min(firm_id) from trinn.cohort_firms m where m.county_id = x.county_id and m.cohort_id = x.{})"
FIRM_OF = "(select f.firm_id from trinn.project_firms f where f.county_id = x.county_id and f.project_id = x.{} and f.is_lead)"
SAMPLED_FIRM = "(select min(c.firm_id) from trinn.sampled_cases c where c.county_id = x.county_id and c.sampling_id = x.id)"
PARTIES_OF = {"samplings": {"firm": SAMPLED_FIRM}, "cohorts": {"firm": COHORT_FIRM.format("id")},
              "sessions": {"firm": f"coalesce(x.firm_id, {COHORT_FIRM.format('cohort_id')})"},
              "projects": {"firm": FIRM_OF.format("id")}, "onward_applications": {"firm": FIRM_OF.format("project_id")},
              "onward_corrections": {"firm": FIRM_OF.format("project_id")}}
BY_PERSON = ("persons", "principals", "role_assignments", "notifications", "notification_settings", "address_codes", "saved_filters", "task_reminders")
# What an update sets; elsewhere a column to itself.
SETS = {"forms": "refusal = refusal", "issuers": "refresh_asked_at = now()", "outbox": "delivered_at = now()", "notifications": "read_at = now()", "issuer_keys": "retired_at = now()",
        "cohort_firms": "left_on = left_on", "attendances": "head_count = head_count", "feedback": "score = score",
        "onward_applications": "outcome = outcome", "sampled_cases": "finding = finding",
        "sampling_answers": "reason = reason", "partner_invoices": "credit_note = credit_note",
        "project_firms": "replaced_on = replaced_on", "assessors": "release_reason = release_reason",
        "score_sheets": "total_bp = total_bp", "grant_parts": "remaining_ore = remaining_ore",
        "claim_parts": "approved_ore = approved_ore", "grant_settlements": "return_reason = return_reason", "appeal_proposals": "reason = reason", "meeting_items": "reason = reason",
        "mailings": "how = how", "attendees": "is_present = is_present", "proposals": "reason = reason", "minutes": "approved_at = approved_at",
        "destruction_items": "state = 'spared'"}
# Made true before the cells of a table are tried, so that nothing but the role decides.
BEFORE = {"preliminary_answers": "update trinn.decisions set released_at = null, appeal_deadline = null, accept_by = null,"
                                 " release_on = decided_on + 1",
          "assurances": "update trinn.recommendations set made_by = decided_by from trinn.decisions d"
                        " where d.application_id = recommendations.application_id",
          "claim_costs": "update trinn.claims set submitted_at = now();"
                         " update trinn.claim_costs set supplier_orgnr = null, invoice_number = null",
          "applications": "delete from trinn.case_words",
          "meetings": "alter table trinn.meetings disable trigger meetings_ahead",
          "applications:entered": "update trinn.applications set applicant_kind = 'firm', entered_by = t.person('caseworker'),"
                                  " received_on = trinn.today(), channel = 'letter', authority = 'x'"
                                  " where state = 'draft' and applicant_id = 301",
          "message_documents": "update trinn.messages set written_at = now()",
          "ledger_faults": "update trinn.balances set balance_ore = balance_ore + 1 where account = 'available'"}
SIGNATURES = ("made_by", "decided_by", "submitted_by", "entered_by", "proposed_by", "asked_by", "answered_by", "interviewer_id", "uploaded_by",
              "checked_by", "named_by", "scored_by", "written_by", "lodged_by", "assured_by",
              "put_by", "sent_by", "noted_by", "prepared_by")


class Table:
    """A table, or its rows in one state, with its columns and rows."""

    def __init__(self, db, name):
        self.name = name
        self.relation, _, state = name.partition(":")
        self.where = STATES[state] if state else "true"
        db.execute("select relkind from pg_class where oid = %s::regclass", ("trinn." + self.relation,))
        relkind, = db.fetchone()
        db.execute("select attname, attidentity = 'a' or attgenerated <> '' from pg_attribute"
                   " where attrelid = %s::regclass and attnum > 0 and not attisdropped order by attnum",
                   ("trinn." + self.relation,))
        columns = db.fetchall()
        self.columns = [c for c, _ in columns]
        self.writable = [c for c, generated in columns if not generated]
        column = OWNER.get(self.relation) or next((c for c in ("applicant_id", "organisation_id") if c in self.columns), None)
        parties = {kind: column or c for kind, c in PARTIES.items() if column or c in self.columns}
        parties |= PARTIES_OF.get(self.relation, {})
        owners = "jsonb_build_object({})".format(", ".join(f"'{kind}', {c}" for kind, c in parties.items()))
        county = COUNTY.get(self.relation) or ("county_id" if "county_id" in self.columns else "null")
        # What a row also needs by the end of its transaction is not asked here.
        db.execute("select tgname from pg_trigger where tgrelid = %s::regclass and tgdeferrable and not tgisinternal", ("trinn." + self.relation,))
        for trigger, in db.fetchall():
            db.execute(f"alter table trinn.{self.relation} disable trigger {trigger}")
        for before in dict.fromkeys((self.relation, name)):
            if before in BEFORE:
                as_replica(db, BEFORE[before])
        ctid = "null" if relkind == "v" else "ctid"
        db.execute(f"select to_jsonb(x)::text, to_jsonb(x), {owners}, {county}, {ctid} from trinn.{self.relation} x"
                   f" where {self.where} order by 1")
        self.rows = [Row(*r) for r in db.fetchall()]

    def setting(self):
        column = "version" if "version" in self.columns else self.writable[0]
        return SETS.get(self.relation, f"{column} = {column}")


class Row:
    def __init__(self, text, value, owners, county, ctid):
        self.text, self.value, self.owners, self.county, self.ctid = text, value, owners, county, ctid


class Caller:
    def __init__(self, db, role):
        self.subject = None if role in ("nobody", "jobs") else role
        self.login = "trinn_jobs" if role == "jobs" else "trinn_api"
        db.execute("select a.county_id, a.organisation_id, a.person_id, -a.principal_id, a.kind from trinn.role_assignments a"
                   " join trinn.principals p on p.person_id = a.person_id or p.id = a.principal_id"
                   " where p.subject = %s and p.issuer_id = 1", (self.subject,))
        self.county, self.org, self.person, client, self.kind = db.fetchone() or (None,) * 5
        self.person_or_client = self.person or client

    def scopes(self, table):
        """The table's rows as the caller stands to them."""
        me = self.person_or_client if table.relation in BY_PERSON else self.org
        found = {"own": [], "other": [], "away": []}
        for row in table.rows:
            owner = row.owners.get(self.kind)
            mine = owner is not None and owner == me and row.county in (None, self.county)
            near = row.county is not None and row.county == self.county
            found["own" if mine else "other" if near else "away"].append(row)
        return {scope: rows for scope, rows in found.items() if rows}


def as_replica(db, statement):
    """Past triggers and foreign keys."""
    db.execute("set local session_replication_role = replica")
    db.execute(statement)
    db.execute("set local session_replication_role = origin")


def literal(db, value):
    return db.mogrify("%s", (value,)).decode()


def statement(db, verb, table, row, caller):
    if verb == "update":
        return f"update trinn.{table.relation} set {table.setting()} where ctid = {literal(db, row.ctid)}"
    if verb == "delete":
        return f"delete from trinn.{table.relation} where ctid = {literal(db, row.ctid)}"
    value = dict(row.value)
    for column in SIGNATURES:
        if value.get(column) is not None and caller.person is not None:
            value[column] = caller.person
    columns = ", ".join(table.writable)
    value = literal(db, psycopg2.extras.Json(value))
    return (f"insert into trinn.{table.relation} ({columns})"
            f" select {columns} from jsonb_populate_record(null::trinn.{table.relation}, {value})")


def reached(outcome):
    """True or False, or what kept the cell from being tried."""
    if outcome == "1":
        return True
    if outcome == "0" or outcome.startswith(("42501", "TR")):
        return False
    return outcome


def cell(by_scope):
    """The word for the scopes reached, given {scope: reached}."""
    bad = sorted(f"{scope}: {r}" for scope, r in by_scope.items() if not isinstance(r, bool))
    if bad:
        return " ".join(bad)
    got = {scope for scope, r in by_scope.items() if r}
    near = set(by_scope) - {"away"}
    if not got:
        return "-"
    if got == set(by_scope) and "away" in got:
        return "all"
    if got == near and near != {"own"}:
        return "county"
    return "own" if got == {"own"} else "+".join(sorted(got))


def select_cell(db, table, caller):
    db.execute("savepoint s")
    seen = set()
    try:
        db.execute("select set_config('role', %s, true)", (caller.login,))
        if caller.subject:
            db.execute("select trinn.set_caller('https://dev.test', %s, null, null, 'jobs')", (caller.subject,))
        db.execute(f"select to_jsonb(x)::text from trinn.{table.relation} x")
        seen = {r[0] for r in db.fetchall()}
    except psycopg2.errors.InsufficientPrivilege:
        pass
    db.execute("rollback to s")
    scopes = caller.scopes(table)
    result = {}
    for scope, rows in scopes.items():
        n = sum(row.text in seen for row in rows)
        result[scope] = n == len(rows) if n in (0, len(rows)) else f"{n} of {len(rows)} rows"
    return cell(result)


def write_cell(db, verb, table, caller):
    """Each scope is tried on one row of it."""
    scopes = {scope: rows[0] for scope, rows in caller.scopes(table).items()}
    if verb == "insert":
        if table.relation in BY_PERSON:
            scopes.pop("own", None)  # without it the caller would be nobody
        # The very row once more, so that it can only fail for who asks.
        ctids = ", ".join(f"'{row.ctid}'" for row in scopes.values())
        db.execute("savepoint s")
        as_replica(db, f"delete from trinn.{table.relation} where ctid = any (array[{ctids}]::tid[])")
    db.execute("select t.trial(%s, q, %s) from unnest(%s::text[]) q",
               (caller.subject, caller.login, [statement(db, verb, table, row, caller) for row in scopes.values()]))
    outcomes = [reached(outcome) for outcome, in db.fetchall()]
    if verb == "insert":
        db.execute("rollback to s")
    return cell(dict(zip(scopes, outcomes)))


def read_matrix(path):
    """{(table, verb): {role: cell}} and the roles."""
    with open(path, newline="", encoding="utf-8") as file:
        lines = [[field.strip() for field in line] for line in csv.reader(file) if line and not line[0].startswith("#")]
    roles = lines[0][2:]
    matrix = {}
    for line in lines[1:]:
        assert len(line) == len(roles) + 2, line
        for verb in line[1].split():
            assert (line[0], verb) not in matrix, line
            matrix[line[0], verb] = dict(zip(roles, line[2:]))
    return matrix, roles


class Tap:
    def __init__(self):
        self.n = 0

    def check(self, name, faults):
        self.n += 1
        print("not ok" if faults else "ok", self.n, "-", name)
        for fault in faults:
            print("#  ", fault)


def check_table(db, tap, name, matrix, callers):
    table = Table(db, name)
    for verb in VERBS:
        expected = matrix.get((name, verb))
        if expected is None:
            continue
        if not table.rows:
            got = dict.fromkeys(callers, "no row to try")
        elif verb == "select":
            got = {role: select_cell(db, table, caller) for role, caller in callers.items()}
        else:
            got = {role: write_cell(db, verb, table, caller) for role, caller in callers.items()}
        tap.check(f"{name} {verb}", [f"{role}: {got[role]}, not {expected[role]}" for role in callers if got[role] != expected[role]])


def main():
    matrix, roles = read_matrix(pathlib.Path(__file__).with_name("matrix.csv"))
    connection = psycopg2.connect("")
    db = connection.cursor()
    tap = Tap()
    db.execute("select role from trinn.roles")
    tap.check("every role is in the matrix", sorted({r for r, in db.fetchall()} ^ (set(roles) - {"nobody", "jobs"})))
    db.execute("select relname, relkind from pg_class where relnamespace = 'trinn'::regnamespace and relkind in ('r', 'p', 'v', 'm')")
    need = {(name, verb) for name, kind in db.fetchall() for verb in (VERBS if kind in "rp" else VERBS[:1])}
    tap.check("every table and view is in the matrix, with every verb",
              sorted(f"{t} {v}" for t, v in need ^ {(t.partition(":")[0], v) for t, v in matrix}))
    callers = {role: Caller(db, role) for role in roles}
    for name in dict.fromkeys(table for table, _ in matrix):
        check_table(db, tap, name, matrix, callers)
        connection.rollback()
    print(f"1..{tap.n}")
    return 0


sys.exit(main())
