-- part: answerable
-- Invitation c, of a firm that the caller is or follows.
c.state = 'asked' and exists (select from trinn.enrolments e where e.county_id = c.county_id
	and e.programme_id = c.programme_id and e.firm_id = c.firm_id and e.state <> 'dropped_out')
and exists (select from trinn.projects p where p.county_id = c.county_id and p.id = c.project_id
	and p.state not in ('done', 'given_up'))
-- end

-- part: refused_aid
-- The county has said that the firm may not have the aid of co-payment c: it declares anew, or leaves the place.
c.state = 'due' and c.aid_refused_by is not null and c.settled_aid_ore is null
-- end

-- part: unsettled
-- Share c was not settled, as it is by being credited too, and its firm left the stage that had begun by step s: also one
-- that got nothing of it, for which the aid is reserved until that is said.
join trinn.enrolment_steps s on s.county_id = c.county_id and s.enrolment_id = c.enrolment_id and s.round = c.round
	and s.stage = c.stage and s.from_state = 'active' and s.to_state in ('completed', 'dropped_out')
	and c.settled_service_ore is null and c.aid_checked_by is not null
-- end

-- part: sent_back
-- Deliverable c came back from a firm whose round goes on: of one that has ended nobody waits for it.
c.state = 'begun' and c.returns <> '[]' and trinn.is_under_way(c.enrolment_id)
-- end

-- part: taken_up
-- Firm of enrolment c, by another hub than before, in the last fortnight: by step s, unless it signed up itself.
join trinn.enrolment_steps s on s.county_id = c.county_id and s.enrolment_id = c.id and s.round = c.round
	and s.from_state in ('finished', 'dropped_out') and s.role <> 'firm' and s.at > now() - interval '14 days'
join trinn.enrolment_steps b on b.county_id = s.county_id and b.enrolment_id = s.enrolment_id and b.seq = s.seq - 1
	and b.hub_id <> s.hub_id
-- end

-- part: firm_tasks
select 'consentHandover', '/v1/handovers/' || c.id, c.asked_on, c.hub_id, c.firm_id, null::date, null::bigint, null::text, null::int
from trinn.handovers c where {own_firm} and c.state = 'asked' and num_nonnulls(c.consent_by, c.without_consent) = 0
union all
select 'acceptProjectInvitation', '/v1/project-invitations/' || c.id, c.asked_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.project_invitations c where {own_firm} and {answerable}
union all
select 'acceptDeliverable', '/v1/deliverables/' || c.id, c.delivered_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.deliverables c where {own_firm} and c.state = 'delivered'
union all
select null, '/v1/deliverables/' || c.id, (c.returns->-1->>'on')::date, c.hub_id, c.firm_id, null, null, null, null
from trinn.deliverables c where {own_firm} and {sent_back}
union all
select 'confirmHours', '/v1/hours/' || c.id, c.delivered_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.hours c where {own_firm} and c.state = 'delivered' and c.delivered_minutes > 0 and {by_another} (array[c.ordered_by, c.delivered_by])
union all
select null, '/v1/enrolments/' || c.id, (s.at at time zone 'Europe/Oslo')::date, s.hub_id, c.firm_id, null, null, null, null
from trinn.enrolments c {taken_up} where {own_firm}
union all
select null, '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, c.due_on, c.open_ore, c.kid, null
from trinn.copayments c where {own_firm} and c.state in ('invoiced', 'part_paid')
union all
select 'declareCopaymentAid', '/v1/copayments/' || c.id, c.raised_on, c.hub_id, c.firm_id, null, c.aid_ore, null, null
from trinn.copayments c where {own_firm} and {refused_aid}
-- end

-- part: assessment_tasks
-- Of firm and hub alike.
select case when json_array_length(c.answers) = 0 then 'saveAssessment' else 'finishAssessment' end, '/v1/assessments/' || c.id,
	c.held_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.assessments c where ({own_firm} or {own_hub}) and c.state = 'draft' and c.handed_to is null
-- end

-- part: claimable
-- The first grant of the track of engagement e that the caller may claim of.
select g.id from trinn.grants g
	join trinn.applications a on a.county_id = g.county_id and a.id = g.application_id
where g.county_id = e.county_id and g.applicant_id = e.hub_id and a.track_id = e.track_id and g.state in ('accepted', 'active')
	and g.remaining_ore > 0 and {by_another} (array(select p.person_id from trinn.granted_by(g.county_id, g.application_id) p))
	and not exists (select from trinn.claims f where f.county_id = g.county_id and f.grant_id = g.id and f.kind = 'final'
		and f.state <> 'rejected')
order by g.id limit 1
-- end

-- part: onward_awaited
-- Two months after it was sent an answer may have come.
(c.sent_on + interval '2 months')::date
-- end

