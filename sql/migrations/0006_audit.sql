-- The audit trail: what a case consists of, who did what to it, and whether both still add up.

-- What a digest covers. Columns without a value are left out, so that one added later does not change what was
-- sealed before. In plpgsql, which keeps its plan: each step of a case asks it of all rows of the case.
create function trinn.row_text(tbl text, r anyelement) returns text
	language plpgsql stable as $$
begin
	return (select tbl || ' ' || jsonb_object_agg(c.key, c.value)::text from jsonb_each(to_jsonb(r)) c where c.value <> 'null');
end $$;

create function trinn.case_rows(p_county int, p_kind text, p_id bigint) returns setof text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp set timezone = 'UTC' as $$
declare
	held bigint[]; -- its sessions
begin
	if p_kind = 'application' then
		return query select row_text('applications', t) from applications t
			where county_id = p_county and id = p_id;
		return query select row_text('application_drafts', t) from application_drafts t
			where county_id = p_county and application_id = p_id;
		return query select row_text('application_partners', t) from application_partners t
			where county_id = p_county and application_id = p_id;
		return query select row_text('submissions', t) from submissions t
			where county_id = p_county and application_id = p_id;
		return query select row_text('letters', t) from letters t
			where county_id = p_county and application_id = p_id;
		return query select row_text('mailings', t) from mailings t
			where county_id = p_county and application_id = p_id;
		return query select row_text('answers_on_behalf', t) from answers_on_behalf t
			where county_id = p_county and application_id = p_id;
		return query select row_text('preliminary_answers', t) from preliminary_answers t
			where county_id = p_county and application_id = p_id;
		return query select row_text('hearings', t) from hearings t
			where county_id = p_county and application_id = p_id;
		return query select row_text('recommendations', t) from recommendations t
			where county_id = p_county and application_id = p_id;
		return query select row_text('assurances', t) from assurances t
			where county_id = p_county and application_id = p_id;
		return query select row_text('decisions', t) from decisions t
			where county_id = p_county and application_id = p_id;
		return query select row_text('decision_overlaps', t) from decision_overlaps t
			where county_id = p_county and application_id = p_id;
		return query select row_text('decision_conditions', t) from decision_conditions t
			where county_id = p_county and application_id = p_id;
		return query select row_text('grants', t) from grants t
			where county_id = p_county and application_id = p_id;
		return query select row_text('grant_parts', t) from grant_parts t
			where county_id = p_county and application_id = p_id;
		return query select row_text('grant_costs', t) from grant_costs t
			join grants g on g.county_id = t.county_id and g.id = t.grant_id
			where g.county_id = p_county and g.application_id = p_id;
		return query select row_text('grant_partners', t) from grant_partners t
			where county_id = p_county and application_id = p_id;
		return query select row_text('grant_changes', t) from grant_changes t
			where county_id = p_county and application_id = p_id;
		return query select row_text('amendments', t) from amendments t
			where county_id = p_county and application_id = p_id;
		return query select row_text('amendment_proposals', t) from amendment_proposals t
			where county_id = p_county and application_id = p_id;
		return query select row_text('reversals', t) from reversals t
			where county_id = p_county and application_id = p_id;
		return query select row_text('grant_settlements', t) from grant_settlements t
			where county_id = p_county and application_id = p_id;
		return query select row_text('claims', t) from claims t
			where county_id = p_county and application_id = p_id;
		return query select row_text('claim_parts', t) from claim_parts t
			where county_id = p_county and application_id = p_id;
		return query select row_text('claim_costs', t) from claim_costs t
			join claims c on c.county_id = t.county_id and c.id = t.claim_id
			where c.county_id = p_county and c.application_id = p_id;
		return query select row_text('payments', t) from payments t
			where county_id = p_county and application_id = p_id;
		return query select row_text('progress_reports', t) from progress_reports t
			where county_id = p_county and application_id = p_id;
		return query select row_text('documents', t) from documents t
			where county_id = p_county and application_id = p_id;
		return query select row_text('messages', t) from messages t
			where county_id = p_county and application_id = p_id;
		return query select row_text('message_documents', t) from message_documents t
			where county_id = p_county and application_id = p_id;
		return query select row_text('journal_posts', t) from journal_posts t
			where county_id = p_county and application_id = p_id;
		return query select row_text('journal_documents', t) from journal_documents t
			where county_id = p_county and application_id = p_id;
		return query select row_text('journal_revisions', t) from journal_revisions t
			where county_id = p_county and application_id = p_id;
		return query select row_text('evaluations', t) from evaluations t
			where county_id = p_county and application_id = p_id;
		return query select row_text('assessors', t) from assessors t
			where county_id = p_county and application_id = p_id;
		return query select row_text('score_sheets', t) from score_sheets t
			where county_id = p_county and application_id = p_id;
		return query select row_text('consolidations', t) from consolidations t
			where county_id = p_county and application_id = p_id;
		return query select row_text('appeal_periods', t) from appeal_periods t
			where county_id = p_county and application_id = p_id;
	elsif p_kind = 'appeal' then
		return query select row_text('appeals', t) from appeals t
			where county_id = p_county and id = p_id;
		return query select row_text('appeal_documents', t) from appeal_documents t
			where county_id = p_county and appeal_id = p_id;
		return query select row_text('appeal_proposals', t) from appeal_proposals t
			where county_id = p_county and appeal_id = p_id;
	elsif p_kind = 'criterion' then
		return query select row_text('criteria', t) from criteria t where county_id = p_county and id = p_id;
	elsif p_kind = 'track' then
		return query select row_text('tracks', t) from tracks t where county_id = p_county and id = p_id;
	elsif p_kind = 'programme' then
		return query select row_text('programmes', t) from programmes t
			where county_id = p_county and id = p_id;
		return query select row_text('stages', t) from stages t
			where county_id = p_county and programme_id = p_id;
		return query select row_text('stage_gates', t) from stage_gates t
			where county_id = p_county and programme_id = p_id;
	elsif p_kind = 'legal_basis' then
		return query select row_text('legal_bases', t) from legal_bases t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'funding_line' then
		return query select row_text('funding_lines', t) from funding_lines t
			where county_id = p_county and id = p_id;
		return query select row_text('cost_groups', t) from cost_groups t
			where county_id = p_county and funding_line_id = p_id;
		return query select row_text('authorities', t) from authorities t
			where county_id = p_county and funding_line_id = p_id;
		return query select row_text('appropriations', t) from appropriations t
			where county_id = p_county and funding_line_id = p_id;
		return query select row_text('money_moves', t) from money_moves t
			where county_id = p_county and funding_line_id = p_id;
	elsif p_kind = 'body' then
		return query select row_text('bodies', t) from bodies t where county_id = p_county and id = p_id;
		return query select row_text('body_members', t) from body_members t
			where county_id = p_county and body_id = p_id;
	elsif p_kind = 'meeting' then
		return query select row_text('meetings', t) from meetings t where county_id = p_county and id = p_id;
		return query select row_text('meeting_items', t) from meeting_items t
			where county_id = p_county and meeting_id = p_id;
		return query select row_text('agenda_items', t) from agenda_items t
			where county_id = p_county and meeting_id = p_id;
		return query select row_text('attendees', t) from attendees t
			where county_id = p_county and meeting_id = p_id;
		return query select row_text('proposals', t) from proposals t
			where county_id = p_county and meeting_id = p_id;
		return query select row_text('votes', t) from votes t
			where county_id = p_county and proposal_id in (select p.id from proposals p
				where p.county_id = p_county and p.meeting_id = p_id);
		return query select row_text('minutes', t) from minutes t
			where county_id = p_county and meeting_id = p_id;
	elsif p_kind = 'call' then
		return query select row_text('calls', t) from calls t where county_id = p_county and id = p_id;
		return query select row_text('call_lines', t) from call_lines t
			where county_id = p_county and call_id = p_id;
		return query select row_text('forms', t) from forms t
			where county_id = p_county and call_id = p_id;
	elsif p_kind = 'late_submission' then
		return query select row_text('late_submissions', t) from late_submissions t
			where county_id = p_county and id = p_id;
		return query select row_text('late_recommendations', t) from late_recommendations t
			where county_id = p_county and late_submission_id = p_id;
	elsif p_kind = 'access_request' then
		return query select row_text('access_requests', t) from access_requests t
			where county_id = p_county and id = p_id;
		return query select row_text('access_items', t) from access_items t
			where county_id = p_county and request_id = p_id;
		return query select row_text('access_decisions', t) from access_decisions t
			where county_id = p_county and request_id = p_id;
		return query select row_text('access_files', t) from access_files t
			where county_id = p_county and request_id = p_id;
	elsif p_kind = 'setup_change' then
		return query select row_text('setup_changes', t) from setup_changes t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'role_assignment' then
		return query select row_text('role_assignments', t) from role_assignments t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'rule_param' then
		return query select row_text('rule_params', t) from rule_params t where id = p_id;
	elsif p_kind = 'bank_account' then
		return query select row_text('bank_accounts', t) from bank_accounts t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'payment_list' then
		return query select row_text('payment_lists', t) from payment_lists t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'enrolment' then
		return query select row_text('enrolments', t) from enrolments t
			where county_id = p_county and id = p_id;
		return query select row_text('enrolment_steps', t) from enrolment_steps t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('passages', t) from passages t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('contacts', t) from contacts t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('assessments', t) from assessments t
			where county_id = p_county and enrolment_id = p_id;
		held := array(select s.id from sessions s where s.county_id = p_county and s.enrolment_id = p_id);
		return query select row_text('gate_waivers', t) from gate_waivers t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('deliverables', t) from deliverables t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('results', t) from results t
			where county_id = p_county and enrolment_id = p_id;
		return query select row_text('measurements', t) from measurements t
			where county_id = p_county and result_id in (select r.id from results r
				where r.county_id = p_county and r.enrolment_id = p_id);
	elsif p_kind = 'membership' then
		return query select row_text('memberships', t) from memberships t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'handover' then
		return query select row_text('handovers', t) from handovers t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'cohort' then
		return query select row_text('cohorts', t) from cohorts t
			where county_id = p_county and id = p_id;
		return query select row_text('cohort_firms', t) from cohort_firms t
			where county_id = p_county and cohort_id = p_id;
		held := array(select s.id from sessions s where s.county_id = p_county and s.cohort_id = p_id);
	elsif p_kind = 'network' then
		return query select row_text('networks', t) from networks t
			where county_id = p_county and id = p_id;
		held := array(select s.id from sessions s where s.county_id = p_county and s.network_id = p_id);
	elsif p_kind = 'calendar_feed' then
		return query select row_text('calendar_feeds', t) from calendar_feeds t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'fagpartner' then
		return query select row_text('fagpartnere', t) from fagpartnere t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'engagement' then
		return query select row_text('engagements', t) from engagements t
			where county_id = p_county and id = p_id;
		return query select row_text('hours', t) from hours t
			where county_id = p_county and engagement_id = p_id;
		return query select row_text('partner_invoices', t) from partner_invoices t
			where county_id = p_county and engagement_id = p_id;
	elsif p_kind = 'copayment' then
		return query select row_text('copayments', t) from copayments t
			where county_id = p_county and id = p_id;
		return query select row_text('copayment_entries', t) from copayment_entries t
			where county_id = p_county and copayment_id = p_id;
		return query select row_text('copayment_reliefs', t) from copayment_reliefs t
			where county_id = p_county and copayment_id = p_id;
		return query select row_text('copayment_settlements', t) from copayment_settlements t
			where county_id = p_county and copayment_id = p_id;
		return query select row_text('copayment_declarations', t) from copayment_declarations t
			where county_id = p_county and copayment_id = p_id;
	elsif p_kind = 'bank_file' then
		return query select row_text('bank_files', t) from bank_files t
			where county_id = p_county and id = p_id;
		return query select row_text('bank_entries', t) from bank_entries t
			where county_id = p_county and file_id = p_id;
	elsif p_kind = 'project' then
		return query select row_text('projects', t) from projects t
			where county_id = p_county and id = p_id;
		return query select row_text('project_firms', t) from project_firms t
			where county_id = p_county and project_id = p_id;
		return query select row_text('project_invitations', t) from project_invitations t
			where county_id = p_county and project_id = p_id;
		return query select row_text('onward_applications', t) from onward_applications t
			where county_id = p_county and project_id = p_id;
		return query select row_text('onward_corrections', t) from onward_corrections t
			where county_id = p_county and project_id = p_id;
	elsif p_kind = 'sampling' then
		return query select row_text('samplings', t) from samplings t
			where county_id = p_county and id = p_id;
		return query select row_text('sampled_cases', t) from sampled_cases t
			where county_id = p_county and sampling_id = p_id;
		return query select row_text('sampling_answers', t) from sampling_answers t
			where county_id = p_county and sampling_id = p_id;
	elsif p_kind = 'disqualification' then
		return query select row_text('disqualifications', t) from disqualifications t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'standin' then
		return query select row_text('standins', t) from standins t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'notification_settings' then
		return query select row_text('notification_settings', t) from notification_settings t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'leader' then
		return query select row_text('leaders', t) from leaders t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'letterhead' then
		return query select row_text('letterheads', t) from letterheads t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'retention_class' then
		return query select row_text('retention_classes', t) from retention_classes t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'destruction' then
		return query select row_text('destructions', t) from destructions t
			where county_id = p_county and id = p_id;
		return query select row_text('destruction_items', t) from destruction_items t
			where county_id = p_county and destruction_id = p_id;
	elsif p_kind = 'legal_hold' then
		return query select row_text('legal_holds', t) from legal_holds t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'hub_area' then
		return query select row_text('hub_areas', t) from hub_areas t
			where county_id = p_county and id = p_id;
	elsif p_kind = 'instrument' then
		return query select row_text('instruments', t) from instruments t where id = p_id;
	else
		raise exception 'no case of kind %', p_kind using errcode = 'TR500';
	end if;
	if held is not null then
		return query select row_text('sessions', t) from sessions t where county_id = p_county and id = any (held);
		return query select row_text('attendances', t) from attendances t
			where county_id = p_county and session_id = any (held);
		return query select row_text('feedback', t) from feedback t where county_id = p_county and session_id = any (held);
	end if;
