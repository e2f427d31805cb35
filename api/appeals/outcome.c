#include "api/appeals/outcome.h"

#include "api/problems/words.h"
#include "lib/base/text.h"

bool appeal_allows(const char *outcome)
{
	return text_is(outcome, "allowed") || text_is(outcome, "allowed_in_part");
}

void check_county_outcome(const struct appeal_stake *stake, const char *outcome,
			  struct problems *problems)
{
	bool is_own = text_is(outcome, "not_allowed");

	if (stake->is_sent_back ? !is_own && !appeal_allows(outcome) : is_own)
		problems_add(problems, PROBLEM_APPEAL_OUTCOME, "#/outcome", NULL, NULL);
	else if (text_is(outcome, "sent_back") && stake->has_grant &&
		 !stake->is_of_amendment)
		problems_add(problems, PROBLEM_APPEAL_GRANT_STANDS, "#/outcome", NULL, NULL);
}

void check_gain(const struct appeal_stake *stake, const char *outcome, int64_t amount_ore,
		struct problems *problems)
{
	bool is_whole = text_is(outcome, "allowed");
	bool is_all = amount_ore >= stake->asked_ore || (stake->lifts && !stake->has_asked);

	if (stake->is_of_amendment && amount_ore == 0 && !stake->lifts)
		return;
	if (amount_ore < stake->decided_ore || (amount_ore == stake->decided_ore && !stake->lifts))
		problems_add(problems, PROBLEM_APPEAL_NO_GAIN, "#/amountOre",
			     words_kroner(problems, stake->decided_ore), NULL);
	else if (is_whole && !is_all)
		problems_add(problems, PROBLEM_APPEAL_NOT_WHOLE, "#/amountOre",
			     words_kroner(problems, stake->asked_ore), NULL);
	else if (!is_whole && is_all && !stake->has_conditions)
		problems_add(problems, PROBLEM_APPEAL_NOT_PART, "#/amountOre",
			     words_kroner(problems, stake->asked_ore), NULL);
}

void require_commented(bool may_comment, int32_t comment_by, int32_t day, const char *pointer,
		       struct problems *problems)
{
	if (may_comment && day <= comment_by)
		problems_add(problems, PROBLEM_COMMENT_OPEN, pointer,
			     words_date(problems, comment_by), NULL);
}
