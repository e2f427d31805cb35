/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#ifndef TRINN_API_SCHEMA_GEN_H
#define TRINN_API_SCHEMA_GEN_H

/* Number of the last migration: the only schema this program runs on. */
#define SCHEMA_VERSION 63

struct schema_migration {
	int number;
	const char *name;   /* of the file, without number and suffix */
	const char *sha256; /* of the file, lower-case hex */
};

/* In the order of their numbers, which run from 1 without gaps. */
extern const struct schema_migration schema_migrations[SCHEMA_VERSION];

#endif
