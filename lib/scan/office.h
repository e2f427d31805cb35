/* The text of an office document: an archive (zip) of XML parts, as OOXML and ODF are. */
#ifndef TRINN_SCAN_OFFICE_H
#define TRINN_SCAN_OFFICE_H

#include "lib/base/attr.h"
#include "lib/scan/fnr_search.h"
#include "lib/scan/reading.h"

/*
 * Searches the text of all parts of the file that is open as `fd`, and of documents that lie in it:
 * body, cells, headers, footers, notes, comments, properties. What it unpacks to is bounded; parts
 * that cannot be read are passed over. Blocks for little more than `timeout_s` at most.
 */
enum reading office_read(int fd, int timeout_s, struct fnr_search *search) MUST_USE;

#endif
