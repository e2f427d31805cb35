#include "api/setup/setup.h"

#include <string.h>

#include "api/problems/words.h"
#include "lib/base/num.h"
#include "lib/format/bank.h"
#include "lib/format/orgnr.h"

static void require_reference(struct problems *problems, bool there, const char *name)
{
	if (!there)
		problems_at(problems, PROBLEM_UNKNOWN_REFERENCE, name, NULL, "#/%s", name);
}

static void check_course(const struct programme_input *input, struct problems *problems)
{
	require_order(problems, input->starts_on, input->ends_on, "#/endsOn");
	if (input->has_profile)
		check_profile(&input->profile, "#/profile", problems);
}

void decide_programme(const struct setup_facts *facts, const void *content,
		      struct problems *problems)
{
	const struct programme_input *input = content;

	check_course(input, problems);
	require_reference(problems, facts->references.parent, "parentId");
	if (facts->references.is_code_taken)
		problems_add(problems, PROBLEM_DUPLICATE, "#/code", "code", NULL);
	check_stages(input->stages, input->n_stages, problems);
}

/* The programme is that of the path. */
void decide_programme_change(const struct setup_facts *facts, const void *content,
			     struct problems *problems)
{
	const struct programme_input *input = content;

	if (!facts->references.programme)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	check_course(input, problems);
}

/* The programme is that of the path. Of two versions made from the same one, the second is refused
 * when the first is in force: who approves it has seen what it changes. */
void decide_stage_graph(const struct setup_facts *facts, const void *content,
			struct problems *problems)
{
	const struct stage_graph_input *input = content;
	const struct setup_references *there = &facts->references;

	if (!there->programme)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
	else if (input->based_on != there->programme_version)
		problems_add(problems, PROBLEM_STAGES_CHANGED, "#/basedOn",
			     words_number(problems, input->based_on),
			     words_number(problems, there->programme_version));
	else if (there->is_unchanged)
		problems_add(problems, PROBLEM_STAGES_UNCHANGED, "#/stages",
			     words_number(problems, there->programme_version), NULL);
	check_stages(input->stages, input->n_stages, problems);
}

void decide_legal_basis(const struct setup_facts *facts, const void *content,
			struct problems *problems)
{
	const struct period_input *input = content;

	(void)facts;
	require_order(problems, input->from, input->to, "#/validTo");
}

void decide_funding_line(const struct setup_facts *facts, const void *content,
			 struct problems *problems)
{
	const struct funding_line_input *input = content;

