#include "lib/base/list.h"

#include "tests/unit/run.h"

struct item {
	int value;
	struct list link;
};

static int values_of(struct list *head)
{
	int digits = 0;

	LIST_EACH (link, head)
		digits = digits * 10 + LIST_ENTRY(link, struct item, link)->value;
	return digits;
}

START_TEST(members_keep_their_order)
{
	struct item a = {.value = 1}, b = {.value = 2}, c = {.value = 3};
	struct list head;

	list_init(&head);
	ck_assert(list_is_empty(&head));
	ck_assert_int_eq(values_of(&head), 0);
	list_append(&head, &a.link);
	list_append(&head, &b.link);
	list_append(&head, &c.link);
	ck_assert(!list_is_empty(&head));
	ck_assert_int_eq(values_of(&head), 123);
}
END_TEST

START_TEST(a_member_is_removed_from_anywhere_and_twice_without_harm)
{
	struct item a = {.value = 1}, b = {.value = 2}, c = {.value = 3};
	struct list head;

	list_init(&head);
	list_append(&head, &a.link);
	list_append(&head, &b.link);
	list_append(&head, &c.link);
	list_remove(&b.link);
	list_remove(&b.link);
	ck_assert_int_eq(values_of(&head), 13);
	list_append(&head, &b.link);
	ck_assert_int_eq(values_of(&head), 132);
}
END_TEST

START_TEST(the_visited_member_may_be_removed)
{
	struct item items[5];
	struct list head;

	list_init(&head);
	for (int i = 0; i < 5; i++) {
		items[i].value = i + 1;
		list_append(&head, &items[i].link);
	}
	LIST_EACH (link, &head) {
		if (LIST_ENTRY(link, struct item, link)->value % 2 == 0)
			list_remove(link);
	}
	ck_assert_int_eq(values_of(&head), 135);
}
END_TEST

RUN_TESTS(TEST(members_keep_their_order),
	  TEST(a_member_is_removed_from_anywhere_and_twice_without_harm),
	  TEST(the_visited_member_may_be_removed))
