-- What a hub delivers: shares that add up, rows that stand, and a calendar for whoever has its secret.
begin;
select no_plan();

-- ---- shares

select is(trinn.basis_points(1, 3), 3333, 'a third is 33,33 %');
select is(trinn.basis_points(2, 3), 6667, 'two thirds are 66,67 %');
select is(trinn.basis_points(1, 20000), 1, 'half a basis point is one');
select is(trinn.basis_points(0, 7), 0, 'nothing is none of it');
select is(trinn.basis_points(0, 0), null, 'of nothing there is no share');
select is(trinn.delivery_json(300, 100, 250, 50, 8333)::text,
	'{"hubMinutes" : 300, "fagpartnerMinutes" : 100, "ownShareBasisPoints" : 7500, "digitalMinutes" : 250, "greenMinutes" : 50,'
	' "unthemedMinutes" : 100, "unthemedBasisPoints" : 2500, "digitalBasisPoints" : 8333, "offProfileBasisPoints" : 0}', 'five parts of six are on a profile of 5:1');
select is(trinn.delivery_json(60, 0, 0, 60, 8333)->>'offProfileBasisPoints', '-8333', 'all green is as far from it as can be');
select is(trinn.delivery_json(60, 0, 60, 0, null)->>'offProfileBasisPoints', null, 'without a profile there is nothing to compare with');
select is(trinn.delivery_json(60, 0, 0, 0, 8333)->>'offProfileBasisPoints', null, 'nor without a theme');

-- ---- rows

insert into trinn.organisations (id, orgnr, name, form) overriding system value values (309, '910000309', 'Bedrift AS', 'AS');
select t.act('hub_signatory');
insert into trinn.enrolments (id, county_id, programme_id, programme_version, firm_id, hub_id, state) overriding system value values (109, 50, 500, 1, 309, 101, 'prospect');
select t.forget();
create function pg_temp.joined() returns text language sql as
	$$ select t.trial('hub_signatory', 'insert into trinn.cohort_firms (county_id, cohort_id, enrolment_id, joined_on) values (50, 100, 109, ''2026-03-01'')') $$;
savepoint a;
update trinn.cohorts set capacity = 1 where id = 100 and county_id = 50;
select is(pg_temp.joined(), '23514 cohorts_free', 'a cohort is full at its capacity');
update trinn.cohorts set capacity = 2 where id = 100 and county_id = 50;
select is(pg_temp.joined(), '1', 'and not before');
rollback to a;
select is(t.trial('hub_signatory', 'update trinn.cohorts set taken = 0 where id = 100'), '42501', 'nobody counts its places by hand');
select is(t.trial('hub_signatory', $$ insert into trinn.cohort_firms (county_id, cohort_id, enrolment_id, joined_on) values (50, 100, 200, '2026-03-01') $$),
	'42501', 'a hub adds no firm that another hub follows');
select is(t.trial('hub_signatory', $$ update trinn.tracks set state = 'ended' where id = 100 $$), '23514 tracks_over', 'a track with a cohort is not over');
savepoint b;
set local session_replication_role = replica;
update trinn.tracks set state = 'ended' where id = 100;
set local session_replication_role = origin;
select is(t.trial('hub_signatory', $$ insert into trinn.cohorts (county_id, hub_id, track_id, programme_id, programme_version, stage, title, starts_on, ends_on)
	select county_id, hub_id, track_id, programme_id, programme_version, stage, title, starts_on, ends_on from trinn.cohorts where id = 100 $$),
	'23514 tracks_open', 'and one that is over has no more');
select is(t.trial('hub_signatory', $$ insert into trinn.tracks (county_id, applicant_id, programme_id, title) values (50, 101, 500, 'LØP 100') $$),
	'1', 'its title is free');
rollback to b;
select is(t.trial('hub_signatory', $$ insert into trinn.tracks (county_id, applicant_id, programme_id, title) values (50, 101, 500, 'LØP 100') $$),
	'23505 tracks_one_title', 'that of an open one is taken, however it is written');
select is(t.trial('hub_signatory', $$ update trinn.sessions set kind = 'consulting' where id = 100 $$), '23514 sessions_of_firm', 'consulting is of a firm');
select is(t.trial('hub_signatory', $$ update trinn.sessions set kind = 'consulting', firm_id = 301 where id = 100 $$), '1', 'of the cohort');
select is(t.trial('hub_signatory', $$ update trinn.sessions set kind = 'consulting', firm_id = 302 where id = 100 $$),
	'23503 sessions_county_id_cohort_id_firm_id_fkey', 'and of no other');
