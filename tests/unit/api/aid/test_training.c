#include "api/aid/intensity.h"
#include "api/aid/share.h"
#include "api/aid/training.h"

#include "lib/base/date.h"
#include "lib/base/dice.h"
#include "tests/unit/api/aid/days.h"
#include "tests/unit/run.h"

enum { ROUNDS = 5000, THOUSAND = 1000 * KRONE };

static const struct training_cap caps[] = {{0, 300 * THOUSAND}, {50, 500 * THOUSAND}};
static const struct training_terms trondelag = {
	.share_bp = 5000,
	.other_most_bp = 1000,
	.caps = caps,
	.n_caps = 2,
	.per_participant_ore = 100 * THOUSAND,
	.most_weeks = 52,
	.most_months = 18,
};

static struct training_project project;
static struct training_room room;

/* Wages, fees and others in thousands of kroner. */
static void begin(int64_t wages, int64_t fees, int64_t other, int64_t employees,
		  int64_t participants)
{
	project = (struct training_project){
		.wages_ore = wages * THOUSAND,
		.fees_ore = fees * THOUSAND,
		.other_ore = other * THOUSAND,
		.has_employees = true,
		.employees = employees,
		.participants = participants,
		.weeks = 10,
		.applied_on = day_of("2026-11-21"),
		.starts_on = day_of("2027-01-01"),
		.ends_on = day_of("2027-12-31"),
	};
	room = (struct training_room){
		.intensity_bp = 7000,
		.recipient_ore = AID_UNBOUNDED,
		.cumulation_ore = AID_UNBOUNDED,
		.budget_ore = AID_UNBOUNDED,
		.applied_ore = AID_UNBOUNDED,
	};
}

static struct training_grant reckon(const struct training_terms *terms)
{
	struct training_grant grant;

	training_reckon(terms, &project, &room, &grant);
	return grant;
}

static void assert_least(const struct training_grant *grant, const char *code, int64_t kroner)
{
	ck_assert_str_eq(training_bound_code(grant->least), code);
	ck_assert_int_eq(grant->grant_ore, kroner * KRONE);
	ck_assert_uint_eq(grant->faults, 0);
}

START_TEST(bio_1_a_small_firm_gets_its_cap)
{
	struct training_grant grant;

	begin(400, 200, 100, 30, 8);
	grant = reckon(&trondelag);
	assert_least(&grant, "size", 300000);
	ck_assert_int_eq(grant.other_ore, 6666667);
	ck_assert_int_eq(grant.eligible_ore, 66666667);
	ck_assert_int_eq(grant.bounds_ore[TRAINING_BY_COSTS], 33333333);
	ck_assert_int_eq(grant.own_ore, 400 * THOUSAND);
}
END_TEST

START_TEST(bio_2_two_participants_get_a_cap_each)
{
	struct training_grant grant;

	begin(400, 200, 100, 30, 2);
	grant = reckon(&trondelag);
	assert_least(&grant, "participants", 200000);
}
END_TEST

START_TEST(bio_3_a_larger_firm_gets_its_half_of_what_counts)
{
	struct training_grant grant;

	begin(400, 200, 100, 50, 8);
	grant = reckon(&trondelag);
	assert_least(&grant, "costs", 333333);
	ck_assert_int_eq(grant.own_ore, 366667 * KRONE);
}
END_TEST

START_TEST(bio_4_others_within_a_tenth_count_whole)
{
	struct training_grant grant;

	begin(100, 80, 10, 5, 4);
	grant = reckon(&trondelag);
	assert_least(&grant, "costs", 95000);
	ck_assert_int_eq(grant.other_ore, 10 * THOUSAND);
	ck_assert_int_eq(grant.eligible_ore, 190 * THOUSAND);
}
END_TEST

START_TEST(bio_5_a_large_firm_gets_its_cap)
{
	struct training_grant grant;

	begin(900, 300, 0, 120, 20);
	grant = reckon(&trondelag);
	assert_least(&grant, "size", 500000);
	ck_assert_int_eq(grant.bounds_ore[TRAINING_BY_COSTS], 600 * THOUSAND);
}
END_TEST

