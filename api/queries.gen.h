/* Written by cmd/specgen from sql/queries/: change that and run `make gen`. */
#ifndef TRINN_API_QUERIES_GEN_H
#define TRINN_API_QUERIES_GEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lib/base/fail.h"
#include "lib/db/segment.h"

enum query_id {
	Q_ACCESS_REQUEST_DOCUMENT,
	Q_REPLY_ACCESS_REQUEST,
	Q_REPLY_NEW_ACCESS_REQUEST,
	Q_LIST_ACCESS_REQUESTS,
	Q_LOAD_ACCESS_ASKED,
	Q_ASK_FOR_ACCESS,
	Q_LOAD_NEW_ACCESS_REQUEST,
	Q_ENTER_ACCESS_REQUEST,
	Q_ACCESS_ANSWER,
	Q_ACCESS_FILE,
	Q_ACCESS_CHUNK,
	Q_LOAD_ACCESS_COMPLAINT,
	Q_COMPLAIN_OF_ACCESS,
	Q_LOAD_ACCESS_REQUEST,
	Q_INSERT_ACCESS_DECISION,
	Q_GIVE_POST,
	Q_GIVE_COPIES,
	Q_MOVE_ACCESS_ITEM,
	Q_MOVE_ACCESS_REQUEST,
	Q_EXTEND_ACCESS_REQUEST,
	Q_REVOKE_ACCESS_LINK,
	Q_AMENDMENT_DOCUMENT,
	Q_REPLY_AMENDMENT,
	Q_LIST_AMENDMENTS,
	Q_LOAD_NEW_AMENDMENT,
	Q_INSERT_AMENDMENT,
	Q_ASK_TO_ENTER,
	Q_LOAD_AMENDMENT,
	Q_INSERT_AMENDMENT_PROPOSAL,
	Q_MOVE_AMENDMENT,
	Q_LET_ENTER,
	Q_SETTLE_AMENDMENT,
	Q_PROLONG_GRANT,
	Q_MOVE_BUDGET,
	Q_ANNUL_GRANT,
	Q_EXPECT_MORE_REPORTS,
	Q_APPEAL_DOCUMENT,
	Q_REPLY_APPEAL,
	Q_LIST_APPLICATION_APPEALS,
	Q_LIST_APPEALS,
	Q_INSERT_APPEAL,
	Q_INSERT_LEAVE_APPEAL,
	Q_ATTACH_TO_APPEAL,
	Q_INSERT_APPEAL_PERIOD,
	Q_TOUCH_APPLICATION,
	Q_LOAD_APPEAL,
	Q_FOLLOW_ANSWER,
	Q_TOUCH_APPEAL,
	Q_MOVE_APPEAL,
	Q_END_APPEAL,
	Q_TAKE_UP_APPEAL,
	Q_TAKE_UP_REFUSAL,
	Q_FORWARD_APPEAL,
	Q_ASK_STAY,
	Q_COMMENT_APPEAL,
	Q_CLAIM_APPEAL_COSTS,
	Q_INSERT_APPEAL_PROPOSAL,
	Q_SETTLE_APPEAL_PROPOSAL,
	Q_APPLICATION_DOCUMENT,
	Q_REPLY_APPLICATION,
	Q_LOAD_NEW_APPLICATION,
	Q_INSERT_APPLICATION,
	Q_ENTER_APPLICATION,
	Q_CARRY_OVER,
	Q_LOAD_APPLICATION,
	Q_LOAD_ASSIGNING,
	Q_SAVE_PLAN,
	Q_SAVE_COSTS,
	Q_SAVE_FINANCE,
	Q_TAKE_FORM,
	Q_REPLY_TAKEN_FORM,
	Q_SUBMIT_APPLICATION,
	Q_NUMBER_CASE,
	Q_FREEZE_SUBMISSION,
	Q_CHANGE_APPLICATION_STATE,
	Q_RETURN_APPLICATION,
	Q_RESUME_APPLICATION,
	Q_TAKE_APPLICATION,
	Q_ASSIGN_APPLICATION,
	Q_LIST_APPLICATIONS,
	Q_LIST_APPLICATIONS_OF,
	Q_LIST_APPLICATIONS_HANDLED,
	Q_LIST_APPLICATIONS_IN_HAND,
	Q_LIST_APPLICATIONS_IN_CALL,
	Q_LIST_APPLICATIONS_IN_PROGRAMME,
	Q_LIST_APPLICATIONS_IN_STATE,
	Q_LIST_APPLICATIONS_TO_ANSWER,
	Q_LIST_APPLICATIONS_TO_RESOLVE,
	Q_LIST_SUBMISSIONS,
	Q_SUBMISSION_DOCUMENT,
	Q_SUBMISSION_CONTENT,
	Q_COMPARE_SUBMISSIONS,
	Q_LIST_APPLICATION_EVENTS,
	Q_INSERT_ANSWER_ON_BEHALF,
	Q_ARCHIVE_MESSAGE_DOCUMENT,
	Q_REPLY_ARCHIVE_MESSAGE,
	Q_LIST_ARCHIVE_MESSAGES,
	Q_LOAD_ARCHIVE_MESSAGE,
	Q_RETRY_ARCHIVE_MESSAGE,
	Q_BODY_DOCUMENT,
	Q_LIST_BODIES,
	Q_CALENDAR_FEED_DOCUMENT,
	Q_REPLY_CALENDAR_FEED,
	Q_REPLY_NEW_CALENDAR_FEED,
	Q_LIST_CALENDAR_FEEDS,
	Q_LOAD_NEW_CALENDAR_FEED,
	Q_INSERT_CALENDAR_FEED,
	Q_LOAD_CALENDAR_FEED,
	Q_REVOKE_CALENDAR_FEED,
	Q_CALENDAR,
	Q_CALL_DOCUMENT,
	Q_REPLY_CALL,
	Q_LIST_CALLS,
	Q_LOAD_NEW_CALL,
	Q_INSERT_CALL,
	Q_INSERT_CALL_LINES,
	Q_LOAD_CALL,
	Q_CHANGE_CALL_STATE,
	Q_FORM_DOCUMENT,
	Q_FORM_SCHEMA,
	Q_LIST_FORMS,
	Q_INSERT_FORM,
	Q_DECIDE_FORM,
	Q_CHANGE_FORM_IN_FORCE,
	Q_TRACK_DOCUMENT,
	Q_REPLY_TRACK,
	Q_LIST_TRACKS,
	Q_LOAD_NEW_TRACK,
	Q_INSERT_TRACK,
	Q_LOAD_TRACK,
	Q_CHANGE_TRACK,
	Q_END_TRACK,
	Q_CLAIM_DOCUMENT,
	Q_REPLY_CLAIM,
	Q_LIST_CLAIMS,
	Q_LOAD_NEW_CLAIM,
	Q_INSERT_CLAIM,
	Q_INSERT_CLAIM_COSTS,
	Q_INSERT_CLAIM_PARTS,
	Q_CLAIM_FROM_GRANT,
	Q_ACTIVATE_APPLICATION,
	Q_RETURN_TO_GRANT,
	Q_LOAD_CLAIM,
	Q_REVIEW_CLAIM,
	Q_REJECT_CLAIM,
	Q_ATTEST_CLAIM,
	Q_SEND_BACK_CLAIM,
	Q_RELEASE_CLAIM,
	Q_COHORT_DOCUMENT,
	Q_REPLY_COHORT,
	Q_REPLY_COHORT_FIRMS,
	Q_LIST_COHORTS,
	Q_COHORT_OVERVIEW,
	Q_COHORT_FEEDBACK,
	Q_TRACK_FEEDBACK,
	Q_TRACK_DELIVERY,
	Q_INSERT_COHORT,
	Q_LOAD_COHORT,
	Q_CHANGE_COHORT,
	Q_CHANGE_COHORT_STATE,
	Q_CANCEL_COHORT_SESSIONS,
	Q_ADD_FIRMS,
	Q_REMOVE_FIRMS,
	Q_TELL_COHORT_FIRMS,
	Q_TELL_COHORT,
	Q_CONDITION_DOCUMENT,
	Q_REPLY_CONDITION,
	Q_LIST_CONDITIONS,
	Q_LIST_CONDITIONS_IN_STATE,
	Q_LIST_CONDITIONS_HANDLED,
	Q_LIST_CONDITIONS_DUE,
	Q_LIST_CONDITIONS_DUE_IN_HAND,
	Q_INSERT_CONDITIONS,
	Q_LIFT_CONDITIONS,
	Q_LOAD_CONDITION,
	Q_REPORT_CONDITION,
	Q_CONFIRM_CONDITION,
	Q_RETURN_CONDITION,
	Q_ASK_CONDITION_WAIVER,
	Q_WAIVE_CONDITION,
	Q_REFUSE_CONDITION_WAIVER,
	Q_COPAYMENT_DOCUMENT,
	Q_REPLY_COPAYMENT,
	Q_COPAYMENT_AID_DOCUMENT,
	Q_FIRM_AID_DOCUMENT,
	Q_LIST_COPAYMENTS,
	Q_INSERT_COPAYMENT,
	Q_ENTER_COPAYMENT,
	Q_LOAD_COPAYMENT,
	Q_LOAD_AID_CHECK,
	Q_CHECK_COPAYMENT_AID,
	Q_REFUSE_COPAYMENT_AID,
	Q_DECLARE_COPAYMENT_AID,
	Q_CHECK_RELIEF_AID,
	Q_REFUSE_RELIEF_AID,
	Q_INVOICE_COPAYMENT,
	Q_REMIND_COPAYMENT,
	Q_ASK_COPAYMENT_REFUND,
	Q_REFUND_COPAYMENT,
	Q_TOUCH_COPAYMENT,
	Q_ASK_COPAYMENT_RELIEF,
	Q_DECIDE_COPAYMENT_RELIEF,
	Q_RELIEVE_COPAYMENT,
	Q_CREDIT_COPAYMENT,
	Q_LOAD_SETTLEMENT,
	Q_SETTLE_AID,
	Q_CORRECT_SETTLEMENT,
	Q_REPLY_SETTLEMENT,
	Q_BANK_FILE_DOCUMENT,
	Q_REPLY_BANK_FILE,
	Q_LIST_BANK_FILES,
	Q_LOAD_BANK_FILE,
	Q_INSERT_BANK_FILE,
	Q_INSERT_BANK_ENTRIES,
	Q_PAY_COPAYMENTS,
	Q_UNPAY_COPAYMENT,
	Q_BANK_ENTRY_DOCUMENT,
	Q_REPLY_BANK_ENTRY,
	Q_LIST_BANK_ENTRIES,
	Q_LOAD_BANK_ENTRY,
	Q_SETTLE_BANK_ENTRY,
	Q_TIE_REVERSAL,
	Q_SPLIT_BANK_ENTRY,
	Q_REOPEN_BANK_ENTRY,
	Q_INSERT_RECOMMENDATION,
	Q_INSERT_ASSURANCE,
	Q_RECOMMEND_APPLICATION,
	Q_INSERT_DECISION,
	Q_RELEASE_DECISION,
	Q_FREEZE_OVERLAPS,
	Q_INSERT_GRANT,
	Q_INSERT_GRANT_PARTS,
	Q_INSERT_GRANT_COSTS,
	Q_LIST_RECOMMENDATIONS,
	Q_LIST_DECISIONS,
	Q_DELIVERY_DOCUMENT,
	Q_REPLY_DELIVERY,
	Q_LIST_DELIVERIES,
	Q_MAIL,
	Q_LOAD_DELIVERY,
	Q_SETTLE_DELIVERY,
	Q_LOAD_OWN_CASES,
	Q_OPEN_CLOSED,
	Q_DISQUALIFICATION_DOCUMENT,
	Q_REPLY_DISQUALIFICATION,
	Q_LIST_DISQUALIFICATIONS,
	Q_LOAD_NEW_DISQUALIFICATION,
	Q_INSERT_DISQUALIFICATION,
	Q_LOAD_DISQUALIFICATION,
	Q_SETTLE_DISQUALIFICATION,
	Q_CLOSED_APPLICATION,
	Q_DOCUMENT_DOCUMENT,
	Q_REPLY_DOCUMENT,
	Q_LIST_DOCUMENTS,
	Q_LOAD_NEW_DOCUMENT,
	Q_INSERT_DOCUMENT,
	Q_LOAD_DOCUMENT,
	Q_LOAD_CHUNK,
	Q_INSERT_CHUNK,
	Q_MOVE_DOCUMENT,
	Q_WAKE_JOBS,
	Q_CLASSIFY_DOCUMENT,
	Q_DOCUMENT_CONTENT,
	Q_DOCUMENT_CHUNK,
	Q_ENROLMENT_DOCUMENT,
	Q_REPLY_ENROLMENT,
	Q_LIST_ENROLMENTS,
	Q_LIST_ENROLMENT_STEPS,
	Q_PARTICIPATION_DOCUMENT,
	Q_LOAD_NEW_ENROLMENT,
	Q_INSERT_ENROLMENT,
	Q_TAKE_UP,
	Q_LOAD_ENROLMENT,
	Q_LOAD_PLACED,
	Q_RECOMMEND_STAGE,
	Q_ENROL_FIRM,
	Q_TAKE_PLACE,
	Q_CHANGE_ENROLMENT_STATE,
	Q_DROP_OUT,
	Q_RE_ENTER,
	Q_LOAD_STEPS,
	Q_LOAD_MOVE,
	Q_MOVE_ENROLMENT,
	Q_REPLY_RESULTS,
	Q_GATE_WAIVER_DOCUMENT,
	Q_REPLY_GATE_WAIVER,
	Q_LIST_GATE_WAIVERS,
	Q_INSERT_GATE_WAIVER,
	Q_LOAD_GATE_WAIVER,
	Q_DECIDE_GATE_WAIVER,
	Q_DELIVERABLE_DOCUMENT,
	Q_REPLY_DELIVERABLE,
	Q_LIST_DELIVERABLES,
	Q_INSERT_DELIVERABLE,
	Q_LOAD_DELIVERABLE,
	Q_CHANGE_DELIVERABLE,
	Q_SEND_BACK_DELIVERABLE,
	Q_DELIVER,
	Q_DISCARD_DELIVERABLE,
	Q_ACCEPT_DELIVERABLE,
	Q_CRITERION_DOCUMENT,
	Q_REPLY_CRITERION,
	Q_LIST_CRITERIA,
	Q_LOAD_NEW_CRITERION,
	Q_INSERT_CRITERION,
	Q_LOAD_CRITERION,
	Q_RETIRE_CRITERION,
	Q_LOAD_CALL_EVALUATION,
	Q_SAVE_CALL_EVALUATION,
	Q_EVALUATION_DOCUMENT,
	Q_REPLY_EVALUATION,
	Q_LIST_EVALUATIONS,
	Q_LIST_RANKING,
	Q_VOID_EVALUATION,
	Q_INSERT_EVALUATION,
	Q_LOAD_EVALUATION,
	Q_MOVE_EVALUATION,
	Q_INSERT_ASSESSOR,
	Q_RELEASE_ASSESSOR,
	Q_SAVE_SCORES,
	Q_INSERT_CONSOLIDATION,
	Q_FAGPARTNER_DOCUMENT,
	Q_REPLY_FAGPARTNER,
	Q_LIST_COMPETENCES,
	Q_LIST_FAGPARTNERE,
	Q_LOAD_NEW_FAGPARTNER,
	Q_INSERT_FAGPARTNER,
	Q_LOAD_FAGPARTNER,
	Q_CHANGE_FAGPARTNER,
	Q_RETIRE_FAGPARTNER,
	Q_ENGAGEMENT_DOCUMENT,
	Q_REPLY_ENGAGEMENT,
	Q_LIST_ENGAGEMENTS,
	Q_LOAD_NEW_ENGAGEMENT,
	Q_INSERT_ENGAGEMENT,
	Q_LOAD_ENGAGEMENT,
	Q_AGREE_ENGAGEMENT,
	Q_CORRECT_RELATION,
	Q_LEAVE_ENGAGEMENT,
	Q_INSERT_HOURS,
	Q_INSERT_PARTNER_INVOICE,
	Q_INVOICE_HOURS,
	Q_CORRECT_PARTNER_INVOICE,
	Q_CREDIT_PARTNER_INVOICE,
	Q_FAGPARTNER_FIGURES,
	Q_FINAL_REPORT,
	Q_FINAL_REPORT_TABLE,
	Q_GRANT_DOCUMENT,
	Q_REPLY_GRANT,
	Q_LIST_GRANTS,
	Q_LIST_GRANTS_IN_STATE,
	Q_LIST_GRANTS_IN_PROGRAMME,
	Q_LOAD_GRANT,
	Q_ACCEPT_GRANT,
	Q_DECLINE_GRANT,
	Q_OFFER_ANEW,
	Q_GIVE_BACK_GRANT,
	Q_CHANGE_GRANT,
	Q_HEARING_DOCUMENT,
	Q_REPLY_HEARING,
	Q_LIST_HEARINGS,
	Q_LOAD_NEW_HEARING,
	Q_INSERT_HEARING,
	Q_LOAD_HEARING,
	Q_ANSWER_HEARING,
	Q_EXTEND_HEARING,
	Q_WEIGH_HEARING,
	Q_WITHDRAW_HEARING,
	Q_HOURS_DOCUMENT,
	Q_REPLY_HOURS,
	Q_LIST_HOURS,
	Q_LIST_ENGAGEMENT_HOURS,
	Q_HOURS_ORDER_DOCUMENT,
	Q_REPLY_HOURS_ORDER,
	Q_LOAD_HOURS,
	Q_TIE_HOURS,
	Q_DELIVER_HOURS,
	Q_WITHDRAW_DELIVERY,
	Q_CONFIRM_HOURS,
	Q_CANCEL_HOURS,
	Q_DELIVER_SESSION_HOURS,
	Q_WITHDRAW_SESSION_HOURS,
	Q_TELL_SESSION_HOURS,
	Q_JOURNAL_POST_DOCUMENT,
	Q_REPLY_JOURNAL_POST,
	Q_LIST_JOURNAL_POSTS,
	Q_LOAD_JOURNAL_POST,
	Q_CLASSIFY_JOURNAL_POST,
	Q_CORRECT_JOURNAL_POST,
	Q_CHECK_JOURNAL_POST,
	Q_REOPEN_JOURNAL_POST,
	Q_VOID_JOURNAL_POST,
	Q_LIST_PUBLIC_JOURNAL,
	Q_LATE_SUBMISSION_DOCUMENT,
	Q_REPLY_LATE_SUBMISSION,
	Q_LIST_LATE_SUBMISSIONS,
	Q_LOAD_NEW_LATE_SUBMISSION,
	Q_INSERT_LATE_SUBMISSION,
	Q_LOAD_LATE_SUBMISSION,
	Q_INSERT_LATE_RECOMMENDATION,
	Q_RECOMMEND_LATE_SUBMISSION,
	Q_RETURN_LATE_SUBMISSION,
	Q_DECIDE_LATE_SUBMISSION,
	Q_LETTER_DOCUMENT,
	Q_REPLY_LETTER,
	Q_LIST_APPLICATION_LETTERS,
	Q_LIST_LETTERS,
	Q_NOTE_MAILING,
	Q_BEGIN_APPEAL,
	Q_EXTEND_PARTNER,
	Q_OFFER_GRANT,
	Q_LOAD_NEW_LETTER,
	Q_INSERT_LETTER,
	Q_MEETING_DOCUMENT,
	Q_REPLY_MEETING,
	Q_LIST_MEETINGS,
	Q_LIST_AGENDAS,
	Q_LIST_MINUTES,
	Q_MEETING_RANKING_DOCUMENT,
	Q_LOAD_NEW_MEETING,
	Q_INSERT_MEETING,
	Q_LOAD_MEETING,
	Q_TOUCH_MEETING,
	Q_INSERT_ITEM,
	Q_MOVE_MEETING,
	Q_WITHDRAW_ITEM,
	Q_SEND_AGENDA,
	Q_CANCEL_MEETING,
	Q_NOTE_ATTENDANCE,
	Q_OPEN_MEETING,
	Q_INSERT_PROPOSAL,
	Q_PUT_TO_VOTE,
	Q_CAST_VOTE,
	Q_MARK_BY_HANDS,
	Q_ENTER_HANDS,
	Q_END_VOTE,
	Q_ABANDON_VOTE,
	Q_CLOSE_MEETING,
	Q_REPLACE_MINUTES,
	Q_INSERT_MINUTES,
	Q_APPROVE_MINUTES,
	Q_MESSAGE_DOCUMENT,
	Q_REPLY_MESSAGE,
	Q_LIST_MESSAGES,
	Q_LOAD_NEW_MESSAGE,
	Q_INSERT_MESSAGE,
	Q_INSERT_MESSAGE_DOCUMENT,
	Q_LOAD_MESSAGE,
	Q_READ_MESSAGE,
	Q_MEMBERSHIP_DOCUMENT,
	Q_REPLY_MEMBERSHIP,
	Q_LIST_MEMBERSHIPS,
	Q_LOAD_NEW_MEMBERSHIP,
	Q_INSERT_MEMBERSHIP,
	Q_LOAD_MEMBERSHIP,
	Q_END_MEMBERSHIP,
	Q_CONTACT_DOCUMENT,
	Q_REPLY_CONTACT,
	Q_LIST_CONTACTS,
	Q_INSERT_CONTACT,
	Q_LOAD_CONTACT,
	Q_CORRECT_CONTACT,
	Q_HANDOVER_DOCUMENT,
	Q_REPLY_HANDOVER,
	Q_LIST_HANDOVERS,
	Q_INSERT_HANDOVER,
	Q_LOAD_HANDOVER,
	Q_CONSENT_HANDOVER,
	Q_ANSWER_HANDOVER,
	Q_ASSESSMENT_DOCUMENT,
	Q_REPLY_ASSESSMENT,
	Q_LIST_ASSESSMENTS,
	Q_INSERT_ASSESSMENT,
	Q_LOAD_ASSESSMENT,
	Q_SAVE_ASSESSMENT,
	Q_FINISH_ASSESSMENT,
	Q_DISCARD_ASSESSMENT,
	Q_NOTIFICATION_SETTINGS_DOCUMENT,
	Q_REPLY_NOTIFICATION_SETTINGS,
	Q_LOAD_NOTIFICATION_SETTINGS,
	Q_INSERT_NOTIFICATION_SETTINGS,
	Q_CHANGE_NOTIFICATION_SETTINGS,
	Q_ASK_CODE,
	Q_RENEW_NOTIFICATION_SETTINGS,
	Q_TRY_CODE,
	Q_USE_CODE,
	Q_CONFIRM_ADDRESS,
	Q_NOTIFICATION_DOCUMENT,
	Q_REPLY_NOTIFICATION,
	Q_UNREAD_NOTIFICATIONS_DOCUMENT,
	Q_REPLY_UNREAD_NOTIFICATIONS,
	Q_LIST_NOTIFICATIONS,
	Q_LOAD_NOTIFICATION,
	Q_LOAD_NOTIFICATIONS,
	Q_READ_NOTIFICATION,
	Q_READ_NOTIFICATIONS,
	Q_APPLICATION_PARTNER_DOCUMENT,
	Q_REPLY_APPLICATION_PARTNER,
	Q_LIST_APPLICATION_PARTNERS,
	Q_LOAD_NEW_PARTNER,
	Q_INSERT_PARTNER,
	Q_LOAD_PARTNER,
	Q_CONFIRM_PART,
	Q_ENTER_PART_ON_PAPER,
	Q_LEAVE_APPLICATION,
	Q_INSERT_PARTNER_ANSWER,
	Q_RESIGN,
	Q_PAYMENT_DOCUMENT,
	Q_REPLY_PAYMENT,
	Q_LIST_PAYMENTS,
	Q_INSERT_PAYMENT,
	Q_POST_DUE,
	Q_LOAD_PAYMENT,
	Q_REGISTER_PAID,
	Q_CONFIRM_PAID,
	Q_POST_PAID,
	Q_LOAD_PAYMENT_LIST,
	Q_INSERT_PAYMENT_LIST,
	Q_PUT_ON_LIST,
	Q_AUDIT_LISTED,
	Q_TELL_LISTED,
	Q_PAYMENT_LIST_DOCUMENT,
	Q_REPLY_PAYMENT_LIST,
	Q_LIST_PAYMENT_LISTS,
	Q_LIST_BALANCES,
	Q_LIST_POSTINGS,
	Q_SET_CALLER,
	Q_FITTING_ROLES,
	Q_FIND_KEY,
	Q_CLAIM_KEY,
	Q_LOCK_GUARDS,
	Q_AUDIT,
	Q_TELL,
	Q_NEW_GUARD,
	Q_NEW_GUARD_OF,
	Q_IS_ALIVE,
	Q_FIGURES,
	Q_ISSUERS,
	Q_ISSUER_KEYS,
	Q_SCHEMA_NUMBER,
	Q_ASK_FOR_KEYS,
	Q_INSERT_PRELIMINARY_ANSWER,
	Q_PROGRESS_REPORT_DOCUMENT,
	Q_REPLY_PROGRESS_REPORT,
	Q_LIST_PROGRESS_REPORTS,
	Q_EXPECT_REPORTS,
	Q_LOAD_NEW_REPORT,
	Q_INSERT_REPORT,
	Q_LOAD_REPORT,
	Q_SUBMIT_REPORT,
	Q_RETURN_REPORT,
	Q_APPROVE_REPORT,
	Q_WITHDRAW_REPORT,
	Q_PROJECT_DOCUMENT,
	Q_REPLY_PROJECT,
	Q_LIST_PROJECTS,
	Q_LOAD_NEW_PROJECT,
	Q_INSERT_PROJECT,
	Q_INSERT_PROJECT_FIRMS,
	Q_REPLACE_PROJECT_FIRMS,
	Q_WITHDRAW_LEFT,
	Q_LOAD_PROJECT,
	Q_DESCRIBE_PROJECT,
	Q_MOVE_PROJECT,
	Q_TOUCH_PROJECT,
	Q_INSERT_ONWARD,
	Q_CORRECT_ONWARD,
	Q_ANSWER_ONWARD,
	Q_INVITATION_DOCUMENT,
	Q_REPLY_INVITATION,
	Q_LIST_INVITATIONS,
	Q_LOAD_NEW_INVITATION,
	Q_INSERT_INVITATION,
	Q_LOAD_INVITATION,
	Q_ACCEPT_INVITATION,
	Q_CLOSE_INVITATION,
	Q_ACT_AS_PUBLIC,
	Q_LIST_PUBLIC_CALLS,
	Q_PUBLIC_CALL,
	Q_LOAD_PRE_CHECK,
	Q_ORDER_BY_INDEX,
	Q_REPORT_PAYMENTS,
	Q_REPORT_COPAYMENTS,
	Q_RESULT_DOCUMENT,
	Q_REPLY_RESULT,
	Q_LIST_RESULTS,
	Q_LIST_STORIES,
	Q_LOAD_NEW_RESULT,
	Q_INSERT_RESULT,
	Q_LOAD_RESULT,
	Q_REVISE_RESULT,
	Q_TOUCH_RESULT,
	Q_INSERT_MEASUREMENT,
	Q_TELL_STORY,
	Q_LIST_RETENTION_CLASSES,
	Q_LIST_RETENTION_DUE,
	Q_LEGAL_HOLD_DOCUMENT,
	Q_REPLY_LEGAL_HOLD,
	Q_LIST_LEGAL_HOLDS,
	Q_LOAD_NEW_LEGAL_HOLD,
	Q_INSERT_LEGAL_HOLD,
	Q_LOAD_LEGAL_HOLD,
	Q_ASK_TO_LIFT_LEGAL_HOLD,
	Q_SETTLE_LEGAL_HOLD,
	Q_SETTLE_LIFT_OF_LEGAL_HOLD,
	Q_DESTRUCTION_DOCUMENT,
	Q_REPLY_DESTRUCTION,
	Q_LIST_DESTRUCTIONS,
	Q_LOAD_NEW_DESTRUCTION,
	Q_INSERT_DESTRUCTION,
	Q_LIST_FOR_DESTRUCTION,
	Q_LOAD_DESTRUCTION,
	Q_DECIDE_DESTRUCTION,
	Q_SPARE_CASES,
	Q_REVERSAL_DOCUMENT,
	Q_REPLY_REVERSAL,
	Q_LIST_REVERSALS,
	Q_LOAD_NEW_REVERSAL,
	Q_INSERT_REVERSAL,
	Q_LOAD_REVERSAL,
	Q_SETTLE_REVERSAL,
	Q_FOLLOW_REVERSAL,
	Q_DROP_DECISION,
	Q_TAKE_BACK_GRANT,
	Q_SAMPLING_DOCUMENT,
	Q_REPLY_SAMPLING,
	Q_LIST_SAMPLINGS,
	Q_LOAD_NEW_SAMPLING,
	Q_INSERT_SAMPLING,
	Q_INSERT_SAMPLED_CASES,
	Q_LOAD_SAMPLING,
	Q_TOUCH_SAMPLING,
	Q_MOVE_SAMPLING,
	Q_NOTE_FINDING,
	Q_ANSWER_FINDING,
	Q_SETTLE_ANSWER,
	Q_ASK_AGAIN,
	Q_ASK_WHEN_OPENED,
	Q_CLOSE_SAMPLED_CASE,
	Q_TELL_SAMPLED,
	Q_SAVED_FILTER_DOCUMENT,
	Q_REPLY_SAVED_FILTER,
	Q_LIST_SAVED_FILTERS,
	Q_LOAD_NEW_SAVED_FILTER,
	Q_LOAD_SAVED_FILTER,
	Q_INSERT_SAVED_FILTER,
	Q_CHANGE_SAVED_FILTER,
	Q_DISCARD_SAVED_FILTER,
	Q_SCHEMES,
	Q_SEARCH_CASES,
	Q_NETWORK_DOCUMENT,
	Q_REPLY_NETWORK,
	Q_LIST_NETWORKS,
	Q_LOAD_NEW_NETWORK,
	Q_INSERT_NETWORK,
	Q_LOAD_NETWORK,
	Q_CHANGE_NETWORK,
	Q_END_NETWORK,
	Q_SESSION_DOCUMENT,
	Q_REPLY_SESSION,
	Q_LIST_SESSIONS,
	Q_INSERT_SESSION,
	Q_LOAD_INTERVIEW,
	Q_LOAD_SESSION,
	Q_CHANGE_SESSION,
	Q_HOLD_SESSION,
	Q_CORRECT_SESSION,
	Q_REOPEN_SESSION,
	Q_CANCEL_SESSION,
	Q_ENTER_ATTENDANCE,
	Q_TELL_SESSION,
	Q_FEEDBACK_DOCUMENT,
	Q_REPLY_FEEDBACK,
	Q_NETWORK_FEEDBACK,
	Q_GIVE_FEEDBACK,
	Q_GRANT_SETTLEMENT_DOCUMENT,
	Q_PREPARE_GRANT_SETTLEMENT,
	Q_ANSWER_GRANT_SETTLEMENT,
	Q_RENEW_GRANT,
	Q_SETTLE_GRANT,
	Q_SETUP_CHANGE_DOCUMENT,
	Q_REPLY_SETUP_CHANGE,
	Q_LIST_SETUP_CHANGES,
	Q_LOAD_SETUP_PROPOSAL,
	Q_INSERT_SETUP_CHANGE,
	Q_DECIDE_SETUP_CHANGE,
	Q_INSERT_PROGRAMME,
	Q_INSERT_PROGRAMME_CHANGE,
	Q_INSERT_STAGE_GRAPH,
	Q_INSERT_LEGAL_BASIS,
	Q_INSERT_FUNDING_LINE,
	Q_INSERT_APPROPRIATION,
	Q_POST_APPROPRIATIONS,
	Q_INSERT_MONEY_MOVE,
	Q_POST_MONEY_MOVE,
	Q_INSERT_DELEGATION,
	Q_INSERT_BODY,
	Q_INSERT_BODY_MEMBERS,
	Q_INSERT_ROLE_ASSIGNMENT,
	Q_INSERT_RULE_PARAM,
	Q_INSERT_BANK_ACCOUNT,
	Q_INSERT_HUB_AREA,
	Q_INSERT_INSTRUMENT,
	Q_INSERT_LEADER,
	Q_INSERT_LETTERHEAD,
	Q_INSERT_RETENTION_CLASS,
	Q_LOAD_SETUP_CHANGE,
	Q_PROGRAMME_DOCUMENT,
	Q_LIST_PROGRAMMES,
	Q_STAGE_GRAPH_DOCUMENT,
	Q_LIST_LEGAL_BASES,
	Q_FUNDING_LINE_DOCUMENT,
	Q_LIST_FUNDING_LINES,
	Q_LIST_MONEY_MOVES,
	Q_LIST_RULE_PARAMS,
	Q_LIST_BANK_ACCOUNTS,
	Q_LIST_ROLE_ASSIGNMENTS,
	Q_LIST_HUB_AREAS,
	Q_LIST_LEADERS,
	Q_LIST_LETTERHEADS,
	Q_RESPONSIBLE_HUB_DOCUMENT,
	Q_LIST_INSTRUMENTS,
	Q_INSTRUMENT_DOCUMENT,
	Q_ME,
	Q_SEARCH_ORGANISATIONS,
	Q_ORGANISATION_DOCUMENT,
	Q_STANDIN_DOCUMENT,
	Q_REPLY_STANDIN,
	Q_LIST_STANDINS,
	Q_LOAD_NEW_STANDIN,
	Q_INSERT_STANDIN,
	Q_LOAD_STANDIN,
	Q_END_STANDIN,
	Q_LIST_TASKS,
	Q_LIST_TIMELINE,
	Q_FUNNEL,
	Q_FUNNEL_TABLE,
	Q_FUNNEL_FIRMS,
	Q_UMBRELLA,
};

