-- Scores are hidden until all are in; who assesses is named, impartial and not the applicant; what goes back is evaluated anew; and nothing is
-- recommended or decided but what the evaluation bears.
begin;
select no_plan();
update trinn.calls set evaluation = '{"scale": 5, "assessors": 2, "requirements": [], "criteria": [{"criterionId": "500", "weightBasisPoints": 10000}]}'
where id = 500 and state = 'planned';
alter table trinn.calls disable trigger calls_evaluation;
update trinn.calls set evaluation = '{"scale": 5, "assessors": 2, "requirements": [], "criteria": [{"criterionId": "500", "weightBasisPoints": 10000}]}' where id = 500;
alter table trinn.calls enable trigger calls_evaluation;
select throws_ok($$ update trinn.calls set evaluation = null where id = 500 $$, 'TR500', null, 'what was announced stays');
select is(t.trial('caseworker', format('insert into trinn.criteria (county_id, code, edition, kind, title, guidance, made_by) values (50, ''effekt'', 2, %L, ''{}'', ''{}'', %s)',
	kind, t.person('caseworker'))), comes, 'all editions of a criterion are of one kind: ' || kind)
from (values ('requirement', '23P01 criteria_kind'), ('quality', '1')) v(kind, comes);

-- ---- 103 is being scored: the caseworker has handed in, the programme lead has not
create function pg_temp.sheets(subject text, evaluation bigint) returns text language sql as $$
	select t.value(subject, format('select count(*) from trinn.score_sheets where evaluation_id = %s', evaluation))
$$;
select is(pg_temp.sheets('caseworker', 103), '1', 'whoever scored sees their own');
select is(pg_temp.sheets(subject, 103), '0', subject || ' does not see them before all are in')
from unnest('{programme_lead,caseworker-b,decision_maker,secretary,auditor,archivist,steering_member,hub_signatory}'::text[]) subject;

create function pg_temp.score(subject text, evaluation bigint) returns text language sql as $$
	select format($f$ insert into trinn.score_sheets (county_id, applicant_id, application_id, evaluation_id, scored_by, scores, total_bp)
		values (50, 101, %1$s, %1$s, %2$s, '[]', 0) $f$, evaluation, t.person(subject))
$$;
select is(t.trial('caseworker-b', pg_temp.score('caseworker-b', 103)) ~ '^42501', true, 'who is not named gives none');
select is(t.trial('programme_lead', pg_temp.score('caseworker', 103)) ~ '^(42501|TR500)', true, 'nobody gives them for another');
select is(t.trial('caseworker', 'update trinn.score_sheets set total_bp = 9000 where evaluation_id = 103'), '1', 'they may be given again');
select is(t.trial('caseworker', $$ update trinn.evaluations set state = 'scored' where id = 103 $$), '23514 evaluations_all_in', 'nobody opens them before all are in');

-- ---- naming
create function pg_temp.name(namer text, subject text) returns text language sql as $$
	select t.trial(namer, format('insert into trinn.assessors (county_id, applicant_id, application_id, evaluation_id, person_id, named_by)
		values (50, 101, 103, 103, %s, %s)', t.person(subject), t.person(namer)))
$$;
select is(pg_temp.name('caseworker', 'steering_member'), '1', 'a member of the steering group may be named');
select is(pg_temp.name('steering_member', 'steering_member') ~ '^42501', true, 'but does not name');
select is(pg_temp.name('caseworker', 'releaser'), '23514 assessors_role', 'who only pays does not assess');
select is(pg_temp.name('caseworker', 'hub_signatory') ~ '^23514', true, 'nor does the applicant');
savepoint two_roles;
insert into trinn.role_assignments (county_id, person_id, organisation_id, role, valid_from)
values (50, t.person('hub_signatory'), 1, 'caseworker', '2026-01-01');
select is(pg_temp.name('caseworker', 'hub_signatory'), '23514 assessors_impartial', 'also where they work for the county as well');
rollback to two_roles;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('steering_member-b'), 'kin', 'raised', false, t.person('archivist'));
select is(pg_temp.name('caseworker', 'steering_member-b'), '23514 assessors_impartial', 'nor one of whom a question stands open');

-- ---- a member of the steering group sees what they are named for
select is(t.value('steering_member', 'select count(*) from trinn.applications'), '0', 'a member who is named for nothing sees nothing');
insert into trinn.assessors (county_id, applicant_id, application_id, evaluation_id, person_id, named_by)
values (50, 101, 103, 103, t.person('steering_member'), t.person('caseworker'));
select is(t.value('steering_member', 'select string_agg(id::text, '','') from trinn.applications'), '103', 'and one who is, that case');
select is(t.value('steering_member', format('select string_agg(application_id::text, '','') from trinn.%I', tbl)), what, tbl || ' of it')
from (values ('submissions', '103'), ('evaluations', '103'), ('assessors', '103,103,103'), ('score_sheets', null), ('recommendations', null)) v(tbl, what);
select is(t.value('steering_member-b', 'select count(*) from trinn.applications'), '0', 'a colleague does not');
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('programme_lead'), 'kin', 'disqualified', false, t.person('programme_lead'));
select is(t.trial('programme_lead', pg_temp.score('programme_lead', 103)) ~ '^42501', true, 'who is disqualified after they were named gives no scores');
delete from trinn.disqualifications where case_id = 103;