START_TEST(a_sole_proprietor_has_the_lower_cap_whatever_it_employs)
{
	struct training_grant grant;

	begin(900, 300, 0, 120, 20);
	project.is_sole_proprietor = true;
	grant = reckon(&trondelag);
	assert_least(&grant, "size", 300000);
	project.has_employees = false;
	grant = reckon(&trondelag);
	assert_least(&grant, "size", 300000);
}
END_TEST

START_TEST(a_firm_of_which_nobody_knows_how_many_it_employs_gets_nothing)
{
	struct training_grant grant;

	begin(900, 300, 0, 0, 20);
	project.has_employees = false;
	grant = reckon(&trondelag);
	ck_assert_uint_eq(grant.faults, TRAINING_EMPLOYEES_UNKNOWN);
	ck_assert_int_eq(grant.grant_ore, 0);
}
END_TEST

START_TEST(the_basis_may_allow_less_than_the_scheme)
{
	struct training_grant grant;

	begin(100, 80, 10, 5, 4);
	room.intensity_bp = 4000;
	grant = reckon(&trondelag);
	assert_least(&grant, "costs", 76000);
	ck_assert_int_eq(grant.rate_bp, 4000);
}
END_TEST

START_TEST(sa_3_what_others_give_bounds_the_grant)
{
	const struct aid_support other = {.ore = 200 * THOUSAND};
	struct training_grant grant;

	begin(400, 200, 100, 30, 8);
	grant = reckon(&trondelag);
	room.cumulation_ore = aid_cumulate(grant.eligible_ore, 7000, &other, 1).left_ore;
	project.other_public_ore = other.ore;
	grant = reckon(&trondelag);
	assert_least(&grant, "cumulation", 266666);
	ck_assert_int_eq(grant.own_ore, (700000 - 266666 - 200000) * KRONE);
}
END_TEST

START_TEST(what_is_left_and_what_was_applied_for_bound_it_too)
{
	struct training_grant grant;

	begin(100, 80, 10, 5, 4);
	room.applied_ore = 90 * THOUSAND + 99;
	grant = reckon(&trondelag);
	assert_least(&grant, "applied", 90000);
	room.budget_ore = 80 * THOUSAND;
	grant = reckon(&trondelag);
	assert_least(&grant, "budget", 80000);
	room.budget_ore = -1;
	grant = reckon(&trondelag);
	assert_least(&grant, "budget", 0);
	room.recipient_ore = -1;
	grant = reckon(&trondelag);
	assert_least(&grant, "recipient", 0);
}
END_TEST

START_TEST(innlandet_asks_a_third_for_training_and_an_application_in_time)
{
	const struct training_terms innlandet = {.share_bp = 5000,
						 .least_fees_bp = 3333,
						 .most_weeks = 52,
						 .most_months = 18,
						 .least_employees = 1,
						 .before_days = 30};

	begin(200, 100, 0, 5, 4);
	ck_assert_uint_eq(reckon(&innlandet).faults, 0);
	project.wages_ore += THOUSAND;
	ck_assert_uint_eq(reckon(&innlandet).faults, TRAINING_FEES_LOW);
	begin(200, 100, 0, 0, 4);
	ck_assert_uint_eq(reckon(&innlandet).faults, TRAINING_EMPLOYEES_FEW);
	begin(200, 100, 0, 5, 4);
	project.applied_on = day_of("2026-12-02");
	ck_assert_uint_eq(reckon(&innlandet).faults, 0);
	project.applied_on++;
	ck_assert_uint_eq(reckon(&innlandet).faults, TRAINING_APPLIED_LATE);
}
END_TEST

START_TEST(viken_gave_75_000_an_employee_and_700_000_a_year)
{
	const struct training_terms viken = {.share_bp = 5000,
					     .per_participant_ore = 75 * THOUSAND};
	struct training_grant grant;

	begin(1000, 1000, 0, 5, 4);
	grant = reckon(&viken);
	assert_least(&grant, "participants", 300000);
	project.participants = 20;
	room.recipient_ore = 700 * THOUSAND - 100 * THOUSAND;
	grant = reckon(&viken);
	assert_least(&grant, "recipient", 600000);
}
END_TEST

