-- part: copayment_head
'id', c.id::text, 'enrolmentId', c.enrolment_id::text, 'stage', c.stage, 'round', c.round,
	'firm', (select {party} from trinn.organisations o where o.id = c.firm_id),
	'hub', (select {party} from trinn.organisations o where o.id = c.hub_id),
	'creditor', (select {party} from trinn.organisations o where o.id = c.creditor_id),
	'programme', (select json_build_object('id', g.id::text, 'code', g.code, 'name', g.name)
		from trinn.programmes g where g.county_id = c.county_id and g.id = c.programme_id),
'state', c.state, 'amountOre', c.amount_ore, 'openOre', c.open_ore, 'currency', 'NOK', 'kid', c.kid, 'account', c.account,
'raisedOn', c.raised_on, 'dueOn', c.due_on,
'aidOre', c.aid_ore, 'aidChecked', c.aid_checked_by is not null
-- end

-- part: copayment_words
-- What notice texts in l.language can say of co-payment c; what a person has written last, as no word is filled into it.
json_build_object('firm', o.name, 'stage', c.stage, 'stageName', t.name, 'programme', p.name,
	'creditor', (select k.name from trinn.organisations k where k.id = c.creditor_id),
	'amount', trinn.kroner(c.amount_ore, l.language), 'net', trinn.kroner(c.amount_ore - c.vat_ore, l.language),
	'vat', trinn.kroner(c.vat_ore, l.language), 'open', trinn.kroner(c.open_ore, l.language),
	'over', trinn.kroner(-c.open_ore, l.language), 'relieved', trinn.kroner(c.amount_ore - c.open_ore + coalesce((
		select sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id
			and e.account = 'bank'), 0)::bigint, l.language),
	'service', trinn.kroner(coalesce(c.settled_service_ore, c.service_ore), l.language),
	'aid', trinn.kroner(coalesce(c.settled_aid_ore, c.aid_ore), l.language),
	'covered', trinn.kroner(coalesce(c.settled_service_ore - c.settled_aid_ore, c.service_ore - c.aid_ore), l.language),
	'account', trinn.account_text(c.account), 'kid', c.kid, 'due', trinn.day_text(c.due_on, l.language), 'reminder', c.reminders,
	'refusal', c.aid_refusal)
-- end

-- part: notice_of_share
-- Which text says how co-payment c stands.
case when c.state = 'credited' then case when c.kid is null then 'withdrawn' else 'credit' end
	when c.state in ('waived', 'written_off') then c.state when c.open_ore < 0 then 'overpaid' when c.state = 'paid' then 'paid'
	when c.state = 'due' then case when c.aid_refused_by is not null then 'refused'
		when c.aid_checked_by is not null then 'checked' else 'due' end
	when c.reminders > 0 then 'reminder' when c.open_ore < c.amount_ore then 'part_paid' else 'invoice' end
-- end

-- part: notice_of_aid
case when c.state = 'credited' then 'no_aid' when c.settled_aid_ore is not null then 'settled'
	when c.state <> 'due' then 'aid' when c.aid_refused_by is not null then 'denied' else 'reserved' end
-- end

-- part: copayment_notice
(select json_object_agg(l.language, concat_ws(' ', trinn.notice({notice_of_share}, l.language, w.words),
	trinn.notice({notice_of_aid}, l.language, w.words)))
from unnest('{nb,en}'::text[]) l (language) cross join lateral (select {copayment_words} as words) w)
-- end

-- part: declaration
-- Of d.
'by', d.declared_by, 'enteredBy', d.declared_through, 'reason', d.declared_reason, 'onDay', d.declared_on
-- end

-- part: declared_sum
-- The same, and what of it counts that was given after w.since.
{declaration}, 'received', coalesce((select json_agg(json_build_object('grantor', x->>'grantor', 'grantedOn', x->>'grantedOn',
			'amountOre', (x->>'amountOre')::bigint, 'counts', (x->>'grantedOn')::date > w.since)
		order by x->>'grantedOn' desc) from json_array_elements(d.declared_aid) x), '[]'),
	'totalOre', trinn.declared_ore(d.declared_aid, w.since), 'currency', 'NOK'
-- end

-- document: copayment(copayment_id int8)
select c.version::text as etag, json_build_object({copayment_head}, 'vatMode', c.vat_mode, 'vatOre', c.vat_ore,
	'serviceValueOre', c.service_ore, 'settledServiceValueOre', c.settled_service_ore,
	'settledAidOre', c.settled_aid_ore, 'askedRefundOre', c.refund_ore,
	'declaration', (select json_build_object({declaration}, 'received', d.declared_aid) from trinn.copayments d
		where d.county_id = c.county_id and d.id = c.id),
	'formerDeclarations', coalesce((select json_agg(json_build_object({declaration}, 'received', d.declared_aid,
			'aidRefusal', d.aid_refusal, 'replacedAt', d.replaced_at) order by d.id)
		from trinn.copayment_declarations d where d.county_id = c.county_id and d.copayment_id = c.id), '[]'),
	'aidRefusal', c.aid_refusal, 'invoicedOn', c.invoiced_on, 'reminders', c.reminders,
	'notice', {copayment_notice},
	'entries', (select json_agg(json_build_object('id', e.id::text, 'kind', e.kind,
		'amountOre', e.amount_ore, 'onDay', e.on_day, 'bankEntryId', e.bank_entry_id::text,
		'bankReference', e.bank_reference,
		'postings', json_build_array(
			json_build_object('account', 'receivable', 'amountOre', e.receivable_ore),
			json_build_object('account', e.account, 'amountOre', -e.receivable_ore))) order by e.id)
		from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id),
	'settlements', coalesce((select json_agg(json_build_object('id', s.id::text, 'serviceValueOre', s.service_ore,
		'aidOre', s.aid_ore, 'settledAt', s.settled_at, 'correctsId', s.corrects::text, 'reason', s.reason) order by s.id)
		from trinn.copayment_settlements s where s.county_id = c.county_id and s.copayment_id = c.id), '[]'),
	'reliefs', coalesce((select json_agg(json_build_object('id', r.id::text, 'kind', r.kind, 'cause', r.cause,
		'state', r.state, 'reason', r.reason, 'refusal', r.refusal, 'aidOre', r.aid_ore,
		'aidChecked', r.aid_checked_by is not null, 'aidRefusal', r.aid_refusal) order by r.id)
		from trinn.copayment_reliefs r where r.county_id = c.county_id and r.copayment_id = c.id), '[]'))::text
		as document
