"""The rows that Trinn is measured on. Some real cases are made through the API, by those who would
make them; the mass are copies of their rows under other numbers, made in SQL."""

from dataclasses import dataclass

from support import mobilisation
from support.cast import numbers, seed as seed_cast
from support.enrolments import stage
from support.specimens import drop_out
from support.parties import KRONE
from support.world import World

MONEY_ORE = 10**14  # on each line, more than can be spent
APPLIED_ORE = 7500 * KRONE
CLAIMS_OF_GRANT = 10
WAITING = 50  # cases, of however many

# First numbers. They are far apart, and occur in no parameter by chance (recording.Template).
CALL, LINE, DECISION, GRANT = 3 * 10**9, 4 * 10**9, 5 * 10**9, 6 * 10**9
APPLICATION, CLAIM, PAYMENT, POSTING = 1 * 10**12, 2 * 10**12, 3 * 10**12, 4 * 10**12
COPIED_DECISION, COPIED_GRANT = 5 * 10**12, 6 * 10**12
WRITTEN = 7 * 10**12  # the applications that are submitted and decided
WRITTEN_DECISION, WRITTEN_GRANT = 8 * 10**12, 9 * 10**12
FIRM, ENROLMENT = 10 * 10**12, 11 * 10**12
TRADES = ("møbelsnekkeri", "sveising", "støping", "fiskeforedling", "sagbruk", "verksteder",
          "meierier", "bakeri", "steinhogging", "båtbygging", "plastindustri", "glassverk",
          "trykkerier", "maskinering", "elektronikk", "treforedling")
PLACES = ("Oppdal", "Røros", "Steinkjer", "Namsos", "Frøya", "Meråker", "Selbu", "Verdal",
          "Rindal", "Hitra", "Åfjord", "Orkland", "Snåsa", "Levanger", "Melhus", "Malvik", "Skaun")
TITLES = [f"Robotikk for {trade} i {place}" for trade in TRADES for place in PLACES]
WAYS = 10  # of ten firms: so many that their copies are as many in each stage as in life


@dataclass(frozen=True)
class Scale:
    applications: int
    payments: int
    enrolments: int
    small_hub: int  # applications of it
    lines: int


FULL = Scale(applications=1_000_000, payments=1_000_000, enrolments=100_000,
             small_hub=500, lines=100)
QUICK = Scale(applications=20_000, payments=20_000, enrolments=2_000, small_hub=500, lines=4)


def fill(database, daemon, issuer, scale):
    """The whole database; the daemon runs on it."""
    world = World(daemon, database, issuer)
    database.run("create schema bench")
    database.run("create table bench.cases (kind text, k int, case_id bigint,"
                 " primary key (kind, k))")
    for table, first in (("calls", CALL), ("funding_lines", LINE), ("decisions", DECISION),
                         ("grants", GRANT)):
        database.run(f"alter sequence trinn.{table}_id_seq restart with {first}")
    _make_written_cases(world, scale.lines)
    _make_read_cases(world)
    _make_enrolments(world)
    _copy_applications(database, scale)
    _copy_payments(database, scale)
    _copy_enrolments(database, scale)
    database.run("vacuum analyze")


def prepare(database, issuer):
    """What the API cannot be without."""
    seed_cast(database, issuer)


# ---- cases through the API


def _make_written_cases(world, lines):
    """For each line a draft that can be submitted, and an application that can be decided. They are
    the other county's, so that the lists do not grow while it is measured."""
    hub, county = world.neighbour_hub, world.neighbour
    for k in range(lines):
        line_id = county.funding_line(MONEY_ORE)
        call = county.call(line_id)
        if (int(line_id), int(call["id"])) != (LINE + k, CALL + k):
            raise RuntimeError("the numbers of lines and calls do not follow each other")
        _keep(world.database, "submit", k, _fill(hub, hub.draft(call)))
        _keep(world.database, "decide", k, county.recommend(_submit(hub, call)))


