-- What a county sets up comes into force with a change that two persons agreed on, and in no other way.
begin;
select no_plan();

-- A row of each table, and the kind and target of the change that may make it.
create temp table made (tbl text, kind text, target bigint, row jsonb);
insert into made values
	('programmes', 'programme', 9001, '{"id": 9001, "code": "ny", "name": "x", "purpose": "x", "state": "active", "starts_on": "2026-01-01", "ends_on": "2026-12-31",
		"current_version": 1, "version": 1}'),
	('stages', 'programme', 500, '{"programme_id": 500, "programme_version": 2, "number": 1, "name": "x", "description": "", "billed_by": "hub", "vat_mode": "exempt"}'),
	('stages', 'stage_graph', 500, '{"programme_id": 500, "programme_version": 2, "number": 1, "name": "x", "description": "", "billed_by": "hub", "vat_mode": "exempt"}'),
	('stage_gates', 'programme', 500, '{"programme_id": 500, "programme_version": 1, "stage_number": 2, "position": 9, "kind": "assessed"}'),
	('stage_gates', 'stage_graph', 500, '{"programme_id": 500, "programme_version": 1, "stage_number": 2, "position": 9, "kind": "assessed"}'),
	('hub_areas', 'hub_area', 9001, '{"id": 9001, "hub_id": 101, "municipalities": ["5001", "5059"], "valid_from": "2026-01-01"}'),
	('instruments', 'instrument', 9002, '{"id": 9002, "code": "ny", "version": 1, "kind": "survey", "title": {"nb": "x"}, "questions": [], "source": "x"}'),
	('leaders', 'leader', 9001, jsonb_build_object('id', 9001, 'person_id', t.person('caseworker'), 'made_at', '2026-01-01')),
	('letterheads', 'letterhead', 9001, '{"id": 9001, "name": {"nb": "x"}, "address": "x", "email": "x", "made_at": "2026-01-01"}'),
	('retention_classes', 'retention_class', 9001, '{"id": 9001, "name": {"nb": "x"}, "covers": "refusal", "counted_from": "closing", "is_archived": false, "basis": "x", "made_at": "2026-01-01"}'),
	('legal_bases', 'legal_basis', 9001, '{"id": 9001, "kind": "not_aid", "reference": "x", "title": "x", "beneficiary_kinds": ["hub"], "valid_from": "2026-01-01",
		"valid_to": "2026-12-31", "version": 1}'),
	('funding_lines', 'funding_line', 9001, '{"id": 9001, "programme_id": 500, "code": "ny", "name": "x", "source": "x", "applicant_kinds": ["hub"], "county_only": true,
		"legal_basis_id": 500, "max_share_bp": 5000, "appeal_body": "x", "state": "active", "version": 1}'),
	('cost_groups', 'funding_line', 500, '{"funding_line_id": 500, "code": "travel", "name": "x", "position": 9, "earmarked": false}'),
	('appropriations', 'appropriation', 9001, '{"id": 9001, "funding_line_id": 500, "year": 2027, "amount_ore": 1, "resolution": "x", "created_at": "2026-01-01"}'),
	('appropriations', 'funding_line', 500, '{"id": 9002, "funding_line_id": 500, "year": 2027, "amount_ore": 1, "resolution": "x", "created_at": "2026-01-01"}'),
	('money_moves', 'money_move', 9001, '{"id": 9001, "funding_line_id": 500, "year": 2026, "amount_ore": 1, "resolution": "x", "made_at": "2026-01-01"}'),
	('rule_params', 'rule_param', 9101, '{"id": 9101, "key": "tasks.soon_days", "basis": "x", "valid_from": "2026-01-01", "value": 1, "unit": "days", "source": "x"}'),
	('bank_accounts', 'bank_account', 9001, '{"id": 9001, "organisation_id": 101, "account": "12345678903", "verified_how": "x", "valid_from": "2026-01-01"}'),
	('role_assignments', 'role_assignment', 9001, jsonb_build_object('id', 9001, 'organisation_id', 1, 'role', 'releaser', 'valid_from', '2026-01-01',
		'person_id', t.person('county_admin')));
