/* An appeal against a part-grant, as the tests of its rules begin with it. */
#ifndef TRINN_TESTS_UNIT_API_APPEALS_LODGED_H
#define TRINN_TESTS_UNIT_API_APPEALS_LODGED_H

#include "api/appeals/appeals.h"

#include "lib/base/date.h"
#include "lib/base/num.h"
#include "tests/unit/api/rules.h"

enum {
	SIGNATORY = 5,
	CLERK = 7,
	DECIDER,
	SECOND,
	SECRETARY,
	APPLIED = 30000000,
	GRANTED = 10000000,
	CLAIMED = 4000000,
	LEFT = 15000000,
	YEAR = 2026,
};

static const char *kinds[] = {"hub"};
static struct rule_facts rules[] = {{41, "appeal.days", 21}, {42, "acceptance.days", 30}};
static struct available_facts available[] = {{YEAR, LEFT}};
static struct decision_line line;
static struct changed_part parts[] = {{1, YEAR, 10000, GRANTED, GRANTED - CLAIMED, 0}};
static struct budget_group budget[] = {{"workshops", true, 20000000}, {"hours", false, 40000000}};
static struct changed_cost costs[] = {{"workshops", 20000000}, {"hours", 40000000}};
static struct appeal_proposal open[1];

static inline int32_t day(const char *text)
{
	int32_t days;

	ck_assert_msg(num_date(text, &days), "%s", text);
	return days;
}

/* A third of what was applied for was granted, and accepted; the clerk recommended it. */
static inline struct appeal_facts lodged(void)
{
	struct caller caller = PERSON("caseworker", "county", CLERK, 1);

	line = (struct decision_line){
		.name = "Trinn 1",
		.share_bp = 10000,
		.granted_ore = GRANTED,
		.authority = {.body = "Direktøren", .limit_ore = APPLIED, .has_limit = true},
		.has_authority = true,
		.basis = {"GBER art. 31", day("2026-01-01"), day("2026-12-31"), kinds, 1},
		.available = available,
		.n_available = 1,
	};
	return (struct appeal_facts){
		.caller = caller,
		.today = day("2026-11-20"),
		.state = "lodged",
		.kind = "decision",
		.appeal_days = 21,
		.has_appeal_days = true,
		.has_application = true,
		.application =
			{
				.caller = caller,
				.today = day("2026-11-20"),
				.state = "accepted",
				.applied_ore = APPLIED,
				.has_applied = true,
				.line = {.name = "Trinn 1", .state = "active"},
				.appealable = {.appeal_days = 21, .has_appeal_days = true},
				.has_decision = true,
				.decision =
					{
						.applicant_kind = "hub",
						.lines = &line,
						.n_lines = 1,
						.rules = rules,
						.n_rules = 2,
						.budget = budget,
						.n_budget = 2,
					},
			},
		.decision = {.outcome = "part_granted",
			     .amount_ore = GRANTED,
			     .decided_on = day("2026-11-02"),
			     .recommended_by = CLERK,
			     .decided_by = DECIDER,
			     .is_newest = true},
		.grant = {.state = "accepted",
			  .amount_ore = GRANTED,
			  .remaining_ore = GRANTED - CLAIMED,
			  .year = YEAR,
			  .parts = parts,
			  .n_parts = 1,
			  .costs = costs,
			  .n_costs = 2},
		.has_grant = true,
		.lodged_on = day("2026-11-10"),
		.lodged_by = SIGNATORY,
		.due_on = day("2026-11-23"),
		.has_due = true,
		.leave_months = 12,
		.has_leave_months = true,
		.costs_days = 21,
		.has_costs_days = true,
		.comment_days = 14,
	};
}

static inline struct proposal_input allowed(const char *outcome, int64_t amount_ore)
{
	return (struct proposal_input){.outcome = outcome,
				       .amount_ore = amount_ore,
				       .has_amount = true,
				       .year = YEAR,
				       .has_year = true,
				       .grounds = "Planen holder"};
}

static inline struct proposal_input without_money(const char *outcome, const char *ground)
{
	return (struct proposal_input){.outcome = outcome, .ground = ground, .grounds = "Nei"};
}

static inline void reconsider(struct appeal_facts facts, struct proposal_input input)
{
	begin();
	decide_reconsider(&facts, &input, &problems);
}

static inline struct appeal_facts answered(const char *kind, const char *outcome,
					   int64_t amount_ore)
{
	struct appeal_facts facts = lodged();

	open[0] = (struct appeal_proposal){.id = 3,
					   .number = 1,
					   .kind = kind,
					   .outcome = outcome,
					   .amount_ore = amount_ore,
					   .has_amount = amount_ore > 0,
					   .year = YEAR,
					   .has_year = amount_ore > 0,
					   .grounds = "Planen holder",
					   .proposed_by = CLERK};
	facts.open = open;
	facts.n_open = 1;
	facts.state = strcmp(kind, "board") == 0 ? "answered" : "reconsidered";
	facts.caller = (struct caller)PERSON("decision_maker", "county", SECOND, 1);
	facts.application.caller = facts.caller;
	return facts;
}

static inline struct settle_effects settle(struct appeal_facts facts, const char *resolution)
{
	struct settle_proposal_input input = {.number = 1, .resolution = resolution};
	struct settle_effects effects = {0};

	begin();
	decide_settle_proposal(&facts, &input, &effects, &problems);
	return effects;
}

/* A meeting has allowed it in part. */
static inline struct appeal_facts resolved(const char *outcome, int64_t amount_ore)
{
	struct appeal_facts facts = answered("reconsideration", outcome, amount_ore);

	facts.caller.role = "secretary";
	facts.decision.met = "Styringsgruppen";
	facts.meeting = (struct resolved_facts){
		.has_item = true,
		.body = "Styringsgruppen",
		.reference = "sak 1 i møte 2/2026",
		.outcome = "allowed_in_part",
		.amount_ore = 20000000,
		.may_decide = true,
	};
	return facts;
}

#endif
