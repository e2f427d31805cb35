-- A share that one hand lets the firm off while another credits it, each in a session of its own: the second waits for what
-- becomes of the first, and of both one comes true. In a database of its own, as what is committed stays.
\set here :DBNAME
\c postgres
create database race template :"here";
\c race
select no_plan();

create function pg_temp.reset() returns void language plpgsql as $$
begin
	perform set_config('session_replication_role', 'replica', true);
	delete from trinn.copayment_entries where county_id = 50 and copayment_id = 100 and kind <> 'raise';
	update trinn.copayment_reliefs set aid_ore = 4200000, aid_checked_by = t.person('caseworker') where county_id = 50 and id = 100;
	update trinn.copayments set state = 'due', open_ore = 1200000, forgone_ore = 0, aid_ore = 3000000, settled_service_ore = null, settled_aid_ore = null
	where county_id = 50 and id = 100;
end $$;

-- Both look at nothing before they write.
create table movements (kind text, changes text);
insert into movements values
	('waive', $$ state = 'waived', forgone_ore = forgone_ore + 1200000, aid_ore = aid_ore + 1200000 $$),
	('credit', $$ state = 'credited', settled_service_ore = 0, settled_aid_ore = 0 $$);
create function pg_temp.move(what text) returns text language sql as $$
	select format('select t.attempt(''hub_signatory'', %L)', format('insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day,
			entered_by) values (50, 100, %L, 1200000, trinn.today(), trinn.caller_person());
		update trinn.copayments set open_ore = open_ore - 1200000, version = version + 1, %s where id = 100', kind, changes))
	from movements where kind = what
$$;

-- What became of the first, whether the second waited, and what became of it.
create function pg_temp.race(one text, other text, ends text) returns text language plpgsql as $$
declare
	first text;
	second text;
	waits int;
begin
	perform dblink_exec(name, 'begin') from unnest('{first,second}'::text[]) name;
	select * into first from dblink('first', pg_temp.move(one)) as d(outcome text);
	perform dblink_send_query('second', pg_temp.move(other));
	perform pg_sleep(0.2);
	waits := dblink_is_busy('second');
	perform dblink_exec('first', ends);
	select * into second from dblink_get_result('second') as d(outcome text);
	perform from dblink_get_result('second') as d(outcome text);
	perform dblink_exec('second', 'commit');
	return concat_ws(' ', first, waits, second);
end $$;

create function pg_temp.share() returns text language sql as $$
	select concat_ws(' ', c.state, c.open_ore, (select string_agg(kind, ',' order by kind) from trinn.copayment_entries e
		where e.county_id = 50 and e.copayment_id = 100)) from trinn.copayments c where c.county_id = 50 and c.id = 100
$$;

\ir ../support/falsehoods.sql
create function pg_temp.falsehoods_of_it() returns setof text language sql as $$
	select f from pg_temp.falsehoods() f where f like 'co-payment 100%'
$$;

select dblink_connect(name, format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database())) from unnest('{first,second}'::text[]) name;

select pg_temp.reset();
select is(pg_temp.race('waive', 'credit', 'commit'), '1 1 TR460', 'what is waived is not credited as well');
select is(pg_temp.share(), 'waived 0 raise,waive', 'and stays waived');
select is_empty('select * from pg_temp.falsehoods_of_it()', 'which is no falsehood');

select pg_temp.reset();
select is(pg_temp.race('credit', 'waive', 'commit'), '1 1 TR460', 'what is credited is not waived as well');
select is(pg_temp.share(), 'credited 0 credit,raise', 'and stays credited');
select is_empty('select * from pg_temp.falsehoods_of_it()', 'which is no falsehood');

select pg_temp.reset();
select is(pg_temp.race('waive', 'waive', 'commit'), '1 1 TR460', 'nor is it waived twice');
select pg_temp.reset();
select is(pg_temp.race('credit', 'credit', 'commit'), '1 1 23505 copayment_entries_credited_once', 'or credited twice');
select is(pg_temp.share(), 'credited 0 credit,raise', 'by two who ask at once');

select pg_temp.reset();
select is(pg_temp.race('waive', 'credit', 'rollback'), '1 1 1', 'what came to nothing stands in nobody''s way');
select is(pg_temp.share(), 'credited 0 credit,raise', 'and left nothing');
select is_empty('select * from pg_temp.falsehoods_of_it()', 'which is no falsehood');

select dblink_disconnect(name) from unnest('{first,second}'::text[]) name;
select * from finish();
\c postgres
drop database race;
