-- A draft is its applicant's alone; what was submitted is the county's to see, and stands.
begin;
select no_plan();

create temp table lines (tbl text);
insert into lines values ('application_costs'), ('application_finance'), ('application_firms'), ('application_fagpartnere');

select is(t.trial(r.role, 'select from trinn.applications where id = 101'), '0', 'a draft is hidden from ' || r.role) from trinn.roles r where kind = 'county';
select is(t.trial(r.role, format('select from trinn.%I where application_id = 101', tbl)), '0', 'with its ' || tbl || ' from ' || r.role)
from trinn.roles r, lines where kind = 'county';
select is(t.trial(r.role, $$ select from trinn.audit_events where case_kind = 'application' and case_id = 101 $$), '0', 'and what was done to it from ' || r.role)
from trinn.roles r where kind = 'county';
select is(t.trial('hub_editor', 'select from trinn.applications where id = 101'), '1', 'its applicant sees it');

select is(t.attempt('hub_editor', $$ update trinn.applications set state = 'submitted', submitted_by = 1, submitted_at = now() where id = 101 $$), 'TR460',
	'an editor cannot submit it');
select is(t.attempt('hub_signatory', $$ update trinn.applications set state = 'submitted', submitted_by = 1, submitted_at = now() where id = 101 $$), '1',
	'its signatory can');
select is(t.attempt('hub_signatory', format('update trinn.%I set draft = false where application_id = 101', tbl)) ~ '^[12]$', true, 'and shows its ' || tbl) from lines;
select is(t.trial('caseworker', 'select from trinn.applications where id = 101'), '1', 'then the county sees it');
select isnt(t.trial('caseworker', format('select from trinn.%I where application_id = 101', tbl)), '0', 'with its ' || tbl) from lines;
select is(t.trial('caseworker', $$ select from trinn.audit_events where case_kind = 'application' and case_id = 101 $$), '0',
	'but still not what was done to it before');

select is(t.trial('hub_signatory', format('update trinn.%I set draft = true where application_id = 101', tbl)), '42501', tbl || ' cannot be hidden again') from lines;
select is(t.trial('hub_signatory', format('delete from trinn.%I where application_id = 101', tbl)), 'TR460', tbl || ' cannot be taken back') from lines;
select is(t.trial('hub_signatory', $$ insert into trinn.application_costs values (50, 101, 101, true, 9, 'workshops', 'x', 1) $$), 'TR460', 'nor added to');

create temp table content (change text);
insert into content values ('title = ''x'''), ('answers = ''{}'''), ('track_id = null'), ('starts_on = ''2026-10-01'''), ('ends_on = ''2027-07-01'''), ('applied_ore = 1');
select is(t.trial('hub_signatory', format('update trinn.applications set %s where id = 101', change)), 'TR500', 'nor changed: ' || change) from content;
select is(t.trial('caseworker', format('update trinn.applications set %s where id = 101', change)), 'TR500', 'nor by the county: ' || change) from content;
select is(t.trial('caseworker', format('update trinn.applications set %s where id = 102', change)), 'TR500', 'not even while it is returned: ' || change) from content;
select is(t.trial('hub_editor', format('update trinn.applications set %s where id = 102', change)), '1', 'which its applicant may: ' || change) from content;
select is(t.trial('hub_editor', $$ delete from trinn.application_costs where application_id = 102 $$), '2', 'lines too');
select is(t.trial('hub_editor', $$ insert into trinn.application_costs values (50, 101, 102, true, 9, 'workshops', 'x', 1) $$), '1', 'and new ones');
select is(t.trial('hub_editor', $$ insert into trinn.application_costs values (50, 101, 102, false, 9, 'workshops', 'x', 1) $$), '42501', 'hidden until submitted');
select is(t.trial('hub_editor-2', $$ insert into trinn.application_costs values (50, 101, 102, true, 9, 'workshops', 'x', 1) $$), '42501', 'never another hub''s');
select is(t.trial('hub_signatory', $$ insert into trinn.claim_costs values (50, 101, 101, 9, 'workshops', 'x', null, null, 1) $$), 'TR460',
	'a claim gets no line after it was submitted');

select * from finish();
rollback;
