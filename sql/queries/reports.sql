-- query: order_by_index() @export
-- Holds for the segment. A sort would keep the first row back until the last is read, and nobody sees that a reader has
-- gone before there is a row to send.
select set_config('enable_sort', 'off', true);

-- query: report_payments(since date?, until date?, programme_id int8?, funding_line_id int8?, applicant_id int8?, municipality text?, stage int8?) @export
-- What was paid, with the amount of the posting that says so: the sum of the rows is that of the ledger.
-- Columns are those of REPORT_COLUMNS in api/reports/reports.h.
select p.paid_on, p.reference, a.case_number, g.code, f.code, array_to_string(p.stages, ', '), o.orgnr, o.name, p.municipality_no, p.year, c.number, t.amount_ore,
	p.bank_reference, t.id
from trinn.payments p
	join trinn.postings t on t.county_id = p.county_id and t.id = p.paid_posting_id
	join trinn.claims c on c.county_id = p.county_id and c.id = p.claim_id
	join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	join trinn.programmes g on g.county_id = p.county_id and g.id = p.programme_id
	join trinn.funding_lines f on f.county_id = p.county_id and f.id = p.funding_line_id
	join trinn.organisations o on o.id = p.applicant_id
where p.county_id = (select trinn.caller_county()) and p.state = 'paid'
	and (:since is null or p.paid_on >= :since) and (:until is null or p.paid_on <= :until)
	and (:programme_id is null or p.programme_id = :programme_id) and (:funding_line_id is null or p.funding_line_id = :funding_line_id)
	and (:applicant_id is null or p.applicant_id = :applicant_id) and (:municipality is null or p.municipality_no = :municipality)
	and (:stage is null or :stage = any (p.stages))
order by p.paid_on, p.id;
