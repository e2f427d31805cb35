-- part: fagpartner_json
json_build_object('id', f.id::text, 'organisation', {party}, 'municipalityNo', o.municipality_no, 'kind', f.kind,
	'state', f.state, 'competences', f.competences, 'description', f.description, 'contact', f.contact,
	'registeredBy', (select {party} from trinn.organisations o where o.id = f.hub_id))
-- end

-- document: fagpartner(fagpartner_id int8)
select f.version::text as etag, {fagpartner_json}::text as document
from trinn.fagpartnere f join trinn.organisations o on o.id = f.partner_id
where f.county_id = (select trinn.caller_county()) and f.id = :fagpartner_id;

-- part: unknown_competences
-- Of what was written: which is no code, from 0, and the codes it may stand for.
'unknown', coalesce((select json_agg(json_build_object('index', w.n - 1, 'near', (select string_agg(k.code, ', ' order by k.code)
		from trinn.competences k where trinn.means_competence(k, left(w.c->>'code', 4)))) order by w.n)
	from jsonb_array_elements(:competences) with ordinality w(c, n)
	where not exists (select from trinn.competences k where k.code = w.c->>'code')), '[]')
-- end

-- query: list_competences(q text, after text, limit int8) @read
select json_agg(p.item order by p.n) filter (where p.n <= :limit)::text as items,
	max(p.code) filter (where p.n = :limit and p.more) as next
from (
	select row_number() over w as n, lead(1) over w is not null as more, k.code, json_build_object('code', k.code,
		'name', json_build_object('nb', k.name_nb, 'en', k.name_en)) as item
	from trinn.competences k
	where (:after is null or k.code > :after) and (:q is null or trinn.means_competence(k, :q))
	window w as (order by k.code) order by k.code limit :limit + 1
) p;

-- query: list_fagpartnere(competence text, level int8?, municipality text, local text, q text, state text, after int8?, limit int8) @read
-- A level is the least that will do, of the competence if one is named; local is whoever lies where the caller's hub
-- answers for firms. A register is some hundred rows.
{list_by_id} from (select f.id as key,
	{fagpartner_json} as item
	from trinn.fagpartnere f join trinn.organisations o on o.id = f.partner_id
	where f.county_id = (select trinn.caller_county()) and f.id < {last_key} and f.state = coalesce(:state, 'active')
		and (:municipality is null or o.municipality_no = :municipality)
		and (:local is distinct from 'true' or exists (select from trinn.hub_areas a where a.county_id = f.county_id
			and a.hub_id = (select trinn.caller_org()) and a.id = trinn.area_of(o.municipality_no, trinn.today())))
		and (:q is null or strpos(lower(o.name || ' ' || f.description), lower(:q)) > 0)
		and exists (select from jsonb_array_elements(f.competences) c
			where (:competence is null or c->>'code' in (select k.code from trinn.competences k
					where trinn.means_competence(k, :competence)))
				and (:level is null or (c->>'level')::bigint >= :level))
	order by f.id desc limit :limit + 1) p;

-- query: load_new_fagpartner(orgnr text, competences jsonb) @read
-- Organisation 0 is none.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.fagpartnere_id_seq'),
	'partnerId', coalesce(o.id, 0), 'servesAs', trinn.serves_as(o.id),
	'isInsolvent', coalesce(o.bankrupt or o.forced_winding_up, false),
	'isRegistered', exists (select from trinn.fagpartnere f where f.county_id = trinn.caller_county()
		and f.partner_id = o.id and f.state = 'active'),
	{unknown_competences}
)::text, null::bigint, '[]'
from (select) t left join trinn.organisations o on o.orgnr = :orgnr;

-- query: insert_fagpartner(id int8, partner_id int8, kind text, description text, contact text, competences jsonb) @write
insert into trinn.fagpartnere (id, county_id, partner_id, hub_id, kind, description, contact, competences)
values (:id, trinn.caller_county(), :partner_id, case when trinn.caller_kind() = 'hub' then trinn.caller_org() end,
	:kind, :description, :contact, :competences);

