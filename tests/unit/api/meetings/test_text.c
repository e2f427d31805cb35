#include "api/meetings/text.h"

#include <check.h>
#include <string.h>

#include "lib/base/arena.h"
#include "tests/unit/run.h"

static const char RECORD[] =
	"{\"body\":\"Styringsgruppen\",\"number\":3,\"year\":2026,\"day\":\"2026-03-12\",\"time\":"
	"\"09:00\","
	"\"place\":\"Fylkets hus\",\"presidedBy\":\"Kari\",\"attendance\":["
	"{\"name\":\"Kari\",\"seat\":\"chair\",\"isPresent\":true},"
	"{\"name\":\"Ola\",\"seat\":\"member\",\"isPresent\":false}],\"items\":["
	"{\"number\":1,\"caseNumber\":\"2026/7\",\"title\":\"Robot\",\"applicant\":\"Hub AS\","
	"\"recommendation\":{\"outcome\":\"granted\",\"amountOre\":50000000,\"conditions\":["
	"{\"kind\":\"report\",\"text\":\"Rapport.\",\"dueOn\":\"2026-12-01\"}]},\"state\":"
	"\"resolved\","
	"\"reason\":null,\"proposals\":[{\"number\":1,\"outcome\":\"part_granted\","
	"\"amountOre\":30000000,\"grounds\":\"Mindre holder.\",\"state\":\"carried\","
	"\"reason\":null,\"byHands\":true,\"tally\":{\"for\":1,\"against\":1,\"abstained\":0,"
	"\"byCastingVote\":true,\"votes\":[{\"name\":\"Kari\",\"vote\":\"for\"},"
	"{\"name\":\"Per\",\"vote\":\"against\"}],\"out\":[{\"name\":\"Eva\",\"why\":"
	"\"disqualified\"}]}}]},"
	"{\"number\":2,\"caseNumber\":\"2026/8\",\"title\":\"Kurs\",\"applicant\":null,"
	"\"recommendation\":null,\"appeal\":{\"asked\":\"Hele beløpet\",\"decision\":{\"outcome\":"
	"\"part_granted\",\"amountOre\":30000000},\"proposal\":{\"outcome\":\"forwarded\","
	"\"amountOre\":0},\"isForwarded\":false},\"state\":\"postponed\",\"reason\":null,"
	"\"proposals\":[]},"
	"{\"number\":3,\"caseNumber\":\"2026/9\",\"title\":\"Nett\",\"applicant\":\"Hub AS\","
	"\"recommendation\":null,\"amendment\":{\"nb\":\"mer tid til arbeidet\",\"en\":"
	"\"more time for the work\",\"outcome\":\"approved\"},\"state\":\"postponed\","
	"\"reason\":null,\"proposals\":[]},"
	"{\"number\":4,\"caseNumber\":\"2026/6\",\"title\":\"Tun\",\"applicant\":\"Hub AS\","
	"\"recommendation\":null,\"reversal\":{\"decision\":{\"outcome\":\"rejected\","
	"\"amountOre\":0},\"proposal\":{\"outcome\":\"granted\",\"amountOre\":30000000}},"
	"\"state\":\"postponed\",\"reason\":null,\"proposals\":[]}]}";

static const char NB[] = "Møtebok for Styringsgruppen, møte 3/2026\n"
			 "2026-03-12 09:00, Fylkets hus\n\n"
			 "Møteleder: Kari\n"
			 "Til stede: Kari (leder)\n"
			 "Forfall: Ola (medlem)\n\n"
			 "Sak 1: 2026/7 Robot\n"
			 "Søker: Hub AS\n"
			 "Innstilling: innvilget, 500\u00a0000 kr\n"
			 "Vilkår: Rapport. Innen 2026-12-01.\n"
			 "Forslag 1: delvis innvilget, 300\u00a0000 kr. Mindre holder.\n"
			 "Deltok ikke: Eva (inhabil)\n"
			 "Håndsopprekning, ført av sekretæren. For: 1 (Kari). Mot: 1 (Per). "
			 "Avholdende: 0. Vedtatt med møtelederens avgjørende stemme.\n\n"
			 "Sak 2: 2026/8 Kurs, klage\n"
			 "Søker: –\n"
			 "Vedtaket som er påklaget: delvis innvilget, 300\u00a0000 kr\n"
			 "Klagen gjelder: Hele beløpet\n"
			 "Innstilling: sendt klageinstansen\n"
			 "Saken er utsatt.\n\n"
			 "Sak 3: 2026/9 Nett, endring\n"
			 "Søker: Hub AS\n"
			 "Det er bedt om: mer tid til arbeidet\n"
			 "Innstilling: godkjent\n"
			 "Saken er utsatt.\n\n"
			 "Sak 4: 2026/6 Tun, omgjøring\n"
			 "Søker: Hub AS\n"
			 "Vedtaket: avslått\n"
			 "Innstilling: innvilget, 300\u00a0000 kr\n"
			 "Saken er utsatt.\n\n"
			 "Merknader: Kaffe.\n";

START_TEST(minutes_tell_what_happened)
{
	struct arena *arena = arena_new(1 << 20);
	const struct record *record = record_read(RECORD, arena);

	ck_assert_ptr_nonnull(record);
	ck_assert_str_eq(minutes_text(record, "Kaffe.", NULL, LANGUAGE_NB, arena), NB);
	arena_free(&arena);
}
END_TEST

START_TEST(in_english_as_well)
{
	struct arena *arena = arena_new(1 << 20);
	const struct record *record = record_read(RECORD, arena);
	const char *text = minutes_text(record, NULL, "Wrong day", LANGUAGE_EN, arena);

	ck_assert_ptr_nonnull(strstr(text, "Carried by the vote of whoever presided."));
	ck_assert_ptr_nonnull(strstr(text, "Proposal 1: part-granted, NOK 300\u00a0000."));
	ck_assert_ptr_nonnull(strstr(text, "Corrected: Wrong day"));
	arena_free(&arena);
}
END_TEST

RUN_TESTS(TEST(minutes_tell_what_happened), TEST(in_english_as_well))
