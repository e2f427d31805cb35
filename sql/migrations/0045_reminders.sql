-- Reminders of what waits and has a day: some days before it, on the last working day that leads to it, and some days after it, as the
-- county's figures say (tasks.soon_days, tasks.overdue_days). One for each task, person and step, and of them all one notification a
-- working day at most, however many they are. Whoever stands in for a caseworker is reminded of what is theirs in the period.

-- The days on which a county's people were reminded: who enters one reminds.
create table trinn.reminder_days (
	county_id int not null references trinn.counties,
	on_day    date not null,
	primary key (county_id, on_day)
);

create table trinn.task_reminders (
	county_id       int not null references trinn.counties,
	person_id       bigint not null references trinn.persons,
	organisation_id bigint not null references trinn.organisations,
	path            text not null,                     -- of what waits
	due_on          date not null,                     -- which moved begins anew
	step            text not null check (step in ('soon', 'due', 'overdue')),
	reminded_at     timestamptz not null default now(),
	primary key (county_id, person_id, organisation_id, path, due_on, step)
);
create index task_reminders_age on trinn.task_reminders (county_id, due_on);
create trigger task_reminders_kept before update on trinn.task_reminders for each row execute function trinn.refuse_change();

insert into trinn.notification_kinds (topic, nb, en, asks) values
	('task.remind', 'Dere har oppgaver med frist', 'You have tasks that are due', true);

-- What is reminded of in a county: tasks that have a day, as sql/queries/tasks.sql tells of them, of an applicant's people in these
-- roles or of the caseworker of the case; archivists_due() tells those of who keeps the journal. The last day for claims is reminded of by itself (0037).
create function trinn.tasks_due(p_county int)
	returns table (organisation_id bigint, roles text[], caseworker_id bigint, application_id bigint, path text, due_on date)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	people text[] := '{hub_editor,hub_signatory,firm}';
	signatories text[] := '{hub_signatory,firm}';
begin
	return query select a.applicant_id, signatories, null::bigint, a.id, '/v1/applications/' || a.id, a.return_by from applications a
	where a.county_id = p_county and a.state = 'returned' and a.return_by is not null
	union
	select g.applicant_id, signatories, null, g.application_id, '/v1/grants/' || g.id, g.accept_by from grants g
	where g.county_id = p_county and g.state = 'offered' and g.accept_by >= today() and not is_held(g.county_id, g.application_id)
		and not is_set_aside(g.county_id, g.application_id)
	union
	select c.applicant_id, people, null, c.application_id, '/v1/conditions/' || c.id, c.due_on from decision_conditions c
		join grants g on g.county_id = c.county_id and g.application_id = c.application_id and g.state in ('accepted', 'active')
	where c.county_id = p_county and c.state = 'open' and c.due_on is not null
	union
	select distinct on (c.application_id) c.hub_id, people, null::bigint, c.application_id, '/v1/progress-reports/' || c.id, coalesce(c.due_again_on, c.due_on)
	from progress_reports c
	where c.county_id = p_county and c.state in ('expected', 'returned') and c.period_to <= today()
		and not exists (select from progress_reports e where e.county_id = c.county_id and e.application_id = c.application_id
			and e.due_on < c.due_on and e.state in ('expected', 'returned'))
	union
	select h.applicant_id, people, null, h.application_id, '/v1/hearings/' || h.id, h.answer_by from hearings h
	where h.county_id = p_county and h.state = 'raised' and h.answer_by >= today() and not exists (select from decisions d
		where d.county_id = h.county_id and d.application_id = h.application_id and d.number > h.after_decision and d.released_at is not null)
	union
	select m.applicant_id, people, null, m.application_id, '/v1/applications/' || m.application_id, min(m.answer_by) from messages m
	where m.county_id = p_county and m.answer_by is not null and not exists (select from messages w
		where w.county_id = m.county_id and w.application_id = m.application_id and w.id > m.id and w.side = 'applicant')
	group by m.applicant_id, m.application_id
	union
	select coalesce(p.partner_id, p.applicant_id), signatories, null, p.application_id, '/v1/appeals/' || p.id, p.comment_by from appeals p
	where p.county_id = p_county and p.state = 'forwarded' and p.comment is null and p.comment_by >= today() and p.other_name is null
	union
	select case when exists (select from people_told(p_county, p.organisation_id, true)) then p.organisation_id else p.applicant_id end, signatories,
		null, p.application_id, '/v1/application-partners/' || p.id, p.answer_by from application_partners p
		join amendments m on m.county_id = p.county_id and m.id = p.amendment_id and m.state in ('asked', 'prepared')
	where p.county_id = p_county and p.answer_by is not null and is_waited_for(p)
	union
	select null, null, a.caseworker_id, t.application_id, t.path, t.due_on from applications a
		cross join lateral (
			select a.id, '/v1/applications/' || a.id, answer_due(a.county_id, a.id, a.state, a.submitted_at)
				where a.state in ('submitted', 'returned', 'in_review', 'recommended')
			union all
			select a.id, '/v1/conditions/' || c.id, c.due_on from decision_conditions c
			where c.county_id = a.county_id and c.application_id = a.id and c.state = 'reported'
			union all
			select a.id, case when needs_notice(m) then '/v1/applications/' || a.id else '/v1/amendments/' || m.id end, amendment_due(m)
			from amendments m
			where m.county_id = a.county_id and m.application_id = a.id and m.state = 'asked' and not is_unheard(a.county_id, a.id)
				and (needs_notice(m) or not waits_for_partners(m))
			union all
			select a.id, '/v1/appeals/' || p.id, (p.lodged_on + interval '1 month')::date from appeals p
			where p.county_id = a.county_id and p.application_id = a.id and p.state = 'lodged'
			union all
			select a.id, '/v1/applications/' || a.id, min(mailing_due(m)) from mailings m
			where m.county_id = a.county_id and m.application_id = a.id and m.state = 'waiting'
			union all
			select a.id, '/v1/applications/' || a.id, (n.on_day + interval '1 month')::date from appeal_periods n
			where n.county_id = a.county_id and n.application_id = a.id and n.cause = 'grounds_asked'
				and not exists (select from appeal_periods m where m.county_id = n.county_id and m.decision_id = n.decision_id and m.number > n.number)
		) t (application_id, path, due_on)
	where a.county_id = p_county and a.caseworker_id is not null and t.due_on is not null;
