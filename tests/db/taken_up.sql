-- What was refused beside the decisions of a case is taken up again as an appeal against it is allowed, as it was asked for, and by nothing else.
begin;
select no_plan();

-- Amendment 104 and leave 100 were refused, and appeals 9001 and 9002 are against that; the caseworker would have both allowed.
set local session_replication_role = replica;
update trinn.amendments set state = 'refused', grounds = 'Nei', prepared_by = t.person('caseworker'), settled_by = t.person('decision_maker'),
	settled_at = '2026-03-01', body = 'Direktøren', appeal_by = '2026-03-23' where id = 104;
update trinn.late_submissions set state = 'refused', grounds = 'Nei', decided_by = t.person('decision_maker'), decided_on = '2026-03-01', body = 'Direktøren',
	appeal_body = 'Klagenemnda', appeal_deadline = '2026-03-23', rule_params = '{9001}' where id = 100;
insert into trinn.appeals (id, county_id, applicant_id, application_id, amendment_id, late_submission_id, number, state, asked, lodged_on, lodged_by)
select 9001, 50, 101, 104, 104, null::bigint, 9, 'reconsidered', 'Mer tid', '2026-03-02'::date, t.person('hub_signatory')
union all select 9002, 50, 101, null, null, 100, 1, 'reconsidered', 'La oss', '2026-03-02', t.person('hub_signatory');
insert into trinn.appeal_proposals (id, county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256, proposed_by)
select p.id, 50, 101, p.application_id, p.id, 1, 'reconsideration', 'allowed', 'Ja', encode(sha256('Ja'), 'hex'), t.person('caseworker')
from trinn.appeals p where p.id in (9001, 9002);
set local session_replication_role = origin;

-- ---- what it is against

select is((select array[o.kind, o.made_by::text, o.prepared_by::text, o.made_on::text, o.due_on::text] from trinn.appeals p, trinn.appealed(p) o where p.id = v.id),
	array[v.kind, t.person('decision_maker')::text, t.person('caseworker')::text, '2026-03-01', '2026-03-23'], 'against ' || v.kind || ' refused, by whom and until when')
