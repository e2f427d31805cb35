#!/usr/bin/python3
"""Writes the generated sources of api/ from openapi.yaml, sql/queries/ and sql/migrations/.

What it writes is committed, so that a build needs neither Python nor a database.
"""

import argparse
import sys
from pathlib import Path

import document
import migrations
import operations
import queries
import queries_c
import spec_rules
import verify
from findings import Findings

REPOSITORY = Path(__file__).resolve().parents[2]


def generate(root: Path, findings: Findings) -> tuple[dict[str, str], list[queries.Query]]:
    """Path and content of every generated file, and the queries; no files if there are findings."""
    spec = document.load(root, "openapi.yaml", findings)
    if spec.data is not None:
        spec_rules.check(spec)
    statements = queries.Reader(root, findings).read()
    schema = migrations.read(root, findings)
    if findings:
        return {}, statements
    files = {**operations.files(spec), **queries_c.files(statements), **migrations.files(schema)}
    return files, statements


def write(root: Path, files: dict[str, str]) -> None:
    """Leaves files alone that are as they should be, so that make builds nothing anew."""
    for file in differing(root, files):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[file], encoding="utf-8")
        print(f"wrote {file}")


def differing(root: Path, files: dict[str, str]) -> list[str]:
    return [file for file, content in files.items()
            if not (root / file).is_file()
            or (root / file).read_text(encoding="utf-8") != content]


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=REPOSITORY, help="the repository")
    parser.add_argument("--check", action="store_true",
                        help="write nothing; fail if a generated file is not up to date")
    parser.add_argument("--verify", metavar="CONNINFO",
                        help="write nothing; prepare every query on this migrated database")
    options = parser.parse_args(argv)

    findings = Findings()
    files, statements = generate(options.root, findings)
    if options.verify is not None and not findings:
        verify.verify(options.verify, statements, findings)
    elif options.check:
        for file in differing(options.root, files):
            findings.add(file, 1, "is not up to date: run `make gen`")
    else:
        write(options.root, files)
    for finding in findings.sorted():
        print(finding, file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
