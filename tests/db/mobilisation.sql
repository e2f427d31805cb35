-- A firm changes hands with a hand-over and in no other way, and each of the two hubs sees what is its.
begin;
select no_plan();

-- ---- asked by hub 101 of hub 102 for firm 301, which stands between two stages

alter table trinn.enrolments disable trigger user;
update trinn.enrolments set state = 'completed' where county_id = 50 and id = 100;
alter table trinn.enrolments enable trigger user;
update trinn.handovers set to_hub_id = 102 where county_id = 50 and id = 100;

create function pg_temp.seen(subject text, tbl text, condition text) returns text language sql as $$
	select t.value(subject, format('select count(*) from trinn.%I where %s', tbl, condition))
$$;

select is(pg_temp.seen('hub_editor-2', 'handovers', 'id = 100'), '1', 'the hub that is asked sees what it is asked');
select is(pg_temp.seen('hub_editor-2', 'assessments', 'enrolment_id = 100'), '0', 'and nothing else of the firm');
select is(pg_temp.seen('hub_editor-2', 'contacts', 'enrolment_id = 100'), '0', 'nor what was talked about');
select is(t.trial('hub_signatory-2', $$ update trinn.handovers set to_hub_id = 101 where id = 100 $$), '42501', 'whom it was asked of stands');
select is(t.trial('hub_signatory', $$ update trinn.enrolments set hub_id = 102 where id = 100 $$), '42501', 'a hub gives no firm away by itself');
select is(t.trial('hub_signatory', format($$ insert into trinn.handovers (county_id, programme_id, enrolment_id, to_hub_id, reason, consent_by, consent_on, asked_by)
	values (50, 500, 100, 102, '', '', '2026-02-02', %s) $$, t.person('hub_signatory'))), '23505 handovers_one', 'one is asked at a time');
select is(t.trial('hub_signatory-2', format($$ insert into trinn.handovers (county_id, programme_id, enrolment_id, to_hub_id, reason, consent_by, consent_on, asked_by)
	values (50, 500, 100, 101, '', '', '2026-02-02', %s) $$, t.person('hub_signatory-2'))), '42501', 'nobody asks for another hub''s firm');

create function pg_temp.answer(subject text, answer text) returns text language sql as $$
	select format('update trinn.handovers set state = %L, answered_by = %s where id = 100', answer, t.person(subject))
$$;
select is(t.trial('hub_signatory', pg_temp.answer('hub_signatory', answer)), '42501', 'who asked has not ' || answer || ' it') from unnest('{accepted,declined}'::text[]) answer;
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'withdrawn')), '42501', 'who is asked does not withdraw it');
select is(t.trial('hub_signatory', pg_temp.answer('hub_signatory', 'withdrawn')), '1', 'who asked does');
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory', 'accepted')), 'TR500', 'nobody answers in another''s name');

-- ---- with the firm's consent

create function pg_temp.consent(subject text) returns text language sql as $$
	select format($q$ update trinn.handovers set consent_by = 'Eier', consent_on = '2026-02-02', consented_by = %s where id = 100 $q$, t.person(subject))
$$;
select is(t.trial('firm', pg_temp.consent('firm')), 'TR500', 'consent that was noted stands');
select is(t.trial('firm', pg_temp.answer('firm', 'declined')), '1', 'and the firm may say no');
select is(t.trial('firm', pg_temp.answer('firm', 'accepted')), 'TR460', 'but does not take itself over');
savepoint consented;
alter table trinn.handovers disable trigger user;
update trinn.handovers set consent_by = null, consent_on = null where county_id = 50 and id = 100;
select throws_ok($$ update trinn.handovers set state = 'accepted', answered_by = t.person('hub_signatory-2') where county_id = 50 and id = 100 $$,
	'23514', null, 'without consent no hub takes the firm, whoever writes it');
