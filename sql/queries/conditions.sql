-- part: condition_head
'id', t.id::text, 'number', t.number, 'kind', t.kind, 'text', t.text, 'dueOn', t.due_on, 'state', t.state
-- end

-- part: conditions_of_decision
-- Of decision d.
coalesce((select json_agg(json_build_object({condition_head}) order by t.number) from trinn.decision_conditions t
	where t.county_id = d.county_id and t.application_id = d.application_id and trinn.is_asked_by(t, d)), '[]')
-- end

-- part: unmet_conditions
-- Of grant g, those that are neither met, waived nor lifted: conditions.h.
coalesce((select json_agg(json_build_object('number', t.number, 'text', t.text, 'holdsBack', k.holds_back,
		'isOverdue', coalesce(t.due_on < trinn.today(), false), 'isReported', t.state = 'reported') order by t.number)
	from trinn.decision_conditions t join trinn.condition_kinds k on k.kind = t.kind
	where t.county_id = g.county_id and t.application_id = g.application_id and t.state not in ('met', 'waived', 'lifted')), '[]')
-- end

-- document: condition(condition_id int8)
select t.version::text as etag, json_build_object({condition_head}, 'applicationId', t.application_id::text,
	'decisionId', t.decision_id::text, 'report', t.report, 'documentId', t.document_id::text,
	'reportedBy', trinn.person_name(t.reported_by), 'reportedAt', t.reported_at, 'returnReason', t.return_reason,
	'confirmedBy', trinn.person_name(t.confirmed_by), 'waiverReason', t.waiver_reason,
	'waiverAskedBy', trinn.person_name(t.waiver_asked_by), 'waivedBy', trinn.person_name(t.waived_by),
	'liftedBy', t.lifted_by::text)::text as document
from trinn.decision_conditions t where t.county_id = (select trinn.caller_county()) and t.id = :condition_id;

-- part: condition_row
-- Of condition t in the case a.
json_build_object({condition_head}, 'applicationId', a.id::text, 'caseNumber', a.case_number, 'title', a.title,
	'applicant', a.applicant, 'caseworkerId', a.caseworker_id::text, 'caseworker', a.caseworker)
-- end

-- part: its_case
join trinn.applications a on a.county_id = t.county_id and a.id = t.application_id
-- end

-- query: list_conditions(after int8?, limit int8) @read
{list_by_id} from (select t.id as key, {condition_row} as item
	from (select * from trinn.decision_conditions where county_id = (select trinn.caller_county()) and id < {last_key}
		order by id desc limit :limit + 1) t {its_case}) p;

-- query: list_conditions_in_state(state text, after int8?, limit int8) @read
-- By the index of states.
{list_by_id} from (select t.id as key, {condition_row} as item
	from (select * from trinn.decision_conditions where county_id = (select trinn.caller_county()) and state = :state and id < {last_key}
		order by id desc limit :limit + 1) t {its_case}) p;

-- part: conditions_in_hand
-- Of the open cases that somebody handles.
trinn.applications a join trinn.decision_conditions t on t.county_id = a.county_id and t.application_id = a.id
where a.county_id = (select trinn.caller_county()) and a.caseworker_id = {wanted_caseworker} and a.closed_on is null
-- end

-- query: list_conditions_handled(state text, caseworker text, after int8?, limit int8) @read
{list_by_id} from (select t.id as key, {condition_row} as item
	from {conditions_in_hand} and coalesce(:state is null or t.state = :state, false) and t.id < {last_key}
	order by t.id desc limit :limit + 1) p;

-- part: is_of_open_case
(select a.closed_on is null from trinn.applications a where a.county_id = t.county_id and a.id = t.application_id)
-- end

-- part: conditions_due
t.state not in ('met', 'waived', 'lifted') and t.due_on <= :due_by
and (t.due_on, t.id) > (case when :after is null then '-infinity' else split_part(:after, '|', 1)::date end,
	case when :after is null then 0 else split_part(:after, '|', 2)::bigint end)
and coalesce((:state is null or t.state = :state) and {is_of_open_case}, false)
order by t.due_on, t.id limit :limit + 1
-- end

-- part: page_of_due
-- Of those in listed, by their day.
select json_agg(p.item order by p.due_on, p.id) filter (where p.n <= :limit)::text as items,
	case when count(*) > :limit then max(p.due_on || '|' || p.id) filter (where p.n = :limit) end as next
from (select t.id, t.due_on, row_number() over (order by t.due_on, t.id) as n, {condition_row} as item from listed t {its_case}) p
-- end

-- query: list_conditions_due(due_by date, state text, after text, limit int8) @read
-- By the index of days. The case is asked for each in turn: joined, all are read before the first.
with listed as (select t.* from trinn.decision_conditions t where t.county_id = (select trinn.caller_county()) and {conditions_due})
{page_of_due};

