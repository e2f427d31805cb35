-- part: network_head
'id', n.id::text, 'title', n.title, 'trade', n.trade, 'state', n.state, 'description', n.description, 'hub', {party}
-- end

-- document: network(network_id int8)
select n.version::text as etag, json_build_object({network_head})::text as document
from trinn.networks n join trinn.organisations o on o.id = n.hub_id
where n.county_id = (select trinn.caller_county()) and n.id = :network_id;

-- part: networks_wanted
-- For coalesce() see memberships_wanted.
county_id = (select trinn.caller_county()) and id < {last_key}
and coalesce((:state is null or state = :state)
	and (:trade is null or trade is null or strpos(lower(trade), lower(:trade)) > 0), false)
order by id desc limit :limit + 1
-- end

-- query: list_networks(state text, trade text, hub_id int8?, after int8?, limit int8) @read
-- One for any trade is for that one too. One branch per index; the other is not run.
{list_by_id} from (select n.id as key,
	json_build_object({network_head}) as item
	from (
		(select * from trinn.networks where :hub_id is null and {networks_wanted})
		union all
		(select * from trinn.networks where :hub_id is not null and hub_id = :hub_id and {networks_wanted})
	) n join trinn.organisations o on o.id = n.hub_id) p;

-- query: load_new_network() @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.networks_id_seq'))::text, null::bigint, '[]';

-- query: insert_network(id int8, title text, trade text, description text) @write
insert into trinn.networks (id, county_id, hub_id, title, trade, description)
values (:id, trinn.caller_county(), trinn.caller_org(), :title, :trade, :description);

-- query: load_network(network_id int8, session json) @read
select json_build_object('caller', trinn.caller_facts(), 'id', n.id, 'hubId', n.hub_id, 'state', n.state,
	'planned', (select count(*) from trinn.sessions s where s.county_id = n.county_id and s.network_id = n.id
		and s.state = 'planned'),
	'session', {session_plan_facts}
)::text, n.version, (select json_agg(y.guard) from (
		select json_build_array('network', n.id, trinn.guard_version('network', n.id), true) as guard
		union all {engagement_guard}) y)::text
from trinn.networks n, lateral (select n.county_id, null::bigint as cohort_id, n.id as network_id, null::bigint as enrolment_id, null::bigint as firm_id,
	null::bigint as session_id) w
where n.county_id = (select trinn.caller_county()) and n.id = :network_id;

