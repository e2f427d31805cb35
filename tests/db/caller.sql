-- Who is calling: verified against the rows of this moment, known for one transaction.
begin;
select no_plan();

create function pg_temp.call(iss text, subject text, act_as text default null, roles text[] default null, scope text default null) returns text
	language sql as $$ select format('select trinn.set_caller(%L, %L, %L, %L, %L)', iss, subject, act_as, roles, scope) $$;
create function pg_temp.dev(subject text, act_as text default null, roles text[] default null, scope text default null) returns text
	language sql as $$ select pg_temp.call('https://dev.test', subject, act_as, roles, scope) $$;

-- ---- for one transaction

select dblink_connect('api', format('host=%s dbname=%s user=trinn_api', current_setting('unix_socket_directories'), current_database()));
select dblink_exec('api', 'begin');
select * from dblink('api', pg_temp.dev('caseworker')) as t(x text);
select is((select n from dblink('api', 'select count(*) from trinn.applications') as t(n int)), 12, 'a caller sees in its transaction');
select dblink_exec('api', 'commit');
select is((select n from dblink('api', 'select count(*) from trinn.applications') as t(n int)), 0, 'and is gone after it');
select is((select c from dblink('api', 'select trinn.caller_county()') as t(c int)), null, 'the settings left behind read as no caller');
select * from dblink('api', pg_temp.dev('caseworker')) as t(x text);
select is((select n from dblink('api', 'select count(*) from trinn.applications') as t(n int)), 0, 'a transaction of one statement ends with it');
select throws_ok($$ select dblink_exec('api', 'set role trinn_owner') $$, '42501', null, 'the daemon cannot become another role');
select dblink_disconnect('api');

-- ---- no caller

select is_empty($$
	select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
	where c.table_schema = 'trinn' and c.column_name = 'county_id' and t.trial(null, format('select from trinn.%I', c.table_name)) not in ('0', '42501')
$$, 'without a caller no row of any county is seen');
select is(t.trial(null, 'select from trinn.persons'), '0', 'nor a person');
select is(t.trial(null, 'select from trinn.organisations'), '0', 'nor an organisation');
select is((select trinn.person_name(t.person('caseworker'))), null, 'nor a name told');
select is(t.trial(null, $$ insert into trinn.outbox (county_id, topic, object_kind, object_id, content) values (50, 'x', 'x', 1, '{}') $$), '42501',
	'and nothing can be written');

-- ---- who it becomes

select throws_ok($$ select trinn.set_caller('https://dev.test', 'hub_signatory', null, null, null, true) $$, 'TR401', null,
	'a client that is called as a person is not that person');

select lives_ok(pg_temp.dev('hub_signatory'), 'a known subject with one role needs to say nothing');
select is((select array[trinn.caller_county()::text, trinn.caller_org()::text, trinn.caller_role(), trinn.caller_kind(), trinn.caller_person()::text]),
	array['50', '101', 'hub_signatory', 'hub', t.person('hub_signatory')::text], 'the caller is what the rows say');
select is((select trinn.caller_principal()), (select id from trinn.principals where subject = 'hub_signatory' and issuer_id = 1), 'by this token');
select is((select trinn.caller_assignment()), (select id from trinn.role_assignments where person_id = t.person('hub_signatory')), 'in this assignment');

select t.forget();
select throws_ok(pg_temp.dev('ghost'), 'TR401', null, 'an unknown subject is nobody');
select throws_ok(pg_temp.call('https://county.test', 'caseworker'), 'TR401', null, 'a subject is known by its own issuer only');
select throws_ok(pg_temp.call('https://DEV.test', 'caseworker'), 'TR401', null, 'issuers are compared byte for byte');
select throws_ok(pg_temp.call('https://dev.test', 'Caseworker'), 'TR401', null, 'and so are subjects');
select throws_ok(pg_temp.dev('caseworker', roles => '{decision_maker,secretary}'), 'TR403', null, 'a role the operation does not allow is refused');
select throws_ok(pg_temp.dev('caseworker', roles => '{}'), 'TR403', null, 'an operation that allows no role refuses all');
select lives_ok(pg_temp.dev('caseworker', roles => '{caseworker}'), 'a role it allows is not');
select throws_ok(pg_temp.dev('caseworker', 'decision_maker'), 'TR403', null, 'nobody acts in a role not held');
select throws_ok(pg_temp.dev('hub_editor', 'hub_editor@910000102'), 'TR403', null, 'nor for an organisation not served');
select t.forget();
select throws_ok(pg_temp.dev('caseworker', 'x'), 'TR403', null, 'nor in no role');
select is((select trinn.caller_county()), null, 'whoever is refused is nobody');

-- ---- the assignment's time

