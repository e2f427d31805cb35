"""What was run for one object becomes what is run for any, and means the same to pgbench."""

import pytest
from benchlib import pgbench, recording
from benchlib.model import Statement
from benchlib.recording import Executed, Template

LINE = {"message": "execute find/p1: select $1::text,\n $2::int8, $3::text",
        "detail": "parameters: $1 = 'it''s $2 = ''x''', $2 = '7', $3 = NULL"}


def test_a_line_of_the_log_becomes_a_statement_with_its_parameters():
    assert recording._executed(LINE) == Executed(
        "find", "select $1::text,\n $2::int8, $3::text", ("it's $2 = 'x'", "7", None))


def test_a_statement_is_given_its_parameters_as_literals():
    text = recording.with_literals(recording._executed(LINE))
    assert text == "select 'it''s $2 = ''x'''::text,\n '7'::int8, null::text"


@pytest.fixture(name="template")
def _template():
    return Template({4001: "application", 7: "line"}, {"https://issuer": "iss"})


def parameter(template, value):
    (statement,) = template.segment([Executed("s", "select $1", (value,))])
    return statement.parameters[0]


def test_an_object_s_number_becomes_its_variable(template):
    assert parameter(template, "4001").pgbench == ":application"
    assert parameter(template, "4001").node == "params.application"


def test_a_claim_is_taken_from_the_token(template):
    assert parameter(template, "https://issuer").node == "claims.iss"
    assert template.constants == {"c0": "https://issuer"}


def test_numbers_within_a_text_become_variables(template):
    text = parameter(template, '[["a", 4001, 1], [7], 70]').pgbench
    assert text == ":c0::text || :application::text || :c1::text || :line::text || :c2::text"
    assert template.constants == {"c0": '[["a", ', "c1": ", 1], [", "c2": "], 70]"}


def test_the_same_text_is_one_constant(template):
    assert parameter(template, "x").pgbench == parameter(template, "x").pgbench
    assert parameter(template, "y").pgbench != parameter(template, "x").pgbench


def test_null_stays_null(template):
    assert parameter(template, None).pgbench == "null"
    assert parameter(template, None).node == "null"


def test_pgbench_sees_no_variable_in_a_format(database):
    clock = Statement("clock", r"select 1 / (to_char(timestamp '2026-01-02 03:04:05',"
                      r" 'HH24:MI:SS\') = '03:04:05\')::int")
    pgbench.run(pgbench.script([[clock]]), database, clients=1, transactions=1)
