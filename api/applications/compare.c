#include "api/applications/compare.h"

#include <jansson.h>
#include <string.h>

#include "api/command/command.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"
#include "lib/json/pointer.h"
#include "lib/json/schema_value.h"

#define CONTENT_BYTES_MAX (4 * 1024 * 1024)
#define CHANGES_BYTES_MAX (8 * 1024 * 1024)
#define KEYS_MAX 2

enum side { FROM, TO };

struct comparison {
	enum language language;
	struct buf *out;
	size_t n;
};

/* What is being compared: two values at a place, and the schema that the form has for them. */
struct pair {
	const struct pointer_step *step;
	json_t *form;     /* NULL outside the answers */
	json_t *item;     /* the thing of a list that it is of, or NULL */
	const char *ours; /* a member of it that is not told */
	json_t *value[2]; /* NULL or null: there is none */
};

/* The content that an applicant writes. Of lists, the members that tell their things apart. */
static const struct part {
	const char *name;
	const char *keys[KEYS_MAX];
	bool is_one;         /* what the first key names is the same, whatever the others are now */
	const char *ours;    /* a member that nobody wrote, and that says nothing to people */
} parts[] = {
	{.name = "title"},
	{.name = "startsOn"},
	{.name = "endsOn"},
	{.name = "newContent"},
	{.name = "answers"},
	{.name = "partners", .keys = {"orgnr"}, .ours = "id"},
	{.name = "firms", .keys = {"orgnr"}},
	{.name = "fagpartnere", .keys = {"orgnr", "role"}, .is_one = true},
	{.name = "costs", .keys = {"costGroup", "description"}},
	{.name = "finance", .keys = {"sourceKind", "source"}},
};

static bool is_there(const json_t *value)
{
	return value != NULL && !json_is_null(value);
}

static const char *label_of(const struct comparison *comparison, const struct pair *pair)
{
	const char *title = json_string_value(json_object_get(pair->form, "title"));
	const struct pointer_step *step = pair->step;
	char key[64];
	const char *word;

	if (title != NULL)
		return title;
	while (step->name == NULL)
		step = step->parent;
	snprintf(key, sizeof(key), "member.%s", step->name);
	word = pair->form == NULL ? problem_word(key, strlen(key), comparison->language) : NULL;
	return word == NULL ? step->name : word;
}

static void write_member(const char *name, json_t *value, struct buf *out)
{
	buf_addf(out, ",\"%s\":", name);
	if (is_there(value))
		schema_value_write(value, out);
	else
		buf_adds(out, "null");
}

static void add(struct comparison *comparison, const struct pair *pair)
{
	struct buf *out = comparison->out;
	const char *change = !is_there(pair->value[FROM]) ? "added"
			     : !is_there(pair->value[TO]) ? "removed"
							  : "changed";
	struct buf pointer;

	buf_init(&pointer, BUF_UNBOUNDED);
	pointer_write(pair->step, &pointer);
	buf_adds(out, comparison->n++ == 0 ? "{\"pointer\":" : ",{\"pointer\":");
	json_write_string(buf_text(&pointer), out);
	buf_fini(&pointer);
	buf_adds(out, ",\"label\":");
	json_write_string(label_of(comparison, pair), out);
	write_member("item", pair->item, out);
	buf_addf(out, ",\"change\":\"%s\"", change);
	write_member("before", pair->value[FROM], out);
	write_member("after", pair->value[TO], out);
	buf_addc(out, '}');
}

static void compare(struct comparison *comparison, const struct pair *pair);

static void compare_member(struct comparison *comparison, const struct pair *pair, const char *name)
{
	struct pointer_step step = {.parent = pair->step, .name = name};
	json_t *forms = json_object_get(pair->form, "properties");
	struct pair below = {
		.step = &step,
		.form = pair->form == NULL ? NULL : json_object_get(forms, name),
		.item = pair->item,
	};

	if (pair->form != NULL && below.form == NULL)
		below.form = json_null();
	for (enum side side = FROM; side <= TO; side++)
		below.value[side] = json_object_get(pair->value[side], name);
	compare(comparison, &below);
}

static void compare_members(struct comparison *comparison, const struct pair *pair)
{
	const char *name;
	json_t *value;

	json_object_foreach (pair->value[FROM], name, value)
		if (pair->ours == NULL || strcmp(name, pair->ours) != 0)
			compare_member(comparison, pair, name);
	json_object_foreach (pair->value[TO], name, value)
		if (json_object_get(pair->value[FROM], name) == NULL)
			compare_member(comparison, pair, name);
}

/* Objects by their members; a list among answers is one value: nothing tells its things apart. */
static void compare(struct comparison *comparison, const struct pair *pair)
{
	if (!is_there(pair->value[FROM]) && !is_there(pair->value[TO]))
		return;
	if (json_is_object(pair->value[FROM]) && json_is_object(pair->value[TO]))
		compare_members(comparison, pair);
	else if (pair->value[FROM] == NULL || pair->value[TO] == NULL ||
		 !json_equal(pair->value[FROM], pair->value[TO]))
		add(comparison, pair);
}

static bool is_same(const struct part *part, size_t n_keys, const json_t *a, const json_t *b)
{
	for (size_t i = 0; i < n_keys && part->keys[i] != NULL; i++)
		if (!json_equal(json_object_get(a, part->keys[i]),
				json_object_get(b, part->keys[i])))
			return false;
	return true;
}

