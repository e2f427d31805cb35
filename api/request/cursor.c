#include "api/request/cursor.h"

#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <string.h>

#include "api/request/app.h"
#include "api/request/request.h"
#include "lib/base/arena.h"
#include "lib/base/base64.h"

#define TAG_BYTES 16

/* With its NUL, which no text holds: so no two lists of parts read the same. NULL is of who needs
 * no token. */
static void add_part(struct buf *out, const char *text)
{
	if (text == NULL)
		text = "";
	buf_add(out, text, strlen(text) + 1);
}

/* Everything that decides which rows a page may show, but for the cursor itself and the page's
 * size. */
static void tag_of(const struct req *r, const char *key, unsigned char tag[TAG_BYTES])
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned len = sizeof(digest);
	struct buf text;

	buf_init(&text, BUF_UNBOUNDED);
	add_part(&text, r->op->name);
	add_part(&text, r->who.issuer);
	add_part(&text, auth_name(&r->who));
	add_part(&text, r->act_as);
	add_part(&text, key);
	for (size_t i = 0; i < r->n_query; i++) {
		const struct req_pair *pair = &r->query[i];

		if (strcmp(pair->name, "cursor") == 0 || strcmp(pair->name, "limit") == 0)
			continue;
		add_part(&text, pair->name);
		add_part(&text, pair->value);
	}
	HMAC(EVP_sha256(), r->app->cursor_secret, sizeof(r->app->cursor_secret),
	     (const unsigned char *)buf_text(&text), text.len, digest, &len);
	memcpy(tag, digest, TAG_BYTES);
	buf_fini(&text);
}

const char *cursor_seal(const struct req *r, const char *key)
{
	size_t len = strlen(key);
	unsigned char *bytes = arena_alloc(r->arena, TAG_BYTES + len);
	char *text = arena_alloc(r->arena, BASE64URL_SIZE(TAG_BYTES + len));

	tag_of(r, key, bytes);
	memcpy(bytes + TAG_BYTES, key, len);
	base64url_encode(bytes, TAG_BYTES + len, text);
	return text;
}

const char *cursor_open(const struct req *r, const char *cursor)
{
	size_t len = strlen(cursor);
	unsigned char *bytes = arena_alloc(r->arena, len + 1);
	unsigned char tag[TAG_BYTES];
	const char *key;
	size_t n;

	if (!base64url_decode(cursor, len, bytes, len + 1, &n) || n <= TAG_BYTES)
		return NULL;
	if (memchr(bytes + TAG_BYTES, '\0', n - TAG_BYTES) != NULL)
		return NULL;
	key = arena_strndup(r->arena, (const char *)bytes + TAG_BYTES, n - TAG_BYTES);
	tag_of(r, key, tag);
	return CRYPTO_memcmp(tag, bytes, TAG_BYTES) == 0 ? key : NULL;
}
