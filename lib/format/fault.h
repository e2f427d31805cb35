/* What is wrong with a file from outside. One set for its readers, so that the API has one word for
 * each. */
#ifndef TRINN_FORMAT_FAULT_H
#define TRINN_FORMAT_FAULT_H

/* name, word for it in the API */
#define FORMAT_FAULTS(X)                                                                           \
	X(OK, "ok")                                                                                \
	X(MALFORMED, "broken")                                                                     \
	X(DECLARATION, "document-type") /* declares entities or a grammar of its own */            \
	X(ENCODING, "encoding")		/* none that is read here, or not the one it says */       \
	X(TOO_LARGE, "too-large")	/* a part of it: a text, a tag, a number of lines */       \
	X(NOT_KNOWN, "not-known")	/* another kind of file */                                 \
	X(INCOMPLETE, "incomplete")	/* lacks what every such file has */                       \
	X(REFERENCE, "long-reference")                                                             \
	X(AMOUNT, "no-amount")                                                                     \
	X(DATE, "no-day")                                                                          \
	X(ORGNR, "no-organisation-number")                                                         \
	X(SUM, "wrong-sum")

enum format_fault {
#define X(name, key) FORMAT_##name,
	FORMAT_FAULTS(X)
#undef X
};

const char *format_fault_key(enum format_fault fault) __attribute__((returns_nonnull));

#endif
