/* initdb and pg_ctl, run as the user the cluster belongs to. */
#include "cmd/trinn/cluster.h"

#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/trinn/db.h"
#include "cmd/trinn/folder.h"
#include "cmd/trinn/pgbin.h"
#include "cmd/trinn/process.h"
#include "cmd/trinn/say.h"
#include "lib/base/fail.h"
#include "lib/base/num.h"

#define OUTPUT_MAX 16384
#define START_SECONDS "60"

/* sun_path has 108 bytes with the NUL; the socket's lock file has a longer name than it. */
#define FOLDER_LEN_MAX (107 - sizeof("/.s.PGSQL.5432.lock"))
#define SAFE_CHARS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-"

/* Where the cluster lies if its owner cannot get at the state folder, or a socket there could not
 * be named; state/cluster is then a link. */
#define ELSEWHERE "/var/tmp/trinn-XXXXXX"

#define PG_CTL_NOT_RUNNING 3

static const char settings[] = "\n# Written by trinn.\n"
			       "listen_addresses = ''\n"
			       "port = 5432\n"
			       "max_connections = 200\n"
			       "fsync = on\n"
			       "synchronous_commit = on\n"
			       "log_line_prefix = '%m [%p] %q%u %a: '\n";

struct cluster {
	struct trinn *trinn;
	const char *folder; /* resolved; holds data, log and socket */
	struct process_user owner;
	const char *bin;
};

static const char *link_path(const struct trinn *trinn)
{
	return arena_printf(trinn->arena, "%s/cluster", trinn->state);
}

static const char *in_folder(const struct cluster *cluster, const char *name)
{
	return arena_printf(cluster->trinn->arena, "%s/%s", cluster->folder, name);
}

static bool is_there(const struct trinn *trinn)
{
	return access(link_path(trinn), F_OK) == 0;
}

static void set_owner(struct cluster *cluster, const struct passwd *entry)
{
	cluster->owner = (struct process_user){
		.uid = entry->pw_uid,
		.gid = entry->pw_gid,
		.name = arena_strdup(cluster->trinn->arena, entry->pw_name),
	};
}

static bool choose_owner(struct cluster *cluster)
{
	const struct passwd *entry;

	if (geteuid() != 0) {
		entry = getpwuid(geteuid());
	} else {
		entry = getpwnam("postgres");
		if (entry == NULL)
			entry = getpwnam("nobody");
	}
	if (entry == NULL)
		return say_error("there is no user that PostgreSQL could run as");
	set_owner(cluster, entry);
	return true;
}

/* An existing cluster: where it lies and whose it is. */
static bool find_cluster(struct trinn *trinn, struct cluster *cluster)
{
	const struct passwd *entry;
	char path[PATH_MAX];
	struct stat info;

	*cluster = (struct cluster){.trinn = trinn};
	if (realpath(link_path(trinn), path) == NULL || stat(path, &info) != 0)
		return say_error("could not find the private cluster \"%s\": %s", link_path(trinn),
				 strerror(errno));
	cluster->folder = arena_strdup(trinn->arena, path);
	entry = getpwuid(info.st_uid);
	if (entry == NULL)
		return say_error("the private cluster \"%s\" belongs to an unknown user", path);
	set_owner(cluster, entry);
	if (geteuid() != 0 && geteuid() != info.st_uid)
		return say_error("the private cluster \"%s\" belongs to user \"%s\"", path,
				 cluster->owner.name);
	return true;
}

/* An empty folder of the owner's, in the state folder if that serves. */
static bool make_here(const struct cluster *cluster)
{
	const char *path = link_path(cluster->trinn);
	char resolved[PATH_MAX];

	if (mkdir(path, 0700) != 0)
		return false;
	if (chown(path, cluster->owner.uid, cluster->owner.gid) == 0 &&
	    process_may_write(&cluster->owner, path) && realpath(path, resolved) != NULL &&
	    strlen(resolved) <= FOLDER_LEN_MAX && resolved[strspn(resolved, SAFE_CHARS)] == '\0')
		return true;
	rmdir(path);
	return false;
}