def _make_read_cases(world):
    """Paid cases: two of the big hub, two of a firm, one of the small hub (_cases)."""
    for k, applicant in enumerate((world.hub, world.hub, world.firm, world.firm, world.other_hub)):
        county = applicant.county
        application = _submit(applicant, county.usual_call)
        county.decide(county.recommend(application))
        grant = applicant.accept(county.grant_of(application))
        world.ensure_account(applicant)
        claim = applicant.claim(grant, APPLIED_ORE // 2)
        claim = county.release(county.attest(county.review(claim)))
        payment = county.payment_of(claim)
        county.list_payments()
        county.pay(county.finance.read(payment.path))
        _keep(world.database, "case", k, application)


def _make_enrolments(world):
    """Ten firms of two hubs, as far as they come: nine are assessed, eight enter, seven complete a
    first stage, four go on, three of them to the end and one to a third."""
    programme = world.county.programme(stages=[stage(n) for n in (1, 2, 3)])
    for k in range(WAYS):
        hub = (world.hub, world.other_hub)[k % 2]
        firm = hub.follow(programme, next(world.spare_firms))
        _keep(world.database, "enrolment", k, firm)
        if k < 9:
            mobilisation.assess(world, hub, firm)
            firm = hub.signatory.read(firm.path)
        if k == 7:
            drop_out(hub, hub.start(firm))
        for number in [n for n, last in ((1, 7), (2, 3), (3, 1)) if k < last]:
            firm = hub.complete(firm, number)
        if k == 3:
            hub.start(firm, 2)


def _keep(database, kind, k, case):
    database.run("insert into bench.cases values (%s, %s, %s)", kind, k, case["id"])


def _submit(hub, call):
    return hub.signatory.do(_fill(hub, hub.draft(call)), "submit")


def _fill(hub, draft):
    """A plan of the size that they have: more than 2 KiB."""
    total_ore = APPLIED_ORE * 4 // 3
    draft = hub.signatory.save(draft, "plan", _plan(hub))
    draft = hub.signatory.save(draft, "cost-plan", {"costs": _costs(total_ore)})
    finance = hub.finance(APPLIED_ORE, total_ore - APPLIED_ORE)
    return hub.signatory.save(draft, "finance-plan", finance)


def _plan(hub):
    goal = ("Ti industribedrifter skal ha hver sin plan for digital produksjon, og minst fire skal "
            "ha gått i gang med den innen programmet er slutt. ") * 4
    plan = hub.plan()
    orgnrs = numbers(82000001)
    plan["firms"] += [{"orgnr": next(orgnrs), "stage": 1 + n % 2} for n in range(7)]
    roles = ("veileder i produksjon", "veileder i automatisering", "veileder i energibruk")
    plan["fagpartnere"] += [{"orgnr": next(orgnrs), "name": f"Fagpartner {n + 1} AS", "role": role,
                             "hours": 40, "hourlyOre": 1200 * KRONE}
                            for n, role in enumerate(roles)]
    return plan | {"answers": {"goal": goal, "firms": 10}}


def _costs(total_ore):
    part_ore = total_ore // 8
    costs = [{"costGroup": "fagpartner" if n < 5 else "workshops", "amountOre": part_ore,
              "description": f"Samling {n + 1}: innleid hjelp, lokaler og utstyr"}
             for n in range(8)]
    costs[0]["amountOre"] += total_ore - 8 * part_ore
    return costs


# ---- copies in SQL


def copy_written(database, name, first, count, lines):
    """Copies for writing, numbered from `first` and WRITTEN, on so many lines in turn."""
    with _bulk(database) as copy:
        source = (f"generate_series({first}, {first + count - 1}) n"
                  f" join bench.cases c on c.kind = '{name}' and c.k = n % {lines}")
        number = f"{WRITTEN} + n"
        for table, column in (("applications", "id"), ("case_words", "application_id"),
                              ("submissions", "application_id"),
                              ("recommendations", "application_id"), ("guards", "id")):
            changes = {column: number}
            if table == "applications":
                changes["case_number"] = "case when t.case_number is not null then 'S/' || n end"
            if table == "recommendations":
                changes["id"] = "nextval('trinn.recommendations_id_seq')"
            where = "t.kind = 'application'" if table == "guards" else "true"
            copy(table, changes, f"{source} join trinn.{table} t on t.{column} = c.case_id"
                 f" where {where} order by n")
    database.run("vacuum analyze trinn.applications, trinn.guards")


def _copy_applications(database, scale):
    """Each with a title of its own, and found by its words."""
    source = f"generate_series(0, {scale.applications - 1}) n {_cases(scale, 'n')}"
    title = f"'{{{','.join(TITLES)}}}'::text[]"
    nth = f"1 + n % {len(TITLES)}"
    number = "'2023/' || lpad(n::text, greatest(5, length(n::text)), '0')"
    # The words of each title once, and the index when all are in: a row at a time takes hours.
    database.run("create table bench.words as select c.k, i, w.words || to_tsvector('norwegian', t)"
                 " || trinn.name_words(t, 'A') as words from bench.cases c"
                 " join trinn.case_words w on w.application_id = c.case_id,"
                 f" unnest({title}) with ordinality as v(t, i) where c.kind = 'case'")
    database.run("alter table bench.words add primary key (k, i)")
    index = database.value("select pg_get_indexdef('trinn.case_words_search'::regclass)")
    database.run("drop index trinn.case_words_search")
    with _bulk(database) as copy:
        copy("case_words", {
            "application_id": f"{APPLICATION} + n",
            "words": f"b.words || trinn.lexemes(array['#' || {number}], 'A')",
        }, f"{source} join trinn.case_words t on t.application_id = c.case_id"
           f" join bench.words b on b.k = c.k and b.i = {nth}")
        copy("applications", {
            "id": f"{APPLICATION} + n", "case_number": number,
            "title": f"({title})[{nth}]",
            "state": f"case when {_waits(scale)} then 'submitted' else t.state end",
            "created_at": "timestamptz '2023-01-01' + n * interval '1 minute'",
            "submitted_at": "timestamptz '2023-01-08' + n * interval '1 minute'",
        }, f"{source} join trinn.applications t on t.id = c.case_id")
        copy("guards", {"id": f"{APPLICATION} + n"}, f"{source} join trinn.guards t"
             " on t.id = c.case_id and t.kind = 'application'")
    database.run(index)


def _waits(scale):
    """Whether case n waits for a caseworker: few do at any time, and none that has a grant."""
    return (f"n % {scale.applications // WAITING} = 0"
            f" and n >= {scale.payments // CLAIMS_OF_GRANT}")


def _copy_payments(database, scale):
    """Of the first applications, each with one grant."""
    grants = (f"generate_series(0, {scale.payments // CLAIMS_OF_GRANT - 1}) n"
              f" {_cases(scale, 'n')}")
    claims = (f"generate_series(0, {scale.payments - 1}) n"
              f" {_cases(scale, f'(n / {CLAIMS_OF_GRANT})')}")
    of_claim = {"application_id": f"{APPLICATION} + n / {CLAIMS_OF_GRANT}",
                "grant_id": f"{COPIED_GRANT} + n / {CLAIMS_OF_GRANT}"}
    amount_ore = "100000 + (n::bigint * 7919) % 50000000"
    paid_on = f"date '2024-01-01' + (n::bigint * 700 / {scale.payments})::int"
    of_case = "join trinn.{0} t on t.application_id = c.case_id".format
    with _bulk(database) as copy:
        copy("decisions", {
            "id": f"{COPIED_DECISION} + n", "application_id": f"{APPLICATION} + n",
        }, f"{grants} {of_case('decisions')}")
        copy("grants", {
            "id": f"{COPIED_GRANT} + n", "application_id": f"{APPLICATION} + n",
            "decision_id": f"{COPIED_DECISION} + n",
        }, f"{grants} {of_case('grants')}")
        copy("grant_parts", {"grant_id": f"{COPIED_GRANT} + n", "application_id": f"{APPLICATION} + n"},
             f"{grants} {of_case('grant_parts')}")
        copy("grant_costs", {"grant_id": f"{COPIED_GRANT} + n"},
             f"{grants} join trinn.grants g on g.application_id = c.case_id"
             " join trinn.grant_costs t on t.grant_id = g.id")
        copy("claims", of_claim | {"id": f"{CLAIM} + n", "number": f"1 + n % {CLAIMS_OF_GRANT}",
                                   "amount_ore": amount_ore, "approved_ore": amount_ore},
             f"{claims} {of_case('claims')}")
        copy("claim_parts", of_claim | {"claim_id": f"{CLAIM} + n", "amount_ore": amount_ore,
                                        "approved_ore": amount_ore},
             f"{claims} {of_case('claim_parts')}")
        copy("claim_costs", {"claim_id": f"{CLAIM} + n", "invoice_number": "'L' || n"},
             f"{claims} join trinn.claims g on g.application_id = c.case_id"
             " join trinn.claim_costs t on t.claim_id = g.id")
        copy("payments", of_claim | {
            "id": f"{PAYMENT} + n", "claim_id": f"{CLAIM} + n", "reference": "'L' || n",
            "bank_reference": "'B' || n", "amount_ore": amount_ore, "paid_on": paid_on,
        }, f"{claims} {of_case('payments')}")
        copy("postings", {"id": f"{POSTING} + n", "object_id": f"{PAYMENT} + n",
                          "amount_ore": amount_ore, "booked_on": paid_on,
                          "posted_at": f"({paid_on})::timestamptz"},
             f"{claims} join trinn.payments p on p.application_id = c.case_id"
             " join trinn.postings t on t.object_kind = 'payment' and t.object_id = p.id"
             " and t.kind = 'pay'")


def _copy_enrolments(database, scale):
    """Begun over three years."""
    source = (f"generate_series(0, {scale.enrolments - 1}) n join bench.cases c"
              f" on c.kind = 'enrolment' and c.k = n % {WAYS}")
    own = {"enrolment_id": f"{ENROLMENT} + n", "firm_id": f"{FIRM} + n"}
    with _bulk(database) as copy:
        copy("organisations", {"id": f"{FIRM} + n", "orgnr": "(100000000 + n)::text"},
             f"{source} join trinn.enrolments e on e.id = c.case_id"
             " join trinn.organisations t on t.id = e.firm_id")
        copy("enrolments", {"id": f"{ENROLMENT} + n", "firm_id": own["firm_id"]},
             f"{source} join trinn.enrolments t on t.id = c.case_id")
        copy("enrolment_steps", own | {"at": "t.at - n % 1000 * interval '1 day'"},
             f"{source} join trinn.enrolment_steps t on t.enrolment_id = c.case_id")
        copy("guards", {"id": f"{ENROLMENT} + n"}, f"{source} join trinn.guards t"
             " on t.id = c.case_id and t.kind = 'enrolment'")
        copy("passages", {"id": "nextval('trinn.passages_id_seq')"},
             f"trinn.passages_told t where t.enrolment_id >= {ENROLMENT}")


def _cases(scale, n):
    """Joins the case that the application numbered n is a copy of: so many the small hub's, of the
    others three of five the big hub's."""
    every = scale.applications // scale.small_hub
    return (f"join bench.cases c on c.kind = 'case' and c.k = case when {n} % {every} = 7 then 4"
            f" else {n} % 5 / 3 * 2 + {n} % 2 end")


class _bulk:
    """A transaction for copies, in which no trigger runs and no commit is waited for."""

    def __init__(self, database):
        self.connection = database.connect()
        self.cursor = self.connection.cursor()

    def __enter__(self):
        self.cursor.execute("set session_replication_role = replica")
        self.cursor.execute("set synchronous_commit = off")
        return self.copy

    def __exit__(self, *exception):
        self.connection.close()

    def copy(self, table, changes, source):
        """Rows like those of `table` that `source` joins as t, but for `changes`: SQL by column."""
        self.cursor.execute(
            "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0"
            " and not attisdropped and attgenerated = '' order by attnum", [f"trinn.{table}"])
        columns = [name for (name,) in self.cursor.fetchall()]
        values = ", ".join(changes.get(name, f"t.{name}") for name in columns)
        self.cursor.execute(f"insert into trinn.{table} ({', '.join(columns)})"
                            f" select {values} from {source}")
