#include "api/reports/reports.h"

#include "tests/unit/run.h"

static void assert_chosen(const char *name, const char *accept, enum report_format wanted)
{
	enum report_format format;

	ck_assert_msg(report_choose(name, accept, &format), "%s", accept);
	ck_assert_msg(format == wanted, "%s", accept);
}

static void assert_none(const char *accept)
{
	enum report_format format;

	ck_assert_msg(!report_choose(NULL, accept, &format), "%s", accept);
}

START_TEST(it_is_json_unless_somebody_wants_another)
{
	assert_chosen(NULL, NULL, REPORT_JSON);
	assert_chosen(NULL, "*/*", REPORT_JSON);
	assert_chosen(NULL, "application/*", REPORT_JSON);
	assert_chosen(NULL, "text/csv, application/json", REPORT_JSON);
}
END_TEST

START_TEST(the_name_goes_before_the_header_field)
{
	assert_chosen("csv", "application/json", REPORT_CSV);
	assert_chosen("text", "image/png", REPORT_TEXT);
	assert_chosen("json", "text/csv", REPORT_JSON);
}
END_TEST

START_TEST(the_header_field_names_a_type)
{
	assert_chosen(NULL, "text/csv", REPORT_CSV);
	assert_chosen(NULL, "Text/CSV;charset=utf-8", REPORT_CSV);
	assert_chosen(NULL, "text/plain", REPORT_TEXT);
	assert_chosen(NULL, "text/*", REPORT_CSV);
	assert_chosen(NULL, "image/png,\ttext/plain", REPORT_TEXT);
	assert_chosen(NULL, ",, text/plain", REPORT_TEXT);
}
END_TEST

START_TEST(the_greater_weight_wins)
{
	assert_chosen(NULL, "application/json;q=0.5, text/csv", REPORT_CSV);
	assert_chosen(NULL, "text/csv;q=0.1,text/plain;q=0.25", REPORT_TEXT);
	assert_chosen(NULL, "text/csv;header=present; q=1.000, */*;q=0.999", REPORT_CSV);
	assert_chosen(NULL, "text/csv;q=0.001", REPORT_CSV);
}
END_TEST

START_TEST(the_closest_range_tells_the_weight)
{
	assert_chosen(NULL, "*/*, application/json;q=0", REPORT_CSV);
	assert_chosen(NULL, "text/*, application/json;q=0.9, text/csv;q=0", REPORT_TEXT);
	assert_chosen(NULL, "text/plain;q=0.2, text/*;q=0.9, */*;q=0.1", REPORT_CSV);
}
END_TEST

START_TEST(what_suits_nobody_is_not_chosen)
{
	assert_none("image/png");
	assert_none("text/csvx");
	assert_none("text/cs");
	assert_none("application");
	assert_none("*/*;q=0");
	assert_none("text/csv;q=0.000");
	assert_none("text/csv;q=x");
	assert_none("");
}
END_TEST

RUN_TESTS(TEST(it_is_json_unless_somebody_wants_another),
	  TEST(the_name_goes_before_the_header_field), TEST(the_header_field_names_a_type),
	  TEST(the_greater_weight_wins), TEST(the_closest_range_tells_the_weight),
	  TEST(what_suits_nobody_is_not_chosen))
