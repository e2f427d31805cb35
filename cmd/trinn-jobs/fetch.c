#include "cmd/trinn-jobs/fetch.h"

#include <curl/curl.h>

#include "lib/base/fail.h"
#include "lib/base/host.h"

#define STATUS_OK 200

static size_t on_bytes(char *bytes, size_t size, size_t n, void *ctx)
{
	struct buf *body = ctx;

	buf_add(body, bytes, size * n);
	return buf_overflowed(body) ? 0 : size * n;
}

/* Whether the address names this machine. Only a parser can tell: in http://127.0.0.1:1@elsewhere/
 * what comes first is a user and a password. */
static bool is_loopback(const char *url)
{
	CURLU *parts = curl_url();
	char *host = NULL;
	bool found;

	MUST(parts != NULL);
	found = curl_url_set(parts, CURLUPART_URL, url, 0) == CURLUE_OK &&
		curl_url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
		host_is_loopback(host);
	curl_free(host);
	curl_url_cleanup(parts);
	return found;
}

static void configure(CURL *curl, const char *url, long timeout_s, bool plain, struct buf *body)
{
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http,https" : "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, timeout_s);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_bytes);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, body);
	if (plain)
		curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

/* Whether the transfer brought a whole document. */
static bool judge(CURL *curl, CURLcode code, const struct buf *body, struct buf *why)
{
	long status = 0;

	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
	if (buf_overflowed(body))
		buf_addf(why, "longer than %zu bytes", body->max);
	else if (code != CURLE_OK)
		buf_adds(why, curl_easy_strerror(code));
	else if (status != STATUS_OK)
		buf_addf(why, "answered %ld", status);
	else
		return true;
	return false;
}

bool fetch(const char *url, long timeout_s, bool plain_loopback, struct buf *body, struct buf *why)
{
	CURL *curl = curl_easy_init();
	bool done;

	MUST(curl != NULL);
	configure(curl, url, timeout_s, plain_loopback && is_loopback(url), body);
	done = judge(curl, curl_easy_perform(curl), body, why);
	curl_easy_cleanup(curl);
	return done;
}
