-- Fagpartnere of a grant that stands change by an amendment, which says all of them as they are to be. Who is engaged, and for what
-- hours, is another matter (0012): this is what was applied for and approved, and each change of it stays with its amendment.

-- The fagpartnere that the work of a grant is done with: as the newest change that was approved has them, and else as it was applied for.
create function trinn.fagpartnere_of(g trinn.grants) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce((select m.fagpartnere from amendments m where m.county_id = g.county_id and m.grant_id = g.id
			and m.kind = 'fagpartner_change' and m.state = 'approved' order by m.settled_at desc, m.id desc limit 1),
		(select a.fagpartnere::jsonb from applications a where a.county_id = g.county_id and a.id = g.application_id));
end $$;

-- What they come to together, hours by rate.
create function trinn.fagpartner_ore(p_list jsonb) returns numeric language sql immutable parallel safe as $$
	select coalesce(sum((f->>'hours')::numeric * (f->>'hourlyOre')::numeric), 0) from jsonb_array_elements(p_list) f
$$;

-- How an organisation that is to be one stands to a grant: in the register, insolvent, or a party to it itself.
create function trinn.fagpartner_standing(g trinn.grants, p_orgnr text, out is_registered boolean, out is_insolvent boolean, out is_party boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	select exists (select from fagpartnere f where f.county_id = g.county_id and f.partner_id = o.id and f.state = 'active'),
		o.bankrupt or o.forced_winding_up, o.id = g.applicant_id or exists (select from grant_partners p where p.county_id = g.county_id
			and p.grant_id = g.id and p.organisation_id = o.id and p.left_by is null)
	into is_registered, is_insolvent, is_party
	from organisations o where o.orgnr = p_orgnr;
	is_registered := coalesce(is_registered, false);
	is_insolvent := coalesce(is_insolvent, false);
	is_party := coalesce(is_party, false);
end $$;

-- Nobody becomes one who may not, whoever approves it, nor do they come to more than was approved.
create function trinn.change_fagpartnere() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
	had jsonb;
begin
	select * into strict g from grants t where t.county_id = new.county_id and t.id = new.grant_id;
	had := fagpartnere_of(g);
	if fagpartner_ore(new.fagpartnere) > fagpartner_ore(had)
		or exists (select from jsonb_array_elements(new.fagpartnere) f cross join fagpartner_standing(g, f->>'orgnr') s
			where (not s.is_registered or s.is_insolvent or s.is_party)
				and not exists (select from jsonb_array_elements(had) h where h->>'orgnr' = f->>'orgnr'))
	then
		raise exception 'the fagpartnere of grant % do not change so', g.id using errcode = '23514', constraint = 'amendments_fagpartnere';
	end if;
	update grants set version = version + 1 where county_id = g.county_id and id = g.id;
	return new;
end $$;
create trigger amendments_fagpartnere before update of state on trinn.amendments
	for each row when (new.kind = 'fagpartner_change' and new.state = 'approved') execute function trinn.change_fagpartnere();

-- Words of a decision by which they changed.
create function trinn.fagpartner_words(d trinn.decisions, p_language text) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object('fagpartnere', jsonb_agg(table_row(false, concat_ws(', ', f->>'name', f->>'role'), f->>'hours',
			kroner((f->>'hourlyOre')::bigint, p_language)) order by n))
		from amendments m cross join jsonb_array_elements(m.fagpartnere) with ordinality t(f, n)
		where m.county_id = d.county_id and m.decision_id = d.id and m.kind = 'fagpartner_change');
end $$;
insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('decision', 148, 'paragraph', '{fagpartnere}', 'Dette er fagpartnerne i prosjektet nå, med timepris i kroner:',
		'These are the fagpartnere of the project now, with the rate per hour in NOK:'),
	('decision', 149, 'table', '{fagpartnere}', 'fagpartnere|Fagpartner|Timer|Timepris', 'fagpartnere|Fagpartner|Hours|Rate');

create trigger amendments_fagpartner_words after update of state on trinn.amendments
	for each row when (new.kind = 'fagpartner_change' and new.state = 'approved') execute function trinn.put_said_words();
