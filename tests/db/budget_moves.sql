-- The budget of a grant moves as two persons agreed, whatever the daemon forgot to ask.
begin;
select no_plan();

-- Grant 104 as it was applied for: 150000 for fagpartner, 50000 for workshops, of which 302 bears nothing yet.
set local session_replication_role = replica;
update trinn.grant_costs set budget_ore = case cost_group when 'fagpartner' then 150000 else 50000 end where grant_id = 104;
update trinn.grant_partners set budget_ore = 0 where grant_id = 104;
update trinn.claims set state = 'rejected' where grant_id = 104;
update trinn.amendments set kind = 'budget_move', asked_until = null, asked_moves = '[]' where id = 104;
set local session_replication_role = origin;
select set_eq('select cost_group, partner_orgnr, budget_ore from trinn.budget_of((select g from trinn.grants g where g.id = 104)) where budget_ore > 0',
	$$ values ('fagpartner', null::text, 150000::bigint), ('workshops', null, 50000) $$, 'the budget is what was applied for');

create function pg_temp.move(p_from text, p_to text, p_ore bigint, p_partner text default null) returns jsonb language sql as $$
	select jsonb_build_array(jsonb_build_object('from', jsonb_build_object('costGroup', p_from), 'amountOre', p_ore,
		'to', jsonb_strip_nulls(jsonb_build_object('costGroup', p_to, 'partnerOrgnr', p_partner))))
$$;
-- What decision_maker settles of it, and does then.
create function pg_temp.settle(p_moves jsonb, then_do text default 'select trinn.move_budget(104, (select jsonb_object_agg(cost_group, case cost_group
		when ''workshops'' then amount_ore else 0 end) || jsonb_build_object(''fagpartner'', (select amount_ore from trinn.grants where id = 104)
		- (select sum(amount_ore) from trinn.grant_costs where grant_id = 104 and cost_group = ''workshops'')) from trinn.grant_costs where grant_id = 104))',
	p_id bigint default 104) returns text language sql as $$
	select format('with m as (update trinn.amendments set state = ''approved'', grounds = ''Flyttet'', body = ''Direktøren'', granted_moves = %L, prepared_by = %s,
		settled_by = %s, settled_at = now(), decision_id = 104, version = version + 1 where id = %s returning 1) select count(*) from m; %s; set constraints all immediate; select 1',
		p_moves, t.person('caseworker'), t.person('decision_maker'), p_id, then_do)
$$;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 50000))), '1', 'two persons move of it');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 50000), 'select 1')), '23514 grants_budget', 'and then it is moved');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 150001))), '23514 amendments_budget', 'not more than there is');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'travel', 1))), '23514 amendments_budget', 'to no group that is not of the call');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'workshops', 1, '910000102'))), '23514 amendments_budget', 'nor to one that is no partner');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'fagpartner', 150000, '910000302')
	|| pg_temp.move('workshops', 'workshops', 50000, '910000302'))), '23514 amendments_budget', 'nor all that the recipient bears');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'workshops', 1, '910000302'))), '23514 amendments_parts',
	'nor to a partner that was not asked');

-- ---- a partner that stays with another part
savepoint stays;
set local session_replication_role = replica;
update trinn.amendments set state = 'withdrawn' where id = 104;
update trinn.grant_partners set budget_ore = 0 where grant_id = 104;
set local session_replication_role = origin;
create function pg_temp.ask(p_id bigint, p_moves jsonb) returns text language sql as $$
	select format('insert into trinn.amendments (id, county_id, applicant_id, application_id, grant_id, number, kind, reason, asked_moves, is_of_county, asked_by)
		overriding system value values (%s, 50, 101, 104, 104, %1$s, ''budget_move'', ''Flyttes'', %L, false, %s)', p_id, p_moves, t.person('hub_signatory'))
$$;
create function pg_temp.confirmation(p_subject text) returns text language sql as $$
	select format($f$ update trinn.application_partners set state = 'confirmed', confirmed_by = 'Leder', confirmed_on = trinn.today(), signed_by = %s,
		version = version + 1 where asked_to = 'stay' and state = 'asked' $f$, t.person(p_subject))
$$;
select is(t.attempt('hub_signatory', pg_temp.ask(9105, pg_temp.move('workshops', 'workshops', 500, '910000302'))), '1', 'a part is asked for');
select results_eq('select organisation_id, asked_to, state, answer_by from trinn.application_partners where amendment_id = 9105',
	$$ values (302::bigint, 'stay', 'asked', null::date) $$, 'and the partner with it, which confirms');
select is((select count(*) from trinn.outbox where topic = 'application_partner.ask-to-stay' and organisation_id = 302), 1::bigint, 'as it is told');
select is(t.value('firm-2', 'select count(*) from trinn.amendments where id = 9105'), '1', 'and reads');
select is(t.attempt('caseworker', 'update trinn.amendments set state = ''prepared'', version = version + 1 where id = 9105'), '1', '(it is prepared)');
create function pg_temp.give(p_ore bigint) returns text language sql as $$
	select t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'workshops', p_ore, '910000302'), p_id => 9105))
