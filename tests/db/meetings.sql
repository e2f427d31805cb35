-- Meetings: what was sent and voted stands, nobody votes for another or on what they take no part in, and the chair answers for the minutes.
begin;
select no_plan();

-- ---- who sees it
select is(t.value('steering_member', 'select count(*) from trinn.applications'), '0', 'what is on no agenda in force is not shown');
update trinn.meetings set agenda = 1 where state = 'open';
select is(t.value('steering_member', 'select string_agg(id::text, '','' order by id) from trinn.meetings'), '101,201', 'a member sees the meetings of their bodies that were called');
select is(t.value('steering_member-b', 'select count(*) from trinn.meetings'), '0', 'who is of no body sees none');
select is(t.value('steering_member-b', format('select count(*) from trinn.%I', tbl)), '0', 'nor ' || tbl || ' of any')
from unnest('{meeting_items,agenda_items,attendees,proposals,votes,minutes}'::text[]) tbl;
select is(t.value('steering_member', 'select string_agg(id::text, '','' order by id) from trinn.applications'), '103,203', 'the cases on the agenda are shown to a member, and no others');
savepoint before;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('steering_member'), 'kin', 'disqualified', true, t.person('steering_member'));
select is(t.value('steering_member', format('select count(*) from trinn.%I where meeting_id = 101', tbl)), '0', tbl || ' of a case that is closed to them are kept from a member')
from unnest('{meeting_items,agenda_items,proposals,minutes}'::text[]) tbl;
rollback to before;

-- ---- who votes
create function pg_temp.voters() returns text language plpgsql as $$
declare
	told text;
begin
	perform t.act('secretary');
	told := (select string_agg(n.name || coalesce(' ' || v.why_out, ''), ', ' order by v.place) from trinn.voters_of(100) v join trinn.persons n on n.id = v.person_id
		where v.votes or v.why_out is not null);
	perform t.forget();
	return told;
end $$;
select is(pg_temp.voters(), 'steering_member, programme_lead, decision_maker', 'the seats are taken, so that the deputy has none');
savepoint before;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('decision_maker'), 'kin', 'raised', false, t.person('archivist'));
select is(pg_temp.voters(), 'steering_member, programme_lead, decision_maker disqualified, caseworker', 'the deputy steps in for one who is disqualified, or perhaps');
rollback to before;
update trinn.attendees set is_present = false where person_id = t.person('programme_lead') and meeting_id = 101;
select is(pg_temp.voters(), 'steering_member, decision_maker, caseworker', 'or is not there');
update trinn.attendees set is_present = true where person_id = t.person('programme_lead') and meeting_id = 101;
select is((select trinn.quorum_of(50, 100, '2026-10-01')), 2, 'half of three is two');

