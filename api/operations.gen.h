/* Written by cmd/specgen from openapi.yaml: change that and run `make gen`. */
#ifndef TRINN_API_OPERATIONS_GEN_H
#define TRINN_API_OPERATIONS_GEN_H

#include "api/request/operation.h"

enum operation_id {
	OP_GET_LIVENESS,
	OP_GET_READINESS,
	OP_GET_METRICS,
	OP_GET_OPENAPI,
	OP_GET_ME,
	OP_GET_NOTIFICATION_SETTINGS,
	OP_SAVE_NOTIFICATION_SETTINGS,
	OP_SEND_ADDRESS_CODE,
	OP_CONFIRM_ADDRESS,
	OP_LIST_NOTIFICATIONS,
	OP_READ_NOTIFICATIONS,
	OP_READ_NOTIFICATION,
	OP_LIST_DELIVERIES,
	OP_GET_MAIL,
	OP_GET_DELIVERY,
	OP_SETTLE_DELIVERY,
	OP_GET_DELIVERY_PERMITTED_ACTIONS,
	OP_SEARCH_ORGANISATIONS,
	OP_GET_ORGANISATION,
	OP_LIST_ROLE_ASSIGNMENTS,
	OP_PROPOSE_ROLE_ASSIGNMENT,
	OP_LIST_STANDINS,
	OP_NAME_STANDIN,
	OP_GET_STANDIN,
	OP_END_STANDIN,
	OP_GET_STANDIN_PERMITTED_ACTIONS,
	OP_LIST_SAVED_FILTERS,
	OP_SAVE_FILTER,
	OP_GET_SAVED_FILTER,
	OP_CHANGE_SAVED_FILTER,
	OP_DISCARD_SAVED_FILTER,
	OP_GET_SAVED_FILTER_PERMITTED_ACTIONS,
	OP_LIST_SETUP_CHANGES,
	OP_GET_SETUP_CHANGE,
	OP_APPROVE_SETUP_CHANGE,
	OP_REJECT_SETUP_CHANGE,
	OP_GET_SETUP_CHANGE_PERMITTED_ACTIONS,
	OP_LIST_PROGRAMMES,
	OP_PROPOSE_PROGRAMME,
	OP_GET_PROGRAMME,
	OP_PROPOSE_PROGRAMME_CHANGE,
	OP_PROPOSE_STAGE_GRAPH,
	OP_GET_STAGE_GRAPH,
	OP_LIST_HUB_AREAS,
	OP_PROPOSE_HUB_AREA,
	OP_GET_RESPONSIBLE_HUB,
	OP_LIST_INSTRUMENTS,
	OP_PROPOSE_INSTRUMENT,
	OP_GET_INSTRUMENT,
	OP_LIST_LEGAL_BASES,
	OP_PROPOSE_LEGAL_BASIS,
	OP_LIST_FUNDING_LINES,
	OP_PROPOSE_FUNDING_LINE,
	OP_GET_FUNDING_LINE,
	OP_PROPOSE_APPROPRIATION,
	OP_PROPOSE_MONEY_MOVE,
	OP_PROPOSE_DELEGATION,
	OP_LIST_RULE_PARAMS,
	OP_PROPOSE_RULE_PARAM,
	OP_LIST_BANK_ACCOUNTS,
	OP_PROPOSE_BANK_ACCOUNT,
	OP_LIST_CALLS,
	OP_CREATE_CALL,
	OP_GET_CALL,
	OP_OPEN_CALL,
	OP_CLOSE_CALL,
	OP_PRE_CHECK,
	OP_LIST_PUBLIC_CALLS,
	OP_GET_PUBLIC_CALL,
	OP_LIST_FORMS,
	OP_ADD_FORM,
	OP_GET_FORM,
	OP_GET_FORM_SCHEMA,
	OP_APPROVE_FORM,
	OP_REJECT_FORM,
	OP_SAVE_CALL_EVALUATION,
	OP_LIST_RANKING,
	OP_GET_CALL_PERMITTED_ACTIONS,
	OP_LIST_TRACKS,
	OP_CREATE_TRACK,
	OP_GET_TRACK,
	OP_CHANGE_TRACK,
	OP_END_TRACK,
	OP_LIST_FAGPARTNERE,
	OP_REGISTER_FAGPARTNER,
	OP_GET_FAGPARTNER,
	OP_CHANGE_FAGPARTNER,
	OP_RETIRE_FAGPARTNER,
	OP_GET_FAGPARTNER_PERMITTED_ACTIONS,
	OP_LIST_COMPETENCES,
	OP_LIST_ENGAGEMENTS,
	OP_PROPOSE_ENGAGEMENT,
	OP_GET_ENGAGEMENT,
	OP_AGREE_ENGAGEMENT,
	OP_DECLINE_ENGAGEMENT,
	OP_END_ENGAGEMENT,
	OP_CORRECT_RELATION,
	OP_GET_ENGAGEMENT_PERMITTED_ACTIONS,
	OP_LIST_ENGAGEMENT_HOURS,
	OP_ORDER_HOURS,
	OP_ENTER_PARTNER_INVOICE,
	OP_CREDIT_PARTNER_INVOICE,
	OP_CORRECT_PARTNER_INVOICE,
	OP_GET_HOURS_ORDER,
	OP_LIST_HOURS,
	OP_GET_HOURS,
	OP_DELIVER_HOURS,
	OP_TIE_HOURS,
	OP_CONFIRM_HOURS,
	OP_WITHDRAW_DELIVERY,
	OP_CANCEL_HOURS,
	OP_GET_HOURS_PERMITTED_ACTIONS,
	OP_REPORT_FAGPARTNERE,
	OP_CREATE_COHORT,
	OP_GET_TRACK_DELIVERY,
	OP_GET_TRACK_FEEDBACK,
	OP_GET_TRACK_PERMITTED_ACTIONS,
	OP_LIST_COHORTS,
	OP_GET_COHORT,
	OP_CHANGE_COHORT,
	OP_ADD_FIRMS,
	OP_REMOVE_FIRMS,
	OP_PLAN_COHORT_SESSION,
	OP_START_COHORT,
	OP_END_COHORT,
	OP_CANCEL_COHORT,
	OP_GET_COHORT_OVERVIEW,
	OP_GET_COHORT_FEEDBACK,
	OP_GET_COHORT_PERMITTED_ACTIONS,
	OP_LIST_NETWORKS,
	OP_CREATE_NETWORK,
	OP_GET_NETWORK,
	OP_CHANGE_NETWORK,
	OP_PLAN_NETWORK_SESSION,
	OP_END_NETWORK,
	OP_GET_NETWORK_FEEDBACK,
	OP_GET_NETWORK_PERMITTED_ACTIONS,
	OP_LIST_SESSIONS,
	OP_GET_SESSION,
	OP_CHANGE_SESSION,
	OP_HOLD_SESSION,
	OP_REPLACE_ATTENDANCE,
	OP_REOPEN_SESSION,
	OP_CANCEL_SESSION,
	OP_GET_FEEDBACK,
	OP_GIVE_FEEDBACK,
	OP_GET_SESSION_PERMITTED_ACTIONS,
	OP_LIST_CALENDAR_FEEDS,
	OP_CREATE_CALENDAR_FEED,
	OP_GET_CALENDAR_FEED,
	OP_REVOKE_CALENDAR_FEED,
	OP_GET_CALENDAR_FEED_PERMITTED_ACTIONS,
	OP_GET_CALENDAR,
	OP_SEARCH_CASES,
	OP_LIST_APPLICATIONS,
	OP_CREATE_APPLICATION,
	OP_GET_APPLICATION,
	OP_SAVE_PLAN,
	OP_SAVE_COST_PLAN,
	OP_SAVE_FINANCE_PLAN,
	OP_TAKE_FORM,
	OP_SUBMIT_APPLICATION,
	OP_WITHDRAW_APPLICATION,
	OP_ENTER_WITHDRAWAL,
	OP_RETURN_APPLICATION,
	OP_RESUME_APPLICATION,
	OP_TAKE_APPLICATION,
	OP_ASSIGN_APPLICATION,
	OP_RECOMMEND_APPLICATION,
	OP_ASSURE_RECOMMENDATION,
	OP_SEND_BACK_APPLICATION,
	OP_DECIDE_APPLICATION,
	OP_SEND_PRELIMINARY_ANSWER,
	OP_SEND_PRELIMINARY_ANSWERS,
	OP_LIST_HEARINGS,
	OP_HEAR_PARTY,
	OP_EXEMPT_HEARING,
	OP_LIST_REVERSALS,
	OP_PROPOSE_REVERSAL,
	OP_GET_REVERSAL,
	OP_DECIDE_REVERSAL,
	OP_SEND_BACK_REVERSAL,
	OP_WITHDRAW_REVERSAL,
	OP_GET_REVERSAL_PERMITTED_ACTIONS,
	OP_GET_HEARING,
	OP_ANSWER_HEARING,
	OP_WEIGH_HEARING,
	OP_WITHDRAW_HEARING,
	OP_GET_HEARING_PERMITTED_ACTIONS,
	OP_DECIDE_APPLICATIONS,
	OP_RELEASE_DECISION,
	OP_RELEASE_DECISIONS,
	OP_GET_APPLICATION_PERMITTED_ACTIONS,
	OP_LIST_TIMELINE,
	OP_LIST_MESSAGES,
	OP_SEND_MESSAGE,
	OP_GET_MESSAGE,
	OP_READ_MESSAGE,
	OP_GET_MESSAGE_PERMITTED_ACTIONS,
	OP_LIST_SUBMISSIONS,
	OP_GET_SUBMISSION,
	OP_GET_SUBMISSION_CONTENT,
	OP_COMPARE_SUBMISSIONS,
	OP_BEGIN_EVALUATION,
	OP_LIST_RECOMMENDATIONS,
	OP_LIST_DECISIONS,
	OP_LIST_APPLICATION_APPEALS,
	OP_LODGE_APPEAL,
	OP_ASK_GROUNDS,
	OP_GIVE_GROUNDS,
	OP_NOTE_NOTICE,
	OP_LIST_APPLICATION_EVENTS,
	OP_ADD_PARTNER,
	OP_LIST_APPLICATION_PARTNERS,
	OP_GET_APPLICATION_PARTNER,
	OP_CONFIRM_PART,
	OP_DECLINE_PART,
	OP_WITHDRAW_PART,
	OP_ENTER_PART_ON_PAPER,
	OP_ENTER_PART_REFUSAL,
	OP_RESIGN_PART,
	OP_REMOVE_PARTNER,
	OP_LODGE_PARTNER_APPEAL,
	OP_GET_APPLICATION_PARTNER_PERMITTED_ACTIONS,
	OP_LIST_LATE_SUBMISSIONS,
	OP_ASK_LATE_SUBMISSION,
	OP_GET_LATE_SUBMISSION,
	OP_RECOMMEND_LATE_SUBMISSION,
	OP_DECIDE_LATE_SUBMISSION,
	OP_SEND_BACK_LATE_SUBMISSION,
	OP_LODGE_LEAVE_APPEAL,
	OP_GET_LATE_SUBMISSION_PERMITTED_ACTIONS,
	OP_LIST_CRITERIA,
	OP_ADD_CRITERION,
	OP_GET_CRITERION,
	OP_RETIRE_CRITERION,
	OP_GET_CRITERION_PERMITTED_ACTIONS,
	OP_LIST_JOURNAL_POSTS,
	OP_GET_JOURNAL_POST,
	OP_CLASSIFY_JOURNAL_POST,
	OP_CORRECT_JOURNAL_POST,
	OP_CHECK_JOURNAL_POST,
	OP_CHECK_JOURNAL_POSTS,
	OP_VOID_JOURNAL_POST,
	OP_GET_JOURNAL_POST_PERMITTED_ACTIONS,
	OP_LIST_ARCHIVE_MESSAGES,
	OP_GET_ARCHIVE_MESSAGE,
	OP_RETRY_ARCHIVE_MESSAGE,
	OP_GET_ARCHIVE_MESSAGE_PERMITTED_ACTIONS,
	OP_LIST_RETENTION_DUE,
	OP_LIST_DESTRUCTIONS,
	OP_PROPOSE_DESTRUCTION,
	OP_GET_DESTRUCTION,
	OP_DECIDE_DESTRUCTION,
	OP_GET_DESTRUCTION_PERMITTED_ACTIONS,
	OP_LIST_LEGAL_HOLDS,
	OP_PLACE_LEGAL_HOLD,
	OP_GET_LEGAL_HOLD,
	OP_ASK_TO_LIFT_LEGAL_HOLD,
	OP_SETTLE_LEGAL_HOLD,
	OP_GET_LEGAL_HOLD_PERMITTED_ACTIONS,
	OP_LIST_PUBLIC_JOURNAL,
	OP_ASK_FOR_ACCESS,
	OP_GET_ACCESS_ANSWER,
	OP_GET_ACCESS_FILE,
	OP_COMPLAIN_OF_ACCESS,
	OP_LIST_ACCESS_REQUESTS,
	OP_CREATE_ACCESS_REQUEST,
	OP_GET_ACCESS_REQUEST,
	OP_DECIDE_ACCESS,
	OP_EXTEND_ACCESS_REQUEST,
	OP_REVOKE_ACCESS_LINK,
	OP_GET_ACCESS_REQUEST_PERMITTED_ACTIONS,
	OP_LIST_EVALUATIONS,
	OP_GET_EVALUATION,
	OP_NAME_ASSESSOR,
	OP_RELEASE_ASSESSOR,
	OP_HAND_IN_SCORES,
	OP_CONSOLIDATE_EVALUATION,
	OP_GET_EVALUATION_PERMITTED_ACTIONS,
	OP_LIST_APPEALS,
	OP_GET_APPEAL,
	OP_WITHDRAW_APPEAL,
	OP_ASK_STAY,
	OP_COMMENT_APPEAL,
	OP_CLAIM_APPEAL_COSTS,
	OP_PROPOSE_APPEAL_LEAVE,
	OP_PROPOSE_APPEAL_STAY,
	OP_RECONSIDER_APPEAL,
	OP_ENTER_APPEAL_OUTCOME,
	OP_PROPOSE_APPEAL_COSTS,
	OP_SETTLE_APPEAL,
	OP_SEND_BACK_APPEAL,
	OP_GET_APPEAL_PERMITTED_ACTIONS,
	OP_LIST_DISQUALIFICATIONS,
	OP_DECLARE_DISQUALIFICATION,
	OP_GET_DISQUALIFICATION,
	OP_CONCEDE_DISQUALIFICATION,
	OP_SETTLE_DISQUALIFICATION,
	OP_GET_DISQUALIFICATION_PERMITTED_ACTIONS,
	OP_LIST_LEADERS,
	OP_PROPOSE_LEADER,
	OP_LIST_LETTERHEADS,
	OP_PROPOSE_LETTERHEAD,
	OP_LIST_RETENTION_CLASSES,
	OP_PROPOSE_RETENTION_CLASS,
	OP_LIST_BODIES,
	OP_PROPOSE_BODY,
	OP_GET_BODY,
	OP_PROPOSE_BODY_MEMBERS,
	OP_LIST_MEETINGS,
	OP_PLAN_MEETING,
	OP_GET_MEETING,
	OP_LIST_AGENDAS,
	OP_GET_MEETING_RANKING,
	OP_LIST_MINUTES,
	OP_PUT_ON_AGENDA,
	OP_TAKE_OFF_AGENDA,
	OP_SEND_AGENDA,
	OP_MOVE_MEETING,
	OP_CANCEL_MEETING,
	OP_OPEN_MEETING,
	OP_NOTE_ATTENDANCE,
	OP_PROPOSE_OUTCOME,
	OP_PUT_TO_VOTE,
	OP_CAST_VOTE,
	OP_ENTER_SHOW_OF_HANDS,
	OP_END_VOTE,
	OP_ABANDON_VOTE,
	OP_CLOSE_MEETING,
	OP_WRITE_MINUTES,
	OP_APPROVE_MINUTES,
	OP_GET_MEETING_PERMITTED_ACTIONS,
	OP_LIST_GRANTS,
	OP_GET_GRANT,
	OP_ACCEPT_GRANT,
	OP_DECLINE_GRANT,
	OP_ENTER_ACCEPTANCE,
	OP_ENTER_REFUSAL,
	OP_CREATE_CLAIM,
	OP_ASK_AMENDMENT,
	OP_GET_GRANT_SETTLEMENT,
	OP_SETTLE_GRANT,
	OP_CONFIRM_GRANT_SETTLEMENT,
	OP_RETURN_GRANT_SETTLEMENT,
	OP_GET_GRANT_PERMITTED_ACTIONS,
	OP_LIST_AMENDMENTS,
	OP_GET_AMENDMENT,
	OP_PREPARE_AMENDMENT,
	OP_DECIDE_AMENDMENT,
	OP_SEND_BACK_AMENDMENT,
	OP_WITHDRAW_AMENDMENT,
	OP_GET_AMENDMENT_PERMITTED_ACTIONS,
	OP_LIST_CONDITIONS,
	OP_GET_CONDITION,
	OP_REPORT_CONDITION,
	OP_CONFIRM_CONDITION,
	OP_RETURN_CONDITION,
	OP_ASK_CONDITION_WAIVER,
	OP_WAIVE_CONDITION,
	OP_REFUSE_CONDITION_WAIVER,
	OP_GET_CONDITION_PERMITTED_ACTIONS,
	OP_LIST_CLAIMS,
	OP_GET_CLAIM,
	OP_REVIEW_CLAIM,
	OP_REJECT_CLAIM,
	OP_ATTEST_CLAIM,
	OP_RELEASE_CLAIM,
	OP_SEND_BACK_CLAIM,
	OP_GET_CLAIM_PERMITTED_ACTIONS,
	OP_LIST_COPAYMENTS,
	OP_GET_COPAYMENT,
	OP_GET_COPAYMENT_AID,
	OP_CHECK_COPAYMENT_AID,
	OP_REFUSE_COPAYMENT_AID,
	OP_DECLARE_COPAYMENT_AID,
	OP_INVOICE_COPAYMENT,
	OP_REMIND_COPAYMENT,
	OP_ASK_COPAYMENT_REFUND,
	OP_REFUND_COPAYMENT,
	OP_ASK_COPAYMENT_RELIEF,
	OP_ASK_COPAYMENT_CREDIT,
	OP_GIVE_COPAYMENT_RELIEF,
	OP_REFUSE_COPAYMENT_RELIEF,
	OP_CORRECT_COPAYMENT_SETTLEMENT,
	OP_GET_COPAYMENT_PERMITTED_ACTIONS,
	OP_CHECK_AID,
	OP_SETTLE_AID,
	OP_LIST_BANK_FILES,
	OP_READ_BANK_FILE,
	OP_GET_BANK_FILE,
	OP_LIST_BANK_ENTRIES,
	OP_GET_BANK_ENTRY,
	OP_MATCH_BANK_ENTRY,
	OP_IGNORE_BANK_ENTRY,
	OP_RETURN_BANK_ENTRY,
	OP_SPLIT_BANK_ENTRY,
	OP_REOPEN_BANK_ENTRY,
	OP_GET_BANK_ENTRY_PERMITTED_ACTIONS,
	OP_LIST_PROJECTS,
	OP_CREATE_PROJECT,
	OP_GET_PROJECT,
	OP_DESCRIBE_PROJECT,
	OP_REPLACE_PROJECT_FIRMS,
	OP_PLAN_PROJECT,
	OP_APPLY_ONWARD,
	OP_ANSWER_ONWARD,
	OP_CORRECT_ONWARD,
	OP_START_PROJECT,
	OP_COMPLETE_PROJECT,
	OP_GIVE_UP_PROJECT,
	OP_GET_PROJECT_PERMITTED_ACTIONS,
	OP_INVITE_TO_PROJECT,
	OP_LIST_PROJECT_INVITATIONS,
	OP_GET_PROJECT_INVITATION,
	OP_ACCEPT_PROJECT_INVITATION,
	OP_DECLINE_PROJECT_INVITATION,
	OP_WITHDRAW_PROJECT_INVITATION,
	OP_GET_PROJECT_INVITATION_PERMITTED_ACTIONS,
	OP_LIST_RESULTS,
	OP_CREATE_RESULT,
	OP_GET_RESULT,
	OP_REVISE_RESULT,
	OP_MEASURE_RESULT,
	OP_TELL_STORY,
	OP_WITHDRAW_STORY,
	OP_GET_RESULT_PERMITTED_ACTIONS,
	OP_LIST_STORIES,
	OP_LIST_PROGRESS_REPORTS,
	OP_EXPECT_PROGRESS_REPORT,
	OP_GET_PROGRESS_REPORT,
	OP_SUBMIT_PROGRESS_REPORT,
	OP_RETURN_PROGRESS_REPORT,
	OP_APPROVE_PROGRESS_REPORT,
	OP_WITHDRAW_PROGRESS_REPORT,
	OP_GET_PROGRESS_REPORT_PERMITTED_ACTIONS,
	OP_LIST_SAMPLINGS,
	OP_DRAW_SAMPLING,
	OP_GET_SAMPLING,
	OP_NOTE_FINDING,
	OP_ANSWER_FINDING,
	OP_ASK_AGAIN,
	OP_CLOSE_SAMPLED_CASE,
	OP_OPEN_SAMPLING,
	OP_CLOSE_SAMPLING,
	OP_GET_SAMPLING_PERMITTED_ACTIONS,
	OP_LIST_SCHEMES,
	OP_LIST_ENROLMENTS,
	OP_CREATE_ENROLMENT,
	OP_GET_ENROLMENT,
	OP_LIST_ENROLMENT_STEPS,
	OP_RECOMMEND_STAGE,
	OP_ENROL_FIRM,
	OP_TAKE_PLACE,
	OP_START_STAGE,
	OP_COMPLETE_STAGE,
	OP_FINISH_ENROLMENT,
	OP_DROP_OUT,
	OP_RE_ENTER,
	OP_GET_ENROLMENT_PERMITTED_ACTIONS,
	OP_LIST_TASKS,
	OP_TAKE_STEPS,
	OP_MOVE_ENROLMENTS,
	OP_ASK_GATE_WAIVER,
	OP_LIST_GATE_WAIVERS,
	OP_GET_GATE_WAIVER,
	OP_GIVE_GATE_WAIVER,
	OP_REFUSE_GATE_WAIVER,
	OP_GET_GATE_WAIVER_PERMITTED_ACTIONS,
	OP_LIST_DELIVERABLES,
	OP_BEGIN_DELIVERABLE,
	OP_GET_DELIVERABLE,
	OP_CHANGE_DELIVERABLE,
	OP_DELIVER,
	OP_ACCEPT_DELIVERABLE,
	OP_SEND_BACK_DELIVERABLE,
	OP_DISCARD_DELIVERABLE,
	OP_GET_DELIVERABLE_PERMITTED_ACTIONS,
	OP_GET_FIRM_AID,
	OP_GET_PARTICIPATION,
	OP_LIST_MEMBERSHIPS,
	OP_CREATE_MEMBERSHIP,
	OP_GET_MEMBERSHIP,
	OP_END_MEMBERSHIP,
	OP_GET_MEMBERSHIP_PERMITTED_ACTIONS,
	OP_LIST_CONTACTS,
	OP_NOTE_CONTACT,
	OP_GET_CONTACT,
	OP_CORRECT_CONTACT,
	OP_GET_CONTACT_PERMITTED_ACTIONS,
	OP_ASK_HANDOVER,
	OP_LIST_HANDOVERS,
	OP_GET_HANDOVER,
	OP_CONSENT_HANDOVER,
	OP_ACCEPT_HANDOVER,
	OP_DECLINE_HANDOVER,
	OP_WITHDRAW_HANDOVER,
	OP_GET_HANDOVER_PERMITTED_ACTIONS,
	OP_PLAN_INTERVIEW,
	OP_LIST_ASSESSMENTS,
	OP_BEGIN_ASSESSMENT,
	OP_GET_ASSESSMENT,
	OP_SAVE_ASSESSMENT,
	OP_FINISH_ASSESSMENT,
	OP_DISCARD_ASSESSMENT,
	OP_GET_ASSESSMENT_PERMITTED_ACTIONS,
	OP_LIST_PAYMENTS,
	OP_GET_PAYMENT,
	OP_REGISTER_PAID,
	OP_CONFIRM_PAID,
	OP_GET_PAYMENT_PERMITTED_ACTIONS,
	OP_LIST_PAYMENT_LISTS,
	OP_CREATE_PAYMENT_LIST,
	OP_GET_PAYMENT_LIST,
	OP_LIST_BALANCES,
	OP_LIST_MONEY_MOVES,
	OP_LIST_POSTINGS,
	OP_REPORT_FUNNEL,
	OP_LIST_FUNNEL_FIRMS,
	OP_GET_UMBRELLA,
	OP_GET_FINAL_REPORT,
	OP_REPORT_PAYMENTS,
	OP_REPORT_COPAYMENTS,
	OP_LIST_DOCUMENTS,
	OP_ADD_DOCUMENT,
	OP_LIST_APPLICATION_LETTERS,
	OP_ASK_LETTER,
	OP_LIST_LETTERS,
	OP_GET_LETTER,
	OP_GET_DOCUMENT,
	OP_PUT_CHUNK,
	OP_COMPLETE_DOCUMENT,
	OP_DISCARD_DOCUMENT,
	OP_CLASSIFY_DOCUMENT,
	OP_GET_DOCUMENT_CONTENT,
	OP_GET_DOCUMENT_PERMITTED_ACTIONS,
};

