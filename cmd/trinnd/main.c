/* trinnd: the REST daemon. Reads the settings and the contract, and lets the master run workers. */
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/trinnd/master.h"
#include "cmd/trinnd/settings.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/log/log.h"

#define TEXT_BYTES_MAX (64 * 1024)

static const char intro[] =
	"# trinnd [--config=FILE] [--key=value ...]\n"
	"#\n"
	"# Every setting with its default; one that has none is commented out. Each may also be\n"
	"# given as --key=value or in the environment: TRINN_PORT=8080.\n\n";

/* A file of settings, with the usage as its first comment. */
static void help(void)
{
	struct buf text;

	buf_init(&text, TEXT_BYTES_MAX);
	buf_adds(&text, intro);
	conf_print(settings_keys, settings_count, NULL, &text);
	fputs(buf_text(&text), stdout);
	buf_fini(&text);
}

static bool configure(struct settings *settings, struct arena *arena, char **args)
{
	struct conf_sources sources = {.path = NULL, .env = environ, .args = args};
	struct buf errors;
	bool ok;

	buf_init(&errors, TEXT_BYTES_MAX);
	ok = conf_load(settings_keys, settings_count, &sources, arena, settings, &errors);
	if (!ok)
		fputs(buf_text(&errors), stderr);
	buf_fini(&errors);
	return ok;
}

static bool read_contract(struct worker_setup *setup)
{
	struct buf why;

	buf_init(&why, TEXT_BYTES_MAX);
	setup->contract = contract_new(&why);
	if (setup->contract == NULL)
		log_event(LOG_ERROR, "contract.unusable", LOG_STR("why", buf_text(&why)));
	buf_fini(&why);
	return setup->contract != NULL;
}

/* All workers, and all hosts that are given the same, take each other's cursors. */
static void choose_cursor_secret(struct worker_setup *setup)
{
	const char *given = setup->settings->cursor_secret;

	if (given != NULL)
		SHA256((const unsigned char *)given, strlen(given), setup->cursor_secret);
	else
		MUST(RAND_bytes(setup->cursor_secret, sizeof(setup->cursor_secret)) == 1);
}

int main(int argc, char **argv)
{
	static struct settings settings;
	struct worker_setup setup = {.settings = &settings, .master = getpid()};
	struct arena *arena;
	int status = 2;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		help();
		return 0;
	}
	arena = arena_new(1024 * 1024);
	if (configure(&settings, arena, argv + 1) && read_contract(&setup)) {
		log_set_level((enum log_level)settings.log_level);
		choose_cursor_secret(&setup);
		status = master_run(&setup);
	}
	contract_free(&setup.contract);
	arena_free(&arena);
	return status;
}
