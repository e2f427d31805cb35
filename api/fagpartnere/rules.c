#include <inttypes.h>
#include <string.h>

#include "api/fagpartnere/fagpartnere.h"
#include "api/fagpartnere/hours.h"
#include "api/fagpartnere/orders.h"
#include "api/grants/split.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/format/orgnr.h"

enum {
	MINUTES_PER_HOUR = 60,
};

static void check_competences(const struct fagpartner_input *input,
			      const struct unknown_competence *unknown, size_t n_unknown,
			      struct problems *problems)
{
	for (size_t i = 0; i < n_unknown; i++)
		problems_at(problems,
			    unknown[i].near != NULL ? PROBLEM_COMPETENCE_NEAR
						    : PROBLEM_COMPETENCE_UNKNOWN,
			    input->competences[unknown[i].index].code, unknown[i].near,
			    "#/competences/%" PRId64 "/code", unknown[i].index);
	for (size_t i = 0; i < input->n_competences; i++)
		if (IS_REPEATED(input->competences, code, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/competences/%zu/code", i);
}

void decide_register_fagpartner(const struct new_fagpartner_facts *facts,
				const struct fagpartner_input *input, struct problems *problems)
{
	if (!orgnr_is_valid(input->orgnr))
		problems_add(problems, PROBLEM_ORGNR_INVALID, "#/orgnr", input->orgnr, NULL);
	else if (facts->partner_id == 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/orgnr", "orgnr", NULL);
	if (facts->serves_as != NULL && strcmp(facts->serves_as, "county") == 0)
		problems_add(problems, PROBLEM_NOT_OUTSIDE, "#/orgnr", NULL, NULL);
	if (strcmp(facts->caller.kind, "hub") == 0 &&
	    facts->partner_id == facts->caller.organisation_id)
		problems_add(problems, PROBLEM_OWN_PARTNER, "#/orgnr", NULL, NULL);
	if (facts->is_insolvent)
		problems_add(problems, PROBLEM_APPLICANT_INSOLVENT, NULL, NULL, NULL);
	if (facts->is_registered)
		problems_add(problems, PROBLEM_DUPLICATE, "#/orgnr", "orgnr", NULL);
	check_competences(input, facts->unknown, facts->n_unknown, problems);
}

static void require_keeper(const struct fagpartner_facts *facts, struct problems *problems)
{
	const struct caller *caller = &facts->caller;
	int64_t keeper = strcmp(caller->kind, "hub") == 0 ? facts->hub_id : facts->partner_id;

	if (strcmp(caller->kind, "county") != 0 && caller->organisation_id != keeper)
		problems_add(problems, PROBLEM_FAGPARTNER_KEEPER, NULL, NULL, NULL);
}

void decide_change_fagpartner(const struct fagpartner_facts *facts,
			      const struct fagpartner_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_keeper(facts, problems);
	if (input != NULL)
		check_competences(input, facts->unknown, facts->n_unknown, problems);
}

void decide_retire_fagpartner(const struct fagpartner_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "active");
	require_keeper(facts, problems);
}

static void check_track(const char *state, struct problems *problems)
{
	if (state == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/trackId", "trackId", NULL);
	else if (strcmp(state, "open") != 0)
		problems_add(problems, PROBLEM_TRACK_ENDED, "#/trackId", NULL, NULL);
}

static void check_relation(bool is_related, const char *relation, struct problems *problems)
{
	if (is_related != (relation != NULL))
		problems_add(problems, PROBLEM_RELATION_DECLARATION, "#/relation", NULL, NULL);
}

void decide_propose_engagement(const struct new_engagement_facts *facts,
			       const struct new_engagement_input *input, struct problems *problems)
{
	require_state(problems, facts->fagpartner_state, "active");
	if (facts->partner_id == facts->caller.organisation_id)
		problems_add(problems, PROBLEM_OWN_PARTNER, "#/fagpartnerId", NULL, NULL);
	if (input->has_track)
		check_track(facts->track_state, problems);
	require_order(problems, input->starts_on, input->ends_on, "#/endsOn");
	require_not_passed(problems, input->ends_on, facts->today, "#/endsOn");
	check_relation(input->is_related, input->relation, problems);
}

void decide_agree_engagement(const struct engagement_facts *facts,
			     const struct agreement_input *input, struct problems *problems)
{
	bool for_partner = strcmp(facts->caller.kind, "hub") == 0;

	require_state(problems, facts->state, "proposed");
	require_person(&facts->caller, problems);
	if (for_partner && facts->partner_has_people)
		problems_add(problems, PROBLEM_PARTNER_AGREES, NULL, NULL, NULL);
	else if (for_partner && input != NULL && input->note == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/note", NULL, NULL);
	if (input != NULL)
		check_relation(input->has_related && input->is_related, input->relation, problems);
	if (!for_partner || facts->is_related || (input != NULL && input->is_related))
		require_other(&facts->caller, facts->proposed_by, "@did.propose", "@do.agree",
			      problems);
}

void decide_correct_relation(const struct engagement_facts *facts,
			     const struct relation_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "proposed, agreed, ended");
	if (input == NULL)
		return;
	check_relation(input->is_related, input->relation, problems);
	if (!input->is_related && strcmp(facts->caller.kind, "county") != 0)
		problems_add(problems, PROBLEM_RELATION_STANDS, "#/isRelated", NULL, NULL);
}

void decide_decline_engagement(const struct engagement_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "proposed");
}

void decide_end_engagement(const struct engagement_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "agreed");
}

static void check_firm(const struct engagement_facts *facts, const struct order_input *input,
		       size_t i, struct problems *problems)
{
	const char *orgnr = input->firms[i].orgnr;

	if (!orgnr_is_valid(orgnr))
		problems_at(problems, PROBLEM_ORGNR_INVALID, orgnr, NULL, "#/firms/%zu/orgnr", i);
	else if (facts->firms[i].id == 0)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "orgnr", NULL, "#/firms/%zu/orgnr",
			    i);
	else if (facts->firms[i].id == facts->partner_id)
		problems_at(problems, PROBLEM_OWN_PARTNER, NULL, NULL, "#/firms/%zu/orgnr", i);
	else if (!facts->firms[i].is_served)
		problems_at(problems, PROBLEM_FIRM_NOT_SERVED, orgnr, NULL, "#/firms/%zu/orgnr", i);
	else if (!facts->firms[i].is_of_track)
		problems_at(problems, PROBLEM_NOT_OF_TRACK, orgnr, NULL, "#/firms/%zu/orgnr", i);
	else if (facts->session_state != NULL && !facts->firms[i].is_of_session)
		problems_at(problems, PROBLEM_NOT_OF_SESSION, orgnr, NULL, "#/firms/%zu/orgnr", i);
	if (IS_REPEATED(input->firms, orgnr, i))
		problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL, "#/firms/%zu/orgnr", i);
}

