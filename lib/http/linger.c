#include "lib/http/linger.h"

#include <errno.h>
#include <event2/event.h>
#include <unistd.h>

#include "lib/base/fail.h"

enum {
	MAX_SOCKETS = 64,
	MAX_READS = 64,
	READ_BYTES = 16384,
};

static const struct timeval max_silence = {.tv_sec = 2};

struct linger_socket {
	struct list link;
	struct http_linger *linger;
	struct event *event;
	int reads_left;
};

void http_linger_init(struct http_linger *linger, struct event_base *base)
{
	linger->base = base;
	linger->n = 0;
	list_init(&linger->sockets);
}

static void drop(struct linger_socket *s)
{
	int fd = event_get_fd(s->event);

	list_remove(&s->link);
	s->linger->n--;
	event_free(s->event);
	close(fd);
	base_free(s);
}

static void drop_oldest(struct http_linger *linger)
{
	drop(LIST_ENTRY(linger->sockets.next, struct linger_socket, link));
}

void http_linger_fini(struct http_linger *linger)
{
	while (linger->n > 0)
		drop_oldest(linger);
}

static void on_readable(evutil_socket_t fd, short what, void *arg)
{
	struct linger_socket *s = arg;
	char ignored[READ_BYTES];
	ssize_t n;

	if (what & EV_TIMEOUT || s->reads_left-- == 0) {
		drop(s);
		return;
	}
	n = read(fd, ignored, sizeof(ignored));
	if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
		drop(s);
}

void http_linger_take(struct http_linger *linger, int fd)
{
	struct linger_socket *s = base_alloc(sizeof(*s));

	if (linger->n == MAX_SOCKETS)
		drop_oldest(linger);
	s->linger = linger;
	s->reads_left = MAX_READS;
	s->event = event_new(linger->base, fd, EV_READ | EV_PERSIST, on_readable, s);
	MUST(s->event && event_add(s->event, &max_silence) == 0);
	list_append(&linger->sockets, &s->link);
	linger->n++;
}
