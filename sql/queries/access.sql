-- part: access_request_head
'id', r.id::text, 'number', r.number, 'state', r.state, 'organisation', case when o.id is not null then {party} end,
'name', r.name, 'receivedOn', r.received_on, 'dueOn', t.due_on, 'extendedReason', t.extended_reason,
'isOverdue', coalesce(t.due_on < trinn.today(), false), 'readableUntil', r.readable_until, 'revokedOn', r.revoked_on
-- end

-- part: access_decision_json
json_build_object('number', d.number, 'instance', d.instance, 'outcome', d.outcome, 'basis', trinn.access_basis(d),
	'paragraph', d.paragraph, 'widerAccess', d.wider_access, 'grounds', d.grounds, 'resolution', d.resolution,
	'decidedBy', case when trinn.caller_kind() = 'county'
		then json_build_object('id', d.decided_by::text, 'name', trinn.person_name(d.decided_by)) end,
	'decidedOn', d.decided_on, 'appealBody', d.appeal_body, 'appealDeadline', d.appeal_deadline)
-- end

-- document: access_request(access_request_id int8)
-- A document of an application that is closed to the reader is not among its items.
select r.version::text as etag, json_build_object({access_request_head}, 'email', r.email, 'wish', r.wish,
	'enteredBy', trinn.person_name(r.entered_by),
	'items', coalesce((select json_agg(json_build_object('number', i.number, 'state', i.state, 'postId', i.post_id::text,
		'dueOn', trinn.access_due(i), 'extendedReason', i.extended_reason, 'complaint', i.complaint, 'complainedOn', i.complained_on,
		'decisions', coalesce((select json_agg({access_decision_json} order by d.number) from trinn.access_decisions d
			where d.county_id = i.county_id and d.item_id = i.id), '[]'),
		'files', coalesce((select json_agg(json_build_object('number', f.number, 'decision', d.number, 'documentId', f.document_id::text,
				'isMasked', f.is_masked) order by f.number)
			from trinn.access_files f join trinn.access_decisions d on d.county_id = f.county_id and d.id = f.decision_id
			where d.county_id = i.county_id and d.item_id = i.id), '[]')) order by i.number)
		from trinn.access_items i where i.county_id = r.county_id and i.request_id = r.id), '[]'))::text as document
from trinn.access_requests r left join trinn.organisations o on o.id = r.organisation_id
	cross join lateral trinn.access_days(r.county_id, r.id) t
where r.county_id = (select trinn.caller_county()) and r.id = :access_request_id;

-- query: reply_new_access_request(operation text, key text, fingerprint text, status int4, location text, access_request_id int8, href text) @write
-- Where the answer is read is told with this reply only: what is kept with the key is without it.
select r.status, r.location, r.etag, (d.document::jsonb || jsonb_build_object('href', :href))::text
from ({access_request_document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, :location, d.etag, d.document) r;

-- query: list_access_requests(state text, is_overdue text, after int8?, limit int8) @read
{list_by_id} from (select r.id as key, json_build_object({access_request_head}) as item
	from (select * from trinn.access_requests q where county_id = (select trinn.caller_county())
		and (:state is null or state = :state)
		and (:is_overdue is null or (state <> 'replied' and coalesce((select d.due_on < trinn.today() from trinn.access_days(q.county_id, q.id) d),
			false)) = (:is_overdue = 'true'))
		and id < {last_key} order by id desc limit :limit + 1) r
		left join trinn.organisations o on o.id = r.organisation_id
		cross join lateral trinn.access_days(r.county_id, r.id) t) p;

-- part: access_tasks
-- Of who keeps the journal: what is asked for, and what is complained of and not theirs to have refused.
select 'decideAccess', '/v1/access-requests/' || r.id, r.received_on, null::bigint, null::bigint, min(i.due_on), null::bigint, r.number, null::int
from trinn.access_requests r join trinn.access_items i on i.county_id = r.county_id and i.request_id = r.id
where (select trinn.caller_role()) in ('archivist', 'caseworker') and r.county_id = (select trinn.caller_county())
	and r.state <> 'replied' and (i.state = 'asked' or i.state = 'complained' and not exists (select from trinn.access_decisions d
		where d.county_id = i.county_id and d.item_id = i.id and not ({by_another} (array[d.decided_by]))))
	and not {stood_back} @> jsonb_build_array(jsonb_build_object('kind', 'application', 'id', i.application_id, 'how', 'self'))
group by r.id, r.received_on, r.number
-- end

-- query: load_access_asked(posts int8[]) @read
-- For whoever asks, without a caller: after act_as_public().
select trinn.access_asked(:posts)::text;

-- query: ask_for_access(county text, name text, email text, wish text, posts int8[], due_on date, secret_sha256 text) @write
select trinn.ask_for_access(:county, :name, :email, :wish, :posts, :due_on, decode(:secret_sha256, 'hex'))::text;

-- query: load_new_access_request(posts int8[]) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.access_requests_id_seq'),
	'asked', trinn.access_asked(:posts))::text, null::bigint, '[]';

