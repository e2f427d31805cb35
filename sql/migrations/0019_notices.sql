-- What the firm is told, as data: how its share stands, and what of the service is aid to it, whatever changes either, from
-- its place on, as the right to the aid arises then (rules.md 1.9). {word} stands for what the co-payment has there. To the
-- øre {net} and {vat} come to {amount}, {covered} and {aid} to {service}, which is without value added tax as both of these
-- are.
create table trinn.notice_texts (
	kind         text not null check (kind in ('due', 'checked', 'refused', 'invoice', 'part_paid', 'reminder', 'paid', 'overpaid',
		'waived', 'written_off', 'credit', 'withdrawn', 'reserved', 'denied', 'aid', 'settled', 'no_aid')),
	language     text not null check (language in ('nb', 'en')),
	body         text not null,
	primary key (kind, language)
);
insert into trinn.notice_texts values
	('due', 'nb', '{firm} skal betale {amount} kr i egenandel for trinn {stage} ({stageName}) i {programme} til {creditor}: '
		'{net} kr og {vat} kr i merverdiavgift. Fylkeskommunen kontrollerer støtten før fakturaen kommer.'),
	('due', 'en', '{firm} is to pay NOK {amount} as its share of stage {stage} ({stageName}) of {programme} to {creditor}: '
		'NOK {net} and NOK {vat} in value added tax. The county checks the aid before the invoice comes.'),
	('checked', 'nb', '{firm} skal betale {amount} kr i egenandel for trinn {stage} ({stageName}) i {programme} til {creditor}: '
		'{net} kr og {vat} kr i merverdiavgift. Fylkeskommunen har kontrollert støtten, og fakturaen sier hvor og når det skal betales.'),
	('checked', 'en', '{firm} is to pay NOK {amount} as its share of stage {stage} ({stageName}) of {programme} to {creditor}: '
		'NOK {net} and NOK {vat} in value added tax. The county has checked the aid, and the invoice says where and when to pay.'),
	('refused', 'nb', 'Fylkeskommunen har avslått støtten til {firm} for trinn {stage} ({stageName}) i {programme}: «{refusal}» '
		'{creditor} fakturerer ikke egenandelen på {amount} kr. Bedriften kan erklære på nytt hvilken støtte den har fått, så '
		'kontrolleres den igjen, eller den kan slutte i trinnet.'),
	('refused', 'en', 'The county has refused the aid to {firm} for stage {stage} ({stageName}) of {programme}: “{refusal}” '
		'{creditor} does not invoice the share of NOK {amount}. The firm may declare anew what aid it has had, which is checked '
		'again, or leave the stage.'),
	('invoice', 'nb', '{firm} skal betale {amount} kr i egenandel for trinn {stage} ({stageName}) i {programme} til {creditor} innen {due}: '
		'{net} kr og {vat} kr i merverdiavgift. Betal til konto {account} og merk betalingen med KID {kid}.'),
	('invoice', 'en', '{firm} is to pay NOK {amount} as its share of stage {stage} ({stageName}) of {programme} to {creditor} by {due}: '
		'NOK {net} and NOK {vat} in value added tax. Pay to account {account} and give KID {kid} with the payment.'),
	('reminder', 'nb', 'Påminnelse {reminder}: {firm} skylder {creditor} {open} kr av egenandelen for trinn {stage} ({stageName}) i '
		'{programme}. Betal til konto {account} innen {due} og merk betalingen med KID {kid}.'),
	('reminder', 'en', 'Reminder {reminder}: {firm} owes {creditor} NOK {open} of its share of stage {stage} ({stageName}) of '
		'{programme}. Pay to account {account} by {due} and give KID {kid} with the payment.'),
	('part_paid', 'nb', '{firm} skylder {creditor} {open} kr av egenandelen på {amount} kr for trinn {stage} ({stageName}) i {programme}. '
		'Betal til konto {account} innen {due} og merk betalingen med KID {kid}.'),
	('part_paid', 'en', '{firm} owes {creditor} NOK {open} of its share of NOK {amount} of stage {stage} ({stageName}) of {programme}. '
		'Pay to account {account} by {due} and give KID {kid} with the payment.'),
	('paid', 'nb', '{firm} har betalt egenandelen for trinn {stage} ({stageName}) i {programme} til {creditor}, {amount} kr.'),
	('paid', 'en', '{firm} has paid its share of stage {stage} ({stageName}) of {programme} to {creditor}, NOK {amount}.'),
	('overpaid', 'nb', '{firm} har betalt {over} kr for mye av egenandelen for trinn {stage} ({stageName}) i {programme}, som er {amount} kr. '
		'{creditor} betaler det tilbake.'),
	('overpaid', 'en', '{firm} has paid NOK {over} too much of its share of stage {stage} ({stageName}) of {programme}, which is NOK {amount}. '
		'{creditor} sends it back.'),
	('waived', 'nb', 'Ettergitt: {creditor} krever ikke mer av {firm} av egenandelen på {amount} kr for trinn {stage} ({stageName}) i {programme}. '
		'{relieved} kr er ettergitt.'),
	('waived', 'en', 'Waived: {creditor} asks {firm} for no more of the share of NOK {amount} of stage {stage} ({stageName}) of {programme}. '
		'NOK {relieved} is waived.'),
	('written_off', 'nb', 'Avskrevet: {creditor} har ført {relieved} kr av egenandelen på {amount} kr til {firm} for trinn {stage} ({stageName}) i '
		'{programme} som tap. Det som likevel betales, regnes som betalt.'),
	('written_off', 'en', 'Written off: {creditor} has entered NOK {relieved} of the share of NOK {amount} of {firm} of stage {stage} ({stageName}) of '
		'{programme} as lost. What is paid all the same counts as paid.'),
	('credit', 'nb', 'Kreditert: {firm} skal ikke betale {amount} kr i egenandel for trinn {stage} ({stageName}) i {programme} til '
		'{creditor}: {net} kr og {vat} kr i merverdiavgift. Fakturaen med KID {kid} er trukket tilbake, og det som er betalt, betales tilbake.'),
	('credit', 'en', 'Credited: {firm} is not to pay NOK {amount} as its share of stage {stage} ({stageName}) of {programme} to '
		'{creditor}: NOK {net} and NOK {vat} in value added tax. The invoice with KID {kid} is withdrawn, and what was paid is sent back.'),
	('withdrawn', 'nb', '{firm} skal ikke betale egenandel for trinn {stage} ({stageName}) i {programme} til {creditor}.'),
	('withdrawn', 'en', '{firm} is not to pay a share of stage {stage} ({stageName}) of {programme} to {creditor}.'),
	('reserved', 'nb', 'Tjenesten er verdt {service} kr uten merverdiavgift. Egenandelen dekker {covered} kr av det, og {aid} kr er holdt '
		'av som støtte til bedriften.'),
	('reserved', 'en', 'The service is worth NOK {service} without value added tax. The share covers NOK {covered} of it, and NOK {aid} is '
		'reserved as aid to the firm.'),
	('denied', 'nb', 'Tjenesten er verdt {service} kr uten merverdiavgift. Egenandelen dekker {covered} kr av det, og {aid} kr ville vært '
		'støtte til bedriften.'),
	('denied', 'en', 'The service is worth NOK {service} without value added tax. The share covers NOK {covered} of it, and NOK {aid} would be '
		'aid to the firm.'),
	('aid', 'nb', 'Tjenesten er verdt {service} kr uten merverdiavgift. Egenandelen dekker {covered} kr av det, og {aid} kr er støtte til bedriften.'),
	('aid', 'en', 'The service is worth NOK {service} without value added tax. The share covers NOK {covered} of it, and NOK {aid} is aid to the firm.'),
	('settled', 'nb', 'Tjenesten er gjort opp til {service} kr uten merverdiavgift. Egenandelen dekker {covered} kr av det, og {aid} kr er støtte til '
		'bedriften.'),
	('settled', 'en', 'The service was settled at NOK {service} without value added tax. The share covers NOK {covered} of it, and NOK {aid} is aid to '
		'the firm.'),
	('no_aid', 'nb', 'Ingenting er levert for den, og bedriften har ikke fått støtte.'),
	('no_aid', 'en', 'Nothing was delivered for it, and the firm has had no aid.');

