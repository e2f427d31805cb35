/*
 * What is known of an undertaking's aid, from three sources: the counties' own awards, the national
 * register, and what the firm declares (rules.md 1.6).
 *
 * One award may be told by all three, with the same recipient, day, grantor and amount, and counts
 * once: as our own if we have it, else the register's. Within one source each row is an award of
 * its own: a grantor may give the same sum twice on a day.
 */
#ifndef TRINN_API_AID_EVIDENCE_H
#define TRINN_API_AID_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whose word goes before whose. */
enum aid_source { AID_OWN, AID_REGISTER, AID_DECLARED };

struct aid_evidence {
	enum aid_source source;
	const char *orgnr; /* of who got it */
	int32_t day;
	const char *grantor; /* an organisation number; NULL: not told, and so no other's */
	int64_t ore;
	bool counts; /* out: no source before this one tells of it */
};

void aid_dedupe(struct aid_evidence *list, size_t n);

#endif
