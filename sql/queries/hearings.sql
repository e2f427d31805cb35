-- part: hearing_head
'id', h.id::text, 'number', h.number, 'kind', h.kind, 'state', h.state, 'isLapsed', h.state = 'raised' and not trinn.waits_for_party(h),
'answerBy', h.answer_by, 'raisedAt', h.raised_at
-- end

-- part: hearing_decided
-- Whether the caller reads a decision that was made after hearing h was raised.
exists (select from trinn.decisions d where d.county_id = h.county_id and d.application_id = h.application_id
	and d.number > h.after_decision and d.released_at is not null)
-- end

-- document: hearing(hearing_id int8)
-- The party reads how it was weighed with the decision (fvl. §§ 18 a, 25).
select h.version::text as etag, json_build_object({hearing_head}, 'applicationId', h.application_id::text, 'told', h.told,
	'source', h.source, 'documentId', h.document_id::text, 'raisedBy', trinn.person_name(h.raised_by),
	'exemption', (select json_build_object('ground', g.ground, 'basis', g.basis, 'name', json_build_object('nb', g.nb, 'en', g.en),
		'reason', h.ground_reason) from trinn.hearing_grounds g where g.kind = h.kind and g.ground = h.ground),
	'comment', h.comment, 'answeredBy', trinn.person_name(h.answered_by), 'answeredAt', h.answered_at,
	'weighing', case when trinn.caller_kind() = 'county' or {hearing_decided} then h.weighing end)::text as document
from trinn.hearings h where h.county_id = (select trinn.caller_county()) and h.id = :hearing_id;

-- query: list_hearings(application_id int8) @read
select (select json_agg(json_build_object({hearing_head}) order by h.number)
	from trinn.hearings h where h.county_id = a.county_id and h.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- part: hearings_of_decision
-- Of decision d: what the party said before it, and how that was weighed.
coalesce((select json_agg(json_build_object('id', h.id::text, 'told', h.told, 'comment', h.comment, 'weighing', h.weighing) order by h.number)
	from trinn.hearings h where h.county_id = d.county_id and h.application_id = d.application_id and h.state = 'weighed'
		and h.after_decision = d.number - 1), '[]')
-- end

-- part: unheard
-- Of application a, those that keep it from being recommended or decided: heard.h.
coalesce((select json_agg(json_build_object('number', h.number, 'answerBy', h.answer_by, 'isAnswered', h.state = 'commented',
		'isUnposted', trinn.is_unposted(h)) order by h.number)
	from trinn.hearings h where h.county_id = a.county_id and h.application_id = a.id
		and (trinn.waits_for_party(h) or h.state = 'commented')), '[]')
-- end

-- query: load_new_hearing(application_id int8, whole bool, tells bool, kind text, ground text, document_id int8?) @read
select (({application_facts})::jsonb || jsonb_build_object('hearing', jsonb_build_object(
		'id', nextval('trinn.hearings_id_seq'), 'days', trinn.county_figure('hearing.days', 7),
		'isGround', exists (select from trinn.hearing_grounds g where g.kind = :kind and g.ground = :ground),
		'document', (select d.state from trinn.documents d where d.county_id = a.county_id and d.application_id = a.id
			and d.id = :document_id and d.access = 'party'))))::text, a.version, {application_guards}::text
from trinn.applications a {application_joined}
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_hearing(id int8, application_id int8, kind text, told text, source text, document_id int8?, answer_by date, ground text, ground_reason text) @write
with made as (
	insert into trinn.hearings (id, county_id, applicant_id, application_id, number, kind, state, told, source, document_id, answer_by,
		ground, ground_reason, after_decision, raised_by)
	select :id, a.county_id, a.applicant_id, a.id, 1 + (select count(*) from trinn.hearings h
			where h.county_id = a.county_id and h.application_id = a.id),
		:kind, case when :ground is null then 'raised' else 'exempt' end, :told, :source, :document_id, :answer_by, :ground, :ground_reason,
		(select count(*) from trinn.decisions d where d.county_id = a.county_id and d.application_id = a.id), trinn.caller_person()
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_hearing');

-- query: load_hearing(hearing_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'state', h.state, 'applicationId', h.application_id,
	'applicantId', h.applicant_id, 'answerBy', h.answer_by, 'isDecided', {hearing_decided}
)::text, h.version, json_build_array(json_build_array('application', h.application_id, g.version, true))::text
from trinn.hearings h
	join trinn.guards g on g.county_id = h.county_id and g.kind = 'application' and g.id = h.application_id
where h.county_id = (select trinn.caller_county()) and h.id = :hearing_id;

-- query: answer_hearing(hearing_id int8, version int8, comment text) @write
-- What was said before stands, and how it was weighed does not.
with changed as (
	update trinn.hearings set state = 'commented', comment = concat_ws(e'\n\n', comment, :comment), answered_by = trinn.caller_person(),
		answered_at = now(), weighing = null, weighed_by = null, weighed_at = null, version = version + 1
	where county_id = trinn.caller_county() and id = :hearing_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'answer_hearing');

-- query: extend_hearing(hearing_id int8, answer_by date) @write
-- Of a party that has nobody here: it has its days from when it had the letter.
with changed as (
	update trinn.hearings set answer_by = :answer_by, version = version + 1
	where county_id = trinn.caller_county() and id = :hearing_id and state = 'raised' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'extend_hearing');

-- query: weigh_hearing(hearing_id int8, version int8, weighing text) @write
with changed as (
	update trinn.hearings set state = 'weighed', weighing = :weighing, weighed_by = trinn.caller_person(), weighed_at = now(),
		version = version + 1
	where county_id = trinn.caller_county() and id = :hearing_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'weigh_hearing');

-- query: withdraw_hearing(hearing_id int8, version int8) @write
with changed as (
	update trinn.hearings set state = 'withdrawn', version = version + 1
	where county_id = trinn.caller_county() and id = :hearing_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'withdraw_hearing');

-- part: hearing_tasks
-- The party comments until the day; then the comment is for whoever has the case to weigh, or anybody if nobody has.
select case h.state when 'raised' then 'answerHearing' else 'weighHearing' end, '/v1/hearings/' || h.id,
	(coalesce(h.answered_at, h.raised_at) at time zone 'Europe/Oslo')::date, case c.applicant_kind when 'hub' then c.applicant_id end,
	case c.applicant_kind when 'firm' then c.applicant_id end, case h.state when 'raised' then h.answer_by end, null::bigint,
	c.case_number, null::int
from trinn.hearings h join trinn.applications c on c.county_id = h.county_id and c.id = h.application_id
where h.county_id = (select trinn.caller_county()) and case h.state
	when 'raised' then (select trinn.caller_kind()) in ('hub', 'firm') and h.applicant_id = (select trinn.caller_org())
		and h.answer_by >= trinn.today() and not {hearing_decided}
	when 'commented' then (select trinn.caller_role()) = 'caseworker' and (c.caseworker_id is null or {is_ones_case}) end
-- end
