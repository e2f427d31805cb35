#include "cmd/trinn-jobs/keys.h"

#include <jansson.h>
#include <string.h>

#include "cmd/trinn-jobs/fetch.h"
#include "lib/base/fail.h"
#include "lib/json/body.h"
#include "lib/log/log.h"

#define KEYS_MAX 50

/* The whole set at once: what is in it is put or renewed, what is not is retired. */
static const char store_sql[] =
	"with given as ("
	"	select k->>'kid' as kid, k as jwk from jsonb_array_elements($2::jsonb) k"
	"), put as ("
	"	insert into trinn.issuer_keys (issuer_id, kid, jwk)"
	"	select $1::int, kid, jwk from given"
	"	on conflict (issuer_id, kid) do update set jwk = excluded.jwk, fetched_at = now(), retired_at = null"
	"	where issuer_keys.jwk <> excluded.jwk or issuer_keys.retired_at is not null"
	"	returning 1"
	"), retired as ("
	"	update trinn.issuer_keys set retired_at = now()"
	"	where issuer_id = $1::int and retired_at is null and kid not in (select kid from given)"
	"	returning 1"
	") select (select count(*) from put) + (select count(*) from retired)";

static void report(const char *iss, const char *why)
{
	log_event(LOG_WARN, "keys.failed", LOG_STR("issuer", iss), LOG_STR("why", why));
}

/* The keys of a JWKS that could verify a signature: public, with a kid. NULL if there is none. */
static char *usable_keys(const json_t *jwks)
{
	json_t *usable = json_array();
	json_t *key;
	size_t i;
	char *text = NULL;

	json_array_foreach(json_object_get(jwks, "keys"), i, key) {
		const char *use = json_string_value(json_object_get(key, "use"));
		bool is_secret = json_object_get(key, "d") != NULL || json_object_get(key, "k") != NULL;

		if (json_is_string(json_object_get(key, "kid")) && (use == NULL || strcmp(use, "sig") == 0) && !is_secret && i < KEYS_MAX)
			json_array_append(usable, key);
	}
	if (json_array_size(usable) > 0)
		text = json_dumps(usable, JSON_COMPACT);
	json_decref(usable);
	return text;
}

static void store(PGconn *db, const char *issuer_id, const char *iss, const char *keys)
{
	const char *const params[] = { issuer_id, keys };
	PGresult *result = PQexecParams(db, store_sql, 2, NULL, params, NULL, NULL, 0);

	if (PQresultStatus(result) != PGRES_TUPLES_OK) {
		report(iss, PQresultErrorMessage(result));
	} else if (strcmp(PQgetvalue(result, 0, 0), "0") != 0) {
		log_event(LOG_INFO, "keys.changed", LOG_STR("issuer", iss), LOG_STR("rows", PQgetvalue(result, 0, 0)));
		PQclear(PQexec(db, "notify trinn_keys"));
	}
	PQclear(result);
}

static void refresh_one(PGconn *db, const struct settings *settings, const char *issuer_id, const char *iss, const char *uri)
{
	struct body_limits limits = { .len_bytes = FETCH_BYTES_MAX, .depth = BODY_DEPTH_MAX };
	struct buf body;
	struct buf why;
	json_t *jwks = NULL;
	char *keys = NULL;
	size_t position;

	buf_init(&body, FETCH_BYTES_MAX);
	buf_init(&why, 1024);
	if (!fetch(uri, (long)settings->fetch_timeout_s, settings->development, &body, &why))
		report(iss, buf_text(&why));
	else if (body_parse(buf_text(&body), body.len, &limits, &jwks, &position) != BODY_OK || (keys = usable_keys(jwks)) == NULL)
		report(iss, "no JWKS with a usable key");
	else
		store(db, issuer_id, iss, keys);
	base_free(keys);
	json_decref(jwks);
	buf_fini(&body);
	buf_fini(&why);
}

void keys_refresh(PGconn *db, const struct settings *settings, const char *iss)
{
	const char *const params[] = { iss };
	PGresult *rows = PQexecParams(db, "select id, iss, jwks_uri from trinn.issuers where jwks_uri is not null and ($1::text is null or iss = $1)",
		1, NULL, params, NULL, NULL, 0);

	if (PQresultStatus(rows) != PGRES_TUPLES_OK)
		report(iss, PQresultErrorMessage(rows));
	for (int i = 0; i < PQntuples(rows); i++)
		refresh_one(db, settings, PQgetvalue(rows, i, 0), PQgetvalue(rows, i, 1), PQgetvalue(rows, i, 2));
	PQclear(rows);
}
