#include "api/documents/documents.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/format/line.h"

static bool has_suffix(const char *name, const char *suffix)
{
	size_t name_len = strlen(name);
	size_t len = strlen(suffix);

	return name_len > len + 1 && name[name_len - len - 1] == '.' &&
	       strcasecmp(name + name_len - len, suffix) == 0;
}

/* What a reader of files can keep it by: no path, and more than blanks before the suffix. */
static bool is_file_name(const char *name)
{
	return line_is_plain(name) && strpbrk(name, "/\\") == NULL &&
	       name[strspn(name, " ")] != '.';
}

static void check_name(const struct new_document_facts *facts, const char *name,
		       struct problems *problems)
{
	if (!is_file_name(name)) {
		problems_add(problems, PROBLEM_FILE_NAME_PLAIN, "#/title", NULL, NULL);
		return;
	}
	for (size_t i = 0; i < facts->n_suffixes; i++)
		if (has_suffix(name, facts->suffixes[i]))
			return;
	problems_add(problems, PROBLEM_FILE_NAME, "#/title",
		     words_list(problems, facts->suffixes, facts->n_suffixes), NULL);
}

static void check_room(const struct new_document_facts *facts,
		       const struct new_document_input *input, struct problems *problems)
{
	if (input->size_bytes > facts->bytes_max)
		problems_add(problems, PROBLEM_DOCUMENT_TOO_LARGE, "#/sizeBytes",
			     words_number(problems, facts->bytes_max), NULL);
	else if (facts->case_count >= facts->case_count_max ||
		 input->size_bytes > facts->case_bytes_max - facts->case_bytes)
		problems_add(problems, PROBLEM_CASE_FULL, NULL,
			     words_number(problems, facts->case_count_max),
			     words_number(problems, facts->case_bytes_max));
}

static bool is_internal(const char *access)
{
	return access != NULL && strcmp(access, "county") == 0;
}

void decide_add_document(const struct new_document_facts *facts,
			 const struct new_document_input *input, struct problems *problems)
{
	if (facts->n_suffixes == 0)
		problems_add(problems, PROBLEM_MEDIA_TYPE_NOT_TAKEN, "#/mediaType",
			     words_list(problems, facts->taken, facts->n_taken), NULL);
	else
		check_name(facts, input->title, problems);
	check_room(facts, input, problems);
	if (is_internal(input->access) && strcmp(facts->caller.kind, "county") != 0)
		problems_add(problems, PROBLEM_ACCESS_OF_SENDER, "#/access", NULL, NULL);
}

void decide_put_chunk(const struct chunk_facts *facts, const struct chunk_input *input,
		      struct problems *problems)
{
	const char *number = words_number(problems, input->number);

	require_state(problems, facts->state, "receiving");
	if ((int64_t)input->bytes != facts->bytes)
		problems_add(problems, PROBLEM_CHUNK_LENGTH, NULL, number,
			     words_number(problems, facts->bytes));
	else if (facts->sha256 != NULL && strcmp(facts->sha256, input->sha256) != 0)
		problems_add(problems, PROBLEM_CHUNK_DIFFERS, NULL, number, NULL);
}

void decide_complete_document(const struct document_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "receiving");
	if (strcmp(facts->state, "receiving") == 0 && facts->received < facts->chunks)
		problems_add(problems, PROBLEM_CHUNKS_MISSING, NULL,
			     words_number(problems, facts->received),
			     words_number(problems, facts->chunks));
}

void decide_discard_document(const struct document_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "receiving, scanning, clean");
	if (!facts->is_unsent)
		problems_add(problems, PROBLEM_DOCUMENT_SENT, NULL, NULL, NULL);
	else if (facts->is_partners_paper)
		problems_add(problems, PROBLEM_PAPER_OF_PARTNER, NULL, NULL, NULL);
}

void decide_classify_document(const struct document_facts *facts,
			      const struct classification_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "scanning, clean");
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (facts->holds_fnr && input->exemption == NULL)
		problems_add(problems, PROBLEM_FNR_EXEMPT, "#/exemption", NULL, NULL);
	if (!is_internal(input->access))
		return;
	if (!facts->is_of_county)
		problems_add(problems, PROBLEM_ACCESS_OF_SENDER, "#/access", NULL, NULL);
	else if (facts->is_sent)
		problems_add(problems, PROBLEM_ACCESS_OF_RECIPIENT, "#/access", NULL, NULL);
}

struct settlement settle_document(const struct inspection *seen)
{
	if (seen->virus != NULL)
		return (struct settlement){"infected", seen->virus, false};
	if (seen->declared_sha256 != NULL && strcmp(seen->declared_sha256, seen->sha256) != 0)
		return (struct settlement){"refused", "sha256", false};
	if (!words_contain(seen->contents, seen->n_contents, seen->content))
		return (struct settlement){"refused", "type", false};
	if (seen->holds_fnr && !seen->may_hold_fnr)
		return (struct settlement){"refused", "fnr", false};
	return (struct settlement){"clean", NULL, seen->holds_fnr};
}
