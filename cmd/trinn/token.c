/* trinn token */
#include "cmd/trinn/devkey.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define TTL_S 3600

bool trinn_token(struct trinn *trinn)
{
	const char *ttl = trinn->options[TRINN_OPTION_ttl];
	int64_t ttl_s = TTL_S;
	struct devkey key;
	const char *token;

	if (ttl != NULL && !num_i64(ttl, 1, DEVKEY_TTL_MAX_S, &ttl_s))
		return say_error("--ttl is not a number of seconds from 1 to %d: \"%s\"",
				 DEVKEY_TTL_MAX_S, ttl);
	if (!devkey_load(trinn, &key))
		return false;
	token = devkey_token(trinn, &key, trinn->operands[0], ttl_s);
	if (token == NULL)
		return false;
	say("%s", token);
	return true;
}
