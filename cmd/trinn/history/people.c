#include "cmd/trinn/history/people.h"

#include <string.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/devkey.h"
#include "cmd/trinn/history/history.h"
#include "cmd/trinn/say.h"

/* A hub's members on the day are at most one in twelve more or less than asked for; at most one
 * left, besides the first, for eight that stay. */
#define SPREAD 12
#define STAY_FOR_LEAVER 8

static const char hubs_query[] =
	"select o.orgnr, o.name, min(p.subject) filter (where a.role = 'hub_editor'),"
	" min(p.subject) filter (where a.role = 'hub_signatory')"
	" from trinn.hub_areas h join trinn.organisations o on o.id = h.hub_id"
	" join trinn.role_assignments a on a.organisation_id = o.id"
	" join trinn.principals p on p.person_id = a.person_id"
	" group by o.orgnr, o.name order by o.orgnr";

/* Firms that employ, of the size that the programmes are for. */
static const char firms_query[] =
	"select o.orgnr, o.name from trinn.hub_areas h"
	" join trinn.organisations u on u.id = h.hub_id and u.orgnr = $1"
	" join trinn.organisations o on o.municipality_no = any (h.municipalities)"
	" where o.has_registered_employees and coalesce(o.employees, 3) < 20"
	" and o.industry_code is not null and o.deleted_on is null"
	" and not (o.bankrupt or o.winding_up or o.forced_winding_up)"
	" and not exists (select from trinn.role_assignments a where a.organisation_id = o.id)"
	" and not exists (select from trinn.counties c where c.organisation_id = o.id)"
	" order by o.orgnr";

static const char partners_query[] =
	"select o.orgnr, o.name, min(p.subject) from trinn.role_assignments a"
	" join trinn.organisations o on o.id = a.organisation_id"
	" join trinn.principals p on p.person_id = a.person_id"
	" where a.role = 'fagpartner' group by o.orgnr, o.name order by o.orgnr";

static const char *text_at(struct history *history, const PGresult *rows, int row, int column)
{
	return arena_strdup(history->trinn->arena, PQgetvalue(rows, row, column));
}

/* First and last names, put together as they come. */
static const char *draw_name(struct history *history)
{
	history_tell_any(history, "firstName", "firstNames");
	history_tell_any(history, "lastName", "lastNames");
	return arena_printf(history->trinn->arena, "%s %s", history_kept(history, "firstName"),
			    history_kept(history, "lastName"));
}

/* Draws without putting back: the rows that are left are moved together. */
static void draw_firms(struct history *history, struct hub *hub, const PGresult *rows)
{
	size_t n_rows = (size_t)PQntuples(rows);
	int *left = history_alloc(history, n_rows * sizeof(*left));

	for (size_t i = 0; i < n_rows; i++)
		left[i] = (int)i;
	if (hub->n_firms > n_rows)
		hub->n_firms = n_rows;
	hub->firms = history_alloc(history, hub->n_firms * sizeof(*hub->firms));
	for (size_t i = 0; i < hub->n_firms; i++) {
		uint32_t at = dice_below(&history->dice, (uint32_t)(n_rows - i));
		struct firm *firm = &hub->firms[i];

		firm->orgnr = text_at(history, rows, left[at], 0);
		firm->name = text_at(history, rows, left[at], 1);
		firm->hub = hub;
		firm->leader = draw_name(history);
		left[at] = left[n_rows - i - 1];
	}
}

static bool find_firms(struct history *history, PGconn *conn, struct hub *hub)
{
	PGresult *rows = db_query(conn, firms_query, DB_ARGS(hub->orgnr));

	if (rows == NULL)
		return false;
	draw_firms(history, hub, rows);
	PQclear(rows);
	return true;
}

/* So many are its members on the day, a little more or less, and others have left it. */
static void draw_size(struct history *history, struct hub *hub, uint32_t firms_per_hub)
{
	int32_t firms = (int32_t)firms_per_hub, more = firms / SPREAD;
	int32_t n_stay = dice_between(&history->dice, firms - more, firms + more);

	hub->n_leavers = (size_t)dice_between(&history->dice, 1, 1 + firms / STAY_FOR_LEAVER);
	hub->n_firms = (size_t)n_stay + hub->n_leavers;
}

static bool find_hubs(struct history *history, PGconn *conn, uint32_t firms_per_hub)
{
	struct people *people = &history->people;
	PGresult *rows = db_query(conn, hubs_query, NULL);
	bool ok = rows != NULL;

	people->n_hubs = ok ? (size_t)PQntuples(rows) : 0;
	people->hubs = history_alloc(history, people->n_hubs * sizeof(*people->hubs));
	for (size_t i = 0; ok && i < people->n_hubs; i++) {
		struct hub *hub = &people->hubs[i];

		list_init(&hub->ways[PROGRAMME_DIGITAL]);
		list_init(&hub->ways[PROGRAMME_GREEN]);
		list_init(&hub->paid);
		hub->has_camt = i % 2 != 0;
		hub->orgnr = text_at(history, rows, (int)i, 0);
		hub->name = text_at(history, rows, (int)i, 1);
		hub->editor = text_at(history, rows, (int)i, 2);
		hub->signatory = text_at(history, rows, (int)i, 3);
		draw_size(history, hub, firms_per_hub);
		ok = find_firms(history, conn, hub);
	}
	PQclear(rows);
	return ok;
}

static bool find_partners(struct history *history, PGconn *conn)
{
	struct people *people = &history->people;
	PGresult *rows = db_query(conn, partners_query, NULL);

	if (rows == NULL)
		return false;
	people->n_partners = (size_t)PQntuples(rows);
	people->partners = history_alloc(history, people->n_partners * sizeof(*people->partners));
	for (size_t i = 0; i < people->n_partners; i++) {
		people->partners[i].orgnr = text_at(history, rows, (int)i, 0);
		people->partners[i].name = text_at(history, rows, (int)i, 1);
		people->partners[i].subject = text_at(history, rows, (int)i, 2);
	}
	PQclear(rows);
	return true;
}

bool people_find(struct history *history, uint32_t firms_per_hub)
{
	PGconn *conn = db_open(history->trinn);
	bool ok = conn != NULL && find_hubs(history, conn, firms_per_hub) &&
		  find_partners(history, conn);

	PQfinish(conn);
	return ok;
}

void people_admit(struct history *history, struct firm *firm)
{
	if (firm->subject != NULL)
		return;
	firm->subject = arena_printf(history->trinn->arena, "leder.%s", firm->orgnr);
	people_tell_firm(history, firm);
	history_tell(history, "issuer", DEVKEY_ISSUER);
	history_play(history, "admit");
}

void people_tell_hub(struct history *history, const struct hub *hub)
{
	history_tell(history, "hub", hub->orgnr);
	history_tell(history, "hubName", hub->name);
	history_tell(history, "editor", hub->editor);
	history_tell(history, "signatory", hub->signatory);
}

void people_tell_firm(struct history *history, const struct firm *firm)
{
	people_tell_hub(history, firm->hub);
	history_tell(history, "firm", firm->orgnr);
	history_tell(history, "firmName", firm->name);
	history_tell(history, "leader", firm->leader);
	history_tell(history, "asFirm", firm->subject != NULL ? firm->subject : "");
}

void people_tell_partner(struct history *history, const struct partner *partner)
{
	history_tell(history, "partner", partner->orgnr);
	history_tell(history, "partnerName", partner->name);
	history_tell(history, "asPartner", partner->subject);
	history_tell(history, "fagpartner", partner->id != NULL ? partner->id : "");
}