enum { OPERATION_COUNT = 536 };

/* Each stands at the index of its id. */
extern const struct operation operations[OPERATION_COUNT];

void op_get_liveness(struct req *r);
void op_get_readiness(struct req *r);
void op_get_metrics(struct req *r);
void op_get_openapi(struct req *r);
void op_get_me(struct req *r);
void op_get_notification_settings(struct req *r);
void op_save_notification_settings(struct req *r);
void op_send_address_code(struct req *r);
void op_confirm_address(struct req *r);
void op_list_notifications(struct req *r);
void op_read_notifications(struct req *r);
void op_read_notification(struct req *r);
void op_list_deliveries(struct req *r);
void op_get_mail(struct req *r);
void op_get_delivery(struct req *r);
void op_settle_delivery(struct req *r);
void op_get_delivery_permitted_actions(struct req *r);
void op_search_organisations(struct req *r);
void op_get_organisation(struct req *r);
void op_list_role_assignments(struct req *r);
void op_propose_role_assignment(struct req *r);
void op_list_standins(struct req *r);
void op_name_standin(struct req *r);
void op_get_standin(struct req *r);
void op_end_standin(struct req *r);
void op_get_standin_permitted_actions(struct req *r);
void op_list_saved_filters(struct req *r);
void op_save_filter(struct req *r);
void op_get_saved_filter(struct req *r);
void op_change_saved_filter(struct req *r);
void op_discard_saved_filter(struct req *r);
void op_get_saved_filter_permitted_actions(struct req *r);
void op_list_setup_changes(struct req *r);
void op_get_setup_change(struct req *r);
void op_approve_setup_change(struct req *r);
void op_reject_setup_change(struct req *r);
void op_get_setup_change_permitted_actions(struct req *r);
void op_list_programmes(struct req *r);
void op_propose_programme(struct req *r);
void op_get_programme(struct req *r);
void op_propose_programme_change(struct req *r);
void op_propose_stage_graph(struct req *r);
void op_get_stage_graph(struct req *r);
void op_list_hub_areas(struct req *r);
void op_propose_hub_area(struct req *r);
void op_get_responsible_hub(struct req *r);
void op_list_instruments(struct req *r);
void op_propose_instrument(struct req *r);
void op_get_instrument(struct req *r);
void op_list_legal_bases(struct req *r);
void op_propose_legal_basis(struct req *r);
void op_list_funding_lines(struct req *r);
void op_propose_funding_line(struct req *r);
void op_get_funding_line(struct req *r);
void op_propose_appropriation(struct req *r);
void op_propose_money_move(struct req *r);
void op_propose_delegation(struct req *r);
void op_list_rule_params(struct req *r);
void op_propose_rule_param(struct req *r);
void op_list_bank_accounts(struct req *r);
void op_propose_bank_account(struct req *r);
void op_list_calls(struct req *r);
void op_create_call(struct req *r);
void op_get_call(struct req *r);
void op_open_call(struct req *r);
void op_close_call(struct req *r);
void op_pre_check(struct req *r);
void op_list_public_calls(struct req *r);
void op_get_public_call(struct req *r);
void op_list_forms(struct req *r);
void op_add_form(struct req *r);
void op_get_form(struct req *r);
void op_get_form_schema(struct req *r);
void op_approve_form(struct req *r);
void op_reject_form(struct req *r);
void op_save_call_evaluation(struct req *r);
void op_list_ranking(struct req *r);
void op_get_call_permitted_actions(struct req *r);
void op_list_tracks(struct req *r);
void op_create_track(struct req *r);
void op_get_track(struct req *r);
void op_change_track(struct req *r);
void op_end_track(struct req *r);
void op_list_fagpartnere(struct req *r);
void op_register_fagpartner(struct req *r);
void op_get_fagpartner(struct req *r);
void op_change_fagpartner(struct req *r);
void op_retire_fagpartner(struct req *r);
void op_get_fagpartner_permitted_actions(struct req *r);
void op_list_competences(struct req *r);
void op_list_engagements(struct req *r);
void op_propose_engagement(struct req *r);
void op_get_engagement(struct req *r);
void op_agree_engagement(struct req *r);
void op_decline_engagement(struct req *r);
void op_end_engagement(struct req *r);
void op_correct_relation(struct req *r);
void op_get_engagement_permitted_actions(struct req *r);
void op_list_engagement_hours(struct req *r);
void op_order_hours(struct req *r);
void op_enter_partner_invoice(struct req *r);
void op_credit_partner_invoice(struct req *r);
void op_correct_partner_invoice(struct req *r);
void op_get_hours_order(struct req *r);
void op_list_hours(struct req *r);
void op_get_hours(struct req *r);
void op_deliver_hours(struct req *r);
void op_tie_hours(struct req *r);
void op_confirm_hours(struct req *r);
void op_withdraw_delivery(struct req *r);
void op_cancel_hours(struct req *r);
void op_get_hours_permitted_actions(struct req *r);
void op_report_fagpartnere(struct req *r);
void op_create_cohort(struct req *r);
void op_get_track_delivery(struct req *r);
void op_get_track_feedback(struct req *r);
void op_get_track_permitted_actions(struct req *r);
void op_list_cohorts(struct req *r);
void op_get_cohort(struct req *r);
void op_change_cohort(struct req *r);
void op_add_firms(struct req *r);
void op_remove_firms(struct req *r);
void op_plan_cohort_session(struct req *r);
void op_start_cohort(struct req *r);
void op_end_cohort(struct req *r);
void op_cancel_cohort(struct req *r);
void op_get_cohort_overview(struct req *r);
void op_get_cohort_feedback(struct req *r);
void op_get_cohort_permitted_actions(struct req *r);
void op_list_networks(struct req *r);
void op_create_network(struct req *r);
void op_get_network(struct req *r);
void op_change_network(struct req *r);
void op_plan_network_session(struct req *r);
void op_end_network(struct req *r);
void op_get_network_feedback(struct req *r);
void op_get_network_permitted_actions(struct req *r);
void op_list_sessions(struct req *r);
void op_get_session(struct req *r);
void op_change_session(struct req *r);
void op_hold_session(struct req *r);
void op_replace_attendance(struct req *r);
void op_reopen_session(struct req *r);
void op_cancel_session(struct req *r);
void op_get_feedback(struct req *r);
void op_give_feedback(struct req *r);
void op_get_session_permitted_actions(struct req *r);
void op_list_calendar_feeds(struct req *r);
void op_create_calendar_feed(struct req *r);
void op_get_calendar_feed(struct req *r);
void op_revoke_calendar_feed(struct req *r);
void op_get_calendar_feed_permitted_actions(struct req *r);
void op_get_calendar(struct req *r);
void op_search_cases(struct req *r);
void op_list_applications(struct req *r);
void op_create_application(struct req *r);
void op_get_application(struct req *r);
void op_save_plan(struct req *r);
void op_save_cost_plan(struct req *r);
void op_save_finance_plan(struct req *r);
void op_take_form(struct req *r);
void op_submit_application(struct req *r);
void op_withdraw_application(struct req *r);
void op_enter_withdrawal(struct req *r);
void op_return_application(struct req *r);
void op_resume_application(struct req *r);
void op_take_application(struct req *r);
void op_assign_application(struct req *r);
void op_recommend_application(struct req *r);
void op_assure_recommendation(struct req *r);
void op_send_back_application(struct req *r);
void op_decide_application(struct req *r);
void op_send_preliminary_answer(struct req *r);
void op_send_preliminary_answers(struct req *r);
void op_list_hearings(struct req *r);
void op_hear_party(struct req *r);
void op_exempt_hearing(struct req *r);
void op_list_reversals(struct req *r);
void op_propose_reversal(struct req *r);
void op_get_reversal(struct req *r);
void op_decide_reversal(struct req *r);
void op_send_back_reversal(struct req *r);
void op_withdraw_reversal(struct req *r);
void op_get_reversal_permitted_actions(struct req *r);
void op_get_hearing(struct req *r);
void op_answer_hearing(struct req *r);
void op_weigh_hearing(struct req *r);
void op_withdraw_hearing(struct req *r);
void op_get_hearing_permitted_actions(struct req *r);
void op_decide_applications(struct req *r);
void op_release_decision(struct req *r);
void op_release_decisions(struct req *r);
void op_get_application_permitted_actions(struct req *r);
void op_list_timeline(struct req *r);
void op_list_messages(struct req *r);
void op_send_message(struct req *r);
void op_get_message(struct req *r);
void op_read_message(struct req *r);
void op_get_message_permitted_actions(struct req *r);
void op_list_submissions(struct req *r);
void op_get_submission(struct req *r);
void op_get_submission_content(struct req *r);
void op_compare_submissions(struct req *r);
void op_begin_evaluation(struct req *r);
void op_list_recommendations(struct req *r);
void op_list_decisions(struct req *r);
void op_list_application_appeals(struct req *r);
void op_lodge_appeal(struct req *r);
void op_ask_grounds(struct req *r);
void op_give_grounds(struct req *r);
void op_note_notice(struct req *r);
void op_list_application_events(struct req *r);
void op_add_partner(struct req *r);
void op_list_application_partners(struct req *r);
void op_get_application_partner(struct req *r);
void op_confirm_part(struct req *r);
void op_decline_part(struct req *r);
void op_withdraw_part(struct req *r);
void op_enter_part_on_paper(struct req *r);
void op_enter_part_refusal(struct req *r);
void op_resign_part(struct req *r);
void op_remove_partner(struct req *r);
void op_lodge_partner_appeal(struct req *r);
void op_get_application_partner_permitted_actions(struct req *r);
void op_list_late_submissions(struct req *r);
void op_ask_late_submission(struct req *r);
void op_get_late_submission(struct req *r);
void op_recommend_late_submission(struct req *r);
void op_decide_late_submission(struct req *r);
void op_send_back_late_submission(struct req *r);
void op_lodge_leave_appeal(struct req *r);
void op_get_late_submission_permitted_actions(struct req *r);
void op_list_criteria(struct req *r);
void op_add_criterion(struct req *r);
void op_get_criterion(struct req *r);
void op_retire_criterion(struct req *r);
void op_get_criterion_permitted_actions(struct req *r);
void op_list_journal_posts(struct req *r);
void op_get_journal_post(struct req *r);
void op_classify_journal_post(struct req *r);
void op_correct_journal_post(struct req *r);
void op_check_journal_post(struct req *r);
void op_check_journal_posts(struct req *r);
void op_void_journal_post(struct req *r);
void op_get_journal_post_permitted_actions(struct req *r);
void op_list_archive_messages(struct req *r);
void op_get_archive_message(struct req *r);
void op_retry_archive_message(struct req *r);
void op_get_archive_message_permitted_actions(struct req *r);
void op_list_retention_due(struct req *r);
void op_list_destructions(struct req *r);
void op_propose_destruction(struct req *r);
void op_get_destruction(struct req *r);
void op_decide_destruction(struct req *r);
void op_get_destruction_permitted_actions(struct req *r);
void op_list_legal_holds(struct req *r);
void op_place_legal_hold(struct req *r);
void op_get_legal_hold(struct req *r);
void op_ask_to_lift_legal_hold(struct req *r);
void op_settle_legal_hold(struct req *r);
void op_get_legal_hold_permitted_actions(struct req *r);
void op_list_public_journal(struct req *r);
void op_ask_for_access(struct req *r);
void op_get_access_answer(struct req *r);
void op_get_access_file(struct req *r);
void op_complain_of_access(struct req *r);
void op_list_access_requests(struct req *r);
void op_create_access_request(struct req *r);
void op_get_access_request(struct req *r);
void op_decide_access(struct req *r);
void op_extend_access_request(struct req *r);
void op_revoke_access_link(struct req *r);
void op_get_access_request_permitted_actions(struct req *r);
void op_list_evaluations(struct req *r);
void op_get_evaluation(struct req *r);
void op_name_assessor(struct req *r);
void op_release_assessor(struct req *r);
void op_hand_in_scores(struct req *r);
void op_consolidate_evaluation(struct req *r);
void op_get_evaluation_permitted_actions(struct req *r);
void op_list_appeals(struct req *r);
void op_get_appeal(struct req *r);
void op_withdraw_appeal(struct req *r);
void op_ask_stay(struct req *r);
void op_comment_appeal(struct req *r);
void op_claim_appeal_costs(struct req *r);
void op_propose_appeal_leave(struct req *r);
void op_propose_appeal_stay(struct req *r);
void op_reconsider_appeal(struct req *r);
void op_enter_appeal_outcome(struct req *r);
void op_propose_appeal_costs(struct req *r);
void op_settle_appeal(struct req *r);
void op_send_back_appeal(struct req *r);
void op_get_appeal_permitted_actions(struct req *r);
void op_list_disqualifications(struct req *r);
void op_declare_disqualification(struct req *r);
void op_get_disqualification(struct req *r);
void op_concede_disqualification(struct req *r);
void op_settle_disqualification(struct req *r);
void op_get_disqualification_permitted_actions(struct req *r);
void op_list_leaders(struct req *r);
void op_propose_leader(struct req *r);
void op_list_letterheads(struct req *r);
void op_propose_letterhead(struct req *r);
void op_list_retention_classes(struct req *r);
void op_propose_retention_class(struct req *r);
void op_list_bodies(struct req *r);
void op_propose_body(struct req *r);
void op_get_body(struct req *r);
void op_propose_body_members(struct req *r);
void op_list_meetings(struct req *r);
void op_plan_meeting(struct req *r);
void op_get_meeting(struct req *r);
void op_list_agendas(struct req *r);
void op_get_meeting_ranking(struct req *r);
void op_list_minutes(struct req *r);
void op_put_on_agenda(struct req *r);
void op_take_off_agenda(struct req *r);
void op_send_agenda(struct req *r);
void op_move_meeting(struct req *r);
void op_cancel_meeting(struct req *r);
void op_open_meeting(struct req *r);
void op_note_attendance(struct req *r);
void op_propose_outcome(struct req *r);
void op_put_to_vote(struct req *r);
void op_cast_vote(struct req *r);
void op_enter_show_of_hands(struct req *r);
void op_end_vote(struct req *r);
void op_abandon_vote(struct req *r);
void op_close_meeting(struct req *r);
void op_write_minutes(struct req *r);
void op_approve_minutes(struct req *r);
void op_get_meeting_permitted_actions(struct req *r);
void op_list_grants(struct req *r);
void op_get_grant(struct req *r);
void op_accept_grant(struct req *r);
void op_decline_grant(struct req *r);
void op_enter_acceptance(struct req *r);
void op_enter_refusal(struct req *r);
void op_create_claim(struct req *r);
void op_ask_amendment(struct req *r);
void op_get_grant_settlement(struct req *r);
void op_settle_grant(struct req *r);
void op_confirm_grant_settlement(struct req *r);
void op_return_grant_settlement(struct req *r);
void op_get_grant_permitted_actions(struct req *r);
void op_list_amendments(struct req *r);
void op_get_amendment(struct req *r);
void op_prepare_amendment(struct req *r);
void op_decide_amendment(struct req *r);
void op_send_back_amendment(struct req *r);
void op_withdraw_amendment(struct req *r);
void op_get_amendment_permitted_actions(struct req *r);
void op_list_conditions(struct req *r);
void op_get_condition(struct req *r);
void op_report_condition(struct req *r);
void op_confirm_condition(struct req *r);
void op_return_condition(struct req *r);
void op_ask_condition_waiver(struct req *r);
void op_waive_condition(struct req *r);
void op_refuse_condition_waiver(struct req *r);
void op_get_condition_permitted_actions(struct req *r);
void op_list_claims(struct req *r);
void op_get_claim(struct req *r);
void op_review_claim(struct req *r);
void op_reject_claim(struct req *r);
void op_attest_claim(struct req *r);
void op_release_claim(struct req *r);
void op_send_back_claim(struct req *r);
void op_get_claim_permitted_actions(struct req *r);
void op_list_copayments(struct req *r);
void op_get_copayment(struct req *r);
void op_get_copayment_aid(struct req *r);
void op_check_copayment_aid(struct req *r);
void op_refuse_copayment_aid(struct req *r);
void op_declare_copayment_aid(struct req *r);
void op_invoice_copayment(struct req *r);
void op_remind_copayment(struct req *r);
void op_ask_copayment_refund(struct req *r);
void op_refund_copayment(struct req *r);
void op_ask_copayment_relief(struct req *r);
void op_ask_copayment_credit(struct req *r);
void op_give_copayment_relief(struct req *r);
void op_refuse_copayment_relief(struct req *r);
void op_correct_copayment_settlement(struct req *r);
void op_get_copayment_permitted_actions(struct req *r);
void op_check_aid(struct req *r);
void op_settle_aid(struct req *r);
void op_list_bank_files(struct req *r);
void op_read_bank_file(struct req *r);
void op_get_bank_file(struct req *r);
void op_list_bank_entries(struct req *r);
void op_get_bank_entry(struct req *r);
void op_match_bank_entry(struct req *r);
void op_ignore_bank_entry(struct req *r);
void op_return_bank_entry(struct req *r);
void op_split_bank_entry(struct req *r);
void op_reopen_bank_entry(struct req *r);
void op_get_bank_entry_permitted_actions(struct req *r);
void op_list_projects(struct req *r);
void op_create_project(struct req *r);
void op_get_project(struct req *r);
void op_describe_project(struct req *r);
void op_replace_project_firms(struct req *r);
void op_plan_project(struct req *r);
void op_apply_onward(struct req *r);
void op_answer_onward(struct req *r);
void op_correct_onward(struct req *r);
void op_start_project(struct req *r);
void op_complete_project(struct req *r);
void op_give_up_project(struct req *r);
void op_get_project_permitted_actions(struct req *r);
void op_invite_to_project(struct req *r);
void op_list_project_invitations(struct req *r);
void op_get_project_invitation(struct req *r);
void op_accept_project_invitation(struct req *r);
void op_decline_project_invitation(struct req *r);
void op_withdraw_project_invitation(struct req *r);
void op_get_project_invitation_permitted_actions(struct req *r);
void op_list_results(struct req *r);
void op_create_result(struct req *r);
void op_get_result(struct req *r);
void op_revise_result(struct req *r);
void op_measure_result(struct req *r);
void op_tell_story(struct req *r);
void op_withdraw_story(struct req *r);
void op_get_result_permitted_actions(struct req *r);
void op_list_stories(struct req *r);
void op_list_progress_reports(struct req *r);
void op_expect_progress_report(struct req *r);
void op_get_progress_report(struct req *r);
void op_submit_progress_report(struct req *r);
void op_return_progress_report(struct req *r);
void op_approve_progress_report(struct req *r);
void op_withdraw_progress_report(struct req *r);
void op_get_progress_report_permitted_actions(struct req *r);
void op_list_samplings(struct req *r);
void op_draw_sampling(struct req *r);
void op_get_sampling(struct req *r);
void op_note_finding(struct req *r);
void op_answer_finding(struct req *r);
void op_ask_again(struct req *r);
void op_close_sampled_case(struct req *r);
void op_open_sampling(struct req *r);
void op_close_sampling(struct req *r);
void op_get_sampling_permitted_actions(struct req *r);
void op_list_schemes(struct req *r);
void op_list_enrolments(struct req *r);
void op_create_enrolment(struct req *r);
void op_get_enrolment(struct req *r);
void op_list_enrolment_steps(struct req *r);
void op_recommend_stage(struct req *r);
void op_enrol_firm(struct req *r);
void op_take_place(struct req *r);
void op_start_stage(struct req *r);
void op_complete_stage(struct req *r);
void op_finish_enrolment(struct req *r);
void op_drop_out(struct req *r);
void op_re_enter(struct req *r);
void op_get_enrolment_permitted_actions(struct req *r);
void op_list_tasks(struct req *r);
void op_take_steps(struct req *r);
void op_move_enrolments(struct req *r);
void op_ask_gate_waiver(struct req *r);
void op_list_gate_waivers(struct req *r);
void op_get_gate_waiver(struct req *r);
void op_give_gate_waiver(struct req *r);
void op_refuse_gate_waiver(struct req *r);
void op_get_gate_waiver_permitted_actions(struct req *r);
void op_list_deliverables(struct req *r);
void op_begin_deliverable(struct req *r);
void op_get_deliverable(struct req *r);
void op_change_deliverable(struct req *r);
void op_deliver(struct req *r);
void op_accept_deliverable(struct req *r);
void op_send_back_deliverable(struct req *r);
void op_discard_deliverable(struct req *r);
void op_get_deliverable_permitted_actions(struct req *r);
void op_get_firm_aid(struct req *r);
void op_get_participation(struct req *r);
void op_list_memberships(struct req *r);
void op_create_membership(struct req *r);
void op_get_membership(struct req *r);
void op_end_membership(struct req *r);
void op_get_membership_permitted_actions(struct req *r);
void op_list_contacts(struct req *r);
void op_note_contact(struct req *r);
void op_get_contact(struct req *r);
void op_correct_contact(struct req *r);
void op_get_contact_permitted_actions(struct req *r);
void op_ask_handover(struct req *r);
void op_list_handovers(struct req *r);
void op_get_handover(struct req *r);
void op_consent_handover(struct req *r);
void op_accept_handover(struct req *r);
void op_decline_handover(struct req *r);
void op_withdraw_handover(struct req *r);
void op_get_handover_permitted_actions(struct req *r);
void op_plan_interview(struct req *r);
void op_list_assessments(struct req *r);
void op_begin_assessment(struct req *r);
void op_get_assessment(struct req *r);
void op_save_assessment(struct req *r);
void op_finish_assessment(struct req *r);
void op_discard_assessment(struct req *r);
void op_get_assessment_permitted_actions(struct req *r);
void op_list_payments(struct req *r);
void op_get_payment(struct req *r);
void op_register_paid(struct req *r);
void op_confirm_paid(struct req *r);
void op_get_payment_permitted_actions(struct req *r);
void op_list_payment_lists(struct req *r);
void op_create_payment_list(struct req *r);
void op_get_payment_list(struct req *r);
void op_list_balances(struct req *r);
void op_list_money_moves(struct req *r);
void op_list_postings(struct req *r);
void op_report_funnel(struct req *r);
void op_list_funnel_firms(struct req *r);
void op_get_umbrella(struct req *r);
void op_get_final_report(struct req *r);
void op_report_payments(struct req *r);
void op_report_copayments(struct req *r);
void op_list_documents(struct req *r);
void op_add_document(struct req *r);
void op_list_application_letters(struct req *r);
void op_ask_letter(struct req *r);
void op_list_letters(struct req *r);
void op_get_letter(struct req *r);
void op_get_document(struct req *r);
void op_put_chunk(struct req *r);
void op_complete_document(struct req *r);
void op_discard_document(struct req *r);
void op_classify_document(struct req *r);
void op_get_document_content(struct req *r);
void op_get_document_permitted_actions(struct req *r);

#endif
