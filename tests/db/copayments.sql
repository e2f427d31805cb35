-- What firms owe: every movement has two sides, what is open is the sum of them, and each writes its own only.
begin;
select no_plan();

-- ---- zero-sum

savepoint a;
update trinn.copayments set refund_asked_by = t.person('hub_editor'), refund_ore = 7 where county_id = 50 and id = 100;
insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
	select 50, 100, kind, 7, case kind when 'pay' then 100 end, '2026-03-20', 1 from unnest('{pay,refund,waive,write_off,credit}'::text[]) kind;
select results_eq('select kind, sum(receivable_ore), account from trinn.copayment_entries where county_id = 50 and copayment_id = 100 group by 1, 3 order by 1',
	$$ values ('credit', -7::numeric, 'income'), ('pay', -7::numeric, 'bank'), ('raise', 1200000, 'income'), ('refund', 7, 'bank'), ('waive', -7, 'income'), ('write_off', -7, 'loss') $$,
	'a movement is of the receivable and, the other way, of one other account');
rollback to a;
create function pg_temp.entry(kind text, ore bigint, copayment bigint default 100) returns text language sql as $$
	select format('insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, entered_by)
		values (50, %s, %L, %s, trinn.today(), trinn.caller_person());', copayment, kind, ore)
$$;
create function pg_temp.open(ore bigint, state text) returns text language sql as $$
	select format('update trinn.copayments set open_ore = %s, state = %L, forgone_ore = %s, aid_ore = 3000000 + %3$s, version = version + 1
		where county_id = 50 and id = 100;', ore, state, case when state = 'waived' then 1200000 - ore else 0 end)
$$;
select is(t.trial('hub_signatory', pg_temp.entry('waive', 1200000)), 'TR500', 'no movement without what it makes of the open amount');
select is(t.trial('hub_signatory', pg_temp.open(0, 'waived')), 'TR500', 'and nothing is open or not without a movement');
select is(t.trial('hub_signatory', pg_temp.entry('waive', 1200000) || pg_temp.open(0, 'waived')), 'TR500', 'nor both together before the aid is checked');
update trinn.copayment_reliefs set aid_ore = 4200000, aid_checked_by = t.person('caseworker') where id = 100 and county_id = 50;
select is(t.trial('hub_signatory', pg_temp.entry('waive', 1200000) || pg_temp.open(0, 'waived')), '1', 'then they stand');
select is(t.trial('hub_signatory', pg_temp.entry('credit', 1200000) || pg_temp.open(0, 'credited')), '23514 copayments_credited', 'nothing was delivered for what is credited');
select is(t.trial('hub_signatory', pg_temp.entry('waive', 1199999) || pg_temp.open(0, 'waived')), 'TR500', 'to the øre');
select is(t.trial('hub_signatory', pg_temp.entry('raise', 100) || pg_temp.open(1200100, 'due')), '23505 copayment_entries_raised_once', 'it is raised once');
select is(t.trial(null, $$ insert into trinn.copayments (county_id, creditor_id, hub_id, firm_id, enrolment_id, programme_id, programme_version, stage, round,
		amount_ore, vat_mode, vat_ore, service_ore, aid_ore, open_ore, declared_by, declared_on, declared_aid, raised_by)
	select county_id, creditor_id, hub_id, firm_id, enrolment_id, programme_id, programme_version, stage, 2, amount_ore, vat_mode, vat_ore, service_ore, aid_ore,
		amount_ore, declared_by, declared_on, declared_aid, raised_by from trinn.copayments where county_id = 50 and id = 100 $$, 'trinn_owner'),
	'TR500', 'and what is not entered is not raised');
select is(t.trial('hub_signatory', 'update trinn.copayment_entries set amount_ore = 1 where copayment_id = 100'), '42501', 'no movement is changed');
select is(t.trial('hub_signatory', 'delete from trinn.copayment_entries where copayment_id = 100'), '42501', 'or taken away');

-- ---- a payment counts once

create function pg_temp.matched(copayment text) returns text language sql as $$
	select format('update trinn.bank_entries set state = case when %1$s is null then ''unmatched'' else ''matched'' end, copayment_id = %1$s,
		why = case when %1$s is null then ''reopened'' end, reason = case when %1$s is null then ''Feil'' end where county_id = 50 and id = 100;', copayment)
$$;
create function pg_temp.bank(kind text, ore bigint default 1200000) returns text language sql as $$
	select format('insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, bank_entry_id, on_day, entered_by)
		values (50, 100, %L, %s, 100, trinn.today(), trinn.caller_person());', kind, ore)
$$;
savepoint b;
set local session_replication_role = replica;
update trinn.copayments set state = 'invoiced', kid = '26', account = '12345678903', due_on = '2026-04-01', invoiced_on = '2026-03-01', aid_checked_by = t.person('caseworker')
	where county_id = 50 and id = 100;
set local session_replication_role = origin;
select is(t.trial('hub_editor', pg_temp.matched('100')), 'TR500', 'what is matched is entered');
select is(t.trial('hub_editor', pg_temp.bank('pay') || pg_temp.open(0, 'paid')), 'TR500', 'and what is entered is matched');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay', 1199999) || pg_temp.open(1, 'part_paid')), 'TR500', 'the whole of it');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.bank('pay') || pg_temp.open(-1200000, 'paid')), 'TR500', 'and once');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.open(0, 'paid') || pg_temp.matched('null')
	|| pg_temp.open(1200000, 'invoiced')), 'TR500', 'a match is not undone without taking back what was paid');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.open(0, 'paid') || pg_temp.matched('null') || pg_temp.bank('unpay')
	|| pg_temp.open(1200000, 'part_paid')), 'TR500', 'and what is not paid at all is not part paid');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.open(0, 'paid') || pg_temp.matched('null') || pg_temp.bank('unpay')
	|| pg_temp.open(1200000, 'invoiced')), '1', 'but with all of it');
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.bank('unpay') || pg_temp.bank('pay') || pg_temp.open(0, 'paid')), '1',
	'and the payment may count again');
