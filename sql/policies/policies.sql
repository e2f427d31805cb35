-- Row-level security: who sees and changes which rows, whatever the daemon forgets. Re-run after every migration.
-- Default deny: a table that is not named here is closed, and tests/db/matrix.csv says by hand what must come out.
-- Predicates compare columns with settings of the segment. Written plainly they cost 0.1 µs a row each; in a sub-select, which PostgreSQL evaluates
-- once a statement, they cost 6 µs a statement each. So only the tables that reports read by the hundred thousand have them in sub-selects.
-- trinn_api never writes guards, audit_events, postings, balances, idempotency_keys, number_series: functions of trinn_definer do.

do $$
declare
	county constant text := 'county_id = trinn.caller_county()';
	staff constant text := county || ' and trinn.caller_kind() = ''county''';
	-- Who works on cases: not the steering group, which sees what is on an agenda, nor the administrator, who sees the set-up.
	cases constant text := staff || ' and trinn.caller_role() = any (''{caseworker,decision_maker,programme_lead,secretary,attestant,releaser,'
		|| 'finance,archivist,auditor}'')';
	-- Administrators put the money into the ledger, who decides must know what is left, and a report of payments is their postings.
	accounting constant text := 'trinn.caller_role() = any (''{finance,county_admin,auditor}'')';
	balances constant text := staff || ' and (' || accounting || ' or trinn.caller_role() = any (''{caseworker,decision_maker,secretary,programme_lead}''))';
	ledger constant text := staff || ' and (' || accounting || ' or kind = ''pay'' and trinn.caller_role() = any (''{programme_lead,releaser}''))';
	-- The county's own thoughts on a case are no part of its money.
	assessing constant text := staff || ' and trinn.caller_role() = any (''{caseworker,decision_maker,programme_lead,secretary,archivist,auditor}'')';
	paying constant text := staff || ' and trinn.caller_role() = any (''{attestant,releaser,finance,auditor}'')';
	sending constant text := staff || ' and trinn.caller_role() = any (''{releaser,finance,auditor}'')';
	outside constant text := 'trinn.caller_kind() in (''hub'', ''firm'')';
	owner constant text := county || ' and applicant_id = trinn.caller_org() and ' || outside;
	party constant text := '(' || cases || ' or ' || owner || ')';
	scanned constant text[] := '{payments,postings,balances,claims,grants}';
	anyone constant text := 'trinn.caller_county() is not null';
	r record;
	role_in text;
	t text;
