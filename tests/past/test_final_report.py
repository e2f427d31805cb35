"""The final report of three years against rows counted another way."""

import csv
import io

import pytest
import requests

INDUSTRY, UMBRELLA = "industri-40-trondelag", "twin-transition"
# Programme %(p)s and what lies below it, in years from %(since)s until %(until)s.
BELOW = """with below as (select id from trinn.programmes
    where %(p)s in (id, parent_id) and county_id = 50) """
YEAR = "extract(year from {}) between %(since)s and %(until)s"
SESSION_YEAR = YEAR.format("s.starts_at at time zone 'Europe/Oslo'")
INTERVIEWS = """select distinct on (a.enrolment_id) a.enrolment_id, a.held_on, a.dimensions,
    a.digital_strategy_written as written from trinn.assessments a join trinn.enrolments e on e.id = a.enrolment_id
    where a.state = 'final' and a.interviewer_id is not null and a.phase = '{}'
    and e.programme_id in (select id from below) order by a.enrolment_id, a.held_on {}, a.id {}"""
PAIRS = (
    f", b as ({INTERVIEWS.format('before', 'asc', 'asc')}),"
    f" a as ({INTERVIEWS.format('after', 'desc', 'desc')})"
)
LATER = YEAR.format("a.held_on")
STAGE = "case r.stage when 0 then p.stage is null else p.stage = r.stage end"
RESULTS = f""", r as (select r.* from trinn.results r where exists (select from trinn.passages p
    where p.enrolment_id = r.enrolment_id and p.programme_id in (select id from below) and {STAGE}
    and p.year between %(since)s and %(until)s))"""
GRANTS = """, g as (select g.* from trinn.grants g join trinn.funding_lines l on l.id = g.funding_line_id
    where l.programme_id in (select id from below) and g.state <> 'lapsed'
    and g.year between %(since)s and %(until)s)"""
UNDISPUTED = "coalesce(h.confirmed_minutes, h.delivered_minutes)"
HOURS = f""" from trinn.hours h, trinn.engagements e, trinn.tracks t
    where e.id = h.engagement_id and t.id = e.track_id and t.programme_id in (select id from below)
    and {YEAR.format("h.delivered_on")}"""
FOLLOWED = """, f as (select distinct e.firm_id, e.hub_id, o.municipality_no as place
    from trinn.enrolments e join trinn.organisations o on o.id = e.firm_id
    where e.programme_id in (select id from below) and e.id in (select enrolment_id from trinn.passages
        where year between %(since)s and %(until)s)
    and o.has_registered_employees and (o.employees is null or o.employees between 1 and 19))"""
# A figure of the report, by its place in it, and the rows it stands for.
FIGURES = {
    "maturity before": (
        f", b as ({INTERVIEWS.format('before', 'asc', 'asc')})",
        f"count(*) from b where {YEAR.format('b.held_on')}",
    ),
    "maturity both": (PAIRS, f"count(*) from a join b using (enrolment_id) where {LATER}"),
    "maturity dimensions digital up": (
        PAIRS,
        "count(*) from a join b using (enrolment_id) where (a.dimensions->>'digital')::int"
        f" > (b.dimensions->>'digital')::int and {LATER}",
    ),
    "maturity dimensions green same": (
        PAIRS,
        "count(*) from a join b using (enrolment_id) where a.dimensions->>'green'"
        f" = b.dimensions->>'green' and {LATER}",
    ),
    "maturity strategies digital after": (
        PAIRS,
        "count(*) from a join b using (enrolment_id)"
        f" where a.written and b.written is not null and {LATER}",
    ),
    "feedback answers": (
        "",
        "count(*) from trinn.feedback f join trinn.sessions s on s.id = f.session_id"
        " join trinn.cohorts c on c.id = s.cohort_id where c.programme_id in (select id from below)"
        f" and {SESSION_YEAR}",
    ),
    "fagpartnerHours localDeliveredMinutes": (
        "",
        f"coalesce(sum({UNDISPUTED}), 0) {HOURS} and e.is_local",
    ),
    "fagpartnerHours deliveredMinutes": ("", f"sum({UNDISPUTED}) {HOURS}"),
    "delivery held hubMinutes": (
        "",
        "sum(s.held_minutes) from trinn.sessions s join trinn.cohorts c on c.id = s.cohort_id"
        " where s.delivered_by = 'hub' and s.state = 'held' and c.programme_id in"
        f" (select id from below) and {SESSION_YEAR} and exists (select from trinn.attendances a"
        " where a.session_id = s.id and a.head_count > 0)",
    ),
    "results results": (RESULTS, "count(*) from r"),
    "results measurements 6 measured": (
        RESULTS,
        "count(*) from r join trinn.measurements m on m.result_id = r.id where m.months = 6",
    ),
    "results measurements 12 moreOre": (
        RESULTS,
        "coalesce(sum(m.effect_ore), 0) from r join trinn.measurements m on m.result_id = r.id"
        " where m.months = 12 and m.effect_ore > 0",
    ),
    "projects onward innovasjon_norge granted grantedOre": (
        "",
        "coalesce(sum(o.granted_ore), 0) from trinn.onward_applications o where o.outcome = 'granted'"
        " and o.sent_to = 'innovasjon_norge' and o.project_id in (select j.id from trinn.projects j"
        " join trinn.project_firms f on f.project_id = j.id and f.agreement = 1 and f.is_lead"
        " where j.programme_id in (select id from below)"
        f" and {YEAR.format('f.agreed_on')})",
    ),
    "money grantedOre": (GRANTS, "sum(amount_ore) from g"),
    "money claimedOre": (
        GRANTS,
        "sum(c.amount_ore) from trinn.claims c where c.state <> 'rejected'"
        " and c.grant_id in (select id from g)",
    ),
    "money paidOre": (
        GRANTS,
        "sum(c.amount_ore) from trinn.payments c where c.state = 'paid'"
        " and c.grant_id in (select id from g)",
    ),
    "money costGroups mobilisation grantedOre": (
        GRANTS,
        "sum(c.amount_ore) from trinn.grant_costs c where c.cost_group = 'mobilisation'"
        " and c.grant_id in (select id from g)",
    ),
    "reach municipalities Steinkjer followed": (
        FOLLOWED,
        "count(distinct firm_id) from f where place = (select number from trinn.municipalities"
        " where name = 'Steinkjer' limit 1)",
    ),
}
CASES = [(INDUSTRY, 2000, 2100), (UMBRELLA, 2000, 2100), (UMBRELLA, 2025, 2025)]


