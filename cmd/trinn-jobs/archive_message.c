#include "cmd/trinn-jobs/archive_message.h"

#include <inttypes.h>
#include <openssl/sha.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/hex.h"
#include "lib/base/uuid.h"
#include "lib/json/body.h"
#include "lib/json/shape.h"

#define CONTENT_BYTES_MAX (32 * 1024 * 1024)

static const struct shape_field file_fields[] = {
	SHAPE_FIELD(struct archive_file, document_id, "documentId", I64),
	SHAPE_FIELD(struct archive_file, is_main, "isMain", BOOL),
	SHAPE_FIELD(struct archive_file, title, "title", TEXT),
	SHAPE_FIELD(struct archive_file, media_type, "mediaType", TEXT),
	SHAPE_FIELD(struct archive_file, bytes, "bytes", I64),
	SHAPE_FIELD(struct archive_file, sha256, "sha256", TEXT),
	SHAPE_FIELD(struct archive_file, chunks, "chunks", I64),
	SHAPE_FIELD(struct archive_file, created_at, "createdAt", TEXT),
	SHAPE_FIELD(struct archive_file, created_by, "createdBy", TEXT),
};
static const struct shape file_shape = SHAPE(struct archive_file, file_fields);

static const struct shape_field fields[] = {
	SHAPE_FIELD(struct archive_message, county, "county", TEXT),
	SHAPE_FIELD(struct archive_message, unit, "unit", TEXT),
	SHAPE_FIELD(struct archive_message, application_id, "applicationId", I64),
	SHAPE_FIELD(struct archive_message, post_id, "postId", I64),
	SHAPE_FIELD(struct archive_message, message_id, "messageId", I64),
	SHAPE_FIELD(struct archive_message, case_number, "caseNumber", TEXT),
	SHAPE_FIELD(struct archive_message, case_title, "caseTitle", TEXT),
	SHAPE_OR_NULL(struct archive_message, case_public_title, "casePublicTitle", TEXT),
	SHAPE_OR_NULL(struct archive_message, case_citation, "caseCitation", TEXT),
	SHAPE_FIELD(struct archive_message, case_on, "caseOn", TEXT),
	SHAPE_FIELD(struct archive_message, case_created_at, "caseCreatedAt", TEXT),
	SHAPE_FIELD(struct archive_message, case_created_by, "caseCreatedBy", TEXT),
	SHAPE_FIELD(struct archive_message, case_responsible, "caseResponsible", TEXT),
	SHAPE_FIELD(struct archive_message, is_closed, "isClosed", BOOL),
	SHAPE_FIELD(struct archive_message, number, "number", I64),
	SHAPE_FIELD(struct archive_message, post_type, "postType", TEXT),
	SHAPE_FIELD(struct archive_message, document_type, "documentType", TEXT),
	SHAPE_FIELD(struct archive_message, title, "title", TEXT),
	SHAPE_OR_NULL(struct archive_message, public_title, "publicTitle", TEXT),
	SHAPE_OR_NULL(struct archive_message, citation, "citation", TEXT),
	SHAPE_FIELD(struct archive_message, journal_date, "journalDate", TEXT),
	SHAPE_FIELD(struct archive_message, document_date, "documentDate", TEXT),
	SHAPE_FIELD(struct archive_message, created_at, "createdAt", TEXT),
	SHAPE_FIELD(struct archive_message, created_by, "createdBy", TEXT),
	SHAPE_FIELD(struct archive_message, checked_at, "checkedAt", TEXT),
	SHAPE_FIELD(struct archive_message, checked_by, "checkedBy", TEXT),
	SHAPE_FIELD(struct archive_message, is_void, "isVoid", BOOL),
	SHAPE_OR_NULL(struct archive_message, party, "party", TEXT),
	SHAPE_OR_NULL(struct archive_message, record, "record", TEXT),
	SHAPE_OBJECTS(struct archive_message, files, n_files, "files", &file_shape),
};
static const struct shape message_shape = SHAPE(struct archive_message, fields);

void archive_message_read(const char *json, struct arena *arena,
			  struct archive_message *content_out)
{
	static const struct body_limits limits = {CONTENT_BYTES_MAX, BODY_DEPTH_MAX};
	struct shape_misfit misfit = {0};
	json_t *object;
	size_t position;

