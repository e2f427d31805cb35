-- An applicant is answered within a month by the calendar, and nobody is answered who waits for nothing.
begin;
select no_plan();

create function pg_temp.case_of(p_submitted timestamptz, p_state text default 'in_review') returns trinn.applications language sql as $$
	select jsonb_populate_record(a, jsonb_build_object('id', 9001, 'state', p_state, 'submitted_at', p_submitted)) from trinn.applications a where a.id = 102
$$;
create function pg_temp.due(a trinn.applications) returns date language sql as $$ select trinn.answer_due(a.county_id, a.id, a.state, a.submitted_at) $$;
select t.act('caseworker');
select is(pg_temp.due(pg_temp.case_of(received)), due, received::text) from (values
	('2026-03-10 12:00+01'::timestamptz, '2026-04-10'::date), ('2027-01-31 12:00+01', '2027-02-28'), ('2028-01-31 12:00+01', '2028-02-29'), ('2026-08-31 12:00+02', '2026-09-30'),
	('2026-12-31 12:00+01', '2027-01-31'), ('2026-11-30 12:00+01', '2026-12-30'), ('2027-01-30 23:30+00', '2027-02-28')) v(received, due);
select is(pg_temp.due(pg_temp.case_of('2026-03-10', state)), due, state) from (values ('submitted', '2026-04-10'::date), ('returned', '2026-04-10'), ('recommended', '2026-04-10'),
	('granted', '2026-04-10'), ('withdrawn', null)) v(state, due);
select is(pg_temp.due(pg_temp.case_of(null, 'draft')), null, 'nothing is owed for what was not submitted');
select is(pg_temp.due(a), null, 'nor once the decision is made known') from trinn.applications a where a.id = 104;
select t.forget();

create function pg_temp.answer(p_application bigint, p_number int, p_day text) returns text language sql as $$
	select format('insert into trinn.preliminary_answers (county_id, applicant_id, application_id, number, expected_on, reason, answered_by)
		select county_id, applicant_id, id, %s, %L, ''Mange'', %s from trinn.applications where id = %s', p_number, p_day, t.person('caseworker'), p_application)
$$;
select is(t.trial('caseworker', pg_temp.answer(102, 1, '2099-01-01')), '1', 'in a case that waits one is sent');
select is(t.trial('caseworker', pg_temp.answer(102, 1, '2099-01-01') || '; ' || pg_temp.answer(102, 2, '2099-01-01')),
	'23514 preliminary_answers_repeated', 'but not the same twice in a day');
select is(t.trial('caseworker', pg_temp.answer(104, 2, '2099-01-01')), '23514 preliminary_answers_owed', 'not where the decision is made known');
select is(t.trial('caseworker', pg_temp.answer(102, 1, '2020-01-01')) ~ '^23514', true, 'nor of a day that has passed');
select is(t.trial('decision_maker', pg_temp.answer(102, 1, '2099-01-01')) ~ '^(42501|TR)', true, 'nor in the name of another');
select t.act('caseworker');
select lives_ok(pg_temp.answer(102, 1, '2099-01-01'), 'it is sent');
select is(pg_temp.due(a), '2099-01-01'::date, 'and the next answer is due when it said') from trinn.applications a where a.id = 102;
select is((select array_agg(l.kind) from trinn.letters l where l.application_id = 102), array['preliminary_answer'], 'it is told in a letter');
select is((select p.post_type || p.document_type from trinn.journal_posts p where p.application_id = 102 and p.object_kind = 'preliminary_answer'), 'UKORR', 'and entered in the journal');
select is((select trinn.post_record(p)::jsonb - 'answeredAt' from trinn.journal_posts p where p.application_id = 102 and p.object_kind = 'preliminary_answer'),
	jsonb_build_object('number', 1, 'reason', 'Mange', 'expectedOn', '2099-01-01', 'answeredBy', trinn.person_name(t.person('caseworker'))),
	'where the archive gets what it says, as long as there is no letter');
select t.forget();
select is((select json_agg(b->>'text') from trinn.letters l, json_array_elements(trinn.jobs_letter_content(l.county_id, l.id)->'blocks') b
	where l.application_id = 102 and l.language = 'nb')::text ~ '01.01.2099.*Mange', true, 'whose text says when, and why');

select * from finish();
rollback;
