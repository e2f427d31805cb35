"""The operator's command with a state folder of its own."""

import contextlib
import os
import pathlib
import subprocess
import tempfile

import psycopg2

from support import program

TRINN = program("trinn")


class Trinn:
    """The command with a state folder."""

    def __init__(self, state):
        self.state = pathlib.Path(state)

    def run(self, *args, **environment):
        env = {k: v for k, v in os.environ.items() if not k.startswith("TRINN_")}
        return subprocess.run(
            [TRINN, *args, "--state", self.state], capture_output=True, text=True,
            env={**env, **environment}, stdin=subprocess.DEVNULL, timeout=300)

    def ok(self, *args, **environment):
        done = self.run(*args, **environment)
        assert done.returncode == 0, done.stderr
        return done

    def refused(self, *args, **environment):
        """What is said on stderr by a run that must fail, and in an orderly way."""
        done = self.run(*args, **environment)
        assert done.returncode == 1, done.stderr
        assert done.stderr.startswith("trinn: ")
        return done.stderr

    def conninfo(self, user="postgres", dbname="trinn"):
        folder = (self.state / "cluster").resolve()
        return f"host={folder} port=5432 user={user} dbname={dbname}"

    def sql(self, text, *args, dbname="trinn"):
        """Rows of the last statement, as the superuser."""
        connection = psycopg2.connect(self.conninfo(dbname=dbname))
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                cursor.execute(text, args or None)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def one(self, text, *args, **options):
        return self.sql(text, *args, **options)[0][0]


@contextlib.contextmanager
def open_folder():
    """One that the cluster's user can get at: of pytest's own, which all runs of it share, each that
    starts takes others' rights away."""
    with tempfile.TemporaryDirectory(prefix="trinn-", dir="/tmp") as path:
        os.chmod(path, 0o755)
        yield pathlib.Path(path)
