-- part: party
-- An organisation as documents name it; the organisation stands as o.
json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name)
-- end

-- part: title_read
-- See trinn.as_read(); the policy of drafts says whose they are.
case when a.state = 'returned' then coalesce((select u.title from trinn.application_drafts u
	where u.county_id = a.county_id and u.application_id = a.id), a.title) else a.title end
-- end

-- part: may_be_owed
-- Whether answer_due() is worth asking: of most cases the state says that nothing is owed.
a.state in ('submitted', 'returned', 'in_review', 'recommended')
-- end

-- part: application_head
a.id::text as id, a.case_number as "caseNumber", a.state, {title_read} as title, a.applicant, a.call,
a.track_id::text as "trackId", a.applied_ore as "appliedOre", 'NOK' as currency,
a.submitted_at as "submittedAt", case when {may_be_owed} then trinn.answer_due(a.county_id, a.id, a.state, a.submitted_at) end as "answerDueOn",
trinn.caller_kind() = 'county' and a.state = 'recommended' and trinn.is_held(a.county_id, a.id) as "isDecisionHeld",
a.caseworker_id::text as "caseworkerId", a.caseworker
-- end

-- part: carried
-- What application a was begun from, to whoever may see that too.
(select json_build_object('id', f.id::text, 'caseNumber', f.case_number, 'call', f.call)
	from trinn.applications f where f.county_id = a.county_id and f.id = a.carried_from)
-- end

-- part: is_written_by_caller
(a.applicant_id = trinn.caller_org() and trinn.caller_kind() <> 'county' or trinn.is_entered_by_caller(a))
-- end

-- document: application(application_id int8)
select a.version::text as etag, row_to_json(d)::text as document
from trinn.applications a, lateral (select
		{application_head}, trinn.on_behalf_json(a) as "onBehalf",
		case a.state when 'withdrawn' then trinn.said_json(a.county_id, a.id, null) end as "withdrawnOnBehalf", a.form_version as "formVersion", a.late_submission_id::text as "lateSubmissionId", a.answers,
		a.starts_on as "startsOn", a.ends_on as "endsOn", a.new_content as "newContent", a.costs, a.finance,
		a.partners, trinn.budgets_of(a.applicant, a.partners, a.costs, a.finance) as budgets,
		(select max(g.id)::text from trinn.grants g where g.county_id = a.county_id and g.application_id = a.id) as "grantId", a.firms, a.fagpartnere,
		{carried} as "carriedFrom", case when a.not_carried is not null and {is_written_by_caller} then a.not_carried else '[]' end as "notCarried",
		a.created_at as "createdAt", a.destroyed_on as "destroyedOn",
		exists (select from trinn.application_drafts u where a.state = 'returned' and u.county_id = a.county_id
			and u.application_id = a.id and u.changed_at is not null) as "hasUnsentChanges",
		a.return_reason as "returnReason", a.return_by as "answerBy", {preliminary_answers},
		coalesce((select json_agg({standing_appeal} order by p.number)
			from trinn.appeals p where p.county_id = a.county_id and p.application_id = a.id), '[]') as appeals,
		case when a.applicant_kind = 'firm' and trinn.caller_kind() = 'firm' then coalesce((
			select json_agg(json_build_object('line', o.line, 'need', o.need, 'isGranted', o.is_granted)
				order by o.application_id, o.line, o.need) from trinn.overlaps_of(a.id) o), '[]') end as "otherSchemes"
		from trinn.as_read(a) a) d
where a.county_id = trinn.caller_county() and a.id = :application_id;

