-- part: project_head
'id', c.id::text, 'programme', {named_programme}, 'hub', {party}, 'title', c.title, 'theme', c.theme, 'technology', c.technology,
'isResearchPilot', c.is_research_pilot, 'state', c.state
-- end

-- document: project(project_id int8)
-- A firm that does not lead finds itself alone among the firms: the others are none of its business.
select c.version::text as etag, json_build_object({project_head}, 'goal', c.goal,
	'firms', coalesce((select json_agg(json_build_object('firm', json_build_object('id', f.id::text,
		'orgnr', f.orgnr, 'name', f.name), 'isLead', t.is_lead, 'shareBasisPoints', t.share_bp, 'leftOn', t.left_on)
		order by t.is_lead desc, t.share_bp desc, f.id)
		from trinn.project_firms t join trinn.organisations f on f.id = t.firm_id
		where t.county_id = c.county_id and t.project_id = c.id and t.replaced_on is null), '[]'),
	'formerFirms', coalesce((select json_agg(json_build_object('firm', json_build_object('id', f.id::text,
		'orgnr', f.orgnr, 'name', f.name), 'isLead', t.is_lead, 'shareBasisPoints', t.share_bp,
		'agreedOn', t.agreed_on, 'replacedOn', t.replaced_on)
		order by t.agreement, t.is_lead desc, t.share_bp desc, f.id)
		from trinn.project_firms t join trinn.organisations f on f.id = t.firm_id
		where t.county_id = c.county_id and t.project_id = c.id and t.replaced_on is not null), '[]'),
	'onwardApplications', coalesce((select json_agg(json_build_object('id', t.id::text, 'sentTo', t.sent_to,
		'sentToName', t.sent_to_name, 'applicationId', t.firm_application_id::text, 'sentOn', t.sent_on,
		'appliedOre', t.applied_ore, 'outcome', a.outcome, 'grantedOre', a.granted_ore,
		'answeredOn', a.answered_on, 'currency', 'NOK',
		'corrections', coalesce((select json_agg(json_build_object('correctedAt', x.corrected_at,
			'correctedBy', case when x.corrected_by > 0 then trinn.person_name(x.corrected_by) end, 'reason', x.reason,
			'before', x.before, 'after', x.after) order by x.id)
			from trinn.onward_corrections x where x.county_id = t.county_id and x.project_id = t.project_id
				and x.onward_id = t.id), '[]')) order by t.id)
		from trinn.onward_applications t cross join lateral trinn.onward_answer(t) a where t.county_id = c.county_id and t.project_id = c.id), '[]'))::text as document
from trinn.projects c join trinn.organisations o on o.id = c.hub_id
where c.county_id = (select trinn.caller_county()) and c.id = :project_id;

-- query: list_projects(programme_id int8?, hub_id int8?, state text, research_pilot text, after int8?, limit int8) @read
{list_by_id} from (select c.id as key,
	json_build_object({project_head}) as item
	from (select * from trinn.projects where county_id = (select trinn.caller_county())
		and (:programme_id is null or programme_id in ({programmes_under})) and (:state is null or state = :state)
		and (:hub_id is null or hub_id = :hub_id)
		and (:research_pilot is null or is_research_pilot = (:research_pilot = 'true'))
		and id < {last_key}
		order by id desc limit :limit + 1) c join trinn.organisations o on o.id = c.hub_id) p;

-- query: load_new_project(programme_id int8, firms jsonb) @read
-- Which of the firms, by their place in the list, the hub does not follow in the programme.
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.projects_id_seq'),
	'programmeState', (select trinn.programme_state(p) from trinn.programmes p where p.county_id = trinn.caller_county()
		and p.id = :programme_id),
	'strangers', coalesce((select json_agg(t.line - 1) from jsonb_array_elements(:firms) with ordinality as t(f, line)
		where not exists (select from trinn.enrolments e join trinn.organisations o on o.id = e.firm_id
			where e.county_id = trinn.caller_county() and e.hub_id = trinn.caller_org()
				and e.programme_id = :programme_id and e.state <> 'dropped_out'
				and o.orgnr = t.f->>'orgnr')), '[]'))::text,
	null::bigint, '[]';

-- query: insert_project(id int8, programme_id int8, title text, goal text, theme text, technology text, is_research_pilot bool) @write
insert into trinn.projects (id, county_id, programme_id, hub_id, title, goal, theme, technology, is_research_pilot)
values (:id, trinn.caller_county(), :programme_id, trinn.caller_org(), :title, :goal, :theme, :technology,
	:is_research_pilot);

