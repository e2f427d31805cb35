#include "lib/conf/conf.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tests/unit/run.h"

#define KEYS(X)                                                                                    \
	X(INT, port, 1, 65535, "8080", 0, "port to listen on")                                     \
	X(BOOL, proxied, 0, 0, "false", 0, "whether a proxy stands in front")                      \
	X(TEXT, database, 3, 20, NULL, 0, "where the database is")                                 \
	X(TEXT, database_role, 0, 20, "", 0, "its role")                                           \
	X(CHOICE, log_level, 0, 0, "info", 0, "least level", "debug|info|warn")                    \
	X(SECRET, cursor_key, 4, 64, NULL, 0, "signs cursors")

struct settings {
	KEYS(CONF_FIELD)
};
#define ROW(...) CONF_ROW(struct settings, __VA_ARGS__)
static const struct conf_key keys[] = {KEYS(ROW)};
#define N_KEYS (sizeof(keys) / sizeof(keys[0]))

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})
static const char *const none[] = {NULL};

/* Each test has a process of its own, so these are fresh in each. */
static struct arena *arena;
static struct settings conf;
static struct buf errors;

/* As main() and environ(7) give them. */
static char *const *writable(const char *const *words)
{
	char **copy = arena_alloc(arena, 16 * sizeof(*copy));

	for (size_t i = 0; words[i] != NULL && i < 15; i++)
		copy[i] = arena_strdup(arena, words[i]);
	return copy;
}

static bool load(const char *path, const char *const *env, const char *const *args)
{
	struct conf_sources sources = {.path = path};

	arena_free(&arena);
	arena = arena_new(1 << 20);
	buf_fini(&errors);
	buf_init(&errors, 4096);
	sources.env = writable(env);
	sources.args = writable(args);
	return conf_load(keys, N_KEYS, &sources, arena, &conf, &errors);
}

static void tear_down(void)
{
	arena_free(&arena);
	buf_fini(&errors);
}

/* A file that lasts as long as the process, by a name that fits its /proc. */
static const char *file_with(const void *content, size_t len)
{
	static char paths[4][32];
	static size_t n;
	FILE *file = tmpfile();

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(content, 1, len, file), len);
	ck_assert_int_eq(fflush(file), 0);
	snprintf(paths[n], sizeof(paths[n]), "/proc/self/fd/%d", fileno(file));
	return paths[n++];
}

#define FILE_WITH(literal) file_with(literal, sizeof(literal) - 1)

static bool load_text(const char *content)
{
	return load(file_with(content, strlen(content)), none, none);
}

static void assert_faults(const char *expected)
{
	char without_path[1024];
	size_t len = 0;

	/* The file is written as F. */
	for (const char *c = buf_text(&errors); *c != '\0'; c++) {
		if (strncmp(c, "/proc/self/fd/", 14) == 0) {
			c += 14 + strspn(c + 14, "0123456789");
			without_path[len++] = 'F';
		}
		without_path[len++] = *c;
	}
	without_path[len] = '\0';
	ck_assert_str_eq(without_path, expected);
}

START_TEST(without_sources_the_defaults_hold)
{
	ck_assert_msg(load(NULL, none, none), "%s", buf_text(&errors));
	ck_assert_int_eq(conf.port, 8080);
	ck_assert(!conf.proxied);
	ck_assert_ptr_null(conf.database);
	ck_assert_str_eq(conf.database_role, "");
	ck_assert_int_eq(conf.log_level, 1);
	ck_assert_ptr_null(conf.cursor_key);
	tear_down();
}
END_TEST

START_TEST(a_file_has_comments_blank_lines_and_values_with_any_character)
{
	ck_assert_msg(load_text("# port = 1\n"
				"\n"
				"  port=9090\r\n"
				"\tdatabase = host=/x port=1 # 2 \n"
				"log_level = warn\n"
				"proxied = true"),
		      "%s", buf_text(&errors));
	ck_assert_int_eq(conf.port, 9090);
	ck_assert_str_eq(conf.database, "host=/x port=1 # 2");
	ck_assert_int_eq(conf.log_level, 2);
	ck_assert(conf.proxied);
	tear_down();
}
END_TEST

