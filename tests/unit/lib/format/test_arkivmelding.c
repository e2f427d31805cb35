#include "lib/format/arkivmelding.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "lib/base/arena.h"
#include "tests/unit/run.h"

#define GUID "aaaaaaaa-bbbb-5ccc-8ddd-eeeeeeeeeeee"
#define NAMESPACE "http://www.arkivverket.no/standarder/noark5/arkivmelding"
#define AT "2026-11-22T15:00:00Z"

static struct arkivfil files[2];

static struct arkivmelding message_of(const char *type)
{
	files[0] = (struct arkivfil){GUID,   "Søknad", "SØKNAD",	   true, AT,
				     "Kari", "1.json", "application/json", "00", 17};
	files[1] = (struct arkivfil){GUID,   "Plan.pdf", "VEDLEGG",	    false, AT,
				     "Kari", "2.pdf",	 "application/pdf", "01",  18};
	return (struct arkivmelding){
		.system = "Trinn",
		.guid = GUID,
		.at = AT,
		.kase = {.guid = GUID,
			 .number = "2026/00011",
			 .title = "Løp & <kurs>",
			 .created_at = AT,
			 .created_by = "Granlia",
			 .day = "2026-11-20",
			 .unit = "Trøndelag",
			 .responsible = "Ola"},
		.post = {.guid = GUID,
			 .number = 3,
			 .type = type,
			 .title = "Søknad: Løp & <kurs>",
			 .created_at = AT,
			 .created_by = "Kari",
			 .checked_at = AT,
			 .checked_by = "Arkivar",
			 .journal_day = "2026-11-20",
			 .document_day = "2026-11-19",
			 .party = "Granlia Hage"},
		.files = files,
		.n_files = 2,
	};
}

static xmlDocPtr doc;
static xmlXPathContextPtr xpath;

static void write_message(const struct arkivmelding *message)
{
	struct buf out;

	buf_init(&out, 1024 * 1024);
	ck_assert(arkivmelding_write(message, &out));
	doc = xmlReadMemory(buf_text(&out), (int)out.len, NULL, NULL, XML_PARSE_NONET);
	ck_assert_ptr_nonnull(doc);
	ck_assert_str_eq((const char *)doc->encoding, "UTF-8");
	xpath = xmlXPathNewContext(doc);
	xmlXPathRegisterNs(xpath, (const xmlChar *)"a", (const xmlChar *)NAMESPACE);
	buf_fini(&out);
}

static void forget(void)
{
	xmlXPathFreeContext(xpath);
	xmlFreeDoc(doc);
}

/* The texts that are there, with a line between. */
static void assert_told(const char *path, const char *expected)
{
	char text[2000] = "";
	xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, xpath);

	ck_assert_ptr_nonnull(found);
	for (int i = 0; found->nodesetval != NULL && i < found->nodesetval->nodeNr; i++) {
		xmlChar *content = xmlNodeGetContent(found->nodesetval->nodeTab[i]);
		size_t len = strlen(text);

		snprintf(text + len, sizeof(text) - len, "%s%s", i == 0 ? "" : "|",
			 (const char *)content);
		xmlFree(content);
	}
	xmlXPathFreeObject(found);
	ck_assert_msg(strcmp(text, expected) == 0, "%s: %s, not %s", path, text, expected);
}

/* The names of the elements in an element, with a blank between. */
static void assert_order(const char *path, const char *expected)
{
	char text[2000] = "";
	xmlXPathObjectPtr found = xmlXPathEvalExpression((const xmlChar *)path, xpath);

	ck_assert_int_eq(found->nodesetval->nodeNr, 1);
	for (xmlNodePtr at = found->nodesetval->nodeTab[0]->children; at != NULL; at = at->next) {
		size_t len = strlen(text);

		snprintf(text + len, sizeof(text) - len, "%s%s", len == 0 ? "" : " ",
			 (const char *)at->name);
	}
	xmlXPathFreeObject(found);
	ck_assert_str_eq(text, expected);
}

#define CASE "/a:arkivmelding/a:mappe"
#define POST CASE "/a:registrering"
#define FIRST POST "/a:dokumentbeskrivelse[1]"

