#include "api/request/check.h"

#include <openssl/sha.h>
#include <string.h>

#include "api/request/cursor.h"
#include "lib/base/arena.h"
#include "lib/base/hex.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"
#include "lib/json/body.h"
#include "lib/json/pointer.h"

/* What a fault of the schema is called among our problems; others are FIELD with the fault's code.
 */
static enum problem_code code_of(enum schema_fault_kind kind)
{
	static const enum problem_code codes[] = {
		[SCHEMA_TYPE] = PROBLEM_FIELD_TYPE,
		[SCHEMA_ENUM] = PROBLEM_FIELD_ENUM,
		[SCHEMA_CONST] = PROBLEM_FIELD_ENUM,
		[SCHEMA_REQUIRED] = PROBLEM_FIELD_REQUIRED,
		[SCHEMA_UNKNOWN] = PROBLEM_FIELD_UNKNOWN,
		[SCHEMA_TOO_FEW_MEMBERS] = PROBLEM_FIELD_TOO_FEW,
		[SCHEMA_TOO_MANY_MEMBERS] = PROBLEM_FIELD_TOO_MANY,
		[SCHEMA_TOO_FEW_ITEMS] = PROBLEM_FIELD_TOO_FEW,
		[SCHEMA_TOO_MANY_ITEMS] = PROBLEM_FIELD_TOO_MANY,
		[SCHEMA_NOT_UNIQUE] = PROBLEM_FIELD_NOT_UNIQUE,
		[SCHEMA_TOO_SHORT] = PROBLEM_FIELD_TOO_SHORT,
		[SCHEMA_TOO_LONG] = PROBLEM_FIELD_TOO_LONG,
		[SCHEMA_PATTERN] = PROBLEM_FIELD_PATTERN,
		[SCHEMA_FORMAT] = PROBLEM_FIELD_FORMAT,
		[SCHEMA_TOO_SMALL] = PROBLEM_FIELD_TOO_SMALL,
		[SCHEMA_TOO_LARGE] = PROBLEM_FIELD_TOO_LARGE,
		[SCHEMA_LIMIT] = PROBLEM_FIELD,
	};

	return codes[kind] == 0 ? PROBLEM_FIELD : codes[kind];
}

/* An argument told in the reader's words, see words.def. */
static const char *in_words(struct problems *problems, const char *key)
{
	return arena_printf(problems->arena, "@%s", key);
}

void check_on_fault(void *ctx, const struct schema_fault *fault)
{
	struct problems *problems = ctx;
	enum problem_code code = code_of(fault->kind);
	const char *arg = fault->param;

	if (fault->kind == SCHEMA_FORMAT && strcmp(fault->param, "free-text") == 0)
		code = PROBLEM_FNR_IN_TEXT;
	else if (fault->kind == SCHEMA_PATTERN && strcmp(fault->param, "\\S") == 0)
		code = PROBLEM_TEXT_BLANK;
	if (code == PROBLEM_FIELD)
		arg = in_words(problems, schema_fault_code(fault->kind));
	else if (code == PROBLEM_FIELD_TYPE || code == PROBLEM_FIELD_FORMAT)
		arg = in_words(problems, fault->param);
	problems_at(problems, code, arg, NULL, "#%s", fault->pointer);
}

/* A query and where it stands: at a pointer into the body, or NULL: it is the request's own. */
struct query_check {
	const struct operation_contract *operation;
	const struct req_pair *pairs;
	size_t n;
	const char *at;
	struct problems *problems;
};

struct param_check {
	const struct query_check *query;
	const char *name;
};

static const char *pointer_to(const struct query_check *query, const char *name)
{
	struct buf pointer;
	const char *text;

	buf_init(&pointer, 1024);
	buf_adds(&pointer, query->at);
	pointer_write_name(name, &pointer);
	text = arena_strdup(query->problems->arena, buf_text(&pointer));
	buf_fini(&pointer);
	return text;
}

/* What is wrong with a parameter, in words; `code` is what it is called in a body. */
static void add_fault(const struct query_check *query, const char *name, enum problem_code code,
		      const char *words)
{
	if (query->at == NULL)
		problems_add(query->problems, PROBLEM_BAD_PARAMETER, NULL, name, words);
	else
		problems_at(query->problems, code, code == PROBLEM_FIELD ? words : NULL, NULL, "%s",
			    pointer_to(query, name));
}

