/* trinnd: a small master that starts the workers, starts a dead one again, and passes SIGTERM on. */
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cmd/trinnd/settings.h"
#include "cmd/trinnd/worker.h"
#include "lib/base/arena.h"
#include "lib/log/log.h"

#define WORKERS_MAX 64

struct master {
	struct settings settings;
	struct worker_setup setup;
	pid_t workers[WORKERS_MAX];
	time_t started[WORKERS_MAX];
	sigset_t mask;               /* from before ours were blocked */
	bool stopping;
	int exit;
};

static void help(void)
{
	struct buf text;

	buf_init(&text, 64 * 1024);
	conf_print(settings_keys, settings_count, NULL, &text);
	printf("usage: trinnd [--config=FILE] [--key=value ...]\n\n%s", buf_text(&text));
	buf_fini(&text);
}

static bool configure(struct master *m, struct arena *arena, char **args)
{
	struct conf_sources sources = { .path = NULL, .env = environ, .args = args };
	struct buf errors;
	bool ok;

	buf_init(&errors, 64 * 1024);
	ok = conf_load(settings_keys, settings_count, &sources, arena, &m->settings, &errors);
	if (!ok)
		fputs(buf_text(&errors), stderr);
	buf_fini(&errors);
	return ok;
}

static bool prepare(struct master *m)
{
	struct buf why;

	buf_init(&why, 64 * 1024);
	m->setup.settings = &m->settings;
	m->setup.contract = contract_new(&why);
	if (m->setup.contract == NULL)
		log_event(LOG_ERROR, "contract.unusable", LOG_STR("why", buf_text(&why)));
	buf_fini(&why);
	if (m->settings.cursor_secret != NULL)
		SHA256((const unsigned char *)m->settings.cursor_secret, strlen(m->settings.cursor_secret), m->setup.cursor_secret);
	else
		RAND_bytes(m->setup.cursor_secret, sizeof(m->setup.cursor_secret));
	return m->setup.contract != NULL;
}

/* The master has its signals blocked and takes them one by one; a worker begins with the mask from before. */
static void start_worker(struct master *m, int i)
{
	pid_t pid = fork();

	if (pid == 0) {
		signal(SIGINT, SIG_IGN);
		signal(SIGHUP, SIG_IGN);
		sigprocmask(SIG_SETMASK, &m->mask, NULL);
		m->setup.number = i;
		exit(worker_run(&m->setup));
	}
	m->workers[i] = pid;
	m->started[i] = time(NULL);
}

static void stop_workers(struct master *m)
{
	m->stopping = true;
	for (int i = 0; i < m->settings.workers; i++)
		if (m->workers[i] > 0)
			kill(m->workers[i], SIGTERM);
}

static int number_of(const struct master *m, pid_t pid)
{
	for (int i = 0; i < m->settings.workers; i++)
		if (m->workers[i] == pid)
			return i;
	return -1;
}

/* One that dies at once would be started in a tight loop: it waits a second. */
static void on_worker_gone(struct master *m, int i, int status)
{
	m->workers[i] = 0;
	if (m->stopping)
		return;
	log_event(LOG_ERROR, "worker.died", LOG_INT("worker", i), LOG_INT("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0),
		LOG_INT("exit", WIFEXITED(status) ? WEXITSTATUS(status) : 0));
	if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_CANNOT_RUN) {
		m->exit = 1;
		stop_workers(m);
		return;
	}
	if (time(NULL) - m->started[i] < 1)
		sleep(1);
	start_worker(m, i);
}

/* False when no worker is left. */
static bool reap(struct master *m)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		if (number_of(m, pid) >= 0)
			on_worker_gone(m, number_of(m, pid), status);
	return pid == 0;
}

static void watch(struct master *m, const sigset_t *signals)
{
	while (reap(m)) {
		int number = sigwaitinfo(signals, NULL);

		if ((number == SIGTERM || number == SIGINT) && !m->stopping)
			stop_workers(m);
	}
}

int main(int argc, char **argv)
{
	static struct master m;
	struct arena *arena = arena_new(1024 * 1024);
	sigset_t signals;

	if (argc > 1 && strcmp(argv[1], "--help") == 0) {
		help();
		return 0;
	}
	if (!configure(&m, arena, argv + 1) || !prepare(&m))
		return 2;
	log_set_level((enum log_level)m.settings.log_level);
	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &signals, &m.mask);
	for (int i = 0; i < m.settings.workers; i++)
		start_worker(&m, i);
	watch(&m, &signals);
	arena_free(&arena);
	return m.exit;
}
