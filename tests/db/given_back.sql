-- What was accepted and annulled is lowered to what was claimed, and stands again only as an appeal or a reversal gives it back.
begin;
select no_plan();

select is(t.attempt('hub_signatory', 'update trinn.grants set state = ''accepted'', accepted_by = ended_by, accepted_at = now(), version = version + 1 where id = 105'), '1',
	'an offer is accepted');
set local session_replication_role = replica;
insert into trinn.amendments (id, county_id, applicant_id, application_id, grant_id, number, kind, state, reason, is_of_county, asked_by) overriding system value
	values (9005, 50, 101, 105, 105, 9, 'annulment', 'prepared', 'Går ikke', false, t.person('hub_signatory'));
update trinn.applications set state = 'accepted' where id = 105;
update trinn.reversals set state = 'withdrawn' where application_id = 105;
update trinn.appeals set state = 'withdrawn', settled_on = '2026-03-01' where application_id = 105;
set local session_replication_role = origin;

create function pg_temp.change(p_after bigint, p_cause text, p_id bigint) returns text language sql as $$
	select format('select trinn.change_grant(105, %s, ''{"fagpartner": %s, "workshops": %s}'', %L, %s, %s, array[%s - g.amount_ore], 2026) from trinn.grants g where id = 105',
		p_after, p_after - p_after / 4, p_after / 4, p_cause, p_id, t.person('caseworker'), p_after)
$$;
create function pg_temp.annul(p_after bigint) returns text language sql as $$
	select format('update trinn.amendments set state = ''approved'', grounds = ''Ja'', body = ''Direktøren'', prepared_by = %s, settled_by = %s, settled_at = now(),
			decision_id = 105, version = version + 1 where id = 9005;
		update trinn.grants set state = ''annulled'', ended_by = %2$s, ended_at = now(), end_reason = ''Ja'', version = version + 1 where id = 105; %s',
		t.person('caseworker'), t.person('decision_maker'), pg_temp.change(p_after, 'amendment', 9005))
$$;
create temp table before as select account, balance_ore from trinn.balances where county_id = 50 and funding_line_id = 500 and year = 2026;

select is(t.trial('decision_maker', replace(pg_temp.annul(0), pg_temp.change(0, 'amendment', 9005), 'select 1')), 'TR500', 'it is not annulled without its money going back');
select is(t.trial('decision_maker', pg_temp.annul(1000)), '23514 grants_amended', 'nor lowered to anything but what was claimed');
select is(t.attempt('decision_maker', pg_temp.annul(0)), '1', 'but to that');
select row_eq('select state, amount_ore, remaining_ore from trinn.grants where id = 105', row('annulled'::text, 0::bigint, 0::bigint), 'to nothing where nothing was');
select is(b.balance_ore - h.balance_ore, d.ore, b.account || ' by what it gave back')
from (values ('committed', -60000::bigint), ('available', 60000)) d(account, ore) join before h using (account)
	join trinn.balances b on b.county_id = 50 and b.funding_line_id = 500 and b.year = 2026 and b.account = d.account;
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');
select row_eq('select trinn.taken_of(g), trinn.taken_of(g, 500, 2026), trinn.taken_of(g, 500, 2027), trinn.back_of(g, 500, 2026) from trinn.grants g where id = 105',
	row(60000::bigint, 60000::bigint, 0::bigint, case when extract(year from trinn.today()) <= 2026 then 60000 else 0 end::bigint), 'it tells what was taken of it');
select is(trinn.changed_grant(50, 105), 105::bigint, 'it is the one that a decision changes');

-- ---- and stands again

set local session_replication_role = replica;
update trinn.applications set state = 'closed' where id = 105;
set local session_replication_role = origin;
-- A decision on an appeal of so much, the grant raised, and stood up.
create function pg_temp.give_back(p_decided bigint, p_after bigint default 60000, p_state text default 'accepted', p_more jsonb default '{}') returns text language sql as $$
	select format('insert into trinn.decisions select (jsonb_populate_record(x, %L)).* from trinn.decisions x where x.id = 105; %s;
		update trinn.grants set state = %L, ended_by = null, ended_at = null, end_reason = null, version = version + 1 where id = 105',
		jsonb_build_object('id', 9005, 'number', 2, 'cause', 'appeal', 'replaces_id', 105, 'amount_ore', p_decided, 'released_at', now(), 'accept_by', null,
			'recommended_by', t.person('caseworker'), 'decided_by', t.person('decision_maker')) || p_more, pg_temp.change(p_after, 'appeal', 9005), p_state)
$$;
select is(t.trial('decision_maker', pg_temp.give_back(60000)), '1', 'as an appeal gives it back');
select is(t.trial('decision_maker', pg_temp.give_back(50000)), '23514 grants_amended', 'with the amount that was decided');
select is(t.trial('decision_maker', pg_temp.give_back(60000, p_more => '{"cause": "amendment"}')), '23514 grants_amended', 'by no other decision');
select is(t.trial('decision_maker', 'update trinn.grants set state = ''accepted'' where id = 105'), '23514 grants_amended', 'nor by none');
select is(t.trial('decision_maker', replace(pg_temp.give_back(0, p_more => '{"outcome": "rejected"}'), pg_temp.change(60000, 'appeal', 9005), 'select 1')),
	'23514 grants_amount', 'never with nothing');
select is(t.trial('decision_maker', pg_temp.change(60000, 'appeal', 9005)), 'TR500', 'nor is it raised and left annulled');
select is(t.trial('decision_maker', pg_temp.give_back(60000, p_state => 'offered')), 'TR460', 'what was accepted is not offered again');
select is(t.trial('caseworker', pg_temp.give_back(60000)) ~ '^(42501|TR)', true, 'nor by who decides nothing');
savepoint reversed;
set local session_replication_role = replica;
update trinn.reversals set state = 'decided', outcome = 'annulled', amount_ore = 0, settled_by = t.person('decision_maker'), settled_at = now(), new_decision_id = 105, application_id = 105
where id = (select min(id) from trinn.reversals where county_id = 50 and applicant_id = 101);
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.give_back(60000)), '23514 grants_amended', 'nor once its case is decided anew');
select is(trinn.changed_grant(50, 105), null, 'which makes another');
rollback to reversed;
savepoint declined;
set local session_replication_role = replica;
update trinn.grants set accepted_at = null where id = 105;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.give_back(60000)), 'TR412', 'nor what was never accepted');
select is(trinn.changed_grant(50, 105), null, 'of which there is another offer');
rollback to declined;
select is(t.attempt('decision_maker', pg_temp.give_back(60000)), '1', 'it stands again');
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');
select is(b.balance_ore, h.balance_ore, b.account || ' as before') from before h
	join trinn.balances b on b.county_id = 50 and b.funding_line_id = 500 and b.year = 2026 and b.account = h.account where h.account in ('committed', 'available');
select is(trinn.taken_of(g), 0::bigint, 'nothing is taken of it any more') from trinn.grants g where id = 105;

-- ---- one that has lapsed

set local session_replication_role = replica;
update trinn.grants set state = 'lapsed' where id in (104, 105);
set local session_replication_role = origin;
select is(trinn.changed_grant(50, 104), 104::bigint, 'what was claimed of one that has lapsed is not granted again');
select is(trinn.changed_grant(50, 105), null, 'one of which nothing was is no grant any more');

select * from finish();
rollback;
