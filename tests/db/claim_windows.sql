-- What is not claimed by the last day for claims lapses by itself, and nothing is claimed after it.
begin;
select no_plan();

-- Grant 104 with so many days left of its window, and nothing open that takes of it.
create function pg_temp.window(days int) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.grants set claim_days = 90, ends_on = trinn.today() + days - 90, reminded_days = null where id = 104;
	update trinn.claims set state = 'rejected' where grant_id = 104 and state <> 'released';
	update trinn.claims set kind = 'part' where grant_id = 104;
	update trinn.amendments set state = 'withdrawn' where grant_id = 104;
	update trinn.reversals set application_id = 105 where id = 104;
	update trinn.appeals set settled_on = '2026-03-12' where application_id = 104;
	set local session_replication_role = origin;
end $$;
create function pg_temp.claim() returns text language sql as $$
	select t.trial('hub_signatory', format('insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report,
		amount_ore, submitted_by) values (50, 101, 104, 104, 99, ''part'', ''2026-01-01'', ''2026-02-01'', ''x'', 1, %s)', t.person('hub_signatory')))
$$;
-- Whether it lapses with this changed.
create function pg_temp.lapses(statement text default 'select 1') returns boolean language plpgsql as $$
declare
	answer boolean;
begin
	set local session_replication_role = replica;
	execute statement;
	set local session_replication_role = origin;
	answer := trinn.rest_lapses(g) from trinn.grants g where g.id = 104;
	raise exception using errcode = 'TUNDO', message = answer;
exception when sqlstate 'TUNDO' then
	return sqlerrm::boolean;
end $$;

select pg_temp.window(0);
select isnt(pg_temp.claim(), '23514 claims_in_time', 'on the last day something is claimed');
select ok(not pg_temp.lapses(), 'and nothing lapses');
select pg_temp.window(-1);
select is(pg_temp.claim(), '23514 claims_in_time', 'on the day after nothing is');
select ok(pg_temp.lapses(), 'and the rest lapses');
select ok(not pg_temp.lapses(statement), what) from (values
	('update trinn.grants set claim_days = null where id = 104', 'not of a grant without a last day'),
	('update trinn.grants set remaining_ore = 0 where id = 104', 'nor of one that is claimed whole'),
	('update trinn.grants set state = ''offered'' where id = 104', 'nor an offer'),
	('update trinn.claims set state = ''submitted'' where id = (select min(id) from trinn.claims where grant_id = 104)', 'nor while a claim is under way'),
	('update trinn.claims set kind = ''final'' where id = (select min(id) from trinn.claims where grant_id = 104 and state = ''released'')', 'nor after the final claim'),
	('update trinn.amendments set state = ''asked'' where grant_id = 104', 'nor while an amendment is asked for'),
	('update trinn.reversals set application_id = 104 where id = 104', 'nor while a reversal is proposed'),
	('update trinn.appeals set settled_on = null, application_id = 104 where id = 105', 'nor while it is appealed against')) v(statement, what);

create temp table held as select account, balance_ore from trinn.balances where county_id = 50 and funding_line_id = 500 and year = 2026;
create temp table rest as select sum(remaining_ore)::bigint as ore from trinn.grant_parts where grant_id = 104 and funding_line_id = 500 and year = 2026;
select is(trinn.jobs_lapse_rest(), 104::bigint, 'trinn-jobs lets it lapse');
select is(trinn.jobs_lapse_rest(), null, 'once');
select t.forget();
set constraints all immediate;
select row_eq('select state, end_reason, ended_by from trinn.grants where id = 104', row('lapsed'::text, 'not_claimed'::text, null::bigint), 'by nobody');
select is((select state from trinn.applications where id = 104), 'closed', 'the case with it');
select is(b.balance_ore - h.balance_ore, r.ore * d.sign, d.account || ' by what remained') from rest r, (values ('committed', -1), ('available', 1)) d(account, sign)
	join held h using (account) join trinn.balances b on b.county_id = 50 and b.funding_line_id = 500 and b.year = 2026 and b.account = d.account;
select row_eq('select role, action from trinn.audit_events where county_id = 50 and case_kind = ''application'' and case_id = 104 order by seq desc limit 1',
	row('system'::text, 'lapse'::text), 'it is on record');
select throws_ok('set local role trinn_api; select trinn.jobs_lapse_rest()', '42501', null, 'the daemon lapses nothing');
select throws_ok('set local role trinn_api; select trinn.jobs_remind_of_claim()', '42501', null, 'and reminds nobody');

select * from finish();
rollback;
