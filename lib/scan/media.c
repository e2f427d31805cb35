#include "lib/scan/media.h"

#include <magic.h>

#include "lib/base/fail.h"

struct media {
	magic_t magic;
};

/* It does not look into compressed content: that is the scanner's work, which is bounded. */
#define FLAGS (MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_ELF)

struct media *media_new(void)
{
	struct media *media = base_alloc(sizeof(*media));

	media->magic = magic_open(FLAGS);
	if (media->magic == NULL || magic_load(media->magic, NULL) != 0)
		media_free(&media);
	return media;
}

void media_free(struct media **media)
{
	if (*media == NULL)
		return;
	if ((*media)->magic != NULL)
		magic_close((*media)->magic);
	base_free(*media);
	*media = NULL;
}

const char *media_type_of(struct media *media, const void *bytes, size_t len)
{
	const char *type = magic_buffer(media->magic, bytes, len);

	return type == NULL ? "application/octet-stream" : type;
}
