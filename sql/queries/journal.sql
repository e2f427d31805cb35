-- part: journal_post_head
'id', p.id::text, 'applicationId', p.application_id::text, 'caseNumber', a.case_number,
'registrationId', a.case_number || '-' || p.number, 'number', p.number, 'postType', p.post_type,
'documentType', json_build_object('code', t.code, 'label', t.label), 'title', p.title, 'state', p.state,
'exemption', case when x.code is not null then json_build_object('code', x.code, 'citation', x.citation, 'label', x.label) end,
'publicTitle', p.public_title, 'party', p.party, 'documentDate', p.document_date, 'journalDate', p.journal_date,
'publicOn', p.public_on
-- end

-- part: unchecked
('M', 'E', 'F')
-- end

-- part: journal_post_joins
	join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	join trinn.document_types t on t.code = p.document_type
	left join trinn.exemptions x on x.code = p.exemption
-- end

-- document: journal_post(post_id int8)
select p.version::text as etag, json_build_object({journal_post_head},
	'objectKind', p.object_kind, 'objectId', p.object_id::text,
	'madeBy', trinn.person_name(p.made_by),
	'checkedBy', case when p.checked_by is not null
		then json_build_object('id', p.checked_by::text, 'name', trinn.person_name(p.checked_by)) end,
	'checkedAt', p.checked_at, 'archiveReference', p.archive_reference,
	'documents', coalesce((select json_agg(json_build_object('number', j.number, 'isMain', j.is_main, 'documentId', d.id::text,
			'title', d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes, 'sha256', d.sha256) order by j.number)
		from trinn.journal_documents j join trinn.documents d on d.county_id = j.county_id and d.id = j.document_id
		where j.county_id = p.county_id and j.post_id = p.id), '[]'),
	'revisions', coalesce((select json_agg(json_build_object('was', r.was, 'reason', r.reason, 'revisedAt', r.revised_at,
			'revisedBy', json_build_object('id', r.revised_by::text, 'name', trinn.person_name(r.revised_by))) order by r.number)
		from trinn.journal_revisions r where r.county_id = p.county_id and r.post_id = p.id), '[]'))::text as document
from trinn.journal_posts p
{journal_post_joins}
where p.county_id = (select trinn.caller_county()) and p.id = :post_id;

-- part: journal_posts_wanted
t.county_id = (select trinn.caller_county()) and t.id < {last_key}
and (:state is null or t.state = :state) and (:document_type is null or t.document_type = :document_type)
and (:from_day is null or t.journal_date >= :from_day) and (:to_day is null or t.journal_date <= :to_day)
and (:is_checked is null or t.state in ('J', 'A') and :is_checked = 'true' or t.state in {unchecked} and :is_checked = 'false')
-- end

-- query: list_journal_posts(application_id int8?, state text, document_type text, from_day date, to_day date, is_checked text, after int8?, limit int8) @read
-- One branch for a case, two for the county, of which one for what waits to be checked, and one for an applicant, each with an index
-- of its own; the others are not run.
{list_by_id} from (select p.id as key, json_build_object({journal_post_head}, 'etag', '"v' || p.version || '"') as item
	from (
		(select * from trinn.journal_posts t
			where :application_id is not null and t.application_id = :application_id and {journal_posts_wanted}
			order by t.id desc limit :limit + 1)
		union all
		(select * from trinn.journal_posts t
			where :application_id is null and (select trinn.caller_kind()) = 'county' and :is_checked is distinct from 'false'
				and {journal_posts_wanted}
			order by t.id desc limit :limit + 1)
		union all
		(select * from trinn.journal_posts t
			where :application_id is null and (select trinn.caller_kind()) = 'county' and :is_checked = 'false'
				and t.state in {unchecked} and {journal_posts_wanted}
			order by t.id desc limit :limit + 1)
		union all
		(select * from trinn.journal_posts t
			where :application_id is null and (select trinn.caller_kind()) <> 'county'
				and t.applicant_id = (select trinn.caller_org()) and {journal_posts_wanted}
			order by t.id desc limit :limit + 1)) p
	{journal_post_joins}) p;

-- query: load_journal_post(post_id int8) @read
-- What every command on a post is decided on.
select json_build_object('caller', trinn.caller_facts(), 'id', p.id, 'applicationId', p.application_id, 'state', p.state,
	'isFile', p.object_kind = 'document', 'holdsFnr', trinn.holds_fnr(p.county_id, p.id), 'today', trinn.today())::text, p.version,
	json_build_array(json_build_array('application', p.application_id, trinn.guard_version('application', p.application_id), true))::text
from trinn.journal_posts p
where p.county_id = (select trinn.caller_county()) and p.id = :post_id;

-- query: classify_journal_post(post_id int8, version int8, exemption text, public_title text, reason text) @write
with changed as (
	update trinn.journal_posts set exemption = :exemption, public_title = :public_title, revised_reason = :reason,
		version = version + 1
	where county_id = trinn.caller_county() and id = :post_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'classify_journal_post');

-- query: correct_journal_post(post_id int8, version int8, post_type text, document_type text, title text, document_date date, reason text) @write
-- What is not said stays.
with changed as (
	update trinn.journal_posts set post_type = coalesce(:post_type, post_type),
		document_type = coalesce(:document_type, document_type), title = coalesce(:title, title),
		document_date = coalesce(:document_date, document_date), revised_reason = :reason,
		version = version + 1
	where county_id = trinn.caller_county() and id = :post_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_journal_post');

-- query: check_journal_post(post_id int8, version int8) @write
with changed as (
	update trinn.journal_posts set state = 'J', checked_by = trinn.caller_person(), checked_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :post_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'check_journal_post');

-- query: reopen_journal_post(post_id int8) @write
-- One that is archived goes to the archive again, with what was corrected.
with changed as (
	update trinn.journal_posts set state = 'J'
	where county_id = trinn.caller_county() and id = :post_id and state = 'A' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'reopen_journal_post');

-- query: void_journal_post(post_id int8, version int8) @write
with changed as (
	update trinn.journal_posts set state = 'U', version = version + 1
	where county_id = trinn.caller_county() and id = :post_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'void_journal_post');

-- part: journal_tasks
-- Of the archivist: the journal of a day, by the first of its posts that is not checked, and how many are not.
select 'checkJournalPost', '/v1/journal-posts/' || min(p.id), p.journal_date, null::bigint, null::bigint,
	p.journal_date + trinn.county_figure('journal.check_days', 3)::int, null::bigint, count(*)::text, null::int
from trinn.journal_posts p
where (select trinn.caller_role()) = 'archivist' and p.county_id = (select trinn.caller_county()) and p.state in {unchecked}
	and not {stood_back} @> jsonb_build_array(jsonb_build_object('kind', 'application', 'id', p.application_id, 'how', 'self'))
group by p.journal_date
-- end

-- query: list_public_journal(county text, from_day date, to_day date, case_number text, after text, limit int8) @read
-- For whoever asks, without a caller. A key is a day and an id.
select json_agg(q.post order by q.n) filter (where q.n <= :limit)::text as items,
	max(q.key) filter (where q.n = :limit and q.more) as next
from (select row_number() over w as n, lead(1) over w is not null as more, p.day || '|' || p.id as key, p.post
	from trinn.public_journal(:county, :from_day, :to_day, :case_number,
		case when :after is null then null else split_part(:after, '|', 1)::date end,
		case when :after is null then null else split_part(:after, '|', 2)::bigint end, :limit::int + 1) p
	window w as (order by p.day desc, p.id desc)) q;
