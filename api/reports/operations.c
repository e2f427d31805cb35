/*
 * Reports as a stream: rows go from PostgreSQL to the client as they come, and neither
 * end waits in memory for the other.
 */
#include "api/operations.gen.h"
#include "api/queries.gen.h"
#include "api/reports/reports.h"
#include "api/request/app.h"
#include "api/request/request.h"
#include "lib/db/stream.h"
#include "lib/http/request.h"
#include "lib/log/log.h"

enum {
	SEND_BYTES = 32 * 1024, /* gathered before they are handed on */
	LOW_WATER = 64 * 1024,  /* pending at the client: rows go on below, and stop above HIGH */
	HIGH_WATER = 256 * 1024,
	STATUS_CLIENT_GONE = 499,
};

struct export {
	struct req *r;
	struct db_segment *segment;
	const struct report_layout *layout;
	enum report_format format;
	struct report report;
	bool is_begun; /* after the first row, so that a refusal before it is told as a problem */
	bool is_short; /* a row was too long to be written */
	size_t sent_bytes;
};

static void free_report(void *report)
{
	report_fini(report);
}

static void send_gathered(struct export *export)
{
	struct buf *out = &export->report.out;

	export->is_short |= buf_overflowed(out);
	export->sent_bytes += out->len;
	http_stream_write(export->r->http, buf_text(out), out->len);
	buf_reset(out);
}

static void finish(struct export *export, int status)
{
	req_finish(export->r, status, export->sent_bytes);
}

static void on_close(void *ctx)
{
	struct export *export = ctx;

	db_forget(export->segment);
	finish(export, STATUS_CLIENT_GONE);
	http_stream_abort(export->r->http);
}

static void on_drain(void *ctx)
{
	struct export *export = ctx;

	db_stream_resume(export->segment);
}

static void begin(struct export *export)
{
	struct req *r = export->r;

	export->is_begun = true;
	http_add_header(r->http, "Vary", "Accept");
	if (export->format == REPORT_CSV)
		http_add_header(r->http, "Content-Disposition",
				arena_printf(r->arena, "attachment; filename=\"%s\"",
					     export->layout->file_name));
	http_on_close(r->http, on_close, export);
	req_stream_begin(r, 200, report_media_type(export->format));
	http_stream_on_drain(r->http, LOW_WATER, on_drain, export);
	report_begin(&export->report, export->layout, export->format);
	arena_own(r->arena, &export->report, free_report);
}

static void on_row(void *ctx, const struct pg_result *row)
{
	struct export *export = ctx;
	struct report_row cells;

	if (!export->is_begun)
		begin(export);
	for (int i = 0; i < export->layout->n_columns; i++)
		cells.cells[i] = db_text(row, 0, i);
	report_add(&export->report, &cells);
	if (export->report.out.len < SEND_BYTES)
		return;
	send_gathered(export);
	if (http_stream_pending(export->r->http) > HIGH_WATER)
		db_stream_pause(export->segment);
}

/* The reader is not to take what it has for the whole. */
static void cut(struct export *export, const struct db_result *result)
{
	struct req *r = export->r;

	log_event(LOG_WARN, "export.cut", LOG_STR("op", r->op->name), LOG_STR("trace", r->trace),
		  LOG_STR("status", db_status_name(result->status)),
		  LOG_STR("sqlstate", result->sqlstate), LOG_STR("message", result->message),
		  LOG_INT("rows", export->report.count));
	finish(export, 500);
	http_stream_abort(r->http);
}

static void complete(struct export *export, const struct db_result *result)
{
	if (!export->is_begun)
		begin(export);
	report_end(&export->report);
	send_gathered(export);
	if (export->is_short) {
		cut(export, result);
		return;
	}
	finish(export, 200);
	http_stream_end(export->r->http);
}

static void on_done(void *ctx, struct db_result *result)
{
	struct export *export = ctx;

	export->r->db_us += result->queued_us + result->ran_us;
	if (result->status == DB_OK)
		complete(export, result);
	else if (export->is_begun)
		cut(export, result);
	else
		req_database_problem(export->r, result);
}

/* NULL if none of the formats suits, which is answered then. */
static struct export *export_new(struct req *r, const struct report_layout *layout)
{
	struct export *export = arena_alloc(r->arena, sizeof(*export));

	export->r = r;
	export->layout = layout;
	if (!report_choose(req_query(r, "format"), http_header(r->http, "Accept"),
			   &export->format)) {
		req_problem(r, PROBLEM_NOT_ACCEPTABLE, "application/json, text/csv, text/plain",
			    NULL);
		return NULL;
	}
	export->segment = req_segment(r, DB_EXPORT);
	return export;
}

static void run(struct export *export)
{
	struct req *r = export->r;

	if (!db_stream(r->app->pool, export->segment, on_row, on_done, export))
		req_problem(r, PROBLEM_UNAVAILABLE, NULL, NULL);
}

void op_report_payments(struct req *r)
{
	struct export *export = export_new(r, &payment_report);

	if (export == NULL)
		return;
	/* One hub's payments are few, and found by an index of their own. */
	if (req_query(r, "applicantId") == NULL)
		q_order_by_index(export->segment);
	q_report_payments(export->segment, req_query(r, "from"), req_query(r, "to"),
			  req_query_id(r, "programmeId"), req_query_id(r, "fundingLineId"),
			  req_query_id(r, "applicantId"), req_query(r, "municipality"),
			  req_query_id(r, "stage"));
	run(export);
}

void op_report_copayments(struct req *r)
{
	struct export *export = export_new(r, &copayment_report);

	if (export == NULL)
		return;
	q_order_by_index(export->segment);
	q_report_copayments(export->segment, req_query(r, "from"), req_query(r, "to"),
			    req_query(r, "asOf"), req_query_id(r, "programmeId"));
	run(export);
}
