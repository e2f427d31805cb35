/* Which format a reader wants. */
#include <string.h>

#include "api/reports/reports.h"
#include "lib/format/weight.h"

static const struct {
	const char *name;
	const char *range;
	const char *media_type;
} formats[] = {
	[REPORT_JSON] = {"json", "application/json", "application/json"},
	[REPORT_CSV] = {"csv", "text/csv", "text/csv; charset=utf-8; header=present"},
	[REPORT_TEXT] = {"text", "text/plain", "text/plain; charset=utf-8"},
};

const char *report_media_type(enum report_format format)
{
	return formats[format].media_type;
}

/* How closely a media range names the type: 3 itself, 2 its group, 1 all types, 0 not. */
static int closeness(const char *range, size_t len, const char *type)
{
	size_t group_len = strcspn(type, "/") + 1;

	if (len == strlen("*/*") && memcmp(range, "*/*", len) == 0)
		return 1;
	if (len == group_len + 1 && range[group_len] == '*')
		return strncasecmp(range, type, group_len) == 0 ? 2 : 0;
	return len == strlen(type) && strncasecmp(range, type, len) == 0 ? 3 : 0;
}

static int wish_for(const char *accept, const char *type)
{
	int closest = 0;
	int wish = 0;

	while (*accept != '\0') {
		const char *range = accept + strspn(accept, " \t");
		size_t len = strcspn(range, ";, \t");
		int close = closeness(range, len, type);

		if (close > closest) {
			closest = close;
			wish = weight_read(range + len);
		}
		accept += strcspn(accept, ",");
		accept += *accept == ',';
	}
	return wish;
}

bool report_choose(const char *name, const char *accept, enum report_format *format_out)
{
	int most = 0;

	for (enum report_format format = REPORT_JSON; format <= REPORT_TEXT; format++) {
		int wish = WEIGHT_MAX;

		if (name != NULL)
			wish = strcmp(name, formats[format].name) == 0 ? WEIGHT_MAX : 0;
		else if (accept != NULL)
			wish = wish_for(accept, formats[format].range);
		if (wish > most) {
			most = wish;
			*format_out = format;
		}
	}
	return most > 0;
}
