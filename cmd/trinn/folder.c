/* Blocking calls: this is a command, not a daemon. */
#include "cmd/trinn/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/trinn/say.h"
#include "lib/base/buf.h"
#include "lib/base/fail.h"
#include "lib/base/file.h"
#include "lib/base/text.h"

#define OPEN_FOLDERS_MAX 16

bool folder_make(const char *path, mode_t mode)
{
	struct buf prefix;
	bool made = true;

	buf_init(&prefix, strlen(path));
	for (const char *at = path; made && *at != '\0';) {
		size_t len = strcspn(at + 1, "/") + 1;

		buf_add(&prefix, at, len);
		at += len;
		made = mkdir(buf_text(&prefix), mode) == 0 || errno == EEXIST;
	}
	if (!made)
		say_error("could not make folder \"%s\": %s", buf_text(&prefix), strerror(errno));
	buf_fini(&prefix);
	return made;
}

static int remove_one(const char *path, const struct stat *info, int type, struct FTW *place)
{
	(void)info;
	(void)type;
	(void)place;
	return remove(path);
}

bool folder_remove(const char *path)
{
	if (nftw(path, remove_one, OPEN_FOLDERS_MAX, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT)
		return say_error("could not remove \"%s\": %s", path, strerror(errno));
	return true;
}

bool folder_list(const char *path, const char *suffix, struct arena *arena,
		 const char *const **names_out, size_t *n_out)
{
	struct dirent **entries;
	const char **names;
	int n = scandir(path, &entries, NULL, alphasort);

	if (n < 0)
		return say_error("could not read folder \"%s\": %s", path, strerror(errno));
	names = arena_alloc(arena, sizeof(*names) * (size_t)n);
	*names_out = names;
	*n_out = 0;
	for (int i = 0; i < n; i++) {
		if (text_ends_in(entries[i]->d_name, suffix))
			names[(*n_out)++] = arena_strdup(arena, entries[i]->d_name);
		base_free(entries[i]);
	}
	base_free(entries);
	return true;
}

char *folder_read_file(const char *path, size_t max_bytes, struct arena *arena, size_t *len_out)
{
	struct buf content;
	char *text = NULL;

	buf_init(&content, max_bytes);
	if (file_read(path, &content)) {
		text = arena_strndup(arena, buf_text(&content), content.len);
		if (len_out != NULL)
			*len_out = content.len;
	} else {
		say_error("could not read \"%s\": %s", path, strerror(errno));
	}
	buf_fini(&content);
	return text;
}

static bool write_all(int fd, const char *bytes, size_t left)
{
	while (left > 0) {
		ssize_t n = write(fd, bytes, left);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		left -= (size_t)n;
	}
	return fsync(fd) == 0;
}

/* Writes a file beside `path`, which takes its place when it is on disk. */
static bool replace_file(const char *path, const char *unfinished, const char *bytes, size_t len,
			 mode_t mode)
{
	int fd;
	bool ok;

	unlink(unfinished);
	fd = open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (fd < 0)
		return false;
	ok = fchmod(fd, mode) == 0 && write_all(fd, bytes, len);
	ok = close(fd) == 0 && ok;
	return ok && rename(unfinished, path) == 0;
}

bool folder_write_file(const char *path, const char *text, mode_t mode)
{
	return folder_write_bytes(path, text, strlen(text), mode);
}

bool folder_write_bytes(const char *path, const char *bytes, size_t len, mode_t mode)
{
	struct buf unfinished;
	bool ok;

	buf_init(&unfinished, strlen(path) + sizeof(".new"));
	buf_addf(&unfinished, "%s.new", path);
	ok = replace_file(path, buf_text(&unfinished), bytes, len, mode);
	if (!ok) {
		say_error("could not write \"%s\": %s", path, strerror(errno));
		unlink(buf_text(&unfinished));
	}
	buf_fini(&unfinished);
	return ok;
}
