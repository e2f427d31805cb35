#include "cmd/trinn/daemon.h"

#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <curl/curl.h>

#include "cmd/trinn/background.h"
#include "cmd/trinn/cluster.h"
#include "cmd/trinn/process.h"
#include "cmd/trinn/say.h"
#include "lib/base/num.h"

#define DAEMON "trinnd"
#define JOBS "trinn-jobs"
#define PORT 8080
#define POLL_MS 50L
#define READY_WITHIN_MS 30000
#define ANSWER_WITHIN_MS 1000L

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
			say_hint("the reason is at the end of \"%s\"",
				 background_log(trinn, DAEMON));
			return false;
		}
		process_pause(POLL_MS);
	}
	say_error("trinnd did not become ready in %d s", READY_WITHIN_MS / 1000);
	say_hint("see \"%s\"", background_log(trinn, DAEMON));
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

static bool start_daemon(struct trinn *trinn, uint16_t port)
{
	const char *conninfo = cluster_conninfo(trinn, "trinn_api", "trinn");
	const char *docs = find_docs(trinn);
	const char *args[] = {
		arena_printf(trinn->arena, "%s/" DAEMON, trinn->programs),
		arena_printf(trinn->arena, "--port=%u", port),
		arena_printf(trinn->arena, "--database=%s", conninfo != NULL ? conninfo : ""),
		"--development=true",
		docs != NULL ? arena_printf(trinn->arena, "--docs_folder=%s", docs) : NULL,
		NULL,
	};
	pid_t pid = conninfo != NULL ? background_start(trinn, DAEMON, args) : -1;

	if (pid < 0)
		return false;
	if (wait_until_ready(trinn, pid, port))
		return true;
	kill(pid, SIGTERM);
	return false;
}

/* Nobody waits for it: what it has to do lies in the database until it comes. */
static bool start_jobs(struct trinn *trinn)
{
	const char *conninfo = cluster_conninfo(trinn, "trinn_jobs", "trinn");
	const char *args[] = {
		arena_printf(trinn->arena, "%s/" JOBS, trinn->programs),
		arena_printf(trinn->arena, "--database=%s", conninfo != NULL ? conninfo : ""),
		"--development=true",
		NULL,
	};

	return conninfo != NULL && background_start(trinn, JOBS, args) > 0;
}

bool daemon_start(struct trinn *trinn)
{
	uint16_t port;

	return daemon_port(trinn, &port) && port_is_free(port) && start_daemon(trinn, port) &&
	       start_jobs(trinn);
}

bool daemon_stop(struct trinn *trinn)
{
	return background_stop(trinn, JOBS) && background_stop(trinn, DAEMON);
}

void daemon_remove(struct trinn *trinn)
{
	background_remove(trinn, JOBS);
	background_remove(trinn, DAEMON);
}
