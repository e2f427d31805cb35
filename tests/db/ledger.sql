-- Money moves in balanced postings, by those whose posting it is, and never below nothing.
begin;
select no_plan();

create function pg_temp.balance(p_account text) returns bigint language sql
	as $$ select balance_ore from trinn.balances where county_id = 50 and funding_line_id = 500 and year = 2026 and account = p_account $$;

-- ---- one posting

create temp table before as select account, balance_ore from trinn.balances where county_id = 50;
select t.act('decision_maker');
select lives_ok($$ select trinn.post('commit', 500, 2026, 700, 'grant', 1) $$, 'a decision-maker commits');
select is(pg_temp.balance('available'), (select balance_ore - 700 from before where account = 'available'), 'what was available is less by it');
select is(pg_temp.balance('committed'), (select balance_ore + 700 from before where account = 'committed'), 'and what is committed more');
select results_eq($$ select account, amount_ore from trinn.ledger_entries where object_kind = 'grant' and object_id = 1 order by amount_ore $$,
	$$ values ('available', -700::bigint), ('committed', 700) $$, 'in two entries that sum to nothing');
select is((select booked_on from trinn.postings where object_kind = 'grant' and object_id = 1), trinn.today(), 'that count for the day they are made');
select lives_ok($$ select trinn.post('commit', 500, 2026, 100, 'grant', 3, '2025-12-30') $$, 'unless another day is said');
select is((select (booked_on, posted_at::date) from trinn.postings where object_kind = 'grant' and object_id = 3), (date '2025-12-30', now()::date), 'which is kept beside it');
select is((select posted_by from trinn.postings where object_kind = 'grant' and object_id = 1), t.person('decision_maker'), 'with the caller''s name');

select is(t.trial('decision_maker', format($$ select trinn.post('commit', 500, 2026, %s, 'grant', 2) $$, pg_temp.balance('available'))), '1', 'all that is available may go');
select is(t.trial('decision_maker', format($$ select trinn.post('commit', 500, 2026, %s, 'grant', 2) $$, pg_temp.balance('available') + 1)),
	'23514 balances_not_negative', 'not one øre more');
select is(t.trial('decision_maker', $$ select trinn.post('commit', 500, 2031, 1, 'grant', 2) $$), '23514 balances_not_negative', 'nothing of a year without money');
select is(t.trial('county_admin', $$ select trinn.post('appropriate', 500, 2031, 1, 'appropriation', 2) $$), '1', 'money comes from outside the ledger');
select is(t.trial('decision_maker', $$ select trinn.post('commit', 180, 2026, 1, 'grant', 2) $$), '23503 postings_county_id_funding_line_id_fkey', 'no other county''s line');
select is(t.trial('decision_maker', format($$ select trinn.post('commit', 500, 2026, %s, 'grant', 2) $$, amount)), '23514 postings_amount_ore_check', 'no posting of ' || amount)
from unnest('{0,-1}'::int[]) amount;

select is(t.trial('decision_maker', $$ select trinn.post('commit', 500, 2026, 1, 'grant', 104) $$), '23505 postings_once', 'nothing is posted twice');

-- ---- by whom, written by hand

create temp table posters (kind text, roles text[]);
insert into posters values
	('appropriate', '{county_admin}'), ('withdraw', '{decision_maker}'), ('transfer_out', '{decision_maker}'), ('transfer_in', '{decision_maker}'),
	('lapse', '{decision_maker}'), ('carry_out', '{decision_maker}'), ('carry_in', '{decision_maker}'), ('reserve', '{caseworker}'),
	('unreserve', '{caseworker,decision_maker,secretary,hub_signatory,firm,system}'), ('offset', '{releaser}'), ('unoffset', '{releaser,finance,system}'),
	('reclaim', '{decision_maker}'), ('raise_again', '{decision_maker}'), ('interest', '{decision_maker,system}'), ('receive', '{finance,system}'),
	('unreceive', '{finance,system}'), ('set_off', '{releaser}'), ('waive_recovery', '{decision_maker}'), ('regrant', '{decision_maker}'), ('release', '{decision_maker,secretary,caseworker,hub_signatory,firm,system}'), ('commit', '{decision_maker,secretary}'), ('raise', '{decision_maker,secretary}'), ('lower', '{decision_maker,secretary}'), ('claim', '{hub_signatory,firm}'), ('reduce_claim', '{releaser}'),
	('reject_claim', '{caseworker}'), ('approve', '{releaser}'), ('pay', '{finance}');
