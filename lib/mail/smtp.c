#include "lib/mail/smtp.h"

#include <curl/curl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "lib/base/fail.h"
#include "lib/base/host.h"
#include "lib/base/utf8.h"

enum {
	MESSAGE_BYTES_MAX = 64 * 1024,
	ANSWER_BYTES_MAX = 2048,
	GO_ON = 354,   /* the answer to DATA */
	CLOSING = 421, /* the server ends the conversation, whatever it was about */
};

struct smtp {
	const struct smtp_server *server;
	int stop;
	CURL *curl;
	struct buf message;
	size_t sent;
	struct buf said; /* by the server since our last command */
	/* Our last command was of this message: a refusal of one before would meet every other. */
	bool about_this;
	bool is_leaving; /* we have said goodbye */
	bool is_stopped;
};

bool smtp_is_safe(const struct smtp_server *server)
{
	return server->security != SMTP_NONE || host_is_loopback(server->host);
}

static size_t read_message(char *bytes, size_t size, size_t n, void *ctx)
{
	struct smtp *smtp = ctx;
	size_t room = size * n;
	size_t left = smtp->message.len - smtp->sent;
	size_t len = left < room ? left : room;

	if (len > 0)
		memcpy(bytes, smtp->message.data + smtp->sent, len);
	smtp->sent += len;
	return len;
}

static bool is_verb(const char *command, size_t len, const char *verb)
{
	return len >= strlen(verb) && strncmp(command, verb, strlen(verb)) == 0;
}

/* The code of the last line of an answer; 0 if none came. */
static int code_of(const struct buf *said)
{
	const char *text = buf_text(said);
	size_t line = said->len;
	int code = 0;

	while (line > 0 && (text[line - 1] == '\n' || text[line - 1] == '\r'))
		line--;
	while (line > 0 && text[line - 1] != '\n')
		line--;
	for (size_t i = line; i < line + 3; i++) {
		if (text[i] < '0' || text[i] > '9')
			return 0;
		code = code * 10 + (text[i] - '0');
	}
	return code;
}

/* What goes out may hold the password: nothing of it is kept. What is answered to a goodbye is
 * about nothing, and that to go on is answered by the message, which is no command. */
static int watch(CURL *curl, curl_infotype type, char *bytes, size_t len, void *ctx)
{
	struct smtp *smtp = ctx;

	(void)curl;
	if (type == CURLINFO_HEADER_OUT) {
		smtp->is_leaving = is_verb(bytes, len, "QUIT");
		if (!smtp->is_leaving) {
			smtp->about_this =
				is_verb(bytes, len, "RCPT") || is_verb(bytes, len, "DATA");
			buf_reset(&smtp->said);
		}
	} else if (type == CURLINFO_HEADER_IN && !smtp->is_leaving) {
		if (code_of(&smtp->said) == GO_ON)
			buf_reset(&smtp->said);
		buf_add(&smtp->said, bytes, len);
	}
	return 0;
}

static int is_to_stop(void *ctx, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	struct smtp *smtp = ctx;
	struct pollfd fd = {.fd = smtp->stop, .events = POLLIN};

	(void)a, (void)b, (void)c, (void)d;
	smtp->is_stopped = poll(&fd, 1, 0) > 0;
	return smtp->is_stopped;
}

static void configure(CURL *curl, const struct smtp_server *server)
{
	struct buf url;

	buf_init(&url, BUF_UNBOUNDED);
	buf_addf(&url, "%s://%s:%d", server->security == SMTP_TLS ? "smtps" : "smtp", server->host,
		 (int)server->port);
	curl_easy_setopt(curl, CURLOPT_URL, buf_text(&url));
	buf_fini(&url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)server->timeout_s);
	curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT, (long)server->timeout_s);
	curl_easy_setopt(curl, CURLOPT_USE_SSL,
			 (long)(server->security == SMTP_NONE ? CURLUSESSL_NONE : CURLUSESSL_ALL));
	if (server->user != NULL) {
		curl_easy_setopt(curl, CURLOPT_USERNAME, server->user);
		curl_easy_setopt(curl, CURLOPT_PASSWORD,
				 server->password == NULL ? "" : server->password);
	}
}

struct smtp *smtp_new(const struct smtp_server *server, int stop)
{
	struct smtp *smtp = base_alloc(sizeof(*smtp));

