#include "cmd/trinn-jobs/keys.h"

#include <string.h>

#include "cmd/trinn-jobs/fetch.h"
#include "lib/auth/jwks.h"
#include "lib/base/buf.h"
#include "lib/log/log.h"

#define ARENA_BYTES_MAX (4 * AUTH_JWKS_LEN_MAX)
#define WHY_BYTES_MAX 1024

struct issuer {
	const char *id;
	const char *iss;
	const char *uri;
};

static const char issuers_sql[] =
	"select id, iss, jwks_uri from trinn.issuers"
	" where jwks_uri is not null and ($1::text is null or iss = $1) order by id";

/* The whole set at once: what is in it is put or renewed, what is not is retired. */
static const char store_sql[] =
	"with given as ("
	"	select k->>'kid' as kid, k as jwk from jsonb_array_elements($2::jsonb) k"
	"), put as ("
	"	insert into trinn.issuer_keys (issuer_id, kid, jwk)"
	"	select $1::int, kid, jwk from given"
	"	on conflict (issuer_id, kid)"
	"	do update set jwk = excluded.jwk, fetched_at = now(), retired_at = null"
	"	where issuer_keys.jwk <> excluded.jwk or issuer_keys.retired_at is not null"
	"	returning kid"
	"), retired as ("
	"	update trinn.issuer_keys set retired_at = now()"
	"	where issuer_id = $1::int and retired_at is null and kid not in (select kid from "
	"given)"
	"	returning kid"
	"), counts as ("
	"	select (select count(*) from put) as put, (select count(*) from retired) as retired"
	") select put, retired, pg_notify('trinn_keys', '') from counts where put + retired > 0";

static void report(const char *iss, const char *why)
{
	log_event(LOG_WARN, "keys.failed", LOG_STR("issuer", iss), LOG_STR("why", why));
}

static void on_unusable(void *ctx, const char *iss, const char *kid, const char *why)
{
	(void)ctx;
	log_event(LOG_DEBUG, "key.unusable", LOG_STR("issuer", iss), LOG_STR("kid", kid),
		  LOG_STR("why", why));
}

/* No row if all is as it was. */
static void store(PGconn *db, const struct issuer *issuer, const char *keys)
{
	const char *const params[] = {issuer->id, keys};
	PGresult *result = PQexecParams(db, store_sql, 2, NULL, params, NULL, NULL, 0);

	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		report(issuer->iss, PQresultErrorMessage(result));
	else if (PQntuples(result) > 0)
		log_event(LOG_INFO, "keys.changed", LOG_STR("issuer", issuer->iss),
			  LOG_STR("put", PQgetvalue(result, 0, 0)),
			  LOG_STR("retired", PQgetvalue(result, 0, 1)));
	PQclear(result);
}

static void refresh_one(PGconn *db, const struct settings *settings, const struct issuer *issuer)
{
	struct arena *arena = arena_new(ARENA_BYTES_MAX);
	const char *keys, *bad;
	struct buf body, why;

	buf_init(&body, AUTH_JWKS_LEN_MAX);
	buf_init(&why, WHY_BYTES_MAX);
	if (!fetch(issuer->uri, (long)settings->fetch_timeout_s, settings->development, &body,
		   &why)) {
		report(issuer->iss, buf_text(&why));
	} else {
		keys = auth_jwks_read(issuer->iss, buf_text(&body), body.len, arena, on_unusable,
				      NULL, &bad);
		if (keys == NULL)
			report(issuer->iss, bad);
		else
			store(db, issuer, keys);
	}
	buf_fini(&why);
	buf_fini(&body);
	arena_free(&arena);
}

void keys_refresh(PGconn *db, const struct settings *settings, const char *iss)
{
	const char *const params[] = {iss};
	PGresult *rows = PQexecParams(db, issuers_sql, 1, NULL, params, NULL, NULL, 0);

	if (PQresultStatus(rows) != PGRES_TUPLES_OK)
		report(iss, PQresultErrorMessage(rows));
	for (int i = 0; i < PQntuples(rows); i++) {
		const struct issuer issuer = {PQgetvalue(rows, i, 0), PQgetvalue(rows, i, 1),
					      PQgetvalue(rows, i, 2)};

		refresh_one(db, settings, &issuer);
	}
	PQclear(rows);
}
