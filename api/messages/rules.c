#include "api/messages/messages.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"

const char *message_side(const struct caller *caller)
{
	return strcmp(caller->kind, "county") == 0 ? "county" : "applicant";
}

static const struct message_document *find(const struct new_message_facts *facts, int64_t id)
{
	for (size_t i = 0; i < facts->n_documents; i++)
		if (facts->documents[i].id == id)
			return &facts->documents[i];
	return NULL;
}

static void check_documents(const struct new_message_facts *facts,
			    const struct new_message_input *input, struct problems *problems)
{
	for (size_t i = 0; i < input->n_document_ids; i++) {
		const struct message_document *document = find(facts, input->document_ids[i]);
		const char *pointer = arena_printf(problems->arena, "#/documentIds/%zu", i);

		if (document == NULL)
			problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, pointer, "documentId",
				     NULL);
		else if (strcmp(document->state, "clean") != 0)
			problems_add(problems, PROBLEM_DOCUMENT_NOT_CLEAN, pointer,
				     arena_printf(problems->arena, "@%s", document->state),
				     NULL);
		else if (strcmp(document->access, "party") != 0 && !input->is_internal)
			problems_add(problems, PROBLEM_MESSAGE_DOCUMENT, pointer, NULL, NULL);
	}
}

void decide_send_message(const struct new_message_facts *facts,
			 const struct new_message_input *input, struct problems *problems)
{
	bool is_county = strcmp(message_side(&facts->caller), "county") == 0;

	require_person(&facts->caller, problems);
	if (strcmp(facts->state, "draft") == 0)
		problems_add(problems, PROBLEM_CASE_NOT_SUBMITTED, NULL, NULL, NULL);
	if (input == NULL)
		return;
	if (input->is_internal && !is_county)
		problems_add(problems, PROBLEM_REMARK_OF_PARTY, "#/isInternal", NULL, NULL);
	if (input->has_answer_by && (!is_county || input->is_internal))
		problems_add(problems, PROBLEM_ANSWER_DAY, "#/answerBy", NULL, NULL);
	else if (input->has_answer_by)
		require_not_passed(problems, input->answer_by, facts->today, "#/answerBy");
	check_documents(facts, input, problems);
}

void warn_of_message(const struct new_message_facts *facts, const struct new_message_input *input,
		     struct problems *warnings)
{
	if (facts->by_post_to != NULL && !input->is_internal)
		problems_add(warnings, PROBLEM_GOES_BY_POST, NULL, facts->by_post_to, NULL);
}

void decide_read_message(const struct message_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "sent");
	require_person(&facts->caller, problems);
	if (strcmp(facts->side, message_side(&facts->caller)) == 0)
		problems_add(problems, PROBLEM_OWN_MESSAGE, NULL, NULL, NULL);
}
