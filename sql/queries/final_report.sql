-- part: stages_report
-- Who came to each stage of a programme u, and how far.
select json_agg(json_build_object('programmeId', t.programme_id::text, 'stage', t.stage, 'name', n.name,
	'enrolled', t.enrolled, 'completed', t.completed, 'dropped', t.dropped,
	'completedBasisPoints', trinn.basis_points(t.completed, t.enrolled)) order by u.depth, u.name, u.id, t.stage)
from (select p.programme_id, p.stage, count(*) filter (where p.enrolled) as enrolled,
		count(*) filter (where p.completed) as completed, count(*) filter (where p.dropped_out) as dropped
	from trinn.passages p where p.county_id = (select trinn.caller_county()) and p.programme_id in (select id from under)
		and p.stage is not null and p.year {in_years} group by 1, 2) t
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
	left join trinn.sessions s on {counted_session}
		and extract(year from s.starts_at at time zone 'Europe/Oslo')::int {in_years},
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
	'writtenOffOre', coalesce(sum(m.written_off), 0), 'creditedOre', coalesce(sum(m.credited), 0),
	'openOre', coalesce(sum(c.open_ore), 0),
	'aidOre', coalesce(sum(coalesce(c.settled_aid_ore, c.aid_ore)), 0),
	'unpricedAidOre', (select coalesce(sum(u.ore), 0)::bigint from trinn.enrolments e cross join lateral ({unpriced_aid}) u
		where e.county_id = (select trinn.caller_county()) and e.programme_id in (select id from under)
			and extract(year from u.on_day)::int {in_years}), 'currency', 'NOK')
from trinn.copayments c, lateral (
	select -sum(e.receivable_ore) filter (where e.account = 'bank') as paid,
		sum(e.amount_ore) filter (where e.kind = 'waive') as waived,
		-sum(e.receivable_ore) filter (where e.account = 'loss') as written_off,
		sum(e.amount_ore) filter (where e.kind = 'credit') as credited
	from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id) m
where c.county_id = (select trinn.caller_county()) and c.programme_id in (select id from under)
	and extract(year from c.raised_on)::int {in_years}
-- end

-- part: lines_report
-- What each funding line of the programmes, and each that finances a grant of theirs with others, was given for a year, what
-- was promised of it, claimed and paid, whichever programme it went to.
select json_agg(json_build_object('fundingLine', json_build_object('id', l.id::text, 'code', l.code, 'name', l.name),
	'year', t.year, 'appropriatedOre', t.appropriated, 'movedOre', t.moved, 'grantedOre', t.granted, 'claimedOre', t.claimed, 'paidOre', t.paid)
	order by l.name, l.id, t.year)
from trinn.funding_lines l, lateral (
	select x.year, coalesce(sum(x.appropriated), 0) as appropriated, coalesce(sum(x.moved), 0) as moved, coalesce(sum(x.granted), 0) as granted,
		coalesce(sum(x.claimed), 0) as claimed, coalesce(sum(x.paid), 0) as paid
	from (
		select a.year, a.amount_ore as appropriated, null::bigint as moved, null::bigint as granted, null::bigint as claimed, null::bigint as paid
		from trinn.appropriations a where a.county_id = l.county_id and a.funding_line_id = l.id and a.year {in_years}
		union all
		select v.year, case when v.to_line_id is null then -v.amount_ore end, case when v.to_line_id is not null then -v.amount_ore end, null, null, null
		from trinn.money_moves v where v.county_id = l.county_id and v.funding_line_id = l.id and v.year {in_years}
		union all
		select v.to_year, null, v.amount_ore, null, null, null
		from trinn.money_moves v where v.county_id = l.county_id and v.to_line_id = l.id and v.to_year {in_years}
		union all
		select s.year, null, null, s.amount_ore, null, null
		from trinn.grant_parts s join trinn.grants g on g.county_id = s.county_id and g.id = s.grant_id and not trinn.gave_nothing(g)
		where s.county_id = l.county_id and s.funding_line_id = l.id and s.year {in_years}
		union all
		select s.year, null, null, null, p.amount_ore, case when y.state = 'paid' then p.approved_ore end
		from trinn.grant_parts s
			join trinn.claim_parts p on p.county_id = s.county_id and p.grant_id = s.grant_id and p.position = s.position
			join trinn.claims k on k.county_id = p.county_id and k.id = p.claim_id and k.state <> 'rejected'
			left join trinn.payments y on y.county_id = k.county_id and y.claim_id = k.id
		where s.county_id = l.county_id and s.funding_line_id = l.id and s.year {in_years}
	) x group by x.year) t
