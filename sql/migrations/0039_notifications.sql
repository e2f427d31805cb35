-- Who is outside the county is told of what happens in its cases: that something has happened, in which case, and where to read
-- it. Never what: no content of a case, no name, no amount
-- (eForvaltningsforskriften § 8). trinn-jobs makes a notification of each outbox row about an organisation,
-- for each of its people who may see the case. Notifications are messages for a time, outside the digest of the case: what must be
-- provable later is the letter, the journal post and the trail that they point to.
insert into trinn.rule_params (key, basis, valid_from, value, unit, source) values
	('notifications.months', 'personvernforordningen art. 5 nr. 1 e', '1970-01-01', 24, 'months', 'how long a notification is kept; what it told of is in the case');

-- What is told of a thing that happened, by the topic of its outbox row; or why nobody is told of it:
--   draft      nobody waits for what was not sent in
--   in_county  a step on the way, of which an applicant hears the end (fvl. § 18 a)
--   own        only the organisation itself does it, and to itself alone
--   elsewhere  another row of the same step, or the document that it makes, is what is told
-- Of its own steps an organisation is told those alone of which it has the receipt. What concerns all parties of an application is told
-- to the partners that confirmed their part, too, and to who entered it for its applicant. Some ask something of whoever is told, or a
-- time limit runs from them: who wants little e-mail wants these.
create table trinn.notification_kinds (
	topic      text primary key,
	nb         text,
	en         text,
	is_receipt boolean not null default false,
	is_for_partners boolean not null default false,
	asks       boolean not null default false,
	untold     text check (untold in ('draft', 'in_county', 'own', 'elsewhere')),
	check (num_nulls(nb, en) in (0, 2) and (nb is null) = (untold is not null)),
	check (not is_receipt or untold is null),
	check (not asks or untold is null)
);
insert into trinn.notification_kinds (topic, untold) values
	('application.create', 'draft'),
	('application.save-plan', 'draft'),
	('application.save-cost-plan', 'draft'),
	('application.save-finance-plan', 'draft'),
	('application.take-form', 'draft'),
	('application.assign', 'in_county'),
	('application.assure', 'in_county'),
	('application.begin-evaluation', 'in_county'),
	('hearing.exempt-hearing', 'in_county'),
	('hearing.weigh', 'in_county'),
	('appeal.propose-leave', 'in_county'),
	('appeal.propose-stay', 'in_county'),
	('appeal.propose-costs', 'in_county'),
	('appeal.reconsider', 'in_county'),
	('appeal.enter-outcome', 'in_county'),
	('appeal.send-back', 'in_county'),
	('amendment.prepare', 'in_county'),
	('amendment.send-back', 'in_county'),
	('reversal.propose-reversal', 'in_county'),
	('reversal.send-back', 'in_county'),
	('reversal.withdraw', 'in_county'),
	('late_submission.recommend', 'in_county'),
	('late_submission.send-back', 'in_county'),
	('condition.ask-waiver', 'in_county'),
	('condition.refuse-waiver', 'in_county'),
	('grant.settle', 'in_county'),
	('grant.return-settlement', 'in_county'),
	('claim.review', 'in_county'),
	('claim.attest', 'in_county'),
	('claim.send-back', 'in_county'),
	('payment.export', 'in_county'),
	('payment.register-paid', 'in_county'),
	('message.read', 'own'),
	('document.complete', 'elsewhere'),
	('document.discard', 'draft'),
	('document.clean', 'own'),
	('calendar_feed.create', 'own'),
	('calendar_feed.revoke', 'own');

insert into trinn.notification_kinds (topic, nb, en, is_receipt) values
	('application.submit', 'Søknaden er mottatt', 'The application was received', true),
	('late_submission.ask', 'Det er bedt om å få søke etter fristen', 'Leave to apply after the deadline was asked for', true),
	('appeal.lodge-appeal', 'Klagen er mottatt', 'The appeal was received', true),
	('hearing.answer', 'Uttalelsen er mottatt', 'The comment was received', true),
	('amendment.ask-amendment', 'Det er bedt om endring av tilskuddet', 'An amendment of the grant was asked for', true),
	('claim.claim', 'Utbetalingsanmodningen er mottatt', 'The claim was received', true),
	('grant.accept', 'Tilskuddet er akseptert', 'The grant was accepted', true),
	('grant.decline', 'Tilskuddet er takket nei til', 'The grant was declined', true),
	('application.withdraw', 'Søknaden er trukket', 'The application was withdrawn', true),
	('appeal.withdraw', 'Klagen er trukket', 'The appeal was withdrawn', true),
	('access_request.ask', 'Innsynskravet er mottatt', 'The access request was received', true);

