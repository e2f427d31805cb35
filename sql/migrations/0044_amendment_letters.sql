-- Letters of what becomes of a grant: without a new decision on it an offer or a rest that lapsed, a rest that the settlement gives
-- back, and an amendment that was refused, which is a decision against the one who asked (fvl. §§ 2 and 23-28); and what the letter of
-- a decision says of the amendment that it approves.

insert into trinn.letter_kinds values ('lapse', 'Bortfall av tilskudd', 'Grant lapsed', 'lapse', true),
	('settlement', 'Sluttoppgjør', 'Settlement', 'settlement', true),
	('amendment', 'Avslag på endring', 'Amendment refused', 'amendment_answer', false);
alter table trinn.letters
	add foreign key (county_id, applicant_id, application_id, grant_id) references trinn.grants (county_id, applicant_id, application_id, id),
	add foreign key (county_id, applicant_id, application_id, amendment_id)
		references trinn.amendments (county_id, applicant_id, application_id, id);

-- ---- lapsed: a term of law and of the decision, so that it says which and is no decision itself

create function trinn.write_lapse() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into letters (county_id, applicant_id, application_id, kind, grant_id, language)
	values (new.county_id, new.applicant_id, new.application_id, 'lapse', new.id, 'nb');
	perform journal_post(new.application_id, 'U', 'KORR', 'Tilskuddet er falt bort', 'lapse', new.id);
	return null;
end $$;
create trigger grants_lapse_letter after update of state on trinn.grants
	for each row when (new.state = 'lapsed') execute function trinn.write_lapse();

create function trinn.lapse_words(l trinn.letters) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object(g.end_reason, true, 'date', (g.ended_at at time zone 'Europe/Oslo')::date,
		'lapsedOn', day_text((g.ended_at at time zone 'Europe/Oslo')::date, l.language), 'decidedOn', day_text(d.decided_on, l.language),
		'amount', amount_text(g.amount_ore, l.language), 'lapsed', amount_text(g.remaining_ore, l.language),
		'acceptBy', day_text(g.accept_by, l.language), 'endsOn', day_text(coalesce(g.ends_on, a.ends_on), l.language),
		'claimBy', day_text(claim_by(g), l.language), 'claimDays', days_text(g.claim_days, l.language),
		'claimed', case when g.remaining_ore < g.amount_ore then amount_text(g.amount_ore - g.remaining_ore, l.language) end,
		'caseworker', coalesce(a.caseworker, person_name(d.recommended_by)))
	from grants g
		join applications a on a.county_id = g.county_id and a.id = g.application_id
		join lateral (select t.* from decisions t where t.county_id = g.county_id and t.application_id = g.application_id
			order by t.number desc limit 1) d on true
	where g.county_id = l.county_id and g.id = l.grant_id);
end $$;

insert into trinn.letter_items (kind, word, needs) values
	('lapse', 'caseNumber', '{}'), ('lapse', 'applicant', '{}'), ('lapse', 'orgnr', '{}'), ('lapse', 'project', '{}'), ('lapse', 'lapsedOn', '{}'),
	('lapse', 'decidedOn', '{}'), ('lapse', 'lapsed', '{}'), ('lapse', 'sender', '{}'), ('lapse', 'address', '{}'), ('lapse', 'email', '{}'),
	('lapse', 'caseworker', '{}'), ('lapse', 'acceptBy', '{not_accepted}'), ('lapse', 'claimBy', '{not_claimed}'), ('lapse', 'claimed', '{claimed}');
insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('lapse', 40, 'reference', '{}', 'Dato|{lapsedOn}', 'Date|{lapsedOn}'),
	('lapse', 100, 'title', '{not_accepted}', 'Tilsagnet om tilskudd til «{project}» er falt bort', 'The offer of a grant for “{project}” has lapsed'),
	('lapse', 101, 'title', '{not_claimed}', 'Resten av tilskuddet til «{project}» er falt bort', 'The rest of the grant for “{project}” has lapsed'),
	('lapse', 110, 'paragraph', '{not_accepted}',
		'Vi tilbød dere {amount} i tilskudd {decidedOn}. Siste dag for å godta det var {acceptBy}. Dere har ikke godtatt, og tilsagnet falt bort {lapsedOn}.',
		'On {decidedOn} we offered you a grant of {amount}. The last day to accept it was {acceptBy}. You have not accepted, and the offer lapsed on {lapsedOn}.'),
	('lapse', 111, 'paragraph', '{not_claimed}',
		'Tilskuddet deres er {amount}. Arbeidet varte til {endsOn}, og siste dag for å be om utbetaling var {claimBy}, {claimDays} etter. {lapsed} var '
		'ikke bedt om da, og falt bort {lapsedOn}.',
		'Your grant is {amount}. The work lasted until {endsOn}, and the last day for claims was {claimBy}, {claimDays} later. {lapsed} was not claimed by '
		'then, and lapsed on {lapsedOn}.'),
	('lapse', 112, 'paragraph', '{not_claimed,claimed}', 'Det endrer ikke noe for de {claimed} som dere har bedt om.',
		'Nothing changes for the {claimed} that you have claimed.'),
	('lapse', 113, 'term', '{}', 'Falt bort|{lapsed}', 'Lapsed|{lapsed}'),
	('lapse', 200, 'heading', '{}', 'Hvorfor', 'Why'),
	('lapse', 201, 'paragraph', '{}',
		'Fristen står i vedtaket fra {decidedOn}, som sier at det som ikke er brukt innen den, faller bort uten nytt vedtak. Saken er avsluttet.',
		'The time limit stands in the decision of {decidedOn}, which says that what is not used by then lapses without another decision. The case is closed.'),
	('lapse', 300, 'heading', '{}', 'Dette kan dere gjøre', 'What you can do'),
	('lapse', 301, 'item', '{}',
		'Mener dere at fristen er regnet feil, eller at dere holdt den, skriv til {sender}, {address}, {email}, og nevn sak {caseNumber}.',
		'If you think that the time limit was reckoned wrongly, or that you kept it, write to {sender}, {address}, {email}, and name case {caseNumber}.'),
	('lapse', 302, 'item', '{}', 'Dere kan søke på nytt i en åpen utlysning.', 'You may apply anew in an open call.'),
	('lapse', 902, 'signature', '{}', '{sender}', '{sender}');

-- ---- settled, with a rest: the recipient had claimed what it was to have

create function trinn.write_settlement() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into letters (county_id, applicant_id, application_id, kind, grant_id, language)
	values (new.county_id, new.applicant_id, new.application_id, 'settlement', new.grant_id, 'nb');
	perform journal_post(new.application_id, 'U', 'KORR', 'Sluttoppgjør av tilskudd', 'settlement', new.grant_id);
	return null;
end $$;
create trigger grant_settlements_letter after update of state on trinn.grant_settlements
	for each row when (new.state = 'confirmed' and new.released_ore > 0) execute function trinn.write_settlement();

create function trinn.settlement_words(l trinn.letters) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object('date', (s.settled_at at time zone 'Europe/Oslo')::date,
		'settledOn', day_text((s.settled_at at time zone 'Europe/Oslo')::date, l.language), 'decidedOn', day_text(d.decided_on, l.language),
		'amount', amount_text(g.amount_ore, l.language), 'paid', amount_text(s.paid_ore, l.language),
		'released', amount_text(s.released_ore, l.language), 'assessment', s.assessment, 'signedBy', person_name(s.settled_by),
		'caseworker', coalesce(a.caseworker, person_name(s.prepared_by)))
	from grant_settlements s
		join grants g on g.county_id = s.county_id and g.id = s.grant_id
		join applications a on a.county_id = s.county_id and a.id = s.application_id
		join lateral (select t.* from decisions t where t.county_id = s.county_id and t.application_id = s.application_id
			order by t.number desc limit 1) d on true
	where s.county_id = l.county_id and s.grant_id = l.grant_id and s.state = 'confirmed');
end $$;

insert into trinn.letter_items (kind, word)
select 'settlement', w from unnest('{caseNumber,applicant,orgnr,project,settledOn,decidedOn,amount,paid,released,assessment,signedBy,sender,address,
	email,caseworker}'::text[]) w;
