/*
 * A firm that another hub follows is invited to a project, and joins when it has said yes: itself,
 * or to the hub that follows it, which notes who said so and when. A hub asks any firm and is told
 * of no other hub; who says yes lets it know whether the firm has come to the last stage, which a
 * project asks for. The hub that follows the firm sees the project, and of its firms its own.
 *
 * The firms and shares are then agreed as a whole, as all others are. When the firm's share is
 * changed or it is to lead, it is asked again. It takes back its consent until the project is over:
 * then it has left, and the hub agrees with the others on its share.
 */
#ifndef TRINN_API_PROJECTS_INVITATIONS_H
#define TRINN_API_PROJECTS_INVITATIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_invitation_facts {
	struct caller caller;
	int64_t id, hub_id;
	const char *hub;
	const char *project_state;
	int64_t firm_id; /* 0: no such organisation */
	bool is_asked;   /* or in the project */
};

struct new_invitation_input {
	const char *orgnr;
	const char *message;
};

struct invitation_facts {
	struct caller caller;
	int32_t today;
	int64_t id, project_id;
	int64_t hub_id, firm_id; /* the hub that asks */
	const char *hub, *firm;  /* names */
	const char *state;
	const char *project_state;
	bool is_follower; /* the caller is the hub that follows the firm */
	bool is_in_programme, is_in_project;
};

struct consent_input {
	const char *consent_by; /* NULL: the caller says it for the firm */
	int32_t consent_on;
	bool has_day;
};

/* Until the project is done or given up; once at a time. */
void decide_invite_firm(const struct new_invitation_facts *facts, struct problems *problems);

/* A firm of the programme says yes by a person, and its hub notes one. `input` is NULL to ask only
 * whether it may be done. */
void decide_accept_invitation(const struct invitation_facts *facts,
			      const struct consent_input *input, struct problems *problems);
void decide_decline_invitation(const struct invitation_facts *facts, struct problems *problems);
void decide_withdraw_invitation(const struct invitation_facts *facts, struct problems *problems);

#endif