/* Each stands at the index of its id. */
extern const struct db_query queries[];
extern const size_t query_count;

/* Whose rows a list shows. */
enum query_scope {
	QUERY_SCOPE_COUNTY,
	QUERY_SCOPE_HUB,
	QUERY_SCOPE_FIRM,
	QUERY_SCOPE_PARTNER,
	QUERY_SCOPE_PUBLIC,
	QUERY_SCOPES,
};

/* The statement of a list for each scope, NULL where the list is not for that scope. */


/*
 * Each adds its statement to the segment and returns its index in the results. Texts live as long
 * as the segment; NULL is the SQL NULL.
 */
static inline int q_access_request_document(struct db_segment *segment, int64_t access_request_id)
{
	return db_add(segment, &queries[Q_ACCESS_REQUEST_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), access_request_id));
}

static inline int q_reply_access_request(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t access_request_id)
{
	return db_add(segment, &queries[Q_REPLY_ACCESS_REQUEST],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), access_request_id));
}

static inline int q_reply_new_access_request(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t access_request_id,
	const char *href)
{
	return db_add(segment, &queries[Q_REPLY_NEW_ACCESS_REQUEST],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), access_request_id), href);
}

static inline int q_list_access_requests(
	struct db_segment *segment, const char *state, const char *is_overdue,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ACCESS_REQUESTS],
		state, is_overdue,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_access_asked(struct db_segment *segment, const char *posts)
{
	return db_add(segment, &queries[Q_LOAD_ACCESS_ASKED], posts);
}

static inline int q_ask_for_access(
	struct db_segment *segment, const char *county, const char *name, const char *email,
	const char *wish, const char *posts, const char *due_on, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_ASK_FOR_ACCESS],
		county, name, email, wish, posts, due_on, secret_sha256);
}

static inline int q_load_new_access_request(struct db_segment *segment, const char *posts)
{
	return db_add(segment, &queries[Q_LOAD_NEW_ACCESS_REQUEST], posts);
}

static inline int q_enter_access_request(
	struct db_segment *segment, int64_t id, const char *name, const char *email,
	const char *wish, const char *posts, const char *due_on, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_ENTER_ACCESS_REQUEST],
		db_arg_i64(db_segment_arena(segment), id), name, email, wish, posts, due_on,
		secret_sha256);
}

static inline int q_access_answer(struct db_segment *segment, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_ACCESS_ANSWER], secret_sha256);
}

static inline int q_access_file(
	struct db_segment *segment, const char *secret_sha256, int32_t file_number)
{
	return db_add(segment, &queries[Q_ACCESS_FILE],
		secret_sha256, db_arg_i64(db_segment_arena(segment), file_number));
}

static inline int q_access_chunk(
	struct db_segment *segment, const char *secret_sha256, int32_t file_number, int32_t number)
{
	return db_add(segment, &queries[Q_ACCESS_CHUNK],
		secret_sha256, db_arg_i64(db_segment_arena(segment), file_number),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_load_access_complaint(struct db_segment *segment, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_LOAD_ACCESS_COMPLAINT], secret_sha256);
}

static inline int q_complain_of_access(
	struct db_segment *segment, const char *secret_sha256, int64_t version, const char *items,
	const char *words, const char *due_on)
{
	return db_add(segment, &queries[Q_COMPLAIN_OF_ACCESS],
		secret_sha256, db_arg_i64(db_segment_arena(segment), version), items, words,
		due_on);
}

static inline int q_load_access_request(
	struct db_segment *segment, int64_t access_request_id, const char *numbers,
	const char *changed)
{
	return db_add(segment, &queries[Q_LOAD_ACCESS_REQUEST],
		db_arg_i64(db_segment_arena(segment), access_request_id), numbers, changed);
}

static inline int q_insert_access_decision(
	struct db_segment *segment, int64_t id, int64_t item_id, const char *instance,
	const char *outcome, const char *exemption, const char *party_exemption,
	const char *paragraph, const char *wider_access, const char *grounds,
	const char *resolution, const char *appeal_deadline)
{
	return db_add(segment, &queries[Q_INSERT_ACCESS_DECISION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), item_id), instance, outcome, exemption,
		party_exemption, paragraph, wider_access, grounds, resolution, appeal_deadline);
}

static inline int q_give_post(struct db_segment *segment, int64_t decision_id)
{
	return db_add(segment, &queries[Q_GIVE_POST],
		db_arg_i64(db_segment_arena(segment), decision_id));
}

static inline int q_give_copies(
	struct db_segment *segment, int64_t decision_id, const char *documents)
{
	return db_add(segment, &queries[Q_GIVE_COPIES],
		db_arg_i64(db_segment_arena(segment), decision_id), documents);
}

static inline int q_move_access_item(struct db_segment *segment, int64_t item_id, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_ACCESS_ITEM],
		db_arg_i64(db_segment_arena(segment), item_id), state);
}

static inline int q_move_access_request(
	struct db_segment *segment, int64_t access_request_id, int64_t version, const char *state,
	const char *readable_until)
{
	return db_add(segment, &queries[Q_MOVE_ACCESS_REQUEST],
		db_arg_i64(db_segment_arena(segment), access_request_id),
		db_arg_i64(db_segment_arena(segment), version), state, readable_until);
}

static inline int q_extend_access_request(
	struct db_segment *segment, int64_t access_request_id, int64_t version, const char *items,
	const char *due_on, const char *reason)
{
	return db_add(segment, &queries[Q_EXTEND_ACCESS_REQUEST],
		db_arg_i64(db_segment_arena(segment), access_request_id),
		db_arg_i64(db_segment_arena(segment), version), items, due_on, reason);
}

static inline int q_revoke_access_link(
	struct db_segment *segment, int64_t access_request_id, int64_t version)
{
	return db_add(segment, &queries[Q_REVOKE_ACCESS_LINK],
		db_arg_i64(db_segment_arena(segment), access_request_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_amendment_document(struct db_segment *segment, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_AMENDMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_reply_amendment(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_REPLY_AMENDMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_list_amendments(
	struct db_segment *segment, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_AMENDMENTS],
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_amendment(
	struct db_segment *segment, int64_t grant_id, const char *entering,
	const char *fagpartnere)
{
	return db_add(segment, &queries[Q_LOAD_NEW_AMENDMENT],
		db_arg_i64(db_segment_arena(segment), grant_id), entering, fagpartnere);
}

static inline int q_insert_amendment(
	struct db_segment *segment, int64_t id, int64_t grant_id, const char *kind,
	const char *reason, const char *asked_until, const int64_t *asked_ore,
	const char *asked_moves, const char *leaving, const char *fagpartnere)
{
	return db_add(segment, &queries[Q_INSERT_AMENDMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), grant_id), kind, reason, asked_until,
		asked_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *asked_ore),
		asked_moves, leaving, fagpartnere);
}

static inline int q_ask_to_enter(
	struct db_segment *segment, int64_t amendment_id, const char *entering)
{
	return db_add(segment, &queries[Q_ASK_TO_ENTER],
		db_arg_i64(db_segment_arena(segment), amendment_id), entering);
}

static inline int q_load_amendment(
	struct db_segment *segment, int64_t amendment_id, bool whole, bool tells)
{
	return db_add(segment, &queries[Q_LOAD_AMENDMENT],
		db_arg_i64(db_segment_arena(segment), amendment_id), db_arg_bool(whole),
		db_arg_bool(tells));
}

static inline int q_insert_amendment_proposal(
	struct db_segment *segment, int64_t amendment_id, const char *outcome, const char *grounds,
	const char *until, const int64_t *amount_ore, const char *moves, const int32_t *year)
{
	return db_add(segment, &queries[Q_INSERT_AMENDMENT_PROPOSAL],
		db_arg_i64(db_segment_arena(segment), amendment_id), outcome, grounds, until,
		amount_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amount_ore),
		moves, year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year));
}

static inline int q_move_amendment(
	struct db_segment *segment, int64_t amendment_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_AMENDMENT],
		db_arg_i64(db_segment_arena(segment), amendment_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_let_enter(struct db_segment *segment, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_LET_ENTER],
		db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_settle_amendment(
	struct db_segment *segment, int64_t amendment_id, int64_t version,
	const int64_t *decision_id, const int64_t *amount_ore, const char *grounds,
	const char *body, const char *departure_grounds, const char *appeal_by)
{
	return db_add(segment, &queries[Q_SETTLE_AMENDMENT],
		db_arg_i64(db_segment_arena(segment), amendment_id),
		db_arg_i64(db_segment_arena(segment), version),
		decision_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *decision_id),
		amount_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amount_ore),
		grounds, body, departure_grounds, appeal_by);
}

static inline int q_prolong_grant(
	struct db_segment *segment, int64_t grant_id, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_PROLONG_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_move_budget(struct db_segment *segment, int64_t grant_id, const char *shares)
{
	return db_add(segment, &queries[Q_MOVE_BUDGET],
		db_arg_i64(db_segment_arena(segment), grant_id), shares);
}

static inline int q_annul_grant(struct db_segment *segment, int64_t grant_id, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_ANNUL_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_expect_more_reports(struct db_segment *segment, int64_t amendment_id)
{
	return db_add(segment, &queries[Q_EXPECT_MORE_REPORTS],
		db_arg_i64(db_segment_arena(segment), amendment_id));
}

static inline int q_appeal_document(struct db_segment *segment, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_APPEAL_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_reply_appeal(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_REPLY_APPEAL],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_list_application_appeals(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_APPLICATION_APPEALS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_list_appeals(
	struct db_segment *segment, const char *state, const char *caseworker,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPEALS],
		state, caseworker,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_appeal(
	struct db_segment *segment, int64_t id, int64_t application_id, const int64_t *partner_id,
	const int64_t *decision_id, const int64_t *amendment_id, const int64_t *answer_id,
	const char *asked, const int64_t *asked_ore, const char *grounds, const char *lodged_on,
	const char *lodged_for, const char *stay_grounds)
{
	return db_add(segment, &queries[Q_INSERT_APPEAL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id),
		partner_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *partner_id),
		decision_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *decision_id),
		amendment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amendment_id),
		answer_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *answer_id),
		asked,
		asked_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *asked_ore),
		grounds, lodged_on, lodged_for, stay_grounds);
}

static inline int q_insert_leave_appeal(
	struct db_segment *segment, int64_t id, int64_t late_submission_id,
	const int64_t *answer_id, const char *asked, const char *grounds)
{
	return db_add(segment, &queries[Q_INSERT_LEAVE_APPEAL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), late_submission_id),
		answer_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *answer_id),
		asked, grounds);
}

static inline int q_attach_to_appeal(
	struct db_segment *segment, int64_t appeal_id, const char *documents)
{
	return db_add(segment, &queries[Q_ATTACH_TO_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id), documents);
}

static inline int q_insert_appeal_period(
	struct db_segment *segment, int64_t decision_id, const char *cause, const char *on_day,
	const char *ends_on, const char *grounds, const char *entered_for)
{
	return db_add(segment, &queries[Q_INSERT_APPEAL_PERIOD],
		db_arg_i64(db_segment_arena(segment), decision_id), cause, on_day, ends_on,
		grounds, entered_for);
}

static inline int q_touch_application(
	struct db_segment *segment, int64_t application_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_load_appeal(
	struct db_segment *segment, int64_t appeal_id, bool whole, bool tells)
{
	return db_add(segment, &queries[Q_LOAD_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id), db_arg_bool(whole),
		db_arg_bool(tells));
}

static inline int q_follow_answer(struct db_segment *segment, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_FOLLOW_ANSWER],
		db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_touch_appeal(struct db_segment *segment, int64_t appeal_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_move_appeal(
	struct db_segment *segment, int64_t appeal_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_end_appeal(
	struct db_segment *segment, int64_t appeal_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_END_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_take_up_appeal(struct db_segment *segment, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_TAKE_UP_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_take_up_refusal(struct db_segment *segment, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_TAKE_UP_REFUSAL],
		db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_forward_appeal(
	struct db_segment *segment, int64_t appeal_id, int64_t version, const char *comment_by)
{
	return db_add(segment, &queries[Q_FORWARD_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version), comment_by);
}

static inline int q_ask_stay(
	struct db_segment *segment, int64_t appeal_id, int64_t version, const char *grounds)
{
	return db_add(segment, &queries[Q_ASK_STAY],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version), grounds);
}

static inline int q_comment_appeal(
	struct db_segment *segment, int64_t appeal_id, int64_t version, const char *comment)
{
	return db_add(segment, &queries[Q_COMMENT_APPEAL],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version), comment);
}

static inline int q_claim_appeal_costs(
	struct db_segment *segment, int64_t appeal_id, int64_t version, int64_t amount_ore,
	const char *grounds)
{
	return db_add(segment, &queries[Q_CLAIM_APPEAL_COSTS],
		db_arg_i64(db_segment_arena(segment), appeal_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), amount_ore), grounds);
}

static inline int q_insert_appeal_proposal(
	struct db_segment *segment, int64_t id, int64_t appeal_id, const char *kind,
	const char *outcome, const char *ground, const int64_t *amount_ore, const int32_t *year,
	const char *lifts, const char *conditions, const char *grounds, const char *resolution,
	const char *resolved_on)
{
	return db_add(segment, &queries[Q_INSERT_APPEAL_PROPOSAL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), appeal_id), kind, outcome, ground,
		amount_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amount_ore),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year), lifts,
		conditions, grounds, resolution, resolved_on);
}

static inline int q_settle_appeal_proposal(
	struct db_segment *segment, int64_t id, const char *state, const char *reason,
	const int64_t *decision_id, const char *appeal_by)
{
	return db_add(segment, &queries[Q_SETTLE_APPEAL_PROPOSAL],
		db_arg_i64(db_segment_arena(segment), id), state, reason,
		decision_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *decision_id),
		appeal_by);
}

static inline int q_application_document(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_APPLICATION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_reply_application(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t application_id)
{
	return db_add(segment, &queries[Q_REPLY_APPLICATION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_load_new_application(
	struct db_segment *segment, int64_t call_id, const int64_t *track_id, const char *orgnr,
	const int64_t *from_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_APPLICATION],
		db_arg_i64(db_segment_arena(segment), call_id),
		track_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *track_id), orgnr,
		from_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *from_id));
}

