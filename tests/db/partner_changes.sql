-- Partners of a grant leave and enter as two persons agreed, whatever the daemon forgot to ask.
begin;
select no_plan();

-- Of grant 104 firm 302 bears 1000, and hub 101 the rest of 150000 for fagpartner and 50000 for workshops.
set local session_replication_role = replica;
update trinn.applications set costs = '[{"costGroup": "fagpartner", "description": "Timer", "amountOre": 149000}, {"costGroup": "workshops", "description": "Lokaler",
	"amountOre": 50000}, {"costGroup": "fagpartner", "description": "Timer", "amountOre": 1000, "partnerOrgnr": "910000302"}]' where id = 104;
update trinn.grant_costs set budget_ore = case cost_group when 'fagpartner' then 150000 else 50000 end where grant_id = 104;
update trinn.grants set budget_ore = 200000 where id = 104;
update trinn.claims set state = 'rejected' where grant_id = 104;
update trinn.amendments set kind = 'partner_change', is_of_county = false, asked_until = null,
	asked_moves = '[{"from": {"costGroup": "fagpartner"}, "to": {"costGroup": "fagpartner", "partnerOrgnr": "910000301"}, "amountOre": 500}]',
	leaving = '["910000302"]' where id = 104;
update trinn.organisations set orgnr = '910000301' where id = 301;
update trinn.application_partners set kind = 'firm' where id = 104;
insert into trinn.application_partners (id, county_id, applicant_id, application_id, amendment_id, asked_to, answer_by, organisation_id, orgnr, name, kind, task, asked_by)
	overriding system value select 899, 50, 101, 104, 104, 'leave', trinn.today(), 302, '910000302', 'Minera Skifer AS', 'firm', 'Prøver', 1;
set local session_replication_role = origin;

create function pg_temp.move(p_from text, p_to text, p_ore bigint) returns jsonb language sql as $$
	select jsonb_build_object('from', jsonb_strip_nulls(jsonb_build_object('costGroup', 'fagpartner', 'partnerOrgnr', p_from)), 'amountOre', p_ore,
		'to', jsonb_strip_nulls(jsonb_build_object('costGroup', 'fagpartner', 'partnerOrgnr', p_to)))
