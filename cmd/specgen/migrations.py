"""api/schema.gen.h and .c: which migrations this program was built with."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import ctext
from findings import Findings

_FILE = re.compile(r"([0-9]{4})_([a-z0-9_]+)\.sql")

_HEADER = """\
#ifndef TRINN_API_SCHEMA_GEN_H
#define TRINN_API_SCHEMA_GEN_H

/* Number of the last migration: the only schema this program runs on. */
#define SCHEMA_VERSION {version}

struct schema_migration {{
	int number;
	const char *name;   /* of the file, without number and suffix */
	const char *sha256; /* of the file, lower-case hex */
}};

/* In the order of their numbers, which run from 1 without gaps. */
extern const struct schema_migration schema_migrations[SCHEMA_VERSION];

#endif
"""

_SOURCE = """\
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {{
{rows}
}};
"""


@dataclass(frozen=True)
class Migration:
    number: int
    name: str
    sha256: str


def read(root: Path, findings: Findings) -> list[Migration]:
    found: list[Migration] = []
    for path in sorted(root.glob("sql/migrations/*")):
        file = path.relative_to(root).as_posix()
        match = _FILE.fullmatch(path.name)
        if not match:
            findings.add(file, 1, "is not named NNNN_name.sql")
            continue
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        migration = Migration(int(match[1]), match[2], digest)
        if migration.number != len(found) + 1:
            findings.add(file, 1, f"expected number {len(found) + 1:04}")
        found.append(migration)
    if not found:
        findings.add("sql/migrations", 1, "no migrations")
    return found


def files(migrations: list[Migration]) -> dict[str, str]:
    head = ctext.generated_from("sql/migrations/")
    rows = "\n".join(
        f'\t{{{each.number}, "{each.name}",\n\t "{each.sha256}"}},' for each in migrations)
    return {
        "api/schema.gen.h": head + _HEADER.format(version=migrations[-1].number),
        "api/schema.gen.c": head + _SOURCE.format(rows=rows),
    }
