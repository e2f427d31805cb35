"""sql/queries/*.sql: named statements and fragments of statements.

    -- part: grant_document
    json_build_object('id', g.id, ...)
    -- end

    -- query: list_grants(after int8?, most int4) @read
    -- scope county: true
    -- scope hub: g.hub_id = trinn.caller_org()
    -- What the list promises.
    select {grant_document} from trinn.grants g where {scope} and g.id > :after limit :most;

    -- document: grant(grant_id int8)
    select g.version::text as etag, {grant_json}::text as document from trinn.grants g where ...;

A document is three things: grant_document(grant_id) @read; the part {grant_document}; and
reply_grant() @write, which stores the document as the reply of a command.

The header may go on over the comment lines that follow, up to its lanes. Every parameter is cast to
the type declared, wherever it is used, so that nothing is left to type inference.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import ctext
import sqltext
from findings import Findings
from sqltext import Token

TYPES = ("int8", "int4", "bool", "text", "date", "timestamptz", "json", "jsonb", "uuid", "text[]", "int8[]")
LANES = ("read", "write", "export")
SCOPES = ("county", "hub", "firm", "partner", "public")
MOST_NAME_BYTES = 63  # of a prepared statement: PostgreSQL cuts longer ones

_OPENING = re.compile(r"--\s*(query|part|document):\s*(.*)")
_HEADER = re.compile(r"([a-z][a-z0-9_]*)\s*\(([^()]*)\)\s*((?:@[a-z]+\s*)+)")
_DOCUMENT = re.compile(r"([a-z][a-z0-9_]*)\s*\(([^()]*)\)")
_PARAMETER = re.compile(r"([a-z](?:[a-z0-9_]*[a-z0-9])?)\s+([a-z0-9]+(?:\[\])?)(\?)?")
_SCOPE_LINE = re.compile(r"--\s*scope\s+(\w+):\s*(.*)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
# Names that the generated functions use themselves.
_RESERVED = ctext.KEYWORDS | {"queries", "scope", "segment"}

_REPLY_PARAMETERS = "operation text, key text, fingerprint text, status int4, location text"
# `offset 0` keeps the document a query of its own, whatever the planner makes of its joins: the function, which writes, is
# called for each row of it and for nothing else.
_REPLY = """\
select r.status, r.location, r.etag, r.reply from ({document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, :location, d.etag, d.document) r"""


@dataclass(frozen=True)
class Parameter:
    name: str
    type: str
    is_nullable: bool


@dataclass
class Query:
    name: str
    file: str
    line: int
    parameters: list[Parameter]
    lanes: list[str]
    scopes: dict[str, list[Token]] = field(default_factory=dict)
    body: list[Token] = field(default_factory=list)
    # Filled by expansion: one statement, or one for each scope.
    statements: dict[str | None, list[Token]] = field(default_factory=dict)


@dataclass
class Part:
    name: str
    file: str
    line: int
    body: list[Token]
    is_used: bool = False


class Reader:
    """Reads all files, then expands: a part may stand in another file than its users."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self._root = root
        self._findings = findings
        self._queries: dict[str, Query] = {}
        self._parts: dict[str, Part] = {}

    def read(self) -> list[Query]:
        for path in sorted(self._root.glob("sql/queries/*.sql")):
            self._read_file(path)
        for query in self._queries.values():
            self._expand_query(query)
        for part in self._parts.values():
            if not part.is_used:
                self._findings.add(part.file, part.line, f"part {part.name} is not used")
        if not self._queries:
            self._findings.add("sql/queries", 1, "no queries")
        return list(self._queries.values())

    def _read_file(self, path: Path) -> None:
        file = path.relative_to(self._root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        starts = [i for i, line in enumerate(lines) if _OPENING.match(line)]
        for i in range(starts[0] if starts else len(lines)):
            if lines[i].strip() and not lines[i].lstrip().startswith("--"):
                self._findings.add(file, i + 1, "text before the first query or part")
                break
        for start, end in zip(starts, starts[1:] + [len(lines)]):
            kind, rest = _OPENING.match(lines[start]).groups()
            read = {"query": self._read_query, "part": self._read_part,
                    "document": self._read_document}[kind]
            read(file, start, rest, lines[start + 1:end])

    def _read_part(self, file: str, start: int, name: str, lines: list[str]) -> None:
        name = name.strip()
        ends = [i for i, line in enumerate(lines) if re.fullmatch(r"--\s*end\s*", line)]
        if not _NAME.fullmatch(name) or name == "scope":
            self._findings.add(file, start + 1, f"'{name}' is no name for a part")
        elif not ends:
            self._findings.add(file, start + 1, f"part {name} has no '-- end'")
        else:
            body = sqltext.tokens("\n".join(lines[:ends[0]]), file, start + 2)
            if any(token.text == ";" for token in body):
                self._findings.add(file, start + 1, f"part {name} has a ';'")
            self._add_part(Part(name, file, start + 1, body))
            self._check_rest(file, sqltext.tokens("\n".join(lines[ends[0]:]), file,
                                                  start + 2 + ends[0]))

    def _add_part(self, part: Part) -> None:
        if part.name in self._parts:
            first = self._parts[part.name]
            self._findings.add(part.file, part.line,
                               f"part {part.name} is there already, {first.file}:{first.line}")
        else:
            self._parts[part.name] = part

    def _read_document(self, file: str, start: int, rest: str, lines: list[str]) -> None:
        match = _DOCUMENT.fullmatch(rest.strip())
        if not match:
            self._findings.add(file, start + 1, "no header of the form name(parameters)")
            return
        name, line = f"{match[1]}_document", start + 1
        body = self._read_statement(file, line, name, lines, 0)
        self._add_part(Part(name, file, line, body))
        self._add(Query(name, file, line, self._parameters(file, line, match[2]), ["read"],
                        body=body))
        parameters = ", ".join(filter(None, (_REPLY_PARAMETERS, match[2].strip())))
        self._add(Query(f"reply_{match[1]}", file, line,
                        self._parameters(file, line, parameters), ["write"],
                        body=sqltext.tokens(_REPLY.format(document=f"{{{name}}}"), file, line)))

    def _read_query(self, file: str, start: int, rest: str, lines: list[str]) -> None:
        taken = 0
        while not _HEADER.fullmatch(rest.strip()) and taken < len(lines) \
                and lines[taken].startswith("--"):
            rest += " " + lines[taken].lstrip("-")
            taken += 1
        match = _HEADER.fullmatch(rest.strip())
        if not match:
            self._findings.add(file, start + 1, "no header of the form name(parameters) @lane")
            return
        query = Query(match[1], file, start + 1,
                      self._parameters(file, start + 1, match[2]),
                      self._lanes(file, start + 1, match[3].split()))
        while taken < len(lines) and lines[taken].startswith("--"):
            self._read_scope(query, lines[taken], start + 2 + taken)
            taken += 1
        query.body = self._read_statement(file, start + 1, query.name, lines, taken)
        self._add(query)

    def _read_statement(self, file: str, line: int, name: str, lines: list[str],
                        taken: int) -> list[Token]:
        """What is left of the lines below `line` when some are taken."""
        body = sqltext.tokens("\n".join(lines[taken:]), file, line + 1 + taken)
        ends = [i for i, token in enumerate(body) if token.text == ";"]
        if not ends:
            self._findings.add(file, line, f"{name} has no ';' at its end")
            return []
        self._check_rest(file, body[ends[0] + 1:])
        return body[:ends[0]]

    def _check_rest(self, file: str, rest: list[Token]) -> None:
        for token in rest:
            if token.kind != "space":
                self._findings.add(file, token.line, "text outside of a query or part")
                return

    def _add(self, query: Query) -> None:
        if query.name in self._queries:
            first = self._queries[query.name]
            self._findings.add(query.file, query.line,
                               f"{query.name} is there already, {first.file}:{first.line}")
        else:
            self._queries[query.name] = query

    def _parameters(self, file: str, line: int, text: str) -> list[Parameter]:
        found: list[Parameter] = []
        for each in [each.strip() for each in text.split(",")] if text.strip() else []:
            match = _PARAMETER.fullmatch(each)
            if not match or match[2] not in TYPES:
                self._findings.add(file, line, f"'{each}' is no parameter of a known type")
            elif match[1] in _RESERVED or match[1] in [other.name for other in found]:
                self._findings.add(file, line, f"parameter {match[1]} is a name taken")
            else:
                found.append(Parameter(match[1], match[2], match[3] is not None))
        return found

    def _lanes(self, file: str, line: int, words: list[str]) -> list[str]:
        lanes = [word.removeprefix("@") for word in words]
        for i, lane in enumerate(lanes):
            if lane not in LANES or lane in lanes[:i]:
                self._findings.add(file, line, f"@{lane} is no lane, or is there twice")
        return lanes

    def _read_scope(self, query: Query, text: str, line: int) -> None:
        match = _SCOPE_LINE.match(text)
        if not match:
            return
        name, condition = match.groups()
        if name not in SCOPES or name in query.scopes:
            self._findings.add(query.file, line, f"{name} is no scope, or is there twice")
        elif not condition.strip():
            self._findings.add(query.file, line, f"scope {name} has no condition")
        else:
            query.scopes[name] = sqltext.tokens(f"({condition})", query.file, line)

    def _expand_query(self, query: Query) -> None:
        body = self._with_parts(query.body, ())
        uses = sum(token.kind == "include" and token.name == "scope" for token in body)
        if uses != (1 if query.scopes else 0):
            self._findings.add(query.file, query.line,
                               f"{query.name} has {len(query.scopes)} scopes and {uses} {{scope}}")
            return
        for scope in query.scopes or (None,):
            condition = query.scopes[scope] if scope else []
            statement = [each for token in body
                         for each in (condition if token.kind == "include" else [token])]
            query.statements[scope] = self._with_positions(query, statement)
            self._check_name(query, scope)

    def _check_name(self, query: Query, scope: str | None) -> None:
        name = statement_name(query, scope)
        if len(name) > MOST_NAME_BYTES:
            self._findings.add(query.file, query.line,
                               f"{name} is longer than {MOST_NAME_BYTES} bytes")
        if scope and name in self._queries:
            self._findings.add(query.file, query.line, f"{name} is there already")

    def _with_parts(self, body: list[Token], inside: tuple[str, ...]) -> list[Token]:
        """{scope} stays; everything else in braces is replaced."""
        expanded: list[Token] = []
        for token in body:
            part = self._parts.get(token.name)
            if token.kind == "broken":
                self._findings.add(token.file, token.line, f"unmatched {token.text[0]}")
            elif token.kind != "include" or token.name == "scope":
                expanded.append(token)
            elif part is None or token.name in inside:
                self._findings.add(token.file, token.line,
                                   f"{token.text} " + ("contains itself" if part else "is no part"))
            else:
                part.is_used = True
                expanded += self._with_parts(part.body, inside + (token.name,))
        return expanded

    def _with_positions(self, query: Query, body: list[Token]) -> list[Token]:
        numbers = {parameter.name: i + 1 for i, parameter in enumerate(query.parameters)}
        used: set[str] = set()
        statement: list[Token] = []
        body = sqltext.squeezed(body)
        for i, token in enumerate(body):
            if token.kind == "positional":
                self._findings.add(token.file, token.line, f"{token.text} instead of a name")
            elif token.kind == "parameter" and token.name not in numbers:
                self._findings.add(token.file, token.line,
                                   f"{token.text} is not declared by {query.name}")
            elif token.kind == "parameter":
                used.add(token.name)
                parameter = query.parameters[numbers[token.name] - 1]
                text = f"${numbers[token.name]}::{parameter.type}"
                if i + 1 < len(body) and body[i + 1].text == "[":
                    text = f"({text})"
                token = Token(token.kind, text, token.file, token.line)
            statement.append(token)
        for name in sorted(numbers.keys() - used):
            self._findings.add(query.file, query.line, f"{query.name} does not use {name}")
        return statement


def statement_name(query: Query, scope: str | None) -> str:
    return f"{query.name}_{scope}" if scope else query.name
