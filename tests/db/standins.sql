-- A stand-in has the role of their own, and only who is away or their leader names one.
begin;
select no_plan();
create function pg_temp.name(subject text, away text, standin text) returns text language sql as $$
	select t.trial(subject, format('insert into trinn.standins (county_id, person_id, standin_id, role, starts_on, ends_on, named_by)
		values (50, %s, %s, ''caseworker'', trinn.today(), trinn.today(), %s)', t.person(away), t.person(standin), t.person(subject)))
$$;
select is(pg_temp.name('caseworker', 'caseworker', 'decision_maker'), '23514 standins_role', 'who does not have the role does not stand in');
set local session_replication_role = replica;
insert into trinn.role_assignments (county_id, person_id, organisation_id, role, kind, valid_from)
values (50, t.person('decision_maker'), 1, 'caseworker', 'county', '2026-01-01');
set local session_replication_role = origin;
select is(pg_temp.name('caseworker', 'caseworker', 'decision_maker'), '1', 'who has it does');
select is(pg_temp.name('secretary', 'caseworker', 'decision_maker') ~ '^42501', true, 'a colleague does not name them');
select is(pg_temp.name('caseworker', 'caseworker', 'caseworker') ~ '^23514', true, 'nobody stands in for themselves');
select t.act('caseworker');
select is(trinn.stood_in_for(), '{}', 'who stands in for nobody');
insert into trinn.standins (county_id, person_id, standin_id, role, starts_on, ends_on, named_by)
values (50, t.person('archivist'), t.person('caseworker'), 'caseworker', trinn.today(), trinn.today(), t.person('caseworker'));
select is(trinn.stood_in_for(), array[t.person('archivist')], 'and for somebody');
select t.forget();
select throws_ok($$ insert into trinn.standins (county_id, person_id, standin_id, role, starts_on, ends_on, named_by)
	select county_id, person_id, standin_id, role, starts_on, ends_on, named_by from trinn.standins $$, '23P01', null, 'one at a time');

-- ---- a case is given to a caseworker
create function pg_temp.give(subject text) returns text language sql as $$
	select t.trial('caseworker', format('update trinn.applications set caseworker_id = %s where id = 103', t.person(subject)))
$$;
select is(t.trial('decision_maker', format('update trinn.applications set caseworker_id = %s where id = 103', t.person('caseworker-b'))) ~ '^42501',
	true, 'who decides gives nobody a case');
select is(pg_temp.give('releaser'), '23514 applications_caseworker', 'who has no such role is given no case');
select is(pg_temp.give('caseworker-b'), '1', 'a colleague is');
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('caseworker-b'), 'kin', 'raised', false, t.person('archivist'));
select is(pg_temp.give('caseworker-b'), '23514 applications_impartial', 'but no case from which they may be disqualified');
select * from finish();
rollback;
