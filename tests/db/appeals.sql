-- An appeal goes where a proposal that another confirmed takes it, a late one nowhere without leave, and while a stay stands nothing is released.
begin;
select no_plan();

create function pg_temp.propose(subject text, kind text, outcome text, more jsonb default '{}') returns text language sql as $$
	select t.attempt(subject, format('insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, ground, amount_ore, year, grounds, sha256,
			resolution, resolved_on, proposed_by)
		select 50, 101, 105, 105, 1 + max(number), %L, %L, %L, %s, %s, ''Skade'', encode(sha256(''Skade''), ''hex''), %L, %L, %s from trinn.appeal_proposals where appeal_id = 105',
		kind, outcome, more->>'ground', coalesce(more->>'amount', 'null'), coalesce(more->>'year', 'null'), more->>'resolution', more->>'on', t.person(subject)))
$$;
create function pg_temp.settle(subject text, kind text, into_state text default 'confirmed') returns text language sql as $$
	select t.attempt(subject, format('update trinn.appeal_proposals set state = %L, settled_by = %s, settled_at = now() where appeal_id = 105 and state = ''proposed'' and kind = %L',
		into_state, t.person(subject), kind))
$$;
create function pg_temp.move(subject text, into_state text) returns text language sql as $$
	select t.attempt(subject, format('update trinn.appeals set state = %L, settled_on = %s where id = 105', into_state,
		case when into_state in ('lodged', 'reconsidered', 'forwarded', 'answered') then 'null' else 'trinn.today()' end))
$$;
create function pg_temp.state() returns text language sql as $$ select state from trinn.appeals where id = 105 $$;

-- ---- who reads what is proposed

select is(t.value(subject, 'select string_agg(state, '','' order by number) from trinn.appeal_proposals where appeal_id = 105'), seen, subject || ' sees ' || coalesce(seen, 'nothing'))
from (values ('caseworker', 'confirmed,proposed'), ('decision_maker', 'confirmed,proposed'), ('hub_signatory', 'confirmed'), ('hub_editor', 'confirmed'), ('releaser', 'confirmed'),
	('hub_signatory-2', null), ('caseworker-18', null), ('county_admin', null), ('firm', null)) v(subject, seen);

-- ---- by two, and neither of those who made the decision

savepoint fresh;
select is(pg_temp.settle('caseworker', 'stay') ~ '^42501|^0', true, 'a caseworker confirms nothing');
select is(pg_temp.settle('decision_maker', 'stay'), '23514 appeal_proposals_two_persons', 'nor does whoever made the decision');
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 105, t.person('caseworker'), 'kin', 'disqualified', false, t.person('caseworker'));
select is(pg_temp.settle('decision_maker-b', 'stay'), '23514 decisions_preparers', 'nor anybody what one proposed who is disqualified since');
rollback to fresh;
select is(pg_temp.settle('decision_maker-b', 'stay'), '1', 'a third person does');
select is(t.attempt('decision_maker-b', $$ update trinn.appeal_proposals set reason = 'x' where appeal_id = 105 and number = 2 $$), 'TR500', 'and then it stands');
rollback to fresh;
select is(t.attempt('caseworker', $$ update trinn.appeal_proposals set grounds = 'x' $$), '42501', 'what is proposed is not put in other words');
select is(pg_temp.propose('caseworker', 'stay', 'given'), '23505 appeal_proposals_one', 'one of a kind waits at a time');
select is(pg_temp.propose('caseworker', 'board', 'not_allowed', '{"resolution": "KN 1", "on": "2026-04-01"}') ~ '^42501', true, 'only the secretary enters what the board decided');
select is(pg_temp.propose('secretary', 'reconsideration', 'forwarded') ~ '^42501', true, 'and nothing else');
select is(pg_temp.propose('caseworker', 'reconsideration', 'allowed'), '23514 appeal_proposals_amount', 'what is allowed has an amount');
select is(pg_temp.propose('caseworker', 'reconsideration', 'inadmissible'), '23514 appeal_proposals_ground', 'what is inadmissible says why');
select is(pg_temp.propose('caseworker', 'leave', 'given'), '23514 appeal_proposals_ground', 'and leave too');
select is(pg_temp.propose('caseworker', 'stay', 'forwarded') ~ '^23', true, 'each kind has its outcomes');
select is(t.attempt('caseworker', format($$ insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, lifts, grounds, sha256, proposed_by)
	select 50, 101, 105, 105, 1 + max(number), 'reconsideration', 'forwarded', '{1}', 'Nei', encode(sha256('Nei'), 'hex'), %s from trinn.appeal_proposals where appeal_id = 105 $$,
	t.person('caseworker'))), '23514 appeal_proposals_conditions', 'only what is allowed lifts conditions');