static inline int q_insert_application(
	struct db_segment *segment, int64_t id, int64_t call_id, int32_t form_version,
	const int64_t *track_id, const int64_t *late_submission_id, const char *title)
{
	return db_add(segment, &queries[Q_INSERT_APPLICATION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), form_version),
		track_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *track_id),
		late_submission_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *late_submission_id),
		title);
}

static inline int q_enter_application(
	struct db_segment *segment, int64_t id, int64_t applicant_id, int64_t call_id,
	int32_t form_version, const char *title, const char *received_on, const char *channel,
	const char *authority)
{
	return db_add(segment, &queries[Q_ENTER_APPLICATION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), applicant_id),
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), form_version), title, received_on, channel,
		authority);
}

static inline int q_carry_over(
	struct db_segment *segment, int64_t application_id, int64_t from_id, const char *answers,
	const char *starts_on, const char *ends_on, const char *new_content, const char *firms,
	const char *fagpartnere, const char *costs, const char *finance, const char *not_carried)
{
	return db_add(segment, &queries[Q_CARRY_OVER],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), from_id), answers, starts_on, ends_on,
		new_content, firms, fagpartnere, costs, finance, not_carried);
}

static inline int q_load_application(
	struct db_segment *segment, int64_t application_id, bool whole, bool tells)
{
	return db_add(segment, &queries[Q_LOAD_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id), db_arg_bool(whole),
		db_arg_bool(tells));
}

static inline int q_load_assigning(
	struct db_segment *segment, int64_t application_id, bool whole, bool tells,
	int64_t assignee_id)
{
	return db_add(segment, &queries[Q_LOAD_ASSIGNING],
		db_arg_i64(db_segment_arena(segment), application_id), db_arg_bool(whole),
		db_arg_bool(tells), db_arg_i64(db_segment_arena(segment), assignee_id));
}

static inline int q_save_plan(
	struct db_segment *segment, int64_t application_id, int64_t version, const char *title,
	const char *answers, const char *starts_on, const char *ends_on, const char *new_content,
	const char *firms, const char *fagpartnere)
{
	return db_add(segment, &queries[Q_SAVE_PLAN],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version), title, answers, starts_on, ends_on,
		new_content, firms, fagpartnere);
}

static inline int q_save_costs(
	struct db_segment *segment, int64_t application_id, int64_t version, const char *costs)
{
	return db_add(segment, &queries[Q_SAVE_COSTS],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version), costs);
}

static inline int q_save_finance(
	struct db_segment *segment, int64_t application_id, int64_t version, const char *finance)
{
	return db_add(segment, &queries[Q_SAVE_FINANCE],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version), finance);
}

static inline int q_take_form(
	struct db_segment *segment, int64_t application_id, int64_t version, int64_t form_version)
{
	return db_add(segment, &queries[Q_TAKE_FORM],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), form_version));
}

static inline int q_reply_taken_form(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, int64_t application_id, const char *misfits)
{
	return db_add(segment, &queries[Q_REPLY_TAKEN_FORM],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		db_arg_i64(db_segment_arena(segment), application_id), misfits);
}

static inline int q_submit_application(
	struct db_segment *segment, int64_t application_id, int64_t version, int64_t applied_ore)
{
	return db_add(segment, &queries[Q_SUBMIT_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), applied_ore));
}

static inline int q_number_case(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_NUMBER_CASE],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_freeze_submission(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_FREEZE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_change_application_state(
	struct db_segment *segment, int64_t application_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_CHANGE_APPLICATION_STATE],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_return_application(
	struct db_segment *segment, int64_t application_id, int64_t version, const char *reason,
	const char *answer_by)
{
	return db_add(segment, &queries[Q_RETURN_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version), reason, answer_by);
}

static inline int q_resume_application(
	struct db_segment *segment, int64_t application_id, int64_t version)
{
	return db_add(segment, &queries[Q_RESUME_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_take_application(
	struct db_segment *segment, int64_t application_id, int64_t version)
{
	return db_add(segment, &queries[Q_TAKE_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_assign_application(
	struct db_segment *segment, int64_t application_id, int64_t version, int64_t caseworker_id)
{
	return db_add(segment, &queries[Q_ASSIGN_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), caseworker_id));
}

static inline int q_list_applications(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_of(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_OF],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_handled(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_HANDLED],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_in_hand(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_IN_HAND],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_in_call(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_IN_CALL],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_in_programme(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_IN_PROGRAMME],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_in_state(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_IN_STATE],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_to_answer(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_TO_ANSWER],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_applications_to_resolve(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *programme_id, const char *answer_due_by, const char *awaits_meeting,
	const char *caseworker, const char *orgnr, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATIONS_TO_RESOLVE],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		answer_due_by, awaits_meeting, caseworker, orgnr, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_submissions(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_SUBMISSIONS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_submission_document(
	struct db_segment *segment, int64_t application_id, int64_t number)
{
	return db_add(segment, &queries[Q_SUBMISSION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_submission_content(
	struct db_segment *segment, int64_t application_id, int64_t number)
{
	return db_add(segment, &queries[Q_SUBMISSION_CONTENT],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_compare_submissions(
	struct db_segment *segment, int64_t application_id, const int64_t *number_from,
	const int64_t *number_to)
{
	return db_add(segment, &queries[Q_COMPARE_SUBMISSIONS],
		db_arg_i64(db_segment_arena(segment), application_id),
		number_from == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *number_from),
		number_to == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *number_to));
}

static inline int q_list_application_events(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_APPLICATION_EVENTS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_insert_answer_on_behalf(
	struct db_segment *segment, int64_t applicant_id, int64_t application_id,
	const int64_t *grant_id, const char *answer, const char *received_on, const char *channel,
	const char *authority)
{
	return db_add(segment, &queries[Q_INSERT_ANSWER_ON_BEHALF],
		db_arg_i64(db_segment_arena(segment), applicant_id),
		db_arg_i64(db_segment_arena(segment), application_id),
		grant_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *grant_id), answer,
		received_on, channel, authority);
}

static inline int q_archive_message_document(struct db_segment *segment, int64_t message_id)
{
	return db_add(segment, &queries[Q_ARCHIVE_MESSAGE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_reply_archive_message(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t message_id)
{
	return db_add(segment, &queries[Q_REPLY_ARCHIVE_MESSAGE],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_list_archive_messages(
	struct db_segment *segment, const int64_t *application_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ARCHIVE_MESSAGES],
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_archive_message(struct db_segment *segment, int64_t message_id)
{
	return db_add(segment, &queries[Q_LOAD_ARCHIVE_MESSAGE],
		db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_retry_archive_message(
	struct db_segment *segment, int64_t message_id, int64_t version)
{
	return db_add(segment, &queries[Q_RETRY_ARCHIVE_MESSAGE],
		db_arg_i64(db_segment_arena(segment), message_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_body_document(struct db_segment *segment, int64_t body_id)
{
	return db_add(segment, &queries[Q_BODY_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), body_id));
}

static inline int q_list_bodies(struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_BODIES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_calendar_feed_document(struct db_segment *segment, int64_t feed_id)
{
	return db_add(segment, &queries[Q_CALENDAR_FEED_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), feed_id));
}

static inline int q_reply_calendar_feed(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t feed_id)
{
	return db_add(segment, &queries[Q_REPLY_CALENDAR_FEED],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), feed_id));
}

static inline int q_reply_new_calendar_feed(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t feed_id,
	const char *href)
{
	return db_add(segment, &queries[Q_REPLY_NEW_CALENDAR_FEED],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), feed_id), href);
}

static inline int q_list_calendar_feeds(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CALENDAR_FEEDS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_calendar_feed(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_LOAD_NEW_CALENDAR_FEED], 0, NULL);
}

static inline int q_insert_calendar_feed(
	struct db_segment *segment, int64_t id, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_INSERT_CALENDAR_FEED],
		db_arg_i64(db_segment_arena(segment), id), secret_sha256);
}

static inline int q_load_calendar_feed(struct db_segment *segment, int64_t feed_id)
{
	return db_add(segment, &queries[Q_LOAD_CALENDAR_FEED],
		db_arg_i64(db_segment_arena(segment), feed_id));
}

static inline int q_revoke_calendar_feed(
	struct db_segment *segment, int64_t feed_id, int64_t version)
{
	return db_add(segment, &queries[Q_REVOKE_CALENDAR_FEED],
		db_arg_i64(db_segment_arena(segment), feed_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_calendar(struct db_segment *segment, const char *secret_sha256)
{
	return db_add(segment, &queries[Q_CALENDAR], secret_sha256);
}

static inline int q_call_document(struct db_segment *segment, int64_t call_id)
{
	return db_add(segment, &queries[Q_CALL_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), call_id));
}

static inline int q_reply_call(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t call_id)
{
	return db_add(segment, &queries[Q_REPLY_CALL],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), call_id));
}

static inline int q_list_calls(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CALLS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_call(
	struct db_segment *segment, int64_t funding_line_id, const char *lines,
	const int64_t *predecessor_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_CALL],
		db_arg_i64(db_segment_arena(segment), funding_line_id), lines,
		predecessor_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *predecessor_id));
}

static inline int q_insert_call(
	struct db_segment *segment, int64_t id, int64_t programme_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_CALL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), programme_id), content);
}

static inline int q_insert_call_lines(
	struct db_segment *segment, int64_t call_id, const char *lines, const char *shares_bp)
{
	return db_add(segment, &queries[Q_INSERT_CALL_LINES],
		db_arg_i64(db_segment_arena(segment), call_id), lines, shares_bp);
}

static inline int q_load_call(struct db_segment *segment, int64_t call_id)
{
	return db_add(segment, &queries[Q_LOAD_CALL],
		db_arg_i64(db_segment_arena(segment), call_id));
}

static inline int q_change_call_state(
	struct db_segment *segment, int64_t call_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_CHANGE_CALL_STATE],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_form_document(struct db_segment *segment, int64_t call_id, int64_t number)
{
	return db_add(segment, &queries[Q_FORM_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_form_schema(struct db_segment *segment, int64_t call_id, int64_t number)
{
	return db_add(segment, &queries[Q_FORM_SCHEMA],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_list_forms(struct db_segment *segment, int64_t call_id)
{
	return db_add(segment, &queries[Q_LIST_FORMS],
		db_arg_i64(db_segment_arena(segment), call_id));
}

static inline int q_insert_form(
	struct db_segment *segment, int64_t call_id, int64_t number, const char *state,
	const char *content)
{
	return db_add(segment, &queries[Q_INSERT_FORM],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), number), state, content);
}

static inline int q_decide_form(
	struct db_segment *segment, int64_t call_id, int64_t number, const char *state,
	const char *refusal)
{
	return db_add(segment, &queries[Q_DECIDE_FORM],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), number), state, refusal);
}

static inline int q_change_form_in_force(
	struct db_segment *segment, int64_t call_id, int64_t version, const int64_t *number)
{
	return db_add(segment, &queries[Q_CHANGE_FORM_IN_FORCE],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), version),
		number == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *number));
}

static inline int q_track_document(struct db_segment *segment, int64_t track_id)
{
	return db_add(segment, &queries[Q_TRACK_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), track_id));
}

static inline int q_reply_track(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t track_id)
{
	return db_add(segment, &queries[Q_REPLY_TRACK],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), track_id));
}

static inline int q_list_tracks(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_TRACKS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_track(
	struct db_segment *segment, int64_t programme_id, const char *title)
{
	return db_add(segment, &queries[Q_LOAD_NEW_TRACK],
		db_arg_i64(db_segment_arena(segment), programme_id), title);
}

static inline int q_insert_track(
	struct db_segment *segment, int64_t id, int64_t programme_id, const char *title,
	const char *trade)
{
	return db_add(segment, &queries[Q_INSERT_TRACK],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), programme_id), title, trade);
}

static inline int q_load_track(struct db_segment *segment, int64_t track_id, const char *title)
{
	return db_add(segment, &queries[Q_LOAD_TRACK],
		db_arg_i64(db_segment_arena(segment), track_id), title);
}

static inline int q_change_track(
	struct db_segment *segment, int64_t track_id, int64_t version, const char *title,
	const char *trade)
{
	return db_add(segment, &queries[Q_CHANGE_TRACK],
		db_arg_i64(db_segment_arena(segment), track_id),
		db_arg_i64(db_segment_arena(segment), version), title, trade);
}

static inline int q_end_track(struct db_segment *segment, int64_t track_id, int64_t version)
{
	return db_add(segment, &queries[Q_END_TRACK],
		db_arg_i64(db_segment_arena(segment), track_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_claim_document(struct db_segment *segment, int64_t claim_id)
{
	return db_add(segment, &queries[Q_CLAIM_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_reply_claim(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t claim_id)
{
	return db_add(segment, &queries[Q_REPLY_CLAIM],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_list_claims(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CLAIMS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_claim(struct db_segment *segment, int64_t grant_id, const char *costs)
{
	return db_add(segment, &queries[Q_LOAD_NEW_CLAIM],
		db_arg_i64(db_segment_arena(segment), grant_id), costs);
}

static inline int q_insert_claim(
	struct db_segment *segment, int64_t id, int64_t grant_id, const char *kind,
	const char *period_from, const char *period_to, const char *status_report,
	int64_t amount_ore)
{
	return db_add(segment, &queries[Q_INSERT_CLAIM],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), grant_id), kind, period_from, period_to,
		status_report, db_arg_i64(db_segment_arena(segment), amount_ore));
}

static inline int q_insert_claim_costs(
	struct db_segment *segment, int64_t claim_id, const char *costs)
{
	return db_add(segment, &queries[Q_INSERT_CLAIM_COSTS],
		db_arg_i64(db_segment_arena(segment), claim_id), costs);
}

static inline int q_insert_claim_parts(
	struct db_segment *segment, int64_t claim_id, const char *amounts_ore)
{
	return db_add(segment, &queries[Q_INSERT_CLAIM_PARTS],
		db_arg_i64(db_segment_arena(segment), claim_id), amounts_ore);
}

static inline int q_claim_from_grant(struct db_segment *segment, int64_t claim_id)
{
	return db_add(segment, &queries[Q_CLAIM_FROM_GRANT],
		db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_activate_application(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_ACTIVATE_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_return_to_grant(struct db_segment *segment, int64_t claim_id)
{
	return db_add(segment, &queries[Q_RETURN_TO_GRANT],
		db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_load_claim(struct db_segment *segment, int64_t claim_id)
{
	return db_add(segment, &queries[Q_LOAD_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_review_claim(
	struct db_segment *segment, int64_t claim_id, int64_t version, int64_t approved_ore,
	const char *reason, const char *parts_ore)
{
	return db_add(segment, &queries[Q_REVIEW_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), approved_ore), reason, parts_ore);
}

static inline int q_reject_claim(
	struct db_segment *segment, int64_t claim_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_REJECT_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_attest_claim(struct db_segment *segment, int64_t claim_id, int64_t version)
{
	return db_add(segment, &queries[Q_ATTEST_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_send_back_claim(struct db_segment *segment, int64_t claim_id, int64_t version)
{
	return db_add(segment, &queries[Q_SEND_BACK_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_release_claim(struct db_segment *segment, int64_t claim_id, int64_t version)
{
	return db_add(segment, &queries[Q_RELEASE_CLAIM],
		db_arg_i64(db_segment_arena(segment), claim_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_cohort_document(struct db_segment *segment, int64_t cohort_id)
{
	return db_add(segment, &queries[Q_COHORT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), cohort_id));
}

static inline int q_reply_cohort(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t cohort_id)
{
	return db_add(segment, &queries[Q_REPLY_COHORT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), cohort_id));
}

static inline int q_reply_cohort_firms(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, int64_t cohort_id, const char *results)
{
	return db_add(segment, &queries[Q_REPLY_COHORT_FIRMS],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		db_arg_i64(db_segment_arena(segment), cohort_id), results);
}

static inline int q_list_cohorts(
	struct db_segment *segment, const int64_t *track_id, const char *state, const char *orgnr,
	const int64_t *programme_id, const int64_t *hub_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_COHORTS],
		track_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *track_id), state,
		orgnr,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_cohort_overview(struct db_segment *segment, int64_t cohort_id, bool placing)
{
	return db_add(segment, &queries[Q_COHORT_OVERVIEW],
		db_arg_i64(db_segment_arena(segment), cohort_id), db_arg_bool(placing));
}

static inline int q_cohort_feedback(struct db_segment *segment, int64_t cohort_id)
{
	return db_add(segment, &queries[Q_COHORT_FEEDBACK],
		db_arg_i64(db_segment_arena(segment), cohort_id));
}

static inline int q_track_feedback(struct db_segment *segment, int64_t track_id)
{
	return db_add(segment, &queries[Q_TRACK_FEEDBACK],
		db_arg_i64(db_segment_arena(segment), track_id));
}

static inline int q_track_delivery(struct db_segment *segment, int64_t track_id)
{
	return db_add(segment, &queries[Q_TRACK_DELIVERY],
		db_arg_i64(db_segment_arena(segment), track_id));
}

static inline int q_insert_cohort(
	struct db_segment *segment, int64_t id, int64_t track_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_COHORT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), track_id), content);
}

static inline int q_load_cohort(
	struct db_segment *segment, int64_t cohort_id, const char *enrolments, const char *session)
{
	return db_add(segment, &queries[Q_LOAD_COHORT],
		db_arg_i64(db_segment_arena(segment), cohort_id), enrolments, session);
}

static inline int q_change_cohort(
	struct db_segment *segment, int64_t cohort_id, int64_t version, const char *content)
{
	return db_add(segment, &queries[Q_CHANGE_COHORT],
		db_arg_i64(db_segment_arena(segment), cohort_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_change_cohort_state(
	struct db_segment *segment, int64_t cohort_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_CHANGE_COHORT_STATE],
		db_arg_i64(db_segment_arena(segment), cohort_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_cancel_cohort_sessions(struct db_segment *segment, int64_t cohort_id)
{
	return db_add(segment, &queries[Q_CANCEL_COHORT_SESSIONS],
		db_arg_i64(db_segment_arena(segment), cohort_id));
}

static inline int q_add_firms(
	struct db_segment *segment, int64_t cohort_id, int64_t version, const char *enrolments)
{
	return db_add(segment, &queries[Q_ADD_FIRMS],
		db_arg_i64(db_segment_arena(segment), cohort_id),
		db_arg_i64(db_segment_arena(segment), version), enrolments);
}

static inline int q_remove_firms(
	struct db_segment *segment, int64_t cohort_id, int64_t version, const char *enrolments)
{
	return db_add(segment, &queries[Q_REMOVE_FIRMS],
		db_arg_i64(db_segment_arena(segment), cohort_id),
		db_arg_i64(db_segment_arena(segment), version), enrolments);
}

static inline int q_tell_cohort_firms(
	struct db_segment *segment, const char *topic, int64_t cohort_id, const char *enrolments)
{
	return db_add(segment, &queries[Q_TELL_COHORT_FIRMS],
		topic, db_arg_i64(db_segment_arena(segment), cohort_id), enrolments);
}

static inline int q_tell_cohort(struct db_segment *segment, const char *topic, int64_t cohort_id)
{
	return db_add(segment, &queries[Q_TELL_COHORT],
		topic, db_arg_i64(db_segment_arena(segment), cohort_id));
}

static inline int q_condition_document(struct db_segment *segment, int64_t condition_id)
{
	return db_add(segment, &queries[Q_CONDITION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), condition_id));
}

static inline int q_reply_condition(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t condition_id)
{
	return db_add(segment, &queries[Q_REPLY_CONDITION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), condition_id));
}

static inline int q_list_conditions(struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONDITIONS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_conditions_in_state(
	struct db_segment *segment, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONDITIONS_IN_STATE],
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_conditions_handled(
	struct db_segment *segment, const char *state, const char *caseworker,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONDITIONS_HANDLED],
		state, caseworker,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_conditions_due(
	struct db_segment *segment, const char *due_by, const char *state, const char *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONDITIONS_DUE],
		due_by, state, after, db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_conditions_due_in_hand(
	struct db_segment *segment, const char *due_by, const char *state, const char *caseworker,
	const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONDITIONS_DUE_IN_HAND],
		due_by, state, caseworker, after, db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_conditions(
	struct db_segment *segment, int64_t decision_id, const char *conditions)
{
	return db_add(segment, &queries[Q_INSERT_CONDITIONS],
		db_arg_i64(db_segment_arena(segment), decision_id), conditions);
}

static inline int q_lift_conditions(
	struct db_segment *segment, int64_t decision_id, int64_t appeal_id)
{
	return db_add(segment, &queries[Q_LIFT_CONDITIONS],
		db_arg_i64(db_segment_arena(segment), decision_id),
		db_arg_i64(db_segment_arena(segment), appeal_id));
}

static inline int q_load_condition(
	struct db_segment *segment, int64_t condition_id, const int64_t *document_id)
{
	return db_add(segment, &queries[Q_LOAD_CONDITION],
		db_arg_i64(db_segment_arena(segment), condition_id),
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id));
}

static inline int q_report_condition(
	struct db_segment *segment, int64_t condition_id, int64_t version, const char *report,
	const int64_t *document_id)
{
	return db_add(segment, &queries[Q_REPORT_CONDITION],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version), report,
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id));
}

static inline int q_confirm_condition(
	struct db_segment *segment, int64_t condition_id, int64_t version)
{
	return db_add(segment, &queries[Q_CONFIRM_CONDITION],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_return_condition(
	struct db_segment *segment, int64_t condition_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_RETURN_CONDITION],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_ask_condition_waiver(
	struct db_segment *segment, int64_t condition_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_ASK_CONDITION_WAIVER],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_waive_condition(
	struct db_segment *segment, int64_t condition_id, int64_t version)
{
	return db_add(segment, &queries[Q_WAIVE_CONDITION],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_refuse_condition_waiver(
	struct db_segment *segment, int64_t condition_id, int64_t version)
{
	return db_add(segment, &queries[Q_REFUSE_CONDITION_WAIVER],
		db_arg_i64(db_segment_arena(segment), condition_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_copayment_document(struct db_segment *segment, int64_t copayment_id)
{
	return db_add(segment, &queries[Q_COPAYMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id));
}

static inline int q_reply_copayment(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t copayment_id)
{
	return db_add(segment, &queries[Q_REPLY_COPAYMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), copayment_id));
}

static inline int q_copayment_aid_document(struct db_segment *segment, int64_t copayment_id)
{
	return db_add(segment, &queries[Q_COPAYMENT_AID_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id));
}

static inline int q_firm_aid_document(struct db_segment *segment, const char *orgnr)
{
	return db_add(segment, &queries[Q_FIRM_AID_DOCUMENT], orgnr);
}

static inline int q_list_copayments(
	struct db_segment *segment, const char *state, const char *orgnr, const int64_t *hub_id,
	const int64_t *programme_id, const char *aid_checked, const char *awaits_check,
	const char *overdue, const int64_t *year, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_COPAYMENTS],
		state, orgnr,
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		aid_checked, awaits_check, overdue,
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_copayment(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, int64_t amount_ore,
	int64_t vat_ore, int64_t service_ore, int64_t aid_ore, const char *declared_by,
	const char *declared_on, const char *declared_aid, const char *declared_reason)
{
	return db_add(segment, &queries[Q_INSERT_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), amount_ore),
		db_arg_i64(db_segment_arena(segment), vat_ore),
		db_arg_i64(db_segment_arena(segment), service_ore),
		db_arg_i64(db_segment_arena(segment), aid_ore), declared_by, declared_on,
		declared_aid, declared_reason);
}

static inline int q_enter_copayment(
	struct db_segment *segment, int64_t copayment_id, const char *kind, int64_t amount_ore,
	const char *on_day, const char *bank_reference)
{
	return db_add(segment, &queries[Q_ENTER_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id), kind,
		db_arg_i64(db_segment_arena(segment), amount_ore), on_day, bank_reference);
}

static inline int q_load_copayment(struct db_segment *segment, int64_t copayment_id)
{
	return db_add(segment, &queries[Q_LOAD_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id));
}

static inline int q_load_aid_check(struct db_segment *segment, const char *ids)
{
	return db_add(segment, &queries[Q_LOAD_AID_CHECK], ids);
}

static inline int q_check_copayment_aid(
	struct db_segment *segment, int64_t copayment_id, int64_t version)
{
	return db_add(segment, &queries[Q_CHECK_COPAYMENT_AID],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_refuse_copayment_aid(
	struct db_segment *segment, int64_t copayment_id, int64_t version, const char *refusal)
{
	return db_add(segment, &queries[Q_REFUSE_COPAYMENT_AID],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version), refusal);
}

static inline int q_declare_copayment_aid(
	struct db_segment *segment, int64_t copayment_id, int64_t version, const char *declared_by,
	const char *declared_on, const char *declared_aid, const char *declared_reason)
{
	return db_add(segment, &queries[Q_DECLARE_COPAYMENT_AID],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version), declared_by, declared_on,
		declared_aid, declared_reason);
}

static inline int q_check_relief_aid(struct db_segment *segment, int64_t relief_id, int64_t aid_ore)
{
	return db_add(segment, &queries[Q_CHECK_RELIEF_AID],
		db_arg_i64(db_segment_arena(segment), relief_id),
		db_arg_i64(db_segment_arena(segment), aid_ore));
}

static inline int q_refuse_relief_aid(
	struct db_segment *segment, int64_t relief_id, const char *refusal)
{
	return db_add(segment, &queries[Q_REFUSE_RELIEF_AID],
		db_arg_i64(db_segment_arena(segment), relief_id), refusal);
}

static inline int q_invoice_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version, const char *kid,
	const char *due_on)
{
	return db_add(segment, &queries[Q_INVOICE_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version), kid, due_on);
}

static inline int q_remind_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version, const char *due_on)
{
	return db_add(segment, &queries[Q_REMIND_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version), due_on);
}

static inline int q_ask_copayment_refund(
	struct db_segment *segment, int64_t copayment_id, int64_t version, int64_t amount_ore)
{
	return db_add(segment, &queries[Q_ASK_COPAYMENT_REFUND],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), amount_ore));
}

static inline int q_refund_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version)
{
	return db_add(segment, &queries[Q_REFUND_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_touch_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_ask_copayment_relief(
	struct db_segment *segment, int64_t copayment_id, const char *kind, const char *cause,
	const char *reason, int64_t aid_ore)
{
	return db_add(segment, &queries[Q_ASK_COPAYMENT_RELIEF],
		db_arg_i64(db_segment_arena(segment), copayment_id), kind, cause, reason,
		db_arg_i64(db_segment_arena(segment), aid_ore));
}

static inline int q_decide_copayment_relief(
	struct db_segment *segment, int64_t relief_id, const char *state, const char *refusal,
	int64_t aid_ore)
{
	return db_add(segment, &queries[Q_DECIDE_COPAYMENT_RELIEF],
		db_arg_i64(db_segment_arena(segment), relief_id), state, refusal,
		db_arg_i64(db_segment_arena(segment), aid_ore));
}

static inline int q_relieve_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version, const char *state,
	int64_t forgone_ore)
{
	return db_add(segment, &queries[Q_RELIEVE_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version), state,
		db_arg_i64(db_segment_arena(segment), forgone_ore));
}

static inline int q_credit_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t version, int64_t amount_ore)
{
	return db_add(segment, &queries[Q_CREDIT_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), amount_ore));
}

static inline int q_load_settlement(struct db_segment *segment, const char *ids)
{
	return db_add(segment, &queries[Q_LOAD_SETTLEMENT], ids);
}

static inline int q_settle_aid(
	struct db_segment *segment, int64_t copayment_id, int64_t service_ore, int64_t aid_ore,
	const char *reason)
{
	return db_add(segment, &queries[Q_SETTLE_AID],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), service_ore),
		db_arg_i64(db_segment_arena(segment), aid_ore), reason);
}

static inline int q_correct_settlement(
	struct db_segment *segment, int64_t copayment_id, int64_t version, int64_t service_ore,
	int64_t aid_ore, const char *reason)
{
	return db_add(segment, &queries[Q_CORRECT_SETTLEMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), service_ore),
		db_arg_i64(db_segment_arena(segment), aid_ore), reason);
}

static inline int q_reply_settlement(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *ids)
{
	return db_add(segment, &queries[Q_REPLY_SETTLEMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status), ids);
}

static inline int q_bank_file_document(struct db_segment *segment, int64_t bank_file_id)
{
	return db_add(segment, &queries[Q_BANK_FILE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), bank_file_id));
}

static inline int q_reply_bank_file(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t bank_file_id)
{
	return db_add(segment, &queries[Q_REPLY_BANK_FILE],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), bank_file_id));
}

static inline int q_list_bank_files(struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_BANK_FILES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_bank_file(
	struct db_segment *segment, const char *sha256, const char *format, const char *accounts,
	const char *payments)
{
	return db_add(segment, &queries[Q_LOAD_BANK_FILE], sha256, format, accounts, payments);
}

static inline int q_insert_bank_file(
	struct db_segment *segment, int64_t id, const char *format, const char *sha256,
	const char *name, int32_t known, int32_t skipped, int32_t unbooked)
{
	return db_add(segment, &queries[Q_INSERT_BANK_FILE],
		db_arg_i64(db_segment_arena(segment), id), format, sha256, name,
		db_arg_i64(db_segment_arena(segment), known),
		db_arg_i64(db_segment_arena(segment), skipped),
		db_arg_i64(db_segment_arena(segment), unbooked));
}

static inline int q_insert_bank_entries(
	struct db_segment *segment, int64_t file_id, const char *payments)
{
	return db_add(segment, &queries[Q_INSERT_BANK_ENTRIES],
		db_arg_i64(db_segment_arena(segment), file_id), payments);
}

static inline int q_pay_copayments(struct db_segment *segment, int64_t file_id, int64_t payments)
{
	return db_add(segment, &queries[Q_PAY_COPAYMENTS],
		db_arg_i64(db_segment_arena(segment), file_id),
		db_arg_i64(db_segment_arena(segment), payments));
}

static inline int q_unpay_copayment(
	struct db_segment *segment, int64_t copayment_id, int64_t bank_entry_id,
	int64_t amount_ore, const char *state)
{
	return db_add(segment, &queries[Q_UNPAY_COPAYMENT],
		db_arg_i64(db_segment_arena(segment), copayment_id),
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		db_arg_i64(db_segment_arena(segment), amount_ore), state);
}

static inline int q_bank_entry_document(struct db_segment *segment, int64_t bank_entry_id)
{
	return db_add(segment, &queries[Q_BANK_ENTRY_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), bank_entry_id));
}

static inline int q_reply_bank_entry(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t bank_entry_id)
{
	return db_add(segment, &queries[Q_REPLY_BANK_ENTRY],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), bank_entry_id));
}

static inline int q_list_bank_entries(
	struct db_segment *segment, const char *state, const int64_t *file_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_BANK_ENTRIES],
		state, file_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *file_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_bank_entry(
	struct db_segment *segment, int64_t bank_entry_id, const int64_t *copayment_id,
	const int64_t *reverses_id)
{
	return db_add(segment, &queries[Q_LOAD_BANK_ENTRY],
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		copayment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *copayment_id),
		reverses_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *reverses_id));
}

static inline int q_settle_bank_entry(
	struct db_segment *segment, int64_t bank_entry_id, int64_t version, const char *state,
	const int64_t *copayment_id, const char *reason)
{
	return db_add(segment, &queries[Q_SETTLE_BANK_ENTRY],
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		db_arg_i64(db_segment_arena(segment), version), state,
		copayment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *copayment_id),
		reason);
}

static inline int q_tie_reversal(
	struct db_segment *segment, int64_t bank_entry_id, const int64_t *reverses_id)
{
	return db_add(segment, &queries[Q_TIE_REVERSAL],
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		reverses_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *reverses_id));
}

static inline int q_split_bank_entry(
	struct db_segment *segment, int64_t bank_entry_id, int64_t version, const char *amounts,
	const char *reason)
{
	return db_add(segment, &queries[Q_SPLIT_BANK_ENTRY],
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		db_arg_i64(db_segment_arena(segment), version), amounts, reason);
}

static inline int q_reopen_bank_entry(
	struct db_segment *segment, int64_t bank_entry_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_REOPEN_BANK_ENTRY],
		db_arg_i64(db_segment_arena(segment), bank_entry_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_insert_recommendation(
	struct db_segment *segment, int64_t application_id, const char *outcome,
	int64_t amount_ore, const char *grounds, const char *conditions)
{
	return db_add(segment, &queries[Q_INSERT_RECOMMENDATION],
		db_arg_i64(db_segment_arena(segment), application_id), outcome,
		db_arg_i64(db_segment_arena(segment), amount_ore), grounds, conditions);
}

static inline int q_insert_assurance(
	struct db_segment *segment, int64_t application_id, const char *note)
{
	return db_add(segment, &queries[Q_INSERT_ASSURANCE],
		db_arg_i64(db_segment_arena(segment), application_id), note);
}

static inline int q_recommend_application(
	struct db_segment *segment, int64_t application_id, int64_t version)
{
	return db_add(segment, &queries[Q_RECOMMEND_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_insert_decision(
	struct db_segment *segment, int64_t id, int64_t application_id, const char *cause,
	int32_t year, const char *outcome, int64_t amount_ore, const char *grounds,
	const char *body, const char *resolution, int64_t recommended_by,
	const char *appeal_deadline, const char *accept_by, const char *rule_params,
	const char *calculation, const char *departure_grounds, const char *release_on,
	const int64_t *meeting_item_id)
{
	return db_add(segment, &queries[Q_INSERT_DECISION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id), cause,
		db_arg_i64(db_segment_arena(segment), year), outcome,
		db_arg_i64(db_segment_arena(segment), amount_ore), grounds, body, resolution,
		db_arg_i64(db_segment_arena(segment), recommended_by), appeal_deadline, accept_by,
		rule_params, calculation, departure_grounds, release_on,
		meeting_item_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *meeting_item_id));
}

static inline int q_release_decision(
	struct db_segment *segment, int64_t id, const char *appeal_deadline, const char *accept_by)
{
	return db_add(segment, &queries[Q_RELEASE_DECISION],
		db_arg_i64(db_segment_arena(segment), id), appeal_deadline, accept_by);
}

static inline int q_freeze_overlaps(
	struct db_segment *segment, int64_t decision_id, const char *seen, const char *grounds)
{
	return db_add(segment, &queries[Q_FREEZE_OVERLAPS],
		db_arg_i64(db_segment_arena(segment), decision_id), seen, grounds);
}

static inline int q_insert_grant(
	struct db_segment *segment, int64_t id, int64_t decision_id, int64_t budget_ore)
{
	return db_add(segment, &queries[Q_INSERT_GRANT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), decision_id),
		db_arg_i64(db_segment_arena(segment), budget_ore));
}

static inline int q_insert_grant_parts(
	struct db_segment *segment, int64_t grant_id, const char *amounts_ore)
{
	return db_add(segment, &queries[Q_INSERT_GRANT_PARTS],
		db_arg_i64(db_segment_arena(segment), grant_id), amounts_ore);
}

static inline int q_insert_grant_costs(
	struct db_segment *segment, int64_t grant_id, const char *costs)
{
	return db_add(segment, &queries[Q_INSERT_GRANT_COSTS],
		db_arg_i64(db_segment_arena(segment), grant_id), costs);
}

static inline int q_list_recommendations(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_RECOMMENDATIONS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_list_decisions(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_DECISIONS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_delivery_document(
	struct db_segment *segment, int64_t delivery_id, const char *language)
{
	return db_add(segment, &queries[Q_DELIVERY_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), delivery_id), language);
}

static inline int q_reply_delivery(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t delivery_id,
	const char *language)
{
	return db_add(segment, &queries[Q_REPLY_DELIVERY],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), delivery_id), language);
}

static inline int q_list_deliveries(
	struct db_segment *segment, int64_t application_id, const char *state,
	const char *language, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_DELIVERIES],
		db_arg_i64(db_segment_arena(segment), application_id), state, language,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_mail(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_MAIL], 0, NULL);
}

static inline int q_load_delivery(struct db_segment *segment, int64_t delivery_id)
{
	return db_add(segment, &queries[Q_LOAD_DELIVERY],
		db_arg_i64(db_segment_arena(segment), delivery_id));
}

static inline int q_settle_delivery(
	struct db_segment *segment, int64_t delivery_id, int64_t version, const char *note)
{
	return db_add(segment, &queries[Q_SETTLE_DELIVERY],
		db_arg_i64(db_segment_arena(segment), delivery_id),
		db_arg_i64(db_segment_arena(segment), version), note);
}

static inline int q_load_own_cases(struct db_segment *segment, const char *guards)
{
	return db_add(segment, &queries[Q_LOAD_OWN_CASES], guards);
}

static inline int q_open_closed(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_OPEN_CLOSED], 0, NULL);
}

static inline int q_disqualification_document(
	struct db_segment *segment, int64_t disqualification_id)
{
	return db_add(segment, &queries[Q_DISQUALIFICATION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), disqualification_id));
}

static inline int q_reply_disqualification(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t disqualification_id)
{
	return db_add(segment, &queries[Q_REPLY_DISQUALIFICATION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), disqualification_id));
}

static inline int q_list_disqualifications(
	struct db_segment *segment, const char *case_kind, const int64_t *case_id,
	const int64_t *person_id, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_DISQUALIFICATIONS],
		case_kind,
		case_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *case_id),
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_disqualification(
	struct db_segment *segment, const char *case_kind, int64_t case_id,
	const int64_t *person_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_DISQUALIFICATION],
		case_kind, db_arg_i64(db_segment_arena(segment), case_id),
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id));
}

