-- The platform: who is calling, what is locked, what was done, what was answered.
-- Knows nothing of grants. Global tables (no county): organisations, persons, issuers, issuer_keys, principals, roles, transitions, rule_params.

create schema trinn authorization trinn_owner;
grant usage on schema trinn to trinn_api, trinn_jobs, trinn_definer, trinn_search;

-- ---------------------------------------------------------------- the caller of this segment
-- Set by set_caller() as the first statement of every segment, gone after its Sync. Empty reads as NULL: no caller sees nothing.

create function trinn.caller_county() returns int language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.county', true), '')::int $$;
create function trinn.caller_org() returns bigint language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.org', true), '')::bigint $$;
create function trinn.caller_person() returns bigint language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.person', true), '')::bigint $$;
create function trinn.caller_role() returns text language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.role', true), '') $$;
create function trinn.caller_kind() returns text language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.kind', true), '') $$;
create function trinn.caller_principal() returns bigint language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.principal', true), '')::bigint $$;
create function trinn.caller_assignment() returns bigint language sql stable parallel safe
	as $$ select nullif(current_setting('trinn.assignment', true), '')::bigint $$;

-- The caller as every decision is told of it.
create function trinn.caller_facts() returns json language sql stable parallel safe as $$
	select json_build_object('role', trinn.caller_role(), 'kind', trinn.caller_kind(), 'personId', trinn.caller_person(),
		'organisationId', trinn.caller_org())
$$;

-- Civil dates of the administration are Norwegian dates.
create function trinn.today() returns date language sql stable parallel safe
	as $$ select (now() at time zone 'Europe/Oslo')::date $$;

-- ---------------------------------------------------------------- organisations, persons, roles

create table trinn.organisations (
	id            bigint generated always as identity primary key,
	orgnr         text not null unique check (orgnr ~ '^[0-9]{9}$'),
	name          text not null,
	form          text not null,                       -- organisasjonsform.kode of Enhetsregisteret: AS, ENK, FYLK ...
	municipality_no text check (municipality_no ~ '^[0-9]{4}$'),
	industry_code text,                                -- naeringskode1.kode
	employees     int check (employees >= 0),          -- withheld below 5 by the register: NULL is "not told", never zero
	has_registered_employees boolean not null default false,
	vat_registered boolean not null default false,
	bankrupt      boolean not null default false,
	winding_up    boolean not null default false,
	forced_winding_up boolean not null default false,
	founded_on    date,
	deleted_on    date,
	fetched_at    timestamptz not null default now(),
	search        tsvector generated always as (to_tsvector('norwegian', name)) stored
);

create table trinn.counties (
	id              int primary key,
	organisation_id bigint not null unique references trinn.organisations,
	number          text not null unique check (number ~ '^[0-9]{2}$'),
	name            text not null
);

create table trinn.persons (
	id         bigint generated always as identity primary key,
	name       text not null check (length(name) between 1 and 200),
	created_at timestamptz not null default now()
);

create table trinn.roles (
	role text primary key,
	kind text not null check (kind in ('county', 'hub', 'firm', 'partner', 'system')),
	name_nb text not null,
	name_en text not null
);
insert into trinn.roles values
	('caseworker', 'county', 'saksbehandler', 'caseworker'),
	('decision_maker', 'county', 'beslutter', 'decision-maker'),
	('steering_member', 'county', 'styringsgruppemedlem', 'steering group member'),
	('programme_lead', 'county', 'programleder', 'programme lead'),
	('secretary', 'county', 'utvalgssekretær', 'committee secretary'),
	('attestant', 'county', 'attestant', 'attestant'),
	('releaser', 'county', 'anviser', 'releaser'),
	('finance', 'county', 'økonomi', 'county finance'),
	('archivist', 'county', 'arkivar', 'archivist'),
	('county_admin', 'county', 'fylkesadministrator', 'county administrator'),
	('auditor', 'county', 'revisor', 'auditor'),
	('hub_editor', 'hub', 'medarbeider i hub', 'hub editor'),
	('hub_signatory', 'hub', 'signaturberettiget i hub', 'hub signatory'),
	('firm', 'firm', 'bedrift', 'firm'),
	('fagpartner', 'partner', 'fagpartner', 'specialist partner'),
	('system', 'system', 'systemet', 'the system');

-- Which issuer may speak for whom. Tokens say who; these rows say what.
create table trinn.issuers (
	id             int generated always as identity primary key,
	iss            text not null unique,               -- compared byte for byte
	audience       text,                               -- NULL: tokens of this issuer carry no audience for us
	algorithms     text[] not null check (algorithms <@ array['RS256', 'RS384', 'RS512', 'PS256', 'ES256'] and cardinality(algorithms) > 0),
	max_lifetime_s int not null default 3600 check (max_lifetime_s between 1 and 86400),
	leeway_s       int not null default 10 check (leeway_s between 0 and 60),
	kinds          text[] not null,                    -- kinds of role it may speak for
	county_ids     int[],                              -- NULL: any county
	jwks_uri       text,
	development    boolean not null default false,     -- allowed only on a private cluster; production refuses to start
	refresh_asked_at timestamptz
);

