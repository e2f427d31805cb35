-- Searching cases by their words. What an application says is kept as lexemes in a table of its own, narrow but for these,
-- so that a million of cases are walked without their content being read. Functions that cannot be inlined are plpgsql, whose
-- plans are kept: of a case's words in SQL more is planned than done.

-- A text as the parser of text search is to see it: words and numbers, in documents and queries alike.
create function trinn.plain_words(p_text text) returns text language sql immutable parallel safe as $$
	select regexp_replace(normalize(p_text), '[^[:alnum:]]+', ' ', 'g')
$$;

-- Lexemes as they are, with a weight; one without a place would have none.
create function trinn.lexemes(p_lexemes text[], p_weight "char") returns tsvector language plpgsql immutable parallel safe as $$
begin
	return (select coalesce(string_agg(format('%L:1%s', l, p_weight), ' '), '')::tsvector from unnest(p_lexemes) l where l <> '');
end $$;
-- Names are found as they are written, and by the beginnings of their words. A beginning is a lexeme of its own, with '^'
-- before it: looked for by a prefix, every case of an applicant with many would be read.
create function trinn.name_words(p_names text, p_weight "char") returns tsvector language plpgsql immutable parallel safe as $$
begin
	return (select trinn.lexemes(array(
		select w from regexp_split_to_table(lower(normalize(p_names)), '[^[:alnum:]]+') w
		union
		select '^' || left(w, n) from regexp_split_to_table(lower(normalize(p_names)), '[^[:alnum:]]+') w,
			generate_series(2, least(length(w), 12)) n), p_weight));
end $$;

-- What people wrote in an application's own words, in the order in which it is shown.
create function trinn.case_prose(p_title text, p_new_content text, p_answers json, p_costs json) returns text
	language plpgsql immutable parallel safe as $$
begin
	return (select concat_ws(e'\n', p_title, p_new_content,
		(select string_agg(v #>> '{}', e'\n') from jsonb_path_query(p_answers::jsonb, 'strict $.** ? (@.type() == "string")') v),
		(select string_agg(distinct c->>'description', e'\n') from jsonb_path_query(p_costs::jsonb, '$[*]') c)));
end $$;
-- Whom it is made together with, for and by: partners, firms and fagpartnere, each with its name and number.
create function trinn.case_parties(p_partners json, p_firms json, p_fagpartnere json) returns setof jsonb
	language sql immutable parallel safe as $$
	select distinct p from unnest(array[p_partners, p_firms, p_fagpartnere]) l, jsonb_path_query(l::jsonb, '$[*]') p
$$;
create function trinn.case_names(p_applicant json, p_partners json, p_firms json, p_fagpartnere json) returns text
	language plpgsql immutable parallel safe as $$
begin
	return (select concat_ws(e'\n', p_applicant->>'name',
		(select string_agg(distinct p->>'name', e'\n') from trinn.case_parties(p_partners, p_firms, p_fagpartnere) p)));
end $$;

-- One row for each application. What the application says has no mark before it, and whoever reads the application reads it;
-- what is said in the case besides has one, by who reads that: heard_by_caller().
create table trinn.case_words (
	county_id      int not null, applicant_id bigint not null, application_id bigint not null,
	call_id        bigint not null,
	caseworker_id  bigint,
	state          text not null,
	submitted_year int,
	words          tsvector not null,
	primary key (county_id, application_id),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id)
) with (fillfactor = 80, toast_tuple_target = 128);
alter table trinn.case_words alter words set storage external;
-- Four thousand applications that were begun one after the other.
create function trinn.case_slice(p_application bigint) returns bigint language sql immutable parallel safe as $$
	select p_application >> 12
$$;
-- All that a search is cut by in one index, which goes through the shortest of the lists that it is asked for. Without a
-- list of its own of what is pending, which every search would have to read.
create index case_words_search on trinn.case_words
	using gin (words, applicant_id, call_id, caseworker_id, trinn.case_slice(application_id)) with (fastupdate = off);

-- Numbers have a '#' before them. A is what a case is called by, B whom it names.
create function trinn.words_of(a trinn.applications) returns tsvector language plpgsql immutable parallel safe as $$
begin
	return (select trinn.lexemes(array_remove(array['#' || a.case_number, '#' || (a.applicant->>'orgnr')], null), 'A')
		|| setweight(to_tsvector('norwegian', trinn.plain_words(a.title)), 'A')
		|| trinn.name_words(concat_ws(' ', a.title, a.applicant->>'name'), 'A')
		|| trinn.name_words(trinn.case_names(null, a.partners, a.firms, a.fagpartnere), 'B')
		|| trinn.lexemes(array(select distinct '#' || (p->>'orgnr') from trinn.case_parties(a.partners, a.firms, a.fagpartnere) p), 'B')
		|| setweight(to_tsvector('norwegian', trinn.plain_words(a.call->>'title')), 'C')
		|| to_tsvector('norwegian', trinn.plain_words(trinn.case_prose(null, a.new_content, a.answers, a.costs))));
end $$;

-- Whom an amendment that was approved brought into the case: who carries it out since, and the fagpartnere. Sees no more than the caller.
create function trinn.entered_in(a trinn.applications) returns table (name text, orgnr text)
	language plpgsql stable set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select p.name, p.orgnr from application_partners p
	where p.county_id = a.county_id and p.application_id = a.id and p.entered_on is not null
	union
	select f->>'name', f->>'orgnr' from amendments m cross join jsonb_array_elements(m.fagpartnere) f
	where m.county_id = a.county_id and m.application_id = a.id and m.state = 'approved';
end $$;
create function trinn.entered_words(a trinn.applications) returns tsvector
	language plpgsql stable set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select name_words(string_agg(e.name, ' '), 'B') || lexemes(array_agg('#' || e.orgnr), 'B') from entered_in(a) e);
