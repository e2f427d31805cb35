#include "api/meetings/text.h"

#include <inttypes.h>
#include <string.h>

#include "api/command/facts.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"
#include "lib/base/date.h"
#include "lib/json/shape.h"


static const struct shape_field person_fields[] = {
	SHAPE_OR_NULL(struct recorded_person, name, "name", TEXT),
	SHAPE_OR_NULL(struct recorded_person, seat, "seat", TEXT),
	SHAPE_OR_NULL(struct recorded_person, vote, "vote", TEXT),
	SHAPE_OR_NULL(struct recorded_person, why, "why", TEXT),
	SHAPE_OPTIONAL(struct recorded_person, is_present, "isPresent", BOOL, has_presence),
};
static const struct shape person_shape = SHAPE(struct recorded_person, person_fields);

static const struct shape_field tally_fields[] = {
	SHAPE_FIELD(struct recorded_tally, n_for, "for", I64),
	SHAPE_FIELD(struct recorded_tally, n_against, "against", I64),
	SHAPE_FIELD(struct recorded_tally, n_abstained, "abstained", I64),
	SHAPE_FIELD(struct recorded_tally, by_casting_vote, "byCastingVote", BOOL),
	SHAPE_OPTIONAL_OBJECTS(struct recorded_tally, votes, n_votes, "votes", &person_shape),
	SHAPE_OBJECTS(struct recorded_tally, out, n_out, "out", &person_shape),
};
static const struct shape tally_shape = SHAPE(struct recorded_tally, tally_fields);

static const struct shape_field proposal_fields[] = {
	SHAPE_FIELD(struct recorded_proposal, number, "number", I64),
	SHAPE_FIELD(struct recorded_proposal, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct recorded_proposal, amount_ore, "amountOre", I64),
	SHAPE_FIELD(struct recorded_proposal, grounds, "grounds", TEXT),
	SHAPE_OPTIONAL_OBJECTS(struct recorded_proposal, conditions.list, conditions.n,
			       "conditions", &given_condition_shape),
	SHAPE_OPTIONAL_LIST(struct recorded_proposal, lifts, n_lifts, "liftedConditions", I64),
	SHAPE_FIELD(struct recorded_proposal, state, "state", TEXT),
	SHAPE_OR_NULL(struct recorded_proposal, reason, "reason", TEXT),
	SHAPE_FIELD(struct recorded_proposal, by_hands, "byHands", BOOL),
	SHAPE_OPTIONAL_OBJECT(struct recorded_proposal, tally, "tally", &tally_shape, has_tally),
};
static const struct shape proposal_shape = SHAPE(struct recorded_proposal, proposal_fields);

static const struct shape_field recommendation_fields[] = {
	SHAPE_FIELD(struct recorded_recommendation, outcome, "outcome", TEXT),
	SHAPE_FIELD(struct recorded_recommendation, amount_ore, "amountOre", I64),
	SHAPE_OPTIONAL_OBJECTS(struct recorded_recommendation, conditions.list, conditions.n,
			       "conditions", &given_condition_shape),
	SHAPE_OPTIONAL_LIST(struct recorded_recommendation, lifts, n_lifts, "liftedConditions",
			    I64),
};
static const struct shape recommendation_shape =
	SHAPE(struct recorded_recommendation, recommendation_fields);

static const struct shape_field name_fields[] = {
	SHAPE_FIELD(struct recorded_name, nb, "nb", TEXT),
	SHAPE_FIELD(struct recorded_name, en, "en", TEXT),
};
static const struct shape name_shape = SHAPE(struct recorded_name, name_fields);

static const struct shape_field refusal_fields[] = {
	SHAPE_OBJECT(struct recorded_refusal, name, "name", &name_shape),
};
static const struct shape refusal_shape = SHAPE(struct recorded_refusal, refusal_fields);

static const struct shape_field appeal_fields[] = {
	SHAPE_FIELD(struct recorded_appeal, asked, "asked", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct recorded_appeal, decision, "decision", &recommendation_shape,
			      has_decision),
	SHAPE_OPTIONAL_OBJECT(struct recorded_appeal, refused, "refused", &refusal_shape,
			      is_of_refusal),
	SHAPE_OBJECT(struct recorded_appeal, proposal, "proposal", &recommendation_shape),
	SHAPE_FIELD(struct recorded_appeal, is_forwarded, "isForwarded", BOOL),
};
static const struct shape appeal_shape = SHAPE(struct recorded_appeal, appeal_fields);