from trinn.copayments c join trinn.organisations o on o.id = c.firm_id
	join trinn.programmes p on p.county_id = c.county_id and p.id = c.programme_id
	join trinn.stages t on t.county_id = c.county_id and t.programme_id = c.programme_id
		and t.programme_version = c.programme_version and t.number = c.stage
where c.county_id = (select trinn.caller_county()) and c.id = :copayment_id;

-- part: awaits_check
-- What was reserved for co-payment c waits for the county. Where somebody asks to let the firm off and that makes more aid
-- of it, the county checks that instead: see relief_awaits_check.
c.state = 'due' and c.aid_checked_by is null and c.aid_refused_by is null
and not exists (select from trinn.copayment_reliefs r where r.county_id = c.county_id and r.copayment_id = c.id
	and r.state = 'asked' and r.aid_ore is not null)
-- end

-- part: share_is_open
-- Of co-payment c something is owed, and neither waived, written off nor credited.
c.state in ('due', 'invoiced', 'part_paid')
-- end

-- part: let_off_open
-- Relief r of co-payment c is asked for and can be given: of what was paid or credited meanwhile nobody can be let off, nor
-- of what nobody got.
r.state = 'asked' and {share_is_open} and not (r.kind = 'waive' and trinn.left_unserved(c))
-- end

-- part: relief_awaits_check
-- If its co-payment is open.
r.state = 'asked' and r.aid_ore is not null and num_nonnulls(r.aid_checked_by, r.aid_refused_by) = 0
-- end

-- part: declaration_days
-- How old a firm's declaration may be: see sql/migrations/0013_copayments.sql.
trinn.county_figure('aid.declaration_days', 90)
-- end

