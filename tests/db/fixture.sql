-- What the database's tests stand on: two counties with two hubs each, firms, a person for every role, and cases in every state.
--
-- Subjects of the development issuer are named after their role: 'caseworker', a colleague 'caseworker-b', the other county's 'caseworker-18';
-- 'hub_signatory' and 'hub_editor' of hub 101, '-2' of hub 102, '-18' of hub 201; 'hub_signatory-abroad' is hub 101's in the other county.
-- Ids: county 50 with organisation 1, hubs 101 and 102, firms 301 and 302, partner 401; county 18 with organisation 2, hubs 201 and 202.
-- Each applicant has a slot of ids: 101 from 100, 102 from 200, 301 from 300, 201 from 400, 101 in county 18 from 500.

create schema t;
grant usage on schema t to trinn_owner;

-- ---- acting as somebody

create function t.person(subject text) returns bigint language sql stable
	as $$ select person_id from trinn.principals where principals.subject = person.subject and issuer_id = 1 $$;

-- Makes the subject the caller of this transaction, without changing the database role.
create function t.act(subject text, act_as text default null, scope text default null) returns void language sql
	as $$ select trinn.set_caller('https://dev.test', subject, act_as, null, scope) $$;

create function t.forget() returns void language sql as $$
	select set_config('trinn.' || s, '', true) from unnest('{county,org,person,role,kind,principal,assignment}'::text[]) s
$$;

-- What a statement does for this caller in the daemon's session: the number of its rows, or the SQLSTATE and constraint that refused it.
create function t.attempt(subject text, statement text, login text default 'trinn_api') returns text language plpgsql as $$
declare
	n bigint;
	state text;
	name text;
begin
	begin
		perform set_config('role', login, true);
		if subject is not null then
			perform trinn.set_caller('https://dev.test', subject, null, null, 'jobs');
		end if;
		execute statement;
		get diagnostics n = row_count;
		set constraints all immediate;
		set constraints all deferred;
	exception when others then
		get stacked diagnostics state = returned_sqlstate, name = constraint_name;
		return trim(state || ' ' || name);
	end;
	perform set_config('role', 'none', true);
	perform t.forget();
	return n;
end $$;

-- The same, undone again.
create function t.trial(subject text, statement text, login text default 'trinn_api') returns text language plpgsql as $$
declare outcome text;
begin
	begin
		outcome := t.attempt(subject, statement, login);
		raise exception using errcode = 'TUNDO';
	exception when sqlstate 'TUNDO' then
		return outcome;
	end;
end $$;

-- The first column of the first row the caller gets, or the SQLSTATE and constraint that refused it.
create function t.value(subject text, statement text) returns text language plpgsql as $$
declare
	v text;
	state text;
	name text;
begin
	begin
		perform set_config('role', 'trinn_api', true), trinn.set_caller('https://dev.test', subject, null, null, 'jobs');
		execute statement into v;
	exception when others then
		get stacked diagnostics state = returned_sqlstate, name = constraint_name;
		return trim(state || ' ' || name);
	end;
	perform set_config('role', 'none', true);
	perform t.forget();
	return v;
end $$;

-- ---- who there is

set role trinn_owner;
begin;

insert into trinn.organisations (id, orgnr, name, form, municipality_no) overriding system value values
	(1, '817920632', 'Trøndelag fylkeskommune', 'FYLK', '5001'), (2, '964982953', 'Nordland fylkeskommune', 'FYLK', '1804'),
	(101, '910000101', 'Hub En AS', 'AS', '5001'), (102, '910000102', 'Hub To AS', 'AS', '5006'),
	(201, '910000201', 'Hub Tre AS', 'AS', '1804'), (202, '910000202', 'Hub Fire AS', 'AS', '1806'),
	(301, '910000301', 'Foss Snekkeri AS', 'AS', '5021'), (302, '910000302', 'Minera Skifer AS', 'AS', '5026'),
	(401, '910000401', 'Fagpartner AS', 'AS', '5001');
insert into trinn.counties values (50, 1, '50', 'Trøndelag'), (18, 2, '18', 'Nordland');

insert into trinn.issuers (id, iss, algorithms, kinds, county_ids, development) overriding system value values
	(1, 'https://dev.test', '{ES256}', '{county,hub,firm,partner,system}', null, true),
	(2, 'https://county.test', '{RS256}', '{county}', '{50}', false),
	(3, 'https://business.test', '{RS256}', '{hub,firm,partner}', null, false);
insert into trinn.issuer_keys (issuer_id, kid, jwk) values (1, 'k1', '{}');

create function pg_temp.add_person(subject text, county int, org bigint, role text) returns void language sql as $$
	with p as (insert into trinn.persons (name) values (subject) returning id),
	     s as (insert into trinn.principals (issuer_id, subject, person_id) select 1, subject, id from p)
	insert into trinn.role_assignments (county_id, person_id, organisation_id, role, valid_from) select county, id, org, role, '2026-01-01' from p
$$;
create function pg_temp.add_client(subject text, county int, org bigint, role text, scopes text[]) returns void language sql as $$
	with s as (insert into trinn.principals (issuer_id, subject, client_org_id) values (1, subject, org) returning id)
	insert into trinn.role_assignments (county_id, principal_id, organisation_id, role, scopes, valid_from) select county, id, org, role, scopes, '2026-01-01' from s
$$;
select pg_temp.add_person(role || suffix, county, org, role)
from trinn.roles, (values ('', 50, 1), ('-b', 50, 1), ('-18', 18, 2)) as c(suffix, county, org) where kind = 'county';
select pg_temp.add_person(role || suffix, county, org, role)
from trinn.roles, (values ('', 50, 101), ('-2', 50, 102), ('-18', 18, 201), ('-abroad', 18, 101)) as c(suffix, county, org) where kind = 'hub';
select pg_temp.add_person('firm', 50, 301, 'firm'), pg_temp.add_person('firm-2', 50, 302, 'firm'), pg_temp.add_person('fagpartner', 50, 401, 'fagpartner');
select pg_temp.add_client('system', 50, 1, 'system', '{jobs}'), pg_temp.add_client('hub-machine', 50, 101, 'hub_editor', '{applications:read}');
select pg_temp.add_person('two-hats', 50, 1, 'caseworker');
insert into trinn.role_assignments (county_id, person_id, organisation_id, role, valid_from) values (50, t.person('two-hats'), 1, 'attestant', '2026-01-01');
insert into trinn.persons (name) values ('nobody yet');
-- One human with an Entra and an Ansattporten token.
insert into trinn.principals (issuer_id, subject, person_id) values (2, 'caseworker@entra', t.person('caseworker')), (3, 'caseworker@business', t.person('caseworker')),
	(2, 'caseworker-18@entra', t.person('caseworker-18'));

-- ---- what each county has set up