insert into made values
	('authorities', 'funding_line', 500, '{"id": 9002, "funding_line_id": 500, "role": "secretary", "body": "x"}'),
	('authorities', 'delegation', 9001, '{"id": 9001, "funding_line_id": 500, "role": "secretary", "body": "x", "body_id": 100, "resolution": "FT 1",
		"valid_from": "2026-01-01", "despite_outside_members": true}'),
	('bodies', 'body', 9001, '{"id": 9001, "name": "Ny", "kind": "committee", "quorum_bp": 5000, "has_casting_vote": true, "has_outside_members": false}'),
	('body_members', 'body', 100, jsonb_build_object('body_id', 100, 'edition', 2, 'position', 1, 'person_id', t.person('finance'), 'seat', 'chair',
		'valid_from', '2026-01-01', 'valid_to', '2026-12-31')),
	('body_members', 'body_members', 100, jsonb_build_object('body_id', 100, 'edition', 2, 'position', 1, 'person_id', t.person('finance'), 'seat', 'chair',
		'valid_from', '2026-01-01', 'valid_to', '2026-12-31'));
select set_eq('select tbl from made', $$ select c.relname::text from pg_trigger g join pg_class c on c.oid = g.tgrelid where g.tgfoid = 'trinn.check_approved'::regproc $$,
	'every table that needs a change of set-up is tried here');

create function pg_temp.insertion(m made) returns text language plpgsql as $$
declare columns text;
begin
	select string_agg(key, ', ') into columns from jsonb_object_keys(m.row || '{"county_id": 50}') key;
	return format('insert into trinn.%1$I (%2$s) overriding system value select %2$s from jsonb_populate_record(null::trinn.%1$I, %3$L)', m.tbl, columns,
		m.row || '{"county_id": 50}');
end $$;

-- Who asks for a change of a kind, and who approves it.
create function pg_temp.asks(change_kind text) returns text language sql as $$
	select case when change_kind = 'bank_account' then 'caseworker' else 'county_admin' end
$$;
create function pg_temp.decides(change_kind text) returns text language sql as $$
	select case change_kind when 'bank_account' then 'caseworker-b' when 'rule_param' then 'decision_maker' when 'money_move' then 'decision_maker' else 'county_admin-b' end
$$;

-- The statement together with an approval, which whoever decides on such changes gives to what another proposed.
create function pg_temp.agreed(statement text, change_kind text, change_target bigint, decided_at timestamptz default now(), state text default 'approved') returns text
	language plpgsql as $$
