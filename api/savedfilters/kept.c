#include "api/savedfilters/kept.h"

#include "api/request/app.h"
#include "api/request/check.h"
#include "lib/base/arena.h"

#define HREF_BYTES_MAX (64 * 1024)

/* What is read in parts, of no one thing. */
static bool is_list(const struct operation_contract *operation)
{
	for (size_t i = 0; i < operation->n_segments; i++)
		if (operation->segments[i].is_param)
			return false;
	return operation->op->method == HTTP_GET && !operation->op->is_public &&
	       contract_query_param(operation, "limit") != NULL;
}

static const struct operation_contract *find_list(const struct req *r, const char *name,
						  const char *role, struct problems *problems)
{
	const struct operation_contract *operation = contract_operation(r->app->contract, name);

	if (operation == NULL || !is_list(operation))
		problems_add(problems, PROBLEM_FILTER_NO_LIST, "#/operationId", name, NULL);
	else if (!operation_is_for(operation->op, role))
		problems_add(problems, PROBLEM_FILTER_NOT_YOURS, "#/operationId", name, NULL);
	else
		return operation;
	return NULL;
}

static struct req_pair *pairs_of(struct req *r, json_t *query, size_t *n_out)
{
	struct req_pair *pairs = arena_alloc(r->arena, (json_object_size(query) + 1) *
							       sizeof(*pairs));
	const char *name;
	json_t *value;
	size_t n = 0;

	json_object_foreach(query, name, value)
		pairs[n++] = (struct req_pair){
			arena_strdup(r->arena, name),
			arena_strdup(r->arena, json_string_value(value)),
		};
	*n_out = n;
	return pairs;
}

static const char *write_href(struct req *r, const char *path, const struct req_pair *pairs,
			      size_t n)
{
	struct buf href;

	buf_init(&href, HREF_BYTES_MAX);
	buf_adds(&href, path);
	for (size_t i = 0; i < n; i++) {
		buf_addc(&href, i == 0 ? '?' : '&');
		contract_encode(pairs[i].name, &href);
		buf_addc(&href, '=');
		contract_encode(pairs[i].value, &href);
	}
	return req_keep(r, &href, NULL);
}

const char *kept_href(struct req *r, const char *operation, json_t *query, const char *role,
		      struct problems *problems)
{
	const struct operation_contract *list = find_list(r, operation, role, problems);
	size_t before = problems->n;
	struct req_pair *pairs;
	size_t n;

	if (list == NULL)
		return NULL;
	pairs = pairs_of(r, query, &n);
	check_query(list, pairs, n, "#/query", problems);
	return problems->n == before ? write_href(r, list->op->path, pairs, n) : NULL;
}
