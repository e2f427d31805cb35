/*
 * The journal (journal) of the county's cases: what came in, went out and was written within.
 *
 * A post is entered by itself with what it is of, in the same transaction
 * (sql/migrations/0025_journal.sql: triggers, and trinn.journal_post() for whoever makes something
 * that has none). It has the next number of its case, without gaps, and keeps it. Types and states
 * are the letters of Noark 5.
 *
 * The archivist checks it (J), which is when the public reads its words rather than what kind it
 * is, and when it goes to the archive (A, with the archive's reference). What is exempt from public
 * access is so by a provision of trinn.exemptions, and only then has a title of its own for the
 * public (offentleglova §§ 3, 13). A correction keeps what was, and sends a post that is archived
 * there again. A file laid in the case by mistake is void (U);
 * its number stays taken. What the journal has of what stands, as a decision, is not.
 */
#ifndef TRINN_API_JOURNAL_JOURNAL_H
#define TRINN_API_JOURNAL_JOURNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct journal_post_facts {
	struct caller caller;
	int64_t id;
	int64_t application_id;
	const char *state;
	bool is_file; /* of a file that was laid in the case, and of nothing else */
	bool holds_fnr; /* a file of it does */
	int32_t today;
};

struct journal_classification {
	const char *exemption;	  /* a code of trinn.exemptions; NULL: none */
	const char *public_title; /* NULL: the title */
	const char *reason;
};

struct journal_correction {
	/* NULL: it stays as it is; so below. */
	const char *post_type;
	const char *document_type;
	const char *title;
	int32_t document_date;
	bool has_document_date;
	const char *reason;
};

/* `input` is NULL to ask only whether it may be done; so below. */
void decide_classify_post(const struct journal_post_facts *facts,
			  const struct journal_classification *input, struct problems *problems);
void decide_correct_post(const struct journal_post_facts *facts,
			 const struct journal_correction *input, struct problems *problems);
void decide_check_post(const struct journal_post_facts *facts, struct problems *problems);
void decide_void_post(const struct journal_post_facts *facts, struct problems *problems);

#endif
