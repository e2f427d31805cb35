-- part: setup_changes
select s.version::text as etag, json_build_object(
	'id', s.id::text, 'kind', s.kind, 'state', s.state, 'title', s.title, 'content', s.content,
		'targetId', s.target_id::text,
	'proposedBy', json_build_object('id', s.proposed_by::text, 'name', trinn.person_name(s.proposed_by)),
	'proposedAt', s.proposed_at,
	'decidedBy', case when s.decided_by is not null then json_build_object('id', s.decided_by::text,
		'name', trinn.person_name(s.decided_by)) end,
	'decidedAt', s.decided_at,
		'reason', s.reason)::text as document
from trinn.setup_changes s
where s.county_id = (select trinn.caller_county())
-- end

-- document: setup_change(setup_change_id int8)
{setup_changes} and s.id = :setup_change_id;

-- query: list_setup_changes(state text, after int8?, limit int8) @read
{list_by_id} from (select s.key, d.document::json as item
	from (select id as key from trinn.setup_changes where county_id = (select trinn.caller_county())
		and (:state is null or state = :state)
			and id < {last_key} order by id desc limit :limit + 1) s,
		lateral ({setup_changes} and s.id = key) d) p;

-- part: setup_references
-- What the content of a change s points at, as the rules ask for it.
json_build_object(
	'parent', s.content->>'parentId' is null or exists (select from trinn.programmes t
		where t.county_id = trinn.caller_county() and t.id = (s.content->>'parentId')::bigint),
	'isCodeTaken', exists (select from trinn.programmes t where t.county_id = trinn.caller_county()
		and t.code = s.content->>'code'),
	'programme', exists (select from trinn.programmes t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'programmeId')::bigint),
	'legalBasis', exists (select from trinn.legal_bases t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'legalBasisId')::bigint),
	'fundingLine', exists (select from trinn.funding_lines t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'fundingLineId')::bigint),
	'lineName', (select t.name from trinn.funding_lines t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'fundingLineId')::bigint),
	'toLine', s.content->'to' is null or exists (select from trinn.funding_lines t where t.county_id = trinn.caller_county()
		and t.id = (s.content->'to'->>'fundingLineId')::bigint),
	'availableOre', coalesce((select t.balance_ore from trinn.balances t where t.county_id = trinn.caller_county()
		and t.funding_line_id = (s.content->>'fundingLineId')::bigint and t.year = (s.content->>'year')::int
		and t.account = 'available'), 0),
	'organisation', exists (select from trinn.organisations t where t.orgnr = s.content->>'orgnr'),
	'own', exists (select from trinn.organisations t join trinn.counties c on c.organisation_id = t.id
		where t.orgnr = s.content->>'orgnr' and c.id = trinn.caller_county()),
	'countyRole', exists (select from trinn.roles t where t.role = s.content->>'role' and t.kind = 'county'),
	'issuer', exists (select from trinn.issuers t where t.iss = s.content->>'issuer'),
	'holder', coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'), 0),
	'isHeld', exists (select from trinn.role_assignments t join trinn.organisations o on o.id = t.organisation_id
		where t.county_id = trinn.caller_county() and o.orgnr = s.content->>'orgnr' and t.role = s.content->>'role'
			and t.person_id = coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'),
				(s.content->>'personId')::bigint)
			and t.valid_from <= coalesce((s.content->>'validTo')::date, 'infinity')
			and (s.content->>'validFrom')::date <= coalesce(t.valid_to, 'infinity')),
	'otherSide', exists (select from trinn.role_assignments t
		where t.county_id = trinn.caller_county()
			and (t.kind = 'county') <> exists (select from trinn.roles k where k.role = s.content->>'role' and k.kind = 'county')
			and t.person_id = coalesce(trinn.holder_of(s.content->>'issuer', s.content->>'subject'),
				(s.content->>'personId')::bigint)
			and t.valid_from <= coalesce((s.content->>'validTo')::date, 'infinity')
			and greatest((s.content->>'validFrom')::date, trinn.today()) <= coalesce(t.valid_to, 'infinity')),
	'person', trinn.may_join((s.content->>'personId')::bigint),
	'servesCounty', trinn.serves_county((s.content->>'personId')::bigint),
	'leaderServesCounty', s.content->>'leaderId' is null or trinn.serves_county((s.content->>'leaderId')::bigint),
	'leadsLeader', coalesce(trinn.leads(trinn.caller_county(), (s.content->>'personId')::bigint, (s.content->>'leaderId')::bigint), false),
	'follows', not exists (select from jsonb_array_elements(coalesce(s.content->'follows', '[]')) w
		where not exists (select from trinn.programmes t where t.county_id = trinn.caller_county()
			and t.id = (w->>'programmeId')::bigint)),
	'body', exists (select from trinn.bodies t where t.county_id = trinn.caller_county() and t.id = (s.content->>'bodyId')::bigint),
	'isBodyNamed', exists (select from trinn.bodies t where t.county_id = trinn.caller_county() and t.name = s.content->>'name'),
	'hasOutsideMembers', exists (select from trinn.bodies t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'bodyId')::bigint and t.has_outside_members),
	'quorumMembers', coalesce((select t.quorum_members from trinn.bodies t where t.county_id = trinn.caller_county()
		and t.id = (s.content->>'bodyId')::bigint), 0),
	'strangers', coalesce((select json_agg((m->>'personId')::bigint) from jsonb_array_elements(coalesce(s.content->'members', '[]')) m
		where not trinn.serves_county((m->>'personId')::bigint)), '[]'),
	'commonFigure', exists (select from trinn.rule_params t
		where t.county_id is null and t.key = s.content->>'key'),
	'figure', (select json_build_object('unit', f.unit, 'least', f.least, 'most', f.most) from trinn.county_figures f
		where f.key = s.content->>'key'),
	'replaced', (select t.value::bigint from trinn.rule_params t where t.county_id = trinn.caller_county()
		and t.key = s.content->>'key' and t.valid_from = (s.content->>'validFrom')::date order by t.id desc limit 1),
	'programmeVersion', coalesce((select t.current_version from trinn.programmes t
		where t.county_id = trinn.caller_county() and t.id = (s.content->>'programmeId')::bigint), 0),
	'isUnchanged', coalesce((select jsonb_strip_nulls({stages_json}::jsonb)
			= (select jsonb_agg('{"billedBy": "hub", "vatMode": "exempt"}' || jsonb_strip_nulls(x.stage))
				from jsonb_array_elements(s.content->'stages') x(stage))
		from trinn.programmes p,
			lateral (select p.county_id, p.id, p.current_version, 'nb') v(county_id, programme_id, number, language)
		where p.county_id = trinn.caller_county() and p.id = (s.content->>'programmeId')::bigint), false),
	'hub', exists (select from trinn.role_assignments t join trinn.organisations o on o.id = t.organisation_id
		where t.county_id = trinn.caller_county() and t.kind = 'hub' and o.orgnr = s.content->>'orgnr'),
	'county', (select t.number from trinn.counties t where t.id = trinn.caller_county()),
	'commonInstrument', exists (select from trinn.instruments t
		where t.county_id is null and t.code = s.content->>'code'))
