#include "lib/scan/media.h"

#include <string.h>

#include "tests/unit/run.h"

START_TEST(content_tells_what_it_is)
{
	static const struct {
		const char *bytes;
		const char *type;
	} cases[] = {
		{"%PDF-1.7\n", "application/pdf"},
		{"Hei\n", "text/plain"},
		{"<html><script>1</script></html>", "text/html"},
		{"\x01\x02\x03", "application/octet-stream"},
	};
	struct media *media = media_new();

	ck_assert_ptr_nonnull(media);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ck_assert_str_eq(media_type_of(media, cases[i].bytes, strlen(cases[i].bytes)),
				 cases[i].type);
	media_free(&media);
	ck_assert_ptr_null(media);
	media_free(&media);
}
END_TEST

RUN_TESTS(TEST(content_tells_what_it_is))
