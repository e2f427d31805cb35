/* trinnd: the REST daemon. Reads the settings and the contract, and lets the master run workers. */
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <string.h>
#include <unistd.h>

#include "cmd/trinnd/master.h"
#include "cmd/trinnd/settings.h"
#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/log/log.h"

#define TEXT_BYTES_MAX (64 * 1024)

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

	(void)argc;
	arena = arena_new(1024 * 1024);
	if (conf_start("trinnd", settings_keys, settings_count, argv, arena, &settings, &status) &&
	    read_contract(&setup)) {
		log_set_level((enum log_level)settings.log_level);
		choose_cursor_secret(&setup);
		status = master_run(&setup);
	}
	contract_free(&setup.contract);
	arena_free(&arena);
	return status;
}
