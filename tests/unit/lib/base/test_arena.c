#include "lib/base/arena.h"

#include <stdint.h>
#include <string.h>

#include "tests/unit/run.h"

static char trace[8];

static void trace_char(void *ptr)
{
	strncat(trace, ptr, 1);
}

START_TEST(memory_is_zeroed_aligned_and_apart)
{
	struct arena *arena = arena_new(1 << 20);
	unsigned char *last = NULL;

	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *ptr = arena_alloc(arena, size);

		ck_assert_uint_eq((uintptr_t)ptr % 16, 0);
		for (size_t i = 0; i < size; i++)
			if (ptr[i] != 0)
				ck_abort_msg("byte %zu of %zu", i, size);
		memset(ptr, 0xff, size);
		if (last != NULL && size > 7)
			ck_assert_uint_eq(last[0], 0xff);
		last = ptr;
	}
	arena_free(&arena);
	ck_assert_ptr_null(arena);
}
END_TEST

START_TEST(a_piece_bigger_than_a_block_is_served)
{
	struct arena *arena = arena_new(1 << 20);
	char *small = arena_strdup(arena, "before");
	char *big = arena_alloc(arena, 100000);

	memset(big, 'x', 100000);
	ck_assert_str_eq(small, "before");
	ck_assert_str_eq(arena_strdup(arena, "after"), "after");
	ck_assert(!arena_overflowed(arena));
	arena_free(&arena);
}
END_TEST

START_TEST(passing_the_cap_is_remembered_and_memory_still_served)
{
	struct arena *arena = arena_new(1024);

	arena_alloc(arena, 512);
	ck_assert(!arena_overflowed(arena));
	memset(arena_alloc(arena, 4096), 'x', 4096);
	ck_assert(arena_overflowed(arena));
	memset(arena_alloc(arena, 16), 'x', 16);
	ck_assert(arena_overflowed(arena));
	arena_free(&arena);
}
END_TEST

START_TEST(text_is_copied_and_formatted)
{
	struct arena *arena = arena_new(1024);
	char source[] = "abcdef";
	char *whole = arena_strdup(arena, source);
	char *part = arena_strndup(arena, source, 3);
	char *with_nul = arena_strndup(arena, "a\0b", 3);

	source[0] = 'X';
	ck_assert_str_eq(whole, "abcdef");
	ck_assert_str_eq(part, "abc");
	ck_assert_mem_eq(with_nul, "a\0b\0", 4);
	ck_assert_str_eq(arena_strndup(arena, NULL, 0), "");
	ck_assert_str_eq(arena_printf(arena, "%d-%s", 42, "x"), "42-x");
	arena_free(&arena);
}
END_TEST

START_TEST(cleanups_run_in_reverse_order)
{
	struct arena *arena = arena_new(1024);
	char a[] = "a", b[] = "b", c[] = "c";

	arena_own(arena, a, trace_char);
	arena_own(arena, b, trace_char);
	arena_own(arena, c, trace_char);
	ck_assert_str_eq(trace, "");
	arena_free(&arena);
	ck_assert_str_eq(trace, "cba");
}
END_TEST

START_TEST(freeing_no_arena_does_nothing)
{
	struct arena *arena = NULL;

	arena_free(&arena);
	ck_assert_ptr_null(arena);
}
END_TEST

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>

START_TEST(the_sanitizer_sees_the_end_of_a_piece)
{
	struct arena *arena = arena_new(1 << 20);
	char *ptr = arena_alloc(arena, 20);
	char *exact = arena_alloc(arena, 32);
	char *big = arena_alloc(arena, 32768);

	ck_assert(!__asan_address_is_poisoned(ptr + 19));
	ck_assert(__asan_address_is_poisoned(ptr + 20));
	ck_assert(!__asan_address_is_poisoned(exact + 31));
	ck_assert(__asan_address_is_poisoned(exact + 32));
	ck_assert(__asan_address_is_poisoned(big + 32768));
	arena_free(&arena);
}
END_TEST
#define SANITIZER_TESTS TEST(the_sanitizer_sees_the_end_of_a_piece)
#else
#define SANITIZER_TESTS
#endif

RUN_TESTS(TEST(memory_is_zeroed_aligned_and_apart), TEST(a_piece_bigger_than_a_block_is_served),
	  TEST(passing_the_cap_is_remembered_and_memory_still_served),
	  TEST(text_is_copied_and_formatted), TEST(cleanups_run_in_reverse_order),
	  TEST(freeing_no_arena_does_nothing), SANITIZER_TESTS)
