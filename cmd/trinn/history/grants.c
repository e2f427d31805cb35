#include "cmd/trinn/history/grants.h"

#include <inttypes.h>

#include "lib/base/date.h"
#include "lib/base/num.h"

/* Of a hundred. */
enum {
	REPORTS_LATE = 15,
	FIRST_SHARE_MIN = 60, /* of the costs, in the first of two claims */
	FIRST_SHARE_MAX = 68,
	SPENT_MIN = 90,
	SPENT_MAX = 100,
};

#define MINUTES_PER_HOUR 60
#define DAY_OF_PAYMENT 25
#define FORGOTTEN_DAYS 60
#define YEAR_DAYS 366

struct report {
	struct part *part;
	const char *id;
	bool is_late;
};

struct claim {
	const char *id;
	const char *caseworker;
	const struct part *part; /* NULL: of a firm, which sends no reports */
	int64_t amount_ore;
};

struct payment {
	struct list link;
	const char *id;
};

static void approve_report(struct history *history, void *about)
{
	const struct report *report = about;

	part_tell(history, report->part);
	history_tell(history, "report", report->id);
	history_play(history, "approve report");
}

static void send_report(struct history *history, void *about)
{
	struct report *report = about;

	part_tell(history, report->part);
	history_tell(history, "report", report->id);
	history_tell_any(history, "reportText", "reports");
	history_tell_number(history, "firmsReached", dice_between(&history->dice, 4, 12));
	history_play(history, "send report");
	report->part->n_overdue -= report->is_late;
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 3, 12),
			     approve_report, report);
}

static void miss_report(struct history *history, void *about)
{
	struct report *report = about;

	(void)history;
	report->part->n_overdue++;
}

/* One that holds back a claim of the last year is never sent. */
static bool is_forgotten(struct history *history, const struct part *part, int32_t period_to)
{
	int32_t since = history->last - FORGOTTEN_DAYS;

	if (history->has_forgotten || part->track->programme != PROGRAMME_GREEN ||
	    period_to != part->ends_on || period_to > since || period_to <= since - YEAR_DAYS)
		return false;
	history->has_forgotten = true;
	return true;
}

static bool day_of(const json_t *item, const char *member, int32_t *day_out)
{
	return num_date(json_string_value(json_object_get(item, member)), day_out);
}

static void plan_report(struct history *history, struct part *part, const json_t *item)
{
	struct report *report = history_alloc(history, sizeof(*report));
	const char *id = json_string_value(json_object_get(item, "id"));
	int32_t period_to = 0, due_on = 0;

	if (id == NULL || !day_of(item, "periodTo", &period_to) || !day_of(item, "dueOn", &due_on))
		return;
	report->part = part;
	report->id = arena_strdup(history->trinn->arena, id);
	report->is_late = dice_chance(&history->dice, REPORTS_LATE);
	if (is_forgotten(history, part, period_to)) {
		history_plan(history, due_on, miss_report, report);
	} else if (report->is_late) {
		history_plan(history, due_on, miss_report, report);
		history_plan_working(history, due_on + dice_between(&history->dice, 3, 20),
				     send_report, report);
	} else {
		history_plan_working(history, due_on - dice_between(&history->dice, 0, 14),
				     send_report, report);
	}
}

/* The line of the green programme pays no hub that owes a report. */
static bool is_held_back(const struct claim *claim)
{
	return claim->part != NULL && claim->part->track->programme == PROGRAMME_GREEN &&
	       claim->part->n_overdue > 0;
}

static void release(struct history *history, void *about)
{
	struct claim *claim = about;
	struct payment *payment;

	if (is_held_back(claim)) {
		history_plan_working(history, history->tour.today + 7, release, claim);
		return;
	}
	payment = history_alloc(history, sizeof(*payment));
	history_tell(history, "claim", claim->id);
	history_play(history, "release");
	payment->id = history_kept(history, "payment");
	list_append(&history->payments, &payment->link);
}

static void attest(struct history *history, void *about)
{
	struct claim *claim = about;

	history_tell(history, "claim", claim->id);
	history_play(history, "attest");
	release(history, claim);
}

static void review(struct history *history, void *about)
{
	struct claim *claim = about;

	history_tell(history, "claim", claim->id);
	history_tell(history, "caseworker", claim->caseworker);
	history_tell_number(history, "amountOre", claim->amount_ore);
	history_play(history, "review");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 2, 8),
			     attest, claim);
}