insert into trinn.notification_kinds (topic, nb, en) values
	('application.return', 'Fylkeskommunen ber om mer', 'The county asks for more'),
	('application.take', 'Søknaden er til behandling, og saken sier hvem dere kan spørre', 'The application is being treated, and the case says whom to ask'),
	('application.recommend', 'Saken er utredet og venter på vedtak', 'The case has been prepared and waits for a decision'),
	('application.send-back', 'Saken utredes på nytt', 'The case is being prepared anew'),
	('application.resume', 'Saken behandles slik den sist ble sendt inn', 'The case goes on as it was last submitted'),
	('application.close-call', 'Utlysningen er stengt før fristen', 'The call was closed before its deadline'),
	('application.preliminary-answer', 'Fylkeskommunen har sendt et foreløpig svar', 'The county has sent a preliminary answer'),
	('application.decide', 'Det er fattet vedtak', 'A decision was made'),
	('application.release-decision', 'Det er fattet vedtak', 'A decision was made'),
	('application.ask-grounds', 'Det er bedt om begrunnelse', 'Grounds were asked for'),
	('application.give-grounds', 'Begrunnelsen er gitt', 'The grounds were given'),
	('application.note-notice', 'Det er notert når underretningen kom fram', 'It was noted when the notice arrived'),
	('late_submission.decide', 'Det er svart på om dere får søke etter fristen', 'Whether you may apply after the deadline was answered'),
	('message.write', 'Fylkeskommunen har skrevet en melding', 'The county has written a message'),
	('document.infected', 'Et dokument ble ikke tatt imot', 'A document was not taken in'),
	('document.refused', 'Et dokument ble ikke tatt imot', 'A document was not taken in'),
	('letter.make', 'Det er kommet et brev', 'A letter has come'),
	('appeal.ask-stay', 'Det er bedt om utsatt iverksetting', 'A stay was asked for'),
	('appeal.comment', 'Uttalelsen til klageinstansen er kommentert', 'The statement to the appeals body was commented on'),
	('appeal.claim-costs', 'Det er krevd sakskostnader', 'Costs were claimed'),
	('appeal.settle', 'Det er svart på klagen', 'The appeal was answered'),
	('disqualification.concede', 'Saksbehandleren har sagt seg inhabil', 'The caseworker conceded being disqualified'),
	('disqualification.settle', 'Det er avgjort om saksbehandleren er inhabil', 'Whether the caseworker is disqualified was settled'),
	('reversal.decide', 'Fylkeskommunen har gjort om et vedtak', 'The county has reversed a decision'),
	('amendment.decide', 'Endringen er avgjort', 'The amendment was decided'),
	('amendment.withdraw', 'Det bes ikke lenger om endringen', 'The amendment is no longer asked for'),
	('grant.confirm-settlement', 'Tilskuddet er gjort opp', 'The grant was settled'),
	('hearing.hear-party', 'Fylkeskommunen ber dere uttale dere', 'The county asks you to comment'),
	('hearing.withdraw', 'Det ventes ikke lenger på en uttalelse', 'A comment is no longer waited for'),
	('grant.lapse', 'En frist for tilskuddet er ute', 'A time limit of the grant has run out'),
	('grant.remind', 'Fristen for å be om utbetaling nærmer seg', 'The last day for claims is near'),
	('condition.report', 'Det er meldt at et vilkår er oppfylt', 'A condition was reported as met'),
	('condition.confirm', 'Et vilkår er bekreftet oppfylt', 'A condition was confirmed as met'),
	('condition.return', 'Fylkeskommunen ber om mer til et vilkår', 'The county asks for more on a condition'),
	('condition.waive', 'Et vilkår er falt bort', 'A condition no longer stands'),
	('claim.reject', 'Det er svart på utbetalingsanmodningen', 'The claim was answered'),
	('claim.release', 'Utbetalingen er anvist', 'The payment was released'),
	('payment.confirm-paid', 'Det er utbetalt', 'A payment was made'),
	('payment.change-account', 'En utbetaling følger en ny konto', 'A payment follows a new account'),
	('progress_report.expect', 'Det skal rapporteres', 'A report is to be handed in'),
	('progress_report.submit', 'Det er rapportert', 'A report was handed in'),
	('progress_report.return', 'Fylkeskommunen ber om mer i rapporten', 'The county asks for more in the report'),
	('progress_report.approve', 'Rapporten er godkjent', 'The report was approved'),
	('progress_report.withdraw', 'Rapporten trengs ikke lenger', 'The report is no longer needed'),
	('application_partner.add-partner', 'Dere er bedt om å være med i en søknad', 'You are asked to take part in an application'),
	('application_partner.ask-to-enter', 'Dere er bedt om å gå inn i et prosjekt som har fått tilskudd', 'You are asked to enter a project that has a grant'),
	('application_partner.ask-to-leave', 'Det er bedt om at dere går ut av et prosjekt', 'It is asked for that you leave a project'),
	('application_partner.stay', 'Dere går ikke ut av prosjektet likevel', 'You do not leave the project after all'),
	('application_partner.ask-to-stay', 'Det er bedt om at deres del av et prosjekt endres', 'It is asked for that your part of a project changes'),
	('application_partner.keep-part', 'Deres del av prosjektet blir som den var', 'Your part of the project stays as it was'),
	('application_partner.create', 'Dere er bedt om å være med i en søknad', 'You are asked to take part in an application'),
	('application_partner.ask-anew', 'Deres del av en søknad er endret', 'Your part of an application has changed'),
	('application_partner.enter-paper', 'Partnerens ja er ført inn', 'A partner''s consent was entered'),
	('application_partner.resign', 'En partner ber om å gå ut av prosjektet', 'A partner asks to leave the project'),
	('application_partner.enter-refusal', 'Partnerens nei er ført inn', 'A partner''s refusal was entered'),
	('application_partner.confirm', 'En partner har bekreftet sin del', 'A partner has confirmed its part'),
	('application_partner.decline', 'En partner er ikke med', 'A partner does not take part'),
	('application_partner.withdraw', 'En partner har trukket seg', 'A partner has withdrawn'),
	('application_partner.remove', 'Dere er ikke lenger med', 'You no longer take part'),
	('access_request.decide', 'Innsynskravet er besvart', 'The access request was answered'),
	('access_request.extend', 'Svaret på innsynskravet tar lengre tid', 'The access request takes longer to answer'),
	('access_request.revoke-link', 'Det er ikke lenger innsyn ved lenken', 'The link no longer gives access'),
	('access_request.complain', 'Det er klaget på svaret på innsynskravet', 'The answer to the access request was complained of'),
	('sampled_case.open', 'Deltakelsen er trukket ut til kontroll', 'The enrolment was drawn for control');