-- part: carry_source
-- Of the applicant o alone: an application that it is a partner of is another's. Partners with the ids that they will have.
(select json_build_object('id', a.id, 'isDestroyed', a.destroyed_on is not null, 'programmeId', k.programme_id, 'form', f.schema, 'content', json_build_object(
		'answers', a.answers, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'newContent', a.new_content,
		'firms', a.firms, 'fagpartnere', a.fagpartnere, 'costs', a.costs, 'finance', a.finance),
		'partners', coalesce((select json_agg(json_build_object('id', nextval('trinn.application_partners_id_seq'),
				'organisationId', coalesce(r.id, 0), 'orgnr', p.orgnr, 'name', p.name, 'task', p.task) order by p.n)
			from rows from (json_to_recordset(a.partners) as (orgnr text, name text, task text)) with ordinality
					as p(orgnr, name, task, n)
				left join trinn.organisations r on r.orgnr = p.orgnr and r.deleted_on is null), '[]'))
	from trinn.applications a
		join trinn.calls k on k.county_id = a.county_id and k.id = a.call_id
		join trinn.forms f on f.county_id = a.county_id and f.call_id = a.call_id and f.version = a.form_version
	where a.county_id = c.county_id and a.id = :from_id and a.applicant_id = o.id)
-- end

-- part: carry_target
json_build_object('stages', c.stages, 'costGroups', c.cost_groups, 'line', {strictest_line}, 'form', (select f.schema
	from trinn.forms f where f.county_id = c.county_id and f.call_id = c.id and f.version = c.form_version))
-- end

-- query: load_new_application(call_id int8, track_id int8?, orgnr text, from_id int8?) @read
-- What a new application is decided on; the id it will have. A track is changed by it: of two at once, one comes first. What
-- it is to take along from another, and what that is to fit.
select json_build_object(
	'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', nextval('trinn.applications_id_seq')::text,
	'callState', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'deadline', {deadline},
	'leaveId', v.id, 'programmeId', c.programme_id,
	'behalf', case when :orgnr is not null and o.id is not null then json_build_object('applicantId', o.id, 'isHub', trinn.is_hub(o.id),
		'isEnrolled', trinn.has_enrolled(o.id), 'entryDays', trinn.entry_days()) end,
	'formVersion', c.form_version, 'applicantKinds', l.applicant_kinds,
	'trackProgrammeId', (select t.programme_id from trinn.tracks t
		where t.county_id = c.county_id and t.id = :track_id),
	'trackState', (select t.state from trinn.tracks t where t.county_id = c.county_id and t.id = :track_id),
	'trackApplicationId', (select min(a.id) from trinn.applications a
		where a.county_id = c.county_id and a.call_id = c.id and a.track_id = :track_id and a.state <> 'withdrawn'),
	'from', case when :from_id is not null then {carry_source} end,
	'target', case when :from_id is not null then {carry_target} end
)::text, null::bigint, (select json_agg(json_build_array(k.kind, k.id, k.version, k.kind = 'track'))
	from trinn.guards k where k.county_id = c.county_id
		and (k.kind = 'call' and k.id = c.id or k.kind = 'track' and k.id = :track_id or k.kind = 'application' and k.id = :from_id
			or k.kind = 'late_submission' and k.id = v.id))::text
from trinn.calls c
	join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
	left join trinn.organisations o on o.id = case when :orgnr is null then trinn.caller_org()
		else (select r.id from trinn.organisations r where r.orgnr = :orgnr and r.deleted_on is null) end
	left join lateral (select s.id from trinn.late_submissions s where s.county_id = c.county_id and s.call_id = c.id
			and s.applicant_id = trinn.caller_org() and :orgnr is null and s.state = 'granted' and s.draft_id is null and s.submit_by >= trinn.today()
			and not exists (select from trinn.applications a where a.county_id = s.county_id and a.late_submission_id = s.id)
		order by s.id limit 1) v on trinn.call_state(c) <> 'open'
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: insert_application(id int8, call_id int8, form_version int4, track_id int8?, late_submission_id int8?, title text) @write
insert into trinn.applications (id, county_id, applicant_id, applicant_kind, call_id, form_version, track_id,
	late_submission_id, title, created_by)
values (:id, trinn.caller_county(), trinn.caller_org(), trinn.caller_kind(), :call_id, :form_version, :track_id,
	:late_submission_id, :title, coalesce(trinn.caller_person(), -trinn.caller_principal()));

-- query: enter_application(id int8, applicant_id int8, call_id int8, form_version int4, title text, received_on date, channel text, authority text) @write
-- For a firm that the caller acts for.
insert into trinn.applications (id, county_id, applicant_id, applicant_kind, call_id, form_version, title, created_by,
	entered_by, entered_from, received_on, channel, authority)
