#include "api/bankfiles/bankfiles.h"

#include <inttypes.h>
#include <string.h>

#include "api/problems/words.h"
#include "lib/base/arena.h"

static void check_content(const struct bank_file_input *input, struct problems *problems)
{
	int64_t line = (int64_t)input->line;

	if (!input->is_base64)
		problems_add(problems, PROBLEM_FIELD_FORMAT, "#/content", "@base64", NULL);
	else if (input->fault != BANKFILE_OK)
		problems_add(problems, PROBLEM_BANK_FILE, "#/content",
			     arena_printf(problems->arena, "@%s", bankfile_fault_key(input->fault)),
			     words_numbers(problems, &line, 1));
}

static bool is_same(const struct bankfile_payment *a, const struct bankfile_payment *b)
{
	return a->booked_on == b->booked_on && a->amount_ore == b->amount_ore &&
	       strcmp(a->reference, b->reference) == 0;
}

static bool is_repeated(const struct bankfile *file, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (is_same(&file->payments[j], &file->payments[i]))
			return true;
	return false;
}

static struct owed *find_owed(struct owed *owed, size_t n, const char *kid)
{
	for (size_t i = 0; kid != NULL && i < n; i++)
		if (owed[i].kid != NULL && strcmp(owed[i].kid, kid) == 0)
			return &owed[i];
	return NULL;
}

/* Takes the payment from what the file has left open; NULL if it is for a person to see. */
static const struct owed *match(struct owed *owed, int64_t amount_ore)
{
	if (owed == NULL || amount_ore > owed->open_ore ||
	    (strcmp(owed->state, "invoiced") != 0 && strcmp(owed->state, "part_paid") != 0))
		return NULL;
	owed->open_ore -= amount_ore;
	return owed;
}

static void match_all(const struct bank_file_facts *facts, const struct bankfile *file,
		      struct bank_file_effects *effects, struct arena *arena)
{
	struct owed *owed = arena_alloc(arena, facts->n_owed * sizeof(*owed));

	if (facts->n_owed > 0)
		memcpy(owed, facts->owed, facts->n_owed * sizeof(*owed));
	effects->matches = arena_alloc(arena, file->n * sizeof(*effects->matches));
	for (size_t i = 0; i < facts->n_known; i++)
		effects->matches[facts->known[i]].is_known = true;
	for (size_t i = 0; i < file->n; i++) {
		const struct bankfile_payment *payment = &file->payments[i];
		struct bank_match *m = &effects->matches[i];

		m->is_known = m->is_known || is_repeated(file, i);
		if (!m->is_known)
			m->owed = match(find_owed(owed, facts->n_owed, payment->kid),
					payment->amount_ore);
		effects->n_known += m->is_known;
		effects->n_matched += m->owed != NULL;
	}
}

void decide_read_bank_file(const struct bank_file_facts *facts, const struct bank_file_input *input,
			   struct bank_file_effects *effects, struct problems *problems)
{
	if (input == NULL)
		return;
	check_content(input, problems);
	if (facts->has_same_file)
		problems_add(problems, PROBLEM_BANK_FILE_KNOWN, NULL,
			     words_numbers(problems, &facts->same_file, 1), NULL);
	if (!problems_any(problems))
		match_all(facts, &input->file, effects, problems->arena);
}

void decide_match(const struct bank_entry_facts *facts, const struct match_input *input,
		  struct problems *problems)
{
	require_state(problems, facts->state, "unmatched");
	if (input == NULL)
		return;
	if (!facts->has_owed)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/copaymentId", "copaymentId",
			     NULL);
	else if (strcmp(facts->owed.state, "invoiced") != 0 &&
		 strcmp(facts->owed.state, "part_paid") != 0 &&
		 strcmp(facts->owed.state, "paid") != 0)
		problems_add(problems, PROBLEM_NOT_PAYABLE, "#/copaymentId",
			     arena_printf(problems->arena, "@%s", facts->owed.state), NULL);
}

void decide_dismiss(const struct bank_entry_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "unmatched");
}
