-- part: last_step
-- See last_key.
case when :after is null then 'infinity' else split_part(:after, '|', 1)::timestamptz end,
case when :after is null then 0 else split_part(:after, '|', 2)::bigint end,
case when :after is null then '' else split_part(:after, '|', 3) end,
case when :after is null then 0 else split_part(:after, '|', 4)::bigint end
-- end

-- query: list_timeline(application_id int8, language text, after text, limit int8) @read
-- Newest first. No row if there is no such application; an application that was not submitted has no timeline yet.
select p.* from trinn.applications a cross join lateral (
	select json_agg(p.item order by p.n) filter (where p.n <= :limit)::text as items, max(p.key) filter (where p.n = :limit and p.more) as next
	from (select row_number() over w as n, lead(1) over w is not null as more,
			t.at::text || '|' || t.seq || '|' || t.case_kind || '|' || t.case_id as key, json_build_object('at', t.at,
			'kind', t.object_kind || '.' || t.action, 'text', case :language when 'en' then t.en else t.nb end,
			'side', case when r.kind in ('hub', 'firm') then 'applicant' when r.kind = 'county' then 'county' end,
			'role', case :language when 'en' then r.name_en else r.name_nb end,
			'person', case when t.person_id is not null then json_build_object('id', t.person_id::text, 'name', trinn.person_name(t.person_id)) end,
			'reason', t.reason, 'isInternal', not t.is_shown or coalesce(m.is_internal, d.access = 'county', case when q.id is not null then q.demanded_by is null end, false),
			'path', case when t.object_kind = 'application' then '/v1/applications/' || a.id || case t.action when 'decide' then '/decisions' else '' end
				when t.case_kind = 'meeting' then '/v1/meetings/' || t.case_id
				else '/v1/' || replace(t.object_kind, '_', '-') || 's/' || t.object_id end) as item
		from trinn.timeline(a.id) t
			join trinn.roles r on r.role = t.role
			left join trinn.messages m on t.object_kind = 'message' and m.county_id = a.county_id and m.id = t.object_id
			left join trinn.documents d on t.object_kind = 'document' and d.county_id = a.county_id and d.id = t.object_id
			left join trinn.disqualifications q on t.case_kind = 'disqualification' and q.county_id = a.county_id and q.id = t.case_id
			left join trinn.meetings g on t.case_kind = 'meeting' and g.county_id = a.county_id and g.id = t.case_id
			left join trinn.late_submissions l on t.case_kind = 'late_submission' and l.county_id = a.county_id and l.id = t.case_id
			left join trinn.application_partners p on t.object_kind = 'application_partner' and p.county_id = a.county_id and p.id = t.object_id
			left join trinn.amendments n on t.object_kind = 'amendment' and n.county_id = a.county_id and n.id = t.object_id
			left join trinn.appeals e on t.object_kind = 'appeal' and e.county_id = a.county_id and e.id = t.object_id
			left join trinn.letters s on t.object_kind = 'letter' and s.county_id = a.county_id and s.id = t.object_id
		where (t.at, t.seq, t.case_kind, t.case_id) < ({last_step})
			and (t.object_kind <> 'message' or m.id is not null) and (t.object_kind <> 'document' or d.id is not null)
			and (t.case_kind <> 'disqualification' or q.id is not null) and (t.case_kind <> 'meeting' or g.id is not null)
			and (t.case_kind <> 'late_submission' or l.id is not null) and (t.object_kind <> 'application_partner' or p.id is not null)
			and (t.object_kind <> 'amendment' or n.id is not null) and (t.object_kind <> 'appeal' or e.id is not null)
			and (t.object_kind <> 'letter' or s.id is not null)
		window w as (order by t.at desc, t.seq desc, t.case_kind desc, t.case_id desc)) p
	where p.n <= :limit + 1) p
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;
