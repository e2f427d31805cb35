-- part: own_firm
(select trinn.caller_kind()) = 'firm' and c.county_id = (select trinn.caller_county())
and c.firm_id = (select trinn.caller_org())
-- end

-- part: own_hub
(select trinn.caller_kind()) = 'hub' and c.county_id = (select trinn.caller_county())
and c.hub_id = (select trinn.caller_org())
-- end

-- part: own_partner
(select trinn.caller_kind()) = 'partner' and c.county_id = (select trinn.caller_county())
and c.partner_id = (select trinn.caller_org())
-- end

-- part: own_credit
((select trinn.caller_kind()) = 'hub' or (select trinn.caller_role()) = 'finance')
and c.county_id = (select trinn.caller_county()) and c.creditor_id = (select trinn.caller_org())
-- end

-- part: by_another
-- None of these persons is the caller.
(select trinn.caller_person()) <> all
-- end

-- part: shared_application_tasks
-- A partner answers for its part; the applicant enters what one says that has nobody here, and sees to what another has left. Of a case
-- sent in the county returns it.
select 'confirmPart', '/v1/application-partners/' || c.id, (c.asked_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then c.applicant_id end, case when c.kind = 'firm' then c.organisation_id
		when a.applicant_kind = 'firm' then c.applicant_id end, c.answer_by, null::bigint, a.case_number, null::int
from trinn.application_partners c join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
where (select trinn.caller_role()) in ('firm', 'hub_signatory') and c.county_id = (select trinn.caller_county())
	and c.organisation_id = (select trinn.caller_org()) and trinn.is_waited_for(c)
	and (c.amendment_id is null or trinn.entering_state(c.county_id, c.amendment_id) in ('asked', 'prepared'))
union all
select 'enterPartOnPaper', '/v1/application-partners/' || c.id, (c.asked_at at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then c.applicant_id end, case a.applicant_kind when 'firm' then c.applicant_id end,
	c.answer_by, null, a.case_number, null
from trinn.application_partners c join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
where (select trinn.caller_role()) in ('firm', 'hub_signatory') and c.county_id = (select trinn.caller_county())
	and c.applicant_id = (select trinn.caller_org()) and c.state = 'asked' and trinn.is_waited_for(c)
	and (c.amendment_id is null and a.state in ('draft', 'returned') or trinn.entering_state(c.county_id, c.amendment_id) in ('asked', 'prepared'))
	and not trinn.has_people(c.organisation_id, c.kind)
union all
select distinct 'saveCostPlan', '/v1/applications/' || c.application_id, trinn.today(),
	case a.applicant_kind when 'hub' then c.applicant_id end, case a.applicant_kind when 'firm' then c.applicant_id end,
	null::date, null::bigint, a.case_number, null::int
from trinn.application_partners c join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
	cross join lateral trinn.as_read(a) w
where (select trinn.caller_kind()) in ('firm', 'hub') and c.county_id = (select trinn.caller_county())
	and c.applicant_id = (select trinn.caller_org()) and c.state in ('declined', 'withdrawn') and a.state in ('draft', 'returned')
	and not c.organisation_id = any (a.partner_ids) and trinn.part_of(c.orgnr, w.costs, w.finance) <> trinn.part_of(c.orgnr, '[]', '[]')
-- end

-- part: returned_on
(select (max(t.at) at time zone 'Europe/Oslo')::date from trinn.timeline(c.id) t where t.object_kind = 'application' and t.action = 'return')
-- end

-- part: returned_tasks
-- Of the applicant: to send in again what the county has returned.
select 'submitApplication', '/v1/applications/' || c.id, {returned_on},
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	c.return_by, c.applied_ore, c.case_number, null::int
from trinn.applications c
where (select trinn.caller_role()) in ('hub_signatory', 'firm') and c.county_id = (select trinn.caller_county())
	and c.applicant_id = (select trinn.caller_org()) and c.state = 'returned'
-- end

-- part: own_case
(select trinn.caller_role()) in ('caseworker', 'programme_lead') and c.county_id = (select trinn.caller_county())
-- end

-- part: claim_task
-- The step of a claim that is the caller's role's.
case (select trinn.caller_role())
	when 'caseworker' then 'submitted' when 'attestant' then 'reviewed' when 'releaser' then 'attested' end
-- end

-- part: is_ones_case
-- Case c is the caller's, or of somebody whom they stand in for.
(c.caseworker_id = (select trinn.caller_person()) or c.caseworker_id = any ((select trinn.stood_in_for())::bigint[]))
-- end

-- part: message_tasks
-- What the other side wrote and nobody of the caller's has read, the county's for whoever has the case, or anybody if nobody
-- has; and what the county has asked an answer to.
select 'readMessage', '/v1/messages/' || m.id, (m.written_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	m.answer_by, null::bigint, c.case_number, null::int
from trinn.messages m join trinn.applications c on c.county_id = m.county_id and c.id = m.application_id
where m.county_id = (select trinn.caller_county()) and m.state = 'sent'
	and case m.side when 'county' then (select trinn.caller_kind()) in ('hub', 'firm') and m.applicant_id = (select trinn.caller_org())
		else (select trinn.caller_role()) = 'caseworker' and (c.caseworker_id is null or {is_ones_case}) end
union all
select 'sendMessage', '/v1/applications/' || c.id, (min(m.written_at) at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	min(m.answer_by), null, c.case_number, null
from trinn.messages m join trinn.applications c on c.county_id = m.county_id and c.id = m.application_id
where (select trinn.caller_kind()) in ('hub', 'firm') and m.county_id = (select trinn.caller_county())
	and m.applicant_id = (select trinn.caller_org()) and m.answer_by is not null and {message_answered} is null
group by c.id
-- end

-- part: delivery_tasks
-- Of whoever has the case: whom of a party's people an e-mail did not reach, to be told otherwise.
select 'settleDelivery', '/v1/deliveries/' || max(d.id), (min(d.queued_at) at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	null::date, null::bigint, c.case_number, null::int
from trinn.deliveries d join trinn.applications c on c.county_id = d.county_id and c.id = d.application_id
where (select trinn.caller_role()) = 'caseworker' and d.county_id = (select trinn.caller_county()) and d.state = 'failed'
	and (c.caseworker_id is null or {is_ones_case})
group by c.county_id, c.id, d.person_id, d.organisation_id
-- end

-- part: archive_tasks
-- Of the archivist: what could not be sent to the archive, what it refused, and what it has not answered in time.
select 'retryArchiveMessage', '/v1/archive-messages/' || c.id, (coalesce(c.sent_at, c.queued_at) at time zone 'Europe/Oslo')::date,
	null::bigint, null::bigint, trinn.archive_answer_due(c), null::bigint, a.case_number || '-' || p.number, null
from trinn.archive_messages c
	join trinn.journal_posts p on p.county_id = c.county_id and p.id = c.post_id
	join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
where (select trinn.caller_role()) = 'archivist' and c.county_id = (select trinn.caller_county())
	and (c.state = 'failed' or c.state = 'sent' and trinn.archive_answer_due(c) < trinn.today())
	and not {stood_back} @> jsonb_build_array(jsonb_build_object('kind', 'application', 'id', c.application_id, 'how', 'self'))
-- end

-- part: answer_due
-- Forvaltningsloven § 11 a: by when the applicant of c is to have the decision, or another preliminary answer.
trinn.answer_due(c.county_id, c.id, c.state, c.submitted_at)
-- end

-- part: condition_tasks
-- What a grant that was accepted still asks of its recipient, and of the county.
select case c.state when 'open' then 'reportCondition' when 'reported' then 'confirmCondition' else 'waiveCondition' end,
	'/v1/conditions/' || c.id, (coalesce(c.waiver_asked_at, c.reported_at, g.accepted_at) at time zone 'Europe/Oslo')::date,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	c.due_on, null::bigint, a.case_number, null::int
from trinn.decision_conditions c
	join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
	join trinn.grants g on g.county_id = c.county_id and g.application_id = c.application_id and g.state in ('accepted', 'active')
where c.county_id = (select trinn.caller_county())
	and case c.state when 'open' then (select trinn.caller_kind()) in ('hub', 'firm') and c.applicant_id = (select trinn.caller_org())
		when 'reported' then (select trinn.caller_role()) = 'caseworker' and {by_another} (array[c.reported_by])
		when 'waiver_asked' then (select trinn.caller_role()) in ('decision_maker', 'secretary')
			and {by_another} (array[c.waiver_asked_by, coalesce(c.reported_by, 0)]) end
-- end

-- part: offer_tasks
-- Of the recipient: to accept what is on offer, or, for a fortnight, to know that it has lapsed.
select case g.state when 'offered' then 'acceptGrant' end, '/v1/grants/' || g.id,
	case g.state when 'offered' then d.decided_on else (g.ended_at at time zone 'Europe/Oslo')::date end,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	case g.state when 'offered' then g.accept_by end, g.amount_ore, a.case_number, null::int
from trinn.grants g
	join trinn.decisions d on d.county_id = g.county_id and d.id = g.decision_id
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
where (select trinn.caller_role()) in ('hub_signatory', 'firm') and g.county_id = (select trinn.caller_county())
	and g.applicant_id = (select trinn.caller_org())
	and (g.state = 'offered' and g.accept_by >= trinn.today() and not trinn.is_set_aside(g.county_id, g.application_id) or g.state = 'lapsed' and g.ended_at > now() - interval '14 days')
-- end

-- part: claim_tasks
-- Of the recipient, once it was reminded: to claim what is left before it lapses.
select 'createClaim', '/v1/grants/' || g.id, trinn.claim_by(g) - g.reminded_days,
	case a.applicant_kind when 'hub' then a.applicant_id end, case a.applicant_kind when 'firm' then a.applicant_id end,
	trinn.claim_by(g), g.remaining_ore, a.case_number, null::int
from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
where (select trinn.caller_role()) in ('hub_signatory', 'firm') and g.county_id = (select trinn.caller_county())
	and g.applicant_id = (select trinn.caller_org()) and g.state in ('accepted', 'active') and g.claim_days is not null
	and g.reminded_days is not null and g.remaining_ore > 0 and trinn.claim_by(g) >= trinn.today()
	and not trinn.is_set_aside(g.county_id, g.application_id)
	and not exists (select from trinn.claims f where f.county_id = g.county_id and f.grant_id = g.id
		and f.kind = 'final' and f.state <> 'rejected')
-- end

-- part: has_assured
-- Whether a funding line of call k has recommendations assured.
exists (select from trinn.call_lines y
	join trinn.funding_lines l on l.county_id = y.county_id and l.id = y.funding_line_id and l.assures_recommendations
	where y.county_id = k.county_id and y.call_id = k.id)
-- end

-- part: is_assured
-- Recommendation m of application c, to call k, as far as it is asked for; and by nobody who decides.
case when {has_assured}
	then exists (select from trinn.assurances s where s.county_id = m.county_id and s.application_id = m.application_id
		and s.recommendation = m.number and {by_another} (array[s.assured_by]))
	else true end
-- end

-- part: assuring_tasks
-- Of another caseworker than the one who recommended.
select 'assureRecommendation', '/v1/applications/' || c.id, (m.made_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{answer_due}, m.amount_ore, c.case_number, null
from trinn.applications c
	join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
	join lateral (select * from trinn.recommendations r where r.county_id = c.county_id and r.application_id = c.id
		order by r.number desc limit 1) m on true
where (select trinn.caller_role()) = 'caseworker' and c.county_id = (select trinn.caller_county()) and c.state = 'recommended'
	and {has_assured} and {by_another} (array[m.made_by])
	and not exists (select from trinn.assurances s where s.county_id = m.county_id and s.application_id = m.application_id
		and s.recommendation = m.number)
	and not trinn.has_applied(c.county_id, c.id, (select trinn.caller_person()))
-- end

-- part: questioned_case
-- Number of the case that disqualification c is of, if it is one that has a number.
(select a.case_number from trinn.applications a where a.county_id = c.county_id and a.id = case c.case_kind when 'application' then c.case_id
	when 'appeal' then (select p.application_id from trinn.appeals p where p.county_id = c.county_id and p.id = c.case_id) end)
-- end

-- part: deciding_tasks
-- Of who decides: what the county's rules leave to the role, and what waits for a second person.
select case when exists (select from trinn.questioned_preparers(c.id)) then 'sendBackApplication' else 'decideApplication' end,
	'/v1/applications/' || c.id, (m.made_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{answer_due}, m.amount_ore, c.case_number, null
from trinn.applications c
	join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
	join lateral (select count(*) as lines, count(u.role) as held, min(u.limit_ore) as limit_ore
		from trinn.call_lines s left join lateral (select t.role, t.limit_ore
			from trinn.authorities_on(s.county_id, s.funding_line_id, trinn.today()) t
			where t.role = (select trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on true
		where s.county_id = k.county_id and s.call_id = k.id) u on u.held = u.lines
	left join lateral trinn.resolution_of(c.id) d on true
	join lateral (select * from trinn.recommendations r where r.county_id = c.county_id and r.application_id = c.id
		order by r.number desc limit 1) m on true
where c.county_id = (select trinn.caller_county()) and c.state = 'recommended' and {by_another} (array[m.made_by])
	and not trinn.is_held(c.county_id, c.id) and not trinn.is_unheard(c.county_id, c.id) and {is_assured}
	and not trinn.is_before_meeting('application', c.id)
	and case when (select trinn.caller_role()) = 'secretary'
		then d.may_decide is true and not trinn.is_unfunded(c.id) or trinn.at_stake(m.amount_ore, c.applied_ore) > coalesce(trinn.delegated_ore(k.id), 0)
		else d.may_decide is not true end
	and (d.may_decide or u.limit_ore is null or u.limit_ore >= trinn.at_stake(m.amount_ore, c.applied_ore))
	and not trinn.has_applied(c.county_id, c.id, (select trinn.caller_person()))
	and not exists (select from trinn.evaluations e
			join trinn.consolidations d on d.county_id = e.county_id and d.id = e.consolidation_id
			join trinn.assessors s on s.county_id = e.county_id and s.evaluation_id = e.id and s.state = 'scored'
		where e.county_id = c.county_id and e.application_id = c.id
			and ((select trinn.caller_person()) in (s.person_id, d.made_by) or trinn.is_questioned(s.person_id, c.id)))
union all
select 'settleDisqualification', '/v1/disqualifications/' || c.id, (c.entered_at at time zone 'Europe/Oslo')::date,
	null::bigint, null::bigint, null, null, {questioned_case}, null
from trinn.disqualifications c
where (select trinn.caller_role()) in ('decision_maker', 'secretary', 'programme_lead') and c.county_id = (select trinn.caller_county())
	and c.state = 'raised' and {by_another} (array[c.person_id, c.entered_by]) and trinn.guard_version(c.case_kind, c.case_id) > 0
union all
select 'concedeDisqualification', '/v1/disqualifications/' || c.id, (c.entered_at at time zone 'Europe/Oslo')::date,
	null, null, null, null, {questioned_case}, null
from trinn.disqualifications c
where (select trinn.caller_kind()) = 'county' and c.county_id = (select trinn.caller_county())
	and c.person_id = (select trinn.caller_person()) and c.state = 'raised' and trinn.guard_version(c.case_kind, c.case_id) > 0
union all
select 'approveSetupChange', '/v1/setup-changes/' || c.id, (c.proposed_at at time zone 'Europe/Oslo')::date, null, null,
	(c.content->>'validFrom')::date, null, c.title, null
from trinn.setup_changes c
where (select trinn.caller_kind()) = 'county' and c.county_id = (select trinn.caller_county()) and c.state = 'proposed'
	and c.kind in (select k.kind from trinn.setup_kinds k where k.decided_by = (select trinn.caller_role()))
	and {by_another} (array[c.proposed_by])
-- end

-- part: awaiting_tasks
-- Of who calls meetings: cases for the next one. No command of the case puts it on an agenda.
select null, '/v1/applications/' || c.id, (m.made_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{answer_due}, m.amount_ore, c.case_number, null::int
from trinn.applications c
	join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
	join lateral (select * from trinn.recommendations r where r.county_id = c.county_id and r.application_id = c.id
		order by r.number desc limit 1) m on true
where (select trinn.caller_role()) = 'secretary' and c.county_id = (select trinn.caller_county()) and c.state = 'recommended'
	and {is_assured} and trinn.awaits_meeting(c.id)
-- end

-- part: meeting_tasks
-- Agendas to read, of the meetings that the caller sits in; those to send anew, as something on them changed; a vote to cast; minutes to
-- write, and to approve. No command is on an agenda. A secretary to whom a case of the meeting is closed neither sends nor writes.
select null, '/v1/meetings/' || m.id, (min(g.sent_at) at time zone 'Europe/Oslo')::date, null::bigint, null::bigint, m.on_day, null::bigint,
	b.name, null::int
from trinn.meetings m
	join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
	join trinn.agenda_items g on g.county_id = m.county_id and g.meeting_id = m.id and g.agenda = m.agenda
where (select trinn.caller_role()) in ('steering_member', 'decision_maker', 'programme_lead')
	and m.county_id = (select trinn.caller_county()) and m.state = 'called' and trinn.sits_in(m.id)
group by m.id, m.on_day, b.name
union all
select null, '/v1/meetings/' || m.id, (min(g.sent_at) at time zone 'Europe/Oslo')::date, null, null, m.on_day, null, b.name, null
from trinn.meetings m
	join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
	join trinn.agenda_items g on g.county_id = m.county_id and g.meeting_id = m.id and g.agenda = m.agenda
where (select trinn.caller_role()) = 'secretary' and m.county_id = (select trinn.caller_county()) and m.state = 'called' and {agenda_changed}
	and trinn.is_agenda_open(m.id)
group by m.id, m.on_day, b.name
union all
select 'castVote', '/v1/meetings/' || m.id, m.on_day, null, null, m.on_day, null, b.name, null
from trinn.meetings m
	join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
	join trinn.proposals p on p.county_id = m.county_id and p.meeting_id = m.id and p.state = 'voting' and not p.by_hands
where (select trinn.caller_role()) in ('steering_member', 'decision_maker', 'programme_lead') and m.county_id = (select trinn.caller_county())
	and m.state = 'open' and exists (select from trinn.voters_of(p.item_id) v where v.person_id = (select trinn.caller_person()) and v.votes)
	and not exists (select from trinn.votes v where v.county_id = p.county_id and v.proposal_id = p.id
		and v.person_id = (select trinn.caller_person()))
union all
select case when t.id is null then 'writeMinutes' else 'approveMinutes' end, '/v1/meetings/' || m.id, m.on_day, null, null, null, null,
	b.name, null
from trinn.meetings m
	join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
	left join trinn.minutes t on t.county_id = m.county_id and t.meeting_id = m.id and t.state = 'written'
where m.county_id = (select trinn.caller_county()) and case when t.id is null
		then (select trinn.caller_role()) = 'secretary' and m.state = 'closed' and trinn.is_wholly_open(m.id)
		else (select trinn.caller_role()) in ('steering_member', 'decision_maker', 'programme_lead') and t.written_by <> (select trinn.caller_person())
			and trinn.answers_for_minutes(m.county_id, m.id, (select trinn.caller_person())) end
-- end

-- part: admin_tasks
-- Of administrators: firms that nobody can confirm hours of, until somebody has the role. They propose it to the county,
-- and no command is on the firm itself. And e-mail that is not sent, which whoever runs the mail server puts right.
select null, '/v1/organisations/' || o.orgnr, s.since, s.hub_id, s.firm_id, null::date, null::bigint,
	null::text, null::int
from trinn.silent_firms() s join trinn.organisations o on o.id = s.firm_id
where (select trinn.caller_role()) = 'county_admin'
union all
select null, '/v1/mail', (m.since at time zone 'Europe/Oslo')::date, null, null, null, null, null, null
from (select trinn.mail_away_since() as since where (select trinn.caller_role()) = 'county_admin' offset 0) m where m.since is not null
-- end

-- part: case_task
-- The next step of a case, by how its call is evaluated; none while assessors are waited for.
case when c.state = 'submitted' then 'takeApplication'
	when c.state = 'returned' then case when c.return_by < trinn.today() then 'resumeApplication' end
	when trinn.unsettled_partners(c.county_id, c.id) is not null then 'returnApplication'
	when exists (select from trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = e.id
		and s.state <> 'released' and trinn.is_questioned(s.person_id, c.id)) then 'releaseAssessor'
	when e.state = 'scored' then 'consolidateEvaluation'
	when k.evaluation is not null and e.id is null then 'beginEvaluation'
	when e.state is distinct from 'scoring' then case when not trinn.is_unheard(c.county_id, c.id) then 'recommendApplication' end
	when (select count(*) from trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = e.id
		and s.state <> 'released') < (k.evaluation->>'assessors')::int then 'nameAssessor' end
-- end

-- part: assessor_tasks
-- Of who is named and has not handed in.
select 'handInScores', '/v1/evaluations/' || s.evaluation_id, (s.named_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{answer_due}, c.applied_ore, c.case_number, null
from trinn.assessors s
	join trinn.evaluations e on e.county_id = s.county_id and e.id = s.evaluation_id
	join trinn.applications c on c.county_id = s.county_id and c.id = s.application_id
where (select trinn.caller_role()) in ('caseworker', 'programme_lead', 'steering_member') and s.county_id = (select trinn.caller_county())
	and s.person_id = (select trinn.caller_person()) and s.state = 'named' and e.state = 'scoring'
	and c.state in ('submitted', 'in_review') and not trinn.is_questioned(s.person_id, c.id)
-- end

-- part: leave_due
-- As any case, leave c to be late is answered within a month.
((c.asked_at at time zone 'Europe/Oslo') + interval '1 month')::date
-- end

-- part: intake_tasks
-- Who entered an application sends it, as long as it may be sent, and again when it was returned. Leave to be late is recommended on and
-- decided, a form for an open call approved, each by another than before.
select 'submitApplication', '/v1/applications/' || c.id, (c.created_at at time zone 'Europe/Oslo')::date, c.entered_from, c.applicant_id,
	k.closes_on, null::bigint, null::text, null::int
from trinn.applications c join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
where (select trinn.caller_role()) in ('caseworker', 'hub_signatory') and c.county_id = (select trinn.caller_county())
	and c.entered_by = (select trinn.caller_person()) and c.state = 'draft' and trinn.is_entered_by_caller(c)
	and (trinn.call_state(k) = 'open' or trinn.is_received_in_time(c, k)) and trinn.unsettled_partners(c.county_id, c.id) is null
union all
select 'submitApplication', '/v1/applications/' || c.id, coalesce({returned_on}, (c.submitted_at at time zone 'Europe/Oslo')::date),
	c.entered_from, c.applicant_id, c.return_by, c.applied_ore, c.case_number, null
from trinn.applications c
where (select trinn.caller_role()) in ('caseworker', 'hub_signatory') and c.county_id = (select trinn.caller_county())
	and c.entered_by = (select trinn.caller_person()) and c.state = 'returned' and trinn.is_entered_by_caller(c)
union all
select 'recommendLateSubmission', '/v1/late-submissions/' || c.id, (c.asked_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{leave_due}, null::bigint, null::text, null::int
from trinn.late_submissions c
where (select trinn.caller_role()) = 'caseworker' and c.county_id = (select trinn.caller_county()) and c.state = 'asked'
	and {by_another} (array[c.asked_by])
union all
select 'decideLateSubmission', '/v1/late-submissions/' || c.id, (c.asked_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{leave_due}, null, null, null
from trinn.late_submissions c join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
where (select trinn.caller_role()) = 'decision_maker' and c.county_id = (select trinn.caller_county()) and c.state = 'recommended'
	and {by_another} (array[c.asked_by, c.recommended_by])
	and exists (select from trinn.authorities t where t.county_id = k.county_id and t.funding_line_id = k.funding_line_id
		and t.role = (select trinn.caller_role()))
union all
select 'approveForm', '/v1/calls/' || c.call_id, (c.made_at at time zone 'Europe/Oslo')::date, null, null, k.closes_on, null,
	k.code, null
from trinn.forms c join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id and k.state = 'open'
where (select trinn.caller_role()) = 'caseworker' and c.county_id = (select trinn.caller_county()) and c.state = 'proposed'
	and {by_another} (array[c.made_by])
-- end

-- part: waits_for_caseworker
-- Case c goes on, or, where it has ended, something in it waits for whoever has it.
(not trinn.is_ended('applications', c.state)
	or exists (select from trinn.appeals p where p.county_id = c.county_id and p.application_id = c.id and p.settled_on is null)
	or exists (select from trinn.reversals r where r.county_id = c.county_id and r.application_id = c.id and r.state = 'proposed')
	or exists (select from trinn.messages m where m.county_id = c.county_id and m.application_id = c.id and m.side <> 'county' and m.state = 'sent')
	or exists (select from trinn.mailings m where m.county_id = c.county_id and m.application_id = c.id and m.state = 'waiting'))
-- end

-- part: county_tasks
-- Hours that nobody of their firms can confirm, until one of them is given a person here, or the hub ends the engagement.
select null, '/v1/engagements/' || e.id, min(c.delivered_on), e.hub_id, null::bigint, null::date, null::bigint, null::text, null::int
from trinn.engagements e join trinn.hours c on c.county_id = e.county_id and c.engagement_id = e.id
where {own_case} and e.state = 'agreed' and c.state = 'delivered' and c.delivered_minutes > 0
	and not trinn.has_people(c.firm_id, 'firm')
group by e.id, e.hub_id
union all
select 'checkCopaymentAid', '/v1/copayments/' || c.id, c.raised_on, c.hub_id, c.firm_id, null, c.aid_ore,
	(select {refusal_begins} from trinn.refused_before(c.enrolment_id, c.id) b), null
from trinn.copayments c where {own_case} and {awaits_check} and {by_another} (array[c.raised_by])
union all
select 'checkCopaymentAid', '/v1/copayments/' || c.id, (r.asked_at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id,
	null, r.aid_ore, null, null
from trinn.copayment_reliefs r join trinn.copayments c on c.county_id = r.county_id and c.id = r.copayment_id
where {own_case} and {relief_awaits_check} and {let_off_open} and {by_another} (array[c.raised_by, r.asked_by])
union all
select 'acceptHandover', '/v1/handovers/' || c.id, coalesce(c.consent_on, c.asked_on), c.hub_id, c.firm_id,
	null, null, null, null
from trinn.handovers c where {own_case} and c.by_county and c.state = 'asked'
	and num_nonnulls(c.consent_by, c.without_consent) > 0 and {by_another} (array[c.asked_by])
union all
select 'giveGateWaiver', '/v1/gate-waivers/' || c.id, (c.asked_at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id,
	null, null, null, null
from trinn.gate_waivers c where {own_case} and c.state = 'asked' and {by_another} (array[c.asked_by]) and not trinn.is_over(c)
union all
select null, '/v1/progress-reports/' || c.id, {report_due_on}, c.hub_id, null, {report_due_on}, null, null, null
from trinn.progress_reports c cross join lateral (select c.due_on, c.due_again_on, c.state) t
where {own_case} and {report_is_overdue}
union all
select 'approveProgressReport', '/v1/progress-reports/' || c.id, (c.submitted_at at time zone 'Europe/Oslo')::date, c.hub_id, null,
	null, null, null, null
from trinn.progress_reports c where {own_case} and (select trinn.caller_role()) = 'caseworker' and c.state = 'submitted'
	and {by_another} (array[c.submitted_by])
union all
select t.operation, case when t.operation in ('nameAssessor', 'releaseAssessor', 'consolidateEvaluation') then '/v1/evaluations/' || e.id
		else '/v1/applications/' || c.id end,
	(c.submitted_at at time zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then c.applicant_id end,
	case c.applicant_kind when 'firm' then c.applicant_id end, {answer_due}, c.applied_ore, c.case_number, null
from trinn.applications c
	join trinn.calls k on k.county_id = c.county_id and k.id = c.call_id
	left join trinn.evaluations e on e.county_id = c.county_id and e.application_id = c.id and e.state <> 'void'
	cross join lateral (select {case_task} as operation) t
where {own_case} and (select trinn.caller_role()) = 'caseworker' and t.operation is not null
	and (c.state = 'submitted' or c.state in ('in_review', 'returned') and {is_ones_case})
	and (c.state = 'submitted' or not trinn.has_applied(c.county_id, c.id, (select trinn.caller_person())))
union all
select 'proposeReversal', '/v1/applications/' || c.id, d.decided_on, case c.applicant_kind when 'hub' then c.applicant_id end,
	case c.applicant_kind when 'firm' then c.applicant_id end, {answer_due}, d.amount_ore, c.case_number, null
from trinn.decisions d join trinn.applications c on c.county_id = d.county_id and c.id = d.application_id
where (select trinn.caller_role()) = 'caseworker' and d.county_id = (select trinn.caller_county())
	and d.released_at is null and d.dropped_at is null and trinn.lacks_partner(d) and {is_ones_case}
	and not exists (select from trinn.reversals r where r.county_id = d.county_id and r.decision_id = d.id and r.state = 'proposed')
	and not trinn.has_applied(c.county_id, c.id, (select trinn.caller_person()))
union all
select 'assignApplication', '/v1/applications/' || c.id, (c.submitted_at at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	{answer_due}, c.applied_ore, c.case_number, null
from trinn.left_by_disqualified() d (id) join trinn.applications c on c.county_id = (select trinn.caller_county()) and c.id = d.id
where {own_case} and (select trinn.caller_role()) = 'caseworker' and {by_another} (array[c.caseworker_id])
	and c.state in ('returned', 'in_review', 'recommended', 'granted', 'part_granted', 'rejected', 'ineligible', 'dismissed', 'accepted', 'active')
	and {waits_for_caseworker}
union all
select case c.state when 'submitted' then 'reviewClaim' when 'reviewed' then 'attestClaim' else 'releaseClaim' end,
	'/v1/claims/' || c.id, (c.submitted_at at time zone 'Europe/Oslo')::date, case a.applicant_kind when 'hub' then a.applicant_id end,
	case a.applicant_kind when 'firm' then a.applicant_id end, null, coalesce(c.approved_ore, c.amount_ore), a.case_number, null
from trinn.claims c
	join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
	join trinn.grants g on g.county_id = c.county_id and g.id = c.grant_id
where (select trinn.caller_role()) in ('caseworker', 'attestant', 'releaser') and c.county_id = (select trinn.caller_county())
	and c.state = {claim_task} and c.state in ('submitted', 'reviewed', 'attested')
	and {by_another} (array[c.submitted_by, coalesce(c.reviewed_by, 0), coalesce(c.attested_by, 0)])
	and {by_another} (array(select p.person_id from trinn.granted_by(c.county_id, c.application_id) p where c.state <> 'submitted'
		union all select p.person_id from trinn.applied_by(c.county_id, c.application_id) p))
	and (c.state <> 'attested' or exists (select from trinn.bank_accounts b where b.county_id = c.county_id
		and b.organisation_id = c.applicant_id))
	and (c.state <> 'attested' or trinn.held_back_by(c.application_id, c.kind) is null
		and not trinn.has_stay(c.county_id, c.application_id) and not trinn.is_set_aside(c.county_id, c.application_id))
	and (c.state <> 'attested' or not {holds_back} or not exists (select from trinn.progress_reports t
		where t.county_id = c.county_id and t.application_id = c.application_id and {report_is_overdue}))
union all
select case c.state when 'exported' then 'registerPaid' else 'confirmPaid' end, '/v1/payments/' || c.id,
	(l.made_at at time zone 'Europe/Oslo')::date, case a.applicant_kind when 'hub' then a.applicant_id end,
	case a.applicant_kind when 'firm' then a.applicant_id end, null, c.amount_ore, c.reference, null
from trinn.payments c
	join trinn.payment_lists l on l.county_id = c.county_id and l.id = c.list_id
	join trinn.applications a on a.county_id = c.county_id and a.id = c.application_id
where (select trinn.caller_role()) = 'finance' and c.county_id = (select trinn.caller_county())
	and c.state in ('exported', 'sent_unconfirmed') and {by_another} (array[coalesce(c.registered_by, 0)])
union all
select case when t.unfound > 0 then 'noteFinding' when c.state = 'drawn' then 'openSampling' when t.unclosed = 0 then 'closeSampling'
		when t.unclosed > t.asked then 'closeSampledCase' end, '/v1/samplings/' || c.id,
	coalesce(t.answered_on, (c.drawn_at at time zone 'Europe/Oslo')::date), c.hub_id, null, t.due_on, null, null, null
from trinn.samplings c, lateral (select count(*) as unclosed, count(*) filter (where f.finding is null) as unfound,
		count(*) filter (where f.follow_up is not null and a.id is null) as asked, min(a.answered_on) as answered_on,
		min(f.follow_up_by) as due_on
	from trinn.sampled_cases f
		left join trinn.sampling_answers a on a.county_id = f.county_id and a.sampling_id = f.sampling_id
			and a.number = f.number and a.state = 'given'
	where f.county_id = c.county_id and f.sampling_id = c.id and f.closed_on is null) t
where (select trinn.caller_role()) = 'programme_lead' and c.county_id = (select trinn.caller_county()) and c.state <> 'closed'
	and (c.state = 'drawn' or t.unclosed = 0 or t.unclosed > t.asked or t.due_on < trinn.today())
-- end

-- part: due_rules
-- What sets the day of what waits in a case, by the operations that answer it, or, where none does, by what waits.
(values (array['takeApplication', 'assignApplication', 'returnApplication', 'resumeApplication', 'beginEvaluation', 'nameAssessor',
			'releaseAssessor', 'handInScores', 'consolidateEvaluation', 'recommendApplication', 'assureRecommendation', 'decideApplication', 'sendBackApplication', 'proposeReversal',
			'sendPreliminaryAnswer', 'applications'],
		'En måned etter at søknaden kom inn, eller når et foreløpig svar sa at vedtaket kan ventes (forvaltningsloven § 11 a)',
		'A month after the application came in, or when a preliminary answer said that the decision may be expected (forvaltningsloven § 11 a)'),
	(array['giveGrounds', 'proposeAppealLeave', 'proposeAppealStay', 'proposeAppealCosts', 'reconsiderAppeal', 'recommendLateSubmission',
			'decideLateSubmission'],
		'En måned etter at det kom inn (forvaltningsloven § 11 a)', 'A month after it came in (forvaltningsloven § 11 a)'),
	(array['approveForm'], 'Søknadsfristen i utlysningen', 'The deadline of the call'),
	(array['submitApplication'], 'Søknadsfristen i utlysningen, eller svarfristen som fylkeskommunen har satt',
		'The deadline of the call, or the time that the county gave to answer'),
	(array['submitProgressReport', 'progress-reports'], 'Rapporteringsfristen i tilskuddet', 'The time that the grant gives to report'),
	(array['answerFinding', 'noteFinding', 'closeSampledCase', 'openSampling', 'closeSampling'],
		'Fristen for å følge opp funnet i stikkprøven', 'The time to follow up what the sampling found'),
	(array['readMessage', 'sendMessage', 'commentAppeal', 'answerHearing'],
		'Svarfristen som fylkeskommunen har satt', 'The time that the county gave to answer'),
	(array['checkJournalPost'], 'Tiden fylkeskommunen har satt til å kontrollere dagens journal (journal.check_days)',
		'The time that the county gives to check the journal of a day (journal.check_days)'),
	(array['retryArchiveMessage'], 'Tiden fylkeskommunen gir arkivet til å svare (archive.answer_days)',
		'The time that the county gives the archive to answer (archive.answer_days)'),
	(array['decideAccess'], 'Svarfristen for innsynskrav (offentleglova § 29)', 'The time to answer access requests (offentleglova § 29)'),
	(array['noteNotice'], 'Underretning skal gis så snart som mulig (forvaltningsloven § 27)',
		'Notice is to be given as soon as possible (forvaltningsloven § 27)'),
	(array['prepareAmendment', 'decideAmendment', 'sendBackAmendment', 'amendments'],
		'En måned etter at det ble bedt om endringen (forvaltningsloven § 11 a), eller fristen i tilbudet når det er bedt om mer tid til å godta det',
		'A month after the amendment was asked for (forvaltningsloven § 11 a), or the time limit of the offer where more time to accept it is asked for'),
	(array['hearParty', 'decideReversal', 'sendBackReversal'],
		'En måned etter at endringen ble bedt om, eller omgjøringen foreslått (forvaltningsloven § 11 a)',
		'A month after the amendment was asked for, or the reversal proposed (forvaltningsloven § 11 a)'),
	(array['acceptGrant'], 'Fristen i tilbudet', 'The time limit of the offer'),
	(array['reportCondition', 'confirmCondition', 'waiveCondition'],
		'Fristen i vilkåret', 'The time limit of the condition'))
-- end

-- part: reminded_at
-- When the caller was last reminded of task w, as it is due now.
(select max(m.reminded_at) from trinn.task_reminders m where m.county_id = (select trinn.caller_county())
	and m.person_id = (select trinn.caller_person()) and m.organisation_id = (select trinn.caller_org())
	and m.due_on = w.due_on and trinn.is_one_task(m.path, w.path))
-- end

-- part: is_mine
-- Task t names the caller, or is of a case a that they have; outside the county all is the organisation's.
((select trinn.caller_kind()) <> 'county' or a.caseworker_id = (select trinn.caller_person())
	or a.caseworker_id = any ((select trinn.stood_in_for())::bigint[]) or t.operation in ('handInScores', 'concedeDisqualification', 'submitApplication')
	or t.path like '/v1/meetings/%' and (t.operation is null or t.operation in ('castVote', 'approveMinutes')))
-- end

-- part: is_disqualified
-- Task t is a step that the caller stands back from: of a case of its own, of application a, or of an appeal against leave refused there.
-- Who is disqualified takes none; whose superior is, or who is asked about, none that decides (fvl. § 6). What they are asked of themselves,
-- and what has no command, is none.
exists (select from jsonb_array_elements({stood_back}) s
	where (s->>'how' = 'self' and t.operation <> 'concedeDisqualification' or t.operation = any ((:deciding)::text[]))
		and (s->>'kind' = 'application' and (s->>'id')::bigint = a.id
			or t.path = '/v1/' || replace(s->>'kind', '_', '-') || 's/' || (s->>'id')
			or s->>'kind' = 'late_submission' and exists (select from trinn.appeals p where p.county_id = (select trinn.caller_county())
				and p.late_submission_id = (s->>'id')::bigint and t.path = '/v1/appeals/' || p.id)))
-- end

-- query: list_tasks(whose text, operation text, overdue text, deciding text, language text, after text, limit int8) @read
-- What waits for the caller, what is due first: a key that is in this order, and alike for one thing to do in whatever role;
-- the operation that answers it, and its thing. Branches that are not of the caller's role are not run. What is about a party
-- that a caller of the county serves waits for another.
select w.key,
	json_build_object('operationId', w.operation, 'path', w.path, 'since', w.since, 'dueOn', w.due_on,
		'dueRule', (select case :language when 'nb' then r.nb else r.en end from {due_rules} r (operations, nb, en)
			where w.due_on is not null and coalesce(w.operation, split_part(w.path, '/', 3)) = any (r.operations)),
		'overdueDays', case when w.due_on < trinn.today() then trinn.today() - w.due_on end, 'caseworker', w.caseworker,
		'onBehalfOf', case when w.caseworker_id = any ((select trinn.stood_in_for())::bigint[]) then w.caseworker end,
		'remindedAt', {reminded_at}, 'reminder', w.reminder, 'amountOre', w.amount_ore, 'reference', w.reference,
		'hub', (select {party} from trinn.organisations o where o.id = w.hub_id),
		'firm', (select {party} from trinn.organisations o where o.id = w.firm_id),
		'assignmentId', trinn.caller_assignment()::text, 'role', trinn.caller_role())::text
from (select distinct on (k.key) k.key, t.*, a.caseworker_id, a.caseworker from (
	{firm_tasks}
	union all
	{assessment_tasks}
	union all
	{shared_application_tasks}
	union all
	{returned_tasks}
	union all
	{hub_tasks}
	union all
	{creditor_tasks}
	union all
	{partner_tasks}
	union all
	{message_tasks}
	union all
	{preliminary_answer_tasks}
	union all
	{hearing_tasks}
	union all
	{delivery_tasks}
	union all
	{mailing_tasks}
	union all
	{resignation_tasks}
	union all
	{reversal_tasks}
	union all
	{journal_tasks}
	union all
	{archive_tasks}
	union all
	{access_tasks}
	union all
	{retention_tasks}
	union all
	{county_tasks}
	union all
	{intake_tasks}
	union all
	{admin_tasks}
	union all
	{deciding_tasks}
	union all
	{offer_tasks}
	union all
	{claim_tasks}
	union all
	{amendment_tasks}
	union all
	{settlement_tasks}
	union all
	{condition_tasks}
	union all
	{assuring_tasks}
	union all
	{awaiting_tasks}
	union all
	{meeting_tasks}
	union all
	{assessor_tasks}
	union all
	{appellant_tasks}
	union all
	{answering_tasks}
) t (operation, path, since, hub_id, firm_id, due_on, amount_ore, reference, reminder)
	left join lateral (select c.id, c.case_number, c.caseworker_id, c.caseworker from trinn.applications c
		where (select trinn.caller_kind()) = 'county' and c.county_id = (select trinn.caller_county())
			and c.case_number = t.reference limit 1) a on true
	cross join lateral (select concat_ws(' ', coalesce(t.due_on, '9999-12-31'), t.since, t.path, t.operation) collate "C" as key) k
	where (:after is null or k.key > :after)
		and ((select trinn.own_parties()) is null
			or not (select trinn.own_parties()) && array[coalesce(t.hub_id, 0), coalesce(t.firm_id, 0)])
		and not {is_disqualified}
		and (:operation is null or t.operation = :operation)
		and (:overdue is distinct from 'true' or t.due_on < trinn.today())
		and case :whose when 'mine' then {is_mine} when 'unassigned' then a.case_number is not null
			and (a.caseworker_id is null or a.id = any (array(select trinn.left_by_disqualified())))
			else true end
	order by k.key limit :limit + 1) w;