create function pg_temp.add_setup(county int, admin text, clerk text) returns void language plpgsql as $$
declare base constant bigint := county * 10;
begin
	insert into trinn.programmes (id, county_id, code, name, purpose, state, starts_on, ends_on) overriding system value
		values (base, county, 'industri-40', 'Industri 4.0', 'Kompetanse', 'active', '2026-01-01', '2028-12-31');
	insert into trinn.stages values (county, base, 1, 1, 'Introduksjon', '', 20, 0), (county, base, 1, 2, 'Avansert', '', 40, 1200000);
	insert into trinn.stage_gates values (county, base, 1, 2, 1, 'stage_completed', 1, null);
	insert into trinn.legal_bases (id, county_id, kind, reference, title, beneficiary_kinds, valid_from, valid_to) overriding system value
		values (base, county, 'esa_exemption', 'ESA 1', 'Unntak', '{hub,firm}', '2026-01-01', '2028-12-31');
	insert into trinn.funding_lines (id, county_id, programme_id, code, name, source, applicant_kinds, county_only, legal_basis_id, max_share_bp, appeal_body)
		overriding system value
		values (base, county, base, 'utvikling', 'Utvikling', 'Regionale utviklingsmidler', '{hub,firm}', true, base, 7500, 'Klagenemnda');
	insert into trinn.cost_groups values (county, base, 'fagpartner', 'Fagpartnere', 1), (county, base, 'workshops', 'Workshops', 2);
	insert into trinn.authorities values (county, base, 'decision_maker', 'Direktøren', 50000000), (county, base, 'secretary', 'Utvalget', null);
	insert into trinn.appropriations (id, county_id, funding_line_id, year, amount_ore, resolution) overriding system value
		values (base, county, base, 2026, 450000000, 'FT 1/26');
	insert into trinn.money_moves (id, county_id, funding_line_id, year, amount_ore, resolution) overriding system value
		values (base, county, base, 2026, 1000, 'FT 3/26');
	insert into trinn.criteria (id, county_id, code, edition, kind, title, guidance, made_by) overriding system value
		values (base, county, 'effekt', 1, 'quality', '{"nb": "Effekt", "en": "Effect"}', '{"nb": "Hva det gir", "en": "What it gives"}', t.person(clerk));
	perform t.act(clerk), trinn.new_guard('criterion', base), trinn.audit('criterion', base, 'add', 'criterion', base, null, null);
	perform t.forget();
	insert into trinn.calls (id, county_id, programme_id, funding_line_id, code, title, description, stages, cost_groups, opens_on, closes_on, state, created_by)
		overriding system value
		values (base, county, base, base, 'open', 'Åpen', '', '{1,2}', '{fagpartner,workshops}', '2026-01-01', '2099-12-31', 'open', t.person(clerk)),
		       (base + 1, county, base, base, 'planned', 'Planlagt', '', '{1}', '{workshops}', '2027-01-01', '2027-12-31', 'planned', t.person(clerk));
	insert into trinn.call_lines values (county, base, 1, base, 10000), (county, base + 1, 1, base, 10000);
	insert into trinn.forms (id, county_id, call_id, version, schema, sha256, reason, state, made_by) overriding system value
		values (base, county, base, 1, '{}', 'x', null, 'approved', t.person(clerk)), (base + 1, county, base + 1, 1, '{}', 'x', null, 'approved', t.person(clerk)),
		       (base + 2, county, base, 2, '{}', 'x', 'Nytt spørsmål', 'proposed', t.person(clerk));
	insert into trinn.rule_params (id, county_id, key, basis, valid_from, value, unit, source) overriding system value
		values (base, county, 'archive.answer_days', 'Reglement § 1', '2026-01-01', 3, 'days', 'FT 2/26');
	insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by) overriding system value
		values (base, county, 'funding_line', 'Ny linje', '{}', t.person(admin)), (base + 2, county, 'rule_param', 'Nytt tall', '{}', t.person(admin)),
		       (base + 3, county, 'bank_account', 'Ny konto', '{}', t.person(clerk));
	insert into trinn.setup_changes (id, county_id, kind, state, title, content, target_id, proposed_by, decided_by, decided_at) overriding system value
		values (base + 1, county, 'programme', 'approved', 'Programmet', '{}', base, t.person(admin), t.person(clerk), now());
	insert into trinn.schema_versions values (county, 'fixture', 'x');

	insert into trinn.programmes (id, county_id, code, name, purpose, state, starts_on, ends_on) overriding system value
		values (base + 1, county, 'baerekraft', 'Bærekraft', 'Kompetanse', 'active', '2026-01-01', '2028-12-31');
	perform t.act(admin), trinn.new_guard('programme', base), trinn.new_guard('funding_line', base), trinn.new_guard('legal_basis', base);
	perform trinn.audit('programme', base, 'approve', 'programme', base, null, null),
		trinn.audit('funding_line', base, 'approve', 'funding_line', base, null, null),
		trinn.audit('legal_basis', base, 'approve', 'legal_basis', base, null, null);
	perform trinn.post('appropriate', base, 2026, 450000000, 'appropriation', base);
	perform t.act(replace(admin, 'county_admin', 'decision_maker')), trinn.post_due(null, 'money_move', base);
	perform t.act(clerk), trinn.new_guard('call', base), trinn.audit('call', base, 'open', 'call', base, null, null);
	perform trinn.next_number('case');
	perform t.forget();
	insert into trinn.outbox (id, county_id, topic, object_kind, object_id, content) overriding system value values (base, county, 'call.opened', 'call', base, '{}');
end $$;
select pg_temp.add_setup(50, 'county_admin', 'caseworker'), pg_temp.add_setup(18, 'county_admin-18', 'caseworker-18');
insert into trinn.rule_params (id, key, basis, valid_from, value, unit, source) overriding system value
	values (9001, 'appeal_period', 'forvaltningsloven § 29', '2026-01-01', 21, 'days', 'Lovdata');
insert into trinn.instruments (id, code, version, kind, title, questions, source) overriding system value
	values (9001, 'survey', 1, 'survey', '{"nb": "Egen undersøkelse", "en": "Survey"}', '[]', 'Trinn');

-- ---- cases: +1 draft, +2 returned, +3 submitted, +4 active with claims and payments, +5 granted and offered

create function pg_temp.add_application(county int, org bigint, id bigint, state text, signatory text) returns void language plpgsql as $$
declare
	call constant bigint := county * 10;
	draft constant boolean := state = 'draft';
begin
	insert into trinn.applications (id, county_id, applicant_id, call_id, form_version, track_id, case_number, title, state, answers, starts_on, ends_on, applied_ore,
		firms, fagpartnere, costs, finance, created_by, submitted_by, submitted_at, caseworker_id)
		overriding system value
		values (id, county, org, call, 1, id / 100 * 100, case when not draft then '2026/' || id end, 'Søknad ' || id, state, '{"goal": "x", "none": null}',
			'2026-09-01', '2027-06-30', 200000,
			'[{"orgnr": "910000301", "name": "Foss Snekkeri AS", "municipalityNo": "5021", "stage": 1}]',
			'[{"orgnr": "910000401", "name": "Fagpartner AS", "role": "Veileder", "hours": 15, "hourlyOre": 10000}]',
			'[{"costGroup": "fagpartner", "description": "Timer", "amountOre": 150000}, {"costGroup": "workshops", "description": "Lokaler", "amountOre": 50000}]',
			'[{"sourceKind": "applied", "source": "Fylkeskommunen", "amountOre": 150000, "confirmed": false},
			{"sourceKind": "own", "source": "Egne", "amountOre": 50000, "confirmed": true}]',
			t.person(signatory), case when not draft then t.person(signatory) end, case when not draft then now() end,
			case when not draft then t.person('caseworker') end);
	if not draft then
		insert into trinn.submissions values (county, org, id, 1, '{"title":"x"}', 'x', 1, t.person(signatory));
	end if;
	if state = 'returned' then
		insert into trinn.application_drafts select a.county_id, a.applicant_id, a.id, a.title, a.answers, a.new_content, a.starts_on, a.ends_on,
			a.firms, a.fagpartnere, a.costs, a.finance, a.partners from trinn.applications a where a.id = add_application.id;
	end if;
	perform t.act(signatory), trinn.new_guard('application', id), trinn.audit('application', id, 'create', 'application', id, null, null);
	perform t.forget();
