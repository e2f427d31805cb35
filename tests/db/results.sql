-- What came of it: who joins a project, consents to a story, reports in their order.
begin;
select no_plan();

-- ---- who joins a project

-- Firm 302 joins the project of hub 101, which follows firm 301.
create function pg_temp.joining(followed boolean default false, answer text default null, state text default 'planned', stage int default 2)
	returns text language plpgsql as $$
declare outcome text;
begin
	set local session_replication_role = replica;
	update trinn.projects p set state = joining.state where p.county_id = 50 and p.id = 100;
	update trinn.enrolments e set hub_id = case when followed then 101 else 102 end where e.county_id = 50 and e.id = 200;
	update trinn.passages s set stage = joining.stage where s.county_id = 50 and s.enrolment_id = 200;
	if answer is not null then
		insert into trinn.project_invitations (county_id, project_id, hub_id, programme_id, firm_id, message, state, consent_by, consent_on)
		values (50, 100, 101, 500, 302, 'Bli med', answer, 'Kari', trinn.today());
	end if;
	set local session_replication_role = origin;
	outcome := t.trial('hub_signatory', 'insert into trinn.project_firms (county_id, project_id, hub_id, firm_id, is_lead, share_bp)
		values (50, 100, 101, 302, false, 0)');
	delete from trinn.project_invitations i where i.county_id = 50 and i.project_id = 100 and i.firm_id = 302;
	return outcome;
end $$;

select is(pg_temp.joining(), '23514 project_firms_consented', 'another hub''s firm joins no project unasked');
select is(pg_temp.joining(answer => 'asked'), '23514 project_firms_consented', 'nor before it has answered');
select is(pg_temp.joining(answer => 'declined'), '23514 project_firms_consented', 'nor when it said no');
select is(pg_temp.joining(answer => 'accepted'), '1', 'who said yes joins');
select is(pg_temp.joining(followed => true), '1', 'and whom the hub follows');
select is(pg_temp.joining(followed => true, state => 'running', stage => 1), '23514 project_firms_reached', 'who joins one that runs has come to the last stage');
select is(pg_temp.joining(answer => 'accepted', state => 'running', stage => 1), '23514 project_firms_reached', 'also who said yes');
select is(pg_temp.joining(followed => true, state => 'running'), '1', 'and whoever has joins');

-- ---- stories

create function pg_temp.told(story text, days_ago int, subject text default 'hub_signatory') returns text language sql as $$
	select t.attempt(subject, format('update trinn.results set story = %L, story_consent_by = %L, story_consent_on = %L, story_withdrawn_on = %L
		where id = 100', story, case when story is not null then 'Kari' end, case when story is not null then trinn.today() - days_ago end,
		case when story is null then trinn.today() - days_ago end))
$$;
select is(pg_temp.told('En', 5), '1', 'a story is told by consent');
select is(pg_temp.told('To', 5), '23514 results_consent_newer', 'another takes a consent of a later day');
select is(pg_temp.told('To', 4), '1', 'of its own');
select is(pg_temp.told(null, 2), '1', 'which is taken back');
select is(pg_temp.told('To', 2), '23514 results_consent_newer', 'and then takes one that is newer than that');
select is(pg_temp.told('To', 2, 'firm'), '1', 'unless the firm itself tells it');

-- ---- progress reports

insert into trinn.progress_reports (id, county_id, hub_id, application_id, period_from, period_to, due_on) overriding system value values
	(110, 50, 101, 105, '2026-09-01', '2026-10-31', '2026-11-14'), (111, 50, 101, 105, trinn.today(), trinn.today() + 30, trinn.today() + 60);
create function pg_temp.submitted(report bigint, at text default 'now()') returns text language sql as
	$$ select t.trial('hub_signatory', format('update trinn.progress_reports set state = ''submitted'', submitted_at = %s where id = %s', at, report)) $$;
select is(pg_temp.submitted(110), '23514 progress_reports_in_order', 'no report is submitted before one due earlier');
select is(pg_temp.submitted(100), '1', 'which is the first');
alter table trinn.progress_reports disable trigger user;
update trinn.progress_reports set state = 'approved' where county_id = 50 and id in (100, 110);
alter table trinn.progress_reports enable trigger user;
select is(pg_temp.submitted(111), '23514 progress_reports_over', 'nor before its period is over');
select is(pg_temp.submitted(111, $$ now() + interval '30 days' $$), '1', 'from its last day on it is');

select * from finish();
rollback;
