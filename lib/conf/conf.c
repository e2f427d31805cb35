/* Every source hands (where, key, value) to the same set(), which judges it by the key's row. */
#include "lib/conf/conf.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/num.h"

#define ENV_PREFIX "TRINN_"
#define FILE_KEY "config" /* names the file; no key of a table */
#define FILE_MAX_BYTES (64 * 1024)

/* What is known of a key besides its value. */
struct given {
	const char *secret_path; /* the last one */
	const char *secret_where;
	int line; /* of the file that gave it, 0 for none */
};

struct load {
	const struct conf_key *keys;
	size_t n;
	struct given *given; /* one for each key */
	struct arena *arena;
	void *conf;
	struct buf *errors;
	bool failed;
};

static void add_fault(struct load *load, const char *where, const char *fault)
{
	buf_addf(load->errors, "%s: %s\n", where, fault);
	load->failed = true;
}

static void *field_of(const struct load *load, const struct conf_key *key)
{
	return (char *)load->conf + key->offset;
}

static void set_int(struct load *load, const struct conf_key *key, const char *where,
		    const char *value)
{
	if (!num_i64(value, key->min, key->max, field_of(load, key)))
		add_fault(load, where,
			  arena_printf(load->arena,
				       "%s is a whole number from %" PRId64 " to %" PRId64,
				       key->name, key->min, key->max));
}

static void set_bool(struct load *load, const struct conf_key *key, const char *where,
		     const char *value)
{
	bool *field = field_of(load, key);

	*field = strcmp(value, "true") == 0;
	if (!*field && strcmp(value, "false") != 0)
		add_fault(load, where, arena_printf(load->arena, "%s is true or false", key->name));
}

static bool has_fitting_len(struct load *load, const struct conf_key *key, const char *where,
			    const char *value)
{
	int64_t len = (int64_t)strlen(value);

	if (len >= key->min && len <= key->max)
		return true;
	add_fault(load, where,
		  arena_printf(load->arena, "%s has %" PRId64 " to %" PRId64 " bytes", key->name,
			       key->min, key->max));
	return false;
}

static void set_text(struct load *load, const struct conf_key *key, const char *where,
		     const char *value)
{
	const char **field = field_of(load, key);

	if (has_fitting_len(load, key, where, value))
		*field = arena_strdup(load->arena, value);
}

static void set_choice(struct load *load, const struct conf_key *key, const char *where,
		       const char *value)
{
	int *field = field_of(load, key);
	size_t len = strlen(value), word_len;
	int i = 0;

	for (const char *word = key->choices; *word != '\0'; word += word_len, i++) {
		word += *word == '|';
		word_len = strcspn(word, "|");
		if (word_len == len && memcmp(word, value, len) == 0) {
			*field = i;
			return;
		}
	}
	add_fault(load, where,
		  arena_printf(load->arena, "%s is one of %s", key->name, key->choices));
}

/* The file is read when all sources are known: the path may yet be overridden. */
static void set_secret_path(struct load *load, const struct conf_key *key, const char *where,
			    const char *path)
{
	struct given *given = &load->given[key - load->keys];

	given->secret_path = arena_strdup(load->arena, path);
	given->secret_where = where;
}

