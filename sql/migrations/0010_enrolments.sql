-- A firm's way through the stages: places, every step it took, gates waived.

-- Places of a stage, taken and free, as one counter, so that of two firms for the last place one gets it. A cohort
-- counts its own (0011).
create table trinn.stage_places (
	county_id    int not null,
	programme_id bigint not null,
	stage        int not null,
	capacity     int check (capacity > 0),             -- of the version in force; NULL: no limit
	taken        int not null default 0 check (taken >= 0),
	primary key (county_id, programme_id, stage),
	foreign key (county_id, programme_id) references trinn.programmes (county_id, id)
);

-- No place is taken that is not free. That is asked when one is taken and not of the row as it stands: a version of the
-- stage graph may have fewer places than are taken. Nobody loses theirs by it, and none is given until enough have left.
create function trinn.check_places() returns trigger language plpgsql as $$
begin
	if new.taken > new.capacity then
		raise exception 'stage % has % places', new.stage, new.capacity
			using errcode = '23514', constraint = 'stage_places_free';
	end if;
	return new;
end $$;
create trigger stage_places_free before update on trinn.stage_places for each row
	when (new.taken > old.taken) execute function trinn.check_places();

-- Each version of a stage graph is the one in force when its stages come in. A stage that it leaves out keeps its
-- places, for those who stay on the version before.
create function trinn.put_places() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into stage_places as p (county_id, programme_id, stage, capacity)
	values (new.county_id, new.programme_id, new.number, new.capacity)
	on conflict (county_id, programme_id, stage) do update set capacity = excluded.capacity;
	return null;
end $$;
create trigger stages_places after insert on trinn.stages for each row execute function trinn.put_places();

-- Where places become free, the hubs of those who have waited longest are told, each of its own firm; a place is taken
-- by the command of a hub and given to nobody by itself, as a firm may have changed its mind. One whose gate is shut is
-- passed over, and its hub is told that.
create function trinn.tell_waiting() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	select new.county_id, case when q.is_shut then 'enrolment.passed-over' else 'enrolment.place-free' end, 'enrolment', q.id,
		q.hub_id, jsonb_build_object('stage', new.stage)
	from queue_of(new.programme_id, new.stage, null, null) q
	where q.n_ahead < coalesce(new.capacity - new.taken, 1000000) order by q.place;
	return null;
end $$;
create trigger stage_places_told after update on trinn.stage_places for each row
	when ((new.taken < old.taken or new.capacity > old.capacity or new.capacity is null and old.capacity is not null)
		and (new.capacity is null or new.taken < new.capacity))
	execute function trinn.tell_waiting();

-- Written by a trigger with every change of state, stage, hub or version: the full history. What nobody called for, the
-- system did.
create table trinn.enrolment_steps (
	county_id    int not null,
	enrolment_id bigint not null,
	seq          int not null,
	hub_id       bigint not null,
	firm_id      bigint not null,
	from_state   text,                                 -- NULL: it began
	to_state     text not null,
	stage        int,
	programme_version int not null,
	round        int not null,
	reason       text,
	explanation  text,
	explained_to_firm boolean not null default true,
	role         text not null,
	person_id    bigint,
	at           timestamptz not null default now(),
	primary key (county_id, enrolment_id, seq),
	foreign key (county_id, enrolment_id) references trinn.enrolments (county_id, id)
);
create trigger enrolment_steps_append_only before update or delete on trinn.enrolment_steps
	for each row execute function trinn.refuse_change();

create function trinn.log_step() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into enrolment_steps (county_id, enrolment_id, seq, hub_id, firm_id, from_state, to_state, stage,
		programme_version, round, reason, explanation, explained_to_firm, role, person_id)
	select new.county_id, new.id, 1 + coalesce(max(s.seq), 0), new.hub_id, new.firm_id, old.state, new.state, new.stage,
		new.programme_version, new.round, new.reason, new.explanation, new.explained_to_firm,
		coalesce(caller_role(), 'system'), caller_person()
	from enrolment_steps s where s.county_id = new.county_id and s.enrolment_id = new.id;
	return null;
end $$;
create trigger enrolments_began after insert on trinn.enrolments
	for each row execute function trinn.log_step();
create trigger enrolments_stepped after update on trinn.enrolments for each row
	when ((old.state, old.stage, old.hub_id, old.programme_version, old.round)
		is distinct from (new.state, new.stage, new.hub_id, new.programme_version, new.round))
	execute function trinn.log_step();

-- How far a firm came in a round before it had a stage (stage is NULL), and in each stage: what the steps say, in one row
-- that a report counts. A place that was given back for another stage is none. It ends when the stage is completed or the
-- firm drops out; until then it goes with the firm to
-- the hub that takes it over, and what another hub does afterwards is not told here. The year is that of the day in
-- Norway on which it began.
create table trinn.passages (
	id           bigint generated by default as identity,
	county_id    int not null,
	programme_id bigint not null,
	enrolment_id bigint not null,
	hub_id       bigint not null,
	firm_id      bigint not null,
	round        int not null,
	stage        int,
	year         int not null,
	assessed     boolean not null,
	entered      boolean not null default false,       -- from before the stages into one, or its queue
	waited       boolean not null,
	enrolled     boolean not null,
	completed    boolean not null,
	dropped_out  boolean not null,
	primary key (county_id, id),
	unique nulls not distinct (county_id, enrolment_id, round, stage),
	foreign key (county_id, enrolment_id) references trinn.enrolments (county_id, id)
);
create index passages_hub on trinn.passages (county_id, hub_id, id desc);

