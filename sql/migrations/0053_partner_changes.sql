-- Partners of a grant that stands change by an amendment: some leave it, and what is left of their lines moves to those who stay, or
-- is given back; others enter it, or come back, and confirm their part first, as those did that the application was made with. Who
-- leads stays, with a part of its own. What was claimed of one that leaves stands, and no more is. Whoever the moves concern is a party
-- to that, asked by the same commands: who gets more of anything confirms it, as who enters does; who loses something, as who leaves
-- does, says yes or no, or its day passes, before it is approved (fvl. §§ 16, 17).

-- As a plan of costs says it: the part of one that enters, what one that leaves gives up, and all that one that stays then bears.
create function trinn.part_by(p trinn.application_partners, m trinn.amendments, p_moves jsonb) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (with l as (
		select b.cost_group, b.budget_ore as ore from grants g cross join lateral budget_of(g) b
		where p.asked_to = 'stay' and g.county_id = m.county_id and g.id = m.grant_id and b.partner_orgnr = p.orgnr
		union all
		select t.cost_group, case p.asked_to when 'leave' then -t.ore else t.ore end from moved_by(p_moves) t where t.partner_orgnr = p.orgnr
	)
	select jsonb_build_object('costs', coalesce(jsonb_agg(jsonb_build_object('costGroup', t.cost_group, 'description', p.task, 'amountOre', t.ore,
		'partnerOrgnr', p.orgnr) order by t.cost_group), '[]'), 'finance', '[]'::jsonb)
	from (select l.cost_group, sum(l.ore)::bigint as ore from l group by 1) t where t.ore > 0);
end $$;

-- Of one that is asked, to it as well: who is to enter reads its own part of the amendment.
create function trinn.entering_part(p_county int, p_id bigint) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select part_by(p, m, m.asked_moves) from application_partners p
			join amendments m on m.county_id = p.county_id and m.id = p.amendment_id
		where p.county_id = p_county and p.id = p_id);
end $$;
create function trinn.entering_state(p_county int, p_amendment bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select m.state from amendments m where m.county_id = p_county and m.id = p_amendment);
end $$;

-- Who is to enter by an amendment, and what they said to it, in the order that they were named; NULL: nobody.
create function trinn.entering_of(p_county int, p_amendment bigint) returns json
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select json_agg(json_build_object('id', p.id::text, 'orgnr', p.orgnr, 'name', p.name, 'task', p.task, 'state', p.state) order by p.id)
		from application_partners p where p.county_id = p_county and p.amendment_id = p_amendment and p.asked_to = 'enter');
end $$;

-- Who is to leave by it, or to stay with another part, and what they say to that.
create function trinn.heard_of(p_county int, p_amendment bigint, p_asked_to text) returns json
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select json_agg(json_build_object('id', p.id::text, 'orgnr', p.orgnr, 'name', p.name, 'state', p.state, 'reason', p.reason,
			'answerBy', p.answer_by, 'isUnposted', is_unposted(p)) order by p.id)
		from application_partners p where p.county_id = p_county and p.amendment_id = p_amendment and p.asked_to = p_asked_to);
end $$;

-- Whether one that is asked has not answered, and is waited for: as long as its letter is not posted, whatever its day.
create function trinn.is_waited_for(p trinn.application_partners) returns boolean language plpgsql stable as $$
begin
	return p.state = 'asked' and (coalesce(p.answer_by >= trinn.today(), true) or trinn.is_unposted(p));
end $$;

-- Whether nobody can answer an amendment yet, as a partner has not: until the day by which it is to be answered all the same.
create function trinn.waits_for_partners(m trinn.amendments) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return amendment_due(m) > today() and exists (select from application_partners p where p.county_id = m.county_id and p.amendment_id = m.id
		and is_waited_for(p));
end $$;

-- The amendments that the organisation is asked about.
create function trinn.asked_about() returns bigint[]
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return array(select p.amendment_id from application_partners p where p.county_id = caller_county()
		and p.organisation_id = caller_org() and p.amendment_id is not null);
end $$;

