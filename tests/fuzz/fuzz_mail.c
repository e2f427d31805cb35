/* E-mail: whatever its fields hold, a message is our headers, each once, then a text of short lines
 * of ASCII; and an answer that is kept is one line. */
#include <stdint.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/mail/smtp.h"

enum { FIELDS = 5, MAIL_MAX = 64 * 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The fields lie behind each other, ended by NUL; one that is not there is empty. */
static void cut(char *text, const char *end, const char *fields[FIELDS])
{
	for (size_t i = 0; i < FIELDS; i++) {
		fields[i] = text;
		text += strlen(text);
		text += text < end ? 1 : 0;
	}
}

/* The length of the line at `line`, which ends in CRLF or with the message. */
static size_t check_line(const char *line)
{
	size_t len = strcspn(line, "\r\n");

	MUST(line[len] == '\0' || strncmp(line + len, "\r\n", 2) == 0);
	for (size_t i = 0; i < len; i++)
		MUST(line[i] >= ' ' && line[i] <= '~');
	return len + (line[len] == '\0' ? 0 : 2);
}

/* The names of its headers, in their order. */
static void check_headers(const char *message)
{
	static const char *const names[] = {
		"From: ",
		"To: ",
		"Subject: ",
		"Date: ",
		"Message-ID: ",
		"MIME-Version: ",
		"Content-Type: ",
		"Content-Transfer-Encoding: ",
		"Content-Language: ",
		"Auto-Submitted: ",
	};
	size_t n = 0;

	while (*message != '\r') {
		if (*message != ' ') {
			MUST(n < sizeof(names) / sizeof(names[0]));
			MUST(strncmp(message, names[n], strlen(names[n])) == 0);
			n++;
		}
		message += check_line(message);
	}
	MUST(n == sizeof(names) / sizeof(names[0]));
	while (*message != '\0') {
		size_t len = check_line(message);

		MUST(len <= 76 + 2);
		message += len;
	}
}

static void check_answer(const uint8_t *data, size_t size)
{
	struct buf answer;

	buf_init(&answer, size * 2 + 1);
	smtp_clean((const char *)data, size, &answer);
	MUST(!buf_overflowed(&answer) && strlen(buf_text(&answer)) == answer.len);
	MUST(utf8_is_valid(buf_text(&answer), answer.len));
	MUST(strpbrk(buf_text(&answer), "\r\n\t\x1b") == NULL);
	buf_fini(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(1024 * 1024);
	char *text = arena_strndup(arena, (const char *)data, size);
	const char *fields[FIELDS];
	struct buf out;

	cut(text, text + size, fields);
	buf_init(&out, MAIL_MAX);
	if (mail_write(&(struct mail){.id = "a-1",
				      .language = "nb",
				      .to = fields[0],
				      .from = *fields[1] == '\0' ? "a@b.no" : fields[1],
				      .from_name = fields[2],
				      .subject = fields[3],
				      .text = fields[4]},
		       &out))
		check_headers(buf_text(&out));
	check_answer(data, size);
	buf_fini(&out);
	arena_free(&arena);
	return 0;
}
