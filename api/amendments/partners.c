#include "api/amendments/partners.h"

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

static void enter(struct budget *entered, const struct asked_about *one)
{
	size_t i = 0;

	while (i < entered->n_partners && !text_is(entered->partners[i].orgnr, one->orgnr))
		i++;
	if (i == entered->n_partners)
		entered->n_partners++;
	entered->partners[i] = (struct line_partner){.orgnr = one->orgnr, .name = one->name};
}

struct budget budget_entered(const struct budget *before, const struct partner_change *change,
			     struct arena *arena)
{
	struct budget entered = *before;

	entered.partners = arena_alloc(
		arena, (before->n_partners + change->n_entering + 1) * sizeof(*entered.partners));
	for (size_t i = 0; i < before->n_partners; i++)
		entered.partners[i] = before->partners[i];
	for (size_t i = 0; i < change->n_entering; i++)
		enter(&entered, &change->entering[i]);
	return entered;
}

void check_named(const struct named_organisation *named, size_t n, int64_t recipient_id,
		 struct problems *problems)
{
	for (size_t i = 0; i < n; i++)
		if (named[i].id == 0)
			problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "orgnr", NULL,
				    "#/entering/%zu/orgnr", i);
		else if (named[i].id == recipient_id)
			problems_at(problems, PROBLEM_PARTNER_APPLICANT, NULL, NULL,
				    "#/entering/%zu/orgnr", i);
		else if (named[i].is_partner)
			problems_at(problems, PROBLEM_PARTNER_NAMED, NULL, NULL,
				    "#/entering/%zu/orgnr", i);
}

static const struct line_partner *find_partner(const struct budget *budget, const char *orgnr)
{
	for (size_t i = 0; i < budget->n_partners; i++)
		if (text_is(budget->partners[i].orgnr, orgnr) && !budget->partners[i].has_left)
			return &budget->partners[i];
	return NULL;
}

static void check_leaving(const struct budget *before, const struct budget *after,
			  const char *orgnr, size_t i, struct problems *problems)
{
	const struct line_partner *partner = find_partner(before, orgnr);
	struct budget_sum sum = bearer_sum(after, orgnr);

	if (before->lead != NULL && text_is(before->lead, orgnr))
		problems_at(problems, PROBLEM_PARTNER_LEADS, NULL, NULL, "#/leaving/%zu", i);
	else if (partner == NULL)
		problems_at(problems, PROBLEM_PARTNER_NOT_OF_GRANT, orgnr, NULL,
			    "#/leaving/%zu", i);
	else if (sum.budget_ore > sum.claimed_ore)
		problems_at(problems, PROBLEM_PARTNER_LINES_LEFT, partner->name,
			    words_kroner(problems, sum.budget_ore - sum.claimed_ore),
			    "#/leaving/%zu", i);
}

void check_partner_change(const struct budget *before, const struct partner_change *change,
			  const struct budget_move *moves, size_t n, struct problems *problems)
{
	struct budget after = budget_after(before, moves, n, problems->arena);

	for (size_t i = 0; i < change->n_leaving; i++)
		check_leaving(before, &after, change->leaving[i], i, problems);
	for (size_t i = 0; i < change->n_entering; i++) {
		const char *orgnr = change->entering[i].orgnr;

		if (bearer_sum(&after, orgnr).budget_ore <= bearer_sum(before, orgnr).budget_ore)
			problems_at(problems, PROBLEM_PARTNER_WITHOUT_PART,
				    change->entering[i].name, NULL, "#/entering/%zu", i);
	}
}

int64_t granted_of_rest(const struct budget *before, const struct budget *after,
			int64_t amount_ore, const struct given_back *back)
{
	int64_t had_ore = whole_sum(before), has_ore = whole_sum(after);

	if (has_ore < had_ore)
		return (int64_t)((__int128)amount_ore * has_ore / had_ore);
	if (has_ore > had_ore && back->costs_ore > 0)
		return amount_ore + (int64_t)((__int128)back->amount_ore * (has_ore - had_ore) /
					      back->costs_ore);
	return amount_ore;
}

void check_comes_back(const struct given_back *back, const struct budget_move *moves, size_t n,
		      struct problems *problems)
{
	__int128 ore = 0;

	for (size_t i = 0; i < n; i++) {
		ore += moves[i].has_from ? 0 : moves[i].amount_ore;
		if (!moves[i].has_from && ore > back->costs_ore)
			problems_at(problems, PROBLEM_MOVE_COMES_FROM_NOWHERE,
				    words_kroner(problems, back->costs_ore), NULL,
				    "#/moves/%zu/from", i);
	}
}

void check_given_back(const struct partner_change *change, const struct budget_move *moves,
		      size_t n, struct problems *problems)
{
	for (size_t i = 0; i < n; i++) {
		const char *partner = moves[i].from.partner;

		if (!moves[i].has_to &&
		    (partner == NULL ||
		     !words_contain(change->leaving, change->n_leaving, partner)))
			problems_at(problems, PROBLEM_MOVE_NOT_GIVEN_BACK, NULL, NULL,
				    "#/moves/%zu/to", i);
	}
}

