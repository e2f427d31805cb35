-- part: named_programme
(select json_build_object('id', q.id::text, 'code', q.code, 'name', q.name) from trinn.programmes q
	where q.county_id = c.county_id and q.id = c.programme_id)
-- end

-- part: named_line
json_build_object('id', l.id::text, 'code', l.code, 'name', l.name)
-- end

-- part: call_head
'id', c.id::text, 'code', c.code, 'title', c.title, 'state', trinn.call_state(c), 'programme', {named_programme},
'fundingLine', (select {named_line} from trinn.funding_lines l
	where l.county_id = c.county_id and l.id = c.funding_line_id),
'lines', (select json_agg(json_build_object('fundingLine', {named_line},
		'shareBasisPoints', k.share_bp) order by k.position)
	from trinn.call_lines k join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
	where k.county_id = c.county_id and k.call_id = c.id),
'stages', c.stages, 'costGroups', c.cost_groups, 'opensOn', c.opens_on, 'closesOn', c.closes_on
-- end

-- part: max_amounts
-- Most for one application to call c by the size of the applicant: that of the line that gives least.
coalesce((select json_agg(json_build_object('employeesFrom', t.employees, 'amountOre', m.amount->'amountOre',
		'source', m.amount->'source') order by t.employees)
	from (select distinct (x->>'employeesFrom')::int as employees from trinn.call_lines k
			join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id,
			json_array_elements(l.max_amounts) x
			where k.county_id = c.county_id and k.call_id = c.id) t
		cross join lateral (select trinn.max_amount(l.max_amounts, t.employees) as amount from trinn.call_lines k
			join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
			where k.county_id = c.county_id and k.call_id = c.id
			order by (trinn.max_amount(l.max_amounts, t.employees)->>'amountOre')::bigint, k.position limit 1) m), '[]')
-- end

-- document: call(call_id int8)
select c.version::text as etag, json_build_object({call_head}, 'description', c.description,
	'decisionsReleasedOn', c.release_on, 'maxAmounts', {max_amounts},
	'predecessor', (select json_build_object('id', q.id::text, 'code', q.code, 'title', q.title, 'stages', q.stages)
		from trinn.calls q where q.county_id = c.county_id and q.id = c.predecessor_id),
	'evaluation', {call_evaluation},
	'form', (select json_build_object('version', f.version, 'sha256', f.sha256, 'schema', f.schema)
		from trinn.forms f
		where f.county_id = c.county_id and f.call_id = c.id and f.version = c.form_version),
	'proposedFormVersion', (select f.version from trinn.forms f
		where f.county_id = c.county_id and f.call_id = c.id and f.state = 'proposed'))::text as document
