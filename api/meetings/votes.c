/* Proposals and votes: who votes on what, and what it comes to. */
#include "api/meetings/votes.h"

#include <inttypes.h>
#include <string.h>

#include "api/meetings/meetings.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/text.h"

static const struct voter *find_voter(const struct meeting_facts *facts, int64_t person_id)
{
	for (size_t i = 0; facts->has_item && i < facts->item.n_voters; i++)
		if (facts->item.voters[i].person_id == person_id)
			return &facts->item.voters[i];
	return NULL;
}

static bool votes(const struct meeting_facts *facts, int64_t person_id)
{
	const struct voter *voter = find_voter(facts, person_id);

	return voter != NULL && voter->votes;
}

static void require_open(const struct meeting_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "open");
	require_person(&facts->caller, problems);
}

/* `pointer` is to what names the item. */
static void require_listed(const struct meeting_facts *facts, const char *pointer,
			   struct problems *problems)
{
	if (strcmp(facts->item.state, "listed") != 0)
		problems_add(problems, PROBLEM_ITEM_SETTLED, pointer, NULL, NULL);
	else if (!facts->item.is_as_sent)
		problems_add(problems, PROBLEM_CASE_CHANGED, pointer, NULL, NULL);
}

/* What is given is decided as the application was, so that it is no more than was applied for. */
static void check_given_ore(const struct meeting_item *item, const struct appeal_stake *stake,
			    const struct proposal_input *input, struct problems *problems)
{
	check_gain(stake, input->outcome, input->amount_ore, problems);
	if (input->amount_ore > item->applied_ore)
		problems_add(problems, PROBLEM_AMOUNT_NOT_FULL, "#/amountOre",
			     words_kroner(problems, item->applied_ore), NULL);
}

/* Of an appeal: as it may be answered, by what the body may decide. */
static void check_answer(const struct meeting_item *item, const struct proposal_input *input,
			 struct problems *problems)
{
	const struct item_appeal *appeal = &item->appeal;

	check_county_outcome(&appeal->stake, input->outcome, problems);
	if (!appeal_allows(input->outcome)) {
		if (input->amount_ore != 0)
			problems_add(problems, PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre", NULL,
				     NULL);
		return;
	}
	check_given_ore(item, &appeal->stake, input, problems);
	if (input->amount_ore > appeal->limit_ore || item->applied_ore > appeal->limit_ore)
		problems_add(problems, PROBLEM_OVER_LIMIT, "#/amountOre", appeal->body,
			     words_kroner(problems, appeal->limit_ore));
}

/* The appeals board is the last that an appeal goes to. */
static void check_not_forwarded(const struct proposal_input *input, struct problems *problems)
{
	if (text_is(input->outcome, "forwarded"))
		problems_add(problems, PROBLEM_ITEM_OUTCOME, "#/outcome", NULL, NULL);
}

/* What was refused is taken up as it was asked for, or not. */
static void check_refusal_answer(const struct item_appeal *appeal,
				 const struct proposal_input *input, struct problems *problems)
{
	bool is_over = appeal_allows(input->outcome) && appeal->stake_ore > appeal->limit_ore;

	if (input->has_amount && input->amount_ore != 0)
		problems_add(problems, PROBLEM_APPEAL_OF_REFUSAL, "#/amountOre", NULL, NULL);
	if (appeal->is_of_board) {
		check_not_forwarded(input, problems);
		return;
	}
	check_county_outcome(&appeal->stake, input->outcome, problems);
	if (is_over)
		problems_add(problems, PROBLEM_OVER_LIMIT, "#/outcome", appeal->body,
			     words_kroner(problems, appeal->limit_ore));
}

/* Before the appeals board, which may set an amount lower too (fvl. § 34 third paragraph). */
static void check_board_answer(const struct meeting_item *item, const struct proposal_input *input,
			       struct problems *problems)
{
	const struct item_appeal *appeal = &item->appeal;
	struct appeal_stake stake = appeal->stake;
	bool allows = appeal_allows(input->outcome);

