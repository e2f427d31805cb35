#include "api/problems/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/date.h"

const char *words_kroner(const struct problems *problems, int64_t ore)
{
	const char *sign = ore < 0 ? "-" : "";
	uint64_t amount = ore < 0 ? 0 - (uint64_t)ore : (uint64_t)ore;
	const char *text = "";

	if (amount % 100 != 0)
		text = arena_printf(problems->arena, ",%02d", (int)(amount % 100));
	for (amount /= 100; amount >= 1000; amount /= 1000)
		text = arena_printf(problems->arena, "\u00a0%03d%s", (int)(amount % 1000), text);
	return arena_printf(problems->arena, "%s%d%s", sign, (int)amount, text);
}

const char *words_whose(const struct problems *problems, const char *figure, const char *name)
{
	return name == NULL ? figure : arena_printf(problems->arena, "%s (%s)", figure, name);
}

const char *words_date(const struct problems *problems, int32_t days)
{
	return date_text(problems->arena, days);
}

const char *words_list(const struct problems *problems, const char *const *texts, size_t n)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(problems->arena, "%s%s%s", text, i == 0 ? "" : ", ", texts[i]);
	return text;
}

const char *words_numbers(const struct problems *problems, const int64_t *numbers, size_t n)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++)
		text = arena_printf(problems->arena, "%s%s%" PRId64, text, i == 0 ? "" : ", ",
				    numbers[i]);
	return text;
}

const char *words_number(const struct problems *problems, int64_t number)
{
	return words_numbers(problems, &number, 1);
}

const char *words_roles(const struct problems *problems, const char *const *roles)
{
	size_t n = 0;

	if (roles == NULL)
		return "@any_role";
	while (roles[n] != NULL)
		n++;
	return arena_printf(problems->arena, "@%s", words_list(problems, roles, n));
}

bool words_contain(const char *const *texts, size_t n, const char *text)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(texts[i], text) == 0)
			return true;
	return false;
}

bool contains_number(const int64_t *numbers, size_t n, int64_t number)
{
	for (size_t i = 0; i < n; i++)
		if (numbers[i] == number)
			return true;
	return false;
}

static const char *text_at(const char *const *first, size_t stride_bytes, size_t i)
{
	return *(const char *const *)((const char *)first + i * stride_bytes);
}

bool words_repeat(const char *const *first, size_t stride_bytes, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(text_at(first, stride_bytes, i), text_at(first, stride_bytes, j)) == 0)
			return true;
	return false;
}

static int64_t number_at(const int64_t *first, size_t stride_bytes, size_t i)
{
	return *(const int64_t *)(const void *)((const char *)first + i * stride_bytes);
}

bool numbers_repeat(const int64_t *first, size_t stride_bytes, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (number_at(first, stride_bytes, i) == number_at(first, stride_bytes, j))
			return true;
	return false;
}

void require_state(struct problems *problems, const char *state, const char *allowed)
{
	size_t len = strlen(state);

	for (const char *at = strstr(allowed, state); at != NULL; at = strstr(at + 1, state))
		if ((at == allowed || at[-1] == ' ') && (at[len] == '\0' || at[len] == ','))
			return;
	problems_add(problems, PROBLEM_STATE_CONFLICT, NULL,
		     arena_printf(problems->arena, "@%s", state),
		     arena_printf(problems->arena, "@%s", allowed));
}

void require_order(struct problems *problems, int32_t from, int32_t to, const char *pointer)
{
	if (to < from)
		problems_add(problems, PROBLEM_PERIOD_REVERSED, pointer, words_date(problems, from),
			     words_date(problems, to));
}

void require_not_future(struct problems *problems, int32_t day, int32_t today, const char *pointer)
{
	if (day > today)
		problems_add(problems, PROBLEM_DATE_FUTURE, pointer, words_date(problems, today),
			     NULL);
}

void require_not_passed(struct problems *problems, int32_t day, int32_t today, const char *pointer)
{
	if (day < today)
		problems_add(problems, PROBLEM_DATE_PASSED, pointer, words_date(problems, day),
			     words_date(problems, today));
}
