/* Asking for access: with a token, by a party or by the county for who wrote to it, and without. */
#include <inttypes.h>
#include <string.h>

#include "api/accessrequests/asking.h"
#include "api/command/command.h"
#include "api/command/facts.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/secret.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"

static const struct shape_field asked_fields[] = {
	SHAPE_FIELD(struct access_asked_facts, today, "today", DATE),
	SHAPE_FIELD(struct access_asked_facts, is_county, "isCounty", BOOL),
	SHAPE_FIELD(struct access_asked_facts, known, "known", I64),
	SHAPE_FIELD(struct access_asked_facts, waiting, "waiting", I64),
	SHAPE_FIELD(struct access_asked_facts, waiting_max, "waitingMax", I64),
	SHAPE_FIELD(struct access_asked_facts, days, "days", I64),
};
static const struct shape asked_shape = SHAPE(struct access_asked_facts, asked_fields);

static const struct shape_field input_fields[] = {
	SHAPE_OR_NULL(struct access_asked, name, "name", TEXT),
	SHAPE_OR_NULL(struct access_asked, email, "email", TEXT),
	SHAPE_OR_NULL(struct access_asked, wish, "wish", TEXT),
	SHAPE_LIST(struct access_asked, posts, n_posts, "postIds", ID),
};
static const struct shape input_shape = SHAPE(struct access_asked, input_fields);

/* Where the answer is read. */
static const char *link_to(struct req *r, const char *secret)
{
	return arena_printf(r->arena, "/v1/public/access-requests/%s", secret);
}

/* ---- with a token */

struct new_access_facts {
	struct caller caller;
	int64_t id;
	struct access_asked_facts asked;
};

struct new_access_effects {
	char secret[SECRET_CHARACTERS + 1]; /* that this run of the command made */
	int32_t due_on;
};

static const struct shape_field new_facts_fields[] = {
	SHAPE_OBJECT(struct new_access_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct new_access_facts, id, "id", I64),
	SHAPE_OBJECT(struct new_access_facts, asked, "asked", &asked_shape),
};
static const struct shape new_facts_shape = SHAPE(struct new_access_facts, new_facts_fields);

static void load_new(struct act *act, struct db_segment *segment)
{
	const struct access_asked *input = act->input;

	q_load_new_access_request(segment,
				  db_arg_i64s(act->r->arena, input->posts, input->n_posts));
}

static void decide_new(struct act *act)
{
	const struct new_access_facts *facts = act->facts;
	struct new_access_effects *effects = act->effects;

	require_person(&facts->caller, &act->problems);
	decide_ask_access(&facts->asked, act->input, true, &effects->due_on, &act->problems);
}

static void apply_new(struct act *act, struct db_segment *segment)
{
	const struct new_access_facts *facts = act->facts;
	const struct access_asked *input = act->input;
	struct new_access_effects *effects = act->effects;
	struct arena *arena = act->r->arena;

	secret_make(effects->secret);
	q_enter_access_request(segment, facts->id, input->name, input->email, input->wish,
			       db_arg_i64s(arena, input->posts, input->n_posts),
			       date_text(arena, effects->due_on),
			       secret_digest(effects->secret, arena));
	act_record(act, segment,
		   &(struct act_event){"access_request", facts->id, "access_request", facts->id,
				       NULL, NULL, facts->caller.organisation_id});
}

static void reply_new(struct act *act, struct db_segment *segment)
{
	const struct new_access_facts *facts = act->facts;
	const struct new_access_effects *effects = act->effects;
	struct req *r = act->r;

	q_reply_new_access_request(
		segment, r->key_operation, r->key, r->fingerprint, act->command->status,
		arena_printf(r->arena, "/v1/access-requests/%" PRId64, facts->id), facts->id,
		link_to(r, effects->secret));
}

static const struct command ask = {
	.action = "ask",
	.operation = OP_CREATE_ACCESS_REQUEST,
	.facts = &new_facts_shape,
	.effects_size = sizeof(struct new_access_effects),
	.status = 201,
	.load = load_new,
	.decide = decide_new,
	.apply = apply_new,
	.reply = reply_new,
};

void op_create_access_request(struct req *r)
{
	command_run(r, &ask, 0, req_input(r, &input_shape));
}

/* ---- without */

struct public_asking {
	struct access_asked input;
	char secret[SECRET_CHARACTERS + 1];
};

static void on_asked(struct req *r, struct db_result *result)
{
	const struct public_asking *asking = r->state;
	const char *text = db_text(db_rows(result, 0), 0, 0);
	const char *href = link_to(r, asking->secret);

	/* What the database tells is an object that is not empty. */
	text = arena_printf(r->arena, "{\"href\":\"%s\",%s", href, text + 1);
	req_reply(r, &(struct reply){
		.status = 201,
		.location = href,
		.bytes = text,
		.len = strlen(text),
	});
}

static void enter(struct req *r, int32_t due_on)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_WRITE);
	struct public_asking *asking = r->state;
	const struct access_asked *input = &asking->input;

	secret_make(asking->secret);
	q_ask_for_access(segment, r->path_args[0], input->name, input->email, input->wish,
			 db_arg_i64s(r->arena, input->posts, input->n_posts),
			 date_text(r->arena, due_on), secret_digest(asking->secret, r->arena));
	req_run(r, segment, on_asked);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	const struct pg_result *rows = db_rows(result, 1);
	const struct public_asking *asking = r->state;
	const struct access_asked_facts *facts =
		facts_read(&asked_shape, db_text(rows, 0, 0), db_len(rows, 0, 0), "ask for access",
			   r->arena);
	struct problems problems;
	int32_t due_on;

	if (facts == NULL) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	if (!facts->is_county) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	problems_init(&problems, r->arena);
	decide_ask_access(facts, &asking->input, false, &due_on, &problems);
	if (problems_any(&problems))
		req_problems(r, &problems);
	else
		enter(r, due_on);
}

void op_ask_for_access(struct req *r)
{
	struct public_asking *asking = arena_alloc(r->arena, sizeof(*asking));
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	asking->input = *(const struct access_asked *)req_input(r, &input_shape);
	r->state = asking;
	q_act_as_public(segment, r->path_args[0], NULL);
	q_load_access_asked(segment,
			    db_arg_i64s(r->arena, asking->input.posts, asking->input.n_posts));
	req_run(r, segment, on_loaded);
}
