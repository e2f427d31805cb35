-- Run once by a superuser in Trinn's own database, after roles.sql and before the first migration. Re-runnable.
create extension if not exists btree_gist;
create extension if not exists btree_gin;
do $$ begin
	execute format('grant create on database %I to trinn_owner', current_database());
end $$;
