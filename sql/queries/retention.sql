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
			from trinn.retention_obstacles o where o.code = any (a.kept_by)),
		'destruction', (select json_build_object('id', d.id::text, 'state', d.state) from trinn.destruction_items i
			join trinn.destructions d on d.county_id = i.county_id and d.id = i.destruction_id
			where i.county_id = a.county_id and i.application_id = a.id and i.state = 'waiting')) as item
	from (select t.id, t.county_id, t.case_number, t.state, t.closed_on, r.class_id, r.keep_until, k.kept_by from trinn.applications t,
			lateral trinn.retention_of(t) r, lateral trinn.kept_by(t, coalesce(:on_day, trinn.today())) k(kept_by)
		where t.county_id = (select trinn.caller_county()) and (select trinn.caller_role()) in ('archivist', 'auditor')
			and t.closed_on is not null and t.destroyed_on is null and t.id < {last_key}
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
-- Of the second person: a legal hold that is asked for, or to be lifted, and a list of cases to be destroyed.
select 'settleLegalHold', '/v1/legal-holds/' || h.id, (coalesce(h.lift_asked_at, h.asked_at) at time zone 'Europe/Oslo')::date,
	null::bigint, null::bigint, null::date, null::bigint, a.case_number, null::int
from trinn.legal_holds h join trinn.applications a on a.county_id = h.county_id and a.id = h.application_id
where (select trinn.caller_role()) in ('archivist', 'decision_maker') and h.county_id = (select trinn.caller_county())
	and h.state in ('asked', 'lift_asked') and {by_another} (array[coalesce(h.lift_asked_by, h.asked_by)])
union all
select 'decideDestruction', '/v1/destructions/' || d.id, (d.proposed_at at time zone 'Europe/Oslo')::date, null, null, null, null, null, null
from trinn.destructions d
where (select trinn.caller_role()) = 'archivist' and d.county_id = (select trinn.caller_county()) and d.state = 'proposed'
	and {by_another} (array[d.proposed_by])
union all
-- And one that was approved a day ago and is not carried out: whoever runs trinn-jobs puts that right.
select null, '/v1/destructions/' || d.id, (d.decided_at at time zone 'Europe/Oslo')::date, null, null, null, null, null, null
from trinn.destructions d
where (select trinn.caller_role()) = 'archivist' and d.county_id = (select trinn.caller_county()) and d.state = 'approved'
	and d.decided_at < now() - interval '1 day'
-- end

-- part: destruction
'id', d.id::text, 'state', d.state, 'reason', d.reason,
'proposedBy', json_build_object('id', d.proposed_by::text, 'name', trinn.person_name(d.proposed_by)), 'proposedAt', d.proposed_at,
'decidedBy', case when d.decided_by is not null then json_build_object('id', d.decided_by::text,
	'name', trinn.person_name(d.decided_by)) end, 'decidedAt', d.decided_at, 'decision', d.decision
-- end

-- document: destruction(destruction_id int8)
select d.version::text as etag, json_build_object({destruction},
	'keeps', (select json_agg(json_build_object('code', g.code, 'label', g.label) order by g.position) from trinn.kept_grounds g),
	'cases', (select json_agg(json_build_object(
		'id', i.application_id::text, 'caseNumber', a.case_number, 'state', i.state, 'classId', i.class_id::text,
		'keepUntil', i.keep_until, 'destroyedAt', i.destroyed_at, 'hadSha256', encode(i.had_digest, 'hex'),
		'keptSha256', encode(i.kept_digest, 'hex'),
		'holds', trinn.destruction_of(i.county_id, i.application_id),
		'obstacles', (select coalesce(json_agg(json_build_object('code', o.code, 'label', o.label) order by o.position), '[]')
			from trinn.retention_obstacles o where o.code = any (i.obstacles))) order by i.number)
	from trinn.destruction_items i
		join trinn.applications a on a.county_id = i.county_id and a.id = i.application_id
	where i.county_id = d.county_id and i.destruction_id = d.id))::text as document
from trinn.destructions d where d.county_id = (select trinn.caller_county()) and d.id = :destruction_id;

-- query: list_destructions(state text, after int8?, limit int8) @read
{list_by_id} from (select d.id as key, json_build_object({destruction}) as item
	from (select * from trinn.destructions where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and id < {last_key} order by id desc limit :limit + 1) d) p;

-- query: load_new_destruction(applications int8[]) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.destructions_id_seq'),
	'cases', (select json_agg(json_build_object('isThere', a.closed_on is not null and a.destroyed_on is null,
			'isKept', a.closed_on is not null and trinn.kept_by(a, trinn.today()) <> '{}',
			'isListed', exists (select from trinn.destruction_items i where i.county_id = a.county_id and i.application_id = a.id
				and i.state = 'waiting')) order by w.n)
		from unnest(:applications) with ordinality w(id, n)
			left join trinn.applications a on a.county_id = (select trinn.caller_county()) and a.id = w.id)
)::text, null::bigint, '[]';

-- query: insert_destruction(id int8, reason text) @write
insert into trinn.destructions (id, county_id, reason, proposed_by)
values (:id, trinn.caller_county(), :reason, trinn.caller_person());

-- query: list_for_destruction(id int8, applications int8[]) @write
with made as (
	insert into trinn.destruction_items (county_id, destruction_id, number, applicant_id, application_id, class_id, keep_until)
	select a.county_id, :id, w.n, a.applicant_id, a.id, r.class_id, r.keep_until
	from unnest(:applications) with ordinality w(id, n)
		join trinn.applications a on a.county_id = trinn.caller_county() and a.id = w.id, lateral trinn.retention_of(a) r
	returning 1
) select trinn.exactly(cardinality(:applications), (select count(*) from made), 'list_for_destruction');

-- query: load_destruction(destruction_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'state', d.state, 'proposedBy', d.proposed_by
)::text, d.version, json_build_array(json_build_array('destruction', d.id, trinn.guard_version('destruction', d.id), true))::text
from trinn.destructions d where d.county_id = (select trinn.caller_county()) and d.id = :destruction_id;

-- query: decide_destruction(id int8, version int8, state text, decision text) @write
with changed as (
	update trinn.destructions set state = :state, decided_by = trinn.caller_person(), decided_at = now(), decision = :decision,
		version = version + 1
	where county_id = trinn.caller_county() and id = :id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_destruction');

-- query: spare_cases(id int8, outcome text) @write
update trinn.destruction_items set state = 'spared'
where county_id = trinn.caller_county() and destruction_id = :id and :outcome = 'rejected';