START_TEST(the_environment_overrides_the_file_and_the_command_line_both)
{
	const char *path = FILE_WITH("port = 1\ndatabase_role = file\nlog_level = debug\n");
	const char *const *env = WORDS("HOME=/", "TRINN_PORT=2", "TRINN_DATABASE_ROLE=env",
				       "TRINN_BIN=x", "TRINN_PORTS=9", "TRINN_POR=9");

	ck_assert_msg(load(path, env, WORDS("--port=3")), "%s", buf_text(&errors));
	ck_assert_int_eq(conf.port, 3);
	ck_assert_str_eq(conf.database_role, "env");
	ck_assert_int_eq(conf.log_level, 0);
	tear_down();
}
END_TEST

START_TEST(the_file_is_named_by_argument_or_variable_or_program)
{
	const char *one = FILE_WITH("port = 1"), *two = FILE_WITH("port = 2"),
		   *three = FILE_WITH("port = 3");
	char env[64], arg[64];

	snprintf(env, sizeof(env), "TRINN_CONFIG=%s", two);
	snprintf(arg, sizeof(arg), "--config=%s", three);
	ck_assert(load(one, none, none));
	ck_assert_int_eq(conf.port, 1);
	ck_assert(load(one, WORDS(env), none));
	ck_assert_int_eq(conf.port, 2);
	ck_assert(load(one, WORDS(env), WORDS(arg)));
	ck_assert_int_eq(conf.port, 3);
	tear_down();
}
END_TEST

START_TEST(every_fault_is_named_with_its_place)
{
	const char *path = FILE_WITH("port = 0\n"
				     "prot = 1\n"
				     "proxied = yes\n"
				     "just words\n"
				     "database = ab\n"
				     "log_level = inf\n"
				     "port = 5\n"
				     "cursor_key = hunter2\n");

	ck_assert(!load(path, WORDS("TRINN_PORT=x", "TRINN_CURSOR_KEY_FILE=/nowhere"),
			WORDS("--nonsense=1", "run", "--proxied", "--log_level=")));
	assert_faults("F:1: port is a whole number from 1 to 65535\n"
		      "F:2: unknown key 'prot'\n"
		      "F:3: proxied is true or false\n"
		      "F:4: no '=' in the line\n"
		      "F:5: database has 3 to 20 bytes\n"
		      "F:6: log_level is one of debug|info|warn\n"
		      "F:7: port is given in line 1 already\n"
		      "F:8: cursor_key is a secret: name its file by cursor_key_file\n"
		      "TRINN_PORT: port is a whole number from 1 to 65535\n"
		      "--nonsense: unknown key 'nonsense'\n"
		      "run: not of the form --key=value\n"
		      "--proxied: not of the form --key=value\n"
		      "--log_level: log_level is one of debug|info|warn\n"
		      "TRINN_CURSOR_KEY_FILE: /nowhere: No such file or directory\n");
	tear_down();
}
END_TEST

START_TEST(a_file_that_cannot_be_read_is_a_fault)
{
	ck_assert(!load("/nowhere/trinn.conf", none, none));
	assert_faults("/nowhere/trinn.conf: No such file or directory\n");
	ck_assert(!load("/dev/zero", none, none));
	assert_faults("/dev/zero: File too large\n");
	ck_assert(!load(FILE_WITH("port = 1\0\n"), none, none));
	assert_faults("F: holds a NUL byte\n");
	tear_down();
}
END_TEST

START_TEST(a_secret_comes_from_the_last_file_named)
{
	char env[64], arg[64];

	snprintf(env, sizeof(env), "TRINN_CURSOR_KEY_FILE=%s", "/nowhere");
	snprintf(arg, sizeof(arg), "--cursor_key_file=%s", FILE_WITH("s3cret #=\n"));
	ck_assert_msg(load(NULL, WORDS(env), WORDS(arg)), "%s", buf_text(&errors));
	ck_assert_str_eq(conf.cursor_key, "s3cret #=");
	tear_down();
}
END_TEST

