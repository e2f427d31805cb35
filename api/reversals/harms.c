#include "api/reversals/reversals.h"

bool reversal_harms(const struct reversed *reversed, const struct reversal_terms *terms)
{
	return !reversed->needs_unreached &&
	       (terms->amount_ore < reversed->amount_ore ||
		(reversed->amount_ore > 0 && terms->conditions.n > 0));
}
