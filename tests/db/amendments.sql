-- A grant ends with none of its claims under way, and what lapses by itself lapses when its time has passed.
begin;
select no_plan();

select is(t.trial('hub_signatory', 'with g as (update trinn.grants set state = ''annulled'' where id = 105) select trinn.post(''release'', 500, 2026, 60000, ''grant'', 105)'), '1',
	'an offer is declined');
select is(t.trial('hub_signatory', 'update trinn.grants set state = ''annulled'' where id = 105'), 'TR500', 'not without giving back');
select is(t.trial(role, 'update trinn.grants set state = ''annulled'' where id = 105'), 'TR460', 'not by a ' || role) from (values ('caseworker')) r(role);
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

select * from finish();
rollback;
