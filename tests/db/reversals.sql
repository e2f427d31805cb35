-- A decision is reversed by two persons, on a ground of the law, after the party was heard; and in no other way.
begin;
select no_plan();
set local session_replication_role = replica;
delete from trinn.reversals;
set local session_replication_role = origin;

create function pg_temp.propose(p_more jsonb default '{}') returns text language sql as $$
	select format('insert into trinn.reversals (county_id, applicant_id, application_id, decision_id, number, ground, provision, superior, outcome, amount_ore, grounds, is_harmful, proposed_by)
		select d.county_id, d.applicant_id, d.application_id, d.id, 7, r.ground, r.provision, r.superior, r.outcome, r.amount_ore, ''Feil tall'', false, %s
		from trinn.decisions d, jsonb_populate_record(null::trinn.reversals, %L) r where d.id = 104', t.person('caseworker'),
		'{"ground": "invalid", "outcome": "annulled", "amount_ore": 0}'::jsonb || p_more)
$$;
-- Decided by decision_maker, as a decision of which something else may be said.
create function pg_temp.decide(p_more jsonb default '{}') returns text language sql as $$
	select format('insert into trinn.decisions select (jsonb_populate_record(x, %L)).* from trinn.decisions x where x.id = 104;
			with r as (update trinn.reversals set state = ''decided'', settled_by = %s, settled_at = now(), new_decision_id = 9001 where number = 7 returning 1)
			select count(*) from r', '{"id": 9001, "number": 2, "cause": "reversal", "outcome": "annulled", "amount_ore": 0, "grounds": "Feil tall", "replaces_id": 104, "accept_by": null}'::jsonb
		|| jsonb_build_object('recommended_by', t.person('caseworker'), 'decided_by', t.person('decision_maker')) || p_more, t.person('decision_maker'))
$$;

select is(t.trial('caseworker', pg_temp.propose()), '1', 'a caseworker proposes it');
select is(t.trial('decision_maker', pg_temp.propose()) ~ '^(42501|TR)', true, 'nobody else does');
select is(t.trial('caseworker', pg_temp.propose('{"ground": "not_detrimental"}')), '23514 reversals_ground', 'less is not on a ground that may not harm, whatever is said of it');
select is(t.trial('caseworker', pg_temp.propose('{"ground": "other_law"}')), '23514 reversals_ground', 'another law is named');
select is(t.trial('caseworker', pg_temp.propose('{"provision": "x"}')), '23514 reversals_ground', 'and none where the ground is this one');
select is(t.trial('caseworker', pg_temp.propose('{"outcome": "granted"}')), '23514 reversals_amount', 'what is granted has an amount');
select is(t.trial('decision_maker', 'update trinn.grants set state = ''annulled'' where id = 104'), '23514 grants_claims_open', 'a grant is not taken back without');

select is(t.trial('caseworker', pg_temp.propose('{"ground": "interests"}')), '23514 reversals_ground', 'for the sake of others a superior does');
select is(t.trial('caseworker', pg_temp.propose('{"superior": "Klagenemnda"}')), '23514 reversals_superior', 'with what it resolved');

-- By when the party is told of it, § 35 third paragraph.
create function pg_temp.in_time(known int, cause text default 'application', noticed int default 1) returns boolean language plpgsql as $$
declare
	outcome boolean;
begin
	set local session_replication_role = replica;
	update trinn.hearings set kind = 'notice', after_decision = 2, raised_at = now() - (known - noticed) * interval '1 day' where id = 104;
	update trinn.decisions d set released_at = now() - known * interval '1 day', cause = in_time.cause, number = 1 + (in_time.cause = 'appeal')::int,
		replaces_id = case in_time.cause when 'appeal' then 103 end where id = 104;
	perform t.act('decision_maker');
	outcome := trinn.is_told_in_time(d) from trinn.decisions d where d.id = 104;
	raise exception using errcode = 'TUNDO', message = outcome;
exception when sqlstate 'TUNDO' then
	return sqlerrm::boolean;
