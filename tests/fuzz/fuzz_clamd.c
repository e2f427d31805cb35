/* Replies of a virus scanner: nothing but its one word for it is clean, and what is not clean says
 * why. */
#include <stdint.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/scan/clamd.h"

enum { REPLY_MAX = 1024 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const char *reply, struct buf *what)
{
	static const char prefix[] = "stream: ";
	size_t len = strlen(prefix);

	switch (clamd_read_reply(reply, what)) {
	case CLAMD_CLEAN:
		MUST(strcmp(reply, "stream: OK") == 0 && what->len == 0);
		break;
	case CLAMD_INFECTED:
		MUST(what->len > 0 && strncmp(reply, prefix, len) == 0);
		MUST(strncmp(reply + len, buf_text(what), what->len) == 0);
		MUST(strcmp(reply + len + what->len, " FOUND") == 0);
		break;
	case CLAMD_FAILED:
		MUST(what->len > 0 && (*reply == '\0' || strcmp(buf_text(what), reply) == 0));
		break;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char reply[REPLY_MAX];
	struct buf what;

	if (size >= sizeof(reply))
		return -1;
	memcpy(reply, data, size);
	reply[size] = '\0';
	buf_init(&what, REPLY_MAX);
	check(reply, &what);
	buf_fini(&what);
	return 0;
}
