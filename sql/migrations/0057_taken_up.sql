-- What was refused beside the decisions of a case, an amendment or leave to apply late, is taken up again as an appeal against it is
-- allowed, or it is set aside (fvl. §§ 33 and 34). What was refused stays what it was: what is taken up is another, asked for in the same
-- words, that is prepared by one and decided by another as any is. Once an appeal was allowed it is not refused again. Of an amendment
-- that was approved otherwise than its recipient asked the rest is taken up, and one that the county made of itself is put aside: days,
-- lines and partners as they were before it, as far as they still can be. A partner gets back what was moved from it, whoever asked for
-- that. An appeal against the decision that approved it names it.

-- What the authority to answer an appeal with other than to forward it is held against.
create function trinn.appeal_stake(p trinn.appeals, p_amount_ore bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return case when p.answer_id is null and p.amendment_id is not null and p_amount_ore is null then amendment_stake(p.amendment_id)
		when p.late_submission_id is not null then 0
		else at_stake(p_amount_ore, (select a.applied_ore from applications a where a.county_id = p.county_id and a.id = p.application_id)) end;
end $$;

-- By when an amendment is to be answered: while there is an offer to accept, and else within a month as any case is (§ 11 a), from when it
-- was asked for or taken up again.
create function trinn.amendment_due(m trinn.amendments) returns date
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return case m.kind when 'acceptance' then (select g.accept_by from grants g where g.county_id = m.county_id and g.id = m.grant_id)
		else (coalesce((select p.settled_on from appeals p where p.county_id = m.county_id and p.id = m.appeal_id),
			m.asked_at at time zone 'Europe/Oslo') + interval '1 month')::date end;
end $$;

-- Whether two have agreed in this transaction to take up what an appeal is against.
create function trinn.takes_up(p trinn.appeals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (p.decision_id is null or p.amendment_id is not null) and p.answer_id is null and exists (select from appeal_proposals t
		where t.county_id = p.county_id and t.appeal_id = p.id and t.kind in ('reconsideration', 'board') and t.amount_ore is null
			and t.outcome in ('allowed', 'allowed_in_part', 'sent_back') and t.state = 'confirmed' and t.settled_at = now());
end $$;

-- The moves that make of what was moved what is to be moved, each line with another at once: by which lines give, in their order, and
-- which take, the intervals that are the same. What lines get in all that none gives comes back, and has no "from".
create function trinn.moves_between(p_moved jsonb, p_wanted jsonb) returns jsonb language sql immutable parallel safe as $$
	with lines as (
		select t.cost_group, t.partner_orgnr, sum(t.ore)::bigint as ore
		from (select * from trinn.moved_by(p_wanted) union all select m.cost_group, m.partner_orgnr, -m.ore from trinn.moved_by(p_moved) m) t
		group by 1, 2 having sum(t.ore) <> 0
	), ends as (
		select jsonb_strip_nulls(jsonb_build_object('costGroup', l.cost_group, 'partnerOrgnr', l.partner_orgnr)) as place, l.ore from lines l
		union all select null, -sum(l.ore)::bigint from lines l having sum(l.ore) <> 0
	), spans as (
		select e.place, e.ore < 0 as gives, sum(abs(e.ore)) over w - abs(e.ore) as since, sum(abs(e.ore)) over w as until
		from ends e window w as (partition by e.ore < 0 order by e.place)
	)
	select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', g.place, 'to', t.place, 'amountOre', least(g.until, t.until) - greatest(g.since, t.since)))
		order by g.place, t.place)
	from spans g join spans t on g.gives and not t.gives and g.since < t.until and t.since < g.until
$$;

-- What undoes what an amendment moved from a partner; NULL: it moved nothing from it, or the appellant is the applicant.
create function trinn.moved_back(m trinn.amendments, p_partner bigint) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select moves_between(jsonb_agg(v), null) from jsonb_array_elements(m.granted_moves) v
		where v->'from'->>'partnerOrgnr' = (select o.orgnr from organisations o where o.id = p_partner));
end $$;

