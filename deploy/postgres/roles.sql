-- The database roles of Trinn; run once per cluster by a superuser, before the first migration. Re-runnable.
-- trinn_owner   owns the schema; migrations only
-- trinn_api     the daemon's login; every table it reads is filtered by row-level security
-- trinn_jobs    the login of trinn-jobs; its own policies, no BYPASSRLS
-- trinn_definer owns the functions that see more than their caller (caller look-up, audit, ledger, keys); cannot log in
-- trinn_search  owns the search functions; cannot log in
do $$
declare r record;
begin
	for r in select * from (values ('trinn_owner', true), ('trinn_api', true), ('trinn_jobs', true),
	                               ('trinn_definer', false), ('trinn_search', false)) as t(name, login) loop
		if not exists (select from pg_roles where rolname = r.name) then
			execute format('create role %I %s nosuperuser nobypassrls', r.name, case when r.login then 'login' else 'nologin' end);
		end if;
	end loop;
end $$;
grant trinn_definer, trinn_search to trinn_owner;

-- Every statement of the daemon is short or streamed: compiling one costs more than it takes, and a worker of its own
-- for half of a report would take the processor from everybody else.
alter role trinn_api set jit = off;
alter role trinn_api set max_parallel_workers_per_gather = 0;
