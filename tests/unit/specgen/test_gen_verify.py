"""gen.py --verify: PostgreSQL itself reads every statement."""

import subprocess
import tempfile
from pathlib import Path
from typing import Iterator

import psycopg2
import pytest

REPOSITORY = Path(__file__).resolve().parents[3]
CLUSTER = REPOSITORY / "tests/support/pg-cluster"


@pytest.fixture(scope="module")
def conninfo() -> Iterator[str]:
    """A database with the fixture's migrations."""
    folder = tempfile.mkdtemp(prefix="specgen-")
    Path(folder).chmod(0o755)
    started = subprocess.run([CLUSTER, "start", f"{folder}/pg"], check=True, capture_output=True,
                             text=True)
    try:
        conninfo = f"host={started.stdout.strip()} user=postgres dbname=postgres"
        connection = psycopg2.connect(conninfo)
        with connection, connection.cursor() as cursor:
            for path in sorted(Path(__file__).parent.glob("fixture/sql/migrations/*")):
                cursor.execute(path.read_text(encoding="utf-8"))
        connection.close()
        yield conninfo
    finally:
        subprocess.run([CLUSTER, "remove", f"{folder}/pg"], check=True)
        Path(folder).rmdir()


def test_is_content_with_statements_that_postgresql_understands(repository, conninfo):
    assert repository.run("--verify", conninfo) == (0, [])


def test_reports_every_refused_statement_at_its_line(repository, conninfo):
    repository.write("sql/queries/extra.sql", """\
-- query: no_column() @read
select id,
	titel /* a mistake */
from trinn.applications;

-- query: wrong_type(day date) @read
select 1
from trinn.applications
where id = :day;

-- query: in_a_part(a text) @read
select {broken_part}, :a;

-- part: broken_part
(select
	nothing)
-- end

-- query: in_a_scope() @read
-- scope county: true
-- scope firm: firm_id = 1
select id from trinn.applications where {scope};
""")
    status, findings = repository.run("--verify", conninfo)
    assert status == 1
    assert [finding.partition(";")[0] for finding in findings] == [
        'sql/queries/extra.sql:3: no_column: column "titel" does not exist',
        "sql/queries/extra.sql:9: wrong_type: operator does not exist: bigint = date",
        'sql/queries/extra.sql:16: in_a_part: column "nothing" does not exist',
        'sql/queries/extra.sql:21: in_a_scope_firm: column "firm_id" does not exist',
    ]
    assert 'title"' in findings[0]  # PostgreSQL's hint


def test_writes_nothing(repository, conninfo):
    repository.run("--verify", conninfo)
    assert not (repository.root / "api").exists()
