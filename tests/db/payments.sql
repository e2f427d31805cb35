-- No evidence counts twice, no grant is overdrawn, no payment leaves twice.
begin;
select no_plan();

-- A claim of the day, with one invoice.
create function pg_temp.claim(p_county int, p_applicant bigint, p_grant bigint, supplier text, invoice text) returns text language sql as $$
	select format($f$ with c as (insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
		values (%1$s, %2$s, %3$s, %3$s, 90, 'part', '2026-01-01', '2026-01-31', '', 1, %6$s) returning id)
		insert into trinn.claim_costs select %1$s, %2$s, id, n, 'fagpartner', '', %4$L, %5$L, 1 from c, generate_series(1, 1) n $f$,
		p_county, p_applicant, p_grant, supplier, invoice, t.person('firm'))
$$;
alter table trinn.claim_costs disable trigger claim_costs_claimed;
alter table trinn.claim_costs disable trigger claim_costs_own;
alter table trinn.payments disable trigger payments_posted;
alter table trinn.payments disable trigger payments_released;
alter table trinn.bank_accounts disable trigger bank_accounts_approved;

create function pg_temp.outcome(statement text) returns text language plpgsql as $$
declare name text;
begin
	execute statement;
	raise exception using errcode = 'TUNDO';
exception
	when sqlstate 'TUNDO' then return 'done';
	when others then
		get stacked diagnostics name = constraint_name;
		return trim(sqlstate || ' ' || name);
end $$;

-- ---- evidence

select is(pg_temp.outcome(pg_temp.claim(50, 101, 104, '910000401', 'new')), 'done', 'a new invoice is evidence');
select is(pg_temp.outcome(pg_temp.claim(50, 101, 104, '910000401', '103')), '23505 claim_costs_invoice_once', 'one claimed before is none');
select is(pg_temp.outcome(pg_temp.claim(50, 102, 204, '910000401', '103')), '23505 claim_costs_invoice_once', 'not for another hub either');
select is(pg_temp.outcome(pg_temp.claim(50, 101, 104, '910000402', '103')), 'done', 'the number of another supplier is another invoice');
select is(pg_temp.outcome(pg_temp.claim(50, 101, 104, null, null)), 'done', 'own hours have no invoice');
insert into trinn.claim_costs values (50, 101, 101, 8, 'fagpartner', '', null, null, 1);
select is(pg_temp.outcome($$ insert into trinn.claim_costs values (50, 101, 101, 9, 'fagpartner', '', null, null, 1) $$), 'done', 'as often as need be');
select is(pg_temp.outcome(pg_temp.claim(50, 101, 104, '910000401', null)), '23514 claim_costs_check', 'a supplier without a number is no evidence');

-- ---- grants

select is(pg_temp.outcome('update trinn.grants set remaining_ore = 0 where id = 104'), 'done', 'a grant may be used up');
select is(pg_temp.outcome('update trinn.grants set remaining_ore = -1 where id = 104'), '23514 grants_remaining', 'not overdrawn');
select is(pg_temp.outcome('update trinn.grants set remaining_ore = amount_ore + 1 where id = 104'), '23514 grants_remaining', 'nor more remain than was granted');
select is(pg_temp.outcome($$ insert into trinn.grants select r.* from trinn.grants g, jsonb_populate_record(g, '{"id": 9001}') r where g.id = 104 $$),
	'23505 grants_county_id_decision_id_key', 'a decision makes one grant');
select is(pg_temp.outcome($$ update trinn.claims set approved_ore = amount_ore + 1 where id = 101 $$), '23514 claims_check1', 'no more is approved than was claimed');
select is(pg_temp.outcome($$ update trinn.claims set approved_ore = 0 where id = 101 $$), '23514 claims_check1', 'to approve nothing is to reject');

-- ---- payments

create function pg_temp.pay(change jsonb) returns text language sql as $$
	select format('insert into trinn.payments select r.* from trinn.payments p, jsonb_populate_record(p, %L) r where p.id = 104', '{"id": 9001}' || change)
$$;
select is(pg_temp.outcome(pg_temp.pay('{"claim_id": 106, "reference": "x"}')), 'done', 'a claim is paid');
select is(pg_temp.outcome(pg_temp.pay('{"reference": "x"}')), '23505 payments_county_id_claim_id_key', 'once');
select is(pg_temp.outcome(pg_temp.pay('{"claim_id": 106}')), '23505 payments_county_id_reference_key', 'under a reference of its own');
select is(pg_temp.outcome(pg_temp.pay('{"claim_id": 106, "reference": "x", "list_id": 103}')), '23514 payments_listed', 'what is queued is in no list');
select is(pg_temp.outcome(pg_temp.pay('{"claim_id": 106, "reference": "x", "state": "exported"}')), '23514 payments_listed', 'what is exported is in one');

