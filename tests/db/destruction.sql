-- What a case says is destroyed by a list that two have approved, whole or not at all, and the trail holds.
begin;
select no_plan();
insert into trinn.retention_classes (county_id, name, covers, counted_from, years, is_archived, basis) values (50, '{"nb": "x"}', 'withdrawal', 'closing', 1, false, 'x');
create function pg_temp.ends(p_id bigint, p_on date) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.applications set state = 'withdrawn', closed_on = p_on where id = p_id;
	update trinn.messages set state = 'read', read_by = written_by, read_at = now() where application_id = p_id and state = 'sent';
	set local session_replication_role = origin;
	perform t.act('caseworker'), trinn.audit('application', p_id, 'change', 'application', p_id, 'Det er grunn til det', null), t.forget();
end $$;
create function pg_temp.faults() returns text language sql as $$
	select string_agg(case_kind || ' ' || case_id || ': ' || fault, ', ' order by case_id, fault) from trinn.audit_faults(50) where case_id <> 500
$$;
-- ---- a closed list
select is_empty($$ with recursive of_case(tbl) as (
		select a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid
		where c.relnamespace = 'trinn'::regnamespace and c.relkind = 'r' and a.attname = 'application_id' and not a.attisdropped
		union select k.conrelid from pg_constraint k join of_case p on k.confrelid = p.tbl where k.contype = 'f')
	select c.relname from of_case o join pg_class c on c.oid = o.tbl where c.relname not in (select t.tbl from trinn.case_tables t)
		and c.relname not in ('address_codes', 'address_tries') $$, -- of a person, and by an e-mail of no case
	'whatever hangs on a case is kept or destroyed with it: a new table goes into case_tables');
select set_eq($$ select k.tbl, k.col from trinn.case_columns k $$, $$ select c.table_name::text, c.column_name::text from information_schema.columns c
	join trinn.case_tables t on t.tbl = c.table_name and not t.is_deleted where c.table_schema = 'trinn' $$,
	'each column of it is kept on a ground or destroyed: a new one goes into case_columns');
select is_empty($$ select k.tbl, k.col from trinn.case_columns k where k.ground is null and k.leaves is null
	and k.col not in ('state', 'version', 'destroyed_on') $$, 'with something in its place');
create temp table whole as select trinn.kept_digest(50, 104) as kept;
savepoint whole;
set local session_replication_role = replica;
select trinn.act_as_system(50), trinn.destroy_content(50, 104), t.forget();
select is((select trinn.kept_digest(50, 104)), (select kept from whole), 'whatever a case has, what is kept of it is what it was');
rollback to whole;

select pg_temp.ends(103, '2020-01-01'), pg_temp.ends(101, '2020-01-01');
select is(pg_temp.faults(), null, 'the chains hold before');
create function pg_temp.list(p_id bigint, cases bigint[]) returns void language plpgsql as $$
begin
	perform t.act('archivist');
	insert into trinn.destructions (id, county_id, reason, proposed_by) overriding system value values (p_id, 50, 'x', trinn.caller_person());
	insert into trinn.destruction_items (county_id, destruction_id, number, applicant_id, application_id, class_id, keep_until)
	select 50, p_id, c.n, a.applicant_id, a.id, r.class_id, r.keep_until
	from unnest(cases) with ordinality c(id, n) join trinn.applications a on a.id = c.id, lateral trinn.retention_of(a) r;
	perform trinn.new_guard('destruction', p_id), trinn.audit('destruction', p_id, 'propose', 'destruction', p_id, null, null), t.forget();
end $$;
select pg_temp.list(9001, '{101,103}');
set constraints all immediate;
set constraints all deferred;
select is((select count(*) from trinn.jobs_destroy_next()), 0::bigint, 'what is proposed is not destroyed');
select is(t.trial('archivist', $$ update trinn.destructions set state = 'approved', decided_by = trinn.caller_person(), decided_at = now(), decision = 'x' where id = 9001 $$),
	'23514 destructions_two_persons', 'nor approved by who proposed it');
