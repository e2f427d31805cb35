-- A case: track, application, assessment, decision, grant, claims, payments. And the ledger they post to.
-- Every row carries county and applicant: visibility is a column, and foreign keys, which row-level security does not see, cannot cross owners.

create table trinn.tracks (
	id           bigint generated always as identity primary key,
	county_id    int not null references trinn.counties,
	applicant_id bigint not null references trinn.organisations,
	programme_id bigint not null,
	title        text not null,
	trade        text,
	created_at   timestamptz not null default now(),
	version      bigint not null default 1,
	unique (county_id, applicant_id, id),
	foreign key (county_id, programme_id) references trinn.programmes (county_id, id)
);

create table trinn.applications (
	id            bigint generated always as identity primary key,
	county_id     int not null references trinn.counties,
	applicant_id  bigint not null references trinn.organisations,
	call_id       bigint not null,
	form_version  int not null,
	track_id      bigint,
	case_number   text,                                -- given at first submit
	title         text not null,
	state         text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'in_review', 'recommended', 'granted',
	              'part_granted', 'rejected', 'ineligible', 'dismissed', 'accepted', 'active', 'completed', 'closed', 'withdrawn')),
	answers       jsonb not null default '{}',         -- the plan, by the call's form
	starts_on     date,
	ends_on       date,
	applied_ore   bigint check (applied_ore >= 0),
	created_by    bigint not null,
	created_at    timestamptz not null default now(),
	submitted_by  bigint,
	submitted_at  timestamptz,                         -- the first time; a resubmission does not move it
	caseworker_id bigint references trinn.persons,
	return_reason text,
	return_by     date,
	version       bigint not null default 1,
	unique (county_id, id),
	unique (county_id, applicant_id, id),
	unique (county_id, case_number),
	foreign key (county_id, call_id) references trinn.calls (county_id, id),
	foreign key (county_id, call_id, form_version) references trinn.forms (county_id, call_id, version),
	foreign key (county_id, applicant_id, track_id) references trinn.tracks (county_id, applicant_id, id),
	check (ends_on >= starts_on)
);
create index applications_county_list on trinn.applications (county_id, submitted_at desc, id desc) where state <> 'draft';
create index applications_owner_list on trinn.applications (county_id, applicant_id, created_at desc, id desc);
create index applications_call on trinn.applications (county_id, call_id);
create trigger applications_transition before update of state on trinn.applications for each row execute function trinn.check_transition();

create table trinn.application_costs (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	draft boolean not null default true,             -- hidden from the county until submitted
	line int not null,
	cost_group text not null,
	description text not null,
	amount_ore bigint not null check (amount_ore > 0),
	primary key (county_id, application_id, line),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);
create table trinn.application_finance (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	draft boolean not null default true,             -- hidden from the county until submitted
	line int not null,
	source_kind text not null check (source_kind in ('applied', 'own', 'public', 'private', 'copayment', 'loan')),
	source text not null,
	amount_ore bigint not null check (amount_ore > 0),
	confirmed boolean not null,
	primary key (county_id, application_id, line),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);
create table trinn.application_firms (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	draft boolean not null default true,             -- hidden from the county until submitted
	line int not null,
	orgnr text not null,
	name text not null,
	municipality_no text,
	stage int not null,
	primary key (county_id, application_id, line),
	unique (county_id, application_id, orgnr),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);
create table trinn.application_fagpartnere (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	draft boolean not null default true,             -- hidden from the county until submitted
	line int not null,
	orgnr text not null,
	name text not null,
	role text not null,
	hours int not null check (hours > 0),
	hourly_ore bigint not null check (hourly_ore > 0),
	primary key (county_id, application_id, line),
	unique (county_id, application_id, orgnr),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);

-- Lines change only while the applicant has the case.
create function trinn.check_editable() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare line record := coalesce(new, old);
begin
	if not exists (select from applications a
		where a.county_id = line.county_id and a.id = line.application_id and a.state in ('draft', 'returned'))
	then
		raise exception 'application % is not with its applicant', line.application_id using errcode = 'TR460';
	end if;
	return line;
end $$;
create trigger application_costs_editable before insert or delete on trinn.application_costs for each row execute function trinn.check_editable();
create trigger application_finance_editable before insert or delete on trinn.application_finance for each row execute function trinn.check_editable();
create trigger application_firms_editable before insert or delete on trinn.application_firms for each row execute function trinn.check_editable();
create trigger application_fagpartnere_editable before insert or delete on trinn.application_fagpartnere for each row execute function trinn.check_editable();

