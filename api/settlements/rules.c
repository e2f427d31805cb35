#include "api/settlements/settlements.h"

#include "api/grants/grants.h"
#include "api/problems/words.h"

static void check_number(bool is_open, enum problem_code code, int64_t number,
			 struct problems *problems)
{
	if (is_open)
		problems_add(problems, code, NULL, words_number(problems, number), NULL);
}

static void check_claimed(const struct grant_standing *standing, struct problems *problems)
{
	if (!standing->is_final && standing->remaining_ore > 0)
		problems_add(problems, PROBLEM_FINAL_MISSING, NULL,
			     words_kroner(problems, standing->remaining_ore), NULL);
	check_number(standing->has_claim, PROBLEM_CLAIM_OPEN, standing->claim_number, problems);
	if (standing->payment != NULL)
		problems_add(problems, PROBLEM_PAYMENT_UNPAID, NULL, standing->payment, NULL);
}

static void check_unappealed(const struct grant_facts *facts, struct problems *problems)
{
	const struct grant_standing *standing = &facts->standing;
	const char *until = standing->is_unposted ? "@until.posted" : "@until.grounds";

	check_number(standing->has_appeal, PROBLEM_APPEAL_OPEN, standing->appeal_number, problems);
	if (standing->appeal_runs)
		until = words_date(problems, standing->appeal_by);
	if (!standing->appeal_runs || standing->appeal_by >= facts->today)
		problems_add(problems, PROBLEM_APPEAL_PERIOD_RUNS, NULL, until, NULL);
}

static void check_nothing_open(const struct grant_facts *facts, struct problems *problems)
{
	const struct grant_standing *standing = &facts->standing;

	check_claimed(standing, problems);
	require_not_set_aside(facts->is_set_aside, problems);
	check_number(standing->has_amendment, PROBLEM_AMENDMENT_UNDECIDED,
		     standing->amendment_number, problems);
	check_unappealed(facts, problems);
	check_number(standing->has_reversal, PROBLEM_REVERSAL_OPEN, standing->reversal_number,
		     problems);
	if (standing->has_condition)
		problems_add(problems, PROBLEM_CONDITION_UNMET, NULL,
			     words_number(problems, standing->condition.number),
			     standing->condition.text);
	if (standing->has_report)
		problems_add(problems, PROBLEM_REPORT_UNAPPROVED, NULL,
			     words_date(problems, standing->report_due_on), NULL);
}

static void require_county_side(const struct grant_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (facts->standing.is_recipients)
		problems_add(problems, PROBLEM_FOUR_EYES, NULL, "@did.apply_or_claim",
			     "@do.settle_grant");
}

void decide_settle_grant(const struct grant_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_county_side(facts, problems);
	if (facts->standing.has_prepared)
		problems_add(problems, PROBLEM_SETTLEMENT_PREPARED, NULL, NULL, NULL);
	check_nothing_open(facts, problems);
}

static void check_prepared(const struct grant_facts *facts, struct problems *problems)
{
	const struct grant_standing *standing = &facts->standing;

	require_state(problems, facts->state, "active");
	require_county_side(facts, problems);
	if (standing->has_prepared)
		require_other(&facts->caller, standing->prepared.prepared_by, "@did.prepare",
			      "@do.settle_grant", problems);
	else
		problems_add(problems, PROBLEM_SETTLEMENT_MISSING, NULL, NULL, NULL);
}

void decide_confirm_settlement(const struct grant_facts *facts, struct problems *problems)
{
	const struct grant_standing *standing = &facts->standing;

	check_prepared(facts, problems);
	check_nothing_open(facts, problems);
	if (standing->has_prepared &&
	    standing->prepared.released_ore != standing->remaining_ore)
		problems_add(problems, PROBLEM_SETTLEMENT_CHANGED, NULL,
			     words_kroner(problems, standing->remaining_ore), NULL);
}

void decide_return_settlement(const struct grant_facts *facts, struct problems *problems)
{
	check_prepared(facts, problems);
}
