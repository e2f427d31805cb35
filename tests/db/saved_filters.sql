-- Filters are a person's in a role; of the county's, those that are shared are read by the others of the role, and nobody else
-- writes them.
begin;
select no_plan();
create function pg_temp.keep(subject text, is_shared boolean) returns text language sql as $$
	select t.trial(subject, format('insert into trinn.saved_filters (county_id, person_id, organisation_id, role, name, operation, query, is_shared)
		select county_id, %s, organisation_id, role, ''Min'', ''listTasks'', ''{}'', %L from trinn.saved_filters
		where person_id = trinn.caller_person() limit 1', t.person(subject), is_shared))
$$;
select is(pg_temp.keep('caseworker', true), '1', 'a caseworker shares one');
select is(pg_temp.keep('firm', false), '1', 'a firm keeps one');
select is(pg_temp.keep('firm', true) ~ '^42501', true, 'and shares none');
select is(t.trial('caseworker', format('insert into trinn.saved_filters (county_id, person_id, organisation_id, role, name, operation, query)
	values (50, %s, 1, ''caseworker'', ''Din'', ''listTasks'', ''{}'')', t.person('caseworker-b'))) ~ '^(42501|TR500)', true, 'nobody keeps one for another');

insert into trinn.saved_filters (id, county_id, person_id, organisation_id, role, name, operation, query, is_shared) overriding system value
values (9001, 50, t.person('caseworker'), 1, 'caseworker', 'Vår', 'listTasks', '{}', true);
create function pg_temp.seen(subject text) returns text language sql as $$
	select t.trial(subject, 'select trinn.exactly(1, (select count(*) from trinn.saved_filters where id = 9001), ''seen'')')
$$;
select is(pg_temp.seen('caseworker-b'), '1', 'another of the role reads it');
select is(pg_temp.seen('decision_maker') ~ '^TR412', true, 'another role does not');
select is(pg_temp.seen('caseworker-18') ~ '^TR412', true, 'nor another county');
select is(t.trial('caseworker-b', 'update trinn.saved_filters set name = ''Min'' where id = 9001'), '0', 'it is not theirs to change');
select is(t.trial('caseworker', 'update trinn.saved_filters set name = ''Min'' where id = 9001'), '1', 'but of whoever keeps it');
select is(t.trial('caseworker', 'update trinn.saved_filters set is_shared = false where id = 9001'), '1', 'who takes it back');

update trinn.saved_filters set discarded_on = trinn.today() where id = 9001;
select throws_ok('update trinn.saved_filters set name = ''Min'' where id = 9001', 'TR500', null, 'what is discarded stays');

insert into trinn.saved_filters (county_id, person_id, organisation_id, role, name, operation, query)
select 50, t.person('caseworker'), 1, 'caseworker', 'Nr. ' || n, 'listTasks', '{}'
from generate_series(1, 100 - (select count(*)::int from trinn.saved_filters where person_id = t.person('caseworker') and discarded_on is null)) n;
select is(pg_temp.keep('caseworker', false), '23514 saved_filters_few', 'a hundred at most');
select is(pg_temp.keep('caseworker-b', false), '1', 'of each');
select * from finish();
rollback;