select set_eq('select kind from trinn.posting_kinds', 'select kind from posters', 'every kind of posting is tried here');
create temp table empty as select account from trinn.ledger_accounts where account not in (select account from before);
insert into trinn.balances select 50, 500, 2026, account, 1, may_be_negative from empty join trinn.ledger_accounts using (account);
select is(t.trial(r.role, format('select trinn.post(%L, 500, 2026, 1, %L, 3)', p.kind, 'x')), case when r.role = any (p.roles) then '1' else 'TR403' end,
	r.role || case when r.role = any (p.roles) then ' posts ' else ' does not post ' end || p.kind)
from trinn.roles r, posters p;
delete from trinn.balances where county_id = 50 and funding_line_id = 500 and account in (select account from empty);
select is(t.trial('finance', $$ select trinn.post('invent', 500, 2026, 1, 'x', 3) $$), 'TR403', 'there is no other kind');
select is(t.trial('finance', $$ select trinn.move_balance(500, 2026, 'available', 1) $$), '42501', 'a balance moves with a posting only');
select throws_ok($$ insert into trinn.balances values (50, 500, 2040, 'paid', -1, true) $$, '23503', null, 'nor may one be below nothing that is no source of money');
select throws_ok($$ insert into trinn.postings (county_id, funding_line_id, year, kind, from_account, to_account, amount_ore, object_kind, object_id, booked_on)
	values (50, 500, 2026, 'pay', 'available', 'paid', 1, 'x', 3, '2026-06-01') $$, '23503', null, 'a posting goes between the accounts of its kind');
select is(t.trial('finance', $$ update trinn.balances set balance_ore = 0 $$), '42501', 'and is nobody''s to set');

-- ---- faults are found, by those who see the ledger

select t.forget();
select set_eq($$ select account from trinn.ledger_faults where county_id = 50 $$, $$ values ('committed') $$, 'a posting without its grant is a fault');
update trinn.grants set amount_ore = amount_ore + 800, remaining_ore = remaining_ore + 800 where id = 104;
update trinn.grant_parts set amount_ore = amount_ore + 800, remaining_ore = remaining_ore + 800 where grant_id = 104;
set constraints all immediate;
set constraints all deferred;
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'with it there is none');
select is(t.trial(role, 'select from trinn.ledger_faults'), '0', role || ' sees no fault where there is none') from trinn.roles;

create function pg_temp.fault(statement text) returns text language plpgsql as $$
declare found text;
begin
	set local session_replication_role = replica;
	execute statement;
	set local session_replication_role = origin;
	select string_agg(against || ' ' || account, ',' order by against, account) into found from trinn.ledger_faults where county_id = 50;
	raise exception using errcode = 'TUNDO';
exception when sqlstate 'TUNDO' then
	return found;
end $$;
select is(pg_temp.fault($$ update trinn.balances set balance_ore = balance_ore + 1 where county_id = 50 and account = 'available' $$), 'balance available',
	'a balance altered is found');
select is(pg_temp.fault($$ delete from trinn.balances where county_id = 50 and account = 'paid' $$), 'balance paid', 'a balance lost is found');
select is(pg_temp.fault($$ delete from trinn.postings where county_id = 50 and kind = 'pay' and object_id = 103 $$), 'balance approved,balance paid,state approved,state paid',
	'a posting lost is found');
select is(pg_temp.fault($$ update trinn.postings set amount_ore = amount_ore + 1 where county_id = 50 and kind = 'pay' and object_id = 103 $$),
	'balance approved,balance paid,state approved,state paid', 'a posting altered is found');
select is(pg_temp.fault($$ update trinn.grants set remaining_ore = remaining_ore - 1 where id = 104 $$), 'whole committed', 'a grant altered is found');
select is(pg_temp.fault($$ update trinn.claims set amount_ore = amount_ore + 1 where id = 101 $$), 'whole claimed', 'a claim altered is found');
select is(pg_temp.fault($$ update trinn.grant_parts set remaining_ore = remaining_ore - 1 where grant_id = 104 $$), 'state committed,whole committed',
	'a part of a grant altered is found');
