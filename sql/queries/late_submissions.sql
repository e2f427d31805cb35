-- part: late_submission_json
-- What is recommended is the county's own until it is decided, and a policy keeps it so.
json_build_object('id', s.id::text, 'state', s.state,
	'call', (select json_build_object('id', c.id::text, 'code', c.code, 'title', c.title, 'stages', c.stages)
		from trinn.calls c where c.county_id = s.county_id and c.id = s.call_id),
	'applicant', (select {party} from trinn.organisations o where o.id = s.applicant_id),
	'applicationId', coalesce(s.draft_id, (select a.id from trinn.applications a
		where a.county_id = s.county_id and a.late_submission_id = s.id))::text,
	'reason', s.reason, 'askedAt', s.asked_at, 'appealId', s.appeal_id::text,
	'appeals', coalesce((select json_agg({standing_appeal} order by p.number) from trinn.appeals p
		where p.county_id = s.county_id and p.late_submission_id = s.id), '[]'),
	'recommendation', (select json_build_object('outcome', m.outcome, 'grounds', m.grounds, 'madeAt', m.made_at,
			'madeBy', (select n.name from trinn.persons n where n.id = m.made_by))
		from trinn.late_recommendations m where m.county_id = s.county_id and m.late_submission_id = s.id
		order by m.id desc limit 1),
	'decision', case when s.decided_on is not null then json_build_object('outcome', s.state, 'grounds', s.grounds,
		'decidedOn', s.decided_on, 'body', s.body, 'submitBy', s.submit_by, 'appealBody', s.appeal_body,
		'appealDeadline', s.appeal_deadline) end)
-- end

-- document: late_submission(late_submission_id int8)
select s.version::text as etag, {late_submission_json}::text as document
from trinn.late_submissions s where s.county_id = (select trinn.caller_county()) and s.id = :late_submission_id;

-- query: list_late_submissions(state text, call_id int8?, after int8?, limit int8) @read
{list_by_id} from (select s.id as key, {late_submission_json} as item
	from (select * from trinn.late_submissions where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and (:call_id is null or call_id = :call_id)
		and id < {last_key} order by id desc limit :limit + 1) s) p;

-- query: load_new_late_submission(call_id int8, application_id int8?) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.late_submissions_id_seq'),
	'callState', trinn.call_state(c), 'closesOn', c.closes_on, 'applicantKinds', l.applicant_kinds,
	'draftState', (select a.state from trinn.applications a where a.county_id = c.county_id and a.id = :application_id
		and a.call_id = c.id and a.applicant_id = trinn.caller_org()),
	'isAsked', exists (select from trinn.late_submissions s where s.county_id = c.county_id and s.call_id = c.id
		and s.applicant_id = trinn.caller_org() and s.state in ('asked', 'recommended')
		and s.draft_id is not distinct from :application_id)
)::text, null::bigint, json_build_array(json_build_array('call', c.id, g.version, false))::text
from trinn.calls c
	join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
	join trinn.guards g on g.county_id = c.county_id and g.kind = 'call' and g.id = c.id
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: insert_late_submission(id int8, call_id int8, application_id int8?, reason text) @write
insert into trinn.late_submissions (id, county_id, applicant_id, applicant_kind, call_id, draft_id, reason, asked_by)
values (:id, trinn.caller_county(), trinn.caller_org(), trinn.caller_kind(), :call_id, :application_id, :reason,
	coalesce(trinn.caller_person(), -trinn.caller_principal()));

-- query: load_late_submission(late_submission_id int8, whole bool) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', s.id, 'state', s.state,
	'applicantId', s.applicant_id, 'askedBy', s.asked_by, 'recommendedBy', s.recommended_by,
	'recommended', (select m.outcome from trinn.late_recommendations m where m.county_id = s.county_id and m.late_submission_id = s.id
		order by m.id desc limit 1),
	'line', (select l.name from trinn.funding_lines l where l.county_id = c.county_id and l.id = c.funding_line_id),
	'body', (select t.body from trinn.authorities t where t.county_id = c.county_id
		and t.funding_line_id = c.funding_line_id and t.role = trinn.caller_role()),
	'appealDays', (select v.value from (select 'appeal.days' as rule_key) k, lateral ({rule_in_force}) v where v.unit = 'days'),
	'isAllowed', trinn.allowed_by(s.county_id, s.appeal_id) is not null,
	'nextAppealId', case when :whole then nextval('trinn.appeals_id_seq') else 0 end,
	'isFinal', exists (select from trinn.appeals p where p.county_id = s.county_id and p.late_submission_id = s.id
		and (p.state = 'not_allowed' or exists (select from trinn.late_submissions n where n.county_id = p.county_id and n.appeal_id = p.id))),
	'appealNumber', (select p.number from trinn.appeals p where p.county_id = s.county_id and p.late_submission_id = s.id and p.settled_on is null),
	'dismissed', coalesce((select json_agg({dismissed_appeal} order by p.number) from {dismissed_rows}
		where p.county_id = s.county_id and p.late_submission_id = s.id and {is_dismissed}), '[]')
)::text, s.version, json_build_array(json_build_array('late_submission', s.id,
	trinn.guard_version('late_submission', s.id), true))::text
from trinn.late_submissions s join trinn.calls c on c.county_id = s.county_id and c.id = s.call_id
where s.county_id = (select trinn.caller_county()) and s.id = :late_submission_id;

-- query: insert_late_recommendation(late_submission_id int8, outcome text, grounds text) @write
insert into trinn.late_recommendations (county_id, applicant_id, late_submission_id, outcome, grounds, made_by)
select s.county_id, s.applicant_id, s.id, :outcome, :grounds, trinn.caller_person()
from trinn.late_submissions s where s.county_id = trinn.caller_county() and s.id = :late_submission_id;

-- query: recommend_late_submission(late_submission_id int8, version int8) @write
with changed as (
	update trinn.late_submissions set state = 'recommended', recommended_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :late_submission_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'recommend_late_submission');

-- query: return_late_submission(late_submission_id int8, version int8) @write
with changed as (
	update trinn.late_submissions set state = 'asked', version = version + 1
	where county_id = trinn.caller_county() and id = :late_submission_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'return_late_submission');

-- query: decide_late_submission(late_submission_id int8, version int8, outcome text, grounds text, body text, submit_by date, appeal_deadline date) @write
-- What a refusal is appealed to and by which rule is kept with it.
with changed as (
	update trinn.late_submissions s set state = :outcome, grounds = :grounds, body = :body, submit_by = :submit_by,
		decided_by = trinn.caller_person(), decided_on = trinn.today(), appeal_deadline = :appeal_deadline,
		appeal_body = case when :outcome = 'refused' then l.appeal_body end,
		rule_params = case when :outcome = 'refused' then (select array[v.id]
			from (select 'appeal.days' as rule_key) k, lateral ({rule_in_force}) v) end,
		version = s.version + 1
	from trinn.calls c join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
	where s.county_id = trinn.caller_county() and s.id = :late_submission_id and s.version = :version
		and c.county_id = s.county_id and c.id = s.call_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_late_submission');