update trinn.role_assignments set valid_to = trinn.today() - 1 where person_id = t.person('caseworker-b');
select throws_ok(pg_temp.dev('caseworker-b'), 'TR403', null, 'an assignment that ended yesterday is over');
update trinn.role_assignments set valid_to = trinn.today() where person_id = t.person('caseworker-b');
select lives_ok(pg_temp.dev('caseworker-b'), 'one that ends today is not');
update trinn.role_assignments set valid_from = trinn.today() + 1, valid_to = null where person_id = t.person('caseworker-b');
select throws_ok(pg_temp.dev('caseworker-b'), 'TR403', null, 'one that begins tomorrow has not begun');

-- ---- several assignments

select throws_ok(pg_temp.dev('two-hats'), 'TR400', null, 'who holds two roles says which');
select t.act('two-hats', 'attestant');
select is((select trinn.caller_role()), 'attestant', 'by role');
select t.act('two-hats', 'caseworker@817920632');
select is((select trinn.caller_role()), 'caseworker', 'by role and organisation');
select t.act('two-hats', (select id::text from trinn.role_assignments where person_id = t.person('two-hats') and role = 'attestant'));
select is((select trinn.caller_role()), 'attestant', 'or by assignment');
select lives_ok(pg_temp.dev('two-hats', roles => '{caseworker}'), 'where the operation leaves one, that is it');
select is((select trinn.caller_role()), 'caseworker', 'which it is');

-- ---- what the issuer may speak for

select throws_ok(pg_temp.call('https://business.test', 'caseworker@business'), 'TR403', null, 'an issuer of businesses does not speak for the county''s people');
select throws_ok(pg_temp.call('https://county.test', 'caseworker-18@entra'), 'TR403', null, 'an issuer of one county does not speak in another');
select lives_ok(pg_temp.call('https://county.test', 'caseworker@entra'), 'it does in its own');
select is((select trinn.caller_person()), t.person('caseworker'), 'two tokens of one human are one person');
select isnt((select trinn.caller_principal()), (select id from trinn.principals where subject = 'caseworker' and issuer_id = 1), 'though two subjects');

update trinn.issuers set county_ids = '{18}' where iss = 'https://county.test';
select throws_ok(pg_temp.call('https://county.test', 'caseworker@entra'), 'TR403', null, 'what an issuer may no longer do its tokens may no more at once');
update trinn.issuers set county_ids = '{50}', kinds = '{hub}' where iss = 'https://county.test';
select throws_ok(pg_temp.call('https://county.test', 'caseworker@entra'), 'TR403', null, 'nor for a kind it lost');
update trinn.issuers set kinds = '{county}' where iss = 'https://county.test';
select lives_ok(pg_temp.call('https://county.test', 'caseworker@entra'), 'and it may again');
insert into trinn.principals (issuer_id, subject, person_id) values (1, 'caseworker-new-card', t.person('caseworker'));
select lives_ok(pg_temp.dev('caseworker-new-card'), 'a new token of a person has the roles the person had');
select set_eq('select iss, subject, county_id, assignment_id from trinn.callers', $$
	select i.iss, p.subject, a.county_id, a.id from trinn.role_assignments a
		join trinn.principals p on p.person_id = a.person_id or p.id = a.principal_id
		join trinn.issuers i on i.id = p.issuer_id
$$, 'what is looked up are the assignments of all principals');

-- ---- clients

select throws_ok(pg_temp.dev('hub-machine'), 'TR403', null, 'a client without a scope may do nothing');
select throws_ok(pg_temp.dev('hub-machine', scope => 'applications:write'), 'TR403', null, 'nor with a scope it was not given');
select lives_ok(pg_temp.dev('hub-machine', scope => 'applications:read'), 'with one it was given it may');
select is((select trinn.caller_person()), null, 'and is no person');
select is((select trinn.caller_org()), 101::bigint, 'but its organisation');

-- ---- names

select is(t.value('hub_editor', format('select trinn.person_name(%s)', t.person('decision_maker'))), 'decision_maker', 'a hub is told who decided');
select is(t.value('hub_editor', format('select trinn.person_name(%s)', t.person('decision_maker-18'))), null, 'but no name of another county');
select is(t.value('caseworker', format('select name from trinn.persons where id = %s', t.person('hub_editor-18'))), null, 'nor is a caseworker');

-- ---- keys of an issuer that the daemon lacks

create function pg_temp.asked(since interval, iss text default 'https://county.test') returns boolean language sql as $$
	update trinn.issuers i set refresh_asked_at = now() - since where i.iss = asked.iss;
	select trinn.ask_for_keys(iss);
	select refresh_asked_at = now() from trinn.issuers i where i.iss = asked.iss;
$$;
update trinn.issuers set jwks_uri = 'https://county.test/jwks' where iss = 'https://county.test';
select ok(pg_temp.asked(null), 'an issuer never asked is asked');
select ok(pg_temp.asked('11 seconds'), 'and again after ten seconds');
select ok(not pg_temp.asked('9 seconds'), 'and not before');
select ok(pg_temp.asked(null, 'https://dev.test') is not true, 'one without an address is not');

select * from finish();
rollback;
