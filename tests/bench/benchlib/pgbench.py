"""Runs pgbench on the statements that the daemon sends, as the daemon sends them: prepared, each
segment a pipeline of its own with one Sync."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

PGBENCH = "/usr/lib/postgresql/15/bin/pgbench"


class PgbenchError(RuntimeError):
    """pgbench failed, or transactions in it did."""


def script(segments, variables=()):
    """The script of one transaction: `variables` are pgbench's lines before the first segment."""
    lines = list(variables)
    for segment in segments:
        lines += ["\\startpipeline", *map(_statement, segment), "\\endpipeline"]
    return "\n".join(lines) + "\n"


def _statement(statement):
    def value(match):
        return "(" + statement.parameters[int(match[1]) - 1].pgbench + ")"

    text = re.sub(r"'(?:[^']|'')*'", _without_colons, statement.text.strip().rstrip(";"))
    return re.sub(r"\$(\d+)", value, text) + ";"


def _without_colons(literal):
    """The same constant to PostgreSQL; in 'HH24:MI' pgbench would see a variable."""
    text = literal[0]
    if not re.search(r":\w", text):
        return text
    return "U&" + text.replace("\\", "\\\\").replace(":", "\\003A")


def run(text, database, *, clients, seconds=None, transactions=None, rate=None, constants=None):
    """Runs the script from one thread for some seconds, or `transactions` of each client. The
    `constants` are variables of the script. Gives "tps", and "latency_us" by quantile, which with a
    `rate` counts from when a transaction was due."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "script.sql"
        path.write_text(text, encoding="utf-8")
        command = [PGBENCH, "-n", "-M", "prepared", "-f", path, "-c", clients, "-j", 1,
                   "-h", database.socket_dir, "-p", database.port, "-U", database.user]
        command += ["-T", seconds] if seconds else ["-t", transactions]
        for name, value in (constants or {}).items():
            command += ["-D", f"{name}={value}"]
        if rate:
            command += ["--rate", rate, "-l", "--log-prefix", Path(folder) / "log"]
        done = subprocess.run([*map(str, command), database.name], capture_output=True, text=True,
                              env={**os.environ, "PGOPTIONS": database.options}, check=False)
        if done.returncode != 0:
            raise PgbenchError(done.stderr.strip())
        return {"clients": clients, **_parse(done.stdout), **_latency(Path(folder))}


def run_objects(write, database, *, clients, first, count):
    """Does a model.Write once for each of `count` objects, or a few less if the clients cannot
    share them evenly."""
    share = count // clients
    variables = ["\\set done :done + 1", "\\set object :first + :client_id * :share + :done - 1",
                 *write.variables]
    return run(script(write.segments, variables), database, clients=clients, transactions=share,
               constants={**write.constants, "done": 0, "first": first, "share": share})


def _parse(output):
    tps = re.search(r"tps = ([\d.]+)", output)
    failed = re.search(r"number of failed transactions: (\d+)", output)
    if not tps or not failed or int(failed[1]):
        raise PgbenchError(output)
    return {"tps": float(tps[1])}


def _latency(folder):
    """From the log's third column, the microseconds since the transaction was due."""
    durations = []
    for path in folder.glob("log.*"):
        with open(path, encoding="ascii") as log:
            durations += [int(line.split()[2]) for line in log]
    if not durations:
        return {}
    durations.sort()
    return {"latency_us": {name: durations[-(-len(durations) * share // 1000) - 1]
                           for name, share in (("p50", 500), ("p90", 900), ("p99", 990),
                                               ("p999", 999), ("max", 1000))}}
