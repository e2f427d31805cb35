#include "cmd/trinn-jobs/archive.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmd/trinn-jobs/archive_message.h"
#include "cmd/trinn-jobs/ask.h"
#include "lib/base/arena.h"
#include "lib/base/file.h"
#include "lib/format/arkivmelding.h"
#include "lib/log/log.h"

#define ARENA_BYTES_MAX (96 * 1024 * 1024)
#define MESSAGE_BYTES_MAX (32 * 1024 * 1024)
#define ANSWER_BYTES_MAX (256 * 1024)

static const char next_sql[] =
	"select county_id, id, content,"
	" to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
	" from trinn.jobs_next_archive_message()";
static const char chunk_sql[] = "select trinn.jobs_chunk($1::int, $2::bigint, $3::int)";
static const char sent_sql[] = "select trinn.jobs_archive_sent($1::int, $2::bigint, $3::uuid)";
static const char failed_sql[] = "select trinn.jobs_archive_failed($1::int, $2::bigint, $3)";
static const char answer_sql[] = "select trinn.jobs_archive_answer($1, $2::uuid, $3, $4)";
static const char counties_sql[] = "select number from trinn.jobs_counties()";

/* A message on its way; `failure` says why it is not. */
struct sending {
	PGconn *db;
	struct arena *arena;
	const char *county_id;
	const char *id;
	struct archive_message content;
	const char *folder; /* it is written to, and renamed when whole */
	const char *failure;
};

static bool fail_at(struct sending *sending, const char *path)
{
	sending->failure = arena_printf(sending->arena, "%s: %s", path, strerror(errno));
	return false;
}

static bool make_folder(struct sending *sending, const char *path)
{
	return mkdir(path, 0770) == 0 || errno == EEXIST || fail_at(sending, path);
}

/* Adds the chunks of a document to an open file. */
static bool write_chunks(struct sending *sending, const struct archive_file *file, FILE *out)
{
	for (int64_t number = 1; number <= file->chunks; number++) {
		const char *const params[] = {
			sending->county_id,
			arena_printf(sending->arena, "%" PRId64, file->document_id),
			arena_printf(sending->arena, "%" PRId64, number)};
		PGresult *rows = ask(sending->db, chunk_sql, 3, params, ASK_BINARY);
		size_t len = rows == NULL ? 0 : (size_t)PQgetlength(rows, 0, 0);
		bool is_written = len > 0 && fwrite(PQgetvalue(rows, 0, 0), 1, len, out) == len;

		PQclear(rows);
		if (!is_written)
			return false;
	}
	return true;
}

/* The bytes, or the chunks of `file` where there are none. On the disk when it returns. */
static bool write_file(struct sending *sending, const char *name, const char *bytes, size_t len,
		       const struct archive_file *file)
{
	const char *path = arena_printf(sending->arena, "%s/%s", sending->folder, name);
	FILE *out = fopen(path, "we");
	bool is_whole;

	if (out == NULL)
		return fail_at(sending, path);
	if (bytes != NULL)
		is_whole = fwrite(bytes, 1, len, out) == len;
	else
		is_whole = file != NULL && write_chunks(sending, file, out);
	is_whole = is_whole && fflush(out) == 0 && fsync(fileno(out)) == 0;
	if (!is_whole)
		fail_at(sending, path);
	fclose(out);
	return is_whole;
}

static bool write_files(struct sending *sending, const struct arkivmelding *message)
{
	const struct archive_message *content = &sending->content;
	size_t first = content->record == NULL ? 0 : 1;

	if (content->record != NULL && !write_file(sending, message->files[0].name, content->record,
						   strlen(content->record), NULL))
		return false;
	for (size_t i = 0; i < content->n_files; i++)
		if (!write_file(sending, message->files[first + i].name, NULL, 0,
				&content->files[i]))
			return false;
	return true;
}

static bool write_message(struct sending *sending, const struct arkivmelding *message)
{
	struct buf xml;
	bool is_written;

	buf_init(&xml, MESSAGE_BYTES_MAX);
	is_written = arkivmelding_write(message, &xml) &&
		     write_file(sending, "arkivmelding.xml", buf_text(&xml), xml.len, NULL);
	buf_fini(&xml);
	return is_written;
}

/* What was written of a message that lies there already. */
static void remove_folder(struct sending *sending)
{
	DIR *dir = opendir(sending->folder);
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		unlink(arena_printf(sending->arena, "%s/%s", sending->folder, entry->d_name));
	if (dir != NULL)
		closedir(dir);
	rmdir(sending->folder);
}

/* One that lies there already was not fetched, or only its sending not recorded. */
static bool hand_over(struct sending *sending, const char *target)
{
	if (rename(sending->folder, target) == 0)
		return true;
	if (errno != EEXIST && errno != ENOTEMPTY)
		return fail_at(sending, target);
	remove_folder(sending);
	return true;
}

/* A message is there when its folder has its name. */
static bool put(struct sending *sending, const char *root, const struct arkivmelding *message)
{
	const char *county = arena_printf(sending->arena, "%s/%s", root, sending->content.county);
	const char *out = arena_printf(sending->arena, "%s/out", county);

	sending->folder = arena_printf(sending->arena, "%s/.%s", out, message->guid);
	return make_folder(sending, county) && make_folder(sending, out) &&
	       make_folder(sending, sending->folder) && write_files(sending, message) &&
	       write_message(sending, message) &&
	       hand_over(sending, arena_printf(sending->arena, "%s/%s", out, message->guid));
}

