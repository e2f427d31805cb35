#include "api/accessrequests/accessrequests.h"

#include "api/accessrequests/asking.h"
#include "api/deadlines/deadlines.h"
#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

enum {
	TODAY = 20780, /* Monday 2026-11-23 */
	ARCHIVIST = 31,
	REFUSER = 12,
	PARTY = 101,
	COPY = 77,
};

/* ---- asking */

static struct access_asked_facts a_county(void)
{
	return (struct access_asked_facts){
		.today = TODAY, .is_county = true, .known = 1, .waiting_max = 10, .days = 3};
}

static int32_t ask(const struct access_asked_facts *facts, bool is_signed)
{
	int64_t post = 412;
	struct access_asked input = {.posts = &post, .n_posts = 1};
	int32_t due_on = 0;

	begin();
	decide_ask_access(facts, &input, is_signed, &due_on, &problems);
	return due_on;
}

START_TEST(an_answer_is_due_in_three_working_days)
{
	struct access_asked_facts facts = a_county();

	ck_assert_int_eq(ask(&facts, false), TODAY + 3);
	assert_none();
	facts.today = TODAY + 4;
	ck_assert_int_eq(ask(&facts, false), TODAY + 9);
}
END_TEST

START_TEST(what_the_public_does_not_know_of_is_not_asked_for)
{
	struct access_asked_facts facts = a_county();

	facts.known = 0;
	ask(&facts, true);
	assert_one(PROBLEM_POSTS_UNKNOWN, "#/postIds");
}
END_TEST

START_TEST(how_many_wait_stands_in_the_way_of_who_signs_nothing)
{
	struct access_asked_facts facts = a_county();

	facts.waiting = 10;
	ask(&facts, true);
	assert_none();
	ask(&facts, false);
	assert_one(PROBLEM_ACCESS_REQUESTS_MANY, NULL);
}
END_TEST

/* ---- complaining */

static void complain_of(struct complained_item item, int64_t number)
{
	struct access_complaint input = {.items = &number, .n_items = 1, .text = "x"};
	struct access_complaint_facts facts = {.today = TODAY,
					       .received_on = TODAY - 7,
					       .days = 3,
					       .silence_days = 5,
					       .items = &item,
					       .n_items = 1};
	int32_t due_on;

	item.number = 1;
	begin();
	decide_complain_of_access(&facts, &input, &due_on, &problems);
	ck_assert_int_eq(due_on, TODAY + 3);
}

static void complain_in(const char *state, int32_t deadline)
{
	complain_of((struct complained_item){.state = state, .deadline = deadline,
					     .has_deadline = true}, 1);
}

START_TEST(what_was_not_given_whole_is_complained_of_in_time)
{
	complain_in("refused", TODAY);
	assert_none();
	complain_in("part", TODAY);
	assert_none();
	complain_in("refused", TODAY - 1);
	assert_one(PROBLEM_COMPLAINT_LATE, "#/items");
	complain_in("given", TODAY);
	assert_one(PROBLEM_NOTHING_TO_COMPLAIN_OF, "#/items");
	complain_in("forwarded", TODAY);
	assert_one(PROBLEM_NOTHING_TO_COMPLAIN_OF, "#/items");
}
END_TEST

START_TEST(what_was_complained_of_once_is_so_no_more)
{
	complain_of((struct complained_item){.state = "refused", .is_final = true}, 1);
	assert_one(PROBLEM_NOTHING_TO_COMPLAIN_OF, "#/items");
	complain_of((struct complained_item){.state = "refused"}, 2);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/items");
}
END_TEST

START_TEST(silence_is_complained_of_after_five_working_days)
{
	struct complained_item item = {.number = 1, .state = "asked"};
	int64_t number = 1;
	struct access_complaint input = {.items = &number, .n_items = 1, .text = "x"};
	struct access_complaint_facts facts = {.received_on = TODAY,
					       .days = 3,
					       .silence_days = 5,
					       .items = &item,
					       .n_items = 1};
	int32_t due_on;

	facts.today = TODAY + 7;
	begin();
	decide_complain_of_access(&facts, &input, &due_on, &problems);
	assert_one(PROBLEM_ANSWER_AWAITED, "#/items");
	facts.today = TODAY + 8;
	begin();
	decide_complain_of_access(&facts, &input, &due_on, &problems);
	assert_none();
}
END_TEST

/* ---- answering */

static int64_t copies[] = {COPY};
static struct access_item items[2];
static struct access_effects effects;

static struct access_facts a_request(const char *item_state)
{
	items[0] = (struct access_item){.id = 5,
					.number = 1,
					.state = item_state,
					.due_on = TODAY + 3,
					.applicant_id = PARTY,
					.decided_by = REFUSER,
					.copies = copies,
					.n_copies = 1};
	items[1] = (struct access_item){.id = 6, .number = 2, .state = "given"};
	return (struct access_facts){.caller = PERSON("archivist", "county", ARCHIVIST, 1),
				     .today = TODAY,
				     .state = strcmp(item_state, "asked") == 0 ? "received"
									       : "complained",
				     .link_days = 90,
				     .appeal_days = 21,
				     .has_appeal_days = true,
				     .items = items,
				     .n_items = 2};
}

