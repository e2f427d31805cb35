/* Names as UUIDs (RFC 9562, version 5): the same name is the same UUID, everywhere. */
#ifndef TRINN_BASE_UUID_H
#define TRINN_BASE_UUID_H

#define UUID_TEXT_SIZE 37 /* with its NUL */

/* Of a URL or URN, such as "urn:trinn:50:journal-post:12". */
void uuid_of_name(const char *name, char out[UUID_TEXT_SIZE]);

#endif
