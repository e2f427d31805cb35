-- Who the work of a grant is done with changes as two persons agreed, whatever the daemon forgot to ask.
begin;
select no_plan();

set local session_replication_role = replica;
update trinn.applications set fagpartnere = '[{"orgnr": "910000302", "name": "Minera", "role": "veileder", "hours": 10, "hourlyOre": 1000}]' where id = 104;
update trinn.organisations set orgnr = '910000401' where id = 401;
update trinn.amendments set kind = 'fagpartner_change', is_of_county = false, asked_until = null,
	fagpartnere = '[{"orgnr": "910000401", "name": "Kysten", "role": "veileder", "hours": 10, "hourlyOre": 1000}]' where id = 104;
set local session_replication_role = origin;

create function pg_temp.settle() returns text language sql as $$
	select format('with m as (update trinn.amendments set state = ''approved'', grounds = ''Byttet'', body = ''Direktøren'', prepared_by = %s,
		settled_by = %s, settled_at = now(), decision_id = 104, version = version + 1 where id = 104 returning 1) select count(*) from m',
		t.person('caseworker'), t.person('decision_maker'))
$$;
create function pg_temp.asked(p_with jsonb) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.amendments set fagpartnere = jsonb_build_array(fagpartnere->0 || p_with) where id = 104;
	set local session_replication_role = origin;
end $$;

select is(t.trial('decision_maker', pg_temp.settle()), '1', 'another takes over');
select throws_ok('update trinn.amendments set fagpartnere = ''[]'' where id = 104', 'TR500', null, 'who is what was asked for');
select throws_ok('update trinn.amendments set is_of_county = true where id = 104', null, null, 'by the recipient');
select pg_temp.asked('{"hours": 11}');
select is(t.trial('decision_maker', pg_temp.settle()), '23514 amendments_fagpartnere', 'for no more than was approved');
select pg_temp.asked('{"hours": 10, "orgnr": "910000301"}');
select is(t.trial('decision_maker', pg_temp.settle()), '23514 amendments_fagpartnere', 'who is in the register');
select pg_temp.asked('{"orgnr": "910000401"}');
set local session_replication_role = replica;
update trinn.fagpartnere set state = 'retired' where partner_id = 401;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle()), '23514 amendments_fagpartnere', 'and not retired');
set local session_replication_role = replica;
update trinn.fagpartnere set state = 'active' where partner_id = 401;
update trinn.organisations set bankrupt = true where id = 401;
set local session_replication_role = origin;
select is(t.trial('decision_maker', pg_temp.settle()), '23514 amendments_fagpartnere', 'nor bankrupt');
set local session_replication_role = replica;
update trinn.organisations set bankrupt = false where id = 401;
set local session_replication_role = origin;

create temp table was as select version from trinn.grants where id = 104;
select is((select trinn.fagpartnere_of(g)->0->>'orgnr' from trinn.grants g where id = 104), '910000302', 'it was the one that was applied for');
select is(t.attempt('decision_maker', pg_temp.settle()), '1', '(approved)');
select is((select trinn.fagpartnere_of(g)->0->>'orgnr' from trinn.grants g where id = 104), '910000401', 'and is the one that was approved');
select is((select g.version - w.version from trinn.grants g, was w where g.id = 104), 1::bigint, 'which is another version of the grant');

select * from finish();
rollback;