values (:id, trinn.caller_county(), :applicant_id, 'firm', :call_id, :form_version, :title, trinn.caller_person(),
	trinn.caller_person(), case trinn.caller_kind() when 'hub' then trinn.caller_org() end, :received_on, :channel, :authority);

-- part: planned_firms
-- Names and municipalities are the register's of today.
(select coalesce(json_agg(json_build_object('orgnr', f.orgnr, 'name', coalesce(o.name, f.orgnr),
		'municipalityNo', o.municipality_no, 'stage', f.stage) order by f.line), '[]')
	from rows from (json_to_recordset(:firms) as (orgnr text, stage int)) with ordinality
			as f(orgnr, stage, line)
		left join trinn.organisations o on o.orgnr = f.orgnr)
-- end

-- query: carry_over(application_id int8, from_id int8, answers json, starts_on date, ends_on date, new_content text, firms json, fagpartnere json, costs json, finance json, not_carried json) @write
-- What one that was just begun takes along.
with changed as (
	update trinn.applications set carried_from = :from_id, not_carried = :not_carried, answers = :answers, starts_on = :starts_on,
		ends_on = :ends_on, new_content = :new_content, firms = {planned_firms}, fagpartnere = :fagpartnere, costs = :costs,
		finance = :finance
	where county_id = trinn.caller_county() and id = :application_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'carry_over');

-- part: strictest_line
-- What the lines that finance call c ask together of an applicant o. They take the same applicants; of all else the
-- strictest holds, and the line is named that is.
(select json_build_object('name', (array_agg(f.name order by f.state = 'active', k.position))[1],
		'state', (array_agg(f.state order by f.state = 'active', k.position))[1],
		'applicantKinds', (array_agg(to_json(f.applicant_kinds) order by k.position))[1],
		'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp),
		'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by f.max_share_bp, k.position))[1] end,
		'maxAmount', (array_agg(m.amount order by (m.amount->>'amountOre')::bigint, k.position))[1],
		'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', bool_or(f.assures_recommendations))
	from trinn.call_lines k
		join trinn.funding_lines f on f.county_id = k.county_id and f.id = k.funding_line_id
		cross join lateral (select trinn.max_amount(f.max_amounts, o.employees) as amount) m
	where k.county_id = c.county_id and k.call_id = c.id)
-- end

-- part: assignee
-- Whom the case is to be given to.
(select json_build_object('name', trinn.person_name(n.id), 'isCaseworker', trinn.has_role(n.id, 'caseworker', trinn.today(), trinn.today()),
		'hasCase', a.caseworker_id is not distinct from n.id,
		'applied', trinn.has_applied(a.county_id, a.id, n.id), 'isQuestioned', trinn.is_questioned(n.id, a.id))
	from trinn.persons n where n.id = :assignee_id and trinn.serves_county(n.id))
-- end

-- part: in_hand
-- What tells whether application a of call c may still be changed by its applicant.
json_build_object('callState', c.state, 'today', trinn.today(), 'deadline', {deadline},
	'now', floor(extract(epoch from now()))::bigint, 'begunAt', floor(extract(epoch from a.created_at))::bigint,
	'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s where s.county_id = a.county_id and s.state = 'granted'
		and (s.draft_id = a.id or s.id = a.late_submission_id)),
	'mayEnter', trinn.is_received_in_time(a, c),
	'isLeaveAsked', exists (select from trinn.late_submissions s where s.county_id = a.county_id and s.draft_id = a.id
		and s.state in ('asked', 'recommended')))
-- end

-- part: group_caps
-- Of the cost groups of call c that have one.
(select json_agg(json_build_object('costGroup', k.code, 'name', k.name, 'maxShareBp', k.max_share_bp) order by k.position)
	from trinn.cost_groups k where k.county_id = c.county_id and k.funding_line_id = c.funding_line_id
		and k.code = any (c.cost_groups) and k.max_share_bp is not null)
-- end

