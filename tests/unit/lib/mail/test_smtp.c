#include "lib/mail/smtp.h"

#include "tests/unit/run.h"

static void assert_cleaned(const char *said, const char *kept)
{
	struct buf answer;

	buf_init(&answer, 1024);
	smtp_clean(said, strlen(said), &answer);
	ck_assert_str_eq(buf_text(&answer), kept);
	buf_fini(&answer);
}

START_TEST(an_answer_is_kept_as_one_line)
{
	assert_cleaned("250 2.0.0 Ok: queued as 4F2\r\n", "250 2.0.0 Ok: queued as 4F2");
	assert_cleaned("550-No such user\r\n550 here\r\n", "550-No such user 550 here");
	assert_cleaned("550 \x1b[31mr\u00f8d\x7f\xc2\x85\xff\r\n", "550 [31mr\u00f8d ?");
	assert_cleaned("\r\n", "");
}
END_TEST

START_TEST(without_tls_only_this_machine_is_spoken_to)
{
	static const struct {
		const char *host;
		enum smtp_security security;
		bool is_safe;
	} servers[] = {
		{"127.0.0.1", SMTP_NONE, true},		{"::1", SMTP_NONE, true},
		{"localhost", SMTP_NONE, true},		{"127.0.0.1.hub.test", SMTP_NONE, false},
		{"smtp.hub.test", SMTP_NONE, false},	{"smtp.hub.test", SMTP_TLS, true},
		{"smtp.hub.test", SMTP_STARTTLS, true},
	};

	for (size_t i = 0; i < sizeof(servers) / sizeof(servers[0]); i++) {
		const struct smtp_server server = {.host = servers[i].host,
						   .security = servers[i].security};

		ck_assert_msg(smtp_is_safe(&server) == servers[i].is_safe, "%s", server.host);
	}
}
END_TEST

RUN_TESTS(TEST(an_answer_is_kept_as_one_line), TEST(without_tls_only_this_machine_is_spoken_to))
