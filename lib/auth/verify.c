/* First what was verified before, then the whole way: token, issuer, key, algorithm, signature,
 * claims. */
#include "lib/auth/verify.h"

#include <string.h>

#include <openssl/evp.h>

#include "lib/auth/cache.h"
#include "lib/auth/claims.h"
#include "lib/auth/signature.h"
#include "lib/auth/token.h"
#include "lib/base/fail.h"

struct auth_verifier {
	struct auth_keys *keys;
	struct auth_cache *cache;
	EVP_MD *sha256; /* fetched once: that costs more than to digest a token */
	EVP_MD_CTX *digest;
};

struct auth_verifier *auth_verifier_new(size_t cache_entries)
{
	struct auth_verifier *verifier = base_alloc(sizeof(*verifier));

	verifier->keys = auth_keys_new(NULL, 0, NULL, 0, NULL, NULL);
	verifier->cache = auth_cache_new(cache_entries);
	verifier->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
	verifier->digest = EVP_MD_CTX_new();
	MUST(verifier->sha256 != NULL && verifier->digest != NULL);
	return verifier;
}

void auth_verifier_free(struct auth_verifier **verifier_ptr)
{
	struct auth_verifier *verifier = *verifier_ptr;

	if (verifier == NULL)
		return;
	auth_keys_free(&verifier->keys);
	auth_cache_free(&verifier->cache);
	EVP_MD_CTX_free(verifier->digest);
	EVP_MD_free(verifier->sha256);
	base_free(verifier);
	*verifier_ptr = NULL;
}

void auth_verifier_set_keys(struct auth_verifier *verifier, struct auth_keys *keys)
{
	auth_keys_free(&verifier->keys);
	verifier->keys = keys;
	auth_cache_clear(verifier->cache);
}

static void digest_token(struct auth_verifier *verifier, const char *token, size_t len,
			 uint8_t digest[AUTH_DIGEST_LEN])
{
	MUST(EVP_DigestInit_ex2(verifier->digest, verifier->sha256, NULL) == 1);
	MUST(EVP_DigestUpdate(verifier->digest, token, len) == 1);
	MUST(EVP_DigestFinal_ex(verifier->digest, digest, NULL) == 1);
}

static enum auth_verdict judge_times(const struct auth_record *record, int64_t now_s)
{
	if (now_s >= record->identity.expires_at_s)
		return AUTH_EXPIRED;
	return now_s < record->valid_from_s ? AUTH_NOT_YET_VALID : AUTH_OK;
}

/* The key that the token names, at the issuer it names. */
static enum auth_verdict find_key(const struct auth_keys *keys, const struct auth_token *token,
				  const struct auth_issuer_row **issuer_out,
				  const struct auth_key **key_out)
{
	const char *iss;

	if (!auth_text_of(token->claims, "iss", &iss))
		return AUTH_CLAIM_TYPE;
	*issuer_out = iss == NULL ? NULL : auth_keys_find_issuer(keys, iss);
	if (*issuer_out == NULL)
		return AUTH_ISSUER_UNKNOWN;
	*key_out = auth_keys_find(keys, *issuer_out, token->kid);
	return *key_out == NULL ? AUTH_KEY_UNKNOWN : AUTH_OK;
}

static enum auth_verdict check_signature(const struct auth_token *token, const struct auth_key *key)
{
	enum auth_alg alg;
	const char *name;

	if (!auth_text_of(token->header, "alg", &name) || name == NULL ||
	    !auth_alg_find(name, &alg) || (key->algs & AUTH_ALG_BIT(alg)) == 0)
		return AUTH_ALG_REFUSED;
	if (!auth_signature_holds(key->public_key, alg, token->text, token->signed_len,
				  token->signature, token->signature_len))
		return AUTH_SIGNATURE;
	return AUTH_OK;
}

/* A record of the token, which the caller owns, if all but its times is in order. */
static enum auth_verdict examine(struct auth_keys *keys, const struct auth_token *token,
				 int64_t now_s, const char **ask_out,
				 struct auth_record **record_out)
{
	const struct auth_issuer_row *issuer;
	const struct auth_key *key;
	struct auth_identity identity;
	int64_t valid_from_s;
	enum auth_verdict verdict = find_key(keys, token, &issuer, &key);

	if (verdict == AUTH_KEY_UNKNOWN && auth_keys_first_miss(keys, issuer, now_s))
		*ask_out = issuer->iss;
	if (verdict == AUTH_OK)
		verdict = check_signature(token, key);
	if (verdict == AUTH_OK)
		verdict = auth_claims_read(token->claims, issuer, &identity, &valid_from_s);
	if (verdict != AUTH_OK)
		return verdict;
	identity.claims = token->payload;
	*record_out = auth_record_new(&identity, valid_from_s);
	return AUTH_OK;
}

static enum auth_verdict verify_anew(struct auth_keys *keys, const char *text, size_t len,
				     int64_t now_s, const char **ask_out,
				     struct auth_record **record_out)
{
	struct auth_token token;
	enum auth_verdict verdict = auth_token_read(&token, text, len);

	if (verdict == AUTH_OK)
		verdict = examine(keys, &token, now_s, ask_out, record_out);
	auth_token_fini(&token);
	return verdict;
}

static enum auth_verdict use(const struct auth_record *record, int64_t now_s, struct arena *arena,
			     struct auth_identity *identity_out)
{
	enum auth_verdict verdict = judge_times(record, now_s);

	if (verdict == AUTH_OK)
		*identity_out = auth_record_copy(record, arena);
	return verdict;
}

enum auth_verdict auth_verify(struct auth_verifier *verifier, const char *token, size_t len,
			      int64_t now_s, struct arena *arena,
			      struct auth_identity *identity_out)
{
	uint8_t digest[AUTH_DIGEST_LEN];
	const struct auth_record *known;
	struct auth_record *record;
	const char *ask = NULL;
	enum auth_verdict verdict;

	memset(identity_out, 0, sizeof(*identity_out));
	if (len > AUTH_TOKEN_LEN_MAX)
		return AUTH_TOO_LONG;
	digest_token(verifier, token, len, digest);
	known = auth_cache_find(verifier->cache, digest);
	if (known != NULL)
		return use(known, now_s, arena, identity_out);

	verdict = verify_anew(verifier->keys, token, len, now_s, &ask, &record);
	if (ask != NULL)
		identity_out->issuer = arena_strdup(arena, ask);
	if (verdict != AUTH_OK)
		return verdict;
	verdict = use(record, now_s, arena, identity_out);
	if (verdict == AUTH_OK)
		auth_cache_add(verifier->cache, digest, record);
	else
		auth_record_free(&record);
	return verdict;
}

const char *auth_name(const struct auth_identity *identity)
{
	return identity->subject != NULL ? identity->subject : identity->client_id;
}

bool auth_is_machine(const struct auth_identity *identity)
{
	return identity->subject == NULL;
}

bool auth_scope_has(const char *scope, const char *wanted)
{
	size_t len = strlen(wanted);

	while (*scope != '\0') {
		size_t word = strcspn(scope, " ");

		if (word == len && word > 0 && memcmp(scope, wanted, len) == 0)
			return true;
		scope += word;
		scope += strspn(scope, " ");
	}
	return false;
}

const char *auth_verdict_text(enum auth_verdict verdict)
{
	static const char *const texts[] = {
#define X(name, text) text,
		AUTH_VERDICTS(X)
#undef X
	};

	return texts[verdict];
}
