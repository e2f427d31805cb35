#include "api/decisions/facts.h"

#include "lib/json/shape.h"

static const struct shape_field recommendation_fields[] = {
	SHAPE_FIELD(struct recommendation_facts, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct recommendation_facts, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct recommendation_facts, made_by, "madeBy", I64),
	SHAPE_FIELD(struct recommendation_facts, assured_by, "assuredBy", I64),
	SHAPE_LIST(struct recommendation_facts, questioned, n_questioned, "questioned", TEXT),
	SHAPE_OBJECTS(struct recommendation_facts, conditions.list, conditions.n, "conditions",
		      &given_condition_shape),
	SHAPE_OR_NULL(struct recommendation_facts, conditions.json, "conditions", RAW),
};
static const struct shape recommendation_shape =
	SHAPE(struct recommendation_facts, recommendation_fields);

static const struct shape_field authority_fields[] = {
	SHAPE_FIELD(struct authority, body, "body", TEXT),
	SHAPE_OPTIONAL(struct authority, limit_ore, "limitOre", I64, has_limit),
};
static const struct shape authority_shape = SHAPE(struct authority, authority_fields);

static const struct shape_field basis_fields[] = {
	SHAPE_FIELD(struct basis_facts, text, "text", TEXT),
	SHAPE_FIELD(struct basis_facts, valid_from, "validFrom", DATE),
	SHAPE_FIELD(struct basis_facts, valid_to, "validTo", DATE),
	SHAPE_LIST(struct basis_facts, beneficiary_kinds, n_beneficiary_kinds, "beneficiaryKinds",
		   TEXT),
};
static const struct shape basis_shape = SHAPE(struct basis_facts, basis_fields);

static const struct shape_field rule_fields[] = {
	SHAPE_FIELD(struct rule_facts, id, "id", I64),
	SHAPE_FIELD(struct rule_facts, key, "key", TEXT),
	SHAPE_FIELD(struct rule_facts, value, "value", I64),
};
static const struct shape rule_shape = SHAPE(struct rule_facts, rule_fields);

static const struct shape_field available_fields[] = {
	SHAPE_FIELD(struct available_facts, year, "year", I64),
	SHAPE_FIELD(struct available_facts, ore, "ore", I64),
};
static const struct shape available_shape = SHAPE(struct available_facts, available_fields);

static const struct shape_field line_fields[] = {
	SHAPE_FIELD(struct decision_line, id, "id", I64),
	SHAPE_FIELD(struct decision_line, name, "name", TEXT),
	SHAPE_FIELD(struct decision_line, share_bp, "shareBp", I64),
	SHAPE_FIELD(struct decision_line, granted_ore, "grantedOre", I64),
	SHAPE_OBJECTS(struct decision_line, back, n_back, "back", &available_shape),
	SHAPE_OPTIONAL_OBJECT(struct decision_line, authority, "authority", &authority_shape,
			      has_authority),
	SHAPE_OBJECT(struct decision_line, basis, "basis", &basis_shape),
	SHAPE_OBJECTS(struct decision_line, available, n_available, "available", &available_shape),
	SHAPE_OBJECTS(struct decision_line, spoken_for, n_spoken_for, "spokenFor",
		      &available_shape),
};
static const struct shape line_shape = SHAPE(struct decision_line, line_fields);

static const struct shape_field budget_fields[] = {
	SHAPE_FIELD(struct budget_group, cost_group, "costGroup", TEXT),
	SHAPE_FIELD(struct budget_group, earmarked, "earmarked", BOOL),
	SHAPE_FIELD(struct budget_group, amount_ore, "amountOre", I64),
};
static const struct shape budget_shape = SHAPE(struct budget_group, budget_fields);

static const struct shape_field organisation_fields[] = {
	SHAPE_FIELD(struct organisation_costs, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct organisation_costs, ore, "costsOre", I64),
};
static const struct shape organisation_shape =
	SHAPE(struct organisation_costs, organisation_fields);

static const struct shape_field held_fields[] = {
	SHAPE_FIELD(struct held_facts, id, "id", I64),
	SHAPE_FIELD(struct held_facts, release_on, "releaseOn", DATE),
	SHAPE_FIELD(struct held_facts, grants, "grants", BOOL),
	SHAPE_OPTIONAL_OBJECTS(struct held_facts, rules, n_rules, "rules", &rule_shape),
};
static const struct shape held_shape = SHAPE(struct held_facts, held_fields);

static const struct shape_field unheard_fields[] = {
	SHAPE_FIELD(struct unheard_facts, number, "number", I64),
	SHAPE_FIELD(struct unheard_facts, answer_by, "answerBy", DATE),
	SHAPE_FIELD(struct unheard_facts, is_answered, "isAnswered", BOOL),
	SHAPE_FIELD(struct unheard_facts, is_unposted, "isUnposted", BOOL),
};
static const struct shape unheard_shape = SHAPE(struct unheard_facts, unheard_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct decision_facts, applicant_kind, "applicantKind", TEXT),
	SHAPE_FIELD(struct decision_facts, caller_applied, "callerApplied", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct decision_facts, recommendation, "recommendation",
			      &recommendation_shape, has_recommendation),
	SHAPE_OPTIONAL_OBJECT(struct decision_facts, evaluation, "evaluation", &evaluated_shape,
			      has_criteria),
	SHAPE_OBJECTS(struct decision_facts, lines, n_lines, "lines", &line_shape),
	SHAPE_OBJECT(struct decision_facts, meeting, "meeting", &resolved_shape),
	SHAPE_OBJECTS(struct decision_facts, rules, n_rules, "rules", &rule_shape),
	SHAPE_OBJECTS(struct decision_facts, budget, n_budget, "budget", &budget_shape),
	SHAPE_OBJECTS(struct decision_facts, organisations, n_organisations, "organisations",
		      &organisation_shape),
	SHAPE_OBJECTS(struct decision_facts, unheard, n_unheard, "unheard", &unheard_shape),
	SHAPE_OPTIONAL_OBJECT(struct decision_facts, held, "held", &held_shape, has_held),
	SHAPE_OPTIONAL(struct decision_facts, release_on, "releaseOn", DATE, has_release),
	SHAPE_FIELD(struct decision_facts, hold_days, "holdDays", I64),
	SHAPE_LIST(struct decision_facts, dated, n_dated, "datedConditions", TEXT),
	SHAPE_FIELD(struct decision_facts, decision_id, "decisionId", I64),
	SHAPE_FIELD(struct decision_facts, grant_id, "grantId", I64),
};
const struct shape decision_facts_shape = SHAPE(struct decision_facts, fields);
