/* The settings of trinnd; `trinnd --help` prints them with their defaults. */
#ifndef TRINN_CMD_TRINND_SETTINGS_H
#define TRINN_CMD_TRINND_SETTINGS_H

#include "lib/conf/conf.h"

#define SETTINGS_WORKERS_MAX 64

#define SETTINGS_KEYS(X)                                                                           \
	X(TEXT, listen_address, 1, 64, "127.0.0.1", 0, "numeric address of the API")               \
	X(INT, port, 1, 65535, "8080", 0, "port of the API")                                       \
	X(INT, workers, 1, SETTINGS_WORKERS_MAX, "2", 0, "processes; one for each core")           \
	X(TEXT, database, 1, 1000, NULL, CONF_REQUIRED, "libpq connection string, role trinn_api") \
	X(INT, read_connections, 1, 32, "2", 0, "connections of a worker for reading")             \
	X(INT, write_connections, 1, 64, "8", 0, "connections of a worker for writing")            \
	X(INT, export_connections, 1, 16, "2", 0, "reports a worker makes at once; more get 503")  \
	X(INT, max_connections, 1, 100000, "1024", 0, "clients connected to a worker")             \
	X(INT, max_body_bytes, 1024, 16777216, "1048576", 0, "largest content of a request")       \
	X(INT, request_timeout_s, 1, 600, "10", 0, "for a whole request to arrive")                \
	X(INT, drain_s, 1, 600, "20", 0, "for requests under way to end after SIGTERM")            \
	X(TEXT, docs_folder, 1, 1000, NULL, 0, "files of the /docs viewer; none without it")       \
	X(SECRET, cursor_secret, 32, 256, NULL, 0,                                                 \
	  "signs page cursors; the same on all hosts, random if not given")                        \
	X(BOOL, development, 0, 0, "false", 0,                                                     \
	  "accept development issuers: never on a real installation")                              \
	X(CHOICE, log_level, 0, 0, "info", 0, "least level that is logged", "debug|info|warn|error")

struct settings {
	SETTINGS_KEYS(CONF_FIELD)
};

extern const struct conf_key settings_keys[];
extern const size_t settings_count;

#endif
