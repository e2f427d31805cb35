/* The claims of a token whose signature holds, RFC 7519 section 4.1 and RFC 9068 section 2.2. */
#ifndef TRINN_AUTH_CLAIMS_H
#define TRINN_AUTH_CLAIMS_H

#include <stdint.h>

#include <jansson.h>

#include "lib/auth/keys.h"
#include "lib/auth/verify.h"
#include "lib/base/attr.h"

/* Judges the claims by the issuer's row, times apart: that is for the caller, by
 * identity->expires_at_s and *valid_from_s_out. Fills the identity with texts that are borrowed
 * from `claims` and `issuer`; identity->claims is left to the caller. */
enum auth_verdict auth_claims_read(json_t *claims, const struct auth_issuer_row *issuer,
				   struct auth_identity *identity_out, int64_t *valid_from_s_out)
	MUST_USE;

#endif