-- What was submitted, frozen: the document, its hash, the form it was made with.
create table trinn.submissions (
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	number int not null,
	content text not null,
	sha256 text not null,
	form_version int not null,
	submitted_by bigint not null,
	submitted_at timestamptz not null default now(),
	primary key (county_id, application_id, number),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);

create table trinn.recommendations (
	id bigint generated always as identity primary key,
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	number int not null,
	outcome text not null check (outcome in ('granted', 'part_granted', 'rejected', 'ineligible')),
	amount_ore bigint not null check (amount_ore >= 0),
	grounds text not null,
	made_by bigint not null references trinn.persons,
	made_at timestamptz not null default now(),
	unique (county_id, application_id, number),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);

create table trinn.decisions (
	id bigint generated always as identity primary key,
	county_id int not null, applicant_id bigint not null, application_id bigint not null,
	funding_line_id bigint not null,
	year int not null,
	outcome text not null check (outcome in ('granted', 'part_granted', 'rejected', 'ineligible')),
	amount_ore bigint not null check (amount_ore >= 0),
	grounds text not null,
	legal_basis_id bigint not null,
	legal_basis text not null,                         -- as it read when the decision was made
	body text not null,
	resolution text,                                   -- the committee's own reference
	recommended_by bigint not null references trinn.persons,
	decided_by bigint not null references trinn.persons,
	decided_on date not null,
	appeal_body text not null,
	appeal_deadline date not null,                     -- forvaltningsloven § 29
	accept_by date,
	rule_params bigint[] not null,
	calculation jsonb not null,
	unique (county_id, applicant_id, id),
	constraint decisions_two_persons check (decided_by <> recommended_by),
	constraint decisions_amount check ((outcome in ('granted', 'part_granted')) = (amount_ore > 0)),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id),
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id),
	foreign key (county_id, legal_basis_id) references trinn.legal_bases (county_id, id)
);
create index decisions_application on trinn.decisions (county_id, application_id);

create table trinn.grants (
	id bigint generated always as identity primary key,
	county_id int not null, applicant_id bigint not null, application_id bigint not null, decision_id bigint not null unique,
	funding_line_id bigint not null,
	year int not null,
	amount_ore bigint not null check (amount_ore > 0),
	remaining_ore bigint not null,                     -- not yet claimed; hot counter
	budget_ore bigint not null check (budget_ore > 0), -- approved total cost; amount / budget is the rate granted
	state text not null default 'offered' check (state in ('offered', 'accepted', 'active', 'settled', 'annulled', 'lapsed')),
	accept_by date not null,
	accepted_by bigint,
	accepted_at timestamptz,
	version bigint not null default 1,
	unique (county_id, applicant_id, id),
	constraint grants_remaining check (remaining_ore between 0 and amount_ore),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id),
	foreign key (county_id, applicant_id, decision_id) references trinn.decisions (county_id, applicant_id, id)
);
create index grants_application on trinn.grants (county_id, application_id);
create index grants_owner_list on trinn.grants (county_id, applicant_id, id desc);
create trigger grants_transition before update of state on trinn.grants for each row execute function trinn.check_transition();

-- The grant cut up by cost group in proportion to the approved costs, exactly (largest remainder).
create table trinn.grant_costs (
	county_id int not null, applicant_id bigint not null, grant_id bigint not null,
	cost_group text not null,
	earmarked boolean not null,
	budget_ore bigint not null check (budget_ore > 0),
	amount_ore bigint not null check (amount_ore >= 0),
	primary key (county_id, grant_id, cost_group),
	foreign key (county_id, applicant_id, grant_id) references trinn.grants (county_id, applicant_id, id)
);

