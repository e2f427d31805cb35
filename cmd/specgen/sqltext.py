"""SQL as tokens that know where they stand."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"""
    (?P<space>\s+)
  | (?P<comment>--[^\n]*)
  | (?P<block>/\*)
  | (?P<text>[eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*")
  | (?P<dollar>\$(?:[A-Za-z_]\w*)?\$)
  | (?P<positional>\$[0-9]+)
  | (?P<operator>::|:=)
  | (?P<parameter>:[A-Za-z_]\w*)
  | (?P<include>\{[A-Za-z_]\w*\})
  | (?P<word>[\w$]+)
  | (?P<broken>['"{}])
  | (?P<other>.)
""", re.VERBOSE | re.DOTALL)


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    file: str
    line: int

    @property
    def name(self) -> str:
        """Of a parameter or an include."""
        return self.text.strip(":{}")


def tokens(text: str, file: str, line: int) -> list[Token]:
    """Comments become space; everything else is there, quoted text as one token of kind "text"."""
    found = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        kind, end = str(match.lastgroup), match.end()
        if kind == "block":
            kind, end = "comment", _block_end(text, at)
        elif kind == "dollar":
            kind, end = "text", _dollar_end(text, match)
        if end < 0:
            kind, end = "broken", len(text)
        kind = "space" if kind == "comment" else kind
        found.append(Token(kind, text[at:end], file, line))
        line += text.count("\n", at, end)
        at = end
    return found


def _block_end(text: str, at: int) -> int:
    """Comments nest in PostgreSQL. -1 if there is no end."""
    depth = 0
    for match in re.compile(r"/\*|\*/").finditer(text, at):
        depth += 1 if match[0] == "/*" else -1
        if depth == 0:
            return match.end()
    return -1


def _dollar_end(text: str, opening: re.Match[str]) -> int:
    closing = text.find(opening[0], opening.end())
    return -1 if closing < 0 else closing + len(opening[0])


def squeezed(found: list[Token]) -> list[Token]:
    """One blank for each run of space, none at the ends and inside of parentheses."""
    kept: list[Token] = []
    for token in found:
        if token.kind != "space":
            if kept and kept[-1].kind == "space" and token.text in (")", ",", ";"):
                kept.pop()
            kept.append(token)
        elif kept and kept[-1].kind != "space" and kept[-1].text != "(":
            kept.append(Token("space", " ", token.file, token.line))
    if kept and kept[-1].kind == "space":
        kept.pop()
    return kept