/* Cuts white space off both ends, in place. */
static char *trim(char *text)
{
	char *end = text + strlen(text);

	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

/* `where` must outlive the load. */
static void set(struct load *load, const struct conf_key *key, const char *where, const char *value)
{
	static void (*const setters[])(struct load *, const struct conf_key *, const char *,
				       const char *) = {
		[CONF_BOOL] = set_bool,		 [CONF_INT] = set_int,
		[CONF_TEXT] = set_text,		 [CONF_CHOICE] = set_choice,
		[CONF_SECRET] = set_secret_path,
	};

	setters[key->type](load, key, where, trim(arena_strdup(load->arena, value)));
}

/* The key that is written as `name`, of which a secret has _file after its own. NULL if there is
 * none; then `fault_out` says why. */
static const struct conf_key *find_key(const struct load *load, const char *name,
				       const char **fault_out)
{
	*fault_out = arena_printf(load->arena, "unknown key '%s'", name);
	for (size_t i = 0; i < load->n; i++) {
		const struct conf_key *key = &load->keys[i];
		size_t len = strlen(key->name);

		if (strncmp(name, key->name, len) != 0)
			continue;
		if (key->type != CONF_SECRET && name[len] == '\0')
			return key;
		if (key->type == CONF_SECRET && strcmp(name + len, "_file") == 0)
			return key;
		if (key->type == CONF_SECRET && name[len] == '\0')
			*fault_out = arena_printf(load->arena,
						  "%s is a secret: name its file by %s_file",
						  key->name, key->name);
	}
	return NULL;
}

static void set_defaults(struct load *load)
{
	for (const struct conf_key *key = load->keys; key < load->keys + load->n; key++) {
		if (key->type == CONF_TEXT || key->type == CONF_SECRET)
			*(const char **)field_of(load, key) = NULL;
		if (key->fallback != NULL)
			set(load, key, "default", key->fallback);
		else
			MUST(key->type == CONF_TEXT || key->type == CONF_SECRET);
	}
	MUST(!load->failed);
}

static void load_line(struct load *load, const char *path, int number, char *line)
{
	const char *where = arena_printf(load->arena, "%s:%d", path, number);
	const struct conf_key *key;
	const char *fault;
	struct given *given;
	char *equals;

	line = trim(line);
	if (*line == '\0' || *line == '#')
		return;
	equals = strchr(line, '=');
	if (equals == NULL) {
		add_fault(load, where, "no '=' in the line");
		return;
	}
	*equals = '\0';
	key = find_key(load, trim(line), &fault);
	if (key == NULL) {
		add_fault(load, where, fault);
		return;
	}
	given = &load->given[key - load->keys];
	if (given->line != 0)
		add_fault(load, where,
			  arena_printf(load->arena, "%s is given in line %d already", key->name,
				       given->line));
	given->line = number;
	set(load, key, where, equals + 1);
}

static void load_file(struct load *load, const char *path)
{
	struct buf text;
	char *line, *end;
	int number = 1;

	buf_init(&text, FILE_MAX_BYTES);
	if (!file_read(path, &text)) {
		add_fault(load, path, strerror(errno));
	} else if (strlen(buf_text(&text)) != text.len) {
		add_fault(load, path, "holds a NUL byte");
	} else {
		line = arena_strndup(load->arena, buf_text(&text), text.len);
		for (; line != NULL; line = end, number++) {
			end = strchr(line, '\n');
			if (end != NULL)
				*end++ = '\0';
			load_line(load, path, number, line);
		}
	}
	buf_fini(&text);
}

/* The value of the variable TRINN_<name>, NULL if there is none. */
static const char *find_env(char *const *env, const char *name)
{
	for (; *env != NULL; env++) {
		const char *at = *env;
		const char *c = name;

		if (strncmp(at, ENV_PREFIX, strlen(ENV_PREFIX)) != 0)
			continue;
		for (at += strlen(ENV_PREFIX); *c != '\0' && *at == toupper((unsigned char)*c); c++)
			at++;
		if (*c == '\0' && *at == '=')
			return at + 1;
	}
	return NULL;
}

static void load_env(struct load *load, char *const *env)
{
	for (const struct conf_key *key = load->keys; key < load->keys + load->n; key++) {
		const char *suffix = key->type == CONF_SECRET ? "_file" : "";
		char *name = arena_printf(load->arena, "%s%s", key->name, suffix);
		const char *value = find_env(env, name);
		char *where;

		if (value == NULL)
			continue;
		where = arena_printf(load->arena, ENV_PREFIX "%s", name);
		for (char *c = where; *c != '\0'; c++)
			*c = (char)toupper((unsigned char)*c);
		set(load, key, where, value);
	}
}

static void load_arg(struct load *load, const char *arg)
{
	const char *equals = strchr(arg, '=');
	const struct conf_key *key;
	const char *fault, *where;
	char *name;

	if (strncmp(arg, "--", 2) != 0 || equals == NULL) {
		add_fault(load, arg, "not of the form --key=value");
		return;
	}
	where = arena_strndup(load->arena, arg, (size_t)(equals - arg));
	name = arena_strdup(load->arena, where + 2);
	if (strcmp(name, FILE_KEY) == 0)
		return;
	key = find_key(load, name, &fault);
	if (key == NULL)
		add_fault(load, where, fault);
	else
		set(load, key, where, equals + 1);
}

static const char *file_path(const struct conf_sources *sources)
{
	const char *path = find_env(sources->env, FILE_KEY);

	if (path == NULL)
		path = sources->path;
	for (char *const *arg = sources->args; *arg != NULL; arg++) {
		if (strncmp(*arg, "--" FILE_KEY "=", strlen("--" FILE_KEY "=")) == 0)
			path = strchr(*arg, '=') + 1;
	}
	return path;
}

static void wipe(void *secret)
{
	explicit_bzero(secret, strlen(secret));
}

static void read_secret(struct load *load, const struct conf_key *key, const struct given *given)
{
	const char **field = field_of(load, key);
	struct buf content;
	char *secret;

	buf_init(&content, (size_t)key->max + 1);
	if (!file_read(given->secret_path, &content)) {
		add_fault(load, given->secret_where,
			  arena_printf(load->arena, "%s: %s", given->secret_path, strerror(errno)));
	} else if (strlen(buf_text(&content)) != content.len) {
		add_fault(load, given->secret_where,
			  arena_printf(load->arena, "%s holds a NUL byte", given->secret_path));
	} else {
		secret = arena_strndup(load->arena, buf_text(&content), content.len);
		arena_own(load->arena, secret, wipe);
		if (content.len > 0 && secret[content.len - 1] == '\n')
			secret[content.len - 1] = '\0';
		if (has_fitting_len(load, key, given->secret_where, secret))
			*field = secret;
	}
	if (content.len > 0)
		explicit_bzero(content.data, content.len);
	buf_fini(&content);
}

static void finish(struct load *load)
{
	for (size_t i = 0; i < load->n; i++) {
		const struct conf_key *key = &load->keys[i];
		bool is_text = key->type == CONF_TEXT || key->type == CONF_SECRET;

		if (load->given[i].secret_path != NULL)
			read_secret(load, key, &load->given[i]);
		else if ((key->flags & CONF_REQUIRED) != 0 && is_text &&
			 *(const char **)field_of(load, key) == NULL)
			add_fault(load, key->name, "must be given");
	}
}

bool conf_load(const struct conf_key *keys, size_t n, const struct conf_sources *sources,
	       struct arena *arena, void *conf, struct buf *errors)
{
	struct load load = {
		.keys = keys,
		.n = n,
		.given = arena_alloc(arena, n * sizeof(struct given)),
		.arena = arena,
		.conf = conf,
		.errors = errors,
	};
	const char *path = file_path(sources);

	set_defaults(&load);
	if (path != NULL)
		load_file(&load, path);
	load_env(&load, sources->env);
	for (char *const *arg = sources->args; *arg != NULL; arg++)
		load_arg(&load, *arg);
	finish(&load);
	return !load.failed;
}
