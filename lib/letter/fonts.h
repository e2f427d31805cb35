/* The fonts that letters are set in, and no others. */
#ifndef TRINN_LETTER_FONTS_H
#define TRINN_LETTER_FONTS_H

#include <pango/pango.h>

#include "lib/letter/letter.h"

/* Open Sans, whose figures are all of one width; what it lacks is taken from DejaVu Sans. */
#define FONTS_FAMILIES "Open Sans, DejaVu Sans"

/* A context whose unit is the point, with nothing rounded to pixels, for g_object_unref(). */
PangoContext *fonts_context(struct letter_fonts *fonts, const char *language);

#endif
