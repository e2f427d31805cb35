/* Lines appear at once, also where stdout is a pipe, so that slow steps are seen. */
#include "cmd/trinn/say.h"

#include <stdarg.h>
#include <stdio.h>

static void say_line(FILE *out, const char *prefix, const char *format, va_list args)
	__attribute__((format(printf, 3, 0)));

static void say_line(FILE *out, const char *prefix, const char *format, va_list args)
{
	fputs(prefix, out);
	vfprintf(out, format, args);
	fputc('\n', out);
	fflush(out);
}

void say(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line(stdout, "", format, args);
	va_end(args);
}

void say_warning(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line(stderr, "trinn: warning: ", format, args);
	va_end(args);
}

bool say_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line(stderr, "trinn: error: ", format, args);
	va_end(args);
	return false;
}

void say_hint(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_line(stderr, "trinn: hint: ", format, args);
	va_end(args);
}
