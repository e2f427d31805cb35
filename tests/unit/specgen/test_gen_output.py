"""The generated C compiles under the project's warnings and says what the sources say."""

import hashlib
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
FLAGS = """
    -std=gnu17 -O2 -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
    -Wcast-qual -Wwrite-strings -Wformat=2 -Wconversion -Wswitch-enum -Wvla -Wnull-dereference
    -Wimplicit-fallthrough -fno-common -Werror""".split()
GENERATED = [f"api/{name}.gen.{suffix}" for name in ("operations", "queries", "schema")
             for suffix in "hc"] + ["api/openapi.gen.json"]
HANDLERS = ("list_applications", "create_application", "get_application", "withdraw_application",
            "export_applications", "list_open_calls")


def build(repository, compiler: str, handlers=HANDLERS) -> subprocess.CompletedProcess[str]:
    """Compiles and links the generated files with program.c."""
    assert repository.run() == (0, [])
    stubs = '#include "api/operations.gen.h"\n' + "".join(
        f"void op_{name}(struct req *r)\n{{\n\t(void)r;\n}}\n" for name in handlers)
    repository.write("handlers.c", stubs)
    sources = [*repository.root.glob("api/*.c"), repository.root / "handlers.c",
               Path(__file__).parent / "program.c"]
    return subprocess.run(
        [compiler, *FLAGS, f"-I{repository.root}", f"-I{REPOSITORY}", "-o",
         repository.root / "program", *sources], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("compiler", ["gcc", "clang"])
def test_compiles_and_says_what_the_sources_say(repository, compiler):
    built = build(repository, compiler)
    assert built.returncode == 0, built.stderr
    printed = subprocess.run([repository.root / "program"], capture_output=True, text=True, check=True)
    digests = [hashlib.sha256(path.read_bytes()).hexdigest()
               for path in sorted(repository.root.glob("sql/migrations/*"))]
    assert printed.stdout.splitlines() == [
        "operations 6",
        "listApplications 0 /v1/applications roles: any scope: - step: 0 body: 0",
        "createApplication 2 /v1/applications roles: firm hub_editor "
        "scope: trinn:applications.write key body dry-run step: 0 body: 65536",
        "getApplication 0 /v1/applications/{applicationId} roles: any scope: - step: 0 body: 0",
        "withdrawApplication 5 /v1/applications/{applicationId} roles: firm scope: - "
        "if-match step: 3 body: 0",
        "exportApplications 0 /v1/exports/applications.csv roles: caseworker scope: - "
        "step: 0 body: 0",
        "listOpenCalls 0 /v1/calls roles: any scope: - public step: 0 body: 0",
        "queries 6",
        "application_document 1 3",
        "list_applications_county 4 1",
        "list_applications_hub 4 1",
        "add_application 5 2",
        "colons 1 4",
        "count_calls 0 1",
        "application_document(-9223372036854775808)",
        "list_applications_hub(NULL, 20, {a}, false)",
        "list_applications_county(7, 20, NULL, NULL)",
        "add_application(1, title, {}, true, NULL)",
        "count_calls()",
        "no list for partners",
        "schema 2",
        f"1 applications {digests[0]}",
        f"2 caller {digests[1]}",
    ]


def test_does_not_link_without_a_handler(repository):
    built = build(repository, "gcc", HANDLERS[1:])
    assert built.returncode != 0
    assert "op_list_applications" in built.stderr


def test_writes_the_same_bytes_each_time_and_leaves_equal_files_alone(repository):
    repository.run()
    before = {file: (repository.read(file), (repository.root / file).stat().st_mtime_ns)
              for file in GENERATED}
    repository.run()
    assert before == {file: (repository.read(file), (repository.root / file).stat().st_mtime_ns)
                      for file in GENERATED}


def test_check_is_content_with_what_was_just_written(repository):
    repository.run()
    assert repository.run("--check") == (0, [])


@pytest.mark.parametrize("file", GENERATED)
def test_check_fails_when_a_generated_file_differs_and_does_not_touch_it(repository, file):
    repository.run()
    repository.write(file, "edited\n")
    assert repository.run("--check") == (1, [f"{file}:1: is not up to date: run `make gen`"])
    assert repository.read(file) == "edited\n"


def test_check_fails_when_a_generated_file_is_missing(repository):
    status, findings = repository.run("--check")
    assert (status, len(findings)) == (1, len(GENERATED))


@pytest.mark.parametrize("file, message", [
    ("0004_gap.sql", "sql/migrations/0004_gap.sql:1: expected number 0003"),
    ("0002_twice.sql", "sql/migrations/0002_twice.sql:1: expected number 0003"),
    ("fixes.sql", "sql/migrations/fixes.sql:1: is not named NNNN_name.sql"),
])
def test_refuses_migrations_out_of_order(repository, file, message):
    repository.write(f"sql/migrations/{file}", "")
    assert repository.run() == (1, [message])
