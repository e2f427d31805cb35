-- part: party
-- An organisation as documents name it; the organisation stands as o.
json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name)
-- end

-- part: application_head
'id', a.id::text, 'caseNumber', a.case_number, 'state', a.state, 'title', a.title,
'applicant', {party},
'call', json_build_object('id', c.id::text, 'code', c.code, 'title', c.title, 'stages', c.stages),
'trackId', a.track_id::text, 'appliedOre', a.applied_ore, 'currency', 'NOK',
'submittedAt', to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
-- end

-- part: application_document
select a.version::text as etag, json_build_object(
	{application_head},
	'formVersion', a.form_version, 'answers', a.answers, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
	'costs', coalesce((select json_agg(json_build_object('costGroup', t.cost_group, 'description', t.description, 'amountOre', t.amount_ore) order by t.line)
		from trinn.application_costs t where t.county_id = a.county_id and t.application_id = a.id), '[]'),
	'finance', coalesce((select json_agg(json_build_object('sourceKind', t.source_kind, 'source', t.source, 'amountOre', t.amount_ore,
		'confirmed', t.confirmed) order by t.line)
		from trinn.application_finance t where t.county_id = a.county_id and t.application_id = a.id), '[]'),
	'firms', coalesce((select json_agg(json_build_object('orgnr', t.orgnr, 'name', t.name, 'municipalityNo', t.municipality_no, 'stage', t.stage) order by t.line)
		from trinn.application_firms t where t.county_id = a.county_id and t.application_id = a.id), '[]'),
	'fagpartnere', coalesce((select json_agg(json_build_object('orgnr', t.orgnr, 'name', t.name, 'role', t.role, 'hours', t.hours,
		'hourlyOre', t.hourly_ore) order by t.line)
		from trinn.application_fagpartnere t where t.county_id = a.county_id and t.application_id = a.id), '[]'),
	'createdAt', to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
	'caseworker', trinn.person_name(a.caseworker_id), 'returnReason', a.return_reason, 'answerBy', a.return_by
)::text as document
from trinn.applications a
	join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	join trinn.organisations o on o.id = a.applicant_id
where a.county_id = (select trinn.caller_county()) and a.id = :application_id
-- end

-- query: application_document(application_id int8) @read
{application_document};

-- query: reply_application(operation text, key text, fingerprint text, status int4, location text, application_id int8) @write
select r.status, r.location, r.etag, r.reply from ({application_document}) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, :location, d.etag, d.document) r;

-- query: load_new_application(call_id int8, track_id int8?) @read
-- What a new application is decided on; the id it will have.
select json_build_object(
	'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', nextval('trinn.applications_id_seq')::text,
	'callState', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'programmeId', c.programme_id, 'formVersion', c.form_version,
	'applicantKinds', l.applicant_kinds,
	'trackProgrammeId', (select t.programme_id from trinn.tracks t where t.county_id = c.county_id and t.id = :track_id),
	'trackApplicationId', (select min(a.id) from trinn.applications a where a.county_id = c.county_id and a.call_id = c.id and a.track_id = :track_id
		and a.state <> 'withdrawn')
)::text, null::bigint, json_build_array(json_build_array('call', c.id, g.version, false))::text
from trinn.calls c
	join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
	join trinn.guards g on g.county_id = c.county_id and g.kind = 'call' and g.id = c.id
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: insert_application(id int8, call_id int8, form_version int4, track_id int8?, title text) @write
insert into trinn.applications (id, county_id, applicant_id, applicant_kind, call_id, form_version, track_id, title, created_by)
values (:id, trinn.caller_county(), trinn.caller_org(), trinn.caller_kind(), :call_id, :form_version, :track_id, :title, coalesce(trinn.caller_person(), trinn.caller_principal()));

-- query: load_application(application_id int8, whole bool) @read
-- What every command on an application is decided on. Content and form only if whole.
select json_build_object(
	'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', a.applicant_id,
	'caseNumber', a.case_number, 'appliedOre', a.applied_ore, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'returnBy', a.return_by,
	'caseworkerId', a.caseworker_id, 'caseworker', trinn.person_name(a.caseworker_id),
	'call', json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups),
	'line', json_build_object('id', l.id, 'name', l.name, 'state', l.state, 'applicantKinds', l.applicant_kinds, 'countyOnly', l.county_only,
		'maxShareBp', l.max_share_bp),
	'county', (select n.number from trinn.counties n where n.id = a.county_id),
	'applicant', json_build_object('municipalityNo', o.municipality_no, 'insolvent', o.bankrupt or o.forced_winding_up),
	'costs', case when :whole then (select json_agg(json_build_object('costGroup', t.cost_group, 'amountOre', t.amount_ore) order by t.line)
		from trinn.application_costs t where t.county_id = a.county_id and t.application_id = a.id) end,
	'finance', case when :whole then (select json_agg(json_build_object('sourceKind', t.source_kind, 'amountOre', t.amount_ore) order by t.line)
		from trinn.application_finance t where t.county_id = a.county_id and t.application_id = a.id) end,
	'firms', case when :whole then (select json_agg(json_build_object('stage', t.stage) order by t.line)
		from trinn.application_firms t where t.county_id = a.county_id and t.application_id = a.id) end,
	'decision', case when trinn.caller_kind() = 'county' then {decision_facts} end,
	'answers', case when :whole then a.answers end,
	'form', case when :whole then (select f.schema from trinn.forms f where f.county_id = a.county_id and f.call_id = a.call_id and f.version = a.form_version) end
)::text, a.version, json_build_array(json_build_array('application', a.id, g.version, true), json_build_array('call', c.id, gc.version, false),
	json_build_array('funding_line', l.id, gl.version, false))::text
