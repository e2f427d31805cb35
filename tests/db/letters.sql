-- Every letter of a decision tells what the law asks for, whatever was decided, in both languages; one that cannot does not leave; and one that is
-- made stays what it is.
begin;
select no_plan();

-- ---- what a letter says
create function pg_temp.texts(p_kind text, p_language text, p_flags text[]) returns text language sql as $$
	select string_agg(case p_language when 'nb' then t.nb else t.en end, ' ' order by t.position) from trinn.letter_texts t
	where (t.kind is null or t.kind = p_kind) and t.needs <@ p_flags
$$;
create temp table outcomes (outcome text, flags text[]);
insert into outcomes select o, '{money,costGroups,delegated,appealable,of_application}'::text[] from unnest('{granted,part_granted}'::text[]) o
union all
select o, '{refused,delegated,appealable,of_application}'::text[] from unnest('{rejected,ineligible,dismissed}'::text[]) o
union all
select k.kind, array['money', 'costGroups', 'delegated', 'appealable', 'amended', 'of_amendment', 'askedOn', w,
	case when k.kind in ('increase', 'decrease') then 'amount_amended' else 'amount_stands' end]
from trinn.amendment_kinds k, unnest('{on_asking,of_county}'::text[]) w where k.kind <> 'annulment';
select is_empty($$
	select o.outcome, l.language, i.word from outcomes o, unnest('{nb,en}'::text[]) l(language), trinn.letter_items i
	where i.kind = 'decision' and i.needs <@ o.flags
		and not i.word = any (trinn.words_in(pg_temp.texts('decision', l.language, o.flags || o.outcome)))
$$, 'whatever is decided, what must be told has its place');
select is_empty($$
	select o.outcome, l.language, p.provision from outcomes o, unnest('{nb,en}'::text[]) l(language), unnest('{28,29,30,32,33,36,42,18}'::text[]) p(provision)
	where pg_temp.texts('decision', l.language, o.flags || o.outcome) !~ ('§ ' || p.provision || '\M')
$$, 'the party is told its rights, by their provisions');
select is(pg_temp.texts('decision', l, '{ofBoard}') ~ '§ 28' and pg_temp.texts('decision', l, '{ofBoard}') !~ '§ 29', true, 'what the appeals board decided is not appealed against')
from unnest('{nb,en}'::text[]) l;
select is(pg_temp.texts('appeal', l, array['leave_refused'] || f) ~ '§§ 28', 'dismissal_appealable' = any (f), 'without leave the party is told what comes next, and its rights then')
from unnest('{nb,en}'::text[]) l, (values ('{dismissal_appealable}'::text[]), ('{}')) v(f);
create temp table answers (answer text, flags text[]);
insert into answers select v.answer, array[v.answer, split_part(v.answer, '_', 1), 'of_' || object, case when v.flags @> '{amended}' then 'of_it' else 'not_amended' end] || v.flags
from (values ('decision', 'leave_given', '{excusable,reasoned}'::text[]), ('decision', 'leave_refused', '{reasoned}'),
	('decision', 'stay_given', '{reasoned}'), ('decision', 'stay_refused', '{reasoned}'), ('decision', 'reconsideration_forwarded', '{}'),
	('decision', 'reconsideration_sent_back', '{reasoned}'), ('decision', 'reconsideration_inadmissible', '{late,appealable,reasoned}'),
	('decision', 'reconsideration_inadmissible', '{no_standing,appealable,reasoned}'),
	('decision', 'reconsideration_inadmissible', '{not_decision,appealable,reasoned}'),
	('decision', 'reconsideration_inadmissible', '{form,appealable,reasoned}'), ('decision', 'board_not_allowed', '{reasoned}'),
	('decision', 'board_sent_back', '{reasoned}'), ('decision', 'costs_given', '{appealable,reasoned}'), ('decision', 'costs_refused', '{appealable,reasoned}'),
	('decision', 'reconsideration_forwarded', '{amended}'), ('decision', 'reconsideration_allowed', '{amended,reasoned}'),
	('decision', 'reconsideration_allowed_in_part', '{amended,reasoned}'), ('decision', 'reconsideration_set_aside', '{amended,reasoned}'),
	('decision', 'board_allowed', '{amended,reasoned}'), ('decision', 'board_allowed_in_part', '{amended,reasoned}'),
	('decision', 'board_set_aside', '{amended,reasoned}'), ('decision', 'board_not_allowed', '{amended,reasoned}'),
	('dismissal', 'leave_given', '{excusable,reasoned}'), ('dismissal', 'leave_refused', '{reasoned}'), ('dismissal', 'reconsideration_forwarded', '{}'),
	('dismissal', 'reconsideration_inadmissible', '{late,reasoned}'), ('dismissal', 'reconsideration_heard', '{reasoned}'),
	('dismissal', 'board_not_allowed', '{reasoned}'), ('dismissal', 'board_heard', '{reasoned}'),
	('amendment', 'leave_given', '{excusable,reasoned}'), ('amendment', 'leave_refused', '{reasoned}'), ('amendment', 'reconsideration_forwarded', '{}'),
	('amendment', 'reconsideration_inadmissible', '{form,appealable,reasoned}'), ('amendment', 'reconsideration_allowed', '{reasoned}'),
	('amendment', 'reconsideration_allowed_in_part', '{reasoned}'), ('amendment', 'reconsideration_set_aside', '{reasoned}'),
	('amendment', 'board_allowed', '{reasoned}'), ('amendment', 'board_allowed_in_part', '{reasoned}'), ('amendment', 'board_set_aside', '{reasoned}'),
	('amendment', 'board_not_allowed', '{reasoned}'), ('amendment', 'costs_given', '{appealable,reasoned}')) v(object, answer, flags);
