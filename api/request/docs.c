#include "api/request/docs.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "api/request/app.h"
#include "api/request/request.h"
#include "lib/base/arena.h"

/* The files of the viewer; nothing else of the folder is served. */
static const struct docs_file {
	const char *path;
	const char *file;
	const char *type;
} files[] = {
	{"/docs/", "index.html", "text/html; charset=utf-8"},
	{"/docs/init.js", "init.js", "text/javascript; charset=utf-8"},
	{"/docs/swagger-ui-bundle.js", "swagger-ui-bundle.js", "text/javascript; charset=utf-8"},
	{"/docs/swagger-ui.css", "swagger-ui.css", "text/css; charset=utf-8"},
	{"/docs/favicon.png", "favicon.png", "image/png"},
};

struct mapping {
	void *bytes;
	size_t len;
};

static void unmap(void *arg)
{
	const struct mapping *mapping = arg;

	munmap(mapping->bytes, mapping->len);
}

static struct mapping *map(struct req *r, const char *file)
{
	struct mapping *mapping = arena_alloc(r->arena, sizeof(*mapping));
	const char *path = arena_printf(r->arena, "%s/%s", r->app->docs_folder, file);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && st.st_size > 0) {
		mapping->len = (size_t)st.st_size;
		mapping->bytes = mmap(NULL, mapping->len, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	close(fd);
	return mapping->len > 0 && mapping->bytes != MAP_FAILED ? mapping : NULL;
}

static void serve(struct req *r, const struct docs_file *file)
{
	struct mapping *mapping = r->app->docs_folder == NULL ? NULL : map(r, file->file);

	if (mapping == NULL) {
		req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
		return;
	}
	http_add_header(r->http, "Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; "
			"img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'");
	req_reply(r, &(struct reply){
		.status = 200,
		.content_type = file->type,
		.bytes = mapping->bytes,
		.len = mapping->len,
		.release = unmap,
		.arg = mapping,
	});
}

bool docs_serve(struct req *r, const char *path)
{
	if (strncmp(path, "/docs", 5) != 0 || (path[5] != '\0' && path[5] != '/'))
		return false;
	if (http_method(r->http) != HTTP_GET && http_method(r->http) != HTTP_HEAD) {
		http_add_header(r->http, "Allow", "GET, HEAD");
		req_problem(r, PROBLEM_METHOD_NOT_ALLOWED, "GET, HEAD", NULL);
		return true;
	}
	if (path[5] == '\0') {
		req_reply(r, &(struct reply){.status = 308, .location = "/docs/"});
		return true;
	}
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (strcmp(files[i].path, path) == 0) {
			serve(r, &files[i]);
			return true;
		}
	req_problem(r, PROBLEM_NOT_FOUND, NULL, NULL);
	return true;
}