-- query: enter_access_request(id int8, name text, email text, wish text, posts int8[], due_on date, secret_sha256 text) @write
select trinn.enter_access_request(:id, :name, :email, :wish, :posts, :due_on, decode(:secret_sha256, 'hex'));

-- query: access_answer(secret_sha256 text) @read
select null::text as etag, trinn.access_answer(decode(:secret_sha256, 'hex'))::text as document;

-- query: access_file(secret_sha256 text, file_number int4) @read
select f.title, f.media_type, f.size_bytes, f.sha256, 'clean' from trinn.access_file(decode(:secret_sha256, 'hex'), :file_number) f;

-- query: access_chunk(secret_sha256 text, file_number int4, number int4) @read
select encode(c, 'hex') from trinn.access_chunk(decode(:secret_sha256, 'hex'), :file_number, :number) c where c is not null;

-- query: load_access_complaint(secret_sha256 text) @read
select trinn.access_complaint(decode(:secret_sha256, 'hex'))::text;

-- query: complain_of_access(secret_sha256 text, version int8, items int8[], words text, due_on date) @write
select trinn.complain_of_access(decode(:secret_sha256, 'hex'), :version, :items, :words, :due_on)::text;

-- query: load_access_request(access_request_id int8, numbers int8[], changed text) @read
-- What every command on a request is decided on. A decision changes the case of what it is of, where a copy of what it gives is kept; an
-- extension those of the documents named, or of all that wait, where it is entered; that nobody reads by the link any more, all of them.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', r.id, 'state', r.state,
	'organisationId', coalesce(r.organisation_id, 0), 'isRevoked', trinn.is_link_revoked(r), 'linkDays', trinn.county_figure('access.link_days', 90),
	'appealDays', (select v.value from (select 'appeal.days' as rule_key) k, lateral ({rule_in_force}) v where v.unit = 'days'),
	'decisionId', nextval('trinn.access_decisions_id_seq'),
	'items', coalesce((select json_agg(json_build_object('id', i.id, 'number', i.number, 'state', i.state,
		'dueOn', i.due_on, 'applicationId', i.application_id, 'applicantId', i.applicant_id, 'isWithheld', trinn.is_withheld(i.county_id, i.id),
		'decisions', (select count(*) from trinn.access_decisions d where d.county_id = i.county_id and d.item_id = i.id),
		'decidedBy', coalesce((select d.decided_by from trinn.access_decisions d
			where d.county_id = i.county_id and d.item_id = i.id and d.instance = 'county'), 0),
		'copies', coalesce((select json_agg(c.id) from trinn.documents c where c.county_id = i.county_id
			and c.application_id = i.application_id and c.state = 'clean' and c.origin = 'upload'
			and c.uploader_id <> c.applicant_id), '[]')) order by i.number)
		from trinn.access_items i where i.county_id = r.county_id and i.request_id = r.id), '[]')
)::text, r.version, (jsonb_build_array(jsonb_build_array('access_request', r.id, trinn.guard_version('access_request', r.id), true))
	|| coalesce((select jsonb_agg(distinct jsonb_build_array('application', i.application_id, trinn.guard_version('application', i.application_id), true))
		from trinn.access_cases(r.id) i where case when cardinality(:numbers) > 0 then i.number = any (:numbers)
			when :changed = 'waiting' then i.state in ('asked', 'complained') else :changed = 'all' end), '[]'))::text