-- Programme delivery.
insert into trinn.notification_kinds (topic, nb, en) values
	('programme.firm-outside-area', 'En annen næringshage følger en bedrift i deres område', 'Another hub follows a firm in your area'),
	('enrolment.create', 'En bedrift er tatt opp til oppfølging', 'A firm is followed up'),
	('enrolment.recommend-stage', 'Det er anbefalt et trinn', 'A stage was recommended'),
	('enrolment.enrol', 'Bedriften er meldt på et trinn', 'The firm was enrolled in a stage'),
	('enrolment.take-place', 'Bedriften har fått plass i et trinn', 'The firm was given a place in a stage'),
	('enrolment.place-free', 'Det er en ledig plass i et trinn', 'A place in a stage is free'),
	('enrolment.passed-over', 'En bedrift på venteliste er gått forbi', 'A firm that waits was passed over'),
	('enrolment.start', 'Et trinn er begynt', 'A stage has begun'),
	('enrolment.complete', 'Et trinn er fullført', 'A stage was completed'),
	('enrolment.finish', 'Deltakelsen er avsluttet', 'The enrolment has ended'),
	('enrolment.drop-out', 'Bedriften har sluttet', 'The firm has left'),
	('enrolment.re-enter', 'Bedriften er tatt opp igjen', 'The firm is followed up again'),
	('enrolment.move', 'Deltakelsen følger en ny trinnplan', 'The enrolment follows a new plan of stages'),
	('gate_waiver.ask-gate-waiver', 'Det er bedt om unntak fra et krav', 'A waiver of a requirement was asked for'),
	('gate_waiver.give', 'Unntak fra et krav er besvart', 'A waiver of a requirement was answered'),
	('gate_waiver.refuse', 'Unntak fra et krav er besvart', 'A waiver of a requirement was answered'),
	('assessment.finish', 'En modenhetssamtale er ferdig', 'A maturity assessment is finished'),
	('handover.ask', 'Det er bedt om overtakelse av en oppfølging', 'A handover was asked for'),
	('handover.ask-handover', 'Det er bedt om overtakelse av en oppfølging', 'A handover was asked for'),
	('handover.consent', 'Bedriften har svart på en overtakelse', 'The firm has answered a handover'),
	('handover.accept', 'En overtakelse er besvart', 'A handover was answered'),
	('handover.decline', 'En overtakelse er besvart', 'A handover was answered'),
	('handover.withdraw', 'En overtakelse er trukket', 'A handover was withdrawn'),
	('membership.create', 'Medlemskapet er registrert', 'The membership was entered'),
	('membership.end', 'Medlemskapet er avsluttet', 'The membership has ended'),
	('deliverable.begin-deliverable', 'En leveranse er begynt', 'A deliverable was begun'),
	('deliverable.deliver', 'En leveranse er levert', 'A deliverable was delivered'),
	('deliverable.accept', 'En leveranse er godtatt', 'A deliverable was accepted'),
	('deliverable.send-back', 'En leveranse er sendt tilbake', 'A deliverable was sent back'),
	('deliverable.discard', 'En leveranse er tatt bort', 'A deliverable was discarded'),
	('cohort.start', 'Et kull er begynt', 'A cohort has begun'),
	('cohort.end', 'Et kull er avsluttet', 'A cohort has ended'),
	('cohort.cancel', 'Et kull er avlyst', 'A cohort was cancelled'),
	('cohort.add-firms', 'Bedriften er med i et kull', 'The firm is in a cohort'),
	('cohort.remove-firms', 'Bedriften er ikke lenger i et kull', 'The firm is no longer in a cohort'),
	('session.plan', 'En samling er planlagt', 'A session was planned'),
	('session.change', 'En samling er endret', 'A session was changed'),
	('session.cancel', 'En samling er avlyst', 'A session was cancelled'),
	('session.hold', 'En samling er holdt', 'A session was held'),
	('session.reopen', 'Det som ble ført om en samling, er tatt tilbake', 'What was entered of a session was taken back'),
	('session.give-feedback', 'En bedrift har svart om en samling', 'A firm has given its feedback on a session'),
	('engagement.propose', 'Et oppdrag er foreslått', 'An engagement was proposed'),
	('engagement.agree', 'Et oppdrag er avtalt', 'An engagement was agreed'),
	('engagement.decline', 'Et oppdrag er avslått', 'An engagement was declined'),
	('engagement.end', 'Et oppdrag er avsluttet', 'An engagement has ended'),
	('engagement.correct-relation', 'Opplysninger om et oppdrag er rettet', 'What is known of an engagement was corrected'),
	('engagement.invoice', 'En faktura er ført', 'An invoice was entered'),
	('engagement.correct-invoice', 'En faktura er rettet', 'An invoice was corrected'),
	('engagement.credit-invoice', 'En faktura er kreditert', 'An invoice was credited'),
	('hours_order.order', 'Timer er bestilt', 'Hours were ordered'),
	('hours.tie', 'Timer er knyttet til en samling', 'Hours were tied to a session'),
	('hours.deliver', 'Timer er meldt levert', 'Hours were reported as delivered'),
	('hours.confirm', 'Timer er bekreftet', 'Hours were confirmed'),
	('hours.withdraw', 'Leverte timer er trukket', 'Delivered hours were withdrawn'),
	('hours.cancel', 'Timer er avbestilt', 'Hours were cancelled'),
	('fagpartner.register', 'Dere er ført som fagpartner', 'You were registered as a specialist partner'),
	('fagpartner.change', 'Opplysningene om dere som fagpartner er endret', 'What is registered of you as a specialist partner was changed'),
	('fagpartner.retire', 'Dere er ikke lenger ført som fagpartner', 'You are no longer registered as a specialist partner'),
	('copayment.enrol', 'En egenandel er satt', 'A co-payment was set'),
	('copayment.take-place', 'En egenandel er satt', 'A co-payment was set'),
	('copayment.drop-out', 'En egenandel er kreditert', 'A co-payment was credited'),
	('copayment.declare-aid', 'Støtte er erklært på nytt', 'Aid was declared anew'),
	('copayment.check-aid', 'Støtten er kontrollert', 'The aid was checked'),
	('copayment.refuse-aid', 'Støtten er kontrollert', 'The aid was checked'),
	('copayment.invoice', 'Egenandelen er fakturert', 'The co-payment was invoiced'),
	('copayment.remind', 'Det er purret på egenandelen', 'A reminder of the co-payment was sent'),
	('copayment.book', 'En innbetaling er ført', 'A payment was entered'),
	('copayment.match', 'En innbetaling er ført', 'A payment was entered'),
	('copayment.reopen', 'En innbetaling er ført om', 'A payment was entered anew'),
	('copayment.return', 'En innbetaling er ført om', 'A payment was entered anew'),
	('copayment.split', 'En innbetaling er ført om', 'A payment was entered anew'),
	('copayment.ignore', 'En innbetaling er ført om', 'A payment was entered anew'),
	('copayment.ask-refund', 'Det er bedt om tilbakebetaling', 'A refund was asked for'),
	('copayment.refund', 'Det er betalt tilbake', 'A refund was made'),
	('copayment.give-relief', 'Egenandelen er satt ned', 'The co-payment was relieved'),
	('copayment.settle-aid', 'Egenandelen er gjort opp', 'The co-payment was settled'),
	('copayment.correct-settlement', 'Oppgjøret er rettet', 'The settlement was corrected'),
	('project.leave', 'En bedrift er ikke lenger med i et prosjekt', 'A firm is no longer in a project'),
	('project_invitation.invite', 'Dere er bedt om å være med i et prosjekt', 'You are asked to take part in a project'),
	('project_invitation.accept', 'En innbydelse til et prosjekt er besvart', 'An invitation to a project was answered'),
	('project_invitation.decline', 'En innbydelse til et prosjekt er besvart', 'An invitation to a project was answered'),
	('project_invitation.withdraw', 'En innbydelse til et prosjekt er trukket', 'An invitation to a project was withdrawn'),
	('result.create', 'Et resultat er ført', 'A result was entered'),
	('result.measure', 'Et resultat er målt', 'A result was measured'),
	('result.revise', 'Et resultat er endret', 'A result was changed'),
	('result.tell-story', 'Historien om et resultat er fortalt', 'The story of a result was told'),
	('result.withdraw-story', 'Historien om et resultat er trukket', 'The story of a result was withdrawn'),
	('sampling.open', 'Det er trukket ut saker til kontroll', 'Cases were drawn for control'),
	('sampling.note-finding', 'Det er gjort et funn i en kontroll', 'A finding was made in a control'),
	('sampling.ask-again', 'Det bes om mer i en kontroll', 'More is asked for in a control'),
	('sampling.close-case', 'En kontrollert sak er avsluttet', 'A controlled case was closed'),
	('sampling.close', 'En kontroll er avsluttet', 'A control has ended'),
	('sampling.answer-finding', 'Et funn er besvart', 'A finding was answered');
