-- An application made together: who sees it, who answers for which part, and that nothing is sent or granted without.
begin;
select no_plan();

-- 102 is returned, by hub 101; hub 102 and firm 301 become its partners, organisation 2 has nobody in this county.
set local session_replication_role = replica;
delete from trinn.application_partners where application_id = 102;
update trinn.applications set partners = '[]', partner_ids = '{}' where id = 102;
update trinn.application_drafts set partners = '[]' where application_id = 102;
set local session_replication_role = origin;
create function pg_temp.asked(p_id bigint, p_org bigint, p_subject text default 'hub_editor') returns text language sql as $$
	select t.attempt(p_subject, format($f$ insert into trinn.application_partners (id, county_id, applicant_id, application_id, organisation_id, orgnr, name, kind,
		task, asked_by) overriding system value select %s, 50, 101, 102, o.id, o.orgnr, o.name, case when o.id = 102 then 'hub' else 'firm' end, 'Prøver', %s
		from trinn.organisations o where o.id = %s $f$, p_id, t.person(p_subject), p_org))
$$;
create function pg_temp.confirmation(p_id bigint, p_subject text) returns text language sql as $$
	select format($f$ update trinn.application_partners set state = 'confirmed', confirmed_by = 'Leder', confirmed_on = trinn.today(), signed_by = %s,
		version = version + 1 where id = %s $f$, t.person(p_subject), p_id)
$$;
create function pg_temp.left(p_id bigint, p_state text) returns text language sql as $$
	select format($f$ update trinn.application_partners set state = %L, reason = 'x', version = version + 1 where id = %s $f$, p_state, p_id)
$$;
create function pg_temp.costs(p_partner text) returns text language sql as $$
	select format($f$ update trinn.applications set version = version + 1, costs = '[{"costGroup": "fagpartner", "description": "Timer", "amountOre": 150000, "partnerOrgnr": "%s"},
		{"costGroup": "workshops", "description": "Lokaler", "amountOre": 50000}]' where id = 102 $f$, p_partner)
$$;
create function pg_temp.sees(p_subject text, p_tbl text, p_filter text) returns text language sql as $$
	select t.value(p_subject, format('select count(*) from trinn.%I where %s', p_tbl, p_filter))
$$;
create function pg_temp.sending() returns text language sql as $$
	select format($f$ update trinn.applications set state = 'submitted', submitted_by = %s where id = 102 $f$, t.person('hub_signatory'))
$$;

select is(pg_temp.sees('hub_signatory-2', 'applications', 'applicant_id = 101'), '0', 'a hub sees nothing of another''s applications');
select is(pg_temp.asked(900, 102, 'hub_editor-2'), '42501', 'nor names itself a partner of one');
select is(pg_temp.asked(900, 102), '1', 'until the applicant names it');
select is(pg_temp.asked(901, 102), '23505 application_partners_one', 'which is once');
select is(pg_temp.asked(901, 101), '23514 application_partners_check', 'and not the applicant itself');
select is(pg_temp.sees('hub_signatory-2', 'applications', 'applicant_id = 101'), '1', 'then it sees that one, and no other');
select is(pg_temp.sees('hub_signatory-2', 'submissions', 'applicant_id = 101'), '1', 'with what was submitted of it');
select is(pg_temp.sees('hub_signatory-2', 'messages', 'applicant_id = 101'), '0', 'not what is written in the case');
select is(pg_temp.sees('hub_signatory-2', 'documents', 'applicant_id = 101'), '0', 'nor its documents');
select is(pg_temp.sees('hub_signatory-2', 'decisions', 'applicant_id = 101'), '0', 'nor decisions of the applicant');
select is(t.trial('hub_signatory-2', pg_temp.costs('910000102')), '0', 'it writes nothing in it');
select is(pg_temp.sees('firm', 'applications', 'applicant_id = 101'), '0', 'and others see nothing still');
select is((select partner_ids from trinn.applications where id = 102), '{102}', 'the application names it');

