#include "cmd/trinn/history/bio.h"

#include "cmd/trinn/history/grants.h"
#include "lib/base/date.h"
#include "lib/format/bank.h"

#define EVERY 3
#define EVERY_BESIDE 12
#define DAYS_TO_START 45
#define THOUSAND_KR_ORE 100000

/* Of a hundred: the county's share of the costs, and those of the costs. */
enum {
	COUNTY_SHARE = 50,
	COURSE_SHARE = 40,
	OTHER_SHARE = 8,
	WHOLE = 85, /* grants of all that was applied for */
};

struct bio {
	struct firm *firm;
	bool is_beside; /* Trinn 2, and not after it */
	const char *id; /* of the application */
	const char *grant;
	const char *caseworker;
	int64_t cost_ore;
	int64_t granted_ore;
	int32_t starts_on, ends_on;
};

static void tell(struct history *history, const struct bio *bio)
{
	people_tell_firm(history, bio->firm);
	history_tell(history, "application", bio->id != NULL ? bio->id : "");
	history_tell(history, "grant", bio->grant != NULL ? bio->grant : "");
	history_tell(history, "caseworker", bio->caseworker);
	history_tell_day(history, "startsOn", bio->starts_on);
	history_tell_day(history, "endsOn", bio->ends_on);
	history_tell_number(history, "courseOre", bio->cost_ore * COURSE_SHARE / 100);
	history_tell_number(history, "otherOre", bio->cost_ore * OTHER_SHARE / 100);
	history_tell_number(history, "wagesOre",
			    bio->cost_ore * (100 - COURSE_SHARE - OTHER_SHARE) / 100);
}

static void claim(struct history *history, void *about)
{
	const struct bio *bio = about;

	tell(history, bio);
	history_tell_number(history, "amountOre", bio->granted_ore);
	history_play(history, "claim BIO");
	claim_follow(history, history_kept(history, "claim"), bio->caseworker, bio->granted_ore,
		     NULL);
}

/* The next that is one. */
static void tell_account(struct history *history)
{
	const char *account;

	do
		account = arena_printf(history->trinn->arena, "860112%05d", history->n_accounts++);
	while (!bank_is_valid(account));
	history_tell(history, "account", account);
}

static void accept_grant(struct history *history, void *about)
{
	struct bio *bio = about;

	tell(history, bio);
	tell_account(history);
	history_play(history, "accept BIO");
	bio->grant = history_kept(history, "grant");
	history->n_bio++;
	history_plan_working(history, bio->ends_on + dice_between(&history->dice, 3, 30), claim,
			     bio);
}

static void decide(struct history *history, void *about)
{
	struct bio *bio = about;
	struct dice *dice = &history->dice;
	int64_t applied_ore = bio->cost_ore * COUNTY_SHARE / 100;
	bool is_whole = dice_chance(dice, WHOLE);
	const char *outcome = is_whole ? "granted" : "part_granted";

	tell(history, bio);
	bio->granted_ore = is_whole ? applied_ore : applied_ore * 4 / 5;
	history_tell(history, "outcome", outcome);
	history_tell_number(history, "amountOre", bio->granted_ore);
	history_tell_number(history, "trackYear", date_to_ymd(history->tour.today).year);
	history_tell_any(history, "grounds",
			 bio->is_beside ? "groundsBeside" : "trainingGrounds");
	history_tell_any(history, "overlapGrounds",
			 bio->is_beside ? "needsBeside" : "furtherNeeds");
	history_play(history, "decide");
	history_plan_working(history, history->tour.today + dice_between(dice, 2, 9), accept_grant,
			     bio);
}

static void apply(struct history *history, void *about)
{
	static const char *const caseworkers[] = {"kari.caseworker", "ola.caseworker"};
	struct bio *bio = about;
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;

	if (today > history->bio.closes_on || bio->firm->trains_until >= today + DAYS_TO_START)
		return;
	people_admit(history, bio->firm);
	bio->caseworker = caseworkers[dice_below(dice, 2)];
	bio->cost_ore = (int64_t)dice_between(dice, 8, 20) * 10 * THOUSAND_KR_ORE;
	bio->starts_on = today + DAYS_TO_START;
	bio->ends_on = bio->starts_on + dice_between(dice, 60, 240);
	bio->firm->trains_until = bio->ends_on;
	tell(history, bio);
	history_tell(history, "call", history->bio.call);
	history_tell_number(history, "appliedOre", bio->cost_ore * COUNTY_SHARE / 100);
	history_tell_number(history, "ownOre", bio->cost_ore * (100 - COUNTY_SHARE) / 100);
	history_tell_any(history, "title", "trainings");
	history_tell_any(history, "newContent", bio->is_beside ? "contentBeside" : "newContents");
	history_play(history, "apply for BIO");
	bio->id = history_kept(history, "application");
	history_plan_working(history, today + dice_between(dice, 10, 30), decide, bio);
}

void bio_open(struct history *history, int year)
{
	history_tell(history, "line", history_kept(history, "bioLine"));
	history_tell_number(history, "callYear", year);
	history_play(history, "open BIO call");
	history->bio.call = history_kept(history, "call");
	if (!date_from_ymd(year, 12, 15, &history->bio.closes_on))
		history->bio.closes_on = 0;
}

static void plan(struct history *history, const struct way *way, bool is_beside, int32_t days)
{
	struct bio *bio = history_alloc(history, sizeof(*bio));

	bio->firm = way->firm;
	bio->is_beside = is_beside;
	history_plan_working(history, history->tour.today + days, apply, bio);
}

void bio_consider(struct history *history, const struct way *way)
{
	if (history->n_trained++ % EVERY == 0)
		plan(history, way, false, dice_between(&history->dice, 40, 110));
}

void bio_consider_beside(struct history *history, const struct way *way)
{
	if (history->n_advanced++ % EVERY_BESIDE == 0)
		plan(history, way, true, dice_between(&history->dice, 10, 40));
}