from trinn.calls c where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- part: deadline
json_build_object('closesAt', floor(extract(epoch from trinn.closes_at(c.closes_on)))::bigint,
	'graceEndsAt', floor(extract(epoch from trinn.grace_ends_at(c.closes_on)))::bigint,
	'graceUntil', to_char(trinn.grace_ends_at(c.closes_on) at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI'),
	'closedOn', c.closed_on)
-- end

-- part: sha256_of_form
-- Of the form in the content as it was sent, byte for byte.
encode(sha256(convert_to((:content::json->'form')::text, 'UTF8')), 'hex')
-- end

-- query: list_calls(state text, programme_id int8?, after int8?, limit int8) @read
{list_by_id} from (select c.id as key,
	json_build_object({call_head}) as item
	from (select * from trinn.calls c where county_id = (select trinn.caller_county())
		and (:state is null or trinn.call_state(c) = :state)
		and (:programme_id is null or programme_id in ({programmes_under}))
		and id < {last_key} order by id desc limit :limit + 1) c) p;

-- part: line_guards
-- Of the lines that finance call c.
(select jsonb_agg(jsonb_build_array('funding_line', k.funding_line_id, trinn.guard_version('funding_line', k.funding_line_id), false))
	from trinn.call_lines k where k.county_id = c.county_id and k.call_id = c.id)
-- end

-- query: load_new_call(funding_line_id int8, lines int8[], predecessor_id int8?) @read
-- Lines are those that finance it, its own among them.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', nextval('trinn.calls_id_seq'), 'state', 'planned',
	'opensOn', trinn.today(), 'closesOn', trinn.today(), 'nextFormVersion', 1,
	'lineId', l.id, 'programmeId', l.programme_id,
	'predecessorProgrammeId', (select q.programme_id from trinn.calls q
		where q.county_id = trinn.caller_county() and q.id = :predecessor_id),
	'knownLines', coalesce((select json_agg(k.id) from trinn.funding_lines k
		where k.county_id = trinn.caller_county() and k.id = any (:lines)), '[]'),
	'costGroups', coalesce((select json_agg(g.code order by g.position) from trinn.cost_groups g
		where g.county_id = trinn.caller_county() and g.funding_line_id = l.id), '[]'),
	'stages', coalesce((select json_agg(s.number order by s.number) from trinn.stages s
		join trinn.programmes p on p.county_id = s.county_id and p.id = s.programme_id
		where s.county_id = l.county_id and s.programme_id = l.programme_id
			and s.programme_version = p.current_version), '[]')
)::text, null::bigint, coalesce((select json_agg(json_build_array(g.kind, g.id, g.version, false)) from trinn.guards g
	where g.county_id = trinn.caller_county() and g.kind = 'funding_line' and g.id = any (:lines)), '[]')::text
from (values (1)) one(x)
	left join trinn.funding_lines l on l.county_id = trinn.caller_county() and l.id = :funding_line_id;

-- query: insert_call(id int8, programme_id int8, content json) @write
with made as (
	insert into trinn.calls (id, county_id, programme_id, funding_line_id, code, title, description, stages,
		cost_groups, opens_on, closes_on, release_on, predecessor_id, created_by)
	select :id, trinn.caller_county(), :programme_id, (c->>'fundingLineId')::bigint,
		c->>'code', c->>'title', c->>'description',
		array(select s::int from json_array_elements_text(c->'stages') s order by 1),
			array(select json_array_elements_text(c->'costGroups')),
		(c->>'opensOn')::date, (c->>'closesOn')::date, (c->>'decisionsReleasedOn')::date,
		(c->>'predecessorId')::bigint, trinn.caller_person()
	from (select :content::json as c) t
	returning id
)
insert into trinn.forms (county_id, call_id, version, schema, sha256, made_by)
select trinn.caller_county(), made.id, 1, :content::json->'form', {sha256_of_form}, trinn.caller_person() from made;

-- query: insert_call_lines(call_id int8, lines int8[], shares_bp int8[]) @write
with made as (
	insert into trinn.call_lines (county_id, call_id, position, funding_line_id, share_bp)
	select trinn.caller_county(), :call_id, t.position, t.line, t.share
	from unnest(:lines, :shares_bp) with ordinality t(line, share, position)
	returning 1
) select trinn.exactly(cardinality(:lines), (select count(*) from made), 'insert_call_lines');

-- query: load_call(call_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', trinn.call_state(c),
	'opensOn', c.opens_on, 'closesOn', c.closes_on,
	'programmeId', c.programme_id, 'costGroups', '[]'::json, 'stages', '[]'::json,
	'nextFormVersion', (select max(f.version) + 1 from trinn.forms f where f.county_id = c.county_id and f.call_id = c.id),
	'proposedForm', (select json_build_object('version', f.version, 'madeBy', f.made_by) from trinn.forms f
		where f.county_id = c.county_id and f.call_id = c.id and f.state = 'proposed'),
	'lines', (select json_agg(json_build_object('name', l.name, 'state', l.state, 'applicantKinds', l.applicant_kinds,
			'countyOnly', l.county_only, 'validFrom', b.valid_from, 'validTo', b.valid_to) order by k.position)
		from trinn.call_lines k
			join trinn.funding_lines l on l.county_id = k.county_id and l.id = k.funding_line_id
			join trinn.legal_bases b on b.county_id = l.county_id and b.id = l.legal_basis_id
		where k.county_id = c.county_id and k.call_id = c.id))::text, c.version,
	(jsonb_build_array(jsonb_build_array('call', c.id, g.version, true)) || {line_guards})::text
