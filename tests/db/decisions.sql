-- Decisions of a case stand in a row, each replacing the one before it; what they ask holds claims back.
begin;
select no_plan();

create function pg_temp.another(fresh jsonb) returns text language sql as $$
	select format('insert into trinn.decisions select r.* from trinn.decisions x, jsonb_populate_record(x, %L) r where x.id = 104', fresh)
$$;

-- ---- one after another

select throws_ok(pg_temp.another('{"id": 9001}'), '23505', null, 'one number, one decision');
select throws_ok(pg_temp.another(fresh), '23514', 'new row for relation "decisions" violates check constraint "decisions_first"', why)
from (values ('{"id": 9001, "number": 2}'::jsonb, 'what is not the first was not made on the application'),
	('{"id": 9001, "number": 2, "cause": "appeal"}', 'and replaces another'),
	('{"id": 9001, "number": 2, "replaces_id": 104}', 'for a cause of its own')) v(fresh, why);
select lives_ok(pg_temp.another('{"id": 9001, "number": 2, "cause": "appeal", "replaces_id": 104}'), 'an appeal leads to another');
select throws_ok(pg_temp.another('{"id": 9002, "number": 3, "cause": "reversal", "replaces_id": 104}'), '23505', null, 'one is replaced once');

-- ---- conditions

create function pg_temp.ask(kind text, due_on date, decision bigint default 104) returns text language sql as $$
	select format('insert into trinn.decision_conditions (county_id, applicant_id, application_id, decision_id, number, kind, text, due_on)
		values (50, 101, 104, %s, 7, %L, %L, %L)', decision, kind, 'x', due_on)
$$;
select is(t.trial('decision_maker', pg_temp.ask('financing', null)), '1', 'who decides says what is asked');
select is(t.trial('decision_maker', pg_temp.ask('start_by', null)), '23514 decision_conditions_whole', 'by a day if it is about one');
select is(t.trial('caseworker', pg_temp.ask('financing', null)), '42501', 'nobody else does');
select throws_ok($$ update trinn.decision_conditions set text = 'y' where id = 104 $$, 'TR500', null, 'what is asked stands');

create function pg_temp.step(fresh text) returns text language sql as $$ select format('update trinn.decision_conditions set %s where id = 104', fresh) $$;
create function pg_temp.say(state text, name text, subject text) returns text language sql as $$ select pg_temp.step(format('state = %L, %I = %s', state, name, t.person(subject))) $$;
select is(t.trial('caseworker', pg_temp.say('met', 'confirmed_by', 'caseworker')), 'TR460', 'nothing is met before it is reported');
select is(t.trial('hub_signatory-2', pg_temp.step($$ state = 'reported' $$)), '0', 'another hub reports nothing');
select is(t.attempt('hub_signatory', pg_temp.say('reported', 'reported_by', 'hub_signatory')), '23514 decision_conditions_check', 'it is said how');
select is(t.attempt('hub_signatory', pg_temp.step(format($$ state = 'reported', report = 'x', reported_at = now(), reported_by = %s $$, t.person('hub_signatory')))), '1', 'reported');
select throws_ok(pg_temp.say('met', 'confirmed_by', 'hub_signatory'), null, null, 'the recipient confirms nothing');
select is(t.value('releaser', format('select trinn.held_back_by(104, %L)', kind)), held, 'the final claim waits for it: ' || kind)
from (values ('part', null), ('final', '1')) v(kind, held);
select is(t.attempt('decision_maker', pg_temp.ask('before_payment', null)), '1', 'with one for every payment');
select is(t.trial('releaser', $$ update trinn.claims set state = 'released', released_by = trinn.caller_person() where id = 105 $$), '23514 claims_conditions', 'nothing is paid');

-- ---- assured

create function pg_temp.assure(who text, application bigint, number int) returns text language sql as $$
	select format('insert into trinn.assurances (county_id, applicant_id, application_id, recommendation, assured_by) values (50, 101, %s, %s, %s)',
		application, number, t.person(who))
$$;
insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by)
values (50, 101, 104, 2, 'granted', 120000, 'x', t.person('caseworker'));
select throws_ok(pg_temp.assure('caseworker', 104, 2), '23514', 'by one who recommended', 'nobody assures what they recommended');
select throws_ok(pg_temp.assure('hub_signatory', 104, 2), '23514', 'by one who applied', 'nor what they applied for');
select is(t.trial('decision_maker', pg_temp.assure('decision_maker', 104, 2)), '42501', 'another caseworker does');
select is(t.attempt('caseworker-b', pg_temp.assure('caseworker-b', 104, 2)), '1', 'once');
select is(t.trial('caseworker-b', pg_temp.assure('caseworker-b', 104, 2)), '23505 assurances_pkey', 'and no more');
select throws_ok(pg_temp.another(format('{"id": 9003, "number": 3, "cause": "amendment", "replaces_id": 9001, "decided_by": %s}', t.person('caseworker-b'))::jsonb),
	'23514', 'by one who assured', 'who assured does not decide');
update trinn.funding_lines set assures_recommendations = true where id = 500;
set local session_replication_role = replica;
delete from trinn.decisions where id = 9001;
set local session_replication_role = origin;
select is((select string_agg(step, ' ' order by step collate "C") from (select t.act('attestant')) a, trinn.granted_by(50, 104)), 'assure assure decide recommend', 'who had a hand in a grant is known');
select t.forget();
select throws_ok(format('update trinn.claims set attested_by = %s where id = 101', t.person('caseworker-b')), '23514', null, 'who assured attests nothing of it');

select * from finish();
rollback;
