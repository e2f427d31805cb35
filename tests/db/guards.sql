-- What a decision looked at has not changed, and what it changes is what it meant.
begin;
select no_plan();

create function pg_temp.lock(guards text) returns text language sql as $$ select format('select trinn.lock_guards(%L)', guards) $$;
create function pg_temp.version(app bigint) returns bigint language sql as $$ select version from trinn.guards where county_id = 50 and kind = 'application' and id = app $$;

-- As if nothing had touched them since.
update trinn.guards set version = 1 where county_id = 50 and kind = 'application' and id in (104, 105);

select t.act('caseworker');
select lives_ok(pg_temp.lock('[["application", 103, 1, true], ["application", 104, 1, false]]'), 'guards with the versions loaded are locked');
select is(pg_temp.version(103), 2::bigint, 'a changed one gets a new version');
select is(pg_temp.version(104), 1::bigint, 'one only looked at does not');
select throws_ok(pg_temp.lock('[["application", 103, 1, true]]'), 'TR412', null, 'a stale version to be changed is refused');
select throws_ok(pg_temp.lock('[["application", 103, 1, false]]'), 'TR412', null, 'a stale version looked at is refused');
select throws_ok(pg_temp.lock('[["application", 105, 1, true], ["application", 103, 1, false]]'), 'TR412', null, 'one stale guard refuses all');
select is(pg_temp.version(105), 1::bigint, 'and changes none');
select throws_ok(pg_temp.lock('[["application", 999, 1, false]]'), 'TR412', null, 'a missing guard is refused');
select throws_ok(pg_temp.lock('[["application", 999, null, false]]'), 'TR412', null, 'also when none was loaded');
select throws_ok(pg_temp.lock('[["application", 403, 1, false]]'), 'TR412', null, 'another county''s guard is a missing one');
select throws_ok(pg_temp.lock('[["application", 104, 1, true], ["application", 104, 1, true]]'), 'TR412', null, 'a guard is locked once');
select lives_ok(pg_temp.lock('[]'), 'no guard is no trouble');
update trinn.guards set version = -3 where county_id = 50 and kind = 'application' and id = 105;
select throws_ok(pg_temp.lock('[["application", 105, -3, true]]'), 'TR410', null, 'of a case that is destroyed nothing changes');
select throws_ok(pg_temp.lock('[["application", 105, null, true]]'), 'TR410', null, 'whichever version was loaded');
select lives_ok(pg_temp.lock('[["application", 105, -3, false]]'), 'it is looked at as others are');
update trinn.guards set version = 1 where county_id = 50 and kind = 'application' and id = 105;

-- ---- order: 102 is taken before 103, however they are named, so that two writers never wait for each other

select dblink_connect(name, format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database())) from unnest('{first,second}'::text[]) name;
select dblink_exec(name, 'begin') from unnest('{first,second}'::text[]) name;
select * from dblink('first', $$ select t.act('caseworker'), trinn.lock_guards('[["application", 202, 1, true]]') $$) as t(a text, b text);
select * from dblink('second', $$ select t.act('caseworker') $$) as t(a text);
select dblink_send_query('second', $$ select trinn.lock_guards('[["application", 203, 1, true], ["application", 202, 1, true]]') $$);
select pg_sleep(0.2);
select is(dblink_is_busy('second'), 1, 'a writer waits for the one before it');
savepoint s;
select lives_ok($$ select from trinn.guards where county_id = 50 and kind = 'application' and id = 203 for update nowait $$,
	'and holds none that comes after');
rollback to s;
select dblink_exec('first', 'rollback');
select is((select count(*) from dblink_get_result('second') as t(x text)), 1::bigint, 'then it has its turn');
select * from dblink_get_result('second') as t(x text);
select dblink_exec('second', 'rollback');

-- ---- strength

select dblink_exec('first', 'begin');
select * from dblink('first', $$ select t.act('caseworker'), trinn.lock_guards('[["application", 302, 1, false]]') $$) as t(a text, b text);
select lives_ok($$ select from trinn.guards where county_id = 50 and kind = 'application' and id = 302 for share nowait $$, 'two may look at one thing');
select throws_ok($$ select from trinn.guards where county_id = 50 and kind = 'application' and id = 302 for update nowait $$, '55P03', null,
	'nobody changes what another looks at');
select dblink_exec('first', 'rollback');
select dblink_disconnect(name) from unnest('{first,second}'::text[]) name;

-- ---- whose case

select is((select organisation_id from trinn.guards where county_id = 50 and kind = 'application' and id = 104), 101::bigint, 'a case is its applicant''s');
select is((select organisation_id from trinn.guards where county_id = 50 and kind = 'programme'), null, 'a programme is the county''s own');
select t.act('caseworker');
select throws_ok($$ select trinn.new_guard('application', 104) $$, '23505', null, 'a case has one guard');

-- ---- exactly the rows expected

select lives_ok($$ select trinn.exactly(1, 1, 'grant') $$, 'one row where one was meant');
select throws_ok($$ select trinn.exactly(1, 0, 'grant') $$, 'TR412', 'grant touched 0 rows, not 1', 'no row is no change');
select throws_ok($$ select trinn.exactly(1, 2, 'grant') $$, 'TR412', null, 'two are too many');
select throws_ok($$ select trinn.exactly(1, null, 'grant') $$, 'TR412', null, 'an unknown number is not one');

select * from finish();
rollback;
