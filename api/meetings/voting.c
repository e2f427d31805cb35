/* Proposals are made, put to the vote, voted on and counted. */
#include <inttypes.h>

#include "api/meetings/commands.h"
#include "api/meetings/votes.h"
#include "api/operations.gen.h"
#include "api/queries.gen.h"

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct proposal_input, item_id, "itemId", ID),
	SHAPE_FIELD(struct proposal_input, outcome, "outcome", TEXT),
	SHAPE_OPTIONAL(struct proposal_input, amount_ore, "amountOre", I64, has_amount),
	SHAPE_FIELD(struct proposal_input, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct proposal_input, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct proposal_input, conditions.json, "conditions", RAW),
	SHAPE_OPTIONAL_LIST(struct proposal_input, lifts, n_lifts, "liftedConditions", I64),
};
static const struct shape proposal_shape = SHAPE(struct proposal_input, proposal_fields);

static void load_item(struct act *act, struct db_segment *segment)
{
	const struct proposal_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.item_id = input == NULL ? NULL : &input->item_id});
}

static void decide_proposing(struct act *act)
{
	decide_propose(act->facts, act->input, &act->problems);
}

static void apply_proposing(struct act *act, struct db_segment *segment)
{
	const struct meeting_facts *facts = act->facts;
	const struct proposal_input *input = act->input;

	q_insert_proposal(segment, facts->next_proposal, input->item_id, input->outcome,
			  input->amount_ore, input->grounds,
			  conditions_of(facts, input),
			  db_arg_i64s(act->r->arena, input->lifts, input->n_lifts));
	q_touch_meeting(segment, act->id, &act->version, false);
	act_record(act, segment,
		   &(struct act_event){"meeting", act->id, "proposal", facts->next_proposal, NULL,
				       act_outcome_detail(act, input->outcome,
							  input->amount_ore),
				       0});
}

const struct command propose_outcome = MEETING_COMMAND(
	"propose-outcome", OP_PROPOSE_OUTCOME, load_item, decide_proposing, apply_proposing);

void op_propose_outcome(struct req *r)
{
	command_run(r, &propose_outcome, req_id(r, 0), req_input(r, &proposal_shape));
}

static const struct shape_field ballot_fields[] = {
	SHAPE_FIELD(struct vote_input, proposal_id, "proposalId", ID),
	SHAPE_OPTIONAL(struct vote_input, presided_by, "presidedBy", ID, has_presided_by),
	SHAPE_OR_NULL(struct vote_input, vote, "vote", TEXT),
};
static const struct shape ballot_shape = SHAPE(struct vote_input, ballot_fields);

static void load_ballot(struct act *act, struct db_segment *segment)
{
	const struct vote_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.proposal_id = input == NULL ? NULL : &input->proposal_id});
}

static void decide_putting(struct act *act)
{
	decide_put_to_vote(act->facts, act->input, &act->problems);
}

static void apply_putting(struct act *act, struct db_segment *segment)
{
	const struct vote_input *input = act->input;

	q_put_to_vote(segment, input->proposal_id, president_of(act->facts, input));
	q_touch_meeting(segment, act->id, &act->version, false);
	meeting_record(act, segment, "proposal", input->proposal_id, NULL);
}

static void warn(struct act *act, struct problems *warnings)
{
	warn_of_money(act->facts, warnings);
}

const struct command put_to_vote = {
	.action = "put-to-vote",
	.operation = OP_PUT_TO_VOTE,
	.facts = &meeting_facts_shape,
	.status = 200,
	.load = load_ballot,
	.decide = decide_putting,
	.apply = apply_putting,
	.reply = meeting_reply,
	.caution = warn,
};

void op_put_to_vote(struct req *r)
{
	command_run(r, &put_to_vote, req_id(r, 0), req_input(r, &ballot_shape));
}

/* Of a proposal, with what was voted or what it came to. */
static void record_ballot(struct act *act, struct db_segment *segment, const char *detail)
{
	const struct vote_input *input = act->input;

	act_record(act, segment,
		   &(struct act_event){"meeting", act->id, "proposal", input->proposal_id, NULL,
				       detail, 0});
}

/* Without If-Match, and whatever version the meeting has: members vote at the same time. */
static void load_vote(struct act *act, struct db_segment *segment)
{
	const struct vote_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.proposal_id = input == NULL ? NULL : &input->proposal_id,
					.votes = true});
}

static void decide_casting(struct act *act)
{
	decide_cast(act->facts, act->input, &act->problems);
}

