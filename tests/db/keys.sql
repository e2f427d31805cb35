-- A request sent twice is done once.
begin;
select no_plan();

select t.act('hub_signatory');
select is_empty($$ select * from trinn.find_key('POST /v1/x', 'k', 'f') $$, 'a key never used has no reply');
select lives_ok($$ select trinn.claim_key('POST /v1/x', 'k') $$, 'it can be claimed');
select results_eq($$ select * from trinn.store_reply('POST /v1/x', 'k', 'f', 201, '/v1/x/1', '"1"', '{"id":1}') $$,
	$$ values (201, '/v1/x/1', '"1"', '{"id":1}') $$, 'the reply stored is the reply given');
select results_eq($$ select * from trinn.find_key('POST /v1/x', 'k', 'f') $$, $$ values (201, '/v1/x/1', '"1"', '{"id":1}') $$, 'and is found again to the letter');
select throws_ok($$ select * from trinn.find_key('POST /v1/x', 'k', 'other') $$, 'TR422', null, 'the key with another body is refused');
select throws_ok($$ select trinn.claim_key('POST /v1/x', 'k') $$, 'TR208', null, 'an answered key cannot be claimed');
select throws_ok($$ select trinn.store_reply('POST /v1/x', 'k', 'f', 201, null, null, '{}') $$, '23505', null, 'nor answered twice');
select is_empty($$ select * from trinn.find_key('POST /v1/y', 'k', 'other') $$, 'the same key at another operation is another key');
select is_empty($$ select * from trinn.find_key('POST /v1/x', 'K', 'other') $$, 'case counts');

select t.act('hub_editor');
select is_empty($$ select * from trinn.find_key('POST /v1/x', 'k', 'other') $$, 'a colleague''s key is another key');
select lives_ok($$ select trinn.claim_key('POST /v1/x', 'k') $$, 'which can be claimed');
select t.act('hub_signatory-2');
select is_empty($$ select * from trinn.find_key('POST /v1/x', 'k', 'other') $$, 'and so is another hub''s');
insert into trinn.role_assignments (county_id, person_id, organisation_id, role) values (18, t.person('hub_signatory'), 101, 'hub_signatory');
select t.act('hub_signatory', (select id::text from trinn.role_assignments where person_id = t.person('hub_signatory') and county_id = 18));
select is_empty($$ select * from trinn.find_key('POST /v1/x', 'k', 'other') $$, 'and one''s own towards another county');

select results_eq($$ select * from trinn.store_reply('PATCH /v1/x', null, null, 200, null, '"2"', '{}') $$, $$ values (200, null::text, '"2"', '{}') $$,
	'a write without a key is answered');
select is((select count(*) from trinn.idempotency_keys where operation = 'PATCH /v1/x'), 0::bigint, 'and nothing kept');

-- ---- in flight

select dblink_connect('other', format('host=%s dbname=%s', current_setting('unix_socket_directories'), current_database()));
select dblink_exec('other', 'begin');
select * from dblink('other', $$ select t.act('finance'), trinn.claim_key('POST /v1/lists', 'twice') $$) as t(a text, b text);
select t.act('finance');
set local statement_timeout = '1s';
select throws_ok($$ select trinn.claim_key('POST /v1/lists', 'twice') $$, 'TR409', null, 'a key under way is refused at once, not waited for');
reset statement_timeout;
select lives_ok($$ select trinn.claim_key('POST /v1/lists', 'thrice') $$, 'others are free');
select dblink_exec('other', 'rollback');
select lives_ok($$ select trinn.claim_key('POST /v1/lists', 'twice') $$, 'one that came to nothing is free again');

select dblink_exec('other', 'begin');
select * from dblink('other', $$ select t.act('finance'), trinn.claim_key('POST /v1/lists', 'late') $$) as t(a text, b text);
select * from dblink('other', $$ select status from trinn.store_reply('POST /v1/lists', 'late', 'f', 201, null, null, '{}') $$) as t(a text);
select is_empty($$ select * from trinn.find_key('POST /v1/lists', 'late', 'f') $$, 'a reply not committed is no reply');
select dblink_exec('other', 'commit');
select throws_ok($$ select trinn.claim_key('POST /v1/lists', 'late') $$, 'TR208', null, 'answered between looking and claiming: look again');
select isnt_empty($$ select * from trinn.find_key('POST /v1/lists', 'late', 'f') $$, 'and find');
select dblink_disconnect('other');

-- ---- forgotten

select t.forget();
delete from trinn.idempotency_keys;
insert into trinn.idempotency_keys (county_id, organisation_id, principal_id, operation, key, fingerprint, status, reply, created_at)
select 50, 1, 1, 'POST /v1/x', n::text, 'f', 200, '{}', now() - n * interval '1 day' from generate_series(88, 93) n;
select is(trinn.jobs_forget_replies(2), 2::bigint, 'what is older than its figure is forgotten, so many at a time');
select results_eq('select key from trinn.idempotency_keys order by 1', $$ values ('88'), ('89'), ('90'), ('91') $$, 'the oldest first');
select is(trinn.jobs_forget_replies(2), 1::bigint, 'until there is no more');
select is(trinn.jobs_forget_replies(2), 0::bigint, 'and what is younger stays');
select results_eq('select key from trinn.idempotency_keys order by 1', $$ values ('88'), ('89'), ('90') $$, 'to its last day');

select * from finish();
rollback;
