-- What stands on a case and what is posted of it move together, whoever writes.
begin;
select no_plan();

create function pg_temp.claim_row(p_amount bigint) returns bigint language sql as $$
	insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
	values (50, 101, 104, 104, (select max(number) + 1 from trinn.claims where grant_id = 104), 'part', '2026-01-01', '2026-01-31', '', p_amount, t.person('hub_signatory'))
	returning id
$$;

create function pg_temp.at_end(as_whom text, statement text) returns text language plpgsql as $$
declare outcome text := 'done';
begin
	begin
		perform t.act(as_whom);
		execute statement;
		set constraints all immediate;
		raise exception using errcode = 'TUNDO';
	exception
		when sqlstate 'TUNDO' then null;
		when others then outcome := sqlstate;
	end;
	perform t.forget();
	return outcome;
end $$;

select is(pg_temp.at_end('hub_signatory', 'select pg_temp.claim_row(100)'), 'TR500', 'no claim without its posting');
select is(pg_temp.at_end('hub_signatory', 'select trinn.post(''claim'', 500, 2026, 100, ''claim'', pg_temp.claim_row(100))'), 'TR500',
	'nor without taking it of the grant');
select is(pg_temp.at_end('hub_signatory', format('select trinn.post(''claim'', 500, 2026, %s, ''claim'', pg_temp.claim_row(100));
	update trinn.grants set remaining_ore = remaining_ore - %s where id = 104', posted, taken)), outcome, what)
from (values (100, 100, 'done', 'with both it is claimed'), (99, 100, 'TR500', 'not less is posted'), (100, 99, 'TR500', 'nor less taken')) v(posted, taken, outcome, what);
select is(pg_temp.at_end('hub_signatory', 'update trinn.grants set remaining_ore = remaining_ore - 1 where id = 104'), 'TR500', 'nothing is taken of a grant without a claim');
select is(pg_temp.at_end('caseworker', 'update trinn.claims set state = ''rejected'' where id = 101'), 'TR500', 'no claim is rejected without giving back');
select is(pg_temp.at_end('releaser', 'update trinn.claims set state = ''released'', released_by = trinn.caller_person() where id = 105'), 'TR500', 'none released without its posting');
select is(pg_temp.at_end('secretary', 'update trinn.grants set amount_ore = amount_ore + 1, remaining_ore = remaining_ore + 1 where id = 104'), 'TR500', 'no grant grows');
select is(pg_temp.at_end('releaser', 'insert into trinn.payments select r.* from trinn.payments p, jsonb_populate_record(p, ''{"id": 9001, "claim_id": 106, "reference": "x"}'') r where p.id = 104'),
	'TR500', 'nothing is paid that was not released');

create function pg_temp.paid(booked_on date, posting text) returns text language sql as $$
	select format('insert into trinn.payment_lists (id, county_id, number, payments, total_ore, made_by) values (9001, 50, ''x'', 1, 1, trinn.caller_person());
		update trinn.payments set state = ''exported'', list_id = 9001 where id = 104;
		update trinn.payments set state = ''sent_unconfirmed'', bank_reference = ''x'', paid_on = ''2025-12-30'', registered_by = trinn.caller_person() where id = 104;
		set constraints all immediate;
		set constraints all deferred;
		select t.act(''finance-b'');
		with p as (select trinn.post(''pay'', funding_line_id, year, amount_ore, ''payment'', id, %L) as made from trinn.payments where id = 104)
			update trinn.payments set state = ''paid'', confirmed_by = trinn.caller_person(), paid_posting_id = %s from p where id = 104', booked_on, posting)
$$;
select is(pg_temp.at_end('finance', pg_temp.paid(booked_on, posting)), outcome, what)
from (values (date '2025-12-30', 'made', 'done', 'what is paid is booked on the day the bank paid'), (date '2026-01-03', 'made', 'TR500', 'not on the day it was confirmed'),
	(date '2025-12-30', 'made - 1', 'TR500', 'and names that posting')) v(booked_on, posting, outcome, what);

select * from finish();
rollback;