select is_empty($$
	select a.answer, l.language, i.word from answers a, unnest('{nb,en}'::text[]) l(language), trinn.letter_items i
	where i.kind = 'appeal' and i.needs <@ a.flags and not i.word = any (trinn.words_in(pg_temp.texts('appeal', l.language, a.flags)))
$$, 'whatever is answered in an appeal, what must be told has its place');
select is_empty($$ select a.answer, a.flags from answers a where (select count(*) from trinn.letter_texts t where t.kind = 'appeal' and t.block = 'title'
	and t.needs <@ a.flags) <> 1 or (select count(*) from trinn.letter_texts t where t.kind = 'appeal' and t.position between 121 and 199 and t.needs <@ a.flags) <> 1 $$,
	'each has one title and says once what was answered');
select is_empty($$ select position, words from (select t.position, array(select unnest(trinn.words_in(t.nb)) except select unnest(trinn.words_in(t.en))) as words
	from trinn.letter_texts t where t.nb <> '') d where words <> '{}' $$, 'no language says less than the other');
select is_empty($$ select outcome from outcomes o where 'amended' = any (o.flags) and (select count(*) from trinn.letter_texts t where t.kind = 'decision'
	and t.block = 'paragraph' and t.nb like '{body} vedtok {decidedOn}%' and t.needs <@ (o.flags || o.outcome)) <> 1 $$, 'each amendment says once what was decided');
select is_empty($$ select outcome from outcomes o where (select count(*) from trinn.letter_texts t where t.kind = 'decision' and t.block = 'title'
	and t.needs <@ (o.flags || o.outcome)) <> 1 $$, 'each has one title');
select is_empty($$ select k from unnest('{not_aid,de_minimis,gber,esa_exemption,esa_decision}'::text[]) k where not exists (select from trinn.letter_texts t
	where k = any (t.needs)) $$, 'each kind of legal basis is told');

-- ---- how it is written
select is(trinn.amount_text(a, l), told, told) from (values (50000000, 'nb', U&'500\00A0000\00A0kroner'), (50000050, 'nb', U&'500\00A0000,50\00A0kroner'),
	(50000000, 'en', U&'NOK\00A0500,000'), (50000050, 'en', U&'NOK\00A0500,000.50')) v(a, l, told);
select is(trinn.percent_text(p, w, l), told, told) from (values (1, 2, 'nb', U&'50\00A0prosent'), (2, 3, 'nb', U&'66,67\00A0prosent'), (5, 8, 'en', U&'62.5\00A0per cent'),
	(1, 1, 'en', U&'100\00A0per cent')) v(p, w, l, told);
select is(trinn.days_text(d, l), told, told) from (values (21, 'nb', 'tre uker'), (7, 'nb', 'én uke'), (21, 'en', 'three weeks'), (30, 'nb', U&'30\00A0dager'), (49, 'en', U&'49\00A0days'))
	v(d, l, told);
select is(trinn.every_text(m, l), told, told) from (values (1, 'nb', 'hver måned'), (6, 'nb', U&'hver 6.\00A0måned'), (3, 'en', U&'every 3\00A0months')) v(m, l, told);
select is(trinn.orgnr_text('910000101'), U&'910\00A0000\00A0101', 'organisation number');
select is(trinn.fill('{a} og {b}, {a}', '{"a": "{b}", "b": 2}'), '{b} og 2, {b}', 'what a word says is not read again');
select is(trinn.fill('', '{}'), '', 'nothing is nothing');

