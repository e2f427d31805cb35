#include "api/command/act.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/disqualified.h"
#include "api/command/facts.h"
#include "api/command/guards.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/request/app.h"

#define STALE_TRIES 5
#define DEADLOCK_TRIES 3
/* A plan has 500 firms at most, and each may be warned of. */
#define WARNINGS_BYTES_MAX (1024 * 1024)

static void load(struct act *act);

struct act *act_new(struct req *r, const struct command *command, int64_t id, const void *input)
{
	struct act *act = arena_alloc(r->arena, sizeof(*act));

	act->r = r;
	act->command = command;
	act->id = id;
	act->input = input;
	act->stale_left = STALE_TRIES;
	act->deadlocks_left = DEADLOCK_TRIES;
	act->urgent = urgent_grounds(act);
	act->effects = arena_alloc(r->arena, command->effects_size + 1);
	return act;
}

bool act_read_facts(struct act *act, const struct pg_result *rows)
{
	act->facts = facts_read(act->command->facts, db_text(rows, 0, 0), db_len(rows, 0, 0),
				act->command->action, act->r->arena);
	act->version = db_is_null(rows, 0, 1) ? 0 : db_i64(rows, 0, 1);
	act->guards = arena_strdup(act->r->arena, db_text(rows, 0, 2));
	act->is_destroyed = guards_are_shut(act->guards);
	return act->facts != NULL;
}

void act_decide(struct act *act)
{
	if (act->is_destroyed) {
		problems_add(&act->problems, PROBLEM_CASE_DESTROYED, NULL, NULL, NULL);
		return;
	}
	refuse_disqualified(act);
	act->command->decide(act);
}

#ifdef TRINN_NO_HANDLER_CHECKS
/* The daemon forgets to ask whether this caller may, and in this state; the database must hold
 * alone. */
static void forget_refusals(struct problems *problems)
{
	size_t n = 0;

	for (size_t i = 0; i < problems->n; i++) {
		enum problem_code code = problems->list[i].code;

		if (problem_status(code) != 403 && code != PROBLEM_STATE_CONFLICT)
			problems->list[n++] = problems->list[i];
	}
	problems->n = n;
}
#else
static void forget_refusals(struct problems *problems)
{
	(void)problems;
}
#endif

static void decide(struct act *act)
{
	problems_init(&act->problems, act->r->arena);
	memset(act->effects, 0, act->command->effects_size);
	act_decide(act);
	forget_refusals(&act->problems);
}

static const char *copy_of(struct req *r, const struct pg_result *rows, int column)
{
	if (db_is_null(rows, 0, column))
		return NULL;
	return arena_strdup(r->arena, db_text(rows, 0, column));
}

static void reply_stored(struct req *r, const struct pg_result *rows, bool replayed)
{
	const char *text = arena_strdup(r->arena, db_text(rows, 0, 3));

	if (replayed && r->whole == NULL)
		http_add_header(r->http, "Idempotency-Replayed", "true");
	req_reply(r, &(struct reply){
		.status = (int)db_i64(rows, 0, 0),
		.location = copy_of(r, rows, 1),
		.etag = reply_etag(r, copy_of(r, rows, 2), text, strlen(text)),
		.bytes = text,
		.len = strlen(text),
	});
}

static bool is_stale(const struct db_result *result)
{
	return strcmp(result->sqlstate, "TR208") == 0 || strcmp(result->sqlstate, "TR412") == 0 ||
	       strcmp(result->sqlstate, "TR460") == 0;
}

/* A counter had too little, or another was first: the facts of now word the refusal. */
static bool is_outrun(const struct db_result *result)
{
	static const char *const constraints[] = {
		"applications_in_time",
		"applications_leave",
		"address_codes_few",
		"balances_not_negative",
		"grants_remaining",
		"grant_parts_remaining",
		"notification_settings_one",
		"saved_filters_few",
		"stage_places_free",
		"cohorts_free",
		"enrolments_one_of_firm",
		"tracks_one_title",
		"tracks_open",
		"tracks_over",
	};

	for (size_t i = 0; i < sizeof(constraints) / sizeof(constraints[0]); i++)
		if (result->constraint != NULL && strcmp(result->constraint, constraints[i]) == 0)
			return true;
	return false;
}

/* Loaded, decided against, changed meanwhile: once more, and not for ever. */
static bool try_again(struct act *act, const struct db_result *result)
{
	if (result->status == DB_RETRY && act->deadlocks_left-- > 0)
		return true;
	if (result->status != DB_REFUSED)
		return false;
	if (is_stale(result))
		return act->stale_left-- > 0;
	if (!is_outrun(result) || act->was_outrun)
		return false;
	act->was_outrun = true;
	return true;
}

static void on_applied(void *ctx, struct db_result *result)
{
	struct act *act = ctx;
	struct req *r = act->r;

	r->db_us += result->queued_us + result->ran_us;
	if (result->status == DB_OK) {
		reply_stored(r, db_rows(result, result->n - 1), false);
	} else if (try_again(act, result)) {
		r->app->metrics.retries++;
		load(act);
	} else {
		req_database_problem(r, result);
	}
}

static void apply(struct act *act)
{
	struct req *r = act->r;
	struct db_segment *segment = req_segment(r, DB_WRITE);

	open_to_urgent(act, segment);
	if (r->key != NULL)
		q_claim_key(segment, r->key_operation, r->key);
	q_lock_guards(segment, act->guards);
	act->command->apply(act, segment);
	act->command->reply(act, segment);
	req_send(r, segment, on_applied, act);
}

