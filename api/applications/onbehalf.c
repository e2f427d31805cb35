#include "api/applications/onbehalf.h"

#include <string.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/problems/words.h"
#include "lib/json/shape.h"

static const struct shape_field facts_fields[] = {
	SHAPE_FIELD(struct on_behalf_facts, applicant_id, "applicantId", I64),
	SHAPE_FIELD(struct on_behalf_facts, is_hub, "isHub", BOOL),
	SHAPE_FIELD(struct on_behalf_facts, is_enrolled, "isEnrolled", BOOL),
	SHAPE_FIELD(struct on_behalf_facts, entry_days, "entryDays", I64),
};
const struct shape on_behalf_facts_shape = SHAPE(struct on_behalf_facts, facts_fields);

static const struct shape_field input_fields[] = {
	SHAPE_FIELD(struct on_behalf_input, orgnr, "orgnr", TEXT),
	SHAPE_FIELD(struct on_behalf_input, received_on, "receivedOn", DATE),
	SHAPE_FIELD(struct on_behalf_input, channel, "channel", TEXT),
	SHAPE_FIELD(struct on_behalf_input, authority, "authority", TEXT),
};
const struct shape on_behalf_input_shape = SHAPE(struct on_behalf_input, input_fields);

static const struct shape_field said_fields[] = {
	SHAPE_FIELD(struct said_input, received_on, "receivedOn", DATE),
	SHAPE_FIELD(struct said_input, channel, "channel", TEXT),
	SHAPE_FIELD(struct said_input, authority, "authority", TEXT),
	SHAPE_OR_NULL(struct said_input, reason, "reason", TEXT),
};
const struct shape said_shape = SHAPE(struct said_input, said_fields);

static bool enters(const struct caller *caller)
{
	return strcmp(caller->role, "caseworker") == 0 ||
	       strcmp(caller->role, "hub_signatory") == 0;
}

static void check_received(int32_t today, const struct on_behalf_facts *facts, int32_t received_on,
			   struct problems *problems)
{
	int32_t earliest = today - (int32_t)facts->entry_days;

	require_not_future(problems, received_on, today, "#/onBehalf/receivedOn");
	if (received_on < earliest)
		problems_add(problems, PROBLEM_ENTERED_LATE, "#/onBehalf/receivedOn",
			     words_date(problems, earliest), NULL);
}

void check_entering(const struct caller *caller, int32_t today,
		    const struct on_behalf_facts *facts, const struct on_behalf_input *input,
		    struct problems *problems)
{
	require_person(caller, problems);
	if (!enters(caller))
		problems_add(problems, PROBLEM_NOT_ENTERING, "#/onBehalf", NULL, NULL);
	if (facts == NULL) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/onBehalf/orgnr", "orgnr",
			     NULL);
		return;
	}
	if (facts->is_hub)
		problems_add(problems, PROBLEM_APPLIES_ITSELF, "#/onBehalf/orgnr", NULL, NULL);
	else if (strcmp(caller->kind, "hub") == 0 && !facts->is_enrolled)
		problems_add(problems, PROBLEM_NOT_ENROLLED_HERE, "#/onBehalf/orgnr", NULL, NULL);
	check_received(today, facts, input->received_on, problems);
}

void check_said(const struct said_input *input, int32_t since, int32_t today,
		struct problems *problems)
{
	require_not_future(problems, input->received_on, today, "#/receivedOn");
	if (input->received_on < since)
		problems_add(problems, PROBLEM_SAID_BEFORE, "#/receivedOn",
			     words_date(problems, since), NULL);
}
