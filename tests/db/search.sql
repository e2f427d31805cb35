-- Words are kept as the case changes; who searches finds what the policy of applications shows, and nothing tells of the rest.
begin;
select no_plan();

-- What an application is found by.
create function pg_temp.found(subject text, terms jsonb, filters text default 'null, null, null, null') returns text language sql as $$
	select t.value(subject, format('select string_agg(f.id::text, '','' order by f.id) from trinn.find_cases(trinn.search_query(%L), %s) f', terms, filters))
$$;
create function pg_temp.word(q text) returns jsonb language sql as $$ select jsonb_build_array(jsonb_build_array('word', q)) $$;

select is(pg_temp.found('hub_signatory', pg_temp.word('Søknad')), '101,102,103,104,105', 'an applicant finds its own, drafts too');
select is(pg_temp.found('hub_signatory-2', pg_temp.word('Søknad')) ~ '10', false, 'another hub''s nobody finds');
select is(pg_temp.found(subject, pg_temp.word('Søknad')), null, subject || ' finds nothing')
from unnest('{steering_member,county_admin,fagpartner,system}'::text[]) subject;
select is(pg_temp.found('caseworker', '[["number", "2026/103", "2026/103"]]'), '103', 'by its number');
select is(pg_temp.found('caseworker', '[["number", "2026/101", "2026/101"]]'), null, 'a draft has none');
select is(pg_temp.found('hub_signatory', '[["number", "910000301", "910 000 301"]]'), '101,102,103,104,105', 'by whom it is for');
select is(pg_temp.found('hub_signatory', pg_temp.word('snek')), '101,102,103,104,105', 'by the beginning of a name');
select is(pg_temp.found('hub_signatory', pg_temp.word('nekkeri')), null, 'but not by its end');
select is(pg_temp.found('hub_signatory', '[["word", "og"], ["word", "Foss"]]'), '101,102,103,104,105', 'a word that says nothing is left out');
select is(pg_temp.found('hub_signatory', '[["word", "og"]]'), null, 'unless it is alone');
select is(pg_temp.found('hub_signatory', '[]'), null, 'who asks for nothing finds nothing');
select is(pg_temp.found('caseworker', pg_temp.word('søknad'), $$'submitted', null, null, null$$) ~ '^103', true, 'by state');
select is(pg_temp.found('hub_signatory', pg_temp.word('søknad'), 'null, 4, null, null'), null, 'by call');
select is(pg_temp.found('hub_signatory', pg_temp.word('søknad'), format('null, null, %s, null', t.person('auditor'))), null, 'by caseworker');
select is(pg_temp.found('hub_signatory', pg_temp.word('søknad'), 'null, null, null, 2019'), null, 'by year');

-- ---- stems, weights
update trinn.applications set answers = '{"goal": "Bedriftene digitaliserer", "parts": [{"what": "Rørlegging"}]}' where id = 102;
select is(pg_temp.found('hub_signatory', pg_temp.word(q)), '102', 'by a form of the word: ' || q)
from unnest('{bedrift,BEDRIFTER,bedriften,digitaliserer,rørlegging}'::text[]) q;
select is(pg_temp.found('hub_signatory', pg_temp.word(normalize('rørlegging', nfd))), '102', 'however its letters are composed');
update trinn.applications set title = 'Bedrift' where id = 101;
select is(t.value('hub_signatory', $$ select string_agg(id::text, ',' order by rank desc) from trinn.find_cases(trinn.search_query('[["word", "bedrift"]]'), null, null, null, null) $$),
	'101,102', 'a title weighs more');
update trinn.applications set answers = '{}' where id = 102;
select is(pg_temp.found('hub_signatory', pg_temp.word('rørlegging')), null, 'what is gone is not found');

-- ---- closed by disqualification
select is(pg_temp.found('caseworker', '[["number", "2026/103", "2026/103"]]'), '103', 'a caseworker finds it');
insert into trinn.disqualifications (county_id, case_kind, case_id, person_id, ground, state, closes_reading, entered_by)
values (50, 'application', 103, t.person('caseworker'), 'kin', 'disqualified', true, t.person('caseworker'));
select is(pg_temp.found('decision_maker', '[["number", "2026/103", "2026/103"]]'), '103', 'a colleague does');
select is(pg_temp.found('caseworker', '[["number", "2026/103", "2026/103"]]'), null, 'one who is disqualified does not');

-- ---- common words: the newest are ranked, among one's own
create temp table made as select n as id from generate_series(700001, 701000) n;
insert into trinn.applications (id, county_id, applicant_id, call_id, form_version, title, state, created_by, submitted_at)
overriding system value
select id, 50, case when id % 2 = 0 then 101 else 102 end, 500, 1, 'Kvernstein ' || id, 'submitted', 1, now() from made;
select is(t.value('caseworker', $$ select format('%s %s %s', count(*), min(id), bool_and(is_cut)) from trinn.find_cases(trinn.search_query('[["word", "kvernstein"]]'), null, null, null, null) $$),
	'300 700701 t', 'of many the newest 300');
select is(t.value('hub_signatory', $$ select format('%s %s %s', count(*), min(id), bool_and(is_cut)) from trinn.find_cases(trinn.search_query('[["word", "kvernstein"]]'), null, null, null, null) $$),
	'300 700402 t', 'of one''s own');
delete from trinn.case_words where application_id > 700500;
select is(t.value('hub_signatory', $$ select format('%s %s %s', count(*), min(id), bool_or(is_cut)) from trinn.find_cases(trinn.search_query('[["word", "kvernstein"]]'), null, null, null, null) $$),
	'250 700002 f', 'what others have does not count');

-- ---- marks
select is(trinn.marked(e'Granlia\nVi hjelper bedriftene i gang', trinn.marking_query('[["word", "bedrifter"], ["word", "gran"]]'))::text,
	'[{"text" : "Granlia", "isMatch" : true}, {"text" : "\nVi hjelper ", "isMatch" : false}, {"text" : "bedriftene", "isMatch" : true}, {"text" : " i gang", "isMatch" : false}]',
	'what matched is told apart');
select is(trinn.marked('Vi hjelper', trinn.marking_query('[["word", "ikke"]]'))::text, '[]', 'nothing is told where nothing matched');

select * from finish();
rollback;
