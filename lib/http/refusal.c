#include "lib/http/refusal.h"

static const struct http_refusal_info infos[] = {
#define REFUSAL_INFO(name, status, code, text) [HTTP_REFUSED_##name] = {status, code, text},
	HTTP_REFUSALS(REFUSAL_INFO)
#undef REFUSAL_INFO
};

const struct http_refusal_info *http_refusal_info(enum http_refusal reason)
{
	return &infos[reason];
}
