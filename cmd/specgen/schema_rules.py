"""Rules for schemas: keywords that lib/json understands, and references that lead somewhere."""

import re
from pathlib import Path

from document import Document, below, items
from walk import objects

# The validator's own table. A keyword outside it would be promised by the document and not kept.
KEYWORD_TABLE = Path(__file__).resolve().parents[2] / "lib/json/schema_keywords.h"


def keywords() -> frozenset[str]:
    table = KEYWORD_TABLE.read_text(encoding="utf-8")
    rows = re.findall(r'^\s*X\(\w+, "([^"]+)"', table, re.MULTILINE)
    if not rows:
        raise ValueError(f"{KEYWORD_TABLE}: no row of the form X(NAME, \"keyword\", ...)")
    return frozenset(rows)


def check_keywords(document: Document) -> None:
    known = keywords()
    for kind, schema, at in objects(document):
        for key in schema if kind == "schema" else ():
            if key not in known and not key.startswith("x-"):
                document.report(below(at, key), "keyword outside the validator's subset")


def check_sets(document: Document) -> None:
    """JSON Schema asks that the members of both are unique; a list merged twice is not."""
    for kind, schema, at in objects(document):
        for key in ("enum", "required") if kind == "schema" else ():
            members = schema.get(key)
            for index, (member, member_at) in enumerate(items(members, below(at, key))):
                if member in members[:index]:
                    document.report(member_at, f"{member} is there twice")


def check_required(document: Document) -> None:
    """What must be there and may not be there fits nothing; a merge that loses members leaves it so."""
    for kind, schema, at in objects(document):
        if kind != "schema" or schema.get("additionalProperties") is not False:
            continue
        for member, member_at in items(schema.get("required"), below(at, "required")):
            if member not in schema.get("properties", {}):
                document.report(member_at, f"{member} is required and has no schema")


def check_references(document: Document) -> None:
    for _, value, at in objects(document):
        ref = value.get("$ref")
        if ref is None:
            continue
        if not isinstance(ref, str) or not ref.startswith("#/"):
            document.report(below(at, "$ref"), "is no reference inside this document")
        elif document.find(ref[1:]) is None:
            document.report(below(at, "$ref"), f"{ref} does not exist")