insert into trinn.notification_kinds (topic, untold) values
	('copayment.ask-relief', 'in_county'),
	('copayment.ask-credit', 'in_county'),
	('copayment.refuse-relief', 'in_county'),
	('cohort.create-cohort', 'own'),
	('cohort.change', 'own'),
	('network.create', 'own'),
	('network.change', 'own'),
	('network.end', 'own'),
	('deliverable.change', 'own'),
	('session.plan-session', 'elsewhere'),
	('session.plan-interview', 'elsewhere'),
	('session.replace-attendance', 'own');
-- What a person chooses for their own e-mail.
insert into trinn.notification_kinds (topic, untold) values
	('notification_settings.save', 'own'),
	('notification_settings.send-code', 'own'),
	('notification_settings.confirm', 'own');

update trinn.notification_kinds set asks = true where topic in (
	'application.return', 'application.decide', 'application.release-decision', 'application.give-grounds', 'late_submission.decide',
	'message.write', 'document.infected', 'document.refused', 'appeal.settle', 'reversal.decide', 'amendment.decide', 'hearing.hear-party',
	'grant.remind', 'condition.return', 'claim.reject', 'progress_report.expect', 'progress_report.return',
	'application_partner.add-partner', 'application_partner.ask-to-enter', 'application_partner.ask-to-leave', 'application_partner.ask-to-stay',
	'application_partner.create', 'application_partner.ask-anew',
	'enrolment.recommend-stage', 'enrolment.place-free', 'gate_waiver.refuse', 'handover.ask', 'handover.ask-handover', 'handover.consent',
	'deliverable.deliver', 'deliverable.send-back', 'session.plan', 'session.change', 'session.hold', 'engagement.propose',
	'hours_order.order', 'hours.deliver', 'copayment.refuse-aid', 'copayment.invoice', 'copayment.remind',
	'project_invitation.invite', 'sampling.note-finding', 'sampling.ask-again');

