/* load: puts an HTTP/1.1 server on this machine under load and prints as JSON what came of it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/fail.h"
#include "tests/bench/load_run.h"

#define OPTIONS(X) \
	X(PORT, "port", 0, 65535, "of the server, on 127.0.0.1") \
	X(CONNECTIONS, "connections", 32, 10000, "kept alive") \
	X(RATE, "rate", 0, 1e7, "requests a second at random times; 0: as fast as replies come") \
	X(WARMUP, "warmup", 0, 3600, "seconds before those that are measured") \
	X(SECONDS, "seconds", 5, 3600, "that are measured") \
	X(DRAIN, "drain", 5, 3600, "seconds to wait for the last replies") \
	X(REQUESTS, "requests", 1e15, 1e15, "at most, with those of the warm-up") \
	X(SEED, "seed", 1, 65535, "of the random times") \
	X(FIRST_N, "first-n", 0, 1e15, "number of the first request")

#define OPTION_ID(id, name, initial, max, text) OPTION_##id,
enum option_id { OPTIONS(OPTION_ID) N_OPTIONS };

struct option {
	const char *name;
	double initial;
	double max;
	const char *text;
};

#define OPTION_ROW(id, name, initial, max, text) [OPTION_##id] = { name, initial, max, text },
static const struct option options[] = { OPTIONS(OPTION_ROW) };

static int print_usage(void)
{
	fputs("usage: load --OPTION VALUE ... REQUESTS\n", stderr);
	for (int i = 0; i < N_OPTIONS; i++)
		fprintf(stderr, "  --%-12s %s (%g)\n", options[i].name, options[i].text,
			options[i].initial);
	return 2;
}

static bool read_option(const char *name, const char *value, double *values)
{
	char *end;

	for (int i = 0; i < N_OPTIONS; i++) {
		if (strncmp(name, "--", 2) != 0 || strcmp(name + 2, options[i].name) != 0)
			continue;
		values[i] = strtod(value, &end);
		return end != value && !*end && values[i] >= 0 && values[i] <= options[i].max;
	}
	return false;
}

static bool read_plan(int argc, char **argv, struct load_plan *plan)
{
	double values[N_OPTIONS];

	for (int i = 0; i < N_OPTIONS; i++)
		values[i] = options[i].initial;
	for (int i = 1; i + 2 < argc; i += 2) {
		if (!read_option(argv[i], argv[i + 1], values))
			return false;
	}
	*plan = (struct load_plan){ .port = (uint16_t)values[OPTION_PORT],
				    .connections = (unsigned)values[OPTION_CONNECTIONS],
				    .rate = values[OPTION_RATE],
				    .warmup = values[OPTION_WARMUP],
				    .seconds = values[OPTION_SECONDS],
				    .drain = values[OPTION_DRAIN],
				    .max_requests = (uint64_t)values[OPTION_REQUESTS],
				    .seed = (uint16_t)values[OPTION_SEED],
				    .first_n = (uint64_t)values[OPTION_FIRST_N] };
	return argc % 2 == 0 && plan->port > 0 && plan->connections > 0 &&
	       request_list_read(argv[argc - 1], &plan->requests);
}

static int compare_ns(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left;
	uint64_t b = *(const uint64_t *)right;

	return (a > b) - (a < b);
}

/* The shortest duration that at least `share` (0 to 1) of them do not exceed. */
static double quantile_us(const struct durations *sorted, double share)
{
	size_t rank = (size_t)ceil(share * (double)sorted->n);

	if (sorted->n == 0)
		return 0;
	return (double)sorted->ns[rank > 0 ? rank - 1 : 0] / 1000;
}

static void print_durations(const char *name, struct durations *durations)
{
	if (durations->n > 0)
		qsort(durations->ns, durations->n, sizeof(*durations->ns), compare_ns);
	printf("\"%s\":{\"n\":%zu,\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,\"p999\":%.1f,"
	       "\"max\":%.1f},",
	       name, durations->n, quantile_us(durations, 0.5), quantile_us(durations, 0.9),
	       quantile_us(durations, 0.99), quantile_us(durations, 0.999),
	       quantile_us(durations, 1));
}

static void print_count(const char *name, uint64_t count)
{
	printf("\"%s\":%llu,", name, (unsigned long long)count);
}

static void print_statuses(const struct load_result *result)
{
	const char *comma = "";

	printf("\"statuses\":{");
	for (int status = 0; status < STATUS_LIMIT; status++) {
		if (result->statuses[status] == 0)
			continue;
		printf("%s\"%d\":%llu", comma, status,
		       (unsigned long long)result->statuses[status]);
		comma = ",";
	}
	printf("},");
}

static void print_result(const struct load_plan *plan, struct load_result *result)
{
	double rps = result->seconds > 0 ? (double)result->completed / result->seconds : 0;

	printf("{\"connections\":%u,\"rate\":%.1f,\"seconds\":%.6f,\"rps\":%.1f,",
	       plan->connections, plan->rate, result->seconds, rps);
	print_durations("latency_us", &result->latency);
	print_durations("lag_us", &result->lag);
	print_statuses(result);
	print_count("completed", result->completed);
	print_count("sent", result->sent);
	print_count("bytes", result->bytes);
	print_count("unexpected", result->unexpected);
	print_count("connect_errors", result->connect_errors);
	print_count("io_errors", result->io_errors);
	print_count("framing_errors", result->framing_errors);
	print_count("reconnects", result->reconnects);
	print_count("unfinished", result->unfinished);
	printf("\"cpu_share\":%.3f}\n", result->cpu_share);
}

int main(int argc, char **argv)
{
	struct load_plan plan;
	struct load_result result;
	bool ran;

	if (!read_plan(argc, argv, &plan))
		return print_usage();
	ran = load_run(&plan, &result);
	if (ran)
		print_result(&plan, &result);
	load_result_fini(&result);
	request_list_fini(&plan.requests);
	return ran ? 0 : 1;
}
