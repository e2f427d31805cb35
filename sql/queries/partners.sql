-- part: partner_json
-- To a partner that has left, the application it was to be of is no longer there.
json_build_object('id', c.id::text, 'applicationId', c.application_id::text, 'amendmentId', c.amendment_id::text,
	'title', (select {title_read} from trinn.applications a where a.county_id = c.county_id and a.id = c.application_id),
	'caseNumber', (select a.case_number from trinn.applications a where a.county_id = c.county_id and a.id = c.application_id),
	'applicant', (select {party} from trinn.organisations o where o.id = c.applicant_id),
	'partner', json_build_object('id', c.organisation_id::text, 'orgnr', c.orgnr, 'name', c.name), 'kind', c.kind,
	'askedTo', c.asked_to, 'answerBy', c.answer_by,
	'task', c.task, 'message', c.message, 'state', c.state, 'askedAt', c.asked_at,
	'part', (select json_build_object('costs', t.part->'costs', 'finance', t.part->'finance',
			'costsOre', trinn.lines_sum(t.part->'costs'), 'financeOre', trinn.lines_sum(t.part->'finance'), 'currency', 'NOK',
			'sha256', case when c.state <> 'asked' then c.sha256 end)
		from (select case when c.state <> 'asked' then c.part when c.amendment_id is not null then trinn.entering_part(c.county_id, c.id) else (select trinn.part_of(c.orgnr, w.costs, w.finance)
			from trinn.applications a cross join lateral trinn.as_read(a) w where a.county_id = c.county_id and a.id = c.application_id) end as part) t
		where t.part is not null and c.state <> 'declined'),
	'ofGrant', (select json_build_object('grantId', p.grant_id::text, 'budgetOre', p.budget_ore,
			'leftOre', coalesce(trinn.partner_left(p.county_id, p.grant_id, p.orgnr), 0), 'leftOn', p.left_on)
		from trinn.grant_partners p where p.county_id = c.county_id and p.application_id = c.application_id
			and p.organisation_id = c.organisation_id order by p.grant_id desc limit 1),
	'confirmedBy', case when c.state not in ('asked', 'declined') then c.confirmed_by end,
	'confirmedOn', case when c.state not in ('asked', 'declined') then c.confirmed_on end,
	'documentId', case when c.state not in ('asked', 'declined') then c.document_id::text end, 'reason', c.reason,
	'resignation', case when c.resigned_at is not null then json_build_object('reason', c.resign_reason, 'on', c.resigned_on,
		'by', trinn.person_name(c.resigned_by), 'for', c.resigned_for, 'isOpen', trinn.has_resigned(c)) end)
-- end

-- document: application_partner(application_partner_id int8)
select c.version::text as etag, {partner_json}::text as document
from trinn.application_partners c where c.county_id = (select trinn.caller_county()) and c.id = :application_partner_id;

-- query: list_application_partners(application_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select c.id as key, {partner_json} as item
	from (select * from trinn.application_partners where county_id = (select trinn.caller_county())
		and (:application_id is null or application_id = :application_id) and (:state is null or state = :state)
		and id < {last_key} order by id desc limit :limit + 1) c) p;

