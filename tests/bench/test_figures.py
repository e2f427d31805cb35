"""The figures come out of their parts as they should, on a stand-in for the product."""

import json
import subprocess
import sys

import figures
import pytest
import standin
import trial
from benchlib import BENCH_DIR, load
from benchlib.model import Aggregate, Pages, Report, Write
from benchlib.series import Figure, alternate, best, median, table, write_json

PORT = 18437


class StandIn:
    ready_path = "/readyz"

    def __init__(self, database, issuer):
        self.database = database
        self.issuer = issuer

    def start(self, _workers):
        command = [sys.executable, BENCH_DIR / "standin.py", str(PORT), self.database.socket_dir]
        return subprocess.Popen(command), PORT

    def application_read(self):
        return trial.read(self.issuer)

    def write(self, _name, _one_line, objects):
        return Write(objects, lambda first, count:
                     [load.request("POST", f"/v1/{n}/submit") for n in range(first, first + count)],
                     trial.write().segments)

    def pages(self, _port):
        page = load.request("GET", "/v1/applications?page")
        return [Pages(caller, page, page) for caller in ("caseworker", "big_hub", "small_hub")]

    def page_items(self, body):
        return len(json.loads(body)["items"])

    def payment_report(self):
        rows = standin.REPORT_ROWS
        numbers = f"generate_series(0, {rows - 1})"
        copy = f"copy (select n, 'text' from {numbers} n) to stdout (format csv)"
        return Report(load.request("GET", "/v1/report"), rows, ["set search_path = public", copy])

    def tasks(self):
        return load.request("GET", "/v1/applications?page")

    def funnel(self):
        page = load.request("GET", "/v1/applications?page")
        return Aggregate(page, trial.APPLICATIONS, trial.write().segments[0])


@pytest.fixture(name="bench")
def _bench(database, issuer, monkeypatch):
    monkeypatch.setattr(figures, "PGBENCH_CLIENTS", (2,))
    monkeypatch.setattr(figures, "NODE_POOLS", [("pool", 2)])
    monkeypatch.setattr(figures, "NODE_PIPELINES", [("pipeline", 1)])
    monkeypatch.setattr(figures, "PAGE_REQUESTS", 20)
    return figures.Bench(StandIn(database, issuer), rounds=1, seconds=1,
                         write_objects=100)


@pytest.mark.parametrize("group", figures.GROUPS)
def test_each_figure_is_measured(bench, group):
    for figure in figures.measure(bench, [group]):
        assert not figure.reason
        assert figure.value > 0


def test_a_database_that_may_forget_is_refused(bench, database):
    forgetful = trial.forgetful(database)
    bench.product.database = forgetful
    measured = figures.measure(bench, ["1"])
    assert {figure.reason for figure in measured} == {"PostgreSQL runs without synchronous_commit"}


def test_contenders_that_differ_are_no_comparison(bench, monkeypatch):
    monkeypatch.setattr(trial, "DOCUMENT", trial.DOCUMENT.replace("'title'", "'name'"))
    measured = figures.measure(bench, ["1"])
    assert all("same document" in figure.reason for figure in measured)


def test_other_lines_are_no_measurement(bench, monkeypatch):
    monkeypatch.setattr(figures, "_copy_command", lambda *_: ["echo", "0,text"])
    assert "same lines" in figures.measure(bench, ["6"])[0].reason


def test_an_incomplete_report_is_no_measurement(bench, monkeypatch):
    monkeypatch.setattr(standin, "REPORT_ROWS", standin.REPORT_ROWS + 1)
    assert "lines, not" in figures.measure(bench, ["6"])[0].reason


def test_the_load_tool_is_no_bottleneck():
    assert figures.tool_ceiling()["rps"] > 30000


def test_contenders_take_turns():
    order = []
    results = alternate({"a": lambda: order.append("a") or len(order),
                         "b": lambda: order.append("b") or len(order)}, 3)
    assert order == ["a", "b"] * 3
    assert results == {"a": [1, 3, 5], "b": [2, 4, 6]}


def test_median_reaches_into_results():
    assert median([{"x": {"y": 1}}, {"x": {"y": 9}}, {"x": {"y": 2}}], "x.y") == 2


def test_best_is_the_candidate_with_the_highest_result():
    assert best([1, 5, 2], lambda n: n * 10) == (5, {"1": 10, "5": 50, "2": 20})


@pytest.mark.parametrize("figure, mark", [
    (Figure("f", at_least=2, value=2), "met"), (Figure("f", at_least=2, value=1.99), "NOT MET"),
    (Figure("f", at_most=2, value=2), "met"), (Figure("f", at_most=2, value=2.01), "NOT MET"),
    (Figure("f", at_most=2), "not measured"),
])
def test_a_figure_is_marked_by_its_bar(figure, mark):
    assert figure.mark == mark
    assert table([figure]).splitlines()[1].endswith(mark)


def test_results_are_written_with_their_runs(tmp_path):
    figure = Figure("f", "ms", at_most=2)
    figure.set(1.5, runs=[1, 2])
    write_json(tmp_path / "new" / "bench.json", {"processors": 2}, [figure])
    content = json.loads((tmp_path / "new" / "bench.json").read_text(encoding="utf-8"))
    assert content["figures"] == [{"name": "f", "value": 1.5, "unit": "ms", "bar": "<= 2",
                                   "mark": "met", "reason": "", "detail": {"runs": [1, 2]}}]
