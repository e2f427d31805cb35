"""Asks PostgreSQL whether it understands every query."""

from typing import Any

from findings import Findings
from queries import Query, statement_name
from sqltext import Token


def verify(conninfo: str, queries: list[Query], findings: Findings) -> None:
    """Prepares every statement on a migrated database, and reports what the server says."""
    import psycopg2  # not needed to generate

    connection = psycopg2.connect(conninfo)
    connection.autocommit = True
    with connection.cursor() as cursor:
        for query in queries:
            for scope, statement in query.statements.items():
                error = _prepare(cursor, statement, psycopg2.Error)
                if error is not None:
                    _report(findings, query, scope, error)
    connection.close()


def _prepare(cursor: Any, statement: list[Token],
             error_type: type[Exception]) -> tuple[Token, str] | None:
    """The token where the server saw an error, and its words."""
    head = "prepare verified as "
    try:
        cursor.execute(head + "".join(token.text for token in statement))
        cursor.execute("deallocate verified")
    except error_type as error:
        position = int(error.diag.statement_position or 0) - 1 - len(head)
        words = [error.diag.message_primary, error.diag.message_detail, error.diag.message_hint]
        return _token_at(statement, position), "; ".join(word for word in words if word)
    return None


def _token_at(statement: list[Token], position: int) -> Token:
    for token in statement:
        if position < len(token.text):
            return token
        position -= len(token.text)
    return statement[0]


def _report(findings: Findings, query: Query, scope: str | None, error: tuple[Token, str]) -> None:
    token, message = error
    findings.add(token.file, token.line, f"{statement_name(query, scope)}: {message}")
