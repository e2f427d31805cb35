/* The settings of trinn-jobs; `trinn-jobs --help` prints them with their defaults. */
#ifndef TRINN_CMD_TRINN_JOBS_SETTINGS_H
#define TRINN_CMD_TRINN_JOBS_SETTINGS_H

#include "lib/conf/conf.h"

#define SETTINGS_KEYS(X)                                                                           \
	X(TEXT, database, 1, 1000, NULL, CONF_REQUIRED,                                            \
	  "libpq connection string, as role trinn_jobs")                                           \
	X(INT, keys_every_s, 1, 86400, "3600", 0,                                                  \
	  "between two fetches of an issuer's keys that nobody asked for")                         \
	X(INT, fetch_timeout_s, 1, 120, "10", 0, "for one fetch")                                  \
	X(INT, documents_every_s, 1, 86400, "60", 0,                                               \
	  "between two looks for documents that nobody told of")                                   \
	X(INT, letters_every_s, 1, 86400, "60", 0,                                                 \
	  "between two looks for letters that nobody told of")                                     \
	X(INT, deadlines_every_s, 1, 86400, "600", 0,                                              \
	  "between two looks for deadlines that have passed")                                      \
	X(INT, releases_every_s, 1, 86400, "60", 0,                                                \
	  "between two looks for decisions whose day to be made known has come")                   \
	X(INT, notifications_every_s, 1, 86400, "15", 0,                                           \
	  "between two looks for what has happened that somebody is to be told of")                \
	X(TEXT, scanner, 1, 200, NULL, 0,                                                          \
	  "clamd: path of its socket, or address:port; none: each county says what comes of that") \
	X(INT, scanner_timeout_s, 1, 600, "120", 0, "for the scanner to take or answer anything")  \
	X(TEXT, archive, 1, 500, NULL, 0,                                                          \
	  "folder that the archive takes messages from; none: they wait")                          \
	X(INT, archive_every_s, 1, 86400, "60", 0, "between two looks for messages and answers")   \
	X(BOOL, development, 0, 0, "false", 0, "fetch keys by plain http from this machine too")   \
	X(CHOICE, log_level, 0, 0, "info", 0, "least level that is logged", "debug|info|warn|error")

struct settings {
	SETTINGS_KEYS(CONF_FIELD)
};

extern const struct conf_key settings_keys[];
extern const size_t settings_count;

#endif
