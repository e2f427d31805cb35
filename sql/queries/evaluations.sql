-- part: criterion
'id', k.id::text, 'code', k.code, 'edition', k.edition, 'kind', k.kind, 'title', k.title, 'guidance', k.guidance
-- end

-- document: criterion(criterion_id int8)
select k.version::text as etag, json_build_object({criterion}, 'state', k.state,
	'madeBy', {made_by}, 'madeAt', k.made_at)::text as document
from trinn.criteria k where k.county_id = (select trinn.caller_county()) and k.id = :criterion_id;

-- part: made_by
json_build_object('id', k.made_by::text, 'name', trinn.person_name(k.made_by))
-- end

-- query: list_criteria(kind text, state text, after int8?, limit int8) @read
{list_by_id} from (select k.id as key,
	json_build_object({criterion}, 'state', k.state, 'madeBy', {made_by}, 'madeAt', k.made_at) as item
	from (select * from trinn.criteria where county_id = (select trinn.caller_county())
		and (:kind is null or kind = :kind) and (:state is null or state = :state)
		and id < {last_key}
		order by id desc limit :limit + 1) k) p;

-- query: load_new_criterion(code text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.criteria_id_seq'),
	'edition', 1 + coalesce((select max(k.edition) from trinn.criteria k
		where k.county_id = trinn.caller_county() and k.code = :code), 0),
	'kind', (select k.kind from trinn.criteria k where k.county_id = trinn.caller_county() and k.code = :code limit 1),
	'state', 'active')::text, null::bigint, '[]';

-- query: insert_criterion(id int8, code text, edition int4, kind text, title json, guidance json) @write
insert into trinn.criteria (id, county_id, code, edition, kind, title, guidance, made_by)
values (:id, trinn.caller_county(), :code, :edition, :kind, :title, :guidance, trinn.caller_person());

