#include "cmd/trinnd/trust.h"

#include <string.h>

#include "lib/auth/verify.h"
#include "lib/log/log.h"

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	log_event(LOG_WARN, "issuer.unusable", LOG_STR("issuer", iss), LOG_STR("kid", kid),
		  LOG_STR("why", why));
}

static unsigned read_algs(const char *text)
{
	unsigned algs = 0;

	for (enum auth_alg alg = AUTH_RS256; alg <= AUTH_ES256; alg++)
		if (auth_scope_has(text, auth_alg_name(alg)))
			algs |= AUTH_ALG_BIT(alg);
	return algs;
}

static struct auth_issuer_row *read_issuers(struct arena *arena, const struct pg_result *rows,
					    bool *development_out)
{
	int n = db_n_rows(rows);
	struct auth_issuer_row *issuers = arena_alloc(arena, (size_t)n * sizeof(*issuers) + 1);

	for (int i = 0; i < n; i++) {
		issuers[i] = (struct auth_issuer_row){
			.iss = db_text(rows, i, 0),
			.audience = db_text(rows, i, 1),
			.audience_optional = db_is_null(rows, i, 1),
			.algs = read_algs(db_text(rows, i, 2)),
			.max_lifetime_s = (int32_t)db_i64(rows, i, 3),
			.leeway_s = (int32_t)db_i64(rows, i, 4),
			.development = db_bool(rows, i, 5),
		};
		*development_out |= issuers[i].development;
	}
	return issuers;
}

static struct auth_key_row *read_keys(struct arena *arena, const struct pg_result *rows)
{
	int n = db_n_rows(rows);
	struct auth_key_row *keys = arena_alloc(arena, (size_t)n * sizeof(*keys) + 1);

	for (int i = 0; i < n; i++)
		keys[i] = (struct auth_key_row){db_text(rows, i, 0), db_text(rows, i, 1),
						db_text(rows, i, 2)};
	return keys;
}

void trust_read(struct arena *arena, const struct pg_result *issuers, const struct pg_result *keys,
		struct trust *trust_out)
{
	const struct auth_issuer_row *issuer_rows;

	*trust_out = (struct trust){0};
	issuer_rows = read_issuers(arena, issuers, &trust_out->development);
	trust_out->keys = auth_keys_new(issuer_rows, (size_t)db_n_rows(issuers),
					read_keys(arena, keys), (size_t)db_n_rows(keys),
					on_unusable, NULL);
}