begin
	delete from trinn.setup_changes where id = 9100;
	insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by) overriding system value
		values (9100, 50, change_kind, 'x', '{}', t.person(pg_temp.asks(change_kind)));
	return t.trial(pg_temp.decides(change_kind), format('with change as (update trinn.setup_changes set state = %L, target_id = %s, decided_by = trinn.caller_person(), decided_at = %L
		where id = 9100) %s', state, case when state = 'approved' then change_target::text else 'null' end, decided_at, statement));
end $$;
create function pg_temp.approved(m made, change_kind text, change_target bigint, decided_at timestamptz default now(), state text default 'approved') returns text
	language sql as $$ select pg_temp.agreed(pg_temp.insertion(m), change_kind, change_target, decided_at, state) $$;

-- What a move takes is posted with it.
select t.act('decision_maker'), trinn.post('withdraw', 500, 2026, 1, 'money_move', 9001);
select t.forget();
select is(t.trial(pg_temp.decides(kind), pg_temp.insertion(made)), 'TR460', 'nobody sets up ' || tbl || ' alone') from made;
select is(pg_temp.approved(made, kind, target), '1', tbl || ' come into force with the ' || kind || ' two persons agreed on') from made;
select is(pg_temp.approved(made, kind, target + 1), 'TR460', tbl || ' not with that of another') from made;
select is(pg_temp.approved(made, 'programme', 7777), case when kind in ('rule_param', 'money_move', 'bank_account') then '42501' else 'TR460' end, tbl || ' not with another change') from made;
select is(pg_temp.approved(made, kind, target, now() - interval '1 day'), 'TR460', tbl || ' not with one agreed on before') from made;
select is(pg_temp.approved(made, kind, target, state => 'rejected'), 'TR460', tbl || ' not with one that was rejected') from made;

-- ---- who asks for which kind, and who approves it

create temp table roles_of_set_up as select k.kind, r.role from trinn.setup_kinds k, unnest('{county_admin,caseworker,decision_maker,finance,releaser}'::text[]) as r(role);
select is(t.trial(role, format($$ insert into trinn.setup_changes (county_id, kind, title, content, proposed_by) values (50, %L, 'x', '{}', trinn.caller_person()) $$, kind)),
	case when role = pg_temp.asks(kind) then '1' else 'TR460' end,
	role || ' asks for a ' || kind || ', or does not') from roles_of_set_up;
create function pg_temp.rejected(change_kind text, who text) returns text language plpgsql as $$
begin
	delete from trinn.setup_changes where id = 9100;
	insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by) overriding system value
		values (9100, 50, change_kind, 'x', '{}', t.person(pg_temp.asks(change_kind)));
	return t.trial(who, $t$ update trinn.setup_changes set state = 'rejected', decided_by = trinn.caller_person(), decided_at = now() where id = 9100 $t$);
end $$;
-- Administrators see all; others see, and so reach, what they ask for or decide on.
select is(pg_temp.rejected(kind, who), case when who = pg_temp.decides(kind) then '1' when who = 'county_admin-b' then 'TR460' else '0' end, who || ' decides on a ' || kind || ', or does not')
	from trinn.setup_kinds, unnest('{county_admin-b,caseworker-b,decision_maker,finance,releaser}'::text[]) who;

-- ---- which version of a stage graph is in force

select is(t.trial('county_admin', 'update trinn.programmes set current_version = 2 where id = 500'), 'TR460', 'nobody puts a version into force alone');
select is(pg_temp.agreed('update trinn.programmes set current_version = 2 where id = 500', 'stage_graph', 500), '1', 'two persons do');
select is(pg_temp.agreed('update trinn.programmes set current_version = 2 where id = 500', 'programme', 500), 'TR460', 'not by making the programme once more');
select is(pg_temp.agreed('update trinn.programmes set current_version = 2 where id = 500', 'stage_graph', 180), 'TR460', 'nor by a version of another');

select is(t.trial('county_admin', $$ update trinn.programmes set ends_on = '2030-12-31' where id = 500 $$), 'TR460', 'nor a programme longer alone');
select is(pg_temp.agreed($$ update trinn.programmes set ends_on = '2030-12-31' where id = 500 $$, 'programme_change', 500), '1', 'two persons make it longer');
select is(pg_temp.agreed($$ update trinn.programmes set ends_on = '2030-12-31' where id = 500 $$, 'stage_graph', 500), 'TR460', 'not by a version of its stages');

-- ---- which members a body has

select is(t.trial('county_admin', 'update trinn.bodies set current_edition = 2 where id = 100'), 'TR460', 'nobody changes who sits in a body alone');
select is(pg_temp.agreed('update trinn.bodies set current_edition = 2 where id = 100', 'body_members', 100), '1', 'two persons do');
select is(pg_temp.agreed('update trinn.bodies set current_edition = 2 where id = 100', 'body', 100), 'TR460', 'not by making the body once more');

-- ---- roles: whose a subject is, and where a role may be

