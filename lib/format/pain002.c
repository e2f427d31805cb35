/* The standard puts a status before what is within it: it is kept until that has been told. */
#include "lib/format/pain002.h"

#include <string.h>

#include "lib/base/fail.h"
#include "lib/format/xmlread.h"

#define REPORT "/Document/CstmrPmtStsRpt"
#define FILE_STATUS REPORT "/OrgnlGrpInfAndSts"
#define PART_STATUS REPORT "/OrgnlPmtInfAndSts"
#define TRANSACTION_STATUS PART_STATUS "/TxInfAndSts"

struct pain002 {
	struct xmlread *xml;
	void (*on_status)(void *ctx, const struct pain002_status *status);
	void *ctx;
	struct pain002_status statuses[PAIN002_TRANSACTION + 1]; /* by level, as they are read */
};

#define FIELD(path, kind, member) XMLREAD_FIELD(path, kind, pain002_status, member)
#define REASONS(place)                                                                             \
	FIELD(place "/StsRsnInf/Rsn/Cd", JOINED, reasons),                                         \
		FIELD(place "/StsRsnInf/Rsn/Prtry", JOINED, reasons),                              \
		FIELD(place "/StsRsnInf/AddtlInf", JOINED, said)

static const struct xmlread_field file_fields[] = {
	FIELD(FILE_STATUS "/OrgnlMsgId", CODE, message_id),
	FIELD(FILE_STATUS "/GrpSts", CODE, code),
	REASONS(FILE_STATUS),
};
static const struct xmlread_field part_fields[] = {
	FIELD(PART_STATUS "/OrgnlPmtInfId", CODE, part_id),
	FIELD(PART_STATUS "/PmtInfSts", CODE, code),
	REASONS(PART_STATUS),
};
static const struct xmlread_field transaction_fields[] = {
	FIELD(TRANSACTION_STATUS "/OrgnlEndToEndId", CODE, end_to_end_id),
	FIELD(TRANSACTION_STATUS "/TxSts", CODE, code),
	REASONS(TRANSACTION_STATUS),
};

static const struct {
	const char *path;
	const struct xmlread_field *fields;
	size_t n;
} levels[] = {
#define LEVEL(path, fields)                                                                        \
	{                                                                                          \
		path, fields, sizeof(fields) / sizeof((fields)[0])                                 \
	}
	[PAIN002_FILE] = LEVEL(FILE_STATUS, file_fields),
	[PAIN002_PART] = LEVEL(PART_STATUS, part_fields),
	[PAIN002_TRANSACTION] = LEVEL(TRANSACTION_STATUS, transaction_fields),
};

enum pain002_outcome pain002_outcome_of(const char *code)
{
	static const struct {
		const char *code;
		enum pain002_outcome outcome;
	} codes[] = {
		{"ACTC", PAIN002_ACCEPTED}, {"ACCP", PAIN002_ACCEPTED}, {"ACSP", PAIN002_ACCEPTED},
		{"ACWC", PAIN002_ACCEPTED}, {"ACSC", PAIN002_SETTLED},	{"RJCT", PAIN002_REJECTED},
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (strcmp(codes[i].code, code) == 0)
			return codes[i].outcome;
	return PAIN002_OTHER;
}

static bool is_known(void *ctx, const char *name, const char *space)
{
	static const char wanted[] = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.";

	(void)ctx;
	return strcmp(name, "Document") == 0 && space != NULL &&
	       strncmp(space, wanted, sizeof(wanted) - 1) == 0;
}

static void on_begin(void *ctx, const char *path)
{
	struct pain002 *report = ctx;

	if (strcmp(path, FILE_STATUS) == 0 && *report->statuses[PAIN002_FILE].message_id != '\0')
		xmlread_fail(report->xml, FORMAT_MALFORMED);
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		if (strcmp(path, levels[i].path) == 0)
			report->statuses[i] =
				(struct pain002_status){.level = (enum pain002_level)i};
}

static void tell(struct pain002 *report, enum pain002_level level)
{
	const struct pain002_status *file = &report->statuses[PAIN002_FILE];
	struct pain002_status *status = &report->statuses[level];

	if (*file->message_id == '\0' ||
	    (level == PAIN002_TRANSACTION && *status->end_to_end_id == '\0')) {
		xmlread_fail(report->xml, FORMAT_INCOMPLETE);
		return;
	}
	memcpy(status->message_id, file->message_id, sizeof(status->message_id));
	if (level == PAIN002_TRANSACTION)
		memcpy(status->part_id, report->statuses[PAIN002_PART].part_id,
		       sizeof(status->part_id));
	status->outcome = pain002_outcome_of(status->code);
	for (size_t i = 0; i < level; i++)
		report->statuses[i].n_within++;
	report->on_status(report->ctx, status);
}

/* Of a part or file of which nothing is said, only what is within it is. */
static void on_end(void *ctx, const char *path, const char *text)
{
	struct pain002 *report = ctx;

	(void)text;
	if (strcmp(path, TRANSACTION_STATUS) == 0)
		tell(report, PAIN002_TRANSACTION);
	else if (strcmp(path, PART_STATUS) == 0 && *report->statuses[PAIN002_PART].code != '\0')
		tell(report, PAIN002_PART);
	else if (strcmp(path, REPORT) == 0)
		tell(report, PAIN002_FILE);
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
		if (xmlread_keep(report->xml, path, levels[i].fields, levels[i].n,
				 &report->statuses[i]))
			return;
}

struct pain002 *pain002_new(void (*on_status)(void *ctx, const struct pain002_status *status),
			    void *ctx)
{
	static const struct xmlread_events events = {
		.is_known = is_known,
		.on_begin = on_begin,
		.on_end = on_end,
	};
	struct pain002 *report = base_alloc(sizeof(*report));

	*report = (struct pain002){.on_status = on_status, .ctx = ctx};
	report->xml = xmlread_new(&events, report);
	return report;
}

enum format_fault pain002_add(struct pain002 *report, const char *bytes, size_t len)
{
	return xmlread_add(report->xml, bytes, len);
}

enum format_fault pain002_end(struct pain002 *report)
{
	enum format_fault fault = xmlread_end(report->xml);

	if (fault == FORMAT_OK && *report->statuses[PAIN002_FILE].message_id == '\0')
		return FORMAT_INCOMPLETE;
	return fault;
}

size_t pain002_line(const struct pain002 *report)
{
	return xmlread_line(report->xml);
}

void pain002_free(struct pain002 **report)
{
	if (*report == NULL)
		return;
	xmlread_free(&(*report)->xml);
	base_free(*report);
	*report = NULL;
}
