#include "cmd/trinn/history/bank.h"

#include <inttypes.h>

#include "lib/base/buf.h"
#include "lib/base/date.h"

#define FILE_DAYS 4
#define LINES_MAX_BYTES 32768
#define LAST_DAYS 9 /* before the end */

/* Of a hundred files. */
#define HAS_STRANGER 20

struct stranger {
	struct hub *hub;
	struct bank_payment payment;
};

static void add_csv(const struct bank_payment *payment, int32_t day, struct buf *lines)
{
	char text[DATE_TEXT_SIZE];

	date_format_norwegian(day, text);
	buf_addf(lines, "%s;%" PRId64 ",%02d;%s;%s;%s\r\n", text, payment->ore / 100,
		 (int)(payment->ore % 100), payment->kid, payment->payer, payment->reference);
}

static void add_camt(const struct bank_payment *payment, int32_t day, struct buf *lines)
{
	char text[DATE_TEXT_SIZE];

	date_format_iso(day, text);
	buf_addf(lines,
		 "<Ntry><Amt Ccy=\"NOK\">%" PRId64 ".%02d</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
		 "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls>"
		 "<Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs>"
		 "<RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties>",
		 payment->ore / 100, (int)(payment->ore % 100), text, payment->reference,
		 payment->payer);
	if (payment->kid[0] != '\0')
		buf_addf(lines,
			 "<RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf>",
			 payment->kid);
	buf_adds(lines, "</TxDtls></NtryDtls></Ntry>\n");
}

static void tell_lines(struct history *history, const struct hub *hub)
{
	struct buf lines;

	buf_init(&lines, LINES_MAX_BYTES);
	LIST_EACH(link, &hub->paid)
	{
		const struct bank_payment *payment = LIST_ENTRY(link, struct bank_payment, link);

		(hub->has_camt ? add_camt : add_csv)(payment, history->tour.today, &lines);
	}
	history_tell(history, "lines", buf_text(&lines));
	buf_fini(&lines);
}

void bank_tell_waiting(struct history *history, const struct bank_payment *payment)
{
	history_tell(history, "bankFile", payment->file);
	history_tell(history, "reference", payment->reference);
	history_play(history, "find payment");
}

static void see_to_stranger(struct history *history, void *about)
{
	const struct stranger *stranger = about;
	bool is_ours = dice_chance(&history->dice, 50);

	people_tell_hub(history, stranger->hub);
	bank_tell_waiting(history, &stranger->payment);
	history_tell_any(history, "why", is_ours ? "ours" : "notOurs");
	history_play(history, is_ours ? "ignore payment" : "return payment");
}

static void wait_for_person(struct history *history, void *about)
{
	if (history->tour.today + LAST_DAYS < history->last)
		history_plan_working(history,
				     history->tour.today + dice_between(&history->dice, 2, 12),
				     see_to_stranger, about);
}

static struct bank_payment *new_stranger(struct history *history, struct hub *hub)
{
	struct stranger *stranger = history_alloc(history, sizeof(*stranger));
	struct bank_payment *payment = &stranger->payment;

	history_tell_any(history, "stranger", "strangers");
	stranger->hub = hub;
	list_init(&payment->link);
	payment->reference = arena_printf(history->trinn->arena, "F%d", history->n_strangers++);
	payment->kid = "";
	payment->payer = history_kept(history, "stranger");
	payment->ore = (int64_t)dice_between(&history->dice, 4, 60) * 10000;
	payment->told = wait_for_person;
	payment->about = stranger;
	return payment;
}

static void read_file(struct history *history, void *about)
{
	struct hub *hub = about;
	const char *file;

	if (dice_chance(&history->dice, HAS_STRANGER))
		list_append(&hub->paid, &new_stranger(history, hub)->link);
	people_tell_hub(history, hub);
	tell_lines(history, hub);
	history_tell_number(history, "fileNumber", ++hub->n_files);
	history_play(history, hub->has_camt ? "camt.054" : "bank file");
	file = history_kept(history, "bankFile");
	LIST_EACH(link, &hub->paid)
	{
		struct bank_payment *payment = LIST_ENTRY(link, struct bank_payment, link);

		list_remove(link);
		payment->file = file;
		payment->told(history, payment->about);
	}
}

void bank_pay(struct history *history, struct hub *hub, struct bank_payment *payment)
{
	bool is_first = list_is_empty(&hub->paid);

	list_append(&hub->paid, &payment->link);
	if (is_first)
		history_plan_working(history, history->tour.today + FILE_DAYS, read_file, hub);
}

static void pay_strangely(struct history *history, void *about)
{
	bank_pay(history, about, new_stranger(history, about));
}

void bank_plan(struct history *history)
{
	for (size_t i = 1; i < 3 && i < history->people.n_hubs; i++)
		history_plan_working(history, history->last - LAST_DAYS, pay_strangely,
				     &history->people.hubs[i]);
}