-- query: load_fagpartner(fagpartner_id int8, competences jsonb) @read
-- Hub 0 is the county.
select json_build_object('caller', trinn.caller_facts(), 'id', f.id, 'state', f.state, 'partnerId', f.partner_id,
	'hubId', coalesce(f.hub_id, 0), {unknown_competences}
)::text, f.version, json_build_array(json_build_array('fagpartner', f.id,
	trinn.guard_version('fagpartner', f.id), true))::text
from trinn.fagpartnere f where f.county_id = (select trinn.caller_county()) and f.id = :fagpartner_id;

-- query: change_fagpartner(fagpartner_id int8, version int8, kind text, description text, contact text, competences jsonb) @write
with changed as (
	update trinn.fagpartnere set kind = :kind, description = :description, contact = :contact,
		competences = :competences, version = version + 1
	where county_id = trinn.caller_county() and id = :fagpartner_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_fagpartner');

-- query: retire_fagpartner(fagpartner_id int8, version int8) @write
with changed as (
	update trinn.fagpartnere set state = 'retired', version = version + 1
	where county_id = trinn.caller_county() and id = :fagpartner_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'retire_fagpartner');

-- part: invoice_claim
-- The claim whose evidence an invoice of a partner to a hub is, as who may see the claim sees it; the invoice stands as i.
(select k.claim_id::text from trinn.claim_costs k join trinn.organisations s on s.orgnr = k.supplier_orgnr
	where k.county_id = i.county_id and s.id = i.partner_id and upper(k.invoice_number) = upper(i.number)
		and k.applicant_id = i.hub_id and not k.rejected)
-- end

-- part: engagement_json
json_build_object('id', e.id::text, 'hub', (select {party} from trinn.organisations o where o.id = e.hub_id),
	'fagpartnerId', e.fagpartner_id::text,
	'fagpartner', (select {party} from trinn.organisations o where o.id = e.partner_id),
	'trackId', e.track_id::text, 'title', e.title, 'startsOn', e.starts_on, 'endsOn', e.ends_on,
	'hourlyOre', e.hourly_ore, 'currency', 'NOK', 'ceilingMinutes', e.ceiling_minutes,
	'orderedMinutes', e.ordered_minutes, 'deliveredMinutes', e.delivered_minutes,
	'confirmedMinutes', e.confirmed_minutes, 'isRelated', e.is_related, 'relation', e.relation, 'formerRelations', e.former_relations,
	'isLocal', e.is_local, 'state', e.state, 'agreedNote', e.agreed_note,
	'invoices', coalesce((select json_agg(json_build_object('number', i.number, 'issuedOn', i.issued_on,
			'amountOre', i.amount_ore, 'reason', i.reason, 'creditedOn', i.credited_on, 'creditNote', i.credit_note,
			'claimId', {invoice_claim}) order by i.issued_on, i.number)
		from trinn.partner_invoices i where i.county_id = e.county_id and i.engagement_id = e.id), '[]'))
-- end

-- document: engagement(engagement_id int8)
select e.version::text as etag, {engagement_json}::text as document
from trinn.engagements e where e.county_id = (select trinn.caller_county()) and e.id = :engagement_id;

-- part: engagements_wanted
-- For coalesce() see memberships_wanted.
county_id = (select trinn.caller_county()) and id < {last_key}
and coalesce((:state is null or state = :state) and (:hub_id is null or hub_id = :hub_id), false)
-- end

-- part: engagements_of_programmes
-- Among those for tracks of programme :programme_id and all below it, if one is asked for.
and (:programme_id is null or programme_id in ({programmes_under}))
order by id desc limit :limit + 1
-- end

-- query: list_engagements(state text, programme_id int8?, hub_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select e.id as key,
	{engagement_json} as item
	from (
		(select * from trinn.engagements where {of_hubs} and :programme_id is null
			and {engagements_wanted} order by id desc limit :limit + 1)
		union all
		(select e.* from ({programmes_under}) u cross join lateral (select * from trinn.engagements
			where {of_hubs} and programme_id = u.id and {engagements_wanted} order by id desc limit :limit + 1) e)
		union all
		(select * from trinn.engagements where {of_one_hub} and {engagements_wanted} {engagements_of_programmes})
		union all
		(select * from trinn.engagements where (select trinn.caller_kind()) = 'partner'
			and partner_id = (select trinn.caller_org()) and {engagements_wanted} {engagements_of_programmes})
	) e) p;

-- query: load_new_engagement(fagpartner_id int8, track_id int8?) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', nextval('trinn.engagements_id_seq'), 'partnerId', f.partner_id, 'fagpartnerState', f.state,
	'trackState', (select t.state from trinn.tracks t where t.county_id = f.county_id
		and t.applicant_id = trinn.caller_org() and t.id = :track_id)
)::text, null::bigint, json_build_array(json_build_array('fagpartner', f.id,
	trinn.guard_version('fagpartner', f.id), false))::text
