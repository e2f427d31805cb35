#include "api/appeals/lodging.h"

#include <string.h>

#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

static const char decided[] = "granted, part_granted, rejected, ineligible, dismissed, accepted, "
			      "active, completed, closed";

static bool is_of_county(const struct application_facts *facts)
{
	return strcmp(facts->caller.kind, "county") == 0;
}

static bool check_decided(const struct application_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_state(problems, facts->state, decided);
	return facts->has_appealable;
}

/* False if there is nothing to ask more of. */
static bool check_appealable(const struct application_facts *facts, struct problems *problems)
{
	if (facts->has_appealable && facts->appealable.is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
	return check_decided(facts, problems);
}

static void check_decision_named(const struct application_facts *facts, int64_t decision_id,
				 struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (decision_id == appealable->decision_id)
		return;
	if (!contains_number(appealable->replaced, appealable->n_replaced, decision_id))
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/decisionId", "decisionId",
			     NULL);
	else
		problems_add(problems, PROBLEM_DECISION_REPLACED, "#/decisionId",
			     words_number(problems, appealable->decision_id), NULL);
}

/* `since` is the day of what was decided. */
static void check_day(const struct application_facts *facts, int32_t since, int32_t day,
		      const char *pointer, struct problems *problems)
{
	require_not_future(problems, day, facts->today, pointer);
	if (day < since)
		problems_add(problems, PROBLEM_BEFORE_DECISION, pointer,
			     words_date(problems, since), NULL);
}

/* The county says for whom it enters something; the party speaks for itself. */
static void check_entered(const struct application_facts *facts, int32_t since,
			  const struct entered_for *entered, bool is_entered,
			  struct problems *problems)
{
	if (is_of_county(facts) && !is_entered)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/enteredFor", NULL, NULL);
	if (!is_entered)
		return;
	if (!is_of_county(facts))
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, "#/enteredFor", "@caseworker",
			     NULL);
	check_day(facts, since, entered->on_day, "#/enteredFor/onDay", problems);
}

/* One that is on its way, or was refused, its sender knows of. */
static void check_attached(const struct appealable *appealable, int64_t document_id, size_t i,
			   struct problems *problems)
{
	if (contains_number(appealable->documents, appealable->n_documents, document_id))
		return;
	for (size_t n = 0; n < appealable->n_unusable; n++)
		if (appealable->unusable[n].id == document_id) {
			problems_at(problems, PROBLEM_DOCUMENT_NOT_CLEAN,
				    arena_printf(problems->arena, "@%s",
						 appealable->unusable[n].state),
				    NULL, "#/documentIds/%zu", i);
			return;
		}
	problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "documentId", NULL, "#/documentIds/%zu",
		    i);
}

/* Whether an appeal of that other, or of the party, is of who appeals now. */
static bool is_of_appellant(const char *other, const struct lodge_input *input)
{
	return input->has_other ? text_is(other, input->other.name) : other == NULL;
}

const struct dismissed_appeal *dismissed_of(const struct application_facts *facts,
					    const struct lodge_input *input)
{
	const struct appealable *appealable = &facts->appealable;

	for (size_t i = 0; input->has_appeal && i < appealable->n_dismissed; i++)
		if (appealable->dismissed[i].appeal_id == input->appeal_id &&
		    is_of_appellant(appealable->dismissed[i].other, input))
			return &appealable->dismissed[i];
	return NULL;
}

/* One that was dismissed is heard if that is set aside, and not by being sent again too late. */
static void check_not_dismissed(const struct application_facts *facts,
				const struct lodge_input *input, struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;
	const struct dismissed_appeal *last = NULL;
	int32_t on_day = input->is_entered ? input->entered.on_day : facts->today;

	for (size_t i = 0; i < appealable->n_dismissed; i++) {
		const struct dismissed_appeal *dismissed = &appealable->dismissed[i];

		if (dismissed->other == NULL && dismissed->is_of_decision &&
		    dismissed->decision_id == appealable->decision_id)
			last = dismissed;
	}
	if (last != NULL && appealable->has_due && on_day > appealable->due_on)
		problems_add(problems, PROBLEM_APPEAL_DISMISSED, "#/decisionId",
			     words_number(problems, last->number),
			     words_number(problems, last->appeal_id));
}