end $$;

-- Of each who keeps the journal: the access requests that they may answer, the journal of a day by the first of its posts that is not
-- checked, and what the archive has not answered.
create function trinn.archivists_due(p_county int)
	returns table (person_id bigint, organisation_id bigint, application_id bigint, path text, due_on date)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	check_days int := county_figure('journal.check_days', 3);
begin
	return query with who as (
		select distinct a.person_id, a.organisation_id from role_assignments a
		where a.county_id = p_county and a.role = 'archivist' and a.person_id is not null
			and today() between a.valid_from and coalesce(a.valid_to, 'infinity')
	), waiting as (
		select i.application_id, '/v1/access-requests/' || i.request_id as path, i.due_on, d.decided_by, null::bigint as post
		from access_items i left join access_decisions d on d.county_id = i.county_id and d.item_id = i.id and d.instance = 'county'
		where i.county_id = p_county and i.state in ('asked', 'complained')
		union all
		select m.application_id, '/v1/archive-messages/' || m.id, archive_answer_due(m), null, null from archive_messages m
		where m.county_id = p_county and m.state = 'sent' and archive_answer_due(m) < today()
		union all
		select p.application_id, null, p.journal_date + check_days, null, p.id from journal_posts p
		where p.county_id = p_county and p.state in ('M', 'E', 'F')
	), impartial as materialized (
		select w.person_id, w.organisation_id, a.application_id from who w cross join (select distinct t.application_id from waiting t) a
		where not is_questioned(w.person_id, a.application_id)
	), theirs as (
		select i.person_id, i.organisation_id, t.* from impartial i join waiting t on t.application_id = i.application_id
		where t.decided_by is distinct from i.person_id
	)
	select t.person_id, t.organisation_id, case when count(distinct t.application_id) = 1 then min(t.application_id) end, t.path, min(t.due_on)
	from theirs t where t.post is null group by t.person_id, t.organisation_id, t.path
	union all
	select t.person_id, t.organisation_id, null, '/v1/journal-posts/' || min(t.post), t.due_on
	from theirs t where t.post is not null group by t.person_id, t.organisation_id, t.due_on;
end $$;

