#include "api/aid/share.h"

#include "lib/base/fail.h"
#include "lib/base/num.h"

int64_t aid_fit(__int128 value)
{
	if (value > INT64_MAX)
		return INT64_MAX;
	return value < INT64_MIN ? INT64_MIN : (int64_t)value;
}

int64_t aid_share(int64_t amount, int64_t share_bp)
{
	return aid_fit((__int128)amount * share_bp / NUM_WHOLE_BP);
}

int64_t aid_whole_kroner(int64_t ore)
{
	return ore - ore % 100;
}

int64_t aid_payable_ore(int64_t grant_ore, int64_t budget_ore, int64_t actual_ore)
{
	MUST(budget_ore > 0);
	if (actual_ore >= budget_ore)
		return grant_ore;
	return (int64_t)((__int128)grant_ore * actual_ore / budget_ore);
}