	stake.lifts = input->n_lifts > 0;
	check_not_forwarded(input, problems);
	if (allows && appeal->is_of_dismissal)
		problems_add(problems, PROBLEM_APPEAL_OF_DISMISSAL, "#/outcome", NULL, NULL);
	else if (allows)
		check_given_ore(item, &stake, input, problems);
	else if (input->amount_ore == 0)
		return;
	else if (appeal->is_of_dismissal || !text_is(input->outcome, "not_allowed"))
		problems_add(problems, PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre", NULL, NULL);
	else if (input->amount_ore >= stake.decided_ore)
		problems_add(problems, PROBLEM_APPEAL_NOT_LOWER, "#/amountOre",
			     words_kroner(problems, stake.decided_ore), NULL);
}

/* Only the appeals board says what is asked, in the meeting, and of a decision: others answer as it
 * was proposed. */
static bool sets_terms(const struct meeting_item *item, const char *outcome)
{
	return item->is_appeal && item->appeal.is_of_board && !item->appeal.is_of_refusal &&
	       appeal_allows(outcome);
}

static void check_lifts(const struct meeting_item *item, const struct proposal_input *input,
			struct problems *problems)
{
	bool may_lift = sets_terms(item, input->outcome);

	if (input->n_lifts > 0 && !may_lift)
		problems_add(problems, PROBLEM_APPEAL_CONDITIONS, "#/liftedConditions", NULL, NULL);
	for (size_t i = 0; may_lift && i < input->n_lifts; i++)
		if (!contains_number(item->appeal.standing, item->appeal.n_standing,
				     input->lifts[i]))
			problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, "liftedConditions", NULL,
				    "#/liftedConditions/%zu", i);
}

/* The kind of item that an outcome is of. */
static const char *kind_of(const char *outcome)
{
	static const struct {
		const char *outcome, *kind;
	} others[] = {
		{"allowed", "appeal"},	  {"allowed_in_part", "appeal"}, {"not_allowed", "appeal"},
		{"forwarded", "appeal"},  {"sent_back", "appeal"},	 {"approved", "amendment"},
		{"refused", "amendment"}, {"reversed", "reversal"},	 {"stands", "reversal"},
	};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (text_is(outcome, others[i].outcome))
			return others[i].kind;
	return "application";
}

/* A full grant is the amount applied for, a part grant less, a refusal nothing. */
static void check_amount(const struct proposal_input *input, int64_t applied_ore,
			 struct problems *problems)
{
	const char *kroner = words_kroner(problems, applied_ore);

	if (strcmp(input->outcome, "granted") == 0) {
		if (input->amount_ore != applied_ore)
			problems_add(problems, PROBLEM_AMOUNT_NOT_FULL, "#/amountOre", kroner,
				     NULL);
	} else if (strcmp(input->outcome, "part_granted") == 0) {
		if (input->amount_ore == 0)
			problems_add(problems, PROBLEM_AMOUNT_MISSING, "#/amountOre", NULL, NULL);
		else if (input->amount_ore >= applied_ore)
			problems_add(problems, PROBLEM_AMOUNT_NOT_PART, "#/amountOre", kroner,
				     NULL);
	} else if (input->amount_ore != 0) {
		problems_add(problems, PROBLEM_AMOUNT_NOT_ALLOWED, "#/amountOre", NULL, NULL);
	}
}

/* An amendment is approved as it is prepared, or refused; a decision reversed as is proposed. */
static void check_prepared_amount(const struct proposal_input *input, struct problems *problems)
{
	if (input->amount_ore != 0)
		problems_add(problems, PROBLEM_AMOUNT_PREPARED, "#/amountOre", NULL, NULL);
}

static bool grants(const char *outcome)
{
	return strcmp(outcome, "granted") == 0 || strcmp(outcome, "part_granted") == 0;
}

/* A condition goes with what gives something. */
static bool takes_conditions(const struct meeting_item *item, const char *outcome)
{
	return grants(outcome) || sets_terms(item, outcome);
}

/* Those that are taken over too: their days may have passed since the agenda was sent. */
static const struct given_conditions *proposed_on(const struct meeting_facts *facts,
						  const struct proposal_input *input)
{
	static const struct given_conditions none = {.json = "[]"};

	if (input->conditions.json != NULL)
		return &input->conditions;
	if (!grants(input->outcome) || facts->item.conditions.json == NULL)
		return &none;
	return &facts->item.conditions;
}

