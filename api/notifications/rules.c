#include "api/notifications/notifications.h"

#include "api/problems/words.h"
#include "lib/base/text.h"

void decide_settle_delivery(const struct delivery_facts *facts, struct problems *problems)
{
	require_state(problems, facts->state, "failed");
	require_person(&facts->caller, problems);
}

static void require_few_codes(const struct settings_facts *facts, const char *pointer,
			      struct problems *problems)
{
	if (facts->codes_by_person >= facts->codes_by_person_max)
		problems_add(problems, PROBLEM_CODES_BY_YOU, pointer,
			     words_number(problems, facts->codes_by_person), NULL);
	else if (facts->codes_to_address >= facts->codes_to_address_max)
		problems_add(problems, PROBLEM_CODES_TO_ADDRESS, pointer,
			     words_number(problems, facts->codes_to_address), NULL);
}

/* One that is used stays, and takes the place of what was asked for since; another is asked for. */
void decide_save_settings(const struct settings_facts *facts, const struct settings_input *input,
			  struct settings_effects *effects, struct problems *problems)
{
	require_person(&facts->caller, problems);
	if (input == NULL)
		return;
	if (input->address == NULL) {
		if (!text_is(input->by_email, "none"))
			problems_add(problems, PROBLEM_EMAIL_ADDRESS_MISSING, "#/address", NULL,
				     NULL);
		return;
	}
	effects->address = facts->address;
	if (text_is(facts->address, input->address))
		return;
	effects->asked_address = input->address;
	effects->is_asked_anew = !text_is(facts->asked_address, input->address);
	if (effects->is_asked_anew)
		require_few_codes(facts, "#/address", problems);
}

static void require_asked(const struct settings_facts *facts, struct problems *problems)
{
	if (facts->asked_address == NULL)
		problems_add(problems, PROBLEM_NO_ADDRESS_ASKED, NULL, NULL, NULL);
}

void decide_send_code(const struct settings_facts *facts, struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_asked(facts, problems);
	require_few_codes(facts, NULL, problems);
}

void decide_confirm_address(const struct settings_facts *facts, bool fits,
			    struct problems *problems)
{
	require_person(&facts->caller, problems);
	require_asked(facts, problems);
	if (facts->asked_address == NULL)
		return;
	if (facts->code_sha256 == NULL)
		problems_add(problems, PROBLEM_CODE_UNSENT, NULL, NULL, NULL);
	else if (facts->is_expired)
		problems_add(problems, PROBLEM_CODE_EXPIRED, NULL, NULL, NULL);
	else if (facts->tries > facts->tries_max)
		problems_add(problems, PROBLEM_CODE_SPENT, NULL,
			     words_number(problems, facts->tries_max), NULL);
	else if (!fits)
		problems_add(problems, PROBLEM_CODE_WRONG, "#/code",
			     words_number(problems, facts->tries_max - facts->tries), NULL);
}
