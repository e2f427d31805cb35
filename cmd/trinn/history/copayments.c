#include "cmd/trinn/history/copayments.h"

#include <inttypes.h>

#include "lib/base/date.h"

/* Of a hundred. */
enum {
	PAYS_IN_TIME = 80,
	PAYS_LATE = 12,
	PAYS_HALF = 5, /* at first */
	FORGETS_KID = 8,
};

#define DUE_DAYS 21
#define BANK_DAYS 4
#define LINES_MAX_BYTES 8192

static void tell(struct history *history, const struct copayment *copayment)
{
	way_tell(history, copayment->way);
	history_tell(history, "copayment", copayment->id);
}

static void match(struct history *history, struct copayment *copayment)
{
	tell(history, copayment);
	history_play(history, "match payment");
}

static void add_line(struct history *history, const struct copayment *copayment, int number,
		     struct buf *lines)
{
	char day[DATE_TEXT_SIZE];
	int64_t ore = copayment->paying_ore;

	date_format_norwegian(history->tour.today, day);
	buf_addf(lines, "%s%s;%" PRId64 ",%02d;%s;%s;B%s-%d", number > 0 ? "\r\n" : "", day,
		 ore / 100, (int)(ore % 100), copayment->has_no_kid ? "" : copayment->kid,
		 copayment->way->firm->name, copayment->id, (int)(copayment->open_ore / 100));
}

/* All that was paid to the hub since the file before. */
static void read_file(struct history *history, void *about)
{
	struct hub *hub = about;
	struct buf lines;
	int n = 0;

	buf_init(&lines, LINES_MAX_BYTES);
	LIST_EACH(link, &hub->bills)
		add_line(history, LIST_ENTRY(link, struct copayment, link), n++, &lines);
	people_tell_hub(history, hub);
	history_tell(history, "lines", buf_text(&lines));
	history_tell_number(history, "fileNumber", ++hub->n_files);
	history_play(history, "bank file");
	buf_fini(&lines);
	LIST_EACH(link, &hub->bills)
	{
		struct copayment *copayment = LIST_ENTRY(link, struct copayment, link);

		list_remove(link);
		copayment->open_ore -= copayment->paying_ore;
		if (copayment->has_no_kid)
			match(history, copayment);
		copayment->way->has_paid = copayment->open_ore == 0;
	}
}

static void pay(struct history *history, void *about)
{
	struct copayment *copayment = about;
	struct hub *hub = copayment->way->hub;
	bool is_first = list_is_empty(&hub->bills);

	if (copayment->paying_ore == 0 || copayment->paying_ore > copayment->open_ore)
		copayment->paying_ore = copayment->open_ore;
	list_append(&hub->bills, &copayment->link);
	if (is_first)
		history_plan_working(history, history->tour.today + BANK_DAYS, read_file, hub);
}

static void remind(struct history *history, void *about)
{
	struct copayment *copayment = about;

	tell(history, copayment);
	history_play(history, "remind");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 4, 20),
			     pay, copayment);
}

/* Two persons of the hub let the firm off. */
static void waive(struct history *history, void *about)
{
	struct copayment *copayment = about;

	tell(history, copayment);
	history_tell_any(history, "why", "reliefs");
	history_play(history, "waive");
	copayment->open_ore = 0;
	copayment->way->has_paid = true;
}

static void plan_payment(struct history *history, struct copayment *copayment)
{
	struct dice *dice = &history->dice;
	uint32_t drawn = dice_below(dice, 100);
	int32_t due_on = copayment->due_on;

	copayment->has_no_kid = dice_chance(dice, FORGETS_KID);
	if (drawn < PAYS_IN_TIME) {
		history_plan_working(history, due_on - dice_between(dice, 0, 15), pay, copayment);
	} else if (drawn < PAYS_IN_TIME + PAYS_LATE) {
		history_plan_working(history, due_on + dice_between(dice, 5, 12), remind,
				     copayment);
	} else if (drawn < PAYS_IN_TIME + PAYS_LATE + PAYS_HALF) {
		copayment->paying_ore = copayment->open_ore / 2;
		history_plan_working(history, due_on - 5, pay, copayment);
		history_plan_working(history, due_on + 15, remind, copayment);
	} else {
		history_plan_working(history, due_on + 10, waive, copayment);
	}
}

static void bill(struct history *history, void *about)
{
	struct copayment *copayment = about;

	copayment->due_on = history->tour.today + DUE_DAYS;
	tell(history, copayment);
	history_tell_day(history, "dueOn", copayment->due_on);
	history_play(history, "invoice copayment");
	copayment->kid = history_kept(history, "kid");
	plan_payment(history, copayment);
}

int64_t copayment_tell_amount(struct history *history)
{
	static const int kroner[] = {12000, 12000, 12000, 10000, 8000};
	int64_t amount_ore = kroner[dice_below(&history->dice, 5)] * 100;

	history_tell_number(history, "amountOre", amount_ore);
	return amount_ore;
}

void copayment_follow(struct history *history, struct way *way, int64_t amount_ore)
{
	struct copayment *copayment = history_alloc(history, sizeof(*copayment));

	list_init(&copayment->link);
	copayment->way = way;
	copayment->open_ore = amount_ore;
	copayment->id = history_kept(history, "copayment");
	tell(history, copayment);
	history_play(history, "check aid");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 2, 8),
			     bill, copayment);
}
