-- What was decided, posted, submitted or recorded is never changed, not even by the owner.
begin;
select no_plan();

create temp table kept (name text);
insert into kept values ('postings'), ('audit_events'), ('submissions'), ('decisions'), ('decision_overlaps'), ('grant_changes'), ('amendment_proposals'), ('appeal_documents'), ('appeal_periods'), ('recommendations'), ('forms'), ('enrolment_steps');
insert into kept values ('postings'), ('audit_events'), ('submissions'), ('decisions'), ('decision_overlaps'), ('grant_changes'), ('recommendations'), ('forms'), ('enrolment_steps');
insert into kept values ('assurances'), ('preliminary_answers'), ('answers_on_behalf');
insert into kept values ('journal_revisions');
insert into kept values ('postings'), ('audit_events'), ('submissions'), ('decisions'), ('decision_overlaps'), ('grant_changes'), ('appeal_documents'), ('appeal_periods'), ('recommendations'), ('late_recommendations'), ('forms'), ('enrolment_steps');
grant select on kept to trinn_owner;

select throws_ok(format('update trinn.%I set county_id = county_id', name), 'TR500', null, name || ' cannot be changed') from kept;
select throws_ok(format('delete from trinn.%I', name), 'TR500', null, name || ' cannot be deleted') from kept;
set local role trinn_owner;
create function pg_temp.outcome(statement text) returns text language plpgsql as $$
begin
	execute statement;
	return 'done';
exception when others then
	return sqlstate;
end $$;
create temp view by_owner as select name, pg_temp.outcome(format('delete from trinn.%I', name)) as outcome from kept;
grant select on by_owner to postgres;
reset role;
select set_eq('select distinct outcome from by_owner', $$ values ('TR500') $$, 'nor by the owner');

select * from finish();
rollback;
