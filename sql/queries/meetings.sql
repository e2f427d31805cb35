-- part: meeting_person
json_build_object('id', v.person_id::text, 'name', trinn.person_name(v.person_id))
-- end

-- part: meeting_head
'id', m.id::text, 'body', json_build_object('id', b.id::text, 'name', b.name, 'kind', b.kind), 'number', m.number, 'year', m.year,
'startsAt', m.starts_at, 'place', m.place, 'state', m.state
-- end

-- part: item_case
-- Of item i: as it was sent last, or, before that, as it is.
coalesce((select json_build_object('id', i.application_id::text, 'caseNumber', g.content->'caseNumber', 'title', g.content->'title',
		'applicant', g.content->'applicant')
	from trinn.agenda_items g where g.county_id = i.county_id and g.item_id = i.id order by g.agenda desc limit 1),
	(select json_build_object('id', a.id::text, 'caseNumber', a.case_number, 'title', a.title, 'applicant', a.applicant)
	from trinn.applications a where a.county_id = i.county_id and a.id = i.application_id))
-- end

-- part: item_proposals
coalesce((select json_agg(json_build_object('id', p.id::text, 'number', p.number, 'outcome', p.outcome, 'amountOre', p.amount_ore,
		'grounds', p.grounds, 'conditions', p.conditions, 'liftedConditions', p.lifts, 'state', p.state, 'reason', p.reason, 'byHands', p.by_hands,
		'presidedBy', case when p.presided_by is not null then json_build_object('id', p.presided_by::text,
			'name', trinn.person_name(p.presided_by)) end,
		'votes', coalesce((select json_agg(json_build_object('person', {meeting_person}, 'vote', v.vote) order by v.person_id)
			from trinn.votes v where v.county_id = p.county_id and v.proposal_id = p.id), '[]'),
		'tally', p.tally) order by p.number)
	from trinn.proposals p where p.county_id = i.county_id and p.item_id = i.id), '[]')
-- end

-- part: meeting_attendance
-- The members of the body on the day of meeting m, in their order.
coalesce((select json_agg(json_build_object('person', {meeting_person}, 'seat', v.seat, 'isPresent', coalesce(t.is_present, false))
		order by v.position)
	from trinn.members_of(m.county_id, m.body_id, m.on_day) v
		left join trinn.attendees t on t.county_id = m.county_id and t.meeting_id = m.id and t.person_id = v.person_id), '[]')
-- end

-- part: agenda_changed
-- Whether the agenda of meeting m, or a case on it, is not what the members were sent.
(m.is_changed or m.state = 'called' and exists (select from trinn.meeting_items i
	where i.county_id = m.county_id and i.meeting_id = m.id and i.state = 'listed' and not trinn.is_as_sent(i.id)))
-- end

-- document: meeting(meeting_id int8)
-- Items of a case that is closed to the reader are left out.
select m.version::text as etag, json_build_object({meeting_head}, 'agenda', m.agenda, 'isChanged', {agenda_changed},
	'quorum', trinn.quorum_of(m.county_id, m.body_id, m.on_day),
	'openedAt', m.opened_at,
	'presidedBy', case when m.presided_by is not null then json_build_object('id', m.presided_by::text,
		'name', trinn.person_name(m.presided_by)) end,
	'attendance', {meeting_attendance},
	'items', coalesce((select json_agg(json_build_object('id', i.id::text, 'number', i.number, 'kind', i.kind, 'appealId', i.appeal_id::text,
			'amendmentId', i.amendment_id::text, 'reversalId', i.reversal_id::text,
			'application', {item_case}, 'state', i.state, 'reason', i.reason, 'mayDecide', trinn.may_decide(i.id),
			'out', coalesce((select json_agg(json_build_object('person', {meeting_person}, 'why', v.why_out) order by v.place)
				from trinn.voters_of(i.id) v where v.why_out is not null), '[]'),
			'proposals', {item_proposals}) order by i.number)
		from trinn.meeting_items i where i.county_id = m.county_id and i.meeting_id = m.id), '[]'),
	'minutesEdition', (select max(t.edition) from trinn.minutes t where t.county_id = m.county_id and t.meeting_id = m.id
		and t.state = 'approved'),
	'reason', m.reason)::text as document
from trinn.meetings m join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
where m.county_id = (select trinn.caller_county()) and m.id = :meeting_id;

-- query: list_meetings(body_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select m.id as key, json_build_object({meeting_head}) as item
	from (select * from trinn.meetings where county_id = (select trinn.caller_county())
		and (:body_id is null or body_id = :body_id) and (:state is null or state = :state) and id < {last_key}
		order by id desc limit :limit + 1) m
		join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id) p;

-- query: list_agendas(meeting_id int8) @read
-- Each that was sent, the newest last.
select (select json_agg(json_build_object('agenda', g.agenda, 'sentBy', json_build_object('id', g.sent_by::text,
			'name', trinn.person_name(g.sent_by)), 'sentAt', g.sent_at, 'items', g.items) order by g.agenda)
	from (select t.agenda, t.sent_by, t.sent_at, json_agg(json_build_object('number', t.number, 'itemId', t.item_id::text,
			'applicationId', t.application_id::text, 'content', t.content) order by t.number) as items
		from trinn.agenda_items t where t.county_id = m.county_id and t.meeting_id = m.id
		group by t.agenda, t.sent_by, t.sent_at) g)::text, null::text