-- It is asked with the amendment, who enters by the recipient, and answers until that is decided.
create function trinn.check_entering() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	m amendments;
begin
	select * into strict m from amendments t where t.county_id = new.county_id and t.id = new.amendment_id;
	if new.state = 'removed' and m.state in ('refused', 'withdrawn', 'void') then
		return new; -- by end_entering(), whoever ended the amendment
	end if;
	if tg_op = 'UPDATE' or new.asked_to = 'enter' and m.appeal_id is null then -- see take_up_amendment()
		perform check_partner_answers(new);
	end if;
	if m.state not in ('asked', 'prepared') then
		raise exception 'amendment % is %', m.id, m.state using errcode = 'TR460';
	elsif new.asked_to <> 'stay' and m.kind <> 'partner_change' or (new.asked_to = 'leave') <> coalesce(m.leaving ? new.orgnr, false)
		or (case new.asked_to when 'enter' then m.is_of_county else new.state = 'removed' end)
		or tg_op = 'INSERT' and (new.asked_to = 'enter') = exists (select from grant_partners p where p.county_id = m.county_id
			and p.grant_id = m.grant_id and p.organisation_id = new.organisation_id and p.left_by is null)
	then
		raise exception 'nobody enters, leaves or stays by amendment % so', m.id using errcode = '23514', constraint = 'application_partners_entering';
	end if;
	if new.state = 'confirmed' then
		new.part := part_by(new, m, m.asked_moves);
		new.sha256 := encode(sha256(convert_to(new.part::text, 'UTF8')), 'hex');
	end if;
	return new;
end $$;
create trigger application_partners_entering before insert or update of state on trinn.application_partners
	for each row when (new.amendment_id is not null) execute function trinn.check_entering();

create function trinn.tell_entering() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	values (new.county_id, 'application_partner.ask-to-' || new.asked_to, 'application_partner', new.id, new.organisation_id, '{}');
	return null;
end $$;
create trigger application_partners_entering_told after insert on trinn.application_partners
	for each row when (new.amendment_id is not null) execute function trinn.tell_entering();

-- Who is to leave, and who is to stay with another part, is asked as it is asked for.
create function trinn.ask_partners() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into application_partners (county_id, applicant_id, application_id, amendment_id, asked_to, answer_by, organisation_id, orgnr, name, kind,
		task, asked_by)
	select new.county_id, new.applicant_id, new.application_id, new.id, case when l.leaves then 'leave' else 'stay' end,
		case when l.leaves or not v.gains then today() + county_figure('hearing.days', 7)::int end, p.organisation_id, p.orgnr, p.name, s.kind, s.task,
		new.asked_by
	from grant_partners p
		cross join lateral (values (coalesce(new.leaving ? p.orgnr, false))) l (leaves)
		cross join lateral (select bool_or(t.ore > 0) as gains from (select sum(b.ore) as ore from moved_by(new.asked_moves) b
			where b.partner_orgnr = p.orgnr group by b.cost_group having sum(b.ore) <> 0) t) v
		join lateral (select t.kind, t.task from application_partners t where t.county_id = p.county_id and t.application_id = p.application_id
			and t.organisation_id = p.organisation_id order by t.id desc limit 1) s on true
	where p.county_id = new.county_id and p.grant_id = new.grant_id and p.left_by is null and (l.leaves or v.gains is not null)
	order by p.organisation_id;
	return null;
end $$;
create trigger amendments_ask_partners after insert on trinn.amendments
	for each row when (new.asked_moves is not null) execute function trinn.ask_partners();

-- Of an amendment that comes to nothing nobody enters, and nobody leaves or gets another part.
create function trinn.end_entering() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	with gone as (
		update application_partners set state = 'removed', version = version + 1
		where county_id = new.county_id and amendment_id = new.id and state in ('asked', 'confirmed') returning *
	)
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	select p.county_id, 'application_partner.' || case p.asked_to when 'enter' then 'remove' when 'leave' then 'stay' else 'keep-part' end,
		'application_partner', p.id, p.organisation_id, '{}' from gone p;
	return null;
end $$;
create trigger amendments_entering_ended after update of state on trinn.amendments for each row
	when (new.asked_moves is not null and new.state in ('refused', 'withdrawn', 'void')) execute function trinn.end_entering();

-- Who stays gets no part but one that it was asked about and has not changed since: with its yes where it gets more of anything, and
-- else once it was heard. Asked before the moves count.
create function trinn.check_parts_asked() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if exists (select from application_partners p where p.county_id = new.county_id and p.amendment_id = new.id and p.asked_to = 'stay'
			and case when p.answer_by is null then p.state <> 'confirmed' or p.part <> part_by(p, new, new.granted_moves)
				else is_waited_for(p) or moves_otherwise(new.granted_moves, new.asked_moves, p.orgnr) end)
		or exists (select from moved_by(new.granted_moves) v
			where v.partner_orgnr is not null and not exists (select from application_partners p where p.county_id = new.county_id
				and p.amendment_id = new.id and p.orgnr = v.partner_orgnr)
			group by v.partner_orgnr, v.cost_group having sum(v.ore) <> 0)
	then
		raise exception 'a partner of grant % has not said yes to its part', new.grant_id using errcode = '23514', constraint = 'amendments_parts';
	end if;
	return new;
