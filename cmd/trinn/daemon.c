/*
 * The daemon and its workers keep the file with its process id open, and locked: whether it runs is
 * whether the lock is taken, and never a matter of a number that another process may have by now.
 */
#include "cmd/trinn/daemon.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <curl/curl.h>

#include "cmd/trinn/cluster.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/process.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define PORT 8080
#define PID_TEXT_MAX 32
#define POLL_MS 50L
#define READY_WITHIN_MS 30000
#define STOP_WITHIN_MS 30000
#define ANSWER_WITHIN_MS 1000L

static const char *pid_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/trinnd.pid", trinn->state);
}

static const char *log_path(struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/trinnd.log", trinn->state);
}

bool daemon_port(const struct trinn *trinn, uint16_t *port_out)
{
	const char *text = trinn->options[TRINN_OPTION_port];

	*port_out = PORT;
	if (text == NULL || num_u16(text, 1, UINT16_MAX, port_out))
		return true;
	return say_error("--port is not a port: \"%s\"", text);
}

/* Two daemons could share the port (SO_REUSEPORT) and each get half of the requests. */
static bool port_is_free(uint16_t port)
{
	const struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1;
	bool is_free = fd >= 0 &&
		       setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) == 0 &&
		       bind(fd, (const struct sockaddr *)&address, sizeof(address)) == 0;

	if (!is_free) {
		say_error("could not use port %u of 127.0.0.1: %s", port, strerror(errno));
		say_hint("choose another by --port, or by \"make run PORT=9000\"");
	}
	if (fd >= 0)
		close(fd);
	return is_free;
}

static size_t ignore_body(char *bytes, size_t size, size_t n, void *arg)
{
	(void)bytes;
	(void)arg;
	return size * n;
}

static bool is_ready(const char *url)
{
	CURL *curl = curl_easy_init();
	long status = 0;
	bool ready;

	if (curl == NULL)
		return false;
	curl_easy_setopt(curl, CURLOPT_URL, url);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, ANSWER_WITHIN_MS);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore_body);
	ready = curl_easy_perform(curl) == CURLE_OK &&
		curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK &&
		status == 200;
	curl_easy_cleanup(curl);
	return ready;
}

static bool wait_until_ready(struct trinn *trinn, pid_t pid, uint16_t port)
{
	const char *url = arena_printf(trinn->arena, "http://127.0.0.1:%u/readyz", port);

	for (long waited_ms = 0; waited_ms < READY_WITHIN_MS; waited_ms += POLL_MS) {
		if (is_ready(url))
			return true;
		if (waitpid(pid, NULL, WNOHANG) != 0) {
			say_error("trinnd ended at once");
			say_hint("the reason is at the end of \"%s\"", log_path(trinn));
			return false;
		}
		process_pause(POLL_MS);
	}
	say_error("trinnd did not become ready in %d s", READY_WITHIN_MS / 1000);
	say_hint("see \"%s\"", log_path(trinn));
	return false;
}

/* In a build tree the viewer is put together below build/; NULL if it is not there. */
static const char *find_docs(struct trinn *trinn)
{
	static const char *const places[] = {"build/docs", "docs"};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		const char *path = arena_printf(trinn->arena, "%s/%s", trinn->share, places[i]);

		if (access(arena_printf(trinn->arena, "%s/index.html", path), R_OK) == 0)
			return path;
	}
	return NULL;
}

bool daemon_has_docs(struct trinn *trinn)
{
	return find_docs(trinn) != NULL;
}

/* Writes the process id of what holds the lock of `fd` from here on. */
static bool write_pid(struct trinn *trinn, int fd, pid_t pid)
{
	char text[PID_TEXT_MAX];
	int len = snprintf(text, sizeof(text), "%d\n", (int)pid);

	if (ftruncate(fd, 0) == 0 && pwrite(fd, text, (size_t)len, 0) == len)
		return true;
	kill(pid, SIGTERM);
	return say_error("could not write \"%s\": %s", pid_path(trinn), strerror(errno));
}

static bool start_locked(struct trinn *trinn, int pid_fd, uint16_t port)
{
	const char *conninfo = cluster_conninfo(trinn, "trinn_api", "trinn");
	const char *docs = find_docs(trinn);
	const char *args[] = {
		arena_printf(trinn->arena, "%s/trinnd", trinn->programs),
		arena_printf(trinn->arena, "--port=%u", port),
		arena_printf(trinn->arena, "--database=%s", conninfo != NULL ? conninfo : ""),
		"--development=true",
		docs != NULL ? arena_printf(trinn->arena, "--docs_folder=%s", docs) : NULL,
		NULL,
	};
	pid_t pid;

	if (conninfo == NULL)
		return false;
	pid = process_start(args, log_path(trinn), pid_fd);
	if (pid < 0)
		return say_error("could not start \"%s\": %s", args[0], strerror(errno));
	if (!write_pid(trinn, pid_fd, pid))
		return false;
	if (wait_until_ready(trinn, pid, port))
		return true;
	kill(pid, SIGTERM);
	return false;
}

bool daemon_start(struct trinn *trinn)
{
	uint16_t port;
	bool ok;
	int fd;

	if (!daemon_port(trinn, &port) || !port_is_free(port))
		return false;
	fd = open(pid_path(trinn), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0) {
		say_error("could not lock \"%s\": %s", pid_path(trinn), strerror(errno));
		ok = false;
	} else {
		ok = start_locked(trinn, fd, port);
	}
	if (fd >= 0)
		close(fd);
	return ok;
}

static bool wait_for_end(int pid_fd, pid_t pid)
{
	for (long waited_ms = 0; waited_ms < STOP_WITHIN_MS; waited_ms += POLL_MS) {
		if (flock(pid_fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		process_pause(POLL_MS);
	}
	return say_error("trinnd, process %d, did not end in %d s", (int)pid,
			 STOP_WITHIN_MS / 1000);
}

static bool stop_running(struct trinn *trinn, int pid_fd)
{
	char *text = folder_read_file(pid_path(trinn), PID_TEXT_MAX, trinn->arena, NULL);
	int32_t pid;

	if (text == NULL)
		return false;
	text[strcspn(text, "\n")] = '\0';
	if (!num_i32(text, 2, INT32_MAX, &pid))
		return say_error("\"%s\" holds no process id", pid_path(trinn));
	if (kill(pid, SIGTERM) != 0 && errno != ESRCH)
		return say_error("could not stop trinnd, process %d: %s", pid, strerror(errno));
	return wait_for_end(pid_fd, pid);
}

bool daemon_stop(struct trinn *trinn)
{
	int fd = open(pid_path(trinn), O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return errno == ENOENT ||
		       say_error("could not open \"%s\": %s", pid_path(trinn), strerror(errno));
	ok = flock(fd, LOCK_EX | LOCK_NB) == 0 || stop_running(trinn, fd);
	close(fd);
	return ok;
}

void daemon_remove(struct trinn *trinn)
{
	unlink(pid_path(trinn));
	unlink(log_path(trinn));
}
