-- query: list_timeline(application_id int8, language text, after int8?, limit int8) @read
-- Newest first. No row if there is no such application; an application that was not submitted has no timeline yet.
select p.* from trinn.applications a cross join lateral ({list_by_id} from (select t.seq as key, json_build_object('at', t.at,
		'kind', t.object_kind || '.' || t.action, 'text', case :language when 'en' then t.en else t.nb end,
		'side', case when r.kind in ('hub', 'firm') then 'applicant' when r.kind = 'county' then 'county' end,
		'role', case :language when 'en' then r.name_en else r.name_nb end,
		'person', case when t.person_id is not null then json_build_object('id', t.person_id::text, 'name', trinn.person_name(t.person_id)) end,
		'reason', t.reason, 'isInternal', not t.is_shown or coalesce(m.is_internal, d.access = 'county', false),
		'path', case t.object_kind when 'application' then '/v1/applications/' || a.id || case t.action when 'decide' then '/decisions' else '' end
			else '/v1/' || replace(t.object_kind, '_', '-') || 's/' || t.object_id end) as item
	from trinn.timeline(a.id) t
		join trinn.roles r on r.role = t.role
		left join trinn.messages m on t.object_kind = 'message' and m.county_id = a.county_id and m.id = t.object_id
		left join trinn.documents d on t.object_kind = 'document' and d.county_id = a.county_id and d.id = t.object_id
	where t.seq < {last_key} and (t.object_kind <> 'message' or m.id is not null) and (t.object_kind <> 'document' or d.id is not null)
	order by t.seq desc limit :limit + 1) p) p
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;