create function pg_temp.vote(voter text, subject text) returns text language sql as $$
	select t.trial(voter, format('insert into trinn.votes (county_id, proposal_id, applicant_id, application_id, person_id, vote, entered_by)
		values (50, 100, 101, 103, %s, ''for'', %s)', t.person(subject), t.person(voter)))
$$;
select is(pg_temp.vote('steering_member', 'steering_member'), '1', 'a member votes');
select is(pg_temp.vote('steering_member', 'decision_maker'), '23514 votes_own', 'for themselves');
select is(pg_temp.vote('secretary', 'steering_member'), '23514 votes_own', 'so that the secretary votes for nobody but by a show of hands');
select is(pg_temp.vote('programme_lead-b', 'programme_lead-b'), '23514 votes_entitled', 'who has no seat does not');
select is(pg_temp.vote('programme_lead', 'programme_lead'), '23505 votes_pkey', 'and nobody twice');
select throws_ok($$ update trinn.votes set vote = 'against' $$, 'TR500', null, 'a vote stands');
select throws_ok($$ update trinn.agenda_items set content = '{}' $$, 'TR500', null, 'so does an agenda');

-- ---- when it is held
create function pg_temp.call_to(days int) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.meetings set state = 'called', agenda = 1, starts_at = now() + make_interval(days => days) where id = 100;
	set local session_replication_role = origin;
end $$;
create function pg_temp.open_on(days int) returns text language sql as $$
	select t.trial('secretary', format('update trinn.meetings set state = ''open'', presided_by = %s where id = 100', t.person('steering_member')))
	from (select pg_temp.call_to(days)) x
$$;
select is(pg_temp.open_on(1), '23514 meetings_on_day', 'a meeting of tomorrow does not open today');
select is(pg_temp.open_on(0), '1', 'one of today does');

-- ---- what it comes to
create function pg_temp.close_vote(outcome text) returns text language sql as $$
	select t.trial('secretary', format('update trinn.proposals set state = %L, tally = ''{}'' where id = 100', outcome))
$$;
select is(pg_temp.close_vote('carried'), '23514 proposals_quorum', 'one vote of three is no quorum');
select is(t.attempt('decision_maker', format('insert into trinn.votes (county_id, proposal_id, applicant_id, application_id, person_id, vote, entered_by)
	values (50, 100, 101, 103, %1$s, ''against'', %1$s)', t.person('decision_maker'))), '1', 'a second votes');
select is(pg_temp.close_vote('carried'), '23514 proposals_counted', 'equal, and whoever presides has not voted');
select is(pg_temp.close_vote('fell'), '1', 'so it falls');
select is(t.attempt('steering_member', format('insert into trinn.votes (county_id, proposal_id, applicant_id, application_id, person_id, vote, entered_by)
	values (50, 100, 101, 103, %1$s, ''for'', %1$s)', t.person('steering_member'))), '1', 'a third votes');
select is(pg_temp.close_vote('fell'), '23514 proposals_counted', 'two against one carry it');
select is(pg_temp.close_vote('carried'), '1', 'and nothing else is written down');

-- ---- the minutes
select throws_ok($$ update trinn.minutes set content = '{"a":1}' where id = 100 $$, 'TR500', null, 'what is written stands');
select throws_ok($$ insert into trinn.minutes (county_id, meeting_id, edition, content, sha256, written_by) values (50, 101, 2, '{}', 'x', 1) $$, '23514', null,
	'and its digest is that of the content');
create function pg_temp.approve(subject text) returns text language sql as $$
	select t.trial(subject, format('update trinn.minutes set state = ''approved'', approved_by = %s, approved_at = now() where id = 100', t.person(subject)))
$$;
select is(pg_temp.approve('programme_lead'), '23514 minutes_chair', 'a member does not approve them');
select is(pg_temp.approve('steering_member'), '1', 'the chair does');
update trinn.minutes set written_by = t.person('steering_member') where id = 100;
select is(pg_temp.approve('steering_member'), '23514 minutes_two_persons', 'unless the chair wrote them');
select is(trinn.canonical('{"b": [1, true, null, "å\"\n"], "a": {"z": 1, "Y": {}}}'), '{"a":{"Y":{},"z":1},"b":[1,true,null,"å\"\n"]}', 'there is one way to write it');

-- ---- what a decision rests on
insert into trinn.recommendations (id, county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by) overriding system value
values (9001, 50, 101, 103, 1, 'granted', 150000, 'God plan', t.person('caseworker'));
set local session_replication_role = replica;
update trinn.applications set state = 'recommended' where id = 103;
set local session_replication_role = origin;
create function pg_temp.decide(subject text, amount bigint, departs text default null, why text default 'God plan') returns text language sql as $$
	select t.trial(subject, format('insert into trinn.decisions select r.* from trinn.decisions x, jsonb_populate_record(x, %L) r where x.id = 104',
		jsonb_build_object('id', 9001, 'application_id', 103, 'outcome', case when amount > 0 then 'granted' else 'rejected' end, 'amount_ore', amount,
			'accept_by', null, 'recommended_by', t.person('caseworker'), 'decided_by', t.person(subject), 'grounds', why, 'decided_on', trinn.today(), 'departure_grounds', departs,
			'evaluation_id', null, 'consolidation_id', null)))
$$;
select is(pg_temp.decide('decision_maker', 0), '23514 decisions_before_meeting', 'nobody decides what a meeting has before it');
select is(t.trial('decision_maker', 'update trinn.applications set state = ''in_review'' where id = 103'), '23514 applications_voted_on',
	'nor sends back what is voted on');
set local session_replication_role = replica;
update trinn.proposals set state = 'carried', tally = '{}' where id = 100;
update trinn.meeting_items set state = 'resolved' where id = 100;
set local session_replication_role = origin;
select is(pg_temp.decide('decision_maker', 0), '23514 decisions_before_meeting', 'nor before the minutes are approved');
set local session_replication_role = replica;
update trinn.meetings set state = 'approved' where id = 101;
set local session_replication_role = origin;
select is(pg_temp.decide('decision_maker', 0), '23514 decisions_departure', 'whoever departs from what a body recommended says why');
select isnt(pg_temp.decide('decision_maker', 0, 'Nye opplysninger'), '23514 decisions_departure', 'as here');
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
select is(pg_temp.decide('decision_maker', 150000, 'x'), '23514 decisions_resolved', 'what a body decided is not decided by another');
select is(pg_temp.decide('secretary', 0, 'x'), '23514 decisions_resolved', 'and its secretary enters nothing else');
select is(pg_temp.decide('secretary', 150000, null, 'Noe annet'), '23514 decisions_resolved', 'nor gives other grounds');
select isnt(pg_temp.decide('secretary', 150000), '23514 decisions_resolved', 'than what it resolved');
set local session_replication_role = replica;
update trinn.proposals set conditions = '[{"kind": "before_payment", "text": "Avtale"}]' where id = 100;
set local session_replication_role = origin;
set constraints trinn.decisions_resolved_conditions immediate;
select is(pg_temp.decide('secretary', 150000), '23514 decisions_resolved_conditions', 'on its conditions');
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('caseworker'), 'kin', 'disqualified', false, t.person('caseworker'));
select is(pg_temp.decide('secretary', 150000), '23514 decisions_preparers', 'nor where whoever recommended is disqualified');

-- ---- alone
set local session_replication_role = replica;
update trinn.meeting_items set state = 'withdrawn', reason = 'x' where id = 100;
delete from trinn.authorities where body_id = 100;
delete from trinn.disqualifications where case_id = 103;
update trinn.recommendations set outcome = 'rejected', amount_ore = 0 where application_id = 103;
set local session_replication_role = origin;
select is(pg_temp.decide('decision_maker', 150000), '23514 decisions_recommended', 'who decides alone grants nothing that nobody recommends');

select * from finish();
rollback;
