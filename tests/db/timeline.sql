-- The timeline of a case tells of every kind of step in it, or it is said why not: of all that the outbox tells of a case somebody has
-- thought.
begin;
select no_plan();
create temp table said as select object_kind || '.' || action as topic from trinn.timeline_kinds()
	union all select object_kind || '.' || action from trinn.timeline_untold();
select is_empty('select topic, count(*) from said group by 1 having count(*) > 1', 'each step is told of or not, and once');
select is_empty($$ select topic from trinn.notification_kinds
	where split_part(topic, '.', 1) in ('application', 'application_partner', 'document', 'letter', 'message', 'appeal', 'grant', 'condition',
		'amendment', 'hearing', 'claim', 'payment', 'progress_report') except select topic from said $$,
	'what people are told of in a case stands in its timeline, or it is said why not');
select is_empty($$ select k.object_kind, k.action from trinn.timeline_kinds() k join trinn.notification_kinds n on n.topic = k.object_kind || '.' || k.action
	where n.untold = 'in_county' and k.is_shown $$, 'a step on the way is not told to the applicant');
select is_empty($$ select k.object_kind, k.action from trinn.timeline_kinds() k join trinn.notification_kinds n on n.topic = k.object_kind || '.' || k.action
	where n.nb is not null and not k.is_shown and k.object_kind <> 'access_request' $$,
	'what the applicant is told of it finds there; who asks for access is another');
select is_empty($$ select action from trinn.timeline_kinds() where nb = '' or en = '' or length(nb) > 80 or length(en) > 80 $$, 'in few words');
select is_empty($$ select object_kind, action from trinn.timeline_words() except select object_kind, action from trinn.timeline_kinds() $$,
	'what a step came to is told of a step that is told');
select is_empty($$ select w.object_kind, w.action, w.detail from trinn.timeline_words() w join trinn.timeline_words() o using (object_kind, action)
	where w.detail <> o.detail and not exists (select from jsonb_each(w.detail) x join jsonb_each(o.detail) y using (key) where x.value <> y.value) $$,
	'in one way');
select is_empty($$ select action from trinn.timeline_words() where nb = '' or en = '' or length(nb) > 80 or length(en) > 80 $$, 'in few words too');
select * from finish();
rollback;
