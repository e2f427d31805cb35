/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "platform",
	 "f0dd3a14b8bfc2e894fe64a97158fbfbcfbd30e332c39c246d4a7dc8cb80b854"},
	{2, "setup",
	 "670d0c49331649b64d5d33ee59967b754371c7a4fc890f06520931e4426646c6"},
	{3, "cases",
	 "844b2b685449d691890e90c11112dce4b5f73b0a70702c1141b96c35a4633830"},
	{4, "reference",
	 "665055b15ed13786da781a3aa9b7b509fd8aea6722e69e794423c1110af1943f"},
};
