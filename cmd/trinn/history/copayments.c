#include "cmd/trinn/history/copayments.h"

#include "cmd/trinn/history/bank.h"
#include "cmd/trinn/history/places.h"
#include "lib/base/date.h"

#define THOUSAND_KR_ORE 100000
#define DUE_DAYS 21
#define ROOM_ORE 80000 /* hired of the hub */

/* Of a hundred. */
#define FORGETS_KID 8

enum manner {
	IN_TIME,
	LATE,	  /* when reminded */
	IN_PARTS, /* half of it half a year later */
	TOO_MUCH, /* with the tax that there is none of */
	NEVER,	  /* its share is given up after more than a year: on any day there is one */
	LET_OFF,
	CREDITED,  /* the firm pays, and leaves before it got anything */
	WITH_MORE, /* in one payment with something else that it owes */
};

/* How firms pay, in turn from the first of each year: a dozen of them have all there is. */
static const enum manner manners[] = {
	IN_TIME,  LATE,	     IN_TIME, NEVER, IN_TIME, IN_PARTS, CREDITED, IN_TIME, LET_OFF, IN_TIME,
	TOO_MUCH, WITH_MORE, IN_TIME, LATE,  IN_TIME, IN_TIME,	IN_PARTS, IN_TIME, LATE,    IN_TIME,
};

#define N_MANNERS (sizeof(manners) / sizeof(manners[0]))

struct copayment {
	struct way *way;
	struct hub *hub; /* that it is owed to */
	const char *id;
	enum manner manner;
	int64_t amount_ore, open_ore;
	bool is_dropped; /* credited, as the firm left before the stage began */
	int32_t due_on;
	int n_reminders;
	int n_payments;
	struct bank_payment payment; /* the newest */
};

static void tell(struct history *history, const struct copayment *copayment)
{
	way_tell(history, copayment->way);
	people_tell_hub(history, copayment->hub);
	history_tell(history, "copayment", copayment->id);
}

static void refund(struct history *history, void *about)
{
	struct copayment *copayment = about;

	tell(history, copayment);
	history_tell_number(history, "amountOre", -copayment->open_ore);
	history_play(history, "refund");
	copayment->open_ore = 0;
}

static void plan_refund(struct history *history, struct copayment *copayment)
{
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 3, 9),
			     refund, copayment);
}

static void settle(struct history *history, json_t *ids, int64_t cost_ore)
{
	history_tell_json(history, "copayments", ids);
	history_tell_number(history, "costOre", cost_ore);
	history_play(history, "settle aid");
}

static void credit(struct history *history, void *about)
{
	struct copayment *copayment = about;

	tell(history, copayment);
	history_play(history, "credit");
	copayment->open_ore -= copayment->amount_ore;
	copayment->way->is_credited = true;
	plan_refund(history, copayment);
}

/* One that has come to something already stays. */
static void leave_at_once(struct history *history, void *about)
{
	struct copayment *copayment = about;

	if (copayment->way->has_come || copayment->way->state != WAY_IN_STAGE)
		return;
	way_give_up(history, copayment->way);
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 2, 6),
			     credit, copayment);
}

/* The hub takes its share out of the payment, and the rest is no concern of Trinn. */
static void match_part(struct history *history, struct copayment *copayment)
{
	struct bank_payment part = copayment->payment;
	struct arena *arena = history->trinn->arena;

	history_tell_number(history, "shareOre", part.ore - ROOM_ORE);
	history_tell_number(history, "restOre", ROOM_ORE);
	bank_tell_waiting(history, &copayment->payment);
	history_play(history, "split payment");
	part.reference = arena_printf(arena, "%s#1", copayment->payment.reference);
	bank_tell_waiting(history, &part);
	history_play(history, "match payment");
	part.reference = arena_printf(arena, "%s#2", copayment->payment.reference);
	bank_tell_waiting(history, &part);
	history_tell_any(history, "why", "ours");
	history_play(history, "ignore payment");
	copayment->open_ore = 0;
	copayment->way->n_owing--;
}

/* By itself, or by a person of the hub where the KID is missing; what came too late is sent back.
 */
static void match(struct history *history, void *about)
{
	struct copayment *copayment = about;
	bool is_known = copayment->payment.kid[0] != '\0';

	tell(history, copayment);
	if (copayment->is_dropped) {
		bank_tell_waiting(history, &copayment->payment);
		history_tell_any(history, "why", "notOurs");
		history_play(history, "return payment");
		return;
	}
	if (copayment->manner == WITH_MORE) {
		match_part(history, copayment);
		return;
	}
	copayment->open_ore -= copayment->payment.ore;
	if (!is_known) {
		bank_tell_waiting(history, &copayment->payment);
		history_play(history, "match payment");
	}
	copayment->way->n_owing -= copayment->open_ore <= 0;
	if (copayment->open_ore < 0)
		plan_refund(history, copayment);
	if (copayment->manner == CREDITED)
		history_plan_working(history, history->tour.today + 1, leave_at_once, copayment);
}

static void pay_ore(struct history *history, struct copayment *copayment, int64_t ore)
{
	struct bank_payment *payment = &copayment->payment;

	payment->ore = ore;
	payment->reference = arena_printf(history->trinn->arena, "B%s-%d", copayment->id,
					  ++copayment->n_payments);
	bank_pay(history, copayment->hub, payment);
}

static void pay(struct history *history, void *about)
{
	struct copayment *copayment = about;

	if (!copayment->is_dropped)
		pay_ore(history, copayment, copayment->open_ore);
}

