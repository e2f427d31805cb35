-- What becomes of a grant after it was decided: it lapses, is amended, ends. No other step ends one whose claims are under way.

create function trinn.check_no_open_claim() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if exists (select from claims c where c.county_id = new.county_id and c.grant_id = new.id
		and c.state in ('submitted', 'reviewed', 'attested'))
	then
		raise exception 'a claim of grant % is open', new.id using errcode = '23514', constraint = 'grants_claims_open';
	end if;
	return new;
end $$;
create trigger grants_unclaimed before update of state on trinn.grants
	for each row when (new.state in ('settled', 'annulled', 'lapsed')) execute function trinn.check_no_open_claim();

-- ---- what lapses by itself, as the decision said it would: a term of law and no step of a person

-- Ends a grant by itself, and its case with it; what is left goes back to its lines. It is on record, and the recipient is told.
create function trinn.lapse_grant(p_county int, p_grant bigint, p_reason text) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
begin
	update grants set state = 'lapsed', ended_at = now(), end_reason = p_reason, version = version + 1
	where county_id = p_county and id = p_grant returning * into strict g;
	update applications set state = 'closed', version = version + 1 where county_id = p_county and id = g.application_id;
	perform audit('application', g.application_id, 'lapse', 'grant', g.id, p_reason, '{}');
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	values (p_county, 'grant.lapse', 'grant', g.id, g.applicant_id, jsonb_build_object('releasedOre', g.remaining_ore));
	perform post_due('release', 'grant', g.id);
end $$;

-- Lapses the next offer that was not accepted in time; its id, or NULL if there is none. The guard is taken first, as a command
-- takes it: who accepts meanwhile has either done so, or finds it gone.
create function trinn.jobs_lapse_offer() returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	late grants;
begin
	loop
		select g.* into late from grants g join decisions d on d.county_id = g.county_id and d.id = g.decision_id
		where g.state = 'offered' and g.accept_by < today() and d.released_at is not null
		order by g.accept_by, g.county_id, g.id limit 1;
		exit when not found;
		update guards set version = version + 1
		where county_id = late.county_id and kind = 'application' and id = late.application_id;
		continue when not exists (select from grants g where g.id = late.id and g.version = late.version);
		perform act_as_system(late.county_id);
		perform lapse_grant(late.county_id, late.id, 'not_accepted');
		return late.id;
	end loop;
	return null;
end $$;