-- part: aid_months
(select r.value::int from trinn.rule_params r where r.key = 'de_minimis.months' and r.county_id is null
	and trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity'))
-- end

-- part: unpriced_aid
-- What the stages of enrolment e that its firm pays nothing for are worth to it: aid in kind that takes no declaration and
-- no check. It follows from the place: reserved with it, and settled as the stage is completed or the round ends in it. Who
-- leaves it uncompleted got all of it, as nobody settles it at less, or none if it was not served at all. A stage of which
-- no value is said is no aid, as mobilisation, which is open to all.
select t.stage, t.hub_id, (t.began_at at time zone 'Europe/Oslo')::date as on_day, s.service_value_ore as ore,
	case when t.is_over then 'settled' else 'reserved' end as state
from (select x.round, x.stage, min(x.at) as began_at,
		(array_agg(x.hub_id order by x.seq desc))[1] as hub_id,
		coalesce(max(x.programme_version) filter (where x.to_state <> 'completed'), max(x.programme_version)) as version,
		bool_or(x.to_state in ('active', 'completed')) as has_begun, bool_or(x.to_state = 'completed') as is_completed,
		bool_or(x.to_state = 'completed') or x.round < e.round or e.state in ('finished', 'dropped_out') as is_over
	from trinn.enrolment_steps x
	where x.county_id = e.county_id and x.enrolment_id = e.id and x.to_state in ('enrolled', 'active', 'completed')
	group by x.round, x.stage) t
	join trinn.stages s on s.county_id = e.county_id and s.programme_id = e.programme_id
		and s.programme_version = t.version and s.number = t.stage
where s.service_value_ore > 0 and coalesce(s.price_ore, s.price_cap_ore, 0) = 0
	and (t.has_begun or e.state = 'enrolled' and e.round = t.round and e.stage = t.stage)
	and (t.is_completed or not t.is_over or trinn.is_served(e.county_id, e.id, e.firm_id, e.programme_id, t.stage,
		(t.began_at at time zone 'Europe/Oslo')::date, coalesce((select (min(n.at) at time zone 'Europe/Oslo')::date
			from trinn.enrolment_steps n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round > t.round), 'infinity')))
	and not exists (select from trinn.copayments c where c.county_id = e.county_id and c.enrolment_id = e.id
		and c.round = t.round and c.stage = t.stage)
-- end

-- part: aid_since
-- The day after which aid counts beside what is reserved by co-payment c.
(c.raised_on - make_interval(months => {aid_months}))::date
-- end

-- part: recorded_aid
-- What the county knows itself of aid to firm w.firm_id, given or reserved after w.since: what it gets in kind from each
-- hub, with what it would get if it is let off as somebody asks, and the grants to itself. The firm is not told who asks.
select json_build_object('items', coalesce(json_agg(json_build_object('kind', a.kind, 'id', a.id::text, 'onDay', a.on_day,
			'state', a.state, 'aidOre', a.ore, 'programme', (select json_build_object('id', g.id::text, 'code', g.code, 'name', g.name)
				from trinn.programmes g where g.county_id = a.county_id and g.id = a.programme_id),
			'stage', a.stage, 'hub', (select {party} from trinn.organisations o where o.id = a.hub_id),
			'legalBasis', a.basis) order by a.on_day desc, a.kind, a.id desc), '[]'),
		'reservedOre', coalesce(sum(a.ore) filter (where a.state = 'reserved'), 0),
		'settledOre', coalesce(sum(a.ore) filter (where a.state = 'settled'), 0),
		'grantedOre', coalesce(sum(a.ore) filter (where a.state = 'granted'), 0),
		'totalOre', coalesce(sum(a.ore), 0), 'currency', 'NOK')
from (
	select 'copayment' as kind, c.county_id, c.id, c.raised_on as on_day, c.programme_id, c.stage, c.hub_id, null::json as basis,
		case when c.settled_aid_ore is null or r.aid_ore is not null then 'reserved' else 'settled' end as state,
		coalesce(r.aid_ore, c.settled_aid_ore, c.aid_ore) as ore
	from trinn.copayments c left join trinn.copayment_reliefs r on r.county_id = c.county_id and r.copayment_id = c.id
		and {let_off_open} and r.aid_ore is not null and r.aid_refused_by is null
	where c.county_id = (select trinn.caller_county()) and c.firm_id = w.firm_id and c.raised_on > w.since
	union all
	select 'stage', e.county_id, e.id, u.on_day, e.programme_id, u.stage, u.hub_id, null, u.state, u.ore
	from trinn.enrolments e cross join lateral ({unpriced_aid}) u
	where e.county_id = (select trinn.caller_county()) and e.firm_id = w.firm_id and u.on_day > w.since
	union all
	select 'grant', g.county_id, g.id, d.decided_on, l.programme_id, null, null,
		json_build_object('kind', b.kind, 'reference', b.reference), 'granted',
		s.amount_ore - case when trinn.has_ended(g) then s.remaining_ore else 0 end
	from trinn.grants g join trinn.decisions d on d.county_id = g.county_id and d.id = g.decision_id
		join trinn.funding_lines l on l.county_id = g.county_id and l.id = g.funding_line_id
		join trinn.grant_parts s on s.county_id = g.county_id and s.grant_id = g.id
		join trinn.legal_bases b on b.county_id = s.county_id and b.id = s.legal_basis_id
	where g.county_id = (select trinn.caller_county()) and g.applicant_id = w.firm_id and d.decided_on > w.since
) a where a.ore > 0
-- end

-- query: copayment_aid_document(copayment_id int8) @read
-- What the firm declared, and before in the same enrolment, beside what is recorded, over the time until the aid was
-- reserved and since: to the county and the firm, and to no hub, which would see its own part of it only.
select null::text as etag, json_build_object('copaymentId', c.id::text, 'firm', {party}, 'since', w.since + 1,
	'declared', (select json_build_object({declared_sum}) from trinn.copayments d
		where d.county_id = c.county_id and d.id = c.id), 'aidRefusal', c.aid_refusal,
	'formerDeclarations', coalesce((select json_agg(json_build_object('copaymentId', d.copayment_id::text, {declared_sum},
			'aidRefusal', d.aid_refusal, 'replacedAt', d.replaced_at) order by d.copayment_id, d.replaced_id)
		from trinn.declared_before(c.enrolment_id, c.id) d), '[]'),
	'recorded', ({recorded_aid}))::text as document
from trinn.copayments c join trinn.organisations o on o.id = c.firm_id
	cross join lateral (select c.firm_id, {aid_since} as since) w
where c.county_id = (select trinn.caller_county()) and c.id = :copayment_id
	and ({follows_firms} or (select trinn.caller_kind()) = 'firm');

-- query: firm_aid_document(orgnr text) @read
-- To the county, and to the firm itself.
select null::text as etag, json_build_object('firm', {party}, 'since', w.since + 1,
	'recorded', ({recorded_aid}))::text as document
from trinn.organisations o
	cross join lateral (select o.id as firm_id, (trinn.today() - make_interval(months => {aid_months}))::date as since) w
where o.orgnr = :orgnr and ({followed_by_county}
	or (select trinn.caller_kind()) = 'firm' and o.id = (select trinn.caller_org()));

-- part: copayments_wanted
-- What the branch has no index for is put into coalesce(), of which the planner expects half of the rows, and not so few
-- that it would rather sort them. Those of a year lie between two ids.
c.county_id = (select trinn.caller_county()) and c.id < {last_key}
and c.id >= case when :year is null then 0 else (select y.first from trinn.copayments_raised(:year::int) y) end
and c.id <= case when :year is null then 9223372036854775807
	else (select y.last from trinn.copayments_raised(:year::int) y) end
and coalesce((:state is null or c.state = :state) and (:hub_id is null or c.hub_id = :hub_id)
	and (:programme_id is null or c.programme_id in ({programmes_under}))
	and (:aid_checked is null or (c.aid_checked_by is not null) = (:aid_checked = 'true'))
	and (:overdue is distinct from 'true' or c.state in ('invoiced', 'part_paid') and c.due_on < (select trinn.today()))
	and (:year is null or extract(year from c.raised_on)::int = :year), false)
order by c.id desc limit :limit + 1
-- end

-- part: unchecked_asked
-- Few at any time, whosever they are.
coalesce(:awaits_check = 'true' or :aid_checked = 'false', false)
-- end

-- part: overdue_asked
coalesce(:overdue = 'true', false)
-- end

-- part: copayments_of_hub
-- The one that is asked for, or else the caller's own.
{of_firms} and not {unchecked_asked} and (:hub_id is not null or (select trinn.caller_kind()) = 'hub')
and c.hub_id = case when :hub_id is not null then :hub_id else (select trinn.caller_org()) end
-- end

-- part: copayments_of_finance
{of_firms} and not {unchecked_asked} and :hub_id is null and (select trinn.caller_role()) = 'finance'
and c.creditor_id = (select trinn.caller_org())
-- end

-- part: copayments_of_county
{of_firms} and not {unchecked_asked} and :hub_id is null and (select trinn.caller_kind()) <> 'hub'
and (select trinn.caller_role()) <> 'finance'
-- end

-- query: list_copayments(state text, orgnr text, hub_id int8?, programme_id int8?, aid_checked text,
--   awaits_check text, overdue text, year int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select c.id as key,
	json_build_object({copayment_head}) as item
	from (
		(select c.* from trinn.copayments c where {of_firms} and :awaits_check = 'true'
			and c.aid_checked_by is null and coalesce({awaits_check}, false) and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {of_firms} and :awaits_check = 'true'
			and c.id = any (array(select r.copayment_id from trinn.copayment_reliefs r
				where r.county_id = (select trinn.caller_county()) and {relief_awaits_check}))
			and coalesce({share_is_open}, false) and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {of_firms} and :awaits_check is distinct from 'true'
			and :aid_checked = 'false' and c.aid_checked_by is null and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_hub} and {overdue_asked}
			and c.state in ('invoiced', 'part_paid') and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_hub} and not {overdue_asked} and :state is null
			and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_hub} and not {overdue_asked} and c.state = :state
			and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_finance} and {overdue_asked} and c.open_ore <> 0
			and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_finance} and not {overdue_asked} and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_county} and {overdue_asked}
			and c.state in ('invoiced', 'part_paid') and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {copayments_of_county} and not {overdue_asked} and c.state = :state
			and {copayments_wanted})
		union all
		(select c.* from ({programmes_under}) u cross join lateral (select c.* from trinn.copayments c
			where {copayments_of_county} and not {overdue_asked} and :state is null and c.programme_id = u.id
				and {copayments_wanted}) c)
		union all
		(select c.* from trinn.copayments c where {copayments_of_county} and not {overdue_asked} and :state is null
			and :programme_id is null and {copayments_wanted})
		union all
		(select c.* from trinn.copayments c where {of_one_firm} and (:awaits_check is distinct from 'true' or {awaits_check}
				or {share_is_open} and exists (select from trinn.copayment_reliefs r where r.county_id = c.county_id
					and r.copayment_id = c.id and {relief_awaits_check}))
			and {copayments_wanted})
	) c) p;