static void split_order(const struct order_input *input, struct order_effects *effects,
			struct problems *problems)
{
	size_t n = input->n_firms;
	int64_t *parts = arena_alloc(problems->arena, n * sizeof(*parts));

	effects->minutes = arena_alloc(problems->arena, n * sizeof(*effects->minutes));
	for (size_t i = 0; i < n; i++)
		parts[i] = input->firms[i].has_parts ? input->firms[i].parts : 1;
	split_exactly(input->minutes, parts, n, effects->minutes);
	for (size_t i = 0; i < n; i++)
		if (effects->minutes[i] == 0)
			problems_at(problems, PROBLEM_NO_MINUTES, input->firms[i].orgnr, NULL,
				    "#/firms/%zu/parts", i);
}

static void check_left(const struct engagement_facts *facts, int64_t minutes, const char *pointer,
		       struct problems *problems)
{
	if (minutes > facts->left_minutes)
		problems_add(problems, PROBLEM_CEILING_EXCEEDED, pointer,
			     words_number(problems, facts->left_minutes), NULL);
}

static void check_session(const struct engagement_facts *facts, const struct order_input *input,
			  struct problems *problems)
{
	if (!input->has_session)
		return;
	if (facts->session_state == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/sessionId", "sessionId", NULL);
	else if (strcmp(facts->session_state, "planned") != 0)
		problems_add(problems, PROBLEM_STATE_CONFLICT, "#/sessionId",
			     arena_printf(problems->arena, "@%s", facts->session_state),
			     "@planned");
	else if (input->minutes > facts->session_left_minutes)
		problems_add(problems, PROBLEM_SESSION_ORDERED, "#/minutes",
			     words_number(problems, facts->session_left_minutes), NULL);
}

static void check_theme(const struct order_input *input, struct problems *problems)
{
	if (input->has_session && input->theme != NULL)
		problems_add(problems, PROBLEM_THEME_OF_SESSION, "#/theme", NULL, NULL);
	else if (!input->has_session && input->theme == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/theme", NULL, NULL);
}

void decide_order_hours(const struct engagement_facts *facts, const struct order_input *input,
			struct order_effects *effects, struct problems *problems)
{
	require_state(problems, facts->state, "agreed");
	if (facts->today > facts->ends_on)
		problems_add(problems, PROBLEM_ENGAGEMENT_OVER, NULL,
			     words_date(problems, facts->ends_on), NULL);
	if (input == NULL) {
		check_left(facts, 1, NULL, problems);
		return;
	}
	check_left(facts, input->minutes, "#/minutes", problems);
	for (size_t i = 0; i < input->n_firms; i++)
		check_firm(facts, input, i, problems);
	check_session(facts, input, problems);
	check_theme(input, problems);
	split_order(input, effects, problems);
}

void warn_of_order(const struct engagement_facts *facts, const struct order_input *input,
		   struct problems *warnings)
{
	for (size_t i = 0; i < input->n_firms; i++)
		if (!facts->firms[i].has_people)
			problems_at(warnings, PROBLEM_NOBODY_CONFIRMS, input->firms[i].orgnr, NULL,
				    "#/firms/%zu/orgnr", i);
}

void warn_of_engagement(const struct engagement_facts *facts, struct problems *warnings)
{
	for (size_t i = 0; i < facts->n_silent; i++)
		problems_add(warnings, PROBLEM_NOBODY_CONFIRMS, NULL, facts->silent[i], NULL);
}

static void check_day(int32_t day, int32_t first, int32_t last, const char *pointer,
		      struct problems *problems)
{
	if (day < first || day > last)
		problems_add(problems, PROBLEM_DAY_OUTSIDE, pointer, words_date(problems, first),
			     words_date(problems, last));
}

static void check_invoiced(const struct engagement_facts *facts, size_t i,
			   struct problems *problems)
{
	const struct invoiced_hours *hours = &facts->hours[i];

	if (hours->state == NULL)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "hoursIds", NULL, "#/hoursIds/%zu",
			    i);
	else if (strcmp(hours->state, "confirmed") != 0)
		problems_at(problems, PROBLEM_STATE_CONFLICT,
			    arena_printf(problems->arena, "@%s", hours->state), "@confirmed",
			    "#/hoursIds/%zu", i);
	else if (hours->confirmed_minutes == 0)
		problems_at(problems, PROBLEM_NOTHING_CONFIRMED, NULL, NULL, "#/hoursIds/%zu", i);
}

static int64_t confirmed_ore(const struct engagement_facts *facts)
{
	int64_t minutes = 0;

	for (size_t i = 0; i < facts->n_hours; i++)
		minutes += facts->hours[i].confirmed_minutes;
	return (int64_t)(((__int128)minutes * facts->hourly_ore + MINUTES_PER_HOUR - 1) /
			 MINUTES_PER_HOUR);
}

void decide_enter_invoice(const struct engagement_facts *facts, const struct invoice_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "agreed, ended");
	if (input == NULL)
		return;
	for (size_t i = 0; i < facts->n_hours; i++)
		check_invoiced(facts, i, problems);
	if (facts->invoice_is_used)
		problems_add(problems, PROBLEM_INVOICE_USED, "#/number", input->number, NULL);
	check_day(input->issued_on, facts->starts_on, facts->today, "#/issuedOn", problems);
	if (input->amount_ore > confirmed_ore(facts))
		problems_add(problems, PROBLEM_INVOICE_OVER_CONFIRMED, "#/amountOre",
			     words_kroner(problems, confirmed_ore(facts)), NULL);
	else if (input->amount_ore < confirmed_ore(facts) - 1 && input->reason == NULL)
		problems_add(problems, PROBLEM_INVOICE_SHORT, "#/reason",
			     words_kroner(problems, confirmed_ore(facts)), NULL);
}

