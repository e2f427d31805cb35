-- Nothing is begun or sent after the deadline but within the grace and with leave, which two persons give.
begin;
select no_plan();

-- ---- midnight in Norway, and an hour that passes as on a clock nobody moves
create function pg_temp.told(p_closes_on date) returns text language sql as $$
	select string_agg(to_char(at at time zone 'UTC', 'MM-DD HH24:MI'), ' ') from (values (trinn.closes_at(p_closes_on)), (trinn.grace_ends_at(p_closes_on))) t(at)
$$;
select t.act('caseworker');
select is(pg_temp.told('2026-01-15'), '01-15 23:00 01-16 00:00', 'in winter');
select is(pg_temp.told('2026-07-15'), '07-15 22:00 07-15 23:00', 'in summer');
select is(pg_temp.told('2026-03-28'), '03-28 23:00 03-29 00:00', 'before the night that clocks go forward');
select is(pg_temp.told('2026-03-29'), '03-29 22:00 03-29 23:00', 'and after it');
select is(pg_temp.told('2026-10-24'), '10-24 22:00 10-24 23:00', 'before the night that they go back');
select is(pg_temp.told('2026-10-25'), '10-25 23:00 10-26 00:00', 'and after it');
select is(pg_temp.told('2026-12-31'), '12-31 23:00 01-01 00:00', 'at the end of the year');
select t.forget();
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source) values (50, 'calls.grace_minutes', 'x', '2026-01-01', 180, 'minutes', 'x');
set constraints all immediate;
select t.act('caseworker');
select is(pg_temp.told('2026-03-28'), '03-28 23:00 03-29 02:00', 'three hours of grace over it are three hours');
select t.forget();
delete from trinn.rule_params where key = 'calls.grace_minutes';

-- ---- 101 is a draft: begun in time or not, sent in time or not
create function pg_temp.moved(p_closes_on date, p_begun timestamptz) returns void language sql as $$
	update trinn.calls set closes_on = p_closes_on where id = 500;
	update trinn.applications set created_at = p_begun where id = 101;
$$;
create function pg_temp.sent(subject text default 'hub_signatory') returns text language sql as $$
	select t.trial(subject, format($f$ update trinn.applications set state = 'submitted', submitted_by = %s, submitted_at = now() where id = 101 $f$, t.person(subject)))
$$;
create function pg_temp.begun(leave bigint default null) returns text language sql as $$
	select t.trial('hub_editor', format($f$ insert into trinn.applications (county_id, applicant_id, call_id, form_version, late_submission_id, title, created_by)
		values (50, 101, 500, 1, %L, 'x', %s) $f$, leave, t.person('hub_editor')))
$$;
create function pg_temp.saved(subject text default 'hub_editor') returns text language sql as $$
	select t.trial(subject, 'update trinn.applications set costs = ''[]'' where id = 101')
$$;
select is(pg_temp.sent(), '1', 'in time it is sent');
select is(pg_temp.saved(), '1', 'and changed');
select is(pg_temp.begun(), '1', 'and another begun');
select pg_temp.moved(trinn.today() - 3, now() - interval '9 days');
select is(pg_temp.sent(), '23514 applications_in_time', 'after the grace it is not');
select is(pg_temp.saved(), '1', 'but changed, as leave is asked for');
update trinn.late_submissions set draft_id = 103 where id = 100;
select is(pg_temp.saved(), '23514 applications_in_time', 'else not');
select is(pg_temp.begun(), '23514 applications_in_time', 'nor another begun');
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source) values (50, 'calls.grace_minutes', 'x', '2026-01-01', 99999, 'minutes', 'x');
set constraints all immediate;
select is(pg_temp.sent(), '1', 'within the grace it is, as it was begun in time');
select is(pg_temp.saved(), '1', 'and changed');
select is(pg_temp.begun(), '23514 applications_in_time', 'but nothing is begun');
select pg_temp.moved(trinn.today() - 3, trinn.closes_at(trinn.today() - 3));
select is(pg_temp.sent(), '23514 applications_in_time', 'nor sent of what was begun too late');
delete from trinn.rule_params where key = 'calls.grace_minutes';

update trinn.late_submissions set draft_id = 101 where id = 100;

-- ---- leave: 100 is of the draft and recommended, 101 was given to begin one
select is(pg_temp.begun(101), '1', 'with leave one is begun');
select is(pg_temp.begun(102), '23514 applications_in_time', 'not with what was only asked');
select is(t.trial('hub_signatory-2', format($f$ insert into trinn.applications (county_id, applicant_id, call_id, form_version, late_submission_id, title, created_by)
	values (50, 102, 500, 1, 101, 'x', %s) $f$, t.person('hub_signatory-2'))) ~ '^23', true, 'nor with another''s');
update trinn.applications set late_submission_id = 101 where id = 103;
select is(pg_temp.begun(101), '23505 applications_leave', 'and one only');
update trinn.applications set late_submission_id = null where id = 103;

create function pg_temp.decision(subject text, p_state text) returns text language sql as $$
	select format($f$ update trinn.late_submissions set state = %1$L, grounds = 'x', body = 'x', decided_by = %2$s, decided_on = trinn.today(),
		submit_by = case %1$L when 'granted' then trinn.today() end, appeal_body = case %1$L when 'refused' then 'x' end,
		appeal_deadline = case %1$L when 'refused' then trinn.today() end, rule_params = case %1$L when 'refused' then '{1}'::bigint[] end where id = 100 $f$,
		p_state, t.person(subject))
$$;
select is(t.trial('caseworker', pg_temp.decision('caseworker', 'granted')), 'TR460', 'who recommends does not decide');
select is(t.trial('decision_maker', pg_temp.decision('caseworker-b', 'granted')) ~ '^TR', true, 'nor does anybody in another''s name');
select is(t.trial('decision_maker', pg_temp.decision('decision_maker', 'refused')), '1', 'another refuses, with a deadline for the appeal');
select throws_ok($$ update trinn.late_submissions set recommended_by = asked_by where id = 100 $$, '23514', null, 'who asked does not recommend');
select throws_ok(format($$ update trinn.late_submissions set state = 'granted', grounds = 'x', body = 'x', decided_by = recommended_by, decided_on = trinn.today(),
	submit_by = trinn.today() where id = 100 $$), null, null, 'two persons, whoever writes');
savepoint refusal;
insert into trinn.late_recommendations (county_id, applicant_id, late_submission_id, outcome, grounds, made_by)
values (50, 101, 100, 'refused', 'x', t.person('caseworker'));
select is(t.trial('decision_maker', pg_temp.decision('decision_maker', 'granted')), '23514 late_submissions_recommended', 'leave takes two who want it');
select is(t.trial('decision_maker', 'update trinn.late_submissions set state = ''asked'' where id = 100'), '1', 'it is sent back');
rollback to refusal;
select is(t.attempt('decision_maker', pg_temp.decision('decision_maker', 'granted')), '1', 'another gives leave');
select is(pg_temp.sent(), '1', 'then the draft is sent');
select is(pg_temp.saved(), '1', 'or changed before');
select is(t.trial('decision_maker', 'update trinn.late_submissions set submit_by = ''2099-01-01'' where id = 100'), 'TR500', 'what was decided stands');

select is(t.trial('hub_signatory', 'select from trinn.late_recommendations'), '0', 'the applicant does not see what was recommended');
select is(t.trial('hub_signatory-2', 'select from trinn.late_submissions where applicant_id = 101'), '0', 'nor another what was asked');

select * from finish();
rollback;
