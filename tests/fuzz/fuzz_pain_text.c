/*
 * Any bytes as name and text of a payment: the file is well-formed, and has there only what banks
 * take, no more of it than they do.
 */
#include <libxml/parser.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/arena.h"
#include "lib/base/fail.h"
#include "lib/base/utf8.h"
#include "lib/format/banktext.h"
#include "lib/format/pain001.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* That it is taken as a character; its length. */
static size_t check_character(const char *text)
{
	static const char taken[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789/-?:().,'+ ";
	static const char letters[] = "æøåÆØÅ";
	size_t len = utf8_char_len(text, strlen(text));

	MUST(len == 1 ? strchr(taken, *text) != NULL
		      : len == 2 && memmem(letters, sizeof(letters) - 1, text, len) != NULL);
	return len;
}

static void check_text(const char *text)
{
	size_t n = 0;

	MUST(*text != '\0' && *text != '/' && *text != ' ' && strstr(text, "//") == NULL &&
	     strstr(text, "  ") == NULL && text[strlen(text) - 1] != ' ');
	for (; *text != '\0'; n++)
		text += check_character(text);
	MUST(n <= PAIN_TEXT_MAX);
}

/* Every text of the document. */
static void check_node(const xmlNode *node)
{
	for (; node != NULL; node = node->next) {
		if (node->type == XML_TEXT_NODE)
			check_text((const char *)node->content);
		check_node(node->children);
	}
}

static void check_file(const struct buf *out)
{
	xmlDocPtr doc = xmlReadMemory(buf_text(out), (int)out->len, NULL, NULL,
				      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

	MUST(doc != NULL);
	check_node(xmlDocGetRootElement(doc));
	xmlFreeDoc(doc);
}

static void write_file(const char *text, enum pain_version version)
{
	struct pain_payment payment = {.id = banktext_is_id(text) ? text : "1",
				       .creditor = text,
				       .account = "86011117947",
				       .text = text,
				       .amount_ore = 1};
	struct pain_file file = {.version = version,
				 .message_id = "1",
				 .made_at = "1970-01-01T00:00:00",
				 .initiator = text,
				 .initiator_id = payment.id,
				 .debtor = text,
				 .debtor_account = payment.account,
				 .debtor_bic = "DNBANOKK",
				 .payments = &payment,
				 .n = 1};
	struct buf out;
	size_t index;

	buf_init(&out, BUF_UNBOUNDED);
	MUST(pain001_write(&file, &out, &index) == PAIN_OK);
	check_file(&out);
	buf_fini(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new((1 << 20) + size);
	const char *text = arena_strndup(arena, (const char *)data, size);

	write_file(text, PAIN_001_03);
	write_file(text, PAIN_001_09);
	arena_free(&arena);
	return 0;
}
