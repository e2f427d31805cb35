-- part: claim_head
'id', c.id::text, 'number', c.number, 'grantId', c.grant_id::text, 'applicationId', c.application_id::text,
	'applicant', {party}, 'kind', c.kind,
'state', c.state, 'amountOre', c.amount_ore, 'approvedOre', c.approved_ore, 'currency', 'NOK',
'submittedAt', c.submitted_at
-- end

-- part: partner_invoice
-- What fagpartner and firms say of cost t: nothing to those who do not follow hubs.
(select json_build_object('engagementId', i.engagement_id::text, 'amountOre', i.amount_ore,
		'confirmedMinutes', (select coalesce(sum(h.confirmed_minutes), 0) from trinn.hours h
			where h.county_id = i.county_id and h.engagement_id = i.engagement_id and h.invoice_number = i.number),
		'isRelated', g.is_related, 'relation', g.relation)
	from trinn.partner_invoices i
		join trinn.organisations s on s.id = i.partner_id
		join trinn.engagements g on g.county_id = i.county_id and g.id = i.engagement_id
	where i.county_id = t.county_id and i.hub_id = t.applicant_id and s.orgnr = t.supplier_orgnr
		and upper(i.number) = upper(t.invoice_number))
-- end

-- part: lines_of_claims
-- The parts p of claims with those of their grants as s, each on its line l.
trinn.claim_parts p
	join trinn.grant_parts s on s.county_id = p.county_id and s.grant_id = p.grant_id and s.position = p.position
	join trinn.funding_lines l on l.county_id = s.county_id and l.id = s.funding_line_id
-- end

-- document: claim(claim_id int8)
select c.version::text as etag, json_build_object({claim_head}, 'periodFrom', c.period_from,
	'periodTo', c.period_to, 'statusReport', c.status_report,
	'reviewReason', c.review_reason,
	'parts', (select json_agg(json_build_object('fundingLine', {named_line}, 'year', s.year,
			'amountOre', p.amount_ore, 'approvedOre', p.approved_ore) order by p.position)
		from {lines_of_claims} where p.county_id = c.county_id and p.claim_id = c.id),
	'costs', coalesce((select json_agg(json_build_object('costGroup', t.cost_group,
		'description', t.description, 'amountOre', t.amount_ore,
		'supplierOrgnr', t.supplier_orgnr, 'invoiceNumber', t.invoice_number, 'partnerOrgnr', t.partner_orgnr,
		'partnerInvoice', {partner_invoice}) order by t.line)
		from trinn.claim_costs t where t.county_id = c.county_id and t.claim_id = c.id), '[]'),
	'paymentId', (select p.id::text from trinn.payments p where p.county_id = c.county_id
		and p.claim_id = c.id))::text as document
from trinn.claims c join trinn.organisations o on o.id = c.applicant_id
where c.county_id = (select trinn.caller_county()) and c.id = :claim_id;

-- part: claims_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or exists (select from trinn.applications a where a.id = application_id
	and a.call_id in ({calls_under})))
-- end

