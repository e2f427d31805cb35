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
		- (select sum(amount_ore) from trinn.grant_costs where grant_id = 104 and cost_group = ''workshops'')) from trinn.grant_costs where grant_id = 104))')
	returns text language sql as $$
	select format('with m as (update trinn.amendments set state = ''approved'', grounds = ''Flyttet'', body = ''Direktøren'', granted_moves = %L, prepared_by = %s,
		settled_by = %s, settled_at = now(), decision_id = 104, version = version + 1 where id = 104 returning 1) select count(*) from m; %s; set constraints all immediate; select 1',
		p_moves, t.person('caseworker'), t.person('decision_maker'), then_do)
$$;
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 50000))), '1', 'two persons move of it');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 50000), 'select 1')), '23514 grants_budget', 'and then it is moved');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('fagpartner', 'workshops', 150001))), '23514 amendments_budget', 'not more than there is');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'travel', 1))), '23514 amendments_budget', 'to no group that is not of the call');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'workshops', 1, '910000102'))), '23514 amendments_budget', 'nor to one that is no partner');
select is(t.trial('decision_maker', pg_temp.settle(pg_temp.move('workshops', 'workshops', 1, '910000302'))), '1', 'but to one that is');
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
