-- part: funnel_figures
-- Of those who came before the stages or to a stage in the year, how many got how far, in row g.
'prospects', g.prospects, 'assessed', g.assessed, 'entered', g.entered, 'waited', g.waited, 'enrolled', g.enrolled,
'completed', g.completed, 'dropped', g.dropped,
'enteredBasisPoints', trinn.basis_points(g.entered, g.prospects),
'completedBasisPoints', trinn.basis_points(g.completed, g.enrolled)
-- end

-- part: funnel_cells
with cells as materialized (
	select p.stage, p.hub_id, p.year, case when p.stage is null then count(*) else 0 end as prospects,
		count(*) filter (where p.assessed) as assessed, count(*) filter (where p.entered) as entered,
		count(*) filter (where p.waited) as waited, count(*) filter (where p.enrolled) as enrolled,
		count(*) filter (where p.completed) as completed, count(*) filter (where p.dropped_out) as dropped
	from trinn.passages p
	where p.county_id = (select trinn.caller_county()) and (:programme_id is null or p.programme_id = :programme_id)
		and (:hub_id is null or p.hub_id = :hub_id) and (:year is null or p.year = :year)
	group by p.stage, p.hub_id, p.year
)
-- end

-- part: funnel_rows
cells g cross join lateral (select * from trinn.organisations h where h.id = g.hub_id offset 0) o
-- end

-- query: funnel(programme_id int8?, hub_id int8?, year int8?) @read
{funnel_cells}
select null::text as etag, json_build_object(
	'items', coalesce((select json_agg(json_build_object('stage', g.stage, 'hub', {party}, 'year', g.year,
		{funnel_figures}) order by g.year, o.name, o.id, g.stage nulls first)
		from {funnel_rows}), '[]'),
	'total', (select json_build_object({funnel_figures})
		from (select coalesce(sum(prospects), 0)::bigint as prospects, coalesce(sum(assessed), 0)::bigint as assessed,
			coalesce(sum(entered), 0)::bigint as entered, coalesce(sum(waited), 0)::bigint as waited,
			coalesce(sum(enrolled), 0)::bigint as enrolled, coalesce(sum(completed), 0)::bigint as completed,
			coalesce(sum(dropped), 0)::bigint as dropped from cells) g))::text as document;

-- query: funnel_table(programme_id int8?, hub_id int8?, year int8?) @read
-- The same rows by column, those of the table in api/umbrella/funnel.c.
{funnel_cells}
select g.year, o.orgnr, o.name, g.stage, g.prospects, g.assessed, g.entered, g.waited, g.enrolled, g.completed, g.dropped
from {funnel_rows} order by g.year, o.name, o.id, g.stage nulls first;

-- part: funnel_firms_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or programme_id = :programme_id) and (:year is null or year = :year)
and (:stage is null or stage = :stage) and (:mobilisation is distinct from 'true' or stage is null)
and case :figure when 'prospects' then stage is null when 'assessed' then assessed when 'entered' then entered
	when 'waited' then waited when 'enrolled' then enrolled when 'completed' then completed
	when 'dropped' then dropped_out else true end
-- end

