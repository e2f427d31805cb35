-- part: appealable
-- The newest decision in case a, as the caller may read it, and what there is to know for an appeal of the appellant against it.
(select json_build_object('decisionId', d.id,
		'replaced', coalesce((select json_agg(e.id) from trinn.decisions e where :whole and e.county_id = d.county_id
			and e.application_id = d.application_id and e.number < d.number), '[]'), 'amountOre', d.amount_ore,
		'decidedOn', d.decided_on, 'dueOn', trinn.appeal_due(d.county_id, d.id),
		'ranUntil', greatest(d.decided_on, d.appeal_deadline, (select max(p.ends_on) from trinn.appeal_periods p
			where p.county_id = d.county_id and p.decision_id = d.id)),
		'awaitsGrounds', coalesce((select p.cause = 'grounds_asked' from trinn.appeal_periods p
			where p.county_id = d.county_id and p.decision_id = d.id order by p.number desc limit 1), false),
		'acceptanceDays', (select r.value from trinn.rule_params r where r.id = any (d.rule_params) and r.key = 'acceptance.days'
			and exists (select from trinn.grants g where g.county_id = d.county_id and g.decision_id = d.id and g.accept_by is null
				and g.state = 'offered')),
		'hadGrounds', exists (select from trinn.appeal_periods p where p.county_id = d.county_id and p.decision_id = d.id
			and p.cause = 'grounds_given'),
		'isFinal', trinn.is_appeal_final(d.county_id, d.id, appellant.partner_id),
		'dismissed', coalesce((select json_agg({dismissed_appeal} order by p.number) from {dismissed_rows}
			where p.county_id = d.county_id and p.application_id = d.application_id and (p.decision_id = d.id or p.amendment_id is not null)
				and p.partner_id is not distinct from appellant.partner_id and {is_dismissed}), '[]'),
		'others', coalesce((select json_agg(json_build_object('name', p.other_name, 'number', p.number, 'isFinal', p.settled_on is not null)) from trinn.appeals p
			where p.county_id = d.county_id and p.decision_id = d.id and p.other_name is not null
				and (p.settled_on is null or p.state = 'not_allowed')), '[]'),
		'amendments', coalesce((select json_agg(json_build_object('id', m.id, 'number', m.number, 'decisionId', m.decision_id,
				'madeOn', (m.settled_at at time zone 'Europe/Oslo')::date,
				'isFinal', exists (select from trinn.appeals p where p.county_id = m.county_id and p.amendment_id = m.id
					and (p.state = 'not_allowed' and p.partner_id is not distinct from appellant.partner_id and p.other_name is null
						or exists (select from trinn.amendments n where n.county_id = p.county_id and n.appeal_id = p.id))),
				'appealNumber', (select p.number from trinn.appeals p where p.county_id = m.county_id and p.amendment_id = m.id
					and p.partner_id is not distinct from appellant.partner_id and p.other_name is null and p.settled_on is null)) order by m.id)
			from trinn.amendments m where m.county_id = d.county_id and m.application_id = d.application_id
				and case m.state when 'refused' then not m.is_of_county and appellant.partner_id is null
					when 'approved' then trinn.is_contestable(m) end), '[]'),
		'appealNumber', (select p.number from trinn.appeals p where p.county_id = d.county_id and p.decision_id = d.id
			and p.partner_id is not distinct from appellant.partner_id and p.other_name is null and p.settled_on is null),
		'appealDays', (select r.value from (values ('appeal.days')) k(rule_key), lateral ({rule_in_force}) r where r.unit = 'days'),
		'nextId', case when :whole then nextval('trinn.appeals_id_seq') else 0 end,
		'documents', {usable_documents},
		'unusable', coalesce((select json_agg(json_build_object('id', t.id, 'state', t.state)) from trinn.documents t where :whole
			and t.county_id = a.county_id and t.application_id = a.id and t.state <> 'clean' and t.access = 'party'), '[]'))
	from trinn.decisions d where d.county_id = a.county_id and d.application_id = a.id and d.released_at is not null
	order by d.number desc limit 1)
-- end

-- part: partner_appeal
-- What an appeal of partner c is decided on; null to one that has left the application.
(select json_build_object('today', trinn.today(), 'applicationId', a.id, 'partnerId', c.organisation_id,
		'isStanding', c.state = 'confirmed' and trinn.stands_by(c), 'state', a.state, 'appliedOre', a.applied_ore, 'appealable', {appealable})
	from trinn.applications a cross join lateral (select c.organisation_id as partner_id) appellant
	where a.county_id = c.county_id and a.id = c.application_id)
