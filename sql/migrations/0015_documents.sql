-- Documents: files that belong to a case, received in chunks, looked into, and usable by nobody before they are clean.

-- What is taken, and what libmagic must call its content. The rest is what Trinn itself makes.
create table trinn.media_types (
	media_type text primary key,
	suffixes   text[] not null,
	contents   text[] not null,
	reader     text check (reader in ('text', 'pdf', 'office')), -- of what is searched for fødselsnummer; NULL: it has no text
	is_taken   boolean not null default true           -- from outside
);
insert into trinn.media_types (media_type, suffixes, contents, reader)
select t, s, array[t], case when t = 'application/pdf' then 'pdf' when t not like 'image/%' then 'office' end from (values
	('application/pdf', '{pdf}'::text[]),
	('application/vnd.openxmlformats-officedocument.wordprocessingml.document', '{docx}'),
	('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '{xlsx}'),
	('application/vnd.openxmlformats-officedocument.presentationml.presentation', '{pptx}'),
	('application/vnd.oasis.opendocument.text', '{odt}'),
	('application/vnd.oasis.opendocument.spreadsheet', '{ods}'),
	('image/png', '{png}'),
	('image/jpeg', '{jpg,jpeg}')) as f(t, s);
insert into trinn.media_types values
	('text/csv', '{csv}', '{text/csv,application/csv,text/plain}', 'text', true),
	('text/plain', '{txt}', '{text/plain}', 'text', true),
	('application/xml', '{xml}', '{text/xml,application/xml}', 'text', false);

-- What came of looking into one, to whoever sent it or reads it, and what to do: by the finding, by `unread`, or that it has a virus or
-- keeps a fødselsnummer.
create table trinn.scan_advice (
	code text primary key,
	nb   text not null,
	en   text not null
);
insert into trinn.scan_advice values
	('virus', 'Filen har et virus og er ikke tatt imot. Undersøk maskinen den kom fra, og send en ren fil.',
		'The file holds a virus and was not taken in. Look into the machine that it came from, and send a clean one.'),
	('type', 'Innholdet er ikke av den typen filen er sagt å være, eller filen er låst med passord. Lagre den på nytt i det formatet og send den igjen.',
		'The content is not of the type that the file is said to be, or it is locked with a password. Save it anew in that format and send it again.'),
	('sha256', 'Det som kom fram, er ikke det som ble sendt. Send filen på nytt.', 'What arrived is not what was sent. Send the file again.'),
	('abandoned', 'Filen ble ikke sendt ferdig på et døgn. Send den på nytt.', 'The file was not sent to its end in a day. Send it again.'),
	('fnr', 'Filen har noe som ser ut som et fødselsnummer, og er ikke tatt imot. Ta nummeret ut, også av topptekst, bunntekst, merknader og skjulte celler, og send filen på nytt. Må nummeret stå der, send den på nytt og si hvorfor i fnrGrounds: Da er den unntatt offentlighet, og leses bare av dem som trenger den.',
		'The file holds what looks like a national identity number (fødselsnummer) and was not taken in. Take it out, of headers, footers, comments and hidden cells too, and send the file again. If the number must stand there, send it again and say why in fnrGrounds: it is then exempt from public access and read only by those who need it.'),
	('fnr-kept', 'Filen har et fødselsnummer, og den som sendte den, har sagt hvorfor. Den er unntatt offentlighet, og leses av partene og av dem i fylkeskommunen som trenger den. Sladd nummeret i det som gis videre.',
		'The file holds a national identity number (fødselsnummer), and whoever sent it has said why. It is exempt from public access, and read by the parties and by those at the county who need it. Mask the number in what is passed on.'),
	('no-text', 'Filen har ingen tekst som kan leses av en maskin, som et bilde eller skannede sider. Se selv etter fødselsnummer før den gis videre.',
		'The file has no text that a machine can read, as a picture or scanned pages. Look for national identity numbers (fødselsnummer) before it is passed on.'),
	('damaged', 'Ikke alt i filen kunne leses. Se selv etter fødselsnummer før den gis videre, og be om en ny om den ikke kan åpnes.',
		'Not all of the file could be read. Look for national identity numbers (fødselsnummer) before it is passed on, and ask for another if it does not open.'),
	('encrypted', 'Filen er låst med passord og kunne ikke leses. Be om en uten passord, eller se selv etter fødselsnummer før den gis videre.',
		'The file is locked with a password and could not be read. Ask for one without, or look for national identity numbers (fødselsnummer) before it is passed on.'),
	('large', 'Filen er pakket og større enn det som leses. Se selv etter fødselsnummer før den gis videre.',
		'The file is packed and larger than what is read. Look for national identity numbers (fødselsnummer) before it is passed on.'),
	('slow', 'Det tok for lang tid å lese filen. Se selv etter fødselsnummer før den gis videre.',
		'The file took too long to read. Look for national identity numbers (fødselsnummer) before it is passed on.');

create table trinn.documents (
	id           bigint generated by default as identity,
	county_id    int not null references trinn.counties,
	applicant_id bigint,                               -- with the application: whose case it is of; NULL: of none
	application_id bigint,
	origin       text not null check (origin in ('upload', 'letter', 'minutes', 'export')),
	title        text not null,                        -- the name of the file
	media_type   text not null references trinn.media_types,
	size_bytes   bigint not null check (size_bytes > 0),
	sha256       text check (sha256 ~ '^[0-9a-f]{64}$'), -- as the sender says, then as found
	state        text not null default 'receiving'
		check (state in ('receiving', 'scanning', 'clean', 'infected', 'refused', 'discarded', 'destroyed')),
	access       text not null default 'party' check (access in ('party', 'county')),
	exemption    text,                                 -- provision by which the public does not see it; NULL: it may
	is_unsent    boolean not null default false,       -- laid in what was not sent in: see keep_unsent()
	uploader_id  bigint references trinn.organisations, -- NULL: Trinn made it
	uploaded_by  bigint references trinn.persons,      -- NULL: a machine
	registered_at timestamptz not null default now(),
	scanned_at   timestamptz,
	scanner      text,                                 -- NULL: nobody looked for viruses
	finding      text,                                 -- why it was refused, or the virus
	fnr_grounds  text,                                 -- why a fødselsnummer must stand in it, as its sender says
	holds_fnr    boolean not null default false,       -- one was found in its text
	unread       text check (unread in ('no-text', 'damaged', 'encrypted', 'large', 'slow')), -- why not all of its text was searched
	version      bigint not null default 1,
	primary key (county_id, id),
	unique (county_id, applicant_id, id),
	foreign key (county_id, applicant_id, application_id) references trinn.applications (county_id, applicant_id, id),
	check (num_nulls(applicant_id, application_id) in (0, 2)),
	check (origin <> 'upload' or uploader_id is not null and application_id is not null),
	check ((finding is not null) = (state in ('infected', 'refused'))),
	check (state <> 'clean' or sha256 is not null),
	-- Only where it is called for and nothing else identifies the person (personopplysningsloven § 12), and never for the public.
	check (not holds_fnr or fnr_grounds is not null),
	constraint documents_fnr_exempt check (not holds_fnr or exemption is not null)
);
create index documents_application on trinn.documents (county_id, application_id, id desc);
create index documents_waiting on trinn.documents (state, id) where state in ('receiving', 'scanning');
create trigger documents_transition before update of state on trinn.documents
	for each row execute function trinn.check_transition();
create trigger documents_signed before insert on trinn.documents
	for each row execute function trinn.check_signed('uploaded_by');

-- What its applicant, or who entered it on its behalf, lays in a draft or in an application that was returned is the applicant's own
-- until that is sent, or until it lies with something else that is: nobody else reads it, it is no document of the case, and may be
-- taken away.
create function trinn.keep_unsent() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	new.is_unsent := exists (select from applications a
		where a.county_id = new.county_id and a.id = new.application_id and a.state in ('draft', 'returned')
			and (caller_kind() in ('hub', 'firm') or is_entered_by_caller(a)));
	return new;
end $$;
create trigger documents_unsent before insert on trinn.documents
	for each row when (new.origin = 'upload') execute function trinn.keep_unsent();

-- 256 KiB each but the last. Most is compressed already.
create table trinn.document_chunks (
	county_id    int not null,
	document_id  bigint not null,
	number       int not null check (number > 0),
	bytes        bytea not null,
	primary key (county_id, document_id, number),
	foreign key (county_id, document_id) references trinn.documents
);
alter table trinn.document_chunks alter bytes set storage external;
create trigger document_chunks_kept before update on trinn.document_chunks
	for each row execute function trinn.refuse_change();

create function trinn.chunk_bytes() returns bigint language sql immutable parallel safe as $$ select 262144 $$;
-- How many chunks so many bytes are, and how long one of them is, the first being 1.
create function trinn.chunk_count(p_size bigint) returns bigint language sql immutable parallel safe as $$
	select (p_size - 1) / trinn.chunk_bytes() + 1
$$;
create function trinn.chunk_len(p_size bigint, p_number bigint) returns bigint language sql immutable parallel safe as $$
	select greatest(0, least(trinn.chunk_bytes(), p_size - (p_number - 1) * trinn.chunk_bytes()))
$$;

-- Whether the county sees a case: not before it was submitted.
create function trinn.is_submitted(p_application bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from applications a
		where a.county_id = caller_county() and a.id = p_application and a.state <> 'draft');
end $$;
-- Whether the caller may read what is in a document, or send it. Neither sees more than the caller. One with a fødselsnummer is, in the
-- county, for those who treat the case, pay by it, archive or audit it.
create function trinn.may_open(p_document bigint) returns boolean language plpgsql stable as $$
begin
	return exists (select from trinn.documents d
		where d.county_id = trinn.caller_county() and d.id = p_document and d.state = 'clean'
			and (not d.holds_fnr or trinn.caller_kind() <> 'county'
				or trinn.caller_role() in ('caseworker', 'decision_maker', 'secretary', 'attestant', 'archivist', 'auditor')));
end $$;
create function trinn.may_send(p_document bigint) returns boolean language plpgsql stable as $$
begin
	return exists (select from trinn.documents d
		where d.county_id = trinn.caller_county() and d.id = p_document and d.state = 'receiving'
			and d.uploader_id = trinn.caller_org());
end $$;

-- Whether one side has it from the other, and so goes on reading it whatever it is called later (fvl. §§ 18, 27): what the applicant
-- sent, letters, and what lies with anything else that was written between the two. A file that the county put in the case by itself
-- is not: it may have been the wrong one.
create function trinn.is_sent(p_document bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from documents d
		where d.county_id = caller_county() and d.id = p_document and d.access = 'party'
			and (d.uploader_id = d.applicant_id and not d.is_unsent or d.origin = 'letter' or exists (select from journal_documents j
				join journal_posts p on p.county_id = j.county_id and p.id = j.post_id
				where j.county_id = d.county_id and j.document_id = d.id and p.object_kind <> 'document')));
end $$;

-- A chunk comes while its document is received, or with one that Trinn makes, at its length, and not after the last.
create function trinn.check_chunk() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	perform from documents d
	where d.county_id = new.county_id and d.id = new.document_id and (d.state = 'receiving' or d.origin <> 'upload')
		and octet_length(new.bytes) = chunk_len(d.size_bytes, new.number)
	for share;
	if not found then
		raise exception 'document % takes no such chunk %', new.document_id, new.number using errcode = 'TR412';
	end if;
	return new;
end $$;
create trigger document_chunks_fit before insert on trinn.document_chunks
	for each row execute function trinn.check_chunk();

-- What has come of a document that nobody may read yet: the numbers of its chunks, and the digest of one.
create function trinn.chunks_received(p_document bigint) returns int[]
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select array_agg(c.number order by c.number) from document_chunks c
		where c.county_id = caller_county() and c.document_id = p_document);
