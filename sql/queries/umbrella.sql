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
	where p.county_id = (select trinn.caller_county()) and (:programme_id is null or p.programme_id in ({programmes_under}))
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
select g.year, o.orgnr, o.name, g.stage, g.prospects, g.assessed, g.entered, g.waited, g.enrolled, g.completed, g.dropped,
	trinn.basis_points(g.entered, g.prospects), trinn.basis_points(g.completed, g.enrolled)
from {funnel_rows} order by g.year, o.name, o.id, g.stage nulls first;

-- part: funnel_firms_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or programme_id in ({programmes_under})) and (:year is null or year = :year)
and (:stage is null or stage = :stage) and (:mobilisation is distinct from 'true' or stage is null)
and case :figure when 'prospects' then stage is null when 'assessed' then assessed when 'entered' then entered
	when 'waited' then waited when 'enrolled' then enrolled when 'completed' then completed
	when 'dropped' then dropped_out else true end
-- end

-- query: funnel_firms(programme_id int8?, hub_id int8?, year int8?, stage int8?, mobilisation text, figure text, after int8?, limit int8) @read
-- Who a figure of the funnel is of, one item for each that it counts. One branch per index; the other is not run.
{list_by_id} from (select t.id as key,
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
	) t) p;

-- part: programmes_under
-- Ids of programme :programme_id and of all below it, as every list and report takes it.
with recursive below as (
	select g.id from trinn.programmes g where g.county_id = (select trinn.caller_county()) and g.id = :programme_id
	union all
	select g.id from below b join trinn.programmes g on g.parent_id = b.id and g.county_id = (select trinn.caller_county())
)
select b.id from below b
-- end

-- part: calls_under
select k.id from trinn.calls k
where k.county_id = (select trinn.caller_county()) and k.programme_id in ({programmes_under})
-- end

-- part: in_years
-- Of a year: whether it is one of those asked for.
<@ (select years from period)
-- end

-- part: under_programme
-- A programme and all below it, in the years of `period`: applications by the day they were submitted, money by the year it
-- is granted of, firms by the years in which they came before the stages or to a stage.
under as (
	select g.id, g.code, g.name, trinn.programme_state(g) as state, g.digital_parts, g.green_parts, g.county_id, 0 as depth
	from trinn.programmes g where g.county_id = (select trinn.caller_county()) and g.id = :programme_id
	union all
	select g.id, g.code, g.name, trinn.programme_state(g) as state, g.digital_parts, g.green_parts, g.county_id, u.depth + 1
	from under u join trinn.programmes g on g.county_id = u.county_id and g.parent_id = u.id
), all_cases as (
	select c.programme_id, a.id, a.state, a.applied_ore, a.applicant_kind, a.applicant_id, a.case_number, a.title, a.submitted_at
	from trinn.applications a join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	where a.county_id = (select trinn.caller_county()) and c.programme_id in (select id from under)
		and a.state <> 'draft'
), cases as (
	select * from all_cases where extract(year from submitted_at at time zone 'Europe/Oslo')::int {in_years}
), claimed as (
	select c.programme_id, c.case_number, k.id, k.number, k.state, k.amount_ore, k.approved_ore, k.submitted_at
	from trinn.claims k
		join all_cases c on c.id = k.application_id
		join trinn.grants g on g.county_id = k.county_id and g.id = k.grant_id
	where k.county_id = (select trinn.caller_county()) and g.year {in_years}
), money as (
	select c.programme_id, g.id, g.amount_ore, g.remaining_ore, trinn.gave_nothing(g) as gave_nothing,
		case when c.applicant_kind = 'firm' then c.applicant_id end as firm_id
	from trinn.grants g join all_cases c on c.id = g.application_id
	where g.county_id = (select trinn.caller_county()) and g.year {in_years}
), paid as (
	select p.programme_id, p.amount_ore from trinn.payments p
	where p.county_id = (select trinn.caller_county()) and p.state = 'paid' and p.programme_id in (select id from under)
		and p.year {in_years}
), on_way as (
	select e.programme_id, e.id, e.firm_id, e.hub_id, e.state, e.stage, e.waiting_since, e.recommended_stage from trinn.enrolments e
	where e.county_id = (select trinn.caller_county()) and e.programme_id in (select id from under)
		and ((select lower_inf(years) and upper_inf(years) from period) or exists (select from trinn.passages p
			where p.county_id = e.county_id and p.enrolment_id = e.id and p.year {in_years}))
)
-- end

-- part: umbrella_figures
-- Of programme u.id, or of all where it is NULL.
'applications', (select count(*) from cases c where u.id is null or c.programme_id = u.id),
'appliedOre', (select coalesce(sum(c.applied_ore), 0) from cases c where u.id is null or c.programme_id = u.id),
'grants', (select count(*) from money m where (u.id is null or m.programme_id = u.id) and not m.gave_nothing),
'grantedOre', (select coalesce(sum(m.amount_ore), 0) from money m where (u.id is null or m.programme_id = u.id)
	and not m.gave_nothing),
'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid p where u.id is null or p.programme_id = u.id),
'firms', (select count(distinct w.firm_id) from (select programme_id, firm_id from on_way
	union all select programme_id, firm_id from money where not gave_nothing) w where u.id is null or w.programme_id = u.id),
'hubs', (select count(distinct w.hub_id) from on_way w where u.id is null or w.programme_id = u.id),
'currency', 'NOK'
-- end

-- part: reports_on_programmes
-- Who sees all that the figures are made of; to others they would be wrong.
{follows_firms}
-- end

-- query: umbrella(programme_id int8) @read
-- Its firms are those that take part or were granted money themselves; one of two programmes is one in the total.
with recursive period as (select int4range(null, null) as years), {under_programme}
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
