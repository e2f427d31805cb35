-- Two different persons for every decision, payment and change of set-up; and nobody signs for another.
begin;
select no_plan();

-- ---- two persons, whoever writes

create function pg_temp.copy(tbl text, key bigint, change jsonb) returns text language sql as $$
	select format('insert into trinn.%1$I select r.* from trinn.%1$I x, jsonb_populate_record(x, %2$L) r where x.id = %3$s and x.county_id = 50', tbl, change, key)
$$;
create function pg_temp.who(subject text) returns jsonb language sql as $$ select to_jsonb(t.person(subject)) $$;

select lives_ok(pg_temp.copy('decisions', 104, jsonb_build_object('id', 9001, 'number', 2, 'cause', 'amendment', 'replaces_id', 104)), 'a decision by one other than who recommended it');
select throws_ok(pg_temp.copy('decisions', 104, jsonb_build_object('id', 9002, 'decided_by', pg_temp.who('caseworker'))), '23514',
	'new row for relation "decisions" violates check constraint "decisions_two_persons"', 'not by the same');
select throws_ok(pg_temp.copy('setup_changes', 501, jsonb_build_object('id', 9003, 'decided_by', pg_temp.who('county_admin'))), '23514',
	'new row for relation "setup_changes" violates check constraint "setup_changes_two_persons"', 'nobody approves a change they asked for');
select throws_ok(pg_temp.copy('payments', 103, jsonb_build_object('id', 9004, 'claim_id', 105, 'reference', 'x', 'confirmed_by', pg_temp.who('finance'))), '23514',
	'new row for relation "payments" violates check constraint "payments_two_persons"', 'nor confirms a payment they registered');

create temp table signatures (name text);
insert into signatures values ('submitted_by'), ('reviewed_by'), ('attested_by'), ('released_by');
select throws_ok(pg_temp.copy('claims', 103, jsonb_build_object('id', 9005, 'number', 50, a.name, pg_temp.who('archivist'), b.name, pg_temp.who('archivist'))),
	'23514', 'new row for relation "claims" violates check constraint "claims_two_persons"', a.name || ' and ' || b.name || ' of a claim are two')
from signatures a join signatures b on a.name < b.name;
select throws_ok(pg_temp.copy('claims', 101, jsonb_build_object('id', 9006, 'number', 51, 'reviewed_by', pg_temp.who('hub_signatory'))), '23514', null,
	'also before the others have signed');
select lives_ok(pg_temp.copy('claims', 103, jsonb_build_object('id', 9007, 'number', 52)), 'four different persons sign a claim');

select throws_ok(pg_temp.copy('claims', 103, jsonb_build_object('id', 9008, 'number', 53, name, null)), '23514', null, 'a released claim has ' || name)
from signatures where name <> 'submitted_by';
select throws_ok(pg_temp.copy('payments', 103, jsonb_build_object('id', 9009, 'claim_id', 105, 'reference', 'x', name, null)), '23514', null, 'a paid payment has ' || name)
from unnest('{registered_by,confirmed_by,bank_reference,paid_on}'::text[]) name;
select throws_ok(pg_temp.copy('setup_changes', 501, '{"id": 9010, "decided_by": null}'), '23514', null, 'an approved change was approved by somebody');
select throws_ok(pg_temp.copy('setup_changes', 501, '{"id": 9011, "target_id": null}'), '23514', null, 'and made something');

-- ---- neither both sides of a case, nor both its grant and its payments

select throws_ok(pg_temp.copy('recommendations', 104, jsonb_build_object('id', 9013, 'number', 9, 'made_by', pg_temp.who('hub_signatory'))), '23514', 'by one who applied',
	'who applied does not recommend');
select throws_ok(pg_temp.copy('decisions', 104, jsonb_build_object('id', 9014, 'number', 3, 'cause', 'amendment', 'replaces_id', 9001,
	'decided_by', pg_temp.who('hub_signatory'))), '23514', 'by one who applied', 'nor decide');
select throws_ok(pg_temp.copy('claims', 103, jsonb_build_object('id', 9015, 'number', 55, 'reviewed_by', pg_temp.who('archivist'), s.name, pg_temp.who(g.subject))), '23514', 'by one who granted or applied',
	'the ' || g.subject || ' of a grant is not its claims'' ' || s.name)
