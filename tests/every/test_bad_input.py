"""Whatever is wrong with a request is told, all of it at once, and nothing is stored."""

import contextlib
import json

import pytest
from support.bodies import BODIES
from support.commands import COMMANDS, nowhere, people_for
from support.contract import document, operations, resolve
from support.faults import body_schema, faults_of, pointer

WITH_CONTENT = [op for op in COMMANDS if op.has_body]
each_with_content = pytest.mark.parametrize("operation", WITH_CONTENT, ids=lambda op: op.id)
each_operation = pytest.mark.parametrize(
    "operation", [op for op in operations().values() if not op.public], ids=lambda op: op.id
)
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module", autouse=True)
def nothing_stored(world, database):
    """No row of any table is another after all tests of this file."""
    for body in BODIES.values():
        with contextlib.suppress(AssertionError):  # told by the tests that send it
            body(world)  # what it names is there
    before = database.contents()
    yield
    assert database.contents() == before


def reader(world, operation):
    return people_for(world, operation)[0] if operation.roles else world.county.auditor


# ---- content that does not fit its schema


@each_with_content
def test_each_fault_is_told_with_a_pointer_to_it_in_bokmal_and_in_english(world, operation):
    command = nowhere(world, operation)
    faults = faults_of(operation, command.body)
    assert len(faults) >= (3 if command.body else 1)
    for fault in faults:
        nb, en = (told(command, fault, language) for language in ("nb", "en"))
        assert nb != en and "{0}" not in nb + en, (nb, en)


def told(command, fault, language):
    """What is said of the fault, and of nothing that lies elsewhere."""
    reply = command.send(body=fault.body, headers={"Accept-Language": language})
    reply.refused("validation-failed", 422)
    assert (fault.code, fault.pointer) in reply.faults, f"{fault.name}: {reply}"
    elsewhere = [f for f in reply.faults if not f[1].startswith(fault.pointer)]
    assert not elsewhere, f"{fault.name}: {reply}"
    details = {(e["code"], e["pointer"]): e["detail"] for e in reply.json["errors"]}
    return details[fault.code, fault.pointer]


@each_with_content
def test_all_faults_are_told_at_once(world, operation):
    """Every member of the wrong type, and one that is unknown."""
    command = nowhere(world, operation)
    properties = body_schema(operation)["properties"]
    wrong = {
        name: "x" if resolve(properties[name])["type"] in ("array", "object") else []
        for name in command.body
    }
    reply = command.send(body=wrong | {"farge": 1}).refused("validation-failed", 422)
    expected = [("type", pointer([name])) for name in wrong] + [("unknown-field", "#/farge")]
    assert reply.faults == sorted(expected)


@each_with_content
def test_content_that_is_no_object_is_refused(world, operation):
    command = nowhere(world, operation)
    for body in ([], [command.body]):
        reply = command.send(body=body).refused("validation-failed", 422)
        assert reply.faults == [("type", "#")]


# ---- bytes that are no JSON of ours

SMALL = '{"reason": "x"}'
MALFORMED = {
    "nothing": b"",
    "blanks": b"  \n",
    "half an object": b'{"reason": "x"',
    "two values": SMALL.encode() * 2,
    "text after it": SMALL.encode() + b" x",
    "a bare text": b'"x"',
    "a bare number": b"17",
    "null": b"null",
    "single quotes": b"{'reason': 'x'}",
    "a comma too many": b'{"reason": "x",}',
    "a comment": b'{"reason": "x"} // x',
    "NaN": b'{"reason": NaN}',
    "Infinity": b'{"reason": -Infinity}',
    "a leading zero": b'{"reason": 01}',
    "a plus": b'{"reason": +1}',
    "hexadecimal": b'{"reason": 0x10}',
    "a byte order mark": b"\xef\xbb\xbf" + SMALL.encode(),
    "UTF-16": SMALL.encode("utf-16"),
    "Latin-1": '{"reason": "blå"}'.encode("latin-1"),
    "a byte that is none of UTF-8": b'{"reason": "\xff"}',
    "a surrogate in UTF-8": b'{"reason": "\xed\xa0\x80"}',
    "an overlong slash": b'{"reason": "\xc0\xaf"}',
    "beyond Unicode": b'{"reason": "\xf4\x90\x80\x80"}',
    "half a letter": b'{"reason": "bl\xc3"}',
    "half a pair of surrogates": b'{"reason": "\\ud800"}',
    "the wrong half first": b'{"reason": "\\udc00\\ud800"}',
    "NUL": b'{"reason": "a\\u0000b"}',
    "NUL in a name": b'{"a\\u0000b": 1}',
    "a raw NUL": b'{"reason": "a\x00b"}',
    "a raw line break": b'{"reason": "a\nb"}',
    "a member twice": b'{"reason": "x", "reason": "y"}',
    "a member twice, written otherwise": b'{"reason": "x", "\\u0072eason": "y"}',
    "a member twice, within": b'{"reason": {"a": 1, "a": 2}}',
    "a number beyond any": b'{"reason": 1e999}',
    "an integer beyond 64 bits": b'{"reason": 92233720368547758070}',
    "too deep": b'{"reason": ' + b"[" * 40 + b"]" * 40 + b"}",
    "far too deep": b"[" * 8_000 + b"]" * 8_000,
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED.keys())
def test_what_is_no_sound_json_is_refused_with_the_place_of_the_fault(world, data):
    command = nowhere(world, operations()["closeCall"])
    for language in ("nb", "en"):
        headers = JSON | {"Accept-Language": language}
        reply = command.send(body=None, data=data, headers=headers)
        reply.refused("malformed-body", 400)
        assert any(character.isdigit() for character in reply.json["detail"])


