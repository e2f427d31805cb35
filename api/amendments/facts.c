#include "api/amendments/facts.h"

#include "lib/json/shape.h"

static const struct shape_field place_fields[] = {
	SHAPE_FIELD(struct budget_place, cost_group, "costGroup", TEXT),
	SHAPE_OR_NULL(struct budget_place, partner, "partnerOrgnr", TEXT),
};
static const struct shape place_shape = SHAPE(struct budget_place, place_fields);

static const struct shape_field move_fields[] = {
	SHAPE_OPTIONAL_OBJECT(struct budget_move, from, "from", &place_shape, has_from),
	SHAPE_OPTIONAL_OBJECT(struct budget_move, to, "to", &place_shape, has_to),
	SHAPE_FIELD(struct budget_move, amount_ore, "amountOre", I64),
};
const struct shape budget_move_shape = SHAPE(struct budget_move, move_fields);

static const struct shape_field line_fields[] = {
	SHAPE_FIELD(struct budget_line, place.cost_group, "costGroup", TEXT),
	SHAPE_OR_NULL(struct budget_line, place.partner, "partnerOrgnr", TEXT),
	SHAPE_FIELD(struct budget_line, budget_ore, "budgetOre", I64),
	SHAPE_FIELD(struct budget_line, claimed_ore, "claimedOre", I64),
};
static const struct shape line_shape = SHAPE(struct budget_line, line_fields);

static const struct shape_field group_fields[] = {
	SHAPE_FIELD(struct line_group, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct line_group, name, "name", TEXT),
	SHAPE_FIELD(struct line_group, earmarked, "earmarked", BOOL),
	SHAPE_OPTIONAL(struct line_group, max_share_bp, "maxShareBp", I64, has_cap),
};
static const struct shape group_shape = SHAPE(struct line_group, group_fields);

static const struct shape_field partner_fields[] = {
	SHAPE_FIELD(struct line_partner, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct line_partner, name, "name", TEXT),
	SHAPE_FIELD(struct line_partner, has_left, "hasLeft", BOOL),
};
static const struct shape partner_shape = SHAPE(struct line_partner, partner_fields);

static const struct shape_field budget_fields[] = {
	SHAPE_FIELD(struct budget, lead, "lead", TEXT),
	SHAPE_OBJECTS(struct budget, lines, n_lines, "lines", &line_shape),
	SHAPE_OBJECTS(struct budget, groups, n_groups, "groups", &group_shape),
	SHAPE_OBJECTS(struct budget, partners, n_partners, "partners", &partner_shape),
};
static const struct shape budget_shape = SHAPE(struct budget, budget_fields);

static const struct shape_field planned_fields[] = {
	SHAPE_FIELD(struct planned_fagpartner, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct planned_fagpartner, name, "name", TEXT),
	SHAPE_FIELD(struct planned_fagpartner, role, "role", TEXT),
	SHAPE_FIELD(struct planned_fagpartner, hours, "hours", I64),
	SHAPE_FIELD(struct planned_fagpartner, hourly_ore, "hourlyOre", I64),
	SHAPE_OR_NULL(struct planned_fagpartner, relation, "relation", TEXT),
};
const struct shape planned_fagpartner_shape = SHAPE(struct planned_fagpartner, planned_fields);

static const struct shape_field standing_fields[] = {
	SHAPE_FIELD(struct fagpartner_standing, is_registered, "isRegistered", BOOL),
	SHAPE_FIELD(struct fagpartner_standing, is_insolvent, "isInsolvent", BOOL),
	SHAPE_FIELD(struct fagpartner_standing, is_party, "isParty", BOOL),
};
const struct shape fagpartner_standing_shape = SHAPE(struct fagpartner_standing, standing_fields);

static const struct shape_field amended_fields[] = {
	SHAPE_FIELD(struct amended_grant, today, "today", DATE),
	SHAPE_FIELD(struct amended_grant, state, "state", TEXT),
	SHAPE_OPTIONAL(struct amended_grant, accept_by, "acceptBy", DATE, has_accept_by),
	SHAPE_OPTIONAL(struct amended_grant, ends_on, "endsOn", DATE, has_end),
	SHAPE_FIELD(struct amended_grant, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct amended_grant, applied_ore, "appliedOre", I64),
	SHAPE_FIELD(struct amended_grant, remaining_ore, "remainingOre", I64),
	SHAPE_OPTIONAL(struct amended_grant, final_number, "finalNumber", I64, has_final),
	SHAPE_OPTIONAL(struct amended_grant, open_number, "openNumber", I64, has_open),
	SHAPE_OBJECT(struct amended_grant, budget, "budget", &budget_shape),
	SHAPE_OBJECTS(struct amended_grant, fagpartnere.list, fagpartnere.n, "fagpartnere",
		      &planned_fagpartner_shape),
};
static const struct shape amended_shape = SHAPE(struct amended_grant, amended_fields);

static const struct shape_field named_fields[] = {
	SHAPE_FIELD(struct named_organisation, id, "organisationId", I64),
	SHAPE_FIELD(struct named_organisation, name, "name", TEXT),
	SHAPE_FIELD(struct named_organisation, is_partner, "isPartner", BOOL),
};
static const struct shape named_shape = SHAPE(struct named_organisation, named_fields);

