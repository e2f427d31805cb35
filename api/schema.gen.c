/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "platform",
	 "37d3fe75c7359ac6e8bca5dc04ffc36d82798ecdd3d5f2f632beebfc6f072c1d"},
	{2, "setup",
	 "5a5d114d6825de9935d2c3317ae6ca1c8ba28a32098a907dc53b1bf46acf36a5"},
	{3, "cases",
	 "844b2b685449d691890e90c11112dce4b5f73b0a70702c1141b96c35a4633830"},
	{4, "reference",
	 "7507eee75e0e7de0611bb4890e1fd06e2fefc6edeea02eef4c73df839269569e"},
};