from trinn.meetings m where m.county_id = (select trinn.caller_county()) and m.id = :meeting_id;

-- query: list_minutes(meeting_id int8) @read
-- In full to whoever may see every item of the meeting.
select (select json_agg(json_build_object('edition', t.edition, 'state', t.state, 'sha256', t.sha256, 'reason', t.reason,
			'content', t.content::json,
			'writtenBy', json_build_object('id', t.written_by::text, 'name', trinn.person_name(t.written_by)),
			'writtenAt', t.written_at,
			'approvedBy', case when t.approved_by is not null then json_build_object('id', t.approved_by::text,
				'name', trinn.person_name(t.approved_by)) end,
			'approvedAt', t.approved_at) order by t.edition)
	from trinn.minutes t where t.county_id = m.county_id and t.meeting_id = m.id)::text, null::text
from trinn.meetings m where m.county_id = (select trinn.caller_county()) and m.id = :meeting_id;

-- query: meeting_ranking_document(meeting_id int8, year text) @read
-- What is asked for of each line, in the order of what the applications were found worth, against what is left of it now, less what other
-- meetings have resolved and what is proposed to be raised. What was decided already is out of it.
select null::text as etag, json_build_object('meetingId', m.id::text, 'year', y.year,
	'lines', coalesce((select json_agg(json_build_object('fundingLineId', l.id::text, 'fundingLine', l.name,
			'availableOre', l.left_ore, 'resolvedOre', l.resolved_ore, 'askedOre', l.asked_ore, 'currency', 'NOK', 'applications', l.applications) order by l.id)
		from (select r.id, r.name, r.left_ore, r.resolved_ore, sum(r.amount_ore)::bigint as asked_ore,
				json_agg(json_build_object('itemId', r.item_id::text, 'rank', r.rank, 'totalBasisPoints', r.total_bp,
					'application', r.application, 'outcome', r.outcome, 'amountOre', r.amount_ore,
					'cumulativeOre', r.cumulative_ore, 'isWithin', r.cumulative_ore <= r.left_ore - r.resolved_ore) order by r.n) as applications
			from (select x.*, sum(x.amount_ore) over (partition by x.id order by x.n)::bigint as cumulative_ore,
					(z.by_line->>x.id::text)::bigint as resolved_ore
				from (select l.id, l.name, trinn.left_of(l.id, y.year) as left_ore, i.id as item_id, k.rank, k.total_bp,
						json_build_object('id', a.id::text, 'caseNumber', a.case_number, 'title', a.title,
							'applicant', a.applicant) as application,
						w.outcome, s.ore as amount_ore,
						row_number() over (partition by l.id order by k.total_bp desc nulls last, i.number) as n
					from trinn.meeting_items i
						join trinn.applications a on a.county_id = i.county_id and a.id = i.application_id and a.state = 'recommended'
						join trinn.agenda_items g on g.county_id = i.county_id and g.item_id = i.id and g.agenda = m.agenda
						left join trinn.ranking(a.call_id) k on k.application_id = a.id
						left join trinn.proposals p on p.county_id = i.county_id and p.item_id = i.id and p.state = 'carried'
						cross join lateral (select coalesce(p.outcome, g.content->'recommendation'->>'outcome') as outcome,
							coalesce(p.amount_ore, (g.content->'recommendation'->>'amountOre')::bigint) as ore) w
						cross join lateral trinn.line_parts(a.county_id, a.call_id, w.ore) s
						join trinn.funding_lines l on l.county_id = a.county_id and l.id = s.funding_line_id
					where i.county_id = m.county_id and i.meeting_id = m.id and i.state in ('listed', 'resolved')) x) r
			group by r.id, r.name, r.left_ore, r.resolved_ore) l), '[]'))::text as document
from trinn.meetings m, lateral (select coalesce((:year)::int, extract(year from trinn.today())::int) as year) y,
	lateral (select array_agg(i.application_id) as applications from trinn.meeting_items i
		where i.county_id = m.county_id and i.meeting_id = m.id and i.kind = 'application' and i.state in ('listed', 'resolved')) i,
	lateral (select jsonb_object_agg(f.id, trinn.resolved_ore(f.id, y.year, i.applications)) as by_line
		from (select distinct k.funding_line_id as id from trinn.applications a
			join trinn.call_lines k on k.county_id = a.county_id and k.call_id = a.call_id
			where a.county_id = m.county_id and a.id = any (i.applications)) f) z
where m.county_id = (select trinn.caller_county()) and m.id = :meeting_id;

-- query: load_new_meeting(body_id int8, starts_at text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.meetings_id_seq'),
	'isPast', ((:starts_at)::timestamptz at time zone 'Europe/Oslo')::date < trinn.today(),
	'number', 1 + coalesce((select max(m.number) from trinn.meetings m where m.county_id = b.county_id and m.body_id = b.id
		and m.year = extract(year from (:starts_at)::timestamptz at time zone 'Europe/Oslo')), 0))::text, null::bigint,
	json_build_array(json_build_array('body', b.id, trinn.guard_version('body', b.id), true))::text
from trinn.bodies b where b.county_id = (select trinn.caller_county()) and b.id = :body_id;

-- query: insert_meeting(id int8, body_id int8, number int4, starts_at text, place text) @write
insert into trinn.meetings (id, county_id, body_id, number, starts_at, place, made_by)
values (:id, trinn.caller_county(), :body_id, :number, (:starts_at)::timestamptz, :place, trinn.caller_person());

