#include "cmd/trinn/history/sessions.h"

#define WORKSHOPS 3

/* Of a hundred. */
enum {
	COMES = 86,
	SAYS_SOMETHING = 45,
	BY_HUB = 55,
	OWN_THEME = 82, /* the programme's, and not the other's */
	LIKES_IT = 75,
};

struct session {
	struct cohort *cohort;
	const char *id;
	bool is_partners;
};

static void tell_theme(struct history *history, const struct cohort *cohort)
{
	bool is_own = dice_chance(&history->dice, OWN_THEME);
	bool is_green = (cohort->track->programme == PROGRAMME_GREEN) == is_own;

	history_tell(history, "theme", is_green ? "green" : "digital");
	history_tell_any(history, "sessionTitle", is_green ? "greenSessions" : "digitalSessions");
}

static void give_feedback(struct history *history, const struct way *way)
{
	struct dice *dice = &history->dice;

	if (way->firm->subject == NULL || !dice_chance(dice, SAYS_SOMETHING))
		return;
	way_tell(history, way);
	if (dice_chance(dice, LIKES_IT)) {
		history_tell_number(history, "score", dice_between(dice, 4, 5));
		history_tell_any(history, "comment", "praise");
	} else {
		history_tell_number(history, "score", dice_between(dice, 2, 3));
		history_tell_any(history, "comment", "doubts");
	}
	history_play(history, "feedback");
}

static bool is_in(const struct cohort *cohort, const struct way *way)
{
	return way->state == WAY_IN_STAGE && way->stage == cohort->stage;
}

/* Of the fagpartner that holds it, for all who are in the cohort; false if nobody came. */
static bool order_hours(struct history *history, const struct cohort *cohort, const bool *came)
{
	json_t *firms = json_array();
	bool is_any = false;

	for (int i = 0; i < cohort->n_members; i++) {
		is_any = is_any || came[i];
		if (is_in(cohort, cohort->members[i]))
			json_array_append_new(firms,
					      json_pack("{s:s}", "orgnr",
							cohort->members[i]->firm->orgnr));
	}
	history_tell_json(history, "firms", firms);
	history_play(history, is_any ? "order session" : "cancel session");
	return is_any;
}

/* Each firm that came and has people confirms its part. */
static void confirm_hours(struct history *history, struct cohort *cohort)
{
	json_t *held = json_incref(history_kept_json(history, "heldHours"));
	size_t n = 0;

	for (int i = 0; i < cohort->n_members && !history->failed; i++) {
		struct way *way = cohort->members[i];
		json_t *hours = is_in(cohort, way) ? json_array_get(held, n++) : NULL;
		const char *id = json_string_value(json_object_get(hours, "id"));
		int64_t minutes =
			json_integer_value(json_object_get(hours, "deliveredMinutes"));

		if (id == NULL || way->firm->subject == NULL || minutes == 0)
			continue;
		way_tell(history, way);
		history_tell(history, "hours", id);
		history_tell_number(history, "minutes", minutes);
		history_play(history, "confirm hours");
		track_add_hours(history, cohort->track, id, minutes);
	}
	json_decref(held);
}

/* Who of the cohort came, with how many. */
static json_t *draw_attendance(struct dice *dice, const struct cohort *cohort, bool *came_out)
{
	json_t *attendance = json_array();

	for (int i = 0; i < cohort->n_members; i++) {
		struct way *way = cohort->members[i];
		int heads = dice_between(dice, 1, 3);

		if (!is_in(cohort, way))
			continue;
		came_out[i] = dice_chance(dice, COMES);
		way->has_come = way->has_come || (came_out[i] && way->stage == 2);
		json_array_append_new(attendance,
				      json_pack("{s:s, s:i}", "orgnr", way->firm->orgnr,
						"headCount", came_out[i] ? heads : 0));
	}
	return attendance;
}

static void hold(struct history *history, void *about)
{
	struct session *session = about;
	struct cohort *cohort = session->cohort;
	struct dice *dice = &history->dice;
	bool came[COHORT_MAX] = {false};
	json_t *attendance = draw_attendance(dice, cohort, came);

	cohort_tell(history, cohort);
	history_tell(history, "session", session->id);
	history_tell_number(history, "heldMinutes", dice_between(dice, 14, 18) * 10);
	history_tell_json(history, "attendance", attendance);
	if (session->is_partners && !order_hours(history, cohort, came))
		return;
	history_play(history, "hold session");
	if (session->is_partners)
		confirm_hours(history, cohort);
	for (int i = 0; i < cohort->n_members; i++)
		if (came[i])
			give_feedback(history, cohort->members[i]);
}

void sessions_plan(struct history *history, struct cohort *cohort)
{
	int32_t apart = (cohort->ends_on - cohort->starts_on - 7) / WORKSHOPS;

	for (int i = 0; i < WORKSHOPS; i++) {
		struct session *session = history_alloc(history, sizeof(*session));
		int32_t day = history_working_day(cohort->starts_on + 4 + i * apart);

		session->cohort = cohort;
		history_tell_day(history, "day", day);
		tell_theme(history, cohort);
		session->is_partners = !dice_chance(&history->dice, BY_HUB);
		history_play(history, session->is_partners ? "plan session" : "plan own session");
		session->id = history_kept(history, "session");
		history_plan(history, day, hold, session);
	}
}

void session_consult(struct history *history, const struct cohort *cohort, struct way *way)
{
	tell_theme(history, cohort);
	history_play(history, "consult");
	way->has_come = true;
}
