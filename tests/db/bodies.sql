-- Bodies: their members stand, and what is delegated to one counts from its first day on.
begin;
select no_plan();

-- ---- members and delegations
select throws_ok($$ update trinn.body_members set seat = 'observer' where body_id = 100 and position = 1 $$, 'TR500', null, 'an edition of members stands');
select throws_ok($$ update trinn.authorities set limit_ore = 1 where funding_line_id = 500 $$, 'TR500', null, 'so does an authority');
select throws_ok($$ insert into trinn.body_members values (50, 100, 1, 9, t.person('steering_member'), 'deputy', '2027-01-01', '2028-12-31') $$, '23P01', null,
	'nobody has two seats at a time');
select throws_ok($$ insert into trinn.body_members values (50, 100, 1, 9, t.person('attestant'), 'chair', '2027-12-31', '2028-12-31') $$, '23P01', null,
	'nor has a body two chairs');
select is((select count(*) from trinn.members_of(50, 100, '2027-12-31')), 5::bigint, 'on the last day of a term one is a member');
select is((select count(*) from trinn.members_of(50, 100, '2028-01-01')), 0::bigint, 'and on the day after not');

create function pg_temp.delegate(delegation bigint, since date, until date, despite boolean default true) returns text language sql as $$
	select format($f$ insert into trinn.authorities (id, county_id, funding_line_id, role, body, valid_from, valid_to, resolution, body_id, despite_outside_members)
		overriding system value values (%s, 50, 500, 'secretary', 'Styringsgruppe 100', %L, %L, 'FT 1', 100, %L) $f$, delegation, since, until, despite)
$$;
create function pg_temp.in_force(day date) returns text language sql as $$
	select string_agg(coalesce(resolution || ' ' || id, body), ', ' order by id) from trinn.authorities_on(50, 500, day) where role = 'secretary'
$$;
select throws_ok(pg_temp.delegate(9000, '2030-01-01', null, false), '23514', null, 'a group with members from outside recommends, unless a delegation says otherwise');
select lives_ok(pg_temp.delegate(9001, '2030-01-01', '2030-12-31'));
select lives_ok(pg_temp.delegate(9002, '2030-07-01', '2030-09-30'));
select is(pg_temp.in_force('2029-12-31'), 'Utvalget', 'until the delegation the committee of the line decides');
select is(pg_temp.in_force('2030-01-01'), 'Utvalget, FT 1 9001', 'from its first day the body does too');
select is(pg_temp.in_force('2030-07-01'), 'Utvalget, FT 1 9002', 'a later delegation replaces it');
select is(pg_temp.in_force('2030-10-01'), 'Utvalget', 'and when that is over the committee is left');
update trinn.bodies set name = 'UTVALGET' where id = 100;
select is(pg_temp.in_force('2029-12-31'), 'Utvalget', 'a committee that is registered itself');
insert into trinn.authorities (id, county_id, funding_line_id, role, body, valid_from, resolution, body_id, despite_outside_members)
overriding system value values (9003, 50, 500, 'secretary', 'UTVALGET', '2030-12-01', 'FT 2', 100, true);
select is(pg_temp.in_force('2030-12-01'), 'FT 2 9003', 'has its row by its delegation alone');

select * from finish();
rollback;
