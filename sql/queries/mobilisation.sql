-- part: hub_and_firm
-- Those of a row c.
'hub', (select {party} from trinn.organisations o where o.id = c.hub_id),
'firm', (select {party} from trinn.organisations o where o.id = c.firm_id)
-- end

-- part: membership_json
json_build_object('id', c.id::text, {hub_and_firm}, 'memberFrom', c.member_from, 'memberTo', c.member_to)
-- end

-- document: membership(membership_id int8)
select c.version::text as etag, ({membership_json}::jsonb || jsonb_build_object('askAtCounty',
	trinn.member_elsewhere(c.firm_id, c.member_from, c.member_to)))::text as document
from trinn.memberships c where c.county_id = (select trinn.caller_county()) and c.id = :membership_id;

-- part: memberships_wanted
-- Of what stands in coalesce() the planner expects half of the rows, and not so few that it would rather sort them.
county_id = (select trinn.caller_county()) and id < {last_key}
and coalesce(daterange(member_from, member_to, '[]') @> coalesce(:on_date, (select trinn.today()))
	and (:hub_id is null or hub_id = :hub_id), false)
order by id desc limit :limit + 1
-- end

-- query: list_memberships(on_date date, orgnr text, hub_id int8?, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select c.id as key, {membership_json} as item
	from (
		(select * from trinn.memberships where {of_firms} and (select trinn.caller_kind()) <> 'hub' and :hub_id is null
			and {memberships_wanted})
		union all
		(select * from trinn.memberships where {of_firms} and {of_one_hub} and {memberships_wanted})
		union all
		(select * from trinn.memberships where {of_one_firm} and {memberships_wanted})
	) c) p;

-- query: load_new_membership(content json) @read
-- No row if the register has no such firm.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.memberships_id_seq'), 'firmId', o.id,
	'isMember', exists (select from trinn.memberships c where c.county_id = trinn.caller_county()
		and c.hub_id = trinn.caller_org() and c.firm_id = o.id
		and (c.member_to is null or c.member_to >= (t.c->>'memberFrom')::date)),
	'servesAs', trinn.serves_as(o.id), 'memberFrom', (t.c->>'memberFrom')::date, 'foundedOn', o.founded_on,
	'ask', trinn.member_elsewhere(o.id, (t.c->>'memberFrom')::date, null)
)::text, null::bigint, '[]'
from (select :content::json as c) t
	join trinn.organisations o on o.orgnr = t.c->>'firmOrgnr' and o.deleted_on is null;

-- query: insert_membership(id int8, firm_id int8, content json) @write
insert into trinn.memberships (id, county_id, hub_id, firm_id, member_from)
values (:id, trinn.caller_county(), trinn.caller_org(), :firm_id, (:content::json->>'memberFrom')::date);

-- query: load_membership(membership_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'firmId', c.firm_id, 'memberFrom', c.member_from,
	'memberTo', c.member_to, 'ask', trinn.member_elsewhere(c.firm_id, c.member_from, c.member_to))::text, c.version,
	json_build_array(json_build_array('membership', c.id, trinn.guard_version('membership', c.id), true))::text
from trinn.memberships c where c.county_id = (select trinn.caller_county()) and c.id = :membership_id;

-- query: end_membership(membership_id int8, version int8, content json) @write
with changed as (
	update trinn.memberships set member_to = (:content::json->>'memberTo')::date, version = version + 1
	where county_id = trinn.caller_county() and id = :membership_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'end_membership');

-- part: contact_json
json_build_object('id', c.id::text, 'enrolmentId', c.enrolment_id::text, {hub_and_firm}, 'channel', c.channel,
	'onDay', c.on_day, 'note', c.note,
	'person', (select json_build_object('id', c.made_by::text, 'name', trinn.person_name(c.made_by)) where c.made_by > 0),
	'madeAt', c.made_at, 'isVoid', c.is_void, 'corrections', c.corrections)
-- end

