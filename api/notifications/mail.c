#include "api/notifications/mail.h"

#include <stdbool.h>

#include "lib/base/text.h"

static const char end_nb[] = "Denne e-posten er sendt automatisk og kan ikke besvares.";
static const char end_en[] = "This e-mail was sent automatically and cannot be answered.";

static const char choice_nb[] = " I portalen bestemmer du selv\nom du vil ha slik e-post.";
static const char choice_en[] = " In the portal you choose\nyourself whether you want such e-mail.";

/* Whoever asked for it is not known to read what is sent there: it may be a stranger. */
static const char code_nb[] =
	"Denne adressen er oppgitt for e-post fra %s. Skriv inn koden i portalen:\n\n"
	"    %.4s-%s\n\n"
	"Den gjelder i %d minutter, og bare den siste koden som er sendt. Er det ikke du som\n"
	"har oppgitt adressen, skal du ikke gjøre noe: uten koden brukes den ikke.\n\n";
static const char code_en[] =
	"This address was given for e-mail from %s. Enter the code in the portal:\n\n"
	"    %.4s-%s\n\n"
	"It holds for %d minutes, and only the last code that was sent. If it was not you who\n"
	"gave the address, do nothing: without the code it is not used.\n\n";

static const char last_nb[] =
	"E-post fra %s sendes ikke lenger til denne adressen. Er det ikke du som har byttet den,\n"
	"se i portalen hva som står der.\n\n";
static const char last_en[] =
	"E-mail from %s is no longer sent to this address. If it was not you who changed it, see\n"
	"in the portal what stands there.\n\n";

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

static const char *about_address(const struct notice *notice, bool is_english, struct arena *arena)
{
	if (notice->code != NULL)
		return arena_printf(arena, is_english ? code_en : code_nb, notice->county,
				    notice->code, notice->code + 4, notice->code_minutes);
	if (notice->is_last)
		return arena_printf(arena, is_english ? last_en : last_nb, notice->county);
	return "";
}

static const char *end_of(const struct notice *notice, bool is_english, struct arena *arena)
{
	bool is_about_address = notice->code != NULL || notice->is_last;
	const char *choice = is_english ? choice_en : choice_nb;

	return arena_printf(arena, "%s%s", is_english ? end_en : end_nb,
			    is_about_address ? "" : choice);
}

void notice_compose(const struct notice *notice, struct arena *arena, struct mail *mail_out)
{
	bool is_english = text_is(notice->language, "en");

	mail_out->language = notice->language;
	mail_out->from_name = notice->county;
	mail_out->subject = subject_of(notice, is_english, arena);
	mail_out->text =
		arena_printf(arena, "%s.\n\n%s%s\n\n-- \n%s\n", mail_out->subject,
			     about_address(notice, is_english, arena),
			     portal_of(notice, is_english, arena),
			     end_of(notice, is_english, arena));
}
