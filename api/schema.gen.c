/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "platform",
	 "a0c7da67c0e781119c8a806796f3bce24597eac738c997dde81498b224616adf"},
	{2, "setup",
	 "42e82037b86db3134d6911ea5f9de78186dcd9743d334fc1e4bc9a8a316dc9fd"},
	{3, "cases",
	 "87ec0bed7306caa388a56509c915faf51bc700351723bee589cdc6de1b5e2634"},
	{4, "reference",
	 "665055b15ed13786da781a3aa9b7b509fd8aea6722e69e794423c1110af1943f"},
};
