/* Written by cmd/specgen from sql/queries/: change that and run `make gen`. */
#include "api/queries.gen.h"

const struct db_query queries[] = {
	[Q_APPLICATION_DOCUMENT] = {
		.name = "application_document",
		.sql =
			"select a.version::text as etag, json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'state', a.state, 'title', a.title, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'call', json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'stages', c.stages), 'trackId', "
			"a.track_id::text, 'appliedOre', a.applied_ore, 'currency', 'NOK', "
			"'submittedAt', to_char(a.submitted_at at time zone 'UTC', "
			"'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'formVersion', a.form_version, "
			"'answers', a.answers, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'costs', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'description', t.description, 'amountOre', t.amount_ore) "
			"order by t.line) from trinn.application_costs t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'finance', "
			"coalesce((select json_agg(json_build_object('sourceKind', t.source_kind, "
			"'source', t.source, 'amountOre', t.amount_ore, 'confirmed', t.confirmed) "
			"order by t.line) from trinn.application_finance t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'firms', "
			"coalesce((select json_agg(json_build_object('orgnr', t.orgnr, 'name', "
			"t.name, 'municipalityNo', t.municipality_no, 'stage', t.stage) order by "
			"t.line) from trinn.application_firms t where t.county_id = a.county_id "
			"and t.application_id = a.id), '[]'), 'fagpartnere', coalesce((select "
			"json_agg(json_build_object('orgnr', t.orgnr, 'name', t.name, 'role', "
			"t.role, 'hours', t.hours, 'hourlyOre', t.hourly_ore) order by t.line) "
			"from trinn.application_fagpartnere t where t.county_id = a.county_id and "
			"t.application_id = a.id), '[]'), 'createdAt', to_char(a.created_at at "
			"time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'caseworker', "
			"trinn.person_name(a.caseworker_id), 'returnReason', a.return_reason, "
			"'answerBy', a.return_by)::text as document from trinn.applications a "
			"join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id "
			"join trinn.organisations o on o.id = a.applicant_id where a.county_id = "
			"(select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_READ,
	},
	[Q_REPLY_APPLICATION] = {
		.name = "reply_application",
		.sql =
			"select r.status, r.location, r.etag, r.reply from (select "
			"a.version::text as etag, json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'state', a.state, 'title', a.title, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'call', json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'stages', c.stages), 'trackId', "
			"a.track_id::text, 'appliedOre', a.applied_ore, 'currency', 'NOK', "
			"'submittedAt', to_char(a.submitted_at at time zone 'UTC', "
			"'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'formVersion', a.form_version, "
			"'answers', a.answers, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'costs', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'description', t.description, 'amountOre', t.amount_ore) "
			"order by t.line) from trinn.application_costs t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'finance', "
			"coalesce((select json_agg(json_build_object('sourceKind', t.source_kind, "
			"'source', t.source, 'amountOre', t.amount_ore, 'confirmed', t.confirmed) "
			"order by t.line) from trinn.application_finance t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'firms', "
			"coalesce((select json_agg(json_build_object('orgnr', t.orgnr, 'name', "
			"t.name, 'municipalityNo', t.municipality_no, 'stage', t.stage) order by "
			"t.line) from trinn.application_firms t where t.county_id = a.county_id "
			"and t.application_id = a.id), '[]'), 'fagpartnere', coalesce((select "
			"json_agg(json_build_object('orgnr', t.orgnr, 'name', t.name, 'role', "
			"t.role, 'hours', t.hours, 'hourlyOre', t.hourly_ore) order by t.line) "
			"from trinn.application_fagpartnere t where t.county_id = a.county_id and "
			"t.application_id = a.id), '[]'), 'createdAt', to_char(a.created_at at "
			"time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'caseworker', "
			"trinn.person_name(a.caseworker_id), 'returnReason', a.return_reason, "
			"'answerBy', a.return_by)::text as document from trinn.applications a "
			"join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id "
			"join trinn.organisations o on o.id = a.applicant_id where a.county_id = "
			"(select trinn.caller_county()) and a.id = $6::int8) d, lateral "
			"trinn.store_reply($1::text, $2::text, $3::text, $4::int4, $5::text, "
			"d.etag, d.document) r",
		.n_params = 6,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_NEW_APPLICATION] = {
		.name = "load_new_application",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', nextval('trinn.applications_id_seq')::text, "
			"'callState', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, "
			"'programmeId', c.programme_id, 'formVersion', c.form_version, "
			"'applicantKinds', l.applicant_kinds, 'trackProgrammeId', (select "
			"t.programme_id from trinn.tracks t where t.county_id = c.county_id and "
			"t.id = $2::int8), 'trackApplicationId', (select min(a.id) from "
			"trinn.applications a where a.county_id = c.county_id and a.call_id = "
			"c.id and a.track_id = $2::int8 and a.state <> 'withdrawn'))::text, "
			"null::bigint, json_build_array(json_build_array('call', c.id, g.version, "
			"false))::text from trinn.calls c join trinn.funding_lines l on "
			"l.county_id = c.county_id and l.id = c.funding_line_id join trinn.guards "
			"g on g.county_id = c.county_id and g.kind = 'call' and g.id = c.id where "
			"c.county_id = (select trinn.caller_county()) and c.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_INSERT_APPLICATION] = {
		.name = "insert_application",
		.sql =
			"insert into trinn.applications (id, county_id, applicant_id, call_id, "
			"form_version, track_id, title, created_by) values ($1::int8, "
			"trinn.caller_county(), trinn.caller_org(), $2::int8, $3::int4, $4::int8, "
			"$5::text, coalesce(trinn.caller_person(), trinn.caller_principal()))",
		.n_params = 5,
		.lanes = DB_ON_WRITE,
	},
	[Q_LOAD_APPLICATION] = {
		.name = "load_application",
		.sql =
			"select json_build_object('caller', trinn.caller_facts(), 'today', "
			"trinn.today(), 'id', a.id, 'state', a.state, 'applicantId', "
			"a.applicant_id, 'caseNumber', a.case_number, 'appliedOre', "
			"a.applied_ore, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'returnBy', "
			"a.return_by, 'caseworkerId', a.caseworker_id, 'caseworker', "
			"trinn.person_name(a.caseworker_id), 'call', json_build_object('state', "
			"c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'stages', "
			"c.stages, 'costGroups', c.cost_groups), 'line', json_build_object('id', "
			"l.id, 'name', l.name, 'state', l.state, 'applicantKinds', "
			"l.applicant_kinds, 'countyOnly', l.county_only, 'maxShareBp', "
			"l.max_share_bp), 'county', (select n.number from trinn.counties n where "
			"n.id = a.county_id), 'applicant', json_build_object('municipalityNo', "
			"o.municipality_no, 'insolvent', o.bankrupt or o.forced_winding_up), "
			"'costs', case when $2::bool then (select "
			"json_agg(json_build_object('costGroup', t.cost_group, 'amountOre', "
			"t.amount_ore) order by t.line) from trinn.application_costs t where "
			"t.county_id = a.county_id and t.application_id = a.id) end, 'finance', "
			"case when $2::bool then (select json_agg(json_build_object('sourceKind', "
			"t.source_kind, 'amountOre', t.amount_ore) order by t.line) from "
			"trinn.application_finance t where t.county_id = a.county_id and "
			"t.application_id = a.id) end, 'firms', case when $2::bool then (select "
			"json_agg(json_build_object('stage', t.stage) order by t.line) from "
			"trinn.application_firms t where t.county_id = a.county_id and "
			"t.application_id = a.id) end, 'answers', case when $2::bool then "
			"a.answers end, 'form', case when $2::bool then (select f.schema from "
			"trinn.forms f where f.county_id = a.county_id and f.call_id = a.call_id "
			"and f.version = a.form_version) end)::text, a.version, "
			"json_build_array(json_build_array('application', a.id, g.version, true), "
			"json_build_array('call', c.id, gc.version, false))::text from "
			"trinn.applications a join trinn.calls c on c.county_id = a.county_id and "
			"c.id = a.call_id join trinn.funding_lines l on l.county_id = a.county_id "
			"and l.id = c.funding_line_id join trinn.organisations o on o.id = "
			"a.applicant_id join trinn.guards g on g.county_id = a.county_id and "
			"g.kind = 'application' and g.id = a.id join trinn.guards gc on "
			"gc.county_id = a.county_id and gc.kind = 'call' and gc.id = c.id where "
			"a.county_id = (select trinn.caller_county()) and a.id = $1::int8",
		.n_params = 2,
		.lanes = DB_ON_READ,
	},
	[Q_SAVE_PLAN] = {
		.name = "save_plan",
		.sql =
			"with changed as (update trinn.applications set title = $3::text, answers "
			"= $4::jsonb, starts_on = $5::date, ends_on = $6::date, version = version "
			"+ 1 where county_id = trinn.caller_county() and id = $1::int8 and "
			"version = $2::int8 returning 1) select trinn.exactly(1, (select count(*) "
			"from changed), 'save_plan')",
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
	[Q_CLEAR_FIRMS] = {
		.name = "clear_firms",
		.sql =
			"delete from trinn.application_firms where county_id = "
			"trinn.caller_county() and application_id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_FIRMS] = {
		.name = "insert_firms",
		.sql =
			"with added as (insert into trinn.application_firms (county_id, "
			"applicant_id, application_id, line, orgnr, name, municipality_no, stage) "
			"select trinn.caller_county(), trinn.caller_org(), $1::int8, t.line, "
			"t.firm->>'orgnr', coalesce(o.name, t.firm->>'orgnr'), o.municipality_no, "
			"(t.firm->>'stage')::int from jsonb_array_elements($2::jsonb) with "
			"ordinality as t(firm, line) left join trinn.organisations o on o.orgnr = "
			"t.firm->>'orgnr' returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"added), 'insert_firms')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLEAR_FAGPARTNERE] = {
		.name = "clear_fagpartnere",
		.sql =
			"delete from trinn.application_fagpartnere where county_id = "
			"trinn.caller_county() and application_id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_FAGPARTNERE] = {
		.name = "insert_fagpartnere",
		.sql =
			"with added as (insert into trinn.application_fagpartnere (county_id, "
			"applicant_id, application_id, line, orgnr, name, role, hours, "
			"hourly_ore) select trinn.caller_county(), trinn.caller_org(), $1::int8, "
			"t.line, t.f->>'orgnr', t.f->>'name', t.f->>'role', (t.f->>'hours')::int, "
			"(t.f->>'hourlyOre')::bigint from jsonb_array_elements($2::jsonb) with "
			"ordinality as t(f, line) returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"added), 'insert_fagpartnere')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLEAR_COSTS] = {
		.name = "clear_costs",
		.sql =
			"delete from trinn.application_costs where county_id = "
			"trinn.caller_county() and application_id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_COSTS] = {
		.name = "insert_costs",
		.sql =
			"with added as (insert into trinn.application_costs (county_id, "
			"applicant_id, application_id, line, cost_group, description, amount_ore) "
			"select trinn.caller_county(), trinn.caller_org(), $1::int8, t.line, "
			"t.c->>'costGroup', t.c->>'description', (t.c->>'amountOre')::bigint from "
			"jsonb_array_elements($2::jsonb) with ordinality as t(c, line) returning "
			"1) select trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) "
			"from added), 'insert_costs')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_CLEAR_FINANCE] = {
		.name = "clear_finance",
		.sql =
			"delete from trinn.application_finance where county_id = "
			"trinn.caller_county() and application_id = $1::int8",
		.n_params = 1,
		.lanes = DB_ON_WRITE,
	},
	[Q_INSERT_FINANCE] = {
		.name = "insert_finance",
		.sql =
			"with added as (insert into trinn.application_finance (county_id, "
			"applicant_id, application_id, line, source_kind, source, amount_ore, "
			"confirmed) select trinn.caller_county(), trinn.caller_org(), $1::int8, "
			"t.line, t.f->>'sourceKind', t.f->>'source', (t.f->>'amountOre')::bigint, "
			"(t.f->>'confirmed')::boolean from jsonb_array_elements($2::jsonb) with "
			"ordinality as t(f, line) returning 1) select "
			"trinn.exactly(jsonb_array_length($2::jsonb), (select count(*) from "
			"added), 'insert_finance')",
		.n_params = 2,
		.lanes = DB_ON_WRITE,
	},
	[Q_SUBMIT_APPLICATION] = {
		.name = "submit_application",
		.sql =
			"with changed as (update trinn.applications set state = 'submitted', "
			"submitted_by = coalesce(trinn.caller_person(), "
			"trinn.caller_principal()), submitted_at = coalesce(submitted_at, now()), "
			"applied_ore = $3::int8, return_reason = null, return_by = null, version "
			"= version + 1 where county_id = trinn.caller_county() and id = $1::int8 "
			"and version = $2::int8 returning 1) select trinn.exactly(1, (select "
			"count(*) from changed), 'submit_application')",
		.n_params = 3,
		.lanes = DB_ON_WRITE,
	},
	[Q_SHOW_LINES] = {
		.name = "show_lines",
		.sql =
			"with costs as (update trinn.application_costs set draft = false where "
			"county_id = trinn.caller_county() and application_id = $1::int8 and "
			"draft), finance as (update trinn.application_finance set draft = false "
			"where county_id = trinn.caller_county() and application_id = $1::int8 "
			"and draft), firms as (update trinn.application_firms set draft = false "
			"where county_id = trinn.caller_county() and application_id = $1::int8 "
			"and draft) update trinn.application_fagpartnere set draft = false where "
			"county_id = trinn.caller_county() and application_id = $1::int8 and draft",
		.n_params = 1,
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
			"a.version::text as etag, json_build_object('id', a.id::text, "
			"'caseNumber', a.case_number, 'state', a.state, 'title', a.title, "
			"'applicant', json_build_object('id', o.id::text, 'orgnr', o.orgnr, "
			"'name', o.name), 'call', json_build_object('id', c.id::text, 'code', "
			"c.code, 'title', c.title, 'stages', c.stages), 'trackId', "
			"a.track_id::text, 'appliedOre', a.applied_ore, 'currency', 'NOK', "
			"'submittedAt', to_char(a.submitted_at at time zone 'UTC', "
			"'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'formVersion', a.form_version, "
			"'answers', a.answers, 'startsOn', a.starts_on, 'endsOn', a.ends_on, "
			"'costs', coalesce((select json_agg(json_build_object('costGroup', "
			"t.cost_group, 'description', t.description, 'amountOre', t.amount_ore) "
			"order by t.line) from trinn.application_costs t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'finance', "
			"coalesce((select json_agg(json_build_object('sourceKind', t.source_kind, "
			"'source', t.source, 'amountOre', t.amount_ore, 'confirmed', t.confirmed) "
			"order by t.line) from trinn.application_finance t where t.county_id = "
			"a.county_id and t.application_id = a.id), '[]'), 'firms', "
			"coalesce((select json_agg(json_build_object('orgnr', t.orgnr, 'name', "
			"t.name, 'municipalityNo', t.municipality_no, 'stage', t.stage) order by "
			"t.line) from trinn.application_firms t where t.county_id = a.county_id "
			"and t.application_id = a.id), '[]'), 'fagpartnere', coalesce((select "
			"json_agg(json_build_object('orgnr', t.orgnr, 'name', t.name, 'role', "
			"t.role, 'hours', t.hours, 'hourlyOre', t.hourly_ore) order by t.line) "
			"from trinn.application_fagpartnere t where t.county_id = a.county_id and "
			"t.application_id = a.id), '[]'), 'createdAt', to_char(a.created_at at "
			"time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), 'caseworker', "
			"trinn.person_name(a.caseworker_id), 'returnReason', a.return_reason, "
			"'answerBy', a.return_by)::text as document from trinn.applications a "
			"join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id "
			"join trinn.organisations o on o.id = a.applicant_id where a.county_id = "
			"(select trinn.caller_county()) and a.id = $1::int8) d where a.county_id "
			"= trinn.caller_county() and a.id = $1::int8",
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
	[Q_SET_CALLER] = {
		.name = "set_caller",
		.sql =
			"select trinn.set_caller($1::text, $2::text, $3::text, $4::text[], "
			"$5::text), set_config('trinn.trace', $6::text, true)",
		.n_params = 6,
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
	[Q_IS_ALIVE] = {
		.name = "is_alive",
		.sql =
			"select 1",
		.n_params = 0,
		.lanes = DB_ON_READ,
	},
	[Q_ISSUERS] = {
		.name = "issuers",
		.sql =
			"select iss, audience, algorithms, max_lifetime_s, leeway_s, development "
			"from trinn.issuers",
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
};

const size_t query_count = sizeof(queries) / sizeof(queries[0]);
