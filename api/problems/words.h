/* Values as the texts of problems show them, in the problems' arena; and the checks that every part
 * of the domain makes. */
#ifndef TRINN_API_PROBLEMS_WORDS_H
#define TRINN_API_PROBLEMS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/problems/problems.h"

/* "300 000" or "1 234,50", with no-break spaces as Norwegian writing has them. */
const char *words_kroner(const struct problems *problems, int64_t ore);

/* "2026-11-21", which is told as "21.11.2026" or "21 November 2026". So is a time in an argument:
 * "2026-11-21 09:30" as "21.11.2026 kl. 09.30" or "21 November 2026 at 09:30". */
const char *words_date(const struct problems *problems, int32_t days);

/* "a, b, c" */
const char *words_list(const struct problems *problems, const char *const *texts, size_t n);
const char *words_numbers(const struct problems *problems, const int64_t *numbers, size_t n);
const char *words_number(const struct problems *problems, int64_t number);

/* "75 % (Utvikling)": a figure and whose it is; NULL: nobody needs to be told. */
const char *words_whose(const struct problems *problems, const char *figure, const char *name);

/* An argument that names the roles of a list that ends with NULL; NULL: that any role will do. */
const char *words_roles(const struct problems *problems, const char *const *roles);

bool words_contain(const char *const *texts, size_t n, const char *text);
bool contains_number(const int64_t *numbers, size_t n, int64_t number);

/* Whether item i of a list of structs has the same text, or number, in a member as one before it:
 * IS_REPEATED(input->firms, orgnr, i). */
#define IS_REPEATED(list, member, i) words_repeat(&(list)->member, sizeof(*(list)), (i))
#define IS_NUMBER_REPEATED(list, member, i) numbers_repeat(&(list)->member, sizeof(*(list)), (i))
bool words_repeat(const char *const *first, size_t stride_bytes, size_t i);
bool numbers_repeat(const int64_t *first, size_t stride_bytes, size_t i);

/* STATE_CONFLICT unless `state` is one of those `allowed`, a text such as "draft, returned". */
void require_state(struct problems *problems, const char *state, const char *allowed);

/* PERIOD_REVERSED if what lasts until and with `to` ends before it begins. */
void require_order(struct problems *problems, int32_t from, int32_t to, const char *pointer);

/* DATE_FUTURE of what is said to have happened after today, DATE_PASSED of what is to happen and
 * would be before. */
void require_not_future(struct problems *problems, int32_t day, int32_t today, const char *pointer);
void require_not_passed(struct problems *problems, int32_t day, int32_t today, const char *pointer);

#endif
