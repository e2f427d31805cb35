-- query: list_retention_classes(after int8?, limit int8) @read
{list_by_id} from (select c.id as key, json_build_object('id', c.id::text, 'name', c.name, 'covers', c.covers,
		'countedFrom', c.counted_from, 'years', c.years, 'isArchived', c.is_archived, 'basis', c.basis, 'madeAt', c.made_at) as item
	from (select * from trinn.retention_classes where county_id = (select trinn.caller_county()) and id < {last_key}
		order by id desc limit :limit + 1) c) p;

-- query: list_retention_due(on_day date?, is_due text, after int8?, limit int8) @read
-- Each closed case: until when it is kept, by which class, and what keeps it on the day. What is no day yet, as a case kept for
-- good has none, is told as null.
{list_by_id} from (select a.id as key, json_build_object('id', a.id::text, 'caseNumber', a.case_number, 'state', a.state,
		'closedOn', a.closed_on,
		'class', (select json_build_object('id', c.id::text, 'name', c.name, 'covers', c.covers) from trinn.retention_classes c
			where c.county_id = a.county_id and c.id = a.class_id),
		'keepUntil', nullif(a.keep_until, 'infinity'), 'isDue', a.kept_by = '{}',
		'obstacles', (select coalesce(json_agg(json_build_object('code', o.code, 'label', o.label) order by o.position), '[]')
			from trinn.retention_obstacles o where o.code = any (a.kept_by))) as item
	from (select t.id, t.county_id, t.case_number, t.state, t.closed_on, r.class_id, r.keep_until, k.kept_by from trinn.applications t,
			lateral trinn.retention_of(t) r, lateral trinn.kept_by(t, coalesce(:on_day, trinn.today())) k(kept_by)
		where t.county_id = (select trinn.caller_county()) and (select trinn.caller_role()) in ('archivist', 'auditor')
			and t.closed_on is not null and t.id < {last_key}
			and (:is_due is null or (k.kept_by = '{}') = (:is_due = 'true'))
		order by t.id desc limit :limit + 1) a) p;

-- part: legal_hold
'id', h.id::text, 'application', (select json_build_object('id', a.id::text, 'caseNumber', a.case_number) from trinn.applications a
	where a.county_id = h.county_id and a.id = h.application_id),
'state', h.state, 'reason', h.reason,
'askedBy', json_build_object('id', h.asked_by::text, 'name', trinn.person_name(h.asked_by)), 'askedAt', h.asked_at,
'settledBy', case when h.settled_by is not null then json_build_object('id', h.settled_by::text,
	'name', trinn.person_name(h.settled_by)) end, 'settledAt', h.settled_at, 'settlement', h.settlement,
'liftReason', h.lift_reason, 'liftAskedBy', case when h.lift_asked_by is not null then json_build_object('id', h.lift_asked_by::text,
	'name', trinn.person_name(h.lift_asked_by)) end, 'liftAskedAt', h.lift_asked_at,
'liftedBy', case when h.lifted_by is not null then json_build_object('id', h.lifted_by::text,
	'name', trinn.person_name(h.lifted_by)) end, 'liftedAt', h.lifted_at
-- end

-- document: legal_hold(legal_hold_id int8)
select h.version::text as etag, json_build_object({legal_hold})::text as document
from trinn.legal_holds h where h.county_id = (select trinn.caller_county()) and h.id = :legal_hold_id;

-- query: list_legal_holds(application_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select h.id as key, json_build_object({legal_hold}) as item
	from (select * from trinn.legal_holds where county_id = (select trinn.caller_county())
		and (:application_id is null or application_id = :application_id) and (:state is null or state = :state) and id < {last_key}
		order by id desc limit :limit + 1) h) p;

-- query: load_new_legal_hold(application_id int8) @read
-- The case's guard changes: what is about to destroy it decides again.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.legal_holds_id_seq'), 'hasCase', a.id is not null
)::text, null::bigint, case when a.id is null then '[]' else
	json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text end
from (select :application_id as wanted) w
	left join trinn.applications a on a.county_id = (select trinn.caller_county()) and a.id = w.wanted;

-- query: insert_legal_hold(id int8, application_id int8, reason text) @write
with made as (
	insert into trinn.legal_holds (id, county_id, applicant_id, application_id, reason, asked_by)
	select :id, a.county_id, a.applicant_id, a.id, :reason, trinn.caller_person() from trinn.applications a
	where a.county_id = trinn.caller_county() and a.id = :application_id returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_legal_hold');

-- query: load_legal_hold(legal_hold_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', h.id, 'applicationId', h.application_id, 'state', h.state, 'askedBy', h.asked_by,
	'liftAskedBy', h.lift_asked_by
)::text, h.version, json_build_array(json_build_array('legal_hold', h.id, trinn.guard_version('legal_hold', h.id), true),
	json_build_array('application', h.application_id, trinn.guard_version('application', h.application_id), true))::text
from trinn.legal_holds h where h.county_id = (select trinn.caller_county()) and h.id = :legal_hold_id;

-- query: ask_to_lift_legal_hold(id int8, version int8, reason text) @write
with changed as (
	update trinn.legal_holds set state = 'lift_asked', lift_reason = :reason, lift_asked_by = trinn.caller_person(),
		lift_asked_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'ask_to_lift_legal_hold');

-- query: settle_legal_hold(id int8, version int8, state text, settlement text) @write
with changed as (
	update trinn.legal_holds set state = :state, settled_by = trinn.caller_person(), settled_at = now(), settlement = :settlement,
		version = version + 1
	where county_id = trinn.caller_county() and id = :id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_legal_hold');

-- query: settle_lift_of_legal_hold(id int8, version int8, state text) @write
-- Of one that is not lifted nothing is left but in the trail.
with changed as (
	update trinn.legal_holds set state = :state, version = version + 1,
		lift_reason = case :state when 'lifted' then lift_reason end, lift_asked_by = case :state when 'lifted' then lift_asked_by end,
		lift_asked_at = case :state when 'lifted' then lift_asked_at end,
		lifted_by = case :state when 'lifted' then trinn.caller_person() end, lifted_at = case :state when 'lifted' then now() end
	where county_id = trinn.caller_county() and id = :id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_lift_of_legal_hold');

-- part: retention_tasks
-- Of the second person: a legal hold that is asked for, or to be lifted.
select 'settleLegalHold', '/v1/legal-holds/' || h.id, (coalesce(h.lift_asked_at, h.asked_at) at time zone 'Europe/Oslo')::date,
	null::bigint, null::bigint, null::date, null::bigint, a.case_number, null::int
from trinn.legal_holds h join trinn.applications a on a.county_id = h.county_id and a.id = h.application_id
where (select trinn.caller_role()) in ('archivist', 'decision_maker') and h.county_id = (select trinn.caller_county())
	and h.state in ('asked', 'lift_asked') and {by_another} (array[coalesce(h.lift_asked_by, h.asked_by)])
-- end