-- Which granted applications reached these firms, and at which stage, beside those planned in them: a firm that came to
-- a stage with a hub had of what the hub was granted for that stage and time. A function of its own as
-- applications_for() is, and who asks reads of the applications what the policy shows.
create function trinn.cases_reaching(p_orgnrs text[]) returns table (application_id bigint, orgnr text, stage int)
	language plpgsql stable rows 10 security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select distinct a.id, o.orgnr, p.stage
		from organisations o
			join enrolments e on e.firm_id = o.id and e.county_id = caller_county()
			join passages p on p.county_id = e.county_id and p.enrolment_id = e.id and p.enrolled and not p.dropped_out
			join applications a on a.county_id = e.county_id and a.applicant_id = p.hub_id
				and a.state in ('granted', 'part_granted', 'accepted', 'active', 'completed', 'closed')
				and p.year between extract(year from a.starts_on) and extract(year from a.ends_on)
			join calls c on c.county_id = a.county_id and c.id = a.call_id and c.programme_id = p.programme_id
				and p.stage = any (c.stages)
		where o.orgnr = any (p_orgnrs);
end $$;

-- The stages that the firm of an enrolment was given a place in, with whichever hub.
create function trinn.stages_entered(p_enrolment bigint) returns setof int
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select distinct p.stage from passages p
		where p.county_id = caller_county() and p.enrolment_id = p_enrolment and p.stage is not null
			and (p.enrolled or p.completed);
end $$;

-- Whether a firm has completed a stage of a programme, in any round, and is not in it again.
create function trinn.has_completed(p_orgnr text, p_programme bigint, p_stage int) returns boolean
	language sql stable set search_path = pg_catalog, trinn, pg_temp as $$
	select coalesce(bool_or(p.completed) and not bool_or(p.enrolled and not p.completed and not p.dropped_out), false)
	from organisations o
		join enrolments e on e.firm_id = o.id and e.county_id = caller_county() and e.programme_id = p_programme
		join passages p on p.county_id = e.county_id and p.enrolment_id = e.id and p.stage = p_stage
	where o.orgnr = p_orgnr
$$;

-- The stage of a programme that a line is the intended way on from for a firm, which has completed it; NULL: none. What
-- the stages up to it gave is behind the firm.
create function trinn.way_on_from(p_follows json, p_programme bigint, p_orgnr text) returns int
	language sql stable set search_path = pg_catalog, trinn, pg_temp as $$
	select max(w.stage) from json_to_recordset(p_follows) as w("programmeId" bigint, stage int)
	where w."programmeId" = p_programme and has_completed(p_orgnr, p_programme, w.stage)
$$;

-- What of a firm's these stages of a programme serve after stage p_behind, each as the newest version that has it says.
create function trinn.needs_of(p_programme bigint, p_stages int[], p_behind int) returns setof text
	language sql stable set search_path = pg_catalog, trinn, pg_temp as $$
	select unnest(s.needs) from stages s
	where s.county_id = caller_county() and s.programme_id = p_programme and s.number = any (p_stages)
		and s.number > coalesce(p_behind, -1)
		and s.programme_version = (select max(t.programme_version) from stages t
			where t.county_id = s.county_id and t.programme_id = s.programme_id and t.number = s.number)
$$;

-- The places that these firms have or had in stages, with whichever hub, and when. Nobody knows when one ends that has
-- not: it is taken to last a year, and for as long as it does.
create function trinn.places_of(p_orgnrs text[])
	returns table (orgnr text, firm text, enrolment_id bigint, programme_id bigint, programme text, hub_id bigint, stage int,
		during daterange)
	language plpgsql stable rows 5 security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select o.orgnr, o.name, e.id, g.id, g.name, p.hub_id, p.stage, daterange(t.began_on,
			case when p.completed then t.ended_on else greatest(today(), (t.began_on + interval '1 year')::date) end, '[]')
		from organisations o
			join enrolments e on e.firm_id = o.id and e.county_id = caller_county()
			join programmes g on g.county_id = e.county_id and g.id = e.programme_id
			join passages p on p.county_id = e.county_id and p.enrolment_id = e.id and p.enrolled and not p.dropped_out
			cross join lateral (select min((s.at at time zone 'Europe/Oslo')::date) as began_on,
					max((s.at at time zone 'Europe/Oslo')::date) as ended_on
				from enrolment_steps s where s.county_id = p.county_id and s.enrolment_id = p.enrolment_id
					and s.round = p.round and s.stage = p.stage and s.to_state in ('enrolled', 'active', 'completed')) t
		where o.orgnr = any (p_orgnrs);