static void pay_half(struct history *history, void *about)
{
	struct copayment *copayment = about;

	if (!copayment->is_dropped)
		pay_ore(history, copayment, copayment->open_ore / 2);
}

static void pay_too_much(struct history *history, void *about)
{
	struct copayment *copayment = about;

	if (!copayment->is_dropped)
		pay_ore(history, copayment, copayment->open_ore * 5 / 4);
}

static void pay_with_more(struct history *history, void *about)
{
	struct copayment *copayment = about;

	if (copayment->is_dropped)
		return;
	copayment->payment.kid = "";
	pay_ore(history, copayment, copayment->open_ore + ROOM_ORE);
}

/* Two persons of the hub let the firm off, or give the money up. */
static void give_up(struct history *history, void *about)
{
	struct copayment *copayment = about;
	bool is_relief = copayment->manner == LET_OFF;

	if (copayment->is_dropped)
		return;
	tell(history, copayment);
	history_tell_any(history, "why", is_relief ? "reliefs" : "losses");
	history_play(history, is_relief ? "waive" : "write off");
	copayment->open_ore = 0;
	copayment->way->n_owing -= is_relief; /* a loss is not settled */
}

static void remind(struct history *history, void *about)
{
	struct copayment *copayment = about;
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;

	if (copayment->is_dropped)
		return;
	tell(history, copayment);
	history_play(history, "remind");
	if (copayment->manner == LATE)
		history_plan_working(history, today + dice_between(dice, 4, 20), pay, copayment);
	else if (copayment->manner == IN_PARTS)
		history_plan_working(history, today + dice_between(dice, 150, 220), pay, copayment);
	else if (++copayment->n_reminders == 1)
		history_plan_working(history, today + dice_between(dice, 17, 25), remind,
				     copayment);
	else
		history_plan_working(history, today + dice_between(dice, 390, 430), give_up,
				     copayment);
}

static void plan_payment(struct history *history, struct copayment *copayment)
{
	struct dice *dice = &history->dice;
	int32_t due_on = copayment->due_on;
	int32_t before = due_on - dice_between(dice, 5, 15);
	int32_t after = due_on + dice_between(dice, 5, 12);

	switch (copayment->manner) {
	case IN_TIME:
		history_plan_working(history, before, pay, copayment);
		break;
	case TOO_MUCH:
		history_plan_working(history, before, pay_too_much, copayment);
		break;
	case IN_PARTS:
		history_plan_working(history, before, pay_half, copayment);
		history_plan_working(history, after, remind, copayment);
		break;
	case LATE:
	case NEVER:
		history_plan_working(history, after, remind, copayment);
		break;
	case CREDITED:
		history_plan_working(history, history->tour.today + 1, pay, copayment);
		break;
	case WITH_MORE:
		history_plan_working(history, before, pay_with_more, copayment);
		break;
	case LET_OFF:
		history_plan_working(history, after, give_up, copayment);
		break;
	}
}

static void bill(struct history *history, void *about)
{
	struct copayment *copayment = about;
	bool has_no_kid = dice_chance(&history->dice, FORGETS_KID);

	if (copayment->is_dropped)
		return;
	copayment->due_on = history->tour.today + DUE_DAYS;
	tell(history, copayment);
	history_tell_day(history, "dueOn", copayment->due_on);
	history_play(history, "invoice copayment");
	copayment->payment.kid = has_no_kid ? "" : history_kept(history, "kid");
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
	int year = date_to_ymd(history->tour.today).year;
	int *n_this_year = &history->n_copayments[year - history->first_year];

	copayment->way = way;
	copayment->hub = way->hub;
	copayment->manner = manners[(size_t)(*n_this_year)++ % N_MANNERS];
	copayment->amount_ore = amount_ore;
	copayment->open_ore = amount_ore;
	copayment->id = history_kept(history, "copayment");
	list_init(&copayment->payment.link);
	copayment->payment.payer = way->firm->name;
	copayment->payment.told = match;
	copayment->payment.about = copayment;
	way->copayment = copayment;
	way->n_owing++;
	tell(history, copayment);
	history_play(history, "check aid");
	history_plan_working(history,
			     history->tour.today + (copayment->manner == CREDITED
							    ? 1
							    : dice_between(&history->dice, 2, 8)),
			     bill, copayment);
}

void copayment_drop(struct history *history, struct way *way)
{
	struct copayment *copayment = way->copayment;

	if (copayment->open_ore <= 0)
		return;
	copayment->is_dropped = true;
	if (copayment->due_on != 0) {
		tell(history, copayment);
		history_play(history, "give credit");
	}
	copayment->open_ore -= copayment->amount_ore;
	way->n_owing--;
	if (copayment->open_ore < 0)
		plan_refund(history, copayment);
}

/* A firm that left had little of what it was to get. */
void copayments_settle(struct history *history, const struct cohort *cohort)
{
	struct dice *dice = &history->dice;
	json_t *ids = json_array();

	people_tell_hub(history, cohort->track->hub);
	for (int i = 0; i < cohort->n_members; i++) {
		const struct way *way = cohort->members[i];

		if (way->state == WAY_COMPLETED)
			json_array_append_new(ids, json_string(way->copayment->id));
		else if (!way->copayment->is_dropped && !way->is_credited)
			settle(history, json_pack("[s]", way->copayment->id),
			       dice_between(dice, 0, 15) * THOUSAND_KR_ORE);
	}
	if (json_array_size(ids) > 0)
		settle(history, ids,
		       (int64_t)json_array_size(ids) * dice_between(dice, 36, 41) *
			       THOUSAND_KR_ORE);
	else
		json_decref(ids);
}
