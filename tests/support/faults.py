"""Contents with one fault each, made from the schema of an operation's body, and what the service is
to say of each: code and pointer."""

import copy
from dataclasses import dataclass

from support.contract import document, resolve


@dataclass
class Faulty:
    name: str
    body: dict
    code: str
    pointer: str


def body_schema(operation):
    spec = document()["paths"][operation.path][operation.method.lower()]
    return resolve(spec["requestBody"]["content"]["application/json"]["schema"])


def changed(body, steps, value):
    """The body with another value there; None takes the member away."""
    body = copy.deepcopy(body)
    at = body
    for step in steps[:-1]:
        at = at[step]
    if value is None:
        del at[steps[-1]]
    else:
        at[steps[-1]] = value
    return body


def pointer(steps):
    return "#" + "".join(f"/{step}" for step in steps)


def scalar_faults(schema, value):
    """(name, value, code) that the schema of a text, a number or a truth value does not take."""
    kind = schema.get("type")
    yield "type", ["?"], "type"
    yield "null", NULL, "type"
    if kind == "integer":
        yield "text for a number", str(value), "type"
        yield "a fraction", value + 0.5, "type"
        if "minimum" in schema:
            yield "too small", schema["minimum"] - 1, "too-small"
        if "maximum" in schema:
            yield "too large", schema["maximum"] + 1, "too-large-value"
    elif kind == "boolean":
        yield "number for a truth value", 1, "type"
    elif "enum" in schema:
        yield "unknown value", "ukjent", "enum"
    elif kind == "string":
        yield "number for a text", 17, "type"
        if schema.get("pattern") == r"\S":
            yield "blank", " \n\t ", "text-blank"
        elif "pattern" in schema:
            yield "another form", "?", "pattern"
        if schema.get("format") == "date":
            yield "no date", "2026-02-30", "format"
            yield "another format", "1.2.2026", "format"
        if schema.get("format") == "free-text":
            yield "a fødselsnummer", "Gjelder 311299 56715", "fnr-in-text"
        if schema.get("minLength"):
            yield "empty", "", "too-short"
        if "maxLength" in schema:
            yield "too long", "9" * (schema["maxLength"] + 1), "too-long"


NULL = object()  # in a place of None, which takes a member away


def value_of(value):
    return None if value is NULL else value


def faults_at(schema, body, steps):
    """Of the value at `steps` of the body, and of all below it."""
    schema = resolve(schema)
    value = body
    for step in steps:
        value = value[step]
    kind = schema.get("type")
    if kind == "object" and "properties" in schema:
        yield from object_faults(schema, body, steps, value)
    elif kind == "array":
        yield from array_faults(schema, body, steps, value)
    elif kind != "object":
        for name, wrong, code in scalar_faults(schema, value):
            yield Faulty(f"{pointer(steps)}: {name}", put(body, steps, wrong), code, pointer(steps))


def put(body, steps, value):
    body = copy.deepcopy(body)
    at = body
    for step in steps[:-1]:
        at = at[step]
    at[steps[-1]] = value_of(value)
    return body


def object_faults(schema, body, steps, value):
    for name in value:
        if name in schema.get("required", []):
            without = changed(body, [*steps, name], None)
            at = pointer([*steps, name])
            yield Faulty(f"{at}: missing", without, "required", at)
        yield from faults_at(schema["properties"][name], body, [*steps, name])
    if not schema.get("additionalProperties", True):
        at = pointer([*steps, "farge"])
        with_more = put(body, [*steps, "farge"], "blå")
        yield Faulty(f"{at}: unknown", with_more, "unknown-field", at)
    if steps:
        yield Faulty(f"{pointer(steps)}: type", put(body, steps, 1), "type", pointer(steps))


def array_faults(schema, body, steps, value):
    at = pointer(steps)
    yield Faulty(f"{at}: type", put(body, steps, {}), "type", at)
    if schema.get("minItems"):
        yield Faulty(f"{at}: too few", put(body, steps, []), "too-few", at)
    if "maxItems" in schema and value:
        many = [value[0]] * (schema["maxItems"] + 1)
        yield Faulty(f"{at}: too many", put(body, steps, many), "too-many", at)
    if schema.get("uniqueItems") and schema["maxItems"] > 1:
        twice = put(body, steps, [value[0]] * 2)
        yield Faulty(f"{at}: repeated", twice, "not-unique", f"{at}/1")
    if value:
        yield from faults_at(schema["items"], body, [*steps, 0])


def faults_of(operation, body):
    """A content for everything that can be wrong with the body."""
    return list(faults_at(body_schema(operation), body, []))
