"""Finance pulls what was paid: JSON, CSV and text, by any part of it, each row from the ledger."""

import contextlib
import csv
import datetime
import io
import socket
import time

import pytest
import requests
from support.bulk import multiply_payment
from support.daemon import Daemon, wait_until
from support.parties import KRONE, fresh
from support.world import World

PATH = "/v1/reports/payments"
CSV_HEAD = (
    "Utbetalt;Referanse;Saksnummer;Program;Ordning;Trinn;Orgnr;Mottaker;Kommunenr;"
    "Budsjettår;Anmodning;Beløp;Bankreferanse;Bilag"
)
MANY = 60_000
FREED_WITHIN_S = 10


def paid(world, hub, call, amount_ore, **registration):
    """A payment of a case of its own."""
    world.ensure_account(hub)
    county = hub.county
    claim = hub.claim(world.accepted(hub, call), amount_ore)
    payment = county.payment_of(county.release(county.attest(county.review(claim))))
    county.list_payments()
    return county.pay(county.finance.read(payment.path), **registration)


def line_of(payment):
    (part,) = payment["parts"]
    return part["fundingLine"]["id"]


def days(world):
    """Of payment: at the end of last year, yesterday, today. All are confirmed today."""
    last_year = datetime.date(world.today.year - 1, 12, 30)
    return [str(day) for day in (last_year, world.today - datetime.timedelta(1), world.today)]


@pytest.fixture(scope="module")
def payments(world):
    """Three of two hubs, two programmes, three lines and calls, on three days."""
    county = world.county
    other_programme = county.set_up("/v1/programmes", county.programme_content())
    lines = [
        county.funding_line(),
        county.funding_line(),
        county.funding_line(programmeId=other_programme),
    ]
    calls = [
        county.call(lines[0], stages=[1, 2]),
        county.call(lines[1], stages=[1]),
        county.call(lines[2], stages=[1]),
    ]
    hubs = [world.hub, world.other_hub, world.hub]
    amounts = [30_000 * KRONE + 5, 20_000 * KRONE, 1_234 * KRONE + 50]
    made = zip(hubs, calls, amounts, days(world))
    change = "alter table trinn.payment_lists alter made_at set default now() - interval %s"
    world.database.run(change, "400 days")
    paid_ones = [paid(world, hub, call, ore, paidOn=day) for hub, call, ore, day in made]
    world.database.run(change, "0 days")
    return paid_ones


@pytest.fixture
def report(world, payments):
    """What finance gets when it asks for this."""
    return lambda **query: world.county.finance.get(PATH, **query).expect(200)


def references(reply):
    return [item["reference"] for item in reply.json["items"]]


def known(payments):
    return [payment["reference"] for payment in payments]


# ---- what it says


def test_every_row_is_told_from_its_posting(world, payments, report):
    postings = {p["id"]: p for p in world.county.auditor.items("/v1/ledger/postings")}
    items = report().json["items"]
    assert [item["reference"] for item in items] == known(payments)
    for item, payment in zip(items, payments):
        posting = postings[item["postingId"]]
        assert (posting["kind"], posting["objectKind"]) == ("pay", "payment")
        assert posting["objectId"] == payment["id"]
        assert posting["amountOre"] == item["amountOre"] == payment["amountOre"]
        assert posting["year"] == item["year"]
        assert posting["bookedOn"] == item["paidOn"]


def test_its_sums_are_those_of_the_ledger(world, payments, report):
    for payment in payments:
        line = line_of(payment)
        told = report(fundingLineId=line).json
        assert told["totalOre"] == sum(item["amountOre"] for item in told["items"])
        assert told["totalOre"] == world.county.balances(line)["paid"]
    whole = report().json
    assert whole["count"] == len(whole["items"]) == len(payments)
    assert whole["totalOre"] == world.database.value(
        "select sum(balance_ore) from trinn.balances where county_id = 50 and account = 'paid'"
    )
    world.assert_sound()


