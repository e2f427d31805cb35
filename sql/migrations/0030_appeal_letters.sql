-- Letters of what the county answers in an appeal (klage): leave, a stay, its own reconsideration, what the appeals board
-- decided, costs. A new decision is told in its own letter, which says that it is the answer.

insert into trinn.letter_kinds values ('appeal', 'Svar på klage', 'Answer to appeal', 'appeal_proposal');

create function trinn.write_answer() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into letters (county_id, applicant_id, application_id, kind, proposal_id, language)
	values (new.county_id, new.applicant_id, new.application_id, 'appeal', new.id, 'nb');
	return null;
end $$;
create trigger appeal_proposals_letter after update of state on trinn.appeal_proposals
	for each row when (new.state = 'confirmed' and new.decision_id is null and new.application_id is not null)
	execute function trinn.write_answer();

-- Words of what the county answers in an appeal. Against what ends it, and what is said of costs, there is an appeal, unless
-- the appeals board said it (fvl. §§ 28 and 36).
create function trinn.appeal_words(l trinn.letters) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object(
		p.kind || '_' || case when p.outcome <> 'sent_back' or o.kind = 'decision' and a.amendment_id is null then p.outcome
			when o.kind = 'dismissal' then 'heard' else 'set_aside' end, true,
		'of_' || o.kind, true, case when a.amendment_id is null then 'not_amended' else 'amended' end, true, 'grounds', p.grounds, p.kind, true,
		case p.outcome when 'forwarded' then 'stated' else 'reasoned' end, true, coalesce(p.ground, 'no_ground'), true,
		'date', (p.settled_at at time zone 'Europe/Oslo')::date,
		'answeredOn', day_text((p.settled_at at time zone 'Europe/Oslo')::date, l.language),
		'signedBy', person_name(p.settled_by), 'decidedOn', day_text(o.made_on, l.language),
		'lodgedOn', day_text(a.lodged_on, l.language), 'commentBy', day_text(a.comment_by, l.language),
		'amount', amount_text(p.amount_ore, l.language), 'appealBody', o.appeal_body,
		'asked', (select case l.language when 'nb' then k.name_nb else k.name_en end from amendments m join amendment_kinds k on k.kind = m.kind
			where m.county_id = a.county_id and m.id = a.amendment_id),
		'resolution', case when i.id is null then p.resolution when l.language = 'nb' then format('%s i møte %s/%s', i.number, m.number, m.year)
			else format('%s of meeting %s/%s', i.number, m.number, m.year) end, 'resolvedOn', day_text(p.resolved_on, l.language),
		'appealable', case when p.outcome = 'inadmissible' and o.kind <> 'dismissal'
			or p.kind = 'costs' and not is_of_board(a.county_id, a.decision_id) then true end,
		'appealDays', days_text(county_figure('appeal.days', 21)::int, l.language),
		'dismissal_appealable', case when o.kind <> 'dismissal' then true end,
		'with_grant', case when exists (select from grants g where g.county_id = a.county_id and g.application_id = a.application_id
			and not has_ended(g)) then true end)
		|| coalesce((select jsonb_build_object('applicant', r.name, 'orgnr', orgnr_text(r.orgnr), 'municipality', null)
			from organisations r where r.id = a.partner_id), '{}')
		|| case when a.other_name is null then '{"of_party": true}' else jsonb_build_object('of_other', true, 'applicant', a.other_name, 'orgnr', null,
			'municipality', null, 'recipientAddress', a.other_address, 'recipient', (select c.applicant->>'name' from applications c
				where c.county_id = a.county_id and c.id = a.application_id)) end
	from appeal_proposals p
		join appeals a on a.county_id = p.county_id and a.id = p.appeal_id
		cross join lateral appealed(a) o
		left join meeting_items i on i.county_id = p.county_id and i.id = p.meeting_item_id
		left join meetings m on m.county_id = i.county_id and m.id = i.meeting_id
	where p.county_id = l.county_id and p.id = l.proposal_id);
end $$;

