/* A bank's table from outside: read or refused, and what is read is sound. */
#include <stdint.h>

#include "tests/fuzz/bankfile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Also below headings, where most bytes would otherwise never get. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char head[] = "Dato;Bel\xc3\xb8p;KID;Navn;Melding;Valuta;"
				   "Referanse;Arkivref\n";
	struct arena *arena = arena_new(1 << 20);
	char *text = arena_alloc(arena, sizeof(head) + size);

	check_bank_file((const char *)data, size);
	memcpy(text, head, sizeof(head) - 1);
	if (size > 0)
		memcpy(text + sizeof(head) - 1, data, size);
	check_bank_file(text, sizeof(head) - 1 + size);
	arena_free(&arena);
	return 0;
}
