/* What the command tells its operator, in the style of PostgreSQL's own tools. */
#ifndef TRINN_CMD_TRINN_SAY_H
#define TRINN_CMD_TRINN_SAY_H

#include <stdbool.h>

#include "lib/base/attr.h"

/* One line on stdout. */
void say(const char *format, ...) PRINTF_LIKE(1, 2);

/* "trinn: warning: …", "trinn: error: …" and "trinn: hint: …" on stderr. An error is said where it
 * is met, and `return say_error(…)` passes it on: it is always false. */
void say_warning(const char *format, ...) PRINTF_LIKE(1, 2);
bool say_error(const char *format, ...) PRINTF_LIKE(1, 2);
void say_hint(const char *format, ...) PRINTF_LIKE(1, 2);

#endif