-- part: application_facts
-- What every command on application a is decided on. Content and form only if whole; what is merely warned of only if told.
json_build_object(
	'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', a.applicant_id,
	'applicantKind', a.applicant_kind, 'hasEntered', a.entered_by is not distinct from trinn.caller_person() and a.entered_by is not null,
	'mayWrite', {is_written_by_caller},
	'inHand', {in_hand}, 'formVersion', a.form_version,
	'isTrackEnded', exists (select from trinn.tracks t where t.county_id = a.county_id and t.id = a.track_id
		and t.state = 'ended'),
	'caseNumber', a.case_number, 'appliedOre', a.applied_ore, 'startsOn', w.starts_on, 'endsOn', w.ends_on,
	'owesAnswer', trinn.answer_due(a.county_id, a.id, a.state, a.submitted_at) is not null, 'toldAnswer', {told_answer},
	'returnBy', a.return_by,
	'submittedOn', (a.submitted_at at time zone 'Europe/Oslo')::date, 'cameInOn', (coalesce(a.submitted_at, {came_in}) at time zone 'Europe/Oslo')::date, 'caseworkerId', trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker,
	'call', json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on,
		'stages', c.stages, 'costGroups', c.cost_groups, 'caps', {group_caps}, 'formVersion', c.form_version),
	'line', {strictest_line},
	'overlaps', coalesce(v.overlaps, '[]'), 'partners', w.partners,
	'unsettledPartners', coalesce(trinn.unsettled_partners(a.county_id, a.id), '{}'),
	'county', (select n.number from trinn.counties n where n.id = a.county_id),
	'applicant', json_build_object('municipalityNo', o.municipality_no, 'insolvent', o.bankrupt or o.forced_winding_up),
	'costs', case when :whole then w.costs end,
	'finance', case when :whole then w.finance end,
	'firms', case when :whole then w.firms end,
	'decision', case when trinn.caller_kind() = 'county' then {decision_facts} end,
	'openReversal', (select r.number from trinn.reversals r where r.county_id = a.county_id and r.application_id = a.id and r.state = 'proposed'),
	'appealable', {appealable}, 'mailings', {mailings},
	'postDays', trinn.county_figure('notice.post_days', 5),
	'answers', case when :whole then w.answers end,
	'form', case when :whole then (select f.schema from trinn.forms f
		where f.county_id = a.county_id and f.call_id = a.call_id and f.version = a.form_version) end,
	'newerForm', case when :whole and c.form_version <> a.form_version then (select f.schema from trinn.forms f
		where f.county_id = a.county_id and f.call_id = a.call_id and f.version = c.form_version) end
)
-- end

-- part: application_guards
(jsonb_build_array(jsonb_build_array('application', a.id, g.version, true),
	jsonb_build_array('call', c.id, gc.version, false)) || {line_guards} || coalesce(v.guards, '[]'))
-- end

-- part: overlaps_seen
json_agg(json_build_object('caseNumber', o.case_number, 'line', o.line, 'firm', o.firm,
		'need', o.need, 'isGranted', o.is_granted) order by o.application_id, o.line, o.firm, o.need) as overlaps,
	jsonb_agg(distinct jsonb_build_array('application', o.application_id, trinn.guard_version('application', o.application_id),
		false)) filter (where o.case_number is not null) as guards
-- end

-- part: application_joined
-- Of one application a: a query that comes to it by another row gives its id as a value too. A plan may ask what overlaps of
-- every row of a that its own condition leaves, before it joins the other.
	join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	join trinn.funding_lines l on l.county_id = a.county_id and l.id = c.funding_line_id
	join trinn.organisations o on o.id = a.applicant_id
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
	join trinn.guards gc on gc.county_id = a.county_id and gc.kind = 'call' and gc.id = c.id
	cross join lateral (select {overlaps_seen} from trinn.overlaps_of(a.id) o) v
	cross join lateral trinn.as_read(a) w
	cross join (values (null::bigint)) appellant (partner_id) -- whose appeals are meant: the applicant's
-- end

