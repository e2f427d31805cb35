"""api/operations.gen.h and .c, api/openapi.gen.json: what the daemon knows of openapi.yaml."""

import json
from typing import Any

import ctext
import spec_rules
from document import Document
from walk import operations

DEFAULT_MAX_BODY_BYTES = 64 * 1024

_HEADER = """\
#ifndef TRINN_API_OPERATIONS_GEN_H
#define TRINN_API_OPERATIONS_GEN_H

#include "api/request/operation.h"

enum operation_id {{
{ids}
}};

enum {{ OPERATION_COUNT = {count} }};

/* Each stands at the index of its id. */
extern const struct operation operations[OPERATION_COUNT];

{prototypes}

#endif
"""

_SOURCE = """\
#include "api/operations.gen.h"

const struct operation operations[OPERATION_COUNT] = {{
{rows}
}};
"""


def files(document: Document) -> dict[str, str]:
    """Path and content of each generated file; the document has passed spec_rules."""
    rows = [(path, method, operation, at) for path, method, operation, at in operations(document)]
    names = [operation["operationId"] for _, _, operation, _ in rows]
    head = ctext.generated_from(document.file)
    header = _HEADER.format(
        ids="\n".join(f"\t{_enumerator(name)}," for name in names),
        count=len(names),
        prototypes="\n".join(f"void {_handler(name)}(struct req *r);" for name in names))
    source = _SOURCE.format(rows="\n".join(_row(document, *row) for row in rows))
    return {
        "api/operations.gen.h": head + header,
        "api/operations.gen.c": head + source,
        "api/openapi.gen.json":
            json.dumps(document.data, ensure_ascii=False, separators=(",", ":")) + "\n",
    }


def _enumerator(name: str) -> str:
    return "OP_" + ctext.snake_case(name).upper()


def _handler(name: str) -> str:
    return "op_" + ctext.snake_case(name)


def _row(document: Document, path: str, method: str, operation: dict[str, Any], at: str) -> str:
    name = operation["operationId"]
    fields = {
        "id": _enumerator(name),
        "name": ctext.quoted(name),
        "method": "HTTP_" + method.upper(),
        "path": ctext.quoted(path),
        "roles": _roles(operation.get("x-roles")),
        "roles_array": _roles_array(operation.get("x-roles")),
        "scope": ctext.quoted(operation["x-scope"]) if "x-scope" in operation else "NULL",
        **_switches(document, operation, at),
        **_step(operation),
        "max_body_bytes": str(_max_body_bytes(operation)),
        "handle": _handler(name),
    }
    lines = [f"\t\t.{field} = {value},".replace("= \n", "=\n")
             for field, value in fields.items()]
    return "\n".join([f"\t[{_enumerator(name)}] = {{", *lines, "\t},"])


def _roles(roles: list[str] | None) -> str:
    if roles is None:
        return "NULL"
    items = [ctext.quoted(role) for role in roles] + ["NULL"]
    line = f"(const char *const[]){{{', '.join(items)}}}"
    if ctext.columns(f"\t\t.roles = {line},") <= ctext.LINE_COLUMNS:
        return line
    return f"(const char *const[]){{\n{ctext.filled(items, tabs=3)}\n\t\t}}"


def _roles_array(roles: list[str] | None) -> str:
    if roles is None:
        return "NULL"
    text = "{" + ", ".join(roles) + "}"
    if ctext.columns(f"\t\t.roles_array = {ctext.quoted(text)},") <= ctext.LINE_COLUMNS:
        return ctext.quoted(text)
    return "\n" + ctext.quoted_lines(text, tabs=3)


def _switches(document: Document, operation: dict[str, Any], at: str) -> dict[str, str]:
    """Only those that are on: C has false for the others."""
    is_on = {
        "is_public": "x-public" in operation,
        "needs_key": operation.get("x-idempotency") == "required",
        "needs_if_match": "x-if-match" in operation,
        "has_body": "requestBody" in operation,
        "takes_bytes": "application/octet-stream" in operation.get("requestBody", {}).get("content", {}),
        "takes_dry_run": spec_rules.has_parameter(document, operation, at, "query", "dryRun"),
    }
    return {field: "true" for field in is_on if is_on[field]}


def _step(operation: dict[str, Any]) -> dict[str, str]:
    step = operation.get("x-step")
    return {"step": "STEP_" + step.replace("-", "_").upper()} if step else {}


def _max_body_bytes(operation: dict[str, Any]) -> int:
    if "requestBody" not in operation:
        return 0
    return operation.get("x-max-body-bytes", DEFAULT_MAX_BODY_BYTES)
