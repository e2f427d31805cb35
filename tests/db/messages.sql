-- What was written stands, remarks stay the county's, and what goes with a message is its recipient's to read.
begin;
select no_plan();

select is(t.value('hub_signatory', 'select string_agg(id::text, '','' order by id) from trinn.messages'), '101,102,104', 'the applicant sees no remark');
select is(t.value('caseworker', 'select string_agg(id::text, '','' order by id) from trinn.messages where applicant_id = 101'), '101,102,103,104', 'who assesses does');
select is(t.value('attestant', 'select string_agg(id::text, '','' order by id) from trinn.messages where applicant_id = 101'), '101,102,104', 'who pays does not');
select is(t.value('hub_signatory-2', 'select count(*) from trinn.messages where applicant_id = 101'), '0', 'another applicant sees nothing');

create temp table kept (change text);
insert into kept values ('body = ''x'''), ('answer_by = ''2031-01-01'''), ('written_at = now()'), ('side = ''applicant'''), ('state = ''noted'', is_internal = true');
select throws_ok(format('update trinn.messages set %s where id = 102', change), null, null, 'what was written stands: ' || change) from kept;
select is(t.trial('hub_signatory', format($$ update trinn.messages set state = 'read', read_by = %s, read_at = now() where id = 101 $$, t.person('hub_signatory'))), '0', 'nobody reads their own');
select is(t.trial('hub_signatory', format($$ update trinn.messages set state = 'read', read_by = %s, read_at = now() where id = 102 $$, t.person('caseworker'))), 'TR500', 'nor for another');
select is(t.attempt('hub_signatory', format($$ update trinn.messages set state = 'read', read_by = %s, read_at = now() where id = 102 $$, t.person('hub_signatory'))), '1', 'the other side does');
select is(t.trial('hub_signatory', format($$ update trinn.messages set read_at = now() + interval '1 day' where id = 102 $$)), 'TR500', 'once');

create function pg_temp.write(subject text, side text, internal boolean, application bigint default 103) returns text language sql as $$
	select t.trial(subject, format('insert into trinn.messages (county_id, applicant_id, application_id, side, is_internal, state, body, written_by)
		values (50, 101, %s, %L, %L, %L, ''x'', %s)', application, side, internal, case when internal then 'noted' else 'sent' end, t.person(subject)))
$$;
select is(pg_temp.write('hub_signatory', 'applicant', false), '1', 'the applicant writes');
select is(pg_temp.write('hub_signatory', 'county', false) ~ '^42501', true, 'not as the county');
select is(pg_temp.write('hub_signatory', 'applicant', true) ~ '^23514', true, 'nor a remark');
select is(pg_temp.write('hub_signatory', 'applicant', false, 101) ~ '^42501', true, 'nor in a draft');
select is(pg_temp.write('hub_signatory-2', 'applicant', false) ~ '^42501', true, 'nor in another''s case');
select is(pg_temp.write('caseworker', 'county', true), '1', 'the county remarks');

create function pg_temp.attach(message bigint, document bigint, application bigint) returns text language sql as $$
	select t.trial('caseworker', format('insert into trinn.message_documents values (50, 101, %s, %s, %s)', application, message, document))
$$;
select is(pg_temp.attach(104, 104, 104), '23514 message_documents_fit', 'to what was written before nothing is added');
set local session_replication_role = replica;
update trinn.messages set written_at = now();
set local session_replication_role = origin;
select is(pg_temp.attach(104, 104, 104), '1', 'a clean document of the case goes with a message');
select is(pg_temp.attach(104, 105, 104), '23514 message_documents_fit', 'not one of another case');
select is(pg_temp.attach(101, 103, 103), '23514 documents_clean', 'nor one that is not clean');
-- ---- the timeline
select t.act('caseworker');
select trinn.audit('application', 104, action, 'application', 104, 'x', null) from unnest('{take,recommend,return}'::text[]) action;
select t.forget();
select is(t.value(subject, 'select string_agg(action, '','' order by seq) from trinn.timeline(104)'), told, subject || ' is told of ' || told)
from (values ('hub_signatory', 'take,recommend,return'), ('caseworker', 'take,recommend,return')) v(subject, told);
select is(t.value(subject, 'select (count(*) > 0)::text from trinn.timeline(104)'), seen, 'of a case is told to ' || subject || ': ' || seen)
from (values ('hub_signatory', 'true'), ('caseworker', 'true'), ('hub_signatory-2', 'false'), ('fagpartner', 'false')) v(subject, seen);
select is(t.value('hub_signatory', 'select count(*) from trinn.timeline(101)'), '0', 'a draft has none');
select is(t.value('hub_signatory', $$ select count(*) from trinn.timeline(104) where person_id is not null and role = 'caseworker' $$), '0', 'an applicant is not told who of the county');

select * from finish();
rollback;
