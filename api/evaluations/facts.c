#include "api/evaluations/facts.h"

#include "lib/json/shape.h"

static const struct shape_field case_fields[] = {
	SHAPE_FIELD(struct evaluated_case, id, "id", I64),
	SHAPE_FIELD(struct evaluated_case, state, "state", TEXT),
	SHAPE_OPTIONAL(struct evaluated_case, caseworker_id, "caseworkerId", I64, has_caseworker),
	SHAPE_OR_NULL(struct evaluated_case, caseworker, "caseworker", TEXT),
	SHAPE_FIELD(struct evaluated_case, caller_applied, "callerApplied", BOOL),
};
static const struct shape case_shape = SHAPE(struct evaluated_case, case_fields);

static const struct shape_field criterion_fields[] = {
	SHAPE_FIELD(struct weighed_criterion, id, "id", I64),
	SHAPE_FIELD(struct weighed_criterion, weight_bp, "weightBp", I64),
	SHAPE_OPTIONAL(struct weighed_criterion, minimum, "minimum", I64, has_minimum),
};
static const struct shape criterion_shape = SHAPE(struct weighed_criterion, criterion_fields);

static const struct shape_field assessor_fields[] = {
	SHAPE_FIELD(struct assessor, person_id, "personId", I64),
	SHAPE_OR_NULL(struct assessor, name, "name", TEXT),
	SHAPE_FIELD(struct assessor, state, "state", TEXT),
	SHAPE_FIELD(struct assessor, is_questioned, "isQuestioned", BOOL),
};
const struct shape assessor_shape = SHAPE(struct assessor, assessor_fields);

static const struct shape_field given_fields[] = {
	SHAPE_FIELD(struct given_score, criterion_id, "criterionId", I64),
	SHAPE_FIELD(struct given_score, score, "score", I64),
};
static const struct shape given_shape = SHAPE(struct given_score, given_fields);

static const struct shape_field candidate_fields[] = {
	SHAPE_OR_NULL(struct candidate, name, "name", TEXT),
	SHAPE_FIELD(struct candidate, may_assess, "mayAssess", BOOL),
	SHAPE_FIELD(struct candidate, applied, "applied", BOOL),
	SHAPE_FIELD(struct candidate, is_questioned, "isQuestioned", BOOL),
	SHAPE_FIELD(struct candidate, could_read_scores, "couldReadScores", BOOL),
};
static const struct shape candidate_shape = SHAPE(struct candidate, candidate_fields);

static const struct shape_field fields[] = {
	SHAPE_OBJECT(struct evaluation_facts, caller, "caller", &caller_shape),
	SHAPE_FIELD(struct evaluation_facts, id, "id", I64),
	SHAPE_FIELD(struct evaluation_facts, state, "state", TEXT),
	SHAPE_OBJECT(struct evaluation_facts, application, "application", &case_shape),
	SHAPE_FIELD(struct evaluation_facts, was_opened, "wasOpened", BOOL),
	SHAPE_FIELD(struct evaluation_facts, scale, "scale", I64),
	SHAPE_FIELD(struct evaluation_facts, assessors_needed, "assessorsNeeded", I64),
	SHAPE_OBJECTS(struct evaluation_facts, criteria, n_criteria, "criteria", &criterion_shape),
	SHAPE_OBJECTS(struct evaluation_facts, assessors, n_assessors, "assessors",
		      &assessor_shape),
	SHAPE_OBJECTS(struct evaluation_facts, given, n_given, "given", &given_shape),
	SHAPE_OPTIONAL_OBJECT(struct evaluation_facts, candidate, "candidate", &candidate_shape,
			      has_candidate),
	SHAPE_FIELD(struct evaluation_facts, consolidation_id, "consolidationId", I64),
};
const struct shape evaluation_facts_shape = SHAPE(struct evaluation_facts, fields);