-- query: insert_project_firms(project_id int8, firms jsonb) @write
with added as (
	insert into trinn.project_firms (county_id, project_id, hub_id, firm_id, is_lead, share_bp)
	select trinn.caller_county(), :project_id, trinn.caller_org(), o.id, (t.f->>'isLead')::boolean,
		(t.f->>'shareBasisPoints')::int
	from jsonb_array_elements(:firms) t(f) join trinn.organisations o on o.orgnr = t.f->>'orgnr'
	returning 1
) select trinn.exactly(jsonb_array_length(:firms), (select count(*) from added), 'insert_project_firms');

-- query: replace_project_firms(project_id int8, firms jsonb) @write
with replaced as (
	update trinn.project_firms set replaced_on = trinn.today()
	where county_id = trinn.caller_county() and project_id = :project_id and replaced_on is null returning agreement
), added as (
	insert into trinn.project_firms (county_id, project_id, hub_id, firm_id, is_lead, share_bp, agreement)
	select trinn.caller_county(), :project_id, trinn.caller_org(), o.id, (t.f->>'isLead')::boolean,
		(t.f->>'shareBasisPoints')::int, 1 + (select max(r.agreement) from replaced r)
	from jsonb_array_elements(:firms) t(f) join trinn.organisations o on o.orgnr = t.f->>'orgnr'
	returning 1
) select trinn.exactly(jsonb_array_length(:firms), (select count(*) from added), 'replace_project_firms');

-- query: withdraw_left(project_id int8) @write
-- Who was asked again and is not in what is agreed any more is not waited for.
update trinn.project_invitations i set state = 'withdrawn', version = i.version + 1
where i.county_id = trinn.caller_county() and i.project_id = :project_id and i.state = 'asked'
	and (select max(f.agreement) + 1 from trinn.project_firms f where f.county_id = i.county_id and f.project_id = i.project_id
		and f.firm_id = i.firm_id) = (select max(f.agreement) from trinn.project_firms f where f.county_id = i.county_id
		and f.project_id = i.project_id);

-- query: load_project(project_id int8, firms jsonb, onward_id int8?, application_id int8?) @read
-- What every command on a project is decided on. firms are those it is to have, or NULL: which of them, by their place in
-- the list, have not come to the last stage, and which are neither in it already nor followed by the hub, and have not
-- said yes to it. onward_id is what was applied for that is corrected, application_id the firm's own that it is tied to.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'state', c.state,
	'hubId', c.hub_id, 'hub', (select o.name from trinn.organisations o where o.id = c.hub_id),
	'agreedOn', coalesce((select min(t.agreed_on) from trinn.project_firms t
		where t.county_id = c.county_id and t.project_id = c.id), trinn.today()),
	'open', coalesce((select json_agg(json_build_object('id', t.id, 'sentTo', t.sent_to, 'sentToName', t.sent_to_name,
			'sentOn', t.sent_on, 'appliedOre', t.applied_ore) order by t.id)
		from trinn.onward_applications t where t.county_id = c.county_id and t.project_id = c.id
			and t.outcome is null and t.firm_application_id is null), '[]'),
	'hasSent', exists (select from trinn.onward_applications t where t.county_id = c.county_id and t.project_id = c.id),
	'hasOnward', exists (select from trinn.onward_applications t where t.county_id = c.county_id and t.project_id = c.id
		and t.id = :onward_id),
	'mayTie', trinn.may_tie(c.county_id, c.id, :application_id, :onward_id),
	'short', coalesce((select json_agg(o.name order by o.name) from trinn.project_firms t join trinn.organisations o on o.id = t.firm_id
		where t.county_id = c.county_id and t.project_id = c.id and t.replaced_on is null
			and not trinn.has_come_to(c.id, t.firm_id)), '[]'),
	'unagreed', coalesce((select json_agg(o.name order by o.name) from trinn.project_firms t join trinn.organisations o on o.id = t.firm_id
		where t.county_id = c.county_id and t.project_id = c.id and t.replaced_on is null
			and (t.left_on is not null or exists (select from trinn.project_invitations i where i.county_id = t.county_id
				and i.project_id = t.project_id and i.firm_id = t.firm_id and i.state = 'asked'))), '[]'),
	'newcomers', coalesce((select json_agg(t.line - 1) from jsonb_array_elements(:firms) with ordinality as t(f, line)
			join trinn.organisations o on o.orgnr = t.f->>'orgnr'
		where not trinn.has_come_to(c.id, o.id)), '[]'),
	'strangers', coalesce((select json_agg(t.line - 1) from jsonb_array_elements(:firms) with ordinality as t(f, line)
		where not exists (select from trinn.organisations o
			where o.orgnr = t.f->>'orgnr' and not trinn.has_dropped_out(c.id, o.id) and (exists (select from trinn.enrolments e where e.county_id = c.county_id
					and e.hub_id = c.hub_id and e.programme_id = c.programme_id and e.firm_id = o.id
					and e.state <> 'dropped_out')
				or exists (select from trinn.project_firms m where m.county_id = c.county_id and m.project_id = c.id
					and m.firm_id = o.id and m.replaced_on is null and m.left_on is null)
				or exists (select from trinn.project_invitations i where i.county_id = c.county_id and i.project_id = c.id
					and i.firm_id = o.id and i.state = 'accepted')))), '[]')
)::text, c.version, json_build_array(json_build_array('project', c.id, trinn.guard_version('project', c.id), true))::text
from trinn.projects c
where c.county_id = (select trinn.caller_county()) and c.id = :project_id;