-- query: load_application(application_id int8, whole bool, tells bool) @read
select {application_facts}::text, a.version, {application_guards}::text
from trinn.applications a {application_joined}
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: load_assigning(application_id int8, whole bool, tells bool, assignee_id int8) @read
select (({application_facts})::jsonb || jsonb_build_object('assignee', {assignee}))::text, a.version, {application_guards}::text
from trinn.applications a {application_joined}
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: save_plan(application_id int8, version int8, title text, answers json, starts_on date, ends_on date, new_content text, firms json, fagpartnere json) @write
with changed as (
	update trinn.applications set title = :title, answers = :answers, starts_on = :starts_on, ends_on = :ends_on,
		new_content = :new_content, firms = {planned_firms}, fagpartnere = :fagpartnere, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_plan');

-- query: save_costs(application_id int8, version int8, costs json) @write
with changed as (
	update trinn.applications set costs = :costs, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_costs');

-- query: save_finance(application_id int8, version int8, finance json) @write
with changed as (
	update trinn.applications set finance = :finance, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_finance');

-- query: take_form(application_id int8, version int8, form_version int8) @write
with changed as (
	update trinn.applications set form_version = :form_version, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_form');

-- query: reply_taken_form(operation text, key text, fingerprint text, status int4, application_id int8, misfits json) @write
-- The document, and which of its answers do not fit the form that it has now.
select r.status, r.location, r.etag, r.reply from ({application_document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, null, d.etag,
		json_build_object('application', d.document::json, 'misfits', :misfits::json)::text) r;

-- part: came_in
-- What the county enters in application a came in when the county got it: the applicant is answered in time of that (fvl. § 11 a).
case when a.entered_by = trinn.caller_person() and a.entered_from is null
	then least(now(), trinn.closes_at(a.received_on) - interval '1 second') else now() end
-- end

-- query: submit_application(application_id int8, version int8, applied_ore int8) @write
with changed as (
	update trinn.applications a set state = 'submitted',
		submitted_by = coalesce(trinn.caller_person(), -trinn.caller_principal()),
		submitted_at = coalesce(submitted_at, {came_in}), applied_ore = :applied_ore, return_reason = null, return_by = null, not_carried = null,
		version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'submit_application');

-- query: number_case(application_id int8) @write
-- A case gets its number when it first comes in, and keeps it.
update trinn.applications set case_number = trinn.next_number('case')
where county_id = trinn.caller_county() and id = :application_id and case_number is null;

-- query: freeze_submission(application_id int8) @write
insert into trinn.submissions (county_id, applicant_id, application_id, number, content, sha256, form_version,
	submitted_by)
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

-- query: resume_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set state = 'in_review', return_reason = null, return_by = null,
		caseworker_id = coalesce(caseworker_id, trinn.caller_person()), version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'resume_application');

-- query: take_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set state = 'in_review', caseworker_id = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_application');

-- query: assign_application(application_id int8, version int8, caseworker_id int8) @write
with changed as (
	update trinn.applications set caseworker_id = :caseworker_id, version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'assign_application');

-- part: last_time_and_id
-- See last_key.
case when :after is null then 'infinity' else split_part(:after, '|', 1)::timestamptz end,
case when :after is null then 0 else split_part(:after, '|', 2)::bigint end
-- end

-- part: applications_wanted
-- What may be asked for stands in coalesce(), of which the planner expects half of the rows: of one filter after the other it
-- expects so few that it reads and sorts them all (sql/policies/rows.sql).
a.county_id = (select trinn.caller_county())
and coalesce((:state is null or a.state = :state) and (:call_id is null or a.call_id = :call_id)
	and (:caseworker is null or a.caseworker_id = {wanted_caseworker}) and (:orgnr is null or a.applicant_id = {wanted_applicant})
	and (:programme_id is null or a.call_id in ({calls_under}))
	and (:answer_due_by is null or {may_be_due} and trinn.answer_due(a.county_id, a.id, a.state, a.submitted_at) <= :answer_due_by)
	and (:awaits_meeting is distinct from 'true' or trinn.case_awaits_meeting(a.id)), false)
-- end

-- part: may_be_due
-- Whether it can be by that day: no month is shorter than four weeks.
{may_be_owed} and (a.submitted_at < :answer_due_by + (select 2 - 28 * trinn.county_figure('answer.months', 1))::int
	or exists (select from trinn.preliminary_answers p where p.county_id = a.county_id and p.application_id = a.id))
-- end

-- part: wanted_caseworker
-- With CASE for the same reason as last_key.
case when :caseworker = 'me' then (select trinn.caller_person()) else :caseworker::bigint end
-- end

-- part: wanted_applicant
(select o.id from trinn.organisations o where o.orgnr = :orgnr and o.deleted_on is null)
-- end

-- part: waits_for_party
-- Whom of the party's application a waits for once it is sent in, and, of an appeal, the appeals body.
select 'partner', (min(p.asked_at) at time zone 'Europe/Oslo')::date, case when count(p.answer_by) = count(*) then max(p.answer_by) end
from trinn.application_partners p
where p.county_id = a.county_id and p.application_id = a.id and trinn.is_waited_for(p)
	and (p.amendment_id is null or trinn.entering_state(p.county_id, p.amendment_id) in ('asked', 'prepared')) having count(*) > 0
union all
select 'acceptance', (d.released_at at time zone 'Europe/Oslo')::date, g.accept_by
from trinn.grants g join trinn.decisions d on d.county_id = g.county_id and d.id = g.decision_id
where a.state in ('granted', 'part_granted') and g.county_id = a.county_id and g.application_id = a.id and g.state = 'offered'
	and g.accept_by is not null and not trinn.is_set_aside(a.county_id, a.id)
union all
select 'condition', (min(g.accepted_at) at time zone 'Europe/Oslo')::date, min(t.due_on)
from trinn.grants g join trinn.decision_conditions t on t.county_id = g.county_id and t.application_id = g.application_id
where a.state in ('accepted', 'active') and g.county_id = a.county_id and g.application_id = a.id and g.state in ('accepted', 'active')
	and t.state = 'open' having count(*) > 0
union all
select 'appeals_body', coalesce((select (max(x.settled_at) at time zone 'Europe/Oslo')::date from trinn.appeal_proposals x
		where x.county_id = p.county_id and x.appeal_id = p.id and x.outcome = 'forwarded' and x.state = 'confirmed'), p.lodged_on), null
from trinn.appeals p where p.county_id = a.county_id and p.application_id = a.id and p.state = 'forwarded'
-- end

-- part: waits_for
-- What application a waits for that is not its caseworker's to do, as far as the caller sees it.
coalesce((select json_agg(json_build_object('for', w.what, 'since', w.since, 'until', w.until) order by w.since) from (
	select 'applicant', (a.state_since at time zone 'Europe/Oslo')::date, a.return_by where a.state = 'returned'
	union all
	select 'hearing', (h.raised_at at time zone 'Europe/Oslo')::date, h.answer_by
	from trinn.hearings h where h.county_id = a.county_id and h.applicant_id = a.applicant_id and h.application_id = a.id
		and h.state = 'raised' and trinn.waits_for_party(h)
	union all
	{waits_for_party}
	union all
	select case when d.id is not null then 'release' when m.on_day is not null then 'meeting' else 'decision' end,
		coalesce(d.decided_on, m.since, (a.state_since at time zone 'Europe/Oslo')::date), coalesce(d.release_on, m.on_day)
	from (values (1)) one
		left join trinn.decisions d on d.county_id = a.county_id and d.application_id = a.id and d.released_at is null
			and d.dropped_at is null
		left join lateral (select t.on_day, (min(g.sent_at) at time zone 'Europe/Oslo')::date as since
			from trinn.meeting_items i
				join trinn.meetings t on t.county_id = i.county_id and t.id = i.meeting_id
				join trinn.agenda_items g on g.county_id = i.county_id and g.meeting_id = i.meeting_id and g.item_id = i.id
			where i.county_id = a.county_id and i.application_id = a.id and i.state = 'listed' and t.state in ('called', 'open')
			group by t.on_day) m on true
	where a.state = 'recommended' and trinn.lacks_partner(d) is not true) w (what, since, until)), '[]')
-- end

-- part: county_applications
-- What the county sees: what was submitted, by when it came in.
select a.submitted_at as at, a.* from trinn.applications a
where (select trinn.caller_kind()) = 'county' and (select trinn.caller_role()) <> 'steering_member' and a.state <> 'draft'
	and (a.submitted_at, a.id) < ({last_time_and_id}) and {applications_wanted}
-- end

-- part: newest_in
order by a.submitted_at desc, a.id desc limit :limit + 1
-- end

-- part: applications_of_others
-- One branch per kind of caller, each with an index of its own; the others are not run. A member of the steering group sees
-- what is put before them; an applicant all its own, by when it was begun. Who enters for others sees that beside it.
(select a.submitted_at as at, a.* from trinn.applications a
	where (select trinn.caller_role()) = 'steering_member' and a.id = any (array(select trinn.shown_applications()))
		and (a.submitted_at, a.id) < ({last_time_and_id}) and {applications_wanted}
	{newest_in})
union all
(select a.created_at as at, a.* from trinn.applications a
	where (select trinn.caller_kind()) <> 'county' and a.applicant_id = (select trinn.caller_org())
		and (a.created_at, a.id) < ({last_time_and_id}) and {applications_wanted}
	order by a.created_at desc, a.id desc limit :limit + 1)
union all
(select a.created_at as at, a.* from trinn.applications a
	where (select trinn.caller_role()) in ('caseworker', 'hub_signatory') and a.entered_by = (select trinn.caller_person())
		and (a.state = 'draft' or (select trinn.caller_kind()) = 'hub')
		and (a.created_at, a.id) < ({last_time_and_id}) and {applications_wanted}
	order by a.created_at desc, a.id desc limit :limit + 1)
-- end

-- part: page_of_applications
-- Of those in listed.
select json_agg(p.item order by p.n) filter (where p.n <= :limit)::text as items,
	max(p.key) filter (where p.n = :limit and p.more) as next
from (
	select row_number() over w as n, lead(1) over w is not null as more, row_to_json(d) as item, a.at::text || '|' || a.id as key
	from listed a, lateral (select {application_head}, {waits_for} as "waitsFor") d
	window w as (order by a.at desc, a.id desc)
) p
-- end

-- query: list_applications(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- Plans do not know what is asked for (lib/db/connect.c): what the county finds by an index is a statement of its own, of which
-- the handler takes the narrowest.
with listed as (({county_applications} {newest_in}) union all {applications_of_others})
{page_of_applications};

-- query: list_applications_of(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- An applicant's, in its own order.
with listed as ((select a.created_at as at, a.* from trinn.applications a
		where (select trinn.caller_kind()) = 'county' and (select trinn.caller_role()) <> 'steering_member' and a.state <> 'draft'
			and a.applicant_id = {wanted_applicant} and (a.created_at, a.id) < ({last_time_and_id}) and {applications_wanted}
		order by a.created_at desc, a.id desc limit :limit + 1) union all {applications_of_others})
{page_of_applications};

-- query: list_applications_handled(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
with listed as (({county_applications} and a.caseworker_id = {wanted_caseworker} {newest_in}) union all {applications_of_others})
{page_of_applications};

-- query: list_applications_in_hand(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- Of somebody's cases those that are open.
with listed as (({county_applications} and a.caseworker_id = {wanted_caseworker} and a.closed_on is null {newest_in})
	union all {applications_of_others})
{page_of_applications};

-- query: list_applications_in_call(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
with listed as (({county_applications} and a.call_id = :call_id {newest_in}) union all {applications_of_others})
{page_of_applications};

-- query: list_applications_in_programme(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- The newest of each of its calls, and of these the newest.
with listed as ((select a.* from ({calls_under}) k (id), lateral ({county_applications} and a.call_id = k.id {newest_in}) a {newest_in})
	union all {applications_of_others})
{page_of_applications};

-- query: list_applications_in_state(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
with listed as (({county_applications} and a.state = :state {newest_in}) union all {applications_of_others})
{page_of_applications};

-- query: list_applications_to_answer(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- By the index of what waits.
with listed as (({county_applications} and {may_be_owed} {newest_in})
	union all {applications_of_others})
{page_of_applications};

-- query: list_applications_to_resolve(state text, call_id int8?, programme_id int8?, answer_due_by date, awaits_meeting text,
--   caseworker text, orgnr text, after text, limit int8) @read
-- No other waits for a meeting (case_awaits_meeting()).
with listed as (({county_applications} and a.id = any (array(select trinn.cases_for_meetings())) {newest_in})
	union all {applications_of_others})
{page_of_applications};

-- query: list_submissions(application_id int8) @read
-- No row if there is no such application, here and in the lists below it.
select (select json_agg(json_build_object('number', s.number, 'sha256', s.sha256, 'formVersion', s.form_version,
		'submittedAt', s.submitted_at, 'content', s.content::json) order by s.number)
	from trinn.submissions s where s.county_id = a.county_id and s.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: submission_document(application_id int8, number int8) @read
-- With the form that it was answered by.
select null::text as etag, json_build_object('number', s.number, 'sha256', s.sha256, 'submittedAt', s.submitted_at,
	'form', json_build_object('version', f.version, 'sha256', f.sha256, 'schema', f.schema), 'content', s.content::json)::text as document
from trinn.submissions s
	join trinn.applications a on a.county_id = s.county_id and a.id = s.application_id
	join trinn.forms f on f.county_id = a.county_id and f.call_id = a.call_id and f.version = s.form_version
where s.county_id = (select trinn.caller_county()) and s.application_id = :application_id and s.number = :number;

-- query: submission_content(application_id int8, number int8) @read
-- Byte for byte what its digest was made of.
select null::text as etag, trinn.content_of(s) as document from trinn.submissions s
where s.county_id = (select trinn.caller_county()) and s.application_id = :application_id and s.number = :number;

-- query: compare_submissions(application_id int8, number_from int8?, number_to int8?) @read
-- Of each: what is told of it, content, form. Unless they are named, the last and the one before it.
select json_build_object('number', s.number, 'submittedAt', s.submitted_at, 'formVersion', s.form_version)::text,
	s.content, f.schema::text,
	json_build_object('number', t.number, 'submittedAt', t.submitted_at, 'formVersion', t.form_version)::text,
	t.content, g.schema::text
from trinn.applications a
	join trinn.submissions t on t.county_id = a.county_id and t.application_id = a.id and t.number = coalesce(:number_to,
		(select max(m.number) from trinn.submissions m where m.county_id = a.county_id and m.application_id = a.id))
	join trinn.submissions s on s.county_id = a.county_id and s.application_id = a.id
		and s.number = coalesce(:number_from, greatest(t.number - 1, 1))
	join trinn.forms f on f.county_id = a.county_id and f.call_id = a.call_id and f.version = s.form_version
	join trinn.forms g on g.county_id = a.county_id and g.call_id = a.call_id and g.version = t.form_version
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: list_application_events(application_id int8) @read
select (select json_agg(json_build_object('caseKind', e.case_kind, 'caseId', e.case_id::text, 'seq', e.seq, 'at', e.at, 'action', e.action,
		'objectKind', e.object_kind, 'objectId', e.object_id::text, 'role', e.role,
		'person', (select json_build_object('id', n.id::text, 'name', n.name)
			from trinn.persons n where n.id = e.person_id),
		'reason', e.reason, 'detail', e.detail) order by e.at, e.seq, e.case_kind, e.case_id)
	from trinn.case_trail(a.id) e)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_answer_on_behalf(applicant_id int8, application_id int8, grant_id int8?, answer text, received_on date, channel text, authority text) @write
insert into trinn.answers_on_behalf (county_id, applicant_id, application_id, grant_id, answer, received_on, channel, authority, entered_by, entered_from)
values (trinn.caller_county(), :applicant_id, :application_id, :grant_id, :answer, :received_on, :channel, :authority, trinn.caller_person(),
	case trinn.caller_kind() when 'hub' then trinn.caller_org() end);
