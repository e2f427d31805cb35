/*
 * A program and all that it forks keep the file with its process id open, and locked: whether it
 * runs is whether the lock is taken, and never a matter of a number that another process may have
 * by now.
 */
#include "cmd/trinn/background.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "cmd/trinn/folder.h"
#include "cmd/trinn/process.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define PID_TEXT_MAX 32
#define POLL_MS 50L
#define STOP_WITHIN_MS 30000

static const char *pid_path(struct trinn *trinn, const char *name)
{
	return arena_printf(trinn->arena, "%s/%s.pid", trinn->state, name);
}

const char *background_log(struct trinn *trinn, const char *name)
{
	return arena_printf(trinn->arena, "%s/%s.log", trinn->state, name);
}

static pid_t start_locked(struct trinn *trinn, const char *name, const char *const args[], int fd)
{
	pid_t pid = process_start(args, background_log(trinn, name), fd);

	if (pid < 0)
		say_error("could not start \"%s\": %s", args[0], strerror(errno));
	return pid;
}

pid_t background_start(struct trinn *trinn, const char *name, const char *const args[])
{
	int fd = open(pid_path(trinn, name), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	pid_t pid = -1;

	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0)
		say_error("could not lock \"%s\": %s", pid_path(trinn, name), strerror(errno));
	else
		pid = start_locked(trinn, name, args, fd);
	if (fd >= 0)
		close(fd);
	return pid;
}

static bool wait_for_end(const char *name, int fd, pid_t pid)
{
	for (long waited_ms = 0; waited_ms < STOP_WITHIN_MS; waited_ms += POLL_MS) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		process_pause(POLL_MS);
	}
	return say_error("%s, process %d, did not end in %d s", name, (int)pid,
			 STOP_WITHIN_MS / 1000);
}

static bool stop_running(struct trinn *trinn, const char *name, int fd)
{
	const char *path = pid_path(trinn, name);
	char *text = folder_read_file(path, PID_TEXT_MAX, trinn->arena, NULL);
	int32_t pid;

	if (text == NULL)
		return false;
	text[strcspn(text, "\n")] = '\0';
	if (!num_i32(text, 2, INT32_MAX, &pid))
		return say_error("\"%s\" holds no process id", path);
	if (kill(pid, SIGTERM) != 0 && errno != ESRCH)
		return say_error("could not stop %s, process %d: %s", name, pid, strerror(errno));
	return wait_for_end(name, fd, pid);
}

bool background_stop(struct trinn *trinn, const char *name)
{
	const char *path = pid_path(trinn, name);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return errno == ENOENT ||
		       say_error("could not open \"%s\": %s", path, strerror(errno));
	ok = flock(fd, LOCK_EX | LOCK_NB) == 0 || stop_running(trinn, name, fd);
	close(fd);
	return ok;
}

void background_remove(struct trinn *trinn, const char *name)
{
	unlink(pid_path(trinn, name));
	unlink(background_log(trinn, name));
}
