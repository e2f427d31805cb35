"""Pieces of C source."""

import re
import textwrap

LINE_COLUMNS = 100
TAB_COLUMNS = 8

KEYWORDS = frozenset("""
    auto break case char const continue default do double else enum extern float for goto if inline
    int long register restrict return short signed sizeof static struct switch typedef union
    unsigned void volatile while bool true false
""".split())

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def generated_from(source: str) -> str:
    return f"/* Written by cmd/specgen from {source}: change that and run `make gen`. */\n"


def snake_case(camel: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", camel).lower()


def quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


def quoted_lines(text: str, tabs: int) -> str:
    """A string literal, over as many indented lines as the column limit asks for."""
    room = LINE_COLUMNS - tabs * TAB_COLUMNS - len('"",')
    lines, line = [], ""
    for word in re.findall(r"\S*\s*", text):
        if line and len(quoted(line + word)) - 2 > room:
            lines.append(line)
            line = ""
        line += word
    lines.append(line)
    indent = "\t" * tabs
    return "\n".join(indent + quoted(each) for each in lines)


def filled(items: list[str], tabs: int) -> str:
    """Items with commas between them, on as many indented lines as the column limit asks for."""
    lines = [""]
    for item in items:
        if lines[-1] and columns("\t" * tabs + f"{lines[-1]} {item},") >= LINE_COLUMNS:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + item + ","
    return textwrap.indent("\n".join(lines), "\t" * tabs)[:-1]


def columns(line: str) -> int:
    return len(line.expandtabs(TAB_COLUMNS))
