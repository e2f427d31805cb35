-- part: rule_in_force
-- The row of a figure on a day. The common one is law and goes before a county's own, also one that was there first; of a
-- county's own, the one that began last, and of one day the last approved.
-- Whoever asks for it looks at its unit.
select r.id, r.value::bigint as value, r.unit from trinn.rule_params r
where r.key = rule_key and trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity')
	and (r.county_id is null or r.county_id = trinn.caller_county())
order by r.county_id nulls first, r.valid_from desc, r.id desc limit 1
-- end

-- part: evaluation_facts
-- What came of the evaluation of application a; a call without criteria has none.
(select json_build_object('state', e.state, 'isBelowMinimum', coalesce(k.is_below_minimum, false), 'consolidatedBy', k.made_by,
		'assessors', coalesce((select json_agg(json_build_object('personId', s.person_id, 'name', trinn.person_name(s.person_id),
				'state', s.state, 'isQuestioned', trinn.is_questioned(s.person_id, a.id)))
			from trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = e.id and s.state = 'scored'), '[]'),
		'requirements', (select json_agg(r.id::bigint) from json_array_elements_text(c.evaluation->'requirements') as r(id)),
		'nextId', case when :whole then nextval('trinn.evaluations_id_seq') else 0 end)
	from (values (1)) one(x)
		left join trinn.evaluations e on e.county_id = a.county_id and e.application_id = a.id and e.state <> 'void'
		left join trinn.consolidations k on k.county_id = e.county_id and k.id = e.consolidation_id)
-- end

-- part: resolved_facts
-- What a body said of application a of call c.
(select json_build_object('isResolved', trinn.is_resolved(a.id), 'isVotedOn', trinn.is_voted_on('application', a.id),
		'isBefore', trinn.is_before_meeting('application', a.id), 'delegatedOre', trinn.delegated_ore(c.id),
		'itemId', r.item_id, 'body', r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', r.amount_ore,
		'grounds', r.grounds, 'conditions', r.conditions, 'mayDecide', r.may_decide)
	from (values (1)) one(x) left join trinn.resolution_of(a.id) r on true)
-- end

-- part: budget_of_grant
-- Of the grant of application a that a decision changes, as it was moved; NULL: there is none.
(select json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', t.earmarked, 'amountOre', t.budget_ore) order by k.position)
	from trinn.grants y
		join trinn.grant_costs t on t.county_id = y.county_id and t.grant_id = y.id and t.budget_ore > 0
		join trinn.cost_groups k on k.county_id = y.county_id and k.funding_line_id = y.funding_line_id and k.code = t.cost_group
	where y.county_id = a.county_id and y.id = trinn.changed_grant(a.county_id, a.id))
-- end

-- part: bearers_of_grant
(select json_agg(json_build_object('orgnr', t.orgnr, 'costsOre', t.ore) order by t.n)
	from trinn.grants y, lateral (
		select 0 as n, a.applicant->>'orgnr' as orgnr, y.budget_ore - (select coalesce(sum(p.budget_ore), 0) from trinn.grant_partners p
			where p.county_id = y.county_id and p.grant_id = y.id)::bigint as ore
		union all
		select row_number() over (order by p.organisation_id), p.orgnr, p.budget_ore from trinn.grant_partners p
		where p.county_id = y.county_id and p.grant_id = y.id and (p.left_by is null or p.budget_ore > 0)) t
	where y.county_id = a.county_id and y.id = trinn.changed_grant(a.county_id, a.id))
-- end

