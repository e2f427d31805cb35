#include "api/problems/problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"

#define POINTER_SIZE 200

struct problem_info {
	const char *slug;
	int status;
	const char *title[2];
	const char *text[2];
};

static const struct problem_info infos[PROBLEM_COUNT] = {
#define X(name, slug, status, title_nb, title_en, text_nb, text_en)                                \
	[PROBLEM_##name] = {slug, status, {title_nb, title_en}, {text_nb, text_en}},
#include "api/problems/problems.def"
#include "api/problems/rules.def"
#undef X
};

void problems_init(struct problems *problems, struct arena *arena)
{
	*problems = (struct problems){.arena = arena};
}

static struct problem *append(struct problems *problems)
{
	if (problems->n == problems->cap) {
		size_t cap = problems->cap == 0 ? 8 : 2 * problems->cap;
		struct problem *list = arena_alloc(problems->arena, cap * sizeof(*list));

		if (problems->n > 0)
			memcpy(list, problems->list, problems->n * sizeof(*list));
		problems->list = list;
		problems->cap = cap;
	}
	return &problems->list[problems->n++];
}

static const char *copy(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_strdup(arena, text);
}

void problems_add(struct problems *problems, enum problem_code code, const char *pointer,
		  const char *arg0, const char *arg1)
{
	*append(problems) = (struct problem){
		.code = code,
		.pointer = copy(problems->arena, pointer),
		.args = {copy(problems->arena, arg0), copy(problems->arena, arg1)},
	};
}

void problems_forbid(struct problems *problems, const char *const *roles)
{
	problems_add(problems, PROBLEM_FORBIDDEN, NULL, words_roles(problems, roles), NULL);
	problems->roles = roles;
}

/* At the end of a text that was cut. */
static void drop_half_character(char *text)
{
	size_t len = strlen(text);
	size_t whole = 0;

	for (size_t n = 1; n > 0; whole += n)
		n = utf8_char_len(text + whole, len - whole);
	text[whole] = '\0';
}

void problems_at(struct problems *problems, enum problem_code code, const char *arg0,
		 const char *arg1, const char *format, ...)
{
	char pointer[POINTER_SIZE];
	va_list args;

	va_start(args, format);
	vsnprintf(pointer, sizeof(pointer), format, args);
	va_end(args);
	drop_half_character(pointer);
	problems_add(problems, code, pointer, arg0, arg1);
}

enum problem_code problems_main(const struct problems *problems)
{
	MUST(problems->n > 0);
	if (problem_status(problems->list[0].code) != 422)
		return problems->list[0].code;
	for (size_t i = 0; i < problems->n; i++)
		if (problem_status(problems->list[i].code) != 422)
			return problems->list[i].code;
	if (problems->n == 1 && problems->list[0].pointer == NULL)
		return problems->list[0].code;
	return PROBLEM_VALIDATION_FAILED;
}

int problem_status(enum problem_code code)
{
	return infos[code].status;
}

const char *problem_slug(enum problem_code code)
{
	return infos[code].slug;
}

const char *problem_title(enum problem_code code, enum language language)
{
	return infos[code].title[language];
}

static const struct {
	const char *key;
	const char *text[2];
} words[] = {
#define W(key, nb, en) {key, {nb, en}},
#include "api/problems/words.def"
#undef W
};

const char *problem_word(const char *key, size_t len, enum language language)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncmp(words[i].key, key, len) == 0 && words[i].key[len] == '\0')
			return words[i].text[language];
	return NULL;
}

/* As it is written in a text: 22.01.2027, 22 January 2027. */
static void write_day(int32_t days, enum language language, struct buf *out)
{
	static const char *const months[] = {
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	};
	struct date_ymd date = date_to_ymd(days);

	if (language == LANGUAGE_NB)
		buf_addf(out, "%02d.%02d.%04d", date.day, date.month, date.year);
	else
		buf_addf(out, "%d %s %d", date.day, months[date.month - 1], date.year);
}

enum { DATE_LENGTH = 10, MOMENT_LENGTH = 16 };

