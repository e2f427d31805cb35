/* Reading the journal, and what the archivist does with a post: classify, correct, check (one or
 * several at once), void. */
#include "api/journal/journal.h"

#include <string.h>

#include "api/command/bulk.h"
#include "api/command/command.h"
#include "api/command/reason.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/date.h"

void op_get_journal_post(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_journal_post_document(segment, req_id(r, 0));
	req_run_document(r, segment);
}

void op_list_journal_posts(struct req *r)
{
	struct db_segment *segment = req_segment(r, DB_READ);

	q_list_journal_posts(segment, req_query_id(r, "applicationId"), req_query(r, "state"),
			     req_query(r, "documentType"), req_query(r, "from"), req_query(r, "to"),
			     req_query(r, "isChecked"), req_after_id(r), req_limit(r));
	req_run_page(r, segment);
}

static void reply_public(struct req *r, struct db_result *result)
{
	/* Names are not to be found by a search engine years later. */
	http_add_header(r->http, "X-Robots-Tag", "noindex");
	req_reply_page(r, result, 0);
}

void op_list_public_journal(struct req *r)
{
	struct db_segment *segment = db_segment_new(r->arena, DB_READ);

	q_list_public_journal(segment, req_query(r, "county"), req_query(r, "from"),
			      req_query(r, "to"), req_query(r, "caseNumber"), r->after,
			      req_limit(r));
	req_run(r, segment, reply_public);
}

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct journal_post_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct journal_post_facts, id, "id", I64),
	SHAPE_FIELD(struct journal_post_facts, application_id, "applicationId", I64),
	SHAPE_FIELD(struct journal_post_facts, state, "state", TEXT),
	SHAPE_FIELD(struct journal_post_facts, is_file, "isFile", BOOL),
	SHAPE_FIELD(struct journal_post_facts, holds_fnr, "holdsFnr", BOOL),
	SHAPE_FIELD(struct journal_post_facts, today, "today", DATE),
};
static const struct shape facts_shape = SHAPE(struct journal_post_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	q_load_journal_post(segment, act->id);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_journal_post, NULL, act->id);
}

static void record(struct act *act, struct db_segment *segment, const char *reason)
{
	const struct journal_post_facts *facts = act->facts;

	act_record(act, segment,
		   &(struct act_event){"application", facts->application_id, "journal_post",
				       act->id, reason, NULL, 0});
}

/* What is in the archive goes there again with what was corrected. */
static void reopen(struct act *act, struct db_segment *segment)
{
	const struct journal_post_facts *facts = act->facts;

	if (strcmp(facts->state, "A") == 0)
		q_reopen_journal_post(segment, act->id);
}

static const struct shape_field classification_fields[] = {
	SHAPE_OR_NULL(struct journal_classification, exemption, "exemption", TEXT),
	SHAPE_OR_NULL(struct journal_classification, public_title, "publicTitle", TEXT),
	SHAPE_FIELD(struct journal_classification, reason, "reason", TEXT),
};
static const struct shape classification_shape =
	SHAPE(struct journal_classification, classification_fields);

static void decide_classifying(struct act *act)
{
	decide_classify_post(act->facts, act->input, &act->problems);
}

static void apply_classifying(struct act *act, struct db_segment *segment)
{
	const struct journal_classification *input = act->input;

	q_classify_journal_post(segment, act->id, act->version, input->exemption,
				input->public_title, input->reason);
	reopen(act, segment);
	record(act, segment, input->reason);
}

static const struct command classify =
	COMMAND("classify", OP_CLASSIFY_JOURNAL_POST, decide_classifying, apply_classifying);

void op_classify_journal_post(struct req *r)
{
	command_run(r, &classify, req_id(r, 0), req_input(r, &classification_shape));
}

static const struct shape_field correction_fields[] = {
	SHAPE_OR_NULL(struct journal_correction, post_type, "postType", TEXT),
	SHAPE_OR_NULL(struct journal_correction, document_type, "documentType", TEXT),
	SHAPE_OR_NULL(struct journal_correction, title, "title", TEXT),
	SHAPE_OPTIONAL(struct journal_correction, document_date, "documentDate", DATE,
		       has_document_date),
	SHAPE_FIELD(struct journal_correction, reason, "reason", TEXT),
};
static const struct shape correction_shape = SHAPE(struct journal_correction, correction_fields);

static void decide_correcting(struct act *act)
{
	decide_correct_post(act->facts, act->input, &act->problems);
}

static void apply_correcting(struct act *act, struct db_segment *segment)
{
	const struct journal_correction *input = act->input;
	const char *document_date = NULL;

	if (input->has_document_date)
		document_date = date_text(act->r->arena, input->document_date);
	q_correct_journal_post(segment, act->id, act->version, input->post_type,
			       input->document_type, input->title, document_date, input->reason);
	reopen(act, segment);
	record(act, segment, input->reason);
}

static const struct command correct =
	COMMAND("correct", OP_CORRECT_JOURNAL_POST, decide_correcting, apply_correcting);

void op_correct_journal_post(struct req *r)
{
	command_run(r, &correct, req_id(r, 0), req_input(r, &correction_shape));
}

static void decide_checking(struct act *act)
{
	decide_check_post(act->facts, &act->problems);
}

static void apply_checking(struct act *act, struct db_segment *segment)
{
	q_check_journal_post(segment, act->id, act->version);
	record(act, segment, NULL);
}

static const struct command check =
	COMMAND("check", OP_CHECK_JOURNAL_POST, decide_checking, apply_checking);

void op_check_journal_post(struct req *r)
{
	command_run(r, &check, req_id(r, 0), NULL);
}

struct checked_post {
	int64_t id;
	const char *etag;
};

struct check_several {
	struct checked_post *posts;
	size_t n;
};

static const struct shape_field checked_fields[] = {
	SHAPE_FIELD(struct checked_post, id, "journalPostId", ID),
	SHAPE_FIELD(struct checked_post, etag, "etag", TEXT),
};
static const struct shape checked_shape = SHAPE(struct checked_post, checked_fields);

static const struct shape_field several_fields[] = {
	SHAPE_OBJECTS(struct check_several, posts, n, "posts", &checked_shape),
};
static const struct shape several_shape = SHAPE(struct check_several, several_fields);

void op_check_journal_posts(struct req *r)
{
	static const struct bulk_plan plan = {
		.command = &check,
		.member = "journalPostId",
		.list = "posts",
		.body = "",
	};
	const struct check_several *input = req_input(r, &several_shape);
	struct bulk_item *items = arena_alloc(r->arena, input->n * sizeof(*items));

	for (size_t i = 0; i < input->n; i++)
		items[i] = (struct bulk_item){.id = input->posts[i].id,
					      .etag = input->posts[i].etag};
	bulk_run(r, &plan, items, input->n);
}

static void decide_voiding(struct act *act)
{
	decide_void_post(act->facts, &act->problems);
}

static void apply_voiding(struct act *act, struct db_segment *segment)
{
	q_void_journal_post(segment, act->id, act->version);
	record(act, segment, reason_of(act));
}

static const struct command void_post =
	COMMAND("void", OP_VOID_JOURNAL_POST, decide_voiding, apply_voiding);

void op_void_journal_post(struct req *r)
{
	command_run(r, &void_post, req_id(r, 0), req_input(r, &reason_shape));
}

void op_get_journal_post_permitted_actions(struct req *r)
{
	static const struct command *const commands[] = {&classify, &correct, &check, &void_post};

	command_permitted(r, commands, sizeof(commands) / sizeof(commands[0]), req_id(r, 0));
}