-- "1 234,50" with no-break spaces, in English "1,234.50".
create function trinn.kroner(p_ore bigint, p_language text) returns text language sql immutable as $$
	select case p_language when 'nb' then translate(t.told, ',.', U&'\00A0,') else t.told end
	from to_char(p_ore / 100.0, 'FM999,999,999,999,990.00') t (told)
$$;

-- "10.12.2026", in English "10 December 2026".
create function trinn.day_text(p_day date, p_language text) returns text language sql immutable as $$
	select case p_language when 'nb' then to_char(p_day, 'DD.MM.YYYY') else to_char(p_day, 'FMDD FMMonth YYYY') end
$$;

-- "1234 56 78903", as it is printed on invoices, with no-break spaces.
create function trinn.account_text(p_account text) returns text language sql immutable as $$
	select translate(to_char(p_account::bigint, 'FM0000" "00" "00000'), ' ', U&'\00A0')
$$;

-- The text with its words filled in.
create function trinn.notice(p_kind text, p_language text, p_words json) returns text
	language plpgsql stable as $$
declare
	body text := (select t.body from trinn.notice_texts t where t.kind = p_kind and t.language = p_language);
	word record;
begin
	for word in select * from json_each_text(p_words) loop
		body := replace(body, '{' || word.key || '}', coalesce(word.value, ''));
	end loop;
	return body;
end $$;
