-- The example county: Trøndelag, with people, hubs, fagpartnere and a firm that do not exist, so that
-- Trinn can be tried at once. Their organisation numbers are valid and in the 31x series, which no real
-- unit has. Loaded by `trinn example` on a private cluster only, where the development issuer speaks for
-- these people. Loading it again adds what is missing.

insert into trinn.organisations (orgnr, name, form, municipality_no, industry_code, employees, has_registered_employees, vat_registered, founded_on) values
	('319900012', 'TRØNDELAG FYLKESKOMMUNE (EKSEMPEL)', 'FYLK', '5006', '84.110', 4200, true, true, '2018-01-01'),
	('319900152', 'GRANLIA NÆRINGSHAGE AS', 'AS', '5059', '70.220', 9, true, true, '2005-03-14'),
	('319900225', 'SKARVHOLMEN INKUBATOR AS', 'AS', '5001', '70.220', 14, true, true, '2011-09-01'),
	('319900292', 'MYRVANG NÆRINGSHAGE AS', 'AS', '5007', '70.220', 6, true, true, '2008-06-20'),
	('319902007', 'SNØDALEN NÆRINGSHAGE AS', 'AS', '5021', '70.220', 5, true, true, '2006-10-02'),
	('319902074', 'KOPPERÅSEN NÆRINGSHAGE AS', 'AS', '5025', '70.220', 5, true, true, '2004-05-18'),
	('319902147', 'LEIRVOLL NÆRINGSHAGE AS', 'AS', '5037', '70.220', 11, true, true, '2003-02-03'),
	('319902287', 'SKJÆRGARDEN NÆRINGSHAGE AS', 'AS', '5057', '70.220', 7, true, true, '2009-11-25'),
	('319900365', 'ELVESTRAND MEKANISKE AS', 'AS', '5059', '25.620', 12, true, true, '1997-02-11'),
	('319902422', 'SENSORLAGET AS', 'AS', '5059', '62.020', 8, true, true, '2014-03-03'),
	('319902562', 'FJORDLYS AUTOMASJON AS', 'AS', '5057', '71.129', 15, true, true, '2008-08-11'),
	('319902635', 'NETTHANDELSHUSET AS', 'AS', '5007', '62.010', 6, true, true, '2016-01-18'),
	('319902708', 'LEAN OG LØNNSOMT AS', 'AS', '5021', '70.220', 4, true, true, '2012-05-07'),
	('319902775', 'GRØNN LINJE RÅDGIVNING AS', 'AS', '5037', '70.220', 7, true, true, '2017-09-04'),
	('319902848', 'DATAVERKSTEDET MIDT AS', 'AS', '5006', '62.020', 12, true, true, '2010-02-22'),
	('319902910', 'NORDBRYGGA DIGITAL AS', 'AS', '5001', '62.010', 22, true, true, '2011-06-14'),
	('319902988', 'KLIMATALL AS', 'AS', '5001', '71.129', 9, true, true, '2019-04-01'),
	('319903054', 'MIDTNORSK UNIVERSITET (EKSEMPEL)', 'ORGL', '5001', '85.421', 900, true, true, '1996-01-01'),
	('319903127', 'HØGSKOLEN I INNHERRED (EKSEMPEL)', 'ORGL', '5006', '85.421', 210, true, true, '1994-08-01'),
	('319903194', 'FAGSKOLEN PÅ SKOGLAND (EKSEMPEL)', 'STI', '5037', '85.410', 40, true, true, '2003-08-01'),
	('319903267', 'ØSTKANTEN ROBOTIKK AS', 'AS', '0301', '71.129', 18, true, true, '2013-10-10')
on conflict (orgnr) do nothing;

insert into trinn.counties (id, organisation_id, number, name)
select 50, id, '50', 'Trøndelag' from trinn.organisations where orgnr = '319900012'
on conflict (id) do nothing;
insert into trinn.letterheads (county_id, name, unit, address, email, phone)
select 50, '{"nb": "Trøndelag fylkeskommune", "en": "Trøndelag County Authority"}',
	'{"nb": "Avdeling for næring (eksempel)", "en": "Department of Business Development (example)"}',
	'Eksempelveien 1, 7700 Steinkjer', 'post@fylkeskommunen.example', '74 00 00 00'
where not exists (select from trinn.letterheads where county_id = 50);

-- A figure the county sets itself.
insert into trinn.rule_params (county_id, key, basis, valid_from, value, unit, source)
select 50, 'acceptance.days', 'vilkår for tilskudd', '2020-01-01', 30, 'days', 'invented for the example county'
where not exists (select from trinn.rule_params where key = 'acceptance.days' and county_id = 50);

-- The person, their subject at the development issuer and their role. Each role assignment is a
-- case of its own, audited as if the API had made it.
do $$
declare
	p record;
	person bigint;
	assignment bigint;