end $$;

-- What else helps a firm of application a in the same time with the same need, which is what the stages of both say that
-- they serve: applications b to another funding line, or by firms to the same, of which none gets help twice at once; and
-- places in another programme that none of these was granted for. A firm is of b that stands in its plan or that it reached;
-- one that applies itself is at the stages of the call. No need is shared with the stages that one is the intended way on
-- from, where it says what is new and the firm has completed them: during the stage it is help for the same need. The
-- county sees all, an applicant its own; and a firm that applies is told what another's case gives it, not which case that
-- is. Of a grant whose partners change: of p_entering alone, [{"orgnr", "name", "kind"}], from today.
create function trinn.overlaps_of(p_application bigint, p_entering json default null)
	returns table (application_id bigint, case_number text, line text, firm text, need text, is_granted boolean)
	language plpgsql stable rows 5 security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query
	with read as materialized (
		select r.*, r.applicant->>'orgnr' as applicant_orgnr from applications a cross join lateral as_read(a) r
		where a.county_id = caller_county() and a.id = p_application
	), helped as materialized (
		select f.* from read a
			cross join lateral firms_of(a.applicant_kind, a.applicant, partners_from(a.county_id, a.id, a.partners, today()), a.firms) f
		where p_entering is null
		union all
		select f.* from firms_of(null, null, p_entering, '[]') f
	), reached as materialized (
		select r.* from cases_reaching(array(select h.orgnr from helped h)) r
	), mine as materialized (
		select a.county_id, a.applicant_kind, case when p_entering is null then a.starts_on else greatest(a.starts_on, today()) end as starts_on,
			a.ends_on, a.new_content, l.id as line_id, l.programme_id,
			l.follows, f.orgnr, min(f.name) as name, array_agg(s) as stages,
			caller_kind() = 'firm' and f.orgnr = a.applicant_orgnr as is_own
		from read a
			join calls c on c.county_id = a.county_id and c.id = a.call_id
			join funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
			cross join helped f,
			unnest(case when f.stage is null then c.stages else array[f.stage] end) s
		where caller_kind() = 'county' or a.applicant_id = caller_org()
		group by a.county_id, a.applicant_kind, a.starts_on, a.ends_on, a.new_content, a.applicant_orgnr, l.id, l.county_id, f.orgnr
	), cases as (
		select b.id, case when caller_kind() = 'county' or b.applicant_id = caller_org() then b.case_number end as number,
			x.name, x.programme_id, m.orgnr, m.name as firm, n.need,
			b.state in ('granted', 'part_granted', 'accepted', 'active', 'completed', 'closed')
				or caller_kind() = 'county' and is_granted_held(b.county_id, b.id) as is_granted
		from mine m
			cross join lateral (select * from applications_for(array[m.orgnr])
				union select r.application_id from reached r where r.orgnr = m.orgnr) found(id)
			join applications b on b.county_id = m.county_id and b.id = found.id and b.id <> p_application
				and daterange(b.starts_on, b.ends_on, '[]') && daterange(m.starts_on, m.ends_on, '[]')
				and not exists (select from grants g where g.county_id = b.county_id and g.application_id = b.id
					and b.state = 'closed' and gave_nothing(g))
			join calls d on d.county_id = b.county_id and d.id = b.call_id
			join funding_lines x on x.county_id = b.county_id and x.id = d.funding_line_id
				and (x.id <> m.line_id or m.applicant_kind = 'firm' and b.applicant_kind = 'firm')
			join lateral (select array_agg(s) as stages
				from (select p.stage from firms_of(b.applicant_kind, b.applicant, partners_from(b.county_id, b.id, b.partners, m.starts_on),
						b.firms) p where p.orgnr = m.orgnr
					union select r.stage from reached r where r.application_id = b.id and r.orgnr = m.orgnr) f,
					unnest(case when f.stage is null then d.stages else array[f.stage] end) s) theirs on true
			cross join lateral (
				select needs_of(m.programme_id, m.stages,
					case when b.new_content is not null then way_on_from(x.follows, m.programme_id, m.orgnr) end)
				intersect
				select needs_of(x.programme_id, theirs.stages,
					case when m.new_content is not null then way_on_from(m.follows, x.programme_id, m.orgnr) end)) n(need)
		where caller_kind() = 'county' or b.applicant_id = caller_org() or m.is_own
	)
	select c.id, c.number, c.name, c.firm, c.need, c.is_granted from cases c
	union all
	select null, null, p.programme, m.name, n.need, true
	from mine m
		join places_of(array(select orgnr from mine)) p on p.orgnr = m.orgnr and p.programme_id <> m.programme_id
			and p.during && daterange(m.starts_on, m.ends_on, '[]')
		cross join lateral (
			select needs_of(m.programme_id, m.stages, null)
			intersect
			select needs_of(p.programme_id, array[p.stage],
				case when m.new_content is not null then way_on_from(m.follows, p.programme_id, m.orgnr) end)) n(need)
	where (caller_kind() = 'county' or p.hub_id = caller_org() or m.is_own)
		and not exists (select from cases c where c.orgnr = m.orgnr and c.programme_id = p.programme_id and c.need = n.need
			and c.is_granted)
	group by p.programme, m.orgnr, m.name, n.need;