static inline int q_insert_disqualification(
	struct db_segment *segment, int64_t id, const char *case_kind, int64_t case_id,
	int64_t person_id, const char *ground, const char *explanation, const char *state,
	bool closes_reading, const int64_t *demanded_by)
{
	return db_add(segment, &queries[Q_INSERT_DISQUALIFICATION],
		db_arg_i64(db_segment_arena(segment), id), case_kind,
		db_arg_i64(db_segment_arena(segment), case_id),
		db_arg_i64(db_segment_arena(segment), person_id), ground, explanation, state,
		db_arg_bool(closes_reading),
		demanded_by == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *demanded_by));
}

static inline int q_load_disqualification(struct db_segment *segment, int64_t disqualification_id)
{
	return db_add(segment, &queries[Q_LOAD_DISQUALIFICATION],
		db_arg_i64(db_segment_arena(segment), disqualification_id));
}

static inline int q_settle_disqualification(
	struct db_segment *segment, int64_t disqualification_id, int64_t version,
	const char *state, const char *settlement)
{
	return db_add(segment, &queries[Q_SETTLE_DISQUALIFICATION],
		db_arg_i64(db_segment_arena(segment), disqualification_id),
		db_arg_i64(db_segment_arena(segment), version), state, settlement);
}

static inline int q_closed_application(struct db_segment *segment, const char *kind, int64_t id)
{
	return db_add(segment, &queries[Q_CLOSED_APPLICATION],
		kind, db_arg_i64(db_segment_arena(segment), id));
}

static inline int q_document_document(struct db_segment *segment, int64_t document_id)
{
	return db_add(segment, &queries[Q_DOCUMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_reply_document(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t document_id)
{
	return db_add(segment, &queries[Q_REPLY_DOCUMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_list_documents(
	struct db_segment *segment, int64_t application_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_DOCUMENTS],
		db_arg_i64(db_segment_arena(segment), application_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_document(
	struct db_segment *segment, int64_t application_id, const char *media_type)
{
	return db_add(segment, &queries[Q_LOAD_NEW_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), application_id), media_type);
}

static inline int q_insert_document(
	struct db_segment *segment, int64_t id, int64_t applicant_id, int64_t application_id,
	const char *title, const char *media_type, int64_t size_bytes, const char *sha256,
	const char *access, const char *fnr_grounds)
{
	return db_add(segment, &queries[Q_INSERT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), applicant_id),
		db_arg_i64(db_segment_arena(segment), application_id), title, media_type,
		db_arg_i64(db_segment_arena(segment), size_bytes), sha256, access, fnr_grounds);
}

static inline int q_load_document(struct db_segment *segment, int64_t document_id)
{
	return db_add(segment, &queries[Q_LOAD_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_load_chunk(struct db_segment *segment, int64_t document_id, int32_t number)
{
	return db_add(segment, &queries[Q_LOAD_CHUNK],
		db_arg_i64(db_segment_arena(segment), document_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_insert_chunk(
	struct db_segment *segment, int64_t document_id, int32_t number, const char *hex)
{
	return db_add(segment, &queries[Q_INSERT_CHUNK],
		db_arg_i64(db_segment_arena(segment), document_id),
		db_arg_i64(db_segment_arena(segment), number), hex);
}

static inline int q_move_document(
	struct db_segment *segment, int64_t document_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), document_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_wake_jobs(struct db_segment *segment, const char *what)
{
	return db_add(segment, &queries[Q_WAKE_JOBS], what);
}

static inline int q_classify_document(
	struct db_segment *segment, int64_t document_id, int64_t version, const char *access,
	const char *exemption)
{
	return db_add(segment, &queries[Q_CLASSIFY_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), document_id),
		db_arg_i64(db_segment_arena(segment), version), access, exemption);
}

static inline int q_document_content(struct db_segment *segment, int64_t document_id)
{
	return db_add(segment, &queries[Q_DOCUMENT_CONTENT],
		db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_document_chunk(struct db_segment *segment, int64_t document_id, int32_t number)
{
	return db_add(segment, &queries[Q_DOCUMENT_CHUNK],
		db_arg_i64(db_segment_arena(segment), document_id),
		db_arg_i64(db_segment_arena(segment), number));
}

static inline int q_enrolment_document(struct db_segment *segment, int64_t enrolment_id)
{
	return db_add(segment, &queries[Q_ENROLMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), enrolment_id));
}

static inline int q_reply_enrolment(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t enrolment_id)
{
	return db_add(segment, &queries[Q_REPLY_ENROLMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), enrolment_id));
}

static inline int q_list_enrolments(
	struct db_segment *segment, const int64_t *programme_id, const char *state,
	const int64_t *stage, const int64_t *hub_id, const char *orgnr, const int64_t *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ENROLMENTS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		state, stage == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *stage),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id), orgnr,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_enrolment_steps(struct db_segment *segment, int64_t enrolment_id)
{
	return db_add(segment, &queries[Q_LIST_ENROLMENT_STEPS],
		db_arg_i64(db_segment_arena(segment), enrolment_id));
}

static inline int q_participation_document(struct db_segment *segment, const char *orgnr)
{
	return db_add(segment, &queries[Q_PARTICIPATION_DOCUMENT], orgnr);
}

static inline int q_load_new_enrolment(
	struct db_segment *segment, int64_t programme_id, const char *orgnr, const char *hub_orgnr)
{
	return db_add(segment, &queries[Q_LOAD_NEW_ENROLMENT],
		db_arg_i64(db_segment_arena(segment), programme_id), orgnr, hub_orgnr);
}

static inline int q_insert_enrolment(
	struct db_segment *segment, int64_t id, int64_t programme_id, int64_t firm_id,
	int64_t hub_id)
{
	return db_add(segment, &queries[Q_INSERT_ENROLMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), programme_id),
		db_arg_i64(db_segment_arena(segment), firm_id),
		db_arg_i64(db_segment_arena(segment), hub_id));
}

static inline int q_take_up(struct db_segment *segment, int64_t enrolment_id, int64_t hub_id)
{
	return db_add(segment, &queries[Q_TAKE_UP],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), hub_id));
}

static inline int q_load_enrolment(
	struct db_segment *segment, int64_t enrolment_id, const char *made, const char *content,
	bool placing)
{
	return db_add(segment, &queries[Q_LOAD_ENROLMENT],
		db_arg_i64(db_segment_arena(segment), enrolment_id), made, content,
		db_arg_bool(placing));
}

static inline int q_load_placed(
	struct db_segment *segment, int64_t enrolment_id, const char *made, bool placing)
{
	return db_add(segment, &queries[Q_LOAD_PLACED],
		db_arg_i64(db_segment_arena(segment), enrolment_id), made, db_arg_bool(placing));
}

static inline int q_recommend_stage(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const int64_t *stage,
	const char *grounds, bool digitally_ready)
{
	return db_add(segment, &queries[Q_RECOMMEND_STAGE],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version),
		stage == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *stage), grounds,
		db_arg_bool(digitally_ready));
}

static inline int q_enrol_firm(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const char *state,
	int32_t stage)
{
	return db_add(segment, &queries[Q_ENROL_FIRM],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version), state,
		db_arg_i64(db_segment_arena(segment), stage));
}

static inline int q_take_place(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const char *explanation)
{
	return db_add(segment, &queries[Q_TAKE_PLACE],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version), explanation);
}

static inline int q_change_enrolment_state(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_CHANGE_ENROLMENT_STATE],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_drop_out(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const char *reason,
	const char *explanation, bool to_firm)
{
	return db_add(segment, &queries[Q_DROP_OUT],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version), reason, explanation,
		db_arg_bool(to_firm));
}

static inline int q_re_enter(
	struct db_segment *segment, int64_t enrolment_id, int64_t version, const char *explanation)
{
	return db_add(segment, &queries[Q_RE_ENTER],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), version), explanation);
}

static inline int q_load_steps(struct db_segment *segment, const char *ids, bool placing)
{
	return db_add(segment, &queries[Q_LOAD_STEPS], ids, db_arg_bool(placing));
}

static inline int q_load_move(
	struct db_segment *segment, int64_t programme_id, int64_t to_version, const char *ids)
{
	return db_add(segment, &queries[Q_LOAD_MOVE],
		db_arg_i64(db_segment_arena(segment), programme_id),
		db_arg_i64(db_segment_arena(segment), to_version), ids);
}

static inline int q_move_enrolment(
	struct db_segment *segment, int64_t enrolment_id, int32_t to_version,
	const char *explanation)
{
	return db_add(segment, &queries[Q_MOVE_ENROLMENT],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), to_version), explanation);
}

static inline int q_reply_results(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *document)
{
	return db_add(segment, &queries[Q_REPLY_RESULTS],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		document);
}

static inline int q_gate_waiver_document(struct db_segment *segment, int64_t gate_waiver_id)
{
	return db_add(segment, &queries[Q_GATE_WAIVER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), gate_waiver_id));
}

static inline int q_reply_gate_waiver(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t gate_waiver_id)
{
	return db_add(segment, &queries[Q_REPLY_GATE_WAIVER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), gate_waiver_id));
}

static inline int q_list_gate_waivers(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_GATE_WAIVERS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_gate_waiver(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, int32_t stage,
	const char *gate, const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_GATE_WAIVER],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), stage), gate, reason);
}

static inline int q_load_gate_waiver(struct db_segment *segment, int64_t gate_waiver_id)
{
	return db_add(segment, &queries[Q_LOAD_GATE_WAIVER],
		db_arg_i64(db_segment_arena(segment), gate_waiver_id));
}

static inline int q_decide_gate_waiver(
	struct db_segment *segment, int64_t gate_waiver_id, int64_t version, const char *state,
	const char *decision)
{
	return db_add(segment, &queries[Q_DECIDE_GATE_WAIVER],
		db_arg_i64(db_segment_arena(segment), gate_waiver_id),
		db_arg_i64(db_segment_arena(segment), version), state, decision);
}

static inline int q_deliverable_document(struct db_segment *segment, int64_t deliverable_id)
{
	return db_add(segment, &queries[Q_DELIVERABLE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), deliverable_id));
}

static inline int q_reply_deliverable(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t deliverable_id)
{
	return db_add(segment, &queries[Q_REPLY_DELIVERABLE],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), deliverable_id));
}