where l.county_id = (select trinn.caller_county()) and (l.programme_id in (select id from under)
	or l.id in (select s.funding_line_id from trinn.grant_parts s join money m on m.id = s.grant_id and not m.gave_nothing
		where s.county_id = (select trinn.caller_county())))
-- end

-- part: cost_groups_report
-- What the grants were planned for against what released claims show.
select json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', t.earmarked, 'plannedOre', t.planned,
	'grantedOre', t.granted, 'usedOre', t.used) order by t.cost_group)
from (select x.cost_group, coalesce(bool_or(x.earmarked), false) as earmarked, coalesce(sum(x.planned), 0) as planned,
		coalesce(sum(x.granted), 0) as granted, coalesce(sum(x.used), 0) as used
	from (
		select g.cost_group, g.earmarked, g.budget_ore as planned, g.amount_ore as granted, null::bigint as used
		from trinn.grant_costs g join money m on m.id = g.grant_id and not m.gave_nothing
		where g.county_id = (select trinn.caller_county())
		union all
		select c.cost_group, null, null, null, c.amount_ore
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
	and extract(year from s.drawn_at at time zone 'Europe/Oslo')::int {in_years}
-- end

-- part: interviewed
-- Of firms that were interviewed, the first before and the last after, where they were held.
interviews as (
	select t.enrolment_id, t.phase, t.id, t.held_on, t.dimensions, t.digital_strategy_written, t.green_strategy_written
	from trinn.assessments t
		join trinn.enrolments e on e.county_id = t.county_id and e.id = t.enrolment_id
	where t.county_id = (select trinn.caller_county()) and t.state = 'final' and t.interviewer_id is not null
		and e.programme_id in (select id from under)
), interviewed as (
	select b.held_on as before_on, b.dimensions as before, b.digital_strategy_written as digital_before,
		b.green_strategy_written as green_before, a.held_on as after_on, a.dimensions as after,
		a.digital_strategy_written as digital_after, a.green_strategy_written as green_after
	from (select distinct on (enrolment_id) * from interviews where phase = 'before' order by enrolment_id, held_on, id) b
		full join (select distinct on (enrolment_id) * from interviews where phase = 'after'
			order by enrolment_id, held_on desc, id desc) a using (enrolment_id)
)
-- end

-- part: maturity_report
-- How firms that were interviewed before and after moved; none is ranked by it.
select json_build_object(
	'before', count(*) filter (where extract(year from i.before_on)::int {in_years}),
	'after', count(*) filter (where extract(year from i.after_on)::int {in_years}),
	'both', count(i.before_on) filter (where extract(year from i.after_on)::int {in_years}),
	'dimensions', (select json_agg(m.said order by d.n)
		from unnest('{digital,green,organisation,strategy}'::text[]) with ordinality d(name, n),
			lateral (select json_build_object('dimension', d.name, 'firms', count(*),
					'up', count(*) filter (where v.after > v.before), 'same', count(*) filter (where v.after = v.before),
					'down', count(*) filter (where v.after < v.before),
					'before', json_build_array(count(*) filter (where v.before = 1), count(*) filter (where v.before = 2),
						count(*) filter (where v.before = 3), count(*) filter (where v.before = 4), count(*) filter (where v.before = 5)),
					'after', json_build_array(count(*) filter (where v.after = 1), count(*) filter (where v.after = 2),
						count(*) filter (where v.after = 3), count(*) filter (where v.after = 4), count(*) filter (where v.after = 5))) as said
				from (select (t.before->>d.name)::int as before, (t.after->>d.name)::int as after from interviewed t
					where extract(year from t.after_on)::int {in_years}) v
				where num_nulls(v.before, v.after) = 0) m),
	'strategies', json_build_array(
		json_build_object('strategy', 'digital', 'firms', count(*) filter (where digital_now),
			'before', count(*) filter (where digital_now and i.digital_before),
			'after', count(*) filter (where digital_now and i.digital_after)),
		json_build_object('strategy', 'green', 'firms', count(*) filter (where green_now),
			'before', count(*) filter (where green_now and i.green_before),
			'after', count(*) filter (where green_now and i.green_after))),
	'recommended', coalesce((select json_agg(json_build_object('stage', r.stage, 'firms', r.firms) order by r.stage)
		from (select w.recommended_stage as stage, count(*) as firms from on_way w
			where w.recommended_stage is not null group by 1) r), '[]'))
from interviewed i, lateral (select extract(year from i.after_on)::int {in_years} as is_now) y,
	lateral (select y.is_now and num_nulls(i.digital_before, i.digital_after) = 0 as digital_now,
		y.is_now and num_nulls(i.green_before, i.green_after) = 0 as green_now) n
-- end

-- part: feedback_report
-- Of what participants thought of sessions of cohorts.
select json_build_object('sessions', count(distinct t.session_id), 'firms', count(distinct t.firm_id), {feedback_sums})
from trinn.cohorts c
	join trinn.sessions s on s.county_id = c.county_id and s.cohort_id = c.id
	join trinn.feedback t on t.county_id = s.county_id and t.session_id = s.id
where c.county_id = (select trinn.caller_county()) and c.programme_id in (select id from under)
	and extract(year from s.starts_at at time zone 'Europe/Oslo')::int {in_years}
-- end

-- part: hours_report
-- What fagpartnere delivered of engagements for tracks and nobody disputes, and how much of it stays in the region.
select json_build_object('deliveredMinutes', coalesce(sum({undisputed}), 0),
	'localDeliveredMinutes', coalesce(sum({undisputed}) filter (where e.is_local), 0),
	'localBasisPoints', trinn.basis_points(coalesce(sum({undisputed}) filter (where e.is_local), 0),
		sum({undisputed})),
	'relatedDeliveredMinutes', coalesce(sum({undisputed}) filter (where e.is_related), 0),
	'confirmedMinutes', coalesce(sum(h.confirmed_minutes), 0),
	'localConfirmedMinutes', coalesce(sum(h.confirmed_minutes) filter (where e.is_local), 0))
from trinn.tracks t
	join trinn.engagements e on e.county_id = t.county_id and e.track_id = t.id
	join trinn.hours h on h.county_id = e.county_id and h.engagement_id = e.id
where t.county_id = (select trinn.caller_county()) and t.programme_id in (select id from under)
	and extract(year from h.delivered_on)::int {in_years}
-- end

-- part: found
-- Results count in the years in which their firms came to the stage.
found as (
	select r.* from trinn.results r join trinn.enrolments e on e.county_id = r.county_id and e.id = r.enrolment_id
	where r.county_id = (select trinn.caller_county()) and e.programme_id in (select id from under)
		and exists (select from trinn.passages p where p.county_id = r.county_id and p.enrolment_id = r.enrolment_id
			and p.stage is not distinct from nullif(r.stage, 0) and p.year {in_years})
)
-- end

-- part: results_report
-- What there is more of and what there is less of are summed apart: costs that were saved do not make up for income that
-- was gained. Effects in shares are of different things, and are told by the least, the middle and the most, apart too: a
-- tenth less scrap is no worse than a tenth more sales.
select json_build_object('results', count(*), 'costOre', coalesce(sum(r.cost_ore), 0),
	'measured', count(m.months), 'moreOre', coalesce(sum(m.effect_ore) filter (where m.effect_ore > 0), 0),
	'lessOre', coalesce(-sum(m.effect_ore) filter (where m.effect_ore < 0), 0),
	'stories', count(*) filter (where r.story is not null),
	'measurements', (select json_agg(f.said order by n.months) from unnest('{0,6,12}'::int[]) n(months),
		lateral (select json_build_object('months', n.months, 'measured', count(t.months),
				'inMoney', count(t.effect_ore),
				'moreOre', coalesce(sum(t.effect_ore) filter (where t.effect_ore > 0), 0),
				'lessOre', coalesce(-sum(t.effect_ore) filter (where t.effect_ore < 0), 0),
				'inShare', count(t.effect_bp),
				'moreInShare', count(*) filter (where t.effect_bp > 0),
				'leastMoreBasisPoints', min(t.effect_bp) filter (where t.effect_bp > 0),
				'medianMoreBasisPoints', round(percentile_cont(0.5) within group (order by t.effect_bp)
					filter (where t.effect_bp > 0))::int,
				'mostMoreBasisPoints', max(t.effect_bp) filter (where t.effect_bp > 0),
				'lessInShare', count(*) filter (where t.effect_bp < 0),
				'leastLessBasisPoints', min(-t.effect_bp) filter (where t.effect_bp < 0),
				'medianLessBasisPoints', round(percentile_cont(0.5) within group (order by -t.effect_bp)
					filter (where t.effect_bp < 0))::int,
				'mostLessBasisPoints', max(-t.effect_bp) filter (where t.effect_bp < 0),
				'missing', count(*) filter (where t.months is null
					and (b.on_day + make_interval(months => n.months))::date <= trinn.today())) as said
			from found d
				left join {standing_measurements} t on t.county_id = d.county_id and t.result_id = d.id and t.months = n.months
				left join {standing_measurements} b on b.county_id = d.county_id and b.result_id = d.id and b.months = 0) f),
	'currency', 'NOK')
from found r
	left join lateral (select t.months, t.effect_ore from {standing_measurements} t
		where t.county_id = r.county_id and t.result_id = r.id order by t.months desc limit 1) m on true
-- end

-- part: begun
-- Projects count in the year in which their firms first agreed on them.
begun as (
	select j.* from trinn.projects j
	where j.county_id = (select trinn.caller_county()) and j.programme_id in (select id from under)
		and (select extract(year from min(f.agreed_on))::int from trinn.project_firms f
			where f.county_id = j.county_id and f.project_id = j.id) {in_years}
)
-- end

-- part: projects_report
select json_build_object('projects', count(*), 'done', count(*) filter (where j.state = 'done'),
	'researchPilots', count(*) filter (where j.is_research_pilot),
	'states', coalesce((select json_agg(json_build_object('state', t.state, 'projects', t.n) order by t.state)
		from (select state, count(*) as n from begun group by 1) t), '[]'),
	'appliedOnwardOre', coalesce(sum(n.applied_ore), 0),
	'grantedOnwardOre', coalesce(sum(n.granted_ore) filter (where j.state <> 'given_up'), 0),
	'givenUpOnwardOre', coalesce(sum(n.granted_ore) filter (where j.state = 'given_up'), 0),
	'onward', coalesce((select json_agg(json_build_object('sentTo', t.sent_to, 'outcome', t.outcome, 'applications', t.n,
			'appliedOre', t.applied_ore, 'grantedOre', t.granted_ore) order by t.sent_to, t.outcome)
		from (select o.sent_to, a.outcome, count(*) as n, sum(o.applied_ore) as applied_ore,
				coalesce(sum(a.granted_ore), 0) as granted_ore
			from begun b join trinn.onward_applications o on o.county_id = b.county_id and o.project_id = b.id
				cross join lateral trinn.onward_answer(o) a group by 1, 2) t), '[]'),
	'currency', 'NOK')
from begun j
	left join lateral (select sum(t.applied_ore) as applied_ore, sum(a.granted_ore) as granted_ore
		from trinn.onward_applications t cross join lateral trinn.onward_answer(t) a where t.county_id = j.county_id and t.project_id = j.id) n on true
-- end

-- part: reached
-- Firms that were followed, each once with its hub. A small one is of those the published tables count: with employees
-- registered, fewer than 20; the register withholds a number below 5.
reached as (
	select w.hub_id, w.firm_id, o.municipality_no,
		o.has_registered_employees and coalesce(o.employees, 1) between 1 and 19 as is_small,
		bool_or(exists (select from trinn.passages p where p.county_id = (select trinn.caller_county()) and p.enrolment_id = w.id
			and p.enrolled and p.year {in_years})) as in_stage
	from on_way w join trinn.organisations o on o.id = w.firm_id group by w.hub_id, w.firm_id, o.id
), published as (
	select f.year, f.municipality_no, f.name, f.firms from trinn.firms_by_municipality f
	where f.year = (select max(year) from trinn.firms_by_municipality) and left(f.municipality_no, 2)
		= (select c.number from trinn.counties c where c.id = (select trinn.caller_county()))
)
-- end

-- part: reach_figures
-- Of the rows r: firms, and how many of the published ones they are.
'followed', count(distinct r.firm_id) filter (where r.is_small),
'inStage', count(distinct r.firm_id) filter (where r.is_small and r.in_stage),
'others', count(distinct r.firm_id) filter (where not r.is_small)
-- end

-- part: reach_report
-- A hub's published firms are those of the area it answers for today; whom it follows elsewhere is not held against them.
select json_build_object('year', (select max(year) from published),
	'municipalities', coalesce((select json_agg(t.said order by t.name) from (
		select p.name, json_build_object('municipalityNo', p.municipality_no, 'name', p.name, 'firms', p.firms, {reach_figures},
			'followedBasisPoints', trinn.basis_points(count(distinct r.firm_id) filter (where r.is_small), p.firms)) as said
		from published p left join reached r on r.municipality_no = p.municipality_no
		group by p.municipality_no, p.name, p.firms) t), '[]'),
	'hubs', coalesce((select json_agg(t.said order by t.name, t.id) from (
		select o.name, o.id, json_build_object('hub', {party}, 'firms', a.firms, {reach_figures},
			'followedBasisPoints', trinn.basis_points(count(distinct r.firm_id) filter (where r.is_small), a.firms)) as said
		from (select h.hub_id, sum(p.firms)::bigint as firms, array_agg(p.municipality_no) as area
				from published p join trinn.hub_areas h on h.county_id = (select trinn.caller_county())
					and h.id = trinn.area_of(p.municipality_no, trinn.today()) group by 1) a
			join trinn.organisations o on o.id = a.hub_id
			left join reached r on r.hub_id = a.hub_id and r.municipality_no = any (a.area)
		group by o.id, a.firms) t), '[]'))
-- end

-- part: final_report
-- What a programme came to, with those below it, in all years or some.
with recursive period as (
	select int4range(:from_year::int,
		case when :to_year is not null then greatest(:to_year + 1, coalesce(:from_year, 0))::int end) as years
), {under_programme}, {interviewed}, {found}, {begun}, {reached}
select json_build_object(
	'programme', (select json_build_object('id', u.id::text, 'code', u.code, 'name', u.name) from under u
		where u.depth = 0),
	'asOf', trinn.today(), 'fromYear', :from_year, 'toYear', :to_year,
	'total', (select json_build_object({umbrella_figures}) from (select null::bigint as id) u),
	'outcomes', coalesce((select json_agg(json_build_object('state', t.state, 'applications', t.n) order by t.state)
		from (select state, count(*) as n from cases group by 1) t), '[]'),
	'enrolments', coalesce((select json_agg(json_build_object('state', t.state, 'firms', t.n) order by t.state)
		from (select state, count(distinct firm_id) as n from on_way group by 1) t), '[]'),
	'stages', coalesce(({stages_report}), '[]'),
	'delivery', ({delivery_report}),
	'ownShare', ({own_share_report}),
	'money', json_build_object('grantedOre', (select coalesce(sum(m.amount_ore), 0) from money m where not m.gave_nothing),
		'claimedOre', (select coalesce(sum(k.amount_ore), 0) from claimed k where k.state <> 'rejected'),
		'releasedOre', (select coalesce(sum(k.approved_ore), 0) from claimed k where k.state = 'released'),
		'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid p), 'lines', coalesce(({lines_report}), '[]'),
		'costGroups', coalesce(({cost_groups_report}), '[]'), 'currency', 'NOK'),
	'samplings', ({samplings_report}),
	'hubs', coalesce((select json_agg(json_build_object('hub', {party}, 'firms', t.firms, 'finished', t.finished,
		'dropped', t.dropped) order by o.name, o.id)
		from (select w.hub_id, count(distinct w.firm_id) as firms,
			count(distinct w.firm_id) filter (where w.state = 'finished') as finished,
			count(distinct w.firm_id) filter (where w.state = 'dropped_out') as dropped from on_way w group by 1) t
			join trinn.organisations o on o.id = t.hub_id), '[]'),
	'results', ({results_report}),
	'projects', ({projects_report}),
	'maturity', ({maturity_report}),
	'feedback', ({feedback_report}),
	'fagpartnerHours', ({hours_report}),
	'reach', ({reach_report}),
	'progressReports', (select json_build_object('reports', count(*),
		'approved', count(*) filter (where t.state = 'approved'),
		'overdue', count(*) filter (where {report_is_overdue}))
		from trinn.progress_reports t join all_cases c on c.id = t.application_id
		where t.county_id = (select trinn.caller_county()) and t.state <> 'withdrawn' and extract(year from t.due_on)::int {in_years})) as document
where exists (select from under) and {reports_on_programmes}
-- end

-- query: final_report(programme_id int8, from_year int8?, to_year int8?) @read
select null::text as etag, r.document::text as document from ({final_report}) r;

-- part: row_name
-- What names the row a of a list in the report.
concat_ws(' ', '@programme ' || (a.value->>'programmeId'), coalesce(a.value->'hub'->>'name',
		a.value->'fundingLine'->>'name', a.value->>'name', '@' || (a.value->>'state'), '@' || (a.value->>'dimension'), '@written @' || (a.value->>'strategy'), a.value->>'costGroup',
		'@' || (a.value->>'sentTo')),
	case when a.value->>'sentTo' is not null then '@' || coalesce(a.value->>'outcome', 'unanswered') end, a.value->>'year',
	'@stage ' || (a.value->>'stage'), '@months ' || (a.value->>'months'))
-- end

-- query: final_report_table(programme_id int8, from_year int8?, to_year int8?) @read
-- The same figures, a row for each: what it is a part of, whose it is, its name and its value; names that begin with @ are
-- told by their word. What names a row of the report is no figure.
with recursive report as ({final_report}), walk as (
	select array[k.n] as at, k.key as section, '' as whose, k.key as figure, k.value
	from report r, lateral json_each(r.document) with ordinality k(key, value, n)
	union all
	select w.at || k.n, w.section, concat_ws(' ', nullif(w.whose, ''), k.whose), coalesce(k.figure, w.figure), k.value
	from walk w, lateral (
		select o.n, case when o.key in ('planned', 'held') and json_typeof(o.value) = 'object' then '@' || o.key end as whose,
			o.key as figure, o.value
		from json_each(case when json_typeof(w.value) = 'object' then w.value end) with ordinality o(key, value, n)
		where o.key not in ('year', 'months', 'stage', 'programmeId', 'depth')
		union all
		select a.n, case when json_typeof(a.value) = 'object' then {row_name} else '@level ' || a.n end,
			null, a.value
		from json_array_elements(case when json_typeof(w.value) = 'array' then w.value end) with ordinality a(value, n)) k
)
select '@' || w.section, w.whose, '@' || w.figure, case when w.figure !~ '(Ore|BasisPoints)$' then w.value::text::bigint end,
	case when w.figure ~ 'Ore$' then w.value::text::bigint end, case when w.figure ~ 'BasisPoints$' then w.value::text::bigint end
from walk w where json_typeof(w.value) = 'number' and w.section not in ('fromYear', 'toYear') order by w.at;
