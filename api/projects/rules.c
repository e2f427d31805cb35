#include "api/projects/projects.h"

#include <string.h>

#include "api/problems/words.h"
#include "api/projects/invitations.h"
#include "lib/base/num.h"
#include "lib/format/orgnr.h"

/* Those of a body, and the indices of those that may not be in it. */
struct named_firms {
	const struct project_firm *firms;
	size_t n_firms;
	const int64_t *strangers;
	size_t n_strangers;
	const int64_t *newcomers; /* that have not come to the last stage, where they must have */
	size_t n_newcomers;
};

static void check_firm(const struct named_firms *named, size_t i, struct problems *problems)
{
	const char *orgnr = named->firms[i].orgnr;

	if (!orgnr_is_valid(orgnr))
		problems_at(problems, PROBLEM_ORGNR_INVALID, orgnr, NULL, "#/firms/%zu/orgnr", i);
	else if (IS_REPEATED(named->firms, orgnr, i))
		problems_at(problems, PROBLEM_FIRM_REPEATED, orgnr, NULL, "#/firms/%zu/orgnr", i);
	else if (contains_number(named->strangers, named->n_strangers, (int64_t)i))
		problems_at(problems, PROBLEM_FIRM_NOT_FOLLOWED, orgnr, NULL, "#/firms/%zu/orgnr",
			    i);
	else if (contains_number(named->newcomers, named->n_newcomers, (int64_t)i))
		problems_at(problems, PROBLEM_PROJECT_NOT_REACHED, orgnr, NULL, "#/firms/%zu/orgnr",
			    i);
}

static void check_shares(const struct named_firms *named, struct problems *problems)
{
	int64_t total_bp = 0;
	size_t n_leads = 0;
	bool is_hollow = false;

	for (size_t i = 0; i < named->n_firms; i++) {
		total_bp += named->firms[i].share_bp;
		n_leads += named->firms[i].is_lead;
		is_hollow |= named->firms[i].is_lead && named->firms[i].share_bp == 0;
	}
	if (n_leads != 1)
		problems_add(problems, PROBLEM_PROJECT_LEAD, "#/firms", NULL, NULL);
	else if (is_hollow)
		problems_add(problems, PROBLEM_LEAD_WITHOUT_SHARE, "#/firms", NULL, NULL);
	if (total_bp != NUM_WHOLE_BP)
		problems_add(problems, PROBLEM_SHARES_NOT_WHOLE, "#/firms",
			     words_number(problems, total_bp), NULL);
}

static void check_firms(const struct named_firms *named, struct problems *problems)
{
	for (size_t i = 0; i < named->n_firms; i++)
		check_firm(named, i, problems);
	check_shares(named, problems);
}

void decide_create_project(const struct new_project_facts *facts,
			   const struct new_project_input *input, struct problems *problems)
{
	if (facts->programme_state == NULL) {
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/programmeId", "programmeId",
			     NULL);
		return;
	}
	require_state(problems, facts->programme_state, "active");
	check_firms(&(struct named_firms){input->firms, input->n_firms, facts->strangers,
					  facts->n_strangers, NULL, 0},
		    problems);
}

static void require_hub(const struct caller *caller, int64_t hub_id, const char *hub,
			struct problems *problems)
{
	if (caller->organisation_id != hub_id)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, hub, NULL);
}

/* By its hub, in one of these states; NULL: in any. */
static void require_own(const struct project_facts *facts, const char *states,
			struct problems *problems)
{
	if (states != NULL)
		require_state(problems, facts->state, states);
	require_hub(&facts->caller, facts->hub_id, facts->hub, problems);
}

void decide_describe_project(const struct project_facts *facts, struct problems *problems)
{
	require_own(facts, "idea, planned, applied, running", problems);
}

void decide_replace_firms(const struct project_facts *facts,
			  const struct replace_firms_input *input, struct problems *problems)
{
	bool is_running = strcmp(facts->state, "running") == 0;

	require_own(facts, "idea, planned, applied, running", problems);
	if (input != NULL)
		check_firms(&(struct named_firms){input->firms, input->n_firms, facts->strangers,
						  facts->n_strangers, facts->newcomers,
						  is_running ? facts->n_newcomers : 0},
			    problems);
}

void decide_plan_project(const struct project_facts *facts, struct problems *problems)
{
	require_own(facts, "idea, applied", problems);
}

