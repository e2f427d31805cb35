/* Trace ids: W3C Trace Context, https://www.w3.org/TR/trace-context-1/ */
#ifndef TRINN_API_REQUEST_TRACE_H
#define TRINN_API_REQUEST_TRACE_H

#include <stddef.h>

struct arena;

#define TRACE_BYTES 16

/* Random bytes in stock: drawing them one id at a time costs more than to parse a request. All
 * zeros to begin with; not shared by processes. */
struct trace_source {
	unsigned char bytes[64 * TRACE_BYTES];
	size_t left;
};

/* 32 hex digits: the trace id of a sound `traceparent`, which may be NULL, else one of our own. */
const char *trace_choose(struct trace_source *source, struct arena *arena, const char *traceparent)
	__attribute__((returns_nonnull));

#endif