select is(t.trial('county_admin', $$ update trinn.destructions set state = 'approved' where id = 9001 $$), '0', 'nor by another role');
select is(t.trial('archivist', $$ update trinn.destruction_items set state = 'destroyed' where destruction_id = 9001 $$), 'TR460', 'nobody says that something is destroyed');
select is(t.trial(subject, 'update trinn.applications set destroyed_on = trinn.today() where id = 103') ~ '^42501', true, subject || ' destroys nothing by hand')
from unnest('{archivist,caseworker,hub_signatory}'::text[]) subject;
select is(t.trial(subject, $$ select set_config('session_replication_role', 'replica', true) $$), '42501', subject || ' sets no trigger aside')
from unnest('{archivist,caseworker,hub_signatory}'::text[]) subject;
set local session_replication_role = replica;
update trinn.destructions set state = 'approved', decided_by = t.person('auditor'), decided_at = now(), decision = 'x' where id = 9001;
set local session_replication_role = origin;
select t.act('archivist'), trinn.audit('destruction', 9001, 'decide', 'destruction', 9001, null, null), t.forget();

-- ---- what stands in the way by then
create temp table before as select trinn.kept_digest(50, 103) as kept, trinn.case_digest(50, 'application', 103) as had,
	(select json_agg(b order by b.account, b.funding_line_id, b.year)::text from trinn.balances b) as balances;
insert into trinn.legal_holds (id, county_id, applicant_id, application_id, reason, asked_by) overriding system value values (9001, 50, 101, 101, 'x', t.person('archivist'));
select t.act('archivist'), trinn.new_guard('legal_hold', 9001), trinn.audit('legal_hold', 9001, 'place', 'legal_hold', 9001, null, null), t.forget();
select is((select application_id || ' ' || outcome from trinn.jobs_destroy_next()), '101 spared', 'one that is held by then is spared');
select is((select obstacles from trinn.destruction_items where destruction_id = 9001 and number = 1), '{held}', 'and is told why');
select t.forget();
savepoint altered;
set local session_replication_role = replica;
update trinn.messages set body = 'Noe annet' where application_id = 103;
set local session_replication_role = origin;
select is((select outcome from trinn.jobs_destroy_next()), 'spared', 'one that is not what its trail says is not destroyed');
select is((select obstacles from trinn.destruction_items where destruction_id = 9001 and number = 2), '{altered}', 'so that nobody covers it by that');
rollback to altered;

-- ---- what fails holds up none of those behind it
set local client_min_messages = error;
savepoint failed;
alter table trinn.applications add constraint fails check (destroyed_on is null) not valid;
select is((select outcome from trinn.jobs_destroy_next()), 'spared', 'one that a fault stops is spared');
select is((select obstacles from trinn.destruction_items where destruction_id = 9001 and number = 2), '{failed}', 'and that is told');
select is((select trinn.case_digest(50, 'application', 103)), (select had from before), 'with all that it was');
select is(current_setting('session_replication_role'), 'origin', 'and triggers stand');
rollback to failed;
select t.forget();

-- ---- whole or not at all
savepoint cut;
create function pg_temp.cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$;
create trigger cut before update on trinn.destruction_items for each row execute function pg_temp.cut();
select throws_ok('select * from trinn.jobs_destroy_next()', 'P0001', 'cut', 'a run that is cut off');
select is((select trinn.case_digest(50, 'application', 103)), (select had from before), 'has destroyed nothing');
select is(current_setting('session_replication_role'), 'origin', 'and triggers stand');
rollback to cut;
set local client_min_messages = warning;
select t.forget();

