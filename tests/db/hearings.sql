-- A party is heard before it is decided, or by a ground of the law is not.
begin;
select no_plan();

create function pg_temp.hear(p_application bigint, p_more jsonb default '{}') returns text language sql as $$
	select format('insert into trinn.hearings (county_id, applicant_id, application_id, number, kind, state, told, source, answer_by, ground, ground_reason,
			after_decision, raised_by) select a.county_id, a.applicant_id, a.id, r.number, r.kind, r.state, ''Kreditt'', ''Banken'', r.answer_by, r.ground, r.ground_reason,
			0, %s from trinn.applications a, jsonb_populate_record(null::trinn.hearings, %L) r where a.id = %s', t.person('caseworker'),
		'{"number": 7, "kind": "information", "state": "raised", "answer_by": "2099-01-01"}'::jsonb || p_more, p_application)
$$;
create function pg_temp.recommend() returns text language sql as $$
	select format('insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, conditions, made_by)
		select county_id, applicant_id, id, 7, ''rejected'', 0, ''Nei'', ''[]'', %s from trinn.applications where id = 103', t.person('caseworker'))
$$;

select is(t.trial('caseworker', pg_temp.hear(103)), '1', 'a caseworker hears it');
select is(t.trial('hub_signatory', pg_temp.hear(103)) ~ '^(42501|TR)', true, 'nobody else does');
select is(t.trial('decision_maker', pg_temp.hear(103)) ~ '^(42501|TR)', true, 'nor in the name of another');
select is(t.trial('caseworker', pg_temp.hear(103, '{"answer_by": null}')), '23514 hearings_exempt', 'it has a day');
select is(t.trial('caseworker', pg_temp.hear(103, more)), said, why) from (values
	('{"state": "exempt", "answer_by": null, "ground": "urgent", "ground_reason": "Haster"}'::jsonb, '1', 'by a ground of the law it is not heard'),
	('{"state": "exempt", "answer_by": null, "ground": "known", "ground_reason": "Haster"}', '23503 hearings_kind_ground_fkey', 'by one of that duty'),
	('{"state": "exempt", "answer_by": null, "ground": "urgent"}', '23514 hearings_exempt', 'and with why'),
	('{"state": "weighed"}', '42501', 'nothing is weighed before it is said')) v(more, said, why);

select t.act('caseworker');
select lives_ok(pg_temp.hear(103), 'it is heard');
select throws_ok(pg_temp.recommend(), '23514', 'the party of application 103 is not heard', 'nothing is recommended meanwhile');
select is((select p.post_type from trinn.journal_posts p where p.application_id = 103 and p.object_kind = 'hearing'), 'U', 'it is entered as sent');
select throws_ok($$ update trinn.hearings set told = 'Annet' where application_id = 103 $$, 'TR500', null, 'what was told stands');
select t.act('hub_signatory');
select lives_ok(format($$ update trinn.hearings set state = 'commented', comment = 'Fornyet', answered_by = %s, answered_at = now() where application_id = 103 $$,
	t.person('hub_signatory')), 'the party comments');
select is((select string_agg(p.post_type || p.document_type, ' ' order by p.number) from trinn.journal_posts p where p.application_id = 103 and p.object_kind = 'hearing'),
	'UKORR IUTTALELSE', 'which is entered as received');
select t.act('caseworker');
select throws_ok(pg_temp.recommend(), '23514', 'the party of application 103 is not heard', 'it is weighed first');
select lives_ok(format($$ update trinn.hearings set state = 'weighed', weighing = 'Ja', weighed_by = %s, weighed_at = now() where application_id = 103 $$,
	t.person('caseworker')), 'by a caseworker');
select lives_ok(pg_temp.recommend(), 'and then it is recommended');
select t.act('hub_signatory');
select throws_ok(format($$ update trinn.hearings set state = 'commented', comment = 'Annet', weighing = null, weighed_by = null, weighed_at = null
	where application_id = 103 $$), 'TR500', null, 'what was said stands');
select lives_ok($$ update trinn.hearings set state = 'commented', comment = e'Fornyet\n\nOg utvidet', weighing = null, weighed_by = null, weighed_at = null
	where application_id = 103 $$, 'and is added to');
select is((select p.content->>'comment' from trinn.journal_posts p where p.application_id = 103 and p.object_kind = 'hearing' order by p.number desc limit 1),
	'Og utvidet', 'what was added is entered');
select t.forget();
set session_replication_role = replica;
update trinn.hearings set answer_by = trinn.today() - 1 where application_id = 103;
set session_replication_role = origin;
select t.act('hub_signatory');
select throws_ok($$ update trinn.hearings set state = 'commented' where application_id = 103 $$, '23514', null, 'but not when its day has passed');
select t.forget();

select * from finish();
rollback;