end $$;

create function trinn.case_digest(p_county int, p_kind text, p_id bigint) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select sha256(convert_to(coalesce(string_agg(r, E'\n' order by r collate "C"), ''), 'UTF8'))
		from case_rows(p_county, p_kind, p_id) r);
end $$;

-- Records what the caller did, in the transaction that did it.
create function trinn.audit(p_case_kind text, p_case_id bigint, p_action text, p_object_kind text, p_object_id bigint,
		p_reason text, p_detail jsonb)
	returns void language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	head record;
	is_draft boolean := p_case_kind = 'application' and exists (select from applications a
		where a.county_id = caller_county() and a.id = p_case_id and a.state = 'draft')
		or p_object_kind = 'document' and exists (select from documents d
			where d.county_id = caller_county() and d.id = p_object_id and d.is_unsent);
	salt bytea := case when p_reason is not null then uuid_send(gen_random_uuid()) end;
	e audit_events;
begin
	select * into head from guards where county_id = caller_county() and kind = p_case_kind and id = p_case_id
	for update;
	if not found then
		raise exception 'no guard % %', p_case_kind, p_case_id using errcode = 'TR412';
	elsif head.version < 0 then
		raise exception '% % is destroyed', p_case_kind, p_case_id using errcode = 'TR410';
	end if;
	perform check_impartial(p_case_kind, p_case_id, p_detail);
	e := row(caller_county(), p_case_kind, p_case_id, head.audit_seq + 1, clock_timestamp(), caller_person(),
		caller_principal(), caller_assignment(), caller_role(), p_action, p_object_kind, p_object_id,
		p_reason, salt, audit_seal(salt, p_reason), coalesce(p_detail, '{}') || on_behalf(p_case_kind, p_case_id),
		nullif(current_setting('trinn.trace', true), ''), is_draft,
		case_digest(caller_county(), p_case_kind, p_case_id), '\x');
	e.hash := audit_hash(head.audit_hash, e);
	insert into audit_events select e.*;
	update guards set audit_seq = e.seq, audit_hash = e.hash
	where county_id = e.county_id and kind = e.case_kind and id = e.case_id;
