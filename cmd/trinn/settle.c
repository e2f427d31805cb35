/* Where things are: options before environment before the place of the executable. */
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/trinn.h"

static const char *given(const struct trinn *trinn, enum trinn_option option, const char *variable)
{
	const char *value = trinn->options[option];

	if (value == NULL)
		value = getenv(variable);
	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* Programs that are started later run in other folders than ours. */
static const char *absolute(struct trinn *trinn, const char *path)
{
	char here[PATH_MAX];

	if (path[0] == '/')
		return path;
	if (getcwd(here, sizeof(here)) == NULL) {
		say_error("could not find the working folder: %s", strerror(errno));
		return NULL;
	}
	return arena_printf(trinn->arena, "%s/%s", here, path);
}

static bool find_programs(struct trinn *trinn)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (len < 0)
		return say_error("could not find this executable: %s", strerror(errno));
	path[len] = '\0';
	trinn->programs = arena_strdup(trinn->arena, dirname(path));
	return true;
}

/* The folder `levels` above the executable's. */
static char *above(struct trinn *trinn, int levels)
{
	char *path = arena_strdup(trinn->arena, trinn->programs);

	while (levels-- > 0)
		path = dirname(path);
	return path;
}

bool trinn_settle(struct trinn *trinn)
{
	const char *root, *state, *share;
	bool in_build_tree;

	if (!find_programs(trinn))
		return false;
	/* build/<flavour>/bin */
	root = above(trinn, 3);
	in_build_tree = access(arena_printf(trinn->arena, "%s/sql/migrations", root), F_OK) == 0;

	state = given(trinn, TRINN_OPTION_state, "TRINN_STATE");
	if (state == NULL)
		state = in_build_tree ? arena_printf(trinn->arena, "%s/build/run", root) : ".trinn";
	share = given(trinn, TRINN_OPTION_share, "TRINN_SHARE");
	if (share == NULL)
		share = in_build_tree
				? root
				: arena_printf(trinn->arena, "%s/share/trinn", above(trinn, 1));
	trinn->database = given(trinn, TRINN_OPTION_database, "TRINN_DATABASE");
	trinn->state = absolute(trinn, state);
	trinn->share = absolute(trinn, share);
	return trinn->state != NULL && trinn->share != NULL;
}

const char *trinn_from_here(struct trinn *trinn, const char *path)
{
	char here[PATH_MAX];
	size_t len;

	if (getcwd(here, sizeof(here)) == NULL)
		return path;
	len = strlen(here);
	if (strncmp(path, here, len) != 0 || path[len] != '/')
		return path;
	return arena_strdup(trinn->arena, path + len + 1);
}
