/*
 * Guards as a load gives them and lock_guards() takes them, in JSON:
 * [[kind, id, version, changed], ...]. That of a case that is destroyed has a negative version.
 */
#ifndef TRINN_API_COMMAND_GUARDS_H
#define TRINN_API_COMMAND_GUARDS_H

#include <jansson.h>
#include <stdbool.h>

enum { GUARD_KIND, GUARD_ID, GUARD_VERSION, GUARD_CHANGED };

/* To be released by json_decref(). */
json_t *guards_read(const char *text);

bool guard_is_changed(const json_t *guard);

/* Whether one that changes is of a case that is destroyed. */
bool guards_are_shut(const char *text);

#endif