insert into trinn.letter_items (kind, word, needs) values
	('appeal', 'caseNumber', '{}'), ('appeal', 'applicant', '{}'), ('appeal', 'orgnr', '{of_party}'), ('appeal', 'recipientAddress', '{of_other}'), ('appeal', 'project', '{}'),
	('appeal', 'lodgedOn', '{}'), ('appeal', 'decidedOn', '{}'), ('appeal', 'answeredOn', '{}'), ('appeal', 'signedBy', '{}'),
	('appeal', 'grounds', '{}'), ('appeal', 'sender', '{}'), ('appeal', 'address', '{}'), ('appeal', 'caseworker', '{}'),
	('appeal', 'email', '{}'), ('appeal', 'commentBy', '{reconsideration_forwarded}'),
	('appeal', 'appealBody', '{reconsideration_forwarded}'), ('appeal', 'resolution', '{board}'),
	('appeal', 'amount', '{costs_given}'), ('appeal', 'appealDays', '{appealable}');

insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('appeal', 33, 'recipient', '{}', '{recipientAddress}', '{recipientAddress}'),
	('appeal', 40, 'reference', '{}', 'Dato|{answeredOn}', 'Date|{answeredOn}'),
	('appeal', 100, 'title', '{leave_given}', 'Vi behandler klagen selv om fristen var ute', 'We consider the appeal although it is late'),
	('appeal', 101, 'title', '{leave_refused}', 'Dere får ikke unntak fra klagefristen', 'No exception is made from the time limit'),
	('appeal', 102, 'title', '{stay_given}', 'Vedtaket settes ikke i verk før klagen er avgjort',
		'The decision is not carried out before the appeal is decided'),
	('appeal', 103, 'title', '{stay_refused}', 'Vedtaket settes i verk selv om dere har klaget',
		'The decision is carried out although you have appealed'),
	('appeal', 104, 'title', '{reconsideration_forwarded}', 'Klagen er sendt til {appealBody}', 'The appeal is sent to {appealBody}'),
	('appeal', 105, 'title', '{reconsideration_sent_back}', 'Vi har opphevet vedtaket', 'We have set the decision aside'),
	('appeal', 106, 'title', '{reconsideration_inadmissible}', 'Klagen er avvist', 'The appeal may not be heard'),
	('appeal', 108, 'title', '{board_not_allowed}', '{appealBody} har ikke tatt klagen til følge', '{appealBody} has not allowed the appeal'),
	('appeal', 109, 'title', '{board_sent_back}', '{appealBody} har opphevet vedtaket', '{appealBody} has set the decision aside'),
	('appeal', 110, 'title', '{costs_given}', 'Dere får dekket sakskostnader', 'Your costs are covered'),
	('appeal', 111, 'title', '{costs_refused}', 'Dere får ikke dekket sakskostnader', 'Your costs are not covered'),
	('appeal', 112, 'title', '{reconsideration_heard}', 'Vi behandler klagen likevel', 'We consider the appeal after all'),
	('appeal', 113, 'title', '{board_heard}', '{appealBody} har opphevet avvisningen', '{appealBody} has set the dismissal aside'),
	('appeal', 119, 'paragraph', '{of_dismissal}',
		'Dere klaget {lodgedOn} på at vi {decidedOn} avviste klagen deres i saken om tilskudd til «{project}».',
		'On {lodgedOn} you appealed against our dismissal of {decidedOn} of your appeal in the case of the grant for “{project}”.'),
	('appeal', 120, 'paragraph', '{of_decision,not_amended}', 'Dere klaget {lodgedOn} på vedtaket vårt fra {decidedOn} om tilskudd til «{project}».',
		'On {lodgedOn} you appealed against our decision of {decidedOn} on the grant for “{project}”.'),
	('appeal', 121, 'paragraph', '{leave_given}', 'Klagen kom etter at fristen var ute. Vi behandler den likevel (forvaltningsloven § 31).',
		'The appeal came after the time limit. We consider it all the same (Public Administration Act § 31).'),
	('appeal', 122, 'paragraph', '{leave_refused}',
		'Klagen kom etter at fristen var ute, og vilkårene for å behandle den likevel er ikke oppfylt (forvaltningsloven § 31).',
		'The appeal came after the time limit, and the requirements for considering it all the same are not met (Public Administration Act '
		'§ 31).'),
	('appeal', 123, 'paragraph', '{stay_given}',
		'Vi betaler ikke ut av tilskuddet før klagen er avgjort (forvaltningsloven § 42).',
		'We pay nothing of the grant before the appeal is decided (Public Administration Act § 42).'),
	('appeal', 124, 'paragraph', '{stay_refused}',
		'Dere ba om at vedtaket ikke settes i verk før klagen er avgjort (forvaltningsloven § 42). Det har vi sagt nei til.',
		'You asked that the decision is not carried out before the appeal is decided (Public Administration Act § 42). We have refused this.'),
	('appeal', 125, 'paragraph', '{reconsideration_forwarded}',
		'Vi har vurdert vedtaket på nytt og ikke endret det. Derfor har vi sendt klagen til {appealBody}, som avgjør den (forvaltningsloven '
		'§ 33). Dere kan kommentere det vi har skrevet, innen {commentBy}.',
		'We have considered the decision anew and not changed it. We have therefore sent the appeal to {appealBody}, who decides it (Public '
		'Administration Act § 33). You may comment on what we have written by {commentBy}.'),
	('appeal', 126, 'paragraph', '{reconsideration_sent_back}',
		'Vi har vurdert vedtaket på nytt og opphevet det (forvaltningsloven § 33). Vi behandler søknaden på nytt, og dere får et nytt vedtak.',
		'We have considered the decision anew and set it aside (Public Administration Act § 33). We consider the application anew, and you '
		'will have a new decision.'),
	('appeal', 127, 'paragraph', '{reconsideration_inadmissible,late}', 'Vi kan ikke behandle klagen, fordi fristen var ute '
		'(forvaltningsloven §§ 29, 31 og 33).',
		'We cannot consider the appeal, as it is late (Public Administration Act §§ 29, 31 and 33).'),
	('appeal', 128, 'paragraph', '{reconsideration_inadmissible,no_standing}',
		'Vi kan ikke behandle klagen, fordi den som klaget, ikke har klagerett (forvaltningsloven §§ 28 og 33).',
		'We cannot consider the appeal, as who appealed has no right to (Public Administration Act §§ 28 and 33).'),
	('appeal', 129, 'paragraph', '{reconsideration_inadmissible,not_decision}',
		'Vi kan ikke behandle klagen, fordi det den gjelder, ikke er et vedtak det kan klages på (forvaltningsloven §§ 28 og 33).',
		'We cannot consider the appeal, as there is no appeal against what it is about (Public Administration Act §§ 28 and 33).'),
	('appeal', 130, 'paragraph', '{reconsideration_inadmissible,form}',
		'Vi kan ikke behandle klagen, fordi den ikke er slik loven krever (forvaltningsloven §§ 32 og 33).',
		'We cannot consider the appeal, as it is not as the law asks (Public Administration Act §§ 32 and 33).'),
	('appeal', 131, 'paragraph', '{board_not_allowed,of_dismissal}',
		'{appealBody} avgjorde klagen {resolvedOn}, i sak {resolution}. Den første klagen er avvist, og det som er vedtatt, står.',
		'{appealBody} decided the appeal on {resolvedOn}, as item {resolution}. The first appeal is dismissed, and what was decided stands.'),
	('appeal', 137, 'paragraph', '{reconsideration_heard}',
		'Vi har vurdert avvisningen på nytt og opphevet den (forvaltningsloven § 33). Vi behandler den første klagen, og dere får svar på den.',
		'We have considered the dismissal anew and set it aside (Public Administration Act § 33). We consider the first appeal, and you will have '
		'an answer to it.'),
	('appeal', 138, 'paragraph', '{board_heard}',
		'{appealBody} opphevet avvisningen {resolvedOn}, i sak {resolution}. Vi behandler den første klagen, og dere får svar på den.',
		'{appealBody} set the dismissal aside on {resolvedOn}, as item {resolution}. We consider the first appeal, and you will have an answer '
		'to it.'),
	('appeal', 132, 'paragraph', '{board_not_allowed,of_decision}', '{appealBody} avgjorde klagen {resolvedOn}, i sak {resolution}. Vedtaket står.',
		'{appealBody} decided the appeal on {resolvedOn}, as item {resolution}. The decision stands.'),
	('appeal', 133, 'paragraph', '{board_sent_back}',
		'{appealBody} opphevet vedtaket {resolvedOn}, i sak {resolution}. Vi behandler saken på nytt.',
		'{appealBody} set the decision aside on {resolvedOn}, as item {resolution}. We consider the case anew.'),
	('appeal', 134, 'paragraph', '{board_sent_back,with_grant}',
		'Til saken er avgjort på nytt, kan ikke tilskuddet godtas, og vi betaler ikke ut noe av det. Det som er krevd utbetalt, venter.',
		'Until the case is decided anew, the grant cannot be accepted and nothing of it is paid. What is claimed waits.'),
	('appeal', 135, 'paragraph', '{costs_given}',
		'Dere får dekket {amount} av det det kostet dere å få vedtaket endret (forvaltningsloven § 36).',
		'You have {amount} covered of what it cost you to have the decision changed (Public Administration Act § 36).'),
	('appeal', 136, 'paragraph', '{costs_refused}', 'Vi dekker ikke det dere har krevd (forvaltningsloven § 36).',
		'We do not cover what you claimed (Public Administration Act § 36).'),
	('appeal', 200, 'heading', '{reconsideration_forwarded}', 'Det vi har skrevet til {appealBody}', 'What we have written to {appealBody}'),
	('appeal', 201, 'heading', '{reasoned}', 'Begrunnelse', 'Grounds'),
	('appeal', 202, 'paragraph', '{}', '{grounds}', '{grounds}'),
	('appeal', 300, 'heading', '{leave_refused}', 'Hva som skjer nå', 'What comes next'),
	('appeal', 301, 'paragraph', '{leave_refused}', 'Når dere ikke får unntak, må vi avvise klagen (forvaltningsloven § 33). Det får dere et eget brev om.',
		'As no exception is made, we have to dismiss the appeal (Public Administration Act § 33). You will have a letter of its own on that.'),
	('appeal', 302, 'paragraph', '{leave_refused,dismissal_appealable}',
		'Dere kan klage på at klagen avvises, innen {appealDays} etter at dere har fått det brevet (§§ 28 og 29). Da kan dere også si hvorfor dere mener at den '
		'skal behandles likevel.',
		'You may appeal against the dismissal within {appealDays} of having that letter (§§ 28 and 29). You may then also say why you think that the '
		'appeal is to be considered all the same.'),
	('appeal', 500, 'heading', '{appealable}', 'Dere kan klage', 'You may appeal'),
	('appeal', 501, 'paragraph', '{appealable}',
		'Dere kan klage på dette innen {appealDays} etter at dere fikk melding om det (forvaltningsloven §§ 28 og 29). Klag skriftlig til '
		'{sender}, {address}, {email}, og nevn sak {caseNumber}. {appealBody} avgjør klagen hvis vi ikke gjør det om selv.',
		'You may appeal against this within {appealDays} of being notified of it (Public Administration Act §§ 28 and 29). Appeal in '
		'writing to {sender}, {address}, {email}, and name case {caseNumber}. {appealBody} decides it if we do not change it ourselves.'),
	('appeal', 502, 'paragraph', '{board}',
		'Det kan ikke klages på det {appealBody} har avgjort (forvaltningsloven § 28 tredje ledd).',
		'There is no appeal against what {appealBody} has decided (Public Administration Act § 28 third paragraph).'),
	('appeal', 902, 'signature', '{}', '{sender}', '{sender}');
