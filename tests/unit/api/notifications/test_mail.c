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

static const char *about_address(struct arena *arena, const char *language, const char *code)
{
	const struct notice notice = {
		.county = "Trøndelag",
		.language = language,
		.happened = "E-postadressen",
		.code = code,
		.code_minutes = 60,
		.is_last = code == NULL,
	};
	struct mail mail = {0};

	notice_compose(&notice, arena, &mail);
	ck_assert_str_eq(mail.subject, "E-postadressen");
	ck_assert(!strstr(mail.text, "slik e-post") && !strstr(mail.text, "such e-mail"));
	return mail.text;
}

START_TEST(an_address_is_told_its_code_and_how_long_that_holds)
{
	struct arena *arena = arena_new(64 * 1024);
	const char *text = about_address(arena, "nb", "KM7Q3TXP");

	ck_assert(strstr(text, "oppgitt for e-post fra Trøndelag."));
	ck_assert(strstr(text, "\n\n    KM7Q-3TXP\n\n"));
	ck_assert(strstr(text, "gjelder i 60 minutter"));
	text = about_address(arena, "en", "KM7Q3TXP");
	ck_assert(strstr(text, "\n\n    KM7Q-3TXP\n\nIt holds for 60 minutes"));
	arena_free(&arena);
}
END_TEST

START_TEST(an_address_that_was_replaced_is_told_so)
{
	struct arena *arena = arena_new(64 * 1024);

	ck_assert(strstr(about_address(arena, "nb", NULL), "Trøndelag sendes ikke lenger til"));
	ck_assert(strstr(about_address(arena, "en", NULL), "Trøndelag is no longer sent to"));
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(it_says_what_the_portal_says_and_where_that_is), TEST(it_is_told_in_english_too),
	  TEST(what_is_not_told_is_left_out),
	  TEST(an_address_is_told_its_code_and_how_long_that_holds),
	  TEST(an_address_that_was_replaced_is_told_so))
