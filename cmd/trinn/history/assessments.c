#include "cmd/trinn/history/assessments.h"

#define MATURITY_MAX 5

/* Of a hundred. */
enum {
	HAS_STRATEGY = 20, /* in writing, and digital: programme.md 2 */
	HAS_QUESTIONNAIRE = 10,
	IS_ASKED_DURING = 14,
	IS_ASKED_AFTER_1 = 18,
	IS_ASKED_AFTER_2 = 40,
	ANSWERS_ALONE = 45, /* after Trinn 2, of those who are not asked */
};

void assessments_find(struct history *history)
{
	history_play(history, "find instruments");
}

static int near(struct history *history, int value)
{
	value += dice_between(&history->dice, -1, 1);
	return value < 1 ? 1 : value > MATURITY_MAX ? MATURITY_MAX : value;
}

/* Answers lie around how mature the firm is, each told as the name of the question. */
static void tell_scales(struct history *history, const struct way *way, const char *const *scales,
			size_t n)
{
	char option[2] = "";

	for (size_t i = 0; i < n; i++) {
		option[0] = (char)('0' + near(history, way->maturity));
		history_tell(history, scales[i], option);
	}
}

static void tell_judgement(struct history *history, const struct way *way)
{
	history_tell_number(history, "digital", way->maturity);
	history_tell_number(history, "greenness", near(history, way->maturity));
	history_tell_number(history, "organisation", near(history, way->maturity));
	history_tell_any(history, "context", "contexts");
}

static void interview(struct history *history, const struct way *way, const char *phase)
{
	static const char *const scales[] = {"know_how", "orders_in", "figures_used", "security",
					     "energy"};
	bool has_strategy = dice_chance(&history->dice, HAS_STRATEGY);

	tell_scales(history, way, scales, sizeof(scales) / sizeof(scales[0]));
	tell_judgement(history, way);
	history_tell(history, "phase", phase);
	history_tell_json(history, "hasStrategy", json_boolean(has_strategy));
	history_tell_any(history, "workingDay", "workingDays");
	history_tell_any(history, "oneThing", "oneThings");
	history_play(history, "interview");
}

/* That of the programme's own theme. */
static void ask_questionnaire(struct history *history, const struct way *way)
{
	static const char *const digital[] = {"business_model", "technology", "planning",
					      "products",	"customers",  "processes",
					      "regulation",	"skills",     "security"};
	static const char *const green[] = {"efficiency", "circular", "energy", "purchases",
					    "proof"};

	tell_judgement(history, way);
	if (way->programme == PROGRAMME_GREEN) {
		tell_scales(history, way, green, sizeof(green) / sizeof(green[0]));
		history_play(history, "green questionnaire");
	} else {
		tell_scales(history, way, digital, sizeof(digital) / sizeof(digital[0]));
		history_play(history, "digital questionnaire");
	}
}

static void answer_alone(struct history *history, const struct way *way)
{
	static const char *const scales[] = {"customers",   "tools",	  "materials", "power",
					     "replacement", "new_things", "plan"};

	tell_scales(history, way, scales, sizeof(scales) / sizeof(scales[0]));
	history_tell(history, "phase", "after");
	history_tell_any(history, "oneThing", "oneThings");
	history_play(history, "survey");
}

void assess_before(struct history *history, const struct way *way)
{
	way_tell(history, way);
	interview(history, way, "before");
	if (dice_chance(&history->dice, HAS_QUESTIONNAIRE))
		ask_questionnaire(history, way);
}

void assess_during(struct history *history, const struct cohort *cohort, const struct way *way)
{
	if (!dice_chance(&history->dice, IS_ASKED_DURING))
		return;
	cohort_tell(history, cohort);
	way_tell(history, way);
	history_play(history, "interview session");
	interview(history, way, "during");
}

static void ask_after(struct history *history, void *about)
{
	const struct way *way = about;

	if (way->state == WAY_OUT)
		return;
	way_tell(history, way);
	interview(history, way, "after");
}

static void tell_after(struct history *history, void *about)
{
	const struct way *way = about;

	if (way->state == WAY_OUT)
		return;
	way_tell(history, way);
	answer_alone(history, way);
}

void assess_after(struct history *history, struct way *way)
{
	struct dice *dice = &history->dice;
	uint32_t asked = way->stage == 1 ? IS_ASKED_AFTER_1 : IS_ASKED_AFTER_2;
	int32_t day = history->tour.today + dice_between(dice, 1, 8);

	if (way->maturity < MATURITY_MAX)
		way->maturity++;
	if (dice_chance(dice, asked))
		history_plan_working(history, day, ask_after, way);
	else if (way->firm->subject != NULL && dice_chance(dice, ANSWERS_ALONE))
		history_plan_working(history, day, tell_after, way);
}