-- part: vat_bp
-- For the county of s.
trinn.county_figure('vat.standard', null, s.county_id)::int
-- end

-- part: stage_price
-- What stage s costs a firm.
json_build_object('capOre', coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore,
	'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode,
	'vatBp', case when s.vat_mode = 'standard' then ({vat_bp}) end,
	'declarationDays', {declaration_days})
-- end

-- query: insert_copayment(id int8, enrolment_id int8, amount_ore int8, vat_ore int8, service_ore int8, aid_ore int8,
--   declared_by text, declared_on date, declared_aid json, declared_reason text) @write
-- For the stage that the enrolment is in.
with made as (
	insert into trinn.copayments (id, county_id, creditor_id, hub_id, firm_id, enrolment_id, programme_id,
		programme_version, stage, round, amount_ore, vat_mode, vat_ore, service_ore, aid_ore, open_ore, declared_by,
		declared_on, declared_aid, declared_reason, raised_by)
	select :id, n.county_id, case t.billed_by when 'county' then c.organisation_id else n.hub_id end, n.hub_id,
		n.firm_id, n.id, n.programme_id, n.programme_version, n.stage, n.round, :amount_ore, t.vat_mode, :vat_ore,
		:service_ore, :aid_ore, :amount_ore, :declared_by, :declared_on, :declared_aid,
		:declared_reason, coalesce(trinn.caller_person(), -trinn.caller_principal())
	from trinn.enrolments n join trinn.counties c on c.id = n.county_id
		join trinn.stages t on t.county_id = n.county_id and t.programme_id = n.programme_id
			and t.programme_version = n.programme_version and t.number = n.stage
	where n.county_id = trinn.caller_county() and n.id = :enrolment_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_copayment');

-- query: enter_copayment(copayment_id int8, kind text, amount_ore int8, on_day date, bank_reference text) @write
insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, bank_reference, entered_by)
values (trinn.caller_county(), :copayment_id, :kind, :amount_ore, coalesce(:on_day, trinn.today()), :bank_reference,
	coalesce(trinn.caller_person(), -trinn.caller_principal()));

-- part: has_account
-- Whether firms can be told where to pay the creditor of c; the creditor sees its own accounts.
exists (select from trinn.bank_accounts b where b.county_id = c.county_id and b.organisation_id = c.creditor_id)
-- end

-- part: charged_ore
-- Of co-payment c, neither waived, written off nor credited.
(select sum(e.receivable_ore) from trinn.copayment_entries e
	where e.county_id = c.county_id and e.copayment_id = c.id and e.account <> 'bank')
-- end

-- part: refundable_from
-- The day since which co-payment c is overpaid by what is asked to be sent back.
(select max(d.on_day)
	from (select e.on_day, sum(sum(e.receivable_ore)) over (order by e.on_day) - sum(e.receivable_ore) as open_ore
		from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id group by e.on_day) d
	where d.open_ore > -c.refund_ore)
-- end

-- part: refusal_begins
-- Of b, as much as a task or a warning tells; all of it stands with the declaration.
left(b.aid_refusal, 300) || case when length(b.aid_refusal) > 300 then ' ...' else '' end
-- end

-- part: copayment_facts
-- What every command on co-payment c is decided on, with its creditor as k and its firm as o. Nobody is person 0.
'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', c.state,
	'creditorId', c.creditor_id, 'creditorOrgnr', k.orgnr, 'firmId', c.firm_id,
	'hubId', c.hub_id, 'openOre', c.open_ore, 'dueOn', c.due_on, 'reminders', c.reminders,
	'declarationDays', {declaration_days}, 'hasAccount', {has_account}, 'raisedBy', greatest(c.raised_by, 0),
	'aidCheckedBy', coalesce(c.aid_checked_by, 0),
	'isAidRefused', c.aid_refused_by is not null, 'refused', (select json_build_object('declaredOre',
			trinn.declared_ore(b.declared_aid, {aid_since}), 'reason', {refusal_begins})
		from trinn.refused_before(c.enrolment_id, c.id) b), 'chargedOre', {charged_ore},
	'aidOre', c.aid_ore,
	'forgoneAidOre', trinn.aid_of(c.service_ore, c.amount_ore, c.vat_ore, c.forgone_ore + greatest(c.open_ore, 0)),
	'isInsolvent', o.bankrupt or o.forced_winding_up, 'isDelivered', trinn.is_delivered(c),
	'hasLeft', trinn.left_unserved(c),
	'hasPlace', exists (select from trinn.enrolments e where e.county_id = c.county_id and e.id = c.enrolment_id
		and e.round = c.round and e.stage = c.stage and e.state in ('enrolled', 'active')),
	'plannedOre', c.service_ore, 'keptOre', trinn.kept_ore(c.amount_ore, c.vat_ore, c.forgone_ore),
	'checkedAidOre', trinn.checked_aid(c),
	'settled', (select json_build_object('serviceOre', s.service_ore, 'by', greatest(s.settled_by, 0))
		from trinn.copayment_settlements s where s.county_id = c.county_id and s.copayment_id = c.id order by s.id desc limit 1),
	'refundableFrom', {refundable_from}, 'refundAskedBy', coalesce(c.refund_asked_by, 0), 'refundOre', coalesce(c.refund_ore, 0),
	'relief', (select json_build_object('id', r.id, 'kind', r.kind, 'askedBy', r.asked_by,
			'aidOre', coalesce(r.aid_ore, 0), 'aidCheckedBy', coalesce(r.aid_checked_by, 0),
			'isAidRefused', r.aid_refused_by is not null)
		from trinn.copayment_reliefs r where r.county_id = c.county_id and r.copayment_id = c.id
			and r.state = 'asked')
-- end

