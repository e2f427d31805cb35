-- part: document_head
'id', d.id::text, 'applicationId', d.application_id::text, 'origin', d.origin, 'title', d.title,
'mediaType', d.media_type, 'sizeBytes', d.size_bytes, 'state', d.state, 'access', d.access, 'exemption', d.exemption,
'holdsFnr', d.holds_fnr, 'unread', d.unread, 'registeredAt', d.registered_at
-- end

-- document: document(document_id int8)
select d.version::text as etag, json_build_object({document_head},
	'sha256', case when d.state not in ('receiving', 'scanning') then d.sha256 end,
	'uploader', case when o.id is not null then {party} end,
	'uploadedBy', trinn.person_name(d.uploaded_by),
	'fnrGrounds', d.fnr_grounds,
	'scan', case when d.origin = 'upload' and d.state not in ('receiving', 'scanning')
		then json_build_object('at', d.scanned_at, 'scanner', d.scanner, 'finding', d.finding, 'advice',
			(select json_build_object('nb', v.nb, 'en', v.en) from trinn.scan_advice v
			where v.code = case d.state when 'infected' then 'virus' when 'refused' then d.finding
				when 'clean' then case when d.holds_fnr then 'fnr-kept' else d.unread end end)) end,
	'upload', case when d.state = 'receiving' then json_build_object('chunkBytes', trinn.chunk_bytes(),
		'chunks', trinn.chunk_count(d.size_bytes), 'received', coalesce(trinn.chunks_received(d.id), '{}')) end
)::text as document
from trinn.documents d left join trinn.organisations o on o.id = d.uploader_id
where d.county_id = (select trinn.caller_county()) and d.id = :document_id;

-- query: list_documents(application_id int8, after int8?, limit int8) @read
-- No row if there is no such application.
select p.* from trinn.applications a cross join lateral ({list_by_id} from (select d.id as key,
	json_build_object({document_head}) as item
	from (select * from trinn.documents where county_id = a.county_id and application_id = a.id and state <> 'discarded'
		and id < {last_key}
		order by id desc limit :limit + 1) d) p) p
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: load_new_document(application_id int8, media_type text) @read
-- What the caller's organisation has sent in the case, and what it may.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.documents_id_seq'),
	'applicantId', a.applicant_id, 'suffixes', coalesce((select to_json(m.suffixes) from trinn.media_types m
		where m.media_type = :media_type and m.is_taken), '[]'),
	'taken', (select json_agg(m.media_type order by m.media_type) from trinn.media_types m where m.is_taken),
	'bytesMax', trinn.county_figure('documents.bytes', 26214400),
	'caseCountMax', trinn.county_figure('documents.case_count', 200),
	'caseBytesMax', trinn.county_figure('documents.case_bytes', 524288000),
	'caseCount', s.n, 'caseBytes', s.bytes
)::text, null::bigint, json_build_array(json_build_array('application', a.id, g.version, true))::text
from trinn.applications a
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
	cross join lateral (select count(*) as n, coalesce(sum(d.size_bytes), 0) as bytes from trinn.documents d
		where d.county_id = a.county_id and d.application_id = a.id and d.uploader_id = trinn.caller_org()
			and d.state in ('receiving', 'scanning', 'clean')) s
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_document(id int8, applicant_id int8, application_id int8, title text, media_type text, size_bytes int8, sha256 text, access text, fnr_grounds text) @write
insert into trinn.documents (id, county_id, applicant_id, application_id, origin, title, media_type, size_bytes, sha256,
	access, fnr_grounds, uploader_id, uploaded_by)
values (:id, trinn.caller_county(), :applicant_id, :application_id, 'upload', :title, :media_type, :size_bytes, :sha256,
	:access, :fnr_grounds, trinn.caller_org(), trinn.caller_person());

-- query: load_document(document_id int8) @read
-- What every command on a document is decided on.
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'applicationId', d.application_id, 'state', d.state,
	'isOfCounty', d.uploader_id is distinct from d.applicant_id, 'isSent', trinn.is_sent(d.id), 'isUnsent', d.is_unsent,
	'isPartnersPaper', trinn.is_partners_paper(d.id), 'holdsFnr', d.holds_fnr, 'chunks', trinn.chunk_count(d.size_bytes),
	'received', coalesce(cardinality(trinn.chunks_received(d.id)), 0)
)::text, d.version, json_build_array(json_build_array('application', d.application_id, trinn.guard_version('application', d.application_id), true))::text
from trinn.documents d
where d.county_id = (select trinn.caller_county()) and d.id = :document_id and d.application_id is not null;

-- query: load_chunk(document_id int8, number int4) @read
select json_build_object('caller', trinn.caller_facts(), 'id', d.id, 'state', d.state,
	'bytes', trinn.chunk_len(d.size_bytes, :number), 'sha256', trinn.chunk_received(d.id, :number)
)::text, d.version, '[]'
from trinn.documents d
where d.county_id = (select trinn.caller_county()) and d.id = :document_id;

-- query: insert_chunk(document_id int8, number int4, hex text) @write
insert into trinn.document_chunks (county_id, document_id, number, bytes)
values (trinn.caller_county(), :document_id, :number, decode(:hex, 'hex'));

-- query: move_document(document_id int8, version int8, state text) @write
with changed as (
	update trinn.documents set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :document_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_document');

-- query: wake_jobs(what text) @write
-- Told when it is committed.
select pg_notify('trinn_jobs', :what);

-- query: classify_document(document_id int8, version int8, access text, exemption text) @write
with changed as (
	update trinn.documents set access = :access, exemption = :exemption, version = version + 1
	where county_id = trinn.caller_county() and id = :document_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'classify_document');

-- query: document_content(document_id int8) @read
-- `closed`: it is clean, and not for the caller to open.
select d.title, d.media_type, d.size_bytes, d.sha256,
	case when d.state = 'clean' and not trinn.may_open(d.id) then 'closed' else d.state end
from trinn.documents d
where d.county_id = (select trinn.caller_county()) and d.id = :document_id;

-- query: document_chunk(document_id int8, number int4) @read
select encode(c.bytes, 'hex') from trinn.document_chunks c
where c.county_id = (select trinn.caller_county()) and c.document_id = :document_id and c.number = :number;