static inline int q_list_deliverables(struct db_segment *segment, int64_t enrolment_id)
{
	return db_add(segment, &queries[Q_LIST_DELIVERABLES],
		db_arg_i64(db_segment_arena(segment), enrolment_id));
}

static inline int q_insert_deliverable(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, const char *title,
	const char *description)
{
	return db_add(segment, &queries[Q_INSERT_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id), title, description);
}

static inline int q_load_deliverable(struct db_segment *segment, int64_t deliverable_id)
{
	return db_add(segment, &queries[Q_LOAD_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), deliverable_id));
}

static inline int q_change_deliverable(
	struct db_segment *segment, int64_t deliverable_id, int64_t version, const char *title,
	const char *description)
{
	return db_add(segment, &queries[Q_CHANGE_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), deliverable_id),
		db_arg_i64(db_segment_arena(segment), version), title, description);
}

static inline int q_send_back_deliverable(
	struct db_segment *segment, int64_t deliverable_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_SEND_BACK_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), deliverable_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_deliver(struct db_segment *segment, int64_t deliverable_id, int64_t version)
{
	return db_add(segment, &queries[Q_DELIVER],
		db_arg_i64(db_segment_arena(segment), deliverable_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_discard_deliverable(
	struct db_segment *segment, int64_t deliverable_id, int64_t version)
{
	return db_add(segment, &queries[Q_DISCARD_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), deliverable_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_accept_deliverable(
	struct db_segment *segment, int64_t deliverable_id, int64_t version)
{
	return db_add(segment, &queries[Q_ACCEPT_DELIVERABLE],
		db_arg_i64(db_segment_arena(segment), deliverable_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_criterion_document(struct db_segment *segment, int64_t criterion_id)
{
	return db_add(segment, &queries[Q_CRITERION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), criterion_id));
}

static inline int q_reply_criterion(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t criterion_id)
{
	return db_add(segment, &queries[Q_REPLY_CRITERION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), criterion_id));
}

static inline int q_list_criteria(
	struct db_segment *segment, const char *kind, const char *state, const int64_t *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CRITERIA],
		kind, state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_criterion(struct db_segment *segment, const char *code)
{
	return db_add(segment, &queries[Q_LOAD_NEW_CRITERION], code);
}

static inline int q_insert_criterion(
	struct db_segment *segment, int64_t id, const char *code, int32_t edition,
	const char *kind, const char *title, const char *guidance)
{
	return db_add(segment, &queries[Q_INSERT_CRITERION],
		db_arg_i64(db_segment_arena(segment), id), code,
		db_arg_i64(db_segment_arena(segment), edition), kind, title, guidance);
}

static inline int q_load_criterion(struct db_segment *segment, int64_t criterion_id)
{
	return db_add(segment, &queries[Q_LOAD_CRITERION],
		db_arg_i64(db_segment_arena(segment), criterion_id));
}

static inline int q_retire_criterion(
	struct db_segment *segment, int64_t criterion_id, int64_t version)
{
	return db_add(segment, &queries[Q_RETIRE_CRITERION],
		db_arg_i64(db_segment_arena(segment), criterion_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_load_call_evaluation(
	struct db_segment *segment, int64_t call_id, const char *criteria)
{
	return db_add(segment, &queries[Q_LOAD_CALL_EVALUATION],
		db_arg_i64(db_segment_arena(segment), call_id), criteria);
}

static inline int q_save_call_evaluation(
	struct db_segment *segment, int64_t call_id, int64_t version, const char *evaluation)
{
	return db_add(segment, &queries[Q_SAVE_CALL_EVALUATION],
		db_arg_i64(db_segment_arena(segment), call_id),
		db_arg_i64(db_segment_arena(segment), version), evaluation);
}

static inline int q_evaluation_document(struct db_segment *segment, int64_t evaluation_id)
{
	return db_add(segment, &queries[Q_EVALUATION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), evaluation_id));
}

static inline int q_reply_evaluation(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t evaluation_id)
{
	return db_add(segment, &queries[Q_REPLY_EVALUATION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), evaluation_id));
}

static inline int q_list_evaluations(
	struct db_segment *segment, const int64_t *application_id, const int64_t *call_id,
	const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_EVALUATIONS],
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id), state,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_ranking(
	struct db_segment *segment, int64_t call_id, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_RANKING],
		db_arg_i64(db_segment_arena(segment), call_id), after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_void_evaluation(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_VOID_EVALUATION],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_insert_evaluation(
	struct db_segment *segment, int64_t id, int64_t application_id, const char *state,
	const char *requirements)
{
	return db_add(segment, &queries[Q_INSERT_EVALUATION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id), state, requirements);
}

static inline int q_load_evaluation(
	struct db_segment *segment, int64_t evaluation_id, const int64_t *person_id)
{
	return db_add(segment, &queries[Q_LOAD_EVALUATION],
		db_arg_i64(db_segment_arena(segment), evaluation_id),
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id));
}

static inline int q_move_evaluation(
	struct db_segment *segment, int64_t evaluation_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_EVALUATION],
		db_arg_i64(db_segment_arena(segment), evaluation_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_insert_assessor(
	struct db_segment *segment, int64_t evaluation_id, int64_t person_id)
{
	return db_add(segment, &queries[Q_INSERT_ASSESSOR],
		db_arg_i64(db_segment_arena(segment), evaluation_id),
		db_arg_i64(db_segment_arena(segment), person_id));
}

static inline int q_release_assessor(
	struct db_segment *segment, int64_t evaluation_id, int64_t person_id, const char *reason)
{
	return db_add(segment, &queries[Q_RELEASE_ASSESSOR],
		db_arg_i64(db_segment_arena(segment), evaluation_id),
		db_arg_i64(db_segment_arena(segment), person_id), reason);
}

static inline int q_save_scores(
	struct db_segment *segment, int64_t evaluation_id, const char *scores, int32_t total_bp)
{
	return db_add(segment, &queries[Q_SAVE_SCORES],
		db_arg_i64(db_segment_arena(segment), evaluation_id), scores,
		db_arg_i64(db_segment_arena(segment), total_bp));
}

static inline int q_insert_consolidation(
	struct db_segment *segment, int64_t id, int64_t evaluation_id, int64_t version,
	const char *scores, int32_t total_bp, bool is_below_minimum, const char *grounds)
{
	return db_add(segment, &queries[Q_INSERT_CONSOLIDATION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), evaluation_id),
		db_arg_i64(db_segment_arena(segment), version), scores,
		db_arg_i64(db_segment_arena(segment), total_bp), db_arg_bool(is_below_minimum),
		grounds);
}

static inline int q_fagpartner_document(struct db_segment *segment, int64_t fagpartner_id)
{
	return db_add(segment, &queries[Q_FAGPARTNER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), fagpartner_id));
}

static inline int q_reply_fagpartner(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t fagpartner_id)
{
	return db_add(segment, &queries[Q_REPLY_FAGPARTNER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), fagpartner_id));
}

static inline int q_list_competences(
	struct db_segment *segment, const char *q, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_COMPETENCES],
		q, after, db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_fagpartnere(
	struct db_segment *segment, const char *competence, const int64_t *level,
	const char *municipality, const char *local, const char *q, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_FAGPARTNERE],
		competence, level == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *level),
		municipality, local, q, state,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_fagpartner(
	struct db_segment *segment, const char *orgnr, const char *competences)
{
	return db_add(segment, &queries[Q_LOAD_NEW_FAGPARTNER], orgnr, competences);
}

static inline int q_insert_fagpartner(
	struct db_segment *segment, int64_t id, int64_t partner_id, const char *kind,
	const char *description, const char *contact, const char *competences)
{
	return db_add(segment, &queries[Q_INSERT_FAGPARTNER],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), partner_id), kind, description, contact,
		competences);
}

static inline int q_load_fagpartner(
	struct db_segment *segment, int64_t fagpartner_id, const char *competences)
{
	return db_add(segment, &queries[Q_LOAD_FAGPARTNER],
		db_arg_i64(db_segment_arena(segment), fagpartner_id), competences);
}

static inline int q_change_fagpartner(
	struct db_segment *segment, int64_t fagpartner_id, int64_t version, const char *kind,
	const char *description, const char *contact, const char *competences)
{
	return db_add(segment, &queries[Q_CHANGE_FAGPARTNER],
		db_arg_i64(db_segment_arena(segment), fagpartner_id),
		db_arg_i64(db_segment_arena(segment), version), kind, description, contact,
		competences);
}

static inline int q_retire_fagpartner(
	struct db_segment *segment, int64_t fagpartner_id, int64_t version)
{
	return db_add(segment, &queries[Q_RETIRE_FAGPARTNER],
		db_arg_i64(db_segment_arena(segment), fagpartner_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_engagement_document(struct db_segment *segment, int64_t engagement_id)
{
	return db_add(segment, &queries[Q_ENGAGEMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), engagement_id));
}

static inline int q_reply_engagement(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t engagement_id)
{
	return db_add(segment, &queries[Q_REPLY_ENGAGEMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), engagement_id));
}

static inline int q_list_engagements(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *hub_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ENGAGEMENTS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_engagement(
	struct db_segment *segment, int64_t fagpartner_id, const int64_t *track_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_ENGAGEMENT],
		db_arg_i64(db_segment_arena(segment), fagpartner_id),
		track_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *track_id));
}

static inline int q_insert_engagement(
	struct db_segment *segment, int64_t id, int64_t fagpartner_id, const int64_t *track_id,
	const char *title, const char *starts_on, const char *ends_on, int64_t hourly_ore,
	int32_t ceiling_minutes, bool is_related, const char *relation)
{
	return db_add(segment, &queries[Q_INSERT_ENGAGEMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), fagpartner_id),
		track_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *track_id), title,
		starts_on, ends_on, db_arg_i64(db_segment_arena(segment), hourly_ore),
		db_arg_i64(db_segment_arena(segment), ceiling_minutes), db_arg_bool(is_related),
		relation);
}

static inline int q_load_engagement(
	struct db_segment *segment, int64_t engagement_id, const char *firms,
	const int64_t *session_id, const char *invoice_number, const char *other_number,
	const char *hours)
{
	return db_add(segment, &queries[Q_LOAD_ENGAGEMENT],
		db_arg_i64(db_segment_arena(segment), engagement_id), firms,
		session_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *session_id),
		invoice_number, other_number, hours);
}

static inline int q_agree_engagement(
	struct db_segment *segment, int64_t engagement_id, int64_t version, const char *note,
	const char *relation)
{
	return db_add(segment, &queries[Q_AGREE_ENGAGEMENT],
		db_arg_i64(db_segment_arena(segment), engagement_id),
		db_arg_i64(db_segment_arena(segment), version), note, relation);
}

static inline int q_correct_relation(
	struct db_segment *segment, int64_t engagement_id, int64_t version, bool is_related,
	const char *relation, const char *reason)
{
	return db_add(segment, &queries[Q_CORRECT_RELATION],
		db_arg_i64(db_segment_arena(segment), engagement_id),
		db_arg_i64(db_segment_arena(segment), version), db_arg_bool(is_related), relation,
		reason);
}

static inline int q_leave_engagement(
	struct db_segment *segment, int64_t engagement_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_LEAVE_ENGAGEMENT],
		db_arg_i64(db_segment_arena(segment), engagement_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_insert_hours(
	struct db_segment *segment, int64_t engagement_id, int64_t order_id,
	const int64_t *session_id, const char *what, const char *theme, const char *firms,
	const char *minutes)
{
	return db_add(segment, &queries[Q_INSERT_HOURS],
		db_arg_i64(db_segment_arena(segment), engagement_id),
		db_arg_i64(db_segment_arena(segment), order_id),
		session_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *session_id),
		what, theme, firms, minutes);
}

static inline int q_insert_partner_invoice(
	struct db_segment *segment, int64_t engagement_id, const char *number,
	const char *issued_on, int64_t amount_ore, const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_PARTNER_INVOICE],
		db_arg_i64(db_segment_arena(segment), engagement_id), number, issued_on,
		db_arg_i64(db_segment_arena(segment), amount_ore), reason);
}

static inline int q_invoice_hours(
	struct db_segment *segment, int64_t engagement_id, const char *number, const char *hours)
{
	return db_add(segment, &queries[Q_INVOICE_HOURS],
		db_arg_i64(db_segment_arena(segment), engagement_id), number, hours);
}

static inline int q_correct_partner_invoice(
	struct db_segment *segment, int64_t engagement_id, const char *number,
	const char *correct_number)
{
	return db_add(segment, &queries[Q_CORRECT_PARTNER_INVOICE],
		db_arg_i64(db_segment_arena(segment), engagement_id), number, correct_number);
}

static inline int q_credit_partner_invoice(
	struct db_segment *segment, int64_t engagement_id, const char *number,
	const char *credit_note)
{
	return db_add(segment, &queries[Q_CREDIT_PARTNER_INVOICE],
		db_arg_i64(db_segment_arena(segment), engagement_id), number, credit_note);
}

static inline int q_fagpartner_figures(struct db_segment *segment, const char *from, const char *to)
{
	return db_add(segment, &queries[Q_FAGPARTNER_FIGURES], from, to);
}

static inline int q_final_report(
	struct db_segment *segment, int64_t programme_id, const int64_t *from_year,
	const int64_t *to_year)
{
	return db_add(segment, &queries[Q_FINAL_REPORT],
		db_arg_i64(db_segment_arena(segment), programme_id),
		from_year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *from_year),
		to_year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *to_year));
}

static inline int q_final_report_table(
	struct db_segment *segment, int64_t programme_id, const int64_t *from_year,
	const int64_t *to_year)
{
	return db_add(segment, &queries[Q_FINAL_REPORT_TABLE],
		db_arg_i64(db_segment_arena(segment), programme_id),
		from_year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *from_year),
		to_year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *to_year));
}

static inline int q_grant_document(struct db_segment *segment, int64_t grant_id)
{
	return db_add(segment, &queries[Q_GRANT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), grant_id));
}

static inline int q_reply_grant(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t grant_id)
{
	return db_add(segment, &queries[Q_REPLY_GRANT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), grant_id));
}

static inline int q_list_grants(
	struct db_segment *segment, const int64_t *programme_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_GRANTS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_grants_in_state(
	struct db_segment *segment, const int64_t *programme_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_GRANTS_IN_STATE],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_grants_in_programme(
	struct db_segment *segment, const int64_t *programme_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_GRANTS_IN_PROGRAMME],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_grant(struct db_segment *segment, int64_t grant_id)
{
	return db_add(segment, &queries[Q_LOAD_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id));
}

static inline int q_accept_grant(struct db_segment *segment, int64_t grant_id, int64_t version)
{
	return db_add(segment, &queries[Q_ACCEPT_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_decline_grant(
	struct db_segment *segment, int64_t grant_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_DECLINE_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_offer_anew(struct db_segment *segment, int64_t grant_id, int64_t decision_id)
{
	return db_add(segment, &queries[Q_OFFER_ANEW],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), decision_id));
}

static inline int q_give_back_grant(struct db_segment *segment, int64_t grant_id)
{
	return db_add(segment, &queries[Q_GIVE_BACK_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id));
}

static inline int q_change_grant(
	struct db_segment *segment, int64_t grant_id, int64_t after_ore, const char *shares,
	const char *parts, int32_t year, const char *cause_kind, int64_t cause_id,
	int64_t proposed_by)
{
	return db_add(segment, &queries[Q_CHANGE_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), after_ore), shares, parts,
		db_arg_i64(db_segment_arena(segment), year), cause_kind,
		db_arg_i64(db_segment_arena(segment), cause_id),
		db_arg_i64(db_segment_arena(segment), proposed_by));
}

static inline int q_hearing_document(struct db_segment *segment, int64_t hearing_id)
{
	return db_add(segment, &queries[Q_HEARING_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), hearing_id));
}

static inline int q_reply_hearing(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t hearing_id)
{
	return db_add(segment, &queries[Q_REPLY_HEARING],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), hearing_id));
}

static inline int q_list_hearings(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_HEARINGS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_load_new_hearing(
	struct db_segment *segment, int64_t application_id, bool whole, bool tells,
	const char *kind, const char *ground, const int64_t *document_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_HEARING],
		db_arg_i64(db_segment_arena(segment), application_id), db_arg_bool(whole),
		db_arg_bool(tells), kind, ground,
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id));
}

static inline int q_insert_hearing(
	struct db_segment *segment, int64_t id, int64_t application_id, const char *kind,
	const char *told, const char *source, const int64_t *document_id, const char *answer_by,
	const char *ground, const char *ground_reason)
{
	return db_add(segment, &queries[Q_INSERT_HEARING],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id), kind, told, source,
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id),
		answer_by, ground, ground_reason);
}

static inline int q_load_hearing(struct db_segment *segment, int64_t hearing_id)
{
	return db_add(segment, &queries[Q_LOAD_HEARING],
		db_arg_i64(db_segment_arena(segment), hearing_id));
}

static inline int q_answer_hearing(
	struct db_segment *segment, int64_t hearing_id, int64_t version, const char *comment)
{
	return db_add(segment, &queries[Q_ANSWER_HEARING],
		db_arg_i64(db_segment_arena(segment), hearing_id),
		db_arg_i64(db_segment_arena(segment), version), comment);
}

static inline int q_extend_hearing(
	struct db_segment *segment, int64_t hearing_id, const char *answer_by)
{
	return db_add(segment, &queries[Q_EXTEND_HEARING],
		db_arg_i64(db_segment_arena(segment), hearing_id), answer_by);
}

static inline int q_weigh_hearing(
	struct db_segment *segment, int64_t hearing_id, int64_t version, const char *weighing)
{
	return db_add(segment, &queries[Q_WEIGH_HEARING],
		db_arg_i64(db_segment_arena(segment), hearing_id),
		db_arg_i64(db_segment_arena(segment), version), weighing);
}

static inline int q_withdraw_hearing(
	struct db_segment *segment, int64_t hearing_id, int64_t version)
{
	return db_add(segment, &queries[Q_WITHDRAW_HEARING],
		db_arg_i64(db_segment_arena(segment), hearing_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_hours_document(struct db_segment *segment, int64_t hours_id)
{
	return db_add(segment, &queries[Q_HOURS_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), hours_id));
}

static inline int q_reply_hours(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t hours_id)
{
	return db_add(segment, &queries[Q_REPLY_HOURS],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), hours_id));
}

static inline int q_list_hours(
	struct db_segment *segment, const char *state, const char *orgnr,
	const int64_t *programme_id, const int64_t *hub_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_HOURS],
		state, orgnr,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_engagement_hours(
	struct db_segment *segment, int64_t engagement_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ENGAGEMENT_HOURS],
		db_arg_i64(db_segment_arena(segment), engagement_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_hours_order_document(struct db_segment *segment, int64_t order_id)
{
	return db_add(segment, &queries[Q_HOURS_ORDER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), order_id));
}

static inline int q_reply_hours_order(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t order_id)
{
	return db_add(segment, &queries[Q_REPLY_HOURS_ORDER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), order_id));
}

static inline int q_load_hours(
	struct db_segment *segment, int64_t hours_id, const int64_t *session_id)
{
	return db_add(segment, &queries[Q_LOAD_HOURS],
		db_arg_i64(db_segment_arena(segment), hours_id),
		session_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *session_id));
}

static inline int q_tie_hours(
	struct db_segment *segment, int64_t hours_id, int64_t version, int64_t session_id)
{
	return db_add(segment, &queries[Q_TIE_HOURS],
		db_arg_i64(db_segment_arena(segment), hours_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_deliver_hours(
	struct db_segment *segment, int64_t hours_id, int64_t version, int32_t minutes,
	const char *delivered_on)
{
	return db_add(segment, &queries[Q_DELIVER_HOURS],
		db_arg_i64(db_segment_arena(segment), hours_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), minutes), delivered_on);
}

static inline int q_withdraw_delivery(struct db_segment *segment, int64_t hours_id, int64_t version)
{
	return db_add(segment, &queries[Q_WITHDRAW_DELIVERY],
		db_arg_i64(db_segment_arena(segment), hours_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_confirm_hours(
	struct db_segment *segment, int64_t hours_id, int64_t version, int32_t minutes,
	const char *dispute)
{
	return db_add(segment, &queries[Q_CONFIRM_HOURS],
		db_arg_i64(db_segment_arena(segment), hours_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), minutes), dispute);
}

static inline int q_cancel_hours(struct db_segment *segment, int64_t hours_id, int64_t version)
{
	return db_add(segment, &queries[Q_CANCEL_HOURS],
		db_arg_i64(db_segment_arena(segment), hours_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_deliver_session_hours(
	struct db_segment *segment, int64_t session_id, const char *hours, const char *minutes)
{
	return db_add(segment, &queries[Q_DELIVER_SESSION_HOURS],
		db_arg_i64(db_segment_arena(segment), session_id), hours, minutes);
}

static inline int q_withdraw_session_hours(
	struct db_segment *segment, int64_t session_id, int64_t count)
{
	return db_add(segment, &queries[Q_WITHDRAW_SESSION_HOURS],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), count));
}

static inline int q_tell_session_hours(
	struct db_segment *segment, const char *topic, int64_t session_id)
{
	return db_add(segment, &queries[Q_TELL_SESSION_HOURS],
		topic, db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_journal_post_document(struct db_segment *segment, int64_t post_id)
{
	return db_add(segment, &queries[Q_JOURNAL_POST_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), post_id));
}

static inline int q_reply_journal_post(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t post_id)
{
	return db_add(segment, &queries[Q_REPLY_JOURNAL_POST],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), post_id));
}

static inline int q_list_journal_posts(
	struct db_segment *segment, const int64_t *application_id, const char *state,
	const char *document_type, const char *from_day, const char *to_day,
	const char *is_checked, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_JOURNAL_POSTS],
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		state, document_type, from_day, to_day, is_checked,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_journal_post(struct db_segment *segment, int64_t post_id)
{
	return db_add(segment, &queries[Q_LOAD_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id));
}

static inline int q_classify_journal_post(
	struct db_segment *segment, int64_t post_id, int64_t version, const char *exemption,
	const char *public_title, const char *reason)
{
	return db_add(segment, &queries[Q_CLASSIFY_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id),
		db_arg_i64(db_segment_arena(segment), version), exemption, public_title, reason);
}

static inline int q_correct_journal_post(
	struct db_segment *segment, int64_t post_id, int64_t version, const char *post_type,
	const char *document_type, const char *title, const char *document_date,
	const char *reason)
{
	return db_add(segment, &queries[Q_CORRECT_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id),
		db_arg_i64(db_segment_arena(segment), version), post_type, document_type, title,
		document_date, reason);
}

static inline int q_check_journal_post(struct db_segment *segment, int64_t post_id, int64_t version)
{
	return db_add(segment, &queries[Q_CHECK_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_reopen_journal_post(struct db_segment *segment, int64_t post_id)
{
	return db_add(segment, &queries[Q_REOPEN_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id));
}

static inline int q_void_journal_post(struct db_segment *segment, int64_t post_id, int64_t version)
{
	return db_add(segment, &queries[Q_VOID_JOURNAL_POST],
		db_arg_i64(db_segment_arena(segment), post_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_list_public_journal(
	struct db_segment *segment, const char *county, const char *from_day, const char *to_day,
	const char *case_number, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PUBLIC_JOURNAL],
		county, from_day, to_day, case_number, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_late_submission_document(struct db_segment *segment, int64_t late_submission_id)
{
	return db_add(segment, &queries[Q_LATE_SUBMISSION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), late_submission_id));
}

static inline int q_reply_late_submission(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t late_submission_id)
{
	return db_add(segment, &queries[Q_REPLY_LATE_SUBMISSION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), late_submission_id));
}

static inline int q_list_late_submissions(
	struct db_segment *segment, const char *state, const int64_t *call_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LATE_SUBMISSIONS],
		state, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_late_submission(
	struct db_segment *segment, int64_t call_id, const int64_t *application_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), call_id),
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id));
}

static inline int q_insert_late_submission(
	struct db_segment *segment, int64_t id, int64_t call_id, const int64_t *application_id,
	const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), call_id),
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		reason);
}

static inline int q_load_late_submission(
	struct db_segment *segment, int64_t late_submission_id, bool whole)
{
	return db_add(segment, &queries[Q_LOAD_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), late_submission_id), db_arg_bool(whole));
}