end $$;
create trigger amendments_parts before update of state on trinn.amendments for each row
	when (new.asked_moves is not null and new.state = 'approved') execute function trinn.check_parts_asked();

-- Who is to enter does, as it is approved: before the decision is made, so that its letter is for them too.
create function trinn.let_enter(p_amendment bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update application_partners set entered_on = today(), version = version + 1
	where county_id = caller_county() and amendment_id = p_amendment and state = 'confirmed' and asked_to = 'enter';
end $$;
create function trinn.check_entered() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from amendments m where m.county_id = new.county_id and m.id = new.amendment_id and m.state = 'approved') then
		raise exception 'partner % enters by nothing', new.id using errcode = '23514', constraint = 'application_partners_entering';
	end if;
	return null;
end $$;
create constraint trigger application_partners_entered after insert or update of entered_on on trinn.application_partners
	deferrable initially deferred for each row when (new.entered_on is not null) execute function trinn.check_entered();

create trigger application_partners_entered_words after update of entered_on on trinn.application_partners
	for each row when (new.entered_on is not null) execute function trinn.put_said_words();

-- What an amendment gave back that an appeal takes up again: of the approved costs, and of the grant with them.
create function trinn.given_back_by(p_county int, p_appeal bigint, out costs_ore bigint, out amount_ore bigint)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	select coalesce(sum(u.costs_ore + v.ore), 0), coalesce(sum(u.amount_ore + coalesce(c.before_ore - c.after_ore, 0)), 0)
	into costs_ore, amount_ore
	from appeals p
		join amendments m on m.county_id = p.county_id and m.id = p.amendment_id and m.state = 'approved' and m.granted_moves is not null
		cross join lateral given_back_by(m.county_id, m.appeal_id) u
		cross join lateral (select coalesce(-sum(t.ore), 0)::bigint as ore from moved_by(m.granted_moves) t) v
		left join grant_changes c on c.county_id = m.county_id and c.grant_id = m.grant_id and c.cause_kind = 'amendment' and c.cause_id = m.id
	where p.county_id = p_county and p.id = p_appeal;
end $$;

