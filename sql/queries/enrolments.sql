-- part: enrolment_head
-- With the enrolment as e, its programme as p, firm as f and hub as h.
'id', e.id::text, 'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', p.name),
'programmeVersion', e.programme_version,
'firm', json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name),
'hub', json_build_object('id', h.id::text, 'orgnr', h.orgnr, 'name', h.name),
'state', e.state, 'stage', e.stage, 'round', e.round, 'waitingSince', e.waiting_since
-- end

-- part: enrolment_parties
join trinn.programmes p on p.county_id = e.county_id and p.id = e.programme_id
join trinn.organisations f on f.id = e.firm_id
join trinn.organisations h on h.id = e.hub_id
-- end

-- part: answering_hub
'answeringHub', (select {party} from trinn.organisations o where o.id = nullif(trinn.hub_for(e.firm_id), e.hub_id))
-- end

-- document: enrolment(enrolment_id int8)
select e.version::text as etag, json_build_object({enrolment_head},
	'recommendation', case when e.recommended_by is not null then json_build_object('stage', e.recommended_stage,
		'grounds', e.recommended_grounds, 'digitallyReady', e.digitally_ready,
		'by', trinn.person_name(e.recommended_by)) end,
	'reason', e.reason, 'explanation', case when e.state <> 'dropped_out' or e.explained_to_firm
		or (select trinn.caller_kind()) <> 'firm' then e.explanation end,
	'copaymentId', (select c.id::text from trinn.copayments c where {owed_for_stage}),
	{answering_hub},
	'way', (select json_build_object('isAssessed', w->'isAssessed', 'completedStages', w->'completed',
			'unsettledStages', w->'unsettled', 'acceptedStages', w->'accepted',
			'sessions', (select coalesce(json_agg(json_build_object('stage', t.stage, 'held', t.held,
					'attended', t.attended) order by t.stage), '[]')
				from (select s.stage, count(*) as held, count(*) filter (where s.attended) as attended
					from json_to_recordset(w->'sessions') as s(stage int, attended boolean) group by s.stage) t))
		from trinn.way_of(e.id) w))::text as document
from trinn.enrolments e {enrolment_parties}
where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- part: enrolments_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or programme_id in ({programmes_under})) and (:stage is null or stage = :stage)
-- end

