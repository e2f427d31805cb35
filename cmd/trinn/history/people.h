/* Who takes part in the example county's past: hubs with firms of their municipalities, drawn from
 * the register, and the fagpartnere. */
#ifndef TRINN_CMD_TRINN_HISTORY_PEOPLE_H
#define TRINN_CMD_TRINN_HISTORY_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/list.h"

struct history;
struct track;

enum programme {
	PROGRAMME_DIGITAL,
	PROGRAMME_GREEN,
	N_PROGRAMMES,
};

struct firm {
	const char *orgnr;
	const char *name;
	struct hub *hub;
	const char *leader;  /* in person */
	const char *subject; /* the leader's tokens; NULL for one who acts by no request */
	bool in[N_PROGRAMMES];
	int32_t trains_until; /* with BIO, not twice at once; 0: has not */
};

struct hub {
	const char *orgnr;
	const char *name;
	const char *editor, *signatory; /* subjects */
	struct firm *firms;
	size_t n_firms;
	size_t n_leavers;		    /* the first of them, no members any more on the day */
	struct list ways[N_PROGRAMMES];	    /* of struct way */
	struct track *tracks[N_PROGRAMMES]; /* the newest; NULL before the first */
	struct list paid; /* of struct bank_payment, that its bank is to tell of */
	int n_files;
	bool has_camt; /* in camt.054; else in CSV */
};

struct partner {
	const char *orgnr;
	const char *name;
	const char *subject;
	const char *id; /* in the register of fagpartnere */
	int n_invoices;
};

struct people {
	struct hub *hubs;
	size_t n_hubs;
	struct partner *partners;
	size_t n_partners;
};

/* Finds the hubs and fagpartnere, whose set-up is there, and draws firms for each hub: about so
 * many that are its members on the day, and some that were. */
bool people_find(struct history *history, uint32_t firms_per_hub) MUST_USE;

/* Makes the firm's leader somebody who may act for it. */
void people_admit(struct history *history, struct firm *firm);

/* Tells the scenes whose turn it is. */
void people_tell_hub(struct history *history, const struct hub *hub);
void people_tell_firm(struct history *history, const struct firm *firm);
void people_tell_partner(struct history *history, const struct partner *partner);

#endif