-- query: list_claims(state text, programme_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select c.id as key,
	json_build_object({claim_head}) as item
	from (
		(select * from trinn.claims where (select trinn.caller_kind()) = 'county' and :state is null
			and {claims_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.claims where (select trinn.caller_kind()) = 'county' and state = :state
			and {claims_wanted} order by id desc limit :limit + 1)
		union all
		(select * from trinn.claims where (select trinn.caller_kind()) <> 'county'
			and applicant_id = (select trinn.caller_org()) and (:state is null or state = :state)
			and {claims_wanted} order by id desc limit :limit + 1)
	) c join trinn.organisations o on o.id = c.applicant_id) p;

-- part: granted_by
-- Who granted, by grant g.
coalesce((select json_agg(json_build_object('personId', p.person_id, 'step', p.step)) from trinn.granted_by(g.county_id, g.application_id) p), '[]')
-- end

-- part: hands
-- Who granted by grant g or applied for it, and how: they pass none of its payments.
(select coalesce(json_agg(json_build_object('personId', p.person_id, 'step', p.step) order by p.step, p.person_id), '[]')
	from (select * from trinn.granted_by(g.county_id, g.application_id)
		union all select * from trinn.applied_by(g.county_id, g.application_id)) p where p.person_id > 0)
-- end

-- part: is_first_open
-- Of the grants for the track of application a that can still be claimed under, none is for an earlier stage than call b.
-- Mobilisation leads to the first stage, so it is claimed there.
not exists (select from trinn.applications x
	join trinn.grants y on y.county_id = x.county_id and y.application_id = x.id and y.state in ('accepted', 'active')
	join trinn.calls k on k.county_id = x.county_id and k.id = x.call_id
	where x.county_id = a.county_id and x.track_id = a.track_id
		and (select min(n) from unnest(k.stages) n) < (select min(n) from unnest(b.stages) n)
		and not exists (select from trinn.claims z where z.county_id = y.county_id and z.grant_id = y.id
			and z.kind = 'final' and z.state <> 'rejected'))
-- end

-- query: load_new_claim(grant_id int8, costs jsonb) @read
-- What a claim is decided on. costs are those it will have; NULL asks only whether the caller may claim.
select json_build_object(
	'grant', json_build_object({grant_facts}), 'granted', {granted_by}, 'unmet', {unmet_conditions},
	'id', case when :costs is null then 0 else nextval('trinn.claims_id_seq') end,
	'applicationState', a.state, 'startsOn', a.starts_on, 'endsOn', coalesce(g.ends_on, a.ends_on),
	'claimBy', trinn.claim_by(g), 'amountOre', g.amount_ore, 'budgetOre', g.budget_ore, 'remainingOre', g.remaining_ore,
	'parts', (select json_agg(p.remaining_ore order by p.position) from trinn.grant_parts p
		where p.county_id = g.county_id and p.grant_id = g.id),
	'firmsPayOre', trinn.firms_pay(a.id),
	'finalNumber', (select c.number from trinn.claims c where c.county_id = g.county_id
		and c.grant_id = g.id and c.kind = 'final' and c.state <> 'rejected'),
	'groups', coalesce((select json_agg(json_build_object('costGroup', t.cost_group,
		'earmarked', t.earmarked, 'budgetOre', t.budget_ore, 'name', coalesce((select k.name from trinn.cost_groups k
			where k.county_id = g.county_id and k.funding_line_id = g.funding_line_id and k.code = t.cost_group),
			t.cost_group)) order by t.cost_group)
		from trinn.grant_costs t where t.county_id = g.county_id and t.grant_id = g.id), '[]'),
	'earlier', coalesce((select json_agg(json_build_object(
			'amountOre', case c.state when 'released' then c.approved_ore else c.amount_ore end,
			'costs', (select json_agg(json_build_object('costGroup', t.cost_group, 'amountOre', t.ore))
				from (select x.cost_group, sum(x.amount_ore)::bigint as ore from trinn.claim_costs x
					where x.county_id = c.county_id and x.claim_id = c.id group by 1) t)) order by c.number)
		from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id
			and c.state <> 'rejected'), '[]'),
	'partners', coalesce((select json_agg(json_build_object('orgnr', p.orgnr, 'name', p.name,
			'leftOre', trinn.partner_left(p.county_id, p.grant_id, p.orgnr)) order by p.organisation_id)
		from trinn.grant_partners p where p.county_id = g.county_id and p.grant_id = g.id and p.left_by is null), '[]'),
	'invoicesUsed', coalesce((select json_agg(u.position - 1) from trinn.invoices_used(:costs) u(position)), '[]'),
	'notEntered', coalesce((select json_agg(t.line - 1 order by t.line)
		from jsonb_array_elements(:costs) with ordinality t(c, line)
			join trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr'
		where t.c->>'invoiceNumber' is not null
			and exists (select from trinn.engagements e where e.county_id = g.county_id and e.hub_id = g.applicant_id
				and e.partner_id = o.id and e.state in ('agreed', 'ended'))
			and not exists (select from trinn.partner_invoices s where s.county_id = g.county_id
				and s.hub_id = g.applicant_id and s.partner_id = o.id
				and upper(s.number) = upper(t.c->>'invoiceNumber'))), '[]'),
	'credited', coalesce((select json_agg(t.line - 1 order by t.line)
		from jsonb_array_elements(:costs) with ordinality t(c, line)
			join trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr'
			join trinn.partner_invoices s on s.county_id = g.county_id and s.hub_id = g.applicant_id
				and s.partner_id = o.id and upper(s.number) = upper(t.c->>'invoiceNumber')
		where s.credited_on is not null), '[]'),
	'partnerInvoices', coalesce((select json_agg(json_build_object('line', t.line - 1, 'netOre', s.amount_ore,
			'grossOre', s.amount_ore + ceil(s.amount_ore * coalesce(({vat_bp}), 0) / 10000.0)::bigint,
			'isOfTrack', coalesce((select m.track_id = a.track_id from trinn.engagements m
				where m.county_id = s.county_id and m.id = s.engagement_id), true),
			'otherStages', (select string_agg(h.id || ' (' || f.name || ')', ', ' order by h.id)
				from trinn.hours h join trinn.organisations f on f.id = h.firm_id
				where h.county_id = s.county_id and h.engagement_id = s.engagement_id and h.invoice_number = s.number
					and not trinn.is_of_stages(h, b.programme_id, case when {is_first_open} then b.stages || 0 else b.stages end))))
		from jsonb_array_elements(:costs) with ordinality t(c, line)
			join trinn.organisations o on o.orgnr = t.c->>'supplierOrgnr'
			join trinn.partner_invoices s on s.county_id = g.county_id and s.hub_id = g.applicant_id
				and s.partner_id = o.id and upper(s.number) = upper(t.c->>'invoiceNumber')), '[]')
)::text, null::bigint, json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
	join trinn.calls b on b.county_id = a.county_id and b.id = a.call_id
where g.county_id = (select trinn.caller_county()) and g.id = :grant_id;

-- query: insert_claim(id int8, grant_id int8, kind text, period_from date, period_to date, status_report text, amount_ore int8) @write
with made as (
	insert into trinn.claims (id, county_id, applicant_id, application_id, grant_id, number, kind,
		period_from, period_to, status_report, amount_ore, submitted_by)
	select :id, g.county_id, g.applicant_id, g.application_id, g.id,
		1 + (select count(*) from trinn.claims c where c.county_id = g.county_id and c.grant_id = g.id),
		:kind, :period_from, :period_to, :status_report, :amount_ore, trinn.caller_person()
	from trinn.grants g where g.county_id = trinn.caller_county() and g.id = :grant_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_claim');

-- query: insert_claim_costs(claim_id int8, costs jsonb) @write
with added as (
	insert into trinn.claim_costs (county_id, applicant_id, claim_id, line, cost_group, description,
		amount_ore, supplier_orgnr, invoice_number, partner_orgnr)
	select trinn.caller_county(), trinn.caller_org(), :claim_id, t.line,
		t.c->>'costGroup', t.c->>'description', (t.c->>'amountOre')::bigint,
		t.c->>'supplierOrgnr', t.c->>'invoiceNumber', t.c->>'partnerOrgnr'
	from jsonb_array_elements(:costs) with ordinality as t(c, line)
	returning 1
) select trinn.exactly(jsonb_array_length(:costs), (select count(*) from added), 'insert_claim_costs');

-- query: insert_claim_parts(claim_id int8, amounts_ore int8[]) @write
-- One amount for each part of the grant.
with made as (
	insert into trinn.claim_parts (county_id, applicant_id, application_id, grant_id, claim_id, position, amount_ore)
	select c.county_id, c.applicant_id, c.application_id, c.grant_id, c.id, t.position, t.ore
	from trinn.claims c, unnest(:amounts_ore) with ordinality t(ore, position)
	where c.county_id = trinn.caller_county() and c.id = :claim_id
	returning 1
) select trinn.exactly(cardinality(:amounts_ore), (select count(*) from made), 'insert_claim_parts');

-- query: claim_from_grant(claim_id int8) @write
-- The first claim makes the grant active.
with taken as (
	update trinn.grant_parts g set remaining_ore = g.remaining_ore - p.amount_ore
	from trinn.claim_parts p
	where p.county_id = trinn.caller_county() and p.claim_id = :claim_id
		and g.county_id = p.county_id and g.grant_id = p.grant_id and g.position = p.position
	returning 1
), changed as (
	update trinn.grants g set remaining_ore = g.remaining_ore - c.amount_ore, state = 'active', version = g.version + 1
	from trinn.claims c
	where c.county_id = trinn.caller_county() and c.id = :claim_id and g.county_id = c.county_id and g.id = c.grant_id
		and g.state in ('accepted', 'active') returning 1
) select trinn.exactly(1, (select count(*) from changed), 'claim_from_grant');

-- query: activate_application(application_id int8) @write
with changed as (
	update trinn.applications set state = 'active', version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and state = 'accepted' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'activate_application');

-- query: return_to_grant(claim_id int8) @write
-- What the claim took and is not approved, part by part: of a rejected claim all.
with back as (
	select p.county_id, p.grant_id, p.position,
		p.amount_ore - case c.state when 'rejected' then 0 else p.approved_ore end as ore
	from trinn.claims c join trinn.claim_parts p on p.county_id = c.county_id and p.claim_id = c.id
	where c.county_id = trinn.caller_county() and c.id = :claim_id
), returned as (
	update trinn.grant_parts g set remaining_ore = g.remaining_ore + b.ore from back b
	where g.county_id = b.county_id and g.grant_id = b.grant_id and g.position = b.position returning 1
), changed as (
	update trinn.grants g set remaining_ore = g.remaining_ore + b.ore, version = g.version + 1
	from (select county_id, grant_id, sum(ore) as ore from back group by county_id, grant_id) b
	where g.county_id = b.county_id and g.id = b.grant_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'return_to_grant');

-- part: holds_back
-- Whether an overdue report holds back what is paid of grant g: one line that says so is enough.
exists (select from trinn.grant_parts p
	join trinn.funding_lines l on l.county_id = p.county_id and l.id = p.funding_line_id and l.overdue_report_blocks
	where p.county_id = g.county_id and p.grant_id = g.id)
-- end

-- query: load_claim(claim_id int8) @read
-- What every command on a claim is decided on. Nobody is person 0. Accounts are seen by those who pay and by the recipient.
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'state', c.state,
	'applicationId', c.application_id, 'applicantId', c.applicant_id, 'applicant', o.name,
	'parts', (select json_agg(p.amount_ore order by p.position) from trinn.claim_parts p
		where p.county_id = c.county_id and p.claim_id = c.id),
	'amountOre', c.amount_ore, 'approvedOre', coalesce(c.approved_ore, 0), 'submittedBy', c.submitted_by,
		'reviewedBy', coalesce(c.reviewed_by, 0),
	'attestedBy', coalesce(c.attested_by, 0), 'hands', {hands},
	'hasAccount', exists (select from trinn.bank_accounts b where b.county_id = c.county_id
		and b.organisation_id = c.applicant_id),
	'isStayed', trinn.has_stay(c.county_id, c.application_id), 'isSetAside', trinn.is_set_aside(c.county_id, c.application_id),
	'kind', c.kind, 'unmet', {unmet_conditions},
	'overdueReport', (select min({report_due_on}) from trinn.progress_reports t
		where t.county_id = c.county_id and t.application_id = c.application_id and {holds_back} and {report_is_overdue})
)::text, c.version, json_build_array(json_build_array('application', c.application_id, h.version, true))::text
from trinn.claims c
	join trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id
	join trinn.organisations o on o.id = c.applicant_id
	join trinn.guards h on h.county_id = c.county_id and h.kind = 'application' and h.id = c.application_id
where c.county_id = (select trinn.caller_county()) and c.id = :claim_id;

-- query: review_claim(claim_id int8, version int8, approved_ore int8, reason text, parts_ore int8[]) @write
with approved as (
	update trinn.claim_parts p set approved_ore = t.ore from unnest(:parts_ore) with ordinality t(ore, position)
	where p.county_id = trinn.caller_county() and p.claim_id = :claim_id and p.position = t.position returning 1
), changed as (
	update trinn.claims set state = 'reviewed', approved_ore = :approved_ore, review_reason = :reason,
		reviewed_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :claim_id and version = :version returning 1
) select trinn.exactly(1 + cardinality(:parts_ore),
	(select count(*) from changed) + (select count(*) from approved), 'review_claim');

-- query: reject_claim(claim_id int8, version int8, reason text) @write
with changed as (
	update trinn.claims set state = 'rejected', review_reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :claim_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'reject_claim');

-- query: attest_claim(claim_id int8, version int8) @write
with changed as (
	update trinn.claims set state = 'attested', attested_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :claim_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'attest_claim');

-- query: send_back_claim(claim_id int8, version int8) @write
-- Nothing of what was approved stands.
with opened as (
	update trinn.claim_parts set approved_ore = null
	where county_id = trinn.caller_county() and claim_id = :claim_id
), changed as (
	update trinn.claims set state = 'submitted', approved_ore = null, review_reason = null,
		reviewed_by = null, attested_by = null, version = version + 1
	where county_id = trinn.caller_county() and id = :claim_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'send_back_claim');

-- query: release_claim(claim_id int8, version int8) @write
with changed as (
	update trinn.claims set state = 'released', released_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :claim_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'release_claim');
