-- part: left_of_grant
-- What of grant g, and of its part p, can still be claimed; once it has ended, what went back to the lines.
'remainingOre', case when trinn.has_ended(g) then 0 else g.remaining_ore end,
'releasedOre', case when trinn.has_ended(g) then g.remaining_ore + trinn.taken_of(g) else 0 end
-- end

-- part: left_of_part
'remainingOre', case when trinn.has_ended(g) then 0 else p.remaining_ore end,
'releasedOre', case when trinn.has_ended(g) then p.remaining_ore + trinn.taken_of(g, p.funding_line_id, p.year) else 0 end
-- end

-- part: grant_head
'id', g.id::text, 'applicationId', g.application_id::text, 'caseNumber', a.case_number, 'applicant', {party},
	'fundingLineId', g.funding_line_id::text,
'year', g.year, 'state', g.state, 'amountOre', g.amount_ore, {left_of_grant},
	'currency', 'NOK', 'acceptBy', g.accept_by, 'endsOn', coalesce(g.ends_on, a.ends_on)
-- end

-- part: grant_parts_json
-- Of grant g, in the order of its call's lines.
(select json_agg(json_build_object('fundingLine', {named_line},
		'year', p.year, 'shareBasisPoints', p.share_bp, 'amountOre', p.amount_ore, {left_of_part},
		'legalBasis', p.legal_basis) order by p.position)
	from trinn.grant_parts p join trinn.funding_lines l on l.county_id = p.county_id and l.id = p.funding_line_id
	where p.county_id = g.county_id and p.grant_id = g.id)
-- end

-- document: grant(grant_id int8)
select g.version::text as etag, json_build_object({grant_head}, 'budgetOre', g.budget_ore,
	'decisionId', g.decision_id::text, 'unposted', trinn.unposted_text(g.county_id, g.decision_id),
	'claimBy', trinn.claim_by(g), 'acceptedAt', g.accepted_at, 'endedAt', g.ended_at, 'endReason', g.end_reason,
	'answeredOnBehalf', case when trinn.caller_kind() = 'county' or g.applicant_id = trinn.caller_org()
			or trinn.is_entered_by_caller(a)
		then trinn.said_json(g.county_id, g.application_id, g.id) end,
	'parts', {grant_parts_json},
	'costs', coalesce((select json_agg(json_build_object('costGroup', t.cost_group,
		'earmarked', t.earmarked, 'budgetOre', t.budget_ore, 'amountOre', t.amount_ore)
		order by t.cost_group) from trinn.grant_costs t where t.county_id = g.county_id
			and t.grant_id = g.id), '[]'),
	'lines', {budget_lines},
	'partners', coalesce((select json_agg(json_build_object('orgnr', p.orgnr, 'name', p.name, 'budgetOre', p.budget_ore,
			'leftOre', coalesce(trinn.partner_left(p.county_id, p.grant_id, p.orgnr), 0), 'leftOn', p.left_on) order by p.organisation_id)
		from trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = g.id), '[]'),
	'conditions', coalesce((select json_agg(json_build_object({condition_head}) order by t.number) from trinn.decision_conditions t
		where t.county_id = g.county_id and t.application_id = g.application_id), '[]'),
	'changes', coalesce((select json_agg(json_build_object('number', t.number, 'cause', t.cause_kind, 'causeId', t.cause_id::text,
			'beforeOre', t.before_ore, 'afterOre', t.after_ore, 'costs', t.costs, 'parts', t.parts, 'madeAt', t.made_at) order by t.number)
		from trinn.grant_changes t where t.county_id = g.county_id and t.grant_id = g.id), '[]'),
	'fagpartnere', trinn.fagpartnere_of(g), 'amendments', {grant_amendments})::text as document
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
	join trinn.organisations o on o.id = g.applicant_id
where g.county_id = (select trinn.caller_county()) and g.id = :grant_id;

-- part: lines_under
select l.id from trinn.funding_lines l where l.county_id = (select trinn.caller_county()) and l.programme_id in ({programmes_under})
-- end

-- part: grants_wanted
g.county_id = (select trinn.caller_county()) and g.id < {last_key}
and coalesce((:state is null or g.state = :state) and (:programme_id is null or g.funding_line_id in ({lines_under})), false)
-- end

-- part: newest_grants
order by g.id desc limit :limit + 1
-- end

-- part: county_grants
select g.* from trinn.grants g where (select trinn.caller_kind()) = 'county' and {grants_wanted}
-- end

-- part: grants_of_others
-- One branch for each way to have a part in a grant, as row-level security tells them.
(select g.* from trinn.grants g where (select trinn.caller_kind()) <> 'county' and g.applicant_id = (select trinn.caller_org())
	and {grants_wanted} {newest_grants})
union all
(select g.* from trinn.grants g where (select trinn.caller_kind()) <> 'county' and g.applicant_id <> (select trinn.caller_org())
	and g.application_id = any ((select trinn.entered_for())::bigint[] || (select trinn.stood_by())::bigint[])
	and {grants_wanted} {newest_grants})
