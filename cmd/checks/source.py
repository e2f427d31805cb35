"""The C sources of the project, and their text without comments and literals."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]

_NOT_CODE = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL
)


def files(*folders):
    """Hand-written .c and .h files below the folders, as paths from the root."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.[ch]")):
            if ".gen." not in path.name:
                yield path.relative_to(ROOT)


def code(path):
    """The text with comments and literals blanked, line by line as it was."""

    def blank(match):
        text = match.group()
        if text.startswith(("\"", "'")):
            return text[0] * 2
        return re.sub(r"[^\n]", " ", text)

    return _NOT_CODE.sub(blank, (ROOT / path).read_text())
