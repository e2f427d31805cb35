-- How long a closed case is kept, by what, and what keeps it beyond.
begin;
select no_plan();

-- ---- closed is what leads nowhere but to being taken up again
select set_eq($$ select state from unnest('{draft,submitted,returned,in_review,recommended,granted,part_granted,rejected,ineligible,dismissed,accepted,active,
	closed,withdrawn}'::text[]) state where trinn.is_ended('applications', trim(state)) $$,
	$$ values ('rejected'), ('ineligible'), ('dismissed'), ('closed'), ('withdrawn') $$, 'the states in which a case is closed');
select is(t.attempt('hub_signatory', $$ update trinn.applications set state = 'withdrawn' where id = 103 $$), '1', 'a case is closed');
select is((select closed_on from trinn.applications where id = 103), trinn.today(), 'on the day that it is');
set local session_replication_role = replica;
update trinn.applications set state = 'closed', closed_on = '2020-01-01' where id = 104;
set local session_replication_role = origin;
select is(t.attempt('decision_maker', $$ update trinn.applications set state = 'in_review' where id = 104 $$), '1', 'one that is taken up again');
select is((select closed_on from trinn.applications where id = 104), null, 'is open');

-- ---- counted from when, and until when
select is(trinn.counted_from(start, '2026-05-05', '2024-01-02', '2025-06-07', '2024-03-04'), day::date, 'from ' || start)
from (values ('closing', '2026-05-05'), ('award', '2024-01-02'), ('last_award', '2025-06-07'), ('accounting_year', '2024-12-31')) v(start, day);
select is(trinn.kept_until('2024-02-29', 5), '2029-02-28', 'years of a leap day');
select is(trinn.kept_until('2024-12-31', 10), '2034-12-31', 'ten years');
select is(trinn.kept_until('2024-12-31', null), 'infinity', 'for good');

-- ---- the class of a case
create function pg_temp.ends(id bigint, p_state text, closed date) returns void language plpgsql as $$
begin
	set local session_replication_role = replica;
	update trinn.applications a set state = p_state, closed_on = closed where a.id = ends.id;
	set local session_replication_role = origin;
end $$;
create function pg_temp.holdings(p_id bigint) returns text language sql as $$
	select string_agg(h.covers, ' ' order by h.covers) from trinn.applications a, trinn.holdings_of(a) h where a.id = p_id
$$;
create function pg_temp.class(p_id bigint) returns text language sql as $$
	select concat_ws(' ', c.covers, r.keep_until, 'lacks ' || nullif(array_to_string(r.lacks, ','), ''))
	from trinn.applications a, trinn.retention_of(a) r left join trinn.retention_classes c on c.county_id = 50 and c.id = r.class_id where a.id = p_id
$$;
create function pg_temp.new_class(covers text, start text, years int, archived boolean default false) returns void language sql as $$
	insert into trinn.retention_classes (county_id, name, covers, counted_from, years, is_archived, basis) values (50, '{"nb": "x"}', covers, start, years, archived, 'x')
$$;
select pg_temp.ends(103, 'rejected', '2020-01-15'), pg_temp.ends(104, 'closed', '2026-07-01');
select is(pg_temp.holdings(103), 'refusal', 'a refusal');
select is(pg_temp.holdings(104), 'accounts aid', 'aid, with accounts of it');
create function pg_temp.holdings_in(p_state text) returns text language plpgsql as $$
begin
	perform pg_temp.ends(103, p_state, '2020-01-15');
	return pg_temp.holdings(103);