-- query: funnel_firms(programme_id int8?, hub_id int8?, year int8?, stage int8?, mobilisation text, figure text, after int8?, limit int8) @read
-- Who a figure of the funnel is of, one item for each that it counts. One branch per index; the other is not run.
{list_by_id} from (select row_number() over w as n, lead(1) over w is not null as more, t.id as key,
	json_build_object('id', t.id::text, 'enrolmentId', t.enrolment_id::text,
		'firm', (select {party} from trinn.organisations o where o.id = t.firm_id),
		'hub', (select {party} from trinn.organisations o where o.id = t.hub_id),
		'programmeId', t.programme_id::text, 'round', t.round, 'stage', t.stage, 'year', t.year) as item
	from (
		(select * from trinn.passages where (select trinn.caller_kind()) = 'county' and :hub_id is null
			and {funnel_firms_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.passages where hub_id = case (select trinn.caller_kind()) when 'hub'
			then (select trinn.caller_org()) else :hub_id end and (:hub_id is null or hub_id = :hub_id)
			and {funnel_firms_wanted} order by id desc limit :limit + 1)
	) t window w as (order by t.id desc)) p;

-- part: programmes_under
-- Ids of programme :under_id and of all below it.
with recursive below as (
	select g.id from trinn.programmes g where g.county_id = (select trinn.caller_county()) and g.id = :under_id
	union all
	select g.id from below b join trinn.programmes g on g.parent_id = b.id and g.county_id = (select trinn.caller_county())
)
select b.id from below b
-- end

-- part: calls_under
select k.id from trinn.calls k
where k.county_id = (select trinn.caller_county()) and k.programme_id in ({programmes_under})
-- end

-- part: under_programme
-- A programme and all below it.
with recursive under as (
	select g.id, g.code, g.name, g.state, g.digital_parts, g.green_parts, g.county_id, 0 as depth
	from trinn.programmes g where g.county_id = (select trinn.caller_county()) and g.id = :programme_id
	union all
	select g.id, g.code, g.name, g.state, g.digital_parts, g.green_parts, g.county_id, u.depth + 1
	from under u join trinn.programmes g on g.county_id = u.county_id and g.parent_id = u.id
), cases as (
	select c.programme_id, a.id, a.state, a.applied_ore, a.applicant_kind, a.case_number, a.title, a.submitted_at
	from trinn.applications a join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	where a.county_id = (select trinn.caller_county()) and c.programme_id in (select id from under)
		and a.state <> 'draft'
), claimed as (
	select c.programme_id, c.case_number, k.id, k.number, k.state, k.amount_ore, k.submitted_at
	from trinn.claims k join cases c on c.id = k.application_id where k.county_id = (select trinn.caller_county())
), money as (
	select c.programme_id, g.id, g.funding_line_id, g.year, g.amount_ore, g.remaining_ore, g.state
	from trinn.grants g join cases c on c.id = g.application_id
	where g.county_id = (select trinn.caller_county())
), paid as (
	select p.programme_id, p.funding_line_id, p.year, p.amount_ore from trinn.payments p
	where p.county_id = (select trinn.caller_county()) and p.state = 'paid' and p.programme_id in (select id from under)
), on_way as (
	select e.programme_id, e.id, e.firm_id, e.hub_id, e.state, e.stage, e.waiting_since from trinn.enrolments e
	where e.county_id = (select trinn.caller_county()) and e.programme_id in (select id from under)
)
-- end

-- part: umbrella_figures
-- Of programme u.id, or of all where it is NULL.
'applications', (select count(*) from cases c where u.id is null or c.programme_id = u.id),
'appliedOre', (select coalesce(sum(c.applied_ore), 0) from cases c where u.id is null or c.programme_id = u.id),
'grants', (select count(*) from money m where (u.id is null or m.programme_id = u.id) and m.state <> 'lapsed'),
'grantedOre', (select coalesce(sum(m.amount_ore), 0) from money m where (u.id is null or m.programme_id = u.id)
	and m.state <> 'lapsed'),
'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid p where u.id is null or p.programme_id = u.id),
'firms', (select count(distinct w.firm_id) from on_way w where u.id is null or w.programme_id = u.id),
'hubs', (select count(distinct w.hub_id) from on_way w where u.id is null or w.programme_id = u.id),
'currency', 'NOK'
-- end

-- part: reports_on_programmes
-- Who sees all that the figures are made of; to others they would be wrong.
(select trinn.caller_role()) in ('caseworker', 'decision_maker', 'programme_lead', 'secretary', 'archivist', 'auditor')
-- end

-- query: umbrella(programme_id int8) @read
-- A firm in two of the programmes is one firm in the total.
{under_programme}
select null::text as etag, json_build_object(
	'programmes', (select json_agg(json_build_object('id', u.id::text, 'code', u.code, 'name', u.name, 'state', u.state,
		'profile', case when u.digital_parts is not null then json_build_object('digitalParts', u.digital_parts,
			'greenParts', u.green_parts) end, 'depth', u.depth, {umbrella_figures}) order by u.depth, u.name, u.id)
		from under u),
	'total', (select json_build_object({umbrella_figures}) from (select null::bigint as id) u),
	'waiting', json_build_object(
		'applications', (select count(*) from cases c where c.state in ('submitted', 'in_review', 'recommended')),
		'claims', (select count(*) from claimed k where k.state in ('submitted', 'reviewed', 'attested')),
		'firms', (select count(*) from on_way w where w.state = 'waiting')),
	'oldest', coalesce((select json_agg(json_build_object('id', c.id::text, 'caseNumber', c.case_number,
		'title', c.title, 'state', c.state, 'submittedAt', c.submitted_at, 'programmeId', c.programme_id::text)
		order by c.submitted_at, c.id)
		from (select * from cases where state in ('submitted', 'in_review', 'recommended')
			order by submitted_at, id limit 100) c), '[]'),
	'oldestClaims', coalesce((select json_agg(json_build_object('id', k.id::text, 'caseNumber', k.case_number,
		'number', k.number, 'state', k.state, 'amountOre', k.amount_ore, 'currency', 'NOK',
		'submittedAt', k.submitted_at, 'programmeId', k.programme_id::text) order by k.submitted_at, k.id)
		from (select * from claimed where state in ('submitted', 'reviewed', 'attested')
			order by submitted_at, id limit 100) k), '[]'),
	'longestWaiting', coalesce((select json_agg(json_build_object('enrolmentId', w.id::text,
		'firm', (select {party} from trinn.organisations o where o.id = w.firm_id),
		'hub', (select {party} from trinn.organisations o where o.id = w.hub_id),
		'stage', w.stage, 'waitingSince', w.waiting_since, 'programmeId', w.programme_id::text)
		order by w.waiting_since, w.id)
		from (select * from on_way where state = 'waiting' order by waiting_since, id limit 100) w), '[]'))::text as document
where exists (select from under) and {reports_on_programmes};

-- part: stages_report
-- Who came to each stage of a programme u, and how far.
select json_agg(json_build_object('programmeId', t.programme_id::text, 'stage', t.stage, 'name', n.name,
	'enrolled', t.enrolled, 'completed', t.completed, 'dropped', t.dropped,
	'completedBasisPoints', trinn.basis_points(t.completed, t.enrolled)) order by u.depth, u.name, u.id, t.stage)
from (select p.programme_id, p.stage, count(*) filter (where p.enrolled) as enrolled,
		count(*) filter (where p.completed) as completed, count(*) filter (where p.dropped_out) as dropped
	from trinn.passages p where p.county_id = (select trinn.caller_county()) and p.programme_id in (select id from under)
		and p.stage is not null group by 1, 2) t
	join under u on u.id = t.programme_id
	join trinn.programmes g on g.county_id = u.county_id and g.id = u.id
	left join trinn.stages n on n.county_id = g.county_id and n.programme_id = g.id
		and n.programme_version = g.current_version and n.number = t.stage
-- end

-- part: delivery_report
-- Against the profile of the programme itself, where it has one.
select json_build_object(
	'profile', case when u.digital_parts is not null then json_build_object('digitalParts', u.digital_parts,
		'greenParts', u.green_parts, 'digitalBasisPoints', p.bp) end,
	{delivery_sums})
from under u
	left join trinn.cohorts c on c.county_id = u.county_id and c.programme_id in (select id from under)
	left join trinn.sessions s on s.county_id = c.county_id and s.cohort_id = c.id and s.state <> 'cancelled',
	lateral (select trinn.basis_points(u.digital_parts, u.digital_parts + u.green_parts) as bp) p,
	lateral (select coalesce(sum(o.planned), 0)::bigint as planned, coalesce(sum(o.held), 0)::bigint as held,
			coalesce(sum(o.planned_digital), 0)::bigint as planned_digital,
			coalesce(sum(o.held_digital), 0)::bigint as held_digital
		from trinn.tracks t, lateral ({hours_outside_sessions}) o
		where t.county_id = u.county_id and t.programme_id in (select id from under)) d
where u.depth = 0
group by u.digital_parts, u.green_parts, p.bp, d.planned, d.held, d.planned_digital, d.held_digital
-- end

-- part: own_share_report
select json_build_object('copayments', count(*), 'raisedOre', coalesce(sum(c.amount_ore), 0),
	'paidOre', coalesce(sum(m.paid), 0), 'waivedOre', coalesce(sum(m.waived), 0),
	'writtenOffOre', coalesce(sum(m.written_off), 0), 'creditedOre', coalesce(sum(m.credited), 0), 'openOre', coalesce(sum(c.open_ore), 0),
	'aidOre', coalesce(sum(coalesce(c.settled_aid_ore, c.aid_ore)), 0), 'currency', 'NOK')
from trinn.copayments c, lateral (
	select -sum(e.receivable_ore) filter (where e.account = 'bank') as paid,
		sum(e.amount_ore) filter (where e.kind = 'waive') as waived,
		sum(e.amount_ore) filter (where e.kind = 'write_off') as written_off,
		sum(e.amount_ore) filter (where e.kind = 'credit') as credited
	from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id) m
where c.county_id = (select trinn.caller_county()) and c.programme_id in (select id from under)
-- end

-- part: lines_report
-- What each funding line was given for a year, promised of it and paid.
select json_agg(json_build_object('fundingLine', json_build_object('id', l.id::text, 'code', l.code, 'name', l.name),
	'year', t.year, 'appropriatedOre', t.appropriated, 'grantedOre', t.granted, 'paidOre', t.paid)
	order by l.name, l.id, t.year)
from trinn.funding_lines l, lateral (
	select x.year, coalesce(sum(x.appropriated), 0) as appropriated, coalesce(sum(x.granted), 0) as granted,
		coalesce(sum(x.paid), 0) as paid
	from (
		select a.year, a.amount_ore as appropriated, null::bigint as granted, null::bigint as paid
		from trinn.appropriations a where a.county_id = l.county_id and a.funding_line_id = l.id
		union all
		select m.year, null, m.amount_ore, null from money m where m.funding_line_id = l.id and m.state <> 'lapsed'
		union all
		select p.year, null, null, p.amount_ore from paid p where p.funding_line_id = l.id
	) x group by x.year) t
where l.county_id = (select trinn.caller_county()) and l.programme_id in (select id from under)
-- end

-- part: cost_groups_report
-- What the grants were planned for against what released claims show.
select json_agg(json_build_object('costGroup', t.cost_group, 'plannedOre', t.planned, 'grantedOre', t.granted,
	'usedOre', t.used) order by t.cost_group)
from (select x.cost_group, coalesce(sum(x.planned), 0) as planned, coalesce(sum(x.granted), 0) as granted,
		coalesce(sum(x.used), 0) as used
	from (
		select g.cost_group, g.budget_ore as planned, g.amount_ore as granted, null::bigint as used
		from trinn.grant_costs g join money m on m.id = g.grant_id and m.state <> 'lapsed'
		where g.county_id = (select trinn.caller_county())
		union all
		select c.cost_group, null, null, c.amount_ore
		from trinn.claim_costs c join claimed k on k.id = c.claim_id and k.state = 'released'
		where c.county_id = (select trinn.caller_county())
	) x group by x.cost_group) t
-- end

-- part: samplings_report
select json_build_object('samplings', count(distinct s.id), 'closed', count(distinct s.id) filter (where s.state = 'closed'),
	'cases', count(*), 'lookedInto', count(t.finding), 'remarks', count(*) filter (where t.severity = 'remark'),
	'breaches', count(*) filter (where t.severity = 'breach'),
	'followedUp', count(*) filter (where t.follow_up is not null and t.closed_on is not null),
	'overdue', count(*) filter (where t.follow_up_by < trinn.today() and t.closed_on is null))
from trinn.samplings s join trinn.sampled_cases t on t.county_id = s.county_id and t.sampling_id = s.id
where s.county_id = (select trinn.caller_county()) and s.programme_id in (select id from under)
-- end

-- query: final_report(programme_id int8) @read
-- What a programme came to, with those below it.
{under_programme}
select null::text as etag, json_build_object(
	'programme', (select json_build_object('id', u.id::text, 'code', u.code, 'name', u.name) from under u
		where u.depth = 0),
	'asOf', trinn.today(),
	'total', (select json_build_object({umbrella_figures}) from (select null::bigint as id) u),
	'outcomes', coalesce((select json_agg(json_build_object('state', t.state, 'applications', t.n) order by t.state)
		from (select state, count(*) as n from cases group by 1) t), '[]'),
	'enrolments', coalesce((select json_agg(json_build_object('state', t.state, 'firms', t.n) order by t.state)
		from (select state, count(distinct firm_id) as n from on_way group by 1) t), '[]'),
	'stages', coalesce(({stages_report}), '[]'),
	'delivery', ({delivery_report}),
	'ownShare', ({own_share_report}),
	'money', json_build_object('lines', coalesce(({lines_report}), '[]'),
		'costGroups', coalesce(({cost_groups_report}), '[]'), 'currency', 'NOK'),
	'samplings', ({samplings_report}),
	'hubs', coalesce((select json_agg(json_build_object('hub', {party}, 'firms', t.firms, 'finished', t.finished,
		'dropped', t.dropped) order by o.name, o.id)
		from (select w.hub_id, count(distinct w.firm_id) as firms,
			count(distinct w.firm_id) filter (where w.state = 'finished') as finished,
			count(distinct w.firm_id) filter (where w.state = 'dropped_out') as dropped from on_way w group by 1) t
			join trinn.organisations o on o.id = t.hub_id), '[]'),
	'results', (select json_build_object('results', count(*), 'costOre', coalesce(sum(r.cost_ore), 0),
		'measured', count(m.months), 'effectOre', coalesce(sum(m.effect_ore), 0),
		'stories', count(*) filter (where r.story is not null), 'currency', 'NOK')
		from trinn.results r join trinn.enrolments e on e.county_id = r.county_id and e.id = r.enrolment_id
			left join lateral (select t.months, t.effect_ore from trinn.measurements t
				where t.county_id = r.county_id and t.result_id = r.id order by t.months desc limit 1) m on true
		where r.county_id = (select trinn.caller_county()) and e.programme_id in (select id from under)),
	'projects', (select json_build_object('projects', count(*),
		'done', count(*) filter (where j.state = 'done'),
		'researchPilots', count(*) filter (where j.is_research_pilot),
		'appliedOnwardOre', coalesce(sum(n.applied_ore), 0), 'grantedOnwardOre', coalesce(sum(n.granted_ore), 0),
		'currency', 'NOK')
		from trinn.projects j left join lateral (select sum(t.applied_ore) as applied_ore, sum(t.granted_ore) as granted_ore
			from trinn.onward_applications t where t.county_id = j.county_id and t.project_id = j.id) n on true
		where j.county_id = (select trinn.caller_county()) and j.programme_id in (select id from under)),
	'progressReports', (select json_build_object('reports', count(*),
		'approved', count(*) filter (where t.state = 'approved'),
		'overdue', count(*) filter (where {report_is_overdue}))
		from trinn.progress_reports t join cases c on c.id = t.application_id
		where t.county_id = (select trinn.caller_county())))::text as document
where exists (select from under) and {reports_on_programmes};
