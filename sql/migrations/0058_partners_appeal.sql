-- A partner that has confirmed its part is a party to what is decided (fvl. §§ 2 and 28), and appeals against it by itself: the applicant
-- reads that and has no say in it, and neither bars the other. Each is answered by itself; what one comes to, the others go on against.

-- The partner that the caller answers for in a case; NULL: none.
create function trinn.caller_partner(p_application bigint) returns bigint language plpgsql stable as $$
begin
	return case when trinn.caller_kind() in ('hub', 'firm') and p_application = any (trinn.ever_stood_by()) then trinn.caller_org() end;
end $$;

create function trinn.check_appellant() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from application_partners s where s.county_id = new.county_id and s.application_id = new.application_id
		and s.organisation_id = new.partner_id and s.state = 'confirmed' and stands_by(s))
	then
		raise exception 'organisation % is no party', new.partner_id using errcode = '23514', constraint = 'appeals_of_partner';
	end if;
	return new;
end $$;
create trigger appeals_appellant before insert on trinn.appeals
	for each row when (new.partner_id is not null) execute function trinn.check_appellant();

-- The appeals of partners that the caller's organisation is: asked once for all rows.
create function trinn.own_appeals() returns bigint[]
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return array(select p.id from appeals p where p.county_id = caller_county() and p.partner_id = caller_org());
end $$;

-- Whose a letter is that asks a partner, or answers its appeal; NULL: the applicant's.
create function trinn.partner_told(l trinn.letters) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce((select p.organisation_id from application_partners p where p.county_id = l.county_id and p.id = l.partner_id),
		(select p.partner_id from appeal_proposals t join appeals p on p.county_id = t.county_id and p.id = t.appeal_id
			where t.county_id = l.county_id and t.id = l.proposal_id));
end $$;

-- The applicant is told that a partner has appealed, and of the answer to it or to another.
create function trinn.tell_applicant() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	values (new.county_id, case tg_op when 'INSERT' then 'appeal.lodge-appeal' else 'appeal.settle' end, 'appeal', new.id, new.applicant_id, '{}');
	return null;
end $$;
create trigger appeals_partner_lodged after insert on trinn.appeals
	for each row when (new.partner_id is not null) execute function trinn.tell_applicant();
create trigger appeals_partner_settled after update of settled_on on trinn.appeals
	for each row when ((new.partner_id is not null or new.other_name is not null) and new.settled_on is not null and old.settled_on is null and new.state <> 'withdrawn')
	execute function trinn.tell_applicant();

-- What one appeal made of the decision, the others of the case go on against; set aside, they have no object any more.
create function trinn.follow_answer(p_appeal bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	p appeals;
	made bigint;
	followed bigint[];
begin
	select * into strict p from appeals t where t.county_id = caller_county() and t.id = p_appeal;
	made := (select t.decision_id from appeal_proposals t where t.county_id = p.county_id and t.appeal_id = p.id and t.state = 'confirmed'
		and t.settled_at = now());
	followed := move_appeals(p.decision_id, p.id, made);
	perform audit('appeal', f, 'follow', 'appeal', p.id, null, '{}') from unnest(followed) f;
end $$;

-- The number of the next one in a case: a partner does not read the others.
create function trinn.next_appeal(p_application bigint) returns int
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select 1 + count(*) from appeals p where p.county_id = caller_county() and p.application_id = p_application);
end $$;
