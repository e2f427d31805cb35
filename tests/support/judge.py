"""Holds what the daemon answered against openapi.yaml."""

import functools
import json
import urllib.parse

import jsonschema

from support.client import Recorder
from support.contract import METHODS, document, operations, resolve

FORMATS = jsonschema.FormatChecker(formats=("date",))


def exchanges(flavour):
    """All that the rings recorded, each kind of answer with another content once."""
    seen = set()
    for path in sorted(Recorder.folder(flavour).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            exchange = json.loads(line)
            operation = find_operation(exchange)
            key = (operation, exchange["status"], exchange["body"])
            if key not in seen:
                seen.add(key)
                yield operation, exchange


def find_operation(exchange):
    """Its operationId; None if there is no such operation."""
    path = urllib.parse.urlsplit(exchange["target"]).path
    method = {"HEAD": "GET"}.get(exchange["method"], exchange["method"])
    for operation in operations().values():
        if operation.method == method and operation.matches(path):
            return operation.id
    return None


@functools.cache
def responses(operation_id):
    for item in document()["paths"].values():
        for method in METHODS:
            if method in item and item[method]["operationId"] == operation_id:
                return item[method]["responses"]


def documented(operation_id, status):
    """The response of that status; None if there is none."""
    known = responses(operation_id)
    found = known.get(str(status)) or known.get(f"{status // 100}XX")
    return found and resolve(found)


@functools.cache
def validator(schema_text):
    schema = json.loads(schema_text)
    root = {"components": document()["components"]} | schema
    return jsonschema.Draft202012Validator(root, format_checker=FORMATS)


def faults(operation_id, exchange):
    """What of an answer is not as the document says it is; empty is good."""
    status = exchange["status"]
    if status == 304:
        return [] if not exchange["body"] else ["a 304 has content"]
    response = documented(operation_id, status)
    if response is None:
        return [f"status {status} is not in the document"]
    contents = response.get("content", {})
    media_type = exchange["headers"].get("Content-Type", "").partition(";")[0]
    if not contents:
        return [f"{status} has content"] if exchange["body"] else []
    if media_type not in contents:
        return [f"{status} comes as {media_type!r}, not as {', '.join(contents)}"]
    if exchange["method"] == "HEAD" or exchange["body"] is None or "json" not in media_type:
        return []
    check = validator(json.dumps(contents[media_type]["schema"]))
    return [
        f"{error.json_path}: {error.message[:300]}"
        for error in check.iter_errors(json.loads(exchange["body"]))
    ]

