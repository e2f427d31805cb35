"""sql/queries/: what becomes of a statement, and what is refused."""

import re

import pytest

FILE = "sql/queries/extra.sql"


def statements(repository) -> dict[str, str]:
    """SQL by name, as compiled in."""
    rows = re.findall(r'\.name = "(\w+)",\n\t\t\.sql =\n((?:\t+"(?:[^"\\]|\\.)*"\n?)+),',
                      repository.read("api/queries.gen.c"))
    return {name: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)).replace('\\"', '"')
            .replace("\\n", "\n").replace("\\\\", "\\") for name, text in rows}


def statement(repository, text: str) -> str:
    repository.write(FILE, text)
    assert repository.run() == (0, [])
    return statements(repository)["extra"]


def test_numbers_parameters_in_the_order_of_the_header_and_casts_them(repository):
    assert statement(repository, "-- query: extra(a int8, b text[]) @read\n"
                                 "select :b, :a where :a is null;") \
        == "select $2::text[], $1::int8 where $1::int8 is null"


def test_keeps_the_subscript_of_a_parameter_out_of_its_cast(repository):
    assert statement(repository, "-- query: extra(a int8[]) @read\nselect :a[1];") \
        == "select ($1::int8[])[1]"


def test_leaves_casts_assignments_texts_and_identifiers_alone(repository):
    repository.run()
    assert statements(repository)["colons"] == (
        "select ':quoted', 'it''s :quoted', E'\\':quoted', $$:dollar$$, $q$ '$$' :dollar $q$, "
        "\":column\", '{braces}'::text[], (array[1, 2])[1:2], $1::text::date "
        "from (select 1 as \":column\") t")
    assert statement(repository, "-- query: extra(a int4) @read\nselect f(x := :a, y => 1);") \
        == "select f(x := $1::int4, y => 1)"


def test_drops_comments_and_superfluous_space_but_none_within_texts(repository):
    assert statement(repository, "-- query: extra() @read\n-- :a is explained here\n"
                                 "select  (  1 , '  two\n' ) -- :b\n\n\t/* :c */ from t ;\n-- end\n") \
        == "select (1, '  two\n') from t"


def test_makes_one_statement_for_each_scope(repository):
    repository.run()
    rows = statements(repository)
    assert "where (true) and" in rows["list_applications_county"]
    assert "where (a.hub_id = trinn.caller_org() or a.hub_id = 0) and" \
        in rows["list_applications_hub"]
    assert "list_applications" not in rows


def test_includes_a_part_of_another_file_within_a_part(repository):
    repository.write("sql/queries/aa.sql", "-- part: inner\n:a + 1 -- one more\n-- end\n")
    assert statement(repository, "-- query: extra(a int8) @read\nselect {outer};\n"
                                 "-- part: outer\n({inner})\n-- end\n") == "select ($1::int8 + 1)"


def test_makes_of_a_document_what_is_read_and_what_replies_to_a_command(repository):
    read = statement(repository, "-- document: thing(thing_id int8)\n-- As it is told.\n"
                                 "select null as etag, t.j as document from t where id = :thing_id;\n"
                                 "-- query: extra(thing_id int8) @read\n{thing_document};")
    made = statements(repository)
    assert read == made["thing_document"] \
        == "select null as etag, t.j as document from t where id = $1::int8"
    assert made["reply_thing"] == (
        f"select r.status, r.location, r.etag, r.reply from ({read.replace('$1', '$6')} offset 0) d, lateral "
        "trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r")


