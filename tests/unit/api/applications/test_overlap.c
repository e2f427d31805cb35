#include "api/applications/overlap.h"

#include "api/applications/facts.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static struct overlap two[] = {
	{"2026/00001", "BIO", "Foss Snekkeri AS", "competence", false},
	{"2026/00002", "Utvikling", "Foss Snekkeri AS", "development", true},
};

static struct application_facts overlapping(bool refuses)
{
	return (struct application_facts){.caller = {.kind = "firm"},
					  .line = {.refuses_overlap = refuses},
					  .overlaps = two,
					  .n_overlaps = 2};
}

START_TEST(all_that_is_known_is_told_with_its_reason)
{
	struct application_facts facts = overlapping(false);

	begin();
	tell_overlap(&facts, &problems);
	assert_found(PROBLEM_OVERLAP, NULL);
	ck_assert_uint_eq(problems.n, 2);
	assert_arg(0, "Foss Snekkeri AS");
	assert_arg(1, "@competence (2026/00001, BIO)");
}
END_TEST

START_TEST(a_line_refuses_what_was_granted_and_not_what_is_applied_for)
{
	struct application_facts facts = overlapping(true);

	begin();
	check_overlap(&facts, &problems);
	assert_one(PROBLEM_OVERLAP, NULL);
	assert_arg(1, "@development (2026/00002, Utvikling)");
}
END_TEST

START_TEST(a_line_that_warns_refuses_nothing)
{
	struct application_facts facts = overlapping(false);

	begin();
	check_overlap(&facts, &problems);
	assert_none();
}
END_TEST

START_TEST(of_anothers_case_a_firm_is_told_the_scheme_and_not_kept_from_applying)
{
	struct application_facts facts = overlapping(true);
	struct overlap unnamed = two[1];

	unnamed.case_number = NULL;
	facts.overlaps = &unnamed;
	facts.n_overlaps = 1;
	begin();
	check_overlap(&facts, &problems);
	assert_none();
	tell_overlap(&facts, &problems);
	assert_one(PROBLEM_OVERLAP_NO_GRANT, NULL);
	assert_arg(1, "@development (Utvikling)");
	unnamed.is_granted = false;
	begin();
	tell_overlap(&facts, &problems);
	assert_one(PROBLEM_OVERLAP_ELSEWHERE, NULL);
}
END_TEST

START_TEST(a_place_that_no_case_stands_behind_is_told_to_all_but_firms_and_refused)
{
	struct application_facts facts = overlapping(true);
	struct overlap place = two[1];

	place.case_number = NULL;
	facts.caller.kind = "county";
	facts.overlaps = &place;
	facts.n_overlaps = 1;
	begin();
	check_overlap(&facts, &problems);
	assert_one(PROBLEM_OVERLAP, NULL);
	assert_arg(1, "@development (Utvikling)");
}
END_TEST

START_TEST(why_all_the_same_is_said_where_any_is_known)
{
	struct application_facts facts = overlapping(false);

	begin();
	check_overlap_grounds(&facts, "Ulike kurs", &problems);
	assert_none();
	check_overlap_grounds(&facts, NULL, &problems);
	assert_found(PROBLEM_OVERLAP_GROUNDS, "#/overlapGrounds");
	assert_arg(1, "@competence (2026/00001, BIO)");
	facts.n_overlaps = 0;
	begin();
	check_overlap_grounds(&facts, NULL, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(why_all_the_same_is_said_where_any_is_known),
	  TEST(all_that_is_known_is_told_with_its_reason),
	  TEST(a_line_refuses_what_was_granted_and_not_what_is_applied_for),
	  TEST(of_anothers_case_a_firm_is_told_the_scheme_and_not_kept_from_applying),
	  TEST(a_place_that_no_case_stands_behind_is_told_to_all_but_firms_and_refused),
	  TEST(a_line_that_warns_refuses_nothing))
