#include "lib/scan/clamd.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "lib/base/fail.h"
#include "lib/base/text.h"

enum {
	REPLY_BYTES = 1024,
	ADDRESS_BYTES = 128,
};

/* With its NUL: clamd ends commands and replies that begin with z by one. */
static const char command[] = "zINSTREAM";

struct clamd {
	int fd;
	bool is_broken; /* what is sent does not arrive; the reply may still say why */
};

static bool set_timeouts(int fd, int timeout_s)
{
	const struct timeval timeout = {.tv_sec = timeout_s};

	return setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout)) == 0 &&
	       setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof(timeout)) == 0;
}

/* A socket, connected; -1 with errno set. */
static int connect_to(const struct sockaddr *address, socklen_t len, int timeout_s)
{
	int fd = socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	int failed;

	if (fd < 0)
		return -1;
	if (set_timeouts(fd, timeout_s) && connect(fd, address, len) == 0)
		return fd;
	failed = errno;
	close(fd);
	errno = failed;
	return -1;
}

static int connect_path(const char *path, int timeout_s)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	if (strlen(path) >= sizeof(address.sun_path)) {
		errno = ENAMETOOLONG;
		return -1;
	}
	memcpy(address.sun_path, path, strlen(path) + 1);
	return connect_to((const struct sockaddr *)&address, sizeof(address), timeout_s);
}

/* "127.0.0.1:3310": a number and a port, so that no name is looked up. */
static int connect_port(const char *text, int timeout_s)
{
	const struct addrinfo numeric = {
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
	const char *colon = strrchr(text, ':');
	size_t len = colon == NULL ? 0 : (size_t)(colon - text);
	char host[ADDRESS_BYTES];
	struct addrinfo *found;
	int fd;

	if (len > 1 && text[0] == '[' && text[len - 1] == ']') {
		text++;
		len -= 2;
	}
	if (len == 0 || len >= sizeof(host)) {
		errno = EINVAL;
		return -1;
	}
	memcpy(host, text, len);
	host[len] = '\0';
	if (getaddrinfo(host, colon + 1, &numeric, &found) != 0) {
		errno = EINVAL;
		return -1;
	}
	fd = connect_to(found->ai_addr, found->ai_addrlen, timeout_s);
	freeaddrinfo(found);
	return fd;
}

/* Marks it broken if the bytes cannot be sent. */
static void send_all(struct clamd *clamd, const void *bytes, size_t len)
{
	const char *at = bytes;

	while (len > 0 && !clamd->is_broken) {
		ssize_t n = send(clamd->fd, at, len, MSG_NOSIGNAL);

		if (n < 0 && errno != EINTR) {
			clamd->is_broken = true;
		} else if (n > 0) {
			at += n;
			len -= (size_t)n;
		}
	}
}

struct clamd *clamd_begin(const char *address, int timeout_s, struct buf *why)
{
	int fd = address[0] == '/' ? connect_path(address, timeout_s)
				   : connect_port(address, timeout_s);
	struct clamd *clamd;

	if (fd < 0) {
		buf_addf(why, "%s: %s", address, strerror(errno));
		return NULL;
	}
	clamd = base_alloc(sizeof(*clamd));
	clamd->fd = fd;
	send_all(clamd, command, sizeof(command));
	return clamd;
}

static void send_length(struct clamd *clamd, size_t len)
{
	uint32_t big_endian = htonl((uint32_t)len);

	send_all(clamd, &big_endian, sizeof(big_endian));
}

void clamd_send(struct clamd *clamd, const void *bytes, size_t len)
{
	MUST(len <= UINT32_MAX);
	if (len == 0) /* would be the end */
		return;
	send_length(clamd, len);
	send_all(clamd, bytes, len);
}

/* NUL-terminated; empty if none came. */
static void receive(struct clamd *clamd, char reply[REPLY_BYTES])
{
	size_t len = 0;

	while (len < REPLY_BYTES - 1) {
		ssize_t n = recv(clamd->fd, reply + len, REPLY_BYTES - 1 - len, 0);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		len += (size_t)n;
		if (memchr(reply, '\0', len) != NULL)
			break;
	}
	reply[len] = '\0';
}

enum clamd_verdict clamd_read_reply(const char *reply, struct buf *what)
{
	static const char prefix[] = "stream: ", found[] = " FOUND";
	size_t len = strlen(reply);

	if (strcmp(reply, "stream: OK") == 0)
		return CLAMD_CLEAN;
	if (strncmp(reply, prefix, strlen(prefix)) == 0 && text_ends_in(reply, found) &&
	    len > strlen(prefix) + strlen(found)) {
		buf_add(what, reply + strlen(prefix), len - strlen(prefix) - strlen(found));
		return CLAMD_INFECTED;
	}
	buf_adds(what, len == 0 ? "the scanner does not answer" : reply);
	return CLAMD_FAILED;
}

enum clamd_verdict clamd_end(struct clamd **clamd, struct buf *what)
{
	enum clamd_verdict verdict;
	char reply[REPLY_BYTES];

	send_length(*clamd, 0);
	receive(*clamd, reply);
	verdict = clamd_read_reply(reply, what);
	if (verdict == CLAMD_CLEAN && (*clamd)->is_broken) {
		buf_adds(what, "the scanner did not take all of it");
		verdict = CLAMD_FAILED;
	}
	clamd_free(clamd);
	return verdict;
}

void clamd_free(struct clamd **clamd)
{
	if (*clamd == NULL)
		return;
	close((*clamd)->fd);
	base_free(*clamd);
	*clamd = NULL;
}
