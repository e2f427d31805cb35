/*
 * What people outside the county are told: that something has happened in a case, never what. It
 * lies in the portal, and goes by e-mail to who wants that (cmd/trinn-jobs/mail.h). What could not
 * be sent to somebody, the caseworker tells them otherwise: that they were not told does not
 * release the county from telling them.
 */
#ifndef TRINN_API_NOTIFICATIONS_NOTIFICATIONS_H
#define TRINN_API_NOTIFICATIONS_NOTIFICATIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct delivery_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state;
};

void decide_settle_delivery(const struct delivery_facts *facts, struct problems *problems);

/*
 * What a person chooses for their own e-mail. A new address is used once its person has entered the
 * code that was sent to it; until then the one before is. Codes are few, to a person and to an
 * address, so that nobody has a stranger written to; a try counts before it is looked at.
 */
struct settings_facts {
	struct caller caller;
	int64_t id;
	bool is_new;               /* nothing was chosen yet */
	const char *address;       /* confirmed; NULL: none */
	const char *asked_address; /* to be confirmed; NULL: none */
	int64_t code_id;
	const char *code_sha256;   /* hex; NULL: it is not sent yet */
	bool is_expired;
	int64_t tries;             /* at the code, with this one */
	int64_t tries_max;
	int64_t codes_by_person;   /* in a day and a night */
	int64_t codes_by_person_max;
	int64_t codes_to_address;  /* to the one that is asked for, by whoever */
	int64_t codes_to_address_max;
};

struct settings_input {
	const char *language;
	const char *by_email; /* all, asks, none */
	const char *address;  /* NULL: none */
};

/* What the addresses come to be. */
struct settings_effects {
	const char *address;
	const char *asked_address;
	bool is_asked_anew; /* a code is sent */
};

void decide_save_settings(const struct settings_facts *facts, const struct settings_input *input,
			  struct settings_effects *effects, struct problems *problems);
void decide_send_code(const struct settings_facts *facts, struct problems *problems);

/* `fits`: it is the code. */
void decide_confirm_address(const struct settings_facts *facts, bool fits,
			    struct problems *problems);

#endif