end $$;

-- What was written in a case since it came in, with its mark: '=' what both sides read, '!' what is the county's own. Whoever adds
-- to what is said in a case adds a branch here, a trigger put_said_words(), and a branch to {said_to_caller} of search.sql. The
-- newest counts, so that the words of no case outgrow a tsvector: nobody is refused a message for what was written before.
create function trinn.said_in(a trinn.applications) returns tsvector
	language plpgsql stable set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select lexemes(array_agg(n.mark || w), 'D') from (
		select s.mark, left(string_agg(s.body, e'\n' order by s.at desc), 40000) as body from (
			select case when m.is_internal then '!' else '=' end, m.written_at, m.body
			from messages m where m.county_id = a.county_id and m.application_id = a.id
			union all
			select '=', p.lodged_at, concat_ws(e'\n', p.asked, p.grounds, p.stay_grounds, p.comment, p.costs_grounds)
			from appeals p where p.county_id = a.county_id and p.applicant_id = a.applicant_id and p.application_id = a.id
			union all
			select case p.state when 'confirmed' then '=' else '!' end, p.proposed_at, concat_ws(e'\n', p.grounds, p.reason)
			from appeal_proposals p where p.county_id = a.county_id and p.applicant_id = a.applicant_id and p.application_id = a.id
		) s (mark, at, body)
		group by s.mark) n, unnest(tsvector_to_array(to_tsvector('norwegian', plain_words(n.body)))) w where length(w) <= 100);
end $$;

-- One at a time, so that each sees what the one before it said.
create function trinn.renew_case_words(p_county int, p_application bigint) returns void
	language plpgsql set search_path = pg_catalog, trinn, pg_temp as $$
begin
	perform from case_words w where w.county_id = p_county and w.application_id = p_application for update;
	update case_words w set words = words_of(a) || entered_words(a) || coalesce(said_in(a), '')
	from applications a
	where w.county_id = p_county and w.application_id = p_application and a.county_id = p_county and a.id = p_application;
end $$;

create function trinn.put_said_words() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	perform renew_case_words(new.county_id, new.application_id);
	return null;
end $$;

