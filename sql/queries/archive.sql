-- part: archive_message_json
'id', m.id::text, 'postId', m.post_id::text, 'applicationId', m.application_id::text,
'registrationId', a.case_number || '-' || p.number, 'title', p.title, 'edition', m.edition, 'state', m.state,
'attempts', m.attempts, 'nextAttemptAt', case when m.state = 'queued' then m.next_attempt_at end, 'failure', m.failure,
'queuedAt', m.queued_at, 'sentAt', m.sent_at, 'answerDueOn', trinn.archive_answer_due(m), 'receivedAt', m.received_at, 'reference', m.reference, 'messageId', m.guid
-- end

-- part: archive_message_joins
	join trinn.journal_posts p on p.county_id = m.county_id and p.id = m.post_id
	join trinn.applications a on a.county_id = m.county_id and a.id = m.application_id
-- end

-- document: archive_message(message_id int8)
select m.version::text as etag, json_build_object({archive_message_json})::text as document
from trinn.archive_messages m
{archive_message_joins}
where m.county_id = (select trinn.caller_county()) and m.id = :message_id;

-- query: list_archive_messages(application_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select m.id as key, json_build_object({archive_message_json}) as item
	from (
		(select * from trinn.archive_messages where county_id = (select trinn.caller_county())
			and :application_id is not null and application_id = :application_id and (:state is null or state = :state)
			and id < {last_key}
			order by id desc limit :limit + 1)
		union all
		(select * from trinn.archive_messages where county_id = (select trinn.caller_county())
			and :application_id is null and (:state is null or state = :state) and id < {last_key}
			order by id desc limit :limit + 1)) m
	{archive_message_joins}) p;

-- query: load_archive_message(message_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', m.id, 'applicationId', m.application_id, 'postId', m.post_id,
	'state', m.state, 'isNewest', trinn.is_newest(m))::text, m.version,
	json_build_array(json_build_array('application', m.application_id, trinn.guard_version('application', m.application_id), true))::text
from trinn.archive_messages m
where m.county_id = (select trinn.caller_county()) and m.id = :message_id;

-- query: retry_archive_message(message_id int8, version int8) @write
with changed as (
	update trinn.archive_messages set state = 'queued', attempts = 0, next_attempt_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :message_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'retry_archive_message');
