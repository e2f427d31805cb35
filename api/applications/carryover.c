#include "api/applications/carryover.h"

#include <jansson.h>
#include <string.h>

#include "api/applications/applications.h"
#include "api/applications/commands.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"
#include "lib/json/pointer.h"
#include "lib/json/schema.h"

#define JSON_BYTES_MAX (4 * 1024 * 1024)
#define REFS_MAX 16

static const struct shape_field partner_fields[] = {
	SHAPE_FIELD(struct carried_partner, id, "id", I64),
	SHAPE_FIELD(struct carried_partner, organisation_id, "organisationId", I64),
	SHAPE_FIELD(struct carried_partner, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct carried_partner, name, "name", TEXT),
	SHAPE_FIELD(struct carried_partner, task, "task", TEXT),
};
static const struct shape partner_shape = SHAPE(struct carried_partner, partner_fields);

static const struct shape_field source_fields[] = {
	SHAPE_FIELD(struct carry_source, id, "id", I64),
	SHAPE_FIELD(struct carry_source, programme_id, "programmeId", I64),
	SHAPE_FIELD(struct carry_source, is_destroyed, "isDestroyed", BOOL),
	SHAPE_FIELD(struct carry_source, content, "content", RAW),
	SHAPE_FIELD(struct carry_source, form, "form", RAW),
	SHAPE_OBJECTS(struct carry_source, partners, n_partners, "partners", &partner_shape),
};
const struct shape carry_source_shape = SHAPE(struct carry_source, source_fields);

static const struct shape_field target_fields[] = {
	SHAPE_LIST(struct carry_target, stages, n_stages, "stages", I64),
	SHAPE_LIST(struct carry_target, cost_groups, n_cost_groups, "costGroups", TEXT),
	SHAPE_OBJECT(struct carry_target, line, "line", &application_line_shape),
	SHAPE_FIELD(struct carry_target, form, "form", RAW),
};
const struct shape carry_target_shape = SHAPE(struct carry_target, target_fields);

struct fitting {
	const struct carry_target *to;
	const char *today;  /* ISO, which sorts as days do */
	json_t *earlier;    /* forms */
	json_t *form;
	int64_t costs_ore;  /* of the costs that were taken along */
	struct arena *arena;
	struct carry_over *out;
	size_t cap_left;
};

static const char *text_of(const struct fitting *fitting, const json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);

	MUST(text != NULL);
	arena_own(fitting->arena, text, base_free);
	return text;
}

static json_t *parse(const char *text)
{
	struct body_limits limits = {.len_bytes = JSON_BYTES_MAX, .depth = 64};
	json_t *json = NULL;
	size_t position;

	MUST(body_parse(text, strlen(text), &limits, &json, &position) == BODY_OK);
	return json;
}

static const char *pointer_of(const struct fitting *fitting, const struct pointer_step *step)
{
	struct buf pointer;
	const char *text;

	buf_init(&pointer, BUF_UNBOUNDED);
	pointer_write(step, &pointer);
	text = arena_strdup(fitting->arena, buf_text(&pointer));
	buf_fini(&pointer);
	return text;
}

/* Leaves what stands at the place, for its label and why to be filled in. */
static struct not_carried *leave(struct fitting *fitting, const struct pointer_step *step,
				 const char *why)
{
	struct carry_over *out = fitting->out;

	if (out->n_left == fitting->cap_left) {
		size_t cap = fitting->cap_left == 0 ? 16 : 2 * fitting->cap_left;
		struct not_carried *more = arena_alloc(fitting->arena, cap * sizeof(*more));

		if (out->n_left > 0)
			memcpy(more, out->left, out->n_left * sizeof(*more));
		out->left = more;
		fitting->cap_left = cap;
	}
	out->left[out->n_left] = (struct not_carried){
		.pointer = pointer_of(fitting, step),
		.why = why,
	};
	return &out->left[out->n_left++];
}

/* The same of what has a word of ours, told with what it is known by: "kostnad: Leie av lokaler" */
static void leave_member(struct fitting *fitting, const struct pointer_step *step,
			 const char *member, const char *known_by, const char *why)
{
	struct not_carried *left = leave(fitting, step, why);
	const char *key = arena_printf(fitting->arena, "member.%s", member);

	for (enum language language = LANGUAGE_NB; language <= LANGUAGE_EN; language++) {
		const char *word = problem_word(key, strlen(key), language);

		left->label[language] =
			known_by == NULL ? word
					 : arena_printf(fitting->arena, "%s: %s", word, known_by);
	}
}

