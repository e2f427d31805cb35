-- part: amendment_json
-- Amendment m of grant g. What is prepared is the county's own until it is decided, and a policy keeps it so.
json_build_object('id', m.id::text, 'number', m.number, 'grantId', m.grant_id::text, 'applicationId', m.application_id::text,
	'caseNumber', a.case_number, 'applicant', {party}, 'kind', m.kind, 'state', m.state,
	'by', case when m.is_of_county then 'county' when m.partner_id is not null then 'partner' else 'recipient' end, 'reason', m.reason, 'until', m.asked_until, 'amountOre', m.asked_ore,
	'moves', m.asked_moves, 'leaving', m.leaving, 'leavingPartners', trinn.heard_of(m.county_id, m.id, 'leave'),
	'stayingPartners', trinn.heard_of(m.county_id, m.id, 'stay'), 'entering', trinn.entering_of(m.county_id, m.id), 'fagpartnere', m.fagpartnere, 'askedAt', m.asked_at, 'appealId', m.appeal_id::text,
	'preparation', (select json_build_object('outcome', p.outcome, 'grounds', p.grounds, 'until', p.until, 'amountOre', p.amount_ore,
			'moves', p.moves, 'year', p.year, 'madeAt', p.made_at, 'madeBy', trinn.person_name(p.made_by))
		from trinn.amendment_proposals p where p.county_id = m.county_id and p.amendment_id = m.id order by p.id desc limit 1),
	'outcome', case when m.settled_by is not null then json_build_object('outcome', m.state, 'grounds', m.grounds, 'until', m.granted_until,
		'amountOre', m.granted_ore, 'moves', m.granted_moves, 'budget', m.budget, 'body', m.body, 'decidedOn', (m.settled_at at time zone 'Europe/Oslo')::date, 'appealBy', m.appeal_by,
		'meetingItemId', m.meeting_item_id::text,
		'departureGrounds', case when trinn.caller_kind() = 'county' then m.departure_grounds end,
		'decisionId', m.decision_id::text) end)
-- end

-- part: amendment_joined
join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
join trinn.organisations o on o.id = m.applicant_id
-- end

-- part: grant_amendments
-- Of grant g, first to last.
coalesce((select json_agg(json_build_object('id', m.id::text, 'number', m.number, 'kind', m.kind, 'state', m.state) order by m.number)
	from trinn.amendments m where m.county_id = g.county_id and m.grant_id = g.id), '[]')
-- end

-- document: amendment(amendment_id int8)
select m.version::text as etag, {amendment_json}::text as document
from trinn.amendments m {amendment_joined}
where m.county_id = (select trinn.caller_county()) and m.id = :amendment_id;

-- query: list_amendments(state text, after int8?, limit int8) @read
{list_by_id} from (select m.id as key, {amendment_json} as item
	from (select * from trinn.amendments where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and id < {last_key} order by id desc limit :limit + 1) m
		{amendment_joined}) p;

-- part: budget_lines
-- Of grant g, by group and organisation; to a partner its own.
coalesce((select json_agg(json_build_object('costGroup', b.cost_group, 'partnerOrgnr', b.partner_orgnr, 'budgetOre', b.budget_ore,
		'claimedOre', b.claimed_ore) order by b.cost_group, b.partner_orgnr nulls first)
	from trinn.budget_of(g) b where trinn.caller_kind() = 'county' or g.applicant_id = trinn.caller_org()
		or g.application_id = any (trinn.entered_for()) or b.partner_orgnr = (select x.orgnr from trinn.organisations x where x.id = trinn.caller_org())), '[]')
-- end