-- What is granted of the approved costs once some are given back: at the rate that it was, to the øre, down. What comes back brings its
-- share of what was given back with it. NULL: neither.
create function trinn.granted_of_rest(g trinn.grants, p_moves jsonb, p_appeal bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	gone constant bigint := -(select sum(t.ore) from moved_by(p_moves) t);
begin
	return case when gone > 0 then div(g.amount_ore::numeric * (g.budget_ore - gone), g.budget_ore)::bigint
		when gone < 0 then (select g.amount_ore + div(u.amount_ore::numeric * -gone, nullif(u.costs_ore, 0))::bigint
			from given_back_by(g.county_id, p_appeal) u) end;
end $$;

-- What is approved is who carries the grant out. Nobody enters but with the part that it confirmed, and nobody leaves with more than was
-- claimed of its own: the rest has moved, or is given back.
create function trinn.change_partners() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n int;
begin
	insert into grant_partners as g (county_id, applicant_id, application_id, grant_id, organisation_id, orgnr, name, budget_ore)
	select new.county_id, new.applicant_id, new.application_id, new.grant_id, p.organisation_id, p.orgnr, p.name, 0
	from application_partners p where p.county_id = new.county_id and p.amendment_id = new.id and stands_by(p)
	on conflict (county_id, grant_id, organisation_id) do update set left_by = null, left_on = null;
	update grant_partners set left_by = new.id, left_on = today()
	where county_id = new.county_id and grant_id = new.grant_id and new.leaving ? orgnr and left_by is null;
	get diagnostics n = row_count;
	if n <> coalesce(jsonb_array_length(new.leaving), 0)
		or exists (select from application_partners p where p.county_id = new.county_id and p.amendment_id = new.id
			and case p.asked_to when 'leave' then is_waited_for(p) when 'enter' then p.state = 'asked'
				or p.state = 'confirmed' and (not stands_by(p) or p.part <> part_by(p, new, new.granted_moves)) end)
		or new.granted_ore is distinct from (select granted_of_rest(g, new.granted_moves, new.appeal_id) from grants g
			where g.county_id = new.county_id and g.id = new.grant_id)
		or exists (select from grants g cross join budget_of(g) b where g.county_id = new.county_id and g.id = new.grant_id
			and new.leaving ? b.partner_orgnr group by b.partner_orgnr having sum(b.budget_ore) > sum(b.claimed_ore))
	then
		raise exception 'the partners of grant % do not change so', new.grant_id using errcode = '23514', constraint = 'amendments_partners';
	end if;
	return null;
end $$;
create trigger amendments_partners after update of state on trinn.amendments for each row
	when (new.kind = 'partner_change' and new.state = 'approved') execute function trinn.change_partners();

-- Whom an application is carried out with from a day on: as p_partners says that it was made, less who has left its grant by then, and who
-- entered that. As the application tells them: [{"orgnr", "name", "kind"}].
create function trinn.partners_from(p_county int, p_application bigint, p_partners json, p_day date) returns json
	language sql stable set search_path = pg_catalog, trinn, pg_temp as $$
	with g as (select p.* from grant_partners p where p.county_id = p_county and p.grant_id = (select max(g.id) from grants g
		where g.county_id = p_county and g.application_id = p_application and g.state not in ('annulled', 'lapsed')))
	select coalesce(json_agg(t.partner), '[]') from (
		select p as partner from json_array_elements(p_partners) p
		where not exists (select from g where g.orgnr = p->>'orgnr' and g.left_on <= p_day)
		union all
		select json_build_object('orgnr', g.orgnr, 'name', g.name, 'kind', min(p.kind))
		from g join application_partners p on p.county_id = p_county and p.application_id = p_application
			and p.organisation_id = g.organisation_id and p.amendment_id is not null and stands_by(p)
		where (g.left_on <= p_day) is not true and not exists (select from json_array_elements(p_partners) s where s->>'orgnr' = g.orgnr)
		group by g.orgnr, g.name) t
$$;

-- One leaves, or is back, as it is approved and not otherwise.
create function trinn.check_leaving() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from amendments m where m.county_id = new.county_id and m.grant_id = new.grant_id and m.state = 'approved'
		and m.settled_at = now() and case when new.left_by is null then exists (select from application_partners p
				where p.county_id = m.county_id and p.amendment_id = m.id and p.organisation_id = new.organisation_id and stands_by(p))
			else m.id = new.left_by and m.leaving ? new.orgnr end)
	then
		raise exception 'partner % of grant % stays as it is', new.orgnr, new.grant_id using errcode = 'TR500';
	end if;
	return new;
end $$;
create trigger grant_partners_leaving before update of left_by, left_on on trinn.grant_partners for each row
	when ((new.left_by, new.left_on) is distinct from (old.left_by, old.left_on)) execute function trinn.check_leaving();

-- ---- one that wants to leave asks the county, which raises an amendment by which it does, or the recipient does

-- The grant that it carries out; NULL: none, or it has left it.
create function trinn.carries_out(p trinn.application_partners) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select max(g.id) from grant_partners l join grants g on g.county_id = l.county_id and g.id = l.grant_id
		where l.county_id = p.county_id and l.application_id = p.application_id and l.organisation_id = p.organisation_id
			and l.left_by is null and g.state in ('accepted', 'active') and stands_by(p));
end $$;

-- Whether it has asked to, and nobody has asked for an amendment of it since.
create function trinn.has_resigned(p trinn.application_partners) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return p.resigned_at is not null and carries_out(p) is not null and not exists (select from amendments m
		where m.county_id = p.county_id and m.application_id = p.application_id and m.leaving ? p.orgnr and m.asked_at >= p.resigned_at
			and m.state not in ('withdrawn', 'void'));
end $$;

create function trinn.resign(p_partner bigint, p_version bigint, p_reason text, p_on date, p_for text) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n int;
begin
	update application_partners set resign_reason = p_reason, resigned_on = p_on, resigned_at = now(), resigned_by = caller_person(),
		resigned_for = p_for, version = version + 1
	where county_id = caller_county() and id = p_partner and version = p_version;
	get diagnostics n = row_count;
	perform exactly(1, n, 'resign');