-- end

-- query: load_setup_proposal(content jsonb) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', nextval('trinn.setup_changes_id_seq'), 'state', 'proposed',
	'proposedBy', 0, 'references', {setup_references})::text, null::bigint, '[]'
from (select :content::jsonb as content) s;

-- query: insert_setup_change(id int8, kind text, title text, content jsonb) @write
-- Of who leads whom the title names both, as whoever approves it knows them.
insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by)
select :id, trinn.caller_county(), :kind, case :kind when 'leader' then coalesce(nullif(concat_ws(' – ', trinn.person_name((c->>'personId')::bigint),
	trinn.person_name((c->>'leaderId')::bigint)), ''), :title) else :title end, c, trinn.caller_person()
from (select :content::jsonb as c) t;

-- part: setup_change_facts
-- The stored content stands in for what a proposal sends.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', s.id, 'state', s.state,
	'kind', s.kind, 'decidedBy', (select k.decided_by from trinn.setup_kinds k where k.kind = s.kind), 'content', s.content,
	'proposedBy', s.proposed_by, 'lineId', (s.content->>'fundingLineId')::bigint,
	'targetId', case when s.kind in ('stage_graph', 'programme_change') then (s.content->>'programmeId')::bigint
		when s.kind = 'body_members' then (s.content->>'bodyId')::bigint
		else nextval(case s.kind when 'programme' then 'trinn.programmes_id_seq'
			when 'legal_basis' then 'trinn.legal_bases_id_seq'
			when 'funding_line' then 'trinn.funding_lines_id_seq'
			when 'appropriation' then 'trinn.appropriations_id_seq'
			when 'money_move' then 'trinn.money_moves_id_seq'
			when 'role_assignment' then 'trinn.role_assignments_id_seq'
			when 'rule_param' then 'trinn.rule_params_id_seq'
			when 'hub_area' then 'trinn.hub_areas_id_seq'
			when 'instrument' then 'trinn.instruments_id_seq'
			when 'leader' then 'trinn.leaders_id_seq'
			when 'letterhead' then 'trinn.letterheads_id_seq'
			when 'retention_class' then 'trinn.retention_classes_id_seq'
			when 'body' then 'trinn.bodies_id_seq'
			when 'delegation' then 'trinn.authorities_id_seq'
			else 'trinn.bank_accounts_id_seq' end::regclass) end,
	'references', {setup_references})::text, s.version,
	(select json_agg(json_build_array(g.kind, g.id, g.version, true))
	from (values ('setup_change', s.id), ('funding_line', case when s.kind in ('appropriation', 'delegation', 'money_move')
			then (s.content->>'fundingLineId')::bigint end),
		('programme', case when s.kind in ('stage_graph', 'programme_change') then (s.content->>'programmeId')::bigint end),
		('body', (s.content->>'bodyId')::bigint))
			as changed(kind, id)
		join trinn.guards g on g.county_id = s.county_id and g.kind = changed.kind and g.id = changed.id)::text