-- part: moved_budget
-- What of grant g, of application a, money is moved within: to any group of the call.
json_build_object('lead', a.applicant->>'orgnr', 'lines', {budget_lines},
	'groups', (select json_agg(json_build_object('costGroup', k.code, 'name', k.name, 'earmarked', k.earmarked, 'maxShareBp', k.max_share_bp)
			order by k.position)
		from trinn.cost_groups k join trinn.calls y on y.county_id = k.county_id and k.code = any (y.cost_groups)
		where k.county_id = g.county_id and k.funding_line_id = g.funding_line_id and y.id = a.call_id),
	'partners', coalesce((select json_agg(json_build_object('orgnr', p.orgnr, 'name', p.name, 'hasLeft', p.left_by is not null) order by p.organisation_id)
		from trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = g.id), '[]'))
-- end

-- part: amended_grant
-- Grant g of application a.
(select json_build_object('today', trinn.today(), 'state', g.state, 'acceptBy', g.accept_by, 'endsOn', coalesce(g.ends_on, a.ends_on),
		'amountOre', g.amount_ore, 'appliedOre', a.applied_ore, 'remainingOre', g.remaining_ore, 'budget', {moved_budget}, 'fagpartnere', trinn.fagpartnere_of(g),
		'finalNumber', max(c.number) filter (where c.kind = 'final'),
		'openNumber', min(c.number) filter (where c.state in ('submitted', 'reviewed', 'attested')))
	from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id and c.state <> 'rejected')
-- end

-- part: standings
-- How each of list f.list stands to grant g, in its order.
coalesce((select json_agg(json_build_object('isRegistered', s.is_registered, 'isInsolvent', s.is_insolvent, 'isParty', s.is_party) order by e.n)
	from jsonb_array_elements(f.list) with ordinality e(e, n) cross join lateral trinn.fagpartner_standing(g, e.e->>'orgnr') s), '[]')
-- end

-- query: load_new_amendment(grant_id int8, entering jsonb, fagpartnere jsonb) @read
-- Whom it names to enter, in their order.
select json_build_object('grant', json_build_object({grant_facts}), 'id', nextval('trinn.amendments_id_seq'), 'amended', {amended_grant},
	'open', coalesce((select json_agg(m.kind) from trinn.amendments m where m.county_id = g.county_id and m.grant_id = g.id
		and m.state in ('asked', 'prepared')), '[]'),
	'named', coalesce((select json_agg(json_build_object('organisationId', coalesce(o.id, 0), 'name', coalesce(o.name, e.e->>'orgnr'),
			'isPartner', exists (select from trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = g.id and p.organisation_id = o.id and p.left_by is null))
			order by e.n)
		from jsonb_array_elements(:entering) with ordinality e(e, n)
			left join trinn.organisations o on o.orgnr = e.e->>'orgnr' and o.deleted_on is null), '[]'),
	'standings', (select {standings} from (values (:fagpartnere)) f(list)), 'overlaps', coalesce(v.overlaps, '[]')
)::text, null::bigint, json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
	cross join lateral (select {overlaps_seen} from trinn.overlaps_of(a.id, coalesce((select json_agg(json_build_object('orgnr', n.orgnr,
			'name', n.name, 'kind', case when trinn.is_hub(n.id) then 'hub' else 'firm' end))
		from jsonb_array_elements(:entering) e join trinn.organisations n on n.orgnr = e->>'orgnr' and n.deleted_on is null), '[]')) o) v
where g.county_id = (select trinn.caller_county()) and g.id = :grant_id;

