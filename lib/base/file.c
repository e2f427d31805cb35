/* Errors are those of open(2) and read(2). */
#include "lib/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

bool file_read_rest(int fd, struct buf *out)
{
	char chunk[4096];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		buf_add(out, chunk, (size_t)n);
		if (buf_overflowed(out)) {
			errno = EFBIG;
			return false;
		}
	}
	return true;
}

bool file_read(const char *path, struct buf *out)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int read_errno;
	bool ok;

	if (fd < 0)
		return false;
	ok = file_read_rest(fd, out);
	read_errno = errno;
	close(fd);
	errno = read_errno;
	return ok;
}
