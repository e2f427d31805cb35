#include "lib/scan/reading.h"

#include <stddef.h>

const char *reading_name(enum reading reading)
{
	static const char *const names[] = {
		[READING_NO_TEXT] = "no-text",
		[READING_DAMAGED] = "damaged",
		[READING_ENCRYPTED] = "encrypted",
		[READING_LARGE] = "large",
		[READING_SLOW] = "slow",
		[READING_FAILED] = NULL,
	};

	return names[reading];
}
