#include "lib/auth/verify.h"

#include <openssl/err.h>
#include <openssl/hmac.h>
#include <time.h>

#include "lib/auth/mint.h"
#include "lib/base/fail.h"
#include "tests/unit/lib/auth/pems.h"
#include "tests/unit/lib/auth/tokens.h"
#include "tests/unit/run.h"

/* Issuer ISSUER with the P-256 key "k1" and, for those that ask, the RSA key "r1". */
static struct arena *arena;
static struct auth_verifier *verifier;
static struct auth_identity identity;
static EVP_PKEY *ec_key, *rsa_key;

static void trust(const struct auth_issuer_row *issuer, const struct auth_key_row *rows, size_t n)
{
	auth_verifier_set_keys(verifier, auth_keys_new(issuer, 1, rows, n, no_unusable, NULL));
}

static void begin_as(const struct auth_issuer_row *issuer)
{
	struct auth_key_row row = {ISSUER, "k1", NULL};

	arena = arena_new(1 << 20);
	verifier = auth_verifier_new(64);
	ec_key = private_key(ec_p256_pem);
	row.jwk = auth_mint_jwk(ec_p256_pem, "k1", AUTH_ES256, arena);
	trust(issuer, &row, 1);
}

static void begin(void)
{
	begin_as(&good_issuer);
}

/* Trusts an RSA key "r1" instead, registered for `alg`, or for all that RSA can if it is NULL. */
static void begin_rsa(const char *alg)
{
	struct auth_key_row row = {ISSUER, "r1", NULL};

	begin();
	rsa_key = private_key(rsa_2048_pem);
	row.jwk = auth_mint_jwk(rsa_2048_pem, "r1", AUTH_RS256, arena);
	row.jwk = changed(arena, row.jwk,
			  alg == NULL ? "{'alg':null}" : arena_printf(arena, "{'alg':'%s'}", alg));
	trust(&good_issuer, &row, 1);
}

static void end(void)
{
	EVP_PKEY_free(ec_key);
	EVP_PKEY_free(rsa_key);
	ec_key = rsa_key = NULL;
	auth_verifier_free(&verifier);
	arena_free(&arena);
	ck_assert_uint_eq(ERR_peek_error(), 0);
}

static enum auth_verdict verify_at(const char *token, int64_t now_s)
{
	return auth_verify(verifier, token, strlen(token), now_s, arena, &identity);
}

/* Signed well with "k1", whatever header and claims say; JSON in single quotes. */
static const char *signed_token(const char *header, const char *claims)
{
	return signed_ec(arena, ec_key, 32, quoted(arena, header), quoted(arena, claims));
}

static void check_verdict(enum auth_verdict verdict, enum auth_verdict wanted)
{
	ck_assert_str_eq(auth_verdict_text(verdict), auth_verdict_text(wanted));
	/* A refused token tells its reader nothing about anybody. */
	if (verdict != AUTH_OK)
		ck_assert_ptr_null(identity.subject);
	if (verdict != AUTH_OK && verdict != AUTH_KEY_UNKNOWN)
		ck_assert_ptr_null(identity.issuer);
}

#define REFUSES(name, wanted, token)                                                               \
	START_TEST(name)                                                                           \
	{                                                                                          \
		begin();                                                                           \
		check_verdict(verify_at(token, NOW_S), wanted);                                    \
		end();                                                                             \
	}                                                                                          \
	END_TEST

/* A good token but for these changes of the header, or of the claims. */
#define HEADER(changes) signed_token(changed(arena, GOOD_HEADER, changes), GOOD_CLAIMS)
#define CLAIMS(changes) signed_token(GOOD_HEADER, changed(arena, GOOD_CLAIMS, changes))
#define GOOD signed_token(GOOD_HEADER, GOOD_CLAIMS)

START_TEST(a_good_token_is_accepted_and_tells_who)
{
	begin();
	check_verdict(verify_at(GOOD, NOW_S), AUTH_OK);
	ck_assert_str_eq(identity.issuer, ISSUER);
	ck_assert_str_eq(identity.subject, "s-1");
	ck_assert_str_eq(identity.client_id, "c-1");
	ck_assert_str_eq(identity.token_id, "j-1");
	ck_assert_str_eq(identity.scope, "tilskudd:soknad.write tilskudd:sak");
	ck_assert_str_eq(identity.claims, quoted(arena, GOOD_CLAIMS));
	ck_assert_int_eq(identity.issued_at_s, 1799999990);
	ck_assert_int_eq(identity.expires_at_s, 1800000300);
	ck_assert(!identity.development);
	end();
}
END_TEST

static void check_rsa_accepted(const char *alg, const char *digest, int pss_salt_len)
{
	const char *header = arena_printf(arena, "{\"alg\":\"%s\",\"kid\":\"r1\"}", alg);

	check_verdict(verify_at(signed_rsa(arena, rsa_key, digest, pss_salt_len, header,
					   quoted(arena, GOOD_CLAIMS)),
				NOW_S),
		      AUTH_OK);
}

