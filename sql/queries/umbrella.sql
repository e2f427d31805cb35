-- part: funnel_steps
-- Every change of state of an enrolment within what is asked for. A hand-over leaves the state, and is none. The year is
-- that of the day in Norway, found among the days years begin: reckoning it for each row would cost more than the rest.
select s.stage, s.hub_id, s.to_state, s.from_state, 1999 + width_bucket(s.at,
	(select array_agg(make_timestamptz(n, 1, 1, 0, 0, 0, 'Europe/Oslo') order by n) from generate_series(2000, 2101) n))
	as year
from trinn.enrolment_steps s
where s.county_id = (select trinn.caller_county()) and s.from_state is distinct from s.to_state
	and (:hub_id is null or s.hub_id = :hub_id)
	and (:year is null or s.at >= make_timestamptz(:year::int, 1, 1, 0, 0, 0, 'Europe/Oslo')
		and s.at < make_timestamptz(:year::int + 1, 1, 1, 0, 0, 0, 'Europe/Oslo'))
	and (:programme_id is null or s.enrolment_id in (select e.id from trinn.enrolments e
		where e.county_id = (select trinn.caller_county()) and e.programme_id = :programme_id))
-- end

-- part: funnel_figures
-- How often firms came to each state, in row g; who goes on to another stage comes to its states once more. Those who
-- entered did so for the first time, as a share of the prospects; the completed are one of the enrolled.
'prospects', g.prospects, 'assessed', g.assessed, 'waiting', g.waiting, 'entered', g.entered, 'enrolled', g.enrolled,
'completed', g.completed, 'dropped', g.dropped,
'enteredBasisPoints', g.entered * 10000 / nullif(g.prospects, 0),
'completedBasisPoints', g.completed * 10000 / nullif(g.enrolled, 0)
-- end

-- query: funnel(programme_id int8?, hub_id int8?, year int8?) @read
with counted as (
	select stage, hub_id, year, to_state, from_state, count(*) as n from ({funnel_steps}) t group by 1, 2, 3, 4, 5
), turned as (
	select stage, hub_id, year,
		coalesce(sum(n) filter (where to_state = 'prospect'), 0)::bigint as prospects,
		coalesce(sum(n) filter (where to_state = 'assessed'), 0)::bigint as assessed,
		coalesce(sum(n) filter (where to_state = 'waiting'), 0)::bigint as waiting,
		coalesce(sum(n) filter (where to_state in ('waiting', 'enrolled', 'active')
			and from_state in ('prospect', 'assessed')), 0)::bigint as entered,
		coalesce(sum(n) filter (where to_state = 'enrolled'), 0)::bigint as enrolled,
		coalesce(sum(n) filter (where to_state = 'completed'), 0)::bigint as completed,
		coalesce(sum(n) filter (where to_state = 'dropped_out'), 0)::bigint as dropped
	from counted group by grouping sets ((stage, hub_id, year), ())
)
select null::text as etag, json_build_object(
	'rows', coalesce((select json_agg(json_build_object('stage', g.stage, 'hub', {party}, 'year', g.year,
		{funnel_figures}) order by g.year, o.name, g.stage nulls first)
		from turned g cross join lateral (select * from trinn.organisations h where h.id = g.hub_id offset 0) o),
		'[]'),
	'total', (select json_build_object({funnel_figures}) from turned g where g.hub_id is null))::text as document;

-- query: funnel_firms(programme_id int8?, hub_id int8?, year int8?, stage int8?, state text, after int8?, limit int8) @read
-- Who a figure of the funnel is of.
{list_by_id} from (select row_number() over () as n, lead(1) over () is not null as more, e.id as key,
	json_build_object('id', e.id::text, 'firm', (select {party} from trinn.organisations o where o.id = e.firm_id),
		'hub', (select {party} from trinn.organisations o where o.id = e.hub_id),
		'programmeId', e.programme_id::text, 'state', e.state, 'stage', e.stage) as item
	from (select * from trinn.enrolments n where n.county_id = (select trinn.caller_county()) and n.id < {last_key}
		and (:programme_id is null or n.programme_id = :programme_id)
		and exists (select from trinn.enrolment_steps s where s.county_id = n.county_id and s.enrolment_id = n.id
			and s.from_state is distinct from s.to_state
			and (:state is null or s.to_state = :state) and (:stage is null or s.stage = :stage)
			and (:hub_id is null or s.hub_id = :hub_id)
			and (:year is null or s.at >= make_timestamptz(:year::int, 1, 1, 0, 0, 0, 'Europe/Oslo')
				and s.at < make_timestamptz(:year::int + 1, 1, 1, 0, 0, 0, 'Europe/Oslo')))
		order by n.id desc limit :limit + 1) e) p;
