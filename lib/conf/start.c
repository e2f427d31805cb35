/* The command line of a program that has settings. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "lib/conf/conf.h"

#define TEXT_BYTES_MAX (64 * 1024)

static const char intro[] =
	"# %s [--config=FILE] [--key=value ...]\n"
	"#\n"
	"# Every setting with its default; one that has none is commented out. Each may also be\n"
	"# given as --key=value or in the environment as TRINN_KEY=value.\n\n";

static void help(const char *program, const struct conf_key *keys, size_t n)
{
	struct buf text;

	buf_init(&text, BUF_UNBOUNDED);
	buf_addf(&text, intro, program);
	conf_print(keys, n, &text);
	fputs(buf_text(&text), stdout);
	buf_fini(&text);
}

bool conf_start(const char *program, const struct conf_key *keys, size_t n, char *const *argv,
		struct arena *arena, void *conf, int *status_out)
{
	struct conf_sources sources = {.path = NULL, .env = environ, .args = argv + 1};
	struct buf errors;
	bool ok;

	if (argv[1] != NULL && strcmp(argv[1], "--help") == 0) {
		help(program, keys, n);
		*status_out = 0;
		return false;
	}
	buf_init(&errors, TEXT_BYTES_MAX);
	ok = conf_load(keys, n, &sources, arena, conf, &errors);
	if (!ok) {
		fputs(buf_text(&errors), stderr);
		*status_out = 2;
	}
	buf_fini(&errors);
	return ok;
}
