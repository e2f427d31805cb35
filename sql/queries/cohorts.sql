-- part: cohort_head
'id', c.id::text, 'title', c.title, 'trade', c.trade, 'state', c.state, 'trackId', c.track_id::text, 'hub', {party},
'programme', {named_programme}, 'stage', c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
'capacity', c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken
-- end

-- document: cohort(cohort_id int8)
-- Of its firms a firm is told of itself.
select c.version::text as etag, json_build_object({cohort_head},
	'firms', coalesce((select json_agg(json_build_object('enrolmentId', m.enrolment_id::text,
			'firm', (select {party} from trinn.organisations o where o.id = m.firm_id),
			'joinedOn', m.joined_on, 'leftOn', m.left_on) order by m.joined_on, m.enrolment_id)
		from trinn.cohort_firms m where m.county_id = c.county_id and m.cohort_id = c.id), '[]'))::text as document
from trinn.cohorts c join trinn.organisations o on o.id = c.hub_id
where c.county_id = (select trinn.caller_county()) and c.id = :cohort_id;

-- query: reply_cohort_firms(operation text, key text, fingerprint text, status int4, cohort_id int8, results json) @write
select r.status, r.location, r.etag, r.reply from ({cohort_document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, null, d.etag,
		json_build_object('results', :results::json, 'cohort', d.document::json)::text) r;

-- part: cohorts_of_firm
-- That it is in, or left.
select a.cohort_id from trinn.cohort_firms a join trinn.organisations f on f.id = a.firm_id
where a.county_id = (select trinn.caller_county()) and f.orgnr = :orgnr
-- end

-- part: cohorts_wanted
-- For coalesce() see memberships_wanted.
c.county_id = (select trinn.caller_county()) and c.id < {last_key}
and coalesce((:track_id is null or c.track_id = :track_id) and (:state is null or c.state = :state)
	and (:orgnr is null or c.id in ({cohorts_of_firm})) and (:hub_id is null or c.hub_id = :hub_id), false)
-- end

-- part: cohorts_of_programmes
-- Among those of programme :programme_id and all below it, if one is asked for.
and (:programme_id is null or c.programme_id in ({programmes_under}))
order by c.id desc limit :limit + 1
-- end

-- query: list_cohorts(track_id int8?, state text, orgnr text, programme_id int8?, hub_id int8?, after int8?, limit int8) @read
-- One branch per kind of caller, each with an index of its own; the others are not run.
{list_by_id} from (select c.id as key,
	json_build_object({cohort_head}) as item
	from (
		(select c.* from trinn.cohorts c where {of_hubs} and :programme_id is null
			and {cohorts_wanted} order by c.id desc limit :limit + 1)
		union all
		(select c.* from ({programmes_under}) u cross join lateral (select c.* from trinn.cohorts c
			where {of_hubs} and c.programme_id = u.id and {cohorts_wanted} order by c.id desc limit :limit + 1) c)
		union all
		(select c.* from trinn.cohorts c where {of_one_hub} and {cohorts_wanted} {cohorts_of_programmes})
		union all
		(select c.* from trinn.cohorts c join trinn.cohort_firms m on m.county_id = c.county_id and m.cohort_id = c.id
			where (select trinn.caller_kind()) = 'firm' and m.firm_id = (select trinn.caller_org())
			and {cohorts_wanted} {cohorts_of_programmes})
	) c join trinn.organisations o on o.id = c.hub_id) p;

-- query: cohort_overview(cohort_id int8, placing bool) @read
-- What a hub asks of a cohort in the evening: its firms with what each owes and has to confirm, the sessions that are to
-- come or to be entered as held, and what is left of the engagements. What keeps a firm from the next stage is added by
-- the rules from its facts.
select json_build_object(
	'cohort', json_build_object({cohort_head}),
	'places', (select {places_json} from trinn.stage_places t
		where t.county_id = c.county_id and t.programme_id = c.programme_id and t.stage = c.stage),
	'firms', coalesce((select json_agg(json_build_object(
			'shown', json_build_object('enrolmentId', e.id::text, 'firm', {party}, 'state', e.state,
				'joinedOn', m.joined_on, 'invited', v.invited, 'attended', v.attended,
				'openOre', y.open_ore, 'dueOn', y.due_on, 'unconfirmedMinutes', (select coalesce(sum(h.delivered_minutes), 0)
					from trinn.hours h where h.county_id = c.county_id and h.firm_id = m.firm_id and h.hub_id = c.hub_id
						and h.state = 'delivered')),
			'facts', json_build_object({enrolment_facts}, 'newId', 0)) order by o.name, o.id)
		from trinn.cohort_firms m
			join trinn.enrolments e on e.county_id = m.county_id and e.id = m.enrolment_id
			join trinn.programmes p on p.county_id = e.county_id and p.id = e.programme_id
			join trinn.organisations o on o.id = m.firm_id,
			lateral (select count(*) as invited, count(*) filter (where t.head_count > 0) as attended
				from trinn.sessions s
					join trinn.attendances t on t.county_id = s.county_id and t.session_id = s.id and t.firm_id = m.firm_id
				where s.county_id = c.county_id and s.cohort_id = c.id and s.state = 'held') v,
			lateral (select coalesce(sum(k.open_ore), 0) as open_ore, min(k.due_on) as due_on
				from trinn.copayments k where k.county_id = e.county_id and k.enrolment_id = e.id and k.open_ore > 0) y
		where m.county_id = c.county_id and m.cohort_id = c.id and m.left_on is null), '[]'),
	'sessions', coalesce((select json_agg(json_build_object({session_head}) order by s.starts_at, s.id)
		from trinn.sessions s where s.county_id = c.county_id and s.cohort_id = c.id and s.state = 'planned'), '[]'),
	'engagements', coalesce((select json_agg(json_build_object('id', g.id::text, 'title', g.title,
			'fagpartner', (select {party} from trinn.organisations o where o.id = g.partner_id), 'endsOn', g.ends_on,
			'ceilingMinutes', g.ceiling_minutes, 'leftMinutes', g.ceiling_minutes - g.ordered_minutes,
			'undeliveredMinutes', g.ordered_minutes - g.delivered_minutes) order by g.ends_on, g.id)
		from trinn.engagements g where g.county_id = c.county_id and g.hub_id = c.hub_id and g.state = 'agreed'
			and (g.track_id = c.track_id or exists (select from trinn.sessions s where s.county_id = c.county_id
				and s.cohort_id = c.id and s.engagement_id = g.id))), '[]'))::text
from trinn.cohorts c join trinn.organisations o on o.id = c.hub_id
where c.county_id = (select trinn.caller_county()) and c.id = :cohort_id
	and (select trinn.caller_kind()) <> 'firm';

-- query: cohort_feedback(cohort_id int8) @read
select null::text as etag, json_build_object('cohortId', c.id::text, {feedback_of_sessions})::text as document
from trinn.cohorts c, lateral (select array(select s.id from trinn.sessions s
	where s.county_id = c.county_id and s.cohort_id = c.id) as ids) w
where c.county_id = (select trinn.caller_county()) and c.id = :cohort_id
	and (select trinn.caller_kind()) <> 'firm';

-- query: track_feedback(track_id int8) @read
-- Sums alone, of all and of each cohort.
select null::text as etag, json_build_object('trackId', r.id::text,
	'total', (select json_build_object({feedback_sums}) from trinn.cohorts c
		join trinn.sessions s on s.county_id = c.county_id and s.cohort_id = c.id
		join trinn.feedback t on t.county_id = s.county_id and t.session_id = s.id
		where c.county_id = r.county_id and c.track_id = r.id),
	'cohorts', coalesce((select json_agg(x.said order by x.id)
		from (select c.id, json_build_object('cohortId', c.id::text, 'title', c.title, 'stage', c.stage,
				{feedback_sums}) as said
			from trinn.cohorts c
				left join trinn.sessions s on s.county_id = c.county_id and s.cohort_id = c.id
				left join trinn.feedback t on t.county_id = s.county_id and t.session_id = s.id
			where c.county_id = r.county_id and c.track_id = r.id group by c.county_id, c.id) x), '[]'))::text as document
from trinn.tracks r where r.county_id = (select trinn.caller_county()) and r.id = :track_id
	and trinn.caller_role() not in ('attestant', 'releaser', 'finance');

-- part: hours_outside_sessions
-- What fagpartnere have for firms of tracks t on other days. Of an engagement, hours ordered for no session are first for
-- those planned of their theme, or of none, that none were ordered for, and are counted with these.
select coalesce(sum(greatest(o.planned - w.planned, 0)), 0)::bigint as planned, coalesce(sum(o.held), 0)::bigint as held,
	coalesce(sum(greatest(o.planned - w.planned, 0)) filter (where o.theme = 'digital'), 0)::bigint as planned_digital,
	coalesce(sum(o.held) filter (where o.theme = 'digital'), 0)::bigint as held_digital
from trinn.engagements g,
	lateral (select h.theme, sum(h.ordered_minutes - h.freed_minutes) as planned, sum({undisputed}) as held
		from trinn.hours h where h.county_id = g.county_id and h.engagement_id = g.id and h.session_id is null
		group by h.theme) o,
	lateral (select coalesce(sum(s.planned_minutes), 0) as planned
		from trinn.sessions s where s.county_id = g.county_id and s.partner_id = g.partner_id and s.engagement_id = g.id
			and s.state = 'planned' and coalesce(s.theme, o.theme) = o.theme
			and not exists (select from trinn.hours h where h.county_id = s.county_id
				and h.session_id = s.id and h.state <> 'cancelled')) w
where g.county_id = t.county_id and g.track_id = t.id
-- end

-- part: counted_session
-- Session s of cohort c, unless it came to nothing: it was cancelled, or a hub held it and nobody came. Its plan came to
-- nothing with it, so that what was held can be compared with what was planned.
s.county_id = c.county_id and s.cohort_id = c.id and s.state <> 'cancelled'
	and (s.state = 'planned' or s.delivered_by = 'fagpartner' or exists (select from trinn.attendances a
		where a.county_id = s.county_id and a.session_id = s.id and a.head_count > 0))
-- end

-- part: undisputed_held
-- Of what was held of session s, as much as firms with hours of it do not say that they did not get.
s.held_minutes - (select coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from trinn.hours h
	where h.county_id = s.county_id and h.session_id = s.id)
-- end

-- part: delivery_sums
-- Of counted sessions s and hours d outside them, against the profile p. Planned is what was meant of each, whether it has
-- been held or not, held what was held of it and no firm disputes.
'planned', trinn.delivery_json(
	coalesce(sum(s.planned_minutes) filter (where s.delivered_by = 'hub'), 0),
	coalesce(sum(s.planned_minutes) filter (where s.delivered_by = 'fagpartner'), 0) + d.planned,
	coalesce(sum(s.planned_minutes) filter (where s.theme = 'digital'), 0) + d.planned_digital,
	coalesce(sum(s.planned_minutes) filter (where s.theme = 'green'), 0) + d.planned - d.planned_digital, p.bp),
'held', trinn.delivery_json(
	coalesce(sum({undisputed_held}) filter (where s.delivered_by = 'hub'), 0),
	coalesce(sum({undisputed_held}) filter (where s.delivered_by = 'fagpartner'), 0) + d.held,
	coalesce(sum({undisputed_held}) filter (where s.theme = 'digital'), 0) + d.held_digital,
	coalesce(sum({undisputed_held}) filter (where s.theme = 'green'), 0) + d.held - d.held_digital, p.bp)
-- end

-- query: track_delivery(track_id int8) @read
-- Whoever sees the track but not its sessions, as those who pay, would be told of nothing delivered.
select null::text as etag, json_build_object('trackId', t.id::text,
	'profile', case when q.digital_parts is not null then json_build_object('digitalParts', q.digital_parts,
		'greenParts', q.green_parts, 'digitalBasisPoints', p.bp) end,
	{delivery_sums})::text as document
from trinn.tracks t
	join trinn.programmes q on q.county_id = t.county_id and q.id = t.programme_id
	left join trinn.cohorts c on c.county_id = t.county_id and c.track_id = t.id
	left join trinn.sessions s on {counted_session},
	lateral (select trinn.basis_points(q.digital_parts, q.digital_parts + q.green_parts) as bp) p,
	lateral ({hours_outside_sessions}) d
where t.county_id = (select trinn.caller_county()) and t.id = :track_id
	and trinn.caller_role() not in ('attestant', 'releaser', 'finance')
group by t.id, q.digital_parts, q.green_parts, p.bp, d.planned, d.held, d.planned_digital, d.held_digital;

-- part: granted_stages
-- What track t has accepted grants for.
coalesce((select json_agg(json_build_object('stage', g.stage, 'startsOn', g.starts_on, 'endsOn', g.ends_on)
	order by g.id) from ({granted_applications}) g), '[]')
-- end

-- part: granted_applications
select a.id, a.starts_on, a.ends_on, unnest(k.stages) as stage
from trinn.applications a
	join trinn.calls k on k.county_id = a.county_id and k.id = a.call_id
	join trinn.grants r on r.county_id = a.county_id and r.application_id = a.id
where a.county_id = t.county_id and a.track_id = t.id and r.state in ('accepted', 'active')
-- end

-- query: insert_cohort(id int8, track_id int8, content json) @write
-- Of the newest version that has its stage.
with made as (
	insert into trinn.cohorts (id, county_id, hub_id, track_id, programme_id, programme_version, stage, title, trade,
		starts_on, ends_on, capacity)
	select :id, t.county_id, t.applicant_id, t.id, q.id, (select max(s.programme_version) from trinn.stages s
			where s.county_id = q.county_id and s.programme_id = q.id and s.number = (:content->>'stage')::int),
		(:content->>'stage')::int,
		:content->>'title', :content->>'trade', (:content->>'startsOn')::date, (:content->>'endsOn')::date,
		(:content->>'capacity')::int
	from trinn.tracks t join trinn.programmes q on q.county_id = t.county_id and q.id = t.programme_id
	where t.county_id = trinn.caller_county() and t.id = :track_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_cohort');

-- part: enrolment_numbers
-- Of a list of ids, each with its line.
json_array_elements_text(:enrolments) with ordinality as x(id, line)
-- end

-- query: load_cohort(cohort_id int8, enrolments json, session json) @read
-- What every command on a cohort is decided on. enrolments are those that are to come or to go, session is one to be
-- planned; both may be NULL. An enrolment is locked by whoever puts it into a cohort: of two at once, one comes first.
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'hubId', c.hub_id, 'state', c.state,
	'stage', c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', c.capacity, 'taken', c.taken,
	'planned', v.planned, 'held', v.held, 'firstOn', v.first_on, 'lastOn', v.last_on,
	'granted', {granted_stages},
	'candidates', coalesce((select json_agg(json_build_object('isServed', e.id is not null,
			'isInStage', coalesce(e.programme_id = c.programme_id and case when c.stage = 0
				then e.state in ('prospect', 'assessed')
				else e.stage = c.stage and e.state in ('enrolled', 'active') end, false),
			'isMember', exists (select from trinn.cohort_firms m where m.county_id = c.county_id and m.cohort_id = c.id
				and m.enrolment_id = x.id::bigint and m.left_on is null),
			'planned', (select count(*) from trinn.sessions s where s.county_id = c.county_id and s.cohort_id = c.id
				and s.firm_id = e.firm_id and s.state = 'planned'),
			'memberOf', (select min(k.title) from trinn.cohort_firms m
				join trinn.cohorts k on k.county_id = m.county_id and k.id = m.cohort_id
				where m.county_id = e.county_id and m.enrolment_id = e.id and m.left_on is null
					and k.stage = c.stage and k.state in ('planned', 'running'))) order by x.line)
		from {enrolment_numbers}
			left join trinn.enrolments e on e.county_id = c.county_id and e.id = x.id::bigint and e.hub_id = c.hub_id), '[]'),
	'session', {session_plan_facts}
)::text, c.version, (select json_agg(y.guard) from (
		select json_build_array('cohort', c.id, trinn.guard_version('cohort', c.id), true) as guard
		union all
		select json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true)
		from {enrolment_numbers}
			join trinn.enrolments e on e.county_id = c.county_id and e.id = x.id::bigint and e.hub_id = c.hub_id
		union all {engagement_guard}) y)::text
