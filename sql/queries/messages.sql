-- part: message
-- Who of the county has read it is the county's to know; that it was read, and when, the applicant's too.
'id', m.id::text, 'applicationId', m.application_id::text, 'side', m.side, 'isInternal', m.is_internal, 'state', m.state,
'text', m.body, 'answerBy', m.answer_by,
'answeredAt', case when m.answer_by is not null then {message_answered} end,
'writtenBy', json_build_object('id', m.written_by::text, 'name', trinn.person_name(m.written_by)), 'writtenAt', m.written_at,
'readBy', case when m.read_by is not null and (m.side = 'county' or (select trinn.caller_kind()) = 'county')
	then json_build_object('id', m.read_by::text, 'name', trinn.person_name(m.read_by)) end,
'readAt', m.read_at,
'mailing', (select json_build_object('letterId', l.id::text, 'state', p.state, 'dueOn', trinn.mailing_due(p), 'how', p.how, 'onDay', p.on_day)
	from trinn.letters l join trinn.mailings p on p.county_id = l.county_id and p.letter_id = l.id
	where l.county_id = m.county_id and l.application_id = m.application_id and l.message_id = m.id limit 1),
'documents', coalesce((select json_agg(json_build_object('id', d.id::text, 'title', d.title, 'mediaType', d.media_type,
		'sizeBytes', d.size_bytes) order by d.id)
	from trinn.message_documents e join trinn.documents d on d.county_id = e.county_id and d.id = e.document_id
	where e.county_id = m.county_id and e.message_id = m.id), '[]')
-- end

-- part: message_answered
-- When the applicant first wrote back after message m.
(select min(w.written_at) from trinn.messages w where w.county_id = m.county_id and w.application_id = m.application_id
	and w.id > m.id and w.side = 'applicant')
-- end

-- document: message(message_id int8)
select m.version::text as etag, json_build_object({message})::text as document
from trinn.messages m
where m.county_id = (select trinn.caller_county()) and m.id = :message_id;

-- query: list_messages(application_id int8, after int8?, limit int8) @read
-- No row if there is no such application.
select p.* from trinn.applications a cross join lateral ({list_by_id} from (select m.id as key,
	json_build_object({message}) as item
	from (select * from trinn.messages where county_id = a.county_id and application_id = a.id
		and id < {last_key}
		order by id desc limit :limit + 1) m) p) p
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: load_new_message(application_id int8, document_ids int8[]) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', nextval('trinn.messages_id_seq'),
	'applicantId', a.applicant_id, 'state', a.state,
	'byPostTo', case when (select trinn.caller_kind()) = 'county' and not exists (select from trinn.people_told(a.county_id, a.applicant_id, true))
		then a.applicant->>'name' end,
	'documents', coalesce((select json_agg(json_build_object('id', d.id, 'state', d.state, 'access', d.access))
		from trinn.documents d where d.county_id = a.county_id and d.application_id = a.id
			and d.id = any (:document_ids)), '[]')
)::text, null::bigint, json_build_array(json_build_array('application', a.id, g.version, true))::text
from trinn.applications a
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_message(id int8, applicant_id int8, application_id int8, side text, is_internal bool, body text, answer_by date) @write
insert into trinn.messages (id, county_id, applicant_id, application_id, side, is_internal, state, body, answer_by, written_by)
values (:id, trinn.caller_county(), :applicant_id, :application_id, :side, :is_internal,
	case when :is_internal then 'noted' else 'sent' end, :body, :answer_by, trinn.caller_person());

-- query: insert_message_document(applicant_id int8, application_id int8, message_id int8, document_id int8) @write
insert into trinn.message_documents (county_id, applicant_id, application_id, message_id, document_id)
values (trinn.caller_county(), :applicant_id, :application_id, :message_id, :document_id);

-- query: load_message(message_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', m.id, 'applicationId', m.application_id, 'state', m.state,
	'side', m.side
)::text, m.version, json_build_array(json_build_array('application', m.application_id,
	trinn.guard_version('application', m.application_id), true))::text
from trinn.messages m
where m.county_id = (select trinn.caller_county()) and m.id = :message_id;

-- query: read_message(message_id int8, version int8) @write
with changed as (
	update trinn.messages set state = 'read', read_by = trinn.caller_person(), read_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :message_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'read_message');
