#include "lib/format/arkivmelding.h"

#include <inttypes.h>
#include <libxml/xmlwriter.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/base/utf8.h"

#define NAMESPACE "http://www.arkivverket.no/standarder/noark5/arkivmelding"
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

static const xmlChar *xml(const char *text)
{
	return (const xmlChar *)text;
}

static void begin(xmlTextWriterPtr writer, const char *name)
{
	MUST(xmlTextWriterStartElement(writer, xml(name)) >= 0);
}

static void end(xmlTextWriterPtr writer)
{
	MUST(xmlTextWriterEndElement(writer) >= 0);
}

/* XML 1.0 has no words for most control characters. */
static void write_text(xmlTextWriterPtr writer, const char *text)
{
	static const char replacement[] = "\xef\xbf\xbd";
	const char *from = text;

	for (;; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
			continue;
		MUST(xmlTextWriterWriteFormatString(writer, "%.*s", (int)(text - from), from) >= 0);
		if (c == '\0')
			return;
		MUST(xmlTextWriterWriteString(writer, xml(replacement)) >= 0);
		from = text + 1;
	}
}

/* Nothing if there is no text. */
static void add(xmlTextWriterPtr writer, const char *name, const char *text)
{
	if (text == NULL)
		return;
	begin(writer, name);
	write_text(writer, text);
	end(writer);
}

static void add_number(xmlTextWriterPtr writer, const char *name, int64_t value)
{
	MUST(xmlTextWriterWriteFormatElement(writer, xml(name), "%" PRId64, value) >= 0);
}

static void begin_typed(xmlTextWriterPtr writer, const char *name, const char *type)
{
	begin(writer, name);
	MUST(xmlTextWriterWriteAttribute(writer, xml("xsi:type"), xml(type)) >= 0);
}

static void write_object(xmlTextWriterPtr writer, const struct arkivfil *file)
{
	bool is_for_good = strcmp(file->media_type, "application/pdf") == 0;

	begin(writer, "dokumentobjekt");
	add(writer, "versjonsnummer", "1");
	add(writer, "variantformat", is_for_good ? "Arkivformat" : "Produksjonsformat");
	add(writer, "format", file->media_type);
	add(writer, "opprettetDato", file->created_at);
	add(writer, "opprettetAv", file->created_by);
	add(writer, "referanseDokumentfil", file->name);
	add(writer, "sjekksum", file->sha256);
	add(writer, "sjekksumAlgoritme", "SHA-256");
	add_number(writer, "filstoerrelse", file->bytes);
	end(writer);
}

static void write_file(xmlTextWriterPtr writer, const struct arkivfil *file, int64_t number)
{
	begin(writer, "dokumentbeskrivelse");
	add(writer, "systemID", file->guid);
	add(writer, "dokumenttype", file->document_type);
	add(writer, "dokumentstatus", "Dokumentet er ferdigstilt");
	add(writer, "tittel", file->title);
	add(writer, "opprettetDato", file->created_at);
	add(writer, "opprettetAv", file->created_by);
	add(writer, "tilknyttetRegistreringSom", file->is_main ? "Hoveddokument" : "Vedlegg");
	add_number(writer, "dokumentnummer", number);
	add(writer, "tilknyttetDato", file->created_at);
	add(writer, "tilknyttetAv", file->created_by);
	write_object(writer, file);
	end(writer);
}

/* Nothing if there is no citation; `document` NULL: it is not of documents. */
static void write_exemption(xmlTextWriterPtr writer, const char *citation, const char *metadata,
			    const char *document)
{
	if (citation == NULL)
		return;
	begin(writer, "skjerming");
	add(writer, "tilgangsrestriksjon", "Unntatt offentlighet");
	add(writer, "skjermingshjemmel", citation);
	add(writer, "skjermingMetadata", metadata);
	add(writer, "skjermingDokument", document);
	end(writer);
}

static void write_party(xmlTextWriterPtr writer, const struct arkivpost *post)
{
	if (post->party == NULL)
		return;
	begin(writer, "korrespondansepart");
	add(writer, "korrespondanseparttype", *post->type == 'I' ? "Avsender" : "Mottaker");
	add(writer, "korrespondansepartNavn", post->party);
	end(writer);
}

static const char *type_in_words(const char *type)
{
	switch (*type) {
	case 'I':
		return "Inngående dokument";
	case 'U':
		return "Utgående dokument";
	case 'N':
		return "Organinternt dokument for oppfølging";
	case 'X':
		return "Organinternt dokument uten oppfølging";
	default:
		return "Saksframlegg";
	}
}

