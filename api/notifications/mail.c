#include "api/notifications/mail.h"

#include <stdbool.h>

#include "lib/base/text.h"

static const char end_nb[] =
	"Denne e-posten er sendt automatisk og kan ikke besvares. I portalen bestemmer du selv\n"
	"om du vil ha slik e-post.\n";

static const char end_en[] =
	"This e-mail was sent automatically and cannot be answered. In the portal you choose\n"
	"yourself whether you want such e-mail.\n";

static const char *subject_of(const struct notice *notice, bool is_english, struct arena *arena)
{
	if (notice->number == NULL)
		return notice->happened;
	return arena_printf(arena, is_english ? "Case %s: %s" : "Sak %s: %s", notice->number,
			    notice->happened);
}

/* Where it is read. */
static const char *portal_of(const struct notice *notice, bool is_english, struct arena *arena)
{
	if (notice->portal == NULL)
		return arena_printf(arena,
				    is_english ? "Sign in to the portal of %s to read more."
					       : "Logg inn i portalen til %s for å lese mer.",
				    notice->county);
	return arena_printf(arena,
			    is_english ? "Sign in to the portal of %s to read more:\n%s"
				       : "Logg inn i portalen til %s for å lese mer:\n%s",
			    notice->county, notice->portal);
}

void notice_compose(const struct notice *notice, struct arena *arena, struct mail *mail_out)
{
	bool is_english = text_is(notice->language, "en");

	mail_out->language = notice->language;
	mail_out->from_name = notice->county;
	mail_out->subject = subject_of(notice, is_english, arena);
	mail_out->text =
		arena_printf(arena, "%s.\n\n%s\n\n-- \n%s", mail_out->subject,
			     portal_of(notice, is_english, arena), is_english ? end_en : end_nb);
}
