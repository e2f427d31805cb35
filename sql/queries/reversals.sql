-- part: reversal_head
'id', r.id::text, 'number', r.number, 'decisionId', r.decision_id::text, 'state', r.state, 'outcome', r.outcome, 'amountOre', r.amount_ore,
'proposedAt', r.proposed_at, 'newDecisionId', r.new_decision_id::text
-- end

-- part: reversal_superior
case when r.superior is not null then json_build_object('body', r.superior, 'resolution', r.superior_reference, 'resolvedOn', r.superior_on) end
-- end

-- part: reversal_ground
(select json_build_object('ground', g.ground, 'basis', g.basis, 'name', json_build_object('nb', g.nb, 'en', g.en))
	from trinn.reversal_grounds g where g.ground = r.ground)
-- end

-- document: reversal(reversal_id int8)
-- The party reads it once it is decided.
select r.version::text as etag, json_build_object({reversal_head}, 'applicationId', r.application_id::text,
	'ground', {reversal_ground},
	'provision', r.provision, 'superior', {reversal_superior}, 'year', r.year, 'conditions', r.conditions, 'grounds', r.grounds, 'isHarmful', r.is_harmful,
	'openAppeal', r.open_appeal, 'proposedBy', trinn.person_name(r.proposed_by), 'settledBy', trinn.person_name(r.settled_by),
	'settledAt', r.settled_at, 'reason', r.reason)::text as document
from trinn.reversals r where r.county_id = (select trinn.caller_county()) and r.id = :reversal_id;