from trinn.setup_changes s
where s.county_id = (select trinn.caller_county()) and s.id = :setup_change_id
-- end

-- query: decide_setup_change(id int8, version int8, state text, target_id int8?, reason text) @write
with changed as (
	update trinn.setup_changes set state = :state, target_id = :target_id, reason = :reason,
		decided_by = trinn.caller_person(), decided_at = now(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decide_setup_change');

-- part: insert_stages
-- The stages of the content as a version made(id, version) of a programme.
stages as (
	insert into trinn.stages (county_id, programme_id, programme_version, number, name, description, hours,
		price_ore, price_cap_ore, billed_by, vat_mode, service_value_ore, capacity, digital_parts, green_parts,
		firm_gets, next_stage, next_step, name_en, firm_gets_en, next_step_en, needs)
	select trinn.caller_county(), made.id, made.version, (s->>'number')::int, s->>'name', s->>'description',
		(s->>'hours')::int, (s->>'priceOre')::bigint, (s->>'priceCapOre')::bigint,
		coalesce(s->>'billedBy', 'hub'), coalesce(s->>'vatMode', 'exempt'), (s->>'serviceValueOre')::bigint,
		(s->>'capacity')::int, (s->'profile'->>'digitalParts')::int, (s->'profile'->>'greenParts')::int,
		s->>'firmGets', (s->>'nextStage')::int, s->>'nextStep', s->'en'->>'name', s->'en'->>'firmGets', s->'en'->>'nextStep',
		array(select n from jsonb_array_elements_text(s->'needs') n)
	from made, jsonb_array_elements(:content::jsonb->'stages') s
	returning 1
), gates as (
	insert into trinn.stage_gates (county_id, programme_id, programme_version, stage_number, position, kind,
		requires_stage, percent)
	select trinn.caller_county(), made.id, made.version, (s->>'number')::int, g.position,
		g.gate->>'kind', (g.gate->>'requiresStage')::int, (g.gate->>'percent')::int
	from made, jsonb_array_elements(:content::jsonb->'stages') s,
		jsonb_array_elements(s->'gates') with ordinality as g(gate, position)
	where (select count(*) from stages) >= 0
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_stages'), (select count(*) from gates)
-- end

-- query: insert_programme(id int8, content jsonb) @write
with made as (
	insert into trinn.programmes (id, county_id, parent_id, code, name, purpose, state, starts_on, ends_on,
		digital_parts, green_parts)
	select :id, trinn.caller_county(), (c->>'parentId')::bigint,
		c->>'code', c->>'name', c->>'purpose', c->>'state', (c->>'startsOn')::date,
		(c->>'endsOn')::date, (c->'profile'->>'digitalParts')::int, (c->'profile'->>'greenParts')::int
	from (select :content::jsonb as c) t
	returning id, current_version as version
), {insert_stages};

-- query: insert_programme_change(programme_id int8, content jsonb) @write
with changed as (
	update trinn.programmes set name = c->>'name', purpose = c->>'purpose', state = c->>'state',
		starts_on = (c->>'startsOn')::date, ends_on = (c->>'endsOn')::date,
		digital_parts = (c->'profile'->>'digitalParts')::int, green_parts = (c->'profile'->>'greenParts')::int,
		version = version + 1
	from (select :content::jsonb as c) t
	where county_id = trinn.caller_county() and id = :programme_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'insert_programme_change');

-- query: insert_stage_graph(programme_id int8, content jsonb) @write
with made as (
	update trinn.programmes set current_version = current_version + 1, version = version + 1
	where county_id = trinn.caller_county() and id = :programme_id
		and current_version = (:content::jsonb->>'basedOn')::int
	returning id, current_version as version
), {insert_stages};

-- query: insert_legal_basis(id int8, content jsonb) @write
insert into trinn.legal_bases (id, county_id, kind, reference, title, beneficiary_kinds, valid_from, valid_to)
select :id, trinn.caller_county(), c->>'kind', c->>'reference', c->>'title',
	array(select jsonb_array_elements_text(c->'beneficiaryKinds')),
	(c->>'validFrom')::date, (c->>'validTo')::date
from (select :content::jsonb as c) t;

-- query: insert_funding_line(id int8, content jsonb) @write
with made as (
	insert into trinn.funding_lines (id, county_id, programme_id, code, name, source, applicant_kinds,
		county_only, legal_basis_id, max_share_bp, appeal_body, report_every_months, overdue_report_blocks,
		on_overlap, follows, max_amounts, assures_recommendations)
	select :id, trinn.caller_county(), (c->>'programmeId')::bigint, c->>'code', c->>'name', c->>'source',
		array(select jsonb_array_elements_text(c->'applicantKinds')), (c->>'countyOnly')::boolean,
			(c->>'legalBasisId')::bigint,
		(c->>'maxShareBasisPoints')::int, c->>'appealBody', (c->>'reportEveryMonths')::int,
		coalesce((c->>'overdueReportBlocks')::boolean, false), coalesce(c->>'onOverlap', 'warn'),
		coalesce(c->'follows', '[]')::json,
		coalesce(c->'maxAmounts', '[]')::json, coalesce((c->>'assuresRecommendations')::boolean, false)
	from (select :content::jsonb as c) t
	returning id
), groups as (
	insert into trinn.cost_groups (county_id, funding_line_id, code, name, position, earmarked, max_share_bp)
	select trinn.caller_county(), made.id, t.g->>'code', t.g->>'name', t.position, (t.g->>'earmarked')::boolean,
		(t.g->>'maxShareBasisPoints')::int
	from made, jsonb_array_elements(:content::jsonb->'costGroups') with ordinality as t(g, position)
	returning 1
), bodies as (
	insert into trinn.authorities (county_id, funding_line_id, role, body, limit_ore)
	select trinn.caller_county(), made.id, a->>'role', a->>'body', (a->>'limitOre')::bigint
	from made, jsonb_array_elements(:content::jsonb->'authorities') a
	returning 1
)
insert into trinn.appropriations (county_id, funding_line_id, year, amount_ore, resolution, source)
select trinn.caller_county(), made.id, (a->>'year')::int, (a->>'amountOre')::bigint, a->>'resolution', a->>'source'
from made, jsonb_array_elements(:content::jsonb->'appropriations') a
where (select count(*) from groups) + (select count(*) from bodies) >= 0;

-- query: insert_appropriation(id int8, content jsonb) @write
-- The line's document lists it, so that the line has a new version.
with changed as (
	update trinn.funding_lines set version = version + 1
	where county_id = trinn.caller_county() and id = (:content::jsonb->>'fundingLineId')::bigint returning id
), made as (
	insert into trinn.appropriations (id, county_id, funding_line_id, year, amount_ore, resolution, source)
	select :id, trinn.caller_county(), changed.id, (c->>'year')::int, (c->>'amountOre')::bigint, c->>'resolution', c->>'source'
	from changed, (select :content::jsonb as c) t
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_appropriation');

-- query: post_appropriations(funding_line_id int8, content jsonb) @write
-- The money of a line when it is made, or one appropriation later: every posting names its appropriation.
select trinn.post('appropriate', a.funding_line_id, a.year, a.amount_ore, 'appropriation', a.id)
from trinn.appropriations a
where a.county_id = trinn.caller_county() and a.funding_line_id = :funding_line_id
	and not exists (select from trinn.postings p where p.county_id = a.county_id
		and p.object_kind = 'appropriation' and p.object_id = a.id)
	and :content::jsonb is not null
order by a.year, a.id;

-- query: insert_money_move(id int8, content jsonb) @write
insert into trinn.money_moves (id, county_id, funding_line_id, year, to_line_id, to_year, amount_ore, resolution)
select :id, trinn.caller_county(), (c->>'fundingLineId')::bigint, (c->>'year')::int, (c->'to'->>'fundingLineId')::bigint,
	(c->'to'->>'year')::int, (c->>'amountOre')::bigint, c->>'resolution'
from (select :content::jsonb as c) t;

-- query: post_money_move(id int8) @write
-- Both lines of it, in the order in which everybody takes lines.
select trinn.post_due(null, 'money_move', :id);

-- query: insert_delegation(id int8, content jsonb) @write
-- As of an appropriation, the line has a new version.
with changed as (
	update trinn.funding_lines set version = version + 1
	where county_id = trinn.caller_county() and id = (:content::jsonb->>'fundingLineId')::bigint returning id
), made as (
	insert into trinn.authorities (id, county_id, funding_line_id, role, body, limit_ore, valid_from, valid_to, resolution,
		body_id, despite_outside_members)
	select :id, b.county_id, changed.id, 'secretary', b.name, (c->>'limitOre')::bigint, (c->>'validFrom')::date,
		(c->>'validTo')::date, c->>'resolution', b.id, coalesce((c->>'despiteOutsideMembers')::boolean, false)
	from changed, (select :content::jsonb as c) t
		join trinn.bodies b on b.county_id = trinn.caller_county() and b.id = (t.c->>'bodyId')::bigint
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_delegation');

-- part: insert_members
-- Those of the content as an edition made(id, edition) of a body.
members as (
	insert into trinn.body_members (county_id, body_id, edition, position, person_id, seat, valid_from, valid_to)
	select trinn.caller_county(), made.id, made.edition, t.position, (m->>'personId')::bigint, m->>'seat',
		(m->>'validFrom')::date, (m->>'validTo')::date
	from made, jsonb_array_elements(:content::jsonb->'members') with ordinality as t(m, position)
	returning 1
)
-- end

-- query: insert_body(id int8, content jsonb) @write
with made as (
	insert into trinn.bodies (id, county_id, name, kind, quorum_members, quorum_bp, has_casting_vote, has_outside_members)
	select :id, trinn.caller_county(), c->>'name', c->>'kind', (c->>'quorumMembers')::int, (c->>'quorumBasisPoints')::int,
		(c->>'hasCastingVote')::boolean, (c->>'hasOutsideMembers')::boolean
	from (select :content::jsonb as c) t
	returning id, current_edition as edition
), {insert_members}
select trinn.exactly(jsonb_array_length(:content::jsonb->'members'), (select count(*) from members), 'insert_body');

-- query: insert_body_members(id int8, content jsonb) @write
with made as (
	update trinn.bodies set current_edition = current_edition + 1, version = version + 1
	where county_id = trinn.caller_county() and id = :id returning id, current_edition as edition
), {insert_members}
select trinn.exactly(jsonb_array_length(:content::jsonb->'members'), (select count(*) from members), 'insert_body_members');

-- query: insert_role_assignment(id int8, content jsonb) @write
select trinn.assign_role(:id, :content);

-- query: insert_rule_param(id int8, content jsonb) @write
insert into trinn.rule_params (id, county_id, key, basis, valid_from, valid_to, value, unit, source)
select :id, trinn.caller_county(), c->>'key', c->>'basis', (c->>'validFrom')::date, (c->>'validTo')::date,
	(c->>'value')::numeric, c->>'unit', c->>'source'
from (select :content::jsonb as c) t;

-- query: insert_bank_account(id int8, content jsonb) @write
insert into trinn.bank_accounts (id, county_id, organisation_id, account, verified_how)
select :id, trinn.caller_county(), o.id, c->>'account', c->>'verifiedHow'
from (select :content::jsonb as c) t join trinn.organisations o on o.orgnr = c->>'orgnr';

-- query: insert_hub_area(id int8, content jsonb) @write
insert into trinn.hub_areas (id, county_id, hub_id, municipalities, valid_from, valid_to)
select :id, trinn.caller_county(), o.id, array(select jsonb_array_elements_text(c->'municipalities') order by 1),
	(c->>'validFrom')::date, (c->>'validTo')::date
from (select :content::jsonb as c) t join trinn.organisations o on o.orgnr = c->>'orgnr';

-- query: insert_instrument(id int8, content jsonb) @write
-- The next version of its code.
insert into trinn.instruments (id, county_id, code, version, kind, title, questions, source)
select :id, trinn.caller_county(), c->>'code', 1 + coalesce((select max(i.version) from trinn.instruments i
		where i.county_id = trinn.caller_county() and i.code = c->>'code'), 0),
	c->>'kind', c->'title', c->'questions', c->>'source'
from (select :content::jsonb as c) t;

-- query: insert_leader(id int8, content jsonb) @write
insert into trinn.leaders (id, county_id, person_id, leader_id)
select :id, trinn.caller_county(), (c->>'personId')::bigint, (c->>'leaderId')::bigint
from (select :content::jsonb as c) t;

-- query: insert_letterhead(id int8, content jsonb) @write
insert into trinn.letterheads (id, county_id, name, unit, address, email, phone)
select :id, trinn.caller_county(), (c->'name')::json, (c->'unit')::json, c->>'address', c->>'email', c->>'phone'
from (select :content::jsonb as c) t;

-- query: insert_retention_class(id int8, content jsonb) @write
insert into trinn.retention_classes (id, county_id, name, covers, counted_from, years, is_archived, basis)
select :id, trinn.caller_county(), (c->'name')::json, c->>'covers', c->>'countedFrom', (c->>'years')::int,
	(c->>'isArchived')::boolean, c->>'basis'
from (select :content::jsonb as c) t;

-- query: load_setup_change(setup_change_id int8) @read
{setup_change_facts};

-- part: list_by_id
-- A page of rows p(key, item), newest first; one more than are asked for tells that there is a next.
select array_to_json((array_agg(p.item order by p.key desc))[1:(:limit)::int])::text as items,
	case when count(*) > :limit then (array_agg(p.key order by p.key desc))[(:limit)::int]::text end as next
-- end

-- part: of_one_firm
-- The firm that is asked for, or else the caller's own; of a list for others no row, and no index is read, which the first
-- line says: of two conditions the planner may take the other for its index.
(:orgnr is not null or (select trinn.caller_kind()) = 'firm')
and firm_id = case when :orgnr is not null then (select o.id from trinn.organisations o where o.orgnr = :orgnr)
	else (select trinn.caller_org() where trinn.caller_kind() = 'firm') end
-- end

-- part: of_one_hub
-- The hub that the county asks for, or else the caller's own. See of_one_firm.
((select trinn.caller_kind()) = 'hub' or (select trinn.caller_kind()) = 'county' and :hub_id is not null)
and hub_id = case (select trinn.caller_kind()) when 'hub' then (select trinn.caller_org()) else :hub_id end
-- end

-- part: of_hubs
(select trinn.caller_kind()) = 'county' and :hub_id is null
-- end

-- part: of_firms
:orgnr is null and (select trinn.caller_kind()) <> 'firm'
-- end

-- part: stage_name
-- Of a stage t in v.language.
case when v.language = 'en' then coalesce(t.name_en, t.name) else t.name end
-- end

-- part: stage_firm_gets
case when v.language = 'en' then coalesce(t.firm_gets_en, t.firm_gets) else t.firm_gets end
-- end

-- part: stages_json
-- Those of version v(county_id, programme_id, number, language) of a programme's stage graph.
coalesce((select json_agg(json_build_object('number', t.number, 'name', {stage_name}, 'description', t.description,
	'firmGets', {stage_firm_gets}, 'hours', t.hours, 'capacity', t.capacity,
	'priceOre', t.price_ore, 'priceCapOre', t.price_cap_ore, 'billedBy', t.billed_by, 'vatMode', t.vat_mode,
	'serviceValueOre', t.service_value_ore,
	'profile', case when t.digital_parts is not null then json_build_object('digitalParts', t.digital_parts,
		'greenParts', t.green_parts) end,
	'nextStage', t.next_stage,
	'nextStep', case when v.language = 'en' then coalesce(t.next_step_en, t.next_step) else t.next_step end,
	'en', case when num_nonnulls(t.name_en, t.firm_gets_en, t.next_step_en) > 0 then json_build_object('name', t.name_en,
		'firmGets', t.firm_gets_en, 'nextStep', t.next_step_en) end, 'needs', t.needs,
	'gates', coalesce((select json_agg(json_build_object('kind', g.kind,
		'requiresStage', g.requires_stage, 'percent', g.percent) order by g.position)
		from trinn.stage_gates g where g.county_id = t.county_id and g.programme_id = t.programme_id
			and g.programme_version = t.programme_version and g.stage_number = t.number), '[]'))
	order by t.number)
	from trinn.stages t where t.county_id = v.county_id and t.programme_id = v.programme_id
		and t.programme_version = v.number), '[]')
-- end

-- part: places_json
-- Of stage t of trinn.stage_places; in its queue are firms of all hubs.
json_build_object('stage', t.stage, 'capacity', t.capacity, 'taken', t.taken,
	'free', case when t.capacity is not null then greatest(t.capacity - t.taken, 0) end,
	'waiting', trinn.n_waiting(t.programme_id, t.stage))
-- end

-- part: programme_json
json_build_object('id', p.id::text, 'code', p.code, 'name', p.name, 'purpose', p.purpose,
	'parent', (select json_build_object('id', q.id::text, 'code', q.code, 'name', q.name)
		from trinn.programmes q where q.county_id = p.county_id and q.id = p.parent_id),
	'state', trinn.programme_state(p), 'startsOn', p.starts_on, 'endsOn', p.ends_on,
	'profile', case when p.digital_parts is not null then json_build_object('digitalParts', p.digital_parts,
		'greenParts', p.green_parts) end,
	'programmeVersion', p.current_version,
	'stages', (select {stages_json} from (select p.county_id, p.id, p.current_version, :language::text)
		as v(county_id, programme_id, number, language)),
	'places', coalesce((select json_agg({places_json} order by t.stage) from trinn.stage_places t
		where t.county_id = p.county_id and t.programme_id = p.id and (t.taken > 0 or exists (select from trinn.stages s
			where s.county_id = t.county_id and s.programme_id = t.programme_id
				and s.programme_version = p.current_version and s.number = t.stage))), '[]'))
-- end

-- query: programme_document(programme_id int8, language text) @read
select p.current_version::text as etag, {programme_json}::text as document from trinn.programmes p
	where p.county_id = (select trinn.caller_county()) and p.id = :programme_id;

-- query: list_programmes(language text, after int8?, limit int8) @read
{list_by_id} from (select p.id as key,
	{programme_json} as item
	from (select * from trinn.programmes where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) p) p;

-- query: stage_graph_document(programme_id int8, number int8, language text) @read
select null::text, json_build_object('programme', json_build_object('id', p.id::text, 'code', p.code, 'name', p.name),
	'programmeVersion', v.number, 'inForce', v.number = p.current_version, 'stages', {stages_json})::text
from trinn.programmes p, lateral (select p.county_id, p.id, :number::int, :language::text) as v(county_id, programme_id, number, language)
where p.county_id = (select trinn.caller_county()) and p.id = :programme_id and :number <= p.current_version;

-- part: legal_basis_json
json_build_object('id', b.id::text, 'kind', b.kind, 'reference', b.reference, 'title', b.title,
	'beneficiaryKinds', b.beneficiary_kinds,
	'validFrom', b.valid_from, 'validTo', b.valid_to)
-- end

-- query: list_legal_bases(after int8?, limit int8) @read
{list_by_id} from (select b.id as key,
	{legal_basis_json} as item
	from (select * from trinn.legal_bases where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) b) p;

-- part: funding_line_json
json_build_object('id', l.id::text, 'code', l.code, 'name', l.name,
	'programme', (select json_build_object('id', p.id::text, 'code', p.code, 'name', p.name)
		from trinn.programmes p where p.county_id = l.county_id and p.id = l.programme_id),
	'source', l.source, 'applicantKinds', l.applicant_kinds, 'countyOnly', l.county_only,
	'legalBasis', (select {legal_basis_json} from trinn.legal_bases b where b.county_id = l.county_id
		and b.id = l.legal_basis_id),
	'maxShareBasisPoints', l.max_share_bp, 'maxAmounts', l.max_amounts, 'reportEveryMonths', l.report_every_months,
	'overdueReportBlocks', l.overdue_report_blocks, 'assuresRecommendations', l.assures_recommendations, 'onOverlap', l.on_overlap, 'follows', l.follows,
	'appealBody', l.appeal_body, 'state', l.state, 'currency', 'NOK',
	'costGroups', coalesce((select json_agg(json_build_object('code', g.code, 'name', g.name,
		'earmarked', g.earmarked, 'maxShareBasisPoints', g.max_share_bp) order by g.position)
		from trinn.cost_groups g where g.county_id = l.county_id and g.funding_line_id = l.id), '[]'),
	'authorities', coalesce((select json_agg(json_build_object('role', a.role, 'body', a.body,
		'limitOre', a.limit_ore, 'bodyId', a.body_id::text, 'resolution', a.resolution, 'validFrom', a.valid_from,
		'validTo', a.valid_to) order by a.role, a.valid_from, a.id)
		from trinn.authorities a where a.county_id = l.county_id and a.funding_line_id = l.id), '[]'),
	'appropriations', coalesce((select json_agg(json_build_object('id', a.id::text, 'year', a.year,
		'amountOre', a.amount_ore, 'resolution', a.resolution, 'source', coalesce(a.source, l.source))
		order by a.year, a.id) from trinn.appropriations a where a.county_id = l.county_id
			and a.funding_line_id = l.id), '[]'))
-- end

-- query: funding_line_document(funding_line_id int8) @read
select l.version::text, {funding_line_json}::text from trinn.funding_lines l
	where l.county_id = (select trinn.caller_county()) and l.id = :funding_line_id;

-- query: list_funding_lines(after int8?, limit int8) @read
{list_by_id} from (select l.id as key,
	{funding_line_json} as item
	from (select * from trinn.funding_lines where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) l) p;

-- query: list_money_moves(funding_line_id int8?, year int8?, after int8?, limit int8) @read
-- Of a line or year: what left it, or came to it.
{list_by_id} from (select m.id as key,
		json_build_object('id', m.id::text, 'fundingLineId', m.funding_line_id::text, 'year', m.year,
			'to', case when m.to_line_id is not null then json_build_object('fundingLineId', m.to_line_id::text, 'year', m.to_year) end,
			'amountOre', m.amount_ore, 'resolution', m.resolution, 'madeAt', m.made_at) as item
	from (select * from trinn.money_moves where county_id = (select trinn.caller_county()) and id < {last_key}
		and (:funding_line_id is null or :funding_line_id in (funding_line_id, to_line_id))
		and (:year is null or :year in (year, to_year))
		order by id desc limit :limit + 1) m) p;

-- query: list_rule_params(on_date date, after int8?, limit int8) @read
{list_by_id} from (select r.id as key,
		json_build_object('id', r.id::text, 'key', r.key, 'basis', r.basis, 'validFrom', r.valid_from,
			'validTo', r.valid_to, 'value', r.value,
			'unit', r.unit, 'source', r.source) as item
	from (select * from trinn.rule_params where id < {last_key}
		and coalesce(:on_date, trinn.today()) between valid_from and coalesce(valid_to, 'infinity')
		and not exists (select from trinn.rule_params n where n.county_id = rule_params.county_id and n.key = rule_params.key
			and (n.valid_from, n.id) > (rule_params.valid_from, rule_params.id)
			and coalesce(:on_date, trinn.today()) between n.valid_from and coalesce(n.valid_to, 'infinity'))
			order by id desc limit :limit + 1) r) p;

-- query: list_bank_accounts(after int8?, limit int8) @read
{list_by_id} from (select b.id as key,
		json_build_object('id', b.id::text, 'organisation', {party}, 'account', b.account,
			'verifiedHow', b.verified_how,
			'validFrom', b.valid_from) as item
	from (select * from trinn.bank_accounts where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) b join trinn.organisations o on o.id = b.organisation_id) p;

-- query: list_role_assignments(after int8?, limit int8) @read
{list_by_id} from (select a.id as key,
		json_build_object('id', a.id::text,
			'person', case when a.person_id is not null then json_build_object('id', a.person_id::text,
			'name', trinn.person_name(a.person_id)) end, 'organisation', {party}, 'role', a.role,
				'validFrom', a.valid_from, 'validTo', a.valid_to) as item
	from (select * from trinn.role_assignments where county_id = (select trinn.caller_county())
		and id < {last_key}
		order by id desc limit :limit + 1) a join trinn.organisations o on o.id = a.organisation_id) p;

-- query: list_hub_areas(on_date date, municipality text, after int8?, limit int8) @read
{list_by_id} from (select a.id as key,
		json_build_object('id', a.id::text, 'hub', {party}, 'municipalities', a.municipalities,
			'validFrom', a.valid_from, 'validTo', a.valid_to) as item
	from (select * from trinn.hub_areas where county_id = (select trinn.caller_county()) and id < {last_key}
		and coalesce(:on_date, trinn.today()) between valid_from and coalesce(valid_to, 'infinity')
		and (:municipality is null or :municipality = any (municipalities))
		order by id desc limit :limit + 1) a join trinn.organisations o on o.id = a.hub_id) p;

-- query: list_leaders(person_id int8?, after int8?, limit int8) @read
{list_by_id} from (select l.id as key,
		json_build_object('id', l.id::text,
			'person', json_build_object('id', l.person_id::text, 'name', trinn.person_name(l.person_id)),
			'leader', case when l.leader_id is not null then json_build_object('id', l.leader_id::text,
				'name', trinn.person_name(l.leader_id)) end, 'madeAt', l.made_at) as item
	from (select * from trinn.leaders where county_id = (select trinn.caller_county()) and id < {last_key}
		and (:person_id is null or person_id = :person_id)
		order by id desc limit :limit + 1) l) p;

-- query: list_letterheads(after int8?, limit int8) @read
{list_by_id} from (select h.id as key, json_build_object('id', h.id::text, 'name', h.name, 'unit', h.unit, 'address', h.address,
		'email', h.email, 'phone', h.phone, 'madeAt', h.made_at) as item
	from (select * from trinn.letterheads where county_id = (select trinn.caller_county()) and id < {last_key}
		order by id desc limit :limit + 1) h) p;

-- query: responsible_hub_document(municipality text, orgnr text) @read
-- Of the municipality, or of that where a firm lies; without either, where the caller does.
select null::text, json_build_object('municipalityNo', place.no,
	'hub', (select {party} from trinn.hub_areas a join trinn.organisations o on o.id = a.hub_id
		where a.county_id = trinn.caller_county() and a.id = trinn.area_of(place.no, trinn.today())))::text
from (select :municipality where :municipality is not null
	union all
	select f.municipality_no from trinn.organisations f where :municipality is null
		and (f.orgnr = :orgnr or :orgnr is null and f.id = trinn.caller_org())) as place(no);

-- part: instrument_head
'id', i.id::text, 'code', i.code, 'version', i.version, 'kind', i.kind, 'title', i.title, 'source', i.source,
'common', i.county_id is null
-- end

-- query: list_instruments(kind text, after int8?, limit int8) @read
{list_by_id} from (select i.id as key,
	json_build_object({instrument_head}) as item
	from (select * from trinn.instruments t where id < {last_key} and (:kind is null or kind = :kind)
		and not exists (select from trinn.instruments newer where newer.code = t.code
			and newer.county_id is not distinct from t.county_id and newer.version > t.version)
		order by id desc limit :limit + 1) i) p;

-- query: instrument_document(instrument_id int8) @read
select null::text, json_build_object({instrument_head}, 'questions', i.questions)::text
from trinn.instruments i where i.id = :instrument_id;

-- query: me(iss text, subject text, is_client bool) @read
-- Whoever holds the token, and the roles to choose from.
select null::text, trinn.me(:iss, :subject, :is_client)::text;

-- query: search_organisations(q text, municipality text, after text, limit int8) @read
select json_agg({organisation_json} order by f.n) filter (where f.n <= :limit)::text as items,
	case when count(*) > :limit then max(f.key) filter (where f.n = :limit) end as next
from trinn.search_organisations(:q, :municipality, :after, :limit + 1) with ordinality f(id, key, n)
	join trinn.organisations o on o.id = f.id;

-- part: organisation_json
json_build_object('id', o.id::text, 'orgnr', o.orgnr, 'name', o.name, 'form', o.form,
	'municipalityNo', o.municipality_no, 'industryCode', o.industry_code,
	'employees', o.employees, 'vatRegistered', o.vat_registered,
		'insolvent', o.bankrupt or o.forced_winding_up, 'foundedOn', o.founded_on)
-- end

-- query: organisation_document(orgnr text) @read
select null::text, {organisation_json}::text from trinn.organisations o where o.orgnr = :orgnr;