end $$;
create function trinn.chunk_received(p_document bigint, p_number int) returns text
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select encode(sha256(c.bytes), 'hex') from document_chunks c
		where c.county_id = caller_county() and c.document_id = p_document and c.number = p_number);
end $$;

-- Whether a partner stands by the application by it.
create function trinn.is_partners_paper(p_document bigint) returns boolean
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return exists (select from application_partners c
		where c.county_id = caller_county() and c.document_id = p_document and c.state = 'confirmed');
end $$;

-- Past receiving it is whole and stays what it was; of content that is bad nothing is kept but its digest.
create function trinn.check_document() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	if (new.title, new.media_type, new.size_bytes, new.origin, new.uploader_id, new.uploaded_by, new.application_id, new.fnr_grounds)
			is distinct from (old.title, old.media_type, old.size_bytes, old.origin, old.uploader_id, old.uploaded_by,
				old.application_id, old.fnr_grounds)
		or (new.sha256, new.holds_fnr, new.unread) is distinct from (old.sha256, old.holds_fnr, old.unread) and old.state <> 'scanning'
	then
		raise exception 'document % is what it was', old.id using errcode = 'TR500';
	end if;
	if new.is_unsent and not old.is_unsent then
		raise exception 'document % was sent', old.id using errcode = 'TR500';
	end if;
	if (new.access, new.exemption) is distinct from (old.access, old.exemption) and caller_kind() <> 'county'
			and new.holds_fnr = old.holds_fnr        -- one that is found to hold a fødselsnummer
			and pg_trigger_depth() = 1 then          -- a file follows the post that it comes to
		raise exception 'access to document % is the county''s to say', old.id using errcode = 'TR500';
	end if;
	if new.access = 'county' and old.access = 'party' and is_sent(old.id) then
		raise exception 'document % was sent', old.id using errcode = '23514', constraint = 'documents_sent';
	end if;
	if new.state = 'scanning' and old.state = 'receiving' and (select count(*) from document_chunks c
			where c.county_id = new.county_id and c.document_id = new.id) <> chunk_count(new.size_bytes) then
		raise exception 'document % is not whole', new.id using errcode = '23514', constraint = 'documents_whole';
	end if;
	if new.state = 'discarded' and old.state <> 'discarded' and (not old.is_unsent or is_partners_paper(old.id)) then
		raise exception 'document % was sent', old.id using errcode = '23514', constraint = 'documents_sent';
	end if;
	if new.state in ('infected', 'refused', 'discarded') then
		delete from document_chunks c where c.county_id = new.county_id and c.document_id = new.id;
	end if;
	return new;
