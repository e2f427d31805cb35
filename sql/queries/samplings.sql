-- part: sampling_head
'id', c.id::text, 'programme', {named_programme}, 'hub', {party}, 'title', c.title,
'periodFrom', c.period_from, 'periodTo', c.period_to, 'state', c.state, 'drawnAt', c.drawn_at
-- end

-- document: sampling(sampling_id int8)
-- A firm finds its own case alone. The draw is the county's to make again, and so is what it found before others saw it.
select c.version::text as etag, json_build_object({sampling_head}, 'criteria', c.criteria,
	'drawnBy', trinn.person_name(c.made_by),
	'seed', case when (select trinn.caller_kind()) = 'county' then c.seed end,
	'population', case when (select trinn.caller_kind()) = 'county' then to_json(c.population::text[]) end,
	'cases', (select json_agg(json_build_object('number', t.number, 'enrolmentId', t.enrolment_id::text,
			'firm', json_build_object('id', f.id::text, 'orgnr', f.orgnr, 'name', f.name),
			'finding', t.finding, 'severity', t.severity, 'followUp', t.follow_up, 'followUpBy', t.follow_up_by,
			'answers', coalesce((select json_agg(json_build_object('answer', a.answer, 'doneOn', a.done_on,
					'answeredBy', trinn.person_name(a.answered_by), 'answeredOn', a.answered_on, 'state', a.state,
					'reason', a.reason, 'settledOn', a.settled_on) order by a.id)
				from trinn.sampling_answers a
				where a.county_id = t.county_id and a.sampling_id = t.sampling_id and a.number = t.number), '[]'),
			'former', (select coalesce(json_agg(w order by n), '[]') from jsonb_array_elements(t.former) with ordinality f(w, n)
				where (select trinn.caller_kind()) = 'county' or (w->>'wasOpen')::boolean),
			'followed', t.followed, 'closedOn', t.closed_on) order by t.number)
		from trinn.sampled_cases t join trinn.organisations f on f.id = t.firm_id
		where t.county_id = c.county_id and t.sampling_id = c.id))::text as document
from trinn.samplings c join trinn.organisations o on o.id = c.hub_id
where c.county_id = (select trinn.caller_county()) and c.id = :sampling_id;

-- part: samplings_wanted
county_id = (select trinn.caller_county()) and id < {last_key}
and (:programme_id is null or programme_id in ({programmes_under})) and (:state is null or state = :state)
order by id desc limit :limit + 1
-- end

-- query: list_samplings(programme_id int8?, hub_id int8?, state text, after int8?, limit int8) @read
-- One branch per index; the others are not run.
{list_by_id} from (select c.id as key,
	json_build_object({sampling_head}) as item
	from (
		(select * from trinn.samplings where (select trinn.caller_kind()) = 'county' and :hub_id is null and {samplings_wanted})
		union all
		(select * from trinn.samplings where hub_id = case (select trinn.caller_kind()) when 'hub' then (select trinn.caller_org())
			when 'county' then :hub_id end and (:hub_id is null or hub_id = :hub_id) and {samplings_wanted})
		union all
		(select * from trinn.samplings where (select trinn.caller_kind()) = 'firm' and (:hub_id is null or hub_id = :hub_id)
			and id = any (array(select t.sampling_id from trinn.sampled_cases t where t.county_id = (select trinn.caller_county())
				and t.firm_id = (select trinn.caller_org()))) and {samplings_wanted})
	) c join trinn.organisations o on o.id = c.hub_id) p;

-- query: load_new_sampling(programme_id int8, hub_orgnr text, period_from date, period_to date) @read
-- The population is whom the hub followed in the programme, or one below it, at any time of the period: of each enrolment the steps with
-- the hub until its end, of which one fell within it, or the last one before it was no end.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(),
	'id', nextval('trinn.samplings_id_seq'), 'seed', floor(random() * 9007199254740992)::bigint,
	'hasProgramme', exists (select from trinn.programmes p where p.county_id = trinn.caller_county()
		and p.id = :programme_id),
	'hubId', h.id,
	'population', coalesce((select json_agg(e.id order by e.id) from trinn.enrolments e
		where e.county_id = trinn.caller_county() and e.programme_id in ({programmes_under})
			and exists (select from trinn.enrolment_steps s
				where s.county_id = e.county_id and s.enrolment_id = e.id and s.hub_id = h.id
					and s.at < d.after_end
					and (s.at >= d.start or s.to_state not in ('finished', 'dropped_out')
						and not exists (select from trinn.enrolment_steps n where n.county_id = s.county_id
							and n.enrolment_id = s.enrolment_id and n.seq > s.seq and n.at < d.start)))), '[]')
)::text, null::bigint, '[]'
from (select :period_from::timestamp at time zone 'Europe/Oslo' as start,
		(:period_to + 1)::timestamp at time zone 'Europe/Oslo' as after_end) d
	left join trinn.organisations h on h.orgnr = :hub_orgnr;

-- query: insert_sampling(id int8, programme_id int8, hub_id int8, title text, criteria text, period_from date, period_to date, population int8[], seed int8) @write
insert into trinn.samplings (id, county_id, programme_id, hub_id, title, criteria, period_from, period_to, population, seed,
	made_by)