end $$;

create function pg_temp.add_decision(county int, org bigint, id bigint, suffix text, grant_state text, amount bigint, remaining bigint) returns void language plpgsql as $$
declare line constant bigint := county * 10;
begin
	insert into trinn.recommendations (id, county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by) overriding system value
		values (id, county, org, id, 1, 'granted', amount, 'God plan', t.person('caseworker' || suffix));
	insert into trinn.assurances (county_id, applicant_id, application_id, recommendation, assured_by)
		values (county, org, id, 1, t.person('archivist' || suffix));
	insert into trinn.answers_on_behalf (id, county_id, applicant_id, application_id, answer, received_on, channel, authority, entered_by) overriding system value
		values (id, county, org, id, 'withdrawn', '2026-03-02', 'letter', 'Daglig leder', t.person('caseworker' || suffix));
	insert into trinn.preliminary_answers (county_id, applicant_id, application_id, number, expected_on, reason, answered_by)
		values (county, org, id, 1, '2099-01-01', 'Mange søknader', t.person('caseworker' || suffix));
	insert into trinn.decisions (id, county_id, applicant_id, application_id, number, cause, funding_line_id, year, outcome, amount_ore, grounds, legal_basis_id, legal_basis, body,
		recommended_by, decided_by, decided_on, released_at, appeal_body, appeal_deadline, accept_by, rule_params, calculation) overriding system value
		values (id, county, org, id, 1, 'application', line, 2026, 'granted', amount, 'God plan', line, 'ESA 1', 'Direktøren', t.person('caseworker' || suffix),
			t.person('decision_maker' || suffix), '2026-03-01', '2026-03-01', 'Klagenemnda', '2026-03-22', '2026-04-01', '{9001}', '{"share": 7500}');
	update trinn.letters l set id = add_decision.id where l.decision_id = add_decision.id;
	insert into trinn.mailings (id, county_id, applicant_id, application_id, letter_id, organisation_id) overriding system value
		select add_decision.id, county, org, l.application_id, l.id, org from trinn.letters l
		where l.application_id = add_decision.id and l.kind = 'preliminary_answer';
	insert into trinn.decision_overlaps values (county, org, id, id, 'warn', '[]', 'Ulike kurs');
	insert into trinn.decision_conditions (id, county_id, applicant_id, application_id, decision_id, number, kind, text) overriding system value
		values (id, county, org, id, id, 1, 'before_final', 'Regnskapet er bekreftet av revisor');
	insert into trinn.grants (id, county_id, applicant_id, application_id, decision_id, funding_line_id, year, amount_ore, remaining_ore, budget_ore, state, accept_by)
		overriding system value
		values (id, county, org, id, id, line, 2026, amount, remaining, amount / 3 * 4, grant_state, '2026-04-01');
	insert into trinn.grant_parts values (county, org, id, id, 1, line, 2026, 10000, amount, remaining, line, 'ESA 1');
	insert into trinn.grant_costs values (county, org, id, 'fagpartner', false, amount, amount / 4 * 3), (county, org, id, 'workshops', false, amount / 3, amount / 4);
	perform t.act('decision_maker' || suffix), trinn.post('commit', line, 2026, amount, 'grant', id);
	perform trinn.audit('application', id, 'grant', 'decision', id, null, '{"amount": 1}');
	perform t.forget();
end $$;

-- number: 1 submitted, 2 rejected, 3 released and paid, 4 released and queued, 5 attested, 6 reviewed
create function pg_temp.add_claim(county int, org bigint, app bigint, number int, state text, amount bigint, suffix text, signatory text) returns void language plpgsql as $$
declare
	claim constant bigint := app / 100 * 100 + number;
	reviewed constant boolean := state in ('reviewed', 'attested', 'released');
begin
	insert into trinn.claims (id, county_id, applicant_id, application_id, grant_id, number, kind, state, period_from, period_to, status_report, amount_ore, approved_ore,
		submitted_by, reviewed_by, attested_by, released_by) overriding system value
		values (claim, county, org, app, app, number, 'part', state, '2026-04-01', '2026-05-01', 'I rute', amount, case when reviewed then amount end, t.person(signatory),
			case when reviewed then t.person('caseworker' || suffix) end, case when state in ('attested', 'released') then t.person('attestant' || suffix) end,
			case when state = 'released' then t.person('releaser' || suffix) end);
	insert into trinn.claim_parts values (county, org, app, app, claim, 1, amount, case when reviewed then amount end);
	set local session_replication_role = replica;
	insert into trinn.claim_costs values (county, org, claim, 1, 'fagpartner', 'Timer', '910000401', claim::text, amount);
	set local session_replication_role = origin;
	perform t.act(signatory), trinn.post('claim', county * 10, 2026, amount, 'claim', claim);
	if state = 'rejected' then
		perform t.act('caseworker' || suffix), trinn.post('reject_claim', county * 10, 2026, amount, 'claim', claim);
	end if;
	if state = 'released' then
		perform t.act('releaser' || suffix), trinn.post('approve', county * 10, 2026, amount, 'claim', claim);
	end if;
	perform t.forget();
end $$;

create function pg_temp.add_payment(county int, org bigint, app bigint, id bigint, amount bigint, suffix text, paid boolean) returns void language plpgsql as $$
begin
	if paid then
		insert into trinn.payment_lists (id, county_id, number, payments, total_ore, made_by) overriding system value
			values (id, county, '2026/' || id, 1, amount, t.person('finance' || suffix));
		perform t.act('finance' || suffix), trinn.post('pay', county * 10, 2026, amount, 'payment', id, '2026-06-01');
		perform t.forget();
	end if;
	insert into trinn.payments (id, county_id, applicant_id, application_id, grant_id, claim_id, programme_id, year, stages, reference, amount_ore, account,
		state, list_id, bank_reference, paid_on, registered_by, confirmed_by) overriding system value
		values (id, county, org, app, app, id, county * 10, 2026, '{1}', 'R' || id, amount, '12345678903', case when paid then 'paid' else 'queued' end,
			case when paid then id end, case when paid then 'B' || id end, case when paid then date '2026-06-01' end,
			case when paid then t.person('finance' || suffix) end, case when paid then t.person('releaser' || suffix) end);
end $$;