static bool make_elsewhere(const struct cluster *cluster)
{
	char *path = arena_strdup(cluster->trinn->arena, ELSEWHERE);
	const char *link = link_path(cluster->trinn);

	if (mkdtemp(path) == NULL)
		return say_error("could not make folder \"%s\": %s", ELSEWHERE, strerror(errno));
	if (chown(path, cluster->owner.uid, cluster->owner.gid) == 0 && symlink(path, link) == 0)
		return true;
	say_error("could not set up \"%s\" in \"%s\": %s", link, path, strerror(errno));
	rmdir(path);
	return false;
}

static bool find_or_make_folder(struct trinn *trinn, struct cluster *cluster)
{
	if (!is_there(trinn)) {
		*cluster = (struct cluster){.trinn = trinn};
		unlink(link_path(trinn)); /* a link to what is gone */
		if (!choose_owner(cluster) || !(make_here(cluster) || make_elsewhere(cluster)))
			return false;
	}
	return find_cluster(trinn, cluster);
}

/* The server of the version that made the cluster, or the newest if none did. */
static bool find_programs(struct cluster *cluster)
{
	struct arena *arena = cluster->trinn->arena;
	const char *path = in_folder(cluster, "data/PG_VERSION");
	int32_t major = 0;

	if (access(path, F_OK) == 0) {
		char *text = folder_read_file(path, 16, arena, NULL);

		if (text == NULL)
			return false;
		text[strcspn(text, "\n")] = '\0';
		if (!num_i32(text, 1, INT32_MAX, &major))
			return say_error("\"%s\" holds no version", path);
	}
	cluster->bin = pgbin_find(major, arena);
	return cluster->bin != NULL;
}

/* Runs a program of PostgreSQL; `args` begin after its name. */
static int run_program(const struct cluster *cluster, const char *program, const char *const args[],
		       struct buf *output)
{
	const char *argv[16] = {
		arena_printf(cluster->trinn->arena, "%s/%s", cluster->bin, program)};
	size_t n = 1;

	while (*args != NULL) {
		MUST(n < sizeof(argv) / sizeof(argv[0]) - 1);
		argv[n++] = *args++;
	}
	buf_init(output, OUTPUT_MAX);
	return process_run(&cluster->owner, argv, output);
}

static bool run_or_say(const struct cluster *cluster, const char *program, const char *const args[])
{
	struct buf output;
	int status = run_program(cluster, program, args, &output);

	if (status != 0)
		say_error("%s failed: %s", program, buf_text(&output));
	buf_fini(&output);
	return status == 0;
}

/* Who may connect: the server's own user and root, as any of our roles. */
static bool write_settings(const struct cluster *cluster, const char *data)
{
	struct arena *arena = cluster->trinn->arena;
	const char *conf = arena_printf(arena, "%s/postgresql.conf", data);
	const char *hba = arena_printf(arena, "%s/pg_hba.conf", data);
	const char *ident = arena_printf(arena, "%s/pg_ident.conf", data);
	static const char *const roles[] = {"postgres", "trinn_owner", "trinn_api", "trinn_jobs"};
	const char *defaults = folder_read_file(conf, 1 << 20, arena, NULL);
	struct buf users;
	bool ok;

	if (defaults == NULL)
		return false;
	buf_init(&users, 4096);
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++)
		buf_addf(&users, "trinn \"%s\" %s\ntrinn root %s\n", cluster->owner.name, roles[i],
			 roles[i]);
	ok = folder_write_file(conf, arena_printf(arena, "%s%s", defaults, settings), 0644) &&
	     folder_write_file(hba, "local all all peer map=trinn\n", 0644) &&
	     folder_write_file(ident, buf_text(&users), 0644);
	buf_fini(&users);
	return ok;
}

