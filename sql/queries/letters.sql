-- part: letter
'id', l.id::text, 'applicationId', l.application_id::text, 'kind', l.kind, 'decisionId', l.decision_id::text,
	'grantId', l.grant_id::text, 'amendmentId', l.amendment_id::text, 'hearingId', l.hearing_id::text, 'messageId', l.message_id::text, 'applicationPartnerId', l.partner_id::text,
'appealId', (select p.appeal_id::text from trinn.appeal_proposals p where p.county_id = l.county_id and p.id = l.proposal_id),
'language', l.language, 'state', l.state, 'askedBy', trinn.person_name(l.asked_by), 'askedAt', l.asked_at,
'madeAt', l.made_at, 'documentId', l.document_id::text, 'title', d.title, 'sizeBytes', d.size_bytes, 'sha256', d.sha256,
'failure', case when l.state = 'waiting' and f.letter_id is not null then json_build_object('attempts', f.attempts,
	'why', f.why, 'failedAt', f.failed_at, 'nextAt', f.next_at) end,
'mailings', coalesce((select json_agg(json_build_object('organisation', case when o.id is not null then {party} end,
		'state', m.state, 'dueOn', trinn.mailing_due(m), 'how', m.how, 'onDay', m.on_day, 'notedBy', trinn.person_name(m.noted_by), 'notedAt', m.noted_at)
		order by m.id)
	from trinn.mailings m left join trinn.organisations o on o.id = m.organisation_id
	where m.county_id = l.county_id and m.letter_id = l.id), '[]')
-- end

-- part: with_file
-- Its file, and to who works on cases at the county what went wrong with it.
left join trinn.documents d on d.county_id = l.county_id and d.id = l.document_id
left join trinn.letter_failures f on f.county_id = l.county_id and f.letter_id = l.id
-- end

-- document: letter(letter_id int8)
select l.version::text as etag, json_build_object({letter})::text as document
from trinn.letters l {with_file}
where l.county_id = (select trinn.caller_county()) and l.id = :letter_id;

-- query: list_application_letters(application_id int8) @read
-- No row if there is no such application.
select (select json_agg(json_build_object({letter}) order by l.id desc)
	from trinn.letters l {with_file}
	where l.county_id = a.county_id and l.application_id = a.id)::text, null::text
from trinn.applications a where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: list_letters(state text, after int8?, limit int8) @read
{list_by_id} from (select l.id as key, json_build_object({letter}) as item
	from (select * from trinn.letters where county_id = (select trinn.caller_county())
		and (:state is null or state = :state) and id < {last_key}
		order by id desc limit :limit + 1) l {with_file}) p;

-- part: mailings
-- Of application a: letters that wait to be posted, to whom.
coalesce((select json_agg(json_build_object('id', m.id, 'letterId', l.id, 'decisionId', coalesce(l.decision_id, 0), 'orgnr', coalesce(o.orgnr, ''),
		'isApplicant', coalesce(m.organisation_id = a.applicant_id, true), 'beginsAppeal', trinn.begins_appeal(l), 'queuedOn', (m.queued_at at time zone 'Europe/Oslo')::date,
		'hearing', (select json_build_object('id', h.id, 'answerBy', h.answer_by, 'days', trinn.county_figure('hearing.days', 7))
			from trinn.hearings h where h.county_id = l.county_id and h.id = l.hearing_id and h.state = 'raised'),
		'partner', (select json_build_object('id', p.id, 'answerBy', p.answer_by, 'days', trinn.county_figure('hearing.days', 7))
			from trinn.application_partners p where p.county_id = l.county_id and p.id = l.partner_id and trinn.is_waited_for(p) and p.answer_by is not null)) order by m.id)
	from trinn.mailings m
		join trinn.letters l on l.county_id = m.county_id and l.id = m.letter_id
		left join trinn.organisations o on o.id = m.organisation_id
	where m.county_id = a.county_id and m.application_id = a.id and m.state = 'waiting'), '[]')
-- end

-- part: mailing_tasks
-- Of whoever has the case, or anybody if nobody has: letters to those who have nobody here.
select 'noteNotice', '/v1/applications/' || c.id, (min(m.queued_at) at time zone 'Europe/Oslo')::date,
	case c.applicant_kind when 'hub' then c.applicant_id end, case c.applicant_kind when 'firm' then c.applicant_id end,
	min(trinn.mailing_due(m)), null::bigint, c.case_number, null::int
from trinn.mailings m join trinn.applications c on c.county_id = m.county_id and c.id = m.application_id
where (select trinn.caller_role()) = 'caseworker' and m.county_id = (select trinn.caller_county()) and m.state = 'waiting'
	and (c.caseworker_id is null or {is_ones_case})
group by c.county_id, c.id
-- end

-- query: note_mailing(id int8, how text, on_day date) @write
with changed as (
	update trinn.mailings set state = 'noted', how = :how, on_day = :on_day, noted_by = trinn.caller_person(), noted_at = now()
	where county_id = trinn.caller_county() and id = :id and state = 'waiting' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'note_mailing');

-- query: begin_appeal(mailing_id int8, until date) @write
select trinn.begin_appeal(:mailing_id, :until);

-- query: extend_partner(mailing_id int8, answer_by date) @write
-- It had its letter then, so that it has its days to answer from that.
select trinn.extend_partner(:mailing_id, :answer_by);

-- query: offer_grant(decision_id int8, accept_by date) @write
-- What a decision grants that was posted: the time to accept runs.
with changed as (
	update trinn.grants set accept_by = :accept_by, version = version + 1
	where county_id = trinn.caller_county() and decision_id = :decision_id and accept_by is null and state = 'offered' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'offer_grant');

-- query: load_new_letter(application_id int8, letter_id int8, language text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.letters_id_seq'),
	'hasLetter', l.id is not null, 'isAsked', exists (select from trinn.letters t where t.county_id = l.county_id
		and t.application_id = l.application_id and t.kind = l.kind and trinn.told_id(t) = trinn.told_id(l) and t.language = :language)
)::text, null::bigint, json_build_array(json_build_array('application', a.id, g.version, true))::text
from trinn.applications a
	join trinn.guards g on g.county_id = a.county_id and g.kind = 'application' and g.id = a.id
	left join trinn.letters l on l.county_id = a.county_id and l.application_id = a.id and l.id = :letter_id
where a.county_id = (select trinn.caller_county()) and a.id = :application_id;

-- query: insert_letter(id int8, letter_id int8, language text) @write
-- The same as another, in another language.
with made as (
	insert into trinn.letters (id, county_id, applicant_id, application_id, kind, decision_id, proposal_id, preliminary_answer_id, grant_id,
		amendment_id, hearing_id, message_id, partner_id, language, asked_by)
	select :id, l.county_id, l.applicant_id, l.application_id, l.kind, l.decision_id, l.proposal_id, l.preliminary_answer_id, l.grant_id,
		l.amendment_id, l.hearing_id, l.message_id, l.partner_id, :language, trinn.caller_person()
	from trinn.letters l where l.county_id = trinn.caller_county() and l.id = :letter_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_letter');