const char *conditions_of(const struct meeting_facts *facts, const struct proposal_input *input)
{
	return proposed_on(facts, input)->json;
}

void decide_propose(const struct meeting_facts *facts, const struct proposal_input *input,
		    struct problems *problems)
{
	require_open(facts, problems);
	if (input == NULL)
		return;
	if (!facts->has_item) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/itemId", "itemId", NULL);
		return;
	}
	require_listed(facts, "#/itemId", problems);
	if (!text_is(facts->item.kind, kind_of(input->outcome)))
		problems_add(problems, PROBLEM_ITEM_OUTCOME, "#/outcome", NULL, NULL);
	else if (text_is(facts->item.kind, "amendment") || text_is(facts->item.kind, "reversal"))
		check_prepared_amount(input, problems);
	else if (facts->item.is_appeal && facts->item.appeal.is_of_refusal)
		check_refusal_answer(&facts->item.appeal, input, problems);
	else if (!input->has_amount)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/amountOre", NULL, NULL);
	else if (facts->item.is_appeal && facts->item.appeal.is_of_board)
		check_board_answer(&facts->item, input, problems);
	else if (facts->item.is_appeal)
		check_answer(&facts->item, input, problems);
	else
		check_amount(input, facts->item.applied_ore, problems);
	check_lifts(&facts->item, input, problems);
	check_given(proposed_on(facts, input), takes_conditions(&facts->item, input->outcome),
		    facts->dated, facts->n_dated, facts->today, problems);
}

int64_t president_of(const struct meeting_facts *facts, const struct vote_input *input)
{
	return input->has_presided_by ? input->presided_by : facts->presided_by;
}

static int64_t count_voters(const struct meeting_facts *facts)
{
	int64_t n = 0;

	for (size_t i = 0; i < facts->item.n_voters; i++)
		n += facts->item.voters[i].votes;
	return n;
}

static void require_quorum(const struct meeting_facts *facts, int64_t n, struct problems *problems)
{
	if (n < facts->quorum)
		problems_add(problems, PROBLEM_NO_QUORUM, "#/proposalId",
			     words_number(problems, facts->quorum), words_number(problems, n));
}

/* False, and told, where there is no such proposal in the state. */
static bool has_proposal(const struct meeting_facts *facts, const char *state,
			 struct problems *problems)
{
	if (!facts->has_proposal || !facts->has_item) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/proposalId", "proposalId",
			     NULL);
		return false;
	}
	if (strcmp(facts->proposal.state, state) == 0)
		return true;
	problems_add(problems, PROBLEM_PROPOSAL_STATE, "#/proposalId",
		     arena_printf(problems->arena, "@proposal.%s", facts->proposal.state), NULL);
	return false;
}

void decide_put_to_vote(const struct meeting_facts *facts, const struct vote_input *input,
			struct problems *problems)
{
	require_open(facts, problems);
	if (facts->is_voting)
		problems_add(problems, PROBLEM_VOTING, NULL, NULL, NULL);
	if (input == NULL || !has_proposal(facts, "made", problems))
		return;
	require_listed(facts, "#/proposalId", problems);
	for (size_t i = 0; i < facts->item.n_questioned; i++)
		problems_add(problems, PROBLEM_PREPARER_DISQUALIFIED, "#/proposalId",
			     facts->item.questioned[i], NULL);
	require_commented(facts->item.appeal.may_comment, facts->item.appeal.comment_by,
			  facts->today, "#/proposalId", problems);
	require_quorum(facts, count_voters(facts), problems);
	if (!votes(facts, president_of(facts, input)))
		problems_add(problems, PROBLEM_PRESIDENT_OUT, "#/presidedBy", NULL, NULL);
}

void warn_of_money(const struct meeting_facts *facts, struct problems *warnings)
{
	for (size_t i = 0; i < facts->n_money; i++) {
		const struct line_money *money = &facts->money[i];
		int64_t left_ore = money->left_ore - money->resolved_ore;

		if (money->part_ore > left_ore)
			problems_add(warnings, PROBLEM_OVER_APPROPRIATION, "#/proposalId",
				     arena_printf(warnings->arena, "%s %" PRId64, money->line,
						  money->year),
				     words_kroner(warnings, left_ore > 0 ? left_ore : 0));
	}
}