select is(pg_temp.fault($$ update trinn.claim_parts set amount_ore = amount_ore + 1 where claim_id = 101 $$), 'state claimed,whole claimed', 'and one of a claim');
select is(pg_temp.fault($$ delete from trinn.claim_parts where claim_id = 104 $$), 'state approved,whole approved,whole claimed', 'and one that is lost');
select is(pg_temp.fault($$ update trinn.postings set booked_on = booked_on + 31 where county_id = 50 and kind = 'pay' and object_id = 103 $$),
	'report paid,report paid', 'a day altered in the ledger is found, where it was and where it is');
select is(pg_temp.fault($$ update trinn.payments set paid_on = paid_on + 1 where id = 103 $$), 'report paid,report paid', 'a day altered in the report is found');
select is(pg_temp.fault($$ update trinn.payments set amount_ore = amount_ore + 1 where id = 103 $$), 'whole paid', 'a payment altered is found');
select is(pg_temp.fault($$ delete from trinn.payments where id = 104 $$), 'state approved', 'a payment lost is found');
select is(pg_temp.fault($$ delete from trinn.appropriations where county_id = 50 $$), 'state appropriated', 'an appropriation lost is found');

-- ---- two first postings at once

select dblink_connect(name, format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database())) from unnest('{first,second}'::text[]) name;
select dblink_exec(name, 'begin') from unnest('{first,second}'::text[]) name;
create function pg_temp.appropriate(amount bigint) returns text language sql as $f$
	select format($$ with a as (insert into trinn.appropriations (county_id, funding_line_id, year, amount_ore, resolution) values (18, 180, 2030, %1$s, 'x'))
		select t.act('county_admin-18'), trinn.post('appropriate', 180, 2030, %1$s, 'appropriation', %1$s) $$, amount)
$f$;
select * from dblink('first', pg_temp.appropriate(1000)) as t(a text, b bigint);
select dblink_send_query('second', pg_temp.appropriate(500));
select pg_sleep(0.2);
select * from dblink('first', 'select t.forget()') as t(a text);
select dblink_exec('first', 'commit');
select is((select count(*) from dblink_get_result('second', false) as t(a text, b bigint)), 1::bigint, 'the first posting on an account waits for another first one');
select * from dblink_get_result('second') as t(a text, b bigint);
select * from dblink('second', 'select t.forget()') as t(a text);
select dblink_exec('second', 'commit');
select is((select balance_ore from trinn.balances where county_id = 18 and year = 2030 and account = 'available'), 1500::bigint, 'and both count');
select dblink_disconnect(name) from unnest('{first,second}'::text[]) name;

-- ---- two hundred postings at random, each with the change of state it belongs to

create function pg_temp.claim_row(p_amount bigint) returns bigint language sql as $$
	insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
	values (50, 101, 104, 104, (select max(number) + 1 from trinn.claims where grant_id = 104), 'part', '2026-01-01', '2026-01-31', '', p_amount, t.person('hub_signatory'));
	insert into trinn.claim_parts select county_id, applicant_id, application_id, grant_id, id, 1, amount_ore from trinn.claims order by id desc limit 1
	returning claim_id
$$;
create function pg_temp.payment_row(c trinn.claims, p_amount bigint) returns void language sql as $$
	insert into trinn.payments (county_id, applicant_id, application_id, grant_id, claim_id, programme_id, year, stages, reference, amount_ore, account)
	values (50, 101, 104, 104, c.id, 500, 2026, '{1}', 'P' || c.id, p_amount, '12345678903')
$$;

create function pg_temp.step(n int, kind text, amount bigint) returns void language plpgsql as $$
declare
	c trinn.claims;
	p trinn.payments;
