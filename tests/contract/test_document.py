"""openapi.yaml tells what the source knows."""

import re

from support import ROOT
from support.contract import document


def schema(name):
    return document()["components"]["schemas"][name]


def codes_in(path, pattern):
    return re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)


def test_every_code_of_a_problem_is_in_the_document_and_no_other():
    known = [
        code
        for name in ("problems.def", "rules.def")
        for code in codes_in(f"api/problems/{name}", r'^X\(\w+,\s+"([a-z0-9-]+)",\s+\d+')
    ]
    assert sorted(schema("ProblemCode")["enum"]) == sorted(known)


def test_every_code_of_a_refusal_is_in_the_document_and_no_other():
    known = codes_in("lib/http/refusal.h", r'X\(\w+, \d+, "([a-z-]+)"')
    assert known and sorted(schema("RefusalCode")["enum"]) == sorted(known)


def test_a_problem_is_told_in_both_languages_each_in_its_own_words():
    for name in ("problems.def", "rules.def"):
        text = (ROOT / "api/problems" / name).read_text(encoding="utf-8")
        for entry in re.findall(r"^X\((.*?)\)$", text, re.MULTILINE | re.DOTALL):
            title_nb, title_en, nb, en = re.findall(r'"((?:[^"\\]|\\.)*)"', entry)[1:5]
            assert title_nb != title_en and nb != en, entry
            for place in ("{0}", "{1}"):
                assert (place in nb) == (place in en), entry


KEY = r"'([a-z_]+\.[a-z_]+)'"


def sql():
    """Of the statements and the schema."""
    return "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "sql").glob("*/*.sql")))


def figures_that_are_read():
    """Each through the function or the part that finds what is in force; one of no county is not a county's."""
    told = re.findall(rf"county_figure\({KEY}, [^(),]+(, null\))?", sql())
    keys = {key for key, of_none in told if not of_none}
    for listed in re.findall(r"(?:values|array)\W*((?:'[a-z_.]+'[, ]*)+)[\])]+ (?:as )?k\(rule_key", sql()):
        keys |= set(re.findall(KEY, listed))
    return keys


def test_every_figure_that_a_county_sets_is_in_the_document_as_it_is_kept_and_read():
    figure = rf"^\t\({KEY}, '(\w+)', (\d+), (\d+)\)[,;]$"
    kept = re.findall(figure, sql(), re.MULTILINE)
    text = document()["paths"]["/v1/rule-params"]["post"]["description"]
    told = re.findall(r"^\| ([a-z_.]+) \| (\w+) \| (\d+) \| (\d+) \| \S", text, re.MULTILINE)
    assert kept and told == kept
    of_law = {key for rows in re.findall(r"rule_params \(key, [^;]*;", sql()) for key in re.findall(rf"\({KEY}", rows)}
    assert {key for key, *_ in kept} == figures_that_are_read() - of_law
