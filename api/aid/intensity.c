#include "api/aid/intensity.h"

#include "api/aid/eur.h"
#include "api/aid/share.h"

int64_t aid_intensity_bp(const struct aid_rates *rates, enum aid_class class,
			 bool is_for_disadvantaged)
{
	int64_t share_bp = rates->base_bp + rates->bonus_bp[class] +
			   (is_for_disadvantaged ? rates->disadvantaged_bp : 0);

	if (class == AID_CLASS_UNKNOWN)
		return 0;
	return share_bp < rates->most_bp ? share_bp : rates->most_bp;
}

struct aid_most aid_most_of(const struct aid_measure *measure)
{
	struct aid_most most = {.by_intensity_ore = aid_whole_kroner(
					aid_share(measure->eligible_ore, measure->intensity_bp)),
				.by_ceiling_ore = AID_UNBOUNDED};

	if (measure->has_ceiling)
		most.by_ceiling_ore =
			aid_whole_kroner(aid_ore_within(measure->ceiling_cents, measure->rate_e4));
	most.ore = most.by_intensity_ore < most.by_ceiling_ore ? most.by_intensity_ore
							       : most.by_ceiling_ore;
	return most;
}

struct aid_cumulation aid_cumulate(int64_t eligible_ore, int64_t intensity_bp,
				   const struct aid_support *others, size_t n)
{
	struct aid_cumulation sum = {.highest_bp = intensity_bp};
	__int128 other = 0;

	for (size_t i = 0; i < n; i++) {
		other += others[i].ore;
		if (others[i].intensity_bp > sum.highest_bp)
			sum.highest_bp = others[i].intensity_bp;
	}
	sum.other_ore = aid_fit(other);
	sum.most_ore = aid_whole_kroner(aid_share(eligible_ore, sum.highest_bp));
	sum.left_ore = sum.other_ore < sum.most_ore ? sum.most_ore - sum.other_ore : 0;
	return sum;
}
