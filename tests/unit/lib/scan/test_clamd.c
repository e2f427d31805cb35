#include "lib/scan/clamd.h"

#include "tests/unit/run.h"

#define TIMEOUT_S 1

static void assert_reply(const char *reply, enum clamd_verdict verdict, const char *what)
{
	struct buf text;

	buf_init(&text, 1024);
	ck_assert_msg(clamd_read_reply(reply, &text) == verdict, "%s", reply);
	ck_assert_str_eq(buf_text(&text), what);
	buf_fini(&text);
}

START_TEST(a_virus_is_told_by_its_name)
{
	assert_reply("stream: OK", CLAMD_CLEAN, "");
	assert_reply("stream: Eicar-Test FOUND", CLAMD_INFECTED, "Eicar-Test");
	assert_reply("stream: A: b FOUND FOUND", CLAMD_INFECTED, "A: b FOUND");
}
END_TEST

START_TEST(of_any_other_reply_nothing_is_known)
{
	static const char *const replies[] = {
		"INSTREAM size limit exceeded. ERROR", "UNKNOWN COMMAND", "stream: ", "OK",
		"stream: OK ", "stream:  FOUND", "stream: FOUND", "Eicar-Test FOUND",
	};

	for (size_t i = 0; i < sizeof(replies) / sizeof(replies[0]); i++)
		assert_reply(replies[i], CLAMD_FAILED, replies[i]);
	assert_reply("", CLAMD_FAILED, "the scanner does not answer");
}
END_TEST

START_TEST(an_address_is_a_path_or_a_number_with_a_port)
{
	static const char *const addresses[] = {
		"/nowhere/clamd", "localhost:3310", "127.0.0.1", ":3310", "127.0.0.1:", "[::1]",
		"[]:3310", "127.0.0.1:x", "relative/path", "",
	};

	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		struct buf why;

		buf_init(&why, 1024);
		ck_assert_msg(clamd_begin(addresses[i], TIMEOUT_S, &why) == NULL, "%s",
			      addresses[i]);
		ck_assert_uint_gt(why.len, 0);
		buf_fini(&why);
	}
}
END_TEST

RUN_TESTS(TEST(a_virus_is_told_by_its_name), TEST(of_any_other_reply_nothing_is_known),
	  TEST(an_address_is_a_path_or_a_number_with_a_port))
