/* An office document from outside: read as far as it goes. Also as one part of one, where most
 * bytes would otherwise never get, and in pieces: what is read does not depend on how it came. */
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/scan/markup.h"
#include "lib/scan/office.h"

enum { TIMEOUT_S = 10 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_archive(const uint8_t *data, size_t size)
{
	static struct fnr_search search;
	int fd = memfd_create("office", MFD_CLOEXEC);
	enum reading reading;

	MUST(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	fnr_search_begin(&search);
	reading = office_read(fd, TIMEOUT_S, &search);
	MUST(reading != READING_FAILED);
	MUST(reading != READING_WHOLE || search.has_text);
	close(fd);
}

static enum reading read_part(const char *bytes, size_t len, size_t step, bool *found_out)
{
	static struct fnr_search search;
	struct markup *markup;
	enum reading reading = READING_WHOLE;

	fnr_search_begin(&search);
	markup = markup_new(&search);
	for (size_t at = 0; at < len && reading == READING_WHOLE; at += step)
		reading = markup_add(markup, bytes + at, len - at < step ? len - at : step);
	if (reading == READING_WHOLE)
		reading = markup_end(markup);
	markup_free(&markup);
	*found_out = fnr_search_end(&search);
	return reading;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool found, found_in_pieces;

	check_archive(data, size);
	if (read_part((const char *)data, size, 65536, &found) == READING_WHOLE) {
		MUST(read_part((const char *)data, size, 3, &found_in_pieces) == READING_WHOLE);
		MUST(found == found_in_pieces);
	}
	return 0;
}
