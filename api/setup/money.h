/* Money that leaves a funding line: for another line or year, or back to the budget. */
#ifndef TRINN_API_SETUP_MONEY_H
#define TRINN_API_SETUP_MONEY_H

#include "api/setup/setup.h"

struct line_year {
	int64_t line_id;
	int64_t year;
};

struct money_move_input {
	int64_t line_id;     /* of the path */
	int64_t year;
	struct line_year to;
	bool has_to;         /* or it goes back to the budget */
	int64_t amount_ore;
};

/* Both budget years run or are to come, and no more leaves than is available. */
setup_rule_fn decide_money_move;

#endif
