/* Whether the gates of a stage hold, and who waives one that does not. */
#include "api/enrolments/enrolments.h"

#include <string.h>

#include "api/enrolments/waivers.h"
#include "api/problems/words.h"
#include "lib/base/arena.h"

static bool is_any_below(const int64_t *stages, size_t n, int64_t stage)
{
	for (size_t i = 0; i < n; i++)
		if (stages[i] < stage)
			return true;
	return false;
}

static bool has_attended(const struct way *way, const struct gate *gate)
{
	int64_t n_held = 0;
	int64_t n_attended = 0;

	for (size_t i = 0; i < way->n_sessions; i++) {
		if (way->sessions[i].stage >= gate->stage)
			continue;
		n_held++;
		n_attended += way->sessions[i].attended;
	}
	return n_held > 0 && n_attended * 100 >= n_held * gate->percent;
}

static bool is_assessed(const struct way *way, const struct gate *gate)
{
	(void)gate;
	return way->is_assessed;
}

static bool has_completed(const struct way *way, const struct gate *gate)
{
	return contains_number(way->completed, way->n_completed, gate->requires_stage);
}

static bool has_settled(const struct way *way, const struct gate *gate)
{
	return !is_any_below(way->unsettled, way->n_unsettled, gate->stage);
}

static bool has_accepted(const struct way *way, const struct gate *gate)
{
	return is_any_below(way->accepted, way->n_accepted, gate->stage);
}

static const struct gate_kind {
	const char *name;
	bool (*holds)(const struct way *way, const struct gate *gate);
} gate_kinds[] = {
	{"assessed", is_assessed},
	{"stage_completed", has_completed},
	{"copayment_settled", has_settled},
	{"attendance", has_attended},
	{"deliverable_accepted", has_accepted},
};

/* A kind of gate that is not known holds for nobody. */
static bool holds(const struct way *way, const struct gate *gate)
{
	for (size_t i = 0; i < sizeof(gate_kinds) / sizeof(gate_kinds[0]); i++)
		if (strcmp(gate_kinds[i].name, gate->kind) == 0)
			return gate_kinds[i].holds(way, gate);
	return false;
}

static const struct waiver *find_waiver(const struct enrolment_facts *facts, int64_t stage,
					const char *gate)
{
	for (size_t i = 0; i < facts->n_waivers; i++)
		if (facts->waivers[i].stage == stage && strcmp(facts->waivers[i].gate, gate) == 0)
			return &facts->waivers[i];
	return NULL;
}

static bool is_waived(const struct enrolment_facts *facts, const struct gate *gate)
{
	const struct waiver *waiver = find_waiver(facts, gate->stage, gate->kind);

	return waiver != NULL && strcmp(waiver->state, "given") == 0;
}

/* "fullført trinn 1": the gate in words. */
static const char *gate_words(const struct gate *gate, struct problems *problems)
{
	const int64_t *value = gate->has_stage ? &gate->requires_stage : &gate->percent;
	bool has_value = gate->has_stage || gate->has_percent;

	return arena_printf(problems->arena, "@gate.%s%s%s%s", gate->kind, has_value ? " " : "",
			    has_value ? words_number(problems, *value) : "",
			    gate->has_percent ? " %" : "");
}

void check_gates(const struct enrolment_facts *facts, int64_t stage, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_gates; i++) {
		const struct gate *gate = &facts->gates[i];

		if (gate->stage == stage && !holds(&facts->way, gate) && !is_waived(facts, gate))
			problems_add(problems, PROBLEM_GATE_CLOSED, NULL,
				     words_number(problems, stage),
				     gate_words(gate, problems));
	}
}

/* A stage may have several of a kind; they are open when all hold. */
static bool has_gate(const struct enrolment_facts *facts, int64_t stage, const char *kind,
		     bool *is_open_out)
{
	bool found = false;

	*is_open_out = true;
	for (size_t i = 0; i < facts->n_gates; i++) {
		const struct gate *gate = &facts->gates[i];

		if (gate->stage != stage || strcmp(gate->kind, kind) != 0)
			continue;
		found = true;
		*is_open_out = *is_open_out && holds(&facts->way, gate);
	}
	return found;
}

void decide_ask_waiver(const struct enrolment_facts *facts, const struct ask_waiver_input *input,
		       struct problems *problems)
{
	const struct waiver *waiver;
	bool is_open;

	require_state(problems, facts->state, "prospect, assessed, waiting, completed");
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (!has_gate(facts, input->stage, input->gate, &is_open))
		problems_add(problems, PROBLEM_GATE_UNKNOWN, "#/gate",
			     words_number(problems, input->stage), NULL);
	else if (is_open)
		problems_add(problems, PROBLEM_GATE_OPEN, "#/gate", NULL, NULL);
	waiver = find_waiver(facts, input->stage, input->gate);
	if (waiver != NULL)
		problems_add(problems, PROBLEM_WAIVER_EXISTS, NULL,
			     arena_printf(problems->arena, "@%s", waiver->state), NULL);
}

static void check_second_person(const struct waiver_facts *facts, const char *step,
				struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_person(&facts->caller, problems);
	require_other(&facts->caller, facts->asked_by, "@did.ask", step, problems);
}

void decide_give_waiver(const struct waiver_facts *facts, struct problems *problems)
{
	check_second_person(facts, "@do.approve", problems);
	if (facts->is_over)
		problems_add(problems, PROBLEM_ROUND_OVER, NULL, NULL, NULL);
}

void decide_refuse_waiver(const struct waiver_facts *facts, struct problems *problems)
{
	check_second_person(facts, "@do.reject", problems);
}
