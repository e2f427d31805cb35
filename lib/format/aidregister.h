/*
 * The open data of the national register of state aid (Støtteregisteret, Brønnøysund): a table of
 * all awards, as a stream. In UTF-16 or UTF-8, ';' between cells, quotes as RFC 4180 has them,
 * decimal comma, days as dd.mm.yyyy.
 *
 * Columns are found by their names; others may stand among them. A row that cannot be read is told
 * with its line and passed over: of hundreds of thousands of awards by many hands one may be wrong.
 * A file that is no such table is refused. Memory is that of one row.
 */
#ifndef TRINN_FORMAT_AIDREGISTER_H
#define TRINN_FORMAT_AIDREGISTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/attr.h"
#include "lib/format/fault.h"

#define AIDREGISTER_NAME_SIZE 281
#define AIDREGISTER_CODE_SIZE 101

/* Amounts are hundredths of their currency. A text that is not told is "". */
struct aidregister_award {
	size_t line;
	int32_t granted_on;
	bool has_received_day;
	int32_t received_on;
	bool has_amount; /* else it is told by an interval */
	int64_t amount_ore;
	char currency[4];
	int64_t least_ore, most_ore; /* of the interval; INT64_MAX: it has no upper end */
	char recipient_orgnr[10];
	char recipient_name[AIDREGISTER_NAME_SIZE];
	char grantor_orgnr[10];
	char grantor_name[AIDREGISTER_NAME_SIZE];
	char status[AIDREGISTER_CODE_SIZE];
	char measure[AIDREGISTER_CODE_SIZE]; /* Støttetiltaksnummer */
	char kind[AIDREGISTER_CODE_SIZE];    /* Støttetiltakstype */
	char scheme[AIDREGISTER_NAME_SIZE];
};

struct aidregister_events {
	void (*on_award)(void *ctx, const struct aidregister_award *award);
	void (*on_broken)(void *ctx, size_t line, enum format_fault fault);
};

struct aidregister;

struct aidregister *aidregister_new(const struct aidregister_events *events, void *ctx)
	__attribute__((returns_nonnull));

/* What follows of the file, in pieces of any size. Once it is not FORMAT_OK it stays so, and what
 * was told before is not to be used. */
enum format_fault aidregister_add(struct aidregister *table, const char *bytes,
				  size_t len) MUST_USE;

enum format_fault aidregister_end(struct aidregister *table) MUST_USE;

/* The line at which the fault was seen. */
size_t aidregister_line(const struct aidregister *table);

void aidregister_free(struct aidregister **table);

#endif