$$;
create function pg_temp.settle(p_moves jsonb, p_ore bigint default null) returns text language sql as $$
	select format('select trinn.let_enter(104);
		with m as (update trinn.amendments set state = ''approved'', grounds = ''Byttet'', body = ''Direktøren'', granted_moves = %L, granted_ore = %L, prepared_by = %s,
			settled_by = %s, settled_at = now(), decision_id = 104, version = version + 1 where id = 104 returning 1) select count(*) from m;
		select trinn.move_budget(104, (select jsonb_object_agg(cost_group, case cost_group when ''workshops'' then amount_ore else 0 end)
			|| jsonb_build_object(''fagpartner'', (select amount_ore from trinn.grants where id = 104)
			- (select sum(amount_ore) from trinn.grant_costs where grant_id = 104 and cost_group = ''workshops'')) from trinn.grant_costs where grant_id = 104));
		set constraints all immediate; select 1', p_moves, p_ore, t.person('caseworker'), t.person('decision_maker'))
$$;
create function pg_temp.asked(p_id bigint, p_org bigint, p_subject text default 'hub_signatory') returns text language sql as $$
	select t.attempt(p_subject, format($f$ insert into trinn.application_partners (id, county_id, applicant_id, application_id, amendment_id, asked_to, organisation_id, orgnr,
		name, kind, task, asked_by) overriding system value select %s, 50, 101, 104, 104, 'enter', o.id, o.orgnr, o.name, 'firm', 'Prøver', %s
		from trinn.organisations o where o.id = %s $f$, p_id, t.person(p_subject), p_org))
$$;
create function pg_temp.confirmation(p_id bigint, p_subject text) returns text language sql as $$
	select format($f$ update trinn.application_partners set state = 'confirmed', confirmed_by = 'Leder', confirmed_on = trinn.today(), signed_by = %s,
		version = version + 1 where id = %s $f$, t.person(p_subject), p_id)
$$;
create function pg_temp.partners(p_day date) returns text language sql as $$
	select string_agg(f.orgnr, ' ' order by f.orgnr)
	from trinn.firms_of(null, null, trinn.partners_from(50, 104, '[{"orgnr": "910000302", "name": "Minera", "kind": "firm"}]', p_day), '[]') f
$$;

-- ---- one asks to leave
create function pg_temp.resigning(p_for text default null) returns text language sql as $$
	select format('select trinn.resign(%s, %s, ''Permitteringer'', trinn.today(), %L); select 1', id, version, p_for)
	from trinn.application_partners where application_id = 104 and organisation_id = 302 and amendment_id is null
$$;
select is(t.trial('hub_signatory', pg_temp.resigning()), '23514 application_partners_resigned_so', 'nobody asks that for it');
select is(t.trial('caseworker', pg_temp.resigning('Kari Foss')), '23514 application_partners_resigned_so', 'nor a caseworker, as it has people here');
select is(t.trial('firm-2', pg_temp.resigning('Kari Foss')), '23514 application_partners_resigned_so', 'by itself without another''s name');
select is(t.trial('firm-2', pg_temp.resigning()), '1', 'it asks itself');
savepoint asked;
select is(t.attempt('firm-2', pg_temp.resigning()), '1', '(it has)');
select is((select trinn.has_resigned(p) from trinn.application_partners p where application_id = 104 and organisation_id = 302 and amendment_id is null), true, 'until that is taken up');
select is(t.trial('firm-2', pg_temp.resigning()), '23514 application_partners_resigned_so', 'once');
select is((select post_type from trinn.journal_posts where application_id = 104 and object_kind = 'partner_resignation'), 'I', 'and it is in the journal');
rollback to asked;

-- ---- one leaves
select is(t.trial('decision_maker', pg_temp.settle(jsonb_build_array(pg_temp.move('910000302', null, 1000)))), '23514 amendments_partners', 'who is to leave may answer until its day is over');
select is(t.value('firm-2', 'select count(*) from trinn.amendments where id = 104'), '1', 'and reads what is asked for');
set local session_replication_role = replica;
update trinn.application_partners set answer_by = trinn.today() - 1 where id = 899;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle(jsonb_build_array(pg_temp.move('910000302', null, 1000)))), '1', 'one leaves with what two agreed on');
select is(t.trial('decision_maker', pg_temp.settle(jsonb_build_array(pg_temp.move('910000302', null, 999)))), '23514 amendments_partners', 'when all that is left has moved');
select throws_ok('update trinn.amendments set leaving = ''[]'' where id = 104', 'TR500', null, 'who leaves is what was asked for');
savepoint gone;
select is(t.attempt('decision_maker', pg_temp.settle(jsonb_build_array(pg_temp.move('910000302', null, 1000)))), '1', '(it has left)');
select is((select left_by from trinn.grant_partners where grant_id = 104 and organisation_id = 302), 104::bigint, 'by the amendment');
select is(trinn.partner_left(50, 104, '910000302'), null, 'nothing is claimed of it any more');
select is(pg_temp.partners(trinn.today()), null, 'from that day the grant helps it no more');
select is(pg_temp.partners(trinn.today() - 1), '910000302', 'as it did until then');
select throws_ok('update trinn.grant_partners set left_by = null, left_on = null where grant_id = 104', 'TR500', null, 'and it stays so');
select is(t.value('firm-2', 'select count(*) from trinn.grants where id = 104'), '0', 'it reads the grant no more');
select is(t.value('firm-2', 'select left_by from trinn.grant_partners where grant_id = 104'), '104', 'but that it has left');
select is(t.value('firm-2', 'select string_agg(id::text, '','' order by id) from trinn.decisions where application_id = 104'), '104', 'and what was decided until then');
savepoint later;
set local session_replication_role = replica;
update trinn.decisions set number = 2, cause = 'amendment', replaces_id = 101 where id = 104;
update trinn.amendments set decision_id = (select min(id) from trinn.decisions where id <> 104 and number = 1) where id = 104;
set local session_replication_role = origin;
select is(t.value('firm-2', 'select count(*) from trinn.decisions where application_id = 104'), '0', 'not what came later');
select is(t.value('firm-2', 'select count(*) from trinn.letters where decision_id = 104'), '0', 'nor its letter');
rollback to later;
set local session_replication_role = replica;
update trinn.role_assignments set valid_to = valid_from where county_id = 50 and organisation_id = 302;
select is_empty('select trinn.read_by_post(50, 104)', 'no letter goes to it any more');
update trinn.grants set state = 'annulled', remaining_ore = amount_ore, accepted_at = null where id = 104;
select results_eq('select trinn.read_by_post(50, 104)', 'values (302::bigint)', 'until the case is decided anew, of which it is a part');
set local session_replication_role = origin;
rollback to gone;

