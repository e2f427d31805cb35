-- A decision to one who has nobody here is made known by its letter: no time runs before that is noted, and then it is noted once.
begin;
select no_plan();

create function pg_temp.another(p_with jsonb) returns text language sql as $$
	select format('insert into trinn.decisions select (jsonb_populate_record(d, %L)).* from trinn.decisions d where id = 104',
		'{"id": 9001, "number": 2, "cause": "amendment", "replaces_id": 104, "released_at": "2026-03-05"}'::jsonb || p_with)
$$;
select is_empty('select trinn.read_by_post(50, 104)', 'who has people here is told here');
select throws_ok(pg_temp.another('{"appeal_deadline": null, "accept_by": null}'), '23514', 'the days of decision 9001 do not run so', 'and has a day to appeal by');

insert into trinn.messages (county_id, applicant_id, application_id, side, is_internal, state, body, written_by)
values (50, 101, 104, 'county', false, 'sent', 'Hvor?', t.person('caseworker'));
select is_empty($$ select from trinn.letters where kind = 'message' $$, 'and written to here');

-- Nobody of the applicant has a role any more.
set local session_replication_role = replica;
update trinn.role_assignments set valid_to = valid_from where county_id = 50 and organisation_id = 101;
set local session_replication_role = origin;
select is((select array_agg(o) from trinn.read_by_post(50, 104) o), array[101::bigint], 'without people it is written to by post');
insert into trinn.messages (county_id, applicant_id, application_id, side, is_internal, state, body, written_by) values
	(50, 101, 104, 'county', true, 'noted', 'Ring', t.person('caseworker')), (50, 101, 104, 'county', false, 'sent', 'Hvor?', t.person('caseworker'));
select results_eq($$ select m.organisation_id, g.body, m.state from trinn.mailings m join trinn.letters l on l.id = m.letter_id join trinn.messages g on g.id = l.message_id $$,
	$$ values (101::bigint, 'Hvor?', 'waiting') $$, 'what the county writes to it is a letter, and a remark is none');
select throws_ok(pg_temp.another('{}'), '23514', 'the days of decision 9001 do not run so', 'which takes its time');
select throws_ok(pg_temp.another('{"appeal_deadline": null}'), '23514', 'the days of decision 9001 do not run so', 'to accept as well');
select lives_ok(pg_temp.another('{"appeal_deadline": null, "accept_by": null}'), 'so that no day is told');
select is((select count(*) from trinn.mailings m join trinn.letters l on l.id = m.letter_id where l.decision_id = 9001 and m.organisation_id = 101), 1::bigint, 'its letter is to be posted');
select is(trinn.appeal_due(50, 9001), null, 'none is late meanwhile');
insert into trinn.letters (county_id, applicant_id, application_id, kind, decision_id, language) values (50, 101, 104, 'decision', 9001, 'en');
select is((select count(*) from trinn.mailings m join trinn.letters l on l.id = m.letter_id where l.decision_id = 9001), 1::bigint, 'once, in whichever languages');

set local session_replication_role = replica;
update trinn.grants set decision_id = 9001, accept_by = null, state = 'offered' where id = 104;
set local session_replication_role = origin;
select is(t.trial('caseworker', 'update trinn.grants set accept_by = ''2026-05-01'' where id = 104'), '23514 grants_offer_told', 'nor does the time to accept run');
create temp table one as select m.id from trinn.mailings m join trinn.letters l on l.id = m.letter_id where l.decision_id = 9001;
grant select on one to public;
create function pg_temp.note(p_person text) returns text language sql as $$
	select format('update trinn.mailings set state = ''noted'', how = ''posted'', on_day = trinn.today(), noted_by = %s, noted_at = now() where id = %s', t.person(p_person), id) from one
$$;
select is(t.trial('decision_maker', pg_temp.note('decision_maker')), '0', 'others than caseworkers do not note it');
select is(t.trial('caseworker', pg_temp.note('caseworker-b')) ~ '^(42501|TR)', true, 'nor anybody for another');
select is(t.trial('caseworker', format('with m as (%s returning 1) select count(*) from m', pg_temp.note('caseworker'))), '1', 'a caseworker does');
select t.act('caseworker');
do $$ begin execute pg_temp.note('caseworker'); end $$;
select lives_ok('update trinn.grants set accept_by = ''2026-05-01'' where id = 104', 'and the time to accept runs');
select t.forget();
select throws_ok(format('update trinn.mailings set on_day = on_day - 1 where id = %s', id), 'TR500', null, 'what was noted stands') from one;

-- ---- what is no decision of the case: that an amendment was refused

