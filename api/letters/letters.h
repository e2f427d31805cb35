/*
 * Letters: what a county tells a party in writing (forvaltningsloven §§ 23-27), as PDF.
 *
 * One is written when what it tells of is made known, by trigger; trinn-jobs makes its PDF
 * (cmd/trinn-jobs/letters.c), a document of the case. What it says is data (sql/migrations,
 * letters). Here they are read, and one is asked for in the other language.
 */
#ifndef TRINN_API_LETTERS_LETTERS_H
#define TRINN_API_LETTERS_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "api/command/caller.h"
#include "api/problems/problems.h"

struct new_letter_facts {
	struct caller caller;
	int64_t id;
	bool has_letter; /* the one to be told in another language is of the case */
	bool is_asked;   /* it is there in that language, made or waiting */
};

struct new_letter_input {
	int64_t letter_id;
	const char *language; /* nb or en */
};

void decide_ask_letter(const struct new_letter_facts *facts, const struct new_letter_input *input,
		       struct problems *problems);

#endif
