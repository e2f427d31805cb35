-- The trail of a case is more than its own chain: leave to be late, and who stands back from it, have chains of their own, and so has
-- each meeting that treats it. Its appeals are told in its own, step by step.

-- Whether a step of a meeting is about an item: it is the item's, or its proposal's, or the meeting's while it had the item before it,
-- from when it was put on the agenda until it was taken off.
create function trinn.is_step_about(e trinn.audit_events, i trinn.meeting_items) returns boolean language sql stable as $$
	select case e.object_kind when 'meeting_item' then e.object_id = i.id
		when 'proposal' then exists (select from trinn.proposals p
			where p.county_id = i.county_id and p.item_id = i.id and p.id = e.object_id)
		else (select e.seq > min(s.seq) and not bool_or(s.action = 'take-off-agenda' and s.seq < e.seq)
			from trinn.audit_events s where s.county_id = i.county_id and s.case_kind = 'meeting' and s.case_id = i.meeting_id
				and s.object_kind = 'meeting_item' and s.object_id = i.id) end
$$;

-- All that happened in a case, in whichever chain: its own, those of its leave to be late and of who stands back from it or from an
-- appeal in it, and of a meeting what is about its items. Sees no more than the caller. In order by (at, seq, case_kind, case_id).
create function trinn.case_trail(p_application bigint) returns setof trinn.audit_events language sql stable as $$
	select e.* from (select 'application' as kind, p_application as id
			union all
			select 'late_submission', l.id from trinn.late_submissions l
			where l.county_id = (select trinn.caller_county()) and l.draft_id = p_application
			union all
			select 'late_submission', a.late_submission_id from trinn.applications a
			where a.county_id = (select trinn.caller_county()) and a.id = p_application and a.late_submission_id is not null
			union all
			select 'disqualification', d.id from (select 'application' as kind, p_application as id
					union all select 'appeal', p.id from trinn.appeals p
					where p.county_id = (select trinn.caller_county()) and p.application_id = p_application) o
				join trinn.disqualifications d on d.county_id = (select trinn.caller_county()) and d.case_kind = o.kind and d.case_id = o.id) c
		join trinn.audit_events e on e.county_id = (select trinn.caller_county()) and e.case_kind = c.kind and e.case_id = c.id
	union all
	select e.* from (select distinct i.meeting_id from trinn.meeting_items i
			where i.county_id = (select trinn.caller_county()) and i.application_id = p_application) m
		join trinn.audit_events e on e.county_id = (select trinn.caller_county()) and e.case_kind = 'meeting' and e.case_id = m.meeting_id
	where exists (select from trinn.meeting_items i where i.county_id = e.county_id and i.meeting_id = e.case_id
		and i.application_id = p_application and trinn.is_step_about(e, i))
$$;
