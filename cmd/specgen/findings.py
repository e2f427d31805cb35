"""What is wrong with the sources, collected so that one run reports everything."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Findings:
    def __init__(self) -> None:
        self._found: set[Finding] = set()

    def add(self, file: str, line: int, message: str) -> None:
        self._found.add(Finding(file, line, message))

    def __bool__(self) -> bool:
        return bool(self._found)

    def sorted(self) -> list[Finding]:
        return sorted(self._found)
