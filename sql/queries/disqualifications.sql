-- part: stood_back
-- The cases that the caller stands back from (fvl. § 6), each with how.
(select coalesce(nullif(current_setting('trinn.stands_back', true), ''), '[]')::jsonb)
-- end

-- query: load_own_cases(guards json) @read
-- Of the cases that a command changes, those with a party that the caller serves.
select json_build_object('standsBack',
	coalesce(json_agg(json_build_object('kind', g->>0, 'id', (g->>1)::bigint, 'how', 'party')), '[]'))::text
from json_array_elements(:guards) g
where (g->>3)::boolean and trinn.is_own_case(g->>0, (g->>1)::bigint);

-- query: open_closed() @read @write
-- § 10: what cannot wait is prepared by one to whom the case is closed, who sees it in this segment.
select set_config('trinn.closed', '', true);

-- part: disqualification
'id', d.id::text, 'caseKind', d.case_kind, 'caseId', d.case_id::text, 'caseNumber', a.case_number, 'title', a.title,
'person', json_build_object('id', d.person_id::text, 'name', trinn.person_name(d.person_id)),
'ground', d.ground, 'explanation', d.explanation, 'state', d.state, 'closesReading', d.closes_reading,
'enteredBy', json_build_object('id', d.entered_by::text, 'name', trinn.person_name(d.entered_by)),
'enteredAt', d.entered_at, 'demandedBy', (select {party} from trinn.organisations o where o.id = d.demanded_by),
'settledBy', case when d.settled_by is not null then json_build_object('id', d.settled_by::text,
	'name', trinn.person_name(d.settled_by)) end,
'settledAt', d.settled_at, 'settlement', d.settlement
-- end

-- part: its_application
-- Of disqualification d, where the caller reads it.
left join trinn.applications a on d.case_kind = 'application' and a.county_id = d.county_id and a.id = d.case_id
-- end

-- document: disqualification(disqualification_id int8)
select d.version::text as etag, json_build_object({disqualification})::text as document
from trinn.disqualifications d {its_application}
where d.county_id = (select trinn.caller_county()) and d.id = :disqualification_id;

-- query: list_disqualifications(case_kind text, case_id int8?, person_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select d.id as key, json_build_object({disqualification}) as item
	from (select * from trinn.disqualifications where county_id = (select trinn.caller_county())
		and (:case_kind is null or case_kind = :case_kind) and (:case_id is null or case_id = :case_id)
		and (:person_id is null or person_id = :person_id) and (:state is null or state = :state)
		and id < {last_key}
		order by id desc limit :limit + 1) d {its_application}) p;

-- query: load_new_disqualification(case_kind text, case_id int8, person_id int8?) @read
-- The case's guard changes: whoever is deciding it at this moment decides again, with what is entered here. Of a party it is a case of
-- its own, and the one whom it may know to handle that: its caseworker, or who made a decision in it.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.disqualifications_id_seq'),
	'hasCase', g.id is not null and (is_staff or trinn.is_party(g.county_id, g.kind, g.id, array[trinn.caller_org()])),
	'personId', about.id, 'hasPerson', case when is_staff then trinn.serves_county(about.id) else trinn.is_named_to_party(g.kind, g.id, about.id) end,
	'partyId', case when not is_staff then trinn.caller_org() end,
	'isOpen', exists (select from trinn.disqualifications d where d.county_id = trinn.caller_county()
		and d.case_kind = :case_kind and d.case_id = :case_id and d.person_id = about.id
		and d.state in ('raised', 'disqualified')),
	'wasCleared', exists (select from trinn.disqualifications d where d.county_id = trinn.caller_county()
		and d.case_kind = :case_kind and d.case_id = :case_id and d.person_id = about.id and d.state = 'cleared'),
	'closesReading', coalesce((select f.value from (values ('disqualified.closes_reading')) as k(rule_key),
		lateral ({rule_in_force}) f), 0) <> 0
)::text, null::bigint, case when g.id is null then '[]' else
	json_build_array(json_build_array(g.kind, g.id, g.version, true))::text end
from (select trinn.caller_kind() = 'county' as is_staff) c
	cross join lateral (select coalesce(:person_id, case when is_staff then trinn.caller_person() else (select a.caseworker_id
		from trinn.applications a where a.county_id = trinn.caller_county() and a.id = trinn.application_of(trinn.caller_county(), :case_kind, :case_id)) end) as id) about
	left join trinn.guards g on g.county_id = trinn.caller_county() and g.kind = :case_kind and g.id = :case_id;

-- query: insert_disqualification(id int8, case_kind text, case_id int8, person_id int8, ground text, explanation text, state text, closes_reading bool, demanded_by int8?) @write
insert into trinn.disqualifications (id, county_id, case_kind, case_id, person_id, ground, explanation, state,
	closes_reading, demanded_by, entered_by)
values (:id, trinn.caller_county(), :case_kind, :case_id, :person_id, :ground, :explanation, :state, :closes_reading,
	:demanded_by, trinn.caller_person());

-- query: load_disqualification(disqualification_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'state', d.state, 'caseKind', d.case_kind,
	'caseId', d.case_id, 'personId', d.person_id, 'enteredBy', d.entered_by, 'demandedBy', coalesce(d.demanded_by, 0)
)::text, d.version, json_build_array(
	json_build_array('disqualification', d.id, trinn.guard_version('disqualification', d.id), true),
	json_build_array(d.case_kind, d.case_id, trinn.guard_version(d.case_kind, d.case_id), true))::text
from trinn.disqualifications d
where d.county_id = (select trinn.caller_county()) and d.id = :disqualification_id;

-- query: settle_disqualification(disqualification_id int8, version int8, state text, settlement text) @write
with changed as (
	update trinn.disqualifications set state = :state, settlement = :settlement, settled_by = trinn.caller_person(),
		settled_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :disqualification_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_disqualification');

-- query: closed_application(kind text, id int8) @read
-- Which of the applications that are closed to the caller this is of.
select trinn.closed_application(:kind, :id);