$$;
select is(pg_temp.give(500), '23514 amendments_parts', 'before it has said yes it gets nothing');
select is(t.trial('hub_signatory', pg_temp.confirmation('hub_signatory')), '42501', 'which the recipient does not for it');
select is(t.attempt('firm-2', pg_temp.confirmation('firm-2')), '1', 'it says yes');
select is((select trinn.lines_sum(part->'costs') from trinn.application_partners where amendment_id = 9105), 500::bigint, 'to all that it then bears');
select is(pg_temp.give(499), '23514 amendments_parts', 'and gets no other part');
select is(pg_temp.give(500), '1', 'but that');
select is(t.trial('hub_signatory', 'update trinn.application_partners set state = ''removed'', version = version + 1 where amendment_id = 9105'),
	'23514 application_partners_entering', 'nobody takes it out');
select is(t.attempt('hub_signatory', 'update trinn.amendments set state = ''withdrawn'', version = version + 1 where id = 9105'), '1', 'what is withdrawn');
select is((select string_agg(topic, ' ') from trinn.outbox where topic like 'application_partner.%' and id > (select max(id) from trinn.outbox
	where topic = 'application_partner.ask-to-stay')), 'application_partner.keep-part', 'leaves its part as it was, of which it is told');

-- What it loses it is heard of.
set local session_replication_role = replica;
update trinn.applications set costs = '[{"costGroup": "fagpartner", "description": "Timer", "amountOre": 149000}, {"costGroup": "workshops", "description": "Lokaler",
	"amountOre": 50000}, {"costGroup": "fagpartner", "description": "Timer", "amountOre": 1000, "partnerOrgnr": "910000302"}]' where id = 104;
update trinn.grant_partners set budget_ore = 1000 where grant_id = 104;
set local session_replication_role = origin;
create function pg_temp.less(p_ore bigint) returns jsonb language sql as $$
	select jsonb_build_array(jsonb_build_object('from', '{"costGroup": "fagpartner", "partnerOrgnr": "910000302"}'::jsonb, 'to', '{"costGroup": "fagpartner"}'::jsonb,
		'amountOre', p_ore))
$$;
create function pg_temp.take(p_ore bigint) returns text language sql as $$
	select t.trial('decision_maker', pg_temp.settle(pg_temp.less(p_ore), p_id => 9106))
$$;
select is(t.attempt('hub_signatory', pg_temp.ask(9106, pg_temp.less(400))), '1', 'less is asked for');
select ok((select answer_by > trinn.today() from trinn.application_partners where amendment_id = 9106), 'with a day to answer by');
select is(t.attempt('caseworker', 'update trinn.amendments set state = ''prepared'', version = version + 1 where id = 9106'), '1', '(it is prepared)');
select is(pg_temp.take(400), '23514 amendments_parts', 'nothing is taken before');
select is(t.attempt('firm-2', 'update trinn.application_partners set state = ''declined'', reason = ''Nei'', version = version + 1 where amendment_id = 9106'), '1', 'its no');
select is(pg_temp.take(400), '1', 'is weighed');
select is(pg_temp.take(401), '23514 amendments_parts', 'it loses no more than it was asked about');
rollback to stays;
savepoint claimed;
set local session_replication_role = replica;
update trinn.claims set state = 'released' where id = 104;
insert into trinn.claim_costs (county_id, applicant_id, claim_id, line, cost_group, description, amount_ore) values (50, 101, 104, 99, 'workshops', 'x', 40000);
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'fagpartner', 10001))), '23514 amendments_budget', 'what is claimed of a group stays there');
rollback to claimed;
savepoint capped;
set local session_replication_role = replica;
update trinn.cost_groups set max_share_bp = 3000 where county_id = 50 and funding_line_id = 500 and code = 'workshops';
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 10001))), '23514 amendments_budget', 'no group gets more than the scheme lets it');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 10000))), '1', 'as much it does');
rollback to capped;
select throws_ok('update trinn.grant_costs set budget_ore = budget_ore + 1 where grant_id = 104 and cost_group = ''workshops''; set constraints all immediate', '23514', null,
	'nothing else changes it');
select throws_ok('delete from trinn.grant_partners where grant_id = 104', 'TR500', null, 'and no partner goes');

select * from finish();
rollback;