end $$;
create function trinn.check_resigning() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if carries_out(new) is null or new.resigned_by is distinct from caller_person() or has_resigned(old)
		or not coalesce(case when caller_role() = 'caseworker' then new.resigned_for is not null and not has_people(new.organisation_id, new.kind)
			else caller_org() = new.organisation_id and new.resigned_for is null end, false)
	then
		raise exception 'partner % does not ask to leave so', new.id using errcode = '23514', constraint = 'application_partners_resigned_so';
	end if;
	perform add_post(new.county_id, new.application_id, 'I', 'KORR', case_title(new.county_id, new.application_id,
		'Partner ber om å gå ut av prosjektet'), 'partner_resignation', new.id, null, null,
		json_build_object('partner', new.name, 'reason', new.resign_reason, 'on', new.resigned_on, 'signedBy', new.resigned_for,
			'enteredBy', person_name(new.resigned_by)));
	return null;
end $$;
create trigger application_partners_resigned_so after update of resigned_at on trinn.application_partners
	for each row execute function trinn.check_resigning();

-- ---- what one that left reads: what was decided until it did, and what it appealed against itself; nothing that came after

-- The cases whose grant it left, unless it carries out a newer one of the case, with the number of the decision by which it did, and when.
create function trinn.left_by(p_county int, p_organisation bigint) returns table (application_id bigint, decision int, at timestamptz)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select l.application_id, d.number, m.settled_at from grant_partners l
		join amendments m on m.county_id = l.county_id and m.id = l.left_by
		join decisions d on d.county_id = m.county_id and d.id = m.decision_id
	where l.county_id = p_county and l.organisation_id = p_organisation and l.left_by is not null
		and not exists (select from grant_partners n where n.county_id = l.county_id and n.application_id = l.application_id
			and n.organisation_id = l.organisation_id and n.grant_id > l.grant_id);
end $$;
create function trinn.decisions_left() returns bigint[]
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return array(select d.id from left_by(caller_county(), caller_org()) l
			join decisions d on d.county_id = caller_county() and d.application_id = l.application_id
		where d.number <= l.decision or exists (select from appeal_proposals t join appeals p on p.county_id = t.county_id and p.id = t.appeal_id
			where t.county_id = d.county_id and t.decision_id = d.id and p.partner_id = caller_org()));
end $$;

-- When the caller's organisation left a case; NULL: it has not.
create function trinn.caller_left(p_application bigint) returns timestamptz language plpgsql stable as $$
begin
	return (select l.at from trinn.left_by(trinn.caller_county(), trinn.caller_org()) l where l.application_id = p_application);
end $$;

-- Whether a partner is told of what concerns all parties: one that left of the letters of what was decided until then.
create function trinn.is_told_still(p trinn.application_partners, p_kind text, p_id bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return not exists (select from left_by(p.county_id, p.organisation_id) l where l.application_id = p.application_id
		and not (p_kind = 'letter' and exists (select from letters t join decisions d on d.county_id = t.county_id and d.id = t.decision_id
			where t.county_id = p.county_id and t.id = p_id and d.number <= l.decision)));
end $$;

-- Words of a decision by which partners left or entered.
create function trinn.partner_words(d trinn.decisions, p_language text) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object(
		'leaving', (select string_agg(p.name, ', ' order by p.name) from grant_partners p where p.county_id = m.county_id and p.left_by = m.id),
		'entering', (select string_agg(p.name, ', ' order by p.name) from application_partners p where p.county_id = m.county_id
			and p.amendment_id = m.id and stands_by(p)),
		'givenBack', (select amount_text(sum((g->>'amountOre')::bigint)::bigint, p_language) from jsonb_array_elements(m.granted_moves) g where not g ? 'to'))
	from (values (1)) one left join amendments m on m.county_id = d.county_id and m.decision_id = d.id and m.kind = 'partner_change');
end $$;
insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('decision', 94, 'paragraph', '{leaving}',
		'{leaving} går ut av prosjektet. Det som alt er bedt om utbetaling av, står ved lag. Nye kostnader dekkes ikke.',
		'{leaving} leaves the project. What has been claimed already stands. New costs are not covered.'),
	('decision', 95, 'paragraph', '{entering}', '{entering} går inn i prosjektet, med den delen som er bekreftet.',
		'{entering} enters the project, with the part that was confirmed.'),
	('decision', 96, 'paragraph', '{givenBack}', 'Kostnader på {givenBack} går ut av prosjektet, og tilskuddet er satt ned tilsvarende.',
		'Costs of {givenBack} go out of the project, and the grant is lowered accordingly.');