update trinn.sessions set kind = 'consulting', firm_id = 301 where id = 100 and county_id = 50;
select is(t.value('firm', 'select count(*) from trinn.sessions where id = 100'), '1', 'who is consulted sees it');
-- As if the other hub's firm had been handed over.
set local session_replication_role = replica;
insert into trinn.cohort_firms values (50, 100, 101, 302, 200, '2026-03-01');
set local session_replication_role = origin;
select is(t.value('firm-2', 'select count(*) from trinn.cohorts where id = 100'), '1', 'another firm of the cohort sees the cohort');
select is(t.value('firm-2', 'select count(*) from trinn.cohort_firms where cohort_id = 100'), '1', 'of its firms itself alone');
select is(t.value('firm-2', 'select count(*) from trinn.sessions where id = 100'), '0', 'and not what is held for one');
select is(t.trial('firm-2', $$ insert into trinn.feedback (county_id, session_id, hub_id, firm_id, score) values (50, 100, 101, 302, 5) $$),
	'23503 feedback_county_id_session_id_firm_id_fkey', 'who was not asked to come has nothing to say of it');

-- Who leaves the programme or the stage has left its cohorts, and the rows stay.
create function pg_temp.left(changes text) returns text language plpgsql as $$
declare
	found text := t.attempt('hub_signatory', format('update trinn.enrolments set %s where id = 100', changes));
begin
	select found || format(', taken %s, left %s, %s', c.taken, m.left_on = trinn.today(),
		(select string_agg(e.action || ' ' || (e.detail->>'state'), ',') from trinn.audit_events e
			where e.county_id = 50 and e.case_kind = 'cohort' and e.case_id = 100 and e.seq > 1))
	into found from trinn.cohorts c join trinn.cohort_firms m on m.county_id = c.county_id and m.cohort_id = c.id and m.enrolment_id = 100
	where c.county_id = 50 and c.id = 100;
	return found;
end $$;
savepoint a;
select is(pg_temp.left($$ state = 'dropped_out', reason = 'other' $$), '1, taken 0, left t, leave dropped_out', 'who drops out gives its place in the cohort free');
rollback to a;
select is(pg_temp.left($$ state = 'completed' $$), '1, taken 1, left , ', 'who has completed the stage stays in the cohort');
select is(pg_temp.left($$ state = 'finished' $$), '1, taken 0, left t, leave finished', 'until it has finished');
rollback to a;
insert into trinn.stages select (jsonb_populate_record(s, '{"number": 3}')).* from trinn.stages s
	where s.county_id = 50 and s.programme_id = 500 and s.programme_version = 1 and s.number = 2;
select is(pg_temp.left($$ state = 'completed' $$), '1, taken 1, left , ', 'or until it leaves otherwise');
savepoint completed;
select is(pg_temp.left($$ state = 'enrolled', stage = 3 $$), '1, taken 0, left t, leave enrolled', 'until it goes on to another stage');
rollback to completed;
update trinn.handovers set to_hub_id = 102 where id = 100;
select is(t.attempt('hub_signatory-2', $$ update trinn.handovers set state = 'accepted', answered_by = trinn.caller_person() where id = 100 $$), '1',
	'or is handed over');
select is((select taken from trinn.cohorts where county_id = 50 and id = 100), 0, 'to another hub');
rollback to a;
update trinn.cohorts set taken = 0 where id = 100 and county_id = 50;
select is(pg_temp.left($$ state = 'dropped_out', reason = 'other' $$), '23514 cohorts_taken_check, taken 0, left , ', 'a place that is not taken is not freed');
rollback to a;

select is(t.trial('hub_editor', $$ update trinn.sessions set state = 'held', held_minutes = 180, changed_at = ends_at - interval '1 second' where id = 100 $$),
	'23514 sessions_held', 'a session is held when it is over');
select is(t.trial('hub_editor', $$ update trinn.sessions set ends_at = starts_at + interval '24 hours 1 second' where id = 100 $$),
	'23514 sessions_check', 'and lasts a day and a night at most');
select is(t.trial('hub_editor', $$ insert into trinn.sessions (county_id, hub_id, cohort_id, firm_id, kind, title, starts_at, ends_at, place, delivered_by, planned_minutes)
	select county_id, hub_id, cohort_id, firm_id, kind, upper(title), starts_at, starts_at + interval '1 hour', 'Ute', 'hub', 60 from trinn.sessions where id = 100 $$),
	'23505 sessions_once', 'nor is it planned twice');

