/* The settings of trinn-jobs; `trinn-jobs --help` prints them with their defaults. */
#ifndef TRINN_CMD_TRINN_JOBS_SETTINGS_H
#define TRINN_CMD_TRINN_JOBS_SETTINGS_H

#include "lib/conf/conf.h"

#define SETTINGS_KEYS(X)                                                                           \
	X(TEXT, database, 1, 1000, NULL, CONF_REQUIRED,                                            \
	  "libpq connection string, as role trinn_jobs")                                           \
	X(INT, keys_every_s, 1, 86400, "3600", 0,                                                  \
	  "between two fetches of an issuer's keys that nobody asked for")                         \
	X(INT, replies_every_s, 1, 86400, "3600", 0,                                               \
	  "between two looks for replies that are kept for long enough")                           \
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
	X(INT, reminders_every_s, 1, 86400, "600", 0,                                              \
	  "between two looks for a working day on which nobody was reminded yet")                  \
	X(TEXT, scanner, 1, 200, NULL, 0,                                                          \
	  "clamd: path of its socket, or address:port; none: each county says what comes of that") \
	X(INT, scanner_timeout_s, 1, 600, "120", 0, "for the scanner to take or answer anything")  \
	X(INT, reader_timeout_s, 1, 600, "60", 0, "for reading the text of one document")          \
	X(TEXT, archive, 1, 500, NULL, 0,                                                          \
	  "folder that the archive takes messages from; none: they wait")                          \
	X(INT, archive_every_s, 1, 86400, "60", 0, "between two looks for messages and answers")   \
	X(TEXT, mail_server, 1, 253, NULL, 0,                                                      \
	  "name or address of the server that takes e-mail; none: no e-mail is sent")              \
	X(INT, mail_port, 1, 65535, "587", 0, "of that server")                                    \
	X(CHOICE, mail_security, 0, 0, "starttls", 0,                                              \
	  "tls from the first byte (port 465), or none for a server on this machine",              \
	  "starttls|tls|none")                                                                     \
	X(TEXT, mail_from, 3, 254, NULL, 0, "address that e-mail comes from")                      \
	X(TEXT, mail_user, 1, 200, NULL, 0, "whom that server knows us as; none: it does not ask") \
	X(SECRET, mail_password, 1, 1000, NULL, 0, "of that user")                                 \
	X(INT, mail_timeout_s, 1, 240, "30", 0, "for that server to take one e-mail")              \
	X(INT, mail_every_s, 1, 86400, "15", 0, "between two looks for e-mail to send")            \
	X(TEXT, portal, 1, 500, NULL, 0, "address of the portal, as e-mail tells it: https://...") \
	X(BOOL, development, 0, 0, "false", 0, "fetch keys by plain http from this machine too")   \
	X(CHOICE, log_level, 0, 0, "info", 0, "least level that is logged", "debug|info|warn|error")

struct settings {
	SETTINGS_KEYS(CONF_FIELD)
};

extern const struct conf_key settings_keys[];
extern const size_t settings_count;

#endif