create table trinn.claims (
	id bigint generated always as identity primary key,
	county_id int not null, applicant_id bigint not null, application_id bigint not null, grant_id bigint not null,
	number int not null,
	kind text not null check (kind in ('part', 'final')),
	state text not null default 'submitted' check (state in ('submitted', 'returned', 'reviewed', 'attested', 'released', 'rejected')),
	period_from date not null,
	period_to date not null check (period_to >= period_from),
	status_report text not null,
	amount_ore bigint not null check (amount_ore > 0), -- what is claimed; a review may lower it, with a reason
	approved_ore bigint check (approved_ore between 1 and amount_ore),
	review_reason text,
	submitted_by bigint not null,
	submitted_at timestamptz not null default now(),
	reviewed_by bigint references trinn.persons,
	attested_by bigint references trinn.persons,
	released_by bigint references trinn.persons,
	version bigint not null default 1,
	unique (county_id, applicant_id, id),
	unique (county_id, grant_id, number),
	constraint claims_two_persons check (reviewed_by <> attested_by and attested_by <> released_by and reviewed_by <> released_by
		and submitted_by not in (reviewed_by, attested_by, released_by)),
	constraint claims_reviewed check (state not in ('reviewed', 'attested', 'released') or (reviewed_by is not null and approved_ore is not null)),
	constraint claims_attested check (state not in ('attested', 'released') or attested_by is not null),
	constraint claims_released check (state <> 'released' or released_by is not null),
	foreign key (county_id, applicant_id, grant_id) references trinn.grants (county_id, applicant_id, id),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
);
create index claims_application on trinn.claims (county_id, application_id);
create index claims_owner_list on trinn.claims (county_id, applicant_id, id desc);
create index claims_state_list on trinn.claims (county_id, state, id desc);
create trigger claims_transition before update of state on trinn.claims for each row execute function trinn.check_transition();

create table trinn.claim_costs (
	county_id int not null, applicant_id bigint not null, claim_id bigint not null,
	line int not null,
	cost_group text not null,
	description text not null,
	supplier_orgnr text,
	invoice_number text,
	amount_ore bigint not null check (amount_ore > 0),
	primary key (county_id, claim_id, line),
	check (num_nulls(supplier_orgnr, invoice_number) in (0, 2)),
	foreign key (county_id, applicant_id, claim_id) references trinn.claims (county_id, applicant_id, id)
);
-- An invoice is evidence once, whoever claims.
create unique index claim_costs_invoice_once on trinn.claim_costs (county_id, supplier_orgnr, invoice_number);

create table trinn.payment_lists (
	id bigint generated always as identity primary key,
	county_id int not null references trinn.counties,
	number text not null,
	payments int not null check (payments > 0),
	total_ore bigint not null check (total_ore > 0),
	made_by bigint not null references trinn.persons,
	made_at timestamptz not null default now(),
	unique (county_id, id),
	unique (county_id, number)
);

create table trinn.payments (
	id bigint generated always as identity primary key,
	county_id int not null, applicant_id bigint not null, application_id bigint not null, grant_id bigint not null, claim_id bigint not null unique,
	programme_id bigint not null,
	funding_line_id bigint not null,
	year int not null,                                 -- the appropriation's year
	stages int[] not null,
	municipality_no text,                              -- of the recipient, when released
	reference text not null,                           -- what the bank shows the recipient
	amount_ore bigint not null check (amount_ore > 0),
	account text not null,
	state text not null default 'queued' check (state in ('queued', 'exported', 'sent_unconfirmed', 'accepted', 'paid', 'failed')),
	list_id bigint,
	bank_reference text,
	paid_on date,
	registered_by bigint references trinn.persons,
	confirmed_by bigint references trinn.persons,
	paid_posting_id bigint,
	version bigint not null default 1,
	unique (county_id, applicant_id, id),
	unique (county_id, reference),
	constraint payments_listed check ((state = 'queued') = (list_id is null)),
	constraint payments_two_persons check (registered_by <> confirmed_by),
	constraint payments_paid check (state <> 'paid' or (bank_reference is not null and paid_on is not null and registered_by is not null
		and confirmed_by is not null and paid_posting_id is not null)),
	foreign key (county_id, list_id) references trinn.payment_lists (county_id, id),
	foreign key (county_id, applicant_id, claim_id) references trinn.claims (county_id, applicant_id, id),
	foreign key (county_id, applicant_id, grant_id) references trinn.grants (county_id, applicant_id, id)
);
create index payments_application on trinn.payments (county_id, application_id);
create index payments_report on trinn.payments (county_id, paid_on, id) where state = 'paid';
create index payments_queue on trinn.payments (county_id, state, id) where state <> 'paid';
create index payments_list on trinn.payments (county_id, list_id);
create index payments_owner_list on trinn.payments (county_id, applicant_id, id desc);
create trigger payments_transition before update of state on trinn.payments for each row execute function trinn.check_transition();

