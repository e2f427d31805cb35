#include "cmd/trinn/tour.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "cmd/trinn/daemon.h"
#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/say.h"
#include "cmd/trinn/tour_show.h"
#include "lib/base/date.h"
#include "lib/base/num.h"
#include "lib/json/body.h"

#define STEPS_MAX_BYTES (1024 * 1024)
#define INDEX_MAX 100000
#define MAIN_PATH "main_path.json"
#define SAVED "tour" /* folder of what steps save, below that of the state */
#define UNTIL_TRIES 100
#define UNTIL_WAIT_NS (100 * 1000 * 1000)

static const char *text_of(const json_t *step, const char *name)
{
	return json_string_value(json_object_get(step, name));
}

json_t *tour_find(struct tour *tour, json_t *value, const char *path)
{
	while (value != NULL && *path != '\0') {
		size_t len = strcspn(path, ".");
		const char *name = arena_strndup(tour->arena, path, len);
		uint32_t i;

		if (!json_is_array(value))
			value = json_object_get(value, name);
		else
			value = num_u32(name, 0, INDEX_MAX, &i) ? json_array_get(value, i) : NULL;
		path += len + (path[len] == '.');
	}
	return value;
}

static bool is_kept(const struct tour *tour, const char *name)
{
	return json_object_get(tour->kept, name) != NULL;
}

static bool is_skipped(const struct tour *tour, const json_t *step)
{
	const char *only_if = text_of(step, "if");
	const char *unless = text_of(step, "unless");

	return (only_if != NULL && !is_kept(tour, only_if)) ||
	       (unless != NULL && is_kept(tour, unless));
}

/* The item that `find` of a step describes; NULL if the answer has no such. */
static json_t *find_item(struct tour *tour, const json_t *find, json_t *answer)
{
	const char *list = text_of(find, "in");
	const char *member = text_of(find, "member");
	const char *wanted = tour_fill(tour, text_of(find, "is"));
	json_t *item;
	size_t i;

	json_array_foreach(json_object_get(answer, list), i, item)
	{
		const char *value = json_string_value(tour_find(tour, item, member));

		if (wanted != NULL && value != NULL && strcmp(value, wanted) == 0)
			return item;
	}
	return NULL;
}

static bool keep(struct tour *tour, json_t *step, const struct tour_answer *answer)
{
	const char *etag = text_of(step, "etag");
	const char *name;
	json_t *path;

	if (etag != NULL && answer->etag != NULL)
		json_object_set_new(tour->etags, etag, json_string(answer->etag));
	if (answer->found == NULL)
		return true;
	json_object_foreach(json_object_get(step, "keep"), name, path)
	{
		json_t *value = tour_find(tour, answer->found, json_string_value(path));

		if (value == NULL)
			return say_error("the answer has no %s: %s", json_string_value(path),
					 answer->text);
		json_object_set(tour->kept, name, value);
	}
	return true;
}

/* What a refusal says was shown, unless the tour is silent. */
static bool is_expected(const struct tour *tour, const json_t *step,
			const struct tour_answer *answer)
{
	json_int_t expected = json_integer_value(json_object_get(step, "expect"));
	const char *text = answer->status < 400 || tour->is_silent ? answer->text : "";

	return answer->status == expected ||
	       say_error("expected status %" JSON_INTEGER_FORMAT ", not %ld %s", expected,
			 answer->status, text);
}

/* False after an error; else request->body is the caller's. */
static bool make_request(struct tour *tour, json_t *step, struct tour_request *request)
{
	const char *asked = text_of(step, "do");
	size_t method_len = strcspn(asked, " ");
	const char *match = text_of(step, "match");
	json_t *body = json_object_get(step, "body");

	*request = (struct tour_request){
		.subject = tour_fill(tour, text_of(step, "as")),
		.method = arena_strndup(tour->arena, asked, method_len),
		.path = tour_fill(tour, asked + method_len + 1),
	};
	if (match != NULL)
		request->match = strcmp(match, "*") == 0 ? match : text_of(tour->etags, match);
	if (request->path != NULL && body != NULL)
		request->body = tour_fill_json(tour, body);
	return request->subject != NULL && request->path != NULL &&
	       (body == NULL || request->body != NULL);
}

/* Asks until the place that `until` of the step names has a value, if it names one. */
static bool ask(struct tour *tour, json_t *step, const struct tour_request *request,
		struct tour_answer *answer_out)
{
	const char *until = text_of(step, "until");
	const struct timespec pause = {.tv_nsec = UNTIL_WAIT_NS};

	for (int tries = 0;; tries++) {
		const json_t *value;

		if (!tour_send(tour, request, answer_out))
			return false;
		value = until != NULL ? tour_find(tour, answer_out->json, until) : answer_out->json;
		if (until == NULL || (value != NULL && !json_is_null(value)))
			return true;
		if (tries == UNTIL_TRIES)
			return say_error("the answer still has no %s: %s", until, answer_out->text);
		json_decref(answer_out->json);
		nanosleep(&pause, NULL);
	}
}

static const char *saved_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/" SAVED, trinn->state);
}

void tour_remove(struct trinn *trinn)
{
	if (!folder_remove(saved_path(trinn)))
		say_warning("what the tour saved is left");
}

static bool save(struct tour *tour, const json_t *step, const struct tour_answer *answer)
{
	const char *name = text_of(step, "save");
	const char *folder = saved_path(tour->trinn);
	const char *path;

	if (name == NULL)
		return true;
	path = arena_printf(tour->arena, "%s/%s", folder, name);
	if (!folder_make(folder, 0755) ||
	    !folder_write_bytes(path, answer->text, answer->len, 0644))
		return false;
	say("        %s", trinn_from_here(tour->trinn, path));
	return true;
}