set local session_replication_role = replica;
update trinn.amendments set state = 'refused', grounds = 'Nei', body = 'Direktøren', prepared_by = t.person('caseworker'), settled_by = t.person('decision_maker'),
	settled_at = now() where id = 104;
set local session_replication_role = origin;
insert into trinn.letters (id, county_id, applicant_id, application_id, kind, amendment_id, language) overriding system value values (9104, 50, 101, 104, 'amendment', 104, 'nb');
select is((select trinn.begins_appeal(l) from trinn.letters l where l.id = 9104), true, 'the time to appeal against a refusal begins as its letter is posted');
create temp table refusal as select m.id from trinn.mailings m where m.letter_id = 9104;
grant select on refusal to public;
create function pg_temp.begin_appeal(until text default '2027-01-15') returns text language sql as $$
	select format('select trinn.begin_appeal(%s, %L)', id, until) from refusal
$$;
create function pg_temp.note_refusal() returns text language sql as $$
	select format('update trinn.mailings set state = ''noted'', how = ''posted'', on_day = trinn.today(), noted_by = %s, noted_at = now() where id = %s', t.person('caseworker'), id) from refusal
$$;
select t.act('caseworker');
select throws_ok(pg_temp.begin_appeal(), '23514', null, 'not before');
select throws_ok('update trinn.amendments set appeal_by = ''2027-01-15'' where id = 104', null, null, 'and not otherwise');
do $$ begin execute pg_temp.note_refusal(); execute pg_temp.begin_appeal(); end $$;
select t.forget();
select is((select m.appeal_by from trinn.amendments m where m.id = 104), '2027-01-15', 'it is on its row');
select is((select trinn.begins_appeal(l) from trinn.letters l where l.id = 9104), false, 'and begins once');
select t.act('caseworker');
select throws_ok(pg_temp.begin_appeal('2027-02-15'), 'P0002', null, 'for good');
select t.forget();

-- ---- a partner that is to leave a grant

set local session_replication_role = replica;
update trinn.role_assignments set valid_to = valid_from where county_id = 50 and organisation_id = 302;
update trinn.amendments set state = 'asked', kind = 'partner_change', is_of_county = false, asked_until = null, grounds = null, body = null, prepared_by = null, settled_by = null,
	settled_at = null, appeal_by = null, asked_moves = '[{"from": {"costGroup": "fagpartner", "partnerOrgnr": "910000302"}, "amountOre": 1000}]',
	leaving = '["910000302"]' where id = 104;
set local session_replication_role = origin;
insert into trinn.application_partners (id, county_id, applicant_id, application_id, amendment_id, asked_to, answer_by, organisation_id, orgnr, name, kind, task, asked_by)
	overriding system value select 899, 50, 101, 104, 104, 'leave', trinn.today() + 7, 302, '910000302', 'Minera Skifer AS', 'firm', 'Prøver', 1;
create temp table question as select m.id from trinn.letters l join trinn.mailings m on m.letter_id = l.id where l.partner_id = 899 and m.organisation_id = 302;
grant select on question to public;
select is((select count(*) from question), 1::bigint, 'it is asked by letter, and nobody else is');
create function pg_temp.is_waited_for() returns boolean language sql as $$
	select trinn.is_waited_for(p) from trinn.application_partners p where p.id = 899
$$;
set local session_replication_role = replica;
update trinn.application_partners set answer_by = trinn.today() - 1 where id = 899;
set local session_replication_role = origin;
select ok(pg_temp.is_waited_for(), 'it is waited for whatever its day, as long as the letter is not posted');
select throws_ok('update trinn.application_partners set answer_by = trinn.today() + 12 where id = 899', '23514', 'the letter to partner 899 was not noted now', 'its day stands');
select t.act('caseworker');
do $$ begin execute format('update trinn.mailings set state = ''noted'', how = ''posted'', on_day = trinn.today(), noted_by = %s, noted_at = now() where id = %s',
	t.person('caseworker'), (select id from question)); end $$;
select lives_ok(format('select trinn.extend_partner(%s, trinn.today() + 12)', id), 'until it is') from question;
select throws_ok(format('select trinn.extend_partner(%s, trinn.today() + 11)', id), '23514', null, 'and then only later') from question;
select t.forget();
select ok(pg_temp.is_waited_for(), 'and it has its days from that');
set local session_replication_role = replica;
update trinn.application_partners set answer_by = trinn.today() - 1 where id = 899;
set local session_replication_role = origin;
select ok(not pg_temp.is_waited_for(), 'but no more');

select * from finish();
rollback;