-- ---------------------------------------------------------------- the ledger
-- Append-only double entry per funding line and year. A posting moves one amount from one account to another, so that no posting can fail to
-- balance. balances is its running sum, never negative but for the source the money comes from.
create table trinn.posting_kinds (
	kind         text primary key,
	from_account text not null,
	to_account   text not null,
	roles        text[] not null
);
insert into trinn.posting_kinds values
	('appropriate', 'appropriated', 'available', '{county_admin}'),
	('commit', 'available', 'committed', '{decision_maker,secretary}'),
	('claim', 'committed', 'claimed', '{hub_editor,hub_signatory,firm}'),
	('reduce_claim', 'claimed', 'committed', '{caseworker}'),
	('reject_claim', 'claimed', 'committed', '{caseworker,attestant,releaser}'),
	('approve', 'claimed', 'approved', '{releaser}'),
	('pay', 'approved', 'paid', '{finance}');

create table trinn.postings (
	id              bigint generated always as identity primary key,
	county_id       int not null,
	funding_line_id bigint not null,
	year            int not null,
	kind            text not null references trinn.posting_kinds,
	from_account    text not null,
	to_account      text not null check (to_account <> from_account),
	amount_ore      bigint not null check (amount_ore > 0),
	object_kind     text not null,
	object_id       bigint not null,
	posted_at       timestamptz not null default now(),
	posted_by       bigint,
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id)
);
create index postings_object on trinn.postings (county_id, object_kind, object_id);
create index postings_line on trinn.postings (county_id, funding_line_id, year, id);

create table trinn.balances (
	county_id       int not null,
	funding_line_id bigint not null,
	year            int not null,
	account         text not null,
	balance_ore     bigint not null,
	primary key (county_id, funding_line_id, year, account),
	constraint balances_not_negative check (balance_ore >= 0 or account = 'appropriated')
) with (fillfactor = 50);

create view trinn.ledger_entries with (security_invoker = true) as
	select id, county_id, funding_line_id, year, kind, from_account as account, -amount_ore as amount_ore, object_kind, object_id, posted_at from trinn.postings
	union all
	select id, county_id, funding_line_id, year, kind, to_account, amount_ore, object_kind, object_id, posted_at from trinn.postings;

create function trinn.move_balance(p_line bigint, p_year int, p_account text, p_delta bigint) returns void
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	update balances set balance_ore = balance_ore + p_delta
	where county_id = caller_county() and funding_line_id = p_line and year = p_year and account = p_account;
	if not found then
		insert into balances values (caller_county(), p_line, p_year, p_account, p_delta);
	end if;
end $$;

-- Posts one amount and moves both balances, in the accounts' order. TR403: not a posting of the caller's role.
create function trinn.post(p_kind text, p_line bigint, p_year int, p_amount bigint, p_object_kind text, p_object_id bigint) returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	k record;
	posting bigint;
begin
	select * into k from posting_kinds where kind = p_kind and caller_role() = any (roles);
	if not found then
		raise exception 'no posting % by %', p_kind, caller_role() using errcode = 'TR403';
	end if;
	insert into postings (county_id, funding_line_id, year, kind, from_account, to_account, amount_ore, object_kind, object_id, posted_by)
	values (caller_county(), p_line, p_year, p_kind, k.from_account, k.to_account, p_amount, p_object_kind, p_object_id, caller_person())
	returning id into posting;
	if k.from_account < k.to_account then
		perform move_balance(p_line, p_year, k.from_account, -p_amount);
		perform move_balance(p_line, p_year, k.to_account, p_amount);
	else
		perform move_balance(p_line, p_year, k.to_account, p_amount);
		perform move_balance(p_line, p_year, k.from_account, -p_amount);
	end if;
	return posting;
end $$;

create function trinn.refuse_change() returns trigger language plpgsql as $$
begin
	raise exception '% is append-only', tg_table_name using errcode = 'TR500';
