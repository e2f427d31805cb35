#include "api/copayments/copayments.h"
#include "api/copayments/raise.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"

void copayment_kid(const char *creditor_orgnr, int64_t number, char out[KID_SIZE])
{
	char payload[KID_SIZE + 8];

	snprintf(payload, sizeof(payload), "%.9s%010" PRId64, creditor_orgnr, number);
	MUST(kid_make(KID_MOD10, payload, out));
}

void copayment_require_creditor(const struct copayment_facts *facts, struct problems *problems)
{
	if (facts->caller.organisation_id != facts->creditor_id)
		problems_add(problems, PROBLEM_NOT_CREDITOR, NULL, NULL, NULL);
}

/* Only the creditor is told whether it has one. */
static void require_account(const struct copayment_facts *facts, struct problems *problems)
{
	if (facts->caller.organisation_id == facts->creditor_id && !facts->has_account)
		problems_add(problems, PROBLEM_CREDITOR_NO_ACCOUNT, NULL, facts->creditor_orgnr,
			     NULL);
}

/* The part of an amount that is tax, to the nearest øre. */
static int64_t vat_of(int64_t amount_ore, int64_t vat_bp)
{
	int64_t whole = NUM_WHOLE_BP + vat_bp;

	return (amount_ore * vat_bp + whole / 2) / whole;
}

/* What the stage says, or else the hub. */
static int64_t settle(bool is_said, int64_t said_ore, bool is_asked, int64_t asked_ore,
		      const char *pointer, struct problems *problems)
{
	if (!is_said && !is_asked)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, pointer, NULL, NULL);
	if (is_said && is_asked && asked_ore != said_ore)
		problems_add(problems, PROBLEM_STAGE_SAYS, pointer,
			     words_kroner(problems, said_ore), NULL);
	return is_said ? said_ore : asked_ore;
}

bool is_priced(const struct stage_price *price)
{
	return (price->has_price ? price->price_ore : price->cap_ore) > 0;
}

bool is_share_of(const struct stage_price *price, int64_t amount_ore, int64_t service_ore)
{
	return is_priced(price) && (!price->has_price || amount_ore == price->price_ore) &&
	       (price->cap_ore == 0 || amount_ore <= price->cap_ore) &&
	       (!price->has_service || service_ore == price->service_ore);
}

static void check_price(const struct stage_price *price, const struct new_copayment_input *input,
			struct new_copayment_effects *effects, struct problems *problems)
{
	effects->amount_ore = settle(price->has_price, price->price_ore, input->has_amount,
				     input->amount_ore, "#/copayment/amountOre", problems);
	if (price->cap_ore > 0 && effects->amount_ore > price->cap_ore)
		problems_add(problems, PROBLEM_COPAYMENT_OVER_CAP, "#/copayment/amountOre",
			     words_kroner(problems, price->cap_ore), NULL);
}

static void value_aid(const struct stage_price *price, const struct new_copayment_input *input,
		      struct new_copayment_effects *effects, struct problems *problems)
{
	bool is_taxed = strcmp(price->vat_mode, "standard") == 0;

	if (is_taxed && !price->has_vat)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "vat.standard", NULL);
	effects->vat_ore = is_taxed ? vat_of(effects->amount_ore, price->vat_bp) : 0;
	effects->service_ore = settle(price->has_service, price->service_ore, input->has_service,
				      input->service_ore, "#/copayment/serviceValueOre", problems);
	effects->aid_ore = effects->service_ore - (effects->amount_ore - effects->vat_ore);
	if (effects->aid_ore < 0 && effects->service_ore > 0)
		problems_add(problems, PROBLEM_COPAYMENT_OVER_VALUE, "#/copayment/amountOre",
			     words_kroner(problems, effects->service_ore), NULL);
}

void decide_declaration(const struct declaration *declaration, int64_t most_days, int32_t today,
			const char *pointer, struct problems *problems)
{
	const char *on_day = arena_printf(problems->arena, "%s/onDay", pointer);

	require_not_future(problems, declaration->on_day, today, on_day);
	if (today - declaration->on_day > most_days)
		problems_add(problems, PROBLEM_DECLARATION_OLD, on_day,
			     words_date(problems, declaration->on_day),
			     words_number(problems, most_days));
	for (size_t i = 0; i < declaration->n_received; i++)
		require_not_future(problems, declaration->received[i].granted_on,
				   declaration->on_day,
				   arena_printf(problems->arena, "%s/received/%zu/grantedOn",
						pointer, i));
}

void require_grounds(const struct declaration *declaration, const char *pointer,
		     struct problems *problems)
{
	if (declaration->reason == NULL)
		problems_add(problems, PROBLEM_DECLARATION_GROUNDS, pointer, NULL, NULL);
}

