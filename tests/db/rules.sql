-- A figure of law is one figure on any one day.
begin;
select no_plan();

create function pg_temp.rule(county int, key text, valid_from date, valid_to date) returns text language sql as $$
	select format($f$ insert into trinn.rule_params (county_id, key, basis, valid_from, valid_to, value, unit, source) values (%L, %L, 'x', %L, %L, 1, 'days', 'x') $f$,
		county, key, valid_from, valid_to)
$$;

select lives_ok(pg_temp.rule(null, 'r', '2026-01-01', '2026-06-30'), 'a figure for half a year');
select lives_ok(pg_temp.rule(null, 'r', '2026-07-01', null), 'the next from the day after, for ever');
select throws_ok(pg_temp.rule(null, 'r', '2026-06-30', '2026-06-30'), '23P01', null, 'the last day is included');
select throws_ok(pg_temp.rule(null, 'r', '2025-01-01', null), '23P01', null, 'an open end meets all that follows');
select throws_ok(pg_temp.rule(null, 'r', '2040-01-01', '2040-01-01'), '23P01', null, 'also far ahead');
select lives_ok(pg_temp.rule(null, 'r', '2025-01-01', '2025-12-31'), 'the year before is free');
select lives_ok(pg_temp.rule(50, 'r', '2026-01-01', null), 'a county may have its own');
select lives_ok(pg_temp.rule(50, 'r', '2026-02-01', null), 'a later one goes before it from its first day');
select lives_ok(pg_temp.rule(50, 's', '2026-02-01', null), 'what began on a day');
select lives_ok(format('update trinn.rule_params set value = 2 where id = %s',
	(select id from trinn.rule_params where key = 's')), 'and was another figure');
select lives_ok(pg_temp.rule(50, 's', '2026-02-01', null), 'is set right from that day on');
select is(trinn.county_figure('s', 9, 50), 1::bigint, 'by what was approved last');
select lives_ok(pg_temp.rule(18, 'r', '2026-02-01', null), 'another county too');
select throws_ok(pg_temp.rule(null, 's', '2026-02-01', '2026-01-31'), '23514', null, 'no figure ends before it begins');

-- ---- a county's own

create function pg_temp.own(key text, value bigint, unit text) returns text language sql as $$
	select t.trial('decision_maker', format('insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)
		values (50, %L, ''x'', ''2026-01-01'', %s, %L, ''x'')', key, value, unit))
$$;
select is(pg_temp.own('meetings.erly_days', 1, 'days'), '23514 rule_params_known', 'none is set that Trinn does not read');
select is(pg_temp.own('meetings.early_days', 1, 'ore'), '23514 rule_params_known', 'nor in another unit');
select is(pg_temp.own('meetings.early_days', 31, 'days'), '23514 rule_params_known', 'nor out of bounds');
select is(pg_temp.own('meetings.early_days', 30, 'days') ~ 'rule_params_known', false, 'what is left to it is');
select is_empty($$ select key from trinn.county_figures join trinn.rule_params using (key) where county_id is null $$, 'none of them is law');

select * from finish();
rollback;