-- The same by person, in the organisation that they act for: of an applicant those who have the roles; of the county who has the case
-- and stands in for them, and is not disqualified from it, who entered one that was returned, and who keeps the journal.
create function trinn.people_due(p_county int) returns table (person_id bigint, organisation_id bigint, application_id bigint, path text, due_on date)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query with t as materialized (select * from tasks_due(p_county))
	select a.person_id, t.organisation_id, t.application_id, t.path, t.due_on
	from t join role_assignments a on a.county_id = p_county and a.organisation_id = t.organisation_id and a.role = any (t.roles)
	where a.person_id is not null and today() between a.valid_from and coalesce(a.valid_to, 'infinity')
	union
	select h.person_id, k.organisation_id, t.application_id, t.path, t.due_on
	from t join counties k on k.id = p_county
		cross join lateral (select t.caseworker_id union select s.standin_id from standins s where s.county_id = p_county
			and s.person_id = t.caseworker_id and s.role = 'caseworker' and today() between s.starts_on and s.ends_on) h (person_id)
	where t.caseworker_id is not null and has_role(h.person_id, 'caseworker', today(), today()) and not is_questioned(h.person_id, t.application_id)
	union
	select a.entered_by, o.id, a.id, '/v1/applications/' || a.id, a.return_by
	from applications a join counties k on k.id = a.county_id cross join lateral (select coalesce(a.entered_from, k.organisation_id)) o (id)
	where a.county_id = p_county and a.state = 'returned' and a.return_by is not null and coalesce(a.submitted_by, a.entered_by) = a.entered_by
		and exists (select from role_assignments r where r.county_id = a.county_id and r.organisation_id = o.id and r.person_id = a.entered_by
			and r.role in ('caseworker', 'hub_signatory') and today() between r.valid_from and coalesce(r.valid_to, 'infinity'))
	union
	select * from archivists_due(p_county);
end $$;

-- Whether one is reminded of the same by both paths, on the same day: the journal of a day is one task, whichever post is its first.
create function trinn.is_one_task(p_path text, p_other text) returns boolean language sql immutable parallel safe as $$
	select p_path = p_other or p_path like '/v1/journal-posts/%' and p_other like '/v1/journal-posts/%'
$$;

create function trinn.jobs_today() returns date
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return today();
end $$;

-- Reminds the people of the next county that were not today, on a working day after which `p_until` is the last before another: how
-- many reminders there were and how many persons were told of them. No row when all counties' were.
create function trinn.jobs_remind_of_tasks(p_until date) returns table (county_id int, reminded bigint, told bigint)
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	c int;
	kept_since date;
begin
	for c in select k.id from counties k where not exists (select from reminder_days d where d.county_id = k.id and d.on_day = today())
		order by k.id
	loop
		insert into reminder_days values (c, today()) on conflict do nothing;
		continue when not found;
		perform act_as_system(c);
		kept_since := (today() - make_interval(months => county_figure('notifications.months', 24)::int))::date;
		delete from task_reminders r where r.county_id = c and r.due_on < kept_since;
		return query with reached as (
			select p.*, s.step
			from people_due(c) p cross join lateral (select case when p.due_on + county_figure('tasks.overdue_days', 3)::int <= today() then 'overdue'
				when p.due_on <= p_until then 'due' else 'soon' end as step) s
			where p.due_on - county_figure('tasks.soon_days', 7)::int <= p_until and p.due_on >= kept_since
				and not exists (select from task_reminders r where r.county_id = c and r.person_id = p.person_id
					and r.organisation_id = p.organisation_id and r.due_on = p.due_on and r.step = s.step and is_one_task(r.path, p.path))
		), made as (
			insert into task_reminders (county_id, person_id, organisation_id, path, due_on, step)
			select distinct c, r.person_id, r.organisation_id, r.path, r.due_on, r.step from reached r
			on conflict do nothing returning task_reminders.*
		), day as (
			insert into outbox (county_id, topic, object_kind, object_id, content, delivered_at)
			select c, 'task.remind', 'county', c, '{}', now() where exists (select from made) returning id
		), summary as (
			insert into notifications (county_id, outbox_id, person_id, organisation_id, topic, application_id, number, path, happened_at)
			select c, d.id, s.person_id, s.organisation_id, 'task.remind', s.application_id, a.case_number, s.path, now()
			from day d cross join (
				select m.person_id, m.organisation_id, case when count(distinct r.application_id) = 1 then min(r.application_id) end as application_id,
					case when count(distinct m.path) = 1 then min(m.path) else '/v1/tasks' end as path
				from made m join reached r using (person_id, organisation_id, path, due_on, step)
				group by m.person_id, m.organisation_id
			) s left join applications a on a.county_id = c and a.id = s.application_id
			returning 1
		) select c, (select count(*) from made), (select count(*) from summary);
		return;
	end loop;
end $$;
