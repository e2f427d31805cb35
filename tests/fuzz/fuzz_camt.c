/* A camt.054 document from outside: read or refused, and what is read is sound. */
#include <stdint.h>

#include "tests/fuzz/bankfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Also within a document, where most bytes would otherwise never get. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char head[] =
		"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.02\">"
		"<BkToCstmrDbtCdtNtfctn><Ntfctn>";
	static const char tail[] = "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>";
	struct arena *arena = arena_new(1 << 20);
	char *text = arena_alloc(arena, sizeof(head) + size + sizeof(tail));

	check_bank_file((const char *)data, size);
	memcpy(text, head, sizeof(head) - 1);
	if (size > 0)
		memcpy(text + sizeof(head) - 1, data, size);
	memcpy(text + sizeof(head) - 1 + size, tail, sizeof(tail));
	check_bank_file(text, sizeof(head) + size + sizeof(tail) - 2);
	arena_free(&arena);
	return 0;
}
