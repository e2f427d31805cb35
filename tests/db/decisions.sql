-- Decisions of a case stand in a row, each replacing the one before it; what they ask holds claims back.
begin;
select no_plan();

create function pg_temp.another(fresh jsonb) returns text language sql as $$
	select format('insert into trinn.decisions select r.* from trinn.decisions x, jsonb_populate_record(x, %L) r where x.id = 104', fresh)
$$;

-- ---- one after another

select throws_ok(pg_temp.another('{"id": 9001}'), '23505', null, 'one number, one decision');
select throws_ok(pg_temp.another('{"id": 9001, "number": 2}'), '23505', 'duplicate key value violates unique constraint "decisions_one_first"',
	'what is not the first was not made on the application');
select throws_ok(pg_temp.another(fresh), '23514', 'new row for relation "decisions" violates check constraint "decisions_first"', why)
from (values ('{"id": 9001, "number": 2, "cause": "appeal"}'::jsonb, 'and replaces another'),
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

savepoint anew;
set local session_replication_role = replica;
update trinn.applications set state = 'recommended' where id = 104;
insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by)
values (50, 101, 104, 3, 'granted', 120000, 'x', t.person('caseworker'));
set local session_replication_role = origin;
select throws_ok(pg_temp.another('{"id": 9003, "number": 2, "cause": "reversal", "replaces_id": 104}'), '23514', 'the recommendation is not assured',
	'what is decided anew rests on one too');
rollback to anew;

-- ---- held

create function pg_temp.sees(subject text) returns text language sql as $$
	select string_agg(x || '=' || coalesce(t.value(subject, format('select count(*) from trinn.%s', x)), '-'), ' ' order by n)
	from (values (1, 'decisions where id = 105'), (2, 'grants where id = 105'), (3, 'grant_parts where grant_id = 105'),
		(4, 'grant_costs where grant_id = 105'), (5, 'decision_conditions where decision_id = 105')) v(n, x)
$$;
create temp table seen as select pg_temp.sees('hub_signatory') as told;
set local session_replication_role = replica;
update trinn.applications set state = 'recommended' where id = 105;
update trinn.decisions set released_at = null, appeal_deadline = null, accept_by = null, release_on = decided_on + 9 where id = 105;
update trinn.grants set accept_by = null where id = 105;
set local session_replication_role = origin;
select is(pg_temp.sees('hub_signatory'), regexp_replace(told, '=\d+', '=0', 'g'), 'the applicant sees nothing of a decision that is held') from seen;
select isnt(pg_temp.sees('hub_signatory'), told, 'and saw it before') from seen;
select is(pg_temp.sees('caseworker'), told, 'the county sees all of it') from seen;
select is(t.trial('hub_signatory', $$ update trinn.grants set state = 'accepted', accepted_by = trinn.caller_person(), accepted_at = now() where id = 105 $$), '0',
	'what is held is not accepted');
select is(t.trial('decision_maker', $$ update trinn.applications set state = 'in_review' where id = 105 $$), '23514 applications_held', 'the case stays where it was');
select throws_ok(pg_temp.another('{"id": 9004, "number": 2, "application_id": 105, "cause": "amendment", "replaces_id": 105}'),
	'23514', 'the decision on application 105 is held', 'and gets no other decision');
select throws_ok($$ update trinn.decision_conditions set state = 'waiver_asked' where decision_id = 105 $$,
	'23514', 'the decision on application 105 is held', 'nor are its conditions anybody''s yet');
select is(t.trial('decision_maker', $$ update trinn.decisions set released_at = now() where id = 105 $$), '42501', 'and is made known one way');
select is(t.trial('hub_signatory', $$ select trinn.release_decision(105, '2026-05-01', '2026-05-01') $$), 'TR460', 'by who decides');
select throws_ok($$ update trinn.decisions set amount_ore = 1 where id = 105 $$, 'TR500', null, 'it is what it was');
select throws_ok($$ update trinn.decisions set released_at = now() where id = 105 $$, '23514', null, 'with a day to appeal by');
select throws_ok(pg_temp.another('{"id": 9005, "number": 2, "cause": "appeal", "replaces_id": 104, "released_at": null, "appeal_deadline": null, "accept_by": null, "release_on": "2099-01-01"}'),
	'23514', 'a decision on application 104 is not held', 'only a decision on an application is held');
select is(t.attempt('decision_maker', $$ select trinn.release_decision(105, '2026-05-01', '2026-05-02') $$), '1', 'made known');
select is((select a.state || ' ' || d.appeal_deadline || ' ' || d.accept_by || ' ' || g.accept_by from trinn.applications a
		join trinn.decisions d on d.application_id = a.id join trinn.grants g on g.decision_id = d.id where a.id = 105),
	'granted 2026-05-01 2026-05-02 2026-05-02', 'the case goes where it takes it, and the days run');
select is(t.trial('decision_maker', $$ select trinn.release_decision(105, '2026-05-03', '2026-05-03') $$), 'TR412', 'once');
select throws_ok($$ update trinn.decisions set accept_by = '2026-05-03' where id = 105 $$, 'TR500', null, 'and stands');

select * from finish();
rollback;
