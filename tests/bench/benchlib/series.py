"""Runs in turn, medians, and the figures with their bars."""

import json
import statistics
from dataclasses import dataclass, field


def alternate(contenders, rounds=5):
    """Calls each contender `rounds` times, always one after the other, so that what else happens on
    the machine concerns all. `contenders` maps names to functions; gives the lists of what they gave."""
    results = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            results[name].append(measure())
    return results


def best(candidates, measure):
    """The candidate with the highest measure(candidate), and what each had."""
    found = {candidate: measure(candidate) for candidate in candidates}
    return max(found, key=found.get), found


def median(results, key):
    """The median of `key` in a list of dicts; `key` may lead through dicts: "latency_us.p99"."""
    values = []
    for value in results:
        for part in key.split("."):
            value = value[part]
        values.append(value)
    return statistics.median(values)


@dataclass
class Figure:
    """A number with its bar. Exactly one of at_least and at_most is given."""
    name: str
    value: float = None
    unit: str = ""
    at_least: float = None
    at_most: float = None
    detail: dict = field(default_factory=dict)  # the runs behind the number
    missing: str = None  # why it was not measured

    @property
    def passed(self):
        if self.missing:
            return False
        if self.at_least is not None:
            return self.value >= self.at_least
        return self.value <= self.at_most

    @property
    def bar(self):
        return f">= {self.at_least:g}" if self.at_least is not None else f"<= {self.at_most:g}"

    @property
    def mark(self):
        if self.missing:
            return "not measured"
        return "pass" if self.passed else "FAIL"


def table(figures):
    rows = [("figure", "value", "bar", "")]
    rows += [(figure.name, figure.missing or f"{figure.value:.3g} {figure.unit}".strip(), figure.bar,
              figure.mark) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()
                     for row in rows)


def write_json(path, machine, figures):
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"machine": machine,
               "figures": [{"name": figure.name, "value": figure.value, "unit": figure.unit,
                            "bar": figure.bar, "mark": figure.mark, "missing": figure.missing,
                            "detail": figure.detail} for figure in figures]}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
