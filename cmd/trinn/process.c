/* fork and exec; every descriptor of ours is closed on exec. */
#include "cmd/trinn/process.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lib/base/file.h"

/* Exit status of a child that could not become what it was meant to be, as of a shell. */
#define NOT_RUN 127
#define PID_TEXT_MAX 32

static bool become(const struct process_user *user)
{
	if (geteuid() == user->uid)
		return true;
	return setgroups(0, NULL) == 0 && setgid(user->gid) == 0 && setuid(user->uid) == 0;
}

static char *const *exec_args(const char *const argv[])
{
	union {
		const char *const *in;
		char *const *out;
	} args = {.in = argv};

	return args.out;
}

static bool redirect(const char *path, int flags, int fd)
{
	int opened = open(path, flags, 0644);
	bool ok = opened >= 0 && dup2(opened, fd) == fd;

	if (ok && opened != fd)
		close(opened);
	return ok;
}

static void run_child(const struct process_user *user, const char *const argv[], int output_fd)
{
	static const char text[] = "could not be started\n";

	if (redirect("/dev/null", O_RDONLY, STDIN_FILENO) &&
	    dup2(output_fd, STDOUT_FILENO) == STDOUT_FILENO &&
	    dup2(output_fd, STDERR_FILENO) == STDERR_FILENO && chdir("/") == 0 && become(user))
		execv(argv[0], exec_args(argv));
	if (write(output_fd, text, sizeof(text) - 1) < 0)
		_exit(NOT_RUN);
	_exit(NOT_RUN);
}

static int wait_for(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) && WEXITSTATUS(status) != NOT_RUN ? WEXITSTATUS(status) : -1;
}

int process_run(const struct process_user *user, const char *const argv[], struct buf *output)
{
	int ends[2];
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0 || (pid = fork()) < 0) {
		buf_addf(output, "%s", strerror(errno));
		return -1;
	}
	if (pid == 0)
		run_child(user, argv, ends[1]);
	close(ends[1]);
	file_read_rest(ends[0], output);
	close(ends[0]);
	return wait_for(pid);
}

bool process_may_write(const struct process_user *user, const char *folder)
{
	pid_t pid = fork();

	if (pid < 0)
		return false;
	if (pid == 0)
		_exit(become(user) && access(folder, W_OK | X_OK) == 0 ? 0 : 1);
	return wait_for(pid) == 0;
}

static bool write_own_pid(int fd)
{
	char text[PID_TEXT_MAX];
	int len = snprintf(text, sizeof(text), "%d\n", (int)getpid());

	return ftruncate(fd, 0) == 0 && pwrite(fd, text, (size_t)len, 0) == len;
}

static void start_child(const char *const argv[], const char *log, int pid_fd, int errno_fd)
{
	int why;

	if (setsid() >= 0 && fcntl(pid_fd, F_SETFD, 0) == 0 && write_own_pid(pid_fd) &&
	    redirect("/dev/null", O_RDONLY, STDIN_FILENO) &&
	    redirect(log, O_WRONLY | O_CREAT | O_APPEND, STDOUT_FILENO) &&
	    dup2(STDOUT_FILENO, STDERR_FILENO) == STDERR_FILENO)
		execv(argv[0], exec_args(argv));
	why = errno;
	if (write(errno_fd, &why, sizeof(why)) < 0)
		_exit(NOT_RUN);
	_exit(NOT_RUN);
}

/* The pipe closes without a word when the program runs. */
pid_t process_start(const char *const argv[], const char *log, int pid_fd)
{
	int ends[2], why;
	ssize_t n;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0 || (pid = fork()) < 0)
		return -1;
	if (pid == 0)
		start_child(argv, log, pid_fd, ends[1]);
	close(ends[1]);
	n = read(ends[0], &why, sizeof(why));
	close(ends[0]);
	if (n == 0)
		return pid;
	wait_for(pid);
	errno = n == sizeof(why) ? why : EIO;
	return -1;
}

void process_pause(long ms)
{
	const struct timespec pause = {ms / 1000, ms % 1000 * 1000000};

	nanosleep(&pause, NULL);
}