end $$;

-- What else helps the firm of an enrolment with a need that a stage serves, which it waits for, is in, or has ahead:
-- places in other programmes, and what it applied for itself. The county and the firm see what that is, a hub of its own
-- places; of all else it is told that there is something, and not what, or how many (scheme is NULL).
create function trinn.help_beside(p_enrolment bigint) returns table (stage int, need text, scheme text)
	language plpgsql stable rows 5 security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query
	with e as materialized (
		select e.*, o.orgnr from enrolments e join organisations o on o.id = e.firm_id
		where e.county_id = caller_county() and e.id = p_enrolment and e.state not in ('finished', 'dropped_out')
			and (caller_kind() = 'county' or caller_org() in (e.hub_id, e.firm_id))
	), other as materialized (
		select p.programme as name, p.programme_id, array[p.stage] as stages, null::json as follows, p.hub_id
		from e cross join places_of(array[e.orgnr]) p
		where p.programme_id <> e.programme_id and p.during @> today()
		union all
		select l.name || ', ' || a.case_number, l.programme_id, c.stages,
			case when a.new_content is not null then l.follows end, null
		from e join applications a on a.county_id = e.county_id
				and a.id = any (array(select applications_for(array[e.orgnr]))) and a.applicant_id = e.firm_id
				and a.ends_on >= today()
			join calls c on c.county_id = a.county_id and c.id = a.call_id
			join funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
				and l.programme_id <> e.programme_id
	)
	select distinct s.number, n.need,
		case when caller_kind() <> 'hub' or t.hub_id = caller_org() then t.name end
	from e join stages s on s.county_id = e.county_id and s.programme_id = e.programme_id
			and s.programme_version = e.programme_version
			and s.number >= coalesce(e.stage, 0) + (e.state = 'completed')::int
		cross join other t
		cross join lateral (
			select needs_of(e.programme_id, array[s.number], way_on_from(t.follows, e.programme_id, e.orgnr))
			intersect
			select needs_of(t.programme_id, t.stages, null)) n(need);
end $$;

create function trinn.follow_passage() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into passages as p (county_id, programme_id, enrolment_id, hub_id, firm_id, round, stage, year, assessed, waited,
		enrolled, completed, dropped_out)
	select new.county_id, e.programme_id, new.enrolment_id, new.hub_id, new.firm_id, new.round, new.stage,
		extract(year from new.at at time zone 'Europe/Oslo'), new.to_state = 'assessed', new.to_state = 'waiting',
		new.to_state in ('enrolled', 'active'), new.to_state = 'completed', new.to_state = 'dropped_out'
	from enrolments e where e.county_id = new.county_id and e.id = new.enrolment_id
	on conflict (county_id, enrolment_id, round, stage) do update set hub_id = excluded.hub_id,
		assessed = p.assessed or excluded.assessed, waited = p.waited or excluded.waited,
		enrolled = p.enrolled or excluded.enrolled, completed = excluded.completed, dropped_out = excluded.dropped_out
	where not p.completed and not p.dropped_out;
	update passages set entered = true
	where county_id = new.county_id and enrolment_id = new.enrolment_id and round = new.round and stage is null
		and not entered and new.stage is not null and new.to_state in ('waiting', 'enrolled', 'active');
	update passages p set enrolled = false from enrolment_steps s
	where new.from_state = 'enrolled' and s.county_id = new.county_id and s.enrolment_id = new.enrolment_id
		and s.seq = new.seq - 1 and s.stage <> new.stage and p.county_id = s.county_id and p.enrolment_id = s.enrolment_id
		and p.round = s.round and p.stage = s.stage;
	return null;
end $$;
create trigger enrolment_steps_passage after insert on trinn.enrolment_steps
	for each row execute function trinn.follow_passage();

-- The same, told from the steps alone: trinn.audit_faults() compares.
create view trinn.passages_told with (security_invoker = true) as
select s.county_id, e.programme_id, s.enrolment_id, (array_agg(s.hub_id order by s.seq desc))[1] as hub_id, s.firm_id,
	s.round, s.stage, extract(year from (array_agg(s.at order by s.seq))[1] at time zone 'Europe/Oslo')::int as year,
	bool_or(s.to_state = 'assessed') as assessed,
	s.stage is null and exists (select from trinn.enrolment_steps t where t.county_id = s.county_id
		and t.enrolment_id = s.enrolment_id and t.round = s.round and t.stage is not null
		and t.to_state in ('waiting', 'enrolled', 'active')) as entered,
	bool_or(s.to_state = 'waiting') as waited, bool_or(s.to_state in ('enrolled', 'active') and s.seq > coalesce(s.given_back, 0)) as enrolled,
	bool_or(s.to_state = 'completed') as completed, bool_or(s.to_state = 'dropped_out') as dropped_out