	require_reference(problems, facts->references.programme, "programmeId");
	require_reference(problems, facts->references.legal_basis, "legalBasisId");
	require_reference(problems, facts->references.follows, "follows");
	for (size_t i = 0; i < input->n_cost_groups; i++)
		if (IS_REPEATED(input->cost_groups, code, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/costGroups/%zu/code", i);
	for (size_t i = 0; i < input->n_authorities; i++)
		if (IS_REPEATED(input->authorities, role, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/authorities/%zu/role", i);
	for (size_t i = 0; i < input->n_max_amounts; i++)
		if (IS_NUMBER_REPEATED(input->max_amounts, employees_from, i))
			problems_at(problems, PROBLEM_FIELD_NOT_UNIQUE, NULL, NULL,
				    "#/maxAmounts/%zu/employeesFrom", i);
}

/* The line is that of the path. */
void decide_appropriation(const struct setup_facts *facts, const void *content,
			  struct problems *problems)
{
	(void)content;
	if (!facts->references.funding_line)
		problems_add(problems, PROBLEM_NOT_FOUND, NULL, NULL, NULL);
}

/* Who acts for the county is its own, and who acts for a party is not: nobody applies to their own
 * side. Only persons are given roles here. A subject that is not known joins the person named, or
 * is of somebody new: a human with two tokens must not become two persons. */
static void check_holder(const struct setup_references *there, const struct role_input *input,
			 struct problems *problems)
{
	if (there->organisation && there->own != there->county_role)
		problems_add(problems, PROBLEM_ROLE_PLACE, "#/orgnr", NULL, NULL);
	if (there->holder < 0)
		problems_add(problems, PROBLEM_SUBJECT_MACHINE, "#/subject", input->subject, NULL);
	else if (there->holder > 0 && input->has_person && input->person_id != there->holder)
		problems_add(problems, PROBLEM_SUBJECT_OTHER, "#/personId", input->subject, NULL);
	else if (there->holder == 0 && input->has_person)
		require_reference(problems, there->person, "personId");
	else if (there->holder == 0 && input->person_name == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/personName", NULL, NULL);
}

void decide_role_assignment(const struct setup_facts *facts, const void *content,
			    struct problems *problems)
{
	const struct role_input *input = content;

	require_reference(problems, facts->references.organisation, "orgnr");
	require_reference(problems, facts->references.issuer, "issuer");
	check_holder(&facts->references, input, problems);
	if (facts->references.is_held && !problems_any(problems))
		problems_add(problems, PROBLEM_ROLE_HELD, "#/role", NULL, NULL);
	if (input->has_to)
		require_order(problems, input->from, input->to, "#/validTo");
}

void decide_bank_account(const struct setup_facts *facts, const void *content,
			 struct problems *problems)
{
	const struct account_input *input = content;

	require_reference(problems, facts->references.organisation, "orgnr");
	if (!orgnr_is_valid(input->orgnr))
		problems_add(problems, PROBLEM_ORGNR_INVALID, "#/orgnr", input->orgnr, NULL);
	if (!bank_is_valid(input->account))
		problems_add(problems, PROBLEM_ACCOUNT_INVALID, "#/account", input->account, NULL);
}

/* A municipality's number begins with its county's. */
void decide_hub_area(const struct setup_facts *facts, const void *content,
		     struct problems *problems)
{
	const struct hub_area_input *input = content;

	require_reference(problems, facts->references.organisation, "orgnr");
	if (facts->references.organisation && !facts->references.hub)
		problems_add(problems, PROBLEM_NOT_A_HUB, "#/orgnr", input->orgnr, NULL);
	for (size_t i = 0; i < input->n_municipalities; i++)
		if (strncmp(input->municipalities[i], facts->references.county, 2) != 0)
			problems_at(problems, PROBLEM_MUNICIPALITY_OUTSIDE,
				    input->municipalities[i], NULL, "#/municipalities/%zu", i);
	if (input->has_to)
		require_order(problems, input->from, input->to, "#/validTo");
}

void decide_leader(const struct setup_facts *facts, const void *content, struct problems *problems)
{
	const struct leader_input *input = content;

	require_reference(problems, facts->references.serves_county, "personId");
	require_reference(problems, facts->references.leader_serves_county, "leaderId");
	if (input->has_leader && input->leader_id == input->person_id)
		problems_add(problems, PROBLEM_LEADER_SELF, "#/leaderId", NULL, NULL);
	if (facts->references.leads_leader)
		problems_add(problems, PROBLEM_LEADER_CIRCLE, "#/leaderId", NULL, NULL);
}

void decide_letterhead(const struct setup_facts *facts, const void *content,
		       struct problems *problems)
{
	(void)facts;
	(void)content;
	(void)problems;
}

void decide_proposal(const struct setup_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
}

void decide_setup_change(const struct setup_facts *facts, const char *step,
			 struct problems *problems)
{
	const char *const decides[] = {facts->decided_by, NULL};

	require_state(problems, facts->state, "proposed");
	decide_proposal(facts, problems);
	if (strcmp(facts->caller.role, facts->decided_by) != 0)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL,
			     words_roles(problems, decides), NULL);
	require_other(&facts->caller, facts->proposed_by, "@did.propose", step, problems);
}

void warn_of_setup(const char *kind, const struct setup_facts *facts, struct problems *warnings)
{
	if (strcmp(kind, "role_assignment") == 0 && facts->references.other_side)
		problems_add(warnings, PROBLEM_ROLE_OTHER_SIDE, NULL, NULL, NULL);
	if (strcmp(kind, "rule_param") == 0 && facts->references.has_replaced)
		problems_add(warnings, PROBLEM_RULE_REPLACED, "#/validFrom",
			     words_number(warnings, facts->references.replaced), NULL);
}
