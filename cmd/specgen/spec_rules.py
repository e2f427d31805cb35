"""Rules for openapi.yaml beyond OpenAPI's own: each closes a way in which code and document, or
document and security, could part."""

import re
from itertools import combinations
from typing import Any, Iterator

import ctext
from bounds import BoundsCheck
from document import Document, below, entries, items
from schema_rules import check_keywords, check_references, check_required, check_sets
from walk import METHODS, objects, operations

EXTENSIONS = {
    "operation": frozenset((
        "x-roles",           # list: a person acts in one of these roles
        "x-any-role",        # true: in whichever role
        "x-public",          # true: without token
        "x-scope",           # what a client's token has to hold; without it clients may not
        "x-idempotency",     # of a write, required or none: Idempotency-Key
        "x-if-match",        # true: If-Match is required
        "x-step",            # of a write: decides, prepares or about-person; what a disqualified person may
        "x-max-body-bytes",  # where the default is not enough
    )),
    "schema": frozenset((
        "x-encoded",    # true: of a string in a request, no text that people write
        "x-free-form",  # true: of an object in a request, any members; the body's size bounds it
    )),
    "other": frozenset(),
}
STEPS = ("decides", "prepares", "about-person")
WRITES = ("post", "put", "patch", "delete")
PATH_ITEM_FIELDS = (*METHODS, "parameters", "summary", "description")
EMPTY_STATUSES = ("204", "205", "304")
PROBLEM = "application/problem+json"

_OPERATION_ID = re.compile(r"[a-z][a-z0-9]*([A-Z][a-z0-9]*)*")
_ROLE = re.compile(r"[a-z][a-z0-9_-]*")
_SCOPE = re.compile(r"[\x21\x23-\x5b\x5d-\x7e]+")  # scope-token of RFC 6749 3.3
_SEGMENT = re.compile(r"[a-z0-9.-]+|\{([a-z][A-Za-z0-9]*)\}")


def check(document: Document) -> None:
    check_references(document)
    check_keywords(document)
    check_sets(document)
    check_required(document)
    _check_extensions(document)
    _check_path_items(document)
    _check_overlaps(document)
    _check_operation_ids(document)
    bounds = BoundsCheck(document)
    for path, method, operation, at in operations(document):
        _check_access(document, operation, at)
        _check_write(document, method, operation, at)
        _check_switches(document, operation, at)
        _check_path(document, path, operation, at)
        _check_responses(document, operation, at)
        _check_request(document, bounds, operation, at)


def parameters(document: Document, operation: dict[str, Any], at: str) -> Iterator[tuple[Any, str]]:
    """Every parameter of the operation, its path item's included, and where it is defined."""
    path_at = at.rpartition("/")[0]
    path_item = document.find(path_at)
    for owner, owner_at in ((path_item, path_at), (operation, at)):
        for parameter, place in items(owner.get("parameters"), below(owner_at, "parameters")):
            yield document.resolve(parameter, place)


def has_parameter(document: Document, operation: dict[str, Any], at: str,
                  place: str, name: str) -> bool:
    return any(parameter.get("in") == place and str(parameter.get("name")).lower() == name.lower()
               for parameter, _ in parameters(document, operation, at))


def _check_extensions(document: Document) -> None:
    for kind, value, at in objects(document):
        for key in value:
            if key.startswith("x-") and key not in EXTENSIONS[kind]:
                document.report(below(at, key), f"unknown extension on this object ({kind})")


def _check_path_items(document: Document) -> None:
    for _, path_item, path_at in entries(document.data.get("paths"), "/paths"):
        for key, _, at in entries(path_item, path_at):
            if key not in PATH_ITEM_FIELDS and not key.startswith("x-"):
                document.report(at, f"{key} is not supported")


def _check_overlaps(document: Document) -> None:
    """Which of two paths a request means must not depend on their order."""
    for one, other in combinations(document.data.get("paths") or (), 2):
        pairs = list(zip(one.split("/"), other.split("/")))
        if one.count("/") == other.count("/") and all(
                a == b or a.startswith("{") or b.startswith("{") for a, b in pairs):
            document.report(below("/paths", other), f"a request may also be meant for {one}")


def _check_operation_ids(document: Document) -> None:
    seen: dict[str, str] = {}
    for *_, operation, at in operations(document):
        name = operation.get("operationId")
        if not isinstance(name, str):
            document.report(at, "no operationId")
            continue
        at = below(at, "operationId")
        symbol = ctext.snake_case(name)
        if not _OPERATION_ID.fullmatch(name):
            document.report(at, f"{name} is no camelCase identifier")
        elif symbol in seen:
            document.report(at, f"{name} is taken by {seen[symbol]}")
        seen.setdefault(symbol, name)


def _check_access(document: Document, operation: dict[str, Any], at: str) -> None:
    security = operation.get("security", document.data.get("security"))
    public = operation.get("x-public") is True
    if security is None and not public:
        document.report(at, "neither security nor x-public: true")
    elif public and security:
        document.report(at, "x-public: true, and yet security is required")
    elif not public and (not security or {} in security):
        document.report(at, "security lets everyone in without x-public: true")
    ways = [key for key in ("x-roles", "x-any-role", "x-public") if key in operation]
    if len(ways) != 1:
        document.report(at, "has not exactly one of x-roles, x-any-role and x-public")
    for key in ("x-any-role", "x-public"):
        if operation.get(key, True) is not True:
            document.report(below(at, key), "can only be true")
    if "x-roles" in operation:
        _check_roles(document, operation["x-roles"], below(at, "x-roles"))


