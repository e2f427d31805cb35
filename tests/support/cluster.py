"""PostgreSQL: a cluster of the tests' own, and databases in it."""

import contextlib
import datetime
import itertools
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import zoneinfo

import psycopg2

from support import ROOT, program

PG_CLUSTER = str(ROOT / "tests/support/pg-cluster")
NUMBERS = itertools.count(1)
NIGHT_HOURS = 4


def awake():
    """The environment of a cluster in which it is morning: by night no session of today is over. No
    timer of PostgreSQL goes off in it: see needs_timers of the fixtures."""
    hour = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Oslo")).hour
    library = next(pathlib.Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if hour >= NIGHT_HOURS or library is None:
        return None
    return os.environ | {"LD_PRELOAD": str(library), "FAKETIME": f"+{NIGHT_HOURS}h"}


class Cluster:
    """A throw-away cluster behind a unix socket, gone with close()."""

    def __init__(self, durable=False):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="trinn-pg-", dir="/tmp"))
        self.options = ["--durable"] if durable else []
        self.start()

    def start(self):
        """Once more after kill(), as soon as the last process of the old server has gone."""
        deadline = time.monotonic() + 30
        while True:
            made = self._run("start", *self.options, check=time.monotonic() > deadline)
            if made.returncode == 0:
                self.socket = made.stdout.strip()
                return
            time.sleep(0.2)

    def kill(self):
        """The postmaster is gone without a word; its children see it and end."""
        os.kill(self._postmaster(), signal.SIGKILL)

    @contextlib.contextmanager
    def paused(self):
        """No process of it runs, but all connections stand."""
        pids = self._processes()
        try:
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):  # it ended by itself meanwhile
                    os.kill(pid, signal.SIGSTOP)
            yield
        finally:
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def close(self):
        self._run("remove", check=True)

    def new_database(self, template=None):
        """One with Trinn's schema, or a copy of `template`."""
        name = f"t{next(NUMBERS)}"
        admin = Database(self, "postgres")
        admin.run(f"create database {name}" + (f" template {template.name}" if template else ""))
        database = Database(self, name)
        if template is None:
            database.migrate()
        return database

    def _run(self, command, *options, check):
        return subprocess.run(
            [PG_CLUSTER, command, self.folder, *options],
            check=check,
            env=awake() if command == "start" and not self.options else None,
            text=True,
            stdout=subprocess.PIPE,
            stderr=None if check else subprocess.DEVNULL,
        )

    def _postmaster(self):
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def _processes(self):
        postmaster = self._postmaster()
        return [postmaster, *children_of(postmaster)]


def children_of(parent):
    """Process ids."""
    children = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == parent:
                children.append(int(stat.parent.name))
    return children


class Database:
    """One database, seen by a superuser, whom no policy holds back."""

    def __init__(self, cluster, name):
        self.cluster = cluster
        self.name = name
        self.kept = None
        self.prepared = []  # over it
        self.lent = None

    def conninfo(self, user="postgres"):
        return f"host={self.cluster.socket} dbname={self.name} user={user}"

    def connect(self):
        connection = psycopg2.connect(self.conninfo())
        connection.autocommit = True
        return connection

    @contextlib.contextmanager
    def holding(self, kind, id):
        """Over a connection that has locked the guard of what that is, until its rollback."""
        with contextlib.closing(psycopg2.connect(self.conninfo())) as connection:
            connection.cursor().execute(
                "select from trinn.guards where kind = %s and id = %s for update", (kind, id))
            yield connection

    @contextlib.contextmanager
    def lasting(self):
        """One connection for all that is run in it: to connect takes longer than a statement."""
        with contextlib.closing(self.connect()) as self.lent:
            try:
                yield
            finally:
                self.lent = None

    def rows(self, sql, *values):
        lent = self.lent and contextlib.nullcontext(self.lent)
        with lent or contextlib.closing(self.connect()) as connection, connection.cursor() as cursor:
            cursor.execute(sql, values or None)
            return cursor.fetchall() if cursor.description else []

    def read(self, sql, *values):
        """The same of what changes nothing, over a connection that is kept: a new one reads the
        catalogue of all tables anew. What has no values is prepared, as a look at all tables takes
        longer to plan than to run. Asked once more over another, as the server may have gone."""
        if self.kept is None:
            self.kept = self.connect()
            self.prepared = []
        try:
            with self.kept.cursor() as cursor:
                cursor.execute(sql if values else self._prepare(cursor, sql), values or None)
                return cursor.fetchall()
        except psycopg2.Error:
            self.leave()
            return self.rows(sql, *values)

    def _prepare(self, cursor, sql):
        if sql not in self.prepared:
            cursor.execute(f"prepare s{len(self.prepared)} as {sql}")
            self.prepared.append(sql)
        return f"execute s{self.prepared.index(sql)}"

    def leave(self):
        """Closes the connection that is kept."""
        if self.kept is not None:
            self.kept.close()
            self.kept = None

    def run(self, sql, *values):
        self.rows(sql, *values)

    def value(self, sql, *values):
        """The only column of the only row."""
        ((value,),) = self.rows(sql, *values)
        return value

    def migrate(self):
        subprocess.run(
            [program("trinn"), "migrate", f"--database={self.conninfo()}"],
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def copy(self):
        self.leave()  # PostgreSQL copies no database that somebody is in
        return self.cluster.new_database(template=self)

    def faults(self):
        """What does not add up in the ledger and in the audit; empty is good."""
        return self.read("select * from trinn.ledger_faults") + self.audit_faults()

    def audit_faults(self):
        return self.read("select * from trinn.audit_faults(null)")

    def contents(self, where=None):
        """A digest of every row of every table, or of those of one county."""
        tables = self.read(
            "select c.relname from pg_class c where c.relnamespace = 'trinn'::regnamespace"
            " and c.relkind = 'r' and (%s or exists (select from pg_attribute a"
            " where a.attrelid = c.oid and a.attname = 'county_id')) order by 1",
            where is None,
        )
        digest = "select {0!r}, md5(string_agg(t::text, '' order by t::text)) from trinn.{0} t"
        condition = f" where {where}" if where else ""
        return dict(
            self.read(" union all ".join(digest.format(name) + condition for (name,) in tables))
        )

    @contextlib.contextmanager
    def commands_held(self):
        """Each command waits at its last statement, the one that stores its reply."""
        with contextlib.closing(self.connect()) as connection:
            connection.autocommit = False
            connection.cursor().execute("lock table trinn.idempotency_keys in exclusive mode")
            yield
            connection.rollback()

    def n_waiting(self):
        """Connections of the daemon that wait for a lock."""
        return len(self.backends("wait_event_type = 'Lock'"))

    def backends(self, condition="true"):
        """Connections of the daemon, as pg_stat_activity shows them."""
        return self.read(
            "select pid, state, wait_event, query from pg_stat_activity"
            f" where datname = %s and application_name like 'trinnd%%' and {condition}",
            self.name,
        )
