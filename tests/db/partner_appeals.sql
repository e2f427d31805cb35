-- A partner that stands by its part appeals by itself: the applicant reads that and has no say in it, and neither bars the other.
begin;
select no_plan();

-- The firm is a partner of application 104, and stands by its part.
set local session_replication_role = replica;
update trinn.application_partners p set state = 'confirmed', part = '{}', sha256 = 'x', confirmed_by = 'x', confirmed_on = '2026-01-01', signed_by = t.person('firm'),
	organisation_id = (select c.organisation_id from trinn.callers c where c.county_id = 50 and c.person_id = t.person('firm') limit 1) where p.id = 104;
set local session_replication_role = origin;
select is((select array_agg(s.state) from trinn.application_partners s where s.id = 104 and trinn.stands_by(s)), '{confirmed}', 'it is a party');
create function pg_temp.lodge(subject text, partner text, id bigint default 9001, decision text default '104', amendment text default 'null') returns text language sql as $$
	select t.attempt(subject, format('insert into trinn.appeals (id, county_id, applicant_id, partner_id, application_id, decision_id, amendment_id, number, asked, lodged_on, lodged_by)
		values (%s, 50, 101, %s, 104, %s, %s, %s, ''Mer'', trinn.today(), %s)', id, partner, decision, amendment, id, t.person(subject)))
$$;
create function pg_temp.firm() returns text language sql as $$ select organisation_id::text from trinn.application_partners where id = 104 $$;

savepoint fresh;
select is(pg_temp.lodge('firm', 'null') ~ '^42501', true, 'nobody appeals in the name of the applicant');
select is(pg_temp.lodge('hub_signatory', pg_temp.firm()) ~ '^42501', true, 'nor the applicant in the name of a partner');
select is(pg_temp.lodge('firm', pg_temp.firm(), decision => 'null', amendment => '104'), '23514 appeals_of_partner', 'it is against a decision');
set local session_replication_role = replica;
update trinn.application_partners set state = 'declined' where id = 104;
set local session_replication_role = origin;
select is(pg_temp.lodge('firm', (select organisation_id::text from trinn.application_partners where id = 104)), '23514 appeals_of_partner', 'of one that stands by its part');
rollback to fresh;
select is(pg_temp.lodge('firm', pg_temp.firm()), '1', 'the partner appeals');
select is(pg_temp.lodge('firm', pg_temp.firm(), 9002), '23505 appeals_one', 'once at a time');
select is(pg_temp.lodge('hub_signatory', 'null', 9003), '1', 'and the applicant beside it');
select is(t.value(subject, 'select count(*) from trinn.appeals where id in (9001, 9003)'), seen, subject || ' sees ' || seen)
from (values ('hub_signatory', '2'), ('firm', '1'), ('caseworker', '2'), ('hub_signatory-2', '0')) v(subject, seen);
select is(t.trial('hub_signatory', 'update trinn.appeals set stay_grounds = ''x'' where id = 9001'), 'TR500', 'but says nothing in it');
select is(t.trial('firm', 'update trinn.appeals set stay_grounds = ''x'' where id = 9001'), '1', 'as the partner does');
select is(trinn.is_appeal_final(50, 104, null) or trinn.is_appeal_final(50, 104, pg_temp.firm()::bigint), false, 'neither is final');
set local session_replication_role = replica;
update trinn.appeals set state = 'not_allowed', settled_on = trinn.today() where id = 9001;
set local session_replication_role = origin;
select is(array[trinn.is_appeal_final(50, 104, null), trinn.is_appeal_final(50, 104, pg_temp.firm()::bigint)], '{f,t}', 'and one is not by the other');
select is(t.trial('decision_maker', 'update trinn.appeals set decision_id = 105 where id = 9003') ~ '^42501', true, 'nor goes on against another decision by itself');

select * from finish();
rollback;