def test_its_sums_are_those_of_the_postings_of_any_period_and_line(world, payments, report):
    first, second, third = days(world)
    this_year, last_year = third[:4], first[:4]
    periods = [
        {},
        *({"from": day, "to": day} for day in (first, second, third)),
        {"from": f"{last_year}-12-01", "to": f"{last_year}-12-31"},
        {"from": f"{last_year}-01-01", "to": f"{last_year}-12-31"},
        {"from": f"{this_year}-01-01", "to": f"{this_year}-12-31"},
        {"from": second},
        {"to": second},
    ]
    lines = [{}, *({"fundingLineId": line_of(payment)} for payment in payments)]
    for part in ({**period, **line} for period in periods for line in lines):
        postings = world.county.auditor.items("/v1/ledger/postings", **part)
        paid_ones = {p["id"]: p["amountOre"] for p in postings if p["kind"] == "pay"}
        told = report(**part).json
        assert {i["postingId"]: i["amountOre"] for i in told["items"]} == paid_ones, part
        assert told["totalOre"] == sum(paid_ones.values()), part


def test_what_the_bank_paid_last_year_counts_for_last_year_though_confirmed_in_this(
    world, payments, report
):
    last_year = days(world)[0][:4]
    period = {"from": f"{last_year}-12-01", "to": f"{last_year}-12-31"}
    (item,) = report(fundingLineId=line_of(payments[0]), **period).json["items"]
    (posting,) = world.county.auditor.items("/v1/ledger/postings", **period)
    assert posting["id"] == item["postingId"]
    assert posting["postedAt"][:4] != last_year


def test_a_row_says_for_what_to_whom_and_when(world, payments, report):
    item = report().json["items"][0]
    payment = payments[0]
    application = world.county.caseworker.read(f"/v1/applications/{payment['applicationId']}")
    line = world.county.finance.read(f"/v1/funding-lines/{line_of(payment)}")
    programme = world.county.finance.read(f"/v1/programmes/{world.county.programme_id}")
    del item["postingId"]
    assert item == {
        "paidOn": days(world)[0],
        "reference": payment["reference"],
        "caseNumber": application["caseNumber"],
        "programme": programme["code"],
        "fundingLine": line["code"],
        "stages": "1, 2",
        "orgnr": world.hub.orgnr,
        "recipient": "Granlia næringshage AS",
        "municipalityNo": "5059",
        "year": world.year,
        "claimNumber": 1,
        "amountOre": 3_000_005,
        "bankReference": payment["bankReference"],
    }


def test_what_is_not_paid_is_not_in_it(world, payments, report):
    waiting = world.queued()
    listed = world.county.list_payments()
    told = references(report())
    assert waiting["reference"] in [p["reference"] for p in listed["payments"]]
    assert waiting["reference"] not in told
    payment = world.county.finance.read(waiting.path)
    world.county.finance.do(payment, "register-paid", world.county.registration())
    assert references(report()) == told


# ---- parts of it


def test_by_period(world, payments, report):
    first, second, third = known(payments)
    day = days(world)
    assert references(report(**{"from": day[1]})) == [second, third]
    assert references(report(to=day[1])) == [first, second]
    assert references(report(**{"from": day[1], "to": day[1]})) == [second]


def test_by_programme_line_and_hub(world, payments, report):
    first, second, third = known(payments)
    programme = world.county.programme_id
    assert references(report(programmeId=programme)) == [first, second]
    assert references(report(fundingLineId=line_of(payments[1]))) == [second]
    hub = payments[0]["applicant"]["id"]
    assert references(report(applicantId=hub)) == [first, third]
    assert references(report(applicantId=hub, programmeId=programme)) == [first]
    assert references(report(programmeId="999999999")) == []


def test_by_municipality_and_stage(payments, report):
    first, second, third = known(payments)
    assert references(report(municipality="5059")) == [first, third]
    assert references(report(municipality="5001")) == [second]
    assert references(report(stage=1)) == [first, second, third]
    assert references(report(stage=2)) == [first]
    assert references(report(stage=9)) == []


@pytest.mark.parametrize(
    "query",
    [{"stage": "x"}, {"from": "2026-02-30"}, {"municipality": "50"}, {"format": "pdf"}, {"from": "2026-02-01", "to": "2026-01-31"}],
    ids=str,
)
def test_a_part_that_cannot_be_is_refused(world, query):
    world.county.finance.get(PATH, **query).refused("bad-parameter", 400)


