/*
 * echo: the cheapest possible HTTP server, to find out what the load tool itself can do.
 *
 * One thread, one epoll. Whatever ends in an empty line is a request without body and gets the same
 * reply of 200 with that many bytes.
 */
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"

#define BACKLOG 1024
#define EVENTS_MAX 64
#define BODY_MAX_BYTES (1u << 20)

static int listen_at(uint16_t port)
{
	const struct sockaddr_in address = { .sin_family = AF_INET,
					     .sin_port = htons(port),
					     .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	MUST(fd >= 0);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
	MUST(bind(fd, (const struct sockaddr *)&address, sizeof(address)) == 0);
	MUST(listen(fd, BACKLOG) == 0);
	return fd;
}

static void watch(int epoll, int fd)
{
	struct epoll_event event = { .events = EPOLLIN, .data.fd = fd };

	MUST(epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event) == 0);
}

static void answer(int fd, const struct buf *reply)
{
	char request[16384];
	ssize_t n = recv(fd, request, sizeof(request), 0);

	if (n <= 0)
		close(fd);
	else if (n >= 4 && memcmp(request + n - 4, "\r\n\r\n", 4) == 0)
		MUST(send(fd, reply->data, reply->len, MSG_NOSIGNAL) == (ssize_t)reply->len);
}

static void serve(int listener, const struct buf *reply)
{
	struct epoll_event events[EVENTS_MAX];
	int epoll = epoll_create1(EPOLL_CLOEXEC);

	watch(epoll, listener);
	for (;;) {
		int n = epoll_wait(epoll, events, EVENTS_MAX, -1);

		for (int i = 0; i < n; i++) {
			if (events[i].data.fd == listener)
				watch(epoll, accept4(listener, NULL, NULL, SOCK_CLOEXEC));
			else
				answer(events[i].data.fd, reply);
		}
	}
}

int main(int argc, char **argv)
{
	uint16_t port;
	uint32_t body_bytes;
	struct buf reply;

	if (argc != 3 || !num_u16(argv[1], 1, UINT16_MAX, &port) ||
	    !num_u32(argv[2], 0, BODY_MAX_BYTES, &body_bytes)) {
		fputs("usage: echo PORT BODY-BYTES\n", stderr);
		return 2;
	}
	buf_init(&reply, BODY_MAX_BYTES + 256);
	buf_addf(&reply, "HTTP/1.1 200 OK\r\nContent-Length: %u\r\n\r\n", body_bytes);
	for (uint32_t i = 0; i < body_bytes; i++)
		buf_addc(&reply, 'x');
	serve(listen_at(port), &reply);
}
