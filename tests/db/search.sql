-- Words are kept as the case changes; who searches finds what the policy of applications shows, and nothing tells of the rest.
begin;
set local jit = off; -- as the daemon does
select no_plan();

-- What an application is found by.
create function pg_temp.found(subject text, terms jsonb, filters text default 'null, null, null, null') returns text language sql as $$
	select t.value(subject, format('select string_agg(f.id::text, '','' order by f.id) from trinn.find_cases(%L, %s) f', terms, filters))
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
alter table trinn.applications disable trigger applications_plan_aside; -- 102 is returned, and the words are those of what was submitted
update trinn.applications set answers = '{"goal": "Bedriftene digitaliserer", "parts": [{"what": "Rørlegging"}]}' where id = 102;
select is(pg_temp.found('hub_signatory', pg_temp.word(q)), '102', 'by a form of the word: ' || q)
from unnest('{bedrift,BEDRIFTER,bedriften,digitaliserer,rørlegging}'::text[]) q;
select is(pg_temp.found('hub_signatory', pg_temp.word(normalize('rørlegging', nfd))), '102', 'however its letters are composed');
update trinn.applications set title = 'Bedrift' where id = 101;
select is(t.value('hub_signatory', $$ select string_agg(id::text, ',' order by rank desc) from trinn.find_cases('[["word", "bedrift"]]', null, null, null, null) $$),
	'101,102', 'a title weighs more');
update trinn.applications set answers = '{}' where id = 102;
select is(pg_temp.found('hub_signatory', pg_temp.word('rørlegging')), null, 'what is gone is not found');

-- ---- what is said in a case is found by whoever reads it
create function pg_temp.message(body text, internal boolean default false, application bigint default 102) returns bigint language sql as $$
	insert into trinn.messages (county_id, applicant_id, application_id, side, is_internal, state, body, written_by)
	values (50, 101, application, 'county', internal, case when internal then 'noted' else 'sent' end, body, t.person('caseworker')) returning id
$$;
select t.act('caseworker'), pg_temp.message('Hva skal lysbuene koste?'), pg_temp.message('Skifteavtalen ligner på fjorårets', true);
select t.forget();
select is(pg_temp.found(subject, pg_temp.word('lysbue')), '102', 'a message is found by ' || subject)
from unnest('{hub_signatory,hub_editor,caseworker,attestant,finance,auditor}'::text[]) subject;
select is(pg_temp.found('hub_signatory', '[["word", "søknad"], ["word", "lysbue"]]'), '102', 'together with what the application says');
select is(pg_temp.found(subject, pg_temp.word('skifteavtale')), '102', 'a remark is found by ' || subject)
from unnest('{caseworker,decision_maker,programme_lead,secretary,archivist,auditor}'::text[]) subject;
select is(pg_temp.found(subject, pg_temp.word(q)), null, format('%s is not found by %s', q, subject))
from unnest('{hub_signatory,hub_editor,attestant,releaser,finance,steering_member,hub_signatory-2}'::text[]) subject,
	unnest('{skifteavtale,!skifteavtal}'::text[]) q;
-- Who finds a text in a case is who reads it: row-level security says the same of the rows.
select is(t.value(subject, format($$ select (select coalesce(sum(f.id), 0) from trinn.find_cases('[["word", "lysbue"], ["word", "skifteavtale"]]', null, null, null, null) f)
		= (select coalesce(sum(distinct m.application_id), 0) from trinn.messages m where m.is_internal and m.body ~ 'Skifte') $$)), 'true', subject || ' finds the remarks it reads')
from unnest('{hub_signatory,hub_editor,hub_signatory-2,firm,caseworker,decision_maker,steering_member,programme_lead,secretary,attestant,releaser,finance,archivist,auditor,county_admin,fagpartner}'::text[]) subject;
update trinn.applications set title = 'Søknad om lys' where id = 102;
select is(pg_temp.found('hub_signatory', pg_temp.word('lysbue')), '102', 'what was said stays said when the application changes');
update trinn.appeals set stay_grounds = 'Lærlingene må sies opp' where id = 105;
select is(pg_temp.found('hub_signatory', pg_temp.word(q)), '105', 'an appeal is found by what it asks and why: ' || q)
from unnest('{støtte,lærling,skade}'::text[]) q;
insert into trinn.messages (county_id, applicant_id, application_id, side, is_internal, state, body, written_by, written_at)
select 50, 101, 102, 'county', false, 'sent', string_agg(format('ord%sx%s', m, n), ' '), t.person('caseworker'), now() + m * interval '1 minute'
from generate_series(1, 5) m, generate_series(1, 1800) n group by m;
select is(pg_temp.found('hub_signatory', pg_temp.word('ord' || n || 'x7')), case n when 5 then '102' end, 'of more than counts the newest does, not message ' || n)
from unnest('{1,5}'::int[]) n;

