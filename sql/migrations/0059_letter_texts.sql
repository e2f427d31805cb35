-- What letters of every kind say, and those of a decision: what that must tell, too (fvl. §§ 23-27; letters: 0027).

insert into trinn.letter_items (kind, word, needs) values
	('decision', 'caseNumber', '{}'), ('decision', 'applicant', '{}'), ('decision', 'orgnr', '{}'), ('decision', 'project', '{}'),
	('decision', 'decidedOn', '{}'), ('decision', 'signedBy', '{}'), ('decision', 'body', '{}'), ('decision', 'legalBasis', '{}'),
	('decision', 'line', '{}'), ('decision', 'applied', '{}'), ('decision', 'submittedOn', '{}'), ('decision', 'grounds', '{}'),
	('decision', 'appealBody', '{}'), ('decision', 'appealDeadline', '{appealable,dated}'), ('decision', 'appealDays', '{appealable}'),
	('decision', 'sender', '{}'), ('decision', 'address', '{}'), ('decision', 'caseworker', '{}'), ('decision', 'email', '{}'),
	('decision', 'resolution', '{resolution}'), ('decision', 'item', '{item}'), ('decision', 'delegation', '{delegation}'),
	('decision', 'lodgedOn', '{lodgedOn}'), ('decision', 'amount', '{money}'), ('decision', 'share', '{money}'),
	('decision', 'source', '{money}'), ('decision', 'appropriation', '{money}'), ('decision', 'acceptBy', '{money,first,offered}'),
	('decision', 'acceptDays', '{money,posted_offer}'), ('decision', 'endsOn', '{money}');