select is(t.trial('hub_signatory', pg_temp.sending()), '23514 applications_partners', 'before it has confirmed nothing is sent in');
select is(t.trial('hub_signatory', pg_temp.confirmation(900, 'hub_signatory')), '42501', 'the applicant does not confirm for it');
select is(t.trial('hub_editor-2', pg_temp.confirmation(900, 'hub_editor-2')), 'TR460', 'nor whoever may not sign');
select is(t.trial('hub_signatory-2', pg_temp.confirmation(900, 'firm')), 'TR500', 'nor anybody in another''s name');
select is(t.attempt('hub_editor', pg_temp.costs('910000102')), '1', 'a line is its');
select is(t.attempt('hub_signatory-2', pg_temp.confirmation(900, 'hub_signatory-2')), '1', 'it confirms');
select is((select trinn.lines_sum(part->'costs') from trinn.application_partners where id = 900), 150000::bigint, 'what the application says is its part');
select is((select partners->0->>'state' from trinn.application_drafts where application_id = 102), 'confirmed', 'and what is written says so');
select is(t.trial('caseworker', $$ update trinn.application_partners set state = 'asked' where id = 900 $$), '0', 'whom the county asks anew by a return alone');
select is((select partners::text from trinn.applications where id = 102), '[]', 'which is not sent');
select is(t.trial('hub_signatory', pg_temp.sending()), '1', 'then it is sent in');
select is(t.trial('hub_signatory-2', 'update trinn.application_partners set reason = ''x'', document_id = 104 where id = 900') ~ '^(2|T)', true, 'a paper beside the signature is none');
select is(t.trial('hub_editor', $$ update trinn.applications set costs = d.written from (select costs as written from trinn.application_drafts where application_id = 102) d where id = 102 $$), '1', 'what is written the same');
select is((select state from trinn.application_partners where id = 900), 'confirmed', 'asks nobody');
select is(t.attempt('hub_editor', replace(pg_temp.costs('910000102'), '150000', '160000')), '1', 'another amount');
select is((select state from trinn.application_partners where id = 900), 'asked', 'asks it anew');
select is((select count(*) from trinn.outbox where topic = 'application_partner.ask-anew' and object_id = 900 and organisation_id = 102), 1::bigint, 'and tells it');
select is(t.attempt('hub_editor', pg_temp.costs('910000301')), '1', 'a line of no partner');
select is(t.attempt('hub_signatory-2', pg_temp.confirmation(900, 'hub_signatory-2')), '1', '(while all have confirmed)');
select is(t.trial('hub_signatory', pg_temp.sending()), '23514 applications_partners', 'is not sent in');
select is(t.attempt('hub_editor', pg_temp.costs('910000102')), '1', '(which asks hub 102 once more)');
select is(t.attempt('hub_signatory-2', pg_temp.confirmation(900, 'hub_signatory-2')), '1', '(and it confirms)');

select is(pg_temp.sees('caseworker', 'application_partners', 'id = 900'), '0', 'the county sees nobody who was asked and is not sent with it');
set local session_replication_role = replica;
update trinn.applications set state = 'draft' where id = 102;
set local session_replication_role = origin;
select is(pg_temp.sees('caseworker', 'application_partners', 'id = 900'), '0', 'and not that of a draft');
set local session_replication_role = replica;
update trinn.applications set state = 'returned' where id = 102;
set local session_replication_role = origin;

-- ---- whoever is nowhere here confirms on paper
select is(pg_temp.asked(902, 2), '1', 'an organisation of the register that has nobody here');
create function pg_temp.paper(p_id bigint, p_document bigint) returns text language sql as $$
	select format($f$ update trinn.application_partners set state = 'confirmed', confirmed_by = 'Leder', confirmed_on = trinn.today(), document_id = %s where id = %s $f$,
		p_document, p_id)
$$;
select is(t.trial('hub_signatory', pg_temp.paper(902, 104)), '23514 application_partners_document', 'not by a document of another case');
set local session_replication_role = replica;
update trinn.documents set application_id = 102 where id = 104;
set local session_replication_role = origin;
select is(t.trial('hub_signatory', pg_temp.paper(902, 104)), '1', 'confirms by a document of the application');
select is(t.trial('hub_signatory', pg_temp.paper(902, 102)) ~ '^23514', true, 'that is clean');
select is(pg_temp.asked(903, 301), '1', '(a firm)');
select is(t.trial('hub_signatory', pg_temp.paper(903, 104)), '42501', 'who has people here answers itself');
select is(t.trial('firm', pg_temp.left(903, 'declined')), '1', 'or says no');
select is(t.attempt('hub_editor', pg_temp.left(903, 'removed')), '1', 'the applicant takes out whom it asked');
select is(pg_temp.sees('firm', 'applications', 'applicant_id = 101'), '0', 'who then sees nothing more');
select is(t.trial('firm', pg_temp.confirmation(903, 'firm')), 'TR460', 'and is asked no more');
select is(t.attempt('hub_editor', pg_temp.left(902, 'removed')), '1', '(and the other)');

