-- What waits for a body to meet: what no person may decide as it is prepared, or there is no money for as it was resolved, and no
-- meeting has before it.

-- How much a role may decide on every line that finances the call. 0: nothing.
create function trinn.role_limit(p_county int, p_role text, p_call bigint) returns bigint
	language sql stable as $$
	select min(coalesce(u.ore, 0)) from trinn.call_lines k
		cross join lateral (select max(coalesce(t.limit_ore, 9223372036854775807)) as ore
			from trinn.authorities_on(k.county_id, k.funding_line_id, trinn.today()) t where t.role = p_role) u
	where k.county_id = p_county and k.call_id = p_call
$$;

-- What of an amount falls on a line whose share follows those before it; the parts come to the whole.
create function trinn.part_of_line(p_ore bigint, p_before_bp int, p_share_bp int) returns bigint language sql immutable as $$
	select p_ore * (p_before_bp + p_share_bp) / 10000 - p_ore * p_before_bp / 10000
$$;

-- What is left to grant of a line this year or another: no secret to who is asked to share it out.
create function trinn.left_of(p_line bigint, p_year int) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce((select b.balance_ore from balances b where b.county_id = caller_county() and caller_kind() = 'county'
		and b.funding_line_id = p_line and b.year = p_year and b.account = 'available'), 0);
end $$;

-- What of an amount falls on each line that finances a call.
create function trinn.line_parts(p_county int, p_call bigint, p_ore bigint) returns table (funding_line_id bigint, ore bigint)
	language sql stable as $$
	select k.funding_line_id, trinn.part_of_line(p_ore, coalesce(sum(k.share_bp) over (order by k.position
		rows between unbounded preceding and 1 preceding), 0)::int, k.share_bp)
	from trinn.call_lines k where k.county_id = p_county and k.call_id = p_call
$$;

-- Whether what a body has resolved on a case cannot be entered, as no year from now on has the money on each of its lines.
create function trinn.is_unfunded(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from resolution_of(p_application) r
			join applications a on a.county_id = caller_county() and a.id = p_application
		where r.may_decide and r.amount_ore > 0 and not exists (select from (select distinct b.year from call_lines k
				join balances b on b.county_id = k.county_id and b.funding_line_id = k.funding_line_id and b.account = 'available'
				where k.county_id = a.county_id and k.call_id = a.call_id and b.year >= extract(year from today())) y
			where not exists (select from line_parts(a.county_id, a.call_id, r.amount_ore) s
				where s.ore > left_of(s.funding_line_id, y.year))));
end $$;

-- Whether no person may decide a case as it is recommended, a body that is registered here does, and no meeting has it before it. One
-- that a meeting postponed waits for the next, and so does one whose resolution there is no money for. To the county.
create function trinn.awaits_meeting(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return caller_kind() = 'county' and exists (select from applications a
			cross join lateral (select at_stake(r.amount_ore, a.applied_ore) as ore from recommendations r
				where r.county_id = a.county_id and r.application_id = a.id order by r.number desc limit 1) s
		where a.county_id = caller_county() and a.id = p_application and a.state = 'recommended' and not is_held(a.county_id, a.id)
			and not is_before_meeting('application', a.id)
			and (is_unfunded(a.id) or s.ore > role_limit(a.county_id, 'decision_maker', a.call_id) and s.ore <= delegated_ore(a.call_id)
				and not is_resolved(a.id)));
end $$;

-- An amendment that no person may decide as it is prepared, and a body that is registered here may.
create function trinn.amendment_awaits_meeting(p_amendment bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return caller_kind() = 'county' and exists (select from amendments m
			join applications a on a.county_id = m.county_id and a.id = m.application_id
			cross join lateral (select amendment_stake(m.id) as ore) s
		where m.county_id = caller_county() and m.id = p_amendment and m.state = 'prepared'
			and not is_unheard(m.county_id, m.application_id)
			and s.ore > role_limit(a.county_id, 'decision_maker', a.call_id) and s.ore <= delegated_ore(a.call_id)
			and not is_before_meeting('amendment', m.id)
			and not exists (select from amendment_resolution_of(m.id) r where r.may_decide));
end $$;

-- An answer to an appeal that no person may settle: that changes what a meeting decided, or takes more than one may decide.
create function trinn.appeal_awaits_meeting(p_appeal bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return caller_kind() = 'county' and exists (select from appeals p
			join applications a on a.county_id = p.county_id and a.id = p.application_id
			join appeal_proposals x on x.county_id = p.county_id and x.appeal_id = p.id and x.kind = 'reconsideration' and x.state = 'proposed'
			cross join lateral (select appeal_stake(p, x.amount_ore) as ore) s
		where p.county_id = caller_county() and p.id = p_appeal and p.answer_id is null and x.outcome not in ('forwarded', 'inadmissible')
			and (appealed_met(p) is not null
				or s.ore > role_limit(a.county_id, 'decision_maker', a.call_id) and s.ore <= delegated_ore(a.call_id))
			and not is_before_meeting('appeal', p.id) and not exists (select from appeal_resolution_of(p.id)));
end $$;

-- A reversal that no person may decide: of what a meeting decided, or of more than one may decide. The party had notice first.
create function trinn.reversal_awaits_meeting(r trinn.reversals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return caller_kind() = 'county' and r.state = 'proposed' and is_told(r) and not is_unheard(r.county_id, r.application_id)
		and exists (select from applications a where a.county_id = r.county_id and a.id = r.application_id
			and (met_on(r.county_id, r.decision_id) is not null or reversal_stake(r) > role_limit(a.county_id, 'decision_maker', a.call_id))
			and reversal_stake(r) <= delegated_ore(a.call_id))
		and r.superior is null and not is_questioned(r.proposed_by, r.application_id) and not is_before_meeting('reversal', r.id)
		and not exists (select from reversal_resolution_of(r.id) t where t.may_decide);
end $$;

-- An appeal that is forwarded to an appeals board that is registered here, and on which the appellant has had its say.
create function trinn.appeal_awaits_board(p trinn.appeals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return caller_kind() = 'county' and p.state = 'forwarded' and board_of(p) is not null and not may_comment(p)
		and not is_before_meeting('appeal', p.id) and not exists (select from appeal_resolution_of(p.id));
end $$;

-- What of cases is in a state that might wait so; and whether one does.
create function trinn.cases_for_meetings() returns setof bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select a.id from applications a where a.county_id = caller_county() and a.state = 'recommended'
		union select m.application_id from amendments m where m.county_id = caller_county() and m.state = 'prepared'
		union select p.application_id from appeals p where p.county_id = caller_county() and p.state in ('reconsidered', 'forwarded')
		union select r.application_id from reversals r where r.county_id = caller_county() and r.state = 'proposed';
end $$;
create function trinn.case_awaits_meeting(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return awaits_meeting(p_application)
		or exists (select from amendments m where m.county_id = caller_county() and m.application_id = p_application
			and m.state = 'prepared' and amendment_awaits_meeting(m.id))
		or exists (select from appeals p where p.county_id = caller_county() and p.application_id = p_application
			and (p.state = 'reconsidered' and appeal_awaits_meeting(p.id) or appeal_awaits_board(p)))
		or exists (select from reversals r where r.county_id = caller_county() and r.application_id = p_application
			and r.state = 'proposed' and reversal_awaits_meeting(r));
end $$;