update trinn.notification_kinds set is_for_partners = true where topic in ('application.submit', 'application.return', 'application.take',
	'application.recommend', 'application.send-back', 'application.resume', 'application.withdraw', 'application.preliminary-answer', 'application.decide', 'application.release-decision', 'letter.make', 'grant.accept',
	'grant.decline', 'grant.lapse', 'grant.confirm-settlement');

-- ---- told

-- One person's, in the organisation it was told to.
create table trinn.notifications (
	id              bigint generated by default as identity,
	county_id       int not null references trinn.counties,
	outbox_id       bigint not null,                   -- what happened
	person_id       bigint not null references trinn.persons,
	organisation_id bigint not null references trinn.organisations,
	topic           text not null references trinn.notification_kinds,
	application_id  bigint,                            -- its case, if it is one
	number          text,                              -- of that case, or of an access request
	path            text not null,                     -- where it is read
	happened_at     timestamptz not null,
	read_at         timestamptz,
	primary key (county_id, id),
	constraint notifications_once unique (county_id, outbox_id, person_id, organisation_id),
	foreign key (county_id, outbox_id) references trinn.outbox
);
create index notifications_list on trinn.notifications (county_id, person_id, organisation_id, id desc);
create index notifications_unread on trinn.notifications (county_id, person_id, organisation_id, id desc) where read_at is null;
create index notifications_age on trinn.notifications (happened_at);
create trigger notifications_read before update on trinn.notifications for each row
	when (old.read_at is not null or to_jsonb(new) - 'read_at' is distinct from to_jsonb(old) - 'read_at')
	execute function trinn.refuse_change();

