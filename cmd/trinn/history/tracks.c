#include "cmd/trinn/history/tracks.h"

#include <string.h>

#include "cmd/trinn/history/cohorts.h"
#include "cmd/trinn/history/grants.h"
#include "lib/base/date.h"

/* Of a hundred. */
enum {
	GRANTED = 70,
	PART_GRANTED = 24,
	PART_SHARE = 80,
};

/* Of what a part costs: the county's share, and that of firms. The hub has the rest. */
static const int applied_shares[N_PARTS] = {[PART_1] = 70, [PART_23] = 40};
static const int firms_shares[N_PARTS] = {[PART_1] = 0, [PART_23] = 25};

#define THOUSAND_KR_ORE 100000

static void accept_grant(struct history *history, void *about)
{
	struct part *part = about;
	struct track *track = part->track;

	part_tell(history, part);
	history_play(history, "accept");
	part->grant = history_kept(history, "grant");
	grant_follow(history, part, history_kept_json(history, "reports"));
	cohort_plan(history, track, part->number);
	if (track->engagement != NULL)
		return;
	track->hourly_ore = (int64_t)dice_between(&history->dice, 18, 26) * 5000;
	history_tell_number(history, "hourlyOre", track->hourly_ore);
	history_tell_day(history, "engagedTo", track_day(track, 1, 6, 30));
	history_play(history, "engage");
	track->engagement = history_kept(history, "engagement");
}

static const char *draw_outcome(struct dice *dice)
{
	uint32_t drawn = dice_below(dice, 100);

	if (drawn < GRANTED)
		return "granted";
	return drawn < GRANTED + PART_GRANTED ? "part_granted" : "rejected";
}

static int64_t granted_ore(const char *outcome, int64_t applied_ore)
{
	if (strcmp(outcome, "granted") == 0)
		return applied_ore;
	if (strcmp(outcome, "rejected") == 0)
		return 0;
	return applied_ore * PART_SHARE / 100 / THOUSAND_KR_ORE * THOUSAND_KR_ORE;
}

static int64_t see_what_is_left_ore(struct history *history, const struct part *part)
{
	history_tell(history, "line", history->programmes[part->track->programme].line);
	history_play(history, "see what is left");
	return json_integer_value(history_kept_json(history, "leftOre"));
}

/* Nobody gets what the year has no money for. */
static void decide(struct history *history, void *about)
{
	struct part *part = about;
	int64_t applied_ore = part->cost_ore * applied_shares[part->number] / 100;
	const char *outcome = draw_outcome(&history->dice);

	part_tell(history, part);
	if (granted_ore(outcome, applied_ore) > see_what_is_left_ore(history, part))
		outcome = "rejected";
	part->granted_ore = granted_ore(outcome, applied_ore);
	history_tell(history, "outcome", outcome);
	history_tell_number(history, "amountOre", part->granted_ore);
	history_tell_any(history, "grounds", outcome);
	history_tell_any(history, "overlapGrounds", "differentNeeds");
	history_play(history, "decide");
	if (part->granted_ore > 0)
		history_plan_working(history,
				     history->tour.today + dice_between(&history->dice, 3, 12),
				     accept_grant, part);
}

/* What the plan costs, of that in each group, and who pays. */
static void tell_costs(struct history *history, struct part *part)
{
	int64_t cost_ore = part->cost_ore;
	int64_t applied_ore = cost_ore * applied_shares[part->number] / 100;
	int64_t shared_ore = cost_ore * firms_shares[part->number] / 100;

	history_tell_number(history, "developmentOre", cost_ore * 35 / 100);
	history_tell_number(history, "mobilisationOre", cost_ore * 15 / 100);
	history_tell_number(history, "deliveryOre", cost_ore * 50 / 100);
	history_tell_number(history, "appliedOre", applied_ore);
	history_tell_number(history, "sharedOre", shared_ore);
	history_tell_number(history, "ownOre", cost_ore - applied_ore - shared_ore);
}

static void apply_for(struct history *history, struct part *part)
{
	static const char *const scenes[] = {"apply for 1", "apply for 2 and 3"};
	static const char *const caseworkers[] = {"kari.caseworker", "ola.caseworker"};
	struct track *track = part->track;

	part->caseworker = caseworkers[dice_below(&history->dice, 2)];
	part->cost_ore = THOUSAND_KR_ORE * (part->number == PART_1
						    ? dice_between(&history->dice, 8, 11) * 10
						    : dice_between(&history->dice, 30, 34) * 10);
	part->starts_on = track_day(track, 0, part->number == PART_1 ? 4 : 8, 1);
	part->ends_on = part->number == PART_1 ? track_day(track, 0, 7, 31)
					       : track_day(track, 1, 6, 30);
	history_tell(history, "call", part->call);
	history_tell_day(history, "startsOn", part->starts_on);
	history_tell_day(history, "endsOn", part->ends_on);
	tell_costs(history, part);
	history_play(history, scenes[part->number]);
	part->id = history_kept(history, "application");
	history_plan_working(history,
			     track_day(track, 0, 3, 1) + dice_between(&history->dice, 0, 9), decide,
			     part);
}

/* Two of the hub's for each programme, as far as it has so many. */
static void tell_firms(struct history *history, const struct track *track)
{
	const struct hub *hub = track->hub;
	size_t at = track->programme == PROGRAMME_GREEN && hub->n_firms > 3 ? 2 : 0;

	history_tell(history, "firm", hub->firms[at].orgnr);
	history_tell(history, "otherFirm", hub->firms[at + 1].orgnr);
}

static void apply(struct history *history, void *about)
{
	struct track *track = about;

	track_tell(history, track);
	tell_firms(history, track);
	history_tell_any(history, "title", track->programme == PROGRAMME_GREEN ? "greenTracks"
									        : "digitalTracks");
	history_play(history, "begin track");
	track->id = history_kept(history, "track");
	track->hub->tracks[track->programme] = track;
	for (int i = 0; i < N_PARTS; i++)
		apply_for(history, &track->parts[i]);
}

void track_plan(struct history *history, struct hub *hub, enum programme programme, int32_t from,
		const char *call_1, const char *call_23)
{
	struct track *track = history_alloc(history, sizeof(*track));
	struct people *people = &history->people;
	uint32_t at = dice_below(&history->dice, (uint32_t)people->n_partners);

	track->hub = hub;
	track->programme = programme;
	track->year = date_to_ymd(from).year;
	track->partner = &people->partners[at];
	for (int i = 0; i < N_PARTS; i++) {
		track->parts[i].track = track;
		track->parts[i].number = i;
		track->parts[i].call = i == PART_1 ? call_1 : call_23;
	}
	history_plan_working(history, from + dice_between(&history->dice, 7, 30), apply, track);
}
