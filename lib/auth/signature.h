/* Signatures of JWS, RFC 7518 section 3. */
#ifndef TRINN_AUTH_SIGNATURE_H
#define TRINN_AUTH_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <openssl/evp.h>

#include "lib/auth/alg.h"
#include "lib/base/attr.h"

/* Bytes of the longest: RSA of 8192 bits. */
#define AUTH_SIGNATURE_LEN_MAX 1024

/* Whether `signature` is the key's, by the algorithm, over the `len` bytes at `text`. The algorithm
 * must be one that the key can serve. */
bool auth_signature_holds(EVP_PKEY *key, enum auth_alg alg, const char *text, size_t len,
			  const uint8_t *signature, size_t signature_len) MUST_USE;

#endif
