"""What the benchmarks know of Trinn: its database with the rows, its daemon, its requests and the
SQL behind them. The figures need nothing else of it (figures.py)."""

import contextlib
import datetime
import hashlib
import json
import os
import subprocess
import sys
import time
import types
import urllib.parse
from pathlib import Path

from benchlib import ROOT_DIR, load, process, recording
from benchlib.model import (PAGE_ITEMS, Aggregate, Database, Pages, Read, Report, Statement, Token,
                            Write)
from cryptography.hazmat.primitives import serialization

os.environ["FLAVOUR"] = "release"
sys.path.insert(0, str(ROOT_DIR / "tests"))

import seed
from seed import FULL, QUICK
from support import cluster, program
from support.daemon import free_port
from support.issuer import AUDIENCE, Issuer

PG_CLUSTER = ROOT_DIR / "tests" / "support" / "pg-cluster"
SETTINGS = {"shared_buffers": "2GB", "max_wal_size": "8GB", "checkpoint_timeout": "30min"}
NAME = "trinn"
USER = "trinn_api"
# As lib/db/connect.c sets for reading and writing.
SESSION = "-c plan_cache_mode=force_generic_plan -c jit=off"
TOKEN_SECONDS = 3500
READ_APPLICATIONS = 1000
WALK_ITEMS = 1000  # on a page on the way to the last
FIRST = "set_caller"  # statement of every segment
CASEWORKER = "caseworker@trondelag"
FINANCE = "finance@trondelag"
PROGRAMME_LEAD = "programme_lead@trondelag"
LISTS = {"caseworker": CASEWORKER, "big_hub": "hub_signatory@granlia",
         "small_hub": "hub_signatory@skarv"}
WRITERS = {"submit": "hub_signatory@lofoten", "decide": "decision_maker@nordland"}
REPORT_FORMATS = {"c1": "to_char(c1, 'DD.MM.YYYY')",
                  "c12": "c12 / 100 || ',' || lpad((c12 % 100)::text, 2, '0')"}
DECISION = {"outcome": "granted", "amountOre": seed.APPLIED_ORE, "grounds": "En god plan.",
            "overlapGrounds": "Ulike kurs"}


