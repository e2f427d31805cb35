-- Of what has a day everybody whose task it is is reminded, once for each step and all together once a day.
begin;
select no_plan();
set local session_replication_role = replica;
delete from trinn.task_reminders;
-- Nothing else is due in the county but what is made so here.
update trinn.applications set caseworker_id = null, submitted_at = case when submitted_at is not null then now() end;
update trinn.grants set accept_by = trinn.today() + 300 where accept_by is not null;
update trinn.decision_conditions set due_on = trinn.today() + 300 where due_on is not null;
update trinn.progress_reports set due_on = trinn.today() + 300, due_again_on = null;
update trinn.hearings set answer_by = trinn.today() + 300 where answer_by is not null;
update trinn.messages set answer_by = trinn.today() + 300 where answer_by is not null;
update trinn.appeals set comment_by = trinn.today() + 300 where comment_by is not null;
update trinn.journal_posts set journal_date = trinn.today() + 300;
update trinn.access_items set due_on = trinn.today() + 300;
delete from trinn.archive_messages;
set local session_replication_role = origin;
select trinn.act_as_system(50);
create temp view due_soon as select * from trinn.people_due(50) where due_on < trinn.today() + 100;
select is_empty('select * from due_soon', 'nothing is due soon');

create function pg_temp.is_due(p_due_on date) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.applications set state = 'returned', return_by = p_due_on, caseworker_id = null where id = 102;
	set local session_replication_role = origin;
	delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
end $$;
create function pg_temp.steps() returns text language sql as $$
	select string_agg(distinct r.step || ' ' || (r.due_on - trinn.today()), ', ' order by r.step || ' ' || (r.due_on - trinn.today()))
	from trinn.task_reminders r where r.county_id = 50 and r.path = '/v1/applications/102'
$$;
create function pg_temp.reminds(p_days int, p_until int default 0) returns text language plpgsql as $$
begin
	delete from trinn.task_reminders;
	perform pg_temp.is_due(trinn.today() + p_days);
	perform trinn.jobs_remind_of_tasks(trinn.today() + p_until);
	return pg_temp.steps();
end $$;
insert into trinn.reminder_days select id, trinn.today() from trinn.counties where id <> 50;
select is(pg_temp.reminds(8), null, 'what is due in more than a week is not reminded of');
select is(pg_temp.reminds(7), 'soon 7', 'what is due in a week is');
select is(pg_temp.reminds(9, 2), 'soon 9', 'before a weekend that of the weekend too');
select is(pg_temp.reminds(0), 'due 0', 'what is due today');
select is(pg_temp.reminds(2, 2), 'due 2', 'or before the next working day');
select is(pg_temp.reminds(-2), 'due -2', 'or was, if nobody was reminded then');
select is(pg_temp.reminds(-3), 'overdue -3', 'what is overdue for some days');
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source) values (50, 'tasks.soon_days', 'x', '2026-01-01', 10, 'days', 'x');
select is(pg_temp.reminds(10), 'soon 10', 'as the county says');

-- ---- once
select is(pg_temp.reminds(3), 'soon 3', 'reminded of');
select is_empty('select * from trinn.jobs_remind_of_tasks(trinn.today())', 'the same day nobody is again');
delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
select results_eq('select reminded, told from trinn.jobs_remind_of_tasks(trinn.today())', 'values (0::bigint, 0::bigint)', 'nor the next of the same step');
select pg_temp.is_due(trinn.today());
select results_eq('select reminded = told, told > 0 from trinn.jobs_remind_of_tasks(trinn.today())', 'values (true, true)', 'moved it is reminded of anew');
select is(pg_temp.steps(), 'due 0, soon 3', 'as it is due now');
select throws_ok('update trinn.task_reminders set step = ''due''', 'TR500', null, 'what was reminded of stands');

-- ---- who
select set_eq($$ select person_id from due_soon $$, $$ select person_id from trinn.role_assignments where county_id = 50 and organisation_id = 101
	and role = 'hub_signatory' and person_id is not null and trinn.today() between valid_from and coalesce(valid_to, 'infinity') $$, 'those of the applicant who can do it');
