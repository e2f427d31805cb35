"""Runs in turn, medians, and the figures with their bars."""

import json
import statistics
from dataclasses import dataclass, field


def alternate(contenders, rounds=5):
    """Calls each contender `rounds` times, always one after the other, so that what else happens on
    the machine concerns all. `contenders` maps names to functions; the result to lists of results."""
    results = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, measure in contenders.items():
            results[name].append(measure())
    return results


def best(candidates, measure):
    """The candidate with the highest measure(candidate), and what each had, by its text."""
    found = [(measure(candidate), candidate) for candidate in candidates]
    return (max(found, key=lambda pair: pair[0])[1],
            {str(candidate): value for value, candidate in found})


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
    """A number to be measured and its bar: exactly one of at_least and at_most is given."""
    name: str
    unit: str = ""
    at_least: float = None
    at_most: float = None
    value: float = None
    detail: dict = field(default_factory=dict)  # the runs behind the number
    reason: str = ""  # why it was not measured

    def set(self, value, **detail):
        self.value = value
        self.detail = detail

    @property
    def bar(self):
        return f">= {self.at_least:g}" if self.at_least is not None else f"<= {self.at_most:g}"

    @property
    def mark(self):
        if self.value is None:
            return "not measured"
        if self.at_least is not None:
            return "met" if self.value >= self.at_least else "NOT MET"
        return "met" if self.value <= self.at_most else "NOT MET"


def table(figures):
    rows = [("figure", "measured", "bar", "")]
    for figure in figures:
        value = "-" if figure.value is None else f"{figure.value:.3g} {figure.unit}".strip()
        mark = f"{figure.mark}: {figure.reason}" if figure.reason else figure.mark
        rows.append((figure.name, value, figure.bar, mark))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()
                     for row in rows)


def write_json(path, machine, figures):
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"machine": machine,
               "figures": [{"name": figure.name, "value": figure.value, "unit": figure.unit,
                            "bar": figure.bar, "mark": figure.mark, "reason": figure.reason,
                            "detail": figure.detail} for figure in figures]}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
