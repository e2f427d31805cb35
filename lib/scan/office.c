#include "lib/scan/office.h"

#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"
#include "lib/base/text.h"
#include "lib/scan/markup.h"

enum {
	BLOCK_BYTES = 16 * 1024, /* the time is looked at after each */
	PARTS_MAX = 20000,
	UNPACKED_BYTES_MAX = 128 * 1024 * 1024,
};

struct office {
	struct fnr_search *search;
	int64_t end_us;	    /* when the time is up */
	int64_t bytes_left; /* that may be unpacked */
	char block[BLOCK_BYTES];
};

static enum reading worse(enum reading a, enum reading b)
{
	return a > b ? a : b;
}

/* Whether to go on at all. */
static enum reading is_spent(const struct office *office)
{
	if (office->bytes_left <= 0)
		return READING_LARGE;
	return clock_now_us() > office->end_us ? READING_SLOW : READING_WHOLE;
}

/* The next block of a part; its bytes in `n_out`, 0 at the end. */
static enum reading unpack(struct office *office, zip_file_t *part, size_t *n_out)
{
	enum reading spent = is_spent(office);
	zip_int64_t n;

	*n_out = 0;
	if (spent != READING_WHOLE)
		return spent;
	n = zip_fread(part, office->block, sizeof(office->block));
	if (n < 0)
		return READING_DAMAGED;
	*n_out = (size_t)n;
	office->bytes_left -= n;
	return READING_WHOLE;
}

static enum reading read_markup(struct office *office, zip_file_t *part)
{
	struct markup *markup = markup_new(office->search);
	enum reading reading;
	size_t n;

	do {
		reading = unpack(office, part, &n);
		if (reading == READING_WHOLE && n > 0)
			reading = markup_add(markup, office->block, n);
	} while (reading == READING_WHOLE && n > 0);
	if (reading == READING_WHOLE)
		reading = markup_end(markup);
	markup_free(&markup);
	return reading;
}

static enum reading read_archive(struct office *office, int fd, bool is_inner);

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return true;
}

/* As a sheet in a text, or behind a chart. */
static enum reading read_document(struct office *office, zip_file_t *part)
{
	int fd = memfd_create("part", MFD_CLOEXEC);
	enum reading reading = fd < 0 ? READING_FAILED : READING_WHOLE;
	size_t n = 1;

	while (reading == READING_WHOLE && n > 0) {
		reading = unpack(office, part, &n);
		if (!write_all(fd, office->block, n))
			reading = READING_FAILED;
	}
	if (reading == READING_WHOLE)
		reading = read_archive(office, fd, true);
	if (fd >= 0)
		close(fd);
	return reading;
}

static bool is_document(const char *name)
{
	static const char *const suffixes[] = {".docx", ".xlsx", ".pptx", ".odt", ".ods"};

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++)
		if (text_ends_in(name, suffixes[i]))
			return true;
	return false;
}

static enum reading read_part(struct office *office, zip_t *archive, zip_uint64_t index,
			      bool is_inner)
{
	enum reading reading = READING_WHOLE;
	zip_file_t *part;
	zip_stat_t stat;

	if (zip_stat_index(archive, index, 0, &stat) != 0 ||
	    (stat.valid & (ZIP_STAT_NAME | ZIP_STAT_ENCRYPTION_METHOD)) !=
		    (ZIP_STAT_NAME | ZIP_STAT_ENCRYPTION_METHOD))
		return READING_DAMAGED;
	if (!text_ends_in(stat.name, ".xml") && (is_inner || !is_document(stat.name)))
		return READING_WHOLE;
	if (stat.encryption_method != ZIP_EM_NONE)
		return READING_ENCRYPTED;
	part = zip_fopen_index(archive, index, 0);
	if (part == NULL)
		return READING_DAMAGED;
	reading = text_ends_in(stat.name, ".xml") ? read_markup(office, part)
						  : read_document(office, part);
	zip_fclose(part);
	return reading;
}

static enum reading read_parts(struct office *office, zip_t *archive, bool is_inner)
{
	zip_int64_t n = zip_get_num_entries(archive, 0);
	enum reading worst = n > PARTS_MAX ? READING_LARGE : READING_WHOLE;

	for (zip_int64_t i = 0; i < n && worst < READING_LARGE; i++)
		worst = worse(worst, read_part(office, archive, (zip_uint64_t)i, is_inner));
	return worst;
}

static enum reading read_archive(struct office *office, int fd, bool is_inner)
{
	int copy = dup(fd);
	enum reading reading;
	zip_t *archive;
	int error;

	if (copy < 0)
		return READING_FAILED;
	archive = zip_fdopen(copy, 0, &error);
	if (archive == NULL) {
		close(copy);
		return READING_DAMAGED;
	}
	reading = read_parts(office, archive, is_inner);
	zip_discard(archive);
	return reading;
}

enum reading office_read(int fd, int timeout_s, struct fnr_search *search)
{
	struct office *office = base_alloc(sizeof(*office));
	enum reading reading;

	office->search = search;
	office->end_us = clock_now_us() + (int64_t)timeout_s * 1000000;
	office->bytes_left = UNPACKED_BYTES_MAX;
	reading = read_archive(office, fd, false);
	base_free(office);
	if (reading == READING_WHOLE && !search->has_text)
		return READING_NO_TEXT;
	return reading;
}
