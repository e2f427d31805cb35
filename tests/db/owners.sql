-- What belongs together belongs to one applicant of one county: foreign keys, which row-level security does not see, cannot cross owners.
begin;
select no_plan();

-- A row of each table, what makes a copy of it a row of its own, and nothing else.
create temp table copies (tbl text, filter text, fresh jsonb);
insert into copies values
	('applications', 'x.id = 104', '{"id": 9001, "case_number": "x"}'),
	('case_words', 'x.application_id = 104', '{"application_id": 105}'),
	('messages', 'x.id = 102', '{"id": 9001}'),
	('message_documents', 'x.message_id = 102', '{"message_id": 104}'),
	('application_drafts', 'x.application_id = 102', '{"application_id": 104}'),
	('application_partners', 'x.id = 104', '{"id": 9001, "state": "removed"}'),
	('submissions', 'x.application_id = 104', '{"number": 9}'),
	('recommendations', 'x.id = 104', '{"id": 9001, "number": 9}'),
	('assurances', 'x.application_id = 104', '{"recommendation": 8}'),
	('decisions', 'x.id = 104', '{"id": 9001, "number": 2, "cause": "reversal", "replaces_id": 104}'),
	('decision_overlaps', 'x.decision_id = 104', '{"decision_id": 9001}'),
	('decision_conditions', 'x.id = 104', '{"id": 9001, "number": 9}'),
	('grants', 'x.id = 104', '{"id": 9001, "decision_id": 9001}'),
	('grant_parts', 'x.grant_id = 104 and x.position = 1', '{"position": 8, "year": 2032}'),
	('grant_partners', 'x.grant_id = 104', '{"organisation_id": 102, "orgnr": "910000102"}'),
	('grant_costs', 'x.grant_id = 104 and x.cost_group = ''workshops''', '{"cost_group": "travel"}'),
	('grant_settlements', 'x.id = 104', format('{"id": 9001, "number": 9, "state": "returned", "return_reason": "x", "settled_by": %s, "settled_at": "2026-03-11"}',
		t.person('decision_maker'))::jsonb),
	('amendments', 'x.id = 104', '{"id": 9001, "number": 9, "state": "withdrawn"}'),
	('reversals', 'x.id = 104', format('{"id": 9001, "number": 9, "state": "withdrawn", "reason": "x", "settled_by": %s, "settled_at": "2026-03-11"}',
		t.person('caseworker'))::jsonb),
	('hearings', 'x.id = 104', '{"id": 9001, "number": 9}'),
	('amendment_proposals', 'x.id = 104', '{"id": 9001}'),
	('appeals', 'x.id = 105', '{"id": 9001, "number": 9, "state": "withdrawn", "settled_on": "2026-03-11"}'),
	('appeal_documents', 'x.appeal_id = 105', '{"document_id": 106}'),
	('appeal_periods', 'x.id = 105', '{"id": 9001, "number": 9}'),
	('appeal_proposals', 'x.id = 105', '{"id": 9001, "number": 9}'),
	('grant_changes', 'x.grant_id = 104', '{"id": 9001, "number": 9}'),
	('claims', 'x.id = 101', '{"id": 9001, "number": 9}'),
	('claim_parts', 'x.claim_id = 101', '{"position": 9}'),
	('claim_costs', 'x.claim_id = 101', '{"line": 9, "invoice_number": "x"}'),
	('payments', 'x.id = 104', '{"id": 9001, "claim_id": 9001, "reference": "x"}'),
	('evaluations', 'x.id = 104', '{"id": 9001, "number": 9, "state": "void", "consolidation_id": null}'),
	('assessors', 'x.id = 104', format('{"id": 9001, "person_id": %s}', t.person('auditor'))::jsonb),
	('score_sheets', 'x.evaluation_id = 103', format('{"scored_by": %s}', t.person('programme_lead'))::jsonb),
	('consolidations', 'x.id = 104', '{"id": 9001}'),
	('letters', 'x.id = 104', '{"id": 9001, "language": "en"}'),
	('mailings', 'x.id = 104', '{"id": 9001, "organisation_id": 302}'),
	('answers_on_behalf', 'x.application_id = 104', '{"id": 9001, "grant_id": null, "answer": "withdrawn"}'),
	('preliminary_answers', 'x.application_id = 104', '{"id": 9001, "number": 9}'),
	('meeting_items', 'x.id = 100', '{"id": 9001, "number": 9, "state": "withdrawn", "reason": "x"}'),
	('agenda_items', 'x.item_id = 100', '{"agenda": 9}'),
	('proposals', 'x.id = 100', '{"id": 9001, "number": 9, "state": "made", "presided_by": null}'),
	('votes', 'x.proposal_id = 100', format('{"person_id": %s}', t.person('auditor'))::jsonb),
	('documents', 'x.id = 104', '{"id": 9001}');
insert into copies values
	('journal_posts', 'x.application_id = 104 and x.number = 1', '{"id": 9001, "number": 99}'),
	('journal_documents', 'x.application_id = 104 and x.document_id = 104', '{"number": 9, "document_id": 105}'),
	('journal_revisions', 'x.application_id = 104', '{"number": 9}'),
	('access_items', 'x.id = 101', (select format('{"id": 9001, "number": 9, "post_id": %s}', p.id)::jsonb from trinn.journal_posts p
		where p.county_id = 50 and p.application_id = 104 and p.number = 3)),
	('access_decisions', 'x.id = 100', '{"id": 9001, "number": 9}'),
	('access_files', 'x.request_id = 100', '{"number": 9, "document_id": 104}'),
	('archive_messages', 'x.application_id = 104', '{"id": 9001, "edition": 9, "guid": null, "state": "sent"}'),
	('late_submissions', 'x.id = 100', '{"id": 9001, "draft_id": 105}'),
	('late_recommendations', 'x.id = 100', '{"id": 9001}'), ('legal_holds', 'x.id = 100', '{"id": 9001}'),
	('destruction_items', 'x.destruction_id = 100', '{"id": 9001, "number": 9, "application_id": 103}');
