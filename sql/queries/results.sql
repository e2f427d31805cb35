-- part: standing_measurements
-- Those that were not corrected.
(select * from trinn.measurements m where not exists (select from trinn.measurements k
	where k.county_id = m.county_id and k.corrects = m.id))
-- end

-- part: measurement_json
json_build_object('months', m.months, 'onDay', m.on_day, 'effectOre', m.effect_ore, 'effectBasisPoints', m.effect_bp,
	'unit', m.unit, 'how', m.how, 'reason', m.reason)
-- end

-- part: result_head
'id', t.id::text, 'enrolmentId', t.enrolment_id::text,
'hub', (select {party} from trinn.organisations o where o.id = t.hub_id),
'firm', (select {party} from trinn.organisations o where o.id = t.firm_id),
'stage', t.stage, 'found', t.found, 'done', t.done, 'costOre', t.cost_ore, 'currency', 'NOK', 'theme', t.theme,
'measurements', coalesce((select json_agg({measurement_json} order by m.months)
	from {standing_measurements} m where m.county_id = t.county_id and m.result_id = t.id), '[]'),
'formerMeasurements', coalesce((select json_agg({measurement_json} order by m.id)
	from trinn.measurements m join trinn.measurements k on k.county_id = m.county_id and k.corrects = m.id
	where m.county_id = t.county_id and m.result_id = t.id), '[]'),
'story', case when t.story is not null then json_build_object('text', t.story, 'consentBy', t.story_consent_by,
	'consentOn', t.story_consent_on) end
-- end

-- document: result(result_id int8)
select t.version::text as etag, json_build_object({result_head})::text as document
from trinn.results t
where t.county_id = (select trinn.caller_county()) and t.id = :result_id;

-- part: results_wanted
county_id = (select trinn.caller_county()) and id < {last_key} and (:hub_id is null or hub_id = :hub_id)
and (:programme_id is null or exists (select from trinn.enrolments e where e.county_id = (select trinn.caller_county())
	and e.id = enrolment_id and e.programme_id in ({programmes_under})))
and (:theme is null or theme in (:theme, 'both'))
and (:measured is null or (:measured = 'true') = exists (select from trinn.measurements m
	where m.county_id = t.county_id and m.result_id = t.id))
order by id desc limit :limit + 1
-- end

-- query: list_results(enrolment_id int8?, programme_id int8?, hub_id int8?, orgnr text, theme text, measured text,
--   after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select t.id as key,
	json_build_object({result_head}) as item
	from (
		(select * from trinn.results t where :enrolment_id is null and {of_firms} and {of_hubs} and {results_wanted})
		union all
		(select * from trinn.results t where :enrolment_id is null and {of_firms} and {of_one_hub}
			and {results_wanted})
		union all
		(select * from trinn.results t where :enrolment_id is null and {of_one_firm} and {results_wanted})
		union all
		(select * from trinn.results t where enrolment_id = :enrolment_id and {results_wanted})
	) t) p;

-- query: list_stories(after int8?, limit int8) @read
-- Of firms that let theirs be told.
{list_by_id} from (select t.result_id as key,
	json_build_object('id', t.result_id::text, 'text', t.story,
		'firm', (select {party} from trinn.organisations o where o.id = t.told_by)) as item
	from trinn.stories_told({last_key}, :limit + 1) t) p;

-- query: load_new_result(enrolment_id int8) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.results_id_seq'),
	'enrolmentId', e.id, 'firmId', e.firm_id,
	'stages', (select json_agg(s.number order by s.number) from trinn.stages s where s.county_id = e.county_id
		and s.programme_id = e.programme_id and s.programme_version = e.programme_version),
	'entered', coalesce((select json_agg(n order by n) from trinn.stages_entered(e.id) n), '[]'))::text,
	null::bigint, json_build_array(json_build_array('enrolment', e.id, trinn.guard_version('enrolment', e.id), true))::text
from trinn.enrolments e where e.county_id = (select trinn.caller_county()) and e.id = :enrolment_id;

-- query: insert_result(id int8, enrolment_id int8, stage int4, found text, done text, cost_ore int8?, theme text) @write
insert into trinn.results (id, county_id, enrolment_id, stage, found, done, cost_ore, theme)
values (:id, trinn.caller_county(), :enrolment_id, :stage, :found, :done, :cost_ore, :theme);

-- query: load_result(result_id int8) @read
-- What every command on a result is decided on. Whom the hub begins to register late may have been measured before its
-- stage began, and not before the hub followed it.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', t.id,
	'enrolmentId', t.enrolment_id, 'firmId', t.firm_id, 'story', t.story, 'consentedOn', greatest(t.story_consent_on, t.story_withdrawn_on),
	'since', (select min(s.at at time zone 'Europe/Oslo')::date from trinn.enrolment_steps s
		where s.county_id = t.county_id and s.enrolment_id = t.enrolment_id),
	'measured', coalesce((select json_agg(json_build_object('months', m.months, 'onDay', m.on_day, 'unit', m.unit,
			'isInMoney', m.effect_ore is not null) order by m.months)
		from {standing_measurements} m where m.county_id = t.county_id and m.result_id = t.id), '[]')
)::text, t.version, json_build_array(json_build_array('enrolment', t.enrolment_id, trinn.guard_version('enrolment', t.enrolment_id), true))::text
from trinn.results t where t.county_id = (select trinn.caller_county()) and t.id = :result_id;

-- query: revise_result(result_id int8, version int8, found text, done text, cost_ore int8?, theme text) @write
with changed as (
	update trinn.results set found = :found, done = :done, cost_ore = :cost_ore, theme = :theme, version = version + 1
	where county_id = trinn.caller_county() and id = :result_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'revise_result');

-- query: touch_result(result_id int8, version int8) @write
with changed as (
	update trinn.results set version = version + 1
	where county_id = trinn.caller_county() and id = :result_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_result');

-- query: insert_measurement(result_id int8, months int4, on_day date, effect_ore int8?, effect_bp int4?, unit text, how text, reason text) @write
insert into trinn.measurements (county_id, result_id, hub_id, firm_id, months, on_day, effect_ore, effect_bp, unit, how,
	corrects, reason)
select t.county_id, t.id, t.hub_id, t.firm_id, :months, :on_day, :effect_ore, :effect_bp, :unit, :how,
	(select m.id from {standing_measurements} m where m.county_id = t.county_id and m.result_id = t.id and m.months = :months),
	:reason
from trinn.results t where t.county_id = trinn.caller_county() and t.id = :result_id;

-- query: tell_story(result_id int8, version int8, story text, consent_by text, consent_on date) @write
-- All three are NULL where it is no longer to be told.
with changed as (
	update trinn.results set story = :story, story_consent_by = :consent_by, story_consent_on = :consent_on,
		story_withdrawn_on = case when :story is null then trinn.today() else story_withdrawn_on end, version = version + 1
	where county_id = trinn.caller_county() and id = :result_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'tell_story');
