-- How a reversal is decided where a body decides: as the meeting of that resolves, on what was sent to its members.

-- Whether the party has had notice of what is to its detriment, and time to comment on it.
create function trinn.is_told(r trinn.reversals) returns boolean language sql stable
	as $$ select not r.is_harmful or trinn.has_had_notice(r) $$;

-- Whether it is proposed still, of the newest decision: what is proposed does not change, but another decision may come.
create function trinn.is_standing_reversal(p_reversal bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from reversals r where r.county_id = caller_county() and r.id = p_reversal and r.state = 'proposed'
		and r.decision_id = (select d.id from decisions d where d.county_id = r.county_id and d.application_id = r.application_id
			and d.dropped_at is null
			order by d.number desc limit 1));
end $$;

-- What the authority to decide it is held against: what it takes, or the decision took that it reverses.
create function trinn.reversal_stake(r trinn.reversals) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select at_stake(greatest(r.amount_ore, d.amount_ore), a.applied_ore)
		from decisions d join applications a on a.county_id = d.county_id and a.id = d.application_id
		where d.county_id = r.county_id and d.id = r.decision_id);
end $$;

-- Whether a body treats it: the one that decided, and where none did, one that may decide. What a superior of who decided has resolved
-- none does.
create function trinn.treats_reversal(p_body bigint, r trinn.reversals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return r.superior is null and exists (select from bodies b
			join applications a on a.county_id = b.county_id and a.id = r.application_id
		where b.county_id = r.county_id and b.id = p_body and b.kind <> 'appeals_board'
			and coalesce(met_on(r.county_id, r.decision_id) = b.name, body_limit(b.county_id, b.id, a.call_id) > 0));
end $$;

-- What a body resolved last on it, in minutes that are approved: to reverse the decision as was sent to it, or that it stands.
create function trinn.reversal_resolution_of(p_reversal bigint)
	returns table (item_id bigint, body text, reference text, outcome text, grounds text, may_decide boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select i.id, b.name, format('sak %s i møte %s/%s', i.number, m.number, m.year), p.outcome, p.grounds, decided_on(i.id)
	from meeting_items i
		join meetings m on m.county_id = i.county_id and m.id = i.meeting_id and m.state = 'approved'
		join bodies b on b.county_id = m.county_id and b.id = m.body_id
		join proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
	where i.county_id = caller_county() and i.reversal_id = p_reversal and i.state = 'resolved'
	order by i.id desc limit 1;
end $$;

-- Whether a body that may decide has resolved last to reverse the decision as it stands, in minutes that are approved or not: then that is
-- entered, and nobody undoes it by sending it back, but where whoever proposed it is disqualified since.
create function trinn.is_reversal_resolved(r trinn.reversals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return is_standing_reversal(r.id) and not is_questioned(r.proposed_by, r.application_id)
		and coalesce((select p.outcome = 'reversed' and decided_on(i.id) from meeting_items i
				join proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
			where i.county_id = caller_county() and i.reversal_id = r.id and i.state = 'resolved' order by i.id desc limit 1), false);
end $$;
create function trinn.check_reversal_unresolved() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if is_voted_on('reversal', new.id) then
		raise exception 'a meeting votes on it' using errcode = '23514', constraint = 'applications_voted_on';
	elsif is_reversal_resolved(old) then
		raise exception 'a body has resolved it' using errcode = '23514', constraint = 'applications_resolved';
	end if;
	return new;
end $$;
create trigger reversals_unresolved before update of state on trinn.reversals
	for each row when (new.state in ('returned', 'withdrawn') and trinn.caller_county() is not null)
	execute function trinn.check_reversal_unresolved();

-- It is decided as a meeting that had it resolved: its decision has the same item, and the grounds that were resolved. What a meeting
-- decided is not reversed without one, but by its superior.
create function trinn.check_reversal_resolved() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	r record;
	d decisions;
	call bigint := (select a.call_id from applications a where a.county_id = new.county_id and a.id = new.application_id);
begin
	select * into r from reversal_resolution_of(new.id) where new.superior is null;
	select * into d from decisions t where t.county_id = new.county_id and t.id = new.new_decision_id;
	if new.superior is null then
		perform hold_to_meeting(is_before_meeting('reversal', new.id), r.may_decide, r.outcome = 'reversed',
			reversal_stake(new) <= delegated_ore(call), d.departure_grounds is not null);
	end if;
	if new.new_decision_id is not null and (d.meeting_item_id is distinct from r.item_id
			or d.grounds <> (case when r.may_decide then r.grounds else new.grounds end))
		or new.superior is null and met_on(new.county_id, new.decision_id) is not null and r.may_decide is not true
	then
		raise exception 'the body decides' using errcode = '23514', constraint = 'decisions_resolved';
	end if;
	return new;
end $$;
create trigger reversals_resolved before update of state on trinn.reversals
	for each row when (new.state = 'decided' and trinn.caller_county() is not null) execute function trinn.check_reversal_resolved();
