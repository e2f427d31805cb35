/* What is to be done, by its day. */
#include "cmd/trinn/history/plan.h"

#include "lib/base/date.h"

struct plan {
	struct list link;
	history_step *run;
	void *about;
};

void history_plan(struct history *history, int32_t day, history_step *run, void *about)
{
	struct plan *plan;

	if (day < history->tour.today)
		day = history->tour.today;
	if (day > history->last)
		return;
	plan = history_alloc(history, sizeof(*plan));
	plan->run = run;
	plan->about = about;
	list_append(&history->days[day - history->first], &plan->link);
}

int32_t history_working_day(int32_t day)
{
	while (date_weekday(day) >= DATE_SATURDAY)
		day++;
	return day;
}

void history_plan_working(struct history *history, int32_t day, history_step *run, void *about)
{
	if (day < history->tour.today)
		day = history->tour.today;
	history_plan(history, history_working_day(day), run, about);
}

bool history_has_plans(const struct history *history, int32_t day)
{
	return !list_is_empty(&history->days[day - history->first]);
}

/* Steps may plan more for the same day. */
void history_live(struct history *history)
{
	struct list *plans = &history->days[history->tour.today - history->first];

	while (!list_is_empty(plans) && !history->failed) {
		struct plan *plan = LIST_ENTRY(plans->next, struct plan, link);

		list_remove(&plan->link);
		plan->run(history, plan->about);
	}
}