class Product:
    """A durable cluster in `folder`, with the rows of `scale` (seed.py), which are made once and
    kept while the schema stays as it is."""

    ready_path = "/readyz"

    def __init__(self, folder, scale=seed.FULL):
        self.folder = folder
        self.scale = scale
        self.issuer = Issuer("https://issuer.test", "RS256")
        self.year = datetime.date.today().year
        self.tokens = {}  # subject: token, when it expires
        self.superuser = None
        self.recorder = None

    def __enter__(self):
        socket = self._start_cluster()
        self.superuser = cluster.Database(types.SimpleNamespace(socket=socket), NAME)
        self.recorder = recording.Recorder(self.superuser.conninfo(), self.folder / "data", USER)
        if not self._is_filled():
            self._fill()
        self.superuser.run("update trinn.issuer_keys set jwk = %s", json.dumps(self.issuer.jwk()))
        return self

    def __exit__(self, *exception):
        self.superuser.run("checkpoint")
        subprocess.run([PG_CLUSTER, "stop", self.folder], check=True)

    @property
    def database(self) -> Database:
        """As the daemon logs in."""
        return Database(self.superuser.cluster.socket, NAME, USER, options=SESSION)

    def start(self, workers):
        """Starts the daemon without waiting: its Popen and its port on 127.0.0.1."""
        port = free_port()
        with open(self.folder / "trinnd.log", "ab") as log:
            child = subprocess.Popen(
                [program("trinnd"), f"--database={self.superuser.conninfo(USER)}",
                 f"--port={port}", f"--workers={workers}"], stderr=log)
        return child, port

    def application_read(self) -> Read:
        """GET /v1/applications/{id} of a thousand among the million, by a caseworker."""
        step = self.scale.applications // READ_APPLICATIONS
        ids = [seed.APPLICATION + n * step for n in range(READ_APPLICATIONS)]
        requests = [self._get(CASEWORKER, f"/v1/applications/{id}") for id in ids]
        (segment,), _ = self._record(requests[0])
        template = self._template(CASEWORKER, {ids[0]: "application"})
        statements = template.segment(segment)
        return Read(requests, "/v1/applications/:application", self._token(), statements,
                    [f"\\set application {seed.APPLICATION} + {step} * random(0, {len(ids) - 1})"],
                    template.constants)

    def write(self, name, one_line, objects) -> Write:
        """POST submit or decide, as `name` says, with what the daemon runs for load and apply; all
        on one funding line, or on all in turn."""
        lines = 1 if one_line else self.scale.lines
        last = self.superuser.value("select max(id) from trinn.applications")
        example = max(last - seed.WRITTEN, 0) + 1  # it shows what is run
        first = example + 1
        seed.copy_written(self.superuser, name, example, 1 + objects, lines)
        executed, _ = self._record(self._writing(name, example))
        template = self._template(WRITERS[name], self._numbers_of_written(name, example, lines))
        segments = [template.segment(segment) for segment in executed]
        variables = [
            f"\\set n {first} + :object",
            f"\\set application {seed.WRITTEN} + :n",
            f"\\set line {seed.LINE} + :n % {lines}",
            f"\\set call {seed.CALL} + :n % {lines}",
            f"\\set decision {seed.WRITTEN_DECISION} + :n",
            f"\\set grant {seed.WRITTEN_GRANT} + :n",
        ]
        return Write(objects, lambda begin, count: [self._writing(name, first + n)
                                                    for n in range(begin, begin + count)],
                     segments, variables, template.constants)

    def pages(self, port) -> list[Pages]:
        """For each of LISTS the first page and the last full one of the list of applications, found
        by asking the daemon."""
        return [Pages(name, self._page(subject), self._page(subject, self._last(port, subject)))
                for name, subject in LISTS.items()]

    def page_items(self, body) -> int:
        """How many applications are on a page."""
        return len(json.loads(body)["items"])

    def payment_report(self) -> Report:
        """The report over all payments as CSV."""
        request = self._get(FINANCE, "/v1/reports/payments?format=csv")
        (segment,), (_, body) = self._record(request)
        *before, rows = map(recording.with_literals, segment)
        names = [f"c{n + 1}" for n in range(body.partition(b"\r\n")[0].count(b";") + 1)]
        values = ", ".join(REPORT_FORMATS.get(name, name) for name in names)
        copy = (f"copy (select {values} from ({rows}) q({', '.join(names)}))"
                " to stdout (format csv, delimiter ';')")
        return Report(request, body.count(b"\n") - 1, [*before, copy])

    def funnel(self) -> Aggregate:
        """How far the firms of the county came, which are counted after the same caller is set."""
        request = self._get(PROGRAMME_LEAD, "/v1/reports/funnel")
        (segment,), (_, body) = self._record(request)
        template = self._template(PROGRAMME_LEAD, {})
        count = "select count(*) from trinn.enrolments where county_id = {}"
        rows = self.superuser.value(count.format(50))
        if json.loads(body)["total"]["prospects"] != rows:
            raise load.LoadError("the funnel does not tell of every enrolment")
        count = Statement("count", count.format("(select trinn.caller_county())"))
        return Aggregate(request, rows, [*template.segment(segment[:-1]), count],
                         template.constants)

    def tasks(self) -> tuple:
        """The first page of what waits for a caseworker."""
        return self._get(CASEWORKER, f"/v1/tasks?limit={PAGE_ITEMS}")

    def searches(self) -> list:
        """What caseworkers look for: numbers, names, words that are in a few cases, in tens of
        thousands and in all, several at a time and with filters; and what a hub looks for."""
        last = self.scale.applications - 1
        staff = [f"2023/{n:05}" for n in range(7, last, last // 10)]
        staff += [f"{trade} {place}" for trade, place in zip(seed.TRADES, seed.PLACES)]
        staff += [*seed.TRADES[:6], *seed.PLACES[:6], "bedrift", "digital produksjon", "Granlia",
                  "robotikk oppdal", "elvestr", "granlia sveising", "sagbruk&state=submitted",
                  "bedrifter&year=2024", "kvernsteiner"]
        hub = ["robotikk", "sveising røros", "produksjon"]
        return [self._get(subject, "/v1/search?limit=20&q=" + urllib.parse.quote(q, safe="&="))
                for subject, asked in ((CASEWORKER, staff), (LISTS["small_hub"], hub))
                for q in asked]

    # ---- cluster and rows

    def _start_cluster(self):
        """With SETTINGS; the folder of its socket."""
        new = not (self.folder / "data").exists()
        socket = self._pg_cluster("start", "--durable")
        if new:
            postgres = cluster.Database(types.SimpleNamespace(socket=socket), "postgres")
            for name, value in {**SETTINGS, **recording.SETTINGS}.items():
                postgres.run(f"alter system set {name} = '{value}'")
            postgres.run(f"create database {NAME}")
            self._pg_cluster("stop")
            self._pg_cluster("start", "--durable")
        return socket

    def _pg_cluster(self, command, *options):
        done = subprocess.run([PG_CLUSTER, command, self.folder, *options], check=True, text=True,
                              stdout=subprocess.PIPE)
        return done.stdout.strip()

    def _stamp(self):
        """Of what the rows depend on; calls are open for a while only."""
        sources = sorted((ROOT_DIR / "sql" / "migrations").iterdir()) + \
            sorted((ROOT_DIR / "sql" / "policies").iterdir()) + [Path(seed.__file__)]
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources))
        return f"{digest.hexdigest()} {self.scale} {datetime.date.today():%Y-%m}"

    def _is_filled(self):
        found = self.superuser.value("select to_regclass('bench.stamp') is not null")
        return found and self.superuser.value("select stamp from bench.stamp") == self._stamp()

    def _fill(self):
        print(f"filling the database: {self.scale}", file=sys.stderr)
        self.superuser.run("drop schema if exists bench, trinn cascade")
        self.superuser.migrate()
        seed.prepare(self.superuser, self.issuer)
        with self._daemon() as port:
            daemon = types.SimpleNamespace(url=f"http://127.0.0.1:{port}")
            seed.fill(self.superuser, daemon, self.issuer, self.scale)
        self.superuser.run("create table bench.stamp as select %s as stamp", self._stamp())

    # ---- requests and what they run

    @contextlib.contextmanager
    def _daemon(self):
        child, port = self.start(1)
        try:
            process.wait_until(lambda: process.answers(port, self.ready_path), 30)
            yield port
        finally:
            process.stop(child)

    def _record(self, request):
        """The segments that a request runs, and its reply."""
        wire, _ = request
        with self.recorder.on(), self._daemon() as port:
            segments, reply = self.recorder.segments(lambda: process.exchange(port, wire), FIRST)
        if reply[0] != 200:
            raise load.LoadError(f"{wire.split(b' HTTP')[0]} -> {reply}")
        return segments, reply

    def _template(self, subject, numbers):
        return recording.Template(numbers, {self.issuer.iss: "iss", subject: "sub"})

    def _token(self):
        pem = self.issuer.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        return Token(pem.decode(), self.issuer.algorithm, self.issuer.iss, AUDIENCE)

    def _headers(self, subject):
        """One token of a person serves many requests, but not the whole benchmark."""
        now = int(time.time())
        token, expires = self.tokens.get(subject, (None, 0))
        if expires - now < TOKEN_SECONDS // 2:
            expires = now + TOKEN_SECONDS
            token = self.issuer.token(subject, exp=expires)
            self.tokens[subject] = token, expires
        return {"Authorization": f"Bearer {token}"}

    def _get(self, subject, path):
        return load.request("GET", path, self._headers(subject), expect=200)

    def _writing(self, name, n):
        """The command on the application of that number among those for writing."""
        application_id = seed.WRITTEN + n
        body = None if name == "submit" else DECISION | {"year": self.year}
        headers = self._headers(WRITERS[name]) | {"Idempotency-Key": f'"bench-{application_id}"',
                                                  "If-Match": "*"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        return load.request("POST", f"/v1/applications/{application_id}/{name}", headers, body, 200)

    def _numbers_of_written(self, name, n, lines):
        """What stands for what in the parameters, after the command was done to it."""
        numbers = {seed.WRITTEN + n: "application", seed.LINE + n % lines: "line",
                   seed.CALL + n % lines: "call"}
        if name == "decide":
            ((decision, grant),) = self.superuser.rows(
                "select decision_id, id from trinn.grants where application_id = %s",
                seed.WRITTEN + n)
            numbers |= {decision: "decision", grant: "grant"}
        return numbers

    def _page(self, subject, cursor=None, limit=PAGE_ITEMS):
        after = f"&cursor={cursor}" if cursor else ""
        return self._get(subject, f"/v1/applications?limit={limit}{after}")

    def _last(self, port, subject):
        """The cursor of the last full page."""
        cursor = None
        left = self._count(subject) - PAGE_ITEMS
        while left > 0:
            wire, _ = self._page(subject, cursor, min(left, WALK_ITEMS))
            status, body = process.exchange(port, wire)
            if status != 200:
                raise load.LoadError(f"{status} {body}")
            left -= WALK_ITEMS
            cursor = json.loads(body)["nextCursor"]
        return cursor

    def _count(self, subject):
        """The length of the caller's list."""
        return self.superuser.value(
            "select count(*) from trinn.applications a join trinn.role_assignments r using"
            " (county_id) join trinn.principals p using (person_id) where p.subject = %s"
            " and case when r.role = 'caseworker' then a.state <> 'draft'"
            " else a.applicant_id = r.organisation_id end", subject)