static void check_entered(const struct engagement_facts *facts, const char *number,
			  struct problems *problems)
{
	if (!facts->has_invoice)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/number", "number", NULL);
	else if (facts->invoice.is_credited)
		problems_add(problems, PROBLEM_INVOICE_CREDITED, "#/number", number, NULL);
	else if (facts->invoice.is_claimed)
		problems_add(problems, PROBLEM_INVOICE_CLAIMED, "#/number", number, NULL);
}

void decide_credit_invoice(const struct engagement_facts *facts, const struct credit_input *input,
			   struct problems *problems)
{
	require_state(problems, facts->state, "agreed, ended");
	if (input == NULL)
		return;
	check_entered(facts, input->number, problems);
	if (facts->has_invoice && !facts->invoice.is_own &&
	    strcmp(facts->caller.kind, "partner") == 0)
		problems_add(problems, PROBLEM_INVOICE_OF_ANOTHER, "#/number", NULL, NULL);
	if (facts->other_is_used)
		problems_add(problems, PROBLEM_INVOICE_USED, "#/creditNote", input->credit_note,
			     NULL);
}

void decide_correct_invoice(const struct engagement_facts *facts,
			    const struct correct_invoice_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "agreed, ended");
	if (input == NULL)
		return;
	check_entered(facts, input->number, problems);
	if (facts->has_invoice && !facts->invoice.is_own)
		problems_add(problems, PROBLEM_INVOICE_OF_ANOTHER, "#/number", NULL, NULL);
	if (facts->other_is_used)
		problems_add(problems, PROBLEM_INVOICE_USED, "#/correctNumber",
			     input->correct_number, NULL);
}

