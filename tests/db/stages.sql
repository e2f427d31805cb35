-- Places of a stage follow the version in force, and none is taken that is not free.
begin;
select no_plan();

create function pg_temp.places(number int) returns text language sql
	as $$ select concat_ws('/', taken, coalesce(capacity::text, 'any')) from trinn.stage_places where programme_id = 500 and stage = number $$;
create function pg_temp.take(places int) returns text language sql
	as $$ select t.attempt('hub_signatory', format('update trinn.stage_places set taken = %s where programme_id = 500 and stage = 2', places), 'postgres') $$;

select is(pg_temp.places(1), '0/any', 'a stage has places from when it is made');
select is(pg_temp.take(3), '1', 'they are taken');
select is(pg_temp.take(21), '23514 stage_places_free', 'as long as there are any');

insert into trinn.stages (county_id, programme_id, programme_version, number, name, description, capacity) values (50, 500, 2, 2, 'Avansert', '', 2);
select is(pg_temp.places(2), '3/2', 'a version with fewer places than are taken leaves those where they are');
select is(pg_temp.places(1), '0/any', 'and a stage that it has no longer as it was');
select is(pg_temp.take(4), '23514 stage_places_free', 'nobody comes in');
select is(pg_temp.take(2), '1', 'before one has left');
select is(pg_temp.take(3), '23514 stage_places_free', 'nor in the place that was one too many');
select is(pg_temp.take(1), '1', 'before so many have left');
select is(pg_temp.take(2), '1', 'that there is one free');

-- ---- who waits is told

create function pg_temp.told() returns bigint language sql
	as $$ select count(*) from trinn.outbox where topic = 'enrolment.place-free' and object_id = 100 and organisation_id = 101 $$;
alter table trinn.enrolments disable trigger user;
update trinn.enrolments set state = 'waiting', waiting_since = now(), programme_version = 2 where county_id = 50 and id = 100;
alter table trinn.enrolments enable trigger user;
select is(pg_temp.told(), 0::bigint, 'as long as there is no place nobody is told');
select is(pg_temp.take(1), '1', 'a firm leaves');
select is(pg_temp.told(), 1::bigint, 'and the hub of who waits is told');
select is(pg_temp.take(2), '1', 'another takes the place');
select is(pg_temp.told(), 1::bigint, 'which is nobody''s to tell');
select t.act('county_admin');
insert into trinn.stages (county_id, programme_id, programme_version, number, name, description, capacity) values (50, 500, 3, 2, 'Avansert', '', 5);
select is(pg_temp.told(), 2::bigint, 'a version with more places tells it, too');

select * from finish();
rollback;