from trinn.cohorts c, lateral (select c.county_id, c.track_id as id) t,
	lateral (select c.county_id, c.id as cohort_id, null::bigint as network_id, null::bigint as enrolment_id, null::bigint as firm_id,
		null::bigint as session_id) w,
	lateral (select count(*) filter (where s.state = 'planned') as planned, count(*) filter (where s.state = 'held') as held,
		min((s.starts_at at time zone 'Europe/Oslo')::date) filter (where s.state <> 'cancelled') as first_on,
		max((s.ends_at at time zone 'Europe/Oslo')::date) filter (where s.state <> 'cancelled') as last_on
		from trinn.sessions s where s.county_id = c.county_id and s.cohort_id = c.id) v
where c.county_id = (select trinn.caller_county()) and c.id = :cohort_id;

-- query: change_cohort(cohort_id int8, version int8, content json) @write
with changed as (
	update trinn.cohorts set title = :content->>'title', trade = :content->>'trade',
		starts_on = (:content->>'startsOn')::date, ends_on = (:content->>'endsOn')::date,
		capacity = (:content->>'capacity')::int, version = version + 1
	where county_id = trinn.caller_county() and id = :cohort_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_cohort');

-- query: change_cohort_state(cohort_id int8, version int8, state text) @write
with changed as (
	update trinn.cohorts set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :cohort_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_cohort_state');

-- query: cancel_cohort_sessions(cohort_id int8) @write
update trinn.sessions set state = 'cancelled', changed_at = now(), version = version + 1
where county_id = trinn.caller_county() and cohort_id = :cohort_id and state = 'planned';

-- query: add_firms(cohort_id int8, version int8, enrolments json) @write
-- Who comes back has joined anew. Hub and firm of the row are the enrolment's.
with changed as (
	update trinn.cohorts set version = version + 1
	where county_id = trinn.caller_county() and id = :cohort_id and version = :version returning 1
), added as (
	insert into trinn.cohort_firms as m (county_id, cohort_id, enrolment_id, joined_on, round)
	select trinn.caller_county(), :cohort_id, x.id::bigint, trinn.today(), e.round from {enrolment_numbers}
		join trinn.enrolments e on e.county_id = trinn.caller_county() and e.id = x.id::bigint
	on conflict (county_id, cohort_id, enrolment_id) do update set joined_on = trinn.today(), left_on = null,
			round = excluded.round
		where m.left_on is not null
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'add_firms'),
	trinn.exactly(json_array_length(:enrolments), (select count(*) from added), 'add_firms');

-- query: remove_firms(cohort_id int8, version int8, enrolments json) @write
with changed as (
	update trinn.cohorts set version = version + 1
	where county_id = trinn.caller_county() and id = :cohort_id and version = :version returning 1
), removed as (
	update trinn.cohort_firms m set left_on = trinn.today() from {enrolment_numbers}
	where m.county_id = trinn.caller_county() and m.cohort_id = :cohort_id and m.enrolment_id = x.id::bigint
		and m.left_on is null
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'remove_firms'),
	trinn.exactly(json_array_length(:enrolments), (select count(*) from removed), 'remove_firms');

-- query: tell_cohort_firms(topic text, cohort_id int8, enrolments json) @write
-- Each firm that came or went.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select m.county_id, :topic, 'cohort', m.cohort_id, m.firm_id, '{}'
from {enrolment_numbers} join trinn.cohort_firms m on m.enrolment_id = x.id::bigint
where m.county_id = trinn.caller_county() and m.cohort_id = :cohort_id;

-- query: tell_cohort(topic text, cohort_id int8) @write
-- Each firm that is in it.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select m.county_id, :topic, 'cohort', m.cohort_id, m.firm_id, '{}'
from trinn.cohort_firms m
where m.county_id = trinn.caller_county() and m.cohort_id = :cohort_id and m.left_on is null;