-- part: over_session
-- What session c waits for that is over: to be held, and before that its cohort to be started and the hours of its
-- fagpartner ordered. Where that cannot be, it is cancelled.
left join trinn.cohorts k on k.county_id = c.county_id and k.id = c.cohort_id
left join trinn.engagements g on g.county_id = c.county_id and g.id = c.engagement_id
	and not exists (select from trinn.hours h where h.county_id = c.county_id and h.session_id = c.id and h.state <> 'cancelled')
cross join lateral (select case when k.state = 'planned' and k.taken > 0 then 'startCohort'
	when k.state <> 'running' or c.enrolment_id is not null and not exists (select from trinn.enrolments e
			where e.county_id = c.county_id and e.id = c.enrolment_id and e.hub_id = c.hub_id) then 'cancelSession'
	when g.id is null then 'holdSession'
	when g.state = 'agreed' and g.ends_on >= trinn.today() and g.ordered_minutes < g.ceiling_minutes then 'orderHours'
	else 'cancelSession' end as step) w
-- end

-- part: hub_tasks
select 'acceptHandover', '/v1/handovers/' || c.id, c.consent_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.handovers c where (select trinn.caller_kind()) = 'hub' and c.to_hub_id = (select trinn.caller_org())
	and c.county_id = (select trinn.caller_county()) and c.state = 'asked' and not c.by_county and c.consent_by is not null
union all
select null, '/v1/handovers/' || c.id, coalesce(c.consent_on, c.asked_on), c.hub_id, c.firm_id, null, null, null, null
from trinn.handovers c where (select trinn.caller_kind()) = 'hub' and c.county_id = (select trinn.caller_county())
	and c.state = 'asked' and c.by_county and (c.hub_id = (select trinn.caller_org())
		or c.to_hub_id = (select trinn.caller_org()) and num_nonnulls(c.consent_by, c.without_consent) > 0)
union all
select 'acceptProjectInvitation', '/v1/project-invitations/' || c.id, c.asked_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.project_invitations c where (select trinn.caller_kind()) = 'hub' and c.county_id = (select trinn.caller_county())
	and {answerable} and trinn.follows_in_project(c.project_id, c.firm_id)
