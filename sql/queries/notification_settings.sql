-- part: own_settings
s.county_id = (select trinn.caller_county()) and s.person_id = (select trinn.caller_person()) and s.organisation_id = (select trinn.caller_org())
-- end

-- part: own_code
-- The code that counts for the address that is asked for in settings s, and the e-mail it goes with.
left join lateral (select c.*, trinn.code_expires_at(c) as expires_at, trinn.tries_at(c) as tries, d.state as mail_state
	from trinn.address_codes c left join trinn.deliveries d on d.county_id = c.county_id and d.id = c.delivery_id
	where c.county_id = s.county_id and c.person_id = s.person_id and c.organisation_id = s.organisation_id
	order by c.id desc limit 1) c on s.asked_address is not null
-- end

-- document: notification_settings()
-- Of whoever has chosen nothing what holds then.
select coalesce(s.version, 1)::text as etag, json_build_object('language', coalesce(s.language, 'nb'), 'byEmail', coalesce(s.by_email, 'none'),
	'address', s.address, 'asked', case when s.asked_address is not null then json_build_object('address', s.asked_address,
		'askedAt', c.asked_at, 'state', c.mail_state, 'expiresAt', c.expires_at,
		'triesLeft', greatest(trinn.county_figure('mail.code_tries', 5) - c.tries, 0)) end)::text as document
from (select) one left join trinn.notification_settings s on {own_settings} {own_code};

-- query: load_notification_settings(address text) @read
-- How many codes were asked for to that address, or to the one asked for.
select json_build_object('caller', trinn.caller_facts(), 'id', coalesce(s.id, nextval('trinn.notification_settings_id_seq')), 'isNew', s.id is null,
	'address', s.address, 'askedAddress', s.asked_address, 'codeId', coalesce(c.id, 0), 'codeSha256', encode(c.code_sha256, 'hex'),
	'isExpired', coalesce(c.expires_at <= now(), false), 'tries', coalesce(c.tries, 0), 'triesMax', trinn.county_figure('mail.code_tries', 5),
	'codesByPerson', n.by_person, 'codesByPersonMax', trinn.county_figure('mail.codes_a_day', 5),
	'codesToAddress', n.to_address, 'codesToAddressMax', trinn.county_figure('mail.codes_to_address', 3)
)::text, coalesce(s.version, 1), case when s.id is null then '[]' else json_build_array(json_build_array('notification_settings', s.id,
	trinn.guard_version('notification_settings', s.id), true))::text end
from (select) one left join trinn.notification_settings s on {own_settings} {own_code}
	cross join lateral trinn.codes_asked(coalesce(:address, s.asked_address)) n;

-- query: insert_notification_settings(id int8, language text, by_email text, asked_address text) @write
insert into trinn.notification_settings (id, county_id, person_id, organisation_id, language, by_email, asked_address)
values (:id, trinn.caller_county(), trinn.caller_person(), trinn.caller_org(), :language, :by_email, :asked_address);

-- query: change_notification_settings(version int8, language text, by_email text, address text, asked_address text) @write
with changed as (
	update trinn.notification_settings s set language = :language, by_email = :by_email, address = :address, asked_address = :asked_address,
		version = version + 1
	where {own_settings} and s.version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'change_notification_settings');

-- query: ask_code() @write
-- To be sent to the address that is asked for.
insert into trinn.address_codes (county_id, person_id, organisation_id, address)
select s.county_id, s.person_id, s.organisation_id, s.asked_address from trinn.notification_settings s where {own_settings};

-- query: renew_notification_settings(version int8) @write
with changed as (
	update trinn.notification_settings s set version = version + 1 where {own_settings} and s.version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'renew_notification_settings');

-- query: try_code() @write
select trinn.try_code();

-- query: use_code(code_sha256 text) @write
select trinn.exactly(1, trinn.use_code(decode(:code_sha256, 'hex')), 'use_code');

-- query: confirm_address(version int8) @write
with changed as (
	update trinn.notification_settings s set address = asked_address, asked_address = null, version = version + 1
	where {own_settings} and s.version = :version and s.asked_address is not null returning 1
) select trinn.exactly(1, (select count(*) from changed), 'confirm_address');