-- query: change_network(network_id int8, version int8, title text, trade text, description text) @write
with changed as (
	update trinn.networks set title = :title, trade = :trade, description = :description, version = version + 1
	where county_id = trinn.caller_county() and id = :network_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_network');

-- query: end_network(network_id int8, version int8) @write
with changed as (
	update trinn.networks set state = 'ended', version = version + 1
	where county_id = trinn.caller_county() and id = :network_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'end_network');

-- part: session_head
'id', s.id::text, 'kind', s.kind, 'title', s.title, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
'place', s.place, 'link', s.link, 'theme', s.theme, 'deliveredBy', s.delivered_by,
'engagementId', s.engagement_id::text, 'plannedMinutes', s.planned_minutes, 'heldMinutes', s.held_minutes,
'cohortId', s.cohort_id::text, 'networkId', s.network_id::text, 'enrolmentId', s.enrolment_id::text,
'hub', (select {party} from trinn.organisations o where o.id = s.hub_id),
'firm', (select {party} from trinn.organisations o where o.id = s.firm_id)
-- end

-- document: session(session_id int8)
-- Of those who came, and of hours, a firm is told of itself.
select s.version::text as etag, json_build_object({session_head}, 'reopenings', s.reopenings,
	'attendance', coalesce((select json_agg(json_build_object('firm', {party}, 'headCount', t.head_count) order by o.name, o.id)
		from trinn.attendances t join trinn.organisations o on o.id = t.firm_id
		where t.county_id = s.county_id and t.session_id = s.id), '[]'),
	'hours', coalesce((select json_agg(json_build_object('id', h.id::text, 'orderId', h.order_id::text,
			'firm', (select {party} from trinn.organisations o where o.id = h.firm_id),
			'orderedMinutes', h.ordered_minutes + h.moved_minutes, 'deliveredMinutes', h.delivered_minutes) order by h.id)
		from trinn.hours h where h.county_id = s.county_id and h.session_id = s.id and h.state <> 'cancelled'), '[]')
	)::text as document
from trinn.sessions s where s.county_id = (select trinn.caller_county()) and s.id = :session_id;

-- part: next_time_and_id
-- Where a page begins that goes from the first to the last. See last_key.
case when :after is null then '-infinity' else split_part(:after, '|', 1)::timestamptz end,
case when :after is null then 0 else split_part(:after, '|', 2)::bigint end
-- end

-- part: wanted_sessions
-- For coalesce() see memberships_wanted.
s.county_id = (select trinn.caller_county()) and (s.starts_at, s.id) > ({next_time_and_id})
and coalesce((:first_on is null or s.starts_at >= :first_on::timestamp at time zone 'Europe/Oslo')
	and (:last_on is null or s.starts_at < (:last_on + 1)::timestamp at time zone 'Europe/Oslo')
	and (:cohort_id is null or s.cohort_id = :cohort_id) and (:network_id is null or s.network_id = :network_id)
	and (:enrolment_id is null or s.enrolment_id = :enrolment_id) and (:state is null or s.state = :state)
	and (:hub_id is null or s.hub_id = :hub_id), false)
-- end

-- part: sessions_of_programmes
-- Among those of programme :programme_id and all below it, if one is asked for.
and (:programme_id is null or s.programme_id in ({programmes_under}))
order by s.starts_at, s.id limit :limit + 1
-- end

-- part: wanted_by_firm
-- Networks are open to every firm, yet few are near it.
:networks = 'all' or s.network_id is null or s.network_id = :network_id
or s.hub_id in (select e.hub_id from trinn.enrolments e where e.county_id = trinn.caller_county()
		and e.firm_id = trinn.caller_org()
	union select m.hub_id from trinn.memberships m where m.county_id = trinn.caller_county()
		and m.firm_id = trinn.caller_org() and daterange(m.member_from, m.member_to, '[]') @> trinn.today())
or exists (select from trinn.attendances t where t.county_id = s.county_id and t.session_id = s.id
	and t.firm_id = trinn.caller_org())
-- end

-- query: list_sessions(first_on date, last_on date, cohort_id int8?, network_id int8?, enrolment_id int8?,
--   networks text, state text, programme_id int8?, hub_id int8?, after text, limit int8) @read
-- By when they begin. One branch per index; the others are not run. What a partner sees, the policy says.
select json_agg(p.item order by p.n) filter (where p.n <= :limit)::text as items,
	max(p.key) filter (where p.n = :limit and p.more) as next
from (
	select row_number() over w as n, lead(1) over w is not null as more,
		s.starts_at::text || '|' || s.id as key, json_build_object({session_head}) as item
	from (
		(select s.* from trinn.sessions s where {of_one_hub} and {wanted_sessions} {sessions_of_programmes})
		union all
		(select s.* from trinn.sessions s where (select trinn.caller_kind()) = 'firm' and ({wanted_by_firm})
			and {wanted_sessions} {sessions_of_programmes})
		union all
		(select s.* from ({programmes_under}) u cross join lateral (select s.* from trinn.sessions s
			where {of_hubs} and s.programme_id = u.id and {wanted_sessions}
			order by s.starts_at, s.id limit :limit + 1) s)
		union all
		(select s.* from trinn.sessions s where {of_hubs} and :programme_id is null and {wanted_sessions}
			order by s.starts_at, s.id limit :limit + 1)
		union all
		(select s.* from trinn.sessions s where (select trinn.caller_kind()) not in ('county', 'hub', 'firm')
			and {wanted_sessions} {sessions_of_programmes})
	) s window w as (order by s.starts_at, s.id)
) p;

-- part: wanted_engagement
trinn.engagements g where g.county_id = w.county_id and g.hub_id = trinn.caller_org()
	and g.id = (:session->>'engagementId')::bigint
-- end

-- part: engagement_guard
select json_build_array('engagement', g.id, trinn.guard_version('engagement', g.id), false) as guard from {wanted_engagement}
-- end

-- part: clash
-- Of sessions k(id): those the caller may read, and whether there are others.
select json_build_object('sessions', string_agg(c.title || ' (' || to_char(c.starts_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI')
	|| ')', ', ' order by c.starts_at, c.id), 'isEngaged', count(*) > count(c.id))
-- end

-- part: session_plan_facts
-- Of a session that is to be planned in cohort, network or enrolment w, with firm w, or for none; or as session w is to
-- be. Its twin is the same planned before.
case when :session is not null then (select json_build_object('id', nextval('trinn.sessions_id_seq'),
		'startsOn', (x.starts_at at time zone 'Europe/Oslo')::date, 'endsOn', (x.ends_at at time zone 'Europe/Oslo')::date,
		'minutes', floor(extract(epoch from x.ends_at - x.starts_at) / 60)::bigint,
		'hasFirm', exists (select from trinn.cohort_firms m join trinn.organisations o on o.id = m.firm_id
			where m.county_id = w.county_id and m.cohort_id = w.cohort_id and m.left_on is null
				and o.orgnr = :session->>'orgnr')
			or exists (select from trinn.organisations o where o.id = w.firm_id
				and o.orgnr = coalesce(:session->>'orgnr', o.orgnr)),
		'twinId', (select s.id from trinn.sessions s where s.county_id = w.county_id and s.hub_id = trinn.caller_org()
			and s.starts_at = x.starts_at and lower(s.title) = lower(:session->>'title') and s.state <> 'cancelled'
			and (s.cohort_id, s.network_id, s.enrolment_id) is not distinct from (w.cohort_id, w.network_id, w.enrolment_id)
			and (w.firm_id is not null or s.firm_id is not distinct from (select o.id from trinn.organisations o
				where o.orgnr = :session->>'orgnr')) and s.id is distinct from w.session_id),
		'engagement', (select json_build_object('state', g.state, 'startsOn', g.starts_on, 'endsOn', g.ends_on)
			from {wanted_engagement}),
		'clash', ({clash} from trinn.clashing(w.session_id, x.starts_at, x.ends_at, (select g.partner_id from {wanted_engagement}),
				(select o.id from trinn.organisations o where o.orgnr = :session->>'orgnr')) k(id)
			left join trinn.sessions c on c.county_id = w.county_id and c.id = k.id))
	from (values ((:session->>'startsAt')::timestamptz, (:session->>'endsAt')::timestamptz)) x(starts_at, ends_at)) end
-- end

-- part: planned_engagement
trinn.engagements g where g.county_id = trinn.caller_county() and g.hub_id = trinn.caller_org()
	and g.id = (:content->>'engagementId')::bigint
-- end

-- query: insert_session(id int8, case_kind text, case_id int8, content json) @write
with made as (
	insert into trinn.sessions (id, county_id, hub_id, cohort_id, network_id, enrolment_id, firm_id, kind, title, starts_at, ends_at,
		place, link, theme, delivered_by, engagement_id, partner_id, planned_minutes)
	select :id, trinn.caller_county(), trinn.caller_org(), case :case_kind when 'cohort' then :case_id end,
		case :case_kind when 'network' then :case_id end, case :case_kind when 'enrolment' then :case_id end,
		(select o.id from trinn.organisations o where o.orgnr = :content->>'orgnr'),
		:content->>'kind', :content->>'title', (:content->>'startsAt')::timestamptz, (:content->>'endsAt')::timestamptz,
		:content->>'place', :content->>'link', :content->>'theme', :content->>'deliveredBy',
		(:content->>'engagementId')::bigint, (select g.partner_id from {planned_engagement}),
		(:content->>'plannedMinutes')::int
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_session');

-- query: load_interview(enrolment_id int8, session json) @read
select json_build_object('caller', trinn.caller_facts(), 'id', e.id, 'hubId', e.hub_id, 'state', e.state,
	'session', {session_plan_facts}
)::text, e.version, (select json_agg(y.guard) from (
		select json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true) as guard
		union all {engagement_guard}) y)::text
from trinn.enrolments e, lateral (select e.county_id, null::bigint as cohort_id, null::bigint as network_id, e.id as enrolment_id, e.firm_id,
	null::bigint as session_id) w
where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- part: invited
-- To session s: who is in the cohort on that day, whom it is held for, and who was entered before.
select m.firm_id from trinn.cohort_firms m where m.county_id = s.county_id and m.cohort_id = s.cohort_id
	and s.firm_id is null and daterange(m.joined_on, m.left_on) @> (s.starts_at at time zone 'Europe/Oslo')::date
union
select s.firm_id where s.firm_id is not null
union
select t.firm_id from trinn.attendances t where t.county_id = s.county_id and t.session_id = s.id
-- end

-- query: load_session(session_id int8, session json, attendance json) @read
-- What every command on a session is decided on. session is what it is to be changed to, attendance who came; both may
-- be NULL. With who came its hours are delivered, and ordered again when that is taken back.
select json_build_object('caller', trinn.caller_facts(), 'id', s.id, 'hubId', s.hub_id, 'state', s.state,
	'caseKind', w.case_kind, 'caseId', w.case_id, 'settingState', coalesce(c.state, n.state, e.state, 'unknown'),
	'isHandedOver', s.enrolment_id is not null and e.id is null, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'isOver', s.ends_at <= now(),
	'minutes', floor(extract(epoch from s.ends_at - s.starts_at) / 60)::bigint,
	'isForOne', s.firm_id is not null,
	'isAttendant', exists (select from trinn.attendances t where t.county_id = s.county_id and t.session_id = s.id
		and t.firm_id = trinn.caller_org() and t.head_count > 0),
	'engagementId', coalesce(s.engagement_id, 0), 'partnerId', coalesce(s.partner_id, 0),
	'isPlanKept', coalesce(s.delivered_by = :session->>'deliveredBy', false)
		and s.engagement_id is not distinct from (:session->>'engagementId')::bigint
		and s.firm_id is not distinct from (select o.id from trinn.organisations o where o.orgnr = :session->>'orgnr'),
	'clash', ({clash} from trinn.clashing(s.id, s.starts_at, s.ends_at, s.partner_id, s.firm_id) k(id)
		left join trinn.sessions c on c.county_id = s.county_id and c.id = k.id),
	'heldMinutes', coalesce(s.held_minutes, 0),
	'leftMinutes', coalesce((select g.ceiling_minutes - g.ordered_minutes from trinn.engagements g
		where g.county_id = s.county_id and g.id = s.engagement_id), 0),
	'rests', to_json(trinn.rests_on_session(s.id)),
	'held', json_build_object('heldMinutes', s.held_minutes, 'attendance', (select json_agg(json_build_object('orgnr', o.orgnr,
			'headCount', t.head_count) order by o.orgnr) from trinn.attendances t join trinn.organisations o on o.id = t.firm_id
		where t.county_id = s.county_id and t.session_id = s.id)),
	'hours', coalesce((select json_agg(json_build_object('id', h.id, 'state', h.state, 'orderedMinutes', h.ordered_minutes,
			'deliveredMinutes', coalesce(h.delivered_minutes, 0), 'firm', o.orgnr,
			'isDisputed', h.state = 'confirmed' and h.dispute is not null,
			'isPresent', exists (select from json_array_elements(:attendance) a
				where a->>'orgnr' = o.orgnr and (a->>'headCount')::bigint > 0)) order by h.id)
		from trinn.hours h join trinn.organisations o on o.id = h.firm_id where h.county_id = s.county_id and h.session_id = s.id and h.state <> 'cancelled'), '[]'),
	'session', {session_plan_facts},
	'attendants', coalesce((select json_agg(json_build_object(
			'isFirm', case when s.network_id is not null then o.id is not null
				when s.firm_id is not null then coalesce(o.id = s.firm_id, false)
				else exists (select from trinn.cohort_firms m where m.county_id = s.county_id
					and m.cohort_id = s.cohort_id and m.firm_id = o.id) end,
			'isServing', s.network_id is not null and trinn.serves_as(o.id) is not null,
			'isRepeated', x.nth > 1, 'headCount', x.head_count, 'employees', o.employees,
			'joinedOn', (select m.joined_on from trinn.cohort_firms m where m.county_id = s.county_id and m.cohort_id = s.cohort_id
				and m.firm_id = o.id and c.stage > 0 and m.joined_on > (s.starts_at at time zone 'Europe/Oslo')::date
				and not exists (select from trinn.attendances t where t.county_id = s.county_id and t.session_id = s.id
					and t.firm_id = o.id and t.head_count > 0))) order by x.line)
		from (select y.line, y.a->>'orgnr' as orgnr, (y.a->>'headCount')::bigint as head_count, row_number() over (partition by y.a->>'orgnr' order by y.line) as nth
			from json_array_elements(:attendance) with ordinality as y(a, line)) x
			left join trinn.organisations o on o.orgnr = x.orgnr), '[]'),
	'missing', case when :attendance is not null then (
		select string_agg(o.name || ' (' || o.orgnr || ')', ', ' order by o.name, o.orgnr)
		from ({invited}) i join trinn.organisations o on o.id = i.firm_id
		where not exists (select from json_array_elements(:attendance) a where a->>'orgnr' = o.orgnr)) end
)::text, s.version, (select json_agg(y.guard) from (
		select json_build_array(w.case_kind, w.case_id, trinn.guard_version(w.case_kind, w.case_id), true) as guard
		union all
		select json_build_array('engagement', s.engagement_id, trinn.guard_version('engagement', s.engagement_id), true)
		where (:attendance is not null or s.state = 'held' and trinn.caller_kind() = 'hub') and s.engagement_id is not null
		union all {engagement_guard}) y)::text
from trinn.sessions s
	left join trinn.cohorts c on c.county_id = s.county_id and c.id = s.cohort_id
	left join trinn.networks n on n.county_id = s.county_id and n.id = s.network_id
	left join trinn.enrolments e on e.county_id = s.county_id and e.id = s.enrolment_id and e.hub_id = s.hub_id,
	lateral (select s.county_id, s.cohort_id, s.network_id, s.enrolment_id, s.id as session_id,
		case when s.enrolment_id is not null then s.firm_id end as firm_id,
		case when s.cohort_id is not null then 'cohort' when s.network_id is not null then 'network' else 'enrolment' end
			as case_kind,
		coalesce(s.cohort_id, s.network_id, s.enrolment_id) as case_id) w
where s.county_id = (select trinn.caller_county()) and s.id = :session_id;

-- query: change_session(session_id int8, version int8, content json) @write
with changed as (
	update trinn.sessions set firm_id = case when enrolment_id is not null then firm_id
			else (select o.id from trinn.organisations o where o.orgnr = :content->>'orgnr') end,
		kind = :content->>'kind', title = :content->>'title', starts_at = (:content->>'startsAt')::timestamptz,
		ends_at = (:content->>'endsAt')::timestamptz, place = :content->>'place', link = :content->>'link',
		theme = :content->>'theme', delivered_by = :content->>'deliveredBy',
		engagement_id = (:content->>'engagementId')::bigint, partner_id = (select g.partner_id from {planned_engagement}),
		planned_minutes = (:content->>'plannedMinutes')::int,
		changed_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :session_id and version = :version and state = 'planned' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_session');

-- query: hold_session(session_id int8, version int8, held_minutes int4) @write
with changed as (
	update trinn.sessions set state = 'held', held_minutes = :held_minutes, changed_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :session_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'hold_session');

-- query: correct_session(session_id int8, version int8, held_minutes int4) @write
with changed as (
	update trinn.sessions set held_minutes = :held_minutes, version = version + 1
	where county_id = trinn.caller_county() and id = :session_id and version = :version and state = 'held' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_session');

-- query: reopen_session(session_id int8, version int8, reason text) @write
with changed as (
	update trinn.sessions set state = 'planned', held_minutes = null, changed_at = now(), version = version + 1,
		reopenings = reopenings || jsonb_build_object('on', trinn.today(), 'heldMinutes', held_minutes, 'reason', :reason)
	where county_id = trinn.caller_county() and id = :session_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'reopen_session');

-- query: cancel_session(session_id int8, version int8) @write
with changed as (
	update trinn.sessions set state = 'cancelled', changed_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :session_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'cancel_session');

-- query: enter_attendance(session_id int8, attendance json) @write
-- The list names all who were invited.
insert into trinn.attendances (county_id, session_id, hub_id, firm_id, head_count)
select trinn.caller_county(), :session_id, trinn.caller_org(), o.id, (a->>'headCount')::int
from json_array_elements(:attendance) a join trinn.organisations o on o.orgnr = a->>'orgnr'
on conflict (county_id, session_id, firm_id) do update set head_count = excluded.head_count;

-- query: tell_session(topic text, session_id int8) @write
-- Each firm that it is held for, or that came.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select s.county_id, :topic, 'session', s.id, coalesce(m.firm_id, s.firm_id), '{}'::jsonb
from trinn.sessions s left join trinn.cohort_firms m on m.county_id = s.county_id and m.cohort_id = s.cohort_id
	and m.left_on is null and coalesce(s.firm_id, m.firm_id) = m.firm_id
where s.county_id = trinn.caller_county() and s.id = :session_id
	and (m.firm_id is not null or s.enrolment_id is not null)
union
select s.county_id, :topic, 'session', s.id, t.firm_id, '{}'::jsonb
from trinn.sessions s join trinn.attendances t on t.county_id = s.county_id and t.session_id = s.id and t.head_count > 0
where s.county_id = trinn.caller_county() and s.id = :session_id;

-- part: feedback_sums
-- Of rows of feedback t: how many, their mean, and how often each score.
'answers', count(t.score), 'meanHundredths', round(100 * avg(t.score))::int,
'byScore', json_build_array(count(*) filter (where t.score = 1), count(*) filter (where t.score = 2),
	count(*) filter (where t.score = 3), count(*) filter (where t.score = 4), count(*) filter (where t.score = 5))
-- end

-- part: comments
coalesce(json_agg(t.comment order by t.comment) filter (where t.comment is not null), '[]')
-- end

-- part: feedback_document
-- Whoever reads all of it is told sums and what was said, a firm what it said itself.
select null::text as etag, json_build_object('sessionId', s.id::text, {feedback_sums}, 'comments', {comments},
	'own', (json_agg(json_build_object('score', t.score, 'comment', t.comment, 'givenAt', t.given_at))
		filter (where t.firm_id = trinn.caller_org()))->0)::text as document
from trinn.sessions s left join trinn.feedback t on t.county_id = s.county_id and t.session_id = s.id
where s.county_id = (select trinn.caller_county()) and s.id = :session_id group by s.county_id, s.id
-- end

-- query: feedback_document(session_id int8) @read
{feedback_document};

-- query: reply_feedback(operation text, key text, fingerprint text, status int4, session_id int8) @write
select r.status, r.location, r.etag, r.reply from ({feedback_document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, null, d.etag, d.document) r;

-- part: feedback_of_sessions
-- Of the sessions w.ids together, and of those that were held each with what was said of it.
'total', (select json_build_object({feedback_sums}) from trinn.feedback t
	where t.county_id = (select trinn.caller_county()) and t.session_id = any (w.ids)),
'sessions', coalesce((select json_agg(x.said order by x.starts_at, x.id)
	from (select s.id, s.starts_at, json_build_object('sessionId', s.id::text, 'title', s.title, 'startsAt', s.starts_at,
			{feedback_sums}, 'comments', {comments}) as said
		from trinn.sessions s left join trinn.feedback t on t.county_id = s.county_id and t.session_id = s.id
		where s.county_id = (select trinn.caller_county()) and s.id = any (w.ids) and s.state = 'held'
		group by s.county_id, s.id) x), '[]')
-- end

-- query: network_feedback(network_id int8) @read
-- The network itself is open to every firm, which would be told of its own answers only.
select null::text as etag, json_build_object('networkId', n.id::text, {feedback_of_sessions})::text as document
from trinn.networks n, lateral (select array(select s.id from trinn.sessions s
	where s.county_id = n.county_id and s.network_id = n.id) as ids) w
where n.county_id = (select trinn.caller_county()) and n.id = :network_id
	and (select trinn.caller_kind()) <> 'firm';

-- query: give_feedback(session_id int8, score int4, comment text) @write
with given as (
	insert into trinn.feedback (county_id, session_id, hub_id, firm_id, score, comment)
	select s.county_id, s.id, s.hub_id, trinn.caller_org(), :score, :comment
	from trinn.sessions s where s.county_id = trinn.caller_county() and s.id = :session_id
	on conflict (county_id, session_id, firm_id) do update set score = excluded.score, comment = excluded.comment,
		given_at = now()
	returning 1
) select trinn.exactly(1, (select count(*) from given), 'give_feedback');