# ---- who gets it


def test_it_is_for_those_who_see_the_money(world, payments):
    readers = {"finance", "auditor", "programme_lead", "releaser"}
    for role, person in world.county.everybody().items():
        reply = person.get(PATH)
        if role in readers:
            assert reply.expect(200).json["count"] == len(payments)
        else:
            reply.refused("forbidden", 403)
    world.hub.signatory.get(PATH).refused("forbidden", 403)
    world.nobody.get(PATH).refused("unauthenticated", 401)


def test_another_county_has_its_own(world, payments):
    mine = paid(world, world.neighbour_hub, None, 500 * KRONE)
    assert references(world.neighbour.finance.get(PATH)) == [mine["reference"]]
    assert references(world.county.finance.get(PATH)) == known(payments)


# ---- formats


@pytest.mark.parametrize(
    "query, accept, media_type",
    [
        ({}, "*/*", "application/json"),
        ({}, "text/csv", "text/csv; charset=utf-8; header=present"),
        ({}, "text/csv;q=0.5, text/plain", "text/plain; charset=utf-8"),
        ({"format": "csv"}, "application/json", "text/csv; charset=utf-8; header=present"),
        ({"format": "text"}, "*/*", "text/plain; charset=utf-8"),
        ({"format": "json"}, "text/csv", "application/json"),
    ],
)
def test_the_reader_chooses_the_format(world, payments, query, accept, media_type):
    reply = world.county.finance.get(PATH, headers={"Accept": accept}, **query).expect(200)
    assert reply.headers["Content-Type"] == media_type
    assert reply.headers["Cache-Control"] == "private, no-cache"
    assert "Accept" in [name.strip() for name in reply.headers["Vary"].split(",")]


def test_a_format_nobody_makes_is_refused(world):
    reply = world.county.finance.get(PATH, headers={"Accept": "application/pdf"})
    assert "text/csv" in reply.refused("not-acceptable", 406).text


def test_csv_is_exact_to_the_byte(payments, report):
    (item,) = report(fundingLineId=line_of(payments[2])).json["items"]
    reply = report(fundingLineId=line_of(payments[2]), format="csv")
    year, month, day = item["paidOn"].split("-")
    row = (
        f"{day}.{month}.{year};{item['reference']};{item['caseNumber']};{item['programme']};"
        f"{item['fundingLine']};1;{item['orgnr']};Granlia næringshage AS;5059;{item['year']};1;"
        f"1234,50;{item['bankReference']};{item['postingId']}"
    )
    assert reply.content == f"\ufeff{CSV_HEAD}\r\n{row}\r\n".encode("utf-8")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="utbetalinger.csv"'


def test_the_rows_of_csv_add_up_to_the_total(report):
    rows = list(csv.DictReader(io.StringIO(report(format="csv").text[1:]), delimiter=";"))
    total = sum(int(row["Beløp"].replace(",", "")) for row in rows)
    assert total == report().json["totalOre"]


def test_no_cell_of_csv_is_a_formula(world):
    names = {world.hub: "=cmd", world.other_hub: ' +1;"B"'}
    bank = fresh("=2+5")
    made = [paid(world, hub, None, 100 * KRONE, bankReference=bank) for hub in names]
    old = world.database.rows("select orgnr, name from trinn.organisations")
    rename = "update trinn.organisations set name = %s where orgnr = %s"
    for hub, name in names.items():
        world.database.run(rename, name, hub.orgnr)
    try:
        text = world.county.finance.get(PATH, format="csv").expect(200).text
    finally:
        for orgnr, name in old:
            world.database.run(rename, name, orgnr)
    rows = {line.split(";")[1]: line for line in text.splitlines()}
    assert ";'=cmd;" in rows[made[0]["reference"]]
    assert ';"\' +1;""B""";' in rows[made[1]["reference"]]
    assert all(f";'{bank};" in rows[payment["reference"]] for payment in made)


