-- Until when a grant may be claimed of: so many days after the work as the county's figure said when it was decided, which the
-- letter tells. What is not claimed by then lapses by itself, as the decision said it would, and goes back to its lines.

-- The last day for claims; NULL: there is none. More time for the work moves it.
create function trinn.claim_by(g trinn.grants) returns date
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce(g.ends_on, (select a.ends_on from applications a where a.county_id = g.county_id and a.id = g.application_id)) + g.claim_days;
end $$;

-- The same of a decision, by the end of the work that it knows of.
create function trinn.claim_by_of(d trinn.decisions) returns date
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return ends_on_of(d) + (select g.claim_days from grants g where g.county_id = d.county_id and g.application_id = d.application_id
		order by g.id desc limit 1);
end $$;

create function trinn.check_claimed_in_time() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if exists (select from grants g where g.county_id = new.county_id and g.id = new.grant_id and claim_by(g) < today()) then
		raise exception 'a claim of grant % is late', new.grant_id using errcode = '23514', constraint = 'claims_in_time';
	end if;
	return new;
end $$;
create trigger claims_taken_in_time before insert on trinn.claims
	for each row execute function trinn.check_claimed_in_time();

-- Whether what is left of a grant lapses: the last day has passed, and nothing is open that could still take of it or move the
-- day. One with its final claim is settled by persons.
create function trinn.rest_lapses(g trinn.grants) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return g.state in ('accepted', 'active') and g.remaining_ore > 0 and coalesce(claim_by(g) < today(), false)
		and not is_set_aside(g.county_id, g.application_id)
		and not exists (select from claims c where c.county_id = g.county_id and c.grant_id = g.id
			and (c.state in ('submitted', 'reviewed', 'attested') or c.kind = 'final' and c.state <> 'rejected'))
		and not exists (select from amendments m where m.county_id = g.county_id and m.grant_id = g.id and m.state in ('asked', 'prepared'))
		and not exists (select from appeals p where p.county_id = g.county_id and p.application_id = g.application_id and p.settled_on is null)
		and not exists (select from reversals r where r.county_id = g.county_id and r.application_id = g.application_id and r.state = 'proposed');
end $$;
create index grants_claimable on trinn.grants (county_id, id) where state in ('accepted', 'active') and claim_days is not null;

-- Lapses the rest of the next grant that nobody claimed in time; its id, or NULL if there is none. The guard is taken as by
-- jobs_lapse_offer().
create function trinn.jobs_lapse_rest() returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	late grants;
begin
	loop
		select g.* into late from grants g
		where g.state in ('accepted', 'active') and g.claim_days is not null and rest_lapses(g)
		order by g.county_id, g.id limit 1;
		exit when not found;
		update guards set version = version + 1
		where county_id = late.county_id and kind = 'application' and id = late.application_id;
		continue when not exists (select from grants g where g.id = late.id and rest_lapses(g));
		perform act_as_system(late.county_id);
		perform lapse_grant(late.county_id, late.id, 'not_claimed');
		return late.id;
	end loop;
	return null;
end $$;

-- ---- reminded before it lapses

-- How many days before the last one the recipient is reminded, as the county's figures say: the last of them that has come.
create function trinn.reminder_due(g trinn.grants) returns int
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select min(d) from unnest(array[county_figure('grant.first_reminder_days', 60), county_figure('grant.second_reminder_days', 30),
		county_figure('grant.last_reminder_days', 7)]) d where claim_by(g) - today() <= d);
end $$;

-- More time is reminded of anew.
create function trinn.remind_anew() returns trigger language plpgsql as $$
begin
	new.reminded_days := null;
	return new;
end $$;
create trigger grants_remind_anew before update of ends_on on trinn.grants
	for each row when (new.ends_on is distinct from old.ends_on) execute function trinn.remind_anew();

-- Reminds the recipient of the next grant that has something left to claim; its id, or NULL if there is none. Once for each figure.
create function trinn.jobs_remind_of_claim() returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g grants;
	due int;
begin
	for g in select t.* from grants t
		where t.state in ('accepted', 'active') and t.claim_days is not null and t.remaining_ore > 0 and claim_by(t) >= today()
			and not exists (select from claims c where c.county_id = t.county_id and c.grant_id = t.id
				and c.kind = 'final' and c.state <> 'rejected')
		order by t.county_id, t.id
	loop
		perform act_as_system(g.county_id);
		due := reminder_due(g);
		continue when due is null or due >= g.reminded_days;
		update guards set version = version + 1 where county_id = g.county_id and kind = 'application' and id = g.application_id;
		update grants set reminded_days = due where county_id = g.county_id and id = g.id and version = g.version;
		continue when not found;
		perform audit('application', g.application_id, 'remind', 'grant', g.id, null, jsonb_build_object('claimBy', claim_by(g)));
		insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
		values (g.county_id, 'grant.remind', 'grant', g.id, g.applicant_id,
			jsonb_build_object('claimBy', claim_by(g), 'remainingOre', g.remaining_ore));
		return g.id;
	end loop;
	return null;
end $$;
