"""openapi.yaml as data that remembers on which line each value stands.

Scalars follow the core schema of YAML 1.2: `no` is a string, `2026-01-01` is a string, 010 is a
string. JSON has no dates, and a list of language codes has a "no".
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterator

import yaml

from findings import Findings

NULL, BOOL, INT, FLOAT = (f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))


class CoreLoader(yaml.CSafeLoader):
    yaml_implicit_resolvers: dict[str, list[Any]] = {}


CoreLoader.add_implicit_resolver(NULL, re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
CoreLoader.add_implicit_resolver(BOOL, re.compile(r"^(?:true|false)$"), ["t", "f"])
CoreLoader.add_implicit_resolver(INT, re.compile(r"^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
CoreLoader.add_implicit_resolver(
    FLOAT, re.compile(r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$"),
    list("-0123456789"))


@dataclass
class Document:
    file: str
    findings: Findings
    data: Any = None
    lines: dict[str, int] = field(default_factory=dict)

    def report(self, pointer: str, message: str) -> None:
        self.findings.add(self.file, self._line(pointer), f"#{pointer}: {message}")

    def _line(self, pointer: str) -> int:
        while pointer not in self.lines and "/" in pointer:
            pointer = pointer.rpartition("/")[0]
        return self.lines.get(pointer, 1)

    def resolve(self, value: Any, pointer: str) -> tuple[Any, str]:
        """Follows $ref to the value that holds content, and its pointer; {} where there is none."""
        seen = set()
        while isinstance(value, dict) and isinstance(value.get("$ref"), str):
            pointer = value["$ref"].removeprefix("#")
            if pointer in seen:
                return {}, pointer
            seen.add(pointer)
            value = self.find(pointer)
        return (value if isinstance(value, dict) else {}), pointer

    def find(self, pointer: str) -> Any:
        value = self.data
        for token in pointer.split("/")[1:]:
            key = token.replace("~1", "/").replace("~0", "~")
            if isinstance(value, list) and key.isdigit() and int(key) < len(value):
                value = value[int(key)]
            elif isinstance(value, dict) and key in value:
                value = value[key]
            else:
                return None
        return value


def below(pointer: str, *keys: object) -> str:
    return pointer + "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


def entries(value: Any, pointer: str) -> Iterator[tuple[str, Any, str]]:
    """Key, value and pointer of each entry of an object; nothing for other values."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield key, entry, below(pointer, key)


def items(value: Any, pointer: str) -> Iterator[tuple[Any, str]]:
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield item, below(pointer, i)


def load(root: Path, file: str, findings: Findings) -> Document:
    document = Document(file, findings)
    try:
        node = yaml.compose(root.joinpath(file).read_text(encoding="utf-8"), Loader=CoreLoader)
    except (OSError, UnicodeDecodeError) as error:
        findings.add(file, 1, f"cannot be read: {error}")
        return document
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        findings.add(file, mark.line + 1 if mark else 1, f"no YAML: {error.problem}")
        return document
    document.data = _build(node, "", document) if node else None
    if not isinstance(document.data, dict):
        findings.add(file, 1, "is no object")
        document.data = None
    return document


def _build(node: yaml.Node, pointer: str, document: Document) -> Any:
    document.lines[pointer] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _build_object(node, pointer, document)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, below(pointer, i), document) for i, item in enumerate(node.value)]
    return _scalar(node)


def _build_object(node: yaml.MappingNode, pointer: str, document: Document) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        at = below(pointer, key)
        if key in built or key == "<<":
            document.lines[at] = key_node.start_mark.line + 1
            document.report(at, "is there twice" if key in built else "merge keys are not JSON")
            continue
        built[key] = _build(value_node, at, document)
        document.lines[at] = key_node.start_mark.line + 1
    return built


def _scalar(node: yaml.ScalarNode) -> Any:
    if node.tag == NULL:
        return None
    if node.tag == BOOL:
        return node.value == "true"
    if node.tag == INT:
        return int(node.value)
    if node.tag == FLOAT:
        return float(node.value)
    return node.value
