-- What the rows of cases say of money, beside what the ledger has of it: whoever adds a row that moves money adds it to
-- due_postings and due_balances, and the trigger check_posted() to its table. Made anew after every migration, so that a
-- table of any of them can be named.

drop view if exists trinn.ledger_faults, trinn.due_balances, trinn.due_postings;

-- What the rows of cases say was moved, on each line and year: what their postings say too.
create view trinn.due_postings with (security_invoker = true) as
	select p.county_id, 'grant' as object_kind, p.grant_id as object_id, 'commit' as kind, p.funding_line_id, p.year, m.ore as amount_ore
	from trinn.grant_parts p
		cross join lateral (select p.amount_ore - coalesce(sum(d.ore), 0)::bigint as ore from trinn.part_changes d
			where d.county_id = p.county_id and d.grant_id = p.grant_id and d.funding_line_id = p.funding_line_id
				and d.year = p.year) m
	where m.ore > 0
	union all
	select p.county_id, 'grant', p.grant_id, 'release', p.funding_line_id, p.year, p.remaining_ore
	from trinn.grant_parts p join trinn.grants g on g.county_id = p.county_id and g.id = p.grant_id
		and g.state in ('settled', 'annulled', 'lapsed')
	where p.remaining_ore > 0
	union all
	select county_id, 'grant_change', change_id, case when ore > 0 then 'raise' else 'lower' end, funding_line_id, year, abs(ore)
	from trinn.part_changes where ore <> 0
	union all
	select c.county_id, 'claim', c.id, m.kind, g.funding_line_id, g.year, m.ore
	from trinn.claims c
		join trinn.claim_parts p on p.county_id = c.county_id and p.claim_id = c.id
		join trinn.grant_parts g on g.county_id = p.county_id and g.grant_id = p.grant_id and g.position = p.position
		cross join lateral (values ('claim', p.amount_ore),
			('reject_claim', case c.state when 'rejected' then p.amount_ore end),
			('approve', case c.state when 'released' then p.approved_ore end),
			('reduce_claim', case c.state when 'released' then p.amount_ore - p.approved_ore end)) m(kind, ore)
	where m.ore > 0
	union all
	select y.county_id, 'payment', y.id, 'pay', g.funding_line_id, g.year, p.approved_ore
	from trinn.payments y
		join trinn.claim_parts p on p.county_id = y.county_id and p.claim_id = y.claim_id
		join trinn.grant_parts g on g.county_id = p.county_id and g.grant_id = p.grant_id and g.position = p.position
	where y.state = 'paid' and p.approved_ore > 0
	union all
	select v.county_id, 'money_move', v.id, m.kind, m.line, m.year, v.amount_ore
	from trinn.money_moves v
		cross join lateral (values (case when v.to_line_id is null then 'withdraw' else 'transfer_out' end, v.funding_line_id, v.year),
			('transfer_in', v.to_line_id, v.to_year)) m(kind, line, year)
	where m.line is not null;

-- What each account has by what the rows of cases and of the set-up say; what is available is what they leave. Only for who
-- sees all of it.
create view trinn.due_balances with (security_invoker = true) as
with claimed as (
	select p.county_id, p.claim_id, g.funding_line_id, g.year, p.amount_ore, p.approved_ore
	from trinn.claim_parts p
		join trinn.grant_parts g on g.county_id = p.county_id and g.grant_id = p.grant_id and g.position = p.position
), rows as (
	select county_id, funding_line_id, year, 'appropriated' as account, -amount_ore as ore
		from trinn.appropriations
	union all
	select p.county_id, p.funding_line_id, p.year, 'committed', p.remaining_ore
		from trinn.grant_parts p join trinn.grants g on g.county_id = p.county_id and g.id = p.grant_id
		where g.state in ('offered', 'accepted', 'active')
	union all
	select p.county_id, p.funding_line_id, p.year, 'claimed', p.amount_ore
		from claimed p join trinn.claims c on c.county_id = p.county_id and c.id = p.claim_id
		where c.state in ('submitted', 'reviewed', 'attested')
	union all
	select p.county_id, p.funding_line_id, p.year, case y.state when 'paid' then 'paid' else 'approved' end,
			p.approved_ore
		from claimed p join trinn.payments y on y.county_id = p.county_id and y.claim_id = p.claim_id
		where y.state <> 'failed'
	union all
	select county_id, funding_line_id, year, case when to_line_id is null then 'appropriated' else 'transferred' end, amount_ore
		from trinn.money_moves
	union all
	select county_id, to_line_id, to_year, 'transferred', -amount_ore from trinn.money_moves where to_line_id is not null
)
select county_id, funding_line_id, year, account, sum(ore)::bigint as ore from rows
where trinn.caller_role() is null or trinn.caller_role() in ('finance', 'auditor') group by 1, 2, 3, 4;

