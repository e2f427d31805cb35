/*
 * Verification of access tokens: compact JWS, RFC 7515, with the claims of RFC 7519 and RFC 9068.
 *
 * The header is checked first and may only choose a key by `kid`; the algorithm is the key's, never
 * the token's. A signature found good is remembered, with the claims it covers, until the token
 * expires or the keys change; times are checked anew on every use. What a token may do is no matter
 * of this file.
 */
#ifndef TRINN_AUTH_VERIFY_H
#define TRINN_AUTH_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/auth/keys.h"
#include "lib/base/arena.h"
#include "lib/base/attr.h"

#define AUTH_TOKEN_LEN_MAX 8192

/* Reasons are for the log. A client gets one and the same 401 for all of them. */
#define AUTH_VERDICTS(X)                                                     \
	X(OK, "ok")                                                          \
	X(TOO_LONG, "token too long")                                        \
	X(PARTS, "not three parts")                                          \
	X(ENCODING, "not strict base64url")                                  \
	X(HEADER_MALFORMED, "header is not an object without duplicates")    \
	X(HEADER_TYPE, "typ is not an access token")                         \
	X(HEADER_FORBIDDEN, "header has a member that is never accepted")    \
	X(HEADER_NO_KEY_ID, "header has no kid")                             \
	X(CLAIMS_MALFORMED, "claims are not an object without duplicates")   \
	X(CLAIM_TYPE, "a claim has the wrong type")                          \
	X(ISSUER_UNKNOWN, "issuer not trusted")                              \
	X(KEY_UNKNOWN, "issuer has no such key")                             \
	X(ALG_REFUSED, "alg is not the key's")                               \
	X(SIGNATURE, "signature is wrong")                                   \
	X(AUDIENCE, "not meant for us")                                      \
	X(NO_TIMES, "no exp or no iat")                                      \
	X(LIFETIME, "lives longer than its issuer may grant")                \
	X(EXPIRED, "expired")                                                \
	X(NOT_YET_VALID, "iat or nbf lies ahead")                            \
	X(NO_SUBJECT, "neither sub nor client_id")

enum auth_verdict {
#define X(name, text) AUTH_##name,
	AUTH_VERDICTS(X)
#undef X
};

/* Whom a verified token speaks for. Texts are in the arena. */
struct auth_identity {
	const char *issuer;
	const char *subject;   /* `sub`; NULL for a machine, which has none or the client for one */
	const char *client_id; /* `client_id`, or Entra's `azp`; NULL if neither */
	const char *scope;     /* `scope`, or Entra's `scp`, separated by spaces; "" if neither */
	const char *token_id;  /* `jti`; NULL if absent */
	const char *claims;    /* all of the payload, JSON text: for claims of one issuer's own */
	int64_t issued_at_s;
	int64_t expires_at_s;
	bool development; /* of the issuer's row */
};

struct auth_verifier;

/* A verifier that trusts nobody, with room to remember `cache_entries` tokens. One a process. */
struct auth_verifier *auth_verifier_new(size_t cache_entries) __attribute__((returns_nonnull));

void auth_verifier_free(struct auth_verifier **verifier);

/* Takes `keys` in place of those before, which are freed, and forgets all remembered tokens. */
void auth_verifier_set_keys(struct auth_verifier *verifier, struct auth_keys *keys);

/* `token` is what follows "Bearer "; `now_s` is Unix time. Fills *identity_out on AUTH_OK. On
 * AUTH_KEY_UNKNOWN only its `issuer` is set, and only the first time in a second: the caller may
 * ask for that issuer's keys to be fetched. */
enum auth_verdict auth_verify(struct auth_verifier *verifier, const char *token, size_t len,
			      int64_t now_s, struct arena *arena,
			      struct auth_identity *identity_out) MUST_USE;

/* Whether the token is a client's own: it has no `sub`, or the client for one (RFC 9068, 2.2). Some
 * issuers name a client otherwise still; only who knows their subjects can tell. */
bool auth_is_machine(const struct auth_identity *identity);

/* Whom the token is about: its subject, or its client where it has none. Never NULL once verified.
 * The two are names of different kinds: a client called as a person is not that person. */
const char *auth_name(const struct auth_identity *identity);

/* Whether `scope`, separated by spaces, holds the exact word `wanted`. */
bool auth_scope_has(const char *scope, const char *wanted);

/* The reason in words, for the log. */
const char *auth_verdict_text(enum auth_verdict verdict);

#endif
