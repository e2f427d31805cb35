-- What a county sets up: programmes with stages and gates, legal bases, funding lines with money and authorities, calls with forms.

-- A change of set-up is asked by one person and put into force by another; until then nothing of it is in force.
create table trinn.setup_changes (
	id          bigint generated always as identity primary key,
	county_id   int not null references trinn.counties,
	kind        text not null check (kind in ('programme', 'legal_basis', 'funding_line', 'appropriation', 'role_assignment', 'rule_param', 'bank_account')),
	state       text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected')),
	title       text not null,
	content     jsonb not null,
	target_id   bigint,                                -- what it made
	proposed_by bigint not null references trinn.persons,
	proposed_at timestamptz not null default now(),
	decided_by  bigint references trinn.persons,
	decided_at  timestamptz,
	reason      text,
	version     bigint not null default 1,
	constraint setup_changes_two_persons check (decided_by <> proposed_by),
	constraint setup_changes_decided check ((state = 'proposed') = (decided_by is null)),
	constraint setup_changes_has_target check ((state = 'approved') = (target_id is not null))
);
create index setup_changes_open on trinn.setup_changes (county_id, state, id);

create table trinn.programmes (
	id          bigint generated always as identity primary key,
	county_id   int not null references trinn.counties,
	parent_id   bigint,
	code        text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
	name        text not null,
	purpose     text not null,
	state       text not null check (state in ('planned', 'active', 'ended')),
	starts_on   date not null,
	ends_on     date not null check (ends_on >= starts_on),
	digital_parts int check (digital_parts >= 0),      -- the profile, such as 5:1; both or none
	green_parts   int check (green_parts >= 0),
	current_version int not null default 1,
	version     bigint not null default 1,
	unique (county_id, id),
	unique (county_id, code),
	foreign key (county_id, parent_id) references trinn.programmes (county_id, id),
	check (num_nulls(digital_parts, green_parts) in (0, 2))
);

-- Stages and gates belong to a version of the programme; who is enrolled stays on theirs.
create table trinn.stages (
	county_id    int not null,
	programme_id bigint not null,
	programme_version int not null,
	number       int not null check (number between 0 and 9),
	name         text not null,
	description  text not null,
	hours        int check (hours >= 0),
	price_cap_ore bigint check (price_cap_ore >= 0),   -- most a firm may be asked to pay (egenandel)
	capacity     int check (capacity > 0),
	primary key (county_id, programme_id, programme_version, number),
	foreign key (county_id, programme_id) references trinn.programmes (county_id, id)
);
create table trinn.stage_gates (
	county_id    int not null,
	programme_id bigint not null,
	programme_version int not null,
	stage_number int not null,
	position     int not null,
	kind         text not null check (kind in ('assessed', 'stage_completed', 'copayment_settled', 'attendance', 'deliverable_accepted')),
	requires_stage int,                                -- of stage_completed
	percent      int check (percent between 1 and 100), -- of attendance
	primary key (county_id, programme_id, programme_version, stage_number, position),
	foreign key (county_id, programme_id, programme_version, stage_number) references trinn.stages,
	check ((kind = 'stage_completed') = (requires_stage is not null)),
	check ((kind = 'attendance') = (percent is not null))
);

create table trinn.legal_bases (
	id          bigint generated always as identity primary key,
	county_id   int not null references trinn.counties,
	kind        text not null check (kind in ('not_aid', 'de_minimis', 'gber', 'esa_exemption', 'esa_decision')),
	reference   text not null,
	title       text not null,
	beneficiary_kinds text[] not null check (beneficiary_kinds <@ array['hub', 'firm'] and cardinality(beneficiary_kinds) > 0),
	valid_from  date not null,
	valid_to    date not null check (valid_to >= valid_from),
	version     bigint not null default 1,
	unique (county_id, id),
	unique (county_id, reference)
);

create table trinn.funding_lines (
	id             bigint generated always as identity primary key,
	county_id      int not null references trinn.counties,
	programme_id   bigint not null,
	code           text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
	name           text not null,
	source         text not null,                      -- where the money comes from, as in the budget
	applicant_kinds text[] not null check (applicant_kinds <@ array['hub', 'firm'] and cardinality(applicant_kinds) > 0),
	county_only    boolean not null,                   -- only applicants of the county
	legal_basis_id bigint not null,
	max_share_bp   int not null check (max_share_bp between 1 and 10000), -- most of the total cost that may be granted
	appeal_body    text not null,
	state          text not null default 'active' check (state in ('active', 'closed')),
	version        bigint not null default 1,
	unique (county_id, id),
	unique (county_id, code),
	foreign key (county_id, programme_id) references trinn.programmes (county_id, id),
	foreign key (county_id, legal_basis_id) references trinn.legal_bases (county_id, id)
);
create table trinn.cost_groups (
	county_id       int not null,
	funding_line_id bigint not null,
	code            text not null check (code ~ '^[a-z][a-z_]{1,39}$'),
	name            text not null,
	position        int not null,
	earmarked       boolean not null default false,    -- money granted for it may be claimed for it only
	primary key (county_id, funding_line_id, code),
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id)
);
-- Who decides, up to what: the director by delegation, above that a committee whose secretary enters its resolution.
create table trinn.authorities (
	county_id       int not null,
	funding_line_id bigint not null,
	role            text not null check (role in ('decision_maker', 'secretary')),
	body            text not null,
	limit_ore       bigint check (limit_ore > 0),      -- NULL: no limit
	primary key (county_id, funding_line_id, role),
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id)
);
create table trinn.appropriations (
	id              bigint generated always as identity primary key,
	county_id       int not null,
	funding_line_id bigint not null,
	year            int not null check (year between 2000 and 2100),
	amount_ore      bigint not null check (amount_ore > 0),
	resolution      text not null,                     -- the budget resolution it rests on
	created_at      timestamptz not null default now(),
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id)
);

-- Where an organisation is paid. Registered by one person, put into force by another; the newest in force counts.
create table trinn.bank_accounts (
	id              bigint generated always as identity primary key,
	county_id       int not null references trinn.counties,
	organisation_id bigint not null references trinn.organisations,
	account         text not null check (account ~ '^[0-9]{11}$'),
	verified_how    text not null,
	valid_from      timestamptz not null default now()
);
create index bank_accounts_of on trinn.bank_accounts (county_id, organisation_id, id desc);

create table trinn.calls (
	id              bigint generated always as identity primary key,
	county_id       int not null references trinn.counties,
	programme_id    bigint not null,
	funding_line_id bigint not null,
	code            text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
	title           text not null,
	description     text not null,
	stages          int[] not null check (cardinality(stages) > 0),
	cost_groups     text[] not null check (cardinality(cost_groups) > 0),
	opens_on        date not null,
	closes_on       date not null check (closes_on >= opens_on), -- open until the end of that day in Norway
	form_version    int not null default 1,
	state           text not null default 'planned' check (state in ('planned', 'open', 'closed', 'decided', 'archived')),
	created_by      bigint not null references trinn.persons,
	version         bigint not null default 1,
	unique (county_id, id),
	unique (county_id, code),
	foreign key (county_id, programme_id) references trinn.programmes (county_id, id),
	foreign key (county_id, funding_line_id) references trinn.funding_lines (county_id, id)
);
-- Forms never change; a call with a better form has a higher version.
create table trinn.forms (
	county_id int not null,
	call_id   bigint not null,
	version   int not null,
	schema    jsonb not null,
	sha256    text not null,
	primary key (county_id, call_id, version),
	foreign key (county_id, call_id) references trinn.calls (county_id, id)
);
