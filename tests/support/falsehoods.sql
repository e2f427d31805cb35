-- What must never be true of programme delivery, whoever writes: a line of text for each thing that is.
create or replace function pg_temp.falsehoods() returns setof text language sql as $$
	select concat('firm ', firm_id, ' is ', count(*), ' times in programme ', programme_id)
	from trinn.enrolments group by county_id, programme_id, firm_id having count(*) > 1
	union all
	select concat('enrolment ', e.id, ' stands elsewhere than its last step says') from trinn.enrolments e
	where (e.state, e.stage, e.hub_id, e.round) is distinct from (select (s.to_state, s.stage, s.hub_id, s.round)
		from trinn.enrolment_steps s where s.county_id = e.county_id and s.enrolment_id = e.id order by seq desc limit 1)
	union all
	select concat('stage ', p.stage, ' of programme ', p.programme_id, ': ', p.taken, ' taken of ', p.capacity, ', ', t.n, ' there')
	from trinn.stage_places p, lateral (select count(*) as n from trinn.enrolments e where e.county_id = p.county_id
		and e.programme_id = p.programme_id and e.stage = p.stage and e.state in ('enrolled', 'active')) t
	where p.taken <> t.n or p.taken > p.capacity
	union all
	select concat('cohort ', c.id, ': ', c.taken, ' taken of ', c.capacity, ', ', t.n, ' there')
	from trinn.cohorts c, lateral (select count(*) as n from trinn.cohort_firms m where m.county_id = c.county_id
		and m.cohort_id = c.id and m.left_on is null) t
	where c.taken <> t.n or c.taken > c.capacity
	union all
	select concat('passage that the steps do not tell: ', to_json(d)) from (select programme_id, enrolment_id, hub_id, round, stage, year,
		assessed, entered, waited, enrolled, completed, dropped_out from trinn.passages
		except select programme_id, enrolment_id, hub_id, round, stage, year,
		assessed, entered, waited, enrolled, completed, dropped_out from trinn.passages_told) d
	union all
	select concat(told, ' passages told, ', stored, ' there') from (select (select count(*) from trinn.passages_told) as told,
		(select count(*) from trinn.passages) as stored) t where told <> stored
	union all
	select concat('co-payment ', c.id, ' is owed for a place that was given back') from trinn.copayments c
		join trinn.passages p on p.county_id = c.county_id and p.enrolment_id = c.enrolment_id and p.round = c.round and p.stage = c.stage
	where c.state <> 'credited' and not p.enrolled
	union all
	select concat('hours ', id, ': ', confirmed_minutes, ' confirmed of ', delivered_minutes, ' delivered of ', ordered_minutes)
	from trinn.hours where coalesce(confirmed_minutes, 0) > coalesce(delivered_minutes, 0)
		or coalesce(delivered_minutes, 0) > ordered_minutes + moved_minutes - freed_minutes
	union all
	select concat('order ', order_id, ' is of ', count(distinct engagement_id), ' engagements, ', count(distinct firm_id), ' firms have ', count(*), ' rows')
	from trinn.hours group by county_id, order_id having count(distinct (engagement_id, hub_id, partner_id)) > 1 or count(*) > count(distinct firm_id)
	union all
	select concat('engagement ', g.id, ': ', g.confirmed_minutes, ' of ', g.delivered_minutes, ' of ', g.ordered_minutes, ' of ',
		g.ceiling_minutes)
	from trinn.engagements g, lateral (select coalesce(sum(ordered_minutes + moved_minutes - freed_minutes), 0) as ordered,
		coalesce(sum(delivered_minutes), 0) as delivered, coalesce(sum(confirmed_minutes), 0) as confirmed
		from trinn.hours h where h.county_id = g.county_id and h.engagement_id = g.id) t
	where (g.ordered_minutes, g.delivered_minutes, g.confirmed_minutes) is distinct from (t.ordered, t.delivered, t.confirmed)
		or g.ordered_minutes > g.ceiling_minutes
	union all
	select concat('co-payment ', c.id, ': ', c.open_ore, ' open, its entries come to ', t.sum)
	from trinn.copayments c, lateral (select sum(case when kind in ('raise', 'unpay', 'refund', 'recover') then amount_ore else -amount_ore end) as sum
		from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id) t
	where c.open_ore is distinct from t.sum
	union all
	select concat('co-payment ', copayment_id, ' is let off or credited more than was raised') from trinn.copayment_entries
	group by county_id, copayment_id having sum(case kind when 'recover' then -amount_ore else amount_ore end) filter (where kind in ('waive', 'write_off', 'recover', 'credit'))
		> sum(amount_ore) filter (where kind = 'raise')
	union all
	select concat('co-payment ', c.id, ' is ', c.state, ', paid ', t.paid) from trinn.copayments c, lateral (select coalesce(
		sum(case kind when 'pay' then amount_ore when 'unpay' then -amount_ore when 'refund' then -amount_ore end), 0) as paid
		from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id) t
	where t.paid < 0 or c.state = 'invoiced' and t.paid > 0 or c.state = 'part_paid' and t.paid = 0
	union all
	select concat('bank entry ', b.id, ' of ', b.amount_ore, ' paid ', t.sum, ' to ', t.copayment_id) from trinn.bank_entries b
		full join (select e.county_id, e.bank_entry_id, e.copayment_id, sum(case e.kind when 'pay' then e.amount_ore else -e.amount_ore end)
			as sum from trinn.copayment_entries e where e.bank_entry_id is not null group by 1, 2, 3) t
		on t.county_id = b.county_id and t.bank_entry_id = b.id and t.copayment_id = b.copayment_id
	where coalesce(t.sum, 0) <> coalesce(case b.state when 'matched' then b.amount_ore end, 0)
	union all
	select concat('bank entry ', r.id, ' takes back ', b.id, ', which counts') from trinn.bank_entries r
		join trinn.bank_entries b on b.county_id = r.county_id and b.id = trinn.reverses(r.county_id, r.id)
	where r.state <> 'unmatched' and trinn.counts(b.county_id, b.id)
	union all
	select concat('bank entry ', b.id, ' of ', b.amount_ore, ' is ', b.state, ', its parts come to ', sum(p.amount_ore))
	from trinn.bank_entries b left join trinn.bank_entries p on p.county_id = b.county_id and p.part_of = b.id
	group by b.county_id, b.id having coalesce(sum(p.amount_ore), 0) <> case b.state when 'split' then b.amount_ore else 0 end
	union all
	select concat('co-payment ', c.id, ': aid of ', t.aid, ' where the firm is let off ', c.forgone_ore, ', checked ', r.aid)
	from trinn.copayments c, lateral (select coalesce(c.settled_aid_ore, c.aid_ore) as aid, c.amount_ore - c.vat_ore as share) t, lateral (
		select max(aid_ore) as aid from trinn.copayment_reliefs r where r.county_id = c.county_id and r.copayment_id = c.id
			and r.state <> 'refused' and r.aid_checked_by not in (r.asked_by, coalesce(r.decided_by, 0))) r
	where t.aid > coalesce(r.aid, greatest(c.service_ore - t.share, 0)) or t.aid < coalesce(c.settled_service_ore, c.service_ore) - t.share
	union all
	select concat('co-payment ', c.id, ' is settled at ', c.settled_service_ore, ', its last settlement says ', s.service_ore)
	from trinn.copayments c left join lateral (select s.service_ore from trinn.copayment_settlements s where s.county_id = c.county_id
		and s.copayment_id = c.id order by s.id desc limit 1) s on true
	where c.settled_service_ore <> coalesce(s.service_ore, -1)
	union all
	select concat('settlement ', s.id, ' raises or corrects what the same person settled') from trinn.copayment_settlements s
		join trinn.copayment_settlements b on b.county_id = s.county_id and b.copayment_id = s.copayment_id and b.id = (select max(x.id)
			from trinn.copayment_settlements x where x.county_id = s.county_id and x.copayment_id = s.copayment_id and x.id < s.id)
	where s.service_ore > b.service_ore and (s.corrects is distinct from b.id or s.settled_by = b.settled_by)
	union all
	select concat('entry ', e.id, ' is a refund that ', e.entered_by, ' both asked for and sent') from trinn.copayment_entries e
	where e.kind = 'refund' and e.asked_by is not distinct from e.entered_by
$$;
