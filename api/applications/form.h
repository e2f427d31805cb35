/* A call's form: a JSON Schema that the caseworker writes and the answers are checked against. */
#ifndef TRINN_API_APPLICATIONS_FORM_H
#define TRINN_API_APPLICATIONS_FORM_H

#include "api/problems/problems.h"

/* Every keyword of the form that this service does not know is a problem at "#/form/...". */
void form_check_schema(const char *form, struct problems *problems);

/* Every fault of the answers, at "#/answers/...". */
void form_check(const char *form, const char *answers, struct problems *problems);

#endif
