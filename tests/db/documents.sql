-- A document comes in whole chunks, is settled once, is used by nobody before it is clean, and stays what it was.
begin;
select no_plan();

-- ---- chunks
select is(t.trial('hub_signatory', $$ insert into trinn.document_chunks values (50, 102, 2, 'more') $$), 'TR412', 'there is no chunk after the last');
delete from trinn.document_chunks where document_id = 102;
select is(t.trial('hub_signatory', $$ insert into trinn.document_chunks values (50, 102, 1, 'longer') $$), 'TR412', 'a chunk has its length');
select is(t.trial('hub_signatory', $$ update trinn.documents set state = 'scanning' where id = 102 $$), '23514 documents_whole', 'what is not whole is not done');
select is(t.attempt('hub_signatory', $$ insert into trinn.document_chunks values (50, 102, 1, 'pdf') $$), '1', 'the chunk that fits is taken');
select is(t.trial('hub_signatory', 'select trinn.chunks_received(102)'), '1', 'which one has come its sender knows');
select is(t.trial('hub_signatory', 'select from trinn.document_chunks where document_id = 102'), '0', 'but does not read it');
select is(t.attempt('hub_signatory', $$ update trinn.documents set state = 'scanning' where id = 102 $$), '1', 'whole it is done');
select is(t.trial('hub_signatory', $$ insert into trinn.document_chunks values (50, 102, 2, 'x') $$) ~ '^(42501|TR412)', true, 'and takes no more');
select throws_ok($$ update trinn.document_chunks set bytes = 'PDF' where document_id = 104 $$, 'TR500', null, 'a chunk stays');

-- ---- what it was it stays
create temp table kept (change text);
insert into kept values ('title = ''x'''), ('media_type = ''text/plain'''), ('size_bytes = 4'), ('sha256 = repeat(''0'', 64)'), ('uploader_id = 1');
select throws_ok(format('update trinn.documents set %s where id = 104', change), 'TR500', null, 'it is what it was: ' || change) from kept;
select is(t.trial('hub_signatory', $$ update trinn.documents set exemption = 'offl-13-trade' where id = 102 $$), 'TR500', 'exemption is the county''s to say');
select is(t.trial('caseworker', $$ update trinn.documents set exemption = 'offl-13-trade' where id = 104 $$), '1', 'who says it');

-- ---- what one side has from the other
select is(t.trial('caseworker', format($$ update trinn.documents set access = 'county' where id = %s $$, id)), '23514 documents_sent', what || ' stays the party''s to read')
from (values (104, 'what it sent'), (105, 'a letter')) sent(id, what);
select is(t.trial('caseworker', $$ update trinn.documents set access = 'party' where id = 106 $$), '1', 'what the county has within it may show');

-- ---- what is not sent
set local session_replication_role = replica;
update trinn.documents set is_unsent = true where id = 104;
set local session_replication_role = origin;
select is(t.trial(who, 'select from trinn.documents where id = 104'), n, format('a %s reads %s of it', who, n))
from (values ('caseworker', '0'), ('archivist', '0'), ('auditor', '0'), ('hub_signatory', '1'), ('hub_editor', '1')) v(who, n);
select is(t.trial('caseworker', $$ update trinn.documents set state = 'discarded' where id = 104 $$), '0', 'nor does the county take it away');
select is(t.trial('hub_signatory', $$ update trinn.documents set state = 'discarded' where id = 104 $$), '1', 'but its applicant does');
set local session_replication_role = replica;
insert into trinn.messages (id, county_id, applicant_id, application_id, side, is_internal, state, body, written_by) overriding system value
select 150, county_id, applicant_id, application_id, 'applicant', false, 'sent', 'Her er det', uploaded_by from trinn.documents where id = 104;
set local session_replication_role = origin;
insert into trinn.message_documents (county_id, applicant_id, application_id, message_id, document_id)
select county_id, applicant_id, application_id, 150, id from trinn.documents where id = 104;
select is((select is_unsent from trinn.documents where id = 104), false, 'with a message it is sent');
select throws_ok('update trinn.documents set is_unsent = true where id = 104', 'TR500', null, 'what was sent stays sent');
select is(t.trial('hub_signatory', $$ update trinn.documents set state = 'discarded' where id = 104 $$) in ('0', '23514 documents_sent'), true,
	'and is not taken away');

-- ---- fødselsnummer
set local session_replication_role = replica;
insert into trinn.documents (id, county_id, applicant_id, application_id, origin, title, media_type, size_bytes, state, uploader_id, uploaded_by, fnr_grounds)
overriding system value
select 150 + n, county_id, applicant_id, application_id, origin, title, media_type, size_bytes, 'scanning', uploader_id, uploaded_by, case n when 1 then 'lønnsslipp' end
from trinn.documents, generate_series(1, 3) n where id = 104 and county_id = 50;
insert into trinn.document_chunks select 50, 150 + n, 1, 'pdf' from generate_series(1, 3) n;
set local session_replication_role = origin;
select is((select array_agg(may_hold_fnr) from trinn.jobs_next_document(150, true)), '{t}', 'whether one may hold a number its sender has said');
select throws_ok($$ select trinn.jobs_settle_document(50, 152, 'clean', null, repeat('a', 64), 'clamd', true) $$, '23514', null, 'without grounds none is kept with one');
select is(trinn.jobs_settle_document(50, 151, 'clean', null, repeat('a', 64), 'clamd', true), true, 'with grounds it is');
select is((select exemption from trinn.documents where id = 151 and county_id = 50), 'offl-26', 'and the public is kept from it');
select is((select string_agg(distinct p.exemption, ' ') from trinn.journal_posts p join trinn.journal_documents j on j.county_id = p.county_id and j.post_id = p.id
	where j.document_id = 151 and j.county_id = 50), 'offl-26', 'as from its post');