end $$;
create trigger documents_kept before update on trinn.documents
	for each row execute function trinn.check_document();

-- For tables that name documents in the columns given: nothing can be named before it is clean, and what is named is sent. A partner's
-- paper is sent with the application.
create function trinn.check_clean() returns trigger
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	col text;
	named bigint;
begin
	foreach col in array tg_argv loop
		named := (to_jsonb(new)->>col)::bigint;
		if named is not null and not exists (select from documents d
				where d.county_id = new.county_id and d.id = named and d.state = 'clean') then
			raise exception 'document % is not clean', named using errcode = '23514', constraint = 'documents_clean';
		end if;
		update documents d set is_unsent = false, version = d.version + 1
		where d.county_id = new.county_id and d.id = named and d.is_unsent and tg_table_name <> 'application_partners';
	end loop;
	return new;
end $$;

-- A figure that each county may set for itself, and what it is where none has.
create function trinn.county_figure(p_key text, p_usual bigint, p_county int default trinn.caller_county()) returns bigint
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return coalesce((select r.value::bigint from rule_params r
		where r.key = p_key and (r.county_id is null or r.county_id = p_county)
			and today() between r.valid_from and coalesce(r.valid_to, 'infinity')
		order by r.county_id nulls first, r.valid_from desc, r.id desc limit 1), p_usual);
