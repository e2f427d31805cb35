-- What holds for every table, view and function of the schema, also for those of tomorrow.
begin;
select no_plan();

create temp view tables as
	select oid, relname::text as name, relrowsecurity, relforcerowsecurity from pg_class where relnamespace = 'trinn'::regnamespace and relkind in ('r', 'p');
create temp view functions as
	select p.oid::regprocedure::text as name, r.rolname::text as owner, p.* from pg_proc p join pg_roles r on r.oid = p.proowner where p.pronamespace = 'trinn'::regnamespace;

-- ---- tables

select is_empty($$ select name from tables where not (relrowsecurity and relforcerowsecurity) $$, 'every table has row-level security, forced');
select is_empty($$ select t.typname from pg_type t where t.typtype = 'e' and t.typnamespace = 'trinn'::regnamespace $$,
	'there is no enum: comparing one is not leakproof and loses indexes under policies');

-- Those without a county. Anything else belongs to one.
create temp table global_tables (name text);
insert into global_tables select unnest('{
	organisations,counties,persons,roles,issuers,issuer_keys,principals,callers,transitions,retention_obstacles,
	kept_grounds,case_tables,case_columns,ledger_accounts,posting_kinds,setup_kinds,competences,county_figures,rule_params,instruments,
	notice_texts,media_types,scan_advice,schema_versions,municipalities,firms_by_municipality,firms_by_industry,firms_by_size,
	all_firms_by_size,published_totals,condition_kinds,amendment_kinds,hearing_grounds,reversal_grounds,notification_kinds,
	document_types,exemptions,mail_pause,party_exemptions,letter_kinds,letter_texts,letter_items}'::text[]);

select is_empty($$ select name from global_tables except select name from tables $$, 'every table listed as global exists');
select is_empty($$
	select name from tables where name not in (select name from global_tables) and not exists (
		select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
		where i.indrelid = tables.oid and i.indisunique and i.indpred is null and a.attname = 'county_id' and a.attnotnull)
$$, 'every other table has a key that begins with its county');
select is_empty($$
	select c.conrelid::regclass, c.conname from pg_constraint c
	where c.contype = 'f' and c.connamespace = 'trinn'::regnamespace
		and c.confrelid::regclass::text not in (select 'trinn.' || name from global_tables)
		and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[1] and a.attname = 'county_id')
$$, 'a foreign key to a table of a county carries the county');
select is_empty($$
	select c.conrelid::regclass, c.conname from pg_constraint c
	where c.contype = 'f' and c.connamespace = 'trinn'::regnamespace
		and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'applicant_id')
		and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'applicant_id')
		and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[2] and a.attname = 'applicant_id')
$$, 'a foreign key between tables of an applicant carries the applicant');

-- ---- views

select is_empty($$
	select relname from pg_class where relnamespace = 'trinn'::regnamespace and relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
$$, 'every view reads as its caller');
select is_empty($$ select relname from pg_class where relnamespace = 'trinn'::regnamespace and relkind = 'm' $$, 'there is no materialised view, which no policy guards');

-- ---- policies and privileges

select is_empty($$ select tablename, policyname from pg_policies where schemaname = 'trinn' and (coalesce(qual, '') || coalesce(with_check, '')) ~* '\mfrom\M' $$,
	'no policy reads a table: what a row shows of itself decides');
select is_empty($$ select tablename, policyname from pg_policies where schemaname = 'trinn' and 'public' = any (roles) $$, 'no policy is for everybody');
select is_empty($$
	select c.relname, a.grantee::regrole, a.privilege_type from pg_class c, aclexplode(c.relacl) a
	where c.relnamespace = 'trinn'::regnamespace and c.relkind in ('r', 'p', 'v')
		and (a.grantee = 0 or a.grantee in ('trinn_api'::regrole, 'trinn_jobs'::regrole, 'trinn_search'::regrole)
			and a.privilege_type not in ('SELECT', 'INSERT', 'DELETE', 'UPDATE'))
$$, 'no login may truncate, reference or put a trigger on a table');
select set_eq($$
	select rolname::text, rolcanlogin from pg_roles where rolname like 'trinn%' and not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
$$, $$ values ('trinn_api', true), ('trinn_definer', false), ('trinn_jobs', true), ('trinn_owner', true), ('trinn_search', false) $$,
	'no role of Trinn passes row-level security by, and definers cannot log in');
