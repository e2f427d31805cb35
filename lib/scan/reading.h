/* How far a text could be read. The worst that happened is told: the later of two. */
#ifndef TRINN_SCAN_READING_H
#define TRINN_SCAN_READING_H

enum reading {
	READING_WHOLE,
	READING_NO_TEXT,   /* a picture, or pages that are pictures */
	READING_DAMAGED,   /* some of it is not what its format says */
	READING_ENCRYPTED, /* a password is needed */
	READING_LARGE,	   /* unpacked it is more than is read */
	READING_SLOW,	   /* the time was up */
	READING_FAILED,	   /* the reader could not be run: nothing is known */
};

/* "no-text", "damaged", "encrypted", "large", "slow"; NULL for the first and the last. */
const char *reading_name(enum reading reading);

#endif
