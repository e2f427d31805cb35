-- How an amendment is decided: as an application is, by the meeting of a body where that decides, and after the recipient was heard
-- where the county takes something back from it.

-- What the authority to decide is held against: what the grant is, with what may come back to it, and of an increase what is at stake in
-- the application.
create function trinn.amendment_stake(p_amendment bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select case m.kind when 'increase' then at_stake((select t.amount_ore from amendment_proposals t
				where t.county_id = m.county_id and t.amendment_id = m.id order by t.id desc limit 1), a.applied_ore)
			else g.amount_ore + (select u.amount_ore from given_back_by(m.county_id, m.appeal_id) u) end
		from amendments m
			join applications a on a.county_id = m.county_id and a.id = m.application_id
			join grants g on g.county_id = m.county_id and g.id = m.grant_id
		where m.county_id = caller_county() and m.id = p_amendment);
end $$;

-- What a body resolved last on it, in minutes that are approved. It approves what was sent to it, and that alone; a refusal is one
-- however it is prepared since.
create function trinn.amendment_resolution_of(p_amendment bigint)
	returns table (item_id bigint, body text, reference text, outcome text, grounds text, may_decide boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select i.id, b.name, format('sak %s i møte %s/%s', i.number, m.number, m.year), p.outcome, p.grounds, decided_on(i.id)
	from meeting_items i
		join meetings m on m.county_id = i.county_id and m.id = i.meeting_id and m.state = 'approved'
		join bodies b on b.county_id = m.county_id and b.id = m.body_id
		join proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
	where i.county_id = caller_county() and i.amendment_id = p_amendment and i.state = 'resolved'
		and (p.outcome = 'refused' or is_as_sent(i.id))
	order by i.id desc limit 1;
end $$;

-- Whether a body that may decide has resolved it as it is prepared, in minutes that are approved or not: then it is entered, and
-- nobody undoes it by preparing another; nor does anybody, or withdraw it, while members vote on it.
create function trinn.is_amendment_resolved(p_amendment bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from meeting_items i
			join proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
		where i.county_id = caller_county() and i.amendment_id = p_amendment and i.state = 'resolved' and decided_on(i.id)
			and p.outcome = (select t.outcome from amendment_proposals t where t.county_id = i.county_id and t.amendment_id = i.amendment_id
				order by t.id desc limit 1)
			and (p.outcome = 'refused' or is_as_sent(i.id)));
end $$;
create function trinn.check_amendment_unresolved() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	amendment bigint := coalesce((to_jsonb(new)->>'amendment_id')::bigint, (to_jsonb(new)->>'id')::bigint);
begin
	if is_voted_on('amendment', amendment) then
		raise exception 'a meeting votes on it' using errcode = '23514', constraint = 'applications_voted_on';
	elsif to_jsonb(new)->>'state' is distinct from 'withdrawn' and is_amendment_resolved(amendment) then
		raise exception 'a body has resolved it' using errcode = '23514', constraint = 'applications_resolved';
	end if;
	return new;
end $$;
create trigger amendments_unresolved before update of state on trinn.amendments
	for each row when (old.state = 'prepared' and new.state in ('asked', 'withdrawn') and trinn.caller_county() is not null)
	execute function trinn.check_amendment_unresolved();
create trigger amendment_proposals_unresolved before insert on trinn.amendment_proposals
	for each row when (trinn.caller_county() is not null) execute function trinn.check_amendment_unresolved();

-- Whether the recipient was given notice of it since it was asked for, or the law excepts it (fvl. § 16), and it has commented and was
-- weighed, or its day has passed. What was said of another matter before is no notice of this.
create function trinn.was_notified(m trinn.amendments) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from hearings h where h.county_id = m.county_id and h.application_id = m.application_id and h.kind = 'notice'
		and h.raised_at >= m.asked_at and (h.state in ('weighed', 'exempt') or h.state = 'raised' and h.answer_by < today()));
end $$;

-- Whether it is to be, first: of what the county asks for to its detriment.
create function trinn.needs_notice(m trinn.amendments) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return m.is_of_county and (select k.harms from amendment_kinds k where k.kind = m.kind) and not was_notified(m);
end $$;

-- It is decided as a meeting that had it resolved, and what is approved has the same item and grounds in its decision.
create function trinn.check_amendment_decided() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	r record;
	d decisions;
	call bigint := (select a.call_id from applications a where a.county_id = new.county_id and a.id = new.application_id);
begin
	select * into r from amendment_resolution_of(new.id);
	perform hold_to_meeting(is_before_meeting('amendment', new.id), r.may_decide,
		r.outcome = new.state and (not r.may_decide or r.grounds = new.grounds), amendment_stake(new.id) <= delegated_ore(call),
		new.departure_grounds is not null);
	new.meeting_item_id := r.item_id;
	select * into d from decisions t where t.county_id = new.county_id and t.id = new.decision_id;
	if new.state = 'approved' and (d.meeting_item_id is distinct from r.item_id or r.may_decide and d.grounds <> r.grounds) then
		raise exception 'resolved otherwise' using errcode = '23514', constraint = 'decisions_resolved';
	elsif new.state = 'approved' and needs_notice(new) then
		raise exception 'the recipient had no notice of amendment %', new.id using errcode = '23514', constraint = 'amendments_notice';
	end if;
	return new;
end $$;
create trigger amendments_decided before update of state on trinn.amendments
	for each row when (new.state in ('approved', 'refused') and trinn.caller_county() is not null)
	execute function trinn.check_amendment_decided();
