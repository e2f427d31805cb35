-- Numbers people read have no gaps, per county, series and year.
begin;
select no_plan();

create function pg_temp.number(n int) returns text language sql stable as $$ select extract(year from trinn.today()) || '/' || lpad(n::text, 5, '0') $$;

select t.act('caseworker');
select is(trinn.next_number('journal'), pg_temp.number(1), 'a series begins with one');
select is(trinn.next_number('journal'), pg_temp.number(2), 'and goes on');
select is(trinn.next_number('list'), pg_temp.number(1), 'each series has its own');
savepoint s;
select is(trinn.next_number('journal'), pg_temp.number(3), 'a number is taken');
rollback to s;
select is(trinn.next_number('journal'), pg_temp.number(3), 'what is rolled back gives its number back');
update trinn.number_series set last = 99999 where county_id = 50 and series = 'journal';
select is(trinn.next_number('journal'), extract(year from trinn.today()) || '/100000', 'and none is cut short');
select t.act('caseworker-18');
select is(trinn.next_number('journal'), pg_temp.number(1), 'each county has its own');

select dblink_connect(name, format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database())) from unnest('{first,second}'::text[]) name;
select dblink_exec(name, 'begin') from unnest('{first,second}'::text[]) name;
select is((select n from dblink('first', $$ select t.act('finance'), trinn.next_number('wait') $$) as t(a text, n text)), pg_temp.number(1), 'one takes a number');
select dblink_send_query('second', $$ select t.act('finance'), trinn.next_number('wait') $$);
select pg_sleep(0.2);
select is(dblink_is_busy('second'), 1, 'the next waits to see whether it is used');
select dblink_exec('first', 'rollback');
select is((select n from dblink_get_result('second') as t(a text, n text)), pg_temp.number(1), 'and takes it if not');
select dblink_disconnect(name) from unnest('{first,second}'::text[]) name;

select * from finish();
rollback;