end $$;

-- What does not add up in the chain of one case, and in its rows.
create function trinn.chain_faults(g trinn.guards) returns table (seq bigint, fault text)
	language plpgsql stable as $$
declare
	e trinn.audit_events;
	previous bytea := '\x';
	expected bigint := 0;
begin
	for e in select * from trinn.audit_events a
		where a.county_id = g.county_id and a.case_kind = g.kind and a.case_id = g.id order by a.seq
	loop
		expected := expected + 1;
		if e.seq <> expected then
			return query select expected, 'audit row missing'::text;
			expected := e.seq;
		end if;
		if e.hash is distinct from trinn.audit_hash(previous, e) or not trinn.is_reason_sealed(e) then
			return query select e.seq, 'audit row altered'::text;
		end if;
		previous := e.hash;
	end loop;
	if expected <> g.audit_seq or previous is distinct from g.audit_hash then
		return query select g.audit_seq, 'end of the chain missing'::text;
	elsif expected = 0 then
		return query select 0::bigint, 'no audit row'::text;
	elsif e.state_digest is distinct from trinn.case_digest(g.county_id, g.kind, g.id) then
		return query select e.seq, 'rows of the case altered'::text;
	end if;
end $$;

-- Every chain of a county, or of all: what does not add up. Empty is good.
create function trinn.audit_faults(p_county int)
	returns table (county_id int, case_kind text, case_id bigint, seq bigint, fault text)
	language plpgsql stable as $$
