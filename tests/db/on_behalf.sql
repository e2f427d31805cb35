-- An application is entered for a firm by a caseworker, or by who signs for the hub that has enrolled it, in their own name;
-- they write it and send it, and have nothing to do with it afterwards.
begin;
select no_plan();

create function pg_temp.entered(subject text, p_firm bigint, p_from bigint, p_name text default null, p_received date default trinn.today())
	returns text language sql as $$
	select t.trial(subject, format($f$ insert into trinn.applications (county_id, applicant_id, applicant_kind, call_id, form_version, title,
		created_by, entered_by, entered_from, received_on, channel, authority)
		values (50, %s, 'firm', 500, 1, 'x', %s, %2$s, %L, %L, 'letter', 'x') $f$, p_firm, t.person(coalesce(p_name, subject)), p_from, p_received))
$$;
create function pg_temp.closed(p_days int) returns void language sql as $$
	update trinn.calls set opens_on = trinn.today() - 30, closes_on = trinn.today() - p_days where id = 500
$$;

-- ---- by whom, and for whom
select is(pg_temp.entered('caseworker', 302, null), '1', 'a caseworker enters for any firm');
select is(pg_temp.entered('caseworker', 302, 101), '42501', 'not as a hub');
select is(pg_temp.entered('caseworker', 302, null, 'caseworker-b') ~ '^(TR500|42501)', true, 'nor in another''s name');
select is(pg_temp.entered('decision_maker', 302, null), '42501', 'nobody else of the county does');
select is(pg_temp.entered('hub_signatory', 301, 101), '1', 'who signs for a hub enters for a firm that it has enrolled');
select is(pg_temp.entered('hub_editor', 301, 101), '42501', 'its editor does not');
select is(pg_temp.entered('hub_signatory', 302, 101), '42501', 'nor for another');
select is(pg_temp.entered('hub_signatory', 301, null), '42501', 'nor as the county');
select is(pg_temp.entered('hub_signatory-2', 301, 102), '42501', 'nor does another hub');
select is(t.trial('caseworker', format($f$ insert into trinn.applications (county_id, applicant_id, applicant_kind, call_id, form_version, title, created_by)
	values (50, 302, 'firm', 500, 1, 'x', %s) $f$, t.person('caseworker'))), '42501', 'the county begins none but what is entered');

-- ---- when it came
select pg_temp.closed(3);
select is(pg_temp.entered('caseworker', 302, null, null, trinn.today() - 3), '1', 'what came to the county in time is entered after the deadline');
select is(pg_temp.entered('caseworker', 302, null, null, trinn.today() - 2), '23514 applications_in_time', 'what came late is not');
select is(pg_temp.entered('hub_signatory', 301, 101, null, trinn.today() - 3), '23514 applications_in_time', 'nor what came to a hub');
select pg_temp.closed(20);
select is(pg_temp.entered('caseworker', 302, null, null, trinn.today() - 20), '23514 applications_in_time', 'nor what came too long ago');
select pg_temp.closed(-30);

-- ---- 900 is entered for firm 301 by a caseworker, 901 by its hub
select t.forget();
insert into trinn.applications (id, county_id, applicant_id, applicant_kind, call_id, form_version, title, created_by, entered_by, entered_from,
		received_on, channel, authority) overriding system value
	select i, 50, 301, 'firm', 500, 1, 'x', p, p, h, trinn.today(), 'letter', 'x'
	from (values (900, t.person('caseworker'), null::bigint), (901, t.person('hub_signatory'), 101)) v(i, p, h);
insert into trinn.guards (county_id, kind, id, organisation_id) values (50, 'application', 900, 301), (50, 'application', 901, 301);

create function pg_temp.written(subject text, p_id bigint) returns text language sql as $$
	select t.trial(subject, format('update trinn.applications set costs = ''[]'' where id = %s', p_id))
$$;
create function pg_temp.sent(subject text, p_id bigint) returns text language sql as $$
	select t.trial(subject, format($f$ update trinn.applications set state = 'submitted', submitted_by = %s, submitted_at = now() where id = %s $f$,
		t.person(subject), p_id))
$$;
select is(array[pg_temp.written(w, 900), pg_temp.sent(w, 900)], '{1,1}', w || ' writes and sends it') from unnest('{caseworker,firm}'::text[]) w;
select is(array[pg_temp.written(w, 901), pg_temp.sent(w, 901)], '{1,1}', w || ' writes and sends it') from unnest('{hub_signatory,firm}'::text[]) w;
select is(array[pg_temp.written(w, 900), pg_temp.written(w, 901)], '{0,0}', w || ' does not see it') from unnest('{caseworker-b,hub_editor,hub_signatory-2}'::text[]) w;
select is(pg_temp.written('hub_signatory', 900), '0', 'the hub does not see what a caseworker entered');
select is(pg_temp.written('caseworker', 901), '0', 'nor the other way about');

set session_replication_role = replica;
update trinn.applications set state = 'submitted', submitted_by = t.person('hub_signatory'), submitted_at = now() where id = 901;
update trinn.applications set state = 'returned', submitted_by = t.person('firm'), submitted_at = now() where id = 900;
set session_replication_role = origin;
select is(pg_temp.written('caseworker', 900), 'TR500', 'what its own people have sent is theirs alone');
select is(pg_temp.sent('caseworker', 900), 'TR500', 'to send as well');
select is(pg_temp.written('firm', 900), '1', 'and they write it');

select is(t.trial(w.who, 'update trinn.applications set state = ''withdrawn'' where id = 901'), w.told, w.who || ' withdraws, or not')
	from (values ('firm', '1'), ('hub_signatory', 'TR500')) w(who, told);

-- ---- and who handles it
select is(trinn.has_applied(50, 900, t.person('caseworker')), true, 'who entered it has applied');
select throws_ok(format('update trinn.applications set caseworker_id = %s where id = 900', t.person('caseworker')), '23514', null, 'and is not its caseworker');
select throws_ok(format($f$ insert into trinn.recommendations (county_id, applicant_id, application_id, number, outcome, amount_ore, grounds, made_by)
	values (50, 301, 900, 1, 'rejected', 0, 'x', %s) $f$, t.person('caseworker')), '23514', null, 'nor who recommends');
select is(trinn.applied_by(50, 900), row(t.person('caseworker'), 'enter'::text), 'and is told how');
create function pg_temp.attested() returns text language sql as $$
	select t.trial('attestant', format($f$ update trinn.claims set state = 'attested', attested_by = %s, version = version + 1 where id = 106 $f$,
		t.person('attestant')))
$$;
select is(pg_temp.attested(), '1', 'others pass what is paid');
set local session_replication_role = replica;
update trinn.applications set applicant_kind = 'firm', entered_by = t.person('attestant'), received_on = trinn.today(), channel = 'letter', authority = 'x'
	where id = 104;
set local session_replication_role = origin;
select is(pg_temp.attested(), '23514 claims_two_persons', 'who entered it does not');
select throws_ok($$ update trinn.applications set channel = null where id = 900 $$, '23514', null, 'how it came is said whole');
select throws_ok($$ update trinn.applications set channel = 'pigeon' where id = 900 $$, '23514', null, 'and of what is listed');

select is((select count(*) from trinn.entry_channels() c where pg_get_constraintdef(k.oid) like '%' || quote_literal(c.channel) || '%'),
	4::bigint, 'each has a name') from pg_constraint k where conrelid = 'trinn.applications'::regclass and conname = 'applications_channel_check';

select * from finish();
rollback;
