#include "api/request/metrics.h"

#include <inttypes.h>

#include "api/operations.gen.h"
#include "api/request/app.h"
#include "lib/base/fail.h"
#include "lib/db/pool.h"
#include "lib/http/server.h"

const int metrics_bucket_ms[METRICS_BUCKETS - 1] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000 };

void metrics_count(struct metrics *metrics, int operation, int status, int64_t duration_us)
{
	size_t bucket = 0;

	MUST(operation >= 0 && operation < METRICS_OPERATIONS_MAX);
	while (bucket < METRICS_BUCKETS - 1 && duration_us > metrics_bucket_ms[bucket] * 1000LL)
		bucket++;
	metrics->replies[operation][status / 100]++;
	metrics->duration_buckets[operation][bucket]++;
	metrics->duration_us[operation] += (uint64_t)duration_us;
}

static void write_replies(const struct metrics *metrics, struct buf *out)
{
	buf_adds(out, "# HELP trinn_http_replies_total Replies by operation and class of status.\n# TYPE trinn_http_replies_total counter\n");
	for (size_t op = 0; op < operation_count; op++)
		for (int class = 1; class < 6; class++)
			if (metrics->replies[op][class] > 0)
				buf_addf(out, "trinn_http_replies_total{operation=\"%s\",status=\"%dxx\"} %" PRIu64 "\n", operations[op].name, class,
					metrics->replies[op][class]);
}

static void write_durations(const struct metrics *metrics, struct buf *out)
{
	buf_adds(out, "# HELP trinn_http_duration_seconds Time from a whole request to its reply.\n# TYPE trinn_http_duration_seconds histogram\n");
	for (size_t op = 0; op < operation_count; op++) {
		uint64_t total = 0;

		for (size_t i = 0; i < METRICS_BUCKETS; i++)
			total += metrics->duration_buckets[op][i];
		if (total == 0)
			continue;
		total = 0;
		for (size_t i = 0; i < METRICS_BUCKETS - 1; i++) {
			total += metrics->duration_buckets[op][i];
			buf_addf(out, "trinn_http_duration_seconds_bucket{operation=\"%s\",le=\"%g\"} %" PRIu64 "\n", operations[op].name,
				metrics_bucket_ms[i] / 1000.0, total);
		}
		total += metrics->duration_buckets[op][METRICS_BUCKETS - 1];
		buf_addf(out, "trinn_http_duration_seconds_bucket{operation=\"%s\",le=\"+Inf\"} %" PRIu64 "\n", operations[op].name, total);
		buf_addf(out, "trinn_http_duration_seconds_sum{operation=\"%s\"} %.6f\n", operations[op].name, (double)metrics->duration_us[op] / 1e6);
		buf_addf(out, "trinn_http_duration_seconds_count{operation=\"%s\"} %" PRIu64 "\n", operations[op].name, total);
	}
}

static void write_lanes(const struct app *app, struct buf *out)
{
	static const char *const names[] = { [DB_READ] = "read", [DB_WRITE] = "write", [DB_EXPORT] = "export" };

	buf_adds(out, "# HELP trinn_db_connections Connections to PostgreSQL.\n# TYPE trinn_db_connections gauge\n"
		"# HELP trinn_db_queued Segments waiting for a connection.\n# TYPE trinn_db_queued gauge\n"
		"# HELP trinn_db_segments_total Segments by outcome.\n# TYPE trinn_db_segments_total counter\n");
	for (enum db_lane lane = 0; lane < DB_LANES; lane++) {
		struct db_lane_stats stats = db_pool_stats(app->pool, lane);

		buf_addf(out, "trinn_db_connections{lane=\"%s\"} %d\n", names[lane], stats.connected);
		buf_addf(out, "trinn_db_queued{lane=\"%s\"} %d\n", names[lane], stats.queued);
		for (enum db_status status = DB_OK; status <= DB_UNCERTAIN; status++)
			buf_addf(out, "trinn_db_segments_total{lane=\"%s\",outcome=\"%s\"} %" PRIu64 "\n", names[lane], db_status_name(status),
				stats.ended[status]);
		buf_addf(out, "trinn_db_turned_away_total{lane=\"%s\"} %" PRIu64 "\n", names[lane], stats.turned_away);
	}
}

void metrics_write(const struct app *app, struct buf *out)
{
	const struct http_stats *http = http_server_stats(app->server);
	uint64_t refused = 0;

	for (int i = 0; i < HTTP_REFUSAL_COUNT; i++)
		refused += http->refused[i];
	write_replies(&app->metrics, out);
	write_durations(&app->metrics, out);
	buf_addf(out, "# TYPE trinn_http_connections gauge\ntrinn_http_connections %u\n", http->connections);
	buf_addf(out, "# TYPE trinn_http_refused_total counter\ntrinn_http_refused_total %" PRIu64 "\n", refused);
	buf_addf(out, "# TYPE trinn_write_retries_total counter\ntrinn_write_retries_total %" PRIu64 "\n", app->metrics.retries);
	buf_addf(out, "# TYPE trinn_tokens_refused_total counter\ntrinn_tokens_refused_total %" PRIu64 "\n", app->metrics.tokens_refused);
	write_lanes(app, out);
}