-- end

-- part: dismissed_rows
trinn.appeals p join trinn.appeal_proposals x on x.county_id = p.county_id and x.appeal_id = p.id
	and x.outcome = 'inadmissible' and x.state = 'confirmed'
-- end

-- part: is_dismissed
-- Appeal p, by its answer x, which is the newest.
p.state = 'inadmissible' and p.answer_id is null
	and not exists (select from trinn.appeal_proposals y where y.county_id = x.county_id and y.appeal_id = x.appeal_id
		and y.outcome = 'inadmissible' and y.state = 'confirmed' and y.id > x.id)
-- end

-- part: dismissed_appeal
json_build_object('appealId', p.id, 'number', p.number, 'other', p.other_name, 'decisionId', p.decision_id, 'amendmentId', p.amendment_id, 'answerId', x.id,
	'madeOn', (x.settled_at at time zone 'Europe/Oslo')::date, 'isFinal', exists (select from trinn.appeals q
		where q.county_id = p.county_id and q.answer_id = x.id and q.state in ('not_allowed', 'inadmissible')))
-- end

-- part: appeal_periods
-- Of decision d.
coalesce((select json_agg(json_build_object('number', p.number, 'cause', p.cause, 'onDay', p.on_day, 'endsOn', p.ends_on,
		'grounds', p.grounds, 'enteredFor', p.entered_for) order by p.number)
	from trinn.appeal_periods p where p.county_id = d.county_id and p.decision_id = d.id), '[]')
-- end

-- part: usable_documents
-- What may be attached in case a; only of an act that is done.
coalesce((select json_agg(t.id) from trinn.documents t where :whole and t.county_id = a.county_id and t.application_id = a.id
	and t.state = 'clean' and t.access = 'party'), '[]')
-- end

-- part: standing_appeal
json_build_object('id', p.id::text, 'decisionId', p.decision_id::text, 'amendmentId', p.amendment_id::text, 'state', p.state, 'lodgedOn', p.lodged_on)
-- end

-- part: appealed_decision
-- That appeal p is against; null: something else.
case when d.id is not null then json_build_object('id', d.id::text, 'number', d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore,
	'decidedOn', d.decided_on) end
-- end

-- part: appealed_amendment
-- That appeal p is against, or that the decision which it is against approved.
(select json_build_object('id', m.id::text, 'number', m.number, 'kind', m.kind, 'grantId', m.grant_id::text,
		'decidedOn', (m.settled_at at time zone 'Europe/Oslo')::date)
	from trinn.amendments m where m.county_id = p.county_id and m.id = p.amendment_id)
-- end

-- part: appealed_leave
(select json_build_object('id', s.id::text, 'callId', s.call_id::text, 'applicant', {party}, 'decidedOn', s.decided_on)
	from trinn.late_submissions s join trinn.organisations o on o.id = s.applicant_id
	where s.county_id = p.county_id and s.id = p.late_submission_id)
-- end

-- part: appealed_dismissal
-- Of appeal p: that it is against, rather than what was decided.
(select json_build_object('appealId', x.appeal_id::text, 'number', o.number, 'ground', x.ground,
		'decidedOn', (x.settled_at at time zone 'Europe/Oslo')::date)
	from trinn.appeal_proposals x join trinn.appeals o on o.county_id = x.county_id and o.id = x.appeal_id
	where x.county_id = p.county_id and x.id = p.answer_id)
-- end

-- part: appeal_head
'id', p.id::text, 'number', p.number, 'application', case when a.id is not null then json_build_object('id', a.id::text,
	'caseNumber', a.case_number, 'title', a.title, 'applicant', a.applicant) end,
'partner', (select {party} from trinn.organisations o where o.id = p.partner_id),
'other', case when p.other_name is not null then json_build_object('name', p.other_name, 'interest', p.other_interest,
	'address', case when trinn.caller_kind() = 'county' then p.other_address end) end, 'decision', {appealed_decision}, 'amendment', {appealed_amendment},
'lateSubmission', {appealed_leave}, 'dismissal', {appealed_dismissal}, 'state', p.state, 'lodgedOn', p.lodged_on, 'settledOn', p.settled_on,
'dueOn', (select o.due_on from trinn.appealed(p) o), 'isLate', coalesce(p.lodged_on > (select o.due_on from trinn.appealed(p) o), false),
'isStayed', trinn.has_stay(p.county_id, p.application_id) or trinn.is_set_aside(p.county_id, p.application_id),
'caseworkerId', a.caseworker_id::text, 'caseworker', a.caseworker
-- end

