"""What a service runs in the database, read from PostgreSQL's log, and given to the contenders as
it is: statements, their order and their parameters are written down nowhere else."""

import contextlib
import json
import re
import time
import uuid
from dataclasses import dataclass, field

import psycopg2

from .model import Parameter, Statement

LOG_FOLDER = "statements"  # in the data folder
SETTINGS = {"logging_collector": "on", "log_destination": "jsonlog", "log_directory": LOG_FOLDER,
            "log_filename": "log", "log_rotation_age": "0", "log_rotation_size": "0"}
LOG_DELAY_SECONDS = 10


class RecordingError(RuntimeError):
    """The log has not what was looked for."""


@dataclass(frozen=True)
class Executed:
    """A prepared statement that was run, with its parameters as text, None for NULL."""
    name: str
    text: str
    values: tuple


class Recorder:
    """Records what one user runs in a cluster that has SETTINGS."""

    def __init__(self, conninfo, data_dir, user):
        self.conninfo = conninfo  # of a superuser
        self.path = data_dir / LOG_FOLDER / "log.json"
        self.user = user

    @contextlib.contextmanager
    def on(self):
        """Connections that the user makes meanwhile are recorded."""
        self._run(f"alter role {self.user} set log_statement = 'all'")
        try:
            yield
        finally:
            self._run(f"alter role {self.user} reset log_statement")

    def segments(self, action, first):
        """What action() made the user run, as lists of Executed that were one transaction each, of
        those that begin with the statement named `first`; and what it returned."""
        begin = self._mark()
        result = action()
        lines = self._lines(begin, self._mark())
        transactions = {}
        for line in lines:
            if line.get("user") == self.user and line["message"].startswith("execute "):
                transactions.setdefault((line["pid"], line["vxid"]), []).append(_executed(line))
        found = [segment for segment in transactions.values() if segment[0].name == first]
        if not found:
            raise RecordingError(f"nothing that begins with {first} was run")
        return found, result

    def _run(self, *commands):
        with contextlib.closing(psycopg2.connect(self.conninfo)) as connection:
            connection.autocommit = True
            for command in commands:
                connection.cursor().execute(command)

    def _mark(self):
        """The position in the log after all that was run before."""
        mark = str(uuid.uuid4())
        self._run("set log_statement = 'all'", f"select '{mark}'")
        deadline = time.monotonic() + LOG_DELAY_SECONDS
        while time.monotonic() < deadline:
            position = self.path.read_bytes().find(mark.encode())
            if position >= 0:
                return position
            time.sleep(0.05)
        raise RecordingError(f"no mark in {self.path}")

    def _lines(self, begin, end):
        text = self.path.read_bytes()[begin:end]
        return [json.loads(line) for line in text.split(b"\n")[1:-1]]


def _executed(line):
    name, text = re.fullmatch(r"execute (\w+)(?:/\w*)?: (.*)", line["message"], re.DOTALL).groups()
    values = re.findall(r"\$\d+ = (?:'((?:[^']|'')*)'|(NULL))", line.get("detail", ""))
    return Executed(name, text, tuple(None if null else value.replace("''", "'")
                                      for value, null in values))


@dataclass
class Template:
    """Makes of what was run for one object what is run for any. Where one of `numbers` occurs in a
    parameter, the variable of that name takes its place; the other text of parameters goes into
    `constants`, variables of pgbench as well. `claims` are members of the token by their value."""
    numbers: dict = field(default_factory=dict)
    claims: dict = field(default_factory=dict)
    constants: dict = field(default_factory=dict)

    def segment(self, executed):
        return [Statement(each.name, each.text, tuple(map(self._parameter, each.values)))
                for each in executed]

    def _parameter(self, value):
        if value is None:
            return Parameter("null", "null")
        texts, variables = [""], []
        for piece in re.split(r"(\d+)", value):
            variable = self.numbers.get(int(piece)) if piece.isdecimal() else None
            if variable:
                variables.append(variable)
                texts.append("")
            else:
                texts[-1] += piece
        if not variables:
            return Parameter(self._node(value), self._constant(value))
        if not any(texts):
            return Parameter(f"params.{variables[0]}", f":{variables[0]}")
        parts = [self._constant(texts[0])]
        for variable, text in zip(variables, texts[1:]):
            parts += [f":{variable}", self._constant(text)]
        return Parameter("", " || ".join(f"{part}::text" for part in parts))

    def _node(self, value):
        return f"claims.{self.claims[value]}" if value in self.claims else f"={value}"

    def _constant(self, value):
        if not value:  # which no variable of pgbench can be
            return "''"
        for name, known in self.constants.items():
            if known == value:
                return f":{name}"
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return f":{name}"


def with_literals(executed):
    """The text of a statement with its parameters in it."""
    def literal(match):
        value = executed.values[int(match[1]) - 1]
        return "null" if value is None else "'" + value.replace("'", "''") + "'"

    return re.sub(r"\$(\d+)", literal, executed.text.strip().rstrip(";"))
