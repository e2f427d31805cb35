#include "cmd/trinnd/settings.h"

#define ROW(...) CONF_ROW(struct settings, __VA_ARGS__)
const struct conf_key settings_keys[] = {SETTINGS_KEYS(ROW)};
const size_t settings_count = sizeof(settings_keys) / sizeof(settings_keys[0]);