-- document: contact(contact_id int8)
select c.version::text as etag, {contact_json}::text as document
from trinn.contacts c where c.county_id = (select trinn.caller_county()) and c.id = :contact_id;

-- query: list_contacts(enrolment_id int8, after int8?, limit int8) @read
-- A hub that no longer follows the firm still has its own.
{list_by_id} from (select c.id as key,
	{contact_json} as item
	from (select * from trinn.contacts where county_id = (select trinn.caller_county())
		and enrolment_id = :enrolment_id and id < {last_key}
		order by id desc limit :limit + 1) c) p
having count(*) > 0 or exists (select from trinn.enrolments e
	where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id);

-- query: insert_contact(id int8, enrolment_id int8, content json) @write
insert into trinn.contacts (id, county_id, enrolment_id, channel, on_day, note, made_by)
select :id, trinn.caller_county(), :enrolment_id, c->>'channel', (c->>'onDay')::date, c->>'note',
	coalesce(trinn.caller_person(), -trinn.caller_principal())
from (select :content::json as c) t;

-- query: load_contact(contact_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'enrolmentId', c.enrolment_id,
	'isVoid', c.is_void, 'days', trinn.days_of(c.enrolment_id))::text, c.version,
	json_build_array(json_build_array('enrolment', c.enrolment_id, trinn.guard_version('enrolment', c.enrolment_id), true))::text
from trinn.contacts c where c.county_id = (select trinn.caller_county()) and c.id = :contact_id;