def test_the_fault_of_malformed_json_is_told_in_the_readers_language(world):
    command = nowhere(world, operations()["closeCall"])
    for data in (b'{"reason": "\xff"}', b'{"a": 1, "a": 2}', b"[", b'{"a": "\\u0000"}'):
        told = [
            command.send(body=None, data=data, headers=JSON | {"Accept-Language": language})
            for language in ("nb", "en")
        ]
        nb, en = (reply.json["detail"].partition(": ")[2] for reply in told)
        assert nb and en and nb != en, (nb, en)


@pytest.mark.parametrize("text", ["Æ", "😀", "\u2028", "e\u0301", "\u200f", "'; drop table x--"])
def test_any_text_of_unicode_is_a_text(world, text):
    command = nowhere(world, operations()["closeCall"])
    command.send(body={"reason": text}).refused("not-found", 404)


IN_TEXTS = (
    ("closeCall", {"reason": "Gjelder 311299 56715"}, "#/reason"),
    ("planNetworkSession", {"title": "Møte med 31129956715"}, "#/title"),
    ("savePlan", {"answers": {"people": [{"who": ["31.12.99-56715"]}]}}, "#/answers/people/0/who/0"),
)


@pytest.mark.parametrize("id, members, pointer", IN_TEXTS, ids=lambda value: str(value)[:16])
def test_no_fodselsnummer_is_taken_in_a_text(world, id, members, pointer):
    command = nowhere(world, operations()[id])
    reply = command.send(body=command.body | members).refused("validation-failed", 422)
    assert ("fnr-in-text", pointer) in reply.faults
    assert "56715" not in reply.text


@pytest.mark.parametrize("length, code", [(20_000, "not-found"), (20_001, "validation-failed")])
def test_length_is_counted_in_characters_and_not_in_bytes(world, length, code):
    command = nowhere(world, operations()["closeCall"])
    data = json.dumps({"reason": "å" * length}, ensure_ascii=False).encode("utf-8")
    command.send(body=None, data=data, headers=JSON).refused(code)


def test_an_unknown_member_is_named_whatever_its_name(world):
    command = nowhere(world, operations()["closeCall"])
    for name in ("a/b", "a~b", 'a"b', "a\\b", "", " ", "æøå", "😀" * 80, "å" * 300, "x" * 3000):
        reply = command.send(body={"reason": "x", name: 1}).refused("validation-failed", 422)
        (error,) = reply.json["errors"]
        escaped = name.replace("~", "~0").replace("/", "~1")
        assert error["code"] == "unknown-field"
        assert f"#/{escaped}".startswith(error["pointer"]) and len(error["pointer"]) > 1


def test_thousands_of_faults_are_told_as_many_as_are_of_use(world):
    command = nowhere(world, operations()["saveCostPlan"])
    lines = [{"costGroup": 1, "description": "", "amountOre": 0, "x": 1} for _ in range(200)]
    reply = command.send(body={"costs": lines}).refused("validation-failed", 422)
    assert 100 <= len(reply.json["errors"]) <= 800


@each_with_content
def test_content_that_is_too_big_is_refused(world, operation):
    spec = document()["paths"][operation.path][operation.method.lower()]
    most = spec.get("x-max-body-bytes", 65536)
    command = nowhere(world, operation)
    body = json.dumps(command.body).encode()
    fits = body + b" " * (most - len(body))
    command.send(body=None, data=fits + b" ", headers=JSON).refused("too-large", 413)


def test_content_beyond_what_the_service_reads_is_refused_before_it_is_read(world):
    command = nowhere(world, operations()["closeCall"])
    reply = command.send(body=None, data=b" " * (1024 * 1024 + 1), headers=JSON)
    reply.refused("large-body", 413)


# ---- parameters

NUL = "%00"