insert into trinn.payment_lists (id, county_id, number, payments, total_ore, made_by) values (9001, 50, 'a', 1, 1, t.person('finance')), (9002, 50, 'b', 1, 1, t.person('finance')),
	(9003, 18, 'a', 1, 1, t.person('finance-18'));
select is(t.trial('finance', $$ update trinn.payments set state = 'exported', list_id = 9003 where id = 104 $$), '23503 payments_county_id_list_id_fkey', 'of its own county');
select is(t.attempt('finance', $$ update trinn.payments set state = 'exported', list_id = 9001 where id = 104 $$), '1', 'a payment leaves in a list');
select is(t.trial('finance', $$ update trinn.payments set list_id = 9002 where id = 104 $$), 'TR500', 'and in no second one');
select is(t.trial('finance', $$ update trinn.payments set list_id = null where id = 104 $$), 'TR500', 'nor out of the first');
select is(t.trial('finance', $$ update trinn.payments set state = 'queued', list_id = null where id = 104 $$), 'TR500', 'nor back in the queue');
select is(t.trial('finance', $$ update trinn.payments set state = 'exported', list_id = 9002 where id = 104 $$), 'TR500', 'nor once more');
select is(t.trial('finance', $$ update trinn.payments set state = 'paid' where id = 104 $$), 'TR460', 'nor is it paid before it was sent');
select is(t.attempt('finance', $$ update trinn.payments set state = 'sent_unconfirmed' where id = 104 $$), '1', 'sent');
select is(t.trial('finance', $$ update trinn.payments set state = 'exported' where id = 104 $$), 'TR460', 'it is not sent again');
select is(t.trial('finance', $$ update trinn.payments set state = 'paid' where id = 104 $$), '23514 payments_paid', 'and not paid before the bank says so, to two persons');
select is(t.trial('finance', format('update trinn.payments set %s where id = 103', change)), 'TR500', 'what is paid stands: ' || change)
from unnest('{"state = ''queued''", "bank_reference = ''x''", "paid_on = ''2026-07-01''", "version = version + 1"}'::text[]) change;
select is(t.trial('finance', format('update trinn.payments set %s where id = 104', change)), '42501', 'what was released stands: ' || change)
from unnest('{"amount_ore = 1", "account = ''1''", "claim_id = 101", "reference = ''x''"}'::text[]) change;
select is(t.trial('finance', $$ insert into trinn.payment_lists (county_id, number, payments, total_ore, made_by) values (50, 'a', 1, 1, trinn.caller_person()) $$),
	'23505 payment_lists_county_id_number_key', 'a list has a number of its own');

-- ---- accounts: 103 is paid, 104 out, 9001 waits

do $$ begin execute pg_temp.pay('{"claim_id": 106, "reference": "x", "account": "1", "state": "queued", "list_id": null}'); end $$;
create function pg_temp.accounts() returns text language sql as $$
	select string_agg(right(account, 1) || case when account_replaced then ' replaced' else '' end, ', ' order by id) from trinn.payments where id in (103, 104, 9001)
$$;
create function pg_temp.give(id int, account text) returns text language sql as $$
	select t.attempt('caseworker', format('insert into trinn.bank_accounts (id, county_id, organisation_id, account, verified_how) values (%s, 50, 101, %L, ''x'')', id, account))
$$;
select is(pg_temp.accounts(), '3, 3, 3', 'a payment takes the account in force, whatever it is given');
select is(pg_temp.give(9001, '10000000001'), '1', 'an account is replaced');
select is(pg_temp.accounts(), '3, 3 replaced, 1', 'what waits goes to the new one, what is out says so, what is paid stands');
select results_eq($$ select object_id, detail->>'accountReplaced' from trinn.audit_events where case_kind = 'application' and action = 'change-account' order by object_id $$,
	$$ values (104::bigint, 'true'), (9001, 'false') $$, 'and their cases have it on record');
select is(pg_temp.give(9002, '12345678903'), '1', 'the former account comes back');
select is(pg_temp.accounts(), '3, 3, 3', 'and is that of all again');
select is_empty($$ select * from trinn.audit_faults(50) where case_kind = 'application' and case_id = 104 and fault <> 'rows of the case altered' $$, 'the trail holds');

select * from finish();
rollback;
