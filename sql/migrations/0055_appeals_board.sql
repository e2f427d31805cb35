-- The appeals board (klagenemnda) meets as other bodies do, where it is registered here: it hears what is forwarded to it, in the name
-- that the decision says, without those who took part below, and what it resolved is the outcome.

-- Whether an item is before the appeals board (klagenemnda), which treats the appeals that are forwarded to it and nothing else.
create function trinn.is_before_board(i trinn.meeting_items) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from meetings m join bodies b on b.county_id = m.county_id and b.id = m.body_id
		where m.county_id = i.county_id and m.id = i.meeting_id and b.kind = 'appeals_board');
end $$;

-- The appeals board that an appeal goes to, where that is registered here; NULL: it meets elsewhere. Leave to apply late is of no case
-- that a meeting could have on its agenda.
create function trinn.board_of(p trinn.appeals) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select b.id from appealed(p) o
			join bodies b on b.county_id = p.county_id and b.kind = 'appeals_board' and lower(b.name) = lower(o.appeal_body)
		where p.application_id is not null order by b.id limit 1);
end $$;

-- The answer that a meeting has before it: as it is proposed, or, of an appeal that is forwarded, what the county has said.
create function trinn.answer_put(p trinn.appeals) returns int
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select max(t.number) from appeal_proposals t where t.county_id = p.county_id and t.appeal_id = p.id
		and t.kind = 'reconsideration' and t.state = case p.state when 'forwarded' then 'confirmed' else 'proposed' end);
end $$;

-- Whether somebody prepared or made what an appeal is against, or voted on the case in a body below (kommuneloven § 13-3): as it was
-- lodged, and each decision that it went on against since.
create function trinn.made_below(p trinn.appeals, p_person bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from appealed(p) o where p_person in (o.made_by, o.prepared_by))
		or exists (select from decisions c
				join decisions d on d.county_id = c.county_id and d.application_id = c.application_id and d.number < c.number
			where c.county_id = p.county_id and c.id = p.decision_id and p.answer_id is null and p.amendment_id is null
				and p_person in (maker_of(d), d.recommended_by)
				and d.number >= (select max(l.number) from decisions l where l.county_id = c.county_id and l.application_id = c.application_id
					and l.number <= c.number and l.released_at <= p.lodged_at))
		or exists (select from votes v
				join proposals r on r.county_id = v.county_id and r.id = v.proposal_id
				join meeting_items o on o.county_id = r.county_id and o.id = r.item_id
			where v.county_id = p.county_id and v.application_id = p.application_id and v.person_id = p_person and not is_before_board(o));
end $$;

-- Whether somebody had a hand in what the appeals board reviews on an item: in what is appealed against, or by answering for the county.
create function trinn.took_part_below(i trinn.meeting_items, p_person bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from appeals p where p.county_id = i.county_id and p.id = i.appeal_id and made_below(p, p_person))
		or exists (select from appeal_proposals t where t.county_id = i.county_id and t.appeal_id = i.appeal_id and t.settled_by = p_person);
end $$;

-- Whether the appellant may comment still on what the county says to the appeals body (fvl. § 33).
create function trinn.may_comment(p trinn.appeals) returns boolean
	language sql stable as $$ select p.state = 'forwarded' and p.comment is null and p.comment_by >= trinn.today() $$;

-- Before that no appeal is voted on by the board, and nothing entered of what one that meets elsewhere decided.
create function trinn.check_commented() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n jsonb = to_jsonb(new);
begin
	if exists (select from appeals p where p.county_id = new.county_id and may_comment(p) and p.id = coalesce((n->>'appeal_id')::bigint,
		(select i.appeal_id from meeting_items i where i.county_id = new.county_id and i.id = (n->>'item_id')::bigint)))
	then
		raise exception 'the appellant may comment still' using errcode = '23514', constraint = 'proposals_commented';
	end if;
	return new;
end $$;
create trigger proposals_commented before update of state on trinn.proposals
	for each row when (new.state = 'voting' and new.kind = 'appeal') execute function trinn.check_commented();
create trigger appeal_proposals_commented before insert on trinn.appeal_proposals
	for each row when (new.kind = 'board') execute function trinn.check_commented();

-- What it makes of the conditions: as the appeals board resolved, or as the answer says that the newest agenda told.
create function trinn.terms_of(p_item bigint) returns table (lifts int[], conditions json)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select r.lifts, r.conditions
	from meeting_items i join proposals r on r.county_id = i.county_id and r.item_id = i.id and r.state = 'carried'
	where i.county_id = caller_county() and i.id = p_item and is_before_board(i)
	union all
	select t.lifts, t.conditions
	from meeting_items i
		join meetings m on m.county_id = i.county_id and m.id = i.meeting_id
		join agenda_items g on g.county_id = i.county_id and g.item_id = i.id and g.agenda = m.agenda
		join appeal_proposals t on t.county_id = i.county_id and t.appeal_id = i.appeal_id
			and t.number = (g.content->'appeal'->'proposal'->>'number')::int
	where i.county_id = caller_county() and i.id = p_item and not is_before_board(i);
end $$;

-- What the appeals board decided is what it resolved, word for word, where it meets here: in minutes that are approved.
create function trinn.check_board_resolved() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	r record;
begin
	if not exists (select from appeals p where p.county_id = new.county_id and p.id = new.appeal_id and board_of(p) is not null) then
		return new;
	elsif is_before_meeting('appeal', new.appeal_id) then
		raise exception 'a meeting has it before it' using errcode = '23514', constraint = 'decisions_before_meeting';
	end if;
	select * into r from appeal_resolution_of(new.appeal_id);
	if (r.outcome, r.amount_ore, r.grounds, r.reference, r.on_day)
		is distinct from (new.outcome, coalesce(new.amount_ore, 0), new.grounds, new.resolution, new.resolved_on)
	then
		raise exception 'the board resolved otherwise' using errcode = '23514', constraint = 'decisions_resolved';
	elsif exists (select from terms_of(r.item_id) s where (s.lifts, s.conditions::jsonb) <> (new.lifts, new.conditions::jsonb)) then
		raise exception 'on other conditions' using errcode = '23514', constraint = 'decisions_resolved_conditions';
	end if;
	new.meeting_item_id := r.item_id;
	return new;
end $$;
create trigger appeal_proposals_board_resolved before insert on trinn.appeal_proposals
	for each row when (new.kind = 'board' and trinn.caller_county() is not null) execute function trinn.check_board_resolved();
