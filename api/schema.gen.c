/* Written by cmd/specgen from sql/migrations/: change that and run `make gen`. */
#include "api/schema.gen.h"

const struct schema_migration schema_migrations[SCHEMA_VERSION] = {
	{1, "caller",
	 "49acd22f2e40deb081eeea12c802d2097d5857d7eb5edcd960ea43682b1f5852"},
	{2, "commands",
	 "64ea4d4e9420c2363ec681771d2135184d13e6dfd608b12a477d2bbd3090dd93"},
	{3, "setup",
	 "49ebd237f12dfe6bda7aeeada7d58d3c895cd556775608bc066bf135b212afa6"},
	{4, "cases",
	 "201736fea140b32fcf549aac260463ec2784cafdf1220a568395b112e18b01b4"},
	{5, "ledger",
	 "68b4f7185bbae3ca35084f03fc36cf60721fa38997f8d3e4f329a5d82a208249"},
	{6, "audit",
	 "f83ddfc8c81197cf4b937762f8b60604989d9609375302fb887cd903c4de0e8d"},
	{7, "transitions",
	 "474b9d6f2a148a0ab99348f48cc92ac89aa3dffb61761904b2a58fbcb1c8a87e"},
	{8, "reference",
	 "7507eee75e0e7de0611bb4890e1fd06e2fefc6edeea02eef4c73df839269569e"},
};
