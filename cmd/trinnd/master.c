#include "cmd/trinnd/master.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/log/log.h"
#include "lib/loop/loop.h"

#define STEADY_MS 10000
#define PAUSE_FIRST_MS 200
#define PAUSE_MAX_MS 25600
#define KILL_AFTER_MS 5000
#define WAIT_MAX_MS 60000

/* The place of one worker. */
struct seat {
	pid_t pid; /* 0: nobody is there */
	int64_t started_ms;
	int64_t due_ms; /* when the next one starts, if nobody is there */
	int64_t pause_ms;
};

struct master {
	const struct worker_setup *setup;
	struct seat seats[SETTINGS_WORKERS_MAX];
	int n;
	sigset_t mask; /* from before ours were blocked */
	bool stopping;
	int64_t kill_ms;
	int exit;
};

/* The master has its signals blocked and takes them one by one; a worker begins with the mask from
 * before. A Ctrl-C reaches the whole group: only the master heeds it. */
static void run_worker(const struct master *m, int number)
{
	struct worker_setup setup = *m->setup;

	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigprocmask(SIG_SETMASK, &m->mask, NULL);
	setup.number = number;
	exit(worker_run(&setup));
}

static void put_off(struct seat *seat)
{
	int64_t now_ms = loop_now_ms();

	if (now_ms - seat->started_ms >= STEADY_MS)
		seat->pause_ms = 0;
	else if (seat->pause_ms == 0)
		seat->pause_ms = PAUSE_FIRST_MS;
	else if (seat->pause_ms < PAUSE_MAX_MS)
		seat->pause_ms *= 2;
	seat->due_ms = now_ms + seat->pause_ms;
}

static void start_worker(struct master *m, int number)
{
	struct seat *seat = &m->seats[number];
	pid_t pid = fork();

	if (pid == 0)
		run_worker(m, number);
	seat->started_ms = loop_now_ms();
	if (pid > 0) {
		seat->pid = pid;
		return;
	}
	log_event(LOG_ERROR, "worker.fork", LOG_INT("worker", number),
		  LOG_STR("why", strerror(errno)));
	put_off(seat);
}

static void start_due(struct master *m)
{
	for (int i = 0; i < m->n && !m->stopping; i++)
		if (m->seats[i].pid == 0 && m->seats[i].due_ms <= loop_now_ms())
			start_worker(m, i);
}

static void signal_workers(const struct master *m, int number)
{
	for (int i = 0; i < m->n; i++)
		if (m->seats[i].pid > 0)
			kill(m->seats[i].pid, number);
}

static void stop(struct master *m)
{
	if (m->stopping)
		return;
	m->stopping = true;
	m->kill_ms = loop_now_ms() + m->setup->settings->drain_s * 1000 + KILL_AFTER_MS;
	signal_workers(m, SIGTERM);
}

static void kill_late(struct master *m)
{
	if (!m->stopping || loop_now_ms() < m->kill_ms)
		return;
	log_event(LOG_ERROR, "workers.killed", LOG_STR("why", "they did not end in time"));
	m->kill_ms += KILL_AFTER_MS;
	signal_workers(m, SIGKILL);
}

static void on_worker_gone(struct master *m, int number, int status)
{
	struct seat *seat = &m->seats[number];

	seat->pid = 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_STOPPED && m->stopping)
		return;
	put_off(seat);
	log_event(LOG_ERROR, "worker.died", LOG_INT("worker", number),
		  LOG_INT("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0),
		  LOG_INT("exit", WIFEXITED(status) ? WEXITSTATUS(status) : 0),
		  LOG_MS("pause_ms", seat->pause_ms * 1000));
	if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_CANNOT_RUN) {
		m->exit = 1;
		stop(m);
	}
}

static void reap(struct master *m)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (int i = 0; i < m->n; i++)
			if (m->seats[i].pid == pid)
				on_worker_gone(m, i, status);
}

static bool any_left(const struct master *m)
{
	for (int i = 0; i < m->n; i++)
		if (m->seats[i].pid > 0)
			return true;
	return false;
}

/* Until the next start or kill, should no signal come before. */
static int64_t wait_ms(const struct master *m)
{
	int64_t next_ms = loop_now_ms() + WAIT_MAX_MS;

	if (m->stopping && m->kill_ms < next_ms)
		next_ms = m->kill_ms;
	for (int i = 0; i < m->n && !m->stopping; i++)
		if (m->seats[i].pid == 0 && m->seats[i].due_ms < next_ms)
			next_ms = m->seats[i].due_ms;
	next_ms -= loop_now_ms();
	return next_ms < 0 ? 0 : next_ms;
}

static void wait_for_signal(struct master *m, const sigset_t *signals)
{
	int64_t ms = wait_ms(m);
	struct timespec timeout = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};
	int number = sigtimedwait(signals, NULL, &timeout);

	if (number == SIGTERM || number == SIGINT)
		stop(m);
}

int master_run(const struct worker_setup *setup)
{
	struct master m = {.setup = setup, .n = (int)setup->settings->workers};
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &signals, &m.mask);
	do {
		start_due(&m);
		wait_for_signal(&m, &signals);
		reap(&m);
		kill_late(&m);
	} while (!m.stopping || any_left(&m));
	return m.exit;
}
