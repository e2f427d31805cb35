#include "lib/format/arkivmelding.h"

#include <inttypes.h>
#include <string.h>

#include "lib/format/xmlwrite.h"

#define NAMESPACE "http://www.arkivverket.no/standarder/noark5/arkivmelding"
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

static void add_number(struct xmlwrite *xml, const char *name, int64_t value)
{
	xmlwrite_addf(xml, name, "%" PRId64, value);
}

static void begin_typed(struct xmlwrite *xml, const char *name, const char *type)
{
	xmlwrite_begin(xml, name);
	xmlwrite_attribute(xml, "xsi:type", type);
}

static void write_object(struct xmlwrite *xml, const struct arkivfil *file)
{
	bool is_for_good = strcmp(file->media_type, "application/pdf") == 0;

	xmlwrite_begin(xml, "dokumentobjekt");
	xmlwrite_add(xml, "versjonsnummer", "1");
	xmlwrite_add(xml, "variantformat", is_for_good ? "Arkivformat" : "Produksjonsformat");
	xmlwrite_add(xml, "format", file->media_type);
	xmlwrite_add(xml, "opprettetDato", file->created_at);
	xmlwrite_add(xml, "opprettetAv", file->created_by);
	xmlwrite_add(xml, "referanseDokumentfil", file->name);
	xmlwrite_add(xml, "sjekksum", file->sha256);
	xmlwrite_add(xml, "sjekksumAlgoritme", "SHA-256");
	add_number(xml, "filstoerrelse", file->bytes);
	xmlwrite_end(xml);
}

static void write_file(struct xmlwrite *xml, const struct arkivfil *file, int64_t number)
{
	xmlwrite_begin(xml, "dokumentbeskrivelse");
	xmlwrite_add(xml, "systemID", file->guid);
	xmlwrite_add(xml, "dokumenttype", file->document_type);
	xmlwrite_add(xml, "dokumentstatus", "Dokumentet er ferdigstilt");
	xmlwrite_add(xml, "tittel", file->title);
	xmlwrite_add(xml, "opprettetDato", file->created_at);
	xmlwrite_add(xml, "opprettetAv", file->created_by);
	xmlwrite_add(xml, "tilknyttetRegistreringSom", file->is_main ? "Hoveddokument" : "Vedlegg");
	add_number(xml, "dokumentnummer", number);
	xmlwrite_add(xml, "tilknyttetDato", file->created_at);
	xmlwrite_add(xml, "tilknyttetAv", file->created_by);
	write_object(xml, file);
	xmlwrite_end(xml);
}

/* Nothing if there is no citation; `document` NULL: it is not of documents. */
static void write_exemption(struct xmlwrite *xml, const char *citation, const char *metadata,
			    const char *document)
{
	if (citation == NULL)
		return;
	xmlwrite_begin(xml, "skjerming");
	xmlwrite_add(xml, "tilgangsrestriksjon", "Unntatt offentlighet");
	xmlwrite_add(xml, "skjermingshjemmel", citation);
	xmlwrite_add(xml, "skjermingMetadata", metadata);
	xmlwrite_add(xml, "skjermingDokument", document);
	xmlwrite_end(xml);
}