void check_rest(int64_t rest_ore, int64_t claimed_ore, struct problems *problems)
{
	if (rest_ore <= 0)
		problems_add(problems, PROBLEM_NOTHING_LEFT, "#/moves", NULL, NULL);
	else if (rest_ore < claimed_ore)
		problems_add(problems, PROBLEM_GRANT_CLAIMED, "#/moves",
			     words_kroner(problems, claimed_ore), NULL);
}

void check_lead(const struct budget *before, const struct budget *after, struct problems *problems)
{
	if (bearer_sum(before, NULL).budget_ore > 0 && bearer_sum(after, NULL).budget_ore == 0)
		problems_add(problems, PROBLEM_RECIPIENT_WITHOUT_PART, "#/moves", NULL, NULL);
}

void check_partners_heard(const struct partner_change *change, int32_t today,
			  struct problems *problems)
{
	for (size_t i = 0; i < change->n_heard; i++) {
		const struct asked_about *one = &change->heard[i];

		if (!text_is(one->state, "asked"))
			continue;
		if (one->is_unposted)
			problems_add(problems, PROBLEM_PARTNER_UNPOSTED, NULL, one->name, NULL);
		else if (today <= one->answer_by)
			problems_add(problems, PROBLEM_PARTNER_NOT_HEARD, NULL, one->name,
				     words_date(problems, one->answer_by));
	}
}

static void check_answered(const struct asked_about *list, size_t n, struct problems *problems)
{
	for (size_t i = 0; i < n; i++)
		if (!list[i].is_heard && text_is(list[i].state, "asked"))
			problems_add(problems, PROBLEM_PARTNER_UNCONFIRMED, NULL, list[i].name,
				     NULL);
}

void check_partners_answered(const struct partner_change *change, struct problems *problems)
{
	check_answered(change->entering, change->n_entering, problems);
	check_answered(change->staying, change->n_staying, problems);
}

static bool is_declined(const struct asked_about *list, size_t n, const char *orgnr)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(list[i].orgnr, orgnr) && text_is(list[i].state, "declined"))
			return true;
	return false;
}

bool has_declined(const struct partner_change *change, const char *orgnr)
{
	return is_declined(change->entering, change->n_entering, orgnr) ||
	       is_declined(change->staying, change->n_staying, orgnr);
}

static int64_t line_ore(const struct budget *budget, const struct budget_place *place)
{
	for (size_t i = 0; i < budget->n_lines; i++)
		if (budget->lines[i].place.partner != NULL &&
		    text_is(budget->lines[i].place.partner, place->partner) &&
		    text_is(budget->lines[i].place.cost_group, place->cost_group))
			return budget->lines[i].budget_ore;
	return 0;
}

static bool is_same_part(const char *orgnr, const struct budget *asked, const struct budget *after)
{
	for (size_t i = 0; i < after->n_groups; i++) {
		struct budget_place place = {after->groups[i].cost_group, orgnr};

		if (line_ore(asked, &place) != line_ore(after, &place))
			return false;
	}
	return true;
}

static void check_part_asked(const struct asked_about *one, const struct budget *asked,
			     const struct budget *after, struct problems *problems)
{
	if (!one->is_heard && !text_is(one->state, "confirmed"))
		problems_add(problems, PROBLEM_PARTNER_UNCONFIRMED, NULL, one->name, NULL);
	else if (!is_same_part(one->orgnr, asked, after) || (!one->is_heard && !one->is_current))
		problems_add(problems, PROBLEM_PARTNER_PART_CHANGED, "#/moves", one->name, NULL);
}

static bool is_among(const struct asked_about *list, size_t n, const char *orgnr)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(list[i].orgnr, orgnr))
			return true;
	return false;
}

void check_parts_asked(const struct partner_change *change, const struct budget *before,
		       const struct budget *asked, const struct budget *after,
		       struct problems *problems)
{
	for (size_t i = 0; i < change->n_entering; i++)
		check_part_asked(&change->entering[i], asked, after, problems);
	for (size_t i = 0; i < change->n_staying; i++)
		check_part_asked(&change->staying[i], asked, after, problems);
	for (size_t i = 0; i < before->n_partners; i++) {
		const struct line_partner *partner = &before->partners[i];

		if (!is_among(change->entering, change->n_entering, partner->orgnr) &&
		    !is_among(change->staying, change->n_staying, partner->orgnr) &&
		    !words_contain(change->leaving, change->n_leaving, partner->orgnr) &&
		    !is_same_part(partner->orgnr, before, after))
			problems_add(problems, PROBLEM_PARTNER_PART_CHANGED, "#/moves",
				     partner->name, NULL);
	}
}
