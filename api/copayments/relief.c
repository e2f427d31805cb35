#include "api/copayments/copayments.h"

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

/* Nobody in the market would get more of the firm. */
static bool is_loss_in_market(const struct copayment_facts *facts)
{
	return facts->is_insolvent || (facts->reminders >= REMINDERS_MAX && facts->has_due &&
				       facts->today > facts->due_on);
}

static bool is_forgone(const struct copayment_facts *facts, const char *kind)
{
	return text_is(kind, "waive") || (text_is(kind, "write_off") && !is_loss_in_market(facts));
}

int64_t relief_forgone_ore(const struct copayment_facts *facts, const char *kind)
{
	return is_forgone(facts, kind) ? facts->open_ore : 0;
}

int64_t relief_aid_ore(const struct copayment_facts *facts, const char *kind)
{
	bool is_more = facts->forgone_aid_ore > facts->aid_ore;

	return is_more && is_forgone(facts, kind) ? facts->forgone_aid_ore : 0;
}

bool relief_is_aid(const struct copayment_facts *facts)
{
	return facts->has_relief && relief_aid_ore(facts, facts->relief.kind) > 0;
}

static bool is_checked(const struct copayment_facts *facts)
{
	const struct copayment_relief *relief = &facts->relief;

	return relief->aid_checked_by != 0 &&
	       relief_aid_ore(facts, relief->kind) <= relief->aid_ore;
}

static void require_checker(const struct copayment_facts *facts, bool is_relief,
			    struct problems *problems)
{
	require_state(problems, facts->state, is_relief ? "due, invoiced, part_paid" : "due");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->raised_by, "@did.raise", "@do.check_aid", problems);
	if (is_relief && facts->relief.asked_by != facts->raised_by)
		require_other(&facts->caller, facts->relief.asked_by, "@did.ask_relief",
			      "@do.check_aid", problems);
}

void decide_check_aid(const struct copayment_facts *facts, struct problems *problems)
{
	bool is_relief = relief_is_aid(facts);

	require_checker(facts, is_relief, problems);
	if (is_relief ? is_checked(facts) : facts->aid_checked_by != 0)
		problems_add(problems, PROBLEM_AID_CHECKED, NULL, NULL, NULL);
}

void tell_refused(const struct copayment_facts *facts, struct problems *problems)
{
	const struct refused_aid *refused = &facts->refused;

	if (facts->has_refused && facts->aid_checked_by == 0)
		problems_add(problems, PROBLEM_AID_REFUSED_BEFORE, NULL,
			     words_kroner(problems, refused->declared_ore),
			     arena_printf(problems->arena, "«%s»", refused->reason));
}

static void require_undelivered(const struct copayment_facts *facts, struct problems *problems)
{
	if (facts->is_delivered)
		problems_add(problems, PROBLEM_WAS_DELIVERED, NULL, NULL, NULL);
}

void decide_refuse_aid(const struct copayment_facts *facts, struct problems *problems)
{
	bool is_relief = relief_is_aid(facts);
	int64_t checked_by = is_relief ? facts->relief.aid_checked_by : facts->aid_checked_by;

	require_checker(facts, is_relief, problems);
	require_other(&facts->caller, checked_by, "@did.check_aid", "@do.take_back_check",
		      problems);
	if (!is_relief && checked_by != 0)
		require_undelivered(facts, problems);
}

/* Nothing is lost that was never asked for, and what was paid is given back only for nothing. */
static const char *states_of(const char *kind)
{
	if (text_is(kind, "credit"))
		return "due, invoiced, part_paid, paid";
	return text_is(kind, "waive") ? "due, invoiced, part_paid" : "invoiced, part_paid";
}

/* Nothing is aid of which the firm got nothing: it is credited. */
static void require_served(const struct copayment_facts *facts, const char *kind,
			   struct problems *problems)
{
	if (facts->has_left && is_forgone(facts, kind))
		problems_add(problems, PROBLEM_LEFT_UNSERVED, NULL, NULL, NULL);
}

static void check_asked(const struct copayment_facts *facts, const char *kind,
			struct problems *problems)
{
	require_state(problems, facts->state, states_of(kind));
	copayment_require_creditor(facts, problems);
	require_person(&facts->caller, problems);
	require_served(facts, kind, problems);
	if (facts->has_relief)
		problems_add(problems, PROBLEM_RELIEF_ASKED, NULL, NULL, NULL);
}

void decide_ask_relief(const struct copayment_facts *facts, const struct relief_input *input,
		       struct problems *problems)
{
	check_asked(facts, input == NULL ? "waive" : input->kind, problems);
}

void decide_ask_credit(const struct copayment_facts *facts, const struct credit_input *input,
		       struct problems *problems)
{
	check_asked(facts, "credit", problems);
	require_undelivered(facts, problems);
	if (input != NULL && text_is(input->cause, "dropped_out") && facts->has_place)
		problems_add(problems, PROBLEM_NOT_DROPPED_OUT, "#/cause", NULL, NULL);
}

static void check_given(const struct copayment_facts *facts, struct problems *problems)
{
	const struct copayment_relief *relief = &facts->relief;

	require_state(problems, facts->state, states_of(relief->kind));
	require_other(&facts->caller, relief->asked_by, "@did.ask_relief", "@do.decide_relief",
		      problems);
	if (text_is(relief->kind, "credit"))
		require_undelivered(facts, problems);
	require_served(facts, relief->kind, problems);
	if (!relief_is_aid(facts))
		return;
	if (relief->is_aid_refused)
		problems_add(problems, PROBLEM_RELIEF_AID_REFUSED, NULL, NULL, NULL);
	else if (!is_checked(facts))
		problems_add(problems, PROBLEM_AID_UNCHECKED, NULL, NULL, NULL);
	require_other(&facts->caller, relief->aid_checked_by, "@did.check_aid", "@do.decide_relief",
		      problems);
}

void decide_give_relief(const struct copayment_facts *facts, struct problems *problems)
{
	decide_refuse_relief(facts, problems);
	if (facts->has_relief)
		check_given(facts, problems);
}

void decide_refuse_relief(const struct copayment_facts *facts, struct problems *problems)
{
	copayment_require_creditor(facts, problems);
	require_person(&facts->caller, problems);
	if (!facts->has_relief)
		problems_add(problems, PROBLEM_NO_RELIEF, NULL, NULL, NULL);
}
