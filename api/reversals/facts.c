#include "api/reversals/reversals.h"

#include "lib/json/shape.h"

static const struct shape_field reversed_fields[] = {
	SHAPE_OPTIONAL(struct reversed, id, "id", I64, has_id),
	SHAPE_FIELD(struct reversed, decision_id, "decisionId", I64),
	SHAPE_FIELD(struct reversed, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct reversed, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct reversed, year, "year", I64),
	SHAPE_OR_NULL(struct reversed, met, "met", TEXT),
	SHAPE_FIELD(struct reversed, may_harm, "mayHarm", BOOL),
	SHAPE_FIELD(struct reversed, needs_provision, "needsProvision", BOOL),
	SHAPE_FIELD(struct reversed, needs_superior, "needsSuperior", BOOL),
	SHAPE_FIELD(struct reversed, needs_unreached, "needsUnreached", BOOL),
	SHAPE_FIELD(struct reversed, is_unreached, "isUnreached", BOOL),
	SHAPE_FIELD(struct reversed, is_held, "isHeld", BOOL),
	SHAPE_FIELD(struct reversed, had_notice, "hadNotice", BOOL),
	SHAPE_FIELD(struct reversed, known_on, "knownOn", DATE),
	SHAPE_OPTIONAL(struct reversed, noticed_on, "noticedOn", DATE, is_noticed),
	SHAPE_FIELD(struct reversed, is_on_appeal, "isOnAppeal", BOOL),
	SHAPE_OPTIONAL(struct reversed, notice_days, "noticeDays", I64, has_notice_days),
	SHAPE_OPTIONAL(struct reversed, months, "months", I64, has_months),
	SHAPE_OPTIONAL(struct reversed, appeal_days, "appealDays", I64, has_appeal_days),
	SHAPE_OPTIONAL_OBJECT(struct reversed, grant, "grant", &changed_grant_shape, has_grant),
	SHAPE_OPTIONAL(struct reversed, appeal_number, "appealNumber", I64, is_appealed),
	SHAPE_OPTIONAL(struct reversed, asked_ore, "askedOre", I64, has_asked),
	SHAPE_FIELD(struct reversed, is_of_amendment, "isOfAmendment", BOOL),
};
const struct shape reversed_shape = SHAPE(struct reversed, reversed_fields);

static const struct shape_field superior_fields[] = {
	SHAPE_FIELD(struct superior, body, "body", TEXT),
	SHAPE_FIELD(struct superior, resolution, "resolution", TEXT),
	SHAPE_FIELD(struct superior, resolved_on, "resolvedOn", DATE),
};
static const struct shape superior_shape = SHAPE(struct superior, superior_fields);

static const struct shape_field terms_fields[] = {
	SHAPE_FIELD(struct reversal_terms, ground, "ground", TEXT),
	SHAPE_OR_NULL(struct reversal_terms, provision, "provision", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct reversal_terms, superior, "superior", &superior_shape,
			      has_superior),
	SHAPE_FIELD(struct reversal_terms, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct reversal_terms, amount_ore, "amountOre", I64),
	SHAPE_OPTIONAL(struct reversal_terms, year, "year", I64, has_year),
	SHAPE_OPTIONAL_OBJECTS(struct reversal_terms, conditions.list, conditions.n, "conditions",
			       &given_condition_shape),
	SHAPE_OR_NULL(struct reversal_terms, conditions.json, "conditions", RAW),
	SHAPE_FIELD(struct reversal_terms, grounds, "grounds", TEXT),
	SHAPE_OR_NULL(struct reversal_terms, open_appeal, "openAppeal", TEXT),
};
const struct shape reversal_terms_shape = SHAPE(struct reversal_terms, terms_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct reversal_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct reversal_facts, today, "today", DATE),
	SHAPE_FIELD(struct reversal_facts, id, "id", I64),
	SHAPE_FIELD(struct reversal_facts, state, "state", TEXT),
	SHAPE_FIELD(struct reversal_facts, decision_id, "decisionId", I64),
	SHAPE_FIELD(struct reversal_facts, application_version, "applicationVersion", I64),
	SHAPE_OBJECT(struct reversal_facts, application, "application", &application_facts_shape),
	SHAPE_OBJECT(struct reversal_facts, terms, "terms", &reversal_terms_shape),
	SHAPE_OBJECT(struct reversal_facts, meeting, "meeting", &resolved_shape),
	SHAPE_FIELD(struct reversal_facts, proposed_by, "proposedBy", I64),
	SHAPE_OR_NULL(struct reversal_facts, questioned, "questioned", TEXT),
};
const struct shape reversal_facts_shape = SHAPE(struct reversal_facts, fields);