end $$;

-- ---- what trinn-jobs does; it calls functions named jobs_ and no other

-- Makes the system the caller for the rest of the transaction.
create function trinn.act_as_system(p_county int) returns void language plpgsql as $$
begin
	perform set_config('trinn.county', p_county::text, true), set_config('trinn.role', 'system', true),
		set_config('trinn.kind', 'system', true), set_config('trinn.org', '', true),
		set_config('trinn.person', '', true), set_config('trinn.principal', '', true),
		set_config('trinn.assignment', '', true), set_config('trinn.trace', '', true);
end $$;

-- What Trinn made, in chunks and clean; returns its id. The caller records it in its case.
create function trinn.store_document(p_applicant bigint, p_application bigint, p_origin text, p_title text,
		p_media_type text, p_bytes bytea, p_access text, p_exemption text)
	returns bigint language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	made bigint;
begin
	insert into documents (county_id, applicant_id, application_id, origin, title, media_type, size_bytes, sha256, state,
		access, exemption)
	values (caller_county(), p_applicant, p_application, p_origin, p_title, p_media_type, octet_length(p_bytes),
		encode(sha256(p_bytes), 'hex'), 'clean', p_access, p_exemption)
	returning id into made;
	insert into document_chunks (county_id, document_id, number, bytes)
	select caller_county(), made, n, substr(p_bytes, ((n - 1) * chunk_bytes() + 1)::int, chunk_bytes()::int)
	from generate_series(1, chunk_count(octet_length(p_bytes))) n;
	return made;