-- part: decision_facts
-- What a recommendation and a decision rest on, for application a with call c and line l.
json_build_object(
	'applicantKind', a.applicant_kind,
	'callerApplied', trinn.has_applied(a.county_id, a.id, trinn.caller_person()),
	'recommendation', (select json_build_object('outcome', m.outcome, 'amountOre', m.amount_ore, 'madeBy', m.made_by,
			'number', m.number, 'conditions', m.conditions,
			'questioned', coalesce((select json_agg(trinn.person_name(p)) from trinn.questioned_preparers(a.id) p), '[]'), 'assuredBy', coalesce((select s.assured_by from trinn.assurances s
				where s.county_id = m.county_id and s.application_id = m.application_id and s.recommendation = m.number), 0))
		from trinn.recommendations m where m.county_id = a.county_id and m.application_id = a.id
		order by m.number desc limit 1),
	'lines', (select json_agg(json_build_object('id', f.id, 'name', f.name, 'shareBp', k.share_bp,
			'grantedOre', coalesce((select sum(t.amount_ore) from trinn.grants y
				join trinn.grant_parts t on t.county_id = y.county_id and t.grant_id = y.id and t.funding_line_id = f.id
				where y.county_id = a.county_id and y.id = trinn.changed_grant(a.county_id, a.id)), 0),
			'back', coalesce((select json_agg(json_build_object('year', t.year, 'ore', trinn.back_of(y, f.id, t.year))) from trinn.grants y
				join trinn.grant_parts t on t.county_id = y.county_id and t.grant_id = y.id and t.funding_line_id = f.id
				where y.county_id = a.county_id and y.id = trinn.changed_grant(a.county_id, a.id)), '[]'),
			'authority', (select json_build_object('body', t.body, 'limitOre', t.limit_ore) from trinn.authorities_on(f.county_id, f.id, trinn.today()) t
				where t.role = trinn.caller_role() order by t.limit_ore desc nulls first limit 1),
			'basis', (select json_build_object('id', b.id, 'text', b.reference || ': ' || b.title, 'validFrom', b.valid_from,
					'validTo', b.valid_to, 'beneficiaryKinds', b.beneficiary_kinds)
				from trinn.legal_bases b where b.county_id = f.county_id and b.id = f.legal_basis_id),
			'available', coalesce((select json_agg(json_build_object('year', t.year, 'ore', t.balance_ore))
				from trinn.balances t
				where t.county_id = f.county_id and t.funding_line_id = f.id and t.account = 'available'), '[]'),
			'spokenFor', case when :tells then coalesce((select json_agg(json_build_object('year', s.year, 'ore', s.ore))
				from (select t.year, sum(t.ore)::bigint as ore from trinn.spoken_for(f.id) t where t.application_id <> a.id group by 1) s),
				'[]') else '[]' end)
			order by k.position)
		from trinn.call_lines k join trinn.funding_lines f on f.county_id = k.county_id and f.id = k.funding_line_id
		where k.county_id = c.county_id and k.call_id = c.id),
	'meeting', {resolved_facts},
	'rules', coalesce((select json_agg(json_build_object('id', t.id, 'key', t.rule_key, 'value', t.value))
		from (select k.rule_key, v.* from unnest(array['appeal.days', 'acceptance.days']) k(rule_key),
			lateral ({rule_in_force}) v where v.unit = 'days') t), '[]'),
	'budget', coalesce({budget_of_grant}, (select json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', g.earmarked,
			'amountOre', t.ore) order by g.position)
		from (select x."costGroup" as cost_group, sum(x."amountOre")::bigint as ore
			from json_to_recordset(a.costs) as x("costGroup" text, "amountOre" bigint) group by 1) t
		join trinn.cost_groups g
			on g.county_id = a.county_id and g.funding_line_id = l.id and g.code = t.cost_group), '[]'),
	'organisations', case when json_array_length(a.partners) = 0 and not exists (select from trinn.grant_partners p where p.county_id = a.county_id
		and p.application_id = a.id) then '[]' else coalesce({bearers_of_grant}, (select json_agg(json_build_object('orgnr', b.orgnr, 'costsOre', b."costsOre"))
		from json_to_recordset(trinn.budgets_of(a.applicant, a.partners, a.costs, a.finance)) as b(orgnr text, "costsOre" bigint))) end,
	'evaluation', case when c.evaluation is not null then {evaluation_facts} end,
	'datedConditions', (select json_agg(k.kind) from trinn.condition_kinds k where k.needs_day),
	'appealBody', l.appeal_body,
	'held', (select json_build_object('id', d.id, 'releaseOn', d.release_on, 'grants', d.amount_ore > 0,
			'rules', (select json_agg(json_build_object('id', r.id, 'key', r.key, 'value', r.value::bigint))
				from trinn.rule_params r where r.id = any (d.rule_params)))
		from trinn.decisions d where d.county_id = a.county_id and d.application_id = a.id and d.released_at is null and d.dropped_at is null),
	'unheard', {unheard},
	'releaseOn', c.release_on, 'holdDays', trinn.county_figure('decision.hold_days', 30),
	'decisionId', case when :whole then nextval('trinn.decisions_id_seq') else 0 end,
	'grantId', case when :whole then nextval('trinn.grants_id_seq') else 0 end)