/* Nothing is carried out, or applied for, in the name of one that has not agreed. */
static void require_agreed(const struct project_facts *facts, struct problems *problems)
{
	for (size_t i = 0; i < facts->n_unagreed; i++)
		problems_add(problems, PROBLEM_PROJECT_UNAGREED, NULL, facts->unagreed[i], NULL);
}

void decide_start_project(const struct project_facts *facts, struct problems *problems)
{
	require_own(facts, "planned, applied", problems);
	for (size_t i = 0; i < facts->n_short; i++)
		problems_add(problems, PROBLEM_PROJECT_NOT_REACHED, NULL, facts->short_firms[i],
			     NULL);
	require_agreed(facts, problems);
}

void decide_complete_project(const struct project_facts *facts, struct problems *problems)
{
	require_own(facts, "running", problems);
}

void decide_give_up_project(const struct project_facts *facts, struct problems *problems)
{
	require_own(facts, "idea, planned, applied, running", problems);
}

static bool is_same_name(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static const struct open_onward *find_open(const struct project_facts *facts, const char *sent_to,
					   const char *sent_to_name)
{
	for (size_t i = 0; i < facts->n_open; i++)
		if (strcmp(facts->open[i].sent_to, sent_to) == 0 &&
		    is_same_name(facts->open[i].sent_to_name, sent_to_name))
			return &facts->open[i];
	return NULL;
}

static void check_sent(const struct project_facts *facts, const struct onward_input *input,
		       struct problems *problems)
{
	if ((strcmp(input->sent_to, "other") == 0) != (input->sent_to_name != NULL))
		problems_add(problems, PROBLEM_ONWARD_NAME, "#/sentToName", NULL, NULL);
	if (input->has_application && (strcmp(input->sent_to, "bio") != 0 || !facts->may_tie))
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/applicationId",
			     "applicationId", NULL);
	require_not_future(problems, input->sent_on, facts->today, "#/sentOn");
	if (input->sent_on < facts->agreed_on)
		problems_add(problems, PROBLEM_DATE_EARLY, "#/sentOn",
			     words_date(problems, facts->agreed_on), NULL);
}

void decide_apply_onward(const struct project_facts *facts, const struct onward_input *input,
			 struct problems *problems)
{
	require_own(facts, "planned, applied, running", problems);
	require_agreed(facts, problems);
	if (input == NULL)
		return;
	check_sent(facts, input, problems);
	if (!input->has_application &&
	    find_open(facts, input->sent_to, input->sent_to_name) != NULL)
		problems_add(problems, PROBLEM_ONWARD_OPEN, "#/sentTo", NULL, NULL);
}

static void check_granted(int64_t applied_ore, const struct onward_answer *answer, const char *at,
			  struct problems *problems)
{
	const char *applied = words_kroner(problems, applied_ore);

	if (strcmp(answer->outcome, "granted") == 0) {
		if (answer->granted_ore != applied_ore)
			problems_at(problems, PROBLEM_AMOUNT_NOT_FULL, applied, NULL,
				    "%s/grantedOre", at);
	} else if (strcmp(answer->outcome, "part_granted") == 0) {
		if (answer->granted_ore == 0)
			problems_at(problems, PROBLEM_AMOUNT_MISSING, NULL, NULL, "%s/grantedOre",
				    at);
		else if (answer->granted_ore >= applied_ore)
			problems_at(problems, PROBLEM_AMOUNT_NOT_PART, applied, NULL,
				    "%s/grantedOre", at);
	} else if (answer->granted_ore != 0) {
		problems_at(problems, PROBLEM_AMOUNT_NOT_ALLOWED, NULL, NULL, "%s/grantedOre", at);
	}
}

void decide_answer_onward(const struct project_facts *facts, const struct answer_input *input,
			  struct answer_effects *effects, struct problems *problems)
{
	const struct open_onward *open;

	require_own(facts, NULL, problems);
	if (facts->n_open == 0)
		problems_add(problems, PROBLEM_ONWARD_NONE, NULL, NULL, NULL);
	if (facts->n_open == 0 || input == NULL)
		return;
	require_not_future(problems, input->answer.answered_on, facts->today, "#/answeredOn");
	open = find_open(facts, input->sent_to, input->sent_to_name);
	if (open == NULL) {
		problems_add(problems, PROBLEM_ONWARD_NONE, "#/sentTo", NULL, NULL);
		return;
	}
	require_order(problems, open->sent_on, input->answer.answered_on, "#/answeredOn");
	check_granted(open->applied_ore, &input->answer, "#", problems);
	effects->onward_id = open->id;
}

