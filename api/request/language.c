#include "api/request/language.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "lib/format/weight.h"

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

enum language language_choose(const char *accept)
{
	enum language best = LANGUAGE_NB, language;
	int best_weight = 0;

	if (accept == NULL)
		return best;
	for (const char *range = accept; *range != '\0'; range += strcspn(range, ",")) {
		range += strspn(range, ", \t");
		if (find_language(range, &language) && weight_read(range) > best_weight) {
			best = language;
			best_weight = weight_read(range);
		}
	}
	return best;
}
