/* An RS256 key in the state folder; the private half never leaves it. */
#include "cmd/trinn/devkey.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <jansson.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/say.h"
#include "lib/auth/mint.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

#define PEM_MAX_BYTES 16384
#define KID_BYTES 8
#define TOKEN_ID_BYTES 16
#define SHA256_LEN 32

static const char *key_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/issuer.pem", trinn->state);
}

/* A name that no other key has: made from the public half. */
static const char *make_kid(const char *private_pem, struct arena *arena)
{
	const char *jwk = auth_mint_jwk(private_pem, "", AUTH_RS256, arena);
	uint8_t digest[SHA256_LEN];
	char hex[HEX_SIZE(KID_BYTES)];

	if (jwk == NULL)
		return NULL;
	MUST(EVP_Digest(jwk, strlen(jwk), digest, NULL, EVP_sha256(), NULL) == 1);
	hex_encode(digest, KID_BYTES, hex);
	return arena_printf(arena, "dev-%s", hex);
}

bool devkey_load(struct trinn *trinn, struct devkey *key)
{
	const char *path = key_path(trinn);

	if (access(path, F_OK) != 0) {
		say_error("there is no development issuer in \"%s\"", trinn->state);
		say_hint("\"trinn dev\" or \"trinn example\" makes it");
		return false;
	}
	key->private_pem = folder_read_file(path, PEM_MAX_BYTES, trinn->arena, NULL);
	if (key->private_pem == NULL)
		return false;
	key->kid = make_kid(key->private_pem, trinn->arena);
	key->jwk = key->kid != NULL
			   ? auth_mint_jwk(key->private_pem, key->kid, AUTH_RS256, trinn->arena)
			   : NULL;
	return key->jwk != NULL || say_error("\"%s\" holds no RSA key", path);
}

bool devkey_make(struct trinn *trinn, struct devkey *key)
{
	const char *path = key_path(trinn);

	if (access(path, F_OK) != 0 &&
	    !folder_write_file(path, auth_mint_key(AUTH_RS256, trinn->arena), 0600))
		return false;
	return devkey_load(trinn, key);
}

void devkey_remove(struct trinn *trinn)
{
	unlink(key_path(trinn));
}

bool devkey_publish(PGconn *conn, const struct devkey *key)
{
	static const char publish[] =
		"with issuer as ("
		" insert into trinn.issuers"
		" (iss, audience, algorithms, max_lifetime_s, kinds, development) values"
		" ($1, $2, '{RS256}', $3, '{county,hub,firm,partner}', true)"
		" on conflict (iss) do update set audience = excluded.audience returning id"
		"), retired as ("
		" update trinn.issuer_keys k set retired_at = now() from issuer i"
		" where k.issuer_id = i.id and k.kid <> $4 and k.retired_at is null"
		") insert into trinn.issuer_keys (issuer_id, kid, jwk)"
		" select id, $4, $5::jsonb from issuer"
		" on conflict (issuer_id, kid) do update set retired_at = null";
	char ttl_max[16];
	PGresult *result;

	snprintf(ttl_max, sizeof(ttl_max), "%d", DEVKEY_TTL_MAX_S);
	result = db_query(conn, publish,
			  DB_ARGS(DEVKEY_ISSUER, DEVKEY_AUDIENCE, ttl_max, key->kid, key->jwk));
	if (result == NULL)
		return false;
	PQclear(result);
	return db_run(conn, "notify trinn_keys");
}

const char *devkey_token(struct trinn *trinn, const struct devkey *key, const char *subject,
			 int64_t ttl_s)
{
	uint8_t id[TOKEN_ID_BYTES];
	char hex[HEX_SIZE(TOKEN_ID_BYTES)];
	json_int_t now = time(NULL);
	const char *token = NULL;
	char *text;
	json_t *claims;

	MUST(RAND_bytes(id, sizeof(id)) == 1);
	hex_encode(id, sizeof(id), hex);
	claims = json_pack("{s:s, s:s, s:s, s:s, s:I, s:I}", "iss", DEVKEY_ISSUER, "sub", subject,
			   "aud", DEVKEY_AUDIENCE, "jti", hex, "iat", now, "exp", now + ttl_s);
	text = claims != NULL ? json_dumps(claims, JSON_COMPACT) : NULL;
	if (text != NULL)
		token = auth_mint_token(key->private_pem, key->kid, AUTH_RS256, text, trinn->arena);
	base_free(text);
	json_decref(claims);
	if (token == NULL)
		say_error("could not make a token for \"%s\"", subject);
	return token;
}