def _check_roles(document: Document, roles: Any, at: str) -> None:
    names = roles if isinstance(roles, list) else []
    if not names:
        document.report(at, "is no list of roles")
    for i, role in enumerate(names):
        if not isinstance(role, str) or not _ROLE.fullmatch(role) or role in names[:i]:
            document.report(below(at, i), f"{role} is no role, or is there twice")


def _check_write(document: Document, method: str, operation: dict[str, Any], at: str) -> None:
    idempotency = operation.get("x-idempotency")
    if method not in WRITES:
        if idempotency is not None:
            document.report(below(at, "x-idempotency"), f"has no meaning on {method}")
        return
    if idempotency not in ("required", "none"):
        document.report(at, "no x-idempotency: required or none")
    elif idempotency == "required" and not has_parameter(
            document, operation, at, "header", "Idempotency-Key"):
        document.report(at, "x-idempotency: required, but no header parameter Idempotency-Key")


def _takes(document: Document, operation: dict[str, Any], at: str, member: str) -> bool:
    """Whether the body is an object with such a member."""
    body, body_at = document.resolve(operation.get("requestBody"), below(at, "requestBody"))
    for _, media, media_at in entries(body.get("content"), below(body_at, "content")):
        if isinstance(media, dict):
            schema, _ = document.resolve(media.get("schema"), below(media_at, "schema"))
            if member in schema.get("properties", {}):
                return True
    return False


def _check_switches(document: Document, operation: dict[str, Any], at: str) -> None:
    if operation.get("x-if-match", True) is not True:
        document.report(below(at, "x-if-match"), "can only be true")
    elif "x-if-match" in operation and not has_parameter(
            document, operation, at, "header", "If-Match"):
        document.report(at, "x-if-match: true, but no header parameter If-Match")
    if operation.get("x-step", "decides") not in STEPS:
        document.report(below(at, "x-step"), "can only be one of " + ", ".join(STEPS))
    if (operation.get("x-step") == "prepares") != _takes(document, operation, at, "urgentGrounds"):
        document.report(at, "x-step: prepares goes with urgentGrounds in the body")
    scope = operation.get("x-scope", "any")
    if not isinstance(scope, str) or not _SCOPE.fullmatch(scope):
        document.report(below(at, "x-scope"), "is no scope")
    most = operation.get("x-max-body-bytes", 1)
    if not isinstance(most, int) or isinstance(most, bool) or most < 1:
        document.report(below(at, "x-max-body-bytes"), "is no positive integer")
    elif "x-max-body-bytes" in operation and "requestBody" not in operation:
        document.report(below(at, "x-max-body-bytes"), "there is no requestBody")


def _check_path(document: Document, path: str, operation: dict[str, Any], at: str) -> None:
    segments = [_SEGMENT.fullmatch(segment) for segment in path.split("/")[1:]]
    if not path.startswith("/") or not (path == "/" or all(segments)):
        document.report(at, f"{path}: a segment is a lower-case name or one {{parameter}}")
    in_path = [match[1] for match in segments if match and match[1]]
    declared = [str(parameter.get("name")) for parameter, _ in parameters(document, operation, at)
                if parameter.get("in") == "path"]
    for name in in_path:
        if name not in declared:
            document.report(at, f"path parameter {name} is not declared")
    for name in declared:
        if name not in in_path:
            document.report(at, f"parameter {name} is not in the path")


def _check_responses(document: Document, operation: dict[str, Any], at: str) -> None:
    if not operation.get("responses"):
        document.report(at, "no responses")
    for status, response, response_at in entries(
            operation.get("responses"), below(at, "responses")):
        is_reference = isinstance(response, dict) and "$ref" in response
        response, defined_at = document.resolve(response, response_at)
        if is_reference and not response:
            continue  # reported as a broken reference
        if not str(response.get("description") or "").strip():
            document.report(defined_at, "response without description")
        content = response.get("content") or {}
        if status[0] in "45d":
            if list(content) != [PROBLEM]:
                document.report(defined_at, f"response {status} is not {PROBLEM}")
        elif not content and status not in EMPTY_STATUSES:
            document.report(defined_at, f"response {status} without content")
        for _, media, media_at in entries(content, below(defined_at, "content")):
            if not isinstance(media, dict) or "schema" not in media:
                document.report(media_at, "response without schema")


def _check_request(document: Document, bounds: BoundsCheck,
                   operation: dict[str, Any], at: str) -> None:
    for parameter, parameter_at in parameters(document, operation, at):
        if parameter:  # else reported as a broken reference
            bounds.check(parameter.get("schema"), below(parameter_at, "schema"))
    body, body_at = document.resolve(operation.get("requestBody"), below(at, "requestBody"))
    for media_type, media, media_at in entries(body.get("content"), below(body_at, "content")):
        if media_type == "application/json" or media_type.endswith("+json"):
            schema = media.get("schema") if isinstance(media, dict) else None
            bounds.check(schema, below(media_at, "schema"))
