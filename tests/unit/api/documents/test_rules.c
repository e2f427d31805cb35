#include "api/documents/documents.h"

#include "tests/unit/api/rules.h"
#include "tests/unit/run.h"

static const char *jpeg[] = {"jpg", "jpeg"};
static const char *taken[] = {"application/pdf", "image/jpeg"};

static struct new_document_facts room(void)
{
	return (struct new_document_facts){
		.caller = PERSON("hub_editor", "hub", 11, 101),
		.suffixes = jpeg,
		.n_suffixes = 2,
		.taken = taken,
		.n_taken = 2,
		.bytes_max = 1000,
		.case_count = 3,
		.case_count_max = 4,
		.case_bytes = 1500,
		.case_bytes_max = 2500,
	};
}

static struct new_document_input picture(void)
{
	return (struct new_document_input){
		.title = "Benk.JPEG", .media_type = "image/jpeg", .size_bytes = 1000};
}

static void add(struct new_document_facts facts, struct new_document_input input)
{
	begin();
	decide_add_document(&facts, &input, &problems);
}

START_TEST(a_picture_is_taken)
{
	add(room(), picture());
	assert_none();
}
END_TEST

START_TEST(a_type_that_is_not_taken_is_told_which_are)
{
	struct new_document_facts facts = room();

	facts.n_suffixes = 0;
	add(facts, picture());
	assert_one(PROBLEM_MEDIA_TYPE_NOT_TAKEN, "#/mediaType");
	assert_arg(0, "application/pdf, image/jpeg");
}
END_TEST

START_TEST(a_name_is_one_line_that_shows_as_it_is)
{
	static const char *const names[] = {"../../etc/benk.jpg", "C:\\benk.jpg",
					    "benk\u202egpj.jpg",  "benk\r\n.jpg",
					    "\302\205benk.jpg",  "   .jpg",
					    ".jpg"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct new_document_input input = picture();

		input.title = names[i];
		add(room(), input);
		assert_one(PROBLEM_FILE_NAME_PLAIN, "#/title");
	}
}
END_TEST

START_TEST(a_name_ends_as_its_type_does)
{
	static const char *const names[] = {"jpg", "benkjpg", "benk.jpg.exe", "benk.pdf"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct new_document_input input = picture();

		input.title = names[i];
		add(room(), input);
		assert_one(PROBLEM_FILE_NAME, "#/title");
		assert_arg(0, "jpg, jpeg");
	}
}
END_TEST

START_TEST(a_file_and_a_case_hold_so_much)
{
	struct new_document_facts facts = room();
	struct new_document_input input = picture();

	input.size_bytes = 1001;
	add(facts, input);
	assert_one(PROBLEM_DOCUMENT_TOO_LARGE, "#/sizeBytes");
	facts.case_bytes = 1501;
	add(facts, picture());
	assert_one(PROBLEM_CASE_FULL, NULL);
	facts = room();
	facts.case_count = 4;
	add(facts, picture());
	assert_one(PROBLEM_CASE_FULL, NULL);
}
END_TEST

START_TEST(only_the_county_keeps_a_document_to_itself)
{
	struct new_document_facts facts = room();
	struct new_document_input input = picture();

	input.access = "county";
	add(facts, input);
	assert_one(PROBLEM_ACCESS_OF_SENDER, "#/access");
	facts.caller.kind = "county";
	add(facts, input);
	assert_none();
}
END_TEST

static void put(struct chunk_facts facts, struct chunk_input input)
{
	begin();
	decide_put_chunk(&facts, &input, &problems);
}