end $$;
create trigger postings_append_only before update or delete on trinn.postings for each row execute function trinn.refuse_change();
create trigger audit_append_only before update or delete on trinn.audit_events for each row execute function trinn.refuse_change();
create trigger submissions_append_only before update or delete on trinn.submissions for each row execute function trinn.refuse_change();
create trigger decisions_append_only before update or delete on trinn.decisions for each row execute function trinn.refuse_change();
create trigger recommendations_append_only before update or delete on trinn.recommendations for each row execute function trinn.refuse_change();
create trigger forms_append_only before update or delete on trinn.forms for each row execute function trinn.refuse_change();

-- ---------------------------------------------------------------- the rows of a case
-- What a digest covers. NULLs are left out, so that a column added later does not change what was sealed before.
create function trinn.row_text(tbl text, r anyelement) returns text
	language sql stable as $$ select tbl || ' ' || jsonb_strip_nulls(to_jsonb(r))::text $$;

create function trinn.case_rows(p_county int, p_kind text, p_id bigint) returns setof text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp set timezone = 'UTC' as $$
begin
	if p_kind = 'application' then
		return query select row_text('applications', t) from applications t where county_id = p_county and id = p_id;
		return query select row_text('application_costs', t) from application_costs t where county_id = p_county and application_id = p_id;
		return query select row_text('application_finance', t) from application_finance t where county_id = p_county and application_id = p_id;
		return query select row_text('application_firms', t) from application_firms t where county_id = p_county and application_id = p_id;
		return query select row_text('application_fagpartnere', t) from application_fagpartnere t where county_id = p_county and application_id = p_id;
		return query select row_text('submissions', t) from submissions t where county_id = p_county and application_id = p_id;
		return query select row_text('recommendations', t) from recommendations t where county_id = p_county and application_id = p_id;
		return query select row_text('decisions', t) from decisions t where county_id = p_county and application_id = p_id;
		return query select row_text('grants', t) from grants t where county_id = p_county and application_id = p_id;
		return query select row_text('grant_costs', t) from grant_costs t join grants g on g.county_id = t.county_id and g.id = t.grant_id
			where g.county_id = p_county and g.application_id = p_id;
		return query select row_text('claims', t) from claims t where county_id = p_county and application_id = p_id;
		return query select row_text('claim_costs', t) from claim_costs t join claims c on c.county_id = t.county_id and c.id = t.claim_id
			where c.county_id = p_county and c.application_id = p_id;
		return query select row_text('payments', t) from payments t where county_id = p_county and application_id = p_id;
	elsif p_kind = 'track' then
		return query select row_text('tracks', t) from tracks t where county_id = p_county and id = p_id;
	elsif p_kind = 'programme' then
		return query select row_text('programmes', t) from programmes t where county_id = p_county and id = p_id;
		return query select row_text('stages', t) from stages t where county_id = p_county and programme_id = p_id;
		return query select row_text('stage_gates', t) from stage_gates t where county_id = p_county and programme_id = p_id;
	elsif p_kind = 'legal_basis' then
		return query select row_text('legal_bases', t) from legal_bases t where county_id = p_county and id = p_id;
	elsif p_kind = 'funding_line' then
		return query select row_text('funding_lines', t) from funding_lines t where county_id = p_county and id = p_id;
		return query select row_text('cost_groups', t) from cost_groups t where county_id = p_county and funding_line_id = p_id;
		return query select row_text('authorities', t) from authorities t where county_id = p_county and funding_line_id = p_id;
		return query select row_text('appropriations', t) from appropriations t where county_id = p_county and funding_line_id = p_id;
	elsif p_kind = 'call' then
		return query select row_text('calls', t) from calls t where county_id = p_county and id = p_id;
		return query select row_text('forms', t) from forms t where county_id = p_county and call_id = p_id;
	elsif p_kind = 'setup_change' then
		return query select row_text('setup_changes', t) from setup_changes t where county_id = p_county and id = p_id;
	elsif p_kind = 'role_assignment' then
		return query select row_text('role_assignments', t) from role_assignments t where county_id = p_county and id = p_id;
	elsif p_kind = 'rule_param' then
		return query select row_text('rule_params', t) from rule_params t where id = p_id;
	elsif p_kind = 'bank_account' then
		return query select row_text('bank_accounts', t) from bank_accounts t where county_id = p_county and id = p_id;
	elsif p_kind = 'payment_list' then
		return query select row_text('payment_lists', t) from payment_lists t where county_id = p_county and id = p_id;
	else
		raise exception 'no case of kind %', p_kind using errcode = 'TR500';
	end if;
end $$;

