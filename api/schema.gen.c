/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "platform",
	 "9a3bc2b182885a5ad4e0b3273413fb2c3230be4d4510c5452acb680f1846ca8c"},
	{2, "setup",
	 "670d0c49331649b64d5d33ee59967b754371c7a4fc890f06520931e4426646c6"},
	{3, "cases",
	 "9cdfb407a70542a2fc454f7313eada8ccff73b263e8b1fe463d15b63e3bc8746"},
	{4, "reference",
	 "665055b15ed13786da781a3aa9b7b509fd8aea6722e69e794423c1110af1943f"},
};
