#include "cmd/trinn/history/actors.h"

#include "lib/base/date.h"

/* Nobody comes later than that before the end of a cohort. */
#define LATE_DAYS 60

int32_t track_day(const struct track *track, int years_later, int month, int day)
{
	int32_t days = 0;

	return date_from_ymd(track->year + years_later, month, day, &days) ? days : 0;
}

void track_add_hours(struct history *history, struct track *track, const char *hours,
		     int64_t minutes)
{
	const char *name = arena_printf(history->trinn->arena, "hours of %s", track->engagement);

	if (track->hours == NULL) {
		history_tell_json(history, name, json_array());
		track->hours = history_kept_json(history, name);
	}
	json_array_append_new(track->hours, json_string(hours));
	track->confirmed_minutes += minutes;
}

void cohort_add(struct cohort *cohort, struct way *way)
{
	way->has_cohort = cohort->stage == 2;
	cohort->members[cohort->n_members++] = way;
}

bool cohort_has_room(const struct history *history, const struct cohort *cohort)
{
	int n_left = 0;

	if (cohort == NULL || cohort->is_over || cohort->n_members == COHORT_MAX ||
	    history->tour.today > cohort->ends_on - LATE_DAYS)
		return false;
	for (int i = 0; i < cohort->n_members; i++)
		n_left += cohort->members[i]->state != WAY_IN_STAGE;
	return cohort->n_members - n_left < cohort->capacity;
}

void track_tell(struct history *history, const struct track *track)
{
	people_tell_hub(history, track->hub);
	people_tell_partner(history, track->partner);
	history_tell(history, "programme", history->programmes[track->programme].id);
	history_tell_number(history, "trackYear", track->year);
	history_tell(history, "track", track->id != NULL ? track->id : "");
	history_tell(history, "engagement", track->engagement != NULL ? track->engagement : "");
}

void part_tell(struct history *history, const struct part *part)
{
	track_tell(history, part->track);
	history_tell(history, "application", part->id);
	history_tell(history, "grant", part->grant != NULL ? part->grant : "");
	history_tell(history, "caseworker", part->caseworker);
}

void way_tell(struct history *history, const struct way *way)
{
	people_tell_firm(history, way->firm);
	people_tell_hub(history, way->hub);
	history_tell(history, "enrolment", way->id != NULL ? way->id : "");
	history_tell_number(history, "stage", way->stage);
}

void cohort_tell(struct history *history, const struct cohort *cohort)
{
	track_tell(history, cohort->track);
	history_tell(history, "cohort", cohort->id != NULL ? cohort->id : "");
	history_tell_number(history, "stage", cohort->stage);
}