select is_empty($$ select member::regrole from pg_auth_members where roleid::regrole::text like 'trinn%' and member::regrole::text <> 'trinn_owner' $$,
	'nobody but the owner is a member of another role');

-- Which columns the daemon may ever change, by hand.
create temp table changeable (table_name text, columns text);
insert into changeable values
	('setup_changes', 'decided_at decided_by reason state target_id version'),
	('programmes', 'current_version digital_parts ends_on green_parts name purpose starts_on state version'),
	('funding_lines', 'state version'),
	('calls', 'closed_on evaluation form_version state version'),
	('forms', 'decided_at decided_by refusal state'),
	('application_partners', 'confirmed_by confirmed_on document_id reason signed_by state version'),
	('late_submissions', 'appeal_body appeal_deadline body decided_by decided_on grounds recommended_by rule_params state submit_by version'),
	('criteria', 'state version'),
	('evaluations', 'consolidation_id state version'),
	('assessors', 'release_reason released_by state'),
	('score_sheets', 'scored_at scores total_bp'),
	('grant_settlements', 'return_reason settled_at settled_by state'),
	('reversals', 'new_decision_id reason settled_at settled_by state version'),
	('mailings', 'how noted_at noted_by on_day state'),
	('hearings', 'answer_by answered_at answered_by comment state version weighed_at weighed_by weighing'),
	('amendments', 'appeal_by body decision_id departure_grounds granted_moves granted_ore granted_until grounds prepared_by settled_at settled_by state version'),
	('appeals', 'comment comment_by commented_at commented_by costs_claimed_by costs_claimed_on costs_grounds costs_ore settled_on state stay_grounds version'),
	('appeal_proposals', 'appeal_by decision_id reason settled_at settled_by state'),
	('applications', 'answers applied_ore carried_from case_number caseworker_id costs ends_on fagpartnere finance firms form_version new_content not_carried return_by return_reason starts_on state submitted_at submitted_by title track_id version'),
	('tracks', 'state title trade version'),
	('grants', 'accept_by accepted_at accepted_by end_reason ended_at ended_by ends_on remaining_ore state version'),
	('claims', 'approved_ore attested_by released_by review_reason reviewed_by state version'),
	('grant_parts', 'remaining_ore'), ('claim_parts', 'approved_ore'),
	('copayments', 'aid_checked_by aid_ore aid_refusal aid_refused_by declared_aid declared_by declared_on declared_reason due_on forgone_ore invoiced_on kid open_ore refund_asked_by refund_ore reminders settled_aid_ore settled_reason settled_service_ore state version'),
	('copayment_reliefs', 'aid_checked_by aid_ore aid_refusal aid_refused_by decided_by refusal state version'),
	('bank_entries', 'copayment_id is_tied reason reverses_id state version why'),
	('payments', 'bank_reference confirmed_by list_id paid_on registered_by state version'),
	('memberships', 'member_to version'),
	('contacts', 'channel is_void note on_day reason version'),
	('handovers', 'answered_by consent_by consent_on consented_by decline_reason state version'),
	('assessments', 'answered_by answers digital_strategy_written dimensions green_strategy_written held_on session_id state version'),
	('cohorts', 'capacity ends_on starts_on state title trade version'),
	('cohort_firms', 'joined_on left_on round'),
	('networks', 'description state title trade version'),
	('sessions', 'changed_at delivered_by ends_at engagement_id firm_id held_minutes kind link partner_id place planned_minutes reopenings starts_at state theme title version'),
	('attendances', 'head_count'),
	('feedback', 'comment given_at score'),
	('calendar_feeds', 'revoked_on version'),
	('projects', 'goal is_research_pilot state technology theme title version'),
	('project_firms', 'replaced_on'),
	('project_invitations', 'consent_by consent_on consented_by decline_reason state version'),
	('onward_applications', 'answered_on applied_ore firm_application_id granted_ore outcome reason sent_on sent_to sent_to_name'),
	('results', 'cost_ore done found story story_consent_by story_consent_on story_withdrawn_on theme version'),
	('partner_invoices', 'credit_note credited_by credited_on number'),
	('progress_reports', 'content decided_by due_again_on return_reason state submitted_at submitted_by version withdraw_reason'),
	('samplings', 'state version'),
	('sampling_answers', 'reason settled_by settled_on state'),
	('sampled_cases', 'asked_on closed_on finding follow_up follow_up_by followed reason severity'),
	('fagpartnere', 'competences contact description kind state version'),
	('engagements', 'agreed_by agreed_note former_relations is_related relation state version'),
	('hours', 'confirmed_by confirmed_minutes delivered_by delivered_minutes delivered_on dispute freed_minutes invoice_number moved_minutes session_id state version'),
	('enrolments', 'digitally_ready explained_to_firm explanation programme_version reason recommended_by recommended_grounds recommended_stage round stage state version waiting_since'),
	('bodies', 'current_edition version'),
	('meetings', 'agenda is_changed number opened_at place presided_by reason starts_at state version'),
	('meeting_items', 'reason state'),
	('attendees', 'is_present noted_by'),
	('proposals', 'by_hands presided_by reason state tally'),
	('minutes', 'approved_at approved_by state'),
	('gate_waivers', 'decided_by decision state version'),
	('decision_conditions', 'confirmed_by document_id lifted_by met_at report reported_at reported_by return_reason state version waived_by waiver_asked_at waiver_asked_by waiver_reason'),
	('disqualifications', 'settled_at settled_by settlement state version'),
	('deliverables', 'accepted_by delivered_by delivered_on description returns state title version'),
	('saved_filters', 'discarded_on is_shared name operation query version'),
	('standins', 'ended_by ends_on version'),
	('destructions', 'decided_at decided_by decision state version'), ('destruction_items', 'state'),
	('legal_holds', 'lift_asked_at lift_asked_by lift_reason lifted_at lifted_by settled_at settled_by settlement state version'),
	('messages', 'read_at read_by state version'),
	('notification_settings', 'address asked_address by_email language version'), ('notifications', 'read_at'), ('deliveries', 'note settled_at settled_by state version'),
	('documents', 'access exemption state version');