-- ---- what it leaves is given back, and the grant with it at the rate that it has
create function pg_temp.back(p_from text, p_ore bigint) returns jsonb language sql as $$ select jsonb_build_array(pg_temp.move(p_from, null, p_ore) - 'to') $$;
create function pg_temp.rest(p_ore bigint) returns bigint language sql as $$ select (amount_ore * (200000 - p_ore) / 200000)::bigint from trinn.grants where id = 104 $$;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.back(null, 1000), pg_temp.rest(1000))), '23514 amendments_budget', 'of who leaves alone');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.back('910000302', 1000))), '23514 amendments_partners', 'not the costs alone');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.back('910000302', 1000), pg_temp.rest(1000) + 1)), '23514 amendments_partners', 'nor at another rate');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.back('910000302', 1000), pg_temp.rest(1000))), '23514 grants_budget', 'nor is the grant left as it was');

-- ---- one enters
select is(pg_temp.asked(900, 302), '23514 application_partners_entering', 'who is a partner does not enter');
select is(pg_temp.asked(900, 301), '1', 'another is asked');
select ok((select 301 = any (partner_ids) from trinn.applications where id = 104), 'and reads the application');
select is((select count(*) from trinn.outbox where topic = 'application_partner.ask-to-enter' and object_id = 900 and organisation_id = 301), 1::bigint, 'as it is told');
select is(t.value('firm', 'select count(*) from trinn.grants where id = 104'), '0', 'not the grant');
create function pg_temp.both(p_ore bigint) returns jsonb language sql as $$
	select jsonb_build_array(pg_temp.move('910000302', null, 1000), pg_temp.move(null, '910000301', p_ore))
$$;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.both(500))), '23514 amendments_budget', 'before it has confirmed it gets nothing');
select is(t.trial('decision_maker', pg_temp.settle(jsonb_build_array(pg_temp.move('910000302', null, 1000)))), '23514 amendments_partners', 'nor is it passed over');
select is(t.trial('hub_signatory', pg_temp.confirmation(900, 'hub_signatory')), '42501', 'the recipient does not confirm for it');
select is(t.attempt('firm', pg_temp.confirmation(900, 'firm')), '1', 'it confirms');
select is((select trinn.lines_sum(part->'costs') from trinn.application_partners where id = 900), 500::bigint, 'what is asked for');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.both(501))), '23514 amendments_partners', 'and gets no other part');
select is(t.value('firm', 'select count(*) from trinn.grants where id = 104'), '0', 'it is no party to the grant before that is decided');
select is(pg_temp.partners(trinn.today()), '910000302', 'which helps it by then');
savepoint refused;
select is(t.attempt('decision_maker', format('update trinn.amendments set state = ''refused'', grounds = ''Nei'', body = ''x'', prepared_by = %s, settled_by = %s,
	settled_at = now(), version = version + 1 where id = 104', t.person('caseworker'), t.person('decision_maker'))), '1', 'what is refused');
select is((select state from trinn.application_partners where id = 900), 'removed', 'lets nobody in');
select ok((select not 301 = any (partner_ids) from trinn.applications where id = 104), 'who then reads nothing more');
rollback to refused;
select is(t.attempt('decision_maker', pg_temp.settle(pg_temp.both(500))), '1', 'what is approved does');
select is((select budget_ore from trinn.grant_partners where grant_id = 104 and organisation_id = 301), 500::bigint, 'with that part');
select is(t.value('firm', 'select count(*) from trinn.grants where id = 104'), '1', 'and it reads the grant');
select is(pg_temp.partners(trinn.today()), '910000301', 'which helps it from then on');
select is(t.value('caseworker', 'select 104 in (select trinn.applications_for(''{910000301}''))'), 'true', 'and is among its cases');
select is((select sum(b.budget_ore)::bigint from trinn.grants g cross join trinn.budget_of(g) b where g.id = 104), 200000::bigint, 'the whole is what it was');
select t.act('caseworker');
select is(trinn.unsettled_partners(50, 104), null, 'all stand by it');
select t.forget();

-- ---- one that has left comes back by another amendment, and not by itself
set local session_replication_role = replica;
insert into trinn.amendments (id, county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_moves, is_of_county, asked_by)
select 9104, county_id, applicant_id, application_id, grant_id, 9, 'partner_change', 'Tilbake',
	jsonb_build_array(pg_temp.move(null, '910000302', 700)), false, asked_by from trinn.amendments where id = 104;
set local session_replication_role = origin;
select throws_ok('update trinn.grant_partners set left_by = null, left_on = null where grant_id = 104', 'TR500', null, 'nobody comes back unasked');

select * from finish();
rollback;
