/* A chunk of a document on its way. It is no step of the case: that is completing the document. */
#include "api/command/command.h"
#include "api/documents/documents.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "lib/base/hex.h"
#include "lib/http/request.h"

static const struct shape_field facts_fields[] = {
	SHAPE_OBJECT(struct chunk_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct chunk_facts, id, "id", I64),
	SHAPE_FIELD(struct chunk_facts, state, "state", TEXT),
	SHAPE_FIELD(struct chunk_facts, bytes, "bytes", I64),
	SHAPE_OR_NULL(struct chunk_facts, sha256, "sha256", TEXT),
};
static const struct shape facts_shape = SHAPE(struct chunk_facts, facts_fields);

static void load(struct act *act, struct db_segment *segment)
{
	const struct chunk_input *input = act->input;

	q_load_chunk(segment, act->id, (int32_t)input->number);
}

static void decide(struct act *act)
{
	decide_put_chunk(act->facts, act->input, &act->problems);
}

static void apply(struct act *act, struct db_segment *segment)
{
	const struct chunk_facts *facts = act->facts;
	const struct chunk_input *input = act->input;

	if (facts->sha256 == NULL)
		q_insert_chunk(segment, act->id, (int32_t)input->number, input->hex);
}

static void reply(struct act *act, struct db_segment *segment)
{
	act_reply(act, segment, q_reply_document, NULL, act->id);
}

static const struct command put_chunk = COMMAND("chunk", OP_PUT_CHUNK, decide, apply);

static const char *hex_of(struct req *r, const void *bytes, size_t len)
{
	char *hex = arena_alloc(r->arena, HEX_SIZE(len));

	hex_encode(bytes, len, hex);
	return hex;
}

void op_put_chunk(struct req *r)
{
	struct chunk_input *input = arena_alloc(r->arena, sizeof(*input));
	const void *bytes = http_body(r->http, &input->bytes);

	input->number = req_id(r, 1);
	input->sha256 = r->fingerprint;
	input->hex = hex_of(r, bytes, input->bytes);
	command_run(r, &put_chunk, req_id(r, 0), input);
}
