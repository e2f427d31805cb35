#include "api/meetings/facts.h"

#include "lib/json/shape.h"

static const struct shape_field member_fields[] = {
	SHAPE_FIELD(struct body_member, person_id, "personId", I64),
	SHAPE_OR_NULL(struct body_member, name, "name", TEXT),
	SHAPE_FIELD(struct body_member, seat, "seat", TEXT),
};
static const struct shape member_shape = SHAPE(struct body_member, member_fields);

static const struct shape_field candidate_fields[] = {
	SHAPE_FIELD(struct meeting_candidate, kind, "kind", TEXT),
	SHAPE_FIELD(struct meeting_candidate, state, "state", TEXT),
	SHAPE_OR_NULL(struct meeting_candidate, case_number, "caseNumber", TEXT),
	SHAPE_OR_NULL(struct meeting_candidate, before, "before", TEXT),
	SHAPE_FIELD(struct meeting_candidate, is_of_body, "isOfBody", BOOL),
	SHAPE_OPTIONAL(struct meeting_candidate, is_told, "isTold", BOOL, has_told),
	SHAPE_OPTIONAL(struct meeting_candidate, comment_by, "commentBy", DATE, may_comment),
	SHAPE_LIST(struct meeting_candidate, questioned, n_questioned, "questioned", TEXT),
};
static const struct shape candidate_shape = SHAPE(struct meeting_candidate, candidate_fields);

static const struct shape_field voter_fields[] = {
	SHAPE_FIELD(struct voter, person_id, "personId", I64),
	SHAPE_OR_NULL(struct voter, name, "name", TEXT),
	SHAPE_FIELD(struct voter, seat, "seat", TEXT),
	SHAPE_FIELD(struct voter, is_present, "isPresent", BOOL),
	SHAPE_OR_NULL(struct voter, why_out, "whyOut", TEXT),
	SHAPE_FIELD(struct voter, votes, "votes", BOOL),
	SHAPE_OR_NULL(struct voter, vote, "vote", TEXT),
};
static const struct shape voter_shape = SHAPE(struct voter, voter_fields);

static const struct shape_field appeal_fields[] = {
	SHAPE_FIELD(struct item_appeal, body, "body", TEXT),
	SHAPE_FIELD(struct item_appeal, limit_ore, "limitOre", I64),
	SHAPE_FIELD(struct item_appeal, is_of_board, "isOfBoard", BOOL),
	SHAPE_FIELD(struct item_appeal, is_of_dismissal, "isOfDismissal", BOOL),
	SHAPE_FIELD(struct item_appeal, is_of_refusal, "isOfRefusal", BOOL),
	SHAPE_FIELD(struct item_appeal, stake_ore, "stakeOre", I64),
	SHAPE_OPTIONAL(struct item_appeal, comment_by, "commentBy", DATE, may_comment),
	SHAPE_LIST(struct item_appeal, standing, n_standing, "standing", I64),
	SHAPE_FIELD(struct item_appeal, stake.decided_ore, "decidedOre", I64),
	SHAPE_FIELD(struct item_appeal, stake.asked_ore, "askedOre", I64),
	SHAPE_FIELD(struct item_appeal, stake.has_asked, "hasAsked", BOOL),
	SHAPE_FIELD(struct item_appeal, stake.has_conditions, "hasConditions", BOOL),
	SHAPE_FIELD(struct item_appeal, stake.lifts, "lifts", BOOL),
	SHAPE_FIELD(struct item_appeal, stake.is_sent_back, "isSentBack", BOOL),
	SHAPE_FIELD(struct item_appeal, stake.has_grant, "hasGrant", BOOL),
	SHAPE_FIELD(struct item_appeal, stake.is_of_amendment, "isOfAmendment", BOOL),
};
static const struct shape appeal_shape = SHAPE(struct item_appeal, appeal_fields);

