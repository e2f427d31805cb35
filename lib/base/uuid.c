#include "lib/base/uuid.h"

#include <openssl/evp.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/fail.h"
#include "lib/base/hex.h"

#define UUID_BYTES 16

/* RFC 9562 6.6: the name space of URLs. */
static const uint8_t url_space[UUID_BYTES] = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
					      0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};

static void digest_of(const char *name, uint8_t out[EVP_MAX_MD_SIZE])
{
	EVP_MD_CTX *sha1 = EVP_MD_CTX_new();

	MUST(sha1 != NULL && EVP_DigestInit_ex(sha1, EVP_sha1(), NULL) == 1);
	MUST(EVP_DigestUpdate(sha1, url_space, sizeof(url_space)) == 1);
	MUST(EVP_DigestUpdate(sha1, name, strlen(name)) == 1);
	MUST(EVP_DigestFinal_ex(sha1, out, NULL) == 1);
	EVP_MD_CTX_free(sha1);
}

void uuid_of_name(const char *name, char out[UUID_TEXT_SIZE])
{
	static const size_t groups[] = {4, 2, 2, 2, 6};
	uint8_t digest[EVP_MAX_MD_SIZE];
	const uint8_t *from = digest;

	digest_of(name, digest);
	digest[6] = (uint8_t)((digest[6] & 0x0f) | 0x50);
	digest[8] = (uint8_t)((digest[8] & 0x3f) | 0x80);
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
		if (i > 0)
			*out++ = '-';
		hex_encode(from, groups[i], out);
		from += groups[i];
		out += 2 * groups[i];
	}
}
