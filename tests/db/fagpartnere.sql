-- Hours never pass what was ordered, agreed and confirmed, whoever writes them.
begin;
select no_plan();

create function pg_temp.sums(engagement bigint) returns text language sql as $$
	select format('%s %s %s', ordered_minutes, delivered_minutes, confirmed_minutes) from trinn.engagements where county_id = 50 and id = engagement
$$;
create function pg_temp.order_of(firm bigint, minutes int) returns text language sql as $$
	select format('insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes)
		values (50, 100, 101, 401, %s, nextval(''trinn.hours_id_seq''), ''Timer'', ''digital'', %s)', firm, minutes)
$$;
create function pg_temp.step(changes text) returns text language sql as $$
	select format('update trinn.hours set %s where county_id = 50 and id = 100', changes)
$$;
create function pg_temp.deliver(minutes int) returns text language sql as $$
	select pg_temp.step(format('state = ''delivered'', delivered_minutes = %1$s, freed_minutes = ordered_minutes - %1$s, delivered_on = ''2026-04-01'',
		delivered_by = trinn.caller_person()', minutes))
$$;
create function pg_temp.confirm(minutes int, dispute text) returns text language sql as $$
	select pg_temp.step(format('state = ''confirmed'', confirmed_minutes = %s, dispute = %L, confirmed_by = trinn.caller_person()', minutes, dispute))
$$;

-- ---- agreement

select is(t.trial('hub_signatory', $$ update trinn.engagements set state = 'agreed', agreed_by = trinn.caller_person() where id = 101 $$),
	'23514 engagements_partner_agrees', 'a hub does not agree for a fagpartner with people of its own');
update trinn.engagements set proposed_by = t.person('fagpartner') where county_id = 50 and id = 101;
select is(t.trial('fagpartner', $$ update trinn.engagements set state = 'agreed', agreed_by = trinn.caller_person() where id = 101 $$),
	'23514 engagements_two_persons', 'nobody agrees for the fagpartner to what they proposed for the hub');
update trinn.engagements set proposed_by = t.person('hub_editor') where county_id = 50 and id = 101;
select is(t.attempt('fagpartner', $$ update trinn.engagements set state = 'agreed', agreed_by = trinn.caller_person() where id = 101 $$), '1', 'who agrees themselves');
select is((select is_local from trinn.engagements where county_id = 50 and id = 101), false, 'then it is measured whether the fagpartner is local');
select is(t.trial('hub_signatory', format('update trinn.engagements set agreed_by = %s where id = 101', t.person('fagpartner') + 1)), 'TR500', 'nobody agrees in the name of another');
select is(t.trial('fagpartner', 'update trinn.engagements set ordered_minutes = 0 where id = 100'), '42501', 'counters are nobody''s to set');

-- ---- orders

select is(pg_temp.sums(100), '600 0 0', 'an engagement counts what was ordered');
select is(t.attempt('hub_editor', pg_temp.order_of(301, 5400)), '1', 'hours are ordered up to the ceiling');
select is(pg_temp.sums(100), '6000 0 0', 'and counted');
select is(t.trial('hub_editor', pg_temp.order_of(301, 1)), '23514 engagements_ceiling', 'not above it');
select is(t.trial('firm', $$ update trinn.hours set state = 'cancelled', freed_minutes = ordered_minutes where id = 100 $$), 'TR403', 'a firm cancels none by itself');
select is(t.attempt('hub_editor', $$ update trinn.hours set state = 'cancelled', freed_minutes = ordered_minutes where id <> 100 and ordered_minutes = 5400 $$), '1', 'an order is cancelled');
select is(pg_temp.sums(100), '600 0 0', 'and its minutes are free again');
select is(t.trial('hub_editor', pg_temp.order_of(302, 60)), 'TR403', 'a hub orders for firms it follows');
select is(t.trial('fagpartner', pg_temp.order_of(301, 60)), 'TR403', 'a fagpartner orders nothing');

-- ---- deliveries and confirmations

select is(t.trial('fagpartner', pg_temp.deliver(601)), '23514 hours_freed', 'no more is delivered than was ordered');
select is(t.trial('firm', pg_temp.confirm(1, null)), 'TR460', 'nothing is confirmed before it is delivered');
select is(t.trial('fagpartner', pg_temp.step('delivered_minutes = 60')), '23514 hours_step', 'a delivery is a step');
select is(t.attempt('fagpartner', pg_temp.deliver(480)), '1', 'less may be delivered');
select is(pg_temp.sums(100), '480 480 0', 'and the rest is free again');
savepoint delivered;
create function pg_temp.withdraw() returns text language sql as $$
	select pg_temp.step('state = ''ordered'', delivered_minutes = null, delivered_on = null, delivered_by = null, freed_minutes = 0')
$$;
select is(t.trial('firm', pg_temp.withdraw()), 'TR460', 'a firm withdraws no delivery');
select is(t.attempt('fagpartner', pg_temp.withdraw()), '1', 'who entered it wrong does');
select is(pg_temp.sums(100), '600 0 0', 'and all is ordered again');
rollback to delivered;
select is(t.trial('fagpartner', pg_temp.step('delivered_minutes = 470')), '23514 hours_step', 'what was delivered stands');
select is(t.trial('fagpartner', pg_temp.confirm(480, null)), 'TR460', 'a fagpartner confirms nothing');
select is(t.trial('hub_signatory', pg_temp.confirm(480, null)), 'TR460', 'nor does the hub');
select is(t.trial('firm-2', pg_temp.confirm(480, null)), '0', 'nor another firm');
select is(t.trial('firm', pg_temp.confirm(481, null)), '23514 hours_confirmed', 'no more is confirmed than was delivered');
select is(t.trial('firm', pg_temp.confirm(400, null)), '23514 hours_disputed', 'less only with a reason');
select is(t.trial('firm', pg_temp.step('state = ''confirmed'', delivered_minutes = 400, confirmed_minutes = 400, confirmed_by = trinn.caller_person()')),
	'23514 hours_step', 'nobody confirms and makes the delivery smaller');
select is(t.attempt('firm', pg_temp.confirm(390, 'Kom for sent')), '1', 'the firm confirms');
select is(t.trial('firm', pg_temp.confirm(380, 'Kom for sent')), '23514 hours_step', 'what it confirmed it does not lower');
select is(t.trial('firm', pg_temp.step('state = ''confirmed'', confirmed_minutes = 400, what = ''Annet''')), '42501', 'nor changes otherwise');
select is(t.trial('fagpartner', pg_temp.confirm(400, 'Kom for sent')), 'TR460', 'nobody raises it for the firm');
select is(t.attempt('firm', pg_temp.confirm(400, 'Kom for sent')), '1', 'which raises it');
select is(t.trial('fagpartner', pg_temp.step('state = ''ordered'', delivered_minutes = null, delivered_on = null, delivered_by = null, freed_minutes = 0,
	confirmed_minutes = null, confirmed_by = null, dispute = null')), '1', 'what is disputed is withdrawn');
select is(pg_temp.sums(100), '480 480 400', 'and it is counted');

-- ---- invoices

create function pg_temp.invoice(engagement bigint, number text) returns text language sql as $$
	select format('insert into trinn.partner_invoices values (50, 101, 401, %s, %L, ''2026-06-02'', 1)', engagement, number)
$$;
select is(t.trial('hub_editor', pg_temp.invoice(100, 'f-1')), '23505 partner_invoices_once', 'a number is used once, in capitals or not');
select is(t.attempt('fagpartner', pg_temp.invoice(101, 'F-2')), '1', 'the fagpartner enters its invoice');
select is(t.trial('hub_editor', pg_temp.step('state = ''invoiced'', invoice_number = ''F-2''')), '23503 hours_county_id_engagement_id_invoice_number_fkey',
	'hours are on an invoice of their engagement');
select is(t.attempt('hub_editor', pg_temp.step('state = ''invoiced'', invoice_number = ''F-1''')), '1', 'and on one that is there');

savepoint invoiced;
create function pg_temp.credit(number text) returns text language sql as $$
	select format('update trinn.partner_invoices set credited_on = trinn.today(), credited_by = trinn.caller_person() where county_id = 50 and number = %L and hub_id = 101', number)
$$;
select is(t.trial('hub_editor', pg_temp.step('state = ''confirmed'', invoice_number = null')), '23514 hours_step', 'hours stay on an invoice that stands');
select is(t.trial('fagpartner', pg_temp.credit('F-1')), 'TR403', 'who sent it does not take back what another entered');
select is(t.trial('fagpartner', pg_temp.credit('F-2')), '1', 'but what it entered itself');
create function pg_temp.renumber(old text, new text) returns text language sql as $$
	select format('update trinn.partner_invoices set number = %2$L where county_id = 50 and number = %1$L and hub_id = 101', old, new)
$$;
savepoint renumbered;
select is(t.trial('hub_signatory', pg_temp.renumber('F-2', 'F-4')), 'TR403', 'a number is corrected by who entered it');
select is(t.trial('fagpartner', pg_temp.renumber('F-2', 'f-1')), '23505 partner_invoices_once', 'to one that nobody has used');
update trinn.partner_invoices set entered_by = t.person('fagpartner') where county_id = 50 and number = 'F-1' and hub_id = 101;
select is(t.attempt('fagpartner', pg_temp.renumber('F-1', 'F-4')), '1', 'or that is free');
select is((select invoice_number from trinn.hours where county_id = 50 and id = 100), 'F-4', 'and its hours follow');
select is(t.attempt('hub_editor', pg_temp.invoice(100, 'F-1')), '1', 'the wrong number is free again');
rollback to renumbered;
select is(t.trial('hub_editor', pg_temp.credit('F-1') || ' and false; ' || replace(pg_temp.credit('F-1'), 'set ', 'set credit_note = ''f-2'', ')),
	'23505 partner_invoices_note_once', 'no credit note has the number of an invoice');
select is(t.attempt('hub_editor', pg_temp.credit('F-1')), '1', 'the hub does');
select is((select state || ' ' || confirmed_minutes from trinn.hours where county_id = 50 and id = 100), 'confirmed 400', 'and its hours are confirmed as before');
select is(t.trial('hub_editor', pg_temp.credit('F-1')), '23514 partner_invoices_creditable', 'once');
select is(t.trial('hub_editor', pg_temp.step('state = ''invoiced'', invoice_number = ''F-1''')), '23514 hours_step', 'and no hours are put on it again');
rollback to invoiced;

-- What one hub has claimed is not sent to another, nor the other way round.
create function pg_temp.claim_of_other(number text) returns text language sql as $$
	select format('insert into trinn.claim_costs (county_id, applicant_id, claim_id, line, cost_group, description, amount_ore, supplier_orgnr, invoice_number)
		select county_id, applicant_id, id, 9, ''fagpartner'', ''Timer'', 1, (select orgnr from trinn.organisations where id = 401), %L
		from trinn.claims where county_id = 50 and applicant_id = 102 limit 1', number)
$$;
savepoint unclaimed;
set local session_replication_role = replica;
update trinn.claims set submitted_at = now() where county_id = 50 and applicant_id = 102;
set local session_replication_role = origin;
select is(t.trial('hub_signatory-2', pg_temp.claim_of_other('f-1')), '23505 partner_invoices_once', 'another hub does not claim the invoice');
select is(t.attempt('hub_signatory-2', pg_temp.claim_of_other('F-3')), '1', 'it claims one that nobody has entered');
select is(t.trial('fagpartner', pg_temp.invoice(100, 'f-3')), '23505 partner_invoices_once', 'which then is not entered for the first');
select is(t.attempt('hub_signatory', pg_temp.invoice(100, 'F-5')), '1', 'and one that is engaged invoices');
update trinn.claims set submitted_at = now() where county_id = 50 and applicant_id = 101;
create function pg_temp.claim_of_own(number text, supplier bigint) returns text language sql as $$
	select format('insert into trinn.claim_costs (county_id, applicant_id, claim_id, line, cost_group, description, amount_ore, supplier_orgnr, invoice_number)
		select county_id, applicant_id, id, 9, ''fagpartner'', ''Timer'', 1, (select orgnr from trinn.organisations where id = %s), %L
		from trinn.claims where county_id = 50 and applicant_id = 101 limit 1', supplier, number)
$$;
select is(t.trial('hub_signatory', pg_temp.claim_of_own('F-4', 401)), '23514 claim_costs_entered', 'an invoice of a fagpartner that is engaged is entered before it is claimed');
select is(t.trial('hub_signatory', pg_temp.claim_of_own('f-5', 401)), '1', 'then it is, however its letters are written');
select is(t.trial('hub_signatory', pg_temp.claim_of_own('F-4', 302)), '1', 'of one that is not engaged any will do');
rollback to unclaimed;

-- ---- hours of a session

create function pg_temp.order_for_session(firm bigint, minutes int) returns text language sql as $$
	select format('insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, session_id, what, ordered_minutes)
		values (50, 100, 101, 401, %s, 900, 100, ''Timer'', %s)', firm, minutes)
$$;
create function pg_temp.step_for_session(changes text) returns text language sql as $$
	select format('update trinn.hours set %s where county_id = 50 and order_id = 900', changes)
$$;
create function pg_temp.deliver_for_session(minutes int) returns text language sql as $$
	select pg_temp.step_for_session(format('state = ''delivered'', delivered_minutes = %1$s, freed_minutes = ordered_minutes - %1$s,
		delivered_on = ''2026-03-02'', delivered_by = trinn.caller_person()', minutes))
$$;
savepoint unordered;
select is(t.trial('hub_editor', $$ update trinn.sessions set state = 'held', held_minutes = 170 where id = 100 $$), '23514 hours_as_held',
	'a fagpartner''s session is not held without hours');
select is(t.attempt('hub_editor', pg_temp.order_for_session(301, 180)), '1', 'hours are ordered for a session');
select is((select format('%s %s', s.version, g.version) from trinn.sessions s join trinn.guards g on g.county_id = 50 and g.kind = 'cohort' and g.id = s.cohort_id
	where s.county_id = 50 and s.id = 100), '2 2', 'which has another version');
select is(t.trial('hub_editor', pg_temp.deliver_for_session(180)), '23514 hours_as_held', 'and are not delivered before it is held');
savepoint tied;
insert into trinn.hours (id, county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes) overriding system value
	values (950, 50, 100, 101, 401, 301, 950, 'Timer', 'digital', 60);
select is(t.trial('hub_editor', 'update trinn.hours set session_id = 100, version = version + 1 where id = 950'), '1', 'or tied to one later');
select is(t.trial('fagpartner', 'update trinn.hours set session_id = 100, version = version + 1 where id = 950'), '23514 hours_step', 'by the hub alone');
select is(t.trial('hub_editor', $$ update trinn.hours set session_id = 100, ordered_minutes = 10 where id = 950 $$), '42501', 'and as they are');
rollback to tied;
select is(t.trial('fagpartner', pg_temp.deliver_for_session(180)), '23514 hours_as_held', 'whoever says so');
select is(t.trial('hub_editor', $$ update trinn.sessions set state = 'held', held_minutes = 170 where id = 100 $$), '23514 hours_as_held', 'nor is it held without them');
select is(t.trial('hub_editor', $$ update trinn.sessions set delivered_by = 'hub', engagement_id = null, partner_id = null where id = 100 $$), '23514 hours_as_held',
	'nor by another than they are ordered of');
select is(t.trial('hub_editor', $$ update trinn.sessions set kind = 'consulting', firm_id = 302 where id = 100 $$), '23503 sessions_county_id_cohort_id_firm_id_fkey', 'nor for another');
savepoint held;
select is(t.trial('hub_editor', $$ update trinn.sessions set state = 'cancelled' where id = 100 $$), '1', 'it is cancelled');
select t.act('hub_editor');
update trinn.sessions set state = 'cancelled' where county_id = 50 and id = 100;
select t.forget();
select is((select state from trinn.hours where county_id = 50 and order_id = 900), 'cancelled', 'and its hours with it');
select is_empty($$ select * from trinn.audit_faults(50) where case_kind = 'engagement' $$, 'as their chain tells');
rollback to held;
set constraints all deferred;
select t.act('hub_editor');
update trinn.sessions set state = 'held', held_minutes = 170 where county_id = 50 and id = 100;
select is(t.attempt('hub_editor', pg_temp.deliver_for_session(170)), '1', 'held and delivered together they are');
select is(t.trial('hub_editor', pg_temp.deliver_for_session(160)), '23514 hours_as_held', 'neither is changed alone');
select is(t.trial('hub_editor', 'update trinn.sessions set held_minutes = 160 where id = 100'), '23514 hours_as_held', 'nor the other');
select is(t.trial('fagpartner', pg_temp.deliver_for_session(170)), 'TR460', 'and by the hub alone');
create function pg_temp.reopen() returns text language sql as $$
	select 'update trinn.sessions set state = ''planned'', held_minutes = null, reopenings = reopenings || ''[{}]'' where county_id = 50 and id = 100'
$$;
savepoint reopened;
delete from trinn.feedback where session_id = 100;
select is(t.trial('hub_editor', pg_temp.reopen()), '23514 hours_as_held', 'nor is it taken back without them');
set constraints all deferred;
select t.act('hub_editor');
update trinn.sessions set state = 'planned', held_minutes = null, reopenings = '[{}]' where county_id = 50 and id = 100;
select is(t.attempt('hub_editor', pg_temp.step_for_session('state = ''ordered'', delivered_minutes = null, delivered_on = null, delivered_by = null,
	freed_minutes = 0')), '1', 'that they are ordered again');
rollback to reopened;
create function pg_temp.deliver_anew(minutes int) returns text language sql as $$
	select replace(pg_temp.deliver_for_session(minutes), ' where', ', confirmed_minutes = null, confirmed_by = null, dispute = null where')
$$;
savepoint agreed;
select is(t.attempt('firm', pg_temp.step_for_session('state = ''confirmed'', confirmed_minutes = 170, confirmed_by = trinn.caller_person()')), '1', 'the firm confirms');
select is(t.trial('hub_editor', pg_temp.deliver_for_session(160)), '23514 hours_confirmed', 'what is confirmed stands');
select is(t.trial('hub_editor', pg_temp.deliver_anew(170)), '23514 hours_step', 'and is not delivered anew');
rollback to agreed;
select is(t.attempt('firm', pg_temp.step_for_session('state = ''confirmed'', confirmed_minutes = 20, confirmed_by = trinn.caller_person(), dispute = ''Kort dag''')), '1', 'or less, and why');
select is(t.trial('fagpartner', pg_temp.deliver_anew(170)), 'TR460', 'which the fagpartner does not deliver anew');
select is(t.trial('hub_editor', pg_temp.deliver_anew(170)), '1', 'and the hub does');
rollback to unordered;

-- ---- two persons

insert into trinn.role_assignments (county_id, person_id, organisation_id, role, valid_from) values (50, t.person('fagpartner'), 301, 'firm', '2026-01-01');
create temp table own as select nextval('trinn.hours_id_seq') as id;
insert into trinn.hours (id, county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes, state, delivered_minutes, delivered_on, delivered_by)
	select id, 50, 100, 101, 401, 301, id, 'Timer', 'digital', 60, 'delivered', 60, '2026-04-01', t.person('fagpartner') from own;
select throws_ok(format($$ update trinn.hours set state = 'confirmed', confirmed_minutes = 60, confirmed_by = %s where id = %s $$, t.person('fagpartner'), id),
	'23514', null, 'one who is of firm and fagpartner does not confirm the own delivery')
from own, lateral (select t.act('fagpartner', 'firm@910000301')) a;
select t.forget();
insert into trinn.hours (county_id, engagement_id, hub_id, partner_id, firm_id, order_id, what, theme, ordered_minutes, ordered_by, state, delivered_minutes, delivered_on, delivered_by)
	select 50, 100, 101, 401, 301, id + 1, 'Timer', 'digital', 60, t.person('firm'), 'delivered', 60, '2026-04-01', t.person('fagpartner') from own;
select is(t.trial('firm', $$ update trinn.hours set state = 'confirmed', confirmed_minutes = 60, confirmed_by = trinn.caller_person() where ordered_by = trinn.caller_person() $$),
	'23514 hours_two_persons', 'nor one who ordered them for the hub');
select throws_ok(pg_temp.order_of(401, 60), '23514', null, 'no fagpartner has hours with itself');

select is_empty($$
	select e.id from trinn.engagements e left join trinn.hours h on h.county_id = e.county_id and h.engagement_id = e.id
	group by e.county_id, e.id
	having (e.ordered_minutes, e.delivered_minutes, e.confirmed_minutes) is distinct from (coalesce(sum(h.ordered_minutes + h.moved_minutes - h.freed_minutes), 0)::int,
		coalesce(sum(h.delivered_minutes), 0)::int, coalesce(sum(h.confirmed_minutes), 0)::int)
$$, 'the sums of every engagement are those of its hours');

select * from finish();
rollback;
