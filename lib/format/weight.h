/* How much a client wishes for what it names in Accept or Accept-Language (RFC 9110, 12.4.2). */
#ifndef TRINN_FORMAT_WEIGHT_H
#define TRINN_FORMAT_WEIGHT_H

#define WEIGHT_MAX 1000

/* Of a range, from which `parameters` go on: q in thousandths. WEIGHT_MAX if it says none, 0 if
 * that is no number. Digits after the third do not count. */
int weight_read(const char *parameters);

#endif