-- ---- sent in, and left
select is(t.attempt('hub_signatory', pg_temp.sending()), '1', 'sent in together');
select is(pg_temp.sees('caseworker', 'application_partners', 'id = 900'), '1', 'the county sees whom it is made with');
select is((select costs->0->>'partnerOrgnr' from trinn.applications where id = 102), '910000102', 'and what was written');
select is(t.trial('hub_editor', pg_temp.left(900, 'removed')), 'TR460', 'nobody is taken out of what was sent in');
select t.act('caseworker');
select ok(trinn.is_party(50, 'application', 102, '{102}'), 'a partner is a party of the case');
select ok(trinn.is_party(50, 'application', 102, '{101}') and not trinn.is_party(50, 'application', 102, '{301}'), 'as the applicant is, and others are not');
select ok(trinn.has_applied(50, 102, t.person('hub_signatory-2')), 'who confirmed it has applied');
select is(trinn.unsettled_partners(50, 102), null, 'all stand by it');
select t.forget();
select is(t.attempt('hub_signatory-2', pg_temp.left(900, 'withdrawn')), '1', 'the partner withdraws');
select t.act('caseworker');
select is(trinn.unsettled_partners(50, 102), '{"Hub To AS"}', 'then its lines are nobody''s');
select t.forget();
select throws_ok($$ insert into trinn.decisions (county_id, applicant_id, application_id, number, cause, funding_line_id, year, outcome, amount_ore, grounds, legal_basis_id,
		legal_basis, body, recommended_by, decided_by, decided_on, appeal_body, appeal_deadline, rule_params, calculation)
	select 50, 101, 102, 1, 'application', 500, 2026, 'granted', 1, 'x', 500, 'x', 'x', t.person('caseworker'), t.person('decision_maker'), '2026-03-01', 'x', '2026-03-22',
		'{}', '{}' from (select t.act('decision_maker')) a $$, '23514', null, 'and nothing is granted for them');
select t.forget();

-- ---- granted: 302 has a part of 1000 øre of grant 104
create function pg_temp.claimed(p_ore bigint, p_orgnr text) returns text language sql as $$
	select t.trial('hub_signatory', format($f$ with c as (insert into trinn.claims (id, county_id, applicant_id, application_id, grant_id, number, kind, period_from,
			period_to, status_report, amount_ore, submitted_by) overriding system value values (990, 50, 101, 104, 104, 99, 'part', '2026-04-01', '2026-05-01', 'x', 1, %s)
		returning id)
		insert into trinn.claim_costs (county_id, applicant_id, claim_id, line, cost_group, description, amount_ore, partner_orgnr)
		select 50, 101, 990, 1, 'fagpartner', 'x', %s, %L from c $f$, t.person('hub_signatory'), p_ore, p_orgnr))
$$;
select is(pg_temp.claimed(1001, '910000302'), '23514 claim_costs_partner', 'no more than its part is claimed of a partner''s costs');
select is(pg_temp.claimed(1, '910000102'), '23514 claim_costs_partner', 'and nothing of one that is no partner of the grant');
select isnt(pg_temp.claimed(1000, '910000302'), '23514 claim_costs_partner', 'its whole part is');
select throws_ok('update trinn.grant_partners set budget_ore = 2000; set constraints all immediate', '23514', null, 'the parts stay as they were decided');

select is(trinn.budgets_of('{"orgnr": "1", "name": "A"}', '[{"orgnr": "2", "name": "B"}]', '[{"amountOre": 5}, {"amountOre": 7, "partnerOrgnr": "2"}]',
	'[{"amountOre": 12}]')::jsonb, '[{"orgnr": "1", "name": "A", "costsOre": 5, "financeOre": 12}, {"orgnr": "2", "name": "B", "costsOre": 7, "financeOre": 0}]'::jsonb,
	'each bears what names it, and the applicant the rest');

select * from finish();
rollback;
