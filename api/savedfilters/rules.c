#include "api/savedfilters/savedfilters.h"

#include "api/problems/words.h"
#include "lib/base/text.h"

static void require_sharer(const struct caller *caller, const struct filter_input *input,
			   struct problems *problems)
{
	if (input != NULL && input->is_shared && !text_is(caller->kind, "county"))
		problems_add(problems, PROBLEM_FILTER_UNSHARED, "#/isShared", NULL, NULL);
}

static void require_own(const struct filter_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!facts->is_mine)
		problems_add(problems, PROBLEM_FILTER_OF_OTHER, NULL, NULL, NULL);
	if (facts->is_discarded)
		problems_add(problems, PROBLEM_FILTER_DISCARDED, NULL, NULL, NULL);
}

void decide_save_filter(const struct new_filter_facts *facts, const struct filter_input *input,
			struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_sharer(&facts->caller, input, problems);
	if (facts->kept >= facts->most)
		problems_add(problems, PROBLEM_FILTERS_TOO_MANY, NULL,
			     words_number(problems, facts->most), NULL);
}

void decide_change_filter(const struct filter_facts *facts, const struct filter_input *input,
			  struct problems *problems)
{
	require_own(facts, problems);
	require_sharer(&facts->caller, input, problems);
}

void decide_discard_filter(const struct filter_facts *facts, struct problems *problems)
{
	require_own(facts, problems);
}
