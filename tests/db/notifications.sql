-- What has happened is told once to each of those whom it concerns, and nobody is forgotten: every state that a thing of an applicant,
-- a hub, a firm or a fagpartner can reach is told of, or it is said here why not.
begin;
select no_plan();

-- By hand: what tells of each state, by the topics of the outbox, or why nobody is told: the county's own, or the words of
-- notification_kinds.untold.
create temp table told (object text, state text, topics text[], why text);
insert into told (object, state, topics)
select object, s, string_to_array(topics, ' ') from (values
	('applications', 'submitted', 'application.submit'),
	('applications', 'returned', 'application.return'),
	('applications', 'in_review', 'application.take application.send-back'),
	('applications', 'recommended', 'application.recommend'),
	('applications', 'withdrawn', 'application.withdraw'),
	('applications', 'granted part_granted rejected ineligible dismissed', 'application.decide application.release-decision appeal.settle reversal.decide'),
	('applications', 'accepted active', 'grant.accept appeal.settle reversal.decide'),
	('applications', 'closed', 'grant.decline grant.lapse amendment.decide appeal.settle'),
	('grants', 'accepted active', 'grant.accept appeal.settle reversal.decide'),
	('grants', 'annulled', 'grant.decline amendment.decide appeal.settle reversal.decide'),
	('grants', 'lapsed', 'grant.lapse'),
	('grants', 'settled', 'grant.confirm-settlement'),
	('applications', 'completed', 'grant.confirm-settlement'),
	('decision_conditions', 'reported', 'condition.report'),
	('decision_conditions', 'open', 'condition.return'),
	('decision_conditions', 'met', 'condition.confirm'),
	('decision_conditions', 'waived', 'condition.waive'),
	('decision_conditions', 'lifted', 'appeal.settle'),
	('claims', 'rejected', 'claim.reject'),
	('claims', 'released', 'claim.release'),
	('payments', 'paid', 'payment.confirm-paid'),
	('amendments', 'approved refused', 'amendment.decide'),
	('amendments', 'withdrawn', 'amendment.withdraw'),
	('amendments', 'void', 'grant.accept grant.decline grant.lapse amendment.decide appeal.settle'),
	('appeals', 'allowed allowed_in_part answered forwarded inadmissible not_allowed sent_back', 'appeal.settle'),
	('appeals', 'withdrawn', 'appeal.withdraw'),
	('appeals', 'moot', 'reversal.decide'),
	('reversals', 'decided', 'reversal.decide'),
	('hearings', 'commented', 'hearing.answer'),
	('hearings', 'withdrawn', 'hearing.withdraw'),
	('application_partners', 'asked', 'application_partner.ask-anew'),
	('application_partners', 'confirmed', 'application_partner.confirm application_partner.enter-paper'),
	('application_partners', 'declined', 'application_partner.decline application_partner.enter-refusal'),
	('application_partners', 'withdrawn', 'application_partner.withdraw'),
	('application_partners', 'removed', 'application_partner.remove'),
	('late_submissions', 'granted refused', 'late_submission.decide'),
	('access_requests', 'received replied', 'access_request.decide'),
	('access_requests', 'complained', 'access_request.complain'),
	('access_items', 'given part refused forwarded complained', 'access_request.decide'),
	('documents', 'infected', 'document.infected'),
	('documents', 'refused', 'document.refused'),
	('letters', 'made', 'letter.make'),
	('mailings', 'noted', 'application.note-notice'),
	('progress_reports', 'submitted', 'progress_report.submit'),
	('progress_reports', 'returned', 'progress_report.return'),
	('progress_reports', 'approved', 'progress_report.approve'),
	('progress_reports', 'withdrawn', 'progress_report.withdraw'),
	('enrolments', 'prospect', 'enrolment.create enrolment.re-enter'),
	('enrolments', 'assessed', 'assessment.finish'),
	('enrolments', 'waiting enrolled', 'enrolment.enrol enrolment.take-place'),
	('enrolments', 'active', 'enrolment.start'),
	('enrolments', 'completed', 'enrolment.complete'),
	('enrolments', 'finished', 'enrolment.finish'),
	('enrolments', 'dropped_out', 'enrolment.drop-out'),
	('assessments', 'final', 'assessment.finish'),
	('gate_waivers', 'given refused', 'gate_waiver.give gate_waiver.refuse'),
	('handovers', 'accepted', 'handover.accept'),
	('handovers', 'declined', 'handover.decline'),
	('handovers', 'withdrawn', 'handover.withdraw'),
	('deliverables', 'begun', 'deliverable.begin-deliverable deliverable.send-back'),
	('deliverables', 'delivered', 'deliverable.deliver'),
	('deliverables', 'accepted', 'deliverable.accept'),
	('deliverables', 'discarded', 'deliverable.discard'),
	('cohorts', 'running', 'cohort.start'),
	('cohorts', 'ended', 'cohort.end'),
	('cohorts', 'cancelled', 'cohort.cancel'),
	('sessions', 'planned', 'session.plan session.reopen'),
	('sessions', 'held', 'session.hold hours.deliver'),
	('sessions', 'cancelled', 'session.cancel'),
	('engagements', 'agreed', 'engagement.agree'),
	('engagements', 'declined', 'engagement.decline'),
	('engagements', 'ended', 'engagement.end'),
	('hours', 'ordered', 'hours_order.order hours.withdraw'),
	('hours', 'delivered', 'hours.deliver'),
	('hours', 'confirmed', 'hours.confirm engagement.credit-invoice'),
	('hours', 'invoiced', 'engagement.invoice'),
	('hours', 'cancelled', 'hours.cancel'),
	('fagpartnere', 'retired', 'fagpartner.retire'),
	('copayments', 'invoiced', 'copayment.invoice copayment.reopen'),
	('copayments', 'part_paid paid', 'copayment.book copayment.match copayment.reopen'),
	('copayments', 'waived written_off credited', 'copayment.give-relief copayment.drop-out copayment.enrol'),
	('copayment_reliefs', 'given', 'copayment.give-relief'),
	('project_invitations', 'accepted', 'project_invitation.accept'),
	('project_invitations', 'asked', 'project_invitation.invite'),
	('project_invitations', 'declined', 'project_invitation.decline'),
	('project_invitations', 'withdrawn', 'project_invitation.withdraw'),
	('samplings', 'open', 'sampling.open sampled_case.open'),
	('samplings', 'closed', 'sampling.close'),
	('sampling_answers', 'accepted', 'sampling.close-case'),
	('sampling_answers', 'returned', 'sampling.ask-again')) v(object, states, topics), unnest(string_to_array(states, ' ')) s;