begin
	if kind = 'appropriate' then
		perform t.act('county_admin'), trinn.post(kind, 500, 2026, amount, 'round', n);
		perform t.forget();
		insert into trinn.appropriations (county_id, funding_line_id, year, amount_ore, resolution) values (50, 500, 2026, amount, 'x');
	elsif kind = 'commit' then
		perform t.act('secretary'), trinn.post(kind, 500, 2026, amount, 'round', n);
		update trinn.grants set amount_ore = amount_ore + amount, remaining_ore = remaining_ore + amount where id = 104;
		update trinn.grant_parts set amount_ore = amount_ore + amount, remaining_ore = remaining_ore + amount where grant_id = 104;
	elsif kind = 'claim' then
		perform t.act('hub_signatory');
		update trinn.grants set remaining_ore = remaining_ore - amount where id = 104;
		update trinn.grant_parts set remaining_ore = remaining_ore - amount where grant_id = 104;
		perform trinn.post(kind, 500, 2026, amount, 'claim', pg_temp.claim_row(amount));
	elsif kind in ('reject', 'approve') then
		select * into c from trinn.claims where grant_id = 104 and state = 'submitted' order by random() limit 1;
		if not found then
			return;
		end if;
		if kind = 'reject' then
			amount := c.amount_ore;
			perform t.act('caseworker'), trinn.post('reject_claim', 500, 2026, amount, 'claim', c.id);
			update trinn.claims set state = 'rejected' where id = c.id;
		else
			amount := floor(random() * c.amount_ore);
			perform t.act('caseworker');
			update trinn.claims set state = 'reviewed', approved_ore = amount_ore - amount, reviewed_by = trinn.caller_person() where id = c.id;
			update trinn.claim_parts set approved_ore = amount_ore - amount where claim_id = c.id;
			perform t.act('attestant');
			update trinn.claims set state = 'attested', attested_by = trinn.caller_person() where id = c.id;
			perform t.act('releaser');
			update trinn.claims set state = 'released', released_by = trinn.caller_person() where id = c.id;
			if amount > 0 then
				perform trinn.post('reduce_claim', 500, 2026, amount, 'claim', c.id);
			end if;
			perform trinn.post('approve', 500, 2026, c.amount_ore - amount, 'claim', c.id), pg_temp.payment_row(c, c.amount_ore - amount);
		end if;
		update trinn.grants set remaining_ore = remaining_ore + amount where id = 104;
		update trinn.grant_parts set remaining_ore = remaining_ore + amount where grant_id = 104;
	else
		select * into p from trinn.payments where grant_id = 104 and state = 'queued' order by random() limit 1;
		if not found then
			return;
		end if;
		perform t.act('finance'), trinn.post('pay', 500, 2026, p.amount_ore, 'payment', p.id, '2026-06-01');
		set local session_replication_role = replica;
		update trinn.payments set state = 'paid', list_id = 103, bank_reference = 'x', paid_on = '2026-06-01', registered_by = t.person('finance'),
			confirmed_by = t.person('finance-b') where id = p.id;
		set local session_replication_role = origin;
	end if;
end $$;

create temp table rounds (n int, kind text, amount bigint, refused text, entries numeric, faults bigint, lowest bigint);
create function pg_temp.play(seed double precision) returns void language plpgsql as $$
declare
	kind text;
	amount bigint;
	refused text;
begin
	perform setseed(seed);
	for n in 1 .. 200 loop
		kind := (array['appropriate', 'commit', 'commit', 'claim', 'claim', 'claim', 'reject', 'approve', 'approve', 'pay', 'pay'])[1 + floor(random() * 11)];
		-- Mostly little, sometimes more than there is.
		amount := 1 + floor(random() ^ 3 * 1.5 * case when kind = 'claim' then (select remaining_ore from trinn.grants where id = 104) else pg_temp.balance('available') end);
		refused := null;
		begin
			perform pg_temp.step(n, kind, amount);
		exception when check_violation then
			get stacked diagnostics refused = constraint_name;
		end;
		perform t.forget();
		insert into rounds select n, kind, amount, refused, (select sum(amount_ore) from trinn.ledger_entries where county_id = 50),
			(select count(*) from trinn.ledger_faults where county_id = 50),
			(select min(balance_ore) from trinn.balances where county_id = 50 and not may_be_negative);
	end loop;
end $$;

select set_config('trinn_test.seed', (random() * 2 - 1)::text, true);
select pg_temp.play(current_setting('trinn_test.seed')::double precision);
select diag('seed ' || current_setting('trinn_test.seed')) from rounds where entries <> 0 or faults <> 0 or lowest < 0 limit 1;
select is_empty('select * from rounds where entries <> 0', 'entries sum to nothing after each of 200 random rounds');
select is_empty('select * from rounds where faults <> 0', 'and agree with balances and state tables');
select is_empty('select * from rounds where lowest < 0', 'and no balance is below nothing');
select is_empty($$ select refused from rounds where refused not in ('balances_not_negative', 'grants_remaining') $$, 'too much is refused as that');
select cmp_ok((select count(*) from rounds where refused is null), '>', 30::bigint, 'many were posted');
select cmp_ok((select count(*) from rounds where refused is not null), '>', 0::bigint, 'and some refused');

select * from finish();
rollback;
