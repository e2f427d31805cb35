#include "api/bankfiles/bankfiles.h"

#include <inttypes.h>
#include <string.h>

#include "api/bankfiles/entries.h"
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
			     words_number(problems, line));
}

/* Kroner have no name. */
static bool is_same_money(const struct bankfile_payment *a, const struct bankfile_payment *b)
{
	return a->amount_ore == b->amount_ore && strcmp(a->reference, b->reference) == 0 &&
	       strcmp(a->currency == NULL ? "" : a->currency,
		      b->currency == NULL ? "" : b->currency) == 0;
}

static bool is_same(const struct bankfile_payment *a, const struct bankfile_payment *b)
{
	return a->booked_on == b->booked_on && a->is_reversal == b->is_reversal &&
	       is_same_money(a, b);
}

static bool is_repeated(const struct bankfile *file, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (is_same(&file->payments[j], &file->payments[i]))
			return true;
	return false;
}

/* Of the file, or told by another. */
static bool is_reversed(const struct bankfile *file, size_t i, const struct bank_match *match)
{
	const struct bankfile_payment *payment = &file->payments[i];

	for (size_t j = 0; j < file->n; j++)
		if (file->payments[j].is_reversal && !payment->is_reversal &&
		    !(file->payments[j].is_out && file->payments[j].is_made) &&
		    file->payments[j].booked_on >= payment->booked_on &&
		    is_same_money(&file->payments[j], payment))
			return true;
	return match->is_reversed;
}

static struct owed *find_owed(struct owed *owed, size_t n, const char *kid)
{
	for (size_t i = 0; i < n; i++)
		if (owed[i].kid != NULL && strcmp(owed[i].kid, kid) == 0)
			return &owed[i];
	return NULL;
}

/* The one that the message names; NULL for none and for several. */
static struct owed *find_in_text(struct owed *owed, size_t n,
				 const struct bankfile_payment *payment, size_t *n_named_out)
{
	struct owed *found = NULL;

	*n_named_out = 0;
	for (size_t i = 0; i < payment->n_text_kids; i++) {
		struct owed *named = find_owed(owed, n, payment->text_kids[i]);

		if (named != NULL)
			found = named;
		*n_named_out += named != NULL;
	}
	return *n_named_out == 1 ? found : NULL;
}

/* Money out that takes back nothing that is known and names nothing that is owed. A made reference
 * says no more than that the texts are alike. */
static bool is_other(const struct bank_file_facts *facts, const struct bankfile *file, size_t i,
		     const struct bank_match *match)
{
	const struct bankfile_payment *payment = &file->payments[i];
	size_t n_named = 0;

	if (!payment->is_out || (match->is_reversing && !payment->is_made))
		return false;
	for (size_t j = 0; j < file->n && !payment->is_made; j++)
		if (!file->payments[j].is_reversal &&
		    file->payments[j].booked_on <= payment->booked_on &&
		    is_same_money(&file->payments[j], payment))
			return false;
	if (payment->kid != NULL)
		return find_owed(facts->owed, facts->n_owed, payment->kid) == NULL;
	find_in_text(facts->owed, facts->n_owed, payment, &n_named);
	return n_named == 0;
}

static bool is_payable(const struct owed *owed)
{
	return strcmp(owed->state, "invoiced") == 0 || strcmp(owed->state, "part_paid") == 0 ||
	       strcmp(owed->state, "paid") == 0 || strcmp(owed->state, "written_off") == 0;
}

/* Why what the file tells of is for a person to see, whatever is owed; NULL if it is not. */
static const char *why_no_payment(const struct bankfile_payment *payment,
				  const struct bank_match *match)
{
	if (payment->is_reversal)
		return "reversal";
	if (match->is_reversed)
		return "reversed";
	if (payment->currency != NULL)
		return "other_currency";
	if (payment->is_lump)
		return "parts_differ";
	return match->perhaps_id != 0 ? "perhaps_known" : NULL;
}

