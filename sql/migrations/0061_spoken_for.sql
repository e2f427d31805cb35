-- Money that is promised to nobody yet and spoken for all the same: what is recommended, prepared or proposed to be granted and not
-- decided. None of it is committed, as it may be decided otherwise; whoever prepares the next, decides it or puts it to the vote is told
-- of it. What a decision takes is held against the appropriation alone (0005).

-- What would raise a grant, or grant what was refused, as it is prepared: an increase, an answer to an appeal and a reversal.
create function trinn.proposed_grants()
	returns table (kind text, application_id bigint, year int, amount_ore bigint)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query
	select 'amendment', m.application_id, p.year, p.amount_ore
	from amendments m
		cross join lateral (select t.year, t.amount_ore from amendment_proposals t where t.county_id = m.county_id and t.amendment_id = m.id
			order by t.id desc limit 1) p
	where m.county_id = caller_county() and m.state = 'prepared' and m.kind = 'increase' and p.amount_ore is not null
	union all
	select 'appeal', p.application_id, p.year, p.amount_ore from appeal_proposals p
	where p.county_id = caller_county() and p.state = 'proposed' and p.kind in ('reconsideration', 'board') and p.amount_ore is not null
	union all
	select 'reversal', r.application_id, r.year, r.amount_ore from reversals r
	where r.county_id = caller_county() and r.state = 'proposed' and r.amount_ore > 0;
end $$;
create index appeal_proposals_waiting on trinn.appeal_proposals (county_id) where state = 'proposed';

-- What of a line a grant has already, or gets back, and a raise in a year takes no more of.
create function trinn.held_by(p_application bigint, p_line bigint, p_year int) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select coalesce(sum(t.amount_ore + case when t.year <> p_year then back_of(g, p_line, t.year) else 0 end), 0)
		from grants g join grant_parts t on t.county_id = g.county_id and t.grant_id = g.id and t.funding_line_id = p_line
		where g.county_id = caller_county() and g.id = changed_grant(g.county_id, p_application));
end $$;

-- What of a line is spoken for, by case and year. What a body has resolved goes before what was recommended to it; where no year is said
-- it is this one's. What is held is committed already. To the county.
create function trinn.spoken_for(p_line bigint)
	returns table (kind text, application_id bigint, year int, ore bigint, is_resolved boolean)
	language plpgsql stable rows 50 security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	this_year constant int := extract(year from today());
begin
	if caller_kind() <> 'county' then
		return;
	end if;
	return query
	select 'application', a.id, this_year, s.ore, r.amount_ore is not null
	from call_lines k
		join applications a on a.county_id = k.county_id and a.call_id = k.call_id and a.state = 'recommended'
		cross join lateral (select m.amount_ore from recommendations m where m.county_id = a.county_id and m.application_id = a.id
			order by m.number desc limit 1) m
		left join lateral (select p.amount_ore from meeting_items i
				join proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
			where i.county_id = a.county_id and i.application_id = a.id and i.kind = 'application' and i.state = 'resolved' and is_as_sent(i.id)
			order by i.id desc limit 1) r on true
		join lateral line_parts(a.county_id, a.call_id, coalesce(r.amount_ore, m.amount_ore)) s on s.funding_line_id = p_line
	where k.county_id = caller_county() and k.funding_line_id = p_line and s.ore > 0 and not is_held(a.county_id, a.id)
	union all
	select t.kind, t.application_id, y.year, s.ore - h.ore, false
	from proposed_grants() t
		cross join lateral (select coalesce(t.year, this_year) as year) y
		join applications a on a.county_id = caller_county() and a.id = t.application_id
		join lateral line_parts(a.county_id, a.call_id, t.amount_ore) s on s.funding_line_id = p_line
		cross join lateral (select held_by(a.id, p_line, y.year) as ore) h
	where s.ore > h.ore;
end $$;

-- What of a line and year cases other than one speak for: all that is prepared; and what of it binds a meeting, which puts what is merely
-- recommended in order itself.
create function trinn.spoken_ore(p_line bigint, p_year int, p_but bigint) returns bigint language sql stable as $$
	select coalesce(sum(t.ore)::bigint, 0) from trinn.spoken_for(p_line) t where t.year = p_year and t.application_id <> p_but
$$;
create function trinn.resolved_ore(p_line bigint, p_year int, p_but bigint[]) returns bigint language sql stable as $$
	select coalesce(sum(t.ore)::bigint, 0) from trinn.spoken_for(p_line) t
	where t.year = p_year and (t.is_resolved or t.kind <> 'application') and t.application_id <> all (p_but)
$$;