insert into trinn.letter_texts (kind, position, block, nb, en) values
	('settlement', 40, 'reference', 'Dato|{settledOn}', 'Date|{settledOn}'),
	('settlement', 100, 'title', 'Sluttoppgjør av tilskuddet til «{project}»', 'Settlement of the grant for “{project}”'),
	('settlement', 110, 'paragraph',
		'Vi gjorde {settledOn} opp tilskuddet som dere fikk {decidedOn}. Dere har fått utbetalt det dere har dokumentert, og resten går tilbake til '
		'ordningen. Saken er avsluttet.',
		'On {settledOn} we settled the grant that was decided on {decidedOn}. You have been paid what you have documented, and the rest goes back to '
		'the scheme. The case is closed.'),
	('settlement', 111, 'term', 'Tilskudd|{amount}', 'Grant|{amount}'),
	('settlement', 112, 'term', 'Utbetalt|{paid}', 'Paid|{paid}'),
	('settlement', 113, 'term', 'Går tilbake|{released}', 'Goes back|{released}'),
	('settlement', 200, 'heading', 'Slik har vi vurdert det', 'How we have assessed it'),
	('settlement', 201, 'paragraph', '{assessment}', '{assessment}'),
	('settlement', 300, 'paragraph',
		'Mener dere at noe er regnet feil, eller at dere har krav på mer, skriv til {sender}, {address}, {email}, og nevn sak {caseNumber}.',
		'If you think that something was reckoned wrongly, or that you are owed more, write to {sender}, {address}, {email}, and name case {caseNumber}.'),
	('settlement', 902, 'signature', '{sender}', '{sender}');

-- ---- refused

create function trinn.write_refusal() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	insert into letters (county_id, applicant_id, application_id, kind, amendment_id, language)
	values (new.county_id, new.applicant_id, new.application_id, 'amendment', new.id, 'nb');
	perform journal_post(new.application_id, 'U', 'VEDTAK', 'Avslag på søknad om endring av tilskudd', 'amendment_answer', new.id);
	return null;
end $$;
create trigger amendments_refusal_letter after update of state on trinn.amendments
	for each row when (new.state = 'refused' and not new.is_of_county) execute function trinn.write_refusal();

create function trinn.amendment_words(l trinn.letters) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select jsonb_build_object('date', (m.settled_at at time zone 'Europe/Oslo')::date,
		'decidedOn', day_text((m.settled_at at time zone 'Europe/Oslo')::date, l.language),
		'askedOn', day_text((m.asked_at at time zone 'Europe/Oslo')::date, l.language),
		'asked', case l.language when 'nb' then k.name_nb else k.name_en end, 'reason', m.reason, 'grounds', m.grounds,
		'until', day_text(m.asked_until, l.language), 'amount', amount_text(m.asked_ore, l.language),
		'body', m.body, 'signedBy', person_name(m.settled_by), 'caseworker', coalesce(a.caseworker, person_name(m.prepared_by)),
		'line', f.name, 'legalBasis', d.legal_basis, 'appealBody', d.appeal_body,
		'appealDays', days_text(county_figure('appeal.days', 21)::int, l.language))
	from amendments m
		join amendment_kinds k on k.kind = m.kind
		join applications a on a.county_id = m.county_id and a.id = m.application_id
		join lateral (select t.* from decisions t where t.county_id = m.county_id and t.application_id = m.application_id
			order by t.number desc limit 1) d on true
		join funding_lines f on f.county_id = d.county_id and f.id = d.funding_line_id
	where m.county_id = l.county_id and m.id = l.amendment_id);
end $$;

insert into trinn.letter_items (kind, word)
select 'amendment', w from unnest('{caseNumber,applicant,orgnr,project,askedOn,asked,decidedOn,body,grounds,legalBasis,line,appealBody,appealDays,
	signedBy,sender,address,email,caseworker}'::text[]) w;