-- query: insert_amendment(id int8, grant_id int8, kind text, reason text, asked_until date, asked_ore int8?, asked_moves jsonb, leaving jsonb, fagpartnere jsonb) @write
with made as (
	insert into trinn.amendments (id, county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_until, asked_ore,
		asked_moves, leaving, fagpartnere, is_of_county, asked_by)
	select :id, g.county_id, g.applicant_id, g.application_id, g.id,
		1 + (select count(*) from trinn.amendments m where m.county_id = g.county_id and m.grant_id = g.id),
		:kind, :reason, :asked_until, :asked_ore, :asked_moves, :leaving, :fagpartnere, trinn.caller_kind() = 'county', trinn.caller_person()
	from trinn.grants g where g.county_id = trinn.caller_county() and g.id = :grant_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_amendment');

-- query: ask_to_enter(amendment_id int8, entering jsonb) @write
with made as (
	insert into trinn.application_partners (county_id, applicant_id, application_id, amendment_id, asked_to, organisation_id, orgnr, name, kind, task,
		asked_by)
	select m.county_id, m.applicant_id, m.application_id, m.id, 'enter', o.id, o.orgnr, o.name, case when trinn.is_hub(o.id) then 'hub' else 'firm' end,
		e.task, trinn.caller_person()
	from trinn.amendments m cross join jsonb_to_recordset(:entering) as e(orgnr text, task text)
		join trinn.organisations o on o.orgnr = e.orgnr and o.deleted_on is null
	where m.county_id = trinn.caller_county() and m.id = :amendment_id
	returning 1
) select trinn.exactly(jsonb_array_length(:entering), (select count(*) from made), 'ask_to_enter');

-- query: load_amendment(amendment_id int8, whole bool, tells bool) @read
-- With all that a decision on its application is decided on.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', m.id, 'state', m.state, 'kind', m.kind,
	'isOfCounty', m.is_of_county, 'partner', (select r.orgnr from trinn.organisations r where r.id = m.partner_id), 'askedBy', m.asked_by, 'applicationVersion', a.version, 'application', {application_facts},
	'grant', {changed_grant}, 'amended', (select {amended_grant} from trinn.grants g where g.county_id = m.county_id and g.id = m.grant_id),
	'hadNotice', trinn.was_notified(m), 'askedUntil', m.asked_until, 'askedOre', m.asked_ore, 'askedMoves', coalesce(m.asked_moves, '[]'),
	'fagpartnere', coalesce(m.fagpartnere, '[]'),
	'standings', (select {standings} from trinn.grants g cross join (values (m.fagpartnere)) f(list) where g.county_id = m.county_id and g.id = m.grant_id),
	'allowed', trinn.allowed_by(m.county_id, m.appeal_id), 'takenUp', (select json_build_object('costsOre', u.costs_ore, 'amountOre', u.amount_ore)
		from trinn.given_back_by(m.county_id, m.appeal_id) u where m.appeal_id is not null), 'overlaps', coalesce(e.overlaps, '[]'),
	'change', (select json_build_object('leaving', coalesce(m.leaving, '[]'),
			'entering', coalesce(json_agg(p.one order by p.id) filter (where p.asked_to = 'enter'), '[]'),
			'staying', coalesce(json_agg(p.one order by p.id) filter (where p.asked_to = 'stay'), '[]'),
			'heard', coalesce(json_agg(p.one order by p.id) filter (where p.answer_by is not null), '[]'))
		from (select p.id, p.asked_to, p.answer_by, json_build_object('orgnr', p.orgnr, 'name', p.name, 'state', p.state, 'answerBy', p.answer_by,
				'isUnposted', trinn.is_unposted(p), 'isCurrent', p.state <> 'confirmed' or p.part = trinn.part_by(p, m, m.asked_moves)) as one
			from trinn.application_partners p where p.county_id = m.county_id and p.application_id = m.application_id and p.amendment_id = m.id) p),
	'meeting', (select json_build_object('isResolved', trinn.is_amendment_resolved(m.id),
			'isVotedOn', trinn.is_voted_on('amendment', m.id), 'isBefore', trinn.is_before_meeting('amendment', m.id),
			'delegatedOre', trinn.delegated_ore(a.call_id), 'itemId', r.item_id, 'body', r.body, 'reference', r.reference, 'outcome', r.outcome,
			'grounds', r.grounds, 'amountOre', case when r.item_id is not null then 0 end, 'mayDecide', r.may_decide)
		from (values (1)) one(x) left join trinn.amendment_resolution_of(m.id) r on true),
	'appealNumber', (select min(p.number) from trinn.appeals p where p.county_id = m.county_id and p.application_id = m.application_id
		and (p.settled_on is null or p.state = 'sent_back' and trinn.is_set_aside(p.county_id, p.application_id))),
	'proposal', (select json_build_object('outcome', p.outcome, 'grounds', p.grounds, 'madeBy', p.made_by, 'until', p.until,
			'questioned', case when trinn.is_questioned(p.made_by, p.application_id) then trinn.person_name(p.made_by) end,
			'amountOre', p.amount_ore, 'moves', p.moves, 'year', p.year)
		from trinn.amendment_proposals p where p.county_id = m.county_id and p.amendment_id = m.id order by p.id desc limit 1)
)::text, m.version, ({application_guards} || coalesce(e.guards, '[]'))::text
from trinn.amendments m
	join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
	{application_joined}
	cross join lateral (select {overlaps_seen} from trinn.overlaps_of(a.id, coalesce((select json_agg(json_build_object('orgnr', p.orgnr,
			'name', p.name, 'kind', p.kind)) from trinn.application_partners p
		where p.county_id = m.county_id and p.application_id = m.application_id and p.amendment_id = m.id
			and p.asked_to = 'enter' and p.state in ('asked', 'confirmed') and m.state in ('asked', 'prepared')), '[]')) o) e