static void check_tie(const struct hours_facts *facts, struct problems *problems)
{
	const struct tied_session *session = &facts->session;

	if (!session->is_for_firm)
		problems_add(problems, PROBLEM_NOT_OF_SESSION, "#/sessionId", facts->firm, NULL);
	if (strcmp(session->state, "planned") != 0)
		problems_add(problems, PROBLEM_STATE_CONFLICT, "#/sessionId",
			     arena_printf(problems->arena, "@%s", session->state), "@planned");
	else if (facts->ordered_minutes > session->left_minutes)
		problems_add(problems, PROBLEM_SESSION_ORDERED, "#/sessionId",
			     words_number(problems, session->left_minutes), NULL);
}

void decide_tie_hours(const struct hours_facts *facts, const struct tie_input *input,
		      struct problems *problems)
{
	require_state(problems, facts->state, "ordered");
	if (facts->is_of_session)
		problems_add(problems, PROBLEM_HOURS_OF_SESSION, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (facts->has_session)
		check_tie(facts, problems);
	else
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/sessionId", "sessionId", NULL);
}

void decide_deliver_hours(const struct hours_facts *facts, const struct deliver_input *input,
			  struct problems *problems)
{
	require_state(problems, facts->state, "ordered");
	if (facts->is_of_session)
		problems_add(problems, PROBLEM_HOURS_OF_SESSION, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (input->minutes > facts->ordered_minutes)
		problems_add(problems, PROBLEM_FIELD_TOO_LARGE, "#/minutes",
			     words_number(problems, facts->ordered_minutes), NULL);
	if (facts->has_period)
		check_day(input->delivered_on, facts->starts_on,
			  facts->ends_on < facts->today ? facts->ends_on : facts->today,
			  "#/deliveredOn", problems);
}

/* Delivered, and the firm has not confirmed all of it. */
static void require_unsettled(const struct hours_facts *facts, struct problems *problems)
{
	bool is_disputed = facts->confirmed_minutes < facts->delivered_minutes;

	require_state(problems, facts->state, is_disputed ? "delivered, confirmed" : "delivered");
}

void decide_withdraw_delivery(const struct hours_facts *facts, struct problems *problems)
{
	require_unsettled(facts, problems);
	if (facts->is_of_session)
		problems_add(problems, PROBLEM_HOURS_OF_SESSION, NULL, NULL, NULL);
	else if (facts->has_period &&
		 facts->ordered_minutes - facts->delivered_minutes > facts->left_minutes)
		problems_add(problems, PROBLEM_CEILING_EXCEEDED, NULL,
			     words_number(problems, facts->left_minutes), NULL);
}

void decide_confirm_hours(const struct hours_facts *facts, const struct confirm_input *input,
			  struct problems *problems)
{
	require_unsettled(facts, problems);
	if (strcmp(facts->state, "delivered") == 0 && facts->delivered_minutes == 0)
		problems_add(problems, PROBLEM_NOTHING_DELIVERED, NULL, NULL, NULL);
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->ordered_by, "@did.order", "@do.confirm", problems);
	require_other(&facts->caller, facts->delivered_by, "@did.deliver", "@do.confirm", problems);
	if (input == NULL)
		return;
	if (strcmp(facts->state, "confirmed") == 0 && input->minutes <= facts->confirmed_minutes)
		problems_add(problems, PROBLEM_FIELD_TOO_SMALL, "#/minutes",
			     words_number(problems, facts->confirmed_minutes + 1), NULL);
	if (input->minutes > facts->delivered_minutes)
		problems_add(problems, PROBLEM_FIELD_TOO_LARGE, "#/minutes",
			     words_number(problems, facts->delivered_minutes), NULL);
	else if ((input->minutes < facts->delivered_minutes) != (input->dispute != NULL))
		problems_add(problems, PROBLEM_DISPUTE_TEXT, "#/dispute", NULL, NULL);
}

void warn_of_hours(const struct hours_facts *facts, struct problems *warnings)
{
	bool is_ordered = strcmp(facts->state, "ordered") == 0;
	bool is_delivered =
		strcmp(facts->state, "delivered") == 0 && facts->delivered_minutes > 0;

	if (!facts->firm_has_people && (is_ordered || is_delivered))
		problems_add(warnings, PROBLEM_NOBODY_CONFIRMS, NULL, facts->firm, NULL);
}

void decide_cancel_hours(const struct hours_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "ordered");
}