static void answer(const struct access_facts *facts, struct access_decision input)
{
	effects = (struct access_effects){0};
	begin();
	decide_access(facts, &input, &effects, &problems);
}

static struct access_decision refusal(const char *basis)
{
	return (struct access_decision){
		.number = 1, .outcome = "refused", .basis = basis, .wider_access = "x"};
}

START_TEST(what_is_given_ends_the_request_and_is_readable)
{
	struct access_facts facts = a_request("asked");

	answer(&facts, (struct access_decision){.number = 1, .outcome = "given"});
	assert_none();
	ck_assert_str_eq(effects.instance, "county");
	ck_assert_str_eq(effects.item_state, "given");
	ck_assert_str_eq(effects.state, "replied");
	ck_assert(effects.is_readable && !effects.has_appeal_deadline);
	items[1].state = "asked";
	answer(&facts, (struct access_decision){.number = 1, .outcome = "given"});
	ck_assert_str_eq(effects.state, "received");
	answer(&facts, (struct access_decision){.number = 9, .outcome = "given"});
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/number");
}
END_TEST

START_TEST(a_refusal_has_its_provision_and_its_deadline)
{
	struct access_facts facts = a_request("asked");
	struct access_decision input = refusal("offl-14");

	answer(&facts, input);
	assert_none();
	ck_assert(effects.has_appeal_deadline && !effects.is_readable);
	ck_assert_int_eq(effects.appeal_deadline, deadline_after(TODAY, 21));
	input.wider_access = NULL;
	answer(&facts, input);
	assert_one(PROBLEM_WIDER_ACCESS_MISSING, "#/widerAccess");
	input.basis = "offl-13-trade";
	answer(&facts, input);
	assert_none();
	answer(&facts, refusal(NULL));
	assert_one(PROBLEM_BASIS_MISSING, "#/basis");
	input.outcome = "given";
	answer(&facts, input);
	assert_one(PROBLEM_BASIS_OF_GIVEN, "#/basis");
	facts.has_appeal_days = false;
	answer(&facts, refusal("offl-14"));
	assert_one(PROBLEM_RULE_MISSING, NULL);
}
END_TEST

START_TEST(what_is_under_a_duty_of_secrecy_is_given_masked_only)
{
	struct access_facts facts = a_request("asked");
	struct access_decision input = refusal("offl-13-trade");

	items[0].is_withheld = true;
	answer(&facts, (struct access_decision){.number = 1, .outcome = "given"});
	assert_one(PROBLEM_GIVEN_IN_SECRECY, "#/outcome");
	answer(&facts, input);
	assert_none();
	input.outcome = "part";
	input.documents = copies;
	input.n_documents = 1;
	answer(&facts, input);
	assert_none();
	facts = a_request("forwarded");
	items[0].is_withheld = true;
	answer(&facts, (struct access_decision){
			       .number = 1, .outcome = "given", .resolution = "SF 1"});
	assert_one(PROBLEM_GIVEN_IN_SECRECY, "#/outcome");
}
END_TEST

START_TEST(a_party_of_the_case_is_bound_by_its_own_provisions)
{
	struct access_facts facts = a_request("asked");

	answer(&facts, refusal("fvl-18a"));
	assert_one(PROBLEM_BASIS_OF_OTHERS, "#/basis");
	facts.organisation_id = PARTY;
	answer(&facts, refusal("fvl-18a"));
	assert_none();
	answer(&facts, refusal("offl-14"));
	assert_one(PROBLEM_BASIS_OF_OTHERS, "#/basis");
	facts.organisation_id = PARTY + 1;
	answer(&facts, refusal("offl-14"));
	assert_none();
}
END_TEST

