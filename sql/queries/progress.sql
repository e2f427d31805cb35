-- part: report_head
'id', t.id::text, 'applicationId', t.application_id::text, 'caseNumber', a.case_number, 'hub', {party},
'periodFrom', t.period_from, 'periodTo', t.period_to, 'dueOn', {report_due_on}, 'firstDueOn', t.due_on, 'state', t.state,
'isOverdue', {report_is_overdue}, 'submittedAt', t.submitted_at
-- end

-- part: report_due_on
coalesce(t.due_again_on, t.due_on)
-- end

-- part: report_is_overdue
{report_due_on} < trinn.today() and t.state in ('expected', 'returned')
-- end

-- document: progress_report(progress_report_id int8)
select t.version::text as etag, json_build_object({report_head}, 'content', t.content,
	'returnReason', t.return_reason, 'withdrawReason', t.withdraw_reason,
	'overlaps', (select coalesce(json_agg(json_build_object('id', e.id::text, 'periodFrom', e.period_from,
			'periodTo', e.period_to, 'dueOn', e.due_on) order by e.due_on), '[]')
		from trinn.progress_reports e where e.county_id = t.county_id and e.application_id = t.application_id and e.id <> t.id
			and 'withdrawn' not in (e.state, t.state) and e.period_from <= t.period_to and t.period_from <= e.period_to)
	)::text as document
from trinn.progress_reports t
	join trinn.applications a on a.county_id = t.county_id and a.id = t.application_id
	join trinn.organisations o on o.id = t.hub_id
where t.county_id = (select trinn.caller_county()) and t.id = :progress_report_id;

-- query: list_progress_reports(state text, overdue text, application_id int8?, programme_id int8?, hub_id int8?, after int8?, limit int8) @read
{list_by_id} from (select t.id as key,
	json_build_object({report_head}) as item
	from (select * from trinn.progress_reports t where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and (:overdue is distinct from 'true' or {report_is_overdue})
		and (:application_id is null or application_id = :application_id) and (:hub_id is null or hub_id = :hub_id)
		and (:programme_id is null or exists (select from trinn.applications a where a.id = application_id
			and a.call_id in ({calls_under})))
		and id < {last_key}
		order by id desc limit :limit + 1) t
		join trinn.applications a on a.county_id = t.county_id and a.id = t.application_id
		join trinn.organisations o on o.id = t.hub_id) p;

-- query: expect_reports(application_id int8) @write
-- What the funding line asks of a hub whose grant is accepted: a report of each so many months of the work, and of what is
-- left at its end, two weeks after. What was over before the grant was accepted is not asked for, nor anew what was of an earlier
-- grant of the case.
insert into trinn.progress_reports (county_id, hub_id, application_id, period_from, period_to, due_on)
select a.county_id, a.applicant_id, a.id, f::date, p.period_to, p.period_to + 14
from trinn.applications a
	join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	join trinn.funding_lines l on l.county_id = a.county_id and l.id = c.funding_line_id,
	lateral (select make_interval(months => l.report_every_months) as step) s,
	generate_series(a.starts_on::timestamp, a.ends_on, s.step) f,
	lateral (select least((f + s.step)::date - 1, a.ends_on) as period_to) p
where a.county_id = trinn.caller_county() and a.id = :application_id and a.applicant_kind = 'hub'
	and p.period_to >= trinn.today() and not exists (select from trinn.progress_reports t where t.county_id = a.county_id
		and t.application_id = a.id and t.due_on = p.period_to + 14 and t.state <> 'withdrawn');

-- query: load_new_report(application_id int8, due_on date) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', nextval('trinn.progress_reports_id_seq'), 'applicationId', a.id, 'applicationState', a.state,
	'applicantId', a.applicant_id, 'applicantKind', a.applicant_kind, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
	'isExpected', exists (select from trinn.progress_reports t where t.county_id = a.county_id
		and t.application_id = a.id and t.due_on = :due_on and t.state <> 'withdrawn')
)::text, null::bigint, json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_report(id int8, application_id int8, period_from date, period_to date, due_on date) @write
with made as (
	insert into trinn.progress_reports (id, county_id, hub_id, application_id, period_from, period_to, due_on)
	select :id, a.county_id, a.applicant_id, a.id, :period_from, :period_to, :due_on
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id
		and trinn.caller_role() = 'caseworker'
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_report');

-- query: load_report(progress_report_id int8) @read
-- What every command on a progress report is decided on. Nobody is person 0.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', t.id, 'state', t.state,
	'periodTo', t.period_to, 'firstDueOn', t.due_on, 'dueOn', {report_due_on},
	'earlierDueOn', (select coalesce(e.due_again_on, e.due_on) from trinn.progress_reports e
		where e.county_id = t.county_id and e.application_id = t.application_id and e.due_on < t.due_on
			and e.state in ('expected', 'returned') order by e.due_on limit 1),
	'applicationId', t.application_id, 'hubId', t.hub_id, 'submittedBy', coalesce(t.submitted_by, 0)
)::text, t.version, json_build_array(json_build_array('application', t.application_id, trinn.guard_version('application', t.application_id), true))::text
from trinn.progress_reports t where t.county_id = (select trinn.caller_county()) and t.id = :progress_report_id;

-- query: submit_report(progress_report_id int8, version int8, content json) @write
with changed as (
	update trinn.progress_reports set state = 'submitted', content = :content, submitted_at = now(),
		submitted_by = coalesce(trinn.caller_person(), -trinn.caller_principal()), return_reason = null,
		version = version + 1
	where county_id = trinn.caller_county() and id = :progress_report_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'submit_report');

-- query: return_report(progress_report_id int8, version int8, reason text, due_on date) @write
with changed as (
	update trinn.progress_reports set state = 'returned', return_reason = :reason, due_again_on = :due_on,
		decided_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :progress_report_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'return_report');

-- query: approve_report(progress_report_id int8, version int8) @write
with changed as (
	update trinn.progress_reports set state = 'approved', decided_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :progress_report_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'approve_report');

-- query: withdraw_report(progress_report_id int8, version int8, reason text) @write
with changed as (
	update trinn.progress_reports set state = 'withdrawn', withdraw_reason = :reason, decided_by = trinn.caller_person(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :progress_report_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'withdraw_report');