create table trinn.issuer_keys (
	issuer_id  int not null references trinn.issuers,
	kid        text not null,
	jwk        jsonb not null,
	fetched_at timestamptz not null default now(),
	retired_at timestamptz,
	primary key (issuer_id, kid)
);

-- One human with tokens of two issuers is two principals and one person. A client (machine) has no person.
create table trinn.principals (
	id         bigint generated always as identity primary key,
	issuer_id  int not null references trinn.issuers,
	subject    text not null check (length(subject) between 1 and 255),
	person_id  bigint references trinn.persons,
	client_org_id bigint references trinn.organisations,
	unique (issuer_id, subject),
	check (num_nonnulls(person_id, client_org_id) = 1)
);

create table trinn.role_assignments (
	id              bigint generated always as identity,
	county_id       int not null references trinn.counties,
	person_id       bigint references trinn.persons,
	principal_id    bigint references trinn.principals, -- a client's assignment
	organisation_id bigint not null references trinn.organisations,
	role            text not null references trinn.roles,
	scopes          text[],                             -- what a client may do; NULL for persons
	amount_limit_ore bigint check (amount_limit_ore >= 0),
	valid_from      date not null default trinn.today(),
	valid_to        date,
	primary key (county_id, id),
	check (num_nonnulls(person_id, principal_id) = 1),
	check (valid_to is null or valid_to >= valid_from)
);
create index role_assignments_person on trinn.role_assignments (person_id);
create index role_assignments_principal on trinn.role_assignments (principal_id);