-- part: meeting_record
-- What happened in meeting m, for its minutes.
json_build_object('body', b.name, 'number', m.number, 'year', m.year, 'day', trinn.held_on(m),
	'time', to_char(case when trinn.held_on(m) = m.on_day then m.starts_at else m.opened_at end at time zone 'Europe/Oslo', 'HH24:MI'),
	'startsAt', m.starts_at, 'place', m.place,
	'presidedBy', trinn.person_name(m.presided_by), 'quorum', trinn.quorum_of(m.county_id, m.body_id, m.on_day),
	'attendance', coalesce((select json_agg(json_build_object('personId', v.person_id::text, 'name', trinn.person_name(v.person_id),
			'seat', v.seat, 'isPresent', coalesce(t.is_present, false)) order by v.position)
		from trinn.members_of(m.county_id, m.body_id, m.on_day) v
			left join trinn.attendees t on t.county_id = m.county_id and t.meeting_id = m.id and t.person_id = v.person_id), '[]'),
	'items', coalesce((select json_agg(json_build_object('id', i.id::text, 'number', i.number, 'applicationId', i.application_id::text,
			'caseNumber', g.content->'caseNumber', 'title', g.content->'title', 'applicant', g.content->'applicant'->'name',
			'recommendation', g.content->'recommendation', 'appeal', g.content->'appeal', 'reversal', g.content->'reversal',
			'amendment', case when i.kind = 'amendment' then json_build_object('nb', g.content->'amendment'->'name'->'nb',
				'en', g.content->'amendment'->'name'->'en', 'outcome', g.content->'amendment'->'preparation'->'outcome') end, 'state', i.state, 'reason', i.reason,
			'proposals', coalesce((select json_agg(json_build_object('number', p.number, 'outcome', p.outcome,
					'amountOre', p.amount_ore, 'grounds', p.grounds, 'conditions', p.conditions, 'liftedConditions', p.lifts, 'state', p.state, 'reason', p.reason, 'byHands', p.by_hands,
					'presidedBy', trinn.person_name(p.presided_by), 'tally', p.tally) order by p.number)
				from trinn.proposals p where p.county_id = i.county_id and p.item_id = i.id), '[]')) order by i.number)
		from trinn.meeting_items i
			left join trinn.agenda_items g on g.county_id = i.county_id and g.item_id = i.id and g.agenda = (select max(h.agenda)
				from trinn.agenda_items h where h.county_id = i.county_id and h.item_id = i.id)
		where i.county_id = m.county_id and i.meeting_id = m.id), '[]'))
-- end

-- part: meeting_guards
-- A member that votes is not to be told to try again because a colleague did: then the meeting is taken as it is.
json_build_array(json_build_array('meeting', m.id, case when not :votes then trinn.guard_version('meeting', m.id) end, true))::jsonb
|| coalesce((select jsonb_agg(jsonb_build_array('application', a.id, trinn.guard_version('application', a.id), true))
	from trinn.applications a where a.county_id = m.county_id and not :votes and a.id = coalesce(:application_id, (select p.application_id from trinn.appeals p
		where p.county_id = m.county_id and p.id = :appeal_id), (select n.application_id from trinn.amendments n
		where n.county_id = m.county_id and n.id = :amendment_id), (select r.application_id from trinn.reversals r
		where r.county_id = m.county_id and r.id = :reversal_id), f.application_id)), '[]')
|| coalesce((select jsonb_agg(jsonb_build_array('appeal', p.id, trinn.guard_version('appeal', p.id), true))
	from trinn.appeals p where p.county_id = m.county_id and not :votes and p.id = coalesce(:appeal_id, f.appeal_id)), '[]')
-- end

-- part: questioned_answer
-- Who proposed the answer in appeal p of application a, and is disqualified or may be.
coalesce((select json_agg(trinn.person_name(t.proposed_by)) from trinn.appeal_proposals t
	where t.county_id = p.county_id and t.appeal_id = p.id and t.kind = 'reconsideration' and t.state = 'proposed'
		and trinn.is_questioned(t.proposed_by, a.id)), '[]')
-- end

-- part: questioned_preparer
-- Who prepared amendment n, and is disqualified or may be.
coalesce((select json_agg(trinn.person_name(t.made_by)) from (select t.made_by from trinn.amendment_proposals t
	where t.county_id = n.county_id and t.amendment_id = n.id order by t.id desc limit 1) t where trinn.is_questioned(t.made_by, n.application_id)), '[]')
-- end

-- part: meeting_listed
-- That which has application a, or an appeal in it, on its agenda.
(select i.meeting_id from trinn.meeting_items i where i.county_id = a.county_id and i.application_id = a.id and i.amendment_id is null
	and i.state = 'listed')
-- end

-- part: meeting_named
-- w.id, as people know it.
(select format('%s/%s (%s)', o.number, o.year, x.name) from trinn.meetings o
	join trinn.bodies x on x.county_id = o.county_id and x.id = o.body_id where o.county_id = m.county_id and o.id = w.id)
-- end

-- part: comment_by
-- Until when the appellant may comment in appeal p, where it has not.
case when p.state = 'forwarded' and p.comment is null then p.comment_by end
-- end

-- part: amendment_candidate
-- Amendment n of application a, that is to be put on the agenda of body b.
json_build_object('kind', 'amendment', 'state', n.state, 'caseNumber', a.case_number, 'questioned', {questioned_preparer},
	'before', (select {meeting_named} from (values (trinn.meeting_before('amendment', n.id))) w(id)), 'isOfBody', b.kind <> 'appeals_board')