	*smtp = (struct smtp){.server = server, .stop = stop, .curl = curl_easy_init()};
	MUST(smtp->curl != NULL);
	buf_init(&smtp->message, MESSAGE_BYTES_MAX);
	buf_init(&smtp->said, ANSWER_BYTES_MAX);
	configure(smtp->curl, server);
	curl_easy_setopt(smtp->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(smtp->curl, CURLOPT_READFUNCTION, read_message);
	curl_easy_setopt(smtp->curl, CURLOPT_READDATA, smtp);
	curl_easy_setopt(smtp->curl, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(smtp->curl, CURLOPT_DEBUGFUNCTION, watch);
	curl_easy_setopt(smtp->curl, CURLOPT_DEBUGDATA, smtp);
	curl_easy_setopt(smtp->curl, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(smtp->curl, CURLOPT_XFERINFOFUNCTION, is_to_stop);
	curl_easy_setopt(smtp->curl, CURLOPT_XFERINFODATA, smtp);
	return smtp;
}

/* Control characters of either set (C0, C1), and the space. */
static bool is_blank(const char *bytes, size_t n)
{
	return (n == 1 && ((unsigned char)*bytes <= ' ' || *bytes == 0x7f)) ||
	       (n == 2 && *bytes == '\xc2' && (unsigned char)bytes[1] < 0xa0);
}

void smtp_clean(const char *bytes, size_t len, struct buf *answer)
{
	bool spaced = false; /* before what comes next, unless it is the first */

	while (len > 0) {
		size_t n = utf8_char_len(bytes, len);

		if (is_blank(bytes, n)) {
			spaced = answer->len > 0;
		} else {
			if (spaced)
				buf_addc(answer, ' ');
			spaced = false;
			buf_add(answer, n == 0 ? "?" : bytes, n == 0 ? 1 : n);
		}
		n = n == 0 ? 1 : n;
		bytes += n;
		len -= n;
	}
}

static enum smtp_outcome judge(const struct smtp *smtp, CURLcode result, struct buf *answer)
{
	int code = code_of(&smtp->said);

	if (smtp->is_stopped)
		return SMTP_STOPPED;
	if (result == CURLE_OK || code >= 400)
		smtp_clean(buf_text(&smtp->said), smtp->said.len, answer);
	else
		buf_adds(answer, curl_easy_strerror(result));
	if (result == CURLE_OK)
		return SMTP_TAKEN;
	if (!smtp->about_this || code < 400 || code == CLOSING)
		return SMTP_AWAY;
	return code >= 500 ? SMTP_REFUSED : SMTP_DEFERRED;
}

/* Of a server that has not answered in time we do not wait for the answer to a goodbye. */
static void hang_up(struct smtp *smtp)
{
	curl_socket_t fd = CURL_SOCKET_BAD;

	curl_easy_getinfo(smtp->curl, CURLINFO_ACTIVESOCKET, &fd);
	if (fd != CURL_SOCKET_BAD)
		shutdown(fd, SHUT_RDWR);
}

static enum smtp_outcome submit(struct smtp *smtp, const struct mail *mail, struct buf *answer)
{
	struct curl_slist *to = curl_slist_append(NULL, mail->to);
	enum smtp_outcome outcome;
	CURLcode result;

	MUST(to != NULL);
	curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, mail->from);
	curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, to);
	smtp->sent = 0;
	smtp->about_this = false;
	smtp->is_leaving = false;
	smtp->is_stopped = false;
	buf_reset(&smtp->said);
	result = curl_easy_perform(smtp->curl);
	curl_slist_free_all(to);
	outcome = judge(smtp, result, answer);
	if (outcome == SMTP_AWAY || outcome == SMTP_STOPPED)
		hang_up(smtp);
	return outcome;
}

enum smtp_outcome smtp_send(struct smtp *smtp, const struct mail *mail, struct buf *answer)
{
	buf_reset(&smtp->message);
	if (!mail_write(mail, &smtp->message)) {
		buf_adds(answer, "the message cannot be written");
		return SMTP_REFUSED;
	}
	if (!smtp_is_safe(smtp->server)) {
		buf_adds(answer, "without TLS to another machine");
		return SMTP_AWAY;
	}
	return submit(smtp, mail, answer);
}

void smtp_free(struct smtp **smtp)
{
	if (*smtp == NULL)
		return;
	curl_easy_cleanup((*smtp)->curl);
	buf_fini(&(*smtp)->said);
	buf_fini(&(*smtp)->message);
	base_free(*smtp);
	*smtp = NULL;
}
