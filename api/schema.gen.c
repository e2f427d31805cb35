/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "platform",
	 "7e0a21e8eba7209459d01a9dd8b74f7ea3b83133d7ed4968d26a0dc0a6243b9d"},
	{2, "setup",
	 "42e82037b86db3134d6911ea5f9de78186dcd9743d334fc1e4bc9a8a316dc9fd"},
	{3, "cases",
	 "29b4fc6829c9c66b3cb1883b8e1d7c374b9e6659f96e6a2c9df7331a6e0bca5f"},
	{4, "reference",
	 "665055b15ed13786da781a3aa9b7b509fd8aea6722e69e794423c1110af1943f"},
};
