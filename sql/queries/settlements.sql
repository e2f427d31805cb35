-- part: grant_standing
-- What is open of grant g, one of each sort, and the settlement that is prepared.
json_build_object('amountOre', g.amount_ore, 'remainingOre', g.remaining_ore,
	'isFinal', exists (select from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id
		and c.kind = 'final' and c.state = 'released'),
	'claimNumber', (select min(c.number) from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id
		and c.state in ('submitted', 'reviewed', 'attested')),
	'payment', (select min(p.reference) from trinn.payments p where p.county_id = g.county_id and p.grant_id = g.id and p.state <> 'paid'),
	'amendmentNumber', (select min(m.number) from trinn.amendments m where m.county_id = g.county_id and m.grant_id = g.id
		and m.state in ('asked', 'prepared')),
	'appealNumber', (select min(p.number) from trinn.appeals p where p.county_id = g.county_id and p.application_id = g.application_id
		and p.settled_on is null),
	'reversalNumber', (select r.number from trinn.reversals r where r.county_id = g.county_id and r.application_id = g.application_id
		and r.state = 'proposed'),
	'appealBy', trinn.appealable_until(g), 'isUnposted', exists (select from trinn.mailings m
			join trinn.letters l on l.county_id = m.county_id and l.id = m.letter_id and l.kind = 'decision'
		where m.county_id = g.county_id and m.application_id = g.application_id and m.state = 'waiting'),
	'condition', (select json_build_object('number', t.number, 'text', t.text) from trinn.decision_conditions t
		where t.county_id = g.county_id and t.application_id = g.application_id and t.state not in ('met', 'waived', 'lifted')
		order by t.number limit 1),
	'reportDueOn', (select min({report_due_on}) from trinn.progress_reports t where t.county_id = g.county_id
		and t.application_id = g.application_id and t.state not in ('approved', 'withdrawn')),
	'isRecipients', trinn.is_recipients(g.county_id, g.id, trinn.caller_person()),
	'prepared', (select json_build_object('preparedBy', s.prepared_by, 'releasedOre', s.released_ore) from trinn.grant_settlements s
		where s.county_id = g.county_id and s.grant_id = g.id and s.state = 'prepared'))
-- end

-- part: settled_parts
-- Of grant g, what each funding line and year gave.
(select json_agg(json_build_object('fundingLine', {named_line}, 'year', p.year, 'amountOre', p.amount_ore, 'claimedOre', c.claimed_ore,
		'approvedOre', c.approved_ore, 'paidOre', c.paid_ore, {left_of_part}) order by p.position)
	from trinn.grant_parts p join trinn.funding_lines l on l.county_id = p.county_id and l.id = p.funding_line_id
		cross join lateral (select coalesce(sum(t.amount_ore), 0)::bigint as claimed_ore,
				coalesce(sum(t.approved_ore) filter (where k.state = 'released'), 0)::bigint as approved_ore,
				coalesce(sum(t.approved_ore) filter (where y.state = 'paid'), 0)::bigint as paid_ore
			from trinn.claim_parts t
				join trinn.claims k on k.county_id = t.county_id and k.id = t.claim_id and k.state <> 'rejected'
				left join trinn.payments y on y.county_id = k.county_id and y.claim_id = k.id
			where t.county_id = p.county_id and t.grant_id = p.grant_id and t.position = p.position) c
	where p.county_id = g.county_id and p.grant_id = g.id)
-- end

-- part: settled_costs
-- Of grant g, what was approved of each cost group and what is evidenced by claims that were not rejected.
(select json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', t.earmarked, 'budgetOre', t.budget_ore,
		'amountOre', t.amount_ore, 'evidencedOre', (select coalesce(sum(x.amount_ore), 0)::bigint from trinn.claim_costs x
			join trinn.claims k on k.county_id = x.county_id and k.id = x.claim_id
			where k.county_id = t.county_id and k.grant_id = t.grant_id and k.state <> 'rejected' and x.cost_group = t.cost_group))
		order by t.cost_group)
	from trinn.grant_costs t where t.county_id = g.county_id and t.grant_id = g.id)
-- end