from signatures s, unnest('{caseworker,decision_maker}'::text[]) g(subject) where s.name <> 'reviewed_by';
select lives_ok(format('update trinn.claims set version = version + 1 where id = 101'), 'what signs nothing is not asked');

-- ---- persons, not tokens

insert into trinn.principals (issuer_id, subject, person_id) values (2, 'county_admin@entra', t.person('county_admin'));
select trinn.set_caller('https://county.test', 'county_admin@entra', null, null, null);
select throws_ok($$ update trinn.setup_changes set state = 'approved', target_id = 1, decided_at = now(), decided_by = trinn.caller_person() where id = 500 $$, '23514', null,
	'one human is not two by having two tokens');
select t.act('county_admin-b');
select lives_ok($$ update trinn.setup_changes set state = 'approved', target_id = 1, decided_at = now(), decided_by = trinn.caller_person() where id = 500 $$,
	'two humans are');
select throws_ok($$ update trinn.setup_changes set reason = 'x' where id = 500 $$, 'TR500', null, 'what is decided stands');

insert into trinn.principals (issuer_id, subject, client_org_id) values (1, 'robot', 1);
insert into trinn.role_assignments (county_id, principal_id, organisation_id, role, scopes) select 50, id, 1, 'caseworker', '{all}' from trinn.principals where subject = 'robot';
select t.act('robot', null, 'all');
select throws_ok(pg_temp.copy('recommendations', 104, jsonb_build_object('id', 9012, 'number', 9, 'made_by', pg_temp.who('caseworker'))), 'TR500', null,
	'a client is no person, and signs for none');

-- ---- nobody signs for another

create function pg_temp.forge(as_whom text, statement text, what text) returns setof text language plpgsql as $$
begin
	perform t.act(as_whom);
	return query select throws_ok(statement, 'TR500', null, what);
	perform t.forget();
end $$;

select pg_temp.forge('county_admin', format($$ insert into trinn.setup_changes (county_id, kind, title, content, proposed_by) values (50, 'programme', 'x', '{}', %s) $$,
	t.person('county_admin-b')), 'who proposed');
select pg_temp.forge('caseworker', pg_temp.copy('recommendations', 104, jsonb_build_object('id', 9021, 'number', 9, 'made_by', pg_temp.who('caseworker-b'))), 'who recommended');
select pg_temp.forge('decision_maker', pg_temp.copy('decisions', 104, jsonb_build_object('id', 9022, 'decided_by', pg_temp.who('decision_maker-b'))), 'who decided');
select pg_temp.forge('hub_signatory', pg_temp.copy('claims', 101, jsonb_build_object('id', 9023, 'number', 54, 'submitted_by', pg_temp.who('hub_editor'))), 'who claimed');
select pg_temp.forge('finance', pg_temp.copy('payment_lists', 103, jsonb_build_object('id', 9024, 'number', 'x', 'made_by', pg_temp.who('finance-b'))), 'who made a list');
select pg_temp.forge('caseworker', format('update trinn.claims set state = %L, approved_ore = 1, reviewed_by = %s where id = 101', 'reviewed', t.person('caseworker-b')), 'who reviewed');
select pg_temp.forge('attestant', format('update trinn.claims set state = %L, attested_by = %s where id = 106', 'attested', t.person('attestant-b')), 'who attested');
select pg_temp.forge('releaser', format('update trinn.claims set state = %L, released_by = %s where id = 105', 'released', t.person('releaser-b')), 'who released');
select pg_temp.forge('finance', format('update trinn.payments set registered_by = %s where id = 104', t.person('finance-b')), 'who registered a payment');
select pg_temp.forge('finance', format('update trinn.payments set confirmed_by = %s where id = 104', t.person('finance-b')), 'who confirmed it');
select t.act('attestant');
select lives_ok($$ update trinn.claims set state = 'attested', attested_by = trinn.caller_person() where id = 106 $$, 'one''s own signature stands beside another''s');

select * from finish();
rollback;