static void leave_answer(struct fitting *fitting, const struct pointer_step *step,
			 json_t *earlier, const char *why)
{
	struct not_carried *left = leave(fitting, step, why);
	const char *title = json_string_value(json_object_get(earlier, "title"));

	if (title == NULL)
		title = step->name;
	left->label[LANGUAGE_NB] = left->label[LANGUAGE_EN] = arena_strdup(fitting->arena, title);
}

/* The schema that one refers to, and its place; itself where it says what it is. */
static json_t *follow(json_t *form, json_t *schema, const char **place)
{
	for (int i = 0; i < REFS_MAX && json_object_get(schema, "properties") == NULL; i++) {
		const char *ref = json_string_value(json_object_get(schema, "$ref"));
		json_t *target = ref == NULL ? NULL : pointer_find(form, ref + 1);

		if (target == NULL)
			break;
		schema = target;
		*place = ref + 1;
	}
	return schema;
}

static void on_refusal(void *ctx, const struct schema_refusal *refusal)
{
	(void)ctx;
	(void)refusal;
}

static void on_fault(void *ctx, const struct schema_fault *fault)
{
	const char **why = ctx;

	if (fault->kind == SCHEMA_TYPE && *fault->pointer == '\0')
		*why = "other_type";
	else if (*why == NULL)
		*why = "not_valid";
}

/* Why the value does not fit the schema at the place of the new form; NULL: it does. */
static const char *misfit_of(const struct fitting *fitting, json_t *value, const char *place)
{
	struct schema_set *set = schema_set_new(fitting->form, &place, 1, on_refusal, NULL);
	const char *why = NULL;

	if (set == NULL)
		return "not_valid";
	(void)!schema_check(schema_set_get(set, 0), value, on_fault, &why);
	schema_set_free(&set);
	return why;
}

/* A value of the answers, and the schemas that the two forms have for it. */
struct answer {
	const struct pointer_step *step;
	json_t *value;
	json_t *earlier;
	json_t *schema;
	const char *place; /* of the schema in the new form */
};

static json_t *fit_answer(struct fitting *fitting, const struct answer *answer);

static const char *place_below(const struct fitting *fitting, const char *place, const char *name)
{
	struct pointer_step step = {.name = name};

	return arena_printf(fitting->arena, "%s/properties%s", place, pointer_of(fitting, &step));
}

static json_t *fit_members(struct fitting *fitting, const struct answer *answer,
			   json_t *properties)
{
	const char *nowhere = "";
	json_t *earlier = follow(fitting->earlier, answer->earlier, &nowhere);
	json_t *kept = json_object();
	const char *name;
	json_t *value;

	json_object_foreach (answer->value, name, value) {
		struct pointer_step step = {.parent = answer->step, .name = name};
		struct answer below = {
			.step = &step,
			.value = value,
			.earlier = json_object_get(json_object_get(earlier, "properties"), name),
			.schema = json_object_get(properties, name),
			.place = place_below(fitting, answer->place, name),
		};
		json_t *fitted = NULL;

		if (below.schema == NULL)
			leave_answer(fitting, &step, below.earlier, "no_field");
		else
			fitted = fit_answer(fitting, &below);
		if (fitted != NULL)
			MUST(json_object_set_new(kept, name, fitted) == 0);
	}
	if (json_object_size(kept) > 0)
		return kept;
	json_decref(kept);
	return NULL;
}

/* What of the value is taken along, for the caller to release; NULL: nothing. An object goes by its
 * members, as a draft need not be whole; anything else as it is, or not at all. */
static json_t *fit_answer(struct fitting *fitting, const struct answer *answer)
{
	struct answer followed = *answer;
	json_t *properties;
	const char *why;

	followed.schema = follow(fitting->form, answer->schema, &followed.place);
	properties = json_object_get(followed.schema, "properties");
	if (json_is_object(properties) && json_object_size(answer->value) > 0)
		return fit_members(fitting, &followed, properties);
	why = misfit_of(fitting, answer->value, answer->place);
	if (why == NULL)
		return json_incref(answer->value);
	leave_answer(fitting, answer->step, answer->earlier, why);
	return NULL;
}

