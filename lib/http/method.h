/* The methods spoken here, all of RFC 9110 and 5789 but CONNECT and TRACE. */
#ifndef TRINN_HTTP_METHOD_H
#define TRINN_HTTP_METHOD_H

#include <stdbool.h>

#include "lib/base/attr.h"

#define HTTP_METHODS(X) X(GET) X(HEAD) X(POST) X(PUT) X(PATCH) X(DELETE) X(OPTIONS)

enum http_method {
#define HTTP_METHOD_ENUM(name) HTTP_##name,
	HTTP_METHODS(HTTP_METHOD_ENUM)
#undef HTTP_METHOD_ENUM
};

const char *http_method_name(enum http_method method);

/* Methods are case-sensitive. */
bool http_method_find(const char *name, enum http_method *method_out) MUST_USE;

#endif
