#include "api/notifications/mail.h"

#include "tests/unit/run.h"

static struct mail compose(struct arena *arena, const char *language, const char *number,
			   const char *portal)
{
	const struct notice notice = {
		.county = "Trøndelag",
		.language = language,
		.happened = "Det er fattet vedtak",
		.number = number,
		.portal = portal,
	};
	struct mail mail = {0};

	notice_compose(&notice, arena, &mail);
	return mail;
}

START_TEST(it_says_what_the_portal_says_and_where_that_is)
{
	struct arena *arena = arena_new(64 * 1024);
	struct mail mail = compose(arena, "nb", "2026/00012", "https://portal.test/");

	ck_assert_str_eq(mail.from_name, "Trøndelag");
	ck_assert_str_eq(mail.language, "nb");
	ck_assert_str_eq(mail.subject, "Sak 2026/00012: Det er fattet vedtak");
	ck_assert_str_eq(mail.text,
			 "Sak 2026/00012: Det er fattet vedtak.\n\n"
			 "Logg inn i portalen til Trøndelag for å lese mer:\n"
			 "https://portal.test/\n\n"
			 "-- \n"
			 "Denne e-posten er sendt automatisk og kan ikke besvares. I portalen"
			 " bestemmer du selv\nom du vil ha slik e-post.\n");
	arena_free(&arena);
}
END_TEST

START_TEST(it_is_told_in_english_too)
{
	struct arena *arena = arena_new(64 * 1024);
	struct mail mail = compose(arena, "en", "2026/00012", "https://portal.test/");

	ck_assert_str_eq(mail.subject, "Case 2026/00012: Det er fattet vedtak");
	ck_assert(strstr(mail.text, "Sign in to the portal of Trøndelag to read more:\nhttps:"));
	arena_free(&arena);
}
END_TEST

START_TEST(what_is_not_told_is_left_out)
{
	struct arena *arena = arena_new(64 * 1024);
	struct mail mail = compose(arena, "nb", NULL, NULL);

	ck_assert_str_eq(mail.subject, "Det er fattet vedtak");
	ck_assert(strstr(mail.text, "Logg inn i portalen til Trøndelag for å lese mer.\n\n-- \n"));
	mail = compose(arena, "en", NULL, NULL);
	ck_assert(strstr(mail.text, "Sign in to the portal of Trøndelag to read more.\n\n-- \n"));
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(it_says_what_the_portal_says_and_where_that_is), TEST(it_is_told_in_english_too),
	  TEST(what_is_not_told_is_left_out))