begin
	return query
		select g.county_id, g.kind, g.id, f.seq, f.fault from trinn.guards g, trinn.chain_faults(g) f
		where p_county is null or g.county_id = p_county order by 1, 2, 3, 4;
	return query
		select a.county_id, a.case_kind, a.case_id, min(a.seq), 'chain without a head'::text
		from trinn.audit_events a
		where (p_county is null or a.county_id = p_county)
			and not exists (select from trinn.guards t
				where t.county_id = a.county_id and t.kind = a.case_kind and t.id = a.case_id)
		group by 1, 2, 3;
	return query
		select a.county_id, 'application', a.id, 0::bigint, 'no chain'::text
		from trinn.applications a
		where (p_county is null or a.county_id = p_county)
			and not exists (select from trinn.guards t
				where t.county_id = a.county_id and t.kind = 'application' and t.id = a.id);
	return query
		select c.county_id, 'role_assignment', c.assignment_id, 0::bigint, 'callers are not those assigned'
		from ((select * from trinn.callers_put except select * from trinn.assigned_callers)
			union all (select * from trinn.assigned_callers except select * from trinn.callers_put)) c
		where p_county is null or c.county_id = p_county
		group by 1, 3;
	return query
		select c.county_id, 'role_assignment', c.assignment_id, 0::bigint, 'a caller stands back from other cases'
		from trinn.callers c, trinn.marks_of(c) m
		where (p_county is null or c.county_id = p_county)
			and (c.stands_back, c.closed) is distinct from (m.stands_back, m.closed);
	return query
		select f.county_id, 'enrolment', f.enrolment_id, 0::bigint, 'passages are not what the steps say'::text
		from ((select * from trinn.passages_told except select p.county_id, p.programme_id, p.enrolment_id, p.hub_id, p.firm_id, p.round, p.stage,
			p.year, p.assessed, p.entered, p.waited, p.enrolled, p.completed, p.dropped_out from trinn.passages p)
			union all (select p.county_id, p.programme_id, p.enrolment_id, p.hub_id, p.firm_id, p.round, p.stage,
			p.year, p.assessed, p.entered, p.waited, p.enrolled, p.completed, p.dropped_out from trinn.passages p except select * from trinn.passages_told)) f
			join trinn.enrolments n on n.county_id = f.county_id and n.id = f.enrolment_id
		where p_county is null or f.county_id = p_county
		group by 1, 3;
	return query select * from trinn.destruction_faults(p_county);
end $$;

create trigger audit_append_only before update or delete on trinn.audit_events
	for each row execute function trinn.refuse_change();