-- ---- partners
select is(pg_temp.found('hub_signatory', pg_temp.word('skifer')), '102,104', 'a case is found by its partners');
select is(pg_temp.found('hub_signatory', '[["number", "910000302", "910000302"]]'), '102,104', 'and by their numbers');
select is(pg_temp.found('firm-2', pg_temp.word('søknad')), '102,104,202,204,302,304', 'a partner finds the applications that it takes part in');
select is(pg_temp.found('firm-2', pg_temp.word('lysbue')), null, 'but not by what the two sides say');

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
select id, 50, case when id % 2 = 0 then 101 else 102 end, 500, 1, 'Kvernstein ' || id,
	case when id in (700010, 700990) then 'withdrawn' else 'submitted' end, 1, now() from made;
select is(t.value('caseworker', $$ select format('%s %s %s', count(*), min(id), bool_and(is_cut)) from trinn.find_cases('[["word", "kvernstein"]]', null, null, null, null) $$),
	'300 700701 t', 'of many the newest 300');
select is(t.value('hub_signatory', $$ select format('%s %s %s', count(*), min(id), bool_and(is_cut)) from trinn.find_cases('[["word", "kvernstein"]]', null, null, null, null) $$),
	'300 700402 t', 'of one''s own');
-- ---- states: few are looked among, of many the newest, then all
insert into trinn.applications (id, county_id, applicant_id, call_id, form_version, title, state, created_by, submitted_at)
overriding system value
select n, 50, 101, 500, 1, case when n > 500010 then 'Demning ' else 'Lodd ' end || n, case when n = 500900 then 'withdrawn' else 'submitted' end, 1,
	now() from generate_series(500001, 502500) n;
create function pg_temp.counted(subject text, q text, state text) returns text language sql as $$
	select t.value(subject, format('select format(''%%s %%s %%s'', count(*), min(id), bool_or(is_cut)) from trinn.find_cases(%L, %L, null, null, null)', pg_temp.word(q), state))
$$;
select is(pg_temp.counted(v.subject, v.q, v.state), v.told, format('%s in state %s by %s', v.q, v.state, v.subject))
from (values ('caseworker', 'kvernstein', 'withdrawn', '2 700010 f'), ('caseworker', 'demning', 'withdrawn', '1 500900 f'),
		('hub_signatory', 'kvernstein', 'withdrawn', '2 700010 f'), ('caseworker', 'kvernstein', 'submitted', '300 700700 t'),
		('caseworker', 'demning', 'submitted', '300 502201 t'), ('caseworker', 'lodd', 'submitted', '10 500001 f'),
		('hub_signatory', 'lodd', 'submitted', '10 500001 f'), ('caseworker', 'lodd', 'rejected', '0  ')) v(subject, q, state, told);
delete from trinn.case_words where application_id > 700500;
select is(t.value('hub_signatory', $$ select format('%s %s %s', count(*), min(id), bool_or(is_cut)) from trinn.find_cases('[["word", "kvernstein"]]', null, null, null, null) $$),
	'250 700002 f', 'what others have does not count');

-- ---- marks
select is(trinn.marked(e'Granlia\nVi hjelper bedriftene i gang', trinn.marking_query('[["word", "bedrifter"], ["word", "gran"]]'))::text,
	'[{"text" : "Granlia", "isMatch" : true}, {"text" : "\nVi hjelper ", "isMatch" : false}, {"text" : "bedriftene", "isMatch" : true}, {"text" : " i gang", "isMatch" : false}]',
	'what matched is told apart');
select is(trinn.marked('Vi hjelper', trinn.marking_query('[["word", "ikke"]]'))::text, '[]', 'nothing is told where nothing matched');

select * from finish();
rollback;
