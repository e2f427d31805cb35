-- What its applicant writes in an application that was returned: its own until it is sent again. The row of the application
-- keeps what was last submitted, so that whoever else reads, searches or sums applications reads that.
create table trinn.application_drafts (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	title         text not null,                       -- and the rest of the content, as on the application
	answers       json not null,
	new_content   text,
	starts_on     date,
	ends_on       date,
	firms         json not null check (json_typeof(firms) = 'array'),
	fagpartnere   json not null check (json_typeof(fagpartnere) = 'array'),
	costs         json not null check (trinn.has_amounts(costs)),
	finance       json not null check (trinn.has_amounts(finance)),
	partners      json not null check (json_typeof(partners) = 'array'),
	changed_at    timestamptz,                         -- NULL: not since it was last sent
	primary key (county_id, application_id),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id),
	check (ends_on >= starts_on)
);

-- Whether the caller reads what is not sent: of the applicant, of its partners, or who entered it, until its own people have
-- sent it.
create function trinn.holds_draft(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from applications a where a.county_id = caller_county() and a.id = p_application
		and (caller_kind() in ('hub', 'firm') and (a.applicant_id = caller_org() or caller_org() = any (a.partner_ids))
			or is_entered_by_caller(a)));
end $$;

-- The application with the content of its draft, as far as the policy shows that.
create function trinn.with_draft(a trinn.applications) returns trinn.applications language plpgsql stable as $$
declare
	d trinn.application_drafts;
begin
	select * into d from trinn.application_drafts t where t.county_id = a.county_id and t.application_id = a.id;
	if found then
		a.title := d.title;
		a.answers := d.answers;
		a.new_content := d.new_content;
		a.starts_on := d.starts_on;
		a.ends_on := d.ends_on;
		a.firms := d.firms;
		a.fagpartnere := d.fagpartnere;
		a.costs := d.costs;
		a.finance := d.finance;
		a.partners := d.partners;
	end if;
	return a;
end $$;

-- What an application says to the caller: to those whose it is what they write while it is returned, to all others what was
-- last submitted.
create function trinn.as_read(a trinn.applications) returns trinn.applications language plpgsql stable as $$
begin
	return case when a.state = 'returned' and trinn.holds_draft(a.id) then trinn.with_draft(a) else a end;
end $$;

-- A return begins with what was last submitted, or with what was written since and never sent, as the case was taken up without it.
-- Its partners are those of the last submission; where that has other lines of theirs, they are asked anew.
create function trinn.begin_draft() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into application_drafts as d
	values (new.county_id, new.applicant_id, new.id, new.title, new.answers, new.new_content, new.starts_on, new.ends_on, new.firms,
		new.fagpartnere, new.costs, new.finance, new.partners)
	on conflict (county_id, application_id) do update set (title, answers, new_content, starts_on, ends_on, firms, fagpartnere, costs,
			finance, partners, changed_at)
		= (excluded.title, excluded.answers, excluded.new_content, excluded.starts_on, excluded.ends_on, excluded.firms,
			excluded.fagpartnere, excluded.costs, excluded.finance, excluded.partners, null)
		where d.changed_at is null;
	if not found then
		update application_drafts set partners = new.partners where county_id = new.county_id and application_id = new.id;
		perform ask_anew(p) from application_partners p
		where p.county_id = new.county_id and p.application_id = new.id and p.amendment_id is null and p.state = 'confirmed'
			and p.part <> (select part_of(p.orgnr, h.costs, h.finance) from plans_in_hand(new.county_id, new.id) h);
	end if;
	return null;
end $$;
create trigger applications_draft_begun after update of state on trinn.applications for each row
	when (new.state = 'returned' and old.state <> 'returned') execute function trinn.begin_draft();

-- What is written is put aside, and what is sent again moves in: by each of the three steps that it is saved in.
create function trinn.put_aside() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update application_drafts d set changed_at = now(),
		title = case tg_argv[0] when 'plan' then new.title else d.title end,
		answers = case tg_argv[0] when 'plan' then new.answers else d.answers end,
		new_content = case tg_argv[0] when 'plan' then new.new_content else d.new_content end,
		starts_on = case tg_argv[0] when 'plan' then new.starts_on else d.starts_on end,
		ends_on = case tg_argv[0] when 'plan' then new.ends_on else d.ends_on end,
		firms = case tg_argv[0] when 'plan' then new.firms else d.firms end,
		fagpartnere = case tg_argv[0] when 'plan' then new.fagpartnere else d.fagpartnere end,
		costs = case tg_argv[0] when 'costs' then new.costs else d.costs end,
		finance = case tg_argv[0] when 'finance' then new.finance else d.finance end
	where d.county_id = new.county_id and d.application_id = new.id;
	new.title := old.title;
	new.answers := old.answers;
	new.new_content := old.new_content;
	new.starts_on := old.starts_on;
	new.ends_on := old.ends_on;
	new.firms := old.firms;
	new.fagpartnere := old.fagpartnere;
	new.costs := old.costs;
	new.finance := old.finance;
	return new;
end $$;
create trigger applications_plan_aside before update of title, answers, new_content, starts_on, ends_on, firms, fagpartnere
	on trinn.applications for each row when (old.state = 'returned') execute function trinn.put_aside('plan');
create trigger applications_costs_aside before update of costs on trinn.applications for each row
	when (old.state = 'returned') execute function trinn.put_aside('costs');
create trigger applications_finance_aside before update of finance on trinn.applications for each row
	when (old.state = 'returned') execute function trinn.put_aside('finance');
create function trinn.send_draft() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update application_drafts set changed_at = null where county_id = new.county_id and application_id = new.id;
	return with_draft(new);
end $$;
-- Work that was over when it was first applied for is not supported, whatever is sent of it later. Looked at after what was
-- written has moved in.
create function trinn.check_work_ahead() returns trigger language plpgsql as $$
begin
	if new.ends_on < (new.submitted_at at time zone 'Europe/Oslo')::date then
		raise exception 'the work of application % is over', new.id using errcode = '23514', constraint = 'applications_work_ahead';
	end if;
	return new;
end $$;
create trigger applications_work_ahead before update of state on trinn.applications for each row
	when (new.state = 'submitted') execute function trinn.check_work_ahead();
create trigger applications_sent_draft before update of state on trinn.applications for each row
	when (old.state = 'returned' and new.state = 'submitted') execute function trinn.send_draft();