-- end

-- query: insert_recommendation(application_id int8, outcome text, amount_ore int8, grounds text, conditions json) @write
insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, conditions, made_by)
select a.county_id, a.applicant_id, a.id,
	1 + (select count(*) from trinn.recommendations m
		where m.county_id = a.county_id and m.application_id = a.id),
	:outcome, :amount_ore, :grounds, :conditions, trinn.caller_person()
from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id;

-- query: insert_assurance(application_id int8, note text) @write
-- Of the newest recommendation.
with made as (
	insert into trinn.assurances (county_id, applicant_id, application_id, recommendation, note, assured_by)
	select m.county_id, m.applicant_id, m.application_id, max(m.number), :note, trinn.caller_person()
	from trinn.recommendations m where m.county_id = trinn.caller_county() and m.application_id = :application_id
	group by 1, 2, 3
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_assurance');

-- query: recommend_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set state = 'recommended', caseworker_id = case when trinn.stood_in_for() @> array[caseworker_id] then caseworker_id else trinn.caller_person() end,
		version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'recommend_application');

-- query: insert_decision(id int8, application_id int8, cause text, year int4, outcome text, amount_ore int8, grounds text, body text, resolution text, recommended_by int8, appeal_deadline date, accept_by date, rule_params int8[], calculation jsonb, departure_grounds text, release_on date, meeting_item_id int8?) @write
-- One with a day to be made known on is held until then; of one that is posted no time runs yet.
with made as (
	insert into trinn.decisions (id, county_id, applicant_id, application_id, number, cause, replaces_id, funding_line_id, year, outcome, amount_ore,
		grounds, legal_basis_id, legal_basis, body, resolution, recommended_by, decided_by, decided_on,
		release_on, released_at, appeal_body, appeal_deadline, accept_by, rule_params, calculation, departure_grounds,
		meeting_item_id)
	select :id, a.county_id, a.applicant_id, a.id, 1 + (select count(*) from trinn.decisions n where n.county_id = a.county_id and n.application_id = a.id),
		case when d.id is null or :cause <> 'application' then :cause when d.outcome = 'annulled' then 'reversal' else 'appeal' end, d.id, l.id, :year, :outcome, :amount_ore,
		:grounds, b.id, b.reference || ': ' || b.title, :body, :resolution, :recommended_by, trinn.caller_person(),
		trinn.today(), :release_on, case when :release_on is null then now() end, l.appeal_body,
		case when p.parties is null then :appeal_deadline end, case when a.applicant_id = any (p.parties) then null else :accept_by end, :rule_params, :calculation, :departure_grounds,
		:meeting_item_id
	from trinn.applications a
		join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
		join trinn.funding_lines l on l.county_id = a.county_id and l.id = c.funding_line_id
		join trinn.legal_bases b on b.county_id = a.county_id and b.id = l.legal_basis_id
		left join lateral (select t.id, t.outcome from trinn.decisions t where t.county_id = a.county_id and t.application_id = a.id
			and t.dropped_at is null order by t.number desc limit 1) d on true
		cross join lateral (select array_agg(o) as parties from trinn.read_by_post(a.county_id, a.id) o) p
	where a.county_id = trinn.caller_county() and a.id = :application_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_decision');

-- query: release_decision(id int8, appeal_deadline date, accept_by date) @write
select trinn.release_decision(:id, :appeal_deadline, :accept_by);

-- query: freeze_overlaps(decision_id int8, seen jsonb, grounds text) @write
with made as (
	insert into trinn.decision_overlaps (county_id, applicant_id, application_id, decision_id, on_overlap, seen, grounds)
	select d.county_id, d.applicant_id, d.application_id, d.id, case when bool_or(l.on_overlap = 'refuse') then 'refuse' else 'warn' end,
		:seen, :grounds
	from trinn.decisions d
		join trinn.applications a on a.county_id = d.county_id and a.id = d.application_id
		join trinn.call_lines k on k.county_id = a.county_id and k.call_id = a.call_id
		join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
	where d.county_id = trinn.caller_county() and d.id = :decision_id
	group by d.id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'freeze_overlaps');

-- query: insert_grant(id int8, decision_id int8, budget_ore int8) @write
with made as (
	insert into trinn.grants (id, county_id, applicant_id, application_id, decision_id, funding_line_id, year, amount_ore,
		remaining_ore, budget_ore, accept_by, claim_days)
	select :id, d.county_id, d.applicant_id, d.application_id, d.id, d.funding_line_id, d.year, d.amount_ore,
		d.amount_ore, :budget_ore, d.accept_by, trinn.county_figure('grant.claim_days', null)
	from trinn.decisions d where d.county_id = trinn.caller_county() and d.id = :decision_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_grant');

-- query: insert_grant_parts(grant_id int8, amounts_ore int8[]) @write
-- One amount for each line of the call.
with made as (
	insert into trinn.grant_parts (county_id, applicant_id, application_id, grant_id, position, funding_line_id, year, share_bp,
		amount_ore, remaining_ore, legal_basis_id, legal_basis)
	select g.county_id, g.applicant_id, g.application_id, g.id, k.position, l.id, g.year, k.share_bp, t.ore, t.ore,
		b.id, b.reference || ': ' || b.title
	from trinn.grants g
		join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
		join trinn.call_lines k on k.county_id = a.county_id and k.call_id = a.call_id
		join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
		join trinn.legal_bases b on b.county_id = l.county_id and b.id = l.legal_basis_id
		join unnest(:amounts_ore) with ordinality t(ore, position) on t.position = k.position
	where g.county_id = trinn.caller_county() and g.id = :grant_id
	returning 1
) select trinn.exactly(cardinality(:amounts_ore), (select count(*) from made), 'insert_grant_parts');

-- query: insert_grant_costs(grant_id int8, costs jsonb) @write
with made as (
	insert into trinn.grant_costs (county_id, applicant_id, grant_id, cost_group, earmarked, budget_ore, amount_ore)
	select g.county_id, g.applicant_id, g.id, t->>'costGroup', (t->>'earmarked')::boolean, (t->>'budgetOre')::bigint,
		(t->>'amountOre')::bigint
	from trinn.grants g, jsonb_array_elements(:costs) t
	where g.county_id = trinn.caller_county() and g.id = :grant_id
	returning 1
) select trinn.exactly(jsonb_array_length(:costs), (select count(*) from made), 'insert_grant_costs');

-- query: list_recommendations(application_id int8) @read
select (select json_agg(json_build_object('number', m.number, 'outcome', m.outcome, 'amountOre', m.amount_ore,
		'grounds', m.grounds, 'conditions', m.conditions, 'evaluationId', m.evaluation_id::text,
		'madeBy', json_build_object('id', m.made_by::text, 'name', trinn.person_name(m.made_by)),
		'madeAt', m.made_at,
		'assurance', (select json_build_object('note', s.note, 'assuredAt', s.assured_at,
				'assuredBy', json_build_object('id', s.assured_by::text, 'name', trinn.person_name(s.assured_by)))
			from trinn.assurances s where s.county_id = m.county_id and s.application_id = m.application_id
				and s.recommendation = m.number)) order by m.number)
	from trinn.recommendations m where m.county_id = a.county_id and m.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- part: kept_of_decision
-- Of decision d that annuls a grant: what of it was claimed before, and stays the recipient's, whatever is given back later.
case when d.outcome = 'annulled' then (select case d.cause when 'reversal' then 0 else coalesce((select c.before_ore from trinn.grant_changes c
		where c.county_id = g.county_id and c.grant_id = g.id and c.made_at > d.released_at order by c.number limit 1), g.amount_ore) end
	from trinn.grants g
	where g.county_id = d.county_id and g.application_id = d.application_id and g.decision_id = trinn.granting_decision(d)) end
-- end

-- query: list_decisions(application_id int8) @read
select (select json_agg(json_build_object('id', d.id::text, 'number', d.number, 'cause', d.cause,
		'replacesId', d.replaces_id::text, 'reversal', {reversal_of_decision}, 'releaseOn', d.release_on, 'releasedAt', d.released_at, 'droppedAt', d.dropped_at, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'keptOre', {kept_of_decision},
		'currency', 'NOK', 'grounds', d.grounds, 'legalBasis', d.legal_basis, 'body', d.body, 'resolution', d.resolution,
		'decidedBy', trinn.person_name(d.decided_by), 'decidedOn', d.decided_on, 'year', d.year,
		'fundingLineId', d.funding_line_id::text, 'appealBody', d.appeal_body,
		'appealDeadline', case when not trinn.is_of_board(d.county_id, d.id) then d.appeal_deadline end,
		'appealBy', case when not trinn.is_appeal_final(d.county_id, d.id, trinn.caller_partner(d.application_id)) then trinn.appeal_due(d.county_id, d.id) end, 'appealPeriods', {appeal_periods},
		'acceptBy', d.accept_by, 'unposted', trinn.unposted_text(d.county_id, d.id), 'conditions', {conditions_of_decision},
		'isConditional', exists (select from trinn.decision_conditions t where t.county_id = d.county_id and t.application_id = d.application_id
			and trinn.is_asked_by(t, d)),
		'rules', coalesce((select json_agg(json_build_object('id', r.id::text, 'key', r.key, 'basis', r.basis,
				'value', r.value, 'unit', r.unit) order by r.id)
			from trinn.rule_params r where r.id = any (d.rule_params)), '[]'),
		'calculation', d.calculation,
		'parts', coalesce((select json_agg(json_build_object('fundingLine', {named_line}, 'year', p.year, 'shareBasisPoints', p.share_bp,
				'amountOre', p.amount_ore, 'legalBasis', p.legal_basis) order by p.position)
			from trinn.parts_of(d) p join trinn.funding_lines l on l.county_id = d.county_id and l.id = p.funding_line_id), '[]'),
		'overlaps', (select json_build_object('onOverlap', v.on_overlap, 'seen', v.seen, 'grounds', v.grounds)
			from trinn.decision_overlaps v where v.county_id = d.county_id and v.decision_id = d.id),
		'evaluationId', d.evaluation_id::text, 'meetingItemId', d.meeting_item_id::text,
		'departureGrounds', case when trinn.caller_kind() = 'county' then d.departure_grounds end,
		'hearings', {hearings_of_decision},
		'grantId', case when d.amount_ore > 0 then (select g.id::text from trinn.grants g where g.county_id = d.county_id
			and g.application_id = d.application_id and g.decision_id <= d.id order by g.id desc limit 1) end)
		order by d.number)
	from trinn.decisions d where d.county_id = a.county_id and d.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;