REFUSED = {
    "a parameter that is not declared":
        ("-- query: extra() @read\nselect 1,\n  :b;", 3, ":b is not declared by extra"),
    "a declared parameter that is not used":
        ("-- query: extra(a int8) @read\nselect 1;", 1, "extra does not use a"),
    "a parameter that is used in a comment only":
        ("-- query: extra(a int8) @read\nselect 1; -- :a", 1, "extra does not use a"),
    "a parameter that one scope does not use":
        ("-- query: extra(a int8) @read\n-- scope county: true\n-- scope hub: hub_id = :a\n"
         "select {scope};", 1, "extra does not use a"),
    "a parameter by number":
        ("-- query: extra() @read\nselect $1;", 2, "$1 instead of a name"),
    "a type that is not known":
        ("-- query: extra(a numeric) @read\nselect :a;", 1, "'a numeric' is no parameter"),
    "a parameter named twice":
        ("-- query: extra(a int8, a int8) @read\nselect :a;", 1, "parameter a is a name taken"),
    "a parameter named like a word of C":
        ("-- query: extra(default int8) @read\nselect :default;", 1, "default is a name taken"),
    "a header without lane":
        ("-- query: extra()\nselect 1;", 1, "no header of the form"),
    "a lane that is not known":
        ("-- query: extra() @fast\nselect 1;", 1, "@fast is no lane"),
    "a name used twice":
        ("-- query: count_calls() @read\nselect 1;", 1,
         "count_calls is there already, sql/queries/calls.sql:7"),
    "a name that a scoped list takes":
        ("-- query: list_applications_hub() @read\nselect 1;", None,
         "list_applications_hub is there already"),
    "a name too long to prepare":
        (f"-- query: {'q' * 64}() @read\nselect 1;", 1, "is longer than 63 bytes"),
    "a query without end":
        ("-- query: extra() @read\nselect 1", 1, "extra has no ';' at its end"),
    "two statements in one query":
        ("-- query: extra() @read\nselect 1;\nselect 2;", 3, "text outside of a query or part"),
    "text before the first query":
        ("select 1;\n-- query: extra() @read\nselect 1;", 1, "text before the first query"),
    "a text without end":
        ("-- query: extra() @read\nselect 'it;\n;", 2, "unmatched '"),
    "a brace without end":
        ("-- query: extra() @read\nselect\n{x;", 3, "unmatched {"),
    "an unknown part":
        ("-- query: extra() @read\nselect\n{nothing};", 3, "{nothing} is no part"),
    "a part that contains itself":
        ("-- query: extra() @read\nselect {a};\n-- part: a\n{b}\n-- end\n-- part: b\n{a}\n-- end\n",
         7, "{a} contains itself"),
    "a document without its parameters":
        ("-- document: extra\nselect 1;", 1, "no header of the form name(parameters)"),
    "a document with a lane":
        ("-- document: extra(a int8) @read\nselect :a;", 1, "no header of the form name(parameters)"),
    "a document without end":
        ("-- document: extra(a int8)\nselect :a", 1, "extra_document has no ';' at its end"),
    "a part without end":
        ("-- part: a\n1\n", 1, "part a has no '-- end'"),
    "a part that nothing uses":
        ("-- part: a\n1\n-- end\n", 1, "part a is not used"),
    "a part that ends a statement":
        ("-- query: extra() @read\nselect {a};\n-- part: a\n1;\n-- end\n", 3, "part a has a ';'"),
    "a part defined twice":
        ("-- part: application_document\n1\n-- end\n", 1,
         "application_document is there already, sql/queries/applications.sql:1"),
    "scopes without a place for them":
        ("-- query: extra() @read\n-- scope county: true\nselect 1;", 1, "1 scopes and 0 {scope}"),
    "a place for scopes without scopes":
        ("-- query: extra() @read\nselect {scope};", 1, "0 scopes and 1 {scope}"),
    "two places for scopes":
        ("-- query: extra() @read\n-- scope county: true\nselect {scope}, {scope};", 1,
         "1 scopes and 2 {scope}"),
    "a scope that is not known":
        ("-- query: extra() @read\n-- scope world: true\nselect 1;", 2, "world is no scope"),
    "a scope without condition":
        ("-- query: extra() @read\n-- scope hub:\nselect 1;", 2, "scope hub has no condition"),
}


@pytest.mark.parametrize("text, line, message", REFUSED.values(), ids=REFUSED.keys())
def test_refuses(repository, text, line, message):
    repository.write(FILE, text)
    status, findings = repository.run()
    assert status == 1
    found = [finding for finding in findings if message in finding]
    assert found, findings
    if line is not None:
        assert found[0].startswith(f"{FILE}:{line}: ")
