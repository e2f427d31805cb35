-- query: act_as_public(county text, call_id int8?) @read
-- The first statement of a request without a token that asks about calls.
select trinn.act_as_public(:county, :call_id);

-- part: public_line
-- What the funding line asks, as who thinks of applying reads it.
(select json_build_object('id', l.id::text, 'code', l.code, 'name', l.name, 'source', l.source,
	'applicantKinds', l.applicant_kinds, 'countyOnly', l.county_only, 'maxShareBasisPoints', l.max_share_bp,
	'maxAmounts', l.max_amounts, 'appealBody', l.appeal_body)
	from trinn.funding_lines l where l.county_id = c.county_id and l.id = c.funding_line_id)
-- end

-- part: public_lines
-- All that finance the call, its own first.
(select json_agg(json_build_object('code', l.code, 'name', l.name, 'source', l.source, 'shareBasisPoints', k.share_bp) order by k.position)
	from trinn.call_lines k join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
	where k.county_id = c.county_id and k.call_id = c.id)
-- end

-- part: public_head
'id', c.id::text, 'code', c.code, 'title', c.title, 'description', c.description, 'state', trinn.call_state(c),
'county', (select json_build_object('number', n.number, 'name', n.name) from trinn.counties n where n.id = c.county_id),
'programme', {named_programme}, 'fundingLine', {public_line}, 'lines', {public_lines}, 'stages', c.stages,
'costGroups', (select json_agg(json_build_object('code', g.code, 'name', g.name) order by g.position) from trinn.cost_groups g
	where g.county_id = c.county_id and g.funding_line_id = c.funding_line_id and g.code = any (c.cost_groups)),
'opensOn', c.opens_on, 'closesOn', c.closes_on, 'closesAt', trinn.closes_at(c.closes_on)
-- end

-- query: list_public_calls(after int8?, limit int8) @read
{list_by_id} from (select c.id as key, json_build_object({public_head}) as item
	from (select * from trinn.calls c where county_id = (select trinn.caller_county()) and trinn.call_state(c) = 'open'
		and id < {last_key} order by id desc limit :limit + 1) c) p;

-- query: public_call(call_id int8) @read
select null::text as etag, json_build_object({public_head}, 'evaluation', {call_evaluation},
	'form', (select json_build_object('version', f.version, 'sha256', f.sha256, 'schema', f.schema) from trinn.forms f
		where f.county_id = c.county_id and f.call_id = c.id and f.version = c.form_version))::text as document
from trinn.calls c where c.county_id = (select trinn.caller_county()) and c.id = :call_id and c.state <> 'planned';

-- query: load_pre_check(call_id int8, kind text, orgnr text, municipality_no text, employees int8?) @read
-- What a submit would be decided on, of an application that nobody has begun: the organisation from the register, or as it
-- describes itself.
select json_build_object(
	'caller', json_build_object('role', '', 'kind', :kind, 'personId', null, 'organisationId', 0, 'servesParty', false),
	'today', trinn.today(), 'inHand', json_build_object('callState', c.state, 'today', trinn.today(),
		'deadline', {deadline}, 'now', floor(extract(epoch from now()))::bigint,
		'begunAt', floor(extract(epoch from now()))::bigint, 'isLeaveAsked', false, 'mayEnter', false),
	'id', 0, 'state', 'draft', 'applicantId', 0, 'applicantKind', :kind, 'hasEntered', false, 'mayWrite', true, 'formVersion', c.form_version, 'isTrackEnded', false,
	'call', json_build_object('state', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on,
		'stages', c.stages, 'costGroups', c.cost_groups, 'caps', {group_caps}, 'formVersion', c.form_version),
	'line', {strictest_line},
	'owesAnswer', false, 'cameInOn', trinn.today(), 'mailings', '[]'::json, 'postDays', 0, 'overlaps', '[]'::json, 'partners', '[]'::json, 'unsettledPartners', '[]'::json,
	'county', (select n.number from trinn.counties n where n.id = c.county_id),
	'applicant', json_build_object('municipalityNo', coalesce(o.municipality_no, :municipality_no),
		'insolvent', coalesce(o.insolvent, false)))::text, o.id is not null
from trinn.calls c
	cross join lateral (select r.id, coalesce(r.employees, :employees::int) as employees, r.municipality_no,
			r.bankrupt or r.forced_winding_up as insolvent
		from (values (1)) one(x) left join trinn.organisations r on r.orgnr = :orgnr) o
where c.county_id = (select trinn.caller_county()) and c.id = :call_id and c.state <> 'planned';