create function pg_temp.assigned(subject text, named bigint, role text default 'auditor', org bigint default 1) returns text language plpgsql as $$
begin
	delete from trinn.setup_changes where id = 9100;
	insert into trinn.setup_changes (id, county_id, kind, title, content, proposed_by) overriding system value
		values (9100, 50, 'role_assignment', 'x', '{}', t.person('county_admin'));
	return t.trial('county_admin-b', format('with change as (update trinn.setup_changes set state = %L, target_id = 9001, decided_by = trinn.caller_person(),
		decided_at = now() where id = 9100) select trinn.assign_role(9001, %L)', 'approved', (select jsonb_strip_nulls(jsonb_build_object('issuer',
		'https://county.test', 'subject', subject, 'personId', named, 'personName', 'Ny', 'orgnr', o.orgnr, 'role', role, 'validFrom', '2026-01-01'))
		from trinn.organisations o where o.id = org)));
end $$;
insert into trinn.principals (issuer_id, subject, client_org_id) values (2, 'machine@entra', 1);

select is(pg_temp.assigned('new@entra', t.person('archivist')), '1', 'a new subject is of one whom the county knows');
select is(pg_temp.assigned('new@entra', null), '1', 'or of somebody new');
select is(pg_temp.assigned('new@entra', t.person('archivist-18')), 'TR403', 'not of one of another county');
select is(pg_temp.assigned('new@entra', 99999999), 'TR403', 'nor of nobody');
select is(pg_temp.assigned('caseworker@entra', t.person('caseworker')), '1', 'one that is known stays who it is');
select is(pg_temp.assigned('caseworker@entra', t.person('archivist')), 'TR403', 'and nobody else');
select is(pg_temp.assigned('machine@entra', null), 'TR403', 'a machine becomes no person');

select is(pg_temp.assigned('new@entra', null, role, 1), case kind when 'county' then '1' else '23514 role_assignments_place' end, role || ' at the county')
from trinn.roles where kind <> 'system';
select is(pg_temp.assigned('new@entra', null, role, 101), case kind when 'county' then '23514 role_assignments_place' else '1' end, role || ' at a party')
from trinn.roles where kind <> 'system';

-- ---- calls: their own line finances them first, and the shares come to the whole

insert into trinn.funding_lines select r.* from trinn.funding_lines l, jsonb_populate_record(l, '{"id": 501, "code": "samspill"}') r where l.id = 500;
create function pg_temp.financed(lines text) returns text language plpgsql as $$
declare outcome text := 'done';
begin
	begin
		insert into trinn.calls select r.* from trinn.calls c, jsonb_populate_record(c, '{"id": 9001, "code": "ny"}') r where c.id = 501;
		execute format('insert into trinn.call_lines select 50, 9001, * from (values %s) v', lines);
		set constraints all immediate;
		raise exception using errcode = 'TUNDO';
	exception
		when sqlstate 'TUNDO' then null;
		when others then outcome := sqlstate;
	end;
	return outcome;
end $$;
select is(pg_temp.financed(lines), outcome, what)
from (values ('(1, 500, 10000)', 'done', 'one line finances a call'), ('(1, 500, 6000), (2, 501, 4000)', 'done', 'or two'),
	('(1, 500, 6000), (2, 501, 3999)', 'TR500', 'to the whole'), ('(1, 501, 6000), (2, 500, 4000)', 'TR500', 'its own first'),
	('(1, 500, 6000), (3, 501, 4000)', 'TR500', 'one after another'), ('(1, 500, 6000), (2, 500, 4000)', '23505', 'each once'),
	('(1, 500, 6000), (2, 180, 4000)', '23503', 'and of its county')) v(lines, outcome, what);
select throws_ok('update trinn.call_lines set share_bp = 1 where call_id = 500', 'TR500', null, 'what finances a call stays');
select throws_ok('insert into trinn.call_lines values (50, 500, 2, 501, 1); set constraints all immediate', 'TR500', null, 'and nothing comes to it');

select * from finish();
rollback;