begin
	perform set_config('trinn.county', '50', true), set_config('trinn.role', 'system', true), set_config('trinn.kind', 'system', true);
	for p in
		select t.*, i.id as issuer_id, o.id as organisation_id
		from (values
			('astrid.county_admin', 'Astrid Fjellheim', '319900012', 'county_admin'),
			('bjorn.county_admin', 'Bjørn Kvernmo', '319900012', 'county_admin'),
			('kari.caseworker', 'Kari Solbakken', '319900012', 'caseworker'),
			('ola.caseworker', 'Ola Nervik', '319900012', 'caseworker'),
			('dagny.decision_maker', 'Dagny Ormseth', '319900012', 'decision_maker'),
			('torunn.decision_maker', 'Torunn Hegstad', '319900012', 'decision_maker'),
			('sigrid.secretary', 'Sigrid Tangvold', '319900012', 'secretary'),
			('arne.attestant', 'Arne Brekkum', '319900012', 'attestant'),
			('randi.releaser', 'Randi Haugtun', '319900012', 'releaser'),
			('finn.finance', 'Finn Sæterlid', '319900012', 'finance'),
			('frida.finance', 'Frida Moldestad', '319900012', 'finance'),
			('aud.auditor', 'Aud Lysgård', '319900012', 'auditor'),
			('petter.programme_lead', 'Petter Granmo', '319900012', 'programme_lead'),
			('hilde.steering_member', 'Hilde Nordgård', '319900012', 'steering_member'),
			('ragnhild.steering_member', 'Ragnhild Øverland', '319900012', 'steering_member'),
			('tor.steering_member', 'Tor Selbekk', '319900012', 'steering_member'),
			('unni.steering_member', 'Unni Aasen', '319900012', 'steering_member'),
			('arvid.archivist', 'Arvid Steinvoll', '319900012', 'archivist'),
			('eva.hub_editor', 'Eva Rønningen', '319900152', 'hub_editor'),
			('stein.hub_signatory', 'Stein Aunebakk', '319900152', 'hub_signatory'),
			('emil.hub_editor', 'Emil Skogvik', '319900225', 'hub_editor'),
			('solveig.hub_signatory', 'Solveig Havnås', '319900225', 'hub_signatory'),
			('endre.hub_editor', 'Endre Myrvold', '319900292', 'hub_editor'),
			('synne.hub_signatory', 'Synne Elvejord', '319900292', 'hub_signatory'),
			('halvor.hub_editor', 'Halvor Snøås', '319902007', 'hub_editor'),
			('turid.hub_signatory', 'Turid Vognild', '319902007', 'hub_signatory'),
			('gunn.hub_editor', 'Gunn Kopperud', '319902074', 'hub_editor'),
			('ivar.hub_signatory', 'Ivar Hessdal', '319902074', 'hub_signatory'),
			('lise.hub_editor', 'Lise Leirfall', '319902147', 'hub_editor'),
			('tormod.hub_signatory', 'Tormod Okkenhaug', '319902147', 'hub_signatory'),
			('mari.hub_editor', 'Mari Storfosna', '319902287', 'hub_editor'),
			('kjell.hub_signatory', 'Kjell Garten', '319902287', 'hub_signatory'),
			('frode.firm', 'Frode Elvestrand', '319900365', 'firm'),
			('sensorlaget.fagpartner', 'Ingrid Moe', '319902422', 'fagpartner'),
			('fjordlys.fagpartner', 'Roar Fevåg', '319902562', 'fagpartner'),
			('netthandelshuset.fagpartner', 'Anja Vemundvik', '319902635', 'fagpartner'),
			('lean.fagpartner', 'Per Drivdal', '319902708', 'fagpartner'),
			('gronnlinje.fagpartner', 'Sunniva Ekne', '319902775', 'fagpartner'),
			('dataverkstedet.fagpartner', 'Jon Egge', '319902848', 'fagpartner'),
			('nordbrygga.fagpartner', 'Thea Lade', '319902910', 'fagpartner'),
			('klimatall.fagpartner', 'Amir Hosseini', '319902988', 'fagpartner'),
			('universitetet.fagpartner', 'Marit Dragvoll', '319903054', 'fagpartner'),
			('hogskolen.fagpartner', 'Odd Røstad', '319903127', 'fagpartner'),
			('fagskolen.fagpartner', 'Berit Skogn', '319903194', 'fagpartner'),
			('robotikk.fagpartner', 'Nils Grorud', '319903267', 'fagpartner')
		) as t(subject, name, orgnr, role)
			join trinn.organisations o on o.orgnr = t.orgnr
			join trinn.issuers i on i.development
		where not exists (select from trinn.principals pr where pr.issuer_id = i.id and pr.subject = t.subject)
	loop
		insert into trinn.persons (name) values (p.name) returning id into person;
		insert into trinn.principals (issuer_id, subject, person_id) values (p.issuer_id, p.subject, person);
		insert into trinn.role_assignments (county_id, person_id, organisation_id, role, valid_from)
		values (50, person, p.organisation_id, p.role, '2020-01-01') returning id into assignment;
		perform trinn.new_guard('role_assignment', assignment);
		perform trinn.audit('role_assignment', assignment, 'create', 'role_assignment', assignment, 'example county', null);
	end loop;
end $$;