static const struct appealable_amendment *amendment_of(const struct appealable *appealable,
						       int64_t amendment_id)
{
	for (size_t i = 0; i < appealable->n_amendments; i++)
		if (appealable->amendments[i].id == amendment_id)
			return &appealable->amendments[i];
	return NULL;
}

/* That the newest decision approved, and is not settled on an appeal. */
static const struct appealable_amendment *approved_by(const struct appealable *appealable)
{
	for (size_t i = 0; i < appealable->n_amendments; i++) {
		const struct appealable_amendment *amendment = &appealable->amendments[i];

		if (amendment->is_approved && !amendment->is_final &&
		    amendment->decision_id == appealable->decision_id)
			return amendment;
	}
	return NULL;
}

struct lodged_against lodged_against(const struct application_facts *facts,
				     const struct lodge_input *input)
{
	const struct appealable *appealable = &facts->appealable;
	const struct appealable_amendment *amendment = NULL;
	const struct dismissed_appeal *dismissed = dismissed_of(facts, input);

	if (dismissed != NULL)
		return (struct lodged_against){
			.decision_id = dismissed->is_of_decision ? &dismissed->decision_id : NULL,
			.amendment_id = dismissed->is_of_amendment ? &dismissed->amendment_id
								    : NULL,
			.answer_id = &dismissed->answer_id,
		};
	if (!input->has_other)
		amendment = input->has_amendment ? amendment_of(appealable, input->amendment_id)
						 : approved_by(appealable);
	return (struct lodged_against){
		.decision_id = amendment == NULL || amendment->is_approved
				       ? &appealable->decision_id
				       : NULL,
		.amendment_id = amendment == NULL ? NULL : &amendment->id,
	};
}

static void tell_appealed(bool is_appealed, int64_t number, struct problems *problems)
{
	if (is_appealed)
		problems_add(problems, PROBLEM_APPEAL_OPEN, NULL, words_number(problems, number),
			     NULL);
}

/* One at a time, be it against what was decided or against that another was inadmissible. */
static void check_unappealed(const struct appealable *appealable,
			     const struct appealable_amendment *amendment,
			     struct problems *problems)
{
	if (amendment != NULL && !amendment->is_approved)
		tell_appealed(amendment->is_appealed, amendment->appeal_number, problems);
	else
		tell_appealed(appealable->is_appealed, appealable->appeal_number, problems);
}

static void check_asked(const struct application_facts *facts, const struct lodge_input *input,
			struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (input->has_asked_ore && facts->has_applied && input->asked_ore > facts->applied_ore)
		problems_add(problems, PROBLEM_ASKED_ABOVE_APPLIED, "#/askedOre",
			     words_kroner(problems, facts->applied_ore), NULL);
	if (input->has_asked_ore && input->asked_ore <= appealable->amount_ore)
		problems_add(problems, PROBLEM_ASKED_NOT_MORE, "#/askedOre",
			     words_kroner(problems, appealable->amount_ore), NULL);
}

