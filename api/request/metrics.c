#include "api/request/metrics.h"

#include <inttypes.h>

#include "api/operations.gen.h"
#include "api/request/app.h"
#include "lib/base/fail.h"
#include "lib/db/pool.h"
#include "lib/http/server.h"

const int metrics_bucket_ms[METRICS_BUCKETS - 1] = {
	1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000,
};

void metrics_count(struct metrics *metrics, int operation, int status, int64_t duration_us)
{
	size_t bucket = 0;

	MUST(operation >= 0 && operation < OPERATION_COUNT);
	while (bucket < METRICS_BUCKETS - 1 && duration_us > metrics_bucket_ms[bucket] * 1000LL)
		bucket++;
	metrics->replies[operation][status / 100]++;
	metrics->duration_buckets[operation][bucket]++;
	metrics->duration_us[operation] += (uint64_t)duration_us;
}

static void write_head(const char *name, const char *type, const char *help, struct buf *out)
{
	buf_addf(out, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, type);
}

static void write_replies(const struct metrics *metrics, struct buf *out)
{
	static const char name[] = "trinn_http_replies_total";

	write_head(name, "counter", "Replies by operation and class of status.", out);
	for (size_t op = 0; op < OPERATION_COUNT; op++) {
		const uint64_t *replies = metrics->replies[op];

		for (int class = 1; class < 6; class++)
			if (replies[class] > 0)
				buf_addf(out, "%s{operation=\"%s\",status=\"%dxx\"} %" PRIu64 "\n",
					 name, operations[op].name, class, replies[class]);
	}
}

/* Each bucket counts those before it too; the last counts all. */
static uint64_t write_buckets(const char *name, const char *operation, const uint64_t *buckets,
			      struct buf *out)
{
	uint64_t total = 0;

	for (size_t i = 0; i < METRICS_BUCKETS; i++) {
		total += buckets[i];
		buf_addf(out, "%s_bucket{operation=\"%s\",le=\"", name, operation);
		if (i < METRICS_BUCKETS - 1)
			buf_addf(out, "%g", metrics_bucket_ms[i] / 1000.0);
		else
			buf_adds(out, "+Inf");
		buf_addf(out, "\"} %" PRIu64 "\n", total);
	}
	return total;
}

static bool was_asked(const uint64_t *buckets)
{
	for (size_t i = 0; i < METRICS_BUCKETS; i++)
		if (buckets[i] > 0)
			return true;
	return false;
}

static void write_durations(const struct metrics *metrics, struct buf *out)
{
	static const char name[] = "trinn_http_duration_seconds";

	write_head(name, "histogram", "Time from a whole request to its reply.", out);
	for (size_t op = 0; op < OPERATION_COUNT; op++) {
		const char *operation = operations[op].name;
		double sum_s = (double)metrics->duration_us[op] / 1e6;
		uint64_t total;

		if (!was_asked(metrics->duration_buckets[op]))
			continue;
		total = write_buckets(name, operation, metrics->duration_buckets[op], out);
		buf_addf(out, "%s_sum{operation=\"%s\"} %.6f\n", name, operation, sum_s);
		buf_addf(out, "%s_count{operation=\"%s\"} %" PRIu64 "\n", name, operation, total);
	}
}

static void write_lane(const char *lane, const struct db_lane_stats *stats, struct buf *out)
{
	buf_addf(out, "trinn_db_connections{lane=\"%s\"} %d\n", lane, stats->connected);
	buf_addf(out, "trinn_db_queued{lane=\"%s\"} %d\n", lane, stats->queued);
	for (enum db_status status = DB_OK; status <= DB_UNCERTAIN; status++)
		buf_addf(out, "trinn_db_segments_total{lane=\"%s\",outcome=\"%s\"} %" PRIu64 "\n",
			 lane, db_status_name(status), stats->ended[status]);
	buf_addf(out, "trinn_db_turned_away_total{lane=\"%s\"} %" PRIu64 "\n", lane,
		 stats->turned_away);
}

static void write_lanes(const struct app *app, struct buf *out)
{
	static const char *const names[] = {
		[DB_READ] = "read",
		[DB_WRITE] = "write",
		[DB_EXPORT] = "export",
	};

	write_head("trinn_db_connections", "gauge", "Connections to PostgreSQL.", out);
	write_head("trinn_db_queued", "gauge", "Segments waiting for a connection.", out);
	write_head("trinn_db_segments_total", "counter", "Segments by outcome.", out);
	write_head("trinn_db_turned_away_total", "counter", "Segments refused, queue full.", out);
	for (enum db_lane lane = 0; lane < DB_LANES; lane++) {
		struct db_lane_stats stats = db_pool_stats(app->pool, lane);

		write_lane(names[lane], &stats, out);
	}
}

static void write_count(const char *name, const char *type, const char *help, uint64_t value,
			struct buf *out)
{
	write_head(name, type, help, out);
	buf_addf(out, "%s %" PRIu64 "\n", name, value);
}

void metrics_write_gauge(const char *name, const char *help, int64_t value, struct buf *out)
{
	write_head(name, "gauge", help, out);
	buf_addf(out, "%s %" PRId64 "\n", name, value);
}

void metrics_write(const struct app *app, struct buf *out)
{
	const struct http_stats *http = http_server_stats(app->server);
	uint64_t refused = 0;

	for (int i = 0; i < HTTP_REFUSAL_COUNT; i++)
		refused += http->refused[i];
	write_replies(&app->metrics, out);
	write_durations(&app->metrics, out);
	write_count("trinn_http_connections", "gauge", "Clients connected.", http->connections,
		    out);
	write_count("trinn_http_refused_total", "counter", "Requests that were no sound HTTP.",
		    refused, out);
	write_count("trinn_write_retries_total", "counter",
		    "Writes that met a change of what they rest on.", app->metrics.retries, out);
	write_count("trinn_tokens_refused_total", "counter", "Tokens that were not accepted.",
		    app->metrics.tokens_refused, out);
	write_lanes(app, out);
}