insert into told (object, state, why)
select object, s, why from (values
	('decision_conditions', 'waiver_asked', 'in_county'),
	('claims', 'submitted reviewed attested', 'in_county'),
	('payments', 'exported sent_unconfirmed', 'in_county'),
	('amendments', 'asked prepared', 'in_county'),
	('reversals', 'returned withdrawn', 'in_county'),
	('mailings', 'dropped', 'in_county'),
	('hearings', 'weighed', 'in_county'),
	('appeals', 'lodged reconsidered', 'in_county'),
	('late_submissions', 'asked recommended', 'in_county'),
	('copayment_reliefs', 'refused', 'in_county'),
	('messages', 'read', 'own'),
	('documents', 'scanning', 'elsewhere'),
	('documents', 'clean', 'own'),
	('documents', 'discarded', 'draft'),
	('tracks', 'ended', 'own'),
	('networks', 'ended', 'own'),
	('assessments', 'discarded', 'own'),
	('projects', 'planned applied running done given_up', 'own')) v(object, states, why), unnest(string_to_array(states, ' ')) s;
-- What the county does within itself, whatever becomes of it.
create temp table of_county (object text);
insert into of_county values ('destructions'), ('destruction_items'), ('appeal_proposals'), ('grant_settlements'), ('legal_holds'), ('journal_posts'), ('archive_messages'), ('deliveries'), ('assessors'), ('evaluations'), ('criteria'), ('bank_entries'), ('calls'), ('forms'), ('setup_changes'),
	('disqualifications'), ('meetings'), ('meeting_items'), ('proposals'), ('minutes');

select is_empty($$ select distinct object, to_state from trinn.transitions where object not in (select object from of_county) except select object, state from told $$,
	'whoever a state concerns is told of it, or it is said why not');
select is_empty($$ select object, state from told except select object, to_state from trinn.transitions $$, 'and of no other state');
select is_empty($$ select t.object, t.state, p from told t, unnest(t.topics) p where not exists (select from trinn.notification_kinds k where k.topic = p and k.nb is not null) $$,
	'what tells of a state has words');
