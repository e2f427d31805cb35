"""The figures of the benchmark and how each is measured.

All contenders use the same database with the same rows, log in as the same user, verify the token
and run under row-level security; none caches replies. Ratios are of the medians of runs in turn.
"""

import contextlib
import copy
import functools
import json
import os
import platform
import socket
import statistics
import subprocess
import time
from concurrent import futures
from pathlib import Path

import psycopg2
from benchlib import BUILD_DIR, ROOT_DIR, load, node, pgbench, process
from benchlib.model import PAGE_ITEMS
from benchlib.series import Figure, alternate, best, median

WORKERS = 2
CONNECTIONS = 32
PGBENCH_CLIENTS = (4, 8, 16, 32)
# By how many connections each worker has. A pool is what node-postgres gives a service, one client a
# request; the other sends requests of many clients down one connection, with messages put together
# by hand, which its pool cannot.
NODE_POOLS = [("pool", 2), ("pool", 4), ("pool", 8), ("pool", 16)]
NODE_PIPELINES = [("pipeline", 1), ("pipeline", 2), ("pipeline", 4)]
NODE_PORT = 18431
NODE_PIPELINE_PORT = 18433
ECHO_PORT = 18435
LOAD_SHARE = 0.5  # of the top rate, in the open loop
PAGE_REQUESTS = 200
FUNNEL_REQUESTS = 20
TASKS_REQUESTS = 20
SEARCH_ROUNDS = 4
MIB = 1 << 20

FIGURES = {
    "get_node": Figure("1 GET application ÷ Node, best pool", at_least=2.0),
    "get_pipeline": Figure("1 GET application ÷ Node, pipelined by hand", at_least=1.0),
    "get_pgbench": Figure("2 GET application ÷ pgbench", at_least=0.5),
    "submit_many": Figure("3 submit, 100 lines ÷ pgbench", at_least=0.5),
    "submit_one": Figure("3 submit, one line ÷ pgbench", at_least=0.5),
    "decide_many": Figure("3 decide, 100 lines ÷ pgbench", at_least=0.5),
    "decide_one": Figure("3 decide, one line ÷ pgbench", at_least=0.5),
    "open_p99": Figure("4 GET at half rate, p99", "ms", at_most=10),
    "open_pgbench": Figure("4 GET at half rate, p99 ÷ pgbench", at_most=1),
    "page_caseworker": Figure("5 list, caseworker, last ÷ first page", at_most=1.5),
    "page_caseworker_ms": Figure("5 list, caseworker, slower page", "ms", at_most=5),
    "page_big_hub": Figure("5 list, big hub, last ÷ first page", at_most=1.5),
    "page_big_hub_ms": Figure("5 list, big hub, slower page", "ms", at_most=5),
    "page_small_hub": Figure("5 list, hub of 500, last ÷ first page", at_most=1.5),
    "page_small_hub_ms": Figure("5 list, hub of 500, slower page", "ms", at_most=5),
    "report": Figure("6 payment report ÷ COPY", at_least=0.7),
    "stream_memory": Figure("7 memory above idle, two downloads", "MiB", at_most=32),
    "idle_memory": Figure("7 memory, idle", "MiB", at_most=32),
    "start": Figure("7 start to ready", "s", at_most=0.5),
    "search": Figure("search of a million cases beside pgbench, p50", "ms", at_most=20),
    "search_p90": Figure("the same, p90", "ms", at_most=100),
    "search_alone": Figure("search of a million cases alone, p50", "ms", at_most=20),
    "funnel": Figure("funnel of a county ÷ count(*) of its enrolments, time", at_most=10),
    "tasks": Figure("tasks of a caseworker ÷ GET application, p50", at_most=100),
}


class Bench:
    """The measuring of one product, an object with the methods of product.Product."""

    def __init__(self, product, rounds=5, seconds=4, write_objects=3000):
        self.product = product
        self.rounds = rounds
        self.seconds = seconds
        self.write_objects = write_objects  # in each run
        self.figures = copy.deepcopy(FIGURES)
        self.tool_cpu_share = 0  # the largest of all runs

    @contextlib.contextmanager
    def daemon(self):
        """The daemon, ready: its process and its port."""
        child, port = self.product.start(WORKERS)
        try:
            process.wait_until(lambda: process.answers(port, self.product.ready_path), 30)
            yield child, port
        finally:
            process.stop(child)

    def load(self, requests, port, /, **options):
        path = load.write_requests(BUILD_DIR / "requests", requests)
        result = load.run(path, port, **options)
        self.tool_cpu_share = max(self.tool_cpu_share, result["cpu_share"])
        return result

    def closed_loop(self, requests, port, seconds=None):
        return self.load(requests, port, connections=CONNECTIONS, warmup=1,
                         seconds=seconds or self.seconds)