-- Whether an amendment that was approved may be taken up again on appeal of the applicant, or of a partner: one of days, lines or
-- partners that its recipient did not get as it asked, that the county made of itself, or that moved something from the partner. Of an
-- amount the appeal against the decision gives another.
create function trinn.is_contestable(m trinn.amendments, p_partner bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return m.state = 'approved' and (select k.says in ('until', 'moves') from amendment_kinds k where k.kind = m.kind)
		and (m.is_of_county or coalesce(m.granted_until < m.asked_until, false) or moves_otherwise(m.granted_moves, m.asked_moves)
			or moved_back(m, p_partner) is not null);
end $$;
create function trinn.check_contestable() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from amendments m where m.county_id = new.county_id and m.id = new.amendment_id
		and is_contestable(m, new.partner_id)) then
		raise exception 'nothing of amendment % is taken up again', new.amendment_id using errcode = '23514', constraint = 'appeals_contestable';
	end if;
	return new;
end $$;
create trigger appeals_contestable before insert on trinn.appeals
	for each row when (new.decision_id is not null and new.amendment_id is not null) execute function trinn.check_contestable();

-- What an appeal against an amendment takes up: the same again; of one that was approved otherwise what is left of it; of one that the
-- county made of itself, as the appellant asks for it, what undoes it; and of one that moved something from the partner that appeals,
-- what undoes that. Whoever was put out by it enters again, and else lines move alone.
create function trinn.taken_up(p trinn.appeals) returns trinn.amendments
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	m amendments;
	before decisions;
	back jsonb;
begin
	select * into strict m from amendments t where t.county_id = p.county_id and t.id = p.amendment_id;
	if m.state = 'refused' then
		return m;
	end if;
	back := moved_back(m, p.partner_id);
	m.asked_moves := coalesce(back, moves_between(m.granted_moves, case when not m.is_of_county then m.asked_moves end));
	if back is not null and not exists (select from grant_partners g where g.county_id = p.county_id and g.left_by = m.id
		and g.organisation_id = p.partner_id) then
		m.kind := 'budget_move';
	end if;
	m.leaving := null;
	m.partner_id := null;
	if m.is_of_county or back is not null then
		select b.* into strict before from decisions d join decisions b on b.county_id = d.county_id and b.id = d.replaces_id
		where d.county_id = m.county_id and d.id = m.decision_id;
		m.asked_until := case m.kind when 'acceptance' then before.accept_by when 'extension' then ends_on_of(before) end;
		m.reason := p.asked;
		m.asked_by := p.lodged_by;
		m.asked_at := p.lodged_at;
		m.partner_id := case when back is not null then p.partner_id end;
		m.is_of_county := false;
	end if;
	return m;
end $$;

-- Who was to enter by an amendment is asked again, as who was to leave is; so is who left by one that is put aside. A partner asks for
-- itself alone.
create function trinn.take_up_amendment(p trinn.appeals) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	made amendments;
begin
	insert into amendments (county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_until, asked_ore, asked_moves, leaving,
		fagpartnere, is_of_county, partner_id, asked_by, asked_at, appeal_id)
	select m.county_id, m.applicant_id, m.application_id, m.grant_id,
		1 + (select count(*) from amendments n where n.county_id = m.county_id and n.grant_id = m.grant_id),
		m.kind, m.reason, m.asked_until, m.asked_ore, m.asked_moves, m.leaving, m.fagpartnere, m.is_of_county, m.partner_id, m.asked_by, m.asked_at, p.id
	from taken_up(p) m
	returning * into made;
	insert into application_partners (county_id, applicant_id, application_id, amendment_id, asked_to, organisation_id, orgnr, name, kind, task, message,
		asked_by)
	select t.county_id, t.applicant_id, t.application_id, made.id, 'enter', t.organisation_id, t.orgnr, t.name, t.kind, t.task, t.message, t.asked_by
	from application_partners t where t.county_id = p.county_id and t.amendment_id = p.amendment_id
		and coalesce(t.organisation_id = made.partner_id, true)
		and case t.asked_to when 'enter' then t.state = 'removed'
			when 'leave' then exists (select from grant_partners g join amendments m on m.county_id = g.county_id and m.id = g.left_by
				where g.county_id = t.county_id and g.organisation_id = t.organisation_id and m.id = t.amendment_id
					and (m.is_of_county or made.partner_id is not null)) end
	order by t.id;