insert into trinn.letter_texts (kind, position, block, needs, nb, en) values
	(null, 10, 'head', '{}', '{sender} · sak {caseNumber}', '{sender} · case {caseNumber}'),
	(null, 11, 'page', '{}', 'Side {page} av {pages}', 'Page {page} of {pages}'),
	(null, 20, 'sender', '{}', '{sender}', '{sender}'),
	(null, 21, 'sender', '{}', '{unit}', '{unit}'),
	(null, 22, 'sender', '{}', '{address}', '{address}'),
	(null, 30, 'recipient', '{}', '{applicant}', '{applicant}'),
	(null, 31, 'recipient', '{}', 'Organisasjonsnummer {orgnr}', 'Organisation number {orgnr}'),
	(null, 32, 'recipient', '{}', '{municipality} kommune', '{municipality} municipality'),
	('decision', 40, 'reference', '{}', 'Vedtaksdato|{decidedOn}', 'Date of decision|{decidedOn}'),
	(null, 41, 'reference', '{}', 'Saksnummer|{caseNumber}', 'Case number|{caseNumber}'),
	(null, 42, 'reference', '{}', 'Saksbehandler|{caseworker}', 'Caseworker|{caseworker}'),

	('decision', 51, 'title', '{granted}', 'Tilsagn om tilskudd til «{project}»', 'Grant for “{project}”'),
	('decision', 52, 'title', '{part_granted}',
		'Tilsagn om en del av tilskuddet til «{project}»', 'Part of the grant applied for, for “{project}”'),
	('decision', 53, 'title', '{rejected}',
		'Avslag på søknad om tilskudd til «{project}»', 'Rejection of the application for “{project}”'),
	('decision', 54, 'title', '{ineligible}', 'Søknaden om tilskudd til «{project}» oppfyller ikke vilkårene',
		'The application for “{project}” does not meet the requirements'),
	('decision', 55, 'title', '{dismissed}',
		'Søknaden om tilskudd til «{project}» er avvist', 'The application for “{project}” is dismissed'),

	('decision', 56, 'title', '{annulled}', 'Tilsagnet om tilskudd til «{project}» er annullert', 'The grant for “{project}” is annulled'),

	('decision', 50, 'title', '{lowered}', 'Tilskuddet til «{project}» er satt ned', 'The grant for “{project}” is set lower'),
	('decision', 49, 'title', '{raised}', 'Tilskuddet til «{project}» er satt opp', 'The grant for “{project}” is set higher'),
	('decision', 48, 'title', '{changed}', 'Tilsagnet om tilskudd til «{project}» er endret', 'The grant for “{project}” is changed'),
	('decision', 47, 'title', '{taken_back}', 'Tilsagnet om tilskudd til «{project}» er gjort om', 'The grant for “{project}” is reversed'),
	('decision', 70, 'heading', '{}', 'Vedtak', 'Decision'),
	('decision', 110, 'paragraph', '{annulled}',
		'{body} vedtok {decidedOn} å annullere tilsagnet til {applicant} om tilskudd til «{project}». Det dere ikke har bedt om å få '
		'utbetalt, faller bort.',
		'On {decidedOn} {body} decided to annul the grant to {applicant} for “{project}”. What you have not claimed lapses.'),
	('decision', 111, 'paragraph', '{granted}', '{body} vedtok {decidedOn} å gi {applicant} {amount} i tilskudd til «{project}».',
		'On {decidedOn} {body} decided to grant {applicant} {amount} for “{project}”.'),
	('decision', 107, 'paragraph', '{lowered,appealable}',
		'{body} vedtok {decidedOn} å sette tilskuddet til {applicant} til «{project}» ned fra {before} til {amount}.',
		'On {decidedOn} {body} decided to set the grant to {applicant} for “{project}” lower, from {before} to {amount}.'),
	('decision', 108, 'paragraph', '{lowered,ofBoard}',
		'{body} vedtok {decidedOn} å sette tilskuddet til {applicant} til «{project}» ned fra {before} til {amount} (forvaltningsloven § 34 tredje '
		'ledd).',
		'On {decidedOn} {body} decided to set the grant to {applicant} for “{project}” lower, from {before} to {amount} (Public Administration '
		'Act § 34 third paragraph).'),
	('decision', 106, 'paragraph', '{raised}',
		'{body} vedtok {decidedOn} å sette tilskuddet til {applicant} til «{project}» opp fra {before} til {amount}.',
		'On {decidedOn} {body} decided to set the grant to {applicant} for “{project}” higher, from {before} to {amount}.'),
	('decision', 105, 'paragraph', '{changed}',
		'{body} vedtok {decidedOn} å endre tilsagnet til {applicant} om tilskudd til «{project}». Tilskuddet er {amount}, som før.',
		'On {decidedOn} {body} decided to change the grant to {applicant} for “{project}”. The grant is {amount}, as before.'),
	('decision', 104, 'paragraph', '{taken_back}',
		'{body} vedtok {decidedOn} å gjøre om tilsagnet på {before} til {applicant} til «{project}». Søknaden er avslått.',
		'On {decidedOn} {body} decided to reverse the grant of {before} to {applicant} for “{project}”. The application is rejected.'),
	('decision', 112, 'paragraph', '{part_granted}',
		'{body} vedtok {decidedOn} å gi {applicant} {amount} i tilskudd til «{project}». Dere søkte om {applied}. For resten er '
		'søknaden avslått.',
		'On {decidedOn} {body} decided to grant {applicant} {amount} for “{project}”. You applied for {applied}. For the rest the '
		'application is rejected.'),
	('decision', 113, 'paragraph', '{rejected}',
		'{body} vedtok {decidedOn} å avslå søknaden fra {applicant} om {applied} i tilskudd til «{project}».',
		'On {decidedOn} {body} decided to reject the application of {applicant} for {applied} for “{project}”.'),
	('decision', 114, 'paragraph', '{ineligible}',
		'{body} vedtok {decidedOn} at søknaden fra {applicant} om {applied} i tilskudd til «{project}» ikke oppfyller vilkårene for '
		'å få tilskudd. Søknaden er derfor avslått.',
		'On {decidedOn} {body} decided that the application of {applicant} for {applied} for “{project}” does not meet the '
		'requirements for a grant. It is therefore rejected.'),
	('decision', 115, 'paragraph', '{dismissed}',
		'{body} vedtok {decidedOn} å avvise søknaden fra {applicant} om {applied} i tilskudd til «{project}». Det betyr at vi ikke '
		'har tatt stilling til innholdet i den.',
		'On {decidedOn} {body} decided to dismiss the application of {applicant} for {applied} for “{project}”. This means that '
		'we have not considered its content.'),
	('decision', 116, 'paragraph', '{}', 'Vedtaket er gjort i sak {resolution}.', 'It was decided as item {resolution}.'),
	('decision', 117, 'paragraph', '{resolved}', 'Vedtaket er gjort som sak {item} i møte {meeting}, {meetingOn}.',
		'It was decided as item {item} of meeting {meeting}, on {meetingOn}.'),
	('decision', 118, 'paragraph', '{advised}',
		'{meetingBody} ga råd om søknaden som sak {item} i møte {meeting}, {meetingOn}.',
		'{meetingBody} gave advice on the application as item {item} of meeting {meeting}, on {meetingOn}.'),
	('decision', 119, 'paragraph', '{}', 'Fullmakten til å gjøre det er gitt i sak {delegation}.',
		'The authority to do so was given as item {delegation}.'),
	('decision', 120, 'paragraph', '{delegated}',
		'Vedtaket er gjort etter delegert fullmakt.', 'It was decided under delegated authority.'),
	('decision', 121, 'paragraph', '{}',
		'Fullmakten gjelder tilskudd på inntil {authorityLimit}.', 'The authority is for grants of up to {authorityLimit}.'),
	('decision', 122, 'paragraph', '{}', 'Vedtaket erstatter vedtaket fra {replacedOn}.', 'It replaces the decision of {replacedOn}.'),
	('decision', 123, 'paragraph', '{}', 'Saken er vurdert på nytt etter klagen som {appellant} sendte {lodgedOn}.',
		'The case was considered anew after the appeal that {appellant} sent on {lodgedOn}.'),
	('decision', 130, 'paragraph', '{appeal_allowed}', 'Klagen er tatt til følge.', 'The appeal is allowed.'),
	('decision', 131, 'paragraph', '{appeal_allowed_in_part}', 'Klagen er delvis tatt til følge.', 'The appeal is allowed in part.'),
	('decision', 132, 'paragraph', '{appeal_not_allowed}', 'Klagen er ikke tatt til følge.', 'The appeal is not allowed.'),
	('decision', 140, 'paragraph', '{costGroups}',
		'Tilskuddet dekker {share} av godkjente kostnader på {budget}. Slik er det fordelt, i kroner:',
		'The grant covers {share} of approved costs of {budget}. This is how it is divided, in NOK:'),
	('decision', 141, 'table', '{costGroups}', 'costGroups|Kostnadsgruppe|Godkjente kostnader|Tilskudd',
		'costGroups|Cost group|Approved costs|Grant'),
	('decision', 142, 'paragraph', '{}',
		'Tilskuddet til {earmarked} kan bare brukes til det.', 'What is granted for {earmarked} may be used for that only.'),
	('decision', 144, 'paragraph', '{movedLines}', 'Budsjettet er endret slik, i kroner:', 'The budget was changed like this, in NOK:'),
	('decision', 145, 'table', '{movedLines}', 'movedLines|Post|Før|Etter', 'movedLines|Line|Before|After'),
	('decision', 146, 'paragraph', '{shares}', 'Tilskuddet gis til {applicant}, som fordeler det på dem som gjennomfører prosjektet, i kroner:',
		'The grant is given to {applicant}, who divides it among those who carry out the project, in NOK:'),
	('decision', 147, 'table', '{shares}', 'shares|Organisasjon|Godkjente kostnader|Tilskudd', 'shares|Organisation|Approved costs|Grant'),
	('decision', 150, 'heading', '{conditions}', 'Vilkår', 'Conditions'),
	('decision', 151, 'paragraph', '{conditions}',
		'Tilskuddet er gitt på disse vilkårene:', 'The grant is subject to these conditions:'),
	('decision', 152, 'list', '{conditions}', 'conditions', 'conditions'),
	('decision', 153, 'paragraph', '{openConditions}',
		'Meld fra til oss når et vilkår er oppfylt, så bekrefter vi det.', 'Tell us when a condition is met, and we confirm it.'),
	('decision', 154, 'paragraph', '{conditionDays}',
		'Er et vilkår ikke oppfylt når fristen er ute, betaler vi ikke ut noe før det er det.',
		'As long as a condition is not met after its time limit, we pay nothing.'),
	('decision', 155, 'paragraph', '{liftedConditions}', 'Disse vilkårene er opphevet, og gjelder ikke lenger:',
		'These conditions are lifted, and hold no longer:'),
	('decision', 156, 'list', '{liftedConditions}', 'liftedConditions', 'liftedConditions'),

	('decision', 200, 'heading', '{}', 'Det dere søkte om', 'What you applied for'),
	('decision', 201, 'term', '{}', 'Utlysning|{call}', 'Call|{call}'),
	('decision', 202, 'term', '{}', 'Søknad mottatt|{submittedOn}', 'Received on|{submittedOn}'),
	('decision', 203, 'term', '{}', 'Prosjekt|{project}', 'Project|{project}'),
	('decision', 204, 'term', '{}', 'Periode|{startsOn}–{appliedUntil}', 'Period|{startsOn}–{appliedUntil}'),
	('decision', 205, 'term', '{}', 'Samlede kostnader|{costs}', 'Total costs|{costs}'),
	('decision', 206, 'term', '{}', 'Søkt om|{applied}', 'Applied for|{applied}'),

	('decision', 299, 'heading', '{}', 'Begrunnelse', 'Grounds'),
	('decision', 301, 'paragraph', '{of_application}',
		'Vi har behandlet søknaden etter reglene for {line}: {legalBasis}. Vi bygger på opplysningene i søknaden, slik dere sendte '
		'den, og på dette:',
		'We have considered the application by the rules of {line}: {legalBasis}. We rely on what the application says, as you '
		'sent it, and on this:'),
	('decision', 302, 'paragraph', '{}', '{grounds}', '{grounds}'),
	('decision', 303, 'paragraph', '{unmet}', 'Disse kravene er ikke oppfylt:', 'These requirements are not met:'),
	('decision', 304, 'list', '{unmet}', 'unmet', 'unmet'),
	('decision', 305, 'paragraph', '{criteria}',
		'Etter kriteriene i utlysningen er søknaden vurdert slik, med poeng fra 0 til {scale}. I alt fikk den {worth} av det høyeste en '
		'søknad kan få.',
		'By the criteria of the call the application was assessed as follows, in points from 0 to {scale}. In all it got {worth} of the '
		'most an application can get.'),
	('decision', 306, 'table', '{criteria}', 'criteria|Kriterium|Vekt|Poeng', 'criteria|Criterion|Weight|Points'),
	('decision', 307, 'list', '{reasons}', 'reasons', 'reasons'),
	('decision', 308, 'paragraph', '{criteria}', '{evaluationGrounds}', '{evaluationGrounds}'),
	('decision', 310, 'heading', '{money}', 'Pengene og statsstøtte', 'The money and state aid'),
	('decision', 311, 'paragraph', '{money}',
		'Tilskuddet dekkes av {source} på budsjettet for {year} (bevilget i sak {appropriation}).',
		'The grant is paid from {source} in the budget of {year} (appropriated as item {appropriation}).'),
	('decision', 312, 'paragraph', '{financing}', 'Slik er det fordelt på ordningene, i kroner:', 'This is how it is divided among the schemes, in NOK:'),
	('decision', 313, 'table', '{financing}', 'financing|Ordning|Tilskudd', 'financing|Scheme|Grant'),
	('decision', 320, 'paragraph', '{money,gber}',
		'Tilskuddet er statsstøtte. Det er unntatt fra meldeplikt etter gruppeunntaksforordningen, forordning (EU) nr. 651/2014, jf. '
		'forskrift 14. november 2008 nr. 1213.',
		'The grant is state aid. It is exempted from notification by the General Block Exemption Regulation, Regulation (EU) No '
		'651/2014, cf. Norwegian regulation of 14 November 2008 no. 1213.'),
	('decision', 321, 'paragraph', '{money,de_minimis}',
		'Tilskuddet er bagatellmessig støtte etter kommisjonsforordning (EU) 2023/2831 av 13. desember 2023 om anvendelsen av artikkel '
		'107 og 108 i traktaten om Den europeiske unions virkemåte på bagatellmessig støtte (EUT L, 2023/2831, 15.12.2023). '
		'Bruttotilskuddsekvivalenten er {amount}. Oppgi den når dere blir spurt om hvilken bagatellmessig støtte foretaket har fått.',
		'The grant is de minimis aid under Commission Regulation (EU) 2023/2831 of 13 December 2023 on the application of Articles 107 '
		'and 108 of the Treaty on the Functioning of the European Union to de minimis aid (OJ L, 2023/2831, 15.12.2023). Its gross '
		'grant equivalent is {amount}. State it when you are asked what de minimis aid the undertaking has had.'),
	('decision', 322, 'paragraph', '{money,esa_exemption}',
		'Tilskuddet gis etter et unntak fra EFTAs overvåkingsorgan (ESA).',
		'The grant rests on an exemption by the EFTA Surveillance Authority (ESA).'),
	('decision', 323, 'paragraph', '{money,esa_decision}',
		'Tilskuddet er statsstøtte som er godkjent av EFTAs overvåkingsorgan (ESA).',
		'The grant is state aid approved by the EFTA Surveillance Authority (ESA).'),
	('decision', 324, 'paragraph', '{money,not_aid}', 'Tilskuddet er ikke statsstøtte.', 'The grant is not state aid.'),

	('decision', 398, 'heading', '{money}', 'Dette må dere gjøre', 'What you must do'),
	('decision', 399, 'item', '{money,accepted}', 'Dere har godtatt tilskuddet, og trenger ikke gjøre det på nytt. Det gjelder nå med beløpet i dette vedtaket.',
		'You have accepted the grant, and need not do so again. It now stands with the amount of this decision.'),
	('decision', 400, 'item', '{money}', 'Godta tilskuddet innen {acceptDays} etter at dere fikk dette brevet. Ellers faller tilsagnet bort.',
		'Accept the grant within {acceptDays} of having this letter, or it lapses.'),
	('decision', 401, 'item', '{money}', 'Godta tilskuddet innen {acceptBy}. Ellers faller tilsagnet bort.',
		'Accept the grant by {acceptBy}, or it lapses.'),
	('decision', 402, 'item', '{money}',
		'Bruk tilskuddet bare til prosjektet slik det er godkjent, og spør oss før dere endrer det.',
		'Use the grant for the project as it was approved only, and ask us before you change it.'),
	('decision', 403, 'item', '{money}', 'Send framdriftsrapport {reportEvery}.', 'Send a progress report {reportEvery}.'),
	('decision', 404, 'item', '{money,reportEvery,reportBlocks}', 'Så lenge en rapport mangler, betaler vi ikke ut.',
		'As long as one is overdue, we pay nothing.'),
	('decision', 405, 'item', '{money}',
		'Be om utbetaling når kostnadene er betalt, med statusrapport og oversikt over bilagene. Den siste utbetalingen ber dere om når '
		'prosjektet er slutt, {endsOn}.',
		'Claim payment when the costs are paid, with a status report and a list of the vouchers. Make the final claim when the project '
		'ends, {endsOn}.'),
	('decision', 406, 'item', '{money}',
		'Blir kostnadene lavere enn godkjent, blir tilskuddet lavere også: {share} av de godkjente kostnadene som dere har hatt.',
		'If the costs are lower than approved, so is the grant: {share} of those approved that you have had.'),
	('decision', 407, 'item', '{money}',
		'Før regnskap for prosjektet for seg, og ta vare på det og bilagene i fem år etter regnskapsåret (bokføringsloven § 13). Vi kan '
		'kontrollere bruken av tilskuddet.',
		'Keep separate accounts of the project, and these and the vouchers for five years after the accounting year (Bookkeeping Act '
		'§ 13). We may check how the grant is used.'),
	('decision', 408, 'item', '{money}',
		'Tilskudd som er brukt i strid med vedtaket, eller som vi har betalt for mye, kan vi kreve tilbake.',
		'We may claim back what was used contrary to the decision or paid in excess.'),
	('decision', 409, 'item', '{money}', 'Be om siste utbetaling senest {claimBy}. Det dere ikke har bedt om da, faller bort uten nytt vedtak.',
		'Make the final claim by {claimBy}. What you have not claimed by then lapses without another decision.'),

	('decision', 499, 'heading', '{appealable}', 'Dere kan klage', 'You may appeal'),
	('decision', 500, 'paragraph', '{appealable,posted}',
		'Dere kan klage på vedtaket (forvaltningsloven § 28). Fristen er {appealDays} fra dere fikk melding om det (§ 29). Det er nok at klagen '
		'er sendt da (§ 30).',
		'You may appeal against the decision (Public Administration Act § 28). The time limit is {appealDays} from when you were notified of '
		'it (§ 29). It is enough that the appeal is sent by then (§ 30).'),
	('decision', 501, 'paragraph', '{appealable}',
		'Dere kan klage på vedtaket (forvaltningsloven § 28). Fristen er {appealDays} fra dere fikk melding om det, og siste dag er '
		'{appealDeadline} (§ 29). Det er nok at klagen er sendt da (§ 30).',
		'You may appeal against the decision (Public Administration Act § 28). The time limit is {appealDays} from when you were '
		'notified of it, and the last day is {appealDeadline} (§ 29). It is enough that the appeal is sent by then (§ 30).'),
	('decision', 502, 'paragraph', '{appealable}',
		'Klag skriftlig til {sender}, {address}, {email}. Nevn vedtaket, sak {caseNumber}, og hva dere vil ha endret, og skriv gjerne '
		'hvorfor (§ 32). Gjør vi ikke om vedtaket selv, sender vi klagen til {appealBody}, som avgjør den (§ 33).',
		'Appeal in writing to {sender}, {address}, {email}. Name the decision, case {caseNumber}, and what you want changed, and '
		'preferably say why (§ 32). If we do not change the decision ourselves, we send the appeal to {appealBody}, who decides it (§ 33).'),
	('decision', 503, 'paragraph', '{appealable}',
		'Dere kan be om at vedtaket ikke settes i verk før klagen er avgjort (§ 42). Blir vedtaket endret til gunst for dere, kan dere '
		'få dekket vesentlige kostnader som var nødvendige for det. Krav om det må komme innen tre uker etter at dere fikk melding om '
		'det nye vedtaket (§ 36).',
		'You may ask that the decision is not carried out before the appeal is decided (§ 42). If the decision is changed in your favour, '
		'you may have substantial costs covered that were necessary for it. Claim them within three weeks of being notified of the new '
		'decision (§ 36).'),
	('decision', 504, 'heading', '{ofBoard}', 'Klagen er avgjort', 'The appeal is decided'),
	('decision', 505, 'paragraph', '{ofBoard}',
		'{appealBody} har avgjort klagen, og det kan ikke klages på den avgjørelsen (forvaltningsloven § 28 tredje ledd).',
		'{appealBody} has decided the appeal, and there is no appeal against what it decided (Public Administration Act § 28 third '
		'paragraph).'),
	('decision', 506, 'paragraph', '{ofBoard,favoured}',
		'Er vedtaket endret til gunst for dere, kan dere få dekket vesentlige kostnader som var nødvendige for det. Krav om det må komme '
		'innen tre uker etter at dere fikk melding om det nye vedtaket (§ 36).',
		'If the decision is changed in your favour, you may have substantial costs covered that were necessary for it. Claim them within '
		'three weeks of being notified of the new decision (§ 36).'),
	('decision', 510, 'heading', '{}', 'Innsyn i saken', 'Access to the case'),
	('decision', 511, 'paragraph', '{}',
		'Dere har rett til å se dokumentene i saken, med de unntakene som loven gjør (forvaltningsloven §§ 18 og 19).',
		'You have the right to see the documents of the case, with the exceptions that the law makes (Public Administration Act §§ 18 '
		'and 19).'),

	(null, 800, 'heading', '{}', 'Spør oss', 'Ask us'),
	(null, 801, 'paragraph', '{}',
		'Har dere spørsmål, kontakt {caseworker}: {email}.', 'If you have questions, contact {caseworker}: {email}.'),
	(null, 802, 'paragraph', '{}', 'Dere kan også ringe {phone}.', 'You can also call {phone}.'),
	(null, 900, 'signature', '{}', E'Med hilsen\n', E'Yours sincerely\n'),
	(null, 901, 'signature', '{}', '{signedBy}', '{signedBy}'),
	('decision', 902, 'signature', '{appealable}', '{body}, {sender}', '{body}, {sender}'),
	('decision', 903, 'signature', '{ofBoard}', '{sender}', '{sender}'), -- whoever enters what the board decided is none of it
	(null, 910, 'note', '{}',
		'Brevet er godkjent elektronisk og har ingen underskrift.',
		'The letter is approved electronically and bears no signature.'),
	(null, 911, 'note', '{english}', '', 'The decision is the letter in Norwegian; this is the same in English. What people have '
		'written stands in the language they wrote.');
