/* trinn: sets up, fills and checks a database of Trinn, and runs all of it on one machine. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "cmd/trinn/say.h"
#include "cmd/trinn/state.h"
#include "cmd/trinn/trinn.h"

#define ARENA_CAP_BYTES (64 * 1024 * 1024)

#define TAKES(option) (1u << TRINN_OPTION_##option)
#define DATABASE (TAKES(state) | TAKES(database))
#define PAST (TAKES(seed) | TAKES(firms) | TAKES(faketime))

/* Those that change the state folder or what runs in it go one at a time. */
enum access {
	SHARES_STATE,
	MAKES_STATE,
	ENDS_STATE, /* nothing to do where there is none */
};

static const struct subcommand {
	const char *name;    /* one or two words */
	const char *operand; /* NULL for none; in brackets if it may be left out */
	const char *help;
	trinn_command *run;
	unsigned options;
	enum access access;
} subcommands[] = {
	{"dev", NULL, "start everything on this machine, and play the main path over HTTP",
	 trinn_dev, TAKES(state) | TAKES(share) | TAKES(port) | PAST, MAKES_STATE},
	{"stop", NULL, "stop the daemon, trinn-jobs and the private cluster", trinn_stop,
	 TAKES(state), ENDS_STATE},
	{"clean", NULL, "stop all of them and remove the state folder", trinn_clean, TAKES(state),
	 ENDS_STATE},
	{"cluster start", NULL, "start the private cluster, made at the first time",
	 trinn_cluster_start, TAKES(state), MAKES_STATE},
	{"cluster stop", NULL, "stop the private cluster", trinn_cluster_stop, TAKES(state),
	 ENDS_STATE},
	{"migrate", NULL, "bring the schema and the policies up to date", trinn_migrate,
	 DATABASE | TAKES(share), SHARES_STATE},
	{"import", "[FILE]", "load the reference tables, and the firms of a register file if named",
	 trinn_import, DATABASE | TAKES(share), SHARES_STATE},
	{"example", NULL, "load the example county; private cluster only", trinn_example,
	 TAKES(state) | TAKES(share), MAKES_STATE},
	{"history", NULL, "give the example county, once, a past of three years; stops the daemon",
	 trinn_history, TAKES(state) | TAKES(share) | TAKES(port) | PAST, MAKES_STATE},
	{"token", "SUBJECT", "print an access token of the development issuer", trinn_token,
	 TAKES(state) | TAKES(ttl), SHARES_STATE},
	{"audit verify", NULL, "recompute every chain of the audit trail", trinn_audit_verify,
	 DATABASE | TAKES(county), SHARES_STATE},
	{"ledger verify", NULL, "recompute the ledger from its postings and the cases",
	 trinn_ledger_verify, DATABASE, SHARES_STATE},
};

#define N_SUBCOMMANDS (sizeof(subcommands) / sizeof(subcommands[0]))

static const struct option options[] = {
#define X(name, value, help) {#name, required_argument, NULL, TRINN_OPTION_##name},
	TRINN_OPTIONS(X)
#undef X
	{"help", no_argument, NULL, 'h'},
	{0},
};

static void print_help(void)
{
	puts("usage: trinn SUBCOMMAND [OPTION]...\n");
	for (size_t i = 0; i < N_SUBCOMMANDS; i++) {
		const struct subcommand *sub = &subcommands[i];
		const char *operand = sub->operand != NULL ? sub->operand : "";
		int width = 22 - (int)strlen(sub->name);

		printf("  %s %-*s%s\n", sub->name, width, operand, sub->help);
	}
	puts("");
#define X(name, value, help) printf("  --%-21s%s\n", #name " " value, help);
	TRINN_OPTIONS(X)
#undef X
	puts("\nTRINN_STATE, TRINN_SHARE and TRINN_DATABASE in the environment stand in for the "
	     "options.");
}

/* Whether `words` begins with the words of `name`; *n_out is how many those are. */
static bool begins_with(char *const *words, const char *name, int *n_out)
{
	int n = 0;

	for (;;) {
		size_t len = strcspn(name, " ");

		if (words[n] == NULL || strlen(words[n]) != len || memcmp(words[n], name, len) != 0)
			return false;
		n++;
		if (name[len] == '\0')
			break;
		name += len + 1;
	}
	*n_out = n;
	return true;
}

static const struct subcommand *find_subcommand(struct trinn *trinn, char **words)
{
	int n;

	for (size_t i = 0; i < N_SUBCOMMANDS; i++) {
		if (!begins_with(words, subcommands[i].name, &n))
			continue;
		trinn->operands = words + n;
		return &subcommands[i];
	}
	return NULL;
}

static bool check_operands(const struct subcommand *sub, char *const *operands)
{
	if (sub->operand == NULL && operands[0] != NULL)
		return say_error("\"%s\" takes no operand \"%s\"", sub->name, operands[0]);
	if (sub->operand != NULL && sub->operand[0] != '[' && operands[0] == NULL)
		return say_error("\"%s\" needs %s", sub->name, sub->operand);
	if (operands[0] != NULL && operands[1] != NULL)
		return say_error("too many operands, the first being \"%s\"", operands[1]);
	return true;
}

static bool check_options(const struct subcommand *sub, const struct trinn *trinn)
{
	for (unsigned i = 0; i < TRINN_N_OPTIONS; i++)
		if (trinn->options[i] != NULL && (sub->options & 1u << i) == 0)
			return say_error("\"%s\" takes no option --%s", sub->name, options[i].name);
	return true;
}

static bool run(const struct subcommand *sub, struct trinn *trinn)
{
	if (!check_operands(sub, trinn->operands) || !check_options(sub, trinn) ||
	    !trinn_settle(trinn))
		return false;
	if ((sub->options & TAKES(database)) == 0)
		trinn->database = NULL;
	if (sub->access == ENDS_STATE && access(trinn->state, F_OK) != 0)
		return true;
	if (sub->access != SHARES_STATE && !state_own(trinn))
		return false;
	return sub->run(trinn);
}

/* 0, or 2 if the command line is wrong, or 'h' if help was asked for. */
static int read_options(struct trinn *trinn, int argc, char **argv)
{
	int option;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (option == 'h')
			return option;
		if (option < 0 || option >= TRINN_N_OPTIONS)
			return 2;
		trinn->options[option] = optarg;
	}
	return 0;
}

int main(int argc, char **argv)
{
	struct trinn trinn = {0};
	const struct subcommand *sub;
	int status = read_options(&trinn, argc, argv);

	if (status == 'h') {
		print_help();
		return 0;
	}
	sub = status == 0 ? find_subcommand(&trinn, argv + optind) : NULL;
	if (sub == NULL) {
		if (status == 0)
			say_error("no such subcommand");
		say_hint("try \"trinn --help\"");
		return 2;
	}
	json_object_seed(0);
	trinn.arena = arena_new(ARENA_CAP_BYTES);
	status = run(sub, &trinn) ? 0 : 1;
	arena_free(&trinn.arena);
	return status;
}
