/*
 * Projects (Trinn 3): what one firm, or several together, make of what they learned, and what they
 * apply for elsewhere to carry it out. The hub that follows the firms keeps them.
 *
 * Amounts are øre, shares basis points, dates days of lib/base/date.h. The firms and their shares
 * are agreed as a whole; another agreement takes its place until the project ends, and what was
 * agreed before is kept.
 */
#ifndef TRINN_API_PROJECTS_PROJECTS_H
#define TRINN_API_PROJECTS_PROJECTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"
#include "api/projects/onward.h"

struct new_project_facts {
	struct caller caller;
	int64_t id;
	const char *programme_state; /* NULL: no such programme */
	int64_t *strangers;	     /* indices of the firms that the hub does not follow */
	size_t n_strangers;
};

struct project_firm {
	const char *orgnr;
	bool is_lead;
	int64_t share_bp;
};

struct project_description {
	const char *title;
	const char *goal;
	const char *theme;	/* digital, green or both; NULL: neither */
	const char *technology; /* NULL: none in particular */
	bool is_research_pilot; /* of research and development, with a university or an institute */
};

struct new_project_input {
	int64_t programme_id;
	struct project_description description;
	struct project_firm *firms;
	size_t n_firms;
	const char *firms_json;
};

struct project_facts {
	struct caller caller;
	int32_t today;
	int64_t id, hub_id;
	const char *state, *hub; /* whose it is, by name */
	int32_t agreed_on; /* by its first firms */
	struct open_onward *open;
	size_t n_open;
	bool has_sent;	 /* anything, answered or not */
	bool has_onward; /* the one that is to be corrected is this project's */
	bool may_tie;	 /* that of the input is a firm's of it, and tied to no other */
	const char **short_firms; /* given no place yet in the last stage of their graph */
	const char **unagreed;	  /* asked again, or left, and still in what was agreed */
	int64_t *newcomers;	  /* the same of the firms it is to have, by their indices */
	int64_t *strangers;	  /* as of a new project; of the firms it is to have */
	size_t n_short, n_unagreed, n_newcomers, n_strangers;
};

struct replace_firms_input {
	struct project_firm *firms;
	size_t n_firms;
	const char *firms_json;
	const char *reason;
};

/* Firms that the hub follows in the programme, each once: one leads and has a share, and the shares
 * add up to all of it. */
void decide_create_project(const struct new_project_facts *facts,
			   const struct new_project_input *input, struct problems *problems);

/* Until it is done or given up. */
void decide_describe_project(const struct project_facts *facts, struct problems *problems);

/* As of a new project, or firms that are in it already though the hub no longer follows them; until
 * it is done or given up. Nobody who has left it or dropped out of the programme. An invited firm
 * whose share is another, or that is to lead, is asked again. Who joins one that runs has come to
 * the last stage. `input` is NULL to ask only whether it may be done; so below. */
void decide_replace_firms(const struct project_facts *facts,
			  const struct replace_firms_input *input, struct problems *problems);

/* An idea is planned; one that got no money is planned again. */
void decide_plan_project(const struct project_facts *facts, struct problems *problems);

/* Also without money from elsewhere. Each firm has come to the last stage of its graph, and to what
 * is agreed of it nobody's yes is waited for. */
void decide_start_project(const struct project_facts *facts, struct problems *problems);
void decide_complete_project(const struct project_facts *facts, struct problems *problems);
void decide_give_up_project(const struct project_facts *facts, struct problems *problems);

#endif