alter table trinn.handovers enable trigger user;
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'accepted')), '0', 'without consent no hub sees that it is asked');
select is(t.trial('hub_signatory', pg_temp.consent('hub_signatory')), 'TR500', 'no hub consents for it');
select is(t.trial('firm', pg_temp.consent('hub_signatory')), 'TR500', 'nor does a firm in another''s name');
select is(t.trial('firm', pg_temp.consent('firm')), '1', 'it does so itself');
rollback to consented;

-- ---- by the county, where the hub does not

select is(t.trial('caseworker', pg_temp.answer('caseworker', answer)), '0', 'what a hub asked, the county does not answer') from unnest('{accepted,withdrawn}'::text[]) answer;
savepoint by_county;
alter table trinn.handovers disable trigger user;
update trinn.handovers set by_county = true, asked_by = t.person('caseworker'), consent_by = null, consent_on = null, without_consent = 'hub_closed'
where county_id = 50 and id = 100;
alter table trinn.handovers enable trigger user;
select is(t.trial('caseworker', pg_temp.answer('caseworker', 'accepted')), '23514 handovers_two_persons', 'who asked for the county does not accept');
select is(t.trial('programme_lead', pg_temp.answer('programme_lead', 'accepted')), '23514 handovers_hub_closed', 'a hub with people has not closed');
savepoint closed;
update trinn.role_assignments set valid_to = valid_from where organisation_id = 101 and valid_from < trinn.today();
select is(t.trial('programme_lead', pg_temp.answer('programme_lead', 'accepted')), '1', 'of one that has, another of its persons accepts');
rollback to closed;
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'accepted')), '42501', 'the hub that is asked does not');
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'declined')), '1', 'but may decline');
select is(t.trial('hub_signatory', pg_temp.answer('hub_signatory', 'withdrawn')), '42501', 'nor does the hub in whose place it was asked withdraw it');
rollback to by_county;
select is(t.trial('hub_signatory', format($$ insert into trinn.handovers (county_id, programme_id, enrolment_id, to_hub_id, by_county, reason, without_consent, asked_by)
	values (50, 500, 101, 102, true, '', 'hub_closed', %s) $$, t.person('hub_signatory'))), '42501', 'no hub asks as the county does');

-- ---- in the middle of a stage

