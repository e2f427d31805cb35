/* Distributions keep the server's programs out of PATH, one folder for each major version. */
#include "cmd/trinn/pgbin.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/trinn/process.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define MAJOR_MAX 99
#define VERSION_TEXT_MAX 200

static const char *const patterns[] = {"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin"};
static const char *const programs[] = {"initdb", "pg_ctl", "postgres"};

struct search {
	int wanted; /* 0 for the newest */
	int found; /* 0 for none */
	const char *folder;
	struct arena *arena;
};

static bool has_programs(const char *folder, struct arena *arena)
{
	for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++)
		if (access(arena_printf(arena, "%s/%s", folder, programs[i]), X_OK) != 0)
			return false;
	return true;
}

/* "postgres (PostgreSQL) 15.20 (Debian …)"; 0 if it is no such text. */
static int read_major(char *text)
{
	static const char before[] = "(PostgreSQL) ";
	char *version = strstr(text, before);
	int32_t major;

	if (version == NULL)
		return 0;
	version += sizeof(before) - 1;
	version[strspn(version, "0123456789")] = '\0';
	return num_i32(version, 1, MAJOR_MAX, &major) ? major : 0;
}

static int ask_major(const char *folder, struct arena *arena)
{
	const struct process_user self = {.uid = geteuid(), .gid = getegid()};
	const char *const args[] = {arena_printf(arena, "%s/postgres", folder), "--version", NULL};
	struct buf output;
	int major = 0;

	buf_init(&output, VERSION_TEXT_MAX);
	if (process_run(&self, args, &output) == 0)
		major = read_major(arena_strdup(arena, buf_text(&output)));
	buf_fini(&output);
	return major;
}

static void consider(struct search *search, const char *folder)
{
	int major;

	if (folder[0] != '/' || !has_programs(folder, search->arena))
		return;
	major = ask_major(folder, search->arena);
	if (search->wanted != 0 ? major != search->wanted : major < PGBIN_MAJOR_MIN)
		return;
	if (major > search->found) {
		search->found = major;
		search->folder = arena_strdup(search->arena, folder);
	}
}

static void consider_path(struct search *search)
{
	const char *path = getenv("PATH");
	char *rest, *folder;

	if (path == NULL)
		return;
	rest = arena_strdup(search->arena, path);
	while ((folder = strsep(&rest, ":")) != NULL)
		consider(search, folder);
}

static void consider_pattern(struct search *search, const char *pattern)
{
	glob_t matches;

	if (glob(pattern, 0, NULL, &matches) == 0) {
		for (size_t i = 0; i < matches.gl_pathc; i++)
			consider(search, matches.gl_pathv[i]);
		globfree(&matches);
	}
}

const char *pgbin_find(int major, struct arena *arena)
{
	struct search search = {.wanted = major, .arena = arena};

	consider_path(&search);
	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++)
		consider_pattern(&search, patterns[i]);
	if (search.folder != NULL)
		return search.folder;
	if (major != 0)
		say_error("the private cluster was made by PostgreSQL %d, which is not installed",
			  major);
	else
		say_error("no PostgreSQL server of version %d or later is installed",
			  PGBIN_MAJOR_MIN);
	say_hint("on Debian: apt-get install postgresql-%d", major != 0 ? major : PGBIN_MAJOR_MIN);
	return NULL;
}
