/* Programs of others that this command runs. */
#ifndef TRINN_CMD_TRINN_PROCESS_H
#define TRINN_CMD_TRINN_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

#include "lib/base/attr.h"
#include "lib/base/buf.h"

struct process_user {
	uid_t uid;
	gid_t gid;
	const char *name;
};

/* Runs the program at the path argv[0] as that user until it ends, in the folder / and with nothing
 * on stdin. What it writes is added to `output`; what does not fit is lost. Its exit status, or -1
 * if it could not be run or was killed: then `output` says why. */
int process_run(const struct process_user *user, const char *const argv[], struct buf *output);

/* Whether that user could make files in the folder. */
bool process_may_write(const struct process_user *user, const char *folder) MUST_USE;

/* Starts the program as a daemon of the calling user: its own session, nothing on stdin, stdout and
 * stderr added to the file `log`. The file of the descriptor `pid_fd` stays open in it and holds
 * its process id from before the program runs, so that it can be found although we are killed
 * meanwhile. Its process id, or -1 with errno set. */
pid_t process_start(const char *const argv[], const char *log, int pid_fd) MUST_USE;

void process_pause(long ms);

#endif
