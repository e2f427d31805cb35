/*
 * Problems as the domain finds them: collected, all of them, and told in the reader's language
 * (RFC 9457).
 *
 * A rule adds what stands in the way; it never stops at the first. Order matters: the first problem
 * names the reply's type and status, unless all of them are faults of what was sent, which is
 * VALIDATION_FAILED.
 */
#ifndef TRINN_API_PROBLEMS_PROBLEMS_H
#define TRINN_API_PROBLEMS_PROBLEMS_H

#include <stdbool.h>
#include <stddef.h>

#include "lib/base/buf.h"

struct arena;

enum problem_code {
#define X(name, ...) PROBLEM_##name,
#include "api/problems/problems.def"
#include "api/problems/rules.def"
#undef X
	PROBLEM_COUNT
};

enum language { LANGUAGE_NB, LANGUAGE_EN };

struct problem {
	enum problem_code code;
	/* Into the content, RFC 6901 as a fragment: "#/costs/0/amount"; NULL: the request as a
	 * whole. */
	const char *pointer;
	/* NULL where the text has no place for them; "@key, key" are words of words.def. */
	const char *args[2];
};

struct problems {
	struct arena *arena;
	const char *const *roles; /* see problems_forbid() */
	struct problem *list;
	size_t n;
	size_t cap;
};

void problems_init(struct problems *problems, struct arena *arena);

/* `pointer` and the arguments are copied; all three may be NULL. */
void problems_add(struct problems *problems, enum problem_code code, const char *pointer,
		  const char *arg0, const char *arg1);

/* The same with a pointer made by printf, cut after 199 bytes, as names that clients make up may be
 * long: problems_at(p, PROBLEM_X, NULL, NULL, "#/costs/%zu/amount", i). */
void problems_at(struct problems *problems, enum problem_code code, const char *arg0,
		 const char *arg1, const char *format, ...) __attribute__((format(printf, 5, 6)));

/* FORBIDDEN, and who may: a list of roles that ends with NULL and outlives the problems; NULL if
 * any role may. The document tells the list as the member `roles`. */
void problems_forbid(struct problems *problems, const char *const *roles);

static inline bool problems_any(const struct problems *problems)
{
	return problems->n > 0;
}

/* The code that stands for all of them. */
enum problem_code problems_main(const struct problems *problems);

int problem_status(enum problem_code code);
const char *problem_slug(enum problem_code code);
const char *problem_title(enum problem_code code, enum language language);

/* A word of words.def; NULL where there is none of that key. */
const char *problem_word(const char *key, size_t len, enum language language);

/* The text with its arguments filled in. */
void problem_text(const struct problem *problem, enum language language, struct buf *out);

/* The same as a JSON string. */
void problem_write_text(const struct problem *problem, enum language language, struct buf *out);

/* Appends the application/problem+json document. `instance` is the request's path, `trace` its
 * trace id. */
void problems_write(const struct problems *problems, enum language language, const char *instance,
		    const char *trace, struct buf *out);

/* Appends them alone, as a JSON array of the members code, pointer and detail. */
void problems_write_list(const struct problems *problems, enum language language, struct buf *out);

/* Appends `text` as a JSON string, quotes included. */
void json_write_string(const char *text, struct buf *out);

#endif