-- query: load_copayment(copayment_id int8) @read
select json_build_object({copayment_facts}, 'beside', (select json_agg(json_build_object('stage', b.stage, 'need', b.need,
		'scheme', b.scheme) order by b.need, b.scheme) from trinn.help_beside(c.enrolment_id) b where b.stage = c.stage)
)::text, c.version,
	json_build_array(json_build_array('copayment', c.id, trinn.guard_version('copayment', c.id), true))::text
from trinn.copayments c join trinn.organisations k on k.id = c.creditor_id join trinn.organisations o on o.id = c.firm_id
where c.county_id = (select trinn.caller_county()) and c.id = :copayment_id;

-- part: stands_back
-- How the caller stands back from co-payment c.
coalesce((select b->>'how' from jsonb_array_elements({stood_back}) b where b->>'kind' = 'copayment' and (b->>'id')::bigint = c.id limit 1),
	case when trinn.is_own_case('copayment', c.id) then 'party' end)
-- end

-- query: load_aid_check(ids json) @read
-- One that the caller stands back from is not changed, and stands in no other's way. No row but to who may check.
select json_build_object('caller', trinn.caller_facts(), 'copayments', coalesce(json_agg(json_build_object(
		'version', c.version, 'standsBack', {stands_back}, 'facts', json_build_object({copayment_facts})) order by c.id), '[]'))::text,
	null::bigint, coalesce(json_agg(json_build_array('copayment', c.id, trinn.guard_version('copayment', c.id),
		{stands_back} is null)), '[]')::text
from json_array_elements_text(:ids) x join trinn.copayments c on c.county_id = (select trinn.caller_county()) and c.id = x::bigint
	join trinn.organisations k on k.id = c.creditor_id join trinn.organisations o on o.id = c.firm_id
having (select trinn.caller_role()) in ('caseworker', 'programme_lead');

-- query: check_copayment_aid(copayment_id int8, version int8) @write
with changed as (
	update trinn.copayments set aid_checked_by = coalesce(aid_checked_by, trinn.caller_person()), aid_refused_by = null,
		aid_refusal = null, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'check_copayment_aid');

-- query: refuse_copayment_aid(copayment_id int8, version int8, refusal text) @write
with changed as (
	update trinn.copayments set aid_checked_by = null, aid_refused_by = trinn.caller_person(), aid_refusal = :refusal,
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'refuse_copayment_aid');

-- query: declare_copayment_aid(copayment_id int8, version int8, declared_by text, declared_on date, declared_aid json,
--   declared_reason text) @write
-- What the county found before, it found of another declaration.
with changed as (
	update trinn.copayments set declared_by = :declared_by, declared_on = :declared_on, declared_aid = :declared_aid,
		declared_reason = :declared_reason, aid_checked_by = null, aid_refused_by = null, aid_refusal = null, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'declare_copayment_aid');

-- query: check_relief_aid(relief_id int8, aid_ore int8) @write
with changed as (
	update trinn.copayment_reliefs set aid_ore = :aid_ore, aid_checked_by = trinn.caller_person(), aid_refused_by = null,
		aid_refusal = null, version = version + 1
	where county_id = trinn.caller_county() and id = :relief_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'check_relief_aid');

-- query: refuse_relief_aid(relief_id int8, refusal text) @write
with changed as (
	update trinn.copayment_reliefs set aid_checked_by = null, aid_refused_by = trinn.caller_person(),
		aid_refusal = :refusal, version = version + 1
	where county_id = trinn.caller_county() and id = :relief_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'refuse_relief_aid');

