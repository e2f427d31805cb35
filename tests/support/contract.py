"""openapi.yaml as the tests read it: by themselves, not as the product does."""

import functools
import re
import urllib.parse
from dataclasses import dataclass

import yaml

from support import ROOT

METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    path: str
    tag: str
    public: bool
    roles: tuple  # empty: any role
    scope: str
    needs_key: bool
    needs_if_match: bool
    takes_dry_run: bool
    pages: bool
    has_body: bool  # of JSON
    needs_body: bool
    takes_bytes: bool
    statuses: tuple
    query: tuple  # what must be asked with: names and examples

    @property
    def reads(self):
        return self.method == "GET"

    @property
    def kind(self):
        """What its path argument is the id of, such as "application"; None if it has none."""
        match = re.search(r"\{(\w+?)(Id)?\}", self.path)
        return match and match[1]

    def at(self, argument):
        """The path with its argument filled in; of versions, submissions and chunks the first."""
        first = re.sub(r"\{(\w+Version|submissionNumber|number)\}", "1", self.path)
        path = re.sub(r"\{\w+\}", str(argument), first)
        return path + ("?" + urllib.parse.urlencode(self.query) if self.query else "")

    def matches(self, path):
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(self.path))
        return re.fullmatch(pattern, path)


@functools.cache
def document():
    return yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))


def resolve(node):
    """What a $ref stands for."""
    while isinstance(node, dict) and "$ref" in node:
        target = node["$ref"].removeprefix("#/").split("/")
        node = functools.reduce(lambda at, step: at[step], target, document())
    return node


def read_operation(method, path, spec):
    resolved = [resolve(p) for p in spec.get("parameters", [])]
    parameters = [p["name"] for p in resolved]
    content = spec.get("requestBody", {}).get("content", {})
    return Operation(
        id=spec["operationId"],
        method=method.upper(),
        path=path,
        tag=spec["tags"][0],
        public=spec.get("x-public", False),
        roles=tuple(spec.get("x-roles", ())),
        scope=spec.get("x-scope"),
        needs_key=spec.get("x-idempotency") == "required",
        needs_if_match=spec.get("x-if-match", False),
        takes_dry_run="dryRun" in parameters,
        pages="cursor" in parameters,
        has_body="application/json" in content,
        needs_body=spec.get("requestBody", {}).get("required", False),
        takes_bytes="application/octet-stream" in content,
        statuses=tuple(spec["responses"]),
        query=tuple(
            (p["name"], p["example"]) for p in resolved if p["in"] == "query" and p.get("required")
        ),
    )


@functools.cache
def operations():
    """By operationId."""
    found = {}
    for path, item in document()["paths"].items():
        for method in METHODS:
            if method in item:
                operation = read_operation(method, path, item[method])
                found[operation.id] = operation
    return found


def all_roles():
    return document()["components"]["schemas"]["Role"]["enum"]