static void check_answer(const struct project_facts *facts,
			 const struct corrected_onward_input *input, struct problems *problems)
{
	if (input->sent.has_application)
		problems_add(problems, PROBLEM_ONWARD_TIED, "#/answer", NULL, NULL);
	require_not_future(problems, input->answer.answered_on, facts->today,
			   "#/answer/answeredOn");
	require_order(problems, input->sent.sent_on, input->answer.answered_on,
		      "#/answer/answeredOn");
	check_granted(input->sent.applied_ore, &input->answer, "#/answer", problems);
}

void decide_correct_onward(const struct project_facts *facts,
			   const struct corrected_onward_input *input, struct problems *problems)
{
	const struct open_onward *open;

	require_own(facts, NULL, problems);
	if (!facts->has_sent)
		problems_add(problems, PROBLEM_ONWARD_UNSENT, NULL, NULL, NULL);
	if (!facts->has_sent || input == NULL)
		return;
	if (!facts->has_onward)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/onwardId", "onwardId", NULL);
	check_sent(facts, &input->sent, problems);
	open = find_open(facts, input->sent.sent_to, input->sent.sent_to_name);
	if (input->has_answer)
		check_answer(facts, input, problems);
	else if (open != NULL && open->id != input->onward_id && !input->sent.has_application)
		problems_add(problems, PROBLEM_ONWARD_OPEN, "#/sentTo", NULL, NULL);
}

void decide_invite_firm(const struct new_invitation_facts *facts, struct problems *problems)
{
	require_state(problems, facts->project_state, "idea, planned, applied, running");
	require_hub(&facts->caller, facts->hub_id, facts->hub, problems);
	if (facts->firm_id == 0)
		problems_add(problems, PROBLEM_UNKNOWN_REFERENCE, "#/orgnr", "orgnr", NULL);
	else if (facts->is_asked)
		problems_add(problems, PROBLEM_INVITED, "#/orgnr", NULL, NULL);
}

static bool is_of_firm(const struct invitation_facts *facts)
{
	return facts->caller.organisation_id == facts->firm_id;
}

/* The firm's, or its hub's. */
static void require_answerer(const struct invitation_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (!is_of_firm(facts) && !facts->is_follower)
		problems_add(problems, PROBLEM_ROLE_NOT_ALLOWED, NULL, facts->firm, NULL);
}

static void check_consent(const struct invitation_facts *facts, const struct consent_input *input,
			  struct problems *problems)
{
	if (is_of_firm(facts) && (input->consent_by != NULL || input->has_day))
		problems_add(problems, PROBLEM_CONSENT_OWN, "#/consentBy", NULL, NULL);
	if (is_of_firm(facts))
		return;
	if (input->consent_by == NULL)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/consentBy", NULL, NULL);
	if (!input->has_day)
		problems_add(problems, PROBLEM_FIELD_REQUIRED, "#/consentOn", NULL, NULL);
	else
		require_not_future(problems, input->consent_on, facts->today, "#/consentOn");
}

void decide_accept_invitation(const struct invitation_facts *facts,
			      const struct consent_input *input, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_answerer(facts, problems);
	if (strcmp(facts->state, "asked") != 0)
		return;
	require_state(problems, facts->project_state, "idea, planned, applied, running");
	if (!facts->is_in_programme)
		problems_add(problems, PROBLEM_NOT_IN_PROGRAMME, NULL, NULL, NULL);
	if (input != NULL)
		check_consent(facts, input, problems);
}

void decide_decline_invitation(const struct invitation_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked, accepted");
	require_answerer(facts, problems);
	if (facts->is_in_project)
		require_state(problems, facts->project_state, "idea, planned, applied, running");
}

void decide_withdraw_invitation(const struct invitation_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "asked");
	require_hub(&facts->caller, facts->hub_id, facts->hub, problems);
	if (facts->is_in_project)
		problems_add(problems, PROBLEM_IN_PROJECT, NULL, NULL, NULL);
}
