"""openapi.yaml: what is refused, and where the finding points."""

import json
from typing import Any

import pytest

APPLICATIONS = "/v1/applications"
ONE = "/v1/applications/{applicationId}"


def post(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"][APPLICATIONS]["post"]


def get(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"][ONE]["get"]


def withdraw(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"][ONE]["delete"]


def public(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/v1/calls"]["get"]


def members(document: dict[str, Any]) -> dict[str, Any]:
    return document["components"]["schemas"]["NewApplication"]["properties"]


def response(document: dict[str, Any], name: str) -> dict[str, Any]:
    return document["components"]["responses"][name]


def problem_as_json(document: dict[str, Any]) -> None:
    content = response(document, "Problem")["content"]
    content["application/json"] = content.pop("application/problem+json")


REFUSED = {
    # operationId
    "an operation without operationId":
        (lambda d: get(d).pop("operationId"), "no operationId"),
    "an operationId that is not camelCase":
        (lambda d: get(d).update(operationId="get_application"), "is no camelCase identifier"),
    "an operationId used twice":
        (lambda d: get(d).update(operationId="listApplications"), "is taken by listApplications"),
    "operationIds that are one name in C":
        (lambda d: (get(d).update(operationId="getABC"), post(d).update(operationId="getAbc")),
         "is taken by"),
    # access
    "an operation without security that is not public":
        (lambda d: d.pop("security"), "neither security nor x-public: true"),
    "empty security on an operation that is not public":
        (lambda d: post(d).update(security=[]), "lets everyone in"),
    "security that may be left out":
        (lambda d: post(d).update(security=[{"bearer": []}, {}]), "lets everyone in"),
    "a public operation that requires security":
        (lambda d: public(d).pop("security"), "and yet security is required"),
    "an operation that names neither roles nor any role nor the public":
        (lambda d: post(d).pop("x-roles"), "exactly one of x-roles, x-any-role and x-public"),
    "an operation for some roles and for any":
        (lambda d: post(d).update({"x-any-role": True}), "exactly one of"),
    "x-any-role: false":
        (lambda d: get(d).update({"x-any-role": False}), "can only be true"),
    "an empty list of roles":
        (lambda d: post(d).update({"x-roles": []}), "is no list of roles"),
    "a role named twice":
        (lambda d: post(d).update({"x-roles": ["firm", "firm"]}), "is there twice"),
    "a scope with a blank":
        (lambda d: post(d).update({"x-scope": "two words"}), "is no scope"),
    # writes
    "a POST that says nothing of idempotency":
        (lambda d: post(d).pop("x-idempotency"), "no x-idempotency: required or none"),
    "a DELETE that says nothing of idempotency":
        (lambda d: withdraw(d).pop("x-idempotency"), "no x-idempotency: required or none"),
    "idempotency of another kind":
        (lambda d: post(d).update({"x-idempotency": "optional"}), "no x-idempotency: required"),
    "idempotency of a GET":
        (lambda d: get(d).update({"x-idempotency": "none"}), "has no meaning on get"),
    "a required key that is not declared":
        (lambda d: post(d).pop("parameters"), "no header parameter Idempotency-Key"),
    "a required If-Match that is not declared":
        (lambda d: withdraw(d).pop("parameters"), "no header parameter If-Match"),
    "x-if-match: false":
        (lambda d: withdraw(d).update({"x-if-match": False}), "can only be true"),
    "what prepares and takes no grounds for not waiting":
        (lambda d: post(d).update({"x-step": "prepares"}), "goes with urgentGrounds in the body"),
    "a body limit of zero":
        (lambda d: post(d).update({"x-max-body-bytes": 0}), "is no positive integer"),
    "a body limit without a body":
        (lambda d: get(d).update({"x-max-body-bytes": 10}), "there is no requestBody"),
    # requests
    "a string without bound":
        (lambda d: members(d)["title"].pop("maxLength"), "string without maxLength"),
    "a required member named twice":
        (lambda d: d["components"]["schemas"]["NewApplication"].update(required=["title", "title"]),
         "title is there twice"),
    "a required member that has no schema":
        (lambda d: members(d).pop("title"), "title is required and has no schema"),
    "a value that an enum lists twice":
        (lambda d: members(d)["startsOn"].update(enum=["2026", "2027", "2026"]),
         "2026 is there twice"),
    "a string whose format has no bound":
        (lambda d: members(d)["startsOn"].update(format="uri"), "string without maxLength"),
    "a string whose pattern repeats without bound":
        (lambda d: members(d)["orgnr"].update(pattern="^[0-9]+$"), "string without maxLength"),
    "a string whose pattern has a lower bound only":
        (lambda d: members(d)["orgnr"].update(pattern="^[0-9]{9,}$"), "string without maxLength"),
    "a string whose pattern is not anchored":
        (lambda d: members(d)["orgnr"].update(pattern="[0-9]{9}"), "string without maxLength"),
    "a string whose pattern is anchored in one alternative only":
        (lambda d: members(d)["orgnr"].update(pattern="^[0-9]{9}|x$"), "string without maxLength"),
    "a text that may hold anything":
        (lambda d: members(d)["title"].pop("format"), "text without format: free-text"),
    "a free text that spaces alone would do for":
        (lambda d: members(d)["title"].pop("pattern"), "free text without pattern"),
    "an array without maxItems":
        (lambda d: members(d)["partners"].pop("maxItems"), "array without maxItems"),
    "an array of anything":
        (lambda d: members(d)["partners"].pop("items"), "array without items"),
    "an integer without minimum":
        (lambda d: members(d)["amount"].pop("minimum"), "number without minimum and maximum"),
    "an integer without maximum":
        (lambda d: members(d)["amount"].pop("maximum"), "number without minimum and maximum"),
    "a member of any type":
        (lambda d: members(d).update(extra={}), "has no type"),
    "an object that takes unknown members":
        (lambda d: members(d)["answers"].pop("x-free-form"), "object without additionalProperties"),
    "an unbounded value behind a reference":
        (lambda d: d["components"]["schemas"]["Partner"]["properties"]["name"].pop("maxLength"),
         "#/components/schemas/Partner/properties/name: string without maxLength"),
    "an unbounded alternative":
        (lambda d: members(d)["period"]["oneOf"][1].pop("maximum"),
         "period/oneOf/1: number without minimum and maximum"),
    "an unbounded member that allOf brings":
        (lambda d: members(d).update(extra={"allOf": [
            {"type": "object", "properties": {"a": {"type": "string"}}},
            {"additionalProperties": False}]}),
         "extra/allOf/0/properties/a: string without maxLength"),
    "an unbounded query parameter":
        (lambda d: d["components"]["parameters"]["Cursor"]["schema"].pop("maxLength"),
         "#/components/parameters/Cursor/schema: string without maxLength"),
    # responses
    "an operation without responses":
        (lambda d: get(d).pop("responses"), "no responses"),
    "a response without description":
        (lambda d: response(d, "Application").pop("description"), "response without description"),
    "a response without schema":
        (lambda d: response(d, "Application")["content"]["application/json"].pop("schema"),
         "response without schema"),
    "a 200 without content":
        (lambda d: response(d, "Application").pop("content"), "response 200 without content"),
    "a 404 that is no problem document":
        (problem_as_json, "response 404 is not application/problem+json"),
    "a default answer that is no problem document":
        (problem_as_json, "response default is not application/problem+json"),
    "a problem without content":
        (lambda d: response(d, "Problem").pop("content"), "response 404 is not application/problem"),
    # paths
    "a path parameter that is not declared":
        (lambda d: d["paths"][ONE].pop("parameters"),
         "path parameter applicationId is not declared"),
    "a declared parameter that is not in the path":
        (lambda d: d["paths"][APPLICATIONS].update(d["paths"].pop(ONE)),
         "parameter applicationId is not in the path"),
    "a segment that is half a parameter":
        (lambda d: d["paths"].update({"/v1/x-{applicationId}": d["paths"].pop(ONE)}),
         "a segment is a lower-case name or one {parameter}"),
    "two paths that one request may mean":
        (lambda d: d["paths"].update({"/v1/applications/recent": d["paths"].pop("/v1/calls")}),
         "~1v1~1applications~1recent: a request may also be meant for " + ONE),
    "a method the router does not know":
        (lambda d: d["paths"][ONE].update(trace=d["paths"][ONE].pop("get")),
         "trace is not supported"),
    # extensions, keywords, references
    "an unknown extension of an operation":
        (lambda d: get(d).update({"x-role": ["firm"]}), "x-role: unknown extension"),
    "a known extension in the wrong place":
        (lambda d: d["paths"][ONE].update({"x-roles": ["firm"]}), "x-roles: unknown extension"),
    "an unknown extension of a schema":
        (lambda d: members(d)["title"].update({"x-free": True}), "x-free: unknown extension"),
    "a keyword the validator does not know":
        (lambda d: members(d)["title"].update(contentEncoding="base64"),
         "title/contentEncoding: keyword outside the validator's subset"),
    "a keyword the validator does not know, in a schema inside":
        (lambda d: members(d)["period"]["oneOf"][1].update(contains={}),
         "oneOf/1/contains: keyword outside the validator's subset"),
    "a reference to nothing":
        (lambda d: get(d)["responses"].update({"404": {"$ref": "#/components/responses/Gone"}}),
         "#/components/responses/Gone does not exist"),
    "a reference to another file":
        (lambda d: members(d).update(extra={"$ref": "other.yaml#/X"}),
         "is no reference inside this document"),
}


@pytest.mark.parametrize("change, message", REFUSED.values(), ids=REFUSED.keys())
def test_refuses(repository, change, message):
    repository.change_document(change)
    status, findings = repository.run()
    assert status == 1
    assert [finding for finding in findings if message in finding], findings
    assert not (repository.root / "api").exists()


ACCEPTED = {
    "the fixture": lambda d: None,
    "security on the operation itself":
        lambda d: (d.pop("security"),
                   [operation.update(security=[{"bearer": []}])
                    for item in d["paths"].values() for method, operation in item.items()
                    if method != "parameters" and "x-public" not in operation]),
    "a public operation where nothing requires security":
        lambda d: public(d).update(security=[]),
    "bounds that one branch of allOf brings":
        lambda d: members(d).update(extra={"allOf": [{"type": "string"}, {"maxLength": 5}]}),
    "branches that only narrow a bounded object":
        lambda d: members(d)["period"].update(
            type="object", additionalProperties=False,
            properties={"from": {"type": "string", "format": "date"}},
            oneOf=[{"properties": {"from": {"minLength": 10}}}, {"required": ["from"]}]),
    "a pattern of bounded alternatives":
        lambda d: members(d)["orgnr"].update(pattern="^(NO)?([0-9]{9}|[A-Z+*]{2}\\+)$"),
    "schemas that contain themselves through allOf":
        lambda d: d["components"]["schemas"]["Partner"].update(
            allOf=[{"$ref": "#/components/schemas/Partner"}]),
    "an unbounded response":
        lambda d: d["components"]["schemas"]["Application"]["properties"].update(
            notes={"type": "array", "items": {"type": "string"}}),
    "a member and a header named like an extension":
        lambda d: (members(d).update({"x-ray": {"type": "boolean"}}),
                   response(d, "Problem").update(
                       headers={"x-ray": {"schema": {"type": "string"}}})),
    "data that looks like an extension":
        lambda d: members(d)["answers"].update(default={"x-ray": 1}),
    "a body that is not JSON":
        lambda d: post(d)["requestBody"].update(content={"application/pdf": {}}),
}


@pytest.mark.parametrize("change", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepts(repository, change):
    repository.change_document(change)
    assert repository.run() == (0, [])


def test_reports_all_that_is_wrong_at_once_with_their_lines(repository):
    text = repository.read("openapi.yaml")
    text = text.replace("      operationId: getApplication\n", "")
    text = text.replace("      x-idempotency: none\n", "")
    repository.write("openapi.yaml", text)
    repository.write("sql/queries/extra.sql", "-- query: broken @read\nselect 1;\n")
    repository.write("sql/migrations/0004_gap.sql", "")
    lines = text.splitlines()
    at = next(i for i, line in enumerate(lines) if "{applicationId}:" in line)
    delete = lines.index("    delete:", at)
    status, findings = repository.run()
    assert status == 1
    place = "#/paths/~1v1~1applications~1{applicationId}"
    assert findings == [
        f"openapi.yaml:{lines.index('    get:', at) + 1}: {place}/get: no operationId",
        f"openapi.yaml:{delete + 1}: {place}/delete: no x-idempotency: required or none",
        "sql/migrations/0004_gap.sql:1: expected number 0003",
        "sql/queries/extra.sql:1: no header of the form name(parameters) @lane",
    ]


@pytest.mark.parametrize("text, message", [
    ("openapi: [", "no YAML"),
    ("openapi: 3.1.0\nopenapi: 3.1.0\n", "openapi.yaml:2: #/openapi: is there twice"),
    ("- 3.1.0\n", "is no object"),
    ("a: &a {b: 1}\nc:\n  <<: *a\n", "merge keys are not JSON"),
])
def test_refuses_text_that_is_no_document(repository, text, message):
    repository.write("openapi.yaml", text)
    status, findings = repository.run()
    assert status == 1
    assert [finding for finding in findings if message in finding], findings


def test_refuses_a_missing_document(repository):
    (repository.root / "openapi.yaml").unlink()
    status, findings = repository.run()
    assert status == 1
    assert findings[0].startswith("openapi.yaml:1: cannot be read")


def test_writes_the_document_as_the_json_it_means(repository):
    repository.run()
    text = repository.read("api/openapi.gen.json")
    document = json.loads(text)
    application = document["components"]["schemas"]["Application"]["properties"]
    assert application["language"]["enum"] == ["nb", "nn", "en", "no"]
    assert application["submittedOn"]["examples"] == ["2026-01-31"]
    assert application["title"]["examples"] == ["Kompetanseløft i Trøndelag"]
    assert document["info"]["version"] == "1"
    assert list(document)[:3] == ["openapi", "info", "servers"]
    assert text == json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