begin
	for r in select c.relname from pg_class c where c.relnamespace = 'trinn'::regnamespace and c.relkind in ('r', 'v') loop
		execute format('revoke all on trinn.%I from public, trinn_api, trinn_jobs, trinn_search', r.relname);
	end loop;
	for r in select p.polname, c.relname from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'trinn'::regnamespace loop
		execute format('drop policy %I on trinn.%I', r.polname, r.relname);
	end loop;
	for r in select c.relname from pg_class c where c.relnamespace = 'trinn'::regnamespace and c.relkind = 'r' loop
		execute format('alter table trinn.%I enable row level security', r.relname);
		execute format('alter table trinn.%I force row level security', r.relname);
		execute format('create policy migrations on trinn.%I to trinn_owner using (true)', r.relname);
		execute format('grant select, insert, update on trinn.%I to trinn_definer', r.relname);
		execute format('create policy functions on trinn.%I to trinn_definer using (true)', r.relname);
	end loop;

	for r in select * from (values
		-- table, who reads, who inserts (roles, rows), who updates (roles, columns), who deletes (roles)
		('organisations', anyone, null, null, null, null, null),
		('counties', anyone, null, null, null, null, null),
		('roles', 'true', null, null, null, null, null),
		('transitions', 'true', null, null, null, null, null),
		('posting_kinds', 'true', null, null, null, null, null),
		('schema_versions', 'true', null, null, null, null, null),
		('municipalities', 'true', null, null, null, null, null),
		('firms_by_municipality', 'true', null, null, null, null, null),
		('firms_by_industry', 'true', null, null, null, null, null),
		('firms_by_size', 'true', null, null, null, null, null),
		('all_firms_by_size', 'true', null, null, null, null, null),
		('published_totals', 'true', null, null, null, null, null),
		('issuers', 'true', null, null, null, null, null),
		('issuer_keys', 'true', null, null, null, null, null),
		('persons', 'id = trinn.caller_person() or trinn.caller_kind() = ''county'' and trinn.person_known(id)',
			'county_admin', anyone, null, null, null),
		('principals', null, 'county_admin', anyone || ' and (person_id is null or not trinn.person_elsewhere(person_id))', null, null, null),
		('role_assignments', county || ' and (trinn.caller_role() in (''county_admin'', ''auditor'') or person_id = trinn.caller_person()'
			|| ' or principal_id = trinn.caller_principal())', 'county_admin', county, null, null, null),
		('rule_params', '(county_id is null or ' || county || ') and ' || anyone, 'county_admin', county, null, null, null),
		('guards', county || ' and (organisation_id is null or organisation_id = trinn.caller_org() or trinn.caller_kind() = ''county'')', null, null, null, null, null),
		('setup_changes', staff || ' and trinn.caller_role() in (''county_admin'', ''auditor'')', 'county_admin', county || ' and state = ''proposed''',
			'county_admin', 'state, target_id, decided_by, decided_at, reason, version', null),
		('programmes', county, 'county_admin', county, 'county_admin', 'state, current_version, version', null),
		('stages', county, 'county_admin', county, null, null, null),
		('stage_gates', county, 'county_admin', county, null, null, null),
		('legal_bases', county, 'county_admin', county, null, null, null),
		('funding_lines', county, 'county_admin', county, 'county_admin', 'state, version', null),
		('cost_groups', county, 'county_admin', county, null, null, null),
		('authorities', staff, 'county_admin', county, null, null, null),
		('appropriations', staff, 'county_admin', county, null, null, null),
		('bank_accounts', '(' || paying || ' or ' || county || ' and (trinn.caller_role() = ''county_admin'' or organisation_id = trinn.caller_org()))',
			'county_admin', county, null, null, null),
		('calls', county || ' and (state <> ''planned'' or trinn.caller_kind() = ''county'')', 'caseworker', county || ' and state = ''planned''', 'caseworker', 'state, version', null),
		('forms', county, 'caseworker', county, null, null, null),
		('tracks', party, 'hub_editor,hub_signatory', owner, null, null, null),
		('applications', '(' || cases || ' and state <> ''draft'' or ' || owner || ')', 'hub_editor,hub_signatory,firm', owner || ' and state = ''draft''',
			'hub_editor,hub_signatory,firm,caseworker,decision_maker,secretary', 'track_id, case_number, title, state, answers, starts_on, ends_on,
			firms, fagpartnere, costs, finance, applied_ore, submitted_by, submitted_at, caseworker_id, return_reason, return_by, version', null),
		('submissions', party, 'hub_signatory,firm', owner, null, null, null),
		('recommendations', assessing, 'caseworker', staff, null, null, null),
		('decisions', party, 'decision_maker,secretary', staff, null, null, null),
		('grants', party, 'decision_maker,secretary', staff || ' and state = ''offered''', 'hub_editor,hub_signatory,firm,caseworker,releaser',
			'state, remaining_ore, accepted_by, accepted_at, version', null),
		('grant_costs', party, 'decision_maker,secretary', staff, null, null, null),
		('claims', party, 'hub_signatory,firm', owner || ' and state = ''submitted''', 'caseworker,attestant,releaser',
			'state, approved_ore, review_reason, reviewed_by, attested_by, released_by, version', null),
		('claim_costs', party, 'hub_signatory,firm', owner, null, null, null),
		('payment_lists', sending, 'finance', staff, null, null, null),
		('payments', party, 'releaser', staff || ' and state = ''queued''', 'finance',
			'state, list_id, bank_reference, paid_on, registered_by, confirmed_by, paid_posting_id, version', null),
		('postings', ledger, null, null, null, null, null),
		('balances', balances, null, null, null, null, null),
		('audit_events', '(' || assessing || ' and not draft or ' || staff || ' and trinn.caller_role() = ''county_admin'' and '
			|| 'case_kind <> all (''{application,track,payment_list}''))', null, null, null, null, null),
		('outbox', null, null, county, null, null, null)
	) as t(tbl, reads, insert_roles, insert_rows, update_roles, update_columns, delete_roles) loop
		if r.tbl = any (scanned) then
			r.reads := regexp_replace(r.reads, 'trinn\.caller_\w+\(\)', '(select \&)', 'g');
		end if;
		if r.reads is not null then
			execute format('grant select on trinn.%I to trinn_api', r.tbl);
			execute format('create policy reads on trinn.%I for select to trinn_api using (%s)', r.tbl, r.reads);
		end if;
		if r.insert_rows is not null then
			role_in := case when r.insert_roles is null then anyone
				else format('trinn.caller_role() = any (%L)', '{' || r.insert_roles || '}') end;
			execute format('grant insert on trinn.%I to trinn_api', r.tbl);
			execute format('create policy inserts on trinn.%I for insert to trinn_api with check (%s and %s)', r.tbl, r.insert_rows, role_in);
		end if;
		if r.update_roles is not null then
			execute format('grant update (%s) on trinn.%I to trinn_api', r.update_columns, r.tbl);
			execute format('create policy updates on trinn.%I for update to trinn_api using (%s and trinn.caller_role() = any (%L))',
				r.tbl, r.reads, '{' || r.update_roles || '}');
		end if;
		if r.delete_roles is not null then
			execute format('grant delete on trinn.%I to trinn_api', r.tbl);
			execute format('create policy deletes on trinn.%I for delete to trinn_api using (%s and trinn.caller_role() = any (%L))',
				r.tbl, r.reads, '{' || r.delete_roles || '}');
		end if;
	end loop;
	grant select on trinn.ledger_entries, trinn.ledger_faults to trinn_api;
	grant usage on all sequences in schema trinn to trinn_api, trinn_definer;

	-- The search functions read the register whole.
	grant select on trinn.organisations to trinn_search;
	create policy search on trinn.organisations for select to trinn_search using (true);

	-- trinn-jobs: keys of issuers, and the outbox it empties.
	grant select on trinn.issuers, trinn.issuer_keys, trinn.schema_versions, trinn.outbox to trinn_jobs;
	grant insert, update on trinn.issuer_keys to trinn_jobs;
	grant update (refresh_asked_at) on trinn.issuers to trinn_jobs;
	grant update (delivered_at) on trinn.outbox to trinn_jobs;
	create policy jobs on trinn.issuers to trinn_jobs using (true);
	create policy jobs on trinn.issuer_keys to trinn_jobs using (true);
	create policy jobs on trinn.outbox to trinn_jobs using (true);
	create policy jobs on trinn.schema_versions for select to trinn_jobs using (true);
end $$;

-- Functions that see more than their caller belong to trinn_definer. Those they stand on, which take a caller's word for what to read or move, are theirs alone.
do $$
declare f record;
begin
	grant create on schema trinn to trinn_definer, trinn_search;
	for f in select p.oid::regprocedure as name, p.prosecdef from pg_proc p where p.pronamespace = 'trinn'::regnamespace loop
		execute format('revoke execute on function %s from public, trinn_api, trinn_jobs, trinn_search', f.name);
		execute format('grant execute on function %s to trinn_definer', f.name);
		if f.name::text !~ '^trinn\.(case_rows|case_digest|move_balance)\(' then
			execute format('grant execute on function %s to trinn_api, trinn_jobs, trinn_search', f.name);
		end if;
		if f.prosecdef and f.name::text !~ '^trinn\.search_' then
			execute format('alter function %s owner to trinn_definer', f.name);
		elsif f.prosecdef then
			execute format('alter function %s owner to trinn_search', f.name);
		end if;
	end loop;
	revoke create on schema trinn from trinn_definer, trinn_search;
end $$;
