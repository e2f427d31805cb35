-- A release and a change of account take turns, so that no payment is made to an account that is gone.
begin;
select no_plan();

select dblink_connect(name, format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database())) from unnest('{release,change}'::text[]) name;
create temp table steps (name text, statement text);
insert into steps values
	('release', $$ with p as (insert into trinn.payments select r.* from trinn.payments p, jsonb_populate_record(p, '{"id": 9001, "claim_id": 106, "reference": "x"}') r where p.id = 104
		returning account) select account from p $$),
	('change', $$ with a as (insert into trinn.bank_accounts (id, county_id, organisation_id, account, verified_how) values (9001, 50, 101, '10000000001', 'x') returning account)
		select account from a $$);

create function pg_temp.waits(first text, second text) returns boolean language plpgsql as $$
declare
	busy boolean;
begin
	perform dblink_exec(name, 'begin; do $d$ begin perform t.act(''county_admin''); end $d$') from steps;
	perform * from dblink(first, (select statement from steps where name = first)) as t(a text);
	perform dblink_send_query(second, (select statement from steps where name = second)), pg_sleep(0.2);
	busy := dblink_is_busy(second) = 1;
	perform dblink_exec(first, 'rollback');
	perform * from dblink_get_result(second) as t(a text);
	perform * from dblink_get_result(second) as t(a text);
	perform dblink_exec(second, 'rollback');
	return busy;
end $$;
select ok(pg_temp.waits('release', 'change'), 'a change of account waits for a release under way');
select ok(pg_temp.waits('change', 'release'), 'a release waits for a change of account under way');
select dblink_disconnect(name) from steps;

select * from finish();
rollback;