START_TEST(rs256_is_accepted)
{
	begin_rsa("RS256");
	check_rsa_accepted("RS256", "SHA256", 0);
	end();
}
END_TEST

START_TEST(rs384_is_accepted)
{
	begin_rsa("RS384");
	check_rsa_accepted("RS384", "SHA384", 0);
	end();
}
END_TEST

START_TEST(rs512_is_accepted)
{
	begin_rsa("RS512");
	check_rsa_accepted("RS512", "SHA512", 0);
	end();
}
END_TEST

START_TEST(ps256_is_accepted)
{
	begin_rsa("PS256");
	check_rsa_accepted("PS256", "SHA256", RSA_PSS_SALTLEN_DIGEST);
	end();
}
END_TEST

START_TEST(a_key_without_alg_accepts_each_of_its_kind)
{
	begin_rsa(NULL);
	check_rsa_accepted("RS256", "SHA256", 0);
	check_rsa_accepted("PS256", "SHA256", RSA_PSS_SALTLEN_DIGEST);
	end();
}
END_TEST

START_TEST(ps256_with_a_salt_of_another_length_is_refused)
{
	const int lengths[] = {20, 31, 33, RSA_PSS_SALTLEN_MAX};

	begin_rsa("PS256");
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
		check_verdict(verify_at(signed_rsa(arena, rsa_key, "SHA256", lengths[i],
						   "{\"alg\":\"PS256\",\"kid\":\"r1\"}",
						   quoted(arena, GOOD_CLAIMS)),
					NOW_S),
			      AUTH_SIGNATURE);
	end();
}
END_TEST

START_TEST(another_algorithm_of_the_same_key_is_refused)
{
	begin_rsa("RS256");
	check_verdict(verify_at(signed_rsa(arena, rsa_key, "SHA256", RSA_PSS_SALTLEN_DIGEST,
					   "{\"alg\":\"PS256\",\"kid\":\"r1\"}",
					   quoted(arena, GOOD_CLAIMS)),
				NOW_S),
		      AUTH_ALG_REFUSED);
	check_verdict(verify_at(signed_rsa(arena, rsa_key, "SHA512", 0,
					   "{\"alg\":\"RS512\",\"kid\":\"r1\"}",
					   quoted(arena, GOOD_CLAIMS)),
				NOW_S),
		      AUTH_ALG_REFUSED);
	end();
}
END_TEST

static const char *hmac_token(const char *header, const char *secret)
{
	const char *input = signing_input(arena, header, quoted(arena, GOOD_CLAIMS));
	uint8_t mac[EVP_MAX_MD_SIZE];
	unsigned int len;

	HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)input, strlen(input),
	     mac, &len);
	return with_signature(arena, input, mac, len);
}

START_TEST(hs256_with_the_public_pem_as_secret_is_refused)
{
	const char *pem;

	begin_rsa("RS256");
	pem = public_pem(arena, rsa_key);
	check_verdict(verify_at(hmac_token("{\"alg\":\"HS256\",\"kid\":\"r1\"}", pem), NOW_S),
		      AUTH_ALG_REFUSED);
	check_verdict(verify_at(hmac_token("{\"alg\":\"RS256\",\"kid\":\"r1\"}", pem), NOW_S),
		      AUTH_SIGNATURE);
	end();
}
END_TEST

START_TEST(hs256_with_an_empty_secret_is_refused)
{
	begin();
	check_verdict(verify_at(hmac_token("{\"alg\":\"HS256\",\"kid\":\"k1\"}", ""), NOW_S),
		      AUTH_ALG_REFUSED);
	end();
}
END_TEST

START_TEST(alg_none_is_refused_however_it_is_written)
{
	static const char *const names[] = {"none", "None", "NONE", "nOnE", ""};

	begin();
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *header =
			arena_printf(arena, "{\"alg\":\"%s\",\"kid\":\"k1\"}", names[i]);
		const char *input = signing_input(arena, header, quoted(arena, GOOD_CLAIMS));

		check_verdict(verify_at(arena_printf(arena, "%s.", input), NOW_S),
			      AUTH_ALG_REFUSED);
	}
	end();
}
END_TEST

REFUSES(a_missing_alg_is_refused, AUTH_ALG_REFUSED, HEADER("{'alg':null}"))
REFUSES(an_alg_that_is_no_text_is_refused, AUTH_ALG_REFUSED, HEADER("{'alg':['ES256']}"))
REFUSES(an_alg_in_lower_case_is_refused, AUTH_ALG_REFUSED, HEADER("{'alg':'es256'}"))
REFUSES(the_alg_of_a_key_of_another_kind_is_refused, AUTH_ALG_REFUSED, HEADER("{'alg':'RS256'}"))