static void record_sent(struct sending *sending, const char *guid)
{
	const char *const params[] = {sending->county_id, sending->id, guid};

	PQclear(ask(sending->db, sent_sql, 3, params, ASK_TEXT));
	log_event(LOG_INFO, "archive.sent", LOG_STR("county", sending->county_id),
		  LOG_STR("id", sending->id), LOG_STR("guid", guid));
}

static void record_failed(struct sending *sending)
{
	const char *const params[] = {sending->county_id, sending->id,
				      sending->failure == NULL ? "?" : sending->failure};

	PQclear(ask(sending->db, failed_sql, 3, params, ASK_TEXT));
	log_event(LOG_WARN, "archive.unsent", LOG_STR("county", sending->county_id),
		  LOG_STR("id", sending->id), LOG_STR("why", params[2]));
}

static void send_row(PGconn *db, const char *root, PGresult *row)
{
	struct sending sending = {
		.db = db,
		.arena = arena_new(ARENA_BYTES_MAX),
		.county_id = PQgetvalue(row, 0, 0),
		.id = PQgetvalue(row, 0, 1),
	};
	struct arkivmelding message;

	archive_message_read(PQgetvalue(row, 0, 2), sending.arena, &sending.content);
	archive_message_compose(&sending.content, PQgetvalue(row, 0, 3), sending.arena, &message);
	if (put(&sending, root, &message))
		record_sent(&sending, message.guid);
	else
		record_failed(&sending);
	arena_free(&sending.arena);
}

/* Each is sent or put off, so that this ends. */
static void send_all(PGconn *db, const char *root, int term)
{
	bool goes_on = true;

	while (goes_on && !ask_to_end(term)) {
		PGresult *row = ask(db, next_sql, 0, NULL, ASK_TEXT);

		goes_on = row != NULL && PQntuples(row) == 1;
		if (goes_on)
			send_row(db, root, row);
		PQclear(row);
	}
}

/* Why an answer is not taken, to whoever sent it. */
static const struct {
	const char *code;
	const char *text;
} refusals[] = {
	{"unreadable", "This is no arkivmeldingKvittering with a meldingId, and either a reference "
		       "(saksaar, sakssekvensnummer, journalpostnummer) or a feilmelding."},
	{"unknown", "No message of this county has this meldingId."},
	{"answered", "This message was answered otherwise before, which stands."},
};

static const char *refusal_text(const char *code)
{
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (strcmp(refusals[i].code, code) == 0)
			return refusals[i].text;
	return code;
}

/* Puts it aside, with why beside it. */
static void refuse_answer(const char *path, const char *code, struct arena *arena)
{
	FILE *why = fopen(arena_printf(arena, "%s.why", path), "we");

	if (why != NULL) {
		fprintf(why, "%s\n", refusal_text(code));
		fclose(why);
	}
	log_event(LOG_ERROR, "archive.refused", LOG_STR("path", path), LOG_STR("why", code));
	rename(path, arena_printf(arena, "%s.refused", path));
}

/* Where the database does not say, the answer is read again later. */
static void record_answer(PGconn *db, const char *county, const char *path,
			  const struct arkivkvittering *answer, struct arena *arena)
{
	const char *const params[] = {county, answer->guid, answer->reference, answer->failure};
	PGresult *result = ask(db, answer_sql, 4, params, ASK_TEXT);

	if (result == NULL)
		return;
	if (PQgetisnull(result, 0, 0)) {
		log_event(LOG_INFO, "archive.answered", LOG_STR("guid", answer->guid),
			  LOG_STR("reference", answer->reference),
			  LOG_STR("failure", answer->failure));
		unlink(path);
	} else {
		refuse_answer(path, PQgetvalue(result, 0, 0), arena);
	}
	PQclear(result);
}

static void read_answer(PGconn *db, const char *county, const char *path)
{
	struct arena *arena = arena_new(ANSWER_BYTES_MAX * 2);
	struct arkivkvittering answer;
	struct buf bytes;

	buf_init(&bytes, ANSWER_BYTES_MAX);
	if (file_read(path, &bytes) &&
	    arkivkvittering_read(buf_text(&bytes), bytes.len, arena, &answer))
		record_answer(db, county, path, &answer, arena);
	else
		refuse_answer(path, "unreadable", arena);
	buf_fini(&bytes);
	arena_free(&arena);
}

static bool is_answer(const char *name)
{
	size_t len = strlen(name);

	return *name != '.' && len > 4 && strcmp(name + len - 4, ".xml") == 0;
}

static void read_answers(PGconn *db, const char *root, const char *county)
{
	char folder[600];
	char path[1024];
	struct dirent *entry;
	DIR *dir;

	snprintf(folder, sizeof(folder), "%s/%s/in", root, county);
	dir = opendir(folder);
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (is_answer(entry->d_name) &&
		    (size_t)snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name) <
			    sizeof(path))
			read_answer(db, county, path);
	if (dir != NULL)
		closedir(dir);
}

static void read_all_answers(PGconn *db, const char *root)
{
	PGresult *counties = ask(db, counties_sql, 0, NULL, ASK_TEXT);

	for (int i = 0; i < PQntuples(counties); i++)
		read_answers(db, root, PQgetvalue(counties, i, 0));
	PQclear(counties);
}

void archive_exchange(PGconn *db, const struct settings *settings, int term)
{
	if (settings->archive == NULL)
		return;
	read_all_answers(db, settings->archive);
	send_all(db, settings->archive, term);
}
