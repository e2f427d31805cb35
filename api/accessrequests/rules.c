#include "api/accessrequests/accessrequests.h"
#include "api/accessrequests/asking.h"

#include <string.h>

#include "api/deadlines/deadlines.h"
#include "api/problems/words.h"
#include "lib/base/date.h"
#include "lib/base/text.h"

void decide_ask_access(const struct access_asked_facts *facts, const struct access_asked *input,
		       bool is_signed, int32_t *due_on, struct problems *problems)
{
	if (!is_signed && facts->waiting >= facts->waiting_max)
		problems_add(problems, PROBLEM_ACCESS_REQUESTS_MANY, NULL, NULL, NULL);
	if (facts->known != (int64_t)input->n_posts)
		problems_add(problems, PROBLEM_POSTS_UNKNOWN, "#/postIds", NULL, NULL);
	*due_on = deadline_working_days(facts->today, facts->days);
}

static const struct complained_item *find_complained(const struct access_complaint_facts *facts,
						     int64_t number)
{
	for (size_t i = 0; i < facts->n_items; i++)
		if (facts->items[i].number == number)
			return &facts->items[i];
	return NULL;
}

static void check_complaint(const struct access_complaint_facts *facts,
			    const struct complained_item *item, struct problems *problems)
{
	int32_t silent_from = deadline_working_days(facts->received_on, facts->silence_days);
	const char *number = words_number(problems, item->number);

	if (text_is(item->state, "asked")) {
		if (facts->today <= silent_from)
			problems_add(problems, PROBLEM_ANSWER_AWAITED, "#/items", number,
				     words_date(problems, silent_from));
	} else if (item->is_final ||
		   !(text_is(item->state, "part") || text_is(item->state, "refused"))) {
		problems_add(problems, PROBLEM_NOTHING_TO_COMPLAIN_OF, "#/items", number, NULL);
	} else if (item->has_deadline && facts->today > item->deadline) {
		problems_add(problems, PROBLEM_COMPLAINT_LATE, "#/items", number,
			     words_date(problems, item->deadline));
	}
}

void decide_complain_of_access(const struct access_complaint_facts *facts,
			       const struct access_complaint *input, int32_t *due_on,
			       struct problems *problems)
{
	for (size_t i = 0; i < input->n_items; i++) {
		const struct complained_item *item = find_complained(facts, input->items[i]);

		if (item == NULL)
			problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/items", "items", NULL);
		else
			check_complaint(facts, item, problems);
	}
	*due_on = deadline_working_days(facts->today, facts->days);
}

static bool waits_for_county(const struct access_item *item)
{
	return text_is(item->state, "asked") || text_is(item->state, "complained");
}

static bool waits(const struct access_item *item)
{
	return waits_for_county(item) || text_is(item->state, "forwarded");
}

static bool is_refused_by(const struct access_item *item, const struct caller *caller)
{
	return text_is(item->state, "complained") && caller->is_person &&
	       item->decided_by == caller->person_id;
}

static const struct access_item *find_item(const struct access_facts *facts, int64_t number)
{
	for (size_t i = 0; i < facts->n_items; i++)
		if (facts->items[i].number == number)
			return &facts->items[i];
	return NULL;
}

/* Asked in general, who refused all that waits may answer nothing. */
static const struct access_item *check_item(const struct access_facts *facts,
					    const struct access_decision *input,
					    struct problems *problems)
{
	const struct access_item *item = input == NULL ? NULL : find_item(facts, input->number);
	const struct access_item *own = NULL;
	bool is_any = false;

	for (size_t i = 0; i < facts->n_items; i++) {
		const struct access_item *one = &facts->items[i];

		if (waits(one) && is_refused_by(one, &facts->caller))
			own = one;
		else if (waits(one))
			is_any = true;
	}
	if (input == NULL)
		item = is_any ? NULL : own;
	else if (item == NULL)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/number", "number", NULL);
	else
		require_state(problems, item->state, "asked, complained, forwarded");
	if (item != NULL && is_refused_by(item, &facts->caller))
		require_other(&facts->caller, item->decided_by, "@did.refuse_access",
			      "@do.decide_complaint", problems);
	return item;
}

bool access_basis_is_of_party(const char *basis)
{
	return strncmp(basis, "fvl-", 4) == 0;
}

/* By which provision, of those that bind who asks; and why not all the same where it is left to the
 * county (offl. § 11), which what is under a duty of secrecy (§ 13) is not: that is never given
 * whole, whoever considers it, before it is classified anew. */
static void check_basis(const struct access_facts *facts, const struct access_item *item,
			const struct access_decision *input, struct problems *problems)
{
	bool is_party = facts->organisation_id != 0 &&
			facts->organisation_id == item->applicant_id;

	if (text_is(input->outcome, "given")) {
		if (item->is_withheld)
			problems_add(problems, PROBLEM_GIVEN_IN_SECRECY, "#/outcome", NULL, NULL);
		if (input->basis != NULL)
			problems_add(problems, PROBLEM_BASIS_OF_GIVEN, "#/basis", NULL, NULL);
		return;
	}
	if (input->basis == NULL) {
		problems_add(problems, PROBLEM_BASIS_MISSING, "#/basis", NULL, NULL);
		return;
	}
	if (access_basis_is_of_party(input->basis) != is_party)
		problems_add(problems, PROBLEM_BASIS_OF_OTHERS, "#/basis",
			     is_party ? "@access.party" : "@access.public", NULL);
	else if (!is_party && input->wider_access == NULL &&
		 strncmp(input->basis, "offl-13-", 8) != 0)
		problems_add(problems, PROBLEM_WIDER_ACCESS_MISSING, "#/widerAccess", NULL, NULL);
}

