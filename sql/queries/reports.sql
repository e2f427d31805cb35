-- query: order_by_index() @export
-- Holds for the segment. A sort would keep the first row back until the last is read, and nobody sees that a reader has
-- gone before there is a row to send.
select set_config('enable_sort', 'off', true);

-- query: report_payments(since date?, until date?, programme_id int8?, funding_line_id int8?, applicant_id int8?, municipality text?, stage int8?) @export
-- What was paid of each line and year, with the amount of the posting that says so: the sum of the rows is that of the ledger.
-- Columns are those of PAYMENT_COLUMNS in api/reports/layouts.h.
select p.paid_on, p.reference, a.case_number, g.code, f.code, array_to_string(p.stages, ', '), o.orgnr, o.name, p.municipality_no, t.year, c.number, t.amount_ore,
	p.bank_reference, t.id
from trinn.payments p
	join trinn.postings t on t.county_id = p.county_id and t.object_kind = 'payment' and t.object_id = p.id
	join trinn.claims c on c.county_id = p.county_id and c.id = p.claim_id
	join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	join trinn.programmes g on g.county_id = p.county_id and g.id = p.programme_id
	join trinn.funding_lines f on f.county_id = p.county_id and f.id = t.funding_line_id
	join trinn.organisations o on o.id = p.applicant_id
where p.county_id = (select trinn.caller_county()) and p.state = 'paid'
	and (:since is null or p.paid_on >= :since) and (:until is null or p.paid_on <= :until)
	and (:programme_id is null or p.programme_id in ({programmes_under})) and (:funding_line_id is null or t.funding_line_id = :funding_line_id)
	and (:applicant_id is null or p.applicant_id = :applicant_id) and (:municipality is null or p.municipality_no = :municipality)
	and (:stage is null or :stage = any (p.stages))
order by p.paid_on, p.id, t.id;

-- query: report_copayments(since date?, until date?, as_of date?, programme_id int8?) @export
-- What is owed to the caller, told from its entries until the day: each sum is that of their movements in the period, so
-- that what was open before it and these come to what is open on the day. Columns are those of COPAYMENT_COLUMNS in api/reports/layouts.h.
select c.id, c.kid, f.orgnr, f.name, p.code, c.stage, m.raised_on, i.invoiced_on, i.due_on, c.vat_mode,
	m.open_before, m.raised, i.invoiced, i.vat, m.paid, m.credited - m.credited_before,
	round(i.taxed * m.credited / c.amount_ore)::bigint - round(i.taxed * m.credited_before / c.amount_ore)::bigint, m.lost, m.open,
	case when i.days <= 0 then m.open else 0 end, case when i.days between 1 and 30 then m.open else 0 end,
	case when i.days between 31 and 60 then m.open else 0 end, case when i.days between 61 and 90 then m.open else 0 end,
	case when i.days > 90 then m.open else 0 end
from trinn.copayments c
	join trinn.organisations f on f.id = c.firm_id
	join trinn.programmes p on p.county_id = c.county_id and p.id = c.programme_id
	cross join (select coalesce(:since, '-infinity') as since, coalesce(:as_of, :until, trinn.today()) as until) d
	cross join lateral (select min(e.on_day) filter (where e.kind = 'raise') as raised_on,
			coalesce(sum(e.receivable_ore) filter (where e.on_day < d.since), 0)::bigint as open_before,
			coalesce(sum(e.receivable_ore) filter (where e.kind = 'raise' and e.on_day between d.since and d.until), 0)::bigint as raised,
			coalesce(-sum(e.receivable_ore) filter (where e.account = 'bank' and e.on_day between d.since and d.until), 0)::bigint as paid,
			coalesce(-sum(e.receivable_ore) filter (where e.account = 'income' and e.kind <> 'raise' and e.on_day <= d.until), 0)::bigint as credited,
			coalesce(-sum(e.receivable_ore) filter (where e.account = 'income' and e.kind <> 'raise' and e.on_day < d.since), 0)::bigint as credited_before,
			coalesce(-sum(e.receivable_ore) filter (where e.account = 'loss' and e.on_day between d.since and d.until), 0)::bigint as lost,
			coalesce(sum(e.receivable_ore) filter (where e.on_day <= d.until), 0)::bigint as open,
			count(*) filter (where e.on_day between d.since and d.until) as moved
		from trinn.copayment_entries e where e.county_id = c.county_id and e.copayment_id = c.id) m
	cross join lateral (select case when c.invoiced_on <= d.until then c.invoiced_on end as invoiced_on,
			case when c.invoiced_on <= d.until then c.first_due_on end as due_on,
			case when c.invoiced_on between d.since and d.until then c.amount_ore else 0 end as invoiced,
			case when c.invoiced_on between d.since and d.until then c.vat_ore else 0 end as vat,
			case when c.invoiced_on is null then 0 else c.vat_ore end::numeric as taxed,
			case when c.invoiced_on <= d.until and m.open > 0 then d.until - c.first_due_on else 0 end as days) i
where c.county_id = (select trinn.caller_county()) and c.creditor_id = (select trinn.caller_org())
	and (:programme_id is null or c.programme_id in ({programmes_under}))
	and (m.moved > 0 or m.open <> 0 or i.invoiced > 0)
order by c.id;
