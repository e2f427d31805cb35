-- What an applicant says otherwise than here is entered by who had no hand in what was granted, and the county answers for it
-- by that alone.
begin;
select no_plan();

create function pg_temp.say(p_grant bigint, p_answer text, p_role text default 'caseworker', p_day date default current_date) returns text language sql as $$
	select format('insert into trinn.answers_on_behalf (county_id, applicant_id, application_id, grant_id, answer, received_on, channel, authority, entered_by)
		select county_id, applicant_id, application_id, id, %L, %L, ''letter'', ''Daglig leder'', %s from trinn.grants where id = %s', p_answer, p_day, t.person(p_role), p_grant)
$$;
create temp table offer as select id, application_id from trinn.grants where county_id = 50 and state = 'offered' order by id limit 1;
create temp table waiting as select id from trinn.applications a where county_id = 50 and state in ('submitted', 'in_review')
	and not exists (select from trinn.answers_on_behalf b where b.application_id = a.id) order by id limit 1;
grant select on offer, waiting to public;
select isnt_empty('select * from offer, waiting', 'there is an offer, and an application that waits');
select is(t.trial('caseworker', format('update trinn.grants set state = ''accepted'', accepted_by = %s, accepted_at = now() where id = %s', t.person('caseworker'), id)) ~ '^TR500',
	true, 'the county takes no grant by itself') from offer;
select is(t.trial('caseworker', format('update trinn.grants set state = ''annulled'' where id = %s', id)) ~ '^TR500', true, 'and declines none') from offer;
select is(t.trial('caseworker', format('update trinn.applications set state = ''withdrawn'' where id = %s', id)), 'TR500', 'nor withdraws') from waiting;
select is(t.trial('caseworker', pg_temp.say(id, 'accepted')), '23514 answers_on_behalf_two_persons', 'who granted does not say that it is taken') from offer;
select is(t.trial('caseworker', pg_temp.say(id, 'declined')), '1', 'but that it is declined') from offer;
select is(t.trial('caseworker', pg_temp.say(id, 'withdrawn')) ~ '^23514', true, 'a grant is not withdrawn') from offer;
select is(t.trial('caseworker', pg_temp.say(id, 'declined', p_day => current_date + 2)) ~ '^23514', true, 'and nothing came tomorrow') from offer;
select is(t.trial('decision_maker', pg_temp.say(id, 'declined')) ~ '^(42501|TR)', true, 'nor in the name of another') from offer;

-- Who entered it from a hub answers for it until its own people do.
select is(t.value('hub_signatory', 'select count(*) from trinn.grants where id = 305'), '0', 'another''s grant is nothing of the hub''s');
set local session_replication_role = replica;
update trinn.applications set applicant_kind = 'firm', entered_by = t.person('hub_signatory'), entered_from = 101, submitted_by = t.person('hub_signatory'), received_on = '2026-01-01',
	channel = 'letter', authority = 'Daglig leder', caseworker_id = null where id = 305;
set local session_replication_role = origin;
create function pg_temp.by_hub(p_person text) returns text language sql as $$
	select format('insert into trinn.answers_on_behalf (county_id, applicant_id, application_id, grant_id, answer, received_on, channel, authority, entered_by, entered_from)
		values (50, 301, 305, 305, ''accepted'', trinn.today(), ''letter'', ''Daglig leder'', %s, 101)', t.person(p_person))
$$;
select is(t.value('hub_signatory', 'select count(*) from trinn.grants where id = 305'), '1', 'but what it entered it reads');
select is(t.value('hub_editor', 'select count(*) from trinn.grants where id = 305'), '0', 'and nobody else of the hub');
select is(t.trial('hub_signatory', format('update trinn.grants set state = ''accepted'', accepted_by = %s, accepted_at = now() where id = 305', t.person('hub_signatory'))) ~ '^TR500',
	true, 'it takes nothing in its own name');
select is(t.trial('hub_signatory', pg_temp.by_hub('hub_signatory')), '1', 'but enters that the firm does');
select is(t.trial('hub_editor', pg_temp.by_hub('hub_editor')) ~ '^42501', true, 'which others of the hub do not');
set local session_replication_role = replica;
update trinn.applications set submitted_by = t.person('firm') where id = 305;
set local session_replication_role = origin;
select is(t.trial('hub_signatory', pg_temp.by_hub('hub_signatory')) ~ '^42501', true, 'nor it, once the firm has sent it itself');

select * from finish();
rollback;