-- end

-- part: questioned_proposer
-- Who proposed reversal r, and is disqualified or may be.
case when trinn.is_questioned(r.proposed_by, r.application_id) then json_build_array(trinn.person_name(r.proposed_by)) else '[]' end
-- end

-- part: reversal_candidate
-- Reversal r in application a, that is to be put on the agenda of meeting m.
json_build_object('kind', 'reversal', 'state', r.state, 'caseNumber', a.case_number, 'questioned', {questioned_proposer},
	'isTold', trinn.is_told(r),
	'before', (select {meeting_named} from (values (coalesce({meeting_listed}, trinn.meeting_before('reversal', r.id)))) w(id)), 'isOfBody', trinn.treats_reversal(m.body_id, r))
-- end

-- part: appeal_candidate
-- Appeal p, that is to be put on the agenda of meeting m of body b.
json_build_object('kind', case b.kind when 'appeals_board' then 'board' else 'appeal' end, 'state', p.state, 'caseNumber', a.case_number,
	'commentBy', {comment_by},
	'questioned', {questioned_answer},
	'before', (select {meeting_named} from (values (coalesce({meeting_listed}, trinn.meeting_before('appeal', p.id)))) w(id)), 'isOfBody', trinn.treats(m.body_id, p.id))
-- end

-- part: item_appeal
-- What item f, of application a, is held against where it is an appeal.
(select json_build_object('body', b.name, 'isOfBoard', b.kind = 'appeals_board', 'isOfDismissal', p.answer_id is not null, 'commentBy', {comment_by},
		'limitOre', trinn.body_limit(m.county_id, m.body_id, a.call_id),
		'decidedOre', case g.state when 'annulled' then g.amount_ore else coalesce(d.amount_ore, 0) end,
		'isOfRefusal', d.id is null and p.answer_id is null, 'stakeOre', trinn.appeal_stake(p, null),
		'askedOre', coalesce(p.asked_ore, case g.state when 'annulled' then g.amount_ore + trinn.taken_of(g) end, a.applied_ore), 'hasAsked', p.asked_ore is not null,
		'hasConditions', exists (select from trinn.decision_conditions t where t.county_id = p.county_id and t.application_id = p.application_id),
		'standing', coalesce((select json_agg(t.number order by t.number) from trinn.decision_conditions t where t.county_id = p.county_id
			and t.application_id = p.application_id and t.state <> 'lifted'), '[]'),
		'lifts', g.state is distinct from 'annulled' and exists (select from trinn.terms_of(f.id) t where t.lifts <> '{}'), 'isSentBack', exists (select from trinn.appeal_proposals t
			where t.county_id = p.county_id and t.appeal_id = p.id and t.kind = 'board' and t.state = 'confirmed'
				and t.outcome = 'sent_back'), 'hasGrant', g.id is not null, 'isOfAmendment', p.amendment_id is not null)
	from trinn.appeals p left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
		left join trinn.grants g on p.decision_id is not null and g.county_id = p.county_id
			and g.id = trinn.changed_grant(p.county_id, p.application_id)
	where p.county_id = f.county_id and p.id = f.appeal_id)
-- end

-- part: proposal_money
-- What proposal x of application a takes of this year's lines.
(select json_agg(json_build_object('line', l.name, 'year', y.year, 'leftOre', trinn.left_of(l.id, y.year),
		'resolvedOre', trinn.resolved_ore(l.id, y.year, array[a.id]), 'partOre', s.ore) order by l.id)
	from (select extract(year from trinn.today())::int as year) y
		cross join lateral trinn.line_parts(a.county_id, a.call_id, x.amount_ore) s
		join trinn.funding_lines l on l.county_id = a.county_id and l.id = s.funding_line_id)
-- end