static inline int q_insert_late_recommendation(
	struct db_segment *segment, int64_t late_submission_id, const char *outcome,
	const char *grounds)
{
	return db_add(segment, &queries[Q_INSERT_LATE_RECOMMENDATION],
		db_arg_i64(db_segment_arena(segment), late_submission_id), outcome, grounds);
}

static inline int q_recommend_late_submission(
	struct db_segment *segment, int64_t late_submission_id, int64_t version)
{
	return db_add(segment, &queries[Q_RECOMMEND_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), late_submission_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_return_late_submission(
	struct db_segment *segment, int64_t late_submission_id, int64_t version)
{
	return db_add(segment, &queries[Q_RETURN_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), late_submission_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_decide_late_submission(
	struct db_segment *segment, int64_t late_submission_id, int64_t version,
	const char *outcome, const char *grounds, const char *body, const char *submit_by,
	const char *appeal_deadline)
{
	return db_add(segment, &queries[Q_DECIDE_LATE_SUBMISSION],
		db_arg_i64(db_segment_arena(segment), late_submission_id),
		db_arg_i64(db_segment_arena(segment), version), outcome, grounds, body, submit_by,
		appeal_deadline);
}

static inline int q_letter_document(struct db_segment *segment, int64_t letter_id)
{
	return db_add(segment, &queries[Q_LETTER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), letter_id));
}

static inline int q_reply_letter(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t letter_id)
{
	return db_add(segment, &queries[Q_REPLY_LETTER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), letter_id));
}

static inline int q_list_application_letters(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_APPLICATION_LETTERS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_list_letters(
	struct db_segment *segment, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LETTERS],
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_note_mailing(
	struct db_segment *segment, int64_t id, const char *how, const char *on_day)
{
	return db_add(segment, &queries[Q_NOTE_MAILING],
		db_arg_i64(db_segment_arena(segment), id), how, on_day);
}

static inline int q_begin_appeal(struct db_segment *segment, int64_t mailing_id, const char *until)
{
	return db_add(segment, &queries[Q_BEGIN_APPEAL],
		db_arg_i64(db_segment_arena(segment), mailing_id), until);
}

static inline int q_extend_partner(
	struct db_segment *segment, int64_t mailing_id, const char *answer_by)
{
	return db_add(segment, &queries[Q_EXTEND_PARTNER],
		db_arg_i64(db_segment_arena(segment), mailing_id), answer_by);
}

static inline int q_offer_grant(
	struct db_segment *segment, int64_t decision_id, const char *accept_by)
{
	return db_add(segment, &queries[Q_OFFER_GRANT],
		db_arg_i64(db_segment_arena(segment), decision_id), accept_by);
}

static inline int q_load_new_letter(
	struct db_segment *segment, int64_t application_id, int64_t letter_id,
	const char *language)
{
	return db_add(segment, &queries[Q_LOAD_NEW_LETTER],
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), letter_id), language);
}

static inline int q_insert_letter(
	struct db_segment *segment, int64_t id, int64_t letter_id, const char *language)
{
	return db_add(segment, &queries[Q_INSERT_LETTER],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), letter_id), language);
}

static inline int q_meeting_document(struct db_segment *segment, int64_t meeting_id)
{
	return db_add(segment, &queries[Q_MEETING_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), meeting_id));
}

static inline int q_reply_meeting(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t meeting_id)
{
	return db_add(segment, &queries[Q_REPLY_MEETING],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), meeting_id));
}

static inline int q_list_meetings(
	struct db_segment *segment, const int64_t *body_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_MEETINGS],
		body_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *body_id), state,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_agendas(struct db_segment *segment, int64_t meeting_id)
{
	return db_add(segment, &queries[Q_LIST_AGENDAS],
		db_arg_i64(db_segment_arena(segment), meeting_id));
}

static inline int q_list_minutes(struct db_segment *segment, int64_t meeting_id)
{
	return db_add(segment, &queries[Q_LIST_MINUTES],
		db_arg_i64(db_segment_arena(segment), meeting_id));
}

static inline int q_meeting_ranking_document(
	struct db_segment *segment, int64_t meeting_id, const char *year)
{
	return db_add(segment, &queries[Q_MEETING_RANKING_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), meeting_id), year);
}

static inline int q_load_new_meeting(
	struct db_segment *segment, int64_t body_id, const char *starts_at)
{
	return db_add(segment, &queries[Q_LOAD_NEW_MEETING],
		db_arg_i64(db_segment_arena(segment), body_id), starts_at);
}

static inline int q_insert_meeting(
	struct db_segment *segment, int64_t id, int64_t body_id, int32_t number,
	const char *starts_at, const char *place)
{
	return db_add(segment, &queries[Q_INSERT_MEETING],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), body_id),
		db_arg_i64(db_segment_arena(segment), number), starts_at, place);
}

static inline int q_load_meeting(
	struct db_segment *segment, int64_t meeting_id, const int64_t *application_id,
	const int64_t *appeal_id, const int64_t *amendment_id, const int64_t *reversal_id,
	const int64_t *item_id, const int64_t *proposal_id, const char *starts_at, bool votes,
	bool whole)
{
	return db_add(segment, &queries[Q_LOAD_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		appeal_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *appeal_id),
		amendment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amendment_id),
		reversal_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *reversal_id),
		item_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *item_id),
		proposal_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *proposal_id),
		starts_at, db_arg_bool(votes), db_arg_bool(whole));
}

static inline int q_touch_meeting(
	struct db_segment *segment, int64_t meeting_id, const int64_t *version, bool is_changed)
{
	return db_add(segment, &queries[Q_TOUCH_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		version == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *version),
		db_arg_bool(is_changed));
}

static inline int q_insert_item(
	struct db_segment *segment, int64_t id, int64_t meeting_id, const int64_t *application_id,
	const int64_t *appeal_id, const int64_t *amendment_id, const int64_t *reversal_id)
{
	return db_add(segment, &queries[Q_INSERT_ITEM],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), meeting_id),
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		appeal_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *appeal_id),
		amendment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *amendment_id),
		reversal_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *reversal_id));
}

static inline int q_move_meeting(
	struct db_segment *segment, int64_t meeting_id, int64_t version, const char *starts_at,
	const char *place)
{
	return db_add(segment, &queries[Q_MOVE_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version), starts_at, place);
}

static inline int q_withdraw_item(struct db_segment *segment, int64_t item_id, const char *reason)
{
	return db_add(segment, &queries[Q_WITHDRAW_ITEM],
		db_arg_i64(db_segment_arena(segment), item_id), reason);
}

static inline int q_send_agenda(struct db_segment *segment, int64_t meeting_id, int64_t version)
{
	return db_add(segment, &queries[Q_SEND_AGENDA],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_cancel_meeting(
	struct db_segment *segment, int64_t meeting_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_CANCEL_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_note_attendance(
	struct db_segment *segment, int64_t meeting_id, const char *present)
{
	return db_add(segment, &queries[Q_NOTE_ATTENDANCE],
		db_arg_i64(db_segment_arena(segment), meeting_id), present);
}

static inline int q_open_meeting(
	struct db_segment *segment, int64_t meeting_id, int64_t version, int64_t presided_by)
{
	return db_add(segment, &queries[Q_OPEN_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), presided_by));
}

static inline int q_insert_proposal(
	struct db_segment *segment, int64_t id, int64_t item_id, const char *outcome,
	int64_t amount_ore, const char *grounds, const char *conditions, const char *lifts)
{
	return db_add(segment, &queries[Q_INSERT_PROPOSAL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), item_id), outcome,
		db_arg_i64(db_segment_arena(segment), amount_ore), grounds, conditions, lifts);
}

static inline int q_put_to_vote(
	struct db_segment *segment, int64_t proposal_id, int64_t presided_by)
{
	return db_add(segment, &queries[Q_PUT_TO_VOTE],
		db_arg_i64(db_segment_arena(segment), proposal_id),
		db_arg_i64(db_segment_arena(segment), presided_by));
}

static inline int q_cast_vote(struct db_segment *segment, int64_t proposal_id, const char *vote)
{
	return db_add(segment, &queries[Q_CAST_VOTE],
		db_arg_i64(db_segment_arena(segment), proposal_id), vote);
}

static inline int q_mark_by_hands(struct db_segment *segment, int64_t proposal_id)
{
	return db_add(segment, &queries[Q_MARK_BY_HANDS],
		db_arg_i64(db_segment_arena(segment), proposal_id));
}

static inline int q_enter_hands(struct db_segment *segment, int64_t proposal_id, const char *hands)
{
	return db_add(segment, &queries[Q_ENTER_HANDS],
		db_arg_i64(db_segment_arena(segment), proposal_id), hands);
}

static inline int q_end_vote(struct db_segment *segment, int64_t proposal_id, const char *state)
{
	return db_add(segment, &queries[Q_END_VOTE],
		db_arg_i64(db_segment_arena(segment), proposal_id), state);
}

static inline int q_abandon_vote(
	struct db_segment *segment, int64_t proposal_id, const char *reason)
{
	return db_add(segment, &queries[Q_ABANDON_VOTE],
		db_arg_i64(db_segment_arena(segment), proposal_id), reason);
}

static inline int q_close_meeting(struct db_segment *segment, int64_t meeting_id, int64_t version)
{
	return db_add(segment, &queries[Q_CLOSE_MEETING],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_replace_minutes(struct db_segment *segment, int64_t meeting_id)
{
	return db_add(segment, &queries[Q_REPLACE_MINUTES],
		db_arg_i64(db_segment_arena(segment), meeting_id));
}

static inline int q_insert_minutes(
	struct db_segment *segment, int64_t meeting_id, int32_t edition, const char *record,
	const char *nb, const char *en, const char *remarks, const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_MINUTES],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), edition), record, nb, en, remarks, reason);
}

static inline int q_approve_minutes(
	struct db_segment *segment, int64_t meeting_id, int64_t version, int32_t edition)
{
	return db_add(segment, &queries[Q_APPROVE_MINUTES],
		db_arg_i64(db_segment_arena(segment), meeting_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), edition));
}

static inline int q_message_document(struct db_segment *segment, int64_t message_id)
{
	return db_add(segment, &queries[Q_MESSAGE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_reply_message(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t message_id)
{
	return db_add(segment, &queries[Q_REPLY_MESSAGE],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_list_messages(
	struct db_segment *segment, int64_t application_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_MESSAGES],
		db_arg_i64(db_segment_arena(segment), application_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_message(
	struct db_segment *segment, int64_t application_id, const char *document_ids)
{
	return db_add(segment, &queries[Q_LOAD_NEW_MESSAGE],
		db_arg_i64(db_segment_arena(segment), application_id), document_ids);
}

static inline int q_insert_message(
	struct db_segment *segment, int64_t id, int64_t applicant_id, int64_t application_id,
	const char *side, bool is_internal, const char *body, const char *answer_by)
{
	return db_add(segment, &queries[Q_INSERT_MESSAGE],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), applicant_id),
		db_arg_i64(db_segment_arena(segment), application_id), side,
		db_arg_bool(is_internal), body, answer_by);
}

static inline int q_insert_message_document(
	struct db_segment *segment, int64_t applicant_id, int64_t application_id,
	int64_t message_id, int64_t document_id)
{
	return db_add(segment, &queries[Q_INSERT_MESSAGE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), applicant_id),
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), message_id),
		db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_load_message(struct db_segment *segment, int64_t message_id)
{
	return db_add(segment, &queries[Q_LOAD_MESSAGE],
		db_arg_i64(db_segment_arena(segment), message_id));
}

static inline int q_read_message(struct db_segment *segment, int64_t message_id, int64_t version)
{
	return db_add(segment, &queries[Q_READ_MESSAGE],
		db_arg_i64(db_segment_arena(segment), message_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_membership_document(struct db_segment *segment, int64_t membership_id)
{
	return db_add(segment, &queries[Q_MEMBERSHIP_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), membership_id));
}

static inline int q_reply_membership(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t membership_id)
{
	return db_add(segment, &queries[Q_REPLY_MEMBERSHIP],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), membership_id));
}

static inline int q_list_memberships(
	struct db_segment *segment, const char *on_date, const char *orgnr, const int64_t *hub_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_MEMBERSHIPS],
		on_date, orgnr,
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_membership(struct db_segment *segment, const char *content)
{
	return db_add(segment, &queries[Q_LOAD_NEW_MEMBERSHIP], content);
}

static inline int q_insert_membership(
	struct db_segment *segment, int64_t id, int64_t firm_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_MEMBERSHIP],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), firm_id), content);
}

static inline int q_load_membership(struct db_segment *segment, int64_t membership_id)
{
	return db_add(segment, &queries[Q_LOAD_MEMBERSHIP],
		db_arg_i64(db_segment_arena(segment), membership_id));
}

static inline int q_end_membership(
	struct db_segment *segment, int64_t membership_id, int64_t version, const char *content)
{
	return db_add(segment, &queries[Q_END_MEMBERSHIP],
		db_arg_i64(db_segment_arena(segment), membership_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_contact_document(struct db_segment *segment, int64_t contact_id)
{
	return db_add(segment, &queries[Q_CONTACT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), contact_id));
}

static inline int q_reply_contact(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t contact_id)
{
	return db_add(segment, &queries[Q_REPLY_CONTACT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), contact_id));
}

static inline int q_list_contacts(
	struct db_segment *segment, int64_t enrolment_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_CONTACTS],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_contact(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_CONTACT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id), content);
}

static inline int q_load_contact(struct db_segment *segment, int64_t contact_id)
{
	return db_add(segment, &queries[Q_LOAD_CONTACT],
		db_arg_i64(db_segment_arena(segment), contact_id));
}

static inline int q_correct_contact(
	struct db_segment *segment, int64_t contact_id, int64_t version, const char *content)
{
	return db_add(segment, &queries[Q_CORRECT_CONTACT],
		db_arg_i64(db_segment_arena(segment), contact_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_handover_document(struct db_segment *segment, int64_t handover_id)
{
	return db_add(segment, &queries[Q_HANDOVER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), handover_id));
}

static inline int q_reply_handover(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t handover_id)
{
	return db_add(segment, &queries[Q_REPLY_HANDOVER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), handover_id));
}

static inline int q_list_handovers(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_HANDOVERS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_handover(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, int64_t to_hub_id,
	const char *content)
{
	return db_add(segment, &queries[Q_INSERT_HANDOVER],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), to_hub_id), content);
}

static inline int q_load_handover(struct db_segment *segment, int64_t handover_id)
{
	return db_add(segment, &queries[Q_LOAD_HANDOVER],
		db_arg_i64(db_segment_arena(segment), handover_id));
}

static inline int q_consent_handover(
	struct db_segment *segment, int64_t handover_id, int64_t version)
{
	return db_add(segment, &queries[Q_CONSENT_HANDOVER],
		db_arg_i64(db_segment_arena(segment), handover_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_answer_handover(
	struct db_segment *segment, int64_t handover_id, int64_t version, const char *state,
	const char *decline_reason)
{
	return db_add(segment, &queries[Q_ANSWER_HANDOVER],
		db_arg_i64(db_segment_arena(segment), handover_id),
		db_arg_i64(db_segment_arena(segment), version), state, decline_reason);
}

static inline int q_assessment_document(struct db_segment *segment, int64_t assessment_id)
{
	return db_add(segment, &queries[Q_ASSESSMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), assessment_id));
}

static inline int q_reply_assessment(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t assessment_id)
{
	return db_add(segment, &queries[Q_REPLY_ASSESSMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), assessment_id));
}

static inline int q_list_assessments(
	struct db_segment *segment, int64_t enrolment_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ASSESSMENTS],
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_assessment(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_ASSESSMENT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id), content);
}

static inline int q_load_assessment(
	struct db_segment *segment, int64_t assessment_id, const char *content)
{
	return db_add(segment, &queries[Q_LOAD_ASSESSMENT],
		db_arg_i64(db_segment_arena(segment), assessment_id), content);
}

static inline int q_save_assessment(
	struct db_segment *segment, int64_t assessment_id, int64_t version, const char *content)
{
	return db_add(segment, &queries[Q_SAVE_ASSESSMENT],
		db_arg_i64(db_segment_arena(segment), assessment_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_finish_assessment(
	struct db_segment *segment, int64_t assessment_id, int64_t version)
{
	return db_add(segment, &queries[Q_FINISH_ASSESSMENT],
		db_arg_i64(db_segment_arena(segment), assessment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_discard_assessment(
	struct db_segment *segment, int64_t assessment_id, int64_t version)
{
	return db_add(segment, &queries[Q_DISCARD_ASSESSMENT],
		db_arg_i64(db_segment_arena(segment), assessment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_notification_settings_document(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_NOTIFICATION_SETTINGS_DOCUMENT], 0, NULL);
}

static inline int q_reply_notification_settings(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location)
{
	return db_add(segment, &queries[Q_REPLY_NOTIFICATION_SETTINGS],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location);
}

static inline int q_load_notification_settings(struct db_segment *segment, const char *address)
{
	return db_add(segment, &queries[Q_LOAD_NOTIFICATION_SETTINGS], address);
}

static inline int q_insert_notification_settings(
	struct db_segment *segment, int64_t id, const char *language, const char *by_email,
	const char *asked_address)
{
	return db_add(segment, &queries[Q_INSERT_NOTIFICATION_SETTINGS],
		db_arg_i64(db_segment_arena(segment), id), language, by_email, asked_address);
}

static inline int q_change_notification_settings(
	struct db_segment *segment, int64_t version, const char *language, const char *by_email,
	const char *address, const char *asked_address)
{
	return db_add(segment, &queries[Q_CHANGE_NOTIFICATION_SETTINGS],
		db_arg_i64(db_segment_arena(segment), version), language, by_email, address,
		asked_address);
}

static inline int q_ask_code(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_ASK_CODE], 0, NULL);
}

static inline int q_renew_notification_settings(struct db_segment *segment, int64_t version)
{
	return db_add(segment, &queries[Q_RENEW_NOTIFICATION_SETTINGS],
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_try_code(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_TRY_CODE], 0, NULL);
}

static inline int q_use_code(struct db_segment *segment, const char *code_sha256)
{
	return db_add(segment, &queries[Q_USE_CODE], code_sha256);
}

static inline int q_confirm_address(struct db_segment *segment, int64_t version)
{
	return db_add(segment, &queries[Q_CONFIRM_ADDRESS],
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_notification_document(
	struct db_segment *segment, int64_t notification_id, const char *language)
{
	return db_add(segment, &queries[Q_NOTIFICATION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), notification_id), language);
}

static inline int q_reply_notification(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t notification_id,
	const char *language)
{
	return db_add(segment, &queries[Q_REPLY_NOTIFICATION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), notification_id), language);
}

static inline int q_unread_notifications_document(struct db_segment *segment, int64_t up_to_id)
{
	return db_add(segment, &queries[Q_UNREAD_NOTIFICATIONS_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), up_to_id));
}

static inline int q_reply_unread_notifications(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t up_to_id)
{
	return db_add(segment, &queries[Q_REPLY_UNREAD_NOTIFICATIONS],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), up_to_id));
}

static inline int q_list_notifications(
	struct db_segment *segment, const char *unread, const char *language, const int64_t *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_NOTIFICATIONS],
		unread, language,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_notification(struct db_segment *segment, int64_t notification_id)
{
	return db_add(segment, &queries[Q_LOAD_NOTIFICATION],
		db_arg_i64(db_segment_arena(segment), notification_id));
}

static inline int q_load_notifications(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_LOAD_NOTIFICATIONS], 0, NULL);
}

static inline int q_read_notification(struct db_segment *segment, int64_t notification_id)
{
	return db_add(segment, &queries[Q_READ_NOTIFICATION],
		db_arg_i64(db_segment_arena(segment), notification_id));
}

static inline int q_read_notifications(struct db_segment *segment, int64_t up_to_id)
{
	return db_add(segment, &queries[Q_READ_NOTIFICATIONS],
		db_arg_i64(db_segment_arena(segment), up_to_id));
}

static inline int q_application_partner_document(
	struct db_segment *segment, int64_t application_partner_id)
{
	return db_add(segment, &queries[Q_APPLICATION_PARTNER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), application_partner_id));
}

static inline int q_reply_application_partner(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location,
	int64_t application_partner_id)
{
	return db_add(segment, &queries[Q_REPLY_APPLICATION_PARTNER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), application_partner_id));
}

static inline int q_list_application_partners(
	struct db_segment *segment, const int64_t *application_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_APPLICATION_PARTNERS],
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_partner(
	struct db_segment *segment, int64_t application_id, const char *orgnr)
{
	return db_add(segment, &queries[Q_LOAD_NEW_PARTNER],
		db_arg_i64(db_segment_arena(segment), application_id), orgnr);
}

static inline int q_insert_partner(
	struct db_segment *segment, int64_t id, int64_t application_id, int64_t organisation_id,
	const char *task, const char *message)
{
	return db_add(segment, &queries[Q_INSERT_PARTNER],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), organisation_id), task, message);
}

static inline int q_load_partner(
	struct db_segment *segment, int64_t application_partner_id, const int64_t *document_id,
	bool whole)
{
	return db_add(segment, &queries[Q_LOAD_PARTNER],
		db_arg_i64(db_segment_arena(segment), application_partner_id),
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id),
		db_arg_bool(whole));
}

static inline int q_confirm_part(
	struct db_segment *segment, int64_t application_partner_id, int64_t version)
{
	return db_add(segment, &queries[Q_CONFIRM_PART],
		db_arg_i64(db_segment_arena(segment), application_partner_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_enter_part_on_paper(
	struct db_segment *segment, int64_t application_partner_id, int64_t version,
	const char *confirmed_by, const char *confirmed_on, int64_t document_id)
{
	return db_add(segment, &queries[Q_ENTER_PART_ON_PAPER],
		db_arg_i64(db_segment_arena(segment), application_partner_id),
		db_arg_i64(db_segment_arena(segment), version), confirmed_by, confirmed_on,
		db_arg_i64(db_segment_arena(segment), document_id));
}

static inline int q_leave_application(
	struct db_segment *segment, int64_t application_partner_id, int64_t version,
	const char *state, const char *reason)
{
	return db_add(segment, &queries[Q_LEAVE_APPLICATION],
		db_arg_i64(db_segment_arena(segment), application_partner_id),
		db_arg_i64(db_segment_arena(segment), version), state, reason);
}

static inline int q_insert_partner_answer(
	struct db_segment *segment, int64_t application_partner_id, const char *answer,
	const char *received_on, const char *channel, const char *authority,
	const int64_t *document_id)
{
	return db_add(segment, &queries[Q_INSERT_PARTNER_ANSWER],
		db_arg_i64(db_segment_arena(segment), application_partner_id), answer, received_on,
		channel, authority,
		document_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *document_id));
}

static inline int q_resign(
	struct db_segment *segment, int64_t application_partner_id, int64_t version,
	const char *reason, const char *on_day, const char *entered_for)
{
	return db_add(segment, &queries[Q_RESIGN],
		db_arg_i64(db_segment_arena(segment), application_partner_id),
		db_arg_i64(db_segment_arena(segment), version), reason, on_day, entered_for);
}

static inline int q_payment_document(struct db_segment *segment, int64_t payment_id)
{
	return db_add(segment, &queries[Q_PAYMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), payment_id));
}

static inline int q_reply_payment(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t payment_id)
{
	return db_add(segment, &queries[Q_REPLY_PAYMENT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), payment_id));
}

static inline int q_list_payments(
	struct db_segment *segment, const char *state, const int64_t *programme_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PAYMENTS],
		state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_payment(struct db_segment *segment, int64_t claim_id)
{
	return db_add(segment, &queries[Q_INSERT_PAYMENT],
		db_arg_i64(db_segment_arena(segment), claim_id));
}

