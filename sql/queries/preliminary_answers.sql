-- part: preliminary_answers
-- Of application a.
coalesce((select json_agg(json_build_object('number', p.number, 'expectedOn', p.expected_on, 'reason', p.reason,
		'answeredBy', trinn.person_name(p.answered_by), 'answeredAt', p.answered_at) order by p.number)
	from trinn.preliminary_answers p where p.county_id = a.county_id and p.application_id = a.id), '[]') as "preliminaryAnswers"
-- end

-- part: told_answer
-- The last of application a that was sent today.
(select json_build_object('expectedOn', p.expected_on, 'reason', p.reason) from trinn.preliminary_answers p
	where p.county_id = a.county_id and p.application_id = a.id and (p.answered_at at time zone 'Europe/Oslo')::date = trinn.today()
	order by p.number desc limit 1)
-- end

-- query: insert_preliminary_answer(application_id int8, expected_on date, reason text) @write
with made as (
	insert into trinn.preliminary_answers (county_id, applicant_id, application_id, number, expected_on, reason, answered_by)
	select a.county_id, a.applicant_id, a.id, 1 + (select count(*) from trinn.preliminary_answers p
			where p.county_id = a.county_id and p.application_id = a.id), :expected_on, :reason, trinn.caller_person()
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_preliminary_answer');

-- part: preliminary_answer_tasks
-- Of whoever has the case, or anybody if nobody has: in the last week before an answer is due.
select 'sendPreliminaryAnswer', '/v1/applications/' || c.id, t.due_on - 7, case c.applicant_kind when 'hub' then c.applicant_id end,
	case c.applicant_kind when 'firm' then c.applicant_id end, t.due_on, c.applied_ore, c.case_number, null::int
from trinn.applications c cross join lateral (select trinn.answer_due(c.county_id, c.id, c.state, c.submitted_at) as due_on) t
where (select trinn.caller_role()) = 'caseworker' and c.county_id = (select trinn.caller_county())
	and c.state in ('submitted', 'returned', 'in_review', 'recommended') and c.submitted_at < now() - interval '2 weeks'
	and (c.caseworker_id is null or {is_ones_case}) and t.due_on - 7 <= trinn.today()
-- end
