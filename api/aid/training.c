#include "api/aid/training.h"

#include "api/aid/share.h"
#include "lib/base/date.h"
#include "lib/base/num.h"

/* Costs in 1/`per` øre, so that the share of the others is exact. */
struct eligible {
	__int128 other;
	__int128 all;
	int64_t per;
};

static __int128 costs_of(const struct training_project *project)
{
	return (__int128)project->wages_ore + project->fees_ore + project->other_ore;
}

/* O <= m (W + F + O) is O <= (W + F) m / (1 - m). */
static struct eligible eligible_of(const struct training_terms *terms,
				   const struct training_project *project)
{
	__int128 base = (__int128)project->wages_ore + project->fees_ore;
	bool is_bounded = terms->other_most_bp > 0 && terms->other_most_bp < NUM_WHOLE_BP;
	int64_t per = is_bounded ? NUM_WHOLE_BP - terms->other_most_bp : 1;
	__int128 other = (__int128)project->other_ore * per;
	__int128 most = base * terms->other_most_bp;

	if (is_bounded && other > most)
		other = most;
	return (struct eligible){.other = other, .all = base * per + other, .per = per};
}

static int64_t nearest_ore(__int128 scaled, int64_t per)
{
	return aid_fit((2 * scaled + per) / (2 * (__int128)per));
}

/* The cap of the highest row that the employees reach. */
static int64_t cap_of(const struct training_terms *terms, const struct training_project *project,
		      unsigned *faults)
{
	int64_t employees = project->is_sole_proprietor ? 0 : project->employees;
	int64_t most_ore = terms->n_caps == 0 ? AID_UNBOUNDED : 0;

	if (terms->n_caps > 1 && !project->is_sole_proprietor && !project->has_employees) {
		*faults |= TRAINING_EMPLOYEES_UNKNOWN;
		return 0;
	}
	for (size_t i = 0; i < terms->n_caps && terms->caps[i].employees_from <= employees; i++)
		most_ore = terms->caps[i].most_ore;
	return most_ore;
}

static int64_t cap_of_participants(const struct training_terms *terms,
				   const struct training_project *project)
{
	if (terms->per_participant_ore == 0)
		return AID_UNBOUNDED;
	return aid_fit((__int128)terms->per_participant_ore * project->participants);
}

static void bound(const struct training_terms *terms, const struct training_project *project,
		  const struct training_room *room, const struct eligible *eligible,
		  struct training_grant *grant)
{
	int64_t *bounds = grant->bounds_ore;

	bounds[TRAINING_BY_COSTS] =
		aid_fit(eligible->all * grant->rate_bp / eligible->per / NUM_WHOLE_BP);
	bounds[TRAINING_BY_SIZE] = cap_of(terms, project, &grant->faults);
	bounds[TRAINING_BY_PARTICIPANTS] = cap_of_participants(terms, project);
	bounds[TRAINING_BY_RECIPIENT] = room->recipient_ore;
	bounds[TRAINING_BY_CUMULATION] = room->cumulation_ore;
	bounds[TRAINING_BY_BUDGET] = room->budget_ore;
	bounds[TRAINING_BY_APPLIED] = room->applied_ore;
	for (enum training_bound i = 0; i < TRAINING_BOUNDS; i++)
		if (bounds[i] < bounds[grant->least])
			grant->least = i;
}

static unsigned fault_if(bool is_at_fault, enum training_fault fault)
{
	return is_at_fault ? fault : 0;
}

static unsigned faults_of_costs(const struct training_terms *terms,
				const struct training_project *project)
{
	__int128 fees = (__int128)project->fees_ore * NUM_WHOLE_BP;
	__int128 wages = (__int128)project->wages_ore * NUM_WHOLE_BP;
	__int128 all = costs_of(project);

	return fault_if(fees < all * terms->least_fees_bp, TRAINING_FEES_LOW) |
	       fault_if(terms->most_wages_bp > 0 && wages > all * terms->most_wages_bp,
			TRAINING_WAGES_HIGH);
}

static unsigned faults_of_firm(const struct training_terms *terms,
			       const struct training_project *project)
{
	bool is_known = project->has_employees;
	bool is_asked = terms->least_employees > 0 || terms->most_employees > 0;
	bool is_few = project->employees < terms->least_employees;
	bool is_many = terms->most_employees > 0 && project->employees > terms->most_employees;

	return fault_if(is_asked && !is_known, TRAINING_EMPLOYEES_UNKNOWN) |
	       fault_if(is_known && is_few, TRAINING_EMPLOYEES_FEW) |
	       fault_if(is_known && is_many, TRAINING_EMPLOYEES_MANY) |
	       fault_if(terms->needs_committee && !project->has_committee,
			TRAINING_COMMITTEE_MISSING);
}

static unsigned faults_of_time(const struct training_terms *terms,
			       const struct training_project *project)
{
	bool is_long = terms->most_months > 0 &&
		       project->ends_on >= date_add_months(project->starts_on, terms->most_months);

	return fault_if(terms->most_weeks > 0 && project->weeks > terms->most_weeks,
			TRAINING_WEEKS_MANY) |
	       fault_if(is_long, TRAINING_MONTHS_MANY) |
	       fault_if(terms->before_days > 0 &&
				project->applied_on > project->starts_on - terms->before_days,
			TRAINING_APPLIED_LATE);
}

void training_reckon(const struct training_terms *terms, const struct training_project *project,
		     const struct training_room *room, struct training_grant *out)
{
	struct eligible eligible = eligible_of(terms, project);
	int64_t least_ore;

	*out = (struct training_grant){
		.other_ore = nearest_ore(eligible.other, eligible.per),
		.eligible_ore = nearest_ore(eligible.all, eligible.per),
		.rate_bp =
			terms->share_bp < room->intensity_bp ? terms->share_bp : room->intensity_bp,
	};
	bound(terms, project, room, &eligible, out);
	out->faults |= faults_of_costs(terms, project) | faults_of_firm(terms, project) |
		       faults_of_time(terms, project);
	least_ore = out->bounds_ore[out->least];
	out->grant_ore = least_ore > 0 ? aid_whole_kroner(least_ore) : 0;
	out->own_ore = aid_fit(costs_of(project) - out->grant_ore - project->other_public_ore);
}

const char *training_bound_code(enum training_bound bound)
{
	static const char *const codes[TRAINING_BOUNDS] = {
		[TRAINING_BY_COSTS] = "costs",
		[TRAINING_BY_SIZE] = "size",
		[TRAINING_BY_PARTICIPANTS] = "participants",
		[TRAINING_BY_RECIPIENT] = "recipient",
		[TRAINING_BY_CUMULATION] = "cumulation",
		[TRAINING_BY_BUDGET] = "budget",
		[TRAINING_BY_APPLIED] = "applied",
	};

	return codes[bound];
}

int64_t training_hour_ore(int64_t salary_ore, int64_t factor_ppm, int64_t most_ore)
{
	int64_t ore = aid_fit((__int128)salary_ore * factor_ppm / 1000000);

	return most_ore > 0 && ore > most_ore ? most_ore : ore;
}