-- query: load_criterion(criterion_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', k.id, 'edition', k.edition, 'state', k.state)::text, k.version,
	json_build_array(json_build_array('criterion', k.id, trinn.guard_version('criterion', k.id), true))::text
from trinn.criteria k where k.county_id = (select trinn.caller_county()) and k.id = :criterion_id;

-- query: retire_criterion(criterion_id int8, version int8) @write
with changed as (
	update trinn.criteria set state = 'retired', version = version + 1
	where county_id = trinn.caller_county() and id = :criterion_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'retire_criterion');

-- part: weighed_criteria
-- The criteria of quality that call c weighs, in its order.
coalesce((select json_agg(json_build_object({criterion}, 'weightBasisPoints', x."weightBasisPoints", 'minimum', x.minimum)
		order by x.n)
	from rows from (json_to_recordset(c.evaluation->'criteria') as ("criterionId" bigint, "weightBasisPoints" int, minimum int))
			with ordinality as x("criterionId", "weightBasisPoints", minimum, n)
		join trinn.criteria k on k.county_id = c.county_id and k.id = x."criterionId"), '[]')
-- end

-- part: call_requirements
coalesce((select json_agg(json_build_object({criterion}) order by x.n)
	from json_array_elements_text(c.evaluation->'requirements') with ordinality as x(id, n)
		join trinn.criteria k on k.county_id = c.county_id and k.id = x.id::bigint), '[]')
-- end

-- part: call_evaluation
case when c.evaluation is not null then json_build_object('scale', (c.evaluation->>'scale')::int,
	'assessors', (c.evaluation->>'assessors')::int, 'requirements', {call_requirements}, 'criteria', {weighed_criteria}) end
-- end

-- query: load_call_evaluation(call_id int8, criteria int8[]) @read
-- Of the criteria named, those that there are.
select json_build_object('caller', trinn.caller_facts(), 'id', c.id, 'state', c.state,
	'criteria', coalesce((select json_agg(json_build_object('id', k.id, 'code', k.code, 'kind', k.kind, 'isActive', k.state = 'active'))
		from trinn.criteria k where k.county_id = c.county_id and k.id = any (:criteria)), '[]'))::text, c.version,
	json_build_array(json_build_array('call', c.id, trinn.guard_version('call', c.id), true))::text
from trinn.calls c where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: save_call_evaluation(call_id int8, version int8, evaluation json) @write
with changed as (
	update trinn.calls set evaluation = :evaluation, version = version + 1
	where county_id = trinn.caller_county() and id = :call_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'save_call_evaluation');

-- part: evaluated_application
json_build_object('id', a.id::text, 'caseNumber', a.case_number, 'title', a.title, 'state', a.state, 'applicant', a.applicant)
-- end

-- part: evaluation_head
'id', e.id::text, 'application', {evaluated_application}, 'callId', e.call_id::text, 'number', e.number, 'state', e.state,
'checkedAt', e.checked_at
-- end

-- document: evaluation(evaluation_id int8)
-- What of it is the reader's: row-level security leaves out scores that are hidden, and all but the outcome to the applicant.
-- One that is void tells its last consolidation.
select e.version::text as etag, json_build_object({evaluation_head},
	'scale', (c.evaluation->>'scale')::int, 'criteria', {weighed_criteria},
	'requirements', coalesce((select json_agg(json_build_object({criterion}, 'isMet', x."isMet", 'grounds', x.grounds) order by x.n)
		from rows from (json_to_recordset(e.requirements) as ("criterionId" bigint, "isMet" boolean, grounds text))
				with ordinality as x("criterionId", "isMet", grounds, n)
			join trinn.criteria k on k.county_id = e.county_id and k.id = x."criterionId"), '[]'),
	'checkedBy', json_build_object('id', e.checked_by::text, 'name', trinn.person_name(e.checked_by)),
	'assessors', coalesce((select json_agg(json_build_object(
			'person', json_build_object('id', s.person_id::text, 'name', trinn.person_name(s.person_id)),
			'state', s.state, 'releaseReason', s.release_reason) order by s.named_at, s.person_id)
		from trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'),
	'sheets', coalesce((select json_agg(json_build_object(
			'person', json_build_object('id', s.scored_by::text, 'name', trinn.person_name(s.scored_by)),
			'scores', s.scores, 'totalBasisPoints', s.total_bp, 'scoredAt', s.scored_at) order by s.scored_by)
		from trinn.score_sheets s where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'),
	'consolidation', (select json_build_object('scores', k.scores, 'totalBasisPoints', k.total_bp,
			'isBelowMinimum', k.is_below_minimum, 'grounds', k.grounds, 'madeBy', {made_by}, 'madeAt', k.made_at)
		from trinn.consolidations k where k.county_id = e.county_id and k.id = case e.state
			when 'void' then (select max(t.id) from trinn.consolidations t where t.county_id = e.county_id and t.evaluation_id = e.id)
			else e.consolidation_id end))::text as document
from trinn.evaluations e
	join trinn.applications a on a.county_id = e.county_id and a.id = e.application_id
	join trinn.calls c on c.county_id = e.county_id and c.id = e.call_id
where e.county_id = (select trinn.caller_county()) and e.id = :evaluation_id;

-- query: list_evaluations(application_id int8?, call_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select e.id as key,
	json_build_object({evaluation_head}) as item
	from (select * from trinn.evaluations where county_id = (select trinn.caller_county())
		and ((select trinn.caller_role()) <> 'steering_member' or application_id = any (array(select trinn.shown_applications())))
		and (:application_id is null or application_id = :application_id) and (:call_id is null or call_id = :call_id)
		and (:state is null or state = :state) and id < {last_key}
		order by id desc limit :limit + 1) e
		join trinn.applications a on a.county_id = e.county_id and a.id = e.application_id) p;

-- part: ranked
-- The consolidated applications of a call whose evaluations the caller may read, ranked among all of them: see trinn.ranking().
trinn.ranking(:call_id) r
	join trinn.evaluations e on e.county_id = trinn.caller_county() and e.id = r.evaluation_id
	join trinn.applications a on a.county_id = trinn.caller_county() and a.id = r.application_id
-- end

-- query: list_ranking(call_id int8, after text, limit int8) @read
-- No row if there is no such call.
select p.items, p.next from trinn.calls c, lateral (
	select json_agg(q.item order by q.n) filter (where q.n <= :limit)::text as items,
		max(q.key) filter (where q.n = :limit and q.more) as next
	from (select row_number() over (order by r.rank, r.application_id) as n,
			lead(1) over (order by r.rank, r.application_id) is not null as more, r.rank || '|' || r.application_id as key,
			json_build_object('rank', r.rank, 'totalBasisPoints', r.total_bp, 'isBelowMinimum', r.is_below_minimum,
				'evaluationId', r.evaluation_id::text, 'appliedOre', a.applied_ore, 'application', {evaluated_application}) as item
		from {ranked}
		where (r.rank, r.application_id) > (case when :after is null then 0 else split_part(:after, '|', 1)::bigint end,
			case when :after is null then 0 else split_part(:after, '|', 2)::bigint end)
		order by r.rank, r.application_id limit :limit + 1) q) p
where c.county_id = (select trinn.caller_county()) and c.id = :call_id;

-- query: void_evaluation(application_id int8) @write
-- The one before, if there is one.
update trinn.evaluations set state = 'void', consolidation_id = null, version = version + 1
where county_id = trinn.caller_county() and application_id = :application_id and state <> 'void';

-- query: insert_evaluation(id int8, application_id int8, state text, requirements json) @write
with made as (
	insert into trinn.evaluations (id, county_id, applicant_id, application_id, call_id, number, state, requirements, checked_by)
	select :id, a.county_id, a.applicant_id, a.id, a.call_id,
		1 + (select count(*) from trinn.evaluations e where e.county_id = a.county_id and e.application_id = a.id),
		:state, :requirements, trinn.caller_person()
	from trinn.applications a where a.county_id = trinn.caller_county() and a.id = :application_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_evaluation');

-- query: load_evaluation(evaluation_id int8, person_id int8?) @read
-- What every command on an evaluation is decided on, about a person where one is named.
select json_build_object('caller', trinn.caller_facts(), 'id', e.id, 'state', e.state,
	'application', json_build_object('id', a.id, 'state', a.state, 'caseworkerId', trinn.handled_by(a.caseworker_id), 'caseworker', a.caseworker,
		'callerApplied', trinn.has_applied(a.county_id, a.id, trinn.caller_person())),
	'wasOpened', e.opened_at is not null,
	'scale', coalesce((c.evaluation->>'scale')::int, 1), 'assessorsNeeded', coalesce((c.evaluation->>'assessors')::int, 1),
	'criteria', coalesce((select json_agg(json_build_object('id', x."criterionId", 'weightBp', x."weightBasisPoints",
			'minimum', x.minimum))
		from json_to_recordset(c.evaluation->'criteria') as x("criterionId" bigint, "weightBasisPoints" int, minimum int)), '[]'),
	'assessors', coalesce((select json_agg(json_build_object('personId', s.person_id, 'name', trinn.person_name(s.person_id),
			'state', s.state, 'isQuestioned', trinn.is_questioned(s.person_id, a.id)) order by s.named_at, s.person_id)
		from trinn.assessors s where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'),
	'given', coalesce((select json_agg(json_build_object('criterionId', x."criterionId", 'score', x.score))
		from trinn.score_sheets s join trinn.assessors m on m.county_id = s.county_id and m.evaluation_id = s.evaluation_id
				and m.person_id = s.scored_by and m.state = 'scored',
			json_to_recordset(s.scores) as x("criterionId" bigint, score int)
		where s.county_id = e.county_id and s.evaluation_id = e.id), '[]'),
	'candidate', (select json_build_object('name', trinn.person_name(n.id), 'mayAssess', trinn.may_assess(n.id),
			'applied', trinn.has_applied(a.county_id, a.id, n.id),
			'isQuestioned', trinn.is_questioned(n.id, a.id), 'couldReadScores', trinn.could_read_scores(e.id, n.id))
		from trinn.persons n where n.id = :person_id),
	'consolidationId', case when :person_id is null then nextval('trinn.consolidations_id_seq') else 0 end)::text, e.version,
	json_build_array(json_build_array('application', a.id, trinn.guard_version('application', a.id), true))::text
from trinn.evaluations e
	join trinn.applications a on a.county_id = e.county_id and a.id = e.application_id
	join trinn.calls c on c.county_id = e.county_id and c.id = e.call_id
where e.county_id = (select trinn.caller_county()) and e.id = :evaluation_id;

-- query: move_evaluation(evaluation_id int8, version int8, state text) @write
with changed as (
	update trinn.evaluations set state = :state, consolidation_id = null, version = version + 1
	where county_id = trinn.caller_county() and id = :evaluation_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_evaluation');

-- query: insert_assessor(evaluation_id int8, person_id int8) @write
with made as (
	insert into trinn.assessors (county_id, applicant_id, application_id, evaluation_id, person_id, named_by)
	select e.county_id, e.applicant_id, e.application_id, e.id, :person_id, trinn.caller_person()
	from trinn.evaluations e where e.county_id = trinn.caller_county() and e.id = :evaluation_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_assessor');

-- query: release_assessor(evaluation_id int8, person_id int8, reason text) @write
with changed as (
	update trinn.assessors set state = 'released', released_by = trinn.caller_person(), release_reason = :reason
	where county_id = trinn.caller_county() and evaluation_id = :evaluation_id and person_id = :person_id returning 1
) select trinn.exactly(1, (select count(*) from changed), 'release_assessor');

-- query: save_scores(evaluation_id int8, scores json, total_bp int4) @write
with saved as (
	insert into trinn.score_sheets (county_id, applicant_id, application_id, evaluation_id, scored_by, scores, total_bp)
	select e.county_id, e.applicant_id, e.application_id, e.id, trinn.caller_person(), :scores, :total_bp
	from trinn.evaluations e where e.county_id = trinn.caller_county() and e.id = :evaluation_id
	on conflict (county_id, evaluation_id, scored_by) do update
		set scores = excluded.scores, total_bp = excluded.total_bp, scored_at = now()
	returning 1
), changed as (
	update trinn.assessors set state = 'scored'
	where county_id = trinn.caller_county() and evaluation_id = :evaluation_id and person_id = trinn.caller_person() returning 1
) select trinn.exactly(2, (select count(*) from saved) + (select count(*) from changed), 'save_scores');

-- query: insert_consolidation(id int8, evaluation_id int8, version int8, scores json, total_bp int4, is_below_minimum bool, grounds text) @write
with made as (
	insert into trinn.consolidations (id, county_id, applicant_id, application_id, evaluation_id, scores, total_bp,
		is_below_minimum, grounds, made_by)
	select :id, e.county_id, e.applicant_id, e.application_id, e.id, :scores, :total_bp, :is_below_minimum, :grounds,
		trinn.caller_person()
	from trinn.evaluations e where e.county_id = trinn.caller_county() and e.id = :evaluation_id
	returning 1
), changed as (
	update trinn.evaluations set state = 'consolidated', consolidation_id = :id, version = version + 1
	where county_id = trinn.caller_county() and id = :evaluation_id and version = :version returning 1
) select trinn.exactly(2, (select count(*) from made) + (select count(*) from changed), 'insert_consolidation');
