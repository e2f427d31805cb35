-- part: hours_json
json_build_object('id', h.id::text, 'orderId', h.order_id::text, 'engagementId', h.engagement_id::text,
	'hub', (select {party} from trinn.organisations o where o.id = h.hub_id),
	'fagpartner', (select {party} from trinn.organisations o where o.id = h.partner_id),
	'firm', (select {party} from trinn.organisations o where o.id = h.firm_id),
	'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), 'what', h.what, 'state', h.state,
	'sessionId', h.session_id::text, 'theme', case when h.session_id is null then h.theme
		else (select s.theme from trinn.sessions s where s.county_id = h.county_id and s.id = h.session_id) end,
	'orderedMinutes', h.ordered_minutes + h.moved_minutes, 'freedMinutes', h.freed_minutes,
	'deliveredMinutes', h.delivered_minutes, 'deliveredOn', h.delivered_on,
	'confirmedMinutes', h.confirmed_minutes, 'dispute', h.dispute, 'invoiceNumber', h.invoice_number,
	'claimId', (select {invoice_claim} from trinn.partner_invoices i where i.county_id = h.county_id
		and i.engagement_id = h.engagement_id and i.number = h.invoice_number))
-- end

-- document: hours(hours_id int8)
select h.version::text as etag, {hours_json}::text as document
from trinn.hours h where h.county_id = (select trinn.caller_county()) and h.id = :hours_id;

-- part: hours_wanted
-- For coalesce() see memberships_wanted.
county_id = (select trinn.caller_county()) and id < {last_key}
and coalesce((:state is null or state = :state) and (:hub_id is null or hub_id = :hub_id), false)
-- end

-- part: hours_of_programmes
-- Among those of engagements for tracks of programme :programme_id and all below it, if one is asked for.
and (:programme_id is null or programme_id in ({programmes_under}))
order by id desc limit :limit + 1
-- end

-- query: list_hours(state text, orgnr text, programme_id int8?, hub_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select h.id as key, {hours_json} as item
	from (
		(select * from trinn.hours where {of_firms} and {of_hubs} and :programme_id is null
			and {hours_wanted} order by id desc limit :limit + 1)
		union all
		(select h.* from ({programmes_under}) u cross join lateral (select * from trinn.hours
			where {of_firms} and {of_hubs} and programme_id = u.id and {hours_wanted} order by id desc limit :limit + 1) h)
		union all
		(select * from trinn.hours where {of_firms} and {of_one_hub} and {hours_wanted} {hours_of_programmes})
		union all
		(select * from trinn.hours where {of_firms} and (select trinn.caller_kind()) = 'partner'
			and partner_id = (select trinn.caller_org()) and {hours_wanted} {hours_of_programmes})
		union all
		(select * from trinn.hours where {of_one_firm} and {hours_wanted} {hours_of_programmes})
	) h) p;

-- query: list_engagement_hours(engagement_id int8, after int8?, limit int8) @read
-- No row if there is no such engagement.
{list_by_id} from (select h.id as key, {hours_json} as item
	from (select * from trinn.hours where county_id = (select trinn.caller_county()) and engagement_id = :engagement_id
		and id < {last_key} order by id desc limit :limit + 1) h) p
having exists (select from trinn.engagements e where e.county_id = (select trinn.caller_county())
	and e.id = :engagement_id);

-- document: hours_order(order_id int8)
-- Of what was ordered together, as much as the caller sees.
select null::text as etag, json_build_object('id', h.order_id::text, 'engagementId', h.engagement_id::text,
	'sessionId', h.session_id::text, 'what', h.what, 'minutes', sum(h.ordered_minutes),
	'hours', json_agg({hours_json} order by h.id))::text as document
from trinn.hours h where h.county_id = (select trinn.caller_county()) and h.order_id = :order_id
group by h.order_id, h.engagement_id, h.session_id, h.what;

-- query: load_hours(hours_id int8, session_id int8?) @read
-- What every command on hours is decided on. Nobody is person 0; the engagement's period is not for the firm. session_id is
-- a session that they are to be tied to.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', h.id, 'state', h.state,
	'engagementId', h.engagement_id, 'hubId', h.hub_id, 'firmId', h.firm_id,
	'firm', o.orgnr, 'firmHasPeople', trinn.has_people(h.firm_id, 'firm'), 'isOfSession', h.session_id is not null,
	'orderedMinutes', h.ordered_minutes, 'orderedBy', h.ordered_by, 'deliveredMinutes', coalesce(h.delivered_minutes, 0),
	'deliveredBy', coalesce(h.delivered_by, 0), 'confirmedMinutes', coalesce(h.confirmed_minutes, 0), 'startsOn', e.starts_on, 'endsOn', e.ends_on,
	'leftMinutes', coalesce(e.ceiling_minutes - e.ordered_minutes, 0),
	'session', case when s.id is not null then json_build_object('state', s.state, 'isForFirm', {session_is_for},
		'leftMinutes', {session_left}) end
)::text, h.version, (select json_agg(y.guard) from (
		select json_build_array('engagement', h.engagement_id, trinn.guard_version('engagement', h.engagement_id), true)
			as guard
		union all
		select {case_of_session}) y)::text
