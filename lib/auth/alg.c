/* The table of algorithms. */
#include "lib/auth/alg.h"

#include <string.h>

static const struct {
	const char *name;
	enum auth_scheme scheme;
	const char *digest;
} algs[AUTH_ALG_COUNT] = {
#define X(name, scheme, digest) {#name, AUTH_SCHEME_##scheme, digest},
	AUTH_ALGS(X)
#undef X
};

bool auth_alg_find(const char *name, enum auth_alg *alg_out)
{
	for (unsigned int i = 0; i < AUTH_ALG_COUNT; i++) {
		if (strcmp(name, algs[i].name) == 0) {
			*alg_out = (enum auth_alg)i;
			return true;
		}
	}
	return false;
}

const char *auth_alg_name(enum auth_alg alg)
{
	return algs[alg].name;
}

const char *auth_alg_digest(enum auth_alg alg)
{
	return algs[alg].digest;
}

enum auth_scheme auth_alg_scheme(enum auth_alg alg)
{
	return algs[alg].scheme;
}

static bool is_p256(const EVP_PKEY *key)
{
	char group[32];

	return EVP_PKEY_is_a(key, "EC") &&
	       EVP_PKEY_get_group_name(key, group, sizeof(group), NULL) == 1 &&
	       strcmp(group, "prime256v1") == 0;
}

unsigned int auth_algs_of_key(const EVP_PKEY *key)
{
	bool is_rsa = EVP_PKEY_is_a(key, "RSA"), is_ec = is_p256(key);
	unsigned int bits = 0;

	for (unsigned int i = 0; i < AUTH_ALG_COUNT; i++)
		if (algs[i].scheme == AUTH_SCHEME_ECDSA ? is_ec : is_rsa)
			bits |= AUTH_ALG_BIT(i);
	return bits;
}
