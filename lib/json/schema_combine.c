/* Rules that apply other schemas to the same value. */
#include "lib/base/fail.h"
#include "lib/json/schema_run.h"

bool schema_rule_sub(struct schema_run *run, const struct schema_spot *spot)
{
	return schema_fits(run, spot->rule->arg.schema, spot->value, spot->place);
}

/* Whether the value fits, without reporting why not; *is_other_kind_out says whether the schema is
 * not even meant. */
static bool try(struct schema_run *run, const struct schema *schema, const struct schema_spot *spot,
		bool *is_other_kind_out)
{
	struct schema_trial trial = {.place = spot->place};
	struct schema_trial *outer = run->trial;
	bool ok;

	run->trial = &trial;
	ok = schema_fits(run, schema, spot->value, spot->place);
	run->trial = outer;
	*is_other_kind_out = trial.is_other_kind;
	return ok;
}

bool schema_rule_all_of(struct schema_run *run, const struct schema_spot *spot)
{
	bool ok = true;

	for (size_t i = 0; i < spot->rule->n; i++)
		if (!schema_fits(run, spot->rule->arg.entries[i].schema, spot->value, spot->place))
			ok = false;
	return ok;
}

/* How many alternatives fit, up to `enough`. If none does, *meant_out is the one that is meant, or
 * NULL if that is not clear. */
static size_t count_fitting(struct schema_run *run, const struct schema_spot *spot, size_t enough,
			    const struct schema **meant_out)
{
	size_t n_fitting = 0, n_meant = 0;

	*meant_out = NULL;
	for (size_t i = 0; i < spot->rule->n && n_fitting < enough; i++) {
		const struct schema *schema = spot->rule->arg.entries[i].schema;
		bool is_other_kind;

		if (try(run, schema, spot, &is_other_kind))
			n_fitting++;
		else if (!is_other_kind)
			*meant_out = n_meant++ == 0 ? schema : NULL;
	}
	return n_fitting;
}

static bool fault_of_none(struct schema_run *run, const struct schema_spot *spot,
			  const struct schema *meant)
{
	if (meant != NULL)
		return schema_fits(run, meant, spot->value, spot->place);
	return schema_fault(run, spot, SCHEMA_NO_MATCH);
}

bool schema_rule_any_of(struct schema_run *run, const struct schema_spot *spot)
{
	const struct schema *meant;

	if (count_fitting(run, spot, 1, &meant) == 1)
		return true;
	return fault_of_none(run, spot, meant);
}

bool schema_rule_one_of(struct schema_run *run, const struct schema_spot *spot)
{
	const struct schema *meant;

	switch (count_fitting(run, spot, 2, &meant)) {
	case 0:
		return fault_of_none(run, spot, meant);
	case 1:
		return true;
	default:
		return schema_fault(run, spot, SCHEMA_AMBIGUOUS);
	}
}

bool schema_rule_not(struct schema_run *run, const struct schema_spot *spot)
{
	bool is_other_kind;

	if (!try(run, spot->rule->arg.schema, spot, &is_other_kind))
		return true;
	return schema_fault(run, spot, SCHEMA_EXCLUDED);
}

bool schema_rule_if(struct schema_run *run, const struct schema_spot *spot)
{
	bool is_other_kind;
	bool holds = try(run, spot->rule->arg.schema, spot, &is_other_kind);
	const struct schema_rule *branch = schema_find_rule(
		spot->schema, holds ? SCHEMA_KEYWORD_THEN : SCHEMA_KEYWORD_ELSE);

	if (branch == NULL)
		return true;
	return schema_fits(run, branch->arg.schema, spot->value, spot->place);
}
