/* What the appeals body, or another superior of who decided, has reversed: fvl. § 35 second and
 * third paragraph. */
#include "api/problems/words.h"
#include "api/reversals/reversals.h"
#include "lib/base/date.h"

static int64_t figure(int64_t value, bool is_there, const char *key, struct problems *problems)
{
	if (!is_there)
		problems_add(problems, PROBLEM_RULE_MISSING, NULL, key, NULL);
	return value;
}

/* The last days of the third paragraph count from when the party was told of the decision, and are
 * moved to no working day: they are the party's. */
static int32_t notice_by(const struct reversed *reversed, struct problems *problems)
{
	return reversed->known_on +
	       (int32_t)figure(reversed->notice_days, reversed->has_notice_days,
			       "reversal.notice_days", problems);
}

static int32_t decide_by(const struct reversed *reversed, struct problems *problems)
{
	if (reversed->is_on_appeal)
		return reversed->known_on +
		       (int32_t)figure(reversed->appeal_days, reversed->has_appeal_days,
				       "reversal.appeal_days", problems);
	return date_add_months(reversed->known_on,
			       (int32_t)figure(reversed->months, reversed->has_months,
					       "reversal.months", problems));
}

static void check_times(const struct reversed *reversed, int32_t today, struct problems *problems)
{
	int32_t noticed_on = reversed->is_noticed ? reversed->noticed_on : today;
	int32_t notice = notice_by(reversed, problems), last = decide_by(reversed, problems);

	if (noticed_on > notice)
		problems_add(problems, PROBLEM_REVERSAL_NOTICE_LATE, NULL,
			     words_date(problems, notice), NULL);
	if (today > last)
		problems_add(problems, PROBLEM_REVERSAL_LATE, NULL, words_date(problems, last),
			     NULL);
}

void check_superior(const struct reversed *reversed, const struct reversal_terms *terms,
		    int32_t today, struct problems *problems)
{
	if (reversed->needs_superior && !terms->has_superior)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/superior", NULL, NULL);
	if (terms->has_superior)
		require_not_future(problems, terms->superior.resolved_on, today,
				   "#/superior/resolvedOn");
	if (reversed->needs_superior && reversal_harms(reversed, terms))
		check_times(reversed, today, problems);
}
