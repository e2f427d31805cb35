#include "lib/letter/pages.h"

struct cursor {
	size_t page;
	double y;
	bool is_top;
};

/* The strips from `first` that are kept together. */
static size_t run_of(const struct strip *strips, size_t n, size_t first)
{
	size_t last = first;

	while (last + 1 < n && strips[last].keeps_next)
		last++;
	return last - first + 1;
}

static double head_height(const struct strip *strips, size_t i)
{
	return strips[i].head == PAGES_NO_HEAD ? 0 : strips[strips[i].head].height;
}

/* With the head that a row brings along to the top of a page. */
static double height_of(const struct strip *strips, size_t first, size_t n, bool is_top)
{
	double height = is_top ? head_height(strips, first) : strips[first].before;

	height += strips[first].height;
	for (size_t i = first + 1; i < first + n; i++)
		height += strips[i].before + strips[i].height;
	return height;
}

static void place(struct strip *strips, size_t first, size_t n, struct cursor *at)
{
	for (size_t i = first; i < first + n; i++) {
		at->y += at->is_top ? head_height(strips, i) : strips[i].before;
		strips[i].page = at->page;
		strips[i].y = at->y;
		at->y += strips[i].height;
		at->is_top = false;
	}
}

bool pages_break(struct strip *strips, size_t n, double height, size_t *n_pages_out)
{
	struct cursor at = {.is_top = true};
	size_t run;

	for (size_t i = 0; i < n; i += run) {
		run = run_of(strips, n, i);
		if (!at.is_top && at.y + height_of(strips, i, run, false) > height)
			at = (struct cursor){.page = at.page + 1, .is_top = true};
		while (run > 1 && at.is_top && height_of(strips, i, run, true) > height)
			run--;
		if (at.is_top && height_of(strips, i, run, true) > height)
			return false;
		place(strips, i, run, &at);
	}
	*n_pages_out = at.page + 1;
	return true;
}
