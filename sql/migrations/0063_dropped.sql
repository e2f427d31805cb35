-- A decision that is held is set aside before it is made known, where it is seen to be wrong (fvl. § 35 first paragraph b): by a reversal, as
-- two persons agree, or the meeting that made it. No decision comes of that. The one that was held stays the county's own for ever, the
-- case is taken up again, and what it is decided anew is its decision.

-- Whether a reversal is of a decision that is held: then it sets that aside, and nothing else.
create function trinn.drops(r trinn.reversals) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return r.outcome = 'annulled' and r.new_decision_id is null and exists (select from reversal_grounds g
			where g.ground = r.ground and g.needs_unreached)
		and exists (select from decisions d where d.county_id = r.county_id and d.id = r.decision_id and d.released_at is null);
end $$;
-- It waits to be decided, or a partner that is granted with has left, to whom nobody could say that there was a decision: until then
-- nobody makes the decision known, nor does its day.
create function trinn.is_kept_back(d trinn.decisions) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from reversals r where r.county_id = d.county_id and r.decision_id = d.id and r.state = 'proposed')
		or lacks_partner(d);
end $$;
create function trinn.is_dropped_now(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from decisions d where d.county_id = caller_county() and d.application_id = p_application and d.dropped_at = now());
end $$;

-- One is dropped by a reversal that two have agreed on in this transaction, and one that they have is.
create function trinn.check_dropped() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from reversals r where r.county_id = new.county_id and r.decision_id = new.id and r.state = 'decided'
		and r.settled_at = now() and r.new_decision_id is null)
	then
		raise exception 'nothing sets decision % aside', new.id using errcode = '23514', constraint = 'decisions_dropped';
	end if;
	return null;
end $$;
create trigger decisions_dropped after update on trinn.decisions
	for each row when (new.dropped_at is not null) execute function trinn.check_dropped();
create function trinn.check_drops() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from decisions d where d.county_id = new.county_id and d.id = new.decision_id and d.dropped_at is not null) then
		raise exception 'reversal % sets nothing aside', new.id using errcode = '23514', constraint = 'decisions_dropped';
	end if;
	return null;
end $$;
create constraint trigger reversals_drop after update of state on trinn.reversals deferrable initially deferred
	for each row when (new.state = 'decided' and new.new_decision_id is null) execute function trinn.check_drops();

-- What of it waited to be told is told nobody.
create function trinn.drop_decision(p_reversal bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	d decisions;
begin
	update decisions t set dropped_at = now() from reversals r
	where r.county_id = caller_county() and r.id = p_reversal and t.county_id = r.county_id and t.id = r.decision_id and t.released_at is null
	returning t.* into strict d;
	update outbox o set delivered_at = now()
	where o.county_id = d.county_id and o.delivered_at is null and o.organisation_id is not null
		and (o.topic = 'application.decide' or o.object_kind in ('grant', 'condition'))
		and application_of(o.county_id, o.object_kind, o.object_id) = d.application_id;
end $$;
