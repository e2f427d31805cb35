"""Every value that a client may send has a largest size.

A value is described by its schema together with what $ref and allOf bring to it. Where that is
bounded, anyOf, oneOf, if and not only narrow it and may leave out types; where it is not, every
branch of its oneOf or anyOf has to be.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from document import Document, below, entries, items

# Formats whose values are short by themselves.
BOUNDED_FORMATS = frozenset(("date", "date-time", "uuid"))
# Longer ones are written by people, who must not be let put a fødselsnummer in.
CODE_LENGTH = 100
SOMETHING = r"\S"  # the pattern of a text that is not all white space

Place = tuple[Any, str]  # a value and its pointer


@dataclass
class Flat:
    """A schema without $ref and allOf."""

    pointer: str  # where its type is written
    keywords: dict[str, Any] = field(default_factory=dict)
    members: dict[str, Place] = field(default_factory=dict)
    elements: list[Place] = field(default_factory=list)
    branches: list[Place] = field(default_factory=list)

    def narrowed(self, other: "Flat") -> "Flat":
        return Flat(
            other.pointer if "type" in other.keywords or not self.keywords else self.pointer,
            {**self.keywords, **other.keywords}, {**self.members, **other.members},
            self.elements + other.elements, other.branches or self.branches)


class BoundsCheck:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._checked: set[str] = set()

    def check(self, schema: Any, pointer: str) -> None:
        if pointer not in self._checked:
            self._checked.add(pointer)
            self._check_flat(self._flat(schema, pointer, frozenset()))

    def _check_flat(self, flat: Flat) -> None:
        wrong = _unbounded(flat.keywords)
        if wrong and flat.branches:
            bare = Flat(flat.pointer, flat.keywords, flat.members, flat.elements)
            for branch, at in flat.branches:
                self._check_flat(bare.narrowed(self._flat(branch, at, frozenset())))
            return
        for message in wrong:
            self._document.report(flat.pointer, message)
        if flat.keywords.get("x-free-form") is not True:
            for inner, at in [*flat.members.values(), *flat.elements]:
                self.check(inner, at)

    def _flat(self, schema: Any, pointer: str, inside: frozenset[str]) -> Flat:
        flat = Flat(pointer)
        if not isinstance(schema, dict) or pointer in inside:
            return flat
        inside |= {pointer}
        if "$ref" in schema:
            flat = flat.narrowed(self._flat(*self._document.resolve(schema, pointer), inside))
        for member, at in items(schema.get("allOf"), below(pointer, "allOf")):
            flat = flat.narrowed(self._flat(member, at, inside))
        return flat.narrowed(_own(schema, pointer))


def _own(schema: dict[str, Any], pointer: str) -> Flat:
    own = Flat(pointer)
    own.keywords = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
    own.members = {name: (inner, at) for name, inner, at
                   in entries(schema.get("properties"), below(pointer, "properties"))}
    own.elements = list(items(schema.get("prefixItems"), below(pointer, "prefixItems")))
    if isinstance(schema.get("items"), dict):
        own.elements.append((schema["items"], below(pointer, "items")))
    for key in ("oneOf", "anyOf"):
        own.branches = own.branches or list(items(schema.get(key), below(pointer, key)))
    return own


def _unbounded(keywords: dict[str, Any]) -> list[str]:
    if "enum" in keywords or "const" in keywords or keywords.get("x-free-form") is True:
        return []
    types = keywords.get("type")
    if types is None:
        return ["has no type: anything may be sent"]
    messages = [_BY_TYPE[name](keywords) for name in (types if isinstance(types, list) else [types])
                if name in _BY_TYPE]
    return [message for message in messages if message]


def _string(keywords: dict[str, Any]) -> str | None:
    if keywords.get("format") in BOUNDED_FORMATS:
        return None
    if _is_bounded_pattern(str(keywords.get("pattern", ""))):
        return None
    if "maxLength" not in keywords:
        return "string without maxLength, enum, bounded format or bounded pattern"
    if keywords.get("format") == "free-text":
        return None if keywords.get("pattern") == SOMETHING else (
            rf"free text without pattern: '{SOMETHING}': spaces alone would be taken")
    if keywords["maxLength"] > CODE_LENGTH and (
            keywords.get("pattern", SOMETHING) == SOMETHING and not keywords.keys() & {"format", "x-encoded"}):
        return "text without format: free-text (or x-encoded: true)"
    return None


def _is_bounded_pattern(pattern: str) -> bool:
    bare = re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "x", pattern)
    if re.search(r"[*+]|\{[0-9]*,\}", bare):
        return False
    while "(" in bare and bare != (without := re.sub(r"\([^()]*\)", "x", bare)):
        bare = without
    return bare.startswith("^") and bare.endswith("$") and "|" not in bare


def _number(keywords: dict[str, Any]) -> str | None:
    if ("minimum" in keywords or "exclusiveMinimum" in keywords) and (
            "maximum" in keywords or "exclusiveMaximum" in keywords):
        return None
    return "number without minimum and maximum"


def _array(keywords: dict[str, Any]) -> str | None:
    if "maxItems" not in keywords:
        return "array without maxItems"
    if keywords.get("items") in (None, True) and "prefixItems" not in keywords:
        return "array without items: anything may be sent"
    return None


def _object(keywords: dict[str, Any]) -> str | None:
    if keywords.get("additionalProperties") is not False:
        return "object without additionalProperties: false (or x-free-form: true)"
    return None


_BY_TYPE = {"string": _string, "integer": _number, "number": _number, "array": _array,
            "object": _object}
