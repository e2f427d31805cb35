/* The programs of an installed PostgreSQL server. */
#ifndef TRINN_CMD_TRINN_PGBIN_H
#define TRINN_CMD_TRINN_PGBIN_H

#include "lib/base/arena.h"

#define PGBIN_MAJOR_MIN 15

/* The folder with initdb, pg_ctl and postgres of that major version; of the newest that serves if
 * `major` is 0. NULL after an error that says what to install. */
const char *pgbin_find(int major, struct arena *arena);

#endif
