/* Why a request is answered before anybody looks at what it asks for. */
#ifndef TRINN_HTTP_REFUSAL_H
#define TRINN_HTTP_REFUSAL_H

/* Name, status, code for programs, text for people. */
#define HTTP_REFUSALS(X)                                                                           \
	X(CONTROL_BYTE, 400, "control-byte", "The request head holds a control character.")        \
	X(BARE_LINE_END, 400, "bare-line-end", "Lines must end with CR LF.")                       \
	X(FOLDED_FIELD, 400, "folded-field", "Header fields must not be folded.")                  \
	X(BAD_METHOD, 400, "bad-method", "The method is not a token.")                             \
	X(UNKNOWN_METHOD, 501, "unknown-method", "The method is not implemented.")                 \
	X(BAD_TARGET, 400, "bad-target", "The target must be a path that begins with one '/'.")    \
	X(LONG_TARGET, 414, "long-target", "The request target is too long.")                      \
	X(BAD_VERSION, 400, "bad-version", "The request line must end in an HTTP version.")        \
	X(UNKNOWN_VERSION, 505, "unknown-version", "Only HTTP/1.0 and HTTP/1.1 are known.")        \
	X(BAD_FIELD_NAME, 400, "bad-field-name", "A header field name is not a token.")            \
	X(BAD_FIELD_VALUE, 400, "bad-field-value", "A header field value starts with a tab.")      \
	X(LARGE_HEAD, 431, "large-head", "The header fields are too large.")                       \
	X(MANY_FIELDS, 431, "many-fields", "There are too many header fields.")                    \
	X(BAD_HOST, 400, "bad-host", "Exactly one well-formed Host is required.")                  \
	X(BAD_LENGTH, 400, "bad-length", "Content-Length must be one decimal number.")             \
	X(TRANSFER_ENCODING, 411, "transfer-encoding", "Send a Content-Length instead.")           \
	X(BAD_EXPECTATION, 417, "bad-expectation", "Only 100-continue can be expected.")           \
	X(UNEXPECTED_BODY, 400, "unexpected-body", "The method takes no content.")                 \
	X(LARGE_BODY, 413, "large-body", "The content is too large.")                              \
	X(BUSY, 503, "busy", "Too many connections are open; try again shortly.")

enum http_refusal {
#define HTTP_REFUSAL_ENUM(name, status, code, text) HTTP_REFUSED_##name,
	HTTP_REFUSALS(HTTP_REFUSAL_ENUM)
#undef HTTP_REFUSAL_ENUM
		HTTP_REFUSAL_COUNT, /* none of them */
};

struct http_refusal_info {
	int status;
	const char *code; /* stable, for programs */
	const char *text; /* one English sentence */
};

const struct http_refusal_info *http_refusal_info(enum http_refusal reason);

#endif
