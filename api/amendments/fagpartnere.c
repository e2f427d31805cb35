#include "api/amendments/fagpartnere.h"

#include "api/problems/words.h"
#include "lib/base/text.h"

static const struct planned_fagpartner *find(const struct planned_fagpartnere *in,
					     const char *orgnr)
{
	for (size_t i = 0; i < in->n; i++)
		if (text_is(in->list[i].orgnr, orgnr))
			return &in->list[i];
	return NULL;
}

static bool is_same(const struct planned_fagpartner *a, const struct planned_fagpartner *b)
{
	return a != NULL && text_is(a->role, b->role) && a->hours == b->hours &&
	       a->hourly_ore == b->hourly_ore;
}

static bool is_changed(const struct planned_fagpartnere *before,
		       const struct planned_fagpartnere *after)
{
	for (size_t i = 0; i < after->n; i++)
		if (!is_same(find(before, after->list[i].orgnr), &after->list[i]))
			return true;
	return after->n != before->n;
}

static __int128 sum_of(const struct planned_fagpartnere *in)
{
	__int128 ore = 0;

	for (size_t i = 0; i < in->n; i++)
		ore += (__int128)in->list[i].hours * in->list[i].hourly_ore;
	return ore;
}

/* What is more than any amount is told as the largest. */
static const char *words_sum(struct problems *problems, __int128 ore)
{
	return words_kroner(problems, ore > INT64_MAX ? INT64_MAX : (int64_t)ore);
}

static void check_new(const struct planned_fagpartner *one,
		      const struct fagpartner_standing *standing, size_t i,
		      struct problems *problems)
{
	if (standing->is_party)
		problems_at(problems, PROBLEM_OWN_PARTNER, NULL, NULL, "#/fagpartnere/%zu/orgnr",
			    i);
	else if (!standing->is_registered)
		problems_at(problems, PROBLEM_FAGPARTNER_UNREGISTERED, one->name, NULL,
			    "#/fagpartnere/%zu/orgnr", i);
	else if (standing->is_insolvent)
		problems_at(problems, PROBLEM_APPLICANT_INSOLVENT, NULL, NULL,
			    "#/fagpartnere/%zu/orgnr", i);
}

void check_fagpartner_change(const struct planned_fagpartnere *before,
			     const struct planned_fagpartnere *after,
			     const struct fagpartner_standings *standings,
			     struct problems *problems)
{
	for (size_t i = 0; i < after->n; i++) {
		const struct planned_fagpartner *one = &after->list[i];

		if (IS_REPEATED(after->list, orgnr, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/fagpartnere/%zu/orgnr", i);
		else if (i < standings->n && find(before, one->orgnr) == NULL)
			check_new(one, &standings->list[i], i, problems);
	}
	if (!is_changed(before, after))
		problems_add(problems, PROBLEM_FAGPARTNERE_SAME, "#/fagpartnere", NULL, NULL);
	if (sum_of(after) > sum_of(before))
		problems_add(problems, PROBLEM_FAGPARTNERE_CEILING, "#/fagpartnere",
			     words_sum(problems, sum_of(after)),
			     words_sum(problems, sum_of(before)));
}
