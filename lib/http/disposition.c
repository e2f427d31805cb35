#include "lib/http/disposition.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lib/base/arena.h"

/* RFC 5987 attr-char */
static bool is_attr_char(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (c != '\0' && strchr("!#$&+-.^_`|~", c) != NULL);
}

/* For those who know no `filename*`: each byte that is not plain is an underscore. */
static char *plain_name(struct arena *arena, const char *name)
{
	char *plain = arena_strdup(arena, name);

	for (char *c = plain; *c != '\0'; c++)
		if (!is_attr_char(*c) && *c != ' ')
			*c = '_';
	return plain;
}

static char *encoded_name(struct arena *arena, const char *name)
{
	char *encoded = arena_alloc(arena, 3 * strlen(name) + 1);
	char *at = encoded;

	for (; *name != '\0'; name++) {
		if (is_attr_char(*name))
			*at++ = *name;
		else
			at += snprintf(at, sizeof("%00"), "%%%02X", (unsigned char)*name);
	}
	return encoded;
}

const char *http_attachment(struct arena *arena, const char *name)
{
	return arena_printf(arena, "attachment; filename=\"%s\"; filename*=UTF-8''%s",
			    plain_name(arena, name), encoded_name(arena, name));
}