from (select t.*, min(seq) filter (where to_state in ('completed', 'dropped_out')) over passage as ends,
			max(seq) filter (where next_from = 'enrolled' and next_stage <> stage) over passage as given_back
		from (select *, lead(from_state) over steps as next_from, lead(stage) over steps as next_stage
			from trinn.enrolment_steps window steps as (partition by county_id, enrolment_id order by seq)) t
		window passage as (partition by county_id, enrolment_id, round, stage)) s
	join trinn.enrolments e on e.county_id = s.county_id and e.id = s.enrolment_id
where s.seq <= coalesce(s.ends, s.seq)
group by s.county_id, e.programme_id, s.enrolment_id, s.firm_id, s.round, s.stage;

-- Whoever is enrolled or active in a stage has one of its places, and nobody else: the counter follows the state,
-- whoever writes it.
create function trinn.hold_place() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	held boolean := coalesce(old.state in ('enrolled', 'active'), false);
	holds boolean := new.state in ('enrolled', 'active');
	n bigint;
begin
	if held = holds and (not holds or new.stage = old.stage) then
		return null;
	end if;
	if held then
		update stage_places set taken = taken - 1
		where county_id = old.county_id and programme_id = old.programme_id and stage = old.stage;
	end if;
	if holds then
		update stage_places set taken = taken + 1
		where county_id = new.county_id and programme_id = new.programme_id and stage = new.stage;
		get diagnostics n = row_count;
		perform exactly(1, n, 'hold_place');
	end if;
	return null;
end $$;
create trigger enrolments_places after insert or update of state, stage on trinn.enrolments
	for each row execute function trinn.hold_place();

create trigger enrolments_transition before update of state on trinn.enrolments
	for each row execute function trinn.check_transition();
create trigger enrolments_signed before insert or update on trinn.enrolments
	for each row execute function trinn.check_signed('recommended_by');
-- The hub that follows the firm recommends, and the county alone moves: a hub sets the version only where a round
-- begins.
create trigger enrolments_recommended
	before update of recommended_stage, recommended_grounds, recommended_by, digitally_ready on trinn.enrolments
	for each row when (trinn.caller_kind() in ('county', 'firm') and new.round = old.round)
	execute function trinn.refuse_change();
create trigger enrolments_moved before update of programme_version on trinn.enrolments for each row
	when (trinn.caller_kind() <> 'county' and new.round = old.round) execute function trinn.refuse_change();

-- The highest stage that a firm has completed in the round it is in, with whichever hub; NULL: none.
create function trinn.stage_passed(e trinn.enrolments) returns int
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select max(p.stage) from passages p where p.county_id = e.county_id and p.enrolment_id = e.id
		and p.round = e.round and p.completed);
end $$;

-- Who enters again begins a round. Within one a firm comes to a stage by enrolling in it or in its queue, above those it
-- has completed; until the stage begins it may leave its queue or its place for another. From the queue it finishes with
-- the stage that it completed last, and with none not at all.
create function trinn.check_course() returns trigger language plpgsql as $$
begin
	if new.round <> old.round + (old.state in ('finished', 'dropped_out') and new.state = 'prospect')::int
		or new.round = old.round and new.stage is distinct from old.stage
			and not (old.state in ('prospect', 'assessed', 'waiting', 'enrolled', 'completed') and new.state in ('waiting', 'enrolled'))
			and not (old.state = 'waiting' and new.state = 'finished')
		or old.state = 'waiting' and new.state = 'finished' and new.stage is distinct from trinn.stage_passed(old)
		or old.state in ('waiting', 'enrolled', 'completed') and new.state in ('waiting', 'enrolled')
			and new.stage <= trinn.stage_passed(old)
	then
		raise exception 'enrolment % cannot go there', new.id using errcode = '23514', constraint = 'enrolments_course';
	end if;
	return new;
end $$;
create trigger enrolments_within_course before update of state, stage, round on trinn.enrolments
	for each row execute function trinn.check_course();

-- Whether a person of a hub has interviewed the firm, to the end. That alone is being assessed: a questionnaire supports
-- the interview, and what a firm answers alone is how it sees itself.
create function trinn.is_interviewed(p_enrolment bigint) returns boolean language plpgsql stable as $$
begin
	return exists (select from trinn.assessments a join trinn.instruments i on i.id = a.instrument_id
		where a.county_id = trinn.caller_county() and a.enrolment_id = p_enrolment and a.state = 'final'
			and a.interviewer_id is not null and i.kind = 'interview');
end $$;

create function trinn.note_assessed() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update enrolments set state = 'assessed', explanation = null, version = version + 1
	where county_id = new.county_id and id = new.enrolment_id and state = 'prospect'
		and is_interviewed(id);
	return null;
end $$;
create trigger assessments_noted after update of state on trinn.assessments for each row
	when (new.state = 'final') execute function trinn.note_assessed();

