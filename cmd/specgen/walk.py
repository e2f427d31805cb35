"""Where the objects of an OpenAPI document stand, and what kind each is."""

from typing import Any, Iterator

from document import Document, below, entries, items

METHODS = ("get", "post", "put", "patch", "delete")

# Fields whose value is an object from names to objects: the names are free.
MAPS = frozenset((
    "callbacks", "content", "encoding", "examples", "headers", "links", "mapping", "parameters",
    "pathItems", "paths", "requestBodies", "responses", "schemas", "scopes", "securitySchemes",
    "variables", "webhooks"))

# Fields whose value is data, not description.
DATA = frozenset(("const", "default", "enum", "example", "value"))

SCHEMA_MAPS = ("properties", "$defs")
SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SCHEMA_SINGLES = ("additionalProperties", "items", "not", "if", "then", "else")


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Path, method, operation and its pointer."""
    for path, path_item, at in entries(document.data.get("paths"), "/paths"):
        for method, operation, operation_at in entries(path_item, at):
            if method in METHODS and isinstance(operation, dict):
                yield path, method, operation, operation_at


def objects(document: Document) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Kind ("operation", "schema" or "other"), object and pointer, of every object but data."""
    operation_pointers = {at for *_, at in operations(document)}
    yield from _objects(document.data, "", operation_pointers)


def _objects(value: Any, pointer: str, operations_at: set[str]) -> Iterator[tuple[str, Any, str]]:
    if isinstance(value, dict):
        yield ("operation" if pointer in operations_at else "other"), value, pointer
    for key, entry, at in entries(value, pointer):
        if key == "schema":
            yield from schemas(entry, at)
        elif key == "schemas":
            for _, schema, schema_at in entries(entry, at):
                yield from schemas(schema, schema_at)
        elif key in MAPS and isinstance(entry, dict):
            for _, named, named_at in entries(entry, at):
                yield from _objects(named, named_at, operations_at)
        elif key not in DATA:
            yield from _objects(entry, at, operations_at)
    for item, at in items(value, pointer):
        yield from _objects(item, at, operations_at)


def schemas(schema: Any, pointer: str) -> Iterator[tuple[str, Any, str]]:
    """The schema and every one inside it, without following $ref."""
    if not isinstance(schema, dict):
        return
    yield "schema", schema, pointer
    for key in SCHEMA_MAPS:
        for _, inner, at in entries(schema.get(key), below(pointer, key)):
            yield from schemas(inner, at)
    for key in SCHEMA_LISTS:
        for inner, at in items(schema.get(key), below(pointer, key)):
            yield from schemas(inner, at)
    for key in SCHEMA_SINGLES:
        if key in schema:
            yield from schemas(schema[key], below(pointer, key))