select is(t.trial('decision_maker', $$ update trinn.decision_conditions set state = 'lifted', lifted_by = decision_id where id = 104 $$),
	'23514 decision_conditions_lifted', 'and a condition is lifted as two have agreed in an appeal');

-- ---- whoever made what it was lodged against has no hand in what the board decided, also when it goes on against another decision

savepoint goes_on;
set local session_replication_role = replica;
insert into trinn.decisions select (jsonb_populate_record(d, jsonb_build_object('id', 9001, 'number', d.number + 1, 'cause', 'appeal', 'replaces_id', d.id))).*
from trinn.decisions d where d.id = 105;
update trinn.decisions set decided_by = t.person('secretary'), released_at = now() - interval '2 hours' where id = 105;
update trinn.decisions set released_at = now() where id = 9001;
update trinn.appeals set decision_id = 9001, lodged_at = now() - interval '1 hour' where id = 105;
set local session_replication_role = origin;
select is(pg_temp.propose('secretary', 'board', 'not_allowed', '{"resolution": "KN 1", "on": "2026-04-01"}'), '23514 appeal_proposals_two_persons', 'who made the first enters nothing');
set local session_replication_role = replica;
update trinn.appeals set lodged_at = now() where id = 105;
set local session_replication_role = origin;
select is((select trinn.made_below(p, t.person('secretary')) from trinn.appeals p where p.id = 105), false, 'but in an appeal against the second');
rollback to goes_on;

-- ---- nowhere without a proposal

select is(pg_temp.move('caseworker', 'reconsidered'), '23514 appeals_answered', 'an appeal is not reconsidered without saying what comes of it');
select is(pg_temp.propose('caseworker', 'reconsideration', 'forwarded'), '1', 'the caseworker proposes to forward it');
select is(pg_temp.move('caseworker', 'reconsidered'), '1', 'and it is reconsidered');
select is(pg_temp.move('decision_maker-b', 'forwarded'), '23514 appeals_answered', 'it is not forwarded before another confirms it');
savepoint confirmed;
create function pg_temp.put(body text) returns text language sql as $$
	select t.attempt('secretary', format('insert into trinn.meeting_items (county_id, meeting_id, number, kind, applicant_id, application_id, appeal_id, put_by)
		values (50, 100, 1, %L, 101, 105, 105, %s)', body, t.person('secretary')))
$$;
select is(pg_temp.put('application'), '23514 meeting_items_check', 'an appeal on an agenda is an item of its own kind');
select is(pg_temp.put('appeal'), '23514 meeting_items_recommended', 'of the body that decided, or of one that may');
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
set local session_replication_role = origin;
select is(pg_temp.put('appeal'), '1', 'as here');
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '23514 decisions_before_meeting', 'nothing is answered while a meeting has it');
select throws_ok($$ insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, made_by)
	select county_id, meeting_id, id, applicant_id, application_id, 1, 'appeal', 'granted', 1, 'Ja', put_by from trinn.meeting_items where appeal_id = 105 $$, '23514', null,
	'it comes to what appeals come to');
