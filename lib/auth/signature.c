/* EVP on a key that is kept: some twenty times faster than to parse its PEM each time. */
#include "lib/auth/signature.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include "lib/base/fail.h"

#define R_LEN 32 /* of r, and of s: P-256 */

/* DER of a P-256 signature: a sequence of two integers, each with its header and a sign byte. */
#define DER_LEN_MAX (2 + 2 * (2 + 1 + R_LEN))

/* From r followed by s to the DER that OpenSSL wants; its length, or 0. */
static size_t to_der(const uint8_t *raw, size_t raw_len, uint8_t der[DER_LEN_MAX])
{
	ECDSA_SIG *signature;
	BIGNUM *r, *s;
	int len;

	if (raw_len != 2 * R_LEN)
		return 0;
	signature = ECDSA_SIG_new();
	r = BN_bin2bn(raw, R_LEN, NULL);
	s = BN_bin2bn(raw + R_LEN, R_LEN, NULL);
	MUST(signature != NULL && r != NULL && s != NULL);
	MUST(ECDSA_SIG_set0(signature, r, s) == 1);
	len = i2d_ECDSA_SIG(signature, &der);
	MUST(len > 0 && len <= DER_LEN_MAX);
	ECDSA_SIG_free(signature);
	return (size_t)len;
}

static bool set_pss(EVP_PKEY_CTX *ctx)
{
	return EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PSS_PADDING) == 1 &&
	       EVP_PKEY_CTX_set_rsa_pss_saltlen(ctx, RSA_PSS_SALTLEN_DIGEST) == 1;
}

static bool holds(EVP_PKEY *key, enum auth_alg alg, const char *text, size_t len,
		  const uint8_t *signature, size_t signature_len)
{
	EVP_MD_CTX *ctx = EVP_MD_CTX_new();
	EVP_PKEY_CTX *key_ctx;
	bool ok;

	MUST(ctx != NULL);
	ok = EVP_DigestVerifyInit_ex(ctx, &key_ctx, auth_alg_digest(alg), NULL, NULL, key,
				     NULL) == 1 &&
	     (auth_alg_scheme(alg) != AUTH_SCHEME_PSS || set_pss(key_ctx)) &&
	     EVP_DigestVerify(ctx, signature, signature_len, (const unsigned char *)text, len) == 1;
	EVP_MD_CTX_free(ctx);
	/* The queue is shared with TLS, which takes what lies in it for its own. */
	ERR_clear_error();
	return ok;
}

bool auth_signature_holds(EVP_PKEY *key, enum auth_alg alg, const char *text, size_t len,
			  const uint8_t *signature, size_t signature_len)
{
	uint8_t der[DER_LEN_MAX];

	if (auth_alg_scheme(alg) == AUTH_SCHEME_ECDSA) {
		signature_len = to_der(signature, signature_len, der);
		signature = der;
	}
	return signature_len > 0 && holds(key, alg, text, len, signature, signature_len);
}
