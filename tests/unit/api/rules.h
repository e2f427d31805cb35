/*
 * What tests of rules share: the problems of the last decision, empty after begin().
 *
 * Assertions also hold each problem against its text: it has the arguments that the text has places
 * for and no others, and their words of ours are in words.def.
 */
#ifndef TRINN_TESTS_UNIT_API_RULES_H
#define TRINN_TESTS_UNIT_API_RULES_H

#include <check.h>
#include <string.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "lib/base/arena.h"

/* A caller. */
#define PERSON(role_, kind_, person, organisation)                                                 \
	{                                                                                          \
		.role = (role_), .kind = (kind_), .is_person = true, .person_id = (person),        \
		.organisation_id = (organisation)                                                  \
	}

static struct problems problems;

static inline void begin(void)
{
	struct arena *old = problems.arena;

	arena_free(&old);
	problems_init(&problems, arena_new(1 << 20));
}

static inline void assert_is_word(const char *key, size_t len)
{
	static const char *const keys[] = {
#define W(key, nb, en) key,
#include "api/problems/words.def"
#undef W
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strlen(keys[i]) == len && strncmp(keys[i], key, len) == 0)
			return;
	ck_abort_msg("no word for %.*s", (int)len, key);
}

/* Of a list, "@draft, returned", or before a value, "@too_large 1000"; others stand as they are. */
static inline void assert_words(const char *arg)
{
	if (*arg != '@')
		return;
	for (arg++; *arg != '\0'; arg += strspn(arg, ", ")) {
		size_t len = strcspn(arg, ", ");

		assert_is_word(arg, len);
		arg += len;
		if (*arg == ' ')
			return;
	}
}

static inline void assert_told(const struct problem *problem)
{
	static const char *const texts[PROBLEM_COUNT] = {
#define X(name, slug, status, title_nb, title_en, text_nb, text_en) [PROBLEM_##name] = text_en,
#include "api/problems/problems.def"
#include "api/problems/rules.def"
#undef X
	};

	for (int i = 0; i < 2; i++) {
		const char place[] = {'{', (char)('0' + i), '}', '\0'};
		const char *arg = problem->args[i];

		ck_assert_msg(!strstr(texts[problem->code], place) == (arg == NULL || *arg == '\0'),
			      "%s: argument %d is %s", problem_slug(problem->code), i,
			      arg == NULL ? "absent" : arg);
		if (arg != NULL)
			assert_words(arg);
	}
}

static inline void assert_all_told(void)
{
	for (size_t i = 0; i < problems.n; i++)
		assert_told(&problems.list[i]);
}

static inline void assert_none(void)
{
	const char *slug = problems.n == 0 ? "" : problem_slug(problems.list[0].code);

	ck_assert_msg(problems.n == 0, "%s", slug);
}

static inline bool is_found(enum problem_code code, const char *pointer)
{
	for (size_t i = 0; i < problems.n; i++) {
		const char *at = problems.list[i].pointer;

		if (problems.list[i].code == code &&
		    (pointer == NULL ? at == NULL : at != NULL && strcmp(at, pointer) == 0))
			return true;
	}
	return false;
}

/* This one, perhaps among others; at NULL, the request as a whole. */
static inline void assert_found(enum problem_code code, const char *pointer)
{
	assert_all_told();
	ck_assert_msg(is_found(code, pointer), "no %s at %s", problem_slug(code),
		      pointer == NULL ? "all" : pointer);
}

/* Exactly this one, there. */
static inline void assert_one(enum problem_code code, const char *pointer)
{
	assert_found(code, pointer);
	ck_assert_uint_eq(problems.n, 1);
}

static inline void assert_arg(size_t i, const char *wanted)
{
	ck_assert_pstr_eq(problems.list[0].args[i], wanted);
}

#endif