from trinn.access_requests r where r.county_id = (select trinn.caller_county()) and r.id = :access_request_id;

-- query: insert_access_decision(id int8, item_id int8, instance text, outcome text, exemption text, party_exemption text, paragraph text, wider_access text, grounds text, resolution text, appeal_deadline date) @write
with made as (
	insert into trinn.access_decisions (id, county_id, applicant_id, application_id, request_id, item_id, number, instance, outcome,
		exemption, party_exemption, paragraph, wider_access, grounds, resolution, appeal_body, appeal_deadline, decided_by, decided_on)
	select :id, i.county_id, i.applicant_id, i.application_id, i.request_id, i.id,
		1 + (select count(*) from trinn.access_decisions d where d.county_id = i.county_id and d.item_id = i.id),
		:instance, :outcome, :exemption, :party_exemption, :paragraph, :wider_access, :grounds, :resolution,
		case when :appeal_deadline is not null then c.access_appeal_body end, :appeal_deadline, trinn.caller_person(), trinn.today()
	from trinn.access_items i join trinn.counties c on c.id = i.county_id
	where i.county_id = trinn.caller_county() and i.id = :item_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_access_decision');

-- query: give_post(decision_id int8) @write
select trinn.give_post(:decision_id);

-- query: give_copies(decision_id int8, documents int8[]) @write
with made as (
	insert into trinn.access_files (county_id, applicant_id, application_id, request_id, number, decision_id, document_id, is_masked)
	select d.county_id, d.applicant_id, d.application_id, d.request_id,
		row_number() over (order by t.id) + (select count(*) from trinn.access_files o
			where o.county_id = d.county_id and o.request_id = d.request_id), d.id, t.id, true
	from trinn.access_decisions d
		join trinn.documents t on t.county_id = d.county_id and t.application_id = d.application_id and t.id = any (:documents)
	where d.county_id = trinn.caller_county() and d.id = :decision_id
	returning 1
) select trinn.exactly(cardinality(:documents), (select count(*) from made), 'give_copies');

-- query: move_access_item(item_id int8, state text) @write
with changed as (
	update trinn.access_items set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :item_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_access_item');

-- query: move_access_request(access_request_id int8, version int8, state text, readable_until date) @write
-- What was readable for longer stays so.
with changed as (
	update trinn.access_requests set state = :state, readable_until = greatest(readable_until, :readable_until), version = version + 1
	where county_id = trinn.caller_county() and id = :access_request_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_access_request');

-- query: extend_access_request(access_request_id int8, version int8, items int8[], due_on date, reason text) @write
with changed as (
	update trinn.access_requests set version = version + 1
	where county_id = trinn.caller_county() and id = :access_request_id and version = :version returning 1
), extended as (
	update trinn.access_items set due_on = :due_on, extended_reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and request_id = :access_request_id and id = any (:items) returning 1
) select trinn.exactly(1, (select count(*) from changed), 'extend_access_request'),
	trinn.exactly(cardinality(:items), (select count(*) from extended), 'extend_access_request');

-- query: revoke_access_link(access_request_id int8, version int8) @write
with changed as (
	update trinn.access_requests r set revoked_on = trinn.today(), version = version + 1, revoked_files = (select coalesce(max(f.number), 0)
		from trinn.access_files f where f.county_id = r.county_id and f.request_id = r.id)
	where county_id = trinn.caller_county() and id = :access_request_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'revoke_access_link');