select is((select bool_and(trinn.holds_fnr(50, j.post_id)) from trinn.journal_documents j where j.document_id = 151 and j.county_id = 50), true, 'which tells');
select is(trinn.jobs_settle_document(50, 153, 'clean', null, repeat('a', 64), 'clamd', false, 'encrypted'), true, 'what cannot be read');
select is((select state || ' ' || unread from trinn.documents where id = 153 and county_id = 50), 'clean encrypted', 'is taken and says so');
select t.forget();
select is(t.trial('caseworker', 'update trinn.documents set exemption = null where id = 151'), '23514 documents_fnr_exempt', 'it stays exempt');
select is(t.trial('caseworker', $$ update trinn.documents set exemption = 'offl-13-personal' where id = 151 $$), '1', 'by one provision or another');
select is(t.trial(who, 'select from trinn.document_chunks where document_id = 151'), seen, who || ' and what is in it')
from (values ('hub_signatory', '1'), ('caseworker', '1'), ('decision_maker', '1'), ('secretary', '1'), ('attestant', '1'), ('archivist', '1'), ('auditor', '1'),
	('programme_lead', '0'), ('steering_member', '0'), ('releaser', '0'), ('finance', '0'), ('county_admin', '0')) r(who, seen);
select is(t.trial(who, 'select from trinn.documents where id = 151'), '1', who || ' sees that it is there') from unnest('{programme_lead,finance}'::text[]) who;
select throws_ok(format('update trinn.documents set %s where id = 151', change), 'TR500', null, 'it is what it was: ' || change)
from unnest('{holds_fnr = false,unread = ''slow'',fnr_grounds = ''annet''}'::text[]) change;

-- ---- trinn-jobs
select is(t.trial(null, 'select from trinn.document_chunks', 'trinn_jobs') ~ '^42501', true, 'trinn-jobs reads no table of them');
select is((select array_agg(id) from trinn.jobs_next_document(0, true)), '{101}', 'the first that waits is next');
select is((select array_agg(id) from trinn.jobs_next_document(101, true)), '{102}', 'then the one after it');
select is((select count(*) from trinn.jobs_next_document(0, false)), 0::bigint, 'where nobody scans none is');
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)
values (50, 'documents.unscanned', 'rutine', '2026-01-01', 1, 'count', 'fylkeskommunen');
select is((select array_agg(id) from trinn.jobs_next_document(101, false)), '{102}', 'but in a county that takes them so');
select is((select count(*) from trinn.jobs_next_document(400, false)), 0::bigint, 'and in no other');
select is(trinn.jobs_chunk(50, 101, 1), 'pdf', 'it reads what it looks into');

select is(trinn.jobs_settle_document(50, 102, 'infected', 'Eicar', repeat('a', 64), 'clamd'), true, 'what is infected');
select is((select state || ' ' || finding || ' ' || sha256 from trinn.documents where id = 102 and county_id = 50), 'infected Eicar ' || repeat('a', 64), 'is told with its digest');
select is((select count(*) from trinn.document_chunks where document_id = 102), 0::bigint, 'of which nothing else is kept');
select is(trinn.jobs_settle_document(50, 102, 'clean', null, repeat('a', 64), 'clamd'), false, 'nor is it settled again');
select is((select role || ' ' || action from trinn.audit_events where object_kind = 'document' and object_id = 102 and county_id = 50 order by seq desc limit 1),
	'system infected', 'the case says so');
select is((select topic || ' ' || organisation_id from trinn.outbox where object_kind = 'document' and object_id = 102), 'document.infected 101', 'and its sender is told');
select t.forget();
update trinn.documents set registered_at = now() - interval '25 hours' where id = 103 and county_id = 50;
select is(trinn.jobs_drop_abandoned_documents(), 1::bigint, 'what nobody completes in a day');
select t.forget();
select is((select finding from trinn.documents where id = 103 and county_id = 50), 'abandoned', 'is given up');
select is_empty('select * from trinn.audit_faults(50)', 'the chains hold');

-- ---- what names documents
create table trinn.naming (county_id int, document_id bigint);
create trigger naming_clean before insert on trinn.naming for each row execute function trinn.check_clean('document_id');
select throws_ok(format('insert into trinn.naming values (50, %s)', id), '23514', null, 'what is not clean cannot be named: ' || state)
from trinn.documents where county_id = 50 and state <> 'clean';
select lives_ok('insert into trinn.naming values (50, 104), (50, null)', 'what is clean can');
select throws_ok('insert into trinn.naming values (50, 404)', '23514', null, 'another county''s cannot');

-- ---- what Trinn makes
select trinn.act_as_system(50);
create temp table made as select trinn.store_document(101, 105, 'letter', 'Vedtak.pdf', 'application/pdf', convert_to(repeat('x', 600000), 'UTF8'), 'party', null) as id;
select is((select state || ' ' || size_bytes || ' ' || sha256 from trinn.documents d join made using (id) where d.county_id = 50),
	'clean 600000 ' || encode(sha256(convert_to(repeat('x', 600000), 'UTF8')), 'hex'), 'what Trinn makes is clean');
select is((select string_agg(octet_length(bytes)::text, ' ' order by number) from trinn.document_chunks c join made on made.id = c.document_id where c.county_id = 50),
	'262144 262144 75712', 'and in chunks too');

select * from finish();
rollback;
