#include "api/setup/retention.h"

#include <string.h>

/* Only aid has a day on which it was given, and only accounts a year. */
void decide_retention_class(const struct setup_facts *facts, const void *content,
			    struct problems *problems)
{
	const struct retention_class_input *input = content;
	const char *of = "aid";

	(void)facts;
	if (strcmp(input->counted_from, "closing") == 0)
		return;
	if (strcmp(input->counted_from, "accounting_year") == 0)
		of = "accounts";
	if (strcmp(input->covers, of) != 0)
		problems_add(problems, PROBLEM_RETENTION_START, "#/countedFrom", NULL, NULL);
}
