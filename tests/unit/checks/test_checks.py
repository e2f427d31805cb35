"""cmd/checks find what they are for, in a small tree of their own, and nothing else."""

import pathlib
import shutil
import subprocess

import pytest

CHECKS = pathlib.Path(__file__).parents[3] / "cmd/checks"

HEADERS = ["lib/base/a.h", "lib/json/b.h", "lib/db/c.h", "lib/format/d.h", "api/calls/calls.h",
           "api/claims/claims.h", "cmd/trinn/e.h", "cmd/trinnd/f.h"]


@pytest.fixture
def tree(tmp_path):
    """A project whose checks look at it instead of ours."""
    shutil.copytree(CHECKS, tmp_path / "cmd/checks", ignore=shutil.ignore_patterns("*.h"))
    (tmp_path / "Makefile").write_text("LIBS := base format json db\n")
    for header in HEADERS:
        write(tmp_path, header, "")
    return tmp_path


def write(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def check(root, name):
    """The findings, and that the exit status says whether there are any."""
    done = subprocess.run([root / "cmd/checks" / name], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == (1 if done.stdout else 0)
    return done.stdout.splitlines()


@pytest.mark.parametrize("path,header", [
    ("lib/base/x.c", "lib/json/b.h"),
    ("lib/json/x.h", "lib/db/c.h"),
    ("lib/db/x.c", "api/calls/calls.h"),
    ("lib/db/x.c", "cmd/trinn/e.h"),
    ("api/calls/x.c", "cmd/trinn/e.h"),
    ("cmd/trinn/x.c", "cmd/trinnd/f.h"),
    ("api/calls/rules.c", "lib/json/b.h"),
    ("api/calls/x.c", "calls.h"),
    ("api/calls/x.c", "lib/base/nowhere.h"),
])
def test_an_include_against_the_arrows_is_found(tree, path, header):
    write(tree, path, f'#include <stddef.h>\n#include "{header}"\n')
    assert len(check(tree, "arrows")) == 1
    assert check(tree, "arrows")[0].startswith(f"{path}:2: ")


@pytest.mark.parametrize("path,header", [
    ("lib/json/x.c", "lib/base/a.h"),
    ("lib/json/x.c", "lib/json/b.h"),
    ("lib/db/x.c", "lib/json/b.h"),
    ("api/calls/x.c", "lib/db/c.h"),
    ("api/calls/x.c", "api/claims/claims.h"),
    ("api/calls/rules.c", "api/claims/claims.h"),
    ("api/calls/rules.c", "lib/base/a.h"),
    ("api/calls/rules.c", "lib/format/d.h"),
    ("cmd/trinn/x.c", "api/calls/calls.h"),
    ("cmd/trinn/x.c", "lib/db/c.h"),
    ("cmd/trinn/x.c", "cmd/trinn/e.h"),
])
def test_an_include_along_the_arrows_is_not(tree, path, header):
    write(tree, path, f'#include "{header}"\n')
    assert check(tree, "arrows") == []


@pytest.mark.parametrize("header", ["time.h", "unistd.h", "jansson.h", "event2/event.h"])
def test_rules_include_no_header_of_clocks_files_or_formats(tree, header):
    write(tree, "api/calls/rules.c", f"#include <{header}>\n")
    assert len(check(tree, "arrows")) == 1


@pytest.mark.parametrize("path,line", [
    ("lib/json/x.c", "p = malloc(1);"),
    ("lib/json/x.c", "free(p);"),
    ("lib/json/x.c", "p = strdup (q);"),
    ("api/calls/x.c", "strcpy(a, b);"),
    ("api/calls/x.c", "n = strtol(s, 0, 10);"),
    ("api/calls/x.c", "assert(n);"),
    ("cmd/trinnd/x.c", "r = PQexecParams(c, q);"),
    ("lib/db/x.c", "r = PQexec(c, q);"),
    ("lib/json/x.c", "jwt_decode(&j, t, k, n);"),
    ("api/calls/x.c", "evhttp_send_reply(r, 200, s, b);"),
    ("lib/http/x.c", "evhttp_parse_query_str(s, h);"),
    ("lib/http/x.c", "goto again;"),
    ("lib/http/x.c", "typedef struct x x_t;"),
    ("api/calls/rules.c", 'printf("%d", n);'),
    ("api/calls/rules.c", "now = time(NULL);"),
])
def test_a_banned_call_or_construct_is_found(tree, path, line):
    write(tree, path, f"/* first */\n{line}\n")
    assert [found.split(":")[:2] for found in check(tree, "banned")] == [[path, "2"]]


@pytest.mark.parametrize("path,line", [
    ("lib/base/x.c", "p = malloc(1);"),
    ("lib/json/x.c", "base_free(p); x_free(p); x->free(p);"),
    ("lib/json/x.c", "/* free(p) */ // malloc(1)"),
    ("lib/json/x.c", 's = "free(p) \\" malloc(1)"; c = \'"\'; t = "gets(x)";'),
    ("cmd/trinn/x.c", "r = PQexec(c, q);"),
    ("lib/auth/x.c", "jwt_decode(&j, t, k, n);"),
    ("lib/http/x.c", "evhttp_send_reply(r, 200, s, b); goto fail;"),
    ("api/calls/rules.c", 'snprintf(b, n, "%d", 1);'),
    ("lib/json/x.gen.c", "free(p);"),
])
def test_what_is_no_such_call_or_may_stand_there_is_not(tree, path, line):
    write(tree, path, line + "\n")
    assert check(tree, "banned") == []


def function(lines):
    return "int f(void)\n{\n" + "\tg();\n" * (lines - 3) + "}\n"


@pytest.mark.parametrize("path,text,n", [
    ("lib/json/x.c", function(60), 0),
    ("lib/json/x.c", function(61), 1),
    ("lib/json/x.c", "int a;\n" * 800, 0),
    ("lib/json/x.c", "int a;\n" * 801, 1),
    ("lib/json/x.h", "int a;\n" * 120, 0),
    ("lib/json/x.h", "int a;\n" * 121, 1),
    ("lib/json/x.c", "\tint " + "a" * 87 + ";\n", 0),
    ("lib/json/x.c", "\tint " + "a" * 88 + ";\n", 1),
    ("lib/json/x.gen.c", "int " + "a" * 200 + ";\n", 0),
    ("tests/unit/test_x.c", "int " + "a" * 200 + ";\n", 1),
])
def test_what_is_too_long_is_found(tree, path, text, n):
    write(tree, path, text)
    assert len(check(tree, "lengths")) == n
