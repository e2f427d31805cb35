#include "api/setup/kinds.h"

#include <string.h>

#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/setup/bodies.h"
#include "api/setup/figures.h"
#include "api/setup/instruments.h"
#include "api/setup/money.h"
#include "api/setup/retention.h"

static const struct shape_field gate_fields[] = {
	SHAPE_FIELD(struct gate_input, kind, "kind", TEXT),
	SHAPE_OPTIONAL(struct gate_input, requires_stage, "requiresStage", I64, has_stage),
	SHAPE_OPTIONAL(struct gate_input, percent, "percent", I64, has_percent),
};
static const struct shape gate_shape = SHAPE(struct gate_input, gate_fields);

static const struct shape_field profile_fields[] = {
	SHAPE_FIELD(struct profile_input, digital_parts, "digitalParts", I64),
	SHAPE_FIELD(struct profile_input, green_parts, "greenParts", I64),
};
static const struct shape profile_shape = SHAPE(struct profile_input, profile_fields);

static const struct shape_field stage_fields[] = {
	SHAPE_FIELD(struct stage_input, number, "number", I64),
	SHAPE_OPTIONAL(struct stage_input, price_ore, "priceOre", I64, has_price),
	SHAPE_OPTIONAL(struct stage_input, cap_ore, "priceCapOre", I64, has_cap),
	SHAPE_OPTIONAL(struct stage_input, value_ore, "serviceValueOre", I64, has_value),
	SHAPE_OPTIONAL(struct stage_input, next_stage, "nextStage", I64, has_next),
	SHAPE_OPTIONAL_OBJECT(struct stage_input, profile, "profile", &profile_shape, has_profile),
	SHAPE_OBJECTS(struct stage_input, gates, n_gates, "gates", &gate_shape),
};
static const struct shape stage_shape = SHAPE(struct stage_input, stage_fields);

static const struct shape_field programme_fields[] = {
	SHAPE_FIELD(struct programme_input, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct programme_input, ends_on, "endsOn", DATE),
	SHAPE_OPTIONAL_OBJECT(struct programme_input, profile, "profile", &profile_shape,
			      has_profile),
	SHAPE_OBJECTS(struct programme_input, stages, n_stages, "stages", &stage_shape),
};
static const struct shape programme_shape = SHAPE(struct programme_input, programme_fields);

static const struct shape_field change_fields[] = {
	SHAPE_FIELD(struct programme_input, starts_on, "startsOn", DATE),
	SHAPE_FIELD(struct programme_input, ends_on, "endsOn", DATE),
	SHAPE_OPTIONAL_OBJECT(struct programme_input, profile, "profile", &profile_shape,
			      has_profile),
};
static const struct shape change_shape = SHAPE(struct programme_input, change_fields);

static const struct shape_field graph_fields[] = {
	SHAPE_FIELD(struct stage_graph_input, based_on, "basedOn", I64),
	SHAPE_OBJECTS(struct stage_graph_input, stages, n_stages, "stages", &stage_shape),
};
static const struct shape graph_shape = SHAPE(struct stage_graph_input, graph_fields);

static const struct shape_field period_fields[] = {
	SHAPE_FIELD(struct period_input, from, "validFrom", DATE),
	SHAPE_OPTIONAL(struct period_input, to, "validTo", DATE, has_to),
};
static const struct shape period_shape = SHAPE(struct period_input, period_fields);

static const struct shape_field figure_fields[] = {
	SHAPE_FIELD(struct figure_input, period.from, "validFrom", DATE),
	SHAPE_OPTIONAL(struct figure_input, period.to, "validTo", DATE, period.has_to),
	SHAPE_FIELD(struct figure_input, key, "key", TEXT),
	SHAPE_FIELD(struct figure_input, unit, "unit", TEXT),
	SHAPE_FIELD(struct figure_input, value, "value", I64),
};
static const struct shape figure_shape = SHAPE(struct figure_input, figure_fields);

static const struct shape_field group_fields[] = {
	SHAPE_FIELD(struct cost_group_input, code, "code", TEXT),
};
static const struct shape group_shape = SHAPE(struct cost_group_input, group_fields);

static const struct shape_field authority_fields[] = {
	SHAPE_FIELD(struct authority_input, role, "role", TEXT),
};
static const struct shape authority_shape = SHAPE(struct authority_input, authority_fields);

static const struct shape_field amount_fields[] = {
	SHAPE_FIELD(struct max_amount_input, employees_from, "employeesFrom", I64),
};
static const struct shape amount_shape = SHAPE(struct max_amount_input, amount_fields);

