-- Searching cases by their words. What an application says is kept as lexemes in a table of its own, narrow but for these,
-- so that a million of cases are walked without their content being read.

-- A text as the parser of text search is to see it: words and numbers, in documents and queries alike.
create function trinn.plain_words(p_text text) returns text language sql immutable parallel safe as $$
	select regexp_replace(normalize(p_text), '[^[:alnum:]]+', ' ', 'g')
$$;

-- Lexemes as they are, with a weight; one without a place would have none.
create function trinn.lexemes(p_lexemes text[], p_weight "char") returns tsvector language sql immutable parallel safe as $$
	select coalesce(string_agg(format('%L:1%s', l, p_weight), ' '), '')::tsvector from unnest(p_lexemes) l where l <> ''
$$;
-- Names are found as they are written, and by the beginnings of their words. A beginning is a lexeme of its own, with '^'
-- before it: looked for by a prefix, every case of an applicant with many would be read.
create function trinn.name_words(p_names text, p_weight "char") returns tsvector language sql immutable parallel safe as $$
	select trinn.lexemes(array(
		select w from regexp_split_to_table(lower(normalize(p_names)), '[^[:alnum:]]+') w
		union
		select '^' || left(w, n) from regexp_split_to_table(lower(normalize(p_names)), '[^[:alnum:]]+') w,
			generate_series(2, least(length(w), 12)) n), p_weight)
$$;

-- What people wrote in an application's own words, in the order in which it is shown.
create function trinn.case_prose(p_title text, p_new_content text, p_answers json, p_costs json) returns text
	language sql immutable parallel safe as $$
	select concat_ws(e'\n', p_title, p_new_content,
		(select string_agg(v #>> '{}', e'\n') from jsonb_path_query(p_answers::jsonb, 'strict $.** ? (@.type() == "string")') v),
		(select string_agg(distinct c->>'description', e'\n') from jsonb_path_query(p_costs::jsonb, '$[*]') c))
$$;
-- Whom it names besides: its applicant, firms and fagpartnere.
create function trinn.case_names(p_applicant json, p_firms json, p_fagpartnere json) returns text
	language sql immutable parallel safe as $$
	select concat_ws(e'\n', p_applicant->>'name',
		(select string_agg(distinct n->>'name', e'\n') from (
			select jsonb_path_query(p_firms::jsonb, '$[*]') union all select jsonb_path_query(p_fagpartnere::jsonb, '$[*]')) t (n)))
$$;

-- One row for each application. Nothing is in it that the applicant does not read, for whom the same words are searched.
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
create function trinn.words_of(a trinn.applications) returns tsvector language sql immutable parallel safe as $$
	select trinn.lexemes(array_remove(array['#' || a.case_number, '#' || (a.applicant->>'orgnr')], null), 'A')
		|| setweight(to_tsvector('norwegian', trinn.plain_words(a.title)), 'A')
		|| trinn.name_words(concat_ws(' ', a.title, a.applicant->>'name'), 'A')
		|| trinn.name_words(trinn.case_names(null, a.firms, a.fagpartnere), 'B')
		|| trinn.lexemes(array(select distinct '#' || (f->>'orgnr') from (
			select jsonb_path_query(a.firms::jsonb, '$[*]') union all select jsonb_path_query(a.fagpartnere::jsonb, '$[*]')) t (f)), 'B')
		|| setweight(to_tsvector('norwegian', trinn.plain_words(a.call->>'title')), 'C')
		|| to_tsvector('norwegian', trinn.plain_words(trinn.case_prose(null, a.new_content, a.answers, a.costs)))
$$;

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
		or (new.answers::text, new.costs::text, new.firms::text, new.fagpartnere::text, new.applicant::text, new.call::text)
			is distinct from (old.answers::text, old.costs::text, old.firms::text, old.fagpartnere::text, old.applicant::text,
				old.call::text)
	then
		update case_words set words = words_of(new) where county_id = new.county_id and application_id = new.id;
	end if;
	return null;
end $$;
create trigger applications_words after insert or update on trinn.applications
	for each row execute function trinn.put_case_words();

-- What is asked for, of terms (api/search/search.h): a number as it is kept or as it was written in prose, or a word, which
-- is looked for by its stem, as a name and as the beginning of one. Words that say nothing, as "og", are left out unless there are no others.
create function trinn.search_query(p_terms jsonb) returns tsquery
	language plpgsql immutable parallel safe set search_path = pg_catalog, trinn, pg_temp as $$
declare
	t record;
	one tsquery;
	stem tsquery;
	said tsquery;
	said_little tsquery;
begin
	for t in select e->>0 as kind, normalize(lower(e->>1)) as word, e->>2 as written from jsonb_array_elements(p_terms) e loop
		if t.kind <> 'word' then
			one := format('%L', '#' || t.word)::tsquery || plainto_tsquery('simple', plain_words(t.written));
			said := coalesce(said && one, one);
			continue;
		end if;
		one := format('%L | %L', t.word, '^' || left(t.word, 12))::tsquery;
		stem := plainto_tsquery('norwegian', t.word);
		if numnode(stem) = 0 then
			said_little := coalesce(said_little && one, one);
		else
			said := coalesce(said && (one || stem), one || stem);
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
-- ranked, the newest are: the last four thousand are looked among first, then as many sixteen times, then all. A
-- function of its own, because a policy keeps the index from being used; whose rows it looks among is what the policy
-- of applications says, which who asks reads them by as well. Planned for what is asked, so that the filters which are
-- not there are no conditions.
create function trinn.find_cases(p_query tsquery, p_state text, p_call bigint, p_caseworker bigint, p_year bigint)
	returns table (id bigint, rank real, is_cut boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp
	set plan_cache_mode = force_custom_plan as $$
declare
	ranked_most constant int := 300;
	county int := caller_county();
	is_staff boolean := caller_kind() = 'county' and caller_role() in ('caseworker', 'decision_maker', 'programme_lead', 'secretary',
		'attestant', 'releaser', 'finance', 'archivist', 'auditor');
	party bigint := case when caller_kind() in ('hub', 'firm') then caller_org() end;
	shown bigint[] := case when caller_role() = 'steering_member' then array(select shown_applications()) end;
	closed bigint[] := case when not all_open_to_caller() then current_setting('trinn.closed')::bigint[] end;
	newest bigint := case_slice((select max(a.id) from applications a));
	window_size bigint;
	found_ids bigint[];
begin
	if p_query is null or not (is_staff or party is not null or shown is not null) then
		return;
	end if;
	-- What matches is found first and then put in order (offset 0): walked in order, a rare word is looked for in every case.
	foreach window_size in array array[1, 16, null]::bigint[] loop
		found_ids := array(select m.application_id from (select w.application_id from case_words w
			where w.words @@ p_query and w.county_id = county
				and (window_size is null or case_slice(w.application_id) >= newest - window_size)
				and (party is null or w.applicant_id = party) and (party is not null or w.state <> 'draft')
				and (shown is null or w.application_id = any (shown))
				and (closed is null or w.application_id <> all (closed))
				and (p_state is null or w.state = p_state) and (p_call is null or w.call_id = p_call)
				and (p_caseworker is null or w.caseworker_id = p_caseworker) and (p_year is null or w.submitted_year = p_year)
			offset 0) m order by m.application_id desc limit ranked_most + 1);
		exit when cardinality(found_ids) > ranked_most;
	end loop;
	return query select w.application_id, ts_rank(w.words, p_query), cardinality(found_ids) > ranked_most
	from case_words w where w.county_id = county and w.application_id = any (found_ids[1:ranked_most])
	order by 2 desc, 1 desc;
end $$;