create function trinn.case_digest(p_county int, p_kind text, p_id bigint) returns bytea
	language sql stable security definer set search_path = pg_catalog, trinn, pg_temp
	as $$ select sha256(convert_to(coalesce(string_agg(r, E'\n' order by r collate "C"), ''), 'UTF8')) from case_rows(p_county, p_kind, p_id) r $$;

-- Records what the caller did, in the transaction that did it.
create function trinn.audit(p_case_kind text, p_case_id bigint, p_action text, p_object_kind text, p_object_id bigint, p_reason text, p_detail jsonb)
	returns void language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	head record;
	e audit_events;
begin
	select * into head from guards where county_id = caller_county() and kind = p_case_kind and id = p_case_id for update;
	if not found then
		raise exception 'no guard % %', p_case_kind, p_case_id using errcode = 'TR412';
	end if;
	e := row(caller_county(), p_case_kind, p_case_id, head.audit_seq + 1, clock_timestamp(), caller_person(), caller_principal(), caller_assignment(),
		caller_role(), p_action, p_object_kind, p_object_id, p_reason, coalesce(p_detail, '{}'),
		nullif(current_setting('trinn.trace', true), ''), case_digest(caller_county(), p_case_kind, p_case_id), '\x');
	e.hash := audit_hash(head.audit_hash, e);
	insert into audit_events select e.*;
	update guards set audit_seq = e.seq, audit_hash = e.hash where county_id = e.county_id and kind = e.case_kind and id = e.case_id;
end $$;

-- Every chain of a county, or of all: what does not add up. Empty is good.
create function trinn.audit_faults(p_county int) returns table (county_id int, case_kind text, case_id bigint, seq bigint, fault text)
	language plpgsql stable as $$
declare
	g record;
	e trinn.audit_events;
	previous bytea;
	expected bigint;
begin
	for g in select * from trinn.guards t where p_county is null or t.county_id = p_county order by 1, 2, 3 loop
		previous := '\x';
		expected := 0;
		e := null;
		for e in select * from trinn.audit_events a
			where a.county_id = g.county_id and a.case_kind = g.kind and a.case_id = g.id order by a.seq
		loop
			expected := expected + 1;
			if e.seq <> expected then
				return query select g.county_id, g.kind, g.id, expected, 'audit row missing'::text;
				expected := e.seq;
			end if;
			if e.hash is distinct from trinn.audit_hash(previous, e) then
				return query select g.county_id, g.kind, g.id, e.seq, 'audit row altered'::text;
			end if;
			previous := e.hash;
		end loop;
		if expected <> g.audit_seq or previous is distinct from g.audit_hash then
			return query select g.county_id, g.kind, g.id, g.audit_seq, 'end of the chain missing'::text;
		elsif expected = 0 then
			return query select g.county_id, g.kind, g.id, 0::bigint, 'no audit row'::text;
		elsif e.state_digest is distinct from trinn.case_digest(g.county_id, g.kind, g.id) then
			return query select g.county_id, g.kind, g.id, e.seq, 'rows of the case altered'::text;
		end if;
	end loop;
	return query
		select a.county_id, a.case_kind, a.case_id, min(a.seq), 'chain without a head'::text
		from trinn.audit_events a
		where (p_county is null or a.county_id = p_county)
			and not exists (select from trinn.guards t where t.county_id = a.county_id and t.kind = a.case_kind and t.id = a.case_id)
		group by 1, 2, 3;
end $$;

-- Postings against balances, and both against the state tables: what does not add up, to the øre. Empty is good.
create view trinn.ledger_faults with (security_invoker = true) as
with from_postings as (
	select county_id, funding_line_id, year, account, sum(amount_ore)::bigint as ore from trinn.ledger_entries group by 1, 2, 3, 4
), live_claims as (
	select c.county_id, g.funding_line_id, g.year, c.state, coalesce(c.approved_ore, c.amount_ore) as ore
	from trinn.claims c join trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id
), from_states as (
	select county_id, funding_line_id, year, 'appropriated' as account, -sum(amount_ore)::bigint as ore from trinn.appropriations group by 1, 2, 3
	union all
	select county_id, funding_line_id, year, 'committed', sum(remaining_ore)::bigint from trinn.grants
		where state in ('offered', 'accepted', 'active') group by 1, 2, 3
	union all
	select county_id, funding_line_id, year, 'claimed', sum(ore)::bigint from live_claims
		where state in ('submitted', 'returned', 'reviewed', 'attested') group by 1, 2, 3
	union all
	select county_id, funding_line_id, year, 'approved', sum(amount_ore)::bigint from trinn.payments where state not in ('paid', 'failed') group by 1, 2, 3
	union all
	select county_id, funding_line_id, year, 'paid', sum(amount_ore)::bigint from trinn.payments where state = 'paid' group by 1, 2, 3
)
select coalesce(p.county_id, b.county_id) as county_id, coalesce(p.funding_line_id, b.funding_line_id) as funding_line_id,
	coalesce(p.year, b.year) as year, coalesce(p.account, b.account) as account,
	'balance'::text as against, coalesce(p.ore, 0) as ledger_ore, coalesce(b.balance_ore, 0) as other_ore
