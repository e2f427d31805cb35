-- part: saved_filter
'id', f.id::text, 'name', f.name, 'operationId', f.operation, 'query', f.query, 'role', f.role, 'isShared', f.is_shared,
'isMine', f.person_id = (select trinn.caller_person()),
'savedBy', json_build_object('id', f.person_id::text, 'name', trinn.person_name(f.person_id)), 'discardedOn', f.discarded_on
-- end

-- part: near_filters
-- As the index of the list has them; which of them the caller sees is for the policy.
f.county_id = (select trinn.caller_county()) and f.organisation_id = (select trinn.caller_org()) and f.role = (select trinn.caller_role())
-- end

-- document: saved_filter(filter_id int8, href text)
-- Where it is asked is the contract's to say; NULL: nowhere any more.
select f.version::text as etag, json_build_object({saved_filter}, 'href', :href, 'isValid', :href is not null,
	'faults', json_build_array())::text as document
from trinn.saved_filters f where {near_filters} and f.id = :filter_id;

-- query: list_saved_filters(operation text, after int8?, limit int8) @read
{list_by_id} from (select f.id as key, json_build_object({saved_filter}) as item
	from (select f.* from trinn.saved_filters f where {near_filters} and f.discarded_on is null
		and (:operation is null or f.operation = :operation) and f.id < {last_key} order by f.id desc limit :limit + 1) f) p;

-- query: load_new_saved_filter() @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.saved_filters_id_seq'),
	'most', trinn.saved_filters_max(), 'kept', (select count(*) from trinn.saved_filters f where {near_filters}
		and f.person_id = trinn.caller_person() and f.discarded_on is null)
)::text, null::bigint, '[]';

-- query: load_saved_filter(filter_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', f.id, 'isMine', f.person_id is not distinct from trinn.caller_person(),
	'isDiscarded', f.discarded_on is not null)::text, f.version, '[]'
from trinn.saved_filters f where {near_filters} and f.id = :filter_id;

-- query: insert_saved_filter(id int8, name text, operation text, query json, is_shared bool) @write
insert into trinn.saved_filters (id, county_id, person_id, organisation_id, role, name, operation, query, is_shared)
values (:id, trinn.caller_county(), trinn.caller_person(), trinn.caller_org(), trinn.caller_role(), :name, :operation, :query, :is_shared);

-- query: change_saved_filter(filter_id int8, version int8, name text, operation text, query json, is_shared bool) @write
with changed as (
	update trinn.saved_filters f set name = :name, operation = :operation, query = :query, is_shared = :is_shared, version = version + 1
	where {near_filters} and f.id = :filter_id and f.version = :version and f.discarded_on is null returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_saved_filter');

-- query: discard_saved_filter(filter_id int8, version int8) @write
with changed as (
	update trinn.saved_filters f set discarded_on = trinn.today(), is_shared = false, version = version + 1
	where {near_filters} and f.id = :filter_id and f.version = :version and f.discarded_on is null returning 1
) select trinn.exactly(1, (select count(*) from changed), 'discard_saved_filter');