union all
select null, '/v1/programmes/' || f.programme_id, f.on_day, null, null, null, null, f.municipality_no, null
from trinn.followed_elsewhere() f where (select trinn.caller_kind()) = 'hub'
union all
select 'noteContact', '/v1/enrolments/' || c.id, (s.at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, null, null, null, null
from trinn.enrolments c
	join lateral (select t.at, t.role, t.from_state = t.to_state as is_handed_over from trinn.enrolment_steps t
		where t.county_id = c.county_id and t.enrolment_id = c.id and t.hub_id = c.hub_id and t.round = c.round
		order by t.seq limit 1) s on s.role in ('firm', 'caseworker', 'programme_lead')
where {own_hub} and (c.state = 'prospect' or s.is_handed_over and trinn.is_under_way(c.id))
	and not exists (select from trinn.contacts n where n.county_id = c.county_id and n.enrolment_id = c.id
		and n.hub_id = c.hub_id and n.made_at >= s.at and not n.is_void)
union all
select 'recommendStage', '/v1/enrolments/' || c.id, (select (max(s.at) at time zone 'Europe/Oslo')::date from trinn.enrolment_steps s
		where s.county_id = c.county_id and s.enrolment_id = c.id), c.hub_id, c.firm_id, null, null, null, null
from trinn.enrolments c where {own_hub} and c.state = 'assessed' and c.recommended_by is null
union all
select case when not q.is_shut then 'takePlace' end, '/v1/enrolments/' || c.id, (c.waiting_since at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id,
	null, null, case when q.is_shut then 'gate-closed' end, null
from trinn.stage_places t, lateral trinn.queue_of(t.programme_id, t.stage, null, null) q
	join trinn.enrolments c on c.id = q.id
where {own_hub} and t.county_id = c.county_id and (t.capacity is null or t.taken < t.capacity)
	and exists (select from trinn.enrolments c where {own_hub} and c.programme_id = t.programme_id and c.stage = t.stage
		and c.state = 'waiting')
	and q.n_ahead < coalesce(t.capacity - t.taken, 1000000)
union all
select w.step, case w.step when 'startCohort' then '/v1/cohorts/' || c.cohort_id when 'orderHours' then '/v1/engagements/' || c.engagement_id
		else '/v1/sessions/' || c.id end, (c.ends_at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, null, null, null, null
from trinn.sessions c {over_session} where {own_hub} and c.state = 'planned' and c.ends_at < now()
union all
select 'deliver', '/v1/deliverables/' || c.id, (c.returns->-1->>'on')::date, c.hub_id, c.firm_id, null, null, null, null
from trinn.deliverables c where {own_hub} and {sent_back}
union all
select 'submitProgressReport', '/v1/progress-reports/' || c.id, {report_due_on}, c.hub_id, null, {report_due_on}, null, null, null
from trinn.progress_reports c cross join lateral (select c.due_on, c.due_again_on) t
where {own_hub} and c.state in ('expected', 'returned') and c.period_to <= trinn.today()
	and not exists (select from trinn.progress_reports e where e.county_id = c.county_id and e.application_id = c.application_id
		and e.due_on < c.due_on and e.state in ('expected', 'returned'))
union all
select 'agreeEngagement', '/v1/engagements/' || c.id, c.starts_on, c.hub_id, null, c.ends_on, null, null, null
from trinn.engagements c where {own_hub} and c.state = 'proposed' and (select trinn.caller_role()) = 'hub_signatory'
	and not trinn.has_people(c.partner_id, 'partner')
union all
select null, '/v1/hours/' || c.id, c.delivered_on, c.hub_id, c.firm_id, null, null, null, null
from trinn.hours c where {own_hub} and c.state = 'delivered' and c.delivered_minutes > 0
union all
select {disputed_hours} and {own_hub}
union all
select 'declareCopaymentAid', '/v1/copayments/' || c.id, c.raised_on, c.hub_id, c.firm_id, null, c.aid_ore, null, null
from trinn.copayments c where {own_hub} and {refused_aid}
union all
select 'settleAid', '/v1/copayments/' || c.id, (s.at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, null, c.aid_ore, null, null
from trinn.copayments c {unsettled} where {own_hub}
union all
select 'measureResult', '/v1/results/' || c.id, c.measure_on, c.hub_id, c.firm_id, c.measure_on, null, null, null
from trinn.results c where {own_hub} and c.measure_on <= trinn.today()
union all
select 'answerOnward', '/v1/projects/' || c.project_id, {onward_awaited}, c.hub_id, null, null, c.applied_ore, null, null
from trinn.onward_applications c where {own_hub} and c.outcome is null and c.firm_application_id is null and {onward_awaited} <= trinn.today()
union all
select 'replaceProjectFirms', '/v1/projects/' || f.project_id, f.left_on, f.hub_id, f.firm_id, null, null, null, null
from trinn.project_firms f join trinn.projects c on c.county_id = f.county_id and c.id = f.project_id
where {own_hub} and c.state not in ('done', 'given_up') and f.left_on is not null and f.replaced_on is null
union all
select 'answerFinding', '/v1/samplings/' || c.sampling_id, c.asked_on, c.hub_id, c.firm_id, c.follow_up_by, null, null, null
from trinn.sampled_cases c where {own_hub} and c.closed_on is null and c.follow_up is not null
	and trinn.sampling_is_open(c.sampling_id)
	and not exists (select from trinn.sampling_answers a where a.county_id = c.county_id and a.sampling_id = c.sampling_id
		and a.number = c.number and a.state = 'given')
union all
select case when g.id is not null then 'createClaim' end, coalesce('/v1/grants/' || g.id, '/v1/engagements/' || e.id),
	i.issued_on, i.hub_id, null, null, i.amount_ore, i.number, null
from trinn.partner_invoices i
	join trinn.engagements e on e.county_id = i.county_id and e.id = i.engagement_id
	left join lateral ({claimable}) g on true
where (select trinn.caller_role()) = 'hub_signatory' and i.county_id = (select trinn.caller_county())
	and i.hub_id = (select trinn.caller_org()) and i.credited_on is null and {invoice_claim} is null
-- end

-- part: credit_due
-- What was billed for share c two persons are to credit, as its firm left before the stage began: nobody asks, nor has
-- another refused it. Whoever is alone where it is owed sees it without a step, and has a second person be given a role.
c.state in ('invoiced', 'part_paid', 'paid') and coalesce(c.settled_service_ore, 0) = 0
and trinn.left_unserved(c) and not exists (select from trinn.copayment_reliefs r where r.county_id = c.county_id
	and r.copayment_id = c.id and (r.state = 'asked' or r.kind = 'credit' and r.decided_by <> r.asked_by))
-- end

-- part: creditor_tasks
-- Of a hub, or of the county's finance where the stage says that the county bills.
select case when {has_account} then 'invoiceCopayment' end, '/v1/copayments/' || c.id, c.raised_on, c.hub_id, c.firm_id, null, c.open_ore, null, null
from trinn.copayments c where {own_credit} and c.state = 'due' and c.aid_checked_by is not null
union all
select case when c.reminders < 2 then 'remindCopayment' end, '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id,
	c.due_on, c.open_ore, c.kid, case when c.reminders < 2 then c.reminders + 1 end
from trinn.copayments c where {own_credit} and c.state in ('invoiced', 'part_paid') and c.open_ore > 0 and c.due_on < trinn.today()
union all
select 'askCopaymentRefund', '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, null, -c.open_ore, c.kid, null
from trinn.copayments c where {own_credit} and c.open_ore < 0 and c.refund_ore is null
union all
select 'refundCopayment', '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, null, c.refund_ore, c.kid, null
from trinn.copayments c where {own_credit} and (select trinn.caller_role()) in ('hub_signatory', 'finance')
	and c.refund_ore <= -c.open_ore and {by_another} (array[c.refund_asked_by])
union all
select 'askCopaymentCredit', '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, null, greatest(c.open_ore, 0), c.kid, null
from trinn.copayments c where {own_credit} and {credit_due} and trinn.another_has(c.creditor_id, '{hub_signatory,finance}')
union all
select null, '/v1/copayments/' || c.id, c.invoiced_on, c.hub_id, c.firm_id, null, greatest(c.open_ore, 0), c.kid, null
from trinn.copayments c where {own_credit} and {credit_due}
	and not trinn.another_has(c.creditor_id, '{hub_editor,hub_signatory,finance}')
union all
select case when not {share_is_open} and (r.kind <> 'credit' or c.state <> 'paid') or r.aid_refused_by is not null
		or r.kind = 'waive' and trinn.left_unserved(c) or not {by_another} (array[r.asked_by]) then 'refuseCopaymentRelief'
		else 'giveCopaymentRelief' end, '/v1/copayments/' || c.id,
	(r.asked_at at time zone 'Europe/Oslo')::date, c.hub_id, c.firm_id, null, greatest(c.open_ore, 0), c.kid, null
from trinn.copayment_reliefs r join trinn.copayments c on c.county_id = r.county_id and c.id = r.copayment_id
where (select trinn.caller_role()) in ('hub_signatory', 'finance') and {own_credit} and r.state = 'asked'
	and ({by_another} (array[r.asked_by, coalesce(r.aid_checked_by, 0)])
		or not trinn.another_has(c.creditor_id, '{hub_signatory,finance}'))
	and (r.aid_ore is null or num_nonnulls(r.aid_checked_by, r.aid_refused_by) > 0
		or not ({let_off_open}))
union all
select case when c.is_reversal or c.currency <> 'NOK' or trinn.reversal_of(c.county_id, c.id) is not null then 'ignoreBankEntry'
		else 'matchBankEntry' end,
	'/v1/bank-entries/' || c.id, (f.read_at at time zone 'Europe/Oslo')::date, null, null, null, case when c.currency = 'NOK' then c.amount_ore end, c.kid, null
from trinn.bank_entries c join trinn.bank_files f on f.county_id = c.county_id and f.id = c.file_id
where {own_credit} and c.state = 'unmatched'
-- end

-- part: disputed_hours
-- While the engagement runs: the firm raises what it confirmed, or what is agreed on is delivered anew.
case when c.session_id is null then 'withdrawDelivery' when x.is_hubs then 'replaceAttendance' end,
	case when x.is_hubs then '/v1/sessions/' || c.session_id else '/v1/hours/' || c.id end, c.delivered_on, c.hub_id, c.firm_id,
	null::date, null::bigint, null, null
from trinn.hours c join trinn.engagements e on e.county_id = c.county_id and e.id = c.engagement_id and e.state = 'agreed',
	lateral (select (select trinn.caller_kind()) = 'hub' and exists (select from trinn.sessions s
			left join trinn.cohorts k on k.county_id = s.county_id and k.id = s.cohort_id
			left join trinn.networks n on n.county_id = s.county_id and n.id = s.network_id
		where s.county_id = c.county_id and s.id = c.session_id and (k.state = 'running' or n.state = 'open')) as is_hubs) x
where c.state = 'confirmed' and c.dispute is not null
-- end

-- part: partner_tasks
select 'agreeEngagement', '/v1/engagements/' || c.id, c.starts_on, c.hub_id, null, c.ends_on, null, null, null
from trinn.engagements c where {own_partner} and c.state = 'proposed' and {by_another} (array[c.proposed_by])
union all
select 'deliverHours', '/v1/hours/' || c.id, e.starts_on, c.hub_id, c.firm_id, e.ends_on, null, null, null
from trinn.hours c join trinn.engagements e on e.county_id = c.county_id and e.id = c.engagement_id
where {own_partner} and c.state = 'ordered' and c.session_id is null
union all
select 'enterPartnerInvoice', '/v1/engagements/' || e.id, min(c.delivered_on), e.hub_id, null, null,
	ceil(sum(c.confirmed_minutes) * e.hourly_ore / 60.0)::bigint, null, null
from trinn.hours c join trinn.engagements e on e.county_id = c.county_id and e.id = c.engagement_id
where {own_partner} and c.state = 'confirmed' and c.confirmed_minutes > 0
group by e.id, e.hub_id, e.hourly_ore
union all
select {disputed_hours} and {own_partner}
-- end