from trinn.applications a
	join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	join trinn.funding_lines l on l.county_id = a.county_id and l.id = c.funding_line_id
	join trinn.organisations o on o.id = a.applicant_id
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
	join trinn.guards gc on gc.county_id = a.county_id and gc.kind = 'call' and gc.id = c.id
	join trinn.guards gl on gl.county_id = a.county_id and gl.kind = 'funding_line' and gl.id = l.id
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: save_plan(application_id int8, version int8, title text, answers jsonb, starts_on date, ends_on date) @write
with changed as (
	update trinn.applications set title = :title, answers = :answers, starts_on = :starts_on, ends_on = :ends_on, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_plan');

-- query: touch_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_application');

-- query: clear_firms(application_id int8) @write
delete from trinn.application_firms where county_id = trinn.caller_county() and application_id = :application_id;

-- query: insert_firms(application_id int8, firms jsonb) @write
-- Names and municipalities are the register's of today.
with added as (
	insert into trinn.application_firms (county_id, applicant_id, application_id, line, orgnr, name, municipality_no, stage)
	select trinn.caller_county(), trinn.caller_org(), :application_id, t.line, t.firm->>'orgnr', coalesce(o.name, t.firm->>'orgnr'), o.municipality_no,
		(t.firm->>'stage')::int
	from jsonb_array_elements(:firms) with ordinality as t(firm, line)
		left join trinn.organisations o on o.orgnr = t.firm->>'orgnr'
	returning 1
) select trinn.exactly(jsonb_array_length(:firms), (select count(*) from added), 'insert_firms');

-- query: clear_fagpartnere(application_id int8) @write
delete from trinn.application_fagpartnere where county_id = trinn.caller_county() and application_id = :application_id;

-- query: insert_fagpartnere(application_id int8, fagpartnere jsonb) @write
with added as (
	insert into trinn.application_fagpartnere (county_id, applicant_id, application_id, line, orgnr, name, role, hours, hourly_ore)
	select trinn.caller_county(), trinn.caller_org(), :application_id, t.line, t.f->>'orgnr', t.f->>'name', t.f->>'role', (t.f->>'hours')::int,
		(t.f->>'hourlyOre')::bigint
	from jsonb_array_elements(:fagpartnere) with ordinality as t(f, line)
	returning 1
) select trinn.exactly(jsonb_array_length(:fagpartnere), (select count(*) from added), 'insert_fagpartnere');

-- query: clear_costs(application_id int8) @write
delete from trinn.application_costs where county_id = trinn.caller_county() and application_id = :application_id;

-- query: insert_costs(application_id int8, costs jsonb) @write
with added as (
	insert into trinn.application_costs (county_id, applicant_id, application_id, line, cost_group, description, amount_ore)
	select trinn.caller_county(), trinn.caller_org(), :application_id, t.line, t.c->>'costGroup', t.c->>'description', (t.c->>'amountOre')::bigint
	from jsonb_array_elements(:costs) with ordinality as t(c, line)
	returning 1
) select trinn.exactly(jsonb_array_length(:costs), (select count(*) from added), 'insert_costs');

-- query: clear_finance(application_id int8) @write
delete from trinn.application_finance where county_id = trinn.caller_county() and application_id = :application_id;

-- query: insert_finance(application_id int8, finance jsonb) @write
with added as (
	insert into trinn.application_finance (county_id, applicant_id, application_id, line, source_kind, source, amount_ore, confirmed)
	select trinn.caller_county(), trinn.caller_org(), :application_id, t.line, t.f->>'sourceKind', t.f->>'source', (t.f->>'amountOre')::bigint,
		(t.f->>'confirmed')::boolean
	from jsonb_array_elements(:finance) with ordinality as t(f, line)
	returning 1
) select trinn.exactly(jsonb_array_length(:finance), (select count(*) from added), 'insert_finance');

-- query: submit_application(application_id int8, version int8, applied_ore int8) @write
with changed as (
	update trinn.applications set state = 'submitted', submitted_by = coalesce(trinn.caller_person(), trinn.caller_principal()),
		submitted_at = coalesce(submitted_at, now()), applied_ore = :applied_ore, return_reason = null, return_by = null, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'submit_application');

-- query: show_lines(application_id int8) @write
-- What is submitted is the county's to see.
with costs as (update trinn.application_costs set draft = false where county_id = trinn.caller_county() and application_id = :application_id and draft),
	finance as (update trinn.application_finance set draft = false where county_id = trinn.caller_county() and application_id = :application_id and draft),
	firms as (update trinn.application_firms set draft = false where county_id = trinn.caller_county() and application_id = :application_id and draft)
update trinn.application_fagpartnere set draft = false where county_id = trinn.caller_county() and application_id = :application_id and draft;

-- query: number_case(application_id int8) @write
-- A case gets its number when it first comes in, and keeps it.
update trinn.applications set case_number = trinn.next_number('case')
where county_id = trinn.caller_county() and id = :application_id and case_number is null;

-- query: freeze_submission(application_id int8) @write
insert into trinn.submissions (county_id, applicant_id, application_id, number, content, sha256, form_version, submitted_by)
select a.county_id, a.applicant_id, a.id,
	1 + (select count(*) from trinn.submissions s where s.county_id = a.county_id and s.application_id = a.id),
	d.document, encode(sha256(convert_to(d.document, 'UTF8')), 'hex'), a.form_version, a.submitted_by
from trinn.applications a, ({application_document}) d
where a.county_id = trinn.caller_county() and a.id = :application_id;

-- query: change_application_state(application_id int8, version int8, state text) @write
with changed as (
	update trinn.applications set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_application_state');

-- query: return_application(application_id int8, version int8, reason text, answer_by date) @write
with changed as (
	update trinn.applications set state = 'returned', return_reason = :reason, return_by = :answer_by,
		caseworker_id = coalesce(caseworker_id, trinn.caller_person()), version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'return_application');

-- query: take_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set state = 'in_review', caseworker_id = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_application');

-- query: list_applications(state text, call_id int8?, after text, limit int8) @read
-- One branch per kind of caller, each with an index of its own; the others are not run. The county sees what was submitted, by when it came in;
-- an applicant all its own, by when it was begun.
select json_agg(p.item order by p.n) filter (where p.n <= :limit)::text as items, max(p.key) filter (where p.n = :limit and p.more) as next
from (
	(select row_number() over () as n, lead(1) over () is not null as more, b.item, b.key
	from (
		select json_build_object({application_head}) as item, a.submitted_at::text || '|' || a.id as key
		from trinn.applications a
			join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
			join trinn.organisations o on o.id = a.applicant_id
		where (select trinn.caller_kind()) = 'county' and a.county_id = (select trinn.caller_county()) and a.state <> 'draft'
			and (a.submitted_at, a.id) < (coalesce(split_part(:after, '|', 1)::timestamptz, 'infinity'), coalesce(split_part(:after, '|', 2)::bigint, 0))
			and (:state is null or a.state = :state) and (:call_id is null or a.call_id = :call_id)
		order by a.submitted_at desc, a.id desc limit :limit + 1
	) b)
	union all
	(select row_number() over () as n, lead(1) over () is not null as more, b.item, b.key
	from (
		select json_build_object({application_head}) as item, a.created_at::text || '|' || a.id as key
		from trinn.applications a
			join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
			join trinn.organisations o on o.id = a.applicant_id
		where (select trinn.caller_kind()) <> 'county' and a.county_id = (select trinn.caller_county()) and a.applicant_id = (select trinn.caller_org())
			and (a.created_at, a.id) < (coalesce(split_part(:after, '|', 1)::timestamptz, 'infinity'), coalesce(split_part(:after, '|', 2)::bigint, 0))
			and (:state is null or a.state = :state) and (:call_id is null or a.call_id = :call_id)
		order by a.created_at desc, a.id desc limit :limit + 1
	) b)
) p;

-- query: list_submissions(application_id int8) @read
select json_agg(json_build_object('number', s.number, 'sha256', s.sha256, 'formVersion', s.form_version,
	'submittedAt', to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'content', s.content::json) order by s.number)::text, null::text
from trinn.submissions s
where s.county_id = (select trinn.caller_county()) and s.application_id = :application_id;

-- query: list_application_events(application_id int8) @read
select json_agg(json_build_object('seq', e.seq, 'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'action', e.action,
	'objectKind', e.object_kind, 'objectId', e.object_id::text, 'role', e.role,
	'person', (select json_build_object('id', n.id::text, 'name', n.name) from trinn.persons n where n.id = e.person_id),
	'reason', e.reason, 'detail', e.detail) order by e.seq)::text, null::text
from trinn.audit_events e
where e.county_id = (select trinn.caller_county()) and e.case_kind = 'application' and e.case_id = :application_id;
