/*
 * A doubly linked list whose links lie inside the members, so that linking never allocates.
 *
 * A `struct list` is either the head of a list or the link of one member. A member is in at most
 * one list per link; an initialised link that is in none is linked to itself.
 */
#ifndef TRINN_BASE_LIST_H
#define TRINN_BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct list {
	struct list *next;
	struct list *prev;
};

/* The struct of type `type` that holds `link` as its `field`. */
#define LIST_ENTRY(link, type, field) ((type *)(void *)((char *)(link) - offsetof(type, field)))

/* Visits the links of `head` in order; the visited member may be removed and released. */
#define LIST_EACH(link, head)                                                                      \
	for (struct list *link = (head)->next, *link##_next = link->next; link != (head);          \
	     link = link##_next, link##_next = link->next)

static inline void list_init(struct list *list)
{
	list->next = list;
	list->prev = list;
}

static inline bool list_is_empty(const struct list *head)
{
	return head->next == head;
}

/* Puts `link`, which is in no list, last. */
static inline void list_append(struct list *head, struct list *link)
{
	link->next = head;
	link->prev = head->prev;
	head->prev->next = link;
	head->prev = link;
}

/* Leaves `link` in no list; harmless if it was in none. */
static inline void list_remove(struct list *link)
{
	link->prev->next = link->next;
	link->next->prev = link->prev;
	list_init(link);
}

#endif