/* Required and in the order of the schema: rules.md 4.10. */
START_TEST(what_the_schema_requires_is_there_in_its_order)
{
	struct arkivmelding message = message_of("I");

	write_message(&message);
	assert_order("/a:arkivmelding", "system meldingId tidspunkt antallFiler mappe");
	assert_order(CASE, "systemID mappeID tittel opprettetDato opprettetAv registrering saksaar "
			   "sakssekvensnummer saksdato administrativEnhet saksansvarlig "
			   "saksstatus");
	assert_order(POST, "systemID opprettetDato opprettetAv arkivertDato arkivertAv "
			   "referanseForelderMappe dokumentbeskrivelse dokumentbeskrivelse "
			   "registreringsID tittel offentligTittel korrespondansepart "
			   "journalpostnummer journalposttype journalstatus journaldato "
			   "dokumentetsDato mottattDato antallVedlegg");
	assert_order(FIRST, "systemID dokumenttype dokumentstatus tittel opprettetDato opprettetAv "
			    "tilknyttetRegistreringSom dokumentnummer tilknyttetDato tilknyttetAv "
			    "dokumentobjekt");
	assert_order(FIRST "/a:dokumentobjekt",
		     "versjonsnummer variantformat format opprettetDato opprettetAv "
		     "referanseDokumentfil sjekksum sjekksumAlgoritme filstoerrelse");
	assert_told("//@*[local-name()='type']", "saksmappe|journalpost");
	forget();
}
END_TEST

START_TEST(it_tells_the_case_the_post_and_each_file)
{
	struct arkivmelding message = message_of("I");

	write_message(&message);
	assert_told("/a:arkivmelding/a:antallFiler", "2");
	assert_told(CASE "/a:tittel", "Løp & <kurs>");
	assert_told(CASE "/a:saksaar|" CASE "/a:sakssekvensnummer", "2026|11");
	assert_told(POST "/a:registreringsID", "2026/00011-3");
	assert_told(POST "/a:tittel", "Søknad: Løp & <kurs>");
	assert_told(POST "/a:journalposttype", "Inngående dokument");
	assert_told(POST "/a:korrespondansepart/*", "Avsender|Granlia Hage");
	assert_told("//a:tilknyttetRegistreringSom", "Hoveddokument|Vedlegg");
	assert_told("//a:dokumentnummer", "1|2");
	assert_told("//a:referanseDokumentfil", "1.json|2.pdf");
	assert_told("//a:variantformat", "Produksjonsformat|Arkivformat");
	assert_told("//a:dokumenttype", "SØKNAD|VEDLEGG");
	forget();
}
END_TEST

START_TEST(what_is_exempt_says_by_which_provision)
{
	struct arkivmelding message = message_of("U");

	message.post.citation = "Offl. § 13 jf. fvl. § 13 (1) nr. 2";
	message.post.public_title = "Vedtak";
	write_message(&message);
	assert_order(POST "/a:skjerming", "tilgangsrestriksjon skjermingshjemmel "
					  "skjermingMetadata skjermingDokument");
	assert_told(POST "/a:skjerming/a:skjermingshjemmel", "Offl. § 13 jf. fvl. § 13 (1) nr. 2");
	assert_told(POST "/a:offentligTittel", "Vedtak");
	assert_told(CASE "/a:skjerming", "");
	assert_told(POST "/a:korrespondansepart/a:korrespondanseparttype", "Mottaker");
	assert_told(POST "/a:sendtDato", AT);
	assert_told(POST "/a:mottattDato", "");
	forget();
}
END_TEST

START_TEST(a_folder_whose_title_is_exempt_says_so_and_what_others_read)
{
	struct arkivmelding message = message_of("U");

	message.kase.public_title = "Søknad";
	message.kase.citation = "Offl. § 23";
	write_message(&message);
	assert_order(CASE, "systemID mappeID tittel offentligTittel opprettetDato opprettetAv "
			   "skjerming registrering saksaar sakssekvensnummer saksdato "
			   "administrativEnhet saksansvarlig saksstatus");
	assert_told(CASE "/a:tittel|" CASE "/a:offentligTittel", "Løp & <kurs>|Søknad");
	assert_told(CASE "/a:skjerming/*",
		    "Unntatt offentlighet|Offl. § 23|Skjerming tittel mappe");
	assert_told(POST "/a:skjerming", "");
	forget();
}
END_TEST

START_TEST(what_is_within_has_no_party_and_each_type_its_words)
{
	static const char *const types[][2] = {
		{"N", "Organinternt dokument for oppfølging"},
		{"X", "Organinternt dokument uten oppfølging"},
		{"S", "Saksframlegg"},
		{"U", "Utgående dokument"},
	};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
		struct arkivmelding message = message_of(types[i][0]);

		message.post.party = NULL;
		message.n_files = 0;
		write_message(&message);
		assert_told(POST "/a:journalposttype", types[i][1]);
		assert_told("//a:korrespondansepart", "");
		assert_told("//a:antallVedlegg", "0");
		forget();
	}
}
END_TEST