	MUST(body_parse(json, strlen(json), &limits, &object, &position) == BODY_OK);
	MUST(shape_read(&message_shape, object, arena, content_out, &misfit));
	json_decref(object);
}

/* Ours are stable: the archive knows a case, a post and a document again by its own. */
static const char *guid_of(const struct archive_message *content, const char *kind, int64_t id,
			   struct arena *arena)
{
	char *guid = arena_alloc(arena, UUID_TEXT_SIZE);

	uuid_of_name(arena_printf(arena, "urn:trinn:%s:%s:%" PRId64, content->county, kind, id),
		     guid);
	return guid;
}

/* "3.pdf": names that people gave may hold anything. */
static const char *name_of(size_t number, const char *title, struct arena *arena)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789";
	const char *dot = strrchr(title, '.');
	const char *suffix = dot == NULL ? "" : dot + 1;
	size_t len = strlen(suffix);

	if (len == 0 || len > 5 || strspn(suffix, letters) != len)
		suffix = "bin";
	return arena_printf(arena, "%zu.%s", number, suffix);
}

static struct arkivfil record_file(const struct archive_message *content, struct arena *arena)
{
	size_t len = strlen(content->record);
	unsigned char digest[SHA256_DIGEST_LENGTH];
	char *sha256 = arena_alloc(arena, HEX_SIZE(sizeof(digest)));

	SHA256((const unsigned char *)content->record, len, digest);
	hex_encode(digest, sizeof(digest), sha256);
	return (struct arkivfil){
		.guid = guid_of(content, "record", content->post_id, arena),
		.title = content->title,
		.document_type = content->document_type,
		.is_main = true,
		.created_at = content->created_at,
		.created_by = content->created_by,
		.name = "1.json",
		.media_type = "application/json",
		.sha256 = sha256,
		.bytes = (int64_t)len,
	};
}

static void compose_files(const struct archive_message *content, struct arena *arena,
			  struct arkivmelding *message)
{
	size_t n = 0;

	message->files = arena_alloc(arena, (content->n_files + 1) * sizeof(*message->files));
	if (content->record != NULL)
		message->files[n++] = record_file(content, arena);
	for (size_t i = 0; i < content->n_files; i++) {
		const struct archive_file *file = &content->files[i];
		bool is_main = file->is_main;

		message->files[n] = (struct arkivfil){
			.guid = guid_of(content, "document", file->document_id, arena),
			.title = file->title,
			.document_type = is_main ? content->document_type : "VEDLEGG",
			.is_main = is_main,
			.created_at = file->created_at,
			.created_by = file->created_by,
			.name = name_of(n + 1, file->title, arena),
			.media_type = file->media_type,
			.sha256 = file->sha256,
			.bytes = file->bytes,
		};
		n++;
	}
	message->n_files = n;
}

static struct arkivsak compose_case(const struct archive_message *content, struct arena *arena)
{
	return (struct arkivsak){
		.guid = guid_of(content, "case", content->application_id, arena),
		.number = content->case_number,
		.title = content->case_title,
		.public_title = content->case_public_title,
		.citation = content->case_citation,
		.created_at = content->case_created_at,
		.created_by = content->case_created_by,
		.day = content->case_on,
		.unit = content->unit,
		.responsible = content->case_responsible,
		.is_closed = content->is_closed,
	};
}

void archive_message_compose(const struct archive_message *content, const char *at,
			     struct arena *arena, struct arkivmelding *message_out)
{
	*message_out = (struct arkivmelding){
		.system = "Trinn",
		.guid = guid_of(content, "message", content->message_id, arena),
		.at = at,
		.kase = compose_case(content, arena),
		.post =
			{
				.guid = guid_of(content, "journal-post", content->post_id, arena),
				.number = content->number,
				.type = content->post_type,
				.title = content->title,
				.public_title = content->public_title,
				.citation = content->citation,
				.created_at = content->created_at,
				.created_by = content->created_by,
				.checked_at = content->checked_at,
				.checked_by = content->checked_by,
				.journal_day = content->journal_date,
				.document_day = content->document_date,
				.is_void = content->is_void,
				.party = content->party,
			},
	};
	compose_files(content, arena, message_out);
}
