#include "lib/http/method.h"

#include <stddef.h>
#include <string.h>

static const char *const names[] = {
#define METHOD_NAME(name) [HTTP_##name] = #name,
	HTTP_METHODS(METHOD_NAME)
#undef METHOD_NAME
};

const char *http_method_name(enum http_method method)
{
	return names[method];
}

bool http_method_find(const char *name, enum http_method *method_out)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(name, names[i]) == 0) {
			*method_out = (enum http_method)i;
			return true;
		}
	}
	return false;
}