START_TEST(akershus_asks_at_least_one_employee_and_at_most_250)
{
	const struct training_cap cap = {0, 750 * THOUSAND};
	const struct training_terms akershus = {.share_bp = 5000,
						.caps = &cap,
						.n_caps = 1,
						.least_employees = 1,
						.most_employees = 250};
	struct training_grant grant;

	begin(1000, 1000, 0, 250, 4);
	grant = reckon(&akershus);
	assert_least(&grant, "size", 750000);
	project.employees = 251;
	ck_assert_uint_eq(reckon(&akershus).faults, TRAINING_EMPLOYEES_MANY);
	project.employees = 0;
	ck_assert_uint_eq(reckon(&akershus).faults, TRAINING_EMPLOYEES_FEW);
	project.has_employees = false;
	ck_assert_uint_eq(reckon(&akershus).faults, TRAINING_EMPLOYEES_UNKNOWN);
	ck_assert_int_eq(reckon(&akershus).bounds_ore[TRAINING_BY_SIZE], 750 * THOUSAND);
}
END_TEST

START_TEST(rogaland_asks_at_most_26_weeks)
{
	const struct training_terms rogaland = {
		.share_bp = 5000, .most_weeks = 26, .most_employees = 250};

	begin(100, 100, 0, 250, 4);
	project.weeks = 26;
	ck_assert_uint_eq(reckon(&rogaland).faults, 0);
	project.weeks = 27;
	project.employees = 251;
	ck_assert_uint_eq(reckon(&rogaland).faults, TRAINING_WEEKS_MANY | TRAINING_EMPLOYEES_MANY);
}
END_TEST

START_TEST(troms_asks_at_most_two_thirds_of_wages_and_gives_200_000)
{
	const struct training_cap cap = {0, 200 * THOUSAND};
	const struct training_terms troms = {.share_bp = 5000,
					     .caps = &cap,
					     .n_caps = 1,
					     .least_fees_bp = 3333,
					     .most_wages_bp = 6667,
					     .most_weeks = 26};
	struct training_grant grant;

	begin(400, 200, 0, 5, 4);
	room.intensity_bp = NUM_WHOLE_BP; /* de minimis has none */
	grant = reckon(&troms);
	assert_least(&grant, "size", 200000);
	begin(410, 210, 0, 5, 4);
	ck_assert_uint_eq(reckon(&troms).faults, 0);
	begin(410, 200, 0, 5, 4);
	ck_assert_uint_eq(reckon(&troms).faults, TRAINING_FEES_LOW | TRAINING_WAGES_HIGH);
	begin(400, 180, 20, 5, 4);
	ck_assert_uint_eq(reckon(&troms).faults, TRAINING_FEES_LOW);
}
END_TEST

START_TEST(telemark_asks_for_a_training_committee)
{
	const struct training_terms telemark = {.share_bp = 5000, .needs_committee = true};

	begin(100, 100, 0, 5, 4);
	ck_assert_uint_eq(reckon(&telemark).faults, TRAINING_COMMITTEE_MISSING);
	project.has_committee = true;
	ck_assert_uint_eq(reckon(&telemark).faults, 0);
}
END_TEST

START_TEST(trondelag_gives_eighteen_months_and_a_participant_a_year)
{
	begin(100, 80, 10, 5, 4);
	project.ends_on = day_of("2028-06-30");
	project.weeks = 52;
	ck_assert_uint_eq(reckon(&trondelag).faults, 0);
	project.ends_on++;
	project.weeks++;
	ck_assert_uint_eq(reckon(&trondelag).faults, TRAINING_WEEKS_MANY | TRAINING_MONTHS_MANY);
}
END_TEST

