-- What every change goes through: guards, transitions, keys, numbers, audit rows, rules as data. Knows nothing of
-- grants.

-- ---- exactly the rows expected
-- To PostgreSQL an UPDATE of no row is no error, and a row hidden by a policy is skipped the same
-- way. Every change goes through this.
create function trinn.exactly(expected bigint, touched bigint, what text) returns void language plpgsql as $$
begin
	if touched is distinct from expected then
		raise exception '% touched % rows, not %', what, touched, expected using errcode = 'TR412';
	end if;
end $$;

-- ---- guards: what a decision looked at must not have changed
-- One row per case file and per set-up object. It is also the head of that object's audit chain.
create table trinn.guards (
	county_id int not null references trinn.counties,
	kind      text not null,
	id        bigint not null,
	organisation_id bigint references trinn.organisations, -- the applicant whose case it is; NULL: the county's own
	version   bigint not null default 1 check (version <> 0), -- negative: the case is destroyed, and nothing more is done in it
	audit_seq bigint not null default 0,
	audit_hash bytea not null default '\x',
	primary key (county_id, kind, id)
);

-- Of the caller's organisation, unless another is named.
create function trinn.new_guard(p_kind text, p_id bigint, p_organisation bigint default null) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into guards (county_id, kind, id, organisation_id)
	values (caller_county(), p_kind, p_id,
		coalesce(p_organisation, case when caller_kind() <> 'county' then caller_org() end));
end $$;

-- The version of a guard, also to a party of the case that is not its owner: the load that asks has read a row of it.
create function trinn.guard_version(p_kind text, p_id bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select g.version from guards g where g.county_id = caller_county() and g.kind = p_kind and g.id = p_id);
end $$;

-- Locks all guards a decision rests on, in (kind, id) order: [[kind, id, version, changed], ...]; a
-- changed one exclusively and with a new version, the others shared; one without a version whichever it has. TR412 where one is missing or
-- has another version than was loaded; TR410 where one to be changed is of a case that is destroyed.
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
			if held < 0 then
				raise exception 'case of guard % % is destroyed', g.kind, g.id using errcode = 'TR410';
			end if;
		else
			select version into held from guards
			where county_id = caller_county() and kind = g.kind and id = g.id for share;
		end if;
		if held is null or held is distinct from coalesce(g.version, held) then
			raise exception 'guard % % has version %, not %', g.kind, g.id, held, g.version using errcode = 'TR412';
		end if;
	end loop;
end $$;

-- ---- states change along named edges only
create table trinn.transitions (
	object     text not null,
	from_state text not null,
	to_state   text not null,
	roles      text[] not null,
	reopens    boolean not null default false,         -- takes up again what had ended
	primary key (object, from_state, to_state)
);

-- Whoever sets a state takes a step, also one that leads to where the row stands.
create function trinn.check_transition() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (
		select from transitions t
		where t.object = tg_table_name and t.from_state = old.state and t.to_state = new.state
			and caller_role() = any (t.roles))
	then
		raise exception '% may not go from % to % as %', tg_table_name, old.state, new.state, caller_role()
			using errcode = 'TR460';
	end if;
	return new;
end $$;

-- Whether what is in a state has ended: nothing leads on from it but what takes it up again.
create function trinn.is_ended(p_object text, p_state text) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return not exists (select from transitions t where t.object = p_object and t.from_state = p_state and not t.reopens);
end $$;

-- ---- Idempotency-Key
-- The key's scope is county, organisation, principal, operation (method and path) and key. Only
-- applied writes store a reply.
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

-- TR409: another request with this key is under way (never waits: a blocked one would hold up what
-- is queued behind it).
-- TR208: it was answered meanwhile.
create function trinn.claim_key(p_operation text, p_key text) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not pg_try_advisory_xact_lock(hashtextextended(concat_ws('|', caller_county(), caller_org(),
			caller_principal(), p_operation, p_key), 0)) then
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
create function trinn.store_reply(p_operation text, p_key text, p_fingerprint text, p_status int,
	p_location text, p_etag text, p_reply text)
	returns table (status int, location text, etag text, reply text)
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if p_key is not null then
		insert into idempotency_keys (county_id, organisation_id, principal_id, operation, key, fingerprint,
			status, location, etag, reply)
		values (caller_county(), caller_org(), caller_principal(), p_operation, p_key, p_fingerprint,
			p_status, p_location, p_etag, p_reply);
	end if;
	return query select p_status, p_location, p_etag, p_reply;
end $$;

