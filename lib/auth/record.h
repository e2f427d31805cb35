/* What is kept of a token whose signature was verified, so that it need not be verified again. */
#ifndef TRINN_AUTH_RECORD_H
#define TRINN_AUTH_RECORD_H

#include <stddef.h>
#include <stdint.h>

#include "lib/auth/verify.h"
#include "lib/base/arena.h"

struct auth_record {
	struct auth_identity identity; /* its texts lie in `text` */
	int64_t valid_from_s;          /* iat or nbf, whichever is later, less the leeway */
	size_t text_len;
	char text[];
};

/* A record of the identity, with copies of its texts. */
struct auth_record *auth_record_new(const struct auth_identity *identity, int64_t valid_from_s)
	__attribute__((returns_nonnull));

/* Accepts a pointer to NULL. */
void auth_record_free(struct auth_record **record);

/* The identity with texts that live as long as the arena. */
struct auth_identity auth_record_copy(const struct auth_record *record, struct arena *arena);

#endif