savepoint listed;
select is(pg_temp.settle('decision_maker-b', 'reconsideration', 'returned'), '1', 'what is on an agenda goes back');
rollback to listed;
set local session_replication_role = replica;
insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, presided_by, made_by)
select county_id, meeting_id, id, applicant_id, application_id, 1, 'appeal', 'sent_back', 0, 'Nye tall', 'voting', put_by, put_by from trinn.meeting_items where appeal_id = 105;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker-b', 'reconsideration', 'returned'), '23514 applications_voted_on', 'but not while members vote on it');
rollback to listed;
set local session_replication_role = replica;
update trinn.meetings set state = 'approved', presided_by = t.person('steering_member'), agenda = 1 where id = 100;
update trinn.meeting_items set state = 'resolved' where appeal_id = 105;
insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, tally, presided_by, made_by)
select county_id, meeting_id, id, applicant_id, application_id, 1, 'appeal', 'sent_back', 0, 'Nye tall', 'carried', '{}', put_by, put_by from trinn.meeting_items where appeal_id = 105;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '23514 decisions_resolved', 'what a meeting resolved its secretary enters');
select is(pg_temp.settle('secretary', 'reconsideration'), '23514 decisions_resolved', 'and nothing else');
set local session_replication_role = replica;
update trinn.proposals set outcome = 'forwarded' where kind = 'appeal';
set local session_replication_role = origin;
savepoint resolved;
set local session_replication_role = replica;
update trinn.decisions set decided_by = t.person('secretary') where id = 105;
set local session_replication_role = origin;
select is(pg_temp.settle('secretary', 'reconsideration'), '23514 appeal_proposals_two_persons', 'whoever made the decision enters nothing');
set local session_replication_role = replica;
update trinn.decisions set body = 'Styringsgruppe 100', meeting_item_id = (select id from trinn.meeting_items where appeal_id = 105) where id = 105;
set local session_replication_role = origin;
select is(pg_temp.settle('secretary', 'reconsideration'), '1', 'but whoever entered what the body had resolved has not made it');
rollback to resolved;
select is(pg_temp.settle('secretary', 'reconsideration'), '1', 'than what was resolved');
select is((select i.kind from trinn.appeal_proposals t join trinn.meeting_items i on i.id = t.meeting_item_id where t.appeal_id = 105 and t.state = 'confirmed'
	and t.kind = 'reconsideration'), 'appeal', 'whose item is told');
select is((select t.grounds from trinn.appeal_proposals t where t.appeal_id = 105 and t.state = 'confirmed' and t.kind = 'reconsideration'), 'Nye tall', 'with its grounds');
rollback to confirmed;
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '1', 'who does');
select is(pg_temp.move('decision_maker-b', 'allowed'), '23514 appeals_answered', 'and it goes nowhere else');
select is(pg_temp.move('decision_maker-b', 'forwarded'), '1', 'but there');

-- ---- before the appeals board, where that is registered here