-- query: list_enrolments(programme_id int8?, state text, stage int8?, hub_id int8?, orgnr text, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select e.id as key,
	json_build_object({enrolment_head}, 'recommendedStage', e.recommended_stage,
		'lastContactOn', (select max(c.on_day) from trinn.contacts c
			where c.county_id = e.county_id and c.enrolment_id = e.id and not c.is_void), {answering_hub}) as item
	from (
		(select * from trinn.enrolments where (select trinn.caller_kind()) = 'county' and :state is null
			and :hub_id is null and :orgnr is null and {enrolments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.enrolments where (select trinn.caller_kind()) = 'county' and state = :state
			and :hub_id is null and :orgnr is null and {enrolments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.enrolments where (select trinn.caller_kind()) = 'county' and hub_id = :hub_id
			and :orgnr is null and (:state is null or state = :state) and {enrolments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.enrolments where (select trinn.caller_kind()) = 'hub'
			and hub_id = (select trinn.caller_org()) and :orgnr is null and (:hub_id is null or hub_id = :hub_id)
			and (:state is null or state = :state) and {enrolments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.enrolments where (select trinn.caller_kind()) = 'firm'
			and firm_id = (select trinn.caller_org()) and :orgnr is null and (:hub_id is null or hub_id = :hub_id)
			and (:state is null or state = :state) and {enrolments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.enrolments
			where firm_id = (select o.id from trinn.organisations o where o.orgnr = :orgnr)
			and ((select trinn.caller_kind()) = 'county' or (select trinn.caller_org()) in (hub_id, firm_id))
			and (:hub_id is null or hub_id = :hub_id)
			and (:state is null or state = :state) and {enrolments_wanted} order by id desc limit :limit + 1)
	) e {enrolment_parties}) p;

-- query: list_enrolment_steps(enrolment_id int8) @read
-- Each with the hub of that time. A hub that no longer follows the firm still has its own.
select (select json_agg(json_build_object('seq', s.seq, 'at', s.at, 'fromState', s.from_state, 'toState', s.to_state,
		'stage', s.stage, 'programmeVersion', s.programme_version, 'round', s.round,
		'hub', {party}, 'reason', s.reason, 'explanation', case when s.to_state <> 'dropped_out' or s.explained_to_firm
			or (select trinn.caller_kind()) <> 'firm' then s.explanation end, 'role', s.role,
		'person', trinn.person_name(s.person_id)) order by s.seq)
	from trinn.enrolment_steps s join trinn.organisations o on o.id = s.hub_id
	where s.county_id = (select trinn.caller_county()) and s.enrolment_id = :enrolment_id)::text, null::text
where exists (select from trinn.enrolment_steps s
	where s.county_id = (select trinn.caller_county()) and s.enrolment_id = :enrolment_id);

-- part: follows_firms
-- County staff who follow what hubs do with firms: {following} of the policies.
(select trinn.caller_role()) in ('caseworker', 'decision_maker', 'programme_lead', 'secretary', 'archivist', 'auditor')
-- end

-- part: followed_by_county
-- Firm o lies in the caller's county or takes part in it.
{follows_firms}
and (o.municipality_no like (select n.number from trinn.counties n where n.id = trinn.caller_county()) || '%'
	or exists (select from trinn.enrolments e where e.county_id = (select trinn.caller_county()) and e.firm_id = o.id))
-- end

-- query: participation_document(orgnr text) @read
-- The undertaking with all it takes part in: to itself, and to the county it lies in or takes part in. A hub that follows
-- it sees what is its own, as everywhere.
select null::text as etag, json_build_object('firm', {organisation_json},
	'enrolments', coalesce((select json_agg(json_build_object({enrolment_head}, 'completedStages', (
			select coalesce(json_agg(distinct s.stage), '[]') from trinn.enrolment_steps s
			where s.county_id = e.county_id and s.enrolment_id = e.id and s.to_state = 'completed')) order by e.id)
		from trinn.enrolments e {enrolment_parties}
		where e.county_id = (select trinn.caller_county()) and e.firm_id = o.id), '[]'),
	'memberships', coalesce((select json_agg({membership_json} order by c.member_from, c.id)
		from trinn.memberships c where c.county_id = (select trinn.caller_county()) and c.firm_id = o.id), '[]'),
	'applications', coalesce((select json_agg(json_build_object('id', a.id::text, 'caseNumber', a.case_number,
			'title', a.title, 'state', a.state) order by a.id)
		from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.applicant_id = o.id
			and a.applicant_kind = 'firm'), '[]'))::text as document
from trinn.organisations o
where o.orgnr = :orgnr and ({followed_by_county}
	or (select trinn.caller_kind()) = 'hub' and exists (select from trinn.enrolments e
		where e.county_id = (select trinn.caller_county()) and e.firm_id = o.id and e.hub_id = (select trinn.caller_org()))
	or (select trinn.caller_kind()) = 'firm' and o.id = (select trinn.caller_org()));

-- part: delivered_programme
-- Its state, and whether hubs deliver it: it has stages, and is not one that only firms apply to for money.
select trinn.programme_state(q) as state,
	exists (select from trinn.stages s where s.county_id = q.county_id and s.programme_id = q.id
		and s.programme_version = q.current_version)
	and coalesce((select bool_or('hub' = any (l.applicant_kinds)) from trinn.funding_lines l
		where l.county_id = q.county_id and l.programme_id = q.id), true) as is_delivered
from trinn.programmes q where q.county_id = trinn.caller_county() and q.id = :programme_id
-- end

-- query: load_new_enrolment(programme_id int8, orgnr text, hub_orgnr text) @read
-- Nothing is missing that is not sent wrongly: the rules say what.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.enrolments_id_seq'),
	'programmeState', r.state, 'isDelivered', coalesce(r.is_delivered, false), 'firmId', o.id,
	'isInsolvent', coalesce(o.bankrupt or o.forced_winding_up, false),
	'hubId', case when trinn.caller_kind() = 'hub' then trinn.caller_org() else coalesce(trinn.hub_for(o.id), n.id) end,
	'namedId', n.id,
	'answeringId', case when trinn.caller_kind() = 'hub' then nullif(trinn.hub_for(o.id), trinn.caller_org()) end,
	'municipalityNo', o.municipality_no, 'isDeleted', o.deleted_on is not null, 'servesAs', trinn.serves_as(o.id),
	'isInside', coalesce(o.municipality_no is null or o.municipality_no like (select n.number from trinn.counties n where n.id = trinn.caller_county())
		|| '%' or trinn.area_of(o.municipality_no, trinn.today()) is not null, false),
	'knownId', (select e.id from trinn.enrolments e where e.county_id = p.county_id and e.programme_id = p.id
		and e.firm_id = o.id and e.id is distinct from b.id
		and (trinn.caller_kind() <> 'hub' or e.hub_id = trinn.caller_org())),
	'endedId', b.id, 'ask', case when trinn.caller_kind() = 'hub' then trinn.whom_to_ask(p.id, o.id) end)::text, null::bigint,
	(select coalesce(json_agg(json_build_array(g.kind, g.id, trinn.guard_version(g.kind, g.id), g.changed)), '[]')::text
		from (values ('programme', p.id, false), ('enrolment', b.id, true)) g(kind, id, changed) where g.id is not null)
from (values (1)) one(x)
	left join trinn.programmes p on p.county_id = trinn.caller_county() and p.id = :programme_id
	left join trinn.organisations o on o.orgnr = :orgnr
	left join trinn.organisations n on n.orgnr = :hub_orgnr and trinn.is_hub(n.id) and trinn.caller_kind() = 'county'
	left join lateral ({delivered_programme}) r on true
	left join lateral (select trinn.ended_enrolment(p.id, o.id) as id) b on true;

-- query: insert_enrolment(id int8, programme_id int8, firm_id int8, hub_id int8) @write
with made as (
	insert into trinn.enrolments (id, county_id, programme_id, programme_version, firm_id, hub_id, state)
	select :id, p.county_id, p.id, p.current_version, :firm_id, :hub_id, 'prospect'
	from trinn.programmes p where p.county_id = trinn.caller_county() and p.id = :programme_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_enrolment');

-- query: take_up(enrolment_id int8, hub_id int8) @write
select trinn.take_up(:enrolment_id, :hub_id);

-- part: owed_for_stage
-- Co-payment c is of enrolment e for the stage it is in: the newest, as one for a place that was given back was credited.
c.id = (select max(n.id) from trinn.copayments n where n.county_id = e.county_id and n.enrolment_id = e.id
	and n.round = e.round and n.stage = e.stage)
and c.county_id = e.county_id
-- end

-- part: aid_refused
exists (select from trinn.copayments c where {owed_for_stage} and c.state <> 'credited' and c.aid_refused_by is not null)
-- end

-- part: aid_unchecked
exists (select from trinn.copayments c where {owed_for_stage} and c.state <> 'credited'
	and c.aid_refused_by is null and c.aid_checked_by is null)
-- end

-- part: share_gone
-- Where the version of e, which it may have been moved to since, has a price for the stage.
exists (select from trinn.copayments c where {owed_for_stage} and c.state = 'credited')
and exists (select from trinn.stages s where s.county_id = e.county_id and s.programme_id = e.programme_id
	and s.programme_version = e.programme_version and s.number = e.stage and coalesce(s.price_ore, s.price_cap_ore) > 0)
-- end

-- part: credit_asked
exists (select from trinn.copayments c join trinn.copayment_reliefs r on r.county_id = c.county_id and r.copayment_id = c.id
	and r.kind = 'credit' and r.state = 'asked' where {owed_for_stage})
-- end

-- part: enrolment_share
-- What enrolment e owes for the stage it is in.
from trinn.copayments c join trinn.guards h on h.county_id = c.county_id and h.kind = 'copayment' and h.id = c.id
where {owed_for_stage}
-- end

-- part: share_facts
-- With what is ordered for the firm in the programme and nobody has entered as delivered.
'share', (select json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'chargedOre', {charged_ore},
	'creditorId', c.creditor_id, 'isReliefAsked', exists (select from trinn.copayment_reliefs r where r.county_id = c.county_id
		and r.copayment_id = c.id and r.state = 'asked'),
	'hasGiver', trinn.another_has(c.creditor_id, '{hub_signatory,finance}'), 'isSettled', c.settled_service_ore is not null,
	'isDelivered', trinn.is_delivered(c), 'undeliveredMinutes', (select coalesce(sum(t.ordered_minutes), 0) from trinn.hours t
		join trinn.engagements g on g.county_id = t.county_id and g.id = t.engagement_id
		where t.county_id = c.county_id and t.firm_id = c.firm_id and t.state = 'ordered'
			and g.programme_id = c.programme_id)) {enrolment_share})
-- end

-- part: plan_facts
-- What drop-out cancels, as far as the caller sees it.
'plan', (select json_build_object('sessions', string_agg(s.title || ' (' || to_char(s.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY') || ')',
		', ' order by s.starts_at, s.id), 'minutes', coalesce(sum(t.ordered_minutes), 0))
	from trinn.still_to_come(e) x
		left join trinn.sessions s on s.county_id = e.county_id and s.id = x.session_id
		left join trinn.hours t on t.county_id = e.county_id and t.id = x.hours_id)
-- end

-- part: gates
json_agg(json_build_object('stage', g.stage_number, 'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent)
	order by g.stage_number, g.position)
-- end

-- part: waivers
'waivers', coalesce((select json_agg(json_build_object('stage', w.stage, 'gate', w.gate, 'state', w.state)
		order by w.id)
	from trinn.gate_waivers w where w.county_id = e.county_id and w.enrolment_id = e.id
		and w.round = e.round and w.state <> 'refused'), '[]')
-- end

-- part: enrolment_facts
-- What is known of enrolment e, of firm o in programme p, when something is decided; who waits before it only where it
-- is `placing`, as whom each of them passes over takes long to tell.
'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', e.id,
'state', e.state, 'stage', e.stage, 'programmeState', trinn.programme_state(p), 'programmeVersion', e.programme_version,
'firmId', e.firm_id, 'hubId', e.hub_id, 'isAidRefused', {aid_refused}, 'isAidUnchecked', {aid_unchecked},
'isShareGone', {share_gone}, 'isCreditAsked', {credit_asked},
'wasAidRefused', exists (select from trinn.refused_before(e.id, null)),
'isInsolvent', o.bankrupt or o.forced_winding_up,
'recommendedStage', e.recommended_stage, 'passedStage', trinn.stage_passed(e), 'isBetweenStages', trinn.is_between_stages(e.id),
'isHandoverAsked', exists (select from trinn.handovers c where c.county_id = e.county_id and c.enrolment_id = e.id
	and c.state = 'asked'), 'isHubOpen', trinn.is_hub(e.hub_id),
'stages', coalesce((select json_agg(json_build_object('number', s.number,
		'nFree', t.capacity - t.taken, 'next', s.next_stage, 'price', {stage_price},
		'nAhead', q.n_open, 'nShut', q.n_shut) order by s.number)
	from trinn.stages s join trinn.stage_places t on t.county_id = s.county_id
		and t.programme_id = s.programme_id and t.stage = s.number,
		lateral (select count(*) filter (where not w.is_shut) as n_open, count(*) filter (where w.is_shut) as n_shut
			from trinn.queue_of(s.programme_id, s.number, case when s.number = e.stage then e.waiting_since end, e.id) w
			where :placing) q
	where s.county_id = e.county_id and s.programme_id = e.programme_id
		and s.programme_version = e.programme_version), '[]'),
'gates', coalesce((select {gates}
	from trinn.stage_gates g where g.county_id = e.county_id and g.programme_id = e.programme_id
		and g.programme_version = e.programme_version), '[]'),
{waivers},
'way', trinn.way_of(e.id)
-- end

-- part: made_id
case when :made is null then 0 else nextval(('trinn.' || :made || '_id_seq')::regclass) end
-- end

-- query: load_enrolment(enrolment_id int8, made text, content json, placing bool) @read
-- What every command on an enrolment is decided on. Of one that makes something, the table that gets it and the id it
-- will have; of its content, what that names. What else helps the firm is told where one is `placing` it.
select json_build_object({enrolment_facts},
	'newId', {made_id},
	'toHubId', (select h.id from trinn.organisations h where h.orgnr = :content->>'toOrgnr' and trinn.is_hub(h.id)),
	'instrumentKind', (select i.kind from trinn.instruments i where i.id = (:content->>'instrumentId')::bigint),
	{interview_facts}, {share_facts}, {plan_facts},
	'beside', case when :placing then
		(select json_agg(json_build_object('stage', b.stage, 'need', b.need, 'scheme', b.scheme) order by b.stage,
			b.need, b.scheme) from trinn.help_beside(e.id) b) end
)::text, e.version,
	json_build_array(json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true))::text
from trinn.enrolments e
	join trinn.programmes p on p.county_id = e.county_id and p.id = e.programme_id
	join trinn.organisations o on o.id = e.firm_id,
	lateral (select e.county_id, e.firm_id, e.id as enrolment_id, (:content->>'sessionId')::bigint as session_id) w
where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- query: load_placed(enrolment_id int8, made text, placing bool) @read
-- What a command is decided on with which the firm may leave its place, as what it owes for it is credited, or get what it
-- owes it for: of what becomes of its share meanwhile that command or the other is decided anew.
select json_build_object({enrolment_facts}, 'newId', {made_id}, 'toHubId', null, 'instrumentKind', null, {share_facts}, {plan_facts}
)::text, e.version, (json_build_array(json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true))::jsonb
	|| coalesce((select jsonb_agg(jsonb_build_array('copayment', c.id, h.version, true)) {enrolment_share}), '[]'))::text
from trinn.enrolments e
	join trinn.programmes p on p.county_id = e.county_id and p.id = e.programme_id
	join trinn.organisations o on o.id = e.firm_id
where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- query: recommend_stage(enrolment_id int8, version int8, stage int8?, grounds text, digitally_ready bool) @write
with changed as (
	update trinn.enrolments set recommended_stage = :stage, recommended_grounds = :grounds,
		recommended_by = trinn.caller_person(), digitally_ready = :digitally_ready, version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'recommend_stage');

-- query: enrol_firm(enrolment_id int8, version int8, state text, stage int4) @write
-- Enrolled in the stage, or waiting for it.
with changed as (
	update trinn.enrolments set state = :state, stage = :stage, explanation = null,
		waiting_since = case when :state = 'waiting' then now() end, version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'enrol_firm');

-- query: take_place(enrolment_id int8, version int8, explanation text) @write
with changed as (
	update trinn.enrolments set state = 'enrolled', waiting_since = null, explanation = :explanation,
		version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_place');

-- query: change_enrolment_state(enrolment_id int8, version int8, state text) @write
-- Who leaves a queue stands in the stage that it completed before.
with changed as (
	update trinn.enrolments e set state = :state, stage = case when state = 'waiting' then trinn.stage_passed(e) else stage end,
		waiting_since = null, explanation = null, version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_enrolment_state');

-- query: drop_out(enrolment_id int8, version int8, reason text, explanation text, to_firm bool) @write
with changed as (
	update trinn.enrolments set state = 'dropped_out', reason = :reason, explanation = :explanation,
		explained_to_firm = :to_firm, waiting_since = null, version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'drop_out');

-- query: re_enter(enrolment_id int8, version int8, explanation text) @write
-- A round begins in the version of the programme in force, with nobody's recommendation.
with changed as (
	update trinn.enrolments e set state = 'prospect', stage = null, reason = null, explanation = :explanation,
		round = e.round + 1, programme_version = p.current_version, recommended_stage = null,
		recommended_grounds = null, recommended_by = null, digitally_ready = null, version = e.version + 1
	from trinn.programmes p
	where e.county_id = trinn.caller_county() and e.id = :enrolment_id and e.version = :version
		and p.county_id = e.county_id and p.id = e.programme_id
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 're_enter');

-- query: load_steps(ids json, placing bool) @read
select json_build_object('caller', trinn.caller_facts(), 'enrolments', coalesce(json_agg(json_build_object('version',
		e.version, 'facts', json_build_object({enrolment_facts}, 'newId', 0)) order by e.id), '[]'))::text,
	null::bigint,
	(coalesce(jsonb_agg(jsonb_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true)), '[]')
		|| coalesce(jsonb_agg(s.guard) filter (where s.guard is not null), '[]'))::text
from json_array_elements_text(:ids) x join trinn.enrolments e on e.county_id = trinn.caller_county()
		and e.hub_id = trinn.caller_org() and e.id = x::bigint
	join trinn.programmes p on p.county_id = e.county_id and p.id = e.programme_id
	join trinn.organisations o on o.id = e.firm_id
	left join lateral (select jsonb_build_array('copayment', c.id, h.version, true) as guard {enrolment_share}) s on true;

-- query: load_move(programme_id int8, to_version int8, ids int8[]) @read
select json_build_object('caller', trinn.caller_facts(),
	'stages', coalesce((select json_agg(s.number order by s.number) from trinn.stages s
		where s.county_id = p.county_id and s.programme_id = p.id and s.programme_version = :to_version), '[]'),
	'enrolments', coalesce((select json_agg(json_build_object('id', e.id, 'state', e.state, 'stage', e.stage,
			'programmeVersion', e.programme_version, 'hubId', e.hub_id,
			'owes', exists (select from trinn.copayments c where c.county_id = e.county_id and c.enrolment_id = e.id
				and c.round = e.round and c.stage = e.stage),
			'share', (select json_build_object('state', c.state, 'amountOre', c.amount_ore, 'serviceValueOre', c.service_ore)
				from trinn.copayments c where {owed_for_stage} and c.state <> 'credited'),
			'price', (select {stage_price} from trinn.stages s where s.county_id = e.county_id
				and s.programme_id = e.programme_id and s.programme_version = :to_version and s.number = e.stage),
			'gates', coalesce((select {gates} from trinn.stage_gates g where g.county_id = e.county_id
				and g.programme_id = e.programme_id and g.programme_version = :to_version and e.state = 'waiting'), '[]'),
			{waivers}, 'way', case when e.state = 'waiting' then trinn.way_of(e.id) end) order by e.id)
		from trinn.enrolments e where e.county_id = p.county_id and e.programme_id = p.id and e.id = any (:ids)), '[]')
)::text, null::bigint, coalesce((select json_agg(json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true))
	from trinn.enrolments e where e.county_id = p.county_id and e.programme_id = p.id and e.id = any (:ids)), '[]')::text
from trinn.programmes p where p.county_id = (select trinn.caller_county()) and p.id = :programme_id
	and (select trinn.caller_role()) in ('caseworker', 'programme_lead');

-- query: move_enrolment(enrolment_id int8, to_version int4, explanation text) @write
with changed as (
	update trinn.enrolments set programme_version = :to_version, explanation = :explanation, version = version + 1
	where county_id = trinn.caller_county() and id = :enrolment_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_enrolment');

-- query: reply_results(operation text, key text, fingerprint text, status int4, document text) @write
select r.status, r.location, r.etag, r.reply
from trinn.store_reply(:operation, :key, :fingerprint, :status, null, null, :document) r;

-- part: gate_waiver_json
json_build_object('id', w.id::text, 'enrolmentId', w.enrolment_id::text, 'hub', {party}, 'stage', w.stage,
	'gate', w.gate, 'round', w.round, 'isOver', trinn.is_over(w), 'reason', w.reason, 'state', w.state, 'askedAt', w.asked_at,
	'askedBy', trinn.person_name(w.asked_by), 'decidedBy', trinn.person_name(w.decided_by), 'decision', w.decision)
-- end

-- document: gate_waiver(gate_waiver_id int8)
select w.version::text as etag, {gate_waiver_json}::text as document
from trinn.gate_waivers w join trinn.organisations o on o.id = w.hub_id
where w.county_id = (select trinn.caller_county()) and w.id = :gate_waiver_id;

-- part: gate_waivers_wanted
county_id = (select trinn.caller_county()) and id < {last_key} and (:state is null or state = :state)
and (:programme_id is null or exists (select from trinn.enrolments e where e.county_id = (select trinn.caller_county())
	and e.id = enrolment_id and e.programme_id in ({programmes_under})))
order by id desc limit :limit + 1
-- end

-- query: list_gate_waivers(state text, programme_id int8?, after int8?, limit int8) @read
{list_by_id} from (select w.id as key,
	{gate_waiver_json} as item
	from (
		(select * from trinn.gate_waivers where (select trinn.caller_kind()) = 'county' and {gate_waivers_wanted})
		union all
		(select * from trinn.gate_waivers where (select trinn.caller_kind()) = 'hub'
			and hub_id = (select trinn.caller_org()) and {gate_waivers_wanted})
		union all
		(select * from trinn.gate_waivers where (select trinn.caller_kind()) = 'firm'
			and firm_id = (select trinn.caller_org()) and {gate_waivers_wanted})
	) w join trinn.organisations o on o.id = w.hub_id) p;

-- query: insert_gate_waiver(id int8, enrolment_id int8, stage int4, gate text, reason text) @write
with made as (
	insert into trinn.gate_waivers (id, county_id, enrolment_id, round, stage, gate, reason, asked_by)
	select :id, e.county_id, e.id, e.round, :stage, :gate, :reason, trinn.caller_person()
	from trinn.enrolments e where e.county_id = trinn.caller_county() and e.id = :enrolment_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_gate_waiver');

-- query: load_gate_waiver(gate_waiver_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', w.id, 'state', w.state, 'enrolmentId', w.enrolment_id,
	'hubId', w.hub_id, 'askedBy', w.asked_by, 'isOver', trinn.is_over(w))::text, w.version,
	json_build_array(json_build_array('enrolment', w.enrolment_id, trinn.guard_version('enrolment', w.enrolment_id), true))::text
from trinn.gate_waivers w where w.county_id = (select trinn.caller_county()) and w.id = :gate_waiver_id;

-- query: decide_gate_waiver(gate_waiver_id int8, version int8, state text, decision text) @write
with changed as (
	update trinn.gate_waivers set state = :state, decided_by = trinn.caller_person(), decision = :decision,
		version = version + 1
	where county_id = trinn.caller_county() and id = :gate_waiver_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_gate_waiver');

-- part: deliverable_json
json_build_object('id', d.id::text, 'enrolmentId', d.enrolment_id::text, 'stage', d.stage, 'title', d.title,
	'description', d.description, 'state', d.state, 'deliveredOn', d.delivered_on, 'returns', d.returns,
	'acceptedBy', trinn.person_name(d.accepted_by))
-- end

-- document: deliverable(deliverable_id int8)
select d.version::text as etag, {deliverable_json}::text as document
from trinn.deliverables d where d.county_id = (select trinn.caller_county()) and d.id = :deliverable_id;

-- query: list_deliverables(enrolment_id int8) @read
select (select json_agg({deliverable_json} order by d.id) from trinn.deliverables d
	where d.county_id = e.county_id and d.enrolment_id = e.id)::text, null::text
from trinn.enrolments e where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- query: insert_deliverable(id int8, enrolment_id int8, title text, description text) @write
-- In the stage that the firm is in.
with made as (
	insert into trinn.deliverables (id, county_id, enrolment_id, stage, title, description)
	select :id, e.county_id, e.id, e.stage, :title, :description
	from trinn.enrolments e where e.county_id = trinn.caller_county() and e.id = :enrolment_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_deliverable');

-- query: load_deliverable(deliverable_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'state', d.state, 'enrolmentId', d.enrolment_id,
	'hubId', d.hub_id, 'firmId', d.firm_id, 'deliveredBy', coalesce(d.delivered_by, 0))::text, d.version,
	json_build_array(json_build_array('enrolment', d.enrolment_id, trinn.guard_version('enrolment', d.enrolment_id), true))::text
from trinn.deliverables d where d.county_id = (select trinn.caller_county()) and d.id = :deliverable_id;

-- query: change_deliverable(deliverable_id int8, version int8, title text, description text) @write
with changed as (
	update trinn.deliverables set title = :title, description = :description, version = version + 1
	where county_id = trinn.caller_county() and id = :deliverable_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_deliverable');

-- query: send_back_deliverable(deliverable_id int8, version int8, reason text) @write
with changed as (
	update trinn.deliverables set state = 'begun', delivered_on = null, delivered_by = null,
		returns = returns || jsonb_build_object('deliveredOn', delivered_on, 'on', trinn.today(),
			'by', trinn.person_name(trinn.caller_person()), 'reason', :reason),
		version = version + 1
	where county_id = trinn.caller_county() and id = :deliverable_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'send_back_deliverable');

-- query: deliver(deliverable_id int8, version int8) @write
with changed as (
	update trinn.deliverables set state = 'delivered', delivered_on = trinn.today(),
		delivered_by = coalesce(trinn.caller_person(), -trinn.caller_principal()), version = version + 1
	where county_id = trinn.caller_county() and id = :deliverable_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'deliver');

-- query: discard_deliverable(deliverable_id int8, version int8) @write
with changed as (
	update trinn.deliverables set state = 'discarded', version = version + 1
	where county_id = trinn.caller_county() and id = :deliverable_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'discard_deliverable');

-- query: accept_deliverable(deliverable_id int8, version int8) @write
with changed as (
	update trinn.deliverables set state = 'accepted', accepted_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :deliverable_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'accept_deliverable');
