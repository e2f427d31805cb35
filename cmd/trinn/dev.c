/* trinn dev, stop and clean, and the cluster's own start and stop. */
#include <stdint.h>
#include <string.h>

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/daemon.h"
#include "cmd/trinn/db.h"
#include "cmd/trinn/devkey.h"
#include "cmd/trinn/history/undo.h"
#include "cmd/trinn/load.h"
#include "cmd/trinn/say.h"
#include "cmd/trinn/state.h"
#include "cmd/trinn/tour.h"

static bool load_example_register(struct trinn *trinn)
{
	return load_reference(trinn, arena_printf(trinn->arena,
						  "%s/sql/reference/enheter_synthetic.json.gz",
						  trinn->share));
}

/* How this command is called again for the same state folder. */
static const char *command_line(struct trinn *trinn)
{
	const char *path = arena_printf(trinn->arena, "%s/trinn", trinn->programs);
	const char *command = trinn_from_here(trinn, path);

	if (strchr(command, '/') == NULL)
		command = path; /* a shell would look for it elsewhere */
	if (trinn->options[TRINN_OPTION_state] == NULL)
		return command;
	return arena_printf(trinn->arena, "%s --state '%s'", command, trinn->state);
}

/* A line for each role, with what that role would look at first. */
static bool say_roles(struct trinn *trinn, uint16_t port)
{
	static const char people[] =
		"select p.role, min(pr.subject), p.path"
		" from (values ('county_admin', 'setup-changes'), ('caseworker', 'applications'),"
		" ('decision_maker', 'applications'), ('secretary', 'applications'),"
		" ('steering_member', 'evaluations'),"
		" ('attestant', 'claims'), ('releaser', 'claims'), ('finance', 'payments'),"
		" ('auditor', 'ledger/balances'), ('programme_lead', 'programmes'),"
		" ('archivist', 'applications'), ('hub_editor', 'enrolments'),"
		" ('hub_signatory', 'grants'), ('firm', 'hours'),"
		" ('fagpartner', 'engagements')) as p(role, path)"
		" join trinn.role_assignments ra on ra.role = p.role"
		" join trinn.principals pr on pr.person_id = ra.person_id"
		" join trinn.issuers i on i.id = pr.issuer_id and i.development"
		" group by p.role, p.path order by p.role";
	const char *command = command_line(trinn);
	PGconn *conn = db_open(trinn);
	PGresult *rows = conn != NULL ? db_query(conn, people, NULL) : NULL;
	bool ok = rows != NULL;

	for (int i = 0; ok && i < PQntuples(rows); i++)
		say("  curl --oauth2-bearer $(%s token %s) http://127.0.0.1:%u/v1/%s", command,
		    PQgetvalue(rows, i, 1), port, PQgetvalue(rows, i, 2));
	PQclear(rows);
	PQfinish(conn);
	return ok;
}

/* Everything else is shown without it, too. */
static bool make_past(struct trinn *trinn)
{
	if (!trinn_history(trinn))
		say_warning("the example county has no past");
	return true;
}

static bool say_where(struct trinn *trinn)
{
	uint16_t port;

	if (!daemon_port(trinn, &port))
		return false;
	say("\nTrinn is running, and goes on until: %s stop\n", command_line(trinn));
	say("  API   http://127.0.0.1:%u/v1", port);
	if (daemon_has_docs(trinn))
		say("  docs  http://127.0.0.1:%u/docs/", port);
	else
		say("  docs  not there: deploy/docs/build makes them");
	say("  logs  %s/trinnd.log, trinn-jobs.log", trinn_from_here(trinn, trinn->state));
	say("\nAs one person of each role:\n");
	return say_roles(trinn, port);
}

/* Each leaves what it made for the next run, which goes on from there. */
static trinn_command *const steps[] = {
	daemon_stop,   trinn_cluster_start, trinn_migrate, load_example_register,
	trinn_example, make_past,	    daemon_start,  trinn_tour, say_where,
};

bool trinn_dev(struct trinn *trinn)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (!steps[i](trinn))
			return false;
	return true;
}

bool trinn_stop(struct trinn *trinn)
{
	return daemon_stop(trinn) && cluster_stop(trinn);
}

bool trinn_clean(struct trinn *trinn)
{
	if (!trinn_stop(trinn) || !cluster_remove(trinn))
		return false;
	daemon_remove(trinn);
	tour_remove(trinn);
	devkey_remove(trinn);
	return state_remove(trinn);
}

bool trinn_cluster_start(struct trinn *trinn)
{
	const char *conninfo;

	if (!undo_interrupted(trinn))
		return false;
	conninfo = cluster_conninfo(trinn, "trinn_owner", "trinn");
	if (conninfo != NULL)
		say("the private cluster runs: psql \"%s\"", conninfo);
	return conninfo != NULL;
}

bool trinn_cluster_stop(struct trinn *trinn)
{
	return cluster_stop(trinn);
}