static void write_post(xmlTextWriterPtr writer, const struct arkivmelding *message)
{
	const struct arkivpost *post = &message->post;

	begin_typed(writer, "registrering", "journalpost");
	add(writer, "systemID", post->guid);
	add(writer, "opprettetDato", post->created_at);
	add(writer, "opprettetAv", post->created_by);
	add(writer, "arkivertDato", post->checked_at);
	add(writer, "arkivertAv", post->checked_by);
	add(writer, "referanseForelderMappe", message->kase.guid);
	write_exemption(writer, post->citation,
			post->public_title == NULL ? "Skjerming dokument"
						   : "Skjerming tittel registrering",
			"Skjerming av hele dokumentet");
	for (size_t i = 0; i < message->n_files; i++)
		write_file(writer, &message->files[i], (int64_t)i + 1);
	MUST(xmlTextWriterWriteFormatElement(writer, xml("registreringsID"), "%s-%" PRId64,
					     message->kase.number, post->number) >= 0);
	add(writer, "tittel", post->title);
	add(writer, "offentligTittel",
	    post->public_title == NULL ? post->title : post->public_title);
	write_party(writer, post);
	add_number(writer, "journalpostnummer", post->number);
	add(writer, "journalposttype", type_in_words(post->type));
	add(writer, "journalstatus", post->is_void ? "Utgår" : "Journalført");
	add(writer, "journaldato", post->journal_day);
	add(writer, "dokumentetsDato", post->document_day);
	add(writer, "mottattDato", *post->type == 'I' ? post->created_at : NULL);
	add(writer, "sendtDato", *post->type == 'U' ? post->created_at : NULL);
	add_number(writer, "antallVedlegg",
		   message->n_files == 0 ? 0 : (int64_t)message->n_files - 1);
	end(writer);
}

/* 2026/00011 is case 11 of 2026. */
static void write_number(xmlTextWriterPtr writer, const char *number)
{
	const char *slash = strchr(number, '/');

	if (slash == NULL)
		return;
	MUST(xmlTextWriterWriteFormatElement(writer, xml("saksaar"), "%.*s", (int)(slash - number),
					     number) >= 0);
	add(writer, "sakssekvensnummer", slash + 1 + strspn(slash + 1, "0"));
}

static void write_case(xmlTextWriterPtr writer, const struct arkivmelding *message)
{
	const struct arkivsak *kase = &message->kase;

	begin_typed(writer, "mappe", "saksmappe");
	add(writer, "systemID", kase->guid);
	add(writer, "mappeID", kase->number);
	add(writer, "tittel", kase->title);
	add(writer, "offentligTittel", kase->public_title);
	add(writer, "opprettetDato", kase->created_at);
	add(writer, "opprettetAv", kase->created_by);
	write_exemption(writer, kase->citation, "Skjerming tittel mappe", NULL);
	write_post(writer, message);
	write_number(writer, kase->number);
	add(writer, "saksdato", kase->day);
	add(writer, "administrativEnhet", kase->unit);
	add(writer, "saksansvarlig", kase->responsible);
	add(writer, "saksstatus", kase->is_closed ? "Avsluttet" : "Under behandling");
	end(writer);
}

static void write_all(xmlTextWriterPtr writer, const struct arkivmelding *message)
{
	MUST(xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL) >= 0);
	begin(writer, "arkivmelding");
	MUST(xmlTextWriterWriteAttribute(writer, xml("xmlns"), xml(NAMESPACE)) >= 0);
	MUST(xmlTextWriterWriteAttribute(writer, xml("xmlns:xsi"), xml(XSI)) >= 0);
	add(writer, "system", message->system);
	add(writer, "meldingId", message->guid);
	add(writer, "tidspunkt", message->at);
	add_number(writer, "antallFiler", (int64_t)message->n_files);
	write_case(writer, message);
	MUST(xmlTextWriterEndDocument(writer) >= 0);
}

bool arkivmelding_write(const struct arkivmelding *message, struct buf *out)
{
	xmlBufferPtr buffer = xmlBufferCreate();
	xmlTextWriterPtr writer;

	MUST(buffer != NULL);
	writer = xmlNewTextWriterMemory(buffer, 0);
	MUST(writer != NULL);
	write_all(writer, message);
	xmlFreeTextWriter(writer);
	buf_add(out, xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
	xmlBufferFree(buffer);
	return !buf_overflowed(out);
}