-- query: grant_settlement_document(grant_id int8) @read
-- What the parts and claims come to, whoever asks and whenever: nothing of it changes once the grant has ended.
select null::text as etag, json_build_object('grantId', g.id::text, 'applicationId', g.application_id::text,
	'caseNumber', a.case_number, 'applicant', {party}, 'state', g.state, 'currency', 'NOK',
	'amountOre', g.amount_ore, 'paidOre', (select coalesce(sum(y.amount_ore), 0)::bigint from trinn.payments y
		where y.county_id = g.county_id and y.grant_id = g.id and y.state = 'paid'),
	{left_of_grant},
	'aidOre', g.amount_ore - case when trinn.has_ended(g) then g.remaining_ore else 0 end,
	'parts', {settled_parts}, 'costs', {settled_costs},
	'claims', coalesce((select json_agg(json_build_object('id', c.id::text, 'number', c.number, 'kind', c.kind, 'state', c.state,
			'amountOre', c.amount_ore, 'approvedOre', c.approved_ore, 'paidOn', y.paid_on) order by c.number)
		from trinn.claims c left join trinn.payments y on y.county_id = c.county_id and y.claim_id = c.id and y.state = 'paid'
		where c.county_id = g.county_id and c.grant_id = g.id), '[]'),
	'settlements', coalesce((select json_agg(json_build_object('number', s.number, 'state', s.state, 'assessment', s.assessment,
			'paidOre', s.paid_ore, 'releasedOre', s.released_ore, 'preparedBy', trinn.person_name(s.prepared_by),
			'preparedAt', s.prepared_at, 'settledBy', trinn.person_name(s.settled_by), 'settledAt', s.settled_at,
			'returnReason', s.return_reason) order by s.number)
		from trinn.grant_settlements s where s.county_id = g.county_id and s.grant_id = g.id), '[]'))::text as document
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
	join trinn.organisations o on o.id = g.applicant_id
where g.county_id = (select trinn.caller_county()) and g.id = :grant_id;

-- query: prepare_grant_settlement(grant_id int8, assessment text) @write
with made as (
	insert into trinn.grant_settlements (county_id, applicant_id, application_id, grant_id, number, assessment, paid_ore, released_ore, prepared_by)
	select g.county_id, g.applicant_id, g.application_id, g.id,
		1 + (select count(*) from trinn.grant_settlements s where s.county_id = g.county_id and s.grant_id = g.id),
		:assessment, g.amount_ore - g.remaining_ore, g.remaining_ore, trinn.caller_person()
	from trinn.grants g where g.county_id = trinn.caller_county() and g.id = :grant_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'prepare_grant_settlement');

-- query: answer_grant_settlement(grant_id int8, state text, return_reason text) @write
with changed as (
	update trinn.grant_settlements set state = :state, return_reason = :return_reason, settled_by = trinn.caller_person(), settled_at = now()
	where county_id = trinn.caller_county() and grant_id = :grant_id and state = 'prepared' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'answer_grant_settlement');

-- query: renew_grant(grant_id int8, version int8) @write
-- What is to be done with it has changed, and no column of its own.
with changed as (
	update trinn.grants set version = version + 1
	where county_id = trinn.caller_county() and id = :grant_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'renew_grant');

-- query: settle_grant(grant_id int8, version int8) @write
with changed as (
	update trinn.grants set state = 'settled', ended_by = trinn.caller_person(), ended_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :grant_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_grant');

-- part: settlement_tasks
-- Of the county: to settle what is paid to the end, and to confirm what is prepared. What is dear to ask comes last, of the few that are
-- left.
select case when s.id is null then 'settleGrant' else 'confirmGrantSettlement' end, '/v1/grants/' || g.id,
	case when s.id is null then f.since else (s.prepared_at at time zone 'Europe/Oslo')::date end,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	null::date, g.remaining_ore, a.case_number, null::int
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
	left join trinn.grant_settlements s on s.county_id = g.county_id and s.grant_id = g.id and s.state = 'prepared'
	cross join lateral (select max(p.paid_on) as since from trinn.payments p where p.county_id = g.county_id
		and p.application_id = g.application_id and p.grant_id = g.id) f
where g.county_id = (select trinn.caller_county()) and g.state = 'active'
	and case when s.id is null then (select trinn.caller_role()) = 'caseworker'
		and (g.remaining_ore = 0 or exists (select from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id
			and c.kind = 'final' and c.state = 'released'))
		and trinn.unsettled_of(g) is null and not trinn.is_recipients(g.county_id, g.id, (select trinn.caller_person()))
	else (select trinn.caller_role()) = 'decision_maker' and {by_another} (array[s.prepared_by])
		and not trinn.is_recipients(g.county_id, g.id, (select trinn.caller_person())) end
-- end
