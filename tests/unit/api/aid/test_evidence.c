#include "api/aid/evidence.h"

#include "lib/base/dice.h"
#include "tests/unit/run.h"

enum { MOST = 8, ROUNDS = 2000 };

static const char FIRM[] = "910000004", OTHER[] = "910000012";
static const char COUNTY[] = "817920632", STATE[] = "974760673";

static struct aid_evidence row(enum aid_source source, int64_t ore)
{
	return (struct aid_evidence){
		.source = source, .orgnr = FIRM, .day = 20000, .grantor = COUNTY, .ore = ore};
}

static size_t counted(struct aid_evidence *list, size_t n)
{
	size_t sum = 0;

	aid_dedupe(list, n);
	for (size_t i = 0; i < n; i++)
		sum += list[i].counts;
	return sum;
}

START_TEST(sa_4_an_award_that_all_tell_of_counts_once_and_as_our_own)
{
	struct aid_evidence list[] = {row(AID_DECLARED, 500), row(AID_REGISTER, 500),
				      row(AID_OWN, 500)};

	ck_assert_uint_eq(counted(list, 3), 1);
	ck_assert(list[2].counts);
	ck_assert_uint_eq(counted(list, 2), 1);
	ck_assert(list[1].counts);
}
END_TEST

START_TEST(sa_4_what_differs_in_anything_is_another_award)
{
	struct aid_evidence list[] = {row(AID_OWN, 500),      row(AID_REGISTER, 501),
				      row(AID_REGISTER, 500), row(AID_DECLARED, 500),
				      row(AID_DECLARED, 500), row(AID_DECLARED, 500)};

	list[2].day++;
	list[3].grantor = STATE;
	list[4].orgnr = OTHER;
	list[5].grantor = NULL;
	ck_assert_uint_eq(counted(list, 6), 6);
}
END_TEST

START_TEST(sa_4_an_unknown_grantor_is_nobody_s)
{
	struct aid_evidence list[] = {row(AID_REGISTER, 500), row(AID_DECLARED, 500)};

	list[0].grantor = NULL;
	ck_assert_uint_eq(counted(list, 2), 2);
	list[1].grantor = NULL;
	ck_assert_uint_eq(counted(list, 2), 2);
}
END_TEST

START_TEST(two_awards_of_one_source_are_two)
{
	struct aid_evidence list[] = {row(AID_OWN, 500), row(AID_REGISTER, 500), row(AID_OWN, 500),
				      row(AID_REGISTER, 500), row(AID_REGISTER, 500)};

	ck_assert_uint_eq(counted(list, 3), 2);
	ck_assert_uint_eq(counted(list, 4), 2);
	ck_assert_uint_eq(counted(list, 5), 3);
	ck_assert(list[4].counts && !list[1].counts && !list[3].counts);
}
END_TEST

/* Of one award, as many count as the source that has most of it tells. */
START_TEST(as_many_count_as_the_source_with_most_tells_in_any_order)
{
	struct dice dice = {.state = 5};

	for (int i = 0; i < ROUNDS; i++) {
		struct aid_evidence list[MOST];
		size_t n = dice_below(&dice, MOST + 1);
		size_t told[3] = {0}, most = 0;

		for (size_t j = 0; j < n; j++) {
			list[j] = row((enum aid_source)dice_below(&dice, 3), 500);
			told[list[j].source]++;
		}
		for (size_t j = 0; j < 3; j++)
			most = told[j] > most ? told[j] : most;
		ck_assert_uint_eq(counted(list, n), most);
	}
}
END_TEST

RUN_TESTS(TEST(sa_4_an_award_that_all_tell_of_counts_once_and_as_our_own),
	  TEST(sa_4_what_differs_in_anything_is_another_award),
	  TEST(sa_4_an_unknown_grantor_is_nobody_s), TEST(two_awards_of_one_source_are_two),
	  TEST(as_many_count_as_the_source_with_most_tells_in_any_order))