static const char *fit_answers(struct fitting *fitting, const json_t *content)
{
	struct pointer_step step = {.name = "answers"};
	struct answer whole = {
		.step = &step,
		.value = json_object_get(content, "answers"),
		.earlier = fitting->earlier,
		.schema = fitting->form,
		.place = "",
	};
	json_t *properties;
	json_t *kept;
	const char *text;

	whole.schema = follow(fitting->form, fitting->form, &whole.place);
	properties = json_object_get(whole.schema, "properties");
	kept = fit_members(fitting, &whole, properties);
	text = kept == NULL ? "{}" : text_of(fitting, kept);
	json_decref(kept);
	return text;
}

static const char *fit_day(struct fitting *fitting, const json_t *content, const char *member)
{
	struct pointer_step step = {.name = member};
	const char *day = json_string_value(json_object_get(content, member));

	if (day == NULL)
		return NULL;
	if (strcmp(day, fitting->today) >= 0)
		return arena_strdup(fitting->arena, day);
	leave_member(fitting, &step, member, NULL, "day_passed");
	return NULL;
}

static void fit_partners(struct fitting *fitting, const struct carry_source *from,
			 bool asks_partners)
{
	struct pointer_step list = {.name = "partners"};
	struct carry_over *out = fitting->out;

	out->partners = arena_alloc(fitting->arena, from->n_partners * sizeof(*out->partners));
	for (size_t i = 0; i < from->n_partners; i++) {
		struct pointer_step step = {.parent = &list, .index = i};
		const struct carried_partner *partner = &from->partners[i];

		if (asks_partners && partner->organisation_id != 0)
			out->partners[out->n_partners++] = partner;
		else
			leave_member(fitting, &step, "partners", partner->name,
				     asks_partners ? "partner_unregistered" : "partner_not_asked");
	}
}

static int64_t ore_of(const json_t *line)
{
	return json_integer_value(json_object_get(line, "amountOre"));
}

static const char *bearer_misfit(const struct fitting *fitting, const json_t *line)
{
	const char *orgnr = json_string_value(json_object_get(line, "partnerOrgnr"));

	if (orgnr == NULL)
		return NULL;
	for (size_t i = 0; i < fitting->out->n_partners; i++)
		if (strcmp(fitting->out->partners[i]->orgnr, orgnr) == 0)
			return NULL;
	return "partner_left_out";
}

static const char *firm_misfit(const struct fitting *fitting, const json_t *firm)
{
	const struct carry_target *to = fitting->to;
	int64_t stage = json_integer_value(json_object_get(firm, "stage"));

	return contains_number(to->stages, to->n_stages, stage) ? NULL : "stage_not_in_call";
}

static const char *cost_misfit(const struct fitting *fitting, const json_t *line)
{
	const struct carry_target *to = fitting->to;
	const char *group = json_string_value(json_object_get(line, "costGroup"));

	if (!words_contain(to->cost_groups, to->n_cost_groups, group))
		return "group_not_in_call";
	return bearer_misfit(fitting, line);
}

/* What the county is asked for is held against what the call gives of the costs taken along. */
static const char *source_misfit(const struct fitting *fitting, const json_t *source)
{
	const struct application_line *line = &fitting->to->line;
	const char *kind = json_string_value(json_object_get(source, "sourceKind"));
	int64_t ore = ore_of(source);

	if (strcmp(kind, "applied") != 0)
		return bearer_misfit(fitting, source);
	if (line->has_max_amount && ore > line->max_amount.amount_ore)
		return "amount_too_high";
	if (fitting->costs_ore > 0 && ore > most_of_costs(line, fitting->costs_ore))
		return "share_too_high";
	return NULL;
}

/* Whoever has promised money is asked for this application as well. */
static void take_back_promise(struct fitting *fitting, const struct pointer_step *step,
			      json_t *source)
{
	struct pointer_step below = {.parent = step, .name = "confirmed"};

	if (!json_is_true(json_object_get(source, "confirmed")))
		return;
	leave_member(fitting, &below, below.name,
		     json_string_value(json_object_get(source, "source")), "confirmed_anew");
	MUST(json_object_set_new(source, "confirmed", json_false()) == 0);
}

