-- What moves within the budget of a grant (omdisponering): between cost groups, and between those who carry it out. The whole
-- stays what it was, and so does the rate. An amendment says it: [{"from": {"costGroup", "partnerOrgnr"}, "to": {...},
-- "amountOre"}]; without partnerOrgnr it is the recipient's own. What a partner that leaves gives back has no "to": then the whole is
-- less, and the grant at the same rate. What comes back on appeal has no "from".

-- What each line gets by it, or gives.
create function trinn.moved_by(p_moves jsonb) returns table (cost_group text, partner_orgnr text, ore bigint)
	language sql immutable parallel safe as $$
	select p.place->>'costGroup', p.place->>'partnerOrgnr', p.sign * (m.move->>'amountOre')::bigint
	from jsonb_array_elements(p_moves) m(move), lateral (values (m.move->'from', -1), (m.move->'to', 1)) p(place, sign)
	where p.place is not null
$$;

-- Whether lines, or those of one partner, get other than was asked for, however it was put.
create function trinn.moves_otherwise(p_moves jsonb, p_asked jsonb, p_orgnr text default null) returns boolean language sql immutable parallel safe as $$
	select exists (select from (select * from trinn.moved_by(p_moves)
			union all select m.cost_group, m.partner_orgnr, -m.ore from trinn.moved_by(p_asked) m) t
		where p_orgnr is null or t.partner_orgnr = p_orgnr
		group by t.cost_group, t.partner_orgnr having sum(t.ore) <> 0)
$$;

-- The budget of a grant by line, with what is claimed of each: as it was applied for, and moved since.
create function trinn.budget_of(g trinn.grants) returns table (cost_group text, partner_orgnr text, budget_ore bigint, claimed_ore bigint)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select t.cost_group, t.partner_orgnr, sum(t.ore)::bigint, sum(t.claimed)::bigint
	from (
		select c.cost->>'costGroup', c.cost->>'partnerOrgnr', (c.cost->>'amountOre')::bigint, 0::bigint
		from applications a, json_array_elements(a.costs) c(cost) where a.county_id = g.county_id and a.id = g.application_id
		union all
		select m.cost_group, m.partner_orgnr, m.ore, 0 from amendments a, moved_by(a.granted_moves) m
		where a.county_id = g.county_id and a.grant_id = g.id and a.state = 'approved'
		union all
		select t.cost_group, t.partner_orgnr, 0, t.amount_ore
		from claims c join claim_costs t on t.county_id = c.county_id and t.claim_id = c.id
		where c.county_id = g.county_id and c.grant_id = g.id and c.state <> 'rejected'
	) t (cost_group, partner_orgnr, ore, claimed)
	group by 1, 2;
end $$;

-- Nothing moves that is not there or was claimed of its group or its organisation, all that the recipient bears, above what the
-- scheme lets a group be, or to a group that is not of the call or an organisation that is not of the grant. How it was and is stays
-- with the amendment.
create function trinn.move_lines() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
begin
	select * into strict g from grants t where t.county_id = new.county_id and t.id = new.grant_id;
	with lines as (
		select t.cost_group, t.partner_orgnr, sum(t.before)::bigint as before, sum(t.before + t.ore)::bigint as after,
			sum(t.claimed)::bigint as claimed
		from (select b.cost_group, b.partner_orgnr, b.budget_ore as before, 0 as ore, b.claimed_ore as claimed from budget_of(g) b
			union all select m.cost_group, m.partner_orgnr, 0, m.ore, 0 from moved_by(new.granted_moves) m) t
		group by 1, 2
	), sums as (
		select cost_group, partner_orgnr, grouping(cost_group, partner_orgnr) as level, sum(before) as before, sum(after) as after, sum(claimed) as claimed
		from lines group by grouping sets ((cost_group, partner_orgnr), (cost_group), (partner_orgnr))
	)
	select jsonb_agg(jsonb_build_object('costGroup', cost_group, 'partnerOrgnr', partner_orgnr, 'beforeOre', before, 'afterOre', after)
		order by cost_group, partner_orgnr nulls first) into new.budget
	from lines
	where not exists (select from jsonb_array_elements(new.granted_moves) m
			where not m ? 'to' and not coalesce(new.leaving ? (m->'from'->>'partnerOrgnr'), false))
		and coalesce((select sum((m->>'amountOre')::bigint) from jsonb_array_elements(new.granted_moves) m where not m ? 'from'), 0)
			<= (select u.costs_ore from given_back_by(new.county_id, new.appeal_id) u)
		and not exists (select from sums s
			left join cost_groups k on k.county_id = g.county_id and k.funding_line_id = g.funding_line_id and k.code = s.cost_group
		where s.after < 0 or s.level > 0 and s.after < least(s.before, s.claimed)
			or s.level = 2 and s.partner_orgnr is null and s.after = 0 and s.before > 0
			or s.level = 1 and s.after > s.before and s.after * 10000 > (select sum(l.after) from lines l) * k.max_share_bp)
		and not exists (select from lines l where l.after > l.before and (not exists (select from applications a
				join calls c on c.county_id = a.county_id and c.id = a.call_id
				where a.county_id = g.county_id and a.id = g.application_id and l.cost_group = any (c.cost_groups))
			or l.partner_orgnr is not null and not exists (select from grant_partners p
				where p.county_id = g.county_id and p.grant_id = g.id and p.orgnr = l.partner_orgnr and p.left_by is null)
				and not exists (select from application_partners p where p.county_id = g.county_id and p.amendment_id = new.id
					and p.orgnr = l.partner_orgnr and p.state = 'confirmed')));
	if new.budget is null then
		raise exception 'the budget of grant % does not move so', g.id using errcode = '23514', constraint = 'amendments_budget';
	end if;
	return new;
