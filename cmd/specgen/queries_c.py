"""api/queries.gen.h and .c: the statements, and a function with typed parameters for each."""

import ctext
from queries import Parameter, Query, SCOPES, statement_name

_HEADER = """\
#ifndef TRINN_API_QUERIES_GEN_H
#define TRINN_API_QUERIES_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/fail.h"
#include "lib/db/segment.h"

enum query_id {{
{ids}
}};

/* Each stands at the index of its id. */
extern const struct db_query queries[];
extern const size_t query_count;

/* Whose rows a list shows. */
enum query_scope {{
{scopes}
	QUERY_SCOPES,
}};

/* The statement of a list for each scope, NULL where the list is not for that scope. */
{tables}

/*
 * Each adds its statement to the segment and returns its index in the results. Texts live as long
 * as the segment; NULL is the SQL NULL.
 */
{functions}

#endif
"""

_SOURCE = """\
#include "api/queries.gen.h"

const struct db_query queries[] = {{
{rows}
}};

const size_t query_count = sizeof(queries) / sizeof(queries[0]);
{tables}"""

_C_TYPES = {"int8": "int64_t ", "int4": "int32_t ", "bool": "bool "}


def files(queries: list[Query]) -> dict[str, str]:
    statements = [(query, scope) for query in queries for scope in query.statements]
    scoped = [query for query in queries if query.scopes]
    head = ctext.generated_from("sql/queries/")
    header = _HEADER.format(
        ids="\n".join(f"\t{_enumerator(*statement)}," for statement in statements),
        scopes="\n".join(f"\t{_scope(scope)}," for scope in SCOPES),
        tables="\n".join(f"extern {_table(query)};" for query in scoped),
        functions="\n\n".join(_function(query) for query in queries))
    source = _SOURCE.format(
        rows="\n".join(_row(*statement) for statement in statements),
        tables="".join(_table_rows(query) for query in scoped))
    return {"api/queries.gen.h": head + header, "api/queries.gen.c": head + source}


def _enumerator(query: Query, scope: str | None) -> str:
    return "Q_" + statement_name(query, scope).upper()


def _scope(scope: str) -> str:
    return "QUERY_SCOPE_" + scope.upper()


def _row(query: Query, scope: str | None) -> str:
    sql = "".join(token.text for token in query.statements[scope])
    return "\n".join([
        f"\t[{_enumerator(query, scope)}] = {{",
        f"\t\t.name = {ctext.quoted(statement_name(query, scope))},",
        f"\t\t.sql =\n{ctext.quoted_lines(sql, tabs=3)},",
        f"\t\t.n_params = {len(query.parameters)},",
        f"\t\t.lanes = {' | '.join('DB_ON_' + lane.upper() for lane in query.lanes)},",
        "\t},"])


def _table(query: Query) -> str:
    return f"const struct db_query *const {query.name}_by_scope[QUERY_SCOPES]"


def _table_rows(query: Query) -> str:
    rows = [f"\t[{_scope(scope)}] = &queries[{_enumerator(query, scope)}],"
            for scope in query.scopes]
    return "\n".join(["", f"{_table(query)} = {{", *rows, "};", ""])


def _function(query: Query) -> str:
    takes = ["struct db_segment *segment"]
    if query.scopes:
        takes.append("enum query_scope scope")
    takes += [_declared(parameter) for parameter in query.parameters]
    head = f"static inline int q_{query.name}({', '.join(takes)})"
    if ctext.columns(head) > ctext.LINE_COLUMNS:
        head = f"static inline int q_{query.name}(\n{ctext.filled(takes, tabs=1)})"
    return "\n".join([head, "{", *_body(query), "}"])


def _declared(parameter: Parameter) -> str:
    if parameter.type not in _C_TYPES:
        return f"const char *{parameter.name}"
    c_type = _C_TYPES[parameter.type]
    return f"const {c_type}*{parameter.name}" if parameter.is_nullable else c_type + parameter.name


def _body(query: Query) -> list[str]:
    if query.scopes:
        lines = [f"\tMUST({query.name}_by_scope[scope] != NULL);"]
        statement = f"{query.name}_by_scope[scope]"
    else:
        lines = []
        statement = f"&queries[{_enumerator(query, None)}]"
    if not query.parameters:
        return lines + [f"\treturn db_add_params(segment, {statement}, 0, NULL);"]
    texts = [_text(parameter) for parameter in query.parameters]
    call = f"\treturn db_add(segment, {statement}, {', '.join(texts)});"
    if ctext.columns(call) > ctext.LINE_COLUMNS:
        call = f"\treturn db_add(segment, {statement},\n{ctext.filled(texts, tabs=2)});"
    return lines + [call]


def _text(parameter: Parameter) -> str:
    if parameter.type not in _C_TYPES:
        return parameter.name
    if not parameter.is_nullable:
        return _number_text(parameter, parameter.name)
    return f"{parameter.name} == NULL ? NULL : {_number_text(parameter, '*' + parameter.name)}"


def _number_text(parameter: Parameter, value: str) -> str:
    if parameter.type == "bool":
        return f"db_arg_bool({value})"
    return f"db_arg_i64(db_segment_arena(segment), {value})"