-- Postings against balances, both against the parts of cases, these against the cases, and what the payment report says of
-- each day, line and year against what is booked as paid: what does not add up, to the øre. Empty is good. booked_on is of
-- the report only. Only for who sees all of both: some of it would look like a fault.
create view trinn.ledger_faults with (security_invoker = true) as
with from_postings as (
	select county_id, funding_line_id, year, account, sum(amount_ore)::bigint as ore
	from trinn.ledger_entries group by 1, 2, 3, 4
), from_wholes as (
	select g.county_id, g.funding_line_id, g.year, 'committed' as account, sum(p.remaining_ore)::bigint as ore,
			g.remaining_ore as whole
		from trinn.grants g left join trinn.grant_parts p on p.county_id = g.county_id and p.grant_id = g.id
		group by g.county_id, g.id
	union all
	select c.county_id, g.funding_line_id, g.year, 'claimed', sum(p.amount_ore)::bigint, c.amount_ore
		from trinn.claims c join trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id
			left join trinn.claim_parts p on p.county_id = c.county_id and p.claim_id = c.id
		group by g.county_id, g.id, c.county_id, c.id
	union all
	select y.county_id, g.funding_line_id, g.year, case y.state when 'paid' then 'paid' else 'approved' end,
			sum(p.approved_ore)::bigint, y.amount_ore
		from trinn.payments y join trinn.grants g on g.county_id = y.county_id and g.id = y.grant_id
			left join trinn.claim_parts p on p.county_id = y.county_id and p.claim_id = y.claim_id
		group by g.county_id, g.id, y.county_id, y.id
), from_report as (
	select t.county_id, t.funding_line_id, t.year, p.paid_on as booked_on, sum(t.amount_ore)::bigint as ore
	from trinn.payments p join trinn.postings t on t.county_id = p.county_id and t.object_kind = 'payment' and t.object_id = p.id
	where p.state = 'paid' group by 1, 2, 3, 4
), from_paid as (
	select county_id, funding_line_id, year, booked_on, sum(amount_ore)::bigint as ore
	from trinn.ledger_entries where account = 'paid' group by 1, 2, 3, 4
), faults as (
	select coalesce(p.county_id, b.county_id) as county_id,
		coalesce(p.funding_line_id, b.funding_line_id) as funding_line_id, coalesce(p.year, b.year) as year,
		coalesce(p.account, b.account) as account,
		null::date as booked_on, 'balance'::text as against, coalesce(p.ore, 0) as ledger_ore, coalesce(b.balance_ore, 0) as other_ore
	from from_postings p full join trinn.balances b using (county_id, funding_line_id, year, account)
	where coalesce(p.ore, 0) <> coalesce(b.balance_ore, 0)
	union all
	select coalesce(p.county_id, s.county_id), coalesce(p.funding_line_id, s.funding_line_id), coalesce(p.year, s.year),
		coalesce(p.account, s.account),
		null, 'state', coalesce(p.ore, 0), coalesce(s.ore, 0)
	from (select * from from_postings where account <> 'available') p
		full join trinn.due_balances s using (county_id, funding_line_id, year, account)
	where coalesce(p.ore, 0) <> coalesce(s.ore, 0)
	union all
	select county_id, funding_line_id, year, account, null, 'whole', coalesce(ore, 0), whole
	from from_wholes where whole is distinct from ore
	union all
	select county_id, funding_line_id, year, 'paid', booked_on, 'report', coalesce(p.ore, 0), coalesce(r.ore, 0)
	from from_paid p full join from_report r using (county_id, funding_line_id, year, booked_on)
	where coalesce(p.ore, 0) <> coalesce(r.ore, 0)
)
select * from faults where trinn.caller_role() is null or trinn.caller_role() in ('finance', 'auditor');