-- query: list_reversals(application_id int8) @read
select (select json_agg(json_build_object({reversal_head}) order by r.number)
	from trinn.reversals r where r.county_id = a.county_id and r.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- part: reversal_of_decision
-- Of decision d: what reversed it, if something did.
(select json_build_object('id', r.id::text, 'decisionId', r.new_decision_id::text, 'ground', r.ground)
	from trinn.reversals r where r.county_id = d.county_id and r.decision_id = d.id and r.state = 'decided')
-- end

-- part: reversed
-- What a reversal in case a is held against: its newest decision, with the appeal against it that asks for most, and the ground k that is
-- named.
(select json_build_object('decisionId', d.id, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'year', d.year, 'met', trinn.met_on(d.county_id, d.id),
		'mayHarm', g.may_harm, 'needsProvision', g.needs_provision, 'needsSuperior', g.needs_superior, 'needsUnreached', g.needs_unreached, 'isUnreached', trinn.is_unreached(d.county_id, d.id), 'isHeld', d.released_at is null, 'hadNotice', coalesce((select trinn.has_had_notice(r) from trinn.reversals r
			where r.county_id = a.county_id and r.application_id = a.id and r.state = 'proposed'), false),
		'knownOn', coalesce((d.released_at at time zone 'Europe/Oslo')::date, trinn.today()), 'isOnAppeal', d.cause = 'appeal',
		'noticedOn', (select min((h.raised_at at time zone 'Europe/Oslo')::date) from trinn.notices_of(d) h
			where h.state in ('raised', 'commented', 'weighed')),
		'noticeDays', (select y.value from (values ('reversal.notice_days')) k(rule_key), lateral ({rule_in_force}) y where y.unit = 'days'),
		'months', (select y.value from (values ('reversal.months')) k(rule_key), lateral ({rule_in_force}) y where y.unit = 'months'),
		'appealDays', (select y.value from (values ('reversal.appeal_days')) k(rule_key), lateral ({rule_in_force}) y where y.unit = 'days'),
		'grant', {changed_grant}, 'appealNumber', p.number, 'askedOre', p.asked_ore, 'isOfAmendment', coalesce(p.is_of_amendment, false))
	from trinn.decisions d
		left join lateral (select t.number, t.asked_ore, bool_or(t.amendment_id is not null) over () as is_of_amendment from trinn.appeals t
			where t.county_id = d.county_id and t.decision_id = d.id and t.settled_on is null
			order by t.asked_ore desc nulls first, t.id limit 1) p on true
		left join trinn.reversal_grounds g on g.ground = k.ground
	where d.county_id = a.county_id and d.application_id = a.id and d.dropped_at is null order by d.number desc limit 1)
-- end

-- part: reversal_guards
-- With the appeals that are open, which the reversal decides on too.
({application_guards} || coalesce((select jsonb_agg(jsonb_build_array('appeal', p.id, trinn.guard_version('appeal', p.id), true))
	from trinn.appeals p where p.county_id = a.county_id and p.application_id = a.id and p.settled_on is null), '[]'))
-- end

-- query: load_new_reversal(application_id int8, whole bool, tells bool, ground text) @read
select (({application_facts})::jsonb || jsonb_build_object('reversal', {reversed}::jsonb || jsonb_build_object(
		'id', nextval('trinn.reversals_id_seq'))))::text, a.version, {application_guards}::text
from trinn.applications a {application_joined} cross join (values (:ground)) k(ground)
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_reversal(id int8, application_id int8, decision_id int8, ground text, provision text, superior text, superior_reference text, superior_on date, outcome text, amount_ore int8, year int4?, conditions json, grounds text, open_appeal text) @write
with made as (
	insert into trinn.reversals (id, county_id, applicant_id, application_id, decision_id, number, ground, provision, superior, superior_reference, superior_on, outcome, amount_ore,
		year, conditions, grounds, open_appeal, proposed_by)
	select :id, d.county_id, d.applicant_id, d.application_id, d.id,
		1 + (select count(*) from trinn.reversals r where r.county_id = d.county_id and r.application_id = d.application_id),
		:ground, :provision, :superior, :superior_reference, :superior_on, :outcome, :amount_ore, :year, :conditions, :grounds, :open_appeal, trinn.caller_person()
	from trinn.decisions d where d.county_id = trinn.caller_county() and d.application_id = :application_id and d.id = :decision_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_reversal');

-- query: load_reversal(reversal_id int8, whole bool, tells bool) @read
-- With all that a decision on its application is decided on.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', r.id, 'state', r.state,
	'decisionId', r.decision_id, 'applicationVersion', a.version,
	'application', ({application_facts})::jsonb || jsonb_build_object('reversal', {reversed}),
	'terms', json_build_object('ground', r.ground, 'provision', r.provision, 'superior', {reversal_superior}, 'outcome', r.outcome, 'amountOre', r.amount_ore,
		'year', r.year, 'conditions', r.conditions, 'grounds', r.grounds, 'openAppeal', r.open_appeal),
	'meeting', (select json_build_object('isResolved', trinn.is_reversal_resolved(r), 'isVotedOn', trinn.is_voted_on('reversal', r.id),
			'isBefore', trinn.is_before_meeting('reversal', r.id), 'delegatedOre', trinn.delegated_ore(a.call_id), 'itemId', d.item_id,
			'body', d.body, 'reference', d.reference, 'outcome', d.outcome, 'grounds', d.grounds,
			'amountOre', case when d.item_id is not null then 0 end, 'mayDecide', d.may_decide)
		from (values (1)) one(x) left join trinn.reversal_resolution_of(r.id) d on true),
	'proposedBy', r.proposed_by,
	'questioned', case when trinn.is_questioned(r.proposed_by, r.application_id) then trinn.person_name(r.proposed_by) end
)::text, r.version, {reversal_guards}::text
from trinn.reversals r
	join trinn.applications a on a.county_id = r.county_id and a.id = r.application_id
	{application_joined}
	cross join lateral (values (r.ground)) k(ground)
where r.county_id = (select trinn.caller_county()) and r.id = :reversal_id
	and a.id = (select t.application_id from trinn.reversals t where t.county_id = (select trinn.caller_county()) and t.id = :reversal_id);

-- query: settle_reversal(reversal_id int8, version int8, state text, reason text, new_decision_id int8?) @write
with changed as (
	update trinn.reversals set state = :state, reason = :reason, new_decision_id = :new_decision_id, settled_by = trinn.caller_person(),
		settled_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :reversal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_reversal');

-- query: follow_reversal(reversal_id int8) @write
select trinn.follow_reversal(:reversal_id);

-- query: drop_decision(reversal_id int8) @write
select trinn.drop_decision(:reversal_id);

-- query: take_back_grant(grant_id int8, reversal_id int8) @write
with changed as (
	update trinn.grants g set state = 'annulled', ended_by = trinn.caller_person(), ended_at = now(), end_reason = r.grounds,
		version = g.version + 1
	from trinn.reversals r
	where g.county_id = trinn.caller_county() and g.id = :grant_id and r.county_id = g.county_id and r.id = :reversal_id
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_back_grant');

-- part: reversal_tasks
-- One to the party's detriment waits for its notice first (fvl. § 16), and then for another to decide, or to send it back where whoever
-- proposed it is disqualified since or a body resolved that the decision stands. What is for a meeting its secretary puts on the agenda of
-- one; no command of the reversal does.
select case when not s.is_told then 'hearParty'
		when s.is_questioned or m.may_decide and m.outcome = 'stands' then 'sendBackReversal'
		when s.awaits then null else 'decideReversal' end,
	case when s.is_told then '/v1/reversals/' || r.id else '/v1/applications/' || a.id end, (r.proposed_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	(r.proposed_at at time zone 'Europe/Oslo' + interval '1 month')::date, r.amount_ore, a.case_number, null::int
from trinn.reversals r
	join trinn.applications a on a.county_id = r.county_id and a.id = r.application_id
	join trinn.calls k on k.county_id = a.county_id and k.id = a.call_id
	cross join lateral (select trinn.is_told(r) as is_told, trinn.reversal_stake(r) as ore, trinn.reversal_awaits_meeting(r) as awaits,
		trinn.is_questioned(r.proposed_by, r.application_id) as is_questioned) s
	left join lateral trinn.reversal_resolution_of(r.id) m on true
	left join lateral (select t.role, t.limit_ore from trinn.authorities_on(k.county_id, k.funding_line_id, trinn.today()) t
		where t.role = (select trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on true
where r.county_id = (select trinn.caller_county()) and r.state = 'proposed' and case
	when not s.is_told then (select trinn.caller_role()) = 'caseworker' and (a.caseworker_id is null or a.caseworker_id = any (trinn.stood_in_for()
			|| (select trinn.caller_person())))
	when s.awaits then (select trinn.caller_role()) = 'secretary'
	else (select trinn.caller_role()) in ('decision_maker', 'secretary') and not trinn.is_before_meeting('reversal', r.id)
		and (r.superior is not null or s.is_questioned or case when (select trinn.caller_role()) = 'secretary'
			then m.may_decide is true or s.ore > coalesce(trinn.delegated_ore(k.id), 0)
			else m.may_decide is not true and trinn.met_on(r.county_id, r.decision_id) is null end)
		and (m.may_decide or u.role is not null and (u.limit_ore is null or u.limit_ore >= s.ore))
		and {by_another} (array[r.proposed_by]) end
	and not trinn.is_unheard(r.county_id, r.application_id)
	and not trinn.has_applied(a.county_id, a.id, (select trinn.caller_person()))
-- end