savepoint between;
alter table trinn.enrolments disable trigger user;
update trinn.enrolments set state = 'active' where county_id = 50 and id = 100;
alter table trinn.enrolments enable trigger user;
select is(t.trial('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'accepted')), '23514 handovers_between_stages', 'a firm in a stage stays until it is through');
rollback to between;

-- ---- discarded

savepoint discarding;
create function pg_temp.discard(id bigint) returns text language sql as $$
	select format('update trinn.assessments set state = %L where county_id = 50 and id = %s', 'discarded', id)
$$;
select is(t.trial('firm', pg_temp.discard(100)), '0', 'the firm discards no draft of its hub');
select is(t.trial('hub_editor', pg_temp.discard(101)), '0', 'nor the hub what the firm answers alone');
select is(t.trial('firm', pg_temp.discard(101)), '1', 'each its own');
select is(t.trial('hub_editor', pg_temp.discard(102)), 'TR500', 'what is finished is discarded by nobody');
select is(t.attempt('hub_editor', pg_temp.discard(100)), '1', 'a draft is');
select is(pg_temp.seen('firm', 'assessments', 'id = 100'), '0', 'and not shown to the firm');
select is(pg_temp.seen('hub_editor', 'assessments', 'id = 100'), '1', 'but kept by the hub');
select is(t.trial('hub_editor', $$ update trinn.assessments set state = 'draft' where id = 100 $$), 'TR500', 'where it stays as it is');
rollback to discarding;

-- ---- accepted

select is(t.attempt('hub_signatory-2', pg_temp.answer('hub_signatory-2', 'accepted')), '1', 'who is asked accepts');
select results_eq('select hub_id from trinn.enrolments where county_id = 50 and id = 100', 'values (102::bigint)', 'and the firm is theirs');
select is(pg_temp.seen('hub_editor-2', 'guards', $$ kind = 'enrolment' and id = 100 $$), '1', 'with its case');
select is(pg_temp.seen('hub_editor', 'guards', $$ kind = 'enrolment' and id = 100 $$), '0', 'which is the former hub''s no more');
select is(pg_temp.seen('hub_editor-2', 'assessments', 'enrolment_id = 100 and id = 102'), '1', 'they read what is finished');
select is(pg_temp.seen('hub_editor-2', 'assessments', 'enrolment_id = 100'), '1', 'and no draft');
select is(pg_temp.seen('hub_editor-2', 'contacts', 'enrolment_id = 100'), '0', 'the former hub''s contacts stay with it');
select is(pg_temp.seen('hub_editor', 'contacts', 'enrolment_id = 100'), '1', 'where they are read');
select is(pg_temp.seen('hub_editor', 'assessments', 'enrolment_id = 100'), '3', 'with the assessments it made, the discarded too');
select is(t.trial('hub_signatory', $$ insert into trinn.contacts (county_id, enrolment_id, channel, on_day, note, made_by)
	values (50, 100, 'phone', '2026-03-01', '', 1) $$), '42501', 'and none is added');
select results_eq('select hub_id from trinn.assessments where county_id = 50 and id = 101', 'values (102::bigint)',
	'what the firm has begun to answer alone goes to the new hub');
select is(t.trial('hub_signatory-2', $$ update trinn.assessments set version = version + 1 where id = 102 $$), 'TR500', 'what is finished is changed by nobody');

-- ---- signing up

create function pg_temp.sign_up(firm bigint, hub bigint) returns text language sql as $$
	select format('insert into trinn.enrolments (id, county_id, programme_id, programme_version, firm_id, hub_id, state) values (900, 50, 502, 1, %s, %s, %L)', firm, hub, 'prospect')
$$;
insert into trinn.programmes (id, county_id, code, name, purpose, state, starts_on, ends_on) overriding system value
	values (502, 50, 'tredje', 'Tredje', '', 'active', '2026-01-01', '2028-12-31');
set constraints all immediate;
set constraints all deferred;
select is(t.trial('firm', pg_temp.sign_up(301, 101)), '1', 'a firm signs up with the hub that answers for it');
select is(t.trial('firm', pg_temp.sign_up(301, 102)), '42501', 'and with no other');
select is(t.trial('firm', pg_temp.sign_up(302, 102)), '42501', 'it signs up no other firm');
select is(t.trial('caseworker', pg_temp.sign_up(302, 102)), '1', 'the county signs up with the hub that answers');
select is(t.trial('caseworker', pg_temp.sign_up(302, 101)), '42501', 'and with no other');

-- ---- what makes a prospect assessed

create function pg_temp.finish(subject text, kind text, interviewer text) returns text language plpgsql as $$
declare
	done text;
begin
	alter table trinn.assessments disable trigger user;
	update trinn.instruments i set kind = finish.kind where id = 100;
	update trinn.enrolments set hub_id = 101 where county_id = 50 and id = 101;
	insert into trinn.assessments (id, county_id, hub_id, firm_id, enrolment_id, instrument_id, phase, held_on, interviewer_id, answered_by, answers, dimensions)
		overriding system value values (190, 50, 101, 301, 101, 100, 'before', '2026-03-01', t.person(interviewer), 'Eier', '[]', '{}');
	alter table trinn.assessments enable trigger user;
	done := t.attempt(subject, $q$ update trinn.assessments set state = 'final' where id = 190 $q$);
	return done || ' ' || (select state from trinn.enrolments where county_id = 50 and id = 101);
end $$;
savepoint drafts;
select is(pg_temp.finish('firm', 'survey', null), '1 prospect', 'what a firm answers alone does not');
rollback to drafts;
select is(pg_temp.finish('hub_editor', 'questionnaire', 'hub_editor'), '1 prospect', 'nor a questionnaire');
rollback to drafts;
select is(pg_temp.finish('firm', 'interview', null), '1 prospect', 'nor an interview that nobody held');
rollback to drafts;
select is(pg_temp.finish('hub_editor', 'interview', 'hub_editor'), '1 assessed', 'an interview does');

select * from finish();
rollback;