static const struct shape_field item_fields[] = {
	SHAPE_FIELD(struct meeting_item, id, "id", I64),
	SHAPE_FIELD(struct meeting_item, kind, "kind", TEXT),
	SHAPE_FIELD(struct meeting_item, state, "state", TEXT),
	SHAPE_FIELD(struct meeting_item, applied_ore, "appliedOre", I64),
	SHAPE_OPTIONAL_OBJECT(struct meeting_item, appeal, "appeal", &appeal_shape, is_appeal),
	SHAPE_LIST(struct meeting_item, questioned, n_questioned, "questioned", TEXT),
	SHAPE_FIELD(struct meeting_item, is_as_sent, "isAsSent", BOOL),
	SHAPE_OPTIONAL_OBJECTS(struct meeting_item, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct meeting_item, conditions.json, "conditions", RAW),
	SHAPE_OBJECTS(struct meeting_item, voters, n_voters, "voters", &voter_shape),
};
static const struct shape item_shape = SHAPE(struct meeting_item, item_fields);

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct meeting_proposal, id, "id", I64),
	SHAPE_FIELD(struct meeting_proposal, state, "state", TEXT),
	SHAPE_FIELD(struct meeting_proposal, by_hands, "byHands", BOOL),
	SHAPE_FIELD(struct meeting_proposal, presided_by, "presidedBy", I64),
};
static const struct shape proposal_shape = SHAPE(struct meeting_proposal, proposal_fields);

static const struct shape_field money_fields[] = {
	SHAPE_FIELD(struct line_money, line, "line", TEXT),
	SHAPE_FIELD(struct line_money, year, "year", I64),
	SHAPE_FIELD(struct line_money, left_ore, "leftOre", I64),
	SHAPE_FIELD(struct line_money, resolved_ore, "resolvedOre", I64),
	SHAPE_FIELD(struct line_money, part_ore, "partOre", I64),
};
static const struct shape money_shape = SHAPE(struct line_money, money_fields);

static const struct shape_field minutes_fields[] = {
	SHAPE_FIELD(struct meeting_minutes, edition, "edition", I64),
	SHAPE_FIELD(struct meeting_minutes, state, "state", TEXT),
	SHAPE_FIELD(struct meeting_minutes, written_by, "writtenBy", I64),
};
static const struct shape minutes_shape = SHAPE(struct meeting_minutes, minutes_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct meeting_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct meeting_facts, id, "id", I64),
	SHAPE_FIELD(struct meeting_facts, state, "state", TEXT),
	SHAPE_FIELD(struct meeting_facts, is_changed, "isChanged", BOOL),
	SHAPE_LIST(struct meeting_facts, unready, n_unready, "unready", TEXT),
	SHAPE_FIELD(struct meeting_facts, on_day, "onDay", DATE),
	SHAPE_FIELD(struct meeting_facts, early_days, "earlyDays", I64),
	SHAPE_FIELD(struct meeting_facts, is_past, "isPast", BOOL),
	SHAPE_FIELD(struct meeting_facts, presided_by, "presidedBy", I64),
	SHAPE_FIELD(struct meeting_facts, has_casting_vote, "hasCastingVote", BOOL),
	SHAPE_FIELD(struct meeting_facts, quorum, "quorum", I64),
	SHAPE_FIELD(struct meeting_facts, today, "today", DATE),
	SHAPE_LIST(struct meeting_facts, dated, n_dated, "datedConditions", TEXT),
	SHAPE_OBJECTS(struct meeting_facts, members, n_members, "members", &member_shape),
	SHAPE_FIELD(struct meeting_facts, n_listed, "nListed", I64),
	SHAPE_FIELD(struct meeting_facts, is_voting, "isVoting", BOOL),
	SHAPE_FIELD(struct meeting_facts, is_closed, "isClosed", BOOL),
	SHAPE_FIELD(struct meeting_facts, is_agenda_closed, "isAgendaClosed", BOOL),
	SHAPE_FIELD(struct meeting_facts, answers_for_minutes, "answersForMinutes", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct meeting_facts, candidate, "candidate", &candidate_shape,
			      has_candidate),
	SHAPE_OPTIONAL_OBJECT(struct meeting_facts, item, "item", &item_shape, has_item),
	SHAPE_OPTIONAL_OBJECT(struct meeting_facts, proposal, "proposal", &proposal_shape,
			      has_proposal),
	SHAPE_FIELD(struct meeting_facts, is_proposal_closed, "isProposalClosed", BOOL),
	SHAPE_OBJECTS(struct meeting_facts, money, n_money, "money", &money_shape),
	SHAPE_OPTIONAL_OBJECT(struct meeting_facts, minutes, "minutes", &minutes_shape,
			      has_minutes),
	SHAPE_FIELD(struct meeting_facts, next_id, "nextId", I64),
	SHAPE_FIELD(struct meeting_facts, next_proposal, "nextProposal", I64),
	SHAPE_OR_NULL(struct meeting_facts, record, "record", RAW),
};
const struct shape meeting_facts_shape = SHAPE(struct meeting_facts, fields);
