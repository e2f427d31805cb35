#include "api/request/trace.h"

#include <openssl/rand.h>
#include <stdbool.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/hex.h"

/* 3.2: version, trace id, parent id and flags; an id is not all zeros. */
static bool is_traceparent(const char *text)
{
	return strlen(text) == 55 && strncmp(text, "00-", 3) == 0 && text[35] == '-' &&
	       strspn(text + 3, "0123456789abcdef") == 32 && strspn(text + 3, "0") < 32;
}

static const unsigned char *draw(struct trace_source *source)
{
	if (source->left == 0) {
		MUST(RAND_bytes(source->bytes, sizeof(source->bytes)) == 1);
		source->left = sizeof(source->bytes);
	}
	source->left -= TRACE_BYTES;
	return source->bytes + source->left;
}

const char *trace_choose(struct trace_source *source, struct arena *arena, const char *traceparent)
{
	char *text;

	if (traceparent != NULL && is_traceparent(traceparent))
		return arena_strndup(arena, traceparent + 3, HEX_SIZE(TRACE_BYTES) - 1);
	text = arena_alloc(arena, HEX_SIZE(TRACE_BYTES));
	hex_encode(draw(source), TRACE_BYTES, text);
	return text;
}