select is_empty($$ select topic from trinn.notification_kinds where nb ~ '[0-9{]' or en ~ '[0-9{]' or length(nb) > 80 or length(en) > 80 $$,
	'which say that it happened, and nothing of the case');

-- ---- to whom

update trinn.outbox set delivered_at = now() where delivered_at is null;
create function pg_temp.happens(p_topic text, p_kind text, p_id bigint, p_organisation bigint, p_by bigint default 1) returns bigint language sql as $$
	insert into trinn.outbox (county_id, topic, object_kind, object_id, organisation_id, by_id, content) values (50, p_topic, p_kind, p_id, p_organisation, p_by, '{}') returning id
$$;
create function pg_temp.told(p_outbox bigint) returns bigint[] language sql as $$ select array_agg(person_id order by person_id) from trinn.notifications where outbox_id = p_outbox $$;
create function pg_temp.people(variadic subjects text[]) returns bigint[] language sql as $$ select array_agg(t.person(s) order by t.person(s)) from unnest(subjects) s $$;
create temp table happened as select pg_temp.happens('application.return', 'application', 102, 101) as returned,
	pg_temp.happens('application.assign', 'application', 102, 101) as assigned, pg_temp.happens('application.return', 'application', 102, null) as nobody,
	pg_temp.happens('progress_report.submit', 'application', 102, 101, 101) as own, pg_temp.happens('application.submit', 'application', 102, 101, 101) as received,
	pg_temp.happens('engagement.propose', 'engagement', 100, 401, 101) as proposed, pg_temp.happens('a.b', 'application', 102, 101) as unheard;
select results_eq('select taken, unknown from trinn.jobs_notify(1000)', $$ values (7::bigint, 'a.b') $$, 'all that waits is taken, and what has no words is told of');
select results_eq('select taken, told from trinn.jobs_notify(1000)', 'values (0::bigint, 0::bigint)', 'once');
select ok(pg_temp.told(returned) @> pg_temp.people('hub_signatory', 'hub_editor') and not pg_temp.told(returned) && pg_temp.people('hub_signatory-2', 'firm', 'caseworker', 'hub_signatory-abroad'),
	'the people of the applicant, and nobody else') from happened;
select is(pg_temp.told(assigned), null, 'of a step within the county nobody') from happened;
select is(pg_temp.told(own), null, 'nor of what an organisation did itself') from happened;
select ok(pg_temp.told(received) @> pg_temp.people('hub_signatory'), 'but for a receipt') from happened;
select ok(pg_temp.told(proposed) @> pg_temp.people('fagpartner'), 'a fagpartner of what is no case') from happened;
select is((select array[n.number, n.path, n.application_id::text] from trinn.notifications n, happened where n.outbox_id = returned limit 1),
	(select array[a.case_number, '/v1/applications/102', '102'] from trinn.applications a where a.id = 102), 'by the number of the case, with where it is read');
update trinn.outbox set delivered_at = null where id = (select returned from happened);
select results_eq('select taken, told from trinn.jobs_notify(1000)', 'values (1::bigint, 0::bigint)', 'what was cut off after it was told is not told again');

-- ---- held back

set local session_replication_role = replica;
create temp table kept as select pg_temp.happens('application.decide', 'application', 104, 101) as decided, pg_temp.happens('grant.accept', 'grant', 104, 101) as of_grant;
update trinn.decisions set released_at = null, release_on = trinn.today() + 5, appeal_deadline = null, accept_by = null where application_id = 104;
select results_eq('select taken from trinn.jobs_notify(1000)', 'values (0::bigint)', 'while a decision is held nothing is told of it');
update trinn.decisions set released_at = now(), appeal_deadline = trinn.today() + 21 where application_id = 104;
select results_eq('select taken from trinn.jobs_notify(1000)', 'values (2::bigint)', 'once it is released all is');

set local session_replication_role = origin;

-- ---- and what becomes of it

select throws_ok($$ update trinn.notifications set topic = 'claim.release' $$, null, null, 'what was told stands');
select lives_ok($$ update trinn.notifications set read_at = now() where read_at is null $$, 'it is read');
select throws_ok($$ update trinn.notifications set read_at = null $$, null, null, 'once');
update trinn.rule_params set value = 0 where key = 'notifications.months';
select ok(trinn.jobs_forget_notifications() > 0, 'and forgotten after its time');

select * from finish();
rollback;