static const struct shape_field new_fields[] = {
	SHAPE_OBJECT(struct new_amendment_facts, grant, "grant", &grant_facts_shape),
	SHAPE_FIELD(struct new_amendment_facts, id, "id", I64),
	SHAPE_OBJECT(struct new_amendment_facts, amended, "amended", &amended_shape),
	SHAPE_LIST(struct new_amendment_facts, open, n_open, "open", TEXT),
	SHAPE_OBJECTS(struct new_amendment_facts, named, n_named, "named", &named_shape),
	SHAPE_OBJECTS(struct new_amendment_facts, standings.list, standings.n, "standings",
		      &fagpartner_standing_shape),
	SHAPE_OBJECTS(struct new_amendment_facts, overlaps, n_overlaps, "overlaps", &overlap_shape),
};
const struct shape new_amendment_facts_shape = SHAPE(struct new_amendment_facts, new_fields);

static const struct shape_field asked_fields[] = {
	SHAPE_FIELD(struct asked_about, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct asked_about, name, "name", TEXT),
	SHAPE_FIELD(struct asked_about, state, "state", TEXT),
	SHAPE_OPTIONAL(struct asked_about, answer_by, "answerBy", DATE, is_heard),
	SHAPE_FIELD(struct asked_about, is_unposted, "isUnposted", BOOL),
	SHAPE_FIELD(struct asked_about, is_current, "isCurrent", BOOL),
};
static const struct shape asked_shape = SHAPE(struct asked_about, asked_fields);

static const struct shape_field change_fields[] = {
	SHAPE_LIST(struct partner_change, leaving, n_leaving, "leaving", TEXT),
	SHAPE_OBJECTS(struct partner_change, entering, n_entering, "entering", &asked_shape),
	SHAPE_OBJECTS(struct partner_change, staying, n_staying, "staying", &asked_shape),
	SHAPE_OBJECTS(struct partner_change, heard, n_heard, "heard", &asked_shape),
};
static const struct shape change_shape = SHAPE(struct partner_change, change_fields);

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct amendment_proposal, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct amendment_proposal, grounds, "grounds", TEXT),
	SHAPE_FIELD(struct amendment_proposal, made_by, "madeBy", I64),
	SHAPE_OR_NULL(struct amendment_proposal, questioned, "questioned", TEXT),
	SHAPE_OPTIONAL(struct amendment_proposal, terms.until, "until", DATE, terms.has_until),
	SHAPE_OPTIONAL(struct amendment_proposal, terms.amount_ore, "amountOre", I64,
		       terms.has_amount),
	SHAPE_OPTIONAL_OBJECTS(struct amendment_proposal, terms.moves, terms.n_moves, "moves",
			       &budget_move_shape),
	SHAPE_OR_NULL(struct amendment_proposal, terms.moves_json, "moves", RAW),
	SHAPE_OPTIONAL(struct amendment_proposal, terms.year, "year", I64, terms.has_year),
};
static const struct shape proposal_shape = SHAPE(struct amendment_proposal, proposal_fields);

static const struct shape_field back_fields[] = {
	SHAPE_FIELD(struct given_back, costs_ore, "costsOre", I64),
	SHAPE_FIELD(struct given_back, amount_ore, "amountOre", I64),
};
static const struct shape back_shape = SHAPE(struct given_back, back_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct amendment_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct amendment_facts, today, "today", DATE),
	SHAPE_FIELD(struct amendment_facts, id, "id", I64),
	SHAPE_FIELD(struct amendment_facts, state, "state", TEXT),
	SHAPE_FIELD(struct amendment_facts, kind, "kind", TEXT),
	SHAPE_FIELD(struct amendment_facts, is_of_county, "isOfCounty", BOOL),
	SHAPE_OR_NULL(struct amendment_facts, partner, "partner", TEXT),
	SHAPE_FIELD(struct amendment_facts, asked_by, "askedBy", I64),
	SHAPE_FIELD(struct amendment_facts, application_version, "applicationVersion", I64),
	SHAPE_OBJECT(struct amendment_facts, application, "application", &application_facts_shape),
	SHAPE_OPTIONAL_OBJECT(struct amendment_facts, grant, "grant", &changed_grant_shape,
			      has_grant),
	SHAPE_OBJECT(struct amendment_facts, amended, "amended", &amended_shape),
	SHAPE_OBJECT(struct amendment_facts, change, "change", &change_shape),
	SHAPE_OPTIONAL(struct amendment_facts, asked.until, "askedUntil", DATE, asked.has_until),
	SHAPE_OPTIONAL(struct amendment_facts, asked.amount_ore, "askedOre", I64, asked.has_amount),
	SHAPE_OBJECTS(struct amendment_facts, asked.moves, asked.n_moves, "askedMoves",
		      &budget_move_shape),
	SHAPE_OBJECTS(struct amendment_facts, fagpartnere.list, fagpartnere.n, "fagpartnere",
		      &planned_fagpartner_shape),
	SHAPE_OBJECTS(struct amendment_facts, standings.list, standings.n, "standings",
		      &fagpartner_standing_shape),
	SHAPE_OBJECTS(struct amendment_facts, overlaps, n_overlaps, "overlaps", &overlap_shape),
	SHAPE_FIELD(struct amendment_facts, overlaps_json, "overlaps", RAW),
	SHAPE_FIELD(struct amendment_facts, had_notice, "hadNotice", BOOL),
	SHAPE_OBJECT(struct amendment_facts, meeting, "meeting", &resolved_shape),
	SHAPE_OR_NULL(struct amendment_facts, allowed, "allowed", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct amendment_facts, back, "takenUp", &back_shape, is_taken_up),
	SHAPE_OPTIONAL(struct amendment_facts, appeal_number, "appealNumber", I64, is_appealed),
	SHAPE_OPTIONAL_OBJECT(struct amendment_facts, proposal, "proposal", &proposal_shape,
			      has_proposal),
};
const struct shape amendment_facts_shape = SHAPE(struct amendment_facts, fields);