-- query: correct_contact(contact_id int8, version int8, content json) @write
-- What is left out stays.
with changed as (
	update trinn.contacts set channel = coalesce(c->>'channel', channel), on_day = coalesce((c->>'onDay')::date, on_day),
		note = coalesce(c->>'note', note), is_void = coalesce((c->>'isVoid')::boolean, false), reason = c->>'reason',
		version = version + 1
	from (select :content::json as c) t
	where county_id = trinn.caller_county() and id = :contact_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_contact');

-- part: handover_json
json_build_object('id', c.id::text, 'enrolmentId', c.enrolment_id::text, 'programme', {named_programme}, {hub_and_firm},
	'toHub', (select {party} from trinn.organisations o where o.id = c.to_hub_id), 'state', c.state,
	'isByCounty', c.by_county, 'withoutConsent', c.without_consent, 'reason', c.reason, 'consentBy', c.consent_by, 'consentOn', c.consent_on,
	'isConsentOwn', c.consented_by is not null, 'declineReason', c.decline_reason)
-- end

-- document: handover(handover_id int8)
select c.version::text as etag, {handover_json}::text as document
from trinn.handovers c where c.county_id = (select trinn.caller_county()) and c.id = :handover_id;

-- query: list_handovers(state text, programme_id int8?, after int8?, limit int8) @read
{list_by_id} from (select c.id as key,
	{handover_json} as item
	from (select * from trinn.handovers where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and id < {last_key}
		and (:programme_id is null or programme_id in ({programmes_under}))
		order by id desc limit :limit + 1) c) p;

-- query: insert_handover(id int8, enrolment_id int8, to_hub_id int8, content json) @write
with made as (
	insert into trinn.handovers (id, county_id, programme_id, enrolment_id, to_hub_id, reason, without_consent, consent_by,
		consent_on, asked_by)
	select :id, e.county_id, e.programme_id, e.id, :to_hub_id, c->>'reason', c->>'withoutConsent', c->>'consentBy',
		(c->>'consentOn')::date, trinn.caller_person()
	from trinn.enrolments e, (select :content::json as c) t where e.county_id = trinn.caller_county() and e.id = :enrolment_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_handover');

-- query: load_handover(handover_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'state', c.state, 'enrolmentId', c.enrolment_id,
	'hubId', c.hub_id, 'toHubId', c.to_hub_id, 'firmId', c.firm_id, 'isConsented', c.consent_by is not null,
	'isByCounty', c.by_county, 'withoutConsent', c.without_consent, 'askedBy', c.asked_by,
	'hub', (select o.name from trinn.organisations o where o.id = c.hub_id),
	'toHub', (select o.name from trinn.organisations o where o.id = c.to_hub_id),
	'county', (select n.name from trinn.counties n where n.id = c.county_id),
	'isBetweenStages', trinn.is_between_stages(c.enrolment_id), 'isHubOpen', trinn.is_hub(c.hub_id)
)::text, c.version, json_build_array(
	json_build_array('enrolment', c.enrolment_id, trinn.guard_version('enrolment', c.enrolment_id), true),
	json_build_array('handover', c.id, trinn.guard_version('handover', c.id), true))::text
from trinn.handovers c where c.county_id = (select trinn.caller_county()) and c.id = :handover_id;

-- query: consent_handover(handover_id int8, version int8) @write
with changed as (
	update trinn.handovers set consent_by = trinn.person_name(trinn.caller_person()), consent_on = trinn.today(),
		consented_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :handover_id and version = :version and state = 'asked' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'consent_handover');

-- query: answer_handover(handover_id int8, version int8, state text, decline_reason text) @write
-- Accepted, it moves the enrolment: see trinn.hand_over().
with changed as (
	update trinn.handovers set state = :state, decline_reason = :decline_reason, answered_by = trinn.caller_person(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :handover_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'answer_handover');

-- part: assessment_changes
-- By dimension, since the interview before that was the first of the round to say something of it; NULL if that is none.
(select json_object_agg(d.name, case when b.id is not null then json_build_object('since', b.id::text,
		'points', (c.dimensions->>d.name)::int - b.points) end)
	from unnest('{digital,green,organisation,strategy}'::text[]) d(name)
		left join lateral (select a.id, (a.dimensions->>d.name)::int as points
			from trinn.assessments a join trinn.instruments i on i.id = a.instrument_id and i.kind = 'interview'
			where a.county_id = c.county_id and a.enrolment_id = c.enrolment_id and a.round = c.round and a.phase = 'before'
				and a.state = 'final' and a.interviewer_id is not null and a.held_on <= c.held_on
				and a.dimensions->>d.name is not null
			order by a.held_on, a.id limit 1) b on c.dimensions->>d.name is not null
	where c.phase <> 'before'
	having count(b.id) > 0)
-- end

-- part: assessment_head
'id', c.id::text, 'enrolmentId', c.enrolment_id::text, {hub_and_firm},
'instrument', (select json_build_object('id', i.id::text, 'code', i.code, 'version', i.version, 'kind', i.kind)
	from trinn.instruments i where i.id = c.instrument_id),
'phase', c.phase, 'round', c.round, 'heldOn', c.held_on,
'interviewer', (select json_build_object('id', c.interviewer_id::text, 'name', trinn.person_name(c.interviewer_id))
	where c.interviewer_id is not null),
'answeredBy', c.answered_by, 'sessionId', c.session_id::text, 'dimensions', c.dimensions,
'digitalStrategyWritten', c.digital_strategy_written, 'greenStrategyWritten', c.green_strategy_written,
'state', c.state, 'changes', {assessment_changes}
-- end

-- document: assessment(assessment_id int8)
select c.version::text as etag, json_build_object({assessment_head}, 'answers', c.answers)::text as document
from trinn.assessments c where c.county_id = (select trinn.caller_county()) and c.id = :assessment_id;

-- query: list_assessments(enrolment_id int8, after int8?, limit int8) @read
-- See list_contacts.
{list_by_id} from (select c.id as key,
	json_build_object({assessment_head}) as item
	from (select * from trinn.assessments where county_id = (select trinn.caller_county())
		and enrolment_id = :enrolment_id and id < {last_key}
		order by id desc limit :limit + 1) c) p
having count(*) > 0 or exists (select from trinn.enrolments e
	where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id);

-- query: insert_assessment(id int8, enrolment_id int8, content json) @write
-- Interviewed by the hub's person, or answered by the firm alone.
insert into trinn.assessments (id, county_id, enrolment_id, round, instrument_id, phase, held_on, interviewer_id, answered_by,
	session_id, answers, dimensions)
select :id, e.county_id, e.id, e.round, (c->>'instrumentId')::bigint, c->>'phase', (c->>'heldOn')::date,
	case when trinn.caller_kind() = 'hub' then trinn.caller_person() end, c->>'answeredBy',
	(c->>'sessionId')::bigint, '[]',
	'{"digital": null, "green": null, "organisation": null, "strategy": null}'
from trinn.enrolments e, (select :content::json as c) t
where e.county_id = trinn.caller_county() and e.id = :enrolment_id;

-- part: interview_facts
-- Of session s, that an assessment of firm w is made in, and the days it is held against.
'days', trinn.days_of(w.enrolment_id),
'session', (select json_build_object('state', s.state, 'isWithFirm', s.kind = 'interview' and s.firm_id = w.firm_id,
		'heldOn', (s.starts_at at time zone 'Europe/Oslo')::date)
	from trinn.sessions s where s.county_id = w.county_id and s.hub_id = trinn.caller_org() and s.id = w.session_id)
-- end

-- query: load_assessment(assessment_id int8, content json) @read
-- With the session that it names, or with content names.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', c.state,
	'enrolmentId', c.enrolment_id, 'hubId', c.hub_id, 'firmId', c.firm_id, 'hasInterviewer', c.interviewer_id is not null,
	'isHandedOver', c.handed_to is not null, 'phase', c.phase, 'heldOn', c.held_on, 'sessionId', c.session_id::text, {interview_facts},
	'nAnswers', json_array_length(c.answers),
	'isInterview', (select i.kind = 'interview' from trinn.instruments i where i.id = c.instrument_id),
	'nJudged', (select count(*) from json_each_text(c.dimensions) d where d.value is not null),
	'questions', coalesce((select json_agg(json_build_object('id', q->>'id', 'kind', q->>'kind', 'written', q->>'written', 'options',
			coalesce((select json_agg(v->'id') from json_array_elements(q->'options') v), '[]')))
		from trinn.instruments i, json_array_elements(i.questions) q where i.id = c.instrument_id), '[]')
)::text, c.version,
	json_build_array(json_build_array('enrolment', c.enrolment_id, trinn.guard_version('enrolment', c.enrolment_id), true))::text
from trinn.assessments c, lateral (select c.county_id, c.firm_id, c.enrolment_id,
	case when :content is null then c.session_id else (:content->>'sessionId')::bigint end as session_id) w
where c.county_id = (select trinn.caller_county()) and c.id = :assessment_id;

-- query: save_assessment(assessment_id int8, version int8, content json) @write
with changed as (
	update trinn.assessments set held_on = (c->>'heldOn')::date, answered_by = c->>'answeredBy',
		session_id = (c->>'sessionId')::bigint, answers = c->'answers',
		dimensions = json_build_object('digital', c->'dimensions'->'digital', 'green', c->'dimensions'->'green',
			'organisation', c->'dimensions'->'organisation', 'strategy', c->'dimensions'->'strategy'),
		digital_strategy_written = (c->>'digitalStrategyWritten')::boolean,
		green_strategy_written = (c->>'greenStrategyWritten')::boolean, version = version + 1
	from (select :content::json as c) t
	where county_id = trinn.caller_county() and id = :assessment_id and version = :version and state = 'draft'
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_assessment');

-- query: finish_assessment(assessment_id int8, version int8) @write
-- An interview makes a prospect assessed: see trinn.note_assessed().
with changed as (
	update trinn.assessments set state = 'final', version = version + 1
	where county_id = trinn.caller_county() and id = :assessment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'finish_assessment');

-- query: discard_assessment(assessment_id int8, version int8) @write
with changed as (
	update trinn.assessments set state = 'discarded', version = version + 1
	where county_id = trinn.caller_county() and id = :assessment_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'discard_assessment');