end $$;
create function trinn.take_up_leave(p trinn.appeals) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	made bigint;
begin
	insert into late_submissions (county_id, applicant_id, applicant_kind, call_id, draft_id, reason, asked_by, asked_at, appeal_id)
	select s.county_id, s.applicant_id, s.applicant_kind, s.call_id, s.draft_id, s.reason, s.asked_by, s.asked_at, p.id
	from late_submissions s where s.county_id = p.county_id and s.id = p.late_submission_id
	returning id into made;
	perform new_guard('late_submission', made, p.applicant_id);
	perform audit('late_submission', made, 'take-up', 'appeal', p.id, null, '{}');
end $$;
create function trinn.take_up_refusal(p_appeal bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	p appeals;
begin
	select * into strict p from appeals t where t.county_id = caller_county() and t.id = p_appeal;
	if p.amendment_id is not null then
		perform take_up_amendment(p);
	else
		perform take_up_leave(p);
	end if;
end $$;

-- It is what the appeal is about, and nothing else is taken up.
create function trinn.check_amendment_taken_up() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from appeals p cross join lateral taken_up(p) m
		where p.county_id = new.county_id and p.id = new.appeal_id and takes_up(p)
			and (m.grant_id, m.kind, m.reason, m.asked_until, m.asked_ore, m.asked_moves, m.leaving, m.fagpartnere, m.is_of_county, m.partner_id, m.asked_by,
				m.asked_at) is not distinct from (new.grant_id, new.kind, new.reason, new.asked_until, new.asked_ore, new.asked_moves, new.leaving,
					new.fagpartnere, new.is_of_county, new.partner_id, new.asked_by, new.asked_at))
	then
		raise exception 'nothing takes up an amendment of grant %', new.grant_id using errcode = '23514', constraint = 'amendments_taken_up';
	end if;
	return new;
end $$;
create trigger amendments_taken_up before insert on trinn.amendments
	for each row when (new.appeal_id is not null) execute function trinn.check_amendment_taken_up();
create function trinn.check_leave_taken_up() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from appeals p join late_submissions s on s.county_id = p.county_id and s.id = p.late_submission_id
		where p.county_id = new.county_id and p.id = new.appeal_id and takes_up(p)
			and (s.applicant_id, s.call_id, s.draft_id, s.reason, s.asked_by, s.asked_at)
				is not distinct from (new.applicant_id, new.call_id, new.draft_id, new.reason, new.asked_by, new.asked_at))
	then
		raise exception 'nothing takes up leave of call %', new.call_id using errcode = '23514', constraint = 'late_submissions_taken_up';
	end if;
	return new;
end $$;
create trigger late_submissions_taken_up before insert on trinn.late_submissions
	for each row when (new.appeal_id is not null) execute function trinn.check_leave_taken_up();

-- Nor is an appeal right and nothing comes of it.
create function trinn.check_taken_up() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if new.answer_id is null and (new.decision_id is null or takes_up(new)) and not exists (select from amendments m where m.county_id = new.county_id and m.appeal_id = new.id)
		and not exists (select from late_submissions s where s.county_id = new.county_id and s.appeal_id = new.id)
	then
		raise exception 'nothing is taken up by appeal %', new.id using errcode = '23514', constraint = 'appeals_taken_up';
	end if;
	return null;
end $$;
create constraint trigger appeals_taken_up after update of state on trinn.appeals deferrable initially deferred
	for each row when ((new.decision_id is null or new.amendment_id is not null) and new.state in ('allowed', 'allowed_in_part', 'sent_back')
		and new.state <> old.state)
	execute function trinn.check_taken_up();

-- An appeal that was allowed binds who decides it: it is granted, and where it was allowed in whole as it was asked, or for longer.
create function trinn.allowed_by(p_county int, p_appeal bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select p.state from appeals p where p.county_id = p_county and p.id = p_appeal and p.state in ('allowed', 'allowed_in_part'));
end $$;
create function trinn.check_amendment_allowed() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	allowed text := allowed_by(new.county_id, new.appeal_id);
begin
	if allowed is not null and new.state = 'refused' or allowed = 'allowed' and (new.granted_until < new.asked_until
		or new.granted_ore <> new.asked_ore
		or moves_otherwise(new.granted_moves, new.asked_moves))
	then
		raise exception 'an appeal gave amendment %', new.id using errcode = '23514', constraint = 'amendments_allowed';
	end if;
	return new;
