/*
 * Who is disqualified from a case takes no step in it (forvaltningsloven § 6), asked for every
 * command in one place. A command is on the cases whose guards it changes. What x-step of the
 * operation says of it counts: what decides is refused to subordinates of the disqualified too, and
 * to whom a question of disqualification stands open; what prepares may be done by the disqualified
 * themselves where it cannot wait (§ 10), with the member `urgentGrounds` of the body, which the
 * audit keeps and nobody else gives; what is about the person is no step in the case.
 *
 * Whoever has a role at a party, hub, firm or fagpartner, is disqualified from its cases without
 * anybody's saying so (§ 6 first paragraph letters d and e). A hub may have thousands, so that
 * which of the guards are of one is asked after the load, and only of the few who have such a role.
 */
#ifndef TRINN_API_COMMAND_DISQUALIFIED_H
#define TRINN_API_COMMAND_DISQUALIFIED_H

#include <stdbool.h>
#include <stddef.h>

struct act;
struct command;
struct db_segment;
struct pg_result;

/* Of an act that was loaded: whether its caller has a role at a party of some case, so that
 * load_own_cases() is to be run, and what it gave told to read_own_cases() before anything is
 * decided. False, and logged, if its text does not fit. */
bool may_be_own_case(const struct act *act);
void load_own_cases(struct act *act, struct db_segment *segment);
bool read_own_cases(struct act *act, const struct pg_result *rows);

/* Before anything else of a segment: a case that is closed to the caller's eyes is open to a step
 * that prepares and is said not to be able to wait. */
void open_to_urgent(const struct act *act, struct db_segment *segment);

/* Adds DISQUALIFIED to the problems of an act that was loaded, or NOT_DISQUALIFIED. */
void refuse_disqualified(struct act *act);

/* Adds DISQUALIFIED to what the caller is warned of, where one of the commands may be taken with
 * urgentGrounds alone: it is permitted, as nobody has said yet whether it can wait. */
void warn_disqualified(struct act *act, const struct command *const *commands, size_t n);

/* What the body gives as grounds for not waiting; NULL: none. */
const char *urgent_grounds(const struct act *act);

#endif