def measure_reads(bench):
    """Figures 1, 2 and 4."""
    read = bench.product.application_read()
    database = bench.product.database
    script = pgbench.script([read.statements], read.variables)

    def transactions(clients, seconds=bench.seconds, **options):
        return pgbench.run(script, database, clients=clients, seconds=max(1, round(seconds)),
                           constants=read.constants, **options)

    clients, pgbench_sweep = best(PGBENCH_CLIENTS, lambda n: transactions(n, 2)["tps"])
    pool, pool_sweep = best(NODE_POOLS, lambda one: _node_rate(bench, read, one))
    pipeline, pipeline_sweep = best(NODE_PIPELINES, lambda one: _node_rate(bench, read, one))
    with (bench.daemon() as (_, port), _node(bench, read, pool, NODE_PORT),
          _node(bench, read, pipeline, NODE_PIPELINE_PORT)):
        _same_document(read.requests[0], port, NODE_PORT, NODE_PIPELINE_PORT)
        runs = alternate({"trinnd": lambda: bench.closed_loop(read.requests, port),
                          "pool": lambda: bench.closed_loop(read.requests, NODE_PORT),
                          "pipeline": lambda: bench.closed_loop(read.requests,
                                                                NODE_PIPELINE_PORT),
                          "pgbench": lambda: transactions(clients)}, bench.rounds)
        top = median(runs["trinnd"], "rps")
        top_pgbench = median(runs["pgbench"], "tps")
        bench.figures["get_node"].set(top / median(runs["pool"], "rps"), variant=pool,
                                      sweep=pool_sweep, runs=runs)
        bench.figures["get_pipeline"].set(top / median(runs["pipeline"], "rps"),
                                          variant=pipeline, sweep=pipeline_sweep)
        bench.figures["get_pgbench"].set(top / top_pgbench, pgbench_sweep=pgbench_sweep)
        timed = alternate({
            "trinnd": lambda: bench.load(read.requests, port, connections=CONNECTIONS, warmup=0.5,
                                         rate=top * LOAD_SHARE, seconds=bench.seconds),
            "pgbench": lambda: transactions(clients, rate=top_pgbench * LOAD_SHARE),
        }, bench.rounds)
    p99 = median(timed["trinnd"], "latency_us.p99")
    bench.figures["open_p99"].set(p99 / 1000, runs=timed)
    bench.figures["open_pgbench"].set(p99 / median(timed["pgbench"], "latency_us.p99"))


def _node(bench, read, variant, port):
    kind, connections = variant
    return node.service(read, bench.product.database, port=port, connections=connections,
                        pipeline=kind == "pipeline")


def _node_rate(bench, read, variant):
    with _node(bench, read, variant, NODE_PORT):
        return bench.closed_loop(read.requests, NODE_PORT, min(2, bench.seconds))["rps"]


def _same_document(request, *ports):
    replies = [process.exchange(port, request[0]) for port in ports]
    documents = [json.loads(body) for status, body in replies if status == 200]
    if len(documents) != len(ports) or any(one != documents[0] for one in documents):
        raise load.LoadError("the contenders do not serve the same document")
    if len(replies[0][1]) < 2048:
        raise load.LoadError("the document is smaller than 2 KiB")


def measure_write(name, lines, bench):
    """One of figure 3."""
    count = bench.write_objects
    runs = len(PGBENCH_CLIENTS) + 2 * bench.rounds
    write = bench.product.write(name, lines == "one", objects=runs * count)
    unused = iter(range(0, write.objects, count))

    def transactions(clients):
        return pgbench.run_objects(write, bench.product.database, clients=clients,
                                   first=next(unused), count=count)

    with bench.daemon() as (_, port):
        def posts():
            return bench.load(write.requests(next(unused), count), port, connections=CONNECTIONS,
                              requests=count, seconds=600)

        clients, sweep = best(PGBENCH_CLIENTS, lambda n: transactions(n)["tps"])
        runs = alternate({"trinnd": posts, "pgbench": lambda: transactions(clients)}, bench.rounds)
    bench.figures[f"{name}_{lines}"].set(
        median(runs["trinnd"], "rps") / median(runs["pgbench"], "tps"), sweep=sweep, runs=runs)


def measure_pages(bench):
    """Figure 5."""
    with bench.daemon() as (_, port):
        for pages in bench.product.pages(port):
            for wire, _ in (pages.first, pages.last):
                status, body = process.exchange(port, wire)
                if status != 200 or bench.product.page_items(body) != PAGE_ITEMS:
                    raise load.LoadError(f"no full page: {status}, {len(body)} bytes")
            runs = alternate({place: lambda request=request: bench.load(
                [request], port, connections=1, requests=PAGE_REQUESTS, seconds=600)
                for place, request in (("first", pages.first), ("last", pages.last))},
                bench.rounds)
            first, last = (median(runs[place], "latency_us.p50") for place in ("first", "last"))
            bench.figures[f"page_{pages.caller}"].set(last / first, runs=runs)
            bench.figures[f"page_{pages.caller}_ms"].set(max(first, last) / 1000)