-- ---- one that lacks something is not made
create temp table one as select * from trinn.letters where state = 'waiting' and county_id = 50 and kind = 'decision' order by id limit 1;
set local session_replication_role = replica;
delete from trinn.letterheads where county_id = 50;
set local session_replication_role = origin;
select throws_like($$ select trinn.jobs_letter_content(county_id, id) from one $$, '%lacks address, appealBody, appealDays, appealDeadline, email, sender, share', 'without a letterhead, the rule of the deadline or the calculation there is none');
insert into trinn.letterheads (county_id, name, address, email) values (50, '{"nb": "Fylket før"}', 'Veien 1', 'post@fylket.example');
insert into trinn.letterheads (county_id, name, address, email) values (50, '{"nb": "Fylket"}', 'Veien 1', 'post@fylket.example');
set local session_replication_role = replica;
update trinn.decisions set rule_params = array[(select id from trinn.rule_params where key = 'appeal.days')],
	calculation = '{"budgetOre": 400, "costGroups": [{"costGroup": "workshops", "earmarked": true, "budgetOre": 400, "amountOre": 300}]}' where id = (select decision_id from one);
set local session_replication_role = origin;
select is(trinn.jobs_letter_content(county_id, id)->>'title' ~ '^Tilsagn', true, 'with both there is') from one;
select is(trinn.jobs_letter_content(county_id, id)->>'author', 'Fylket', 'by the newest head') from one;
select is((select array_agg(b->>'kind') @> '{sender,recipient,title,heading,paragraph,table,term,item,signature,note}'
	from json_array_elements(trinn.jobs_letter_content(county_id, id)->'blocks') b), true, 'of all its parts') from one;
select is(trinn.jobs_letter_content(county_id, id)::text, trinn.jobs_letter_content(county_id, id)::text, 'the same each time') from one;

-- ---- a decision that could not be told is not made
select t.act('decision_maker');
select throws_ok(format('insert into trinn.decisions select (jsonb_populate_record(d, %L)).* from trinn.decisions d where id = 104',
	jsonb_build_object('id', 99, 'number', 2, 'cause', 'reversal', 'replaces_id', 104, col, E' \n')), '23514', null, col || ' is told')
from unnest('{grounds,legal_basis,body,appeal_body}'::text[]) col;
select t.forget();

-- ---- waiting, made
select is(t.trial('hub_signatory', format('update trinn.letters set state = ''made'' where id = %s', id)) ~ '^42501', true, 'nobody says that a letter is made') from one;
select is(trinn.jobs_store_letter(county_id, id, '{}', 'cairo', 'letter') = encode(sha256('letter'), 'hex'), true, 'it is made') from one;
select t.forget();
select is(trinn.jobs_store_letter(county_id, id, '{}', 'cairo', 'another'), null, 'once') from one;
select throws_ok(format('update trinn.letters set content = ''{"a": 1}'' where id = %s', id), 'TR500', null, 'and stays what it is') from one;
select is((select count(*) from trinn.documents d join trinn.letters l on l.document_id = d.id where l.id = one.id and d.origin = 'letter' and d.state = 'clean'), 1::bigint,
	'its file is a document of the case') from one;
select is_empty($$ select * from trinn.audit_faults(50) where case_kind = 'application' $$, 'and stands in its chain');
select is((select count(*) from trinn.journal_documents j join trinn.journal_posts p on p.county_id = j.county_id and p.id = j.post_id
	join trinn.letters l on l.county_id = j.county_id and l.document_id = j.document_id
	where l.id = one.id and p.object_kind = 'decision' and p.object_id = l.decision_id and j.is_main), 1::bigint, 'and is the document of its journal post') from one;

-- ---- one of each language
select is(t.trial('hub_signatory', format('insert into trinn.letters (county_id, applicant_id, application_id, kind, decision_id, language, asked_by)
	values (50, 101, 104, ''decision'', 104, %L, %s)', language, t.person('hub_signatory'))), result, language)
from (values ('en', '1'), ('nb', '23505 letters_once')) v(language, result);
select is(t.trial('hub_signatory-2', format('insert into trinn.letters (county_id, applicant_id, application_id, kind, decision_id, language, asked_by)
	values (50, 101, 104, ''decision'', 104, ''en'', %s)', t.person('hub_signatory-2'))) ~ '^42501', true, 'not by another');

-- ---- tried again, later each time
create temp table other as select * from trinn.letters where state = 'waiting' and county_id = 50 and id not in (select letter_id from trinn.letter_failures) limit 1;
select is((select id from trinn.jobs_next_letter(other.id - 1)), other.id, 'one that waits is next') from other;
select is(trinn.jobs_fail_letter(county_id, id, 'no fonts'), 1, 'what failed') from other;
select isnt((select id from trinn.jobs_next_letter(other.id - 1)), other.id, 'waits') from other;
select is(trinn.jobs_fail_letter(county_id, id, 'again'), n, 'so often') from other, generate_series(2, 12) n;
select is((select (next_at - failed_at)::text || ' ' || why from trinn.letter_failures f where f.letter_id = other.id), '1 day again', 'for a day at most') from other;

select * from finish();
rollback;