/* Why the payment is for a person to see; NULL if it pays what is owed. */
static const char *why_not(const struct owed *owed, size_t n_named,
			   const struct bankfile_payment *payment, int32_t today)
{
	if (payment->booked_on > today)
		return "not_booked";
	if (n_named > 1)
		return "several_kids";
	if (owed == NULL)
		return payment->kid == NULL ? "no_kid" : "kid_not_owed";
	if (!is_payable(owed) || (payment->kid == NULL && owed->open_ore <= 0))
		return "not_payable";
	return payment->booked_on < owed->raised_on ? "before_claim" : NULL;
}

/* Takes the payment from what the file has left open. */
static void match(struct owed *owed, size_t n, const struct bankfile_payment *payment,
		  int32_t today, struct bank_match *match_out)
{
	size_t n_named = 0;
	struct owed *paid = payment->kid != NULL ? find_owed(owed, n, payment->kid)
						 : find_in_text(owed, n, payment, &n_named);

	match_out->why = why_no_payment(payment, match_out);
	if (match_out->why == NULL)
		match_out->why = why_not(paid, n_named, payment, today);
	if (match_out->why != NULL)
		return;
	paid->open_ore -= payment->amount_ore;
	match_out->owed = paid;
}

static bool is_taken(const struct bank_match *matches, size_t n, int64_t entry_id)
{
	for (size_t i = 0; i < n; i++)
		if (matches[i].perhaps_id == entry_id)
			return true;
	return false;
}

/* What other files told of the payments. */
static void recall(const struct bank_file_facts *facts, const struct bankfile *file,
		   struct bank_match *matches)
{
	for (size_t i = 0; i < facts->n_known; i++)
		matches[facts->known[i]].is_known = true;
	for (size_t i = 0; i < facts->n_reversed; i++)
		matches[facts->reversed[i]].is_reversed = true;
	for (size_t i = 0; i < facts->n_reversing; i++)
		matches[facts->reversing[i]].is_reversing = true;
	for (size_t i = 0; i < facts->n_perhaps; i++) {
		const struct bank_perhaps *perhaps = &facts->perhaps[i];
		struct bank_match *m = &matches[perhaps->payment];

		if (m->perhaps_id == 0 && !is_repeated(file, (size_t)perhaps->payment) &&
		    !is_taken(matches, (size_t)perhaps->payment, perhaps->entry_id))
			m->perhaps_id = perhaps->entry_id;
	}
}

static void match_all(const struct bank_file_facts *facts, const struct bankfile *file,
		      struct bank_file_effects *effects, struct arena *arena)
{
	struct owed *owed = arena_alloc(arena, facts->n_owed * sizeof(*owed));

	if (facts->n_owed > 0)
		memcpy(owed, facts->owed, facts->n_owed * sizeof(*owed));
	effects->matches = arena_alloc(arena, file->n * sizeof(*effects->matches));
	recall(facts, file, effects->matches);
	for (size_t i = 0; i < file->n; i++) {
		const struct bankfile_payment *payment = &file->payments[i];
		struct bank_match *m = &effects->matches[i];

		m->is_skipped = is_other(facts, file, i, m);
		m->is_known = !m->is_skipped && (m->is_known || is_repeated(file, i));
		m->is_reversed = is_reversed(file, i, m);
		if (!m->is_known && !m->is_skipped)
			match(owed, facts->n_owed, payment, facts->today, m);
		effects->n_known += m->is_known;
		effects->n_skipped += m->is_skipped;
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
			     words_number(problems, facts->same_file), NULL);
	if (facts->other_account != NULL)
		problems_add(problems, PROBLEM_BANK_FILE_ACCOUNT, "#/content", facts->other_account,
			     NULL);
	if (!problems_any(problems))
		match_all(facts, &input->file, effects, problems->arena);
}

static void require_payment(const struct bank_entry_facts *facts, struct problems *problems)
{
	bool is_foreign = strcmp(facts->currency, "NOK") != 0;

	if (facts->is_reversal || is_foreign)
		problems_add(problems, PROBLEM_NO_PAYMENT, NULL,
			     facts->is_reversal ? "@reversal" : "@other-currency", NULL);
	if (facts->is_reversed)
		problems_add(problems, PROBLEM_PAYMENT_REVERSED, NULL,
			     words_number(problems, facts->reversed_by), NULL);
}

static bool is_early(const struct bank_entry_facts *facts)
{
	return (facts->why != NULL && strcmp(facts->why, "before_claim") == 0) ||
	       (facts->has_owed && facts->booked_on < facts->owed.raised_on);
}