-- The enrolment of a firm whose round has ended, which a hub that begins to follow it goes on with; NULL: there is none.
-- A hub's own it enters again (re_enter).
create function trinn.ended_enrolment(p_programme bigint, p_firm bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select e.id from enrolments e where e.county_id = caller_county() and e.programme_id = p_programme
		and e.firm_id = p_firm and e.state in ('finished', 'dropped_out')
		and (caller_kind() <> 'hub' or e.hub_id <> caller_org()));
end $$;

-- Begins a round of it with a hub that did not follow the firm, or with the one that answers for it, or that the county
-- names where none does. The former hub keeps what it had, of which it opens and finishes nothing more; what the firm has
-- begun to answer alone goes with it. What the firm told the former hub it told that one: the other reads the interviews
-- if the firm itself signs up, and else has way_of() alone until it has made its own.
create function trinn.take_up(p_enrolment bigint, p_hub bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n bigint;
begin
	update enrolments e set hub_id = p_hub, state = 'prospect', stage = null, reason = null, explanation = null,
		round = e.round + 1, programme_version = p.current_version, recommended_stage = null, recommended_grounds = null,
		recommended_by = null, digitally_ready = null, version = e.version + 1
	from programmes p
	where e.county_id = caller_county() and e.id = p_enrolment and e.state in ('finished', 'dropped_out')
		and p.county_id = e.county_id and p.id = e.programme_id
		and (caller_kind() = 'hub' and p_hub = caller_org()
			or p_hub = hub_for(e.firm_id) and (caller_kind() = 'county' or e.firm_id = caller_org())
			or caller_kind() = 'county' and hub_for(e.firm_id) is null and is_hub(p_hub));
	get diagnostics n = row_count;
	perform exactly(1, n, 'take_up');
	update guards set organisation_id = p_hub
	where county_id = caller_county() and kind = 'enrolment' and id = p_enrolment;
	update assessments set hub_id = p_hub
	where county_id = caller_county() and enrolment_id = p_enrolment and state = 'draft' and interviewer_id is null;
	update assessments a set handed_to = h.handed_to
	from (select b.id, case when b.state = 'draft' or i.kind = 'interview' and caller_kind() = 'firm'
				then nullif(p_hub, b.hub_id) end as handed_to
			from assessments b join instruments i on i.id = b.instrument_id
			where b.county_id = caller_county() and b.enrolment_id = p_enrolment and b.state <> 'discarded') h
	where a.county_id = caller_county() and a.id = h.id and a.handed_to is distinct from h.handed_to;
end $$;

-- A firm that another hub follows in the programme: whom at the county to ask, by name, and nothing else of it. NULL:
-- no other hub does.
create function trinn.whom_to_ask(p_programme bigint, p_firm bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from enrolments e where e.county_id = caller_county() and e.programme_id = p_programme
			and e.firm_id = p_firm and e.hub_id <> caller_org() and e.state not in ('finished', 'dropped_out')) then
		return null;
	end if;
	return whom_at_county();
end $$;

-- Where the caller's hub answers and another began to follow a firm in the last fortnight: in which programme, and not
-- which firm.
create index outbox_outside_area on trinn.outbox (county_id, organisation_id, created_at)
	where topic = 'programme.firm-outside-area';
create function trinn.followed_elsewhere() returns table (programme_id bigint, municipality_no text, on_day date)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select distinct o.object_id, o.content->>'municipalityNo', (o.created_at at time zone 'Europe/Oslo')::date
		from outbox o
		where o.county_id = caller_county() and o.organisation_id = caller_org()
			and o.topic = 'programme.firm-outside-area' and o.created_at > now() - interval '14 days';
end $$;

-- How many wait for a stage, of all hubs.
create function trinn.n_waiting(p_programme bigint, p_stage int) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select count(*) from enrolments e where e.county_id = caller_county() and e.programme_id = p_programme
		and e.stage = p_stage and e.state = 'waiting');
end $$;

-- Days that an assessment or a consent is held against: when the firm was first followed, with whichever hub, and when it
-- began in a stage, first of all and first in this round; NULL before it has.
create function trinn.days_of(p_enrolment bigint) returns json
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select json_build_object('followedOn', min(s.on_day),
			'beganOn', min(s.on_day) filter (where s.to_state = 'active'),
			'roundBeganOn', min(s.on_day) filter (where s.to_state = 'active' and s.round = e.round))
		from enrolments e, lateral (select t.to_state, t.round, (t.at at time zone 'Europe/Oslo')::date as on_day
			from enrolment_steps t where t.county_id = e.county_id and t.enrolment_id = e.id) s
		where e.county_id = caller_county() and e.id = p_enrolment);
end $$;

