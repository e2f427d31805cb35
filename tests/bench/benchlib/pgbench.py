"""Runs pgbench on the statements that the daemon sends, as the daemon sends them: prepared, each
segment a pipeline of its own with one Sync."""

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

    return re.sub(r"\$(\d+)", value, statement.text.strip().rstrip(";")) + ";"


def run(text, database, *, clients, seconds=None, transactions=None, rate=None, variables=None):
    """Runs the script from one thread for some seconds, or `transactions` of each client. Gives
    "tps", and "latency_us" by quantile, which with a `rate` counts from when a transaction was
    due."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "script.sql"
        path.write_text(text, encoding="utf-8")
        command = [PGBENCH, "-n", "-M", "prepared", "-f", path, "-c", clients, "-j", 1,
                   "-h", database.socket_dir, "-p", database.port, "-U", database.user]
        command += ["-T", seconds] if seconds else ["-t", transactions]
        for name, value in (variables or {}).items():
            command += ["-D", f"{name}={value}"]
        if rate:
            command += ["--rate", rate, "-l", "--log-prefix", Path(folder) / "log"]
        done = subprocess.run([*map(str, command), database.name], capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            raise PgbenchError(done.stderr.strip())
        return {"clients": clients, **_parse(done.stdout), **_latency(Path(folder))}


def run_objects(segments, database, *, clients, first, count):
    """Runs each transaction once for each of `count` objects, or a few less if the clients cannot
    share them evenly: the number of the object is :object."""
    share = count // clients
    variables = ["\\set done :done + 1", "\\set object :first + :client_id * :share + :done - 1"]
    return run(script(segments, variables), database, clients=clients, transactions=share,
               variables={"done": 0, "first": first, "share": share})


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
