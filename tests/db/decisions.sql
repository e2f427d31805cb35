-- Decisions of a case stand in a row, each replacing the one before it.
begin;
select no_plan();

create function pg_temp.another(fresh jsonb) returns text language sql as $$
	select format('insert into trinn.decisions select r.* from trinn.decisions x, jsonb_populate_record(x, %L) r where x.id = 104', fresh)
$$;

-- ---- one after another

select throws_ok(pg_temp.another('{"id": 9001}'), '23505', null, 'one number, one decision');
select throws_ok(pg_temp.another(fresh), '23514', 'new row for relation "decisions" violates check constraint "decisions_first"', why)
from (values ('{"id": 9001, "number": 2}'::jsonb, 'what is not the first was not made on the application'),
	('{"id": 9001, "number": 2, "cause": "appeal"}', 'and replaces another'),
	('{"id": 9001, "number": 2, "replaces_id": 104}', 'for a cause of its own')) v(fresh, why);
select lives_ok(pg_temp.another('{"id": 9001, "number": 2, "cause": "appeal", "replaces_id": 104}'), 'an appeal leads to another');
select throws_ok(pg_temp.another('{"id": 9002, "number": 3, "cause": "reversal", "replaces_id": 104}'), '23505', null, 'one is replaced once');

select * from finish();
rollback;