select set_eq($$ select tbl from copies union values ('tracks') $$, $$
	select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
	where c.relnamespace = 'trinn'::regnamespace and c.relkind = 'r' and a.attname = 'applicant_id'
$$, 'every table of an applicant is tried here');

create function pg_temp.copy(c copies, change jsonb) returns text language sql as $$
	select format('insert into trinn.%1$I select r.* from trinn.%1$I x, jsonb_populate_record(x, %2$L) r where x.county_id = 50 and %3$s', c.tbl, c.fresh || change, c.filter)
$$;
-- The SQLSTATE that refuses a statement, or done; undone again.
create function pg_temp.outcome(statement text, writer text default 'none') returns text language plpgsql as $$
begin
	perform set_config('role', writer, true);
	execute statement;
	raise exception using errcode = 'TUNDO';
exception
	when sqlstate 'TUNDO' then return 'done';
	when others then return sqlstate;
end $$;
-- Triggers of ours aside, so that foreign keys alone decide.
do $$ declare c record; begin
	for c in select tbl from copies loop
		execute format('alter table trinn.%I disable trigger user', c.tbl);
	end loop;
end $$;
delete from trinn.case_words where application_id = 105;
grant select on copies to trinn_owner;
insert into trinn.grant_parts select r.* from trinn.grant_parts x, jsonb_populate_record(x, '{"position": 9, "year": 2031}') r where x.grant_id = 104;
insert into trinn.recommendations select r.* from trinn.recommendations x, jsonb_populate_record(x, '{"id": 9008, "number": 8}') r where x.application_id = 104;
insert into trinn.decisions select r.* from trinn.decisions x, jsonb_populate_record(x, '{"id": 9001, "number": 2, "cause": "reversal", "replaces_id": 104}') r where x.id = 104;
insert into trinn.claims select r.* from trinn.claims x, jsonb_populate_record(x, '{"id": 9001, "number": 8}') r where x.id = 101;
update copies set fresh = fresh || '{"id": 9002}' where tbl in ('decisions', 'claims');
update copies set fresh = fresh || '{"number": 3, "replaces_id": 9001}' where tbl = 'decisions';

select is(pg_temp.outcome(pg_temp.copy(copies, '{}')), 'done', tbl || ' can be written again') from copies;
select is(pg_temp.outcome(pg_temp.copy(copies, '{"applicant_id": 102}')), '23503', tbl || ' cannot belong to another applicant than what it stands on')
from copies;
select is(pg_temp.outcome(pg_temp.copy(copies, '{"county_id": 18}')), '23503', tbl || ' cannot belong to another county than what it stands on') from copies;

select is(pg_temp.outcome(pg_temp.copy(copies, '{"applicant_id": 102}'), 'trinn_owner'), '23503',
	'a claim on another hub''s grant is refused to the owner of the tables too') from copies where tbl = 'claims';

select is(t.trial('hub_signatory-2', format($$ insert into trinn.claims (county_id, applicant_id, application_id, grant_id, number, kind, period_from, period_to,
	status_report, amount_ore, submitted_by) values (50, 102, %s, 104, 99, 'part', '2026-01-01', '2026-01-31', '', 1, %s) $$, app, t.person('hub_signatory-2'))),
	'23503 claims_county_id_applicant_id_application_id_grant_id_fkey', 'and to the other hub, which may write its own claims')
from unnest(array[104, 204]) app;

create function pg_temp.change(tbl text, change jsonb) returns text language sql as $$ select pg_temp.copy(copies, change) from copies where copies.tbl = change.tbl $$;
select is(pg_temp.outcome(pg_temp.change('decisions', '{"replaces_id": 105}')), '23503', 'a decision replaces one in its own case');
select is(pg_temp.outcome(pg_temp.change('grants', '{"application_id": 105}')), '23503', 'a grant follows from a decision in its own case');
select is(pg_temp.outcome(pg_temp.change('claims', '{"application_id": 105}')), '23503', 'a claim is part of its grant''s case');
select is(pg_temp.outcome(pg_temp.change('payments', '{"grant_id": 105}')), '23503', 'a payment is of its claim''s grant');
select is(pg_temp.outcome(pg_temp.change('payments', '{"application_id": 105}')), '23503', 'and part of its case');
select is(pg_temp.outcome(pg_temp.change('applications', '{"track_id": 200}')), '23503', 'an application belongs to a track of its own applicant');
select is(pg_temp.outcome(pg_temp.change('applications', '{"call_id": 180}')), '23503', 'and answers a call of its own county');
select is(pg_temp.outcome(pg_temp.change('grants', '{"funding_line_id": 180}')), '23503', 'a grant is paid from its own county''s line');
select is(pg_temp.outcome(pg_temp.change('grant_parts', '{"funding_line_id": 180}')), '23503', 'each part of it too');
select is(pg_temp.outcome(pg_temp.change('claim_parts', '{"grant_id": 105}')), '23503', 'a claim takes of the parts of its own grant');
select is(pg_temp.outcome($$ update trinn.funding_lines set programme_id = 180 where id = 500 $$), '23503', 'a county''s line is of its own programme');
select is(pg_temp.outcome($$ update trinn.calls set funding_line_id = 180 where id = 500 $$), '23503', 'a county''s call of its own line');

select * from finish();
rollback;
