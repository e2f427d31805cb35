-- What an application takes along is of the same applicant in the same programme, and what of it did not fit is told until
-- it is sent.
begin;
select no_plan();

-- 101 is a draft of hub 101, 103 was submitted; 201 is another hub's. All are of call 500 in programme 500.
create function pg_temp.carried(p_from bigint, p_left text default null) returns text language sql as $$
	select format($f$ update trinn.applications set carried_from = %s, not_carried = %L where id = 101 $f$, p_from, p_left)
$$;
select is(t.trial('hub_editor', pg_temp.carried(103, '[{}]')), '1', 'an applicant takes along of its own');
select is(t.trial('hub_editor', pg_temp.carried(101)), '23514 applications_carried', 'not of itself');
select is(t.trial('hub_editor', pg_temp.carried(201)), '23503 applications_county_id_applicant_id_carried_from_fkey', 'nor of another''s');
select is(t.trial('hub_editor', pg_temp.carried(103, '{}')), '23514 applications_not_carried_check', 'what is told is a list');
select is(t.trial('hub_editor-2', pg_temp.carried(203)), '0', 'nobody says it of another''s draft');
select is(t.trial('caseworker', pg_temp.carried(103)), '0', 'nor the county');
select is(t.trial('hub_editor', $$ update trinn.applications set not_carried = '[]' where id = 101 $$), '23514 applications_not_carried',
	'where nothing is taken along nothing is told');

set local session_replication_role = replica;
insert into trinn.calls (id, county_id, programme_id, funding_line_id, code, title, description, stages, cost_groups, opens_on, closes_on, state, created_by)
	overriding system value
	select 9000, 50, 501, 500, 'annen', 'Annen', '', '{1}', '{workshops}', opens_on, closes_on, 'open', created_by from trinn.calls where id = 500;
update trinn.applications set call_id = 9000 where id = 102;
set local session_replication_role = origin;
select is(t.trial('hub_editor', pg_temp.carried(102)), '23514 applications_carried', 'nor of one in another programme');

select is(t.attempt('hub_editor', pg_temp.carried(103, '[{}]')), '1', 'it is said');
select is(t.trial('hub_editor', pg_temp.carried(104)), '23514 applications_carried', 'once');
select is(t.trial('hub_editor', 'update trinn.applications set carried_from = null where id = 101'), '23514 applications_carried', 'and stays');
create function pg_temp.sent(p_more text) returns text language sql as $$
	select format($f$ update trinn.applications set state = 'submitted', submitted_by = %s, submitted_at = now()%s where id = 101 $f$,
		t.person('hub_signatory'), p_more)
$$;
select is(t.trial('hub_signatory', pg_temp.sent('')), '23514 applications_not_carried', 'what did not fit is not sent with it');
select is(t.trial('hub_signatory', pg_temp.sent(', not_carried = null')), '1', 'but forgotten then');

-- ---- calls that follow one another
create function pg_temp.following(p_id bigint, p_predecessor bigint) returns text language sql as $$
	select format($f$ with made as (insert into trinn.calls (id, county_id, programme_id, funding_line_id, code, title, description, stages, cost_groups, opens_on,
			closes_on, predecessor_id, created_by) overriding system value
		values (%s, 50, 500, 500, 'neste', 'Neste', '', '{1}', '{workshops}', trinn.today(), trinn.today(), %s, %s) returning id)
		insert into trinn.call_lines select 50, id, 1, 500, 10000 from made $f$,
		p_id, p_predecessor, t.person('caseworker'))
$$;
select is(t.trial('caseworker', pg_temp.following(9001, 500)), '1', 'a call follows one of its programme');
select is(t.trial('caseworker', pg_temp.following(9001, 9000)), '23503 calls_county_id_programme_id_predecessor_id_fkey', 'not of another');
select is(t.trial('caseworker', pg_temp.following(9001, 9001)), '23514 calls_predecessor_before', 'not itself');
select is(t.trial('caseworker', pg_temp.following(400, 500)), '23514 calls_predecessor_before', 'nor one that was made after it');
select is(t.trial('caseworker', 'update trinn.calls set predecessor_id = 500 where id = 501') ~ '^42501', true, 'nor is it said later');

select * from finish();
rollback;