@pytest.fixture(scope="module")
def reader(past, served):
    token = past.ok("token", "petter.programme_lead").stdout.strip()

    def read(programme, **query):
        path = f"{served.url}/v1/programmes/{programme}/final-report"
        reply = requests.get(path, query, headers={"Authorization": f"Bearer {token}"}, timeout=20)
        assert reply.status_code == 200, reply.text
        return reply

    return read


def named(rows, name):
    """Of a list the item that the next words name."""
    for item in rows:
        labels = [item.get(k) for k in ("dimension", "strategy", "months", "costGroup", "name")]
        labels.append(f"{item.get('sentTo')} {item.get('outcome')}")
        if name in [str(label) for label in labels]:
            return item
    return None


def figure(report, place):
    """The value at "results measurements 6 measured"; 0 of what the report has no row for."""
    *words, last = place.split()
    at = report
    while words:
        if isinstance(at, list):
            n = 2 if "sentTo" in at[0] else 1
            at = named(at, " ".join(words[:n]))
            words = words[n:]
            if at is None:
                return 0
        else:
            at = at[words.pop(0)]
    return at[last]


@pytest.mark.parametrize("code, since, until", CASES)
def test_each_figure_is_that_of_its_rows(past, reader, code, since, until):
    programme = past.one("select id from trinn.programmes where code = %s and county_id = 50", code)
    report = reader(programme, fromYear=since, toYear=until).json()
    values = {"p": programme, "since": since, "until": until}
    for place, (of, rows) in FIGURES.items():
        counted = past.one(f"{BELOW}{of} select {rows}" % values)
        assert figure(report, place) == counted, place


def test_all_years_are_all_there_is(past, reader):
    programme = past.one("select id from trinn.programmes where code = %s", UMBRELLA)
    whole, years = reader(programme).json(), reader(programme, fromYear=2000, toYear=2100).json()
    for report in (whole, years):
        del report["fromYear"], report["toYear"]
    assert whole == years
    followed = sum(m["followed"] + m["others"] for m in whole["reach"]["municipalities"])
    assert followed == whole["total"]["firms"] > 0


def test_the_table_has_the_same_figures(past, reader):
    programme = past.one("select id from trinn.programmes where code = %s", UMBRELLA)
    report = reader(programme).json()
    text = reader(programme, format="csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    told = {(r["Del"], r["Gjelder"], r["Størrelse"]): r["Verdi"] or r["Kroner"] for r in rows}
    assert len(told) == len(rows) > 300
    assert told["Tilbakemeldinger", "", "svar"] == str(report["feedback"]["answers"])
    assert told["Modenhet", "digital", "opp"] == str(report["maturity"]["dimensions"][0]["up"])
    paid = report["money"]["paidOre"]
    assert told["Penger", "", "betalt"] == f"{paid // 100},{paid % 100:02}"
    followed = figure(report, "reach municipalities Steinkjer followed")
    assert told["Rekkevidde", "Steinkjer", "fulgt opp"] == str(followed)
