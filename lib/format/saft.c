/* Fields are found by what of the path follows the line, the transaction or the header. */
#include "lib/format/saft.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/num.h"
#include "lib/format/amount.h"
#include "lib/format/orgnr.h"
#include "lib/format/xmlread.h"

#define HEADER "/AuditFile/Header"
#define ENTRIES "/AuditFile/GeneralLedgerEntries"
#define TRANSACTION ENTRIES "/Journal/Transaction"
#define LINE TRANSACTION "/Line"
#define ANALYSIS LINE "/Analysis"
#define AMOUNT_SIZE 24
#define DAY_SIZE 11
#define NUMBER_SIZE 20

struct header {
	char first_day[DAY_SIZE], last_day[DAY_SIZE];
	char first_period[NUMBER_SIZE], first_year[NUMBER_SIZE];
	char last_period[NUMBER_SIZE], last_year[NUMBER_SIZE];
	char orgnr[SAFT_TEXT_SIZE(35)];
	char transactions[NUMBER_SIZE];
	char debit[AMOUNT_SIZE], credit[AMOUNT_SIZE];
};

struct transaction {
	char id[SAFT_TEXT_SIZE(70)];
	char day[DAY_SIZE];
	char supplier_id[SAFT_TEXT_SIZE(35)];
};

struct amounts {
	char debit[AMOUNT_SIZE], credit[AMOUNT_SIZE];
};

struct analysis {
	char type[SAFT_TEXT_SIZE(9)];
	char id[SAFT_TEXT_SIZE(256)];
	struct amounts amounts;
};

struct saft {
	struct xmlread *xml;
	const struct saft_project *project;
	void (*on_line)(void *ctx, const struct saft_line *line);
	void *ctx;
	struct saft_file file;
	struct header header;
	struct transaction transaction;
	struct saft_line line;
	struct amounts amounts; /* of the line */
	struct analysis analysis;
	bool is_told;  /* the line is the project's */
	bool has_part; /* its analyses tell how much of it */
	int64_t part_ore;
};

#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, saft_file, member)
static const struct xmlread_field file_fields[] = {
	FIELD(HEADER "/AuditFileVersion", CODE, version),
	FIELD(HEADER "/Company/Name", CUT, name),
	FIELD(HEADER "/DefaultCurrencyCode", CODE, currency),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, header, member)
static const struct xmlread_field header_fields[] = {
	FIELD(HEADER "/Company/RegistrationNumber", CODE, orgnr),
	FIELD(HEADER "/SelectionCriteria/SelectionStartDate", CODE, first_day),
	FIELD(HEADER "/SelectionCriteria/SelectionEndDate", CODE, last_day),
	FIELD(HEADER "/SelectionCriteria/PeriodStart", CODE, first_period),
	FIELD(HEADER "/SelectionCriteria/PeriodStartYear", CODE, first_year),
	FIELD(HEADER "/SelectionCriteria/PeriodEnd", CODE, last_period),
	FIELD(HEADER "/SelectionCriteria/PeriodEndYear", CODE, last_year),
	FIELD(ENTRIES "/NumberOfEntries", CODE, transactions),
	FIELD(ENTRIES "/TotalDebit", CODE, debit),
	FIELD(ENTRIES "/TotalCredit", CODE, credit),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, transaction, member)
static const struct xmlread_field transaction_fields[] = {
	FIELD("/TransactionID", CODE, id),
	FIELD("/TransactionDate", CODE, day),
	FIELD("/SupplierID", CODE, supplier_id),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, saft_line, member)
static const struct xmlread_field line_fields[] = {
	FIELD("/RecordID", CODE, record_id),	   FIELD("/AccountID", CODE, account),
	FIELD("/SupplierID", CODE, supplier_id),   FIELD("/SourceDocumentID", CODE, document_id),
	FIELD("/ReferenceNumber", CUT, reference), FIELD("/Description", CUT, description),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, amounts, member)
static const struct xmlread_field amount_fields[] = {
	FIELD("/DebitAmount/Amount", CODE, debit),
	FIELD("/CreditAmount/Amount", CODE, credit),
};
#undef FIELD
#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, analysis, member)
static const struct xmlread_field analysis_fields[] = {
	FIELD("/AnalysisType", CODE, type),
	FIELD("/AnalysisID", CODE, id),
	FIELD("/DebitAnalysisAmount/Amount", CODE, amounts.debit),
	FIELD("/CreditAnalysisAmount/Amount", CODE, amounts.credit),
};
#undef FIELD