START_TEST(what_xml_cannot_say_is_replaced)
{
	struct arkivmelding message = message_of("I");

	message.post.title = "a\x01"
			     "b\tc\x1f";
	write_message(&message);
	assert_told(POST "/a:tittel", "a\xef\xbf\xbd"
				      "b\tc\xef\xbf\xbd");
	forget();
	message.post.title = "\xef\xbf\xbe \xef\xbf\xbf<\xef\xbf\xbd>";
	write_message(&message);
	assert_told(POST "/a:tittel", "\xef\xbf\xbd \xef\xbf\xbd<\xef\xbf\xbd>");
	forget();
}
END_TEST

START_TEST(one_that_is_too_large_is_not_cut)
{
	struct arkivmelding message = message_of("I");
	struct buf out;

	buf_init(&out, 100);
	ck_assert(!arkivmelding_write(&message, &out));
	buf_fini(&out);
}
END_TEST

/* ---- receipts */

static struct arkivkvittering receipt;
static struct arena *arena;

static bool reads(const char *text)
{
	if (arena == NULL)
		arena = arena_new(1024 * 1024);
	return arkivkvittering_read(text, strlen(text), arena, &receipt);
}

#define RECEIPT(content)                                                                           \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>"                                               \
	"<k:arkivmeldingKvittering xmlns:k=\"urn:x\"><k:meldingId> " GUID                          \
	" </k:meldingId>" content "</k:arkivmeldingKvittering>"
#define TAKEN                                                                                      \
	"<mappeKvittering><saksaar>2026</saksaar><sakssekvensnummer>412</sakssekvensnummer>"       \
	"</mappeKvittering><registreringKvittering><journalpostnummer>3</journalpostnummer>"       \
	"</registreringKvittering>"

START_TEST(a_receipt_tells_what_the_archive_calls_it)
{
	ck_assert(reads(RECEIPT(TAKEN)));
	ck_assert_str_eq(receipt.guid, GUID);
	ck_assert_str_eq(receipt.reference, "2026/412/3");
	ck_assert_ptr_null(receipt.failure);
	arena_free(&arena);
}
END_TEST

START_TEST(a_refusal_tells_why)
{
	ck_assert(reads(RECEIPT("<registreringFeilet><feilmelding>Ukjent mappe: å "
				"&lt;1&gt;</feilmelding></registreringFeilet>")));
	ck_assert_ptr_null(receipt.reference);
	ck_assert_str_eq(receipt.failure, "Ukjent mappe: å <1>");
	arena_free(&arena);
}
END_TEST

START_TEST(what_is_no_whole_receipt_is_none)
{
	static const char *const texts[] = {
		"",
		"x",
		"<arkivmeldingKvittering/>",
		RECEIPT(""),
		RECEIPT("<saksaar>2026</saksaar>"),
		RECEIPT("<saksaar>2026</saksaar><sakssekvensnummer>0</sakssekvensnummer>"
			"<journalpostnummer>1</journalpostnummer>"),
		"<arkivmelding><meldingId>" GUID "</meldingId>" TAKEN "</arkivmelding>",
		"<arkivmeldingKvittering><meldingId>1</meldingId>" TAKEN
		"</arkivmeldingKvittering>",
		"<arkivmeldingKvittering><meldingId>aaaaaaaa-bbbb-5ccc-8ddd-eeeeeeeeeee-"
		"</meldingId>" TAKEN "</arkivmeldingKvittering>",
		"<!DOCTYPE a [<!ENTITY b \"c\">]>" RECEIPT(TAKEN),
		"<arkivmeldingKvittering><meldingId>" GUID "</meldingId>" TAKEN,
		"<arkivmeldingKvittering>\xff</arkivmeldingKvittering>",
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ck_assert_msg(!reads(texts[i]), "%s", texts[i]);
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(what_the_schema_requires_is_there_in_its_order),
	  TEST(it_tells_the_case_the_post_and_each_file),
	  TEST(what_is_exempt_says_by_which_provision),
	  TEST(a_folder_whose_title_is_exempt_says_so_and_what_others_read),
	  TEST(what_is_within_has_no_party_and_each_type_its_words),
	  TEST(what_xml_cannot_say_is_replaced), TEST(one_that_is_too_large_is_not_cut),
	  TEST(a_receipt_tells_what_the_archive_calls_it), TEST(a_refusal_tells_why),
	  TEST(what_is_no_whole_receipt_is_none))
