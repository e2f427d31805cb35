/* The words of faults. */
#include "lib/format/fault.h"

const char *format_fault_key(enum format_fault fault)
{
	static const char *const keys[] = {
#define X(name, key) key,
		FORMAT_FAULTS(X)
#undef X
	};

	return keys[fault];
}