set local session_replication_role = replica;
insert into trinn.bodies (id, county_id, name, kind, quorum_members, has_casting_vote, has_outside_members) overriding system value
values (9100, 50, 'klagenemnda', 'appeals_board', 1, true, false), (9101, 50, 'En annen nemnd', 'appeals_board', 1, true, false);
insert into trinn.meetings (id, county_id, body_id, number, starts_at, place, made_by) overriding system value
values (9100, 50, 9100, 1, '2026-04-02 12:00+02', 'x', t.person('secretary')), (9101, 50, 9101, 1, '2026-04-02 12:00+02', 'x', t.person('secretary'));
update trinn.meeting_items set state = 'withdrawn', reason = 'x' where application_id = 103;
update trinn.applications set state = 'recommended' where id = 103;
set local session_replication_role = origin;
create function pg_temp.put_in(meeting int, kind text default 'appeal', application int default 105) returns text language sql as $$
	select t.attempt('secretary', format('insert into trinn.meeting_items (id, county_id, meeting_id, number, kind, applicant_id, application_id, appeal_id, put_by)
		overriding system value values (9100, 50, %s, 1, %L, 101, %s, %s, %s)', meeting, kind, application, case kind when 'appeal' then '105' else 'null' end, t.person('secretary')))
$$;
create function pg_temp.enter(of text, why text, reference text) returns text language sql as $$
	select t.attempt('secretary', format('insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256,
			resolution, resolved_on, proposed_by)
		select 50, 101, 105, 105, 1 + max(number), ''board'', %L, %L, encode(sha256(%L), ''hex''), %L, ''2026-04-02'', %s from trinn.appeal_proposals where appeal_id = 105',
		of, why, why, reference, t.person('secretary')))
$$;
select is(pg_temp.put_in(9101), '23514 meeting_items_recommended', 'an appeal goes to the board that the decision names');
select is(pg_temp.put_in(100), '23514 meeting_items_recommended', 'and no body below has it any more');
select is(pg_temp.put_in(9100, 'application', 103), '23514 meeting_items_recommended', 'the board hears nothing but appeals');
select is(pg_temp.enter('not_allowed', 'Nei', 'sak 1 i møte 1/2026'), '23514 decisions_resolved', 'nothing is entered before it has met');
select is(pg_temp.put_in(9100), '1', 'but in its meeting');
select is(pg_temp.enter('not_allowed', 'Nei', 'sak 1 i møte 1/2026'), '23514 decisions_before_meeting', 'nor while it has the appeal before it');
set local session_replication_role = replica;
insert into trinn.proposals (id, county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, presided_by, made_by) overriding system value
values (9100, 50, 9100, 9100, 101, 105, 1, 'appeal', 'not_allowed', 0, 'Nei', null, t.person('secretary'));
update trinn.appeals set comment = null, comment_by = trinn.today() where id = 105;
set local session_replication_role = origin;
select is(t.trial('secretary', format('update trinn.proposals set state = ''voting'', presided_by = %s where id = 9100', t.person('secretary'))),
	'23514 proposals_commented', 'it does not vote while the appellant may comment');
set local session_replication_role = replica;
update trinn.appeals set comment_by = trinn.today() - 1 where id = 105;
set local session_replication_role = origin;
select isnt(t.trial('secretary', format('update trinn.proposals set state = ''voting'', presided_by = %s where id = 9100', t.person('secretary'))),
	'23514 proposals_commented', 'but after');
set local session_replication_role = replica;
update trinn.proposals set state = 'carried', tally = '{}', presided_by = t.person('steering_member') where id = 9100;
update trinn.meeting_items set state = 'resolved' where id = 9100;
update trinn.meetings set state = 'approved', agenda = 1, presided_by = t.person('steering_member') where id = 9100;
set local session_replication_role = origin;
select is(trinn.took_part_below(i, t.person('decision_maker')), true, 'whoever decided took part below')
from trinn.meeting_items i where i.id = 9100;
select is(trinn.took_part_below(i, t.person('steering_member-b')), false, 'and nobody else')
from trinn.meeting_items i where i.id = 9100;
select is(pg_temp.enter('sent_back', 'Nei', 'sak 1 i møte 1/2026'), '23514 decisions_resolved', 'what it resolved is entered');
select is(pg_temp.enter('not_allowed', 'Noe annet', 'sak 1 i møte 1/2026'), '23514 decisions_resolved', 'with its grounds');
select is(pg_temp.enter('not_allowed', 'Nei', 'KN 1'), '23514 decisions_resolved', 'and its item');
select is(pg_temp.enter('not_allowed', 'Nei', 'sak 1 i møte 1/2026'), '1', 'and nothing else');
select is((select meeting_item_id from trinn.appeal_proposals where appeal_id = 105 and kind = 'board'), 9100::bigint, 'which is told');

-- ---- late

rollback to confirmed;
select is(trinn.appeal_due(50, 105), null, 'while grounds are waited for none is late');
insert into trinn.appeal_periods (county_id, applicant_id, application_id, decision_id, number, cause, on_day, ends_on, grounds, entered_by)
values (50, 101, 105, 105, 2, 'grounds_given', '2026-03-03', '2026-03-09', 'Fordi', t.person('caseworker'));
select is(trinn.appeal_due(50, 105), '2026-03-09', 'the newest period counts');
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '1', 'that it came a day late');
select is(pg_temp.move('decision_maker-b', 'forwarded'), '23514 appeals_in_time', 'keeps it from being forwarded');
savepoint late;
select is(pg_temp.propose('caseworker', 'leave', 'given', '{"ground": "excusable"}'), '1', 'with leave');
select is(pg_temp.settle('decision_maker-b', 'leave'), '1', 'of two');
select is(pg_temp.move('decision_maker-b', 'forwarded'), '1', 'it goes on');
rollback to late;
set local session_replication_role = replica;
update trinn.decisions set decided_on = '2025-03-09' where id = 105;
set local session_replication_role = origin;
select is(pg_temp.propose('caseworker', 'leave', 'given', '{"ground": "excusable"}'), '1', 'leave that is given more than a year after the decision');
select is(pg_temp.settle('decision_maker-b', 'leave'), '1', 'whoever gives it');
select is(pg_temp.move('decision_maker-b', 'forwarded'), '23514 appeals_in_time', 'is none');

-- ---- against that another was inadmissible