static void on_param_fault(void *ctx, const struct schema_fault *fault)
{
	const struct param_check *check = ctx;
	const struct query_check *query = check->query;
	struct schema_fault in_body = *fault;

	if (query->at == NULL) {
		add_fault(query, check->name, PROBLEM_FIELD,
			  arena_printf(query->problems->arena, "@%s%s%s",
				       schema_fault_code(fault->kind),
				       fault->param[0] == '\0' ? "" : " ", fault->param));
	} else {
		in_body.pointer = pointer_to(query, check->name) + 1;
		check_on_fault(query->problems, &in_body);
	}
}

static void check_value(const struct query_check *query, const struct contract_param *param,
			const char *value)
{
	struct param_check check = {query, param->name};

	(void)!schema_check_text(param->schema, value, on_param_fault, &check);
}

/* Path arguments that do not fit name nothing that exists. */
static void check_path(struct req *r, const struct operation_contract *operation,
		       struct problems *problems)
{
	size_t n = 0;

	for (size_t i = 0; i < operation->n_params; i++) {
		const struct contract_param *param = &operation->params[i];

		if (param->place == PARAM_PATH &&
		    !schema_check_text(param->schema, r->path_args[n++], NULL, NULL))
			problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	}
}

static size_t count_pairs(const char *query)
{
	size_t n = 1;

	for (; *query != '\0'; query++)
		n += *query == '&';
	return n;
}

static const char *decode(struct req *r, const char *from, const char *to)
{
	return contract_decode(from, (size_t)(to - from), true, r->arena);
}

static void cut_query(struct req *r, const char *query, struct problems *problems)
{
	r->query = arena_alloc(r->arena, count_pairs(query) * sizeof(*r->query));
	while (*query != '\0') {
		const char *end = strchrnul(query, '&');
		const char *equals = memchr(query, '=', (size_t)(end - query));
		const char *name = decode(r, query, equals == NULL ? end : equals);
		const char *value = equals == NULL ? "" : decode(r, equals + 1, end);

		if (name == NULL || value == NULL)
			problems_add(problems, PROBLEM_BAD_PARAMETER, NULL, "?", "@encoding");
		else if (*name != '\0')
			r->query[r->n_query++] = (struct req_pair){name, value};
		query = *end == '&' ? end + 1 : end;
	}
}

static const char *value_of(const struct query_check *query, const char *name)
{
	for (size_t i = 0; i < query->n; i++)
		if (strcmp(query->pairs[i].name, name) == 0)
			return query->pairs[i].value;
	return NULL;
}

/* A cursor is of one walk through a list: nobody keeps it. */
static bool takes(const struct query_check *query, const char *name)
{
	return contract_query_param(query->operation, name) != NULL &&
	       (query->at == NULL || strcmp(name, "cursor") != 0);
}

static void check_given(const struct query_check *query)
{
	for (size_t i = 0; i < query->n; i++) {
		const struct req_pair *pair = &query->pairs[i];

		if (!takes(query, pair->name) && query->at == NULL)
			problems_add(query->problems, PROBLEM_UNKNOWN_PARAMETER, NULL, pair->name,
				     NULL);
		else if (!takes(query, pair->name))
			add_fault(query, pair->name, PROBLEM_FIELD_UNKNOWN, NULL);
		else if (value_of(query, pair->name) != pair->value)
			add_fault(query, pair->name, PROBLEM_FIELD_NOT_UNIQUE, "@repeated");
		else
			check_value(query, contract_query_param(query->operation, pair->name),
				    pair->value);
	}
}

static void check_missing(const struct query_check *query)
{
	for (size_t i = 0; i < query->operation->n_params; i++) {
		const struct contract_param *param = &query->operation->params[i];

		if (param->place == PARAM_QUERY && param->required &&
		    value_of(query, param->name) == NULL)
			add_fault(query, param->name, PROBLEM_FIELD_REQUIRED, "@required");
	}
}