from trinn.calls c join trinn.guards g on g.county_id = c.county_id and g.kind = 'call' and g.id = c.id
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: change_call_state(call_id int8, version int8, state text) @write
with changed as (
	update trinn.calls set state = :state, closed_on = case :state when 'closed' then trinn.today() end, version = version + 1
	where county_id = trinn.caller_county() and id = :call_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_call_state');

-- part: form_json
'version', f.version, 'state', f.state, 'inForce', f.version = c.form_version, 'sha256', f.sha256, 'reason', f.reason,
'madeBy', (select n.name from trinn.persons n where n.id = f.made_by), 'madeAt', f.made_at,
'decidedBy', (select n.name from trinn.persons n where n.id = f.decided_by), 'decidedAt', f.decided_at, 'refusal', f.refusal
-- end

-- query: form_document(call_id int8, number int8) @read
select null::text as etag, json_build_object(
	'call', json_build_object('id', c.id::text, 'code', c.code, 'title', c.title, 'stages', c.stages),
	{form_json}, 'schema', f.schema)::text as document
from trinn.calls c join trinn.forms f on f.county_id = c.county_id and f.call_id = c.id and f.version = :number
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: form_schema(call_id int8, number int8) @read
-- Byte for byte what its digest was made of.
select null::text as etag, f.schema::text as document
from trinn.calls c join trinn.forms f on f.county_id = c.county_id and f.call_id = c.id and f.version = :number
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: list_forms(call_id int8) @read
select (select json_agg(json_build_object({form_json}) order by f.version)
	from trinn.forms f where f.county_id = c.county_id and f.call_id = c.id)::text, null::text
from trinn.calls c where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: insert_form(call_id int8, number int8, state text, content json) @write
insert into trinn.forms (county_id, call_id, version, schema, sha256, reason, state, made_by)
values (trinn.caller_county(), :call_id, :number, :content::json->'form', {sha256_of_form}, :content::json->>'reason', :state,
	trinn.caller_person());

-- query: decide_form(call_id int8, number int8, state text, refusal text) @write
with changed as (
	update trinn.forms set state = :state, decided_by = trinn.caller_person(), decided_at = now(), refusal = :refusal
	where county_id = trinn.caller_county() and call_id = :call_id and version = :number and state = 'proposed' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_form');

-- query: change_form_in_force(call_id int8, version int8, number int8?) @write
-- NULL: the one in force stays, and the call is another by what was proposed or refused.
with changed as (
	update trinn.calls set form_version = coalesce(:number, form_version), version = version + 1
	where county_id = trinn.caller_county() and id = :call_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_form_in_force');

-- part: track_head
'id', c.id::text, 'title', c.title, 'trade', c.trade, 'state', c.state, 'programme', {named_programme}, 'applicant', {party}
-- end

-- document: track(track_id int8)
select c.version::text as etag, json_build_object({track_head},
	'applications', coalesce((select json_agg(json_build_object('id', a.id::text, 'callId', a.call_id::text,
		'stages', k.stages, 'state', a.state,
		'title', a.title) order by a.id)
		from trinn.applications a join trinn.calls k on k.county_id = a.county_id and k.id = a.call_id
		where a.county_id = c.county_id and a.applicant_id = c.applicant_id and a.track_id = c.id),
			'[]'),
	'firmsShare', trinn.firms_share(c.id))::text as document
from trinn.tracks c join trinn.organisations o on o.id = c.applicant_id
where c.county_id = (select trinn.caller_county()) and c.id = :track_id;

-- part: tracks_wanted
t.county_id = (select trinn.caller_county()) and t.id < {last_key}
-- end

-- query: list_tracks(programme_id int8?, hub_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select c.id as key,
	json_build_object({track_head}) as item
	from (
		(select t.* from trinn.tracks t where {of_hubs} and :programme_id is null and {tracks_wanted} order by t.id desc limit :limit + 1)
		union all
		(select t.* from ({programmes_under}) u cross join lateral (select t.* from trinn.tracks t
			where {of_hubs} and t.programme_id = u.id and {tracks_wanted} order by t.id desc limit :limit + 1) t)
		union all
		(select t.* from trinn.tracks t where ((select trinn.caller_kind()) <> 'county' or :hub_id is not null)
			and t.applicant_id = case (select trinn.caller_kind()) when 'county' then :hub_id else (select trinn.caller_org()) end
			and coalesce(:hub_id is null or t.applicant_id = :hub_id, false) and (:programme_id is null or t.programme_id in ({programmes_under}))
			and {tracks_wanted} order by t.id desc limit :limit + 1)
	) c join trinn.organisations o on o.id = c.applicant_id) p;

-- part: same_title
-- An open track of the hub in the programme whose title is, or would be, the same.
t.county_id = trinn.caller_county() and t.state = 'open' and lower(t.title) = lower(:title)
-- end

-- query: load_new_track(programme_id int8, title text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.tracks_id_seq'),
	'isTitleTaken', exists (select from trinn.tracks t where {same_title} and t.applicant_id = trinn.caller_org()
		and t.programme_id = :programme_id),
	'programmeState', p.state, 'isDelivered', coalesce(p.is_delivered, false))::text,
	null::bigint, '[]'
from (values (1)) one(x) left join lateral ({delivered_programme}) p on true;

-- query: insert_track(id int8, programme_id int8, title text, trade text) @write
insert into trinn.tracks (id, county_id, applicant_id, programme_id, title, trade)
values (:id, trinn.caller_county(), trinn.caller_org(), :programme_id, :title, :trade);

-- query: load_track(track_id int8, title text) @read
-- What every command on a track is decided on, with the title it is to have, and the id of a cohort that is planned in it.
-- Stages are those of the version in force, and those of the versions that firms of the hub stay on.
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'hubId', c.applicant_id, 'state', c.state,
	'cohortId', nextval('trinn.cohorts_id_seq'),
	'isTitleTaken', exists (select from trinn.tracks t where {same_title} and t.applicant_id = c.applicant_id
		and t.programme_id = c.programme_id and t.id <> c.id),
	'cohorts', trinn.track_cohorts(c), 'engagements', trinn.track_engagements(c), 'applications', trinn.track_applications(c),
	'stages', coalesce((select json_agg(distinct s.number order by s.number) from trinn.stages s
		where s.county_id = q.county_id and s.programme_id = q.id and (s.programme_version = q.current_version
			or exists (select from trinn.enrolments e where e.county_id = s.county_id and e.hub_id = c.applicant_id
				and e.programme_id = s.programme_id and e.programme_version = s.programme_version
				and e.state not in ('finished', 'dropped_out')))), '[]'),
	'granted', (select {granted_stages} from (select c.county_id, c.id) t)
)::text, c.version, (select json_agg(x.guard) from (
		select json_build_array('track', c.id, trinn.guard_version('track', c.id), true) as guard
		union all
		select distinct on (g.id) json_build_array('application', g.id, trinn.guard_version('application', g.id), false)
		from (select c.county_id, c.id) t, lateral ({granted_applications}) g) x)::text
from trinn.tracks c join trinn.programmes q on q.county_id = c.county_id and q.id = c.programme_id
where c.county_id = (select trinn.caller_county()) and c.id = :track_id;

-- query: change_track(track_id int8, version int8, title text, trade text) @write
with changed as (
	update trinn.tracks set title = :title, trade = :trade, version = version + 1
	where county_id = trinn.caller_county() and id = :track_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_track');

-- query: end_track(track_id int8, version int8) @write
with changed as (
	update trinn.tracks set state = 'ended', version = version + 1
	where county_id = trinn.caller_county() and id = :track_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'end_track');