-- part: appeal_rows
trinn.appeals p
	left join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
-- end

-- part: proposal_by
json_build_object('id', t.proposed_by::text, 'name', trinn.person_name(t.proposed_by))
-- end

-- document: appeal(appeal_id int8)
-- Row-level security leaves out of it what is proposed and not confirmed to whom that is not shown.
select p.version::text as etag, json_build_object({appeal_head},
	'asked', p.asked, 'askedOre', p.asked_ore, 'grounds', p.grounds,
	'lodgedFor', p.lodged_for, 'lodgedBy', trinn.person_name(p.lodged_by), 'lodgedAt', p.lodged_at,
	'appealBody', g.appeal_body, 'stayGrounds', p.stay_grounds,
	'commentBy', p.comment_by, 'comment', p.comment, 'commentedAt', p.commented_at,
	'costs', case when p.costs_ore is not null then json_build_object('claimedOre', p.costs_ore, 'grounds', p.costs_grounds,
		'claimedOn', p.costs_claimed_on) end,
	'documents', coalesce((select json_agg(json_build_object('id', t.id::text, 'title', t.title) order by t.id)
		from trinn.appeal_documents l join trinn.documents t on t.county_id = l.county_id and t.id = l.document_id
		where l.county_id = p.county_id and l.appeal_id = p.id), '[]'),
	'answers', coalesce((select json_agg(json_build_object('number', t.number, 'kind', t.kind, 'outcome', t.outcome,
			'ground', t.ground, 'amountOre', t.amount_ore, 'year', t.year, 'liftedConditions', t.lifts, 'conditions', t.conditions, 'grounds', t.grounds, 'sha256', t.sha256,
			'resolution', t.resolution, 'resolvedOn', t.resolved_on, 'meetingItemId', t.meeting_item_id::text, 'state', t.state, 'proposedBy', {proposal_by},
			'proposedAt', t.proposed_at, 'settledBy', case when t.settled_by is not null then json_build_object(
				'id', t.settled_by::text, 'name', trinn.person_name(t.settled_by)) end,
			'settledAt', t.settled_at, 'reason', t.reason, 'decisionId', t.decision_id::text, 'appealBy', t.appeal_by, 'liftedOn', t.lifted_on)
			order by t.number)
		from trinn.appeal_proposals t where t.county_id = p.county_id and t.appeal_id = p.id), '[]'))::text as document
from {appeal_rows} cross join lateral trinn.appealed(p) g
where p.county_id = (select trinn.caller_county()) and p.id = :appeal_id;

