/* The formats of JSON Schema that are asserted. */
#ifndef TRINN_JSON_SCHEMA_FORMAT_H
#define TRINN_JSON_SCHEMA_FORMAT_H

#include <stdbool.h>

/* Whether the NUL-terminated text is of the format. */
typedef bool schema_format_fn(const char *text);

/*
 * The check of a format by its name, NULL if it is not supported:
 *	date       full-date of RFC 3339, an existing day
 *	date-time  RFC 3339, with an offset; a leap second only where one can be
 *	email      RFC 5321 mailbox: dot-string and host name; no quotes, no address literals
 *	uuid       RFC 4122, in either case
 *	uri        RFC 3986, with a scheme
 *	free-text  ours: any text without a fødselsnummer, see lib/format/fnr.h; it holds for
 *	           numbers and for the names of an object's members as well
 */
schema_format_fn *schema_format_find(const char *name);

#endif