/* What is open is told with the movements until then. */
static void check_as_of(const struct query_check *query)
{
	const char *to = value_of(query, "to");
	const char *as_of = value_of(query, "asOf");

	if (to != NULL && as_of != NULL && strcmp(to, as_of) != 0)
		add_fault(query, "asOf", PROBLEM_FIELD, "@another to");
}

/* Periods of whole days or years, which as they are sent sort as texts. */
static void check_period(const struct query_check *query)
{
	static const char *const periods[][2] = {
		{"from", "to"}, {"from", "asOf"}, {"fromYear", "toYear"}};

	for (size_t i = 0; i < sizeof(periods) / sizeof(periods[0]); i++) {
		const char *from = value_of(query, periods[i][0]);
		const char *to = value_of(query, periods[i][1]);

		if (from != NULL && to != NULL && strcmp(to, from) < 0)
			add_fault(query, periods[i][1], PROBLEM_FIELD,
				  arena_printf(query->problems->arena, "@before %s",
					       periods[i][0]));
	}
	check_as_of(query);
}

void check_query(const struct operation_contract *operation, const struct req_pair *pairs,
		 size_t n, const char *at, struct problems *problems)
{
	struct query_check query = {operation, pairs, n, at, problems};
	size_t before = problems->n;

	check_given(&query);
	check_missing(&query);
	if (problems->n == before)
		check_period(&query);
}

void check_params(struct req *r, const struct operation_contract *operation,
		  struct problems *problems)
{
	const char *query = http_query(r->http);

	check_path(r, operation, problems);
	/* Such a role nobody has, and the database takes only sound text. */
	if (r->act_as != NULL && !utf8_is_valid(r->act_as, strlen(r->act_as)))
		problems_forbid(problems, operation->op->roles);
	if (query != NULL)
		cut_query(r, query, problems);
	check_query(operation, r->query, r->n_query, NULL, problems);
	if (!problems_any(problems) && req_query(r, "cursor") != NULL) {
		r->after = cursor_open(r, req_query(r, "cursor"));
		if (r->after == NULL)
			problems_add(problems, PROBLEM_BAD_CURSOR, NULL, NULL, NULL);
	}
	if (operation->op->takes_dry_run) {
		const char *dry_run = req_query(r, "dryRun");

		r->dry_run = dry_run != NULL && strcmp(dry_run, "true") == 0;
	}
}

/* A structured-field string (RFC 8941 3.3.3) of 1 to 255 printable characters, without escapes. */
static const char *parse_key(struct req *r, const char *header)
{
	size_t len = strlen(header);

	if (len < 3 || len > 257 || header[0] != '"' || header[len - 1] != '"')
		return NULL;
	for (size_t i = 1; i < len - 1; i++)
		if (header[i] < 0x20 || header[i] > 0x7e || header[i] == '"' || header[i] == '\\')
			return NULL;
	return arena_strndup(r->arena, header + 1, len - 2);
}

static void check_key(struct req *r, struct problems *problems)
{
	const char *header = http_header(r->http, "Idempotency-Key");

	if (header == NULL) {
		if (!r->dry_run)
			problems_add(problems, PROBLEM_KEY_REQUIRED, NULL, NULL, NULL);
		return;
	}
	r->key = parse_key(r, header);
	if (r->key == NULL)
		problems_add(problems, PROBLEM_KEY_INVALID, NULL, NULL, NULL);
	r->key_operation = arena_printf(r->arena, "%s %s", http_method_name(r->op->method),
					http_path(r->http));
}

/* "v17.5f0c2a91" (reply_etag()), strong, of which the version counts; or * for any version. */
bool check_etag(const char *text, int64_t *version_out)
{
	char digits[24];
	size_t len;

	if (strcmp(text, "*") == 0) {
		*version_out = 0;
		return true;
	}
	if (strncmp(text, "\"v", 2) != 0)
		return false;
	text += 2;
	len = strcspn(text, ".\"");
	if (len == 0 || len >= sizeof(digits) || strchr(text, '"') != text + strlen(text) - 1)
		return false;
	memcpy(digits, text, len);
	digits[len] = '\0';
	return num_i64(digits, 1, INT64_MAX, version_out);
}