static inline int q_post_due(
	struct db_segment *segment, const char *kind, const char *object_kind, int64_t object_id)
{
	return db_add(segment, &queries[Q_POST_DUE],
		kind, object_kind, db_arg_i64(db_segment_arena(segment), object_id));
}

static inline int q_load_payment(struct db_segment *segment, int64_t payment_id)
{
	return db_add(segment, &queries[Q_LOAD_PAYMENT],
		db_arg_i64(db_segment_arena(segment), payment_id));
}

static inline int q_register_paid(
	struct db_segment *segment, int64_t payment_id, int64_t version,
	const char *bank_reference, const char *paid_on)
{
	return db_add(segment, &queries[Q_REGISTER_PAID],
		db_arg_i64(db_segment_arena(segment), payment_id),
		db_arg_i64(db_segment_arena(segment), version), bank_reference, paid_on);
}

static inline int q_confirm_paid(struct db_segment *segment, int64_t payment_id, int64_t version)
{
	return db_add(segment, &queries[Q_CONFIRM_PAID],
		db_arg_i64(db_segment_arena(segment), payment_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_post_paid(struct db_segment *segment, int64_t payment_id)
{
	return db_add(segment, &queries[Q_POST_PAID],
		db_arg_i64(db_segment_arena(segment), payment_id));
}

static inline int q_load_payment_list(struct db_segment *segment, int64_t most)
{
	return db_add(segment, &queries[Q_LOAD_PAYMENT_LIST],
		db_arg_i64(db_segment_arena(segment), most));
}

static inline int q_insert_payment_list(
	struct db_segment *segment, int64_t id, const char *payments)
{
	return db_add(segment, &queries[Q_INSERT_PAYMENT_LIST],
		db_arg_i64(db_segment_arena(segment), id), payments);
}

static inline int q_put_on_list(struct db_segment *segment, int64_t list_id, const char *payments)
{
	return db_add(segment, &queries[Q_PUT_ON_LIST],
		db_arg_i64(db_segment_arena(segment), list_id), payments);
}

static inline int q_audit_listed(struct db_segment *segment, int64_t list_id)
{
	return db_add(segment, &queries[Q_AUDIT_LISTED],
		db_arg_i64(db_segment_arena(segment), list_id));
}

static inline int q_tell_listed(struct db_segment *segment, int64_t list_id)
{
	return db_add(segment, &queries[Q_TELL_LISTED],
		db_arg_i64(db_segment_arena(segment), list_id));
}

static inline int q_payment_list_document(struct db_segment *segment, int64_t payment_list_id)
{
	return db_add(segment, &queries[Q_PAYMENT_LIST_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), payment_list_id));
}

static inline int q_reply_payment_list(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t payment_list_id)
{
	return db_add(segment, &queries[Q_REPLY_PAYMENT_LIST],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), payment_list_id));
}

static inline int q_list_payment_lists(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PAYMENT_LISTS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_balances(
	struct db_segment *segment, const int64_t *funding_line_id, const int64_t *year)
{
	return db_add(segment, &queries[Q_LIST_BALANCES],
		funding_line_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *funding_line_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year));
}

static inline int q_list_postings(
	struct db_segment *segment, const int64_t *funding_line_id, const int64_t *year,
	const char *since, const char *until, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_POSTINGS],
		funding_line_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *funding_line_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year), since, until,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_set_caller(
	struct db_segment *segment, const char *iss, const char *subject, const char *act_as,
	const char *roles, const char *wanted_scope, bool is_client, const char *trace)
{
	return db_add(segment, &queries[Q_SET_CALLER],
		iss, subject, act_as, roles, wanted_scope, db_arg_bool(is_client), trace);
}

static inline int q_fitting_roles(
	struct db_segment *segment, const char *iss, const char *subject, const char *act_as,
	const char *roles, const char *wanted_scope, bool is_client)
{
	return db_add(segment, &queries[Q_FITTING_ROLES],
		iss, subject, act_as, roles, wanted_scope, db_arg_bool(is_client));
}

static inline int q_find_key(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint)
{
	return db_add(segment, &queries[Q_FIND_KEY], operation, key, fingerprint);
}

static inline int q_claim_key(struct db_segment *segment, const char *operation, const char *key)
{
	return db_add(segment, &queries[Q_CLAIM_KEY], operation, key);
}

static inline int q_lock_guards(struct db_segment *segment, const char *guards)
{
	return db_add(segment, &queries[Q_LOCK_GUARDS], guards);
}

static inline int q_audit(
	struct db_segment *segment, const char *case_kind, int64_t case_id, const char *action,
	const char *object_kind, int64_t object_id, const char *reason, const char *detail)
{
	return db_add(segment, &queries[Q_AUDIT],
		case_kind, db_arg_i64(db_segment_arena(segment), case_id), action, object_kind,
		db_arg_i64(db_segment_arena(segment), object_id), reason, detail);
}

static inline int q_tell(
	struct db_segment *segment, const char *topic, const char *object_kind, int64_t object_id,
	const int64_t *concerns, const char *detail)
{
	return db_add(segment, &queries[Q_TELL],
		topic, object_kind, db_arg_i64(db_segment_arena(segment), object_id),
		concerns == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *concerns), detail);
}

static inline int q_new_guard(struct db_segment *segment, const char *kind, int64_t id)
{
	return db_add(segment, &queries[Q_NEW_GUARD],
		kind, db_arg_i64(db_segment_arena(segment), id));
}

static inline int q_new_guard_of(
	struct db_segment *segment, const char *kind, int64_t id, int64_t organisation_id)
{
	return db_add(segment, &queries[Q_NEW_GUARD_OF],
		kind, db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), organisation_id));
}

static inline int q_is_alive(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_IS_ALIVE], 0, NULL);
}

static inline int q_figures(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_FIGURES], 0, NULL);
}

static inline int q_issuers(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_ISSUERS], 0, NULL);
}

static inline int q_issuer_keys(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_ISSUER_KEYS], 0, NULL);
}

static inline int q_schema_number(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_SCHEMA_NUMBER], 0, NULL);
}

static inline int q_ask_for_keys(struct db_segment *segment, const char *iss)
{
	return db_add(segment, &queries[Q_ASK_FOR_KEYS], iss);
}

static inline int q_insert_preliminary_answer(
	struct db_segment *segment, int64_t application_id, const char *expected_on,
	const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_PRELIMINARY_ANSWER],
		db_arg_i64(db_segment_arena(segment), application_id), expected_on, reason);
}

static inline int q_progress_report_document(struct db_segment *segment, int64_t progress_report_id)
{
	return db_add(segment, &queries[Q_PROGRESS_REPORT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), progress_report_id));
}

static inline int q_reply_progress_report(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t progress_report_id)
{
	return db_add(segment, &queries[Q_REPLY_PROGRESS_REPORT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), progress_report_id));
}

static inline int q_list_progress_reports(
	struct db_segment *segment, const char *state, const char *overdue,
	const int64_t *application_id, const int64_t *programme_id, const int64_t *hub_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PROGRESS_REPORTS],
		state, overdue,
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_expect_reports(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_EXPECT_REPORTS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_load_new_report(
	struct db_segment *segment, int64_t application_id, const char *due_on)
{
	return db_add(segment, &queries[Q_LOAD_NEW_REPORT],
		db_arg_i64(db_segment_arena(segment), application_id), due_on);
}

static inline int q_insert_report(
	struct db_segment *segment, int64_t id, int64_t application_id, const char *period_from,
	const char *period_to, const char *due_on)
{
	return db_add(segment, &queries[Q_INSERT_REPORT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id), period_from, period_to,
		due_on);
}

static inline int q_load_report(struct db_segment *segment, int64_t progress_report_id)
{
	return db_add(segment, &queries[Q_LOAD_REPORT],
		db_arg_i64(db_segment_arena(segment), progress_report_id));
}

static inline int q_submit_report(
	struct db_segment *segment, int64_t progress_report_id, int64_t version,
	const char *content)
{
	return db_add(segment, &queries[Q_SUBMIT_REPORT],
		db_arg_i64(db_segment_arena(segment), progress_report_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_return_report(
	struct db_segment *segment, int64_t progress_report_id, int64_t version,
	const char *reason, const char *due_on)
{
	return db_add(segment, &queries[Q_RETURN_REPORT],
		db_arg_i64(db_segment_arena(segment), progress_report_id),
		db_arg_i64(db_segment_arena(segment), version), reason, due_on);
}

static inline int q_approve_report(
	struct db_segment *segment, int64_t progress_report_id, int64_t version)
{
	return db_add(segment, &queries[Q_APPROVE_REPORT],
		db_arg_i64(db_segment_arena(segment), progress_report_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_withdraw_report(
	struct db_segment *segment, int64_t progress_report_id, int64_t version,
	const char *reason)
{
	return db_add(segment, &queries[Q_WITHDRAW_REPORT],
		db_arg_i64(db_segment_arena(segment), progress_report_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_project_document(struct db_segment *segment, int64_t project_id)
{
	return db_add(segment, &queries[Q_PROJECT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), project_id));
}

static inline int q_reply_project(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t project_id)
{
	return db_add(segment, &queries[Q_REPLY_PROJECT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), project_id));
}

static inline int q_list_projects(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const char *state, const char *research_pilot, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PROJECTS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id), state,
		research_pilot,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_project(
	struct db_segment *segment, int64_t programme_id, const char *firms)
{
	return db_add(segment, &queries[Q_LOAD_NEW_PROJECT],
		db_arg_i64(db_segment_arena(segment), programme_id), firms);
}

static inline int q_insert_project(
	struct db_segment *segment, int64_t id, int64_t programme_id, const char *title,
	const char *goal, const char *theme, const char *technology, bool is_research_pilot)
{
	return db_add(segment, &queries[Q_INSERT_PROJECT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), programme_id), title, goal, theme,
		technology, db_arg_bool(is_research_pilot));
}

static inline int q_insert_project_firms(
	struct db_segment *segment, int64_t project_id, const char *firms)
{
	return db_add(segment, &queries[Q_INSERT_PROJECT_FIRMS],
		db_arg_i64(db_segment_arena(segment), project_id), firms);
}

static inline int q_replace_project_firms(
	struct db_segment *segment, int64_t project_id, const char *firms)
{
	return db_add(segment, &queries[Q_REPLACE_PROJECT_FIRMS],
		db_arg_i64(db_segment_arena(segment), project_id), firms);
}

static inline int q_withdraw_left(struct db_segment *segment, int64_t project_id)
{
	return db_add(segment, &queries[Q_WITHDRAW_LEFT],
		db_arg_i64(db_segment_arena(segment), project_id));
}

static inline int q_load_project(
	struct db_segment *segment, int64_t project_id, const char *firms,
	const int64_t *onward_id, const int64_t *application_id)
{
	return db_add(segment, &queries[Q_LOAD_PROJECT],
		db_arg_i64(db_segment_arena(segment), project_id), firms,
		onward_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *onward_id),
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id));
}

static inline int q_describe_project(
	struct db_segment *segment, int64_t project_id, int64_t version, const char *title,
	const char *goal, const char *theme, const char *technology, bool is_research_pilot)
{
	return db_add(segment, &queries[Q_DESCRIBE_PROJECT],
		db_arg_i64(db_segment_arena(segment), project_id),
		db_arg_i64(db_segment_arena(segment), version), title, goal, theme, technology,
		db_arg_bool(is_research_pilot));
}

static inline int q_move_project(
	struct db_segment *segment, int64_t project_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_PROJECT],
		db_arg_i64(db_segment_arena(segment), project_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_touch_project(struct db_segment *segment, int64_t project_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_PROJECT],
		db_arg_i64(db_segment_arena(segment), project_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_insert_onward(
	struct db_segment *segment, int64_t project_id, const char *sent_to,
	const char *sent_to_name, const int64_t *application_id, const char *sent_on,
	int64_t applied_ore)
{
	return db_add(segment, &queries[Q_INSERT_ONWARD],
		db_arg_i64(db_segment_arena(segment), project_id), sent_to, sent_to_name,
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		sent_on, db_arg_i64(db_segment_arena(segment), applied_ore));
}

static inline int q_correct_onward(
	struct db_segment *segment, int64_t onward_id, int64_t project_id, const char *sent_to,
	const char *sent_to_name, const int64_t *application_id, const char *sent_on,
	int64_t applied_ore, const char *outcome, const int64_t *granted_ore,
	const char *answered_on, const char *reason)
{
	return db_add(segment, &queries[Q_CORRECT_ONWARD],
		db_arg_i64(db_segment_arena(segment), onward_id),
		db_arg_i64(db_segment_arena(segment), project_id), sent_to, sent_to_name,
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		sent_on, db_arg_i64(db_segment_arena(segment), applied_ore), outcome,
		granted_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *granted_ore),
		answered_on, reason);
}

static inline int q_answer_onward(
	struct db_segment *segment, int64_t onward_id, int64_t project_id, const char *outcome,
	int64_t granted_ore, const char *answered_on)
{
	return db_add(segment, &queries[Q_ANSWER_ONWARD],
		db_arg_i64(db_segment_arena(segment), onward_id),
		db_arg_i64(db_segment_arena(segment), project_id), outcome,
		db_arg_i64(db_segment_arena(segment), granted_ore), answered_on);
}

static inline int q_invitation_document(struct db_segment *segment, int64_t invitation_id)
{
	return db_add(segment, &queries[Q_INVITATION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), invitation_id));
}

static inline int q_reply_invitation(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t invitation_id)
{
	return db_add(segment, &queries[Q_REPLY_INVITATION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), invitation_id));
}

static inline int q_list_invitations(
	struct db_segment *segment, const int64_t *project_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_INVITATIONS],
		project_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *project_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_invitation(
	struct db_segment *segment, int64_t project_id, const char *orgnr)
{
	return db_add(segment, &queries[Q_LOAD_NEW_INVITATION],
		db_arg_i64(db_segment_arena(segment), project_id), orgnr);
}

static inline int q_insert_invitation(
	struct db_segment *segment, int64_t id, int64_t project_id, int64_t firm_id,
	const char *message)
{
	return db_add(segment, &queries[Q_INSERT_INVITATION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), project_id),
		db_arg_i64(db_segment_arena(segment), firm_id), message);
}

static inline int q_load_invitation(struct db_segment *segment, int64_t invitation_id)
{
	return db_add(segment, &queries[Q_LOAD_INVITATION],
		db_arg_i64(db_segment_arena(segment), invitation_id));
}

static inline int q_accept_invitation(
	struct db_segment *segment, int64_t invitation_id, int64_t version, const char *consent_by,
	const char *consent_on)
{
	return db_add(segment, &queries[Q_ACCEPT_INVITATION],
		db_arg_i64(db_segment_arena(segment), invitation_id),
		db_arg_i64(db_segment_arena(segment), version), consent_by, consent_on);
}

static inline int q_close_invitation(
	struct db_segment *segment, int64_t invitation_id, int64_t version, const char *state,
	const char *decline_reason)
{
	return db_add(segment, &queries[Q_CLOSE_INVITATION],
		db_arg_i64(db_segment_arena(segment), invitation_id),
		db_arg_i64(db_segment_arena(segment), version), state, decline_reason);
}

static inline int q_act_as_public(
	struct db_segment *segment, const char *county, const int64_t *call_id)
{
	return db_add(segment, &queries[Q_ACT_AS_PUBLIC],
		county, call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id));
}

static inline int q_list_public_calls(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PUBLIC_CALLS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_public_call(struct db_segment *segment, int64_t call_id)
{
	return db_add(segment, &queries[Q_PUBLIC_CALL],
		db_arg_i64(db_segment_arena(segment), call_id));
}

static inline int q_load_pre_check(
	struct db_segment *segment, int64_t call_id, const char *kind, const char *orgnr,
	const char *municipality_no, const int64_t *employees)
{
	return db_add(segment, &queries[Q_LOAD_PRE_CHECK],
		db_arg_i64(db_segment_arena(segment), call_id), kind, orgnr, municipality_no,
		employees == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *employees));
}

static inline int q_order_by_index(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_ORDER_BY_INDEX], 0, NULL);
}

static inline int q_report_payments(
	struct db_segment *segment, const char *since, const char *until,
	const int64_t *programme_id, const int64_t *funding_line_id, const int64_t *applicant_id,
	const char *municipality, const int64_t *stage)
{
	return db_add(segment, &queries[Q_REPORT_PAYMENTS],
		since, until,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		funding_line_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *funding_line_id),
		applicant_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *applicant_id),
		municipality, stage == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *stage));
}

static inline int q_report_copayments(
	struct db_segment *segment, const char *since, const char *until, const char *as_of,
	const int64_t *programme_id)
{
	return db_add(segment, &queries[Q_REPORT_COPAYMENTS],
		since, until, as_of,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id));
}

static inline int q_result_document(struct db_segment *segment, int64_t result_id)
{
	return db_add(segment, &queries[Q_RESULT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), result_id));
}

static inline int q_reply_result(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t result_id)
{
	return db_add(segment, &queries[Q_REPLY_RESULT],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), result_id));
}

static inline int q_list_results(
	struct db_segment *segment, const int64_t *enrolment_id, const int64_t *programme_id,
	const int64_t *hub_id, const char *orgnr, const char *theme, const char *measured,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_RESULTS],
		enrolment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *enrolment_id),
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id), orgnr,
		theme, measured,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_stories(struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_STORIES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_result(struct db_segment *segment, int64_t enrolment_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_RESULT],
		db_arg_i64(db_segment_arena(segment), enrolment_id));
}

static inline int q_insert_result(
	struct db_segment *segment, int64_t id, int64_t enrolment_id, int32_t stage,
	const char *found, const char *done, const int64_t *cost_ore, const char *theme)
{
	return db_add(segment, &queries[Q_INSERT_RESULT],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), enrolment_id),
		db_arg_i64(db_segment_arena(segment), stage), found, done,
		cost_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *cost_ore), theme);
}

static inline int q_load_result(struct db_segment *segment, int64_t result_id)
{
	return db_add(segment, &queries[Q_LOAD_RESULT],
		db_arg_i64(db_segment_arena(segment), result_id));
}

static inline int q_revise_result(
	struct db_segment *segment, int64_t result_id, int64_t version, const char *found,
	const char *done, const int64_t *cost_ore, const char *theme)
{
	return db_add(segment, &queries[Q_REVISE_RESULT],
		db_arg_i64(db_segment_arena(segment), result_id),
		db_arg_i64(db_segment_arena(segment), version), found, done,
		cost_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *cost_ore), theme);
}

static inline int q_touch_result(struct db_segment *segment, int64_t result_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_RESULT],
		db_arg_i64(db_segment_arena(segment), result_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_insert_measurement(
	struct db_segment *segment, int64_t result_id, int32_t months, const char *on_day,
	const int64_t *effect_ore, const int32_t *effect_bp, const char *unit, const char *how,
	const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_MEASUREMENT],
		db_arg_i64(db_segment_arena(segment), result_id),
		db_arg_i64(db_segment_arena(segment), months), on_day,
		effect_ore == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *effect_ore),
		effect_bp == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *effect_bp), unit,
		how, reason);
}

static inline int q_tell_story(
	struct db_segment *segment, int64_t result_id, int64_t version, const char *story,
	const char *consent_by, const char *consent_on)
{
	return db_add(segment, &queries[Q_TELL_STORY],
		db_arg_i64(db_segment_arena(segment), result_id),
		db_arg_i64(db_segment_arena(segment), version), story, consent_by, consent_on);
}

static inline int q_list_retention_classes(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_RETENTION_CLASSES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_retention_due(
	struct db_segment *segment, const char *on_day, const char *is_due, const int64_t *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_RETENTION_DUE],
		on_day, is_due,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_legal_hold_document(struct db_segment *segment, int64_t legal_hold_id)
{
	return db_add(segment, &queries[Q_LEGAL_HOLD_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), legal_hold_id));
}

static inline int q_reply_legal_hold(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t legal_hold_id)
{
	return db_add(segment, &queries[Q_REPLY_LEGAL_HOLD],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), legal_hold_id));
}

static inline int q_list_legal_holds(
	struct db_segment *segment, const int64_t *application_id, const char *state,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LEGAL_HOLDS],
		application_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *application_id),
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_legal_hold(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LOAD_NEW_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_insert_legal_hold(
	struct db_segment *segment, int64_t id, int64_t application_id, const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id), reason);
}

static inline int q_load_legal_hold(struct db_segment *segment, int64_t legal_hold_id)
{
	return db_add(segment, &queries[Q_LOAD_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), legal_hold_id));
}

static inline int q_ask_to_lift_legal_hold(
	struct db_segment *segment, int64_t id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_ASK_TO_LIFT_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_settle_legal_hold(
	struct db_segment *segment, int64_t id, int64_t version, const char *state,
	const char *settlement)
{
	return db_add(segment, &queries[Q_SETTLE_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), version), state, settlement);
}

static inline int q_settle_lift_of_legal_hold(
	struct db_segment *segment, int64_t id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_SETTLE_LIFT_OF_LEGAL_HOLD],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_destruction_document(struct db_segment *segment, int64_t destruction_id)
{
	return db_add(segment, &queries[Q_DESTRUCTION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), destruction_id));
}

static inline int q_reply_destruction(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t destruction_id)
{
	return db_add(segment, &queries[Q_REPLY_DESTRUCTION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), destruction_id));
}

static inline int q_list_destructions(
	struct db_segment *segment, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_DESTRUCTIONS],
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_destruction(struct db_segment *segment, const char *applications)
{
	return db_add(segment, &queries[Q_LOAD_NEW_DESTRUCTION], applications);
}

static inline int q_insert_destruction(struct db_segment *segment, int64_t id, const char *reason)
{
	return db_add(segment, &queries[Q_INSERT_DESTRUCTION],
		db_arg_i64(db_segment_arena(segment), id), reason);
}

static inline int q_list_for_destruction(
	struct db_segment *segment, int64_t id, const char *applications)
{
	return db_add(segment, &queries[Q_LIST_FOR_DESTRUCTION],
		db_arg_i64(db_segment_arena(segment), id), applications);
}

static inline int q_load_destruction(struct db_segment *segment, int64_t destruction_id)
{
	return db_add(segment, &queries[Q_LOAD_DESTRUCTION],
		db_arg_i64(db_segment_arena(segment), destruction_id));
}

static inline int q_decide_destruction(
	struct db_segment *segment, int64_t id, int64_t version, const char *state,
	const char *decision)
{
	return db_add(segment, &queries[Q_DECIDE_DESTRUCTION],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), version), state, decision);
}

static inline int q_spare_cases(struct db_segment *segment, int64_t id, const char *outcome)
{
	return db_add(segment, &queries[Q_SPARE_CASES],
		db_arg_i64(db_segment_arena(segment), id), outcome);
}

static inline int q_reversal_document(struct db_segment *segment, int64_t reversal_id)
{
	return db_add(segment, &queries[Q_REVERSAL_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), reversal_id));
}

static inline int q_reply_reversal(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t reversal_id)
{
	return db_add(segment, &queries[Q_REPLY_REVERSAL],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), reversal_id));
}

static inline int q_list_reversals(struct db_segment *segment, int64_t application_id)
{
	return db_add(segment, &queries[Q_LIST_REVERSALS],
		db_arg_i64(db_segment_arena(segment), application_id));
}

static inline int q_load_new_reversal(
	struct db_segment *segment, int64_t application_id, bool whole, bool tells,
	const char *ground)
{
	return db_add(segment, &queries[Q_LOAD_NEW_REVERSAL],
		db_arg_i64(db_segment_arena(segment), application_id), db_arg_bool(whole),
		db_arg_bool(tells), ground);
}