static const struct shape_field line_fields[] = {
	SHAPE_OBJECTS(struct funding_line_input, cost_groups, n_cost_groups, "costGroups",
		      &group_shape),
	SHAPE_OBJECTS(struct funding_line_input, authorities, n_authorities, "authorities",
		      &authority_shape),
	SHAPE_OPTIONAL_OBJECTS(struct funding_line_input, max_amounts, n_max_amounts, "maxAmounts",
			       &amount_shape),
};
static const struct shape line_shape = SHAPE(struct funding_line_input, line_fields);

static const struct shape nothing_shape = {0, NULL, 0};

static const struct shape_field role_fields[] = {
	SHAPE_FIELD(struct role_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct role_input, role, "role", TEXT),
	SHAPE_FIELD(struct role_input, subject, "subject", TEXT),
	SHAPE_OR_NULL(struct role_input, person_name, "personName", TEXT),
	SHAPE_OPTIONAL(struct role_input, person_id, "personId", ID, has_person),
	SHAPE_FIELD(struct role_input, from, "validFrom", DATE),
	SHAPE_OPTIONAL(struct role_input, to, "validTo", DATE, has_to),
};
static const struct shape role_shape = SHAPE(struct role_input, role_fields);

static const struct shape_field account_fields[] = {
	SHAPE_FIELD(struct account_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct account_input, account, "account", TEXT),
};
static const struct shape account_shape = SHAPE(struct account_input, account_fields);

static const struct shape_field area_fields[] = {
	SHAPE_FIELD(struct hub_area_input, orgnr, "orgnr", TEXT),
	SHAPE_LIST(struct hub_area_input, municipalities, n_municipalities, "municipalities", TEXT),
	SHAPE_FIELD(struct hub_area_input, from, "validFrom", DATE),
	SHAPE_OPTIONAL(struct hub_area_input, to, "validTo", DATE, has_to),
};
static const struct shape area_shape = SHAPE(struct hub_area_input, area_fields);

static const struct shape_field leader_fields[] = {
	SHAPE_FIELD(struct leader_input, person_id, "personId", ID),
	SHAPE_OPTIONAL(struct leader_input, leader_id, "leaderId", ID, has_leader),
};
static const struct shape leader_shape = SHAPE(struct leader_input, leader_fields);

static const struct shape_field class_fields[] = {
	SHAPE_FIELD(struct retention_class_input, covers, "covers", TEXT),
	SHAPE_FIELD(struct retention_class_input, counted_from, "countedFrom", TEXT),
};
static const struct shape class_shape = SHAPE(struct retention_class_input, class_fields);

static const struct shape_field member_fields[] = {
	SHAPE_FIELD(struct member_input, person_id, "personId", ID),
	SHAPE_FIELD(struct member_input, seat, "seat", TEXT),
	SHAPE_FIELD(struct member_input, from, "validFrom", DATE),
	SHAPE_FIELD(struct member_input, to, "validTo", DATE),
};
static const struct shape member_shape = SHAPE(struct member_input, member_fields);

static const struct shape_field body_fields[] = {
	SHAPE_OPTIONAL(struct body_input, quorum_members, "quorumMembers", I64, has_members),
	SHAPE_OPTIONAL(struct body_input, quorum_bp, "quorumBasisPoints", I64, has_share),
	SHAPE_OBJECTS(struct body_input, members, n_members, "members", &member_shape),
};
static const struct shape body_shape = SHAPE(struct body_input, body_fields);

static const struct shape_field members_fields[] = {
	SHAPE_OBJECTS(struct body_input, members, n_members, "members", &member_shape),
};
static const struct shape members_shape = SHAPE(struct body_input, members_fields);

static const struct shape_field delegation_fields[] = {
	SHAPE_FIELD(struct delegation_input, from, "validFrom", DATE),
	SHAPE_OPTIONAL(struct delegation_input, to, "validTo", DATE, has_to),
	SHAPE_OPTIONAL(struct delegation_input, despite_outside_members, "despiteOutsideMembers",
		       BOOL, has_despite),
};
static const struct shape delegation_shape = SHAPE(struct delegation_input, delegation_fields);

static const struct shape_field line_year_fields[] = {
	SHAPE_FIELD(struct line_year, line_id, "fundingLineId", ID),
	SHAPE_FIELD(struct line_year, year, "year", I64),
};
static const struct shape line_year_shape = SHAPE(struct line_year, line_year_fields);