static void fail(struct saft *saft, enum format_fault fault)
{
	xmlread_fail(saft->xml, fault);
}

/* What follows the place in the path, "" for the place itself; NULL elsewhere. */
static const char *after(const char *path, const char *place)
{
	size_t len = strlen(place);

	return strncmp(path, place, len) == 0 && (path[len] == '/' || path[len] == '\0')
		       ? path + len
		       : NULL;
}

static bool is_known(void *ctx, const char *name, const char *space)
{
	(void)ctx;
	return strcmp(name, "AuditFile") == 0 && space != NULL &&
	       strcmp(space, "urn:StandardAuditFile-Taxation-Financial:NO") == 0;
}

static void on_begin(void *ctx, const char *path)
{
	struct saft *saft = ctx;

	if (strcmp(path, TRANSACTION) == 0) {
		saft->transaction = (struct transaction){0};
	} else if (strcmp(path, LINE) == 0) {
		saft->line = (struct saft_line){0};
		saft->amounts = (struct amounts){0};
		saft->is_told = saft->has_part = false;
		saft->part_ore = 0;
	} else if (strcmp(path, ANALYSIS) == 0) {
		saft->analysis = (struct analysis){0};
	}
}

static bool read_amount(const char *text, int64_t *ore_out)
{
	return amount_read_signed(text, '.', SAFT_AMOUNT_MAX_ORE, ore_out);
}

static bool add(struct saft *saft, int64_t *sum, int64_t ore)
{
	if (!__builtin_add_overflow(*sum, ore, sum))
		return true;
	fail(saft, FORMAT_AMOUNT);
	return false;
}

/* Debit, or credit below 0. False if it is neither or both, or no amount. */
static bool read_side(const struct amounts *amounts, int64_t *ore_out)
{
	bool is_credit = *amounts->credit != '\0';

	if (is_credit == (*amounts->debit != '\0') ||
	    !read_amount(is_credit ? amounts->credit : amounts->debit, ore_out))
		return false;
	*ore_out = is_credit ? -*ore_out : *ore_out;
	return true;
}

static void end_analysis(struct saft *saft)
{
	const struct analysis *analysis = &saft->analysis;
	int64_t ore;

	if (strcmp(analysis->id, saft->project->id) != 0 ||
	    (saft->project->type != NULL && strcmp(analysis->type, saft->project->type) != 0))
		return;
	saft->is_told = true;
	if (*analysis->amounts.debit == '\0' && *analysis->amounts.credit == '\0')
		return;
	saft->has_part = true;
	if (read_side(&analysis->amounts, &ore))
		(void)add(saft, &saft->part_ore, ore);
	else
		fail(saft, FORMAT_AMOUNT);
}

/* A part is on the side of its whole and no more than it. */
static bool is_part(int64_t part_ore, int64_t whole_ore)
{
	return whole_ore < 0 ? part_ore <= 0 && part_ore >= whole_ore
			     : part_ore >= 0 && part_ore <= whole_ore;
}

static void tell(struct saft *saft, int64_t whole_ore)
{
	struct saft_line *line = &saft->line;

	line->debit_ore = saft->has_part ? saft->part_ore : whole_ore;
	if (!is_part(line->debit_ore, whole_ore)) {
		fail(saft, FORMAT_SUM);
		return;
	}
	if (*saft->transaction.id == '\0' || *line->account == '\0') {
		fail(saft, FORMAT_INCOMPLETE);
		return;
	}
	if (!num_date(saft->transaction.day, &line->day)) {
		fail(saft, FORMAT_DATE);
		return;
	}
	memcpy(line->transaction_id, saft->transaction.id, sizeof(line->transaction_id));
	if (*line->supplier_id == '\0')
		memcpy(line->supplier_id, saft->transaction.supplier_id, sizeof(line->supplier_id));
	if (!add(saft, &saft->file.project_ore, line->debit_ore))
		return;
	saft->file.told++;
	saft->on_line(saft->ctx, line);
}

static void end_line(struct saft *saft)
{
	bool is_credit = *saft->amounts.credit != '\0';
	int64_t debit_ore;

	if (!read_side(&saft->amounts, &debit_ore)) {
		fail(saft, FORMAT_AMOUNT);
		return;
	}
	saft->file.lines++;
	if (add(saft, is_credit ? &saft->file.credit_ore : &saft->file.debit_ore,
		is_credit ? -debit_ore : debit_ore) &&
	    saft->is_told)
		tell(saft, debit_ore);
}