START_TEST(a_chunk_has_its_length_and_stays)
{
	struct chunk_facts facts = {.state = "receiving", .bytes = 10};
	struct chunk_input input = {.number = 2, .bytes = 10, .sha256 = "aa"};

	put(facts, input);
	assert_none();
	facts.sha256 = "aa";
	put(facts, input);
	assert_none();
	facts.sha256 = "bb";
	put(facts, input);
	assert_one(PROBLEM_CHUNK_DIFFERS, NULL);
	input.bytes = 9;
	put(facts, input);
	assert_one(PROBLEM_CHUNK_LENGTH, NULL);
	assert_arg(1, "10");
	input.bytes = 10;
	facts.sha256 = NULL;
	facts.state = "scanning";
	put(facts, input);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void discard(struct document_facts facts)
{
	begin();
	decide_discard_document(&facts, &problems);
}

START_TEST(what_was_not_sent_is_taken_away)
{
	struct document_facts facts = {.state = "clean", .is_unsent = true};

	discard(facts);
	assert_none();
	facts.is_unsent = false;
	discard(facts);
	assert_one(PROBLEM_DOCUMENT_SENT, NULL);
	facts.is_unsent = true;
	facts.is_partners_paper = true;
	discard(facts);
	assert_one(PROBLEM_PAPER_OF_PARTNER, NULL);
	facts.is_partners_paper = false;
	facts.state = "discarded";
	discard(facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

static void complete(struct document_facts facts)
{
	begin();
	decide_complete_document(&facts, &problems);
}

START_TEST(what_is_whole_is_completed)
{
	struct document_facts facts = {.state = "receiving", .chunks = 3, .received = 3};

	complete(facts);
	assert_none();
	facts.received = 2;
	complete(facts);
	assert_one(PROBLEM_CHUNKS_MISSING, NULL);
	facts.state = "clean";
	facts.received = 0;
	complete(facts);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

#define ARCHIVIST PERSON("archivist", "county", 31, 1)

START_TEST(what_a_party_sent_it_reads)
{
	struct document_facts facts = {.caller = ARCHIVIST, .state = "clean"};
	struct classification_input input = {.access = "county"};

	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_one(PROBLEM_ACCESS_OF_SENDER, "#/access");
	facts.is_of_county = true;
	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_none();
	facts.state = "infected";
	begin();
	decide_classify_document(&facts, NULL, &problems);
	assert_one(PROBLEM_STATE_CONFLICT, NULL);
}
END_TEST

START_TEST(a_machine_classifies_nothing)
{
	struct document_facts facts = {.caller = ARCHIVIST, .state = "clean"};

	facts.caller.is_person = false;
	begin();
	decide_classify_document(&facts, NULL, &problems);
	assert_one(PROBLEM_PERSON_REQUIRED, NULL);
}
END_TEST

START_TEST(what_was_sent_to_a_party_it_reads)
{
	struct document_facts facts = {
		.caller = ARCHIVIST, .state = "clean", .is_of_county = true, .is_sent = true};
	struct classification_input input = {.access = "county"};

	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_one(PROBLEM_ACCESS_OF_RECIPIENT, "#/access");
	input = (struct classification_input){.access = "party", .exemption = "offl-13-trade"};
	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_none();
}
END_TEST

static const char *const texts[] = {"text/csv", "text/plain"};

static void assert_settled(struct inspection seen, const char *state, const char *finding)
{
	struct settlement settled = settle_document(&seen);

	ck_assert_str_eq(settled.state, state);
	ck_assert_pstr_eq(settled.finding, finding);
}

START_TEST(the_worst_that_was_seen_is_told)
{
	struct inspection seen = {
		.sha256 = "aa", .contents = texts, .n_contents = 2, .content = "text/plain"};

	assert_settled(seen, "clean", NULL);
	seen.declared_sha256 = "aa";
	assert_settled(seen, "clean", NULL);
	seen.holds_fnr = true;
	assert_settled(seen, "refused", "fnr");
	seen.may_hold_fnr = true;
	assert_settled(seen, "clean", NULL);
	seen.content = "application/zip";
	assert_settled(seen, "refused", "type");
	seen.declared_sha256 = "bb";
	assert_settled(seen, "refused", "sha256");
	seen.virus = "Eicar";
	assert_settled(seen, "infected", "Eicar");
}
END_TEST

START_TEST(a_number_that_must_stand_is_kept_from_others)
{
	struct inspection seen = {
		.sha256 = "aa", .contents = texts, .n_contents = 2, .content = "text/plain"};

	seen.may_hold_fnr = true;
	ck_assert(!settle_document(&seen).holds_fnr);
	seen.holds_fnr = true;
	ck_assert(settle_document(&seen).holds_fnr);
	seen.virus = "Eicar";
	ck_assert(!settle_document(&seen).holds_fnr);
}
END_TEST

START_TEST(what_holds_a_number_stays_exempt)
{
	struct document_facts facts = {.caller = ARCHIVIST, .state = "clean", .holds_fnr = true};
	struct classification_input input = {.access = "party"};

	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_one(PROBLEM_FNR_EXEMPT, "#/exemption");
	input.exemption = "offl-13-personal";
	begin();
	decide_classify_document(&facts, &input, &problems);
	assert_none();
	begin();
	decide_classify_document(&facts, NULL, &problems);
	assert_none();
}
END_TEST

RUN_TESTS(TEST(a_picture_is_taken), TEST(a_type_that_is_not_taken_is_told_which_are),
	  TEST(a_name_is_one_line_that_shows_as_it_is), TEST(a_name_ends_as_its_type_does),
	  TEST(a_file_and_a_case_hold_so_much),
	  TEST(only_the_county_keeps_a_document_to_itself), TEST(a_chunk_has_its_length_and_stays),
	  TEST(what_was_not_sent_is_taken_away), TEST(what_is_whole_is_completed),
	  TEST(what_a_party_sent_it_reads),
	  TEST(a_machine_classifies_nothing), TEST(what_was_sent_to_a_party_it_reads),
	  TEST(the_worst_that_was_seen_is_told),
	  TEST(a_number_that_must_stand_is_kept_from_others),
	  TEST(what_holds_a_number_stays_exempt))
