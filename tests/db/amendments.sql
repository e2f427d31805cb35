-- A grant ends with none of its claims under way, and what lapses by itself lapses when its time has passed.
begin;
select no_plan();

select is(t.trial('hub_signatory', 'with g as (update trinn.grants set state = ''annulled'' where id = 105) select trinn.post(''release'', 500, 2026, 60000, ''grant'', 105)'), '1',
	'an offer is declined');
select is(t.trial('hub_signatory', 'update trinn.grants set state = ''annulled'' where id = 105'), 'TR500', 'not without giving back');
select is(t.trial('caseworker', 'update trinn.grants set state = ''annulled'' where id = 105'), 'TR500', 'not by a caseworker but in the recipient''s words');
savepoint claimed;
set local session_replication_role = replica;
update trinn.claims set grant_id = 105, application_id = 105, state = 'submitted' where id = 104;
set local session_replication_role = origin;
select is(t.trial('hub_signatory', 'update trinn.grants set state = ''annulled'' where id = 105'), '23514 grants_claims_open', 'not with a claim under way');
rollback to claimed;

-- ---- by itself

select isnt(trinn.jobs_lapse_offer(), 105::bigint, 'nothing lapses before its time');
create temp table held as select account, balance_ore from trinn.balances where county_id = 50 and funding_line_id = 500 and year = 2026;
set local session_replication_role = replica;
update trinn.grants set accept_by = trinn.today() where state = 'offered';
set local session_replication_role = origin;
select isnt(trinn.jobs_lapse_offer(), 105::bigint, 'nor on the last day');
set local session_replication_role = replica;
update trinn.grants set accept_by = trinn.today() - 1 where id = 105;
set local session_replication_role = origin;
select isnt(trinn.jobs_lapse_offer(), 105::bigint, 'nor while more time is asked for');
set local session_replication_role = replica;
update trinn.amendments set state = 'withdrawn' where id = 105;
set local session_replication_role = origin;
select is(trinn.jobs_lapse_offer(), 105::bigint, 'but on the day after');
select is(trinn.jobs_lapse_offer(), null, 'once');
select t.forget();
select row_eq('select state, end_reason, ended_by from trinn.grants where id = 105', row('lapsed'::text, 'not_accepted'::text, null::bigint), 'by nobody');
select is((select state from trinn.applications where id = 105), 'closed', 'the case with it');
select is(b.balance_ore - h.balance_ore, d.ore, b.account || ' by what was offered')
from (values ('committed', -60000::bigint), ('available', 60000)) d(account, ore) join held h using (account)
	join trinn.balances b on b.county_id = 50 and b.funding_line_id = 500 and b.year = 2026 and b.account = d.account;
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'the ledger agrees');
select row_eq('select role, action, person_id from trinn.audit_events where county_id = 50 and case_kind = ''application'' and case_id = 105 order by seq desc limit 1',
	row('system'::text, 'lapse'::text, null::bigint), 'it is on record');
select row_eq('select organisation_id, content from trinn.outbox where topic = ''grant.lapse'' and object_id = 105', row(101::bigint, '{"releasedOre": 60000}'::jsonb),
	'and the recipient is told');
select is(t.trial('hub_signatory', 'update trinn.grants set state = ''accepted'' where id = 105'), 'TR460', 'nobody accepts it any more');
select throws_ok('set local role trinn_api; select trinn.jobs_lapse_offer()', '42501', null, 'the daemon lapses nothing');
select throws_ok('set local role trinn_jobs; select trinn.lapse_grant(50, 104, ''x'')', '42501', null, 'nor trinn-jobs what it likes');

-- ---- amended by two persons, and in no other way

-- What decision_maker settles of the extension of grant 104, and does then.
create function pg_temp.settle(then_do text default 'select 1', decider text default 'decision_maker', preparer text default 'caseworker') returns text language sql as $$
	select format('with m as (update trinn.amendments set state = ''approved'', grounds = ''Utsatt'', body = ''Direktøren'', granted_until = asked_until, prepared_by = %s,
		settled_by = %s, settled_at = now(), decision_id = 104, version = version + 1 where id = 104 returning 1) select count(*) from m; %s', t.person(preparer), t.person(decider), then_do)
$$;
select is(t.trial('decision_maker', pg_temp.settle()), '1', 'a second person approves');
select is(t.trial('decision_maker', pg_temp.settle(preparer => 'decision_maker')), '23514 amendments_two_persons', 'not who prepared');
select is(t.trial('decision_maker', pg_temp.settle(preparer => 'hub_signatory')), '23514 amendments_two_persons', 'and who asked prepares nothing');
select is(t.trial('decision_maker', pg_temp.settle(decider => 'secretary')), 'TR500', 'nor under another name');
select is(t.trial('decision_maker', 'update trinn.grants set ends_on = ''2028-12-31'' where id = 104'), '23514 grants_amended', 'the work is not prolonged without');
select is(t.trial('decision_maker', 'update trinn.grants set accept_by = accept_by + 1 where id = 104'), '23514 grants_amended', 'nor the offer');
savepoint settled_claims;
set local session_replication_role = replica;
update trinn.claims set state = 'rejected' where grant_id = 104 and state <> 'released';
set local session_replication_role = origin;
select is(t.trial('decision_maker', 'update trinn.grants set state = ''annulled'' where id = 104'), '23514 grants_amended', 'nor is it annulled');
rollback to settled_claims;
select is(t.trial('decision_maker', format('select trinn.change_grant(104, 80000, ''{"fagpartner": 60000, "workshops": 20000}'', ''amendment'', 104, %s)', t.person('caseworker'))),
	'23514 grants_amended', 'nor changed for an amendment of another kind');
select is(t.trial('hub_signatory', 'update trinn.amendments set asked_until = ''2029-12-31'' where id = 104'), '42501', 'what was asked stands');
set local session_replication_role = replica;
update trinn.amendments set state = 'refused', grounds = 'Nei', body = 'D', prepared_by = t.person('caseworker'), settled_by = t.person('decision_maker'), settled_at = now() where id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', 'update trinn.amendments set grounds = ''Ja'' where id = 104'), 'TR500', 'and so does the answer');
select is(t.trial('hub_signatory', format('insert into trinn.amendments (county_id, applicant_id, application_id, grant_id, number, kind, reason, is_of_county, asked_by%s)
	values (50, 101, 104, 104, 9, %L, ''Utsatt'', false, %s%s)', columns, kind, t.person('hub_signatory'), said)), outcome, what)
from (values ('extension', ', asked_until', ', ''2029-12-31''', '1', 'more time says until when'), ('extension', '', '', '23514 amendments_say', 'and is no more time without'),
	('increase', ', asked_until', ', ''2029-12-31''', '23514 amendments_say', 'an amount is no day'), ('annulment', ', asked_ore', ', 1', '23514 amendments_say', 'and an annulment says neither'))
	v(kind, columns, said, outcome, what);

select * from finish();
rollback;