static inline int q_insert_reversal(
	struct db_segment *segment, int64_t id, int64_t application_id, int64_t decision_id,
	const char *ground, const char *provision, const char *superior,
	const char *superior_reference, const char *superior_on, const char *outcome,
	int64_t amount_ore, const int32_t *year, const char *conditions, const char *grounds,
	const char *open_appeal)
{
	return db_add(segment, &queries[Q_INSERT_REVERSAL],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), application_id),
		db_arg_i64(db_segment_arena(segment), decision_id), ground, provision, superior,
		superior_reference, superior_on, outcome,
		db_arg_i64(db_segment_arena(segment), amount_ore),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year), conditions,
		grounds, open_appeal);
}

static inline int q_load_reversal(
	struct db_segment *segment, int64_t reversal_id, bool whole, bool tells)
{
	return db_add(segment, &queries[Q_LOAD_REVERSAL],
		db_arg_i64(db_segment_arena(segment), reversal_id), db_arg_bool(whole),
		db_arg_bool(tells));
}

static inline int q_settle_reversal(
	struct db_segment *segment, int64_t reversal_id, int64_t version, const char *state,
	const char *reason, const int64_t *new_decision_id)
{
	return db_add(segment, &queries[Q_SETTLE_REVERSAL],
		db_arg_i64(db_segment_arena(segment), reversal_id),
		db_arg_i64(db_segment_arena(segment), version), state, reason,
		new_decision_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *new_decision_id));
}

static inline int q_follow_reversal(struct db_segment *segment, int64_t reversal_id)
{
	return db_add(segment, &queries[Q_FOLLOW_REVERSAL],
		db_arg_i64(db_segment_arena(segment), reversal_id));
}

static inline int q_drop_decision(struct db_segment *segment, int64_t reversal_id)
{
	return db_add(segment, &queries[Q_DROP_DECISION],
		db_arg_i64(db_segment_arena(segment), reversal_id));
}

static inline int q_take_back_grant(
	struct db_segment *segment, int64_t grant_id, int64_t reversal_id)
{
	return db_add(segment, &queries[Q_TAKE_BACK_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), reversal_id));
}

static inline int q_sampling_document(struct db_segment *segment, int64_t sampling_id)
{
	return db_add(segment, &queries[Q_SAMPLING_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), sampling_id));
}

static inline int q_reply_sampling(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t sampling_id)
{
	return db_add(segment, &queries[Q_REPLY_SAMPLING],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), sampling_id));
}

static inline int q_list_samplings(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_SAMPLINGS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id), state,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_sampling(
	struct db_segment *segment, int64_t programme_id, const char *hub_orgnr,
	const char *period_from, const char *period_to)
{
	return db_add(segment, &queries[Q_LOAD_NEW_SAMPLING],
		db_arg_i64(db_segment_arena(segment), programme_id), hub_orgnr, period_from,
		period_to);
}

static inline int q_insert_sampling(
	struct db_segment *segment, int64_t id, int64_t programme_id, int64_t hub_id,
	const char *title, const char *criteria, const char *period_from, const char *period_to,
	const char *population, int64_t seed)
{
	return db_add(segment, &queries[Q_INSERT_SAMPLING],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), programme_id),
		db_arg_i64(db_segment_arena(segment), hub_id), title, criteria, period_from,
		period_to, population, db_arg_i64(db_segment_arena(segment), seed));
}

static inline int q_insert_sampled_cases(
	struct db_segment *segment, int64_t sampling_id, int64_t hub_id, const char *drawn)
{
	return db_add(segment, &queries[Q_INSERT_SAMPLED_CASES],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), hub_id), drawn);
}

static inline int q_load_sampling(struct db_segment *segment, int64_t sampling_id)
{
	return db_add(segment, &queries[Q_LOAD_SAMPLING],
		db_arg_i64(db_segment_arena(segment), sampling_id));
}

static inline int q_touch_sampling(struct db_segment *segment, int64_t sampling_id, int64_t version)
{
	return db_add(segment, &queries[Q_TOUCH_SAMPLING],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_move_sampling(
	struct db_segment *segment, int64_t sampling_id, int64_t version, const char *state)
{
	return db_add(segment, &queries[Q_MOVE_SAMPLING],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), version), state);
}

static inline int q_note_finding(
	struct db_segment *segment, int64_t sampling_id, int32_t number, const char *finding,
	const char *severity, const char *follow_up, const char *follow_up_by, const char *reason)
{
	return db_add(segment, &queries[Q_NOTE_FINDING],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), number), finding, severity, follow_up,
		follow_up_by, reason);
}

static inline int q_answer_finding(
	struct db_segment *segment, int64_t sampling_id, int32_t number, const char *answer,
	const char *done_on)
{
	return db_add(segment, &queries[Q_ANSWER_FINDING],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), number), answer, done_on);
}

static inline int q_settle_answer(
	struct db_segment *segment, int64_t sampling_id, int32_t number, const char *state,
	const char *reason)
{
	return db_add(segment, &queries[Q_SETTLE_ANSWER],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), number), state, reason);
}

static inline int q_ask_again(
	struct db_segment *segment, int64_t sampling_id, int32_t number, const char *follow_up_by,
	const char *reason)
{
	return db_add(segment, &queries[Q_ASK_AGAIN],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), number), follow_up_by, reason);
}

static inline int q_ask_when_opened(struct db_segment *segment, int64_t sampling_id)
{
	return db_add(segment, &queries[Q_ASK_WHEN_OPENED],
		db_arg_i64(db_segment_arena(segment), sampling_id));
}

static inline int q_close_sampled_case(
	struct db_segment *segment, int64_t sampling_id, int32_t number, const char *followed)
{
	return db_add(segment, &queries[Q_CLOSE_SAMPLED_CASE],
		db_arg_i64(db_segment_arena(segment), sampling_id),
		db_arg_i64(db_segment_arena(segment), number), followed);
}

static inline int q_tell_sampled(struct db_segment *segment, int64_t sampling_id)
{
	return db_add(segment, &queries[Q_TELL_SAMPLED],
		db_arg_i64(db_segment_arena(segment), sampling_id));
}

static inline int q_saved_filter_document(
	struct db_segment *segment, int64_t filter_id, const char *href)
{
	return db_add(segment, &queries[Q_SAVED_FILTER_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), filter_id), href);
}

static inline int q_reply_saved_filter(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t filter_id,
	const char *href)
{
	return db_add(segment, &queries[Q_REPLY_SAVED_FILTER],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), filter_id), href);
}

static inline int q_list_saved_filters(
	struct db_segment *segment, const char *operation, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_SAVED_FILTERS],
		operation, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_saved_filter(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_LOAD_NEW_SAVED_FILTER], 0, NULL);
}

static inline int q_load_saved_filter(struct db_segment *segment, int64_t filter_id)
{
	return db_add(segment, &queries[Q_LOAD_SAVED_FILTER],
		db_arg_i64(db_segment_arena(segment), filter_id));
}

static inline int q_insert_saved_filter(
	struct db_segment *segment, int64_t id, const char *name, const char *operation,
	const char *query, bool is_shared)
{
	return db_add(segment, &queries[Q_INSERT_SAVED_FILTER],
		db_arg_i64(db_segment_arena(segment), id), name, operation, query,
		db_arg_bool(is_shared));
}

static inline int q_change_saved_filter(
	struct db_segment *segment, int64_t filter_id, int64_t version, const char *name,
	const char *operation, const char *query, bool is_shared)
{
	return db_add(segment, &queries[Q_CHANGE_SAVED_FILTER],
		db_arg_i64(db_segment_arena(segment), filter_id),
		db_arg_i64(db_segment_arena(segment), version), name, operation, query,
		db_arg_bool(is_shared));
}

static inline int q_discard_saved_filter(
	struct db_segment *segment, int64_t filter_id, int64_t version)
{
	return db_add(segment, &queries[Q_DISCARD_SAVED_FILTER],
		db_arg_i64(db_segment_arena(segment), filter_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_schemes(struct db_segment *segment, const char *orgnr, const char *language)
{
	return db_add(segment, &queries[Q_SCHEMES], orgnr, language);
}

static inline int q_search_cases(
	struct db_segment *segment, const char *terms, const char *state, const int64_t *call_id,
	const char *caseworker, const int64_t *year, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_SEARCH_CASES],
		terms, state,
		call_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *call_id),
		caseworker, year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year),
		after, db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_network_document(struct db_segment *segment, int64_t network_id)
{
	return db_add(segment, &queries[Q_NETWORK_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), network_id));
}

static inline int q_reply_network(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t network_id)
{
	return db_add(segment, &queries[Q_REPLY_NETWORK],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), network_id));
}

static inline int q_list_networks(
	struct db_segment *segment, const char *state, const char *trade, const int64_t *hub_id,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_NETWORKS],
		state, trade,
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_network(struct db_segment *segment)
{
	return db_add_params(segment, &queries[Q_LOAD_NEW_NETWORK], 0, NULL);
}

static inline int q_insert_network(
	struct db_segment *segment, int64_t id, const char *title, const char *trade,
	const char *description)
{
	return db_add(segment, &queries[Q_INSERT_NETWORK],
		db_arg_i64(db_segment_arena(segment), id), title, trade, description);
}

static inline int q_load_network(
	struct db_segment *segment, int64_t network_id, const char *session)
{
	return db_add(segment, &queries[Q_LOAD_NETWORK],
		db_arg_i64(db_segment_arena(segment), network_id), session);
}

static inline int q_change_network(
	struct db_segment *segment, int64_t network_id, int64_t version, const char *title,
	const char *trade, const char *description)
{
	return db_add(segment, &queries[Q_CHANGE_NETWORK],
		db_arg_i64(db_segment_arena(segment), network_id),
		db_arg_i64(db_segment_arena(segment), version), title, trade, description);
}

static inline int q_end_network(struct db_segment *segment, int64_t network_id, int64_t version)
{
	return db_add(segment, &queries[Q_END_NETWORK],
		db_arg_i64(db_segment_arena(segment), network_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_session_document(struct db_segment *segment, int64_t session_id)
{
	return db_add(segment, &queries[Q_SESSION_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_reply_session(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t session_id)
{
	return db_add(segment, &queries[Q_REPLY_SESSION],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_list_sessions(
	struct db_segment *segment, const char *first_on, const char *last_on,
	const int64_t *cohort_id, const int64_t *network_id, const int64_t *enrolment_id,
	const char *networks, const char *state, const int64_t *programme_id,
	const int64_t *hub_id, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_SESSIONS],
		first_on, last_on,
		cohort_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *cohort_id),
		network_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *network_id),
		enrolment_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *enrolment_id),
		networks, state,
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id), after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_insert_session(
	struct db_segment *segment, int64_t id, const char *case_kind, int64_t case_id,
	const char *content)
{
	return db_add(segment, &queries[Q_INSERT_SESSION],
		db_arg_i64(db_segment_arena(segment), id), case_kind,
		db_arg_i64(db_segment_arena(segment), case_id), content);
}

static inline int q_load_interview(
	struct db_segment *segment, int64_t enrolment_id, const char *session)
{
	return db_add(segment, &queries[Q_LOAD_INTERVIEW],
		db_arg_i64(db_segment_arena(segment), enrolment_id), session);
}

static inline int q_load_session(
	struct db_segment *segment, int64_t session_id, const char *session,
	const char *attendance)
{
	return db_add(segment, &queries[Q_LOAD_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id), session, attendance);
}

static inline int q_change_session(
	struct db_segment *segment, int64_t session_id, int64_t version, const char *content)
{
	return db_add(segment, &queries[Q_CHANGE_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), version), content);
}

static inline int q_hold_session(
	struct db_segment *segment, int64_t session_id, int64_t version, int32_t held_minutes)
{
	return db_add(segment, &queries[Q_HOLD_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), held_minutes));
}

static inline int q_correct_session(
	struct db_segment *segment, int64_t session_id, int64_t version, int32_t held_minutes)
{
	return db_add(segment, &queries[Q_CORRECT_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), version),
		db_arg_i64(db_segment_arena(segment), held_minutes));
}

static inline int q_reopen_session(
	struct db_segment *segment, int64_t session_id, int64_t version, const char *reason)
{
	return db_add(segment, &queries[Q_REOPEN_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), version), reason);
}

static inline int q_cancel_session(struct db_segment *segment, int64_t session_id, int64_t version)
{
	return db_add(segment, &queries[Q_CANCEL_SESSION],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_enter_attendance(
	struct db_segment *segment, int64_t session_id, const char *attendance)
{
	return db_add(segment, &queries[Q_ENTER_ATTENDANCE],
		db_arg_i64(db_segment_arena(segment), session_id), attendance);
}

static inline int q_tell_session(struct db_segment *segment, const char *topic, int64_t session_id)
{
	return db_add(segment, &queries[Q_TELL_SESSION],
		topic, db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_feedback_document(struct db_segment *segment, int64_t session_id)
{
	return db_add(segment, &queries[Q_FEEDBACK_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_reply_feedback(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, int64_t session_id)
{
	return db_add(segment, &queries[Q_REPLY_FEEDBACK],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		db_arg_i64(db_segment_arena(segment), session_id));
}

static inline int q_network_feedback(struct db_segment *segment, int64_t network_id)
{
	return db_add(segment, &queries[Q_NETWORK_FEEDBACK],
		db_arg_i64(db_segment_arena(segment), network_id));
}

static inline int q_give_feedback(
	struct db_segment *segment, int64_t session_id, int32_t score, const char *comment)
{
	return db_add(segment, &queries[Q_GIVE_FEEDBACK],
		db_arg_i64(db_segment_arena(segment), session_id),
		db_arg_i64(db_segment_arena(segment), score), comment);
}

static inline int q_grant_settlement_document(struct db_segment *segment, int64_t grant_id)
{
	return db_add(segment, &queries[Q_GRANT_SETTLEMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), grant_id));
}

static inline int q_prepare_grant_settlement(
	struct db_segment *segment, int64_t grant_id, const char *assessment)
{
	return db_add(segment, &queries[Q_PREPARE_GRANT_SETTLEMENT],
		db_arg_i64(db_segment_arena(segment), grant_id), assessment);
}

static inline int q_answer_grant_settlement(
	struct db_segment *segment, int64_t grant_id, const char *state, const char *return_reason)
{
	return db_add(segment, &queries[Q_ANSWER_GRANT_SETTLEMENT],
		db_arg_i64(db_segment_arena(segment), grant_id), state, return_reason);
}

static inline int q_renew_grant(struct db_segment *segment, int64_t grant_id, int64_t version)
{
	return db_add(segment, &queries[Q_RENEW_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_settle_grant(struct db_segment *segment, int64_t grant_id, int64_t version)
{
	return db_add(segment, &queries[Q_SETTLE_GRANT],
		db_arg_i64(db_segment_arena(segment), grant_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_setup_change_document(struct db_segment *segment, int64_t setup_change_id)
{
	return db_add(segment, &queries[Q_SETUP_CHANGE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), setup_change_id));
}

static inline int q_reply_setup_change(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t setup_change_id)
{
	return db_add(segment, &queries[Q_REPLY_SETUP_CHANGE],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), setup_change_id));
}

static inline int q_list_setup_changes(
	struct db_segment *segment, const char *state, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_SETUP_CHANGES],
		state, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_setup_proposal(struct db_segment *segment, const char *content)
{
	return db_add(segment, &queries[Q_LOAD_SETUP_PROPOSAL], content);
}

static inline int q_insert_setup_change(
	struct db_segment *segment, int64_t id, const char *kind, const char *title,
	const char *content)
{
	return db_add(segment, &queries[Q_INSERT_SETUP_CHANGE],
		db_arg_i64(db_segment_arena(segment), id), kind, title, content);
}

static inline int q_decide_setup_change(
	struct db_segment *segment, int64_t id, int64_t version, const char *state,
	const int64_t *target_id, const char *reason)
{
	return db_add(segment, &queries[Q_DECIDE_SETUP_CHANGE],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), version), state,
		target_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *target_id),
		reason);
}

static inline int q_insert_programme(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_PROGRAMME],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_programme_change(
	struct db_segment *segment, int64_t programme_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_PROGRAMME_CHANGE],
		db_arg_i64(db_segment_arena(segment), programme_id), content);
}

static inline int q_insert_stage_graph(
	struct db_segment *segment, int64_t programme_id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_STAGE_GRAPH],
		db_arg_i64(db_segment_arena(segment), programme_id), content);
}

static inline int q_insert_legal_basis(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_LEGAL_BASIS],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_funding_line(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_FUNDING_LINE],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_appropriation(
	struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_APPROPRIATION],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_post_appropriations(
	struct db_segment *segment, int64_t funding_line_id, const char *content)
{
	return db_add(segment, &queries[Q_POST_APPROPRIATIONS],
		db_arg_i64(db_segment_arena(segment), funding_line_id), content);
}

static inline int q_insert_money_move(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_MONEY_MOVE],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_post_money_move(struct db_segment *segment, int64_t id)
{
	return db_add(segment, &queries[Q_POST_MONEY_MOVE],
		db_arg_i64(db_segment_arena(segment), id));
}

static inline int q_insert_delegation(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_DELEGATION],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_body(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_BODY],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_body_members(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_BODY_MEMBERS],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_role_assignment(
	struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_ROLE_ASSIGNMENT],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_rule_param(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_RULE_PARAM],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_bank_account(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_BANK_ACCOUNT],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_hub_area(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_HUB_AREA],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_instrument(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_INSTRUMENT],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_leader(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_LEADER],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_letterhead(struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_LETTERHEAD],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_insert_retention_class(
	struct db_segment *segment, int64_t id, const char *content)
{
	return db_add(segment, &queries[Q_INSERT_RETENTION_CLASS],
		db_arg_i64(db_segment_arena(segment), id), content);
}

static inline int q_load_setup_change(struct db_segment *segment, int64_t setup_change_id)
{
	return db_add(segment, &queries[Q_LOAD_SETUP_CHANGE],
		db_arg_i64(db_segment_arena(segment), setup_change_id));
}

static inline int q_programme_document(
	struct db_segment *segment, int64_t programme_id, const char *language)
{
	return db_add(segment, &queries[Q_PROGRAMME_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), programme_id), language);
}

static inline int q_list_programmes(
	struct db_segment *segment, const char *language, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_PROGRAMMES],
		language, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_stage_graph_document(
	struct db_segment *segment, int64_t programme_id, int64_t number, const char *language)
{
	return db_add(segment, &queries[Q_STAGE_GRAPH_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), programme_id),
		db_arg_i64(db_segment_arena(segment), number), language);
}

static inline int q_list_legal_bases(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LEGAL_BASES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_funding_line_document(struct db_segment *segment, int64_t funding_line_id)
{
	return db_add(segment, &queries[Q_FUNDING_LINE_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), funding_line_id));
}

static inline int q_list_funding_lines(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_FUNDING_LINES],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_money_moves(
	struct db_segment *segment, const int64_t *funding_line_id, const int64_t *year,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_MONEY_MOVES],
		funding_line_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *funding_line_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_rule_params(
	struct db_segment *segment, const char *on_date, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_RULE_PARAMS],
		on_date, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_bank_accounts(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_BANK_ACCOUNTS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_role_assignments(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_ROLE_ASSIGNMENTS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_hub_areas(
	struct db_segment *segment, const char *on_date, const char *municipality,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_HUB_AREAS],
		on_date, municipality,
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_leaders(
	struct db_segment *segment, const int64_t *person_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LEADERS],
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_letterheads(
	struct db_segment *segment, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_LETTERHEADS],
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_responsible_hub_document(
	struct db_segment *segment, const char *municipality, const char *orgnr)
{
	return db_add(segment, &queries[Q_RESPONSIBLE_HUB_DOCUMENT], municipality, orgnr);
}

static inline int q_list_instruments(
	struct db_segment *segment, const char *kind, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_INSTRUMENTS],
		kind, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_instrument_document(struct db_segment *segment, int64_t instrument_id)
{
	return db_add(segment, &queries[Q_INSTRUMENT_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), instrument_id));
}

static inline int q_me(
	struct db_segment *segment, const char *iss, const char *subject, bool is_client)
{
	return db_add(segment, &queries[Q_ME], iss, subject, db_arg_bool(is_client));
}

static inline int q_search_organisations(
	struct db_segment *segment, const char *q, const char *municipality, const char *after,
	int64_t limit)
{
	return db_add(segment, &queries[Q_SEARCH_ORGANISATIONS],
		q, municipality, after, db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_organisation_document(struct db_segment *segment, const char *orgnr)
{
	return db_add(segment, &queries[Q_ORGANISATION_DOCUMENT], orgnr);
}

static inline int q_standin_document(struct db_segment *segment, int64_t standin_id)
{
	return db_add(segment, &queries[Q_STANDIN_DOCUMENT],
		db_arg_i64(db_segment_arena(segment), standin_id));
}

static inline int q_reply_standin(
	struct db_segment *segment, const char *operation, const char *key,
	const char *fingerprint, int32_t status, const char *location, int64_t standin_id)
{
	return db_add(segment, &queries[Q_REPLY_STANDIN],
		operation, key, fingerprint, db_arg_i64(db_segment_arena(segment), status),
		location, db_arg_i64(db_segment_arena(segment), standin_id));
}

static inline int q_list_standins(
	struct db_segment *segment, const int64_t *person_id, const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_STANDINS],
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id),
		after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_load_new_standin(
	struct db_segment *segment, const int64_t *person_id, int64_t standin_id, const char *role,
	const char *starts_on, const char *ends_on)
{
	return db_add(segment, &queries[Q_LOAD_NEW_STANDIN],
		person_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *person_id),
		db_arg_i64(db_segment_arena(segment), standin_id), role, starts_on, ends_on);
}

static inline int q_insert_standin(
	struct db_segment *segment, int64_t id, int64_t person_id, int64_t standin_id,
	const char *role, const char *starts_on, const char *ends_on)
{
	return db_add(segment, &queries[Q_INSERT_STANDIN],
		db_arg_i64(db_segment_arena(segment), id),
		db_arg_i64(db_segment_arena(segment), person_id),
		db_arg_i64(db_segment_arena(segment), standin_id), role, starts_on, ends_on);
}

static inline int q_load_standin(struct db_segment *segment, int64_t standin_id)
{
	return db_add(segment, &queries[Q_LOAD_STANDIN],
		db_arg_i64(db_segment_arena(segment), standin_id));
}

static inline int q_end_standin(struct db_segment *segment, int64_t standin_id, int64_t version)
{
	return db_add(segment, &queries[Q_END_STANDIN],
		db_arg_i64(db_segment_arena(segment), standin_id),
		db_arg_i64(db_segment_arena(segment), version));
}

static inline int q_list_tasks(
	struct db_segment *segment, const char *whose, const char *operation, const char *overdue,
	const char *deciding, const char *language, const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_TASKS],
		whose, operation, overdue, deciding, language, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_list_timeline(
	struct db_segment *segment, int64_t application_id, const char *language,
	const char *after, int64_t limit)
{
	return db_add(segment, &queries[Q_LIST_TIMELINE],
		db_arg_i64(db_segment_arena(segment), application_id), language, after,
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_funnel(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const int64_t *year)
{
	return db_add(segment, &queries[Q_FUNNEL],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year));
}

static inline int q_funnel_table(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const int64_t *year)
{
	return db_add(segment, &queries[Q_FUNNEL_TABLE],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year));
}

static inline int q_funnel_firms(
	struct db_segment *segment, const int64_t *programme_id, const int64_t *hub_id,
	const int64_t *year, const int64_t *stage, const char *mobilisation, const char *figure,
	const int64_t *after, int64_t limit)
{
	return db_add(segment, &queries[Q_FUNNEL_FIRMS],
		programme_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *programme_id),
		hub_id == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *hub_id),
		year == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *year),
		stage == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *stage), mobilisation,
		figure, after == NULL ? NULL : db_arg_i64(db_segment_arena(segment), *after),
		db_arg_i64(db_segment_arena(segment), limit));
}

static inline int q_umbrella(struct db_segment *segment, int64_t programme_id)
{
	return db_add(segment, &queries[Q_UMBRELLA],
		db_arg_i64(db_segment_arena(segment), programme_id));
}

#endif
