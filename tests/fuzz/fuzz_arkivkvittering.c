/* An archive's answer: read or refused, and what is read is a reference or a reason. */
#include <stdint.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/format/arkivmelding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new(1 << 20);
	struct arkivkvittering receipt;

	if (arkivkvittering_read((const char *)data, size, arena, &receipt)) {
		MUST(strlen(receipt.guid) == 36);
		MUST((receipt.reference == NULL) != (receipt.failure == NULL));
		MUST(receipt.failure == NULL ||
		     utf8_is_valid(receipt.failure, strlen(receipt.failure)));
	}
	arena_free(&arena);
	return 0;
}
