-- Row-level security: who sees and changes which rows, whatever the daemon forgets. Re-run after every migration.
-- Default deny: a table that is not named here is closed, and tests/db/matrix.csv says by hand what must come out.
-- trinn_api never writes guards, audit_events, postings, balances, idempotency_keys, number_series: functions of
-- trinn_definer do.

-- Words the predicates below are made of; {word} stands for another one. What is asked of the caller alone is put into
-- coalesce(), of which the planner expects half of the rows; of a comparison with a setting it expects one in two
-- hundred, of two such one in forty thousand, and then it sorts a million rows rather than walk an index.
create temp table words (word text primary key, meaning text not null) on commit drop;
insert into words values
	('anyone', $$ trinn.caller_county() is not null $$),
	('county', $$ county_id = trinn.caller_county() $$),
	('staff', $$ {county} and coalesce(trinn.caller_kind() = 'county', false) $$),
	('admin', $$ {staff} and coalesce(trinn.caller_role() = 'county_admin', false) $$),
	-- Who works on cases: not the steering group, which sees what is on an agenda, nor the administrator, who sees the
	-- set-up.
	('cases', $$ {staff} and coalesce(trinn.caller_role() in ('caseworker', 'decision_maker', 'programme_lead',
		'secretary', 'attestant', 'releaser', 'finance', 'archivist', 'auditor'), false) $$),
	-- The county's own thoughts on a case are no part of its money.
	('assessing', $$ {staff} and coalesce(trinn.caller_role() in ('caseworker', 'decision_maker', 'programme_lead',
		'secretary', 'archivist', 'auditor'), false) $$),
	('paying', $$ {staff}
		and coalesce(trinn.caller_role() in ('attestant', 'releaser', 'finance', 'auditor'), false) $$),
	('sending', $$ {staff} and coalesce(trinn.caller_role() in ('releaser', 'finance', 'auditor'), false) $$),
	-- A member of the steering group sees what is put before them.
	('member', $$ {staff} and coalesce(trinn.caller_role() = 'steering_member', false) $$),
	('shown', $$ {member} and application_id = any (array(select trinn.shown_applications())) $$), -- asked once for all rows
	('set-up', $$ {staff} and coalesce(trinn.caller_role() in ('county_admin', 'auditor'), false) $$),
	('accounting', $$ {staff}
		and coalesce(trinn.caller_role() in ('finance', 'county_admin', 'auditor'), false) $$),
	('owner', $$ {county} and applicant_id = trinn.caller_org()
		and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	('party', $$ ({cases} or {owner}) $$),
	-- Who entered an application on the applicant's behalf.
	('entered', $$ {county} and coalesce(entered_by = trinn.caller_person() and case when entered_from is null
		then trinn.caller_role() = 'caseworker' else trinn.caller_role() = 'hub_signatory' and entered_from = trinn.caller_org() end, false) $$),
	-- And of a hub goes on answering for the applicant: asked once for all rows.
	('answering', $$ {county} and coalesce(trinn.caller_role() = 'hub_signatory', false)
		and application_id = any ((select trinn.entered_for())::bigint[]) $$),
	-- Who makes an application together with its applicant.
	('partner', $$ {county} and organisation_id = trinn.caller_org() and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	-- And wants it settled whether somebody is disqualified from it.
	('demanding', $$ {county} and demanded_by = trinn.caller_org() and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	-- And has confirmed its part: asked once for all rows.
	('standing', $$ {county} and coalesce(trinn.caller_kind() in ('hub', 'firm'), false)
		and application_id = any ((select trinn.stood_by())::bigint[]) $$),
	-- Or had, until it left: then it reads what was decided by then.
	('stood', $$ {county} and coalesce(trinn.caller_kind() in ('hub', 'firm'), false)
		and application_id = any ((select trinn.ever_stood_by())::bigint[]) $$),
	('left', $$ {county} and coalesce(trinn.caller_kind() in ('hub', 'firm'), false)
		and id = any ((select trinn.decisions_left())::bigint[]) $$),
	-- And appeals by itself.
	('appealing', $$ {county} and partner_id = trinn.caller_org() and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	-- Programme delivery: the hub that follows the firm, the firm itself, the fagpartner engaged, and county staff.
	('serving', $$ {county} and hub_id = trinn.caller_org() and coalesce(trinn.caller_kind() = 'hub', false) $$),
	('about', $$ {county} and firm_id = trinn.caller_org() and coalesce(trinn.caller_kind() = 'firm', false) $$),
	('engaged', $$ {county} and partner_id = trinn.caller_org()
		and coalesce(trinn.caller_kind() = 'partner', false) $$),
	('receiving', $$ {county} and to_hub_id = trinn.caller_org() and coalesce(trinn.caller_kind() = 'hub', false) $$),
	('following', $$ {staff} and coalesce(trinn.caller_role() in ('caseworker', 'decision_maker', 'programme_lead',
		'secretary', 'archivist', 'auditor'), false) $$),
	-- Whom a co-payment is owed to: the hub, or the county by its finance.
	('creditor', $$ {county} and creditor_id = trinn.caller_org()
		and coalesce(trinn.caller_kind() = 'hub' or trinn.caller_role() in ('finance', 'auditor'), false) $$),
	('own filter', $$ {county} and person_id = trinn.caller_person() and organisation_id = trinn.caller_org()
		and role = trinn.caller_role() and (not is_shared or coalesce(trinn.caller_kind() = 'county', false)) $$),
	-- Gatherings of networks are open to every firm of the county.
	-- What somebody chooses for themselves, in the organisation they act for.
	('own', $$ {county} and person_id = trinn.caller_person() and organisation_id = trinn.caller_org() $$),
	('any firm', $$ {county} and coalesce(trinn.caller_kind() = 'firm', false) $$);

create temp table reads (tbl text primary key, rows text not null) on commit drop;
insert into reads values
	('organisations', '{anyone}'),
	('counties', '{anyone}'),
	('roles', 'true'),
	('transitions', 'true'),
	('ledger_accounts', 'true'),
	('posting_kinds', 'true'),
	('setup_kinds', 'true'),
	('county_figures', 'true'),
	('competences', 'true'),
	('schema_versions', 'true'),
	('municipalities', 'true'),
	('firms_by_municipality', 'true'),
	('firms_by_industry', 'true'),
	('firms_by_size', 'true'),
	('all_firms_by_size', 'true'),
	('published_totals', 'true'),
	('issuers', 'true'),
	('issuer_keys', 'true'),
	('persons', $$ id = trinn.caller_person() or trinn.caller_kind() = 'county' and trinn.person_known(id) $$),
	('role_assignments', $$ {county} and (trinn.caller_role() in ('county_admin', 'auditor')
		or person_id = trinn.caller_person() or principal_id = trinn.caller_principal()) $$),
	('rule_params', '(county_id is null or {county}) and {anyone}'),
	('guards', $$ {county} and (organisation_id is null or organisation_id = trinn.caller_org()
		or trinn.caller_kind() = 'county' or kind = 'application' and trinn.has_entered(id)) $$),
	('setup_changes', $$ {set-up} or {staff} and trinn.handles_setup(kind) $$),
	('programmes', '{county}'),
	('stages', '{county}'),
	('stage_gates', '{county}'),
	('hub_areas', '{county}'),
	('leaders', '{staff}'),
	('letterheads', '{staff}'),
	('retention_classes', '{staff}'),
	('retention_obstacles', 'true'),
	-- Of a person in a role; what is shown to the others of the role is of the county.
	('saved_filters', $$ {county} and organisation_id = trinn.caller_org() and role = trinn.caller_role()
		and (person_id = trinn.caller_person() or is_shared and coalesce(trinn.caller_kind() = 'county', false)) $$),
	('kept_grounds', 'true'),
	('case_tables', 'true'),
	('case_columns', 'true'),
	('standins', '{staff}'),
	('instruments', '(county_id is null or {county}) and {anyone}'),
	('legal_bases', '{county}'),
	('funding_lines', '{county}'),
	('cost_groups', '{county}'),
	('authorities', '{staff}'),
	('bodies', '{staff}'),
	('meetings', '{assessing} or {member} and trinn.sits_in(id)'),
	('meeting_items', '{assessing} or {member} and trinn.sits_in(meeting_id)'),
	('agenda_items', '{assessing} or {member} and trinn.sits_in(meeting_id)'),
	('attendees', '{assessing} or {member} and trinn.sits_in(meeting_id)'),
	('proposals', '{assessing} or {member} and trinn.sits_in(meeting_id)'),
	('votes', '{assessing} or {member} and trinn.sits_in(trinn.meeting_of(proposal_id))'),
	-- They tell of every case that was on the agenda.
	('minutes', $$ ({assessing} or {member} and trinn.sits_in(meeting_id))
		and (trinn.all_open_to_caller() or trinn.is_wholly_open(meeting_id)) $$),
	('body_members', '{staff}'),
	('appropriations', '{staff}'),
	('notification_kinds', 'true'),
	('notification_settings', '{own}'),
	('address_codes', '{own}'),
	-- How people of a party were told, also to the party: to the county only of its cases. What went to an address to confirm it is
	-- its person's.
	('deliveries', $$ {cases} and application_id is not null or {own} and notification_id is null or {county} and organisation_id = trinn.caller_org()
		and notification_id is not null and coalesce(trinn.caller_kind() in ('hub', 'firm', 'partner'), false) $$),
	('notifications', '{own}'),
	('task_reminders', '{own}'),
	('bank_accounts', $$ {paying} or {admin} or {staff} and coalesce(trinn.caller_role() = 'caseworker', false)
		or {county} and organisation_id = trinn.caller_org() $$),
	('calls', $$ {county} and (state <> 'planned' or trinn.caller_kind() = 'county') $$),
	('call_lines', '{staff} or {county} and trinn.is_announced(call_id)'),
	('forms', $$ {county} and (state = 'approved' or trinn.caller_kind() = 'county') $$),
	('tracks', '{party}'),
	('applications', $$ {cases} and state <> 'draft' or {owner} or {entered} or {member} and id = any (array(select trinn.shown_applications()))
		or {county} and trinn.caller_org() = any (partner_ids) and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	('application_drafts', '{owner} or {county} and trinn.holds_draft(application_id)'),
	('application_partners', '{cases} and trinn.is_sent_partner(application_id, id, asked_at) or {owner} or {partner}'),
	('submissions', '{party} or {county} and trinn.has_entered(application_id) or {shown} or {county} and trinn.is_partner(application_id)'),
	('late_submissions', '{party}'),
	('late_recommendations', '{assessing}'),
	-- That the party is not heard is the county's own (fvl. § 18 a).
	('hearings', $$ {assessing} or {owner} and state <> 'exempt' $$),
	('hearing_grounds', 'true'),
	('recommendations', '{assessing}'),
	('assurances', '{assessing}'),
	-- A decision that is held, and what it grants, is the county's own until it is made known.
	('decisions', '{cases} or ({owner} or {answering} or {standing} or {left}) and released_at is not null'),
	('criteria', '{county}'),
	-- The applicant sees what was decided on, with the decision (fvl. §§ 18, 25), and never who scored what (§ 18 a).
	('evaluations', $$ {assessing} or {shown}
		or {owner} and state in ('ineligible', 'consolidated') and trinn.is_decided_on(id, null) $$),
	('assessors', '{assessing} or {shown}'),
	-- Hidden from all but who gave them until all are in.
	('score_sheets', $$ ({assessing} or {shown})
		and (scored_by = trinn.caller_person() or trinn.scores_are_open(evaluation_id)) $$),
	('consolidations', $$ {assessing} or {shown}
		or {owner} and trinn.is_decided_on(evaluation_id, id) $$),
	('decision_overlaps', '{assessing}'),
	('appeals', '{party} or {appealing}'),
	('appeal_documents', '{party} or {county} and appeal_id = any ((select trinn.own_appeals())::bigint[])'),
	('appeal_periods', '{party} or {answering} or {stood} and trinn.may_read_decision(decision_id)'),
	('reversal_grounds', 'true'),
	('reversals', '{assessing} or {owner} and new_decision_id is not null'),
	-- What is proposed is the county's own until another has confirmed it (fvl. § 18 a).
	('amendment_kinds', 'true'),
	('amendments', '{party} or {county} and id = any ((select trinn.asked_about())::bigint[])'),
	('amendment_proposals', '{assessing}'),
	('appeal_proposals', $$ {assessing} or ({party} or {county} and appeal_id = any ((select trinn.own_appeals())::bigint[])) and state = 'confirmed' $$),
	('condition_kinds', 'true'),
	('decision_conditions', '{cases} or ({owner} or {answering} or {stood}) and trinn.may_read_decision(decision_id)'),
	('grants', '{cases} or ({owner} or {answering} or {standing}) and (accept_by is not null or trinn.may_read_decision(decision_id))'),
	-- A partner reads the grant and what finances it, and its own part of the costs.
	('grant_parts', '{cases} or ({owner} or {answering} or {standing}) and trinn.may_read_grant(grant_id)'),
	('grant_costs', '{cases} or ({owner} or {county} and trinn.answers_for_grant(grant_id)) and trinn.may_read_grant(grant_id)'),
	('grant_partners', '{cases} or ({owner} or {answering} or {partner}) and trinn.may_read_grant(grant_id) or {partner} and left_by is not null'),
	-- What is prepared is the county's own until another has confirmed it.
	('grant_settlements', $$ {cases} or {owner} and state = 'confirmed' $$),
	('grant_changes', '{party}'),
	('claims', '{party}'),
	('claim_parts', '{party}'),
	('claim_costs', '{party}'),
	('payment_lists', '{sending}'),
	('payments', '{party}'),
	('cohorts', '{following} or {serving} or {any firm} and trinn.in_cohort(id)'),
	('cohort_firms', '{following} or {serving} or {about}'),
	('networks', '{following} or {serving} or {any firm}'),
	('sessions', $$ {following} or {serving} or {about} or {engaged}
		or {any firm} and firm_id is null and (network_id is not null or trinn.in_cohort(cohort_id)) $$),
	('attendances', '{following} or {serving} or {about}'),
	('feedback', '{following} or {serving} or {about}'),
	('calendar_feeds', $$ {set-up} or {county} and organisation_id = trinn.caller_org() and kind = trinn.caller_kind() $$),
	-- Administrators put the money into the ledger, who decides must know what is left, and a report of payments is
	-- their postings.
	('balances', $$ {accounting} or {staff}
		and trinn.caller_role() in ('caseworker', 'decision_maker', 'secretary', 'programme_lead') $$),
	('money_moves', $$ {accounting} or {staff}
		and trinn.caller_role() in ('caseworker', 'decision_maker', 'secretary', 'programme_lead') $$),
	('postings', $$ {accounting} or {staff} and kind = 'pay' and trinn.caller_role() in ('programme_lead', 'releaser') $$),
	('copayments', '{following} or {serving} or {about} or {creditor}'),
	('copayment_entries', '{following} or {serving} or {about} or {creditor}'),
	('copayment_reliefs', '{following} or {serving} or {creditor}'),
	('copayment_settlements', '{following} or {serving} or {about} or {creditor}'),
	('copayment_declarations', '{following} or {serving} or {about} or {creditor}'),
	('bank_files', '{creditor}'),
	('bank_entries', '{creditor}'),
	('notice_texts', 'true'),
	('memberships', '{following} or {serving} or {about}'),
	-- Notes of how a firm was approached are its hub's own, and the county's that follows the hub.
	('contacts', '{following} or {serving}'),
	-- The hub that is asked learns of the firm when the firm has said yes, or the county does without.
	('handovers', '{following} or {serving} or {receiving} and num_nonnulls(consent_by, without_consent) > 0 or {about}'),
	-- A draft is whose hand it is in, discarded or not: the interviewer's hub's, or the firm's that answers alone.
	('assessments', $$ state = 'final' and ({following} or {serving} or {about}
			or {county} and handed_to = trinn.caller_org() and coalesce(trinn.caller_kind() = 'hub', false))
		or state <> 'final' and (interviewer_id is not null and {serving} or interviewer_id is null and {about}) $$),
	('enrolments', '{following} or {serving} or {about}'),
	('enrolment_steps', '{following} or {serving} or {about}'),
	('passages', '{following} or {serving}'),
	-- What is the county's own is for who assesses; a draft's, and what is on its way, for who sends it.
	('documents', $$ ({owner} and access = 'party' or ({answering} or {stood}) and access = 'party' and trinn.is_letter_read(id) or {county} and uploader_id = trinn.caller_org() and trinn.has_entered(application_id)
			or ({cases} and access = 'party' or {assessing}
				or {shown} and access = 'party')
			and (application_id is null or not is_unsent and trinn.is_submitted(application_id)))
		and (state <> 'receiving' or uploader_id = trinn.caller_org()) $$),
	('document_chunks', '{county} and trinn.may_open(document_id)'),
	-- A remark is of who assesses, and never the applicant's.
	('messages', '({owner} or {cases}) and not is_internal or {assessing}'),
	('message_documents', '{county} and trinn.may_read_message(message_id)'),
	('media_types', 'true'),
	('scan_advice', 'true'),
	-- What is written within the county is for who assesses; the party reads what it sent and what was sent to it (fvl. §§ 18, 18 a).
	-- Who asks for access to a case is not told to its applicant.
	('journal_posts', $$ {assessing} or ({cases} or {owner} and object_kind not in ('access_request', 'access_decision')) and post_type in ('I', 'U') $$),
	('journal_documents', '{county} and trinn.may_read_post(post_id)'),
	('journal_revisions', '{assessing}'),
	('archive_messages', $$ {staff} and coalesce(trinn.caller_role() in ('archivist', 'auditor'), false) $$),
	-- Why a case is kept beyond its time may be a matter between the county and its party.
	('destructions', $$ {staff} and coalesce(trinn.caller_role() in ('archivist', 'auditor'), false) $$),
	('destruction_items', $$ {staff} and coalesce(trinn.caller_role() in ('archivist', 'auditor'), false) $$),
	('legal_holds', $$ {staff} and coalesce(trinn.caller_role() in ('archivist', 'decision_maker', 'auditor'), false) $$),
	('document_types', 'true'),
	('exemptions', 'true'),
	('party_exemptions', 'true'),
	-- Who asks is a person's own matter: for those who answer, and for the organisation that asked.
	('access_requests', $$ {assessing} or {county} and organisation_id = trinn.caller_org()
		and coalesce(trinn.caller_kind() in ('hub', 'firm'), false) $$),
	('access_items', '{county} and trinn.may_read_access(request_id)'),
	('access_decisions', '{county} and trinn.may_read_access(request_id)'),
	('access_files', '{county} and trinn.may_read_access(request_id)'),
	-- A letter is its party's too, that making it failed the county's to see.
	('letter_kinds', 'true'),
	('letter_texts', 'true'),
	('letter_items', 'true'),
	-- What is told to all parties; what is put to the applicant, or answered to it, is its own.
	('letters', $$ {party} or {answering} or {standing} and trinn.is_for_partners(kind) or {stood} and (trinn.partner_told(letters) = trinn.caller_org()
		or trinn.is_for_partners(kind) and (preliminary_answer_id is not null or trinn.may_read_decision(decision_id))) $$),
	('mailings', '{party} or {partner}'),
	('letter_failures', '{cases}'),
	('answers_on_behalf', '{party} or {answering}'),
	('preliminary_answers', '{party} or {answering}'),
	-- A project is also that of each firm in it: of the shares the one that leads sees all that are agreed, another its own.
	('projects', '{following} or {serving} or trinn.in_project(id)'),
	('project_firms', $$ {following} or {serving} or {about} or {county} and (trinn.follows_in_project(project_id, firm_id)
		or replaced_on is null and trinn.leads_project(project_id)) $$),
	('project_invitations', '{following} or {serving} or {about} or {county} and trinn.follows_in_project(project_id, firm_id)'),
	('onward_applications', '{following} or {serving} or trinn.in_project(project_id)'),
	('onward_corrections', '{following} or {serving} or trinn.in_project(project_id)'),
	('results', '{following} or {serving} or {about}'),
	('measurements', '{following} or {serving} or {about}'),
	-- One that is overdue can hold back a payment.
	('progress_reports', '{cases} or {serving}'),
	-- Of its own the county's, until it is opened to the hub; a firm sees its own case.
	('samplings', $$ {following} or state <> 'drawn' and ({serving} or trinn.in_sampling(id)) $$),
	('sampled_cases', '{following} or ({serving} or {about}) and trinn.sampling_is_open(sampling_id)'),
	('sampling_answers', '{following} or ({serving} or {about}) and trinn.sampling_is_open(sampling_id)'),
	-- The register is for whoever may need a fagpartner; a firm sees the hours it gets, not what they cost.
	('fagpartnere', '{county}'),
	('engagements', '{following} or {serving} or {engaged}'),
	('partner_invoices', '{following} or {serving} or {engaged}'),
	('hours', '{following} or {serving} or {engaged} or {about}'),
	('stage_places', '{county}'),
	('gate_waivers', '{serving} or {about} or {following}'),
	('deliverables', '{serving} or {about} or {following}'),
	('disqualifications', $$ {assessing} or {staff} and trinn.caller_person() in (person_id, entered_by) or {demanding} $$),
	-- Administrators see what was done to the set-up, and nothing of cases, firms, hubs and fagpartnere.
	('audit_events', $$ {assessing} and not draft and (case_kind <> 'application' or trinn.is_open_to_caller(case_id))
		or {admin} and case_kind in ('programme', 'legal_basis', 'funding_line', 'call', 'setup_change', 'role_assignment',
			'rule_param', 'bank_account', 'hub_area', 'instrument', 'leader', 'letterhead', 'retention_class', 'body') $$);

-- Which roles add which rows. NULL: every role.
create temp table inserts (tbl text primary key, roles text, rows text not null) on commit drop;
insert into inserts values
	('persons', 'county_admin', '{anyone}'),
	('principals', 'county_admin', '{anyone} and (person_id is null or not trinn.person_elsewhere(person_id))'),
	('role_assignments', 'county_admin', '{county}'),
	('rule_params', 'decision_maker', '{county}'),
	('money_moves', 'decision_maker', '{county}'),
	('setup_changes', 'county_admin,caseworker', $$ {county} and state = 'proposed' $$),
	('programmes', 'county_admin', '{county}'),
	('stages', 'county_admin', '{county}'),
	('stage_gates', 'county_admin', '{county}'),
	('hub_areas', 'county_admin', '{county}'),
	('leaders', 'county_admin', '{county}'),
	('letterheads', 'county_admin', '{county}'),
	('retention_classes', 'county_admin', '{county}'),
	('saved_filters', null, '{own filter}'),
	('notification_settings', null, '{own}'),
	('address_codes', null, '{own}'),
	('standins', null, $$ {staff} and coalesce(trinn.caller_role() <> 'auditor', false) and ended_by is null
		and (person_id = trinn.caller_person() or trinn.leads(person_id)) $$),
	('instruments', 'county_admin', '{county}'),
	('legal_bases', 'county_admin', '{county}'),
	('funding_lines', 'county_admin', '{county}'),
	('cost_groups', 'county_admin', '{county}'),
	('authorities', 'county_admin', '{county}'),
	('bodies', 'county_admin', '{county}'),
	('meetings', 'secretary', $$ {staff} and state = 'planned' $$),
	('meeting_items', 'secretary', $$ {staff} and state = 'listed' $$),
	('agenda_items', 'secretary', '{staff}'),
	('attendees', 'secretary', '{staff}'),
	('proposals', 'secretary', $$ {staff} and state = 'made' $$),
	('votes', 'secretary,steering_member,decision_maker,programme_lead', '{staff} and entered_by = trinn.caller_person()'),
	('minutes', 'secretary', $$ {staff} and state = 'written' $$),
	('body_members', 'county_admin', '{county}'),
	('appropriations', 'county_admin', '{county}'),
	('bank_accounts', 'caseworker', '{county}'),
	('calls', 'caseworker', $$ {county} and state = 'planned' $$),
	('call_lines', 'caseworker', '{county}'),
	('forms', 'caseworker', $$ {county} and state <> 'rejected' $$),
	('tracks', 'hub_editor,hub_signatory', '{owner}'),
	-- A hub enters for the firms that it has enrolled.
	('applications', 'hub_editor,hub_signatory,firm,caseworker', $$ state = 'draft' and ({owner} and entered_by is null
		or {entered} and (entered_from is null or trinn.has_enrolled(applicant_id))) $$),
	('application_partners', 'hub_editor,hub_signatory,firm', $$ {owner} and state = 'asked' $$),
	('submissions', 'hub_signatory,firm,caseworker', '{owner} or {county} and trinn.has_entered(application_id)'),
	('late_submissions', 'hub_editor,hub_signatory,firm', $$ {owner} and state = 'asked' and recommended_by is null $$),
	('late_recommendations', 'caseworker', '{county}'),
	('answers_on_behalf', 'caseworker,hub_signatory', '{staff} or {answering}'),
	('preliminary_answers', 'caseworker', '{staff}'),
	('hearings', 'caseworker', $$ {staff} and state in ('raised', 'exempt') $$),
	('recommendations', 'caseworker', '{staff}'),
	('assurances', 'caseworker', '{staff}'),
	('criteria', 'caseworker,programme_lead', $$ {staff} and state = 'active' $$),
	('evaluations', 'caseworker', $$ {staff} and state in ('ineligible', 'scoring') $$),
	('assessors', 'caseworker,programme_lead', $$ {staff} and state = 'named' $$),
	('score_sheets', 'caseworker,programme_lead,steering_member',
		'{staff} and scored_by = trinn.caller_person() and trinn.may_score(evaluation_id)'),
	('consolidations', 'caseworker', '{staff}'),
	('decisions', 'decision_maker,secretary', '{staff}'),
	('decision_overlaps', 'decision_maker,secretary', '{staff}'),
	('grant_settlements', 'caseworker', $$ {staff} and state = 'prepared' $$),
	('amendments', 'hub_signatory,firm,caseworker', $$ ({owner} and not is_of_county or {staff} and is_of_county) and state = 'asked' $$),
	('amendment_proposals', 'caseworker', '{staff}'),
	('reversals', 'caseworker', $$ {staff} and state = 'proposed' $$),
	('appeals', 'hub_signatory,firm,caseworker', $$ ({owner} and partner_id is null and lodged_for is null or {appealing} and lodged_for is null
		or {staff} and lodged_for is not null) and state = 'lodged' $$),
	('appeal_documents', 'hub_signatory,firm,caseworker', '{owner} or {staff} or {county} and appeal_id = any ((select trinn.own_appeals())::bigint[])'),
	('appeal_periods', 'hub_signatory,firm,caseworker,decision_maker',
		$$ {staff} and (trinn.caller_role() = 'caseworker' or cause = 'grounds_given') or {owner} and cause = 'grounds_asked' and entered_for is null $$),
	('appeal_proposals', 'caseworker,secretary', $$ {staff} and state = 'proposed'
		and (kind = 'board') = (trinn.caller_role() = 'secretary') $$),
	('decision_conditions', 'decision_maker,secretary', $$ {staff} and state = 'open' $$),
	('grants', 'decision_maker,secretary', $$ {staff} and state = 'offered' $$),
	('grant_parts', 'decision_maker,secretary', '{staff}'),
	('grant_costs', 'decision_maker,secretary', '{staff}'),
	('claims', 'hub_signatory,firm', $$ {owner} and state = 'submitted' $$),
	('claim_parts', 'hub_signatory,firm', '{owner}'),
	('claim_costs', 'hub_signatory,firm', '{owner}'),
	('payment_lists', 'finance', '{staff}'),
	('payments', 'releaser', $$ {staff} and state = 'queued' $$),
	-- The county is creditor only by its own organisation.
	('copayments', 'hub_editor,hub_signatory', $$ {serving} and state = 'due' and (creditor_id = hub_id
		or creditor_id = trinn.county_org()) $$),
	('copayment_entries', 'hub_editor,hub_signatory,finance', $$ {creditor} or {serving} and kind in ('raise', 'credit') $$),
	('copayment_reliefs', 'hub_editor,hub_signatory,finance', $$ {creditor} and state = 'asked' $$),
	('bank_files', 'hub_editor,hub_signatory,finance', '{creditor}'),
	('bank_entries', 'hub_editor,hub_signatory,finance', $$ {creditor} and state in ('unmatched', 'matched') $$),
	('memberships', 'hub_editor,hub_signatory', '{serving}'),
	('contacts', 'hub_editor,hub_signatory', '{serving}'),
	('handovers', 'hub_editor,hub_signatory,caseworker,programme_lead',
		$$ ({serving} and not by_county or {staff} and by_county) and state = 'asked' $$),
	('assessments', 'hub_editor,hub_signatory,firm', $$ state = 'draft' and handed_to is null
		and (interviewer_id is not null and {serving} or interviewer_id is null and {about}) $$),
	('cohorts', 'hub_editor,hub_signatory', $$ {serving} and state = 'planned' $$),
	('cohort_firms', 'hub_editor,hub_signatory', '{serving}'),
	('networks', 'hub_editor,hub_signatory', $$ {serving} and state = 'open' $$),
	('sessions', 'hub_editor,hub_signatory', $$ {serving} and state = 'planned' $$),
	('attendances', 'hub_editor,hub_signatory', '{serving}'),
	('feedback', 'firm', '{about}'),
	('calendar_feeds', 'hub_editor,hub_signatory,firm',
		$$ {county} and organisation_id = trinn.caller_org() and kind = trinn.caller_kind() $$),
	('projects', 'hub_editor,hub_signatory', $$ {serving} and state = 'idea' $$),
	('project_firms', 'hub_editor,hub_signatory', '{serving}'),
	('project_invitations', 'hub_editor,hub_signatory', $$ {serving} and state = 'asked' $$),
	('onward_applications', 'hub_editor,hub_signatory', '{serving}'),
	('results', 'hub_editor,hub_signatory,firm', '{serving} or {about}'),
	('measurements', 'hub_editor,hub_signatory,firm', '{serving} or {about}'),
	('progress_reports', 'hub_signatory,caseworker', $$ ({staff} or {serving}) and state = 'expected' $$),
	('samplings', 'programme_lead', $$ {staff} and state = 'drawn' $$),
	('sampled_cases', 'programme_lead', '{staff} and not trinn.sampling_is_open(sampling_id)'),
	('sampling_answers', 'hub_editor,hub_signatory', $$ {serving} and state = 'given' and trinn.sampling_is_open(sampling_id) $$),
	('fagpartnere', 'caseworker,programme_lead,hub_editor,hub_signatory', $$ ({staff} or {serving}) and state = 'active' $$),
	('engagements', 'hub_editor,hub_signatory', $$ {serving} and state = 'proposed' $$),
	('partner_invoices', 'hub_editor,hub_signatory,fagpartner', '{serving} or {engaged}'),
	('hours', 'hub_editor,hub_signatory', $$ {serving} and state = 'ordered' $$),
	-- A firm that signs up, or is signed up by the county, is followed by the hub that answers for where it lies; where none
	-- does, by one that the county names.
	('enrolments', 'hub_editor,hub_signatory,firm,caseworker', $$ state = 'prospect'
		and ({serving} or ({about} or {staff}) and hub_id = trinn.hub_for(firm_id)
			or {staff} and trinn.hub_for(firm_id) is null and trinn.is_hub(hub_id)) $$),
	('gate_waivers', 'hub_editor,hub_signatory,caseworker', $$ ({serving} or {staff}) and state = 'asked' $$),
	('deliverables', 'hub_editor,hub_signatory', $$ {serving} and state = 'begun' $$),
	('documents', 'hub_editor,hub_signatory,firm,caseworker,secretary', $$ uploader_id = trinn.caller_org() and origin = 'upload'
		and state = 'receiving' and ({owner} and access = 'party' or {staff} and trinn.is_submitted(application_id)
			or {county} and access = 'party' and trinn.has_entered(application_id)) $$),
	('document_chunks', 'hub_editor,hub_signatory,firm,caseworker,secretary', '{county} and trinn.may_send(document_id)'),
	('messages', 'hub_editor,hub_signatory,firm,caseworker,decision_maker,programme_lead,secretary', $$ trinn.is_submitted(application_id)
		and state <> 'read' and ({owner} and side = 'applicant' or {staff} and side = 'county') $$),
	('message_documents', 'hub_editor,hub_signatory,firm,caseworker,decision_maker,programme_lead,secretary',
		'{county} and trinn.may_read_message(message_id)'),
	-- One is asked for, and made by trinn-jobs alone.
	('letters', 'hub_editor,hub_signatory,firm,caseworker,secretary',
		$$ {county} and state = 'waiting' and ({owner} or {staff}) $$),
	('destructions', 'archivist', $$ {staff} and state = 'proposed' $$),
	('destruction_items', 'archivist', $$ {staff} and state = 'waiting' $$),
	('legal_holds', 'archivist,decision_maker', $$ {staff} and state = 'asked' $$),
	('access_decisions', 'archivist,caseworker', '{staff} and decided_by = trinn.caller_person()'),
	('access_files', 'archivist,caseworker', '{staff}'),
	-- One is disqualified by one's own word; of another it is a question, and of a party one of who handles its case.
	('disqualifications', null, $$ {staff} and coalesce(trinn.caller_role() <> 'auditor', false) and demanded_by is null
		and entered_by = trinn.caller_person() and (state = 'raised') = (person_id <> entered_by)
		or {demanding} and coalesce(trinn.caller_role() <> 'hub_editor', false) and state = 'raised' and entered_by = trinn.caller_person()
		and trinn.is_party(county_id, case_kind, case_id, array[demanded_by]) and trinn.is_named_to_party(case_kind, case_id, person_id) $$),
	('outbox', null, '{county}');

-- Which roles change which columns, of the rows they read. NULL: every role.
create temp table updates (tbl text primary key, roles text, columns text not null) on commit drop;
insert into updates values
	('setup_changes', 'county_admin,decision_maker,caseworker', 'state, target_id, decided_by, decided_at, reason, version'),
	('programmes', 'county_admin', 'name, purpose, state, starts_on, ends_on, digital_parts, green_parts, current_version,
		version'),
	('funding_lines', 'county_admin', 'state, version'),
	('calls', 'caseworker', 'state, closed_on, evaluation, form_version, version'),
	('forms', 'caseworker', 'state, decided_by, decided_at, refusal'),
	('bodies', 'county_admin', 'current_edition, version'),
	('meetings', 'secretary,steering_member,decision_maker,programme_lead', 'state, agenda, is_changed, presided_by, opened_at, reason, starts_at, place, number, version'),
	('meeting_items', 'secretary', 'state, reason'),
	('attendees', 'secretary', 'is_present, noted_by'),
	('proposals', 'secretary', 'state, by_hands, presided_by, tally, reason'),
	('minutes', 'secretary,steering_member,decision_maker,programme_lead', 'state, approved_by, approved_at'),
	('criteria', 'caseworker,programme_lead', 'state, version'),
	('evaluations', 'caseworker,programme_lead,steering_member', 'state, consolidation_id, version'),
	('assessors', 'caseworker,programme_lead,steering_member', 'state, released_by, release_reason'),
	('score_sheets', 'caseworker,programme_lead,steering_member', 'scores, total_bp, scored_at'),
	('applications', 'hub_editor,hub_signatory,firm,caseworker,decision_maker,secretary',
		'form_version, track_id, carried_from, not_carried, case_number, title, state, answers, new_content, starts_on, ends_on, firms, fagpartnere, costs, finance,
		applied_ore, submitted_by, submitted_at, caseworker_id, return_reason, return_by, version'),
	('application_partners', 'hub_editor,hub_signatory,firm,caseworker', 'state, confirmed_by, confirmed_on, signed_by, document_id, reason, version'),
	('appeals', 'hub_signatory,firm,caseworker,decision_maker,secretary', 'state, stay_grounds, comment_by, comment, commented_by,
		commented_at, settled_on, costs_ore, costs_grounds, costs_claimed_by, costs_claimed_on, version'),
	('appeal_proposals', 'decision_maker,secretary', 'state, settled_by, settled_at, reason, decision_id, appeal_by'),
	('late_submissions', 'caseworker,decision_maker', 'state, recommended_by, decided_by, decided_on, grounds, submit_by, body,
		appeal_body, appeal_deadline, rule_params, version'),
	('hearings', 'hub_editor,hub_signatory,firm,caseworker', 'state, answer_by, comment, answered_by, answered_at, weighing, weighed_by, weighed_at,
		version'),
	('tracks', 'hub_editor,hub_signatory', 'title, trade, state, version'),
	('decision_conditions', 'hub_editor,hub_signatory,firm,caseworker,decision_maker,secretary', 'state, report, document_id,
		reported_by, reported_at, return_reason, confirmed_by, met_at, waiver_reason, waiver_asked_by, waiver_asked_at, waived_by,
		lifted_by, version'),
	('grant_settlements', 'decision_maker', 'state, settled_by, settled_at, return_reason'),
	('amendments', 'hub_signatory,firm,caseworker,decision_maker,secretary', 'state, grounds, granted_until, granted_ore, granted_moves,
		prepared_by, settled_by, settled_at, body, decision_id, departure_grounds, appeal_by, version'),
	('reversals', 'caseworker,decision_maker,secretary', 'state, reason, settled_by, settled_at, new_decision_id, version'),
	('grants', 'hub_signatory,firm,caseworker,releaser,decision_maker,secretary',
		'state, accept_by, ends_on, remaining_ore, accepted_by, accepted_at, ended_by, ended_at, end_reason, version'),
	('grant_parts', 'hub_signatory,firm,caseworker,releaser', 'remaining_ore'),
	('claims', 'caseworker,attestant,releaser',
		'state, approved_ore, review_reason, reviewed_by, attested_by, released_by, version'),
	('claim_parts', 'caseworker,attestant,releaser', 'approved_ore'),
	('copayments', 'hub_editor,hub_signatory,finance,caseworker,programme_lead,firm',
		'declared_by, declared_on, declared_aid, declared_reason, open_ore, kid, due_on, invoiced_on, reminders, aid_ore, forgone_ore, aid_checked_by, aid_refused_by, aid_refusal,
		settled_service_ore, settled_aid_ore, settled_reason, refund_asked_by, refund_ore, state, version'),
	('copayment_reliefs', 'hub_signatory,finance,caseworker,programme_lead',
		'state, decided_by, refusal, aid_ore, aid_checked_by, aid_refused_by, aid_refusal, version'),
	('bank_entries', 'hub_editor,hub_signatory,finance', 'state, copayment_id, why, reason, is_tied, reverses_id, version'),
	('payments', 'finance',
		'state, list_id, bank_reference, paid_on, registered_by, confirmed_by, version'),
	('memberships', 'hub_editor,hub_signatory', 'member_to, version'),
	('contacts', 'hub_editor,hub_signatory', 'channel, on_day, note, is_void, reason, version'),
	('handovers', 'hub_editor,hub_signatory,firm,caseworker,programme_lead',
		'state, decline_reason, answered_by, consent_by, consent_on, consented_by, version'),
	('assessments', 'hub_editor,hub_signatory,firm',
		'held_on, answered_by, session_id, answers, dimensions, digital_strategy_written, green_strategy_written, state,
		version'),
	('cohorts', 'hub_editor,hub_signatory', 'title, trade, starts_on, ends_on, capacity, state, version'),
	('cohort_firms', 'hub_editor,hub_signatory', 'joined_on, left_on, round'),
	('networks', 'hub_editor,hub_signatory', 'title, trade, description, state, version'),
	('sessions', 'hub_editor,hub_signatory',
		'firm_id, kind, title, starts_at, ends_at, place, link, theme, delivered_by, engagement_id, partner_id,
		planned_minutes, held_minutes, state, reopenings, changed_at, version'),
	('attendances', 'hub_editor,hub_signatory', 'head_count'),
	('feedback', 'firm', 'score, comment, given_at'),
	('calendar_feeds', 'hub_editor,hub_signatory,firm', 'revoked_on, version'),
	('projects', 'hub_editor,hub_signatory', 'title, goal, theme, technology, is_research_pilot, state, version'),
	('project_firms', 'hub_editor,hub_signatory', 'replaced_on'),
	('project_invitations', 'firm,hub_editor,hub_signatory',
		'state, consent_by, consent_on, consented_by, decline_reason, version'),
	('onward_applications', 'hub_editor,hub_signatory', 
		'sent_to, sent_to_name, firm_application_id, sent_on, applied_ore, outcome, granted_ore, answered_on, reason'),
	('results', 'hub_editor,hub_signatory,firm',
		'found, done, cost_ore, theme, story, story_consent_by, story_consent_on, story_withdrawn_on, version'),
	('progress_reports', 'hub_editor,hub_signatory,caseworker',
		'state, content, due_again_on, submitted_by, submitted_at, decided_by, return_reason, withdraw_reason, version'),
	('samplings', 'programme_lead,hub_editor,hub_signatory', 'state, version'),
	('sampled_cases', 'programme_lead', 'finding, severity, follow_up, follow_up_by, asked_on, followed, closed_on, reason'),
	('sampling_answers', 'programme_lead', 'state, reason, settled_by, settled_on'),
	('fagpartnere', 'caseworker,programme_lead,hub_editor,hub_signatory,fagpartner',
		'kind, description, contact, competences, state, version'),
	('engagements', 'hub_signatory,fagpartner,caseworker,programme_lead',
		'state, agreed_by, agreed_note, is_related, relation, former_relations, version'),
	('partner_invoices', 'hub_editor,hub_signatory,fagpartner', 'number, credited_on, credited_by, credit_note'),
	('hours', 'hub_editor,hub_signatory,fagpartner,firm', 'session_id, state, freed_minutes, moved_minutes, delivered_minutes, delivered_on,
		delivered_by, confirmed_minutes, confirmed_by, dispute, invoice_number, version'),
	('enrolments', 'hub_editor,hub_signatory,caseworker,programme_lead,firm',
		'programme_version, state, stage, round, recommended_stage, recommended_grounds, recommended_by, digitally_ready,
		reason, explanation, explained_to_firm, waiting_since, version'),
	('gate_waivers', 'caseworker,programme_lead', 'state, decided_by, decision, version'),
	('saved_filters', null, 'name, operation, query, is_shared, discarded_on, version'),
	('standins', null, 'ends_on, ended_by, version'),
	('disqualifications', null, 'state, settled_by, settled_at, settlement, version'),
	('deliverables', 'hub_editor,hub_signatory,firm', 'title, description, state, delivered_on, delivered_by, accepted_by, returns, version'),
	('messages', 'hub_editor,hub_signatory,firm,caseworker,decision_maker,programme_lead,secretary', 'state, read_by, read_at, version'),
	('notifications', null, 'read_at'),
	('notification_settings', null, 'language, by_email, address, asked_address, version'),
	('deliveries', 'caseworker', 'state, settled_by, settled_at, note, version'),
	('mailings', 'caseworker', 'state, how, on_day, noted_by, noted_at'),
	('archive_messages', 'archivist', 'state, attempts, next_attempt_at, version'),
	('destructions', 'archivist', 'state, decided_by, decided_at, decision, version'),
	('destruction_items', 'archivist', 'state'),
	('legal_holds', 'archivist,decision_maker', 'state, settled_by, settled_at, settlement, lift_reason, lift_asked_by, lift_asked_at,
		lifted_by, lifted_at, version'),
	('access_requests', 'archivist,caseworker', 'state, readable_until, revoked_on, revoked_files, version'),
	('access_items', 'archivist,caseworker', 'state, due_on, extended_reason, version'),
	('journal_posts', 'archivist,caseworker', 'post_type, document_type, title, public_title, exemption, state, document_date,
		checked_by, checked_at, revised_reason, version'),
	('documents', 'hub_editor,hub_signatory,firm,caseworker,secretary,archivist', 'state, access, exemption, version');

-- Where those are fewer than they read.
create temp table changes (tbl text primary key, rows text not null) on commit drop;
insert into changes values
	('fagpartnere', '{staff} or {serving} or {engaged}'),
	-- A partner reads what the applicant writes.
	('applications', '{staff} or {owner} or {entered}'),
	('application_partners', '{owner} or {partner} or {staff} and amendment_id is not null'),
	('decision_conditions', '{staff} or {owner}'),
	('grants', '{staff} or {owner} or {answering}'),
	('grant_parts', '{staff} or {owner}'),
	-- Who votes, or answers for the minutes, is of the meeting.
	('meetings', $$ coalesce(trinn.caller_role() = 'secretary', false) or trinn.sits_in(id) $$),
	('minutes', $$ coalesce(trinn.caller_role() = 'secretary', false) or trinn.sits_in(meeting_id) $$),
	('score_sheets', 'scored_by = trinn.caller_person() and trinn.may_score(evaluation_id)'),
	-- One who only scores does so as themselves.
	('assessors', $$ coalesce(trinn.caller_role() <> 'steering_member', false) or person_id = trinn.caller_person() $$),
	('handovers', '{serving} or {receiving} or {about} or {staff} and by_county'),
	('project_firms', '{serving}'),
	-- A firm leaves before it has a place, and with it there is more to settle than a state.
	('enrolments', $$ {staff} or {serving} or {about} and state in ('prospect', 'assessed', 'waiting', 'finished', 'dropped_out') $$),
	('documents', $$ {staff} or uploader_id = trinn.caller_org() and state in ('receiving', 'scanning')
		or is_unsent and ({owner} or {county} and trinn.has_entered(application_id)) $$),
	-- The other side reads it.
	('messages', $$ {staff} and side = 'applicant' or {owner} and side = 'county' $$),
	('saved_filters', '{own filter}'),
	('standins', $$ {staff} and coalesce(trinn.caller_role() <> 'auditor', false) and (person_id = trinn.caller_person() or trinn.leads(person_id)) $$),
	-- Whom it is about concedes; others settle by their role.
	('disqualifications', $$ {staff} and (person_id = trinn.caller_person()
		or coalesce(trinn.caller_role() in ('decision_maker', 'programme_lead', 'secretary'), false)) $$);

create function pg_temp.in_full(p_predicate text) returns text language plpgsql as $$
declare
	w record;
begin
	for depth in 1 .. 4 loop
		for w in select * from words loop
			p_predicate := replace(p_predicate, '{' || w.word || '}', w.meaning);
		end loop;
	end loop;
	return p_predicate;
end $$;

-- An application and what hangs on it are closed to whom a disqualification closes them for.
create function pg_temp.rows_open(p_tbl text) returns text language sql as $$
	select format('(%s)%s', pg_temp.in_full(rows),
		(select format(' and (trinn.all_open_to_caller() or trinn.is_open_to_caller(%I))', attname) from pg_attribute
			where attrelid = ('trinn.' || p_tbl)::regclass
				and attname = case p_tbl when 'applications' then 'id' else 'application_id' end))
	from reads where tbl = p_tbl
$$;

-- A predicate compares columns with settings of the segment. Written plainly each costs 0.1 µs a row; in a sub-select,
-- which PostgreSQL evaluates once a statement, 6 µs a statement. So only what reports read by the hundred thousand has
-- them in sub-selects.
create function pg_temp.rows_read(p_tbl text) returns text language sql as $$
	select case when p_tbl = any ('{payments,postings,balances,claims,claim_parts,grants,grant_parts,enrolments,enrolment_steps,passages}')
		then regexp_replace(pg_temp.rows_open(p_tbl), 'trinn\.(caller_\w+|all_open_to_caller)\(\)', '(select \&)', 'g')
		else pg_temp.rows_open(p_tbl) end
$$;

create function pg_temp.caller_in(p_roles text) returns text language sql as $$
	select case when p_roles is null then 'true' else format('trinn.caller_role() = any (%L)', '{' || p_roles || '}') end
$$;

-- Everything is taken back first, and given again only by the tables above.
do $$
declare
	r record;
begin
	for r in select relname from pg_class where relnamespace = 'trinn'::regnamespace and relkind in ('r', 'v') loop
		execute format('revoke all on trinn.%I from public, trinn_api, trinn_jobs, trinn_search', r.relname);
	end loop;
	for r in
		select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid
		where c.relnamespace = 'trinn'::regnamespace
	loop
		execute format('drop policy %I on trinn.%I', r.polname, r.relname);
	end loop;
	for r in select relname from pg_class where relnamespace = 'trinn'::regnamespace and relkind = 'r' loop
		execute format('alter table trinn.%I enable row level security', r.relname);
		execute format('alter table trinn.%I force row level security', r.relname);
		execute format('create policy migrations on trinn.%I to trinn_owner using (true)', r.relname);
		execute format('grant select, insert, update on trinn.%I to trinn_definer', r.relname);
		execute format('create policy functions on trinn.%I to trinn_definer using (true)', r.relname);
	end loop;

	for r in select * from reads loop
		execute format('grant select on trinn.%I to trinn_api', r.tbl);
		execute format('create policy reads on trinn.%I for select to trinn_api using (%s)',
			r.tbl, pg_temp.rows_read(r.tbl));
	end loop;
	for r in select * from inserts loop
		execute format('grant insert on trinn.%I to trinn_api', r.tbl);
		execute format('create policy inserts on trinn.%I for insert to trinn_api with check ((%s) and %s)',
			r.tbl, pg_temp.in_full(r.rows), pg_temp.caller_in(r.roles));
	end loop;
	for r in select u.*, coalesce(c.rows, 'true') as rows from updates u left join changes c using (tbl) loop
		execute format('grant update (%s) on trinn.%I to trinn_api', r.columns, r.tbl);
		execute format('create policy updates on trinn.%I for update to trinn_api using ((%s) and (%s) and %s)',
			r.tbl, pg_temp.rows_read(r.tbl), pg_temp.in_full(r.rows), pg_temp.caller_in(r.roles));
	end loop;
end $$;

grant select on trinn.ledger_entries, trinn.due_balances, trinn.ledger_faults to trinn_api;
grant select on trinn.assigned_callers, trinn.due_postings, trinn.part_changes to trinn_definer;
-- Of a document that is bad nothing is kept but its digest.
grant delete on trinn.document_chunks to trinn_definer;
-- Replies and notifications are kept for a time.
grant delete on trinn.idempotency_keys to trinn_definer;
-- A notification is kept for a time, as what was reminded of.
grant delete on trinn.notifications, trinn.task_reminders, trinn.deliveries, trinn.address_codes to trinn_definer;
-- It ends.
grant delete on trinn.mail_pause to trinn_definer;
-- Nor of who came to what was not held.
grant delete on trinn.attendances to trinn_definer;
-- Nor of what a case that is destroyed is found by.
grant delete on trinn.case_words, trinn.application_drafts, trinn.letter_failures, trinn.notifications, trinn.deliveries, trinn.saved_filters
	to trinn_definer;
grant usage on all sequences in schema trinn to trinn_api, trinn_definer;

-- The search functions read the register whole.
grant select on trinn.organisations to trinn_search;
create policy search on trinn.organisations for select to trinn_search using (true);

-- trinn-jobs: keys of issuers, and the outbox it empties.
grant select on trinn.issuers, trinn.issuer_keys, trinn.schema_versions, trinn.outbox to trinn_jobs;
grant insert, update on trinn.issuer_keys to trinn_jobs;
grant update (refresh_asked_at) on trinn.issuers to trinn_jobs;
grant update (delivered_at) on trinn.outbox to trinn_jobs;
create policy jobs on trinn.issuers to trinn_jobs using (true);
create policy jobs on trinn.issuer_keys to trinn_jobs using (true);
create policy jobs on trinn.outbox to trinn_jobs using (true);
create policy jobs on trinn.schema_versions for select to trinn_jobs using (true);