from trinn.fagpartnere f where f.county_id = (select trinn.caller_county()) and f.id = :fagpartner_id;

-- query: insert_engagement(id int8, fagpartner_id int8, track_id int8?, title text, starts_on date, ends_on date, hourly_ore int8,
--   ceiling_minutes int4, is_related bool, relation text) @write
with made as (
	insert into trinn.engagements (id, county_id, hub_id, fagpartner_id, partner_id, track_id, title, starts_on, ends_on,
		hourly_ore, ceiling_minutes, is_related, relation)
	select :id, f.county_id, trinn.caller_org(), f.id, f.partner_id, :track_id, :title, :starts_on, :ends_on,
		:hourly_ore, :ceiling_minutes, :is_related, :relation
	from trinn.fagpartnere f where f.county_id = trinn.caller_county() and f.id = :fagpartner_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_engagement');

-- part: session_is_for
-- Whether session s is held for firm o.
(coalesce(o.id = s.firm_id, false)
	or s.firm_id is null and (s.cohort_id is null or exists (select from trinn.cohort_firms m
		where m.county_id = s.county_id and m.cohort_id = s.cohort_id and m.firm_id = o.id
			and (m.left_on is null or s.starts_at < m.left_on))))
-- end

-- part: session_left
-- What is planned of session s and not ordered; below 0 where the plan was made shorter since.
s.planned_minutes - (select coalesce(sum(t.ordered_minutes), 0) from trinn.hours t
	where t.county_id = s.county_id and t.session_id = s.id and t.state <> 'cancelled')
-- end

-- part: case_of_session
-- Its guard, as what hangs on it is recorded with its cohort or network.
json_build_array(w.kind, w.id, trinn.guard_version(w.kind, w.id), true)
from (select case when s.cohort_id is null then 'network' else 'cohort' end as kind,
	coalesce(s.cohort_id, s.network_id) as id) w where s.id is not null
-- end

-- query: load_engagement(engagement_id int8, firms jsonb, session_id int8?, invoice_number text, other_number text,
--   hours jsonb) @read
-- What every command on an engagement is decided on. firms are those hours are ordered for, in that order, 0 for what is
-- no organisation, and session_id the session they are for; other_number is what a credit note or an invoice is to have; hours are the ids of those that are invoiced, without a
-- state where there are none such.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', e.id, 'state', e.state,
	'hubId', e.hub_id, 'partnerId', e.partner_id, 'partnerHasPeople', trinn.has_people(e.partner_id, 'partner'), 'proposedBy', e.proposed_by, 'isRelated', e.is_related,
	'startsOn', e.starts_on, 'endsOn', e.ends_on, 'hourlyOre', e.hourly_ore,
	'leftMinutes', e.ceiling_minutes - e.ordered_minutes,
	'orderId', case when :firms is null then 0 else nextval('trinn.hours_id_seq') end,
	'firms', coalesce((select json_agg(json_build_object('id', coalesce(o.id, 0),
			'isServed', coalesce(trinn.serves(o.id), false),
			'isOfTrack', e.programme_id is null or coalesce(trinn.serves_in(o.id, e.programme_id), false),
			'isOfSession', o.id is not null and (s.id is null or {session_is_for}),
			'hasPeople', trinn.has_people(o.id, 'firm')) order by t.position)
		from jsonb_array_elements(:firms) with ordinality as t(firm, position)
			left join trinn.organisations o on o.orgnr = t.firm->>'orgnr'), '[]'),
	'sessionState', s.state, 'sessionLeftMinutes', coalesce({session_left}, 0),
	'hours', coalesce((select json_agg(json_build_object('state', h.state,
			'confirmedMinutes', coalesce(h.confirmed_minutes, 0)) order by t.position)
		from jsonb_array_elements_text(:hours) with ordinality as t(id, position)
			left join trinn.hours h on h.county_id = e.county_id and h.engagement_id = e.id
				and h.id = t.id::bigint), '[]'),
	'invoiceIsUsed', trinn.partner_invoice_used(e.partner_id, e.hub_id, :invoice_number),
	'otherIsUsed', trinn.partner_invoice_used(e.partner_id, e.hub_id, :other_number),
	'invoice', (select json_build_object('isCredited', i.credited_on is not null, 'isClaimed', {invoice_claim} is not null,
			'isOwn', i.entered_by = coalesce(trinn.caller_person(), -trinn.caller_principal()))
		from trinn.partner_invoices i where i.county_id = e.county_id and i.engagement_id = e.id
			and i.number = :invoice_number),
	'silent', coalesce((select json_agg(o.orgnr order by o.orgnr) from trinn.organisations o
		where o.id in (select h.firm_id from trinn.hours h where h.county_id = e.county_id and h.engagement_id = e.id
			and (h.state = 'ordered' or h.state = 'delivered' and h.delivered_minutes > 0))
			and not trinn.has_people(o.id, 'firm')), '[]')
)::text, e.version, (select json_agg(y.guard) from (
		select json_build_array('engagement', e.id, trinn.guard_version('engagement', e.id), true) as guard
		union all
		select {case_of_session}) y)::text