/* Why it does not count for no reason. */
static void tell_doubts(const struct bank_entry_facts *facts, const char *pointer,
			struct problems *problems)
{
	if (facts->has_perhaps)
		problems_add(problems, PROBLEM_PERHAPS_COUNTED, pointer,
			     words_number(problems, facts->perhaps_id), NULL);
	if (is_early(facts))
		problems_add(problems, PROBLEM_BEFORE_CLAIM, pointer,
			     words_date(problems, facts->booked_on), NULL);
}

void warn_of_payment(const struct bank_entry_facts *facts, struct problems *warnings)
{
	if (strcmp(facts->state, "unmatched") == 0)
		tell_doubts(facts, NULL, warnings);
}

void decide_match(const struct bank_entry_facts *facts, const struct match_input *input,
		  struct problems *problems)
{
	require_state(problems, facts->state, "unmatched");
	require_payment(facts, problems);
	if (facts->booked_on > facts->today)
		problems_add(problems, PROBLEM_NOT_BOOKED, NULL,
			     words_date(problems, facts->booked_on), NULL);
	if (input == NULL)
		return;
	if (!facts->has_owed)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/copaymentId", "copaymentId",
			     NULL);
	else if (!is_payable(&facts->owed))
		problems_add(problems, PROBLEM_NOT_PAYABLE, "#/copaymentId",
			     arena_printf(problems->arena, "@%s", facts->owed.state), NULL);
	if (input->reason == NULL)
		tell_doubts(facts, "#/reason", problems);
}

static void require_uncounted(const struct bank_entry_facts *facts, struct problems *problems)
{
	if (facts->is_reversed_counted)
		problems_add(problems, PROBLEM_REVERSED_COUNTS, NULL,
			     words_number(problems, facts->reverses), NULL);
}

void decide_ignore(const struct bank_entry_facts *facts, const struct ignore_input *input,
		   struct problems *problems)
{
	require_state(problems, facts->state, "unmatched");
	if (input == NULL)
		return;
	if (input->has_reverses && !facts->has_reverses)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/reversesId", "reversesId",
			     NULL);
	if (input->has_reverses || !input->is_nothing)
		require_uncounted(facts, problems);
}

void decide_return_payment(const struct bank_entry_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "unmatched");
	require_uncounted(facts, problems);
}

void decide_split(const struct bank_entry_facts *facts, const struct split_input *input,
		  struct problems *problems)
{
	int64_t sum_ore = 0;

	require_state(problems, facts->state, "unmatched");
	require_payment(facts, problems);
	if (input == NULL)
		return;
	for (size_t i = 0; i < input->n; i++)
		sum_ore += input->amounts_ore[i];
	if (sum_ore != facts->amount_ore)
		problems_add(problems, PROBLEM_SPLIT_NOT_WHOLE, "#/amountsOre",
			     words_kroner(problems, sum_ore),
			     words_kroner(problems, facts->amount_ore));
	if (input->reason == NULL)
		tell_doubts(facts, "#/reason", problems);
}

/* Of a share without the payment; what was credited was so whether it was paid or not. */
static const char *state_without(const struct bank_entry_facts *facts)
{
	if (strcmp(facts->owed.state, "credited") == 0)
		return "credited";
	if (facts->owed.open_ore + facts->amount_ore <= 0)
		return "paid";
	return facts->paid_ore > facts->amount_ore ? "part_paid" : "invoiced";
}

void decide_reopen(const struct bank_entry_facts *facts, struct reopen_effects *effects,
		   struct problems *problems)
{
	require_state(problems, facts->state, "matched, ignored, returned");
	require_person(&facts->caller, problems);
	if (!facts->has_owed)
		return;
	if (facts->refunded_ore > 0 && facts->owed.open_ore + facts->amount_ore > 0)
		problems_add(problems, PROBLEM_REFUNDED_ON, NULL,
			     words_kroner(problems, facts->refunded_ore), NULL);
	if (facts->is_relief_asked)
		problems_add(problems, PROBLEM_RELIEF_ASKED, NULL, NULL, NULL);
	effects->owed_state = state_without(facts);
}