-- query: describe_project(project_id int8, version int8, title text, goal text, theme text, technology text, is_research_pilot bool) @write
with changed as (
	update trinn.projects set title = :title, goal = :goal, theme = :theme, technology = :technology,
		is_research_pilot = :is_research_pilot, version = version + 1
	where county_id = trinn.caller_county() and id = :project_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'describe_project');

-- query: move_project(project_id int8, version int8, state text) @write
with changed as (
	update trinn.projects set state = :state, version = version + 1
	where county_id = trinn.caller_county() and id = :project_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'move_project');

-- query: touch_project(project_id int8, version int8) @write
with changed as (
	update trinn.projects set version = version + 1
	where county_id = trinn.caller_county() and id = :project_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'touch_project');

-- query: insert_onward(project_id int8, sent_to text, sent_to_name text, application_id int8?, sent_on date, applied_ore int8) @write
insert into trinn.onward_applications (county_id, project_id, hub_id, sent_to, sent_to_name, firm_application_id, sent_on, applied_ore)
values (trinn.caller_county(), :project_id, trinn.caller_org(), :sent_to, :sent_to_name, :application_id, :sent_on, :applied_ore);

-- query: correct_onward(onward_id int8, project_id int8, sent_to text, sent_to_name text, application_id int8?, sent_on date, applied_ore int8, outcome text, granted_ore int8?, answered_on date, reason text) @write
with changed as (
	update trinn.onward_applications set sent_to = :sent_to, sent_to_name = :sent_to_name, firm_application_id = :application_id,
		sent_on = :sent_on, applied_ore = :applied_ore, outcome = :outcome, granted_ore = :granted_ore,
		answered_on = :answered_on, reason = :reason
	where county_id = trinn.caller_county() and project_id = :project_id and id = :onward_id
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'correct_onward');

-- query: answer_onward(onward_id int8, project_id int8, outcome text, granted_ore int8, answered_on date) @write
with changed as (
	update trinn.onward_applications set outcome = :outcome, granted_ore = :granted_ore, answered_on = :answered_on
	where county_id = trinn.caller_county() and project_id = :project_id and id = :onward_id and outcome is null
	returning 1
) select trinn.exactly(1, (select count(*) from changed), 'answer_onward');

-- part: invitation_json
json_build_object('id', c.id::text, 'projectId', c.project_id::text, 'programme', {named_programme}, {hub_and_firm},
	'title', (select p.title from trinn.projects p where p.county_id = c.county_id and p.id = c.project_id),
	'goal', (select p.goal from trinn.projects p where p.county_id = c.county_id and p.id = c.project_id),
	'share', (select json_build_object('isLead', f.is_lead, 'shareBasisPoints', f.share_bp) from trinn.project_firms f
		where f.county_id = c.county_id and f.project_id = c.project_id and f.firm_id = c.firm_id
			and f.replaced_on is null and f.left_on is null),
	'message', c.message, 'state', c.state, 'askedOn', c.asked_on, 'consentBy', c.consent_by, 'consentOn', c.consent_on,
	'isConsentOwn', c.consented_by is not null, 'declineReason', c.decline_reason)