rollback to fresh;
create function pg_temp.against(answer bigint) returns text language sql as $$
	select t.attempt('hub_signatory', format('insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, answer_id, number, asked, lodged_on, lodged_by)
		values (50, 101, 105, 105, %s, 2, ''Ta den opp'', trinn.today(), %s)', answer, t.person('hub_signatory')))
$$;
select is(pg_temp.against((select min(id) from trinn.appeal_proposals where appeal_id = 105)), '23514 appeals_dismissed', 'an answer that is no dismissal is not appealed against');
set local session_replication_role = replica;
update trinn.appeals set state = 'inadmissible', settled_on = trinn.today() where id = 105;
insert into trinn.appeal_proposals (id, county_id, applicant_id, application_id, appeal_id, number, kind, outcome, ground, grounds, sha256, state, proposed_by, settled_by,
	settled_at, appeal_by) overriding system value
values (9105, 50, 101, 105, 105, 9, 'reconsideration', 'inadmissible', 'form', 'Nei', encode(sha256('Nei'), 'hex'), 'confirmed', t.person('caseworker'),
	t.person('decision_maker-b'), now() - interval '1 day', trinn.today());
set local session_replication_role = origin;
select is(pg_temp.move('decision_maker-b', 'lodged'), '23514 appeals_answered', 'what was dismissed is not taken up by itself');
select is(pg_temp.against(9105), '1', 'that it was is appealed against');
select is((select (o.kind, o.made_by, o.prepared_by, o.due_on)::text from trinn.appeals p, trinn.appealed(p) o where p.answer_id = 9105),
	(select ('dismissal', t.person('decision_maker-b'), t.person('caseworker'), trinn.today())::text), 'and those who dismissed it have no hand in that');
select is(trinn.is_appeal_final(50, 105, null), false, 'the decision is not final by it');

-- ---- a stay

rollback to fresh;
select is(pg_temp.settle('decision_maker-b', 'stay'), '1', 'a stay that is confirmed');
select is(trinn.has_stay(50, 105), true, 'stands');
select is(trinn.has_stay(50, 104), false, 'for its own case');
set local session_replication_role = replica;
update trinn.appeal_proposals set application_id = 104 where appeal_id = 105;
set local session_replication_role = origin;
select is(t.trial('releaser', format($$ update trinn.claims set state = 'released', released_by = %s where id = 105 $$, t.person('releaser'))), '23514 claims_stayed',
	'no claim of it is released');
set local session_replication_role = replica;
update trinn.appeal_proposals set application_id = 105 where appeal_id = 105;
set local session_replication_role = origin;
select is(pg_temp.move('hub_signatory', 'withdrawn'), '1', 'with the end of the appeal');
select is(trinn.has_stay(50, 105), false, 'it is lifted');
select is((select count(*) from trinn.appeal_proposals where appeal_id = 105 and state = 'proposed'), 0::bigint, 'and nothing waits any more');

-- ---- set aside

rollback to fresh;
select is(trinn.is_set_aside(50, 105), false, 'what was decided stands');
set local session_replication_role = replica;
update trinn.appeals set state = 'sent_back', settled_on = trinn.today() where id = 105;
insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256, resolution, resolved_on, state, proposed_by,
	settled_by, settled_at)
values (50, 101, 105, 105, 9, 'board', 'sent_back', 'Nytt', encode(sha256('Nytt'), 'hex'), 'KN 1', '2026-03-20', 'confirmed', t.person('secretary'),
	t.person('decision_maker-b'), now());
set local session_replication_role = origin;
select is(trinn.is_set_aside(50, 105), true, 'until the appeals board sets it aside');
set local session_replication_role = replica;
update trinn.appeals set application_id = 104 where id = 105;
set local session_replication_role = origin;
select is(t.trial('releaser', format($$ update trinn.claims set state = 'released', released_by = %s where id = 105 $$, t.person('releaser'))),
	'23514 decisions_set_aside', 'then no claim of it is released');
select is(t.trial('hub_signatory', $$ insert into trinn.claims select (jsonb_populate_record(c, '{"id": 9999, "number": 99, "state": "submitted"}')).*
	from trinn.claims c where id = 105 $$), '23514 decisions_set_aside', 'nor made');
set local session_replication_role = replica;
update trinn.appeals set state = 'withdrawn', application_id = 105 where id = 105;
set local session_replication_role = origin;
select is(trinn.is_set_aside(50, 105), false, 'for the appeal that it was in');

-- ---- rows

rollback to fresh;
select is(t.trial('hub_signatory', format($$ insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, number, asked, lodged_on, lodged_by)
	values (50, 101, 105, 105, 2, 'x', '2026-03-11', %s) $$, t.person('hub_signatory'))), '23505 appeals_one', 'one appeal at a time stands against a decision');
