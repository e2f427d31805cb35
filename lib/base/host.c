#include "lib/base/host.h"

#include <stddef.h>

#include "lib/base/text.h"

bool host_is_loopback(const char *host)
{
	static const char *const names[] = {"127.0.0.1", "localhost", "::1", "[::1]"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (text_is(host, names[i]))
			return true;
	return false;
}
