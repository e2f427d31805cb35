/*
 * Settings of a program, read into its own struct from a table of keys.
 *
 * The program lists its keys once and gets the struct and the table from the list:
 *
 *	#define MY_KEYS(X)                                                            \
 *		X(INT, listen_port, 1, 65535, "8080", 0, "port of the API")           \
 *		X(CHOICE, log_level, 0, 0, "info", 0, "least level", "info|warn")     \
 *		X(SECRET, cursor_key, 32, 128, NULL, CONF_REQUIRED, "signs cursors")
 *
 *	struct my_conf { MY_KEYS(CONF_FIELD) };
 *	#define ROW(...) CONF_ROW(struct my_conf, __VA_ARGS__)
 *	static const struct conf_key keys[] = { MY_KEYS(ROW) };
 *
 * A value comes from the last of these that gives it: the table's default; the file, `key = value`
 * per line, where # begins a line of comment; the environment, TRINN_ and the key in capitals; the
 * command line, --key=value. The file is named by --config=PATH, TRINN_CONFIG or the program.
 * White space at either end of a value is not part of it, wherever it is from.
 * A secret is never a value itself: the key with _file after it names the file that holds it.
 */
#ifndef TRINN_CONF_CONF_H
#define TRINN_CONF_CONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/arena.h"
#include "lib/base/attr.h"
#include "lib/base/buf.h"

enum conf_type {
	CONF_BOOL, /* true or false */
	CONF_INT,
	CONF_TEXT,   /* NULL if not given */
	CONF_CHOICE, /* one of some words; the value is its index */
	CONF_SECRET, /* content of a file less a last newline; NULL if not given */
};

enum conf_flag { CONF_REQUIRED = 1 << 0 }; /* the program cannot start without it */

struct conf_key {
	const char *name; /* snake_case; times and sizes carry their unit */
	enum conf_type type;
	int64_t min; /* of the number, or of the bytes of the text */
	int64_t max;
	const char *fallback; /* the default as text; NULL for none (TEXT and SECRET only) */
	unsigned flags;	      /* of enum conf_flag */
	const char *doc;      /* one line */
	const char *choices;  /* words of a CHOICE with | between them */
	size_t offset;	      /* of the field in the program's struct */
};

/* Makes the field of one key. */
#define CONF_FIELD(type, name, ...) CONF_C_##type name;
#define CONF_C_BOOL bool
#define CONF_C_INT int64_t
#define CONF_C_TEXT const char *
#define CONF_C_CHOICE int
#define CONF_C_SECRET const char *

/* Makes the table row of one key; the words of a CHOICE follow last. */
#define CONF_ROW(struct_, type_, name_, min_, max_, fallback_, flags_, doc_, ...)                  \
	{                                                                                          \
		.name = #name_,                                                                    \
		.type = CONF_##type_,                                                              \
		.min = (min_),                                                                     \
		.max = (max_),                                                                     \
		.fallback = (fallback_),                                                           \
		.flags = (flags_),                                                                 \
		.doc = (doc_),                                                                     \
		.choices = "" __VA_ARGS__,                                                         \
		.offset = offsetof(struct_, name_),                                                \
	},

struct conf_sources {
	const char *path;  /* of the file if neither args nor env name one; NULL for none */
	char *const *env;  /* as environ(7) */
	char *const *args; /* the command line after the program's name, ended by NULL */
};

/* Reads all sources into `conf`, the struct of the table, whose texts live in `arena`; secrets are
 * wiped when it is freed. False if anything is wrong: `errors` then holds one line for each fault,
 * beginning with where it is (file:line, variable or argument), and `conf` is not to be used.
 * Variables that are no key of the table are left to other programs; unknown keys elsewhere are
 * faults. */
bool conf_load(const struct conf_key *keys, size_t n, const struct conf_sources *sources,
	       struct arena *arena, void *conf, struct buf *errors) MUST_USE;

/* Adds the defaults as a commented file that conf_load() reads; a key without one stands as a
 * comment. */
void conf_print(const struct conf_key *keys, size_t n, struct buf *out);

/* How main() begins: conf_load() from the environment and from argv, which is that of main(). False
 * if the program is to end with *status_out: 0 after --help, answered on standard output by a file
 * of settings with the usage as its first comment; 2 after faults, told on standard error. */
bool conf_start(const char *program, const struct conf_key *keys, size_t n, char *const *argv,
		struct arena *arena, void *conf, int *status_out) MUST_USE;

#endif
