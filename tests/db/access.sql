-- A document is answered by who is to answer: the county, of a complaint another of it, and then the county governor; by a provision,
-- and with files that are its own.
begin;
select no_plan();

create function pg_temp.decide(subject text, outcome text, more jsonb default '{}', instance text default 'county') returns text language sql as $$
	select t.attempt(subject, format('insert into trinn.access_decisions (county_id, applicant_id, application_id, request_id, item_id, number, instance, outcome, exemption,
			party_exemption, wider_access, resolution, appeal_body, appeal_deadline, decided_by, decided_on)
		select i.county_id, i.applicant_id, i.application_id, i.request_id, i.id,
			1 + (select count(*) from trinn.access_decisions d where d.item_id = i.id), %L, %L, %L, %L, %L, %L, %L, %L, %s, trinn.today()
		from trinn.access_items i where i.id = 101', instance, outcome, more->>'exemption', more->>'party', more->>'wider', more->>'resolution',
		case when outcome <> 'given' and instance = 'county' then 'Statsforvalteren' end,
		case when outcome <> 'given' and instance = 'county' then trinn.today() end, coalesce(more->>'by', t.person(subject)::text)))
$$;
create function pg_temp.move(subject text, into_state text) returns text language sql as $$
	select t.attempt(subject, format('update trinn.access_items set state = %L where id = 101', into_state))
$$;
create function pg_temp.complain() returns void language sql as $$
	select trinn.act_as_system(50);
	update trinn.access_items set state = 'complained', complaint = 'Nei', complained_on = trinn.today() where id = 101;
	select t.forget();
$$;

-- ---- by a provision
savepoint fresh;
select is(pg_temp.decide('archivist', 'refused'), '23514 access_decisions_basis', 'what is refused has a provision');
select is(pg_temp.decide('archivist', 'given', '{"exemption": "offl-14", "wider": "x"}'), '23514 access_decisions_basis', 'what is given has none');
select is(pg_temp.decide('archivist', 'refused', '{"exemption": "offl-14", "party": "fvl-18a", "wider": "x"}'), '23514 access_decisions_basis', 'one of them');
select is(pg_temp.decide('archivist', 'refused', '{"exemption": "offl-14"}'), '23514 access_decisions_wider', 'what could be given is considered');
select is(pg_temp.decide('archivist', 'refused', '{"party": "fvl-18a", "resolution": "SF 1"}'), '23514 access_decisions_resolved', 'the county has no reference of the governor');
select is(pg_temp.decide('archivist', 'refused', format('{"party": "fvl-18a", "by": %s}', t.person('caseworker'))::jsonb) ~ '^(TR500|42501)', true, 'nobody signs for another');
select is(pg_temp.decide('decision_maker', 'refused', '{"party": "fvl-18a"}') ~ '^42501', true, 'nor decides who keeps no journal');
select is(pg_temp.decide('archivist', 'refused', '{"exemption": "offl-13-trade"}'), '1', 'of secrecy nothing is left to consider');

-- ---- later
rollback to fresh;
select is(t.attempt('archivist', $$ update trinn.access_items set due_on = due_on + 30, extended_reason = 'Mange' where id = 101 $$), '1', 'an answer may take longer');
select results_eq($$ select post_type, document_type, content->>'reason' from trinn.journal_posts where application_id = 104 order by number desc limit 1 $$,
	$$ values ('U', 'KORR', 'Mange') $$, 'which goes out in the case');

-- ---- by who is to answer
rollback to fresh;
select is(pg_temp.move('archivist', 'refused'), '23514 access_items_answered', 'nothing is answered without a decision');
select is(pg_temp.decide('archivist', 'refused', '{"party": "fvl-18a"}'), '1', 'it is refused');
select is(pg_temp.move('archivist', 'given'), '23514 access_items_answered', 'and so not given');
select is(pg_temp.move('archivist', 'refused'), '1', 'but refused');
select is(pg_temp.move('archivist', 'complained'), 'TR460', 'nobody of the county complains');
select pg_temp.complain();
select is(pg_temp.decide('archivist', 'given', '{}', 'complaint'), '23514 access_decisions_two_persons', 'who refused it considers no complaint');
select is(pg_temp.decide('caseworker', 'refused', '{"party": "fvl-18a"}', 'complaint'), '1', 'another does');
select is(pg_temp.move('caseworker', 'refused') ~ '^(23514 access_items_answered|TR460)', true, 'which does not end it');
select is(pg_temp.move('caseworker', 'forwarded'), '1', 'but brings it to the county governor');
select is(pg_temp.move('caseworker', 'given'), '23514 access_items_answered', 'who has not answered');
select is(pg_temp.decide('caseworker', 'given', '{"resolution": "SF 1"}', 'appeal_body'), '1', 'and answers');
select is(pg_temp.move('caseworker', 'given'), '1', 'which stands');
select is(t.attempt('archivist', $$ update trinn.access_decisions set outcome = 'given' $$), '42501', 'what was decided stays');

