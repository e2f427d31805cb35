-- query: schemes(orgnr text, language text) @read
-- What a firm f could use, side by side: a line it applies to itself has a rate, one that hubs apply to gives it stages
-- in kind. The aid of a stage is what the service is worth less what the firm pays without VAT. What it has already is
-- told as far as the caller sees it.
select null::text as etag, json_build_object('firm', (select {party} from trinn.organisations o where o.id = f.id),
	'schemes', coalesce((select json_agg(json_build_object(
		'fundingLine', json_build_object('id', l.id::text, 'code', l.code, 'name', l.name),
		'programme', json_build_object('id', p.id::text, 'code', p.code, 'name', p.name),
		'way', case when t.applies then 'applies' else 'takes_part' end,
		'rateBasisPoints', case when t.applies then l.max_share_bp end,
		'ownShareBasisPoints', case when t.applies then 10000 - l.max_share_bp end,
		'maxAmount', case when t.applies then trinn.max_amount(l.max_amounts, f.employees) end,
		'onOverlap', l.on_overlap, 'follows', l.follows,
		'obstacles', to_json(array_remove(array[
			case when t.applies and l.county_only
				and left(f.municipality_no, 2) is distinct from n.number then 'applicant-outside-county' end,
			case when f.bankrupt or f.forced_winding_up then 'applicant-insolvent' end,
			case when trinn.today() not between b.valid_from and b.valid_to then 'legal-basis-not-valid' end,
			case when not (case when t.applies then 'firm' else 'hub' end = any (b.beneficiary_kinds))
				then 'legal-basis-beneficiary' end], null)),
		'openCalls', coalesce((select json_agg(json_build_object('id', c.id::text, 'code', c.code, 'title', c.title,
			'stages', c.stages, 'closesOn', c.closes_on) order by c.closes_on, c.id)
			from trinn.calls c where t.applies and c.county_id = l.county_id and c.funding_line_id = l.id
				and c.state = 'open' and trinn.today() between c.opens_on and c.closes_on), '[]'),
		'stages', coalesce((select json_agg(json_build_object('number', s.number,
			'name', case when :language = 'en' then coalesce(s.name_en, s.name) else s.name end, 'hours', s.hours,
			'ownShareOre', coalesce(s.price_ore, s.price_cap_ore), 'serviceValueOre', s.service_value_ore,
			'aidValueOre', s.service_value_ore - w.ore + round(w.ore * w.vat_bp / (10000.0 + w.vat_bp))::bigint,
			'firmGets', case when :language = 'en' then coalesce(s.firm_gets_en, s.firm_gets) else s.firm_gets end, 'needs', s.needs,
			'placesFree', case when t.capacity is not null then greatest(t.capacity - t.taken, 0) end,
			'waiting', trinn.n_waiting(s.programme_id, s.number), 'currency', 'NOK') order by s.number)
			from trinn.stages s join trinn.stage_places t on t.county_id = s.county_id
					and t.programme_id = s.programme_id and t.stage = s.number
				cross join lateral (select coalesce(s.price_ore, s.price_cap_ore, 0) as ore,
				case when s.vat_mode = 'standard' then ({vat_bp}) else 0 end as vat_bp) w
			where s.county_id = p.county_id and s.programme_id = p.id
				and s.programme_version = p.current_version), '[]'),
		'enrolment', (select json_build_object('id', e.id::text, 'state', e.state, 'stage', e.stage)
			from trinn.enrolments e where e.county_id = p.county_id and e.programme_id = p.id and e.firm_id = f.id),
		'applications', (select count(*) from trinn.applications a
			join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
			where a.county_id = l.county_id and c.funding_line_id = l.id
				and a.id in (select trinn.applications_for(array[f.orgnr])))) order by l.name, l.id)
		from trinn.funding_lines l
			join trinn.programmes p on p.county_id = l.county_id and p.id = l.programme_id
				and trinn.programme_state(p) = 'active'
			join trinn.legal_bases b on b.county_id = l.county_id and b.id = l.legal_basis_id
			join trinn.counties n on n.id = l.county_id
			cross join lateral (select 'firm' = any (l.applicant_kinds) as applies) t
		where l.county_id = (select trinn.caller_county()) and l.state = 'active'), '[]'))::text as document
from trinn.organisations f
where case when :orgnr is null then f.id = trinn.caller_org() else f.orgnr = :orgnr end
	and trinn.serves_as(f.id) is null;
