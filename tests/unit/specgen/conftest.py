"""A repository small enough to break one thing in, and cmd/specgen to tell what is broken."""

import shutil
import sys
from pathlib import Path
from typing import Any, Callable

import pytest
import yaml

REPOSITORY = Path(__file__).resolve().parents[3]
FIXTURE = Path(__file__).parent / "fixture"

sys.path.insert(0, str(REPOSITORY / "cmd/specgen"))
import gen  # noqa: E402

Change = Callable[[dict[str, Any]], Any]


class Repository:
    """A copy of the fixture."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys
        shutil.copytree(FIXTURE, root)

    def run(self, *options: str) -> tuple[int, list[str]]:
        """Exit status of gen.py, and its findings."""
        status = gen.main(["--root", str(self.root), *options])
        return status, self._capsys.readouterr().err.splitlines()

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")

    def change_document(self, change: Change) -> None:
        document = yaml.load(self.read("openapi.yaml"), Loader=yaml.BaseLoader)
        document = _typed(document)
        change(document)
        self.write("openapi.yaml", yaml.safe_dump(document, sort_keys=False, allow_unicode=True))


def _typed(value: Any) -> Any:
    """BaseLoader leaves all scalars strings; only true, false and integers are meant otherwise."""
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.isdigit() else value


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    return Repository(tmp_path / "repository", capsys)