-- end

-- part: page_of_grants
-- Of those in listed.
{list_by_id} from (select g.id as key, json_build_object({grant_head}) as item
	from (select g.* from listed g {newest_grants}) g
		join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
		join trinn.organisations o on o.id = g.applicant_id) p
-- end

-- query: list_grants(programme_id int8?, state text, after int8?, limit int8) @read
-- What is found by an index is a statement of its own, as of applications.
with listed as (({county_grants} {newest_grants}) union all {grants_of_others})
{page_of_grants};

-- query: list_grants_in_state(programme_id int8?, state text, after int8?, limit int8) @read
with listed as (({county_grants} and g.state = :state {newest_grants}) union all {grants_of_others})
{page_of_grants};

-- query: list_grants_in_programme(programme_id int8?, state text, after int8?, limit int8) @read
-- The newest of each of its lines, and of these the newest.
with listed as ((select g.* from ({lines_under}) l (id), lateral ({county_grants} and g.funding_line_id = l.id {newest_grants}) g
		{newest_grants}) union all {grants_of_others})
{page_of_grants};

-- part: grant_facts
'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', g.id, 'state', g.state, 'acceptBy', g.accept_by,
'releaseOn', (select d.release_on from trinn.decisions d where d.county_id = g.county_id and d.id = g.decision_id
	and d.released_at is null),
'knownOn', (select (d.released_at at time zone 'Europe/Oslo')::date from trinn.decisions d where d.county_id = g.county_id and d.id = g.decision_id),
'isSetAside', trinn.is_set_aside(g.county_id, g.application_id),
'grantedStep', (select p.step from trinn.granted_by(g.county_id, g.application_id) p where p.person_id = trinn.caller_person() limit 1),
'applicationId', g.application_id, 'applicationVersion', a.version, 'applicantId', g.applicant_id,
'answersFor', trinn.caller_kind() = 'county' or trinn.is_entered_by_caller(a), 'standing', {grant_standing}
-- end

-- query: load_grant(grant_id int8) @read
select json_build_object({grant_facts})::text, g.version,
	json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
where g.county_id = (select trinn.caller_county()) and g.id = :grant_id;

-- query: accept_grant(grant_id int8, version int8) @write
with changed as (
	update trinn.grants set state = 'accepted', accepted_by = coalesce(trinn.caller_person(),
		-trinn.caller_principal()), accepted_at = now(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :grant_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'accept_grant');

-- query: decline_grant(grant_id int8, version int8, reason text) @write
with changed as (
	update trinn.grants set state = 'annulled', ended_by = coalesce(trinn.caller_person(), -trinn.caller_principal()),
		ended_at = now(), end_reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :grant_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'decline_grant');

-- query: offer_anew(grant_id int8, decision_id int8) @write
-- An offer that an appeal or a reversal changes is accepted by the day of the new decision, if that has one: a letter may be on its way.
with changed as (
	update trinn.grants g set accept_by = coalesce(d.accept_by, g.accept_by), version = g.version + 1
	from trinn.decisions d
	where g.county_id = trinn.caller_county() and g.id = :grant_id and d.county_id = g.county_id and d.id = :decision_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'offer_anew');

-- part: changed_grant
-- Of case a.
(select json_build_object('id', g.id, 'state', g.state, 'isAnnulled', g.state = 'annulled', 'amountOre', g.amount_ore,
		'remainingOre', g.remaining_ore, 'takenOre', trinn.taken_of(g),
		'year', g.year, 'parts', (select json_agg(json_build_object('line', t.funding_line_id, 'year', t.year, 'shareBp', t.share_bp,
			'amountOre', t.amount_ore, 'remainingOre', t.remaining_ore, 'backOre', trinn.back_of(g, t.funding_line_id, t.year))
			order by t.position) from trinn.grant_parts t where t.county_id = g.county_id and t.grant_id = g.id),
		'costs', (select json_agg(json_build_object('costGroup', t.cost_group, 'budgetOre', t.budget_ore)
			order by t.cost_group) from trinn.grant_costs t where t.county_id = g.county_id and t.grant_id = g.id))
	from trinn.grants g where g.county_id = a.county_id and g.id = trinn.changed_grant(a.county_id, a.id))
-- end

-- query: give_back_grant(grant_id int8) @write
-- One that was annulled stands again, as it did.
with changed as (
	update trinn.grants g set ended_by = null, ended_at = null, end_reason = null, version = g.version + 1,
		state = case when g.amount_ore > g.remaining_ore then 'active' else 'accepted' end
	where g.county_id = trinn.caller_county() and g.id = :grant_id and g.state = 'annulled' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'give_back_grant');

-- query: change_grant(grant_id int8, after_ore int8, shares jsonb, parts int8[], year int4, cause_kind text, cause_id int8, proposed_by int8) @write
select trinn.change_grant(:grant_id, :after_ore, :shares, :cause_kind, :cause_id, :proposed_by, :parts, :year);
