/* A compact JWS taken apart, RFC 7515 section 7.1. Nothing in it is to be believed yet. */
#ifndef TRINN_AUTH_TOKEN_H
#define TRINN_AUTH_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "lib/auth/signature.h"
#include "lib/auth/verify.h"
#include "lib/base/attr.h"

/* Bytes of JSON that the longest token holds. */
#define AUTH_JSON_LEN_MAX (AUTH_TOKEN_LEN_MAX / 4 * 3)

struct auth_token {
	const char *text; /* the caller's, not NUL-terminated */
	size_t signed_len; /* header, dot and payload */
	json_t *header;
	json_t *claims;
	const char *kid; /* of the header */
	char payload[AUTH_JSON_LEN_MAX + 1]; /* NUL-terminated JSON text of the claims */
	uint8_t signature[AUTH_SIGNATURE_LEN_MAX];
	size_t signature_len;
};

/* Takes `len` bytes apart and judges the header. On AUTH_OK header and claims are objects; whatever
 * it returns, auth_token_fini() is due. */
enum auth_verdict auth_token_read(struct auth_token *token, const char *text, size_t len) MUST_USE;

void auth_token_fini(struct auth_token *token);

/* The text of a member, NULL if it is absent. False if it is no string. */
bool auth_text_of(json_t *object, const char *name, const char **text_out) MUST_USE;

#endif
