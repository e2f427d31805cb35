-- A draft is its applicant's alone; what was submitted is the county's to see, and stands.
begin;
select no_plan();

select is(t.trial(r.role, 'select from trinn.applications where id = 101'), '0', 'a draft is hidden from ' || r.role) from trinn.roles r where kind = 'county';
select is(t.trial(r.role, $$ select from trinn.audit_events where case_kind = 'application' and case_id = 101 $$), '0', 'and what was done to it from ' || r.role)
from trinn.roles r where kind = 'county';
select is(t.trial('hub_editor', 'select from trinn.applications where id = 101'), '1', 'its applicant sees it');

select is(t.attempt('hub_editor', $$ update trinn.applications set state = 'submitted', submitted_by = 1, submitted_at = now() where id = 101 $$), 'TR460',
	'an editor cannot submit it');
select is(t.attempt('hub_signatory', $$ update trinn.applications set state = 'submitted', submitted_by = 1, submitted_at = now() where id = 101 $$), '1',
	'its signatory can');
select is(t.trial('caseworker', 'select from trinn.applications where id = 101'), '1', 'then the county sees it');
select is(t.trial('caseworker', $$ select from trinn.audit_events where case_kind = 'application' and case_id = 101 $$), '0',
	'but still not what was done to it before');


create temp table content (change text);
insert into content values ('title = ''x'''), ('answers = ''{}'''), ('track_id = null'), ('starts_on = ''2026-10-01'''), ('ends_on = ''2027-07-01'''), ('applied_ore = 1'),
	('firms = ''[]'''), ('fagpartnere = ''[]'''), ('costs = ''[]'''), ('finance = ''[]''');
select is(t.trial('hub_signatory', format('update trinn.applications set %s where id = 101', change)), 'TR500', 'nor changed: ' || change) from content;
select is(t.trial('caseworker', format('update trinn.applications set %s where id = 101', change)), 'TR500', 'nor by the county: ' || change) from content;
select is(t.trial('caseworker', format('update trinn.applications set %s where id = 102', change)), 'TR500', 'not even while it is returned: ' || change) from content;
select is(t.trial('hub_editor', format('update trinn.applications set %s where id = 102', change)), '1', 'which its applicant may: ' || change) from content;
select is(t.trial('hub_signatory', $$ insert into trinn.claim_costs values (50, 101, 101, 9, 'workshops', 'x', null, null, 1) $$), 'TR460',
	'a claim gets no line after it was submitted');

-- The lists
select is(t.trial('hub_editor', format('update trinn.applications set %s where id = 102', change)) like '23514 %', true, 'is no list: ' || change)
from unnest(array['costs = ''{}''', 'finance = ''1''', 'firms = ''null''', 'fagpartnere = ''"x"''', 'costs = ''[{"amountOre": 0}]''', 'costs = ''[{}]''',
	'finance = ''[{"amountOre": "1"}]''', 'finance = ''[{"amountOre": 1}, {"amountOre": -1}]''']) change;
select is(t.trial('hub_editor', $$ update trinn.applications set costs = '[{"amountOre": 1}, {"amountOre": 9007199254740991}]' where id = 102 $$), '1', 'a list');

select * from finish();
rollback;