values (:id, trinn.caller_county(), :programme_id, :hub_id, :title, :criteria, :period_from, :period_to, :population, :seed,
	trinn.caller_person());

-- query: insert_sampled_cases(sampling_id int8, hub_id int8, drawn int8[]) @write
with added as (
	insert into trinn.sampled_cases (county_id, sampling_id, number, hub_id, firm_id, enrolment_id)
	select e.county_id, :sampling_id, d.number, :hub_id, e.firm_id, e.id
	from unnest(:drawn) with ordinality d(id, number)
		join trinn.enrolments e on e.county_id = trinn.caller_county() and e.id = d.id
	returning 1
) select trinn.exactly(cardinality(:drawn), (select count(*) from added), 'insert_sampled_cases');

-- query: load_sampling(sampling_id int8) @read
-- What every command on a sampling is decided on.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', c.state,
	'hubId', c.hub_id,
	'cases', coalesce((select json_agg(json_build_object('number', t.number, 'hasFinding', t.finding is not null,
			'hasFollowUp', t.follow_up is not null, 'answeredBy', a.answered_by, 'isClosed', t.closed_on is not null)
			order by t.number)
		from trinn.sampled_cases t
			left join trinn.sampling_answers a on a.county_id = t.county_id and a.sampling_id = t.sampling_id
				and a.number = t.number and a.state = 'given'
		where t.county_id = c.county_id and t.sampling_id = c.id), '[]')
)::text, c.version, json_build_array(json_build_array('sampling', c.id, trinn.guard_version('sampling', c.id), true))::text
from trinn.samplings c
where c.county_id = (select trinn.caller_county()) and c.id = :sampling_id;

-- query: touch_sampling(sampling_id int8, version int8) @write
with changed as (
	update trinn.samplings set version = version + 1
	where county_id = trinn.caller_county() and id = :sampling_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_sampling');

-- query: move_sampling(sampling_id int8, version int8, state text) @write
with changed as (
	update trinn.samplings set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :sampling_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_sampling');

-- query: note_finding(sampling_id int8, number int4, finding text, severity text, follow_up text, follow_up_by date, reason text) @write
with changed as (
	update trinn.sampled_cases set finding = :finding, severity = :severity, follow_up = :follow_up,
		follow_up_by = :follow_up_by, reason = :reason, asked_on = case when :follow_up is not null then trinn.today() end
	where county_id = trinn.caller_county() and sampling_id = :sampling_id and number = :number returning 1
) select trinn.exactly(1, (select count(*) from changed), 'note_finding');

-- query: answer_finding(sampling_id int8, number int4, answer text, done_on date) @write
with added as (
	insert into trinn.sampling_answers (county_id, sampling_id, number, hub_id, firm_id, answer, done_on, answered_by)
	select t.county_id, t.sampling_id, t.number, t.hub_id, t.firm_id, :answer, :done_on, trinn.caller_person()
	from trinn.sampled_cases t
	where t.county_id = trinn.caller_county() and t.sampling_id = :sampling_id and t.number = :number
	returning 1
) select trinn.exactly(1, (select count(*) from added), 'answer_finding');

-- query: settle_answer(sampling_id int8, number int4, state text, reason text) @write
with changed as (
	update trinn.sampling_answers set state = :state, reason = :reason, settled_by = trinn.caller_person(),
		settled_on = trinn.today()
	where county_id = trinn.caller_county() and sampling_id = :sampling_id and number = :number and state = 'given' returning 1
) select trinn.exactly(1, (select count(*) from changed), 'settle_answer');

-- query: ask_again(sampling_id int8, number int4, follow_up_by date, reason text) @write
with changed as (
	update trinn.sampled_cases set follow_up_by = :follow_up_by, reason = :reason, asked_on = trinn.today()
	where county_id = trinn.caller_county() and sampling_id = :sampling_id and number = :number returning 1
) select trinn.exactly(1, (select count(*) from changed), 'ask_again');

-- query: ask_when_opened(sampling_id int8) @write
-- What was asked of the hub before it could see it is asked of it now.
update trinn.sampled_cases set asked_on = trinn.today()
where county_id = trinn.caller_county() and sampling_id = :sampling_id and asked_on is not null and closed_on is null;

-- query: close_sampled_case(sampling_id int8, number int4, followed text) @write
-- What followed is what the hub answered last, unless the county says it in words of its own.
with changed as (
	update trinn.sampled_cases set closed_on = trinn.today(), followed = coalesce(:followed, (select a.answer
		from trinn.sampling_answers a
		where a.county_id = trinn.caller_county() and a.sampling_id = :sampling_id and a.number = :number
			and a.state = 'accepted'))
	where county_id = trinn.caller_county() and sampling_id = :sampling_id and number = :number returning 1
) select trinn.exactly(1, (select count(*) from changed), 'close_sampled_case');

-- query: tell_sampled(sampling_id int8) @write
-- Each firm whose case was drawn learns of it when the hub does.
insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, content)
select t.county_id, 'sampled_case.open', 'sampling', t.sampling_id, t.firm_id, '{}'
from trinn.sampled_cases t where t.county_id = trinn.caller_county() and t.sampling_id = :sampling_id;