-- ---- destroyed
select is((select application_id || ' ' || outcome from trinn.jobs_destroy_next()), '103 destroyed', 'one that nothing keeps is');
select t.forget();
select is((select count(*) from trinn.jobs_destroy_next()), 0::bigint, 'then none waits');
select is((select state from trinn.destructions where id = 9001), 'done', 'and the list is done');
select is(pg_temp.faults(), null, 'the chains hold after');
select is((select trinn.kept_digest(50, 103)), (select kept from before), 'what was kept is what it was');
select is((select had_digest from trinn.destruction_items where destruction_id = 9001 and number = 2), (select had from before), 'and what the case was is told');
select is((select json_agg(b order by b.account, b.funding_line_id, b.year)::text from trinn.balances b), (select balances from before), 'no balance changed');
select is((select case_number is not null and destroyed_on = trinn.today() and state = 'withdrawn' and answers::text = '{}' and costs::text = '[]' from trinn.applications where id = 103),
	true, 'number and outcome are left, and nothing of what it said');
select is((select count(*) from trinn.submissions where application_id = 103 and content = '{}' and sha256 is not null), (select count(*) from trinn.submissions where application_id = 103),
	'of submissions the digest');
select is((select string_agg(distinct body, ' ') from trinn.messages where application_id = 103), '[kassert]', 'messages');
select is((select count(*) from trinn.audit_events where case_kind = 'application' and case_id = 103 and (reason is not null or reason_salt is not null)), 0::bigint,
	'reasons in the trail');
select is((select count(*) from trinn.audit_events where case_kind = 'application' and case_id = 103 and reason_seal is not null) > 0, true, 'of which the seal is left');
select is((select count(*) from trinn.document_chunks c join trinn.documents d on d.county_id = c.county_id and d.id = c.document_id where d.application_id = 103), 0::bigint, 'documents');
select is((select count(*) from trinn.case_words where application_id = 103), 0::bigint, 'it is found by nothing');
select throws_ok($$ select t.act('caseworker'), trinn.audit('application', 103, 'change', 'application', 103, null, null) $$, 'TR410', null, 'nothing more is done in it');
select is((select count(*) from trinn.chains_of(50, 103) c join trinn.guards g on g.county_id = 50 and g.kind = c.kind and g.id = c.id
	where (g.version < 0) = (c.kind = 'access_request')), 0::bigint, 'every guard of it is shut, but that of a request for access, which may be of other cases too');
select t.forget();

-- ---- found out
savepoint rest;
set local session_replication_role = replica;
update trinn.applications set applied_ore = 1 where id = 103;
set local session_replication_role = origin;
select is(pg_temp.faults(), 'application 103: rest of a destroyed case altered, application 103: rows of the case altered', 'who changes what was kept');
rollback to rest;
set local session_replication_role = replica;
update trinn.audit_events set reason = null, reason_salt = null where county_id = 50 and case_kind = 'application' and case_id = 101;
set local session_replication_role = origin;
select is(pg_temp.faults(), 'application 101: reason of a step removed', 'who takes away a reason of a case that is not destroyed');
rollback to rest;
set local session_replication_role = replica;
update trinn.audit_events set reason = 'En annen' where county_id = 50 and case_kind = 'application' and case_id = 101 and reason is not null;
set local session_replication_role = origin;
select is(pg_temp.faults(), 'application 101: audit row altered', 'who words it otherwise');
rollback to rest;
set local session_replication_role = replica;
update trinn.applications set destroyed_on = trinn.today(), answers = '{}' where id = 105;
set local session_replication_role = origin;
select is(pg_temp.faults(), 'application 105: destroyed by no list, application 105: rows of the case altered', 'who destroys outside a list');
rollback to rest;
set local session_replication_role = replica;
delete from trinn.destruction_items where destruction_id = 9001;
set local session_replication_role = origin;
select is(pg_temp.faults() ~ 'application 103: destroyed by no list.*destruction 9001: rows of the case altered', true, 'who removes what tells of it');
select * from finish();
rollback;