-- Of a firm's gates: what it was invited to, and what was held for another is not.
set local session_replication_role = replica;
update trinn.sessions set state = 'held', held_minutes = 180, delivered_by = 'hub', engagement_id = null, partner_id = null where id = 100;
set local session_replication_role = origin;
select t.act('hub_signatory');
create temp view invited as select trinn.way_of(100)->'sessions' #>> '{}' as own, trinn.way_of(200)->'sessions' #>> '{}' as other;
select is((select own from invited), '[{"stage" : 2, "attended" : true}]', 'consulting counts for whom it is held for');
select is((select other from invited), '[]', 'and for no other firm of the cohort');
update trinn.cohort_firms set joined_on = '2026-04-01' where enrolment_id = 100;
select is((select own from invited), '[{"stage" : 2, "attended" : true}]', 'who came, left and came back has come');
select t.forget();

-- It was not held after all.
create function pg_temp.reopen(more text default '[{"on": "2026-03-03", "heldMinutes": 180, "reason": "En annen"}]') returns text language sql as $$
	select format('update trinn.sessions set state = ''planned'', held_minutes = null, reopenings = reopenings || %L where id = 100', more)
$$;
select t.act('hub_signatory');
select is(trinn.rests_on_session(100), '{feedback}', 'what a firm says of a session rests on it');
select t.forget();
select is(t.trial('hub_signatory', pg_temp.reopen()), '23514 sessions_reopened', 'which is not reopened then');
savepoint said;
delete from trinn.feedback where session_id = 100;
select is(t.trial('hub_signatory', pg_temp.reopen('[]')), '23514 sessions_reopened', 'nor without a reason');
select is(t.trial('hub_signatory', pg_temp.reopen('[{}, {}]')), '23514 sessions_reopened', 'or several at once');
savepoint unsaid;
select is(t.attempt('hub_signatory', pg_temp.reopen()), '1', 'but otherwise');
select is_empty('select from trinn.attendances where session_id = 100', 'and nobody came');
rollback to unsaid;
set local session_replication_role = replica;
insert into trinn.enrolment_steps (county_id, enrolment_id, seq, hub_id, firm_id, from_state, to_state, stage, programme_version, round, role, at)
	values (50, 100, 90, 101, 301, 'active', 'completed', 2, 1, 1, 'hub_editor', now());
set local session_replication_role = origin;
select t.act('hub_signatory');
select is(trinn.rests_on_session(100), '{completed}', 'a stage rests on it that was completed by a firm which came');
update trinn.attendances set head_count = 0 where session_id = 100;
select is(trinn.rests_on_session(100), '{}', 'and not by one that did not');
rollback to said;
select t.forget();

select is(t.trial('hub_signatory', 'update trinn.attendances set head_count = 3 where session_id = 100'), '1', 'who came is put right');
update trinn.cohorts set version = version + 1 where id = 100;
alter table trinn.cohorts disable trigger cohorts_transition;
update trinn.cohorts set state = 'ended' where id = 100;
select is(t.trial('hub_signatory', 'update trinn.attendances set head_count = 3 where session_id = 100'), 'TR460', 'until the cohort has ended');

-- ---- calendars

update trinn.sessions set starts_at = now() + interval '1 day', ends_at = now() + interval '1 day 1 hour',
	changed_at = now() + interval '1 day 1 hour', kind = 'workshop', firm_id = null;
create function pg_temp.shown(secret text) returns bigint[] language sql as
	$$ select array_agg(split_part(split_part(uid, '@', 1), '-', 2)::bigint order by 1) from trinn.calendar(sha256(secret::bytea)) $$;
select is(pg_temp.shown('100'), '{100}', 'a hub''s calendar has its own sessions');
select is(pg_temp.shown('101'), '{100}', 'a firm''s those of its cohorts');
update trinn.cohort_firms set left_on = trinn.today() where firm_id = 301;
select is(pg_temp.shown('101'), null, 'until it leaves');
update trinn.cohort_firms set left_on = null where firm_id = 301;
update trinn.sessions set kind = 'interview', firm_id = 302 where id = 100;
select is(pg_temp.shown('101'), null, 'and none that is held for another');
update trinn.sessions set kind = 'meeting', firm_id = null, cohort_id = null, network_id = 100, delivered_by = 'hub', engagement_id = null,
	partner_id = null where id = 100;
select is(pg_temp.shown('101'), '{100}', 'and the networks'' of the hub that follows it');
select is(pg_temp.shown('201'), '{200}', 'and of no other hub');
update trinn.calendar_feeds set revoked_on = trinn.today() where id = 101;
select throws_ok($$ select pg_temp.shown('101') $$, 'TR404', null, 'a calendar that was revoked is not there');
select throws_ok($$ select pg_temp.shown('x') $$, 'TR404', null, 'nor is one that never was');
set local role trinn_api;
select is((select count(*) from trinn.calendar(sha256('100'))), 1::bigint, 'the others are read without a token');

select * from finish();
rollback;
