#include "lib/scan/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/base/clock.h"
#include "lib/base/fail.h"

enum {
	BLOCK_BYTES = 64 * 1024,
	TEXT_BYTES_MAX = 64 * 1024 * 1024,
	STATUS_NOT_RUN = 126, /* and 127: of prlimit as of a shell */
	CPU_OPTION_SIZE = 32,
	PAUSE_MS = 2,
};

/* Bytes of memory that a PDF of 25 MiB does not need. */
#define MEMORY_OPTION "--as=1073741824"

struct child {
	pid_t pid;
	int out;
	int64_t end_us; /* when its time is up */
};

static char language[] = "LANG=C.UTF-8";
static char *const environment[] = {language, NULL};

/* Laid out as on the page: what stands in columns has more than one blank between. */
static int spawn(struct child *child, const posix_spawn_file_actions_t *files,
		 const posix_spawnattr_t *attributes, int timeout_s)
{
	char cpu[CPU_OPTION_SIZE];
	const char *const argv[] = {
		"/usr/bin/prlimit", MEMORY_OPTION, cpu, "--fsize=0", "--core=0", "--nofile=32",
		"/usr/bin/pdftotext", "-enc", "UTF-8", "-layout", "-nopgbrk", "-q", "-", "-", NULL,
	};
	union {
		const char *const *in;
		char *const *out;
	} args = {.in = argv};

	snprintf(cpu, sizeof(cpu), "--cpu=%d", timeout_s);
	return posix_spawn(&child->pid, argv[0], files, attributes, args.out, environment);
}

/* Signals are as for a program that is started from a shell: we block and ignore some. */
static bool start(struct child *child, int fd, int pipe_end, int timeout_s)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t none, usual;
	int failed;

	sigemptyset(&none);
	sigemptyset(&usual);
	sigaddset(&usual, SIGPIPE);
	MUST(posix_spawn_file_actions_init(&files) == 0 && posix_spawnattr_init(&attributes) == 0);
	MUST(posix_spawn_file_actions_adddup2(&files, fd, 0) == 0 &&
	     posix_spawn_file_actions_adddup2(&files, pipe_end, 1) == 0 &&
	     posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0) == 0 &&
	     posix_spawn_file_actions_addclosefrom_np(&files, 3) == 0);
	MUST(posix_spawnattr_setflags(&attributes,
				      POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0 &&
	     posix_spawnattr_setsigmask(&attributes, &none) == 0 &&
	     posix_spawnattr_setsigdefault(&attributes, &usual) == 0);
	failed = spawn(child, &files, &attributes, timeout_s);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	return failed == 0;
}

/* Whether there is something to read, or an end, before the time is up. */
static bool wait_for(const struct child *child)
{
	struct pollfd wanted = {.fd = child->out, .events = POLLIN};
	int64_t left_us;
	int n;

	do {
		left_us = child->end_us - clock_now_us();
		n = left_us <= 0 ? 0 : poll(&wanted, 1, (int)(left_us / 1000) + 1);
	} while (n < 0 && errno == EINTR);
	return n > 0;
}

static enum reading take_text(const struct child *child, struct fnr_search *search)
{
	char block[BLOCK_BYTES];
	size_t taken = 0;

	while (taken < TEXT_BYTES_MAX) {
		ssize_t n;

		if (!wait_for(child))
			return READING_SLOW;
		n = read(child->out, block, sizeof(block));
		if (n == 0)
			return READING_WHOLE;
		if (n < 0 && errno != EINTR)
			return READING_FAILED;
		if (n > 0) {
			fnr_search_add(search, block, (size_t)n);
			taken += (size_t)n;
		}
	}
	return READING_LARGE;
}

/* Its status; one of SIGKILL when the time is up or its text is more than is read. What has closed
 * its end of the pipe is about to end. */
static int end(const struct child *child, enum reading so_far)
{
	int status = 0;

	if (so_far != READING_WHOLE)
		kill(child->pid, SIGKILL);
	while (waitpid(child->pid, &status, WNOHANG) == 0) {
		if (clock_now_us() > child->end_us)
			kill(child->pid, SIGKILL);
		poll(NULL, 0, PAUSE_MS);
	}
	return status;
}

/* What poppler says of it is for people. The dictionary that names the key is never compressed. */
static bool is_encrypted(int fd)
{
	static const char name[] = "/Encrypt";
	struct stat file;
	void *bytes;
	bool is_there;

	if (fstat(fd, &file) != 0 || file.st_size == 0)
		return false;
	bytes = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_SHARED, fd, 0);
	if (bytes == MAP_FAILED)
		return false;
	is_there = memmem(bytes, (size_t)file.st_size, name, sizeof(name) - 1) != NULL;
	munmap(bytes, (size_t)file.st_size);
	return is_there;
}

static enum reading judge(int fd, int status, const struct fnr_search *search)
{
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
		return READING_SLOW;
	if (WIFSIGNALED(status))
		return READING_DAMAGED;
	if (WEXITSTATUS(status) >= STATUS_NOT_RUN)
		return READING_FAILED;
	if (WEXITSTATUS(status) != 0)
		return is_encrypted(fd) ? READING_ENCRYPTED : READING_DAMAGED;
	return search->has_text ? READING_WHOLE : READING_NO_TEXT;
}

enum reading pdf_read(int fd, int timeout_s, struct fnr_search *search)
{
	struct child child = {.end_us = clock_now_us() + (int64_t)timeout_s * 1000000};
	enum reading reading = READING_FAILED;
	int ends[2];

	if (lseek(fd, 0, SEEK_SET) != 0 || pipe2(ends, O_CLOEXEC) != 0)
		return READING_FAILED;
	child.out = ends[0];
	if (start(&child, fd, ends[1], timeout_s)) {
		int status;

		close(ends[1]);
		reading = take_text(&child, search);
		status = end(&child, reading);
		if (reading == READING_WHOLE)
			reading = judge(fd, status, search);
	} else {
		close(ends[1]);
	}
	close(ends[0]);
	return reading;
}
