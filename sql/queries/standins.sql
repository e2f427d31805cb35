-- part: standin
'id', s.id::text, 'person', json_build_object('id', s.person_id::text, 'name', trinn.person_name(s.person_id)),
'standin', json_build_object('id', s.standin_id::text, 'name', trinn.person_name(s.standin_id)),
'role', s.role, 'startsOn', s.starts_on, 'endsOn', s.ends_on,
'namedBy', json_build_object('id', s.named_by::text, 'name', trinn.person_name(s.named_by)),
'endedBy', case when s.ended_by is not null then json_build_object('id', s.ended_by::text, 'name', trinn.person_name(s.ended_by)) end
-- end

-- document: standin(standin_id int8)
select s.version::text as etag, json_build_object({standin})::text as document
from trinn.standins s where s.county_id = (select trinn.caller_county()) and s.id = :standin_id;

-- query: list_standins(person_id int8?, after int8?, limit int8) @read
{list_by_id} from (select s.id as key, json_build_object({standin}) as item
	from (select * from trinn.standins where county_id = (select trinn.caller_county())
		and (:person_id is null or :person_id in (person_id, standin_id)) and id < {last_key}
		order by id desc limit :limit + 1) s) p;

-- query: load_new_standin(person_id int8?, standin_id int8, role text, starts_on date, ends_on date) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', nextval('trinn.standins_id_seq'),
	'personId', away.id, 'leads', trinn.leads(away.id), 'hasRole', trinn.has_role(away.id, :role, :starts_on, :starts_on),
	'isKnown', trinn.serves_county(:standin_id), 'canStandIn', trinn.has_role(:standin_id, :role, :starts_on, :ends_on),
	'overlaps', exists (select from trinn.standins s where s.county_id = trinn.caller_county() and s.person_id = away.id
		and s.role = :role and s.ended_by is null and s.starts_on <= :ends_on and s.ends_on >= :starts_on)
)::text, null::bigint, '[]'
from (select coalesce(:person_id, trinn.caller_person(), 0) as id) away;

-- query: insert_standin(id int8, person_id int8, standin_id int8, role text, starts_on date, ends_on date) @write
insert into trinn.standins (id, county_id, person_id, standin_id, role, starts_on, ends_on, named_by)
values (:id, trinn.caller_county(), :person_id, :standin_id, :role, :starts_on, :ends_on, trinn.caller_person());

-- query: load_standin(standin_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', s.id, 'personId', s.person_id,
	'endsOn', s.ends_on, 'leads', trinn.leads(s.person_id), 'isEnded', s.ended_by is not null
)::text, s.version, json_build_array(json_build_array('standin', s.id, trinn.guard_version('standin', s.id), true))::text
from trinn.standins s where s.county_id = (select trinn.caller_county()) and s.id = :standin_id;

-- query: end_standin(standin_id int8, version int8) @write
with changed as (
	update trinn.standins set ended_by = trinn.caller_person(), ends_on = least(ends_on, trinn.today() - 1), version = version + 1
	where county_id = trinn.caller_county() and id = :standin_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'end_standin');