end $$;
create trigger amendments_allowed before update of state on trinn.amendments
	for each row when (new.appeal_id is not null and new.state in ('approved', 'refused')) execute function trinn.check_amendment_allowed();
create function trinn.check_leave_allowed() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if allowed_by(new.county_id, new.appeal_id) is not null then
		raise exception 'an appeal gave leave %', new.id using errcode = '23514', constraint = 'late_submissions_allowed';
	end if;
	return new;
end $$;
create trigger late_submissions_allowed before update of state on trinn.late_submissions
	for each row when (new.appeal_id is not null and new.state = 'refused') execute function trinn.check_leave_allowed();

-- ---- in the letter of what the county answers

insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('appeal', 114, 'title', '{reconsideration_allowed}', 'Dere får medhold i klagen', 'Your appeal is allowed'),
	('appeal', 115, 'title', '{reconsideration_allowed_in_part}', 'Dere får delvis medhold i klagen', 'Your appeal is allowed in part'),
	('appeal', 116, 'title', '{board_allowed}', '{appealBody} har gitt dere medhold', '{appealBody} has allowed your appeal'),
	('appeal', 96, 'title', '{board_allowed_in_part}', '{appealBody} har gitt dere delvis medhold', '{appealBody} has allowed your appeal in part'),
	('appeal', 107, 'title', '{reconsideration_set_aside,of_amendment}', 'Vi har opphevet avslaget', 'We have set the refusal aside'),
	('appeal', 97, 'title', '{reconsideration_set_aside,of_decision}', 'Vi har opphevet vedtaket', 'We have set the decision aside'),
	('appeal', 99, 'title', '{board_set_aside,of_amendment}', '{appealBody} har opphevet avslaget', '{appealBody} has set the refusal aside'),
	('appeal', 98, 'title', '{board_set_aside,of_decision}', '{appealBody} har opphevet vedtaket', '{appealBody} has set the decision aside'),
	('appeal', 117, 'paragraph', '{of_decision,amended}', 'Dere klaget {lodgedOn} på vedtaket vårt fra {decidedOn} om {asked} for «{project}».',
		'On {lodgedOn} you appealed against our decision of {decidedOn} on {asked} for “{project}”.'),
	('appeal', 118, 'paragraph', '{of_amendment}', 'Dere klaget {lodgedOn} på at vi {decidedOn} avslo søknaden om {asked} for «{project}».',
		'On {lodgedOn} you appealed against our refusal of {decidedOn} of {asked} for “{project}”.'),
	('appeal', 140, 'paragraph', '{reconsideration_allowed,of_amendment}',
		'Vi har vurdert avslaget på nytt og gjort det om (forvaltningsloven § 33). Vi tar opp igjen det dere ba om, og innvilger det. Dere får et eget vedtak om det.',
		'We have considered the refusal anew and changed it (Public Administration Act § 33). We take up again what you asked for, and grant it. You '
		'will have a decision of its own on that.'),
	('appeal', 141, 'paragraph', '{reconsideration_allowed_in_part,of_amendment}',
		'Vi har vurdert avslaget på nytt og gjort det om for en del (forvaltningsloven § 33). Vi tar opp igjen det dere ba om, og innvilger en del av det. Dere '
		'får et eget vedtak om det.',
		'We have considered the refusal anew and changed it in part (Public Administration Act § 33). We take up again what you asked for, and grant '
		'a part of it. You will have a decision of its own on that.'),
	('appeal', 142, 'paragraph', '{reconsideration_set_aside,of_amendment}',
		'Vi har vurdert avslaget på nytt og opphevet det (forvaltningsloven § 33). Vi behandler det dere ba om, på nytt, og dere får et nytt vedtak.',
		'We have considered the refusal anew and set it aside (Public Administration Act § 33). We consider what you asked for anew, and you will '
		'have a new decision.'),
	('appeal', 143, 'paragraph', '{board_allowed,of_amendment}',
		'{appealBody} gjorde om avslaget {resolvedOn}, i sak {resolution}. Vi tar opp igjen det dere ba om, og innvilger det. Dere får et eget vedtak om det.',
		'{appealBody} changed the refusal on {resolvedOn}, as item {resolution}. We take up again what you asked for, and grant it. You will have a '
		'decision of its own on that.'),
	('appeal', 144, 'paragraph', '{board_allowed_in_part,of_amendment}',
		'{appealBody} gjorde om en del av avslaget {resolvedOn}, i sak {resolution}. Vi tar opp igjen det dere ba om, og innvilger en del av det. Dere får '
		'et eget vedtak om det.',
		'{appealBody} changed the refusal in part on {resolvedOn}, as item {resolution}. We take up again what you asked for, and grant a part of it. '
		'You will have a decision of its own on that.'),
	('appeal', 145, 'paragraph', '{board_set_aside,of_amendment}',
		'{appealBody} opphevet avslaget {resolvedOn}, i sak {resolution}. Vi behandler det dere ba om, på nytt, og dere får et nytt vedtak.',
		'{appealBody} set the refusal aside on {resolvedOn}, as item {resolution}. We consider what you asked for anew, and you will have a new '
		'decision.'),
	('appeal', 146, 'paragraph', '{board_not_allowed,of_amendment}', '{appealBody} avgjorde klagen {resolvedOn}, i sak {resolution}. Avslaget står.',
		'{appealBody} decided the appeal on {resolvedOn}, as item {resolution}. The refusal stands.'),
	('appeal', 147, 'paragraph', '{reconsideration_allowed,of_decision}',
		'Vi har vurdert vedtaket på nytt og gjort det om (forvaltningsloven § 33). Vi endrer tilskuddet tilsvarende. Dere får et eget vedtak om det.',
		'We have considered the decision anew and changed it (Public Administration Act § 33). We change the grant accordingly. You will have a '
		'decision of its own on that.'),
	('appeal', 148, 'paragraph', '{reconsideration_allowed_in_part,of_decision}',
		'Vi har vurdert vedtaket på nytt og gjort det om for en del (forvaltningsloven § 33). Vi endrer tilskuddet tilsvarende. Dere får et eget '
		'vedtak om det.',
		'We have considered the decision anew and changed it in part (Public Administration Act § 33). We change the grant accordingly. You will '
		'have a decision of its own on that.'),
	('appeal', 149, 'paragraph', '{reconsideration_set_aside,of_decision}',
		'Vi har vurdert vedtaket på nytt og opphevet det (forvaltningsloven § 33). Vi behandler det vedtaket gjaldt, på nytt, og dere får et nytt vedtak. '
		'Til da gjelder tilskuddet som det er.',
		'We have considered the decision anew and set it aside (Public Administration Act § 33). We consider what it was about anew, and you will '
		'have a new decision. Until then the grant is as it is.'),
	('appeal', 150, 'paragraph', '{board_allowed,of_decision}',
		'{appealBody} gjorde om vedtaket {resolvedOn}, i sak {resolution}. Vi endrer tilskuddet tilsvarende. Dere får et eget vedtak om det.',
		'{appealBody} changed the decision on {resolvedOn}, as item {resolution}. We change the grant accordingly. You will have a decision of its '
		'own on that.'),
	('appeal', 151, 'paragraph', '{board_allowed_in_part,of_decision}',
		'{appealBody} gjorde om en del av vedtaket {resolvedOn}, i sak {resolution}. Vi endrer tilskuddet tilsvarende. Dere får et eget vedtak om det.',
		'{appealBody} changed the decision in part on {resolvedOn}, as item {resolution}. We change the grant accordingly. You will have a decision '
		'of its own on that.'),
	('appeal', 152, 'paragraph', '{board_set_aside,of_decision}',
		'{appealBody} opphevet vedtaket {resolvedOn}, i sak {resolution}. Vi behandler det vedtaket gjaldt, på nytt, og dere får et nytt vedtak. Til da '
		'gjelder tilskuddet som det er.',
		'{appealBody} set the decision aside on {resolvedOn}, as item {resolution}. We consider what it was about anew, and you will have a new '
		'decision. Until then the grant is as it is.');
