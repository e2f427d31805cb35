/*
 * The text of a PDF, read by pdftotext (poppler-utils) in a process of its own that has nothing of
 * ours: no descriptor but the file and the pipe, no environment, and bounds of memory and time.
 */
#ifndef TRINN_SCAN_PDF_H
#define TRINN_SCAN_PDF_H

#include "lib/base/attr.h"
#include "lib/scan/fnr_search.h"
#include "lib/scan/reading.h"

/* Searches the text of the file that is open as `fd`, from its beginning. Blocks for `timeout_s` at
 * most. */
enum reading pdf_read(int fd, int timeout_s, struct fnr_search *search) MUST_USE;

#endif