end $$;

-- What a document turned out to be; in its case, and told to who sent it. A fødselsnummer is kept from the public by offl. § 26 fifth
-- paragraph, unless the county has said by what else.
create function trinn.settle_document(d trinn.documents, p_state text, p_finding text, p_sha256 text, p_scanner text,
		p_holds_fnr boolean default false, p_unread text default null)
	returns void language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	perform act_as_system(d.county_id);
	update documents set state = p_state, finding = p_finding, sha256 = coalesce(p_sha256, sha256), scanner = p_scanner,
		scanned_at = case when p_sha256 is not null then now() end, holds_fnr = p_holds_fnr, unread = p_unread,
		exemption = case when p_holds_fnr then coalesce(exemption, 'offl-26') else exemption end, version = version + 1
	where county_id = d.county_id and id = d.id;
	perform audit('application', d.application_id, p_state, 'document', d.id, p_finding, '{}');
	insert into outbox (county_id, topic, object_kind, object_id, organisation_id, content)
	values (d.county_id, 'document.' || p_state, 'document', d.id, nullif(d.uploader_id,
		(select c.organisation_id from counties c where c.id = d.county_id)), '{}');
end $$;

-- False if it is settled already.
create function trinn.jobs_settle_document(p_county int, p_id bigint, p_state text, p_finding text, p_sha256 text,
		p_scanner text, p_holds_fnr boolean default false, p_unread text default null)
	returns boolean language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	d documents;
begin
	select * into d from documents t
	where t.county_id = p_county and t.id = p_id and t.state = 'scanning' and t.origin = 'upload' for update;
	if not found then
		return false;
	end if;
	perform settle_document(d, p_state, p_finding, p_sha256, p_scanner, p_holds_fnr, p_unread);
	return true;
end $$;

-- Uploads that were begun a day ago and never completed.
create function trinn.jobs_drop_abandoned_documents() returns bigint
	language plpgsql security definer set search_path = pg_catalog, trinn, pg_temp as $$
declare
	d documents;
	n bigint := 0;
begin
	for d in select * from documents t where t.state = 'receiving' and t.registered_at < now() - interval '1 day'
		order by t.county_id, t.application_id for update
	loop
		perform settle_document(d, 'refused', 'abandoned', null, null);
		n := n + 1;
	end loop;
	return n;
end $$;

-- The next document that waits to be looked into: one of a county that takes them unscanned, where nobody scans.
create function trinn.jobs_next_document(p_after bigint, p_is_scanned boolean)
	returns table (county_id int, id bigint, media_type text, sha256 text, contents text[], reader text, chunks int,
		may_hold_fnr boolean)
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return query select d.county_id, d.id, d.media_type, d.sha256, m.contents, m.reader,
		chunk_count(d.size_bytes)::int, d.fnr_grounds is not null
	from documents d join media_types m on m.media_type = d.media_type
	where d.state = 'scanning' and d.origin = 'upload' and d.id > p_after
		and (p_is_scanned or county_figure('documents.unscanned', 0, d.county_id) = 1)
	order by d.id limit 1;
end $$;

-- A chunk of one, for trinn-jobs to look into.
create function trinn.jobs_chunk(p_county int, p_document bigint, p_number int) returns bytea
	language plpgsql stable security definer set search_path = pg_catalog, trinn, pg_temp as $$
begin
	return (select c.bytes from document_chunks c
		where c.county_id = p_county and c.document_id = p_document and c.number = p_number);
end $$;