-- Forgets replies that are older than their figure, so many at most; how many. What one says was said once: what came of it is in
-- its case.
create function trinn.jobs_forget_replies(p_limit int) returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n bigint;
begin
	delete from idempotency_keys k using (
		select i.county_id, i.organisation_id, i.principal_id, i.operation, i.key from idempotency_keys i
			join rule_params p on p.key = 'replies.days' and p.county_id is null
				and today() between p.valid_from and coalesce(p.valid_to, 'infinity')
		where i.created_at < now() - make_interval(days => p.value::int)
		order by i.created_at limit p_limit for update of i skip locked) old
	where (k.county_id, k.organisation_id, k.principal_id, k.operation, k.key)
		= (old.county_id, old.organisation_id, old.principal_id, old.operation, old.key);
	get diagnostics n = row_count;
	return n;
end $$;

-- ---- numbers people read
-- Gap-free per county, series and year; the row is a hot counter, taken late in the segment.
create table trinn.number_series (
	county_id int not null references trinn.counties,
	series    text not null,
	year      int not null,
	last      bigint not null,
	primary key (county_id, series, year)
);

create function trinn.next_number(p_series text) returns text
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	number text;
begin
	insert into number_series (county_id, series, year, last)
	values (caller_county(), p_series, extract(year from today())::int, 1)
	on conflict (county_id, series, year) do update set last = number_series.last + 1
	returning year || '/' || lpad(last::text, greatest(5, length(last::text)), '0') into number;
	return number;
end $$;

-- ---- audit
-- One chain per guard. state_digest is the digest of the case's rows after the change, so that a
-- row altered outside the daemon is found; hash covers the row and the hash before it, so that an
-- altered or missing audit row is found.
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
	reason_salt   bytea,                               -- goes with the reason when the case is destroyed (0052): the seal stays
	reason_seal   bytea,
	detail        jsonb not null,
	trace_id      text,
	draft         boolean not null,                    -- before the first submit: never shown to the county
	state_digest  bytea not null,
	hash          bytea not null,
	primary key (county_id, case_kind, case_id, seq)
);

-- What the chain holds of a reason, so that it can go without breaking it: nobody guesses a short one by its digest.
create function trinn.audit_seal(salt bytea, reason text) returns bytea language sql immutable parallel safe as $$
	select sha256(salt || convert_to(reason, 'UTF8'))
$$;
-- Whether the reason that a row tells, or does not, is the one that was sealed or has gone with its salt.
create function trinn.is_reason_sealed(e trinn.audit_events) returns boolean language sql immutable as $$
	select num_nulls(e.reason, e.reason_salt) = 2
		or coalesce(trinn.audit_seal(e.reason_salt, e.reason) = e.reason_seal, false)
$$;
create function trinn.audit_hash(previous bytea, e trinn.audit_events) returns bytea
	language sql immutable as $$
	select sha256(previous || convert_to(jsonb_build_array(e.county_id, e.case_kind, e.case_id, e.seq,
		to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.person_id, e.principal_id, e.assignment_id,
		e.role, e.action, e.object_kind, e.object_id, encode(e.reason_seal, 'hex'), e.detail, e.trace_id, e.draft,
		encode(e.state_digest, 'hex'))::text, 'UTF8'))
$$;

-- case_rows(county, kind, id), which lists the rows a case consists of, comes with the tables it
-- reads (0003).
-- TR412 if the case has no guard: an audit row without a chain would prove nothing.

create table trinn.outbox (
	id          bigint generated by default as identity,
	county_id   int not null,
	topic       text not null,
	object_kind text not null,
	object_id   bigint not null,
	organisation_id bigint,                            -- whom it concerns outside the county
	by_id       bigint default trinn.caller_org(),     -- whose person did it; NULL: the system
	content     jsonb not null,
	created_at  timestamptz not null default now(),
	delivered_at timestamptz,
	primary key (county_id, id)
);
create index outbox_waiting on trinn.outbox (id) where delivered_at is null;