REFUSES(a_missing_kid_is_refused, AUTH_HEADER_NO_KEY_ID, HEADER("{'kid':null}"))
REFUSES(a_kid_that_is_no_text_is_refused, AUTH_HEADER_NO_KEY_ID, HEADER("{'kid':1}"))
REFUSES(an_unknown_typ_is_refused, AUTH_HEADER_TYPE, HEADER("{'typ':'dpop+jwt'}"))
REFUSES(a_typ_that_is_no_text_is_refused, AUTH_HEADER_TYPE, HEADER("{'typ':1}"))
REFUSES(crit_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'crit':['exp'],'exp':1}"))
REFUSES(b64_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'b64':false}"))
REFUSES(jku_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'jku':'https://evil.test/jwks'}"))
REFUSES(x5u_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'x5u':'https://evil.test/x'}"))
REFUSES(x5c_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'x5c':['MIIB']}"))
REFUSES(a_key_of_its_own_is_refused, AUTH_HEADER_FORBIDDEN, HEADER("{'jwk':{'kty':'EC'}}"))
REFUSES(a_doubled_alg_is_refused, AUTH_HEADER_MALFORMED,
	signed_token("{'alg':'none','alg':'ES256','kid':'k1'}", GOOD_CLAIMS))
REFUSES(a_doubled_kid_is_refused, AUTH_HEADER_MALFORMED,
	signed_token("{'alg':'ES256','kid':'k1','kid':'k1'}", GOOD_CLAIMS))
REFUSES(a_header_that_is_no_object_is_refused, AUTH_HEADER_MALFORMED,
	signed_token("['ES256']", GOOD_CLAIMS))
REFUSES(an_empty_header_is_refused, AUTH_HEADER_MALFORMED, signed_token("", GOOD_CLAIMS))
REFUSES(a_doubled_sub_is_refused, AUTH_CLAIMS_MALFORMED,
	signed_token(GOOD_HEADER, "{'sub':'a','iss':'" ISSUER "','sub':'b'}"))
REFUSES(claims_that_are_no_object_are_refused, AUTH_CLAIMS_MALFORMED,
	signed_token(GOOD_HEADER, "[1]"))
REFUSES(claims_with_a_byte_order_mark_are_refused, AUTH_CLAIMS_MALFORMED,
	signed_token(GOOD_HEADER, "\xef\xbb\xbf" GOOD_CLAIMS))
REFUSES(a_nul_in_a_claim_is_refused, AUTH_CLAIMS_MALFORMED,
	signed_token(GOOD_HEADER, "{'iss':'" ISSUER "\\u0000.evil'}"))
REFUSES(deep_claims_are_refused, AUTH_CLAIMS_MALFORMED,
	CLAIMS("{'a':[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]}"))

REFUSES(an_unknown_issuer_is_refused, AUTH_ISSUER_UNKNOWN, CLAIMS("{'iss':'https://evil.test'}"))
REFUSES(an_issuer_with_a_slash_more_is_refused, AUTH_ISSUER_UNKNOWN,
	CLAIMS("{'iss':'" ISSUER "/'}"))
REFUSES(an_issuer_in_other_case_is_refused, AUTH_ISSUER_UNKNOWN,
	CLAIMS("{'iss':'https://Issuer.test'}"))
REFUSES(a_missing_issuer_is_refused, AUTH_ISSUER_UNKNOWN, CLAIMS("{'iss':null}"))
REFUSES(an_issuer_that_is_no_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'iss':['" ISSUER "']}"))