static void refuse_missing(struct act *act)
{
	const char *member = act->command->made_in;

	if (member == NULL) {
		req_refuse_missing(act->r);
		return;
	}
	problems_init(&act->problems, act->r->arena);
	problems_at(&act->problems, PROBLEM_UNKNOWN_REFERENCE, member, NULL, "#/%s", member);
	req_problems(act->r, &act->problems);
}

static void reply_dry(struct act *act)
{
	struct problems warnings;
	struct buf out;

	problems_init(&warnings, act->r->arena);
	if (act->command->caution != NULL)
		act->command->caution(act, &warnings);
	if (!problems_any(&warnings)) {
		req_reply(act->r, &(struct reply){.status = 204});
		return;
	}
	buf_init(&out, WARNINGS_BYTES_MAX);
	buf_adds(&out, "{\"warnings\":");
	problems_write_list(&warnings, act->r->language, &out);
	buf_addc(&out, '}');
	req_reply_written(act->r, &out);
}

static void take(struct act *act)
{
	struct req *r = act->r;

	decide(act);
	if (problems_any(&act->problems))
		req_problems(r, &act->problems);
	else if (r->dry_run)
		reply_dry(act);
	else
		apply(act);
}

static void on_own_cases(struct req *r, struct db_result *result)
{
	struct act *act = r->state;

	if (read_own_cases(act, db_rows(result, result->n - 1)))
		take(act);
	else
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
}

static void ask_own_cases(struct act *act)
{
	struct db_segment *segment = req_segment(act->r, DB_READ);

	load_own_cases(act, segment);
	req_run(act->r, segment, on_own_cases);
}

static void on_loaded(struct req *r, struct db_result *result)
{
	struct act *act = r->state;
	bool has_key = r->key != NULL;
	const struct pg_result *rows = db_rows(result, result->n - 1 - has_key);

	if (has_key && db_n_rows(db_rows(result, result->n - 1)) > 0) {
		reply_stored(r, db_rows(result, result->n - 1), true);
		return;
	}
	if (db_n_rows(rows) == 0) {
		refuse_missing(act);
		return;
	}
	if (!act_read_facts(act, rows)) {
		req_problem(r, PROBLEM_INTERNAL, NULL, NULL);
		return;
	}
	if (r->has_if_match && r->if_match != 0 && r->if_match != act->version) {
		req_problem(r, PROBLEM_VERSION_MISMATCH, NULL, NULL);
		return;
	}
	if (may_be_own_case(act))
		ask_own_cases(act);
	else
		take(act);
}

/* Each statement sees what is committed as it begins. The key is asked for last, so that facts
 * which a write with it has changed are not decided on. */
static void load(struct act *act)
{
	struct req *r = act->r;
	struct db_segment *segment = req_segment(r, DB_READ);

	open_to_urgent(act, segment);
	act->command->load(act, segment);
	if (r->key != NULL)
		q_find_key(segment, r->key_operation, r->key, r->fingerprint);
	r->state = act;
	req_run(r, segment, on_loaded);
}

void command_run(struct req *r, const struct command *command, int64_t id, const void *input)
{
	struct act *act = act_new(r, command, id, input);

	act->whole = true;
	act->tells = r->dry_run;
	load(act);
}

void command_run_part(struct req *r, const struct command *command, int64_t id,
		      const struct command_part *part)
{
	struct act *act = act_new(r, command, id, part->input);

	act->urgent = part->urgent;
	act->before = part->before;
	act->whole = true;
	load(act);
}

/* The detail, a JSON object, with the grounds for not waiting where they were given. */
static const char *with_urgency(const struct act *act, const char *detail)
{
	const char *more = strcmp(detail, "{}") == 0 ? "" : ",";
	struct buf grounds;

	if (act->urgent == NULL)
		return detail;
	buf_init(&grounds, BUF_UNBOUNDED);
	json_write_string(act->urgent, &grounds);
	return arena_printf(act->r->arena, "{\"urgentGrounds\":%s%s%s",
			    req_keep(act->r, &grounds, NULL), more, detail + 1);
}

void act_record(struct act *act, struct db_segment *segment, const struct act_event *event)
{
	const char *action = act->command->action;
	const char *kind = event->object_kind;
	const char *detail = with_urgency(act, event->detail == NULL ? "{}" : event->detail);
	const int64_t *concerns = event->concerns == 0 ? NULL : &event->concerns;

	q_audit(segment, event->case_kind, event->case_id, action, kind, event->object_id,
		event->reason, detail);
	q_tell(segment, arena_printf(act->r->arena, "%s.%s", kind, action), kind, event->object_id,
	       concerns, detail);
}

const char *act_outcome_detail(struct act *act, const char *outcome, int64_t amount_ore)
{
	return arena_printf(act->r->arena, "{\"outcome\":\"%s\",\"amountOre\":%" PRId64 "}",
			    outcome, amount_ore);
}

void act_record_in(struct act *act, struct db_segment *segment, const char *case_kind,
		   int64_t case_id, const struct act_event *event)
{
	q_audit(segment, case_kind, case_id, act->command->action, event->object_kind,
		event->object_id, event->reason,
		with_urgency(act, event->detail == NULL ? "{}" : event->detail));
}

void act_reply(struct act *act, struct db_segment *segment,
	       int (*q_reply)(struct db_segment *segment, const char *operation, const char *key,
			      const char *fingerprint, int32_t status, const char *location,
			      int64_t id),
	       const char *path, int64_t id)
{
	const struct req *r = act->r;
	const char *location = NULL;

	if (path != NULL)
		location = arena_printf(r->arena, "%s/%" PRId64, path, id);
	q_reply(segment, r->key_operation, r->key, r->fingerprint, act->command->status, location,
		id);
}
