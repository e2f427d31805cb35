-- How a notification comes to its person: each delivery once, along its edges, to an address that nothing can be slipped into, and
-- to nobody who does not want it or has left.
begin;
select no_plan();

-- ---- addresses

select ok(trinn.is_address(a), a || ' is an address') from unnest(array['a@b.no', 'kari.nordmann+trinn@post.hub.test', 'o''brien@xn--trndelag-54a.test']) a;
select ok(not trinn.is_address(a), quote_literal(a) || ' is none') from unnest(array['', 'a', '@b.no', 'a@b', 'a@.no', 'a@-b.no', 'a@b..no', '.a@b.no', 'a..b@c.no',
	'a b@c.no', E'a@b.no\r\nRCPT TO:<c@d.no>', E'a@b.no\n', 'a@b.no,c@d.no', '"a b"@c.no', 'kåre@b.no', 'a@bø.no', 'a@b@c.no', 'a@[127.0.0.1]',
	repeat('a', 65) || '@b.no', repeat('a', 60) || '@' || repeat('b', 60) || '.' || repeat('c', 60) || '.' || repeat('d', 60) || '.' || repeat('e', 30) || '.no']) a;
select is(trinn.masked_address('kari.nordmann@hub.test'), 'k***@hub.test', 'others read but its first letter and its domain');

-- ---- made

delete from trinn.deliveries;
update trinn.outbox set delivered_at = now() where delivered_at is null;
delete from trinn.address_codes;
delete from trinn.notification_settings;
insert into trinn.notification_settings (county_id, person_id, organisation_id, by_email, address, language)
values (50, t.person('hub_signatory'), 101, 'all', 'leder@hub.test', 'en'), (50, t.person('hub_editor'), 101, 'none', 'a@hub.test', 'nb');
create function pg_temp.happens(p_topic text default 'application.return') returns bigint language plpgsql as $$
declare
	happened bigint;
begin
	insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, by_id, content)
	values (50, p_topic, 'application', 102, 101, 1, '{}') returning id into happened;
	perform trinn.jobs_notify(1000);
	return happened;
end $$;
create function pg_temp.state() returns text language sql as $$ select state from trinn.deliveries where channel = 'email' order by id desc limit 1 $$;
create function pg_temp.ended(p_state text, p_answer text default '250 Ok') returns text language sql as $$
	select state from trinn.jobs_mail_ended(50, (select max(id) from trinn.deliveries where channel = 'email'), p_state, p_answer)
$$;
select pg_temp.happens();
select results_eq('select channel, state, count(*) from trinn.deliveries group by 1, 2 order by 1',
	format('values (''email'', ''queued'', 1::bigint), (''portal'', ''sent'', %s::bigint)',
		(select count(*) from trinn.people_told(50, 101, true))),
	'it lies in the portal to each, and waits to be sent to who wants that');
select throws_ok($$ insert into trinn.deliveries (county_id, notification_id, person_id, organisation_id, topic, channel)
	select county_id, notification_id, person_id, organisation_id, topic, channel from trinn.deliveries where channel = 'email' $$, '23505', null, 'once');
select throws_ok($$ update trinn.deliveries set state = 'failed' where channel = 'portal' $$, null, null, 'in the portal it is at once');
select results_eq('select address, language, happened from trinn.jobs_next_mail(60)', $$ values ('leder@hub.test', 'en', 'The county asks for more') $$, 'in their language');
select is(pg_temp.state(), 'sending', 'that it is being sent stands before it is');
select is_empty('select * from trinn.jobs_next_mail(60)', 'and nobody else sends it');
select is(pg_temp.ended('queued', '451 Later'), 'queued', 'what the server does not take now');
select is_empty('select * from trinn.jobs_next_mail(60)', 'waits');
select is((select next_attempt_at from trinn.deliveries where state = 'queued'), now() + interval '1 minute', 'a minute');
update trinn.deliveries set next_attempt_at = now(), attempts = 20 where state = 'queued';
select isnt_empty('select * from trinn.jobs_next_mail(60)', 'and is tried again');
select is(pg_temp.ended('queued', '451 Later'), 'queued', 'less often');
select is((select next_attempt_at from trinn.deliveries where state = 'queued'), now() + interval '4 hours', 'but every four hours');
update trinn.deliveries set next_attempt_at = now() where state = 'queued';
create temp table first as select message_id, written_at from trinn.jobs_next_mail(0);
select results_eq('select message_id, written_at from trinn.jobs_next_mail(60)', 'select * from first', 'nobody told how it ended: the same is sent again');
select is(pg_temp.ended('sent'), 'sent', 'until it is taken');
select is(pg_temp.ended('queued'), null, 'which is its end');

-- ---- the server is away