-- query: invoice_copayment(copayment_id int8, version int8, kid text, due_on date) @write
with changed as (
	update trinn.copayments set state = 'invoiced', kid = :kid, due_on = :due_on, invoiced_on = trinn.today(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'invoice_copayment');

-- query: remind_copayment(copayment_id int8, version int8, due_on date) @write
with changed as (
	update trinn.copayments set reminders = reminders + 1, due_on = :due_on, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'remind_copayment');

-- query: ask_copayment_refund(copayment_id int8, version int8, amount_ore int8) @write
with changed as (
	update trinn.copayments set refund_asked_by = trinn.caller_person(), refund_ore = :amount_ore, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'ask_copayment_refund');

-- query: refund_copayment(copayment_id int8, version int8) @write
-- As it was asked for; its entry stands already.
with changed as (
	update trinn.copayments set open_ore = open_ore + refund_ore, refund_asked_by = null, refund_ore = null,
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'refund_copayment');

-- query: touch_copayment(copayment_id int8, version int8) @write
-- Something becomes of a relief, and nothing of the co-payment.
with changed as (
	update trinn.copayments set version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_copayment');

-- query: ask_copayment_relief(copayment_id int8, kind text, cause text, reason text, aid_ore int8) @write
-- Aid of 0 is no more than before.
insert into trinn.copayment_reliefs (county_id, copayment_id, kind, cause, reason, aid_ore, asked_by)
values (trinn.caller_county(), :copayment_id, :kind, :cause, :reason, nullif(:aid_ore, 0), trinn.caller_person());

-- query: decide_copayment_relief(relief_id int8, state text, refusal text, aid_ore int8) @write
-- What was reserved for it and is not given is free again.
with changed as (
	update trinn.copayment_reliefs set state = :state, refusal = :refusal, aid_ore = nullif(:aid_ore, 0),
		decided_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :relief_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_copayment_relief');

-- query: relieve_copayment(copayment_id int8, version int8, state text, forgone_ore int8) @write
with changed as (
	update trinn.copayments set state = :state, open_ore = 0, forgone_ore = forgone_ore + :forgone_ore,
		aid_ore = trinn.aid_of(service_ore, amount_ore, vat_ore, forgone_ore + :forgone_ore),
		settled_aid_ore = trinn.aid_of(settled_service_ore, amount_ore, vat_ore, forgone_ore + :forgone_ore),
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'relieve_copayment');

-- query: credit_copayment(copayment_id int8, version int8, amount_ore int8) @write
-- Nothing was delivered, and no aid with it.
with changed as (
	update trinn.copayments set state = 'credited', open_ore = open_ore - :amount_ore, settled_service_ore = 0,
		settled_aid_ore = 0, settled_reason = null, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'credit_copayment');

-- query: load_settlement(ids json) @read
-- Those of the co-payments that the caller's firms owe, and what of each is not forgone.
with settled as (
	select c.* from trinn.copayments c where c.county_id = (select trinn.caller_county())
		and c.hub_id = (select trinn.caller_org())
		and c.id in (select i::bigint from json_array_elements_text(:ids) i)
)
select json_build_object('caller', trinn.caller_facts(),
	'copayments', coalesce((select json_agg(json_build_object('id', c.id, 'firmId', c.firm_id,
		'programmeId', c.programme_id, 'stage', c.stage, 'isChecked', c.aid_checked_by is not null,
		'isRefused', c.aid_refused_by is not null,
		'hasBegun', trinn.has_begun(c), 'isSettled', c.settled_service_ore is not null,
		'settledBy', coalesce((select greatest(s.settled_by, 0) from trinn.copayment_settlements s
			where s.county_id = c.county_id and s.copayment_id = c.id order by s.id desc limit 1), 0),
		'serviceOre', coalesce(c.settled_service_ore, c.service_ore),
		'firm', (select o.name from trinn.organisations o where o.id = c.firm_id),
		'confirmedOre', trinn.confirmed_ore(c.county_id, c.firm_id, c.programme_id, c.stage),
		'shareOre', trinn.kept_ore(c.amount_ore, c.vat_ore, c.forgone_ore)) order by c.id) from settled c), '[]')
)::text, null::bigint, coalesce((select json_agg(json_build_array('copayment', h.id, h.version, true))
	from settled c join trinn.guards h on h.county_id = c.county_id and h.kind = 'copayment' and h.id = c.id), '[]')::text;

-- query: settle_aid(copayment_id int8, service_ore int8, aid_ore int8, reason text?) @write
with changed as (
	update trinn.copayments set settled_service_ore = :service_ore, settled_aid_ore = :aid_ore, settled_reason = :reason,
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_aid');

-- query: correct_settlement(copayment_id int8, version int8, service_ore int8, aid_ore int8, reason text) @write
with changed as (
	update trinn.copayments set settled_service_ore = :service_ore, settled_aid_ore = :aid_ore, settled_reason = :reason,
		version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_settlement');

-- query: reply_settlement(operation text, key text, fingerprint text, status int4, ids json) @write
select r.status, r.location, r.etag, r.reply
from (select json_build_object('items', json_agg(json_build_object('copaymentId', c.id::text, 'firm', {party},
		'serviceValueOre', c.settled_service_ore, 'aidOre', c.settled_aid_ore) order by c.id))::text as document
	from trinn.copayments c join trinn.organisations o on o.id = c.firm_id
	where c.county_id = trinn.caller_county()
		and c.id in (select i::bigint from json_array_elements_text(:ids) i)) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, null, null, d.document) r;

-- document: bank_file(bank_file_id int8)
select null::text as etag, json_build_object('id', f.id::text, 'name', f.name, 'format', f.format, 'sha256', f.sha256,
	'readAt', f.read_at, 'known', f.known, 'skipped', f.skipped, 'unbooked', f.unbooked,
	'entries', coalesce((select json_object_agg(s.state, s.n) from (select e.state, count(*) as n from trinn.bank_entries e
		where e.county_id = f.county_id and e.file_id = f.id group by 1) s), '{}'))::text as document
from trinn.bank_files f where f.county_id = (select trinn.caller_county()) and f.id = :bank_file_id;

-- query: list_bank_files(after int8?, limit int8) @read
{list_by_id} from (select f.id as key,
	json_build_object('id', f.id::text, 'name', f.name, 'format', f.format, 'readAt', f.read_at) as item
	from (select * from trinn.bank_files where county_id = (select trinn.caller_county())
		and id < {last_key} order by id desc limit :limit + 1) f) p;

-- part: owed
json_build_object('id', c.id, 'kid', c.kid, 'state', c.state, 'openOre', c.open_ore, 'firmId', c.firm_id,
	'raisedOn', c.raised_on)
-- end

-- query: load_bank_file(sha256 text, format text, accounts json, payments json) @read
-- What the payments of a file can be: those that another file told of, or perhaps did, those that were taken back, and
-- what the caller is owed under their KIDs. payments NULL asks only whether the caller may send a file.
with told as materialized (
	select p.n - 1 as i, x.*, coalesce(x."textKids", case when x.kid is not null then array[x.kid] end) as kids
	from json_array_elements(:payments) with ordinality as p (x, n), json_to_record(p.x) as x ("bookedOn" date,
		"amountOre" bigint, reference text, "isMade" boolean, "isReversal" boolean, currency text, kid text,
		"textKids" text[])
), known as (
	select t.i, e.id from told t join trinn.bank_entries e on e.county_id = (select trinn.caller_county())
		and e.creditor_id = (select trinn.caller_org()) and e.reference = t.reference and e.amount_ore = t."amountOre"
		and e.booked_on = t."bookedOn" and e.currency = t.currency and e.is_reversal = t."isReversal"
), perhaps as (
	select t.i, e.id from told t join trinn.bank_entries e on e.county_id = (select trinn.caller_county())
		and e.creditor_id = (select trinn.caller_org()) and e.amount_ore = t."amountOre"
		and e.booked_on between t."bookedOn" - 3 and t."bookedOn" + 3
	join trinn.bank_files f on f.county_id = e.county_id and f.id = e.file_id
	left join trinn.copayments c on c.county_id = e.county_id and c.id = e.copayment_id
	where coalesce(c.kid, e.kid) = any (t.kids) and e.part_of is null and e.currency = t.currency
		and not e.is_reversal and not t."isReversal"
		and (e.is_made or t."isMade" or f.format <> :format or e.reference = t.reference)
		and t.i not in (select k.i from known k) and e.id not in (select k.id from known k)
), owed as (
	select c.* from trinn.copayments c where c.county_id = (select trinn.caller_county())
		and c.creditor_id = (select trinn.caller_org()) and c.kid in (select unnest(t.kids) from told t)
)
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', case when :payments is null then 0 else nextval('trinn.bank_files_id_seq') end,
	'sameFile', (select f.id from trinn.bank_files f where f.county_id = trinn.caller_county()
		and f.creditor_id = trinn.caller_org() and f.sha256 = :sha256),
	'otherAccount', (select a from json_array_elements_text(:accounts) a where not exists (select from trinn.bank_accounts b
		where b.county_id = trinn.caller_county() and b.organisation_id = trinn.caller_org() and b.account = a) limit 1),
	'known', coalesce((select json_agg(k.i order by k.i) from known k), '[]'),
	'perhaps', coalesce((select json_agg(json_build_object('payment', p.i, 'entryId', p.id) order by p.i, p.id)
		from perhaps p), '[]'),
	'reversed', coalesce((select json_agg(t.i order by t.i) from told t where not t."isReversal" and exists (
		select from trinn.bank_entries e where e.county_id = trinn.caller_county()
			and e.creditor_id = trinn.caller_org() and e.reference = t.reference and e.amount_ore = t."amountOre"
			and e.currency = t.currency and e.is_reversal and e.booked_on >= t."bookedOn")), '[]'),
	'reversing', coalesce((select json_agg(t.i order by t.i) from told t where t."isReversal" and exists (
		select from trinn.bank_entries e where e.county_id = trinn.caller_county()
			and e.creditor_id = trinn.caller_org() and e.reference = t.reference and e.amount_ore = t."amountOre"
			and e.currency = t.currency and not e.is_reversal and e.booked_on <= t."bookedOn")), '[]'),
	'owed', coalesce((select json_agg({owed} order by c.id) from owed c), '[]')
)::text, null::bigint, coalesce((select json_agg(json_build_array('copayment', h.id, h.version, true))
	from owed c join trinn.guards h on h.county_id = c.county_id and h.kind = 'copayment' and h.id = c.id), '[]')::text;

-- query: insert_bank_file(id int8, format text, sha256 text, name text, known int4, skipped int4, unbooked int4) @write
insert into trinn.bank_files (id, county_id, creditor_id, format, sha256, name, known, skipped, unbooked, read_by)
values (:id, trinn.caller_county(), trinn.caller_org(), :format, :sha256, :name, :known, :skipped, :unbooked,
	coalesce(trinn.caller_person(), -trinn.caller_principal()));

-- query: insert_bank_entries(file_id int8, payments json) @write
with added as (
	insert into trinn.bank_entries (county_id, creditor_id, file_id, reference, is_made, booked_on, amount_ore, currency,
		is_reversal, kid, payer, message, state, why, perhaps_id, copayment_id)
	select trinn.caller_county(), trinn.caller_org(), :file_id, p->>'reference', (p->>'isMade')::boolean,
		(p->>'bookedOn')::date, (p->>'amountOre')::bigint, p->>'currency', (p->>'isReversal')::boolean, p->>'kid',
		p->>'payer', p->>'message', case when p->>'copaymentId' is null then 'unmatched' else 'matched' end, p->>'why',
		(p->>'perhapsId')::bigint, (p->>'copaymentId')::bigint
	from json_array_elements(:payments) p
	returning 1
) select trinn.exactly(json_array_length(:payments), (select count(*) from added), 'insert_bank_entries');

-- query: pay_copayments(file_id int8, payments int8) @write
-- Enters what was matched in the file and is not entered yet, so many payments; one that came before anything was owed
-- counts from the day that it was. What was written off and comes in all the same is no loss, and no aid either.
with paid as (
	insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
	select e.county_id, e.copayment_id, 'pay', e.amount_ore, e.id, greatest(e.booked_on, c.raised_on),
		coalesce(trinn.caller_person(), -trinn.caller_principal())
	from trinn.bank_entries e join trinn.copayments c on c.county_id = e.county_id and c.id = e.copayment_id
	where e.county_id = trinn.caller_county() and e.file_id = :file_id
		and e.state = 'matched' and coalesce((select sum(x.receivable_ore) from trinn.copayment_entries x
			where x.county_id = e.county_id and x.bank_entry_id = e.id), 0) = 0
	returning copayment_id, amount_ore, on_day
), sums as (
	select copayment_id, sum(amount_ore)::bigint as ore, max(on_day) as on_day from paid group by 1
), lost as (
	select c.id, -sum(e.receivable_ore)::bigint as ore, max(e.on_day) as on_day,
		coalesce((select sum(w.amount_ore) from trinn.copayment_entries w where w.county_id = c.county_id and w.copayment_id = c.id
			and w.kind = 'waive'), 0)::bigint as waived_ore
	from sums s join trinn.copayments c on c.county_id = trinn.caller_county() and c.id = s.copayment_id and c.state = 'written_off'
		join trinn.copayment_entries e on e.county_id = c.county_id and e.copayment_id = c.id and e.account = 'loss'
	group by c.county_id, c.id
), recovered as (
	insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, entered_by)
	select trinn.caller_county(), s.copayment_id, 'recover', least(s.ore, l.ore), greatest(s.on_day, l.on_day),
		coalesce(trinn.caller_person(), -trinn.caller_principal())
	from sums s join lost l on l.id = s.copayment_id
	returning copayment_id, amount_ore
), left_of as (
	select c.id, c.open_ore - s.ore + coalesce(r.amount_ore, 0) as open_ore, coalesce(l.ore - r.amount_ore, 0) as lost_ore,
		least(c.forgone_ore, coalesce(l.waived_ore + l.ore - r.amount_ore, c.forgone_ore)) as forgone_ore
	from sums s join trinn.copayments c on c.county_id = trinn.caller_county() and c.id = s.copayment_id
		left join lost l on l.id = c.id left join recovered r on r.copayment_id = c.id
), changed as (
	update trinn.copayments c set open_ore = f.open_ore, state = case when f.lost_ore > 0 then 'written_off'
			when f.open_ore > 0 then 'part_paid' else 'paid' end,
		forgone_ore = f.forgone_ore, aid_ore = trinn.aid_of(c.service_ore, c.amount_ore, c.vat_ore, f.forgone_ore),
		settled_aid_ore = trinn.aid_of(c.settled_service_ore, c.amount_ore, c.vat_ore, f.forgone_ore), version = c.version + 1
	from left_of f where c.county_id = trinn.caller_county() and c.id = f.id returning 1
) select trinn.exactly(:payments, (select count(*) from paid), 'pay_copayments'),
	trinn.exactly((select count(*) from sums), (select count(*) from changed), 'pay_copayments');

-- query: unpay_copayment(copayment_id int8, bank_entry_id int8, amount_ore int8, state text) @write
-- A refund that was asked for was of what had come.
with undone as (
	insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
	values (trinn.caller_county(), :copayment_id, 'unpay', :amount_ore, :bank_entry_id, trinn.today(),
		coalesce(trinn.caller_person(), -trinn.caller_principal()))
), changed as (
	update trinn.copayments set open_ore = open_ore + :amount_ore, state = :state, refund_asked_by = null,
		refund_ore = null, version = version + 1
	where county_id = trinn.caller_county() and id = :copayment_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'unpay_copayment');

-- part: bank_entry_json
json_build_object('id', e.id::text, 'fileId', e.file_id::text, 'state', e.state, 'reference', e.reference,
	'bookedOn', e.booked_on, 'amountOre', e.amount_ore, 'currency', e.currency, 'isReversal', e.is_reversal, 'kid', e.kid,
	'payer', e.payer, 'message', e.message, 'why', e.why,
	'perhapsId', coalesce(e.perhaps_id, trinn.perhaps_reverses(e.county_id, e.id))::text,
	'reversesId', trinn.reverses(e.county_id, e.id)::text, 'reversedById', trinn.reversal_of(e.county_id, e.id)::text,
	'partOf', e.part_of::text, 'copaymentId', e.copayment_id::text, 'reason', e.reason)
-- end

-- document: bank_entry(bank_entry_id int8)
select e.version::text as etag, {bank_entry_json}::text as document
from trinn.bank_entries e where e.county_id = (select trinn.caller_county()) and e.id = :bank_entry_id;

-- query: list_bank_entries(state text, file_id int8?, after int8?, limit int8) @read
{list_by_id} from (select e.id as key,
	{bank_entry_json} as item
	from (select * from trinn.bank_entries where county_id = (select trinn.caller_county())
		and creditor_id = (select trinn.caller_org()) and id < {last_key}
		and (:state is null or state = :state) and (:file_id is null or file_id = :file_id)
		order by id desc limit :limit + 1) e) p;

-- query: load_bank_entry(bank_entry_id int8, copayment_id int8?, reverses_id int8?) @read
-- The payment, and the co-payment it is to be matched with, if it is owed to the same creditor, or is matched with; of what
-- the bank takes back, what that is or is said to be, if it can be.
with about as (
	select c.* from trinn.bank_entries e join trinn.copayments c on c.county_id = e.county_id
		and c.creditor_id = e.creditor_id and c.id = coalesce(:copayment_id, e.copayment_id)
	where e.county_id = (select trinn.caller_county()) and e.id = :bank_entry_id
), reversed as (
	select p.id, p.file_id from trinn.bank_entries e join trinn.bank_entries p on p.county_id = e.county_id
		and p.creditor_id = e.creditor_id and p.id = coalesce(:reverses_id, trinn.reverses(e.county_id, e.id))
		and p.amount_ore = e.amount_ore and p.booked_on <= e.booked_on and p.currency = e.currency
		and not p.is_reversal and p.part_of is null
	where e.county_id = (select trinn.caller_county()) and e.id = :bank_entry_id and e.is_reversal
		and coalesce(trinn.reversal_of(p.county_id, p.id), e.id) = e.id
)
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', e.id, 'fileId', e.file_id,
	'state', e.state, 'bookedOn', e.booked_on, 'amountOre', e.amount_ore, 'currency', e.currency,
	'isReversal', e.is_reversal, 'why', e.why, 'perhapsId', e.perhaps_id,
	'reversedBy', trinn.reversal_of(e.county_id, e.id), 'reverses', (select p.id from reversed p),
	'isReversedCounted', exists (select from reversed p where trinn.counts(e.county_id, p.id)),
	'owed', (select {owed} from about c),
	'paidOre', coalesce((select -sum(x.receivable_ore) from about c join trinn.copayment_entries x
		on x.county_id = c.county_id and x.copayment_id = c.id and x.account = 'bank'), 0),
	'refundedOre', coalesce((select sum(x.amount_ore) from about c join trinn.copayment_entries x
		on x.county_id = c.county_id and x.copayment_id = c.id and x.kind = 'refund'), 0),
	'isReliefAsked', exists (select from about c join trinn.copayment_reliefs r
		on r.county_id = c.county_id and r.copayment_id = c.id and r.state = 'asked')
)::text, e.version, (select json_agg(json_build_array(h.kind, h.id, h.version, h.kind <> 'bank_file' or h.id = e.file_id))
	from trinn.guards h
	where h.county_id = e.county_id and (h.kind = 'bank_file' and (h.id = e.file_id or h.id in (select p.file_id from reversed p))
		or h.kind = 'copayment' and h.id in (select c.id from about c)))::text
from trinn.bank_entries e where e.county_id = (select trinn.caller_county()) and e.id = :bank_entry_id;

-- query: settle_bank_entry(bank_entry_id int8, version int8, state text, copayment_id int8?, reason text) @write
with changed as (
	update trinn.bank_entries set state = :state, why = null, copayment_id = :copayment_id, reason = :reason,
		version = version + 1
	where county_id = trinn.caller_county() and id = :bank_entry_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_bank_entry');

-- query: tie_reversal(bank_entry_id int8, reverses_id int8?) @write
-- To what a person says that the bank takes back, or to nothing.
with changed as (
	update trinn.bank_entries set is_tied = true, reverses_id = :reverses_id
	where county_id = trinn.caller_county() and id = :bank_entry_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'tie_reversal');

-- query: split_bank_entry(bank_entry_id int8, version int8, amounts json, reason text) @write
with changed as (
	update trinn.bank_entries set state = 'split', why = null, reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :bank_entry_id and version = :version
	returning county_id, creditor_id, file_id, id, reference, booked_on, kid, payer, message
), parts as (
	insert into trinn.bank_entries (county_id, creditor_id, file_id, reference, booked_on, amount_ore, kid, payer,
		message, state, why, part_of)
	select c.county_id, c.creditor_id, c.file_id, c.reference || '#' || a.n, c.booked_on, a.ore::bigint, c.kid, c.payer,
		c.message, 'unmatched', 'part', c.id
	from changed c, json_array_elements_text(:amounts) with ordinality a (ore, n)
) select trinn.exactly(1, (select count(*) from changed), 'split_bank_entry');

-- query: reopen_bank_entry(bank_entry_id int8, version int8, reason text) @write
with changed as (
	update trinn.bank_entries set state = 'unmatched', why = 'reopened', copayment_id = null, reason = :reason,
		is_tied = false, reverses_id = null, version = version + 1
	where county_id = trinn.caller_county() and id = :bank_entry_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'reopen_bank_entry');
