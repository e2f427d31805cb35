/* The pages for people: /docs, a viewer of openapi.yaml whose files lie in app->docs_folder,
 * without anything from outside. */
#ifndef TRINN_API_REQUEST_DOCS_H
#define TRINN_API_REQUEST_DOCS_H

#include <stdbool.h>

struct req;

/* Answers and returns true if `path` is /docs or below it. */
bool docs_serve(struct req *r, const char *path);

#endif