START_TEST(a_secret_of_the_wrong_length_or_with_nul_is_refused_without_showing_it)
{
	char arg[64];

	snprintf(arg, sizeof(arg), "--cursor_key_file=%s", FILE_WITH("abc\n"));
	ck_assert(!load(NULL, none, WORDS(arg)));
	assert_faults("--cursor_key_file: cursor_key has 4 to 64 bytes\n");
	snprintf(arg, sizeof(arg), "--cursor_key_file=%s", FILE_WITH("abcd\0ef\n"));
	ck_assert(!load(NULL, none, WORDS(arg)));
	assert_faults("--cursor_key_file: F holds a NUL byte\n");
	ck_assert(!load(NULL, none, WORDS("--cursor_key=hunter2")));
	ck_assert_ptr_null(strstr(buf_text(&errors), "hunter2"));
	tear_down();
}
END_TEST

START_TEST(what_is_required_must_be_given)
{
#define NEEDED(X)                                                                                  \
	X(TEXT, database, 1, 20, NULL, CONF_REQUIRED, "where")                                     \
	X(SECRET, cursor_key, 1, 20, NULL, CONF_REQUIRED, "signs")
	struct needs {
		NEEDED(CONF_FIELD)
	} needs;
#define NEEDED_ROW(...) CONF_ROW(struct needs, __VA_ARGS__)
	const struct conf_key rows[] = {NEEDED(NEEDED_ROW)};
	struct conf_sources sources;
	char arg[64];

	arena = arena_new(1 << 20);
	buf_init(&errors, 4096);
	sources = (struct conf_sources){.env = writable(none), .args = writable(none)};
	ck_assert(!conf_load(rows, 2, &sources, arena, &needs, &errors));
	assert_faults("database: must be given\ncursor_key: must be given\n");
	snprintf(arg, sizeof(arg), "--cursor_key_file=%s", FILE_WITH("key"));
	sources.args = writable(WORDS("--database=x", arg));
	ck_assert(conf_load(rows, 2, &sources, arena, &needs, &errors));
	tear_down();
}
END_TEST

START_TEST(the_defaults_are_printed_as_a_file_that_changes_nothing)
{
	struct buf text;

	buf_init(&text, 4096);
	conf_print(keys, N_KEYS, &text);
	ck_assert_str_eq(buf_text(&text), "# port to listen on (1 to 65535)\n"
					  "port = 8080\n"
					  "# whether a proxy stands in front\n"
					  "proxied = false\n"
					  "# where the database is\n"
					  "# database =\n"
					  "# its role\n"
					  "database_role = \n"
					  "# least level (debug|info|warn)\n"
					  "log_level = info\n"
					  "# signs cursors\n"
					  "# cursor_key_file =\n");
	ck_assert_msg(load_text(buf_text(&text)), "%s", buf_text(&errors));
	ck_assert_int_eq(conf.port, 8080);
	ck_assert_int_eq(conf.log_level, 1);
	buf_fini(&text);
	tear_down();
}
END_TEST

RUN_TESTS(TEST(without_sources_the_defaults_hold),
	  TEST(a_file_has_comments_blank_lines_and_values_with_any_character),
	  TEST(the_environment_overrides_the_file_and_the_command_line_both),
	  TEST(the_file_is_named_by_argument_or_variable_or_program),
	  TEST(every_fault_is_named_with_its_place), TEST(a_file_that_cannot_be_read_is_a_fault),
	  TEST(a_secret_comes_from_the_last_file_named),
	  TEST(a_secret_of_the_wrong_length_or_with_nul_is_refused_without_showing_it),
	  TEST(what_is_required_must_be_given),
	  TEST(the_defaults_are_printed_as_a_file_that_changes_nothing))