static bool play(struct tour *tour, json_t *step)
{
	const json_t *find = json_object_get(step, "find");
	struct tour_request request;
	struct tour_answer answer;
	bool ok;

	if (!make_request(tour, step, &request))
		return false;
	ok = ask(tour, step, &request, &answer);
	json_decref(request.body);
	if (!ok)
		return false;
	answer.found = find != NULL ? find_item(tour, find, answer.json) : answer.json;
	if (!tour->is_silent)
		tour->took_us += answer.took_us;
	ok = (tour->is_silent || tour_show(tour, step, &request, &answer)) &&
	     is_expected(tour, step, &answer) && save(tour, step, &answer) &&
	     keep(tour, step, &answer);
	json_decref(answer.json);
	return ok;
}

bool tour_play_steps(struct tour *tour, json_t *steps)
{
	json_t *step;
	size_t i;

	json_array_foreach(steps, i, step)
	{
		const char *heading = text_of(step, "heading");

		if (is_skipped(tour, step))
			continue;
		if (heading != NULL) {
			say("\n%s\n", heading);
			tour->subject = NULL;
		} else if (!play(tour, step)) {
			return false;
		}
	}
	return true;
}

json_t *tour_load(struct tour *tour, const char *name)
{
	static const struct body_limits limits = {STEPS_MAX_BYTES, BODY_DEPTH_MAX};
	const char *path =
		arena_printf(tour->arena, "%s/sql/reference/%s", tour->trinn->share, name);
	size_t len, position;
	const char *text = folder_read_file(path, STEPS_MAX_BYTES, tour->arena, &len);
	json_t *steps = NULL;
	enum body_fault fault;

	if (text == NULL)
		return NULL;
	fault = body_parse(text, len, &limits, &steps, &position);
	if (fault != BODY_OK)
		say_error("\"%s\", byte %zu: %s", path, position, body_fault_text(fault));
	return steps;
}

static json_t *known_from_the_start(int32_t today)
{
	const int year = date_to_ymd(today).year;

	return json_pack("{s:i, s:i, s:i, s:i, s:I}", "year", year, "nextYear", year + 1,
			 "yearAfter", year + 2, "lastYear", year + 4, "run",
			 (json_int_t)time(NULL));
}

bool tour_begin(struct tour *tour, struct trinn *trinn, int32_t today)
{
	*tour = (struct tour){.trinn = trinn, .arena = trinn->arena, .today = today};
	if (!daemon_port(trinn, &tour->port) || !devkey_load(trinn, &tour->key))
		return false;
	tour->curl = curl_easy_init();
	tour->kept = known_from_the_start(today);
	tour->etags = json_object();
	tour->tokens = json_object();
	tour->people = json_object();
	return tour->curl != NULL || say_error("libcurl does not start");
}

void tour_end(struct tour *tour)
{
	json_decref(tour->people);
	json_decref(tour->tokens);
	json_decref(tour->etags);
	json_decref(tour->kept);
	curl_easy_cleanup(tour->curl);
}

bool tour_play(struct tour *tour, const char *name)
{
	json_t *steps = tour_load(tour, name);
	bool ok = steps != NULL && tour_play_steps(tour, steps);

	json_decref(steps);
	return ok;
}

/* In Norway, by the clock that the rules go by. A workshop that is over is from the moment the day
 * began, for four hours or as long as the day has lasted; it is kept in `kept`. */
static bool find_today(struct trinn *trinn, int32_t *today_out, json_t *kept)
{
	static const char today[] =
		"select d, to_json(b) #>> '{}', to_json(b + m * interval '1 minute') #>> '{}', m"
		" from trinn.today() d,"
		" lateral (select d::timestamp at time zone 'Europe/Oslo' as b) x, lateral (select"
		" least(240, greatest(1, floor(extract(epoch from now() - b) / 60)))::int as m) y";
	PGconn *conn = db_open(trinn);
	PGresult *row = conn != NULL ? db_query(conn, today, NULL) : NULL;
	int64_t minutes;
	bool ok = row != NULL && num_date(PQgetvalue(row, 0, 0), today_out) &&
		  num_i64(PQgetvalue(row, 0, 3), 1, INT32_MAX, &minutes);

	if (ok) {
		json_object_set_new(kept, "workshopBegan", json_string(PQgetvalue(row, 0, 1)));
		json_object_set_new(kept, "workshopOver", json_string(PQgetvalue(row, 0, 2)));
		json_object_set_new(kept, "workshopMinutes", json_integer(minutes));
	}
	PQclear(row);
	PQfinish(conn);
	return ok;
}

/* The set-up is found where it was made before. */
bool trinn_tour(struct trinn *trinn)
{
	struct tour tour;
	json_t *workshop = json_object();
	int32_t today;
	bool ok;

	if (!find_today(trinn, &today, workshop)) {
		json_decref(workshop);
		return false;
	}
	ok = tour_begin(&tour, trinn, today);
	json_object_update(tour.kept, workshop);
	json_decref(workshop);
	tour.is_silent = true;
	ok = ok && tour_play(&tour, TOUR_SET_UP);
	tour.is_silent = false;
	ok = ok && tour_play(&tour, MAIN_PATH);
	if (ok)
		say("%d steps, answered in %" PRId64 " ms", tour.number, tour.took_us / 1000);
	tour_end(&tour);
	return ok;
}
