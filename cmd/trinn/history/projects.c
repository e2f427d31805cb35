#include "cmd/trinn/history/projects.h"

#include "cmd/trinn/history/bio.h"
#include "cmd/trinn/history/places.h"

/* Of a hundred. */
enum {
	HAS_RESULT = 75,
	IN_MONEY = 60,
	TELLS = 25,
	HAS_PROJECT = 60,
	GRANTED = 45,
	PART_GRANTED = 20,
	TO_INNOVATION_NORWAY = 75,
};

#define HALF_A_YEAR 183
#define REFUSED_EVERY 3 /* waivers of gates */
#define THOUSAND_KR_ORE 100000

struct result {
	struct way *way;
	const char *id;
	bool is_in_money;
	int64_t effect; /* øre or basis points */
	const char *unit;
	int months;
};

struct project {
	struct way *way;
	const char *id;
	const char *sent_to;
	int64_t applied_ore;
};

/* Effects wear off or grow, by a fifth at most, and are of what was measured first. */
static void measure(struct history *history, void *about)
{
	struct result *result = about;

	way_tell(history, result->way);
	history_tell(history, "result", result->id);
	history_tell_number(history, "months", result->months);
	history_tell_number(history, "effect", result->effect);
	history_tell_any(history, "unit", result->is_in_money ? "savings" : "shares");
	if (result->unit == NULL)
		result->unit = history_kept(history, "unit");
	history_tell(history, "unit", result->unit);
	history_play(history, result->is_in_money ? "measure money" : "measure share");
	result->effect = result->effect * dice_between(&history->dice, 80, 120) / 100;
	result->months += 6;
	if (result->months <= 12)
		history_plan_working(history, history->tour.today + HALF_A_YEAR, measure, result);
}

static void find_result(struct history *history, void *about)
{
	struct way *way = about;
	struct result *result = history_alloc(history, sizeof(*result));
	struct dice *dice = &history->dice;

	way_tell(history, way);
	history_tell_number(history, "stage", 2);
	history_tell_any(history, "found", way->programme == PROGRAMME_GREEN ? "greenFinds"
									     : "digitalFinds");
	history_tell_any(history, "done", "deeds");
	history_tell_number(history, "costOre", dice_between(dice, 3, 60) * THOUSAND_KR_ORE);
	history_play(history, "result");
	result->way = way;
	result->id = history_kept(history, "result");
	result->is_in_money = dice_chance(dice, IN_MONEY);
	result->effect = result->is_in_money
				 ? (int64_t)dice_between(dice, 10, 250) * THOUSAND_KR_ORE
				 : dice_between(dice, 3, 30) * 100;
	measure(history, result);
	if (dice_chance(dice, TELLS))
		history_play(history, "tell story");
}

static void tell(struct history *history, const struct project *project)
{
	way_tell(history, project->way);
	history_tell(history, "project", project->id);
	history_tell(history, "sentTo", project->sent_to != NULL ? project->sent_to : "");
}

static void complete(struct history *history, void *about)
{
	struct project *project = about;
	struct way *way = project->way;

	tell(history, project);
	history_play(history, "complete project");
	history->n_completed++;
	way->state = WAY_OUT;
}

static void answer(struct history *history, void *about)
{
	struct project *project = about;
	struct dice *dice = &history->dice;
	uint32_t drawn = dice_below(dice, 100);
	bool is_whole = drawn < GRANTED, is_part = !is_whole && drawn < GRANTED + PART_GRANTED;

	tell(history, project);
	history_tell(history, "outcome",
		     is_whole ? "granted" : is_part ? "part_granted" : "rejected");
	history_tell_number(history, "grantedOre",
			    is_whole ? project->applied_ore
				     : is_part ? project->applied_ore / 2 : 0);
	history_play(history, "onward answer");
	if (is_whole || is_part) {
		history_play(history, "start project");
		history_plan_working(history,
				     history->tour.today + dice_between(dice, 90, 170), complete,
				     project);
	} else {
		history_play(history, "give up project");
		project->way->state = WAY_OUT;
		history->n_dropped++;
	}
}

static void apply_onward(struct history *history, void *about)
{
	static const char *const others[] = {"forskningsradet", "siva", "bio"};
	struct project *project = about;
	struct dice *dice = &history->dice;

	project->sent_to = dice_chance(dice, TO_INNOVATION_NORWAY) ? "innovasjon_norge"
								    : others[dice_below(dice, 3)];
	project->applied_ore = (int64_t)dice_between(dice, 10, 60) * 1000000;
	tell(history, project);
	history_tell_number(history, "appliedOre", project->applied_ore);
	history_play(history, "apply onward");
	history_plan_working(history, history->tour.today + dice_between(dice, 45, 90), answer,
			     project);
}

/* False if the county refuses. */
static bool waive(struct history *history, const struct way *way, const char *gate)
{
	bool is_given = ++history->n_asked % REFUSED_EVERY != 0;

	way_tell(history, way);
	history_tell(history, "gate", gate);
	history_tell_any(history, "why", gate);
	history_play(history, is_given ? "waive gate" : "refuse waiver");
	history->n_waivers += is_given;
	return is_given;
}

/* The gates of Trinn 3 ask for what was paid and delivered in Trinn 2. */
static bool pass_gates(struct history *history, const struct way *way)
{
	return (way->n_owing == 0 || waive(history, way, "copayment_settled")) &&
	       (way->has_delivered || waive(history, way, "deliverable_accepted"));
}

static void begin(struct history *history, void *about)
{
	struct way *way = about;
	struct project *project;

	if (!pass_gates(history, way)) {
		way_finish(history, way);
		return;
	}
	project = history_alloc(history, sizeof(*project));
	way->state = WAY_IN_STAGE;
	way->stage = 3;
	way_tell(history, way);
	history_tell(history, "programme", history->programmes[way->programme].id);
	history_tell_any(history, "projectTitle", way->programme == PROGRAMME_GREEN
							  ? "greenProjects"
							  : "digitalProjects");
	history_tell_json(history, "isPilot", json_boolean(dice_chance(&history->dice, 20)));
	history_tell(history, "projectTheme",
		     way->programme == PROGRAMME_GREEN ? "green" : "digital");
	history_play(history, "enrol");
	history_play(history, "begin project");
	history->n_enrolled++;
	history->n_projects++;
	project->way = way;
	project->id = history_kept(history, "project");
	history_plan_working(history, history->tour.today + dice_between(&history->dice, 15, 50),
			     apply_onward, project);
}

void project_consider(struct history *history, struct way *way)
{
	struct dice *dice = &history->dice;
	int32_t today = history->tour.today;

	if (dice_chance(dice, HAS_RESULT))
		history_plan_working(history, today + dice_between(dice, 5, 30), find_result, way);
	bio_consider(history, way);
	if (dice_chance(dice, HAS_PROJECT))
		history_plan_working(history, today + dice_between(dice, 35, 70), begin, way);
	else
		history_plan_working(history, today + dice_between(dice, 15, 60), way_finish, way);
}
