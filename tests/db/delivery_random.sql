-- Statements at random, as anybody of the county in the daemon's session: whatever goes through, what must never be false is
-- true after it. Each run has a seed of its own and says it where it fails; SEED=0.5 tests/db/run tests/db/delivery_random.sql
-- shoots the same again.
\set seed `echo $SEED`
begin;
select no_plan();

create function pg_temp.one_of(variadic choices text[]) returns text language sql volatile
	as $$ select choices[1 + floor(random() * cardinality(choices))::int] $$;

-- ---- what is shot, {word} standing for one of its choices, the same all through the statement; the likelier the more often

create temp table words (word text, choices text[]) on commit drop;
insert into words values
	('hub', '{101,101,102,401}'), ('firm', '{301,302,303,304,305,306,307}'), ('programme', '{500,500,501}'), ('state',
	'{prospect,assessed,waiting,enrolled,enrolled,active,active,completed,completed,finished,dropped_out}'), ('stage', '{"null",1,1,2,2,7}'),
	('next', '{0,0,0,1,1,-1}'), ('n', '{-1,0,1,1,2}'), ('cohort', '{100,100,200,300}'), ('minutes', '{0,1,600,600,2400,6001}'), ('some', '{"null",1,600,600}'),
	('ore', '{0,1,50000,50000,600000,1200000,1300000}'), ('same', '{0,0,0,1}'), ('kind', '{raise,pay,unpay,refund,waive,write_off,recover,credit}'),
	('paid', '{due,invoiced,part_paid,paid,waived,written_off,credited}'), ('step', '{ordered,delivered,delivered,confirmed,confirmed,invoiced,cancelled}'),
	('table', '{enrolments,enrolment_steps,passages,stage_places,copayment_entries,copayments,hours,engagements,cohort_firms}');

create temp table shots (weight int, statement text) on commit drop;
insert into shots values
	(3, $$ insert into trinn.enrolments (county_id, programme_id, programme_version, firm_id, hub_id, state)
		values (50, {programme}, 1, {firm}, case {same} when 0 then trinn.caller_org() else {hub} end, case {same} when 0 then 'prospect' else '{state}' end) $$),
	(30, $$ update trinn.enrolments set state = '{state}', round = round + greatest({next}, 0), version = version + 1,
			stage = case when '{state}' in ('prospect', 'assessed') then null when {same} = 0 then coalesce(stage, 1) + {next} else {stage} end,
			reason = case '{state}' when 'dropped_out' then 'other' end, waiting_since = case '{state}' when 'waiting' then now() end
		where id = (select id from trinn.enrolments order by random() limit 1) $$),
	(1, $$ update trinn.enrolments set stage = {stage} where id = (select id from trinn.enrolments order by random() limit 1) $$),
	(1, $$ update trinn.enrolments set hub_id = {hub} where id = (select id from trinn.enrolments order by random() limit 1) $$),
	(1, $$ update trinn.stage_places set taken = taken + {n}, capacity = 99 where stage = {stage} $$),
	(4, $$ insert into trinn.cohort_firms (county_id, cohort_id, enrolment_id, joined_on)
		select 50, {cohort}, id, trinn.today() from trinn.enrolments order by random() limit 1 $$),
	(3, $$ update trinn.cohort_firms set left_on = case {same} when 0 then null else trinn.today() end where cohort_id = {cohort} $$),
	(1, $$ update trinn.cohorts set capacity = {n} where id = {cohort} $$),
	(1, $$ insert into trinn.enrolment_steps select * from trinn.enrolment_steps order by random() limit 1 $$),
	(1, $$ update trinn.passages set completed = not completed $$),
	(1, $$ delete from trinn.{table} $$),
	(2, $$ insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes)
		select 50, id, hub_id, partner_id, {firm}, 1000 + random() * 1000000, 'Egen case', 'digital', {minutes} from trinn.engagements order by random() limit 1 $$),
	-- Firms that hire a specialist together, and one that joins an order.
	(3, $$ insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes)
		select 50, g.id, g.hub_id, g.partner_id, f.firm_id, o.id, 'Felles kurs', 'green', case n when 1 then {minutes} / 3 else {minutes} - {minutes} / 3 end
		from (select * from trinn.engagements order by random() limit 1) g, (select 1000 + random() * 1000000 as id) o,
			(select firm_id, row_number() over () as n from (select firm_id from trinn.enrolments group by 1 order by random() limit 2) e) f $$),
	(2, $$ insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes)
		select 50, g.id, g.hub_id, g.partner_id, (select firm_id from trinn.enrolments order by random() limit 1), (select order_id from trinn.hours order by random() limit 1), 'Felles kurs', 'green', {minutes}
		from trinn.engagements g order by random() limit 1 $$),
	(6, $$ update trinn.hours set state = '{step}', freed_minutes = case '{step}' when 'cancelled' then ordered_minutes else {n} end,
			delivered_minutes = case when '{step}' = 'delivered' then {minutes} else delivered_minutes end,
			delivered_on = case when '{step}' = 'delivered' then trinn.today() else delivered_on end,
			delivered_by = case when '{step}' = 'delivered' then trinn.caller_person() else delivered_by end,
			confirmed_minutes = case when '{step}' = 'confirmed' then {some} else confirmed_minutes end,
			confirmed_by = case when '{step}' = 'confirmed' then trinn.caller_person() end, version = version + 1
		where id = (select id from trinn.hours order by random() limit 1) $$),
	(2, $$ update trinn.hours set delivered_minutes = delivered_minutes + {n}, ordered_minutes = ordered_minutes + {n} $$),
	(1, $$ update trinn.engagements set delivered_minutes = {minutes} $$),
	(2, $$ insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, entered_by)
		select 50, id, '{kind}', {ore}, trinn.today(), trinn.caller_person() from trinn.copayments order by random() limit 1 $$),
	(2, $$ update trinn.copayments set open_ore = open_ore - {ore}, state = '{paid}' where id = (select id from trinn.copayments order by random() limit 1) $$),
	(1, $$ update trinn.copayments set refund_asked_by = trinn.caller_person(), refund_ore = {ore} where id = (select id from trinn.copayments order by random() limit 1) $$),
	(2, $$ update trinn.copayment_reliefs set aid_ore = 3000000 + {ore}, aid_checked_by = trinn.caller_person() where state = 'asked' $$),
	(2, $$ update trinn.copayments set forgone_ore = forgone_ore + {ore}, aid_ore = aid_ore + {ore}, settled_service_ore = {same} * settled_service_ore,
		state = '{paid}' where id = (select id from trinn.copayments order by random() limit 1) $$),
	(4, $$ insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, entered_by)
			select 50, id, '{kind}', {ore}, trinn.today(), trinn.caller_person() from trinn.copayments order by id limit 1;
		update trinn.copayments set open_ore = open_ore + {ore} * case when '{kind}' in ('raise', 'unpay', 'refund') then 1 else -1 end + {same}, version = version + 1,
			state = case when '{kind}' in ('waive', 'write_off', 'credit') then '{paid}' else state end,
			forgone_ore = forgone_ore + case when '{kind}' = 'waive' then {ore} else 0 end, aid_ore = aid_ore + case when '{kind}' = 'waive' then {ore} else 0 end
		where id = (select id from trinn.copayments order by id limit 1) $$),
	(4, $$ update trinn.copayments set settled_service_ore = 1200000 + {ore}, settled_aid_ore = {ore} + forgone_ore,
			settled_reason = case {same} when 0 then 'Feil timer' end where id = (select id from trinn.copayments order by id limit 1) $$),
	(6, $$ update trinn.bank_entries set state = 'matched', copayment_id = 100, why = null where id = 100 and {same} = 0;
		insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
			select 50, 100, 'pay', amount_ore, 100, trinn.today(), trinn.caller_person() from trinn.bank_entries where id = 100;
		update trinn.copayments set open_ore = open_ore - 1200000, state = '{paid}', version = version + 1 where id = 100 $$),
	(6, $$ update trinn.bank_entries set state = 'unmatched', copayment_id = null, why = 'reopened', reason = 'Feil' where id = 100 and {same} = 0;
		insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
			select 50, 100, 'unpay', amount_ore, 100, trinn.today(), trinn.caller_person() from trinn.bank_entries where id = 100;
		update trinn.copayments set open_ore = open_ore + 1200000, state = '{paid}', version = version + 1 where id = 100 $$);

