/* Written by cmd/specgen from sql/queries/: change that and run `make gen`. */
#include "api/queries.gen.h"

const struct db_query queries[] = {
	[Q_ACCESS_REQUEST_DOCUMENT] = {
		.name = "access_request_document",
		.sql =
			"select r.version::text as etag, json_build_object('id', r.id::text, "
			"'number', r.number, 'state', r.state, 'organisation', case when o.id is "
			"not null then json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) end, 'name', r.name, 'receivedOn', r.received_on, "
			"'dueOn', r.due_on, 'extendedReason', r.extended_reason, 'isOverdue', "
			"r.state <> 'replied' and r.due_on < trinn.today(), 'readableUntil', "
			"r.readable_until, 'revokedOn', r.revoked_on, 'email', r.email, 'wish', "
			"r.wish, 'enteredBy', trinn.person_name(r.entered_by), 'items', "
			"coalesce((select json_agg(json_build_object('number', i.number, 'state', "
			"i.state, 'postId', i.post_id::text, 'complaint', i.complaint, "
			"'complainedOn', i.complained_on, 'decisions', coalesce((select "
			"json_agg(json_build_object('number', d.number, 'instance', d.instance, "
			"'outcome', d.outcome, 'basis', trinn.access_basis(d), 'paragraph', "
			"d.paragraph, 'widerAccess', d.wider_access, 'grounds', d.grounds, "
			"'resolution', d.resolution, 'decidedBy', case when trinn.caller_kind() = "
			"'county' then json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedOn', d.decided_on, "
			"'appealBody', d.appeal_body, 'appealDeadline', d.appeal_deadline) order "
			"by d.number) from trinn.access_decisions d where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]'), 'files', coalesce((select "
			"json_agg(json_build_object('number', f.number, 'decision', d.number, "
			"'documentId', f.document_id::text, 'isMasked', f.is_masked) order by "
			"f.number) from trinn.access_files f join trinn.access_decisions d on "
			"d.county_id = f.county_id and d.id = f.decision_id where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]')) order by i.number) from "
			"trinn.access_items i where i.county_id = r.county_id and i.request_id = "
			"r.id), '[]'))::text as document from trinn.access_requests r left join "
			"trinn.organisations o on o.id = r.organisation_id where r.county_id = "
			"(select trinn.caller_county()) and r.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_ACCESS_REQUEST] = {
		.name = "reply_access_request",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"r.version::text as etag, json_build_object('id', r.id::text, 'number', "
			"r.number, 'state', r.state, 'organisation', case when o.id is not null "
			"then json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) end, 'name', r.name, 'receivedOn', r.received_on, 'dueOn', "
			"r.due_on, 'extendedReason', r.extended_reason, 'isOverdue', r.state <> "
			"'replied' and r.due_on < trinn.today(), 'readableUntil', "
			"r.readable_until, 'revokedOn', r.revoked_on, 'email', r.email, 'wish', "
			"r.wish, 'enteredBy', trinn.person_name(r.entered_by), 'items', "
			"coalesce((select json_agg(json_build_object('number', i.number, 'state', "
			"i.state, 'postId', i.post_id::text, 'complaint', i.complaint, "
			"'complainedOn', i.complained_on, 'decisions', coalesce((select "
			"json_agg(json_build_object('number', d.number, 'instance', d.instance, "
			"'outcome', d.outcome, 'basis', trinn.access_basis(d), 'paragraph', "
			"d.paragraph, 'widerAccess', d.wider_access, 'grounds', d.grounds, "
			"'resolution', d.resolution, 'decidedBy', case when trinn.caller_kind() = "
			"'county' then json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedOn', d.decided_on, "
			"'appealBody', d.appeal_body, 'appealDeadline', d.appeal_deadline) order "
			"by d.number) from trinn.access_decisions d where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]'), 'files', coalesce((select "
			"json_agg(json_build_object('number', f.number, 'decision', d.number, "
			"'documentId', f.document_id::text, 'isMasked', f.is_masked) order by "
			"f.number) from trinn.access_files f join trinn.access_decisions d on "
			"d.county_id = f.county_id and d.id = f.decision_id where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]')) order by i.number) from "
			"trinn.access_items i where i.county_id = r.county_id and i.request_id = "
			"r.id), '[]'))::text as document from trinn.access_requests r left join "
			"trinn.organisations o on o.id = r.organisation_id where r.county_id = "
			"(select trinn.caller_county()) and r.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_NEW_ACCESS_REQUEST] = {
		.name = "reply_new_access_request",
		.sql =
			"select r.status, r.location, r.etag, (d.document::jsonb || "
			"jsonb_build_object('href', $7::text))::text from (select r.version::text "
			"as etag, json_build_object('id', r.id::text, 'number', r.number, "
			"'state', r.state, 'organisation', case when o.id is not null then "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"end, 'name', r.name, 'receivedOn', r.received_on, 'dueOn', r.due_on, "
			"'extendedReason', r.extended_reason, 'isOverdue', r.state <> 'replied' "
			"and r.due_on < trinn.today(), 'readableUntil', r.readable_until, "
			"'revokedOn', r.revoked_on, 'email', r.email, 'wish', r.wish, "
			"'enteredBy', trinn.person_name(r.entered_by), 'items', coalesce((select "
			"json_agg(json_build_object('number', i.number, 'state', i.state, "
			"'postId', i.post_id::text, 'complaint', i.complaint, 'complainedOn', "
			"i.complained_on, 'decisions', coalesce((select "
			"json_agg(json_build_object('number', d.number, 'instance', d.instance, "
			"'outcome', d.outcome, 'basis', trinn.access_basis(d), 'paragraph', "
			"d.paragraph, 'widerAccess', d.wider_access, 'grounds', d.grounds, "
			"'resolution', d.resolution, 'decidedBy', case when trinn.caller_kind() = "
			"'county' then json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedOn', d.decided_on, "
			"'appealBody', d.appeal_body, 'appealDeadline', d.appeal_deadline) order "
			"by d.number) from trinn.access_decisions d where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]'), 'files', coalesce((select "
			"json_agg(json_build_object('number', f.number, 'decision', d.number, "
			"'documentId', f.document_id::text, 'isMasked', f.is_masked) order by "
			"f.number) from trinn.access_files f join trinn.access_decisions d on "
			"d.county_id = f.county_id and d.id = f.decision_id where d.county_id = "
			"i.county_id and d.item_id = i.id), '[]')) order by i.number) from "
			"trinn.access_items i where i.county_id = r.county_id and i.request_id = "
			"r.id), '[]'))::text as document from trinn.access_requests r left join "
			"trinn.organisations o on o.id = r.organisation_id where r.county_id = "
			"(select trinn.caller_county()) and r.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_ACCESS_REQUESTS] = {
		.name = "list_access_requests",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select r.id as key, json_build_object('id', r.id::text, "
			"'number', r.number, 'state', r.state, 'organisation', case when o.id is "
			"not null then json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) end, 'name', r.name, 'receivedOn', r.received_on, "
			"'dueOn', r.due_on, 'extendedReason', r.extended_reason, 'isOverdue', "
			"r.state <> 'replied' and r.due_on < trinn.today(), 'readableUntil', "
			"r.readable_until, 'revokedOn', r.revoked_on) as item from (select * from "
			"trinn.access_requests where county_id = (select trinn.caller_county()) "
			"and ($1::text is null or state = $1::text) and ($2::text is null or "
			"(state <> 'replied' and due_on < (select trinn.today())) = ($2::text = "
			"'true')) and id < case when $3::int8 is null then 9223372036854775807 "
			"else $3::int8 end order by id desc limit $4::int8 + 1) r left join "
			"trinn.organisations o on o.id = r.organisation_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_ACCESS_ASKED] = {
		.name = "load_access_asked",
		.sql =
			"select trinn.access_asked($1::int8[])::text",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ASK_FOR_ACCESS] = {
		.name = "ask_for_access",
		.sql =
			"select trinn.ask_for_access($1::text, $2::text, $3::text, $4::text, "
			"$5::int8[], $6::date, decode($7::text, 'hex'))::text",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_NEW_ACCESS_REQUEST] = {
		.name = "load_new_access_request",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.access_requests_id_seq'), 'asked', "
			"trinn.access_asked($1::int8[]))::text, null::bigint, '[]'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ENTER_ACCESS_REQUEST] = {
		.name = "enter_access_request",
		.sql =
			"select trinn.enter_access_request($1::int8, $2::text, $3::text, "
			"$4::text, $5::int8[], $6::date, decode($7::text, 'hex'))",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_ACCESS_ANSWER] = {
		.name = "access_answer",
		.sql =
			"select null::text as etag, trinn.access_answer(decode($1::text, "
			"'hex'))::text as document",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ACCESS_FILE] = {
		.name = "access_file",
		.sql =
			"select f.title, f.media_type, f.size_bytes, f.sha256, 'clean' from "
			"trinn.access_file(decode($1::text, 'hex'), $2::int4) f",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_ACCESS_CHUNK] = {
		.name = "access_chunk",
		.sql =
			"select encode(c, 'hex') from trinn.access_chunk(decode($1::text, 'hex'), "
			"$2::int4, $3::int4) c where c is not null",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_ACCESS_COMPLAINT] = {
		.name = "load_access_complaint",
		.sql =
			"select trinn.access_complaint(decode($1::text, 'hex'))::text",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_COMPLAIN_OF_ACCESS] = {
		.name = "complain_of_access",
		.sql =
			"select trinn.complain_of_access(decode($1::text, 'hex'), $2::int8, "
			"$3::int8[], $4::text, $5::date)::text",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_ACCESS_REQUEST] = {
		.name = "load_access_request",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', r.id, 'state', r.state, 'organisationId', "
			"coalesce(r.organisation_id, 0), 'dueOn', r.due_on, 'readableUntil', "
			"r.readable_until, 'isRevoked', r.revoked_on is not null, 'linkDays', "
			"trinn.county_figure('access.link_days', 90), 'appealDays', (select "
			"v.value from (select 'appeal.days' as rule_key) k, lateral (select r.id, "
			"r.value::bigint as value, r.unit from trinn.rule_params r where r.key = "
			"rule_key and trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity') and (r.county_id is null or r.county_id = "
			"trinn.caller_county()) order by r.county_id nulls first limit 1) v where "
			"v.unit = 'days'), 'decisionId', "
			"nextval('trinn.access_decisions_id_seq'), 'items', coalesce((select "
			"json_agg(json_build_object('id', i.id, 'number', i.number, 'state', "
			"i.state, 'applicationId', i.application_id, 'applicantId', "
			"i.applicant_id, 'decisions', (select count(*) from "
			"trinn.access_decisions d where d.county_id = i.county_id and d.item_id = "
			"i.id), 'decidedBy', coalesce((select d.decided_by from "
			"trinn.access_decisions d where d.county_id = i.county_id and d.item_id = "
			"i.id and d.instance = 'county'), 0), 'copies', coalesce((select "
			"json_agg(c.id) from trinn.documents c where c.county_id = i.county_id "
			"and c.application_id = i.application_id and c.state = 'clean' and "
			"c.origin = 'upload' and c.uploader_id <> c.applicant_id), '[]')) order "
			"by i.number) from trinn.access_items i where i.county_id = r.county_id "
			"and i.request_id = r.id), '[]'))::text, r.version, "
			"(jsonb_build_array(jsonb_build_array('access_request', r.id, "
			"trinn.guard_version('access_request', r.id), true)) || coalesce((select "
			"jsonb_agg(jsonb_build_array('application', i.application_id, "
			"trinn.guard_version('application', i.application_id), true)) from "
			"trinn.access_items i where i.county_id = r.county_id and i.request_id = "
			"r.id and i.number = $2::int8), '[]'))::text from trinn.access_requests r "
			"where r.county_id = (select trinn.caller_county()) and r.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_ACCESS_DECISION] = {
		.name = "insert_access_decision",
		.sql =
			"with made as (insert into trinn.access_decisions (id, county_id, "
			"applicant_id, application_id, request_id, item_id, number, instance, "
			"outcome, exemption, party_exemption, paragraph, wider_access, grounds, "
			"resolution, appeal_body, appeal_deadline, decided_by, decided_on) select "
			"$1::int8, i.county_id, i.applicant_id, i.application_id, i.request_id, "
			"i.id, 1 + (select count(*) from trinn.access_decisions d where "
			"d.county_id = i.county_id and d.item_id = i.id), $3::text, $4::text, "
			"$5::text, $6::text, $7::text, $8::text, $9::text, $10::text, case when "
			"$11::date is not null then c.access_appeal_body end, $11::date, "
			"trinn.caller_person(), trinn.today() from trinn.access_items i join "
			"trinn.counties c on c.id = i.county_id where i.county_id = "
			"trinn.caller_county() and i.id = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_access_decision')",
		.n_params = 11,
		.lanes = DB_ON_WRITE,
	},
	[Q_GIVE_POST] = {
		.name = "give_post",
		.sql =
			"select trinn.give_post($1::int8)",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_GIVE_COPIES] = {
		.name = "give_copies",
		.sql =
			"with made as (insert into trinn.access_files (county_id, applicant_id, "
			"application_id, request_id, number, decision_id, document_id, is_masked) "
			"select d.county_id, d.applicant_id, d.application_id, d.request_id, "
			"row_number() over (order by t.id) + (select count(*) from "
			"trinn.access_files o where o.county_id = d.county_id and o.request_id = "
			"d.request_id), d.id, t.id, true from trinn.access_decisions d join "
			"trinn.documents t on t.county_id = d.county_id and t.application_id = "
			"d.application_id and t.id = any ($2::int8[]) where d.county_id = "
			"trinn.caller_county() and d.id = $1::int8 returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from made), "
			"'give_copies')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_ACCESS_ITEM] = {
		.name = "move_access_item",
		.sql =
			"with changed as (update trinn.access_items set state = $2::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'move_access_item')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_ACCESS_REQUEST] = {
		.name = "move_access_request",
		.sql =
			"with changed as (update trinn.access_requests set state = $3::text, "
			"readable_until = greatest(readable_until, $4::date), version = version + "
			"1 where county_id = trinn.caller_county() and id = $1::int8 and version "
			"= $2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'move_access_request')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_EXTEND_ACCESS_REQUEST] = {
		.name = "extend_access_request",
		.sql =
			"with changed as (update trinn.access_requests set due_on = $3::date, "
			"extended_reason = $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'extend_access_request')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_REVOKE_ACCESS_LINK] = {
		.name = "revoke_access_link",
		.sql =
			"with changed as (update trinn.access_requests set revoked_on = "
			"trinn.today(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'revoke_access_link')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_AMENDMENT_DOCUMENT] = {
		.name = "amendment_document",
		.sql =
			"select m.version::text as etag, json_build_object('id', m.id::text, "
			"'number', m.number, 'grantId', m.grant_id::text, 'applicationId', "
			"m.application_id::text, 'caseNumber', a.case_number, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'kind', m.kind, 'state', m.state, 'by', case when m.is_of_county then "
			"'county' else 'recipient' end, 'reason', m.reason, 'until', "
			"m.asked_until, 'amountOre', m.asked_ore, 'askedAt', m.asked_at, "
			"'preparation', (select json_build_object('outcome', p.outcome, "
			"'grounds', p.grounds, 'until', p.until, 'amountOre', p.amount_ore, "
			"'year', p.year, 'madeAt', p.made_at, 'madeBy', "
			"trinn.person_name(p.made_by)) from trinn.amendment_proposals p where "
			"p.county_id = m.county_id and p.amendment_id = m.id order by p.id desc "
			"limit 1), 'outcome', case when m.settled_by is not null then "
			"json_build_object('outcome', m.state, 'grounds', m.grounds, 'until', "
			"m.granted_until, 'amountOre', m.granted_ore, 'body', m.body, "
			"'decidedOn', (m.settled_at at time zone 'Europe/Oslo')::date, "
			"'decisionId', m.decision_id::text) end)::text as document from "
			"trinn.amendments m join trinn.applications a on a.county_id = "
			"m.county_id and a.id = m.application_id join trinn.organisations o on "
			"o.id = m.applicant_id where m.county_id = (select trinn.caller_county()) "
			"and m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_AMENDMENT] = {
		.name = "reply_amendment",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"m.version::text as etag, json_build_object('id', m.id::text, 'number', "
			"m.number, 'grantId', m.grant_id::text, 'applicationId', "
			"m.application_id::text, 'caseNumber', a.case_number, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'kind', m.kind, 'state', m.state, 'by', case when m.is_of_county then "
			"'county' else 'recipient' end, 'reason', m.reason, 'until', "
			"m.asked_until, 'amountOre', m.asked_ore, 'askedAt', m.asked_at, "
			"'preparation', (select json_build_object('outcome', p.outcome, "
			"'grounds', p.grounds, 'until', p.until, 'amountOre', p.amount_ore, "
			"'year', p.year, 'madeAt', p.made_at, 'madeBy', "
			"trinn.person_name(p.made_by)) from trinn.amendment_proposals p where "
			"p.county_id = m.county_id and p.amendment_id = m.id order by p.id desc "
			"limit 1), 'outcome', case when m.settled_by is not null then "
			"json_build_object('outcome', m.state, 'grounds', m.grounds, 'until', "
			"m.granted_until, 'amountOre', m.granted_ore, 'body', m.body, "
			"'decidedOn', (m.settled_at at time zone 'Europe/Oslo')::date, "
			"'decisionId', m.decision_id::text) end)::text as document from "
			"trinn.amendments m join trinn.applications a on a.county_id = "
			"m.county_id and a.id = m.application_id join trinn.organisations o on "
			"o.id = m.applicant_id where m.county_id = (select trinn.caller_county()) "
			"and m.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_AMENDMENTS] = {
		.name = "list_amendments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select m.id as key, json_build_object('id', m.id::text, "
			"'number', m.number, 'grantId', m.grant_id::text, 'applicationId', "
			"m.application_id::text, 'caseNumber', a.case_number, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'kind', m.kind, 'state', m.state, 'by', case when m.is_of_county then "
			"'county' else 'recipient' end, 'reason', m.reason, 'until', "
			"m.asked_until, 'amountOre', m.asked_ore, 'askedAt', m.asked_at, "
			"'preparation', (select json_build_object('outcome', p.outcome, "
			"'grounds', p.grounds, 'until', p.until, 'amountOre', p.amount_ore, "
			"'year', p.year, 'madeAt', p.made_at, 'madeBy', "
			"trinn.person_name(p.made_by)) from trinn.amendment_proposals p where "
			"p.county_id = m.county_id and p.amendment_id = m.id order by p.id desc "
			"limit 1), 'outcome', case when m.settled_by is not null then "
			"json_build_object('outcome', m.state, 'grounds', m.grounds, 'until', "
			"m.granted_until, 'amountOre', m.granted_ore, 'body', m.body, "
			"'decidedOn', (m.settled_at at time zone 'Europe/Oslo')::date, "
			"'decisionId', m.decision_id::text) end) as item from (select * from "
			"trinn.amendments where county_id = (select trinn.caller_county()) and "
			"($1::text is null or state = $1::text) and id < case when $2::int8 is "
			"null then 9223372036854775807 else $2::int8 end order by id desc limit "
			"$3::int8 + 1) m join trinn.applications a on a.county_id = m.county_id "
			"and a.id = m.application_id join trinn.organisations o on o.id = "
			"m.applicant_id) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_AMENDMENT] = {
		.name = "load_new_amendment",
		.sql =
			"select json_build_object('grant', json_build_object('caller', "
			"trinn.caller_facts(), 'today', trinn.today(), 'id', g.id, 'state', "
			"g.state, 'acceptBy', g.accept_by, 'releaseOn', (select d.release_on from "
			"trinn.decisions d where d.county_id = g.county_id and d.id = "
			"g.decision_id and d.released_at is null), 'applicationId', "
			"g.application_id, 'applicationVersion', a.version, 'applicantId', "
			"g.applicant_id, 'standing', json_build_object('amountOre', g.amount_ore, "
			"'remainingOre', g.remaining_ore, 'isFinal', exists (select from "
			"trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id and "
			"c.kind = 'final' and c.state = 'released'), 'claimNumber', (select "
			"min(c.number) from trinn.claims c where c.county_id = g.county_id and "
			"c.grant_id = g.id and c.state in ('submitted', 'reviewed', 'attested')), "
			"'payment', (select min(p.reference) from trinn.payments p where "
			"p.county_id = g.county_id and p.grant_id = g.id and p.state <> 'paid'), "
			"'amendmentNumber', (select min(m.number) from trinn.amendments m where "
			"m.county_id = g.county_id and m.grant_id = g.id and m.state in ('asked', "
			"'prepared')), 'appealNumber', (select min(p.number) from trinn.appeals p "
			"where p.county_id = g.county_id and p.application_id = g.application_id "
			"and p.settled_on is null), 'appealBy', trinn.appealable_until(g), "
			"'condition', (select json_build_object('number', t.number, 'text', "
			"t.text) from trinn.decision_conditions t where t.county_id = g.county_id "
			"and t.application_id = g.application_id and t.state not in ('met', "
			"'waived') order by t.number limit 1), 'reportDueOn', (select "
			"min(coalesce(t.due_again_on, t.due_on)) from trinn.progress_reports t "
			"where t.county_id = g.county_id and t.application_id = g.application_id "
			"and t.state not in ('approved', 'withdrawn')), 'isRecipients', "
			"trinn.is_recipients(g.county_id, g.id, trinn.caller_person()), "
			"'prepared', (select json_build_object('preparedBy', s.prepared_by, "
			"'releasedOre', s.released_ore) from trinn.grant_settlements s where "
			"s.county_id = g.county_id and s.grant_id = g.id and s.state = "
			"'prepared'))), 'id', nextval('trinn.amendments_id_seq'), 'amended', "
			"(select json_build_object('today', trinn.today(), 'state', g.state, "
			"'acceptBy', g.accept_by, 'endsOn', coalesce(g.ends_on, a.ends_on), "
			"'amountOre', g.amount_ore, 'remainingOre', g.remaining_ore, "
			"'finalNumber', max(c.number) filter (where c.kind = 'final'), "
			"'openNumber', min(c.number) filter (where c.state in ('submitted', "
			"'reviewed', 'attested'))) from trinn.claims c where c.county_id = "
			"g.county_id and c.grant_id = g.id and c.state <> 'rejected'), 'open', "
			"coalesce((select json_agg(m.kind) from trinn.amendments m where "
			"m.county_id = g.county_id and m.grant_id = g.id and m.state in ('asked', "
			"'prepared')), '[]'))::text, null::bigint, "
			"json_build_array(json_build_array('application', a.id, h.version, "
			"true))::text from trinn.grants g join trinn.applications a on "
			"a.county_id = g.county_id and a.id = g.application_id join trinn.guards "
			"h on h.county_id = g.county_id and h.kind = 'application' and h.id = "
			"g.application_id where g.county_id = (select trinn.caller_county()) and "
			"g.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_AMENDMENT] = {
		.name = "insert_amendment",
		.sql =
			"with made as (insert into trinn.amendments (id, county_id, applicant_id, "
			"application_id, grant_id, number, kind, reason, asked_until, asked_ore, "
			"is_of_county, asked_by) select $1::int8, g.county_id, g.applicant_id, "
			"g.application_id, g.id, 1 + (select count(*) from trinn.amendments m "
			"where m.county_id = g.county_id and m.grant_id = g.id), $3::text, "
			"$4::text, $5::date, $6::int8, trinn.caller_kind() = 'county', "
			"trinn.caller_person() from trinn.grants g where g.county_id = "
			"trinn.caller_county() and g.id = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_amendment')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_AMENDMENT] = {
		.name = "load_amendment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', m.id, 'state', m.state, 'kind', m.kind, "
			"'isOfCounty', m.is_of_county, 'askedBy', m.asked_by, "
			"'applicationVersion', a.version, 'application', "
			"json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', "
			"a.applicant_id, 'inHand', json_build_object('callState', c.state, "
			"'today', trinn.today(), 'deadline', json_build_object('closesAt', "
			"floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint, "
			"'graceEndsAt', floor(extract(epoch from "
			"trinn.grace_ends_at(c.closes_on)))::bigint, 'graceUntil', "
			"to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', "
			"'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from now()))::bigint, "
			"'begunAt', floor(extract(epoch from a.created_at))::bigint, "
			"'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s "
			"where s.county_id = a.county_id and s.state = 'granted' and (s.draft_id "
			"= a.id or s.id = a.late_submission_id)), 'isLeaveAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = a.county_id and "
			"s.draft_id = a.id and s.state in ('asked', 'recommended'))), "
			"'formVersion', a.form_version, 'isTrackEnded', exists (select from "
			"trinn.tracks t where t.county_id = a.county_id and t.id = a.track_id and "
			"t.state = 'ended'), 'caseNumber', a.case_number, 'appliedOre', "
			"a.applied_ore, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'owesAnswer', trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) is not null, 'returnBy', a.return_by, 'caseworkerId', "
			"trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker, 'call', "
			"json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', "
			"c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'formVersion', c.form_version), 'line', (select "
			"json_build_object('name', (array_agg(f.name order by f.state = 'active', "
			"k.position))[1], 'state', (array_agg(f.state order by f.state = "
			"'active', k.position))[1], 'applicantKinds', "
			"(array_agg(to_json(f.applicant_kinds) order by k.position))[1], "
			"'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp), "
			"'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by "
			"f.max_share_bp, k.position))[1] end, 'maxAmount', (array_agg(m.amount "
			"order by (m.amount->>'amountOre')::bigint, k.position))[1], "
			"'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', "
			"bool_or(f.assures_recommendations)) from trinn.call_lines k join "
			"trinn.funding_lines f on f.county_id = k.county_id and f.id = "
			"k.funding_line_id cross join lateral (select "
			"trinn.max_amount(f.max_amounts, o.employees) as amount) m where "
			"k.county_id = c.county_id and k.call_id = c.id), 'overlaps', "
			"coalesce(v.overlaps, '[]'), 'partners', a.partners, 'unsettledPartners', "
			"coalesce(trinn.unsettled_partners(a.id), '{}'), 'county', (select "
			"n.number from trinn.counties n where n.id = a.county_id), 'applicant', "
			"json_build_object('municipalityNo', o.municipality_no, 'insolvent', "
			"o.bankrupt or o.forced_winding_up), 'costs', case when $2::bool then "
			"a.costs end, 'finance', case when $2::bool then a.finance end, 'firms', "
			"case when $2::bool then a.firms end, 'decision', case when "
			"trinn.caller_kind() = 'county' then json_build_object('applicantKind', "
			"a.applicant_kind, 'callerApplied', trinn.has_applied(a.county_id, a.id, "
			"trinn.caller_person()), 'recommendation', (select "
			"json_build_object('outcome', m.outcome, 'amountOre', m.amount_ore, "
			"'madeBy', m.made_by, 'number', m.number, 'conditions', m.conditions, "
			"'assuredBy', coalesce((select s.assured_by from trinn.assurances s where "
			"s.county_id = m.county_id and s.application_id = m.application_id and "
			"s.recommendation = m.number), 0)) from trinn.recommendations m where "
			"m.county_id = a.county_id and m.application_id = a.id order by m.number "
			"desc limit 1), 'lines', (select json_agg(json_build_object('id', f.id, "
			"'name', f.name, 'shareBp', k.share_bp, 'authority', (select "
			"json_build_object('body', t.body, 'limitOre', t.limit_ore) from "
			"trinn.authorities_on(f.county_id, f.id, trinn.today()) t where t.role = "
			"trinn.caller_role() order by t.limit_ore desc nulls first limit 1), "
			"'basis', (select json_build_object('id', b.id, 'text', b.reference || ': "
			"' || b.title, 'validFrom', b.valid_from, 'validTo', b.valid_to, "
			"'beneficiaryKinds', b.beneficiary_kinds) from trinn.legal_bases b where "
			"b.county_id = f.county_id and b.id = f.legal_basis_id), 'available', "
			"coalesce((select json_agg(json_build_object('year', t.year, 'ore', "
			"t.balance_ore)) from trinn.balances t where t.county_id = f.county_id "
			"and t.funding_line_id = f.id and t.account = 'available'), '[]')) order "
			"by k.position) from trinn.call_lines k join trinn.funding_lines f on "
			"f.county_id = k.county_id and f.id = k.funding_line_id where k.county_id "
			"= c.county_id and k.call_id = c.id), 'meeting', (select "
			"json_build_object('isBefore', trinn.is_before_meeting(a.id), "
			"'isDelegated', trinn.is_delegated(c.id), 'itemId', r.item_id, 'body', "
			"r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', "
			"r.amount_ore, 'mayDecide', r.may_decide) from (values (1)) one(x) left "
			"join trinn.resolution_of(a.id) r on true), 'rules', coalesce((select "
			"json_agg(json_build_object('id', t.id, 'key', t.rule_key, 'value', "
			"t.value)) from (select k.rule_key, v.* from unnest(array['appeal.days', "
			"'acceptance.days']) k(rule_key), lateral (select r.id, r.value::bigint "
			"as value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) v where v.unit = 'days') t), '[]'), "
			"'budget', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'earmarked', g.earmarked, 'amountOre', t.ore) order by "
			"g.position) from (select x.\"costGroup\" as cost_group, "
			"sum(x.\"amountOre\")::bigint as ore from json_to_recordset(a.costs) as "
			"x(\"costGroup\" text, \"amountOre\" bigint) group by 1) t join "
			"trinn.cost_groups g on g.county_id = a.county_id and g.funding_line_id = "
			"l.id and g.code = t.cost_group), '[]'), 'organisations', case when "
			"a.partner_ids = '{}' then '[]' else (select "
			"json_agg(json_build_object('orgnr', b.orgnr, 'costsOre', "
			"b.\"costsOre\")) from json_to_recordset(trinn.budgets_of(a.applicant, "
			"a.partners, a.costs, a.finance)) as b(orgnr text, \"costsOre\" bigint)) "
			"end, 'evaluation', case when c.evaluation is not null then (select "
			"json_build_object('state', e.state, 'isBelowMinimum', "
			"coalesce(k.is_below_minimum, false), 'consolidatedBy', k.made_by, "
			"'assessors', coalesce((select json_agg(json_build_object('personId', "
			"s.person_id, 'name', trinn.person_name(s.person_id), 'state', s.state, "
			"'isQuestioned', trinn.is_questioned(s.person_id, a.id))) from "
			"trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = "
			"e.id and s.state = 'scored'), '[]'), 'requirements', (select "
			"json_agg(r.id::bigint) from "
			"json_array_elements_text(c.evaluation->'requirements') as r(id)), "
			"'nextId', case when $2::bool then nextval('trinn.evaluations_id_seq') "
			"else 0 end) from (values (1)) one(x) left join trinn.evaluations e on "
			"e.county_id = a.county_id and e.application_id = a.id and e.state <> "
			"'void' left join trinn.consolidations k on k.county_id = e.county_id and "
			"k.id = e.consolidation_id) end, 'datedConditions', (select "
			"json_agg(k.kind) from trinn.condition_kinds k where k.needs_day), "
			"'appealBody', l.appeal_body, 'held', (select json_build_object('id', "
			"d.id, 'releaseOn', d.release_on, 'grants', d.amount_ore > 0, 'rules', "
			"(select json_agg(json_build_object('id', r.id, 'key', r.key, 'value', "
			"r.value::bigint)) from trinn.rule_params r where r.id = any "
			"(d.rule_params))) from trinn.decisions d where d.county_id = a.county_id "
			"and d.application_id = a.id and d.released_at is null), 'releaseOn', "
			"c.release_on, 'holdDays', trinn.county_figure('decision.hold_days', 30), "
			"'decisionId', case when $2::bool then nextval('trinn.decisions_id_seq') "
			"else 0 end, 'grantId', case when $2::bool then "
			"nextval('trinn.grants_id_seq') else 0 end) end, 'appealable', (select "
			"json_build_object('decisionId', d.id, 'decidedOn', d.decided_on, "
			"'dueOn', trinn.appeal_due(d.county_id, d.id), 'hadGrounds', exists "
			"(select from trinn.appeal_periods p where p.county_id = d.county_id and "
			"p.decision_id = d.id and p.cause = 'grounds_given'), 'isOfBoard', "
			"trinn.is_of_board(d.county_id, d.id), 'appealId', (select p.id from "
			"trinn.appeals p where p.county_id = d.county_id and p.decision_id = d.id "
			"and p.settled_on is null), 'appealDays', (select r.value from (values "
			"('appeal.days')) k(rule_key), lateral (select r.id, r.value::bigint as "
			"value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) r where r.unit = 'days'), "
			"'postDays', trinn.county_figure('notice.post_days', 5), 'nextId', case "
			"when $2::bool then nextval('trinn.appeals_id_seq') else 0 end, "
			"'documents', coalesce((select json_agg(t.id) from trinn.documents t "
			"where $2::bool and t.county_id = a.county_id and t.application_id = a.id "
			"and t.state = 'clean' and t.access = 'party'), '[]')) from "
			"trinn.decisions d where d.county_id = a.county_id and d.application_id = "
			"a.id and d.released_at is not null order by d.number desc limit 1), "
			"'answers', case when $2::bool then a.answers end, 'form', case when "
			"$2::bool then (select f.schema from trinn.forms f where f.county_id = "
			"a.county_id and f.call_id = a.call_id and f.version = a.form_version) "
			"end, 'newerForm', case when $2::bool and c.form_version <> "
			"a.form_version then (select f.schema from trinn.forms f where "
			"f.county_id = a.county_id and f.call_id = a.call_id and f.version = "
			"c.form_version) end), 'grant', (select json_build_object('id', g.id, "
			"'state', g.state, 'amountOre', g.amount_ore, 'remainingOre', "
			"g.remaining_ore, 'year', g.year, 'parts', (select "
			"json_agg(json_build_object('year', t.year, 'shareBp', t.share_bp, "
			"'remainingOre', t.remaining_ore) order by t.position) from "
			"trinn.grant_parts t where t.county_id = g.county_id and t.grant_id = "
			"g.id), 'costs', (select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'budgetOre', t.budget_ore) order by t.cost_group) from "
			"trinn.grant_costs t where t.county_id = g.county_id and t.grant_id = "
			"g.id)) from trinn.grants g where g.county_id = a.county_id and "
			"g.application_id = a.id and g.state not in ('annulled', 'lapsed') order "
			"by g.id desc limit 1), 'amended', (select (select "
			"json_build_object('today', trinn.today(), 'state', g.state, 'acceptBy', "
			"g.accept_by, 'endsOn', coalesce(g.ends_on, a.ends_on), 'amountOre', "
			"g.amount_ore, 'remainingOre', g.remaining_ore, 'finalNumber', "
			"max(c.number) filter (where c.kind = 'final'), 'openNumber', "
			"min(c.number) filter (where c.state in ('submitted', 'reviewed', "
			"'attested'))) from trinn.claims c where c.county_id = g.county_id and "
			"c.grant_id = g.id and c.state <> 'rejected') from trinn.grants g where "
			"g.county_id = m.county_id and g.id = m.grant_id), 'appealNumber', "
			"(select min(p.number) from trinn.appeals p where p.county_id = "
			"m.county_id and p.application_id = m.application_id and p.settled_on is "
			"null), 'proposal', (select json_build_object('outcome', p.outcome, "
			"'grounds', p.grounds, 'madeBy', p.made_by, 'until', p.until, "
			"'amountOre', p.amount_ore, 'year', p.year) from "
			"trinn.amendment_proposals p where p.county_id = m.county_id and "
			"p.amendment_id = m.id order by p.id desc limit 1))::text, m.version, "
			"(jsonb_build_array(jsonb_build_array('application', a.id, g.version, "
			"true), jsonb_build_array('call', c.id, gc.version, false)) || (select "
			"jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, "
			"trinn.guard_version('funding_line', k.funding_line_id), false)) from "
			"trinn.call_lines k where k.county_id = c.county_id and k.call_id = c.id) "
			"|| coalesce(v.guards, '[]'))::text from trinn.amendments m join "
			"trinn.applications a on a.county_id = m.county_id and a.id = "
			"m.application_id join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id join trinn.funding_lines l on l.county_id = a.county_id "
			"and l.id = c.funding_line_id join trinn.organisations o on o.id = "
			"a.applicant_id join trinn.guards g on g.county_id = a.county_id and "
			"g.kind = 'application' and g.id = a.id join trinn.guards gc on "
			"gc.county_id = a.county_id and gc.kind = 'call' and gc.id = c.id cross "
			"join lateral (select json_agg(json_build_object('caseNumber', "
			"o.case_number, 'line', o.line, 'firm', o.firm, 'need', o.need, "
			"'isGranted', o.is_granted) order by o.application_id, o.line, o.firm, "
			"o.need) as overlaps, jsonb_agg(distinct jsonb_build_array('application', "
			"o.application_id, trinn.guard_version('application', o.application_id), "
			"false)) filter (where o.case_number is not null) as guards from "
			"trinn.overlaps_of(a.id) o) v where m.county_id = (select "
			"trinn.caller_county()) and m.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_AMENDMENT_PROPOSAL] = {
		.name = "insert_amendment_proposal",
		.sql =
			"with made as (insert into trinn.amendment_proposals (county_id, "
			"applicant_id, application_id, amendment_id, outcome, grounds, until, "
			"amount_ore, year, made_by) select m.county_id, m.applicant_id, "
			"m.application_id, m.id, $2::text, $3::text, $4::date, $5::int8, "
			"$6::int4, trinn.caller_person() from trinn.amendments m where "
			"m.county_id = trinn.caller_county() and m.id = $1::int8 returning 1) "
			"select trinn.exactly(1, (select count(*) from made), "
			"'insert_amendment_proposal')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_AMENDMENT] = {
		.name = "move_amendment",
		.sql =
			"with changed as (update trinn.amendments set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'move_amendment')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_AMENDMENT] = {
		.name = "settle_amendment",
		.sql =
			"with changed as (update trinn.amendments m set state = p.outcome, "
			"grounds = p.grounds, granted_until = p.until, granted_ore = "
			"p.amount_ore, prepared_by = p.made_by, settled_by = "
			"trinn.caller_person(), settled_at = now(), decision_id = $3::int8, body "
			"= $4::text, version = m.version + 1 from (select * from "
			"trinn.amendment_proposals t where t.county_id = trinn.caller_county() "
			"and t.amendment_id = $1::int8 order by t.id desc limit 1) p where "
			"m.county_id = trinn.caller_county() and m.id = $1::int8 and m.version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'settle_amendment')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_PROLONG_GRANT] = {
		.name = "prolong_grant",
		.sql =
			"with changed as (update trinn.grants g set accept_by = case m.kind when "
			"'acceptance' then m.granted_until else g.accept_by end, ends_on = case "
			"m.kind when 'extension' then m.granted_until else g.ends_on end, version "
			"= g.version + 1 from trinn.amendments m where g.county_id = "
			"trinn.caller_county() and g.id = $1::int8 and m.county_id = g.county_id "
			"and m.id = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'prolong_grant')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ANNUL_GRANT] = {
		.name = "annul_grant",
		.sql =
			"with changed as (update trinn.grants g set state = 'annulled', ended_by "
			"= trinn.caller_person(), ended_at = now(), end_reason = m.grounds, "
			"version = g.version + 1 from trinn.amendments m where g.county_id = "
			"trinn.caller_county() and g.id = $1::int8 and m.county_id = g.county_id "
			"and m.id = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'annul_grant')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_EXPECT_MORE_REPORTS] = {
		.name = "expect_more_reports",
		.sql =
			"insert into trinn.progress_reports (county_id, hub_id, application_id, "
			"period_from, period_to, due_on) select a.county_id, a.applicant_id, "
			"a.id, f::date, p.period_to, p.period_to + 14 from trinn.amendments m "
			"join trinn.applications a on a.county_id = m.county_id and a.id = "
			"m.application_id join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id join trinn.funding_lines l on l.county_id = a.county_id "
			"and l.id = c.funding_line_id, lateral (select max(t.period_to) as until "
			"from trinn.progress_reports t where t.county_id = a.county_id and "
			"t.application_id = a.id and t.state <> 'withdrawn') r, lateral (select "
			"make_interval(months => l.report_every_months) as step) s, "
			"generate_series(greatest(r.until, a.ends_on) + interval '1 day', "
			"m.granted_until, s.step) f, lateral (select least((f + s.step)::date - "
			"1, m.granted_until) as period_to) p where m.county_id = "
			"trinn.caller_county() and m.id = $1::int8 and a.applicant_kind = 'hub' "
			"and p.period_to >= trinn.today()",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_APPEAL_DOCUMENT] = {
		.name = "appeal_document",
		.sql =
			"select p.version::text as etag, json_build_object('id', p.id::text, "
			"'number', p.number, 'application', json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant), 'decision', json_build_object('id', d.id::text, 'number', "
			"d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', "
			"d.decided_on), 'state', p.state, 'lodgedOn', p.lodged_on, 'settledOn', "
			"p.settled_on, 'asked', p.asked, 'askedOre', p.asked_ore, 'grounds', "
			"p.grounds, 'lodgedFor', p.lodged_for, 'lodgedBy', "
			"trinn.person_name(p.lodged_by), 'lodgedAt', p.lodged_at, 'dueOn', "
			"trinn.appeal_due(p.county_id, p.decision_id), 'isLate', "
			"coalesce(p.lodged_on > trinn.appeal_due(p.county_id, p.decision_id), "
			"false), 'appealBody', d.appeal_body, 'stayGrounds', p.stay_grounds, "
			"'isStayed', trinn.has_stay(p.county_id, p.application_id), 'commentBy', "
			"p.comment_by, 'comment', p.comment, 'commentedAt', p.commented_at, "
			"'costs', case when p.costs_ore is not null then "
			"json_build_object('claimedOre', p.costs_ore, 'grounds', p.costs_grounds, "
			"'claimedOn', p.costs_claimed_on) end, 'documents', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'title', t.title) order by "
			"t.id) from trinn.appeal_documents l join trinn.documents t on "
			"t.county_id = l.county_id and t.id = l.document_id where l.county_id = "
			"p.county_id and l.appeal_id = p.id), '[]'), 'answers', coalesce((select "
			"json_agg(json_build_object('number', t.number, 'kind', t.kind, "
			"'outcome', t.outcome, 'ground', t.ground, 'amountOre', t.amount_ore, "
			"'year', t.year, 'grounds', t.grounds, 'sha256', t.sha256, 'resolution', "
			"t.resolution, 'resolvedOn', t.resolved_on, 'state', t.state, "
			"'proposedBy', json_build_object('id', t.proposed_by::text, 'name', "
			"trinn.person_name(t.proposed_by)), 'proposedAt', t.proposed_at, "
			"'settledBy', case when t.settled_by is not null then "
			"json_build_object('id', t.settled_by::text, 'name', "
			"trinn.person_name(t.settled_by)) end, 'settledAt', t.settled_at, "
			"'reason', t.reason, 'decisionId', t.decision_id::text, 'liftedOn', "
			"t.lifted_on) order by t.number) from trinn.appeal_proposals t where "
			"t.county_id = p.county_id and t.appeal_id = p.id), '[]'))::text as "
			"document from trinn.appeals p join trinn.applications a on a.county_id = "
			"p.county_id and a.id = p.application_id join trinn.decisions d on "
			"d.county_id = p.county_id and d.id = p.decision_id where p.county_id = "
			"(select trinn.caller_county()) and p.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_APPEAL] = {
		.name = "reply_appeal",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"p.version::text as etag, json_build_object('id', p.id::text, 'number', "
			"p.number, 'application', json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant), 'decision', json_build_object('id', d.id::text, 'number', "
			"d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', "
			"d.decided_on), 'state', p.state, 'lodgedOn', p.lodged_on, 'settledOn', "
			"p.settled_on, 'asked', p.asked, 'askedOre', p.asked_ore, 'grounds', "
			"p.grounds, 'lodgedFor', p.lodged_for, 'lodgedBy', "
			"trinn.person_name(p.lodged_by), 'lodgedAt', p.lodged_at, 'dueOn', "
			"trinn.appeal_due(p.county_id, p.decision_id), 'isLate', "
			"coalesce(p.lodged_on > trinn.appeal_due(p.county_id, p.decision_id), "
			"false), 'appealBody', d.appeal_body, 'stayGrounds', p.stay_grounds, "
			"'isStayed', trinn.has_stay(p.county_id, p.application_id), 'commentBy', "
			"p.comment_by, 'comment', p.comment, 'commentedAt', p.commented_at, "
			"'costs', case when p.costs_ore is not null then "
			"json_build_object('claimedOre', p.costs_ore, 'grounds', p.costs_grounds, "
			"'claimedOn', p.costs_claimed_on) end, 'documents', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'title', t.title) order by "
			"t.id) from trinn.appeal_documents l join trinn.documents t on "
			"t.county_id = l.county_id and t.id = l.document_id where l.county_id = "
			"p.county_id and l.appeal_id = p.id), '[]'), 'answers', coalesce((select "
			"json_agg(json_build_object('number', t.number, 'kind', t.kind, "
			"'outcome', t.outcome, 'ground', t.ground, 'amountOre', t.amount_ore, "
			"'year', t.year, 'grounds', t.grounds, 'sha256', t.sha256, 'resolution', "
			"t.resolution, 'resolvedOn', t.resolved_on, 'state', t.state, "
			"'proposedBy', json_build_object('id', t.proposed_by::text, 'name', "
			"trinn.person_name(t.proposed_by)), 'proposedAt', t.proposed_at, "
			"'settledBy', case when t.settled_by is not null then "
			"json_build_object('id', t.settled_by::text, 'name', "
			"trinn.person_name(t.settled_by)) end, 'settledAt', t.settled_at, "
			"'reason', t.reason, 'decisionId', t.decision_id::text, 'liftedOn', "
			"t.lifted_on) order by t.number) from trinn.appeal_proposals t where "
			"t.county_id = p.county_id and t.appeal_id = p.id), '[]'))::text as "
			"document from trinn.appeals p join trinn.applications a on a.county_id = "
			"p.county_id and a.id = p.application_id join trinn.decisions d on "
			"d.county_id = p.county_id and d.id = p.decision_id where p.county_id = "
			"(select trinn.caller_county()) and p.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_APPLICATION_APPEALS] = {
		.name = "list_application_appeals",
		.sql =
			"select (select json_agg(json_build_object('id', p.id::text, 'number', "
			"p.number, 'application', json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant), 'decision', json_build_object('id', d.id::text, 'number', "
			"d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', "
			"d.decided_on), 'state', p.state, 'lodgedOn', p.lodged_on, 'settledOn', "
			"p.settled_on) order by p.number) from trinn.appeals p join "
			"trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id "
			"where p.county_id = a.county_id and p.application_id = a.id)::text, "
			"null::text from trinn.applications a where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_APPEALS] = {
		.name = "list_appeals",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select p.id as key, json_build_object('id', p.id::text, "
			"'number', p.number, 'application', json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant), 'decision', json_build_object('id', d.id::text, 'number', "
			"d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', "
			"d.decided_on), 'state', p.state, 'lodgedOn', p.lodged_on, 'settledOn', "
			"p.settled_on) as item from (select * from trinn.appeals where county_id "
			"= (select trinn.caller_county()) and ($1::text is null or state = "
			"$1::text) and id < case when $2::int8 is null then 9223372036854775807 "
			"else $2::int8 end order by id desc limit $3::int8 + 1) p join "
			"trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id join trinn.decisions d on d.county_id = p.county_id and "
			"d.id = p.decision_id) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_APPEAL] = {
		.name = "insert_appeal",
		.sql =
			"with made as (insert into trinn.appeals (id, county_id, applicant_id, "
			"application_id, decision_id, number, asked, asked_ore, grounds, "
			"lodged_on, lodged_for, lodged_by, stay_grounds) select $1::int8, "
			"d.county_id, d.applicant_id, d.application_id, d.id, 1 + (select "
			"count(*) from trinn.appeals p where p.county_id = d.county_id and "
			"p.application_id = d.application_id), $3::text, $4::int8, $5::text, "
			"$6::date, $7::text, trinn.caller_person(), $8::text from trinn.decisions "
			"d where d.county_id = trinn.caller_county() and d.id = $2::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from made), "
			"'insert_appeal')",
		.n_params = 8,
		.lanes = DB_ON_WRITE,
	},
	[Q_ATTACH_TO_APPEAL] = {
		.name = "attach_to_appeal",
		.sql =
			"with added as (insert into trinn.appeal_documents (county_id, "
			"applicant_id, application_id, appeal_id, document_id) select "
			"p.county_id, p.applicant_id, p.application_id, p.id, t.id from "
			"trinn.appeals p join trinn.documents t on t.county_id = p.county_id and "
			"t.application_id = p.application_id where p.county_id = "
			"trinn.caller_county() and p.id = $1::int8 and t.id = any ($2::int8[]) "
			"returning 1) select trinn.exactly(cardinality($2::int8[]), (select "
			"count(*) from added), 'attach_to_appeal')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_APPEAL_PERIOD] = {
		.name = "insert_appeal_period",
		.sql =
			"with made as (insert into trinn.appeal_periods (county_id, applicant_id, "
			"application_id, decision_id, number, cause, on_day, ends_on, grounds, "
			"entered_for, entered_by) select d.county_id, d.applicant_id, "
			"d.application_id, d.id, 1 + (select count(*) from trinn.appeal_periods p "
			"where p.county_id = d.county_id and p.decision_id = d.id), $2::text, "
			"$3::date, $4::date, $5::text, $6::text, trinn.caller_person() from "
			"trinn.decisions d where d.county_id = trinn.caller_county() and d.id = "
			"$1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_appeal_period')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_TOUCH_APPLICATION] = {
		.name = "touch_application",
		.sql =
			"with changed as (update trinn.applications set version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_application')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_APPEAL] = {
		.name = "load_appeal",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', p.id, 'state', p.state, 'applicationVersion', "
			"a.version, 'application', json_build_object('caller', "
			"trinn.caller_facts(), 'today', trinn.today(), 'id', a.id, 'state', "
			"a.state, 'applicantId', a.applicant_id, 'inHand', "
			"json_build_object('callState', c.state, 'today', trinn.today(), "
			"'deadline', json_build_object('closesAt', floor(extract(epoch from "
			"trinn.closes_at(c.closes_on)))::bigint, 'graceEndsAt', "
			"floor(extract(epoch from trinn.grace_ends_at(c.closes_on)))::bigint, "
			"'graceUntil', to_char(trinn.grace_ends_at(c.closes_on) at time zone "
			"'Europe/Oslo', 'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from "
			"now()))::bigint, 'begunAt', floor(extract(epoch from "
			"a.created_at))::bigint, 'leaveUntil', (select max(s.submit_by) from "
			"trinn.late_submissions s where s.county_id = a.county_id and s.state = "
			"'granted' and (s.draft_id = a.id or s.id = a.late_submission_id)), "
			"'isLeaveAsked', exists (select from trinn.late_submissions s where "
			"s.county_id = a.county_id and s.draft_id = a.id and s.state in ('asked', "
			"'recommended'))), 'formVersion', a.form_version, 'isTrackEnded', exists "
			"(select from trinn.tracks t where t.county_id = a.county_id and t.id = "
			"a.track_id and t.state = 'ended'), 'caseNumber', a.case_number, "
			"'appliedOre', a.applied_ore, 'startsOn', a.starts_on, 'endsOn', "
			"a.ends_on, 'owesAnswer', trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) is not null, 'returnBy', a.return_by, 'caseworkerId', "
			"trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker, 'call', "
			"json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', "
			"c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'formVersion', c.form_version), 'line', (select "
			"json_build_object('name', (array_agg(f.name order by f.state = 'active', "
			"k.position))[1], 'state', (array_agg(f.state order by f.state = "
			"'active', k.position))[1], 'applicantKinds', "
			"(array_agg(to_json(f.applicant_kinds) order by k.position))[1], "
			"'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp), "
			"'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by "
			"f.max_share_bp, k.position))[1] end, 'maxAmount', (array_agg(m.amount "
			"order by (m.amount->>'amountOre')::bigint, k.position))[1], "
			"'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', "
			"bool_or(f.assures_recommendations)) from trinn.call_lines k join "
			"trinn.funding_lines f on f.county_id = k.county_id and f.id = "
			"k.funding_line_id cross join lateral (select "
			"trinn.max_amount(f.max_amounts, o.employees) as amount) m where "
			"k.county_id = c.county_id and k.call_id = c.id), 'overlaps', "
			"coalesce(v.overlaps, '[]'), 'partners', a.partners, 'unsettledPartners', "
			"coalesce(trinn.unsettled_partners(a.id), '{}'), 'county', (select "
			"n.number from trinn.counties n where n.id = a.county_id), 'applicant', "
			"json_build_object('municipalityNo', o.municipality_no, 'insolvent', "
			"o.bankrupt or o.forced_winding_up), 'costs', case when $2::bool then "
			"a.costs end, 'finance', case when $2::bool then a.finance end, 'firms', "
			"case when $2::bool then a.firms end, 'decision', case when "
			"trinn.caller_kind() = 'county' then json_build_object('applicantKind', "
			"a.applicant_kind, 'callerApplied', trinn.has_applied(a.county_id, a.id, "
			"trinn.caller_person()), 'recommendation', (select "
			"json_build_object('outcome', m.outcome, 'amountOre', m.amount_ore, "
			"'madeBy', m.made_by, 'number', m.number, 'conditions', m.conditions, "
			"'assuredBy', coalesce((select s.assured_by from trinn.assurances s where "
			"s.county_id = m.county_id and s.application_id = m.application_id and "
			"s.recommendation = m.number), 0)) from trinn.recommendations m where "
			"m.county_id = a.county_id and m.application_id = a.id order by m.number "
			"desc limit 1), 'lines', (select json_agg(json_build_object('id', f.id, "
			"'name', f.name, 'shareBp', k.share_bp, 'authority', (select "
			"json_build_object('body', t.body, 'limitOre', t.limit_ore) from "
			"trinn.authorities_on(f.county_id, f.id, trinn.today()) t where t.role = "
			"trinn.caller_role() order by t.limit_ore desc nulls first limit 1), "
			"'basis', (select json_build_object('id', b.id, 'text', b.reference || ': "
			"' || b.title, 'validFrom', b.valid_from, 'validTo', b.valid_to, "
			"'beneficiaryKinds', b.beneficiary_kinds) from trinn.legal_bases b where "
			"b.county_id = f.county_id and b.id = f.legal_basis_id), 'available', "
			"coalesce((select json_agg(json_build_object('year', t.year, 'ore', "
			"t.balance_ore)) from trinn.balances t where t.county_id = f.county_id "
			"and t.funding_line_id = f.id and t.account = 'available'), '[]')) order "
			"by k.position) from trinn.call_lines k join trinn.funding_lines f on "
			"f.county_id = k.county_id and f.id = k.funding_line_id where k.county_id "
			"= c.county_id and k.call_id = c.id), 'meeting', (select "
			"json_build_object('isBefore', trinn.is_before_meeting(a.id), "
			"'isDelegated', trinn.is_delegated(c.id), 'itemId', r.item_id, 'body', "
			"r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', "
			"r.amount_ore, 'mayDecide', r.may_decide) from (values (1)) one(x) left "
			"join trinn.resolution_of(a.id) r on true), 'rules', coalesce((select "
			"json_agg(json_build_object('id', t.id, 'key', t.rule_key, 'value', "
			"t.value)) from (select k.rule_key, v.* from unnest(array['appeal.days', "
			"'acceptance.days']) k(rule_key), lateral (select r.id, r.value::bigint "
			"as value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) v where v.unit = 'days') t), '[]'), "
			"'budget', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'earmarked', g.earmarked, 'amountOre', t.ore) order by "
			"g.position) from (select x.\"costGroup\" as cost_group, "
			"sum(x.\"amountOre\")::bigint as ore from json_to_recordset(a.costs) as "
			"x(\"costGroup\" text, \"amountOre\" bigint) group by 1) t join "
			"trinn.cost_groups g on g.county_id = a.county_id and g.funding_line_id = "
			"l.id and g.code = t.cost_group), '[]'), 'organisations', case when "
			"a.partner_ids = '{}' then '[]' else (select "
			"json_agg(json_build_object('orgnr', b.orgnr, 'costsOre', "
			"b.\"costsOre\")) from json_to_recordset(trinn.budgets_of(a.applicant, "
			"a.partners, a.costs, a.finance)) as b(orgnr text, \"costsOre\" bigint)) "
			"end, 'evaluation', case when c.evaluation is not null then (select "
			"json_build_object('state', e.state, 'isBelowMinimum', "
			"coalesce(k.is_below_minimum, false), 'consolidatedBy', k.made_by, "
			"'assessors', coalesce((select json_agg(json_build_object('personId', "
			"s.person_id, 'name', trinn.person_name(s.person_id), 'state', s.state, "
			"'isQuestioned', trinn.is_questioned(s.person_id, a.id))) from "
			"trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = "
			"e.id and s.state = 'scored'), '[]'), 'requirements', (select "
			"json_agg(r.id::bigint) from "
			"json_array_elements_text(c.evaluation->'requirements') as r(id)), "
			"'nextId', case when $2::bool then nextval('trinn.evaluations_id_seq') "
			"else 0 end) from (values (1)) one(x) left join trinn.evaluations e on "
			"e.county_id = a.county_id and e.application_id = a.id and e.state <> "
			"'void' left join trinn.consolidations k on k.county_id = e.county_id and "
			"k.id = e.consolidation_id) end, 'datedConditions', (select "
			"json_agg(k.kind) from trinn.condition_kinds k where k.needs_day), "
			"'appealBody', l.appeal_body, 'held', (select json_build_object('id', "
			"d.id, 'releaseOn', d.release_on, 'grants', d.amount_ore > 0, 'rules', "
			"(select json_agg(json_build_object('id', r.id, 'key', r.key, 'value', "
			"r.value::bigint)) from trinn.rule_params r where r.id = any "
			"(d.rule_params))) from trinn.decisions d where d.county_id = a.county_id "
			"and d.application_id = a.id and d.released_at is null), 'releaseOn', "
			"c.release_on, 'holdDays', trinn.county_figure('decision.hold_days', 30), "
			"'decisionId', case when $2::bool then nextval('trinn.decisions_id_seq') "
			"else 0 end, 'grantId', case when $2::bool then "
			"nextval('trinn.grants_id_seq') else 0 end) end, 'appealable', (select "
			"json_build_object('decisionId', d.id, 'decidedOn', d.decided_on, "
			"'dueOn', trinn.appeal_due(d.county_id, d.id), 'hadGrounds', exists "
			"(select from trinn.appeal_periods p where p.county_id = d.county_id and "
			"p.decision_id = d.id and p.cause = 'grounds_given'), 'isOfBoard', "
			"trinn.is_of_board(d.county_id, d.id), 'appealId', (select p.id from "
			"trinn.appeals p where p.county_id = d.county_id and p.decision_id = d.id "
			"and p.settled_on is null), 'appealDays', (select r.value from (values "
			"('appeal.days')) k(rule_key), lateral (select r.id, r.value::bigint as "
			"value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) r where r.unit = 'days'), "
			"'postDays', trinn.county_figure('notice.post_days', 5), 'nextId', case "
			"when $2::bool then nextval('trinn.appeals_id_seq') else 0 end, "
			"'documents', coalesce((select json_agg(t.id) from trinn.documents t "
			"where $2::bool and t.county_id = a.county_id and t.application_id = a.id "
			"and t.state = 'clean' and t.access = 'party'), '[]')) from "
			"trinn.decisions d where d.county_id = a.county_id and d.application_id = "
			"a.id and d.released_at is not null order by d.number desc limit 1), "
			"'answers', case when $2::bool then a.answers end, 'form', case when "
			"$2::bool then (select f.schema from trinn.forms f where f.county_id = "
			"a.county_id and f.call_id = a.call_id and f.version = a.form_version) "
			"end, 'newerForm', case when $2::bool and c.form_version <> "
			"a.form_version then (select f.schema from trinn.forms f where "
			"f.county_id = a.county_id and f.call_id = a.call_id and f.version = "
			"c.form_version) end), 'decision', (select json_build_object('id', d.id, "
			"'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', "
			"d.decided_on, 'recommendedBy', d.recommended_by, 'decidedBy', "
			"d.decided_by, 'isNewest', not exists (select from trinn.decisions n "
			"where n.county_id = d.county_id and n.application_id = d.application_id "
			"and n.number > d.number)) from trinn.decisions d where d.county_id = "
			"p.county_id and d.id = p.decision_id), 'grant', (select "
			"json_build_object('id', g.id, 'state', g.state, 'amountOre', "
			"g.amount_ore, 'remainingOre', g.remaining_ore, 'year', g.year, 'parts', "
			"(select json_agg(json_build_object('year', t.year, 'shareBp', "
			"t.share_bp, 'remainingOre', t.remaining_ore) order by t.position) from "
			"trinn.grant_parts t where t.county_id = g.county_id and t.grant_id = "
			"g.id), 'costs', (select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'budgetOre', t.budget_ore) order by t.cost_group) from "
			"trinn.grant_costs t where t.county_id = g.county_id and t.grant_id = "
			"g.id)) from trinn.grants g where g.county_id = a.county_id and "
			"g.application_id = a.id and g.state not in ('annulled', 'lapsed') order "
			"by g.id desc limit 1), 'appealBody', l.appeal_body, 'askedOre', "
			"p.asked_ore, 'lodgedOn', p.lodged_on, 'lodgedBy', p.lodged_by, "
			"'isEntered', p.lodged_for is not null, 'dueOn', "
			"trinn.appeal_due(p.county_id, p.decision_id), 'isSentBack', "
			"s.is_sent_back, 'hasLeave', s.has_leave, 'isLeaveAnswered', "
			"s.is_leave_answered, 'asksStay', p.stay_grounds is not null, 'hasStay', "
			"s.has_stay, 'commentBy', p.comment_by, 'hasComment', p.comment is not "
			"null, 'settledOn', p.settled_on, 'costsOre', p.costs_ore, "
			"'isCostsAnswered', s.is_costs_answered, 'open', s.open, 'documents', "
			"coalesce((select json_agg(t.id) from trinn.documents t where $2::bool "
			"and t.county_id = a.county_id and t.application_id = a.id and t.state = "
			"'clean' and t.access = 'party'), '[]'), 'leaveMonths', (select r.value "
			"from (values ('appeal.leave_months')) k(rule_key), lateral (select r.id, "
			"r.value::bigint as value, r.unit from trinn.rule_params r where r.key = "
			"rule_key and trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity') and (r.county_id is null or r.county_id = "
			"trinn.caller_county()) order by r.county_id nulls first limit 1) r where "
			"r.unit = 'months'), 'costsDays', (select r.value from (values "
			"('appeal.costs_days')) k(rule_key), lateral (select r.id, "
			"r.value::bigint as value, r.unit from trinn.rule_params r where r.key = "
			"rule_key and trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity') and (r.county_id is null or r.county_id = "
			"trinn.caller_county()) order by r.county_id nulls first limit 1) r where "
			"r.unit = 'days'), 'commentDays', "
			"trinn.county_figure('appeal.comment_days', 14), 'proposalId', case when "
			"$2::bool then nextval('trinn.appeal_proposals_id_seq') else 0 "
			"end)::text, p.version, "
			"((jsonb_build_array(jsonb_build_array('application', a.id, g.version, "
			"true), jsonb_build_array('call', c.id, gc.version, false)) || (select "
			"jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, "
			"trinn.guard_version('funding_line', k.funding_line_id), false)) from "
			"trinn.call_lines k where k.county_id = c.county_id and k.call_id = c.id) "
			"|| coalesce(v.guards, '[]')) || "
			"jsonb_build_array(jsonb_build_array('appeal', p.id, "
			"trinn.guard_version('appeal', p.id), true)))::text from trinn.appeals p "
			"join trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id join trinn.funding_lines l on l.county_id = a.county_id "
			"and l.id = c.funding_line_id join trinn.organisations o on o.id = "
			"a.applicant_id join trinn.guards g on g.county_id = a.county_id and "
			"g.kind = 'application' and g.id = a.id join trinn.guards gc on "
			"gc.county_id = a.county_id and gc.kind = 'call' and gc.id = c.id cross "
			"join lateral (select json_agg(json_build_object('caseNumber', "
			"o.case_number, 'line', o.line, 'firm', o.firm, 'need', o.need, "
			"'isGranted', o.is_granted) order by o.application_id, o.line, o.firm, "
			"o.need) as overlaps, jsonb_agg(distinct jsonb_build_array('application', "
			"o.application_id, trinn.guard_version('application', o.application_id), "
			"false)) filter (where o.case_number is not null) as guards from "
			"trinn.overlaps_of(a.id) o) v cross join lateral (select "
			"coalesce(bool_or(t.kind = 'board' and t.state = 'confirmed' and "
			"t.outcome = 'sent_back'), false) as is_sent_back, "
			"coalesce(bool_or(t.kind = 'leave' and t.state = 'confirmed' and "
			"t.outcome = 'given'), false) as has_leave, coalesce(bool_or(t.kind = "
			"'leave' and t.state = 'confirmed'), false) as is_leave_answered, "
			"coalesce(bool_or(t.kind = 'stay' and t.state = 'confirmed' and t.outcome "
			"= 'given' and t.lifted_on is null), false) as has_stay, "
			"coalesce(bool_or(t.kind = 'costs' and t.state = 'confirmed'), false) as "
			"is_costs_answered, coalesce(json_agg(json_build_object('id', t.id, "
			"'number', t.number, 'kind', t.kind, 'outcome', t.outcome, 'amountOre', "
			"t.amount_ore, 'year', t.year, 'grounds', t.grounds, 'resolution', "
			"t.resolution, 'proposedBy', t.proposed_by) order by t.number) filter "
			"(where t.state = 'proposed'), '[]') as open from trinn.appeal_proposals "
			"t where t.county_id = p.county_id and t.appeal_id = p.id) s where "
			"p.county_id = (select trinn.caller_county()) and p.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_TOUCH_APPEAL] = {
		.name = "touch_appeal",
		.sql =
			"with changed as (update trinn.appeals set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_appeal')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_APPEAL] = {
		.name = "move_appeal",
		.sql =
			"with changed as (update trinn.appeals set state = $3::text, settled_on = "
			"null, version = version + 1 where county_id = trinn.caller_county() and "
			"id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'move_appeal')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_END_APPEAL] = {
		.name = "end_appeal",
		.sql =
			"with changed as (update trinn.appeals set state = $3::text, settled_on = "
			"trinn.today(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), 'end_appeal')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_FORWARD_APPEAL] = {
		.name = "forward_appeal",
		.sql =
			"with changed as (update trinn.appeals set state = 'forwarded', "
			"comment_by = $3::date, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'forward_appeal')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_STAY] = {
		.name = "ask_stay",
		.sql =
			"with changed as (update trinn.appeals set stay_grounds = $3::text, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'ask_stay')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_COMMENT_APPEAL] = {
		.name = "comment_appeal",
		.sql =
			"with changed as (update trinn.appeals set comment = $3::text, "
			"commented_by = trinn.caller_person(), commented_at = now(), version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'comment_appeal')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLAIM_APPEAL_COSTS] = {
		.name = "claim_appeal_costs",
		.sql =
			"with changed as (update trinn.appeals set costs_ore = $3::int8, "
			"costs_grounds = $4::text, costs_claimed_by = trinn.caller_person(), "
			"costs_claimed_on = trinn.today(), version = version + 1 where county_id "
			"= trinn.caller_county() and id = $1::int8 and version = $2::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'claim_appeal_costs')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_APPEAL_PROPOSAL] = {
		.name = "insert_appeal_proposal",
		.sql =
			"with made as (insert into trinn.appeal_proposals (id, county_id, "
			"applicant_id, application_id, appeal_id, number, kind, outcome, ground, "
			"amount_ore, year, grounds, sha256, resolution, resolved_on, proposed_by) "
			"select $1::int8, p.county_id, p.applicant_id, p.application_id, p.id, 1 "
			"+ (select count(*) from trinn.appeal_proposals t where t.county_id = "
			"p.county_id and t.appeal_id = p.id), $3::text, $4::text, $5::text, "
			"$6::int8, $7::int4, $8::text, encode(sha256(convert_to($8::text, "
			"'UTF8')), 'hex'), $9::text, $10::date, trinn.caller_person() from "
			"trinn.appeals p where p.county_id = trinn.caller_county() and p.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_appeal_proposal')",
		.n_params = 10,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_APPEAL_PROPOSAL] = {
		.name = "settle_appeal_proposal",
		.sql =
			"with changed as (update trinn.appeal_proposals set state = $2::text, "
			"reason = $3::text, decision_id = $4::int8, settled_by = "
			"trinn.caller_person(), settled_at = now() where county_id = "
			"trinn.caller_county() and id = $1::int8 and state = 'proposed' returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'settle_appeal_proposal')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_APPLICATION_DOCUMENT] = {
		.name = "application_document",
		.sql =
			"select a.version::text as etag, row_to_json(d)::text as document from "
			"trinn.applications a, lateral (select a.id::text as id, a.case_number as "
			"\"caseNumber\", a.state, a.title, a.applicant, a.call, a.track_id::text "
			"as \"trackId\", a.applied_ore as \"appliedOre\", 'NOK' as currency, "
			"a.submitted_at as \"submittedAt\", trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = "
			"'county' and trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\", "
			"a.form_version as \"formVersion\", a.late_submission_id::text as "
			"\"lateSubmissionId\", a.answers, a.starts_on as \"startsOn\", a.ends_on "
			"as \"endsOn\", a.new_content as \"newContent\", a.costs, a.finance, "
			"a.partners, trinn.budgets_of(a.applicant, a.partners, a.costs, "
			"a.finance) as budgets, a.firms, a.fagpartnere, a.created_at as "
			"\"createdAt\", a.destroyed_on as \"destroyedOn\", a.caseworker, "
			"a.return_reason as \"returnReason\", a.return_by as \"answerBy\", "
			"coalesce((select json_agg(json_build_object('number', p.number, "
			"'expectedOn', p.expected_on, 'reason', p.reason, 'answeredBy', "
			"trinn.person_name(p.answered_by), 'answeredAt', p.answered_at) order by "
			"p.number) from trinn.preliminary_answers p where p.county_id = "
			"a.county_id and p.application_id = a.id), '[]') as "
			"\"preliminaryAnswers\", coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'decisionId', "
			"p.decision_id::text, 'state', p.state, 'lodgedOn', p.lodged_on) order by "
			"p.number) from trinn.appeals p where p.county_id = a.county_id and "
			"p.application_id = a.id), '[]') as appeals, case when a.applicant_kind = "
			"'firm' and trinn.caller_kind() = 'firm' then coalesce((select "
			"json_agg(json_build_object('line', o.line, 'need', o.need, 'isGranted', "
			"o.is_granted) order by o.application_id, o.line, o.need) from "
			"trinn.overlaps_of(a.id) o), '[]') end as \"otherSchemes\") d where "
			"a.county_id = trinn.caller_county() and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_APPLICATION] = {
		.name = "reply_application",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"a.version::text as etag, row_to_json(d)::text as document from "
			"trinn.applications a, lateral (select a.id::text as id, a.case_number as "
			"\"caseNumber\", a.state, a.title, a.applicant, a.call, a.track_id::text "
			"as \"trackId\", a.applied_ore as \"appliedOre\", 'NOK' as currency, "
			"a.submitted_at as \"submittedAt\", trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = "
			"'county' and trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\", "
			"a.form_version as \"formVersion\", a.late_submission_id::text as "
			"\"lateSubmissionId\", a.answers, a.starts_on as \"startsOn\", a.ends_on "
			"as \"endsOn\", a.new_content as \"newContent\", a.costs, a.finance, "
			"a.partners, trinn.budgets_of(a.applicant, a.partners, a.costs, "
			"a.finance) as budgets, a.firms, a.fagpartnere, a.created_at as "
			"\"createdAt\", a.destroyed_on as \"destroyedOn\", a.caseworker, "
			"a.return_reason as \"returnReason\", a.return_by as \"answerBy\", "
			"coalesce((select json_agg(json_build_object('number', p.number, "
			"'expectedOn', p.expected_on, 'reason', p.reason, 'answeredBy', "
			"trinn.person_name(p.answered_by), 'answeredAt', p.answered_at) order by "
			"p.number) from trinn.preliminary_answers p where p.county_id = "
			"a.county_id and p.application_id = a.id), '[]') as "
			"\"preliminaryAnswers\", coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'decisionId', "
			"p.decision_id::text, 'state', p.state, 'lodgedOn', p.lodged_on) order by "
			"p.number) from trinn.appeals p where p.county_id = a.county_id and "
			"p.application_id = a.id), '[]') as appeals, case when a.applicant_kind = "
			"'firm' and trinn.caller_kind() = 'firm' then coalesce((select "
			"json_agg(json_build_object('line', o.line, 'need', o.need, 'isGranted', "
			"o.is_granted) order by o.application_id, o.line, o.need) from "
			"trinn.overlaps_of(a.id) o), '[]') end as \"otherSchemes\") d where "
			"a.county_id = trinn.caller_county() and a.id = $6::int8 offset 0) d, "
			"lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_NEW_APPLICATION] = {
		.name = "load_new_application",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.applications_id_seq')::text, "
			"'callState', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, "
			"'deadline', json_build_object('closesAt', floor(extract(epoch from "
			"trinn.closes_at(c.closes_on)))::bigint, 'graceEndsAt', "
			"floor(extract(epoch from trinn.grace_ends_at(c.closes_on)))::bigint, "
			"'graceUntil', to_char(trinn.grace_ends_at(c.closes_on) at time zone "
			"'Europe/Oslo', 'YYYY-MM-DD HH24:MI')), 'leaveId', v.id, 'programmeId', "
			"c.programme_id, 'formVersion', c.form_version, 'applicantKinds', "
			"l.applicant_kinds, 'trackProgrammeId', (select t.programme_id from "
			"trinn.tracks t where t.county_id = c.county_id and t.id = $2::int8), "
			"'trackState', (select t.state from trinn.tracks t where t.county_id = "
			"c.county_id and t.id = $2::int8), 'trackApplicationId', (select "
			"min(a.id) from trinn.applications a where a.county_id = c.county_id and "
			"a.call_id = c.id and a.track_id = $2::int8 and a.state <> "
			"'withdrawn'))::text, null::bigint, (select "
			"json_agg(json_build_array(k.kind, k.id, k.version, k.kind = 'track')) "
			"from trinn.guards k where k.county_id = c.county_id and (k.kind = 'call' "
			"and k.id = c.id or k.kind = 'track' and k.id = $2::int8 or k.kind = "
			"'late_submission' and k.id = v.id))::text from trinn.calls c join "
			"trinn.funding_lines l on l.county_id = c.county_id and l.id = "
			"c.funding_line_id left join lateral (select s.id from "
			"trinn.late_submissions s where s.county_id = c.county_id and s.call_id = "
			"c.id and s.applicant_id = trinn.caller_org() and s.state = 'granted' and "
			"s.draft_id is null and s.submit_by >= trinn.today() and not exists "
			"(select from trinn.applications a where a.county_id = s.county_id and "
			"a.late_submission_id = s.id) order by s.id limit 1) v on "
			"trinn.call_state(c) <> 'open' where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_APPLICATION] = {
		.name = "insert_application",
		.sql =
			"insert into trinn.applications (id, county_id, applicant_id, "
			"applicant_kind, call_id, form_version, track_id, late_submission_id, "
			"title, created_by) values ($1::int8, trinn.caller_county(), "
			"trinn.caller_org(), trinn.caller_kind(), $2::int8, $3::int4, $4::int8, "
			"$5::int8, $6::text, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()))",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_APPLICATION] = {
		.name = "load_application",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', "
			"a.applicant_id, 'inHand', json_build_object('callState', c.state, "
			"'today', trinn.today(), 'deadline', json_build_object('closesAt', "
			"floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint, "
			"'graceEndsAt', floor(extract(epoch from "
			"trinn.grace_ends_at(c.closes_on)))::bigint, 'graceUntil', "
			"to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', "
			"'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from now()))::bigint, "
			"'begunAt', floor(extract(epoch from a.created_at))::bigint, "
			"'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s "
			"where s.county_id = a.county_id and s.state = 'granted' and (s.draft_id "
			"= a.id or s.id = a.late_submission_id)), 'isLeaveAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = a.county_id and "
			"s.draft_id = a.id and s.state in ('asked', 'recommended'))), "
			"'formVersion', a.form_version, 'isTrackEnded', exists (select from "
			"trinn.tracks t where t.county_id = a.county_id and t.id = a.track_id and "
			"t.state = 'ended'), 'caseNumber', a.case_number, 'appliedOre', "
			"a.applied_ore, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'owesAnswer', trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) is not null, 'returnBy', a.return_by, 'caseworkerId', "
			"trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker, 'call', "
			"json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', "
			"c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'formVersion', c.form_version), 'line', (select "
			"json_build_object('name', (array_agg(f.name order by f.state = 'active', "
			"k.position))[1], 'state', (array_agg(f.state order by f.state = "
			"'active', k.position))[1], 'applicantKinds', "
			"(array_agg(to_json(f.applicant_kinds) order by k.position))[1], "
			"'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp), "
			"'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by "
			"f.max_share_bp, k.position))[1] end, 'maxAmount', (array_agg(m.amount "
			"order by (m.amount->>'amountOre')::bigint, k.position))[1], "
			"'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', "
			"bool_or(f.assures_recommendations)) from trinn.call_lines k join "
			"trinn.funding_lines f on f.county_id = k.county_id and f.id = "
			"k.funding_line_id cross join lateral (select "
			"trinn.max_amount(f.max_amounts, o.employees) as amount) m where "
			"k.county_id = c.county_id and k.call_id = c.id), 'overlaps', "
			"coalesce(v.overlaps, '[]'), 'partners', a.partners, 'unsettledPartners', "
			"coalesce(trinn.unsettled_partners(a.id), '{}'), 'county', (select "
			"n.number from trinn.counties n where n.id = a.county_id), 'applicant', "
			"json_build_object('municipalityNo', o.municipality_no, 'insolvent', "
			"o.bankrupt or o.forced_winding_up), 'costs', case when $2::bool then "
			"a.costs end, 'finance', case when $2::bool then a.finance end, 'firms', "
			"case when $2::bool then a.firms end, 'decision', case when "
			"trinn.caller_kind() = 'county' then json_build_object('applicantKind', "
			"a.applicant_kind, 'callerApplied', trinn.has_applied(a.county_id, a.id, "
			"trinn.caller_person()), 'recommendation', (select "
			"json_build_object('outcome', m.outcome, 'amountOre', m.amount_ore, "
			"'madeBy', m.made_by, 'number', m.number, 'conditions', m.conditions, "
			"'assuredBy', coalesce((select s.assured_by from trinn.assurances s where "
			"s.county_id = m.county_id and s.application_id = m.application_id and "
			"s.recommendation = m.number), 0)) from trinn.recommendations m where "
			"m.county_id = a.county_id and m.application_id = a.id order by m.number "
			"desc limit 1), 'lines', (select json_agg(json_build_object('id', f.id, "
			"'name', f.name, 'shareBp', k.share_bp, 'authority', (select "
			"json_build_object('body', t.body, 'limitOre', t.limit_ore) from "
			"trinn.authorities_on(f.county_id, f.id, trinn.today()) t where t.role = "
			"trinn.caller_role() order by t.limit_ore desc nulls first limit 1), "
			"'basis', (select json_build_object('id', b.id, 'text', b.reference || ': "
			"' || b.title, 'validFrom', b.valid_from, 'validTo', b.valid_to, "
			"'beneficiaryKinds', b.beneficiary_kinds) from trinn.legal_bases b where "
			"b.county_id = f.county_id and b.id = f.legal_basis_id), 'available', "
			"coalesce((select json_agg(json_build_object('year', t.year, 'ore', "
			"t.balance_ore)) from trinn.balances t where t.county_id = f.county_id "
			"and t.funding_line_id = f.id and t.account = 'available'), '[]')) order "
			"by k.position) from trinn.call_lines k join trinn.funding_lines f on "
			"f.county_id = k.county_id and f.id = k.funding_line_id where k.county_id "
			"= c.county_id and k.call_id = c.id), 'meeting', (select "
			"json_build_object('isBefore', trinn.is_before_meeting(a.id), "
			"'isDelegated', trinn.is_delegated(c.id), 'itemId', r.item_id, 'body', "
			"r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', "
			"r.amount_ore, 'mayDecide', r.may_decide) from (values (1)) one(x) left "
			"join trinn.resolution_of(a.id) r on true), 'rules', coalesce((select "
			"json_agg(json_build_object('id', t.id, 'key', t.rule_key, 'value', "
			"t.value)) from (select k.rule_key, v.* from unnest(array['appeal.days', "
			"'acceptance.days']) k(rule_key), lateral (select r.id, r.value::bigint "
			"as value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) v where v.unit = 'days') t), '[]'), "
			"'budget', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'earmarked', g.earmarked, 'amountOre', t.ore) order by "
			"g.position) from (select x.\"costGroup\" as cost_group, "
			"sum(x.\"amountOre\")::bigint as ore from json_to_recordset(a.costs) as "
			"x(\"costGroup\" text, \"amountOre\" bigint) group by 1) t join "
			"trinn.cost_groups g on g.county_id = a.county_id and g.funding_line_id = "
			"l.id and g.code = t.cost_group), '[]'), 'organisations', case when "
			"a.partner_ids = '{}' then '[]' else (select "
			"json_agg(json_build_object('orgnr', b.orgnr, 'costsOre', "
			"b.\"costsOre\")) from json_to_recordset(trinn.budgets_of(a.applicant, "
			"a.partners, a.costs, a.finance)) as b(orgnr text, \"costsOre\" bigint)) "
			"end, 'evaluation', case when c.evaluation is not null then (select "
			"json_build_object('state', e.state, 'isBelowMinimum', "
			"coalesce(k.is_below_minimum, false), 'consolidatedBy', k.made_by, "
			"'assessors', coalesce((select json_agg(json_build_object('personId', "
			"s.person_id, 'name', trinn.person_name(s.person_id), 'state', s.state, "
			"'isQuestioned', trinn.is_questioned(s.person_id, a.id))) from "
			"trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = "
			"e.id and s.state = 'scored'), '[]'), 'requirements', (select "
			"json_agg(r.id::bigint) from "
			"json_array_elements_text(c.evaluation->'requirements') as r(id)), "
			"'nextId', case when $2::bool then nextval('trinn.evaluations_id_seq') "
			"else 0 end) from (values (1)) one(x) left join trinn.evaluations e on "
			"e.county_id = a.county_id and e.application_id = a.id and e.state <> "
			"'void' left join trinn.consolidations k on k.county_id = e.county_id and "
			"k.id = e.consolidation_id) end, 'datedConditions', (select "
			"json_agg(k.kind) from trinn.condition_kinds k where k.needs_day), "
			"'appealBody', l.appeal_body, 'held', (select json_build_object('id', "
			"d.id, 'releaseOn', d.release_on, 'grants', d.amount_ore > 0, 'rules', "
			"(select json_agg(json_build_object('id', r.id, 'key', r.key, 'value', "
			"r.value::bigint)) from trinn.rule_params r where r.id = any "
			"(d.rule_params))) from trinn.decisions d where d.county_id = a.county_id "
			"and d.application_id = a.id and d.released_at is null), 'releaseOn', "
			"c.release_on, 'holdDays', trinn.county_figure('decision.hold_days', 30), "
			"'decisionId', case when $2::bool then nextval('trinn.decisions_id_seq') "
			"else 0 end, 'grantId', case when $2::bool then "
			"nextval('trinn.grants_id_seq') else 0 end) end, 'appealable', (select "
			"json_build_object('decisionId', d.id, 'decidedOn', d.decided_on, "
			"'dueOn', trinn.appeal_due(d.county_id, d.id), 'hadGrounds', exists "
			"(select from trinn.appeal_periods p where p.county_id = d.county_id and "
			"p.decision_id = d.id and p.cause = 'grounds_given'), 'isOfBoard', "
			"trinn.is_of_board(d.county_id, d.id), 'appealId', (select p.id from "
			"trinn.appeals p where p.county_id = d.county_id and p.decision_id = d.id "
			"and p.settled_on is null), 'appealDays', (select r.value from (values "
			"('appeal.days')) k(rule_key), lateral (select r.id, r.value::bigint as "
			"value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) r where r.unit = 'days'), "
			"'postDays', trinn.county_figure('notice.post_days', 5), 'nextId', case "
			"when $2::bool then nextval('trinn.appeals_id_seq') else 0 end, "
			"'documents', coalesce((select json_agg(t.id) from trinn.documents t "
			"where $2::bool and t.county_id = a.county_id and t.application_id = a.id "
			"and t.state = 'clean' and t.access = 'party'), '[]')) from "
			"trinn.decisions d where d.county_id = a.county_id and d.application_id = "
			"a.id and d.released_at is not null order by d.number desc limit 1), "
			"'answers', case when $2::bool then a.answers end, 'form', case when "
			"$2::bool then (select f.schema from trinn.forms f where f.county_id = "
			"a.county_id and f.call_id = a.call_id and f.version = a.form_version) "
			"end, 'newerForm', case when $2::bool and c.form_version <> "
			"a.form_version then (select f.schema from trinn.forms f where "
			"f.county_id = a.county_id and f.call_id = a.call_id and f.version = "
			"c.form_version) end)::text, a.version, "
			"(jsonb_build_array(jsonb_build_array('application', a.id, g.version, "
			"true), jsonb_build_array('call', c.id, gc.version, false)) || (select "
			"jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, "
			"trinn.guard_version('funding_line', k.funding_line_id), false)) from "
			"trinn.call_lines k where k.county_id = c.county_id and k.call_id = c.id) "
			"|| coalesce(v.guards, '[]'))::text from trinn.applications a join "
			"trinn.calls c on c.county_id = a.county_id and c.id = a.call_id join "
			"trinn.funding_lines l on l.county_id = a.county_id and l.id = "
			"c.funding_line_id join trinn.organisations o on o.id = a.applicant_id "
			"join trinn.guards g on g.county_id = a.county_id and g.kind = "
			"'application' and g.id = a.id join trinn.guards gc on gc.county_id = "
			"a.county_id and gc.kind = 'call' and gc.id = c.id cross join lateral "
			"(select json_agg(json_build_object('caseNumber', o.case_number, 'line', "
			"o.line, 'firm', o.firm, 'need', o.need, 'isGranted', o.is_granted) order "
			"by o.application_id, o.line, o.firm, o.need) as overlaps, "
			"jsonb_agg(distinct jsonb_build_array('application', o.application_id, "
			"trinn.guard_version('application', o.application_id), false)) filter "
			"(where o.case_number is not null) as guards from trinn.overlaps_of(a.id) "
			"o) v where a.county_id = (select trinn.caller_county()) and a.id = "
			"$1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_ASSIGNING] = {
		.name = "load_assigning",
		.sql =
			"select ((json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', "
			"a.applicant_id, 'inHand', json_build_object('callState', c.state, "
			"'today', trinn.today(), 'deadline', json_build_object('closesAt', "
			"floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint, "
			"'graceEndsAt', floor(extract(epoch from "
			"trinn.grace_ends_at(c.closes_on)))::bigint, 'graceUntil', "
			"to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', "
			"'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from now()))::bigint, "
			"'begunAt', floor(extract(epoch from a.created_at))::bigint, "
			"'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s "
			"where s.county_id = a.county_id and s.state = 'granted' and (s.draft_id "
			"= a.id or s.id = a.late_submission_id)), 'isLeaveAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = a.county_id and "
			"s.draft_id = a.id and s.state in ('asked', 'recommended'))), "
			"'formVersion', a.form_version, 'isTrackEnded', exists (select from "
			"trinn.tracks t where t.county_id = a.county_id and t.id = a.track_id and "
			"t.state = 'ended'), 'caseNumber', a.case_number, 'appliedOre', "
			"a.applied_ore, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'owesAnswer', trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) is not null, 'returnBy', a.return_by, 'caseworkerId', "
			"trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker, 'call', "
			"json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', "
			"c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'formVersion', c.form_version), 'line', (select "
			"json_build_object('name', (array_agg(f.name order by f.state = 'active', "
			"k.position))[1], 'state', (array_agg(f.state order by f.state = "
			"'active', k.position))[1], 'applicantKinds', "
			"(array_agg(to_json(f.applicant_kinds) order by k.position))[1], "
			"'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp), "
			"'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by "
			"f.max_share_bp, k.position))[1] end, 'maxAmount', (array_agg(m.amount "
			"order by (m.amount->>'amountOre')::bigint, k.position))[1], "
			"'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', "
			"bool_or(f.assures_recommendations)) from trinn.call_lines k join "
			"trinn.funding_lines f on f.county_id = k.county_id and f.id = "
			"k.funding_line_id cross join lateral (select "
			"trinn.max_amount(f.max_amounts, o.employees) as amount) m where "
			"k.county_id = c.county_id and k.call_id = c.id), 'overlaps', "
			"coalesce(v.overlaps, '[]'), 'partners', a.partners, 'unsettledPartners', "
			"coalesce(trinn.unsettled_partners(a.id), '{}'), 'county', (select "
			"n.number from trinn.counties n where n.id = a.county_id), 'applicant', "
			"json_build_object('municipalityNo', o.municipality_no, 'insolvent', "
			"o.bankrupt or o.forced_winding_up), 'costs', case when $2::bool then "
			"a.costs end, 'finance', case when $2::bool then a.finance end, 'firms', "
			"case when $2::bool then a.firms end, 'decision', case when "
			"trinn.caller_kind() = 'county' then json_build_object('applicantKind', "
			"a.applicant_kind, 'callerApplied', trinn.has_applied(a.county_id, a.id, "
			"trinn.caller_person()), 'recommendation', (select "
			"json_build_object('outcome', m.outcome, 'amountOre', m.amount_ore, "
			"'madeBy', m.made_by, 'number', m.number, 'conditions', m.conditions, "
			"'assuredBy', coalesce((select s.assured_by from trinn.assurances s where "
			"s.county_id = m.county_id and s.application_id = m.application_id and "
			"s.recommendation = m.number), 0)) from trinn.recommendations m where "
			"m.county_id = a.county_id and m.application_id = a.id order by m.number "
			"desc limit 1), 'lines', (select json_agg(json_build_object('id', f.id, "
			"'name', f.name, 'shareBp', k.share_bp, 'authority', (select "
			"json_build_object('body', t.body, 'limitOre', t.limit_ore) from "
			"trinn.authorities_on(f.county_id, f.id, trinn.today()) t where t.role = "
			"trinn.caller_role() order by t.limit_ore desc nulls first limit 1), "
			"'basis', (select json_build_object('id', b.id, 'text', b.reference || ': "
			"' || b.title, 'validFrom', b.valid_from, 'validTo', b.valid_to, "
			"'beneficiaryKinds', b.beneficiary_kinds) from trinn.legal_bases b where "
			"b.county_id = f.county_id and b.id = f.legal_basis_id), 'available', "
			"coalesce((select json_agg(json_build_object('year', t.year, 'ore', "
			"t.balance_ore)) from trinn.balances t where t.county_id = f.county_id "
			"and t.funding_line_id = f.id and t.account = 'available'), '[]')) order "
			"by k.position) from trinn.call_lines k join trinn.funding_lines f on "
			"f.county_id = k.county_id and f.id = k.funding_line_id where k.county_id "
			"= c.county_id and k.call_id = c.id), 'meeting', (select "
			"json_build_object('isBefore', trinn.is_before_meeting(a.id), "
			"'isDelegated', trinn.is_delegated(c.id), 'itemId', r.item_id, 'body', "
			"r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', "
			"r.amount_ore, 'mayDecide', r.may_decide) from (values (1)) one(x) left "
			"join trinn.resolution_of(a.id) r on true), 'rules', coalesce((select "
			"json_agg(json_build_object('id', t.id, 'key', t.rule_key, 'value', "
			"t.value)) from (select k.rule_key, v.* from unnest(array['appeal.days', "
			"'acceptance.days']) k(rule_key), lateral (select r.id, r.value::bigint "
			"as value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) v where v.unit = 'days') t), '[]'), "
			"'budget', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'earmarked', g.earmarked, 'amountOre', t.ore) order by "
			"g.position) from (select x.\"costGroup\" as cost_group, "
			"sum(x.\"amountOre\")::bigint as ore from json_to_recordset(a.costs) as "
			"x(\"costGroup\" text, \"amountOre\" bigint) group by 1) t join "
			"trinn.cost_groups g on g.county_id = a.county_id and g.funding_line_id = "
			"l.id and g.code = t.cost_group), '[]'), 'organisations', case when "
			"a.partner_ids = '{}' then '[]' else (select "
			"json_agg(json_build_object('orgnr', b.orgnr, 'costsOre', "
			"b.\"costsOre\")) from json_to_recordset(trinn.budgets_of(a.applicant, "
			"a.partners, a.costs, a.finance)) as b(orgnr text, \"costsOre\" bigint)) "
			"end, 'evaluation', case when c.evaluation is not null then (select "
			"json_build_object('state', e.state, 'isBelowMinimum', "
			"coalesce(k.is_below_minimum, false), 'consolidatedBy', k.made_by, "
			"'assessors', coalesce((select json_agg(json_build_object('personId', "
			"s.person_id, 'name', trinn.person_name(s.person_id), 'state', s.state, "
			"'isQuestioned', trinn.is_questioned(s.person_id, a.id))) from "
			"trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = "
			"e.id and s.state = 'scored'), '[]'), 'requirements', (select "
			"json_agg(r.id::bigint) from "
			"json_array_elements_text(c.evaluation->'requirements') as r(id)), "
			"'nextId', case when $2::bool then nextval('trinn.evaluations_id_seq') "
			"else 0 end) from (values (1)) one(x) left join trinn.evaluations e on "
			"e.county_id = a.county_id and e.application_id = a.id and e.state <> "
			"'void' left join trinn.consolidations k on k.county_id = e.county_id and "
			"k.id = e.consolidation_id) end, 'datedConditions', (select "
			"json_agg(k.kind) from trinn.condition_kinds k where k.needs_day), "
			"'appealBody', l.appeal_body, 'held', (select json_build_object('id', "
			"d.id, 'releaseOn', d.release_on, 'grants', d.amount_ore > 0, 'rules', "
			"(select json_agg(json_build_object('id', r.id, 'key', r.key, 'value', "
			"r.value::bigint)) from trinn.rule_params r where r.id = any "
			"(d.rule_params))) from trinn.decisions d where d.county_id = a.county_id "
			"and d.application_id = a.id and d.released_at is null), 'releaseOn', "
			"c.release_on, 'holdDays', trinn.county_figure('decision.hold_days', 30), "
			"'decisionId', case when $2::bool then nextval('trinn.decisions_id_seq') "
			"else 0 end, 'grantId', case when $2::bool then "
			"nextval('trinn.grants_id_seq') else 0 end) end, 'appealable', (select "
			"json_build_object('decisionId', d.id, 'decidedOn', d.decided_on, "
			"'dueOn', trinn.appeal_due(d.county_id, d.id), 'hadGrounds', exists "
			"(select from trinn.appeal_periods p where p.county_id = d.county_id and "
			"p.decision_id = d.id and p.cause = 'grounds_given'), 'isOfBoard', "
			"trinn.is_of_board(d.county_id, d.id), 'appealId', (select p.id from "
			"trinn.appeals p where p.county_id = d.county_id and p.decision_id = d.id "
			"and p.settled_on is null), 'appealDays', (select r.value from (values "
			"('appeal.days')) k(rule_key), lateral (select r.id, r.value::bigint as "
			"value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) r where r.unit = 'days'), "
			"'postDays', trinn.county_figure('notice.post_days', 5), 'nextId', case "
			"when $2::bool then nextval('trinn.appeals_id_seq') else 0 end, "
			"'documents', coalesce((select json_agg(t.id) from trinn.documents t "
			"where $2::bool and t.county_id = a.county_id and t.application_id = a.id "
			"and t.state = 'clean' and t.access = 'party'), '[]')) from "
			"trinn.decisions d where d.county_id = a.county_id and d.application_id = "
			"a.id and d.released_at is not null order by d.number desc limit 1), "
			"'answers', case when $2::bool then a.answers end, 'form', case when "
			"$2::bool then (select f.schema from trinn.forms f where f.county_id = "
			"a.county_id and f.call_id = a.call_id and f.version = a.form_version) "
			"end, 'newerForm', case when $2::bool and c.form_version <> "
			"a.form_version then (select f.schema from trinn.forms f where "
			"f.county_id = a.county_id and f.call_id = a.call_id and f.version = "
			"c.form_version) end))::jsonb || jsonb_build_object('assignee', (select "
			"json_build_object('name', trinn.person_name(n.id), 'isCaseworker', "
			"trinn.has_role(n.id, 'caseworker', trinn.today(), trinn.today()), "
			"'hasCase', a.caseworker_id is not distinct from n.id, 'applied', "
			"trinn.has_applied(a.county_id, a.id, n.id), 'isQuestioned', "
			"trinn.is_questioned(n.id, a.id)) from trinn.persons n where n.id = "
			"$3::int8 and trinn.serves_county(n.id))))::text, a.version, "
			"(jsonb_build_array(jsonb_build_array('application', a.id, g.version, "
			"true), jsonb_build_array('call', c.id, gc.version, false)) || (select "
			"jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, "
			"trinn.guard_version('funding_line', k.funding_line_id), false)) from "
			"trinn.call_lines k where k.county_id = c.county_id and k.call_id = c.id) "
			"|| coalesce(v.guards, '[]'))::text from trinn.applications a join "
			"trinn.calls c on c.county_id = a.county_id and c.id = a.call_id join "
			"trinn.funding_lines l on l.county_id = a.county_id and l.id = "
			"c.funding_line_id join trinn.organisations o on o.id = a.applicant_id "
			"join trinn.guards g on g.county_id = a.county_id and g.kind = "
			"'application' and g.id = a.id join trinn.guards gc on gc.county_id = "
			"a.county_id and gc.kind = 'call' and gc.id = c.id cross join lateral "
			"(select json_agg(json_build_object('caseNumber', o.case_number, 'line', "
			"o.line, 'firm', o.firm, 'need', o.need, 'isGranted', o.is_granted) order "
			"by o.application_id, o.line, o.firm, o.need) as overlaps, "
			"jsonb_agg(distinct jsonb_build_array('application', o.application_id, "
			"trinn.guard_version('application', o.application_id), false)) filter "
			"(where o.case_number is not null) as guards from trinn.overlaps_of(a.id) "
			"o) v where a.county_id = (select trinn.caller_county()) and a.id = "
			"$1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_SAVE_PLAN] = {
		.name = "save_plan",
		.sql =
			"with changed as (update trinn.applications set title = $3::text, answers "
			"= $4::json, starts_on = $5::date, ends_on = $6::date, new_content = "
			"$7::text, firms = (select coalesce(json_agg(json_build_object('orgnr', "
			"f.orgnr, 'name', coalesce(o.name, f.orgnr), 'municipalityNo', "
			"o.municipality_no, 'stage', f.stage) order by f.line), '[]') from rows "
			"from (json_to_recordset($8::json) as (orgnr text, stage int)) with "
			"ordinality as f(orgnr, stage, line) left join trinn.organisations o on "
			"o.orgnr = f.orgnr), fagpartnere = $9::json, version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'save_plan')",
		.n_params = 9,
		.lanes = DB_ON_WRITE,
	},
	[Q_SAVE_COSTS] = {
		.name = "save_costs",
		.sql =
			"with changed as (update trinn.applications set costs = $3::json, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'save_costs')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_SAVE_FINANCE] = {
		.name = "save_finance",
		.sql =
			"with changed as (update trinn.applications set finance = $3::json, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'save_finance')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TAKE_FORM] = {
		.name = "take_form",
		.sql =
			"with changed as (update trinn.applications set form_version = $3::int8, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'take_form')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_TAKEN_FORM] = {
		.name = "reply_taken_form",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"a.version::text as etag, row_to_json(d)::text as document from "
			"trinn.applications a, lateral (select a.id::text as id, a.case_number as "
			"\"caseNumber\", a.state, a.title, a.applicant, a.call, a.track_id::text "
			"as \"trackId\", a.applied_ore as \"appliedOre\", 'NOK' as currency, "
			"a.submitted_at as \"submittedAt\", trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = "
			"'county' and trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\", "
			"a.form_version as \"formVersion\", a.late_submission_id::text as "
			"\"lateSubmissionId\", a.answers, a.starts_on as \"startsOn\", a.ends_on "
			"as \"endsOn\", a.new_content as \"newContent\", a.costs, a.finance, "
			"a.partners, trinn.budgets_of(a.applicant, a.partners, a.costs, "
			"a.finance) as budgets, a.firms, a.fagpartnere, a.created_at as "
			"\"createdAt\", a.destroyed_on as \"destroyedOn\", a.caseworker, "
			"a.return_reason as \"returnReason\", a.return_by as \"answerBy\", "
			"coalesce((select json_agg(json_build_object('number', p.number, "
			"'expectedOn', p.expected_on, 'reason', p.reason, 'answeredBy', "
			"trinn.person_name(p.answered_by), 'answeredAt', p.answered_at) order by "
			"p.number) from trinn.preliminary_answers p where p.county_id = "
			"a.county_id and p.application_id = a.id), '[]') as "
			"\"preliminaryAnswers\", coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'decisionId', "
			"p.decision_id::text, 'state', p.state, 'lodgedOn', p.lodged_on) order by "
			"p.number) from trinn.appeals p where p.county_id = a.county_id and "
			"p.application_id = a.id), '[]') as appeals, case when a.applicant_kind = "
			"'firm' and trinn.caller_kind() = 'firm' then coalesce((select "
			"json_agg(json_build_object('line', o.line, 'need', o.need, 'isGranted', "
			"o.is_granted) order by o.application_id, o.line, o.need) from "
			"trinn.overlaps_of(a.id) o), '[]') end as \"otherSchemes\") d where "
			"a.county_id = trinn.caller_county() and a.id = $5::int8 offset 0) d, "
			"lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, null, "
			"d.etag, json_build_object('application', d.document::json, 'misfits', "
			"$6::json::json)::text) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_SUBMIT_APPLICATION] = {
		.name = "submit_application",
		.sql =
			"with changed as (update trinn.applications set state = 'submitted', "
			"submitted_by = coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()), submitted_at = coalesce(submitted_at, "
			"now()), applied_ore = $3::int8, return_reason = null, return_by = null, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'submit_application')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_NUMBER_CASE] = {
		.name = "number_case",
		.sql =
			"update trinn.applications set case_number = trinn.next_number('case') "
			"where county_id = trinn.caller_county() and id = $1::int8 and "
			"case_number is null",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_FREEZE_SUBMISSION] = {
		.name = "freeze_submission",
		.sql =
			"insert into trinn.submissions (county_id, applicant_id, application_id, "
			"number, content, sha256, form_version, submitted_by) select a.county_id, "
			"a.applicant_id, a.id, 1 + (select count(*) from trinn.submissions s "
			"where s.county_id = a.county_id and s.application_id = a.id), "
			"d.document, encode(sha256(convert_to(d.document, 'UTF8')), 'hex'), "
			"a.form_version, a.submitted_by from trinn.applications a, (select "
			"a.version::text as etag, row_to_json(d)::text as document from "
			"trinn.applications a, lateral (select a.id::text as id, a.case_number as "
			"\"caseNumber\", a.state, a.title, a.applicant, a.call, a.track_id::text "
			"as \"trackId\", a.applied_ore as \"appliedOre\", 'NOK' as currency, "
			"a.submitted_at as \"submittedAt\", trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = "
			"'county' and trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\", "
			"a.form_version as \"formVersion\", a.late_submission_id::text as "
			"\"lateSubmissionId\", a.answers, a.starts_on as \"startsOn\", a.ends_on "
			"as \"endsOn\", a.new_content as \"newContent\", a.costs, a.finance, "
			"a.partners, trinn.budgets_of(a.applicant, a.partners, a.costs, "
			"a.finance) as budgets, a.firms, a.fagpartnere, a.created_at as "
			"\"createdAt\", a.destroyed_on as \"destroyedOn\", a.caseworker, "
			"a.return_reason as \"returnReason\", a.return_by as \"answerBy\", "
			"coalesce((select json_agg(json_build_object('number', p.number, "
			"'expectedOn', p.expected_on, 'reason', p.reason, 'answeredBy', "
			"trinn.person_name(p.answered_by), 'answeredAt', p.answered_at) order by "
			"p.number) from trinn.preliminary_answers p where p.county_id = "
			"a.county_id and p.application_id = a.id), '[]') as "
			"\"preliminaryAnswers\", coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'decisionId', "
			"p.decision_id::text, 'state', p.state, 'lodgedOn', p.lodged_on) order by "
			"p.number) from trinn.appeals p where p.county_id = a.county_id and "
			"p.application_id = a.id), '[]') as appeals, case when a.applicant_kind = "
			"'firm' and trinn.caller_kind() = 'firm' then coalesce((select "
			"json_agg(json_build_object('line', o.line, 'need', o.need, 'isGranted', "
			"o.is_granted) order by o.application_id, o.line, o.need) from "
			"trinn.overlaps_of(a.id) o), '[]') end as \"otherSchemes\") d where "
			"a.county_id = trinn.caller_county() and a.id = $1::int8) d where "
			"a.county_id = trinn.caller_county() and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHANGE_APPLICATION_STATE] = {
		.name = "change_application_state",
		.sql =
			"with changed as (update trinn.applications set state = $3::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'change_application_state')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_RETURN_APPLICATION] = {
		.name = "return_application",
		.sql =
			"with changed as (update trinn.applications set state = 'returned', "
			"return_reason = $3::text, return_by = $4::date, caseworker_id = "
			"coalesce(caseworker_id, trinn.caller_person()), version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'return_application')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_TAKE_APPLICATION] = {
		.name = "take_application",
		.sql =
			"with changed as (update trinn.applications set state = 'in_review', "
			"caseworker_id = trinn.caller_person(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'take_application')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASSIGN_APPLICATION] = {
		.name = "assign_application",
		.sql =
			"with changed as (update trinn.applications set caseworker_id = $3::int8, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'assign_application')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_APPLICATIONS] = {
		.name = "list_applications",
		.sql =
			"select json_agg(p.item order by p.n) filter (where p.n <= "
			"$6::int8)::text as items, max(p.key) filter (where p.n = $6::int8 and "
			"p.more) as next from (select row_number() over w as n, lead(1) over w is "
			"not null as more, row_to_json(d) as item, a.at::text || '|' || a.id as "
			"key from ((select a.submitted_at as at, a.* from trinn.applications a "
			"where (select trinn.caller_kind()) = 'county' and (select "
			"trinn.caller_role()) <> 'steering_member' and a.state <> 'draft' and "
			"(a.submitted_at, a.id) < (case when $5::text is null then 'infinity' "
			"else split_part($5::text, '|', 1)::timestamptz end, case when $5::text "
			"is null then 0 else split_part($5::text, '|', 2)::bigint end) and "
			"a.county_id = (select trinn.caller_county()) and ($1::text is null or "
			"a.state = $1::text) and ($2::int8 is null or a.call_id = $2::int8) and "
			"($3::int8 is null or a.call_id in (select k.id from trinn.calls k where "
			"k.county_id = (select trinn.caller_county()) and k.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $3::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b))) and ($4::date is null or trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) <= $4::date) order by a.submitted_at desc, a.id "
			"desc limit $6::int8 + 1) union all (select a.submitted_at as at, a.* "
			"from trinn.applications a where (select trinn.caller_role()) = "
			"'steering_member' and a.id = any (array(select "
			"trinn.shown_applications())) and (a.submitted_at, a.id) < (case when "
			"$5::text is null then 'infinity' else split_part($5::text, '|', "
			"1)::timestamptz end, case when $5::text is null then 0 else "
			"split_part($5::text, '|', 2)::bigint end) and a.county_id = (select "
			"trinn.caller_county()) and ($1::text is null or a.state = $1::text) and "
			"($2::int8 is null or a.call_id = $2::int8) and ($3::int8 is null or "
			"a.call_id in (select k.id from trinn.calls k where k.county_id = (select "
			"trinn.caller_county()) and k.programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $3::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) and "
			"($4::date is null or trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) <= $4::date) order by a.submitted_at desc, a.id desc "
			"limit $6::int8 + 1) union all (select a.created_at as at, a.* from "
			"trinn.applications a where (select trinn.caller_kind()) <> 'county' and "
			"a.applicant_id = (select trinn.caller_org()) and (a.created_at, a.id) < "
			"(case when $5::text is null then 'infinity' else split_part($5::text, "
			"'|', 1)::timestamptz end, case when $5::text is null then 0 else "
			"split_part($5::text, '|', 2)::bigint end) and a.county_id = (select "
			"trinn.caller_county()) and ($1::text is null or a.state = $1::text) and "
			"($2::int8 is null or a.call_id = $2::int8) and ($3::int8 is null or "
			"a.call_id in (select k.id from trinn.calls k where k.county_id = (select "
			"trinn.caller_county()) and k.programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $3::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) and "
			"($4::date is null or trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) <= $4::date) order by a.created_at desc, a.id desc limit "
			"$6::int8 + 1)) a, lateral (select a.id::text as id, a.case_number as "
			"\"caseNumber\", a.state, a.title, a.applicant, a.call, a.track_id::text "
			"as \"trackId\", a.applied_ore as \"appliedOre\", 'NOK' as currency, "
			"a.submitted_at as \"submittedAt\", trinn.answer_due(a.county_id, a.id, "
			"a.state, a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = "
			"'county' and trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\") d "
			"window w as (order by a.at desc, a.id desc)) p",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_SUBMISSIONS] = {
		.name = "list_submissions",
		.sql =
			"select (select json_agg(json_build_object('number', s.number, 'sha256', "
			"s.sha256, 'formVersion', s.form_version, 'submittedAt', s.submitted_at, "
			"'content', s.content::json) order by s.number) from trinn.submissions s "
			"where s.county_id = a.county_id and s.application_id = a.id)::text, "
			"null::text from trinn.applications a where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_SUBMISSION_DOCUMENT] = {
		.name = "submission_document",
		.sql =
			"select null::text as etag, json_build_object('number', s.number, "
			"'sha256', s.sha256, 'submittedAt', s.submitted_at, 'form', "
			"json_build_object('version', f.version, 'sha256', f.sha256, 'schema', "
			"f.schema), 'content', s.content::json)::text as document from "
			"trinn.submissions s join trinn.applications a on a.county_id = "
			"s.county_id and a.id = s.application_id join trinn.forms f on "
			"f.county_id = a.county_id and f.call_id = a.call_id and f.version = "
			"s.form_version where s.county_id = (select trinn.caller_county()) and "
			"s.application_id = $1::int8 and s.number = $2::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_SUBMISSION_CONTENT] = {
		.name = "submission_content",
		.sql =
			"select null::text as etag, trinn.content_of(s) as document from "
			"trinn.submissions s where s.county_id = (select trinn.caller_county()) "
			"and s.application_id = $1::int8 and s.number = $2::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_COMPARE_SUBMISSIONS] = {
		.name = "compare_submissions",
		.sql =
			"select json_build_object('number', s.number, 'submittedAt', "
			"s.submitted_at, 'formVersion', s.form_version)::text, s.content, "
			"f.schema::text, json_build_object('number', t.number, 'submittedAt', "
			"t.submitted_at, 'formVersion', t.form_version)::text, t.content, "
			"g.schema::text from trinn.applications a join trinn.submissions t on "
			"t.county_id = a.county_id and t.application_id = a.id and t.number = "
			"coalesce($3::int8, (select max(m.number) from trinn.submissions m where "
			"m.county_id = a.county_id and m.application_id = a.id)) join "
			"trinn.submissions s on s.county_id = a.county_id and s.application_id = "
			"a.id and s.number = coalesce($2::int8, greatest(t.number - 1, 1)) join "
			"trinn.forms f on f.county_id = a.county_id and f.call_id = a.call_id and "
			"f.version = s.form_version join trinn.forms g on g.county_id = "
			"a.county_id and g.call_id = a.call_id and g.version = t.form_version "
			"where a.county_id = (select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_APPLICATION_EVENTS] = {
		.name = "list_application_events",
		.sql =
			"select (select json_agg(json_build_object('seq', e.seq, 'at', e.at, "
			"'action', e.action, 'objectKind', e.object_kind, 'objectId', "
			"e.object_id::text, 'role', e.role, 'person', (select "
			"json_build_object('id', n.id::text, 'name', n.name) from trinn.persons n "
			"where n.id = e.person_id), 'reason', e.reason, 'detail', e.detail) order "
			"by e.seq) from trinn.audit_events e where e.county_id = a.county_id and "
			"e.case_kind = 'application' and e.case_id = a.id)::text, null::text from "
			"trinn.applications a where a.county_id = (select trinn.caller_county()) "
			"and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ARCHIVE_MESSAGE_DOCUMENT] = {
		.name = "archive_message_document",
		.sql =
			"select m.version::text as etag, json_build_object('id', m.id::text, "
			"'postId', m.post_id::text, 'applicationId', m.application_id::text, "
			"'registrationId', a.case_number || '-' || p.number, 'title', p.title, "
			"'edition', m.edition, 'state', m.state, 'attempts', m.attempts, "
			"'nextAttemptAt', case when m.state = 'queued' then m.next_attempt_at "
			"end, 'failure', m.failure, 'queuedAt', m.queued_at, 'sentAt', m.sent_at, "
			"'receivedAt', m.received_at, 'reference', m.reference, 'messageId', "
			"m.guid)::text as document from trinn.archive_messages m join "
			"trinn.journal_posts p on p.county_id = m.county_id and p.id = m.post_id "
			"join trinn.applications a on a.county_id = m.county_id and a.id = "
			"m.application_id where m.county_id = (select trinn.caller_county()) and "
			"m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_ARCHIVE_MESSAGE] = {
		.name = "reply_archive_message",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"m.version::text as etag, json_build_object('id', m.id::text, 'postId', "
			"m.post_id::text, 'applicationId', m.application_id::text, "
			"'registrationId', a.case_number || '-' || p.number, 'title', p.title, "
			"'edition', m.edition, 'state', m.state, 'attempts', m.attempts, "
			"'nextAttemptAt', case when m.state = 'queued' then m.next_attempt_at "
			"end, 'failure', m.failure, 'queuedAt', m.queued_at, 'sentAt', m.sent_at, "
			"'receivedAt', m.received_at, 'reference', m.reference, 'messageId', "
			"m.guid)::text as document from trinn.archive_messages m join "
			"trinn.journal_posts p on p.county_id = m.county_id and p.id = m.post_id "
			"join trinn.applications a on a.county_id = m.county_id and a.id = "
			"m.application_id where m.county_id = (select trinn.caller_county()) and "
			"m.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_ARCHIVE_MESSAGES] = {
		.name = "list_archive_messages",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select m.id as key, json_build_object('id', m.id::text, "
			"'postId', m.post_id::text, 'applicationId', m.application_id::text, "
			"'registrationId', a.case_number || '-' || p.number, 'title', p.title, "
			"'edition', m.edition, 'state', m.state, 'attempts', m.attempts, "
			"'nextAttemptAt', case when m.state = 'queued' then m.next_attempt_at "
			"end, 'failure', m.failure, 'queuedAt', m.queued_at, 'sentAt', m.sent_at, "
			"'receivedAt', m.received_at, 'reference', m.reference, 'messageId', "
			"m.guid) as item from ((select * from trinn.archive_messages where "
			"county_id = (select trinn.caller_county()) and $1::int8 is not null and "
			"application_id = $1::int8 and ($2::text is null or state = $2::text) and "
			"id < case when $3::int8 is null then 9223372036854775807 else $3::int8 "
			"end order by id desc limit $4::int8 + 1) union all (select * from "
			"trinn.archive_messages where county_id = (select trinn.caller_county()) "
			"and $1::int8 is null and ($2::text is null or state = $2::text) and id < "
			"case when $3::int8 is null then 9223372036854775807 else $3::int8 end "
			"order by id desc limit $4::int8 + 1)) m join trinn.journal_posts p on "
			"p.county_id = m.county_id and p.id = m.post_id join trinn.applications a "
			"on a.county_id = m.county_id and a.id = m.application_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_ARCHIVE_MESSAGE] = {
		.name = "load_archive_message",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', m.id, "
			"'applicationId', m.application_id, 'postId', m.post_id, 'state', "
			"m.state)::text, m.version, "
			"json_build_array(json_build_array('application', m.application_id, "
			"trinn.guard_version('application', m.application_id), true))::text from "
			"trinn.archive_messages m where m.county_id = (select "
			"trinn.caller_county()) and m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_RETRY_ARCHIVE_MESSAGE] = {
		.name = "retry_archive_message",
		.sql =
			"with changed as (update trinn.archive_messages set state = 'queued', "
			"attempts = 0, next_attempt_at = now(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'retry_archive_message')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_BODY_DOCUMENT] = {
		.name = "body_document",
		.sql =
			"select b.version::text as etag, json_build_object('id', b.id::text, "
			"'name', b.name, 'kind', b.kind, 'seats', (select count(*) from "
			"trinn.members_of(b.county_id, b.id, trinn.today()) m where m.seat in "
			"('chair', 'member')), 'quorumMembers', b.quorum_members, "
			"'quorumBasisPoints', b.quorum_bp, 'hasCastingVote', b.has_casting_vote, "
			"'hasOutsideMembers', b.has_outside_members, 'edition', "
			"b.current_edition, 'members', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"m.person_id::text, 'name', trinn.person_name(m.person_id)), 'seat', "
			"m.seat, 'validFrom', m.valid_from, 'validTo', m.valid_to) order by "
			"m.position) from trinn.body_members m where m.county_id = b.county_id "
			"and m.body_id = b.id and m.edition = b.current_edition), '[]'), "
			"'delegations', coalesce((select "
			"json_agg(json_build_object('fundingLineId', l.id::text, 'fundingLine', "
			"l.name, 'limitOre', a.limit_ore, 'resolution', a.resolution, "
			"'validFrom', a.valid_from, 'validTo', a.valid_to, 'isInForce', exists "
			"(select from trinn.authorities_on(a.county_id, l.id, trinn.today()) t "
			"where t.id = a.id)) order by l.id, a.valid_from, a.id) from "
			"trinn.authorities a join trinn.funding_lines l on l.county_id = "
			"a.county_id and l.id = a.funding_line_id where a.county_id = b.county_id "
			"and a.body_id = b.id), '[]'))::text as document from trinn.bodies b "
			"where b.county_id = (select trinn.caller_county()) and b.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_BODIES] = {
		.name = "list_bodies",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select b.id as key, json_build_object('id', b.id::text, "
			"'name', b.name, 'kind', b.kind, 'seats', (select count(*) from "
			"trinn.members_of(b.county_id, b.id, trinn.today()) m where m.seat in "
			"('chair', 'member'))) as item from (select * from trinn.bodies where "
			"county_id = (select trinn.caller_county()) and id < case when $1::int8 "
			"is null then 9223372036854775807 else $1::int8 end order by id desc "
			"limit $2::int8 + 1) b) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_CALENDAR_FEED_DOCUMENT] = {
		.name = "calendar_feed_document",
		.sql =
			"select f.version::text as etag, json_build_object('id', f.id::text, "
			"'kind', f.kind, 'organisation', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'revokedOn', f.revoked_on)::text as "
			"document from trinn.calendar_feeds f join trinn.organisations o on o.id "
			"= f.organisation_id where f.county_id = (select trinn.caller_county()) "
			"and f.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CALENDAR_FEED] = {
		.name = "reply_calendar_feed",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"f.version::text as etag, json_build_object('id', f.id::text, 'kind', "
			"f.kind, 'organisation', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'revokedOn', f.revoked_on)::text as document "
			"from trinn.calendar_feeds f join trinn.organisations o on o.id = "
			"f.organisation_id where f.county_id = (select trinn.caller_county()) and "
			"f.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_NEW_CALENDAR_FEED] = {
		.name = "reply_new_calendar_feed",
		.sql =
			"select r.status, r.location, r.etag, (d.document::jsonb || "
			"jsonb_build_object('href', $7::text))::text from (select f.version::text "
			"as etag, json_build_object('id', f.id::text, 'kind', f.kind, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'revokedOn', f.revoked_on)::text as document from "
			"trinn.calendar_feeds f join trinn.organisations o on o.id = "
			"f.organisation_id where f.county_id = (select trinn.caller_county()) and "
			"f.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_CALENDAR_FEEDS] = {
		.name = "list_calendar_feeds",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select f.id as key, json_build_object('id', f.id::text, "
			"'kind', f.kind, 'organisation', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'revokedOn', f.revoked_on) as item "
			"from (select * from trinn.calendar_feeds where county_id = (select "
			"trinn.caller_county()) and id < case when $1::int8 is null then "
			"9223372036854775807 else $1::int8 end order by id desc limit $2::int8 + "
			"1) f join trinn.organisations o on o.id = f.organisation_id) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_CALENDAR_FEED] = {
		.name = "load_new_calendar_feed",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.calendar_feeds_id_seq'), 'inForce', (select count(*) from "
			"trinn.calendar_feeds f where f.county_id = trinn.caller_county() and "
			"f.organisation_id = trinn.caller_org() and f.kind = trinn.caller_kind() "
			"and f.revoked_on is null))::text, null::bigint, '[]'",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CALENDAR_FEED] = {
		.name = "insert_calendar_feed",
		.sql =
			"insert into trinn.calendar_feeds (id, county_id, organisation_id, kind, "
			"secret_sha256) values ($1::int8, trinn.caller_county(), "
			"trinn.caller_org(), trinn.caller_kind(), decode($2::text, 'hex'))",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CALENDAR_FEED] = {
		.name = "load_calendar_feed",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', f.id, "
			"'organisationId', f.organisation_id, 'isRevoked', f.revoked_on is not "
			"null)::text, f.version, "
			"json_build_array(json_build_array('calendar_feed', f.id, "
			"trinn.guard_version('calendar_feed', f.id), true))::text from "
			"trinn.calendar_feeds f where f.county_id = (select "
			"trinn.caller_county()) and f.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REVOKE_CALENDAR_FEED] = {
		.name = "revoke_calendar_feed",
		.sql =
			"with changed as (update trinn.calendar_feeds set revoked_on = "
			"trinn.today(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 and "
			"revoked_on is null returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'revoke_calendar_feed')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CALENDAR] = {
		.name = "calendar",
		.sql =
			"select uid, sequence, changed_at, starts_at, ends_at, title, "
			"description, place, link, is_cancelled from "
			"trinn.calendar(decode($1::text, 'hex'))",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CALL_DOCUMENT] = {
		.name = "call_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'code', c.code, 'title', c.title, 'state', trinn.call_state(c), "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'fundingLine', (select "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name) from "
			"trinn.funding_lines l where l.county_id = c.county_id and l.id = "
			"c.funding_line_id), 'lines', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'shareBasisPoints', "
			"k.share_bp) order by k.position) from trinn.call_lines k join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id where k.county_id = c.county_id and k.call_id = c.id), "
			"'stages', c.stages, 'costGroups', c.cost_groups, 'opensOn', c.opens_on, "
			"'closesOn', c.closes_on, 'description', c.description, "
			"'decisionsReleasedOn', c.release_on, 'maxAmounts', coalesce((select "
			"json_agg(json_build_object('employeesFrom', t.employees, 'amountOre', "
			"m.amount->'amountOre', 'source', m.amount->'source') order by "
			"t.employees) from (select distinct (x->>'employeesFrom')::int as "
			"employees from trinn.call_lines k join trinn.funding_lines l on "
			"l.county_id = k.county_id and l.id = k.funding_line_id, "
			"json_array_elements(l.max_amounts) x where k.county_id = c.county_id and "
			"k.call_id = c.id) t cross join lateral (select "
			"trinn.max_amount(l.max_amounts, t.employees) as amount from "
			"trinn.call_lines k join trinn.funding_lines l on l.county_id = "
			"k.county_id and l.id = k.funding_line_id where k.county_id = c.county_id "
			"and k.call_id = c.id order by (trinn.max_amount(l.max_amounts, "
			"t.employees)->>'amountOre')::bigint, k.position limit 1) m), '[]'), "
			"'evaluation', case when c.evaluation is not null then "
			"json_build_object('scale', (c.evaluation->>'scale')::int, 'assessors', "
			"(c.evaluation->>'assessors')::int, 'requirements', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance) "
			"order by x.n) from "
			"json_array_elements_text(c.evaluation->'requirements') with ordinality "
			"as x(id, n) join trinn.criteria k on k.county_id = c.county_id and k.id "
			"= x.id::bigint), '[]'), 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'weightBasisPoints', x.\"weightBasisPoints\", 'minimum', x.minimum) "
			"order by x.n) from rows from "
			"(json_to_recordset(c.evaluation->'criteria') as (\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)) with ordinality as "
			"x(\"criterionId\", \"weightBasisPoints\", minimum, n) join "
			"trinn.criteria k on k.county_id = c.county_id and k.id = "
			"x.\"criterionId\"), '[]')) end, 'form', (select "
			"json_build_object('version', f.version, 'sha256', f.sha256, 'schema', "
			"f.schema) from trinn.forms f where f.county_id = c.county_id and "
			"f.call_id = c.id and f.version = c.form_version), 'proposedFormVersion', "
			"(select f.version from trinn.forms f where f.county_id = c.county_id and "
			"f.call_id = c.id and f.state = 'proposed'))::text as document from "
			"trinn.calls c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CALL] = {
		.name = "reply_call",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'state', trinn.call_state(c), 'programme', "
			"(select json_build_object('id', q.id::text, 'code', q.code, 'name', "
			"q.name) from trinn.programmes q where q.county_id = c.county_id and q.id "
			"= c.programme_id), 'fundingLine', (select json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name) from trinn.funding_lines l "
			"where l.county_id = c.county_id and l.id = c.funding_line_id), 'lines', "
			"(select json_agg(json_build_object('fundingLine', "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name), "
			"'shareBasisPoints', k.share_bp) order by k.position) from "
			"trinn.call_lines k join trinn.funding_lines l on l.county_id = "
			"k.county_id and l.id = k.funding_line_id where k.county_id = c.county_id "
			"and k.call_id = c.id), 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'opensOn', c.opens_on, 'closesOn', c.closes_on, 'description', "
			"c.description, 'decisionsReleasedOn', c.release_on, 'maxAmounts', "
			"coalesce((select json_agg(json_build_object('employeesFrom', "
			"t.employees, 'amountOre', m.amount->'amountOre', 'source', "
			"m.amount->'source') order by t.employees) from (select distinct "
			"(x->>'employeesFrom')::int as employees from trinn.call_lines k join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id, json_array_elements(l.max_amounts) x where "
			"k.county_id = c.county_id and k.call_id = c.id) t cross join lateral "
			"(select trinn.max_amount(l.max_amounts, t.employees) as amount from "
			"trinn.call_lines k join trinn.funding_lines l on l.county_id = "
			"k.county_id and l.id = k.funding_line_id where k.county_id = c.county_id "
			"and k.call_id = c.id order by (trinn.max_amount(l.max_amounts, "
			"t.employees)->>'amountOre')::bigint, k.position limit 1) m), '[]'), "
			"'evaluation', case when c.evaluation is not null then "
			"json_build_object('scale', (c.evaluation->>'scale')::int, 'assessors', "
			"(c.evaluation->>'assessors')::int, 'requirements', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance) "
			"order by x.n) from "
			"json_array_elements_text(c.evaluation->'requirements') with ordinality "
			"as x(id, n) join trinn.criteria k on k.county_id = c.county_id and k.id "
			"= x.id::bigint), '[]'), 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'weightBasisPoints', x.\"weightBasisPoints\", 'minimum', x.minimum) "
			"order by x.n) from rows from "
			"(json_to_recordset(c.evaluation->'criteria') as (\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)) with ordinality as "
			"x(\"criterionId\", \"weightBasisPoints\", minimum, n) join "
			"trinn.criteria k on k.county_id = c.county_id and k.id = "
			"x.\"criterionId\"), '[]')) end, 'form', (select "
			"json_build_object('version', f.version, 'sha256', f.sha256, 'schema', "
			"f.schema) from trinn.forms f where f.county_id = c.county_id and "
			"f.call_id = c.id and f.version = c.form_version), 'proposedFormVersion', "
			"(select f.version from trinn.forms f where f.county_id = c.county_id and "
			"f.call_id = c.id and f.state = 'proposed'))::text as document from "
			"trinn.calls c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_CALLS] = {
		.name = "list_calls",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'code', c.code, 'title', c.title, 'state', trinn.call_state(c), "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'fundingLine', (select "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name) from "
			"trinn.funding_lines l where l.county_id = c.county_id and l.id = "
			"c.funding_line_id), 'lines', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'shareBasisPoints', "
			"k.share_bp) order by k.position) from trinn.call_lines k join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id where k.county_id = c.county_id and k.call_id = c.id), "
			"'stages', c.stages, 'costGroups', c.cost_groups, 'opensOn', c.opens_on, "
			"'closesOn', c.closes_on) as item from (select * from trinn.calls c where "
			"county_id = (select trinn.caller_county()) and ($1::text is null or "
			"trinn.call_state(c) = $1::text) and ($2::int8 is null or programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) and id < case when $3::int8 is null then 9223372036854775807 "
			"else $3::int8 end order by id desc limit $4::int8 + 1) c) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_CALL] = {
		.name = "load_new_call",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.calls_id_seq'), 'state', 'planned', "
			"'opensOn', trinn.today(), 'closesOn', trinn.today(), 'nextFormVersion', "
			"1, 'lineId', l.id, 'programmeId', l.programme_id, 'knownLines', "
			"coalesce((select json_agg(k.id) from trinn.funding_lines k where "
			"k.county_id = trinn.caller_county() and k.id = any ($2::int8[])), '[]'), "
			"'costGroups', coalesce((select json_agg(g.code order by g.position) from "
			"trinn.cost_groups g where g.county_id = trinn.caller_county() and "
			"g.funding_line_id = l.id), '[]'), 'stages', coalesce((select "
			"json_agg(s.number order by s.number) from trinn.stages s join "
			"trinn.programmes p on p.county_id = s.county_id and p.id = "
			"s.programme_id where s.county_id = l.county_id and s.programme_id = "
			"l.programme_id and s.programme_version = p.current_version), "
			"'[]'))::text, null::bigint, coalesce((select "
			"json_agg(json_build_array(g.kind, g.id, g.version, false)) from "
			"trinn.guards g where g.county_id = trinn.caller_county() and g.kind = "
			"'funding_line' and g.id = any ($2::int8[])), '[]')::text from (values "
			"(1)) one(x) left join trinn.funding_lines l on l.county_id = "
			"trinn.caller_county() and l.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CALL] = {
		.name = "insert_call",
		.sql =
			"with made as (insert into trinn.calls (id, county_id, programme_id, "
			"funding_line_id, code, title, description, stages, cost_groups, "
			"opens_on, closes_on, release_on, created_by) select $1::int8, "
			"trinn.caller_county(), $2::int8, (c->>'fundingLineId')::bigint, "
			"c->>'code', c->>'title', c->>'description', array(select s::int from "
			"json_array_elements_text(c->'stages') s order by 1), array(select "
			"json_array_elements_text(c->'costGroups')), (c->>'opensOn')::date, "
			"(c->>'closesOn')::date, (c->>'decisionsReleasedOn')::date, "
			"trinn.caller_person() from (select $3::json::json as c) t returning id) "
			"insert into trinn.forms (county_id, call_id, version, schema, sha256, "
			"made_by) select trinn.caller_county(), made.id, 1, "
			"$3::json::json->'form', "
			"encode(sha256(convert_to(($3::json::json->'form')::text, 'UTF8')), "
			"'hex'), trinn.caller_person() from made",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_CALL_LINES] = {
		.name = "insert_call_lines",
		.sql =
			"with made as (insert into trinn.call_lines (county_id, call_id, "
			"position, funding_line_id, share_bp) select trinn.caller_county(), "
			"$1::int8, t.position, t.line, t.share from unnest($2::int8[], "
			"$3::int8[]) with ordinality t(line, share, position) returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from made), "
			"'insert_call_lines')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CALL] = {
		.name = "load_call",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', trinn.call_state(c), 'opensOn', "
			"c.opens_on, 'closesOn', c.closes_on, 'programmeId', c.programme_id, "
			"'costGroups', '[]'::json, 'stages', '[]'::json, 'nextFormVersion', "
			"(select max(f.version) + 1 from trinn.forms f where f.county_id = "
			"c.county_id and f.call_id = c.id), 'proposedForm', (select "
			"json_build_object('version', f.version, 'madeBy', f.made_by) from "
			"trinn.forms f where f.county_id = c.county_id and f.call_id = c.id and "
			"f.state = 'proposed'), 'lines', (select "
			"json_agg(json_build_object('name', l.name, 'state', l.state, "
			"'applicantKinds', l.applicant_kinds, 'countyOnly', l.county_only, "
			"'validFrom', b.valid_from, 'validTo', b.valid_to) order by k.position) "
			"from trinn.call_lines k join trinn.funding_lines l on l.county_id = "
			"k.county_id and l.id = k.funding_line_id join trinn.legal_bases b on "
			"b.county_id = l.county_id and b.id = l.legal_basis_id where k.county_id "
			"= c.county_id and k.call_id = c.id))::text, c.version, "
			"(jsonb_build_array(jsonb_build_array('call', c.id, g.version, true)) || "
			"(select jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, "
			"trinn.guard_version('funding_line', k.funding_line_id), false)) from "
			"trinn.call_lines k where k.county_id = c.county_id and k.call_id = "
			"c.id))::text from trinn.calls c join trinn.guards g on g.county_id = "
			"c.county_id and g.kind = 'call' and g.id = c.id where c.county_id = "
			"(select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_CALL_STATE] = {
		.name = "change_call_state",
		.sql =
			"with changed as (update trinn.calls set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'change_call_state')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_FORM_DOCUMENT] = {
		.name = "form_document",
		.sql =
			"select null::text as etag, json_build_object('call', "
			"json_build_object('id', c.id::text, 'code', c.code, 'title', c.title, "
			"'stages', c.stages), 'version', f.version, 'state', f.state, 'inForce', "
			"f.version = c.form_version, 'sha256', f.sha256, 'reason', f.reason, "
			"'madeBy', (select n.name from trinn.persons n where n.id = f.made_by), "
			"'madeAt', f.made_at, 'decidedBy', (select n.name from trinn.persons n "
			"where n.id = f.decided_by), 'decidedAt', f.decided_at, 'refusal', "
			"f.refusal, 'schema', f.schema)::text as document from trinn.calls c join "
			"trinn.forms f on f.county_id = c.county_id and f.call_id = c.id and "
			"f.version = $2::int8 where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_FORM_SCHEMA] = {
		.name = "form_schema",
		.sql =
			"select null::text as etag, f.schema::text as document from trinn.calls c "
			"join trinn.forms f on f.county_id = c.county_id and f.call_id = c.id and "
			"f.version = $2::int8 where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_FORMS] = {
		.name = "list_forms",
		.sql =
			"select (select json_agg(json_build_object('version', f.version, 'state', "
			"f.state, 'inForce', f.version = c.form_version, 'sha256', f.sha256, "
			"'reason', f.reason, 'madeBy', (select n.name from trinn.persons n where "
			"n.id = f.made_by), 'madeAt', f.made_at, 'decidedBy', (select n.name from "
			"trinn.persons n where n.id = f.decided_by), 'decidedAt', f.decided_at, "
			"'refusal', f.refusal) order by f.version) from trinn.forms f where "
			"f.county_id = c.county_id and f.call_id = c.id)::text, null::text from "
			"trinn.calls c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_FORM] = {
		.name = "insert_form",
		.sql =
			"insert into trinn.forms (county_id, call_id, version, schema, sha256, "
			"reason, state, made_by) values (trinn.caller_county(), $1::int8, "
			"$2::int8, $4::json::json->'form', "
			"encode(sha256(convert_to(($4::json::json->'form')::text, 'UTF8')), "
			"'hex'), $4::json::json->>'reason', $3::text, trinn.caller_person())",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECIDE_FORM] = {
		.name = "decide_form",
		.sql =
			"with changed as (update trinn.forms set state = $3::text, decided_by = "
			"trinn.caller_person(), decided_at = now(), refusal = $4::text where "
			"county_id = trinn.caller_county() and call_id = $1::int8 and version = "
			"$2::int8 and state = 'proposed' returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'decide_form')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHANGE_FORM_IN_FORCE] = {
		.name = "change_form_in_force",
		.sql =
			"with changed as (update trinn.calls set form_version = "
			"coalesce($3::int8, form_version), version = version + 1 where county_id "
			"= trinn.caller_county() and id = $1::int8 and version = $2::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'change_form_in_force')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TRACK_DOCUMENT] = {
		.name = "track_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'title', c.title, 'trade', c.trade, 'state', c.state, 'programme', "
			"(select json_build_object('id', q.id::text, 'code', q.code, 'name', "
			"q.name) from trinn.programmes q where q.county_id = c.county_id and q.id "
			"= c.programme_id), 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'applications', coalesce((select "
			"json_agg(json_build_object('id', a.id::text, 'callId', a.call_id::text, "
			"'stages', k.stages, 'state', a.state, 'title', a.title) order by a.id) "
			"from trinn.applications a join trinn.calls k on k.county_id = "
			"a.county_id and k.id = a.call_id where a.county_id = c.county_id and "
			"a.applicant_id = c.applicant_id and a.track_id = c.id), '[]'), "
			"'firmsShare', trinn.firms_share(c.id))::text as document from "
			"trinn.tracks c join trinn.organisations o on o.id = c.applicant_id where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_TRACK] = {
		.name = "reply_track",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, 'title', "
			"c.title, 'trade', c.trade, 'state', c.state, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'applications', coalesce((select "
			"json_agg(json_build_object('id', a.id::text, 'callId', a.call_id::text, "
			"'stages', k.stages, 'state', a.state, 'title', a.title) order by a.id) "
			"from trinn.applications a join trinn.calls k on k.county_id = "
			"a.county_id and k.id = a.call_id where a.county_id = c.county_id and "
			"a.applicant_id = c.applicant_id and a.track_id = c.id), '[]'), "
			"'firmsShare', trinn.firms_share(c.id))::text as document from "
			"trinn.tracks c join trinn.organisations o on o.id = c.applicant_id where "
			"c.county_id = (select trinn.caller_county()) and c.id = $6::int8 offset "
			"0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_TRACKS] = {
		.name = "list_tracks",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'title', c.title, 'trade', c.trade, 'state', c.state, 'programme', "
			"(select json_build_object('id', q.id::text, 'code', q.code, 'name', "
			"q.name) from trinn.programmes q where q.county_id = c.county_id and q.id "
			"= c.programme_id), 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name)) as item from ((select t.* from "
			"trinn.tracks t where (select trinn.caller_kind()) = 'county' and "
			"$2::int8 is null and $1::int8 is null and t.county_id = (select "
			"trinn.caller_county()) and t.id < case when $3::int8 is null then "
			"9223372036854775807 else $3::int8 end order by t.id desc limit $4::int8 "
			"+ 1) union all (select t.* from (with recursive below as (select g.id "
			"from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b) u cross join "
			"lateral (select t.* from trinn.tracks t where (select "
			"trinn.caller_kind()) = 'county' and $2::int8 is null and t.programme_id "
			"= u.id and t.county_id = (select trinn.caller_county()) and t.id < case "
			"when $3::int8 is null then 9223372036854775807 else $3::int8 end order "
			"by t.id desc limit $4::int8 + 1) t) union all (select t.* from "
			"trinn.tracks t where ((select trinn.caller_kind()) <> 'county' or "
			"$2::int8 is not null) and t.applicant_id = case (select "
			"trinn.caller_kind()) when 'county' then $2::int8 else (select "
			"trinn.caller_org()) end and coalesce($2::int8 is null or t.applicant_id "
			"= $2::int8, false) and ($1::int8 is null or t.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $1::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) and t.county_id = (select trinn.caller_county()) and t.id < "
			"case when $3::int8 is null then 9223372036854775807 else $3::int8 end "
			"order by t.id desc limit $4::int8 + 1)) c join trinn.organisations o on "
			"o.id = c.applicant_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_TRACK] = {
		.name = "load_new_track",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.tracks_id_seq'), 'isTitleTaken', exists (select from "
			"trinn.tracks t where t.county_id = trinn.caller_county() and t.state = "
			"'open' and lower(t.title) = lower($2::text) and t.applicant_id = "
			"trinn.caller_org() and t.programme_id = $1::int8), 'programmeState', "
			"p.state, 'isDelivered', coalesce(p.is_delivered, false))::text, "
			"null::bigint, '[]' from (values (1)) one(x) left join lateral (select "
			"trinn.programme_state(q) as state, exists (select from trinn.stages s "
			"where s.county_id = q.county_id and s.programme_id = q.id and "
			"s.programme_version = q.current_version) and coalesce((select "
			"bool_or('hub' = any (l.applicant_kinds)) from trinn.funding_lines l "
			"where l.county_id = q.county_id and l.programme_id = q.id), true) as "
			"is_delivered from trinn.programmes q where q.county_id = "
			"trinn.caller_county() and q.id = $1::int8) p on true",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_TRACK] = {
		.name = "insert_track",
		.sql =
			"insert into trinn.tracks (id, county_id, applicant_id, programme_id, "
			"title, trade) values ($1::int8, trinn.caller_county(), "
			"trinn.caller_org(), $2::int8, $3::text, $4::text)",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_TRACK] = {
		.name = "load_track",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'hubId', c.applicant_id, 'state', c.state, 'cohortId', "
			"nextval('trinn.cohorts_id_seq'), 'isTitleTaken', exists (select from "
			"trinn.tracks t where t.county_id = trinn.caller_county() and t.state = "
			"'open' and lower(t.title) = lower($2::text) and t.applicant_id = "
			"c.applicant_id and t.programme_id = c.programme_id and t.id <> c.id), "
			"'cohorts', trinn.track_cohorts(c), 'engagements', "
			"trinn.track_engagements(c), 'applications', trinn.track_applications(c), "
			"'stages', coalesce((select json_agg(distinct s.number order by s.number) "
			"from trinn.stages s where s.county_id = q.county_id and s.programme_id = "
			"q.id and (s.programme_version = q.current_version or exists (select from "
			"trinn.enrolments e where e.county_id = s.county_id and e.hub_id = "
			"c.applicant_id and e.programme_id = s.programme_id and "
			"e.programme_version = s.programme_version and e.state not in "
			"('finished', 'dropped_out')))), '[]'), 'granted', (select "
			"coalesce((select json_agg(json_build_object('stage', g.stage, "
			"'startsOn', g.starts_on, 'endsOn', g.ends_on) order by g.id) from "
			"(select a.id, a.starts_on, a.ends_on, unnest(k.stages) as stage from "
			"trinn.applications a join trinn.calls k on k.county_id = a.county_id and "
			"k.id = a.call_id join trinn.grants r on r.county_id = a.county_id and "
			"r.application_id = a.id where a.county_id = t.county_id and a.track_id = "
			"t.id and r.state in ('accepted', 'active')) g), '[]') from (select "
			"c.county_id, c.id) t))::text, c.version, (select json_agg(x.guard) from "
			"(select json_build_array('track', c.id, trinn.guard_version('track', "
			"c.id), true) as guard union all select distinct on (g.id) "
			"json_build_array('application', g.id, trinn.guard_version('application', "
			"g.id), false) from (select c.county_id, c.id) t, lateral (select a.id, "
			"a.starts_on, a.ends_on, unnest(k.stages) as stage from "
			"trinn.applications a join trinn.calls k on k.county_id = a.county_id and "
			"k.id = a.call_id join trinn.grants r on r.county_id = a.county_id and "
			"r.application_id = a.id where a.county_id = t.county_id and a.track_id = "
			"t.id and r.state in ('accepted', 'active')) g) x)::text from "
			"trinn.tracks c join trinn.programmes q on q.county_id = c.county_id and "
			"q.id = c.programme_id where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_TRACK] = {
		.name = "change_track",
		.sql =
			"with changed as (update trinn.tracks set title = $3::text, trade = "
			"$4::text, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'change_track')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_END_TRACK] = {
		.name = "end_track",
		.sql =
			"with changed as (update trinn.tracks set state = 'ended', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'end_track')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLAIM_DOCUMENT] = {
		.name = "claim_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'number', c.number, 'grantId', c.grant_id::text, 'applicationId', "
			"c.application_id::text, 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'kind', c.kind, 'state', c.state, "
			"'amountOre', c.amount_ore, 'approvedOre', c.approved_ore, 'currency', "
			"'NOK', 'submittedAt', c.submitted_at, 'periodFrom', c.period_from, "
			"'periodTo', c.period_to, 'statusReport', c.status_report, "
			"'reviewReason', c.review_reason, 'parts', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', s.year, "
			"'amountOre', p.amount_ore, 'approvedOre', p.approved_ore) order by "
			"p.position) from trinn.claim_parts p join trinn.grant_parts s on "
			"s.county_id = p.county_id and s.grant_id = p.grant_id and s.position = "
			"p.position join trinn.funding_lines l on l.county_id = s.county_id and "
			"l.id = s.funding_line_id where p.county_id = c.county_id and p.claim_id "
			"= c.id), 'costs', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'description', "
			"t.description, 'amountOre', t.amount_ore, 'supplierOrgnr', "
			"t.supplier_orgnr, 'invoiceNumber', t.invoice_number, 'partnerOrgnr', "
			"t.partner_orgnr, 'partnerInvoice', (select "
			"json_build_object('engagementId', i.engagement_id::text, 'amountOre', "
			"i.amount_ore, 'confirmedMinutes', (select "
			"coalesce(sum(h.confirmed_minutes), 0) from trinn.hours h where "
			"h.county_id = i.county_id and h.engagement_id = i.engagement_id and "
			"h.invoice_number = i.number), 'isRelated', g.is_related, 'relation', "
			"g.relation) from trinn.partner_invoices i join trinn.organisations s on "
			"s.id = i.partner_id join trinn.engagements g on g.county_id = "
			"i.county_id and g.id = i.engagement_id where i.county_id = t.county_id "
			"and i.hub_id = t.applicant_id and s.orgnr = t.supplier_orgnr and "
			"upper(i.number) = upper(t.invoice_number))) order by t.line) from "
			"trinn.claim_costs t where t.county_id = c.county_id and t.claim_id = "
			"c.id), '[]'), 'paymentId', (select p.id::text from trinn.payments p "
			"where p.county_id = c.county_id and p.claim_id = c.id))::text as "
			"document from trinn.claims c join trinn.organisations o on o.id = "
			"c.applicant_id where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CLAIM] = {
		.name = "reply_claim",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, 'number', "
			"c.number, 'grantId', c.grant_id::text, 'applicationId', "
			"c.application_id::text, 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'kind', c.kind, 'state', c.state, "
			"'amountOre', c.amount_ore, 'approvedOre', c.approved_ore, 'currency', "
			"'NOK', 'submittedAt', c.submitted_at, 'periodFrom', c.period_from, "
			"'periodTo', c.period_to, 'statusReport', c.status_report, "
			"'reviewReason', c.review_reason, 'parts', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', s.year, "
			"'amountOre', p.amount_ore, 'approvedOre', p.approved_ore) order by "
			"p.position) from trinn.claim_parts p join trinn.grant_parts s on "
			"s.county_id = p.county_id and s.grant_id = p.grant_id and s.position = "
			"p.position join trinn.funding_lines l on l.county_id = s.county_id and "
			"l.id = s.funding_line_id where p.county_id = c.county_id and p.claim_id "
			"= c.id), 'costs', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'description', "
			"t.description, 'amountOre', t.amount_ore, 'supplierOrgnr', "
			"t.supplier_orgnr, 'invoiceNumber', t.invoice_number, 'partnerOrgnr', "
			"t.partner_orgnr, 'partnerInvoice', (select "
			"json_build_object('engagementId', i.engagement_id::text, 'amountOre', "
			"i.amount_ore, 'confirmedMinutes', (select "
			"coalesce(sum(h.confirmed_minutes), 0) from trinn.hours h where "
			"h.county_id = i.county_id and h.engagement_id = i.engagement_id and "
			"h.invoice_number = i.number), 'isRelated', g.is_related, 'relation', "
			"g.relation) from trinn.partner_invoices i join trinn.organisations s on "
			"s.id = i.partner_id join trinn.engagements g on g.county_id = "
			"i.county_id and g.id = i.engagement_id where i.county_id = t.county_id "
			"and i.hub_id = t.applicant_id and s.orgnr = t.supplier_orgnr and "
			"upper(i.number) = upper(t.invoice_number))) order by t.line) from "
			"trinn.claim_costs t where t.county_id = c.county_id and t.claim_id = "
			"c.id), '[]'), 'paymentId', (select p.id::text from trinn.payments p "
			"where p.county_id = c.county_id and p.claim_id = c.id))::text as "
			"document from trinn.claims c join trinn.organisations o on o.id = "
			"c.applicant_id where c.county_id = (select trinn.caller_county()) and "
			"c.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_CLAIMS] = {
		.name = "list_claims",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'number', c.number, 'grantId', c.grant_id::text, 'applicationId', "
			"c.application_id::text, 'applicant', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'kind', c.kind, 'state', c.state, "
			"'amountOre', c.amount_ore, 'approvedOre', c.approved_ore, 'currency', "
			"'NOK', 'submittedAt', c.submitted_at) as item from ((select * from "
			"trinn.claims where (select trinn.caller_kind()) = 'county' and $1::text "
			"is null and county_id = (select trinn.caller_county()) and id < case "
			"when $3::int8 is null then 9223372036854775807 else $3::int8 end and "
			"($2::int8 is null or exists (select from trinn.applications a where a.id "
			"= application_id and a.call_id in (select k.id from trinn.calls k where "
			"k.county_id = (select trinn.caller_county()) and k.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)))) order by id desc limit $4::int8 + 1) union all (select * "
			"from trinn.claims where (select trinn.caller_kind()) = 'county' and "
			"state = $1::text and county_id = (select trinn.caller_county()) and id < "
			"case when $3::int8 is null then 9223372036854775807 else $3::int8 end "
			"and ($2::int8 is null or exists (select from trinn.applications a where "
			"a.id = application_id and a.call_id in (select k.id from trinn.calls k "
			"where k.county_id = (select trinn.caller_county()) and k.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)))) order by id desc limit $4::int8 + 1) union all (select * "
			"from trinn.claims where (select trinn.caller_kind()) <> 'county' and "
			"applicant_id = (select trinn.caller_org()) and ($1::text is null or "
			"state = $1::text) and county_id = (select trinn.caller_county()) and id "
			"< case when $3::int8 is null then 9223372036854775807 else $3::int8 end "
			"and ($2::int8 is null or exists (select from trinn.applications a where "
			"a.id = application_id and a.call_id in (select k.id from trinn.calls k "
			"where k.county_id = (select trinn.caller_county()) and k.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)))) order by id desc limit $4::int8 + 1)) c join "
			"trinn.organisations o on o.id = c.applicant_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_CLAIM] = {
		.name = "load_new_claim",
		.sql =
			"select json_build_object('grant', json_build_object('caller', "
			"trinn.caller_facts(), 'today', trinn.today(), 'id', g.id, 'state', "
			"g.state, 'acceptBy', g.accept_by, 'releaseOn', (select d.release_on from "
			"trinn.decisions d where d.county_id = g.county_id and d.id = "
			"g.decision_id and d.released_at is null), 'applicationId', "
			"g.application_id, 'applicationVersion', a.version, 'applicantId', "
			"g.applicant_id, 'standing', json_build_object('amountOre', g.amount_ore, "
			"'remainingOre', g.remaining_ore, 'isFinal', exists (select from "
			"trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id and "
			"c.kind = 'final' and c.state = 'released'), 'claimNumber', (select "
			"min(c.number) from trinn.claims c where c.county_id = g.county_id and "
			"c.grant_id = g.id and c.state in ('submitted', 'reviewed', 'attested')), "
			"'payment', (select min(p.reference) from trinn.payments p where "
			"p.county_id = g.county_id and p.grant_id = g.id and p.state <> 'paid'), "
			"'amendmentNumber', (select min(m.number) from trinn.amendments m where "
			"m.county_id = g.county_id and m.grant_id = g.id and m.state in ('asked', "
			"'prepared')), 'appealNumber', (select min(p.number) from trinn.appeals p "
			"where p.county_id = g.county_id and p.application_id = g.application_id "
			"and p.settled_on is null), 'appealBy', trinn.appealable_until(g), "
			"'condition', (select json_build_object('number', t.number, 'text', "
			"t.text) from trinn.decision_conditions t where t.county_id = g.county_id "
			"and t.application_id = g.application_id and t.state not in ('met', "
			"'waived') order by t.number limit 1), 'reportDueOn', (select "
			"min(coalesce(t.due_again_on, t.due_on)) from trinn.progress_reports t "
			"where t.county_id = g.county_id and t.application_id = g.application_id "
			"and t.state not in ('approved', 'withdrawn')), 'isRecipients', "
			"trinn.is_recipients(g.county_id, g.id, trinn.caller_person()), "
			"'prepared', (select json_build_object('preparedBy', s.prepared_by, "
			"'releasedOre', s.released_ore) from trinn.grant_settlements s where "
			"s.county_id = g.county_id and s.grant_id = g.id and s.state = "
			"'prepared'))), 'granted', coalesce((select "
			"json_agg(json_build_object('personId', p.person_id, 'step', p.step)) "
			"from trinn.granted_by(g.county_id, g.application_id) p), '[]'), 'unmet', "
			"coalesce((select json_agg(json_build_object('number', t.number, 'text', "
			"t.text, 'holdsBack', k.holds_back, 'isOverdue', coalesce(t.due_on < "
			"trinn.today(), false), 'isReported', t.state = 'reported') order by "
			"t.number) from trinn.decision_conditions t join trinn.condition_kinds k "
			"on k.kind = t.kind where t.county_id = g.county_id and t.application_id "
			"= g.application_id and t.state not in ('met', 'waived')), '[]'), 'id', "
			"case when $2::jsonb is null then 0 else nextval('trinn.claims_id_seq') "
			"end, 'applicationState', a.state, 'startsOn', a.starts_on, 'endsOn', "
			"coalesce(g.ends_on, a.ends_on), 'amountOre', g.amount_ore, 'budgetOre', "
			"g.budget_ore, 'remainingOre', g.remaining_ore, 'parts', (select "
			"json_agg(p.remaining_ore order by p.position) from trinn.grant_parts p "
			"where p.county_id = g.county_id and p.grant_id = g.id), 'firmsPayOre', "
			"trinn.firms_pay(a.id), 'finalNumber', (select c.number from trinn.claims "
			"c where c.county_id = g.county_id and c.grant_id = g.id and c.kind = "
			"'final' and c.state <> 'rejected'), 'groups', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'budgetOre', t.budget_ore, 'name', coalesce((select k.name "
			"from trinn.cost_groups k where k.county_id = g.county_id and "
			"k.funding_line_id = g.funding_line_id and k.code = t.cost_group), "
			"t.cost_group)) order by t.cost_group) from trinn.grant_costs t where "
			"t.county_id = g.county_id and t.grant_id = g.id), '[]'), 'earlier', "
			"coalesce((select json_agg(json_build_object('amountOre', case c.state "
			"when 'released' then c.approved_ore else c.amount_ore end, 'costs', "
			"(select json_agg(json_build_object('costGroup', t.cost_group, "
			"'amountOre', t.ore)) from (select x.cost_group, "
			"sum(x.amount_ore)::bigint as ore from trinn.claim_costs x where "
			"x.county_id = c.county_id and x.claim_id = c.id group by 1) t)) order by "
			"c.number) from trinn.claims c where c.county_id = g.county_id and "
			"c.grant_id = g.id and c.state <> 'rejected'), '[]'), 'partners', "
			"coalesce((select json_agg(json_build_object('orgnr', p.orgnr, 'name', "
			"p.name, 'leftOre', trinn.partner_left(p.county_id, p.grant_id, p.orgnr)) "
			"order by p.organisation_id) from trinn.grant_partners p where "
			"p.county_id = g.county_id and p.grant_id = g.id), '[]'), 'invoicesUsed', "
			"coalesce((select json_agg(u.position - 1) from "
			"trinn.invoices_used($2::jsonb) u(position)), '[]'), 'notEntered', "
			"coalesce((select json_agg(t.line - 1 order by t.line) from "
			"jsonb_array_elements($2::jsonb) with ordinality t(c, line) join "
			"trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr' where "
			"t.c->>'invoiceNumber' is not null and exists (select from "
			"trinn.engagements e where e.county_id = g.county_id and e.hub_id = "
			"g.applicant_id and e.partner_id = o.id and e.state in ('agreed', "
			"'ended')) and not exists (select from trinn.partner_invoices s where "
			"s.county_id = g.county_id and s.hub_id = g.applicant_id and s.partner_id "
			"= o.id and upper(s.number) = upper(t.c->>'invoiceNumber'))), '[]'), "
			"'credited', coalesce((select json_agg(t.line - 1 order by t.line) from "
			"jsonb_array_elements($2::jsonb) with ordinality t(c, line) join "
			"trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr' join "
			"trinn.partner_invoices s on s.county_id = g.county_id and s.hub_id = "
			"g.applicant_id and s.partner_id = o.id and upper(s.number) = "
			"upper(t.c->>'invoiceNumber') where s.credited_on is not null), '[]'), "
			"'partnerInvoices', coalesce((select json_agg(json_build_object('line', "
			"t.line - 1, 'netOre', s.amount_ore, 'grossOre', s.amount_ore + "
			"ceil(s.amount_ore * coalesce((select r.value::int from trinn.rule_params "
			"r where r.key = 'vat.standard' and trinn.today() between r.valid_from "
			"and coalesce(r.valid_to, 'infinity') and (r.county_id is null or "
			"r.county_id = s.county_id) order by r.county_id nulls first limit 1), 0) "
			"/ 10000.0)::bigint, 'isOfTrack', coalesce((select m.track_id = "
			"a.track_id from trinn.engagements m where m.county_id = s.county_id and "
			"m.id = s.engagement_id), true), 'otherStages', (select string_agg(h.id "
			"|| ' (' || f.name || ')', ', ' order by h.id) from trinn.hours h join "
			"trinn.organisations f on f.id = h.firm_id where h.county_id = "
			"s.county_id and h.engagement_id = s.engagement_id and h.invoice_number = "
			"s.number and not trinn.is_of_stages(h, b.programme_id, case when not "
			"exists (select from trinn.applications x join trinn.grants y on "
			"y.county_id = x.county_id and y.application_id = x.id and y.state in "
			"('accepted', 'active') join trinn.calls k on k.county_id = x.county_id "
			"and k.id = x.call_id where x.county_id = a.county_id and x.track_id = "
			"a.track_id and (select min(n) from unnest(k.stages) n) < (select min(n) "
			"from unnest(b.stages) n) and not exists (select from trinn.claims z "
			"where z.county_id = y.county_id and z.grant_id = y.id and z.kind = "
			"'final' and z.state <> 'rejected')) then b.stages || 0 else b.stages "
			"end)))) from jsonb_array_elements($2::jsonb) with ordinality t(c, line) "
			"join trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr' join "
			"trinn.partner_invoices s on s.county_id = g.county_id and s.hub_id = "
			"g.applicant_id and s.partner_id = o.id and upper(s.number) = "
			"upper(t.c->>'invoiceNumber')), '[]'))::text, null::bigint, "
			"json_build_array(json_build_array('application', a.id, h.version, "
			"true))::text from trinn.grants g join trinn.applications a on "
			"a.county_id = g.county_id and a.id = g.application_id join trinn.calls b "
			"on b.county_id = a.county_id and b.id = a.call_id join trinn.guards h on "
			"h.county_id = g.county_id and h.kind = 'application' and h.id = "
			"g.application_id where g.county_id = (select trinn.caller_county()) and "
			"g.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CLAIM] = {
		.name = "insert_claim",
		.sql =
			"with made as (insert into trinn.claims (id, county_id, applicant_id, "
			"application_id, grant_id, number, kind, period_from, period_to, "
			"status_report, amount_ore, submitted_by) select $1::int8, g.county_id, "
			"g.applicant_id, g.application_id, g.id, 1 + (select count(*) from "
			"trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id), "
			"$3::text, $4::date, $5::date, $6::text, $7::int8, trinn.caller_person() "
			"from trinn.grants g where g.county_id = trinn.caller_county() and g.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_claim')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_CLAIM_COSTS] = {
		.name = "insert_claim_costs",
		.sql =
			"with added as (insert into trinn.claim_costs (county_id, applicant_id, "
			"claim_id, line, cost_group, description, amount_ore, supplier_orgnr, "
			"invoice_number, partner_orgnr) select trinn.caller_county(), "
			"trinn.caller_org(), $1::int8, t.line, t.c->>'costGroup', "
			"t.c->>'description', (t.c->>'amountOre')::bigint, t.c->>'supplierOrgnr', "
			"t.c->>'invoiceNumber', t.c->>'partnerOrgnr' from "
			"jsonb_array_elements($2::jsonb) with ordinality as t(c, line) returning "
			"1) select trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) "
			"from added), 'insert_claim_costs')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_CLAIM_PARTS] = {
		.name = "insert_claim_parts",
		.sql =
			"with made as (insert into trinn.claim_parts (county_id, applicant_id, "
			"application_id, grant_id, claim_id, position, amount_ore) select "
			"c.county_id, c.applicant_id, c.application_id, c.grant_id, c.id, "
			"t.position, t.ore from trinn.claims c, unnest($2::int8[]) with "
			"ordinality t(ore, position) where c.county_id = trinn.caller_county() "
			"and c.id = $1::int8 returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from made), "
			"'insert_claim_parts')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLAIM_FROM_GRANT] = {
		.name = "claim_from_grant",
		.sql =
			"with taken as (update trinn.grant_parts g set remaining_ore = "
			"g.remaining_ore - p.amount_ore from trinn.claim_parts p where "
			"p.county_id = trinn.caller_county() and p.claim_id = $1::int8 and "
			"g.county_id = p.county_id and g.grant_id = p.grant_id and g.position = "
			"p.position returning 1), changed as (update trinn.grants g set "
			"remaining_ore = g.remaining_ore - c.amount_ore, state = 'active', "
			"version = g.version + 1 from trinn.claims c where c.county_id = "
			"trinn.caller_county() and c.id = $1::int8 and g.county_id = c.county_id "
			"and g.id = c.grant_id and g.state in ('accepted', 'active') returning 1) "
			"select trinn.exactly(1, (select count(*) from changed), "
			"'claim_from_grant')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_ACTIVATE_APPLICATION] = {
		.name = "activate_application",
		.sql =
			"with changed as (update trinn.applications set state = 'active', version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and state = 'accepted' returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'activate_application')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_RETURN_TO_GRANT] = {
		.name = "return_to_grant",
		.sql =
			"with back as (select p.county_id, p.grant_id, p.position, p.amount_ore - "
			"case c.state when 'rejected' then 0 else p.approved_ore end as ore from "
			"trinn.claims c join trinn.claim_parts p on p.county_id = c.county_id and "
			"p.claim_id = c.id where c.county_id = trinn.caller_county() and c.id = "
			"$1::int8), returned as (update trinn.grant_parts g set remaining_ore = "
			"g.remaining_ore + b.ore from back b where g.county_id = b.county_id and "
			"g.grant_id = b.grant_id and g.position = b.position returning 1), "
			"changed as (update trinn.grants g set remaining_ore = g.remaining_ore + "
			"b.ore, version = g.version + 1 from (select county_id, grant_id, "
			"sum(ore) as ore from back group by county_id, grant_id) b where "
			"g.county_id = b.county_id and g.id = b.grant_id returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'return_to_grant')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CLAIM] = {
		.name = "load_claim",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'state', c.state, 'applicationId', c.application_id, 'applicantId', "
			"c.applicant_id, 'applicant', o.name, 'parts', (select "
			"json_agg(p.amount_ore order by p.position) from trinn.claim_parts p "
			"where p.county_id = c.county_id and p.claim_id = c.id), 'amountOre', "
			"c.amount_ore, 'approvedOre', coalesce(c.approved_ore, 0), 'submittedBy', "
			"c.submitted_by, 'reviewedBy', coalesce(c.reviewed_by, 0), 'attestedBy', "
			"coalesce(c.attested_by, 0), 'granted', coalesce((select "
			"json_agg(json_build_object('personId', p.person_id, 'step', p.step)) "
			"from trinn.granted_by(g.county_id, g.application_id) p), '[]'), "
			"'hasAccount', exists (select from trinn.bank_accounts b where "
			"b.county_id = c.county_id and b.organisation_id = c.applicant_id), "
			"'isStayed', trinn.has_stay(c.county_id, c.application_id), 'kind', "
			"c.kind, 'unmet', coalesce((select json_agg(json_build_object('number', "
			"t.number, 'text', t.text, 'holdsBack', k.holds_back, 'isOverdue', "
			"coalesce(t.due_on < trinn.today(), false), 'isReported', t.state = "
			"'reported') order by t.number) from trinn.decision_conditions t join "
			"trinn.condition_kinds k on k.kind = t.kind where t.county_id = "
			"g.county_id and t.application_id = g.application_id and t.state not in "
			"('met', 'waived')), '[]'), 'overdueReport', (select "
			"min(coalesce(t.due_again_on, t.due_on)) from trinn.progress_reports t "
			"where t.county_id = c.county_id and t.application_id = c.application_id "
			"and exists (select from trinn.grant_parts p join trinn.funding_lines l "
			"on l.county_id = p.county_id and l.id = p.funding_line_id and "
			"l.overdue_report_blocks where p.county_id = g.county_id and p.grant_id = "
			"g.id) and coalesce(t.due_again_on, t.due_on) < trinn.today() and t.state "
			"in ('expected', 'returned')))::text, c.version, "
			"json_build_array(json_build_array('application', c.application_id, "
			"h.version, true))::text from trinn.claims c join trinn.grants g on "
			"g.county_id = c.county_id and g.id = c.grant_id join trinn.organisations "
			"o on o.id = c.applicant_id join trinn.guards h on h.county_id = "
			"c.county_id and h.kind = 'application' and h.id = c.application_id where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REVIEW_CLAIM] = {
		.name = "review_claim",
		.sql =
			"with approved as (update trinn.claim_parts p set approved_ore = t.ore "
			"from unnest($5::int8[]) with ordinality t(ore, position) where "
			"p.county_id = trinn.caller_county() and p.claim_id = $1::int8 and "
			"p.position = t.position returning 1), changed as (update trinn.claims "
			"set state = 'reviewed', approved_ore = $3::int8, review_reason = "
			"$4::text, reviewed_by = trinn.caller_person(), version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1 + cardinality($5::int8[]), "
			"(select count(*) from changed) + (select count(*) from approved), "
			"'review_claim')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_REJECT_CLAIM] = {
		.name = "reject_claim",
		.sql =
			"with changed as (update trinn.claims set state = 'rejected', "
			"review_reason = $3::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'reject_claim')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_ATTEST_CLAIM] = {
		.name = "attest_claim",
		.sql =
			"with changed as (update trinn.claims set state = 'attested', attested_by "
			"= trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'attest_claim')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SEND_BACK_CLAIM] = {
		.name = "send_back_claim",
		.sql =
			"with opened as (update trinn.claim_parts set approved_ore = null where "
			"county_id = trinn.caller_county() and claim_id = $1::int8), changed as "
			"(update trinn.claims set state = 'submitted', approved_ore = null, "
			"review_reason = null, reviewed_by = null, attested_by = null, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'send_back_claim')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_RELEASE_CLAIM] = {
		.name = "release_claim",
		.sql =
			"with changed as (update trinn.claims set state = 'released', released_by "
			"= trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'release_claim')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_COHORT_DOCUMENT] = {
		.name = "cohort_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'title', c.title, 'trade', c.trade, 'state', c.state, 'trackId', "
			"c.track_id::text, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'programme', (select json_build_object('id', "
			"q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q "
			"where q.county_id = c.county_id and q.id = c.programme_id), 'stage', "
			"c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', "
			"c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken, 'firms', "
			"coalesce((select json_agg(json_build_object('enrolmentId', "
			"m.enrolment_id::text, 'firm', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = m.firm_id), 'joinedOn', m.joined_on, 'leftOn', m.left_on) "
			"order by m.joined_on, m.enrolment_id) from trinn.cohort_firms m where "
			"m.county_id = c.county_id and m.cohort_id = c.id), '[]'))::text as "
			"document from trinn.cohorts c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_COHORT] = {
		.name = "reply_cohort",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, 'title', "
			"c.title, 'trade', c.trade, 'state', c.state, 'trackId', "
			"c.track_id::text, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'programme', (select json_build_object('id', "
			"q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q "
			"where q.county_id = c.county_id and q.id = c.programme_id), 'stage', "
			"c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', "
			"c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken, 'firms', "
			"coalesce((select json_agg(json_build_object('enrolmentId', "
			"m.enrolment_id::text, 'firm', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = m.firm_id), 'joinedOn', m.joined_on, 'leftOn', m.left_on) "
			"order by m.joined_on, m.enrolment_id) from trinn.cohort_firms m where "
			"m.county_id = c.county_id and m.cohort_id = c.id), '[]'))::text as "
			"document from trinn.cohorts c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$6::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_COHORT_FIRMS] = {
		.name = "reply_cohort_firms",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, 'title', "
			"c.title, 'trade', c.trade, 'state', c.state, 'trackId', "
			"c.track_id::text, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'programme', (select json_build_object('id', "
			"q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q "
			"where q.county_id = c.county_id and q.id = c.programme_id), 'stage', "
			"c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', "
			"c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken, 'firms', "
			"coalesce((select json_agg(json_build_object('enrolmentId', "
			"m.enrolment_id::text, 'firm', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = m.firm_id), 'joinedOn', m.joined_on, 'leftOn', m.left_on) "
			"order by m.joined_on, m.enrolment_id) from trinn.cohort_firms m where "
			"m.county_id = c.county_id and m.cohort_id = c.id), '[]'))::text as "
			"document from trinn.cohorts c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$5::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, null, d.etag, json_build_object('results', "
			"$6::json::json, 'cohort', d.document::json)::text) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_COHORTS] = {
		.name = "list_cohorts",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($7::int8)::int])::text as items, case when count(*) > $7::int8 "
			"then (array_agg(p.key order by p.key desc))[($7::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'title', c.title, 'trade', c.trade, 'state', c.state, 'trackId', "
			"c.track_id::text, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'programme', (select json_build_object('id', "
			"q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q "
			"where q.county_id = c.county_id and q.id = c.programme_id), 'stage', "
			"c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', "
			"c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken) as item from "
			"((select c.* from trinn.cohorts c where (select trinn.caller_kind()) = "
			"'county' and $5::int8 is null and $4::int8 is null and c.county_id = "
			"(select trinn.caller_county()) and c.id < case when $6::int8 is null "
			"then 9223372036854775807 else $6::int8 end and coalesce(($1::int8 is "
			"null or c.track_id = $1::int8) and ($2::text is null or c.state = "
			"$2::text) and ($3::text is null or c.id in (select a.cohort_id from "
			"trinn.cohort_firms a join trinn.organisations f on f.id = a.firm_id "
			"where a.county_id = (select trinn.caller_county()) and f.orgnr = "
			"$3::text)) and ($5::int8 is null or c.hub_id = $5::int8), false) order "
			"by c.id desc limit $7::int8 + 1) union all (select c.* from (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $4::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b) u cross join lateral (select c.* from trinn.cohorts c where "
			"(select trinn.caller_kind()) = 'county' and $5::int8 is null and "
			"c.programme_id = u.id and c.county_id = (select trinn.caller_county()) "
			"and c.id < case when $6::int8 is null then 9223372036854775807 else "
			"$6::int8 end and coalesce(($1::int8 is null or c.track_id = $1::int8) "
			"and ($2::text is null or c.state = $2::text) and ($3::text is null or "
			"c.id in (select a.cohort_id from trinn.cohort_firms a join "
			"trinn.organisations f on f.id = a.firm_id where a.county_id = (select "
			"trinn.caller_county()) and f.orgnr = $3::text)) and ($5::int8 is null or "
			"c.hub_id = $5::int8), false) order by c.id desc limit $7::int8 + 1) c) "
			"union all (select c.* from trinn.cohorts c where ((select "
			"trinn.caller_kind()) = 'hub' or (select trinn.caller_kind()) = 'county' "
			"and $5::int8 is not null) and hub_id = case (select trinn.caller_kind()) "
			"when 'hub' then (select trinn.caller_org()) else $5::int8 end and "
			"c.county_id = (select trinn.caller_county()) and c.id < case when "
			"$6::int8 is null then 9223372036854775807 else $6::int8 end and "
			"coalesce(($1::int8 is null or c.track_id = $1::int8) and ($2::text is "
			"null or c.state = $2::text) and ($3::text is null or c.id in (select "
			"a.cohort_id from trinn.cohort_firms a join trinn.organisations f on f.id "
			"= a.firm_id where a.county_id = (select trinn.caller_county()) and "
			"f.orgnr = $3::text)) and ($5::int8 is null or c.hub_id = $5::int8), "
			"false) and ($4::int8 is null or c.programme_id in (with recursive below "
			"as (select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $4::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by c.id "
			"desc limit $7::int8 + 1) union all (select c.* from trinn.cohorts c join "
			"trinn.cohort_firms m on m.county_id = c.county_id and m.cohort_id = c.id "
			"where (select trinn.caller_kind()) = 'firm' and m.firm_id = (select "
			"trinn.caller_org()) and c.county_id = (select trinn.caller_county()) and "
			"c.id < case when $6::int8 is null then 9223372036854775807 else $6::int8 "
			"end and coalesce(($1::int8 is null or c.track_id = $1::int8) and "
			"($2::text is null or c.state = $2::text) and ($3::text is null or c.id "
			"in (select a.cohort_id from trinn.cohort_firms a join "
			"trinn.organisations f on f.id = a.firm_id where a.county_id = (select "
			"trinn.caller_county()) and f.orgnr = $3::text)) and ($5::int8 is null or "
			"c.hub_id = $5::int8), false) and ($4::int8 is null or c.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $4::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) order by c.id desc limit $7::int8 + 1)) c join "
			"trinn.organisations o on o.id = c.hub_id) p",
		.n_params = 7,
		.lanes = DB_ON_READ,
	},
	[Q_COHORT_OVERVIEW] = {
		.name = "cohort_overview",
		.sql =
			"select json_build_object('cohort', json_build_object('id', c.id::text, "
			"'title', c.title, 'trade', c.trade, 'state', c.state, 'trackId', "
			"c.track_id::text, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'programme', (select json_build_object('id', "
			"q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q "
			"where q.county_id = c.county_id and q.id = c.programme_id), 'stage', "
			"c.stage, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', "
			"c.capacity, 'taken', c.taken, 'free', c.capacity - c.taken), 'places', "
			"(select json_build_object('stage', t.stage, 'capacity', t.capacity, "
			"'taken', t.taken, 'free', case when t.capacity is not null then "
			"greatest(t.capacity - t.taken, 0) end, 'waiting', "
			"trinn.n_waiting(t.programme_id, t.stage)) from trinn.stage_places t "
			"where t.county_id = c.county_id and t.programme_id = c.programme_id and "
			"t.stage = c.stage), 'firms', coalesce((select "
			"json_agg(json_build_object('shown', json_build_object('enrolmentId', "
			"e.id::text, 'firm', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'state', e.state, 'joinedOn', m.joined_on, "
			"'invited', v.invited, 'attended', v.attended, 'openOre', y.open_ore, "
			"'dueOn', y.due_on, 'unconfirmedMinutes', (select "
			"coalesce(sum(h.delivered_minutes), 0) from trinn.hours h where "
			"h.county_id = c.county_id and h.firm_id = m.firm_id and h.hub_id = "
			"c.hub_id and h.state = 'delivered')), 'facts', "
			"json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', e.id, 'state', e.state, 'stage', e.stage, "
			"'programmeState', trinn.programme_state(p), 'programmeVersion', "
			"e.programme_version, 'firmId', e.firm_id, 'hubId', e.hub_id, "
			"'isAidRefused', exists (select from trinn.copayments c where c.id = "
			"(select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state <> 'credited' and "
			"c.aid_refused_by is not null), 'isAidUnchecked', exists (select from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id and "
			"c.state <> 'credited' and c.aid_refused_by is null and c.aid_checked_by "
			"is null), 'isShareGone', exists (select from trinn.copayments c where "
			"c.id = (select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state = 'credited') and "
			"exists (select from trinn.stages s where s.county_id = e.county_id and "
			"s.programme_id = e.programme_id and s.programme_version = "
			"e.programme_version and s.number = e.stage and coalesce(s.price_ore, "
			"s.price_cap_ore) > 0), 'isCreditAsked', exists (select from "
			"trinn.copayments c join trinn.copayment_reliefs r on r.county_id = "
			"c.county_id and r.copayment_id = c.id and r.kind = 'credit' and r.state "
			"= 'asked' where c.id = (select max(n.id) from trinn.copayments n where "
			"n.county_id = e.county_id and n.enrolment_id = e.id and n.round = "
			"e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'wasAidRefused', exists (select from trinn.refused_before(e.id, null)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'recommendedStage', "
			"e.recommended_stage, 'passedStage', trinn.stage_passed(e), "
			"'isBetweenStages', trinn.is_between_stages(e.id), 'isHandoverAsked', "
			"exists (select from trinn.handovers c where c.county_id = e.county_id "
			"and c.enrolment_id = e.id and c.state = 'asked'), 'isHubOpen', "
			"trinn.is_hub(e.hub_id), 'stages', coalesce((select "
			"json_agg(json_build_object('number', s.number, 'nFree', t.capacity - "
			"t.taken, 'next', s.next_stage, 'price', json_build_object('capOre', "
			"coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore, "
			"'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode, 'vatBp', "
			"case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) end, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90)), 'nAhead', q.n_open, "
			"'nShut', q.n_shut) order by s.number) from trinn.stages s join "
			"trinn.stage_places t on t.county_id = s.county_id and t.programme_id = "
			"s.programme_id and t.stage = s.number, lateral (select count(*) filter "
			"(where not w.is_shut) as n_open, count(*) filter (where w.is_shut) as "
			"n_shut from trinn.queue_of(s.programme_id, s.number, case when s.number "
			"= e.stage then e.waiting_since end, e.id) w where $2::bool) q where "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = e.programme_version), '[]'), 'gates', "
			"coalesce((select json_agg(json_build_object('stage', g.stage_number, "
			"'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) "
			"order by g.stage_number, g.position) from trinn.stage_gates g where "
			"g.county_id = e.county_id and g.programme_id = e.programme_id and "
			"g.programme_version = e.programme_version), '[]'), 'waivers', "
			"coalesce((select json_agg(json_build_object('stage', w.stage, 'gate', "
			"w.gate, 'state', w.state) order by w.id) from trinn.gate_waivers w where "
			"w.county_id = e.county_id and w.enrolment_id = e.id and w.round = "
			"e.round and w.state <> 'refused'), '[]'), 'way', trinn.way_of(e.id), "
			"'newId', 0)) order by o.name, o.id) from trinn.cohort_firms m join "
			"trinn.enrolments e on e.county_id = m.county_id and e.id = "
			"m.enrolment_id join trinn.programmes p on p.county_id = e.county_id and "
			"p.id = e.programme_id join trinn.organisations o on o.id = m.firm_id, "
			"lateral (select count(*) as invited, count(*) filter (where t.head_count "
			"> 0) as attended from trinn.sessions s join trinn.attendances t on "
			"t.county_id = s.county_id and t.session_id = s.id and t.firm_id = "
			"m.firm_id where s.county_id = c.county_id and s.cohort_id = c.id and "
			"s.state = 'held') v, lateral (select coalesce(sum(k.open_ore), 0) as "
			"open_ore, min(k.due_on) as due_on from trinn.copayments k where "
			"k.county_id = e.county_id and k.enrolment_id = e.id and k.open_ore > 0) "
			"y where m.county_id = c.county_id and m.cohort_id = c.id and m.left_on "
			"is null), '[]'), 'sessions', coalesce((select "
			"json_agg(json_build_object('id', s.id::text, 'kind', s.kind, 'title', "
			"s.title, 'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at, "
			"'place', s.place, 'link', s.link, 'theme', s.theme, 'deliveredBy', "
			"s.delivered_by, 'engagementId', s.engagement_id::text, 'plannedMinutes', "
			"s.planned_minutes, 'heldMinutes', s.held_minutes, 'cohortId', "
			"s.cohort_id::text, 'networkId', s.network_id::text, 'enrolmentId', "
			"s.enrolment_id::text, 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= s.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= s.firm_id)) order by s.starts_at, s.id) from trinn.sessions s where "
			"s.county_id = c.county_id and s.cohort_id = c.id and s.state = "
			"'planned'), '[]'), 'engagements', coalesce((select "
			"json_agg(json_build_object('id', g.id::text, 'title', g.title, "
			"'fagpartner', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"g.partner_id), 'endsOn', g.ends_on, 'ceilingMinutes', g.ceiling_minutes, "
			"'leftMinutes', g.ceiling_minutes - g.ordered_minutes, "
			"'undeliveredMinutes', g.ordered_minutes - g.delivered_minutes) order by "
			"g.ends_on, g.id) from trinn.engagements g where g.county_id = "
			"c.county_id and g.hub_id = c.hub_id and g.state = 'agreed' and "
			"(g.track_id = c.track_id or exists (select from trinn.sessions s where "
			"s.county_id = c.county_id and s.cohort_id = c.id and s.engagement_id = "
			"g.id))), '[]'))::text from trinn.cohorts c join trinn.organisations o on "
			"o.id = c.hub_id where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8 and (select trinn.caller_kind()) <> 'firm'",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_COHORT_FEEDBACK] = {
		.name = "cohort_feedback",
		.sql =
			"select null::text as etag, json_build_object('cohortId', c.id::text, "
			"'total', (select json_build_object('answers', count(t.score), "
			"'meanHundredths', round(100 * avg(t.score))::int, 'byScore', "
			"json_build_array(count(*) filter (where t.score = 1), count(*) filter "
			"(where t.score = 2), count(*) filter (where t.score = 3), count(*) "
			"filter (where t.score = 4), count(*) filter (where t.score = 5))) from "
			"trinn.feedback t where t.county_id = (select trinn.caller_county()) and "
			"t.session_id = any (w.ids)), 'sessions', coalesce((select "
			"json_agg(x.said order by x.starts_at, x.id) from (select s.id, "
			"s.starts_at, json_build_object('sessionId', s.id::text, 'title', "
			"s.title, 'startsAt', s.starts_at, 'answers', count(t.score), "
			"'meanHundredths', round(100 * avg(t.score))::int, 'byScore', "
			"json_build_array(count(*) filter (where t.score = 1), count(*) filter "
			"(where t.score = 2), count(*) filter (where t.score = 3), count(*) "
			"filter (where t.score = 4), count(*) filter (where t.score = 5)), "
			"'comments', coalesce(json_agg(t.comment order by t.comment) filter "
			"(where t.comment is not null), '[]')) as said from trinn.sessions s left "
			"join trinn.feedback t on t.county_id = s.county_id and t.session_id = "
			"s.id where s.county_id = (select trinn.caller_county()) and s.id = any "
			"(w.ids) and s.state = 'held' group by s.county_id, s.id) x), "
			"'[]'))::text as document from trinn.cohorts c, lateral (select "
			"array(select s.id from trinn.sessions s where s.county_id = c.county_id "
			"and s.cohort_id = c.id) as ids) w where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8 and (select "
			"trinn.caller_kind()) <> 'firm'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_TRACK_FEEDBACK] = {
		.name = "track_feedback",
		.sql =
			"select null::text as etag, json_build_object('trackId', r.id::text, "
			"'total', (select json_build_object('answers', count(t.score), "
			"'meanHundredths', round(100 * avg(t.score))::int, 'byScore', "
			"json_build_array(count(*) filter (where t.score = 1), count(*) filter "
			"(where t.score = 2), count(*) filter (where t.score = 3), count(*) "
			"filter (where t.score = 4), count(*) filter (where t.score = 5))) from "
			"trinn.cohorts c join trinn.sessions s on s.county_id = c.county_id and "
			"s.cohort_id = c.id join trinn.feedback t on t.county_id = s.county_id "
			"and t.session_id = s.id where c.county_id = r.county_id and c.track_id = "
			"r.id), 'cohorts', coalesce((select json_agg(x.said order by x.id) from "
			"(select c.id, json_build_object('cohortId', c.id::text, 'title', "
			"c.title, 'stage', c.stage, 'answers', count(t.score), 'meanHundredths', "
			"round(100 * avg(t.score))::int, 'byScore', json_build_array(count(*) "
			"filter (where t.score = 1), count(*) filter (where t.score = 2), "
			"count(*) filter (where t.score = 3), count(*) filter (where t.score = "
			"4), count(*) filter (where t.score = 5))) as said from trinn.cohorts c "
			"left join trinn.sessions s on s.county_id = c.county_id and s.cohort_id "
			"= c.id left join trinn.feedback t on t.county_id = s.county_id and "
			"t.session_id = s.id where c.county_id = r.county_id and c.track_id = "
			"r.id group by c.county_id, c.id) x), '[]'))::text as document from "
			"trinn.tracks r where r.county_id = (select trinn.caller_county()) and "
			"r.id = $1::int8 and trinn.caller_role() not in ('attestant', 'releaser', "
			"'finance')",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_TRACK_DELIVERY] = {
		.name = "track_delivery",
		.sql =
			"select null::text as etag, json_build_object('trackId', t.id::text, "
			"'profile', case when q.digital_parts is not null then "
			"json_build_object('digitalParts', q.digital_parts, 'greenParts', "
			"q.green_parts, 'digitalBasisPoints', p.bp) end, 'planned', "
			"trinn.delivery_json(coalesce(sum(s.planned_minutes) filter (where "
			"s.delivered_by = 'hub'), 0), coalesce(sum(s.planned_minutes) filter "
			"(where s.delivered_by = 'fagpartner'), 0) + d.planned, "
			"coalesce(sum(s.planned_minutes) filter (where s.theme = 'digital'), 0) + "
			"d.planned_digital, coalesce(sum(s.planned_minutes) filter (where s.theme "
			"= 'green'), 0) + d.planned - d.planned_digital, p.bp), 'held', "
			"trinn.delivery_json(coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.delivered_by = 'hub'), 0), coalesce(sum(s.held_minutes - "
			"(select coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int "
			"from trinn.hours h where h.county_id = s.county_id and h.session_id = "
			"s.id)) filter (where s.delivered_by = 'fagpartner'), 0) + d.held, "
			"coalesce(sum(s.held_minutes - (select coalesce(sum(h.delivered_minutes - "
			"h.confirmed_minutes), 0)::int from trinn.hours h where h.county_id = "
			"s.county_id and h.session_id = s.id)) filter (where s.theme = "
			"'digital'), 0) + d.held_digital, coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.theme = 'green'), 0) + d.held - d.held_digital, "
			"p.bp))::text as document from trinn.tracks t join trinn.programmes q on "
			"q.county_id = t.county_id and q.id = t.programme_id left join "
			"trinn.cohorts c on c.county_id = t.county_id and c.track_id = t.id left "
			"join trinn.sessions s on s.county_id = c.county_id and s.cohort_id = "
			"c.id and s.state <> 'cancelled' and (s.state = 'planned' or "
			"s.delivered_by = 'fagpartner' or exists (select from trinn.attendances a "
			"where a.county_id = s.county_id and a.session_id = s.id and a.head_count "
			"> 0)), lateral (select trinn.basis_points(q.digital_parts, "
			"q.digital_parts + q.green_parts) as bp) p, lateral (select "
			"coalesce(sum(greatest(o.planned - w.planned, 0)), 0)::bigint as planned, "
			"coalesce(sum(o.held), 0)::bigint as held, "
			"coalesce(sum(greatest(o.planned - w.planned, 0)) filter (where o.theme = "
			"'digital'), 0)::bigint as planned_digital, coalesce(sum(o.held) filter "
			"(where o.theme = 'digital'), 0)::bigint as held_digital from "
			"trinn.engagements g, lateral (select h.theme, sum(h.ordered_minutes - "
			"h.freed_minutes) as planned, sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) as held from trinn.hours h where h.county_id = "
			"g.county_id and h.engagement_id = g.id and h.session_id is null group by "
			"h.theme) o, lateral (select coalesce(sum(s.planned_minutes), 0) as "
			"planned from trinn.sessions s where s.county_id = g.county_id and "
			"s.partner_id = g.partner_id and s.engagement_id = g.id and s.state = "
			"'planned' and coalesce(s.theme, o.theme) = o.theme and not exists "
			"(select from trinn.hours h where h.county_id = s.county_id and "
			"h.session_id = s.id and h.state <> 'cancelled')) w where g.county_id = "
			"t.county_id and g.track_id = t.id) d where t.county_id = (select "
			"trinn.caller_county()) and t.id = $1::int8 and trinn.caller_role() not "
			"in ('attestant', 'releaser', 'finance') group by t.id, q.digital_parts, "
			"q.green_parts, p.bp, d.planned, d.held, d.planned_digital, d.held_digital",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_COHORT] = {
		.name = "insert_cohort",
		.sql =
			"with made as (insert into trinn.cohorts (id, county_id, hub_id, "
			"track_id, programme_id, programme_version, stage, title, trade, "
			"starts_on, ends_on, capacity) select $1::int8, t.county_id, "
			"t.applicant_id, t.id, q.id, (select max(s.programme_version) from "
			"trinn.stages s where s.county_id = q.county_id and s.programme_id = q.id "
			"and s.number = ($3::json->>'stage')::int), ($3::json->>'stage')::int, "
			"$3::json->>'title', $3::json->>'trade', ($3::json->>'startsOn')::date, "
			"($3::json->>'endsOn')::date, ($3::json->>'capacity')::int from "
			"trinn.tracks t join trinn.programmes q on q.county_id = t.county_id and "
			"q.id = t.programme_id where t.county_id = trinn.caller_county() and t.id "
			"= $2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_cohort')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_COHORT] = {
		.name = "load_cohort",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'hubId', c.hub_id, 'state', c.state, 'stage', c.stage, 'startsOn', "
			"c.starts_on, 'endsOn', c.ends_on, 'capacity', c.capacity, 'taken', "
			"c.taken, 'planned', v.planned, 'held', v.held, 'firstOn', v.first_on, "
			"'lastOn', v.last_on, 'granted', coalesce((select "
			"json_agg(json_build_object('stage', g.stage, 'startsOn', g.starts_on, "
			"'endsOn', g.ends_on) order by g.id) from (select a.id, a.starts_on, "
			"a.ends_on, unnest(k.stages) as stage from trinn.applications a join "
			"trinn.calls k on k.county_id = a.county_id and k.id = a.call_id join "
			"trinn.grants r on r.county_id = a.county_id and r.application_id = a.id "
			"where a.county_id = t.county_id and a.track_id = t.id and r.state in "
			"('accepted', 'active')) g), '[]'), 'candidates', coalesce((select "
			"json_agg(json_build_object('isServed', e.id is not null, 'isInStage', "
			"coalesce(e.programme_id = c.programme_id and case when c.stage = 0 then "
			"e.state in ('prospect', 'assessed') else e.stage = c.stage and e.state "
			"in ('enrolled', 'active') end, false), 'isMember', exists (select from "
			"trinn.cohort_firms m where m.county_id = c.county_id and m.cohort_id = "
			"c.id and m.enrolment_id = x.id::bigint and m.left_on is null), "
			"'planned', (select count(*) from trinn.sessions s where s.county_id = "
			"c.county_id and s.cohort_id = c.id and s.firm_id = e.firm_id and s.state "
			"= 'planned'), 'memberOf', (select min(k.title) from trinn.cohort_firms m "
			"join trinn.cohorts k on k.county_id = m.county_id and k.id = m.cohort_id "
			"where m.county_id = e.county_id and m.enrolment_id = e.id and m.left_on "
			"is null and k.stage = c.stage and k.state in ('planned', 'running'))) "
			"order by x.line) from json_array_elements_text($2::json) with ordinality "
			"as x(id, line) left join trinn.enrolments e on e.county_id = c.county_id "
			"and e.id = x.id::bigint and e.hub_id = c.hub_id), '[]'), 'session', case "
			"when $3::json is not null then (select json_build_object('id', "
			"nextval('trinn.sessions_id_seq'), 'startsOn', (x.starts_at at time zone "
			"'Europe/Oslo')::date, 'endsOn', (x.ends_at at time zone "
			"'Europe/Oslo')::date, 'minutes', floor(extract(epoch from x.ends_at - "
			"x.starts_at) / 60)::bigint, 'hasFirm', exists (select from "
			"trinn.cohort_firms m join trinn.organisations o on o.id = m.firm_id "
			"where m.county_id = w.county_id and m.cohort_id = w.cohort_id and "
			"m.left_on is null and o.orgnr = $3::json->>'orgnr') or exists (select "
			"from trinn.organisations o where o.id = w.firm_id and o.orgnr = "
			"coalesce($3::json->>'orgnr', o.orgnr)), 'twinId', (select s.id from "
			"trinn.sessions s where s.county_id = w.county_id and s.hub_id = "
			"trinn.caller_org() and s.starts_at = x.starts_at and lower(s.title) = "
			"lower($3::json->>'title') and s.state <> 'cancelled' and (s.cohort_id, "
			"s.network_id, s.enrolment_id) is not distinct from (w.cohort_id, "
			"w.network_id, w.enrolment_id) and (w.firm_id is not null or s.firm_id is "
			"not distinct from (select o.id from trinn.organisations o where o.orgnr "
			"= $3::json->>'orgnr')) and s.id is distinct from w.session_id), "
			"'engagement', (select json_build_object('state', g.state, 'startsOn', "
			"g.starts_on, 'endsOn', g.ends_on) from trinn.engagements g where "
			"g.county_id = w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($3::json->>'engagementId')::bigint), 'clash', (select "
			"json_build_object('sessions', string_agg(c.title || ' (' || "
			"to_char(c.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY HH24:MI') || "
			"')', ', ' order by c.starts_at, c.id), 'isEngaged', count(*) > "
			"count(c.id)) from trinn.clashing(w.session_id, x.starts_at, x.ends_at, "
			"(select g.partner_id from trinn.engagements g where g.county_id = "
			"w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($3::json->>'engagementId')::bigint), (select o.id from "
			"trinn.organisations o where o.orgnr = $3::json->>'orgnr')) k(id) left "
			"join trinn.sessions c on c.county_id = w.county_id and c.id = k.id)) "
			"from (values (($3::json->>'startsAt')::timestamptz, "
			"($3::json->>'endsAt')::timestamptz)) x(starts_at, ends_at)) end)::text, "
			"c.version, (select json_agg(y.guard) from (select "
			"json_build_array('cohort', c.id, trinn.guard_version('cohort', c.id), "
			"true) as guard union all select json_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true) from "
			"json_array_elements_text($2::json) with ordinality as x(id, line) join "
			"trinn.enrolments e on e.county_id = c.county_id and e.id = x.id::bigint "
			"and e.hub_id = c.hub_id union all select json_build_array('engagement', "
			"g.id, trinn.guard_version('engagement', g.id), false) as guard from "
			"trinn.engagements g where g.county_id = w.county_id and g.hub_id = "
			"trinn.caller_org() and g.id = ($3::json->>'engagementId')::bigint) "
			"y)::text from trinn.cohorts c, lateral (select c.county_id, c.track_id "
			"as id) t, lateral (select c.county_id, c.id as cohort_id, null::bigint "
			"as network_id, null::bigint as enrolment_id, null::bigint as firm_id, "
			"null::bigint as session_id) w, lateral (select count(*) filter (where "
			"s.state = 'planned') as planned, count(*) filter (where s.state = "
			"'held') as held, min((s.starts_at at time zone 'Europe/Oslo')::date) "
			"filter (where s.state <> 'cancelled') as first_on, max((s.ends_at at "
			"time zone 'Europe/Oslo')::date) filter (where s.state <> 'cancelled') as "
			"last_on from trinn.sessions s where s.county_id = c.county_id and "
			"s.cohort_id = c.id) v where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_COHORT] = {
		.name = "change_cohort",
		.sql =
			"with changed as (update trinn.cohorts set title = $3::json->>'title', "
			"trade = $3::json->>'trade', starts_on = ($3::json->>'startsOn')::date, "
			"ends_on = ($3::json->>'endsOn')::date, capacity = "
			"($3::json->>'capacity')::int, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'change_cohort')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHANGE_COHORT_STATE] = {
		.name = "change_cohort_state",
		.sql =
			"with changed as (update trinn.cohorts set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'change_cohort_state')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CANCEL_COHORT_SESSIONS] = {
		.name = "cancel_cohort_sessions",
		.sql =
			"update trinn.sessions set state = 'cancelled', changed_at = now(), "
			"version = version + 1 where county_id = trinn.caller_county() and "
			"cohort_id = $1::int8 and state = 'planned'",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_ADD_FIRMS] = {
		.name = "add_firms",
		.sql =
			"with changed as (update trinn.cohorts set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1), added as (insert into trinn.cohort_firms as m "
			"(county_id, cohort_id, enrolment_id, joined_on, round) select "
			"trinn.caller_county(), $1::int8, x.id::bigint, trinn.today(), e.round "
			"from json_array_elements_text($3::json) with ordinality as x(id, line) "
			"join trinn.enrolments e on e.county_id = trinn.caller_county() and e.id "
			"= x.id::bigint on conflict (county_id, cohort_id, enrolment_id) do "
			"update set joined_on = trinn.today(), left_on = null, round = "
			"excluded.round where m.left_on is not null returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'add_firms'), "
			"trinn.exactly(json_array_length($3::json), (select count(*) from added), "
			"'add_firms')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_REMOVE_FIRMS] = {
		.name = "remove_firms",
		.sql =
			"with changed as (update trinn.cohorts set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1), removed as (update trinn.cohort_firms m set "
			"left_on = trinn.today() from json_array_elements_text($3::json) with "
			"ordinality as x(id, line) where m.county_id = trinn.caller_county() and "
			"m.cohort_id = $1::int8 and m.enrolment_id = x.id::bigint and m.left_on "
			"is null returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'remove_firms'), trinn.exactly(json_array_length($3::json), "
			"(select count(*) from removed), 'remove_firms')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_COHORT_FIRMS] = {
		.name = "tell_cohort_firms",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select m.county_id, $1::text, 'cohort', "
			"m.cohort_id, m.firm_id, '{}' from json_array_elements_text($3::json) "
			"with ordinality as x(id, line) join trinn.cohort_firms m on "
			"m.enrolment_id = x.id::bigint where m.county_id = trinn.caller_county() "
			"and m.cohort_id = $2::int8",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_COHORT] = {
		.name = "tell_cohort",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select m.county_id, $1::text, 'cohort', "
			"m.cohort_id, m.firm_id, '{}' from trinn.cohort_firms m where m.county_id "
			"= trinn.caller_county() and m.cohort_id = $2::int8 and m.left_on is null",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CONDITION_DOCUMENT] = {
		.name = "condition_document",
		.sql =
			"select t.version::text as etag, json_build_object('id', t.id::text, "
			"'number', t.number, 'kind', t.kind, 'text', t.text, 'dueOn', t.due_on, "
			"'state', t.state, 'applicationId', t.application_id::text, 'decisionId', "
			"t.decision_id::text, 'report', t.report, 'documentId', "
			"t.document_id::text, 'reportedBy', trinn.person_name(t.reported_by), "
			"'reportedAt', t.reported_at, 'returnReason', t.return_reason, "
			"'confirmedBy', trinn.person_name(t.confirmed_by), 'waiverReason', "
			"t.waiver_reason, 'waiverAskedBy', trinn.person_name(t.waiver_asked_by), "
			"'waivedBy', trinn.person_name(t.waived_by))::text as document from "
			"trinn.decision_conditions t where t.county_id = (select "
			"trinn.caller_county()) and t.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CONDITION] = {
		.name = "reply_condition",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"t.version::text as etag, json_build_object('id', t.id::text, 'number', "
			"t.number, 'kind', t.kind, 'text', t.text, 'dueOn', t.due_on, 'state', "
			"t.state, 'applicationId', t.application_id::text, 'decisionId', "
			"t.decision_id::text, 'report', t.report, 'documentId', "
			"t.document_id::text, 'reportedBy', trinn.person_name(t.reported_by), "
			"'reportedAt', t.reported_at, 'returnReason', t.return_reason, "
			"'confirmedBy', trinn.person_name(t.confirmed_by), 'waiverReason', "
			"t.waiver_reason, 'waiverAskedBy', trinn.person_name(t.waiver_asked_by), "
			"'waivedBy', trinn.person_name(t.waived_by))::text as document from "
			"trinn.decision_conditions t where t.county_id = (select "
			"trinn.caller_county()) and t.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_CONDITIONS] = {
		.name = "insert_conditions",
		.sql =
			"with made as (insert into trinn.decision_conditions (county_id, "
			"applicant_id, application_id, decision_id, number, kind, text, due_on) "
			"select d.county_id, d.applicant_id, d.application_id, d.id, n.line + "
			"coalesce((select max(b.number) from trinn.decision_conditions b where "
			"b.county_id = d.county_id and b.application_id = d.application_id), 0), "
			"n.c->>'kind', n.c->>'text', (n.c->>'dueOn')::date from trinn.decisions "
			"d, json_array_elements($2::json) with ordinality n(c, line) where "
			"d.county_id = trinn.caller_county() and d.id = $1::int8 returning 1) "
			"select trinn.exactly(json_array_length($2::json), (select count(*) from "
			"made), 'insert_conditions')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CONDITION] = {
		.name = "load_condition",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'state', t.state, 'releaseOn', (select d.release_on from "
			"trinn.decisions d where d.county_id = t.county_id and d.id = "
			"t.decision_id and d.released_at is null), 'applicationId', "
			"t.application_id, 'applicantId', t.applicant_id, 'needsDocument', "
			"k.needs_document, 'reportedBy', coalesce(t.reported_by, 0), "
			"'waiverAskedBy', coalesce(t.waiver_asked_by, 0), 'document', (select "
			"d.state from trinn.documents d where d.county_id = t.county_id and "
			"d.application_id = t.application_id and d.id = $2::int8 and d.access = "
			"'party'))::text, t.version, "
			"json_build_array(json_build_array('application', t.application_id, "
			"h.version, true))::text from trinn.decision_conditions t join "
			"trinn.condition_kinds k on k.kind = t.kind join trinn.guards h on "
			"h.county_id = t.county_id and h.kind = 'application' and h.id = "
			"t.application_id where t.county_id = (select trinn.caller_county()) and "
			"t.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_REPORT_CONDITION] = {
		.name = "report_condition",
		.sql =
			"with changed as (update trinn.decision_conditions set state = "
			"'reported', report = $3::text, document_id = $4::int8, reported_by = "
			"trinn.caller_person(), reported_at = now(), return_reason = null, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'report_condition')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CONFIRM_CONDITION] = {
		.name = "confirm_condition",
		.sql =
			"with changed as (update trinn.decision_conditions set state = 'met', "
			"confirmed_by = trinn.caller_person(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'confirm_condition')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_RETURN_CONDITION] = {
		.name = "return_condition",
		.sql =
			"with changed as (update trinn.decision_conditions set state = 'open', "
			"return_reason = $3::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'return_condition')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_CONDITION_WAIVER] = {
		.name = "ask_condition_waiver",
		.sql =
			"with changed as (update trinn.decision_conditions set state = "
			"'waiver_asked', waiver_reason = $3::text, waiver_asked_by = "
			"trinn.caller_person(), waiver_asked_at = now(), version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'ask_condition_waiver')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_WAIVE_CONDITION] = {
		.name = "waive_condition",
		.sql =
			"with changed as (update trinn.decision_conditions set state = 'waived', "
			"waived_by = trinn.caller_person(), version = version + 1 where county_id "
			"= trinn.caller_county() and id = $1::int8 and version = $2::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'waive_condition')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REFUSE_CONDITION_WAIVER] = {
		.name = "refuse_condition_waiver",
		.sql =
			"with changed as (update trinn.decision_conditions set waiver_reason = "
			"null, waiver_asked_by = null, waiver_asked_at = null, version = version "
			"+ 1, state = case when reported_by is not null and return_reason is null "
			"then 'reported' else 'open' end where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), "
			"'refuse_condition_waiver')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_COPAYMENT_DOCUMENT] = {
		.name = "copayment_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'stage', c.stage, 'round', c.round, "
			"'firm', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.firm_id), "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.hub_id), "
			"'creditor', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"c.creditor_id), 'programme', (select json_build_object('id', g.id::text, "
			"'code', g.code, 'name', g.name) from trinn.programmes g where "
			"g.county_id = c.county_id and g.id = c.programme_id), 'state', c.state, "
			"'amountOre', c.amount_ore, 'openOre', c.open_ore, 'currency', 'NOK', "
			"'kid', c.kid, 'account', c.account, 'raisedOn', c.raised_on, 'dueOn', "
			"c.due_on, 'aidOre', c.aid_ore, 'aidChecked', c.aid_checked_by is not "
			"null, 'vatMode', c.vat_mode, 'vatOre', c.vat_ore, 'serviceValueOre', "
			"c.service_ore, 'settledServiceValueOre', c.settled_service_ore, "
			"'settledAidOre', c.settled_aid_ore, 'askedRefundOre', c.refund_ore, "
			"'declaration', (select json_build_object('by', d.declared_by, "
			"'enteredBy', d.declared_through, 'reason', d.declared_reason, 'onDay', "
			"d.declared_on, 'received', d.declared_aid) from trinn.copayments d where "
			"d.county_id = c.county_id and d.id = c.id), 'formerDeclarations', "
			"coalesce((select json_agg(json_build_object('by', d.declared_by, "
			"'enteredBy', d.declared_through, 'reason', d.declared_reason, 'onDay', "
			"d.declared_on, 'received', d.declared_aid, 'aidRefusal', d.aid_refusal, "
			"'replacedAt', d.replaced_at) order by d.id) from "
			"trinn.copayment_declarations d where d.county_id = c.county_id and "
			"d.copayment_id = c.id), '[]'), 'aidRefusal', c.aid_refusal, "
			"'invoicedOn', c.invoiced_on, 'reminders', c.reminders, 'notice', (select "
			"json_object_agg(l.language, concat_ws(' ', trinn.notice(case when "
			"c.state = 'credited' then case when c.kid is null then 'withdrawn' else "
			"'credit' end when c.state in ('waived', 'written_off') then c.state when "
			"c.open_ore < 0 then 'overpaid' when c.state = 'paid' then 'paid' when "
			"c.state = 'due' then case when c.aid_refused_by is not null then "
			"'refused' when c.aid_checked_by is not null then 'checked' else 'due' "
			"end when c.reminders > 0 then 'reminder' when c.open_ore < c.amount_ore "
			"then 'part_paid' else 'invoice' end, l.language, w.words), "
			"trinn.notice(case when c.state = 'credited' then 'no_aid' when "
			"c.settled_aid_ore is not null then 'settled' when c.state <> 'due' then "
			"'aid' when c.aid_refused_by is not null then 'denied' else 'reserved' "
			"end, l.language, w.words))) from unnest('{nb,en}'::text[]) l (language) "
			"cross join lateral (select json_build_object('firm', o.name, 'stage', "
			"c.stage, 'stageName', t.name, 'programme', p.name, 'creditor', (select "
			"k.name from trinn.organisations k where k.id = c.creditor_id), 'amount', "
			"trinn.kroner(c.amount_ore, l.language), 'net', trinn.kroner(c.amount_ore "
			"- c.vat_ore, l.language), 'vat', trinn.kroner(c.vat_ore, l.language), "
			"'open', trinn.kroner(c.open_ore, l.language), 'over', "
			"trinn.kroner(-c.open_ore, l.language), 'relieved', "
			"trinn.kroner(c.amount_ore - c.open_ore + coalesce((select "
			"sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account = 'bank'), "
			"0)::bigint, l.language), 'service', "
			"trinn.kroner(coalesce(c.settled_service_ore, c.service_ore), "
			"l.language), 'aid', trinn.kroner(coalesce(c.settled_aid_ore, c.aid_ore), "
			"l.language), 'covered', trinn.kroner(coalesce(c.settled_service_ore - "
			"c.settled_aid_ore, c.service_ore - c.aid_ore), l.language), 'account', "
			"trinn.account_text(c.account), 'kid', c.kid, 'due', "
			"trinn.day_text(c.due_on, l.language), 'reminder', c.reminders, "
			"'refusal', c.aid_refusal) as words) w), 'entries', (select "
			"json_agg(json_build_object('id', e.id::text, 'kind', e.kind, "
			"'amountOre', e.amount_ore, 'onDay', e.on_day, 'bankEntryId', "
			"e.bank_entry_id::text, 'bankReference', e.bank_reference, 'postings', "
			"json_build_array(json_build_object('account', 'receivable', 'amountOre', "
			"e.receivable_ore), json_build_object('account', e.account, 'amountOre', "
			"-e.receivable_ore))) order by e.id) from trinn.copayment_entries e where "
			"e.county_id = c.county_id and e.copayment_id = c.id), 'settlements', "
			"coalesce((select json_agg(json_build_object('id', s.id::text, "
			"'serviceValueOre', s.service_ore, 'aidOre', s.aid_ore, 'settledAt', "
			"s.settled_at, 'correctsId', s.corrects::text, 'reason', s.reason) order "
			"by s.id) from trinn.copayment_settlements s where s.county_id = "
			"c.county_id and s.copayment_id = c.id), '[]'), 'reliefs', "
			"coalesce((select json_agg(json_build_object('id', r.id::text, 'kind', "
			"r.kind, 'cause', r.cause, 'state', r.state, 'reason', r.reason, "
			"'refusal', r.refusal, 'aidOre', r.aid_ore, 'aidChecked', "
			"r.aid_checked_by is not null, 'aidRefusal', r.aid_refusal) order by "
			"r.id) from trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id), '[]'))::text as document from trinn.copayments c "
			"join trinn.organisations o on o.id = c.firm_id join trinn.programmes p "
			"on p.county_id = c.county_id and p.id = c.programme_id join trinn.stages "
			"t on t.county_id = c.county_id and t.programme_id = c.programme_id and "
			"t.programme_version = c.programme_version and t.number = c.stage where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_COPAYMENT] = {
		.name = "reply_copayment",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'stage', c.stage, 'round', c.round, "
			"'firm', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.firm_id), "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.hub_id), "
			"'creditor', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"c.creditor_id), 'programme', (select json_build_object('id', g.id::text, "
			"'code', g.code, 'name', g.name) from trinn.programmes g where "
			"g.county_id = c.county_id and g.id = c.programme_id), 'state', c.state, "
			"'amountOre', c.amount_ore, 'openOre', c.open_ore, 'currency', 'NOK', "
			"'kid', c.kid, 'account', c.account, 'raisedOn', c.raised_on, 'dueOn', "
			"c.due_on, 'aidOre', c.aid_ore, 'aidChecked', c.aid_checked_by is not "
			"null, 'vatMode', c.vat_mode, 'vatOre', c.vat_ore, 'serviceValueOre', "
			"c.service_ore, 'settledServiceValueOre', c.settled_service_ore, "
			"'settledAidOre', c.settled_aid_ore, 'askedRefundOre', c.refund_ore, "
			"'declaration', (select json_build_object('by', d.declared_by, "
			"'enteredBy', d.declared_through, 'reason', d.declared_reason, 'onDay', "
			"d.declared_on, 'received', d.declared_aid) from trinn.copayments d where "
			"d.county_id = c.county_id and d.id = c.id), 'formerDeclarations', "
			"coalesce((select json_agg(json_build_object('by', d.declared_by, "
			"'enteredBy', d.declared_through, 'reason', d.declared_reason, 'onDay', "
			"d.declared_on, 'received', d.declared_aid, 'aidRefusal', d.aid_refusal, "
			"'replacedAt', d.replaced_at) order by d.id) from "
			"trinn.copayment_declarations d where d.county_id = c.county_id and "
			"d.copayment_id = c.id), '[]'), 'aidRefusal', c.aid_refusal, "
			"'invoicedOn', c.invoiced_on, 'reminders', c.reminders, 'notice', (select "
			"json_object_agg(l.language, concat_ws(' ', trinn.notice(case when "
			"c.state = 'credited' then case when c.kid is null then 'withdrawn' else "
			"'credit' end when c.state in ('waived', 'written_off') then c.state when "
			"c.open_ore < 0 then 'overpaid' when c.state = 'paid' then 'paid' when "
			"c.state = 'due' then case when c.aid_refused_by is not null then "
			"'refused' when c.aid_checked_by is not null then 'checked' else 'due' "
			"end when c.reminders > 0 then 'reminder' when c.open_ore < c.amount_ore "
			"then 'part_paid' else 'invoice' end, l.language, w.words), "
			"trinn.notice(case when c.state = 'credited' then 'no_aid' when "
			"c.settled_aid_ore is not null then 'settled' when c.state <> 'due' then "
			"'aid' when c.aid_refused_by is not null then 'denied' else 'reserved' "
			"end, l.language, w.words))) from unnest('{nb,en}'::text[]) l (language) "
			"cross join lateral (select json_build_object('firm', o.name, 'stage', "
			"c.stage, 'stageName', t.name, 'programme', p.name, 'creditor', (select "
			"k.name from trinn.organisations k where k.id = c.creditor_id), 'amount', "
			"trinn.kroner(c.amount_ore, l.language), 'net', trinn.kroner(c.amount_ore "
			"- c.vat_ore, l.language), 'vat', trinn.kroner(c.vat_ore, l.language), "
			"'open', trinn.kroner(c.open_ore, l.language), 'over', "
			"trinn.kroner(-c.open_ore, l.language), 'relieved', "
			"trinn.kroner(c.amount_ore - c.open_ore + coalesce((select "
			"sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account = 'bank'), "
			"0)::bigint, l.language), 'service', "
			"trinn.kroner(coalesce(c.settled_service_ore, c.service_ore), "
			"l.language), 'aid', trinn.kroner(coalesce(c.settled_aid_ore, c.aid_ore), "
			"l.language), 'covered', trinn.kroner(coalesce(c.settled_service_ore - "
			"c.settled_aid_ore, c.service_ore - c.aid_ore), l.language), 'account', "
			"trinn.account_text(c.account), 'kid', c.kid, 'due', "
			"trinn.day_text(c.due_on, l.language), 'reminder', c.reminders, "
			"'refusal', c.aid_refusal) as words) w), 'entries', (select "
			"json_agg(json_build_object('id', e.id::text, 'kind', e.kind, "
			"'amountOre', e.amount_ore, 'onDay', e.on_day, 'bankEntryId', "
			"e.bank_entry_id::text, 'bankReference', e.bank_reference, 'postings', "
			"json_build_array(json_build_object('account', 'receivable', 'amountOre', "
			"e.receivable_ore), json_build_object('account', e.account, 'amountOre', "
			"-e.receivable_ore))) order by e.id) from trinn.copayment_entries e where "
			"e.county_id = c.county_id and e.copayment_id = c.id), 'settlements', "
			"coalesce((select json_agg(json_build_object('id', s.id::text, "
			"'serviceValueOre', s.service_ore, 'aidOre', s.aid_ore, 'settledAt', "
			"s.settled_at, 'correctsId', s.corrects::text, 'reason', s.reason) order "
			"by s.id) from trinn.copayment_settlements s where s.county_id = "
			"c.county_id and s.copayment_id = c.id), '[]'), 'reliefs', "
			"coalesce((select json_agg(json_build_object('id', r.id::text, 'kind', "
			"r.kind, 'cause', r.cause, 'state', r.state, 'reason', r.reason, "
			"'refusal', r.refusal, 'aidOre', r.aid_ore, 'aidChecked', "
			"r.aid_checked_by is not null, 'aidRefusal', r.aid_refusal) order by "
			"r.id) from trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id), '[]'))::text as document from trinn.copayments c "
			"join trinn.organisations o on o.id = c.firm_id join trinn.programmes p "
			"on p.county_id = c.county_id and p.id = c.programme_id join trinn.stages "
			"t on t.county_id = c.county_id and t.programme_id = c.programme_id and "
			"t.programme_version = c.programme_version and t.number = c.stage where "
			"c.county_id = (select trinn.caller_county()) and c.id = $6::int8 offset "
			"0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_COPAYMENT_AID_DOCUMENT] = {
		.name = "copayment_aid_document",
		.sql =
			"select null::text as etag, json_build_object('copaymentId', c.id::text, "
			"'firm', json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name), 'since', w.since + 1, 'declared', (select "
			"json_build_object('by', d.declared_by, 'enteredBy', d.declared_through, "
			"'reason', d.declared_reason, 'onDay', d.declared_on, 'received', "
			"coalesce((select json_agg(json_build_object('grantor', x->>'grantor', "
			"'grantedOn', x->>'grantedOn', 'amountOre', (x->>'amountOre')::bigint, "
			"'counts', (x->>'grantedOn')::date > w.since) order by x->>'grantedOn' "
			"desc) from json_array_elements(d.declared_aid) x), '[]'), 'totalOre', "
			"trinn.declared_ore(d.declared_aid, w.since), 'currency', 'NOK') from "
			"trinn.copayments d where d.county_id = c.county_id and d.id = c.id), "
			"'aidRefusal', c.aid_refusal, 'formerDeclarations', coalesce((select "
			"json_agg(json_build_object('copaymentId', d.copayment_id::text, 'by', "
			"d.declared_by, 'enteredBy', d.declared_through, 'reason', "
			"d.declared_reason, 'onDay', d.declared_on, 'received', coalesce((select "
			"json_agg(json_build_object('grantor', x->>'grantor', 'grantedOn', "
			"x->>'grantedOn', 'amountOre', (x->>'amountOre')::bigint, 'counts', "
			"(x->>'grantedOn')::date > w.since) order by x->>'grantedOn' desc) from "
			"json_array_elements(d.declared_aid) x), '[]'), 'totalOre', "
			"trinn.declared_ore(d.declared_aid, w.since), 'currency', 'NOK', "
			"'aidRefusal', d.aid_refusal, 'replacedAt', d.replaced_at) order by "
			"d.copayment_id, d.replaced_id) from "
			"trinn.declared_before(c.enrolment_id, c.id) d), '[]'), 'recorded', "
			"(select json_build_object('items', "
			"coalesce(json_agg(json_build_object('kind', a.kind, 'id', a.id::text, "
			"'onDay', a.on_day, 'state', a.state, 'aidOre', a.ore, 'programme', "
			"(select json_build_object('id', g.id::text, 'code', g.code, 'name', "
			"g.name) from trinn.programmes g where g.county_id = a.county_id and g.id "
			"= a.programme_id), 'stage', a.stage, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = a.hub_id), 'legalBasis', "
			"a.basis) order by a.on_day desc, a.kind, a.id desc), '[]'), "
			"'reservedOre', coalesce(sum(a.ore) filter (where a.state = 'reserved'), "
			"0), 'settledOre', coalesce(sum(a.ore) filter (where a.state = "
			"'settled'), 0), 'grantedOre', coalesce(sum(a.ore) filter (where a.state "
			"= 'granted'), 0), 'totalOre', coalesce(sum(a.ore), 0), 'currency', "
			"'NOK') from (select 'copayment' as kind, c.county_id, c.id, c.raised_on "
			"as on_day, c.programme_id, c.stage, c.hub_id, null::json as basis, case "
			"when c.settled_aid_ore is null or r.aid_ore is not null then 'reserved' "
			"else 'settled' end as state, coalesce(r.aid_ore, c.settled_aid_ore, "
			"c.aid_ore) as ore from trinn.copayments c left join "
			"trinn.copayment_reliefs r on r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked' and c.state in ('due', "
			"'invoiced', 'part_paid') and not (r.kind = 'waive' and "
			"trinn.left_unserved(c)) and r.aid_ore is not null and r.aid_refused_by "
			"is null where c.county_id = (select trinn.caller_county()) and c.firm_id "
			"= w.firm_id and c.raised_on > w.since union all select 'stage', "
			"e.county_id, e.id, u.on_day, e.programme_id, u.stage, u.hub_id, null, "
			"u.state, u.ore from trinn.enrolments e cross join lateral (select "
			"t.stage, t.hub_id, (t.began_at at time zone 'Europe/Oslo')::date as "
			"on_day, s.service_value_ore as ore, case when t.is_over then 'settled' "
			"else 'reserved' end as state from (select x.round, x.stage, min(x.at) as "
			"began_at, (array_agg(x.hub_id order by x.seq desc))[1] as hub_id, "
			"coalesce(max(x.programme_version) filter (where x.to_state <> "
			"'completed'), max(x.programme_version)) as version, bool_or(x.to_state "
			"in ('active', 'completed')) as has_begun, bool_or(x.to_state = "
			"'completed') as is_completed, bool_or(x.to_state = 'completed') or "
			"x.round < e.round or e.state in ('finished', 'dropped_out') as is_over "
			"from trinn.enrolment_steps x where x.county_id = e.county_id and "
			"x.enrolment_id = e.id and x.to_state in ('enrolled', 'active', "
			"'completed') group by x.round, x.stage) t join trinn.stages s on "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = t.version and s.number = t.stage where "
			"s.service_value_ore > 0 and coalesce(s.price_ore, s.price_cap_ore, 0) = "
			"0 and (t.has_begun or e.state = 'enrolled' and e.round = t.round and "
			"e.stage = t.stage) and (t.is_completed or not t.is_over or "
			"trinn.is_served(e.county_id, e.id, e.firm_id, e.programme_id, t.stage, "
			"(t.began_at at time zone 'Europe/Oslo')::date, coalesce((select "
			"(min(n.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"> t.round), 'infinity'))) and not exists (select from trinn.copayments c "
			"where c.county_id = e.county_id and c.enrolment_id = e.id and c.round = "
			"t.round and c.stage = t.stage)) u where e.county_id = (select "
			"trinn.caller_county()) and e.firm_id = w.firm_id and u.on_day > w.since "
			"union all select 'grant', g.county_id, g.id, d.decided_on, "
			"l.programme_id, null, null, json_build_object('kind', b.kind, "
			"'reference', b.reference), 'granted', s.amount_ore - case when g.state "
			"in ('settled', 'annulled', 'lapsed') then s.remaining_ore else 0 end "
			"from trinn.grants g join trinn.decisions d on d.county_id = g.county_id "
			"and d.id = g.decision_id join trinn.funding_lines l on l.county_id = "
			"g.county_id and l.id = g.funding_line_id join trinn.grant_parts s on "
			"s.county_id = g.county_id and s.grant_id = g.id join trinn.legal_bases b "
			"on b.county_id = s.county_id and b.id = s.legal_basis_id where "
			"g.county_id = (select trinn.caller_county()) and g.applicant_id = "
			"w.firm_id and d.decided_on > w.since) a where a.ore > 0))::text as "
			"document from trinn.copayments c join trinn.organisations o on o.id = "
			"c.firm_id cross join lateral (select c.firm_id, (c.raised_on - "
			"make_interval(months => (select r.value::int from trinn.rule_params r "
			"where r.key = 'de_minimis.months' and r.county_id is null and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity'))))::date as since) w where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8 and ((select "
			"trinn.caller_role()) in ('caseworker', 'decision_maker', "
			"'programme_lead', 'secretary', 'archivist', 'auditor') or (select "
			"trinn.caller_kind()) = 'firm')",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_FIRM_AID_DOCUMENT] = {
		.name = "firm_aid_document",
		.sql =
			"select null::text as etag, json_build_object('firm', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'since', w.since + 1, 'recorded', (select json_build_object('items', "
			"coalesce(json_agg(json_build_object('kind', a.kind, 'id', a.id::text, "
			"'onDay', a.on_day, 'state', a.state, 'aidOre', a.ore, 'programme', "
			"(select json_build_object('id', g.id::text, 'code', g.code, 'name', "
			"g.name) from trinn.programmes g where g.county_id = a.county_id and g.id "
			"= a.programme_id), 'stage', a.stage, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = a.hub_id), 'legalBasis', "
			"a.basis) order by a.on_day desc, a.kind, a.id desc), '[]'), "
			"'reservedOre', coalesce(sum(a.ore) filter (where a.state = 'reserved'), "
			"0), 'settledOre', coalesce(sum(a.ore) filter (where a.state = "
			"'settled'), 0), 'grantedOre', coalesce(sum(a.ore) filter (where a.state "
			"= 'granted'), 0), 'totalOre', coalesce(sum(a.ore), 0), 'currency', "
			"'NOK') from (select 'copayment' as kind, c.county_id, c.id, c.raised_on "
			"as on_day, c.programme_id, c.stage, c.hub_id, null::json as basis, case "
			"when c.settled_aid_ore is null or r.aid_ore is not null then 'reserved' "
			"else 'settled' end as state, coalesce(r.aid_ore, c.settled_aid_ore, "
			"c.aid_ore) as ore from trinn.copayments c left join "
			"trinn.copayment_reliefs r on r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked' and c.state in ('due', "
			"'invoiced', 'part_paid') and not (r.kind = 'waive' and "
			"trinn.left_unserved(c)) and r.aid_ore is not null and r.aid_refused_by "
			"is null where c.county_id = (select trinn.caller_county()) and c.firm_id "
			"= w.firm_id and c.raised_on > w.since union all select 'stage', "
			"e.county_id, e.id, u.on_day, e.programme_id, u.stage, u.hub_id, null, "
			"u.state, u.ore from trinn.enrolments e cross join lateral (select "
			"t.stage, t.hub_id, (t.began_at at time zone 'Europe/Oslo')::date as "
			"on_day, s.service_value_ore as ore, case when t.is_over then 'settled' "
			"else 'reserved' end as state from (select x.round, x.stage, min(x.at) as "
			"began_at, (array_agg(x.hub_id order by x.seq desc))[1] as hub_id, "
			"coalesce(max(x.programme_version) filter (where x.to_state <> "
			"'completed'), max(x.programme_version)) as version, bool_or(x.to_state "
			"in ('active', 'completed')) as has_begun, bool_or(x.to_state = "
			"'completed') as is_completed, bool_or(x.to_state = 'completed') or "
			"x.round < e.round or e.state in ('finished', 'dropped_out') as is_over "
			"from trinn.enrolment_steps x where x.county_id = e.county_id and "
			"x.enrolment_id = e.id and x.to_state in ('enrolled', 'active', "
			"'completed') group by x.round, x.stage) t join trinn.stages s on "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = t.version and s.number = t.stage where "
			"s.service_value_ore > 0 and coalesce(s.price_ore, s.price_cap_ore, 0) = "
			"0 and (t.has_begun or e.state = 'enrolled' and e.round = t.round and "
			"e.stage = t.stage) and (t.is_completed or not t.is_over or "
			"trinn.is_served(e.county_id, e.id, e.firm_id, e.programme_id, t.stage, "
			"(t.began_at at time zone 'Europe/Oslo')::date, coalesce((select "
			"(min(n.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"> t.round), 'infinity'))) and not exists (select from trinn.copayments c "
			"where c.county_id = e.county_id and c.enrolment_id = e.id and c.round = "
			"t.round and c.stage = t.stage)) u where e.county_id = (select "
			"trinn.caller_county()) and e.firm_id = w.firm_id and u.on_day > w.since "
			"union all select 'grant', g.county_id, g.id, d.decided_on, "
			"l.programme_id, null, null, json_build_object('kind', b.kind, "
			"'reference', b.reference), 'granted', s.amount_ore - case when g.state "
			"in ('settled', 'annulled', 'lapsed') then s.remaining_ore else 0 end "
			"from trinn.grants g join trinn.decisions d on d.county_id = g.county_id "
			"and d.id = g.decision_id join trinn.funding_lines l on l.county_id = "
			"g.county_id and l.id = g.funding_line_id join trinn.grant_parts s on "
			"s.county_id = g.county_id and s.grant_id = g.id join trinn.legal_bases b "
			"on b.county_id = s.county_id and b.id = s.legal_basis_id where "
			"g.county_id = (select trinn.caller_county()) and g.applicant_id = "
			"w.firm_id and d.decided_on > w.since) a where a.ore > 0))::text as "
			"document from trinn.organisations o cross join lateral (select o.id as "
			"firm_id, (trinn.today() - make_interval(months => (select r.value::int "
			"from trinn.rule_params r where r.key = 'de_minimis.months' and "
			"r.county_id is null and trinn.today() between r.valid_from and "
			"coalesce(r.valid_to, 'infinity'))))::date as since) w where o.orgnr = "
			"$1::text and ((select trinn.caller_role()) in ('caseworker', "
			"'decision_maker', 'programme_lead', 'secretary', 'archivist', 'auditor') "
			"and (o.municipality_no like (select n.number from trinn.counties n where "
			"n.id = trinn.caller_county()) || '%' or exists (select from "
			"trinn.enrolments e where e.county_id = (select trinn.caller_county()) "
			"and e.firm_id = o.id)) or (select trinn.caller_kind()) = 'firm' and o.id "
			"= (select trinn.caller_org()))",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_COPAYMENTS] = {
		.name = "list_copayments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($10::int8)::int])::text as items, case when count(*) > "
			"$10::int8 then (array_agg(p.key order by p.key "
			"desc))[($10::int8)::int]::text end as next from (select c.id as key, "
			"json_build_object('id', c.id::text, 'enrolmentId', c.enrolment_id::text, "
			"'stage', c.stage, 'round', c.round, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'creditor', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.creditor_id), 'programme', "
			"(select json_build_object('id', g.id::text, 'code', g.code, 'name', "
			"g.name) from trinn.programmes g where g.county_id = c.county_id and g.id "
			"= c.programme_id), 'state', c.state, 'amountOre', c.amount_ore, "
			"'openOre', c.open_ore, 'currency', 'NOK', 'kid', c.kid, 'account', "
			"c.account, 'raisedOn', c.raised_on, 'dueOn', c.due_on, 'aidOre', "
			"c.aid_ore, 'aidChecked', c.aid_checked_by is not null) as item from "
			"((select c.* from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and $6::text = 'true' and "
			"c.aid_checked_by is null and coalesce(c.state = 'due' and "
			"c.aid_checked_by is null and c.aid_refused_by is null and not exists "
			"(select from trinn.copayment_reliefs r where r.county_id = c.county_id "
			"and r.copayment_id = c.id and r.state = 'asked' and r.aid_ore is not "
			"null), false) and c.county_id = (select trinn.caller_county()) and c.id "
			"< case when $9::int8 is null then 9223372036854775807 else $9::int8 end "
			"and c.id >= case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and $6::text = 'true' and c.id = any "
			"(array(select r.copayment_id from trinn.copayment_reliefs r where "
			"r.county_id = (select trinn.caller_county()) and r.state = 'asked' and "
			"r.aid_ore is not null and num_nonnulls(r.aid_checked_by, "
			"r.aid_refused_by) = 0)) and coalesce(c.state in ('due', 'invoiced', "
			"'part_paid'), false) and c.county_id = (select trinn.caller_county()) "
			"and c.id < case when $9::int8 is null then 9223372036854775807 else "
			"$9::int8 end and c.id >= case when $8::int8 is null then 0 else (select "
			"y.first from trinn.copayments_raised($8::int8::int) y) end and c.id <= "
			"case when $8::int8 is null then 9223372036854775807 else (select y.last "
			"from trinn.copayments_raised($8::int8::int) y) end and "
			"coalesce(($1::text is null or c.state = $1::text) and ($3::int8 is null "
			"or c.hub_id = $3::int8) and ($4::int8 is null or c.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $4::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) and ($5::text is null or (c.aid_checked_by is not null) = "
			"($5::text = 'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and $6::text is distinct from 'true' and "
			"$5::text = 'false' and c.aid_checked_by is null and c.county_id = "
			"(select trinn.caller_county()) and c.id < case when $9::int8 is null "
			"then 9223372036854775807 else $9::int8 end and c.id >= case when "
			"$8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and ($3::int8 is not null or (select "
			"trinn.caller_kind()) = 'hub') and c.hub_id = case when $3::int8 is not "
			"null then $3::int8 else (select trinn.caller_org()) end and "
			"coalesce($7::text = 'true', false) and c.state in ('invoiced', "
			"'part_paid') and c.county_id = (select trinn.caller_county()) and c.id < "
			"case when $9::int8 is null then 9223372036854775807 else $9::int8 end "
			"and c.id >= case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and ($3::int8 is not null or (select "
			"trinn.caller_kind()) = 'hub') and c.hub_id = case when $3::int8 is not "
			"null then $3::int8 else (select trinn.caller_org()) end and not "
			"coalesce($7::text = 'true', false) and $1::text is null and c.county_id "
			"= (select trinn.caller_county()) and c.id < case when $9::int8 is null "
			"then 9223372036854775807 else $9::int8 end and c.id >= case when "
			"$8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and ($3::int8 is not null or (select "
			"trinn.caller_kind()) = 'hub') and c.hub_id = case when $3::int8 is not "
			"null then $3::int8 else (select trinn.caller_org()) end and not "
			"coalesce($7::text = 'true', false) and c.state = $1::text and "
			"c.county_id = (select trinn.caller_county()) and c.id < case when "
			"$9::int8 is null then 9223372036854775807 else $9::int8 end and c.id >= "
			"case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and $3::int8 is null and (select "
			"trinn.caller_role()) = 'finance' and c.creditor_id = (select "
			"trinn.caller_org()) and coalesce($7::text = 'true', false) and "
			"c.open_ore <> 0 and c.county_id = (select trinn.caller_county()) and "
			"c.id < case when $9::int8 is null then 9223372036854775807 else $9::int8 "
			"end and c.id >= case when $8::int8 is null then 0 else (select y.first "
			"from trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and $3::int8 is null and (select "
			"trinn.caller_role()) = 'finance' and c.creditor_id = (select "
			"trinn.caller_org()) and not coalesce($7::text = 'true', false) and "
			"c.county_id = (select trinn.caller_county()) and c.id < case when "
			"$9::int8 is null then 9223372036854775807 else $9::int8 end and c.id >= "
			"case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and $3::int8 is null and (select "
			"trinn.caller_kind()) <> 'hub' and (select trinn.caller_role()) <> "
			"'finance' and coalesce($7::text = 'true', false) and c.state in "
			"('invoiced', 'part_paid') and c.county_id = (select "
			"trinn.caller_county()) and c.id < case when $9::int8 is null then "
			"9223372036854775807 else $9::int8 end and c.id >= case when $8::int8 is "
			"null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and $3::int8 is null and (select "
			"trinn.caller_kind()) <> 'hub' and (select trinn.caller_role()) <> "
			"'finance' and not coalesce($7::text = 'true', false) and c.state = "
			"$1::text and c.county_id = (select trinn.caller_county()) and c.id < "
			"case when $9::int8 is null then 9223372036854775807 else $9::int8 end "
			"and c.id >= case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from (with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $4::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b) u cross join lateral (select c.* from trinn.copayments c where "
			"$2::text is null and (select trinn.caller_kind()) <> 'firm' and not "
			"coalesce($6::text = 'true' or $5::text = 'false', false) and $3::int8 is "
			"null and (select trinn.caller_kind()) <> 'hub' and (select "
			"trinn.caller_role()) <> 'finance' and not coalesce($7::text = 'true', "
			"false) and $1::text is null and c.programme_id = u.id and c.county_id = "
			"(select trinn.caller_county()) and c.id < case when $9::int8 is null "
			"then 9223372036854775807 else $9::int8 end and c.id >= case when "
			"$8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) c) union all (select c.* "
			"from trinn.copayments c where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and not coalesce($6::text = 'true' or "
			"$5::text = 'false', false) and $3::int8 is null and (select "
			"trinn.caller_kind()) <> 'hub' and (select trinn.caller_role()) <> "
			"'finance' and not coalesce($7::text = 'true', false) and $1::text is "
			"null and $4::int8 is null and c.county_id = (select "
			"trinn.caller_county()) and c.id < case when $9::int8 is null then "
			"9223372036854775807 else $9::int8 end and c.id >= case when $8::int8 is "
			"null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1) union all (select c.* "
			"from trinn.copayments c where ($2::text is not null or (select "
			"trinn.caller_kind()) = 'firm') and firm_id = case when $2::text is not "
			"null then (select o.id from trinn.organisations o where o.orgnr = "
			"$2::text) else (select trinn.caller_org() where trinn.caller_kind() = "
			"'firm') end and ($6::text is distinct from 'true' or c.state = 'due' and "
			"c.aid_checked_by is null and c.aid_refused_by is null and not exists "
			"(select from trinn.copayment_reliefs r where r.county_id = c.county_id "
			"and r.copayment_id = c.id and r.state = 'asked' and r.aid_ore is not "
			"null) or c.state in ('due', 'invoiced', 'part_paid') and exists (select "
			"from trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked' and r.aid_ore is not null "
			"and num_nonnulls(r.aid_checked_by, r.aid_refused_by) = 0)) and "
			"c.county_id = (select trinn.caller_county()) and c.id < case when "
			"$9::int8 is null then 9223372036854775807 else $9::int8 end and c.id >= "
			"case when $8::int8 is null then 0 else (select y.first from "
			"trinn.copayments_raised($8::int8::int) y) end and c.id <= case when "
			"$8::int8 is null then 9223372036854775807 else (select y.last from "
			"trinn.copayments_raised($8::int8::int) y) end and coalesce(($1::text is "
			"null or c.state = $1::text) and ($3::int8 is null or c.hub_id = "
			"$3::int8) and ($4::int8 is null or c.programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $4::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($5::text is null or (c.aid_checked_by is not null) = ($5::text = "
			"'true')) and ($7::text is distinct from 'true' or c.state in "
			"('invoiced', 'part_paid') and c.due_on < (select trinn.today())) and "
			"($8::int8 is null or extract(year from c.raised_on)::int = $8::int8), "
			"false) order by c.id desc limit $10::int8 + 1)) c) p",
		.n_params = 10,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_COPAYMENT] = {
		.name = "insert_copayment",
		.sql =
			"with made as (insert into trinn.copayments (id, county_id, creditor_id, "
			"hub_id, firm_id, enrolment_id, programme_id, programme_version, stage, "
			"round, amount_ore, vat_mode, vat_ore, service_ore, aid_ore, open_ore, "
			"declared_by, declared_on, declared_aid, declared_reason, raised_by) "
			"select $1::int8, n.county_id, case t.billed_by when 'county' then "
			"c.organisation_id else n.hub_id end, n.hub_id, n.firm_id, n.id, "
			"n.programme_id, n.programme_version, n.stage, n.round, $3::int8, "
			"t.vat_mode, $4::int8, $5::int8, $6::int8, $3::int8, $7::text, $8::date, "
			"$9::json, $10::text, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()) from trinn.enrolments n join trinn.counties c "
			"on c.id = n.county_id join trinn.stages t on t.county_id = n.county_id "
			"and t.programme_id = n.programme_id and t.programme_version = "
			"n.programme_version and t.number = n.stage where n.county_id = "
			"trinn.caller_county() and n.id = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_copayment')",
		.n_params = 10,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENTER_COPAYMENT] = {
		.name = "enter_copayment",
		.sql =
			"insert into trinn.copayment_entries (county_id, copayment_id, kind, "
			"amount_ore, on_day, bank_reference, entered_by) values "
			"(trinn.caller_county(), $1::int8, $2::text, $3::int8, coalesce($4::date, "
			"trinn.today()), $5::text, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()))",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_COPAYMENT] = {
		.name = "load_copayment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', c.state, 'creditorId', "
			"c.creditor_id, 'creditorOrgnr', k.orgnr, 'firmId', c.firm_id, 'hubId', "
			"c.hub_id, 'openOre', c.open_ore, 'dueOn', c.due_on, 'reminders', "
			"c.reminders, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90), 'hasAccount', exists "
			"(select from trinn.bank_accounts b where b.county_id = c.county_id and "
			"b.organisation_id = c.creditor_id), 'raisedBy', greatest(c.raised_by, "
			"0), 'aidCheckedBy', coalesce(c.aid_checked_by, 0), 'isAidRefused', "
			"c.aid_refused_by is not null, 'refused', (select "
			"json_build_object('declaredOre', trinn.declared_ore(b.declared_aid, "
			"(c.raised_on - make_interval(months => (select r.value::int from "
			"trinn.rule_params r where r.key = 'de_minimis.months' and r.county_id is "
			"null and trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity'))))::date), 'reason', left(b.aid_refusal, 300) || case when "
			"length(b.aid_refusal) > 300 then ' ...' else '' end) from "
			"trinn.refused_before(c.enrolment_id, c.id) b), 'chargedOre', (select "
			"sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account <> 'bank'), "
			"'aidOre', c.aid_ore, 'forgoneAidOre', trinn.aid_of(c.service_ore, "
			"c.amount_ore, c.vat_ore, c.forgone_ore + greatest(c.open_ore, 0)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'isDelivered', "
			"trinn.is_delivered(c), 'hasLeft', trinn.left_unserved(c), 'hasPlace', "
			"exists (select from trinn.enrolments e where e.county_id = c.county_id "
			"and e.id = c.enrolment_id and e.round = c.round and e.stage = c.stage "
			"and e.state in ('enrolled', 'active')), 'plannedOre', c.service_ore, "
			"'keptOre', trinn.kept_ore(c.amount_ore, c.vat_ore, c.forgone_ore), "
			"'checkedAidOre', trinn.checked_aid(c), 'settled', (select "
			"json_build_object('serviceOre', s.service_ore, 'by', "
			"greatest(s.settled_by, 0)) from trinn.copayment_settlements s where "
			"s.county_id = c.county_id and s.copayment_id = c.id order by s.id desc "
			"limit 1), 'refundableFrom', (select max(d.on_day) from (select e.on_day, "
			"sum(sum(e.receivable_ore)) over (order by e.on_day) - "
			"sum(e.receivable_ore) as open_ore from trinn.copayment_entries e where "
			"e.county_id = c.county_id and e.copayment_id = c.id group by e.on_day) d "
			"where d.open_ore > -c.refund_ore), 'refundAskedBy', "
			"coalesce(c.refund_asked_by, 0), 'refundOre', coalesce(c.refund_ore, 0), "
			"'relief', (select json_build_object('id', r.id, 'kind', r.kind, "
			"'askedBy', r.asked_by, 'aidOre', coalesce(r.aid_ore, 0), 'aidCheckedBy', "
			"coalesce(r.aid_checked_by, 0), 'isAidRefused', r.aid_refused_by is not "
			"null) from trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked'), 'beside', (select "
			"json_agg(json_build_object('stage', b.stage, 'need', b.need, 'scheme', "
			"b.scheme) order by b.need, b.scheme) from "
			"trinn.help_beside(c.enrolment_id) b where b.stage = c.stage))::text, "
			"c.version, json_build_array(json_build_array('copayment', c.id, "
			"trinn.guard_version('copayment', c.id), true))::text from "
			"trinn.copayments c join trinn.organisations k on k.id = c.creditor_id "
			"join trinn.organisations o on o.id = c.firm_id where c.county_id = "
			"(select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_AID_CHECK] = {
		.name = "load_aid_check",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'copayments', "
			"coalesce(json_agg(json_build_object('version', c.version, 'standsBack', "
			"coalesce((select b->>'how' from jsonb_array_elements((select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb)) b where b->>'kind' = 'copayment' and (b->>'id')::bigint = "
			"c.id limit 1), case when trinn.is_own_case('copayment', c.id) then "
			"'party' end), 'facts', json_build_object('caller', trinn.caller_facts(), "
			"'today', trinn.today(), 'id', c.id, 'state', c.state, 'creditorId', "
			"c.creditor_id, 'creditorOrgnr', k.orgnr, 'firmId', c.firm_id, 'hubId', "
			"c.hub_id, 'openOre', c.open_ore, 'dueOn', c.due_on, 'reminders', "
			"c.reminders, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90), 'hasAccount', exists "
			"(select from trinn.bank_accounts b where b.county_id = c.county_id and "
			"b.organisation_id = c.creditor_id), 'raisedBy', greatest(c.raised_by, "
			"0), 'aidCheckedBy', coalesce(c.aid_checked_by, 0), 'isAidRefused', "
			"c.aid_refused_by is not null, 'refused', (select "
			"json_build_object('declaredOre', trinn.declared_ore(b.declared_aid, "
			"(c.raised_on - make_interval(months => (select r.value::int from "
			"trinn.rule_params r where r.key = 'de_minimis.months' and r.county_id is "
			"null and trinn.today() between r.valid_from and coalesce(r.valid_to, "
			"'infinity'))))::date), 'reason', left(b.aid_refusal, 300) || case when "
			"length(b.aid_refusal) > 300 then ' ...' else '' end) from "
			"trinn.refused_before(c.enrolment_id, c.id) b), 'chargedOre', (select "
			"sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account <> 'bank'), "
			"'aidOre', c.aid_ore, 'forgoneAidOre', trinn.aid_of(c.service_ore, "
			"c.amount_ore, c.vat_ore, c.forgone_ore + greatest(c.open_ore, 0)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'isDelivered', "
			"trinn.is_delivered(c), 'hasLeft', trinn.left_unserved(c), 'hasPlace', "
			"exists (select from trinn.enrolments e where e.county_id = c.county_id "
			"and e.id = c.enrolment_id and e.round = c.round and e.stage = c.stage "
			"and e.state in ('enrolled', 'active')), 'plannedOre', c.service_ore, "
			"'keptOre', trinn.kept_ore(c.amount_ore, c.vat_ore, c.forgone_ore), "
			"'checkedAidOre', trinn.checked_aid(c), 'settled', (select "
			"json_build_object('serviceOre', s.service_ore, 'by', "
			"greatest(s.settled_by, 0)) from trinn.copayment_settlements s where "
			"s.county_id = c.county_id and s.copayment_id = c.id order by s.id desc "
			"limit 1), 'refundableFrom', (select max(d.on_day) from (select e.on_day, "
			"sum(sum(e.receivable_ore)) over (order by e.on_day) - "
			"sum(e.receivable_ore) as open_ore from trinn.copayment_entries e where "
			"e.county_id = c.county_id and e.copayment_id = c.id group by e.on_day) d "
			"where d.open_ore > -c.refund_ore), 'refundAskedBy', "
			"coalesce(c.refund_asked_by, 0), 'refundOre', coalesce(c.refund_ore, 0), "
			"'relief', (select json_build_object('id', r.id, 'kind', r.kind, "
			"'askedBy', r.asked_by, 'aidOre', coalesce(r.aid_ore, 0), 'aidCheckedBy', "
			"coalesce(r.aid_checked_by, 0), 'isAidRefused', r.aid_refused_by is not "
			"null) from trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked'))) order by c.id), "
			"'[]'))::text, null::bigint, "
			"coalesce(json_agg(json_build_array('copayment', c.id, "
			"trinn.guard_version('copayment', c.id), coalesce((select b->>'how' from "
			"jsonb_array_elements((select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb)) b where b->>'kind' = 'copayment' and (b->>'id')::bigint = "
			"c.id limit 1), case when trinn.is_own_case('copayment', c.id) then "
			"'party' end) is null)), '[]')::text from "
			"json_array_elements_text($1::json) x join trinn.copayments c on "
			"c.county_id = (select trinn.caller_county()) and c.id = x::bigint join "
			"trinn.organisations k on k.id = c.creditor_id join trinn.organisations o "
			"on o.id = c.firm_id having (select trinn.caller_role()) in "
			"('caseworker', 'programme_lead')",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CHECK_COPAYMENT_AID] = {
		.name = "check_copayment_aid",
		.sql =
			"with changed as (update trinn.copayments set aid_checked_by = "
			"coalesce(aid_checked_by, trinn.caller_person()), aid_refused_by = null, "
			"aid_refusal = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'check_copayment_aid')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REFUSE_COPAYMENT_AID] = {
		.name = "refuse_copayment_aid",
		.sql =
			"with changed as (update trinn.copayments set aid_checked_by = null, "
			"aid_refused_by = trinn.caller_person(), aid_refusal = $3::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'refuse_copayment_aid')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECLARE_COPAYMENT_AID] = {
		.name = "declare_copayment_aid",
		.sql =
			"with changed as (update trinn.copayments set declared_by = $3::text, "
			"declared_on = $4::date, declared_aid = $5::json, declared_reason = "
			"$6::text, aid_checked_by = null, aid_refused_by = null, aid_refusal = "
			"null, version = version + 1 where county_id = trinn.caller_county() and "
			"id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'declare_copayment_aid')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHECK_RELIEF_AID] = {
		.name = "check_relief_aid",
		.sql =
			"with changed as (update trinn.copayment_reliefs set aid_ore = $2::int8, "
			"aid_checked_by = trinn.caller_person(), aid_refused_by = null, "
			"aid_refusal = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'check_relief_aid')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REFUSE_RELIEF_AID] = {
		.name = "refuse_relief_aid",
		.sql =
			"with changed as (update trinn.copayment_reliefs set aid_checked_by = "
			"null, aid_refused_by = trinn.caller_person(), aid_refusal = $2::text, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'refuse_relief_aid')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INVOICE_COPAYMENT] = {
		.name = "invoice_copayment",
		.sql =
			"with changed as (update trinn.copayments set state = 'invoiced', kid = "
			"$3::text, due_on = $4::date, invoiced_on = trinn.today(), version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'invoice_copayment')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_REMIND_COPAYMENT] = {
		.name = "remind_copayment",
		.sql =
			"with changed as (update trinn.copayments set reminders = reminders + 1, "
			"due_on = $3::date, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'remind_copayment')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_COPAYMENT_REFUND] = {
		.name = "ask_copayment_refund",
		.sql =
			"with changed as (update trinn.copayments set refund_asked_by = "
			"trinn.caller_person(), refund_ore = $3::int8, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'ask_copayment_refund')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_REFUND_COPAYMENT] = {
		.name = "refund_copayment",
		.sql =
			"with changed as (update trinn.copayments set open_ore = open_ore + "
			"refund_ore, refund_asked_by = null, refund_ore = null, version = version "
			"+ 1 where county_id = trinn.caller_county() and id = $1::int8 and "
			"version = $2::int8 returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'refund_copayment')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_TOUCH_COPAYMENT] = {
		.name = "touch_copayment",
		.sql =
			"with changed as (update trinn.copayments set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_copayment')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_COPAYMENT_RELIEF] = {
		.name = "ask_copayment_relief",
		.sql =
			"insert into trinn.copayment_reliefs (county_id, copayment_id, kind, "
			"cause, reason, aid_ore, asked_by) values (trinn.caller_county(), "
			"$1::int8, $2::text, $3::text, $4::text, nullif($5::int8, 0), "
			"trinn.caller_person())",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECIDE_COPAYMENT_RELIEF] = {
		.name = "decide_copayment_relief",
		.sql =
			"with changed as (update trinn.copayment_reliefs set state = $2::text, "
			"refusal = $3::text, aid_ore = nullif($4::int8, 0), decided_by = "
			"trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), "
			"'decide_copayment_relief')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_RELIEVE_COPAYMENT] = {
		.name = "relieve_copayment",
		.sql =
			"with changed as (update trinn.copayments set state = $3::text, open_ore "
			"= 0, forgone_ore = forgone_ore + $4::int8, aid_ore = "
			"trinn.aid_of(service_ore, amount_ore, vat_ore, forgone_ore + $4::int8), "
			"settled_aid_ore = trinn.aid_of(settled_service_ore, amount_ore, vat_ore, "
			"forgone_ore + $4::int8), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'relieve_copayment')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CREDIT_COPAYMENT] = {
		.name = "credit_copayment",
		.sql =
			"with changed as (update trinn.copayments set state = 'credited', "
			"open_ore = open_ore - $3::int8, settled_service_ore = 0, settled_aid_ore "
			"= 0, settled_reason = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'credit_copayment')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_SETTLEMENT] = {
		.name = "load_settlement",
		.sql =
			"with settled as (select c.* from trinn.copayments c where c.county_id = "
			"(select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.id in (select i::bigint from "
			"json_array_elements_text($1::json) i)) select "
			"json_build_object('caller', trinn.caller_facts(), 'copayments', "
			"coalesce((select json_agg(json_build_object('id', c.id, 'firmId', "
			"c.firm_id, 'programmeId', c.programme_id, 'stage', c.stage, 'isChecked', "
			"c.aid_checked_by is not null, 'isRefused', c.aid_refused_by is not null, "
			"'hasBegun', trinn.has_begun(c), 'isSettled', c.settled_service_ore is "
			"not null, 'settledBy', coalesce((select greatest(s.settled_by, 0) from "
			"trinn.copayment_settlements s where s.county_id = c.county_id and "
			"s.copayment_id = c.id order by s.id desc limit 1), 0), 'serviceOre', "
			"coalesce(c.settled_service_ore, c.service_ore), 'firm', (select o.name "
			"from trinn.organisations o where o.id = c.firm_id), 'confirmedOre', "
			"trinn.confirmed_ore(c.county_id, c.firm_id, c.programme_id, c.stage), "
			"'shareOre', trinn.kept_ore(c.amount_ore, c.vat_ore, c.forgone_ore)) "
			"order by c.id) from settled c), '[]'))::text, null::bigint, "
			"coalesce((select json_agg(json_build_array('copayment', h.id, h.version, "
			"true)) from settled c join trinn.guards h on h.county_id = c.county_id "
			"and h.kind = 'copayment' and h.id = c.id), '[]')::text",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_SETTLE_AID] = {
		.name = "settle_aid",
		.sql =
			"with changed as (update trinn.copayments set settled_service_ore = "
			"$2::int8, settled_aid_ore = $3::int8, settled_reason = $4::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'settle_aid')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_SETTLEMENT] = {
		.name = "correct_settlement",
		.sql =
			"with changed as (update trinn.copayments set settled_service_ore = "
			"$3::int8, settled_aid_ore = $4::int8, settled_reason = $5::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'correct_settlement')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_SETTLEMENT] = {
		.name = "reply_settlement",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"json_build_object('items', json_agg(json_build_object('copaymentId', "
			"c.id::text, 'firm', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'serviceValueOre', c.settled_service_ore, "
			"'aidOre', c.settled_aid_ore) order by c.id))::text as document from "
			"trinn.copayments c join trinn.organisations o on o.id = c.firm_id where "
			"c.county_id = trinn.caller_county() and c.id in (select i::bigint from "
			"json_array_elements_text($5::json) i)) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, null, null, "
			"d.document) r",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_BANK_FILE_DOCUMENT] = {
		.name = "bank_file_document",
		.sql =
			"select null::text as etag, json_build_object('id', f.id::text, 'name', "
			"f.name, 'format', f.format, 'sha256', f.sha256, 'readAt', f.read_at, "
			"'known', f.known, 'skipped', f.skipped, 'unbooked', f.unbooked, "
			"'entries', coalesce((select json_object_agg(s.state, s.n) from (select "
			"e.state, count(*) as n from trinn.bank_entries e where e.county_id = "
			"f.county_id and e.file_id = f.id group by 1) s), '{}'))::text as "
			"document from trinn.bank_files f where f.county_id = (select "
			"trinn.caller_county()) and f.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_BANK_FILE] = {
		.name = "reply_bank_file",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select null::text as "
			"etag, json_build_object('id', f.id::text, 'name', f.name, 'format', "
			"f.format, 'sha256', f.sha256, 'readAt', f.read_at, 'known', f.known, "
			"'skipped', f.skipped, 'unbooked', f.unbooked, 'entries', "
			"coalesce((select json_object_agg(s.state, s.n) from (select e.state, "
			"count(*) as n from trinn.bank_entries e where e.county_id = f.county_id "
			"and e.file_id = f.id group by 1) s), '{}'))::text as document from "
			"trinn.bank_files f where f.county_id = (select trinn.caller_county()) "
			"and f.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_BANK_FILES] = {
		.name = "list_bank_files",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select f.id as key, json_build_object('id', f.id::text, "
			"'name', f.name, 'format', f.format, 'readAt', f.read_at) as item from "
			"(select * from trinn.bank_files where county_id = (select "
			"trinn.caller_county()) and id < case when $1::int8 is null then "
			"9223372036854775807 else $1::int8 end order by id desc limit $2::int8 + "
			"1) f) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_BANK_FILE] = {
		.name = "load_bank_file",
		.sql =
			"with told as materialized (select p.n - 1 as i, x.*, "
			"coalesce(x.\"textKids\", case when x.kid is not null then array[x.kid] "
			"end) as kids from json_array_elements($4::json) with ordinality as p (x, "
			"n), json_to_record(p.x) as x (\"bookedOn\" date, \"amountOre\" bigint, "
			"reference text, \"isMade\" boolean, \"isReversal\" boolean, currency "
			"text, kid text, \"textKids\" text[])), known as (select t.i, e.id from "
			"told t join trinn.bank_entries e on e.county_id = (select "
			"trinn.caller_county()) and e.creditor_id = (select trinn.caller_org()) "
			"and e.reference = t.reference and e.amount_ore = t.\"amountOre\" and "
			"e.booked_on = t.\"bookedOn\" and e.currency = t.currency and "
			"e.is_reversal = t.\"isReversal\"), perhaps as (select t.i, e.id from "
			"told t join trinn.bank_entries e on e.county_id = (select "
			"trinn.caller_county()) and e.creditor_id = (select trinn.caller_org()) "
			"and e.amount_ore = t.\"amountOre\" and e.booked_on between "
			"t.\"bookedOn\" - 3 and t.\"bookedOn\" + 3 join trinn.bank_files f on "
			"f.county_id = e.county_id and f.id = e.file_id left join "
			"trinn.copayments c on c.county_id = e.county_id and c.id = "
			"e.copayment_id where coalesce(c.kid, e.kid) = any (t.kids) and e.part_of "
			"is null and e.currency = t.currency and not e.is_reversal and not "
			"t.\"isReversal\" and (e.is_made or t.\"isMade\" or f.format <> $2::text "
			"or e.reference = t.reference) and t.i not in (select k.i from known k) "
			"and e.id not in (select k.id from known k)), owed as (select c.* from "
			"trinn.copayments c where c.county_id = (select trinn.caller_county()) "
			"and c.creditor_id = (select trinn.caller_org()) and c.kid in (select "
			"unnest(t.kids) from told t)) select json_build_object('caller', "
			"trinn.caller_facts(), 'today', trinn.today(), 'id', case when $4::json "
			"is null then 0 else nextval('trinn.bank_files_id_seq') end, 'sameFile', "
			"(select f.id from trinn.bank_files f where f.county_id = "
			"trinn.caller_county() and f.creditor_id = trinn.caller_org() and "
			"f.sha256 = $1::text), 'otherAccount', (select a from "
			"json_array_elements_text($3::json) a where not exists (select from "
			"trinn.bank_accounts b where b.county_id = trinn.caller_county() and "
			"b.organisation_id = trinn.caller_org() and b.account = a) limit 1), "
			"'known', coalesce((select json_agg(k.i order by k.i) from known k), "
			"'[]'), 'perhaps', coalesce((select json_agg(json_build_object('payment', "
			"p.i, 'entryId', p.id) order by p.i, p.id) from perhaps p), '[]'), "
			"'reversed', coalesce((select json_agg(t.i order by t.i) from told t "
			"where not t.\"isReversal\" and exists (select from trinn.bank_entries e "
			"where e.county_id = trinn.caller_county() and e.creditor_id = "
			"trinn.caller_org() and e.reference = t.reference and e.amount_ore = "
			"t.\"amountOre\" and e.currency = t.currency and e.is_reversal and "
			"e.booked_on >= t.\"bookedOn\")), '[]'), 'reversing', coalesce((select "
			"json_agg(t.i order by t.i) from told t where t.\"isReversal\" and exists "
			"(select from trinn.bank_entries e where e.county_id = "
			"trinn.caller_county() and e.creditor_id = trinn.caller_org() and "
			"e.reference = t.reference and e.amount_ore = t.\"amountOre\" and "
			"e.currency = t.currency and not e.is_reversal and e.booked_on <= "
			"t.\"bookedOn\")), '[]'), 'owed', coalesce((select "
			"json_agg(json_build_object('id', c.id, 'kid', c.kid, 'state', c.state, "
			"'openOre', c.open_ore, 'firmId', c.firm_id, 'raisedOn', c.raised_on) "
			"order by c.id) from owed c), '[]'))::text, null::bigint, "
			"coalesce((select json_agg(json_build_array('copayment', h.id, h.version, "
			"true)) from owed c join trinn.guards h on h.county_id = c.county_id and "
			"h.kind = 'copayment' and h.id = c.id), '[]')::text",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_BANK_FILE] = {
		.name = "insert_bank_file",
		.sql =
			"insert into trinn.bank_files (id, county_id, creditor_id, format, "
			"sha256, name, known, skipped, unbooked, read_by) values ($1::int8, "
			"trinn.caller_county(), trinn.caller_org(), $2::text, $3::text, $4::text, "
			"$5::int4, $6::int4, $7::int4, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()))",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_BANK_ENTRIES] = {
		.name = "insert_bank_entries",
		.sql =
			"with added as (insert into trinn.bank_entries (county_id, creditor_id, "
			"file_id, reference, is_made, booked_on, amount_ore, currency, "
			"is_reversal, kid, payer, message, state, why, perhaps_id, copayment_id) "
			"select trinn.caller_county(), trinn.caller_org(), $1::int8, "
			"p->>'reference', (p->>'isMade')::boolean, (p->>'bookedOn')::date, "
			"(p->>'amountOre')::bigint, p->>'currency', (p->>'isReversal')::boolean, "
			"p->>'kid', p->>'payer', p->>'message', case when p->>'copaymentId' is "
			"null then 'unmatched' else 'matched' end, p->>'why', "
			"(p->>'perhapsId')::bigint, (p->>'copaymentId')::bigint from "
			"json_array_elements($2::json) p returning 1) select "
			"trinn.exactly(json_array_length($2::json), (select count(*) from added), "
			"'insert_bank_entries')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_PAY_COPAYMENTS] = {
		.name = "pay_copayments",
		.sql =
			"with paid as (insert into trinn.copayment_entries (county_id, "
			"copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by) "
			"select e.county_id, e.copayment_id, 'pay', e.amount_ore, e.id, "
			"greatest(e.booked_on, c.raised_on), coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()) from trinn.bank_entries e join "
			"trinn.copayments c on c.county_id = e.county_id and c.id = "
			"e.copayment_id where e.county_id = trinn.caller_county() and e.file_id = "
			"$1::int8 and e.state = 'matched' and coalesce((select "
			"sum(x.receivable_ore) from trinn.copayment_entries x where x.county_id = "
			"e.county_id and x.bank_entry_id = e.id), 0) = 0 returning copayment_id, "
			"amount_ore, on_day), sums as (select copayment_id, "
			"sum(amount_ore)::bigint as ore, max(on_day) as on_day from paid group by "
			"1), lost as (select c.id, -sum(e.receivable_ore)::bigint as ore, "
			"max(e.on_day) as on_day, coalesce((select sum(w.amount_ore) from "
			"trinn.copayment_entries w where w.county_id = c.county_id and "
			"w.copayment_id = c.id and w.kind = 'waive'), 0)::bigint as waived_ore "
			"from sums s join trinn.copayments c on c.county_id = "
			"trinn.caller_county() and c.id = s.copayment_id and c.state = "
			"'written_off' join trinn.copayment_entries e on e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account = 'loss' group by "
			"c.county_id, c.id), recovered as (insert into trinn.copayment_entries "
			"(county_id, copayment_id, kind, amount_ore, on_day, entered_by) select "
			"trinn.caller_county(), s.copayment_id, 'recover', least(s.ore, l.ore), "
			"greatest(s.on_day, l.on_day), coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()) from sums s join lost l on l.id = "
			"s.copayment_id returning copayment_id, amount_ore), left_of as (select "
			"c.id, c.open_ore - s.ore + coalesce(r.amount_ore, 0) as open_ore, "
			"coalesce(l.ore - r.amount_ore, 0) as lost_ore, least(c.forgone_ore, "
			"coalesce(l.waived_ore + l.ore - r.amount_ore, c.forgone_ore)) as "
			"forgone_ore from sums s join trinn.copayments c on c.county_id = "
			"trinn.caller_county() and c.id = s.copayment_id left join lost l on l.id "
			"= c.id left join recovered r on r.copayment_id = c.id), changed as "
			"(update trinn.copayments c set open_ore = f.open_ore, state = case when "
			"f.lost_ore > 0 then 'written_off' when f.open_ore > 0 then 'part_paid' "
			"else 'paid' end, forgone_ore = f.forgone_ore, aid_ore = "
			"trinn.aid_of(c.service_ore, c.amount_ore, c.vat_ore, f.forgone_ore), "
			"settled_aid_ore = trinn.aid_of(c.settled_service_ore, c.amount_ore, "
			"c.vat_ore, f.forgone_ore), version = c.version + 1 from left_of f where "
			"c.county_id = trinn.caller_county() and c.id = f.id returning 1) select "
			"trinn.exactly($2::int8, (select count(*) from paid), 'pay_copayments'), "
			"trinn.exactly((select count(*) from sums), (select count(*) from "
			"changed), 'pay_copayments')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_UNPAY_COPAYMENT] = {
		.name = "unpay_copayment",
		.sql =
			"with undone as (insert into trinn.copayment_entries (county_id, "
			"copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by) "
			"values (trinn.caller_county(), $1::int8, 'unpay', $3::int8, $2::int8, "
			"trinn.today(), coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()))), changed as (update trinn.copayments set "
			"open_ore = open_ore + $3::int8, state = $4::text, refund_asked_by = "
			"null, refund_ore = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'unpay_copayment')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_BANK_ENTRY_DOCUMENT] = {
		.name = "bank_entry_document",
		.sql =
			"select e.version::text as etag, json_build_object('id', e.id::text, "
			"'fileId', e.file_id::text, 'state', e.state, 'reference', e.reference, "
			"'bookedOn', e.booked_on, 'amountOre', e.amount_ore, 'currency', "
			"e.currency, 'isReversal', e.is_reversal, 'kid', e.kid, 'payer', e.payer, "
			"'message', e.message, 'why', e.why, 'perhapsId', coalesce(e.perhaps_id, "
			"trinn.perhaps_reverses(e.county_id, e.id))::text, 'reversesId', "
			"trinn.reverses(e.county_id, e.id)::text, 'reversedById', "
			"trinn.reversal_of(e.county_id, e.id)::text, 'partOf', e.part_of::text, "
			"'copaymentId', e.copayment_id::text, 'reason', e.reason)::text as "
			"document from trinn.bank_entries e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_BANK_ENTRY] = {
		.name = "reply_bank_entry",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"e.version::text as etag, json_build_object('id', e.id::text, 'fileId', "
			"e.file_id::text, 'state', e.state, 'reference', e.reference, 'bookedOn', "
			"e.booked_on, 'amountOre', e.amount_ore, 'currency', e.currency, "
			"'isReversal', e.is_reversal, 'kid', e.kid, 'payer', e.payer, 'message', "
			"e.message, 'why', e.why, 'perhapsId', coalesce(e.perhaps_id, "
			"trinn.perhaps_reverses(e.county_id, e.id))::text, 'reversesId', "
			"trinn.reverses(e.county_id, e.id)::text, 'reversedById', "
			"trinn.reversal_of(e.county_id, e.id)::text, 'partOf', e.part_of::text, "
			"'copaymentId', e.copayment_id::text, 'reason', e.reason)::text as "
			"document from trinn.bank_entries e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_BANK_ENTRIES] = {
		.name = "list_bank_entries",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select e.id as key, json_build_object('id', e.id::text, "
			"'fileId', e.file_id::text, 'state', e.state, 'reference', e.reference, "
			"'bookedOn', e.booked_on, 'amountOre', e.amount_ore, 'currency', "
			"e.currency, 'isReversal', e.is_reversal, 'kid', e.kid, 'payer', e.payer, "
			"'message', e.message, 'why', e.why, 'perhapsId', coalesce(e.perhaps_id, "
			"trinn.perhaps_reverses(e.county_id, e.id))::text, 'reversesId', "
			"trinn.reverses(e.county_id, e.id)::text, 'reversedById', "
			"trinn.reversal_of(e.county_id, e.id)::text, 'partOf', e.part_of::text, "
			"'copaymentId', e.copayment_id::text, 'reason', e.reason) as item from "
			"(select * from trinn.bank_entries where county_id = (select "
			"trinn.caller_county()) and creditor_id = (select trinn.caller_org()) and "
			"id < case when $3::int8 is null then 9223372036854775807 else $3::int8 "
			"end and ($1::text is null or state = $1::text) and ($2::int8 is null or "
			"file_id = $2::int8) order by id desc limit $4::int8 + 1) e) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_BANK_ENTRY] = {
		.name = "load_bank_entry",
		.sql =
			"with about as (select c.* from trinn.bank_entries e join "
			"trinn.copayments c on c.county_id = e.county_id and c.creditor_id = "
			"e.creditor_id and c.id = coalesce($2::int8, e.copayment_id) where "
			"e.county_id = (select trinn.caller_county()) and e.id = $1::int8), "
			"reversed as (select p.id, p.file_id from trinn.bank_entries e join "
			"trinn.bank_entries p on p.county_id = e.county_id and p.creditor_id = "
			"e.creditor_id and p.id = coalesce($3::int8, trinn.reverses(e.county_id, "
			"e.id)) and p.amount_ore = e.amount_ore and p.booked_on <= e.booked_on "
			"and p.currency = e.currency and not p.is_reversal and p.part_of is null "
			"where e.county_id = (select trinn.caller_county()) and e.id = $1::int8 "
			"and e.is_reversal and coalesce(trinn.reversal_of(p.county_id, p.id), "
			"e.id) = e.id) select json_build_object('caller', trinn.caller_facts(), "
			"'today', trinn.today(), 'id', e.id, 'fileId', e.file_id, 'state', "
			"e.state, 'bookedOn', e.booked_on, 'amountOre', e.amount_ore, 'currency', "
			"e.currency, 'isReversal', e.is_reversal, 'why', e.why, 'perhapsId', "
			"e.perhaps_id, 'reversedBy', trinn.reversal_of(e.county_id, e.id), "
			"'reverses', (select p.id from reversed p), 'isReversedCounted', exists "
			"(select from reversed p where trinn.counts(e.county_id, p.id)), 'owed', "
			"(select json_build_object('id', c.id, 'kid', c.kid, 'state', c.state, "
			"'openOre', c.open_ore, 'firmId', c.firm_id, 'raisedOn', c.raised_on) "
			"from about c), 'paidOre', coalesce((select -sum(x.receivable_ore) from "
			"about c join trinn.copayment_entries x on x.county_id = c.county_id and "
			"x.copayment_id = c.id and x.account = 'bank'), 0), 'refundedOre', "
			"coalesce((select sum(x.amount_ore) from about c join "
			"trinn.copayment_entries x on x.county_id = c.county_id and "
			"x.copayment_id = c.id and x.kind = 'refund'), 0), 'isReliefAsked', "
			"exists (select from about c join trinn.copayment_reliefs r on "
			"r.county_id = c.county_id and r.copayment_id = c.id and r.state = "
			"'asked'))::text, e.version, (select json_agg(json_build_array(h.kind, "
			"h.id, h.version, h.kind <> 'bank_file' or h.id = e.file_id)) from "
			"trinn.guards h where h.county_id = e.county_id and (h.kind = 'bank_file' "
			"and (h.id = e.file_id or h.id in (select p.file_id from reversed p)) or "
			"h.kind = 'copayment' and h.id in (select c.id from about c)))::text from "
			"trinn.bank_entries e where e.county_id = (select trinn.caller_county()) "
			"and e.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_SETTLE_BANK_ENTRY] = {
		.name = "settle_bank_entry",
		.sql =
			"with changed as (update trinn.bank_entries set state = $3::text, why = "
			"null, copayment_id = $4::int8, reason = $5::text, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'settle_bank_entry')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_TIE_REVERSAL] = {
		.name = "tie_reversal",
		.sql =
			"with changed as (update trinn.bank_entries set is_tied = true, "
			"reverses_id = $2::int8 where county_id = trinn.caller_county() and id = "
			"$1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'tie_reversal')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SPLIT_BANK_ENTRY] = {
		.name = "split_bank_entry",
		.sql =
			"with changed as (update trinn.bank_entries set state = 'split', why = "
			"null, reason = $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"county_id, creditor_id, file_id, id, reference, booked_on, kid, payer, "
			"message), parts as (insert into trinn.bank_entries (county_id, "
			"creditor_id, file_id, reference, booked_on, amount_ore, kid, payer, "
			"message, state, why, part_of) select c.county_id, c.creditor_id, "
			"c.file_id, c.reference || '#' || a.n, c.booked_on, a.ore::bigint, c.kid, "
			"c.payer, c.message, 'unmatched', 'part', c.id from changed c, "
			"json_array_elements_text($3::json) with ordinality a (ore, n)) select "
			"trinn.exactly(1, (select count(*) from changed), 'split_bank_entry')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_REOPEN_BANK_ENTRY] = {
		.name = "reopen_bank_entry",
		.sql =
			"with changed as (update trinn.bank_entries set state = 'unmatched', why "
			"= 'reopened', copayment_id = null, reason = $3::text, is_tied = false, "
			"reverses_id = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'reopen_bank_entry')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_RECOMMENDATION] = {
		.name = "insert_recommendation",
		.sql =
			"insert into trinn.recommendations (county_id, applicant_id, "
			"application_id, number, outcome, amount_ore, grounds, conditions, "
			"made_by) select a.county_id, a.applicant_id, a.id, 1 + (select count(*) "
			"from trinn.recommendations m where m.county_id = a.county_id and "
			"m.application_id = a.id), $2::text, $3::int8, $4::text, $5::json, "
			"trinn.caller_person() from trinn.applications a where a.county_id = "
			"trinn.caller_county() and a.id = $1::int8",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_ASSURANCE] = {
		.name = "insert_assurance",
		.sql =
			"with made as (insert into trinn.assurances (county_id, applicant_id, "
			"application_id, recommendation, note, assured_by) select m.county_id, "
			"m.applicant_id, m.application_id, max(m.number), $2::text, "
			"trinn.caller_person() from trinn.recommendations m where m.county_id = "
			"trinn.caller_county() and m.application_id = $1::int8 group by 1, 2, 3 "
			"returning 1) select trinn.exactly(1, (select count(*) from made), "
			"'insert_assurance')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_RECOMMEND_APPLICATION] = {
		.name = "recommend_application",
		.sql =
			"with changed as (update trinn.applications set state = 'recommended', "
			"caseworker_id = case when trinn.stood_in_for() @> array[caseworker_id] "
			"then caseworker_id else trinn.caller_person() end, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'recommend_application')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_DECISION] = {
		.name = "insert_decision",
		.sql =
			"with made as (insert into trinn.decisions (id, county_id, applicant_id, "
			"application_id, number, cause, replaces_id, funding_line_id, year, "
			"outcome, amount_ore, grounds, legal_basis_id, legal_basis, body, "
			"resolution, recommended_by, decided_by, decided_on, release_on, "
			"released_at, appeal_body, appeal_deadline, accept_by, rule_params, "
			"calculation, departure_grounds) select $1::int8, a.county_id, "
			"a.applicant_id, a.id, coalesce(d.number, 0) + 1, case when d.id is not "
			"null and $3::text = 'application' then 'appeal' else $3::text end, d.id, "
			"l.id, $4::int4, $5::text, $6::int8, $7::text, b.id, b.reference || ': ' "
			"|| b.title, $8::text, $9::text, $10::int8, trinn.caller_person(), "
			"trinn.today(), $16::date, case when $16::date is null then now() end, "
			"l.appeal_body, $11::date, $12::date, $13::int8[], $14::jsonb, $15::text "
			"from trinn.applications a join trinn.calls c on c.county_id = "
			"a.county_id and c.id = a.call_id join trinn.funding_lines l on "
			"l.county_id = a.county_id and l.id = c.funding_line_id join "
			"trinn.legal_bases b on b.county_id = a.county_id and b.id = "
			"l.legal_basis_id left join lateral (select t.id, t.number from "
			"trinn.decisions t where t.county_id = a.county_id and t.application_id = "
			"a.id order by t.number desc limit 1) d on true where a.county_id = "
			"trinn.caller_county() and a.id = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_decision')",
		.n_params = 16,
		.lanes = DB_ON_WRITE,
	},
	[Q_RELEASE_DECISION] = {
		.name = "release_decision",
		.sql =
			"select trinn.release_decision($1::int8, $2::date, $3::date)",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_FREEZE_OVERLAPS] = {
		.name = "freeze_overlaps",
		.sql =
			"with made as (insert into trinn.decision_overlaps (county_id, "
			"applicant_id, application_id, decision_id, on_overlap, seen, grounds) "
			"select d.county_id, d.applicant_id, d.application_id, d.id, case when "
			"bool_or(l.on_overlap = 'refuse') then 'refuse' else 'warn' end, "
			"$2::jsonb, $3::text from trinn.decisions d join trinn.applications a on "
			"a.county_id = d.county_id and a.id = d.application_id join "
			"trinn.call_lines k on k.county_id = a.county_id and k.call_id = "
			"a.call_id join trinn.funding_lines l on l.county_id = k.county_id and "
			"l.id = k.funding_line_id where d.county_id = trinn.caller_county() and "
			"d.id = $1::int8 group by d.id returning 1) select trinn.exactly(1, "
			"(select count(*) from made), 'freeze_overlaps')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_GRANT] = {
		.name = "insert_grant",
		.sql =
			"with made as (insert into trinn.grants (id, county_id, applicant_id, "
			"application_id, decision_id, funding_line_id, year, amount_ore, "
			"remaining_ore, budget_ore, accept_by) select $1::int8, d.county_id, "
			"d.applicant_id, d.application_id, d.id, d.funding_line_id, d.year, "
			"d.amount_ore, d.amount_ore, $3::int8, d.accept_by from trinn.decisions d "
			"where d.county_id = trinn.caller_county() and d.id = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from made), 'insert_grant')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_GRANT_PARTS] = {
		.name = "insert_grant_parts",
		.sql =
			"with made as (insert into trinn.grant_parts (county_id, applicant_id, "
			"application_id, grant_id, position, funding_line_id, year, share_bp, "
			"amount_ore, remaining_ore, legal_basis_id, legal_basis) select "
			"g.county_id, g.applicant_id, g.application_id, g.id, k.position, l.id, "
			"g.year, k.share_bp, t.ore, t.ore, b.id, b.reference || ': ' || b.title "
			"from trinn.grants g join trinn.applications a on a.county_id = "
			"g.county_id and a.id = g.application_id join trinn.call_lines k on "
			"k.county_id = a.county_id and k.call_id = a.call_id join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id join trinn.legal_bases b on b.county_id = l.county_id "
			"and b.id = l.legal_basis_id join unnest($2::int8[]) with ordinality "
			"t(ore, position) on t.position = k.position where g.county_id = "
			"trinn.caller_county() and g.id = $1::int8 returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from made), "
			"'insert_grant_parts')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_GRANT_COSTS] = {
		.name = "insert_grant_costs",
		.sql =
			"with made as (insert into trinn.grant_costs (county_id, applicant_id, "
			"grant_id, cost_group, earmarked, budget_ore, amount_ore) select "
			"g.county_id, g.applicant_id, g.id, t->>'costGroup', "
			"(t->>'earmarked')::boolean, (t->>'budgetOre')::bigint, "
			"(t->>'amountOre')::bigint from trinn.grants g, "
			"jsonb_array_elements($2::jsonb) t where g.county_id = "
			"trinn.caller_county() and g.id = $1::int8 returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"made), 'insert_grant_costs')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_RECOMMENDATIONS] = {
		.name = "list_recommendations",
		.sql =
			"select (select json_agg(json_build_object('number', m.number, 'outcome', "
			"m.outcome, 'amountOre', m.amount_ore, 'grounds', m.grounds, "
			"'conditions', m.conditions, 'evaluationId', m.evaluation_id::text, "
			"'madeBy', json_build_object('id', m.made_by::text, 'name', "
			"trinn.person_name(m.made_by)), 'madeAt', m.made_at, 'assurance', (select "
			"json_build_object('note', s.note, 'assuredAt', s.assured_at, "
			"'assuredBy', json_build_object('id', s.assured_by::text, 'name', "
			"trinn.person_name(s.assured_by))) from trinn.assurances s where "
			"s.county_id = m.county_id and s.application_id = m.application_id and "
			"s.recommendation = m.number)) order by m.number) from "
			"trinn.recommendations m where m.county_id = a.county_id and "
			"m.application_id = a.id)::text, null::text from trinn.applications a "
			"where a.county_id = (select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_DECISIONS] = {
		.name = "list_decisions",
		.sql =
			"select (select json_agg(json_build_object('id', d.id::text, 'number', "
			"d.number, 'cause', d.cause, 'replacesId', d.replaces_id::text, "
			"'releaseOn', d.release_on, 'releasedAt', d.released_at, 'outcome', "
			"d.outcome, 'amountOre', d.amount_ore, 'currency', 'NOK', 'grounds', "
			"d.grounds, 'legalBasis', d.legal_basis, 'body', d.body, 'resolution', "
			"d.resolution, 'decidedBy', trinn.person_name(d.decided_by), 'decidedOn', "
			"d.decided_on, 'year', d.year, 'fundingLineId', d.funding_line_id::text, "
			"'appealBody', d.appeal_body, 'appealDeadline', d.appeal_deadline, "
			"'appealBy', trinn.appeal_due(d.county_id, d.id), 'appealPeriods', "
			"coalesce((select json_agg(json_build_object('number', p.number, 'cause', "
			"p.cause, 'onDay', p.on_day, 'endsOn', p.ends_on, 'grounds', p.grounds, "
			"'enteredFor', p.entered_for) order by p.number) from "
			"trinn.appeal_periods p where p.county_id = d.county_id and p.decision_id "
			"= d.id), '[]'), 'acceptBy', d.accept_by, 'conditions', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'number', t.number, 'kind', "
			"t.kind, 'text', t.text, 'dueOn', t.due_on, 'state', t.state) order by "
			"t.number) from trinn.decision_conditions t where t.county_id = "
			"d.county_id and t.decision_id = d.id), '[]'), 'isConditional', exists "
			"(select from trinn.decision_conditions t where t.county_id = d.county_id "
			"and t.decision_id = d.id), 'rules', coalesce((select "
			"json_agg(json_build_object('id', r.id::text, 'key', r.key, 'basis', "
			"r.basis, 'value', r.value, 'unit', r.unit) order by r.id) from "
			"trinn.rule_params r where r.id = any (d.rule_params)), '[]'), "
			"'calculation', d.calculation, 'parts', coalesce((select (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', p.year, "
			"'shareBasisPoints', p.share_bp, 'amountOre', p.amount_ore, "
			"'remainingOre', p.remaining_ore, 'legalBasis', p.legal_basis) order by "
			"p.position) from trinn.grant_parts p join trinn.funding_lines l on "
			"l.county_id = p.county_id and l.id = p.funding_line_id where p.county_id "
			"= g.county_id and p.grant_id = g.id) from trinn.grants g where "
			"g.county_id = d.county_id and g.decision_id = d.id), '[]'), 'overlaps', "
			"(select json_build_object('onOverlap', v.on_overlap, 'seen', v.seen, "
			"'grounds', v.grounds) from trinn.decision_overlaps v where v.county_id = "
			"d.county_id and v.decision_id = d.id), 'evaluationId', "
			"d.evaluation_id::text, 'meetingItemId', d.meeting_item_id::text, "
			"'departureGrounds', case when trinn.caller_kind() = 'county' then "
			"d.departure_grounds end, 'grantId', case when d.amount_ore > 0 then "
			"(select g.id::text from trinn.grants g where g.county_id = d.county_id "
			"and g.application_id = d.application_id and g.decision_id <= d.id order "
			"by g.id desc limit 1) end) order by d.number) from trinn.decisions d "
			"where d.county_id = a.county_id and d.application_id = a.id)::text, "
			"null::text from trinn.applications a where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_OWN_CASES] = {
		.name = "load_own_cases",
		.sql =
			"select json_build_object('standsBack', "
			"coalesce(json_agg(json_build_object('kind', g->>0, 'id', "
			"(g->>1)::bigint, 'how', 'party')), '[]'))::text from "
			"json_array_elements($1::json) g where (g->>3)::boolean and "
			"trinn.is_own_case(g->>0, (g->>1)::bigint)",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_DISQUALIFICATION_DOCUMENT] = {
		.name = "disqualification_document",
		.sql =
			"select d.version::text as etag, json_build_object('id', d.id::text, "
			"'caseKind', d.case_kind, 'caseId', d.case_id::text, 'person', "
			"json_build_object('id', d.person_id::text, 'name', "
			"trinn.person_name(d.person_id)), 'ground', d.ground, 'explanation', "
			"d.explanation, 'state', d.state, 'closesReading', d.closes_reading, "
			"'enteredBy', json_build_object('id', d.entered_by::text, 'name', "
			"trinn.person_name(d.entered_by)), 'enteredAt', d.entered_at, "
			"'settledBy', case when d.settled_by is not null then "
			"json_build_object('id', d.settled_by::text, 'name', "
			"trinn.person_name(d.settled_by)) end, 'settledAt', d.settled_at, "
			"'settlement', d.settlement)::text as document from "
			"trinn.disqualifications d where d.county_id = (select "
			"trinn.caller_county()) and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_DISQUALIFICATION] = {
		.name = "reply_disqualification",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"d.version::text as etag, json_build_object('id', d.id::text, 'caseKind', "
			"d.case_kind, 'caseId', d.case_id::text, 'person', "
			"json_build_object('id', d.person_id::text, 'name', "
			"trinn.person_name(d.person_id)), 'ground', d.ground, 'explanation', "
			"d.explanation, 'state', d.state, 'closesReading', d.closes_reading, "
			"'enteredBy', json_build_object('id', d.entered_by::text, 'name', "
			"trinn.person_name(d.entered_by)), 'enteredAt', d.entered_at, "
			"'settledBy', case when d.settled_by is not null then "
			"json_build_object('id', d.settled_by::text, 'name', "
			"trinn.person_name(d.settled_by)) end, 'settledAt', d.settled_at, "
			"'settlement', d.settlement)::text as document from "
			"trinn.disqualifications d where d.county_id = (select "
			"trinn.caller_county()) and d.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_DISQUALIFICATIONS] = {
		.name = "list_disqualifications",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($6::int8)::int])::text as items, case when count(*) > $6::int8 "
			"then (array_agg(p.key order by p.key desc))[($6::int8)::int]::text end "
			"as next from (select d.id as key, json_build_object('id', d.id::text, "
			"'caseKind', d.case_kind, 'caseId', d.case_id::text, 'person', "
			"json_build_object('id', d.person_id::text, 'name', "
			"trinn.person_name(d.person_id)), 'ground', d.ground, 'explanation', "
			"d.explanation, 'state', d.state, 'closesReading', d.closes_reading, "
			"'enteredBy', json_build_object('id', d.entered_by::text, 'name', "
			"trinn.person_name(d.entered_by)), 'enteredAt', d.entered_at, "
			"'settledBy', case when d.settled_by is not null then "
			"json_build_object('id', d.settled_by::text, 'name', "
			"trinn.person_name(d.settled_by)) end, 'settledAt', d.settled_at, "
			"'settlement', d.settlement) as item from (select * from "
			"trinn.disqualifications where county_id = (select trinn.caller_county()) "
			"and ($1::text is null or case_kind = $1::text) and ($2::int8 is null or "
			"case_id = $2::int8) and ($3::int8 is null or person_id = $3::int8) and "
			"($4::text is null or state = $4::text) and id < case when $5::int8 is "
			"null then 9223372036854775807 else $5::int8 end order by id desc limit "
			"$6::int8 + 1) d) p",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_DISQUALIFICATION] = {
		.name = "load_new_disqualification",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.disqualifications_id_seq'), 'hasCase', g.id is not null, "
			"'personId', about.id, 'hasPerson', trinn.serves_county(about.id), "
			"'isOpen', exists (select from trinn.disqualifications d where "
			"d.county_id = trinn.caller_county() and d.case_kind = $1::text and "
			"d.case_id = $2::int8 and d.person_id = about.id and d.state in "
			"('raised', 'disqualified')), 'closesReading', coalesce((select f.value "
			"from (values ('disqualified.closes_reading')) as k(rule_key), lateral "
			"(select r.id, r.value::bigint as value, r.unit from trinn.rule_params r "
			"where r.key = rule_key and trinn.today() between r.valid_from and "
			"coalesce(r.valid_to, 'infinity') and (r.county_id is null or r.county_id "
			"= trinn.caller_county()) order by r.county_id nulls first limit 1) f), "
			"0) <> 0)::text, null::bigint, case when g.id is null then '[]' else "
			"json_build_array(json_build_array(g.kind, g.id, g.version, true))::text "
			"end from (select coalesce($3::int8, trinn.caller_person()) as id) about "
			"left join trinn.guards g on g.county_id = trinn.caller_county() and "
			"g.kind = $1::text and g.id = $2::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_DISQUALIFICATION] = {
		.name = "insert_disqualification",
		.sql =
			"insert into trinn.disqualifications (id, county_id, case_kind, case_id, "
			"person_id, ground, explanation, state, closes_reading, entered_by) "
			"values ($1::int8, trinn.caller_county(), $2::text, $3::int8, $4::int8, "
			"$5::text, $6::text, $7::text, $8::bool, trinn.caller_person())",
		.n_params = 8,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_DISQUALIFICATION] = {
		.name = "load_disqualification",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', d.id, "
			"'state', d.state, 'caseKind', d.case_kind, 'caseId', d.case_id, "
			"'personId', d.person_id, 'enteredBy', d.entered_by)::text, d.version, "
			"json_build_array(json_build_array('disqualification', d.id, "
			"trinn.guard_version('disqualification', d.id), true), "
			"json_build_array(d.case_kind, d.case_id, "
			"trinn.guard_version(d.case_kind, d.case_id), true))::text from "
			"trinn.disqualifications d where d.county_id = (select "
			"trinn.caller_county()) and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_SETTLE_DISQUALIFICATION] = {
		.name = "settle_disqualification",
		.sql =
			"with changed as (update trinn.disqualifications set state = $3::text, "
			"settlement = $4::text, settled_by = trinn.caller_person(), settled_at = "
			"now(), version = version + 1 where county_id = trinn.caller_county() and "
			"id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), "
			"'settle_disqualification')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLOSED_APPLICATION] = {
		.name = "closed_application",
		.sql =
			"select trinn.closed_application($1::text, $2::int8)",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_DOCUMENT_DOCUMENT] = {
		.name = "document_document",
		.sql =
			"select d.version::text as etag, json_build_object('id', d.id::text, "
			"'applicationId', d.application_id::text, 'origin', d.origin, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes, 'state', "
			"d.state, 'access', d.access, 'exemption', d.exemption, 'registeredAt', "
			"d.registered_at, 'sha256', case when d.state not in ('receiving', "
			"'scanning') then d.sha256 end, 'uploader', case when o.id is not null "
			"then json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) end, 'uploadedBy', trinn.person_name(d.uploaded_by), 'scan', "
			"case when d.origin = 'upload' and d.state not in ('receiving', "
			"'scanning') then json_build_object('at', d.scanned_at, 'scanner', "
			"d.scanner, 'finding', d.finding) end, 'upload', case when d.state = "
			"'receiving' then json_build_object('chunkBytes', trinn.chunk_bytes(), "
			"'chunks', trinn.chunk_count(d.size_bytes), 'received', "
			"coalesce(trinn.chunks_received(d.id), '{}')) end)::text as document from "
			"trinn.documents d left join trinn.organisations o on o.id = "
			"d.uploader_id where d.county_id = (select trinn.caller_county()) and "
			"d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_DOCUMENT] = {
		.name = "reply_document",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"d.version::text as etag, json_build_object('id', d.id::text, "
			"'applicationId', d.application_id::text, 'origin', d.origin, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes, 'state', "
			"d.state, 'access', d.access, 'exemption', d.exemption, 'registeredAt', "
			"d.registered_at, 'sha256', case when d.state not in ('receiving', "
			"'scanning') then d.sha256 end, 'uploader', case when o.id is not null "
			"then json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) end, 'uploadedBy', trinn.person_name(d.uploaded_by), 'scan', "
			"case when d.origin = 'upload' and d.state not in ('receiving', "
			"'scanning') then json_build_object('at', d.scanned_at, 'scanner', "
			"d.scanner, 'finding', d.finding) end, 'upload', case when d.state = "
			"'receiving' then json_build_object('chunkBytes', trinn.chunk_bytes(), "
			"'chunks', trinn.chunk_count(d.size_bytes), 'received', "
			"coalesce(trinn.chunks_received(d.id), '{}')) end)::text as document from "
			"trinn.documents d left join trinn.organisations o on o.id = "
			"d.uploader_id where d.county_id = (select trinn.caller_county()) and "
			"d.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_DOCUMENTS] = {
		.name = "list_documents",
		.sql =
			"select p.* from trinn.applications a cross join lateral (select "
			"array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select d.id as key, json_build_object('id', d.id::text, "
			"'applicationId', d.application_id::text, 'origin', d.origin, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes, 'state', "
			"d.state, 'access', d.access, 'exemption', d.exemption, 'registeredAt', "
			"d.registered_at) as item from (select * from trinn.documents where "
			"county_id = a.county_id and application_id = a.id and id < case when "
			"$2::int8 is null then 9223372036854775807 else $2::int8 end order by id "
			"desc limit $3::int8 + 1) d) p) p where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_DOCUMENT] = {
		.name = "load_new_document",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.documents_id_seq'), 'applicantId', a.applicant_id, "
			"'suffixes', coalesce((select to_json(m.suffixes) from trinn.media_types "
			"m where m.media_type = $2::text and m.is_taken), '[]'), 'taken', (select "
			"json_agg(m.media_type order by m.media_type) from trinn.media_types m "
			"where m.is_taken), 'bytesMax', trinn.county_figure('documents.bytes', "
			"26214400), 'caseCountMax', trinn.county_figure('documents.case_count', "
			"200), 'caseBytesMax', trinn.county_figure('documents.case_bytes', "
			"524288000), 'caseCount', s.n, 'caseBytes', s.bytes)::text, null::bigint, "
			"json_build_array(json_build_array('application', a.id, g.version, "
			"true))::text from trinn.applications a join trinn.guards g on "
			"g.county_id = a.county_id and g.kind = 'application' and g.id = a.id "
			"cross join lateral (select count(*) as n, coalesce(sum(d.size_bytes), 0) "
			"as bytes from trinn.documents d where d.county_id = a.county_id and "
			"d.application_id = a.id and d.uploader_id = trinn.caller_org() and "
			"d.state in ('receiving', 'scanning', 'clean')) s where a.county_id = "
			"(select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_DOCUMENT] = {
		.name = "insert_document",
		.sql =
			"insert into trinn.documents (id, county_id, applicant_id, "
			"application_id, origin, title, media_type, size_bytes, sha256, access, "
			"uploader_id, uploaded_by) values ($1::int8, trinn.caller_county(), "
			"$2::int8, $3::int8, 'upload', $4::text, $5::text, $6::int8, $7::text, "
			"$8::text, trinn.caller_org(), trinn.caller_person())",
		.n_params = 8,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_DOCUMENT] = {
		.name = "load_document",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', d.id, "
			"'applicationId', d.application_id, 'state', d.state, 'isOfCounty', "
			"d.uploader_id is distinct from d.applicant_id, 'chunks', "
			"trinn.chunk_count(d.size_bytes), 'received', "
			"coalesce(cardinality(trinn.chunks_received(d.id)), 0))::text, d.version, "
			"json_build_array(json_build_array('application', d.application_id, "
			"trinn.guard_version('application', d.application_id), true))::text from "
			"trinn.documents d where d.county_id = (select trinn.caller_county()) and "
			"d.id = $1::int8 and d.application_id is not null",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_CHUNK] = {
		.name = "load_chunk",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', d.id, "
			"'state', d.state, 'bytes', trinn.chunk_len(d.size_bytes, $2::int4), "
			"'sha256', trinn.chunk_received(d.id, $2::int4))::text, d.version, '[]' "
			"from trinn.documents d where d.county_id = (select "
			"trinn.caller_county()) and d.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CHUNK] = {
		.name = "insert_chunk",
		.sql =
			"insert into trinn.document_chunks (county_id, document_id, number, "
			"bytes) values (trinn.caller_county(), $1::int8, $2::int4, "
			"decode($3::text, 'hex'))",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_DOCUMENT] = {
		.name = "move_document",
		.sql =
			"with changed as (update trinn.documents set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'move_document')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_WAKE_JOBS] = {
		.name = "wake_jobs",
		.sql =
			"select pg_notify('trinn_jobs', $1::text)",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLASSIFY_DOCUMENT] = {
		.name = "classify_document",
		.sql =
			"with changed as (update trinn.documents set access = $3::text, exemption "
			"= $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'classify_document')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_DOCUMENT_CONTENT] = {
		.name = "document_content",
		.sql =
			"select d.title, d.media_type, d.size_bytes, d.sha256, d.state from "
			"trinn.documents d where d.county_id = (select trinn.caller_county()) and "
			"d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_DOCUMENT_CHUNK] = {
		.name = "document_chunk",
		.sql =
			"select encode(c.bytes, 'hex') from trinn.document_chunks c where "
			"c.county_id = (select trinn.caller_county()) and c.document_id = "
			"$1::int8 and c.number = $2::int4",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_ENROLMENT_DOCUMENT] = {
		.name = "enrolment_document",
		.sql =
			"select e.version::text as etag, json_build_object('id', e.id::text, "
			"'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', "
			"p.name), 'programmeVersion', e.programme_version, 'firm', "
			"json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name), "
			"'hub', json_build_object('id', h.id::text, 'orgnr', h.orgnr, 'name', "
			"h.name), 'state', e.state, 'stage', e.stage, 'round', e.round, "
			"'waitingSince', e.waiting_since, 'recommendation', case when "
			"e.recommended_by is not null then json_build_object('stage', "
			"e.recommended_stage, 'grounds', e.recommended_grounds, 'digitallyReady', "
			"e.digitally_ready, 'by', trinn.person_name(e.recommended_by)) end, "
			"'reason', e.reason, 'explanation', case when e.state <> 'dropped_out' or "
			"e.explained_to_firm or (select trinn.caller_kind()) <> 'firm' then "
			"e.explanation end, 'copaymentId', (select c.id::text from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'answeringHub', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"nullif(trinn.hub_for(e.firm_id), e.hub_id)), 'way', (select "
			"json_build_object('isAssessed', w->'isAssessed', 'completedStages', "
			"w->'completed', 'unsettledStages', w->'unsettled', 'acceptedStages', "
			"w->'accepted', 'sessions', (select "
			"coalesce(json_agg(json_build_object('stage', t.stage, 'held', t.held, "
			"'attended', t.attended) order by t.stage), '[]') from (select s.stage, "
			"count(*) as held, count(*) filter (where s.attended) as attended from "
			"json_to_recordset(w->'sessions') as s(stage int, attended boolean) group "
			"by s.stage) t)) from trinn.way_of(e.id) w))::text as document from "
			"trinn.enrolments e join trinn.programmes p on p.county_id = e.county_id "
			"and p.id = e.programme_id join trinn.organisations f on f.id = e.firm_id "
			"join trinn.organisations h on h.id = e.hub_id where e.county_id = "
			"(select trinn.caller_county()) and e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_ENROLMENT] = {
		.name = "reply_enrolment",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"e.version::text as etag, json_build_object('id', e.id::text, "
			"'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', "
			"p.name), 'programmeVersion', e.programme_version, 'firm', "
			"json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name), "
			"'hub', json_build_object('id', h.id::text, 'orgnr', h.orgnr, 'name', "
			"h.name), 'state', e.state, 'stage', e.stage, 'round', e.round, "
			"'waitingSince', e.waiting_since, 'recommendation', case when "
			"e.recommended_by is not null then json_build_object('stage', "
			"e.recommended_stage, 'grounds', e.recommended_grounds, 'digitallyReady', "
			"e.digitally_ready, 'by', trinn.person_name(e.recommended_by)) end, "
			"'reason', e.reason, 'explanation', case when e.state <> 'dropped_out' or "
			"e.explained_to_firm or (select trinn.caller_kind()) <> 'firm' then "
			"e.explanation end, 'copaymentId', (select c.id::text from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'answeringHub', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"nullif(trinn.hub_for(e.firm_id), e.hub_id)), 'way', (select "
			"json_build_object('isAssessed', w->'isAssessed', 'completedStages', "
			"w->'completed', 'unsettledStages', w->'unsettled', 'acceptedStages', "
			"w->'accepted', 'sessions', (select "
			"coalesce(json_agg(json_build_object('stage', t.stage, 'held', t.held, "
			"'attended', t.attended) order by t.stage), '[]') from (select s.stage, "
			"count(*) as held, count(*) filter (where s.attended) as attended from "
			"json_to_recordset(w->'sessions') as s(stage int, attended boolean) group "
			"by s.stage) t)) from trinn.way_of(e.id) w))::text as document from "
			"trinn.enrolments e join trinn.programmes p on p.county_id = e.county_id "
			"and p.id = e.programme_id join trinn.organisations f on f.id = e.firm_id "
			"join trinn.organisations h on h.id = e.hub_id where e.county_id = "
			"(select trinn.caller_county()) and e.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_ENROLMENTS] = {
		.name = "list_enrolments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($7::int8)::int])::text as items, case when count(*) > $7::int8 "
			"then (array_agg(p.key order by p.key desc))[($7::int8)::int]::text end "
			"as next from (select e.id as key, json_build_object('id', e.id::text, "
			"'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', "
			"p.name), 'programmeVersion', e.programme_version, 'firm', "
			"json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name), "
			"'hub', json_build_object('id', h.id::text, 'orgnr', h.orgnr, 'name', "
			"h.name), 'state', e.state, 'stage', e.stage, 'round', e.round, "
			"'waitingSince', e.waiting_since, 'recommendedStage', "
			"e.recommended_stage, 'lastContactOn', (select max(c.on_day) from "
			"trinn.contacts c where c.county_id = e.county_id and c.enrolment_id = "
			"e.id and not c.is_void), 'answeringHub', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = nullif(trinn.hub_for(e.firm_id), e.hub_id))) as item from "
			"((select * from trinn.enrolments where (select trinn.caller_kind()) = "
			"'county' and $2::text is null and $4::int8 is null and $5::text is null "
			"and county_id = (select trinn.caller_county()) and id < case when "
			"$6::int8 is null then 9223372036854775807 else $6::int8 end and "
			"($1::int8 is null or programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($3::int8 "
			"is null or stage = $3::int8) order by id desc limit $7::int8 + 1) union "
			"all (select * from trinn.enrolments where (select trinn.caller_kind()) = "
			"'county' and state = $2::text and $4::int8 is null and $5::text is null "
			"and county_id = (select trinn.caller_county()) and id < case when "
			"$6::int8 is null then 9223372036854775807 else $6::int8 end and "
			"($1::int8 is null or programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($3::int8 "
			"is null or stage = $3::int8) order by id desc limit $7::int8 + 1) union "
			"all (select * from trinn.enrolments where (select trinn.caller_kind()) = "
			"'county' and hub_id = $4::int8 and $5::text is null and ($2::text is "
			"null or state = $2::text) and county_id = (select trinn.caller_county()) "
			"and id < case when $6::int8 is null then 9223372036854775807 else "
			"$6::int8 end and ($1::int8 is null or programme_id in (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $1::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b)) "
			"and ($3::int8 is null or stage = $3::int8) order by id desc limit "
			"$7::int8 + 1) union all (select * from trinn.enrolments where (select "
			"trinn.caller_kind()) = 'hub' and hub_id = (select trinn.caller_org()) "
			"and $5::text is null and ($4::int8 is null or hub_id = $4::int8) and "
			"($2::text is null or state = $2::text) and county_id = (select "
			"trinn.caller_county()) and id < case when $6::int8 is null then "
			"9223372036854775807 else $6::int8 end and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::int8 is null "
			"or stage = $3::int8) order by id desc limit $7::int8 + 1) union all "
			"(select * from trinn.enrolments where (select trinn.caller_kind()) = "
			"'firm' and firm_id = (select trinn.caller_org()) and $5::text is null "
			"and ($4::int8 is null or hub_id = $4::int8) and ($2::text is null or "
			"state = $2::text) and county_id = (select trinn.caller_county()) and id "
			"< case when $6::int8 is null then 9223372036854775807 else $6::int8 end "
			"and ($1::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($3::int8 "
			"is null or stage = $3::int8) order by id desc limit $7::int8 + 1) union "
			"all (select * from trinn.enrolments where firm_id = (select o.id from "
			"trinn.organisations o where o.orgnr = $5::text) and ((select "
			"trinn.caller_kind()) = 'county' or (select trinn.caller_org()) in "
			"(hub_id, firm_id)) and ($4::int8 is null or hub_id = $4::int8) and "
			"($2::text is null or state = $2::text) and county_id = (select "
			"trinn.caller_county()) and id < case when $6::int8 is null then "
			"9223372036854775807 else $6::int8 end and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::int8 is null "
			"or stage = $3::int8) order by id desc limit $7::int8 + 1)) e join "
			"trinn.programmes p on p.county_id = e.county_id and p.id = "
			"e.programme_id join trinn.organisations f on f.id = e.firm_id join "
			"trinn.organisations h on h.id = e.hub_id) p",
		.n_params = 7,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_ENROLMENT_STEPS] = {
		.name = "list_enrolment_steps",
		.sql =
			"select (select json_agg(json_build_object('seq', s.seq, 'at', s.at, "
			"'fromState', s.from_state, 'toState', s.to_state, 'stage', s.stage, "
			"'programmeVersion', s.programme_version, 'round', s.round, 'hub', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'reason', s.reason, 'explanation', case when s.to_state <> 'dropped_out' "
			"or s.explained_to_firm or (select trinn.caller_kind()) <> 'firm' then "
			"s.explanation end, 'role', s.role, 'person', "
			"trinn.person_name(s.person_id)) order by s.seq) from "
			"trinn.enrolment_steps s join trinn.organisations o on o.id = s.hub_id "
			"where s.county_id = (select trinn.caller_county()) and s.enrolment_id = "
			"$1::int8)::text, null::text where exists (select from "
			"trinn.enrolment_steps s where s.county_id = (select "
			"trinn.caller_county()) and s.enrolment_id = $1::int8)",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_PARTICIPATION_DOCUMENT] = {
		.name = "participation_document",
		.sql =
			"select null::text as etag, json_build_object('firm', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name, "
			"'form', o.form, 'municipalityNo', o.municipality_no, 'industryCode', "
			"o.industry_code, 'employees', o.employees, 'vatRegistered', "
			"o.vat_registered, 'insolvent', o.bankrupt or o.forced_winding_up, "
			"'foundedOn', o.founded_on), 'enrolments', coalesce((select "
			"json_agg(json_build_object('id', e.id::text, 'programme', "
			"json_build_object('id', p.id::text, 'code', p.code, 'name', p.name), "
			"'programmeVersion', e.programme_version, 'firm', json_build_object('id', "
			"f.id::text, 'orgnr', f.orgnr, 'name', f.name), 'hub', "
			"json_build_object('id', h.id::text, 'orgnr', h.orgnr, 'name', h.name), "
			"'state', e.state, 'stage', e.stage, 'round', e.round, 'waitingSince', "
			"e.waiting_since, 'completedStages', (select coalesce(json_agg(distinct "
			"s.stage), '[]') from trinn.enrolment_steps s where s.county_id = "
			"e.county_id and s.enrolment_id = e.id and s.to_state = 'completed')) "
			"order by e.id) from trinn.enrolments e join trinn.programmes p on "
			"p.county_id = e.county_id and p.id = e.programme_id join "
			"trinn.organisations f on f.id = e.firm_id join trinn.organisations h on "
			"h.id = e.hub_id where e.county_id = (select trinn.caller_county()) and "
			"e.firm_id = o.id), '[]'), 'memberships', coalesce((select "
			"json_agg(json_build_object('id', c.id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'memberFrom', "
			"c.member_from, 'memberTo', c.member_to) order by c.member_from, c.id) "
			"from trinn.memberships c where c.county_id = (select "
			"trinn.caller_county()) and c.firm_id = o.id), '[]'), 'applications', "
			"coalesce((select json_agg(json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'state', a.state) order "
			"by a.id) from trinn.applications a where a.county_id = (select "
			"trinn.caller_county()) and a.applicant_id = o.id and a.applicant_kind = "
			"'firm'), '[]'))::text as document from trinn.organisations o where "
			"o.orgnr = $1::text and ((select trinn.caller_role()) in ('caseworker', "
			"'decision_maker', 'programme_lead', 'secretary', 'archivist', 'auditor') "
			"and (o.municipality_no like (select n.number from trinn.counties n where "
			"n.id = trinn.caller_county()) || '%' or exists (select from "
			"trinn.enrolments e where e.county_id = (select trinn.caller_county()) "
			"and e.firm_id = o.id)) or (select trinn.caller_kind()) = 'hub' and "
			"exists (select from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.firm_id = o.id and e.hub_id = (select "
			"trinn.caller_org())) or (select trinn.caller_kind()) = 'firm' and o.id = "
			"(select trinn.caller_org()))",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_ENROLMENT] = {
		.name = "load_new_enrolment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.enrolments_id_seq'), 'programmeState', r.state, "
			"'isDelivered', coalesce(r.is_delivered, false), 'firmId', o.id, "
			"'isInsolvent', coalesce(o.bankrupt or o.forced_winding_up, false), "
			"'hubId', case when trinn.caller_kind() = 'hub' then trinn.caller_org() "
			"else coalesce(trinn.hub_for(o.id), n.id) end, 'namedId', n.id, "
			"'answeringId', case when trinn.caller_kind() = 'hub' then "
			"nullif(trinn.hub_for(o.id), trinn.caller_org()) end, 'municipalityNo', "
			"o.municipality_no, 'isDeleted', o.deleted_on is not null, 'servesAs', "
			"trinn.serves_as(o.id), 'isInside', coalesce(o.municipality_no is null or "
			"o.municipality_no like (select n.number from trinn.counties n where n.id "
			"= trinn.caller_county()) || '%' or trinn.area_of(o.municipality_no, "
			"trinn.today()) is not null, false), 'knownId', (select e.id from "
			"trinn.enrolments e where e.county_id = p.county_id and e.programme_id = "
			"p.id and e.firm_id = o.id and e.id is distinct from b.id and "
			"(trinn.caller_kind() <> 'hub' or e.hub_id = trinn.caller_org())), "
			"'endedId', b.id, 'ask', case when trinn.caller_kind() = 'hub' then "
			"trinn.whom_to_ask(p.id, o.id) end)::text, null::bigint, (select "
			"coalesce(json_agg(json_build_array(g.kind, g.id, "
			"trinn.guard_version(g.kind, g.id), g.changed)), '[]')::text from (values "
			"('programme', p.id, false), ('enrolment', b.id, true)) g(kind, id, "
			"changed) where g.id is not null) from (values (1)) one(x) left join "
			"trinn.programmes p on p.county_id = trinn.caller_county() and p.id = "
			"$1::int8 left join trinn.organisations o on o.orgnr = $2::text left join "
			"trinn.organisations n on n.orgnr = $3::text and trinn.is_hub(n.id) and "
			"trinn.caller_kind() = 'county' left join lateral (select "
			"trinn.programme_state(q) as state, exists (select from trinn.stages s "
			"where s.county_id = q.county_id and s.programme_id = q.id and "
			"s.programme_version = q.current_version) and coalesce((select "
			"bool_or('hub' = any (l.applicant_kinds)) from trinn.funding_lines l "
			"where l.county_id = q.county_id and l.programme_id = q.id), true) as "
			"is_delivered from trinn.programmes q where q.county_id = "
			"trinn.caller_county() and q.id = $1::int8) r on true left join lateral "
			"(select trinn.ended_enrolment(p.id, o.id) as id) b on true",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_ENROLMENT] = {
		.name = "insert_enrolment",
		.sql =
			"with made as (insert into trinn.enrolments (id, county_id, programme_id, "
			"programme_version, firm_id, hub_id, state) select $1::int8, p.county_id, "
			"p.id, p.current_version, $3::int8, $4::int8, 'prospect' from "
			"trinn.programmes p where p.county_id = trinn.caller_county() and p.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_enrolment')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_TAKE_UP] = {
		.name = "take_up",
		.sql =
			"select trinn.take_up($1::int8, $2::int8)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_ENROLMENT] = {
		.name = "load_enrolment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', e.id, 'state', e.state, 'stage', e.stage, "
			"'programmeState', trinn.programme_state(p), 'programmeVersion', "
			"e.programme_version, 'firmId', e.firm_id, 'hubId', e.hub_id, "
			"'isAidRefused', exists (select from trinn.copayments c where c.id = "
			"(select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state <> 'credited' and "
			"c.aid_refused_by is not null), 'isAidUnchecked', exists (select from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id and "
			"c.state <> 'credited' and c.aid_refused_by is null and c.aid_checked_by "
			"is null), 'isShareGone', exists (select from trinn.copayments c where "
			"c.id = (select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state = 'credited') and "
			"exists (select from trinn.stages s where s.county_id = e.county_id and "
			"s.programme_id = e.programme_id and s.programme_version = "
			"e.programme_version and s.number = e.stage and coalesce(s.price_ore, "
			"s.price_cap_ore) > 0), 'isCreditAsked', exists (select from "
			"trinn.copayments c join trinn.copayment_reliefs r on r.county_id = "
			"c.county_id and r.copayment_id = c.id and r.kind = 'credit' and r.state "
			"= 'asked' where c.id = (select max(n.id) from trinn.copayments n where "
			"n.county_id = e.county_id and n.enrolment_id = e.id and n.round = "
			"e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'wasAidRefused', exists (select from trinn.refused_before(e.id, null)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'recommendedStage', "
			"e.recommended_stage, 'passedStage', trinn.stage_passed(e), "
			"'isBetweenStages', trinn.is_between_stages(e.id), 'isHandoverAsked', "
			"exists (select from trinn.handovers c where c.county_id = e.county_id "
			"and c.enrolment_id = e.id and c.state = 'asked'), 'isHubOpen', "
			"trinn.is_hub(e.hub_id), 'stages', coalesce((select "
			"json_agg(json_build_object('number', s.number, 'nFree', t.capacity - "
			"t.taken, 'next', s.next_stage, 'price', json_build_object('capOre', "
			"coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore, "
			"'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode, 'vatBp', "
			"case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) end, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90)), 'nAhead', q.n_open, "
			"'nShut', q.n_shut) order by s.number) from trinn.stages s join "
			"trinn.stage_places t on t.county_id = s.county_id and t.programme_id = "
			"s.programme_id and t.stage = s.number, lateral (select count(*) filter "
			"(where not w.is_shut) as n_open, count(*) filter (where w.is_shut) as "
			"n_shut from trinn.queue_of(s.programme_id, s.number, case when s.number "
			"= e.stage then e.waiting_since end, e.id) w where $4::bool) q where "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = e.programme_version), '[]'), 'gates', "
			"coalesce((select json_agg(json_build_object('stage', g.stage_number, "
			"'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) "
			"order by g.stage_number, g.position) from trinn.stage_gates g where "
			"g.county_id = e.county_id and g.programme_id = e.programme_id and "
			"g.programme_version = e.programme_version), '[]'), 'waivers', "
			"coalesce((select json_agg(json_build_object('stage', w.stage, 'gate', "
			"w.gate, 'state', w.state) order by w.id) from trinn.gate_waivers w where "
			"w.county_id = e.county_id and w.enrolment_id = e.id and w.round = "
			"e.round and w.state <> 'refused'), '[]'), 'way', trinn.way_of(e.id), "
			"'newId', case when $2::text is null then 0 else nextval(('trinn.' || "
			"$2::text || '_id_seq')::regclass) end, 'toHubId', (select h.id from "
			"trinn.organisations h where h.orgnr = $3::json->>'toOrgnr' and "
			"trinn.is_hub(h.id)), 'instrumentKind', (select i.kind from "
			"trinn.instruments i where i.id = ($3::json->>'instrumentId')::bigint), "
			"'days', trinn.days_of(w.enrolment_id), 'session', (select "
			"json_build_object('state', s.state, 'isWithFirm', s.kind = 'interview' "
			"and s.firm_id = w.firm_id, 'heldOn', (s.starts_at at time zone "
			"'Europe/Oslo')::date) from trinn.sessions s where s.county_id = "
			"w.county_id and s.hub_id = trinn.caller_org() and s.id = w.session_id), "
			"'share', (select json_build_object('id', c.id, 'version', c.version, "
			"'state', c.state, 'chargedOre', (select sum(e.receivable_ore) from "
			"trinn.copayment_entries e where e.county_id = c.county_id and "
			"e.copayment_id = c.id and e.account <> 'bank'), 'creditorId', "
			"c.creditor_id, 'isReliefAsked', exists (select from "
			"trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked'), 'hasGiver', "
			"trinn.another_has(c.creditor_id, '{hub_signatory,finance}'), "
			"'isSettled', c.settled_service_ore is not null, 'isDelivered', "
			"trinn.is_delivered(c), 'undeliveredMinutes', (select "
			"coalesce(sum(t.ordered_minutes), 0) from trinn.hours t join "
			"trinn.engagements g on g.county_id = t.county_id and g.id = "
			"t.engagement_id where t.county_id = c.county_id and t.firm_id = "
			"c.firm_id and t.state = 'ordered' and g.programme_id = c.programme_id)) "
			"from trinn.copayments c join trinn.guards h on h.county_id = c.county_id "
			"and h.kind = 'copayment' and h.id = c.id where c.id = (select max(n.id) "
			"from trinn.copayments n where n.county_id = e.county_id and "
			"n.enrolment_id = e.id and n.round = e.round and n.stage = e.stage) and "
			"c.county_id = e.county_id), 'plan', (select "
			"json_build_object('sessions', string_agg(s.title || ' (' || "
			"to_char(s.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY') || ')', ', "
			"' order by s.starts_at, s.id), 'minutes', "
			"coalesce(sum(t.ordered_minutes), 0)) from trinn.still_to_come(e) x left "
			"join trinn.sessions s on s.county_id = e.county_id and s.id = "
			"x.session_id left join trinn.hours t on t.county_id = e.county_id and "
			"t.id = x.hours_id), 'beside', case when $4::bool then (select "
			"json_agg(json_build_object('stage', b.stage, 'need', b.need, 'scheme', "
			"b.scheme) order by b.stage, b.need, b.scheme) from "
			"trinn.help_beside(e.id) b) end)::text, e.version, "
			"json_build_array(json_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true))::text from "
			"trinn.enrolments e join trinn.programmes p on p.county_id = e.county_id "
			"and p.id = e.programme_id join trinn.organisations o on o.id = "
			"e.firm_id, lateral (select e.county_id, e.firm_id, e.id as enrolment_id, "
			"($3::json->>'sessionId')::bigint as session_id) w where e.county_id = "
			"(select trinn.caller_county()) and e.id = $1::int8",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_PLACED] = {
		.name = "load_placed",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', e.id, 'state', e.state, 'stage', e.stage, "
			"'programmeState', trinn.programme_state(p), 'programmeVersion', "
			"e.programme_version, 'firmId', e.firm_id, 'hubId', e.hub_id, "
			"'isAidRefused', exists (select from trinn.copayments c where c.id = "
			"(select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state <> 'credited' and "
			"c.aid_refused_by is not null), 'isAidUnchecked', exists (select from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id and "
			"c.state <> 'credited' and c.aid_refused_by is null and c.aid_checked_by "
			"is null), 'isShareGone', exists (select from trinn.copayments c where "
			"c.id = (select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state = 'credited') and "
			"exists (select from trinn.stages s where s.county_id = e.county_id and "
			"s.programme_id = e.programme_id and s.programme_version = "
			"e.programme_version and s.number = e.stage and coalesce(s.price_ore, "
			"s.price_cap_ore) > 0), 'isCreditAsked', exists (select from "
			"trinn.copayments c join trinn.copayment_reliefs r on r.county_id = "
			"c.county_id and r.copayment_id = c.id and r.kind = 'credit' and r.state "
			"= 'asked' where c.id = (select max(n.id) from trinn.copayments n where "
			"n.county_id = e.county_id and n.enrolment_id = e.id and n.round = "
			"e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'wasAidRefused', exists (select from trinn.refused_before(e.id, null)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'recommendedStage', "
			"e.recommended_stage, 'passedStage', trinn.stage_passed(e), "
			"'isBetweenStages', trinn.is_between_stages(e.id), 'isHandoverAsked', "
			"exists (select from trinn.handovers c where c.county_id = e.county_id "
			"and c.enrolment_id = e.id and c.state = 'asked'), 'isHubOpen', "
			"trinn.is_hub(e.hub_id), 'stages', coalesce((select "
			"json_agg(json_build_object('number', s.number, 'nFree', t.capacity - "
			"t.taken, 'next', s.next_stage, 'price', json_build_object('capOre', "
			"coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore, "
			"'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode, 'vatBp', "
			"case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) end, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90)), 'nAhead', q.n_open, "
			"'nShut', q.n_shut) order by s.number) from trinn.stages s join "
			"trinn.stage_places t on t.county_id = s.county_id and t.programme_id = "
			"s.programme_id and t.stage = s.number, lateral (select count(*) filter "
			"(where not w.is_shut) as n_open, count(*) filter (where w.is_shut) as "
			"n_shut from trinn.queue_of(s.programme_id, s.number, case when s.number "
			"= e.stage then e.waiting_since end, e.id) w where $3::bool) q where "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = e.programme_version), '[]'), 'gates', "
			"coalesce((select json_agg(json_build_object('stage', g.stage_number, "
			"'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) "
			"order by g.stage_number, g.position) from trinn.stage_gates g where "
			"g.county_id = e.county_id and g.programme_id = e.programme_id and "
			"g.programme_version = e.programme_version), '[]'), 'waivers', "
			"coalesce((select json_agg(json_build_object('stage', w.stage, 'gate', "
			"w.gate, 'state', w.state) order by w.id) from trinn.gate_waivers w where "
			"w.county_id = e.county_id and w.enrolment_id = e.id and w.round = "
			"e.round and w.state <> 'refused'), '[]'), 'way', trinn.way_of(e.id), "
			"'newId', case when $2::text is null then 0 else nextval(('trinn.' || "
			"$2::text || '_id_seq')::regclass) end, 'toHubId', null, "
			"'instrumentKind', null, 'share', (select json_build_object('id', c.id, "
			"'version', c.version, 'state', c.state, 'chargedOre', (select "
			"sum(e.receivable_ore) from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id and e.account <> 'bank'), "
			"'creditorId', c.creditor_id, 'isReliefAsked', exists (select from "
			"trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and r.state = 'asked'), 'hasGiver', "
			"trinn.another_has(c.creditor_id, '{hub_signatory,finance}'), "
			"'isSettled', c.settled_service_ore is not null, 'isDelivered', "
			"trinn.is_delivered(c), 'undeliveredMinutes', (select "
			"coalesce(sum(t.ordered_minutes), 0) from trinn.hours t join "
			"trinn.engagements g on g.county_id = t.county_id and g.id = "
			"t.engagement_id where t.county_id = c.county_id and t.firm_id = "
			"c.firm_id and t.state = 'ordered' and g.programme_id = c.programme_id)) "
			"from trinn.copayments c join trinn.guards h on h.county_id = c.county_id "
			"and h.kind = 'copayment' and h.id = c.id where c.id = (select max(n.id) "
			"from trinn.copayments n where n.county_id = e.county_id and "
			"n.enrolment_id = e.id and n.round = e.round and n.stage = e.stage) and "
			"c.county_id = e.county_id), 'plan', (select "
			"json_build_object('sessions', string_agg(s.title || ' (' || "
			"to_char(s.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY') || ')', ', "
			"' order by s.starts_at, s.id), 'minutes', "
			"coalesce(sum(t.ordered_minutes), 0)) from trinn.still_to_come(e) x left "
			"join trinn.sessions s on s.county_id = e.county_id and s.id = "
			"x.session_id left join trinn.hours t on t.county_id = e.county_id and "
			"t.id = x.hours_id))::text, e.version, "
			"(json_build_array(json_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true))::jsonb || "
			"coalesce((select jsonb_agg(jsonb_build_array('copayment', c.id, "
			"h.version, true)) from trinn.copayments c join trinn.guards h on "
			"h.county_id = c.county_id and h.kind = 'copayment' and h.id = c.id where "
			"c.id = (select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id), '[]'))::text from "
			"trinn.enrolments e join trinn.programmes p on p.county_id = e.county_id "
			"and p.id = e.programme_id join trinn.organisations o on o.id = e.firm_id "
			"where e.county_id = (select trinn.caller_county()) and e.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_RECOMMEND_STAGE] = {
		.name = "recommend_stage",
		.sql =
			"with changed as (update trinn.enrolments set recommended_stage = "
			"$3::int8, recommended_grounds = $4::text, recommended_by = "
			"trinn.caller_person(), digitally_ready = $5::bool, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'recommend_stage')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENROL_FIRM] = {
		.name = "enrol_firm",
		.sql =
			"with changed as (update trinn.enrolments set state = $3::text, stage = "
			"$4::int4, explanation = null, waiting_since = case when $3::text = "
			"'waiting' then now() end, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), 'enrol_firm')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_TAKE_PLACE] = {
		.name = "take_place",
		.sql =
			"with changed as (update trinn.enrolments set state = 'enrolled', "
			"waiting_since = null, explanation = $3::text, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'take_place')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHANGE_ENROLMENT_STATE] = {
		.name = "change_enrolment_state",
		.sql =
			"with changed as (update trinn.enrolments e set state = $3::text, stage = "
			"case when state = 'waiting' then trinn.stage_passed(e) else stage end, "
			"waiting_since = null, explanation = null, version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'change_enrolment_state')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_DROP_OUT] = {
		.name = "drop_out",
		.sql =
			"with changed as (update trinn.enrolments set state = 'dropped_out', "
			"reason = $3::text, explanation = $4::text, explained_to_firm = $5::bool, "
			"waiting_since = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), 'drop_out')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_RE_ENTER] = {
		.name = "re_enter",
		.sql =
			"with changed as (update trinn.enrolments e set state = 'prospect', stage "
			"= null, reason = null, explanation = $3::text, round = e.round + 1, "
			"programme_version = p.current_version, recommended_stage = null, "
			"recommended_grounds = null, recommended_by = null, digitally_ready = "
			"null, version = e.version + 1 from trinn.programmes p where e.county_id "
			"= trinn.caller_county() and e.id = $1::int8 and e.version = $2::int8 and "
			"p.county_id = e.county_id and p.id = e.programme_id returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 're_enter')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_STEPS] = {
		.name = "load_steps",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'enrolments', "
			"coalesce(json_agg(json_build_object('version', e.version, 'facts', "
			"json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', e.id, 'state', e.state, 'stage', e.stage, "
			"'programmeState', trinn.programme_state(p), 'programmeVersion', "
			"e.programme_version, 'firmId', e.firm_id, 'hubId', e.hub_id, "
			"'isAidRefused', exists (select from trinn.copayments c where c.id = "
			"(select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state <> 'credited' and "
			"c.aid_refused_by is not null), 'isAidUnchecked', exists (select from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id and "
			"c.state <> 'credited' and c.aid_refused_by is null and c.aid_checked_by "
			"is null), 'isShareGone', exists (select from trinn.copayments c where "
			"c.id = (select max(n.id) from trinn.copayments n where n.county_id = "
			"e.county_id and n.enrolment_id = e.id and n.round = e.round and n.stage "
			"= e.stage) and c.county_id = e.county_id and c.state = 'credited') and "
			"exists (select from trinn.stages s where s.county_id = e.county_id and "
			"s.programme_id = e.programme_id and s.programme_version = "
			"e.programme_version and s.number = e.stage and coalesce(s.price_ore, "
			"s.price_cap_ore) > 0), 'isCreditAsked', exists (select from "
			"trinn.copayments c join trinn.copayment_reliefs r on r.county_id = "
			"c.county_id and r.copayment_id = c.id and r.kind = 'credit' and r.state "
			"= 'asked' where c.id = (select max(n.id) from trinn.copayments n where "
			"n.county_id = e.county_id and n.enrolment_id = e.id and n.round = "
			"e.round and n.stage = e.stage) and c.county_id = e.county_id), "
			"'wasAidRefused', exists (select from trinn.refused_before(e.id, null)), "
			"'isInsolvent', o.bankrupt or o.forced_winding_up, 'recommendedStage', "
			"e.recommended_stage, 'passedStage', trinn.stage_passed(e), "
			"'isBetweenStages', trinn.is_between_stages(e.id), 'isHandoverAsked', "
			"exists (select from trinn.handovers c where c.county_id = e.county_id "
			"and c.enrolment_id = e.id and c.state = 'asked'), 'isHubOpen', "
			"trinn.is_hub(e.hub_id), 'stages', coalesce((select "
			"json_agg(json_build_object('number', s.number, 'nFree', t.capacity - "
			"t.taken, 'next', s.next_stage, 'price', json_build_object('capOre', "
			"coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore, "
			"'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode, 'vatBp', "
			"case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) end, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90)), 'nAhead', q.n_open, "
			"'nShut', q.n_shut) order by s.number) from trinn.stages s join "
			"trinn.stage_places t on t.county_id = s.county_id and t.programme_id = "
			"s.programme_id and t.stage = s.number, lateral (select count(*) filter "
			"(where not w.is_shut) as n_open, count(*) filter (where w.is_shut) as "
			"n_shut from trinn.queue_of(s.programme_id, s.number, case when s.number "
			"= e.stage then e.waiting_since end, e.id) w where $2::bool) q where "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = e.programme_version), '[]'), 'gates', "
			"coalesce((select json_agg(json_build_object('stage', g.stage_number, "
			"'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) "
			"order by g.stage_number, g.position) from trinn.stage_gates g where "
			"g.county_id = e.county_id and g.programme_id = e.programme_id and "
			"g.programme_version = e.programme_version), '[]'), 'waivers', "
			"coalesce((select json_agg(json_build_object('stage', w.stage, 'gate', "
			"w.gate, 'state', w.state) order by w.id) from trinn.gate_waivers w where "
			"w.county_id = e.county_id and w.enrolment_id = e.id and w.round = "
			"e.round and w.state <> 'refused'), '[]'), 'way', trinn.way_of(e.id), "
			"'newId', 0)) order by e.id), '[]'))::text, null::bigint, "
			"(coalesce(jsonb_agg(jsonb_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true)), '[]') || "
			"coalesce(jsonb_agg(s.guard) filter (where s.guard is not null), "
			"'[]'))::text from json_array_elements_text($1::json) x join "
			"trinn.enrolments e on e.county_id = trinn.caller_county() and e.hub_id = "
			"trinn.caller_org() and e.id = x::bigint join trinn.programmes p on "
			"p.county_id = e.county_id and p.id = e.programme_id join "
			"trinn.organisations o on o.id = e.firm_id left join lateral (select "
			"jsonb_build_array('copayment', c.id, h.version, true) as guard from "
			"trinn.copayments c join trinn.guards h on h.county_id = c.county_id and "
			"h.kind = 'copayment' and h.id = c.id where c.id = (select max(n.id) from "
			"trinn.copayments n where n.county_id = e.county_id and n.enrolment_id = "
			"e.id and n.round = e.round and n.stage = e.stage) and c.county_id = "
			"e.county_id) s on true",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_MOVE] = {
		.name = "load_move",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'stages', "
			"coalesce((select json_agg(s.number order by s.number) from trinn.stages "
			"s where s.county_id = p.county_id and s.programme_id = p.id and "
			"s.programme_version = $2::int8), '[]'), 'enrolments', coalesce((select "
			"json_agg(json_build_object('id', e.id, 'state', e.state, 'stage', "
			"e.stage, 'programmeVersion', e.programme_version, 'hubId', e.hub_id, "
			"'owes', exists (select from trinn.copayments c where c.county_id = "
			"e.county_id and c.enrolment_id = e.id and c.round = e.round and c.stage "
			"= e.stage), 'share', (select json_build_object('state', c.state, "
			"'amountOre', c.amount_ore, 'serviceValueOre', c.service_ore) from "
			"trinn.copayments c where c.id = (select max(n.id) from trinn.copayments "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"= e.round and n.stage = e.stage) and c.county_id = e.county_id and "
			"c.state <> 'credited'), 'price', (select json_build_object('capOre', "
			"coalesce(s.price_cap_ore, 0), 'priceOre', s.price_ore, "
			"'serviceValueOre', s.service_value_ore, 'vatMode', s.vat_mode, 'vatBp', "
			"case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) end, 'declarationDays', "
			"trinn.county_figure('aid.declaration_days', 90)) from trinn.stages s "
			"where s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = $2::int8 and s.number = e.stage), 'gates', "
			"coalesce((select json_agg(json_build_object('stage', g.stage_number, "
			"'kind', g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) "
			"order by g.stage_number, g.position) from trinn.stage_gates g where "
			"g.county_id = e.county_id and g.programme_id = e.programme_id and "
			"g.programme_version = $2::int8 and e.state = 'waiting'), '[]'), "
			"'waivers', coalesce((select json_agg(json_build_object('stage', w.stage, "
			"'gate', w.gate, 'state', w.state) order by w.id) from trinn.gate_waivers "
			"w where w.county_id = e.county_id and w.enrolment_id = e.id and w.round "
			"= e.round and w.state <> 'refused'), '[]'), 'way', case when e.state = "
			"'waiting' then trinn.way_of(e.id) end) order by e.id) from "
			"trinn.enrolments e where e.county_id = p.county_id and e.programme_id = "
			"p.id and e.id = any ($3::int8[])), '[]'))::text, null::bigint, "
			"coalesce((select json_agg(json_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true)) from trinn.enrolments e "
			"where e.county_id = p.county_id and e.programme_id = p.id and e.id = any "
			"($3::int8[])), '[]')::text from trinn.programmes p where p.county_id = "
			"(select trinn.caller_county()) and p.id = $1::int8 and (select "
			"trinn.caller_role()) in ('caseworker', 'programme_lead')",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_MOVE_ENROLMENT] = {
		.name = "move_enrolment",
		.sql =
			"with changed as (update trinn.enrolments set programme_version = "
			"$2::int4, explanation = $3::text, version = version + 1 where county_id "
			"= trinn.caller_county() and id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'move_enrolment')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLY_RESULTS] = {
		.name = "reply_results",
		.sql =
			"select r.status, r.location, r.etag, r.reply from "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, null, null, "
			"$5::text) r",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_GATE_WAIVER_DOCUMENT] = {
		.name = "gate_waiver_document",
		.sql =
			"select w.version::text as etag, json_build_object('id', w.id::text, "
			"'enrolmentId', w.enrolment_id::text, 'hub', json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name), 'stage', w.stage, 'gate', "
			"w.gate, 'round', w.round, 'isOver', trinn.is_over(w), 'reason', "
			"w.reason, 'state', w.state, 'askedAt', w.asked_at, 'askedBy', "
			"trinn.person_name(w.asked_by), 'decidedBy', "
			"trinn.person_name(w.decided_by), 'decision', w.decision)::text as "
			"document from trinn.gate_waivers w join trinn.organisations o on o.id = "
			"w.hub_id where w.county_id = (select trinn.caller_county()) and w.id = "
			"$1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_GATE_WAIVER] = {
		.name = "reply_gate_waiver",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"w.version::text as etag, json_build_object('id', w.id::text, "
			"'enrolmentId', w.enrolment_id::text, 'hub', json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name), 'stage', w.stage, 'gate', "
			"w.gate, 'round', w.round, 'isOver', trinn.is_over(w), 'reason', "
			"w.reason, 'state', w.state, 'askedAt', w.asked_at, 'askedBy', "
			"trinn.person_name(w.asked_by), 'decidedBy', "
			"trinn.person_name(w.decided_by), 'decision', w.decision)::text as "
			"document from trinn.gate_waivers w join trinn.organisations o on o.id = "
			"w.hub_id where w.county_id = (select trinn.caller_county()) and w.id = "
			"$6::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_GATE_WAIVERS] = {
		.name = "list_gate_waivers",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select w.id as key, json_build_object('id', w.id::text, "
			"'enrolmentId', w.enrolment_id::text, 'hub', json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name), 'stage', w.stage, 'gate', "
			"w.gate, 'round', w.round, 'isOver', trinn.is_over(w), 'reason', "
			"w.reason, 'state', w.state, 'askedAt', w.asked_at, 'askedBy', "
			"trinn.person_name(w.asked_by), 'decidedBy', "
			"trinn.person_name(w.decided_by), 'decision', w.decision) as item from "
			"((select * from trinn.gate_waivers where (select trinn.caller_kind()) = "
			"'county' and county_id = (select trinn.caller_county()) and id < case "
			"when $3::int8 is null then 9223372036854775807 else $3::int8 end and "
			"($1::text is null or state = $1::text) and ($2::int8 is null or exists "
			"(select from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.id = enrolment_id and e.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b))) order by id desc limit $4::int8 + 1) union all (select * from "
			"trinn.gate_waivers where (select trinn.caller_kind()) = 'hub' and hub_id "
			"= (select trinn.caller_org()) and county_id = (select "
			"trinn.caller_county()) and id < case when $3::int8 is null then "
			"9223372036854775807 else $3::int8 end and ($1::text is null or state = "
			"$1::text) and ($2::int8 is null or exists (select from trinn.enrolments "
			"e where e.county_id = (select trinn.caller_county()) and e.id = "
			"enrolment_id and e.programme_id in (with recursive below as (select g.id "
			"from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) order by id "
			"desc limit $4::int8 + 1) union all (select * from trinn.gate_waivers "
			"where (select trinn.caller_kind()) = 'firm' and firm_id = (select "
			"trinn.caller_org()) and county_id = (select trinn.caller_county()) and "
			"id < case when $3::int8 is null then 9223372036854775807 else $3::int8 "
			"end and ($1::text is null or state = $1::text) and ($2::int8 is null or "
			"exists (select from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.id = enrolment_id and e.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b))) order by id desc limit $4::int8 + 1)) w join "
			"trinn.organisations o on o.id = w.hub_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_GATE_WAIVER] = {
		.name = "insert_gate_waiver",
		.sql =
			"with made as (insert into trinn.gate_waivers (id, county_id, "
			"enrolment_id, round, stage, gate, reason, asked_by) select $1::int8, "
			"e.county_id, e.id, e.round, $3::int4, $4::text, $5::text, "
			"trinn.caller_person() from trinn.enrolments e where e.county_id = "
			"trinn.caller_county() and e.id = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_gate_waiver')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_GATE_WAIVER] = {
		.name = "load_gate_waiver",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', w.id, "
			"'state', w.state, 'enrolmentId', w.enrolment_id, 'hubId', w.hub_id, "
			"'askedBy', w.asked_by, 'isOver', trinn.is_over(w))::text, w.version, "
			"json_build_array(json_build_array('enrolment', w.enrolment_id, "
			"trinn.guard_version('enrolment', w.enrolment_id), true))::text from "
			"trinn.gate_waivers w where w.county_id = (select trinn.caller_county()) "
			"and w.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_DECIDE_GATE_WAIVER] = {
		.name = "decide_gate_waiver",
		.sql =
			"with changed as (update trinn.gate_waivers set state = $3::text, "
			"decided_by = trinn.caller_person(), decision = $4::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'decide_gate_waiver')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_DELIVERABLE_DOCUMENT] = {
		.name = "deliverable_document",
		.sql =
			"select d.version::text as etag, json_build_object('id', d.id::text, "
			"'enrolmentId', d.enrolment_id::text, 'stage', d.stage, 'title', d.title, "
			"'description', d.description, 'state', d.state, 'deliveredOn', "
			"d.delivered_on, 'returns', d.returns, 'acceptedBy', "
			"trinn.person_name(d.accepted_by))::text as document from "
			"trinn.deliverables d where d.county_id = (select trinn.caller_county()) "
			"and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_DELIVERABLE] = {
		.name = "reply_deliverable",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"d.version::text as etag, json_build_object('id', d.id::text, "
			"'enrolmentId', d.enrolment_id::text, 'stage', d.stage, 'title', d.title, "
			"'description', d.description, 'state', d.state, 'deliveredOn', "
			"d.delivered_on, 'returns', d.returns, 'acceptedBy', "
			"trinn.person_name(d.accepted_by))::text as document from "
			"trinn.deliverables d where d.county_id = (select trinn.caller_county()) "
			"and d.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_DELIVERABLES] = {
		.name = "list_deliverables",
		.sql =
			"select (select json_agg(json_build_object('id', d.id::text, "
			"'enrolmentId', d.enrolment_id::text, 'stage', d.stage, 'title', d.title, "
			"'description', d.description, 'state', d.state, 'deliveredOn', "
			"d.delivered_on, 'returns', d.returns, 'acceptedBy', "
			"trinn.person_name(d.accepted_by)) order by d.id) from trinn.deliverables "
			"d where d.county_id = e.county_id and d.enrolment_id = e.id)::text, "
			"null::text from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_DELIVERABLE] = {
		.name = "insert_deliverable",
		.sql =
			"with made as (insert into trinn.deliverables (id, county_id, "
			"enrolment_id, stage, title, description) select $1::int8, e.county_id, "
			"e.id, e.stage, $3::text, $4::text from trinn.enrolments e where "
			"e.county_id = trinn.caller_county() and e.id = $2::int8 returning 1) "
			"select trinn.exactly(1, (select count(*) from made), "
			"'insert_deliverable')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_DELIVERABLE] = {
		.name = "load_deliverable",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', d.id, "
			"'state', d.state, 'enrolmentId', d.enrolment_id, 'hubId', d.hub_id, "
			"'firmId', d.firm_id, 'deliveredBy', coalesce(d.delivered_by, 0))::text, "
			"d.version, json_build_array(json_build_array('enrolment', "
			"d.enrolment_id, trinn.guard_version('enrolment', d.enrolment_id), "
			"true))::text from trinn.deliverables d where d.county_id = (select "
			"trinn.caller_county()) and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_DELIVERABLE] = {
		.name = "change_deliverable",
		.sql =
			"with changed as (update trinn.deliverables set title = $3::text, "
			"description = $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'change_deliverable')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_SEND_BACK_DELIVERABLE] = {
		.name = "send_back_deliverable",
		.sql =
			"with changed as (update trinn.deliverables set state = 'begun', "
			"delivered_on = null, delivered_by = null, returns = returns || "
			"jsonb_build_object('deliveredOn', delivered_on, 'on', trinn.today(), "
			"'by', trinn.person_name(trinn.caller_person()), 'reason', $3::text), "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'send_back_deliverable')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_DELIVER] = {
		.name = "deliver",
		.sql =
			"with changed as (update trinn.deliverables set state = 'delivered', "
			"delivered_on = trinn.today(), delivered_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()), version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'deliver')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_DISCARD_DELIVERABLE] = {
		.name = "discard_deliverable",
		.sql =
			"with changed as (update trinn.deliverables set state = 'discarded', "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'discard_deliverable')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ACCEPT_DELIVERABLE] = {
		.name = "accept_deliverable",
		.sql =
			"with changed as (update trinn.deliverables set state = 'accepted', "
			"accepted_by = trinn.caller_person(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'accept_deliverable')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CRITERION_DOCUMENT] = {
		.name = "criterion_document",
		.sql =
			"select k.version::text as etag, json_build_object('id', k.id::text, "
			"'code', k.code, 'edition', k.edition, 'kind', k.kind, 'title', k.title, "
			"'guidance', k.guidance, 'state', k.state, 'madeBy', "
			"json_build_object('id', k.made_by::text, 'name', "
			"trinn.person_name(k.made_by)), 'madeAt', k.made_at)::text as document "
			"from trinn.criteria k where k.county_id = (select trinn.caller_county()) "
			"and k.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CRITERION] = {
		.name = "reply_criterion",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"k.version::text as etag, json_build_object('id', k.id::text, 'code', "
			"k.code, 'edition', k.edition, 'kind', k.kind, 'title', k.title, "
			"'guidance', k.guidance, 'state', k.state, 'madeBy', "
			"json_build_object('id', k.made_by::text, 'name', "
			"trinn.person_name(k.made_by)), 'madeAt', k.made_at)::text as document "
			"from trinn.criteria k where k.county_id = (select trinn.caller_county()) "
			"and k.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_CRITERIA] = {
		.name = "list_criteria",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select k.id as key, json_build_object('id', k.id::text, "
			"'code', k.code, 'edition', k.edition, 'kind', k.kind, 'title', k.title, "
			"'guidance', k.guidance, 'state', k.state, 'madeBy', "
			"json_build_object('id', k.made_by::text, 'name', "
			"trinn.person_name(k.made_by)), 'madeAt', k.made_at) as item from (select "
			"* from trinn.criteria where county_id = (select trinn.caller_county()) "
			"and ($1::text is null or kind = $1::text) and ($2::text is null or state "
			"= $2::text) and id < case when $3::int8 is null then 9223372036854775807 "
			"else $3::int8 end order by id desc limit $4::int8 + 1) k) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_CRITERION] = {
		.name = "load_new_criterion",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.criteria_id_seq'), 'edition', 1 + coalesce((select "
			"max(k.edition) from trinn.criteria k where k.county_id = "
			"trinn.caller_county() and k.code = $1::text), 0), 'state', "
			"'active')::text, null::bigint, '[]'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CRITERION] = {
		.name = "insert_criterion",
		.sql =
			"insert into trinn.criteria (id, county_id, code, edition, kind, title, "
			"guidance, made_by) values ($1::int8, trinn.caller_county(), $2::text, "
			"$3::int4, $4::text, $5::json, $6::json, trinn.caller_person())",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CRITERION] = {
		.name = "load_criterion",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', k.id, "
			"'edition', k.edition, 'state', k.state)::text, k.version, "
			"json_build_array(json_build_array('criterion', k.id, "
			"trinn.guard_version('criterion', k.id), true))::text from trinn.criteria "
			"k where k.county_id = (select trinn.caller_county()) and k.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_RETIRE_CRITERION] = {
		.name = "retire_criterion",
		.sql =
			"with changed as (update trinn.criteria set state = 'retired', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'retire_criterion')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CALL_EVALUATION] = {
		.name = "load_call_evaluation",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'state', c.state, 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id, 'kind', k.kind, 'isActive', "
			"k.state = 'active')) from trinn.criteria k where k.county_id = "
			"c.county_id and k.id = any ($2::int8[])), '[]'))::text, c.version, "
			"json_build_array(json_build_array('call', c.id, "
			"trinn.guard_version('call', c.id), true))::text from trinn.calls c where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_SAVE_CALL_EVALUATION] = {
		.name = "save_call_evaluation",
		.sql =
			"with changed as (update trinn.calls set evaluation = $3::json, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'save_call_evaluation')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_EVALUATION_DOCUMENT] = {
		.name = "evaluation_document",
		.sql =
			"select e.version::text as etag, json_build_object('id', e.id::text, "
			"'application', json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number, 'title', a.title, 'state', a.state, 'applicant', "
			"a.applicant), 'callId', e.call_id::text, 'number', e.number, 'state', "
			"e.state, 'checkedAt', e.checked_at, 'scale', "
			"(c.evaluation->>'scale')::int, 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'weightBasisPoints', x.\"weightBasisPoints\", 'minimum', x.minimum) "
			"order by x.n) from rows from "
			"(json_to_recordset(c.evaluation->'criteria') as (\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)) with ordinality as "
			"x(\"criterionId\", \"weightBasisPoints\", minimum, n) join "
			"trinn.criteria k on k.county_id = c.county_id and k.id = "
			"x.\"criterionId\"), '[]'), 'requirements', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'isMet', x.\"isMet\", 'grounds', x.grounds) order by x.n) from rows from "
			"(json_to_recordset(e.requirements) as (\"criterionId\" bigint, \"isMet\" "
			"boolean, grounds text)) with ordinality as x(\"criterionId\", \"isMet\", "
			"grounds, n) join trinn.criteria k on k.county_id = e.county_id and k.id "
			"= x.\"criterionId\"), '[]'), 'checkedBy', json_build_object('id', "
			"e.checked_by::text, 'name', trinn.person_name(e.checked_by)), "
			"'assessors', coalesce((select json_agg(json_build_object('person', "
			"json_build_object('id', s.person_id::text, 'name', "
			"trinn.person_name(s.person_id)), 'state', s.state, 'releaseReason', "
			"s.release_reason) order by s.named_at, s.person_id) from trinn.assessors "
			"s where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'), "
			"'sheets', coalesce((select json_agg(json_build_object('person', "
			"json_build_object('id', s.scored_by::text, 'name', "
			"trinn.person_name(s.scored_by)), 'scores', s.scores, 'totalBasisPoints', "
			"s.total_bp, 'scoredAt', s.scored_at) order by s.scored_by) from "
			"trinn.score_sheets s where s.county_id = e.county_id and s.evaluation_id "
			"= e.id), '[]'), 'consolidation', (select json_build_object('scores', "
			"k.scores, 'totalBasisPoints', k.total_bp, 'isBelowMinimum', "
			"k.is_below_minimum, 'grounds', k.grounds, 'madeBy', "
			"json_build_object('id', k.made_by::text, 'name', "
			"trinn.person_name(k.made_by)), 'madeAt', k.made_at) from "
			"trinn.consolidations k where k.county_id = e.county_id and k.id = "
			"e.consolidation_id))::text as document from trinn.evaluations e join "
			"trinn.applications a on a.county_id = e.county_id and a.id = "
			"e.application_id join trinn.calls c on c.county_id = e.county_id and "
			"c.id = e.call_id where e.county_id = (select trinn.caller_county()) and "
			"e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_EVALUATION] = {
		.name = "reply_evaluation",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"e.version::text as etag, json_build_object('id', e.id::text, "
			"'application', json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number, 'title', a.title, 'state', a.state, 'applicant', "
			"a.applicant), 'callId', e.call_id::text, 'number', e.number, 'state', "
			"e.state, 'checkedAt', e.checked_at, 'scale', "
			"(c.evaluation->>'scale')::int, 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'weightBasisPoints', x.\"weightBasisPoints\", 'minimum', x.minimum) "
			"order by x.n) from rows from "
			"(json_to_recordset(c.evaluation->'criteria') as (\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)) with ordinality as "
			"x(\"criterionId\", \"weightBasisPoints\", minimum, n) join "
			"trinn.criteria k on k.county_id = c.county_id and k.id = "
			"x.\"criterionId\"), '[]'), 'requirements', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'isMet', x.\"isMet\", 'grounds', x.grounds) order by x.n) from rows from "
			"(json_to_recordset(e.requirements) as (\"criterionId\" bigint, \"isMet\" "
			"boolean, grounds text)) with ordinality as x(\"criterionId\", \"isMet\", "
			"grounds, n) join trinn.criteria k on k.county_id = e.county_id and k.id "
			"= x.\"criterionId\"), '[]'), 'checkedBy', json_build_object('id', "
			"e.checked_by::text, 'name', trinn.person_name(e.checked_by)), "
			"'assessors', coalesce((select json_agg(json_build_object('person', "
			"json_build_object('id', s.person_id::text, 'name', "
			"trinn.person_name(s.person_id)), 'state', s.state, 'releaseReason', "
			"s.release_reason) order by s.named_at, s.person_id) from trinn.assessors "
			"s where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'), "
			"'sheets', coalesce((select json_agg(json_build_object('person', "
			"json_build_object('id', s.scored_by::text, 'name', "
			"trinn.person_name(s.scored_by)), 'scores', s.scores, 'totalBasisPoints', "
			"s.total_bp, 'scoredAt', s.scored_at) order by s.scored_by) from "
			"trinn.score_sheets s where s.county_id = e.county_id and s.evaluation_id "
			"= e.id), '[]'), 'consolidation', (select json_build_object('scores', "
			"k.scores, 'totalBasisPoints', k.total_bp, 'isBelowMinimum', "
			"k.is_below_minimum, 'grounds', k.grounds, 'madeBy', "
			"json_build_object('id', k.made_by::text, 'name', "
			"trinn.person_name(k.made_by)), 'madeAt', k.made_at) from "
			"trinn.consolidations k where k.county_id = e.county_id and k.id = "
			"e.consolidation_id))::text as document from trinn.evaluations e join "
			"trinn.applications a on a.county_id = e.county_id and a.id = "
			"e.application_id join trinn.calls c on c.county_id = e.county_id and "
			"c.id = e.call_id where e.county_id = (select trinn.caller_county()) and "
			"e.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_EVALUATIONS] = {
		.name = "list_evaluations",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($5::int8)::int])::text as items, case when count(*) > $5::int8 "
			"then (array_agg(p.key order by p.key desc))[($5::int8)::int]::text end "
			"as next from (select e.id as key, json_build_object('id', e.id::text, "
			"'application', json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number, 'title', a.title, 'state', a.state, 'applicant', "
			"a.applicant), 'callId', e.call_id::text, 'number', e.number, 'state', "
			"e.state, 'checkedAt', e.checked_at) as item from (select * from "
			"trinn.evaluations where county_id = (select trinn.caller_county()) and "
			"((select trinn.caller_role()) <> 'steering_member' or application_id = "
			"any (array(select trinn.shown_applications()))) and ($1::int8 is null or "
			"application_id = $1::int8) and ($2::int8 is null or call_id = $2::int8) "
			"and ($3::text is null or state = $3::text) and id < case when $4::int8 "
			"is null then 9223372036854775807 else $4::int8 end order by id desc "
			"limit $5::int8 + 1) e join trinn.applications a on a.county_id = "
			"e.county_id and a.id = e.application_id) p",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_RANKING] = {
		.name = "list_ranking",
		.sql =
			"select p.items, p.next from trinn.calls c, lateral (select "
			"json_agg(q.item order by q.n) filter (where q.n <= $3::int8)::text as "
			"items, max(q.key) filter (where q.n = $3::int8 and q.more) as next from "
			"(select row_number() over (order by r.rank, r.application_id) as n, "
			"lead(1) over (order by r.rank, r.application_id) is not null as more, "
			"r.rank || '|' || r.application_id as key, json_build_object('rank', "
			"r.rank, 'totalBasisPoints', r.total_bp, 'isBelowMinimum', "
			"r.is_below_minimum, 'evaluationId', r.evaluation_id::text, 'appliedOre', "
			"a.applied_ore, 'application', json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'title', a.title, 'state', a.state, "
			"'applicant', a.applicant)) as item from trinn.ranking($1::int8) r join "
			"trinn.evaluations e on e.county_id = trinn.caller_county() and e.id = "
			"r.evaluation_id join trinn.applications a on a.county_id = "
			"trinn.caller_county() and a.id = r.application_id where (r.rank, "
			"r.application_id) > (case when $2::text is null then 0 else "
			"split_part($2::text, '|', 1)::bigint end, case when $2::text is null "
			"then 0 else split_part($2::text, '|', 2)::bigint end) order by r.rank, "
			"r.application_id limit $3::int8 + 1) q) p where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_VOID_EVALUATION] = {
		.name = "void_evaluation",
		.sql =
			"update trinn.evaluations set state = 'void', consolidation_id = null, "
			"version = version + 1 where county_id = trinn.caller_county() and "
			"application_id = $1::int8 and state <> 'void'",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_EVALUATION] = {
		.name = "insert_evaluation",
		.sql =
			"with made as (insert into trinn.evaluations (id, county_id, "
			"applicant_id, application_id, call_id, number, state, requirements, "
			"checked_by) select $1::int8, a.county_id, a.applicant_id, a.id, "
			"a.call_id, 1 + (select count(*) from trinn.evaluations e where "
			"e.county_id = a.county_id and e.application_id = a.id), $3::text, "
			"$4::json, trinn.caller_person() from trinn.applications a where "
			"a.county_id = trinn.caller_county() and a.id = $2::int8 returning 1) "
			"select trinn.exactly(1, (select count(*) from made), 'insert_evaluation')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_EVALUATION] = {
		.name = "load_evaluation",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', e.id, "
			"'state', e.state, 'application', json_build_object('id', a.id, 'state', "
			"a.state, 'caseworkerId', trinn.handled_by(a.caseworker_id), "
			"'caseworker', a.caseworker, 'callerApplied', "
			"trinn.has_applied(a.county_id, a.id, trinn.caller_person())), "
			"'wasOpened', e.opened_at is not null, 'scale', "
			"coalesce((c.evaluation->>'scale')::int, 1), 'assessorsNeeded', "
			"coalesce((c.evaluation->>'assessors')::int, 1), 'criteria', "
			"coalesce((select json_agg(json_build_object('id', x.\"criterionId\", "
			"'weightBp', x.\"weightBasisPoints\", 'minimum', x.minimum)) from "
			"json_to_recordset(c.evaluation->'criteria') as x(\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)), '[]'), 'assessors', "
			"coalesce((select json_agg(json_build_object('personId', s.person_id, "
			"'name', trinn.person_name(s.person_id), 'state', s.state, "
			"'isQuestioned', trinn.is_questioned(s.person_id, a.id)) order by "
			"s.named_at, s.person_id) from trinn.assessors s where s.county_id = "
			"e.county_id and s.evaluation_id = e.id), '[]'), 'given', "
			"coalesce((select json_agg(json_build_object('criterionId', "
			"x.\"criterionId\", 'score', x.score)) from trinn.score_sheets s join "
			"trinn.assessors m on m.county_id = s.county_id and m.evaluation_id = "
			"s.evaluation_id and m.person_id = s.scored_by and m.state = 'scored', "
			"json_to_recordset(s.scores) as x(\"criterionId\" bigint, score int) "
			"where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'), "
			"'candidate', (select json_build_object('name', trinn.person_name(n.id), "
			"'mayAssess', trinn.may_assess(n.id), 'applied', "
			"trinn.has_applied(a.county_id, a.id, n.id), 'isQuestioned', "
			"trinn.is_questioned(n.id, a.id)) from trinn.persons n where n.id = "
			"$2::int8), 'consolidationId', case when $2::int8 is null then "
			"nextval('trinn.consolidations_id_seq') else 0 end)::text, e.version, "
			"json_build_array(json_build_array('application', a.id, "
			"trinn.guard_version('application', a.id), true))::text from "
			"trinn.evaluations e join trinn.applications a on a.county_id = "
			"e.county_id and a.id = e.application_id join trinn.calls c on "
			"c.county_id = e.county_id and c.id = e.call_id where e.county_id = "
			"(select trinn.caller_county()) and e.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_MOVE_EVALUATION] = {
		.name = "move_evaluation",
		.sql =
			"with changed as (update trinn.evaluations set state = $3::text, "
			"consolidation_id = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'move_evaluation')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_ASSESSOR] = {
		.name = "insert_assessor",
		.sql =
			"with made as (insert into trinn.assessors (county_id, applicant_id, "
			"application_id, evaluation_id, person_id, named_by) select e.county_id, "
			"e.applicant_id, e.application_id, e.id, $2::int8, trinn.caller_person() "
			"from trinn.evaluations e where e.county_id = trinn.caller_county() and "
			"e.id = $1::int8 returning 1) select trinn.exactly(1, (select count(*) "
			"from made), 'insert_assessor')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_RELEASE_ASSESSOR] = {
		.name = "release_assessor",
		.sql =
			"with changed as (update trinn.assessors set state = 'released', "
			"released_by = trinn.caller_person(), release_reason = $3::text where "
			"county_id = trinn.caller_county() and evaluation_id = $1::int8 and "
			"person_id = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'release_assessor')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_SAVE_SCORES] = {
		.name = "save_scores",
		.sql =
			"with saved as (insert into trinn.score_sheets (county_id, applicant_id, "
			"application_id, evaluation_id, scored_by, scores, total_bp) select "
			"e.county_id, e.applicant_id, e.application_id, e.id, "
			"trinn.caller_person(), $2::json, $3::int4 from trinn.evaluations e where "
			"e.county_id = trinn.caller_county() and e.id = $1::int8 on conflict "
			"(county_id, evaluation_id, scored_by) do update set scores = "
			"excluded.scores, total_bp = excluded.total_bp, scored_at = now() "
			"returning 1), changed as (update trinn.assessors set state = 'scored' "
			"where county_id = trinn.caller_county() and evaluation_id = $1::int8 and "
			"person_id = trinn.caller_person() returning 1) select trinn.exactly(2, "
			"(select count(*) from saved) + (select count(*) from changed), "
			"'save_scores')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_CONSOLIDATION] = {
		.name = "insert_consolidation",
		.sql =
			"with made as (insert into trinn.consolidations (id, county_id, "
			"applicant_id, application_id, evaluation_id, scores, total_bp, "
			"is_below_minimum, grounds, made_by) select $1::int8, e.county_id, "
			"e.applicant_id, e.application_id, e.id, $4::json, $5::int4, $6::bool, "
			"$7::text, trinn.caller_person() from trinn.evaluations e where "
			"e.county_id = trinn.caller_county() and e.id = $2::int8 returning 1), "
			"changed as (update trinn.evaluations set state = 'consolidated', "
			"consolidation_id = $1::int8, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $2::int8 and version = $3::int8 returning "
			"1) select trinn.exactly(2, (select count(*) from made) + (select "
			"count(*) from changed), 'insert_consolidation')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_FAGPARTNER_DOCUMENT] = {
		.name = "fagpartner_document",
		.sql =
			"select f.version::text as etag, json_build_object('id', f.id::text, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'municipalityNo', o.municipality_no, 'kind', f.kind, "
			"'state', f.state, 'competences', f.competences, 'description', "
			"f.description, 'contact', f.contact, 'registeredBy', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = f.hub_id))::text as document "
			"from trinn.fagpartnere f join trinn.organisations o on o.id = "
			"f.partner_id where f.county_id = (select trinn.caller_county()) and f.id "
			"= $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_FAGPARTNER] = {
		.name = "reply_fagpartner",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"f.version::text as etag, json_build_object('id', f.id::text, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'municipalityNo', o.municipality_no, 'kind', f.kind, "
			"'state', f.state, 'competences', f.competences, 'description', "
			"f.description, 'contact', f.contact, 'registeredBy', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = f.hub_id))::text as document "
			"from trinn.fagpartnere f join trinn.organisations o on o.id = "
			"f.partner_id where f.county_id = (select trinn.caller_county()) and f.id "
			"= $6::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_COMPETENCES] = {
		.name = "list_competences",
		.sql =
			"select json_agg(p.item order by p.n) filter (where p.n <= "
			"$3::int8)::text as items, max(p.code) filter (where p.n = $3::int8 and "
			"p.more) as next from (select row_number() over w as n, lead(1) over w is "
			"not null as more, k.code, json_build_object('code', k.code, 'name', "
			"json_build_object('nb', k.name_nb, 'en', k.name_en)) as item from "
			"trinn.competences k where ($2::text is null or k.code > $2::text) and "
			"($1::text is null or trinn.means_competence(k, $1::text)) window w as "
			"(order by k.code) order by k.code limit $3::int8 + 1) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_FAGPARTNERE] = {
		.name = "list_fagpartnere",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($8::int8)::int])::text as items, case when count(*) > $8::int8 "
			"then (array_agg(p.key order by p.key desc))[($8::int8)::int]::text end "
			"as next from (select f.id as key, json_build_object('id', f.id::text, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'municipalityNo', o.municipality_no, 'kind', f.kind, "
			"'state', f.state, 'competences', f.competences, 'description', "
			"f.description, 'contact', f.contact, 'registeredBy', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = f.hub_id)) as item from "
			"trinn.fagpartnere f join trinn.organisations o on o.id = f.partner_id "
			"where f.county_id = (select trinn.caller_county()) and f.id < case when "
			"$7::int8 is null then 9223372036854775807 else $7::int8 end and f.state "
			"= coalesce($6::text, 'active') and ($3::text is null or "
			"o.municipality_no = $3::text) and ($4::text is distinct from 'true' or "
			"exists (select from trinn.hub_areas a where a.county_id = f.county_id "
			"and a.hub_id = (select trinn.caller_org()) and a.id = "
			"trinn.area_of(o.municipality_no, trinn.today()))) and ($5::text is null "
			"or strpos(lower(o.name || ' ' || f.description), lower($5::text)) > 0) "
			"and exists (select from jsonb_array_elements(f.competences) c where "
			"($1::text is null or c->>'code' in (select k.code from trinn.competences "
			"k where trinn.means_competence(k, $1::text))) and ($2::int8 is null or "
			"(c->>'level')::bigint >= $2::int8)) order by f.id desc limit $8::int8 + "
			"1) p",
		.n_params = 8,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_FAGPARTNER] = {
		.name = "load_new_fagpartner",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.fagpartnere_id_seq'), 'partnerId', coalesce(o.id, 0), "
			"'servesAs', trinn.serves_as(o.id), 'isInsolvent', coalesce(o.bankrupt or "
			"o.forced_winding_up, false), 'isRegistered', exists (select from "
			"trinn.fagpartnere f where f.county_id = trinn.caller_county() and "
			"f.partner_id = o.id and f.state = 'active'), 'unknown', coalesce((select "
			"json_agg(json_build_object('index', w.n - 1, 'near', (select "
			"string_agg(k.code, ', ' order by k.code) from trinn.competences k where "
			"trinn.means_competence(k, left(w.c->>'code', 4)))) order by w.n) from "
			"jsonb_array_elements($2::jsonb) with ordinality w(c, n) where not exists "
			"(select from trinn.competences k where k.code = w.c->>'code')), "
			"'[]'))::text, null::bigint, '[]' from (select) t left join "
			"trinn.organisations o on o.orgnr = $1::text",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_FAGPARTNER] = {
		.name = "insert_fagpartner",
		.sql =
			"insert into trinn.fagpartnere (id, county_id, partner_id, hub_id, kind, "
			"description, contact, competences) values ($1::int8, "
			"trinn.caller_county(), $2::int8, case when trinn.caller_kind() = 'hub' "
			"then trinn.caller_org() end, $3::text, $4::text, $5::text, $6::jsonb)",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_FAGPARTNER] = {
		.name = "load_fagpartner",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', f.id, "
			"'state', f.state, 'partnerId', f.partner_id, 'hubId', coalesce(f.hub_id, "
			"0), 'unknown', coalesce((select json_agg(json_build_object('index', w.n "
			"- 1, 'near', (select string_agg(k.code, ', ' order by k.code) from "
			"trinn.competences k where trinn.means_competence(k, left(w.c->>'code', "
			"4)))) order by w.n) from jsonb_array_elements($2::jsonb) with ordinality "
			"w(c, n) where not exists (select from trinn.competences k where k.code = "
			"w.c->>'code')), '[]'))::text, f.version, "
			"json_build_array(json_build_array('fagpartner', f.id, "
			"trinn.guard_version('fagpartner', f.id), true))::text from "
			"trinn.fagpartnere f where f.county_id = (select trinn.caller_county()) "
			"and f.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_FAGPARTNER] = {
		.name = "change_fagpartner",
		.sql =
			"with changed as (update trinn.fagpartnere set kind = $3::text, "
			"description = $4::text, contact = $5::text, competences = $6::jsonb, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'change_fagpartner')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_RETIRE_FAGPARTNER] = {
		.name = "retire_fagpartner",
		.sql =
			"with changed as (update trinn.fagpartnere set state = 'retired', version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'retire_fagpartner')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENGAGEMENT_DOCUMENT] = {
		.name = "engagement_document",
		.sql =
			"select e.version::text as etag, json_build_object('id', e.id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = e.hub_id), "
			"'fagpartnerId', e.fagpartner_id::text, 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = e.partner_id), 'trackId', "
			"e.track_id::text, 'title', e.title, 'startsOn', e.starts_on, 'endsOn', "
			"e.ends_on, 'hourlyOre', e.hourly_ore, 'currency', 'NOK', "
			"'ceilingMinutes', e.ceiling_minutes, 'orderedMinutes', "
			"e.ordered_minutes, 'deliveredMinutes', e.delivered_minutes, "
			"'confirmedMinutes', e.confirmed_minutes, 'isRelated', e.is_related, "
			"'relation', e.relation, 'formerRelations', e.former_relations, "
			"'isLocal', e.is_local, 'state', e.state, 'agreedNote', e.agreed_note, "
			"'invoices', coalesce((select json_agg(json_build_object('number', "
			"i.number, 'issuedOn', i.issued_on, 'amountOre', i.amount_ore, 'reason', "
			"i.reason, 'creditedOn', i.credited_on, 'creditNote', i.credit_note, "
			"'claimId', (select k.claim_id::text from trinn.claim_costs k join "
			"trinn.organisations s on s.orgnr = k.supplier_orgnr where k.county_id = "
			"i.county_id and s.id = i.partner_id and upper(k.invoice_number) = "
			"upper(i.number) and k.applicant_id = i.hub_id and not k.rejected)) order "
			"by i.issued_on, i.number) from trinn.partner_invoices i where "
			"i.county_id = e.county_id and i.engagement_id = e.id), '[]'))::text as "
			"document from trinn.engagements e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_ENGAGEMENT] = {
		.name = "reply_engagement",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"e.version::text as etag, json_build_object('id', e.id::text, 'hub', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.organisations o where o.id = e.hub_id), "
			"'fagpartnerId', e.fagpartner_id::text, 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = e.partner_id), 'trackId', "
			"e.track_id::text, 'title', e.title, 'startsOn', e.starts_on, 'endsOn', "
			"e.ends_on, 'hourlyOre', e.hourly_ore, 'currency', 'NOK', "
			"'ceilingMinutes', e.ceiling_minutes, 'orderedMinutes', "
			"e.ordered_minutes, 'deliveredMinutes', e.delivered_minutes, "
			"'confirmedMinutes', e.confirmed_minutes, 'isRelated', e.is_related, "
			"'relation', e.relation, 'formerRelations', e.former_relations, "
			"'isLocal', e.is_local, 'state', e.state, 'agreedNote', e.agreed_note, "
			"'invoices', coalesce((select json_agg(json_build_object('number', "
			"i.number, 'issuedOn', i.issued_on, 'amountOre', i.amount_ore, 'reason', "
			"i.reason, 'creditedOn', i.credited_on, 'creditNote', i.credit_note, "
			"'claimId', (select k.claim_id::text from trinn.claim_costs k join "
			"trinn.organisations s on s.orgnr = k.supplier_orgnr where k.county_id = "
			"i.county_id and s.id = i.partner_id and upper(k.invoice_number) = "
			"upper(i.number) and k.applicant_id = i.hub_id and not k.rejected)) order "
			"by i.issued_on, i.number) from trinn.partner_invoices i where "
			"i.county_id = e.county_id and i.engagement_id = e.id), '[]'))::text as "
			"document from trinn.engagements e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_ENGAGEMENTS] = {
		.name = "list_engagements",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($5::int8)::int])::text as items, case when count(*) > $5::int8 "
			"then (array_agg(p.key order by p.key desc))[($5::int8)::int]::text end "
			"as next from (select e.id as key, json_build_object('id', e.id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = e.hub_id), "
			"'fagpartnerId', e.fagpartner_id::text, 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = e.partner_id), 'trackId', "
			"e.track_id::text, 'title', e.title, 'startsOn', e.starts_on, 'endsOn', "
			"e.ends_on, 'hourlyOre', e.hourly_ore, 'currency', 'NOK', "
			"'ceilingMinutes', e.ceiling_minutes, 'orderedMinutes', "
			"e.ordered_minutes, 'deliveredMinutes', e.delivered_minutes, "
			"'confirmedMinutes', e.confirmed_minutes, 'isRelated', e.is_related, "
			"'relation', e.relation, 'formerRelations', e.former_relations, "
			"'isLocal', e.is_local, 'state', e.state, 'agreedNote', e.agreed_note, "
			"'invoices', coalesce((select json_agg(json_build_object('number', "
			"i.number, 'issuedOn', i.issued_on, 'amountOre', i.amount_ore, 'reason', "
			"i.reason, 'creditedOn', i.credited_on, 'creditNote', i.credit_note, "
			"'claimId', (select k.claim_id::text from trinn.claim_costs k join "
			"trinn.organisations s on s.orgnr = k.supplier_orgnr where k.county_id = "
			"i.county_id and s.id = i.partner_id and upper(k.invoice_number) = "
			"upper(i.number) and k.applicant_id = i.hub_id and not k.rejected)) order "
			"by i.issued_on, i.number) from trinn.partner_invoices i where "
			"i.county_id = e.county_id and i.engagement_id = e.id), '[]')) as item "
			"from ((select * from trinn.engagements where (select "
			"trinn.caller_kind()) = 'county' and $3::int8 is null and $2::int8 is "
			"null and county_id = (select trinn.caller_county()) and id < case when "
			"$4::int8 is null then 9223372036854775807 else $4::int8 end and "
			"coalesce(($1::text is null or state = $1::text) and ($3::int8 is null or "
			"hub_id = $3::int8), false) order by id desc limit $5::int8 + 1) union "
			"all (select e.* from (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $2::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b) u cross join lateral "
			"(select * from trinn.engagements where (select trinn.caller_kind()) = "
			"'county' and $3::int8 is null and programme_id = u.id and county_id = "
			"(select trinn.caller_county()) and id < case when $4::int8 is null then "
			"9223372036854775807 else $4::int8 end and coalesce(($1::text is null or "
			"state = $1::text) and ($3::int8 is null or hub_id = $3::int8), false) "
			"order by id desc limit $5::int8 + 1) e) union all (select * from "
			"trinn.engagements where ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_kind()) = 'county' and $3::int8 is not null) and hub_id = "
			"case (select trinn.caller_kind()) when 'hub' then (select "
			"trinn.caller_org()) else $3::int8 end and county_id = (select "
			"trinn.caller_county()) and id < case when $4::int8 is null then "
			"9223372036854775807 else $4::int8 end and coalesce(($1::text is null or "
			"state = $1::text) and ($3::int8 is null or hub_id = $3::int8), false) "
			"and ($2::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by id "
			"desc limit $5::int8 + 1) union all (select * from trinn.engagements "
			"where (select trinn.caller_kind()) = 'partner' and partner_id = (select "
			"trinn.caller_org()) and county_id = (select trinn.caller_county()) and "
			"id < case when $4::int8 is null then 9223372036854775807 else $4::int8 "
			"end and coalesce(($1::text is null or state = $1::text) and ($3::int8 is "
			"null or hub_id = $3::int8), false) and ($2::int8 is null or programme_id "
			"in (with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) order by id desc limit $5::int8 + 1)) e) p",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_ENGAGEMENT] = {
		.name = "load_new_engagement",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.engagements_id_seq'), 'partnerId', "
			"f.partner_id, 'fagpartnerState', f.state, 'trackState', (select t.state "
			"from trinn.tracks t where t.county_id = f.county_id and t.applicant_id = "
			"trinn.caller_org() and t.id = $2::int8))::text, null::bigint, "
			"json_build_array(json_build_array('fagpartner', f.id, "
			"trinn.guard_version('fagpartner', f.id), false))::text from "
			"trinn.fagpartnere f where f.county_id = (select trinn.caller_county()) "
			"and f.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_ENGAGEMENT] = {
		.name = "insert_engagement",
		.sql =
			"with made as (insert into trinn.engagements (id, county_id, hub_id, "
			"fagpartner_id, partner_id, track_id, title, starts_on, ends_on, "
			"hourly_ore, ceiling_minutes, is_related, relation) select $1::int8, "
			"f.county_id, trinn.caller_org(), f.id, f.partner_id, $3::int8, $4::text, "
			"$5::date, $6::date, $7::int8, $8::int4, $9::bool, $10::text from "
			"trinn.fagpartnere f where f.county_id = trinn.caller_county() and f.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_engagement')",
		.n_params = 10,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_ENGAGEMENT] = {
		.name = "load_engagement",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', e.id, 'state', e.state, 'hubId', e.hub_id, "
			"'partnerId', e.partner_id, 'partnerHasPeople', "
			"trinn.has_people(e.partner_id, 'partner'), 'proposedBy', e.proposed_by, "
			"'isRelated', e.is_related, 'startsOn', e.starts_on, 'endsOn', e.ends_on, "
			"'hourlyOre', e.hourly_ore, 'leftMinutes', e.ceiling_minutes - "
			"e.ordered_minutes, 'orderId', case when $2::jsonb is null then 0 else "
			"nextval('trinn.hours_id_seq') end, 'firms', coalesce((select "
			"json_agg(json_build_object('id', coalesce(o.id, 0), 'isServed', "
			"coalesce(trinn.serves(o.id), false), 'isOfTrack', e.programme_id is null "
			"or coalesce(trinn.serves_in(o.id, e.programme_id), false), "
			"'isOfSession', o.id is not null and (s.id is null or (coalesce(o.id = "
			"s.firm_id, false) or s.firm_id is null and (s.cohort_id is null or "
			"exists (select from trinn.cohort_firms m where m.county_id = s.county_id "
			"and m.cohort_id = s.cohort_id and m.firm_id = o.id and (m.left_on is "
			"null or s.starts_at < m.left_on))))), 'hasPeople', "
			"trinn.has_people(o.id, 'firm')) order by t.position) from "
			"jsonb_array_elements($2::jsonb) with ordinality as t(firm, position) "
			"left join trinn.organisations o on o.orgnr = t.firm->>'orgnr'), '[]'), "
			"'sessionState', s.state, 'sessionLeftMinutes', "
			"coalesce(s.planned_minutes - (select coalesce(sum(t.ordered_minutes), 0) "
			"from trinn.hours t where t.county_id = s.county_id and t.session_id = "
			"s.id and t.state <> 'cancelled'), 0), 'hours', coalesce((select "
			"json_agg(json_build_object('state', h.state, 'confirmedMinutes', "
			"coalesce(h.confirmed_minutes, 0)) order by t.position) from "
			"jsonb_array_elements_text($6::jsonb) with ordinality as t(id, position) "
			"left join trinn.hours h on h.county_id = e.county_id and h.engagement_id "
			"= e.id and h.id = t.id::bigint), '[]'), 'invoiceIsUsed', "
			"trinn.partner_invoice_used(e.partner_id, e.hub_id, $4::text), "
			"'otherIsUsed', trinn.partner_invoice_used(e.partner_id, e.hub_id, "
			"$5::text), 'invoice', (select json_build_object('isCredited', "
			"i.credited_on is not null, 'isClaimed', (select k.claim_id::text from "
			"trinn.claim_costs k join trinn.organisations s on s.orgnr = "
			"k.supplier_orgnr where k.county_id = i.county_id and s.id = i.partner_id "
			"and upper(k.invoice_number) = upper(i.number) and k.applicant_id = "
			"i.hub_id and not k.rejected) is not null, 'isOwn', i.entered_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal())) from "
			"trinn.partner_invoices i where i.county_id = e.county_id and "
			"i.engagement_id = e.id and i.number = $4::text), 'silent', "
			"coalesce((select json_agg(o.orgnr order by o.orgnr) from "
			"trinn.organisations o where o.id in (select h.firm_id from trinn.hours h "
			"where h.county_id = e.county_id and h.engagement_id = e.id and (h.state "
			"= 'ordered' or h.state = 'delivered' and h.delivered_minutes > 0)) and "
			"not trinn.has_people(o.id, 'firm')), '[]'))::text, e.version, (select "
			"json_agg(y.guard) from (select json_build_array('engagement', e.id, "
			"trinn.guard_version('engagement', e.id), true) as guard union all select "
			"json_build_array(w.kind, w.id, trinn.guard_version(w.kind, w.id), true) "
			"from (select case when s.cohort_id is null then 'network' else 'cohort' "
			"end as kind, coalesce(s.cohort_id, s.network_id) as id) w where s.id is "
			"not null) y)::text from trinn.engagements e left join trinn.sessions s "
			"on s.county_id = e.county_id and s.engagement_id = e.id and s.id = "
			"$3::int8 where e.county_id = (select trinn.caller_county()) and e.id = "
			"$1::int8",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_AGREE_ENGAGEMENT] = {
		.name = "agree_engagement",
		.sql =
			"with changed as (update trinn.engagements set state = 'agreed', "
			"agreed_by = trinn.caller_person(), agreed_note = $3::text, is_related = "
			"is_related or $4::text is not null, relation = nullif(concat_ws('; ', "
			"relation, $4::text), ''), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'agree_engagement')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_RELATION] = {
		.name = "correct_relation",
		.sql =
			"with changed as (update trinn.engagements set is_related = $3::bool, "
			"relation = $4::text, version = version + 1, former_relations = "
			"former_relations || jsonb_build_object('isRelated', is_related, "
			"'relation', relation, 'replacedOn', trinn.today(), 'reason', $5::text) "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'correct_relation')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LEAVE_ENGAGEMENT] = {
		.name = "leave_engagement",
		.sql =
			"with changed as (update trinn.engagements set state = $3::text, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'leave_engagement')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_HOURS] = {
		.name = "insert_hours",
		.sql =
			"with made as (insert into trinn.hours (county_id, engagement_id, hub_id, "
			"partner_id, firm_id, order_id, session_id, what, theme, ordered_minutes) "
			"select e.county_id, e.id, e.hub_id, e.partner_id, t.firm_id, $2::int8, "
			"$3::int8, $4::text, $5::text, t.minutes from trinn.engagements e, "
			"unnest($6::int8[], $7::int8[]) t(firm_id, minutes) where e.county_id = "
			"trinn.caller_county() and e.id = $1::int8 returning 1) select "
			"trinn.exactly(cardinality($6::int8[]), (select count(*) from made), "
			"'insert_hours')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PARTNER_INVOICE] = {
		.name = "insert_partner_invoice",
		.sql =
			"with made as (insert into trinn.partner_invoices (county_id, hub_id, "
			"partner_id, engagement_id, number, issued_on, amount_ore, reason) select "
			"e.county_id, e.hub_id, e.partner_id, e.id, $2::text, $3::date, $4::int8, "
			"$5::text from trinn.engagements e where e.county_id = "
			"trinn.caller_county() and e.id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_partner_invoice')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_INVOICE_HOURS] = {
		.name = "invoice_hours",
		.sql =
			"with changed as (update trinn.hours set state = 'invoiced', "
			"invoice_number = $2::text, version = version + 1 where county_id = "
			"trinn.caller_county() and engagement_id = $1::int8 and id in (select "
			"t.id::bigint from jsonb_array_elements_text($3::jsonb) as t(id)) "
			"returning 1) select trinn.exactly(jsonb_array_length($3::jsonb), (select "
			"count(*) from changed), 'invoice_hours')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_PARTNER_INVOICE] = {
		.name = "correct_partner_invoice",
		.sql =
			"with changed as (update trinn.partner_invoices set number = $3::text "
			"where county_id = trinn.caller_county() and engagement_id = $1::int8 and "
			"number = $2::text returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'correct_partner_invoice')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CREDIT_PARTNER_INVOICE] = {
		.name = "credit_partner_invoice",
		.sql =
			"with changed as (update trinn.partner_invoices set credited_on = "
			"trinn.today(), credit_note = $3::text, credited_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()) where "
			"county_id = trinn.caller_county() and engagement_id = $1::int8 and "
			"number = $2::text returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'credit_partner_invoice')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_FAGPARTNER_FIGURES] = {
		.name = "fagpartner_figures",
		.sql =
			"select json_agg(json_build_object('hub', json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name), 'trackId', "
			"s.track_id::text, 'deliveredMinutes', s.delivered, "
			"'localDeliveredMinutes', s.local_delivered, 'localBasisPoints', "
			"trinn.basis_points(s.local_delivered, s.delivered), "
			"'relatedDeliveredMinutes', s.related_delivered, 'confirmedMinutes', "
			"s.confirmed, 'localConfirmedMinutes', s.local_confirmed) order by "
			"o.name, o.id, s.track_id)::text, null::text from (select e.hub_id, "
			"e.track_id, sum(coalesce(h.confirmed_minutes, h.delivered_minutes)) as "
			"delivered, coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_local), 0) as local_delivered, "
			"coalesce(sum(coalesce(h.confirmed_minutes, h.delivered_minutes)) filter "
			"(where e.is_related), 0) as related_delivered, "
			"coalesce(sum(h.confirmed_minutes), 0) as confirmed, "
			"coalesce(sum(h.confirmed_minutes) filter (where e.is_local), 0) as "
			"local_confirmed from trinn.hours h join trinn.engagements e on "
			"e.county_id = h.county_id and e.id = h.engagement_id where h.county_id = "
			"(select trinn.caller_county()) and h.delivered_on is not null and "
			"($1::date is null or h.delivered_on >= $1::date) and ($2::date is null "
			"or h.delivered_on <= $2::date) group by 1, 2) s join trinn.organisations "
			"o on o.id = s.hub_id",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_FINAL_REPORT] = {
		.name = "final_report",
		.sql =
			"select null::text as etag, r.document::text as document from (with "
			"recursive period as (select int4range($2::int8::int, case when $3::int8 "
			"is not null then greatest($3::int8 + 1, coalesce($2::int8, 0))::int end) "
			"as years), under as (select g.id, g.code, g.name, "
			"trinn.programme_state(g) as state, g.digital_parts, g.green_parts, "
			"g.county_id, 0 as depth from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $1::int8 union all select "
			"g.id, g.code, g.name, trinn.programme_state(g) as state, "
			"g.digital_parts, g.green_parts, g.county_id, u.depth + 1 from under u "
			"join trinn.programmes g on g.county_id = u.county_id and g.parent_id = "
			"u.id), all_cases as (select c.programme_id, a.id, a.state, "
			"a.applied_ore, a.applicant_kind, a.applicant_id, a.case_number, a.title, "
			"a.submitted_at from trinn.applications a join trinn.calls c on "
			"c.county_id = a.county_id and c.id = a.call_id where a.county_id = "
			"(select trinn.caller_county()) and c.programme_id in (select id from "
			"under) and a.state <> 'draft'), cases as (select * from all_cases where "
			"extract(year from submitted_at at time zone 'Europe/Oslo')::int <@ "
			"(select years from period)), claimed as (select c.programme_id, "
			"c.case_number, k.id, k.number, k.state, k.amount_ore, k.approved_ore, "
			"k.submitted_at from trinn.claims k join all_cases c on c.id = "
			"k.application_id join trinn.grants g on g.county_id = k.county_id and "
			"g.id = k.grant_id where k.county_id = (select trinn.caller_county()) and "
			"g.year <@ (select years from period)), money as (select c.programme_id, "
			"g.id, g.amount_ore, g.remaining_ore, trinn.gave_nothing(g) as "
			"gave_nothing, case when c.applicant_kind = 'firm' then c.applicant_id "
			"end as firm_id from trinn.grants g join all_cases c on c.id = "
			"g.application_id where g.county_id = (select trinn.caller_county()) and "
			"g.year <@ (select years from period)), paid as (select p.programme_id, "
			"p.amount_ore from trinn.payments p where p.county_id = (select "
			"trinn.caller_county()) and p.state = 'paid' and p.programme_id in "
			"(select id from under) and p.year <@ (select years from period)), on_way "
			"as (select e.programme_id, e.id, e.firm_id, e.hub_id, e.state, e.stage, "
			"e.waiting_since, e.recommended_stage from trinn.enrolments e where "
			"e.county_id = (select trinn.caller_county()) and e.programme_id in "
			"(select id from under) and ((select lower_inf(years) and "
			"upper_inf(years) from period) or exists (select from trinn.passages p "
			"where p.county_id = e.county_id and p.enrolment_id = e.id and p.year <@ "
			"(select years from period)))), interviews as (select t.enrolment_id, "
			"t.phase, t.id, t.held_on, t.dimensions, t.digital_strategy_written, "
			"t.green_strategy_written from trinn.assessments t join trinn.enrolments "
			"e on e.county_id = t.county_id and e.id = t.enrolment_id where "
			"t.county_id = (select trinn.caller_county()) and t.state = 'final' and "
			"t.interviewer_id is not null and e.programme_id in (select id from "
			"under)), interviewed as (select b.held_on as before_on, b.dimensions as "
			"before, b.digital_strategy_written as digital_before, "
			"b.green_strategy_written as green_before, a.held_on as after_on, "
			"a.dimensions as after, a.digital_strategy_written as digital_after, "
			"a.green_strategy_written as green_after from (select distinct on "
			"(enrolment_id) * from interviews where phase = 'before' order by "
			"enrolment_id, held_on, id) b full join (select distinct on "
			"(enrolment_id) * from interviews where phase = 'after' order by "
			"enrolment_id, held_on desc, id desc) a using (enrolment_id)), found as "
			"(select r.* from trinn.results r join trinn.enrolments e on e.county_id "
			"= r.county_id and e.id = r.enrolment_id where r.county_id = (select "
			"trinn.caller_county()) and e.programme_id in (select id from under) and "
			"exists (select from trinn.passages p where p.county_id = r.county_id and "
			"p.enrolment_id = r.enrolment_id and p.stage is not distinct from "
			"nullif(r.stage, 0) and p.year <@ (select years from period))), begun as "
			"(select j.* from trinn.projects j where j.county_id = (select "
			"trinn.caller_county()) and j.programme_id in (select id from under) and "
			"(select extract(year from min(f.agreed_on))::int from "
			"trinn.project_firms f where f.county_id = j.county_id and f.project_id = "
			"j.id) <@ (select years from period)), reached as (select w.hub_id, "
			"w.firm_id, o.municipality_no, o.has_registered_employees and "
			"coalesce(o.employees, 1) between 1 and 19 as is_small, bool_or(exists "
			"(select from trinn.passages p where p.county_id = (select "
			"trinn.caller_county()) and p.enrolment_id = w.id and p.enrolled and "
			"p.year <@ (select years from period))) as in_stage from on_way w join "
			"trinn.organisations o on o.id = w.firm_id group by w.hub_id, w.firm_id, "
			"o.id), published as (select f.year, f.municipality_no, f.name, f.firms "
			"from trinn.firms_by_municipality f where f.year = (select max(year) from "
			"trinn.firms_by_municipality) and left(f.municipality_no, 2) = (select "
			"c.number from trinn.counties c where c.id = (select "
			"trinn.caller_county()))) select json_build_object('programme', (select "
			"json_build_object('id', u.id::text, 'code', u.code, 'name', u.name) from "
			"under u where u.depth = 0), 'asOf', trinn.today(), 'fromYear', $2::int8, "
			"'toYear', $3::int8, 'total', (select json_build_object('applications', "
			"(select count(*) from cases c where u.id is null or c.programme_id = "
			"u.id), 'appliedOre', (select coalesce(sum(c.applied_ore), 0) from cases "
			"c where u.id is null or c.programme_id = u.id), 'grants', (select "
			"count(*) from money m where (u.id is null or m.programme_id = u.id) and "
			"not m.gave_nothing), 'grantedOre', (select coalesce(sum(m.amount_ore), "
			"0) from money m where (u.id is null or m.programme_id = u.id) and not "
			"m.gave_nothing), 'paidOre', (select coalesce(sum(p.amount_ore), 0) from "
			"paid p where u.id is null or p.programme_id = u.id), 'firms', (select "
			"count(distinct w.firm_id) from (select programme_id, firm_id from on_way "
			"union all select programme_id, firm_id from money where not "
			"gave_nothing) w where u.id is null or w.programme_id = u.id), 'hubs', "
			"(select count(distinct w.hub_id) from on_way w where u.id is null or "
			"w.programme_id = u.id), 'currency', 'NOK') from (select null::bigint as "
			"id) u), 'outcomes', coalesce((select json_agg(json_build_object('state', "
			"t.state, 'applications', t.n) order by t.state) from (select state, "
			"count(*) as n from cases group by 1) t), '[]'), 'enrolments', "
			"coalesce((select json_agg(json_build_object('state', t.state, 'firms', "
			"t.n) order by t.state) from (select state, count(distinct firm_id) as n "
			"from on_way group by 1) t), '[]'), 'stages', coalesce((select "
			"json_agg(json_build_object('programmeId', t.programme_id::text, 'stage', "
			"t.stage, 'name', n.name, 'enrolled', t.enrolled, 'completed', "
			"t.completed, 'dropped', t.dropped, 'completedBasisPoints', "
			"trinn.basis_points(t.completed, t.enrolled)) order by u.depth, u.name, "
			"u.id, t.stage) from (select p.programme_id, p.stage, count(*) filter "
			"(where p.enrolled) as enrolled, count(*) filter (where p.completed) as "
			"completed, count(*) filter (where p.dropped_out) as dropped from "
			"trinn.passages p where p.county_id = (select trinn.caller_county()) and "
			"p.programme_id in (select id from under) and p.stage is not null and "
			"p.year <@ (select years from period) group by 1, 2) t join under u on "
			"u.id = t.programme_id join trinn.programmes g on g.county_id = "
			"u.county_id and g.id = u.id left join trinn.stages n on n.county_id = "
			"g.county_id and n.programme_id = g.id and n.programme_version = "
			"g.current_version and n.number = t.stage), '[]'), 'delivery', (select "
			"json_build_object('profile', case when u.digital_parts is not null then "
			"json_build_object('digitalParts', u.digital_parts, 'greenParts', "
			"u.green_parts, 'digitalBasisPoints', p.bp) end, 'planned', "
			"trinn.delivery_json(coalesce(sum(s.planned_minutes) filter (where "
			"s.delivered_by = 'hub'), 0), coalesce(sum(s.planned_minutes) filter "
			"(where s.delivered_by = 'fagpartner'), 0) + d.planned, "
			"coalesce(sum(s.planned_minutes) filter (where s.theme = 'digital'), 0) + "
			"d.planned_digital, coalesce(sum(s.planned_minutes) filter (where s.theme "
			"= 'green'), 0) + d.planned - d.planned_digital, p.bp), 'held', "
			"trinn.delivery_json(coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.delivered_by = 'hub'), 0), coalesce(sum(s.held_minutes - "
			"(select coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int "
			"from trinn.hours h where h.county_id = s.county_id and h.session_id = "
			"s.id)) filter (where s.delivered_by = 'fagpartner'), 0) + d.held, "
			"coalesce(sum(s.held_minutes - (select coalesce(sum(h.delivered_minutes - "
			"h.confirmed_minutes), 0)::int from trinn.hours h where h.county_id = "
			"s.county_id and h.session_id = s.id)) filter (where s.theme = "
			"'digital'), 0) + d.held_digital, coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.theme = 'green'), 0) + d.held - d.held_digital, p.bp)) "
			"from under u left join trinn.cohorts c on c.county_id = u.county_id and "
			"c.programme_id in (select id from under) left join trinn.sessions s on "
			"s.county_id = c.county_id and s.cohort_id = c.id and s.state <> "
			"'cancelled' and (s.state = 'planned' or s.delivered_by = 'fagpartner' or "
			"exists (select from trinn.attendances a where a.county_id = s.county_id "
			"and a.session_id = s.id and a.head_count > 0)) and extract(year from "
			"s.starts_at at time zone 'Europe/Oslo')::int <@ (select years from "
			"period), lateral (select trinn.basis_points(u.digital_parts, "
			"u.digital_parts + u.green_parts) as bp) p, lateral (select "
			"coalesce(sum(o.planned), 0)::bigint as planned, coalesce(sum(o.held), "
			"0)::bigint as held, coalesce(sum(o.planned_digital), 0)::bigint as "
			"planned_digital, coalesce(sum(o.held_digital), 0)::bigint as "
			"held_digital from trinn.tracks t, lateral (select "
			"coalesce(sum(greatest(o.planned - w.planned, 0)), 0)::bigint as planned, "
			"coalesce(sum(o.held), 0)::bigint as held, "
			"coalesce(sum(greatest(o.planned - w.planned, 0)) filter (where o.theme = "
			"'digital'), 0)::bigint as planned_digital, coalesce(sum(o.held) filter "
			"(where o.theme = 'digital'), 0)::bigint as held_digital from "
			"trinn.engagements g, lateral (select h.theme, sum(h.ordered_minutes - "
			"h.freed_minutes) as planned, sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) as held from trinn.hours h where h.county_id = "
			"g.county_id and h.engagement_id = g.id and h.session_id is null group by "
			"h.theme) o, lateral (select coalesce(sum(s.planned_minutes), 0) as "
			"planned from trinn.sessions s where s.county_id = g.county_id and "
			"s.partner_id = g.partner_id and s.engagement_id = g.id and s.state = "
			"'planned' and coalesce(s.theme, o.theme) = o.theme and not exists "
			"(select from trinn.hours h where h.county_id = s.county_id and "
			"h.session_id = s.id and h.state <> 'cancelled')) w where g.county_id = "
			"t.county_id and g.track_id = t.id) o where t.county_id = u.county_id and "
			"t.programme_id in (select id from under)) d where u.depth = 0 group by "
			"u.digital_parts, u.green_parts, p.bp, d.planned, d.held, "
			"d.planned_digital, d.held_digital), 'ownShare', (select "
			"json_build_object('copayments', count(*), 'raisedOre', "
			"coalesce(sum(c.amount_ore), 0), 'paidOre', coalesce(sum(m.paid), 0), "
			"'waivedOre', coalesce(sum(m.waived), 0), 'writtenOffOre', "
			"coalesce(sum(m.written_off), 0), 'creditedOre', "
			"coalesce(sum(m.credited), 0), 'openOre', coalesce(sum(c.open_ore), 0), "
			"'aidOre', coalesce(sum(coalesce(c.settled_aid_ore, c.aid_ore)), 0), "
			"'unpricedAidOre', (select coalesce(sum(u.ore), 0)::bigint from "
			"trinn.enrolments e cross join lateral (select t.stage, t.hub_id, "
			"(t.began_at at time zone 'Europe/Oslo')::date as on_day, "
			"s.service_value_ore as ore, case when t.is_over then 'settled' else "
			"'reserved' end as state from (select x.round, x.stage, min(x.at) as "
			"began_at, (array_agg(x.hub_id order by x.seq desc))[1] as hub_id, "
			"coalesce(max(x.programme_version) filter (where x.to_state <> "
			"'completed'), max(x.programme_version)) as version, bool_or(x.to_state "
			"in ('active', 'completed')) as has_begun, bool_or(x.to_state = "
			"'completed') as is_completed, bool_or(x.to_state = 'completed') or "
			"x.round < e.round or e.state in ('finished', 'dropped_out') as is_over "
			"from trinn.enrolment_steps x where x.county_id = e.county_id and "
			"x.enrolment_id = e.id and x.to_state in ('enrolled', 'active', "
			"'completed') group by x.round, x.stage) t join trinn.stages s on "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = t.version and s.number = t.stage where "
			"s.service_value_ore > 0 and coalesce(s.price_ore, s.price_cap_ore, 0) = "
			"0 and (t.has_begun or e.state = 'enrolled' and e.round = t.round and "
			"e.stage = t.stage) and (t.is_completed or not t.is_over or "
			"trinn.is_served(e.county_id, e.id, e.firm_id, e.programme_id, t.stage, "
			"(t.began_at at time zone 'Europe/Oslo')::date, coalesce((select "
			"(min(n.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"> t.round), 'infinity'))) and not exists (select from trinn.copayments c "
			"where c.county_id = e.county_id and c.enrolment_id = e.id and c.round = "
			"t.round and c.stage = t.stage)) u where e.county_id = (select "
			"trinn.caller_county()) and e.programme_id in (select id from under) and "
			"extract(year from u.on_day)::int <@ (select years from period)), "
			"'currency', 'NOK') from trinn.copayments c, lateral (select "
			"-sum(e.receivable_ore) filter (where e.account = 'bank') as paid, "
			"sum(e.amount_ore) filter (where e.kind = 'waive') as waived, "
			"-sum(e.receivable_ore) filter (where e.account = 'loss') as written_off, "
			"sum(e.amount_ore) filter (where e.kind = 'credit') as credited from "
			"trinn.copayment_entries e where e.county_id = c.county_id and "
			"e.copayment_id = c.id) m where c.county_id = (select "
			"trinn.caller_county()) and c.programme_id in (select id from under) and "
			"extract(year from c.raised_on)::int <@ (select years from period)), "
			"'money', json_build_object('grantedOre', (select "
			"coalesce(sum(m.amount_ore), 0) from money m where not m.gave_nothing), "
			"'claimedOre', (select coalesce(sum(k.amount_ore), 0) from claimed k "
			"where k.state <> 'rejected'), 'releasedOre', (select "
			"coalesce(sum(k.approved_ore), 0) from claimed k where k.state = "
			"'released'), 'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid "
			"p), 'lines', coalesce((select json_agg(json_build_object('fundingLine', "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name), "
			"'year', t.year, 'appropriatedOre', t.appropriated, 'grantedOre', "
			"t.granted, 'claimedOre', t.claimed, 'paidOre', t.paid) order by l.name, "
			"l.id, t.year) from trinn.funding_lines l, lateral (select x.year, "
			"coalesce(sum(x.appropriated), 0) as appropriated, "
			"coalesce(sum(x.granted), 0) as granted, coalesce(sum(x.claimed), 0) as "
			"claimed, coalesce(sum(x.paid), 0) as paid from (select a.year, "
			"a.amount_ore as appropriated, null::bigint as granted, null::bigint as "
			"claimed, null::bigint as paid from trinn.appropriations a where "
			"a.county_id = l.county_id and a.funding_line_id = l.id and a.year <@ "
			"(select years from period) union all select s.year, null, s.amount_ore, "
			"null, null from trinn.grant_parts s join trinn.grants g on g.county_id = "
			"s.county_id and g.id = s.grant_id and not trinn.gave_nothing(g) where "
			"s.county_id = l.county_id and s.funding_line_id = l.id and s.year <@ "
			"(select years from period) union all select s.year, null, null, "
			"p.amount_ore, case when y.state = 'paid' then p.approved_ore end from "
			"trinn.grant_parts s join trinn.claim_parts p on p.county_id = "
			"s.county_id and p.grant_id = s.grant_id and p.position = s.position join "
			"trinn.claims k on k.county_id = p.county_id and k.id = p.claim_id and "
			"k.state <> 'rejected' left join trinn.payments y on y.county_id = "
			"k.county_id and y.claim_id = k.id where s.county_id = l.county_id and "
			"s.funding_line_id = l.id and s.year <@ (select years from period)) x "
			"group by x.year) t where l.county_id = (select trinn.caller_county()) "
			"and (l.programme_id in (select id from under) or l.id in (select "
			"s.funding_line_id from trinn.grant_parts s join money m on m.id = "
			"s.grant_id and not m.gave_nothing where s.county_id = (select "
			"trinn.caller_county())))), '[]'), 'costGroups', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'plannedOre', t.planned, 'grantedOre', t.granted, "
			"'usedOre', t.used) order by t.cost_group) from (select x.cost_group, "
			"coalesce(bool_or(x.earmarked), false) as earmarked, "
			"coalesce(sum(x.planned), 0) as planned, coalesce(sum(x.granted), 0) as "
			"granted, coalesce(sum(x.used), 0) as used from (select g.cost_group, "
			"g.earmarked, g.budget_ore as planned, g.amount_ore as granted, "
			"null::bigint as used from trinn.grant_costs g join money m on m.id = "
			"g.grant_id and not m.gave_nothing where g.county_id = (select "
			"trinn.caller_county()) union all select c.cost_group, null, null, null, "
			"c.amount_ore from trinn.claim_costs c join claimed k on k.id = "
			"c.claim_id and k.state = 'released' where c.county_id = (select "
			"trinn.caller_county())) x group by x.cost_group) t), '[]'), 'currency', "
			"'NOK'), 'samplings', (select json_build_object('samplings', "
			"count(distinct s.id), 'closed', count(distinct s.id) filter (where "
			"s.state = 'closed'), 'cases', count(*), 'lookedInto', count(t.finding), "
			"'remarks', count(*) filter (where t.severity = 'remark'), 'breaches', "
			"count(*) filter (where t.severity = 'breach'), 'followedUp', count(*) "
			"filter (where t.follow_up is not null and t.closed_on is not null), "
			"'overdue', count(*) filter (where t.follow_up_by < trinn.today() and "
			"t.closed_on is null)) from trinn.samplings s join trinn.sampled_cases t "
			"on t.county_id = s.county_id and t.sampling_id = s.id where s.county_id "
			"= (select trinn.caller_county()) and s.programme_id in (select id from "
			"under) and extract(year from s.drawn_at at time zone 'Europe/Oslo')::int "
			"<@ (select years from period)), 'hubs', coalesce((select "
			"json_agg(json_build_object('hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'firms', t.firms, 'finished', "
			"t.finished, 'dropped', t.dropped) order by o.name, o.id) from (select "
			"w.hub_id, count(distinct w.firm_id) as firms, count(distinct w.firm_id) "
			"filter (where w.state = 'finished') as finished, count(distinct "
			"w.firm_id) filter (where w.state = 'dropped_out') as dropped from on_way "
			"w group by 1) t join trinn.organisations o on o.id = t.hub_id), '[]'), "
			"'results', (select json_build_object('results', count(*), 'costOre', "
			"coalesce(sum(r.cost_ore), 0), 'measured', count(m.months), 'moreOre', "
			"coalesce(sum(m.effect_ore) filter (where m.effect_ore > 0), 0), "
			"'lessOre', coalesce(-sum(m.effect_ore) filter (where m.effect_ore < 0), "
			"0), 'stories', count(*) filter (where r.story is not null), "
			"'measurements', (select json_agg(f.said order by n.months) from "
			"unnest('{0,6,12}'::int[]) n(months), lateral (select "
			"json_build_object('months', n.months, 'measured', count(t.months), "
			"'inMoney', count(t.effect_ore), 'moreOre', coalesce(sum(t.effect_ore) "
			"filter (where t.effect_ore > 0), 0), 'lessOre', "
			"coalesce(-sum(t.effect_ore) filter (where t.effect_ore < 0), 0), "
			"'inShare', count(t.effect_bp), 'moreInShare', count(*) filter (where "
			"t.effect_bp > 0), 'leastMoreBasisPoints', min(t.effect_bp) filter (where "
			"t.effect_bp > 0), 'medianMoreBasisPoints', round(percentile_cont(0.5) "
			"within group (order by t.effect_bp) filter (where t.effect_bp > "
			"0))::int, 'mostMoreBasisPoints', max(t.effect_bp) filter (where "
			"t.effect_bp > 0), 'lessInShare', count(*) filter (where t.effect_bp < "
			"0), 'leastLessBasisPoints', min(-t.effect_bp) filter (where t.effect_bp "
			"< 0), 'medianLessBasisPoints', round(percentile_cont(0.5) within group "
			"(order by -t.effect_bp) filter (where t.effect_bp < 0))::int, "
			"'mostLessBasisPoints', max(-t.effect_bp) filter (where t.effect_bp < 0), "
			"'missing', count(*) filter (where t.months is null and (b.on_day + "
			"make_interval(months => n.months))::date <= trinn.today())) as said from "
			"found d left join (select * from trinn.measurements m where not exists "
			"(select from trinn.measurements k where k.county_id = m.county_id and "
			"k.corrects = m.id)) t on t.county_id = d.county_id and t.result_id = "
			"d.id and t.months = n.months left join (select * from trinn.measurements "
			"m where not exists (select from trinn.measurements k where k.county_id = "
			"m.county_id and k.corrects = m.id)) b on b.county_id = d.county_id and "
			"b.result_id = d.id and b.months = 0) f), 'currency', 'NOK') from found r "
			"left join lateral (select t.months, t.effect_ore from (select * from "
			"trinn.measurements m where not exists (select from trinn.measurements k "
			"where k.county_id = m.county_id and k.corrects = m.id)) t where "
			"t.county_id = r.county_id and t.result_id = r.id order by t.months desc "
			"limit 1) m on true), 'projects', (select json_build_object('projects', "
			"count(*), 'done', count(*) filter (where j.state = 'done'), "
			"'researchPilots', count(*) filter (where j.is_research_pilot), 'states', "
			"coalesce((select json_agg(json_build_object('state', t.state, "
			"'projects', t.n) order by t.state) from (select state, count(*) as n "
			"from begun group by 1) t), '[]'), 'appliedOnwardOre', "
			"coalesce(sum(n.applied_ore), 0), 'grantedOnwardOre', "
			"coalesce(sum(n.granted_ore) filter (where j.state <> 'given_up'), 0), "
			"'givenUpOnwardOre', coalesce(sum(n.granted_ore) filter (where j.state = "
			"'given_up'), 0), 'onward', coalesce((select "
			"json_agg(json_build_object('sentTo', t.sent_to, 'outcome', t.outcome, "
			"'applications', t.n, 'appliedOre', t.applied_ore, 'grantedOre', "
			"t.granted_ore) order by t.sent_to, t.outcome) from (select o.sent_to, "
			"a.outcome, count(*) as n, sum(o.applied_ore) as applied_ore, "
			"coalesce(sum(a.granted_ore), 0) as granted_ore from begun b join "
			"trinn.onward_applications o on o.county_id = b.county_id and "
			"o.project_id = b.id cross join lateral trinn.onward_answer(o) a group by "
			"1, 2) t), '[]'), 'currency', 'NOK') from begun j left join lateral "
			"(select sum(t.applied_ore) as applied_ore, sum(a.granted_ore) as "
			"granted_ore from trinn.onward_applications t cross join lateral "
			"trinn.onward_answer(t) a where t.county_id = j.county_id and "
			"t.project_id = j.id) n on true), 'maturity', (select "
			"json_build_object('before', count(*) filter (where extract(year from "
			"i.before_on)::int <@ (select years from period)), 'after', count(*) "
			"filter (where extract(year from i.after_on)::int <@ (select years from "
			"period)), 'both', count(i.before_on) filter (where extract(year from "
			"i.after_on)::int <@ (select years from period)), 'dimensions', (select "
			"json_agg(m.said order by d.n) from "
			"unnest('{digital,green,organisation,strategy}'::text[]) with ordinality "
			"d(name, n), lateral (select json_build_object('dimension', d.name, "
			"'firms', count(*), 'up', count(*) filter (where v.after > v.before), "
			"'same', count(*) filter (where v.after = v.before), 'down', count(*) "
			"filter (where v.after < v.before), 'before', json_build_array(count(*) "
			"filter (where v.before = 1), count(*) filter (where v.before = 2), "
			"count(*) filter (where v.before = 3), count(*) filter (where v.before = "
			"4), count(*) filter (where v.before = 5)), 'after', "
			"json_build_array(count(*) filter (where v.after = 1), count(*) filter "
			"(where v.after = 2), count(*) filter (where v.after = 3), count(*) "
			"filter (where v.after = 4), count(*) filter (where v.after = 5))) as "
			"said from (select (t.before->>d.name)::int as before, "
			"(t.after->>d.name)::int as after from interviewed t where extract(year "
			"from t.after_on)::int <@ (select years from period)) v where "
			"num_nulls(v.before, v.after) = 0) m), 'strategies', "
			"json_build_array(json_build_object('strategy', 'digital', 'firms', "
			"count(*) filter (where digital_now), 'before', count(*) filter (where "
			"digital_now and i.digital_before), 'after', count(*) filter (where "
			"digital_now and i.digital_after)), json_build_object('strategy', "
			"'green', 'firms', count(*) filter (where green_now), 'before', count(*) "
			"filter (where green_now and i.green_before), 'after', count(*) filter "
			"(where green_now and i.green_after))), 'recommended', coalesce((select "
			"json_agg(json_build_object('stage', r.stage, 'firms', r.firms) order by "
			"r.stage) from (select w.recommended_stage as stage, count(*) as firms "
			"from on_way w where w.recommended_stage is not null group by 1) r), "
			"'[]')) from interviewed i, lateral (select extract(year from "
			"i.after_on)::int <@ (select years from period) as is_now) y, lateral "
			"(select y.is_now and num_nulls(i.digital_before, i.digital_after) = 0 as "
			"digital_now, y.is_now and num_nulls(i.green_before, i.green_after) = 0 "
			"as green_now) n), 'feedback', (select json_build_object('sessions', "
			"count(distinct t.session_id), 'firms', count(distinct t.firm_id), "
			"'answers', count(t.score), 'meanHundredths', round(100 * "
			"avg(t.score))::int, 'byScore', json_build_array(count(*) filter (where "
			"t.score = 1), count(*) filter (where t.score = 2), count(*) filter "
			"(where t.score = 3), count(*) filter (where t.score = 4), count(*) "
			"filter (where t.score = 5))) from trinn.cohorts c join trinn.sessions s "
			"on s.county_id = c.county_id and s.cohort_id = c.id join trinn.feedback "
			"t on t.county_id = s.county_id and t.session_id = s.id where c.county_id "
			"= (select trinn.caller_county()) and c.programme_id in (select id from "
			"under) and extract(year from s.starts_at at time zone "
			"'Europe/Oslo')::int <@ (select years from period)), 'fagpartnerHours', "
			"(select json_build_object('deliveredMinutes', "
			"coalesce(sum(coalesce(h.confirmed_minutes, h.delivered_minutes)), 0), "
			"'localDeliveredMinutes', coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_local), 0), 'localBasisPoints', "
			"trinn.basis_points(coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_local), 0), "
			"sum(coalesce(h.confirmed_minutes, h.delivered_minutes))), "
			"'relatedDeliveredMinutes', coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_related), 0), "
			"'confirmedMinutes', coalesce(sum(h.confirmed_minutes), 0), "
			"'localConfirmedMinutes', coalesce(sum(h.confirmed_minutes) filter (where "
			"e.is_local), 0)) from trinn.tracks t join trinn.engagements e on "
			"e.county_id = t.county_id and e.track_id = t.id join trinn.hours h on "
			"h.county_id = e.county_id and h.engagement_id = e.id where t.county_id = "
			"(select trinn.caller_county()) and t.programme_id in (select id from "
			"under) and extract(year from h.delivered_on)::int <@ (select years from "
			"period)), 'reach', (select json_build_object('year', (select max(year) "
			"from published), 'municipalities', coalesce((select json_agg(t.said "
			"order by t.name) from (select p.name, "
			"json_build_object('municipalityNo', p.municipality_no, 'name', p.name, "
			"'firms', p.firms, 'followed', count(distinct r.firm_id) filter (where "
			"r.is_small), 'inStage', count(distinct r.firm_id) filter (where "
			"r.is_small and r.in_stage), 'others', count(distinct r.firm_id) filter "
			"(where not r.is_small), 'followedBasisPoints', "
			"trinn.basis_points(count(distinct r.firm_id) filter (where r.is_small), "
			"p.firms)) as said from published p left join reached r on "
			"r.municipality_no = p.municipality_no group by p.municipality_no, "
			"p.name, p.firms) t), '[]'), 'hubs', coalesce((select json_agg(t.said "
			"order by t.name, t.id) from (select o.name, o.id, "
			"json_build_object('hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'firms', a.firms, 'followed', count(distinct "
			"r.firm_id) filter (where r.is_small), 'inStage', count(distinct "
			"r.firm_id) filter (where r.is_small and r.in_stage), 'others', "
			"count(distinct r.firm_id) filter (where not r.is_small), "
			"'followedBasisPoints', trinn.basis_points(count(distinct r.firm_id) "
			"filter (where r.is_small), a.firms)) as said from (select h.hub_id, "
			"sum(p.firms)::bigint as firms, array_agg(p.municipality_no) as area from "
			"published p join trinn.hub_areas h on h.county_id = (select "
			"trinn.caller_county()) and h.id = trinn.area_of(p.municipality_no, "
			"trinn.today()) group by 1) a join trinn.organisations o on o.id = "
			"a.hub_id left join reached r on r.hub_id = a.hub_id and "
			"r.municipality_no = any (a.area) group by o.id, a.firms) t), '[]'))), "
			"'progressReports', (select json_build_object('reports', count(*), "
			"'approved', count(*) filter (where t.state = 'approved'), 'overdue', "
			"count(*) filter (where coalesce(t.due_again_on, t.due_on) < "
			"trinn.today() and t.state in ('expected', 'returned'))) from "
			"trinn.progress_reports t join all_cases c on c.id = t.application_id "
			"where t.county_id = (select trinn.caller_county()) and t.state <> "
			"'withdrawn' and extract(year from t.due_on)::int <@ (select years from "
			"period))) as document where exists (select from under) and (select "
			"trinn.caller_role()) in ('caseworker', 'decision_maker', "
			"'programme_lead', 'secretary', 'archivist', 'auditor')) r",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_FINAL_REPORT_TABLE] = {
		.name = "final_report_table",
		.sql =
			"with recursive report as (with recursive period as (select "
			"int4range($2::int8::int, case when $3::int8 is not null then "
			"greatest($3::int8 + 1, coalesce($2::int8, 0))::int end) as years), under "
			"as (select g.id, g.code, g.name, trinn.programme_state(g) as state, "
			"g.digital_parts, g.green_parts, g.county_id, 0 as depth from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id, g.code, g.name, "
			"trinn.programme_state(g) as state, g.digital_parts, g.green_parts, "
			"g.county_id, u.depth + 1 from under u join trinn.programmes g on "
			"g.county_id = u.county_id and g.parent_id = u.id), all_cases as (select "
			"c.programme_id, a.id, a.state, a.applied_ore, a.applicant_kind, "
			"a.applicant_id, a.case_number, a.title, a.submitted_at from "
			"trinn.applications a join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id where a.county_id = (select trinn.caller_county()) and "
			"c.programme_id in (select id from under) and a.state <> 'draft'), cases "
			"as (select * from all_cases where extract(year from submitted_at at time "
			"zone 'Europe/Oslo')::int <@ (select years from period)), claimed as "
			"(select c.programme_id, c.case_number, k.id, k.number, k.state, "
			"k.amount_ore, k.approved_ore, k.submitted_at from trinn.claims k join "
			"all_cases c on c.id = k.application_id join trinn.grants g on "
			"g.county_id = k.county_id and g.id = k.grant_id where k.county_id = "
			"(select trinn.caller_county()) and g.year <@ (select years from "
			"period)), money as (select c.programme_id, g.id, g.amount_ore, "
			"g.remaining_ore, trinn.gave_nothing(g) as gave_nothing, case when "
			"c.applicant_kind = 'firm' then c.applicant_id end as firm_id from "
			"trinn.grants g join all_cases c on c.id = g.application_id where "
			"g.county_id = (select trinn.caller_county()) and g.year <@ (select years "
			"from period)), paid as (select p.programme_id, p.amount_ore from "
			"trinn.payments p where p.county_id = (select trinn.caller_county()) and "
			"p.state = 'paid' and p.programme_id in (select id from under) and p.year "
			"<@ (select years from period)), on_way as (select e.programme_id, e.id, "
			"e.firm_id, e.hub_id, e.state, e.stage, e.waiting_since, "
			"e.recommended_stage from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.programme_id in (select id from under) and "
			"((select lower_inf(years) and upper_inf(years) from period) or exists "
			"(select from trinn.passages p where p.county_id = e.county_id and "
			"p.enrolment_id = e.id and p.year <@ (select years from period)))), "
			"interviews as (select t.enrolment_id, t.phase, t.id, t.held_on, "
			"t.dimensions, t.digital_strategy_written, t.green_strategy_written from "
			"trinn.assessments t join trinn.enrolments e on e.county_id = t.county_id "
			"and e.id = t.enrolment_id where t.county_id = (select "
			"trinn.caller_county()) and t.state = 'final' and t.interviewer_id is not "
			"null and e.programme_id in (select id from under)), interviewed as "
			"(select b.held_on as before_on, b.dimensions as before, "
			"b.digital_strategy_written as digital_before, b.green_strategy_written "
			"as green_before, a.held_on as after_on, a.dimensions as after, "
			"a.digital_strategy_written as digital_after, a.green_strategy_written as "
			"green_after from (select distinct on (enrolment_id) * from interviews "
			"where phase = 'before' order by enrolment_id, held_on, id) b full join "
			"(select distinct on (enrolment_id) * from interviews where phase = "
			"'after' order by enrolment_id, held_on desc, id desc) a using "
			"(enrolment_id)), found as (select r.* from trinn.results r join "
			"trinn.enrolments e on e.county_id = r.county_id and e.id = "
			"r.enrolment_id where r.county_id = (select trinn.caller_county()) and "
			"e.programme_id in (select id from under) and exists (select from "
			"trinn.passages p where p.county_id = r.county_id and p.enrolment_id = "
			"r.enrolment_id and p.stage is not distinct from nullif(r.stage, 0) and "
			"p.year <@ (select years from period))), begun as (select j.* from "
			"trinn.projects j where j.county_id = (select trinn.caller_county()) and "
			"j.programme_id in (select id from under) and (select extract(year from "
			"min(f.agreed_on))::int from trinn.project_firms f where f.county_id = "
			"j.county_id and f.project_id = j.id) <@ (select years from period)), "
			"reached as (select w.hub_id, w.firm_id, o.municipality_no, "
			"o.has_registered_employees and coalesce(o.employees, 1) between 1 and 19 "
			"as is_small, bool_or(exists (select from trinn.passages p where "
			"p.county_id = (select trinn.caller_county()) and p.enrolment_id = w.id "
			"and p.enrolled and p.year <@ (select years from period))) as in_stage "
			"from on_way w join trinn.organisations o on o.id = w.firm_id group by "
			"w.hub_id, w.firm_id, o.id), published as (select f.year, "
			"f.municipality_no, f.name, f.firms from trinn.firms_by_municipality f "
			"where f.year = (select max(year) from trinn.firms_by_municipality) and "
			"left(f.municipality_no, 2) = (select c.number from trinn.counties c "
			"where c.id = (select trinn.caller_county()))) select "
			"json_build_object('programme', (select json_build_object('id', "
			"u.id::text, 'code', u.code, 'name', u.name) from under u where u.depth = "
			"0), 'asOf', trinn.today(), 'fromYear', $2::int8, 'toYear', $3::int8, "
			"'total', (select json_build_object('applications', (select count(*) from "
			"cases c where u.id is null or c.programme_id = u.id), 'appliedOre', "
			"(select coalesce(sum(c.applied_ore), 0) from cases c where u.id is null "
			"or c.programme_id = u.id), 'grants', (select count(*) from money m where "
			"(u.id is null or m.programme_id = u.id) and not m.gave_nothing), "
			"'grantedOre', (select coalesce(sum(m.amount_ore), 0) from money m where "
			"(u.id is null or m.programme_id = u.id) and not m.gave_nothing), "
			"'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid p where u.id "
			"is null or p.programme_id = u.id), 'firms', (select count(distinct "
			"w.firm_id) from (select programme_id, firm_id from on_way union all "
			"select programme_id, firm_id from money where not gave_nothing) w where "
			"u.id is null or w.programme_id = u.id), 'hubs', (select count(distinct "
			"w.hub_id) from on_way w where u.id is null or w.programme_id = u.id), "
			"'currency', 'NOK') from (select null::bigint as id) u), 'outcomes', "
			"coalesce((select json_agg(json_build_object('state', t.state, "
			"'applications', t.n) order by t.state) from (select state, count(*) as n "
			"from cases group by 1) t), '[]'), 'enrolments', coalesce((select "
			"json_agg(json_build_object('state', t.state, 'firms', t.n) order by "
			"t.state) from (select state, count(distinct firm_id) as n from on_way "
			"group by 1) t), '[]'), 'stages', coalesce((select "
			"json_agg(json_build_object('programmeId', t.programme_id::text, 'stage', "
			"t.stage, 'name', n.name, 'enrolled', t.enrolled, 'completed', "
			"t.completed, 'dropped', t.dropped, 'completedBasisPoints', "
			"trinn.basis_points(t.completed, t.enrolled)) order by u.depth, u.name, "
			"u.id, t.stage) from (select p.programme_id, p.stage, count(*) filter "
			"(where p.enrolled) as enrolled, count(*) filter (where p.completed) as "
			"completed, count(*) filter (where p.dropped_out) as dropped from "
			"trinn.passages p where p.county_id = (select trinn.caller_county()) and "
			"p.programme_id in (select id from under) and p.stage is not null and "
			"p.year <@ (select years from period) group by 1, 2) t join under u on "
			"u.id = t.programme_id join trinn.programmes g on g.county_id = "
			"u.county_id and g.id = u.id left join trinn.stages n on n.county_id = "
			"g.county_id and n.programme_id = g.id and n.programme_version = "
			"g.current_version and n.number = t.stage), '[]'), 'delivery', (select "
			"json_build_object('profile', case when u.digital_parts is not null then "
			"json_build_object('digitalParts', u.digital_parts, 'greenParts', "
			"u.green_parts, 'digitalBasisPoints', p.bp) end, 'planned', "
			"trinn.delivery_json(coalesce(sum(s.planned_minutes) filter (where "
			"s.delivered_by = 'hub'), 0), coalesce(sum(s.planned_minutes) filter "
			"(where s.delivered_by = 'fagpartner'), 0) + d.planned, "
			"coalesce(sum(s.planned_minutes) filter (where s.theme = 'digital'), 0) + "
			"d.planned_digital, coalesce(sum(s.planned_minutes) filter (where s.theme "
			"= 'green'), 0) + d.planned - d.planned_digital, p.bp), 'held', "
			"trinn.delivery_json(coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.delivered_by = 'hub'), 0), coalesce(sum(s.held_minutes - "
			"(select coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int "
			"from trinn.hours h where h.county_id = s.county_id and h.session_id = "
			"s.id)) filter (where s.delivered_by = 'fagpartner'), 0) + d.held, "
			"coalesce(sum(s.held_minutes - (select coalesce(sum(h.delivered_minutes - "
			"h.confirmed_minutes), 0)::int from trinn.hours h where h.county_id = "
			"s.county_id and h.session_id = s.id)) filter (where s.theme = "
			"'digital'), 0) + d.held_digital, coalesce(sum(s.held_minutes - (select "
			"coalesce(sum(h.delivered_minutes - h.confirmed_minutes), 0)::int from "
			"trinn.hours h where h.county_id = s.county_id and h.session_id = s.id)) "
			"filter (where s.theme = 'green'), 0) + d.held - d.held_digital, p.bp)) "
			"from under u left join trinn.cohorts c on c.county_id = u.county_id and "
			"c.programme_id in (select id from under) left join trinn.sessions s on "
			"s.county_id = c.county_id and s.cohort_id = c.id and s.state <> "
			"'cancelled' and (s.state = 'planned' or s.delivered_by = 'fagpartner' or "
			"exists (select from trinn.attendances a where a.county_id = s.county_id "
			"and a.session_id = s.id and a.head_count > 0)) and extract(year from "
			"s.starts_at at time zone 'Europe/Oslo')::int <@ (select years from "
			"period), lateral (select trinn.basis_points(u.digital_parts, "
			"u.digital_parts + u.green_parts) as bp) p, lateral (select "
			"coalesce(sum(o.planned), 0)::bigint as planned, coalesce(sum(o.held), "
			"0)::bigint as held, coalesce(sum(o.planned_digital), 0)::bigint as "
			"planned_digital, coalesce(sum(o.held_digital), 0)::bigint as "
			"held_digital from trinn.tracks t, lateral (select "
			"coalesce(sum(greatest(o.planned - w.planned, 0)), 0)::bigint as planned, "
			"coalesce(sum(o.held), 0)::bigint as held, "
			"coalesce(sum(greatest(o.planned - w.planned, 0)) filter (where o.theme = "
			"'digital'), 0)::bigint as planned_digital, coalesce(sum(o.held) filter "
			"(where o.theme = 'digital'), 0)::bigint as held_digital from "
			"trinn.engagements g, lateral (select h.theme, sum(h.ordered_minutes - "
			"h.freed_minutes) as planned, sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) as held from trinn.hours h where h.county_id = "
			"g.county_id and h.engagement_id = g.id and h.session_id is null group by "
			"h.theme) o, lateral (select coalesce(sum(s.planned_minutes), 0) as "
			"planned from trinn.sessions s where s.county_id = g.county_id and "
			"s.partner_id = g.partner_id and s.engagement_id = g.id and s.state = "
			"'planned' and coalesce(s.theme, o.theme) = o.theme and not exists "
			"(select from trinn.hours h where h.county_id = s.county_id and "
			"h.session_id = s.id and h.state <> 'cancelled')) w where g.county_id = "
			"t.county_id and g.track_id = t.id) o where t.county_id = u.county_id and "
			"t.programme_id in (select id from under)) d where u.depth = 0 group by "
			"u.digital_parts, u.green_parts, p.bp, d.planned, d.held, "
			"d.planned_digital, d.held_digital), 'ownShare', (select "
			"json_build_object('copayments', count(*), 'raisedOre', "
			"coalesce(sum(c.amount_ore), 0), 'paidOre', coalesce(sum(m.paid), 0), "
			"'waivedOre', coalesce(sum(m.waived), 0), 'writtenOffOre', "
			"coalesce(sum(m.written_off), 0), 'creditedOre', "
			"coalesce(sum(m.credited), 0), 'openOre', coalesce(sum(c.open_ore), 0), "
			"'aidOre', coalesce(sum(coalesce(c.settled_aid_ore, c.aid_ore)), 0), "
			"'unpricedAidOre', (select coalesce(sum(u.ore), 0)::bigint from "
			"trinn.enrolments e cross join lateral (select t.stage, t.hub_id, "
			"(t.began_at at time zone 'Europe/Oslo')::date as on_day, "
			"s.service_value_ore as ore, case when t.is_over then 'settled' else "
			"'reserved' end as state from (select x.round, x.stage, min(x.at) as "
			"began_at, (array_agg(x.hub_id order by x.seq desc))[1] as hub_id, "
			"coalesce(max(x.programme_version) filter (where x.to_state <> "
			"'completed'), max(x.programme_version)) as version, bool_or(x.to_state "
			"in ('active', 'completed')) as has_begun, bool_or(x.to_state = "
			"'completed') as is_completed, bool_or(x.to_state = 'completed') or "
			"x.round < e.round or e.state in ('finished', 'dropped_out') as is_over "
			"from trinn.enrolment_steps x where x.county_id = e.county_id and "
			"x.enrolment_id = e.id and x.to_state in ('enrolled', 'active', "
			"'completed') group by x.round, x.stage) t join trinn.stages s on "
			"s.county_id = e.county_id and s.programme_id = e.programme_id and "
			"s.programme_version = t.version and s.number = t.stage where "
			"s.service_value_ore > 0 and coalesce(s.price_ore, s.price_cap_ore, 0) = "
			"0 and (t.has_begun or e.state = 'enrolled' and e.round = t.round and "
			"e.stage = t.stage) and (t.is_completed or not t.is_over or "
			"trinn.is_served(e.county_id, e.id, e.firm_id, e.programme_id, t.stage, "
			"(t.began_at at time zone 'Europe/Oslo')::date, coalesce((select "
			"(min(n.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps "
			"n where n.county_id = e.county_id and n.enrolment_id = e.id and n.round "
			"> t.round), 'infinity'))) and not exists (select from trinn.copayments c "
			"where c.county_id = e.county_id and c.enrolment_id = e.id and c.round = "
			"t.round and c.stage = t.stage)) u where e.county_id = (select "
			"trinn.caller_county()) and e.programme_id in (select id from under) and "
			"extract(year from u.on_day)::int <@ (select years from period)), "
			"'currency', 'NOK') from trinn.copayments c, lateral (select "
			"-sum(e.receivable_ore) filter (where e.account = 'bank') as paid, "
			"sum(e.amount_ore) filter (where e.kind = 'waive') as waived, "
			"-sum(e.receivable_ore) filter (where e.account = 'loss') as written_off, "
			"sum(e.amount_ore) filter (where e.kind = 'credit') as credited from "
			"trinn.copayment_entries e where e.county_id = c.county_id and "
			"e.copayment_id = c.id) m where c.county_id = (select "
			"trinn.caller_county()) and c.programme_id in (select id from under) and "
			"extract(year from c.raised_on)::int <@ (select years from period)), "
			"'money', json_build_object('grantedOre', (select "
			"coalesce(sum(m.amount_ore), 0) from money m where not m.gave_nothing), "
			"'claimedOre', (select coalesce(sum(k.amount_ore), 0) from claimed k "
			"where k.state <> 'rejected'), 'releasedOre', (select "
			"coalesce(sum(k.approved_ore), 0) from claimed k where k.state = "
			"'released'), 'paidOre', (select coalesce(sum(p.amount_ore), 0) from paid "
			"p), 'lines', coalesce((select json_agg(json_build_object('fundingLine', "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name), "
			"'year', t.year, 'appropriatedOre', t.appropriated, 'grantedOre', "
			"t.granted, 'claimedOre', t.claimed, 'paidOre', t.paid) order by l.name, "
			"l.id, t.year) from trinn.funding_lines l, lateral (select x.year, "
			"coalesce(sum(x.appropriated), 0) as appropriated, "
			"coalesce(sum(x.granted), 0) as granted, coalesce(sum(x.claimed), 0) as "
			"claimed, coalesce(sum(x.paid), 0) as paid from (select a.year, "
			"a.amount_ore as appropriated, null::bigint as granted, null::bigint as "
			"claimed, null::bigint as paid from trinn.appropriations a where "
			"a.county_id = l.county_id and a.funding_line_id = l.id and a.year <@ "
			"(select years from period) union all select s.year, null, s.amount_ore, "
			"null, null from trinn.grant_parts s join trinn.grants g on g.county_id = "
			"s.county_id and g.id = s.grant_id and not trinn.gave_nothing(g) where "
			"s.county_id = l.county_id and s.funding_line_id = l.id and s.year <@ "
			"(select years from period) union all select s.year, null, null, "
			"p.amount_ore, case when y.state = 'paid' then p.approved_ore end from "
			"trinn.grant_parts s join trinn.claim_parts p on p.county_id = "
			"s.county_id and p.grant_id = s.grant_id and p.position = s.position join "
			"trinn.claims k on k.county_id = p.county_id and k.id = p.claim_id and "
			"k.state <> 'rejected' left join trinn.payments y on y.county_id = "
			"k.county_id and y.claim_id = k.id where s.county_id = l.county_id and "
			"s.funding_line_id = l.id and s.year <@ (select years from period)) x "
			"group by x.year) t where l.county_id = (select trinn.caller_county()) "
			"and (l.programme_id in (select id from under) or l.id in (select "
			"s.funding_line_id from trinn.grant_parts s join money m on m.id = "
			"s.grant_id and not m.gave_nothing where s.county_id = (select "
			"trinn.caller_county())))), '[]'), 'costGroups', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'plannedOre', t.planned, 'grantedOre', t.granted, "
			"'usedOre', t.used) order by t.cost_group) from (select x.cost_group, "
			"coalesce(bool_or(x.earmarked), false) as earmarked, "
			"coalesce(sum(x.planned), 0) as planned, coalesce(sum(x.granted), 0) as "
			"granted, coalesce(sum(x.used), 0) as used from (select g.cost_group, "
			"g.earmarked, g.budget_ore as planned, g.amount_ore as granted, "
			"null::bigint as used from trinn.grant_costs g join money m on m.id = "
			"g.grant_id and not m.gave_nothing where g.county_id = (select "
			"trinn.caller_county()) union all select c.cost_group, null, null, null, "
			"c.amount_ore from trinn.claim_costs c join claimed k on k.id = "
			"c.claim_id and k.state = 'released' where c.county_id = (select "
			"trinn.caller_county())) x group by x.cost_group) t), '[]'), 'currency', "
			"'NOK'), 'samplings', (select json_build_object('samplings', "
			"count(distinct s.id), 'closed', count(distinct s.id) filter (where "
			"s.state = 'closed'), 'cases', count(*), 'lookedInto', count(t.finding), "
			"'remarks', count(*) filter (where t.severity = 'remark'), 'breaches', "
			"count(*) filter (where t.severity = 'breach'), 'followedUp', count(*) "
			"filter (where t.follow_up is not null and t.closed_on is not null), "
			"'overdue', count(*) filter (where t.follow_up_by < trinn.today() and "
			"t.closed_on is null)) from trinn.samplings s join trinn.sampled_cases t "
			"on t.county_id = s.county_id and t.sampling_id = s.id where s.county_id "
			"= (select trinn.caller_county()) and s.programme_id in (select id from "
			"under) and extract(year from s.drawn_at at time zone 'Europe/Oslo')::int "
			"<@ (select years from period)), 'hubs', coalesce((select "
			"json_agg(json_build_object('hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'firms', t.firms, 'finished', "
			"t.finished, 'dropped', t.dropped) order by o.name, o.id) from (select "
			"w.hub_id, count(distinct w.firm_id) as firms, count(distinct w.firm_id) "
			"filter (where w.state = 'finished') as finished, count(distinct "
			"w.firm_id) filter (where w.state = 'dropped_out') as dropped from on_way "
			"w group by 1) t join trinn.organisations o on o.id = t.hub_id), '[]'), "
			"'results', (select json_build_object('results', count(*), 'costOre', "
			"coalesce(sum(r.cost_ore), 0), 'measured', count(m.months), 'moreOre', "
			"coalesce(sum(m.effect_ore) filter (where m.effect_ore > 0), 0), "
			"'lessOre', coalesce(-sum(m.effect_ore) filter (where m.effect_ore < 0), "
			"0), 'stories', count(*) filter (where r.story is not null), "
			"'measurements', (select json_agg(f.said order by n.months) from "
			"unnest('{0,6,12}'::int[]) n(months), lateral (select "
			"json_build_object('months', n.months, 'measured', count(t.months), "
			"'inMoney', count(t.effect_ore), 'moreOre', coalesce(sum(t.effect_ore) "
			"filter (where t.effect_ore > 0), 0), 'lessOre', "
			"coalesce(-sum(t.effect_ore) filter (where t.effect_ore < 0), 0), "
			"'inShare', count(t.effect_bp), 'moreInShare', count(*) filter (where "
			"t.effect_bp > 0), 'leastMoreBasisPoints', min(t.effect_bp) filter (where "
			"t.effect_bp > 0), 'medianMoreBasisPoints', round(percentile_cont(0.5) "
			"within group (order by t.effect_bp) filter (where t.effect_bp > "
			"0))::int, 'mostMoreBasisPoints', max(t.effect_bp) filter (where "
			"t.effect_bp > 0), 'lessInShare', count(*) filter (where t.effect_bp < "
			"0), 'leastLessBasisPoints', min(-t.effect_bp) filter (where t.effect_bp "
			"< 0), 'medianLessBasisPoints', round(percentile_cont(0.5) within group "
			"(order by -t.effect_bp) filter (where t.effect_bp < 0))::int, "
			"'mostLessBasisPoints', max(-t.effect_bp) filter (where t.effect_bp < 0), "
			"'missing', count(*) filter (where t.months is null and (b.on_day + "
			"make_interval(months => n.months))::date <= trinn.today())) as said from "
			"found d left join (select * from trinn.measurements m where not exists "
			"(select from trinn.measurements k where k.county_id = m.county_id and "
			"k.corrects = m.id)) t on t.county_id = d.county_id and t.result_id = "
			"d.id and t.months = n.months left join (select * from trinn.measurements "
			"m where not exists (select from trinn.measurements k where k.county_id = "
			"m.county_id and k.corrects = m.id)) b on b.county_id = d.county_id and "
			"b.result_id = d.id and b.months = 0) f), 'currency', 'NOK') from found r "
			"left join lateral (select t.months, t.effect_ore from (select * from "
			"trinn.measurements m where not exists (select from trinn.measurements k "
			"where k.county_id = m.county_id and k.corrects = m.id)) t where "
			"t.county_id = r.county_id and t.result_id = r.id order by t.months desc "
			"limit 1) m on true), 'projects', (select json_build_object('projects', "
			"count(*), 'done', count(*) filter (where j.state = 'done'), "
			"'researchPilots', count(*) filter (where j.is_research_pilot), 'states', "
			"coalesce((select json_agg(json_build_object('state', t.state, "
			"'projects', t.n) order by t.state) from (select state, count(*) as n "
			"from begun group by 1) t), '[]'), 'appliedOnwardOre', "
			"coalesce(sum(n.applied_ore), 0), 'grantedOnwardOre', "
			"coalesce(sum(n.granted_ore) filter (where j.state <> 'given_up'), 0), "
			"'givenUpOnwardOre', coalesce(sum(n.granted_ore) filter (where j.state = "
			"'given_up'), 0), 'onward', coalesce((select "
			"json_agg(json_build_object('sentTo', t.sent_to, 'outcome', t.outcome, "
			"'applications', t.n, 'appliedOre', t.applied_ore, 'grantedOre', "
			"t.granted_ore) order by t.sent_to, t.outcome) from (select o.sent_to, "
			"a.outcome, count(*) as n, sum(o.applied_ore) as applied_ore, "
			"coalesce(sum(a.granted_ore), 0) as granted_ore from begun b join "
			"trinn.onward_applications o on o.county_id = b.county_id and "
			"o.project_id = b.id cross join lateral trinn.onward_answer(o) a group by "
			"1, 2) t), '[]'), 'currency', 'NOK') from begun j left join lateral "
			"(select sum(t.applied_ore) as applied_ore, sum(a.granted_ore) as "
			"granted_ore from trinn.onward_applications t cross join lateral "
			"trinn.onward_answer(t) a where t.county_id = j.county_id and "
			"t.project_id = j.id) n on true), 'maturity', (select "
			"json_build_object('before', count(*) filter (where extract(year from "
			"i.before_on)::int <@ (select years from period)), 'after', count(*) "
			"filter (where extract(year from i.after_on)::int <@ (select years from "
			"period)), 'both', count(i.before_on) filter (where extract(year from "
			"i.after_on)::int <@ (select years from period)), 'dimensions', (select "
			"json_agg(m.said order by d.n) from "
			"unnest('{digital,green,organisation,strategy}'::text[]) with ordinality "
			"d(name, n), lateral (select json_build_object('dimension', d.name, "
			"'firms', count(*), 'up', count(*) filter (where v.after > v.before), "
			"'same', count(*) filter (where v.after = v.before), 'down', count(*) "
			"filter (where v.after < v.before), 'before', json_build_array(count(*) "
			"filter (where v.before = 1), count(*) filter (where v.before = 2), "
			"count(*) filter (where v.before = 3), count(*) filter (where v.before = "
			"4), count(*) filter (where v.before = 5)), 'after', "
			"json_build_array(count(*) filter (where v.after = 1), count(*) filter "
			"(where v.after = 2), count(*) filter (where v.after = 3), count(*) "
			"filter (where v.after = 4), count(*) filter (where v.after = 5))) as "
			"said from (select (t.before->>d.name)::int as before, "
			"(t.after->>d.name)::int as after from interviewed t where extract(year "
			"from t.after_on)::int <@ (select years from period)) v where "
			"num_nulls(v.before, v.after) = 0) m), 'strategies', "
			"json_build_array(json_build_object('strategy', 'digital', 'firms', "
			"count(*) filter (where digital_now), 'before', count(*) filter (where "
			"digital_now and i.digital_before), 'after', count(*) filter (where "
			"digital_now and i.digital_after)), json_build_object('strategy', "
			"'green', 'firms', count(*) filter (where green_now), 'before', count(*) "
			"filter (where green_now and i.green_before), 'after', count(*) filter "
			"(where green_now and i.green_after))), 'recommended', coalesce((select "
			"json_agg(json_build_object('stage', r.stage, 'firms', r.firms) order by "
			"r.stage) from (select w.recommended_stage as stage, count(*) as firms "
			"from on_way w where w.recommended_stage is not null group by 1) r), "
			"'[]')) from interviewed i, lateral (select extract(year from "
			"i.after_on)::int <@ (select years from period) as is_now) y, lateral "
			"(select y.is_now and num_nulls(i.digital_before, i.digital_after) = 0 as "
			"digital_now, y.is_now and num_nulls(i.green_before, i.green_after) = 0 "
			"as green_now) n), 'feedback', (select json_build_object('sessions', "
			"count(distinct t.session_id), 'firms', count(distinct t.firm_id), "
			"'answers', count(t.score), 'meanHundredths', round(100 * "
			"avg(t.score))::int, 'byScore', json_build_array(count(*) filter (where "
			"t.score = 1), count(*) filter (where t.score = 2), count(*) filter "
			"(where t.score = 3), count(*) filter (where t.score = 4), count(*) "
			"filter (where t.score = 5))) from trinn.cohorts c join trinn.sessions s "
			"on s.county_id = c.county_id and s.cohort_id = c.id join trinn.feedback "
			"t on t.county_id = s.county_id and t.session_id = s.id where c.county_id "
			"= (select trinn.caller_county()) and c.programme_id in (select id from "
			"under) and extract(year from s.starts_at at time zone "
			"'Europe/Oslo')::int <@ (select years from period)), 'fagpartnerHours', "
			"(select json_build_object('deliveredMinutes', "
			"coalesce(sum(coalesce(h.confirmed_minutes, h.delivered_minutes)), 0), "
			"'localDeliveredMinutes', coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_local), 0), 'localBasisPoints', "
			"trinn.basis_points(coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_local), 0), "
			"sum(coalesce(h.confirmed_minutes, h.delivered_minutes))), "
			"'relatedDeliveredMinutes', coalesce(sum(coalesce(h.confirmed_minutes, "
			"h.delivered_minutes)) filter (where e.is_related), 0), "
			"'confirmedMinutes', coalesce(sum(h.confirmed_minutes), 0), "
			"'localConfirmedMinutes', coalesce(sum(h.confirmed_minutes) filter (where "
			"e.is_local), 0)) from trinn.tracks t join trinn.engagements e on "
			"e.county_id = t.county_id and e.track_id = t.id join trinn.hours h on "
			"h.county_id = e.county_id and h.engagement_id = e.id where t.county_id = "
			"(select trinn.caller_county()) and t.programme_id in (select id from "
			"under) and extract(year from h.delivered_on)::int <@ (select years from "
			"period)), 'reach', (select json_build_object('year', (select max(year) "
			"from published), 'municipalities', coalesce((select json_agg(t.said "
			"order by t.name) from (select p.name, "
			"json_build_object('municipalityNo', p.municipality_no, 'name', p.name, "
			"'firms', p.firms, 'followed', count(distinct r.firm_id) filter (where "
			"r.is_small), 'inStage', count(distinct r.firm_id) filter (where "
			"r.is_small and r.in_stage), 'others', count(distinct r.firm_id) filter "
			"(where not r.is_small), 'followedBasisPoints', "
			"trinn.basis_points(count(distinct r.firm_id) filter (where r.is_small), "
			"p.firms)) as said from published p left join reached r on "
			"r.municipality_no = p.municipality_no group by p.municipality_no, "
			"p.name, p.firms) t), '[]'), 'hubs', coalesce((select json_agg(t.said "
			"order by t.name, t.id) from (select o.name, o.id, "
			"json_build_object('hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name), 'firms', a.firms, 'followed', count(distinct "
			"r.firm_id) filter (where r.is_small), 'inStage', count(distinct "
			"r.firm_id) filter (where r.is_small and r.in_stage), 'others', "
			"count(distinct r.firm_id) filter (where not r.is_small), "
			"'followedBasisPoints', trinn.basis_points(count(distinct r.firm_id) "
			"filter (where r.is_small), a.firms)) as said from (select h.hub_id, "
			"sum(p.firms)::bigint as firms, array_agg(p.municipality_no) as area from "
			"published p join trinn.hub_areas h on h.county_id = (select "
			"trinn.caller_county()) and h.id = trinn.area_of(p.municipality_no, "
			"trinn.today()) group by 1) a join trinn.organisations o on o.id = "
			"a.hub_id left join reached r on r.hub_id = a.hub_id and "
			"r.municipality_no = any (a.area) group by o.id, a.firms) t), '[]'))), "
			"'progressReports', (select json_build_object('reports', count(*), "
			"'approved', count(*) filter (where t.state = 'approved'), 'overdue', "
			"count(*) filter (where coalesce(t.due_again_on, t.due_on) < "
			"trinn.today() and t.state in ('expected', 'returned'))) from "
			"trinn.progress_reports t join all_cases c on c.id = t.application_id "
			"where t.county_id = (select trinn.caller_county()) and t.state <> "
			"'withdrawn' and extract(year from t.due_on)::int <@ (select years from "
			"period))) as document where exists (select from under) and (select "
			"trinn.caller_role()) in ('caseworker', 'decision_maker', "
			"'programme_lead', 'secretary', 'archivist', 'auditor')), walk as (select "
			"array[k.n] as at, k.key as section, '' as whose, k.key as figure, "
			"k.value from report r, lateral json_each(r.document) with ordinality "
			"k(key, value, n) union all select w.at || k.n, w.section, concat_ws(' ', "
			"nullif(w.whose, ''), k.whose), coalesce(k.figure, w.figure), k.value "
			"from walk w, lateral (select o.n, case when o.key in ('planned', 'held') "
			"and json_typeof(o.value) = 'object' then '@' || o.key end as whose, "
			"o.key as figure, o.value from json_each(case when json_typeof(w.value) = "
			"'object' then w.value end) with ordinality o(key, value, n) where o.key "
			"not in ('year', 'months', 'stage', 'programmeId', 'depth') union all "
			"select a.n, case when json_typeof(a.value) = 'object' then concat_ws(' "
			"', '@programme ' || (a.value->>'programmeId'), "
			"coalesce(a.value->'hub'->>'name', a.value->'fundingLine'->>'name', "
			"a.value->>'name', '@' || (a.value->>'state'), '@' || "
			"(a.value->>'dimension'), '@written @' || (a.value->>'strategy'), "
			"a.value->>'costGroup', '@' || (a.value->>'sentTo')), case when "
			"a.value->>'sentTo' is not null then '@' || coalesce(a.value->>'outcome', "
			"'unanswered') end, a.value->>'year', '@stage ' || (a.value->>'stage'), "
			"'@months ' || (a.value->>'months')) else '@level ' || a.n end, null, "
			"a.value from json_array_elements(case when json_typeof(w.value) = "
			"'array' then w.value end) with ordinality a(value, n)) k) select '@' || "
			"w.section, w.whose, '@' || w.figure, case when w.figure !~ "
			"'(Ore|BasisPoints)$' then w.value::text::bigint end, case when w.figure "
			"~ 'Ore$' then w.value::text::bigint end, case when w.figure ~ "
			"'BasisPoints$' then w.value::text::bigint end from walk w where "
			"json_typeof(w.value) = 'number' and w.section not in ('fromYear', "
			"'toYear') order by w.at",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_GRANT_DOCUMENT] = {
		.name = "grant_document",
		.sql =
			"select g.version::text as etag, json_build_object('id', g.id::text, "
			"'applicationId', g.application_id::text, 'caseNumber', a.case_number, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'fundingLineId', g.funding_line_id::text, 'year', "
			"g.year, 'state', g.state, 'amountOre', g.amount_ore, 'remainingOre', "
			"g.remaining_ore, 'currency', 'NOK', 'acceptBy', g.accept_by, 'endsOn', "
			"coalesce(g.ends_on, a.ends_on), 'budgetOre', g.budget_ore, 'decisionId', "
			"g.decision_id::text, 'acceptedAt', g.accepted_at, 'endedAt', g.ended_at, "
			"'endReason', g.end_reason, 'parts', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', p.year, "
			"'shareBasisPoints', p.share_bp, 'amountOre', p.amount_ore, "
			"'remainingOre', p.remaining_ore, 'legalBasis', p.legal_basis) order by "
			"p.position) from trinn.grant_parts p join trinn.funding_lines l on "
			"l.county_id = p.county_id and l.id = p.funding_line_id where p.county_id "
			"= g.county_id and p.grant_id = g.id), 'costs', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'budgetOre', t.budget_ore, 'amountOre', t.amount_ore) order "
			"by t.cost_group) from trinn.grant_costs t where t.county_id = "
			"g.county_id and t.grant_id = g.id), '[]'), 'partners', coalesce((select "
			"json_agg(json_build_object('orgnr', p.orgnr, 'name', p.name, "
			"'budgetOre', p.budget_ore, 'leftOre', trinn.partner_left(p.county_id, "
			"p.grant_id, p.orgnr)) order by p.organisation_id) from "
			"trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = "
			"g.id), '[]'), 'conditions', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'number', t.number, 'kind', "
			"t.kind, 'text', t.text, 'dueOn', t.due_on, 'state', t.state) order by "
			"t.number) from trinn.decision_conditions t where t.county_id = "
			"g.county_id and t.application_id = g.application_id), '[]'), 'changes', "
			"coalesce((select json_agg(json_build_object('number', t.number, 'cause', "
			"t.cause_kind, 'causeId', t.cause_id::text, 'beforeOre', t.before_ore, "
			"'afterOre', t.after_ore, 'costs', t.costs, 'parts', t.parts, 'madeAt', "
			"t.made_at) order by t.number) from trinn.grant_changes t where "
			"t.county_id = g.county_id and t.grant_id = g.id), '[]'), 'amendments', "
			"coalesce((select json_agg(json_build_object('id', m.id::text, 'number', "
			"m.number, 'kind', m.kind, 'state', m.state) order by m.number) from "
			"trinn.amendments m where m.county_id = g.county_id and m.grant_id = "
			"g.id), '[]'))::text as document from trinn.grants g join "
			"trinn.applications a on a.county_id = g.county_id and a.id = "
			"g.application_id join trinn.organisations o on o.id = g.applicant_id "
			"where g.county_id = (select trinn.caller_county()) and g.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_GRANT] = {
		.name = "reply_grant",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"g.version::text as etag, json_build_object('id', g.id::text, "
			"'applicationId', g.application_id::text, 'caseNumber', a.case_number, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'fundingLineId', g.funding_line_id::text, 'year', "
			"g.year, 'state', g.state, 'amountOre', g.amount_ore, 'remainingOre', "
			"g.remaining_ore, 'currency', 'NOK', 'acceptBy', g.accept_by, 'endsOn', "
			"coalesce(g.ends_on, a.ends_on), 'budgetOre', g.budget_ore, 'decisionId', "
			"g.decision_id::text, 'acceptedAt', g.accepted_at, 'endedAt', g.ended_at, "
			"'endReason', g.end_reason, 'parts', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', p.year, "
			"'shareBasisPoints', p.share_bp, 'amountOre', p.amount_ore, "
			"'remainingOre', p.remaining_ore, 'legalBasis', p.legal_basis) order by "
			"p.position) from trinn.grant_parts p join trinn.funding_lines l on "
			"l.county_id = p.county_id and l.id = p.funding_line_id where p.county_id "
			"= g.county_id and p.grant_id = g.id), 'costs', coalesce((select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'budgetOre', t.budget_ore, 'amountOre', t.amount_ore) order "
			"by t.cost_group) from trinn.grant_costs t where t.county_id = "
			"g.county_id and t.grant_id = g.id), '[]'), 'partners', coalesce((select "
			"json_agg(json_build_object('orgnr', p.orgnr, 'name', p.name, "
			"'budgetOre', p.budget_ore, 'leftOre', trinn.partner_left(p.county_id, "
			"p.grant_id, p.orgnr)) order by p.organisation_id) from "
			"trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = "
			"g.id), '[]'), 'conditions', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'number', t.number, 'kind', "
			"t.kind, 'text', t.text, 'dueOn', t.due_on, 'state', t.state) order by "
			"t.number) from trinn.decision_conditions t where t.county_id = "
			"g.county_id and t.application_id = g.application_id), '[]'), 'changes', "
			"coalesce((select json_agg(json_build_object('number', t.number, 'cause', "
			"t.cause_kind, 'causeId', t.cause_id::text, 'beforeOre', t.before_ore, "
			"'afterOre', t.after_ore, 'costs', t.costs, 'parts', t.parts, 'madeAt', "
			"t.made_at) order by t.number) from trinn.grant_changes t where "
			"t.county_id = g.county_id and t.grant_id = g.id), '[]'), 'amendments', "
			"coalesce((select json_agg(json_build_object('id', m.id::text, 'number', "
			"m.number, 'kind', m.kind, 'state', m.state) order by m.number) from "
			"trinn.amendments m where m.county_id = g.county_id and m.grant_id = "
			"g.id), '[]'))::text as document from trinn.grants g join "
			"trinn.applications a on a.county_id = g.county_id and a.id = "
			"g.application_id join trinn.organisations o on o.id = g.applicant_id "
			"where g.county_id = (select trinn.caller_county()) and g.id = $6::int8 "
			"offset 0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, "
			"$4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_GRANTS] = {
		.name = "list_grants",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select g.id as key, json_build_object('id', g.id::text, "
			"'applicationId', g.application_id::text, 'caseNumber', a.case_number, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'fundingLineId', g.funding_line_id::text, 'year', "
			"g.year, 'state', g.state, 'amountOre', g.amount_ore, 'remainingOre', "
			"g.remaining_ore, 'currency', 'NOK', 'acceptBy', g.accept_by, 'endsOn', "
			"coalesce(g.ends_on, a.ends_on)) as item from (select * from trinn.grants "
			"where county_id = (select trinn.caller_county()) and id < case when "
			"$2::int8 is null then 9223372036854775807 else $2::int8 end and "
			"($1::int8 is null or funding_line_id in (select l.id from "
			"trinn.funding_lines l where l.county_id = (select trinn.caller_county()) "
			"and l.programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b))) order by id desc "
			"limit $3::int8 + 1) g join trinn.applications a on a.county_id = "
			"g.county_id and a.id = g.application_id join trinn.organisations o on "
			"o.id = g.applicant_id) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_GRANT] = {
		.name = "load_grant",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', g.id, 'state', g.state, 'acceptBy', g.accept_by, "
			"'releaseOn', (select d.release_on from trinn.decisions d where "
			"d.county_id = g.county_id and d.id = g.decision_id and d.released_at is "
			"null), 'applicationId', g.application_id, 'applicationVersion', "
			"a.version, 'applicantId', g.applicant_id, 'standing', "
			"json_build_object('amountOre', g.amount_ore, 'remainingOre', "
			"g.remaining_ore, 'isFinal', exists (select from trinn.claims c where "
			"c.county_id = g.county_id and c.grant_id = g.id and c.kind = 'final' and "
			"c.state = 'released'), 'claimNumber', (select min(c.number) from "
			"trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id and "
			"c.state in ('submitted', 'reviewed', 'attested')), 'payment', (select "
			"min(p.reference) from trinn.payments p where p.county_id = g.county_id "
			"and p.grant_id = g.id and p.state <> 'paid'), 'amendmentNumber', (select "
			"min(m.number) from trinn.amendments m where m.county_id = g.county_id "
			"and m.grant_id = g.id and m.state in ('asked', 'prepared')), "
			"'appealNumber', (select min(p.number) from trinn.appeals p where "
			"p.county_id = g.county_id and p.application_id = g.application_id and "
			"p.settled_on is null), 'appealBy', trinn.appealable_until(g), "
			"'condition', (select json_build_object('number', t.number, 'text', "
			"t.text) from trinn.decision_conditions t where t.county_id = g.county_id "
			"and t.application_id = g.application_id and t.state not in ('met', "
			"'waived') order by t.number limit 1), 'reportDueOn', (select "
			"min(coalesce(t.due_again_on, t.due_on)) from trinn.progress_reports t "
			"where t.county_id = g.county_id and t.application_id = g.application_id "
			"and t.state not in ('approved', 'withdrawn')), 'isRecipients', "
			"trinn.is_recipients(g.county_id, g.id, trinn.caller_person()), "
			"'prepared', (select json_build_object('preparedBy', s.prepared_by, "
			"'releasedOre', s.released_ore) from trinn.grant_settlements s where "
			"s.county_id = g.county_id and s.grant_id = g.id and s.state = "
			"'prepared')))::text, g.version, "
			"json_build_array(json_build_array('application', a.id, h.version, "
			"true))::text from trinn.grants g join trinn.applications a on "
			"a.county_id = g.county_id and a.id = g.application_id join trinn.guards "
			"h on h.county_id = g.county_id and h.kind = 'application' and h.id = "
			"g.application_id where g.county_id = (select trinn.caller_county()) and "
			"g.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ACCEPT_GRANT] = {
		.name = "accept_grant",
		.sql =
			"with changed as (update trinn.grants set state = 'accepted', accepted_by "
			"= coalesce(trinn.caller_person(), -trinn.caller_principal()), "
			"accepted_at = now(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'accept_grant')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECLINE_GRANT] = {
		.name = "decline_grant",
		.sql =
			"with changed as (update trinn.grants set state = 'annulled', ended_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()), ended_at = "
			"now(), end_reason = $3::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'decline_grant')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHANGE_GRANT] = {
		.name = "change_grant",
		.sql =
			"select trinn.change_grant($1::int8, $2::int8, $3::jsonb, $6::text, "
			"$7::int8, $8::int8, $4::int8[], $5::int4)",
		.n_params = 8,
		.lanes = DB_ON_WRITE,
	},
	[Q_HOURS_DOCUMENT] = {
		.name = "hours_document",
		.sql =
			"select h.version::text as etag, json_build_object('id', h.id::text, "
			"'orderId', h.order_id::text, 'engagementId', h.engagement_id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = h.hub_id), "
			"'fagpartner', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"h.partner_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= h.firm_id), 'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), "
			"'what', h.what, 'state', h.state, 'sessionId', h.session_id::text, "
			"'theme', case when h.session_id is null then h.theme else (select "
			"s.theme from trinn.sessions s where s.county_id = h.county_id and s.id = "
			"h.session_id) end, 'orderedMinutes', h.ordered_minutes + "
			"h.moved_minutes, 'freedMinutes', h.freed_minutes, 'deliveredMinutes', "
			"h.delivered_minutes, 'deliveredOn', h.delivered_on, 'confirmedMinutes', "
			"h.confirmed_minutes, 'dispute', h.dispute, 'invoiceNumber', "
			"h.invoice_number, 'claimId', (select (select k.claim_id::text from "
			"trinn.claim_costs k join trinn.organisations s on s.orgnr = "
			"k.supplier_orgnr where k.county_id = i.county_id and s.id = i.partner_id "
			"and upper(k.invoice_number) = upper(i.number) and k.applicant_id = "
			"i.hub_id and not k.rejected) from trinn.partner_invoices i where "
			"i.county_id = h.county_id and i.engagement_id = h.engagement_id and "
			"i.number = h.invoice_number))::text as document from trinn.hours h where "
			"h.county_id = (select trinn.caller_county()) and h.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_HOURS] = {
		.name = "reply_hours",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"h.version::text as etag, json_build_object('id', h.id::text, 'orderId', "
			"h.order_id::text, 'engagementId', h.engagement_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.hub_id), 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.partner_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.firm_id), 'firmHasPeople', "
			"trinn.has_people(h.firm_id, 'firm'), 'what', h.what, 'state', h.state, "
			"'sessionId', h.session_id::text, 'theme', case when h.session_id is null "
			"then h.theme else (select s.theme from trinn.sessions s where "
			"s.county_id = h.county_id and s.id = h.session_id) end, "
			"'orderedMinutes', h.ordered_minutes + h.moved_minutes, 'freedMinutes', "
			"h.freed_minutes, 'deliveredMinutes', h.delivered_minutes, 'deliveredOn', "
			"h.delivered_on, 'confirmedMinutes', h.confirmed_minutes, 'dispute', "
			"h.dispute, 'invoiceNumber', h.invoice_number, 'claimId', (select (select "
			"k.claim_id::text from trinn.claim_costs k join trinn.organisations s on "
			"s.orgnr = k.supplier_orgnr where k.county_id = i.county_id and s.id = "
			"i.partner_id and upper(k.invoice_number) = upper(i.number) and "
			"k.applicant_id = i.hub_id and not k.rejected) from "
			"trinn.partner_invoices i where i.county_id = h.county_id and "
			"i.engagement_id = h.engagement_id and i.number = "
			"h.invoice_number))::text as document from trinn.hours h where "
			"h.county_id = (select trinn.caller_county()) and h.id = $6::int8 offset "
			"0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_HOURS] = {
		.name = "list_hours",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($6::int8)::int])::text as items, case when count(*) > $6::int8 "
			"then (array_agg(p.key order by p.key desc))[($6::int8)::int]::text end "
			"as next from (select h.id as key, json_build_object('id', h.id::text, "
			"'orderId', h.order_id::text, 'engagementId', h.engagement_id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = h.hub_id), "
			"'fagpartner', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"h.partner_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= h.firm_id), 'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), "
			"'what', h.what, 'state', h.state, 'sessionId', h.session_id::text, "
			"'theme', case when h.session_id is null then h.theme else (select "
			"s.theme from trinn.sessions s where s.county_id = h.county_id and s.id = "
			"h.session_id) end, 'orderedMinutes', h.ordered_minutes + "
			"h.moved_minutes, 'freedMinutes', h.freed_minutes, 'deliveredMinutes', "
			"h.delivered_minutes, 'deliveredOn', h.delivered_on, 'confirmedMinutes', "
			"h.confirmed_minutes, 'dispute', h.dispute, 'invoiceNumber', "
			"h.invoice_number, 'claimId', (select (select k.claim_id::text from "
			"trinn.claim_costs k join trinn.organisations s on s.orgnr = "
			"k.supplier_orgnr where k.county_id = i.county_id and s.id = i.partner_id "
			"and upper(k.invoice_number) = upper(i.number) and k.applicant_id = "
			"i.hub_id and not k.rejected) from trinn.partner_invoices i where "
			"i.county_id = h.county_id and i.engagement_id = h.engagement_id and "
			"i.number = h.invoice_number)) as item from ((select * from trinn.hours "
			"where $2::text is null and (select trinn.caller_kind()) <> 'firm' and "
			"(select trinn.caller_kind()) = 'county' and $4::int8 is null and "
			"$3::int8 is null and county_id = (select trinn.caller_county()) and id < "
			"case when $5::int8 is null then 9223372036854775807 else $5::int8 end "
			"and coalesce(($1::text is null or state = $1::text) and ($4::int8 is "
			"null or hub_id = $4::int8), false) order by id desc limit $6::int8 + 1) "
			"union all (select h.* from (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $3::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b) u cross join lateral "
			"(select * from trinn.hours where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and (select trinn.caller_kind()) = "
			"'county' and $4::int8 is null and programme_id = u.id and county_id = "
			"(select trinn.caller_county()) and id < case when $5::int8 is null then "
			"9223372036854775807 else $5::int8 end and coalesce(($1::text is null or "
			"state = $1::text) and ($4::int8 is null or hub_id = $4::int8), false) "
			"order by id desc limit $6::int8 + 1) h) union all (select * from "
			"trinn.hours where $2::text is null and (select trinn.caller_kind()) <> "
			"'firm' and ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_kind()) = 'county' and $4::int8 is not null) and hub_id = "
			"case (select trinn.caller_kind()) when 'hub' then (select "
			"trinn.caller_org()) else $4::int8 end and county_id = (select "
			"trinn.caller_county()) and id < case when $5::int8 is null then "
			"9223372036854775807 else $5::int8 end and coalesce(($1::text is null or "
			"state = $1::text) and ($4::int8 is null or hub_id = $4::int8), false) "
			"and ($3::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $3::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by id "
			"desc limit $6::int8 + 1) union all (select * from trinn.hours where "
			"$2::text is null and (select trinn.caller_kind()) <> 'firm' and (select "
			"trinn.caller_kind()) = 'partner' and partner_id = (select "
			"trinn.caller_org()) and county_id = (select trinn.caller_county()) and "
			"id < case when $5::int8 is null then 9223372036854775807 else $5::int8 "
			"end and coalesce(($1::text is null or state = $1::text) and ($4::int8 is "
			"null or hub_id = $4::int8), false) and ($3::int8 is null or programme_id "
			"in (with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $3::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) order by id desc limit $6::int8 + 1) union all (select * from "
			"trinn.hours where ($2::text is not null or (select trinn.caller_kind()) "
			"= 'firm') and firm_id = case when $2::text is not null then (select o.id "
			"from trinn.organisations o where o.orgnr = $2::text) else (select "
			"trinn.caller_org() where trinn.caller_kind() = 'firm') end and county_id "
			"= (select trinn.caller_county()) and id < case when $5::int8 is null "
			"then 9223372036854775807 else $5::int8 end and coalesce(($1::text is "
			"null or state = $1::text) and ($4::int8 is null or hub_id = $4::int8), "
			"false) and ($3::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $3::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by id "
			"desc limit $6::int8 + 1)) h) p",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_ENGAGEMENT_HOURS] = {
		.name = "list_engagement_hours",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select h.id as key, json_build_object('id', h.id::text, "
			"'orderId', h.order_id::text, 'engagementId', h.engagement_id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = h.hub_id), "
			"'fagpartner', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"h.partner_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= h.firm_id), 'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), "
			"'what', h.what, 'state', h.state, 'sessionId', h.session_id::text, "
			"'theme', case when h.session_id is null then h.theme else (select "
			"s.theme from trinn.sessions s where s.county_id = h.county_id and s.id = "
			"h.session_id) end, 'orderedMinutes', h.ordered_minutes + "
			"h.moved_minutes, 'freedMinutes', h.freed_minutes, 'deliveredMinutes', "
			"h.delivered_minutes, 'deliveredOn', h.delivered_on, 'confirmedMinutes', "
			"h.confirmed_minutes, 'dispute', h.dispute, 'invoiceNumber', "
			"h.invoice_number, 'claimId', (select (select k.claim_id::text from "
			"trinn.claim_costs k join trinn.organisations s on s.orgnr = "
			"k.supplier_orgnr where k.county_id = i.county_id and s.id = i.partner_id "
			"and upper(k.invoice_number) = upper(i.number) and k.applicant_id = "
			"i.hub_id and not k.rejected) from trinn.partner_invoices i where "
			"i.county_id = h.county_id and i.engagement_id = h.engagement_id and "
			"i.number = h.invoice_number)) as item from (select * from trinn.hours "
			"where county_id = (select trinn.caller_county()) and engagement_id = "
			"$1::int8 and id < case when $2::int8 is null then 9223372036854775807 "
			"else $2::int8 end order by id desc limit $3::int8 + 1) h) p having "
			"exists (select from trinn.engagements e where e.county_id = (select "
			"trinn.caller_county()) and e.id = $1::int8)",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_HOURS_ORDER_DOCUMENT] = {
		.name = "hours_order_document",
		.sql =
			"select null::text as etag, json_build_object('id', h.order_id::text, "
			"'engagementId', h.engagement_id::text, 'sessionId', h.session_id::text, "
			"'what', h.what, 'minutes', sum(h.ordered_minutes), 'hours', "
			"json_agg(json_build_object('id', h.id::text, 'orderId', "
			"h.order_id::text, 'engagementId', h.engagement_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.hub_id), 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.partner_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.firm_id), 'firmHasPeople', "
			"trinn.has_people(h.firm_id, 'firm'), 'what', h.what, 'state', h.state, "
			"'sessionId', h.session_id::text, 'theme', case when h.session_id is null "
			"then h.theme else (select s.theme from trinn.sessions s where "
			"s.county_id = h.county_id and s.id = h.session_id) end, "
			"'orderedMinutes', h.ordered_minutes + h.moved_minutes, 'freedMinutes', "
			"h.freed_minutes, 'deliveredMinutes', h.delivered_minutes, 'deliveredOn', "
			"h.delivered_on, 'confirmedMinutes', h.confirmed_minutes, 'dispute', "
			"h.dispute, 'invoiceNumber', h.invoice_number, 'claimId', (select (select "
			"k.claim_id::text from trinn.claim_costs k join trinn.organisations s on "
			"s.orgnr = k.supplier_orgnr where k.county_id = i.county_id and s.id = "
			"i.partner_id and upper(k.invoice_number) = upper(i.number) and "
			"k.applicant_id = i.hub_id and not k.rejected) from "
			"trinn.partner_invoices i where i.county_id = h.county_id and "
			"i.engagement_id = h.engagement_id and i.number = h.invoice_number)) "
			"order by h.id))::text as document from trinn.hours h where h.county_id = "
			"(select trinn.caller_county()) and h.order_id = $1::int8 group by "
			"h.order_id, h.engagement_id, h.session_id, h.what",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_HOURS_ORDER] = {
		.name = "reply_hours_order",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select null::text as "
			"etag, json_build_object('id', h.order_id::text, 'engagementId', "
			"h.engagement_id::text, 'sessionId', h.session_id::text, 'what', h.what, "
			"'minutes', sum(h.ordered_minutes), 'hours', "
			"json_agg(json_build_object('id', h.id::text, 'orderId', "
			"h.order_id::text, 'engagementId', h.engagement_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.hub_id), 'fagpartner', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.partner_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.firm_id), 'firmHasPeople', "
			"trinn.has_people(h.firm_id, 'firm'), 'what', h.what, 'state', h.state, "
			"'sessionId', h.session_id::text, 'theme', case when h.session_id is null "
			"then h.theme else (select s.theme from trinn.sessions s where "
			"s.county_id = h.county_id and s.id = h.session_id) end, "
			"'orderedMinutes', h.ordered_minutes + h.moved_minutes, 'freedMinutes', "
			"h.freed_minutes, 'deliveredMinutes', h.delivered_minutes, 'deliveredOn', "
			"h.delivered_on, 'confirmedMinutes', h.confirmed_minutes, 'dispute', "
			"h.dispute, 'invoiceNumber', h.invoice_number, 'claimId', (select (select "
			"k.claim_id::text from trinn.claim_costs k join trinn.organisations s on "
			"s.orgnr = k.supplier_orgnr where k.county_id = i.county_id and s.id = "
			"i.partner_id and upper(k.invoice_number) = upper(i.number) and "
			"k.applicant_id = i.hub_id and not k.rejected) from "
			"trinn.partner_invoices i where i.county_id = h.county_id and "
			"i.engagement_id = h.engagement_id and i.number = h.invoice_number)) "
			"order by h.id))::text as document from trinn.hours h where h.county_id = "
			"(select trinn.caller_county()) and h.order_id = $6::int8 group by "
			"h.order_id, h.engagement_id, h.session_id, h.what offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_HOURS] = {
		.name = "load_hours",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', h.id, 'state', h.state, 'engagementId', "
			"h.engagement_id, 'hubId', h.hub_id, 'firmId', h.firm_id, 'firm', "
			"o.orgnr, 'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), "
			"'isOfSession', h.session_id is not null, 'orderedMinutes', "
			"h.ordered_minutes, 'orderedBy', h.ordered_by, 'deliveredMinutes', "
			"coalesce(h.delivered_minutes, 0), 'deliveredBy', "
			"coalesce(h.delivered_by, 0), 'confirmedMinutes', "
			"coalesce(h.confirmed_minutes, 0), 'startsOn', e.starts_on, 'endsOn', "
			"e.ends_on, 'leftMinutes', coalesce(e.ceiling_minutes - "
			"e.ordered_minutes, 0), 'session', case when s.id is not null then "
			"json_build_object('state', s.state, 'isForFirm', (coalesce(o.id = "
			"s.firm_id, false) or s.firm_id is null and (s.cohort_id is null or "
			"exists (select from trinn.cohort_firms m where m.county_id = s.county_id "
			"and m.cohort_id = s.cohort_id and m.firm_id = o.id and (m.left_on is "
			"null or s.starts_at < m.left_on)))), 'leftMinutes', s.planned_minutes - "
			"(select coalesce(sum(t.ordered_minutes), 0) from trinn.hours t where "
			"t.county_id = s.county_id and t.session_id = s.id and t.state <> "
			"'cancelled')) end)::text, h.version, (select json_agg(y.guard) from "
			"(select json_build_array('engagement', h.engagement_id, "
			"trinn.guard_version('engagement', h.engagement_id), true) as guard union "
			"all select json_build_array(w.kind, w.id, trinn.guard_version(w.kind, "
			"w.id), true) from (select case when s.cohort_id is null then 'network' "
			"else 'cohort' end as kind, coalesce(s.cohort_id, s.network_id) as id) w "
			"where s.id is not null) y)::text from trinn.hours h join "
			"trinn.organisations o on o.id = h.firm_id left join trinn.sessions s on "
			"s.county_id = h.county_id and s.engagement_id = h.engagement_id and s.id "
			"= $2::int8 left join trinn.engagements e on e.county_id = h.county_id "
			"and e.id = h.engagement_id where h.county_id = (select "
			"trinn.caller_county()) and h.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_TIE_HOURS] = {
		.name = "tie_hours",
		.sql =
			"with changed as (update trinn.hours set session_id = $3::int8, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'tie_hours')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_DELIVER_HOURS] = {
		.name = "deliver_hours",
		.sql =
			"with changed as (update trinn.hours set state = 'delivered', "
			"delivered_minutes = $3::int4, freed_minutes = ordered_minutes - "
			"$3::int4, delivered_on = $4::date, delivered_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()), version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'deliver_hours')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_WITHDRAW_DELIVERY] = {
		.name = "withdraw_delivery",
		.sql =
			"with changed as (update trinn.hours set state = 'ordered', "
			"delivered_minutes = null, freed_minutes = 0, delivered_on = null, "
			"delivered_by = null, confirmed_minutes = null, confirmed_by = null, "
			"dispute = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'withdraw_delivery')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CONFIRM_HOURS] = {
		.name = "confirm_hours",
		.sql =
			"with changed as (update trinn.hours set state = 'confirmed', "
			"confirmed_minutes = $3::int4, dispute = $4::text, confirmed_by = "
			"trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'confirm_hours')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CANCEL_HOURS] = {
		.name = "cancel_hours",
		.sql =
			"with changed as (update trinn.hours set state = 'cancelled', "
			"freed_minutes = ordered_minutes, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'cancel_hours')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_DELIVER_SESSION_HOURS] = {
		.name = "deliver_session_hours",
		.sql =
			"with changed as (update trinn.hours h set state = 'delivered', "
			"delivered_minutes = t.minutes, freed_minutes = "
			"greatest(h.ordered_minutes - t.minutes, 0), moved_minutes = "
			"greatest(t.minutes - h.ordered_minutes, 0), delivered_on = (s.starts_at "
			"at time zone 'Europe/Oslo')::date, delivered_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()), "
			"confirmed_minutes = null, confirmed_by = null, dispute = null, version = "
			"h.version + 1 from unnest($2::int8[], $3::int8[]) t(id, minutes), "
			"trinn.sessions s where h.county_id = trinn.caller_county() and "
			"h.session_id = $1::int8 and h.id = t.id and s.county_id = h.county_id "
			"and s.id = h.session_id returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from changed), "
			"'deliver_session_hours')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_WITHDRAW_SESSION_HOURS] = {
		.name = "withdraw_session_hours",
		.sql =
			"with changed as (update trinn.hours set state = 'ordered', "
			"delivered_minutes = null, freed_minutes = 0, moved_minutes = 0, "
			"delivered_on = null, delivered_by = null, version = version + 1 where "
			"county_id = trinn.caller_county() and session_id = $1::int8 and state = "
			"'delivered' returning 1) select trinn.exactly($2::int8, (select count(*) "
			"from changed), 'withdraw_session_hours')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_SESSION_HOURS] = {
		.name = "tell_session_hours",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select h.county_id, $1::text, 'hours', h.id, "
			"h.firm_id, json_build_object('minutes', h.delivered_minutes) from "
			"trinn.hours h where h.county_id = trinn.caller_county() and h.session_id "
			"= $2::int8 and h.state in ('ordered', 'delivered') and "
			"h.delivered_minutes is distinct from 0",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_JOURNAL_POST_DOCUMENT] = {
		.name = "journal_post_document",
		.sql =
			"select p.version::text as etag, json_build_object('id', p.id::text, "
			"'applicationId', p.application_id::text, 'caseNumber', a.case_number, "
			"'registrationId', a.case_number || '-' || p.number, 'number', p.number, "
			"'postType', p.post_type, 'documentType', json_build_object('code', "
			"t.code, 'label', t.label), 'title', p.title, 'state', p.state, "
			"'exemption', case when x.code is not null then json_build_object('code', "
			"x.code, 'citation', x.citation, 'label', x.label) end, 'publicTitle', "
			"p.public_title, 'party', p.party, 'documentDate', p.document_date, "
			"'journalDate', p.journal_date, 'publicOn', p.public_on, 'objectKind', "
			"p.object_kind, 'objectId', p.object_id::text, 'madeBy', "
			"trinn.person_name(p.made_by), 'checkedBy', case when p.checked_by is not "
			"null then json_build_object('id', p.checked_by::text, 'name', "
			"trinn.person_name(p.checked_by)) end, 'checkedAt', p.checked_at, "
			"'archiveReference', p.archive_reference, 'documents', coalesce((select "
			"json_agg(json_build_object('number', j.number, 'isMain', j.is_main, "
			"'documentId', d.id::text, 'title', d.title, 'mediaType', d.media_type, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256) order by j.number) from "
			"trinn.journal_documents j join trinn.documents d on d.county_id = "
			"j.county_id and d.id = j.document_id where j.county_id = p.county_id and "
			"j.post_id = p.id), '[]'), 'revisions', coalesce((select "
			"json_agg(json_build_object('was', r.was, 'reason', r.reason, "
			"'revisedAt', r.revised_at, 'revisedBy', json_build_object('id', "
			"r.revised_by::text, 'name', trinn.person_name(r.revised_by))) order by "
			"r.number) from trinn.journal_revisions r where r.county_id = p.county_id "
			"and r.post_id = p.id), '[]'))::text as document from trinn.journal_posts "
			"p join trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id join trinn.document_types t on t.code = p.document_type "
			"left join trinn.exemptions x on x.code = p.exemption where p.county_id = "
			"(select trinn.caller_county()) and p.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_JOURNAL_POST] = {
		.name = "reply_journal_post",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"p.version::text as etag, json_build_object('id', p.id::text, "
			"'applicationId', p.application_id::text, 'caseNumber', a.case_number, "
			"'registrationId', a.case_number || '-' || p.number, 'number', p.number, "
			"'postType', p.post_type, 'documentType', json_build_object('code', "
			"t.code, 'label', t.label), 'title', p.title, 'state', p.state, "
			"'exemption', case when x.code is not null then json_build_object('code', "
			"x.code, 'citation', x.citation, 'label', x.label) end, 'publicTitle', "
			"p.public_title, 'party', p.party, 'documentDate', p.document_date, "
			"'journalDate', p.journal_date, 'publicOn', p.public_on, 'objectKind', "
			"p.object_kind, 'objectId', p.object_id::text, 'madeBy', "
			"trinn.person_name(p.made_by), 'checkedBy', case when p.checked_by is not "
			"null then json_build_object('id', p.checked_by::text, 'name', "
			"trinn.person_name(p.checked_by)) end, 'checkedAt', p.checked_at, "
			"'archiveReference', p.archive_reference, 'documents', coalesce((select "
			"json_agg(json_build_object('number', j.number, 'isMain', j.is_main, "
			"'documentId', d.id::text, 'title', d.title, 'mediaType', d.media_type, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256) order by j.number) from "
			"trinn.journal_documents j join trinn.documents d on d.county_id = "
			"j.county_id and d.id = j.document_id where j.county_id = p.county_id and "
			"j.post_id = p.id), '[]'), 'revisions', coalesce((select "
			"json_agg(json_build_object('was', r.was, 'reason', r.reason, "
			"'revisedAt', r.revised_at, 'revisedBy', json_build_object('id', "
			"r.revised_by::text, 'name', trinn.person_name(r.revised_by))) order by "
			"r.number) from trinn.journal_revisions r where r.county_id = p.county_id "
			"and r.post_id = p.id), '[]'))::text as document from trinn.journal_posts "
			"p join trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id join trinn.document_types t on t.code = p.document_type "
			"left join trinn.exemptions x on x.code = p.exemption where p.county_id = "
			"(select trinn.caller_county()) and p.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_JOURNAL_POSTS] = {
		.name = "list_journal_posts",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($7::int8)::int])::text as items, case when count(*) > $7::int8 "
			"then (array_agg(p.key order by p.key desc))[($7::int8)::int]::text end "
			"as next from (select p.id as key, json_build_object('id', p.id::text, "
			"'applicationId', p.application_id::text, 'caseNumber', a.case_number, "
			"'registrationId', a.case_number || '-' || p.number, 'number', p.number, "
			"'postType', p.post_type, 'documentType', json_build_object('code', "
			"t.code, 'label', t.label), 'title', p.title, 'state', p.state, "
			"'exemption', case when x.code is not null then json_build_object('code', "
			"x.code, 'citation', x.citation, 'label', x.label) end, 'publicTitle', "
			"p.public_title, 'party', p.party, 'documentDate', p.document_date, "
			"'journalDate', p.journal_date, 'publicOn', p.public_on) as item from "
			"((select * from trinn.journal_posts t where $1::int8 is not null and "
			"t.application_id = $1::int8 and t.county_id = (select "
			"trinn.caller_county()) and t.id < case when $6::int8 is null then "
			"9223372036854775807 else $6::int8 end and ($2::text is null or t.state = "
			"$2::text) and ($3::text is null or t.document_type = $3::text) and "
			"($4::date is null or t.journal_date >= $4::date) and ($5::date is null "
			"or t.journal_date <= $5::date) order by t.id desc limit $7::int8 + 1) "
			"union all (select * from trinn.journal_posts t where $1::int8 is null "
			"and (select trinn.caller_kind()) = 'county' and t.county_id = (select "
			"trinn.caller_county()) and t.id < case when $6::int8 is null then "
			"9223372036854775807 else $6::int8 end and ($2::text is null or t.state = "
			"$2::text) and ($3::text is null or t.document_type = $3::text) and "
			"($4::date is null or t.journal_date >= $4::date) and ($5::date is null "
			"or t.journal_date <= $5::date) order by t.id desc limit $7::int8 + 1) "
			"union all (select * from trinn.journal_posts t where $1::int8 is null "
			"and (select trinn.caller_kind()) <> 'county' and t.applicant_id = "
			"(select trinn.caller_org()) and t.county_id = (select "
			"trinn.caller_county()) and t.id < case when $6::int8 is null then "
			"9223372036854775807 else $6::int8 end and ($2::text is null or t.state = "
			"$2::text) and ($3::text is null or t.document_type = $3::text) and "
			"($4::date is null or t.journal_date >= $4::date) and ($5::date is null "
			"or t.journal_date <= $5::date) order by t.id desc limit $7::int8 + 1)) p "
			"join trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id join trinn.document_types t on t.code = p.document_type "
			"left join trinn.exemptions x on x.code = p.exemption) p",
		.n_params = 7,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_JOURNAL_POST] = {
		.name = "load_journal_post",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', p.id, "
			"'applicationId', p.application_id, 'state', p.state, 'today', "
			"trinn.today())::text, p.version, "
			"json_build_array(json_build_array('application', p.application_id, "
			"trinn.guard_version('application', p.application_id), true))::text from "
			"trinn.journal_posts p where p.county_id = (select trinn.caller_county()) "
			"and p.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CLASSIFY_JOURNAL_POST] = {
		.name = "classify_journal_post",
		.sql =
			"with changed as (update trinn.journal_posts set exemption = $3::text, "
			"public_title = $4::text, revised_reason = $5::text, version = version + "
			"1 where county_id = trinn.caller_county() and id = $1::int8 and version "
			"= $2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'classify_journal_post')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_JOURNAL_POST] = {
		.name = "correct_journal_post",
		.sql =
			"with changed as (update trinn.journal_posts set post_type = "
			"coalesce($3::text, post_type), document_type = coalesce($4::text, "
			"document_type), title = coalesce($5::text, title), document_date = "
			"coalesce($6::date, document_date), revised_reason = $7::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'correct_journal_post')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_CHECK_JOURNAL_POST] = {
		.name = "check_journal_post",
		.sql =
			"with changed as (update trinn.journal_posts set state = 'J', checked_by "
			"= trinn.caller_person(), checked_at = now(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'check_journal_post')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REOPEN_JOURNAL_POST] = {
		.name = "reopen_journal_post",
		.sql =
			"with changed as (update trinn.journal_posts set state = 'J' where "
			"county_id = trinn.caller_county() and id = $1::int8 and state = 'A' "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'reopen_journal_post')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_VOID_JOURNAL_POST] = {
		.name = "void_journal_post",
		.sql =
			"with changed as (update trinn.journal_posts set state = 'U', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'void_journal_post')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_PUBLIC_JOURNAL] = {
		.name = "list_public_journal",
		.sql =
			"select json_agg(q.post order by q.n) filter (where q.n <= "
			"$6::int8)::text as items, max(q.key) filter (where q.n = $6::int8 and "
			"q.more) as next from (select row_number() over w as n, lead(1) over w is "
			"not null as more, p.day || '|' || p.id as key, p.post from "
			"trinn.public_journal($1::text, $2::date, $3::date, $4::text, case when "
			"$5::text is null then null else split_part($5::text, '|', 1)::date end, "
			"case when $5::text is null then null else split_part($5::text, '|', "
			"2)::bigint end, $6::int8::int + 1) p window w as (order by p.day desc, "
			"p.id desc)) q",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_LATE_SUBMISSION_DOCUMENT] = {
		.name = "late_submission_document",
		.sql =
			"select s.version::text as etag, json_build_object('id', s.id::text, "
			"'state', s.state, 'call', (select json_build_object('id', c.id::text, "
			"'code', c.code, 'title', c.title, 'stages', c.stages) from trinn.calls c "
			"where c.county_id = s.county_id and c.id = s.call_id), 'applicant', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.organisations o where o.id = s.applicant_id), "
			"'applicationId', coalesce(s.draft_id, (select a.id from "
			"trinn.applications a where a.county_id = s.county_id and "
			"a.late_submission_id = s.id))::text, 'reason', s.reason, 'askedAt', "
			"s.asked_at, 'recommendation', (select json_build_object('outcome', "
			"m.outcome, 'grounds', m.grounds, 'madeAt', m.made_at, 'madeBy', (select "
			"n.name from trinn.persons n where n.id = m.made_by)) from "
			"trinn.late_recommendations m where m.county_id = s.county_id and "
			"m.late_submission_id = s.id order by m.id desc limit 1), 'decision', "
			"case when s.decided_on is not null then json_build_object('outcome', "
			"s.state, 'grounds', s.grounds, 'decidedOn', s.decided_on, 'body', "
			"s.body, 'submitBy', s.submit_by, 'appealBody', s.appeal_body, "
			"'appealDeadline', s.appeal_deadline) end)::text as document from "
			"trinn.late_submissions s where s.county_id = (select "
			"trinn.caller_county()) and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_LATE_SUBMISSION] = {
		.name = "reply_late_submission",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"s.version::text as etag, json_build_object('id', s.id::text, 'state', "
			"s.state, 'call', (select json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'stages', c.stages) from trinn.calls c where "
			"c.county_id = s.county_id and c.id = s.call_id), 'applicant', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = s.applicant_id), "
			"'applicationId', coalesce(s.draft_id, (select a.id from "
			"trinn.applications a where a.county_id = s.county_id and "
			"a.late_submission_id = s.id))::text, 'reason', s.reason, 'askedAt', "
			"s.asked_at, 'recommendation', (select json_build_object('outcome', "
			"m.outcome, 'grounds', m.grounds, 'madeAt', m.made_at, 'madeBy', (select "
			"n.name from trinn.persons n where n.id = m.made_by)) from "
			"trinn.late_recommendations m where m.county_id = s.county_id and "
			"m.late_submission_id = s.id order by m.id desc limit 1), 'decision', "
			"case when s.decided_on is not null then json_build_object('outcome', "
			"s.state, 'grounds', s.grounds, 'decidedOn', s.decided_on, 'body', "
			"s.body, 'submitBy', s.submit_by, 'appealBody', s.appeal_body, "
			"'appealDeadline', s.appeal_deadline) end)::text as document from "
			"trinn.late_submissions s where s.county_id = (select "
			"trinn.caller_county()) and s.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_LATE_SUBMISSIONS] = {
		.name = "list_late_submissions",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select s.id as key, json_build_object('id', s.id::text, "
			"'state', s.state, 'call', (select json_build_object('id', c.id::text, "
			"'code', c.code, 'title', c.title, 'stages', c.stages) from trinn.calls c "
			"where c.county_id = s.county_id and c.id = s.call_id), 'applicant', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.organisations o where o.id = s.applicant_id), "
			"'applicationId', coalesce(s.draft_id, (select a.id from "
			"trinn.applications a where a.county_id = s.county_id and "
			"a.late_submission_id = s.id))::text, 'reason', s.reason, 'askedAt', "
			"s.asked_at, 'recommendation', (select json_build_object('outcome', "
			"m.outcome, 'grounds', m.grounds, 'madeAt', m.made_at, 'madeBy', (select "
			"n.name from trinn.persons n where n.id = m.made_by)) from "
			"trinn.late_recommendations m where m.county_id = s.county_id and "
			"m.late_submission_id = s.id order by m.id desc limit 1), 'decision', "
			"case when s.decided_on is not null then json_build_object('outcome', "
			"s.state, 'grounds', s.grounds, 'decidedOn', s.decided_on, 'body', "
			"s.body, 'submitBy', s.submit_by, 'appealBody', s.appeal_body, "
			"'appealDeadline', s.appeal_deadline) end) as item from (select * from "
			"trinn.late_submissions where county_id = (select trinn.caller_county()) "
			"and ($1::text is null or state = $1::text) and ($2::int8 is null or "
			"call_id = $2::int8) and id < case when $3::int8 is null then "
			"9223372036854775807 else $3::int8 end order by id desc limit $4::int8 + "
			"1) s) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_LATE_SUBMISSION] = {
		.name = "load_new_late_submission",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.late_submissions_id_seq'), 'callState', "
			"trinn.call_state(c), 'closesOn', c.closes_on, 'applicantKinds', "
			"l.applicant_kinds, 'draftState', (select a.state from trinn.applications "
			"a where a.county_id = c.county_id and a.id = $2::int8 and a.call_id = "
			"c.id and a.applicant_id = trinn.caller_org()), 'isAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = c.county_id and "
			"s.call_id = c.id and s.applicant_id = trinn.caller_org() and s.state in "
			"('asked', 'recommended') and s.draft_id is not distinct from "
			"$2::int8))::text, null::bigint, "
			"json_build_array(json_build_array('call', c.id, g.version, false))::text "
			"from trinn.calls c join trinn.funding_lines l on l.county_id = "
			"c.county_id and l.id = c.funding_line_id join trinn.guards g on "
			"g.county_id = c.county_id and g.kind = 'call' and g.id = c.id where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_LATE_SUBMISSION] = {
		.name = "insert_late_submission",
		.sql =
			"insert into trinn.late_submissions (id, county_id, applicant_id, "
			"applicant_kind, call_id, draft_id, reason, asked_by) values ($1::int8, "
			"trinn.caller_county(), trinn.caller_org(), trinn.caller_kind(), "
			"$2::int8, $3::int8, $4::text, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()))",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_LATE_SUBMISSION] = {
		.name = "load_late_submission",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', s.id, 'state', s.state, 'applicantId', "
			"s.applicant_id, 'askedBy', s.asked_by, 'recommendedBy', "
			"s.recommended_by, 'line', (select l.name from trinn.funding_lines l "
			"where l.county_id = c.county_id and l.id = c.funding_line_id), 'body', "
			"(select t.body from trinn.authorities t where t.county_id = c.county_id "
			"and t.funding_line_id = c.funding_line_id and t.role = "
			"trinn.caller_role()), 'appealDays', (select v.value from (select "
			"'appeal.days' as rule_key) k, lateral (select r.id, r.value::bigint as "
			"value, r.unit from trinn.rule_params r where r.key = rule_key and "
			"trinn.today() between r.valid_from and coalesce(r.valid_to, 'infinity') "
			"and (r.county_id is null or r.county_id = trinn.caller_county()) order "
			"by r.county_id nulls first limit 1) v where v.unit = 'days'))::text, "
			"s.version, json_build_array(json_build_array('late_submission', s.id, "
			"trinn.guard_version('late_submission', s.id), true))::text from "
			"trinn.late_submissions s join trinn.calls c on c.county_id = s.county_id "
			"and c.id = s.call_id where s.county_id = (select trinn.caller_county()) "
			"and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_LATE_RECOMMENDATION] = {
		.name = "insert_late_recommendation",
		.sql =
			"insert into trinn.late_recommendations (county_id, applicant_id, "
			"late_submission_id, outcome, grounds, made_by) select s.county_id, "
			"s.applicant_id, s.id, $2::text, $3::text, trinn.caller_person() from "
			"trinn.late_submissions s where s.county_id = trinn.caller_county() and "
			"s.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_RECOMMEND_LATE_SUBMISSION] = {
		.name = "recommend_late_submission",
		.sql =
			"with changed as (update trinn.late_submissions set state = "
			"'recommended', recommended_by = trinn.caller_person(), version = version "
			"+ 1 where county_id = trinn.caller_county() and id = $1::int8 and "
			"version = $2::int8 returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'recommend_late_submission')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECIDE_LATE_SUBMISSION] = {
		.name = "decide_late_submission",
		.sql =
			"with changed as (update trinn.late_submissions s set state = $3::text, "
			"grounds = $4::text, body = $5::text, submit_by = $6::date, decided_by = "
			"trinn.caller_person(), decided_on = trinn.today(), appeal_deadline = "
			"$7::date, appeal_body = case when $3::text = 'refused' then "
			"l.appeal_body end, rule_params = case when $3::text = 'refused' then "
			"(select array[v.id] from (select 'appeal.days' as rule_key) k, lateral "
			"(select r.id, r.value::bigint as value, r.unit from trinn.rule_params r "
			"where r.key = rule_key and trinn.today() between r.valid_from and "
			"coalesce(r.valid_to, 'infinity') and (r.county_id is null or r.county_id "
			"= trinn.caller_county()) order by r.county_id nulls first limit 1) v) "
			"end, version = s.version + 1 from trinn.calls c join trinn.funding_lines "
			"l on l.county_id = c.county_id and l.id = c.funding_line_id where "
			"s.county_id = trinn.caller_county() and s.id = $1::int8 and s.version = "
			"$2::int8 and c.county_id = s.county_id and c.id = s.call_id returning 1) "
			"select trinn.exactly(1, (select count(*) from changed), "
			"'decide_late_submission')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_LETTER_DOCUMENT] = {
		.name = "letter_document",
		.sql =
			"select l.version::text as etag, json_build_object('id', l.id::text, "
			"'applicationId', l.application_id::text, 'kind', l.kind, 'decisionId', "
			"l.decision_id::text, 'appealId', (select p.appeal_id::text from "
			"trinn.appeal_proposals p where p.county_id = l.county_id and p.id = "
			"l.proposal_id), 'language', l.language, 'state', l.state, 'askedBy', "
			"trinn.person_name(l.asked_by), 'askedAt', l.asked_at, 'madeAt', "
			"l.made_at, 'documentId', l.document_id::text, 'title', d.title, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256, 'failure', case when "
			"l.state = 'waiting' and f.letter_id is not null then "
			"json_build_object('attempts', f.attempts, 'why', f.why, 'failedAt', "
			"f.failed_at, 'nextAt', f.next_at) end)::text as document from "
			"trinn.letters l left join trinn.documents d on d.county_id = l.county_id "
			"and d.id = l.document_id left join trinn.letter_failures f on "
			"f.county_id = l.county_id and f.letter_id = l.id where l.county_id = "
			"(select trinn.caller_county()) and l.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_LETTER] = {
		.name = "reply_letter",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"l.version::text as etag, json_build_object('id', l.id::text, "
			"'applicationId', l.application_id::text, 'kind', l.kind, 'decisionId', "
			"l.decision_id::text, 'appealId', (select p.appeal_id::text from "
			"trinn.appeal_proposals p where p.county_id = l.county_id and p.id = "
			"l.proposal_id), 'language', l.language, 'state', l.state, 'askedBy', "
			"trinn.person_name(l.asked_by), 'askedAt', l.asked_at, 'madeAt', "
			"l.made_at, 'documentId', l.document_id::text, 'title', d.title, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256, 'failure', case when "
			"l.state = 'waiting' and f.letter_id is not null then "
			"json_build_object('attempts', f.attempts, 'why', f.why, 'failedAt', "
			"f.failed_at, 'nextAt', f.next_at) end)::text as document from "
			"trinn.letters l left join trinn.documents d on d.county_id = l.county_id "
			"and d.id = l.document_id left join trinn.letter_failures f on "
			"f.county_id = l.county_id and f.letter_id = l.id where l.county_id = "
			"(select trinn.caller_county()) and l.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_APPLICATION_LETTERS] = {
		.name = "list_application_letters",
		.sql =
			"select (select json_agg(json_build_object('id', l.id::text, "
			"'applicationId', l.application_id::text, 'kind', l.kind, 'decisionId', "
			"l.decision_id::text, 'appealId', (select p.appeal_id::text from "
			"trinn.appeal_proposals p where p.county_id = l.county_id and p.id = "
			"l.proposal_id), 'language', l.language, 'state', l.state, 'askedBy', "
			"trinn.person_name(l.asked_by), 'askedAt', l.asked_at, 'madeAt', "
			"l.made_at, 'documentId', l.document_id::text, 'title', d.title, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256, 'failure', case when "
			"l.state = 'waiting' and f.letter_id is not null then "
			"json_build_object('attempts', f.attempts, 'why', f.why, 'failedAt', "
			"f.failed_at, 'nextAt', f.next_at) end) order by l.id desc) from "
			"trinn.letters l left join trinn.documents d on d.county_id = l.county_id "
			"and d.id = l.document_id left join trinn.letter_failures f on "
			"f.county_id = l.county_id and f.letter_id = l.id where l.county_id = "
			"a.county_id and l.application_id = a.id)::text, null::text from "
			"trinn.applications a where a.county_id = (select trinn.caller_county()) "
			"and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_LETTERS] = {
		.name = "list_letters",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select l.id as key, json_build_object('id', l.id::text, "
			"'applicationId', l.application_id::text, 'kind', l.kind, 'decisionId', "
			"l.decision_id::text, 'appealId', (select p.appeal_id::text from "
			"trinn.appeal_proposals p where p.county_id = l.county_id and p.id = "
			"l.proposal_id), 'language', l.language, 'state', l.state, 'askedBy', "
			"trinn.person_name(l.asked_by), 'askedAt', l.asked_at, 'madeAt', "
			"l.made_at, 'documentId', l.document_id::text, 'title', d.title, "
			"'sizeBytes', d.size_bytes, 'sha256', d.sha256, 'failure', case when "
			"l.state = 'waiting' and f.letter_id is not null then "
			"json_build_object('attempts', f.attempts, 'why', f.why, 'failedAt', "
			"f.failed_at, 'nextAt', f.next_at) end) as item from (select * from "
			"trinn.letters where county_id = (select trinn.caller_county()) and "
			"($1::text is null or state = $1::text) and id < case when $2::int8 is "
			"null then 9223372036854775807 else $2::int8 end order by id desc limit "
			"$3::int8 + 1) l left join trinn.documents d on d.county_id = l.county_id "
			"and d.id = l.document_id left join trinn.letter_failures f on "
			"f.county_id = l.county_id and f.letter_id = l.id) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_LETTER] = {
		.name = "load_new_letter",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.letters_id_seq'), 'hasLetter', l.id is not null, "
			"'isAsked', exists (select from trinn.letters t where t.county_id = "
			"l.county_id and t.application_id = l.application_id and t.kind = l.kind "
			"and trinn.told_id(t) = trinn.told_id(l) and t.language = "
			"$3::text))::text, null::bigint, "
			"json_build_array(json_build_array('application', a.id, g.version, "
			"true))::text from trinn.applications a join trinn.guards g on "
			"g.county_id = a.county_id and g.kind = 'application' and g.id = a.id "
			"left join trinn.letters l on l.county_id = a.county_id and "
			"l.application_id = a.id and l.id = $2::int8 where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_LETTER] = {
		.name = "insert_letter",
		.sql =
			"with made as (insert into trinn.letters (id, county_id, applicant_id, "
			"application_id, kind, decision_id, proposal_id, preliminary_answer_id, "
			"language, asked_by) select $1::int8, l.county_id, l.applicant_id, "
			"l.application_id, l.kind, l.decision_id, l.proposal_id, "
			"l.preliminary_answer_id, $3::text, trinn.caller_person() from "
			"trinn.letters l where l.county_id = trinn.caller_county() and l.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_letter')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_MEETING_DOCUMENT] = {
		.name = "meeting_document",
		.sql =
			"select m.version::text as etag, json_build_object('id', m.id::text, "
			"'body', json_build_object('id', b.id::text, 'name', b.name, 'kind', "
			"b.kind), 'number', m.number, 'year', m.year, 'startsAt', m.starts_at, "
			"'place', m.place, 'state', m.state, 'agenda', m.agenda, 'isChanged', "
			"m.is_changed, 'quorum', trinn.quorum_of(m.county_id, m.body_id, "
			"m.on_day), 'presidedBy', case when m.presided_by is not null then "
			"json_build_object('id', m.presided_by::text, 'name', "
			"trinn.person_name(m.presided_by)) end, 'attendance', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'seat', "
			"v.seat, 'isPresent', coalesce(t.is_present, false)) order by v.position) "
			"from trinn.members_of(m.county_id, m.body_id, m.on_day) v left join "
			"trinn.attendees t on t.county_id = m.county_id and t.meeting_id = m.id "
			"and t.person_id = v.person_id), '[]'), 'items', coalesce((select "
			"json_agg(json_build_object('id', i.id::text, 'number', i.number, 'kind', "
			"i.kind, 'application', coalesce((select json_build_object('id', "
			"i.application_id::text, 'caseNumber', g.content->'caseNumber', 'title', "
			"g.content->'title', 'applicant', g.content->'applicant') from "
			"trinn.agenda_items g where g.county_id = i.county_id and g.item_id = "
			"i.id order by g.agenda desc limit 1), (select json_build_object('id', "
			"a.id::text, 'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant) from trinn.applications a where a.county_id = i.county_id "
			"and a.id = i.application_id)), 'state', i.state, 'reason', i.reason, "
			"'mayDecide', trinn.may_decide(i.id), 'out', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'why', "
			"v.why_out) order by v.place) from trinn.voters_of(i.id) v where "
			"v.why_out is not null), '[]'), 'proposals', coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'number', p.number, "
			"'outcome', p.outcome, 'amountOre', p.amount_ore, 'grounds', p.grounds, "
			"'state', p.state, 'reason', p.reason, 'byHands', p.by_hands, "
			"'presidedBy', case when p.presided_by is not null then "
			"json_build_object('id', p.presided_by::text, 'name', "
			"trinn.person_name(p.presided_by)) end, 'votes', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'vote', "
			"v.vote) order by v.person_id) from trinn.votes v where v.county_id = "
			"p.county_id and v.proposal_id = p.id), '[]'), 'tally', p.tally) order by "
			"p.number) from trinn.proposals p where p.county_id = i.county_id and "
			"p.item_id = i.id), '[]')) order by i.number) from trinn.meeting_items i "
			"where i.county_id = m.county_id and i.meeting_id = m.id), '[]'), "
			"'minutesEdition', (select max(t.edition) from trinn.minutes t where "
			"t.county_id = m.county_id and t.meeting_id = m.id and t.state = "
			"'approved'), 'reason', m.reason)::text as document from trinn.meetings m "
			"join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id "
			"where m.county_id = (select trinn.caller_county()) and m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_MEETING] = {
		.name = "reply_meeting",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"m.version::text as etag, json_build_object('id', m.id::text, 'body', "
			"json_build_object('id', b.id::text, 'name', b.name, 'kind', b.kind), "
			"'number', m.number, 'year', m.year, 'startsAt', m.starts_at, 'place', "
			"m.place, 'state', m.state, 'agenda', m.agenda, 'isChanged', "
			"m.is_changed, 'quorum', trinn.quorum_of(m.county_id, m.body_id, "
			"m.on_day), 'presidedBy', case when m.presided_by is not null then "
			"json_build_object('id', m.presided_by::text, 'name', "
			"trinn.person_name(m.presided_by)) end, 'attendance', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'seat', "
			"v.seat, 'isPresent', coalesce(t.is_present, false)) order by v.position) "
			"from trinn.members_of(m.county_id, m.body_id, m.on_day) v left join "
			"trinn.attendees t on t.county_id = m.county_id and t.meeting_id = m.id "
			"and t.person_id = v.person_id), '[]'), 'items', coalesce((select "
			"json_agg(json_build_object('id', i.id::text, 'number', i.number, 'kind', "
			"i.kind, 'application', coalesce((select json_build_object('id', "
			"i.application_id::text, 'caseNumber', g.content->'caseNumber', 'title', "
			"g.content->'title', 'applicant', g.content->'applicant') from "
			"trinn.agenda_items g where g.county_id = i.county_id and g.item_id = "
			"i.id order by g.agenda desc limit 1), (select json_build_object('id', "
			"a.id::text, 'caseNumber', a.case_number, 'title', a.title, 'applicant', "
			"a.applicant) from trinn.applications a where a.county_id = i.county_id "
			"and a.id = i.application_id)), 'state', i.state, 'reason', i.reason, "
			"'mayDecide', trinn.may_decide(i.id), 'out', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'why', "
			"v.why_out) order by v.place) from trinn.voters_of(i.id) v where "
			"v.why_out is not null), '[]'), 'proposals', coalesce((select "
			"json_agg(json_build_object('id', p.id::text, 'number', p.number, "
			"'outcome', p.outcome, 'amountOre', p.amount_ore, 'grounds', p.grounds, "
			"'state', p.state, 'reason', p.reason, 'byHands', p.by_hands, "
			"'presidedBy', case when p.presided_by is not null then "
			"json_build_object('id', p.presided_by::text, 'name', "
			"trinn.person_name(p.presided_by)) end, 'votes', coalesce((select "
			"json_agg(json_build_object('person', json_build_object('id', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id)), 'vote', "
			"v.vote) order by v.person_id) from trinn.votes v where v.county_id = "
			"p.county_id and v.proposal_id = p.id), '[]'), 'tally', p.tally) order by "
			"p.number) from trinn.proposals p where p.county_id = i.county_id and "
			"p.item_id = i.id), '[]')) order by i.number) from trinn.meeting_items i "
			"where i.county_id = m.county_id and i.meeting_id = m.id), '[]'), "
			"'minutesEdition', (select max(t.edition) from trinn.minutes t where "
			"t.county_id = m.county_id and t.meeting_id = m.id and t.state = "
			"'approved'), 'reason', m.reason)::text as document from trinn.meetings m "
			"join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id "
			"where m.county_id = (select trinn.caller_county()) and m.id = $6::int8 "
			"offset 0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, "
			"$4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_MEETINGS] = {
		.name = "list_meetings",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select m.id as key, json_build_object('id', m.id::text, "
			"'body', json_build_object('id', b.id::text, 'name', b.name, 'kind', "
			"b.kind), 'number', m.number, 'year', m.year, 'startsAt', m.starts_at, "
			"'place', m.place, 'state', m.state) as item from (select * from "
			"trinn.meetings where county_id = (select trinn.caller_county()) and "
			"($1::int8 is null or body_id = $1::int8) and ($2::text is null or state "
			"= $2::text) and id < case when $3::int8 is null then 9223372036854775807 "
			"else $3::int8 end order by id desc limit $4::int8 + 1) m join "
			"trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_AGENDAS] = {
		.name = "list_agendas",
		.sql =
			"select (select json_agg(json_build_object('agenda', g.agenda, 'sentBy', "
			"json_build_object('id', g.sent_by::text, 'name', "
			"trinn.person_name(g.sent_by)), 'sentAt', g.sent_at, 'items', g.items) "
			"order by g.agenda) from (select t.agenda, t.sent_by, t.sent_at, "
			"json_agg(json_build_object('number', t.number, 'itemId', "
			"t.item_id::text, 'applicationId', t.application_id::text, 'content', "
			"t.content) order by t.number) as items from trinn.agenda_items t where "
			"t.county_id = m.county_id and t.meeting_id = m.id group by t.agenda, "
			"t.sent_by, t.sent_at) g)::text, null::text from trinn.meetings m where "
			"m.county_id = (select trinn.caller_county()) and m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_MINUTES] = {
		.name = "list_minutes",
		.sql =
			"select (select json_agg(json_build_object('edition', t.edition, 'state', "
			"t.state, 'sha256', t.sha256, 'reason', t.reason, 'content', "
			"t.content::json, 'writtenBy', json_build_object('id', "
			"t.written_by::text, 'name', trinn.person_name(t.written_by)), "
			"'writtenAt', t.written_at, 'approvedBy', case when t.approved_by is not "
			"null then json_build_object('id', t.approved_by::text, 'name', "
			"trinn.person_name(t.approved_by)) end, 'approvedAt', t.approved_at) "
			"order by t.edition) from trinn.minutes t where t.county_id = m.county_id "
			"and t.meeting_id = m.id)::text, null::text from trinn.meetings m where "
			"m.county_id = (select trinn.caller_county()) and m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_MEETING_RANKING_DOCUMENT] = {
		.name = "meeting_ranking_document",
		.sql =
			"select null::text as etag, json_build_object('meetingId', m.id::text, "
			"'year', y.year, 'lines', coalesce((select "
			"json_agg(json_build_object('fundingLineId', l.id::text, 'fundingLine', "
			"l.name, 'availableOre', l.left_ore, 'askedOre', l.asked_ore, 'currency', "
			"'NOK', 'applications', l.applications) order by l.id) from (select r.id, "
			"r.name, r.left_ore, sum(r.amount_ore)::bigint as asked_ore, "
			"json_agg(json_build_object('itemId', r.item_id::text, 'rank', r.rank, "
			"'totalBasisPoints', r.total_bp, 'application', r.application, 'outcome', "
			"r.outcome, 'amountOre', r.amount_ore, 'cumulativeOre', r.cumulative_ore, "
			"'isWithin', r.cumulative_ore <= r.left_ore) order by r.n) as "
			"applications from (select x.*, sum(x.amount_ore) over (partition by x.id "
			"order by x.n)::bigint as cumulative_ore from (select l.id, l.name, "
			"trinn.left_of(l.id, y.year) as left_ore, i.id as item_id, k.rank, "
			"k.total_bp, json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number, 'title', a.title, 'applicant', a.applicant) as "
			"application, w.outcome, trinn.part_of_line(w.ore, s.before_bp, "
			"s.share_bp) as amount_ore, row_number() over (partition by l.id order by "
			"k.total_bp desc nulls last, i.number) as n from trinn.meeting_items i "
			"join trinn.applications a on a.county_id = i.county_id and a.id = "
			"i.application_id and a.state = 'recommended' join lateral (select k.*, "
			"coalesce(sum(k.share_bp) over (order by k.position rows between "
			"unbounded preceding and 1 preceding), 0)::int as before_bp from "
			"trinn.call_lines k where k.county_id = a.county_id and k.call_id = "
			"a.call_id) s on true join trinn.funding_lines l on l.county_id = "
			"s.county_id and l.id = s.funding_line_id join trinn.agenda_items g on "
			"g.county_id = i.county_id and g.item_id = i.id and g.agenda = m.agenda "
			"left join trinn.ranking(a.call_id) k on k.application_id = a.id left "
			"join trinn.proposals p on p.county_id = i.county_id and p.item_id = i.id "
			"and p.state = 'carried' cross join lateral (select coalesce(p.outcome, "
			"g.content->'recommendation'->>'outcome') as outcome, "
			"coalesce(p.amount_ore, "
			"(g.content->'recommendation'->>'amountOre')::bigint) as ore) w where "
			"i.county_id = m.county_id and i.meeting_id = m.id and i.state in "
			"('listed', 'resolved')) x) r group by r.id, r.name, r.left_ore) l), "
			"'[]'))::text as document from trinn.meetings m, lateral (select "
			"coalesce(($2::text)::int, extract(year from trinn.today())::int) as "
			"year) y where m.county_id = (select trinn.caller_county()) and m.id = "
			"$1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_MEETING] = {
		.name = "load_new_meeting",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.meetings_id_seq'), 'number', 1 + coalesce((select "
			"max(m.number) from trinn.meetings m where m.county_id = b.county_id and "
			"m.body_id = b.id and m.year = extract(year from ($2::text)::timestamptz "
			"at time zone 'Europe/Oslo')), 0))::text, null::bigint, "
			"json_build_array(json_build_array('body', b.id, "
			"trinn.guard_version('body', b.id), true))::text from trinn.bodies b "
			"where b.county_id = (select trinn.caller_county()) and b.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_MEETING] = {
		.name = "insert_meeting",
		.sql =
			"insert into trinn.meetings (id, county_id, body_id, number, starts_at, "
			"place, made_by) values ($1::int8, trinn.caller_county(), $2::int8, "
			"$3::int4, ($4::text)::timestamptz, $5::text, trinn.caller_person())",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_MEETING] = {
		.name = "load_meeting",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', m.id, "
			"'state', m.state, 'isChanged', m.is_changed, 'presidedBy', "
			"coalesce(m.presided_by, 0), 'hasCastingVote', b.has_casting_vote, "
			"'quorum', trinn.quorum_of(m.county_id, m.body_id, m.on_day), 'members', "
			"coalesce((select json_agg(json_build_object('personId', v.person_id, "
			"'name', trinn.person_name(v.person_id), 'seat', v.seat) order by "
			"v.position) from trinn.members_of(m.county_id, m.body_id, m.on_day) v), "
			"'[]'), 'nListed', (select count(*) from trinn.meeting_items i where "
			"i.county_id = m.county_id and i.meeting_id = m.id and i.state = "
			"'listed'), 'isVoting', exists (select from trinn.proposals p where "
			"p.county_id = m.county_id and p.meeting_id = m.id and p.state = "
			"'voting'), 'candidate', (select json_build_object('state', a.state, "
			"'caseNumber', a.case_number, 'isListed', exists (select from "
			"trinn.meeting_items i where i.county_id = a.county_id and "
			"i.application_id = a.id and i.state = 'listed'), 'isMinuted', not exists "
			"(select from trinn.meeting_items i join trinn.meetings o on o.county_id "
			"= i.county_id and o.id = i.meeting_id where i.county_id = a.county_id "
			"and i.application_id = a.id and i.state = 'resolved' and o.state <> "
			"'approved')) from trinn.applications a where a.county_id = m.county_id "
			"and a.id = $2::int8), 'item', case when a.id is not null then "
			"json_build_object('id', f.id, 'state', f.state, 'appliedOre', "
			"a.applied_ore, 'isAsSent', trinn.is_as_sent(f.id), 'voters', (select "
			"json_agg(json_build_object('personId', v.person_id, 'name', "
			"trinn.person_name(v.person_id), 'seat', v.seat, 'isPresent', "
			"v.is_present, 'whyOut', v.why_out, 'votes', v.votes, 'vote', (select "
			"t.vote from trinn.votes t where t.county_id = m.county_id and "
			"t.proposal_id = $4::int8 and t.person_id = v.person_id)) order by "
			"v.place) from trinn.voters_of(f.id) v)) end, 'proposal', (select "
			"json_build_object('id', p.id, 'state', p.state, 'byHands', p.by_hands, "
			"'presidedBy', coalesce(p.presided_by, 0)) from trinn.proposals p where "
			"p.county_id = m.county_id and p.meeting_id = m.id and p.id = $4::int8), "
			"'minutes', (select json_build_object('edition', t.edition, 'state', "
			"t.state, 'writtenBy', t.written_by) from trinn.minutes t where "
			"t.county_id = m.county_id and t.meeting_id = m.id order by t.edition "
			"desc limit 1), 'nextId', case when $6::bool then "
			"nextval('trinn.meeting_items_id_seq') else 0 end, 'nextProposal', case "
			"when $6::bool and $3::int8 is not null then "
			"nextval('trinn.proposals_id_seq') else 0 end, 'record', case when "
			"$6::bool and m.state in ('closed', 'approved') then "
			"json_build_object('body', b.name, 'number', m.number, 'year', m.year, "
			"'day', m.on_day, 'time', to_char(m.starts_at at time zone 'Europe/Oslo', "
			"'HH24:MI'), 'place', m.place, 'presidedBy', "
			"trinn.person_name(m.presided_by), 'quorum', trinn.quorum_of(m.county_id, "
			"m.body_id, m.on_day), 'attendance', coalesce((select "
			"json_agg(json_build_object('personId', v.person_id::text, 'name', "
			"trinn.person_name(v.person_id), 'seat', v.seat, 'isPresent', "
			"coalesce(t.is_present, false)) order by v.position) from "
			"trinn.members_of(m.county_id, m.body_id, m.on_day) v left join "
			"trinn.attendees t on t.county_id = m.county_id and t.meeting_id = m.id "
			"and t.person_id = v.person_id), '[]'), 'items', coalesce((select "
			"json_agg(json_build_object('id', i.id::text, 'number', i.number, "
			"'applicationId', i.application_id::text, 'caseNumber', "
			"g.content->'caseNumber', 'title', g.content->'title', 'applicant', "
			"g.content->'applicant'->'name', 'recommendation', "
			"g.content->'recommendation', 'state', i.state, 'reason', i.reason, "
			"'proposals', coalesce((select json_agg(json_build_object('number', "
			"p.number, 'outcome', p.outcome, 'amountOre', p.amount_ore, 'grounds', "
			"p.grounds, 'state', p.state, 'reason', p.reason, 'byHands', p.by_hands, "
			"'presidedBy', trinn.person_name(p.presided_by), 'tally', p.tally) order "
			"by p.number) from trinn.proposals p where p.county_id = i.county_id and "
			"p.item_id = i.id), '[]')) order by i.number) from trinn.meeting_items i "
			"left join trinn.agenda_items g on g.county_id = i.county_id and "
			"g.item_id = i.id and g.agenda = (select max(h.agenda) from "
			"trinn.agenda_items h where h.county_id = i.county_id and h.item_id = "
			"i.id) where i.county_id = m.county_id and i.meeting_id = m.id), '[]')) "
			"end)::text, m.version, (json_build_array(json_build_array('meeting', "
			"m.id, case when not $5::bool then trinn.guard_version('meeting', m.id) "
			"end, true))::jsonb || coalesce((select "
			"jsonb_agg(jsonb_build_array('application', a.id, "
			"trinn.guard_version('application', a.id), true)) from trinn.applications "
			"a where a.county_id = m.county_id and not $5::bool and a.id = "
			"coalesce($2::int8, f.application_id)), '[]'))::text from trinn.meetings "
			"m join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id "
			"left join trinn.meeting_items f on f.county_id = m.county_id and "
			"f.meeting_id = m.id and f.id = coalesce($3::int8, (select p.item_id from "
			"trinn.proposals p where p.county_id = m.county_id and p.id = $4::int8)) "
			"left join trinn.applications a on a.county_id = f.county_id and a.id = "
			"f.application_id where m.county_id = (select trinn.caller_county()) and "
			"m.id = $1::int8",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_TOUCH_MEETING] = {
		.name = "touch_meeting",
		.sql =
			"with changed as (update trinn.meetings set is_changed = is_changed or "
			"$3::bool, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and ($2::int8 is null or version = $2::int8) returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'touch_meeting')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_ITEM] = {
		.name = "insert_item",
		.sql =
			"with made as (insert into trinn.meeting_items (id, county_id, "
			"meeting_id, number, applicant_id, application_id, put_by) select "
			"$1::int8, a.county_id, $2::int8, 1 + (select count(*) from "
			"trinn.meeting_items i where i.county_id = a.county_id and i.meeting_id = "
			"$2::int8), a.applicant_id, a.id, trinn.caller_person() from "
			"trinn.applications a where a.county_id = trinn.caller_county() and a.id "
			"= $3::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_item')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_WITHDRAW_ITEM] = {
		.name = "withdraw_item",
		.sql =
			"with changed as (update trinn.meeting_items set state = 'withdrawn', "
			"reason = $2::text where county_id = trinn.caller_county() and id = "
			"$1::int8 and state = 'listed' returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'withdraw_item')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SEND_AGENDA] = {
		.name = "send_agenda",
		.sql =
			"with changed as (update trinn.meetings set state = 'called', agenda = "
			"agenda + 1, is_changed = false, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"county_id, id, agenda), sent as (insert into trinn.agenda_items "
			"(county_id, meeting_id, agenda, number, applicant_id, application_id, "
			"item_id, content, sent_by) select i.county_id, i.meeting_id, "
			"changed.agenda, i.number, i.applicant_id, i.application_id, i.id, "
			"json_build_object('caseNumber', a.case_number, 'title', a.title, "
			"'applicant', a.applicant, 'appliedOre', a.applied_ore, 'fundingLine', "
			"json_build_object('id', l.id::text, 'name', l.name), 'call', c.title, "
			"'recommendation', (select json_build_object('number', r.number, "
			"'outcome', r.outcome, 'amountOre', r.amount_ore, 'grounds', r.grounds, "
			"'madeBy', trinn.person_name(r.made_by)) from trinn.recommendations r "
			"where r.county_id = a.county_id and r.application_id = a.id order by "
			"r.number desc limit 1), 'evaluation', (select json_build_object('id', "
			"k.evaluation_id::text, 'totalBasisPoints', k.total_bp, 'isBelowMinimum', "
			"k.is_below_minimum, 'rank', k.rank) from trinn.ranking(a.call_id) k "
			"where k.application_id = a.id)), trinn.caller_person() from changed join "
			"trinn.meeting_items i on i.county_id = changed.county_id and "
			"i.meeting_id = changed.id and i.state = 'listed' join trinn.applications "
			"a on a.county_id = i.county_id and a.id = i.application_id join "
			"trinn.calls c on c.county_id = a.county_id and c.id = a.call_id join "
			"trinn.funding_lines l on l.county_id = c.county_id and l.id = "
			"c.funding_line_id returning 1) select trinn.exactly(1 + (select count(*) "
			"from trinn.meeting_items i where i.county_id = trinn.caller_county() and "
			"i.meeting_id = $1::int8 and i.state = 'listed'), (select count(*) from "
			"changed) + (select count(*) from sent), 'send_agenda')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CANCEL_MEETING] = {
		.name = "cancel_meeting",
		.sql =
			"with changed as (update trinn.meetings set state = 'cancelled', reason = "
			"$3::text, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1), off as (update "
			"trinn.meeting_items set state = 'withdrawn', reason = $3::text where "
			"county_id = trinn.caller_county() and meeting_id = $1::int8 and state = "
			"'listed' returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'cancel_meeting') where (select count(*) from off) >= 0",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_NOTE_ATTENDANCE] = {
		.name = "note_attendance",
		.sql =
			"insert into trinn.attendees (county_id, meeting_id, person_id, "
			"is_present, noted_by) select m.county_id, m.id, v.person_id, v.person_id "
			"= any ($2::int8[]), trinn.caller_person() from trinn.meetings m, "
			"trinn.members_of(m.county_id, m.body_id, m.on_day) v where m.county_id = "
			"trinn.caller_county() and m.id = $1::int8 on conflict (county_id, "
			"meeting_id, person_id) do update set is_present = excluded.is_present, "
			"noted_by = excluded.noted_by",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_OPEN_MEETING] = {
		.name = "open_meeting",
		.sql =
			"with changed as (update trinn.meetings set state = 'open', presided_by = "
			"$3::int8, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'open_meeting')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PROPOSAL] = {
		.name = "insert_proposal",
		.sql =
			"with made as (insert into trinn.proposals (id, county_id, meeting_id, "
			"item_id, applicant_id, application_id, number, outcome, amount_ore, "
			"grounds, made_by) select $1::int8, i.county_id, i.meeting_id, i.id, "
			"i.applicant_id, i.application_id, 1 + (select count(*) from "
			"trinn.proposals p where p.county_id = i.county_id and p.item_id = i.id), "
			"$3::text, $4::int8, $5::text, trinn.caller_person() from "
			"trinn.meeting_items i where i.county_id = trinn.caller_county() and i.id "
			"= $2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_proposal')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_PUT_TO_VOTE] = {
		.name = "put_to_vote",
		.sql =
			"with changed as (update trinn.proposals set state = 'voting', "
			"presided_by = $2::int8 where county_id = trinn.caller_county() and id = "
			"$1::int8 and state = 'made' returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'put_to_vote')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CAST_VOTE] = {
		.name = "cast_vote",
		.sql =
			"with made as (insert into trinn.votes (county_id, proposal_id, "
			"applicant_id, application_id, person_id, vote, entered_by) select "
			"p.county_id, p.id, p.applicant_id, p.application_id, "
			"trinn.caller_person(), $2::text, trinn.caller_person() from "
			"trinn.proposals p where p.county_id = trinn.caller_county() and p.id = "
			"$1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'cast_vote')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MARK_BY_HANDS] = {
		.name = "mark_by_hands",
		.sql =
			"with changed as (update trinn.proposals set by_hands = true where "
			"county_id = trinn.caller_county() and id = $1::int8 and state = 'voting' "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'mark_by_hands')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENTER_HANDS] = {
		.name = "enter_hands",
		.sql =
			"with made as (insert into trinn.votes (county_id, proposal_id, "
			"applicant_id, application_id, person_id, vote, entered_by) select "
			"p.county_id, p.id, p.applicant_id, p.application_id, "
			"(h->>'personId')::bigint, h->>'vote', trinn.caller_person() from "
			"trinn.proposals p, jsonb_array_elements($2::jsonb) h where p.county_id = "
			"trinn.caller_county() and p.id = $1::int8 returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"made), 'enter_hands')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_END_VOTE] = {
		.name = "end_vote",
		.sql =
			"with counted as (update trinn.proposals p set state = $2::text, tally = "
			"(select json_build_object('for', c.n_for, 'against', c.n_against, "
			"'abstained', c.n_cast - c.n_for - c.n_against, 'quorum', c.needed, "
			"'byCastingVote', $2::text = 'carried' and c.n_for = c.n_against, "
			"'votes', (select json_agg(json_build_object('personId', "
			"v.person_id::text, 'name', trinn.person_name(v.person_id), 'seat', "
			"w.seat, 'vote', v.vote) order by w.place) from trinn.votes v join "
			"trinn.voters_of(p.item_id) w on w.person_id = v.person_id and w.votes "
			"where v.county_id = p.county_id and v.proposal_id = p.id), 'out', "
			"coalesce((select json_agg(json_build_object('personId', "
			"w.person_id::text, 'name', trinn.person_name(w.person_id), 'seat', "
			"w.seat, 'why', w.why_out) order by w.place) from "
			"trinn.voters_of(p.item_id) w where w.is_present and w.why_out is not "
			"null), '[]')) from trinn.count_votes(p.id) c) where p.county_id = "
			"trinn.caller_county() and p.id = $1::int8 and p.state = 'voting' "
			"returning p.item_id), resolved as (update trinn.meeting_items i set "
			"state = 'resolved' from counted where i.county_id = "
			"trinn.caller_county() and i.id = counted.item_id and $2::text = "
			"'carried' returning 1) select trinn.exactly(1 + ($2::text = "
			"'carried')::int, (select count(*) from counted) + (select count(*) from "
			"resolved), 'end_vote')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ABANDON_VOTE] = {
		.name = "abandon_vote",
		.sql =
			"with changed as (update trinn.proposals set state = 'void', reason = "
			"$2::text where county_id = trinn.caller_county() and id = $1::int8 and "
			"state = 'voting' returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'abandon_vote')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLOSE_MEETING] = {
		.name = "close_meeting",
		.sql =
			"with changed as (update trinn.meetings set state = 'closed', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1), left_over as (update "
			"trinn.meeting_items set state = 'postponed' where county_id = "
			"trinn.caller_county() and meeting_id = $1::int8 and state = 'listed' "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'close_meeting') where (select count(*) from left_over) >= 0",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLACE_MINUTES] = {
		.name = "replace_minutes",
		.sql =
			"update trinn.minutes set state = 'replaced' where county_id = "
			"trinn.caller_county() and meeting_id = $1::int8 and state = 'written'",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_MINUTES] = {
		.name = "insert_minutes",
		.sql =
			"insert into trinn.minutes (county_id, meeting_id, edition, content, "
			"sha256, reason, written_by) select trinn.caller_county(), $1::int8, "
			"$2::int4, c.content, encode(sha256(convert_to(c.content, 'UTF8')), "
			"'hex'), $7::text, trinn.caller_person() from (select "
			"trinn.canonical(jsonb_build_object('record', $3::jsonb::jsonb, "
			"'edition', $2::int4, 'remarks', $6::text::text, 'reason', "
			"$7::text::text, 'text', jsonb_build_object('nb', $4::text::text, 'en', "
			"$5::text::text))) as content) c",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_APPROVE_MINUTES] = {
		.name = "approve_minutes",
		.sql =
			"with approved as (update trinn.minutes set state = 'approved', "
			"approved_by = trinn.caller_person(), approved_at = now() where county_id "
			"= trinn.caller_county() and meeting_id = $1::int8 and edition = $3::int4 "
			"and state = 'written' returning 1), first as (update trinn.meetings set "
			"state = 'approved', version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 and state "
			"= 'closed' returning 1), again as (update trinn.meetings set version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 and state = 'approved' returning 1) select "
			"trinn.exactly(2, (select count(*) from approved) + (select count(*) from "
			"first) + (select count(*) from again), 'approve_minutes')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_MESSAGE_DOCUMENT] = {
		.name = "message_document",
		.sql =
			"select m.version::text as etag, json_build_object('id', m.id::text, "
			"'applicationId', m.application_id::text, 'side', m.side, 'isInternal', "
			"m.is_internal, 'state', m.state, 'text', m.body, 'answerBy', "
			"m.answer_by, 'answeredAt', case when m.answer_by is not null then "
			"(select min(w.written_at) from trinn.messages w where w.county_id = "
			"m.county_id and w.application_id = m.application_id and w.id > m.id and "
			"w.side = 'applicant') end, 'writtenBy', json_build_object('id', "
			"m.written_by::text, 'name', trinn.person_name(m.written_by)), "
			"'writtenAt', m.written_at, 'readBy', case when m.read_by is not null and "
			"(m.side = 'county' or (select trinn.caller_kind()) = 'county') then "
			"json_build_object('id', m.read_by::text, 'name', "
			"trinn.person_name(m.read_by)) end, 'readAt', m.read_at, 'documents', "
			"coalesce((select json_agg(json_build_object('id', d.id::text, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes) order by "
			"d.id) from trinn.message_documents e join trinn.documents d on "
			"d.county_id = e.county_id and d.id = e.document_id where e.county_id = "
			"m.county_id and e.message_id = m.id), '[]'))::text as document from "
			"trinn.messages m where m.county_id = (select trinn.caller_county()) and "
			"m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_MESSAGE] = {
		.name = "reply_message",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"m.version::text as etag, json_build_object('id', m.id::text, "
			"'applicationId', m.application_id::text, 'side', m.side, 'isInternal', "
			"m.is_internal, 'state', m.state, 'text', m.body, 'answerBy', "
			"m.answer_by, 'answeredAt', case when m.answer_by is not null then "
			"(select min(w.written_at) from trinn.messages w where w.county_id = "
			"m.county_id and w.application_id = m.application_id and w.id > m.id and "
			"w.side = 'applicant') end, 'writtenBy', json_build_object('id', "
			"m.written_by::text, 'name', trinn.person_name(m.written_by)), "
			"'writtenAt', m.written_at, 'readBy', case when m.read_by is not null and "
			"(m.side = 'county' or (select trinn.caller_kind()) = 'county') then "
			"json_build_object('id', m.read_by::text, 'name', "
			"trinn.person_name(m.read_by)) end, 'readAt', m.read_at, 'documents', "
			"coalesce((select json_agg(json_build_object('id', d.id::text, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes) order by "
			"d.id) from trinn.message_documents e join trinn.documents d on "
			"d.county_id = e.county_id and d.id = e.document_id where e.county_id = "
			"m.county_id and e.message_id = m.id), '[]'))::text as document from "
			"trinn.messages m where m.county_id = (select trinn.caller_county()) and "
			"m.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_MESSAGES] = {
		.name = "list_messages",
		.sql =
			"select p.* from trinn.applications a cross join lateral (select "
			"array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select m.id as key, json_build_object('id', m.id::text, "
			"'applicationId', m.application_id::text, 'side', m.side, 'isInternal', "
			"m.is_internal, 'state', m.state, 'text', m.body, 'answerBy', "
			"m.answer_by, 'answeredAt', case when m.answer_by is not null then "
			"(select min(w.written_at) from trinn.messages w where w.county_id = "
			"m.county_id and w.application_id = m.application_id and w.id > m.id and "
			"w.side = 'applicant') end, 'writtenBy', json_build_object('id', "
			"m.written_by::text, 'name', trinn.person_name(m.written_by)), "
			"'writtenAt', m.written_at, 'readBy', case when m.read_by is not null and "
			"(m.side = 'county' or (select trinn.caller_kind()) = 'county') then "
			"json_build_object('id', m.read_by::text, 'name', "
			"trinn.person_name(m.read_by)) end, 'readAt', m.read_at, 'documents', "
			"coalesce((select json_agg(json_build_object('id', d.id::text, 'title', "
			"d.title, 'mediaType', d.media_type, 'sizeBytes', d.size_bytes) order by "
			"d.id) from trinn.message_documents e join trinn.documents d on "
			"d.county_id = e.county_id and d.id = e.document_id where e.county_id = "
			"m.county_id and e.message_id = m.id), '[]')) as item from (select * from "
			"trinn.messages where county_id = a.county_id and application_id = a.id "
			"and id < case when $2::int8 is null then 9223372036854775807 else "
			"$2::int8 end order by id desc limit $3::int8 + 1) m) p) p where "
			"a.county_id = (select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_MESSAGE] = {
		.name = "load_new_message",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.messages_id_seq'), 'applicantId', "
			"a.applicant_id, 'state', a.state, 'documents', coalesce((select "
			"json_agg(json_build_object('id', d.id, 'state', d.state, 'access', "
			"d.access)) from trinn.documents d where d.county_id = a.county_id and "
			"d.application_id = a.id and d.id = any ($2::int8[])), '[]'))::text, "
			"null::bigint, json_build_array(json_build_array('application', a.id, "
			"g.version, true))::text from trinn.applications a join trinn.guards g on "
			"g.county_id = a.county_id and g.kind = 'application' and g.id = a.id "
			"where a.county_id = (select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_MESSAGE] = {
		.name = "insert_message",
		.sql =
			"insert into trinn.messages (id, county_id, applicant_id, application_id, "
			"side, is_internal, state, body, answer_by, written_by) values ($1::int8, "
			"trinn.caller_county(), $2::int8, $3::int8, $4::text, $5::bool, case when "
			"$5::bool then 'noted' else 'sent' end, $6::text, $7::date, "
			"trinn.caller_person())",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_MESSAGE_DOCUMENT] = {
		.name = "insert_message_document",
		.sql =
			"insert into trinn.message_documents (county_id, applicant_id, "
			"application_id, message_id, document_id) values (trinn.caller_county(), "
			"$1::int8, $2::int8, $3::int8, $4::int8)",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_MESSAGE] = {
		.name = "load_message",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', m.id, "
			"'applicationId', m.application_id, 'state', m.state, 'side', "
			"m.side)::text, m.version, "
			"json_build_array(json_build_array('application', m.application_id, "
			"trinn.guard_version('application', m.application_id), true))::text from "
			"trinn.messages m where m.county_id = (select trinn.caller_county()) and "
			"m.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_READ_MESSAGE] = {
		.name = "read_message",
		.sql =
			"with changed as (update trinn.messages set state = 'read', read_by = "
			"trinn.caller_person(), read_at = now(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'read_message')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MEMBERSHIP_DOCUMENT] = {
		.name = "membership_document",
		.sql =
			"select c.version::text as etag, (json_build_object('id', c.id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.hub_id), "
			"'firm', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.firm_id), "
			"'memberFrom', c.member_from, 'memberTo', c.member_to)::jsonb || "
			"jsonb_build_object('askAtCounty', trinn.member_elsewhere(c.firm_id, "
			"c.member_from, c.member_to)))::text as document from trinn.memberships c "
			"where c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_MEMBERSHIP] = {
		.name = "reply_membership",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, (json_build_object('id', c.id::text, 'hub', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.organisations o where o.id = c.hub_id), 'firm', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.organisations o where o.id = c.firm_id), "
			"'memberFrom', c.member_from, 'memberTo', c.member_to)::jsonb || "
			"jsonb_build_object('askAtCounty', trinn.member_elsewhere(c.firm_id, "
			"c.member_from, c.member_to)))::text as document from trinn.memberships c "
			"where c.county_id = (select trinn.caller_county()) and c.id = $6::int8 "
			"offset 0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, "
			"$4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_MEMBERSHIPS] = {
		.name = "list_memberships",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($5::int8)::int])::text as items, case when count(*) > $5::int8 "
			"then (array_agg(p.key order by p.key desc))[($5::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.hub_id), "
			"'firm', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = c.firm_id), "
			"'memberFrom', c.member_from, 'memberTo', c.member_to) as item from "
			"((select * from trinn.memberships where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and (select trinn.caller_kind()) <> 'hub' "
			"and $3::int8 is null and county_id = (select trinn.caller_county()) and "
			"id < case when $4::int8 is null then 9223372036854775807 else $4::int8 "
			"end and coalesce(daterange(member_from, member_to, '[]') @> "
			"coalesce($1::date, (select trinn.today())) and ($3::int8 is null or "
			"hub_id = $3::int8), false) order by id desc limit $5::int8 + 1) union "
			"all (select * from trinn.memberships where $2::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and ((select trinn.caller_kind()) = 'hub' "
			"or (select trinn.caller_kind()) = 'county' and $3::int8 is not null) and "
			"hub_id = case (select trinn.caller_kind()) when 'hub' then (select "
			"trinn.caller_org()) else $3::int8 end and county_id = (select "
			"trinn.caller_county()) and id < case when $4::int8 is null then "
			"9223372036854775807 else $4::int8 end and "
			"coalesce(daterange(member_from, member_to, '[]') @> coalesce($1::date, "
			"(select trinn.today())) and ($3::int8 is null or hub_id = $3::int8), "
			"false) order by id desc limit $5::int8 + 1) union all (select * from "
			"trinn.memberships where ($2::text is not null or (select "
			"trinn.caller_kind()) = 'firm') and firm_id = case when $2::text is not "
			"null then (select o.id from trinn.organisations o where o.orgnr = "
			"$2::text) else (select trinn.caller_org() where trinn.caller_kind() = "
			"'firm') end and county_id = (select trinn.caller_county()) and id < case "
			"when $4::int8 is null then 9223372036854775807 else $4::int8 end and "
			"coalesce(daterange(member_from, member_to, '[]') @> coalesce($1::date, "
			"(select trinn.today())) and ($3::int8 is null or hub_id = $3::int8), "
			"false) order by id desc limit $5::int8 + 1)) c) p",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_MEMBERSHIP] = {
		.name = "load_new_membership",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.memberships_id_seq'), 'firmId', o.id, 'isMember', exists "
			"(select from trinn.memberships c where c.county_id = "
			"trinn.caller_county() and c.hub_id = trinn.caller_org() and c.firm_id = "
			"o.id and (c.member_to is null or c.member_to >= "
			"(t.c->>'memberFrom')::date)), 'servesAs', trinn.serves_as(o.id), "
			"'memberFrom', (t.c->>'memberFrom')::date, 'foundedOn', o.founded_on, "
			"'ask', trinn.member_elsewhere(o.id, (t.c->>'memberFrom')::date, "
			"null))::text, null::bigint, '[]' from (select $1::json::json as c) t "
			"join trinn.organisations o on o.orgnr = t.c->>'firmOrgnr' and "
			"o.deleted_on is null",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_MEMBERSHIP] = {
		.name = "insert_membership",
		.sql =
			"insert into trinn.memberships (id, county_id, hub_id, firm_id, "
			"member_from) values ($1::int8, trinn.caller_county(), "
			"trinn.caller_org(), $2::int8, ($3::json::json->>'memberFrom')::date)",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_MEMBERSHIP] = {
		.name = "load_membership",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'firmId', c.firm_id, 'memberFrom', c.member_from, 'memberTo', "
			"c.member_to, 'ask', trinn.member_elsewhere(c.firm_id, c.member_from, "
			"c.member_to))::text, c.version, "
			"json_build_array(json_build_array('membership', c.id, "
			"trinn.guard_version('membership', c.id), true))::text from "
			"trinn.memberships c where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_END_MEMBERSHIP] = {
		.name = "end_membership",
		.sql =
			"with changed as (update trinn.memberships set member_to = "
			"($3::json::json->>'memberTo')::date, version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'end_membership')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CONTACT_DOCUMENT] = {
		.name = "contact_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'channel', "
			"c.channel, 'onDay', c.on_day, 'note', c.note, 'person', (select "
			"json_build_object('id', c.made_by::text, 'name', "
			"trinn.person_name(c.made_by)) where c.made_by > 0), 'madeAt', c.made_at, "
			"'isVoid', c.is_void, 'corrections', c.corrections)::text as document "
			"from trinn.contacts c where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_CONTACT] = {
		.name = "reply_contact",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'channel', "
			"c.channel, 'onDay', c.on_day, 'note', c.note, 'person', (select "
			"json_build_object('id', c.made_by::text, 'name', "
			"trinn.person_name(c.made_by)) where c.made_by > 0), 'madeAt', c.made_at, "
			"'isVoid', c.is_void, 'corrections', c.corrections)::text as document "
			"from trinn.contacts c where c.county_id = (select trinn.caller_county()) "
			"and c.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_CONTACTS] = {
		.name = "list_contacts",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'channel', "
			"c.channel, 'onDay', c.on_day, 'note', c.note, 'person', (select "
			"json_build_object('id', c.made_by::text, 'name', "
			"trinn.person_name(c.made_by)) where c.made_by > 0), 'madeAt', c.made_at, "
			"'isVoid', c.is_void, 'corrections', c.corrections) as item from (select "
			"* from trinn.contacts where county_id = (select trinn.caller_county()) "
			"and enrolment_id = $1::int8 and id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end order by id desc limit $3::int8 + "
			"1) c) p having count(*) > 0 or exists (select from trinn.enrolments e "
			"where e.county_id = (select trinn.caller_county()) and e.id = $1::int8)",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_CONTACT] = {
		.name = "insert_contact",
		.sql =
			"insert into trinn.contacts (id, county_id, enrolment_id, channel, "
			"on_day, note, made_by) select $1::int8, trinn.caller_county(), $2::int8, "
			"c->>'channel', (c->>'onDay')::date, c->>'note', "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()) from (select "
			"$3::json::json as c) t",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_CONTACT] = {
		.name = "load_contact",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'enrolmentId', c.enrolment_id, 'isVoid', "
			"c.is_void, 'days', trinn.days_of(c.enrolment_id))::text, c.version, "
			"json_build_array(json_build_array('enrolment', c.enrolment_id, "
			"trinn.guard_version('enrolment', c.enrolment_id), true))::text from "
			"trinn.contacts c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CORRECT_CONTACT] = {
		.name = "correct_contact",
		.sql =
			"with changed as (update trinn.contacts set channel = "
			"coalesce(c->>'channel', channel), on_day = coalesce((c->>'onDay')::date, "
			"on_day), note = coalesce(c->>'note', note), is_void = "
			"coalesce((c->>'isVoid')::boolean, false), reason = c->>'reason', version "
			"= version + 1 from (select $3::json::json as c) t where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'correct_contact')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_HANDOVER_DOCUMENT] = {
		.name = "handover_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'toHub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.to_hub_id), 'state', c.state, 'isByCounty', c.by_county, "
			"'withoutConsent', c.without_consent, 'reason', c.reason, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason)::text as document from "
			"trinn.handovers c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_HANDOVER] = {
		.name = "reply_handover",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'toHub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.to_hub_id), 'state', c.state, 'isByCounty', c.by_county, "
			"'withoutConsent', c.without_consent, 'reason', c.reason, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason)::text as document from "
			"trinn.handovers c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_HANDOVERS] = {
		.name = "list_handovers",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'toHub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.to_hub_id), 'state', c.state, 'isByCounty', c.by_county, "
			"'withoutConsent', c.without_consent, 'reason', c.reason, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason) as item from (select * "
			"from trinn.handovers where county_id = (select trinn.caller_county()) "
			"and ($1::text is null or state = $1::text) and id < case when $3::int8 "
			"is null then 9223372036854775807 else $3::int8 end and ($2::int8 is null "
			"or programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $2::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) order by id desc "
			"limit $4::int8 + 1) c) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_HANDOVER] = {
		.name = "insert_handover",
		.sql =
			"with made as (insert into trinn.handovers (id, county_id, programme_id, "
			"enrolment_id, to_hub_id, reason, without_consent, consent_by, "
			"consent_on, asked_by) select $1::int8, e.county_id, e.programme_id, "
			"e.id, $3::int8, c->>'reason', c->>'withoutConsent', c->>'consentBy', "
			"(c->>'consentOn')::date, trinn.caller_person() from trinn.enrolments e, "
			"(select $4::json::json as c) t where e.county_id = trinn.caller_county() "
			"and e.id = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from made), 'insert_handover')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_HANDOVER] = {
		.name = "load_handover",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', c.id, "
			"'state', c.state, 'enrolmentId', c.enrolment_id, 'hubId', c.hub_id, "
			"'toHubId', c.to_hub_id, 'firmId', c.firm_id, 'isConsented', c.consent_by "
			"is not null, 'isByCounty', c.by_county, 'withoutConsent', "
			"c.without_consent, 'askedBy', c.asked_by, 'hub', (select o.name from "
			"trinn.organisations o where o.id = c.hub_id), 'toHub', (select o.name "
			"from trinn.organisations o where o.id = c.to_hub_id), 'county', (select "
			"n.name from trinn.counties n where n.id = c.county_id), "
			"'isBetweenStages', trinn.is_between_stages(c.enrolment_id), 'isHubOpen', "
			"trinn.is_hub(c.hub_id))::text, c.version, "
			"json_build_array(json_build_array('enrolment', c.enrolment_id, "
			"trinn.guard_version('enrolment', c.enrolment_id), true), "
			"json_build_array('handover', c.id, trinn.guard_version('handover', "
			"c.id), true))::text from trinn.handovers c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_CONSENT_HANDOVER] = {
		.name = "consent_handover",
		.sql =
			"with changed as (update trinn.handovers set consent_by = "
			"trinn.person_name(trinn.caller_person()), consent_on = trinn.today(), "
			"consented_by = trinn.caller_person(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 and state = 'asked' returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'consent_handover')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ANSWER_HANDOVER] = {
		.name = "answer_handover",
		.sql =
			"with changed as (update trinn.handovers set state = $3::text, "
			"decline_reason = $4::text, answered_by = trinn.caller_person(), version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'answer_handover')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASSESSMENT_DOCUMENT] = {
		.name = "assessment_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'instrument', "
			"(select json_build_object('id', i.id::text, 'code', i.code, 'version', "
			"i.version, 'kind', i.kind) from trinn.instruments i where i.id = "
			"c.instrument_id), 'phase', c.phase, 'round', c.round, 'heldOn', "
			"c.held_on, 'interviewer', (select json_build_object('id', "
			"c.interviewer_id::text, 'name', trinn.person_name(c.interviewer_id)) "
			"where c.interviewer_id is not null), 'answeredBy', c.answered_by, "
			"'sessionId', c.session_id::text, 'dimensions', c.dimensions, "
			"'digitalStrategyWritten', c.digital_strategy_written, "
			"'greenStrategyWritten', c.green_strategy_written, 'state', c.state, "
			"'changes', (select json_object_agg(d.name, case when b.id is not null "
			"then json_build_object('since', b.id::text, 'points', "
			"(c.dimensions->>d.name)::int - b.points) end) from "
			"unnest('{digital,green,organisation,strategy}'::text[]) d(name) left "
			"join lateral (select a.id, (a.dimensions->>d.name)::int as points from "
			"trinn.assessments a join trinn.instruments i on i.id = a.instrument_id "
			"and i.kind = 'interview' where a.county_id = c.county_id and "
			"a.enrolment_id = c.enrolment_id and a.round = c.round and a.phase = "
			"'before' and a.state = 'final' and a.interviewer_id is not null and "
			"a.held_on <= c.held_on and a.dimensions->>d.name is not null order by "
			"a.held_on, a.id limit 1) b on c.dimensions->>d.name is not null where "
			"c.phase <> 'before' having count(b.id) > 0), 'answers', c.answers)::text "
			"as document from trinn.assessments c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_ASSESSMENT] = {
		.name = "reply_assessment",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'instrument', "
			"(select json_build_object('id', i.id::text, 'code', i.code, 'version', "
			"i.version, 'kind', i.kind) from trinn.instruments i where i.id = "
			"c.instrument_id), 'phase', c.phase, 'round', c.round, 'heldOn', "
			"c.held_on, 'interviewer', (select json_build_object('id', "
			"c.interviewer_id::text, 'name', trinn.person_name(c.interviewer_id)) "
			"where c.interviewer_id is not null), 'answeredBy', c.answered_by, "
			"'sessionId', c.session_id::text, 'dimensions', c.dimensions, "
			"'digitalStrategyWritten', c.digital_strategy_written, "
			"'greenStrategyWritten', c.green_strategy_written, 'state', c.state, "
			"'changes', (select json_object_agg(d.name, case when b.id is not null "
			"then json_build_object('since', b.id::text, 'points', "
			"(c.dimensions->>d.name)::int - b.points) end) from "
			"unnest('{digital,green,organisation,strategy}'::text[]) d(name) left "
			"join lateral (select a.id, (a.dimensions->>d.name)::int as points from "
			"trinn.assessments a join trinn.instruments i on i.id = a.instrument_id "
			"and i.kind = 'interview' where a.county_id = c.county_id and "
			"a.enrolment_id = c.enrolment_id and a.round = c.round and a.phase = "
			"'before' and a.state = 'final' and a.interviewer_id is not null and "
			"a.held_on <= c.held_on and a.dimensions->>d.name is not null order by "
			"a.held_on, a.id limit 1) b on c.dimensions->>d.name is not null where "
			"c.phase <> 'before' having count(b.id) > 0), 'answers', c.answers)::text "
			"as document from trinn.assessments c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_ASSESSMENTS] = {
		.name = "list_assessments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'enrolmentId', c.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = c.firm_id), 'instrument', "
			"(select json_build_object('id', i.id::text, 'code', i.code, 'version', "
			"i.version, 'kind', i.kind) from trinn.instruments i where i.id = "
			"c.instrument_id), 'phase', c.phase, 'round', c.round, 'heldOn', "
			"c.held_on, 'interviewer', (select json_build_object('id', "
			"c.interviewer_id::text, 'name', trinn.person_name(c.interviewer_id)) "
			"where c.interviewer_id is not null), 'answeredBy', c.answered_by, "
			"'sessionId', c.session_id::text, 'dimensions', c.dimensions, "
			"'digitalStrategyWritten', c.digital_strategy_written, "
			"'greenStrategyWritten', c.green_strategy_written, 'state', c.state, "
			"'changes', (select json_object_agg(d.name, case when b.id is not null "
			"then json_build_object('since', b.id::text, 'points', "
			"(c.dimensions->>d.name)::int - b.points) end) from "
			"unnest('{digital,green,organisation,strategy}'::text[]) d(name) left "
			"join lateral (select a.id, (a.dimensions->>d.name)::int as points from "
			"trinn.assessments a join trinn.instruments i on i.id = a.instrument_id "
			"and i.kind = 'interview' where a.county_id = c.county_id and "
			"a.enrolment_id = c.enrolment_id and a.round = c.round and a.phase = "
			"'before' and a.state = 'final' and a.interviewer_id is not null and "
			"a.held_on <= c.held_on and a.dimensions->>d.name is not null order by "
			"a.held_on, a.id limit 1) b on c.dimensions->>d.name is not null where "
			"c.phase <> 'before' having count(b.id) > 0)) as item from (select * from "
			"trinn.assessments where county_id = (select trinn.caller_county()) and "
			"enrolment_id = $1::int8 and id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end order by id desc limit $3::int8 + "
			"1) c) p having count(*) > 0 or exists (select from trinn.enrolments e "
			"where e.county_id = (select trinn.caller_county()) and e.id = $1::int8)",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_ASSESSMENT] = {
		.name = "insert_assessment",
		.sql =
			"insert into trinn.assessments (id, county_id, enrolment_id, round, "
			"instrument_id, phase, held_on, interviewer_id, answered_by, session_id, "
			"answers, dimensions) select $1::int8, e.county_id, e.id, e.round, "
			"(c->>'instrumentId')::bigint, c->>'phase', (c->>'heldOn')::date, case "
			"when trinn.caller_kind() = 'hub' then trinn.caller_person() end, "
			"c->>'answeredBy', (c->>'sessionId')::bigint, '[]', '{\"digital\": null, "
			"\"green\": null, \"organisation\": null, \"strategy\": null}' from "
			"trinn.enrolments e, (select $3::json::json as c) t where e.county_id = "
			"trinn.caller_county() and e.id = $2::int8",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_ASSESSMENT] = {
		.name = "load_assessment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', c.state, 'enrolmentId', "
			"c.enrolment_id, 'hubId', c.hub_id, 'firmId', c.firm_id, "
			"'hasInterviewer', c.interviewer_id is not null, 'isHandedOver', "
			"c.handed_to is not null, 'phase', c.phase, 'heldOn', c.held_on, "
			"'sessionId', c.session_id::text, 'days', trinn.days_of(w.enrolment_id), "
			"'session', (select json_build_object('state', s.state, 'isWithFirm', "
			"s.kind = 'interview' and s.firm_id = w.firm_id, 'heldOn', (s.starts_at "
			"at time zone 'Europe/Oslo')::date) from trinn.sessions s where "
			"s.county_id = w.county_id and s.hub_id = trinn.caller_org() and s.id = "
			"w.session_id), 'nAnswers', json_array_length(c.answers), 'isInterview', "
			"(select i.kind = 'interview' from trinn.instruments i where i.id = "
			"c.instrument_id), 'nJudged', (select count(*) from "
			"json_each_text(c.dimensions) d where d.value is not null), 'questions', "
			"coalesce((select json_agg(json_build_object('id', q->>'id', 'kind', "
			"q->>'kind', 'written', q->>'written', 'options', coalesce((select "
			"json_agg(v->'id') from json_array_elements(q->'options') v), '[]'))) "
			"from trinn.instruments i, json_array_elements(i.questions) q where i.id "
			"= c.instrument_id), '[]'))::text, c.version, "
			"json_build_array(json_build_array('enrolment', c.enrolment_id, "
			"trinn.guard_version('enrolment', c.enrolment_id), true))::text from "
			"trinn.assessments c, lateral (select c.county_id, c.firm_id, "
			"c.enrolment_id, case when $2::json is null then c.session_id else "
			"($2::json->>'sessionId')::bigint end as session_id) w where c.county_id "
			"= (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_SAVE_ASSESSMENT] = {
		.name = "save_assessment",
		.sql =
			"with changed as (update trinn.assessments set held_on = "
			"(c->>'heldOn')::date, answered_by = c->>'answeredBy', session_id = "
			"(c->>'sessionId')::bigint, answers = c->'answers', dimensions = "
			"json_build_object('digital', c->'dimensions'->'digital', 'green', "
			"c->'dimensions'->'green', 'organisation', "
			"c->'dimensions'->'organisation', 'strategy', "
			"c->'dimensions'->'strategy'), digital_strategy_written = "
			"(c->>'digitalStrategyWritten')::boolean, green_strategy_written = "
			"(c->>'greenStrategyWritten')::boolean, version = version + 1 from "
			"(select $3::json::json as c) t where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 and state = 'draft' returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'save_assessment')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_FINISH_ASSESSMENT] = {
		.name = "finish_assessment",
		.sql =
			"with changed as (update trinn.assessments set state = 'final', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'finish_assessment')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_DISCARD_ASSESSMENT] = {
		.name = "discard_assessment",
		.sql =
			"with changed as (update trinn.assessments set state = 'discarded', "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'discard_assessment')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_APPLICATION_PARTNER_DOCUMENT] = {
		.name = "application_partner_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'applicationId', c.application_id::text, 'title', (select a.title from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'caseNumber', (select a.case_number from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'applicant', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = c.applicant_id), 'partner', json_build_object('id', "
			"c.organisation_id::text, 'orgnr', c.orgnr, 'name', c.name), 'kind', "
			"c.kind, 'task', c.task, 'message', c.message, 'state', c.state, "
			"'askedAt', c.asked_at, 'part', (select json_build_object('costs', "
			"t.part->'costs', 'finance', t.part->'finance', 'costsOre', "
			"trinn.lines_sum(t.part->'costs'), 'financeOre', "
			"trinn.lines_sum(t.part->'finance'), 'currency', 'NOK', 'sha256', "
			"c.sha256) from (select coalesce(c.part, (select trinn.part_of(c.orgnr, "
			"a.costs, a.finance) from trinn.applications a where c.state = 'asked' "
			"and a.county_id = c.county_id and a.id = c.application_id)) as part) t "
			"where t.part is not null), 'confirmedBy', c.confirmed_by, 'confirmedOn', "
			"c.confirmed_on, 'documentId', c.document_id::text, 'reason', "
			"c.reason)::text as document from trinn.application_partners c where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_APPLICATION_PARTNER] = {
		.name = "reply_application_partner",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'applicationId', c.application_id::text, 'title', (select a.title from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'caseNumber', (select a.case_number from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'applicant', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = c.applicant_id), 'partner', json_build_object('id', "
			"c.organisation_id::text, 'orgnr', c.orgnr, 'name', c.name), 'kind', "
			"c.kind, 'task', c.task, 'message', c.message, 'state', c.state, "
			"'askedAt', c.asked_at, 'part', (select json_build_object('costs', "
			"t.part->'costs', 'finance', t.part->'finance', 'costsOre', "
			"trinn.lines_sum(t.part->'costs'), 'financeOre', "
			"trinn.lines_sum(t.part->'finance'), 'currency', 'NOK', 'sha256', "
			"c.sha256) from (select coalesce(c.part, (select trinn.part_of(c.orgnr, "
			"a.costs, a.finance) from trinn.applications a where c.state = 'asked' "
			"and a.county_id = c.county_id and a.id = c.application_id)) as part) t "
			"where t.part is not null), 'confirmedBy', c.confirmed_by, 'confirmedOn', "
			"c.confirmed_on, 'documentId', c.document_id::text, 'reason', "
			"c.reason)::text as document from trinn.application_partners c where "
			"c.county_id = (select trinn.caller_county()) and c.id = $6::int8 offset "
			"0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_APPLICATION_PARTNERS] = {
		.name = "list_application_partners",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'applicationId', c.application_id::text, 'title', (select a.title from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'caseNumber', (select a.case_number from "
			"trinn.applications a where a.county_id = c.county_id and a.id = "
			"c.application_id), 'applicant', (select json_build_object('id', "
			"o.id::text, 'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o "
			"where o.id = c.applicant_id), 'partner', json_build_object('id', "
			"c.organisation_id::text, 'orgnr', c.orgnr, 'name', c.name), 'kind', "
			"c.kind, 'task', c.task, 'message', c.message, 'state', c.state, "
			"'askedAt', c.asked_at, 'part', (select json_build_object('costs', "
			"t.part->'costs', 'finance', t.part->'finance', 'costsOre', "
			"trinn.lines_sum(t.part->'costs'), 'financeOre', "
			"trinn.lines_sum(t.part->'finance'), 'currency', 'NOK', 'sha256', "
			"c.sha256) from (select coalesce(c.part, (select trinn.part_of(c.orgnr, "
			"a.costs, a.finance) from trinn.applications a where c.state = 'asked' "
			"and a.county_id = c.county_id and a.id = c.application_id)) as part) t "
			"where t.part is not null), 'confirmedBy', c.confirmed_by, 'confirmedOn', "
			"c.confirmed_on, 'documentId', c.document_id::text, 'reason', c.reason) "
			"as item from (select * from trinn.application_partners where county_id = "
			"(select trinn.caller_county()) and ($1::int8 is null or application_id = "
			"$1::int8) and ($2::text is null or state = $2::text) and id < case when "
			"$3::int8 is null then 9223372036854775807 else $3::int8 end order by id "
			"desc limit $4::int8 + 1) c) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_PARTNER] = {
		.name = "load_new_partner",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.application_partners_id_seq'), 'applicantId', "
			"a.applicant_id, 'applicationState', a.state, 'organisationId', "
			"coalesce(o.id, 0), 'isNamed', coalesce(o.id = any (a.partner_ids), "
			"false), 'inHand', json_build_object('callState', c.state, 'today', "
			"trinn.today(), 'deadline', json_build_object('closesAt', "
			"floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint, "
			"'graceEndsAt', floor(extract(epoch from "
			"trinn.grace_ends_at(c.closes_on)))::bigint, 'graceUntil', "
			"to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', "
			"'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from now()))::bigint, "
			"'begunAt', floor(extract(epoch from a.created_at))::bigint, "
			"'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s "
			"where s.county_id = a.county_id and s.state = 'granted' and (s.draft_id "
			"= a.id or s.id = a.late_submission_id)), 'isLeaveAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = a.county_id and "
			"s.draft_id = a.id and s.state in ('asked', 'recommended'))))::text, "
			"null::bigint, json_build_array(json_build_array('application', a.id, "
			"g.version, true))::text from trinn.applications a join trinn.calls c on "
			"c.county_id = a.county_id and c.id = a.call_id join trinn.guards g on "
			"g.county_id = a.county_id and g.kind = 'application' and g.id = a.id "
			"left join trinn.organisations o on o.orgnr = $2::text and o.deleted_on "
			"is null where a.county_id = (select trinn.caller_county()) and a.id = "
			"$1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_PARTNER] = {
		.name = "insert_partner",
		.sql =
			"with made as (insert into trinn.application_partners (id, county_id, "
			"applicant_id, application_id, organisation_id, orgnr, name, kind, task, "
			"message, asked_by) select $1::int8, a.county_id, a.applicant_id, a.id, "
			"o.id, o.orgnr, o.name, case when trinn.is_hub(o.id) then 'hub' else "
			"'firm' end, $4::text, $5::text, coalesce(trinn.caller_person(), "
			"-trinn.caller_principal()) from trinn.applications a, "
			"trinn.organisations o where a.county_id = trinn.caller_county() and a.id "
			"= $2::int8 and o.id = $3::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from made), 'insert_partner')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_PARTNER] = {
		.name = "load_partner",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', c.state, 'name', c.name, "
			"'organisationId', c.organisation_id, 'hasPeople', "
			"trinn.has_people(c.organisation_id, c.kind), 'applicationId', "
			"c.application_id, 'applicantId', c.applicant_id, 'applicant', (select "
			"o.name from trinn.organisations o where o.id = c.applicant_id), "
			"'applicationState', coalesce((select a.state from trinn.applications a "
			"where a.county_id = c.county_id and a.id = c.application_id), c.state), "
			"'inHand', (select json_build_object('callState', c.state, 'today', "
			"trinn.today(), 'deadline', json_build_object('closesAt', "
			"floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint, "
			"'graceEndsAt', floor(extract(epoch from "
			"trinn.grace_ends_at(c.closes_on)))::bigint, 'graceUntil', "
			"to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', "
			"'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from now()))::bigint, "
			"'begunAt', floor(extract(epoch from a.created_at))::bigint, "
			"'leaveUntil', (select max(s.submit_by) from trinn.late_submissions s "
			"where s.county_id = a.county_id and s.state = 'granted' and (s.draft_id "
			"= a.id or s.id = a.late_submission_id)), 'isLeaveAsked', exists (select "
			"from trinn.late_submissions s where s.county_id = a.county_id and "
			"s.draft_id = a.id and s.state in ('asked', 'recommended'))) from (select "
			"c.county_id, c.application_id) w join trinn.applications a on "
			"a.county_id = w.county_id and a.id = w.application_id join trinn.calls c "
			"on c.county_id = a.county_id and c.id = a.call_id), 'document', (select "
			"d.state from trinn.documents d where d.county_id = c.county_id and "
			"d.application_id = c.application_id and d.id = $2::int8 and d.access = "
			"'party'))::text, c.version, "
			"json_build_array(json_build_array('application', c.application_id, "
			"trinn.guard_version('application', c.application_id), true))::text from "
			"trinn.application_partners c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_CONFIRM_PART] = {
		.name = "confirm_part",
		.sql =
			"with changed as (update trinn.application_partners set state = "
			"'confirmed', confirmed_by = trinn.person_name(trinn.caller_person()), "
			"confirmed_on = trinn.today(), signed_by = trinn.caller_person(), version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'confirm_part')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENTER_PART_ON_PAPER] = {
		.name = "enter_part_on_paper",
		.sql =
			"with changed as (update trinn.application_partners set state = "
			"'confirmed', confirmed_by = $3::text, confirmed_on = $4::date, "
			"document_id = $5::int8, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'enter_part_on_paper')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LEAVE_APPLICATION] = {
		.name = "leave_application",
		.sql =
			"with changed as (update trinn.application_partners set state = $3::text, "
			"reason = $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'leave_application')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_PAYMENT_DOCUMENT] = {
		.name = "payment_document",
		.sql =
			"select p.version::text as etag, json_build_object('id', p.id::text, "
			"'reference', p.reference, 'state', p.state, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'applicationId', p.application_id::text, 'grantId', p.grant_id::text, "
			"'claimId', p.claim_id::text, 'amountOre', p.amount_ore, 'currency', "
			"'NOK', 'parts', (select (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', s.year, "
			"'amountOre', p.approved_ore) order by p.position) from trinn.claim_parts "
			"p join trinn.grant_parts s on s.county_id = p.county_id and s.grant_id = "
			"p.grant_id and s.position = p.position join trinn.funding_lines l on "
			"l.county_id = s.county_id and l.id = s.funding_line_id where p.county_id "
			"= y.county_id and p.claim_id = y.claim_id and p.approved_ore > 0) from "
			"(select p.claim_id, p.county_id) y), 'account', p.account, "
			"'accountReplaced', p.account_replaced, 'listId', p.list_id::text, "
			"'bankReference', p.bank_reference, 'paidOn', p.paid_on)::text as "
			"document from trinn.payments p join trinn.organisations o on o.id = "
			"p.applicant_id where p.county_id = (select trinn.caller_county()) and "
			"p.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_PAYMENT] = {
		.name = "reply_payment",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"p.version::text as etag, json_build_object('id', p.id::text, "
			"'reference', p.reference, 'state', p.state, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'applicationId', p.application_id::text, 'grantId', p.grant_id::text, "
			"'claimId', p.claim_id::text, 'amountOre', p.amount_ore, 'currency', "
			"'NOK', 'parts', (select (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', s.year, "
			"'amountOre', p.approved_ore) order by p.position) from trinn.claim_parts "
			"p join trinn.grant_parts s on s.county_id = p.county_id and s.grant_id = "
			"p.grant_id and s.position = p.position join trinn.funding_lines l on "
			"l.county_id = s.county_id and l.id = s.funding_line_id where p.county_id "
			"= y.county_id and p.claim_id = y.claim_id and p.approved_ore > 0) from "
			"(select p.claim_id, p.county_id) y), 'account', p.account, "
			"'accountReplaced', p.account_replaced, 'listId', p.list_id::text, "
			"'bankReference', p.bank_reference, 'paidOn', p.paid_on)::text as "
			"document from trinn.payments p join trinn.organisations o on o.id = "
			"p.applicant_id where p.county_id = (select trinn.caller_county()) and "
			"p.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_PAYMENTS] = {
		.name = "list_payments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select p.id as key, json_build_object('id', p.id::text, "
			"'reference', p.reference, 'state', p.state, 'applicant', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'applicationId', p.application_id::text, 'grantId', p.grant_id::text, "
			"'claimId', p.claim_id::text, 'amountOre', p.amount_ore, 'currency', "
			"'NOK', 'parts', (select (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', s.year, "
			"'amountOre', p.approved_ore) order by p.position) from trinn.claim_parts "
			"p join trinn.grant_parts s on s.county_id = p.county_id and s.grant_id = "
			"p.grant_id and s.position = p.position join trinn.funding_lines l on "
			"l.county_id = s.county_id and l.id = s.funding_line_id where p.county_id "
			"= y.county_id and p.claim_id = y.claim_id and p.approved_ore > 0) from "
			"(select p.claim_id, p.county_id) y), 'account', p.account, "
			"'accountReplaced', p.account_replaced, 'listId', p.list_id::text, "
			"'bankReference', p.bank_reference, 'paidOn', p.paid_on) as item from "
			"((select * from trinn.payments where (select trinn.caller_kind()) = "
			"'county' and coalesce($1::text, 'paid') = 'paid' and ($1::text is null "
			"or state = 'paid') and county_id = (select trinn.caller_county()) and id "
			"< case when $3::int8 is null then 9223372036854775807 else $3::int8 end "
			"and ($2::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by id "
			"desc limit $4::int8 + 1) union all (select * from trinn.payments where "
			"(select trinn.caller_kind()) = 'county' and state = $1::text and state "
			"<> 'paid' and county_id = (select trinn.caller_county()) and id < case "
			"when $3::int8 is null then 9223372036854775807 else $3::int8 end and "
			"($2::int8 is null or programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) order by id "
			"desc limit $4::int8 + 1) union all (select * from trinn.payments where "
			"(select trinn.caller_kind()) <> 'county' and applicant_id = (select "
			"trinn.caller_org()) and ($1::text is null or state = $1::text) and "
			"county_id = (select trinn.caller_county()) and id < case when $3::int8 "
			"is null then 9223372036854775807 else $3::int8 end and ($2::int8 is null "
			"or programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $2::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) order by id desc "
			"limit $4::int8 + 1)) p join trinn.organisations o on o.id = "
			"p.applicant_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_PAYMENT] = {
		.name = "insert_payment",
		.sql =
			"with made as (insert into trinn.payments (county_id, applicant_id, "
			"application_id, grant_id, claim_id, programme_id, year, stages, "
			"municipality_no, reference, amount_ore) select c.county_id, "
			"c.applicant_id, c.application_id, c.grant_id, c.id, l.programme_id, "
			"g.year, l.stages, o.municipality_no, 'UTB-' || replace(a.case_number, "
			"'/', '-') || '-' || c.number, c.approved_ore from trinn.claims c join "
			"trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id join "
			"trinn.applications a on a.county_id = c.county_id and a.id = "
			"c.application_id join trinn.calls l on l.county_id = a.county_id and "
			"l.id = a.call_id join trinn.organisations o on o.id = c.applicant_id "
			"where c.county_id = trinn.caller_county() and c.id = $1::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from made), 'insert_payment')",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_POST_DUE] = {
		.name = "post_due",
		.sql =
			"select trinn.post_due($1::text, $2::text, $3::int8)",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_PAYMENT] = {
		.name = "load_payment",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', p.id, 'state', p.state, 'applicationId', "
			"p.application_id, 'applicantId', p.applicant_id, 'registeredBy', "
			"coalesce(p.registered_by, 0), 'listedOn', (select (s.made_at at time "
			"zone 'Europe/Oslo')::date from trinn.payment_lists s where s.county_id = "
			"p.county_id and s.id = p.list_id))::text, p.version, "
			"json_build_array(json_build_array('application', p.application_id, "
			"h.version, true))::text from trinn.payments p join trinn.guards h on "
			"h.county_id = p.county_id and h.kind = 'application' and h.id = "
			"p.application_id where p.county_id = (select trinn.caller_county()) and "
			"p.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REGISTER_PAID] = {
		.name = "register_paid",
		.sql =
			"with changed as (update trinn.payments set state = 'sent_unconfirmed', "
			"bank_reference = $3::text, paid_on = $4::date, registered_by = "
			"trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'register_paid')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CONFIRM_PAID] = {
		.name = "confirm_paid",
		.sql =
			"with changed as (update trinn.payments set state = 'paid', confirmed_by "
			"= trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'confirm_paid')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_POST_PAID] = {
		.name = "post_paid",
		.sql =
			"select trinn.post_due('pay', 'payment', id, paid_on) from trinn.payments "
			"where county_id = trinn.caller_county() and id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_PAYMENT_LIST] = {
		.name = "load_payment_list",
		.sql =
			"with queued as materialized (select id, application_id from "
			"trinn.payments where county_id = (select trinn.caller_county()) and "
			"state = 'queued' and state <> 'paid' order by id limit $1::int8) select "
			"json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.payment_lists_id_seq'), 'count', (select count(*) from "
			"queued), 'payments', coalesce((select array_agg(id order by id) from "
			"queued), '{}')::text)::text, null::bigint, coalesce((select "
			"json_agg(json_build_array(h.kind, h.id, h.version, true)) from "
			"trinn.guards h where h.county_id = (select trinn.caller_county()) and "
			"h.kind = 'application' and h.id in (select application_id from queued)), "
			"'[]')::text",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_PAYMENT_LIST] = {
		.name = "insert_payment_list",
		.sql =
			"insert into trinn.payment_lists (id, county_id, number, payments, "
			"total_ore, made_by) select $1::int8, trinn.caller_county(), "
			"trinn.next_number('list'), count(*), sum(p.amount_ore), "
			"trinn.caller_person() from trinn.payments p where p.county_id = "
			"trinn.caller_county() and p.id = any ($2::int8[])",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_PUT_ON_LIST] = {
		.name = "put_on_list",
		.sql =
			"with changed as (update trinn.payments set state = 'exported', list_id = "
			"$1::int8, version = version + 1 where county_id = trinn.caller_county() "
			"and id = any ($2::int8[]) and state = 'queued' returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from changed), "
			"'put_on_list')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_AUDIT_LISTED] = {
		.name = "audit_listed",
		.sql =
			"select trinn.audit('application', p.application_id, 'export', 'payment', "
			"p.id, null, jsonb_build_object('listId', p.list_id::text)) from "
			"trinn.payments p where p.county_id = trinn.caller_county() and p.list_id "
			"= $1::int8 order by p.application_id, p.id",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_LISTED] = {
		.name = "tell_listed",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select p.county_id, 'payment.export', "
			"'payment', p.id, p.applicant_id, jsonb_build_object('listId', "
			"p.list_id::text) from trinn.payments p where p.county_id = "
			"trinn.caller_county() and p.list_id = $1::int8 order by p.id",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_PAYMENT_LIST_DOCUMENT] = {
		.name = "payment_list_document",
		.sql =
			"select null::text as etag, json_build_object('id', s.id::text, 'number', "
			"s.number, 'count', s.payments, 'totalOre', s.total_ore, 'currency', "
			"'NOK', 'madeAt', s.made_at, 'payments', (select "
			"json_agg(json_build_object('paymentId', p.id::text, 'reference', "
			"p.reference, 'recipient', o.name, 'orgnr', o.orgnr, 'account', "
			"p.account, 'amountOre', p.amount_ore) order by p.id) from trinn.payments "
			"p join trinn.organisations o on o.id = p.applicant_id where p.county_id "
			"= s.county_id and p.list_id = s.id))::text as document from "
			"trinn.payment_lists s where s.county_id = (select trinn.caller_county()) "
			"and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_PAYMENT_LIST] = {
		.name = "reply_payment_list",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select null::text as "
			"etag, json_build_object('id', s.id::text, 'number', s.number, 'count', "
			"s.payments, 'totalOre', s.total_ore, 'currency', 'NOK', 'madeAt', "
			"s.made_at, 'payments', (select json_agg(json_build_object('paymentId', "
			"p.id::text, 'reference', p.reference, 'recipient', o.name, 'orgnr', "
			"o.orgnr, 'account', p.account, 'amountOre', p.amount_ore) order by p.id) "
			"from trinn.payments p join trinn.organisations o on o.id = "
			"p.applicant_id where p.county_id = s.county_id and p.list_id = "
			"s.id))::text as document from trinn.payment_lists s where s.county_id = "
			"(select trinn.caller_county()) and s.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_PAYMENT_LISTS] = {
		.name = "list_payment_lists",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select s.id as key, json_build_object('id', s.id::text, "
			"'number', s.number, 'count', s.payments, 'totalOre', s.total_ore, "
			"'currency', 'NOK', 'madeAt', s.made_at) as item from (select * from "
			"trinn.payment_lists where county_id = (select trinn.caller_county()) and "
			"id < case when $1::int8 is null then 9223372036854775807 else $1::int8 "
			"end order by id desc limit $2::int8 + 1) s) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_BALANCES] = {
		.name = "list_balances",
		.sql =
			"select json_agg(json_build_object('fundingLineId', "
			"b.funding_line_id::text, 'year', b.year, 'account', b.account, "
			"'balanceOre', b.balance_ore) order by b.funding_line_id, b.year, "
			"b.account)::text, null::text from trinn.balances b where b.county_id = "
			"(select trinn.caller_county()) and ($1::int8 is null or "
			"b.funding_line_id = $1::int8) and ($2::int8 is null or b.year = $2::int8)",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_POSTINGS] = {
		.name = "list_postings",
		.sql =
			"select json_agg(p.item order by p.key) filter (where p.n <= "
			"$6::int8)::text as items, max(p.key) filter (where p.n = $6::int8 and "
			"p.more)::text as next from (select row_number() over w as n, lead(1) "
			"over w is not null as more, t.id as key, json_build_object('id', "
			"t.id::text, 'fundingLineId', t.funding_line_id::text, 'year', t.year, "
			"'kind', t.kind, 'fromAccount', t.from_account, 'toAccount', "
			"t.to_account, 'amountOre', t.amount_ore, 'objectKind', t.object_kind, "
			"'objectId', t.object_id::text, 'bookedOn', t.booked_on, 'postedAt', "
			"t.posted_at) as item from ((select * from trinn.postings where $1::int8 "
			"is null and county_id = (select trinn.caller_county()) and id > case "
			"when $5::int8 is null then 0 else $5::int8 end and ($2::int8 is null or "
			"year = $2::int8) and ($3::date is null or booked_on >= $3::date) and "
			"($4::date is null or booked_on <= $4::date) order by id limit $6::int8 + "
			"1) union all (select * from trinn.postings where funding_line_id = "
			"$1::int8 and county_id = (select trinn.caller_county()) and id > case "
			"when $5::int8 is null then 0 else $5::int8 end and ($2::int8 is null or "
			"year = $2::int8) and ($3::date is null or booked_on >= $3::date) and "
			"($4::date is null or booked_on <= $4::date) order by id limit $6::int8 + "
			"1)) t window w as (order by t.id)) p",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_SET_CALLER] = {
		.name = "set_caller",
		.sql =
			"select trinn.set_caller($1::text, $2::text, $3::text, $4::text[], "
			"$5::text, $6::bool), set_config('trinn.trace', $7::text, true)",
		.n_params = 7,
		.lanes = DB_ON_READ | DB_ON_WRITE | DB_ON_EXPORT,
	},
	[Q_FIND_KEY] = {
		.name = "find_key",
		.sql =
			"select status, location, etag, reply from trinn.find_key($1::text, "
			"$2::text, $3::text)",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_CLAIM_KEY] = {
		.name = "claim_key",
		.sql =
			"select trinn.claim_key($1::text, $2::text)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOCK_GUARDS] = {
		.name = "lock_guards",
		.sql =
			"select trinn.lock_guards($1::jsonb)",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_AUDIT] = {
		.name = "audit",
		.sql =
			"select trinn.audit($1::text, $2::int8, $3::text, $4::text, $5::int8, "
			"$6::text, $7::jsonb)",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL] = {
		.name = "tell",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) values (trinn.caller_county(), $1::text, "
			"$2::text, $3::int8, $4::int8, $5::jsonb)",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_NEW_GUARD] = {
		.name = "new_guard",
		.sql =
			"select trinn.new_guard($1::text, $2::int8)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_NEW_GUARD_OF] = {
		.name = "new_guard_of",
		.sql =
			"select trinn.new_guard($1::text, $2::int8, $3::int8)",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_IS_ALIVE] = {
		.name = "is_alive",
		.sql =
			"select 1",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_FIGURES] = {
		.name = "figures",
		.sql =
			"select name, help, value from trinn.letter_figures()",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_ISSUERS] = {
		.name = "issuers",
		.sql =
			"select iss, audience, array_to_string(algorithms, ' ') as algorithms, "
			"max_lifetime_s, leeway_s, development from trinn.issuers",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_ISSUER_KEYS] = {
		.name = "issuer_keys",
		.sql =
			"select i.iss, k.kid, k.jwk from trinn.issuer_keys k join trinn.issuers i "
			"on i.id = k.issuer_id where k.retired_at is null",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_SCHEMA_NUMBER] = {
		.name = "schema_number",
		.sql =
			"select max(number) from trinn.schema_versions",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_ASK_FOR_KEYS] = {
		.name = "ask_for_keys",
		.sql =
			"select trinn.ask_for_keys($1::text)",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PRELIMINARY_ANSWER] = {
		.name = "insert_preliminary_answer",
		.sql =
			"with made as (insert into trinn.preliminary_answers (county_id, "
			"applicant_id, application_id, number, expected_on, reason, answered_by) "
			"select a.county_id, a.applicant_id, a.id, 1 + (select count(*) from "
			"trinn.preliminary_answers p where p.county_id = a.county_id and "
			"p.application_id = a.id), $2::date, $3::text, trinn.caller_person() from "
			"trinn.applications a where a.county_id = trinn.caller_county() and a.id "
			"= $1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_preliminary_answer')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_PROGRESS_REPORT_DOCUMENT] = {
		.name = "progress_report_document",
		.sql =
			"select t.version::text as etag, json_build_object('id', t.id::text, "
			"'applicationId', t.application_id::text, 'caseNumber', a.case_number, "
			"'hub', json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name), 'periodFrom', t.period_from, 'periodTo', t.period_to, 'dueOn', "
			"coalesce(t.due_again_on, t.due_on), 'firstDueOn', t.due_on, 'state', "
			"t.state, 'isOverdue', coalesce(t.due_again_on, t.due_on) < trinn.today() "
			"and t.state in ('expected', 'returned'), 'submittedAt', t.submitted_at, "
			"'content', t.content, 'returnReason', t.return_reason, 'withdrawReason', "
			"t.withdraw_reason, 'overlaps', (select "
			"coalesce(json_agg(json_build_object('id', e.id::text, 'periodFrom', "
			"e.period_from, 'periodTo', e.period_to, 'dueOn', e.due_on) order by "
			"e.due_on), '[]') from trinn.progress_reports e where e.county_id = "
			"t.county_id and e.application_id = t.application_id and e.id <> t.id and "
			"'withdrawn' not in (e.state, t.state) and e.period_from <= t.period_to "
			"and t.period_from <= e.period_to))::text as document from "
			"trinn.progress_reports t join trinn.applications a on a.county_id = "
			"t.county_id and a.id = t.application_id join trinn.organisations o on "
			"o.id = t.hub_id where t.county_id = (select trinn.caller_county()) and "
			"t.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_PROGRESS_REPORT] = {
		.name = "reply_progress_report",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"t.version::text as etag, json_build_object('id', t.id::text, "
			"'applicationId', t.application_id::text, 'caseNumber', a.case_number, "
			"'hub', json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name), 'periodFrom', t.period_from, 'periodTo', t.period_to, 'dueOn', "
			"coalesce(t.due_again_on, t.due_on), 'firstDueOn', t.due_on, 'state', "
			"t.state, 'isOverdue', coalesce(t.due_again_on, t.due_on) < trinn.today() "
			"and t.state in ('expected', 'returned'), 'submittedAt', t.submitted_at, "
			"'content', t.content, 'returnReason', t.return_reason, 'withdrawReason', "
			"t.withdraw_reason, 'overlaps', (select "
			"coalesce(json_agg(json_build_object('id', e.id::text, 'periodFrom', "
			"e.period_from, 'periodTo', e.period_to, 'dueOn', e.due_on) order by "
			"e.due_on), '[]') from trinn.progress_reports e where e.county_id = "
			"t.county_id and e.application_id = t.application_id and e.id <> t.id and "
			"'withdrawn' not in (e.state, t.state) and e.period_from <= t.period_to "
			"and t.period_from <= e.period_to))::text as document from "
			"trinn.progress_reports t join trinn.applications a on a.county_id = "
			"t.county_id and a.id = t.application_id join trinn.organisations o on "
			"o.id = t.hub_id where t.county_id = (select trinn.caller_county()) and "
			"t.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_PROGRESS_REPORTS] = {
		.name = "list_progress_reports",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($7::int8)::int])::text as items, case when count(*) > $7::int8 "
			"then (array_agg(p.key order by p.key desc))[($7::int8)::int]::text end "
			"as next from (select t.id as key, json_build_object('id', t.id::text, "
			"'applicationId', t.application_id::text, 'caseNumber', a.case_number, "
			"'hub', json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name), 'periodFrom', t.period_from, 'periodTo', t.period_to, 'dueOn', "
			"coalesce(t.due_again_on, t.due_on), 'firstDueOn', t.due_on, 'state', "
			"t.state, 'isOverdue', coalesce(t.due_again_on, t.due_on) < trinn.today() "
			"and t.state in ('expected', 'returned'), 'submittedAt', t.submitted_at) "
			"as item from (select * from trinn.progress_reports t where county_id = "
			"(select trinn.caller_county()) and ($1::text is null or state = "
			"$1::text) and ($2::text is distinct from 'true' or "
			"coalesce(t.due_again_on, t.due_on) < trinn.today() and t.state in "
			"('expected', 'returned')) and ($3::int8 is null or application_id = "
			"$3::int8) and ($5::int8 is null or hub_id = $5::int8) and ($4::int8 is "
			"null or exists (select from trinn.applications a where a.id = "
			"application_id and a.call_id in (select k.id from trinn.calls k where "
			"k.county_id = (select trinn.caller_county()) and k.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $4::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)))) and id < case when $6::int8 is null then 9223372036854775807 "
			"else $6::int8 end order by id desc limit $7::int8 + 1) t join "
			"trinn.applications a on a.county_id = t.county_id and a.id = "
			"t.application_id join trinn.organisations o on o.id = t.hub_id) p",
		.n_params = 7,
		.lanes = DB_ON_READ,
	},
	[Q_EXPECT_REPORTS] = {
		.name = "expect_reports",
		.sql =
			"insert into trinn.progress_reports (county_id, hub_id, application_id, "
			"period_from, period_to, due_on) select a.county_id, a.applicant_id, "
			"a.id, f::date, p.period_to, p.period_to + 14 from trinn.applications a "
			"join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id "
			"join trinn.funding_lines l on l.county_id = a.county_id and l.id = "
			"c.funding_line_id, lateral (select make_interval(months => "
			"l.report_every_months) as step) s, "
			"generate_series(a.starts_on::timestamp, a.ends_on, s.step) f, lateral "
			"(select least((f + s.step)::date - 1, a.ends_on) as period_to) p where "
			"a.county_id = trinn.caller_county() and a.id = $1::int8 and "
			"a.applicant_kind = 'hub' and p.period_to >= trinn.today()",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_NEW_REPORT] = {
		.name = "load_new_report",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.progress_reports_id_seq'), "
			"'applicationId', a.id, 'applicationState', a.state, 'applicantId', "
			"a.applicant_id, 'applicantKind', a.applicant_kind, 'startsOn', "
			"a.starts_on, 'endsOn', a.ends_on, 'isExpected', exists (select from "
			"trinn.progress_reports t where t.county_id = a.county_id and "
			"t.application_id = a.id and t.due_on = $2::date and t.state <> "
			"'withdrawn'))::text, null::bigint, "
			"json_build_array(json_build_array('application', a.id, "
			"trinn.guard_version('application', a.id), true))::text from "
			"trinn.applications a where a.county_id = (select trinn.caller_county()) "
			"and a.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_REPORT] = {
		.name = "insert_report",
		.sql =
			"with made as (insert into trinn.progress_reports (id, county_id, hub_id, "
			"application_id, period_from, period_to, due_on) select $1::int8, "
			"a.county_id, a.applicant_id, a.id, $3::date, $4::date, $5::date from "
			"trinn.applications a where a.county_id = trinn.caller_county() and a.id "
			"= $2::int8 and trinn.caller_role() = 'caseworker' returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_report')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_REPORT] = {
		.name = "load_report",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', t.id, 'state', t.state, 'periodTo', t.period_to, "
			"'firstDueOn', t.due_on, 'dueOn', coalesce(t.due_again_on, t.due_on), "
			"'earlierDueOn', (select coalesce(e.due_again_on, e.due_on) from "
			"trinn.progress_reports e where e.county_id = t.county_id and "
			"e.application_id = t.application_id and e.due_on < t.due_on and e.state "
			"in ('expected', 'returned') order by e.due_on limit 1), 'applicationId', "
			"t.application_id, 'hubId', t.hub_id, 'submittedBy', "
			"coalesce(t.submitted_by, 0))::text, t.version, "
			"json_build_array(json_build_array('application', t.application_id, "
			"trinn.guard_version('application', t.application_id), true))::text from "
			"trinn.progress_reports t where t.county_id = (select "
			"trinn.caller_county()) and t.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_SUBMIT_REPORT] = {
		.name = "submit_report",
		.sql =
			"with changed as (update trinn.progress_reports set state = 'submitted', "
			"content = $3::json, submitted_at = now(), submitted_by = "
			"coalesce(trinn.caller_person(), -trinn.caller_principal()), "
			"return_reason = null, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'submit_report')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_RETURN_REPORT] = {
		.name = "return_report",
		.sql =
			"with changed as (update trinn.progress_reports set state = 'returned', "
			"return_reason = $3::text, due_again_on = $4::date, decided_by = "
			"trinn.caller_person(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'return_report')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_APPROVE_REPORT] = {
		.name = "approve_report",
		.sql =
			"with changed as (update trinn.progress_reports set state = 'approved', "
			"decided_by = trinn.caller_person(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'approve_report')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_WITHDRAW_REPORT] = {
		.name = "withdraw_report",
		.sql =
			"with changed as (update trinn.progress_reports set state = 'withdrawn', "
			"withdraw_reason = $3::text, decided_by = trinn.caller_person(), version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'withdraw_report')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_PROJECT_DOCUMENT] = {
		.name = "project_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'theme', c.theme, "
			"'technology', c.technology, 'isResearchPilot', c.is_research_pilot, "
			"'state', c.state, 'goal', c.goal, 'firms', coalesce((select "
			"json_agg(json_build_object('firm', json_build_object('id', f.id::text, "
			"'orgnr', f.orgnr, 'name', f.name), 'isLead', t.is_lead, "
			"'shareBasisPoints', t.share_bp, 'leftOn', t.left_on) order by t.is_lead "
			"desc, t.share_bp desc, f.id) from trinn.project_firms t join "
			"trinn.organisations f on f.id = t.firm_id where t.county_id = "
			"c.county_id and t.project_id = c.id and t.replaced_on is null), '[]'), "
			"'formerFirms', coalesce((select json_agg(json_build_object('firm', "
			"json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name), "
			"'isLead', t.is_lead, 'shareBasisPoints', t.share_bp, 'agreedOn', "
			"t.agreed_on, 'replacedOn', t.replaced_on) order by t.agreement, "
			"t.is_lead desc, t.share_bp desc, f.id) from trinn.project_firms t join "
			"trinn.organisations f on f.id = t.firm_id where t.county_id = "
			"c.county_id and t.project_id = c.id and t.replaced_on is not null), "
			"'[]'), 'onwardApplications', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'sentTo', t.sent_to, "
			"'sentToName', t.sent_to_name, 'applicationId', "
			"t.firm_application_id::text, 'sentOn', t.sent_on, 'appliedOre', "
			"t.applied_ore, 'outcome', a.outcome, 'grantedOre', a.granted_ore, "
			"'answeredOn', a.answered_on, 'currency', 'NOK', 'corrections', "
			"coalesce((select json_agg(json_build_object('correctedAt', "
			"x.corrected_at, 'correctedBy', case when x.corrected_by > 0 then "
			"trinn.person_name(x.corrected_by) end, 'reason', x.reason, 'before', "
			"x.before, 'after', x.after) order by x.id) from trinn.onward_corrections "
			"x where x.county_id = t.county_id and x.project_id = t.project_id and "
			"x.onward_id = t.id), '[]')) order by t.id) from "
			"trinn.onward_applications t cross join lateral trinn.onward_answer(t) a "
			"where t.county_id = c.county_id and t.project_id = c.id), '[]'))::text "
			"as document from trinn.projects c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_PROJECT] = {
		.name = "reply_project",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'theme', c.theme, "
			"'technology', c.technology, 'isResearchPilot', c.is_research_pilot, "
			"'state', c.state, 'goal', c.goal, 'firms', coalesce((select "
			"json_agg(json_build_object('firm', json_build_object('id', f.id::text, "
			"'orgnr', f.orgnr, 'name', f.name), 'isLead', t.is_lead, "
			"'shareBasisPoints', t.share_bp, 'leftOn', t.left_on) order by t.is_lead "
			"desc, t.share_bp desc, f.id) from trinn.project_firms t join "
			"trinn.organisations f on f.id = t.firm_id where t.county_id = "
			"c.county_id and t.project_id = c.id and t.replaced_on is null), '[]'), "
			"'formerFirms', coalesce((select json_agg(json_build_object('firm', "
			"json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name), "
			"'isLead', t.is_lead, 'shareBasisPoints', t.share_bp, 'agreedOn', "
			"t.agreed_on, 'replacedOn', t.replaced_on) order by t.agreement, "
			"t.is_lead desc, t.share_bp desc, f.id) from trinn.project_firms t join "
			"trinn.organisations f on f.id = t.firm_id where t.county_id = "
			"c.county_id and t.project_id = c.id and t.replaced_on is not null), "
			"'[]'), 'onwardApplications', coalesce((select "
			"json_agg(json_build_object('id', t.id::text, 'sentTo', t.sent_to, "
			"'sentToName', t.sent_to_name, 'applicationId', "
			"t.firm_application_id::text, 'sentOn', t.sent_on, 'appliedOre', "
			"t.applied_ore, 'outcome', a.outcome, 'grantedOre', a.granted_ore, "
			"'answeredOn', a.answered_on, 'currency', 'NOK', 'corrections', "
			"coalesce((select json_agg(json_build_object('correctedAt', "
			"x.corrected_at, 'correctedBy', case when x.corrected_by > 0 then "
			"trinn.person_name(x.corrected_by) end, 'reason', x.reason, 'before', "
			"x.before, 'after', x.after) order by x.id) from trinn.onward_corrections "
			"x where x.county_id = t.county_id and x.project_id = t.project_id and "
			"x.onward_id = t.id), '[]')) order by t.id) from "
			"trinn.onward_applications t cross join lateral trinn.onward_answer(t) a "
			"where t.county_id = c.county_id and t.project_id = c.id), '[]'))::text "
			"as document from trinn.projects c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$6::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_PROJECTS] = {
		.name = "list_projects",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($6::int8)::int])::text as items, case when count(*) > $6::int8 "
			"then (array_agg(p.key order by p.key desc))[($6::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'theme', c.theme, "
			"'technology', c.technology, 'isResearchPilot', c.is_research_pilot, "
			"'state', c.state) as item from (select * from trinn.projects where "
			"county_id = (select trinn.caller_county()) and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::text is null "
			"or state = $3::text) and ($2::int8 is null or hub_id = $2::int8) and "
			"($4::text is null or is_research_pilot = ($4::text = 'true')) and id < "
			"case when $5::int8 is null then 9223372036854775807 else $5::int8 end "
			"order by id desc limit $6::int8 + 1) c join trinn.organisations o on "
			"o.id = c.hub_id) p",
		.n_params = 6,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_PROJECT] = {
		.name = "load_new_project",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.projects_id_seq'), 'programmeState', (select "
			"trinn.programme_state(p) from trinn.programmes p where p.county_id = "
			"trinn.caller_county() and p.id = $1::int8), 'strangers', "
			"coalesce((select json_agg(t.line - 1) from "
			"jsonb_array_elements($2::jsonb) with ordinality as t(f, line) where not "
			"exists (select from trinn.enrolments e join trinn.organisations o on "
			"o.id = e.firm_id where e.county_id = trinn.caller_county() and e.hub_id "
			"= trinn.caller_org() and e.programme_id = $1::int8 and e.state <> "
			"'dropped_out' and o.orgnr = t.f->>'orgnr')), '[]'))::text, null::bigint, "
			"'[]'",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_PROJECT] = {
		.name = "insert_project",
		.sql =
			"insert into trinn.projects (id, county_id, programme_id, hub_id, title, "
			"goal, theme, technology, is_research_pilot) values ($1::int8, "
			"trinn.caller_county(), $2::int8, trinn.caller_org(), $3::text, $4::text, "
			"$5::text, $6::text, $7::bool)",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PROJECT_FIRMS] = {
		.name = "insert_project_firms",
		.sql =
			"with added as (insert into trinn.project_firms (county_id, project_id, "
			"hub_id, firm_id, is_lead, share_bp) select trinn.caller_county(), "
			"$1::int8, trinn.caller_org(), o.id, (t.f->>'isLead')::boolean, "
			"(t.f->>'shareBasisPoints')::int from jsonb_array_elements($2::jsonb) "
			"t(f) join trinn.organisations o on o.orgnr = t.f->>'orgnr' returning 1) "
			"select trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) "
			"from added), 'insert_project_firms')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_REPLACE_PROJECT_FIRMS] = {
		.name = "replace_project_firms",
		.sql =
			"with replaced as (update trinn.project_firms set replaced_on = "
			"trinn.today() where county_id = trinn.caller_county() and project_id = "
			"$1::int8 and replaced_on is null returning agreement), added as (insert "
			"into trinn.project_firms (county_id, project_id, hub_id, firm_id, "
			"is_lead, share_bp, agreement) select trinn.caller_county(), $1::int8, "
			"trinn.caller_org(), o.id, (t.f->>'isLead')::boolean, "
			"(t.f->>'shareBasisPoints')::int, 1 + (select max(r.agreement) from "
			"replaced r) from jsonb_array_elements($2::jsonb) t(f) join "
			"trinn.organisations o on o.orgnr = t.f->>'orgnr' returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"added), 'replace_project_firms')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_WITHDRAW_LEFT] = {
		.name = "withdraw_left",
		.sql =
			"update trinn.project_invitations i set state = 'withdrawn', version = "
			"i.version + 1 where i.county_id = trinn.caller_county() and i.project_id "
			"= $1::int8 and i.state = 'asked' and (select max(f.agreement) + 1 from "
			"trinn.project_firms f where f.county_id = i.county_id and f.project_id = "
			"i.project_id and f.firm_id = i.firm_id) = (select max(f.agreement) from "
			"trinn.project_firms f where f.county_id = i.county_id and f.project_id = "
			"i.project_id)",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_PROJECT] = {
		.name = "load_project",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', c.state, 'hubId', c.hub_id, 'hub', "
			"(select o.name from trinn.organisations o where o.id = c.hub_id), "
			"'agreedOn', coalesce((select min(t.agreed_on) from trinn.project_firms t "
			"where t.county_id = c.county_id and t.project_id = c.id), "
			"trinn.today()), 'open', coalesce((select "
			"json_agg(json_build_object('id', t.id, 'sentTo', t.sent_to, "
			"'sentToName', t.sent_to_name, 'sentOn', t.sent_on, 'appliedOre', "
			"t.applied_ore) order by t.id) from trinn.onward_applications t where "
			"t.county_id = c.county_id and t.project_id = c.id and t.outcome is null "
			"and t.firm_application_id is null), '[]'), 'hasSent', exists (select "
			"from trinn.onward_applications t where t.county_id = c.county_id and "
			"t.project_id = c.id), 'hasOnward', exists (select from "
			"trinn.onward_applications t where t.county_id = c.county_id and "
			"t.project_id = c.id and t.id = $3::int8), 'mayTie', "
			"trinn.may_tie(c.county_id, c.id, $4::int8, $3::int8), 'short', "
			"coalesce((select json_agg(o.name order by o.name) from "
			"trinn.project_firms t join trinn.organisations o on o.id = t.firm_id "
			"where t.county_id = c.county_id and t.project_id = c.id and "
			"t.replaced_on is null and not trinn.has_come_to(c.id, t.firm_id)), "
			"'[]'), 'unagreed', coalesce((select json_agg(o.name order by o.name) "
			"from trinn.project_firms t join trinn.organisations o on o.id = "
			"t.firm_id where t.county_id = c.county_id and t.project_id = c.id and "
			"t.replaced_on is null and (t.left_on is not null or exists (select from "
			"trinn.project_invitations i where i.county_id = t.county_id and "
			"i.project_id = t.project_id and i.firm_id = t.firm_id and i.state = "
			"'asked'))), '[]'), 'newcomers', coalesce((select json_agg(t.line - 1) "
			"from jsonb_array_elements($2::jsonb) with ordinality as t(f, line) join "
			"trinn.organisations o on o.orgnr = t.f->>'orgnr' where not "
			"trinn.has_come_to(c.id, o.id)), '[]'), 'strangers', coalesce((select "
			"json_agg(t.line - 1) from jsonb_array_elements($2::jsonb) with "
			"ordinality as t(f, line) where not exists (select from "
			"trinn.organisations o where o.orgnr = t.f->>'orgnr' and not "
			"trinn.has_dropped_out(c.id, o.id) and (exists (select from "
			"trinn.enrolments e where e.county_id = c.county_id and e.hub_id = "
			"c.hub_id and e.programme_id = c.programme_id and e.firm_id = o.id and "
			"e.state <> 'dropped_out') or exists (select from trinn.project_firms m "
			"where m.county_id = c.county_id and m.project_id = c.id and m.firm_id = "
			"o.id and m.replaced_on is null and m.left_on is null) or exists (select "
			"from trinn.project_invitations i where i.county_id = c.county_id and "
			"i.project_id = c.id and i.firm_id = o.id and i.state = 'accepted')))), "
			"'[]'))::text, c.version, json_build_array(json_build_array('project', "
			"c.id, trinn.guard_version('project', c.id), true))::text from "
			"trinn.projects c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_DESCRIBE_PROJECT] = {
		.name = "describe_project",
		.sql =
			"with changed as (update trinn.projects set title = $3::text, goal = "
			"$4::text, theme = $5::text, technology = $6::text, is_research_pilot = "
			"$7::bool, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'describe_project')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_PROJECT] = {
		.name = "move_project",
		.sql =
			"with changed as (update trinn.projects set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'move_project')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TOUCH_PROJECT] = {
		.name = "touch_project",
		.sql =
			"with changed as (update trinn.projects set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_project')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_ONWARD] = {
		.name = "insert_onward",
		.sql =
			"insert into trinn.onward_applications (county_id, project_id, hub_id, "
			"sent_to, sent_to_name, firm_application_id, sent_on, applied_ore) values "
			"(trinn.caller_county(), $1::int8, trinn.caller_org(), $2::text, "
			"$3::text, $4::int8, $5::date, $6::int8)",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_ONWARD] = {
		.name = "correct_onward",
		.sql =
			"with changed as (update trinn.onward_applications set sent_to = "
			"$3::text, sent_to_name = $4::text, firm_application_id = $5::int8, "
			"sent_on = $6::date, applied_ore = $7::int8, outcome = $8::text, "
			"granted_ore = $9::int8, answered_on = $10::date, reason = $11::text "
			"where county_id = trinn.caller_county() and project_id = $2::int8 and id "
			"= $1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'correct_onward')",
		.n_params = 11,
		.lanes = DB_ON_WRITE,
	},
	[Q_ANSWER_ONWARD] = {
		.name = "answer_onward",
		.sql =
			"with changed as (update trinn.onward_applications set outcome = "
			"$3::text, granted_ore = $4::int8, answered_on = $5::date where county_id "
			"= trinn.caller_county() and project_id = $2::int8 and id = $1::int8 and "
			"outcome is null returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'answer_onward')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_INVITATION_DOCUMENT] = {
		.name = "invitation_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'projectId', c.project_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'title', (select p.title from trinn.projects p where "
			"p.county_id = c.county_id and p.id = c.project_id), 'goal', (select "
			"p.goal from trinn.projects p where p.county_id = c.county_id and p.id = "
			"c.project_id), 'share', (select json_build_object('isLead', f.is_lead, "
			"'shareBasisPoints', f.share_bp) from trinn.project_firms f where "
			"f.county_id = c.county_id and f.project_id = c.project_id and f.firm_id "
			"= c.firm_id and f.replaced_on is null and f.left_on is null), 'message', "
			"c.message, 'state', c.state, 'askedOn', c.asked_on, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason)::text as document from "
			"trinn.project_invitations c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_INVITATION] = {
		.name = "reply_invitation",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'projectId', c.project_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'title', (select p.title from trinn.projects p where "
			"p.county_id = c.county_id and p.id = c.project_id), 'goal', (select "
			"p.goal from trinn.projects p where p.county_id = c.county_id and p.id = "
			"c.project_id), 'share', (select json_build_object('isLead', f.is_lead, "
			"'shareBasisPoints', f.share_bp) from trinn.project_firms f where "
			"f.county_id = c.county_id and f.project_id = c.project_id and f.firm_id "
			"= c.firm_id and f.replaced_on is null and f.left_on is null), 'message', "
			"c.message, 'state', c.state, 'askedOn', c.asked_on, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason)::text as document from "
			"trinn.project_invitations c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_INVITATIONS] = {
		.name = "list_invitations",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'projectId', c.project_id::text, 'programme', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = c.county_id and q.id = "
			"c.programme_id), 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= c.firm_id), 'title', (select p.title from trinn.projects p where "
			"p.county_id = c.county_id and p.id = c.project_id), 'goal', (select "
			"p.goal from trinn.projects p where p.county_id = c.county_id and p.id = "
			"c.project_id), 'share', (select json_build_object('isLead', f.is_lead, "
			"'shareBasisPoints', f.share_bp) from trinn.project_firms f where "
			"f.county_id = c.county_id and f.project_id = c.project_id and f.firm_id "
			"= c.firm_id and f.replaced_on is null and f.left_on is null), 'message', "
			"c.message, 'state', c.state, 'askedOn', c.asked_on, 'consentBy', "
			"c.consent_by, 'consentOn', c.consent_on, 'isConsentOwn', c.consented_by "
			"is not null, 'declineReason', c.decline_reason) as item from (select * "
			"from trinn.project_invitations where county_id = (select "
			"trinn.caller_county()) and ($1::int8 is null or project_id = $1::int8) "
			"and ($2::text is null or state = $2::text) and id < case when $3::int8 "
			"is null then 9223372036854775807 else $3::int8 end order by id desc "
			"limit $4::int8 + 1) c) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_INVITATION] = {
		.name = "load_new_invitation",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.project_invitations_id_seq'), 'hubId', c.hub_id, 'hub', "
			"(select h.name from trinn.organisations h where h.id = c.hub_id), "
			"'projectState', c.state, 'firmId', coalesce(o.id, 0), 'isAsked', exists "
			"(select from trinn.project_invitations i where i.county_id = c.county_id "
			"and i.project_id = c.id and i.firm_id = o.id and i.state in ('asked', "
			"'accepted')) or exists (select from trinn.project_firms f where "
			"f.county_id = c.county_id and f.project_id = c.id and f.firm_id = o.id "
			"and f.replaced_on is null and f.left_on is null))::text, c.version, "
			"json_build_array(json_build_array('project', c.id, "
			"trinn.guard_version('project', c.id), true))::text from trinn.projects c "
			"left join trinn.organisations o on o.orgnr = $2::text and o.deleted_on "
			"is null where c.county_id = (select trinn.caller_county()) and c.id = "
			"$1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_INVITATION] = {
		.name = "insert_invitation",
		.sql =
			"with made as (insert into trinn.project_invitations (id, county_id, "
			"project_id, hub_id, programme_id, firm_id, message) select $1::int8, "
			"c.county_id, c.id, c.hub_id, c.programme_id, $3::int8, $4::text from "
			"trinn.projects c where c.county_id = trinn.caller_county() and c.id = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_invitation')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_INVITATION] = {
		.name = "load_invitation",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'projectId', c.project_id, 'hubId', c.hub_id, "
			"'firmId', c.firm_id, 'hub', (select o.name from trinn.organisations o "
			"where o.id = c.hub_id), 'firm', (select o.name from trinn.organisations "
			"o where o.id = c.firm_id), 'state', c.state, 'projectState', "
			"coalesce((select p.state from trinn.projects p where p.county_id = "
			"c.county_id and p.id = c.project_id), 'unknown'), 'isFollower', "
			"trinn.follows_in_project(c.project_id, c.firm_id), 'isInProgramme', "
			"exists (select from trinn.enrolments e where e.county_id = c.county_id "
			"and e.programme_id = c.programme_id and e.firm_id = c.firm_id and "
			"e.state <> 'dropped_out'), 'isInProject', exists (select from "
			"trinn.project_firms f where f.county_id = c.county_id and f.project_id = "
			"c.project_id and f.firm_id = c.firm_id and f.replaced_on is null and "
			"f.left_on is null))::text, c.version, "
			"json_build_array(json_build_array('project', c.project_id, "
			"trinn.guard_version('project', c.project_id), true))::text from "
			"trinn.project_invitations c where c.county_id = (select "
			"trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ACCEPT_INVITATION] = {
		.name = "accept_invitation",
		.sql =
			"with changed as (update trinn.project_invitations set state = "
			"'accepted', consent_by = coalesce($3::text, "
			"trinn.person_name(trinn.caller_person())), consent_on = "
			"coalesce($4::date, trinn.today()), consented_by = case when $3::text is "
			"null then trinn.caller_person() end, version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'accept_invitation')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLOSE_INVITATION] = {
		.name = "close_invitation",
		.sql =
			"with changed as (update trinn.project_invitations set state = $3::text, "
			"decline_reason = $4::text, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'close_invitation')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_ACT_AS_PUBLIC] = {
		.name = "act_as_public",
		.sql =
			"select trinn.act_as_public($1::text, $2::int8)",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_PUBLIC_CALLS] = {
		.name = "list_public_calls",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'code', c.code, 'title', c.title, 'description', c.description, 'state', "
			"trinn.call_state(c), 'county', (select json_build_object('number', "
			"n.number, 'name', n.name) from trinn.counties n where n.id = "
			"c.county_id), 'programme', (select json_build_object('id', q.id::text, "
			"'code', q.code, 'name', q.name) from trinn.programmes q where "
			"q.county_id = c.county_id and q.id = c.programme_id), 'fundingLine', "
			"(select json_build_object('id', l.id::text, 'code', l.code, 'name', "
			"l.name, 'source', l.source, 'applicantKinds', l.applicant_kinds, "
			"'countyOnly', l.county_only, 'maxShareBasisPoints', l.max_share_bp, "
			"'maxAmounts', l.max_amounts, 'appealBody', l.appeal_body) from "
			"trinn.funding_lines l where l.county_id = c.county_id and l.id = "
			"c.funding_line_id), 'lines', (select json_agg(json_build_object('code', "
			"l.code, 'name', l.name, 'source', l.source, 'shareBasisPoints', "
			"k.share_bp) order by k.position) from trinn.call_lines k join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id where k.county_id = c.county_id and k.call_id = c.id), "
			"'stages', c.stages, 'costGroups', (select "
			"json_agg(json_build_object('code', g.code, 'name', g.name) order by "
			"g.position) from trinn.cost_groups g where g.county_id = c.county_id and "
			"g.funding_line_id = c.funding_line_id and g.code = any (c.cost_groups)), "
			"'opensOn', c.opens_on, 'closesOn', c.closes_on, 'closesAt', "
			"trinn.closes_at(c.closes_on)) as item from (select * from trinn.calls c "
			"where county_id = (select trinn.caller_county()) and trinn.call_state(c) "
			"= 'open' and id < case when $1::int8 is null then 9223372036854775807 "
			"else $1::int8 end order by id desc limit $2::int8 + 1) c) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_PUBLIC_CALL] = {
		.name = "public_call",
		.sql =
			"select null::text as etag, json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'description', c.description, 'state', "
			"trinn.call_state(c), 'county', (select json_build_object('number', "
			"n.number, 'name', n.name) from trinn.counties n where n.id = "
			"c.county_id), 'programme', (select json_build_object('id', q.id::text, "
			"'code', q.code, 'name', q.name) from trinn.programmes q where "
			"q.county_id = c.county_id and q.id = c.programme_id), 'fundingLine', "
			"(select json_build_object('id', l.id::text, 'code', l.code, 'name', "
			"l.name, 'source', l.source, 'applicantKinds', l.applicant_kinds, "
			"'countyOnly', l.county_only, 'maxShareBasisPoints', l.max_share_bp, "
			"'maxAmounts', l.max_amounts, 'appealBody', l.appeal_body) from "
			"trinn.funding_lines l where l.county_id = c.county_id and l.id = "
			"c.funding_line_id), 'lines', (select json_agg(json_build_object('code', "
			"l.code, 'name', l.name, 'source', l.source, 'shareBasisPoints', "
			"k.share_bp) order by k.position) from trinn.call_lines k join "
			"trinn.funding_lines l on l.county_id = k.county_id and l.id = "
			"k.funding_line_id where k.county_id = c.county_id and k.call_id = c.id), "
			"'stages', c.stages, 'costGroups', (select "
			"json_agg(json_build_object('code', g.code, 'name', g.name) order by "
			"g.position) from trinn.cost_groups g where g.county_id = c.county_id and "
			"g.funding_line_id = c.funding_line_id and g.code = any (c.cost_groups)), "
			"'opensOn', c.opens_on, 'closesOn', c.closes_on, 'closesAt', "
			"trinn.closes_at(c.closes_on), 'evaluation', case when c.evaluation is "
			"not null then json_build_object('scale', (c.evaluation->>'scale')::int, "
			"'assessors', (c.evaluation->>'assessors')::int, 'requirements', "
			"coalesce((select json_agg(json_build_object('id', k.id::text, 'code', "
			"k.code, 'edition', k.edition, 'kind', k.kind, 'title', k.title, "
			"'guidance', k.guidance) order by x.n) from "
			"json_array_elements_text(c.evaluation->'requirements') with ordinality "
			"as x(id, n) join trinn.criteria k on k.county_id = c.county_id and k.id "
			"= x.id::bigint), '[]'), 'criteria', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'code', k.code, 'edition', "
			"k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance, "
			"'weightBasisPoints', x.\"weightBasisPoints\", 'minimum', x.minimum) "
			"order by x.n) from rows from "
			"(json_to_recordset(c.evaluation->'criteria') as (\"criterionId\" bigint, "
			"\"weightBasisPoints\" int, minimum int)) with ordinality as "
			"x(\"criterionId\", \"weightBasisPoints\", minimum, n) join "
			"trinn.criteria k on k.county_id = c.county_id and k.id = "
			"x.\"criterionId\"), '[]')) end, 'form', (select "
			"json_build_object('version', f.version, 'sha256', f.sha256, 'schema', "
			"f.schema) from trinn.forms f where f.county_id = c.county_id and "
			"f.call_id = c.id and f.version = c.form_version))::text as document from "
			"trinn.calls c where c.county_id = (select trinn.caller_county()) and "
			"c.id = $1::int8 and c.state <> 'planned'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_PRE_CHECK] = {
		.name = "load_pre_check",
		.sql =
			"select json_build_object('caller', json_build_object('role', '', 'kind', "
			"$2::text, 'personId', null, 'organisationId', 0, 'servesParty', false), "
			"'today', trinn.today(), 'inHand', json_build_object('callState', "
			"c.state, 'today', trinn.today(), 'deadline', "
			"json_build_object('closesAt', floor(extract(epoch from "
			"trinn.closes_at(c.closes_on)))::bigint, 'graceEndsAt', "
			"floor(extract(epoch from trinn.grace_ends_at(c.closes_on)))::bigint, "
			"'graceUntil', to_char(trinn.grace_ends_at(c.closes_on) at time zone "
			"'Europe/Oslo', 'YYYY-MM-DD HH24:MI')), 'now', floor(extract(epoch from "
			"now()))::bigint, 'begunAt', floor(extract(epoch from now()))::bigint, "
			"'isLeaveAsked', false), 'id', 0, 'state', 'draft', 'applicantId', 0, "
			"'formVersion', c.form_version, 'isTrackEnded', false, 'call', "
			"json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', "
			"c.closes_on, 'stages', c.stages, 'costGroups', c.cost_groups, "
			"'formVersion', c.form_version), 'line', (select "
			"json_build_object('name', (array_agg(f.name order by f.state = 'active', "
			"k.position))[1], 'state', (array_agg(f.state order by f.state = "
			"'active', k.position))[1], 'applicantKinds', "
			"(array_agg(to_json(f.applicant_kinds) order by k.position))[1], "
			"'countyOnly', bool_or(f.county_only), 'maxShareBp', min(f.max_share_bp), "
			"'maxShareLine', case when count(*) > 1 then (array_agg(f.name order by "
			"f.max_share_bp, k.position))[1] end, 'maxAmount', (array_agg(m.amount "
			"order by (m.amount->>'amountOre')::bigint, k.position))[1], "
			"'refusesOverlap', bool_or(f.on_overlap = 'refuse'), 'assures', "
			"bool_or(f.assures_recommendations)) from trinn.call_lines k join "
			"trinn.funding_lines f on f.county_id = k.county_id and f.id = "
			"k.funding_line_id cross join lateral (select "
			"trinn.max_amount(f.max_amounts, o.employees) as amount) m where "
			"k.county_id = c.county_id and k.call_id = c.id), 'owesAnswer', false, "
			"'overlaps', '[]'::json, 'partners', '[]'::json, 'unsettledPartners', "
			"'[]'::json, 'county', (select n.number from trinn.counties n where n.id "
			"= c.county_id), 'applicant', json_build_object('municipalityNo', "
			"coalesce(o.municipality_no, $4::text), 'insolvent', "
			"coalesce(o.insolvent, false)))::text, o.id is not null from trinn.calls "
			"c cross join lateral (select r.id, coalesce(r.employees, $5::int8::int) "
			"as employees, r.municipality_no, r.bankrupt or r.forced_winding_up as "
			"insolvent from (values (1)) one(x) left join trinn.organisations r on "
			"r.orgnr = $3::text) o where c.county_id = (select trinn.caller_county()) "
			"and c.id = $1::int8 and c.state <> 'planned'",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_ORDER_BY_INDEX] = {
		.name = "order_by_index",
		.sql =
			"select set_config('enable_sort', 'off', true)",
		.n_params = 0,
		.lanes = DB_ON_EXPORT,
	},
	[Q_REPORT_PAYMENTS] = {
		.name = "report_payments",
		.sql =
			"select p.paid_on, p.reference, a.case_number, g.code, f.code, "
			"array_to_string(p.stages, ', '), o.orgnr, o.name, p.municipality_no, "
			"t.year, c.number, t.amount_ore, p.bank_reference, t.id from "
			"trinn.payments p join trinn.postings t on t.county_id = p.county_id and "
			"t.object_kind = 'payment' and t.object_id = p.id join trinn.claims c on "
			"c.county_id = p.county_id and c.id = p.claim_id join trinn.applications "
			"a on a.county_id = p.county_id and a.id = p.application_id join "
			"trinn.programmes g on g.county_id = p.county_id and g.id = "
			"p.programme_id join trinn.funding_lines f on f.county_id = p.county_id "
			"and f.id = t.funding_line_id join trinn.organisations o on o.id = "
			"p.applicant_id where p.county_id = (select trinn.caller_county()) and "
			"p.state = 'paid' and ($1::date is null or p.paid_on >= $1::date) and "
			"($2::date is null or p.paid_on <= $2::date) and ($3::int8 is null or "
			"p.programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $3::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($4::int8 is null "
			"or t.funding_line_id = $4::int8) and ($5::int8 is null or p.applicant_id "
			"= $5::int8) and ($6::text is null or p.municipality_no = $6::text) and "
			"($7::int8 is null or $7::int8 = any (p.stages)) order by p.paid_on, "
			"p.id, t.id",
		.n_params = 7,
		.lanes = DB_ON_EXPORT,
	},
	[Q_REPORT_COPAYMENTS] = {
		.name = "report_copayments",
		.sql =
			"select c.id, c.kid, f.orgnr, f.name, p.code, c.stage, m.raised_on, "
			"i.invoiced_on, i.due_on, c.vat_mode, m.open_before, m.raised, "
			"i.invoiced, i.vat, m.paid, m.credited - m.credited_before, round(i.taxed "
			"* m.credited / c.amount_ore)::bigint - round(i.taxed * m.credited_before "
			"/ c.amount_ore)::bigint, m.lost, m.open, case when i.days <= 0 then "
			"m.open else 0 end, case when i.days between 1 and 30 then m.open else 0 "
			"end, case when i.days between 31 and 60 then m.open else 0 end, case "
			"when i.days between 61 and 90 then m.open else 0 end, case when i.days > "
			"90 then m.open else 0 end from trinn.copayments c join "
			"trinn.organisations f on f.id = c.firm_id join trinn.programmes p on "
			"p.county_id = c.county_id and p.id = c.programme_id cross join (select "
			"coalesce($1::date, '-infinity') as since, coalesce($3::date, $2::date, "
			"trinn.today()) as until) d cross join lateral (select min(e.on_day) "
			"filter (where e.kind = 'raise') as raised_on, "
			"coalesce(sum(e.receivable_ore) filter (where e.on_day < d.since), "
			"0)::bigint as open_before, coalesce(sum(e.receivable_ore) filter (where "
			"e.kind = 'raise' and e.on_day between d.since and d.until), 0)::bigint "
			"as raised, coalesce(-sum(e.receivable_ore) filter (where e.account = "
			"'bank' and e.on_day between d.since and d.until), 0)::bigint as paid, "
			"coalesce(-sum(e.receivable_ore) filter (where e.account = 'income' and "
			"e.kind <> 'raise' and e.on_day <= d.until), 0)::bigint as credited, "
			"coalesce(-sum(e.receivable_ore) filter (where e.account = 'income' and "
			"e.kind <> 'raise' and e.on_day < d.since), 0)::bigint as "
			"credited_before, coalesce(-sum(e.receivable_ore) filter (where e.account "
			"= 'loss' and e.on_day between d.since and d.until), 0)::bigint as lost, "
			"coalesce(sum(e.receivable_ore) filter (where e.on_day <= d.until), "
			"0)::bigint as open, count(*) filter (where e.on_day between d.since and "
			"d.until) as moved from trinn.copayment_entries e where e.county_id = "
			"c.county_id and e.copayment_id = c.id) m cross join lateral (select case "
			"when c.invoiced_on <= d.until then c.invoiced_on end as invoiced_on, "
			"case when c.invoiced_on <= d.until then c.first_due_on end as due_on, "
			"case when c.invoiced_on between d.since and d.until then c.amount_ore "
			"else 0 end as invoiced, case when c.invoiced_on between d.since and "
			"d.until then c.vat_ore else 0 end as vat, case when c.invoiced_on is "
			"null then 0 else c.vat_ore end::numeric as taxed, case when "
			"c.invoiced_on <= d.until and m.open > 0 then d.until - c.first_due_on "
			"else 0 end as days) i where c.county_id = (select trinn.caller_county()) "
			"and c.creditor_id = (select trinn.caller_org()) and ($4::int8 is null or "
			"c.programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $4::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and (m.moved > 0 or "
			"m.open <> 0 or i.invoiced > 0) order by c.id",
		.n_params = 4,
		.lanes = DB_ON_EXPORT,
	},
	[Q_RESULT_DOCUMENT] = {
		.name = "result_document",
		.sql =
			"select t.version::text as etag, json_build_object('id', t.id::text, "
			"'enrolmentId', t.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.firm_id), 'stage', t.stage, "
			"'found', t.found, 'done', t.done, 'costOre', t.cost_ore, 'currency', "
			"'NOK', 'theme', t.theme, 'measurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.months) from "
			"(select * from trinn.measurements m where not exists (select from "
			"trinn.measurements k where k.county_id = m.county_id and k.corrects = "
			"m.id)) m where m.county_id = t.county_id and m.result_id = t.id), '[]'), "
			"'formerMeasurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.id) from "
			"trinn.measurements m join trinn.measurements k on k.county_id = "
			"m.county_id and k.corrects = m.id where m.county_id = t.county_id and "
			"m.result_id = t.id), '[]'), 'story', case when t.story is not null then "
			"json_build_object('text', t.story, 'consentBy', t.story_consent_by, "
			"'consentOn', t.story_consent_on) end)::text as document from "
			"trinn.results t where t.county_id = (select trinn.caller_county()) and "
			"t.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_RESULT] = {
		.name = "reply_result",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"t.version::text as etag, json_build_object('id', t.id::text, "
			"'enrolmentId', t.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.firm_id), 'stage', t.stage, "
			"'found', t.found, 'done', t.done, 'costOre', t.cost_ore, 'currency', "
			"'NOK', 'theme', t.theme, 'measurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.months) from "
			"(select * from trinn.measurements m where not exists (select from "
			"trinn.measurements k where k.county_id = m.county_id and k.corrects = "
			"m.id)) m where m.county_id = t.county_id and m.result_id = t.id), '[]'), "
			"'formerMeasurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.id) from "
			"trinn.measurements m join trinn.measurements k on k.county_id = "
			"m.county_id and k.corrects = m.id where m.county_id = t.county_id and "
			"m.result_id = t.id), '[]'), 'story', case when t.story is not null then "
			"json_build_object('text', t.story, 'consentBy', t.story_consent_by, "
			"'consentOn', t.story_consent_on) end)::text as document from "
			"trinn.results t where t.county_id = (select trinn.caller_county()) and "
			"t.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_RESULTS] = {
		.name = "list_results",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($8::int8)::int])::text as items, case when count(*) > $8::int8 "
			"then (array_agg(p.key order by p.key desc))[($8::int8)::int]::text end "
			"as next from (select t.id as key, json_build_object('id', t.id::text, "
			"'enrolmentId', t.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.firm_id), 'stage', t.stage, "
			"'found', t.found, 'done', t.done, 'costOre', t.cost_ore, 'currency', "
			"'NOK', 'theme', t.theme, 'measurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.months) from "
			"(select * from trinn.measurements m where not exists (select from "
			"trinn.measurements k where k.county_id = m.county_id and k.corrects = "
			"m.id)) m where m.county_id = t.county_id and m.result_id = t.id), '[]'), "
			"'formerMeasurements', coalesce((select "
			"json_agg(json_build_object('months', m.months, 'onDay', m.on_day, "
			"'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp, 'unit', "
			"m.unit, 'how', m.how, 'reason', m.reason) order by m.id) from "
			"trinn.measurements m join trinn.measurements k on k.county_id = "
			"m.county_id and k.corrects = m.id where m.county_id = t.county_id and "
			"m.result_id = t.id), '[]'), 'story', case when t.story is not null then "
			"json_build_object('text', t.story, 'consentBy', t.story_consent_by, "
			"'consentOn', t.story_consent_on) end) as item from ((select * from "
			"trinn.results t where $1::int8 is null and $4::text is null and (select "
			"trinn.caller_kind()) <> 'firm' and (select trinn.caller_kind()) = "
			"'county' and $3::int8 is null and county_id = (select "
			"trinn.caller_county()) and id < case when $7::int8 is null then "
			"9223372036854775807 else $7::int8 end and ($3::int8 is null or hub_id = "
			"$3::int8) and ($2::int8 is null or exists (select from trinn.enrolments "
			"e where e.county_id = (select trinn.caller_county()) and e.id = "
			"enrolment_id and e.programme_id in (with recursive below as (select g.id "
			"from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) and "
			"($5::text is null or theme in ($5::text, 'both')) and ($6::text is null "
			"or ($6::text = 'true') = exists (select from trinn.measurements m where "
			"m.county_id = t.county_id and m.result_id = t.id)) order by id desc "
			"limit $8::int8 + 1) union all (select * from trinn.results t where "
			"$1::int8 is null and $4::text is null and (select trinn.caller_kind()) "
			"<> 'firm' and ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_kind()) = 'county' and $3::int8 is not null) and hub_id = "
			"case (select trinn.caller_kind()) when 'hub' then (select "
			"trinn.caller_org()) else $3::int8 end and county_id = (select "
			"trinn.caller_county()) and id < case when $7::int8 is null then "
			"9223372036854775807 else $7::int8 end and ($3::int8 is null or hub_id = "
			"$3::int8) and ($2::int8 is null or exists (select from trinn.enrolments "
			"e where e.county_id = (select trinn.caller_county()) and e.id = "
			"enrolment_id and e.programme_id in (with recursive below as (select g.id "
			"from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) and "
			"($5::text is null or theme in ($5::text, 'both')) and ($6::text is null "
			"or ($6::text = 'true') = exists (select from trinn.measurements m where "
			"m.county_id = t.county_id and m.result_id = t.id)) order by id desc "
			"limit $8::int8 + 1) union all (select * from trinn.results t where "
			"$1::int8 is null and ($4::text is not null or (select "
			"trinn.caller_kind()) = 'firm') and firm_id = case when $4::text is not "
			"null then (select o.id from trinn.organisations o where o.orgnr = "
			"$4::text) else (select trinn.caller_org() where trinn.caller_kind() = "
			"'firm') end and county_id = (select trinn.caller_county()) and id < case "
			"when $7::int8 is null then 9223372036854775807 else $7::int8 end and "
			"($3::int8 is null or hub_id = $3::int8) and ($2::int8 is null or exists "
			"(select from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.id = enrolment_id and e.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $2::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b))) and ($5::text is null or theme in ($5::text, 'both')) and "
			"($6::text is null or ($6::text = 'true') = exists (select from "
			"trinn.measurements m where m.county_id = t.county_id and m.result_id = "
			"t.id)) order by id desc limit $8::int8 + 1) union all (select * from "
			"trinn.results t where enrolment_id = $1::int8 and county_id = (select "
			"trinn.caller_county()) and id < case when $7::int8 is null then "
			"9223372036854775807 else $7::int8 end and ($3::int8 is null or hub_id = "
			"$3::int8) and ($2::int8 is null or exists (select from trinn.enrolments "
			"e where e.county_id = (select trinn.caller_county()) and e.id = "
			"enrolment_id and e.programme_id in (with recursive below as (select g.id "
			"from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $2::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b))) and "
			"($5::text is null or theme in ($5::text, 'both')) and ($6::text is null "
			"or ($6::text = 'true') = exists (select from trinn.measurements m where "
			"m.county_id = t.county_id and m.result_id = t.id)) order by id desc "
			"limit $8::int8 + 1)) t) p",
		.n_params = 8,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_STORIES] = {
		.name = "list_stories",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select t.result_id as key, json_build_object('id', "
			"t.result_id::text, 'text', t.story, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.told_by)) as item from "
			"trinn.stories_told(case when $1::int8 is null then 9223372036854775807 "
			"else $1::int8 end, $2::int8 + 1) t) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_RESULT] = {
		.name = "load_new_result",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.results_id_seq'), 'enrolmentId', e.id, 'firmId', "
			"e.firm_id, 'stages', (select json_agg(s.number order by s.number) from "
			"trinn.stages s where s.county_id = e.county_id and s.programme_id = "
			"e.programme_id and s.programme_version = e.programme_version), "
			"'entered', coalesce((select json_agg(n order by n) from "
			"trinn.stages_entered(e.id) n), '[]'))::text, null::bigint, "
			"json_build_array(json_build_array('enrolment', e.id, "
			"trinn.guard_version('enrolment', e.id), true))::text from "
			"trinn.enrolments e where e.county_id = (select trinn.caller_county()) "
			"and e.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_RESULT] = {
		.name = "insert_result",
		.sql =
			"insert into trinn.results (id, county_id, enrolment_id, stage, found, "
			"done, cost_ore, theme) values ($1::int8, trinn.caller_county(), "
			"$2::int8, $3::int4, $4::text, $5::text, $6::int8, $7::text)",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_RESULT] = {
		.name = "load_result",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', t.id, 'enrolmentId', t.enrolment_id, 'firmId', "
			"t.firm_id, 'story', t.story, 'consentedOn', greatest(t.story_consent_on, "
			"t.story_withdrawn_on), 'since', (select min(s.at at time zone "
			"'Europe/Oslo')::date from trinn.enrolment_steps s where s.county_id = "
			"t.county_id and s.enrolment_id = t.enrolment_id), 'measured', "
			"coalesce((select json_agg(json_build_object('months', m.months, 'onDay', "
			"m.on_day, 'unit', m.unit, 'isInMoney', m.effect_ore is not null) order "
			"by m.months) from (select * from trinn.measurements m where not exists "
			"(select from trinn.measurements k where k.county_id = m.county_id and "
			"k.corrects = m.id)) m where m.county_id = t.county_id and m.result_id = "
			"t.id), '[]'))::text, t.version, "
			"json_build_array(json_build_array('enrolment', t.enrolment_id, "
			"trinn.guard_version('enrolment', t.enrolment_id), true))::text from "
			"trinn.results t where t.county_id = (select trinn.caller_county()) and "
			"t.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REVISE_RESULT] = {
		.name = "revise_result",
		.sql =
			"with changed as (update trinn.results set found = $3::text, done = "
			"$4::text, cost_ore = $5::int8, theme = $6::text, version = version + 1 "
			"where county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'revise_result')",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_TOUCH_RESULT] = {
		.name = "touch_result",
		.sql =
			"with changed as (update trinn.results set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_result')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_MEASUREMENT] = {
		.name = "insert_measurement",
		.sql =
			"insert into trinn.measurements (county_id, result_id, hub_id, firm_id, "
			"months, on_day, effect_ore, effect_bp, unit, how, corrects, reason) "
			"select t.county_id, t.id, t.hub_id, t.firm_id, $2::int4, $3::date, "
			"$4::int8, $5::int4, $6::text, $7::text, (select m.id from (select * from "
			"trinn.measurements m where not exists (select from trinn.measurements k "
			"where k.county_id = m.county_id and k.corrects = m.id)) m where "
			"m.county_id = t.county_id and m.result_id = t.id and m.months = "
			"$2::int4), $8::text from trinn.results t where t.county_id = "
			"trinn.caller_county() and t.id = $1::int8",
		.n_params = 8,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_STORY] = {
		.name = "tell_story",
		.sql =
			"with changed as (update trinn.results set story = $3::text, "
			"story_consent_by = $4::text, story_consent_on = $5::date, "
			"story_withdrawn_on = case when $3::text is null then trinn.today() else "
			"story_withdrawn_on end, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), 'tell_story')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_RETENTION_CLASSES] = {
		.name = "list_retention_classes",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'name', c.name, 'covers', c.covers, 'countedFrom', c.counted_from, "
			"'years', c.years, 'isArchived', c.is_archived, 'basis', c.basis, "
			"'madeAt', c.made_at) as item from (select * from trinn.retention_classes "
			"where county_id = (select trinn.caller_county()) and id < case when "
			"$1::int8 is null then 9223372036854775807 else $1::int8 end order by id "
			"desc limit $2::int8 + 1) c) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_RETENTION_DUE] = {
		.name = "list_retention_due",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select a.id as key, json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'state', a.state, 'closedOn', a.closed_on, "
			"'class', (select json_build_object('id', c.id::text, 'name', c.name, "
			"'covers', c.covers) from trinn.retention_classes c where c.county_id = "
			"a.county_id and c.id = a.class_id), 'keepUntil', nullif(a.keep_until, "
			"'infinity'), 'isDue', a.kept_by = '{}', 'obstacles', (select "
			"coalesce(json_agg(json_build_object('code', o.code, 'label', o.label) "
			"order by o.position), '[]') from trinn.retention_obstacles o where "
			"o.code = any (a.kept_by))) as item from (select t.id, t.county_id, "
			"t.case_number, t.state, t.closed_on, r.class_id, r.keep_until, k.kept_by "
			"from trinn.applications t, lateral trinn.retention_of(t) r, lateral "
			"trinn.kept_by(t, coalesce($1::date, trinn.today())) k(kept_by) where "
			"t.county_id = (select trinn.caller_county()) and t.closed_on is not null "
			"and t.destroyed_on is null and t.id < case when $3::int8 is null then "
			"9223372036854775807 else $3::int8 end and ($2::text is null or "
			"(k.kept_by = '{}') = ($2::text = 'true')) order by t.id desc limit "
			"$4::int8 + 1) a) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LEGAL_HOLD_DOCUMENT] = {
		.name = "legal_hold_document",
		.sql =
			"select h.version::text as etag, json_build_object('id', h.id::text, "
			"'application', (select json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number) from trinn.applications a where a.county_id = h.county_id "
			"and a.id = h.application_id), 'state', h.state, 'reason', h.reason, "
			"'askedBy', json_build_object('id', h.asked_by::text, 'name', "
			"trinn.person_name(h.asked_by)), 'askedAt', h.asked_at, 'settledBy', case "
			"when h.settled_by is not null then json_build_object('id', "
			"h.settled_by::text, 'name', trinn.person_name(h.settled_by)) end, "
			"'settledAt', h.settled_at, 'settlement', h.settlement, 'liftReason', "
			"h.lift_reason, 'liftAskedBy', case when h.lift_asked_by is not null then "
			"json_build_object('id', h.lift_asked_by::text, 'name', "
			"trinn.person_name(h.lift_asked_by)) end, 'liftAskedAt', h.lift_asked_at, "
			"'liftedBy', case when h.lifted_by is not null then "
			"json_build_object('id', h.lifted_by::text, 'name', "
			"trinn.person_name(h.lifted_by)) end, 'liftedAt', h.lifted_at)::text as "
			"document from trinn.legal_holds h where h.county_id = (select "
			"trinn.caller_county()) and h.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_LEGAL_HOLD] = {
		.name = "reply_legal_hold",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"h.version::text as etag, json_build_object('id', h.id::text, "
			"'application', (select json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number) from trinn.applications a where a.county_id = h.county_id "
			"and a.id = h.application_id), 'state', h.state, 'reason', h.reason, "
			"'askedBy', json_build_object('id', h.asked_by::text, 'name', "
			"trinn.person_name(h.asked_by)), 'askedAt', h.asked_at, 'settledBy', case "
			"when h.settled_by is not null then json_build_object('id', "
			"h.settled_by::text, 'name', trinn.person_name(h.settled_by)) end, "
			"'settledAt', h.settled_at, 'settlement', h.settlement, 'liftReason', "
			"h.lift_reason, 'liftAskedBy', case when h.lift_asked_by is not null then "
			"json_build_object('id', h.lift_asked_by::text, 'name', "
			"trinn.person_name(h.lift_asked_by)) end, 'liftAskedAt', h.lift_asked_at, "
			"'liftedBy', case when h.lifted_by is not null then "
			"json_build_object('id', h.lifted_by::text, 'name', "
			"trinn.person_name(h.lifted_by)) end, 'liftedAt', h.lifted_at)::text as "
			"document from trinn.legal_holds h where h.county_id = (select "
			"trinn.caller_county()) and h.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_LEGAL_HOLDS] = {
		.name = "list_legal_holds",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select h.id as key, json_build_object('id', h.id::text, "
			"'application', (select json_build_object('id', a.id::text, 'caseNumber', "
			"a.case_number) from trinn.applications a where a.county_id = h.county_id "
			"and a.id = h.application_id), 'state', h.state, 'reason', h.reason, "
			"'askedBy', json_build_object('id', h.asked_by::text, 'name', "
			"trinn.person_name(h.asked_by)), 'askedAt', h.asked_at, 'settledBy', case "
			"when h.settled_by is not null then json_build_object('id', "
			"h.settled_by::text, 'name', trinn.person_name(h.settled_by)) end, "
			"'settledAt', h.settled_at, 'settlement', h.settlement, 'liftReason', "
			"h.lift_reason, 'liftAskedBy', case when h.lift_asked_by is not null then "
			"json_build_object('id', h.lift_asked_by::text, 'name', "
			"trinn.person_name(h.lift_asked_by)) end, 'liftAskedAt', h.lift_asked_at, "
			"'liftedBy', case when h.lifted_by is not null then "
			"json_build_object('id', h.lifted_by::text, 'name', "
			"trinn.person_name(h.lifted_by)) end, 'liftedAt', h.lifted_at) as item "
			"from (select * from trinn.legal_holds where county_id = (select "
			"trinn.caller_county()) and ($1::int8 is null or application_id = "
			"$1::int8) and ($2::text is null or state = $2::text) and id < case when "
			"$3::int8 is null then 9223372036854775807 else $3::int8 end order by id "
			"desc limit $4::int8 + 1) h) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_LEGAL_HOLD] = {
		.name = "load_new_legal_hold",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.legal_holds_id_seq'), 'hasCase', a.id is not null, "
			"'isDestroyed', a.destroyed_on is not null)::text, null::bigint, case "
			"when a.id is null then '[]' else "
			"json_build_array(json_build_array('application', a.id, "
			"trinn.guard_version('application', a.id), true))::text end from (select "
			"$1::int8 as wanted) w left join trinn.applications a on a.county_id = "
			"(select trinn.caller_county()) and a.id = w.wanted",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_LEGAL_HOLD] = {
		.name = "insert_legal_hold",
		.sql =
			"with made as (insert into trinn.legal_holds (id, county_id, "
			"applicant_id, application_id, reason, asked_by) select $1::int8, "
			"a.county_id, a.applicant_id, a.id, $3::text, trinn.caller_person() from "
			"trinn.applications a where a.county_id = trinn.caller_county() and a.id "
			"= $2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"made), 'insert_legal_hold')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_LEGAL_HOLD] = {
		.name = "load_legal_hold",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', h.id, "
			"'state', h.state, 'askedBy', h.asked_by, 'liftAskedBy', "
			"h.lift_asked_by)::text, h.version, "
			"json_build_array(json_build_array('legal_hold', h.id, "
			"trinn.guard_version('legal_hold', h.id), true), "
			"json_build_array('application', h.application_id, "
			"trinn.guard_version('application', h.application_id), true))::text from "
			"trinn.legal_holds h where h.county_id = (select trinn.caller_county()) "
			"and h.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ASK_TO_LIFT_LEGAL_HOLD] = {
		.name = "ask_to_lift_legal_hold",
		.sql =
			"with changed as (update trinn.legal_holds set state = 'lift_asked', "
			"lift_reason = $3::text, lift_asked_by = trinn.caller_person(), "
			"lift_asked_at = now(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'ask_to_lift_legal_hold')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_LEGAL_HOLD] = {
		.name = "settle_legal_hold",
		.sql =
			"with changed as (update trinn.legal_holds set state = $3::text, "
			"settled_by = trinn.caller_person(), settled_at = now(), settlement = "
			"$4::text, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'settle_legal_hold')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_LIFT_OF_LEGAL_HOLD] = {
		.name = "settle_lift_of_legal_hold",
		.sql =
			"with changed as (update trinn.legal_holds set state = $3::text, version "
			"= version + 1, lift_reason = case $3::text when 'lifted' then "
			"lift_reason end, lift_asked_by = case $3::text when 'lifted' then "
			"lift_asked_by end, lift_asked_at = case $3::text when 'lifted' then "
			"lift_asked_at end, lifted_by = case $3::text when 'lifted' then "
			"trinn.caller_person() end, lifted_at = case $3::text when 'lifted' then "
			"now() end where county_id = trinn.caller_county() and id = $1::int8 and "
			"version = $2::int8 returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'settle_lift_of_legal_hold')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_DESTRUCTION_DOCUMENT] = {
		.name = "destruction_document",
		.sql =
			"select d.version::text as etag, json_build_object('id', d.id::text, "
			"'state', d.state, 'reason', d.reason, 'proposedBy', "
			"json_build_object('id', d.proposed_by::text, 'name', "
			"trinn.person_name(d.proposed_by)), 'proposedAt', d.proposed_at, "
			"'decidedBy', case when d.decided_by is not null then "
			"json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedAt', d.decided_at, "
			"'decision', d.decision, 'cases', (select "
			"json_agg(json_build_object('id', i.application_id::text, 'caseNumber', "
			"a.case_number, 'state', i.state, 'classId', i.class_id::text, "
			"'keepUntil', i.keep_until, 'destroyedAt', i.destroyed_at, 'hadSha256', "
			"encode(i.had_digest, 'hex'), 'keptSha256', encode(i.kept_digest, 'hex'), "
			"'obstacles', (select coalesce(json_agg(json_build_object('code', o.code, "
			"'label', o.label) order by o.position), '[]') from "
			"trinn.retention_obstacles o where o.code = any (i.obstacles))) order by "
			"i.number) from trinn.destruction_items i join trinn.applications a on "
			"a.county_id = i.county_id and a.id = i.application_id where i.county_id "
			"= d.county_id and i.destruction_id = d.id))::text as document from "
			"trinn.destructions d where d.county_id = (select trinn.caller_county()) "
			"and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_DESTRUCTION] = {
		.name = "reply_destruction",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"d.version::text as etag, json_build_object('id', d.id::text, 'state', "
			"d.state, 'reason', d.reason, 'proposedBy', json_build_object('id', "
			"d.proposed_by::text, 'name', trinn.person_name(d.proposed_by)), "
			"'proposedAt', d.proposed_at, 'decidedBy', case when d.decided_by is not "
			"null then json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedAt', d.decided_at, "
			"'decision', d.decision, 'cases', (select "
			"json_agg(json_build_object('id', i.application_id::text, 'caseNumber', "
			"a.case_number, 'state', i.state, 'classId', i.class_id::text, "
			"'keepUntil', i.keep_until, 'destroyedAt', i.destroyed_at, 'hadSha256', "
			"encode(i.had_digest, 'hex'), 'keptSha256', encode(i.kept_digest, 'hex'), "
			"'obstacles', (select coalesce(json_agg(json_build_object('code', o.code, "
			"'label', o.label) order by o.position), '[]') from "
			"trinn.retention_obstacles o where o.code = any (i.obstacles))) order by "
			"i.number) from trinn.destruction_items i join trinn.applications a on "
			"a.county_id = i.county_id and a.id = i.application_id where i.county_id "
			"= d.county_id and i.destruction_id = d.id))::text as document from "
			"trinn.destructions d where d.county_id = (select trinn.caller_county()) "
			"and d.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_DESTRUCTIONS] = {
		.name = "list_destructions",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select d.id as key, json_build_object('id', d.id::text, "
			"'state', d.state, 'reason', d.reason, 'proposedBy', "
			"json_build_object('id', d.proposed_by::text, 'name', "
			"trinn.person_name(d.proposed_by)), 'proposedAt', d.proposed_at, "
			"'decidedBy', case when d.decided_by is not null then "
			"json_build_object('id', d.decided_by::text, 'name', "
			"trinn.person_name(d.decided_by)) end, 'decidedAt', d.decided_at, "
			"'decision', d.decision) as item from (select * from trinn.destructions "
			"where county_id = (select trinn.caller_county()) and ($1::text is null "
			"or state = $1::text) and id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end order by id desc limit $3::int8 + "
			"1) d) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_DESTRUCTION] = {
		.name = "load_new_destruction",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.destructions_id_seq'), 'cases', (select "
			"json_agg(json_build_object('isThere', a.closed_on is not null and "
			"a.destroyed_on is null, 'isKept', a.closed_on is not null and "
			"trinn.kept_by(a, trinn.today()) <> '{}', 'isListed', exists (select from "
			"trinn.destruction_items i where i.county_id = a.county_id and "
			"i.application_id = a.id and i.state = 'waiting')) order by w.n) from "
			"unnest($1::int8[]) with ordinality w(id, n) left join trinn.applications "
			"a on a.county_id = (select trinn.caller_county()) and a.id = "
			"w.id))::text, null::bigint, '[]'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_DESTRUCTION] = {
		.name = "insert_destruction",
		.sql =
			"insert into trinn.destructions (id, county_id, reason, proposed_by) "
			"values ($1::int8, trinn.caller_county(), $2::text, trinn.caller_person())",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_FOR_DESTRUCTION] = {
		.name = "list_for_destruction",
		.sql =
			"with made as (insert into trinn.destruction_items (county_id, "
			"destruction_id, number, applicant_id, application_id, class_id, "
			"keep_until) select a.county_id, $1::int8, w.n, a.applicant_id, a.id, "
			"r.class_id, r.keep_until from unnest($2::int8[]) with ordinality w(id, "
			"n) join trinn.applications a on a.county_id = trinn.caller_county() and "
			"a.id = w.id, lateral trinn.retention_of(a) r returning 1) select "
			"trinn.exactly(cardinality($2::int8[]), (select count(*) from made), "
			"'list_for_destruction')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_DESTRUCTION] = {
		.name = "load_destruction",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', d.id, "
			"'state', d.state, 'proposedBy', d.proposed_by)::text, d.version, "
			"json_build_array(json_build_array('destruction', d.id, "
			"trinn.guard_version('destruction', d.id), true))::text from "
			"trinn.destructions d where d.county_id = (select trinn.caller_county()) "
			"and d.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_DECIDE_DESTRUCTION] = {
		.name = "decide_destruction",
		.sql =
			"with changed as (update trinn.destructions set state = $3::text, "
			"decided_by = trinn.caller_person(), decided_at = now(), decision = "
			"$4::text, version = version + 1 where county_id = trinn.caller_county() "
			"and id = $1::int8 and version = $2::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'decide_destruction')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_SPARE_CASES] = {
		.name = "spare_cases",
		.sql =
			"update trinn.destruction_items set state = 'spared' where county_id = "
			"trinn.caller_county() and destruction_id = $1::int8 and $2::text = "
			"'rejected'",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SAMPLING_DOCUMENT] = {
		.name = "sampling_document",
		.sql =
			"select c.version::text as etag, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'periodFrom', "
			"c.period_from, 'periodTo', c.period_to, 'state', c.state, 'drawnAt', "
			"c.drawn_at, 'criteria', c.criteria, 'drawnBy', "
			"trinn.person_name(c.made_by), 'seed', case when (select "
			"trinn.caller_kind()) = 'county' then c.seed end, 'population', case when "
			"(select trinn.caller_kind()) = 'county' then "
			"to_json(c.population::text[]) end, 'cases', (select "
			"json_agg(json_build_object('number', t.number, 'enrolmentId', "
			"t.enrolment_id::text, 'firm', json_build_object('id', f.id::text, "
			"'orgnr', f.orgnr, 'name', f.name), 'finding', t.finding, 'severity', "
			"t.severity, 'followUp', t.follow_up, 'followUpBy', t.follow_up_by, "
			"'answers', coalesce((select json_agg(json_build_object('answer', "
			"a.answer, 'doneOn', a.done_on, 'answeredBy', "
			"trinn.person_name(a.answered_by), 'answeredOn', a.answered_on, 'state', "
			"a.state, 'reason', a.reason, 'settledOn', a.settled_on) order by a.id) "
			"from trinn.sampling_answers a where a.county_id = t.county_id and "
			"a.sampling_id = t.sampling_id and a.number = t.number), '[]'), 'former', "
			"(select coalesce(json_agg(w order by n), '[]') from "
			"jsonb_array_elements(t.former) with ordinality f(w, n) where (select "
			"trinn.caller_kind()) = 'county' or (w->>'wasOpen')::boolean), "
			"'followed', t.followed, 'closedOn', t.closed_on) order by t.number) from "
			"trinn.sampled_cases t join trinn.organisations f on f.id = t.firm_id "
			"where t.county_id = c.county_id and t.sampling_id = c.id))::text as "
			"document from trinn.samplings c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_SAMPLING] = {
		.name = "reply_sampling",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"c.version::text as etag, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'periodFrom', "
			"c.period_from, 'periodTo', c.period_to, 'state', c.state, 'drawnAt', "
			"c.drawn_at, 'criteria', c.criteria, 'drawnBy', "
			"trinn.person_name(c.made_by), 'seed', case when (select "
			"trinn.caller_kind()) = 'county' then c.seed end, 'population', case when "
			"(select trinn.caller_kind()) = 'county' then "
			"to_json(c.population::text[]) end, 'cases', (select "
			"json_agg(json_build_object('number', t.number, 'enrolmentId', "
			"t.enrolment_id::text, 'firm', json_build_object('id', f.id::text, "
			"'orgnr', f.orgnr, 'name', f.name), 'finding', t.finding, 'severity', "
			"t.severity, 'followUp', t.follow_up, 'followUpBy', t.follow_up_by, "
			"'answers', coalesce((select json_agg(json_build_object('answer', "
			"a.answer, 'doneOn', a.done_on, 'answeredBy', "
			"trinn.person_name(a.answered_by), 'answeredOn', a.answered_on, 'state', "
			"a.state, 'reason', a.reason, 'settledOn', a.settled_on) order by a.id) "
			"from trinn.sampling_answers a where a.county_id = t.county_id and "
			"a.sampling_id = t.sampling_id and a.number = t.number), '[]'), 'former', "
			"(select coalesce(json_agg(w order by n), '[]') from "
			"jsonb_array_elements(t.former) with ordinality f(w, n) where (select "
			"trinn.caller_kind()) = 'county' or (w->>'wasOpen')::boolean), "
			"'followed', t.followed, 'closedOn', t.closed_on) order by t.number) from "
			"trinn.sampled_cases t join trinn.organisations f on f.id = t.firm_id "
			"where t.county_id = c.county_id and t.sampling_id = c.id))::text as "
			"document from trinn.samplings c join trinn.organisations o on o.id = "
			"c.hub_id where c.county_id = (select trinn.caller_county()) and c.id = "
			"$6::int8 offset 0) d, lateral trinn.store_reply($1::text, $2::text, "
			"$3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_SAMPLINGS] = {
		.name = "list_samplings",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($5::int8)::int])::text as items, case when count(*) > $5::int8 "
			"then (array_agg(p.key order by p.key desc))[($5::int8)::int]::text end "
			"as next from (select c.id as key, json_build_object('id', c.id::text, "
			"'programme', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = c.county_id "
			"and q.id = c.programme_id), 'hub', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'title', c.title, 'periodFrom', "
			"c.period_from, 'periodTo', c.period_to, 'state', c.state, 'drawnAt', "
			"c.drawn_at) as item from ((select * from trinn.samplings where (select "
			"trinn.caller_kind()) = 'county' and $2::int8 is null and county_id = "
			"(select trinn.caller_county()) and id < case when $4::int8 is null then "
			"9223372036854775807 else $4::int8 end and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::text is null "
			"or state = $3::text) order by id desc limit $5::int8 + 1) union all "
			"(select * from trinn.samplings where hub_id = case (select "
			"trinn.caller_kind()) when 'hub' then (select trinn.caller_org()) when "
			"'county' then $2::int8 end and ($2::int8 is null or hub_id = $2::int8) "
			"and county_id = (select trinn.caller_county()) and id < case when "
			"$4::int8 is null then 9223372036854775807 else $4::int8 end and "
			"($1::int8 is null or programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($3::text "
			"is null or state = $3::text) order by id desc limit $5::int8 + 1) union "
			"all (select * from trinn.samplings where (select trinn.caller_kind()) = "
			"'firm' and ($2::int8 is null or hub_id = $2::int8) and id = any "
			"(array(select t.sampling_id from trinn.sampled_cases t where t.county_id "
			"= (select trinn.caller_county()) and t.firm_id = (select "
			"trinn.caller_org()))) and county_id = (select trinn.caller_county()) and "
			"id < case when $4::int8 is null then 9223372036854775807 else $4::int8 "
			"end and ($1::int8 is null or programme_id in (with recursive below as "
			"(select g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($3::text "
			"is null or state = $3::text) order by id desc limit $5::int8 + 1)) c "
			"join trinn.organisations o on o.id = c.hub_id) p",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_SAMPLING] = {
		.name = "load_new_sampling",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.samplings_id_seq'), 'seed', "
			"floor(random() * 9007199254740992)::bigint, 'hasProgramme', exists "
			"(select from trinn.programmes p where p.county_id = "
			"trinn.caller_county() and p.id = $1::int8), 'hubId', h.id, 'population', "
			"coalesce((select json_agg(e.id order by e.id) from trinn.enrolments e "
			"where e.county_id = trinn.caller_county() and e.programme_id in (with "
			"recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $1::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b) and exists (select from trinn.enrolment_steps s where "
			"s.county_id = e.county_id and s.enrolment_id = e.id and s.hub_id = h.id "
			"and s.at < d.after_end and (s.at >= d.start or s.to_state not in "
			"('finished', 'dropped_out') and not exists (select from "
			"trinn.enrolment_steps n where n.county_id = s.county_id and "
			"n.enrolment_id = s.enrolment_id and n.seq > s.seq and n.at < "
			"d.start)))), '[]'))::text, null::bigint, '[]' from (select "
			"$3::date::timestamp at time zone 'Europe/Oslo' as start, ($4::date + "
			"1)::timestamp at time zone 'Europe/Oslo' as after_end) d left join "
			"trinn.organisations h on h.orgnr = $2::text",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_SAMPLING] = {
		.name = "insert_sampling",
		.sql =
			"insert into trinn.samplings (id, county_id, programme_id, hub_id, title, "
			"criteria, period_from, period_to, population, seed, made_by) values "
			"($1::int8, trinn.caller_county(), $2::int8, $3::int8, $4::text, "
			"$5::text, $6::date, $7::date, $8::int8[], $9::int8, "
			"trinn.caller_person())",
		.n_params = 9,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_SAMPLED_CASES] = {
		.name = "insert_sampled_cases",
		.sql =
			"with added as (insert into trinn.sampled_cases (county_id, sampling_id, "
			"number, hub_id, firm_id, enrolment_id) select e.county_id, $1::int8, "
			"d.number, $2::int8, e.firm_id, e.id from unnest($3::int8[]) with "
			"ordinality d(id, number) join trinn.enrolments e on e.county_id = "
			"trinn.caller_county() and e.id = d.id returning 1) select "
			"trinn.exactly(cardinality($3::int8[]), (select count(*) from added), "
			"'insert_sampled_cases')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_SAMPLING] = {
		.name = "load_sampling",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', c.id, 'state', c.state, 'hubId', c.hub_id, 'cases', "
			"coalesce((select json_agg(json_build_object('number', t.number, "
			"'hasFinding', t.finding is not null, 'hasFollowUp', t.follow_up is not "
			"null, 'answeredBy', a.answered_by, 'isClosed', t.closed_on is not null) "
			"order by t.number) from trinn.sampled_cases t left join "
			"trinn.sampling_answers a on a.county_id = t.county_id and a.sampling_id "
			"= t.sampling_id and a.number = t.number and a.state = 'given' where "
			"t.county_id = c.county_id and t.sampling_id = c.id), '[]'))::text, "
			"c.version, json_build_array(json_build_array('sampling', c.id, "
			"trinn.guard_version('sampling', c.id), true))::text from trinn.samplings "
			"c where c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_TOUCH_SAMPLING] = {
		.name = "touch_sampling",
		.sql =
			"with changed as (update trinn.samplings set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'touch_sampling')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_MOVE_SAMPLING] = {
		.name = "move_sampling",
		.sql =
			"with changed as (update trinn.samplings set state = $3::text, version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'move_sampling')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_NOTE_FINDING] = {
		.name = "note_finding",
		.sql =
			"with changed as (update trinn.sampled_cases set finding = $3::text, "
			"severity = $4::text, follow_up = $5::text, follow_up_by = $6::date, "
			"reason = $7::text, asked_on = case when $5::text is not null then "
			"trinn.today() end where county_id = trinn.caller_county() and "
			"sampling_id = $1::int8 and number = $2::int4 returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'note_finding')",
		.n_params = 7,
		.lanes = DB_ON_WRITE,
	},
	[Q_ANSWER_FINDING] = {
		.name = "answer_finding",
		.sql =
			"with added as (insert into trinn.sampling_answers (county_id, "
			"sampling_id, number, hub_id, firm_id, answer, done_on, answered_by) "
			"select t.county_id, t.sampling_id, t.number, t.hub_id, t.firm_id, "
			"$3::text, $4::date, trinn.caller_person() from trinn.sampled_cases t "
			"where t.county_id = trinn.caller_county() and t.sampling_id = $1::int8 "
			"and t.number = $2::int4 returning 1) select trinn.exactly(1, (select "
			"count(*) from added), 'answer_finding')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_ANSWER] = {
		.name = "settle_answer",
		.sql =
			"with changed as (update trinn.sampling_answers set state = $3::text, "
			"reason = $4::text, settled_by = trinn.caller_person(), settled_on = "
			"trinn.today() where county_id = trinn.caller_county() and sampling_id = "
			"$1::int8 and number = $2::int4 and state = 'given' returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'settle_answer')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_AGAIN] = {
		.name = "ask_again",
		.sql =
			"with changed as (update trinn.sampled_cases set follow_up_by = $3::date, "
			"reason = $4::text, asked_on = trinn.today() where county_id = "
			"trinn.caller_county() and sampling_id = $1::int8 and number = $2::int4 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'ask_again')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_ASK_WHEN_OPENED] = {
		.name = "ask_when_opened",
		.sql =
			"update trinn.sampled_cases set asked_on = trinn.today() where county_id "
			"= trinn.caller_county() and sampling_id = $1::int8 and asked_on is not "
			"null and closed_on is null",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLOSE_SAMPLED_CASE] = {
		.name = "close_sampled_case",
		.sql =
			"with changed as (update trinn.sampled_cases set closed_on = "
			"trinn.today(), followed = coalesce($3::text, (select a.answer from "
			"trinn.sampling_answers a where a.county_id = trinn.caller_county() and "
			"a.sampling_id = $1::int8 and a.number = $2::int4 and a.state = "
			"'accepted')) where county_id = trinn.caller_county() and sampling_id = "
			"$1::int8 and number = $2::int4 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'close_sampled_case')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_SAMPLED] = {
		.name = "tell_sampled",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select t.county_id, 'sampled_case.open', "
			"'sampling', t.sampling_id, t.firm_id, '{}' from trinn.sampled_cases t "
			"where t.county_id = trinn.caller_county() and t.sampling_id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_SCHEMES] = {
		.name = "schemes",
		.sql =
			"select null::text as etag, json_build_object('firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = f.id), 'schemes', "
			"coalesce((select json_agg(json_build_object('fundingLine', "
			"json_build_object('id', l.id::text, 'code', l.code, 'name', l.name), "
			"'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', "
			"p.name), 'way', case when t.applies then 'applies' else 'takes_part' "
			"end, 'rateBasisPoints', case when t.applies then l.max_share_bp end, "
			"'ownShareBasisPoints', case when t.applies then 10000 - l.max_share_bp "
			"end, 'maxAmount', case when t.applies then "
			"trinn.max_amount(l.max_amounts, f.employees) end, 'onOverlap', "
			"l.on_overlap, 'follows', l.follows, 'obstacles', "
			"to_json(array_remove(array[ case when t.applies and l.county_only and "
			"left(f.municipality_no, 2) is distinct from n.number then "
			"'applicant-outside-county' end, case when f.bankrupt or "
			"f.forced_winding_up then 'applicant-insolvent' end, case when "
			"trinn.today() not between b.valid_from and b.valid_to then "
			"'legal-basis-not-valid' end, case when not (case when t.applies then "
			"'firm' else 'hub' end = any (b.beneficiary_kinds)) then "
			"'legal-basis-beneficiary' end], null)), 'openCalls', coalesce((select "
			"json_agg(json_build_object('id', c.id::text, 'code', c.code, 'title', "
			"c.title, 'stages', c.stages, 'closesOn', c.closes_on) order by "
			"c.closes_on, c.id) from trinn.calls c where t.applies and c.county_id = "
			"l.county_id and c.funding_line_id = l.id and c.state = 'open' and "
			"trinn.today() between c.opens_on and c.closes_on), '[]'), 'stages', "
			"coalesce((select json_agg(json_build_object('number', s.number, 'name', "
			"case when $2::text = 'en' then coalesce(s.name_en, s.name) else s.name "
			"end, 'hours', s.hours, 'ownShareOre', coalesce(s.price_ore, "
			"s.price_cap_ore), 'serviceValueOre', s.service_value_ore, 'aidValueOre', "
			"s.service_value_ore - w.ore + round(w.ore * w.vat_bp / (10000.0 + "
			"w.vat_bp))::bigint, 'firmGets', case when $2::text = 'en' then "
			"coalesce(s.firm_gets_en, s.firm_gets) else s.firm_gets end, 'needs', "
			"s.needs, 'placesFree', case when t.capacity is not null then "
			"greatest(t.capacity - t.taken, 0) end, 'waiting', "
			"trinn.n_waiting(s.programme_id, s.number), 'currency', 'NOK') order by "
			"s.number) from trinn.stages s join trinn.stage_places t on t.county_id = "
			"s.county_id and t.programme_id = s.programme_id and t.stage = s.number "
			"cross join lateral (select coalesce(s.price_ore, s.price_cap_ore, 0) as "
			"ore, case when s.vat_mode = 'standard' then (select r.value::int from "
			"trinn.rule_params r where r.key = 'vat.standard' and trinn.today() "
			"between r.valid_from and coalesce(r.valid_to, 'infinity') and "
			"(r.county_id is null or r.county_id = s.county_id) order by r.county_id "
			"nulls first limit 1) else 0 end as vat_bp) w where s.county_id = "
			"p.county_id and s.programme_id = p.id and s.programme_version = "
			"p.current_version), '[]'), 'enrolment', (select json_build_object('id', "
			"e.id::text, 'state', e.state, 'stage', e.stage) from trinn.enrolments e "
			"where e.county_id = p.county_id and e.programme_id = p.id and e.firm_id "
			"= f.id), 'applications', (select count(*) from trinn.applications a join "
			"trinn.calls c on c.county_id = a.county_id and c.id = a.call_id where "
			"a.county_id = l.county_id and c.funding_line_id = l.id and a.id in "
			"(select trinn.applications_for(array[f.orgnr])))) order by l.name, l.id) "
			"from trinn.funding_lines l join trinn.programmes p on p.county_id = "
			"l.county_id and p.id = l.programme_id and trinn.programme_state(p) = "
			"'active' join trinn.legal_bases b on b.county_id = l.county_id and b.id "
			"= l.legal_basis_id join trinn.counties n on n.id = l.county_id cross "
			"join lateral (select 'firm' = any (l.applicant_kinds) as applies) t "
			"where l.county_id = (select trinn.caller_county()) and l.state = "
			"'active'), '[]'))::text as document from trinn.organisations f where "
			"case when $1::text is null then f.id = trinn.caller_org() else f.orgnr = "
			"$1::text end and trinn.serves_as(f.id) is null",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_SEARCH_CASES] = {
		.name = "search_cases",
		.sql =
			"select json_agg(json_build_object('kind', 'application', 'path', "
			"'/v1/applications/' || a.id, 'application', (select row_to_json(d) from "
			"(select a.id::text as id, a.case_number as \"caseNumber\", a.state, "
			"a.title, a.applicant, a.call, a.track_id::text as \"trackId\", "
			"a.applied_ore as \"appliedOre\", 'NOK' as currency, a.submitted_at as "
			"\"submittedAt\", trinn.answer_due(a.county_id, a.id, a.state, "
			"a.submitted_at) as \"answerDueOn\", trinn.caller_kind() = 'county' and "
			"trinn.is_held(a.county_id, a.id) as \"isDecisionHeld\") d), 'snippet', "
			"trinn.marked(concat_ws(e'\\n', trinn.case_prose(a.title, a.new_content, "
			"a.answers, a.costs), trinn.case_names(a.applicant, a.partners, a.firms, "
			"a.fagpartnere), (select string_agg(s.body, e'\\n' order by s.at desc) "
			"from (select m.written_at, m.body from trinn.messages m where "
			"m.county_id = a.county_id and m.application_id = a.id union all select "
			"p.lodged_at, concat_ws(e'\\n', p.asked, p.grounds, p.stay_grounds, "
			"p.comment, p.costs_grounds) from trinn.appeals p where p.county_id = "
			"a.county_id and p.applicant_id = a.applicant_id and p.application_id = "
			"a.id union all select p.proposed_at, concat_ws(e'\\n', p.grounds, "
			"p.reason) from trinn.appeal_proposals p where p.county_id = a.county_id "
			"and p.applicant_id = a.applicant_id and p.application_id = a.id) s (at, "
			"body))), q.marking)) order by f.n) filter (where f.n <= $7::int8)::text "
			"as items, case when count(*) > $7::int8 then max(f.rank || '|' || f.id) "
			"filter (where f.n = $7::int8) end as next, '\"isNewestOnly\":' || "
			"coalesce(bool_or(f.is_cut), false)::text as told from (select "
			"trinn.marking_query($1::json::jsonb) as marking) q, lateral (select c.*, "
			"row_number() over (order by c.rank desc, c.id desc) as n from "
			"trinn.find_cases($1::json::jsonb, $2::text, $3::int8, $4::int8, "
			"$5::int8) c where $6::text is null or (c.rank, c.id) < "
			"(split_part($6::text, '|', 1)::real, split_part($6::text, '|', "
			"2)::bigint)) f join trinn.applications a on a.county_id = (select "
			"trinn.caller_county()) and a.id = f.id where f.n <= $7::int8 + 1",
		.n_params = 7,
		.lanes = DB_ON_READ,
	},
	[Q_NETWORK_DOCUMENT] = {
		.name = "network_document",
		.sql =
			"select n.version::text as etag, json_build_object('id', n.id::text, "
			"'title', n.title, 'trade', n.trade, 'state', n.state, 'description', "
			"n.description, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name))::text as document from trinn.networks n join "
			"trinn.organisations o on o.id = n.hub_id where n.county_id = (select "
			"trinn.caller_county()) and n.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_NETWORK] = {
		.name = "reply_network",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"n.version::text as etag, json_build_object('id', n.id::text, 'title', "
			"n.title, 'trade', n.trade, 'state', n.state, 'description', "
			"n.description, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name))::text as document from trinn.networks n join "
			"trinn.organisations o on o.id = n.hub_id where n.county_id = (select "
			"trinn.caller_county()) and n.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_NETWORKS] = {
		.name = "list_networks",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($5::int8)::int])::text as items, case when count(*) > $5::int8 "
			"then (array_agg(p.key order by p.key desc))[($5::int8)::int]::text end "
			"as next from (select n.id as key, json_build_object('id', n.id::text, "
			"'title', n.title, 'trade', n.trade, 'state', n.state, 'description', "
			"n.description, 'hub', json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name)) as item from ((select * from trinn.networks "
			"where $3::int8 is null and county_id = (select trinn.caller_county()) "
			"and id < case when $4::int8 is null then 9223372036854775807 else "
			"$4::int8 end and coalesce(($1::text is null or state = $1::text) and "
			"($2::text is null or trade is null or strpos(lower(trade), "
			"lower($2::text)) > 0), false) order by id desc limit $5::int8 + 1) union "
			"all (select * from trinn.networks where $3::int8 is not null and hub_id "
			"= $3::int8 and county_id = (select trinn.caller_county()) and id < case "
			"when $4::int8 is null then 9223372036854775807 else $4::int8 end and "
			"coalesce(($1::text is null or state = $1::text) and ($2::text is null or "
			"trade is null or strpos(lower(trade), lower($2::text)) > 0), false) "
			"order by id desc limit $5::int8 + 1)) n join trinn.organisations o on "
			"o.id = n.hub_id) p",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_NETWORK] = {
		.name = "load_new_network",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', "
			"nextval('trinn.networks_id_seq'))::text, null::bigint, '[]'",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_NETWORK] = {
		.name = "insert_network",
		.sql =
			"insert into trinn.networks (id, county_id, hub_id, title, trade, "
			"description) values ($1::int8, trinn.caller_county(), "
			"trinn.caller_org(), $2::text, $3::text, $4::text)",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_NETWORK] = {
		.name = "load_network",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', n.id, "
			"'hubId', n.hub_id, 'state', n.state, 'planned', (select count(*) from "
			"trinn.sessions s where s.county_id = n.county_id and s.network_id = n.id "
			"and s.state = 'planned'), 'session', case when $2::json is not null then "
			"(select json_build_object('id', nextval('trinn.sessions_id_seq'), "
			"'startsOn', (x.starts_at at time zone 'Europe/Oslo')::date, 'endsOn', "
			"(x.ends_at at time zone 'Europe/Oslo')::date, 'minutes', "
			"floor(extract(epoch from x.ends_at - x.starts_at) / 60)::bigint, "
			"'hasFirm', exists (select from trinn.cohort_firms m join "
			"trinn.organisations o on o.id = m.firm_id where m.county_id = "
			"w.county_id and m.cohort_id = w.cohort_id and m.left_on is null and "
			"o.orgnr = $2::json->>'orgnr') or exists (select from trinn.organisations "
			"o where o.id = w.firm_id and o.orgnr = coalesce($2::json->>'orgnr', "
			"o.orgnr)), 'twinId', (select s.id from trinn.sessions s where "
			"s.county_id = w.county_id and s.hub_id = trinn.caller_org() and "
			"s.starts_at = x.starts_at and lower(s.title) = lower($2::json->>'title') "
			"and s.state <> 'cancelled' and (s.cohort_id, s.network_id, "
			"s.enrolment_id) is not distinct from (w.cohort_id, w.network_id, "
			"w.enrolment_id) and (w.firm_id is not null or s.firm_id is not distinct "
			"from (select o.id from trinn.organisations o where o.orgnr = "
			"$2::json->>'orgnr')) and s.id is distinct from w.session_id), "
			"'engagement', (select json_build_object('state', g.state, 'startsOn', "
			"g.starts_on, 'endsOn', g.ends_on) from trinn.engagements g where "
			"g.county_id = w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), 'clash', (select "
			"json_build_object('sessions', string_agg(c.title || ' (' || "
			"to_char(c.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY HH24:MI') || "
			"')', ', ' order by c.starts_at, c.id), 'isEngaged', count(*) > "
			"count(c.id)) from trinn.clashing(w.session_id, x.starts_at, x.ends_at, "
			"(select g.partner_id from trinn.engagements g where g.county_id = "
			"w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), (select o.id from "
			"trinn.organisations o where o.orgnr = $2::json->>'orgnr')) k(id) left "
			"join trinn.sessions c on c.county_id = w.county_id and c.id = k.id)) "
			"from (values (($2::json->>'startsAt')::timestamptz, "
			"($2::json->>'endsAt')::timestamptz)) x(starts_at, ends_at)) end)::text, "
			"n.version, (select json_agg(y.guard) from (select "
			"json_build_array('network', n.id, trinn.guard_version('network', n.id), "
			"true) as guard union all select json_build_array('engagement', g.id, "
			"trinn.guard_version('engagement', g.id), false) as guard from "
			"trinn.engagements g where g.county_id = w.county_id and g.hub_id = "
			"trinn.caller_org() and g.id = ($2::json->>'engagementId')::bigint) "
			"y)::text from trinn.networks n, lateral (select n.county_id, "
			"null::bigint as cohort_id, n.id as network_id, null::bigint as "
			"enrolment_id, null::bigint as firm_id, null::bigint as session_id) w "
			"where n.county_id = (select trinn.caller_county()) and n.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_NETWORK] = {
		.name = "change_network",
		.sql =
			"with changed as (update trinn.networks set title = $3::text, trade = "
			"$4::text, description = $5::text, version = version + 1 where county_id "
			"= trinn.caller_county() and id = $1::int8 and version = $2::int8 "
			"returning 1) select trinn.exactly(1, (select count(*) from changed), "
			"'change_network')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_END_NETWORK] = {
		.name = "end_network",
		.sql =
			"with changed as (update trinn.networks set state = 'ended', version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'end_network')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SESSION_DOCUMENT] = {
		.name = "session_document",
		.sql =
			"select s.version::text as etag, json_build_object('id', s.id::text, "
			"'kind', s.kind, 'title', s.title, 'state', s.state, 'startsAt', "
			"s.starts_at, 'endsAt', s.ends_at, 'place', s.place, 'link', s.link, "
			"'theme', s.theme, 'deliveredBy', s.delivered_by, 'engagementId', "
			"s.engagement_id::text, 'plannedMinutes', s.planned_minutes, "
			"'heldMinutes', s.held_minutes, 'cohortId', s.cohort_id::text, "
			"'networkId', s.network_id::text, 'enrolmentId', s.enrolment_id::text, "
			"'hub', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = s.hub_id), "
			"'firm', (select json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name) from trinn.organisations o where o.id = s.firm_id), "
			"'reopenings', s.reopenings, 'attendance', coalesce((select "
			"json_agg(json_build_object('firm', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'headCount', t.head_count) order by "
			"o.name, o.id) from trinn.attendances t join trinn.organisations o on "
			"o.id = t.firm_id where t.county_id = s.county_id and t.session_id = "
			"s.id), '[]'), 'hours', coalesce((select json_agg(json_build_object('id', "
			"h.id::text, 'orderId', h.order_id::text, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.firm_id), 'orderedMinutes', "
			"h.ordered_minutes + h.moved_minutes, 'deliveredMinutes', "
			"h.delivered_minutes) order by h.id) from trinn.hours h where h.county_id "
			"= s.county_id and h.session_id = s.id and h.state <> 'cancelled'), "
			"'[]'))::text as document from trinn.sessions s where s.county_id = "
			"(select trinn.caller_county()) and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_SESSION] = {
		.name = "reply_session",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"s.version::text as etag, json_build_object('id', s.id::text, 'kind', "
			"s.kind, 'title', s.title, 'state', s.state, 'startsAt', s.starts_at, "
			"'endsAt', s.ends_at, 'place', s.place, 'link', s.link, 'theme', s.theme, "
			"'deliveredBy', s.delivered_by, 'engagementId', s.engagement_id::text, "
			"'plannedMinutes', s.planned_minutes, 'heldMinutes', s.held_minutes, "
			"'cohortId', s.cohort_id::text, 'networkId', s.network_id::text, "
			"'enrolmentId', s.enrolment_id::text, 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = s.hub_id), 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = s.firm_id), 'reopenings', "
			"s.reopenings, 'attendance', coalesce((select "
			"json_agg(json_build_object('firm', json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name), 'headCount', t.head_count) order by "
			"o.name, o.id) from trinn.attendances t join trinn.organisations o on "
			"o.id = t.firm_id where t.county_id = s.county_id and t.session_id = "
			"s.id), '[]'), 'hours', coalesce((select json_agg(json_build_object('id', "
			"h.id::text, 'orderId', h.order_id::text, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = h.firm_id), 'orderedMinutes', "
			"h.ordered_minutes + h.moved_minutes, 'deliveredMinutes', "
			"h.delivered_minutes) order by h.id) from trinn.hours h where h.county_id "
			"= s.county_id and h.session_id = s.id and h.state <> 'cancelled'), "
			"'[]'))::text as document from trinn.sessions s where s.county_id = "
			"(select trinn.caller_county()) and s.id = $6::int8 offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_SESSIONS] = {
		.name = "list_sessions",
		.sql =
			"select json_agg(p.item order by p.n) filter (where p.n <= "
			"$11::int8)::text as items, max(p.key) filter (where p.n = $11::int8 and "
			"p.more) as next from (select row_number() over w as n, lead(1) over w is "
			"not null as more, s.starts_at::text || '|' || s.id as key, "
			"json_build_object('id', s.id::text, 'kind', s.kind, 'title', s.title, "
			"'state', s.state, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'place', "
			"s.place, 'link', s.link, 'theme', s.theme, 'deliveredBy', "
			"s.delivered_by, 'engagementId', s.engagement_id::text, 'plannedMinutes', "
			"s.planned_minutes, 'heldMinutes', s.held_minutes, 'cohortId', "
			"s.cohort_id::text, 'networkId', s.network_id::text, 'enrolmentId', "
			"s.enrolment_id::text, 'hub', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= s.hub_id), 'firm', (select json_build_object('id', o.id::text, "
			"'orgnr', o.orgnr, 'name', o.name) from trinn.organisations o where o.id "
			"= s.firm_id)) as item from ((select s.* from trinn.sessions s where "
			"((select trinn.caller_kind()) = 'hub' or (select trinn.caller_kind()) = "
			"'county' and $9::int8 is not null) and hub_id = case (select "
			"trinn.caller_kind()) when 'hub' then (select trinn.caller_org()) else "
			"$9::int8 end and s.county_id = (select trinn.caller_county()) and "
			"(s.starts_at, s.id) > (case when $10::text is null then '-infinity' else "
			"split_part($10::text, '|', 1)::timestamptz end, case when $10::text is "
			"null then 0 else split_part($10::text, '|', 2)::bigint end) and "
			"coalesce(($1::date is null or s.starts_at >= $1::date::timestamp at time "
			"zone 'Europe/Oslo') and ($2::date is null or s.starts_at < ($2::date + "
			"1)::timestamp at time zone 'Europe/Oslo') and ($3::int8 is null or "
			"s.cohort_id = $3::int8) and ($4::int8 is null or s.network_id = "
			"$4::int8) and ($5::int8 is null or s.enrolment_id = $5::int8) and "
			"($7::text is null or s.state = $7::text) and ($9::int8 is null or "
			"s.hub_id = $9::int8), false) and ($8::int8 is null or s.programme_id in "
			"(with recursive below as (select g.id from trinn.programmes g where "
			"g.county_id = (select trinn.caller_county()) and g.id = $8::int8 union "
			"all select g.id from below b join trinn.programmes g on g.parent_id = "
			"b.id and g.county_id = (select trinn.caller_county())) select b.id from "
			"below b)) order by s.starts_at, s.id limit $11::int8 + 1) union all "
			"(select s.* from trinn.sessions s where (select trinn.caller_kind()) = "
			"'firm' and ($6::text = 'all' or s.network_id is null or s.network_id = "
			"$4::int8 or s.hub_id in (select e.hub_id from trinn.enrolments e where "
			"e.county_id = trinn.caller_county() and e.firm_id = trinn.caller_org() "
			"union select m.hub_id from trinn.memberships m where m.county_id = "
			"trinn.caller_county() and m.firm_id = trinn.caller_org() and "
			"daterange(m.member_from, m.member_to, '[]') @> trinn.today()) or exists "
			"(select from trinn.attendances t where t.county_id = s.county_id and "
			"t.session_id = s.id and t.firm_id = trinn.caller_org())) and s.county_id "
			"= (select trinn.caller_county()) and (s.starts_at, s.id) > (case when "
			"$10::text is null then '-infinity' else split_part($10::text, '|', "
			"1)::timestamptz end, case when $10::text is null then 0 else "
			"split_part($10::text, '|', 2)::bigint end) and coalesce(($1::date is "
			"null or s.starts_at >= $1::date::timestamp at time zone 'Europe/Oslo') "
			"and ($2::date is null or s.starts_at < ($2::date + 1)::timestamp at time "
			"zone 'Europe/Oslo') and ($3::int8 is null or s.cohort_id = $3::int8) and "
			"($4::int8 is null or s.network_id = $4::int8) and ($5::int8 is null or "
			"s.enrolment_id = $5::int8) and ($7::text is null or s.state = $7::text) "
			"and ($9::int8 is null or s.hub_id = $9::int8), false) and ($8::int8 is "
			"null or s.programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $8::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) order by s.starts_at, "
			"s.id limit $11::int8 + 1) union all (select s.* from (with recursive "
			"below as (select g.id from trinn.programmes g where g.county_id = "
			"(select trinn.caller_county()) and g.id = $8::int8 union all select g.id "
			"from below b join trinn.programmes g on g.parent_id = b.id and "
			"g.county_id = (select trinn.caller_county())) select b.id from below b) "
			"u cross join lateral (select s.* from trinn.sessions s where (select "
			"trinn.caller_kind()) = 'county' and $9::int8 is null and s.programme_id "
			"= u.id and s.county_id = (select trinn.caller_county()) and "
			"(s.starts_at, s.id) > (case when $10::text is null then '-infinity' else "
			"split_part($10::text, '|', 1)::timestamptz end, case when $10::text is "
			"null then 0 else split_part($10::text, '|', 2)::bigint end) and "
			"coalesce(($1::date is null or s.starts_at >= $1::date::timestamp at time "
			"zone 'Europe/Oslo') and ($2::date is null or s.starts_at < ($2::date + "
			"1)::timestamp at time zone 'Europe/Oslo') and ($3::int8 is null or "
			"s.cohort_id = $3::int8) and ($4::int8 is null or s.network_id = "
			"$4::int8) and ($5::int8 is null or s.enrolment_id = $5::int8) and "
			"($7::text is null or s.state = $7::text) and ($9::int8 is null or "
			"s.hub_id = $9::int8), false) order by s.starts_at, s.id limit $11::int8 "
			"+ 1) s) union all (select s.* from trinn.sessions s where (select "
			"trinn.caller_kind()) = 'county' and $9::int8 is null and $8::int8 is "
			"null and s.county_id = (select trinn.caller_county()) and (s.starts_at, "
			"s.id) > (case when $10::text is null then '-infinity' else "
			"split_part($10::text, '|', 1)::timestamptz end, case when $10::text is "
			"null then 0 else split_part($10::text, '|', 2)::bigint end) and "
			"coalesce(($1::date is null or s.starts_at >= $1::date::timestamp at time "
			"zone 'Europe/Oslo') and ($2::date is null or s.starts_at < ($2::date + "
			"1)::timestamp at time zone 'Europe/Oslo') and ($3::int8 is null or "
			"s.cohort_id = $3::int8) and ($4::int8 is null or s.network_id = "
			"$4::int8) and ($5::int8 is null or s.enrolment_id = $5::int8) and "
			"($7::text is null or s.state = $7::text) and ($9::int8 is null or "
			"s.hub_id = $9::int8), false) order by s.starts_at, s.id limit $11::int8 "
			"+ 1) union all (select s.* from trinn.sessions s where (select "
			"trinn.caller_kind()) not in ('county', 'hub', 'firm') and s.county_id = "
			"(select trinn.caller_county()) and (s.starts_at, s.id) > (case when "
			"$10::text is null then '-infinity' else split_part($10::text, '|', "
			"1)::timestamptz end, case when $10::text is null then 0 else "
			"split_part($10::text, '|', 2)::bigint end) and coalesce(($1::date is "
			"null or s.starts_at >= $1::date::timestamp at time zone 'Europe/Oslo') "
			"and ($2::date is null or s.starts_at < ($2::date + 1)::timestamp at time "
			"zone 'Europe/Oslo') and ($3::int8 is null or s.cohort_id = $3::int8) and "
			"($4::int8 is null or s.network_id = $4::int8) and ($5::int8 is null or "
			"s.enrolment_id = $5::int8) and ($7::text is null or s.state = $7::text) "
			"and ($9::int8 is null or s.hub_id = $9::int8), false) and ($8::int8 is "
			"null or s.programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $8::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) order by s.starts_at, "
			"s.id limit $11::int8 + 1)) s window w as (order by s.starts_at, s.id)) p",
		.n_params = 11,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_SESSION] = {
		.name = "insert_session",
		.sql =
			"with made as (insert into trinn.sessions (id, county_id, hub_id, "
			"cohort_id, network_id, enrolment_id, firm_id, kind, title, starts_at, "
			"ends_at, place, link, theme, delivered_by, engagement_id, partner_id, "
			"planned_minutes) select $1::int8, trinn.caller_county(), "
			"trinn.caller_org(), case $2::text when 'cohort' then $3::int8 end, case "
			"$2::text when 'network' then $3::int8 end, case $2::text when "
			"'enrolment' then $3::int8 end, (select o.id from trinn.organisations o "
			"where o.orgnr = $4::json->>'orgnr'), $4::json->>'kind', "
			"$4::json->>'title', ($4::json->>'startsAt')::timestamptz, "
			"($4::json->>'endsAt')::timestamptz, $4::json->>'place', "
			"$4::json->>'link', $4::json->>'theme', $4::json->>'deliveredBy', "
			"($4::json->>'engagementId')::bigint, (select g.partner_id from "
			"trinn.engagements g where g.county_id = trinn.caller_county() and "
			"g.hub_id = trinn.caller_org() and g.id = "
			"($4::json->>'engagementId')::bigint), ($4::json->>'plannedMinutes')::int "
			"returning 1) select trinn.exactly(1, (select count(*) from made), "
			"'insert_session')",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_INTERVIEW] = {
		.name = "load_interview",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', e.id, "
			"'hubId', e.hub_id, 'state', e.state, 'session', case when $2::json is "
			"not null then (select json_build_object('id', "
			"nextval('trinn.sessions_id_seq'), 'startsOn', (x.starts_at at time zone "
			"'Europe/Oslo')::date, 'endsOn', (x.ends_at at time zone "
			"'Europe/Oslo')::date, 'minutes', floor(extract(epoch from x.ends_at - "
			"x.starts_at) / 60)::bigint, 'hasFirm', exists (select from "
			"trinn.cohort_firms m join trinn.organisations o on o.id = m.firm_id "
			"where m.county_id = w.county_id and m.cohort_id = w.cohort_id and "
			"m.left_on is null and o.orgnr = $2::json->>'orgnr') or exists (select "
			"from trinn.organisations o where o.id = w.firm_id and o.orgnr = "
			"coalesce($2::json->>'orgnr', o.orgnr)), 'twinId', (select s.id from "
			"trinn.sessions s where s.county_id = w.county_id and s.hub_id = "
			"trinn.caller_org() and s.starts_at = x.starts_at and lower(s.title) = "
			"lower($2::json->>'title') and s.state <> 'cancelled' and (s.cohort_id, "
			"s.network_id, s.enrolment_id) is not distinct from (w.cohort_id, "
			"w.network_id, w.enrolment_id) and (w.firm_id is not null or s.firm_id is "
			"not distinct from (select o.id from trinn.organisations o where o.orgnr "
			"= $2::json->>'orgnr')) and s.id is distinct from w.session_id), "
			"'engagement', (select json_build_object('state', g.state, 'startsOn', "
			"g.starts_on, 'endsOn', g.ends_on) from trinn.engagements g where "
			"g.county_id = w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), 'clash', (select "
			"json_build_object('sessions', string_agg(c.title || ' (' || "
			"to_char(c.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY HH24:MI') || "
			"')', ', ' order by c.starts_at, c.id), 'isEngaged', count(*) > "
			"count(c.id)) from trinn.clashing(w.session_id, x.starts_at, x.ends_at, "
			"(select g.partner_id from trinn.engagements g where g.county_id = "
			"w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), (select o.id from "
			"trinn.organisations o where o.orgnr = $2::json->>'orgnr')) k(id) left "
			"join trinn.sessions c on c.county_id = w.county_id and c.id = k.id)) "
			"from (values (($2::json->>'startsAt')::timestamptz, "
			"($2::json->>'endsAt')::timestamptz)) x(starts_at, ends_at)) end)::text, "
			"e.version, (select json_agg(y.guard) from (select "
			"json_build_array('enrolment', e.id, trinn.guard_version('enrolment', "
			"e.id), true) as guard union all select json_build_array('engagement', "
			"g.id, trinn.guard_version('engagement', g.id), false) as guard from "
			"trinn.engagements g where g.county_id = w.county_id and g.hub_id = "
			"trinn.caller_org() and g.id = ($2::json->>'engagementId')::bigint) "
			"y)::text from trinn.enrolments e, lateral (select e.county_id, "
			"null::bigint as cohort_id, null::bigint as network_id, e.id as "
			"enrolment_id, e.firm_id, null::bigint as session_id) w where e.county_id "
			"= (select trinn.caller_county()) and e.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_SESSION] = {
		.name = "load_session",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'id', s.id, "
			"'hubId', s.hub_id, 'state', s.state, 'caseKind', w.case_kind, 'caseId', "
			"w.case_id, 'settingState', coalesce(c.state, n.state, e.state, "
			"'unknown'), 'isHandedOver', s.enrolment_id is not null and e.id is null, "
			"'startsOn', c.starts_on, 'endsOn', c.ends_on, 'isOver', s.ends_at <= "
			"now(), 'minutes', floor(extract(epoch from s.ends_at - s.starts_at) / "
			"60)::bigint, 'isForOne', s.firm_id is not null, 'isAttendant', exists "
			"(select from trinn.attendances t where t.county_id = s.county_id and "
			"t.session_id = s.id and t.firm_id = trinn.caller_org() and t.head_count "
			"> 0), 'engagementId', coalesce(s.engagement_id, 0), 'partnerId', "
			"coalesce(s.partner_id, 0), 'isPlanKept', coalesce(s.delivered_by = "
			"$2::json->>'deliveredBy', false) and s.engagement_id is not distinct "
			"from ($2::json->>'engagementId')::bigint and s.firm_id is not distinct "
			"from (select o.id from trinn.organisations o where o.orgnr = "
			"$2::json->>'orgnr'), 'clash', (select json_build_object('sessions', "
			"string_agg(c.title || ' (' || to_char(c.starts_at at time zone "
			"'Europe/Oslo', 'DD.MM.YYYY HH24:MI') || ')', ', ' order by c.starts_at, "
			"c.id), 'isEngaged', count(*) > count(c.id)) from trinn.clashing(s.id, "
			"s.starts_at, s.ends_at, s.partner_id, s.firm_id) k(id) left join "
			"trinn.sessions c on c.county_id = s.county_id and c.id = k.id), "
			"'heldMinutes', coalesce(s.held_minutes, 0), 'leftMinutes', "
			"coalesce((select g.ceiling_minutes - g.ordered_minutes from "
			"trinn.engagements g where g.county_id = s.county_id and g.id = "
			"s.engagement_id), 0), 'rests', to_json(trinn.rests_on_session(s.id)), "
			"'held', json_build_object('heldMinutes', s.held_minutes, 'attendance', "
			"(select json_agg(json_build_object('orgnr', o.orgnr, 'headCount', "
			"t.head_count) order by o.orgnr) from trinn.attendances t join "
			"trinn.organisations o on o.id = t.firm_id where t.county_id = "
			"s.county_id and t.session_id = s.id)), 'hours', coalesce((select "
			"json_agg(json_build_object('id', h.id, 'state', h.state, "
			"'orderedMinutes', h.ordered_minutes, 'deliveredMinutes', "
			"coalesce(h.delivered_minutes, 0), 'firm', o.orgnr, 'isDisputed', h.state "
			"= 'confirmed' and h.dispute is not null, 'isPresent', exists (select "
			"from json_array_elements($3::json) a where a->>'orgnr' = o.orgnr and "
			"(a->>'headCount')::bigint > 0)) order by h.id) from trinn.hours h join "
			"trinn.organisations o on o.id = h.firm_id where h.county_id = "
			"s.county_id and h.session_id = s.id and h.state <> 'cancelled'), '[]'), "
			"'session', case when $2::json is not null then (select "
			"json_build_object('id', nextval('trinn.sessions_id_seq'), 'startsOn', "
			"(x.starts_at at time zone 'Europe/Oslo')::date, 'endsOn', (x.ends_at at "
			"time zone 'Europe/Oslo')::date, 'minutes', floor(extract(epoch from "
			"x.ends_at - x.starts_at) / 60)::bigint, 'hasFirm', exists (select from "
			"trinn.cohort_firms m join trinn.organisations o on o.id = m.firm_id "
			"where m.county_id = w.county_id and m.cohort_id = w.cohort_id and "
			"m.left_on is null and o.orgnr = $2::json->>'orgnr') or exists (select "
			"from trinn.organisations o where o.id = w.firm_id and o.orgnr = "
			"coalesce($2::json->>'orgnr', o.orgnr)), 'twinId', (select s.id from "
			"trinn.sessions s where s.county_id = w.county_id and s.hub_id = "
			"trinn.caller_org() and s.starts_at = x.starts_at and lower(s.title) = "
			"lower($2::json->>'title') and s.state <> 'cancelled' and (s.cohort_id, "
			"s.network_id, s.enrolment_id) is not distinct from (w.cohort_id, "
			"w.network_id, w.enrolment_id) and (w.firm_id is not null or s.firm_id is "
			"not distinct from (select o.id from trinn.organisations o where o.orgnr "
			"= $2::json->>'orgnr')) and s.id is distinct from w.session_id), "
			"'engagement', (select json_build_object('state', g.state, 'startsOn', "
			"g.starts_on, 'endsOn', g.ends_on) from trinn.engagements g where "
			"g.county_id = w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), 'clash', (select "
			"json_build_object('sessions', string_agg(c.title || ' (' || "
			"to_char(c.starts_at at time zone 'Europe/Oslo', 'DD.MM.YYYY HH24:MI') || "
			"')', ', ' order by c.starts_at, c.id), 'isEngaged', count(*) > "
			"count(c.id)) from trinn.clashing(w.session_id, x.starts_at, x.ends_at, "
			"(select g.partner_id from trinn.engagements g where g.county_id = "
			"w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint), (select o.id from "
			"trinn.organisations o where o.orgnr = $2::json->>'orgnr')) k(id) left "
			"join trinn.sessions c on c.county_id = w.county_id and c.id = k.id)) "
			"from (values (($2::json->>'startsAt')::timestamptz, "
			"($2::json->>'endsAt')::timestamptz)) x(starts_at, ends_at)) end, "
			"'attendants', coalesce((select json_agg(json_build_object('isFirm', case "
			"when s.network_id is not null then o.id is not null when s.firm_id is "
			"not null then coalesce(o.id = s.firm_id, false) else exists (select from "
			"trinn.cohort_firms m where m.county_id = s.county_id and m.cohort_id = "
			"s.cohort_id and m.firm_id = o.id) end, 'isServing', s.network_id is not "
			"null and trinn.serves_as(o.id) is not null, 'isRepeated', x.nth > 1, "
			"'headCount', x.head_count, 'employees', o.employees, 'joinedOn', (select "
			"m.joined_on from trinn.cohort_firms m where m.county_id = s.county_id "
			"and m.cohort_id = s.cohort_id and m.firm_id = o.id and c.stage > 0 and "
			"m.joined_on > (s.starts_at at time zone 'Europe/Oslo')::date and not "
			"exists (select from trinn.attendances t where t.county_id = s.county_id "
			"and t.session_id = s.id and t.firm_id = o.id and t.head_count > 0))) "
			"order by x.line) from (select y.line, y.a->>'orgnr' as orgnr, "
			"(y.a->>'headCount')::bigint as head_count, row_number() over (partition "
			"by y.a->>'orgnr' order by y.line) as nth from "
			"json_array_elements($3::json) with ordinality as y(a, line)) x left join "
			"trinn.organisations o on o.orgnr = x.orgnr), '[]'), 'missing', case when "
			"$3::json is not null then (select string_agg(o.name || ' (' || o.orgnr "
			"|| ')', ', ' order by o.name, o.orgnr) from (select m.firm_id from "
			"trinn.cohort_firms m where m.county_id = s.county_id and m.cohort_id = "
			"s.cohort_id and s.firm_id is null and daterange(m.joined_on, m.left_on) "
			"@> (s.starts_at at time zone 'Europe/Oslo')::date union select s.firm_id "
			"where s.firm_id is not null union select t.firm_id from "
			"trinn.attendances t where t.county_id = s.county_id and t.session_id = "
			"s.id) i join trinn.organisations o on o.id = i.firm_id where not exists "
			"(select from json_array_elements($3::json) a where a->>'orgnr' = "
			"o.orgnr)) end)::text, s.version, (select json_agg(y.guard) from (select "
			"json_build_array(w.case_kind, w.case_id, "
			"trinn.guard_version(w.case_kind, w.case_id), true) as guard union all "
			"select json_build_array('engagement', s.engagement_id, "
			"trinn.guard_version('engagement', s.engagement_id), true) where "
			"($3::json is not null or s.state = 'held' and trinn.caller_kind() = "
			"'hub') and s.engagement_id is not null union all select "
			"json_build_array('engagement', g.id, trinn.guard_version('engagement', "
			"g.id), false) as guard from trinn.engagements g where g.county_id = "
			"w.county_id and g.hub_id = trinn.caller_org() and g.id = "
			"($2::json->>'engagementId')::bigint) y)::text from trinn.sessions s left "
			"join trinn.cohorts c on c.county_id = s.county_id and c.id = s.cohort_id "
			"left join trinn.networks n on n.county_id = s.county_id and n.id = "
			"s.network_id left join trinn.enrolments e on e.county_id = s.county_id "
			"and e.id = s.enrolment_id and e.hub_id = s.hub_id, lateral (select "
			"s.county_id, s.cohort_id, s.network_id, s.enrolment_id, s.id as "
			"session_id, case when s.enrolment_id is not null then s.firm_id end as "
			"firm_id, case when s.cohort_id is not null then 'cohort' when "
			"s.network_id is not null then 'network' else 'enrolment' end as "
			"case_kind, coalesce(s.cohort_id, s.network_id, s.enrolment_id) as "
			"case_id) w where s.county_id = (select trinn.caller_county()) and s.id = "
			"$1::int8",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_CHANGE_SESSION] = {
		.name = "change_session",
		.sql =
			"with changed as (update trinn.sessions set firm_id = case when "
			"enrolment_id is not null then firm_id else (select o.id from "
			"trinn.organisations o where o.orgnr = $3::json->>'orgnr') end, kind = "
			"$3::json->>'kind', title = $3::json->>'title', starts_at = "
			"($3::json->>'startsAt')::timestamptz, ends_at = "
			"($3::json->>'endsAt')::timestamptz, place = $3::json->>'place', link = "
			"$3::json->>'link', theme = $3::json->>'theme', delivered_by = "
			"$3::json->>'deliveredBy', engagement_id = "
			"($3::json->>'engagementId')::bigint, partner_id = (select g.partner_id "
			"from trinn.engagements g where g.county_id = trinn.caller_county() and "
			"g.hub_id = trinn.caller_org() and g.id = "
			"($3::json->>'engagementId')::bigint), planned_minutes = "
			"($3::json->>'plannedMinutes')::int, changed_at = now(), version = "
			"version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 and state = 'planned' returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'change_session')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_HOLD_SESSION] = {
		.name = "hold_session",
		.sql =
			"with changed as (update trinn.sessions set state = 'held', held_minutes "
			"= $3::int4, changed_at = now(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'hold_session')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CORRECT_SESSION] = {
		.name = "correct_session",
		.sql =
			"with changed as (update trinn.sessions set held_minutes = $3::int4, "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 and state = 'held' returning 1) select "
			"trinn.exactly(1, (select count(*) from changed), 'correct_session')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_REOPEN_SESSION] = {
		.name = "reopen_session",
		.sql =
			"with changed as (update trinn.sessions set state = 'planned', "
			"held_minutes = null, changed_at = now(), version = version + 1, "
			"reopenings = reopenings || jsonb_build_object('on', trinn.today(), "
			"'heldMinutes', held_minutes, 'reason', $3::text) where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'reopen_session')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_CANCEL_SESSION] = {
		.name = "cancel_session",
		.sql =
			"with changed as (update trinn.sessions set state = 'cancelled', "
			"changed_at = now(), version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and version = $2::int8 returning "
			"1) select trinn.exactly(1, (select count(*) from changed), "
			"'cancel_session')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ENTER_ATTENDANCE] = {
		.name = "enter_attendance",
		.sql =
			"insert into trinn.attendances (county_id, session_id, hub_id, firm_id, "
			"head_count) select trinn.caller_county(), $1::int8, trinn.caller_org(), "
			"o.id, (a->>'headCount')::int from json_array_elements($2::json) a join "
			"trinn.organisations o on o.orgnr = a->>'orgnr' on conflict (county_id, "
			"session_id, firm_id) do update set head_count = excluded.head_count",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_TELL_SESSION] = {
		.name = "tell_session",
		.sql =
			"insert into trinn.outbox (county_id, topic, object_kind, object_id, "
			"organisation_id, content) select s.county_id, $1::text, 'session', s.id, "
			"coalesce(m.firm_id, s.firm_id), '{}'::jsonb from trinn.sessions s left "
			"join trinn.cohort_firms m on m.county_id = s.county_id and m.cohort_id = "
			"s.cohort_id and m.left_on is null and coalesce(s.firm_id, m.firm_id) = "
			"m.firm_id where s.county_id = trinn.caller_county() and s.id = $2::int8 "
			"and (m.firm_id is not null or s.enrolment_id is not null) union select "
			"s.county_id, $1::text, 'session', s.id, t.firm_id, '{}'::jsonb from "
			"trinn.sessions s join trinn.attendances t on t.county_id = s.county_id "
			"and t.session_id = s.id and t.head_count > 0 where s.county_id = "
			"trinn.caller_county() and s.id = $2::int8",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_FEEDBACK_DOCUMENT] = {
		.name = "feedback_document",
		.sql =
			"select null::text as etag, json_build_object('sessionId', s.id::text, "
			"'answers', count(t.score), 'meanHundredths', round(100 * "
			"avg(t.score))::int, 'byScore', json_build_array(count(*) filter (where "
			"t.score = 1), count(*) filter (where t.score = 2), count(*) filter "
			"(where t.score = 3), count(*) filter (where t.score = 4), count(*) "
			"filter (where t.score = 5)), 'comments', coalesce(json_agg(t.comment "
			"order by t.comment) filter (where t.comment is not null), '[]'), 'own', "
			"(json_agg(json_build_object('score', t.score, 'comment', t.comment, "
			"'givenAt', t.given_at)) filter (where t.firm_id = "
			"trinn.caller_org()))->0)::text as document from trinn.sessions s left "
			"join trinn.feedback t on t.county_id = s.county_id and t.session_id = "
			"s.id where s.county_id = (select trinn.caller_county()) and s.id = "
			"$1::int8 group by s.county_id, s.id",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_FEEDBACK] = {
		.name = "reply_feedback",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select null::text as "
			"etag, json_build_object('sessionId', s.id::text, 'answers', "
			"count(t.score), 'meanHundredths', round(100 * avg(t.score))::int, "
			"'byScore', json_build_array(count(*) filter (where t.score = 1), "
			"count(*) filter (where t.score = 2), count(*) filter (where t.score = "
			"3), count(*) filter (where t.score = 4), count(*) filter (where t.score "
			"= 5)), 'comments', coalesce(json_agg(t.comment order by t.comment) "
			"filter (where t.comment is not null), '[]'), 'own', "
			"(json_agg(json_build_object('score', t.score, 'comment', t.comment, "
			"'givenAt', t.given_at)) filter (where t.firm_id = "
			"trinn.caller_org()))->0)::text as document from trinn.sessions s left "
			"join trinn.feedback t on t.county_id = s.county_id and t.session_id = "
			"s.id where s.county_id = (select trinn.caller_county()) and s.id = "
			"$5::int8 group by s.county_id, s.id offset 0) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, null, d.etag, "
			"d.document) r",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_NETWORK_FEEDBACK] = {
		.name = "network_feedback",
		.sql =
			"select null::text as etag, json_build_object('networkId', n.id::text, "
			"'total', (select json_build_object('answers', count(t.score), "
			"'meanHundredths', round(100 * avg(t.score))::int, 'byScore', "
			"json_build_array(count(*) filter (where t.score = 1), count(*) filter "
			"(where t.score = 2), count(*) filter (where t.score = 3), count(*) "
			"filter (where t.score = 4), count(*) filter (where t.score = 5))) from "
			"trinn.feedback t where t.county_id = (select trinn.caller_county()) and "
			"t.session_id = any (w.ids)), 'sessions', coalesce((select "
			"json_agg(x.said order by x.starts_at, x.id) from (select s.id, "
			"s.starts_at, json_build_object('sessionId', s.id::text, 'title', "
			"s.title, 'startsAt', s.starts_at, 'answers', count(t.score), "
			"'meanHundredths', round(100 * avg(t.score))::int, 'byScore', "
			"json_build_array(count(*) filter (where t.score = 1), count(*) filter "
			"(where t.score = 2), count(*) filter (where t.score = 3), count(*) "
			"filter (where t.score = 4), count(*) filter (where t.score = 5)), "
			"'comments', coalesce(json_agg(t.comment order by t.comment) filter "
			"(where t.comment is not null), '[]')) as said from trinn.sessions s left "
			"join trinn.feedback t on t.county_id = s.county_id and t.session_id = "
			"s.id where s.county_id = (select trinn.caller_county()) and s.id = any "
			"(w.ids) and s.state = 'held' group by s.county_id, s.id) x), "
			"'[]'))::text as document from trinn.networks n, lateral (select "
			"array(select s.id from trinn.sessions s where s.county_id = n.county_id "
			"and s.network_id = n.id) as ids) w where n.county_id = (select "
			"trinn.caller_county()) and n.id = $1::int8 and (select "
			"trinn.caller_kind()) <> 'firm'",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_GIVE_FEEDBACK] = {
		.name = "give_feedback",
		.sql =
			"with given as (insert into trinn.feedback (county_id, session_id, "
			"hub_id, firm_id, score, comment) select s.county_id, s.id, s.hub_id, "
			"trinn.caller_org(), $2::int4, $3::text from trinn.sessions s where "
			"s.county_id = trinn.caller_county() and s.id = $1::int8 on conflict "
			"(county_id, session_id, firm_id) do update set score = excluded.score, "
			"comment = excluded.comment, given_at = now() returning 1) select "
			"trinn.exactly(1, (select count(*) from given), 'give_feedback')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_GRANT_SETTLEMENT_DOCUMENT] = {
		.name = "grant_settlement_document",
		.sql =
			"select null::text as etag, json_build_object('grantId', g.id::text, "
			"'applicationId', g.application_id::text, 'caseNumber', a.case_number, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'state', g.state, 'currency', 'NOK', 'amountOre', "
			"g.amount_ore, 'paidOre', (select coalesce(sum(y.amount_ore), 0)::bigint "
			"from trinn.payments y where y.county_id = g.county_id and y.grant_id = "
			"g.id and y.state = 'paid'), 'remainingOre', g.remaining_ore, 'aidOre', "
			"g.amount_ore - case when g.state in ('settled', 'annulled', 'lapsed') "
			"then g.remaining_ore else 0 end, 'parts', (select "
			"json_agg(json_build_object('fundingLine', json_build_object('id', "
			"l.id::text, 'code', l.code, 'name', l.name), 'year', p.year, "
			"'amountOre', p.amount_ore, 'claimedOre', c.claimed_ore, 'approvedOre', "
			"c.approved_ore, 'paidOre', c.paid_ore, 'remainingOre', p.remaining_ore) "
			"order by p.position) from trinn.grant_parts p join trinn.funding_lines l "
			"on l.county_id = p.county_id and l.id = p.funding_line_id cross join "
			"lateral (select coalesce(sum(t.amount_ore), 0)::bigint as claimed_ore, "
			"coalesce(sum(t.approved_ore) filter (where k.state = 'released'), "
			"0)::bigint as approved_ore, coalesce(sum(t.approved_ore) filter (where "
			"y.state = 'paid'), 0)::bigint as paid_ore from trinn.claim_parts t join "
			"trinn.claims k on k.county_id = t.county_id and k.id = t.claim_id and "
			"k.state <> 'rejected' left join trinn.payments y on y.county_id = "
			"k.county_id and y.claim_id = k.id where t.county_id = p.county_id and "
			"t.grant_id = p.grant_id and t.position = p.position) c where p.county_id "
			"= g.county_id and p.grant_id = g.id), 'costs', (select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'earmarked', "
			"t.earmarked, 'budgetOre', t.budget_ore, 'amountOre', t.amount_ore, "
			"'evidencedOre', (select coalesce(sum(x.amount_ore), 0)::bigint from "
			"trinn.claim_costs x join trinn.claims k on k.county_id = x.county_id and "
			"k.id = x.claim_id where k.county_id = t.county_id and k.grant_id = "
			"t.grant_id and k.state <> 'rejected' and x.cost_group = t.cost_group)) "
			"order by t.cost_group) from trinn.grant_costs t where t.county_id = "
			"g.county_id and t.grant_id = g.id), 'claims', coalesce((select "
			"json_agg(json_build_object('id', c.id::text, 'number', c.number, 'kind', "
			"c.kind, 'state', c.state, 'amountOre', c.amount_ore, 'approvedOre', "
			"c.approved_ore, 'paidOn', y.paid_on) order by c.number) from "
			"trinn.claims c left join trinn.payments y on y.county_id = c.county_id "
			"and y.claim_id = c.id and y.state = 'paid' where c.county_id = "
			"g.county_id and c.grant_id = g.id), '[]'), 'settlements', "
			"coalesce((select json_agg(json_build_object('number', s.number, 'state', "
			"s.state, 'assessment', s.assessment, 'paidOre', s.paid_ore, "
			"'releasedOre', s.released_ore, 'preparedBy', "
			"trinn.person_name(s.prepared_by), 'preparedAt', s.prepared_at, "
			"'settledBy', trinn.person_name(s.settled_by), 'settledAt', s.settled_at, "
			"'returnReason', s.return_reason) order by s.number) from "
			"trinn.grant_settlements s where s.county_id = g.county_id and s.grant_id "
			"= g.id), '[]'))::text as document from trinn.grants g join "
			"trinn.applications a on a.county_id = g.county_id and a.id = "
			"g.application_id join trinn.organisations o on o.id = g.applicant_id "
			"where g.county_id = (select trinn.caller_county()) and g.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_PREPARE_GRANT_SETTLEMENT] = {
		.name = "prepare_grant_settlement",
		.sql =
			"with made as (insert into trinn.grant_settlements (county_id, "
			"applicant_id, application_id, grant_id, number, assessment, paid_ore, "
			"released_ore, prepared_by) select g.county_id, g.applicant_id, "
			"g.application_id, g.id, 1 + (select count(*) from "
			"trinn.grant_settlements s where s.county_id = g.county_id and s.grant_id "
			"= g.id), $2::text, g.amount_ore - g.remaining_ore, g.remaining_ore, "
			"trinn.caller_person() from trinn.grants g where g.county_id = "
			"trinn.caller_county() and g.id = $1::int8 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'prepare_grant_settlement')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_ANSWER_GRANT_SETTLEMENT] = {
		.name = "answer_grant_settlement",
		.sql =
			"with changed as (update trinn.grant_settlements set state = $2::text, "
			"return_reason = $3::text, settled_by = trinn.caller_person(), settled_at "
			"= now() where county_id = trinn.caller_county() and grant_id = $1::int8 "
			"and state = 'prepared' returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'answer_grant_settlement')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_RENEW_GRANT] = {
		.name = "renew_grant",
		.sql =
			"with changed as (update trinn.grants set version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'renew_grant')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETTLE_GRANT] = {
		.name = "settle_grant",
		.sql =
			"with changed as (update trinn.grants set state = 'settled', ended_by = "
			"trinn.caller_person(), ended_at = now(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'settle_grant')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SETUP_CHANGE_DOCUMENT] = {
		.name = "setup_change_document",
		.sql =
			"select s.version::text as etag, json_build_object('id', s.id::text, "
			"'kind', s.kind, 'state', s.state, 'title', s.title, 'content', "
			"s.content, 'targetId', s.target_id::text, 'proposedBy', "
			"json_build_object('id', s.proposed_by::text, 'name', "
			"trinn.person_name(s.proposed_by)), 'proposedAt', s.proposed_at, "
			"'decidedBy', case when s.decided_by is not null then "
			"json_build_object('id', s.decided_by::text, 'name', "
			"trinn.person_name(s.decided_by)) end, 'decidedAt', s.decided_at, "
			"'reason', s.reason)::text as document from trinn.setup_changes s where "
			"s.county_id = (select trinn.caller_county()) and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_SETUP_CHANGE] = {
		.name = "reply_setup_change",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"s.version::text as etag, json_build_object('id', s.id::text, 'kind', "
			"s.kind, 'state', s.state, 'title', s.title, 'content', s.content, "
			"'targetId', s.target_id::text, 'proposedBy', json_build_object('id', "
			"s.proposed_by::text, 'name', trinn.person_name(s.proposed_by)), "
			"'proposedAt', s.proposed_at, 'decidedBy', case when s.decided_by is not "
			"null then json_build_object('id', s.decided_by::text, 'name', "
			"trinn.person_name(s.decided_by)) end, 'decidedAt', s.decided_at, "
			"'reason', s.reason)::text as document from trinn.setup_changes s where "
			"s.county_id = (select trinn.caller_county()) and s.id = $6::int8 offset "
			"0) d, lateral trinn.store_reply($1::text, $2::text, $3::text, $4::int4, "
			"$5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_SETUP_CHANGES] = {
		.name = "list_setup_changes",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select s.key, d.document::json as item from (select id as "
			"key from trinn.setup_changes where county_id = (select "
			"trinn.caller_county()) and ($1::text is null or state = $1::text) and id "
			"< case when $2::int8 is null then 9223372036854775807 else $2::int8 end "
			"order by id desc limit $3::int8 + 1) s, lateral (select s.version::text "
			"as etag, json_build_object('id', s.id::text, 'kind', s.kind, 'state', "
			"s.state, 'title', s.title, 'content', s.content, 'targetId', "
			"s.target_id::text, 'proposedBy', json_build_object('id', "
			"s.proposed_by::text, 'name', trinn.person_name(s.proposed_by)), "
			"'proposedAt', s.proposed_at, 'decidedBy', case when s.decided_by is not "
			"null then json_build_object('id', s.decided_by::text, 'name', "
			"trinn.person_name(s.decided_by)) end, 'decidedAt', s.decided_at, "
			"'reason', s.reason)::text as document from trinn.setup_changes s where "
			"s.county_id = (select trinn.caller_county()) and s.id = key) d) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_SETUP_PROPOSAL] = {
		.name = "load_setup_proposal",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.setup_changes_id_seq'), 'state', "
			"'proposed', 'proposedBy', 0, 'references', json_build_object('parent', "
			"s.content->>'parentId' is null or exists (select from trinn.programmes t "
			"where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'parentId')::bigint), 'isCodeTaken', exists (select from "
			"trinn.programmes t where t.county_id = trinn.caller_county() and t.code "
			"= s.content->>'code'), 'programme', exists (select from trinn.programmes "
			"t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'programmeId')::bigint), 'legalBasis', exists (select from "
			"trinn.legal_bases t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'legalBasisId')::bigint), 'fundingLine', exists (select "
			"from trinn.funding_lines t where t.county_id = trinn.caller_county() and "
			"t.id = (s.content->>'fundingLineId')::bigint), 'organisation', exists "
			"(select from trinn.organisations t where t.orgnr = s.content->>'orgnr'), "
			"'own', exists (select from trinn.organisations t join trinn.counties c "
			"on c.organisation_id = t.id where t.orgnr = s.content->>'orgnr' and c.id "
			"= trinn.caller_county()), 'countyRole', exists (select from trinn.roles "
			"t where t.role = s.content->>'role' and t.kind = 'county'), 'issuer', "
			"exists (select from trinn.issuers t where t.iss = s.content->>'issuer'), "
			"'holder', coalesce(trinn.holder_of(s.content->>'issuer', "
			"s.content->>'subject'), 0), 'isHeld', exists (select from "
			"trinn.role_assignments t join trinn.organisations o on o.id = "
			"t.organisation_id where t.county_id = trinn.caller_county() and o.orgnr "
			"= s.content->>'orgnr' and t.role = s.content->>'role' and t.person_id = "
			"coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'), "
			"(s.content->>'personId')::bigint) and t.valid_from <= "
			"coalesce((s.content->>'validTo')::date, 'infinity') and "
			"(s.content->>'validFrom')::date <= coalesce(t.valid_to, 'infinity')), "
			"'otherSide', exists (select from trinn.role_assignments t where "
			"t.county_id = trinn.caller_county() and (t.kind = 'county') <> exists "
			"(select from trinn.roles k where k.role = s.content->>'role' and k.kind "
			"= 'county') and t.person_id = "
			"coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'), "
			"(s.content->>'personId')::bigint) and t.valid_from <= "
			"coalesce((s.content->>'validTo')::date, 'infinity') and "
			"greatest((s.content->>'validFrom')::date, trinn.today()) <= "
			"coalesce(t.valid_to, 'infinity')), 'person', "
			"trinn.may_join((s.content->>'personId')::bigint), 'servesCounty', "
			"trinn.serves_county((s.content->>'personId')::bigint), "
			"'leaderServesCounty', s.content->>'leaderId' is null or "
			"trinn.serves_county((s.content->>'leaderId')::bigint), 'follows', not "
			"exists (select from jsonb_array_elements(coalesce(s.content->'follows', "
			"'[]')) w where not exists (select from trinn.programmes t where "
			"t.county_id = trinn.caller_county() and t.id = "
			"(w->>'programmeId')::bigint)), 'body', exists (select from trinn.bodies "
			"t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint), 'isBodyNamed', exists (select from "
			"trinn.bodies t where t.county_id = trinn.caller_county() and t.name = "
			"s.content->>'name'), 'hasOutsideMembers', exists (select from "
			"trinn.bodies t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint and t.has_outside_members), "
			"'quorumMembers', coalesce((select t.quorum_members from trinn.bodies t "
			"where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint), 0), 'strangers', coalesce((select "
			"json_agg((m->>'personId')::bigint) from "
			"jsonb_array_elements(coalesce(s.content->'members', '[]')) m where not "
			"trinn.serves_county((m->>'personId')::bigint)), '[]'), 'commonFigure', "
			"exists (select from trinn.rule_params t where t.county_id is null and "
			"t.key = s.content->>'key'), 'programmeVersion', coalesce((select "
			"t.current_version from trinn.programmes t where t.county_id = "
			"trinn.caller_county() and t.id = (s.content->>'programmeId')::bigint), "
			"0), 'isUnchanged', coalesce((select jsonb_strip_nulls(coalesce((select "
			"json_agg(json_build_object('number', t.number, 'name', case when "
			"v.language = 'en' then coalesce(t.name_en, t.name) else t.name end, "
			"'description', t.description, 'firmGets', case when v.language = 'en' "
			"then coalesce(t.firm_gets_en, t.firm_gets) else t.firm_gets end, "
			"'hours', t.hours, 'capacity', t.capacity, 'priceOre', t.price_ore, "
			"'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, 'vatMode', "
			"t.vat_mode, 'serviceValueOre', t.service_value_ore, 'profile', case when "
			"t.digital_parts is not null then json_build_object('digitalParts', "
			"t.digital_parts, 'greenParts', t.green_parts) end, 'nextStage', "
			"t.next_stage, 'nextStep', case when v.language = 'en' then "
			"coalesce(t.next_step_en, t.next_step) else t.next_step end, 'en', case "
			"when num_nonnulls(t.name_en, t.firm_gets_en, t.next_step_en) > 0 then "
			"json_build_object('name', t.name_en, 'firmGets', t.firm_gets_en, "
			"'nextStep', t.next_step_en) end, 'needs', t.needs, 'gates', "
			"coalesce((select json_agg(json_build_object('kind', g.kind, "
			"'requiresStage', g.requires_stage, 'percent', g.percent) order by "
			"g.position) from trinn.stage_gates g where g.county_id = t.county_id and "
			"g.programme_id = t.programme_id and g.programme_version = "
			"t.programme_version and g.stage_number = t.number), '[]')) order by "
			"t.number) from trinn.stages t where t.county_id = v.county_id and "
			"t.programme_id = v.programme_id and t.programme_version = v.number), "
			"'[]')::jsonb) = (select jsonb_agg('{\"billedBy\": \"hub\", \"vatMode\": "
			"\"exempt\"}' || jsonb_strip_nulls(x.stage)) from "
			"jsonb_array_elements(s.content->'stages') x(stage)) from "
			"trinn.programmes p, lateral (select p.county_id, p.id, "
			"p.current_version, 'nb') v(county_id, programme_id, number, language) "
			"where p.county_id = trinn.caller_county() and p.id = "
			"(s.content->>'programmeId')::bigint), false), 'hub', exists (select from "
			"trinn.role_assignments t join trinn.organisations o on o.id = "
			"t.organisation_id where t.county_id = trinn.caller_county() and t.kind = "
			"'hub' and o.orgnr = s.content->>'orgnr'), 'county', (select t.number "
			"from trinn.counties t where t.id = trinn.caller_county()), "
			"'commonInstrument', exists (select from trinn.instruments t where "
			"t.county_id is null and t.code = s.content->>'code')))::text, "
			"null::bigint, '[]' from (select $1::jsonb::jsonb as content) s",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_SETUP_CHANGE] = {
		.name = "insert_setup_change",
		.sql =
			"insert into trinn.setup_changes (id, county_id, kind, title, content, "
			"proposed_by) values ($1::int8, trinn.caller_county(), $2::text, "
			"$3::text, $4::jsonb, trinn.caller_person())",
		.n_params = 4,
		.lanes = DB_ON_WRITE,
	},
	[Q_DECIDE_SETUP_CHANGE] = {
		.name = "decide_setup_change",
		.sql =
			"with changed as (update trinn.setup_changes set state = $3::text, "
			"target_id = $4::int8, reason = $5::text, decided_by = "
			"trinn.caller_person(), decided_at = now(), version = version + 1 where "
			"county_id = trinn.caller_county() and id = $1::int8 and version = "
			"$2::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'decide_setup_change')",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PROGRAMME] = {
		.name = "insert_programme",
		.sql =
			"with made as (insert into trinn.programmes (id, county_id, parent_id, "
			"code, name, purpose, state, starts_on, ends_on, digital_parts, "
			"green_parts) select $1::int8, trinn.caller_county(), "
			"(c->>'parentId')::bigint, c->>'code', c->>'name', c->>'purpose', "
			"c->>'state', (c->>'startsOn')::date, (c->>'endsOn')::date, "
			"(c->'profile'->>'digitalParts')::int, (c->'profile'->>'greenParts')::int "
			"from (select $2::jsonb::jsonb as c) t returning id, current_version as "
			"version), stages as (insert into trinn.stages (county_id, programme_id, "
			"programme_version, number, name, description, hours, price_ore, "
			"price_cap_ore, billed_by, vat_mode, service_value_ore, capacity, "
			"digital_parts, green_parts, firm_gets, next_stage, next_step, name_en, "
			"firm_gets_en, next_step_en, needs) select trinn.caller_county(), "
			"made.id, made.version, (s->>'number')::int, s->>'name', "
			"s->>'description', (s->>'hours')::int, (s->>'priceOre')::bigint, "
			"(s->>'priceCapOre')::bigint, coalesce(s->>'billedBy', 'hub'), "
			"coalesce(s->>'vatMode', 'exempt'), (s->>'serviceValueOre')::bigint, "
			"(s->>'capacity')::int, (s->'profile'->>'digitalParts')::int, "
			"(s->'profile'->>'greenParts')::int, s->>'firmGets', "
			"(s->>'nextStage')::int, s->>'nextStep', s->'en'->>'name', "
			"s->'en'->>'firmGets', s->'en'->>'nextStep', array(select n from "
			"jsonb_array_elements_text(s->'needs') n) from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'stages') s returning 1), gates "
			"as (insert into trinn.stage_gates (county_id, programme_id, "
			"programme_version, stage_number, position, kind, requires_stage, "
			"percent) select trinn.caller_county(), made.id, made.version, "
			"(s->>'number')::int, g.position, g.gate->>'kind', "
			"(g.gate->>'requiresStage')::int, (g.gate->>'percent')::int from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'stages') s, "
			"jsonb_array_elements(s->'gates') with ordinality as g(gate, position) "
			"where (select count(*) from stages) >= 0 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_stages'), (select "
			"count(*) from gates)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_PROGRAMME_CHANGE] = {
		.name = "insert_programme_change",
		.sql =
			"with changed as (update trinn.programmes set name = c->>'name', purpose "
			"= c->>'purpose', state = c->>'state', starts_on = "
			"(c->>'startsOn')::date, ends_on = (c->>'endsOn')::date, digital_parts = "
			"(c->'profile'->>'digitalParts')::int, green_parts = "
			"(c->'profile'->>'greenParts')::int, version = version + 1 from (select "
			"$2::jsonb::jsonb as c) t where county_id = trinn.caller_county() and id "
			"= $1::int8 returning 1) select trinn.exactly(1, (select count(*) from "
			"changed), 'insert_programme_change')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_STAGE_GRAPH] = {
		.name = "insert_stage_graph",
		.sql =
			"with made as (update trinn.programmes set current_version = "
			"current_version + 1, version = version + 1 where county_id = "
			"trinn.caller_county() and id = $1::int8 and current_version = "
			"($2::jsonb::jsonb->>'basedOn')::int returning id, current_version as "
			"version), stages as (insert into trinn.stages (county_id, programme_id, "
			"programme_version, number, name, description, hours, price_ore, "
			"price_cap_ore, billed_by, vat_mode, service_value_ore, capacity, "
			"digital_parts, green_parts, firm_gets, next_stage, next_step, name_en, "
			"firm_gets_en, next_step_en, needs) select trinn.caller_county(), "
			"made.id, made.version, (s->>'number')::int, s->>'name', "
			"s->>'description', (s->>'hours')::int, (s->>'priceOre')::bigint, "
			"(s->>'priceCapOre')::bigint, coalesce(s->>'billedBy', 'hub'), "
			"coalesce(s->>'vatMode', 'exempt'), (s->>'serviceValueOre')::bigint, "
			"(s->>'capacity')::int, (s->'profile'->>'digitalParts')::int, "
			"(s->'profile'->>'greenParts')::int, s->>'firmGets', "
			"(s->>'nextStage')::int, s->>'nextStep', s->'en'->>'name', "
			"s->'en'->>'firmGets', s->'en'->>'nextStep', array(select n from "
			"jsonb_array_elements_text(s->'needs') n) from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'stages') s returning 1), gates "
			"as (insert into trinn.stage_gates (county_id, programme_id, "
			"programme_version, stage_number, position, kind, requires_stage, "
			"percent) select trinn.caller_county(), made.id, made.version, "
			"(s->>'number')::int, g.position, g.gate->>'kind', "
			"(g.gate->>'requiresStage')::int, (g.gate->>'percent')::int from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'stages') s, "
			"jsonb_array_elements(s->'gates') with ordinality as g(gate, position) "
			"where (select count(*) from stages) >= 0 returning 1) select "
			"trinn.exactly(1, (select count(*) from made), 'insert_stages'), (select "
			"count(*) from gates)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_LEGAL_BASIS] = {
		.name = "insert_legal_basis",
		.sql =
			"insert into trinn.legal_bases (id, county_id, kind, reference, title, "
			"beneficiary_kinds, valid_from, valid_to) select $1::int8, "
			"trinn.caller_county(), c->>'kind', c->>'reference', c->>'title', "
			"array(select jsonb_array_elements_text(c->'beneficiaryKinds')), "
			"(c->>'validFrom')::date, (c->>'validTo')::date from (select "
			"$2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_FUNDING_LINE] = {
		.name = "insert_funding_line",
		.sql =
			"with made as (insert into trinn.funding_lines (id, county_id, "
			"programme_id, code, name, source, applicant_kinds, county_only, "
			"legal_basis_id, max_share_bp, appeal_body, report_every_months, "
			"overdue_report_blocks, on_overlap, follows, max_amounts, "
			"assures_recommendations) select $1::int8, trinn.caller_county(), "
			"(c->>'programmeId')::bigint, c->>'code', c->>'name', c->>'source', "
			"array(select jsonb_array_elements_text(c->'applicantKinds')), "
			"(c->>'countyOnly')::boolean, (c->>'legalBasisId')::bigint, "
			"(c->>'maxShareBasisPoints')::int, c->>'appealBody', "
			"(c->>'reportEveryMonths')::int, "
			"coalesce((c->>'overdueReportBlocks')::boolean, false), "
			"coalesce(c->>'onOverlap', 'warn'), coalesce(c->'follows', '[]')::json, "
			"coalesce(c->'maxAmounts', '[]')::json, "
			"coalesce((c->>'assuresRecommendations')::boolean, false) from (select "
			"$2::jsonb::jsonb as c) t returning id), groups as (insert into "
			"trinn.cost_groups (county_id, funding_line_id, code, name, position, "
			"earmarked) select trinn.caller_county(), made.id, t.g->>'code', "
			"t.g->>'name', t.position, (t.g->>'earmarked')::boolean from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'costGroups') with ordinality as "
			"t(g, position) returning 1), bodies as (insert into trinn.authorities "
			"(county_id, funding_line_id, role, body, limit_ore) select "
			"trinn.caller_county(), made.id, a->>'role', a->>'body', "
			"(a->>'limitOre')::bigint from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'authorities') a returning 1) "
			"insert into trinn.appropriations (county_id, funding_line_id, year, "
			"amount_ore, resolution) select trinn.caller_county(), made.id, "
			"(a->>'year')::int, (a->>'amountOre')::bigint, a->>'resolution' from "
			"made, jsonb_array_elements($2::jsonb::jsonb->'appropriations') a where "
			"(select count(*) from groups) + (select count(*) from bodies) >= 0",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_APPROPRIATION] = {
		.name = "insert_appropriation",
		.sql =
			"with changed as (update trinn.funding_lines set version = version + 1 "
			"where county_id = trinn.caller_county() and id = "
			"($2::jsonb::jsonb->>'fundingLineId')::bigint returning id), made as "
			"(insert into trinn.appropriations (id, county_id, funding_line_id, year, "
			"amount_ore, resolution) select $1::int8, trinn.caller_county(), "
			"changed.id, (c->>'year')::int, (c->>'amountOre')::bigint, "
			"c->>'resolution' from changed, (select $2::jsonb::jsonb as c) t "
			"returning 1) select trinn.exactly(1, (select count(*) from made), "
			"'insert_appropriation')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_POST_APPROPRIATIONS] = {
		.name = "post_appropriations",
		.sql =
			"select trinn.post('appropriate', a.funding_line_id, a.year, "
			"a.amount_ore, 'appropriation', a.id) from trinn.appropriations a where "
			"a.county_id = trinn.caller_county() and a.funding_line_id = $1::int8 and "
			"not exists (select from trinn.postings p where p.county_id = a.county_id "
			"and p.object_kind = 'appropriation' and p.object_id = a.id) and "
			"$2::jsonb::jsonb is not null order by a.year, a.id",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_DELEGATION] = {
		.name = "insert_delegation",
		.sql =
			"with changed as (update trinn.funding_lines set version = version + 1 "
			"where county_id = trinn.caller_county() and id = "
			"($2::jsonb::jsonb->>'fundingLineId')::bigint returning id), made as "
			"(insert into trinn.authorities (id, county_id, funding_line_id, role, "
			"body, limit_ore, valid_from, valid_to, resolution, body_id, "
			"despite_outside_members) select $1::int8, b.county_id, changed.id, "
			"'secretary', b.name, (c->>'limitOre')::bigint, (c->>'validFrom')::date, "
			"(c->>'validTo')::date, c->>'resolution', b.id, "
			"coalesce((c->>'despiteOutsideMembers')::boolean, false) from changed, "
			"(select $2::jsonb::jsonb as c) t join trinn.bodies b on b.county_id = "
			"trinn.caller_county() and b.id = (t.c->>'bodyId')::bigint returning 1) "
			"select trinn.exactly(1, (select count(*) from made), 'insert_delegation')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_BODY] = {
		.name = "insert_body",
		.sql =
			"with made as (insert into trinn.bodies (id, county_id, name, kind, "
			"quorum_members, quorum_bp, has_casting_vote, has_outside_members) select "
			"$1::int8, trinn.caller_county(), c->>'name', c->>'kind', "
			"(c->>'quorumMembers')::int, (c->>'quorumBasisPoints')::int, "
			"(c->>'hasCastingVote')::boolean, (c->>'hasOutsideMembers')::boolean from "
			"(select $2::jsonb::jsonb as c) t returning id, current_edition as "
			"edition), members as (insert into trinn.body_members (county_id, "
			"body_id, edition, position, person_id, seat, valid_from, valid_to) "
			"select trinn.caller_county(), made.id, made.edition, t.position, "
			"(m->>'personId')::bigint, m->>'seat', (m->>'validFrom')::date, "
			"(m->>'validTo')::date from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'members') with ordinality as "
			"t(m, position) returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb::jsonb->'members'), (select "
			"count(*) from members), 'insert_body')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_BODY_MEMBERS] = {
		.name = "insert_body_members",
		.sql =
			"with made as (update trinn.bodies set current_edition = current_edition "
			"+ 1, version = version + 1 where county_id = trinn.caller_county() and "
			"id = $1::int8 returning id, current_edition as edition), members as "
			"(insert into trinn.body_members (county_id, body_id, edition, position, "
			"person_id, seat, valid_from, valid_to) select trinn.caller_county(), "
			"made.id, made.edition, t.position, (m->>'personId')::bigint, m->>'seat', "
			"(m->>'validFrom')::date, (m->>'validTo')::date from made, "
			"jsonb_array_elements($2::jsonb::jsonb->'members') with ordinality as "
			"t(m, position) returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb::jsonb->'members'), (select "
			"count(*) from members), 'insert_body_members')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_ROLE_ASSIGNMENT] = {
		.name = "insert_role_assignment",
		.sql =
			"select trinn.assign_role($1::int8, $2::jsonb)",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_RULE_PARAM] = {
		.name = "insert_rule_param",
		.sql =
			"insert into trinn.rule_params (id, county_id, key, basis, valid_from, "
			"valid_to, value, unit, source) select $1::int8, trinn.caller_county(), "
			"c->>'key', c->>'basis', (c->>'validFrom')::date, (c->>'validTo')::date, "
			"(c->>'value')::numeric, c->>'unit', c->>'source' from (select "
			"$2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_BANK_ACCOUNT] = {
		.name = "insert_bank_account",
		.sql =
			"insert into trinn.bank_accounts (id, county_id, organisation_id, "
			"account, verified_how) select $1::int8, trinn.caller_county(), o.id, "
			"c->>'account', c->>'verifiedHow' from (select $2::jsonb::jsonb as c) t "
			"join trinn.organisations o on o.orgnr = c->>'orgnr'",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_HUB_AREA] = {
		.name = "insert_hub_area",
		.sql =
			"insert into trinn.hub_areas (id, county_id, hub_id, municipalities, "
			"valid_from, valid_to) select $1::int8, trinn.caller_county(), o.id, "
			"array(select jsonb_array_elements_text(c->'municipalities') order by 1), "
			"(c->>'validFrom')::date, (c->>'validTo')::date from (select "
			"$2::jsonb::jsonb as c) t join trinn.organisations o on o.orgnr = "
			"c->>'orgnr'",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_INSTRUMENT] = {
		.name = "insert_instrument",
		.sql =
			"insert into trinn.instruments (id, county_id, code, version, kind, "
			"title, questions, source) select $1::int8, trinn.caller_county(), "
			"c->>'code', 1 + coalesce((select max(i.version) from trinn.instruments i "
			"where i.county_id = trinn.caller_county() and i.code = c->>'code'), 0), "
			"c->>'kind', c->'title', c->'questions', c->>'source' from (select "
			"$2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_LEADER] = {
		.name = "insert_leader",
		.sql =
			"insert into trinn.leaders (id, county_id, person_id, leader_id) select "
			"$1::int8, trinn.caller_county(), (c->>'personId')::bigint, "
			"(c->>'leaderId')::bigint from (select $2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_LETTERHEAD] = {
		.name = "insert_letterhead",
		.sql =
			"insert into trinn.letterheads (id, county_id, name, unit, address, "
			"email, phone) select $1::int8, trinn.caller_county(), (c->'name')::json, "
			"(c->'unit')::json, c->>'address', c->>'email', c->>'phone' from (select "
			"$2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_RETENTION_CLASS] = {
		.name = "insert_retention_class",
		.sql =
			"insert into trinn.retention_classes (id, county_id, name, covers, "
			"counted_from, years, is_archived, basis) select $1::int8, "
			"trinn.caller_county(), (c->'name')::json, c->>'covers', "
			"c->>'countedFrom', (c->>'years')::int, (c->>'isArchived')::boolean, "
			"c->>'basis' from (select $2::jsonb::jsonb as c) t",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_SETUP_CHANGE] = {
		.name = "load_setup_change",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', s.id, 'state', s.state, 'kind', s.kind, 'content', "
			"s.content, 'proposedBy', s.proposed_by, 'lineId', "
			"(s.content->>'fundingLineId')::bigint, 'targetId', case when s.kind in "
			"('stage_graph', 'programme_change') then "
			"(s.content->>'programmeId')::bigint when s.kind = 'body_members' then "
			"(s.content->>'bodyId')::bigint else nextval(case s.kind when 'programme' "
			"then 'trinn.programmes_id_seq' when 'legal_basis' then "
			"'trinn.legal_bases_id_seq' when 'funding_line' then "
			"'trinn.funding_lines_id_seq' when 'appropriation' then "
			"'trinn.appropriations_id_seq' when 'role_assignment' then "
			"'trinn.role_assignments_id_seq' when 'rule_param' then "
			"'trinn.rule_params_id_seq' when 'hub_area' then 'trinn.hub_areas_id_seq' "
			"when 'instrument' then 'trinn.instruments_id_seq' when 'leader' then "
			"'trinn.leaders_id_seq' when 'letterhead' then 'trinn.letterheads_id_seq' "
			"when 'retention_class' then 'trinn.retention_classes_id_seq' when 'body' "
			"then 'trinn.bodies_id_seq' when 'delegation' then "
			"'trinn.authorities_id_seq' else 'trinn.bank_accounts_id_seq' "
			"end::regclass) end, 'references', json_build_object('parent', "
			"s.content->>'parentId' is null or exists (select from trinn.programmes t "
			"where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'parentId')::bigint), 'isCodeTaken', exists (select from "
			"trinn.programmes t where t.county_id = trinn.caller_county() and t.code "
			"= s.content->>'code'), 'programme', exists (select from trinn.programmes "
			"t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'programmeId')::bigint), 'legalBasis', exists (select from "
			"trinn.legal_bases t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'legalBasisId')::bigint), 'fundingLine', exists (select "
			"from trinn.funding_lines t where t.county_id = trinn.caller_county() and "
			"t.id = (s.content->>'fundingLineId')::bigint), 'organisation', exists "
			"(select from trinn.organisations t where t.orgnr = s.content->>'orgnr'), "
			"'own', exists (select from trinn.organisations t join trinn.counties c "
			"on c.organisation_id = t.id where t.orgnr = s.content->>'orgnr' and c.id "
			"= trinn.caller_county()), 'countyRole', exists (select from trinn.roles "
			"t where t.role = s.content->>'role' and t.kind = 'county'), 'issuer', "
			"exists (select from trinn.issuers t where t.iss = s.content->>'issuer'), "
			"'holder', coalesce(trinn.holder_of(s.content->>'issuer', "
			"s.content->>'subject'), 0), 'isHeld', exists (select from "
			"trinn.role_assignments t join trinn.organisations o on o.id = "
			"t.organisation_id where t.county_id = trinn.caller_county() and o.orgnr "
			"= s.content->>'orgnr' and t.role = s.content->>'role' and t.person_id = "
			"coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'), "
			"(s.content->>'personId')::bigint) and t.valid_from <= "
			"coalesce((s.content->>'validTo')::date, 'infinity') and "
			"(s.content->>'validFrom')::date <= coalesce(t.valid_to, 'infinity')), "
			"'otherSide', exists (select from trinn.role_assignments t where "
			"t.county_id = trinn.caller_county() and (t.kind = 'county') <> exists "
			"(select from trinn.roles k where k.role = s.content->>'role' and k.kind "
			"= 'county') and t.person_id = "
			"coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'), "
			"(s.content->>'personId')::bigint) and t.valid_from <= "
			"coalesce((s.content->>'validTo')::date, 'infinity') and "
			"greatest((s.content->>'validFrom')::date, trinn.today()) <= "
			"coalesce(t.valid_to, 'infinity')), 'person', "
			"trinn.may_join((s.content->>'personId')::bigint), 'servesCounty', "
			"trinn.serves_county((s.content->>'personId')::bigint), "
			"'leaderServesCounty', s.content->>'leaderId' is null or "
			"trinn.serves_county((s.content->>'leaderId')::bigint), 'follows', not "
			"exists (select from jsonb_array_elements(coalesce(s.content->'follows', "
			"'[]')) w where not exists (select from trinn.programmes t where "
			"t.county_id = trinn.caller_county() and t.id = "
			"(w->>'programmeId')::bigint)), 'body', exists (select from trinn.bodies "
			"t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint), 'isBodyNamed', exists (select from "
			"trinn.bodies t where t.county_id = trinn.caller_county() and t.name = "
			"s.content->>'name'), 'hasOutsideMembers', exists (select from "
			"trinn.bodies t where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint and t.has_outside_members), "
			"'quorumMembers', coalesce((select t.quorum_members from trinn.bodies t "
			"where t.county_id = trinn.caller_county() and t.id = "
			"(s.content->>'bodyId')::bigint), 0), 'strangers', coalesce((select "
			"json_agg((m->>'personId')::bigint) from "
			"jsonb_array_elements(coalesce(s.content->'members', '[]')) m where not "
			"trinn.serves_county((m->>'personId')::bigint)), '[]'), 'commonFigure', "
			"exists (select from trinn.rule_params t where t.county_id is null and "
			"t.key = s.content->>'key'), 'programmeVersion', coalesce((select "
			"t.current_version from trinn.programmes t where t.county_id = "
			"trinn.caller_county() and t.id = (s.content->>'programmeId')::bigint), "
			"0), 'isUnchanged', coalesce((select jsonb_strip_nulls(coalesce((select "
			"json_agg(json_build_object('number', t.number, 'name', case when "
			"v.language = 'en' then coalesce(t.name_en, t.name) else t.name end, "
			"'description', t.description, 'firmGets', case when v.language = 'en' "
			"then coalesce(t.firm_gets_en, t.firm_gets) else t.firm_gets end, "
			"'hours', t.hours, 'capacity', t.capacity, 'priceOre', t.price_ore, "
			"'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, 'vatMode', "
			"t.vat_mode, 'serviceValueOre', t.service_value_ore, 'profile', case when "
			"t.digital_parts is not null then json_build_object('digitalParts', "
			"t.digital_parts, 'greenParts', t.green_parts) end, 'nextStage', "
			"t.next_stage, 'nextStep', case when v.language = 'en' then "
			"coalesce(t.next_step_en, t.next_step) else t.next_step end, 'en', case "
			"when num_nonnulls(t.name_en, t.firm_gets_en, t.next_step_en) > 0 then "
			"json_build_object('name', t.name_en, 'firmGets', t.firm_gets_en, "
			"'nextStep', t.next_step_en) end, 'needs', t.needs, 'gates', "
			"coalesce((select json_agg(json_build_object('kind', g.kind, "
			"'requiresStage', g.requires_stage, 'percent', g.percent) order by "
			"g.position) from trinn.stage_gates g where g.county_id = t.county_id and "
			"g.programme_id = t.programme_id and g.programme_version = "
			"t.programme_version and g.stage_number = t.number), '[]')) order by "
			"t.number) from trinn.stages t where t.county_id = v.county_id and "
			"t.programme_id = v.programme_id and t.programme_version = v.number), "
			"'[]')::jsonb) = (select jsonb_agg('{\"billedBy\": \"hub\", \"vatMode\": "
			"\"exempt\"}' || jsonb_strip_nulls(x.stage)) from "
			"jsonb_array_elements(s.content->'stages') x(stage)) from "
			"trinn.programmes p, lateral (select p.county_id, p.id, "
			"p.current_version, 'nb') v(county_id, programme_id, number, language) "
			"where p.county_id = trinn.caller_county() and p.id = "
			"(s.content->>'programmeId')::bigint), false), 'hub', exists (select from "
			"trinn.role_assignments t join trinn.organisations o on o.id = "
			"t.organisation_id where t.county_id = trinn.caller_county() and t.kind = "
			"'hub' and o.orgnr = s.content->>'orgnr'), 'county', (select t.number "
			"from trinn.counties t where t.id = trinn.caller_county()), "
			"'commonInstrument', exists (select from trinn.instruments t where "
			"t.county_id is null and t.code = s.content->>'code')))::text, s.version, "
			"(select json_agg(json_build_array(g.kind, g.id, g.version, true)) from "
			"(values ('setup_change', s.id), ('funding_line', case when s.kind in "
			"('appropriation', 'delegation') then "
			"(s.content->>'fundingLineId')::bigint end), ('programme', case when "
			"s.kind in ('stage_graph', 'programme_change') then "
			"(s.content->>'programmeId')::bigint end), ('body', "
			"(s.content->>'bodyId')::bigint)) as changed(kind, id) join trinn.guards "
			"g on g.county_id = s.county_id and g.kind = changed.kind and g.id = "
			"changed.id)::text from trinn.setup_changes s where s.county_id = (select "
			"trinn.caller_county()) and s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_PROGRAMME_DOCUMENT] = {
		.name = "programme_document",
		.sql =
			"select p.current_version::text as etag, json_build_object('id', "
			"p.id::text, 'code', p.code, 'name', p.name, 'purpose', p.purpose, "
			"'parent', (select json_build_object('id', q.id::text, 'code', q.code, "
			"'name', q.name) from trinn.programmes q where q.county_id = p.county_id "
			"and q.id = p.parent_id), 'state', trinn.programme_state(p), 'startsOn', "
			"p.starts_on, 'endsOn', p.ends_on, 'profile', case when p.digital_parts "
			"is not null then json_build_object('digitalParts', p.digital_parts, "
			"'greenParts', p.green_parts) end, 'programmeVersion', p.current_version, "
			"'stages', (select coalesce((select json_agg(json_build_object('number', "
			"t.number, 'name', case when v.language = 'en' then coalesce(t.name_en, "
			"t.name) else t.name end, 'description', t.description, 'firmGets', case "
			"when v.language = 'en' then coalesce(t.firm_gets_en, t.firm_gets) else "
			"t.firm_gets end, 'hours', t.hours, 'capacity', t.capacity, 'priceOre', "
			"t.price_ore, 'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, "
			"'vatMode', t.vat_mode, 'serviceValueOre', t.service_value_ore, "
			"'profile', case when t.digital_parts is not null then "
			"json_build_object('digitalParts', t.digital_parts, 'greenParts', "
			"t.green_parts) end, 'nextStage', t.next_stage, 'nextStep', case when "
			"v.language = 'en' then coalesce(t.next_step_en, t.next_step) else "
			"t.next_step end, 'en', case when num_nonnulls(t.name_en, t.firm_gets_en, "
			"t.next_step_en) > 0 then json_build_object('name', t.name_en, "
			"'firmGets', t.firm_gets_en, 'nextStep', t.next_step_en) end, 'needs', "
			"t.needs, 'gates', coalesce((select json_agg(json_build_object('kind', "
			"g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) order "
			"by g.position) from trinn.stage_gates g where g.county_id = t.county_id "
			"and g.programme_id = t.programme_id and g.programme_version = "
			"t.programme_version and g.stage_number = t.number), '[]')) order by "
			"t.number) from trinn.stages t where t.county_id = v.county_id and "
			"t.programme_id = v.programme_id and t.programme_version = v.number), "
			"'[]') from (select p.county_id, p.id, p.current_version, $2::text::text) "
			"as v(county_id, programme_id, number, language)), 'places', "
			"coalesce((select json_agg(json_build_object('stage', t.stage, "
			"'capacity', t.capacity, 'taken', t.taken, 'free', case when t.capacity "
			"is not null then greatest(t.capacity - t.taken, 0) end, 'waiting', "
			"trinn.n_waiting(t.programme_id, t.stage)) order by t.stage) from "
			"trinn.stage_places t where t.county_id = p.county_id and t.programme_id "
			"= p.id and (t.taken > 0 or exists (select from trinn.stages s where "
			"s.county_id = t.county_id and s.programme_id = t.programme_id and "
			"s.programme_version = p.current_version and s.number = t.stage))), "
			"'[]'))::text as document from trinn.programmes p where p.county_id = "
			"(select trinn.caller_county()) and p.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_PROGRAMMES] = {
		.name = "list_programmes",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select p.id as key, json_build_object('id', p.id::text, "
			"'code', p.code, 'name', p.name, 'purpose', p.purpose, 'parent', (select "
			"json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from "
			"trinn.programmes q where q.county_id = p.county_id and q.id = "
			"p.parent_id), 'state', trinn.programme_state(p), 'startsOn', "
			"p.starts_on, 'endsOn', p.ends_on, 'profile', case when p.digital_parts "
			"is not null then json_build_object('digitalParts', p.digital_parts, "
			"'greenParts', p.green_parts) end, 'programmeVersion', p.current_version, "
			"'stages', (select coalesce((select json_agg(json_build_object('number', "
			"t.number, 'name', case when v.language = 'en' then coalesce(t.name_en, "
			"t.name) else t.name end, 'description', t.description, 'firmGets', case "
			"when v.language = 'en' then coalesce(t.firm_gets_en, t.firm_gets) else "
			"t.firm_gets end, 'hours', t.hours, 'capacity', t.capacity, 'priceOre', "
			"t.price_ore, 'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, "
			"'vatMode', t.vat_mode, 'serviceValueOre', t.service_value_ore, "
			"'profile', case when t.digital_parts is not null then "
			"json_build_object('digitalParts', t.digital_parts, 'greenParts', "
			"t.green_parts) end, 'nextStage', t.next_stage, 'nextStep', case when "
			"v.language = 'en' then coalesce(t.next_step_en, t.next_step) else "
			"t.next_step end, 'en', case when num_nonnulls(t.name_en, t.firm_gets_en, "
			"t.next_step_en) > 0 then json_build_object('name', t.name_en, "
			"'firmGets', t.firm_gets_en, 'nextStep', t.next_step_en) end, 'needs', "
			"t.needs, 'gates', coalesce((select json_agg(json_build_object('kind', "
			"g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) order "
			"by g.position) from trinn.stage_gates g where g.county_id = t.county_id "
			"and g.programme_id = t.programme_id and g.programme_version = "
			"t.programme_version and g.stage_number = t.number), '[]')) order by "
			"t.number) from trinn.stages t where t.county_id = v.county_id and "
			"t.programme_id = v.programme_id and t.programme_version = v.number), "
			"'[]') from (select p.county_id, p.id, p.current_version, $1::text::text) "
			"as v(county_id, programme_id, number, language)), 'places', "
			"coalesce((select json_agg(json_build_object('stage', t.stage, "
			"'capacity', t.capacity, 'taken', t.taken, 'free', case when t.capacity "
			"is not null then greatest(t.capacity - t.taken, 0) end, 'waiting', "
			"trinn.n_waiting(t.programme_id, t.stage)) order by t.stage) from "
			"trinn.stage_places t where t.county_id = p.county_id and t.programme_id "
			"= p.id and (t.taken > 0 or exists (select from trinn.stages s where "
			"s.county_id = t.county_id and s.programme_id = t.programme_id and "
			"s.programme_version = p.current_version and s.number = t.stage))), "
			"'[]')) as item from (select * from trinn.programmes where county_id = "
			"(select trinn.caller_county()) and id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end order by id desc limit $3::int8 + "
			"1) p) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_STAGE_GRAPH_DOCUMENT] = {
		.name = "stage_graph_document",
		.sql =
			"select null::text, json_build_object('programme', "
			"json_build_object('id', p.id::text, 'code', p.code, 'name', p.name), "
			"'programmeVersion', v.number, 'inForce', v.number = p.current_version, "
			"'stages', coalesce((select json_agg(json_build_object('number', "
			"t.number, 'name', case when v.language = 'en' then coalesce(t.name_en, "
			"t.name) else t.name end, 'description', t.description, 'firmGets', case "
			"when v.language = 'en' then coalesce(t.firm_gets_en, t.firm_gets) else "
			"t.firm_gets end, 'hours', t.hours, 'capacity', t.capacity, 'priceOre', "
			"t.price_ore, 'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, "
			"'vatMode', t.vat_mode, 'serviceValueOre', t.service_value_ore, "
			"'profile', case when t.digital_parts is not null then "
			"json_build_object('digitalParts', t.digital_parts, 'greenParts', "
			"t.green_parts) end, 'nextStage', t.next_stage, 'nextStep', case when "
			"v.language = 'en' then coalesce(t.next_step_en, t.next_step) else "
			"t.next_step end, 'en', case when num_nonnulls(t.name_en, t.firm_gets_en, "
			"t.next_step_en) > 0 then json_build_object('name', t.name_en, "
			"'firmGets', t.firm_gets_en, 'nextStep', t.next_step_en) end, 'needs', "
			"t.needs, 'gates', coalesce((select json_agg(json_build_object('kind', "
			"g.kind, 'requiresStage', g.requires_stage, 'percent', g.percent) order "
			"by g.position) from trinn.stage_gates g where g.county_id = t.county_id "
			"and g.programme_id = t.programme_id and g.programme_version = "
			"t.programme_version and g.stage_number = t.number), '[]')) order by "
			"t.number) from trinn.stages t where t.county_id = v.county_id and "
			"t.programme_id = v.programme_id and t.programme_version = v.number), "
			"'[]'))::text from trinn.programmes p, lateral (select p.county_id, p.id, "
			"$2::int8::int, $3::text::text) as v(county_id, programme_id, number, "
			"language) where p.county_id = (select trinn.caller_county()) and p.id = "
			"$1::int8 and $2::int8 <= p.current_version",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_LEGAL_BASES] = {
		.name = "list_legal_bases",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select b.id as key, json_build_object('id', b.id::text, "
			"'kind', b.kind, 'reference', b.reference, 'title', b.title, "
			"'beneficiaryKinds', b.beneficiary_kinds, 'validFrom', b.valid_from, "
			"'validTo', b.valid_to) as item from (select * from trinn.legal_bases "
			"where county_id = (select trinn.caller_county()) and id < case when "
			"$1::int8 is null then 9223372036854775807 else $1::int8 end order by id "
			"desc limit $2::int8 + 1) b) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_FUNDING_LINE_DOCUMENT] = {
		.name = "funding_line_document",
		.sql =
			"select l.version::text, json_build_object('id', l.id::text, 'code', "
			"l.code, 'name', l.name, 'programme', (select json_build_object('id', "
			"p.id::text, 'code', p.code, 'name', p.name) from trinn.programmes p "
			"where p.county_id = l.county_id and p.id = l.programme_id), 'source', "
			"l.source, 'applicantKinds', l.applicant_kinds, 'countyOnly', "
			"l.county_only, 'legalBasis', (select json_build_object('id', b.id::text, "
			"'kind', b.kind, 'reference', b.reference, 'title', b.title, "
			"'beneficiaryKinds', b.beneficiary_kinds, 'validFrom', b.valid_from, "
			"'validTo', b.valid_to) from trinn.legal_bases b where b.county_id = "
			"l.county_id and b.id = l.legal_basis_id), 'maxShareBasisPoints', "
			"l.max_share_bp, 'maxAmounts', l.max_amounts, 'reportEveryMonths', "
			"l.report_every_months, 'overdueReportBlocks', l.overdue_report_blocks, "
			"'assuresRecommendations', l.assures_recommendations, 'onOverlap', "
			"l.on_overlap, 'follows', l.follows, 'appealBody', l.appeal_body, "
			"'state', l.state, 'currency', 'NOK', 'costGroups', coalesce((select "
			"json_agg(json_build_object('code', g.code, 'name', g.name, 'earmarked', "
			"g.earmarked) order by g.position) from trinn.cost_groups g where "
			"g.county_id = l.county_id and g.funding_line_id = l.id), '[]'), "
			"'authorities', coalesce((select json_agg(json_build_object('role', "
			"a.role, 'body', a.body, 'limitOre', a.limit_ore, 'bodyId', "
			"a.body_id::text, 'resolution', a.resolution, 'validFrom', a.valid_from, "
			"'validTo', a.valid_to) order by a.role, a.valid_from, a.id) from "
			"trinn.authorities a where a.county_id = l.county_id and "
			"a.funding_line_id = l.id), '[]'), 'appropriations', coalesce((select "
			"json_agg(json_build_object('id', a.id::text, 'year', a.year, "
			"'amountOre', a.amount_ore, 'resolution', a.resolution) order by a.year, "
			"a.id) from trinn.appropriations a where a.county_id = l.county_id and "
			"a.funding_line_id = l.id), '[]'))::text from trinn.funding_lines l where "
			"l.county_id = (select trinn.caller_county()) and l.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_FUNDING_LINES] = {
		.name = "list_funding_lines",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select l.id as key, json_build_object('id', l.id::text, "
			"'code', l.code, 'name', l.name, 'programme', (select "
			"json_build_object('id', p.id::text, 'code', p.code, 'name', p.name) from "
			"trinn.programmes p where p.county_id = l.county_id and p.id = "
			"l.programme_id), 'source', l.source, 'applicantKinds', "
			"l.applicant_kinds, 'countyOnly', l.county_only, 'legalBasis', (select "
			"json_build_object('id', b.id::text, 'kind', b.kind, 'reference', "
			"b.reference, 'title', b.title, 'beneficiaryKinds', b.beneficiary_kinds, "
			"'validFrom', b.valid_from, 'validTo', b.valid_to) from trinn.legal_bases "
			"b where b.county_id = l.county_id and b.id = l.legal_basis_id), "
			"'maxShareBasisPoints', l.max_share_bp, 'maxAmounts', l.max_amounts, "
			"'reportEveryMonths', l.report_every_months, 'overdueReportBlocks', "
			"l.overdue_report_blocks, 'assuresRecommendations', "
			"l.assures_recommendations, 'onOverlap', l.on_overlap, 'follows', "
			"l.follows, 'appealBody', l.appeal_body, 'state', l.state, 'currency', "
			"'NOK', 'costGroups', coalesce((select json_agg(json_build_object('code', "
			"g.code, 'name', g.name, 'earmarked', g.earmarked) order by g.position) "
			"from trinn.cost_groups g where g.county_id = l.county_id and "
			"g.funding_line_id = l.id), '[]'), 'authorities', coalesce((select "
			"json_agg(json_build_object('role', a.role, 'body', a.body, 'limitOre', "
			"a.limit_ore, 'bodyId', a.body_id::text, 'resolution', a.resolution, "
			"'validFrom', a.valid_from, 'validTo', a.valid_to) order by a.role, "
			"a.valid_from, a.id) from trinn.authorities a where a.county_id = "
			"l.county_id and a.funding_line_id = l.id), '[]'), 'appropriations', "
			"coalesce((select json_agg(json_build_object('id', a.id::text, 'year', "
			"a.year, 'amountOre', a.amount_ore, 'resolution', a.resolution) order by "
			"a.year, a.id) from trinn.appropriations a where a.county_id = "
			"l.county_id and a.funding_line_id = l.id), '[]')) as item from (select * "
			"from trinn.funding_lines where county_id = (select "
			"trinn.caller_county()) and id < case when $1::int8 is null then "
			"9223372036854775807 else $1::int8 end order by id desc limit $2::int8 + "
			"1) l) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_RULE_PARAMS] = {
		.name = "list_rule_params",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select r.id as key, json_build_object('id', r.id::text, "
			"'key', r.key, 'basis', r.basis, 'validFrom', r.valid_from, 'validTo', "
			"r.valid_to, 'value', r.value, 'unit', r.unit, 'source', r.source) as "
			"item from (select * from trinn.rule_params where id < case when $2::int8 "
			"is null then 9223372036854775807 else $2::int8 end and "
			"coalesce($1::date, trinn.today()) between valid_from and "
			"coalesce(valid_to, 'infinity') order by id desc limit $3::int8 + 1) r) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_BANK_ACCOUNTS] = {
		.name = "list_bank_accounts",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select b.id as key, json_build_object('id', b.id::text, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'account', b.account, 'verifiedHow', b.verified_how, "
			"'validFrom', b.valid_from) as item from (select * from "
			"trinn.bank_accounts where county_id = (select trinn.caller_county()) and "
			"id < case when $1::int8 is null then 9223372036854775807 else $1::int8 "
			"end order by id desc limit $2::int8 + 1) b join trinn.organisations o on "
			"o.id = b.organisation_id) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_ROLE_ASSIGNMENTS] = {
		.name = "list_role_assignments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select a.id as key, json_build_object('id', a.id::text, "
			"'person', case when a.person_id is not null then json_build_object('id', "
			"a.person_id::text, 'name', trinn.person_name(a.person_id)) end, "
			"'organisation', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'role', a.role, 'validFrom', a.valid_from, 'validTo', "
			"a.valid_to) as item from (select * from trinn.role_assignments where "
			"county_id = (select trinn.caller_county()) and id < case when $1::int8 "
			"is null then 9223372036854775807 else $1::int8 end order by id desc "
			"limit $2::int8 + 1) a join trinn.organisations o on o.id = "
			"a.organisation_id) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_HUB_AREAS] = {
		.name = "list_hub_areas",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select a.id as key, json_build_object('id', a.id::text, "
			"'hub', json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name), 'municipalities', a.municipalities, 'validFrom', a.valid_from, "
			"'validTo', a.valid_to) as item from (select * from trinn.hub_areas where "
			"county_id = (select trinn.caller_county()) and id < case when $3::int8 "
			"is null then 9223372036854775807 else $3::int8 end and "
			"coalesce($1::date, trinn.today()) between valid_from and "
			"coalesce(valid_to, 'infinity') and ($2::text is null or $2::text = any "
			"(municipalities)) order by id desc limit $4::int8 + 1) a join "
			"trinn.organisations o on o.id = a.hub_id) p",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_LEADERS] = {
		.name = "list_leaders",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select l.id as key, json_build_object('id', l.id::text, "
			"'person', json_build_object('id', l.person_id::text, 'name', "
			"trinn.person_name(l.person_id)), 'leader', case when l.leader_id is not "
			"null then json_build_object('id', l.leader_id::text, 'name', "
			"trinn.person_name(l.leader_id)) end, 'madeAt', l.made_at) as item from "
			"(select * from trinn.leaders where county_id = (select "
			"trinn.caller_county()) and id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end and ($1::int8 is null or person_id "
			"= $1::int8) order by id desc limit $3::int8 + 1) l) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_LETTERHEADS] = {
		.name = "list_letterheads",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($2::int8)::int])::text as items, case when count(*) > $2::int8 "
			"then (array_agg(p.key order by p.key desc))[($2::int8)::int]::text end "
			"as next from (select h.id as key, json_build_object('id', h.id::text, "
			"'name', h.name, 'unit', h.unit, 'address', h.address, 'email', h.email, "
			"'phone', h.phone, 'madeAt', h.made_at) as item from (select * from "
			"trinn.letterheads where county_id = (select trinn.caller_county()) and "
			"id < case when $1::int8 is null then 9223372036854775807 else $1::int8 "
			"end order by id desc limit $2::int8 + 1) h) p",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_RESPONSIBLE_HUB_DOCUMENT] = {
		.name = "responsible_hub_document",
		.sql =
			"select null::text, json_build_object('municipalityNo', place.no, 'hub', "
			"(select json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', "
			"o.name) from trinn.hub_areas a join trinn.organisations o on o.id = "
			"a.hub_id where a.county_id = trinn.caller_county() and a.id = "
			"trinn.area_of(place.no, trinn.today())))::text from (select $1::text "
			"where $1::text is not null union all select f.municipality_no from "
			"trinn.organisations f where $1::text is null and (f.orgnr = $2::text or "
			"$2::text is null and f.id = trinn.caller_org())) as place(no)",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_INSTRUMENTS] = {
		.name = "list_instruments",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select i.id as key, json_build_object('id', i.id::text, "
			"'code', i.code, 'version', i.version, 'kind', i.kind, 'title', i.title, "
			"'source', i.source, 'common', i.county_id is null) as item from (select "
			"* from trinn.instruments t where id < case when $2::int8 is null then "
			"9223372036854775807 else $2::int8 end and ($1::text is null or kind = "
			"$1::text) and not exists (select from trinn.instruments newer where "
			"newer.code = t.code and newer.county_id is not distinct from t.county_id "
			"and newer.version > t.version) order by id desc limit $3::int8 + 1) i) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_INSTRUMENT_DOCUMENT] = {
		.name = "instrument_document",
		.sql =
			"select null::text, json_build_object('id', i.id::text, 'code', i.code, "
			"'version', i.version, 'kind', i.kind, 'title', i.title, 'source', "
			"i.source, 'common', i.county_id is null, 'questions', i.questions)::text "
			"from trinn.instruments i where i.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_ME] = {
		.name = "me",
		.sql =
			"select null::text, trinn.me($1::text, $2::text, $3::bool)::text",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_SEARCH_ORGANISATIONS] = {
		.name = "search_organisations",
		.sql =
			"select json_agg(json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name, 'form', o.form, 'municipalityNo', o.municipality_no, "
			"'industryCode', o.industry_code, 'employees', o.employees, "
			"'vatRegistered', o.vat_registered, 'insolvent', o.bankrupt or "
			"o.forced_winding_up, 'foundedOn', o.founded_on) order by f.n) filter "
			"(where f.n <= $4::int8)::text as items, case when count(*) > $4::int8 "
			"then max(f.key) filter (where f.n = $4::int8) end as next from "
			"trinn.search_organisations($1::text, $2::text, $3::text, $4::int8 + 1) "
			"with ordinality f(id, key, n) join trinn.organisations o on o.id = f.id",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_ORGANISATION_DOCUMENT] = {
		.name = "organisation_document",
		.sql =
			"select null::text, json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name, 'form', o.form, 'municipalityNo', o.municipality_no, "
			"'industryCode', o.industry_code, 'employees', o.employees, "
			"'vatRegistered', o.vat_registered, 'insolvent', o.bankrupt or "
			"o.forced_winding_up, 'foundedOn', o.founded_on)::text from "
			"trinn.organisations o where o.orgnr = $1::text",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_STANDIN_DOCUMENT] = {
		.name = "standin_document",
		.sql =
			"select s.version::text as etag, json_build_object('id', s.id::text, "
			"'person', json_build_object('id', s.person_id::text, 'name', "
			"trinn.person_name(s.person_id)), 'standin', json_build_object('id', "
			"s.standin_id::text, 'name', trinn.person_name(s.standin_id)), 'role', "
			"s.role, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'namedBy', "
			"json_build_object('id', s.named_by::text, 'name', "
			"trinn.person_name(s.named_by)), 'endedBy', case when s.ended_by is not "
			"null then json_build_object('id', s.ended_by::text, 'name', "
			"trinn.person_name(s.ended_by)) end)::text as document from "
			"trinn.standins s where s.county_id = (select trinn.caller_county()) and "
			"s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_STANDIN] = {
		.name = "reply_standin",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"s.version::text as etag, json_build_object('id', s.id::text, 'person', "
			"json_build_object('id', s.person_id::text, 'name', "
			"trinn.person_name(s.person_id)), 'standin', json_build_object('id', "
			"s.standin_id::text, 'name', trinn.person_name(s.standin_id)), 'role', "
			"s.role, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'namedBy', "
			"json_build_object('id', s.named_by::text, 'name', "
			"trinn.person_name(s.named_by)), 'endedBy', case when s.ended_by is not "
			"null then json_build_object('id', s.ended_by::text, 'name', "
			"trinn.person_name(s.ended_by)) end)::text as document from "
			"trinn.standins s where s.county_id = (select trinn.caller_county()) and "
			"s.id = $6::int8 offset 0) d, lateral trinn.store_reply($1::text, "
			"$2::text, $3::text, $4::int4, $5::text, d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_STANDINS] = {
		.name = "list_standins",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($3::int8)::int])::text as items, case when count(*) > $3::int8 "
			"then (array_agg(p.key order by p.key desc))[($3::int8)::int]::text end "
			"as next from (select s.id as key, json_build_object('id', s.id::text, "
			"'person', json_build_object('id', s.person_id::text, 'name', "
			"trinn.person_name(s.person_id)), 'standin', json_build_object('id', "
			"s.standin_id::text, 'name', trinn.person_name(s.standin_id)), 'role', "
			"s.role, 'startsOn', s.starts_on, 'endsOn', s.ends_on, 'namedBy', "
			"json_build_object('id', s.named_by::text, 'name', "
			"trinn.person_name(s.named_by)), 'endedBy', case when s.ended_by is not "
			"null then json_build_object('id', s.ended_by::text, 'name', "
			"trinn.person_name(s.ended_by)) end) as item from (select * from "
			"trinn.standins where county_id = (select trinn.caller_county()) and "
			"($1::int8 is null or $1::int8 in (person_id, standin_id)) and id < case "
			"when $2::int8 is null then 9223372036854775807 else $2::int8 end order "
			"by id desc limit $3::int8 + 1) s) p",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_LOAD_NEW_STANDIN] = {
		.name = "load_new_standin",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.standins_id_seq'), 'personId', "
			"away.id, 'leads', trinn.leads(away.id), 'hasRole', "
			"trinn.has_role(away.id, $3::text, $4::date, $4::date), 'isKnown', "
			"trinn.serves_county($2::int8), 'canStandIn', trinn.has_role($2::int8, "
			"$3::text, $4::date, $5::date), 'overlaps', exists (select from "
			"trinn.standins s where s.county_id = trinn.caller_county() and "
			"s.person_id = away.id and s.role = $3::text and s.ended_by is null and "
			"s.starts_on <= $5::date and s.ends_on >= $4::date))::text, null::bigint, "
			"'[]' from (select coalesce($1::int8, trinn.caller_person(), 0) as id) "
			"away",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_STANDIN] = {
		.name = "insert_standin",
		.sql =
			"insert into trinn.standins (id, county_id, person_id, standin_id, role, "
			"starts_on, ends_on, named_by) values ($1::int8, trinn.caller_county(), "
			"$2::int8, $3::int8, $4::text, $5::date, $6::date, trinn.caller_person())",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_STANDIN] = {
		.name = "load_standin",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', s.id, 'personId', s.person_id, 'endsOn', s.ends_on, "
			"'leads', trinn.leads(s.person_id), 'isEnded', s.ended_by is not "
			"null)::text, s.version, json_build_array(json_build_array('standin', "
			"s.id, trinn.guard_version('standin', s.id), true))::text from "
			"trinn.standins s where s.county_id = (select trinn.caller_county()) and "
			"s.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_END_STANDIN] = {
		.name = "end_standin",
		.sql =
			"with changed as (update trinn.standins set ended_by = "
			"trinn.caller_person(), ends_on = least(ends_on, trinn.today() - 1), "
			"version = version + 1 where county_id = trinn.caller_county() and id = "
			"$1::int8 and version = $2::int8 returning 1) select trinn.exactly(1, "
			"(select count(*) from changed), 'end_standin')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_LIST_TASKS] = {
		.name = "list_tasks",
		.sql =
			"select json_agg(json_build_object('operationId', w.operation, 'path', "
			"w.path, 'since', w.since, 'dueOn', w.due_on, 'dueRule', (select case "
			"$4::text when 'nb' then r.nb else r.en end from (values "
			"(array['takeApplication', 'beginEvaluation', 'nameAssessor', "
			"'releaseAssessor', 'handInScores', 'consolidateEvaluation', "
			"'recommendApplication', 'assureRecommendation', 'decideApplication', "
			"'giveGrounds', 'proposeAppealLeave', 'proposeAppealStay', "
			"'proposeAppealCosts', 'reconsiderAppeal'], 'En måned etter at det kom "
			"inn (forvaltningsloven § 11 a)', 'A month after it came in "
			"(forvaltningsloven § 11 a)'), (array['readMessage', 'sendMessage', "
			"'commentAppeal'], 'Svarfristen som fylkeskommunen har satt', 'The time "
			"that the county gave to answer'), (array['decideAccess'], 'Svarfristen "
			"for innsynskrav (offentleglova § 29)', 'The time to answer access "
			"requests (offentleglova § 29)'), (array['acceptGrant'], 'Fristen i "
			"tilbudet', 'The time limit of the offer'), (array['reportCondition', "
			"'confirmCondition', 'waiveCondition'], 'Fristen i vilkåret', 'The time "
			"limit of the condition')) r (operations, nb, en) where w.due_on is not "
			"null and w.operation = any (r.operations)), 'overdueDays', case when "
			"w.due_on < trinn.today() then trinn.today() - w.due_on end, "
			"'caseworker', w.caseworker, 'onBehalfOf', case when w.caseworker_id = "
			"any ((select trinn.stood_in_for())::bigint[]) then w.caseworker end, "
			"'reminder', w.reminder, 'amountOre', w.amount_ore, 'reference', "
			"w.reference, 'hub', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"w.hub_id), 'firm', (select json_build_object('id', o.id::text, 'orgnr', "
			"o.orgnr, 'name', o.name) from trinn.organisations o where o.id = "
			"w.firm_id)) order by w.due_on, w.since, w.path)::text, null::text from "
			"(select t.*, a.caseworker_id, a.caseworker from (select "
			"'consentHandover', '/v1/handovers/' || c.id, c.asked_on, c.hub_id, "
			"c.firm_id, null::date, null::bigint, null::text, null::int from "
			"trinn.handovers c where (select trinn.caller_kind()) = 'firm' and "
			"c.county_id = (select trinn.caller_county()) and c.firm_id = (select "
			"trinn.caller_org()) and c.state = 'asked' and num_nonnulls(c.consent_by, "
			"c.without_consent) = 0 union all select 'acceptProjectInvitation', "
			"'/v1/project-invitations/' || c.id, c.asked_on, c.hub_id, c.firm_id, "
			"null, null, null, null from trinn.project_invitations c where (select "
			"trinn.caller_kind()) = 'firm' and c.county_id = (select "
			"trinn.caller_county()) and c.firm_id = (select trinn.caller_org()) and "
			"c.state = 'asked' and exists (select from trinn.enrolments e where "
			"e.county_id = c.county_id and e.programme_id = c.programme_id and "
			"e.firm_id = c.firm_id and e.state <> 'dropped_out') and exists (select "
			"from trinn.projects p where p.county_id = c.county_id and p.id = "
			"c.project_id and p.state not in ('done', 'given_up')) union all select "
			"'acceptDeliverable', '/v1/deliverables/' || c.id, c.delivered_on, "
			"c.hub_id, c.firm_id, null, null, null, null from trinn.deliverables c "
			"where (select trinn.caller_kind()) = 'firm' and c.county_id = (select "
			"trinn.caller_county()) and c.firm_id = (select trinn.caller_org()) and "
			"c.state = 'delivered' union all select null, '/v1/deliverables/' || "
			"c.id, (c.returns->-1->>'on')::date, c.hub_id, c.firm_id, null, null, "
			"null, null from trinn.deliverables c where (select trinn.caller_kind()) "
			"= 'firm' and c.county_id = (select trinn.caller_county()) and c.firm_id "
			"= (select trinn.caller_org()) and c.state = 'begun' and c.returns <> "
			"'[]' and trinn.is_under_way(c.enrolment_id) union all select "
			"'confirmHours', '/v1/hours/' || c.id, c.delivered_on, c.hub_id, "
			"c.firm_id, null, null, null, null from trinn.hours c where (select "
			"trinn.caller_kind()) = 'firm' and c.county_id = (select "
			"trinn.caller_county()) and c.firm_id = (select trinn.caller_org()) and "
			"c.state = 'delivered' and c.delivered_minutes > 0 and (select "
			"trinn.caller_person()) <> all (array[c.ordered_by, c.delivered_by]) "
			"union all select null, '/v1/enrolments/' || c.id, (s.at at time zone "
			"'Europe/Oslo')::date, s.hub_id, c.firm_id, null, null, null, null from "
			"trinn.enrolments c join trinn.enrolment_steps s on s.county_id = "
			"c.county_id and s.enrolment_id = c.id and s.round = c.round and "
			"s.from_state in ('finished', 'dropped_out') and s.role <> 'firm' and "
			"s.at > now() - interval '14 days' join trinn.enrolment_steps b on "
			"b.county_id = s.county_id and b.enrolment_id = s.enrolment_id and b.seq "
			"= s.seq - 1 and b.hub_id <> s.hub_id where (select trinn.caller_kind()) "
			"= 'firm' and c.county_id = (select trinn.caller_county()) and c.firm_id "
			"= (select trinn.caller_org()) union all select null, '/v1/copayments/' "
			"|| c.id, c.invoiced_on, c.hub_id, c.firm_id, c.due_on, c.open_ore, "
			"c.kid, null from trinn.copayments c where (select trinn.caller_kind()) = "
			"'firm' and c.county_id = (select trinn.caller_county()) and c.firm_id = "
			"(select trinn.caller_org()) and c.state in ('invoiced', 'part_paid') "
			"union all select 'declareCopaymentAid', '/v1/copayments/' || c.id, "
			"c.raised_on, c.hub_id, c.firm_id, null, c.aid_ore, null, null from "
			"trinn.copayments c where (select trinn.caller_kind()) = 'firm' and "
			"c.county_id = (select trinn.caller_county()) and c.firm_id = (select "
			"trinn.caller_org()) and c.state = 'due' and c.aid_refused_by is not null "
			"and c.settled_aid_ore is null union all select case when "
			"json_array_length(c.answers) = 0 then 'saveAssessment' else "
			"'finishAssessment' end, '/v1/assessments/' || c.id, c.held_on, c.hub_id, "
			"c.firm_id, null, null, null, null from trinn.assessments c where "
			"((select trinn.caller_kind()) = 'firm' and c.county_id = (select "
			"trinn.caller_county()) and c.firm_id = (select trinn.caller_org()) or "
			"(select trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org())) and "
			"c.state = 'draft' and c.handed_to is null union all select "
			"'confirmPart', '/v1/application-partners/' || c.id, (c.asked_at at time "
			"zone 'Europe/Oslo')::date, case a.applicant_kind when 'hub' then "
			"c.applicant_id end, case when c.kind = 'firm' then c.organisation_id "
			"when a.applicant_kind = 'firm' then c.applicant_id end, null::date, "
			"null::bigint, a.case_number, null::int from trinn.application_partners c "
			"join trinn.applications a on a.county_id = c.county_id and a.id = "
			"c.application_id where (select trinn.caller_role()) in ('firm', "
			"'hub_signatory') and c.county_id = (select trinn.caller_county()) and "
			"c.organisation_id = (select trinn.caller_org()) and c.state = 'asked' "
			"union all select distinct 'saveCostPlan', '/v1/applications/' || "
			"c.application_id, trinn.today(), case a.applicant_kind when 'hub' then "
			"c.applicant_id end, case a.applicant_kind when 'firm' then "
			"c.applicant_id end, null::date, null::bigint, a.case_number, null::int "
			"from trinn.application_partners c join trinn.applications a on "
			"a.county_id = c.county_id and a.id = c.application_id where (select "
			"trinn.caller_kind()) in ('firm', 'hub') and c.county_id = (select "
			"trinn.caller_county()) and c.applicant_id = (select trinn.caller_org()) "
			"and c.state in ('declined', 'withdrawn') and a.state in ('draft', "
			"'returned') and not c.organisation_id = any (a.partner_ids) and "
			"trinn.part_of(c.orgnr, a.costs, a.finance) <> trinn.part_of(c.orgnr, "
			"'[]', '[]') union all select 'acceptHandover', '/v1/handovers/' || c.id, "
			"c.consent_on, c.hub_id, c.firm_id, null, null, null, null from "
			"trinn.handovers c where (select trinn.caller_kind()) = 'hub' and "
			"c.to_hub_id = (select trinn.caller_org()) and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'asked' and not c.by_county and "
			"c.consent_by is not null union all select null, '/v1/handovers/' || "
			"c.id, coalesce(c.consent_on, c.asked_on), c.hub_id, c.firm_id, null, "
			"null, null, null from trinn.handovers c where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'asked' and c.by_county and "
			"(c.hub_id = (select trinn.caller_org()) or c.to_hub_id = (select "
			"trinn.caller_org()) and num_nonnulls(c.consent_by, c.without_consent) > "
			"0) union all select 'acceptProjectInvitation', "
			"'/v1/project-invitations/' || c.id, c.asked_on, c.hub_id, c.firm_id, "
			"null, null, null, null from trinn.project_invitations c where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'asked' and exists (select from "
			"trinn.enrolments e where e.county_id = c.county_id and e.programme_id = "
			"c.programme_id and e.firm_id = c.firm_id and e.state <> 'dropped_out') "
			"and exists (select from trinn.projects p where p.county_id = c.county_id "
			"and p.id = c.project_id and p.state not in ('done', 'given_up')) and "
			"trinn.follows_in_project(c.project_id, c.firm_id) union all select null, "
			"'/v1/programmes/' || f.programme_id, f.on_day, null, null, null, null, "
			"f.municipality_no, null from trinn.followed_elsewhere() f where (select "
			"trinn.caller_kind()) = 'hub' union all select 'noteContact', "
			"'/v1/enrolments/' || c.id, (s.at at time zone 'Europe/Oslo')::date, "
			"c.hub_id, c.firm_id, null, null, null, null from trinn.enrolments c join "
			"lateral (select t.at, t.role, t.from_state = t.to_state as "
			"is_handed_over from trinn.enrolment_steps t where t.county_id = "
			"c.county_id and t.enrolment_id = c.id and t.hub_id = c.hub_id and "
			"t.round = c.round order by t.seq limit 1) s on s.role in ('firm', "
			"'caseworker', 'programme_lead') where (select trinn.caller_kind()) = "
			"'hub' and c.county_id = (select trinn.caller_county()) and c.hub_id = "
			"(select trinn.caller_org()) and (c.state = 'prospect' or "
			"s.is_handed_over and trinn.is_under_way(c.id)) and not exists (select "
			"from trinn.contacts n where n.county_id = c.county_id and n.enrolment_id "
			"= c.id and n.hub_id = c.hub_id and n.made_at >= s.at and not n.is_void) "
			"union all select 'recommendStage', '/v1/enrolments/' || c.id, (select "
			"(max(s.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps "
			"s where s.county_id = c.county_id and s.enrolment_id = c.id), c.hub_id, "
			"c.firm_id, null, null, null, null from trinn.enrolments c where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"c.state = 'assessed' and c.recommended_by is null union all select case "
			"when not q.is_shut then 'takePlace' end, '/v1/enrolments/' || c.id, "
			"(c.waiting_since at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, "
			"null, null, case when q.is_shut then 'gate-closed' end, null from "
			"trinn.stage_places t, lateral trinn.queue_of(t.programme_id, t.stage, "
			"null, null) q join trinn.enrolments c on c.id = q.id where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"t.county_id = c.county_id and (t.capacity is null or t.taken < "
			"t.capacity) and exists (select from trinn.enrolments c where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"c.programme_id = t.programme_id and c.stage = t.stage and c.state = "
			"'waiting') and q.n_ahead < coalesce(t.capacity - t.taken, 1000000) union "
			"all select w.step, case w.step when 'startCohort' then '/v1/cohorts/' || "
			"c.cohort_id when 'orderHours' then '/v1/engagements/' || c.engagement_id "
			"else '/v1/sessions/' || c.id end, (c.ends_at at time zone "
			"'Europe/Oslo')::date, c.hub_id, c.firm_id, null, null, null, null from "
			"trinn.sessions c left join trinn.cohorts k on k.county_id = c.county_id "
			"and k.id = c.cohort_id left join trinn.engagements g on g.county_id = "
			"c.county_id and g.id = c.engagement_id and not exists (select from "
			"trinn.hours h where h.county_id = c.county_id and h.session_id = c.id "
			"and h.state <> 'cancelled') cross join lateral (select case when k.state "
			"= 'planned' and k.taken > 0 then 'startCohort' when k.state <> 'running' "
			"or c.enrolment_id is not null and not exists (select from "
			"trinn.enrolments e where e.county_id = c.county_id and e.id = "
			"c.enrolment_id and e.hub_id = c.hub_id) then 'cancelSession' when g.id "
			"is null then 'holdSession' when g.state = 'agreed' and g.ends_on >= "
			"trinn.today() and g.ordered_minutes < g.ceiling_minutes then "
			"'orderHours' else 'cancelSession' end as step) w where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"c.state = 'planned' and c.ends_at < now() union all select 'deliver', "
			"'/v1/deliverables/' || c.id, (c.returns->-1->>'on')::date, c.hub_id, "
			"c.firm_id, null, null, null, null from trinn.deliverables c where "
			"(select trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"c.state = 'begun' and c.returns <> '[]' and "
			"trinn.is_under_way(c.enrolment_id) union all select "
			"'submitProgressReport', '/v1/progress-reports/' || c.id, "
			"coalesce(t.due_again_on, t.due_on), c.hub_id, null, "
			"coalesce(t.due_again_on, t.due_on), null, null, null from "
			"trinn.progress_reports c cross join lateral (select c.due_on, "
			"c.due_again_on) t where (select trinn.caller_kind()) = 'hub' and "
			"c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.state in ('expected', 'returned') and "
			"c.period_to <= trinn.today() and not exists (select from "
			"trinn.progress_reports e where e.county_id = c.county_id and "
			"e.application_id = c.application_id and e.due_on < c.due_on and e.state "
			"in ('expected', 'returned')) union all select 'agreeEngagement', "
			"'/v1/engagements/' || c.id, c.starts_on, c.hub_id, null, c.ends_on, "
			"null, null, null from trinn.engagements c where (select "
			"trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) and "
			"c.state = 'proposed' and (select trinn.caller_role()) = 'hub_signatory' "
			"and not trinn.has_people(c.partner_id, 'partner') union all select null, "
			"'/v1/hours/' || c.id, c.delivered_on, c.hub_id, c.firm_id, null, null, "
			"null, null from trinn.hours c where (select trinn.caller_kind()) = 'hub' "
			"and c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.state = 'delivered' and c.delivered_minutes > "
			"0 union all select case when c.session_id is null then "
			"'withdrawDelivery' when x.is_hubs then 'replaceAttendance' end, case "
			"when x.is_hubs then '/v1/sessions/' || c.session_id else '/v1/hours/' || "
			"c.id end, c.delivered_on, c.hub_id, c.firm_id, null::date, null::bigint, "
			"null, null from trinn.hours c join trinn.engagements e on e.county_id = "
			"c.county_id and e.id = c.engagement_id and e.state = 'agreed', lateral "
			"(select (select trinn.caller_kind()) = 'hub' and exists (select from "
			"trinn.sessions s left join trinn.cohorts k on k.county_id = s.county_id "
			"and k.id = s.cohort_id left join trinn.networks n on n.county_id = "
			"s.county_id and n.id = s.network_id where s.county_id = c.county_id and "
			"s.id = c.session_id and (k.state = 'running' or n.state = 'open')) as "
			"is_hubs) x where c.state = 'confirmed' and c.dispute is not null and "
			"(select trinn.caller_kind()) = 'hub' and c.county_id = (select "
			"trinn.caller_county()) and c.hub_id = (select trinn.caller_org()) union "
			"all select 'declareCopaymentAid', '/v1/copayments/' || c.id, "
			"c.raised_on, c.hub_id, c.firm_id, null, c.aid_ore, null, null from "
			"trinn.copayments c where (select trinn.caller_kind()) = 'hub' and "
			"c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.state = 'due' and c.aid_refused_by is not null "
			"and c.settled_aid_ore is null union all select 'settleAid', "
			"'/v1/copayments/' || c.id, (s.at at time zone 'Europe/Oslo')::date, "
			"c.hub_id, c.firm_id, null, c.aid_ore, null, null from trinn.copayments c "
			"join trinn.enrolment_steps s on s.county_id = c.county_id and "
			"s.enrolment_id = c.enrolment_id and s.round = c.round and s.stage = "
			"c.stage and s.from_state = 'active' and s.to_state in ('completed', "
			"'dropped_out') and c.settled_service_ore is null and c.aid_checked_by is "
			"not null where (select trinn.caller_kind()) = 'hub' and c.county_id = "
			"(select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) union all select 'measureResult', '/v1/results/' || "
			"c.id, c.measure_on, c.hub_id, c.firm_id, c.measure_on, null, null, null "
			"from trinn.results c where (select trinn.caller_kind()) = 'hub' and "
			"c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.measure_on <= trinn.today() union all select "
			"'answerOnward', '/v1/projects/' || c.project_id, (c.sent_on + interval "
			"'2 months')::date, c.hub_id, null, null, c.applied_ore, null, null from "
			"trinn.onward_applications c where (select trinn.caller_kind()) = 'hub' "
			"and c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.outcome is null and c.firm_application_id is "
			"null and (c.sent_on + interval '2 months')::date <= trinn.today() union "
			"all select 'replaceProjectFirms', '/v1/projects/' || f.project_id, "
			"f.left_on, f.hub_id, f.firm_id, null, null, null, null from "
			"trinn.project_firms f join trinn.projects c on c.county_id = f.county_id "
			"and c.id = f.project_id where (select trinn.caller_kind()) = 'hub' and "
			"c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.state not in ('done', 'given_up') and "
			"f.left_on is not null and f.replaced_on is null union all select "
			"'answerFinding', '/v1/samplings/' || c.sampling_id, c.asked_on, "
			"c.hub_id, c.firm_id, c.follow_up_by, null, null, null from "
			"trinn.sampled_cases c where (select trinn.caller_kind()) = 'hub' and "
			"c.county_id = (select trinn.caller_county()) and c.hub_id = (select "
			"trinn.caller_org()) and c.closed_on is null and c.follow_up is not null "
			"and trinn.sampling_is_open(c.sampling_id) and not exists (select from "
			"trinn.sampling_answers a where a.county_id = c.county_id and "
			"a.sampling_id = c.sampling_id and a.number = c.number and a.state = "
			"'given') union all select case when g.id is not null then 'createClaim' "
			"end, coalesce('/v1/grants/' || g.id, '/v1/engagements/' || e.id), "
			"i.issued_on, i.hub_id, null, null, i.amount_ore, i.number, null from "
			"trinn.partner_invoices i join trinn.engagements e on e.county_id = "
			"i.county_id and e.id = i.engagement_id left join lateral (select g.id "
			"from trinn.grants g join trinn.applications a on a.county_id = "
			"g.county_id and a.id = g.application_id where g.county_id = e.county_id "
			"and g.applicant_id = e.hub_id and a.track_id = e.track_id and g.state in "
			"('accepted', 'active') and g.remaining_ore > 0 and (select "
			"trinn.caller_person()) <> all (array(select p.person_id from "
			"trinn.granted_by(g.county_id, g.application_id) p)) and not exists "
			"(select from trinn.claims f where f.county_id = g.county_id and "
			"f.grant_id = g.id and f.kind = 'final' and f.state <> 'rejected') order "
			"by g.id limit 1) g on true where (select trinn.caller_role()) = "
			"'hub_signatory' and i.county_id = (select trinn.caller_county()) and "
			"i.hub_id = (select trinn.caller_org()) and i.credited_on is null and "
			"(select k.claim_id::text from trinn.claim_costs k join "
			"trinn.organisations s on s.orgnr = k.supplier_orgnr where k.county_id = "
			"i.county_id and s.id = i.partner_id and upper(k.invoice_number) = "
			"upper(i.number) and k.applicant_id = i.hub_id and not k.rejected) is "
			"null union all select case when exists (select from trinn.bank_accounts "
			"b where b.county_id = c.county_id and b.organisation_id = c.creditor_id) "
			"then 'invoiceCopayment' end, '/v1/copayments/' || c.id, c.raised_on, "
			"c.hub_id, c.firm_id, null, c.open_ore, null, null from trinn.copayments "
			"c where ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_role()) = 'finance') and c.county_id = (select "
			"trinn.caller_county()) and c.creditor_id = (select trinn.caller_org()) "
			"and c.state = 'due' and c.aid_checked_by is not null union all select "
			"case when c.reminders < 2 then 'remindCopayment' end, '/v1/copayments/' "
			"|| c.id, c.invoiced_on, c.hub_id, c.firm_id, c.due_on, c.open_ore, "
			"c.kid, case when c.reminders < 2 then c.reminders + 1 end from "
			"trinn.copayments c where ((select trinn.caller_kind()) = 'hub' or "
			"(select trinn.caller_role()) = 'finance') and c.county_id = (select "
			"trinn.caller_county()) and c.creditor_id = (select trinn.caller_org()) "
			"and c.state in ('invoiced', 'part_paid') and c.open_ore > 0 and c.due_on "
			"< trinn.today() union all select 'askCopaymentRefund', '/v1/copayments/' "
			"|| c.id, c.invoiced_on, c.hub_id, c.firm_id, null, -c.open_ore, c.kid, "
			"null from trinn.copayments c where ((select trinn.caller_kind()) = 'hub' "
			"or (select trinn.caller_role()) = 'finance') and c.county_id = (select "
			"trinn.caller_county()) and c.creditor_id = (select trinn.caller_org()) "
			"and c.open_ore < 0 and c.refund_ore is null union all select "
			"'refundCopayment', '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, "
			"c.firm_id, null, c.refund_ore, c.kid, null from trinn.copayments c where "
			"((select trinn.caller_kind()) = 'hub' or (select trinn.caller_role()) = "
			"'finance') and c.county_id = (select trinn.caller_county()) and "
			"c.creditor_id = (select trinn.caller_org()) and (select "
			"trinn.caller_role()) in ('hub_signatory', 'finance') and c.refund_ore <= "
			"-c.open_ore and (select trinn.caller_person()) <> all "
			"(array[c.refund_asked_by]) union all select 'askCopaymentCredit', "
			"'/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, null, "
			"greatest(c.open_ore, 0), c.kid, null from trinn.copayments c where "
			"((select trinn.caller_kind()) = 'hub' or (select trinn.caller_role()) = "
			"'finance') and c.county_id = (select trinn.caller_county()) and "
			"c.creditor_id = (select trinn.caller_org()) and c.state in ('invoiced', "
			"'part_paid', 'paid') and coalesce(c.settled_service_ore, 0) = 0 and "
			"trinn.left_unserved(c) and not exists (select from "
			"trinn.copayment_reliefs r where r.county_id = c.county_id and "
			"r.copayment_id = c.id and (r.state = 'asked' or r.kind = 'credit' and "
			"r.decided_by <> r.asked_by)) and trinn.another_has(c.creditor_id, "
			"'{hub_signatory,finance}') union all select null, '/v1/copayments/' || "
			"c.id, c.invoiced_on, c.hub_id, c.firm_id, null, greatest(c.open_ore, 0), "
			"c.kid, null from trinn.copayments c where ((select trinn.caller_kind()) "
			"= 'hub' or (select trinn.caller_role()) = 'finance') and c.county_id = "
			"(select trinn.caller_county()) and c.creditor_id = (select "
			"trinn.caller_org()) and c.state in ('invoiced', 'part_paid', 'paid') and "
			"coalesce(c.settled_service_ore, 0) = 0 and trinn.left_unserved(c) and "
			"not exists (select from trinn.copayment_reliefs r where r.county_id = "
			"c.county_id and r.copayment_id = c.id and (r.state = 'asked' or r.kind = "
			"'credit' and r.decided_by <> r.asked_by)) and not "
			"trinn.another_has(c.creditor_id, '{hub_editor,hub_signatory,finance}') "
			"union all select case when not c.state in ('due', 'invoiced', "
			"'part_paid') and (r.kind <> 'credit' or c.state <> 'paid') or "
			"r.aid_refused_by is not null or r.kind = 'waive' and "
			"trinn.left_unserved(c) or not (select trinn.caller_person()) <> all "
			"(array[r.asked_by]) then 'refuseCopaymentRelief' else "
			"'giveCopaymentRelief' end, '/v1/copayments/' || c.id, (r.asked_at at "
			"time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, null, "
			"greatest(c.open_ore, 0), c.kid, null from trinn.copayment_reliefs r join "
			"trinn.copayments c on c.county_id = r.county_id and c.id = "
			"r.copayment_id where (select trinn.caller_role()) in ('hub_signatory', "
			"'finance') and ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_role()) = 'finance') and c.county_id = (select "
			"trinn.caller_county()) and c.creditor_id = (select trinn.caller_org()) "
			"and r.state = 'asked' and ((select trinn.caller_person()) <> all "
			"(array[r.asked_by, coalesce(r.aid_checked_by, 0)]) or not "
			"trinn.another_has(c.creditor_id, '{hub_signatory,finance}')) and "
			"(r.aid_ore is null or num_nonnulls(r.aid_checked_by, r.aid_refused_by) > "
			"0 or not (r.state = 'asked' and c.state in ('due', 'invoiced', "
			"'part_paid') and not (r.kind = 'waive' and trinn.left_unserved(c)))) "
			"union all select case when c.is_reversal or c.currency <> 'NOK' or "
			"trinn.reversal_of(c.county_id, c.id) is not null then 'ignoreBankEntry' "
			"else 'matchBankEntry' end, '/v1/bank-entries/' || c.id, (f.read_at at "
			"time zone 'Europe/Oslo')::date, null, null, null, case when c.currency = "
			"'NOK' then c.amount_ore end, c.kid, null from trinn.bank_entries c join "
			"trinn.bank_files f on f.county_id = c.county_id and f.id = c.file_id "
			"where ((select trinn.caller_kind()) = 'hub' or (select "
			"trinn.caller_role()) = 'finance') and c.county_id = (select "
			"trinn.caller_county()) and c.creditor_id = (select trinn.caller_org()) "
			"and c.state = 'unmatched' union all select 'agreeEngagement', "
			"'/v1/engagements/' || c.id, c.starts_on, c.hub_id, null, c.ends_on, "
			"null, null, null from trinn.engagements c where (select "
			"trinn.caller_kind()) = 'partner' and c.county_id = (select "
			"trinn.caller_county()) and c.partner_id = (select trinn.caller_org()) "
			"and c.state = 'proposed' and (select trinn.caller_person()) <> all "
			"(array[c.proposed_by]) union all select 'deliverHours', '/v1/hours/' || "
			"c.id, e.starts_on, c.hub_id, c.firm_id, e.ends_on, null, null, null from "
			"trinn.hours c join trinn.engagements e on e.county_id = c.county_id and "
			"e.id = c.engagement_id where (select trinn.caller_kind()) = 'partner' "
			"and c.county_id = (select trinn.caller_county()) and c.partner_id = "
			"(select trinn.caller_org()) and c.state = 'ordered' and c.session_id is "
			"null union all select 'enterPartnerInvoice', '/v1/engagements/' || e.id, "
			"min(c.delivered_on), e.hub_id, null, null, ceil(sum(c.confirmed_minutes) "
			"* e.hourly_ore / 60.0)::bigint, null, null from trinn.hours c join "
			"trinn.engagements e on e.county_id = c.county_id and e.id = "
			"c.engagement_id where (select trinn.caller_kind()) = 'partner' and "
			"c.county_id = (select trinn.caller_county()) and c.partner_id = (select "
			"trinn.caller_org()) and c.state = 'confirmed' and c.confirmed_minutes > "
			"0 group by e.id, e.hub_id, e.hourly_ore union all select case when "
			"c.session_id is null then 'withdrawDelivery' when x.is_hubs then "
			"'replaceAttendance' end, case when x.is_hubs then '/v1/sessions/' || "
			"c.session_id else '/v1/hours/' || c.id end, c.delivered_on, c.hub_id, "
			"c.firm_id, null::date, null::bigint, null, null from trinn.hours c join "
			"trinn.engagements e on e.county_id = c.county_id and e.id = "
			"c.engagement_id and e.state = 'agreed', lateral (select (select "
			"trinn.caller_kind()) = 'hub' and exists (select from trinn.sessions s "
			"left join trinn.cohorts k on k.county_id = s.county_id and k.id = "
			"s.cohort_id left join trinn.networks n on n.county_id = s.county_id and "
			"n.id = s.network_id where s.county_id = c.county_id and s.id = "
			"c.session_id and (k.state = 'running' or n.state = 'open')) as is_hubs) "
			"x where c.state = 'confirmed' and c.dispute is not null and (select "
			"trinn.caller_kind()) = 'partner' and c.county_id = (select "
			"trinn.caller_county()) and c.partner_id = (select trinn.caller_org()) "
			"union all select 'readMessage', '/v1/messages/' || m.id, (m.written_at "
			"at time zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, m.answer_by, null::bigint, c.case_number, null::int "
			"from trinn.messages m join trinn.applications c on c.county_id = "
			"m.county_id and c.id = m.application_id where m.county_id = (select "
			"trinn.caller_county()) and m.state = 'sent' and case m.side when "
			"'county' then (select trinn.caller_kind()) in ('hub', 'firm') and "
			"m.applicant_id = (select trinn.caller_org()) else (select "
			"trinn.caller_role()) = 'caseworker' and (c.caseworker_id is null or "
			"(c.caseworker_id = (select trinn.caller_person()) or c.caseworker_id = "
			"any ((select trinn.stood_in_for())::bigint[]))) end union all select "
			"'sendMessage', '/v1/applications/' || c.id, (min(m.written_at) at time "
			"zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, min(m.answer_by), null, c.case_number, null from "
			"trinn.messages m join trinn.applications c on c.county_id = m.county_id "
			"and c.id = m.application_id where (select trinn.caller_kind()) in "
			"('hub', 'firm') and m.county_id = (select trinn.caller_county()) and "
			"m.applicant_id = (select trinn.caller_org()) and m.answer_by is not null "
			"and (select min(w.written_at) from trinn.messages w where w.county_id = "
			"m.county_id and w.application_id = m.application_id and w.id > m.id and "
			"w.side = 'applicant') is null group by c.id union all select "
			"'sendPreliminaryAnswer', '/v1/applications/' || c.id, t.due_on - 7, case "
			"c.applicant_kind when 'hub' then c.applicant_id end, case "
			"c.applicant_kind when 'firm' then c.applicant_id end, t.due_on, "
			"c.applied_ore, c.case_number, null::int from trinn.applications c cross "
			"join lateral (select trinn.answer_due(c.county_id, c.id, c.state, "
			"c.submitted_at) as due_on) t where (select trinn.caller_role()) = "
			"'caseworker' and c.county_id = (select trinn.caller_county()) and "
			"c.state in ('submitted', 'returned', 'in_review', 'recommended') and "
			"c.submitted_at < now() - interval '2 weeks' and (c.caseworker_id is null "
			"or (c.caseworker_id = (select trinn.caller_person()) or c.caseworker_id "
			"= any ((select trinn.stood_in_for())::bigint[]))) and t.due_on - 7 <= "
			"trinn.today() union all select 'retryArchiveMessage', "
			"'/v1/archive-messages/' || c.id, (c.queued_at at time zone "
			"'Europe/Oslo')::date, null::bigint, null::bigint, null::date, "
			"null::bigint, a.case_number || '-' || p.number, null from "
			"trinn.archive_messages c join trinn.journal_posts p on p.county_id = "
			"c.county_id and p.id = c.post_id join trinn.applications a on "
			"a.county_id = c.county_id and a.id = c.application_id where (select "
			"trinn.caller_role()) = 'archivist' and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'failed' union all select "
			"'decideAccess', '/v1/access-requests/' || r.id, r.received_on, "
			"null::bigint, null::bigint, r.due_on, null::bigint, r.number, null::int "
			"from trinn.access_requests r where (select trinn.caller_role()) in "
			"('archivist', 'caseworker') and r.county_id = (select "
			"trinn.caller_county()) and r.state <> 'replied' and exists (select from "
			"trinn.access_items i where i.county_id = r.county_id and i.request_id = "
			"r.id and (i.state = 'asked' or i.state = 'complained' and not exists "
			"(select from trinn.access_decisions d where d.county_id = i.county_id "
			"and d.item_id = i.id and not ((select trinn.caller_person()) <> all "
			"(array[d.decided_by])))) and not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', i.application_id))) union all select "
			"'settleLegalHold', '/v1/legal-holds/' || h.id, "
			"(coalesce(h.lift_asked_at, h.asked_at) at time zone "
			"'Europe/Oslo')::date, null::bigint, null::bigint, null::date, "
			"null::bigint, a.case_number, null::int from trinn.legal_holds h join "
			"trinn.applications a on a.county_id = h.county_id and a.id = "
			"h.application_id where (select trinn.caller_role()) in ('archivist', "
			"'decision_maker') and h.county_id = (select trinn.caller_county()) and "
			"h.state in ('asked', 'lift_asked') and (select trinn.caller_person()) <> "
			"all (array[coalesce(h.lift_asked_by, h.asked_by)]) union all select "
			"null, '/v1/engagements/' || e.id, min(c.delivered_on), e.hub_id, "
			"null::bigint, null::date, null::bigint, null::text, null::int from "
			"trinn.engagements e join trinn.hours c on c.county_id = e.county_id and "
			"c.engagement_id = e.id where (select trinn.caller_role()) in "
			"('caseworker', 'programme_lead') and c.county_id = (select "
			"trinn.caller_county()) and e.state = 'agreed' and c.state = 'delivered' "
			"and c.delivered_minutes > 0 and not trinn.has_people(c.firm_id, 'firm') "
			"group by e.id, e.hub_id union all select 'checkCopaymentAid', "
			"'/v1/copayments/' || c.id, c.raised_on, c.hub_id, c.firm_id, null, "
			"c.aid_ore, (select left(b.aid_refusal, 300) || case when "
			"length(b.aid_refusal) > 300 then ' ...' else '' end from "
			"trinn.refused_before(c.enrolment_id, c.id) b), null from "
			"trinn.copayments c where (select trinn.caller_role()) in ('caseworker', "
			"'programme_lead') and c.county_id = (select trinn.caller_county()) and "
			"c.state = 'due' and c.aid_checked_by is null and c.aid_refused_by is "
			"null and not exists (select from trinn.copayment_reliefs r where "
			"r.county_id = c.county_id and r.copayment_id = c.id and r.state = "
			"'asked' and r.aid_ore is not null) and (select trinn.caller_person()) <> "
			"all (array[c.raised_by]) union all select 'checkCopaymentAid', "
			"'/v1/copayments/' || c.id, (r.asked_at at time zone "
			"'Europe/Oslo')::date, c.hub_id, c.firm_id, null, r.aid_ore, null, null "
			"from trinn.copayment_reliefs r join trinn.copayments c on c.county_id = "
			"r.county_id and c.id = r.copayment_id where (select trinn.caller_role()) "
			"in ('caseworker', 'programme_lead') and c.county_id = (select "
			"trinn.caller_county()) and r.state = 'asked' and r.aid_ore is not null "
			"and num_nonnulls(r.aid_checked_by, r.aid_refused_by) = 0 and r.state = "
			"'asked' and c.state in ('due', 'invoiced', 'part_paid') and not (r.kind "
			"= 'waive' and trinn.left_unserved(c)) and (select trinn.caller_person()) "
			"<> all (array[c.raised_by, r.asked_by]) union all select "
			"'acceptHandover', '/v1/handovers/' || c.id, coalesce(c.consent_on, "
			"c.asked_on), c.hub_id, c.firm_id, null, null, null, null from "
			"trinn.handovers c where (select trinn.caller_role()) in ('caseworker', "
			"'programme_lead') and c.county_id = (select trinn.caller_county()) and "
			"c.by_county and c.state = 'asked' and num_nonnulls(c.consent_by, "
			"c.without_consent) > 0 and (select trinn.caller_person()) <> all "
			"(array[c.asked_by]) union all select 'giveGateWaiver', "
			"'/v1/gate-waivers/' || c.id, (c.asked_at at time zone "
			"'Europe/Oslo')::date, c.hub_id, c.firm_id, null, null, null, null from "
			"trinn.gate_waivers c where (select trinn.caller_role()) in "
			"('caseworker', 'programme_lead') and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'asked' and (select "
			"trinn.caller_person()) <> all (array[c.asked_by]) and not "
			"trinn.is_over(c) union all select null, '/v1/progress-reports/' || c.id, "
			"coalesce(t.due_again_on, t.due_on), c.hub_id, null, "
			"coalesce(t.due_again_on, t.due_on), null, null, null from "
			"trinn.progress_reports c cross join lateral (select c.due_on, "
			"c.due_again_on, c.state) t where (select trinn.caller_role()) in "
			"('caseworker', 'programme_lead') and c.county_id = (select "
			"trinn.caller_county()) and coalesce(t.due_again_on, t.due_on) < "
			"trinn.today() and t.state in ('expected', 'returned') union all select "
			"'approveProgressReport', '/v1/progress-reports/' || c.id, "
			"(c.submitted_at at time zone 'Europe/Oslo')::date, c.hub_id, null, null, "
			"null, null, null from trinn.progress_reports c where (select "
			"trinn.caller_role()) in ('caseworker', 'programme_lead') and c.county_id "
			"= (select trinn.caller_county()) and (select trinn.caller_role()) = "
			"'caseworker' and c.state = 'submitted' and (select "
			"trinn.caller_person()) <> all (array[c.submitted_by]) union all select "
			"t.operation, case when t.operation in ('nameAssessor', "
			"'releaseAssessor', 'consolidateEvaluation') then '/v1/evaluations/' || "
			"e.id else '/v1/applications/' || c.id end, (c.submitted_at at time zone "
			"'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, ((c.submitted_at at time zone 'Europe/Oslo') + "
			"interval '1 month')::date, c.applied_ore, c.case_number, null from "
			"trinn.applications c join trinn.calls k on k.county_id = c.county_id and "
			"k.id = c.call_id left join trinn.evaluations e on e.county_id = "
			"c.county_id and e.application_id = c.id and e.state <> 'void' cross join "
			"lateral (select case when c.state = 'submitted' then 'takeApplication' "
			"when trinn.unsettled_partners(c.id) is not null then 'returnApplication' "
			"when exists (select from trinn.assessors s where s.county_id = "
			"e.county_id and s.evaluation_id = e.id and s.state <> 'released' and "
			"trinn.is_questioned(s.person_id, c.id)) then 'releaseAssessor' when "
			"e.state = 'scored' then 'consolidateEvaluation' when k.evaluation is not "
			"null and e.id is null then 'beginEvaluation' when e.state is distinct "
			"from 'scoring' then 'recommendApplication' when (select count(*) from "
			"trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = "
			"e.id and s.state <> 'released') < (k.evaluation->>'assessors')::int then "
			"'nameAssessor' end as operation) t where (select trinn.caller_role()) in "
			"('caseworker', 'programme_lead') and c.county_id = (select "
			"trinn.caller_county()) and (select trinn.caller_role()) = 'caseworker' "
			"and t.operation is not null and (c.state = 'submitted' or c.state = "
			"'in_review' and (c.caseworker_id = (select trinn.caller_person()) or "
			"c.caseworker_id = any ((select trinn.stood_in_for())::bigint[]))) and "
			"(c.state = 'submitted' or not trinn.has_applied(c.county_id, c.id, "
			"(select trinn.caller_person()))) union all select case c.state when "
			"'submitted' then 'reviewClaim' when 'reviewed' then 'attestClaim' else "
			"'releaseClaim' end, '/v1/claims/' || c.id, (c.submitted_at at time zone "
			"'Europe/Oslo')::date, case a.applicant_kind when 'hub' then "
			"a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, null, coalesce(c.approved_ore, c.amount_ore), "
			"a.case_number, null from trinn.claims c join trinn.applications a on "
			"a.county_id = c.county_id and a.id = c.application_id join trinn.grants "
			"g on g.county_id = c.county_id and g.id = c.grant_id where (select "
			"trinn.caller_role()) in ('caseworker', 'attestant', 'releaser') and "
			"c.county_id = (select trinn.caller_county()) and c.state = case (select "
			"trinn.caller_role()) when 'caseworker' then 'submitted' when 'attestant' "
			"then 'reviewed' when 'releaser' then 'attested' end and (select "
			"trinn.caller_person()) <> all (array[c.submitted_by, "
			"coalesce(c.reviewed_by, 0), coalesce(c.attested_by, 0)]) and (c.state = "
			"'submitted' or (select trinn.caller_person()) <> all (array(select "
			"p.person_id from trinn.granted_by(c.county_id, c.application_id) p))) "
			"and (c.state = 'submitted' or not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', a.id))) and (c.state <> 'attested' or exists "
			"(select from trinn.bank_accounts b where b.county_id = c.county_id and "
			"b.organisation_id = c.applicant_id)) and (c.state <> 'attested' or "
			"trinn.held_back_by(c.application_id, c.kind) is null) and (c.state <> "
			"'attested' or not exists (select from trinn.grant_parts p join "
			"trinn.funding_lines l on l.county_id = p.county_id and l.id = "
			"p.funding_line_id and l.overdue_report_blocks where p.county_id = "
			"g.county_id and p.grant_id = g.id) or not exists (select from "
			"trinn.progress_reports t where t.county_id = c.county_id and "
			"t.application_id = c.application_id and coalesce(t.due_again_on, "
			"t.due_on) < trinn.today() and t.state in ('expected', 'returned'))) "
			"union all select case c.state when 'exported' then 'registerPaid' else "
			"'confirmPaid' end, '/v1/payments/' || c.id, (l.made_at at time zone "
			"'Europe/Oslo')::date, case a.applicant_kind when 'hub' then "
			"a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, null, c.amount_ore, c.reference, null from "
			"trinn.payments c join trinn.payment_lists l on l.county_id = c.county_id "
			"and l.id = c.list_id join trinn.applications a on a.county_id = "
			"c.county_id and a.id = c.application_id where (select "
			"trinn.caller_role()) = 'finance' and c.county_id = (select "
			"trinn.caller_county()) and c.state in ('exported', 'sent_unconfirmed') "
			"and (select trinn.caller_person()) <> all "
			"(array[coalesce(c.registered_by, 0)]) union all select case when "
			"t.unfound > 0 then 'noteFinding' when c.state = 'drawn' then "
			"'openSampling' when t.unclosed = 0 then 'closeSampling' when t.unclosed "
			"> t.asked then 'closeSampledCase' end, '/v1/samplings/' || c.id, "
			"coalesce(t.answered_on, (c.drawn_at at time zone 'Europe/Oslo')::date), "
			"c.hub_id, null, t.due_on, null, null, null from trinn.samplings c, "
			"lateral (select count(*) as unclosed, count(*) filter (where f.finding "
			"is null) as unfound, count(*) filter (where f.follow_up is not null and "
			"a.id is null) as asked, min(a.answered_on) as answered_on, "
			"min(f.follow_up_by) as due_on from trinn.sampled_cases f left join "
			"trinn.sampling_answers a on a.county_id = f.county_id and a.sampling_id "
			"= f.sampling_id and a.number = f.number and a.state = 'given' where "
			"f.county_id = c.county_id and f.sampling_id = c.id and f.closed_on is "
			"null) t where (select trinn.caller_role()) = 'programme_lead' and "
			"c.county_id = (select trinn.caller_county()) and c.state <> 'closed' and "
			"(c.state = 'drawn' or t.unclosed = 0 or t.unclosed > t.asked or t.due_on "
			"< trinn.today()) union all select 'recommendLateSubmission', "
			"'/v1/late-submissions/' || c.id, (c.asked_at at time zone "
			"'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, null::date, null::bigint, null::text, null::int from "
			"trinn.late_submissions c where (select trinn.caller_role()) = "
			"'caseworker' and c.county_id = (select trinn.caller_county()) and "
			"c.state = 'asked' and (select trinn.caller_person()) <> all "
			"(array[c.asked_by]) union all select 'decideLateSubmission', "
			"'/v1/late-submissions/' || c.id, (c.asked_at at time zone "
			"'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, null, null, null, null from trinn.late_submissions c "
			"join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id "
			"where (select trinn.caller_role()) = 'decision_maker' and c.county_id = "
			"(select trinn.caller_county()) and c.state = 'recommended' and (select "
			"trinn.caller_person()) <> all (array[c.asked_by, c.recommended_by]) and "
			"exists (select from trinn.authorities t where t.county_id = k.county_id "
			"and t.funding_line_id = k.funding_line_id and t.role = (select "
			"trinn.caller_role())) union all select 'approveForm', '/v1/calls/' || "
			"c.call_id, (c.made_at at time zone 'Europe/Oslo')::date, null, null, "
			"null, null, k.code, null from trinn.forms c join trinn.calls k on "
			"k.county_id = c.county_id and k.id = c.call_id and k.state = 'open' "
			"where (select trinn.caller_role()) = 'caseworker' and c.county_id = "
			"(select trinn.caller_county()) and c.state = 'proposed' and (select "
			"trinn.caller_person()) <> all (array[c.made_by]) union all select null, "
			"'/v1/organisations/' || o.orgnr, s.since, s.hub_id, s.firm_id, "
			"null::date, null::bigint, null::text, null::int from "
			"trinn.silent_firms() s join trinn.organisations o on o.id = s.firm_id "
			"where (select trinn.caller_role()) = 'county_admin' union all select "
			"'decideApplication', '/v1/applications/' || c.id, (m.made_at at time "
			"zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, ((c.submitted_at at time zone 'Europe/Oslo') + "
			"interval '1 month')::date, m.amount_ore, c.case_number, null from "
			"trinn.applications c join trinn.calls k on k.county_id = c.county_id and "
			"k.id = c.call_id join lateral (select count(*) as lines, count(u.role) "
			"as held, min(u.limit_ore) as limit_ore from trinn.call_lines s left join "
			"lateral (select t.role, t.limit_ore from "
			"trinn.authorities_on(s.county_id, s.funding_line_id, trinn.today()) t "
			"where t.role = (select trinn.caller_role()) order by t.limit_ore desc "
			"nulls first limit 1) u on true where s.county_id = k.county_id and "
			"s.call_id = k.id) u on u.held = u.lines left join lateral "
			"trinn.resolution_of(c.id) d on true join lateral (select * from "
			"trinn.recommendations r where r.county_id = c.county_id and "
			"r.application_id = c.id order by r.number desc limit 1) m on true where "
			"c.county_id = (select trinn.caller_county()) and c.state = 'recommended' "
			"and (select trinn.caller_person()) <> all (array[m.made_by]) and not "
			"trinn.is_held(c.county_id, c.id) and case when exists (select from "
			"trinn.call_lines y join trinn.funding_lines l on l.county_id = "
			"y.county_id and l.id = y.funding_line_id and l.assures_recommendations "
			"where y.county_id = k.county_id and y.call_id = k.id) then exists "
			"(select from trinn.assurances s where s.county_id = m.county_id and "
			"s.application_id = m.application_id and s.recommendation = m.number and "
			"(select trinn.caller_person()) <> all (array[s.assured_by])) else true "
			"end and not trinn.is_before_meeting(c.id) and coalesce(d.may_decide, "
			"false) = ((select trinn.caller_role()) = 'secretary' and "
			"trinn.is_delegated(k.id)) and (d.may_decide or u.limit_ore is null or "
			"u.limit_ore >= case when m.outcome in ('granted', 'part_granted') then "
			"m.amount_ore else c.applied_ore end) and not "
			"trinn.has_applied(c.county_id, c.id, (select trinn.caller_person())) and "
			"not (select coalesce(nullif(current_setting('trinn.stands_back', true), "
			"''), '[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', c.id)) and not exists (select from "
			"trinn.evaluations e join trinn.consolidations d on d.county_id = "
			"e.county_id and d.id = e.consolidation_id join trinn.assessors s on "
			"s.county_id = e.county_id and s.evaluation_id = e.id and s.state = "
			"'scored' where e.county_id = c.county_id and e.application_id = c.id and "
			"((select trinn.caller_person()) in (s.person_id, d.made_by) or "
			"trinn.is_questioned(s.person_id, c.id))) union all select "
			"'settleDisqualification', '/v1/disqualifications/' || c.id, "
			"(c.entered_at at time zone 'Europe/Oslo')::date, null::bigint, "
			"null::bigint, null, null, null, null from trinn.disqualifications c "
			"where (select trinn.caller_role()) in ('decision_maker', 'secretary', "
			"'programme_lead') and c.county_id = (select trinn.caller_county()) and "
			"c.state = 'raised' and (select trinn.caller_person()) <> all "
			"(array[c.person_id, c.entered_by]) union all select "
			"'concedeDisqualification', '/v1/disqualifications/' || c.id, "
			"(c.entered_at at time zone 'Europe/Oslo')::date, null, null, null, null, "
			"null, null from trinn.disqualifications c where (select "
			"trinn.caller_kind()) = 'county' and c.county_id = (select "
			"trinn.caller_county()) and c.person_id = (select trinn.caller_person()) "
			"and c.state = 'raised' union all select 'approveSetupChange', "
			"'/v1/setup-changes/' || c.id, (c.proposed_at at time zone "
			"'Europe/Oslo')::date, null, null, (c.content->>'validFrom')::date, null, "
			"c.title, null from trinn.setup_changes c where (select "
			"trinn.caller_role()) = 'county_admin' and c.county_id = (select "
			"trinn.caller_county()) and c.state = 'proposed' and (select "
			"trinn.caller_person()) <> all (array[c.proposed_by]) union all select "
			"case g.state when 'offered' then 'acceptGrant' end, '/v1/grants/' || "
			"g.id, case g.state when 'offered' then d.decided_on else (g.ended_at at "
			"time zone 'Europe/Oslo')::date end, case a.applicant_kind when 'hub' "
			"then a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, case g.state when 'offered' then g.accept_by end, "
			"g.amount_ore, a.case_number, null::int from trinn.grants g join "
			"trinn.decisions d on d.county_id = g.county_id and d.id = g.decision_id "
			"join trinn.applications a on a.county_id = g.county_id and a.id = "
			"g.application_id where (select trinn.caller_role()) in ('hub_signatory', "
			"'firm') and g.county_id = (select trinn.caller_county()) and "
			"g.applicant_id = (select trinn.caller_org()) and (g.state = 'offered' "
			"and g.accept_by >= trinn.today() or g.state = 'lapsed' and g.ended_at > "
			"now() - interval '14 days') union all select 'prepareAmendment', "
			"'/v1/amendments/' || m.id, (m.asked_at at time zone "
			"'Europe/Oslo')::date, case a.applicant_kind when 'hub' then "
			"a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, case m.kind when 'acceptance' then g.accept_by else "
			"(m.asked_at at time zone 'Europe/Oslo' + interval '1 month')::date end, "
			"m.asked_ore, a.case_number, null::int from trinn.amendments m join "
			"trinn.applications a on a.county_id = m.county_id and a.id = "
			"m.application_id join trinn.grants g on g.county_id = m.county_id and "
			"g.id = m.grant_id where (select trinn.caller_role()) = 'caseworker' and "
			"m.county_id = (select trinn.caller_county()) and m.state = 'asked' and "
			"(m.is_of_county or (select trinn.caller_person()) <> all "
			"(array[m.asked_by])) and not exists (select from trinn.submissions s "
			"where s.county_id = m.county_id and s.application_id = m.application_id "
			"and s.submitted_by = (select trinn.caller_person())) and not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', a.id)) union all select 'decideAmendment', "
			"'/v1/amendments/' || m.id, (p.made_at at time zone 'Europe/Oslo')::date, "
			"case a.applicant_kind when 'hub' then a.applicant_id end, case "
			"a.applicant_kind when 'firm' then a.applicant_id end, case m.kind when "
			"'acceptance' then g.accept_by else (m.asked_at at time zone "
			"'Europe/Oslo' + interval '1 month')::date end, p.amount_ore, "
			"a.case_number, null from trinn.amendments m join trinn.applications a on "
			"a.county_id = m.county_id and a.id = m.application_id join trinn.calls k "
			"on k.county_id = a.county_id and k.id = a.call_id join trinn.grants g on "
			"g.county_id = m.county_id and g.id = m.grant_id join lateral (select * "
			"from trinn.amendment_proposals t where t.county_id = m.county_id and "
			"t.amendment_id = m.id order by t.id desc limit 1) p on true join lateral "
			"(select t.limit_ore from trinn.authorities_on(k.county_id, "
			"k.funding_line_id, trinn.today()) t where t.role = (select "
			"trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on "
			"u.limit_ore is null or u.limit_ore >= greatest(g.amount_ore, "
			"p.amount_ore) where (select trinn.caller_role()) in ('decision_maker', "
			"'secretary') and m.county_id = (select trinn.caller_county()) and "
			"m.state = 'prepared' and (select trinn.caller_person()) <> all "
			"(array[m.asked_by, p.made_by]) and not exists (select from "
			"trinn.submissions s where s.county_id = m.county_id and s.application_id "
			"= m.application_id and s.submitted_by = (select trinn.caller_person())) "
			"and not (select coalesce(nullif(current_setting('trinn.stands_back', "
			"true), ''), '[]')::jsonb) @> "
			"jsonb_build_array(jsonb_build_object('kind', 'application', 'id', a.id)) "
			"union all select case when s.id is null then 'settleGrant' else "
			"'confirmGrantSettlement' end, '/v1/grants/' || g.id, case when s.id is "
			"null then f.since else (s.prepared_at at time zone 'Europe/Oslo')::date "
			"end, case a.applicant_kind when 'hub' then a.applicant_id end, case "
			"a.applicant_kind when 'firm' then a.applicant_id end, null::date, "
			"g.remaining_ore, a.case_number, null::int from trinn.grants g join "
			"trinn.applications a on a.county_id = g.county_id and a.id = "
			"g.application_id left join trinn.grant_settlements s on s.county_id = "
			"g.county_id and s.grant_id = g.id and s.state = 'prepared' cross join "
			"lateral (select max(p.paid_on) as since from trinn.payments p where "
			"p.county_id = g.county_id and p.grant_id = g.id) f where g.county_id = "
			"(select trinn.caller_county()) and g.state = 'active' and case when s.id "
			"is null then (select trinn.caller_role()) = 'caseworker' and "
			"(g.remaining_ore = 0 or exists (select from trinn.claims c where "
			"c.county_id = g.county_id and c.grant_id = g.id and c.kind = 'final' and "
			"c.state = 'released')) and trinn.unsettled_of(g) is null else (select "
			"trinn.caller_role()) = 'decision_maker' and (select "
			"trinn.caller_person()) <> all (array[s.prepared_by]) end and not "
			"trinn.is_recipients(g.county_id, g.id, (select trinn.caller_person())) "
			"and not (select coalesce(nullif(current_setting('trinn.stands_back', "
			"true), ''), '[]')::jsonb) @> "
			"jsonb_build_array(jsonb_build_object('kind', 'application', 'id', a.id)) "
			"union all select case c.state when 'open' then 'reportCondition' when "
			"'reported' then 'confirmCondition' else 'waiveCondition' end, "
			"'/v1/conditions/' || c.id, (coalesce(c.waiver_asked_at, c.reported_at, "
			"g.accepted_at) at time zone 'Europe/Oslo')::date, case a.applicant_kind "
			"when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' "
			"then a.applicant_id end, c.due_on, null::bigint, a.case_number, "
			"null::int from trinn.decision_conditions c join trinn.applications a on "
			"a.county_id = c.county_id and a.id = c.application_id join trinn.grants "
			"g on g.county_id = c.county_id and g.application_id = c.application_id "
			"and g.state in ('accepted', 'active') where c.county_id = (select "
			"trinn.caller_county()) and case c.state when 'open' then (select "
			"trinn.caller_kind()) in ('hub', 'firm') and c.applicant_id = (select "
			"trinn.caller_org()) when 'reported' then (select trinn.caller_role()) = "
			"'caseworker' and (select trinn.caller_person()) <> all "
			"(array[c.reported_by]) when 'waiver_asked' then (select "
			"trinn.caller_role()) in ('decision_maker', 'secretary') and (select "
			"trinn.caller_person()) <> all (array[c.waiver_asked_by, "
			"coalesce(c.reported_by, 0)]) end and ((select trinn.caller_kind()) <> "
			"'county' or not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', a.id))) union all select 'assureRecommendation', "
			"'/v1/applications/' || c.id, (m.made_at at time zone "
			"'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, ((c.submitted_at at time zone 'Europe/Oslo') + "
			"interval '1 month')::date, m.amount_ore, c.case_number, null from "
			"trinn.applications c join trinn.calls k on k.county_id = c.county_id and "
			"k.id = c.call_id join lateral (select * from trinn.recommendations r "
			"where r.county_id = c.county_id and r.application_id = c.id order by "
			"r.number desc limit 1) m on true where (select trinn.caller_role()) = "
			"'caseworker' and c.county_id = (select trinn.caller_county()) and "
			"c.state = 'recommended' and exists (select from trinn.call_lines y join "
			"trinn.funding_lines l on l.county_id = y.county_id and l.id = "
			"y.funding_line_id and l.assures_recommendations where y.county_id = "
			"k.county_id and y.call_id = k.id) and (select trinn.caller_person()) <> "
			"all (array[m.made_by]) and not exists (select from trinn.assurances s "
			"where s.county_id = m.county_id and s.application_id = m.application_id "
			"and s.recommendation = m.number) and not trinn.has_applied(c.county_id, "
			"c.id, (select trinn.caller_person())) and not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', c.id)) union all select null, '/v1/meetings/' || "
			"m.id, (min(g.sent_at) at time zone 'Europe/Oslo')::date, null::bigint, "
			"null::bigint, m.on_day, null::bigint, b.name, null::int from "
			"trinn.meetings m join trinn.bodies b on b.county_id = m.county_id and "
			"b.id = m.body_id join trinn.agenda_items g on g.county_id = m.county_id "
			"and g.meeting_id = m.id and g.agenda = m.agenda where (select "
			"trinn.caller_role()) in ('steering_member', 'decision_maker', "
			"'programme_lead') and m.county_id = (select trinn.caller_county()) and "
			"m.state = 'called' and trinn.sits_in(m.id) group by m.id, m.on_day, "
			"b.name union all select case when t.id is null then 'writeMinutes' else "
			"'approveMinutes' end, '/v1/meetings/' || m.id, m.on_day, null, null, "
			"null, null, b.name, null from trinn.meetings m join trinn.bodies b on "
			"b.county_id = m.county_id and b.id = m.body_id left join trinn.minutes t "
			"on t.county_id = m.county_id and t.meeting_id = m.id and t.state = "
			"'written' where m.county_id = (select trinn.caller_county()) and case "
			"when t.id is null then (select trinn.caller_role()) = 'secretary' and "
			"m.state = 'closed' else (select trinn.caller_role()) in "
			"('steering_member', 'decision_maker', 'programme_lead') and t.written_by "
			"<> (select trinn.caller_person()) and ((select trinn.caller_person()) = "
			"m.presided_by or exists (select from trinn.members_of(m.county_id, "
			"m.body_id, m.on_day) s where s.person_id = (select "
			"trinn.caller_person()) and s.seat = 'chair')) end union all select "
			"'handInScores', '/v1/evaluations/' || s.evaluation_id, (s.named_at at "
			"time zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then "
			"c.applicant_id end, case c.applicant_kind when 'firm' then "
			"c.applicant_id end, ((c.submitted_at at time zone 'Europe/Oslo') + "
			"interval '1 month')::date, c.applied_ore, c.case_number, null from "
			"trinn.assessors s join trinn.evaluations e on e.county_id = s.county_id "
			"and e.id = s.evaluation_id join trinn.applications c on c.county_id = "
			"s.county_id and c.id = s.application_id where (select "
			"trinn.caller_role()) in ('caseworker', 'programme_lead', "
			"'steering_member') and s.county_id = (select trinn.caller_county()) and "
			"s.person_id = (select trinn.caller_person()) and s.state = 'named' and "
			"e.state = 'scoring' and c.state in ('submitted', 'in_review') and not "
			"trinn.is_questioned(s.person_id, c.id) union all select 'commentAppeal', "
			"'/v1/appeals/' || p.id, (select (max(x.settled_at) at time zone "
			"'Europe/Oslo')::date from trinn.appeal_proposals x where x.county_id = "
			"p.county_id and x.appeal_id = p.id and x.kind = 'reconsideration'), case "
			"a.applicant_kind when 'hub' then a.applicant_id end, case "
			"a.applicant_kind when 'firm' then a.applicant_id end, p.comment_by, "
			"null::bigint, a.case_number, null::int from trinn.appeals p join "
			"trinn.applications a on a.county_id = p.county_id and a.id = "
			"p.application_id where (select trinn.caller_role()) in ('hub_signatory', "
			"'firm') and p.county_id = (select trinn.caller_county()) and "
			"p.applicant_id = (select trinn.caller_org()) and p.state = 'forwarded' "
			"and p.comment is null and p.comment_by >= trinn.today() union all select "
			"s.operation, '/v1/appeals/' || p.id, s.since, case a.applicant_kind when "
			"'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, (s.since + interval '1 month')::date, s.amount_ore, "
			"a.case_number, null::int from trinn.appeals p join trinn.applications a "
			"on a.county_id = p.county_id and a.id = p.application_id join "
			"trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id "
			"cross join lateral (select count(*) filter (where x.kind = 'leave' and "
			"x.state <> 'returned') as n_leaves, count(*) filter (where x.kind = "
			"'stay' and x.state <> 'returned') as n_stays, count(*) filter (where "
			"x.kind = 'costs' and x.state <> 'returned') as n_costs from "
			"trinn.appeal_proposals x where x.county_id = p.county_id and x.appeal_id "
			"= p.id) t cross join lateral (select case when p.state = 'lodged' and "
			"p.lodged_on > trinn.appeal_due(p.county_id, p.decision_id) and "
			"t.n_leaves = 0 then 'proposeAppealLeave' when p.state = 'lodged' or "
			"p.state = 'sent_back' and exists (select from trinn.grants g where "
			"g.county_id = p.county_id and g.application_id = p.application_id and "
			"g.state not in ('annulled', 'lapsed')) then 'reconsiderAppeal' end as "
			"operation, coalesce(p.settled_on, p.lodged_on) as since, p.asked_ore as "
			"amount_ore union all select 'proposeAppealStay', p.lodged_on, null where "
			"p.settled_on is null and p.stay_grounds is not null and t.n_stays = 0 "
			"union all select 'proposeAppealCosts', p.costs_claimed_on, p.costs_ore "
			"where p.costs_ore is not null and t.n_costs = 0) s where (select "
			"trinn.caller_role()) = 'caseworker' and p.county_id = (select "
			"trinn.caller_county()) and s.operation is not null and (select "
			"trinn.caller_person()) <> all (array[d.decided_by]) and (p.lodged_for is "
			"not null or (select trinn.caller_person()) <> all (array[p.lodged_by])) "
			"union all select 'enterAppealOutcome', '/v1/appeals/' || p.id, "
			"p.comment_by, case a.applicant_kind when 'hub' then a.applicant_id end, "
			"case a.applicant_kind when 'firm' then a.applicant_id end, null, null, "
			"a.case_number, null from trinn.appeals p join trinn.applications a on "
			"a.county_id = p.county_id and a.id = p.application_id join "
			"trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id "
			"where (select trinn.caller_role()) = 'secretary' and p.county_id = "
			"(select trinn.caller_county()) and p.state = 'forwarded' and (p.comment "
			"is not null or p.comment_by < trinn.today()) and (select "
			"trinn.caller_person()) <> all (array[d.decided_by, d.recommended_by]) "
			"union all select 'settleAppeal', '/v1/appeals/' || p.id, (x.proposed_at "
			"at time zone 'Europe/Oslo')::date, case a.applicant_kind when 'hub' then "
			"a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, null, x.amount_ore, a.case_number, null from "
			"trinn.appeal_proposals x join trinn.appeals p on p.county_id = "
			"x.county_id and p.id = x.appeal_id join trinn.applications a on "
			"a.county_id = p.county_id and a.id = p.application_id join trinn.calls k "
			"on k.county_id = a.county_id and k.id = a.call_id join trinn.decisions d "
			"on d.county_id = p.county_id and d.id = p.decision_id left join lateral "
			"(select t.role, t.limit_ore from trinn.authorities_on(k.county_id, "
			"k.funding_line_id, trinn.today()) t where t.role = (select "
			"trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on "
			"true where (select trinn.caller_role()) in ('decision_maker', "
			"'secretary') and x.county_id = (select trinn.caller_county()) and "
			"x.state = 'proposed' and (select trinn.caller_person()) <> all "
			"(array[x.proposed_by, d.decided_by, d.recommended_by]) and (p.lodged_for "
			"is not null or (select trinn.caller_person()) <> all "
			"(array[p.lodged_by])) and (x.kind = 'board' or u.role is not null and "
			"(u.limit_ore is null or u.limit_ore >= case x.kind when "
			"'reconsideration' then coalesce(x.amount_ore, a.applied_ore) else 0 "
			"end)) and not (select "
			"coalesce(nullif(current_setting('trinn.stands_back', true), ''), "
			"'[]')::jsonb) @> jsonb_build_array(jsonb_build_object('kind', "
			"'application', 'id', a.id)) union all select 'giveGrounds', "
			"'/v1/applications/' || a.id, n.on_day, case a.applicant_kind when 'hub' "
			"then a.applicant_id end, case a.applicant_kind when 'firm' then "
			"a.applicant_id end, (n.on_day + interval '1 month')::date, null, "
			"a.case_number, null from trinn.appeal_periods n join trinn.applications "
			"a on a.county_id = n.county_id and a.id = n.application_id where (select "
			"trinn.caller_role()) in ('caseworker', 'decision_maker') and n.county_id "
			"= (select trinn.caller_county()) and n.cause = 'grounds_asked' and not "
			"exists (select from trinn.appeal_periods m where m.county_id = "
			"n.county_id and m.decision_id = n.decision_id and m.number > n.number)) "
			"t (operation, path, since, hub_id, firm_id, due_on, amount_ore, "
			"reference, reminder) left join lateral (select c.case_number, "
			"c.caseworker_id, c.caseworker from trinn.applications c where (select "
			"trinn.caller_kind()) = 'county' and c.county_id = (select "
			"trinn.caller_county()) and c.case_number = t.reference limit 1) a on "
			"true where ((select trinn.own_parties()) is null or not (select "
			"trinn.own_parties()) && array[coalesce(t.hub_id, 0), coalesce(t.firm_id, "
			"0)]) and ($2::text is null or t.operation = $2::text) and ($3::text is "
			"distinct from 'true' or t.due_on < trinn.today()) and case $1::text when "
			"'mine' then ((select trinn.caller_kind()) <> 'county' or a.caseworker_id "
			"= (select trinn.caller_person()) or a.caseworker_id = any ((select "
			"trinn.stood_in_for())::bigint[]) or t.operation in ('handInScores', "
			"'concedeDisqualification') or t.path like '/v1/meetings/%' and "
			"(t.operation is null or t.operation = 'approveMinutes')) when "
			"'unassigned' then a.case_number is not null and a.caseworker_id is null "
			"else true end order by t.due_on, t.since, t.path limit $5::int8) w",
		.n_params = 5,
		.lanes = DB_ON_READ,
	},
	[Q_LIST_TIMELINE] = {
		.name = "list_timeline",
		.sql =
			"select p.* from trinn.applications a cross join lateral (select "
			"array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($4::int8)::int])::text as items, case when count(*) > $4::int8 "
			"then (array_agg(p.key order by p.key desc))[($4::int8)::int]::text end "
			"as next from (select t.seq as key, json_build_object('at', t.at, 'kind', "
			"t.object_kind || '.' || t.action, 'text', case $2::text when 'en' then "
			"t.en else t.nb end, 'side', case when r.kind in ('hub', 'firm') then "
			"'applicant' when r.kind = 'county' then 'county' end, 'role', case "
			"$2::text when 'en' then r.name_en else r.name_nb end, 'person', case "
			"when t.person_id is not null then json_build_object('id', "
			"t.person_id::text, 'name', trinn.person_name(t.person_id)) end, "
			"'reason', t.reason, 'isInternal', not t.is_shown or "
			"coalesce(m.is_internal, d.access = 'county', false), 'path', case "
			"t.object_kind when 'application' then '/v1/applications/' || a.id || "
			"case t.action when 'decide' then '/decisions' else '' end else '/v1/' || "
			"replace(t.object_kind, '_', '-') || 's/' || t.object_id end) as item "
			"from trinn.timeline(a.id) t join trinn.roles r on r.role = t.role left "
			"join trinn.messages m on t.object_kind = 'message' and m.county_id = "
			"a.county_id and m.id = t.object_id left join trinn.documents d on "
			"t.object_kind = 'document' and d.county_id = a.county_id and d.id = "
			"t.object_id where t.seq < case when $3::int8 is null then "
			"9223372036854775807 else $3::int8 end and (t.object_kind <> 'message' or "
			"m.id is not null) and (t.object_kind <> 'document' or d.id is not null) "
			"order by t.seq desc limit $4::int8 + 1) p) p where a.county_id = (select "
			"trinn.caller_county()) and a.id = $1::int8",
		.n_params = 4,
		.lanes = DB_ON_READ,
	},
	[Q_FUNNEL] = {
		.name = "funnel",
		.sql =
			"with cells as materialized (select p.stage, p.hub_id, p.year, case when "
			"p.stage is null then count(*) else 0 end as prospects, count(*) filter "
			"(where p.assessed) as assessed, count(*) filter (where p.entered) as "
			"entered, count(*) filter (where p.waited) as waited, count(*) filter "
			"(where p.enrolled) as enrolled, count(*) filter (where p.completed) as "
			"completed, count(*) filter (where p.dropped_out) as dropped from "
			"trinn.passages p where p.county_id = (select trinn.caller_county()) and "
			"($1::int8 is null or p.programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($2::int8 "
			"is null or p.hub_id = $2::int8) and ($3::int8 is null or p.year = "
			"$3::int8) group by p.stage, p.hub_id, p.year) select null::text as etag, "
			"json_build_object('items', coalesce((select "
			"json_agg(json_build_object('stage', g.stage, 'hub', "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name), "
			"'year', g.year, 'prospects', g.prospects, 'assessed', g.assessed, "
			"'entered', g.entered, 'waited', g.waited, 'enrolled', g.enrolled, "
			"'completed', g.completed, 'dropped', g.dropped, 'enteredBasisPoints', "
			"trinn.basis_points(g.entered, g.prospects), 'completedBasisPoints', "
			"trinn.basis_points(g.completed, g.enrolled)) order by g.year, o.name, "
			"o.id, g.stage nulls first) from cells g cross join lateral (select * "
			"from trinn.organisations h where h.id = g.hub_id offset 0) o), '[]'), "
			"'total', (select json_build_object('prospects', g.prospects, 'assessed', "
			"g.assessed, 'entered', g.entered, 'waited', g.waited, 'enrolled', "
			"g.enrolled, 'completed', g.completed, 'dropped', g.dropped, "
			"'enteredBasisPoints', trinn.basis_points(g.entered, g.prospects), "
			"'completedBasisPoints', trinn.basis_points(g.completed, g.enrolled)) "
			"from (select coalesce(sum(prospects), 0)::bigint as prospects, "
			"coalesce(sum(assessed), 0)::bigint as assessed, coalesce(sum(entered), "
			"0)::bigint as entered, coalesce(sum(waited), 0)::bigint as waited, "
			"coalesce(sum(enrolled), 0)::bigint as enrolled, coalesce(sum(completed), "
			"0)::bigint as completed, coalesce(sum(dropped), 0)::bigint as dropped "
			"from cells) g))::text as document",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_FUNNEL_TABLE] = {
		.name = "funnel_table",
		.sql =
			"with cells as materialized (select p.stage, p.hub_id, p.year, case when "
			"p.stage is null then count(*) else 0 end as prospects, count(*) filter "
			"(where p.assessed) as assessed, count(*) filter (where p.entered) as "
			"entered, count(*) filter (where p.waited) as waited, count(*) filter "
			"(where p.enrolled) as enrolled, count(*) filter (where p.completed) as "
			"completed, count(*) filter (where p.dropped_out) as dropped from "
			"trinn.passages p where p.county_id = (select trinn.caller_county()) and "
			"($1::int8 is null or p.programme_id in (with recursive below as (select "
			"g.id from trinn.programmes g where g.county_id = (select "
			"trinn.caller_county()) and g.id = $1::int8 union all select g.id from "
			"below b join trinn.programmes g on g.parent_id = b.id and g.county_id = "
			"(select trinn.caller_county())) select b.id from below b)) and ($2::int8 "
			"is null or p.hub_id = $2::int8) and ($3::int8 is null or p.year = "
			"$3::int8) group by p.stage, p.hub_id, p.year) select g.year, o.orgnr, "
			"o.name, g.stage, g.prospects, g.assessed, g.entered, g.waited, "
			"g.enrolled, g.completed, g.dropped, trinn.basis_points(g.entered, "
			"g.prospects), trinn.basis_points(g.completed, g.enrolled) from cells g "
			"cross join lateral (select * from trinn.organisations h where h.id = "
			"g.hub_id offset 0) o order by g.year, o.name, o.id, g.stage nulls first",
		.n_params = 3,
		.lanes = DB_ON_READ,
	},
	[Q_FUNNEL_FIRMS] = {
		.name = "funnel_firms",
		.sql =
			"select array_to_json((array_agg(p.item order by p.key "
			"desc))[1:($8::int8)::int])::text as items, case when count(*) > $8::int8 "
			"then (array_agg(p.key order by p.key desc))[($8::int8)::int]::text end "
			"as next from (select t.id as key, json_build_object('id', t.id::text, "
			"'enrolmentId', t.enrolment_id::text, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.firm_id), 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = t.hub_id), 'programmeId', "
			"t.programme_id::text, 'round', t.round, 'stage', t.stage, 'year', "
			"t.year) as item from ((select * from trinn.passages where (select "
			"trinn.caller_kind()) = 'county' and $2::int8 is null and county_id = "
			"(select trinn.caller_county()) and id < case when $7::int8 is null then "
			"9223372036854775807 else $7::int8 end and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::int8 is null "
			"or year = $3::int8) and ($4::int8 is null or stage = $4::int8) and "
			"($5::text is distinct from 'true' or stage is null) and case $6::text "
			"when 'prospects' then stage is null when 'assessed' then assessed when "
			"'entered' then entered when 'waited' then waited when 'enrolled' then "
			"enrolled when 'completed' then completed when 'dropped' then dropped_out "
			"else true end order by id desc limit $8::int8 + 1) union all (select * "
			"from trinn.passages where hub_id = case (select trinn.caller_kind()) "
			"when 'hub' then (select trinn.caller_org()) else $2::int8 end and "
			"($2::int8 is null or hub_id = $2::int8) and county_id = (select "
			"trinn.caller_county()) and id < case when $7::int8 is null then "
			"9223372036854775807 else $7::int8 end and ($1::int8 is null or "
			"programme_id in (with recursive below as (select g.id from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id from below b join "
			"trinn.programmes g on g.parent_id = b.id and g.county_id = (select "
			"trinn.caller_county())) select b.id from below b)) and ($3::int8 is null "
			"or year = $3::int8) and ($4::int8 is null or stage = $4::int8) and "
			"($5::text is distinct from 'true' or stage is null) and case $6::text "
			"when 'prospects' then stage is null when 'assessed' then assessed when "
			"'entered' then entered when 'waited' then waited when 'enrolled' then "
			"enrolled when 'completed' then completed when 'dropped' then dropped_out "
			"else true end order by id desc limit $8::int8 + 1)) t) p",
		.n_params = 8,
		.lanes = DB_ON_READ,
	},
	[Q_UMBRELLA] = {
		.name = "umbrella",
		.sql =
			"with recursive period as (select int4range(null, null) as years), under "
			"as (select g.id, g.code, g.name, trinn.programme_state(g) as state, "
			"g.digital_parts, g.green_parts, g.county_id, 0 as depth from "
			"trinn.programmes g where g.county_id = (select trinn.caller_county()) "
			"and g.id = $1::int8 union all select g.id, g.code, g.name, "
			"trinn.programme_state(g) as state, g.digital_parts, g.green_parts, "
			"g.county_id, u.depth + 1 from under u join trinn.programmes g on "
			"g.county_id = u.county_id and g.parent_id = u.id), all_cases as (select "
			"c.programme_id, a.id, a.state, a.applied_ore, a.applicant_kind, "
			"a.applicant_id, a.case_number, a.title, a.submitted_at from "
			"trinn.applications a join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id where a.county_id = (select trinn.caller_county()) and "
			"c.programme_id in (select id from under) and a.state <> 'draft'), cases "
			"as (select * from all_cases where extract(year from submitted_at at time "
			"zone 'Europe/Oslo')::int <@ (select years from period)), claimed as "
			"(select c.programme_id, c.case_number, k.id, k.number, k.state, "
			"k.amount_ore, k.approved_ore, k.submitted_at from trinn.claims k join "
			"all_cases c on c.id = k.application_id join trinn.grants g on "
			"g.county_id = k.county_id and g.id = k.grant_id where k.county_id = "
			"(select trinn.caller_county()) and g.year <@ (select years from "
			"period)), money as (select c.programme_id, g.id, g.amount_ore, "
			"g.remaining_ore, trinn.gave_nothing(g) as gave_nothing, case when "
			"c.applicant_kind = 'firm' then c.applicant_id end as firm_id from "
			"trinn.grants g join all_cases c on c.id = g.application_id where "
			"g.county_id = (select trinn.caller_county()) and g.year <@ (select years "
			"from period)), paid as (select p.programme_id, p.amount_ore from "
			"trinn.payments p where p.county_id = (select trinn.caller_county()) and "
			"p.state = 'paid' and p.programme_id in (select id from under) and p.year "
			"<@ (select years from period)), on_way as (select e.programme_id, e.id, "
			"e.firm_id, e.hub_id, e.state, e.stage, e.waiting_since, "
			"e.recommended_stage from trinn.enrolments e where e.county_id = (select "
			"trinn.caller_county()) and e.programme_id in (select id from under) and "
			"((select lower_inf(years) and upper_inf(years) from period) or exists "
			"(select from trinn.passages p where p.county_id = e.county_id and "
			"p.enrolment_id = e.id and p.year <@ (select years from period)))) select "
			"null::text as etag, json_build_object('programmes', (select "
			"json_agg(json_build_object('id', u.id::text, 'code', u.code, 'name', "
			"u.name, 'state', u.state, 'profile', case when u.digital_parts is not "
			"null then json_build_object('digitalParts', u.digital_parts, "
			"'greenParts', u.green_parts) end, 'depth', u.depth, 'applications', "
			"(select count(*) from cases c where u.id is null or c.programme_id = "
			"u.id), 'appliedOre', (select coalesce(sum(c.applied_ore), 0) from cases "
			"c where u.id is null or c.programme_id = u.id), 'grants', (select "
			"count(*) from money m where (u.id is null or m.programme_id = u.id) and "
			"not m.gave_nothing), 'grantedOre', (select coalesce(sum(m.amount_ore), "
			"0) from money m where (u.id is null or m.programme_id = u.id) and not "
			"m.gave_nothing), 'paidOre', (select coalesce(sum(p.amount_ore), 0) from "
			"paid p where u.id is null or p.programme_id = u.id), 'firms', (select "
			"count(distinct w.firm_id) from (select programme_id, firm_id from on_way "
			"union all select programme_id, firm_id from money where not "
			"gave_nothing) w where u.id is null or w.programme_id = u.id), 'hubs', "
			"(select count(distinct w.hub_id) from on_way w where u.id is null or "
			"w.programme_id = u.id), 'currency', 'NOK') order by u.depth, u.name, "
			"u.id) from under u), 'total', (select json_build_object('applications', "
			"(select count(*) from cases c where u.id is null or c.programme_id = "
			"u.id), 'appliedOre', (select coalesce(sum(c.applied_ore), 0) from cases "
			"c where u.id is null or c.programme_id = u.id), 'grants', (select "
			"count(*) from money m where (u.id is null or m.programme_id = u.id) and "
			"not m.gave_nothing), 'grantedOre', (select coalesce(sum(m.amount_ore), "
			"0) from money m where (u.id is null or m.programme_id = u.id) and not "
			"m.gave_nothing), 'paidOre', (select coalesce(sum(p.amount_ore), 0) from "
			"paid p where u.id is null or p.programme_id = u.id), 'firms', (select "
			"count(distinct w.firm_id) from (select programme_id, firm_id from on_way "
			"union all select programme_id, firm_id from money where not "
			"gave_nothing) w where u.id is null or w.programme_id = u.id), 'hubs', "
			"(select count(distinct w.hub_id) from on_way w where u.id is null or "
			"w.programme_id = u.id), 'currency', 'NOK') from (select null::bigint as "
			"id) u), 'waiting', json_build_object('applications', (select count(*) "
			"from cases c where c.state in ('submitted', 'in_review', "
			"'recommended')), 'claims', (select count(*) from claimed k where k.state "
			"in ('submitted', 'reviewed', 'attested')), 'firms', (select count(*) "
			"from on_way w where w.state = 'waiting')), 'oldest', coalesce((select "
			"json_agg(json_build_object('id', c.id::text, 'caseNumber', "
			"c.case_number, 'title', c.title, 'state', c.state, 'submittedAt', "
			"c.submitted_at, 'programmeId', c.programme_id::text) order by "
			"c.submitted_at, c.id) from (select * from cases where state in "
			"('submitted', 'in_review', 'recommended') order by submitted_at, id "
			"limit 100) c), '[]'), 'oldestClaims', coalesce((select "
			"json_agg(json_build_object('id', k.id::text, 'caseNumber', "
			"k.case_number, 'number', k.number, 'state', k.state, 'amountOre', "
			"k.amount_ore, 'currency', 'NOK', 'submittedAt', k.submitted_at, "
			"'programmeId', k.programme_id::text) order by k.submitted_at, k.id) from "
			"(select * from claimed where state in ('submitted', 'reviewed', "
			"'attested') order by submitted_at, id limit 100) k), '[]'), "
			"'longestWaiting', coalesce((select "
			"json_agg(json_build_object('enrolmentId', w.id::text, 'firm', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = w.firm_id), 'hub', (select "
			"json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name) "
			"from trinn.organisations o where o.id = w.hub_id), 'stage', w.stage, "
			"'waitingSince', w.waiting_since, 'programmeId', w.programme_id::text) "
			"order by w.waiting_since, w.id) from (select * from on_way where state = "
			"'waiting' order by waiting_since, id limit 100) w), '[]'))::text as "
			"document where exists (select from under) and (select "
			"trinn.caller_role()) in ('caseworker', 'decision_maker', "
			"'programme_lead', 'secretary', 'archivist', 'auditor')",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
};

const size_t query_count = sizeof(queries) / sizeof(queries[0]);