-- The application that a thing is of, NULL if none.
create function trinn.application_of(p_county int, p_kind text, p_id bigint) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return case p_kind
		when 'application' then p_id
		when 'application_partner' then (select t.application_id from application_partners t where t.county_id = p_county and t.id = p_id)
		when 'document' then (select t.application_id from documents t where t.county_id = p_county and t.id = p_id)
		when 'letter' then (select t.application_id from letters t where t.county_id = p_county and t.id = p_id)
		when 'message' then (select t.application_id from messages t where t.county_id = p_county and t.id = p_id)
		when 'appeal' then (select t.application_id from appeals t where t.county_id = p_county and t.id = p_id)
		when 'grant' then (select t.application_id from grants t where t.county_id = p_county and t.id = p_id)
		when 'condition' then (select t.application_id from decision_conditions t where t.county_id = p_county and t.id = p_id)
		when 'amendment' then (select t.application_id from amendments t where t.county_id = p_county and t.id = p_id)
		when 'reversal' then (select t.application_id from reversals t where t.county_id = p_county and t.id = p_id)
		when 'hearing' then (select t.application_id from hearings t where t.county_id = p_county and t.id = p_id)
		when 'claim' then (select t.application_id from claims t where t.county_id = p_county and t.id = p_id)
		when 'payment' then (select t.application_id from payments t where t.county_id = p_county and t.id = p_id)
		when 'progress_report' then (select t.application_id from progress_reports t where t.county_id = p_county and t.id = p_id)
		when 'disqualification' then (select application_of(p_county, t.case_kind, t.case_id) from disqualifications t
			where t.county_id = p_county and t.id = p_id)
	end;
end $$;

