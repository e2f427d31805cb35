/* What every command on a meeting knows of it, as its load tells. */
#ifndef TRINN_API_MEETINGS_FACTS_H
#define TRINN_API_MEETINGS_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/appeals/outcome.h"
#include "api/command/caller.h"
#include "api/conditions/conditions.h"
#include "api/meetings/candidate.h"
#include "api/meetings/money.h"

/* One of the body on the day of the meeting. */
struct body_member {
	int64_t person_id;
	const char *name;
	const char *seat; /* chair, member, deputy or observer */
};

/* A member as they stand to an item: those who observe are none. */
struct voter {
	int64_t person_id;
	const char *name;
	const char *seat;
	bool is_present;
	const char *why_out; /* disqualified, prepared, assessed or decided; NULL: takes part */
	bool votes;	     /* is there, takes part and has a seat */
	const char *vote;    /* NULL: not given */
};

/* What an item is held against that is an appeal. */
struct item_appeal {
	const char *body;  /* that meets */
	int64_t limit_ore, stake_ore; /* it may decide; what of a refusal that is held to */
	bool is_of_board, is_of_dismissal, is_of_refusal; /* the board reviews all (fvl. § 34) */
	int32_t comment_by; /* until when the appellant may comment */
	bool may_comment;
	int64_t *standing; /* conditions, by number, that may be lifted */
	size_t n_standing;
	struct appeal_stake stake;
};

struct meeting_item {
	int64_t id;
	const char *kind; /* application, appeal, amendment or reversal */
	const char *state;
	int64_t applied_ore;
	struct item_appeal appeal;
	bool is_appeal;
	const char **questioned; /* who prepared it and may be disqualified */
	size_t n_questioned;
	bool is_as_sent; /* the case is as the members were told */
	struct given_conditions conditions; /* recommended, as it was sent */
	struct voter *voters;
	size_t n_voters;
};

struct meeting_proposal {
	int64_t id;
	const char *state;
	bool by_hands;
	int64_t presided_by; /* 0: not put to the vote yet */
};

struct meeting_minutes {
	int64_t edition;
	const char *state;
	int64_t written_by;
};

struct meeting_facts {
	struct caller caller;
	int64_t id;
	const char *state;
	bool is_changed;     /* the agenda, or a case on it, since it was sent */
	const char **unready; /* numbers of cases on it that are not recommended any more */
	size_t n_unready;
	int32_t on_day;
	int64_t early_days; /* so long before its day it may open */
	bool is_past;	     /* the day that it is moved to */
	int64_t presided_by; /* 0: nobody yet */
	int64_t quorum; /* so many must vote */
	int32_t today;
	const char **dated; /* kinds of conditions that have a day */
	size_t n_dated;
	struct body_member *members;
	size_t n_members;
	int64_t n_listed; /* items that are not withdrawn, resolved or postponed */
	bool is_voting, has_casting_vote;
	bool is_closed;		  /* a case of it, to the caller's eyes: fvl. § 6 */
	bool is_agenda_closed;	  /* one that is on the agenda now */
	bool answers_for_minutes; /* the caller approves them */
	struct meeting_candidate candidate;
	bool has_candidate;
	struct meeting_item item;
	bool has_item;
	struct meeting_proposal proposal;
	bool has_proposal;
	bool is_proposal_closed; /* its case, to the caller's eyes: there is no proposal then */
	struct line_money *money; /* of the proposal */
	size_t n_money;
	struct meeting_minutes minutes; /* the newest edition */
	bool has_minutes;
	int64_t next_id, next_proposal;
	const char *record; /* JSON: what happened, for the minutes; NULL: it is not over */
};

extern const struct shape meeting_facts_shape;

#endif