-- ---- under a duty of secrecy
rollback to fresh;
select t.act('archivist');
update trinn.journal_posts set exemption = 'offl-13-trade', revised_reason = 'x' where id = (select post_id from trinn.access_items where id = 101);
select is(trinn.is_withheld(50, 101), false, 'the party of the case is given it');
set local session_replication_role = replica;
update trinn.access_requests set organisation_id = null where id = 100;
set local session_replication_role = origin;
select is(trinn.is_withheld(50, 101), true, 'and nobody else');
select is(pg_temp.decide('archivist', 'given'), '1', 'whatever is decided');
select is(t.attempt('archivist', $$ select trinn.give_post((select max(id) from trinn.access_decisions where item_id = 101)) $$), 'TR500', 'it is not given');

-- ---- what the link opens
rollback to fresh;
create function pg_temp.files() returns bigint language sql as $$ select count(*) from trinn.access_file(sha256(convert_to('100', 'UTF8')), null) $$;
select is(pg_temp.files(), 0::bigint, 'nothing is read before a day is set');
update trinn.access_requests set readable_until = trinn.today() where id = 100;
select is(pg_temp.files(), 1::bigint, 'until then what was given is');
select isnt(trinn.access_chunk(sha256(convert_to('100', 'UTF8')), 1, 1), null, 'its bytes too');
select is(trinn.access_chunk(sha256(convert_to('101', 'UTF8')), 1, 1), null, 'by its own link only');
savepoint readable;
update trinn.access_requests set revoked_on = trinn.today(), revoked_files = 1 where id = 100;
select is(pg_temp.files(), 0::bigint, 'unless it is revoked');
select throws_ok($$ update trinn.access_requests set revoked_on = null, revoked_files = null where id = 100 $$, 'TR500', null, 'for good');
select throws_ok($$ update trinn.access_requests set revoked_files = 0 where id = 100 $$, 'TR500', null, 'whatever was given');
rollback to readable;
insert into trinn.access_decisions (county_id, applicant_id, application_id, request_id, item_id, number, instance, outcome, party_exemption, decided_by, decided_on)
	values (50, 101, 104, 100, 100, 2, 'complaint', 'refused', 'fvl-19', t.person('caseworker'), trinn.today());
select is(pg_temp.files(), 0::bigint, 'the newest decision counts');

-- ---- asked by nobody in particular
rollback to fresh;
update trinn.journal_posts set public_on = trinn.today() where county_id = 50;
create function pg_temp.ask(posts bigint[]) returns text language plpgsql as $$
declare
	told text;
begin
	perform set_config('role', 'trinn_api', true);
	told := trinn.ask_for_access('50', null, null, null, posts, trinn.today(), sha256(convert_to(posts::text, 'UTF8')))->>'number';
	perform set_config('role', 'none', true);
	perform t.forget();
	return told;
exception when others then
	return sqlstate;
end $$;
select is(pg_temp.ask((select array_agg(id) from trinn.journal_posts where county_id = 50 and application_id = 104 and number < 3)) ~ '^I-20', true, 'what the public knows of');
select is(pg_temp.ask('{-1}'), 'TR412', 'and nothing else');
select is(pg_temp.ask((select array_agg(id) from trinn.journal_posts where county_id = 18 and public_on <= trinn.today() limit 1)) ~ '^(TR412|23)', true, 'of that county');
select is(t.value('attestant', $$ select trinn.enter_access_request(9001, null, null, null, '{}', trinn.today(), '\x00') $$) ~ '^42501', true, 'of the county those who keep the journal enter');

select * from finish();
rollback;