-- ---- all in
select is(t.attempt('programme_lead', pg_temp.score('programme_lead', 103)), '1', 'the second gives theirs');
select is(t.attempt('programme_lead', $$ update trinn.assessors set state = 'scored' where evaluation_id = 103 and person_id = trinn.caller_person() $$), '1', 'and is done');
select is(t.trial('programme_lead', $$ update trinn.evaluations set state = 'scored' where id = 103 $$), '23514 evaluations_all_in', 'the third is waited for');
select is(t.attempt('steering_member', pg_temp.score('steering_member', 103)), '1', 'who gives theirs too');
select is(t.trial('steering_member', $$ update trinn.assessors set state = 'scored' where evaluation_id = 103 $$), '1', 'for themselves alone');
select is(t.attempt('steering_member', $$ update trinn.assessors set state = 'scored' where evaluation_id = 103 $$), '1', 'and is done');
select is(t.attempt('steering_member', $$ update trinn.evaluations set state = 'scored' where id = 103 $$), '1', 'the last one opens them');
select is(pg_temp.sheets(subject, 103), n, 'open to ' || subject || ': ' || n)
from (values ('caseworker', '3'), ('steering_member', '3'), ('decision_maker', '3'), ('hub_signatory', '0'), ('finance', '0')) v(subject, n);
select is(t.trial('caseworker', 'update trinn.score_sheets set total_bp = 9000 where evaluation_id = 103'), '0', 'and given they are');
select is(t.attempt('caseworker', $$ update trinn.evaluations set state = 'scoring' where id = 103 $$), '1', 'with another to be named they are closed again');
select is(pg_temp.sheets('decision_maker', 103), '0', 'to all');
select is(t.trial('caseworker', 'update trinn.score_sheets set total_bp = 9000 where evaluation_id = 103'), '0', 'but who saw the others'' does not change theirs');
select is(t.attempt('caseworker', $$ update trinn.evaluations set state = 'scored' where id = 103 $$), '1', 'nobody having been named');

-- ---- what rests on it
create function pg_temp.recommend(outcome text) returns text language sql as $$
	select t.trial('caseworker', format('insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by)
		values (50, 101, 103, 1, %L, %s, ''x'', %s)', outcome, case when outcome like '%granted' then 1 else 0 end, t.person('caseworker')))
$$;
select is(pg_temp.recommend(outcome), '23514 recommendations_evaluated', outcome || ' is not recommended before it is consolidated')
from unnest('{granted,rejected,ineligible}'::text[]) outcome;
insert into trinn.consolidations (id, county_id, applicant_id, application_id, evaluation_id, scores, total_bp, is_below_minimum, grounds, made_by)
overriding system value values (9001, 50, 101, 103, 103, '[]', 7000, true, 'x', t.person('caseworker'));
select is(t.attempt('caseworker', $$ update trinn.evaluations set state = 'consolidated', consolidation_id = 9001 where id = 103 $$), '1', 'consolidated');
select is(pg_temp.recommend(outcome), result, outcome || ' below the minimum: ' || result)
from (values ('rejected', '1'), ('granted', '23514 recommendations_evaluated'), ('ineligible', '23514 recommendations_evaluated')) v(outcome, result);
select throws_ok($$ update trinn.consolidations set total_bp = 9000 where id = 9001 $$, 'TR500', null, 'a consolidation stands');
select is(t.value('hub_signatory', 'select count(*) from trinn.evaluations where id = 103'), '0', 'the applicant sees nothing of it before the decision');
select is(t.value('hub_signatory', 'select count(*) from trinn.consolidations where evaluation_id = 104'), '1', 'and what was decided on after it');

select is(t.value('caseworker', 'select string_agg(application_id || '' '' || rank, '', '' order by rank, application_id) from trinn.ranking(500)'), '104 1, 204 1, 304 1, 103 4',
	'who is worth the same has the same rank');
select is(t.value(subject, 'select count(*) from trinn.ranking(500)'), '0', 'there is none for ' || subject) from unnest('{hub_signatory,caseworker-18}'::text[]) subject;

-- ---- back
select is(t.attempt('caseworker', $$ update trinn.applications set state = 'recommended' where id = 103 $$), '1', 'recommended');
select is(t.trial('decision_maker', $$ update trinn.applications set state = 'in_review' where id = 103 $$), '23514 applications_voted_on',
	'not sent back while it is voted on');
select is(t.attempt('secretary', $$ update trinn.proposals set state = 'void', reason = 'Feil forslag' where id = 100 $$), '1', 'the vote is ended');
select is(t.attempt('decision_maker', $$ update trinn.applications set state = 'in_review' where id = 103 $$), '1', 'and sent back');
select is((select state from trinn.evaluations where id = 103), 'scored', 'it is to be consolidated anew');
select is(pg_temp.recommend('rejected'), '23514 recommendations_evaluated', 'before it is recommended again');
select is(t.attempt('caseworker', $$ update trinn.applications set state = 'returned' where id = 103 $$), '1', 'what is returned to the applicant');
select is((select state from trinn.evaluations where id = 103), 'void', 'is evaluated anew');

select * from finish();
rollback;