static void write_party(struct xmlwrite *xml, const struct arkivpost *post)
{
	if (post->party == NULL)
		return;
	xmlwrite_begin(xml, "korrespondansepart");
	xmlwrite_add(xml, "korrespondanseparttype", *post->type == 'I' ? "Avsender" : "Mottaker");
	xmlwrite_add(xml, "korrespondansepartNavn", post->party);
	xmlwrite_end(xml);
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

static void write_post(struct xmlwrite *xml, const struct arkivmelding *message)
{
	const struct arkivpost *post = &message->post;

	begin_typed(xml, "registrering", "journalpost");
	xmlwrite_add(xml, "systemID", post->guid);
	xmlwrite_add(xml, "opprettetDato", post->created_at);
	xmlwrite_add(xml, "opprettetAv", post->created_by);
	xmlwrite_add(xml, "arkivertDato", post->checked_at);
	xmlwrite_add(xml, "arkivertAv", post->checked_by);
	xmlwrite_add(xml, "referanseForelderMappe", message->kase.guid);
	write_exemption(xml, post->citation,
			post->public_title == NULL ? "Skjerming dokument"
						   : "Skjerming tittel registrering",
			"Skjerming av hele dokumentet");
	for (size_t i = 0; i < message->n_files; i++)
		write_file(xml, &message->files[i], (int64_t)i + 1);
	xmlwrite_addf(xml, "registreringsID", "%s-%" PRId64, message->kase.number, post->number);
	xmlwrite_add(xml, "tittel", post->title);
	xmlwrite_add(xml, "offentligTittel",
		     post->public_title == NULL ? post->title : post->public_title);
	write_party(xml, post);
	add_number(xml, "journalpostnummer", post->number);
	xmlwrite_add(xml, "journalposttype", type_in_words(post->type));
	xmlwrite_add(xml, "journalstatus", post->is_void ? "Utgår" : "Journalført");
	xmlwrite_add(xml, "journaldato", post->journal_day);
	xmlwrite_add(xml, "dokumentetsDato", post->document_day);
	xmlwrite_add(xml, "mottattDato", *post->type == 'I' ? post->created_at : NULL);
	xmlwrite_add(xml, "sendtDato", *post->type == 'U' ? post->created_at : NULL);
	add_number(xml, "antallVedlegg", message->n_files == 0 ? 0 : (int64_t)message->n_files - 1);
	xmlwrite_end(xml);
}

/* 2026/00011 is case 11 of 2026. */
static void write_number(struct xmlwrite *xml, const char *number)
{
	const char *slash = strchr(number, '/');

	if (slash == NULL)
		return;
	xmlwrite_addf(xml, "saksaar", "%.*s", (int)(slash - number), number);
	xmlwrite_add(xml, "sakssekvensnummer", slash + 1 + strspn(slash + 1, "0"));
}

static void write_case(struct xmlwrite *xml, const struct arkivmelding *message)
{
	const struct arkivsak *kase = &message->kase;

	begin_typed(xml, "mappe", "saksmappe");
	xmlwrite_add(xml, "systemID", kase->guid);
	xmlwrite_add(xml, "mappeID", kase->number);
	xmlwrite_add(xml, "tittel", kase->title);
	xmlwrite_add(xml, "offentligTittel", kase->public_title);
	xmlwrite_add(xml, "opprettetDato", kase->created_at);
	xmlwrite_add(xml, "opprettetAv", kase->created_by);
	write_exemption(xml, kase->citation, "Skjerming tittel mappe", NULL);
	write_post(xml, message);
	write_number(xml, kase->number);
	xmlwrite_add(xml, "saksdato", kase->day);
	xmlwrite_add(xml, "administrativEnhet", kase->unit);
	xmlwrite_add(xml, "saksansvarlig", kase->responsible);
	xmlwrite_add(xml, "saksstatus", kase->is_closed ? "Avsluttet" : "Under behandling");
	xmlwrite_end(xml);
}

static void write_all(struct xmlwrite *xml, const struct arkivmelding *message)
{
	xmlwrite_begin(xml, "arkivmelding");
	xmlwrite_attribute(xml, "xmlns", NAMESPACE);
	xmlwrite_attribute(xml, "xmlns:xsi", XSI);
	xmlwrite_add(xml, "system", message->system);
	xmlwrite_add(xml, "meldingId", message->guid);
	xmlwrite_add(xml, "tidspunkt", message->at);
	add_number(xml, "antallFiler", (int64_t)message->n_files);
	write_case(xml, message);
}

bool arkivmelding_write(const struct arkivmelding *message, struct buf *out)
{
	struct xmlwrite xml;

	xmlwrite_init(&xml);
	write_all(&xml, message);
	xmlwrite_fini(&xml, out);
	return !buf_overflowed(out);
}
