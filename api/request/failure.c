#include "api/request/request.h"

#include <string.h>

#include "lib/log/log.h"

/* What the database's refusals mean. The first row that fits counts; NULL fits anything. SQLSTATEs
 * of class TR are our own functions'. */
static const struct meaning {
	const char *sqlstate;
	const char *constraint;
	enum problem_code code;
	const char *arg;
} meanings[] = {
	{"TR400", NULL, PROBLEM_ROLE_REQUIRED, NULL},
	{"TR401", NULL, PROBLEM_UNAUTHENTICATED, NULL},
	{"TR403", NULL, PROBLEM_FORBIDDEN, NULL},
	{"TR404", NULL, PROBLEM_NOT_FOUND, NULL},
	{"TR409", NULL, PROBLEM_KEY_IN_FLIGHT, NULL},
	{"TR412", NULL, PROBLEM_CONTENDED, NULL},
	{"TR422", NULL, PROBLEM_KEY_REUSED, NULL},
	{"TR431", NULL, PROBLEM_DISQUALIFIED, "@stands_back.self"},
	{"TR410", NULL, PROBLEM_CASE_DESTROYED, NULL},
	{"TR432", NULL, PROBLEM_DISQUALIFIED, "@stands_back.party"},
	{"TR460", NULL, PROBLEM_CONTENDED, NULL},
	{"42501", NULL, PROBLEM_FORBIDDEN, NULL},
	{"25006", NULL, PROBLEM_UNAVAILABLE, NULL}, /* read_only_sql_transaction: a standby */
	{"53100", NULL, PROBLEM_UNAVAILABLE, NULL}, /* disk_full */
	{"53200", NULL, PROBLEM_UNAVAILABLE, NULL}, /* out_of_memory */
	{"23505", "claim_costs_invoice_once", PROBLEM_INVOICE_USED, "-"},
	{"23505", "copayment_reliefs_one", PROBLEM_RELIEF_ASKED, NULL},
	{"23505", "copayment_entries_refunded_once", PROBLEM_DUPLICATE, "bankReference"},
	{"23505", "bank_files_once", PROBLEM_BANK_FILE_KNOWN, "-"},
	{"23505", "bank_entries_once", PROBLEM_CONTENDED, NULL},
	{"23505", "programmes_county_id_code_key", PROBLEM_DUPLICATE, "code"},
	{"23505", "funding_lines_county_id_code_key", PROBLEM_DUPLICATE, "code"},
	{"23505", "calls_county_id_code_key", PROBLEM_DUPLICATE, "code"},
	{"23505", "legal_bases_county_id_reference_key", PROBLEM_DUPLICATE, "reference"},
	{"23505", "principals_issuer_id_subject_key", PROBLEM_DUPLICATE, "subject"},
	{"23505", "fagpartnere_once", PROBLEM_DUPLICATE, "orgnr"},
	{"23505", "partner_invoices_pkey", PROBLEM_INVOICE_USED, "-"},
	{"23505", "partner_invoices_once", PROBLEM_INVOICE_USED, "-"},
	{"23505", "partner_invoices_note_once", PROBLEM_INVOICE_USED, "-"},
	{"23514", "partner_invoices_creditable", PROBLEM_INVOICE_CLAIMED, "-"},
	{"23505", "handovers_one", PROBLEM_HANDOVER_ASKED, NULL},
	{"23P01", "memberships_one", PROBLEM_MEMBER_ALREADY, NULL},
	{"23P01", "body_members_once", PROBLEM_TWO_SEATS, NULL},
	{"23P01", "body_members_one_chair", PROBLEM_TWO_CHAIRS, NULL},
	{"23P01", "role_assignments_once", PROBLEM_ROLE_HELD, NULL},
	{"23P01", "criteria_kind", PROBLEM_CONTENDED, NULL},
	{"23P01", NULL, PROBLEM_DUPLICATE, "validFrom"},
	{"23505", "document_chunks_pkey", PROBLEM_CONTENDED, NULL},
	{"23514", "documents_whole", PROBLEM_CONTENDED, NULL},
	{"23514", "documents_fnr_exempt", PROBLEM_FNR_EXEMPT, NULL},
	{"23514", "documents_clean", PROBLEM_DOCUMENT_NOT_CLEAN, "@scanning, infected, refused"},
	{"23514", "samplings_cases_closed", PROBLEM_CONTENDED, NULL},
	{"23514", "handovers_between_stages", PROBLEM_HANDOVER_IN_STAGE, NULL},
	{"23514", "handovers_hub_closed", PROBLEM_HUB_OPEN, NULL},
	{"23514", "handovers_consented", PROBLEM_CONSENT_MISSING, NULL},
	{"23514", "handovers_two_persons", PROBLEM_FOUR_EYES, "-"},
	/* Short once more, though what was loaded in between said enough: others give and take. */
	{"23514", "balances_not_negative", PROBLEM_CONTENDED, NULL},
	{"23514", "grants_remaining", PROBLEM_CONTENDED, NULL},
	{"23514", "grant_parts_remaining", PROBLEM_CONTENDED, NULL},
	{"23514", "engagements_ceiling", PROBLEM_CONTENDED, NULL},
	{"23514", "claim_costs_entered", PROBLEM_CONTENDED, NULL},
	{"23514", "project_firms_reached", PROBLEM_CONTENDED, NULL},
	{"23514", "project_firms_consented", PROBLEM_CONTENDED, NULL},
	{"23505", "project_invitations_one", PROBLEM_CONTENDED, NULL},
	{"23514", "engagements_partner_agrees", PROBLEM_PARTNER_AGREES, NULL},
	{"23514", "stage_places_free", PROBLEM_CONTENDED, NULL},
	{"23514", "cohorts_free", PROBLEM_CONTENDED, NULL},
	{"23505", "sessions_once", PROBLEM_CONTENDED, NULL},
	{"23514", "sessions_reopened", PROBLEM_CONTENDED, NULL},
	{"23514", "saved_filters_few", PROBLEM_CONTENDED, NULL},
	{"23514", "address_codes_few", PROBLEM_CONTENDED, NULL},
	{"23505", "notification_settings_one", PROBLEM_CONTENDED, NULL},
	{"23505", "tracks_one_title", PROBLEM_CONTENDED, NULL},
	{"23514", "tracks_open", PROBLEM_CONTENDED, NULL},
	{"23514", "tracks_over", PROBLEM_CONTENDED, NULL},
	{"23505", "enrolments_one_of_firm", PROBLEM_CONTENDED, NULL},
	{"23514", "setup_changes_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23505", "application_partners_one", PROBLEM_PARTNER_NAMED, NULL},
	{"23514", "application_partners_document", PROBLEM_CONTENDED, NULL},
	{"23514", "claim_costs_partner", PROBLEM_CONTENDED, NULL},
	{"23514", "applications_partners", PROBLEM_CONTENDED, NULL},
	{"23505", "late_submissions_one", PROBLEM_LATE_ASKED, NULL},
	{"23505", "applications_leave", PROBLEM_CONTENDED, NULL},
	{"23514", "applications_in_time", PROBLEM_CONTENDED, NULL},
	{"23514", "late_submissions_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "applications_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "recommendations_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "assurances_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23505", "assurances_pkey", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_assured", PROBLEM_CONTENDED, NULL},
	{"23514", "hearings_heard", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "claims_conditions", PROBLEM_CONTENDED, NULL},
	{"23514", "decision_conditions_whole", PROBLEM_CONTENDED, NULL},
	{"23514", "decision_conditions_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "claims_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "payments_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "copayments_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "copayment_reliefs_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "copayment_settlements_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "copayment_entries_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "deliverables_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "sampling_answers_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "engagements_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "hours_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "gate_waivers_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23505", "bodies_once", PROBLEM_DUPLICATE, "name"},
	{"23514", "authorities_outside_members", PROBLEM_OUTSIDE_MEMBERS, NULL},
	{"23505", "meetings_once", PROBLEM_CONTENDED, NULL},
	{"23505", "meeting_items_one", PROBLEM_CONTENDED, NULL},
	{"23505", "proposals_voting", PROBLEM_VOTING, NULL},
	{"23505", "proposals_carried", PROBLEM_ITEM_SETTLED, NULL},
	{"23505", "votes_pkey", PROBLEM_VOTED, NULL},
	{"23514", "applications_voted_on", PROBLEM_VOTED_ON, NULL},
	{"23514", "applications_resolved", PROBLEM_RESOLUTION_STANDS, NULL},
	{"23514", "leaders_circle", PROBLEM_LEADER_CIRCLE, NULL},
	{"23514", "meetings_ahead", PROBLEM_MEETING_PAST, NULL},
	{"23514", "meetings_on_day", PROBLEM_CONTENDED, NULL},
	{"23514", "meeting_items_recommended", PROBLEM_CONTENDED, NULL},
	{"23514", "proposals_commented", PROBLEM_CONTENDED, NULL},
	{"23514", "votes_own", PROBLEM_NOT_VOTING, "@silence.no_seat"},
	{"23514", "votes_entitled", PROBLEM_NOT_VOTING, "@silence.no_seat"},
	{"23514", "proposals_quorum", PROBLEM_CONTENDED, NULL},
	{"23514", "proposals_counted", PROBLEM_CONTENDED, NULL},
	{"23514", "minutes_chair", PROBLEM_NOT_CHAIR, NULL},
	{"23514", "minutes_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "decisions_before_meeting", PROBLEM_MEETING_HAS_CASE, NULL},
	{"23514", "decisions_preparers", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_resolved", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_resolved_conditions", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_departure", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_recommended", PROBLEM_CONTENDED, NULL},
	{"23505", "criteria_once", PROBLEM_CONTENDED, NULL},
	{"23505", "evaluations_one", PROBLEM_CONTENDED, NULL},
	{"23505", "assessors_once", PROBLEM_ASSESSOR_NAMED, "-"},
	{"23514", "evaluations_all_in", PROBLEM_CONTENDED, NULL},
	{"23514", "assessors_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "applications_impartial", PROBLEM_ASSIGNEE_DISQUALIFIED, "-"},
	{"23514", "applications_caseworker", PROBLEM_NOT_FOR_CASES, "-"},
	{"23514", "assessors_impartial", PROBLEM_ASSESSOR_DISQUALIFIED, "-"},
	{"23514", "assessors_role", PROBLEM_NOT_FOR_ASSESSING, "-"},
	{"23514", "assessors_unknowing", PROBLEM_SCORES_SEEN, NULL},
	{"23514", "recommendations_evaluated", PROBLEM_CONTENDED, NULL},
	{"23514", "decisions_evaluated", PROBLEM_CONTENDED, NULL},
	{"23505", "appeals_one", PROBLEM_CONTENDED, NULL},
	{"23505", "appeal_proposals_one", PROBLEM_CONTENDED, NULL},
	{"23505", "amendments_one", PROBLEM_AMENDMENT_OPEN, NULL},
	{"23514", "late_submissions_recommended", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_budget", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_partners", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_parts", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_fagpartnere", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_notice", PROBLEM_CONTENDED, NULL},
	{"23514", "grants_budget", PROBLEM_CONTENDED, NULL},
	{"23505", "appeal_periods_once", PROBLEM_CONTENDED, NULL},
	{"23514", "applications_work_ahead", PROBLEM_CONTENDED, NULL},
	{"23514", "appeals_answered", PROBLEM_CONTENDED, NULL},
	{"23514", "appeals_in_time", PROBLEM_CONTENDED, NULL},
	{"23514", "appeals_dismissed", PROBLEM_CONTENDED, NULL},
	{"23514", "appeals_taken_up", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_taken_up", PROBLEM_CONTENDED, NULL},
	{"23514", "late_submissions_taken_up", PROBLEM_CONTENDED, NULL},
	{"23514", "amendments_allowed", PROBLEM_APPEAL_GAVE_IT, NULL},
	{"23514", "late_submissions_allowed", PROBLEM_APPEAL_GAVE_IT, NULL},
	{"23514", "appeal_proposals_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "amendments_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "amendment_proposals_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23505", "grant_settlements_one", PROBLEM_SETTLEMENT_PREPARED, NULL},
	{"23514", "grant_settlements_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "claims_in_time", PROBLEM_CLAIM_LATE, "-"},
	{"23514", "grants_settled", PROBLEM_CONTENDED, NULL},
	{"23514", "grants_claims_open", PROBLEM_CLAIM_OPEN, "-"},
	{"23514", "grant_changes_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "claims_stayed", PROBLEM_PAYMENT_STAYED, NULL},
	{"23514", "meetings_told_whole", PROBLEM_AGENDA_CLOSED, NULL},
	{"23514", "decisions_set_aside", PROBLEM_DECISION_SET_ASIDE, NULL},
	{"23505", "disqualifications_open", PROBLEM_DISQUALIFICATION_OPEN, NULL},
	{"23514", "disqualifications_reasoned", PROBLEM_NOT_CONCERNED, NULL},
	{"23514", "destructions_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23505", "destruction_items_once", PROBLEM_CONTENDED, NULL},
	{"23514", "legal_holds_two_persons", PROBLEM_FOUR_EYES, "-"},
	{"23514", "disqualifications_two_persons", PROBLEM_FOUR_EYES, "-"},
};

static enum problem_code code_of_refusal(const struct db_result *result, const char **arg_out)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		const struct meaning *m = &meanings[i];

		if (strcmp(m->sqlstate, result->sqlstate) != 0)
			continue;
		if (m->constraint != NULL &&
		    (result->constraint == NULL || strcmp(m->constraint, result->constraint) != 0))
			continue;
		*arg_out = m->arg;
		return m->code;
	}
	return PROBLEM_INTERNAL;
}

static enum problem_code code_of(const struct db_result *result, const char **arg_out)
{
	switch (result->status) {
	case DB_REFUSED:
		return code_of_refusal(result, arg_out);
	case DB_RETRY:
		return PROBLEM_CONTENDED;
	case DB_UNCERTAIN:
		return PROBLEM_WRITE_UNCERTAIN;
	case DB_TIMEOUT:
	case DB_LOST:
		return PROBLEM_UNAVAILABLE;
	case DB_OK:
		break;
	}
	return PROBLEM_INTERNAL;
}

static void log_failure(const struct req *r, const struct db_result *result)
{
	log_event(LOG_ERROR, "db.failed", LOG_STR("op", r->op->name), LOG_STR("trace", r->trace),
		  LOG_STR("status", db_status_name(result->status)),
		  LOG_STR("sqlstate", result->sqlstate),
		  LOG_STR("constraint", result->constraint), LOG_STR("message", result->message),
		  LOG_INT("statement", result->failed_at));
}

static void forbid(struct req *r)
{
	struct problems problems;

	problems_init(&problems, r->arena);
	problems_forbid(&problems, r->op->roles);
	req_problems(r, &problems);
}

void req_database_problem(struct req *r, const struct db_result *result)
{
	const char *arg = NULL;
	enum problem_code code = code_of(result, &arg);

	if (problem_status(code) >= 500)
		log_failure(r, result);
	if (code == PROBLEM_FORBIDDEN)
		forbid(r);
	else
		req_problem(r, code, arg, arg);
}
