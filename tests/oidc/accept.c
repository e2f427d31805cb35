/*
 * lib/auth on tokens of a foreign issuer: accept ISSUER AUDIENCE
 *
 * Standard input is lines: "keys JSON" takes a JWKS in place of the one before, "token TEXT"
 * verifies one and is answered by a line with the verdict and, if it is ok, the name and the
 * scope.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/auth/verify.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"

#define KEYS_MAX 20

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	fprintf(stderr, "%s %s: %s\n", iss, kid == NULL ? "-" : kid, why);
}

static void take_keys(struct auth_verifier *verifier, const struct auth_issuer_row *issuer,
		      const char *text)
{
	const struct body_limits limits = {.len_bytes = 1 << 20, .depth = BODY_DEPTH_MAX};
	struct auth_key_row rows[KEYS_MAX];
	struct arena *arena = arena_new(1 << 20);
	json_t *set, *jwks, *jwk;
	size_t position, i;

	MUST(body_parse(text, strlen(text), &limits, &set, &position) == BODY_OK);
	jwks = json_object_get(set, "keys");
	MUST(json_array_size(jwks) <= KEYS_MAX);
	json_array_foreach(jwks, i, jwk) {
		char *dump = json_dumps(jwk, JSON_COMPACT);

		rows[i].iss = issuer->iss;
		rows[i].kid = json_string_value(json_object_get(jwk, "kid"));
		rows[i].jwk = arena_strdup(arena, dump);
		base_free(dump);
	}
	auth_verifier_set_keys(verifier, auth_keys_new(issuer, 1, rows, json_array_size(jwks),
						       on_unusable, NULL));
	json_decref(set);
	arena_free(&arena);
}

static void answer(struct auth_verifier *verifier, const char *token)
{
	struct arena *arena = arena_new(65536);
	struct auth_identity identity;
	enum auth_verdict verdict =
		auth_verify(verifier, token, strlen(token), time(NULL), arena, &identity);

	printf("%s", auth_verdict_text(verdict));
	if (verdict == AUTH_OK)
		printf(": %s: %s", auth_name(&identity), identity.scope);
	printf("\n");
	fflush(stdout);
	arena_free(&arena);
}

int main(int argc, char **argv)
{
	struct auth_issuer_row issuer = {
		.max_lifetime_s = 3600,
		.leeway_s = 10,
		.algs = AUTH_ALG_BIT(AUTH_ALG_COUNT) - 1,
	};
	struct auth_verifier *verifier;
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;

	if (argc != 3) {
		fprintf(stderr, "usage: accept ISSUER AUDIENCE\n");
		return 2;
	}
	issuer.iss = argv[1];
	issuer.audience = argv[2];
	verifier = auth_verifier_new(16);
	while ((len = getline(&line, &cap, stdin)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (strncmp(line, "keys ", 5) == 0)
			take_keys(verifier, &issuer, line + 5);
		else if (strncmp(line, "token ", 6) == 0)
			answer(verifier, line + 6);
	}
	base_free(line);
	auth_verifier_free(&verifier);
	return 0;
}
