-- part: said_to_caller
-- What was said in application a besides, the newest first, as far as the caller reads it: the policies say.
(select string_agg(s.body, e'\n' order by s.at desc) from (
	select m.written_at, m.body from trinn.messages m where m.county_id = a.county_id and m.application_id = a.id
	union all
	select p.lodged_at, concat_ws(e'\n', p.asked, p.grounds, p.stay_grounds, p.comment, p.costs_grounds)
	from trinn.appeals p where p.county_id = a.county_id and p.applicant_id = a.applicant_id and p.application_id = a.id
	union all
	select p.proposed_at, concat_ws(e'\n', p.grounds, p.reason)
	from trinn.appeal_proposals p where p.county_id = a.county_id and p.applicant_id = a.applicant_id and p.application_id = a.id) s (at, body))
-- end

-- query: search_cases(terms json, state text, call_id int8?, caseworker text, year int8?, after text, limit int8) @read
-- The key of a hit is its rank and its application.
select json_agg(json_build_object('kind', 'application', 'path', '/v1/applications/' || a.id,
		'application', (select row_to_json(d) from (select {application_head}) d),
		'snippet', trinn.marked(concat_ws(e'\n', trinn.case_prose(a.title, a.new_content, a.answers, a.costs),
			trinn.case_names(a.applicant, a.partners, a.firms, a.fagpartnere), (select string_agg(e.name, e'\n') from trinn.entered_in(a) e),
			{said_to_caller}), q.marking)) order by f.n) filter (where f.n <= :limit)::text as items,
	case when count(*) > :limit then max(f.rank || '|' || f.id) filter (where f.n = :limit) end as next,
	'"isNewestOnly":' || coalesce(bool_or(f.is_cut), false)::text as told
from (select trinn.marking_query(:terms::jsonb) as marking) q,
	lateral (select c.*, row_number() over (order by c.rank desc, c.id desc) as n
		from trinn.find_cases(:terms::jsonb, :state, :call_id, {wanted_caseworker}, :year) c
		where :after is null or (c.rank, c.id) < (split_part(:after, '|', 1)::real, split_part(:after, '|', 2)::bigint)) f
	join trinn.applications a on a.county_id = (select trinn.caller_county()) and a.id = f.id
where f.n <= :limit + 1;