START_TEST(access_in_part_is_by_copies_that_the_county_made)
{
	struct access_facts facts = a_request("asked");
	struct access_decision input = refusal("offl-13-trade");
	int64_t other = COPY + 1;

	input.outcome = "part";
	answer(&facts, input);
	assert_one(PROBLEM_COPIES_MISSING, "#/documentIds");
	input.documents = copies;
	input.n_documents = 1;
	answer(&facts, input);
	assert_none();
	ck_assert(effects.is_readable && effects.has_appeal_deadline);
	input.documents = &other;
	answer(&facts, input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/documentIds/0");
	input.outcome = "refused";
	answer(&facts, input);
	assert_one(PROBLEM_COPIES_OF_WHOLE, "#/documentIds");
}
END_TEST

START_TEST(another_person_considers_a_complaint)
{
	struct access_facts facts = a_request("complained");

	answer(&facts, refusal("offl-14"));
	assert_none();
	ck_assert_str_eq(effects.instance, "complaint");
	ck_assert_str_eq(effects.item_state, "forwarded");
	ck_assert_str_eq(effects.state, "complained");
	ck_assert(!effects.has_appeal_deadline);
	facts.caller.person_id = REFUSER;
	answer(&facts, refusal("offl-14"));
	assert_one(PROBLEM_FOUR_EYES, NULL);
	begin();
	decide_access(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_FOUR_EYES, NULL);
	items[1].state = "asked";
	begin();
	decide_access(&facts, NULL, &effects, &problems);
	assert_none();
}
END_TEST

START_TEST(the_governors_answer_has_their_reference)
{
	struct access_facts facts = a_request("forwarded");
	struct access_decision input = refusal("offl-14");

	answer(&facts, input);
	assert_one(PROBLEM_FIELD_REQUIRED, "#/resolution");
	input.resolution = "SF 1";
	answer(&facts, input);
	assert_none();
	ck_assert_str_eq(effects.instance, "appeal_body");
	ck_assert_str_eq(effects.item_state, "refused");
	facts = a_request("asked");
	answer(&facts, input);
	assert_one(PROBLEM_RESOLUTION_OF_COUNTY, "#/resolution");
}
END_TEST

START_TEST(what_is_answered_is_not_answered_again_and_a_machine_answers_nothing)
{
	struct access_facts facts = a_request("given");

	answer(&facts, (struct access_decision){.number = 1, .outcome = "given"});
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts.state = "replied";
	begin();
	decide_access(&facts, NULL, &effects, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	facts = a_request("asked");
	facts.caller.is_person = false;
	answer(&facts, (struct access_decision){.number = 1, .outcome = "given"});
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

/* ---- later, and no more */

static void extend(const struct access_facts *facts, const struct access_extension *input)
{
	begin();
	decide_extend_access(facts, input, &problems);
}

START_TEST(an_extension_is_to_a_later_day)
{
	struct access_facts facts = a_request("asked");
	struct access_extension input = {.until = TODAY + 4, .reason = "x"};

	extend(&facts, &input);
	assert_none();
	input.until = TODAY + 3;
	extend(&facts, &input);
	assert_one(PROBLEM_EXTENSION_SHORTER, "#/until");
	facts.state = "replied";
	extend(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(all_that_wait_and_are_due_before_are_extended_or_those_named)
{
	struct access_facts facts = a_request("asked");
	int64_t second = 2;
	struct access_extension input = {.until = TODAY + 5, .reason = "x"};

	items[1] = (struct access_item){.number = 2, .state = "complained", .due_on = TODAY + 5};
	extend(&facts, &input);
	assert_none();
	ck_assert(access_is_extended(&items[0], &input) && !access_is_extended(&items[1], &input));
	input.items = &second;
	input.n_items = 1;
	extend(&facts, &input);
	assert_one(PROBLEM_EXTENSION_SHORTER, "#/until");
	input.until = TODAY + 6;
	extend(&facts, &input);
	assert_none();
	ck_assert(!access_is_extended(&items[0], &input) && access_is_extended(&items[1], &input));
	items[1].state = "given";
	extend(&facts, &input);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	second = 9;
	extend(&facts, &input);
	assert_one(PROBLEM_UNKNOWN_REFERENCE, "#/items");
}
END_TEST

START_TEST(the_governors_time_is_not_the_countys_to_extend)
{
	struct access_facts facts = a_request("forwarded");

	extend(&facts, NULL);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
	items[1].state = "complained";
	extend(&facts, NULL);
	assert_none();
}
END_TEST

START_TEST(a_link_is_revoked_once)
{
	struct access_facts facts = a_request("given");

	begin();
	decide_revoke_link(&facts, &problems);
	assert_none();
	facts.is_revoked = true;
	begin();
	decide_revoke_link(&facts, &problems);
	assert_one(PROBLEM_ACCESS_LINK_REVOKED, NULL);
}
END_TEST

RUN_TESTS(TEST(an_answer_is_due_in_three_working_days),
	  TEST(what_the_public_does_not_know_of_is_not_asked_for),
	  TEST(how_many_wait_stands_in_the_way_of_who_signs_nothing),
	  TEST(what_was_not_given_whole_is_complained_of_in_time),
	  TEST(what_was_complained_of_once_is_so_no_more),
	  TEST(silence_is_complained_of_after_five_working_days),
	  TEST(what_is_given_ends_the_request_and_is_readable),
	  TEST(a_refusal_has_its_provision_and_its_deadline),
	  TEST(what_is_under_a_duty_of_secrecy_is_given_masked_only),
	  TEST(a_party_of_the_case_is_bound_by_its_own_provisions),
	  TEST(access_in_part_is_by_copies_that_the_county_made),
	  TEST(another_person_considers_a_complaint),
	  TEST(the_governors_answer_has_their_reference),
	  TEST(what_is_answered_is_not_answered_again_and_a_machine_answers_nothing),
	  TEST(an_extension_is_to_a_later_day),
	  TEST(all_that_wait_and_are_due_before_are_extended_or_those_named),
	  TEST(the_governors_time_is_not_the_countys_to_extend), TEST(a_link_is_revoked_once))
