/* Time that passes, for deadlines and for how long something took. */
#ifndef TRINN_BASE_CLOCK_H
#define TRINN_BASE_CLOCK_H

#include <stdint.h>

/* Microseconds since some moment in the past; never goes back. */
int64_t clock_now_us(void);

#endif
