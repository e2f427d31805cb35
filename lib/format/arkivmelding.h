/*
 * arkivmelding (Arkivverket, Noark 5): a journal post of a case with its documents, as archives
 * take it, and the archive's answer to it, arkivmeldingKvittering.
 *
 * What is written has the elements that the schema requires, in its order, in UTF-8; codes are told
 * in the words of Noark. Texts may hold anything: what XML cannot say is replaced (U+FFFD).
 */
#ifndef TRINN_FORMAT_ARKIVMELDING_H
#define TRINN_FORMAT_ARKIVMELDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

struct arena;

/* Days are as in "2026-11-22", times as in "2026-11-22T15:00:00+00:00". */
struct arkivfil {
	const char *guid;
	const char *title;
	const char *document_type; /* SØKNAD */
	bool is_main;
	const char *created_at;
	const char *created_by;
	const char *name; /* of the file beside the message */
	const char *media_type;
	const char *sha256; /* hex */
	int64_t bytes;
};

struct arkivsak {
	const char *guid;
	const char *number; /* 2026/00011 */
	const char *title;
	const char *public_title; /* NULL: the title */
	const char *citation;	  /* by which the title is exempt; NULL: it is open */
	const char *created_at;
	const char *created_by;
	const char *day;
	const char *unit;	 /* of the county that handles it */
	const char *responsible; /* the caseworker */
	bool is_closed;
};

struct arkivpost {
	const char *guid;
	int64_t number;
	const char *type; /* I, U, N, X, S */
	const char *title;
	const char *public_title; /* NULL: the title */
	const char *citation;	  /* by which it is exempt; NULL: it is open */
	const char *created_at;
	const char *created_by;
	const char *checked_at;
	const char *checked_by;
	const char *journal_day;
	const char *document_day;
	bool is_void;
	const char *party; /* sender or recipient; NULL: it is within */
};

struct arkivmelding {
	const char *system;
	const char *guid;
	const char *at;
	struct arkivsak kase;
	struct arkivpost post;
	struct arkivfil *files; /* the main one first */
	size_t n_files;
};

/* False if `out` may not hold it. */
bool arkivmelding_write(const struct arkivmelding *message, struct buf *out) MUST_USE;

struct arkivkvittering {
	const char *guid;      /* of the message it answers */
	const char *reference; /* year/case/post in the archive; NULL: it refused */
	const char *failure;   /* what it said then */
};

/* What is told is in the arena. False of what is no receipt, or not one that says all of this. */
bool arkivkvittering_read(const char *bytes, size_t len, struct arena *arena,
			  struct arkivkvittering *receipt_out) MUST_USE;

#endif