from from_postings p full join trinn.balances b using (county_id, funding_line_id, year, account)
where coalesce(p.ore, 0) <> coalesce(b.balance_ore, 0)
union all
select coalesce(p.county_id, s.county_id), coalesce(p.funding_line_id, s.funding_line_id), coalesce(p.year, s.year), coalesce(p.account, s.account),
	'state', coalesce(p.ore, 0), coalesce(s.ore, 0)
from (select * from from_postings where account <> 'available') p full join from_states s using (county_id, funding_line_id, year, account)
where coalesce(p.ore, 0) <> coalesce(s.ore, 0);

-- ---------------------------------------------------------------- edges of every life cycle
insert into trinn.transitions values
	('applications', 'draft', 'submitted', '{hub_signatory,firm}'),
	('applications', 'returned', 'submitted', '{hub_signatory,firm}'),
	('applications', 'submitted', 'returned', '{caseworker}'),
	('applications', 'in_review', 'returned', '{caseworker}'),
	('applications', 'submitted', 'in_review', '{caseworker}'),
	('applications', 'submitted', 'recommended', '{caseworker}'),
	('applications', 'in_review', 'recommended', '{caseworker}'),
	('applications', 'recommended', 'in_review', '{decision_maker,secretary}'),
	('applications', 'recommended', 'granted', '{decision_maker,secretary}'),
	('applications', 'recommended', 'part_granted', '{decision_maker,secretary}'),
	('applications', 'recommended', 'rejected', '{decision_maker,secretary}'),
	('applications', 'recommended', 'ineligible', '{decision_maker,secretary}'),
	('applications', 'submitted', 'withdrawn', '{hub_signatory,firm}'),
	('applications', 'in_review', 'withdrawn', '{hub_signatory,firm}'),
	('applications', 'granted', 'accepted', '{hub_signatory,firm}'),
	('applications', 'part_granted', 'accepted', '{hub_signatory,firm}'),
	('applications', 'accepted', 'active', '{hub_editor,hub_signatory,firm}'),
	('grants', 'offered', 'accepted', '{hub_signatory,firm}'),
	('grants', 'accepted', 'active', '{hub_editor,hub_signatory,firm}'),
	('grants', 'offered', 'lapsed', '{system}'),
	('claims', 'submitted', 'returned', '{caseworker}'),
	('claims', 'returned', 'submitted', '{hub_signatory,firm}'),
	('claims', 'submitted', 'reviewed', '{caseworker}'),
	('claims', 'submitted', 'rejected', '{caseworker}'),
	('claims', 'reviewed', 'attested', '{attestant}'),
	('claims', 'reviewed', 'returned', '{attestant}'),
	('claims', 'attested', 'released', '{releaser}'),
	('claims', 'attested', 'returned', '{releaser}'),
	('payments', 'queued', 'exported', '{finance}'),
	('payments', 'exported', 'sent_unconfirmed', '{finance}'),
	('payments', 'sent_unconfirmed', 'paid', '{finance}'),
	('calls', 'planned', 'open', '{caseworker}'),
	('calls', 'open', 'closed', '{caseworker}'),
	('setup_changes', 'proposed', 'approved', '{county_admin}'),
	('setup_changes', 'proposed', 'rejected', '{county_admin}');
create trigger calls_transition before update of state on trinn.calls for each row execute function trinn.check_transition();
create trigger setup_changes_transition before update of state on trinn.setup_changes for each row execute function trinn.check_transition();
