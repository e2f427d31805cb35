-- What stands on a case and what is posted of it move together, whoever writes.
begin;
select no_plan();

create function pg_temp.claim_row(p_amount bigint) returns bigint language sql as $$
	insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
	values (50, 101, 104, 104, (select max(number) + 1 from trinn.claims where grant_id = 104), 'part', '2026-01-01', '2026-01-31', '', p_amount, t.person('hub_signatory'));
	insert into trinn.claim_parts select county_id, applicant_id, application_id, grant_id, id, 1, amount_ore from trinn.claims order by id desc limit 1
	returning claim_id
$$;
create function pg_temp.take(p_amount bigint) returns void language sql as $$
	update trinn.grants set remaining_ore = remaining_ore - p_amount where id = 104;
	update trinn.grant_parts set remaining_ore = remaining_ore - p_amount where grant_id = 104;
$$;

create function pg_temp.at_end(as_whom text, statement text) returns text language plpgsql as $$
declare outcome text := 'done';
begin
	begin
		perform t.act(as_whom, null, 'jobs');
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
select is(pg_temp.at_end('hub_signatory', format('select trinn.post(''claim'', 500, 2026, %s, ''claim'', pg_temp.claim_row(100)); select pg_temp.take(%s)', posted, taken)), outcome, what)
from (values (100, 100, 'done', 'with both it is claimed'), (99, 100, 'TR500', 'not less is posted'), (100, 99, 'TR500', 'nor less taken')) v(posted, taken, outcome, what);
select is(pg_temp.at_end('hub_signatory', 'select pg_temp.take(1)'), 'TR500', 'nothing is taken of a grant without a claim');
select is(pg_temp.at_end('hub_signatory', 'update trinn.grants set remaining_ore = remaining_ore - 1 where id = 104'), 'TR500', 'nor of the whole without its parts');
select is(pg_temp.at_end('hub_signatory', 'update trinn.grant_parts set remaining_ore = remaining_ore - 1 where grant_id = 104'), 'TR500', 'nor of a part without the whole');
select is(pg_temp.at_end('hub_signatory', 'select trinn.post(''claim'', 500, 2026, 100, ''claim'', pg_temp.claim_row(100)), pg_temp.take(100);
	insert into trinn.claim_parts select county_id, applicant_id, application_id, grant_id, 101, 9, 0 from trinn.claims where id = 101'), '23503', 'a claim takes of parts of its grant');
select is(pg_temp.at_end('caseworker', 'update trinn.claims set state = ''rejected'' where id = 101'), 'TR500', 'no claim is rejected without giving back');
select is(pg_temp.at_end('releaser', 'update trinn.claims set state = ''released'', released_by = trinn.caller_person() where id = 105'), 'TR500', 'none released without its posting');
select is(pg_temp.at_end('secretary', 'update trinn.grants set amount_ore = amount_ore + 1, remaining_ore = remaining_ore + 1 where id = 104'), 'TR500', 'no grant grows');
select is(pg_temp.at_end('secretary', 'update trinn.grants set amount_ore = amount_ore + 1, remaining_ore = remaining_ore + 1 where id = 104;
	update trinn.grant_parts set amount_ore = amount_ore + 1, remaining_ore = remaining_ore + 1 where grant_id = 104'), 'TR500', 'not with its parts either, unless it is posted');
select is(pg_temp.at_end('releaser', 'update trinn.claim_parts set approved_ore = approved_ore - 1 where claim_id = 105'), 'TR500', 'what is approved of the parts comes to what is approved');
select is(pg_temp.at_end('releaser', 'insert into trinn.payments select r.* from trinn.payments p, jsonb_populate_record(p, ''{"id": 9001, "claim_id": 106, "reference": "x"}'') r where p.id = 104'),
	'TR500', 'nothing is paid that was not released');

create function pg_temp.paid(booked_on date, less int) returns text language sql as $$
	select format('insert into trinn.payment_lists (id, county_id, number, payments, total_ore, made_by) values (9001, 50, ''x'', 1, 1, trinn.caller_person());
		update trinn.payments set state = ''exported'', list_id = 9001 where id = 104;
		update trinn.payments set state = ''sent_unconfirmed'', bank_reference = ''x'', paid_on = ''2025-12-30'', registered_by = trinn.caller_person() where id = 104;
		set constraints all immediate;
		set constraints all deferred;
		select t.act(''finance-b'');
		select trinn.post(''pay'', 500, 2026, amount_ore - %s, ''payment'', id, %L) from trinn.payments where id = 104;
		update trinn.payments set state = ''paid'', confirmed_by = trinn.caller_person() where id = 104', less, booked_on)
$$;
select is(pg_temp.at_end('finance', pg_temp.paid(booked_on, less)), outcome, what)
from (values (date '2025-12-30', 0, 'done', 'what is paid is booked on the day the bank paid'), (date '2026-01-03', 0, 'TR500', 'not on the day it was confirmed'),
	(date '2025-12-30', 1, 'TR500', 'and all of it')) v(booked_on, less, outcome, what);

-- ---- money moves between lines and years

insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by) overriding system value
	values (9100, 50, 'money_move', 'x', '{}', t.person('county_admin'));
set local session_replication_role = replica;
insert into trinn.funding_lines select r.* from trinn.funding_lines l, jsonb_populate_record(l, '{"id": 502, "code": "annet"}') r where l.id = 500;
set local session_replication_role = origin;
create function pg_temp.moved(p_to text, p_posted text, p_amount text default '100') returns text language sql as $$
	select format('update trinn.setup_changes set state = ''approved'', target_id = 9001, decided_by = trinn.caller_person(), decided_at = now() where id = 9100;
		insert into trinn.money_moves (id, county_id, funding_line_id, year, to_line_id, to_year, amount_ore, resolution) overriding system value
			values (9001, 50, 500, 2026, %s, %s, ''FT 2'');
		%s', p_to, p_amount, p_posted)
$$;
create function pg_temp.posted(kind text, line int, year int, amount int default 100) returns text language sql as $$
	select format('select trinn.post(%L, %s, %s, %s, ''money_move'', 9001);', kind, line, year, amount)
$$;
create function pg_temp.all_posted() returns text language sql as $$ select 'select trinn.post_due(null, ''money_move'', 9001);' $$;
select is(pg_temp.at_end('decision_maker', pg_temp.moved(place, posted)), outcome, what)
from (values ('502, 2026', pg_temp.all_posted(), 'done', 'to another line'), ('500, 2027', pg_temp.all_posted(), 'done', 'to another year'),
	('null, null', pg_temp.all_posted(), 'done', 'or back to the budget'), ('500, 2026', pg_temp.all_posted(), '23514', 'not to where it is'),
	('180, 2026', pg_temp.all_posted(), '23503', 'not to another county'), ('502, null', pg_temp.all_posted(), '23514', 'not to a line of no year'),
	('502, 2026', '', 'TR500', 'not without its postings'), ('502, 2026', pg_temp.posted('transfer_out', 500, 2026), 'TR500', 'what leaves one comes to the other'),
	('502, 2026', pg_temp.posted('transfer_out', 500, 2026) || pg_temp.posted('transfer_in', 502, 2026, 99), 'TR500', 'all of it'),
	('502, 2026', pg_temp.posted('transfer_out', 500, 2026) || pg_temp.posted('transfer_in', 502, 2026, 101), 'TR500', 'and no more'),
	('null, null', pg_temp.posted('transfer_out', 500, 2026), 'TR500', 'what goes back to the budget goes nowhere else')) v(place, posted, outcome, what);
select is(pg_temp.at_end('decision_maker', pg_temp.moved('502, 2026', pg_temp.all_posted(), (balance_ore + more)::text)), outcome, what)
from trinn.balances, (values (0, 'done', 'all that is available'), (1, '23514', 'not one øre more')) v(more, outcome, what)
where county_id = 50 and funding_line_id = 500 and year = 2026 and account = 'available';
select is(pg_temp.at_end('county_admin', pg_temp.moved('502, 2026', pg_temp.all_posted())), 'TR460', 'an administrator does not put it into force');
select throws_ok('update trinn.money_moves set amount_ore = 1', 'TR500', null, 'a move stands');

-- With rows of moves as with their postings, the ledger agrees on each account, and over the county nothing came of it.
set local session_replication_role = replica;
insert into trinn.money_moves (id, county_id, funding_line_id, year, to_line_id, to_year, amount_ore, resolution) overriding system value
	values (9001, 50, 500, 2026, 502, 2027, 100, 'FT 2'), (9002, 50, 500, 2026, null, null, 50, 'FT 3');
set local session_replication_role = origin;
select t.act('decision_maker');
do $$ begin perform trinn.post_due(null, 'money_move', id) from unnest('{9001,9002}'::bigint[]) id; end $$;
select t.forget();
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'the ledger agrees with what was moved');
select results_eq($$ select funding_line_id, year, balance_ore from trinn.balances where county_id = 50 and account = 'transferred' order by 1 $$,
	$$ values (500::bigint, 2026, 100::bigint), (502, 2027, -100) $$, 'what left one line and year came to the other');

-- ---- two lines finance a grant, sixty to forty

set local session_replication_role = replica;
insert into trinn.funding_lines select r.* from trinn.funding_lines l, jsonb_populate_record(l, '{"id": 501, "code": "samspill"}') r where l.id = 500;
update trinn.grant_parts set share_bp = 6000, amount_ore = amount_ore - 100, remaining_ore = remaining_ore - 100 where grant_id = 104;
insert into trinn.grant_parts select r.* from trinn.grant_parts p, jsonb_populate_record(p, '{"position": 2, "funding_line_id": 501, "share_bp": 4000, "amount_ore": 100, "remaining_ore": 100}') r
	where p.grant_id = 104;
update trinn.postings set amount_ore = amount_ore - 100 where object_kind = 'grant' and object_id = 104;
insert into trinn.postings (county_id, funding_line_id, year, kind, from_account, to_account, amount_ore, object_kind, object_id, booked_on)
	values (50, 501, 2026, 'commit', 'available', 'committed', 100, 'grant', 104, '2026-03-01');
insert into trinn.balances values (50, 501, 2026, 'available', 0), (50, 501, 2026, 'committed', 100);
set local session_replication_role = origin;

-- A claim of 50 and what of it each part is said to pay, each line is posted, and each part is left less.
create function pg_temp.claimed(said int[], posted int[], taken int[]) returns text language sql as $$
	select format('insert into trinn.claims (id, county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
			overriding system value values (9001, 50, 101, 104, 104, 90, ''part'', ''2026-01-01'', ''2026-01-31'', '''', 50, trinn.caller_person());
		insert into trinn.claim_parts values (50, 101, 104, 104, 9001, 1, %s), (50, 101, 104, 104, 9001, 2, %s);
		update trinn.grants set remaining_ore = remaining_ore - 50 where id = 104;
		update trinn.grant_parts set remaining_ore = remaining_ore - (''%s''::int[])[position] where grant_id = 104;
		select trinn.post(''claim'', 499 + n::int, 2026, ore, ''claim'', 9001) from unnest(''%s''::int[]) with ordinality p(ore, n) where ore > 0', said[1], said[2], taken, posted)
$$;
select is(pg_temp.at_end('hub_signatory', pg_temp.claimed(said, posted, taken)), outcome, what)
from (values ('{30, 20}'::int[], '{30, 20}'::int[], '{30, 20}'::int[], 'done', 'each line pays its part of a claim'),
	('{50, 0}', '{50, 0}', '{50, 0}', 'done', 'or nothing of one'), ('{30, 21}', '{30, 21}', '{30, 20}', 'TR500', 'the parts come to the claim'),
	('{30, 20}', '{31, 19}', '{30, 20}', 'TR500', 'each line is posted what it pays'), ('{30, 20}', '{50, 0}', '{30, 20}', 'TR500', 'no line pays for another'),
	('{30, 20}', '{30, 20}', '{31, 19}', 'TR500', 'and each part is left what the claims did not take'),
	('{-51, 101}', '{0, 101}', '{-51, 101}', '23514', 'of none more is taken than is left')) v(said, posted, taken, outcome, what);

-- ---- a grant that ends gives back what nobody claimed, line by line

select is(pg_temp.at_end('system', 'update trinn.grants set state = ''lapsed'' where id = 105'), 'TR500', 'no grant lapses without giving back');
select is(pg_temp.at_end('system', 'update trinn.grants set state = ''lapsed'' where id = 105; select trinn.post(''release'', 500, 2026, 59999, ''grant'', 105)'), 'TR500',
	'not less than what is left');
select is(pg_temp.at_end('system', 'update trinn.grants set state = ''lapsed'' where id = 105; select trinn.post_due(''release'', ''grant'', 105)'), 'done', 'with it, it does');
create function pg_temp.committed() returns jsonb language sql as $$
	select jsonb_object_agg(funding_line_id, balance_ore) from trinn.balances where county_id = 50 and account = 'committed'
$$;
set local session_replication_role = replica;
update trinn.grants set state = 'settled' where id = 104;
set local session_replication_role = origin;
create temp table held as select pg_temp.committed() as lines;
select t.act('caseworker');
do $$ begin perform trinn.post_due('release', 'grant', 104); set constraints all immediate; set constraints all deferred; end $$;
select t.forget();
select is(pg_temp.committed(), (select jsonb_object_agg(p.funding_line_id, (h.lines->>p.funding_line_id::text)::bigint - p.remaining_ore)
	from trinn.grant_parts p, held h where p.grant_id = 104), 'each line gets back what is left of its part');
select is_empty('select * from trinn.ledger_faults where county_id = 50 and against = ''state''', 'and the ledger agrees');

select * from finish();
rollback;