void claim_follow(struct history *history, const char *id, const char *caseworker,
		  int64_t amount_ore, const struct part *part)
{
	struct claim *claim = history_alloc(history, sizeof(*claim));

	claim->id = id;
	claim->caseworker = caseworker;
	claim->part = part;
	claim->amount_ore = amount_ore;
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 4, 15),
			     review, claim);
}

/* What firms confirmed is invoiced by the fagpartner, and the hub claims it. */
static void invoice_hours(struct history *history, struct track *track)
{
	struct partner *partner = track->partner;

	if (track->hours == NULL)
		return;
	partner->n_invoices++;
	track->invoice = arena_printf(history->trinn->arena, "%d-%03d", track->year,
				      partner->n_invoices);
	history_tell(history, "invoice", track->invoice);
	track->invoiced_ore = track->confirmed_minutes * track->hourly_ore / MINUTES_PER_HOUR;
	history_tell_number(history, "invoicedOre", track->invoiced_ore);
	history_tell_json(history, "hoursIds", json_incref(track->hours));
	history_play(history, "invoice hours");
	track->hours = NULL;
	track->confirmed_minutes = 0;
}

/* The same share of each group of costs; the grant pays its share of them. Of the last, delivery, a
 * fagpartner's invoice is evidence of what it is for. */
static void claim_share(struct history *history, struct part *part, int share, const char *kind)
{
	int64_t total_ore = 0;
	int64_t amount_ore;
	int64_t ore = 0;
	bool has_invoice;
	const struct {
		const char *name;
		int percent;
	} groups[] = {{"developmentOre", 35}, {"mobilisationOre", 15}, {"deliveryOre", 50}};

	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		ore = part->cost_ore * groups[i].percent / 100 * share / 100;
		history_tell_number(history, groups[i].name, ore);
		total_ore += ore;
	}
	has_invoice = part->track->invoice != NULL && part->track->invoiced_ore < ore;
	if (has_invoice)
		history_tell_number(history, "ownHoursOre", ore - part->track->invoiced_ore);
	amount_ore = part->granted_ore * total_ore / part->cost_ore;
	history_tell(history, "kind", kind);
	history_tell_number(history, "amountOre", amount_ore);
	history_tell_day(history, "periodFrom", part->starts_on);
	history_tell_day(history, "periodTo", part->ends_on < history->tour.today
						      ? part->ends_on
						      : history->tour.today);
	history_tell_any(history, "reportText", "reports");
	history_play(history, has_invoice ? "claim with invoice" : "claim");
	part->track->invoice = NULL;
	claim_follow(history, history_kept(history, "claim"), part->caseworker, amount_ore, part);
}

static void claim_first(struct history *history, void *about)
{
	struct part *part = about;

	part_tell(history, part);
	invoice_hours(history, part->track);
	part->claimed_percent = dice_between(&history->dice, FIRST_SHARE_MIN, FIRST_SHARE_MAX);
	claim_share(history, part, part->claimed_percent, "part");
}

static void claim_rest(struct history *history, void *about)
{
	struct part *part = about;
	int spent = dice_between(&history->dice, SPENT_MIN, SPENT_MAX);

	part_tell(history, part);
	claim_share(history, part, spent - part->claimed_percent, "final");
}

void grant_follow(struct history *history, struct part *part, json_t *reports)
{
	struct dice *dice = &history->dice;
	json_t *item;
	size_t i;

	json_array_foreach(reports, i, item)
		plan_report(history, part, item);
	if (part->number == PART_23)
		history_plan_working(history,
				     track_day(part->track, 1, 1, 10) + dice_between(dice, 0, 20),
				     claim_first, part);
	history_plan_working(history, part->ends_on + dice_between(dice, 5, 25), claim_rest, part);
}

static void pay_all(struct history *history, void *about)
{
	(void)about;
	if (list_is_empty(&history->payments))
		return;
	history_play(history, "list payments");
	LIST_EACH(link, &history->payments)
	{
		const struct payment *payment = LIST_ENTRY(link, struct payment, link);

		list_remove(link);
		history_tell(history, "payment", payment->id);
		history_play(history, "pay");
	}
}

void payments_plan(struct history *history)
{
	for (int32_t month = 0; month < 12 * (HISTORY_YEARS + 1); month++)
		history_plan_working(history,
				     date_add_months(history->first, month) + DAY_OF_PAYMENT,
				     pay_all, NULL);
}
