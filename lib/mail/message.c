#include "lib/mail/message.h"

#include <stddef.h>
#include <string.h>

#include "lib/base/date.h"
#include "lib/base/utf8.h"

#define DAY_S (24 * 60 * 60)

enum {
	ADDRESS_BYTES_MAX = 254,
	LOCAL_BYTES_MAX = 64,
	LABEL_BYTES_MAX = 63,
	ID_BYTES_MAX = 64,
	LINE_MAX_COLUMNS = 76,	/* of encoded words and of quoted-printable */
	CHARACTER_COLUMNS = 12, /* a character of four bytes, encoded */
};

static const char alphanumeric[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/* Whether the `len` bytes are one or more characters of `plain` or `more`. */
static bool is_of(const char *text, size_t len, const char *plain, const char *more)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\0' ||
		    (strchr(plain, text[i]) == NULL && strchr(more, text[i]) == NULL))
			return false;
	return len > 0;
}

/* Atoms with single dots between them. */
static bool is_local(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '.' && (i == 0 || i + 1 == len || text[i + 1] == '.'))
			return false;
	return len <= LOCAL_BYTES_MAX && is_of(text, len, alphanumeric, ".!#$%&'*+-/=?^_`{|}~");
}

static bool is_label(const char *text, size_t len)
{
	return len <= LABEL_BYTES_MAX && is_of(text, len, alphanumeric, "-") && text[0] != '-' &&
	       text[len - 1] != '-';
}

static bool is_domain(const char *text)
{
	size_t labels = 0;

	for (;;) {
		size_t len = strcspn(text, ".");

		if (!is_label(text, len))
			return false;
		labels++;
		if (text[len] == '\0')
			return labels > 1;
		text += len + 1;
	}
}

bool mail_is_address(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && strlen(text) <= ADDRESS_BYTES_MAX &&
	       is_local(text, (size_t)(at - text)) && is_domain(at + 1);
}

static void add_hex(struct buf *out, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		buf_addf(out, "=%02X", (unsigned)(unsigned char)bytes[i]);
}

/* The character at `text` as an encoded word has it in a phrase (RFC 2047 5 (3)); what is no UTF-8
 * becomes U+FFFD. Its bytes. */
static size_t add_encoded(struct buf *out, const char *text, size_t len)
{
	size_t n = utf8_char_len(text, len);

	if (n == 0)
		add_hex(out, "\uFFFD", strlen("\uFFFD"));
	else if (n == 1 && is_of(text, 1, alphanumeric, "!*+-/"))
		buf_addc(out, *text);
	else if (n == 1 && *text == ' ')
		buf_addc(out, '_');
	else
		add_hex(out, text, n);
	return n == 0 ? 1 : n;
}

/* "Name: =?UTF-8?Q?...?=", on as many lines as it takes: no word is longer than one, and none ends
 * within a character. */
static void add_words(struct buf *out, const char *name, const char *text)
{
	static const char begin[] = "=?UTF-8?Q?", end[] = "?=";
	size_t line = out->len;
	size_t left = strlen(text);

	buf_addf(out, "%s: %s", name, begin);
	while (left > 0 && !buf_overflowed(out)) {
		size_t n;

		if (out->len - line + CHARACTER_COLUMNS + strlen(end) > LINE_MAX_COLUMNS) {
			buf_addf(out, "%s\r\n", end);
			line = out->len;
			buf_addf(out, " %s", begin);
		}
		n = add_encoded(out, text, left);
		text += n;
		left -= n;
	}
	buf_addf(out, "%s\r\n", end);
}

static bool is_printed(char c)
{
	return c >= ' ' && c <= '~' && c != '=';
}

/* Quoted-printable (RFC 2045 6.7). */
static void add_text(struct buf *out, const char *text)
{
	size_t line = out->len;

	for (; *text != '\0' && !buf_overflowed(out); text++) {
		bool ends = text[1] == '\0' || text[1] == '\n';

		if (*text == '\n') {
			buf_adds(out, "\r\n");
			line = out->len;
			continue;
		}
		if (out->len - line + strlen("=00=") > LINE_MAX_COLUMNS) {
			buf_adds(out, "=\r\n");
			line = out->len;
		}
		if (is_printed(*text) && !(*text == ' ' && ends))
			buf_addc(out, *text);
		else
			add_hex(out, text, 1);
	}
}

static void add_date(struct buf *out, int64_t at)
{
	static const char *const weekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int32_t days = (int32_t)(at / DAY_S);
	int second = (int)(at % DAY_S);
	struct date_ymd day = date_to_ymd(days);

	buf_addf(out, "Date: %s, %d %s %04d %02d:%02d:%02d +0000\r\n",
		 weekdays[date_weekday(days) - DATE_MONDAY], day.day, months[day.month - 1],
		 day.year, second / 3600, second / 60 % 60, second % 60);
}

static bool is_sound(const struct mail *mail)
{
	return mail_is_address(mail->from) && mail_is_address(mail->to) &&
	       strlen(mail->id) <= ID_BYTES_MAX &&
	       is_of(mail->id, strlen(mail->id), alphanumeric, "-") &&
	       is_of(mail->language, strlen(mail->language), alphanumeric, "-") &&
	       mail->written_at >= 0 && mail->written_at / DAY_S <= DATE_MAX;
}

/* Nobody's automatic answer is wanted (RFC 3834). */
bool mail_write(const struct mail *mail, struct buf *out)
{
	if (!is_sound(mail))
		return false;
	add_words(out, "From", mail->from_name);
	buf_addf(out, " <%s>\r\nTo: <%s>\r\n", mail->from, mail->to);
	add_words(out, "Subject", mail->subject);
	add_date(out, mail->written_at);
	buf_addf(out, "Message-ID: <%s@%s>\r\n", mail->id, strchr(mail->from, '@') + 1);
	buf_addf(out,
		 "MIME-Version: 1.0\r\n"
		 "Content-Type: text/plain; charset=UTF-8\r\n"
		 "Content-Transfer-Encoding: quoted-printable\r\n"
		 "Content-Language: %s\r\n"
		 "Auto-Submitted: auto-generated\r\n\r\n",
		 mail->language);
	add_text(out, mail->text);
	return !buf_overflowed(out);
}
