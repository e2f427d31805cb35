-- part: payment_parts
-- What the payment of claim y.claim_id takes of each line and year.
(select json_agg(json_build_object('fundingLine', {named_line}, 'year', s.year, 'amountOre', p.approved_ore) order by p.position)
	from {lines_of_claims} where p.county_id = y.county_id and p.claim_id = y.claim_id and p.approved_ore > 0)
-- end

-- part: payment_json
json_build_object('id', p.id::text, 'reference', p.reference, 'state', p.state, 'applicant', {party},
	'applicationId', p.application_id::text,
	'grantId', p.grant_id::text, 'claimId', p.claim_id::text, 'amountOre', p.amount_ore, 'currency', 'NOK',
	'parts', (select {payment_parts} from (select p.claim_id, p.county_id) y),
	 'account', p.account, 'accountReplaced', p.account_replaced, 'listId', p.list_id::text,
	'bankReference', p.bank_reference,
		'paidOn', p.paid_on)
-- end

-- document: payment(payment_id int8)
select p.version::text as etag, {payment_json}::text as document
from trinn.payments p join trinn.organisations o on o.id = p.applicant_id
where p.county_id = (select trinn.caller_county()) and p.id = :payment_id;

-- part: payments_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or programme_id in ({programmes_under}))
-- end

