#include "lib/letter/fonts.h"

#include <dirent.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <time.h>

#include "lib/base/fail.h"

#define OPEN_SANS "/usr/share/fonts/truetype/open-sans/OpenSans-"
#define DEJAVU "/usr/share/fonts/truetype/dejavu/DejaVuSans"

static const char *const files[] = {
	OPEN_SANS "Regular.ttf",
	OPEN_SANS "Semibold.ttf",
	DEJAVU ".ttf",
	DEJAVU "-Bold.ttf",
};

struct letter_fonts {
	PangoFontMap *map;
	size_t n_threads; /* of the process, without Pango's */
};

static size_t count_threads(void)
{
	DIR *folder = opendir("/proc/self/task");
	size_t n = 0;

	MUST(folder != NULL);
	while (readdir(folder) != NULL)
		n++;
	closedir(folder);
	return n;
}

/* A map has a thread that looks for fonts in what fontconfig knows: that is not to be released
 * under it. Without a map it ends, and nothing else tells when. */
static void wait_for_thread(size_t n_threads)
{
	const struct timespec moment = {.tv_nsec = 1000000};

	for (int i = 0; i < 5000 && count_threads() > n_threads; i++)
		nanosleep(&moment, NULL);
}

/* As all there is, for the process: else fontconfig would read what the machine is set up with, and
 * Pango see it. */
static bool use_ours_alone(void)
{
	FcConfig *config = FcConfigCreate();
	bool found = true;

	MUST(config != NULL);
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		found &= FcConfigAppFontAddFile(config, (const FcChar8 *)files[i]) != 0;
	MUST(FcConfigSetCurrent(config));
	FcConfigDestroy(config);
	return found;
}

struct letter_fonts *letter_fonts_new(void)
{
	struct letter_fonts *fonts = base_alloc(sizeof(*fonts));
	bool found = use_ours_alone();

	fonts->n_threads = count_threads();
	fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	MUST(fonts->map != NULL);
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map), 72);
	if (!found)
		letter_fonts_free(&fonts);
	return fonts;
}

void letter_fonts_free(struct letter_fonts **fonts)
{
	if (*fonts == NULL)
		return;
	g_object_unref((*fonts)->map);
	wait_for_thread((*fonts)->n_threads);
	FcFini();
	base_free(*fonts);
	*fonts = NULL;
}

PangoContext *fonts_context(struct letter_fonts *fonts, const char *language)
{
	PangoContext *context = pango_font_map_create_context(fonts->map);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string(language));
	return context;
}
