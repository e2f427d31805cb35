#include "cmd/trinn-jobs/fetch.h"

#include <curl/curl.h>
#include <string.h>

static size_t on_bytes(char *bytes, size_t size, size_t n, void *ctx)
{
	struct buf *body = ctx;

	buf_add(body, bytes, size * n);
	return buf_overflowed(body) ? 0 : size * n;
}

static bool is_loopback(const char *url)
{
	return strncmp(url, "http://127.0.0.1:", 17) == 0 || strncmp(url, "http://localhost:", 17) == 0 || strncmp(url, "http://[::1]:", 13) == 0;
}

static void configure(CURL *curl, const char *url, long timeout_s, bool plain, struct buf *body)
{
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, timeout_s);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_bytes);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, body);
	if (plain)
		curl_easy_setopt(curl, CURLOPT_PROXY, "");
}

bool fetch(const char *url, long timeout_s, bool plain_loopback, struct buf *body, struct buf *why)
{
	bool plain = plain_loopback && is_loopback(url);
	CURL *curl = curl_easy_init();
	CURLcode code = CURLE_FAILED_INIT;

	if (curl != NULL) {
		configure(curl, url, timeout_s, plain, body);
		code = curl_easy_perform(curl);
		curl_easy_cleanup(curl);
	}
	if (code != CURLE_OK)
		buf_adds(why, curl_easy_strerror(code));
	return code == CURLE_OK;
}
