#include "lib/mail/message.h"

#include "tests/unit/run.h"

static struct mail mail;
static struct buf out;

static void begin(void)
{
	mail = (struct mail){
		.id = "0190a3c4-7f00-7000-8000-000000000001",
		.written_at = 1795395780, /* 2026-11-23 01:03 */
		.language = "nb",
		.from_name = "Trondelag",
		.from = "ikke-svar@trondelag.test",
		.to = "kari@hub.test",
		.subject = "Sak",
		.text = "Hei\n",
	};
	buf_fini(&out);
	buf_init(&out, 16 * 1024);
}

static void assert_written(void)
{
	ck_assert(mail_write(&mail, &out));
}

static void assert_holds(const char *part)
{
	ck_assert_msg(strstr(buf_text(&out), part) != NULL, "no %s in\n%s", part, buf_text(&out));
}

START_TEST(a_message_is_headers_and_text)
{
	begin();
	assert_written();
	ck_assert_str_eq(buf_text(&out),
			 "From: =?UTF-8?Q?Trondelag?=\r\n"
			 " <ikke-svar@trondelag.test>\r\n"
			 "To: <kari@hub.test>\r\n"
			 "Subject: =?UTF-8?Q?Sak?=\r\n"
			 "Date: Mon, 23 Nov 2026 01:03:00 +0000\r\n"
			 "Message-ID: <0190a3c4-7f00-7000-8000-000000000001@trondelag.test>\r\n"
			 "MIME-Version: 1.0\r\n"
			 "Content-Type: text/plain; charset=UTF-8\r\n"
			 "Content-Transfer-Encoding: quoted-printable\r\n"
			 "Content-Language: nb\r\n"
			 "Auto-Submitted: auto-generated\r\n"
			 "\r\n"
			 "Hei\r\n");
}
END_TEST

START_TEST(letters_beyond_ascii_are_encoded)
{
	begin();
	mail.from_name = "Tr\u00f8ndelag fylkeskommune";
	mail.subject = "Sak 2026/00012: Det er fattet vedtak";
	mail.text = "P\u00e5 f\u00f8lge = 1\n";
	assert_written();
	assert_holds("From: =?UTF-8?Q?Tr=C3=B8ndelag_fylkeskommune?=\r\n");
	assert_holds("Subject: =?UTF-8?Q?Sak_2026/00012=3A_Det_er_fattet_vedtak?=\r\n");
	assert_holds("\r\n\r\nP=C3=A5 f=C3=B8lge =3D 1\r\n");
}
END_TEST

/* No line of a message is longer, and none begins or ends within a character. */
static void assert_lines(void)
{
	for (const char *line = buf_text(&out); *line != '\0';) {
		size_t len = strcspn(line, "\r");

		ck_assert_msg(len <= 76, "%zu: %.*s", len, (int)len, line);
		ck_assert(line[len + 1] == '\n');
		line += len + 2;
	}
}

START_TEST(what_is_long_goes_on_the_next_line)
{
	char text[600];

	begin();
	for (size_t i = 0; i < sizeof(text) - 1; i += 2)
		memcpy(text + i, "\u00f8", 2);
	text[sizeof(text) - 2] = '\n';
	text[sizeof(text) - 1] = '\0';
	mail.text = text;
	mail.subject = "\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8\u00f8";
	assert_written();
	assert_lines();
	assert_holds("=C3=B8?=\r\n =?UTF-8?Q?=C3=B8");
	assert_holds("=\r\n=B8");
}
END_TEST

START_TEST(nothing_in_a_field_becomes_a_header)
{
	begin();
	mail.subject = mail.from_name = "x\r\nBcc: <all@hub.test>\r\n\r\n?= =?";
	assert_written();
	assert_holds("Subject: =?UTF-8?Q?x=0D=0ABcc=3A_=3Call=40hub=2Etest=3E=0D=0A=0D?=\r\n"
		     " =?UTF-8?Q?=0A=3F=3D_=3D=3F?=\r\n");
	ck_assert(strstr(buf_text(&out), "\nBcc") == NULL);
}
END_TEST

START_TEST(the_text_keeps_its_bytes)
{
	begin();
	mail.text = "slutt \n.\nCR \r\nut\tinn";
	assert_written();
	assert_holds("\r\n\r\nslutt=20\r\n.\r\nCR =0D\r\nut=09inn");
}
END_TEST

START_TEST(an_address_is_plain)
{
	static const char *const good[] = {"a@b.no", "kari.nordmann+trinn@post.hub.test",
					   "o'brien@xn--trndelag-54a.test"};
	static const char *const bad[] = {
		"",
		"a",
		"@b.no",
		"a@",
		"a@b",
		"a@b.",
		"a@.no",
		"a@-b.no",
		"a@b..no",
		".a@b.no",
		"a.@b.no",
		"a..b@c.no",
		"a b@c.no",
		"a@b.no\r\nRCPT TO:<c@d.no>",
		"<a@b.no>",
		"a@b.no,c@d.no",
		"\"a b\"@c.no",
		"k\u00e5re@b.no",
		"a@b\u00f8.no",
		"a@b.no ",
		"a@b@c.no",
		"a@[127.0.0.1]",
		"a>@b.no",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(mail_is_address(good[i]), "%s", good[i]);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ck_assert_msg(!mail_is_address(bad[i]), "%s", bad[i]);
		begin();
		mail.to = bad[i];
		ck_assert(!mail_write(&mail, &out));
		begin();
		mail.from = bad[i];
		ck_assert(!mail_write(&mail, &out));
	}
}
END_TEST

START_TEST(a_message_has_an_id_and_a_language_or_is_none)
{
	begin();
	mail.id = "a>\r\nBcc: b";
	ck_assert(!mail_write(&mail, &out));
	begin();
	mail.id = "";
	ck_assert(!mail_write(&mail, &out));
	begin();
	mail.language = "nb\r\n";
	ck_assert(!mail_write(&mail, &out));
	begin();
	buf_init(&out, 100);
	ck_assert_msg(!mail_write(&mail, &out), "and not more than there is room for");
}
END_TEST

RUN_TESTS(TEST(a_message_is_headers_and_text), TEST(letters_beyond_ascii_are_encoded),
	  TEST(what_is_long_goes_on_the_next_line), TEST(nothing_in_a_field_becomes_a_header),
	  TEST(the_text_keeps_its_bytes), TEST(an_address_is_plain),
	  TEST(a_message_has_an_id_and_a_language_or_is_none))
