/* Issuers and keys as the database has them, ready for the verifier. */
#ifndef TRINN_CMD_TRINND_TRUST_H
#define TRINN_CMD_TRINND_TRUST_H

#include <stdbool.h>

#include "lib/auth/keys.h"
#include "lib/base/arena.h"
#include "lib/db/result.h"

struct trust {
	struct auth_keys *keys; /* the caller's */
	bool development;       /* one of the issuers is for development */
};

/* From the rows of the queries issuers and issuer_keys; what cannot be used is logged and left out.
 * The arena is needed during the call only. */
void trust_read(struct arena *arena, const struct pg_result *issuers, const struct pg_result *keys,
		struct trust *trust_out);

#endif