insert into trinn.letter_texts (kind, position, block, nb, en) values
	('amendment', 40, 'reference', 'Vedtaksdato|{decidedOn}', 'Date of decision|{decidedOn}'),
	('amendment', 100, 'title', 'Avslag på søknad om {asked}', 'Refusal of {asked}'),
	('amendment', 110, 'paragraph',
		'Dere ba {askedOn} om {asked} for «{project}». {body} vedtok {decidedOn} å avslå det. Tilskuddet står som før.',
		'On {askedOn} you asked for {asked} for “{project}”. On {decidedOn} {body} decided to refuse it. The grant stands as it was.'),
	('amendment', 111, 'term', 'Dere ba om|{until}', 'You asked for|{until}'),
	('amendment', 112, 'term', 'Dere ba om|{amount}', 'You asked for|{amount}'),
	('amendment', 113, 'term', 'Deres begrunnelse|{reason}', 'Your reason|{reason}'),
	('amendment', 300, 'heading', 'Begrunnelse', 'Grounds'),
	('amendment', 301, 'paragraph', 'Vi har behandlet det etter reglene for {line}: {legalBasis}.', 'We have considered it by the rules of {line}: {legalBasis}.'),
	('amendment', 302, 'paragraph', '{grounds}', '{grounds}'),
	('amendment', 500, 'heading', 'Dere kan klage', 'You may appeal'),
	('amendment', 501, 'paragraph',
		'Dere kan klage på vedtaket innen {appealDays} etter at dere fikk melding om det (forvaltningsloven §§ 28 og 29). Klag skriftlig til {sender}, '
		'{address}, {email}. Nevn sak {caseNumber} og hva dere vil ha endret (§ 32). Gjør vi ikke om vedtaket selv, sender vi klagen til {appealBody}, '
		'som avgjør den (§ 33).',
		'You may appeal against the decision within {appealDays} of being notified of it (Public Administration Act §§ 28 and 29). Appeal in writing to '
		'{sender}, {address}, {email}. Name case {caseNumber} and what you want changed (§ 32). If we do not change the decision ourselves, we send the '
		'appeal to {appealBody}, who decides it (§ 33).'),
	('amendment', 510, 'heading', 'Innsyn i saken', 'Access to the case'),
	('amendment', 511, 'paragraph',
		'Dere har rett til å se dokumentene i saken, med de unntakene som loven gjør (forvaltningsloven §§ 18 og 19).',
		'You have the right to see the documents of the case, with the exceptions that the law makes (Public Administration Act §§ 18 and 19).'),
	('amendment', 902, 'signature', '{body}, {sender}', '{body}, {sender}');

-- ---- approved: the letter of the decision says who asked for what, how it was and is, and what of it was refused (fvl. §§ 24 and 25)

-- A line of the budget, with whose it is where there are partners.
create function trinn.place_text(m trinn.amendments, p_place jsonb) returns text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select concat_ws(', ', n.name, (select p.name from grant_partners p where p.county_id = m.county_id and p.grant_id = m.grant_id
			and p.orgnr = p_place->>'partnerOrgnr'))
		from grants g join cost_groups n on n.county_id = g.county_id and n.funding_line_id = g.funding_line_id
		where g.county_id = m.county_id and g.id = m.grant_id and n.code = p_place->>'costGroup');
end $$;

create function trinn.amended_words(d trinn.decisions, p_language text) returns jsonb
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce((select jsonb_build_object(m.kind, true, case when m.is_of_county then 'of_county' when m.partner_id is not null then 'of_partner' else 'on_asking' end, true,
			'asked', case p_language when 'nb' then k.name_nb else k.name_en end,
			'askedOn', day_text((m.asked_at at time zone 'Europe/Oslo')::date, p_language),
			'askedUntil', day_text(m.asked_until, p_language), 'askedAmount', amount_text(m.asked_ore, p_language),
			'asked_alone', case when num_nonnulls(m.asked_until, m.asked_ore) = 0 then true end,
			coalesce((select case o.state when 'refused' then 'taken_up' else case when o.is_of_county then 'put_aside' else 'rest_taken_up' end end
				from appeals p join amendments o on o.id = p.amendment_id where p.county_id = m.county_id and p.id = m.appeal_id
					and m.partner_id is null), 'not_taken_up'), true,
			'askedBy', (select r.name from organisations r where r.id = m.partner_id),
			'until', day_text(m.granted_until, p_language),
			'untilBefore', day_text(case m.kind when 'acceptance' then b.accept_by when 'extension' then ends_on_of(b) end, p_language),
			'amountBefore', amount_text(b.amount_ore, p_language),
			case when m.kind in ('increase', 'decrease', 'annulment') then 'amount_amended' when d.amount_ore < b.amount_ore then 'amount_follows'
				when d.amount_ore > b.amount_ore then 'amount_comes_back'
				else 'amount_stands' end, true)
		|| case when m.is_of_county then '{}' else jsonb_build_object(
			'restUntil', case when m.granted_until < m.asked_until then day_text(m.asked_until, p_language) end,
			'restAmount', case when m.kind = 'increase' and m.granted_ore < m.asked_ore then amount_text(m.asked_ore, p_language) end,
			'askedMoves', (select jsonb_agg(table_row(false, coalesce(place_text(m, t.move->'from'),
					case p_language when 'nb' then 'Inn i prosjektet igjen' else 'Back into the project' end), coalesce(place_text(m, t.move->'to'),
					case p_language when 'nb' then 'Ut av prosjektet' else 'Out of the project' end),
					kroner((t.move->>'amountOre')::bigint, p_language)) order by t.n)
				from jsonb_array_elements(m.asked_moves) with ordinality t(move, n) where moves_otherwise(m.granted_moves, m.asked_moves))) end
		from amendments m join amendment_kinds k on k.kind = m.kind
			join decisions b on b.county_id = d.county_id and b.id = d.replaces_id
		where m.county_id = d.county_id and m.decision_id = d.id), '{}');