/* Made beside its place and moved there complete, so that one half made is never started. */
static bool init_data(const struct cluster *cluster)
{
	const char *data = in_folder(cluster, "data");
	const char *unfinished = in_folder(cluster, "data.new");
	const char *const args[] = {
		"-D", unfinished, "-U", "postgres", "-A", "peer", "-E", "UTF8",
		"--locale=C.UTF-8", NULL,
	};

	if (access(data, F_OK) == 0)
		return true;
	if (!folder_remove(unfinished) || !run_or_say(cluster, "initdb", args) ||
	    !write_settings(cluster, unfinished))
		return false;
	if (rename(unfinished, data) != 0)
		return say_error("could not rename \"%s\": %s", unfinished, strerror(errno));
	return true;
}

/* 1 if it runs, 0 if not, -1 after an error. */
static int is_running(const struct cluster *cluster)
{
	const char *const args[] = {"status", "-D", in_folder(cluster, "data"), NULL};
	struct buf output;
	int status = run_program(cluster, "pg_ctl", args, &output);

	if (status != 0 && status != PG_CTL_NOT_RUNNING) {
		say_error("pg_ctl failed: %s", buf_text(&output));
		status = -1;
	} else {
		status = status == 0;
	}
	buf_fini(&output);
	return status;
}

static bool start_server(const struct cluster *cluster)
{
	const char *log = in_folder(cluster, "log");
	const char *socket = arena_printf(cluster->trinn->arena, "-k %s", cluster->folder);
	const char *const args[] = {
		"start", "-s", "-w", "-t", START_SECONDS, "-D", in_folder(cluster, "data"),
		"-l", log, "-o", socket, NULL,
	};
	int running = is_running(cluster);

	if (running != 0)
		return running == 1;
	if (run_or_say(cluster, "pg_ctl", args))
		return true;
	say_hint("the reason is at the end of \"%s\"", log);
	return false;
}

static bool make_database(struct trinn *trinn)
{
	static const char is_made[] = "select count(*) from pg_database where datname = 'trinn'";
	const char *conninfo = cluster_conninfo(trinn, "postgres", "postgres");
	PGconn *conn = conninfo != NULL ? db_connect(conninfo) : NULL;
	bool ok = false;
	int64_t n;

	if (conn != NULL && db_number(conn, is_made, NULL, &n))
		ok = n > 0 || db_run(conn, "create database trinn");
	PQfinish(conn);
	return ok;
}

bool cluster_start(struct trinn *trinn)
{
	struct cluster cluster;

	return find_or_make_folder(trinn, &cluster) && find_programs(&cluster) &&
	       init_data(&cluster) && start_server(&cluster) && make_database(trinn);
}

bool cluster_stop(struct trinn *trinn)
{
	struct cluster cluster;
	int running;

	if (!is_there(trinn))
		return true;
	if (!find_cluster(trinn, &cluster))
		return false;
	if (access(in_folder(&cluster, "data/PG_VERSION"), F_OK) != 0)
		return true;
	if (!find_programs(&cluster))
		return false;
	running = is_running(&cluster);
	if (running != 1)
		return running == 0;
	return run_or_say(&cluster, "pg_ctl",
			  (const char *const[]){"stop", "-s", "-w", "-m", "fast", "-D",
						in_folder(&cluster, "data"), NULL});
}

bool cluster_remove(struct trinn *trinn)
{
	struct cluster cluster;

	if (is_there(trinn) && (!find_cluster(trinn, &cluster) || !folder_remove(cluster.folder)))
		return false;
	unlink(link_path(trinn));
	return true;
}

const char *cluster_conninfo(struct trinn *trinn, const char *role, const char *dbname)
{
	struct cluster cluster;

	if (!is_there(trinn)) {
		say_error("there is no private cluster in \"%s\"", trinn->state);
		say_hint("start one by \"trinn dev\", or name a database by --database");
		return NULL;
	}
	if (!find_cluster(trinn, &cluster))
		return NULL;
	return arena_printf(trinn->arena, "host=%s port=5432 user=%s dbname=%s", cluster.folder,
			    role, dbname);
}