select is(t.trial('caseworker', $$ update trinn.appeals set stay_grounds = 'x' where id = 105 $$), 'TR500', 'the county asks for nothing in the appellant''s name');
select is(t.trial('caseworker', format($$ update trinn.appeals set comment = 'x', commented_at = now(), commented_by = %s where id = 105 $$, t.person('caseworker'))), 'TR500',
	'nor comments');
select is(t.trial('hub_signatory', $$ update trinn.appeals set stay_grounds = 'x' where id = 105 $$), '1', 'which the appellant does');
select is(t.trial('hub_signatory', $$ update trinn.appeals set comment_by = '2027-01-01' where id = 105 $$), 'TR500', 'but not until when it may');
select is(t.trial('caseworker', format($$ insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, number, asked, lodged_on, lodged_by)
	values (50, 101, 104, 104, 1, 'x', '2026-03-11', %s) $$, t.person('caseworker'))) ~ '^42501', true, 'the county appeals for nobody without saying for whom');
select is(t.trial('hub_signatory', format($$ insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, number, asked, lodged_on, lodged_by)
	values (50, 101, 104, 104, 1, 'x', '2026-03-11', %s) $$, t.person('caseworker'))), 'TR500', 'nobody signs for another');
create function pg_temp.of_other(p_for text, p_address text) returns text language sql as $$
	select format('insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, number, asked, lodged_on, lodged_by, lodged_for, other_name, other_address,
		other_interest) values (50, 101, 105, 105, 8, ''x'', ''2026-03-11'', %s, %L, ''Nabo AS'', %L, ''Konkurrent'')', t.person('caseworker'), p_for, p_address)
$$;
select is(t.trial('caseworker', pg_temp.of_other('Leder', 'Veien 4')), '1', 'another appeals beside that, by letter');
select is(t.trial('caseworker', pg_temp.of_other('Leder', null)), '23514 appeals_of_other', 'which says where it is written to');
select is(t.trial('caseworker', pg_temp.of_other('Leder', 'Veien 4') || ';' || replace(pg_temp.of_other('Leder', 'Veien 4'), ', 8, ', ', 9, ')), '23505 appeals_one', 'once');
select is(t.trial('caseworker', pg_temp.of_other(null, 'Veien 4')) ~ '^(42501|23514)', true, 'and is signed');
select is(t.trial('hub_signatory', pg_temp.of_other('Leder', 'Veien 4')) ~ '^(42501|TR500)', true, 'no party enters it');
select is(t.trial('hub_signatory', $$ insert into trinn.appeal_documents values (50, 101, 105, 105, 102) $$), '23514 documents_clean', 'no document is attached before it is clean');
select is(t.trial('hub_signatory', format($$ insert into trinn.appeal_periods (county_id, applicant_id, application_id, decision_id, number, cause, on_day, ends_on, entered_by)
	values (50, 101, 105, 105, 2, 'handed', '2026-03-11', '2026-05-11', %s) $$, t.person('hub_signatory'))) ~ '^42501', true, 'the party does not say when it had its notice');

-- ---- what a meeting decides

rollback to fresh;
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
set local session_replication_role = origin;
select is(pg_temp.propose('caseworker', 'reconsideration', 'sent_back'), '1', 'the caseworker proposes to set the decision aside');
select is(pg_temp.settle('secretary', 'reconsideration'), '23514 decisions_resolved', 'a secretary does not without a meeting');
savepoint proposed;
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '1', 'another does what no meeting decided');
rollback to proposed;
set local session_replication_role = replica;
update trinn.decisions set meeting_item_id = 100, body = 'Styringsgruppe 100' where id = 105;
set local session_replication_role = origin;
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '23514 decisions_resolved', 'and not what one decided');
select is(pg_temp.settle('decision_maker-b', 'reconsideration', 'returned'), '1', 'it goes back');
select is(pg_temp.propose('caseworker', 'reconsideration', 'forwarded'), '1', 'to be forwarded');
select is(pg_temp.settle('decision_maker-b', 'reconsideration'), '1', 'by whoever may');

select * from finish();
rollback;