end $$;

insert into trinn.letter_items (kind, word, needs) values
	('decision', 'askedOn', '{askedOn}'), ('decision', 'until', '{until}'), ('decision', 'askedUntil', '{on_asking,askedUntil}'),
	('decision', 'restUntil', '{restUntil}'), ('decision', 'askedAmount', '{on_asking,askedAmount}'), ('decision', 'restAmount', '{restAmount}'),
	('decision', 'amountBefore', '{increase}');
insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	('decision', 60, 'title', '{acceptance}', 'Mer tid til å godta tilskuddet til «{project}»', 'More time to accept the grant for “{project}”'),
	('decision', 61, 'title', '{extension}', 'Mer tid til arbeidet med «{project}»', 'More time for the work on “{project}”'),
	('decision', 62, 'title', '{increase}', 'Høyere tilskudd til «{project}»', 'A larger grant for “{project}”'),
	('decision', 63, 'title', '{decrease}', 'Tilskuddet til «{project}» er satt ned', 'The grant for “{project}” is set lower'),
	('decision', 64, 'title', '{budget_move}', 'Endret budsjett for «{project}»', 'Changed budget of “{project}”'),
	('decision', 65, 'title', '{partner_change}', 'Endring av partnere i «{project}»', 'Change of partners in “{project}”'),
	('decision', 66, 'title', '{fagpartner_change}', 'Bytte av fagpartner i «{project}»', 'Change of fagpartner in “{project}”'),
	('decision', 80, 'paragraph', '{on_asking}', 'Dere ba {askedOn} om {asked}, til {askedUntil}.', 'On {askedOn} you asked for {asked}, until {askedUntil}.'),
	('decision', 81, 'paragraph', '{on_asking}', 'Dere ba {askedOn} om {asked}, på {askedAmount}.', 'On {askedOn} you asked for {asked}, of {askedAmount}.'),
	('decision', 82, 'paragraph', '{on_asking,asked_alone}', 'Dere ba {askedOn} om {asked}.', 'On {askedOn} you asked for {asked}.'),
	('decision', 83, 'paragraph', '{taken_up}', 'Vi avslo det først, og tok det opp igjen etter klagen.',
		'We refused it at first, and took it up again after the appeal.'),
	('decision', 79, 'paragraph', '{rest_taken_up}', 'Etter klagen har vi tatt opp igjen det vi ikke ga dere første gang.',
		'After the appeal we have taken up again what we did not give you at first.'),
	('decision', 78, 'paragraph', '{put_aside}', 'Etter klagen har vi tatt opp igjen en endring som vi selv hadde gjort.',
		'After the appeal we have taken up again a change that we had made ourselves.'),
	('decision', 77, 'paragraph', '{of_partner}', 'Etter klagen som {askedBy} sendte {askedOn}, har vi tatt opp igjen en endring av tilskuddet.',
		'After the appeal that {askedBy} sent on {askedOn} we have taken up again a change of the grant.'),
	('decision', 84, 'paragraph', '{of_county}', 'Det var vi som tok dette opp, {askedOn}.', 'It was we who raised this, on {askedOn}.'),
	('decision', 85, 'paragraph', '{acceptance}', '{body} vedtok {decidedOn} at {applicant} får til {until} på å godta tilskuddet til «{project}».',
		'On {decidedOn} {body} decided that {applicant} has until {until} to accept the grant for “{project}”.'),
	('decision', 86, 'paragraph', '{extension}', '{body} vedtok {decidedOn} at arbeidet med «{project}», som {applicant} har tilskudd til, kan vare til {until}.',
		'On {decidedOn} {body} decided that the work on “{project}”, for which {applicant} has a grant, may last until {until}.'),
	('decision', 87, 'paragraph', '{acceptance}', 'Fristen var {untilBefore}.', 'The time limit was {untilBefore}.'),
	('decision', 88, 'paragraph', '{extension}', 'Det skulle vært ferdig {untilBefore}.', 'It was to end on {untilBefore}.'),
	('decision', 89, 'paragraph', '{}', 'For tiden fra {until} til {restUntil} får dere avslag.',
		'For the time from {until} to {restUntil} you are refused.'),
	('decision', 90, 'paragraph', '{increase}', '{body} vedtok {decidedOn} å heve tilskuddet til {applicant} til «{project}» fra {amountBefore} til {amount}.',
		'On {decidedOn} {body} decided to raise the grant to {applicant} for “{project}” from {amountBefore} to {amount}.'),
	('decision', 91, 'paragraph', '{}', 'For det over {amount}, opp til {restAmount}, får dere avslag.',
		'For what is above {amount}, up to {restAmount}, you are refused.'),
	('decision', 92, 'paragraph', '{decrease}',
		'{body} vedtok {decidedOn} å sette tilskuddet til {applicant} til «{project}» ned fra {amountBefore} til {amount}.',
		'On {decidedOn} {body} decided to set the grant to {applicant} for “{project}” lower, from {amountBefore} to {amount}.'),
	('decision', 93, 'paragraph', '{partner_change}', '{body} vedtok {decidedOn} å endre hvem som gjennomfører «{project}» sammen med {applicant}.',
		'On {decidedOn} {body} decided to change who carries out “{project}” together with {applicant}.'),
	('decision', 97, 'paragraph', '{budget_move}', '{body} vedtok {decidedOn} å endre budsjettet for «{project}», som {applicant} har tilskudd til.',
		'On {decidedOn} {body} decided to change the budget of “{project}”, for which {applicant} has a grant.'),
	('decision', 98, 'paragraph', '{askedMoves}', 'Budsjettet er ikke endret helt slik dere ba om. Resten er avslått. Dere ba om å flytte dette, i kroner:',
		'The budget is not changed quite as you asked. The rest is refused. You asked to move this, in NOK:'),
	('decision', 99, 'table', '{askedMoves}', 'askedMoves|Fra|Til|Beløp', 'askedMoves|From|To|Amount'),
	('decision', 100, 'paragraph', '{fagpartner_change}', '{body} vedtok {decidedOn} å godta nye fagpartnere i «{project}», som {applicant} har tilskudd til.',
		'On {decidedOn} {body} decided to accept other fagpartnere in “{project}”, for which {applicant} has a grant.'),
	('decision', 101, 'paragraph', '{amount_stands}', 'Tilskuddet er {amount}, som før.', 'The grant is {amount}, as before.'),
	('decision', 102, 'paragraph', '{amount_follows}', 'Tilskuddet er satt ned fra {amountBefore} til {amount}.',
		'The grant is set lower, from {amountBefore} to {amount}.'),
	('decision', 103, 'paragraph', '{amount_comes_back}', 'Tilskuddet er satt opp igjen fra {amountBefore} til {amount}.',
		'The grant is raised again, from {amountBefore} to {amount}.'),
	('decision', 300, 'paragraph', '{of_amendment}', 'Vi har behandlet dette etter reglene for {line}: {legalBasis}. Vi bygger på det som er opplyst i saken, og på dette:',
		'We have considered this by the rules of {line}: {legalBasis}. We rely on what is told in the case, and on this:');