-- Whether a party knows somebody to handle its application, or an appeal in it: its caseworker, or who made a decision in it.
create function trinn.is_named_to_party(p_kind text, p_id bigint, p_person bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return p_kind in ('application', 'appeal') and exists (select from applications a
		where a.county_id = caller_county() and a.id = application_of(caller_county(), p_kind, p_id) and (a.caseworker_id = p_person
			or exists (select from decisions d where d.county_id = a.county_id and d.application_id = a.id and d.decided_by = p_person
				and d.released_at is not null)));
end $$;

-- Of the people of an organisation those who see a case, or what is no case.
create function trinn.people_told(p_county int, p_organisation bigint, p_is_case boolean) returns setof bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select distinct a.person_id from role_assignments a
	where a.county_id = p_county and a.organisation_id = p_organisation and a.person_id is not null
		and (a.kind in ('hub', 'firm') or a.kind = 'partner' and not p_is_case)
		and today() between a.valid_from and coalesce(a.valid_to, 'infinity');
end $$;

-- Who entered an application for its applicant from a hub, and goes on answering for it.
create function trinn.answering_for(p_county int, p_application bigint) returns table (organisation_id bigint, person_id bigint)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select a.entered_from, a.entered_by from applications a
	where a.county_id = p_county and a.id = p_application and a.entered_from is not null
		and coalesce(a.submitted_by, a.entered_by) = a.entered_by and a.entered_by in (select people_told(p_county, a.entered_from, true));
end $$;

-- Makes notifications of what has happened, the first first, at most so many rows of the outbox; how many there were, and the topics of
-- which nobody said what is told. Several may ask at once, each for its own.
create function trinn.jobs_notify(p_limit int) returns table (taken bigint, told bigint, unknown text)
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	-- Of a decision that is held, and of its grant, nobody outside the county hears before it is made known, whoever asked for it.
	return query with rows as materialized (
		select o.*, application_of(o.county_id, o.object_kind, o.object_id) as application_id from outbox o
		where o.delivered_at is null and not (o.organisation_id is not null and (o.topic = 'application.decide' or o.object_kind in ('grant', 'condition'))
				and is_held(o.county_id, application_of(o.county_id, o.object_kind, o.object_id)))
		order by o.id limit p_limit for update of o skip locked
	), told_of as (
		insert into notifications (county_id, outbox_id, person_id, organisation_id, topic, application_id, number, path, happened_at)
		select r.county_id, r.id, t.person, t.id, r.topic, r.application_id, coalesce(a.case_number, q.number),
			'/v1/' || case r.object_kind when 'hours' then 'hours' when 'fagpartner' then 'fagpartnere' else replace(r.object_kind, '_', '-') || 's' end || '/' || r.object_id,
			r.created_at
		from rows r join notification_kinds k on k.topic = r.topic and k.untold is null
			left join applications a on a.county_id = r.county_id and a.id = r.application_id
			left join access_requests q on r.object_kind = 'access_request' and q.county_id = r.county_id and q.id = r.object_id
			cross join lateral (
				select o.id, p as person, o.is_told
				from (select r.organisation_id as id, k.is_receipt or r.by_id is distinct from r.organisation_id as is_told
						union all
						select s.organisation_id, r.by_id is distinct from s.organisation_id from application_partners s
						where k.is_for_partners and r.organisation_id is not null
							and (r.topic <> 'letter.make' or is_for_partners(r.content->>'kind')) and s.county_id = r.county_id
							and s.application_id = r.application_id and stands_by(s) and s.organisation_id <> r.organisation_id
							and is_told_still(s, r.object_kind, r.object_id)) o
					cross join lateral people_told(r.county_id, o.id, r.application_id is not null) p
				union
				select f.organisation_id, f.person_id, k.is_receipt or r.by_id is distinct from f.organisation_id
				from answering_for(r.county_id, r.application_id) f
				where k.is_for_partners and r.organisation_id = (select a.applicant_id from applications a
					where a.county_id = r.county_id and a.id = r.application_id)) t
		where t.is_told
		order by r.id, t.id, t.person
		on conflict on constraint notifications_once do nothing
		returning 1
	), done as (
		update outbox o set delivered_at = now() from rows r where o.county_id = r.county_id and o.id = r.id returning o.topic, o.organisation_id
	)
	select count(*), (select count(*) from told_of), string_agg(distinct d.topic, ' ') filter (where d.organisation_id is not null
		and not exists (select from notification_kinds k where k.topic = d.topic))
	from done d;
end $$;

-- Forgets what is older than its figure; how many.
create function trinn.jobs_forget_notifications() returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	n bigint;
begin
	delete from notifications t using rule_params p
	where p.key = 'notifications.months' and p.county_id is null and today() between p.valid_from and coalesce(p.valid_to, 'infinity')
		and t.happened_at < now() - make_interval(months => p.value::int);
	get diagnostics n = row_count;
	perform forget_addresses(now() - make_interval(months => county_figure('notifications.months', 24, null)::int));
	return n;
end $$;
