/* What tests of aid share. */
#ifndef TRINN_TESTS_UNIT_API_AID_DAYS_H
#define TRINN_TESTS_UNIT_API_AID_DAYS_H

#include <check.h>

#include "lib/base/num.h"

enum { KRONE = 100, EURO = 100 };

static inline int32_t day_of(const char *text)
{
	int32_t day;

	ck_assert_msg(num_date(text, &day), "%s", text);
	return day;
}

#endif