from trinn.engagements e
	left join trinn.sessions s on s.county_id = e.county_id and s.engagement_id = e.id and s.id = :session_id
where e.county_id = (select trinn.caller_county()) and e.id = :engagement_id;

-- query: agree_engagement(engagement_id int8, version int8, note text, relation text) @write
-- How the two are related as whoever agrees says it, beside what was proposed.
with changed as (
	update trinn.engagements set state = 'agreed', agreed_by = trinn.caller_person(), agreed_note = :note,
		is_related = is_related or :relation is not null, relation = nullif(concat_ws('; ', relation, :relation), ''),
		version = version + 1
	where county_id = trinn.caller_county() and id = :engagement_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'agree_engagement');

-- query: correct_relation(engagement_id int8, version int8, is_related bool, relation text, reason text) @write
with changed as (
	update trinn.engagements set is_related = :is_related, relation = :relation, version = version + 1,
		former_relations = former_relations || jsonb_build_object('isRelated', is_related, 'relation', relation,
			'replacedOn', trinn.today(), 'reason', :reason)
	where county_id = trinn.caller_county() and id = :engagement_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_relation');

-- query: leave_engagement(engagement_id int8, version int8, state text) @write
with changed as (
	update trinn.engagements set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :engagement_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'leave_engagement');

-- query: insert_hours(engagement_id int8, order_id int8, session_id int8?, what text, theme text, firms int8[], minutes int8[]) @write
-- The engagement's counters follow the rows by trigger.
with made as (
	insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, session_id, what, theme,
		ordered_minutes)
	select e.county_id, e.id, e.hub_id, e.partner_id, t.firm_id, :order_id, :session_id, :what, :theme, t.minutes
	from trinn.engagements e, unnest(:firms, :minutes) t(firm_id, minutes)
	where e.county_id = trinn.caller_county() and e.id = :engagement_id
	returning 1
) select trinn.exactly(cardinality(:firms), (select count(*) from made), 'insert_hours');

