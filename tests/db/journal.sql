-- A post is numbered without gaps, is of what it was, keeps what it said before, and shields nothing without a provision.
begin;
select no_plan();

-- ---- numbers
select is((select array_agg(number order by number) from trinn.journal_posts where county_id = 50 and application_id = 104),
	(select array_agg(n) from generate_series(1, (select count(*)::int from trinn.journal_posts where county_id = 50 and application_id = 104)) n),
	'the posts of a case are numbered from one, without gaps');
select is((select count(*) from trinn.journal_posts where county_id = 50 and application_id = 101), 0::bigint, 'a draft has none');
select is(t.value('hub_signatory', $$ select trinn.journal_post(101, 'I', 'KORR', 'x', 'application', 101) $$), null, 'nor is one entered by hand');
select throws_ok($$ delete from trinn.journal_posts where application_id = 104 and number = 1 $$, '23503', null, 'with files it stays');

-- ---- who enters
select isnt(t.value('hub_signatory', $$ select trinn.journal_post(104, 'I', 'KORR', 'x', 'application', 104) $$), null, 'an applicant enters in its own case');
select is(t.trial('firm', $$ select trinn.journal_post(104, 'I', 'KORR', 'x', 'application', 104) $$), 'TR500', 'and in no other''s');
select is(t.trial('caseworker', $$ select trinn.journal_post(104, 'U', 'KORR', 'x', 'application', 104) $$), '1', 'the county enters');
select is(t.trial('caseworker', $$ select trinn.journal_post(104, 'U', 'BREV', 'x', 'application', 104) $$) ~ '^23503', true, 'a type that there is');
select is(t.trial('caseworker', $$ select trinn.journal_post(104, 'U', 'KORR', 'x', 'application', 104, 102) $$), '23514 documents_clean', 'with a document that is clean');
select is(t.trial('caseworker', $$ select trinn.add_post(50, 104, 'U', 'KORR', 'x', 'application', 104, null, null, null) $$) ~ '^42501', true, 'by no other way');

-- ---- what it says
create temp table post as select id from trinn.journal_posts where county_id = 50 and application_id = 104 and number = 1;
grant select on post to public;
create function pg_temp.change(subject text, what text) returns text language sql as $$
	select t.trial(subject, format('update trinn.journal_posts set %s where id = %s', what, (select id from post)))
$$;
select is(pg_temp.change('archivist', $$ title = 'Ny', revised_reason = 'Feil' $$), '1', 'it is corrected');
select is(pg_temp.change('archivist', $$ title = 'Ny', revised_reason = null $$) ~ '^23502', true, 'for a reason');
select is(pg_temp.change('archivist', $$ public_title = 'Skjult', revised_reason = 'x' $$), '23514 journal_posts_shielded', 'with a provision only it has a title for the public');
select is(pg_temp.change('archivist', $$ state = 'J', checked_by = trinn.caller_person(), checked_at = now() $$), '1', 'it is checked');
select is(pg_temp.change('archivist', format($$ state = 'J', checked_by = %s, checked_at = now() $$, t.person('caseworker'))), 'TR500', 'by oneself');
select is(pg_temp.change('archivist', $$ state = 'J' $$), '23514 journal_posts_checked', 'and by somebody');
select is(pg_temp.change('archivist', what) ~ '^42501', true, what || ' stays') from unnest('{number = 9,journal_date = journal_date - 1,party = null,public_on = public_on - 9}'::text[]) what;
select throws_ok(format('update trinn.journal_posts set title = ''x'', revised_reason = ''x'', %s where id = %s', what, (select id from post)), 'TR500', null, what || ' stays whoever changes it')
from unnest('{number = 99,journal_date = journal_date - 1,party = null}'::text[]) what;
select is(pg_temp.change('archivist', $$ state = 'U' $$), '23514 journal_posts_stands', 'what is of an application is not taken out');
select is(pg_temp.change('hub_signatory', 'title = title'), '0', 'an applicant corrects nothing');

-- ---- what was is kept
select t.act('archivist');
update trinn.journal_posts set title = 'Ny tittel', revised_reason = 'Skrivefeil' where id = (select id from post);
select is((select r.was->>'title' || ' ' || r.reason || ' ' || r.revised_by from trinn.journal_revisions r where r.post_id = (select id from post) and r.number = 2),
	'Søknad: Søknad 104 Skrivefeil ' || t.person('archivist'), 'with who and why');
update trinn.journal_posts set version = version + 1 where id = (select id from post);
select is((select count(*) from trinn.journal_revisions where post_id = (select id from post)), 2::bigint, 'what corrects nothing is no revision');
select t.forget();

-- ---- the public
select is((select count(*) from trinn.public_journal('50', null, null, null, null, null, 100)), 0::bigint, 'on the day itself nothing is public');
update trinn.journal_posts set public_on = trinn.today() where county_id = 50;
select is((select count(*) from trinn.public_journal('50', null, null, null, null, null, 1000)), (select count(*) from trinn.journal_posts where county_id = 50), 'a day later all of the county');
select is((select count(*) from trinn.public_journal('50', null, trinn.today() - 1, null, null, null, 1000)), 0::bigint, 'of the days asked for');
select is((select count(*) from trinn.public_journal('50', null, null, '2026/104', null, null, 1000)),
	(select count(*) from trinn.journal_posts where county_id = 50 and application_id = 104), 'of the case asked for');
select is((select bool_and(p.post->>'title' not like '%104%') from trinn.public_journal('50', null, null, '2026/104', null, null, 1000) p), true, 'no words of what is not checked');

select * from finish();
rollback;
