/* What every subcommand is given, and the subcommands themselves. */
#ifndef TRINN_CMD_TRINN_TRINN_H
#define TRINN_CMD_TRINN_TRINN_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"

/* Name, name of the value, text of the help. */
#define TRINN_OPTIONS(X)                                                                           \
	X(state, "DIR", "folder of the private cluster, its key and the logs")                     \
	X(share, "DIR", "folder that holds sql/ and deploy/postgres/")                             \
	X(database, "CONNINFO", "database to work on, in place of the private cluster's")          \
	X(county, "NUMBER", "county to verify, such as 50; all without it")                        \
	X(ttl, "SECONDS", "life of the token (3600)")                                              \
	X(port, "PORT", "port of the API on loopback (8080)")                                      \
	X(seed, "NUMBER", "what the past is drawn by (1)")                                         \
	X(firms, "NUMBER", "member firms of a hub in the past, about (50); 0: no past")           \
	X(faketime, "FILE", "libfaketime, where Debian does not put it")

enum trinn_option {
#define X(name, value, help) TRINN_OPTION_##name,
	TRINN_OPTIONS(X)
#undef X
	TRINN_N_OPTIONS,
};

/* Texts live in the arena or the environment until the program ends; paths are absolute. */
struct trinn {
	struct arena *arena;
	const char *programs; /* folder this executable lies in */
	const char *state;
	const char *share;
	const char *database; /* NULL: the private cluster of `state` */
	const char *options[TRINN_N_OPTIONS]; /* as given on the command line, NULL if not */
	char **operands; /* what follows the subcommand's name; ended by NULL */
};

/* The subcommands. False after an error that was said; what was begun is then undone, or stands
 * complete and is found again by the next run. */
typedef bool trinn_command(struct trinn *trinn);

trinn_command trinn_cluster_start;
trinn_command trinn_cluster_stop;
trinn_command trinn_migrate;
trinn_command trinn_import;
trinn_command trinn_example;
trinn_command trinn_token;
trinn_command trinn_audit_verify;
trinn_command trinn_ledger_verify;
trinn_command trinn_history;
trinn_command trinn_dev;
trinn_command trinn_tour;
trinn_command trinn_stop;
trinn_command trinn_clean;

/* Fills in the folders and the database from options, environment and the place of the executable:
 * in a build tree the shared files are the repository's and the state is build/run, elsewhere
 * ../share/trinn and .trinn of the working folder. */
bool trinn_settle(struct trinn *trinn) MUST_USE;

/* `path` as it is typed from the working folder, in the arena. */
const char *trinn_from_here(struct trinn *trinn, const char *path);

#endif