@each_operation
def test_an_unknown_parameter_is_refused(world, operation):
    reply = ask(world, operation, {"farge": "blå"}).refused("unknown-parameter", 400)
    assert "farge" in reply.json["detail"]


def ask(world, operation, query):
    if not operation.reads:
        return nowhere(world, operation).send(**query)
    argument = world.hub.orgnr if operation.kind == "orgnr" else 1
    return reader(world, operation).get(operation.at(argument), **query)


def query_parameters(operation):
    spec = document()["paths"][operation.path][operation.method.lower()]
    for parameter in map(resolve, spec.get("parameters", [])):
        if parameter["in"] == "query":
            yield parameter["name"], resolve(parameter["schema"])


SOME_WORD = r"[\p{L}\p{N}]"


def bad_values(schema):
    """Values of a query parameter that its schema does not take."""
    yield "\u00e5" * 600
    if schema.get("type") == "string" and not schema.keys() & {"enum", "format", "pattern"}:
        return  # any other text of a search fits
    yield "%"
    if schema.get("type") == "integer":
        yield from ("", "x", "1.0", "1e1", "0x1", "+1", " 1", "١", "-1", "9" * 25)
        yield from (str(schema["minimum"] - 1), str(schema["maximum"] + 1))
    elif schema.get("type") == "boolean":
        yield from ("", "1", "True", "TRUE", "yes")
    elif "enum" in schema:
        yield from ("", "ukjent", schema["enum"][0].swapcase(), schema["enum"][0] + ",")
    elif schema.get("format") == "date":
        yield from ("", "2026-02-30", "2026-2-3", "20260203", "0000-01-01", "2026-02-03T00:00")
    elif "pattern" in schema:
        yield from ("", "-", "%_") if schema["pattern"] == SOME_WORD else ("", "0", "-1", "1;", "x")


@each_operation
def test_a_parameter_that_does_not_fit_is_refused(world, operation):
    for name, schema in query_parameters(operation):
        for value in bad_values(schema):
            reply = ask(world, operation, {name: value})
            expected = "bad-cursor" if name == "cursor" and value == "%" else "bad-parameter"
            reply.refused(expected, 400)


@each_operation
def test_a_parameter_stands_once(world, operation):
    for name, schema in query_parameters(operation):
        good = {"integer": "2010", "boolean": "true"}.get(schema.get("type"), "1")
        reply = ask(world, operation, {name: [good, good]}).expect(400)
        assert "bad-parameter" in [f["code"] for f in reply.json["errors"]]


@pytest.mark.parametrize(
    "query", ["q=%ff%ff", "q=%c3", "q=%00ab", "q=ab%0aab", "q=%ed%a0%80", "%ff=1", "q=%c0%af"]
)
def test_a_parameter_is_sound_utf8_without_control_characters(world, query):
    code = "bad-target" if NUL in query else "bad-parameter"
    world.hub.signatory.get(f"/v1/organisations?{query}").refused(code, 400)


@pytest.mark.parametrize(
    "id", ["0", "-1", "01", "1.0", "x", "9" * 18, "9" * 19, "9" * 40, "1%00", "%ff", "1%2f2", "٣"]
)
def test_an_id_that_cannot_be_is_of_nothing(world, id):
    expected = ("bad-target", 400) if NUL in id else ("not-found", 404)
    world.county.caseworker.get(f"/v1/applications/{id}").refused(*expected)


@pytest.mark.parametrize(
    "role", ["nobody", "decision_maker@1", "x" * 61, "", "999999", "'", "é", "\udcff", "a@\udcc3"]
)
def test_a_role_one_has_not_is_refused(world, role):
    headers = {"Act-As": role.encode("utf-8", "surrogateescape")}
    reply = world.county.caseworker.get("/v1/applications", headers=headers)
    assert "roles" not in reply.refused("forbidden", 403).json, "any role may"


def test_who_may_not_is_told_who_may_in_words_and_by_name(world):
    editor = world.hub.hub_editor
    headers = {"Accept-Language": "en"}
    told = [
        editor.get("/v1/payment-lists", headers=more).refused("forbidden", 403).json
        for more in ({}, headers)
    ]
    assert [reply["roles"] for reply in told] == [["finance", "auditor", "releaser"]] * 2
    assert "Det gjøres av økonomi, revisor eller anviser;" in told[0]["detail"]
    assert "It is done by county finance, auditor or releaser;" in told[1]["detail"]


# ---- rules that look beyond the schema


def test_a_number_that_only_looks_like_an_organisations_is_refused(world):
    content = BODIES["proposeBankAccount"](world)
    wrong = content | {"orgnr": "123456789", "account": "12345678901"}
    reply = world.county.caseworker.post("/v1/bank-accounts", wrong).expect(422)
    assert {f[1] for f in reply.faults} == {"#/orgnr", "#/account"}