/* A list, by what its things are known, why one does not fit, and what becomes of one that does. */
static const struct list {
	const char *name;
	const char *known_by;
	const char *(*misfit)(const struct fitting *fitting, const json_t *item);
	void (*adapt)(struct fitting *fitting, const struct pointer_step *step, json_t *item);
} firms = {"firms", "name", firm_misfit, NULL}, fagpartnere = {"fagpartnere", "name", NULL, NULL},
  costs = {"costs", "description", cost_misfit, NULL},
  finance = {"finance", "source", source_misfit, take_back_promise};

static const char *fit_list(struct fitting *fitting, const json_t *content,
			    const struct list *list, int64_t *sum_ore)
{
	struct pointer_step parent = {.name = list->name};
	json_t *kept = json_array();
	const char *text;
	size_t i;
	json_t *item;

	json_array_foreach (json_object_get(content, list->name), i, item) {
		struct pointer_step step = {.parent = &parent, .index = i};
		const char *why = list->misfit == NULL ? NULL : list->misfit(fitting, item);
		json_t *copy;

		if (why != NULL) {
			leave_member(fitting, &step, list->name,
				     json_string_value(json_object_get(item, list->known_by)), why);
			continue;
		}
		copy = json_copy(item);
		if (list->adapt != NULL)
			list->adapt(fitting, &step, copy);
		*sum_ore += ore_of(copy);
		MUST(json_array_append_new(kept, copy) == 0);
	}
	text = text_of(fitting, kept);
	json_decref(kept);
	return text;
}

void carry_over(const struct carry_source *from, const struct carry_target *to, int32_t today,
		bool asks_partners, struct arena *arena, struct carry_over *out)
{
	struct fitting fitting = {
		.to = to,
		.today = date_text(arena, today),
		.earlier = parse(from->form),
		.form = parse(to->form),
		.arena = arena,
		.out = out,
	};
	json_t *content = parse(from->content);
	const char *new_content = json_string_value(json_object_get(content, "newContent"));
	int64_t no_sum = 0;

	*out = (struct carry_over){0};
	out->answers = fit_answers(&fitting, content);
	out->starts_on = fit_day(&fitting, content, "startsOn");
	out->ends_on = fit_day(&fitting, content, "endsOn");
	out->new_content = new_content == NULL ? NULL : arena_strdup(arena, new_content);
	fit_partners(&fitting, from, asks_partners);
	out->firms = fit_list(&fitting, content, &firms, &no_sum);
	out->fagpartnere = fit_list(&fitting, content, &fagpartnere, &no_sum);
	out->costs = fit_list(&fitting, content, &costs, &fitting.costs_ore);
	out->finance = fit_list(&fitting, content, &finance, &no_sum);
	json_decref(content);
	json_decref(fitting.form);
	json_decref(fitting.earlier);
}

static const char *why_word(const struct not_carried *left, enum language language,
			    struct arena *arena)
{
	const char *key = arena_printf(arena, "carry.%s", left->why);

	return problem_word(key, strlen(key), language);
}

const char *not_carried_json(const struct carry_over *carried, struct arena *arena)
{
	json_t *list = json_array();
	struct fitting fitting = {.arena = arena};
	const char *text;

	for (size_t i = 0; i < carried->n_left; i++) {
		const struct not_carried *left = &carried->left[i];
		json_t *item = json_pack("{s:s, s:{s:s, s:s}, s:s, s:{s:s, s:s}}", "pointer",
					 left->pointer, "label", "nb", left->label[LANGUAGE_NB],
					 "en", left->label[LANGUAGE_EN], "code", left->why, "why",
					 "nb", why_word(left, LANGUAGE_NB, arena), "en",
					 why_word(left, LANGUAGE_EN, arena));

		MUST(item != NULL && json_array_append_new(list, item) == 0);
	}
	text = carried->n_left == 0 ? NULL : text_of(&fitting, list);
	json_decref(list);
	return text;
}

void tell_not_carried(const struct carry_over *carried, enum language language,
		      struct problems *warnings)
{
	for (size_t i = 0; i < carried->n_left; i++) {
		const struct not_carried *left = &carried->left[i];

		problems_at(warnings, PROBLEM_NOT_CARRIED, left->label[language],
			    arena_printf(warnings->arena, "@carry.%s", left->why), "#%s",
			    left->pointer);
	}
}