create function trinn.put_case_words() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if tg_op = 'INSERT' then
		insert into case_words values (new.county_id, new.applicant_id, new.id, new.call_id, new.caseworker_id, new.state,
			extract(year from new.submitted_at at time zone 'Europe/Oslo'), words_of(new));
		return null;
	end if;
	update case_words set state = new.state, caseworker_id = new.caseworker_id,
		submitted_year = extract(year from new.submitted_at at time zone 'Europe/Oslo')
	where county_id = new.county_id and application_id = new.id and (state, caseworker_id, submitted_year)
		is distinct from (new.state, new.caseworker_id, extract(year from new.submitted_at at time zone 'Europe/Oslo')::int);
	if (new.title, new.case_number, new.new_content) is distinct from (old.title, old.case_number, old.new_content)
		or (new.answers::text, new.costs::text, new.partners::text, new.firms::text, new.fagpartnere::text, new.applicant::text, new.call::text)
			is distinct from (old.answers::text, old.costs::text, old.partners::text, old.firms::text, old.fagpartnere::text,
				old.applicant::text, old.call::text)
	then
		perform renew_case_words(new.county_id, new.id);
	end if;
	return null;
end $$;
create trigger applications_words after insert or update on trinn.applications
	for each row execute function trinn.put_case_words();

-- The marks of what the caller reads in cases that are its own or the county's, as the policies of messages, appeals and what is
-- proposed of them say. Nobody else hears more than the application.
create function trinn.heard_by_caller() returns text[] language sql stable as $$
	select case when trinn.caller_kind() in ('hub', 'firm') then '{"",=}'::text[]
		when trinn.caller_kind() <> 'county' or trinn.caller_role() = 'steering_member' then '{""}'
		when trinn.caller_role() in ('attestant', 'releaser', 'finance') then '{"",=}'
		else '{"",=,!}' end
$$;

-- What is asked for, of terms (api/search/search.h): a number as it is kept or as it was written in prose, or a word, which
-- is looked for by its stem, as a name and as the beginning of one. Words that say nothing, as "og", are left out unless there are no others.
create function trinn.search_query(p_terms jsonb, p_marks text[]) returns tsquery
	language plpgsql immutable parallel safe set search_path = pg_catalog, trinn, pg_temp as $$
declare
	t record;
	written tsquery;
	one tsquery;
	said tsquery;
	said_little tsquery;
begin
	for t in select e->>0 as kind, case e->>0 when 'word' then btrim(plain_words(lower(e->>1))) else e->>1 end as word,
			e->>2 as written from jsonb_array_elements(p_terms) e loop
		written := (select string_agg('(' || l.lexemes || ')', ' | ')::tsquery from unnest(p_marks) m,
			lateral (select string_agg(format('%L', m || w), ' & ') as lexemes
				from unnest(tsvector_to_array(case t.kind when 'word' then to_tsvector('norwegian', t.word)
					else to_tsvector('simple', plain_words(t.written)) end)) w) l);
		one := case t.kind when 'word' then format('%L | %L', t.word, '^' || left(t.word, 12)) else format('%L', '#' || t.word) end::tsquery;
		if written is null then
			said_little := coalesce(said_little && one, one);
		else
			said := coalesce(said && (one || written), one || written);
		end if;
	end loop;
	return coalesce(said, said_little);
end $$;

-- The same for ts_headline(), which sees names as they are written.
create function trinn.marking_query(p_terms jsonb) returns tsquery language sql immutable parallel safe as $$
	select string_agg(format('(%s%L:*)', case when numnode(s) > 0 then s::text || ' | ' end, normalize(lower(e->>1))), ' | ')::tsquery
	from jsonb_array_elements(p_terms) e, plainto_tsquery('norwegian', normalize(e->>1)) s where e->>0 = 'word'
$$;

-- The places of a text where the words are, in parts: [{"text", "isMatch"}]; none if they are not.
create function trinn.marked(p_text text, p_query tsquery) returns json language sql immutable parallel safe as $$
	select coalesce(json_agg(json_build_object('text', p.text, 'isMatch', p.is_match) order by s.n, p.is_match desc)
		filter (where p.text <> '' and h.text like '%' || chr(2) || '%'), '[]')
	from ts_headline('norwegian', translate(p_text, chr(2) || chr(3), ''), p_query,
			format('StartSel=%s, StopSel=%s, MaxFragments=2, MinWords=6, MaxWords=20, FragmentDelimiter=" … "', chr(2), chr(3))) h (text),
		string_to_table(h.text, chr(2)) with ordinality s (piece, n),
		lateral (values (case when s.n > 1 then split_part(s.piece, chr(3), 1) end, true),
			(case when s.n > 1 then split_part(s.piece, chr(3), 2) else s.piece end, false)) p (text, is_match)