static const struct shape_field amendment_fields[] = {
	SHAPE_FIELD(struct recorded_amendment, nb, "nb", TEXT),
	SHAPE_FIELD(struct recorded_amendment, en, "en", TEXT),
	SHAPE_FIELD(struct recorded_amendment, outcome, "outcome", TEXT),
};
static const struct shape amendment_shape = SHAPE(struct recorded_amendment, amendment_fields);

static const struct shape_field reversal_fields[] = {
	SHAPE_OBJECT(struct recorded_reversal, decision, "decision", &recommendation_shape),
	SHAPE_OBJECT(struct recorded_reversal, proposal, "proposal", &recommendation_shape),
};
static const struct shape reversal_shape = SHAPE(struct recorded_reversal, reversal_fields);

static const struct shape_field item_fields[] = {
	SHAPE_FIELD(struct recorded_item, number, "number", I64),
	SHAPE_OR_NULL(struct recorded_item, case_number, "caseNumber", TEXT),
	SHAPE_OR_NULL(struct recorded_item, title, "title", TEXT),
	SHAPE_OR_NULL(struct recorded_item, applicant, "applicant", TEXT),
	SHAPE_OPTIONAL_OBJECT(struct recorded_item, recommendation, "recommendation",
			      &recommendation_shape, has_recommendation),
	SHAPE_OPTIONAL_OBJECT(struct recorded_item, appeal, "appeal", &appeal_shape, is_appeal),
	SHAPE_OPTIONAL_OBJECT(struct recorded_item, amendment, "amendment", &amendment_shape,
			      is_amendment),
	SHAPE_OPTIONAL_OBJECT(struct recorded_item, reversal, "reversal", &reversal_shape,
			      is_reversal),
	SHAPE_FIELD(struct recorded_item, state, "state", TEXT),
	SHAPE_OR_NULL(struct recorded_item, reason, "reason", TEXT),
	SHAPE_OBJECTS(struct recorded_item, proposals, n_proposals, "proposals", &proposal_shape),
};
static const struct shape item_shape = SHAPE(struct recorded_item, item_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct record, body, "body", TEXT),
	SHAPE_FIELD(struct record, number, "number", I64),
	SHAPE_FIELD(struct record, year, "year", I64),
	SHAPE_FIELD(struct record, day, "day", DATE),
	SHAPE_FIELD(struct record, time, "time", TEXT),
	SHAPE_FIELD(struct record, place, "place", TEXT),
	SHAPE_OR_NULL(struct record, presided_by, "presidedBy", TEXT),
	SHAPE_OBJECTS(struct record, attendance, n_attendance, "attendance", &person_shape),
	SHAPE_OBJECTS(struct record, items, n_items, "items", &item_shape),
};
static const struct shape record_shape = SHAPE(struct record, fields);

const struct record *record_read(const char *json, struct arena *arena)
{
	return facts_read(&record_shape, json, strlen(json), "minutes", arena);
}

/* What is being written, in which language. */
struct page {
	struct buf text;
	enum language language;
	struct arena *arena;
};

static void put(struct page *page, const char *nb, const char *en)
{
	buf_adds(&page->text, page->language == LANGUAGE_NB ? nb : en);
}

static void put_text(struct page *page, const char *text)
{
	buf_adds(&page->text, text == NULL ? "–" : text);
}

static void put_word(struct page *page, const char *prefix, const char *word)
{
	const char *key = arena_printf(page->arena, "%s%s", prefix, word);

	put_text(page, problem_word(key, strlen(key), page->language));
}

static void put_outcome(struct page *page, const char *outcome, int64_t amount_ore)
{
	struct problems words = {.arena = page->arena};

	put_word(page, "", outcome);
	if (amount_ore > 0)
		buf_addf(&page->text, page->language == LANGUAGE_NB ? ", %s kr" : ", NOK %s",
			 words_kroner(&words, amount_ore));
}

static bool is_one(const struct recorded_person *person, const char *vote, bool is_present)
{
	if (vote != NULL)
		return person->vote != NULL && strcmp(person->vote, vote) == 0;
	return person->has_presence && person->is_present == is_present;
}

/* "Kari (leder), Ola (medlem)": of those who voted so, or, of no vote, who were there or not. */
static void put_names(struct page *page, const struct recorded_person *people, size_t n,
		      const char *vote, bool is_present)
{
	const char *comma = "";

	for (size_t i = 0; i < n; i++) {
		if (!is_one(&people[i], vote, is_present))
			continue;
		put_text(page, comma);
		put_text(page, people[i].name);
		if (vote == NULL) {
			put_text(page, " (");
			put_word(page, "seat.", people[i].seat);
			put_text(page, ")");
		}
		comma = ", ";
	}
	if (*comma == '\0')
		put(page, "ingen", "nobody");
}

