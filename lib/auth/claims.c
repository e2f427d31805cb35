/* Each claim is absent, or of its type, or the token is refused. */
#include "lib/auth/claims.h"

#include <stdbool.h>
#include <string.h>

#include "lib/auth/token.h"

#define TIME_MAX_S INT64_C(253402300799) /* the end of the year 9999: sums cannot overflow */

/* Maskinporten's word for a token that names no audience. */
#define UNSPECIFIED "unspecified"

/* A NumericDate without a fraction; -1 if it is absent. False if it is anything else. */
static bool time_of(json_t *claims, const char *name, int64_t *time_out)
{
	json_t *member = json_object_get(claims, name);

	*time_out = -1;
	if (member == NULL)
		return true;
	*time_out = json_integer_value(member);
	return json_is_integer(member) && *time_out >= 0 && *time_out <= TIME_MAX_S;
}

/* The first of two claims that is there. */
static bool either_text(json_t *claims, const char *name, const char *other, const char **text_out)
{
	if (!auth_text_of(claims, name, text_out))
		return false;
	return *text_out != NULL || auth_text_of(claims, other, text_out);
}

static bool names_us(json_t *item, const struct auth_issuer_row *issuer)
{
	const char *text = json_string_value(item);

	if (issuer->audience != NULL && strcmp(text, issuer->audience) == 0)
		return true;
	return issuer->audience_optional && strcmp(text, UNSPECIFIED) == 0;
}

/* `aud` is a string or an array of strings. */
static enum auth_verdict judge_audience(json_t *claims, const struct auth_issuer_row *issuer)
{
	json_t *audience = json_object_get(claims, "aud"), *item;
	bool is_ours = false;
	size_t i;

	if (audience == NULL)
		return issuer->audience_optional ? AUTH_OK : AUTH_AUDIENCE;
	if (json_is_string(audience))
		return names_us(audience, issuer) ? AUTH_OK : AUTH_AUDIENCE;
	if (!json_is_array(audience))
		return AUTH_CLAIM_TYPE;
	json_array_foreach(audience, i, item) {
		if (!json_is_string(item))
			return AUTH_CLAIM_TYPE;
		if (names_us(item, issuer))
			is_ours = true;
	}
	return is_ours ? AUTH_OK : AUTH_AUDIENCE;
}

static enum auth_verdict read_times(json_t *claims, const struct auth_issuer_row *issuer,
				    struct auth_identity *identity, int64_t *valid_from_s)
{
	int64_t issued, expires, not_before;

	if (!time_of(claims, "exp", &expires) || !time_of(claims, "iat", &issued) ||
	    !time_of(claims, "nbf", &not_before))
		return AUTH_CLAIM_TYPE;
	if (expires < 0 || issued < 0)
		return AUTH_NO_TIMES;
	if (expires - issued > issuer->max_lifetime_s)
		return AUTH_LIFETIME;
	identity->issued_at_s = issued;
	identity->expires_at_s = expires;
	*valid_from_s = (not_before > issued ? not_before : issued) - issuer->leeway_s;
	return AUTH_OK;
}

static enum auth_verdict read_texts(json_t *claims, struct auth_identity *identity)
{
	if (!auth_text_of(claims, "sub", &identity->subject) ||
	    !either_text(claims, "client_id", "azp", &identity->client_id) ||
	    !either_text(claims, "scope", "scp", &identity->scope) ||
	    !auth_text_of(claims, "jti", &identity->token_id))
		return AUTH_CLAIM_TYPE;
	if (identity->scope == NULL)
		identity->scope = "";
	/* RFC 9068, 5: who chooses the name of a client may choose that of a person. */
	if (identity->subject != NULL && identity->client_id != NULL &&
	    strcmp(identity->subject, identity->client_id) == 0)
		identity->subject = NULL;
	return AUTH_OK;
}

/* A person has a subject. A machine may have its client alone; an empty text is nobody. */
static bool is_somebody(const struct auth_identity *identity)
{
	const char *name = auth_name(identity);

	return name != NULL && name[0] != '\0';
}

enum auth_verdict auth_claims_read(json_t *claims, const struct auth_issuer_row *issuer,
				   struct auth_identity *identity_out, int64_t *valid_from_s_out)
{
	enum auth_verdict verdict = judge_audience(claims, issuer);

	*identity_out = (struct auth_identity){
		.issuer = issuer->iss,
		.development = issuer->development,
	};
	if (verdict == AUTH_OK)
		verdict = read_times(claims, issuer, identity_out, valid_from_s_out);
	if (verdict == AUTH_OK)
		verdict = read_texts(claims, identity_out);
	if (verdict == AUTH_OK && !is_somebody(identity_out))
		verdict = AUTH_NO_SUBJECT;
	return verdict;
}
