#include "api/request/contract.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "api/operations.gen.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"

/* The bytes of the document, so that what is served is what was compiled in. */
__asm__(".section .rodata\n"
	".balign 16\n"
	"openapi_json:\n"
	".incbin \"api/openapi.gen.json\"\n"
	"openapi_json_end:\n"
	".byte 0\n"
	".previous\n");
extern const char openapi_json[];
extern const char openapi_json_end[];

#define POINTERS_MAX 4096

struct builder {
	json_t *document;
	struct contract *contract;
	char *pointers[POINTERS_MAX];
	const struct schema **targets[POINTERS_MAX];
	size_t n;
	struct buf *why;
	bool ok;
};

static void split_path(struct operation_contract *operation)
{
	const char *at = operation->op->path;

	while (*at == '/') {
		const char *end = strchrnul(++at, '/');

		MUST(operation->n_segments < CONTRACT_SEGMENTS_MAX);
		operation->segments[operation->n_segments++] = (struct contract_segment){
			.text = at,
			.len = (size_t)(end - at),
			.is_param = *at == '{',
		};
		at = end;
	}
}

static void want(struct builder *b, const struct schema **target, struct buf *pointer)
{
	MUST(b->n < POINTERS_MAX);
	b->pointers[b->n] = buf_take(pointer, NULL);
	MUST(b->pointers[b->n] != NULL);
	b->targets[b->n++] = target;
}

static void add_escaped(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '/')
			buf_adds(out, "~1");
		else if (*text == '~')
			buf_adds(out, "~0");
		else
			buf_addc(out, *text);
	}
}

static const char *method_key(enum http_method method)
{
	static const char *const keys[] = {
		[HTTP_GET] = "get",
		[HTTP_HEAD] = "head",
		[HTTP_POST] = "post",
		[HTTP_PUT] = "put",
		[HTTP_PATCH] = "patch",
		[HTTP_DELETE] = "delete",
		[HTTP_OPTIONS] = "options",
	};

	return keys[method];
}

static enum param_place place_of(const char *in)
{
	if (strcmp(in, "path") == 0)
		return PARAM_PATH;
	return strcmp(in, "query") == 0 ? PARAM_QUERY : PARAM_HEADER;
}

static const char *text_of(const json_t *of, const char *key)
{
	return json_string_value(json_object_get(of, key));
}

static const json_t *shared_param(const struct builder *b, const char *name)
{
	const json_t *components = json_object_get(b->document, "components");

	return json_object_get(json_object_get(components, "parameters"), name);
}

static void add_param(struct builder *b, struct operation_contract *operation, const json_t *param,
		      const char *base, size_t i)
{
	const char *ref = text_of(param, "$ref");
	struct contract_param *to = &operation->params[operation->n_params];
	struct buf pointer;

	buf_init(&pointer, 1024);
	if (ref != NULL) {
		const char *name = strrchr(ref, '/') + 1;

		param = shared_param(b, name);
		buf_addf(&pointer, "/components/parameters/%s/schema", name);
	} else {
		buf_addf(&pointer, "%s/parameters/%zu/schema", base, i);
	}
	MUST(operation->n_params < CONTRACT_PARAMS_MAX);
	operation->n_params++;
	to->place = place_of(text_of(param, "in"));
	to->required = json_is_true(json_object_get(param, "required"));
	snprintf(to->name, sizeof(to->name), "%s", text_of(param, "name"));
	want(b, &to->schema, &pointer);
}

static void add_params(struct builder *b, struct operation_contract *operation, const json_t *of,
		       const char *base)
{
	json_t *param;
	size_t i;

	json_array_foreach(json_object_get(of, "parameters"), i, param)
		add_param(b, operation, param, base, i);
}

static void add_operation(struct builder *b, struct operation_contract *operation)
{
	const json_t *paths = json_object_get(b->document, "paths");
	const json_t *path = json_object_get(paths, operation->op->path);
	const json_t *of = json_object_get(path, method_key(operation->op->method));
	struct buf base;
	struct buf pointer;

	split_path(operation);
	buf_init(&base, 1024);
	buf_adds(&base, "/paths/");
	add_escaped(&base, operation->op->path);
	add_params(b, operation, path, buf_text(&base));
	buf_addf(&base, "/%s", method_key(operation->op->method));
	add_params(b, operation, of, buf_text(&base));
	if (operation->op->has_body && !operation->op->takes_bytes) {
		buf_init(&pointer, 1024);
		buf_addf(&pointer, "%s/requestBody/content/application~1json/schema",
			 buf_text(&base));
		want(b, &operation->body, &pointer);
		operation->may_lack_body = !json_is_true(
			json_object_get(json_object_get(of, "requestBody"), "required"));
	}
	buf_fini(&base);
}

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	struct builder *b = ctx;

	buf_addf(b->why, "%s: %s %s\n", refusal->pointer, refusal->keyword, refusal->why);
}

static void compile(struct builder *b)
{
	const char *const *pointers = (const char *const *)b->pointers;

	b->contract->schemas = schema_set_new(b->document, pointers, b->n, on_refusal, b);
	for (size_t i = 0; i < b->n; i++) {
		if (b->contract->schemas != NULL)
			*b->targets[i] = schema_set_get(b->contract->schemas, i);
		base_free(b->pointers[i]);
	}
}

struct contract *contract_new(struct buf *why)
{
	struct builder *b = base_alloc(sizeof(*b));
	struct contract *contract = base_alloc(sizeof(*contract));
	json_error_t error;

	contract->document = openapi_json;
	contract->document_len = (size_t)(openapi_json_end - openapi_json);
	contract->n = OPERATION_COUNT;
	contract->operations = base_alloc(OPERATION_COUNT * sizeof(*contract->operations));
	b->contract = contract;
	b->why = why;
	b->document = json_loadb(contract->document, contract->document_len, JSON_REJECT_DUPLICATES,
				 &error);
	if (b->document == NULL)
		buf_addf(why, "openapi.json: %s\n", error.text);
	for (size_t i = 0; b->document != NULL && i < OPERATION_COUNT; i++) {
		contract->operations[i].op = &operations[i];
		add_operation(b, &contract->operations[i]);
	}
	if (b->document != NULL)
		compile(b);
	json_decref(b->document);
	base_free(b);
	if (contract->schemas == NULL)
		contract_free(&contract);
	return contract;
}

void contract_free(struct contract **contract)
{
	if (*contract == NULL)
		return;
	schema_set_free(&(*contract)->schemas);
	base_free((*contract)->operations);
	base_free(*contract);
	*contract = NULL;
}
