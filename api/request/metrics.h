/* What /metrics tells (Prometheus text format), counted per worker. */
#ifndef TRINN_API_REQUEST_METRICS_H
#define TRINN_API_REQUEST_METRICS_H

#include <stdint.h>

#include "api/operations.gen.h"
#include "lib/base/buf.h"

struct app;

#define METRICS_BUCKETS 12

/* Upper bounds in milliseconds; the last bucket has none. */
extern const int metrics_bucket_ms[METRICS_BUCKETS - 1];

struct metrics {
	uint64_t replies[OPERATION_COUNT][6]; /* by operation and hundreds of the status */
	uint64_t duration_buckets[OPERATION_COUNT][METRICS_BUCKETS];
	uint64_t duration_us[OPERATION_COUNT];
	uint64_t retries; /* of writes that met a change of what they rest on */
	uint64_t tokens_refused;
};

void metrics_count(struct metrics *metrics, int operation, int status, int64_t duration_us);
void metrics_write(const struct app *app, struct buf *out);

/* One that goes up and down. */
void metrics_write_gauge(const char *name, const char *help, int64_t value, struct buf *out);

#endif
