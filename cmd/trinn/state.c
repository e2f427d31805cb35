/* The lock is let go by the kernel when this command ends, however it does. */
#include "cmd/trinn/state.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cmd/trinn/folder.h"
#include "cmd/trinn/say.h"

static const char *lock_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/lock", trinn->state);
}

bool state_own(struct trinn *trinn)
{
	const char *path = lock_path(trinn);
	int fd;

	if (!folder_make(trinn->state, 0755))
		return false;
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (fd < 0)
		return say_error("could not open \"%s\": %s", path, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	close(fd);
	return say_error("another trinn is at work in \"%s\"", trinn->state);
}

bool state_remove(struct trinn *trinn)
{
	unlink(lock_path(trinn));
	if (rmdir(trinn->state) == 0)
		return true;
	return say_error("could not remove \"%s\": %s", trinn->state, strerror(errno));
}
