-- A grant is settled by two persons once nothing of it is open, and what remains goes back; then nothing of it changes.
begin;
select no_plan();
-- How things came to stand as they do is not asked here.
alter table trinn.payments drop constraint payments_listed, drop constraint payments_paid;
alter table trinn.decision_conditions drop constraint decision_conditions_met, drop constraint decision_conditions_reported,
	drop constraint decision_conditions_over;

-- Grant 104 as it is when all of it is done.
create function pg_temp.done() returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.claims set state = 'rejected' where grant_id = 104 and state <> 'released';
	update trinn.claims set kind = 'final' where id = (select max(id) from trinn.claims where grant_id = 104 and state = 'released');
	update trinn.payments set state = 'paid' where grant_id = 104;
	update trinn.amendments set state = 'withdrawn' where grant_id = 104;
	update trinn.reversals set application_id = 105 where id = 104;
	update trinn.appeals set settled_on = '2026-03-12' where application_id = 104;
	update trinn.decision_conditions set state = 'met' where application_id = 104;
	update trinn.progress_reports set state = 'approved' where application_id = 104;
	update trinn.decisions set appeal_deadline = trinn.today() - 1 where application_id = 104;
	delete from trinn.appeal_periods where application_id = 104;
	update trinn.grant_settlements s set paid_ore = g.amount_ore - g.remaining_ore, released_ore = g.remaining_ore
		from trinn.grants g where g.id = 104 and s.grant_id = 104 and s.county_id = 50;
	set local session_replication_role = origin;
end $$;
create function pg_temp.confirm(state text default 'confirmed', who text default 'decision_maker') returns text language sql as $$
	select format('with s as (update trinn.grant_settlements set state = %L, settled_by = %s, settled_at = now(), return_reason = %L where grant_id = 104 returning 1)
		select count(*) from s', state, t.person(who), case state when 'returned' then 'Sjekk' end)
$$;
create function pg_temp.settle(releases boolean default true) returns text language sql as $$
	select pg_temp.confirm() || '; update trinn.grants set state = ''settled'', ended_at = now() where id = 104'
		|| case when releases and g.remaining_ore > 0 then '; select trinn.post_due(''release'', ''grant'', 104)' else '' end
	from trinn.grants g where g.id = 104
$$;

select pg_temp.done();
create temp table faults as select * from trinn.ledger_faults where county_id = 50;
select cmp_ok((select remaining_ore from trinn.grants where id = 104), '>', 0::bigint, 'something remains');
savepoint done;
select is(t.trial('decision_maker', pg_temp.settle()), '1', 'a second person settles it');
select is(t.trial('decision_maker', pg_temp.settle(false)), 'TR500', 'not without giving back what remains');
select is(t.trial('decision_maker', pg_temp.confirm()), '23514 grants_settled', 'what is confirmed is settled');
select is(t.trial('decision_maker', pg_temp.confirm('returned')), '1', 'or it is sent back');
select is(t.trial('decision_maker', 'update trinn.grants set state = ''settled'' where id = 104'), '23514 grants_settled', 'nothing is settled by one alone');
select is(t.trial('decision_maker', pg_temp.confirm(who => 'secretary')), 'TR500', 'nor under another name');
select is(t.trial('caseworker', 'update trinn.grant_settlements set state = ''returned'' where id = 104'), '0', 'nor by a caseworker');
set local session_replication_role = replica;
update trinn.grant_settlements set prepared_by = t.person('decision_maker') where id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.confirm()), '23514 grant_settlements_two_persons', 'nor by who prepared it');
rollback to done;
set local session_replication_role = replica;
update trinn.submissions set submitted_by = t.person('decision_maker') where application_id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle()), '23514 grant_settlements_two_persons', 'nor by who applied');
rollback to done;
set local session_replication_role = replica;
update trinn.claims set submitted_by = t.person('decision_maker') where id = (select min(id) from trinn.claims where grant_id = 104);
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle()), '23514 grant_settlements_two_persons', 'nor by who claimed');
rollback to done;
set local session_replication_role = replica;
update trinn.grant_settlements set released_ore = released_ore + 1 where id = 104;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle()), '23514 grants_settled', 'but as it was prepared');
rollback to done;

-- Each by itself stands in the way.
create temp table open (what text, statement text);
insert into open values
	('final claim', 'update trinn.claims set kind = ''part'' where grant_id = 104'),
	('payment', 'update trinn.payments set state = ''exported'' where id = (select max(id) from trinn.payments where grant_id = 104)'),
	('amendment', 'update trinn.amendments set state = ''asked'' where grant_id = 104'),
	('appeal', 'update trinn.appeals set settled_on = null, application_id = 104 where id = 105'),
	('reversal', 'update trinn.reversals set application_id = 104 where id = 104'),
	('appeal period', 'update trinn.decisions set appeal_deadline = trinn.today() where application_id = 104'),
	('condition', 'update trinn.decision_conditions set state = ''open'' where id = 104'),
	('report', 'update trinn.progress_reports set state = ''returned'', application_id = 104 where id = 100');
create function pg_temp.with_open(statement text) returns text language plpgsql as $$
declare
	outcome text;
begin
	set local session_replication_role = replica;
	execute statement;
	set local session_replication_role = origin;
	outcome := trinn.unsettled_of(g) || ': ' || t.trial('decision_maker', pg_temp.settle()) from trinn.grants g where g.id = 104;
	raise exception using errcode = 'TUNDO', message = outcome;
exception when sqlstate 'TUNDO' then
	return sqlerrm;
end $$;
select is(pg_temp.with_open(statement), what || ': 23514 grants_settled', 'not with an open ' || what) from open;

-- ---- afterwards

select is(t.attempt('decision_maker', pg_temp.settle()), '1', 'it is settled');
select results_eq('select * from trinn.ledger_faults where county_id = 50 order by 1, 2, 3, 4, 5, 6', 'select * from faults order by 1, 2, 3, 4, 5, 6',
	'the ledger agrees as it did');
select is(t.trial('decision_maker', format('update trinn.grants set state = %L where id = 104', state)), 'TR460', 'it never is ' || state || ' again')
from unnest('{offered,accepted,active,annulled,lapsed,settled}'::text[]) state;
select is(t.trial('hub_signatory', format('insert into trinn.amendments (county_id, applicant_id, application_id, grant_id, number, kind, reason, is_of_county, asked_by)
	values (50, 101, 104, 104, 9, ''annulment'', ''x'', false, %s)', t.person('hub_signatory'))), 'TR460', 'nothing of it is amended');
select is(t.trial('hub_signatory', format('insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to, status_report, amount_ore, submitted_by)
	values (50, 101, 104, 104, 99, ''part'', ''2026-01-01'', ''2026-02-01'', ''x'', 1, %s)', t.person('hub_signatory'))), 'TR460', 'nor claimed');
select is(t.trial('caseworker', format('insert into trinn.grant_settlements (county_id, applicant_id, application_id, grant_id, number, assessment, paid_ore, released_ore, prepared_by)
	values (50, 101, 104, 104, 9, ''x'', 1, 0, %s)', t.person('caseworker'))), 'TR460', 'nor settled again');
select is(t.trial('decision_maker', pg_temp.confirm('returned')), 'TR460', 'the settlement stands');

select * from finish();
rollback;
