/*
 * A file of settings, a NUL, and arguments with newlines between them: a fault is told or every
 * value is within its bounds.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/conf/conf.h"

#define KEYS(X)                                                                                    \
	X(BOOL, verbose, 0, 0, "false", 0, "tell more")                                            \
	X(INT, listen_port, 1, 65535, "8080", 0, "port of the API")                                \
	X(TEXT, listen_host, 1, 20, NULL, 0, "address of the API")                                 \
	X(TEXT, title, 0, 40, "Trinn", 0, "what it is called")                                     \
	X(CHOICE, log_level, 0, 0, "info", 0, "least level", "debug|info|warn")

struct settings {
	KEYS(CONF_FIELD)
};

#define ROW(...) CONF_ROW(struct settings, __VA_ARGS__)

static const struct conf_key keys[] = {KEYS(ROW)};

enum { N_KEYS = sizeof(keys) / sizeof(keys[0]), ARGS_MAX = 8, TEXT_MAX = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The path of a file in memory with this content. */
static const char *file_of(const char *bytes, size_t len)
{
	static char path[40];
	static int fd = -1;

	if (fd < 0) {
		fd = memfd_create("conf", 0);
		MUST(fd >= 0);
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	MUST(ftruncate(fd, 0) == 0);
	MUST(pwrite(fd, bytes, len, 0) == (ssize_t)len);
	return path;
}

static bool load(const char *path, char *const *args, struct arena *arena, struct settings *out)
{
	static char *const no_env[] = {NULL};
	struct conf_sources sources = {.path = path, .env = no_env, .args = args};
	struct buf errors;
	bool ok;

	buf_init(&errors, 1 << 20);
	ok = conf_load(keys, N_KEYS, &sources, arena, out, &errors);
	MUST(ok == (errors.len == 0));
	buf_fini(&errors);
	return ok;
}

static void check_settings(const struct settings *settings)
{
	MUST(settings->listen_port >= 1 && settings->listen_port <= 65535);
	MUST(settings->log_level >= 0 && settings->log_level <= 2);
	MUST(settings->listen_host == NULL ||
	     (strlen(settings->listen_host) >= 1 && strlen(settings->listen_host) <= 20));
	MUST(strlen(settings->title) <= 40);
}

/* But for --config, which names files that are not ours. */
static void cut_args(char *text, char *args[ARGS_MAX + 1])
{
	size_t n = 0;

	while (*text != '\0' && n < ARGS_MAX) {
		char *end = strchrnul(text, '\n');
		char *next = *end == '\0' ? end : end + 1;

		*end = '\0';
		if (strncmp(text, "--config", strlen("--config")) != 0)
			args[n++] = text;
		text = next;
	}
	args[n] = NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char text[TEXT_MAX];
	char *args[ARGS_MAX + 1];
	struct arena *arena;
	struct settings settings;
	size_t len;

	if (size >= sizeof(text))
		return -1;
	memcpy(text, data, size);
	text[size] = '\0';
	len = strlen(text);
	cut_args(text + (len < size ? len + 1 : len), args);
	arena = arena_new(1 << 20);
	if (load(file_of(text, len), args, arena, &settings))
		check_settings(&settings);
	arena_free(&arena);
	return 0;
}
