#include "api/aid/difficulty.h"

#include "lib/base/date.h"
#include "lib/base/num.h"

static bool is_sme(enum aid_class class)
{
	return class != AID_LARGE && class != AID_CLASS_UNKNOWN;
}

static bool is_capital_lost(const struct aid_accounts *year,
			    const struct aid_difficulty_limits *limits)
{
	__int128 lost = (__int128)year->capital - year->equity;

	return year->retained < 0 &&
	       lost * NUM_WHOLE_BP > (__int128)year->capital * limits->lost_bp;
}

static bool is_over_indebted(const struct aid_accounts *year,
			     const struct aid_difficulty_limits *limits)
{
	__int128 most = (__int128)year->equity * limits->debt_bp;
	__int128 least = (__int128)year->interest * limits->cover_bp;

	return (__int128)year->debt * NUM_WHOLE_BP > most && year->interest > 0 &&
	       (__int128)year->ebitda * NUM_WHOLE_BP < least;
}

/* (a) and (b). The class matters only where it alone would excuse what is lost. */
static void look_at_capital(const struct aid_condition *condition, bool is_young,
			    const struct aid_difficulty_limits *limits,
			    struct aid_difficulty_found *found)
{
	bool is_lost;

	found->is_young = is_young && is_sme(condition->class);
	if (found->is_young)
		return;
	if (condition->n_years == 0) {
		found->is_not_known = true;
		return;
	}
	is_lost = is_capital_lost(&condition->years[0], limits);
	if (is_lost && is_young && condition->class == AID_CLASS_UNKNOWN)
		found->is_not_known = true;
	else if (is_lost)
		found->grounds |= condition->is_liability_unlimited ? AID_CAPITAL_LOST_UNLIMITED
								    : AID_CAPITAL_LOST;
}

/* (e). One year within the limits is enough not to be. */
static void look_at_debt(const struct aid_condition *condition,
			 const struct aid_difficulty_limits *limits,
			 struct aid_difficulty_found *found)
{
	if (is_sme(condition->class))
		return;
	for (size_t i = 0; i < condition->n_years && i < limits->debt_years; i++)
		if (!is_over_indebted(&condition->years[i], limits))
			return;
	if (condition->class == AID_LARGE && condition->n_years >= limits->debt_years)
		found->grounds |= AID_OVER_INDEBTED;
	else
		found->is_not_known = true;
}

struct aid_difficulty_found aid_find_difficulty(const struct aid_condition *condition, int32_t day,
						const struct aid_difficulty_limits *limits)
{
	struct aid_difficulty_found found = {.is_to_be_asked = condition->is_dissolving};
	bool is_young = condition->has_founded &&
			date_add_months(condition->founded_on, limits->young_months) > day;

	look_at_capital(condition, is_young, limits, &found);
	if (condition->is_insolvent)
		found.grounds |= AID_INSOLVENT;
	if (condition->is_rescued)
		found.grounds |= AID_RESCUED;
	look_at_debt(condition, limits, &found);
	return found;
}