static void apply_casting(struct act *act, struct db_segment *segment)
{
	const struct vote_input *input = act->input;

	q_cast_vote(segment, input->proposal_id, input->vote);
	q_touch_meeting(segment, act->id, NULL, false);
	record_ballot(act, segment, arena_printf(act->r->arena, "{\"vote\":\"%s\"}", input->vote));
}

const struct command cast_vote =
	MEETING_COMMAND("cast-vote", OP_CAST_VOTE, load_vote, decide_casting, apply_casting);

void op_cast_vote(struct req *r)
{
	command_run(r, &cast_vote, req_id(r, 0), req_input(r, &ballot_shape));
}

static const struct shape_field hand_fields[] = {
	SHAPE_FIELD(struct hand, person_id, "personId", ID),
	SHAPE_FIELD(struct hand, vote, "vote", TEXT),
};
static const struct shape hand_shape = SHAPE(struct hand, hand_fields);

static const struct shape_field hands_fields[] = {
	SHAPE_FIELD(struct hands_input, proposal_id, "proposalId", ID),
	SHAPE_OBJECTS(struct hands_input, hands, n_hands, "votes", &hand_shape),
	SHAPE_FIELD(struct hands_input, hands_json, "votes", RAW),
};
static const struct shape hands_shape = SHAPE(struct hands_input, hands_fields);

static void load_hands(struct act *act, struct db_segment *segment)
{
	const struct hands_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.proposal_id = input == NULL ? NULL : &input->proposal_id});
}

static void decide_entering(struct act *act)
{
	decide_hands(act->facts, act->input, &act->problems);
}

static void apply_entering(struct act *act, struct db_segment *segment)
{
	const struct hands_input *input = act->input;

	q_mark_by_hands(segment, input->proposal_id);
	q_enter_hands(segment, input->proposal_id, input->hands_json);
	q_touch_meeting(segment, act->id, &act->version, false);
	meeting_record(act, segment, "proposal", input->proposal_id, NULL);
}

const struct command enter_hands = MEETING_COMMAND("enter-show-of-hands", OP_ENTER_SHOW_OF_HANDS,
						   load_hands, decide_entering, apply_entering);

void op_enter_show_of_hands(struct req *r)
{
	command_run(r, &enter_hands, req_id(r, 0), req_input(r, &hands_shape));
}

static void decide_ending(struct act *act)
{
	decide_end_vote(act->facts, act->input, act->effects, &act->problems);
}

static void apply_ending(struct act *act, struct db_segment *segment)
{
	const struct vote_input *input = act->input;
	const struct tally *tally = act->effects;
	const char *state = tally->is_carried ? "carried" : "fell";

	q_end_vote(segment, input->proposal_id, state);
	q_touch_meeting(segment, act->id, &act->version, false);
	record_ballot(act, segment,
		      arena_printf(act->r->arena,
				   "{\"state\":\"%s\",\"for\":%" PRId64 ",\"against\":%" PRId64 "}",
				   state, tally->n_for, tally->n_against));
}

const struct command end_vote = {
	.action = "end-vote",
	.operation = OP_END_VOTE,
	.facts = &meeting_facts_shape,
	.effects_size = sizeof(struct tally),
	.status = 200,
	.load = load_ballot,
	.decide = decide_ending,
	.apply = apply_ending,
	.reply = meeting_reply,
	.caution = warn,
};

void op_end_vote(struct req *r)
{
	command_run(r, &end_vote, req_id(r, 0), req_input(r, &ballot_shape));
}

static const struct shape_field abandon_fields[] = {
	SHAPE_FIELD(struct abandon_input, proposal_id, "proposalId", ID),
	SHAPE_FIELD(struct abandon_input, reason, "reason", TEXT),
};
static const struct shape abandon_shape = SHAPE(struct abandon_input, abandon_fields);

static void load_abandoned(struct act *act, struct db_segment *segment)
{
	const struct abandon_input *input = act->input;

	meeting_load_about(
		act, segment,
		&(struct meeting_about){.proposal_id = input == NULL ? NULL : &input->proposal_id});
}

static void decide_abandoning(struct act *act)
{
	decide_abandon(act->facts, act->input, &act->problems);
}

static void apply_abandoning(struct act *act, struct db_segment *segment)
{
	const struct abandon_input *input = act->input;

	q_abandon_vote(segment, input->proposal_id, input->reason);
	q_touch_meeting(segment, act->id, &act->version, false);
	meeting_record(act, segment, "proposal", input->proposal_id, input->reason);
}

const struct command abandon_vote = MEETING_COMMAND("abandon-vote", OP_ABANDON_VOTE, load_abandoned,
						    decide_abandoning, apply_abandoning);

void op_abandon_vote(struct req *r)
{
	command_run(r, &abandon_vote, req_id(r, 0), req_input(r, &abandon_shape));
}
