/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "caller",
	 "f5c6f597fc2e57f03dee6d2882370a29f3c7bd95f5e49c3ce4c99044bcc59266"},
	{2, "commands",
	 "e4a76db904719dfc13e67aaaed9a269d2fc88a26f24923dacda66fa33bba25ee"},
	{3, "setup",
	 "43080612550029fd855af2de7930f3b61e3b7f6cef8e06c5f377a1a4b21819d6"},
	{4, "cases",
	 "ef583624f2f5a70dcb93ae194ec3de286bed070775d31dcd194adcad3865b5fc"},
	{5, "ledger",
	 "1aea3b3fed487a23610b7e32de93ae5d8db1c15bccf20486057bc9c0e895440a"},
	{6, "audit",
	 "b5f54b083415b27b8809c61ccb91e98ac370be6b1f4a16a57329d141cfa4db96"},
	{7, "transitions",
	 "f89ec5fa7c343dab27c69671caeca0bb25d6337a3cf30bb6a87a5ef0ce54edab"},
	{8, "reference",
	 "7507eee75e0e7de0611bb4890e1fd06e2fefc6edeea02eef4c73df839269569e"},
};