def test_text_is_a_table_that_fits_a_terminal(payments, report):
    lines = report(fundingLineId=line_of(payments[2]), format="text").text.splitlines()
    head, rule, row, _, total = lines
    assert all(len(line) <= 100 for line in lines)
    assert [head[: head.index("Beløp") + 5].split()[0], rule[:10]] == ["Utbetalt", "-" * 10]
    assert payments[2]["reference"] in row and "1 234,50" in row
    assert total.startswith("Sum av 1 ") and total.endswith("1 234,50")
    assert row.index("1 234,50") == total.index("1 234,50")
    assert head.index("Beløp") + len("Beløp") == row.index("1 234,50") + len("1 234,50")


# ---- a stream


@pytest.fixture(scope="module")
def many(template, issuer):
    """A world with many payments, one worker, and one connection for exports."""
    database = template.copy()
    daemon = Daemon(database, workers=1, export_connections=1).start()
    world = World(daemon, database, issuer)
    multiply_payment(database, int(world.paid()["id"]), MANY - 1)
    yield world
    daemon.stop()


@contextlib.contextmanager
def stalled_reader(world):
    """A socket that has taken the first bytes of the report, and the backend that waits for it."""
    finance = world.county.finance
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(30)
        client.connect(("127.0.0.1", world.daemon.port))
        request = f"GET {PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {finance.token}\r\n\r\n"
        client.sendall(request.encode("ascii"))
        assert client.recv(64).startswith(b"HTTP/1.1 200 ")
        ((pid, *_),) = wait_until(lambda: waiting(world), what="a backend that waits")
        yield client, pid


def waiting(world):
    return world.database.backends("wait_event = 'ClientWrite'")


def gone_after_s(world, pid):
    begin = time.monotonic()
    wait_until(lambda: not world.database.backends(f"pid = {pid}"), 30, "the end of the backend")
    return time.monotonic() - begin


def whole_report(world):
    """As soon as the lane has its connection again."""

    def attempt():
        reply = world.county.finance.get(PATH, timeout_s=120)
        return reply if reply.status == 200 else None

    return wait_until(attempt, what="a connection for exports")


def test_a_long_report_is_whole(many):
    told = whole_report(many).json
    assert told["count"] == len(told["items"]) == MANY
    assert told["totalOre"] == MANY * 30_000 * KRONE
    assert len({item["postingId"] for item in told["items"]}) == MANY


def test_rows_leave_before_the_last_is_read(many):
    """A sort of so many would have gone to a file."""
    whole_report(many)
    with stalled_reader(many) as (_, pid):
        assert many.database.value("select count(*) from pg_ls_tmpdir()") == 0
        gone_after_s(many, pid)


def test_a_reader_that_stalls_frees_its_backend(many):
    whole_report(many)
    with stalled_reader(many) as (_, pid):
        assert gone_after_s(many, pid) <= FREED_WITHIN_S
    assert whole_report(many).json["count"] == MANY


def test_a_reader_that_is_killed_frees_its_backend(many):
    whole_report(many)
    with stalled_reader(many) as (client, pid):
        client.close()
        assert gone_after_s(many, pid) <= FREED_WITHIN_S
    assert whole_report(many).json["count"] == MANY


def test_who_finds_all_connections_taken_is_told_so(many):
    whole_report(many)
    with stalled_reader(many) as (_, pid):
        reply = many.county.finance.get(PATH).refused("unavailable", 503)
        assert reply.headers["Retry-After"]
        many.county.finance.get("/v1/ledger/balances").expect(200)
        gone_after_s(many, pid)


def test_a_report_that_breaks_off_is_seen_to_be_no_whole(many):
    whole_report(many)
    finance = many.county.finance
    url = many.daemon.url + PATH
    headers = {"Authorization": f"Bearer {finance.token}"}
    with requests.get(url, headers=headers, stream=True, timeout=30) as response:
        assert response.status_code == 200
        ((pid, *_),) = wait_until(lambda: waiting(many), what="a backend that waits")
        many.database.run("select pg_terminate_backend(%s)", pid)
        with pytest.raises(requests.RequestException):
            response.content
    wait_until(lambda: many.daemon.events("export.cut"), what="word of it in the log")
    assert whole_report(many).json["count"] == MANY