insert into changeable values ('access_requests', 'readable_until revoked_files revoked_on state version'),
	('access_items', 'due_on extended_reason state version'), ('archive_messages', 'attempts next_attempt_at state version'),
	('journal_posts', 'checked_at checked_by document_date document_type exemption post_type public_title revised_reason state title version');
select set_eq($$
	select table_name::text, string_agg(column_name, ' ' order by column_name collate "C") from information_schema.column_privileges
	where table_schema = 'trinn' and grantee = 'trinn_api' and privilege_type = 'UPDATE' group by table_name
$$, $$ select * from changeable $$, 'the daemon may change these columns and no other');

-- ---- functions

select is_empty($$ select name from functions where prosecdef and not coalesce(array_to_string(proconfig, ',') ~ '^search_path=pg_catalog, trinn, pg_temp(,|$)', false) $$,
	'every definer function pins its search path, with pg_temp last');
select is_empty($$ select name, owner from functions where prosecdef and owner not in ('trinn_definer', 'trinn_search') $$,
	'every definer function belongs to a role without login');
select is_empty($$ select name, owner from functions where not prosecdef and owner <> 'trinn_owner' $$, 'every other function belongs to the owner');
select is_empty($$ select name from functions where proacl is null or exists (select from aclexplode(proacl) where grantee = 0) $$, 'no function is for everybody');
select is_empty($$
	select name from functions where name ~ '^trinn\.(case_rows|case_digest|move_balance|act_as_system|store_document|settle_document)\(' and exists (
		select from unnest('{trinn_api,trinn_jobs,trinn_search}'::text[]) r where has_function_privilege(r, functions.oid, 'execute'))
$$, 'what reads or moves at a caller''s word is for definer functions only');

select is_empty($$
	select name, r from functions, unnest('{trinn_jobs,trinn_search}'::text[]) r where owner <> r and has_function_privilege(r, functions.oid, 'execute')
		and (name !~ '^trinn\.jobs_' or r <> 'trinn_jobs')
$$, 'only the daemon names a caller and acts for it');
select is_empty($$ select name from functions where name ~ '^trinn\.jobs_' and has_function_privilege('trinn_api', functions.oid, 'execute') $$,
	'what trinn-jobs does at its own word is not the daemon''s');

select * from finish();
rollback;