select pg_temp.happens();
select pg_temp.happens();
create function pg_temp.pause() returns interval language sql as $$ select until - now() from trinn.mail_pause $$;
create temp table tried as select id from trinn.jobs_next_mail(60);
select is(state || ' ' || (paused_until - now()), 'queued 00:01:00', 'it takes nothing: that one waits') from tried, trinn.jobs_mail_ended(50, id, 'away', 'no route');
select is_empty('select * from trinn.jobs_next_mail(60)', 'and so does all else, for a minute');
update trinn.mail_pause set until = now();
select isnt((select id from trinn.jobs_next_mail(60)), (select id from tried), 'another is tried then');
select is((select paused_until - now() from trinn.jobs_mail_ended(50, (select max(id) from trinn.deliveries where state = 'sending'), 'away', 'no route')), interval '2 minutes', 'twice as long');
update trinn.mail_pause set tries = 30, until = now();
update trinn.deliveries set next_attempt_at = now() where state = 'queued';
select is((select paused_until - now() from trinn.jobs_next_mail(60) m, trinn.jobs_mail_ended(m.county_id, m.id, 'away', 'no route')), interval '1 hour', 'an hour at most');
select results_eq('select name, value from trinn.mail_figures() order by name', $$ values ('trinn_mail_away_seconds', 0::bigint), ('trinn_mail_waiting', 2) $$, 'as operators see');
select is(trinn.mail_away_since(), null, 'for a while that is nobody''s task');
update trinn.mail_pause set since = now() - interval '5 hours';
select is(trinn.mail_away_since(), now() - interval '5 hours', 'after some hours it is');
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source) values (50, 'mail.away_hours', 'x', '2026-01-01', 6, 'hours', 'x');
select is(trinn.mail_away_since(), null, 'as many as the county says');
select t.act('county_admin');
select is(trinn.mail_standing()->>'waiting', '2', 'and whoever runs its set-up reads how it stands');
select t.act('caseworker');
select is(trinn.mail_standing()->>'waiting', null, 'nobody else');
select t.forget();
update trinn.mail_pause set until = now();
update trinn.deliveries set next_attempt_at = now() where state = 'queued';
select is((select state from trinn.jobs_next_mail(60) m, trinn.jobs_mail_ended(m.county_id, m.id, 'queued', '451 Later')), 'queued', 'what it answers of one message');
select is_empty('select from trinn.mail_pause', 'ends the pause');
update trinn.deliveries set next_attempt_at = now() where state = 'queued';
select is((select state from trinn.jobs_next_mail(60) m, trinn.jobs_mail_ended(m.county_id, m.id, 'sent', '250 Ok')), 'sent', 'and the rest goes') from generate_series(1, 2);

-- ---- given up

select pg_temp.happens();
update trinn.deliveries set queued_at = now() - interval '5 days' where state = 'queued';
select is_empty('select * from trinn.jobs_next_mail(60)', 'what is days old is news no more');
select is(pg_temp.state(), 'failed', 'and waits for the caseworker');
select t.act('caseworker');
select throws_ok(format($$ update trinn.deliveries set state = 'settled', settled_by = %s, settled_at = now(), note = 'x' where state = 'failed' $$, t.person('caseworker-b')),
	'TR500', null, 'who signs for themselves')
where t.person('caseworker-b') is not null;
select throws_ok($$ update trinn.deliveries set state = 'settled' where state = 'failed' $$, '23514', null, 'and says how the person was told');
select lives_ok(format($$ update trinn.deliveries set state = 'settled', settled_by = %s, settled_at = now(), note = 'Ringte' where state = 'failed' $$, t.person('caseworker')),
	'once');
select t.forget();

-- ---- not wanted

select pg_temp.happens();
update trinn.notification_settings set by_email = 'none';
select is_empty('select * from trinn.jobs_next_mail(60)', 'who wants no e-mail any more gets none');
select is(pg_temp.state(), 'dropped', 'and nothing waits');
update trinn.notification_settings set by_email = 'asks' where person_id = t.person('hub_signatory');
select pg_temp.happens();
select isnt_empty('select * from trinn.jobs_next_mail(60)', 'nor is it left out that asks something of them');
select pg_temp.ended('sent');
select pg_temp.happens('application.resume');
select is_empty($$ select from trinn.deliveries where state = 'queued' $$, 'and what asks nothing is, for who wants no more');
update trinn.notification_settings set by_email = 'all' where person_id = t.person('hub_signatory');
select pg_temp.happens();
set local session_replication_role = replica;
update trinn.role_assignments set valid_to = trinn.today() - 1, valid_from = trinn.today() - 9 where person_id = t.person('hub_signatory');
set local session_replication_role = origin;
select is_empty('select * from trinn.jobs_next_mail(60)', 'nor does who has left');
select is((select state from trinn.deliveries where channel = 'email' and person_id = t.person('hub_signatory') order by id desc limit 1), 'dropped', 'though it waited');
update trinn.notification_settings set by_email = 'all' where person_id = t.person('hub_editor');
select pg_temp.happens();
select ok(trinn.jobs_drop_mail() > 0, 'without a server');
select is_empty($$ select from trinn.deliveries where state in ('queued', 'sending') $$, 'nothing waits');

-- ---- forgotten

update trinn.rule_params set value = 0 where key = 'notifications.months';
update trinn.notifications set read_at = now() where read_at is null;
set local session_replication_role = replica;
update trinn.notifications set happened_at = now() - interval '1 day';
set local session_replication_role = origin;
select trinn.jobs_forget_notifications();
select is_empty('select from trinn.deliveries', 'the log goes with what it tells of');

select * from finish();
rollback;
