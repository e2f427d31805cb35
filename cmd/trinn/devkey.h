/* The development issuer, which speaks for the example county's people on a private cluster. */
#ifndef TRINN_CMD_TRINN_DEVKEY_H
#define TRINN_CMD_TRINN_DEVKEY_H

#include <stdint.h>

#include <libpq-fe.h>

#include "cmd/trinn/trinn.h"
#include "lib/base/attr.h"

#define DEVKEY_ISSUER "https://dev.trinn.invalid/"
#define DEVKEY_AUDIENCE "trinn"
#define DEVKEY_TTL_MAX_S 86400

/* The issuer's key. Texts are in the arena it was loaded into. */
struct devkey {
	const char *private_pem;
	const char *kid;
	const char *jwk; /* the public half */
};

/* Makes the key in the state folder if there is none, for its owner's eyes only, and loads it. */
bool devkey_make(struct trinn *trinn, struct devkey *key) MUST_USE;

/* Loads the key that is there. */
bool devkey_load(struct trinn *trinn, struct devkey *key) MUST_USE;

/* Deletes the key, if there is one. */
void devkey_remove(struct trinn *trinn);

/* Puts the issuer and the public key into the database, in the transaction that is open. Other keys
 * of the issuer are retired, and running daemons are told. */
bool devkey_publish(PGconn *conn, const struct devkey *key) MUST_USE;

/* An access token for that subject, in the arena; NULL after an error. */
const char *devkey_token(struct trinn *trinn, const struct devkey *key, const char *subject,
			 int64_t ttl_s) MUST_USE;

#endif