static const struct shape_field move_fields[] = {
	SHAPE_FIELD(struct money_move_input, line_id, "fundingLineId", ID),
	SHAPE_FIELD(struct money_move_input, year, "year", I64),
	SHAPE_FIELD(struct money_move_input, amount_ore, "amountOre", I64),
	SHAPE_OPTIONAL_OBJECT(struct money_move_input, to, "to", &line_year_shape, has_to),
};
static const struct shape move_shape = SHAPE(struct money_move_input, move_fields);

static const struct shape_field option_fields[] = {
	SHAPE_FIELD(struct option_input, id, "id", TEXT),
};
static const struct shape option_shape = SHAPE(struct option_input, option_fields);

static const struct shape_field question_fields[] = {
	SHAPE_FIELD(struct question_input, id, "id", TEXT),
	SHAPE_FIELD(struct question_input, kind, "kind", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct question_input, options, n_options, "options", &option_shape),
};
static const struct shape question_shape = SHAPE(struct question_input, question_fields);

static const struct shape_field instrument_fields[] = {
	SHAPE_OBJECTS(struct instrument_input, questions, n_questions, "questions",
		      &question_shape),
};
static const struct shape instrument_shape = SHAPE(struct instrument_input, instrument_fields);

static const struct setup_whole programme_whole = {"programme", "programmeId"};
static const struct setup_whole body_whole = {"body", "bodyId"};
static const struct setup_whole line_whole = {"funding_line", "fundingLineId"};

#define INSERT(what)                                                                               \
	static void insert_##what(struct db_segment *segment, int64_t id, const char *content)     \
	{                                                                                          \
		q_insert_##what(segment, id, content);                                             \
	}
INSERT(programme)
INSERT(programme_change)
INSERT(stage_graph)
INSERT(legal_basis)
INSERT(funding_line)
INSERT(appropriation)
INSERT(role_assignment)
INSERT(rule_param)
INSERT(bank_account)
INSERT(hub_area)
INSERT(instrument)
INSERT(leader)
INSERT(letterhead)
INSERT(retention_class)
INSERT(body)
INSERT(body_members)
INSERT(delegation)

static void insert_money_move(struct db_segment *segment, int64_t id, const char *content)
{
	q_insert_money_move(segment, id, content);
	q_post_money_move(segment, id);
}

#define KIND(name_, whole_, operation_, title_member_, content_, has_money_)                       \
	{                                                                                          \
		.name = #name_,                                                                    \
		.whole = (whole_),                                                                 \
		.title_member = (title_member_),                                                   \
		.operation = OP_PROPOSE_##operation_,                                              \
		.content = (content_),                                                             \
		.decide = decide_##name_,                                                          \
		.insert = insert_##name_,                                                          \
		.has_money = (has_money_),                                                         \
	}

static const struct setup_kind kinds[] = {
	KIND(programme, NULL, PROGRAMME, "name", &programme_shape, false),
	KIND(programme_change, &programme_whole, PROGRAMME_CHANGE, "title", &change_shape, false),
	KIND(stage_graph, &programme_whole, STAGE_GRAPH, "title", &graph_shape, false),
	KIND(legal_basis, NULL, LEGAL_BASIS, "reference", &period_shape, false),
	KIND(funding_line, NULL, FUNDING_LINE, "name", &line_shape, true),
	KIND(appropriation, &line_whole, APPROPRIATION, "resolution", &nothing_shape, true),
	KIND(role_assignment, NULL, ROLE_ASSIGNMENT, "role", &role_shape, false),
	KIND(rule_param, NULL, RULE_PARAM, "key", &figure_shape, false),
	KIND(bank_account, NULL, BANK_ACCOUNT, "orgnr", &account_shape, false),
	KIND(hub_area, NULL, HUB_AREA, "orgnr", &area_shape, false),
	KIND(instrument, NULL, INSTRUMENT, "code", &instrument_shape, false),
	KIND(leader, NULL, LEADER, "personId", &leader_shape, false),
	KIND(letterhead, NULL, LETTERHEAD, "address", &nothing_shape, false),
	KIND(retention_class, NULL, RETENTION_CLASS, "basis", &class_shape, false),
	KIND(body, NULL, BODY, "name", &body_shape, false),
	KIND(body_members, &body_whole, BODY_MEMBERS, "resolution", &members_shape, false),
	KIND(delegation, &line_whole, DELEGATION, "resolution", &delegation_shape, false),
	KIND(money_move, &line_whole, MONEY_MOVE, "resolution", &move_shape, false),
};

const struct setup_kind *setup_kind_find(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

const struct setup_kind *setup_kind_of_operation(int operation)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (kinds[i].operation == operation)
			return &kinds[i];
	return NULL;
}