-- end

-- document: invitation(invitation_id int8)
select c.version::text as etag, {invitation_json}::text as document
from trinn.project_invitations c where c.county_id = (select trinn.caller_county()) and c.id = :invitation_id;

-- query: list_invitations(project_id int8?, state text, after int8?, limit int8) @read
{list_by_id} from (select c.id as key, {invitation_json} as item
	from (select * from trinn.project_invitations where county_id = (select trinn.caller_county())
		and (:project_id is null or project_id = :project_id) and (:state is null or state = :state) and id < {last_key}
		order by id desc limit :limit + 1) c) p;

-- query: load_new_invitation(project_id int8, orgnr text) @read
select json_build_object('caller', trinn.caller_facts(), 'id', nextval('trinn.project_invitations_id_seq'),
	'hubId', c.hub_id, 'hub', (select h.name from trinn.organisations h where h.id = c.hub_id),
	'projectState', c.state, 'firmId', coalesce(o.id, 0),
	'isAsked', exists (select from trinn.project_invitations i where i.county_id = c.county_id and i.project_id = c.id
			and i.firm_id = o.id and i.state in ('asked', 'accepted'))
		or exists (select from trinn.project_firms f where f.county_id = c.county_id and f.project_id = c.id
			and f.firm_id = o.id and f.replaced_on is null and f.left_on is null)
)::text, c.version, json_build_array(json_build_array('project', c.id, trinn.guard_version('project', c.id), true))::text
from trinn.projects c left join trinn.organisations o on o.orgnr = :orgnr and o.deleted_on is null
where c.county_id = (select trinn.caller_county()) and c.id = :project_id;

-- query: insert_invitation(id int8, project_id int8, firm_id int8, message text) @write
with made as (
	insert into trinn.project_invitations (id, county_id, project_id, hub_id, programme_id, firm_id, message)
	select :id, c.county_id, c.id, c.hub_id, c.programme_id, :firm_id, :message
	from trinn.projects c where c.county_id = trinn.caller_county() and c.id = :project_id
	returning 1
) select trinn.exactly(1, (select count(*) from made), 'insert_invitation');

-- query: load_invitation(invitation_id int8) @read
-- A firm that is asked sees the project. In the programme it is what its own row, or that of its hub, says.
select json_build_object('caller', trinn.caller_facts(), 'today', trinn.today(), 'id', c.id, 'projectId', c.project_id,
	'hubId', c.hub_id, 'firmId', c.firm_id, 'hub', (select o.name from trinn.organisations o where o.id = c.hub_id),
	'firm', (select o.name from trinn.organisations o where o.id = c.firm_id), 'state', c.state,
	'projectState', coalesce((select p.state from trinn.projects p where p.county_id = c.county_id and p.id = c.project_id),
		'unknown'),
	'isFollower', trinn.follows_in_project(c.project_id, c.firm_id),
	'isInProgramme', exists (select from trinn.enrolments e where e.county_id = c.county_id
		and e.programme_id = c.programme_id and e.firm_id = c.firm_id and e.state <> 'dropped_out'),
	'isInProject', exists (select from trinn.project_firms f where f.county_id = c.county_id and f.project_id = c.project_id
		and f.firm_id = c.firm_id and f.replaced_on is null and f.left_on is null)
)::text, c.version, json_build_array(json_build_array('project', c.project_id,
	trinn.guard_version('project', c.project_id), true))::text
from trinn.project_invitations c where c.county_id = (select trinn.caller_county()) and c.id = :invitation_id;

-- query: accept_invitation(invitation_id int8, version int8, consent_by text, consent_on date) @write
-- By the caller, or by who said it to the caller's hub.
with changed as (
	update trinn.project_invitations set state = 'accepted',
		consent_by = coalesce(:consent_by, trinn.person_name(trinn.caller_person())),
		consent_on = coalesce(:consent_on, trinn.today()),
		consented_by = case when :consent_by is null then trinn.caller_person() end, version = version + 1
	where county_id = trinn.caller_county() and id = :invitation_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'accept_invitation');

-- query: close_invitation(invitation_id int8, version int8, state text, decline_reason text) @write
with changed as (
	update trinn.project_invitations set state = :state, decline_reason = :decline_reason, version = version + 1
	where county_id = trinn.caller_county() and id = :invitation_id and version = :version returning 1
) select trinn.exactly(1, (select count(*) from changed), 'close_invitation');