static void check_copies(const struct access_item *item, const struct access_decision *input,
			 struct problems *problems)
{
	bool is_part = text_is(input->outcome, "part");

	if (is_part && input->n_documents == 0)
		problems_add(problems, PROBLEM_COPIES_MISSING, "#/documentIds", NULL, NULL);
	if (!is_part && input->n_documents > 0)
		problems_add(problems, PROBLEM_COPIES_OF_WHOLE, "#/documentIds", NULL, NULL);
	for (size_t i = 0; is_part && i < input->n_documents; i++)
		if (!contains_number(item->copies, item->n_copies, input->documents[i]))
			problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "documentIds", NULL,
				    "#/documentIds/%zu", i);
}

/* Of the whole request, once this document has its new state. */
static const char *state_after(const struct access_facts *facts,
			       const struct access_effects *effects)
{
	const char *state = "replied";

	for (size_t i = 0; i < facts->n_items; i++) {
		const struct access_item *item = &facts->items[i];
		const char *now = item == effects->item ? effects->item_state : item->state;

		if (text_is(now, "complained") || text_is(now, "forwarded"))
			return "complained";
		if (text_is(now, "asked"))
			state = "received";
	}
	return state;
}

static void answer(const struct access_facts *facts, const struct access_decision *input,
		   struct access_effects *effects, struct problems *problems)
{
	const struct access_item *item = effects->item;
	bool is_given = text_is(input->outcome, "given");
	bool is_first = text_is(item->state, "asked");
	bool is_complaint = text_is(item->state, "complained");

	effects->instance = is_first ? "county" : is_complaint ? "complaint" : "appeal_body";
	effects->item_state = is_complaint && !is_given ? "forwarded" : input->outcome;
	effects->state = state_after(facts, effects);
	effects->is_readable = !text_is(input->outcome, "refused");
	effects->readable_until = deadline_after(facts->today, facts->link_days);
	effects->has_appeal_deadline = is_first && !is_given;
	if (effects->has_appeal_deadline && !facts->has_appeal_days)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, "appeal.days", NULL);
	effects->appeal_deadline = deadline_after(facts->today, facts->appeal_days);
}

static void check_resolution(const struct access_item *item, const struct access_decision *input,
			     struct problems *problems)
{
	bool is_forwarded = text_is(item->state, "forwarded");

	if (is_forwarded && input->resolution == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/resolution", NULL, NULL);
	if (!is_forwarded && input->resolution != NULL)
		problems_add(problems, PROBLEM_RESOLUTION_OF_COUNTY, "#/resolution", NULL, NULL);
}

void decide_access(const struct access_facts *facts, const struct access_decision *input,
		   struct access_effects *effects, struct problems *problems)
{
	const struct access_item *item;

	require_state(problems, facts->state, "received, complained");
	require_person(&facts->caller, problems);
	item = check_item(facts, input, problems);
	if (input == NULL || item == NULL)
		return;
	effects->item = item;
	check_basis(facts, item, input, problems);
	check_copies(item, input, problems);
	check_resolution(item, input, problems);
	answer(facts, input, effects, problems);
}

bool access_is_extended(const struct access_item *item, const struct access_extension *input)
{
	if (!waits_for_county(item) || item->due_on >= input->until)
		return false;
	return input->n_items == 0 || contains_number(input->items, input->n_items, item->number);
}

/* What waits for the county and is due first; else, where something does, what waits for the
 * county governor, whom no day of the county's binds. */
static const struct access_item *due_first(const struct access_facts *facts)
{
	const struct access_item *first = NULL;

	for (size_t i = 0; i < facts->n_items; i++) {
		const struct access_item *item = &facts->items[i];
		bool is_before = first == NULL || !waits_for_county(first) ||
				 (waits_for_county(item) && item->due_on < first->due_on);

		if (waits(item) && is_before)
			first = item;
	}
	return first;
}

static void check_extended(const struct access_item *item, const struct access_extension *input,
			   struct problems *problems)
{
	if (!waits_for_county(item))
		require_state(problems, item->state, "asked, complained");
	else if (!access_is_extended(item, input))
		problems_add(problems, PROBLEM_EXTENSION_SHORTER, "#/until",
			     words_date(problems, item->due_on), NULL);
}

void decide_extend_access(const struct access_facts *facts, const struct access_extension *input,
			  struct problems *problems)
{
	const struct access_item *first = due_first(facts);

	require_state(problems, facts->state, "received, complained");
	require_person(&facts->caller, problems);
	if (first != NULL && !waits_for_county(first))
		require_state(problems, first->state, "asked, complained");
	if (input == NULL)
		return;
	require_not_passed(problems, input->until, facts->today, "#/until");
	for (size_t i = 0; i < input->n_items; i++) {
		const struct access_item *item = find_item(facts, input->items[i]);

		if (item == NULL)
			problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/items", "items", NULL);
		else
			check_extended(item, input, problems);
	}
	if (input->n_items == 0 && first != NULL && waits_for_county(first))
		check_extended(first, input, problems);
}

void decide_revoke_link(const struct access_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (facts->is_revoked)
		problems_add(problems, PROBLEM_ACCESS_LINK_REVOKED, NULL, NULL, NULL);
}