-- query: load_meeting(meeting_id int8, application_id int8?, appeal_id int8?, amendment_id int8?, reversal_id int8?, item_id int8?, proposal_id int8?, starts_at text, votes bool, whole bool) @read
-- What every command on a meeting is decided on: about a case that is put on the agenda, an item or a proposal where one is named.
-- There is no item for whom its case is closed.
select json_build_object('caller', trinn.caller_facts(), 'id', m.id, 'state', m.state, 'isChanged', {agenda_changed}, 'today', trinn.today(),
	'unready', coalesce((select json_agg(a.case_number order by i.number) from trinn.meeting_items i
		join trinn.applications a on a.county_id = i.county_id and a.id = i.application_id
		where i.county_id = m.county_id and i.meeting_id = m.id and i.state = 'listed' and m.state in ('planned', 'called')
			and not trinn.is_recommended(i)), '[]'),
	'onDay', m.on_day, 'earlyDays', trinn.county_figure('meetings.early_days', 0),
	'isPast', coalesce(((:starts_at)::timestamptz at time zone 'Europe/Oslo')::date < trinn.today(), false),
	'datedConditions', (select json_agg(k.kind) from trinn.condition_kinds k where k.needs_day),
	'presidedBy', coalesce(m.presided_by, 0), 'hasCastingVote', b.has_casting_vote,
	'quorum', trinn.quorum_of(m.county_id, m.body_id, m.on_day),
	'members', coalesce((select json_agg(json_build_object('personId', v.person_id, 'name', trinn.person_name(v.person_id), 'seat', v.seat)
		order by v.position) from trinn.members_of(m.county_id, m.body_id, m.on_day) v), '[]'),
	'nListed', (select count(*) from trinn.meeting_items i where i.county_id = m.county_id and i.meeting_id = m.id and i.state = 'listed'),
	'isVoting', exists (select from trinn.proposals p where p.county_id = m.county_id and p.meeting_id = m.id and p.state = 'voting'),
	'isClosed', not trinn.is_wholly_open(m.id), 'isAgendaClosed', not trinn.is_agenda_open(m.id), 'answersForMinutes', trinn.answers_for_minutes(m.county_id, m.id, trinn.caller_person()),
	'candidate', (select json_build_object('kind', 'application', 'state', a.state, 'caseNumber', a.case_number,
			'questioned', coalesce((select json_agg(trinn.person_name(p)) from trinn.questioned_preparers(a.id) p), '[]'),
			'before', (select {meeting_named} from (values (coalesce({meeting_listed}, trinn.meeting_before('application', a.id)))) w(id)), 'isOfBody', b.kind <> 'appeals_board')
			from trinn.applications a where a.county_id = m.county_id and a.id = :application_id
		union all select {appeal_candidate} from trinn.appeals p
			join trinn.applications a on a.county_id = p.county_id and a.id = p.application_id
			where p.county_id = m.county_id and p.id = :appeal_id and :application_id is null
		union all select {amendment_candidate} from trinn.amendments n
			join trinn.applications a on a.county_id = n.county_id and a.id = n.application_id
			where n.county_id = m.county_id and n.id = :amendment_id and :application_id is null and :appeal_id is null
		union all select {reversal_candidate} from trinn.reversals r
			join trinn.applications a on a.county_id = r.county_id and a.id = r.application_id
			where r.county_id = m.county_id and r.id = :reversal_id and num_nonnulls(:application_id, :appeal_id, :amendment_id) = 0),
	'item', case when a.id is not null then json_build_object('id', f.id, 'kind', f.kind, 'state', f.state, 'appliedOre', a.applied_ore, 'appeal', {item_appeal},
		'questioned', case f.kind when 'application' then coalesce((select json_agg(trinn.person_name(q))
				from trinn.questioned_preparers(a.id) q), '[]')
			when 'amendment' then coalesce((select {questioned_preparer} from trinn.amendments n where n.county_id = f.county_id
				and n.id = f.amendment_id), '[]')
			when 'reversal' then coalesce((select {questioned_proposer} from trinn.reversals r where r.county_id = f.county_id
				and r.id = f.reversal_id), '[]')
			else coalesce((select {questioned_answer} from trinn.appeals p where p.county_id = f.county_id
				and p.id = f.appeal_id), '[]') end,
		'isAsSent', trinn.is_as_sent(f.id),
		'conditions', (select g.content->'recommendation'->'conditions' from trinn.agenda_items g
			where g.county_id = f.county_id and g.item_id = f.id order by g.agenda desc limit 1),
		'voters', (select json_agg(json_build_object('personId', v.person_id, 'name', trinn.person_name(v.person_id), 'seat', v.seat,
				'isPresent', v.is_present, 'whyOut', v.why_out, 'votes', v.votes,
				'vote', (select t.vote from trinn.votes t where t.county_id = m.county_id and t.proposal_id = :proposal_id
					and t.person_id = v.person_id)) order by v.place) from trinn.voters_of(f.id) v)) end,
	'proposal', (select json_build_object('id', p.id, 'state', p.state, 'byHands', p.by_hands, 'presidedBy', coalesce(p.presided_by, 0))
		from trinn.proposals p where p.county_id = m.county_id and p.meeting_id = m.id and p.id = :proposal_id),
	'isProposalClosed', trinn.closed_application('proposal', :proposal_id) is not null,
	'money', coalesce((select {proposal_money} from trinn.proposals x
			join trinn.applications a on a.county_id = x.county_id and a.id = x.application_id
		where x.county_id = m.county_id and x.meeting_id = m.id and x.id = :proposal_id and x.kind = 'application' and x.amount_ore > 0
			and not :votes), '[]'),
	'minutes', (select json_build_object('edition', t.edition, 'state', t.state, 'writtenBy', t.written_by)
		from trinn.minutes t where t.county_id = m.county_id and t.meeting_id = m.id order by t.edition desc limit 1),
	'nextId', case when :whole then nextval('trinn.meeting_items_id_seq') else 0 end,
	'nextProposal', case when :whole and :item_id is not null then nextval('trinn.proposals_id_seq') else 0 end,
	'record', case when :whole and m.state in ('closed', 'approved') then {meeting_record} end)::text, m.version,
	({meeting_guards})::text
from trinn.meetings m
	join trinn.bodies b on b.county_id = m.county_id and b.id = m.body_id
	left join trinn.meeting_items f on f.county_id = m.county_id and f.meeting_id = m.id
		and f.id = coalesce(:item_id, (select p.item_id from trinn.proposals p where p.county_id = m.county_id and p.id = :proposal_id))
	left join trinn.applications a on a.county_id = f.county_id and a.id = f.application_id
where m.county_id = (select trinn.caller_county()) and m.id = :meeting_id;