-- query: load_new_partner(application_id int8, orgnr text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.application_partners_id_seq'),
	'applicantId', a.applicant_id, 'applicationState', a.state, 'organisationId', coalesce(o.id, 0),
	'isNamed', coalesce(o.id = any (a.partner_ids), false), 'inHand', {in_hand}
)::text, null::bigint, json_build_array(json_build_array('application', a.id, g.version, true))::text
from trinn.applications a
	join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
	left join trinn.organisations o on o.orgnr = :orgnr and o.deleted_on is null
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_partner(id int8, application_id int8, organisation_id int8, task text, message text) @write
with made as (
	insert into trinn.application_partners (id, county_id, applicant_id, application_id, organisation_id, orgnr, name, kind, task,
		message, asked_by)
	select :id, a.county_id, a.applicant_id, a.id, o.id, o.orgnr, o.name, case when trinn.is_hub(o.id) then 'hub' else 'firm' end,
		:task, :message, coalesce(trinn.caller_person(), -trinn.caller_principal())
	from trinn.applications a, trinn.organisations o
	where a.county_id = trinn.caller_county() and a.id = :application_id and o.id = :organisation_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_partner');

-- query: load_partner(application_partner_id int8, document_id int8?, whole bool) @read
-- To a partner that has left, the state of the application says nothing more.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', c.state, 'name', c.name,
	'organisationId', c.organisation_id, 'hasPeople', trinn.has_people(c.organisation_id, c.kind),
	'applicationId', c.application_id, 'applicantId', c.applicant_id,
	'applicant', (select o.name from trinn.organisations o where o.id = c.applicant_id),
	'applicationState', coalesce((select a.state from trinn.applications a where a.county_id = c.county_id
		and a.id = c.application_id), c.state),
	'amendment', trinn.entering_state(c.county_id, c.amendment_id), 'askedTo', c.asked_to,
	'carriesOut', trinn.carries_out(c) is not null, 'hasResigned', trinn.has_resigned(c),
	'askedOn', (c.asked_at at time zone 'Europe/Oslo')::date, 'inHand', (select {in_hand} from (select c.county_id, c.application_id) w
		join trinn.applications a on a.county_id = w.county_id and a.id = w.application_id
		join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id),
	'document', (select d.state from trinn.documents d where d.county_id = c.county_id
		and d.application_id = c.application_id and d.id = :document_id and d.access = 'party'),
	'appeal', {partner_appeal}
)::text, c.version, json_build_array(json_build_array('application', c.application_id,
	trinn.guard_version('application', c.application_id), true))::text
from trinn.application_partners c
where c.county_id = (select trinn.caller_county()) and c.id = :application_partner_id;

-- query: confirm_part(application_partner_id int8, version int8) @write
with changed as (
	update trinn.application_partners set state = 'confirmed', confirmed_by = trinn.person_name(trinn.caller_person()),
		confirmed_on = trinn.today(), signed_by = trinn.caller_person(), document_id = null, version = version + 1
	where county_id = trinn.caller_county() and id = :application_partner_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'confirm_part');

-- query: enter_part_on_paper(application_partner_id int8, version int8, confirmed_by text, confirmed_on date, document_id int8) @write
with changed as (
	update trinn.application_partners set state = 'confirmed', confirmed_by = :confirmed_by, confirmed_on = :confirmed_on,
		signed_by = null, document_id = :document_id, version = version + 1
	where county_id = trinn.caller_county() and id = :application_partner_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'enter_part_on_paper');

-- query: leave_application(application_partner_id int8, version int8, state text, reason text) @write
with changed as (
	update trinn.application_partners set state = :state, reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :application_partner_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'leave_application');

-- query: insert_partner_answer(application_partner_id int8, answer text, received_on date, channel text, authority text, document_id int8?) @write
with made as (
	insert into trinn.answers_on_behalf (county_id, applicant_id, application_id, partner_id, document_id, answer, received_on, channel, authority,
		entered_by)
	select c.county_id, c.applicant_id, c.application_id, c.id, :document_id, :answer, :received_on, :channel, :authority, trinn.caller_person()
	from trinn.application_partners c where c.county_id = trinn.caller_county() and c.id = :application_partner_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_partner_answer');

-- query: resign(application_partner_id int8, version int8, reason text, on_day date, entered_for text) @write
select trinn.resign(:application_partner_id, :version, :reason, :on_day, :entered_for);

-- part: resignation_tasks
-- Of whoever has the case, or anybody if nobody has: a partner asks to leave.
select 'askAmendment', '/v1/grants/' || trinn.carries_out(p), (p.resigned_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	null::date, null::bigint, c.case_number, null::int
from trinn.application_partners p join trinn.applications c on c.county_id = p.county_id and c.id = p.application_id
where (select trinn.caller_role()) = 'caseworker' and p.county_id = (select trinn.caller_county()) and p.resigned_at is not null
	and trinn.has_resigned(p) and (c.caseworker_id is null or {is_ones_case})
	and not {stood_back} @> jsonb_build_array(jsonb_build_object('kind', 'application', 'id', c.id))
-- end
