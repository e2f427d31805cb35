/* A set is as good as the keys in it that the daemon would take: the same judge decides. */
#include "lib/auth/jwks.h"

#include <string.h>

#include "lib/auth/jwk.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

/* JSON text of the value, for the caller to free. */
static char *text_of(const json_t *value)
{
	char *text = json_dumps(value, JSON_COMPACT);

	MUST(text != NULL);
	return text;
}

static bool is_listed(json_t *keys, const char *kid)
{
	json_t *key;
	size_t i;

	json_array_foreach(keys, i, key)
		if (strcmp(json_string_value(json_object_get(key, "kid")), kid) == 0)
			return true;
	return false;
}

/* What is wrong with a key whose kid is not, NULL if nothing. */
static const char *judge_key(const json_t *key, const char *kid)
{
	char *text = text_of(key);
	unsigned int algs;
	const char *why;
	EVP_PKEY *public_key = auth_jwk_read(text, kid, &algs, &why);

	base_free(text);
	if (public_key == NULL)
		return why;
	EVP_PKEY_free(public_key);
	return NULL;
}

static const char *judge(json_t *usable, json_t *key, const char *kid)
{
	if (kid == NULL || kid[0] == '\0')
		return "key without a kid";
	if (strlen(kid) > AUTH_KID_LEN_MAX)
		return "kid too long";
	if (is_listed(usable, kid))
		return "kid listed twice";
	return judge_key(key, kid);
}

/* A new array of those of `keys` that are usable. */
static json_t *usable_of(const char *iss, json_t *keys, auth_unusable_fn *on_unusable, void *ctx)
{
	json_t *usable = json_array();
	json_t *key;
	size_t i;

	MUST(usable != NULL);
	json_array_foreach(keys, i, key) {
		const char *kid = json_string_value(json_object_get(key, "kid"));
		const char *why = judge(usable, key, kid);

		if (why == NULL)
			MUST(json_array_append(usable, key) == 0);
		else
			on_unusable(ctx, iss, kid, why);
	}
	return usable;
}

/* What is wrong with the document as such, NULL if nothing. */
static const char *judge_set(json_t *keys)
{
	if (!json_is_array(keys))
		return "no JWKS";
	if (json_array_size(keys) > AUTH_JWKS_KEYS_MAX)
		return "too many keys";
	return NULL;
}

const char *auth_jwks_read(const char *iss, const char *text, size_t len, struct arena *arena,
			   auth_unusable_fn *on_unusable, void *ctx, const char **why_out)
{
	const struct body_limits limits = {.len_bytes = AUTH_JWKS_LEN_MAX, .depth = BODY_DEPTH_MAX};
	const char *result = NULL;
	json_t *set, *keys, *usable;
	size_t position;
	char *dump;

	*why_out = "no JSON object";
	if (body_parse(text, len, &limits, &set, &position) != BODY_OK)
		return NULL;
	keys = json_object_get(set, "keys");
	*why_out = judge_set(keys);
	if (*why_out == NULL) {
		usable = usable_of(iss, keys, on_unusable, ctx);
		dump = text_of(usable);
		if (json_array_size(usable) > 0)
			result = arena_strdup(arena, dump);
		else
			*why_out = "no usable key";
		base_free(dump);
		json_decref(usable);
	}
	json_decref(set);
	return result;
}
