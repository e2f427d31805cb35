-- part: delivery
'id', d.id::text, 'applicationId', d.application_id::text, 'person', json_build_object('id', d.person_id::text, 'name', trinn.person_name(d.person_id)),
'organisation', {party}, 'kind', d.topic, 'text', case :language when 'en' then k.en else k.nb end, 'channel', d.channel, 'state', d.state,
'address', case when trinn.caller_kind() = 'county' then d.address else trinn.masked_address(d.address) end,
'attempts', d.attempts, 'queuedAt', d.queued_at, 'triedAt', d.tried_at, 'nextAttemptAt', case when d.state = 'queued' then d.next_attempt_at end,
'sentAt', d.sent_at, 'answer', d.answer,
'settledBy', case when d.settled_by is not null then json_build_object('id', d.settled_by::text, 'name', trinn.person_name(d.settled_by)) end,
'settledAt', d.settled_at, 'note', d.note
-- end

-- part: told_whom
join trinn.notification_kinds k on k.topic = d.topic
join trinn.organisations o on o.id = d.organisation_id
-- end

-- document: delivery(delivery_id int8, language text)
select d.version::text as etag, json_build_object({delivery})::text as document
from trinn.deliveries d {told_whom}
where d.county_id = (select trinn.caller_county()) and d.id = :delivery_id;

-- query: list_deliveries(application_id int8, state text, language text, after int8?, limit int8) @read
-- No row if there is no such application.
select p.* from trinn.applications a cross join lateral ({list_by_id} from (select d.id as key, json_build_object({delivery}) as item
	from (select d.* from trinn.deliveries d where d.county_id = a.county_id and d.application_id = a.id
		and (:state is null or d.state = :state) and d.id < {last_key} order by d.id desc limit :limit + 1) d {told_whom}) p) p
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: mail() @read
select null::text as etag, m::text as document from trinn.mail_standing() m where m is not null;

-- query: load_delivery(delivery_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'applicationId', d.application_id, 'state', d.state)::text, d.version,
	json_build_array(json_build_array('application', d.application_id, trinn.guard_version('application', d.application_id), true))::text
from trinn.deliveries d
where d.county_id = (select trinn.caller_county()) and d.id = :delivery_id and d.application_id is not null;

-- query: settle_delivery(delivery_id int8, version int8, note text) @write
-- With it what failed before of the same person in the case: who is told otherwise is told of all.
with changed as (
	update trinn.deliveries set state = 'settled', settled_by = trinn.caller_person(), settled_at = now(), note = :note, version = version + 1
	where county_id = trinn.caller_county() and id = :delivery_id and version = :version returning *
), earlier as (
	update trinn.deliveries d set state = 'settled', settled_by = trinn.caller_person(), settled_at = now(), note = :note, version = d.version + 1
	from changed c where d.county_id = c.county_id and d.application_id = c.application_id and d.person_id = c.person_id
		and d.organisation_id = c.organisation_id and d.id < c.id and d.state = 'failed'
) select trinn.exactly(1, (select count(*) from changed), 'settle_delivery');