-- One on its way from each side, and one of each kind that is there.
create function pg_temp.add_documents(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
declare office constant bigint := (select organisation_id from trinn.counties where id = county);
begin
	insert into trinn.documents (id, county_id, applicant_id, application_id, origin, title, media_type, size_bytes, sha256, state, access, uploader_id, uploaded_by, scanned_at)
		overriding system value
		select base + d.n, county, org, base + d.app, d.origin, 'Plan.pdf', 'application/pdf', 3, encode(sha256('pdf'), 'hex'), d.state, d.access,
			case d.sender when 'party' then org when 'county' then office end,
			case d.sender when 'party' then t.person(signatory) when 'county' then t.person('caseworker' || suffix) end, case when d.state = 'clean' then now() end
		from (values (1, 1, 'upload', 'scanning', 'party', 'party'), (2, 3, 'upload', 'receiving', 'party', 'party'), (3, 3, 'upload', 'receiving', 'party', 'county'),
			(4, 4, 'upload', 'clean', 'party', 'party'), (5, 5, 'letter', 'clean', 'party', null), (6, 5, 'upload', 'clean', 'county', 'county'))
			as d(n, app, origin, state, access, sender);
	set local session_replication_role = replica;
	insert into trinn.document_chunks select county, base + n, 1, 'pdf' from generate_series(1, 6) n;
	set local session_replication_role = origin;
	insert into trinn.messages (id, county_id, applicant_id, application_id, side, is_internal, state, body, answer_by, written_by)
		overriding system value
		select base + m.n, county, org, base + m.app, m.side, m.state = 'noted', m.state, 'Hva gjelder?', m.answer_by,
			case m.side when 'applicant' then t.person(signatory) else t.person('caseworker' || suffix) end
		from (values (1, 3, 'applicant', 'sent', null), (2, 4, 'county', 'sent', date '2030-01-01'), (3, 3, 'county', 'noted', null),
			(4, 4, 'county', 'sent', null)) as m(n, app, side, state, answer_by);
	insert into trinn.message_documents values (county, org, base + 4, base + 2, base + 4);
	perform t.act(signatory), trinn.audit('application', base + 1, 'complete', 'document', base + 1, null, null);
	perform t.forget();
end $$;

-- One that is being scored, by a caseworker who has handed in and a programme lead who has not; one that a decision rests on.
create function pg_temp.add_evaluations(base bigint, county int, org bigint, suffix text) returns void language plpgsql as $$
declare
	clerk constant bigint := t.person('caseworker' || suffix);
	lead constant bigint := t.person('programme_lead' || suffix);
	scores constant json := json_build_array(json_build_object('criterionId', county * 10, 'score', 4));
begin
	set local session_replication_role = replica;
	insert into trinn.evaluations (id, county_id, applicant_id, application_id, call_id, number, state, requirements, checked_by, consolidation_id)
		overriding system value values (base + 3, county, org, base + 3, county * 10, 1, 'scoring', '[]', clerk, null),
			(base + 4, county, org, base + 4, county * 10, 1, 'consolidated', '[]', clerk, base + 4);
	insert into trinn.assessors (id, county_id, applicant_id, application_id, evaluation_id, person_id, state, named_by) overriding system value
		values (base + 3, county, org, base + 3, base + 3, clerk, 'scored', clerk), (base + 13, county, org, base + 3, base + 3, lead, 'named', clerk),
			(base + 4, county, org, base + 4, base + 4, clerk, 'scored', clerk);
	insert into trinn.score_sheets (county_id, applicant_id, application_id, evaluation_id, scored_by, scores, total_bp)
		select county, org, base + n, base + n, clerk, scores, 8000 from generate_series(3, 4) n;
	insert into trinn.consolidations (id, county_id, applicant_id, application_id, evaluation_id, scores, total_bp, is_below_minimum, grounds, made_by)
		overriding system value values (base + 4, county, org, base + 4, base + 4, scores, 8000, false, 'Sterk plan', clerk);
	update trinn.decisions set evaluation_id = base + 4, consolidation_id = base + 4 where id = base + 4;
	set local session_replication_role = origin;
end $$;

-- More time is asked for: to accept the one on offer, and, prepared, for the work of the other.
create function pg_temp.add_amendments(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	insert into trinn.amendments (id, county_id, applicant_id, application_id, grant_id, number, kind, state, reason, asked_until, is_of_county, asked_by) overriding system value
		values (base + 4, county, org, base + 4, base + 4, 1, 'extension', 'prepared', 'Utsatt', '2028-12-31', false, t.person(signatory)),
			(base + 5, county, org, base + 5, base + 5, 1, 'acceptance', 'asked', 'Ferie', '2026-05-01', false, t.person(signatory));
	insert into trinn.amendment_proposals (id, county_id, applicant_id, application_id, amendment_id, outcome, grounds, until, made_by) overriding system value
		values (base + 4, county, org, base + 4, base + 4, 'approved', 'Utsatt', '2028-12-31', t.person('caseworker' || suffix));
	set local session_replication_role = origin;
end $$;

-- A caseworker would set one aside.
create function pg_temp.add_reversals(base bigint, county int, org bigint, suffix text) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	insert into trinn.reversals (id, county_id, applicant_id, application_id, decision_id, number, ground, outcome, amount_ore, grounds, is_harmful,
		proposed_by) overriding system value
		values (base + 4, county, org, base + 4, base + 4, 1, 'invalid', 'annulled', 0, 'Feil tall', true, t.person('caseworker' || suffix));
	set local session_replication_role = origin;
end $$;

-- One waits to be confirmed, of the other grant as if it had been.
create function pg_temp.add_settlements(base bigint, county int, org bigint, suffix text) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	insert into trinn.grant_settlements (id, county_id, applicant_id, application_id, grant_id, number, state, assessment, paid_ore, released_ore, prepared_by, settled_by,
		settled_at) overriding system value
		values (base + 4, county, org, base + 4, base + 4, 1, 'prepared', 'Som avtalt', 1000, 0, t.person('caseworker' || suffix), null, null),
			(base + 5, county, org, base + 5, base + 5, 1, 'confirmed', 'Som avtalt', 1000, 0, t.person('caseworker' || suffix), t.person('decision_maker' || suffix), now());
	set local session_replication_role = origin;
end $$;

-- The party was asked, in time and said nothing; and it is not asked at all.
create function pg_temp.add_hearings(base bigint, county int, org bigint, suffix text) returns void language plpgsql as $$
declare
	clerk constant bigint := t.person('caseworker' || suffix);
begin
	set local session_replication_role = replica;
	insert into trinn.hearings (id, county_id, applicant_id, application_id, number, kind, state, told, source, answer_by, ground, ground_reason,
		after_decision, raised_by) overriding system value
		values (base + 4, county, org, base + 4, 1, 'information', 'raised', 'Kreditt sagt opp', 'Banken', '2026-01-15', null, null, 0, clerk),
			(base + 5, county, org, base + 5, 1, 'notice', 'exempt', 'Avslag', 'Oss', null, 'known', 'Varslet', 0, clerk);
	set local session_replication_role = origin;
end $$;

-- One against the grant on offer, with what is proposed in it and what stands.
create function pg_temp.add_appeals(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
declare
	app constant bigint := base + 5;
	clerk constant bigint := t.person('caseworker' || suffix);
	digest constant text := encode(sha256('Skade'), 'hex');
begin
	set local session_replication_role = replica;
	insert into trinn.appeal_periods (id, county_id, applicant_id, application_id, decision_id, number, cause, on_day, entered_by) overriding system value
		values (app, county, org, app, app, 1, 'grounds_asked', '2026-03-02', t.person(signatory));
	insert into trinn.appeals (id, county_id, applicant_id, application_id, decision_id, number, asked, lodged_on, lodged_by) overriding system value
		values (app, county, org, app, app, 1, 'Full støtte', '2026-03-10', t.person(signatory));
	insert into trinn.appeal_documents values (county, org, app, app, app);
	insert into trinn.appeal_proposals (id, county_id, applicant_id, application_id, appeal_id, number, kind, outcome, grounds, sha256, state, proposed_by, settled_by,
		settled_at) overriding system value
		values (app, county, org, app, app, 1, 'stay', 'refused', 'Skade', digest, 'confirmed', clerk, t.person('secretary' || suffix), now()),
			(app + 10, county, org, app, app, 2, 'stay', 'given', 'Skade', digest, 'proposed', clerk, null, null);
	set local session_replication_role = origin;
	perform t.act(signatory), trinn.new_guard('appeal', app, org), trinn.audit('appeal', app, 'lodge', 'appeal', app, null, null);
	perform t.forget();
end $$;

-- A file of what came in, one of what was written within, and a correction of each.
create function pg_temp.add_journal(base bigint, county int, org bigint, suffix text) returns void language plpgsql as $$
begin
	insert into trinn.journal_documents (county_id, applicant_id, application_id, post_id, number, document_id, is_main)
		select p.county_id, p.applicant_id, p.application_id, p.id, 1, case p.object_kind when 'submission' then base + 4 else base + 6 end, p.object_kind <> 'submission'
		from trinn.journal_posts p where p.application_id = base + 4 and p.object_kind in ('submission', 'recommendation');
	insert into trinn.journal_revisions (county_id, applicant_id, application_id, post_id, number, was, reason, revised_by)
		select d.county_id, d.applicant_id, d.application_id, d.post_id, 1, '{}', 'Feil', t.person('archivist' || suffix) from trinn.journal_documents d
		where d.application_id = base + 4;
	insert into trinn.archive_messages (county_id, applicant_id, application_id, post_id, edition)
		select p.county_id, p.applicant_id, p.application_id, p.id, 1 from trinn.journal_posts p where p.application_id = base + 4 and p.number = 1;
end $$;

-- One that is asked to what was returned, and one that confirmed its part of what is active.
create function pg_temp.add_partners(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	insert into trinn.application_partners (id, county_id, applicant_id, application_id, organisation_id, orgnr, name, kind, task, state, asked_by, part, sha256,
		confirmed_by, confirmed_on, signed_by) overriding system value
		values (base + 2, county, org, base + 2, 302, '910000302', 'Minera Skifer AS', 'hub', 'Prøver', 'asked', t.person(signatory), null, null, null, null, null),
		       (base + 4, county, org, base + 4, 302, '910000302', 'Minera Skifer AS', 'hub', 'Prøver', 'confirmed', t.person(signatory), '{"costs": [], "finance": []}', 'x', 'Leder', '2026-01-01',
			t.person('firm-2'));
	insert into trinn.grant_partners values (county, org, base + 4, base + 4, 302, '910000302', 'Minera Skifer AS', 1000);
	update trinn.applications a set partner_ids = '{302}', partners = (select json_agg(json_build_object('id', p.id::text, 'orgnr', p.orgnr, 'name', p.name,
			'kind', p.kind, 'task', p.task, 'state', p.state)) from trinn.application_partners p where p.application_id = a.id)
		where a.id in (base + 2, base + 4);
	set local session_replication_role = origin;
end $$;

-- A request of the applicant's own: one document given in part, the other asked.
create function pg_temp.add_access(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
begin
	insert into trinn.access_requests (id, county_id, number, organisation_id, entered_by, received_on, secret_sha256) overriding system value
		values (base, county, '2026/' || base, org, t.person(signatory), '2026-03-01', sha256(convert_to(base || suffix, 'UTF8')));
	insert into trinn.access_items (id, county_id, request_id, number, applicant_id, application_id, post_id, due_on, state) overriding system value
		select base + p.number - 1, county, base, p.number, org, p.application_id, p.id, '2026-03-04', case p.number when 1 then 'part' else 'asked' end
		from trinn.journal_posts p where p.county_id = county and p.application_id = base + 4 and p.number < 3;
	insert into trinn.access_decisions (id, county_id, applicant_id, application_id, request_id, item_id, number, instance, outcome, party_exemption,
		appeal_body, appeal_deadline, decided_by, decided_on) overriding system value
		values (base, county, org, base + 4, base, base, 1, 'county', 'part', 'fvl-19', 'Statsforvalteren', '2026-03-23', t.person('archivist' || suffix), '2026-03-02');
	insert into trinn.access_files values (county, org, base + 4, base, 1, base, base + 6, true);
	perform t.act(signatory), trinn.new_guard('access_request', base), trinn.audit('access_request', base, 'ask', 'access_request', base, null, null);
	perform t.forget();
end $$;

create function pg_temp.add_cases(base bigint, county int, org bigint, suffix text, signatory text) returns void language plpgsql as $$
declare app constant bigint := base + 4;
begin
	insert into trinn.tracks (id, county_id, applicant_id, programme_id, title) overriding system value values (base, county, org, county * 10, 'Løp ' || base);
	insert into trinn.bank_accounts (id, county_id, organisation_id, account, verified_how) overriding system value values (base, county, org, '12345678903', 'Altinn');
	perform pg_temp.add_application(county, org, base + 1, 'draft', signatory);
	perform pg_temp.add_application(county, org, base + 2, 'returned', signatory);
	perform pg_temp.add_application(county, org, base + 3, 'submitted', signatory);
	perform pg_temp.add_application(county, org, base + 4, 'active', signatory);
	perform pg_temp.add_application(county, org, base + 5, 'granted', signatory);
	perform pg_temp.add_decision(county, org, app, suffix, 'active', 90000, 71000);
	perform t.act('decision_maker' || suffix), trinn.change_grant(app, 120000, '{"fagpartner": 90000, "workshops": 30000}', 'appeal', app,
		t.person('caseworker' || suffix));
	perform t.forget();
	perform pg_temp.add_decision(county, org, base + 5, suffix, 'offered', 60000, 60000);
	perform pg_temp.add_claim(county, org, app, 1, 'submitted', 1000, suffix, signatory);
	perform pg_temp.add_claim(county, org, app, 2, 'rejected', 2000, suffix, signatory);
	perform pg_temp.add_claim(county, org, app, 3, 'released', 3000, suffix, signatory);
	perform pg_temp.add_claim(county, org, app, 4, 'released', 4000, suffix, signatory);
	perform pg_temp.add_claim(county, org, app, 5, 'attested', 5000, suffix, signatory);
	perform pg_temp.add_claim(county, org, app, 6, 'reviewed', 6000, suffix, signatory);
	perform pg_temp.add_payment(county, org, app, base + 3, 3000, suffix, true);
	perform pg_temp.add_payment(county, org, app, base + 4, 4000, suffix, false);
	perform pg_temp.add_partners(base, county, org, suffix, signatory);
	perform pg_temp.add_documents(base, county, org, suffix, signatory);
	-- late submissions: +0 of the draft, recommended, +1 given leave to begin, +2 asked
	insert into trinn.late_submissions (id, county_id, applicant_id, applicant_kind, call_id, draft_id, state, reason, asked_by, recommended_by, decided_by, decided_on, grounds,
		submit_by, body) overriding system value
		values (base, county, org, 'hub', county * 10, base + 1, 'recommended', 'Syke', t.person(signatory), t.person('caseworker' || suffix), null, null, null, null, null),
		       (base + 1, county, org, 'hub', county * 10, null, 'granted', 'Syke', t.person(signatory), t.person('caseworker' || suffix),
			t.person('decision_maker' || suffix), '2026-01-01', 'Syke', '2099-12-31', 'Direktøren'),
		       (base + 2, county, org, 'hub', county * 10, null, 'asked', 'Syke', t.person(signatory), null, null, null, null, null, null);
	insert into trinn.late_recommendations (id, county_id, applicant_id, late_submission_id, outcome, grounds, made_by) overriding system value
		values (base, county, org, base, 'granted', 'Syke', t.person('caseworker' || suffix));
	perform t.act(signatory), trinn.new_guard('late_submission', base), trinn.new_guard('late_submission', base + 1), trinn.new_guard('late_submission', base + 2);
	perform trinn.audit('late_submission', base, 'ask', 'late_submission', base, null, null),
		trinn.audit('late_submission', base + 1, 'ask', 'late_submission', base + 1, null, null),
		trinn.audit('late_submission', base + 2, 'ask', 'late_submission', base + 2, null, null);
	perform t.forget();
	perform pg_temp.add_evaluations(base, county, org, suffix);
	perform pg_temp.add_amendments(base, county, org, suffix, signatory);
	perform pg_temp.add_settlements(base, county, org, suffix);
	perform pg_temp.add_hearings(base, county, org, suffix);
	perform pg_temp.add_reversals(base, county, org, suffix);
	perform pg_temp.add_appeals(base, county, org, suffix, signatory);
	perform pg_temp.add_journal(base, county, org, suffix);
	perform pg_temp.add_access(base, county, org, suffix, signatory);
	perform t.act('caseworker' || suffix), trinn.audit('application', base + n, 'read', 'application', base + n, 'ettersyn', '{"n": 1}') from generate_series(2, 5) n;
	perform t.act(signatory), trinn.new_guard('track', base), trinn.audit('track', base, 'create', 'track', base, null, null),
		trinn.claim_key('POST /fixture', 'k' || base);
	perform trinn.store_reply('POST /fixture', 'k' || base, 'f', 201, '/x', '"1"', '{}');
	perform t.forget();
end $$;
-- ---- a firm on its way with a hub: one row of each kind, ids from base

create function pg_temp.add_delivery(base bigint, county int, hub bigint, firm bigint, suffix text, signatory text) returns void language plpgsql as $$
declare
	programme constant bigint := county * 10;
	hand constant bigint := t.person(signatory);
	clerk constant bigint := t.person('caseworker' || suffix);
	partner constant bigint := case when county = 50 and hub = 101 then 401 else hub end;
begin
	insert into trinn.hub_areas (id, county_id, hub_id, municipalities, valid_from) overriding system value
		select base, county, hub, array[municipality_no], '2026-01-01' from trinn.organisations where id = firm;
	insert into trinn.memberships (id, county_id, hub_id, firm_id, member_from) overriding system value values (base, county, hub, firm, '2026-01-01');
	perform t.act(signatory);
	insert into trinn.enrolments (id, county_id, programme_id, programme_version, firm_id, hub_id, state, stage, recommended_stage, recommended_grounds,
		recommended_by, digitally_ready) overriding system value
		values (base, county, programme, 1, firm, hub, 'active', 2, 2, 'Klar for Trinn 2', hand, true),
			(base + 1, county, programme + 1, 1, firm, hub, 'prospect', null, null, null, null, null);
	perform t.forget();
	update trinn.stage_places set capacity = 20 where county_id = county and programme_id = programme and stage = 2;
	insert into trinn.contacts (id, county_id, hub_id, firm_id, enrolment_id, channel, on_day, note, made_by) overriding system value
		values (base, county, hub, firm, base, 'phone', '2026-02-01', 'Vil vite mer', hand);
	insert into trinn.handovers (id, county_id, programme_id, enrolment_id, firm_id, hub_id, to_hub_id, reason, consent_by, consent_on, asked_by)
		overriding system value values (base, county, programme, base, firm, hub, 202, 'Flyttet', 'Daglig leder', '2026-02-02', hand);
	insert into trinn.handovers (id, county_id, programme_id, enrolment_id, firm_id, hub_id, to_hub_id, by_county, reason, without_consent, asked_by)
		overriding system value values (base + 1, county, programme + 1, base + 1, firm, hub, 202, true, 'Ført på feil hub', 'registered_by_mistake', clerk);
	insert into trinn.instruments (id, county_id, code, version, kind, title, questions, source) overriding system value
		values (base, county, 'guide-' || base, 1, 'interview', '{"nb": "Samtale", "en": "Interview"}', '[]', 'Fylkeskommunen');
	insert into trinn.assessments (id, county_id, hub_id, firm_id, enrolment_id, instrument_id, phase, held_on, interviewer_id, answered_by, answers, dimensions, state)
		overriding system value values (base, county, hub, firm, base, base, 'before', '2026-02-03', hand, 'Daglig leder', '[]', '{}', 'draft'),
			(base + 1, county, hub, firm, base, base, 'during', '2026-02-04', null, 'Daglig leder', '[]', '{}', 'draft'),
			(base + 2, county, hub, firm, base, base, 'after', '2026-02-05', hand, 'Daglig leder', '[]', '{}', 'final'),
			(base + 3, county, hub, firm, base, base, 'after', '2026-02-04', hand, 'Daglig leder', '[]', '{}', 'discarded');
	insert into trinn.gate_waivers (id, county_id, enrolment_id, hub_id, firm_id, stage, gate, reason, asked_by) overriding system value
		values (base, county, base, hub, firm, 2, 'stage_completed', 'Kan det fra før', hand);
	insert into trinn.deliverables (id, county_id, enrolment_id, hub_id, firm_id, stage, title, description) overriding system value
		values (base, county, base, hub, firm, 2, 'Nettbestilling', 'Bestilling på nett');
	insert into trinn.cohorts (id, county_id, hub_id, track_id, programme_id, programme_version, stage, title, starts_on, ends_on, capacity) overriding system value
		values (base, county, hub, base, programme, 1, 2, 'Kull 1', '2026-03-01', '2026-06-01', 8);
	insert into trinn.cohort_firms values (county, base, hub, firm, base, '2026-03-01');
	insert into trinn.networks (id, county_id, hub_id, title, description) overriding system value values (base, county, hub, 'Trenettverket', 'Møteplass');
	insert into trinn.fagpartnere (id, county_id, partner_id, hub_id, kind, description, contact, competences) overriding system value
		values (base, county, partner, hub, 'company', 'Automasjon', 'post@fagpartner.test', '[{"code": "automasjon", "level": 2}]');
	insert into trinn.engagements (id, county_id, hub_id, fagpartner_id, partner_id, title, starts_on, ends_on, hourly_ore, ceiling_minutes, is_related)
		overriding system value values (base + 1, county, hub, base, partner, 'Kurs', '2026-03-01', '2026-06-01', 120000, 6000, false);
	insert into trinn.engagements (id, county_id, hub_id, fagpartner_id, partner_id, title, starts_on, ends_on, hourly_ore, ceiling_minutes,
		is_related, is_local, state, agreed_by) overriding system value
		values (base, county, hub, base, partner, 'Veiledning', '2026-03-01', '2026-06-01', 120000, 6000, false, true, 'agreed', hand);
	insert into trinn.sessions (id, county_id, hub_id, cohort_id, kind, title, starts_at, ends_at, place, theme, delivered_by, engagement_id, partner_id, planned_minutes)
		overriding system value values (base, county, hub, base, 'workshop', 'Samling', '2026-03-02 09:00+01', '2026-03-02 12:00+01', 'Granlia', 'digital',
			'fagpartner', base, case when county = 50 and hub = 101 then 401 else hub end, 180);
	insert into trinn.attendances values (county, base, hub, firm, 2);
	insert into trinn.feedback (county_id, session_id, hub_id, firm_id, score) values (county, base, hub, firm, 4);
	insert into trinn.calendar_feeds (id, county_id, organisation_id, kind, secret_sha256) overriding system value
		values (base, county, hub, 'hub', sha256(base::text::bytea)), (base + 1, county, firm, 'firm', sha256((base + 1)::text::bytea));
	insert into trinn.hours (id, county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes) overriding system value
		values (base, county, base, hub, partner, firm, base, 'Egen case', 'digital', 600);
	insert into trinn.partner_invoices values (county, hub, partner, base, 'F-1', '2026-06-02', 1200000);
	insert into trinn.copayments (id, county_id, creditor_id, hub_id, firm_id, enrolment_id, programme_id, programme_version, stage, amount_ore, vat_mode, vat_ore, service_ore, aid_ore, open_ore,
		declared_by, declared_on, declared_aid, raised_by) overriding system value values (base, county, hub, hub, firm, base, programme, 1, 2, 1200000, 'exempt', 0, 4200000, 3000000,
			1200000, 'Daglig leder', '2026-03-01', '[]', hand);
	insert into trinn.copayment_entries (id, county_id, copayment_id, kind, amount_ore, on_day, entered_by) overriding system value
		values (base, county, base, 'raise', 1200000, '2026-03-01', hand);
	insert into trinn.copayment_reliefs (id, county_id, copayment_id, kind, reason, asked_by) overriding system value values (base, county, base, 'waive', 'Brann', hand);
	insert into trinn.copayment_settlements (id, county_id, copayment_id, service_ore, aid_ore, settled_by) overriding system value
		values (base, county, base, 4200000, 3000000, hand);
	insert into trinn.copayment_declarations (id, county_id, copayment_id, declared_by, declared_on, declared_aid, declared_through,
		replaced_by) overriding system value values (base, county, base, 'Daglig leder', '2026-02-01', '[]', 'hub', hand);
	insert into trinn.bank_files (id, county_id, creditor_id, format, sha256, name, known, skipped, unbooked, read_by) overriding system value
		values (base, county, hub, 'csv', 'x', 'mars.csv', 0, 0, 0, hand);
	insert into trinn.bank_entries (id, county_id, creditor_id, file_id, reference, booked_on, amount_ore, why) overriding system value
		values (base, county, hub, base, 'R1', '2026-03-20', 1200000, 'no_kid');
	insert into trinn.projects (id, county_id, programme_id, hub_id, title, goal) overriding system value values (base, county, programme, hub, 'Robotcelle', 'Halv tid');
	insert into trinn.project_firms values (county, base, hub, firm, true, 10000);
	insert into trinn.project_invitations (id, county_id, project_id, hub_id, programme_id, firm_id, message) overriding system value
		values (base, county, base, hub, programme, firm, 'Vil dere være med?');
	insert into trinn.onward_applications (id, county_id, project_id, hub_id, sent_to, sent_on, applied_ore) overriding system value
		values (base, county, base, hub, 'innovasjon_norge', '2026-07-01', 50000000);
	insert into trinn.onward_corrections (id, county_id, project_id, hub_id, onward_id, before, after, reason, corrected_by) overriding system value
		values (base, county, base, hub, base, '{}', '{}', 'Skrivefeil', hand);
	insert into trinn.results (id, county_id, enrolment_id, hub_id, firm_id, stage, found, done) overriding system value
		values (base, county, base, hub, firm, 2, 'For mye skifer på pallene', 'Kamera');
	insert into trinn.measurements (county_id, result_id, hub_id, firm_id, months, on_day, effect_ore, effect_bp, unit, how) values (county, base, hub, firm, 0, '2026-06-01', null, 2600, 'skifer på pallene', 'Veid');
	insert into trinn.disqualifications (id, county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
		overriding system value values (base, county, 'application', base + 5, t.person('finance' || suffix), 'kin', 'raised', true, clerk);
	insert into trinn.standins (id, county_id, person_id, standin_id, role, starts_on, ends_on, named_by) overriding system value
		values (base, county, t.person('programme_lead' || suffix), clerk, 'caseworker', date '2026-01-05' + base::int, date '2026-01-11' + base::int, t.person('programme_lead' || suffix));
	insert into trinn.bodies (id, county_id, name, kind, quorum_bp, has_casting_vote, has_outside_members) overriding system value
		values (base, county, 'Styringsgruppe ' || base, 'steering_group', 5000, true, true);
	insert into trinn.body_members values (county, base, 1, 1, t.person('steering_member' || suffix), 'chair', '2026-01-01', '2027-12-31'),
		(county, base, 1, 2, t.person('programme_lead' || suffix), 'member', '2026-01-01', '2027-12-31'),
		(county, base, 1, 3, t.person('decision_maker' || suffix), 'member', '2026-01-01', '2027-12-31'),
		(county, base, 1, 4, clerk, 'deputy', '2026-01-01', '2027-12-31'),
		(county, base, 1, 5, t.person('archivist' || suffix), 'deputy', '2026-01-01', '2027-12-31');
	insert into trinn.meetings (id, county_id, body_id, number, starts_at, place, made_by) overriding system value
		values (base, county, base, 1, '2026-09-01 12:00+02', 'Fylkets hus', t.person('secretary' || suffix));
	insert into trinn.meetings (id, county_id, body_id, number, starts_at, place, state, agenda, is_changed, presided_by, made_by) overriding system value
		values (base + 1, county, base, 2, '2026-10-01 12:00+02', 'Fylkets hus', 'open', 2, false, t.person('steering_member' || suffix),
			t.person('secretary' || suffix));
	insert into trinn.meeting_items (id, county_id, meeting_id, number, applicant_id, application_id, put_by) overriding system value
		values (base, county, base + 1, 1, hub, base + 3, t.person('secretary' || suffix));
	insert into trinn.agenda_items values (county, base + 1, 1, 1, hub, base + 3, base, '{"caseNumber": "2026/1", "recommendation": {"number": 1}}',
		t.person('secretary' || suffix));
	insert into trinn.attendees select county, base + 1, m.person_id, true, t.person('secretary' || suffix)
		from trinn.body_members m where m.county_id = county and m.body_id = base and m.position < 5;
	insert into trinn.proposals (id, county_id, meeting_id, item_id, applicant_id, application_id, number, outcome, amount_ore, grounds, state, presided_by, made_by)
		overriding system value values (base, county, base + 1, base, hub, base + 3, 1, 'granted', 150000, 'God plan', 'voting',
			t.person('steering_member' || suffix), t.person('secretary' || suffix)),
		(base + 1, county, base + 1, base, hub, base + 3, 2, 'rejected', 0, 'Ikke innenfor', 'made', null, t.person('secretary' || suffix));
	insert into trinn.votes values (county, base, hub, base + 3, t.person('programme_lead' || suffix), 'for', t.person('programme_lead' || suffix));
	insert into trinn.minutes (id, county_id, meeting_id, edition, content, sha256, written_by) overriding system value
		values (base, county, base + 1, 1, '{}', encode(sha256('{}'), 'hex'), t.person('secretary' || suffix));
	insert into trinn.leaders (id, county_id, person_id, leader_id) overriding system value
		values (base, county, clerk, t.person('programme_lead' || suffix));
	insert into trinn.letterheads (id, county_id, name, address, email) overriding system value
		values (base, county, '{"nb": "Fylket"}', 'Veien 1', 'post@fylket.example');
	insert into trinn.retention_classes (id, county_id, name, covers, counted_from, years, is_archived, basis) overriding system value
		values (base, county, '{"nb": "Avslag"}', 'refusal', 'closing', 5, false, 'Planen 3.2');
	insert into trinn.legal_holds (id, county_id, applicant_id, application_id, reason, asked_by) overriding system value
		values (base, county, hub, base + 5, 'Søksmål', t.person('archivist' || suffix));
	insert into trinn.destructions (id, county_id, reason, proposed_by) overriding system value
		values (base, county, 'Utløpt', t.person('archivist' || suffix));
	insert into trinn.destruction_items values (base, county, base, 1, hub, base + 4, base, '2025-12-31');
	insert into trinn.progress_reports (id, county_id, hub_id, application_id, period_from, period_to, due_on) overriding system value
		values (base, county, hub, base + 5, '2026-03-01', '2026-08-31', '2026-09-14');
	insert into trinn.samplings (id, county_id, programme_id, hub_id, title, criteria, period_from, period_to, population, seed, made_by, state) overriding system value
		values (base, county, programme, hub, 'Våren', 'Hver tiende', '2026-01-01', '2026-06-30', array[base], 7, clerk, 'drawn'),
			(base + 1, county, programme, hub, 'Høsten', 'Hver tiende', '2026-07-01', '2026-12-31', array[base], 7, clerk, 'open');
	insert into trinn.sampled_cases values (county, base, 1, hub, firm, base), (county, base + 1, 1, hub, firm, base);
	insert into trinn.sampling_answers (id, county_id, sampling_id, number, hub_id, firm_id, answer, done_on, answered_by) overriding system value
		values (base, county, base, 1, hub, firm, 'Rettet', '2026-07-01', t.person(signatory)), (base + 1, county, base + 1, 1, hub, firm, 'Rettet', '2026-07-01', t.person(signatory));
	perform t.act(signatory), trinn.audit('application', base + 5, 'expect', 'progress_report', base, null, null);
	perform trinn.new_guard('enrolment', base + 1), trinn.audit('enrolment', base + 1, 'create', 'enrolment', base + 1, null, null);
	perform trinn.new_guard('meeting', base + 1), trinn.audit('meeting', base + 1, 'create', 'meeting', base + 1, null, null);
	perform trinn.new_guard(kind, base), trinn.audit(kind, base, 'create', kind, base, null, null)
	from unnest('{standin,enrolment,membership,handover,cohort,network,calendar_feed,fagpartner,engagement,copayment,bank_file,project,sampling,hub_area,instrument,disqualification,leader,letterhead,retention_class,legal_hold,destruction,body,meeting}'::text[]) kind;
	perform t.forget();
end $$;
commit;
reset role;

-- As superuser with the owner's rows in view: session_replication_role is not the owner's to set.
begin;
select pg_temp.add_cases(100, 50, 101, '', 'hub_signatory'), pg_temp.add_cases(200, 50, 102, '', 'hub_signatory-2'), pg_temp.add_cases(300, 50, 301, '', 'firm'),
	pg_temp.add_cases(400, 18, 201, '-18', 'hub_signatory-18'), pg_temp.add_cases(500, 18, 101, '-18', 'hub_signatory-abroad');
select pg_temp.add_delivery(100, 50, 101, 301, '', 'hub_signatory'), pg_temp.add_delivery(200, 50, 102, 302, '', 'hub_signatory-2'),
	pg_temp.add_delivery(400, 18, 201, 302, '-18', 'hub_signatory-18');
-- The letter of one granted application of each applicant is made, that of another could not be.
select trinn.jobs_store_letter(county_id, id, '{}', 'cairo', 'pdf') from trinn.letters where application_id % 100 = 5;
select trinn.jobs_fail_letter(county_id, id, 'no fonts') from trinn.letters where application_id % 100 = 4;
select t.forget();
-- Everybody is told of something, and reminded.
insert into trinn.notifications (county_id, outbox_id, person_id, organisation_id, topic, path, happened_at)
select distinct a.county_id, o.id, a.person_id, a.organisation_id, 'message.write', '/v1/messages/1', now() from trinn.role_assignments a
	join (select county_id, min(id) as id from trinn.outbox group by county_id) o on o.county_id = a.county_id
where a.person_id is not null;
insert into trinn.reminder_days values (50, '2026-07-01'), (18, '2026-07-01');
insert into trinn.task_reminders (county_id, person_id, organisation_id, path, due_on, step)
select distinct county_id, person_id, organisation_id, '/v1/applications/1', date '2026-07-01', 'due' from trinn.role_assignments
where person_id is not null;
-- And keeps a filter.
insert into trinn.saved_filters (county_id, person_id, organisation_id, role, name, operation, query)
select a.county_id, a.person_id, a.organisation_id, a.role, 'Det som haster', 'listTasks', '{"overdue": "true"}' from trinn.role_assignments a
where a.person_id is not null;
-- It did not reach those who wanted it by e-mail too, for some of their cases.
insert into trinn.notification_settings (county_id, person_id, organisation_id, by_email, address)
select n.county_id, n.person_id, n.organisation_id, 'all', 'a@b.no' from trinn.notifications n;
insert into trinn.address_codes (county_id, person_id, organisation_id, address)
select s.county_id, s.person_id, s.organisation_id, s.id || '@b.no' from trinn.notification_settings s;
insert into trinn.mail_pause (until) values ('2026-07-01');
insert into trinn.address_tries (county_id, code_id) select county_id, id from trinn.address_codes;
insert into trinn.deliveries (county_id, notification_id, person_id, organisation_id, application_id, topic, channel, state, answer)
select n.county_id, n.id, n.person_id, n.organisation_id, a.id, n.topic, 'email', 'failed', '550 5.1.1' from trinn.notifications n
	join trinn.applications a on a.county_id = n.county_id and a.applicant_id = n.organisation_id and a.id % 100 = 4;
insert into trinn.bank_accounts (county_id, organisation_id, account, verified_how) values (50, 401, '12345678903', 'Altinn');
insert into trinn.municipalities values ('5001', 'Trondheim', '2018-01-01');
insert into trinn.firms_by_municipality values (2021, '5001', 'Trondheim', 1, 1, 1, 1, 1, 1, 1, 1, 1);
insert into trinn.firms_by_industry values (2021, '16', 'Trelast', 1, 1, 1, 1, 1, 1, 1, 1, 1);
insert into trinn.firms_by_size values (2021, '1-4', 1, 1, 1, 1, 1, 1, 1, 1, 1);
insert into trinn.all_firms_by_size values (2021, '1-4', 1, 1);
insert into trinn.published_totals values ('firms_by_industry', 2021, 'firms', 2);
commit;

-- Tests take ids after those above, and none is given back.
select format('alter table trinn.%I alter %I restart with 10000', c.relname, a.attname)
from pg_attribute a join pg_class c on c.oid = a.attrelid
where c.relnamespace = 'trinn'::regnamespace and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped \gexec