REFUSES(another_audience_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':'other'}"))
REFUSES(an_audience_in_other_case_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':'Trinn'}"))
REFUSES(a_missing_audience_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':null}"))
REFUSES(an_unspecified_audience_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':'unspecified'}"))
REFUSES(an_empty_list_of_audiences_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':[]}"))
REFUSES(a_list_of_other_audiences_is_refused, AUTH_AUDIENCE, CLAIMS("{'aud':['a','b']}"))
REFUSES(an_audience_that_is_no_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'aud':{'trinn':1}}"))
REFUSES(a_list_with_an_audience_that_is_no_text_is_refused, AUTH_CLAIM_TYPE,
	CLAIMS("{'aud':['trinn',1]}"))

REFUSES(an_expired_token_is_refused, AUTH_EXPIRED, CLAIMS("{'exp':1799999999}"))
REFUSES(a_token_is_expired_in_the_second_of_its_exp, AUTH_EXPIRED, CLAIMS("{'exp':1800000000}"))
REFUSES(a_missing_exp_is_refused, AUTH_NO_TIMES, CLAIMS("{'exp':null}"))
REFUSES(a_missing_iat_is_refused, AUTH_NO_TIMES, CLAIMS("{'iat':null}"))
REFUSES(an_exp_that_is_a_real_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'exp':1.8000003e9}"))
REFUSES(an_exp_that_is_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'exp':'1800000300'}"))
REFUSES(a_negative_exp_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'exp':-1}"))
REFUSES(an_exp_beyond_all_calendars_is_refused, AUTH_CLAIM_TYPE,
	CLAIMS("{'exp':9223372036854775807}"))
REFUSES(a_negative_iat_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'iat':-9223372036854775808}"))
REFUSES(a_token_issued_beyond_the_leeway_is_refused, AUTH_NOT_YET_VALID,
	CLAIMS("{'iat':1800000011}"))
REFUSES(a_token_not_valid_before_the_leeway_is_refused, AUTH_NOT_YET_VALID,
	CLAIMS("{'nbf':1800000011}"))
REFUSES(an_nbf_that_is_a_real_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'nbf':1.0}"))
REFUSES(a_token_that_lives_too_long_is_refused, AUTH_LIFETIME, CLAIMS("{'exp':1800003591}"))

REFUSES(neither_sub_nor_client_id_is_refused, AUTH_NO_SUBJECT,
	CLAIMS("{'sub':null,'client_id':null}"))
REFUSES(an_empty_sub_is_refused, AUTH_NO_SUBJECT, CLAIMS("{'sub':''}"))
REFUSES(an_empty_client_id_is_refused, AUTH_NO_SUBJECT, CLAIMS("{'sub':null,'client_id':''}"))
REFUSES(a_sub_that_is_no_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'sub':7}"))
REFUSES(a_client_id_that_is_no_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'client_id':7}"))
REFUSES(a_scope_that_is_a_list_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'scope':['a']}"))
REFUSES(a_jti_that_is_no_text_is_refused, AUTH_CLAIM_TYPE, CLAIMS("{'jti':7}"))

REFUSES(an_empty_token_is_refused, AUTH_PARTS, "")
REFUSES(a_token_without_dots_is_refused, AUTH_PARTS, "abcd")
REFUSES(two_parts_are_refused, AUTH_PARTS, "e30.e30")
REFUSES(four_parts_are_refused, AUTH_PARTS, arena_printf(arena, "%s.AAAA", GOOD))
REFUSES(five_parts_are_refused, AUTH_PARTS, "a.b.c.d.e")
REFUSES(padding_is_refused, AUTH_ENCODING, arena_printf(arena, "%s==", GOOD))
REFUSES(a_space_in_front_is_refused, AUTH_ENCODING, arena_printf(arena, " %s", GOOD))
REFUSES(a_line_end_behind_is_refused, AUTH_ENCODING, arena_printf(arena, "%s\n", GOOD))
REFUSES(base64_of_the_other_alphabet_is_refused, AUTH_ENCODING, "e30+.e30.AAAA")
REFUSES(a_missing_signature_is_refused, AUTH_SIGNATURE,
	arena_printf(arena, "%s.", signing_input(arena, quoted(arena, GOOD_HEADER),
						 quoted(arena, GOOD_CLAIMS))))

/* Each character but the last carries six bits of the signature, the last of 86 only four. */
START_TEST(a_last_character_with_stray_bits_is_refused)
{
	static const char alphabet[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	char *token, *last;

	begin();
	token = arena_strdup(arena, GOOD);
	last = token + strlen(token) - 1;
	*last = alphabet[(strchr(alphabet, *last) - alphabet) | 1];
	check_verdict(verify_at(token, NOW_S), AUTH_ENCODING);
	end();
}
END_TEST

START_TEST(a_token_of_8_kib_is_read_and_one_byte_more_is_not)
{
	char *token;
	size_t len;

	begin();
	token = arena_alloc(arena, AUTH_TOKEN_LEN_MAX + 2);
	memset(token, 'A', AUTH_TOKEN_LEN_MAX + 1);
	check_verdict(auth_verify(verifier, token, AUTH_TOKEN_LEN_MAX, NOW_S, arena, &identity),
		      AUTH_PARTS);
	check_verdict(auth_verify(verifier, token, AUTH_TOKEN_LEN_MAX + 1, NOW_S, arena, &identity),
		      AUTH_TOO_LONG);
	for (len = 5800;; len += UNDER_VALGRIND(20, 1)) {
		const char *padded = CLAIMS(arena_printf(arena, "{'pad':'%0*d'}", (int)len, 0));

		if (strlen(padded) > AUTH_TOKEN_LEN_MAX) {
			check_verdict(verify_at(padded, NOW_S), AUTH_TOO_LONG);
			break;
		}
		check_verdict(verify_at(padded, NOW_S), AUTH_OK);
	}
	end();
}
END_TEST

START_TEST(a_token_changed_in_any_byte_is_refused)
{
	char *token;

	begin();
	token = arena_strdup(arena, GOOD);
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	for (size_t i = 0; i < strlen(token); i += UNDER_VALGRIND(31, 3)) {
		char was = token[i];

		token[i] = was == 'A' ? 'B' : 'A';
		ck_assert_msg(verify_at(token, NOW_S) != AUTH_OK, "byte %zu", i);
		token[i] = was;
	}
	end();
}
END_TEST

START_TEST(es256_signatures_of_other_lengths_are_refused)
{
	const char *input;
	uint8_t der[256];
	size_t len;

	begin();
	input = signing_input(arena, quoted(arena, GOOD_HEADER), quoted(arena, GOOD_CLAIMS));
	for (size_t r_len = 33; r_len <= 48; r_len += 15)
		check_verdict(verify_at(signed_ec(arena, ec_key, r_len, quoted(arena, GOOD_HEADER),
						  quoted(arena, GOOD_CLAIMS)),
					NOW_S),
			      AUTH_SIGNATURE);
	len = sign(ec_key, "SHA256", 0, input, der, sizeof(der));
	check_verdict(verify_at(with_signature(arena, input, der, len), NOW_S), AUTH_SIGNATURE);
	check_verdict(verify_at(with_signature(arena, input, der, 63), NOW_S), AUTH_SIGNATURE);
	check_verdict(verify_at(with_signature(arena, input, der, 32), NOW_S), AUTH_SIGNATURE);
	end();
}
END_TEST

START_TEST(es256_by_a_p384_key_is_refused)
{
	EVP_PKEY *p384;

	begin();
	p384 = EVP_EC_gen("P-384");
	check_verdict(verify_at(signed_ec(arena, p384, 48, quoted(arena, GOOD_HEADER),
					  quoted(arena, GOOD_CLAIMS)),
				NOW_S),
		      AUTH_SIGNATURE);
	EVP_PKEY_free(p384);
	end();
}
END_TEST

START_TEST(a_key_of_somebody_else_is_refused)
{
	EVP_PKEY *other;

	begin();
	other = EVP_EC_gen("P-256");
	check_verdict(verify_at(signed_ec(arena, other, 32, quoted(arena, GOOD_HEADER),
					  quoted(arena, GOOD_CLAIMS)),
				NOW_S),
		      AUTH_SIGNATURE);
	EVP_PKEY_free(other);
	end();
}
END_TEST

START_TEST(a_signature_too_long_for_any_key_is_refused)
{
	static const uint8_t zeros[AUTH_TOKEN_LEN_MAX / 4];

	begin();
	check_verdict(verify_at(with_signature(arena,
					       signing_input(arena, quoted(arena, GOOD_HEADER),
							     quoted(arena, GOOD_CLAIMS)),
					       zeros, sizeof(zeros)),
				NOW_S),
		      AUTH_ENCODING);
	end();
}
END_TEST

/* A flood of invented kids is no flood of questions, and no end to them. */
START_TEST(an_unknown_kid_names_the_issuer_to_be_asked_once_a_second)
{
	begin();
	for (int64_t now_s = NOW_S; now_s < NOW_S + 3; now_s++) {
		check_verdict(verify_at(HEADER("{'kid':'k2'}"), now_s), AUTH_KEY_UNKNOWN);
		ck_assert_str_eq(identity.issuer, ISSUER);
		check_verdict(verify_at(HEADER("{'kid':'k2'}"), now_s), AUTH_KEY_UNKNOWN);
		ck_assert_ptr_null(identity.issuer);
		check_verdict(verify_at(HEADER("{'kid':''}"), now_s), AUTH_KEY_UNKNOWN);
		ck_assert_ptr_null(identity.issuer);
	}
	end();
}
END_TEST

START_TEST(an_issuer_without_keys_is_to_be_asked)
{
	begin();
	trust(&good_issuer, NULL, 0);
	check_verdict(verify_at(GOOD, NOW_S), AUTH_KEY_UNKNOWN);
	ck_assert_str_eq(identity.issuer, ISSUER);
	end();
}
END_TEST

/* The key of one issuer is no key of another. */
START_TEST(an_issuer_cannot_speak_with_the_key_of_another)
{
	struct auth_issuer_row issuers[] = {good_issuer, good_issuer};
	struct auth_key_row row = {"https://other.test", "k1", NULL};
	const char *pem;

	begin();
	issuers[1].iss = "https://other.test";
	pem = auth_mint_key(AUTH_ES256, arena);
	row.jwk = auth_mint_jwk(pem, "k1", AUTH_ES256, arena);
	auth_verifier_set_keys(verifier,
			       auth_keys_new(issuers, 2, &row, 1, no_unusable, NULL));
	EVP_PKEY_free(ec_key);
	ec_key = private_key(pem);
	check_verdict(verify_at(CLAIMS("{'iss':'https://other.test'}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(GOOD, NOW_S), AUTH_KEY_UNKNOWN);
	end();
}
END_TEST

START_TEST(types_of_access_tokens_are_accepted)
{
	begin();
	check_verdict(verify_at(HEADER("{'typ':null}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(HEADER("{'typ':'JWT'}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(HEADER("{'typ':'AT+JWT'}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(HEADER("{'typ':'application/at+jwt','x5t':'y'}"), NOW_S), AUTH_OK);
	end();
}
END_TEST

START_TEST(one_of_several_audiences_may_be_ours)
{
	begin();
	check_verdict(verify_at(CLAIMS("{'aud':['other','trinn']}"), NOW_S), AUTH_OK);
	end();
}
END_TEST

START_TEST(an_optional_audience_may_be_absent_or_unspecified_but_not_another)
{
	struct auth_issuer_row issuer = good_issuer;

	issuer.audience_optional = true;
	issuer.audience = NULL;
	begin_as(&issuer);
	check_verdict(verify_at(CLAIMS("{'aud':null}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(CLAIMS("{'aud':'unspecified'}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(CLAIMS("{'aud':'trinn'}"), NOW_S), AUTH_AUDIENCE);
	check_verdict(verify_at(CLAIMS("{'aud':[]}"), NOW_S), AUTH_AUDIENCE);
	end();
}
END_TEST

START_TEST(times_are_accepted_up_to_their_limits)
{
	begin();
	check_verdict(verify_at(CLAIMS("{'iat':1800000010,'nbf':1800000010}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(CLAIMS("{'exp':1800000001}"), NOW_S), AUTH_OK);
	check_verdict(verify_at(CLAIMS("{'exp':1800003590}"), NOW_S), AUTH_OK);
	end();
}
END_TEST

/* Maskinporten sends no sub, Entra ID azp and scp in place of client_id and scope. */
START_TEST(tokens_of_machines_and_of_entra_are_understood)
{
	begin();
	check_verdict(verify_at(CLAIMS("{'sub':null,'consumer':{'authority':'iso6523-actorid-upis',"
				       "'ID':'0192:987654325'}}"),
				NOW_S),
		      AUTH_OK);
	ck_assert_ptr_null(identity.subject);
	ck_assert_str_eq(identity.client_id, "c-1");
	ck_assert_ptr_nonnull(strstr(identity.claims, "0192:987654325"));
	check_verdict(verify_at(CLAIMS("{'client_id':null,'azp':'app','scope':null,'scp':'a b',"
				       "'jti':null}"),
				NOW_S),
		      AUTH_OK);
	ck_assert_str_eq(identity.client_id, "app");
	ck_assert_str_eq(identity.scope, "a b");
	ck_assert_ptr_null(identity.token_id);
	check_verdict(verify_at(CLAIMS("{'scope':null}"), NOW_S), AUTH_OK);
	ck_assert_str_eq(identity.scope, "");
	end();
}
END_TEST

START_TEST(the_development_issuer_marks_its_identities)
{
	struct auth_issuer_row issuer = good_issuer;

	issuer.development = true;
	begin_as(&issuer);
	check_verdict(verify_at(GOOD, NOW_S), AUTH_OK);
	ck_assert(identity.development);
	end();
}
END_TEST

START_TEST(a_remembered_token_still_expires)
{
	const char *token;

	begin();
	token = GOOD;
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	check_verdict(verify_at(token, NOW_S + 299), AUTH_OK);
	check_verdict(verify_at(token, NOW_S + 300), AUTH_EXPIRED);
	/* A clock that was set back. */
	check_verdict(verify_at(token, NOW_S - 21), AUTH_NOT_YET_VALID);
	end();
}
END_TEST

START_TEST(a_remembered_token_says_the_same_as_at_first)
{
	struct auth_identity first;
	const char *token;

	begin();
	token = GOOD;
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	first = identity;
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	ck_assert_str_eq(identity.claims, first.claims);
	ck_assert_str_eq(identity.subject, first.subject);
	ck_assert_str_eq(identity.scope, first.scope);
	ck_assert_int_eq(identity.expires_at_s, first.expires_at_s);
	end();
}
END_TEST

START_TEST(keys_rotate_without_a_restart)
{
	struct auth_key_row rows[2] = {{ISSUER, "k1", NULL}, {ISSUER, "k2", NULL}};
	const char *pems[2], *tokens[2];

	begin();
	for (size_t i = 0; i < 2; i++) {
		pems[i] = auth_mint_key(AUTH_ES256, arena);
		rows[i].jwk = auth_mint_jwk(pems[i], rows[i].kid, AUTH_ES256, arena);
		tokens[i] = auth_mint_token(pems[i], rows[i].kid, AUTH_ES256,
					    quoted(arena, GOOD_CLAIMS), arena);
	}
	trust(&good_issuer, &rows[0], 1);
	check_verdict(verify_at(tokens[0], NOW_S), AUTH_OK);
	check_verdict(verify_at(tokens[1], NOW_S), AUTH_KEY_UNKNOWN);
	trust(&good_issuer, rows, 2);
	check_verdict(verify_at(tokens[0], NOW_S), AUTH_OK);
	check_verdict(verify_at(tokens[1], NOW_S), AUTH_OK);
	/* What was remembered by the key that is gone is forgotten with it. */
	trust(&good_issuer, &rows[1], 1);
	check_verdict(verify_at(tokens[0], NOW_S), AUTH_KEY_UNKNOWN);
	check_verdict(verify_at(tokens[1], NOW_S), AUTH_OK);
	end();
}
END_TEST

START_TEST(a_key_replaced_under_its_kid_ends_what_was_remembered)
{
	struct auth_key_row row = {ISSUER, "k1", NULL};
	const char *token;

	begin();
	token = GOOD;
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	row.jwk = auth_mint_jwk(auth_mint_key(AUTH_ES256, arena), "k1", AUTH_ES256, arena);
	trust(&good_issuer, &row, 1);
	check_verdict(verify_at(token, NOW_S), AUTH_SIGNATURE);
	end();
}
END_TEST

START_TEST(an_issuer_taken_away_ends_what_was_remembered)
{
	const char *token;

	begin();
	token = GOOD;
	check_verdict(verify_at(token, NOW_S), AUTH_OK);
	auth_verifier_set_keys(verifier, auth_keys_new(NULL, 0, NULL, 0, no_unusable, NULL));
	check_verdict(verify_at(token, NOW_S), AUTH_ISSUER_UNKNOWN);
	end();
}
END_TEST

START_TEST(more_tokens_than_are_remembered_are_verified_all_the_same)
{
	begin();
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < UNDER_VALGRIND(80, 200); i++)
			check_verdict(
				verify_at(CLAIMS(arena_printf(arena, "{'jti':'%d'}", i)), NOW_S),
				AUTH_OK);
	end();
}
END_TEST

START_TEST(a_token_whose_subject_is_its_client_is_a_machines)
{
	begin();
	check_verdict(verify_at(GOOD, NOW_S), AUTH_OK);
	ck_assert(!auth_is_machine(&identity));
	check_verdict(verify_at(CLAIMS("{'client_id':null}"), NOW_S), AUTH_OK);
	ck_assert(!auth_is_machine(&identity));
	check_verdict(verify_at(CLAIMS("{'sub':'c-1'}"), NOW_S), AUTH_OK);
	ck_assert(auth_is_machine(&identity));
	ck_assert_ptr_null(identity.subject);
	ck_assert_str_eq(auth_name(&identity), "c-1");
	check_verdict(verify_at(CLAIMS("{'sub':null}"), NOW_S), AUTH_OK);
	ck_assert(auth_is_machine(&identity));
	end();
}
END_TEST

START_TEST(scopes_are_whole_words)
{
	ck_assert(auth_scope_has("a:b a:b.write", "a:b"));
	ck_assert(auth_scope_has("a:b a:b.write", "a:b.write"));
	ck_assert(auth_scope_has("x  y", "y"));
	ck_assert(!auth_scope_has("a:b.write", "a:b"));
	ck_assert(!auth_scope_has("a:b", "a:b.write"));
	ck_assert(!auth_scope_has("a b", "a b"));
	ck_assert(!auth_scope_has("a b", ""));
	ck_assert(!auth_scope_has("", "a"));
}
END_TEST

/* Without assertions, which are for tests. */
static void use_openssl_with(enum auth_alg alg, const char *pem)
{
	struct arena *work = arena_new(1 << 16);
	const struct auth_key_row row = {ISSUER, "k1", auth_mint_jwk(pem, "k1", alg, work)};
	const char *token = auth_mint_token(pem, "k1", alg, quoted(work, GOOD_CLAIMS), work);
	struct auth_verifier *user = auth_verifier_new(4);

	auth_verifier_set_keys(user, auth_keys_new(&good_issuer, 1, &row, 1, no_unusable, NULL));
	MUST(auth_verify(user, token, strlen(token), NOW_S, work, &identity) == AUTH_OK);
	auth_verifier_free(&user);
	arena_free(&work);
}

/* OpenSSL sets itself up at its first key and signature of a kind. */
static void use_openssl(void)
{
	use_openssl_with(AUTH_RS256, rsa_2048_pem);
	use_openssl_with(AUTH_ES256, ec_p256_pem);
}

RUN_TESTS_AFTER(
	use_openssl(), TEST(a_good_token_is_accepted_and_tells_who), TEST(rs256_is_accepted),
	TEST(rs384_is_accepted), TEST(rs512_is_accepted), TEST(ps256_is_accepted),
	TEST(a_key_without_alg_accepts_each_of_its_kind),
	TEST(ps256_with_a_salt_of_another_length_is_refused),
	TEST(another_algorithm_of_the_same_key_is_refused),
	TEST(hs256_with_the_public_pem_as_secret_is_refused),
	TEST(hs256_with_an_empty_secret_is_refused),
	TEST(alg_none_is_refused_however_it_is_written), TEST(a_missing_alg_is_refused),
	TEST(an_alg_that_is_no_text_is_refused), TEST(an_alg_in_lower_case_is_refused),
	TEST(the_alg_of_a_key_of_another_kind_is_refused), TEST(a_missing_kid_is_refused),
	TEST(a_kid_that_is_no_text_is_refused), TEST(an_unknown_typ_is_refused),
	TEST(a_typ_that_is_no_text_is_refused), TEST(crit_is_refused), TEST(b64_is_refused),
	TEST(jku_is_refused), TEST(x5u_is_refused), TEST(x5c_is_refused),
	TEST(a_key_of_its_own_is_refused), TEST(a_doubled_alg_is_refused),
	TEST(a_doubled_kid_is_refused), TEST(a_header_that_is_no_object_is_refused),
	TEST(an_empty_header_is_refused), TEST(a_doubled_sub_is_refused),
	TEST(claims_that_are_no_object_are_refused),
	TEST(claims_with_a_byte_order_mark_are_refused), TEST(a_nul_in_a_claim_is_refused),
	TEST(deep_claims_are_refused), TEST(an_unknown_issuer_is_refused),
	TEST(an_issuer_with_a_slash_more_is_refused), TEST(an_issuer_in_other_case_is_refused),
	TEST(a_missing_issuer_is_refused), TEST(an_issuer_that_is_no_text_is_refused),
	TEST(another_audience_is_refused), TEST(an_audience_in_other_case_is_refused),
	TEST(a_missing_audience_is_refused), TEST(an_unspecified_audience_is_refused),
	TEST(an_empty_list_of_audiences_is_refused), TEST(a_list_of_other_audiences_is_refused),
	TEST(an_audience_that_is_no_text_is_refused),
	TEST(a_list_with_an_audience_that_is_no_text_is_refused), TEST(an_expired_token_is_refused),
	TEST(a_token_is_expired_in_the_second_of_its_exp), TEST(a_missing_exp_is_refused),
	TEST(a_missing_iat_is_refused), TEST(an_exp_that_is_a_real_is_refused),
	TEST(an_exp_that_is_text_is_refused), TEST(a_negative_exp_is_refused),
	TEST(an_exp_beyond_all_calendars_is_refused), TEST(a_negative_iat_is_refused),
	TEST(a_token_issued_beyond_the_leeway_is_refused),
	TEST(a_token_not_valid_before_the_leeway_is_refused),
	TEST(an_nbf_that_is_a_real_is_refused), TEST(a_token_that_lives_too_long_is_refused),
	TEST(neither_sub_nor_client_id_is_refused), TEST(an_empty_sub_is_refused),
	TEST(an_empty_client_id_is_refused), TEST(a_sub_that_is_no_text_is_refused),
	TEST(a_client_id_that_is_no_text_is_refused), TEST(a_scope_that_is_a_list_is_refused),
	TEST(a_jti_that_is_no_text_is_refused), TEST(an_empty_token_is_refused),
	TEST(a_token_without_dots_is_refused), TEST(two_parts_are_refused),
	TEST(four_parts_are_refused), TEST(five_parts_are_refused), TEST(padding_is_refused),
	TEST(a_space_in_front_is_refused), TEST(a_line_end_behind_is_refused),
	TEST(base64_of_the_other_alphabet_is_refused), TEST(a_missing_signature_is_refused),
	TEST(a_last_character_with_stray_bits_is_refused),
	TEST(a_token_of_8_kib_is_read_and_one_byte_more_is_not),
	TEST(a_token_changed_in_any_byte_is_refused),
	TEST(es256_signatures_of_other_lengths_are_refused), TEST(es256_by_a_p384_key_is_refused),
	TEST(a_key_of_somebody_else_is_refused), TEST(a_signature_too_long_for_any_key_is_refused),
	TEST(an_unknown_kid_names_the_issuer_to_be_asked_once_a_second),
	TEST(an_issuer_without_keys_is_to_be_asked),
	TEST(an_issuer_cannot_speak_with_the_key_of_another),
	TEST(types_of_access_tokens_are_accepted), TEST(one_of_several_audiences_may_be_ours),
	TEST(an_optional_audience_may_be_absent_or_unspecified_but_not_another),
	TEST(times_are_accepted_up_to_their_limits),
	TEST(tokens_of_machines_and_of_entra_are_understood),
	TEST(the_development_issuer_marks_its_identities), TEST(a_remembered_token_still_expires),
	TEST(a_remembered_token_says_the_same_as_at_first), TEST(keys_rotate_without_a_restart),
	TEST(a_key_replaced_under_its_kid_ends_what_was_remembered),
	TEST(an_issuer_taken_away_ends_what_was_remembered),
	TEST(more_tokens_than_are_remembered_are_verified_all_the_same),
	TEST(a_token_whose_subject_is_its_client_is_a_machines), TEST(scopes_are_whole_words))
