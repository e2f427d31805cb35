/* Hosts, as settings and URLs name them. */
#ifndef TRINN_BASE_HOST_H
#define TRINN_BASE_HOST_H

#include <stdbool.h>

/* Whether it is this machine, in one of the spellings that need no look-up: 127.0.0.1, localhost or
 * ::1, which a URL puts into brackets. */
bool host_is_loopback(const char *host);

#endif