-- query: touch_meeting(meeting_id int8, version int8?, is_changed bool) @write
-- The meeting has a new version; its agenda was changed, or not. Who votes does so whatever version it has.
with changed as (
	update trinn.meetings set is_changed = is_changed or :is_changed, version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and (:version is null or version = :version) returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_meeting');

-- query: insert_item(id int8, meeting_id int8, application_id int8?, appeal_id int8?, amendment_id int8?, reversal_id int8?) @write
-- One of these.
with made as (
	insert into trinn.meeting_items (id, county_id, meeting_id, number, kind, applicant_id, application_id, appeal_id, amendment_id, reversal_id, put_by)
	select :id, a.county_id, :meeting_id, 1 + (select count(*) from trinn.meeting_items i
			where i.county_id = a.county_id and i.meeting_id = :meeting_id),
		case when :appeal_id is not null then 'appeal' when :amendment_id is not null then 'amendment' when :reversal_id is not null then 'reversal'
			else 'application' end,
		a.applicant_id, a.id, :appeal_id, :amendment_id, :reversal_id, trinn.caller_person()
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = coalesce(:application_id,
		(select p.application_id from trinn.appeals p where p.county_id = trinn.caller_county() and p.id = :appeal_id),
		(select n.application_id from trinn.amendments n where n.county_id = trinn.caller_county() and n.id = :amendment_id),
		(select r.application_id from trinn.reversals r where r.county_id = trinn.caller_county() and r.id = :reversal_id))
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_item');

-- query: move_meeting(meeting_id int8, version int8, starts_at text, place text) @write
-- Its number is of the year that it is held in. The agenda is sent anew.
with changed as (
	update trinn.meetings m set starts_at = t.at, place = :place, is_changed = true, version = m.version + 1,
		number = case when m.year = t.year then m.number else 1 + coalesce((select max(o.number) from trinn.meetings o
			where o.county_id = m.county_id and o.body_id = m.body_id and o.year = t.year), 0) end
	from (select (:starts_at)::timestamptz as at,
		extract(year from (:starts_at)::timestamptz at time zone 'Europe/Oslo')::int as year) t
	where m.county_id = trinn.caller_county() and m.id = :meeting_id and m.version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_meeting');

-- query: withdraw_item(item_id int8, reason text) @write
with changed as (
	update trinn.meeting_items set state = 'withdrawn', reason = :reason
	where county_id = trinn.caller_county() and id = :item_id and state = 'listed' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'withdraw_item');

-- part: agenda_recommendation
-- The newest of application a.
(select json_build_object('number', r.number, 'outcome', r.outcome, 'amountOre', r.amount_ore,
		'grounds', r.grounds, 'conditions', r.conditions, 'madeBy', trinn.person_name(r.made_by))
	from trinn.recommendations r where r.county_id = a.county_id and r.application_id = a.id
	order by r.number desc limit 1)
-- end

-- part: agenda_decision
-- Decision d, that an item is about.
json_build_object('id', d.id::text, 'number', d.number, 'outcome', d.outcome, 'amountOre', d.amount_ore, 'decidedOn', d.decided_on,
	'body', d.body, 'resolution', d.resolution, 'grounds', d.grounds, 'conditions', {conditions_of_decision})
-- end

-- part: agenda_reversal
-- Of item i: the decision, and what is proposed to make of it.
(select json_build_object('id', r.id::text, 'number', r.number, 'decision', {agenda_decision},
		'ground', {reversal_ground}, 'provision', r.provision, 'isHarmful', r.is_harmful, 'openAppeal', r.open_appeal,
		'proposal', json_build_object('outcome', r.outcome, 'amountOre', r.amount_ore, 'year', r.year, 'conditions', r.conditions,
			'grounds', r.grounds, 'madeBy', trinn.person_name(r.proposed_by)))
	from trinn.reversals r join trinn.decisions d on d.county_id = r.county_id and d.id = r.decision_id
	where r.county_id = i.county_id and r.id = i.reversal_id)
-- end

-- part: agenda_appeal
-- Of item i: what is asked, what it is against, and what is proposed, or, before the appeals board, what both sides say.
(select json_build_object('id', p.id::text, 'number', p.number, 'asked', p.asked, 'askedOre', p.asked_ore, 'grounds', p.grounds,
		'lodgedOn', p.lodged_on,
		'decision', case when d.id is not null then {agenda_decision} end,
		'refused', (select json_build_object('id', n.id::text, 'number', n.number, 'kind', n.kind, 'name', json_build_object('nb', k.name_nb,
				'en', k.name_en), 'reason', n.reason, 'until', n.asked_until, 'amountOre', n.asked_ore, 'moves', n.asked_moves,
				'decidedOn', (n.settled_at at time zone 'Europe/Oslo')::date, 'body', n.body, 'grounds', n.grounds)
			from trinn.amendments n join trinn.amendment_kinds k on k.kind = n.kind
			where n.county_id = p.county_id and n.id = p.amendment_id),
		'proposal', json_build_object('number', t.number, 'outcome', t.outcome, 'amountOre', coalesce(t.amount_ore, 0),
			'liftedConditions', t.lifts, 'conditions', t.conditions,
			'grounds', t.grounds, 'madeBy', trinn.person_name(t.proposed_by)),
		'isForwarded', p.state = 'forwarded', 'comment', p.comment)
	from trinn.appeals p
		left join trinn.decisions d on d.county_id = p.county_id and d.id = p.decision_id
		join trinn.appeal_proposals t on t.county_id = p.county_id and t.appeal_id = p.id and t.number = trinn.answer_put(p)
	where p.county_id = i.county_id and p.id = i.appeal_id)
-- end

-- part: agenda_amendment
-- Of item i: what is asked for of the grant as it is, and what is prepared.
(select json_build_object('id', n.id::text, 'number', n.number, 'kind', n.kind, 'name', json_build_object('nb', k.name_nb, 'en', k.name_en),
		'by', case when n.is_of_county then 'county' when n.partner_id is not null then 'partner' else 'recipient' end, 'reason', n.reason, 'until', n.asked_until, 'amountOre', n.asked_ore,
		'moves', n.asked_moves, 'leaving', n.leaving, 'leavingPartners', trinn.heard_of(n.county_id, n.id, 'leave'),
		'stayingPartners', trinn.heard_of(n.county_id, n.id, 'stay'), 'entering', trinn.entering_of(n.county_id, n.id), 'fagpartnere', n.fagpartnere,
		'grant', json_build_object('id', g.id::text, 'amountOre', g.amount_ore, 'remainingOre', g.remaining_ore, 'acceptBy', g.accept_by,
			'endsOn', coalesce(g.ends_on, a.ends_on), 'fagpartnere', trinn.fagpartnere_of(g)),
		'preparation', (select json_build_object('id', t.id::text, 'outcome', t.outcome, 'grounds', t.grounds, 'until', t.until,
				'amountOre', t.amount_ore, 'moves', t.moves, 'year', t.year, 'madeBy', trinn.person_name(t.made_by))
			from trinn.amendment_proposals t where t.county_id = n.county_id and t.amendment_id = n.id order by t.id desc limit 1))
	from trinn.amendments n
		join trinn.amendment_kinds k on k.kind = n.kind
		join trinn.grants g on g.county_id = n.county_id and g.id = n.grant_id
	where n.county_id = i.county_id and n.id = i.amendment_id)
-- end

-- query: send_agenda(meeting_id int8, version int8) @write
with changed as (
	update trinn.meetings set state = 'called', agenda = agenda + 1, is_changed = false, version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version
	returning county_id, id, agenda
), sent as (
	insert into trinn.agenda_items (county_id, meeting_id, agenda, number, applicant_id, application_id, item_id, content, sent_by)
	select i.county_id, i.meeting_id, changed.agenda, i.number, i.applicant_id, i.application_id, i.id,
		json_build_object('caseNumber', a.case_number, 'title', a.title, 'applicant', a.applicant, 'appliedOre', a.applied_ore,
			'fundingLine', json_build_object('id', l.id::text, 'name', l.name), 'call', c.title,
			'recommendation', case i.kind when 'application' then {agenda_recommendation} end,
			'appeal', case i.kind when 'appeal' then {agenda_appeal} end,
			'amendment', case i.kind when 'amendment' then {agenda_amendment} end,
			'reversal', case i.kind when 'reversal' then {agenda_reversal} end,
			'evaluation', (select json_build_object('id', k.evaluation_id::text, 'totalBasisPoints', k.total_bp,
					'isBelowMinimum', k.is_below_minimum, 'rank', k.rank)
				from trinn.ranking(a.call_id) k where k.application_id = a.id)), trinn.caller_person()
	from changed
		join trinn.meeting_items i on i.county_id = changed.county_id and i.meeting_id = changed.id and i.state = 'listed'
		join trinn.applications a on a.county_id = i.county_id and a.id = i.application_id
		join trinn.calls c on c.county_id = a.county_id and c.id = a.call_id
		join trinn.funding_lines l on l.county_id = c.county_id and l.id = c.funding_line_id
	returning 1
) select trinn.exactly(1 + (select count(*) from trinn.meeting_items i where i.county_id = trinn.caller_county()
	and i.meeting_id = :meeting_id and i.state = 'listed'), (select count(*) from changed) + (select count(*) from sent), 'send_agenda');

-- query: cancel_meeting(meeting_id int8, version int8, reason text) @write
with changed as (
	update trinn.meetings set state = 'cancelled', reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version returning 1
), off as (
	update trinn.meeting_items set state = 'withdrawn', reason = :reason
	where county_id = trinn.caller_county() and meeting_id = :meeting_id and state = 'listed' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'cancel_meeting') where (select count(*) from off) >= 0;

-- query: note_attendance(meeting_id int8, present int8[]) @write
-- Of all its members; one who was there and left is there no more.
insert into trinn.attendees (county_id, meeting_id, person_id, is_present, noted_by)
select m.county_id, m.id, v.person_id, v.person_id = any (:present), trinn.caller_person()
from trinn.meetings m, trinn.members_of(m.county_id, m.body_id, m.on_day) v
where m.county_id = trinn.caller_county() and m.id = :meeting_id
on conflict (county_id, meeting_id, person_id) do update
	set is_present = excluded.is_present, noted_by = excluded.noted_by;

-- query: open_meeting(meeting_id int8, version int8, presided_by int8) @write
with changed as (
	update trinn.meetings set state = 'open', presided_by = :presided_by, opened_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'open_meeting');

-- query: insert_proposal(id int8, item_id int8, outcome text, amount_ore int8, grounds text, conditions json, lifts int8[]) @write
with made as (
	insert into trinn.proposals (id, county_id, meeting_id, item_id, applicant_id, application_id, number, kind, outcome, amount_ore,
		grounds, conditions, lifts, made_by)
	select :id, i.county_id, i.meeting_id, i.id, i.applicant_id, i.application_id, 1 + (select count(*) from trinn.proposals p
			where p.county_id = i.county_id and p.item_id = i.id), i.kind, :outcome, :amount_ore, :grounds, :conditions,
		array(select unnest(:lifts) order by 1)::int[], trinn.caller_person()
	from trinn.meeting_items i where i.county_id = trinn.caller_county() and i.id = :item_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_proposal');

-- query: put_to_vote(proposal_id int8, presided_by int8) @write
with changed as (
	update trinn.proposals set state = 'voting', presided_by = :presided_by
	where county_id = trinn.caller_county() and id = :proposal_id and state = 'made' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'put_to_vote');

-- query: cast_vote(proposal_id int8, vote text) @write
with made as (
	insert into trinn.votes (county_id, proposal_id, applicant_id, application_id, person_id, vote, entered_by)
	select p.county_id, p.id, p.applicant_id, p.application_id, trinn.caller_person(), :vote, trinn.caller_person()
	from trinn.proposals p where p.county_id = trinn.caller_county() and p.id = :proposal_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'cast_vote');

-- query: mark_by_hands(proposal_id int8) @write
with changed as (
	update trinn.proposals set by_hands = true
	where county_id = trinn.caller_county() and id = :proposal_id and state = 'voting' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'mark_by_hands');

-- query: enter_hands(proposal_id int8, hands jsonb) @write
with made as (
	insert into trinn.votes (county_id, proposal_id, applicant_id, application_id, person_id, vote, entered_by)
	select p.county_id, p.id, p.applicant_id, p.application_id, (h->>'personId')::bigint, h->>'vote', trinn.caller_person()
	from trinn.proposals p, jsonb_array_elements(:hands) h where p.county_id = trinn.caller_county() and p.id = :proposal_id
	returning 1
) select trinn.exactly(jsonb_array_length(:hands), (select count(*) from made), 'enter_hands');

-- query: end_vote(proposal_id int8, state text) @write
-- What carried resolves the item.
with counted as (
	update trinn.proposals p set state = :state, tally = (select json_build_object('for', c.n_for, 'against', c.n_against,
			'abstained', c.n_cast - c.n_for - c.n_against, 'quorum', c.needed,
			'byCastingVote', :state = 'carried' and c.n_for = c.n_against,
			'votes', (select json_agg(json_build_object('personId', v.person_id::text, 'name', trinn.person_name(v.person_id),
					'seat', w.seat, 'vote', v.vote) order by w.place)
				from trinn.votes v join trinn.voters_of(p.item_id) w on w.person_id = v.person_id and w.votes
				where v.county_id = p.county_id and v.proposal_id = p.id),
			'out', coalesce((select json_agg(json_build_object('personId', w.person_id::text, 'name', trinn.person_name(w.person_id),
					'seat', w.seat, 'why', w.why_out) order by w.place)
				from trinn.voters_of(p.item_id) w where w.is_present and w.why_out is not null), '[]'))
		from trinn.count_votes(p.id) c)
	where p.county_id = trinn.caller_county() and p.id = :proposal_id and p.state = 'voting'
	returning p.item_id
), resolved as (
	update trinn.meeting_items i set state = 'resolved' from counted
	where i.county_id = trinn.caller_county() and i.id = counted.item_id and :state = 'carried' returning 1
) select trinn.exactly(1 + (:state = 'carried')::int, (select count(*) from counted) + (select count(*) from resolved), 'end_vote');

-- query: abandon_vote(proposal_id int8, reason text) @write
with changed as (
	update trinn.proposals set state = 'void', reason = :reason
	where county_id = trinn.caller_county() and id = :proposal_id and state = 'voting' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'abandon_vote');

-- query: close_meeting(meeting_id int8, version int8) @write
-- What was not resolved is for another meeting.
with changed as (
	update trinn.meetings set state = 'closed', version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version returning 1
), left_over as (
	update trinn.meeting_items set state = 'postponed'
	where county_id = trinn.caller_county() and meeting_id = :meeting_id and state = 'listed' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'close_meeting') where (select count(*) from left_over) >= 0;

-- query: replace_minutes(meeting_id int8) @write
-- What was written and not approved gives way to another edition.
update trinn.minutes set state = 'replaced'
where county_id = trinn.caller_county() and meeting_id = :meeting_id and state = 'written';

-- query: insert_minutes(meeting_id int8, edition int4, record jsonb, nb text, en text, remarks text, reason text) @write
insert into trinn.minutes (county_id, meeting_id, edition, content, sha256, reason, written_by)
select trinn.caller_county(), :meeting_id, :edition, c.content, encode(sha256(convert_to(c.content, 'UTF8')), 'hex'), :reason,
	trinn.caller_person()
from (select trinn.canonical(jsonb_build_object('record', :record::jsonb, 'edition', :edition, 'remarks', :remarks::text,
	'reason', :reason::text, 'text', jsonb_build_object('nb', :nb::text, 'en', :en::text))) as content) c;

-- query: approve_minutes(meeting_id int8, version int8, edition int4) @write
with approved as (
	update trinn.minutes set state = 'approved', approved_by = trinn.caller_person(), approved_at = now()
	where county_id = trinn.caller_county() and meeting_id = :meeting_id and edition = :edition and state = 'written' returning 1
), first as (
	update trinn.meetings set state = 'approved', version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version and state = 'closed' returning 1
), again as (
	update trinn.meetings set version = version + 1
	where county_id = trinn.caller_county() and id = :meeting_id and version = :version and state = 'approved' returning 1
) select trinn.exactly(2, (select count(*) from approved) + (select count(*) from first) + (select count(*) from again), 'approve_minutes');