-- What gates ask of a firm's way: all of it, also what was with hubs before the one that follows the firm. What it owed
-- another hub when an earlier round ended is between those two, and no gate of a later one; what it owes the county is.
create function trinn.way_of(p_enrolment bigint) returns json
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return json_build_object(
		'isAssessed', is_interviewed(p_enrolment),
		'completed', (select coalesce(json_agg(distinct s.stage), '[]') from enrolment_steps s
			where s.county_id = caller_county() and s.enrolment_id = p_enrolment and s.to_state = 'completed'),
		'unsettled', (select coalesce(json_agg(distinct c.stage), '[]') from copayments c
				join enrolments e on e.county_id = c.county_id and e.id = c.enrolment_id
					and (e.hub_id = c.hub_id or e.round = c.round or c.creditor_id <> c.hub_id)
			where c.county_id = caller_county() and c.enrolment_id = p_enrolment
				and (c.open_ore > 0 or (select sum(x.receivable_ore) from copayment_entries x where x.county_id = c.county_id
						and x.copayment_id = c.id and x.account = 'loss') < 0
					-- Nothing was got for it; what the firm owes in another round is for what it gets then.
					or c.state = 'credited' and not is_left_for_another(c) and not exists (select from copayments n
						where n.county_id = c.county_id and n.enrolment_id = c.enrolment_id and n.stage = c.stage
							and n.id > c.id))),
		'accepted', (select coalesce(json_agg(distinct d.stage), '[]') from deliverables d
			where d.county_id = caller_county() and d.enrolment_id = p_enrolment and d.state = 'accepted'),
		'unaccepted', (select coalesce(json_agg(distinct d.stage), '[]') from deliverables d
				join enrolments e on e.county_id = d.county_id and e.id = d.enrolment_id and e.hub_id = d.hub_id
			where d.county_id = caller_county() and d.enrolment_id = p_enrolment
				and d.state not in ('accepted', 'discarded')),
		'hasHours', exists (select from enrolments e
				join tracks t on t.county_id = e.county_id and t.applicant_id = e.hub_id and t.programme_id = e.programme_id
				join engagements g on g.county_id = t.county_id and g.track_id = t.id
				join hours h on h.county_id = g.county_id and h.engagement_id = g.id and h.firm_id = e.firm_id
			where e.county_id = caller_county() and e.id = p_enrolment and h.delivered_minutes > 0),
		-- Those it is entered of, with somebody or nobody, as the cohort's overview counts them; of a stage that it
		-- repeats in a later round, those of that round.
		'sessions', (select coalesce(json_agg(json_build_object('stage', f.stage, 'attended', a.head_count > 0)), '[]')
			from (select m.cohort_id, m.firm_id, c.stage, m.round, max(m.round) over (partition by c.stage) as last_round
					from cohort_firms m join cohorts c on c.county_id = m.county_id and c.id = m.cohort_id and c.stage > 0
					where m.county_id = caller_county() and m.enrolment_id = p_enrolment) f
				join sessions s on s.county_id = caller_county() and s.cohort_id = f.cohort_id and s.state = 'held'
				join attendances a on a.county_id = s.county_id and a.session_id = s.id and a.firm_id = f.firm_id
			where f.round = f.last_round));
end $$;

-- A gate that does not hold may be waived with a reason: asked by one person, given by another. It holds for the round
-- it was asked in.
create table trinn.gate_waivers (
	id           bigint generated by default as identity,
	county_id    int not null,
	enrolment_id bigint not null,
	hub_id       bigint not null,
	firm_id      bigint not null,
	round        int not null default 1,
	stage        int not null,
	gate         text not null check (gate in ('assessed', 'stage_completed', 'copayment_settled', 'attendance',
	             'deliverable_accepted')),
	reason       text not null,
	state        text not null default 'asked' check (state in ('asked', 'given', 'refused')),
	asked_by     bigint not null references trinn.persons,
	asked_at     timestamptz not null default now(),
	decided_by   bigint references trinn.persons,
	decision     text,                                 -- why it was given or refused
	version      bigint not null default 1,
	primary key (county_id, id),
	foreign key (county_id, enrolment_id) references trinn.enrolments (county_id, id),
	constraint gate_waivers_two_persons check (decided_by <> asked_by),
	constraint gate_waivers_decided check (num_nulls(decided_by, decision) = case state when 'asked' then 2 else 0 end)
);
-- One that was refused may be asked again.
create unique index gate_waivers_one on trinn.gate_waivers (county_id, enrolment_id, round, stage, gate)
	where state <> 'refused';
create index gate_waivers_state on trinn.gate_waivers (county_id, state, id desc);
create index gate_waivers_hub on trinn.gate_waivers (county_id, hub_id, id desc);

-- Whether the round of a waiver is over. A hub that no longer follows the firm is told that too.
create function trinn.is_over(w trinn.gate_waivers) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return not exists (select from enrolments e where e.county_id = w.county_id and e.id = w.enrolment_id
		and e.round = w.round and e.state not in ('finished', 'dropped_out'));
end $$;