/* Why somebody does not vote. */
static const char *reason_of_silence(const struct voter *voter)
{
	static const char *const out[] = {"disqualified", "prepared", "assessed", "decided"};
	static const char *const told[] = {"@silence.disqualified", "@silence.prepared",
					   "@silence.assessed", "@silence.decided"};

	if (voter == NULL)
		return "@silence.no_seat";
	for (size_t i = 0; i < sizeof(out) / sizeof(out[0]); i++)
		if (text_is(voter->why_out, out[i]))
			return told[i];
	return voter->is_present ? "@silence.deputy" : "@silence.absent";
}

void decide_cast(const struct meeting_facts *facts, const struct vote_input *input,
		 struct problems *problems)
{
	const struct voter *own = find_voter(facts, facts->caller.person_id);

	require_open(facts, problems);
	if (input != NULL && facts->is_proposal_closed) {
		problems_add(problems, PROBLEM_NOT_VOTING, "#/proposalId", "@silence.disqualified",
			     NULL);
		return;
	}
	if (input == NULL || !has_proposal(facts, "voting", problems))
		return;
	if (own == NULL || !own->votes)
		problems_add(problems, PROBLEM_NOT_VOTING, "#/proposalId", reason_of_silence(own),
			     NULL);
	else if (own->vote != NULL)
		problems_add(problems, PROBLEM_VOTED, "#/proposalId", NULL, NULL);
	if (facts->proposal.by_hands)
		problems_add(problems, PROBLEM_VOTED_BY_HANDS, "#/proposalId", NULL, NULL);
}

static bool has_votes(const struct meeting_facts *facts)
{
	for (size_t i = 0; i < facts->item.n_voters; i++)
		if (facts->item.voters[i].vote != NULL)
			return true;
	return false;
}

void decide_hands(const struct meeting_facts *facts, const struct hands_input *input,
		  struct problems *problems)
{
	require_open(facts, problems);
	if (input == NULL || !has_proposal(facts, "voting", problems))
		return;
	if (has_votes(facts))
		problems_add(problems, PROBLEM_VOTES_GIVEN, "#/proposalId", NULL, NULL);
	for (size_t i = 0; i < input->n_hands; i++) {
		const struct hand *hand = &input->hands[i];

		if (IS_NUMBER_REPEATED(input->hands, person_id, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/votes/%zu/personId", i);
		if (!votes(facts, hand->person_id))
			problems_at(problems, PROBLEM_NOT_VOTING,
				    reason_of_silence(find_voter(facts, hand->person_id)), NULL,
				    "#/votes/%zu/personId", i);
	}
}

static void count_votes(const struct meeting_facts *facts, struct tally *tally)
{
	bool president_for = false;

	for (size_t i = 0; i < facts->item.n_voters; i++) {
		const struct voter *voter = &facts->item.voters[i];
		bool is_for;

		if (!voter->votes || voter->vote == NULL)
			continue;
		is_for = strcmp(voter->vote, "for") == 0;
		tally->n_cast++;
		tally->n_for += is_for;
		tally->n_against += strcmp(voter->vote, "against") == 0;
		if (voter->person_id == facts->proposal.presided_by)
			president_for = is_for;
	}
	tally->is_carried =
		tally->n_for > tally->n_against ||
		(tally->n_for == tally->n_against && president_for && facts->has_casting_vote);
}

void decide_end_vote(const struct meeting_facts *facts, const struct vote_input *input,
		     struct tally *tally, struct problems *problems)
{
	require_open(facts, problems);
	if (input == NULL || !has_proposal(facts, "voting", problems))
		return;
	require_listed(facts, "#/proposalId", problems);
	count_votes(facts, tally);
	require_quorum(facts, tally->n_cast, problems);
}

/* As when too few are left who may vote: what was cast counts for nothing. */
void decide_abandon(const struct meeting_facts *facts, const struct abandon_input *input,
		    struct problems *problems)
{
	require_open(facts, problems);
	if (input != NULL)
		has_proposal(facts, "voting", problems);
}