update trinn.copayments set refund_asked_by = t.person('hub_signatory'), refund_ore = 1200001 where county_id = 50 and id = 100;
select is(t.trial('hub_editor', pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.entry('refund', 1200001) || pg_temp.open(1, 'part_paid')), 'TR500', 'no more is refunded than was paid');
update trinn.copayments set refund_asked_by = null, refund_ore = null where county_id = 50 and id = 100;
select is(t.trial('hub_editor', $$ update trinn.bank_entries set state = 'split', why = null where id = 100 $$), 'TR500', 'what is split has parts');
create function pg_temp.part(ore bigint) returns text language sql as $$
	select format('insert into trinn.bank_entries (county_id, creditor_id, file_id, reference, booked_on, amount_ore, why, part_of)
		values (50, 101, 100, ''R1#%s'', ''2026-03-20'', %s, ''part'', 100);', ore, ore)
$$;
select is(t.trial('hub_editor', pg_temp.part(1200000)), 'TR500', 'and what is not has none');
select is(t.trial('hub_editor', $$ update trinn.bank_entries set state = 'split', why = null where id = 100; $$ || pg_temp.part(500000) || pg_temp.part(699999)),
	'TR500', 'they come to all of it');
select is(t.trial('hub_editor', $$ update trinn.bank_entries set state = 'split', why = null where id = 100; $$ || pg_temp.part(500000) || pg_temp.part(700000)),
	'1', 'to the øre');
create function pg_temp.taken_back() returns text language sql as $$
	select 'insert into trinn.bank_entries (county_id, creditor_id, file_id, reference, booked_on, amount_ore, is_reversal, why)
		values (50, 101, 100, ''R1'', ''2026-03-21'', 1200000, true, ''reversal'');'
$$;
create function pg_temp.seen_to(tie text) returns text language sql as $$
	select format('update trinn.bank_entries set %s state = ''ignored'', why = null, reason = ''Sett'' where county_id = 50 and is_reversal;', tie)
$$;
create function pg_temp.counted() returns text language sql as $$
	select pg_temp.matched('100') || pg_temp.bank('pay') || pg_temp.open(0, 'paid') || 'set constraints all immediate; set constraints all deferred;'
$$;
select is(t.trial('hub_editor', pg_temp.taken_back() || pg_temp.counted()), 'TR500', 'what the bank took back is not matched');
select is(t.trial('hub_editor', pg_temp.taken_back() || $$ update trinn.bank_entries set state = 'split', why = null where id = 100; $$
	|| pg_temp.part(500000) || pg_temp.part(700000)), 'TR500', 'nor split');
select is(t.trial('hub_editor', pg_temp.taken_back() || pg_temp.seen_to('is_tied = true,') || pg_temp.counted() || pg_temp.open(0, 'paid')), '1',
	'unless a person says that nothing of theirs was');
select is(t.trial('hub_editor', pg_temp.counted() || pg_temp.taken_back()), '1', 'what is taken back later waits beside it');
select is(t.trial('hub_editor', pg_temp.counted() || pg_temp.taken_back() || pg_temp.seen_to('')), 'TR500',
	'and is seen to when the payment does not count any more');
rollback to b;

-- ---- whose it is

select is(t.trial('hub_signatory-2', pg_temp.open(0, 'waived')), '0', 'another hub sees nothing of it');
select is(t.trial('hub_signatory-2', pg_temp.entry('waive', 1200000)), '42501', 'and writes nothing to it');
select is(t.trial('caseworker', pg_temp.entry('waive', 1200000) || pg_temp.open(0, 'waived')), '42501', 'nor does the county where the hub is creditor');
select is(t.trial('caseworker', 'update trinn.copayments set due_on = null, open_ore = 1 where id = 100'), 'TR403', 'whatever of it');
update trinn.copayments set creditor_id = 1 where county_id = 50 and id = 100;
select is(t.trial('hub_signatory', $$ update trinn.copayments set open_ore = 1 where id = 100 $$), 'TR403', 'nor the hub where the county is');
select is(t.trial('hub_signatory', $$ update trinn.copayments set settled_service_ore = 0, settled_aid_ore = 0 where id = 100 $$), '1', 'which settles the aid there too');
select is(t.trial('finance', $$ update trinn.copayments set settled_service_ore = 0, settled_aid_ore = 0 where id = 100 $$), 'TR403', 'as its creditor does not');
update trinn.copayments set creditor_id = 101 where county_id = 50 and id = 100;
select is(t.trial('hub_signatory', $$ insert into trinn.bank_entries (county_id, creditor_id, file_id, reference, booked_on, amount_ore, state, copayment_id)
	values (50, 101, 100, 'R9', '2026-03-20', 100, 'matched', 200) $$), '23503 bank_entries_county_id_creditor_id_copayment_id_fkey',
	'no payment is matched with what is owed to another');

-- ---- aid

select is(t.trial('hub_signatory', $$ update trinn.copayments set aid_checked_by = trinn.caller_person() where id = 100 $$), 'TR403', 'the county checks the aid');
select is(t.trial('caseworker', $$ update trinn.copayments set aid_checked_by = trinn.caller_person() where id = 100 $$), '1', 'any of its caseworkers');
savepoint b;
update trinn.copayments set aid_checked_by = t.person('caseworker') where county_id = 50 and id = 100;
select is(t.value('hub_signatory', $$ update trinn.copayments set state = 'invoiced', kid = '26', due_on = trinn.today(), invoiced_on = trinn.today() where id = 100
	returning account $$), '12345678903', 'an invoice has the account that the county registered');
select is(t.trial('hub_signatory', $$ update trinn.copayments set account = '10000000001' where id = 100 $$), '42501', 'and no other');
update trinn.copayments set creditor_id = 1 where county_id = 50 and id = 100;
select is(t.trial(null, 'update trinn.copayments set due_on = due_on + 1 where county_id = 50 and id = 100', 'trinn_owner'), '23514 copayments_account',
	'who has none sends none');
rollback to b;
select is(t.trial('hub_signatory', $$ update trinn.copayments set aid_refused_by = trinn.caller_person(), aid_refusal = 'Nei' where id = 100 $$), 'TR403',
	'and refuses it');
select is(t.trial('caseworker', $$ update trinn.copayments set aid_refused_by = trinn.caller_person(), aid_refusal = 'Nei' where id = 100 $$), '1', 'and says why');
update trinn.copayments set raised_by = t.person('caseworker') where county_id = 50 and id = 100;
select is(t.trial('caseworker', $$ update trinn.copayments set aid_checked_by = trinn.caller_person() where id = 100 $$), '23514 copayments_two_persons',
	'who did not raise it');
select is(t.trial('hub_signatory', $$ update trinn.copayments set state = 'invoiced', kid = '26', due_on = trinn.today(), invoiced_on = trinn.today() where id = 100 $$),
	'23514 copayments_aid_checked', 'before that it is not invoiced');
select is(t.trial('hub_signatory', 'update trinn.copayments set settled_service_ore = 4200001, settled_aid_ore = 0 where id = 100'),
	'23514 copayments_planned', 'a service is worth no more than was planned');
select is(t.trial('hub_signatory', 'update trinn.copayments set settled_service_ore = 4200000, settled_aid_ore = 3000001 where id = 100'),
	'23514 copayments_settled_aid', 'and its aid what that is above the share');
select is(t.trial('hub_signatory', 'update trinn.copayments set aid_ore = 3000001 where id = 100'), '23514 copayments_aid', 'as it was planned');
select is(t.trial('hub_signatory', 'update trinn.copayments set forgone_ore = 1, aid_ore = 3000001 where id = 100'), 'TR500', 'and nothing is forgone that is not entered');
update trinn.copayments set settled_service_ore = 2000000, settled_aid_ore = 800000 where county_id = 50 and id = 100;
select is(t.trial('hub_signatory', 'update trinn.copayments set settled_service_ore = 2000001, settled_aid_ore = 800001 where id = 100'), 'TR500', 'what is settled is not raised');
select is(t.trial('hub_signatory', 'update trinn.copayments set settled_service_ore = 1, settled_aid_ore = 0 where id = 100'), 'TR500', 'nor lowered');
create function pg_temp.settled(service_ore bigint, aid_ore bigint, reason text) returns text language sql as $$
	select format('update trinn.copayments set settled_service_ore = %s, settled_aid_ore = %s, settled_reason = %L where id = 100;', service_ore, aid_ore, reason)
$$;
select is(t.trial('caseworker', pg_temp.settled(4200000, 3000000, 'Feil timer')), 'TR403', 'nor by the county at all');
select is(t.trial('caseworker', pg_temp.settled(1, 0, null)), 'TR403', 'which lowers nothing either');
select is(t.value('hub_signatory', pg_temp.settled(4200000, 3000000, 'Feil timer') || 'select aid_ore from trinn.copayment_settlements
	where corrects = (select max(id) from trinn.copayment_settlements where service_ore = 2000000) and reason = ''Feil timer'''), '3000000',
	'unless it is corrected for a reason, which is tied to what it corrects');
select is(t.trial('hub_editor', $$ update trinn.copayments set settled_service_ore = 1, settled_aid_ore = 0, settled_reason = 'Feil timer' where id = 100 $$),
	'1', 'and lowered, by another');
select is(t.trial('hub_signatory', pg_temp.settled(1, 0, 'Feil timer') || pg_temp.settled(2, 0, 'Feil timer')), '23514 copayment_settlements_two_persons',
	'by another than settled it');
select is(t.trial('hub_signatory', pg_temp.settled(4200001, 3000001, 'Feil timer')), '23514 copayments_planned', 'and to no more than was planned');
savepoint c;
set local session_replication_role = replica;
update trinn.copayment_reliefs set state = 'given', aid_ore = 2000000, aid_checked_by = t.person('caseworker'), decided_by = t.person('hub_editor') where county_id = 50 and id = 100;
insert into trinn.copayment_entries (county_id, copayment_id, creditor_id, hub_id, firm_id, kind, amount_ore, on_day, entered_by)
	values (50, 100, 101, 101, 301, 'waive', 1200000, '2026-03-20', 1);
update trinn.copayments set state = 'waived', open_ore = 0, forgone_ore = 1200000, aid_ore = 4200000, settled_service_ore = 2000000, settled_aid_ore = 2000000 where county_id = 50 and id = 100;
set local session_replication_role = origin;
select is(t.trial('hub_signatory', pg_temp.settled(2000001, 2000001, 'Feil timer')), 'TR500', 'nor to aid that nobody has checked');
rollback to c;

-- ---- two persons

select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set state = 'given', decided_by = trinn.caller_person() where id = 100 $$),
	'23514 copayment_reliefs_two_persons', 'who asked to let a firm off does not decide it');
select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set state = 'given', decided_by = t.person('hub_editor') where id = 100 $$),
	'42501', 'nor in the name of another');
select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set aid_checked_by = trinn.caller_person() where id = 100 $$), 'TR403', 'the county checks what is aid');
select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set aid_ore = aid_ore + 1 where id = 100 $$), 'TR403', 'and all of it');
select is(t.trial('caseworker', $$ update trinn.copayment_reliefs set aid_ore = 4200001, aid_checked_by = trinn.caller_person() where id = 100 $$), '1', 'as it finds');
select is(t.trial('caseworker', $$ update trinn.copayment_reliefs set state = 'refused', decided_by = trinn.caller_person(), refusal = 'Nei' where id = 100 $$),
	'TR403', 'and decides nothing');
update trinn.copayment_reliefs set asked_by = t.person('caseworker'), aid_checked_by = null where county_id = 50 and id = 100;
select is(t.trial('caseworker', $$ update trinn.copayment_reliefs set aid_checked_by = trinn.caller_person() where id = 100 $$), '23514 copayment_reliefs_two_persons',
	'by another than asked');
select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set state = 'given', decided_by = trinn.caller_person() where id = 100 $$),
	'23514 copayment_reliefs_aid_checked', 'and before it is given');
update trinn.copayment_reliefs set aid_checked_by = t.person('hub_signatory') where county_id = 50 and id = 100;
select is(t.trial('hub_signatory', $$ update trinn.copayment_reliefs set state = 'given', decided_by = trinn.caller_person() where id = 100 $$),
	'23514 copayment_reliefs_two_persons', 'by another than gives');
select is(t.trial('hub_signatory', pg_temp.entry('refund', 7)), '23514 copayment_entries_asked', 'no money goes back that nobody asked for');
update trinn.copayments set refund_asked_by = t.person('hub_signatory'), refund_ore = 7 where county_id = 50 and id = 100;
select is(t.trial('hub_signatory', pg_temp.entry('refund', 7)), '23514 copayment_entries_two_persons', 'or that one person sends as well');
select is(t.trial('hub_editor', pg_temp.entry('refund', 8)), '23514 copayment_entries_asked', 'or more');
select is(t.trial('hub_editor', pg_temp.entry('refund', 7) || 'update trinn.copayments set refund_asked_by = trinn.caller_person() where id = 100'), 'TR500',
	'and an entry alone is none');

-- ---- what of it is the hub's own

update trinn.copayments set vat_mode = 'standard', vat_ore = 240000, aid_ore = 3240000, settled_service_ore = null, settled_aid_ore = null where county_id = 50 and id = 100;
select is(trinn.share_ore(c), 960000::bigint, 'a share is without value added tax') from trinn.copayments c where county_id = 50 and id = 100;
insert into trinn.copayment_entries (county_id, copayment_id, kind, amount_ore, on_day, entered_by) values (50, 100, 'waive', 300000, '2026-03-20', 1);
select is(trinn.share_ore(c), 720000::bigint, 'and without what was waived, likewise') from trinn.copayments c where county_id = 50 and id = 100;

-- ---- what was delivered

select is(trinn.is_delivered(c), false, 'of what was planned alone nothing was delivered') from trinn.copayments c where county_id = 50 and id = 100;
update trinn.copayments set settled_service_ore = 960000, settled_aid_ore = 0 where county_id = 50 and id = 100;
select is(trinn.is_delivered(c), true, 'of what was settled something was') from trinn.copayments c where county_id = 50 and id = 100;

-- ---- whose claims it lowers

-- Hub 101 with two tracks, the second granted twice for the stage, and forty firms: each in none, one or two of their cohorts.
set local session_replication_role = replica;
insert into trinn.tracks select (jsonb_populate_record(t, '{"id": 101, "title": "Løp 101"}')).* from trinn.tracks t where id = 100;
insert into trinn.applications select (jsonb_populate_record(a, x)).* from trinn.applications a,
	(values ('{"id": 106, "track_id": 101, "case_number": "2026/106", "starts_on": "2025-01-01", "ends_on": "2025-12-31"}'::jsonb),
		('{"id": 107, "track_id": 101, "case_number": "2026/107", "starts_on": "2027-01-01", "ends_on": "2027-12-31"}')) v(x) where a.id = 104;
insert into trinn.decisions select (jsonb_populate_record(d, to_jsonb(x))).* from trinn.decisions d, (values (106, 106), (107, 107)) x(id, application_id) where d.id = 104;
insert into trinn.grants select (jsonb_populate_record(g, to_jsonb(x))).* from trinn.grants g, (values (106, 106, 106), (107, 107, 107)) x(id, application_id, decision_id)
	where g.id = 104;
insert into trinn.cohorts select (jsonb_populate_record(c, '{"id": 101, "track_id": 101}')).* from trinn.cohorts c where county_id = 50 and id = 100;
insert into trinn.organisations (id, orgnr, name, form, municipality_no) overriding system value
	select n, '910001' || n, 'Bedrift ' || n, 'AS', '5021' from generate_series(311, 350) n;
insert into trinn.enrolments select (jsonb_populate_record(e, jsonb_build_object('id', n, 'firm_id', n))).*
	from trinn.enrolments e, generate_series(311, 350) n where e.county_id = 50 and e.id = 100;
insert into trinn.copayments (id, county_id, creditor_id, hub_id, firm_id, enrolment_id, programme_id, programme_version, stage, round, amount_ore, vat_mode, vat_ore,
		service_ore, aid_ore, open_ore, declared_by, declared_on, declared_aid, declared_through, raised_by) overriding system value
	select n, county_id, creditor_id, hub_id, n, n, programme_id, programme_version, stage, round, n * 1000, 'exempt', 0, 4200000, 4200000 - n * 1000, n * 1000,
		declared_by, declared_on, declared_aid, declared_through, raised_by
	from trinn.copayments, generate_series(311, 350) n where county_id = 50 and id = 100;
insert into trinn.copayment_entries (county_id, copayment_id, creditor_id, hub_id, firm_id, kind, amount_ore, on_day, entered_by)
	select county_id, id, creditor_id, hub_id, firm_id, 'raise', amount_ore, date '2025-06-01' + (random() * 900)::int, 1 from trinn.copayments where id > 300 and county_id = 50;
insert into trinn.cohort_firms select 50, k, 101, n, n, date '2025-06-01' + (random() * 900)::int
	from generate_series(311, 350) n, generate_series(100, 101) k where random() < 0.5;
set local session_replication_role = origin;
create function pg_temp.reckoned(copayment bigint) returns bigint language sql as $$
	select application_id from trinn.shares_reckoned(101) where copayment_id = copayment
$$;

select t.act('hub_signatory');
select is((select sum(trinn.firms_pay(a.id)) from trinn.applications a where a.county_id = 50 and a.applicant_id = 101),
	(select sum(trinn.share_ore(c)) from trinn.copayments c where c.county_id = 50 and c.creditor_id = 101), 'each share lowers the claims of one grant');
select is((select sum((trinn.firms_share(r.id)->>'raisedOre')::bigint) from trinn.tracks r where r.county_id = 50 and r.applicant_id = 101),
	(select sum(c.amount_ore) from trinn.copayments c where c.county_id = 50 and c.creditor_id = 101), 'and is told of one track');
select is((select count(*) from trinn.shares_reckoned(101) s join trinn.copayments c on c.county_id = 50 and c.id = s.copayment_id
		where exists (select from trinn.cohort_firms m where m.enrolment_id = c.enrolment_id)
			and not exists (select from trinn.cohort_firms m join trinn.cohorts k on k.county_id = 50 and k.id = m.cohort_id
				where m.enrolment_id = c.enrolment_id and k.track_id = s.track_id)), 0::bigint, 'which is that of a cohort of the firm, if it has one');
delete from trinn.cohort_firms where enrolment_id = 311;
set local session_replication_role = replica;
update trinn.grants set state = 'offered' where id = 107;
update trinn.copayment_entries set on_day = '2025-06-01' where copayment_id = 311;
select is(pg_temp.reckoned(311), 106::bigint, 'without one it is the grant of that time');
update trinn.copayment_entries set on_day = '2030-01-01' where copayment_id = 311;
select is(pg_temp.reckoned(311), 107::bigint, 'or nearest it, also one that is not accepted yet');
insert into trinn.cohort_firms values (50, 101, 101, 311, 311, '2026-12-20'), (50, 100, 101, 311, 311, '2026-10-02');
update trinn.copayment_entries set on_day = '2026-12-01' where copayment_id = 311;
select is(pg_temp.reckoned(311), 107::bigint, 'of two cohorts it is the one that the firm came into nearest the day');
insert into trinn.claims select (jsonb_populate_record(c, '{"id": 9107, "number": 9, "application_id": 107, "grant_id": 107, "kind": "final", "state": "submitted"}')).*
	from trinn.claims c where c.id = (select min(id) from trinn.claims where county_id = 50 and applicant_id = 101);
select isnt(pg_temp.reckoned(311), 107::bigint, 'after the final claim of that grant it is another');
update trinn.claims set shares = '{311}' where id = 9107;
select is(pg_temp.reckoned(311), 107::bigint, 'but what the final claim was lowered by stays');
update trinn.claims set shares = '{}', state = 'rejected' where id = 9107;
select is(pg_temp.reckoned(311), 107::bigint, 'a final claim that was rejected settles nothing');
update trinn.copayments set creditor_id = 1 where county_id = 50 and id = 311;
select is(pg_temp.reckoned(311), null, 'what the county bills lowers no claim of the hub');
set local session_replication_role = origin;

select * from finish();
rollback;
