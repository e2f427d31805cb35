-- A decision that is held is set aside by a reversal alone, is never made known then, and leaves room for another first decision.
begin;
select no_plan();

set local session_replication_role = replica;
delete from trinn.reversals;
delete from trinn.hearings where application_id = 104;
update trinn.appeals set settled_on = '2026-03-01', state = 'withdrawn' where application_id = 104;
update trinn.decisions set released_at = null, appeal_deadline = null, accept_by = null, decided_on = trinn.today() - 5, release_on = trinn.today() where id = 104;
update trinn.applications set state = 'recommended' where id = 104;
update trinn.grants set state = 'offered', accept_by = null where id = 104;
set local session_replication_role = origin;

create function pg_temp.propose(p_ground text default 'not_reached') returns text language sql as $$
	select format('insert into trinn.reversals (id, county_id, applicant_id, application_id, decision_id, number, ground, outcome, amount_ore, grounds, proposed_by)
		values (9001, 50, 101, 104, 104, 7, %L, ''annulled'', 0, ''Feil tall'', %s)', p_ground, t.person('caseworker'))
$$;
create function pg_temp.decide() returns text language sql as $$
	select format('update trinn.reversals set state = ''decided'', settled_by = %s, settled_at = now() where id = 9001', t.person('decision_maker'))
$$;
create function pg_temp.release() returns text language sql as $$ select $s$ select trinn.release_decision(104, '2026-12-01', '2026-12-01') $s$ $$;

select is((select array_agg(n.id) from trinn.jobs_next_release(103) n), '{104}', 'its day has come');
select is(t.trial('decision_maker', pg_temp.release()), '1', 'and it may be made known');
savepoint left_meanwhile;
set local session_replication_role = replica;
update trinn.application_partners set state = 'withdrawn' where application_id = 104 and organisation_id = 302;
set local session_replication_role = origin;
select is((select array_agg(n.id) from trinn.jobs_next_release(103) n), null, 'not on its day, where a partner has left');
select is((select trinn.jobs_release_decision(50, 104, '2026-12-01', '2026-12-01')), false, 'which is asked again');
select t.forget();
select is(t.trial('decision_maker', pg_temp.release()), 'TR412', 'nor by anybody');
select throws_ok($$ with who as materialized (select t.act('decision_maker')) update trinn.decisions set released_at = now(), appeal_deadline = '2026-12-01'
	from who where id = 104 $$, '23514', 'partners of application 104 have not confirmed', 'nor otherwise');
rollback to left_meanwhile;
select t.forget();

select t.act('caseworker');
select lives_ok(pg_temp.propose(), 'what is held has not reached the party');
select t.forget();
select is((select is_harmful from trinn.reversals where id = 9001), false, 'and harms it not');
select is((select array_agg(n.id) from trinn.jobs_next_release(103) n), null, 'while that is proposed its day does not make it known');
select is(t.trial('decision_maker', pg_temp.release()), 'TR412', 'nor does anybody');
select is(t.trial('decision_maker', 'select trinn.drop_decision(9001)'), '23514 decisions_dropped', 'nor is it dropped before another agrees');

savepoint proposed;
select t.act('decision_maker');
select lives_ok(pg_temp.decide(), 'another person decides');
select throws_ok('set constraints trinn.reversals_drop immediate', '23514', 'reversal 9001 sets nothing aside', 'which sets it aside');
rollback to proposed;
savepoint other_ground;
set local session_replication_role = replica;
update trinn.reversals set ground = 'invalid' where id = 9001;
set local session_replication_role = origin;
select is(t.attempt('decision_maker', pg_temp.decide()), '23514 reversals_decided', 'on that ground alone');
rollback to other_ground;

set local session_replication_role = replica;
delete from trinn.outbox;
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content) values (50, 'application.decide', 'application', 104, 101, '{}');
set local session_replication_role = origin;
select t.act('decision_maker');
select lives_ok(pg_temp.decide(), 'another person decides');
select trinn.drop_decision(9001);
select lives_ok('set constraints trinn.reversals_drop immediate', 'and it is dropped');
select t.forget();
select is(trinn.is_held(50, 104), false, 'it is held no more');
select is((select count(*) from trinn.outbox where delivered_at is null), 0::bigint, 'and nobody is told');
select is(t.value('hub_signatory', 'select count(*) from trinn.decisions where id = 104'), '0', 'nor reads it');
select is(t.value('hub_signatory', 'select count(*) from trinn.grants where id = 104'), '0', 'or what it granted');
select is(t.value('hub_signatory', 'select count(*) from trinn.reversals where id = 9001'), '0', 'or that it was set aside');
select throws_ok('update trinn.decisions set released_at = now(), dropped_at = null where id = 104', 'TR500', null, 'for good');
set local session_replication_role = replica;
select throws_ok($$ insert into trinn.decisions select (jsonb_populate_record(x, '{"id": 9001, "number": 2, "dropped_at": null, "released_at": "2026-03-01"}')).* from trinn.decisions x where x.id = 104;
	insert into trinn.decisions select (jsonb_populate_record(x, '{"id": 9002, "number": 3, "dropped_at": null, "released_at": "2026-03-01"}')).* from trinn.decisions x where x.id = 104 $$, '23505', null, 'one more is the first');
select * from finish();
rollback;
