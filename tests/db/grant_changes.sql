-- The amount of a grant changes in one way: by two persons, of what its line has available, as far as nothing is claimed, and posted.
begin;
select no_plan();

create function pg_temp.change(after bigint, shares text default null, proposer text default 'caseworker') returns text language sql as $$
	select format('select trinn.change_grant(104, %s, %L, ''appeal'', 1, %s)', after,
		coalesce(shares, format('{"fagpartner": %s, "workshops": %s}', after - after / 4, after / 4)), t.person(proposer))
$$;
create function pg_temp.balance(p_account text) returns bigint language sql
	as $$ select balance_ore from trinn.balances where county_id = 50 and funding_line_id = 500 and year = 2026 and account = p_account $$;
create temp table before as select account, balance_ore from trinn.balances where county_id = 50;

select is(t.attempt('decision_maker', pg_temp.change(130000)), '1', 'a decider raises what another proposed');
select row_eq('select amount_ore, remaining_ore, state from trinn.grants where id = 104', row(130000::bigint, 111000::bigint, 'active'::text),
	'all of the difference remains to be claimed, and the grant is where it was');
select results_eq('select cost_group, amount_ore from trinn.grant_costs where grant_id = 104 order by 1',
	$$ values ('fagpartner', 97500::bigint), ('workshops', 32500) $$, 'each cost group has its share');
select is((select pg_temp.balance(account) - balance_ore from before where account = a.name), a.difference, a.name || ' by the difference')
from (values ('available', -10000::bigint), ('committed', 10000)) a(name, difference);
select row_eq('select number, before_ore, after_ore, cause_kind, cause_id, proposed_by, approved_by from trinn.grant_changes where grant_id = 104 order by number desc limit 1',
	row(2, 120000::bigint, 130000::bigint, 'appeal'::text, 1::bigint, t.person('caseworker'), t.person('decision_maker')), 'it says from what to what, why and by whom');
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');

select is(t.attempt('secretary', pg_temp.change(90000)), '1', 'it is lowered as well');
select is((select remaining_ore from trinn.grants where id = 104), 71000::bigint, 'by what is not claimed');
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');
select is(t.trial('decision_maker', pg_temp.change(19000)), '1', 'down to what is claimed');
select is(t.trial('decision_maker', pg_temp.change(18999)), '23514 grants_remaining', 'and no lower');
select is(t.trial('decision_maker', pg_temp.change(90000 + pg_temp.balance('available'))), '1', 'up to what is available');
select is(t.trial('decision_maker', pg_temp.change(90001 + pg_temp.balance('available'))), '23514 balances_not_negative', 'and no higher');

-- ---- raised with the money of another year

savepoint same_year;
set local session_replication_role = replica;
insert into trinn.appropriations (county_id, funding_line_id, year, amount_ore, resolution) values (50, 500, 2027, 50000, 'FT 2');
set local session_replication_role = origin;
select t.act('county_admin'), trinn.post('appropriate', 500, 2027, 50000, 'appropriation', 9001);
select t.forget();
select is(t.attempt('decision_maker', replace(pg_temp.change(100000), t.person('caseworker') || ')', t.person('caseworker') || ', array[10000], 2027)')), '1',
	'a raise takes from the year that is said');
select results_eq('select position, year, amount_ore, remaining_ore from trinn.grant_parts where grant_id = 104 order by 1',
	$$ values (1, 2026, 90000::bigint, 71000::bigint), (2, 2027, 10000, 10000) $$, 'in a part of its own');
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');
select is(t.attempt('decision_maker', replace(pg_temp.change(105000), t.person('caseworker') || ')', t.person('caseworker') || ', array[5000], 2027)')), '1', 'once more');
select is((select count(*) from trinn.grant_parts where grant_id = 104), 2::bigint, 'in the same part');
select is(t.trial('decision_maker', replace(pg_temp.change(140001), t.person('caseworker') || ')', t.person('caseworker') || ', array[35001], 2027)')), '23514 balances_not_negative',
	'as far as that year has money');
select is(t.attempt('decision_maker', replace(pg_temp.change(100000), t.person('caseworker') || ')', t.person('caseworker') || ', array[-4000, -1000], null)')), '1', 'lowered it is each part');
select is_empty('select * from trinn.ledger_faults where county_id = 50', 'and the ledger agrees');
rollback to same_year;
select is(t.trial('decision_maker', replace(pg_temp.change(80000), t.person('caseworker') || ')', t.person('caseworker') || ', array[-5000, -5000])')), 'TR500', 'there is no other part');
select is(t.trial('decision_maker', 'select trinn.add_parts(g, 2027) from trinn.grants g where id = 104'), '42501', 'and nobody adds one by itself');

select is(t.trial('decision_maker', pg_temp.change(80000, proposer => 'decision_maker')), '23514 grant_changes_two_persons', 'not by one alone');
select is(t.trial('decision_maker', pg_temp.change(90000)), '23514 grant_changes_differ', 'what stays is no change');
select is(t.trial('decision_maker', pg_temp.change(80000, '{"fagpartner": 60000, "workshops": 19999}')), 'TR500', 'the cost groups come to the amount');
select is(t.trial(role, pg_temp.change(80000)), case when role in ('decision_maker', 'secretary') then '1' else 'TR403' end,
	role || case when role in ('decision_maker', 'secretary') then ' may' else ' may not' end)
from trinn.roles where kind = 'county' and role <> 'caseworker';
select is(t.trial('decision_maker-18', pg_temp.change(80000)), 'TR412', 'nor another county');
select is(t.trial('decision_maker', 'update trinn.grants set amount_ore = amount_ore + 1 where id = 104'), '42501', 'there is no other way');

set local session_replication_role = replica;
update trinn.grants set state = 'settled' where id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.change(80000)), 'TR412', 'and one that is over stays as it was');

create function pg_temp.at_end(statement text) returns text language plpgsql as $$
declare outcome text := 'done';
begin
	begin
		perform t.act('decision_maker');
		execute statement;
		set constraints all immediate;
		raise exception using errcode = 'TUNDO';
	exception
		when sqlstate 'TUNDO' then null;
		when others then outcome := sqlstate;
	end;
	perform t.forget();
	return outcome;
end $$;
select is(pg_temp.at_end(format('insert into trinn.grant_changes (county_id, applicant_id, application_id, grant_id, number, cause_kind, cause_id, before_ore, after_ore, costs,
	parts, proposed_by, approved_by) values (50, 101, 104, 104, 9, ''appeal'', 1, 90000, 95000, ''[]'', %s, %s, %s)', parts, t.person('caseworker'), t.person('decision_maker'))), 'TR500', what)
from (values ($$ '[{"fundingLineId": "500", "year": 2026, "beforeOre": 90000, "afterOre": 95000}]' $$, 'nor a change that is not posted, whoever writes'),
	($$ '[]' $$, 'nor one whose parts do not come to it')) v(parts, what);

select * from finish();
rollback;
