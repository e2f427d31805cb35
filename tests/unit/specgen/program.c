/* Prints what was generated from fixture/, as seen through the headers. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/schema.gen.h"

/* As much of lib/db and lib/base as the generated functions call. */
struct arena {
	char text[32];
};

struct arena *db_segment_arena(const struct db_segment *segment)
{
	(void)segment;
	return calloc(1, sizeof(struct arena));
}

const char *db_arg_i64(struct arena *arena, int64_t value)
{
	snprintf(arena->text, sizeof(arena->text), "%" PRId64, value);
	return arena->text;
}

const char *db_arg_bool(bool value)
{
	return value ? "true" : "false";
}

int db_add_params(struct db_segment *segment, const struct db_query *query, size_t n,
		  const char *const *params)
{
	(void)segment;
	printf("%s(", query->name);
	for (size_t i = 0; i < n; i++)
		printf("%s%s", i > 0 ? ", " : "", params[i] != NULL ? params[i] : "NULL");
	puts(")");
	return (int)n == query->n_params ? 0 : -1;
}

void fail_broken(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: %s\n", file, line, what);
	abort();
}

static void print_switches(const struct operation *op)
{
	const struct {
		bool is_on;
		const char *name;
	} switches[] = {
		{op->is_public, "public"},	  {op->needs_key, "key"},
		{op->needs_if_match, "if-match"}, {op->has_body, "body"},
		{op->takes_bytes, "bytes"},	  {op->takes_dry_run, "dry-run"},
	};

	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++)
		if (switches[i].is_on)
			printf(" %s", switches[i].name);
}

static void print_operations(void)
{
	printf("operations %d\n", OPERATION_COUNT);
	for (size_t i = 0; i < OPERATION_COUNT; i++) {
		const struct operation *op = &operations[i];

		printf("%s %d %s roles:", op->name, (int)op->method, op->path);
		for (const char *const *role = op->roles; role != NULL && *role != NULL; role++)
			printf(" %s", *role);
		printf("%s scope: %s", op->roles == NULL ? " any" : "",
		       op->scope != NULL ? op->scope : "-");
		print_switches(op);
		printf(" step: %d body: %ld\n", (int)op->step, op->max_body_bytes);
		if (op->id != (int)i || op->handle == NULL)
			puts("a row in the wrong place");
	}
}

static void print_queries(void)
{
	const int64_t after = 7;
	const bool draft = false;

	printf("queries %zu\n", query_count);
	for (size_t i = 0; i < query_count; i++)
		printf("%s %d %u\n", queries[i].name, queries[i].n_params, queries[i].lanes);
	q_application_document(NULL, INT64_MIN);
	q_list_applications(NULL, QUERY_SCOPE_HUB, NULL, 20, "{a}", &draft);
	q_list_applications(NULL, QUERY_SCOPE_COUNTY, &after, 20, NULL, NULL);
	q_add_application(NULL, 1, "title", "{}", true, NULL);
	q_count_calls(NULL);
	if (list_applications_by_scope[QUERY_SCOPE_PARTNER] == NULL)
		puts("no list for partners");
}

int main(void)
{
	print_operations();
	print_queries();
	printf("schema %d\n", SCHEMA_VERSION);
	for (int i = 0; i < SCHEMA_VERSION; i++)
		printf("%d %s %s\n", schema_migrations[i].number, schema_migrations[i].name,
		       schema_migrations[i].sha256);
	return 0;
}
