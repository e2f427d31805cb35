-- Run once by a superuser in Trinn's own database, after roles.sql and before the first migration. Re-runnable.
create extension if not exists btree_gist;
create extension if not exists btree_gin;
-- Destroying a case sets aside the triggers that keep evidence as it is: sql/migrations/0052_destruction.sql.
grant set on parameter session_replication_role to trinn_definer;
do $$ begin
	execute format('grant create on database %I to trinn_owner', current_database());
end $$;
