-- A form never changes: of an open call a newer one comes into force by a second person, and a draft alone moves to it.
begin;
select no_plan();

-- 500 is open with version 1 in force and 2 proposed by the caseworker; 501 is planned.
create function pg_temp.decided(subject text, p_state text, p_refusal text default null) returns text language sql as $$
	select format('update trinn.forms set state = %L, decided_by = %s, decided_at = now(), refusal = %L where id = 502', p_state, t.person(subject), p_refusal)
$$;
select is(t.trial('caseworker', 'update trinn.calls set form_version = 2 where id = 500'), 'TR460', 'what is only proposed does not come into force');
select is(t.trial('caseworker', pg_temp.decided('caseworker', 'approved')), '23514 forms_two_persons', 'nor by who wrote it');
select is(t.trial('caseworker', pg_temp.decided('caseworker-b', 'approved')), 'TR500', 'not even in another''s name');
select is(t.trial('decision_maker', pg_temp.decided('decision_maker', 'approved')), '0', 'nor by another role');
select is(t.trial('caseworker', pg_temp.decided('caseworker', 'rejected', 'Nei')), '1', 'who wrote it may take it back');
select is(t.trial('caseworker-b', pg_temp.decided('caseworker-b', 'rejected')), '23514 forms_refused', 'with a reason');
select is(t.trial('caseworker-b', 'update trinn.forms set schema = ''{"a": 1}'' where id = 502') ~ '^42501', true, 'what it asks stays');
select is(t.trial('caseworker', $$ insert into trinn.forms (county_id, call_id, version, schema, sha256, state, made_by)
	values (50, 500, 3, '{}', 'x', 'proposed', trinn.caller_person()) $$), '23505 forms_one_proposed', 'one at a time waits');

select is(t.attempt('caseworker-b', pg_temp.decided('caseworker-b', 'approved')), '1', 'a second person approves it');
select is(t.attempt('caseworker-b', 'update trinn.calls set form_version = 2 where id = 500'), '1', 'and then it comes into force');
select is(t.trial('caseworker-b', 'update trinn.calls set form_version = 1 where id = 500'), 'TR460', 'the old one does not again');
select is(t.trial('caseworker-b', pg_temp.decided('caseworker-b', 'rejected', 'Nei')), 'TR500', 'nor is it refused any more');
select is(t.trial('hub_editor', 'select from trinn.forms where call_id = 500'), '2', 'applicants see both');

-- A form that one person approved alone: good for a planned call, and for no other.
select is(t.attempt('caseworker', format($$ insert into trinn.forms (county_id, call_id, version, schema, sha256, made_by)
	select 50, id, 9, '{}', 'x', %s from unnest(array[500, 501]) id $$, t.person('caseworker'))), '2', 'two forms by one person');
select is(t.trial('caseworker', 'update trinn.calls set form_version = 9 where id = 501'), '1', 'of a planned call one is in force at once');
select is(t.trial('caseworker', 'update trinn.calls set form_version = 9 where id = 500'), 'TR460', 'of an open one it is not');

-- 101 is a draft on version 1, 102 was returned.
select is(t.trial('hub_editor', 'update trinn.applications set form_version = 2 where id = 101'), '1', 'a draft moves to the form in force');
select is(t.trial('hub_editor', 'update trinn.applications set form_version = 9 where id = 101'), 'TR460', 'and to no other');
select is(t.trial('hub_editor', 'update trinn.applications set form_version = 2 where id = 102'), 'TR460', 'what was submitted stays on its own');
select is(t.trial('hub_editor', format($$ insert into trinn.applications (county_id, applicant_id, call_id, form_version, title, created_by)
	values (50, 101, 500, 1, 'x', %s) $$, t.person('hub_editor'))), 'TR460', 'nobody begins by the old form');
select is(t.trial('hub_editor', format($$ insert into trinn.applications (county_id, applicant_id, call_id, form_version, title, created_by)
	values (50, 101, 500, 2, 'x', %s) $$, t.person('hub_editor'))), '1', 'but by the one in force');

select * from finish();
rollback;
