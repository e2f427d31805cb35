/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "caller",
	 "3d7dd8e03cd580fdaa1dc2a9c9c7c29fbd52cc47dff1b27eae58bce474bbe898"},
	{2, "commands",
	 "82f3dcb359cef039ce28032c802d3803c31eff3a1e4b53812a457f9a9d4b0692"},
	{3, "setup",
	 "49ebd237f12dfe6bda7aeeada7d58d3c895cd556775608bc066bf135b212afa6"},
	{4, "cases",
	 "233614389598a8f57ebc8afd62841cb18979047330f95be7d256539e7f86ad5f"},
	{5, "ledger",
	 "f63b5925b04ced3e2c57e0354098bb6dc938641e5bb52d3bde319f3b4e5cfbb1"},
	{6, "audit",
	 "b5f54b083415b27b8809c61ccb91e98ac370be6b1f4a16a57329d141cfa4db96"},
	{7, "transitions",
	 "07b64ea1bb83c0cdbbf8b20e1b4dc77484c706c4d7cf59101ec22f34cb869831"},
	{8, "reference",
	 "7507eee75e0e7de0611bb4890e1fd06e2fefc6edeea02eef4c73df839269569e"},
};
