/* Any bytes as the claims of a token that is well signed. */
#include <stdint.h>
#include <string.h>

#include "lib/auth/claims.h"
#include "lib/auth/record.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct auth_identity *identity, int64_t valid_from_s,
		  const struct auth_issuer_row *issuer)
{
	struct arena *arena = arena_new(65536);
	struct auth_record *record = auth_record_new(identity, valid_from_s);
	struct auth_identity copy = auth_record_copy(record, arena);

	MUST(identity->issuer == issuer->iss && identity->scope != NULL);
	MUST(identity->subject != NULL ? identity->subject[0] != '\0'
				       : identity->client_id[0] != '\0');
	MUST(identity->expires_at_s - identity->issued_at_s <= issuer->max_lifetime_s);
	MUST(valid_from_s >= identity->issued_at_s - issuer->leeway_s);
	MUST(strcmp(copy.scope, identity->scope) == 0);
	auth_record_free(&record);
	arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct body_limits limits = {.len_bytes = 8192, .depth = BODY_DEPTH_MAX};
	const struct auth_issuer_row issuer = {
		.iss = "i",
		.audience = "a",
		.audience_optional = true,
		.max_lifetime_s = 3600,
		.leeway_s = 10,
	};
	struct auth_identity identity;
	int64_t valid_from_s;
	size_t position;
	json_t *claims;

	if (body_parse((const char *)data, size, &limits, &claims, &position) != BODY_OK)
		return 0;
	if (auth_claims_read(claims, &issuer, &identity, &valid_from_s) == AUTH_OK)
		check(&identity, valid_from_s, &issuer);
	json_decref(claims);
	return 0;
}