-- query: insert_partner_invoice(engagement_id int8, number text, issued_on date, amount_ore int8, reason text) @write
with made as (
	insert into trinn.partner_invoices (county_id, hub_id, partner_id, engagement_id, number, issued_on, amount_ore, reason)
	select e.county_id, e.hub_id, e.partner_id, e.id, :number, :issued_on, :amount_ore, :reason
	from trinn.engagements e where e.county_id = trinn.caller_county() and e.id = :engagement_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_partner_invoice');

-- query: invoice_hours(engagement_id int8, number text, hours jsonb) @write
with changed as (
	update trinn.hours set state = 'invoiced', invoice_number = :number, version = version + 1
	where county_id = trinn.caller_county() and engagement_id = :engagement_id
		and id in (select t.id::bigint from jsonb_array_elements_text(:hours) as t(id)) returning 1
) select trinn.exactly(jsonb_array_length(:hours), (select count(*) from changed), 'invoice_hours');

-- query: correct_partner_invoice(engagement_id int8, number text, correct_number text) @write
-- Its hours have it by trigger, too.
with changed as (
	update trinn.partner_invoices set number = :correct_number
	where county_id = trinn.caller_county() and engagement_id = :engagement_id and number = :number returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_partner_invoice');

-- query: credit_partner_invoice(engagement_id int8, number text, credit_note text) @write
-- Its hours follow by trigger, and the engagement's version them.
with changed as (
	update trinn.partner_invoices set credited_on = trinn.today(), credit_note = :credit_note,
		credited_by = coalesce(trinn.caller_person(), -trinn.caller_principal())
	where county_id = trinn.caller_county() and engagement_id = :engagement_id and number = :number returning 1
) select trinn.exactly(1, (select count(*) from changed), 'credit_partner_invoice');

-- part: undisputed
-- What of hours h was delivered, but for what their firm says that it did not get.
coalesce(h.confirmed_minutes, h.delivered_minutes)
-- end

-- query: fagpartner_figures(from date, to date) @read
-- Minutes by hub and track that nobody disputes, of the days they were delivered on, and how many of them by local
-- partners and by parties related to the hub.
select json_agg(json_build_object('hub', {party}, 'trackId', s.track_id::text,
	'deliveredMinutes', s.delivered, 'localDeliveredMinutes', s.local_delivered,
	'localBasisPoints', trinn.basis_points(s.local_delivered, s.delivered), 'relatedDeliveredMinutes', s.related_delivered,
	'confirmedMinutes', s.confirmed, 'localConfirmedMinutes', s.local_confirmed)
	order by o.name, o.id, s.track_id)::text, null::text
from (select e.hub_id, e.track_id, sum({undisputed}) as delivered,
		coalesce(sum({undisputed}) filter (where e.is_local), 0) as local_delivered,
		coalesce(sum({undisputed}) filter (where e.is_related), 0) as related_delivered,
		coalesce(sum(h.confirmed_minutes), 0) as confirmed,
		coalesce(sum(h.confirmed_minutes) filter (where e.is_local), 0) as local_confirmed
	from trinn.hours h join trinn.engagements e on e.county_id = h.county_id and e.id = h.engagement_id
	where h.county_id = (select trinn.caller_county()) and h.delivered_on is not null
		and (:from is null or h.delivered_on >= :from) and (:to is null or h.delivered_on <= :to)
	group by 1, 2) s join trinn.organisations o on o.id = s.hub_id;