-- Whether a gate of the stage that a firm waits for is shut, as check_gates() decides it (api/enrolments/gates.c): nobody
-- is told to take a place that is refused.
create function trinn.is_shut(e trinn.enrolments) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	way jsonb;
begin
	if not exists (select from stage_gates g where g.county_id = e.county_id and g.programme_id = e.programme_id
			and g.programme_version = e.programme_version and g.stage_number = e.stage) then
		return false;
	end if;
	way := way_of(e.id);
	return exists (select from stage_gates g
		where g.county_id = e.county_id and g.programme_id = e.programme_id and g.programme_version = e.programme_version
			and g.stage_number = e.stage and not exists (select from gate_waivers w where w.county_id = e.county_id
				and w.enrolment_id = e.id and w.round = e.round and w.stage = e.stage and w.gate = g.kind and w.state = 'given')
			and not case g.kind
				when 'assessed' then (way->'isAssessed')::boolean
				when 'stage_completed' then way->'completed' @> to_jsonb(g.requires_stage)
				when 'copayment_settled' then not exists (select from jsonb_array_elements(way->'unsettled') s where s::int < e.stage)
				when 'deliverable_accepted' then exists (select from jsonb_array_elements(way->'accepted') s where s::int < e.stage)
				when 'attendance' then (select count(*) > 0 and count(*) filter (where s.attended) * 100 >= count(*) * g.percent
					from jsonb_to_recordset(way->'sessions') s(stage int, attended boolean) where s.stage < e.stage)
				else false end);
end $$;

-- Who waits for a stage, of all hubs and in order: before the one with that time and id, or all if there is no time. With
-- how many come before each, leaving out those whom a gate is shut for: they keep their place, and are passed over.
create function trinn.queue_of(p_programme bigint, p_stage int, p_since timestamptz, p_id bigint)
	returns table (id bigint, hub_id bigint, is_shut boolean, place bigint, n_ahead bigint)
	language plpgsql stable rows 20 security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select w.id, w.hub_id, w.is_shut, row_number() over first, count(*) filter (where not w.is_shut) over first
			- (not w.is_shut)::int
		from (select e.id, e.hub_id, e.waiting_since, trinn.is_shut(e) as is_shut from enrolments e
			where e.county_id = caller_county() and e.programme_id = p_programme and e.stage = p_stage and e.state = 'waiting'
				and (p_since is null or (e.waiting_since, e.id) < (p_since, p_id))) w
		window first as (order by w.waiting_since, w.id);
end $$;

create trigger gate_waivers_of_enrolment before insert on trinn.gate_waivers
	for each row execute function trinn.of_enrolment();
create trigger gate_waivers_transition before update of state on trinn.gate_waivers
	for each row execute function trinn.check_transition();
create trigger gate_waivers_signed before insert or update on trinn.gate_waivers
	for each row execute function trinn.check_signed('asked_by', 'decided_by');

-- A firm's own case, worked on with a fagpartner, and what came of it for all to see.
create table trinn.deliverables (
	id           bigint generated by default as identity,
	county_id    int not null,
	enrolment_id bigint not null,
	hub_id       bigint not null,
	firm_id      bigint not null,
	stage        int not null,
	title        text not null,
	description  text not null,
	state        text not null default 'begun' check (state in ('begun', 'delivered', 'accepted', 'discarded')),
	delivered_on date,
	delivered_by bigint,                               -- a person or, negative, a client's principal
	accepted_by  bigint references trinn.persons,      -- the firm's
	returns      jsonb not null default '[]',          -- [{"deliveredOn", "on", "by", "reason"}] as the firm sent it back
	version      bigint not null default 1,
	primary key (county_id, id),
	foreign key (county_id, enrolment_id) references trinn.enrolments (county_id, id),
	constraint deliverables_delivered check ((state in ('begun', 'discarded')) = (delivered_on is null)
		and num_nulls(delivered_on, delivered_by) in (0, 2)),
	constraint deliverables_two_persons check (accepted_by <> delivered_by),
	constraint deliverables_accepted check ((state = 'accepted') = (accepted_by is not null))
);
create index deliverables_enrolment on trinn.deliverables (county_id, enrolment_id);
create trigger deliverables_of_enrolment before insert on trinn.deliverables
	for each row execute function trinn.of_enrolment();
-- What was delivered stands; the firm sends it back with a reason that stays.
create function trinn.check_deliverable() returns trigger language plpgsql as $$
begin
	if old.state <> 'begun' and (new.title, new.description) is distinct from (old.title, old.description)
		or new.returns <> old.returns and (old.state, new.state) <> ('delivered', 'begun')
		or (old.state, new.state) = ('delivered', 'begun') and (new.returns - -1 <> old.returns
			or jsonb_array_length(new.returns) <> jsonb_array_length(old.returns) + 1)
	then
		raise exception 'deliverable % may not be changed so', new.id using errcode = 'TR500';
	end if;
	return new;
end $$;
create trigger deliverables_kept before update on trinn.deliverables
	for each row execute function trinn.check_deliverable();
-- Whom it is made for takes or returns it, and does not write it.
create trigger deliverables_content before update of title, description on trinn.deliverables
	for each row when (trinn.caller_kind() = 'firm') execute function trinn.refuse_change();
create trigger deliverables_transition before update of state on trinn.deliverables
	for each row execute function trinn.check_transition();
create trigger deliverables_signed before insert or update on trinn.deliverables
	for each row execute function trinn.check_signed('accepted_by');
