/* Three parts, each decoded strictly, and a header that may do nothing but name a key. */
#include "lib/auth/token.h"

#include <string.h>
#include <strings.h>

#include "lib/base/base64.h"
#include "lib/json/body.h"

struct part {
	const char *text;
	size_t len;
};

/* Splits at the dots into exactly three parts. */
static bool split(const char *text, size_t len, struct part parts[3])
{
	const char *end = text + len;

	for (int i = 0; i < 3; i++) {
		const char *dot = memchr(text, '.', (size_t)(end - text));
		bool is_last = i == 2;

		if ((dot == NULL) != is_last)
			return false;
		parts[i].text = text;
		parts[i].len = (size_t)((is_last ? end : dot) - text);
		if (!is_last)
			text = dot + 1;
	}
	return true;
}

/* The object in `len` bytes of JSON, NULL if it is none. */
static json_t *read_object(const char *text, size_t len)
{
	const struct body_limits limits = {.len_bytes = AUTH_JSON_LEN_MAX, .depth = BODY_DEPTH_MAX};
	size_t position;
	json_t *value;

	if (body_parse(text, len, &limits, &value, &position) != BODY_OK)
		return NULL;
	if (json_is_object(value))
		return value;
	json_decref(value);
	return NULL;
}

bool auth_text_of(json_t *object, const char *name, const char **text_out)
{
	json_t *member = json_object_get(object, name);

	*text_out = json_string_value(member);
	return member == NULL || *text_out != NULL;
}

/* An access token may go without a type. RFC 7515 section 4.1.9, RFC 9068 section 2.1. */
static bool is_type_accepted(json_t *header)
{
	static const char *const accepted[] = {"JWT", "at+jwt", "application/at+jwt"};
	const char *type;

	if (!auth_text_of(header, "typ", &type))
		return false;
	if (type == NULL)
		return true;
	for (size_t i = 0; i < sizeof(accepted) / sizeof(accepted[0]); i++)
		if (strcasecmp(type, accepted[i]) == 0)
			return true;
	return false;
}

/* Members that would bring a key of the sender's, or change what is signed. */
static bool has_forbidden_member(json_t *header)
{
	static const char *const forbidden[] = {"crit", "b64", "jku", "jwk", "x5u", "x5c"};

	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (json_object_get(header, forbidden[i]) != NULL)
			return true;
	return false;
}

static enum auth_verdict judge_header(struct auth_token *token)
{
	if (!is_type_accepted(token->header))
		return AUTH_HEADER_TYPE;
	if (has_forbidden_member(token->header))
		return AUTH_HEADER_FORBIDDEN;
	if (!auth_text_of(token->header, "kid", &token->kid) || token->kid == NULL)
		return AUTH_HEADER_NO_KEY_ID;
	return AUTH_OK;
}

static bool decode(const struct part *part, void *out, size_t cap, size_t *len_out)
{
	return base64url_decode(part->text, part->len, out, cap, len_out);
}

enum auth_verdict auth_token_read(struct auth_token *token, const char *text, size_t len)
{
	struct part parts[3];
	char header[AUTH_JSON_LEN_MAX];
	size_t header_len, payload_len;

	token->text = text;
	token->header = NULL;
	token->claims = NULL;
	if (len > AUTH_TOKEN_LEN_MAX)
		return AUTH_TOO_LONG;
	if (!split(text, len, parts))
		return AUTH_PARTS;
	if (!decode(&parts[0], header, sizeof(header), &header_len) ||
	    !decode(&parts[1], token->payload, sizeof(token->payload) - 1, &payload_len) ||
	    !decode(&parts[2], token->signature, sizeof(token->signature), &token->signature_len))
		return AUTH_ENCODING;
	token->payload[payload_len] = '\0';
	token->signed_len = parts[0].len + 1 + parts[1].len;

	token->header = read_object(header, header_len);
	if (token->header == NULL)
		return AUTH_HEADER_MALFORMED;
	token->claims = read_object(token->payload, payload_len);
	if (token->claims == NULL)
		return AUTH_CLAIMS_MALFORMED;
	return judge_header(token);
}

void auth_token_fini(struct auth_token *token)
{
	json_decref(token->header);
	json_decref(token->claims);
}