static void end_within_line(struct saft *saft, const char *path)
{
	const char *of_analysis = after(path, "/Analysis");

	if (*path == '\0')
		end_line(saft);
	else if (of_analysis == NULL) {
		if (!XMLREAD_KEEP(saft->xml, path, line_fields, &saft->line))
			(void)XMLREAD_KEEP(saft->xml, path, amount_fields, &saft->amounts);
	} else if (*of_analysis == '\0')
		end_analysis(saft);
	else
		(void)XMLREAD_KEEP(saft->xml, of_analysis, analysis_fields, &saft->analysis);
}

static void on_end(void *ctx, const char *path, const char *text)
{
	struct saft *saft = ctx;
	const char *of_line = after(path, LINE), *of_transaction = after(path, TRANSACTION);

	(void)text;
	if (of_line != NULL)
		end_within_line(saft, of_line);
	else if (of_transaction != NULL && *of_transaction == '\0')
		saft->file.transactions++;
	else if (of_transaction != NULL)
		(void)XMLREAD_KEEP(saft->xml, of_transaction, transaction_fields,
				   &saft->transaction);
	else if (!XMLREAD_KEEP(saft->xml, path, file_fields, &saft->file))
		(void)XMLREAD_KEEP(saft->xml, path, header_fields, &saft->header);
}

/* ---- as a whole */

static enum format_fault judge_period(struct saft *saft)
{
	const struct header *header = &saft->header;
	struct saft_file *file = &saft->file;

	file->has_days = *header->first_day != '\0';
	if (file->has_days)
		return num_date(header->first_day, &file->first_day) &&
				       num_date(header->last_day, &file->last_day) &&
				       file->first_day <= file->last_day
			       ? FORMAT_OK
			       : FORMAT_DATE;
	return num_i32(header->first_period, 0, INT32_MAX, &file->first_period) &&
			       num_i32(header->first_year, 1970, 2100, &file->first_year) &&
			       num_i32(header->last_period, 0, INT32_MAX, &file->last_period) &&
			       num_i32(header->last_year, 1970, 2100, &file->last_year)
		       ? FORMAT_OK
		       : FORMAT_DATE;
}

static enum format_fault judge_sums(const struct saft *saft)
{
	int64_t debit_ore, credit_ore, transactions;

	if (!read_amount(saft->header.debit, &debit_ore) ||
	    !read_amount(saft->header.credit, &credit_ore))
		return FORMAT_AMOUNT;
	if (debit_ore != saft->file.debit_ore || credit_ore != saft->file.credit_ore ||
	    !num_i64(saft->header.transactions, 0, INT64_MAX, &transactions) ||
	    (uint64_t)transactions != saft->file.transactions)
		return FORMAT_SUM;
	return FORMAT_OK;
}

static enum format_fault judge(struct saft *saft)
{
	enum format_fault fault;

	if (*saft->header.orgnr == '\0' || *saft->header.debit == '\0' ||
	    *saft->header.credit == '\0' || strlen(saft->file.currency) != 3)
		return FORMAT_INCOMPLETE;
	if (!orgnr_is_valid(saft->header.orgnr))
		return FORMAT_ORGNR;
	memcpy(saft->file.orgnr, saft->header.orgnr, sizeof(saft->file.orgnr));
	fault = judge_period(saft);
	return fault == FORMAT_OK ? judge_sums(saft) : fault;
}

struct saft *saft_new(const struct saft_project *project,
		      void (*on_line)(void *ctx, const struct saft_line *line), void *ctx)
{
	static const struct xmlread_events events = {
		.is_known = is_known,
		.on_begin = on_begin,
		.on_end = on_end,
	};
	struct saft *saft = base_alloc(sizeof(*saft));

	saft->project = project;
	saft->on_line = on_line;
	saft->ctx = ctx;
	saft->xml = xmlread_new(&events, saft);
	return saft;
}

enum format_fault saft_add(struct saft *saft, const char *bytes, size_t len)
{
	return xmlread_add(saft->xml, bytes, len);
}

enum format_fault saft_end(struct saft *saft, const struct saft_file **file_out)
{
	enum format_fault fault = xmlread_end(saft->xml);

	*file_out = &saft->file;
	return fault == FORMAT_OK ? judge(saft) : fault;
}

size_t saft_line_at(const struct saft *saft)
{
	return xmlread_line(saft->xml);
}

void saft_free(struct saft **saft)
{
	if (*saft == NULL)
		return;
	xmlread_free(&(*saft)->xml);
	base_free(*saft);
	*saft = NULL;
}