-- query: list_conditions_due_in_hand(due_by date, state text, caseworker text, after text, limit int8) @read
with listed as (select t.* from {conditions_in_hand} and {conditions_due})
{page_of_due};

-- query: insert_conditions(decision_id int8, conditions json) @write
-- Numbered on through the case.
with made as (
	insert into trinn.decision_conditions (county_id, applicant_id, application_id, decision_id, number, kind, text, due_on)
	select d.county_id, d.applicant_id, d.application_id, d.id,
		n.line + coalesce((select max(b.number) from trinn.decision_conditions b
			where b.county_id = d.county_id and b.application_id = d.application_id), 0),
		n.c->>'kind', n.c->>'text', (n.c->>'dueOn')::date
	from trinn.decisions d, json_array_elements(:conditions) with ordinality n(c, line)
	where d.county_id = trinn.caller_county() and d.id = :decision_id
	returning 1
) select trinn.exactly(json_array_length(:conditions), (select count(*) from made), 'insert_conditions');

-- query: lift_conditions(decision_id int8, appeal_id int8) @write
-- Those that the answer in an appeal which made the decision lifts. That one was met or waived stands; that a waiver was asked for does not.
with lifted as (
	update trinn.decision_conditions c set state = 'lifted', lifted_by = t.decision_id,
		waiver_reason = case when c.waived_by is not null then c.waiver_reason end,
		waiver_asked_by = case when c.waived_by is not null then c.waiver_asked_by end,
		waiver_asked_at = case when c.waived_by is not null then c.waiver_asked_at end, version = c.version + 1
	from trinn.appeal_proposals t
	where t.county_id = trinn.caller_county() and t.appeal_id = :appeal_id and t.decision_id = :decision_id
		and c.county_id = t.county_id and c.application_id = t.application_id and c.number = any (t.lifts)
	returning 1
) select trinn.exactly((select cardinality(t.lifts) from trinn.appeal_proposals t where t.county_id = trinn.caller_county()
	and t.appeal_id = :appeal_id and t.decision_id = :decision_id), (select count(*) from lifted), 'lift_conditions');

-- query: load_condition(condition_id int8, document_id int8?) @read
-- What every command on a condition is decided on. Nobody is person 0.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'state', t.state,
	'releaseOn', (select d.release_on from trinn.decisions d where d.county_id = t.county_id and d.id = t.decision_id and d.released_at is null),
	'applicationId', t.application_id, 'applicantId', t.applicant_id, 'needsDocument', k.needs_document,
	'reportedBy', coalesce(t.reported_by, 0), 'waiverAskedBy', coalesce(t.waiver_asked_by, 0),
	'document', (select d.state from trinn.documents d where d.county_id = t.county_id and d.application_id = t.application_id
		and d.id = :document_id and d.access = 'party')
)::text, t.version, json_build_array(json_build_array('application', t.application_id, h.version, true))::text
from trinn.decision_conditions t
	join trinn.condition_kinds k on k.kind = t.kind
	join trinn.guards h on h.county_id = t.county_id and h.kind = 'application' and h.id = t.application_id
where t.county_id = (select trinn.caller_county()) and t.id = :condition_id;

-- query: report_condition(condition_id int8, version int8, report text, document_id int8?) @write
with changed as (
	update trinn.decision_conditions set state = 'reported', report = :report, document_id = :document_id,
		reported_by = trinn.caller_person(), reported_at = now(), return_reason = null, version = version + 1
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'report_condition');

-- query: confirm_condition(condition_id int8, version int8) @write
with changed as (
	update trinn.decision_conditions set state = 'met', met_at = now(), confirmed_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'confirm_condition');

-- query: return_condition(condition_id int8, version int8, reason text) @write
with changed as (
	update trinn.decision_conditions set state = 'open', return_reason = :reason, version = version + 1
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'return_condition');

-- query: ask_condition_waiver(condition_id int8, version int8, reason text) @write
with changed as (
	update trinn.decision_conditions set state = 'waiver_asked', waiver_reason = :reason,
		waiver_asked_by = trinn.caller_person(), waiver_asked_at = now(), version = version + 1
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'ask_condition_waiver');

-- query: waive_condition(condition_id int8, version int8) @write
with changed as (
	update trinn.decision_conditions set state = 'waived', met_at = now(), waived_by = trinn.caller_person(), version = version + 1
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'waive_condition');

-- query: refuse_condition_waiver(condition_id int8, version int8) @write
-- It stands as it did: what was reported waits for the county.
with changed as (
	update trinn.decision_conditions set waiver_reason = null, waiver_asked_by = null, waiver_asked_at = null, version = version + 1,
		state = case when reported_by is not null and return_reason is null then 'reported' else 'open' end
	where county_id = trinn.caller_county() and id = :condition_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'refuse_condition_waiver');
