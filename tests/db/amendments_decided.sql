-- An amendment is decided as a meeting that had it resolved, and after the recipient was heard of what the county takes back.
begin;
select no_plan();

-- What somebody settles of amendment 104.
create function pg_temp.settle(decider text, state text, departs text default null, why text default 'Utsatt') returns text language sql as $$
	select t.trial(decider, format('with m as (update trinn.amendments set state = %1$L, grounds = %5$L, body = ''Styringsgruppe 100'',
			granted_until = case %1$L when ''approved'' then asked_until end, prepared_by = %2$s, settled_by = %3$s, settled_at = now(),
			decision_id = case %1$L when ''approved'' then 104 end, departure_grounds = %4$L, version = version + 1 where id = 104 returning 1)
		select count(*) from m', state, t.person('caseworker'), t.person(decider), departs, why))
$$;
create function pg_temp.put(body text) returns text language sql as $$
	select t.attempt('secretary', format('insert into trinn.meeting_items (county_id, meeting_id, number, kind, applicant_id, application_id, amendment_id, put_by)
		values (50, 100, 1, %L, 101, 104, 104, %s)', body, t.person('secretary')))
$$;
create function pg_temp.resolve(p_outcome text) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.meetings set state = 'approved', presided_by = t.person('steering_member'), agenda = 1 where id = 100;
	update trinn.meeting_items set state = 'resolved' where amendment_id = 104;
	delete from trinn.proposals where kind = 'amendment';
	insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, tally, presided_by, made_by)
	select county_id, meeting_id, id, applicant_id, application_id, 1, 'amendment', p_outcome, 0, 'Enige', 'carried', '{}', put_by, put_by
	from trinn.meeting_items where amendment_id = 104;
	set local session_replication_role = origin;
end $$;

-- ---- by a meeting

savepoint before_meeting;
select is(pg_temp.put('application'), '23514 meeting_items_check', 'an amendment on an agenda is an item of its own kind');
select is(pg_temp.put('amendment'), '1', 'when it is prepared');
select is(pg_temp.settle('decision_maker', 'approved'), '23514 decisions_before_meeting', 'nothing is decided while a meeting has it');
select throws_ok($$ insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, made_by)
	select county_id, meeting_id, id, applicant_id, application_id, 1, 'amendment', 'rejected', 0, 'Nei', put_by from trinn.meeting_items where amendment_id = 104 $$, '23514', null,
	'it comes to what amendments come to');
savepoint voting;
set local session_replication_role = replica;
insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, presided_by, made_by)
select county_id, meeting_id, id, applicant_id, application_id, 1, 'amendment', 'approved', 0, 'Enige', 'voting', put_by, put_by
from trinn.meeting_items where amendment_id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', 'update trinn.amendments set state = ''asked'' where id = 104'), '23514 applications_voted_on', 'what members vote on does not go back');
select is(t.trial('hub_signatory', 'update trinn.amendments set state = ''withdrawn'' where id = 104'), '23514 applications_voted_on', 'nor does who asked withdraw it');
rollback to voting;
select is(t.trial('hub_signatory', 'update trinn.amendments set state = ''withdrawn'' where id = 104') ~ 'voted_on', false, 'as it may before');
select pg_temp.resolve('refused');
select is(pg_temp.settle('decision_maker', 'approved'), '23514 decisions_departure', 'who departs from what a body recommends');
select is(pg_temp.settle('decision_maker', 'refused'), '1', 'as is seen where it is followed');
select is(pg_temp.settle('decision_maker', 'approved', 'Pandemi') ~ 'decisions_resolved', true, 'says why, and the decision names what it departs from');
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
insert into trinn.agenda_items select 50, 100, 1, 1, 101, 104, i.id, '{"amendment": {"preparation": {"id": "104"}}}', i.put_by
from trinn.meeting_items i where i.amendment_id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker', 'refused'), '23514 decisions_resolved', 'what a body decides its secretary enters');
select is(pg_temp.settle('secretary', 'refused'), '23514 decisions_resolved', 'on the grounds that were voted on');
select is(pg_temp.settle('secretary', 'refused', why => 'Enige'), '1', 'as it was resolved');
select is(pg_temp.settle('secretary', 'approved', why => 'Enige'), '23514 decisions_resolved', 'and not otherwise');
select is(t.trial('decision_maker', 'update trinn.amendments set state = ''asked'' where id = 104'), '1', 'it goes back, to be prepared so');
select pg_temp.resolve('approved');
select is(t.trial('decision_maker', 'update trinn.amendments set state = ''asked'' where id = 104'), '23514 applications_resolved', 'but what is resolved as prepared does not');
set local session_replication_role = replica;
update trinn.decisions set meeting_item_id = (select id from trinn.meeting_items where amendment_id = 104) where id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('secretary', 'approved', why => 'Enige'), '23514 decisions_resolved', 'nor is the decision given other grounds');
set local session_replication_role = replica;
update trinn.decisions set grounds = 'Enige' where id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('secretary', 'approved', why => 'Enige'), '1', 'it is entered');
rollback to before_meeting;
savepoint delegated;
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
set local session_replication_role = origin;
select is(pg_temp.settle('secretary', 'approved'), '23514 decisions_resolved', 'nor does a secretary enter what no meeting resolved');
rollback to delegated;

-- ---- heard first

set local session_replication_role = replica;
update trinn.amendments set kind = 'annulment', asked_until = null, is_of_county = true, asked_by = t.person('caseworker') where id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker', 'approved'), '23514 amendments_notice', 'the county takes nothing back unheard');
select is(pg_temp.settle('decision_maker', 'refused'), '1', 'as it may let be');
set local session_replication_role = replica;
update trinn.hearings set kind = 'notice', state = 'exempt', answer_by = null, ground = 'known', ground_reason = 'Varslet', raised_at = '2020-01-01' where application_id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker', 'approved'), '23514 amendments_notice', 'nor by what it was told before of something else');
set local session_replication_role = replica;
update trinn.hearings set raised_at = now() where application_id = 104;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker', 'approved'), '1', 'but with notice, or where the law excepts it');

select * from finish();
rollback;
