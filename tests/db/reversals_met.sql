-- A reversal is decided as a meeting that had it resolved, and what a meeting decided is not reversed without one.
begin;
select no_plan();

-- That decision 104 is set aside is proposed, and the party has had notice.
set local session_replication_role = replica;
delete from trinn.reversals;
update trinn.hearings set kind = 'notice', state = 'exempt', answer_by = null, ground = 'known', ground_reason = 'Varslet', raised_at = now(), after_decision = 1 where application_id = 104;
update trinn.appeals set settled_on = '2026-03-01', state = 'withdrawn' where application_id = 104;
insert into trinn.reversals (id, county_id, applicant_id, application_id, decision_id, number, ground, outcome, amount_ore, grounds, is_harmful, proposed_by)
values (9001, 50, 101, 104, 104, 1, 'invalid', 'annulled', 0, 'Feil tall', true, t.person('caseworker'));
set local session_replication_role = origin;

create function pg_temp.decide(decider text, why text default 'Feil tall', departs text default null, item bigint default null) returns text language sql as $$
	select t.trial(decider, format('insert into trinn.decisions select (jsonb_populate_record(x, %L)).* from trinn.decisions x where x.id = 104;
			with r as (update trinn.reversals set state = ''decided'', settled_by = %s, settled_at = now(), new_decision_id = 9001 where id = 9001 returning 1)
			select count(*) from r', '{"id": 9001, "number": 2, "cause": "reversal", "outcome": "annulled", "amount_ore": 0, "replaces_id": 104, "accept_by": null}'::jsonb
		|| jsonb_build_object('recommended_by', t.person('caseworker'), 'decided_by', t.person(decider), 'grounds', why, 'departure_grounds', departs,
			'meeting_item_id', item), t.person(decider)))
$$;
create function pg_temp.put(p_kind text default 'reversal') returns text language sql as $$
	select t.attempt('secretary', format('insert into trinn.meeting_items (id, county_id, meeting_id, number, kind, applicant_id, application_id, reversal_id, put_by)
		values (9100, 50, 100, 1, %L, 101, 104, 9001, %s)', p_kind, t.person('secretary')))
$$;
create function pg_temp.propose(p_state text, p_outcome text default 'reversed') returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.meetings set state = 'approved', presided_by = t.person('steering_member'), agenda = 1 where id = 100;
	update trinn.meeting_items set state = case p_state when 'carried' then 'resolved' else 'listed' end where id = 9100;
	delete from trinn.proposals where item_id = 9100;
	insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, tally, presided_by, made_by)
	select county_id, meeting_id, id, applicant_id, application_id, 1, 'reversal', p_outcome, 0, 'Enige', p_state, case p_state when 'carried' then '{}'::json end, put_by, put_by
	from trinn.meeting_items where id = 9100;
	set local session_replication_role = origin;
end $$;

select is(pg_temp.put('application'), '23514 meeting_items_check', 'a reversal on an agenda is an item of its own kind');
savepoint unheard;
set local session_replication_role = replica;
delete from trinn.hearings where application_id = 104;
set local session_replication_role = origin;
select is(t.value('caseworker', 'select trinn.is_told(r) from trinn.reversals r where r.id = 9001'), 'false', 'a party that had no notice');
rollback to unheard;
select is(t.value('caseworker', 'select trinn.is_told(r) from trinn.reversals r where r.id = 9001'), 'true', 'has it first');
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
set local session_replication_role = origin;
select is(pg_temp.put(), '1', 'when it is proposed');
select is(pg_temp.decide('decision_maker'), '23514 decisions_before_meeting', 'nothing is decided while a meeting has it');

select pg_temp.propose('voting');
select is(t.trial('caseworker', 'update trinn.reversals set state = ''withdrawn'', reason = ''Nei'', settled_at = now(), settled_by = ' || t.person('caseworker') || ' where id = 9001'),
	'23514 applications_voted_on', 'what members vote on is not withdrawn');
select pg_temp.propose('carried');
select is(t.trial(subject, format('update trinn.reversals set state = %L, reason = ''Nei'', settled_at = now(), settled_by = %s where id = 9001', state, t.person(subject))),
	'23514 applications_resolved', 'what a body resolved is not ' || state)
from (values ('caseworker', 'withdrawn'), ('decision_maker', 'returned')) v(subject, state);
select is(pg_temp.decide('decision_maker', 'Enige', null, 9100), '23514 decisions_resolved', 'what a body decides its secretary enters');
select is(pg_temp.decide('secretary', 'Feil tall', null, 9100), '23514 decisions_resolved', 'on the grounds that were voted on');
select is(pg_temp.decide('secretary', 'Enige'), '23514 reversals_decided', 'as its item');
select is(pg_temp.decide('secretary', 'Enige', null, 9100), '1', 'as it was resolved');
select pg_temp.propose('carried', 'stands');
select is(pg_temp.decide('secretary', 'Enige', null, 9100), '23514 decisions_resolved', 'and not where the body lets the decision stand');
select is(t.trial('secretary', format('update trinn.reversals set state = ''returned'', reason = ''Nei'', settled_at = now(), settled_by = %s where id = 9001', t.person('secretary'))),
	'1', 'then it is sent back');

-- A body that may not decide recommends.
set local session_replication_role = replica;
delete from trinn.authorities where body_id = 100;
set local session_replication_role = origin;
select is(pg_temp.decide('decision_maker', item => 9100), '23514 decisions_departure', 'who departs from what a body recommends');
select is(pg_temp.decide('decision_maker', 'Feil tall', 'Regnefeil', 9100), '1', 'says why');

-- What a meeting decided.
set local session_replication_role = replica;
delete from trinn.meeting_items where id = 9100;
insert into trinn.meeting_items (id, county_id, meeting_id, number, kind, applicant_id, application_id, state, put_by)
values (9101, 50, 100, 1, 'application', 101, 104, 'resolved', t.person('secretary'));
update trinn.decisions set meeting_item_id = 9101, body = 'Styringsgruppe 100' where id = 104;
set local session_replication_role = origin;
select is(pg_temp.decide(subject), '23514 decisions_resolved', 'what a meeting decided a ' || subject || ' does not reverse without one') from unnest('{decision_maker,secretary}'::text[]) subject;
set local session_replication_role = replica;
update trinn.reversals set superior = 'Klagenemnda', superior_reference = 'KN 1', superior_on = '2026-03-01' where id = 9001;
update trinn.decisions set body = 'Klagenemnda', resolution = 'KN 1' where id = 104;
set local session_replication_role = origin;
select is(pg_temp.decide('decision_maker'), '1', 'but for its superior');
select * from finish();
rollback;