/* An entity tag or a list of them (RFC 9110 13.1.1), of whatever version. */
static bool is_etag(const char *text)
{
	size_t len = strlen(text);

	if (strncmp(text, "W/", 2) == 0)
		return is_etag(text + 2);
	return strcmp(text, "*") == 0 || (len > 1 && text[0] == '"' && text[len - 1] == '"');
}

static void check_if_match(struct req *r, struct problems *problems)
{
	const char *header = http_header(r->http, "If-Match");

	if (header == NULL)
		problems_add(problems, PROBLEM_PRECONDITION_REQUIRED, NULL, NULL, NULL);
	else if (!is_etag(header))
		problems_add(problems, PROBLEM_BAD_PARAMETER, NULL, "If-Match", "@etag");
	else if (!check_etag(header, &r->if_match))
		problems_add(problems, PROBLEM_VERSION_MISMATCH, NULL, NULL, NULL);
	else
		r->has_if_match = true;
}

void check_preconditions(struct req *r, struct problems *problems)
{
	if (r->op->needs_key)
		check_key(r, problems);
	if (r->op->needs_if_match)
		check_if_match(r, problems);
}

/* Whether the content is said to be of the media type, else with the problem. */
static bool check_media_type(struct req *r, const char *wanted, struct problems *problems)
{
	const char *type = http_header(r->http, "Content-Type");
	size_t len = strlen(wanted);

	if (type != NULL && strncasecmp(type, wanted, len) == 0 &&
	    (type[len] == '\0' || type[len] == ';' || type[len] == ' '))
		return true;
	problems_add(problems, PROBLEM_UNSUPPORTED_MEDIA_TYPE, NULL, wanted, NULL);
	return false;
}

/* The fault of a body in the reader's words. */
static const char *const body_fault_words[] = {
	[BODY_TOO_DEEP] = "@too-deep",
	[BODY_NOT_UTF8] = "@not-utf8",
	[BODY_DUPLICATE] = "@duplicate-member",
	[BODY_NUMBER_RANGE] = "@number-range",
	[BODY_NUL] = "@nul-in-text",
	[BODY_MALFORMED] = "@not-json",
};

static void fingerprint(struct req *r, const void *bytes, size_t len)
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *text = arena_alloc(r->arena, 2 * sizeof(digest) + 1);

	SHA256(len == 0 ? (const unsigned char *)"" : bytes, len, digest);
	hex_encode(digest, sizeof(digest), text);
	r->fingerprint = text;
}

static void check_bytes(struct req *r, size_t len, struct problems *problems)
{
	if (check_media_type(r, "application/octet-stream", problems) &&
	    len > (size_t)r->op->max_body_bytes)
		problems_add(problems, PROBLEM_TOO_LARGE, NULL, NULL, NULL);
}

void check_body(struct req *r, const struct operation_contract *operation,
		struct problems *problems)
{
	size_t len;
	const void *bytes = http_body(r->http, &len);
	struct body_limits limits = {
		.len_bytes = (size_t)r->op->max_body_bytes,
		.depth = BODY_DEPTH_MAX,
	};
	enum body_fault fault;
	size_t position;

	fingerprint(r, bytes, len);
	if (r->op->takes_bytes) {
		check_bytes(r, len, problems);
		return;
	}
	if (operation->body == NULL) {
		if (len > 0)
			problems_add(problems, PROBLEM_MALFORMED_BODY, NULL, "@unwanted-body", "0");
		return;
	}
	if (len == 0 && operation->may_lack_body) {
		bytes = "{}";
		len = 2;
	} else if (!check_media_type(r, "application/json", problems)) {
		return;
	}
	fault = body_parse(len == 0 ? "" : bytes, len, &limits, &r->body, &position);
	if (fault == BODY_TOO_LONG)
		problems_add(problems, PROBLEM_TOO_LARGE, NULL, NULL, NULL);
	else if (fault != BODY_OK)
		problems_add(problems, PROBLEM_MALFORMED_BODY, NULL, body_fault_words[fault],
			     arena_printf(r->arena, "%zu", position));
	else
		(void)!schema_check(operation->body, r->body, check_on_fault, problems);
}