def measure_report(bench):
    """Figure 6."""
    report = bench.product.payment_report()
    with bench.daemon() as (_, port):
        _same_lines(report, port, bench.product.database)
        runs = alternate({
            "trinnd": lambda: bench.load([report.request], port, connections=1, requests=1,
                                         seconds=600)["seconds"],
            "copy": lambda: _copy_seconds(report, bench.product.database),
        }, bench.rounds)
    rates = {name: report.rows / statistics.median(seconds) for name, seconds in runs.items()}
    bench.figures["report"].set(rates["trinnd"] / rates["copy"], rows_per_second=rates,
                                seconds=runs)


def _same_lines(report, port, database):
    status, body = process.exchange(port, report.request[0])
    if status != 200 or body.count(b"\n") != report.rows + 1:
        raise load.LoadError(f"{status}, {body.count(10)} lines, not {report.rows + 1}")
    _, _, lines = body.replace(b"\r", b"").partition(b"\n")
    copied = subprocess.run(_copy_command(report, database), check=True, stdout=subprocess.PIPE)
    if lines != copied.stdout:
        raise load.LoadError("COPY does not write the same lines")


def _copy_seconds(report, database):
    begin = time.monotonic()
    subprocess.run(_copy_command(report, database), check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def _copy_command(report, database):
    command = ["psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-h", database.socket_dir,
               "-p", str(database.port), "-U", database.user, "-d", database.name]
    for sql in report.commands[:-1]:
        command += ["-c", "\\o /dev/null", "-c", sql, "-c", "\\o"]
    return [*command, "-c", report.commands[-1]]


def measure_idle(bench):
    """Figure 7: time to start, and memory without requests."""
    seconds = []
    memory = []
    for _ in range(bench.rounds):
        begin = time.monotonic()
        with bench.daemon() as (child, _):
            seconds.append(time.monotonic() - begin)
            time.sleep(1)
            memory.append(process.pss_bytes(child.pid))
    bench.figures["start"].set(statistics.median(seconds), seconds=seconds)
    bench.figures["idle_memory"].set(statistics.median(memory) / MIB, bytes=memory)


def measure_streaming(bench):
    """Figure 7: memory while one client downloads as fast as it can and another does not read."""
    report = bench.product.payment_report()
    above = []
    for _ in range(bench.rounds):
        with bench.daemon() as (child, port):
            time.sleep(1)
            idle = process.pss_bytes(child.pid)
            above.append(_peak_while_streaming(bench, child.pid, port, report.request) - idle)
    bench.figures["stream_memory"].set(statistics.median(above) / MIB, bytes=above)


def _peak_while_streaming(bench, pid, port, request):
    peak = 0
    with socket.socket() as stalled, futures.ThreadPoolExecutor() as pool:
        stalled.settimeout(30)
        stalled.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        stalled.connect(("127.0.0.1", port))
        stalled.sendall(request[0])
        if not stalled.recv(64).startswith(b"HTTP/1.1 200"):
            raise load.LoadError("no download for the reader that stalls")
        fast = pool.submit(bench.load, [request], port, connections=1, requests=1, seconds=600)
        while not fast.done():
            peak = max(peak, process.pss_bytes(pid))
            time.sleep(0.02)
        fast.result()
    return peak


def measure_funnel(bench):
    """How far all firms of a county came, in one request, beside counting them."""
    funnel = bench.product.funnel()
    script = pgbench.script([funnel.count])
    with bench.daemon() as (_, port):
        runs = alternate({
            "trinnd": lambda: bench.load([funnel.request], port, connections=1,
                                         requests=FUNNEL_REQUESTS, seconds=600),
            "count": lambda: pgbench.run(script, bench.product.database, clients=1,
                                         transactions=FUNNEL_REQUESTS,
                                         constants=funnel.constants),
        }, bench.rounds)
    bench.figures["funnel"].set(median(runs["count"], "tps") / median(runs["trinnd"], "rps"),
                                rows=funnel.rows, runs=runs)


def measure_tasks(bench):
    """A page of what waits for a caseworker where few of a county's cases do, beside one case."""
    tasks = bench.product.tasks()
    reads = bench.product.application_read().requests
    with bench.daemon() as (_, port):
        status, body = process.exchange(port, tasks[0])
        if status != 200 or bench.product.page_items(body) == 0:
            raise load.LoadError(f"nothing waits: {status}, {len(body)} bytes")
        runs = alternate({name: lambda requests=requests: bench.load(
            requests, port, connections=1, requests=TASKS_REQUESTS, seconds=600)
            for name, requests in (("tasks", [tasks]), ("read", reads))}, bench.rounds)
    bench.figures["tasks"].set(median(runs["tasks"], "latency_us.p50")
                               / median(runs["read"], "latency_us.p50"), runs=runs)


def measure_search(bench):
    """Searches one after the other, as one who waits for each; alone, and while pgbench reads
    applications with a client for every second processor."""
    searches = bench.product.searches()
    read = bench.product.application_read()
    script = pgbench.script([read.statements], read.variables)
    clients = max(1, os.cpu_count() // 2)

    def search(port):
        return bench.load(searches, port, connections=1, requests=SEARCH_ROUNDS * len(searches),
                          seconds=600)

    def beside(port):
        with futures.ThreadPoolExecutor() as pool:
            seconds = 2 + round(alone["seconds"] * 3)
            held = pool.submit(pgbench.run, script, bench.product.database, clients=clients,
                               seconds=seconds, constants=read.constants)
            found = search(port)
            return found | {"pgbench_tps": held.result()["tps"]}

    with bench.daemon() as (_, port):
        search(port)
        alone = search(port)
        runs = [beside(port) for _ in range(bench.rounds)]
    bench.figures["search"].set(median(runs, "latency_us.p50") / 1000, runs=runs)
    bench.figures["search_p90"].set(median(runs, "latency_us.p90") / 1000)
    bench.figures["search_alone"].set(alone["latency_us"]["p50"] / 1000, runs=alone)


# By group the functions that measure, each with its figures.
GROUPS = {
    "1": {measure_reads: ["get_node", "get_pipeline", "get_pgbench", "open_p99", "open_pgbench"]},
    "3": {functools.partial(measure_write, name, lines): [f"{name}_{lines}"]
          for name in ("submit", "decide") for lines in ("many", "one")},
    "5": {measure_pages: [name for name in FIGURES if name.startswith("page_")]},
    "6": {measure_report: ["report"]},
    "7": {measure_idle: ["idle_memory", "start"], measure_streaming: ["stream_memory"]},
    "search": {measure_search: ["search", "search_p90", "search_alone"]},
    "funnel": {measure_funnel: ["funnel"]},
    "tasks": {measure_tasks: ["tasks"]},
}


def measure(bench, groups, on_measured=lambda figures: None):
    """Measures the groups and gives their figures; one that could not be measured says why.
    Calls on_measured(figures) for those that it has."""
    measured = []
    for group in groups:
        for function, names in GROUPS[group].items():
            _attempt(bench, function, names)
            found = [bench.figures[name] for name in names]
            on_measured(found)
            measured += found
    return measured


def _attempt(bench, function, names):
    try:
        _check_durable(bench.product.database)
        function(bench)
    except (RuntimeError, OSError, subprocess.SubprocessError, psycopg2.Error) as error:
        for name in names:
            if bench.figures[name].value is None:
                bench.figures[name].reason = str(error).strip().partition("\n")[0][:200]


def _check_durable(database):
    connection = psycopg2.connect(host=database.socket_dir, port=database.port, user=database.user,
                                  dbname=database.name)
    with contextlib.closing(connection), connection.cursor() as cursor:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute(f"show {name}")
            if cursor.fetchone()[0] != "on":
                raise load.LoadError(f"PostgreSQL runs without {name}")


def tool_ceiling():
    """The requests a second that the load tool itself can do, and its share of a processor then."""
    path = load.write_requests(BUILD_DIR / "requests",
                               [load.request("GET", "/", {"Authorization": "Bearer " + "x" * 700})])
    with subprocess.Popen([load.build("echo", load.ECHO_SOURCES), str(ECHO_PORT), "2500"]) as echo:
        try:
            process.wait_until(lambda: process.answers(ECHO_PORT), 5)
            result = load.run(path, ECHO_PORT, connections=CONNECTIONS, seconds=1)
        finally:
            process.stop(echo)
    return {"rps": result["rps"], "cpu_share": result["cpu_share"]}


def machine():
    """What the numbers depend on."""
    model = [line.partition(":")[2].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
             if line.startswith("model name")]
    memory = Path("/proc/meminfo").read_text(encoding="ascii").split()[1]
    return {"date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
            "commit": _output("git", "rev-parse", "HEAD"),
            "changed": _output("git", "status", "--short", "--untracked-files=no").splitlines(),
            "processors": os.cpu_count(), "model": model[0] if model else platform.machine(),
            "memory_bytes": int(memory) * 1024, "kernel": platform.release(),
            "compiler": _output("gcc", "--version").partition("\n")[0],
            "node": _output("node", "--version"), "pgbench": _output(pgbench.PGBENCH, "--version")}


def _output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False,
                          cwd=ROOT_DIR).stdout.strip()