end $$;
select is(pg_temp.holdings_in(state), covers, 'of ' || state || ': ' || covers)
from (values ('withdrawn', 'withdrawal'), ('closed', 'unused'), ('dismissed', 'refusal')) v(state, covers);
select is(pg_temp.class(103), 'refusal 2025-01-15', 'five years from when it was closed');
select is(pg_temp.class(104), 'lacks aid,accounts', 'what no class covers');
select pg_temp.new_class('accounts', 'accounting_year', 5), pg_temp.new_class('aid', 'award', 10);
select is(pg_temp.class(104), 'aid 2036-03-01', 'the longest wins');
select pg_temp.new_class('aid', 'closing', 1);
select is(pg_temp.class(104), 'accounts 2031-12-31', 'and the newest class is in force');
select pg_temp.new_class('aid', 'last_award', 10);
set local session_replication_role = replica;
update trinn.decisions set decided_on = '2026-09-09' where id = 204;
set local session_replication_role = origin;
select is(pg_temp.class(104), 'aid 2036-09-09', 'aid to another under the same line moves the last day');
set local session_replication_role = replica;
update trinn.grants set state = 'annulled', remaining_ore = amount_ore where id = 204;
set local session_replication_role = origin;
select is(pg_temp.class(104) <> 'aid 2036-09-09', true, 'not one that gave nothing');
select pg_temp.new_class('aid', 'closing', null);
select is(pg_temp.class(104), 'aid infinity', 'for good');
select throws_ok($$ insert into trinn.retention_classes (county_id, name, covers, counted_from, is_archived, basis) values (50, '{}', 'refusal', 'award', false, 'x') $$,
	'23514', null, 'a refusal has no award');
select throws_ok($$ update trinn.retention_classes set years = 1 $$, 'TR500', null, 'a class stands');

-- ---- what keeps it
set constraints all immediate;
create function pg_temp.kept(p_id bigint, p_on date default '2026-11-01') returns text language sql as $$
	select array_to_string(trinn.kept_by(a, p_on), ' ') from trinn.applications a where a.id = p_id
$$;
delete from trinn.legal_holds;
select is(pg_temp.kept(103, '2025-01-15'), 'not_yet', 'the last day is one of its time');
select is(pg_temp.kept(103, '2025-01-16'), '', 'and the next it may be destroyed');
select pg_temp.new_class('refusal', 'closing', 5, true);
select is(pg_temp.kept(103), case when exists (select from trinn.journal_posts where application_id = 103 and state <> 'U') then 'unarchived' else '' end,
	'where the archive is to have it, not before it does');
select pg_temp.new_class('refusal', 'closing', 5);
set constraints all immediate;
insert into trinn.legal_holds (id, county_id, applicant_id, application_id, reason, asked_by) overriding system value
	values (9001, 50, 101, 103, 'x', t.person('archivist'));
select is(pg_temp.kept(103), 'held', 'a hold binds from when it is asked for');
select is(t.trial('archivist', $$ update trinn.legal_holds set state = 'standing', settled_by = trinn.caller_person(), settled_at = now() where id = 9001 $$),
	'23514 legal_holds_two_persons', 'who asked settles nothing');
select is(t.attempt('decision_maker', $$ update trinn.legal_holds set state = 'standing', settled_by = trinn.caller_person(), settled_at = now() where id = 9001 $$), '1', 'another does');
select is(t.attempt('archivist', $$ update trinn.legal_holds set state = 'lift_asked', lift_reason = 'x', lift_asked_by = trinn.caller_person(), lift_asked_at = now()
	where id = 9001 $$), '1', 'it is asked to be lifted');
select is(pg_temp.kept(103), 'held', 'and binds');
select is(t.trial('archivist', $$ update trinn.legal_holds set state = 'lifted', lifted_by = trinn.caller_person(), lifted_at = now() where id = 9001 $$),
	'23514 legal_holds_two_persons', 'until another');
select is(t.attempt('decision_maker', $$ update trinn.legal_holds set state = 'lifted', lifted_by = trinn.caller_person(), lifted_at = now() where id = 9001 $$), '1', 'has');
select is(pg_temp.kept(103), '', 'then no more');
select throws_ok($$ update trinn.legal_holds set reason = 'y' where id = 9001 $$, 'TR500', null, 'it stands as it was');
select is(pg_temp.kept(104), 'kept claim grant amendment reversal access_request letter', 'a case that is not over');
select is(string_agg(label->>'nb' || (label->>'en'), '' order by position) ~ '\S', true, 'each says why in two languages') from trinn.retention_obstacles;
select * from finish();
rollback;
