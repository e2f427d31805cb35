-- Functions that see more than their caller belong to trinn_definer, the searches to trinn_search. Those they stand on,
-- which take a caller's word for what to read or move, are theirs alone. Those named jobs_ are for trinn-jobs; the rest is
-- the daemon's, with which trinn-jobs could name any caller. Re-run after every migration.

do $$
declare f record;
begin
	grant create on schema trinn to trinn_definer, trinn_search;
	for f in
		select p.oid::regprocedure as name, p.prosecdef from pg_proc p where p.pronamespace = 'trinn'::regnamespace
	loop
		execute format('revoke execute on function %s from public, trinn_api, trinn_jobs, trinn_search', f.name);
		execute format('grant execute on function %s to trinn_definer', f.name);
		if f.name::text ~ '^trinn\.jobs_' then
			execute format('grant execute on function %s to trinn_jobs', f.name);
		elsif f.name::text !~ '^trinn\.(case_rows|case_digest|move_balance|add_parts|act_as_system|store_document|settle_document|add_post|attach_to_post|case_title|make_code|forget_addresses|post_record|archive_content|journal_access|kept_digest|destroy_content|destroy_case|chains_of|is_as_sealed|is_asked_of_others|destruction_faults)\(' then
			execute format('grant execute on function %s to trinn_api', f.name);
		end if;
		if f.prosecdef and f.name::text !~ '^trinn\.search_' then
			execute format('alter function %s owner to trinn_definer', f.name);
		elsif f.prosecdef then
			execute format('alter function %s owner to trinn_search', f.name);
		end if;
	end loop;
	revoke create on schema trinn from trinn_definer, trinn_search;
end $$;