where m.county_id = (select trinn.caller_county()) and m.id = :amendment_id
	and a.id = (select t.application_id from trinn.amendments t where t.county_id = (select trinn.caller_county()) and t.id = :amendment_id);

-- query: insert_amendment_proposal(amendment_id int8, outcome text, grounds text, until date, amount_ore int8?, moves jsonb, year int4?) @write
with made as (
	insert into trinn.amendment_proposals (county_id, applicant_id, application_id, amendment_id, outcome, grounds, until, amount_ore, moves,
		year, made_by)
	select m.county_id, m.applicant_id, m.application_id, m.id, :outcome, :grounds, :until, :amount_ore, :moves, :year, trinn.caller_person()
	from trinn.amendments m where m.county_id = trinn.caller_county() and m.id = :amendment_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_amendment_proposal');

-- query: move_amendment(amendment_id int8, version int8, state text) @write
with changed as (
	update trinn.amendments set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :amendment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_amendment');

-- query: let_enter(amendment_id int8) @write
select trinn.let_enter(:amendment_id);

-- query: settle_amendment(amendment_id int8, version int8, decision_id int8?, amount_ore int8?, grounds text, body text,
--   departure_grounds text, appeal_by date) @write
-- As it was prepared, but for grounds that a meeting resolved; the amount is what the grant comes to, if it changes. A party that has nobody
-- here has its notice by post.
with changed as (
	update trinn.amendments m set state = p.outcome, grounds = coalesce(:grounds, p.grounds), granted_until = p.until, granted_ore = :amount_ore,
		granted_moves = p.moves, prepared_by = p.made_by, settled_by = trinn.caller_person(), settled_at = now(), decision_id = :decision_id, body = :body,
		departure_grounds = :departure_grounds,
		appeal_by = case when m.applicant_id not in (select trinn.read_by_post(m.county_id, m.application_id)) then :appeal_by end,
		version = m.version + 1
	from (select * from trinn.amendment_proposals t where t.county_id = trinn.caller_county() and t.amendment_id = :amendment_id
		order by t.id desc limit 1) p
	where m.county_id = trinn.caller_county() and m.id = :amendment_id and m.version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_amendment');

-- query: prolong_grant(grant_id int8, amendment_id int8) @write
-- Its offer, or the work: as the amendment says.
with changed as (
	update trinn.grants g set accept_by = case m.kind when 'acceptance' then m.granted_until else g.accept_by end,
		ends_on = case m.kind when 'extension' then m.granted_until else g.ends_on end, version = g.version + 1
	from trinn.amendments m
	where g.county_id = trinn.caller_county() and g.id = :grant_id and m.county_id = g.county_id and m.id = :amendment_id
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'prolong_grant');

-- query: move_budget(grant_id int8, shares jsonb) @write
select trinn.move_budget(:grant_id, :shares);

-- query: annul_grant(grant_id int8, amendment_id int8) @write
with changed as (
	update trinn.grants g set state = 'annulled', ended_by = trinn.caller_person(), ended_at = now(), end_reason = m.grounds,
		version = g.version + 1
	from trinn.amendments m
	where g.county_id = trinn.caller_county() and g.id = :grant_id and m.county_id = g.county_id and m.id = :amendment_id
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'annul_grant');

-- query: expect_more_reports(amendment_id int8) @write
select trinn.expect_more_reports(:amendment_id);

-- part: amendment_tasks
-- Of the county: to give notice of what is to the recipient's detriment, to prepare once partners have answered, and to decide what is
-- prepared. What is for a meeting its secretary puts on the agenda of one; no command of the amendment does.
select case when trinn.needs_notice(m) then 'hearParty' else 'prepareAmendment' end,
	case when trinn.needs_notice(m) then '/v1/applications/' || a.id else '/v1/amendments/' || m.id end,
	(m.asked_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	trinn.amendment_due(m), m.asked_ore,
	a.case_number, null::int
from trinn.amendments m
	join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
	join trinn.grants g on g.county_id = m.county_id and g.id = m.grant_id
where (select trinn.caller_role()) = 'caseworker' and m.county_id = (select trinn.caller_county()) and m.state = 'asked'
	and (m.is_of_county or {by_another} (array[m.asked_by])) and not trinn.is_unheard(m.county_id, m.application_id)
	and (trinn.needs_notice(m) or not trinn.waits_for_partners(m))
	and not exists (select from trinn.submissions s where s.county_id = m.county_id and s.application_id = m.application_id
		and s.submitted_by = (select trinn.caller_person()))
union all
select case when d.may_decide and d.outcome <> p.outcome then 'sendBackAmendment' else 'decideAmendment' end, '/v1/amendments/' || m.id,
	(p.made_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	trinn.amendment_due(m), p.amount_ore,
	a.case_number, null
from trinn.amendments m
	join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
	join trinn.calls k on k.county_id = a.county_id and k.id = a.call_id
	join trinn.grants g on g.county_id = m.county_id and g.id = m.grant_id
	join lateral (select * from trinn.amendment_proposals t where t.county_id = m.county_id and t.amendment_id = m.id
		order by t.id desc limit 1) p on true
	cross join lateral (select trinn.amendment_stake(m.id) as ore) s
	left join lateral trinn.amendment_resolution_of(m.id) d on true
	left join lateral (select t.role, t.limit_ore from trinn.authorities_on(k.county_id, k.funding_line_id, trinn.today()) t
		where t.role = (select trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on true
where (select trinn.caller_role()) in ('decision_maker', 'secretary') and m.county_id = (select trinn.caller_county()) and m.state = 'prepared'
	and not trinn.is_before_meeting('amendment', m.id) and not trinn.is_unheard(m.county_id, m.application_id)
	and case when (select trinn.caller_role()) = 'secretary'
		then d.may_decide is true or s.ore > coalesce(trinn.delegated_ore(k.id), 0)
		else d.may_decide is not true end
	and (d.may_decide or u.role is not null and (u.limit_ore is null or u.limit_ore >= s.ore))
	and {by_another} (array[m.asked_by, p.made_by])
	and not exists (select from trinn.submissions s where s.county_id = m.county_id and s.application_id = m.application_id
		and s.submitted_by = (select trinn.caller_person()))
union all
select null, '/v1/amendments/' || m.id, (p.made_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	trinn.amendment_due(m), p.amount_ore, a.case_number, null
from trinn.amendments m
	join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
	join lateral (select * from trinn.amendment_proposals t where t.county_id = m.county_id and t.amendment_id = m.id
		order by t.id desc limit 1) p on true
where (select trinn.caller_role()) = 'secretary' and m.county_id = (select trinn.caller_county()) and m.state = 'prepared'
	and trinn.amendment_awaits_meeting(m.id)
-- end