from (values (9001, 'amendment'), (9002, 'leave')) v(id, kind);
select throws_ok(format('insert into trinn.appeals (county_id, applicant_id, application_id, decision_id, amendment_id, late_submission_id, number, asked, lodged_on, lodged_by)
	values (50, 101, %s, %s, %s, %s, 99, ''x'', ''2026-03-02'', %s)', app, decision, amendment, leave, t.person('hub_signatory')), '23514', null, what)
from (values ('104', '104', '104', 'null', 'it is against one thing'), ('104', 'null', 'null', 'null', 'and against something'),
	('null', 'null', '104', 'null', 'an amendment is of a case'), ('104', 'null', 'null', '100', 'and leave of none')) v(app, decision, amendment, leave, what);
select throws_ok(format('insert into trinn.appeals (county_id, applicant_id, application_id, amendment_id, number, asked, lodged_on, lodged_by)
	values (50, 101, 104, 104, 99, ''x'', ''2026-03-02'', %s)', t.person('hub_signatory')), '23505', null, 'one at a time');
select throws_ok('update trinn.appeals set amendment_id = null, decision_id = 104 where id = 9001', 'TR500', null, 'and that stays what it is');
select is(t.value(subject, 'select count(*) from trinn.appeals where id = 9002'), seen, subject || ' sees ' || seen || ' against leave')
from (values ('caseworker', '1'), ('hub_signatory', '1'), ('hub_editor', '1'), ('hub_signatory-2', '0'), ('caseworker-18', '0'), ('county_admin', '0'), ('firm', '0')) v(subject, seen);

-- ---- which board hears it, where that meets here

savepoint board;
set local session_replication_role = replica;
insert into trinn.bodies (id, county_id, name, kind, quorum_members, has_casting_vote, has_outside_members) overriding system value
values (9100, 50, 'klagenemnda', 'appeals_board', 1, true, false);
set local session_replication_role = origin;
select is(t.value('caseworker', 'select trinn.board_of(p) from trinn.appeals p where p.id = ' || id), board, what)
from (values (9001, '9100', 'the one that the decisions of its case go to'), (9002, null, 'but of leave none, which is of no case')) v(id, board, what);
rollback to board;

-- ---- what is answered: nothing of how much

create function pg_temp.propose(appeal bigint, outcome text, amount text default 'null', lifts text default '{}') returns text language sql as $$
	select t.trial('caseworker', format('insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, amount_ore, lifts, grounds,
			sha256, proposed_by) select 50, 101, application_id, id, 2, ''reconsideration'', %L, %s, %L, ''Ja'', encode(sha256(''Ja''), ''hex''), %s from trinn.appeals where id = %s',
		outcome, amount, lifts, t.person('caseworker'), appeal))
$$;
savepoint proposed;
set local session_replication_role = replica;
update trinn.appeal_proposals set state = 'returned', settled_at = now() where appeal_id in (9001, 9002);
set local session_replication_role = origin;
select is(pg_temp.propose(9001, outcome), '1', 'an amendment is ' || outcome) from unnest('{allowed,allowed_in_part,sent_back,forwarded}'::text[]) outcome;
select is(pg_temp.propose(9001, 'allowed', '1000'), '23514 appeal_proposals_amount', 'of which no amount is said');
select is(pg_temp.propose(9001, 'allowed', 'null', '{1}'), '23514 appeal_proposals_amount', 'and no condition');
select is(pg_temp.propose(9002, 'allowed'), '1', 'leave is given');
select is(pg_temp.propose(9002, 'allowed_in_part'), '23514 appeal_proposals_amount', 'and not a part of it');
select is(t.trial('caseworker', format('insert into trinn.appeal_proposals (county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256, proposed_by)
	values (50, 101, null, 9001, 2, ''reconsideration'', ''allowed'', ''Ja'', encode(sha256(''Ja''), ''hex''), %s)', t.person('caseworker'))),
	'23514 appeal_proposals_of_case', 'an answer is of the case that its appeal is of');
rollback to proposed;

-- ---- taken up by two, as it was asked for

create function pg_temp.confirm(appeal bigint, subject text default 'decision_maker-b') returns text language sql as $$
	select t.attempt(subject, format('update trinn.appeal_proposals set state = ''confirmed'', settled_by = %s, settled_at = now() where appeal_id = %s and state = ''proposed''',
		t.person(subject), appeal))
$$;
create function pg_temp.settle(appeal bigint, takes_up boolean) returns text language sql as $$
	select t.trial('decision_maker-b', format('%s update trinn.appeals set state = ''allowed'', settled_on = trinn.today() where id = %s',
		case when takes_up then format('select trinn.take_up_refusal(%s);', appeal) else '' end, appeal))
$$;
select is(t.trial('decision_maker-b', format('select trinn.take_up_refusal(%s)', id)), '23514 ' || what || '_taken_up', 'nothing takes up ' || what || ' before another confirms it')
from (values (9001, 'amendments'), (9002, 'late_submissions')) v(id, what);
select is(pg_temp.confirm(id, 'decision_maker'), '23514 appeal_proposals_two_persons', 'who refused confirms nothing') from unnest('{9001,9002}'::bigint[]) id;
savepoint by_body;
set local session_replication_role = replica;
insert into trinn.authorities (county_id, funding_line_id, role, body, resolution, body_id, despite_outside_members)
values (50, 500, 'secretary', 'Styringsgruppe 100', 'FT 1', 100, true);
insert into trinn.meeting_items (id, county_id, meeting_id, number, kind, applicant_id, application_id, amendment_id, state, put_by) overriding system value
values (9100, 50, 100, 9, 'amendment', 101, 104, 104, 'resolved', t.person('secretary'));
insert into trinn.proposals (county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore, grounds, state, tally, presided_by, made_by)
values (50, 100, 9100, 101, 104, 1, 'amendment', 'refused', 0, 'Nei', 'carried', '{}', t.person('secretary'), t.person('secretary'));
update trinn.amendments set meeting_item_id = 9100, body = 'Styringsgruppe 100' where id = 104;
set local session_replication_role = origin;
select is(t.value('caseworker', 'select trinn.appealed_met(p) from trinn.appeals p where p.id = 9001'), 'Styringsgruppe 100', 'a body refused it');
select is(pg_temp.confirm(9001), '23514 decisions_resolved', 'and takes it up in a meeting');
rollback to by_body;
select is(pg_temp.confirm(id), '1', 'a second person does') from unnest('{9001,9002}'::bigint[]) id;
select is(pg_temp.settle(id, true), '1', 'and it is taken up') from unnest('{9001,9002}'::bigint[]) id;
select is(pg_temp.settle(id, false), '23514 appeals_taken_up', 'nor is it allowed without') from unnest('{9001,9002}'::bigint[]) id;
select is(t.trial('caseworker', 'insert into trinn.amendments (county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_until, is_of_county, asked_by, appeal_id)
	select county_id, applicant_id, application_id, grant_id, 9, kind, reason, asked_until, true, asked_by, 9001 from trinn.amendments where id = 104'),
	'23514 amendments_taken_up', 'as it was asked for');
select t.act('decision_maker-b');
select trinn.take_up_refusal(9001), trinn.take_up_refusal(9002);
select t.forget();
select is((select array_agg(m.state || ' ' || m.asked_until order by m.id) from trinn.amendments m where m.grant_id = 104), '{refused 2028-12-31,asked 2028-12-31}',
	'what was refused stays what it was');
select is((select s.state || ' ' || s.reason from trinn.late_submissions s where s.appeal_id = 9002), 'asked Syke', 'so does leave');

-- ---- and not refused again

set local session_replication_role = replica;
update trinn.appeals set state = 'allowed', settled_on = trinn.today() where id in (9001, 9002);
update trinn.amendments set state = 'prepared' where appeal_id = 9001;
update trinn.late_submissions set state = 'recommended', recommended_by = t.person('caseworker') where appeal_id = 9002;
set local session_replication_role = origin;
create function pg_temp.decide(state text, until text default '2028-12-31') returns text language sql as $$
	select t.trial('decision_maker', format('update trinn.amendments set state = %L, grounds = ''x'', granted_until = %s, prepared_by = %s, settled_by = %s, settled_at = now(),
			body = ''Direktøren'', decision_id = %s where appeal_id = 9001', state, case state when 'approved' then quote_literal(until) else 'null' end, t.person('caseworker'),
		t.person('decision_maker'), case state when 'approved' then '104' else 'null' end))
$$;
select is(pg_temp.decide('refused'), '23514 amendments_allowed', 'the amendment is not');
select is(pg_temp.decide('approved', '2028-12-30'), '23514 amendments_allowed', 'nor given for less than was asked for');
select is(pg_temp.decide('approved'), '1', 'but as it was');
select is(t.trial('decision_maker', format('update trinn.late_submissions set state = ''refused'', grounds = ''x'', decided_by = %s, decided_on = trinn.today(), body = ''x'',
	appeal_body = ''x'', appeal_deadline = trinn.today(), rule_params = ''{9001}'' where appeal_id = 9002', t.person('decision_maker'))),
	'23514 late_submissions_allowed', 'nor leave');
set local session_replication_role = replica;
update trinn.appeals set state = 'sent_back' where id in (9001, 9002);
set local session_replication_role = origin;
select is(pg_temp.decide('refused'), '1', 'what was only set aside is decided anew');

-- ---- of what was approved otherwise, what is left; of the county's own, what undoes it

create function pg_temp.place(cost_group text, partner text default null) returns jsonb language sql as $$
	select jsonb_strip_nulls(jsonb_build_object('costGroup', cost_group, 'partnerOrgnr', partner))
$$;
create function pg_temp.move(source jsonb, target jsonb, ore bigint) returns jsonb language sql as $$
	select jsonb_strip_nulls(jsonb_build_object('from', source, 'to', target, 'amountOre', ore))
$$;
select is(trinn.moves_between(moved, wanted), between_them, what)
from (select pg_temp.place('a', '1') as one, pg_temp.place('b', '2') as two, pg_temp.place('c') as three) p, lateral (values
	(jsonb_build_array(pg_temp.move(one, three, 40)), jsonb_build_array(pg_temp.move(one, three, 100)), jsonb_build_array(pg_temp.move(one, three, 60)), 'the rest'),
	(jsonb_build_array(pg_temp.move(one, three, 40)), null, jsonb_build_array(pg_temp.move(three, one, 40)), 'back'),
	(jsonb_build_array(pg_temp.move(one, null, 40)), null, jsonb_build_array(pg_temp.move(null, one, 40)), 'back from nowhere'),
	(jsonb_build_array(pg_temp.move(one, null, 40)), jsonb_build_array(pg_temp.move(one, three, 40)), jsonb_build_array(pg_temp.move(null, three, 40)), 'to where it was wanted, past who has left'),
	(jsonb_build_array(pg_temp.move(one, two, 30), pg_temp.move(one, three, 10)), null, jsonb_build_array(pg_temp.move(three, one, 10), pg_temp.move(two, one, 30)), 'from each that got some')
) v(moved, wanted, between_them, what);
select is(trinn.moves_between(m, m), null, 'and nothing of what is as it was to be')
from (select jsonb_build_array(pg_temp.move(pg_temp.place('a'), pg_temp.place('c'), 40)) as m) t;

set local session_replication_role = replica;
update trinn.appeals set state = 'withdrawn' where id in (9001, 9002);
update trinn.amendments set state = 'approved', granted_until = '2028-06-30', decision_id = 104, appeal_by = null where id = 104;
delete from trinn.amendments where appeal_id = 9001;
set local session_replication_role = origin;
create function pg_temp.lodge(what text default '104', id bigint default 9003) returns text language sql as $$
	select t.attempt('hub_signatory', format('insert into trinn.appeals (id, county_id, applicant_id, application_id, decision_id, amendment_id, number, asked, lodged_on, lodged_by)
		values (%s, 50, 101, 104, 104, %s, %s, ''Mer tid'', (select decided_on from trinn.decisions where id = 104), %s)', id, what, id, t.person('hub_signatory')))
$$;
savepoint lodged;
select is(pg_temp.lodge(), '1', 'an appeal against the decision is of the amendment that it approved');
select is((select array[o.kind, o.made_by::text, o.due_on::text] from trinn.appeals p, trinn.appealed(p) o where p.id = 9003),
	(select array['decision', trinn.maker_of(d)::text, trinn.appeal_due(50, 104)::text] from trinn.decisions d where d.county_id = 50 and d.id = 104), 'and against the decision');
select is((select (trinn.taken_up(p)).asked_until from trinn.appeals p where p.id = 9003), '2028-12-31', 'the rest is what is taken up');
select is(pg_temp.propose(9003, outcome), '1', 'it is ' || outcome || ' without an amount') from unnest('{allowed,allowed_in_part,sent_back}'::text[]) outcome;
select is(pg_temp.propose(9003, 'allowed', '80000'), '1', 'or gives one');
select is(pg_temp.propose(9003, 'allowed', 'null', '{1}'), '23514 appeal_proposals_amount', 'as what lifts conditions does');
set local session_replication_role = replica;
update trinn.appeals set state = 'reconsidered' where id = 9003;
insert into trinn.appeal_proposals (id, county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256, proposed_by)
values (9003, 50, 101, 104, 9003, 1, 'reconsideration', 'allowed', 'Ja', encode(sha256('Ja'), 'hex'), t.person('caseworker'));
set local session_replication_role = origin;
select is(pg_temp.confirm(9003, 'decision_maker-b'), '1', 'two agree');
select is(pg_temp.settle(9003, true), '1', 'and it is taken up');
select is(pg_temp.settle(9003, false), '23514 appeals_taken_up', 'nor is it allowed without');
rollback to lodged;
set local session_replication_role = replica;
update trinn.amendments set granted_until = asked_until where id = 104;
set local session_replication_role = origin;
select is(pg_temp.lodge(), '23514 appeals_contestable', 'what was given as it was asked for is not');
set local session_replication_role = replica;
update trinn.amendments set is_of_county = true where id = 104;
set local session_replication_role = origin;
select is(pg_temp.lodge(), '1', 'but what the county made of itself');

-- ---- of what moved something from a partner, what undoes that, and to it alone

rollback to lodged;
set local session_replication_role = replica;
update trinn.amendments m set kind = 'budget_move', asked_until = null, granted_until = null, is_of_county = false, asked_moves = v.moves, granted_moves = v.moves
from (select jsonb_build_array(pg_temp.move(pg_temp.place('a', o.orgnr), pg_temp.place('c'), 40), pg_temp.move(pg_temp.place('b', '1'), pg_temp.place('c'), 7)) as moves
	from trinn.organisations o where o.id = 102) v
where m.id = 104;
set local session_replication_role = origin;
select is(trinn.is_contestable(m, appellant), contestable, 'it is not contested but by who lost by it')
from trinn.amendments m, (values (null::bigint, false), (102, true), (101, false)) v(appellant, contestable) where m.id = 104;
select is(trinn.moved_back(m, 102), jsonb_build_array(pg_temp.move(pg_temp.place('c'), pg_temp.place('a', o.orgnr), 40)), 'which gets back its own')
from trinn.amendments m, trinn.organisations o where m.id = 104 and o.id = 102;

select * from finish();
rollback;