-- ---- what must never be false: here and by way of HTTP

\ir ../support/falsehoods.sql

-- ---- the shooting

insert into trinn.organisations (id, orgnr, name, form, municipality_no) overriding system value
select n, '910000' || n, 'Bedrift ' || n, 'AS', '5021' from generate_series(303, 307) n;
update trinn.stage_places set capacity = case stage when 1 then 1 else 2 end where county_id = 50;
update trinn.cohorts set capacity = 2 where county_id = 50;
-- The fixture counts none of its hours.
set local session_replication_role = replica;
update trinn.engagements g set ordered_minutes = (select coalesce(sum(ordered_minutes), 0) from trinn.hours h where h.county_id = g.county_id and h.engagement_id = g.id);
set local session_replication_role = origin;

create temp table run on commit drop as
	select coalesce(nullif(:'seed', '')::float8, round(random()::numeric, 6)::float8) as seed;
create temp table fell (n int, subject text, statement text, outcome text, falsehoods text[]) on commit drop;

create function pg_temp.shot() returns text language plpgsql volatile as $$
declare
	chosen text;
	word record;
begin
	select s.statement into chosen from shots s order by random() ^ (1.0 / s.weight) desc limit 1;
	for word in select * from words loop
		chosen := replace(chosen, '{' || word.word || '}', pg_temp.one_of(variadic word.choices));
	end loop;
	return chosen;
end $$;

create function pg_temp.shoot(times int) returns void language plpgsql as $$
declare
	who text;
	what text;
	outcome text;
	wrong text[];
begin
	perform setseed(seed) from run;
	for i in 1 .. times loop
		who := pg_temp.one_of('hub_signatory', 'hub_signatory', 'hub_editor', 'hub_signatory-2', 'hub_signatory-2', 'firm', 'firm-2', 'fagpartner',
			'caseworker', 'programme_lead', 'finance', 'county_admin', 'system');
		what := pg_temp.shot();
		outcome := t.attempt(who, what);
		select array_agg(f) into wrong from pg_temp.falsehoods() f where outcome ~ '^[1-9]\d{0,3}$';
		insert into fell values (i, who, what, outcome, wrong);
		exit when wrong is not null;
	end loop;
end $$;

select is_empty('select * from pg_temp.falsehoods()', 'nothing is false to begin with');
select pg_temp.shoot(2500);
select is((select format('%s as %s: %s', statement, subject, falsehoods) from fell where falsehoods is not null), null,
	'whatever is shot, nothing false comes true; seed ' || seed) from run;
select cmp_ok((select count(*) from fell where outcome ~ '^[1-9]\d{0,3}$')::int, '>', 40, 'much of it goes through; seed ' || seed) from run;
select cmp_ok((select count(distinct outcome) from fell)::int, '>', 10, 'the rest is refused for many reasons; seed ' || seed) from run;

select * from finish();
rollback;
