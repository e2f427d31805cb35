#include "cmd/trinn/history/past.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/say.h"

#define LIBRARY "/usr/lib/*/faketime/libfaketime.so.1"
#define CLOCK_SIZE 24
#define DAY_S 86400
#define EVENING_S (18 * 3600) /* UTC */

/* The seconds by which the clock of the cluster differs. It is there while that is in the past. */
static const char *clock_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/cluster/clock", trinn->state);
}

/* NULL if there is none. */
static const char *find_library(struct trinn *trinn)
{
	const char *given = trinn->options[TRINN_OPTION_faketime];
	const char *path = NULL;
	char whole[PATH_MAX];
	glob_t found;

	if (given != NULL)
		return realpath(given, whole) != NULL ? arena_strdup(trinn->arena, whole) : NULL;
	if (glob(LIBRARY, 0, NULL, &found) == 0) {
		path = arena_strdup(trinn->arena, found.gl_pathv[0]);
		globfree(&found);
	}
	return path;
}

bool past_is_possible(struct trinn *trinn)
{
	return find_library(trinn) != NULL;
}

/* Written over at once, and always as long: it is read at any time, and need not be on disk. */
bool past_go_to(struct trinn *trinn, int32_t day)
{
	int64_t then_s = (int64_t)day * DAY_S + EVENING_S;
	const char *path = clock_path(trinn);
	char text[CLOCK_SIZE];
	int len = snprintf(text, sizeof(text), "%+012" PRId64 "\n", then_s - time(NULL));
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	bool ok = fd >= 0 && write(fd, text, (size_t)len) == len;

	if (!ok)
		say_error("could not write \"%s\": %s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return ok;
}

/* Those of libfaketime: what is to be read anew each time, and what is left as it is. */
static const char *const variables[][2] = {
	{"LD_PRELOAD", NULL},
	{"FAKETIME_TIMESTAMP_FILE", NULL},
	{"FAKETIME_NO_CACHE", "1"},
	{"FAKETIME_DONT_FAKE_MONOTONIC", "1"},
	{"NO_FAKE_STAT", "1"},
};

#define N_VARIABLES (sizeof(variables) / sizeof(variables[0]))

bool past_begin(struct trinn *trinn, int32_t day)
{
	const char *values[] = {find_library(trinn), clock_path(trinn)};
	bool ok;

	if (values[0] == NULL)
		return say_error("there is no libfaketime");
	if (!past_go_to(trinn, day))
		return false;
	for (size_t i = 0; i < N_VARIABLES; i++)
		setenv(variables[i][0], variables[i][1] != NULL ? variables[i][1] : values[i], 1);
	ok = cluster_start(trinn);
	for (size_t i = 0; i < N_VARIABLES; i++)
		unsetenv(variables[i][0]);
	return ok;
}

bool past_end(struct trinn *trinn)
{
	const char *path = clock_path(trinn);

	if (access(path, F_OK) != 0)
		return true;
	if (!cluster_stop(trinn))
		return false;
	unlink(path);
	return true;
}
