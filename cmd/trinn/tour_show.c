#include "cmd/trinn/tour_show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/trinn/say.h"
#include "lib/base/date.h"
#include "lib/base/num.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"

#define LINE_MAX_BYTES (64 * 1024)
#define WORDS_COLUMNS 38
#define REQUEST_COLUMNS 40

static const char *text_of(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text != NULL ? text : "";
}

size_t tour_count_columns(const char *text)
{
	size_t columns = 0, rest = strlen(text), len;

	while ((len = utf8_char_len(text, rest)) > 0) {
		text += len;
		rest -= len;
		columns++;
	}
	return columns;
}

/* `text` and two spaces, or more up to that many columns and two. */
static void add_column(struct buf *line, const char *text, size_t columns)
{
	size_t used = tour_count_columns(text);

	buf_adds(line, text);
	buf_addf(line, "%*s", (int)(used < columns ? columns - used : 0) + 2, "");
}

/* "hub_editor" is "hub editor". */
static void add_role(struct buf *line, const char *role)
{
	for (; *role != '\0'; role++)
		buf_addc(line, *role == '_' ? ' ' : *role);
}

/* Asks the API who that is: "Kari Solbakken, caseworker". The organisation is told at the first
 * time only. */
static bool introduce(struct tour *tour, const char *subject)
{
	const struct tour_request request = {subject, "GET", "/v1/me", NULL, NULL};
	struct tour_answer answer;
	const json_t *assignment;
	struct buf line;

	if (!tour_send(tour, &request, &answer))
		return false;
	assignment = tour_find(tour, answer.json, "assignments.0");
	buf_init(&line, LINE_MAX_BYTES);
	buf_addf(&line, "%s, ", text_of(json_object_get(answer.json, "person"), "name"));
	add_role(&line, text_of(assignment, "role"));
	json_object_set_new(tour->people, subject, json_string(buf_text(&line)));
	say("%s, %s", buf_text(&line),
	    text_of(json_object_get(assignment, "organisation"), "name"));
	buf_fini(&line);
	json_decref(answer.json);
	return true;
}

static bool show_person(struct tour *tour, const char *subject)
{
	const char *text = json_string_value(json_object_get(tour->people, subject));

	if (tour->subject != NULL && strcmp(tour->subject, subject) == 0)
		return true;
	tour->subject = subject;
	if (text == NULL)
		return introduce(tour, subject);
	say("%s", text);
	return true;
}

/* 9000050 is "NOK 90 000,50". */
static void add_amount(struct buf *line, int64_t ore)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, ore / 100);

	buf_adds(line, "NOK ");
	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0)
			buf_addc(line, ' ');
		buf_addc(line, digits[i]);
	}
	if (ore % 100 != 0)
		buf_addf(line, ",%02d", (int)(ore % 100));
}

/* 1234 is "12,3 %". */
static void add_share(struct buf *line, int64_t basis_points)
{
	int64_t tenths = (llabs(basis_points) + 5) / 10;

	buf_addf(line, "%s%" PRId64 ",%" PRId64 " %%", basis_points < 0 ? "-" : "", tenths / 10,
		 tenths % 10);
}

static void add_integer(struct buf *line, const char *path, int64_t value)
{
	if (text_ends_in(path, "Ore"))
		add_amount(line, value);
	else if (text_ends_in(path, "BasisPoints"))
		add_share(line, value);
	else
		buf_addf(line, "%" PRId64, value);
}

void tour_add_value(struct buf *line, const char *path, const json_t *value)
{
	char date[DATE_TEXT_SIZE];
	int32_t days;

	if (json_is_integer(value)) {
		add_integer(line, path, json_integer_value(value));
	} else if (json_is_boolean(value)) {
		buf_adds(line, json_is_true(value) ? "yes" : "no");
	} else if (json_is_array(value)) {
		buf_addf(line, "%zu", json_array_size(value));
	} else if (json_is_string(value) && num_date(json_string_value(value), &days)) {
		date_format_norwegian(days, date);
		buf_adds(line, date);
	} else {
		buf_adds(line, json_is_string(value) ? json_string_value(value) : "-");
	}
}

static void add_shown(struct tour *tour, const char *template, json_t *found, struct buf *line)
{
	for (;;) {
		const char *begin = strchr(template, '{');
		const char *end = begin != NULL ? strchr(begin, '}') : NULL;
		const char *path;

		if (end == NULL)
			break;
		buf_add(line, template, (size_t)(begin - template));
		path = arena_strndup(tour->arena, begin + 1, (size_t)(end - begin - 1));
		tour_add_value(line, path, tour_find(tour, found, path));
		template = end + 1;
	}
	buf_adds(line, template);
}

static void show_faults(const json_t *problem)
{
	json_t *error;
	size_t i;

	json_array_foreach(json_object_get(problem, "errors"), i, error)
	{
		const char *pointer = text_of(error, "pointer");

		say("        %s%s%s", pointer, *pointer != '\0' ? ": " : "",
		    text_of(error, "detail"));
	}
}

/* The query is left out: its values are ids and years. */
static const char *shorten(struct tour *tour, const struct tour_request *request)
{
	size_t len = strcspn(request->path, "?");

	return arena_printf(tour->arena, "%s %.*s%s", request->method, (int)len,
			    request->path, request->path[len] == '?' ? "?.." : "");
}

static void show_step(struct tour *tour, json_t *step, const struct tour_request *request,
		      const struct tour_answer *answer)
{
	struct buf line;

	buf_init(&line, LINE_MAX_BYTES);
	buf_addf(&line, "%4d  ", ++tour->number);
	add_column(&line, text_of(step, "say"), WORDS_COLUMNS);
	add_column(&line, shorten(tour, request), REQUEST_COLUMNS);
	buf_addf(&line, "%ld %4" PRId64 " ms  ", answer->status, (answer->took_us + 500) / 1000);
	if (answer->status >= 400)
		buf_adds(&line, text_of(answer->json, "code"));
	else if (answer->found != NULL)
		add_shown(tour, text_of(step, "show"), answer->found, &line);
	else if (json_object_get(step, "find") != NULL)
		buf_adds(&line, "none");
	while (line.len > 0 && line.data[line.len - 1] == ' ')
		line.len--;
	say("%.*s", (int)line.len, buf_text(&line));
	buf_fini(&line);
}

bool tour_show(struct tour *tour, json_t *step, const struct tour_request *request,
	       const struct tour_answer *answer)
{
	json_t *table = json_object_get(step, "table");

	if (!show_person(tour, request->subject))
		return false;
	show_step(tour, step, request, answer);
	if (answer->status >= 400)
		show_faults(answer->json);
	else if (json_is_true(json_object_get(step, "print")))
		say("\n%s", answer->text);
	else if (table != NULL)
		tour_print_table(tour, table, answer->json);
	return true;
}
