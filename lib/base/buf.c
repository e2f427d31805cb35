/* Grows by doubling up to the maximum. */
#include "lib/base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include "lib/base/fail.h"

#define FIRST_CAP 256

void buf_init(struct buf *buf, size_t max)
{
	MUST(max < SIZE_MAX / 2);
	*buf = (struct buf){.max = max};
}

void buf_fini(struct buf *buf)
{
	base_free(buf->data);
	buf_init(buf, buf->max);
}

void buf_reset(struct buf *buf)
{
	buf->len = 0;
	buf->overflowed = false;
}

/* Called when `len` more bytes and the NUL do not fit. */
static void grow(struct buf *buf, size_t len)
{
	size_t cap = buf->cap > 0 ? buf->cap : FIRST_CAP;
	size_t needed = buf->len + len + 1;

	while (cap < needed)
		cap *= 2;
	if (cap > buf->max + 1)
		cap = buf->max + 1;
	buf->data = base_realloc(buf->data, cap);
	buf->cap = cap;
}

bool buf_reserve(struct buf *buf, size_t len)
{
	if (buf->overflowed || len > buf->max - buf->len) {
		buf->overflowed = true;
		return false;
	}
	if (buf->cap - buf->len <= len)
		grow(buf, len);
	return true;
}

void buf_commit(struct buf *buf, size_t len)
{
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
	if (!buf_reserve(buf, len))
		return;
	if (len > 0)
		memcpy(buf->data + buf->len, bytes, len);
	buf_commit(buf, len);
}

void buf_adds(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_addc(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_addf(struct buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	MUST(len >= 0);
	if (!buf_reserve(buf, (size_t)len))
		return;

	va_start(args, format);
	vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf_commit(buf, (size_t)len);
}

bool buf_overflowed(const struct buf *buf)
{
	return buf->overflowed;
}

const char *buf_text(const struct buf *buf)
{
	return buf->len > 0 ? buf->data : "";
}

char *buf_take(struct buf *buf, size_t *len_out)
{
	char *data;

	if (!buf_reserve(buf, 0))
		return NULL;
	buf_commit(buf, 0);
	data = buf->data;
	if (len_out != NULL)
		*len_out = buf->len;
	buf_init(buf, buf->max);
	return data;
}