from trinn.hours h join trinn.organisations o on o.id = h.firm_id
	left join trinn.sessions s on s.county_id = h.county_id and s.engagement_id = h.engagement_id and s.id = :session_id
	left join trinn.engagements e on e.county_id = h.county_id and e.id = h.engagement_id
where h.county_id = (select trinn.caller_county()) and h.id = :hours_id;

-- query: tie_hours(hours_id int8, version int8, session_id int8) @write
with changed as (
	update trinn.hours set session_id = :session_id, version = version + 1
	where county_id = trinn.caller_county() and id = :hours_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'tie_hours');

-- query: deliver_hours(hours_id int8, version int8, minutes int4, delivered_on date) @write
-- What is not delivered can be ordered again.
with changed as (
	update trinn.hours set state = 'delivered', delivered_minutes = :minutes, freed_minutes = ordered_minutes - :minutes,
		delivered_on = :delivered_on, delivered_by = coalesce(trinn.caller_person(), -trinn.caller_principal()),
		version = version + 1
	where county_id = trinn.caller_county() and id = :hours_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'deliver_hours');

-- query: withdraw_delivery(hours_id int8, version int8) @write
-- What was freed by it is ordered again.
with changed as (
	update trinn.hours set state = 'ordered', delivered_minutes = null, freed_minutes = 0, delivered_on = null,
		delivered_by = null, confirmed_minutes = null, confirmed_by = null, dispute = null, version = version + 1
	where county_id = trinn.caller_county() and id = :hours_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'withdraw_delivery');

-- query: confirm_hours(hours_id int8, version int8, minutes int4, dispute text) @write
with changed as (
	update trinn.hours set state = 'confirmed', confirmed_minutes = :minutes, dispute = :dispute,
		confirmed_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :hours_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'confirm_hours');

-- query: cancel_hours(hours_id int8, version int8) @write
with changed as (
	update trinn.hours set state = 'cancelled', freed_minutes = ordered_minutes, version = version + 1
	where county_id = trinn.caller_county() and id = :hours_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'cancel_hours');

-- query: deliver_session_hours(session_id int8, hours int8[], minutes int8[]) @write
-- As the session was held: more than was ordered for the firm, if others did not come. What a firm disputed it is asked
-- to confirm anew.
with changed as (
	update trinn.hours h set state = 'delivered', delivered_minutes = t.minutes,
		freed_minutes = greatest(h.ordered_minutes - t.minutes, 0), moved_minutes = greatest(t.minutes - h.ordered_minutes, 0),
		delivered_on = (s.starts_at at time zone 'Europe/Oslo')::date,
		delivered_by = coalesce(trinn.caller_person(), -trinn.caller_principal()),
		confirmed_minutes = null, confirmed_by = null, dispute = null, version = h.version + 1
	from unnest(:hours, :minutes) t(id, minutes), trinn.sessions s
	where h.county_id = trinn.caller_county() and h.session_id = :session_id and h.id = t.id
		and s.county_id = h.county_id and s.id = h.session_id returning 1
) select trinn.exactly(cardinality(:hours), (select count(*) from changed), 'deliver_session_hours');

-- query: withdraw_session_hours(session_id int8, count int8) @write
-- As withdraw_delivery.
with changed as (
	update trinn.hours set state = 'ordered', delivered_minutes = null, freed_minutes = 0, moved_minutes = 0,
		delivered_on = null, delivered_by = null, version = version + 1
	where county_id = trinn.caller_county() and session_id = :session_id and state = 'delivered' returning 1
) select trinn.exactly(:count, (select count(*) from changed), 'withdraw_session_hours');

-- query: tell_session_hours(topic text, session_id int8) @write
-- Each firm, that has them to confirm or has them no more.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select h.county_id, :topic, 'hours', h.id, h.firm_id, json_build_object('minutes', h.delivered_minutes)
from trinn.hours h where h.county_id = trinn.caller_county() and h.session_id = :session_id
	and h.state in ('ordered', 'delivered') and h.delivered_minutes is distinct from 0;