set local session_replication_role = replica;
update trinn.applications set state = 'in_review', caseworker_id = t.person('caseworker'), submitted_at = now() - interval '20 days' where id = 102;
set local session_replication_role = origin;
select set_eq('select person_id from due_soon', 'select t.person(''caseworker'')', 'whoever has the case');
set local session_replication_role = replica;
delete from trinn.standins;
insert into trinn.standins (county_id, person_id, standin_id, role, starts_on, ends_on, named_by)
values (50, t.person('caseworker'), t.person('caseworker-b'), 'caseworker', trinn.today(), trinn.today(), t.person('caseworker'));
set local session_replication_role = origin;
select set_eq('select person_id from due_soon', 'select t.person(s) from unnest(''{caseworker,caseworker-b}''::text[]) s', 'and who stands in for them');
set local session_replication_role = replica;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 102, t.person('caseworker-b'), 'kin', 'raised', false, t.person('archivist'));
set local session_replication_role = origin;
select set_eq('select person_id from due_soon', 'select t.person(''caseworker'')', 'but not of a case that they may not handle');

-- ---- who keeps the journal
set local session_replication_role = replica;
update trinn.applications set caseworker_id = null where id = 102;
update trinn.access_items set due_on = trinn.today() + 2 where county_id = 50 and state = 'asked';
set local session_replication_role = origin;
select set_eq('select person_id, path from due_soon', $$ select distinct a.person_id, '/v1/access-requests/' || i.request_id from trinn.role_assignments a
	cross join trinn.access_items i where a.county_id = 50 and a.role = 'archivist' and i.county_id = 50 and i.state = 'asked' $$, 'an access request');
set local session_replication_role = replica;
update trinn.access_items set state = 'complained', complaint = 'x', complained_on = trinn.today() where id = 100;
update trinn.access_items set due_on = trinn.today() + 300 where id <> 100;
update trinn.access_items set due_on = trinn.today() + 2 where id = 100;
set local session_replication_role = origin;
select set_eq('select person_id from due_soon', $$ select distinct a.person_id from trinn.role_assignments a
	where a.county_id = 50 and a.role = 'archivist' and a.person_id <> t.person('archivist') $$, 'a complaint of another''s answer');
set local session_replication_role = replica;
update trinn.access_items set due_on = trinn.today() + 300;
update trinn.journal_posts set journal_date = trinn.today() where county_id = 50 and state in ('M', 'E', 'F');
set local session_replication_role = origin;
create temp view unchecked as select min(id) as first from trinn.journal_posts where county_id = 50 and state in ('M', 'E', 'F');
select set_eq('select distinct path, due_on from due_soon', $$ select '/v1/journal-posts/' || first as path, trinn.today() + 3 as due_on from unchecked $$, 'the journal of a day, by its first post');
delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
select results_eq('select reminded from trinn.jobs_remind_of_tasks(trinn.today())', 'select count(*) from due_soon', 'of which each is reminded');
set local session_replication_role = replica;
update trinn.journal_posts set state = 'J', checked_by = t.person('archivist'), checked_at = now() where id = (select first from unchecked);
set local session_replication_role = origin;
delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
select results_eq('select reminded from trinn.jobs_remind_of_tasks(trinn.today())', 'values (0::bigint)', 'once, whichever post is the first');
set local session_replication_role = replica;
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
select 50, 'application', a.id, t.person('archivist'), 'kin', 'raised', false, t.person('caseworker') from trinn.applications a where a.county_id = 50;
set local session_replication_role = origin;
select is_empty('select from due_soon where person_id = t.person(''archivist'')', 'but of cases that they may not handle');
set local session_replication_role = replica;
update trinn.journal_posts set journal_date = trinn.today() + 300;
set local session_replication_role = origin;

-- ---- one summary
delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
delete from trinn.task_reminders;
set local session_replication_role = replica;
delete from trinn.standins;
update trinn.applications set state = 'in_review', caseworker_id = t.person('caseworker'), submitted_at = now() - interval '28 days' where county_id = 50 and id in (101, 102, 103);
set local session_replication_role = origin;
select results_eq('select reminded, told from trinn.jobs_remind_of_tasks(trinn.today())', $$ select count(*), 1::bigint from due_soon $$, 'of several tasks a person is told once');
select results_eq($$ select person_id, path, application_id from trinn.notifications where topic = 'task.remind' and happened_at = now() order by id desc limit 1 $$,
	$$ values (t.person('caseworker'), '/v1/tasks', null::bigint) $$, 'with where they stand');
update trinn.rule_params set value = 0 where key = 'notifications.months' and county_id is null;
delete from trinn.reminder_days where on_day = trinn.today() and county_id = 50;
insert into trinn.task_reminders values (50, t.person('caseworker'), 1, '/v1/applications/102', trinn.today() - 1, 'due');
select lives_ok('select trinn.jobs_remind_of_tasks(trinn.today())', 'and in time');
select is_empty('select from trinn.task_reminders where county_id = 50 and due_on < trinn.today()', 'it is forgotten');
select * from finish();
rollback;