static void put_head(struct page *page, const struct record *record)
{
	put(page, "Møtebok for ", "Minutes of ");
	put_text(page, record->body);
	buf_addf(&page->text,
		 page->language == LANGUAGE_NB ? ", møte %" PRId64 "/%" PRId64
					       : ", meeting %" PRId64 "/%" PRId64,
		 record->number, record->year);
	buf_addf(&page->text, "\n%s %s, ", date_text(page->arena, record->day), record->time);
	put_text(page, record->place);
	put(page, "\n\nMøteleder: ", "\n\nPresiding: ");
	put_text(page, record->presided_by);
	put(page, "\nTil stede: ", "\nPresent: ");
	put_names(page, record->attendance, record->n_attendance, NULL, true);
	put(page, "\nForfall: ", "\nAbsent: ");
	put_names(page, record->attendance, record->n_attendance, NULL, false);
	put_text(page, "\n");
}

static void put_count(struct page *page, const struct recorded_tally *tally, const char *vote,
		      int64_t n)
{
	put_word(page, "vote.", vote);
	buf_addf(&page->text, ": %" PRId64, n);
	if (n > 0) {
		put_text(page, " (");
		put_names(page, tally->votes, tally->n_votes, vote, false);
		put_text(page, ")");
	}
	put_text(page, ". ");
}

static void put_out(struct page *page, const struct recorded_tally *tally)
{
	for (size_t i = 0; i < tally->n_out; i++) {
		put(page, i == 0 ? "\nDeltok ikke: " : ", ", i == 0 ? "\nTook no part: " : ", ");
		put_text(page, tally->out[i].name);
		put_text(page, " (");
		put_word(page, "out.", tally->out[i].why);
		put_text(page, ")");
	}
}

static void put_vote(struct page *page, const struct recorded_proposal *proposal)
{
	const struct recorded_tally *tally = &proposal->tally;

	put_out(page, tally);
	put_text(page, "\n");
	if (proposal->by_hands)
		put(page, "Håndsopprekning, ført av sekretæren. ",
		    "By a show of hands, entered by the secretary. ");
	put_count(page, tally, "for", tally->n_for);
	put_count(page, tally, "against", tally->n_against);
	put_count(page, tally, "abstained", tally->n_abstained);
	if (strcmp(proposal->state, "fell") == 0)
		put(page, "Forslaget falt.", "The proposal fell.");
	else if (tally->by_casting_vote)
		put(page, "Vedtatt med møtelederens avgjørende stemme.",
		    "Carried by the vote of whoever presided.");
	else
		put(page, "Vedtatt.", "Carried.");
}

static void put_conditions(struct page *page, const struct given_conditions *conditions)
{
	for (size_t i = 0; i < conditions->n; i++) {
		const struct given_condition *condition = &conditions->list[i];

		put(page, "\nVilkår: ", "\nCondition: ");
		put_text(page, condition->text);
		if (condition->has_due_on) {
			put(page, " Innen ", " By ");
			put_text(page, date_text(page->arena, condition->due_on));
			put_text(page, ".");
		}
	}
}

static void put_lifts(struct page *page, const int64_t *lifts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		put(page, "\nVilkår som oppheves: ", "\nCondition lifted: ");
		buf_addf(&page->text, "%" PRId64, lifts[i]);
	}
}

static void put_proposal(struct page *page, const struct recorded_proposal *proposal)
{
	buf_addf(&page->text,
		 page->language == LANGUAGE_NB ? "\nForslag %" PRId64 ": "
					       : "\nProposal %" PRId64 ": ",
		 proposal->number);
	put_outcome(page, proposal->outcome, proposal->amount_ore);
	put_text(page, ". ");
	put_text(page, proposal->grounds);
	put_lifts(page, proposal->lifts, proposal->n_lifts);
	put_conditions(page, &proposal->conditions);
	if (proposal->has_tally) {
		put_vote(page, proposal);
	} else if (proposal->reason != NULL) {
		put(page, "\nVoteringen ble avbrutt: ", "\nThe vote was abandoned: ");
		put_text(page, proposal->reason);
	} else {
		put(page, "\nIkke satt under votering.", "\nNot put to the vote.");
	}
}