end $$;
create trigger amendments_moving before update of state on trinn.amendments
	for each row when (new.state = 'approved' and new.granted_moves is not null) execute function trinn.move_lines();

-- The one way in which the budget of a grant changes: to what was approved. p_shares is what each cost group gets of the amount
-- by it: {"workshops": 100, ...}.
create function trinn.move_budget(p_grant bigint, p_shares jsonb) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
begin
	update grants t set version = t.version + 1, budget_ore = (select sum(b.budget_ore) from budget_of(t) b)
	where county_id = caller_county() and id = p_grant and state in ('accepted', 'active') returning * into g;
	if not found then
		raise exception 'grant % cannot be changed', p_grant using errcode = 'TR412';
	elsif g.amount_ore is distinct from (select sum(value::bigint) from jsonb_each_text(p_shares)) then
		raise exception 'shares of grant % do not come to %', p_grant, g.amount_ore using errcode = 'TR500';
	end if;
	insert into grant_costs (county_id, applicant_id, grant_id, cost_group, earmarked, budget_ore, amount_ore)
	select g.county_id, g.applicant_id, g.id, b.cost_group, k.earmarked, sum(b.budget_ore), coalesce((p_shares->>b.cost_group)::bigint, 0)
	from budget_of(g) b
		join cost_groups k on k.county_id = g.county_id and k.funding_line_id = g.funding_line_id and k.code = b.cost_group
	group by b.cost_group, k.earmarked
	on conflict (county_id, grant_id, cost_group) do update set budget_ore = excluded.budget_ore, amount_ore = excluded.amount_ore;
	update grant_partners p set budget_ore = (select coalesce(sum(b.budget_ore), 0) from budget_of(g) b where b.partner_orgnr = p.orgnr)
	where p.county_id = g.county_id and p.grant_id = g.id;
end $$;

-- What claims are held against is what was approved.
create function trinn.check_budget() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
begin
	select * into strict g from grants t where t.county_id = new.county_id and t.id = new.grant_id;
	if g.budget_ore <> (select sum(b.budget_ore) from budget_of(g) b) or (to_jsonb(new)->>'granted_ore')::bigint <> g.amount_ore
		or exists (select from (select c.cost_group, c.budget_ore as ore from grant_costs c where c.county_id = g.county_id and c.grant_id = g.id
				union all select b.cost_group, -b.budget_ore from budget_of(g) b) t group by t.cost_group having sum(t.ore) <> 0)
		or exists (select from (select p.orgnr, p.budget_ore as ore from grant_partners p where p.county_id = g.county_id and p.grant_id = g.id
				union all select b.partner_orgnr, -b.budget_ore from budget_of(g) b where b.partner_orgnr is not null) t
			group by t.orgnr having sum(t.ore) <> 0)
	then
		raise exception 'the budget of grant % is not what was approved', g.id using errcode = '23514', constraint = 'grants_budget';
	end if;
	return null;
end $$;
create constraint trigger amendments_moved after update of state on trinn.amendments deferrable initially deferred
	for each row when (new.granted_moves is not null) execute function trinn.check_budget();
create constraint trigger grant_costs_budget after update of budget_ore on trinn.grant_costs deferrable initially deferred
	for each row when (new.budget_ore <> old.budget_ore) execute function trinn.check_budget();
create constraint trigger grant_partners_budget after update of budget_ore on trinn.grant_partners deferrable initially deferred
	for each row when (new.budget_ore <> old.budget_ore) execute function trinn.check_budget();

-- Words of a decision that moved something: each line that changed, by group and, where there are partners, whose.
create function trinn.moved_words(d trinn.decisions, p_language text) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object('movedLines', jsonb_agg(table_row(false, n.name || coalesce(', ' || (
				select p.name from grant_partners p where p.county_id = m.county_id and p.grant_id = m.grant_id and p.orgnr = b."partnerOrgnr"), ''),
			kroner(b."beforeOre", p_language), kroner(b."afterOre", p_language)) order by n.position, b."partnerOrgnr" nulls first))
		from amendments m
			join grants g on g.county_id = m.county_id and g.id = m.grant_id
			cross join jsonb_to_recordset(m.budget) as b("costGroup" text, "partnerOrgnr" text, "beforeOre" bigint, "afterOre" bigint)
			join cost_groups n on n.county_id = g.county_id and n.funding_line_id = g.funding_line_id and n.code = b."costGroup"
		where m.county_id = d.county_id and m.decision_id = d.id and b."beforeOre" <> b."afterOre");
end $$;
