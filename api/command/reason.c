#include "api/command/reason.h"

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct reason_input, reason, "reason", TEXT),
};
const struct shape reason_shape = SHAPE(struct reason_input, fields);

const char *reason_of(const struct act *act)
{
	const struct reason_input *input = act->input;

	return input->reason;
}