-- query: list_payments(state text, programme_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run. Most payments are paid, so that those are found without one of their own.
{list_by_id} from (select p.id as key,
	{payment_json} as item
	from (
		(select * from trinn.payments where (select trinn.caller_kind()) = 'county'
			and coalesce(:state, 'paid') = 'paid'
			and (:state is null or state = 'paid') and {payments_wanted}
			order by id desc limit :limit + 1)
		union all
		(select * from trinn.payments where (select trinn.caller_kind()) = 'county' and state = :state
			and state <> 'paid' and {payments_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.payments where (select trinn.caller_kind()) <> 'county'
			and applicant_id = (select trinn.caller_org())
			and (:state is null or state = :state) and {payments_wanted}
			order by id desc limit :limit + 1)
	) p join trinn.organisations o on o.id = p.applicant_id) p;

-- query: insert_payment(claim_id int8) @write
-- The account is the database's to set; what the bank shows the recipient names case and claim.
with made as (
	insert into trinn.payments (county_id, applicant_id, application_id, grant_id, claim_id, programme_id,
		year, stages, municipality_no,
		reference, amount_ore)
	select c.county_id, c.applicant_id, c.application_id, c.grant_id, c.id, l.programme_id,
		g.year, l.stages, o.municipality_no,
		'UTB-' || replace(a.case_number, '/', '-') || '-' || c.number, c.approved_ore
	from trinn.claims c
		join trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id
		join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
		join trinn.calls l on l.county_id = a.county_id and l.id = a.call_id
		join trinn.organisations o on o.id = c.applicant_id
	where c.county_id = trinn.caller_county() and c.id = :claim_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_payment');

-- query: post_due(kind text, object_kind text, object_id int8) @write
select trinn.post_due(:kind, :object_kind, :object_id);

-- query: load_payment(payment_id int8) @read
-- What every command on a payment is decided on. Nobody is person 0.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', p.id, 'state', p.state,
	'applicationId', p.application_id,
	'applicantId', p.applicant_id, 'registeredBy', coalesce(p.registered_by, 0),
	'listedOn', (select (s.made_at at time zone 'Europe/Oslo')::date from trinn.payment_lists s
		where s.county_id = p.county_id and s.id = p.list_id)
)::text, p.version, json_build_array(json_build_array('application', p.application_id, h.version, true))::text
from trinn.payments p join trinn.guards h on h.county_id = p.county_id and h.kind = 'application'
	and h.id = p.application_id
where p.county_id = (select trinn.caller_county()) and p.id = :payment_id;

-- query: register_paid(payment_id int8, version int8, bank_reference text, paid_on date) @write
with changed as (
	update trinn.payments set state = 'sent_unconfirmed', bank_reference = :bank_reference,
		paid_on = :paid_on, registered_by = trinn.caller_person(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :payment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'register_paid');

-- query: confirm_paid(payment_id int8, version int8) @write
with changed as (
	update trinn.payments set state = 'paid', confirmed_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :payment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'confirm_paid');

-- query: post_paid(payment_id int8) @write
-- Posted on the day the bank paid, whenever it is confirmed: that is the day the report has it on.
select trinn.post_due('pay', 'payment', id, paid_on) from trinn.payments
where county_id = trinn.caller_county() and id = :payment_id;

-- query: load_payment_list(most int8) @read
-- The payments that wait, oldest first, and the cases they belong to.
with queued as materialized (
	select id, application_id from trinn.payments where county_id = (select trinn.caller_county())
		and state = 'queued' and state <> 'paid' order by id limit :most
)
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.payment_lists_id_seq'),
	'count', (select count(*) from queued),
	'payments', coalesce((select array_agg(id order by id) from queued), '{}')::text
)::text, null::bigint, coalesce((select json_agg(json_build_array(h.kind, h.id, h.version, true)) from trinn.guards h
	where h.county_id = (select trinn.caller_county()) and h.kind = 'application'
		and h.id in (select application_id from queued)), '[]')::text;

-- query: insert_payment_list(id int8, payments int8[]) @write
insert into trinn.payment_lists (id, county_id, number, payments, total_ore, made_by)
select :id, trinn.caller_county(), trinn.next_number('list'), count(*), sum(p.amount_ore), trinn.caller_person()
from trinn.payments p where p.county_id = trinn.caller_county() and p.id = any (:payments);

-- query: put_on_list(list_id int8, payments int8[]) @write
with changed as (
	update trinn.payments set state = 'exported', list_id = :list_id, version = version + 1
	where county_id = trinn.caller_county() and id = any (:payments) and state = 'queued' returning 1
) select trinn.exactly(cardinality(:payments), (select count(*) from changed), 'put_on_list');

-- query: audit_listed(list_id int8) @write
-- Each payment's own case says on which list it went out.
select trinn.audit('application', p.application_id, 'export', 'payment', p.id, null,
	jsonb_build_object('listId', p.list_id::text))
from trinn.payments p where p.county_id = trinn.caller_county() and p.list_id = :list_id
	order by p.application_id, p.id;

-- query: tell_listed(list_id int8) @write
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select p.county_id, 'payment.export', 'payment', p.id, p.applicant_id, jsonb_build_object('listId', p.list_id::text)
from trinn.payments p where p.county_id = trinn.caller_county() and p.list_id = :list_id order by p.id;

-- part: payment_list_head
'id', s.id::text, 'number', s.number, 'count', s.payments, 'totalOre', s.total_ore, 'currency', 'NOK',
'madeAt', s.made_at
-- end

-- document: payment_list(payment_list_id int8)
select null::text as etag, json_build_object({payment_list_head},
	'payments', (select json_agg(json_build_object('paymentId', p.id::text, 'reference', p.reference,
		'recipient', o.name, 'orgnr', o.orgnr, 'account', p.account,
		'amountOre', p.amount_ore) order by p.id)
		from trinn.payments p join trinn.organisations o on o.id = p.applicant_id
			where p.county_id = s.county_id and p.list_id = s.id))::text as document
from trinn.payment_lists s where s.county_id = (select trinn.caller_county()) and s.id = :payment_list_id;

-- query: list_payment_lists(after int8?, limit int8) @read
{list_by_id} from (select s.id as key,
	json_build_object({payment_list_head}) as item
	from (select * from trinn.payment_lists where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) s) p;

-- query: list_balances(funding_line_id int8?, year int8?) @read
select json_agg(json_build_object('fundingLineId', b.funding_line_id::text, 'year', b.year,
	'account', b.account, 'balanceOre', b.balance_ore)
	order by b.funding_line_id, b.year, b.account)::text, null::text
from trinn.balances b
where b.county_id = (select trinn.caller_county())
	and (:funding_line_id is null or b.funding_line_id = :funding_line_id) and (:year is null or b.year = :year);

-- part: booked_between
(:since is null or booked_on >= :since) and (:until is null or booked_on <= :until)
-- end

-- query: list_postings(funding_line_id int8?, year int8?, since date?, until date?, after int8?, limit int8) @read
-- One branch per index; the other is not run.
select json_agg(p.item order by p.key) filter (where p.n <= :limit)::text as items,
	max(p.key) filter (where p.n = :limit and p.more)::text as next
from (select row_number() over w as n, lead(1) over w is not null as more, t.id as key,
		json_build_object('id', t.id::text, 'fundingLineId', t.funding_line_id::text, 'year', t.year,
			'kind', t.kind, 'fromAccount', t.from_account,
			'toAccount', t.to_account, 'amountOre', t.amount_ore, 'objectKind', t.object_kind,
				'objectId', t.object_id::text,
			'bookedOn', t.booked_on, 'postedAt', t.posted_at) as item
	from (
		(select * from trinn.postings where :funding_line_id is null
			and county_id = (select trinn.caller_county()) and id > {first_key}
			and (:year is null or year = :year) and {booked_between} order by id limit :limit + 1)
		union all
		(select * from trinn.postings where funding_line_id = :funding_line_id
			and county_id = (select trinn.caller_county()) and id > {first_key}
			and (:year is null or year = :year) and {booked_between} order by id limit :limit + 1)
	) t window w as (order by t.id)) p;