-- Persons are shared by all counties, their names are not: a county knows those who have, or had, a role with it, and those without any yet.
create function trinn.person_elsewhere(p_person bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, trinn, pg_temp
	as $$ select exists (select from role_assignments a where a.person_id = p_person and a.county_id is distinct from caller_county()) $$;
create function trinn.person_known(p_person bigint) returns boolean
	language sql stable security definer set search_path = pg_catalog, trinn, pg_temp
	as $$ select caller_county() is not null and (not person_elsewhere(p_person)
		or exists (select from role_assignments a where a.person_id = p_person and a.county_id = caller_county())) $$;

-- Verifies that the subject may act now in one role allowed here, and makes it the caller of this segment.
-- act_as: assignment id, role, or role@orgnr; needed only where several assignments fit.
-- roles: the operation's list, NULL for any role. scope: what a client must have been given; persons need none.
-- TR401 unknown subject · TR403 no such role · TR400 several fit, say which
create function trinn.set_caller(p_iss text, p_subject text, p_act_as text, p_roles text[], p_scope text)
	returns void language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	p record;
	a record;
	found_id bigint;
	n int := 0;
begin
	select pr.id, pr.person_id, i.kinds, i.county_ids into p
	from principals pr join issuers i on i.id = pr.issuer_id
	where i.iss = p_iss and pr.subject = p_subject;
	if not found then
		raise exception 'unknown subject' using errcode = 'TR401';
	end if;
	for a in
		select ra.id, ra.county_id, ra.organisation_id, ra.role, r.kind
		from role_assignments ra
			join roles r on r.role = ra.role
			join organisations o on o.id = ra.organisation_id
		where (ra.person_id = p.person_id or ra.principal_id = p.id)
			and ra.valid_from <= today() and (ra.valid_to is null or ra.valid_to >= today())
			and r.kind = any (p.kinds) and (p.county_ids is null or ra.county_id = any (p.county_ids))
			and (p_roles is null or ra.role = any (p_roles))
			and (p.person_id is not null or p_scope = any (ra.scopes))
			and (p_act_as is null or p_act_as in (ra.id::text, ra.role, ra.role || '@' || o.orgnr))
	loop
		n := n + 1;
		perform set_config('trinn.county', a.county_id::text, true),
			set_config('trinn.org', a.organisation_id::text, true),
			set_config('trinn.role', a.role, true),
			set_config('trinn.kind', a.kind, true),
			set_config('trinn.assignment', a.id::text, true);
	end loop;
	if n = 0 then
		raise exception 'no role here' using errcode = 'TR403';
	elsif n > 1 then
		raise exception 'several roles fit' using errcode = 'TR400';
	end if;
	perform set_config('trinn.principal', p.id::text, true),
		set_config('trinn.person', coalesce(p.person_id::text, ''), true);
end $$;

-- Names go with what a person did, to those who may see it; a name the county does not know is not told.
create function trinn.person_name(p_id bigint) returns text
	language sql stable security definer set search_path = pg_catalog, trinn, pg_temp
	as $$ select name from persons where id = p_id and person_known(id) $$;

-- Asks trinn-jobs to fetch an issuer's keys, at most once a minute and issuer.
create function trinn.ask_for_keys(p_iss text) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update issuers set refresh_asked_at = now()
	where iss = p_iss and jwks_uri is not null and (refresh_asked_at is null or refresh_asked_at < now() - interval '1 minute');
	if found then
		perform pg_notify('trinn_refresh', p_iss);
	end if;
end $$;

-- ---------------------------------------------------------------- exactly the rows expected
-- To PostgreSQL an UPDATE of no row is no error, and a row hidden by a policy is skipped the same way. Every change goes through this.
create function trinn.exactly(expected bigint, touched bigint, what text) returns void language plpgsql as $$
begin
	if touched is distinct from expected then
		raise exception '% touched % rows, not %', what, touched, expected using errcode = 'TR412';
	end if;
end $$;

-- ---------------------------------------------------------------- guards: what a decision looked at must not have changed
-- One row per case file and per set-up object. It is also the head of that object's audit chain.
create table trinn.guards (
	county_id int not null references trinn.counties,
	kind      text not null,
	id        bigint not null,
	organisation_id bigint references trinn.organisations, -- the applicant whose case it is; NULL: the county's own
	version   bigint not null default 1,
	audit_seq bigint not null default 0,
	audit_hash bytea not null default '\x',
	primary key (county_id, kind, id)
);

create function trinn.new_guard(p_kind text, p_id bigint) returns void
	language sql security definer set search_path = pg_catalog, trinn, pg_temp as $$
	insert into guards (county_id, kind, id, organisation_id)
	values (caller_county(), p_kind, p_id, case when caller_kind() <> 'county' then caller_org() end)
$$;

-- Locks all guards a decision rests on, in (kind, id) order: [[kind, id, version, changed], ...]; a changed one exclusively and with a new
-- version, the others shared. TR412 where one is missing or has another version than was loaded.
create function trinn.lock_guards(p_guards jsonb) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	g record;
	held bigint;
begin
	for g in
		select e->>0 as kind, (e->>1)::bigint as id, (e->>2)::bigint as version, (e->>3)::boolean as changed
		from jsonb_array_elements(p_guards) e order by 1, 2
	loop
		if g.changed then
			update guards set version = version + 1
			where county_id = caller_county() and kind = g.kind and id = g.id
			returning version - 1 into held;
		else
			select version into held from guards
			where county_id = caller_county() and kind = g.kind and id = g.id for share;
		end if;
		if held is null or held is distinct from g.version then
			raise exception 'guard % % has version %, not %', g.kind, g.id, held, g.version using errcode = 'TR412';
		end if;
	end loop;
end $$;

-- ---------------------------------------------------------------- states change along named edges only
create table trinn.transitions (
	object     text not null,
	from_state text not null,
	to_state   text not null,
	roles      text[] not null,
	primary key (object, from_state, to_state)
);

create function trinn.check_transition() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if new.state is distinct from old.state and not exists (
		select from transitions t
		where t.object = tg_table_name and t.from_state = old.state and t.to_state = new.state and caller_role() = any (t.roles))
	then
		raise exception '% may not go from % to % as %', tg_table_name, old.state, new.state, caller_role() using errcode = 'TR460';
	end if;
	return new;
end $$;

-- ---------------------------------------------------------------- Idempotency-Key
-- The key's scope is county, organisation, principal, operation (method and path) and key. Only applied writes store a reply.
create table trinn.idempotency_keys (
	county_id       int not null,
	organisation_id bigint not null,
	principal_id    bigint not null,
	operation       text not null,
	key             text not null check (length(key) between 1 and 255),
	fingerprint     text not null,                     -- SHA-256 of the body, hex
	status          int not null,
	location        text,
	etag            text,
	reply           text not null,
	created_at      timestamptz not null default now(),
	primary key (county_id, organisation_id, principal_id, operation, key)
);
create index idempotency_keys_age on trinn.idempotency_keys (created_at);

-- The stored reply, if this key has one. TR422: the key was used with another body.
create function trinn.find_key(p_operation text, p_key text, p_fingerprint text)
	returns table (status int, location text, etag text, reply text)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare k record;
begin
	select * into k from idempotency_keys i
	where i.county_id = caller_county() and i.organisation_id = caller_org() and i.principal_id = caller_principal()
		and i.operation = p_operation and i.key = p_key;
	if not found then
		return;
	end if;
	if k.fingerprint <> p_fingerprint then
		raise exception 'key used with another body' using errcode = 'TR422';
	end if;
	return query select k.status, k.location, k.etag, k.reply;
end $$;

-- TR409: another request with this key is under way (never waits: a blocked one would hold up what is queued behind it).
-- TR208: it was answered meanwhile.
create function trinn.claim_key(p_operation text, p_key text) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not pg_try_advisory_xact_lock(hashtextextended(concat_ws('|', caller_county(), caller_org(), caller_principal(), p_operation, p_key), 0)) then
		raise exception 'key in flight' using errcode = 'TR409';
	end if;
	if exists (select from idempotency_keys i
		where i.county_id = caller_county() and i.organisation_id = caller_org() and i.principal_id = caller_principal()
			and i.operation = p_operation and i.key = p_key)
	then
		raise exception 'key already answered' using errcode = 'TR208';
	end if;
end $$;

-- The last statement of a write: its reply, kept with the key if there is one.
create function trinn.store_reply(p_operation text, p_key text, p_fingerprint text, p_status int, p_location text, p_etag text, p_reply text)
	returns table (status int, location text, etag text, reply text)
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if p_key is not null then
		insert into idempotency_keys (county_id, organisation_id, principal_id, operation, key, fingerprint, status, location, etag, reply)
		values (caller_county(), caller_org(), caller_principal(), p_operation, p_key, p_fingerprint, p_status, p_location, p_etag, p_reply);
	end if;
	return query select p_status, p_location, p_etag, p_reply;
end $$;

-- ---------------------------------------------------------------- numbers people read
-- Gap-free per county, series and year; the row is a hot counter, taken late in the segment.
create table trinn.number_series (
	county_id int not null references trinn.counties,
	series    text not null,
	year      int not null,
	last      bigint not null,
	primary key (county_id, series, year)
);

create function trinn.next_number(p_series text) returns text
	language sql security definer set search_path = pg_catalog, trinn, pg_temp as $$
	insert into number_series (county_id, series, year, last)
	values (caller_county(), p_series, extract(year from today())::int, 1)
	on conflict (county_id, series, year) do update set last = number_series.last + 1
	returning year || '/' || lpad(last::text, 5, '0')
$$;

-- ---------------------------------------------------------------- audit
-- One chain per guard. state_digest is the digest of the case's rows after the change, so that a row altered outside the daemon is found; hash covers
-- the row and the hash before it, so that an altered or missing audit row is found.
create table trinn.audit_events (
	county_id     int not null,
	case_kind     text not null,
	case_id       bigint not null,
	seq           bigint not null,
	at            timestamptz not null,
	person_id     bigint,
	principal_id  bigint,
	assignment_id bigint,
	role          text not null,
	action        text not null,
	object_kind   text not null,
	object_id     bigint not null,
	reason        text,
	detail        jsonb not null,
	trace_id      text,
	draft         boolean not null,                    -- done before the applicant first submitted: never shown to the county
	state_digest  bytea not null,
	hash          bytea not null,
	primary key (county_id, case_kind, case_id, seq)
);

create function trinn.audit_hash(previous bytea, e trinn.audit_events) returns bytea
	language sql immutable as $$
	select sha256(previous || convert_to(jsonb_build_array(e.county_id, e.case_kind, e.case_id, e.seq,
		to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.person_id, e.principal_id, e.assignment_id, e.role,
		e.action, e.object_kind, e.object_id, e.reason, e.detail, e.trace_id, e.draft, encode(e.state_digest, 'hex'))::text, 'UTF8'))
$$;

-- case_rows(county, kind, id), which lists the rows a case consists of, comes with the tables it reads (0003).
-- TR412 if the case has no guard: an audit row without a chain would prove nothing.

create table trinn.outbox (
	id          bigint generated always as identity,
	county_id   int not null,
	topic       text not null,
	object_kind text not null,
	object_id   bigint not null,
	organisation_id bigint,                            -- whom it concerns outside the county
	content     jsonb not null,
	created_at  timestamptz not null default now(),
	delivered_at timestamptz,
	primary key (county_id, id)
);
create index outbox_waiting on trinn.outbox (id) where delivered_at is null;

-- ---------------------------------------------------------------- rules as data
-- A figure of law or of a scheme: chosen by the legally relevant date, never a constant in the code. The id is kept with every decision it led to.
create table trinn.rule_params (
	id         bigint generated always as identity primary key,
	county_id  int references trinn.counties,          -- NULL: the same for all counties
	key        text not null,
	basis      text not null,                          -- the provision it follows from
	valid_from date not null,
	valid_to   date,
	value      numeric not null,
	unit       text not null check (unit in ('days', 'months', 'ore', 'eur_cents', 'basis_points', 'count')),
	source     text not null,
	check (valid_to is null or valid_to >= valid_from),
	exclude using gist (coalesce(county_id, 0) with =, key with =, daterange(valid_from, valid_to, '[]') with &&)
);

create table trinn.schema_versions (
	number     int primary key,
	name       text not null,
	sha256     text not null,
	applied_at timestamptz not null default now()
);