static void put_appeal(struct page *page, const struct recorded_appeal *appeal)
{
	if (appeal->has_decision) {
		put(page, "\nVedtaket som er påklaget: ", "\nThe decision appealed against: ");
		put_outcome(page, appeal->decision.outcome, appeal->decision.amount_ore);
	} else if (appeal->is_of_refusal) {
		put(page, "\nAvslaget som er påklaget: ", "\nThe refusal appealed against: ");
		put(page, appeal->refused.name.nb, appeal->refused.name.en);
	}
	put(page, "\nKlagen gjelder: ", "\nThe appeal asks: ");
	put_text(page, appeal->asked);
	if (appeal->is_forwarded) {
		put(page,
		    appeal->is_of_refusal ? "\nFylkeskommunen har ikke endret avslaget."
					  : "\nFylkeskommunen har ikke endret vedtaket.",
		    appeal->is_of_refusal ? "\nThe county has not changed the refusal."
					  : "\nThe county has not changed the decision.");
		return;
	}
	put(page, "\nInnstilling: ", "\nRecommendation: ");
	put_outcome(page, appeal->proposal.outcome, appeal->proposal.amount_ore);
	put_lifts(page, appeal->proposal.lifts, appeal->proposal.n_lifts);
	put_conditions(page, &appeal->proposal.conditions);
}

static void put_amendment(struct page *page, const struct recorded_amendment *amendment)
{
	put(page, "\nDet er bedt om: ", "\nAsked for: ");
	put(page, amendment->nb, amendment->en);
	put(page, "\nInnstilling: ", "\nRecommendation: ");
	put_word(page, "", amendment->outcome);
}

static void put_reversal(struct page *page, const struct recorded_reversal *reversal)
{
	put(page, "\nVedtaket: ", "\nThe decision: ");
	put_outcome(page, reversal->decision.outcome, reversal->decision.amount_ore);
	put(page, "\nInnstilling: ", "\nRecommendation: ");
	put_outcome(page, reversal->proposal.outcome, reversal->proposal.amount_ore);
	put_conditions(page, &reversal->proposal.conditions);
}

static void put_item(struct page *page, const struct recorded_item *item)
{
	buf_addf(&page->text,
		 page->language == LANGUAGE_NB ? "\nSak %" PRId64 ": " : "\nItem %" PRId64 ": ",
		 item->number);
	put_text(page, item->case_number);
	put_text(page, " ");
	put_text(page, item->title);
	if (item->is_appeal)
		put(page, ", klage", ", appeal");
	if (item->is_amendment)
		put(page, ", endring", ", amendment");
	if (item->is_reversal)
		put(page, ", omgjøring", ", reversal");
	put(page, "\nSøker: ", "\nApplicant: ");
	put_text(page, item->applicant);
	if (item->is_appeal)
		put_appeal(page, &item->appeal);
	if (item->is_amendment)
		put_amendment(page, &item->amendment);
	if (item->is_reversal)
		put_reversal(page, &item->reversal);
	if (item->has_recommendation) {
		put(page, "\nInnstilling: ", "\nRecommendation: ");
		put_outcome(page, item->recommendation.outcome, item->recommendation.amount_ore);
		put_conditions(page, &item->recommendation.conditions);
	}
	for (size_t i = 0; i < item->n_proposals; i++)
		put_proposal(page, &item->proposals[i]);
	if (strcmp(item->state, "postponed") == 0)
		put(page, "\nSaken er utsatt.", "\nThe item is postponed.");
	if (item->reason != NULL) {
		put(page, "\nSaken er tatt av dagsordenen: ", "\nThe item was taken off: ");
		put_text(page, item->reason);
	}
	put_text(page, "\n");
}

const char *minutes_text(const struct record *record, const char *remarks, const char *reason,
			 enum language language, struct arena *arena)
{
	struct page page = {.language = language, .arena = arena};
	const char *text;

	buf_init(&page.text, BUF_UNBOUNDED);
	put_head(&page, record);
	for (size_t i = 0; i < record->n_items; i++)
		put_item(&page, &record->items[i]);
	if (remarks != NULL) {
		put(&page, "\nMerknader: ", "\nRemarks: ");
		put_text(&page, remarks);
		put_text(&page, "\n");
	}
	if (reason != NULL) {
		put(&page, "\nRettet: ", "\nCorrected: ");
		put_text(&page, reason);
		put_text(&page, "\n");
	}
	text = arena_strdup(arena, buf_text(&page.text));
	buf_fini(&page.text);
	return text;
}