/* Where in the other list the thing stands: of several alike the first to the first. */
static json_t *find_same(const struct part *part, json_t *list, size_t at, json_t *other,
			 size_t *index_out)
{
	json_t *item = json_array_get(list, at);
	size_t before = 0;
	size_t i;
	json_t *candidate;

	for (i = 0; i < at; i++)
		before += is_same(part, KEYS_MAX, json_array_get(list, i), item);
	json_array_foreach (other, i, candidate) {
		if (!is_same(part, KEYS_MAX, candidate, item) || before-- > 0)
			continue;
		*index_out = i;
		return candidate;
	}
	return NULL;
}

static bool is_left(const struct part *part, json_t *list, size_t at, json_t *other)
{
	size_t index;

	return find_same(part, list, at, other, &index) == NULL;
}

/* The same, or else, where the first key names one, the first of those left with that: a
 * fagpartner that has another role. */
static json_t *find_other(const struct part *part, json_t *list, size_t at, json_t *other,
			  size_t *index_out)
{
	json_t *item = json_array_get(list, at);
	json_t *same = find_same(part, list, at, other, index_out);
	size_t before = 0;
	size_t i;
	json_t *candidate;

	if (same != NULL || !part->is_one)
		return same;
	for (i = 0; i < at; i++)
		before += is_same(part, 1, json_array_get(list, i), item) &&
			  is_left(part, list, i, other);
	json_array_foreach (other, i, candidate) {
		if (!is_same(part, 1, candidate, item) || !is_left(part, other, i, list) ||
		    before-- > 0)
			continue;
		*index_out = i;
		return candidate;
	}
	return NULL;
}

static json_t *key_of(const struct part *part, const json_t *item)
{
	json_t *known_by = json_object();

	for (size_t i = 0; i < KEYS_MAX && part->keys[i] != NULL; i++) {
		const char *key = part->keys[i];

		MUST(json_object_set(known_by, key, json_object_get(item, key)) == 0);
	}
	return known_by;
}

static void compare_item(struct comparison *comparison, const struct part *part,
			 const struct pair *list, size_t index, json_t *const value[2])
{
	struct pointer_step step = {.parent = list->step, .index = index};
	json_t *key = key_of(part, value[TO] == NULL ? value[FROM] : value[TO]);
	struct pair pair = {
		.step = &step,
		.item = key,
		.ours = part->ours,
		.value = {value[FROM], value[TO]},
	};

	compare(comparison, &pair);
	json_decref(key);
}

static void compare_list(struct comparison *comparison, const struct part *part,
			 const struct pair *list)
{
	size_t i, index;
	json_t *item;

	json_array_foreach (list->value[FROM], i, item) {
		json_t *other =
			find_other(part, list->value[FROM], i, list->value[TO], &index);

		compare_item(comparison, part, list, other == NULL ? i : index,
			     (json_t *[2]){item, other});
	}
	json_array_foreach (list->value[TO], i, item)
		if (find_other(part, list->value[TO], i, list->value[FROM], &index) == NULL)
			compare_item(comparison, part, list, i, (json_t *[2]){NULL, item});
}

static json_t *parse(const char *text)
{
	struct body_limits limits = {.len_bytes = CONTENT_BYTES_MAX, .depth = 64};
	json_t *json = NULL;
	size_t position;

	MUST(body_parse(text, strlen(text), &limits, &json, &position) == BODY_OK);
	return json;
}

static void compare_part(struct comparison *comparison, const struct part *part,
			 json_t *const content[2], json_t *form)
{
	struct pointer_step step = {.name = part->name};
	struct pair pair = {.step = &step};

	for (enum side side = FROM; side <= TO; side++)
		pair.value[side] = json_object_get(content[side], part->name);
	if (strcmp(part->name, "answers") == 0)
		pair.form = form;
	if (part->keys[0] == NULL)
		compare(comparison, &pair);
	else
		compare_list(comparison, part, &pair);
}

void compare_write(const struct submitted *from, const struct submitted *to, enum language language,
		   struct buf *out)
{
	struct comparison comparison = {.language = language, .out = out};
	json_t *content[2] = {parse(from->content), parse(to->content)};
	json_t *form = parse(to->form);

	buf_addc(out, '[');
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		compare_part(&comparison, &parts[i], content, form);
	buf_addc(out, ']');
	json_decref(content[FROM]);
	json_decref(content[TO]);
	json_decref(form);
}

static void reply(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	struct submitted from, to;
	struct buf text;

	if (db_n_rows(rows) == 0) {
		req_refuse_missing(r);
		return;
	}
	from = (struct submitted){.content = db_text(rows, 0, 1), .form = db_text(rows, 0, 2)};
	to = (struct submitted){.content = db_text(rows, 0, 4), .form = db_text(rows, 0, 5)};
	buf_init(&text, CHANGES_BYTES_MAX);
	buf_addf(&text, "{\"from\":%s,\"to\":%s,\"changes\":", db_text(rows, 0, 0),
		 db_text(rows, 0, 3));
	compare_write(&from, &to, r->language, &text);
	buf_addc(&text, '}');
	req_reply_written(r, &text);
}

void op_compare_submissions(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_compare_submissions(segment, req_id(r, 0), req_query_id(r, "from"),
			      req_query_id(r, "to"));
	req_run(r, segment, reply);
}
