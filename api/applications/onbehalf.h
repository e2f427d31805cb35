/*
 * Entering on behalf: a firm without a log-in sends its application by post, or tells it its hub,
 * and somebody enters it for the firm, with its authority (fullmakt). A caseworker may for any
 * firm, who signs for a hub for those that it has enrolled. Whoever entered it writes and sends it,
 * until the firm's own people have sent it, and handles it nowhere.
 *
 * What came to the county counts from the day it came. A hub is not the county: what came to it is
 * in time when it is sent.
 */
#ifndef TRINN_API_APPLICATIONS_ONBEHALF_H
#define TRINN_API_APPLICATIONS_ONBEHALF_H

#include <stdbool.h>
#include <stdint.h>

struct caller;
struct problems;
struct shape;

struct on_behalf_facts {
	int64_t applicant_id;
	bool is_hub;        /* the applicant, which applies itself */
	bool is_enrolled;   /* with the caller's hub */
	int64_t entry_days; /* within which of its receipt it is entered */
};

struct on_behalf_input {
	const char *orgnr;
	int32_t received_on;
	const char *channel;
	const char *authority; /* who gave it, and how */
};

extern const struct shape on_behalf_facts_shape;
extern const struct shape on_behalf_input_shape;

/* Whether the caller may enter this for that firm; `facts` is NULL if nobody has the number. */
void check_entering(const struct caller *caller, int32_t today,
		    const struct on_behalf_facts *facts, const struct on_behalf_input *input,
		    struct problems *problems);

/* What the applicant says later and otherwise than here, as it takes or declines its grant or
 * withdraws: entered by a caseworker with its authority, and counted by the day it came. */
struct said_input {
	int32_t received_on;
	const char *channel;
	const char *authority; /* who of the applicant said it, and how */
	const char *reason;    /* NULL: of an acceptance */
};

extern const struct shape said_shape;

/* On a day from `since`, when there was something to answer, until today. */
void check_said(const struct said_input *input, int32_t since, int32_t today,
		struct problems *problems);

#endif
