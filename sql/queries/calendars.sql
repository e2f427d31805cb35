-- part: calendar_feed_json
json_build_object('id', f.id::text, 'kind', f.kind, 'organisation', {party}, 'revokedOn', f.revoked_on)
-- end

-- document: calendar_feed(feed_id int8)
select f.version::text as etag, {calendar_feed_json}::text as document
from trinn.calendar_feeds f join trinn.organisations o on o.id = f.organisation_id
where f.county_id = (select trinn.caller_county()) and f.id = :feed_id;

-- query: reply_new_calendar_feed(operation text, key text, fingerprint text, status int4, location text, feed_id int8, href text) @write
-- Where the calendar is read, is told with this reply only: what is kept with the key is without it.
select r.status, r.location, r.etag, (d.document::jsonb || jsonb_build_object('href', :href))::text
from ({calendar_feed_document} offset 0) d,
	lateral trinn.store_reply(:operation, :key, :fingerprint, :status, :location, d.etag, d.document) r;

-- query: list_calendar_feeds(after int8?, limit int8) @read
{list_by_id} from (select f.id as key,
	{calendar_feed_json} as item
	from (select * from trinn.calendar_feeds where county_id = (select trinn.caller_county())
		and id < {last_key} order by id desc limit :limit + 1) f
		join trinn.organisations o on o.id = f.organisation_id) p;

-- query: load_new_calendar_feed() @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.calendar_feeds_id_seq'),
	'inForce', (select count(*) from trinn.calendar_feeds f where f.county_id = trinn.caller_county()
		and f.organisation_id = trinn.caller_org() and f.kind = trinn.caller_kind() and f.revoked_on is null)
)::text, null::bigint, '[]';

-- query: insert_calendar_feed(id int8, secret_sha256 text) @write
insert into trinn.calendar_feeds (id, county_id, organisation_id, kind, secret_sha256)
values (:id, trinn.caller_county(), trinn.caller_org(), trinn.caller_kind(), decode(:secret_sha256, 'hex'));

-- query: load_calendar_feed(feed_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', f.id, 'organisationId', f.organisation_id,
	'isRevoked', f.revoked_on is not null)::text, f.version,
	json_build_array(json_build_array('calendar_feed', f.id, trinn.guard_version('calendar_feed', f.id), true))::text
from trinn.calendar_feeds f where f.county_id = (select trinn.caller_county()) and f.id = :feed_id;

-- query: revoke_calendar_feed(feed_id int8, version int8) @write
with changed as (
	update trinn.calendar_feeds set revoked_on = trinn.today(), version = version + 1
	where county_id = trinn.caller_county() and id = :feed_id and version = :version and revoked_on is null returning 1
) select trinn.exactly(1, (select count(*) from changed), 'revoke_calendar_feed');

-- query: calendar(secret_sha256 text) @read
-- For whoever has the secret, without a caller.
select uid, sequence, changed_at, starts_at, ends_at, title, description, place, link, is_cancelled
from trinn.calendar(decode(:secret_sha256, 'hex'));