$$;

-- Applications of the caller's that match, with how well, the best and of these the newest first. Where more match than are
-- ranked, the newest are: the last four thousand are looked among first, then as many sixteen times, then all. Of a state
-- the last two thousand in it are, by the applications' own index, before all; where there are no more, they alone. The index
-- of words cannot know of states, as each change of one would write all words of the case anew. A
-- function of its own, because a policy keeps the index from being used; whose rows it looks among is what the policy
-- of applications says, which who asks reads them by as well. Planned for what is asked, so that the filters which are
-- not there are no conditions.
create function trinn.find_cases(p_terms jsonb, p_state text, p_call bigint, p_caseworker bigint, p_year bigint)
	returns table (id bigint, rank real, is_cut boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp
	set plan_cache_mode = force_custom_plan as $$
declare
	ranked_most constant int := 300;
	tried_most constant int := 2000;
	county int := caller_county();
	query constant tsquery := search_query(p_terms, heard_by_caller());
	as_partner constant tsquery := search_query(p_terms, '{""}');
	is_staff boolean := caller_kind() = 'county' and caller_role() in ('caseworker', 'decision_maker', 'programme_lead', 'secretary',
		'attestant', 'releaser', 'finance', 'archivist', 'auditor');
	party bigint := case when caller_kind() in ('hub', 'firm') then caller_org() end;
	partnered bigint[] := (select array_agg(p.application_id) from application_partners p where p.county_id = county
		and p.organisation_id = party and p.state in ('asked', 'confirmed'));
	shown bigint[] := case when caller_role() = 'steering_member' then array(select shown_applications()) end;
	closed bigint[] := case when not all_open_to_caller() then current_setting('trinn.closed')::bigint[] end;
	in_state bigint[] := case when p_state is not null and party is null then array(select a.id from applications a
		where a.county_id = county and a.state = p_state order by a.submitted_at desc, a.id desc limit tried_most + 1) end;
	newest bigint := case_slice((select max(a.id) from applications a));
	look text;
	window_size bigint;
	tried bigint[];
	found_ids bigint[];
begin
	if query is null or not (is_staff or party is not null or shown is not null) then
		return;
	end if;
	-- What matches is found first and then put in order (offset 0): walked in order, a rare word is looked for in every case.
	foreach look in array case when in_state is null then '{1,16,all}' when cardinality(in_state) <= tried_most then '{state}'
		else '{1,16,state,all}' end::text[]
	loop
		window_size := case when look in ('1', '16') then look end;
		tried := case look when 'state' then in_state end;
		found_ids := array(select m.application_id from (select w.application_id from case_words w
			where w.words @@ query and w.county_id = county
				and (window_size is null or case_slice(w.application_id) >= newest - window_size)
				and (party is null or w.applicant_id = party
					or partnered is not null and w.application_id = any (partnered) and w.words @@ as_partner)
				and (party is not null or w.state <> 'draft')
				and (shown is null or w.application_id = any (shown))
				and (closed is null or w.application_id <> all (closed))
				and (tried is null or w.application_id = any (tried))
				and (p_state is null or w.state = p_state) and (p_call is null or w.call_id = p_call)
				and (p_caseworker is null or w.caseworker_id = p_caseworker) and (p_year is null or w.submitted_year = p_year)
			offset 0) m order by m.application_id desc limit ranked_most + 1);
		exit when cardinality(found_ids) > ranked_most;
	end loop;
	return query select w.application_id, ts_rank(w.words, case when w.application_id = any (partnered) then as_partner else query end),
		cardinality(found_ids) > ranked_most
	from case_words w where w.county_id = county and w.application_id = any (found_ids[1:ranked_most])
	order by 2 desc, 1 desc;
end $$;