void decide_raise_copayment(const struct stage_price *price, int64_t stage,
			    const struct new_copayment_input *input, int32_t today,
			    struct new_copayment_effects *effects, struct problems *problems)
{
	effects->is_raised = is_priced(price);
	if (effects->is_raised && input == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/copayment", NULL, NULL);
	if (!effects->is_raised && input != NULL)
		problems_add(problems, PROBLEM_STAGE_FREE, "#/copayment",
			     words_number(problems, stage), NULL);
	if (!effects->is_raised || input == NULL)
		return;
	check_price(price, input, effects, problems);
	value_aid(price, input, effects, problems);
	decide_declaration(&input->declaration, price->declaration_days, today,
			   "#/copayment/declaration", problems);
}

static void check_due(const struct copayment_facts *facts, const struct due_input *input,
		      struct problems *problems)
{
	int32_t last = facts->today + DUE_DAYS_MAX;

	require_not_passed(problems, input->due_on, facts->today, "#/dueOn");
	if (input->due_on > last)
		problems_add(problems, PROBLEM_DUE_LATE, "#/dueOn", words_date(problems, last),
			     NULL);
}

void decide_declare_aid(const struct copayment_facts *facts, const struct declaration *input,
			struct problems *problems)
{
	bool is_firm = strcmp(facts->caller.kind, "firm") == 0;

	require_state(problems, facts->state, "due");
	if (facts->has_settled)
		problems_add(problems, PROBLEM_AID_SETTLED, NULL, NULL, NULL);
	if (facts->has_relief)
		problems_add(problems, PROBLEM_RELIEF_ASKED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	decide_declaration(input, facts->declaration_days, facts->today, "#", problems);
	if (!is_firm && (facts->is_aid_refused || facts->has_refused))
		require_grounds(input, "#/reason", problems);
}

void decide_invoice(const struct copayment_facts *facts, const struct due_input *input,
		    struct problems *problems)
{
	require_state(problems, facts->state, "due");
	copayment_require_creditor(facts, problems);
	if (facts->is_aid_refused)
		problems_add(problems, PROBLEM_AID_REFUSED, NULL, NULL, NULL);
	else if (facts->aid_checked_by == 0)
		problems_add(problems, PROBLEM_AID_UNCHECKED, NULL, NULL, NULL);
	require_account(facts, problems);
	if (input != NULL)
		check_due(facts, input, problems);
}

void decide_remind(const struct copayment_facts *facts, const struct due_input *input,
		   struct problems *problems)
{
	int64_t most = REMINDERS_MAX;

	require_state(problems, facts->state, "invoiced, part_paid");
	copayment_require_creditor(facts, problems);
	if (facts->reminders >= most)
		problems_add(problems, PROBLEM_REMINDERS_SPENT, NULL,
			     words_number(problems, most), NULL);
	else if (facts->has_due && facts->today <= facts->due_on)
		problems_add(problems, PROBLEM_NOT_OVERDUE, NULL,
			     words_date(problems, facts->due_on), NULL);
	if (input != NULL)
		check_due(facts, input, problems);
}

static void check_refund(const struct copayment_facts *facts, int64_t amount_ore,
			 struct problems *problems)
{
	int64_t most_ore = facts->open_ore < 0 ? -facts->open_ore : 0;

	require_state(problems, facts->state, "paid, credited");
	copayment_require_creditor(facts, problems);
	require_person(&facts->caller, problems);
	if (amount_ore > most_ore)
		problems_add(problems, PROBLEM_REFUND_EXCEEDED, NULL,
			     words_kroner(problems, most_ore), NULL);
}

void decide_ask_refund(const struct copayment_facts *facts, const struct asked_refund_input *input,
		       struct problems *problems)
{
	check_refund(facts, input == NULL ? 1 : input->amount_ore, problems);
}

void decide_refund(const struct copayment_facts *facts, const struct refund_input *input,
		   struct problems *problems)
{
	check_refund(facts, facts->refund_ore, problems);
	if (facts->refund_asked_by == 0)
		problems_add(problems, PROBLEM_NO_REFUND, NULL, NULL, NULL);
	else
		require_other(&facts->caller, facts->refund_asked_by, "@did.ask", "@do.refund",
			      problems);
	if (input == NULL)
		return;
	require_not_future(problems, input->paid_on, facts->today, "#/paidOn");
	if (facts->has_refundable && input->paid_on < facts->refundable_from)
		problems_add(problems, PROBLEM_REFUND_EARLY, "#/paidOn",
			     words_date(problems, facts->refundable_from), NULL);
}