START_TEST(an_hour_is_so_many_millionths_of_the_salary)
{
	ck_assert_int_eq(training_hour_ore(600000LL * KRONE, 830, 0), 49800);
	ck_assert_int_eq(training_hour_ore(600001LL * KRONE, 830, 0), 49800);
	/* Forskningsrådet: 1.2 per mille, at most 1100. */
	ck_assert_int_eq(training_hour_ore(900000LL * KRONE, 1200, 1100 * KRONE), 108000);
	ck_assert_int_eq(training_hour_ore(950000LL * KRONE, 1200, 1100 * KRONE), 110000);
}
END_TEST

START_TEST(others_that_count_are_never_more_than_their_share_of_what_counts)
{
	struct dice dice = {.state = 61};

	for (int i = 0; i < ROUNDS; i++) {
		struct training_grant grant;

		begin(dice_below(&dice, 1000), dice_below(&dice, 1000), dice_below(&dice, 500), 10,
		      1000);
		grant = reckon(&trondelag);
		/* By less than half an øre, which is what they are told to. */
		ck_assert_int_le(10 * grant.other_ore, grant.eligible_ore + 5);
		ck_assert_int_le(grant.other_ore, project.other_ore);
		if (grant.other_ore < project.other_ore)
			ck_assert_int_ge(10 * grant.other_ore, grant.eligible_ore - 5);
	}
}
END_TEST

START_TEST(higher_costs_never_lower_the_grant_and_no_bound_is_passed)
{
	struct dice dice = {.state = 62};

	for (int i = 0; i < ROUNDS; i++) {
		int64_t *costs[] = {&project.wages_ore, &project.fees_ore, &project.other_ore};
		int64_t lower_ore;
		struct training_grant grant;

		begin(dice_below(&dice, 800), dice_below(&dice, 800), dice_below(&dice, 300),
		      dice_below(&dice, 100), dice_below(&dice, 10));
		room.applied_ore = dice_below(&dice, 500) * THOUSAND + dice_below(&dice, THOUSAND);
		lower_ore = reckon(&trondelag).grant_ore;
		*costs[dice_below(&dice, 3)] += dice_below(&dice, 10 * THOUSAND);
		grant = reckon(&trondelag);
		ck_assert_int_ge(grant.grant_ore, lower_ore);
		ck_assert_int_eq(grant.grant_ore % KRONE, 0);
		for (size_t j = 0; j < TRAINING_BOUNDS; j++)
			ck_assert_int_le(grant.grant_ore, grant.bounds_ore[j]);
	}
}
END_TEST

RUN_TESTS(TEST(bio_1_a_small_firm_gets_its_cap), TEST(bio_2_two_participants_get_a_cap_each),
	  TEST(bio_3_a_larger_firm_gets_its_half_of_what_counts),
	  TEST(bio_4_others_within_a_tenth_count_whole), TEST(bio_5_a_large_firm_gets_its_cap),
	  TEST(a_sole_proprietor_has_the_lower_cap_whatever_it_employs),
	  TEST(a_firm_of_which_nobody_knows_how_many_it_employs_gets_nothing),
	  TEST(the_basis_may_allow_less_than_the_scheme),
	  TEST(sa_3_what_others_give_bounds_the_grant),
	  TEST(what_is_left_and_what_was_applied_for_bound_it_too),
	  TEST(innlandet_asks_a_third_for_training_and_an_application_in_time),
	  TEST(viken_gave_75_000_an_employee_and_700_000_a_year),
	  TEST(akershus_asks_at_least_one_employee_and_at_most_250),
	  TEST(rogaland_asks_at_most_26_weeks),
	  TEST(troms_asks_at_most_two_thirds_of_wages_and_gives_200_000),
	  TEST(telemark_asks_for_a_training_committee),
	  TEST(trondelag_gives_eighteen_months_and_a_participant_a_year),
	  TEST(an_hour_is_so_many_millionths_of_the_salary),
	  TEST(others_that_count_are_never_more_than_their_share_of_what_counts),
	  TEST(higher_costs_never_lower_the_grant_and_no_bound_is_passed))