static void check_of_decision(const struct application_facts *facts,
			      const struct lodge_input *input, struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	if (appealable->is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
	check_unappealed(appealable, NULL, problems);
	check_decision_named(facts, input->decision_id, problems);
	check_not_dismissed(facts, input, problems);
	check_entered(facts, appealable->decided_on, &input->entered, input->is_entered, problems);
	check_asked(facts, input, problems);
}

static void check_of_dismissal(const struct application_facts *facts,
			       const struct lodge_input *input, struct problems *problems)
{
	const struct dismissed_appeal *dismissed = dismissed_of(facts, input);
	int32_t since = dismissed != NULL ? dismissed->made_on : facts->appealable.decided_on;

	check_entered(facts, since, &input->entered, input->is_entered, problems);
	if (dismissed == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/appealId", "appealId", NULL);
	else if (dismissed->is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, "#/appealId", NULL, NULL);
	else
		check_unappealed(&facts->appealable,
				 amendment_of(&facts->appealable, dismissed->amendment_id),
				 problems);
	if (input->has_asked_ore)
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/askedOre", NULL, NULL);
}

/* What was refused gives no amount, and nothing is carried out of it. */
static void check_refused(const struct lodge_input *input, struct problems *problems)
{
	if (input->has_asked_ore)
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/askedOre", NULL, NULL);
	if (input->stay_grounds != NULL)
		problems_add(problems, PROBLEM_NOTHING_TO_STAY, "#/stayGrounds", NULL, NULL);
}

/* What was approved is of the newest decision, whichever has come since. */
static void check_of_amendment(const struct application_facts *facts,
			       const struct lodge_input *input, struct problems *problems)
{
	const struct appealable_amendment *amendment =
		amendment_of(&facts->appealable, input->amendment_id);
	int32_t since = amendment != NULL ? amendment->made_on : facts->appealable.decided_on;

	check_entered(facts, since, &input->entered, input->is_entered, problems);
	if (amendment == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/amendmentId", "amendmentId",
			     NULL);
	else if (amendment->is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, "#/amendmentId", NULL, NULL);
	else
		check_unappealed(&facts->appealable, amendment, problems);
	if (amendment != NULL && amendment->is_approved)
		check_asked(facts, input, problems);
	else
		check_refused(input, problems);
}

static bool may_be_dismissed_wrongly(const struct appealable *appealable, int64_t amendment_id)
{
	for (size_t i = 0; i < appealable->n_dismissed; i++)
		if (appealable->dismissed[i].other == NULL && !appealable->dismissed[i].is_final &&
		    appealable->dismissed[i].amendment_id == amendment_id)
			return true;
	return false;
}

/* Of an amendment. */
static bool may_appeal_beside(const struct appealable *appealable)
{
	for (size_t i = 0; i < appealable->n_amendments; i++) {
		const struct appealable_amendment *amendment = &appealable->amendments[i];
		bool is_appealed = amendment->is_approved ? appealable->is_appealed
							  : amendment->is_appealed;

		if (!is_appealed &&
		    (!amendment->is_final || may_be_dismissed_wrongly(appealable, amendment->id)))
			return true;
	}
	return false;
}

static void check_any(const struct appealable *appealable, struct problems *problems)
{
	if (may_appeal_beside(appealable))
		return;
	if (appealable->is_final && !may_be_dismissed_wrongly(appealable, 0))
		problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
	check_unappealed(appealable, NULL, problems);
}

/* What others came to bars nobody; each appeals once. */
static void check_others(const struct appealable *appealable, const struct lodge_input *input,
			 struct problems *problems)
{
	for (size_t i = 0; i < appealable->n_others; i++) {
		const struct others_appeal *one = &appealable->others[i];

		if (!text_is(one->name, input->other.name))
			continue;
		if (one->is_final && input->has_decision)
			problems_add(problems, PROBLEM_APPEAL_FINAL, NULL, NULL, NULL);
		tell_appealed(!one->is_final, one->number, problems);
	}
}

/* Of somebody that is no party: whether it has an interest in law is for the answer to say. */
static void check_of_other(const struct application_facts *facts, const struct lodge_input *input,
			   struct problems *problems)
{
	const struct dismissed_appeal *dismissed = dismissed_of(facts, input);
	int32_t since = dismissed != NULL ? dismissed->made_on : facts->appealable.decided_on;

	if (!is_of_county(facts)) {
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, "#/other", "@caseworker", NULL);
		return;
	}
	check_entered(facts, since, &input->entered, input->is_entered, problems);
	check_others(&facts->appealable, input, problems);
	if (input->has_asked_ore)
		problems_add(problems, PROBLEM_APPEAL_AMOUNT, "#/askedOre", NULL, NULL);
	if (input->has_amendment)
		problems_add(problems, PROBLEM_APPEAL_OBJECT, "#/amendmentId", NULL, NULL);
	else if (input->has_decision)
		check_decision_named(facts, input->decision_id, problems);
	else if (dismissed == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/appealId", "appealId", NULL);
	else if (dismissed->is_final)
		problems_add(problems, PROBLEM_APPEAL_FINAL, "#/appealId", NULL, NULL);
}

void decide_lodge(const struct application_facts *facts, const struct lodge_input *input,
		  struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	require_applicant(&facts->caller, facts->applicant_id, problems);
	if (!check_decided(facts, problems))
		return;
	if (input == NULL) {
		check_any(appealable, problems);
		return;
	}
	if (input->has_appeal + input->has_decision + input->has_amendment != 1)
		problems_add(problems, PROBLEM_APPEAL_OBJECT, "#/decisionId", NULL, NULL);
	else if (input->has_other)
		check_of_other(facts, input, problems);
	else if (input->has_appeal)
		check_of_dismissal(facts, input, problems);
	else if (input->has_amendment)
		check_of_amendment(facts, input, problems);
	else
		check_of_decision(facts, input, problems);
	for (size_t i = 0; i < input->n_documents; i++)
		check_attached(appealable, input->documents[i], i, problems);
}

void decide_ask_grounds(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;

	require_applicant(&facts->caller, facts->applicant_id, problems);
	if (!check_appealable(facts, problems))
		return;
	if (appealable->awaits_grounds)
		problems_add(problems, PROBLEM_GROUNDS_AWAITED, NULL, NULL, NULL);
	else if (appealable->had_grounds)
		problems_add(problems, PROBLEM_GROUNDS_GIVEN, NULL, NULL, NULL);
	effects->on_day = input != NULL && input->is_entered ? input->entered.on_day : facts->today;
	if (appealable->has_due && effects->on_day > appealable->due_on)
		problems_add(problems, PROBLEM_APPEAL_TIME_OVER, NULL,
			     words_date(problems, appealable->due_on), NULL);
	if (input == NULL)
		return;
	check_decision_named(facts, input->decision_id, problems);
	check_entered(facts, appealable->decided_on, &input->entered, input->is_entered, problems);
}

/* The end of the time of § 29 that begins `days_on_way` after a day. */
static int32_t time_from(const struct application_facts *facts, int32_t day, int64_t days_on_way,
			 struct problems *problems)
{
	if (!facts->appealable.has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	return deadline_after(day, days_on_way + facts->appealable.appeal_days);
}

void decide_give_grounds(const struct application_facts *facts, const struct period_input *input,
			 struct period_effects *effects, struct problems *problems)
{
	if (!check_appealable(facts, problems))
		return;
	if (!facts->appealable.awaits_grounds)
		problems_add(problems, PROBLEM_GROUNDS_NOT_ASKED, NULL, NULL, NULL);
	effects->on_day = facts->today;
	effects->ends_on = time_from(facts, facts->today, 0, problems);
	/* To have asked for them costs nobody time: a notice by post had a later day. */
	if (effects->ends_on < facts->appealable.ran_until)
		effects->ends_on = facts->appealable.ran_until;
	if (input != NULL)
		check_decision_named(facts, input->decision_id, problems);
}

static int64_t on_way(const struct application_facts *facts, const struct period_input *input)
{
	return strcmp(input->how, "posted") == 0 ? facts->post_days : 0;
}

/* The letter that waits to be posted to that party; NULL: none. */
static const struct mailing *find_mailing(const struct application_facts *facts,
					  const struct period_input *input)
{
	for (size_t i = 0; i < facts->n_mailings; i++) {
		const struct mailing *mailing = &facts->mailings[i];
		bool is_letter = input->has_letter ? mailing->letter_id == input->letter_id
						   : mailing->decision_id == input->decision_id;

		if (is_letter && (input->orgnr == NULL ? mailing->is_applicant
						       : strcmp(mailing->orgnr, input->orgnr) == 0))
			return mailing;
	}
	return NULL;
}

/* When the time to appeal, and to accept, begins with the notice of the newest decision. */
static void begin_time(const struct application_facts *facts, const struct period_input *input,
		       const struct mailing *mailing, struct period_effects *effects,
		       struct problems *problems)
{
	const struct appealable *appealable = &facts->appealable;
	int64_t days_on_way = on_way(facts, input);

	check_day(facts, appealable->decided_on, input->on_day, "#/onDay", problems);
	if (!appealable->is_final)
		effects->ends_on = time_from(facts, input->on_day, days_on_way, problems);
	if (mailing != NULL && mailing->is_applicant && appealable->is_offered_later)
		effects->accept_by = deadline_after(input->on_day,
						    days_on_way + appealable->acceptance_days);
	/* What is posted to one party leaves no other less time. */
	if (mailing != NULL && !appealable->is_final && effects->ends_on < appealable->ran_until)
		effects->ends_on = appealable->ran_until;
	if (mailing == NULL && input->on_day >= appealable->decided_on && appealable->has_due &&
	    effects->ends_on <= appealable->due_on)
		problems_add(problems, PROBLEM_NOTICE_EARLIER, "#/onDay",
			     words_date(problems, appealable->due_on), NULL);
}

static void note_decision(const struct application_facts *facts, const struct period_input *input,
			  const struct mailing *mailing, struct period_effects *effects,
			  struct problems *problems)
{
	if (mailing != NULL)
		require_person(&facts->caller, problems);
	else if (!check_appealable(facts, problems))
		return;
	if (facts->appealable.awaits_grounds)
		problems_add(problems, PROBLEM_GROUNDS_AWAITED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (input->has_decision)
		check_decision_named(facts, input->decision_id, problems);
	else if (!input->has_letter)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/decisionId", NULL, NULL);
	begin_time(facts, input, mailing, effects, problems);
}

/* The party has its days to comment from when it had the letter. */
static int64_t extend(const struct application_facts *facts, const struct period_input *input,
		      const struct posted_question *question, struct period_effects *effects)
{
	int32_t until = input->on_day + (int32_t)(on_way(facts, input) + question->days);

	if (until <= question->answer_by)
		return 0;
	effects->answer_by = until;
	return question->id;
}

/* A letter of something else than the newest decision: a time to appeal may begin with that. */
static void note_letter(const struct application_facts *facts, const struct period_input *input,
			const struct mailing *mailing, struct period_effects *effects,
			struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	require_not_future(problems, input->on_day, facts->today, "#/onDay");
	if (input->on_day < mailing->queued_on)
		problems_add(problems, PROBLEM_BEFORE_LETTER, "#/onDay",
			     words_date(problems, mailing->queued_on), NULL);
	if (mailing->has_hearing)
		effects->hearing_id = extend(facts, input, &mailing->hearing, effects);
	if (mailing->has_partner)
		effects->partner_id = extend(facts, input, &mailing->partner, effects);
	if (mailing->begins_appeal)
		effects->beside_by =
			time_from(facts, input->on_day, on_way(facts, input), problems);
}

void decide_note_notice(const struct application_facts *facts, const struct period_input *input,
			struct period_effects *effects, struct problems *problems)
{
	const struct mailing *mailing = NULL;

	if (input != NULL)
		mailing = find_mailing(facts, input);
	else if (facts->n_mailings > 0)
		mailing = &facts->mailings[0];
	if (input != NULL)
		effects->on_day = input->on_day;
	effects->mailing_id = mailing != NULL ? mailing->id : 0;
	if (mailing == NULL && input != NULL && (input->has_letter || input->orgnr != NULL))
		problems_add(problems, PROBLEM_NOT_BY_POST,
			     input->has_letter ? "#/letterId" : "#/orgnr", NULL, NULL);
	else if (mailing == NULL || (facts->has_appealable &&
				     mailing->decision_id == facts->appealable.decision_id))
		note_decision(facts, input, mailing, effects, problems);
	else
		note_letter(facts, input, mailing, effects, problems);
}
