/*
 * Who is disqualified from a case takes no step in it (forvaltningsloven § 6), asked for every
 * command in one place. A command is on the cases whose guards it changes. What x-step of the
 * operation says of it counts: what decides is refused to subordinates of the disqualified too, and
 * to whom a question of disqualification stands open; what prepares may be done by the disqualified
 * themselves where it cannot wait (§ 10), with the member `urgentGrounds` of the body, which the
 * audit keeps; what is about the person is no step in the case.
 */
#ifndef TRINN_API_COMMAND_DISQUALIFIED_H
#define TRINN_API_COMMAND_DISQUALIFIED_H

struct act;

/* Adds DISQUALIFIED to the problems of an act that was loaded. */
void refuse_disqualified(struct act *act);

/* What the body gives as grounds for not waiting; NULL: none. */
const char *urgent_grounds(const struct act *act);

#endif
