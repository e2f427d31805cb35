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

static void hold(struct history *history, void *about)
{
	struct session *session = about;
	struct cohort *cohort = session->cohort;
	struct dice *dice = &history->dice;
	json_t *attendance = json_array();
	bool came[COHORT_MAX] = {false};

	for (int i = 0; i < cohort->n_members; i++) {
		struct way *way = cohort->members[i];
		int heads = dice_between(dice, 1, 3);

		if (way->state != WAY_IN_STAGE || way->stage != cohort->stage)
			continue;
		came[i] = dice_chance(dice, COMES);
		way->has_come = way->has_come || (came[i] && way->stage == 2);
		json_array_append_new(attendance,
				      json_pack("{s:s, s:i}", "orgnr", way->firm->orgnr,
						"headCount", came[i] ? heads : 0));
	}
	cohort_tell(history, cohort);
	history_tell(history, "session", session->id);
	history_tell_number(history, "heldMinutes", dice_between(dice, 14, 18) * 10);
	history_tell_json(history, "attendance", attendance);
	history_play(history, "hold session");
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
		history_play(history, dice_chance(&history->dice, BY_HUB) ? "plan own session"
									  : "plan session");
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