static bool is_clock(const char *text)
{
	static const char form[] = " 00:00";
	size_t i = 0;

	while (form[i] != '\0' &&
	       (form[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == form[i]))
		i++;
	return form[i] == '\0';
}

/* "2027-01-22 01:00" at the beginning of a text: 22.01.2027 kl. 01.00, 22 January 2027 at 01:00. */
static bool write_moment(const char *text, enum language language, struct buf *out)
{
	char date[DATE_LENGTH + 1];
	const char *clock = text + DATE_LENGTH;
	int32_t days;

	if (strnlen(text, MOMENT_LENGTH) < MOMENT_LENGTH || !is_clock(clock))
		return false;
	memcpy(date, text, DATE_LENGTH);
	date[DATE_LENGTH] = '\0';
	if (!num_date(date, &days))
		return false;
	write_day(days, language, out);
	buf_adds(out, language == LANGUAGE_NB ? " kl. " : " at ");
	buf_add(out, clock + 1, 2);
	buf_addc(out, language == LANGUAGE_NB ? '.' : ':');
	buf_add(out, clock + 4, 2);
	return true;
}

/* What is a date of ISO 8601 is told as a day, and a time in it as a time; anything else stands as
 * it is. */
static void write_plain(const char *text, enum language language, struct buf *out)
{
	int32_t days;

	if (num_date(text, &days)) {
		write_day(days, language, out);
		return;
	}
	while (*text != '\0')
		if (write_moment(text, language, out))
			text += MOMENT_LENGTH;
		else
			buf_addc(out, *text++);
}

/* What has no row stands as it is. */
static void write_word(const char *key, size_t len, enum language language, struct buf *out)
{
	const char *word = problem_word(key, len, language);

	if (word != NULL)
		buf_adds(out, word);
	else
		buf_add(out, key, len);
}

/* "@draft, returned" is a choice of words of ours, "@too_large 1000" a word and what it is about;
 * anything else stands as it is. */
static void write_arg(const char *arg, enum language language, struct buf *out)
{
	static const char *const or[2] = {" eller ", " or "};
	const char *word;

	if (arg == NULL || *arg != '@') {
		write_plain(arg == NULL ? "?" : arg, language, out);
		return;
	}
	for (arg++; *arg != '\0';) {
		size_t len = strcspn(arg, ", ");

		write_word(arg, len, language, out);
		arg += len;
		if (*arg == ' ') {
			buf_addc(out, ' ');
			word = problem_word(arg + 1, strlen(arg + 1), language);
			write_plain(word == NULL ? arg + 1 : word, language, out);
			return;
		}
		arg += strspn(arg, ", ");
		if (*arg != '\0')
			buf_adds(out, strchr(arg, ',') == NULL ? or[language] : ", ");
	}
}

void problem_text(const struct problem *problem, enum language language, struct buf *out)
{
	const char *at = infos[problem->code].text[language];

	while (*at != '\0') {
		size_t len = strcspn(at, "{");

		buf_add(out, at, len);
		at += len;
		if (*at == '{') {
			write_arg(problem->args[at[1] - '0'], language, out);
			at += strlen("{0}");
		}
	}
}

void json_write_string(const char *text, struct buf *out)
{
	buf_addc(out, '"');
	for (const char *c = text; *c != '\0'; c++) {
		if (*c == '"' || *c == '\\')
			buf_addf(out, "\\%c", *c);
		else if ((unsigned char)*c < 0x20)
			buf_addf(out, "\\u%04x", (unsigned)(unsigned char)*c);
		else
			buf_addc(out, *c);
	}
	buf_addc(out, '"');
}

static void write_member(const char *name, const char *text, struct buf *out)
{
	buf_addf(out, ",\"%s\":", name);
	json_write_string(text, out);
}

void problem_write_text(const struct problem *problem, enum language language, struct buf *out)
{
	struct buf text;

	buf_init(&text, BUF_UNBOUNDED);
	problem_text(problem, language, &text);
	json_write_string(buf_text(&text), out);
	buf_fini(&text);
}

static void write_detail(const struct problem *problem, enum language language, struct buf *out)
{
	buf_adds(out, ",\"detail\":");
	problem_write_text(problem, language, out);
}

void problems_write_list(const struct problems *problems, enum language language, struct buf *out)
{
	buf_addc(out, '[');
	for (size_t i = 0; i < problems->n; i++) {
		const struct problem *problem = &problems->list[i];

		buf_addf(out, "%s{\"code\":\"%s\"", i == 0 ? "" : ",", problem_slug(problem->code));
		if (problem->pointer != NULL)
			write_member("pointer", problem->pointer, out);
		write_detail(problem, language, out);
		buf_addc(out, '}');
	}
	buf_addc(out, ']');
}

static void write_roles(const char *const *roles, struct buf *out)
{
	buf_adds(out, ",\"roles\":[");
	for (const char *const *role = roles; *role != NULL; role++)
		buf_addf(out, "%s\"%s\"", role == roles ? "" : ",", *role);
	buf_addc(out, ']');
}

void problems_write(const struct problems *problems, enum language language, const char *instance,
		    const char *trace, struct buf *out)
{
	enum problem_code code = problems_main(problems);
	struct problem all = {.code = code};

	for (size_t i = 0; i < problems->n && code != PROBLEM_VALIDATION_FAILED; i++)
		if (problems->list[i].code == code) {
			all = problems->list[i];
			break;
		}
	buf_addf(out, "{\"type\":\"/problems/%s\",\"code\":\"%s\",\"status\":%d",
		 problem_slug(code), problem_slug(code), problem_status(code));
	write_member("title", problem_title(code, language), out);
	write_detail(&all, language, out);
	write_member("instance", instance, out);
	if (trace != NULL)
		write_member("traceId", trace, out);
	if (code == PROBLEM_FORBIDDEN && problems->roles != NULL)
		write_roles(problems->roles, out);
	buf_adds(out, ",\"errors\":");
	problems_write_list(problems, language, out);
	buf_addc(out, '}');
}