-- ---- rules as data
-- A figure of law or of a scheme: chosen by the legally relevant date, never a constant in the
-- code. The id is kept with every decision it led to.
create table trinn.rule_params (
	id         bigint generated by default as identity primary key,
	county_id  int references trinn.counties,          -- NULL: the same for all counties
	key        text not null,
	basis      text not null,                          -- the provision it follows from
	valid_from date not null,
	valid_to   date,
	value      numeric not null,
	unit       text not null check (unit in ('minutes', 'hours', 'days', 'months', 'ore', 'eur_cents', 'basis_points', 'count', 'bytes')),
	source     text not null,
	check (valid_to is null or valid_to >= valid_from),
	exclude using gist (key with =, daterange(valid_from, valid_to, '[]') with &&) where (county_id is null)
);
-- Of a county's own, the one in force is that which began last and has not ended; of one day, the last approved: a figure is
-- set right from the day it began, and what was decided by the wrong one tells so.
-- What the law says to all counties comes with the schema: none has to enter it, and none can have it otherwise.
insert into trinn.rule_params (key, basis, valid_from, value, unit, source) values
	('appeal.days', 'forvaltningsloven § 29', '1970-01-01', 21, 'days', 'LOV-1967-02-10: three weeks from when the notice was received'),
	('replies.days', 'personvernforordningen art. 5 nr. 1 e', '1970-01-01', 90, 'days', 'how long a reply is kept for a request that is sent again');

-- What a county sets for itself, in which unit and within which bounds. No other key of a county's is read; openapi.yaml says what
-- each is.
create table trinn.county_figures (
	key   text primary key,
	unit  text not null,
	least bigint not null,
	most  bigint not null check (most >= least)
);
insert into trinn.county_figures values
	('acceptance.days', 'days', 1, 365),
	('access.days', 'days', 1, 30),
	('access.link_days', 'days', 1, 365),
	('access.silence_days', 'days', 1, 5),
	('access.waiting', 'count', 0, 1000000),
	('aid.declaration_days', 'days', 1, 1095),
	('appeal.comment_days', 'days', 1, 90),
	('applications.entry_days', 'days', 0, 90),
	('archive.answer_days', 'days', 1, 30),
	('calls.grace_minutes', 'minutes', 0, 10080),
	('decision.hold_days', 'days', 1, 365),
	('disqualified.closes_reading', 'count', 0, 1),
	('documents.bytes', 'bytes', 1, 1073741824),
	('documents.case_bytes', 'bytes', 1, 107374182400),
	('documents.case_count', 'count', 1, 10000),
	('documents.unscanned', 'count', 0, 1),
	('grant.claim_days', 'days', 1, 1825),
	('grant.first_reminder_days', 'days', 1, 365),
	('grant.second_reminder_days', 'days', 1, 365),
	('grant.last_reminder_days', 'days', 1, 365),
	('hearing.days', 'days', 1, 90),
	('journal.check_days', 'days', 0, 30),
	('journal.public_days', 'days', 0, 30),
	('mail.away_hours', 'hours', 1, 720),
	('mail.code_minutes', 'minutes', 1, 1440),
	('mail.code_tries', 'count', 1, 20),
	('mail.codes_a_day', 'count', 1, 50),
	('mail.codes_to_address', 'count', 1, 50),
	('mail.give_up_days', 'days', 1, 14),
	('mail.retry_minutes', 'minutes', 1, 1440),
	('mail.retry_most_minutes', 'minutes', 1, 1440),
	('meetings.early_days', 'days', 0, 30),
	('notice.mail_days', 'days', 0, 14),
	('notice.post_days', 'days', 0, 30),
	('tasks.overdue_days', 'days', 1, 30),
	('tasks.soon_days', 'days', 0, 60);
create function trinn.check_figure() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if not exists (select from county_figures f where f.key = new.key and f.unit = new.unit and new.value between f.least and f.most) then
		raise exception 'no county sets % to % %', new.key, new.value, new.unit using errcode = '23514', constraint = 'rule_params_known';
	end if;
	return null;
end $$;
create trigger rule_params_known after insert on trinn.rule_params
	for each row when (new.county_id is not null and trinn.caller_county() is not null) execute function trinn.check_figure();

-- ---- rows that stand
-- For rows that have become evidence: a payment made, an application out of its applicant's hands.
create function trinn.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% % may not be changed so', tg_table_name, coalesce(to_jsonb(old)->>'id', '')
		using errcode = 'TR500';
end $$;

-- Whoever is named as having done one of two steps is the caller, so that one person cannot take both under two names.
create function trinn.check_signed() returns trigger language plpgsql as $$
declare
	signature text;
	signed bigint;
begin
	foreach signature in array tg_argv loop
		signed := to_jsonb(new)->>signature;
		if signed is not null and trinn.caller_county() is not null and signed is distinct from trinn.caller_person()
			and (tg_op = 'INSERT' or signed is distinct from (to_jsonb(old)->>signature)::bigint)
		then
			raise exception '%.% is %, not the caller', tg_table_name, signature, signed using errcode = 'TR500';
		end if;
	end loop;
	return new;
end $$;
