/* An identity and its texts in one block, so that a copy is one piece of an arena. */
#include "lib/auth/record.h"

#include <string.h>

#include "lib/base/fail.h"

static const size_t texts[] = {
	offsetof(struct auth_identity, issuer),    offsetof(struct auth_identity, subject),
	offsetof(struct auth_identity, client_id), offsetof(struct auth_identity, scope),
	offsetof(struct auth_identity, token_id),  offsetof(struct auth_identity, claims),
};

#define N_TEXTS (sizeof(texts) / sizeof(texts[0]))

static const char **text_at(struct auth_identity *identity, size_t i)
{
	return (const char **)(void *)((char *)identity + texts[i]);
}

struct auth_record *auth_record_new(const struct auth_identity *identity, int64_t valid_from_s)
{
	struct auth_identity copy = *identity;
	struct auth_record *record;
	size_t text_len = 0, used = 0;

	for (size_t i = 0; i < N_TEXTS; i++)
		if (*text_at(&copy, i) != NULL)
			text_len += strlen(*text_at(&copy, i)) + 1;
	record = base_alloc(sizeof(*record) + text_len);
	for (size_t i = 0; i < N_TEXTS; i++) {
		const char **text = text_at(&copy, i);
		size_t size;

		if (*text == NULL)
			continue;
		size = strlen(*text) + 1;
		memcpy(record->text + used, *text, size);
		*text = record->text + used;
		used += size;
	}
	record->identity = copy;
	record->valid_from_s = valid_from_s;
	record->text_len = text_len;
	return record;
}

void auth_record_free(struct auth_record **record)
{
	base_free(*record);
	*record = NULL;
}

struct auth_identity auth_record_copy(const struct auth_record *record, struct arena *arena)
{
	struct auth_identity copy = record->identity;
	char *text = arena_strndup(arena, record->text, record->text_len);

	for (size_t i = 0; i < N_TEXTS; i++)
		if (*text_at(&copy, i) != NULL)
			*text_at(&copy, i) = text + (*text_at(&copy, i) - record->text);
	return copy;
}
