#include "api/request/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* By the first part of a language range, "en" of "en-GB". */
static bool find_language(const char *range, enum language *language_out)
{
	static const struct {
		const char *name;
		enum language language;
	} known[] = {
		{"nb", LANGUAGE_NB},
		{"nn", LANGUAGE_NB},
		{"no", LANGUAGE_NB},
		{"en", LANGUAGE_EN},
	};
	size_t len = strcspn(range, "-;, \t");

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strlen(known[i].name) == len && strncasecmp(range, known[i].name, len) == 0) {
			*language_out = known[i].language;
			return true;
		}
	return false;
}

/* The weight of a range in thousandths: 1000 if it has none, 0 if it is not sound. */
static int weight_of(const char *range)
{
	const char *at = range + strcspn(range, ";,");
	int weight = 0;

	if (*at != ';')
		return 1000;
	at++;
	at += strspn(at, " \t");
	if (strncasecmp(at, "q=", 2) != 0)
		return 0;
	at += strlen("q=");
	if (*at == '1')
		return 1000;
	if (strncmp(at, "0.", 2) != 0)
		return 0;
	at += strlen("0.");
	for (int unit = 100; unit > 0 && *at >= '0' && *at <= '9'; unit /= 10)
		weight += (*at++ - '0') * unit;
	return weight;
}

enum language language_choose(const char *accept)
{
	enum language best = LANGUAGE_NB, language;
	int best_weight = 0;

	if (accept == NULL)
		return best;
	for (const char *range = accept; *range != '\0'; range += strcspn(range, ",")) {
		range += strspn(range, ", \t");
		if (find_language(range, &language) && weight_of(range) > best_weight) {
			best = language;
			best_weight = weight_of(range);
		}
	}
	return best;
}