-- query: list_application_appeals(application_id int8) @read
select (select json_agg(json_build_object({appeal_head}) order by p.number)
	from trinn.appeals p left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
	where p.county_id = a.county_id and p.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: list_appeals(state text, caseworker text, after int8?, limit int8) @read
{list_by_id} from (select p.id as key, json_build_object({appeal_head}) as item
	from (select * from trinn.appeals p where p.county_id = (select trinn.caller_county())
		and (:state is null or p.state = :state) and p.id < {last_key}
		and (:caseworker is null or exists (select from trinn.applications a where a.county_id = p.county_id
			and a.id = p.application_id and a.caseworker_id = {wanted_caseworker}))
		order by p.id desc limit :limit + 1) p
		left join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
		left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id) p;

-- part: of_appellant
-- Whose appeal p it is, as tasks name them: in application a, or on leave v.
case coalesce(w.kind, a.applicant_kind, v.applicant_kind) when 'hub' then coalesce(p.partner_id, p.applicant_id) end,
case coalesce(w.kind, a.applicant_kind, v.applicant_kind) when 'firm' then coalesce(p.partner_id, p.applicant_id) end
-- end

-- part: appeal_task_rows
trinn.appeals p
	left join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	left join trinn.late_submissions v on v.county_id = p.county_id and v.id = p.late_submission_id
	{appellant_joined}
-- end

-- part: appellant_joined
left join lateral (select case when trinn.is_hub(p.partner_id) then 'hub' else 'firm' end as kind where p.partner_id is not null) w on true
-- end

-- part: appeal_task
-- The caseworker's next step in appeal p against o: one that is late is given leave, or none, first. One that the appeals body has sent
-- back is the county's while a grant stands.
case when p.state = 'lodged' and p.lodged_on > o.due_on and t.n_leaves = 0 and not trinn.is_heard_after_all(p) then 'proposeAppealLeave'
	when p.state = 'lodged' or p.state = 'sent_back' and o.kind = 'decision' and p.amendment_id is null
		and trinn.changed_grant(p.county_id, p.application_id) is not null then 'reconsiderAppeal' end
-- end

-- part: appellant_tasks
-- Of the party: to comment on what the county says to the appeals body.
select 'commentAppeal', '/v1/appeals/' || p.id, (select (max(x.settled_at) at time zone 'Europe/Oslo')::date
		from trinn.appeal_proposals x where x.county_id = p.county_id and x.appeal_id = p.id and x.kind = 'reconsideration'), {of_appellant}, p.comment_by, null::bigint, a.case_number, null::int
from {appeal_task_rows}
where (select trinn.caller_role()) in ('hub_signatory', 'firm') and p.county_id = (select trinn.caller_county())
	and coalesce(p.partner_id, p.applicant_id) = (select trinn.caller_org()) and p.other_name is null
	and p.state = 'forwarded' and p.comment is null and p.comment_by >= trinn.today()
-- end

-- part: answering_tasks
-- Of the county. What the law has no day for (§ 33: without undue delay) is due within a month, as any case is (§ 11 a). What is
-- for a meeting its secretary puts on the agenda of one.
select s.operation, '/v1/appeals/' || p.id, s.since, {of_appellant}, (s.since + interval '1 month')::date, s.amount_ore, a.case_number,
	null::int
from {appeal_task_rows}
	cross join lateral trinn.appealed(p) o
	cross join lateral (select count(*) filter (where x.kind = 'leave' and x.state <> 'returned') as n_leaves,
			count(*) filter (where x.kind = 'stay' and x.state <> 'returned') as n_stays,
			count(*) filter (where x.kind = 'costs' and x.state <> 'returned') as n_costs
		from trinn.appeal_proposals x where x.county_id = p.county_id and x.appeal_id = p.id) t
	cross join lateral (
		select {appeal_task} as operation, coalesce(p.settled_on, p.lodged_on) as since, p.asked_ore as amount_ore
		union all
		select 'proposeAppealStay', p.lodged_on, null
			where p.settled_on is null and p.stay_grounds is not null and t.n_stays = 0
		union all
		select 'proposeAppealCosts', p.costs_claimed_on, p.costs_ore where p.costs_ore is not null and t.n_costs = 0
	) s
where (select trinn.caller_role()) = 'caseworker' and p.county_id = (select trinn.caller_county()) and s.operation is not null
	and (p.state in ('lodged', 'reconsidered', 'forwarded', 'answered', 'sent_back') or p.costs_ore is not null)
	and {by_another} (array[o.made_by]) and (p.lodged_for is not null or {by_another} (array[p.lodged_by]))
union all
select case when trinn.board_of(p) is null or r.item_id is not null then 'enterAppealOutcome' end, '/v1/appeals/' || p.id, p.comment_by,
	{of_appellant}, null, null, a.case_number, null
from {appeal_task_rows}
	left join lateral trinn.appeal_resolution_of(p.id) r on true
where (select trinn.caller_role()) = 'secretary' and p.county_id = (select trinn.caller_county()) and p.state = 'forwarded'
	and (p.comment is not null or p.comment_by < trinn.today()) and not trinn.made_below(p, trinn.caller_person())
	and not trinn.is_before_meeting('appeal', p.id)
union all
select case when not x.is_for_meeting then case when x.may_settle then 'settleAppeal' else 'sendBackAppeal' end end,
	'/v1/appeals/' || p.id, (x.proposed_at at time zone 'Europe/Oslo')::date, {of_appellant}, null, x.amount_ore,
	a.case_number, null
from (select x.*, r.item_id, x.kind = 'reconsideration' and r.item_id is null
			and trinn.is_for_body(x.appeal_id, x.outcome, x.amount_ore) as is_for_meeting,
			x.kind = 'reconsideration' and trinn.appeal_awaits_meeting(x.appeal_id) as awaits_meeting,
			(r.item_id is null or (r.outcome, r.amount_ore) = (x.outcome, coalesce(x.amount_ore, 0)))
				and not trinn.is_questioned(x.proposed_by, x.application_id) as may_settle
		from trinn.appeal_proposals x left join lateral trinn.appeal_resolution_of(x.appeal_id) r on x.kind = 'reconsideration'
		where x.county_id = (select trinn.caller_county()) and x.state = 'proposed'
			and not (x.kind = 'reconsideration' and trinn.is_before_meeting('appeal', x.appeal_id))) x
	join trinn.appeals p on p.county_id = x.county_id and p.id = x.appeal_id
	left join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	left join trinn.late_submissions v on v.county_id = p.county_id and v.id = p.late_submission_id
	{appellant_joined}
	join trinn.calls k on k.county_id = p.county_id and k.id = coalesce(a.call_id, v.call_id)
	cross join lateral trinn.appealed(p) o
	left join lateral (select t.role, t.limit_ore from trinn.authorities_on(k.county_id, k.funding_line_id, trinn.today()) t
		where t.role = (select trinn.caller_role()) order by t.limit_ore desc nulls first limit 1) u on true
where (select trinn.caller_role()) in ('decision_maker', 'secretary')
	and case when (select trinn.caller_role()) = 'secretary' then x.awaits_meeting or not x.is_for_meeting
		else x.item_id is null and not x.is_for_meeting end
	and {by_another} (array[x.proposed_by, o.made_by, o.prepared_by])
	and not (x.kind = 'board' and trinn.made_below(p, trinn.caller_person())) and (p.lodged_for is not null or {by_another} (array[p.lodged_by]))
	and (x.kind = 'board' or x.item_id is not null or x.is_for_meeting or u.role is not null and (u.limit_ore is null or u.limit_ore >= case x.kind
		when 'reconsideration' then trinn.appeal_stake(p, x.amount_ore) else 0 end))
	and not {stood_back} @> jsonb_build_array(jsonb_build_object('kind', 'application', 'id', a.id, 'how', 'self'))
union all
select 'giveGrounds', '/v1/applications/' || a.id, n.on_day, case a.applicant_kind when 'hub' then a.applicant_id end,
	case a.applicant_kind when 'firm' then a.applicant_id end, (n.on_day + interval '1 month')::date, null, a.case_number, null
from trinn.appeal_periods n
	join trinn.applications a on a.county_id = n.county_id and a.id = n.application_id
where (select trinn.caller_role()) in ('caseworker', 'decision_maker') and n.county_id = (select trinn.caller_county())
	and n.cause = 'grounds_asked' and not exists (select from trinn.appeal_periods m where m.county_id = n.county_id
		and m.decision_id = n.decision_id and m.number > n.number)
-- end

-- query: insert_appeal(id int8, application_id int8, partner_id int8?, decision_id int8?, amendment_id int8?, answer_id int8?, asked text, asked_ore int8?, grounds text, lodged_on date, lodged_for text, stay_grounds text, other_name text, other_address text, other_interest text) @write
with made as (
	insert into trinn.appeals (id, county_id, applicant_id, partner_id, other_name, other_address, other_interest, application_id, decision_id, amendment_id, number, answer_id, asked, asked_ore,
		grounds, lodged_on, lodged_for, lodged_by, stay_grounds)
	select :id, a.county_id, a.applicant_id, :partner_id, :other_name, :other_address, :other_interest, a.id, :decision_id, :amendment_id, trinn.next_appeal(a.id),
		:answer_id, :asked, :asked_ore, :grounds, :lodged_on, :lodged_for, trinn.caller_person(), :stay_grounds
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_appeal');

-- query: insert_leave_appeal(id int8, late_submission_id int8, answer_id int8?, asked text, grounds text) @write
with made as (
	insert into trinn.appeals (id, county_id, applicant_id, late_submission_id, number, answer_id, asked, grounds, lodged_on, lodged_by)
	select :id, s.county_id, s.applicant_id, s.id,
		1 + (select count(*) from trinn.appeals p where p.county_id = s.county_id and p.late_submission_id = s.id),
		:answer_id, :asked, :grounds, trinn.today(), trinn.caller_person()
	from trinn.late_submissions s where s.county_id = trinn.caller_county() and s.id = :late_submission_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_leave_appeal');

-- query: attach_to_appeal(appeal_id int8, documents int8[]) @write
with added as (
	insert into trinn.appeal_documents (county_id, applicant_id, application_id, appeal_id, document_id)
	select p.county_id, p.applicant_id, p.application_id, p.id, t.id
	from trinn.appeals p join trinn.documents t on t.county_id = p.county_id and t.application_id = p.application_id
	where p.county_id = trinn.caller_county() and p.id = :appeal_id and t.id = any (:documents)
	returning 1
) select trinn.exactly(cardinality(:documents), (select count(*) from added), 'attach_to_appeal');

-- query: insert_appeal_period(decision_id int8, cause text, on_day date, ends_on date, grounds text, entered_for text) @write
with made as (
	insert into trinn.appeal_periods (county_id, applicant_id, application_id, decision_id, number, cause, on_day, ends_on, grounds,
		entered_for, entered_by)
	select d.county_id, d.applicant_id, d.application_id, d.id,
		1 + (select count(*) from trinn.appeal_periods p where p.county_id = d.county_id and p.decision_id = d.id),
		:cause, :on_day, :ends_on, :grounds, :entered_for, trinn.caller_person()
	from trinn.decisions d where d.county_id = trinn.caller_county() and d.id = :decision_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_appeal_period');

-- query: touch_application(application_id int8, version int8) @write
with changed as (
	update trinn.applications set version = version + 1
	where county_id = trinn.caller_county() and id = :application_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_application');

-- part: appeal_standing
-- How appeal p stands, by what is answered in it (s), and what it is against (ap).
'caller', trinn.caller_facts(), 'today', trinn.today(), 'id', p.id, 'appellantId', case when p.other_name is null then coalesce(p.partner_id, p.applicant_id) else 0 end, 'isOfOther', p.other_name is not null,
'caseKind', case when p.late_submission_id is null then 'application' else 'late_submission' end, 'caseId', coalesce(p.application_id, p.late_submission_id), 'state', p.state, 'kind', ap.kind,
'dismissedId', (select t.appeal_id from trinn.appeal_proposals t where t.county_id = p.county_id and t.id = p.answer_id),
'appealBody', ap.appeal_body, 'askedOre', p.asked_ore, 'lodgedOn', p.lodged_on,
'lodgedBy', p.lodged_by, 'madeBelow', trinn.made_below(p, trinn.caller_person()), 'isEntered', p.lodged_for is not null, 'dueOn', ap.due_on,
'forwardedOn', s.forwarded_on, 'isSentBack', s.is_sent_back, 'hasLeave', s.has_leave or trinn.is_heard_after_all(p), 'isLeaveAnswered', s.is_leave_answered,
'asksStay', p.stay_grounds is not null, 'hasStay', s.has_stay, 'commentBy', p.comment_by, 'hasComment', p.comment is not null,
'settledOn', p.settled_on, 'isFavoured', trinn.is_moot_by_favour(p), 'costsOre', p.costs_ore, 'isCostsAnswered', s.is_costs_answered, 'open', s.open,
'hasBoard', trinn.board_of(p) is not null,
'appealDays', (select r.value from (values ('appeal.days')) k(rule_key), lateral ({rule_in_force}) r where r.unit = 'days'),
'leaveMonths', (select r.value from (values ('appeal.leave_months')) k(rule_key), lateral ({rule_in_force}) r where r.unit = 'months'),
'costsDays', (select r.value from (values ('appeal.costs_days')) k(rule_key), lateral ({rule_in_force}) r where r.unit = 'days'),
'commentDays', trinn.county_figure('appeal.comment_days', 14),
'proposalId', case when :whole then nextval('trinn.appeal_proposals_id_seq') else 0 end
-- end

-- part: appeal_answers
cross join lateral trinn.appealed(p) ap
cross join lateral (select
	(max(t.settled_at) filter (where t.kind = 'reconsideration' and t.outcome = 'forwarded' and t.state = 'confirmed')
		at time zone 'Europe/Oslo')::date as forwarded_on,
	coalesce(bool_or(t.kind = 'board' and t.state = 'confirmed' and t.outcome = 'sent_back'), false) as is_sent_back,
	coalesce(bool_or(t.kind = 'leave' and t.state = 'confirmed' and t.outcome = 'given'), false) as has_leave,
	coalesce(bool_or(t.kind = 'leave' and t.state = 'confirmed'), false) as is_leave_answered,
	coalesce(bool_or(t.kind = 'stay' and t.state = 'confirmed' and t.outcome = 'given' and t.lifted_on is null), false) as has_stay,
	coalesce(bool_or(t.kind = 'costs' and t.state = 'confirmed'), false) as is_costs_answered,
	coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'kind', t.kind, 'outcome', t.outcome,
		'amountOre', t.amount_ore, 'year', t.year, 'lifts', t.lifts, 'conditions', t.conditions, 'grounds', t.grounds,
		'resolution', t.resolution, 'proposedBy', t.proposed_by,
		'questioned', case when trinn.is_questioned(t.proposed_by, t.application_id) then trinn.person_name(t.proposed_by) end)
		order by t.number) filter (where t.state = 'proposed'), '[]') as open
	from trinn.appeal_proposals t where t.county_id = p.county_id and t.appeal_id = p.id) s
-- end

-- part: appeal_guard
-- Of appeal p, of the other that it is to have heard, and of those of other parties, which go on against what it comes to.
jsonb_build_array(jsonb_build_array('appeal', p.id, trinn.guard_version('appeal', p.id), true)) || coalesce((select jsonb_build_array(
		jsonb_build_array('appeal', t.appeal_id, trinn.guard_version('appeal', t.appeal_id), true))
	from trinn.appeal_proposals t where t.county_id = p.county_id and t.id = p.answer_id), '[]')
	|| coalesce((select jsonb_agg(jsonb_build_array('appeal', t.id, trinn.guard_version('appeal', t.id), true))
	from trinn.appeals t where t.county_id = p.county_id and t.decision_id = p.decision_id and t.id <> p.id and t.settled_on is null
		and trinn.caller_kind() = 'county'), '[]')
-- end

-- part: appealed_again
-- What appeal p may have taken up again: as the grant stands, and unless the same is asked for already.
(select json_build_object('kind', m.kind, 'grantState', g.state, 'stakeOre', trinn.amendment_stake(m.id),
		'isAsked', exists (select from trinn.amendments n where n.county_id = m.county_id and n.grant_id = m.grant_id
			and n.kind = m.kind and n.state in ('asked', 'prepared')))
	from trinn.amendments m join trinn.grants g on g.county_id = m.county_id and g.id = m.grant_id
	where m.county_id = p.county_id and m.id = p.amendment_id)
-- end

-- part: what_is_appealed
json_build_object('id', coalesce(d.id, 0), 'outcome', coalesce(d.outcome, 'refused'), 'amountOre', coalesce(d.amount_ore, 0),
	'decidedOn', ap.made_on, 'recommendedBy', ap.prepared_by, 'decidedBy', ap.made_by, 'met', trinn.appealed_met(p),
	'isNewest', d.id is null or not exists (select from trinn.decisions n
		where n.county_id = d.county_id and n.application_id = d.application_id and n.number > d.number and n.dropped_at is null))
-- end

-- query: load_appeal(appeal_id int8, whole bool, tells bool) @read
-- What every command on an appeal is decided on: with all that a decision on its application is, or with the leave that was refused. A
-- partner does with its own what needs neither.
select json_build_object({appeal_standing}, 'applicationVersion', a.version, 'application', {application_facts},
	'decision', {what_is_appealed},
	'amendment', {appealed_again},
	'conditions', coalesce((select json_agg(json_build_object('number', t.number, 'state', t.state)) from trinn.decision_conditions t
		where t.county_id = p.county_id and t.application_id = p.application_id), '[]'),
	'sent', (select json_build_object('lifts', w.lifts, 'conditions', w.conditions)
		from trinn.appeal_resolution_of(p.id) r, trinn.terms_of(r.item_id) w),
	'meeting', (select json_build_object('isVotedOn', trinn.is_voted_on('appeal', p.id), 'isBefore', trinn.is_before_meeting('appeal', p.id), 'delegatedOre', trinn.delegated_ore(a.call_id),
			'itemId', r.item_id, 'body', r.body, 'reference', r.reference, 'outcome', r.outcome, 'amountOre', r.amount_ore,
			'grounds', r.grounds, 'mayDecide', r.may_decide)
		from (values (1)) one(x) left join trinn.appeal_resolution_of(p.id) r on true),
	'metOn', (select r.on_day from trinn.appeal_resolution_of(p.id) r),
	'grant', {changed_grant}, 'documents', {usable_documents}
)::text, p.version, ({application_guards} || {appeal_guard})::text
from trinn.appeals p
	join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
	left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
	{application_joined}
	{appeal_answers}
where p.county_id = (select trinn.caller_county()) and p.id = :appeal_id
	and a.id = (select t.application_id from trinn.appeals t where t.county_id = (select trinn.caller_county()) and t.id = :appeal_id)
union all
select json_build_object({appeal_standing}, 'decision', json_build_object('id', 0, 'outcome', 'refused', 'amountOre', 0, 'decidedOn', ap.made_on,
		'recommendedBy', ap.prepared_by, 'decidedBy', ap.made_by, 'met', null, 'isNewest', true),
	'leave', (select json_build_object('id', v.id, 'line', l.name, 'body', (select t.body from trinn.authorities_on(c.county_id, l.id, trinn.today()) t
			where t.role = trinn.caller_role() order by t.limit_ore desc nulls first limit 1),
		'isAsked', exists (select from trinn.late_submissions n where n.county_id = v.county_id and n.applicant_id = v.applicant_id
			and n.call_id = v.call_id and n.draft_id is not distinct from v.draft_id and n.state in ('asked', 'recommended')))
		from trinn.calls c join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
		where c.county_id = v.county_id and c.id = v.call_id)
)::text, p.version, (jsonb_build_array(jsonb_build_array('late_submission', v.id, trinn.guard_version('late_submission', v.id), true))
	|| {appeal_guard})::text
from trinn.appeals p
	join trinn.late_submissions v on v.county_id = p.county_id and v.id = p.late_submission_id
	{appeal_answers}
where p.county_id = (select trinn.caller_county()) and p.id = :appeal_id
union all
select json_build_object({appeal_standing}, 'decision', {what_is_appealed})::text, p.version, (jsonb_build_array(
	jsonb_build_array('application', p.application_id, trinn.guard_version('application', p.application_id), true)) || {appeal_guard})::text
from trinn.appeals p
	join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
	{appeal_answers}
where p.county_id = (select trinn.caller_county()) and p.id = :appeal_id and p.partner_id = (select trinn.caller_org());

-- query: follow_answer(appeal_id int8) @write
select trinn.follow_answer(:appeal_id);

-- query: touch_appeal(appeal_id int8, version int8) @write
with changed as (
	update trinn.appeals set version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_appeal');

-- query: move_appeal(appeal_id int8, version int8, state text) @write
with changed as (
	update trinn.appeals set state = :state, settled_on = null, version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_appeal');

-- query: end_appeal(appeal_id int8, version int8, state text) @write
with changed as (
	update trinn.appeals set state = :state, settled_on = trinn.today(), version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'end_appeal');

-- query: take_up_appeal(appeal_id int8) @write
-- One that was found inadmissible, as that is set aside.
with changed as (
	update trinn.appeals set state = 'lodged', settled_on = null, version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and state = 'inadmissible' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'take_up_appeal');

-- query: take_up_refusal(appeal_id int8) @write
select trinn.take_up_refusal(:appeal_id);

-- query: forward_appeal(appeal_id int8, version int8, comment_by date) @write
with changed as (
	update trinn.appeals set state = 'forwarded', comment_by = :comment_by, version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'forward_appeal');

-- query: ask_stay(appeal_id int8, version int8, grounds text) @write
with changed as (
	update trinn.appeals set stay_grounds = :grounds, version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'ask_stay');

-- query: comment_appeal(appeal_id int8, version int8, comment text) @write
with changed as (
	update trinn.appeals set comment = :comment, commented_by = trinn.caller_person(), commented_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'comment_appeal');

-- query: claim_appeal_costs(appeal_id int8, version int8, amount_ore int8, grounds text) @write
with changed as (
	update trinn.appeals set costs_ore = :amount_ore, costs_grounds = :grounds, costs_claimed_by = trinn.caller_person(),
		costs_claimed_on = trinn.today(), version = version + 1
	where county_id = trinn.caller_county() and id = :appeal_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'claim_appeal_costs');

-- query: insert_appeal_proposal(id int8, appeal_id int8, kind text, outcome text, ground text, amount_ore int8?, year int4?, lifts int8[], conditions json, grounds text, resolution text, resolved_on date) @write
with made as (
	insert into trinn.appeal_proposals (id, county_id, applicant_id, application_id, appeal_id, number, kind, outcome, ground,
		amount_ore, year, lifts, conditions, grounds, sha256, resolution, resolved_on, proposed_by)
	select :id, p.county_id, p.applicant_id, p.application_id, p.id,
		1 + (select count(*) from trinn.appeal_proposals t where t.county_id = p.county_id and t.appeal_id = p.id),
		:kind, :outcome, :ground, :amount_ore, :year, array(select unnest(:lifts) order by 1)::int[], coalesce(:conditions, '[]'), :grounds, encode(sha256(convert_to(:grounds, 'UTF8')), 'hex'),
		:resolution, :resolved_on, trinn.caller_person()
	from trinn.appeals p where p.county_id = trinn.caller_county() and p.id = :appeal_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_appeal_proposal');

-- query: settle_appeal_proposal(id int8, state text, reason text, decision_id int8?, appeal_by date) @write
-- A party that has nobody here has its notice by post, and another has.
with changed as (
	update trinn.appeal_proposals t set state = :state, reason = :reason, decision_id = :decision_id,
		appeal_by = (select :appeal_by::date from trinn.appeals p where p.county_id = t.county_id and p.id = t.appeal_id and p.other_name is null
			and coalesce(p.partner_id, p.applicant_id) not in (select trinn.read_by_post(t.county_id, t.application_id))),
		settled_by = trinn.caller_person(), settled_at = now()
	where county_id = trinn.caller_county() and id = :id and state = 'proposed' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_appeal_proposal');