end $$;
select is(pg_temp.in_time(80), true, 'within three months');
select is(pg_temp.in_time(80, noticed => 21), true, 'with notice within three weeks');
select is(pg_temp.in_time(80, noticed => 22), false, 'and not later');
select is(pg_temp.in_time(93), false, 'nor after three months');
select is(pg_temp.in_time(22, 'appeal'), false, 'nor of one on an appeal after three weeks');
select is(pg_temp.in_time(21, 'appeal'), true, 'but within them');

select t.act('caseworker');
select lives_ok(pg_temp.propose(), 'it is proposed');
select is((select is_harmful from trinn.reversals where number = 7), true, 'to the detriment of the party');
select throws_ok(pg_temp.propose('{"ground": "invalid"}'), '23505', null, 'one at a time');
select throws_ok($$ update trinn.reversals set grounds = 'Annet' where number = 7 $$, 'TR500', null, 'what is proposed stands');
select t.forget();
set local session_replication_role = replica;
update trinn.hearings set state = 'withdrawn' where application_id = 104;
update trinn.appeals set settled_on = '2026-03-01', state = 'withdrawn' where application_id = 104;
set local session_replication_role = origin;
savepoint unheard;
select t.act('decision_maker');
select throws_ok(pg_temp.decide(), '23514', 'the party had no notice of reversal ' || (select id from trinn.reversals where number = 7), 'the party has notice first');
rollback to unheard;
set local session_replication_role = replica;
update trinn.hearings set kind = 'notice', state = 'exempt', answer_by = null, ground = 'known', ground_reason = 'Varslet', after_decision = 1, raised_at = now() where application_id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.decide('{"outcome": "rejected"}')), '23514 reversals_decided', 'it is what was proposed');
select is(t.trial('decision_maker', pg_temp.decide('{"grounds": "Annet"}')), '23514 reversals_decided', 'on its grounds');
select is(t.trial('decision_maker', pg_temp.decide()), '1', 'another person decides');
savepoint of_another;
set local session_replication_role = replica;
update trinn.hearings set raised_at = now() - interval '1 day' where application_id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.decide()), '23514 reversals_notice', 'but not by what was excepted before it was proposed');
set local session_replication_role = replica;
update trinn.hearings set state = 'raised', ground = null, ground_reason = null, answer_by = trinn.today() - 1 where application_id = 104;
update trinn.amendments set is_of_county = true, kind = 'annulment', state = 'withdrawn', asked_at = now() - interval '2 days' where application_id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.decide()), '23514 reversals_notice', 'nor with notice of an amendment');
rollback to of_another;
savepoint impartial;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 104, t.person('caseworker'), 'kin', 'disqualified', false, t.person('caseworker'));
select is(t.trial('decision_maker', pg_temp.decide()), '23514 decisions_preparers', 'but not what one proposed who is disqualified since');
rollback to impartial;
select is(t.trial('caseworker', pg_temp.decide()) ~ '^(42501|TR)', true, 'and not who proposed it');
savepoint appealed;
set local session_replication_role = replica;
insert into trinn.appeals select (jsonb_populate_record(x, '{"id": 9001, "application_id": 104, "decision_id": 104, "number": 9, "state": "lodged", "settled_on": null}')).*
from trinn.appeals x where x.id = 105;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.decide()), '23514 reversals_appeal', 'of an appeal that is open it says what becomes of it');
select is(t.trial('decision_maker', 'update trinn.appeals set state = ''moot'', settled_on = trinn.today() where id = 9001'), '23514 appeals_moot', 'which nothing else makes moot');
rollback to appealed;

savepoint decided;
select t.act('decision_maker');
select lives_ok(pg_temp.decide(), 'it is decided');
select throws_ok($$ update trinn.reversals set state = 'withdrawn' where number = 7 $$, null, null, 'for good');
set constraints all immediate;
select pass('and what reverses has its reversal');
rollback to decided;
select t.act('decision_maker');
insert into trinn.decisions select (jsonb_populate_record(x, '{"id": 9001, "number": 2, "cause": "reversal", "replaces_id": 104}')).* from trinn.decisions x where x.id = 104;
select throws_ok('set constraints trinn.decisions_reverse immediate', '23514', 'decision 9001 reverses nothing', 'none is of nothing');
select * from finish();
rollback;
