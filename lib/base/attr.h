/* Promises that the compiler can hold callers to. */
#ifndef TRINN_BASE_ATTR_H
#define TRINN_BASE_ATTR_H

/* The result says whether it went well: ignoring it is an error. */
#define MUST_USE __attribute__((warn_unused_result))

/* Arguments from `first` on are checked against the printf format in argument `format`. */
#define PRINTF_LIKE(format_arg, first_arg) __attribute__((format(printf, format_arg, first_arg)))

#define NO_RETURN __attribute__((noreturn))

#endif
