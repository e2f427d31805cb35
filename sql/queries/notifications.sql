-- part: own_notifications
-- As PostgreSQL walks them by the list's index.
n.county_id = (select trinn.caller_county()) and n.person_id = (select trinn.caller_person()) and n.organisation_id = (select trinn.caller_org())
-- end

-- part: notification
'id', n.id::text, 'happenedAt', n.happened_at, 'kind', n.topic, 'text', case :language when 'en' then k.en else k.nb end,
'number', n.number, 'applicationId', n.application_id::text, 'path', n.path, 'readAt', n.read_at
-- end

-- document: notification(notification_id int8, language text)
select null::text as etag, json_build_object({notification})::text as document
from trinn.notifications n join trinn.notification_kinds k on k.topic = n.topic
where {own_notifications} and n.id = :notification_id;

-- document: unread_notifications(up_to_id int8)
-- What came after the newest that was seen.
select null::text as etag, json_build_object('unread', (select count(*) from trinn.notifications n
	where {own_notifications} and n.id > :up_to_id and n.read_at is null))::text as document;

-- query: list_notifications(unread text, language text, after int8?, limit int8) @read
{list_by_id} from (select n.id as key, json_build_object({notification}) as item
	from (select n.* from trinn.notifications n where {own_notifications} and (:unread <> 'true' or n.read_at is null) and n.id < {last_key}
		order by n.id desc limit :limit + 1) n join trinn.notification_kinds k on k.topic = n.topic) p;

-- query: load_notification(notification_id int8) @read
select json_build_object('caller', trinn.caller_facts())::text, null::bigint, '[]'
from trinn.notifications n where {own_notifications} and n.id = :notification_id;

-- query: load_notifications() @read
select json_build_object('caller', trinn.caller_facts())::text, null::bigint, '[]';

-- query: read_notification(notification_id int8) @write
update trinn.notifications n set read_at = now() where {own_notifications} and n.id = :notification_id and n.read_at is null;

-- query: read_notifications(up_to_id int8) @write
-- Those that the person has seen, and none that came meanwhile.
update trinn.notifications n set read_at = now() where {own_notifications} and n.id <= :up_to_id and n.read_at is null;
