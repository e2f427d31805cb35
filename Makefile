# Builds every program of cmd/ and every test of tests/ from what lies in the folders: a file added
# there needs no line here. `make help` lists the targets.
#
# FLAVOUR=release   what is shipped
# FLAVOUR=asan      with AddressSanitizer and UndefinedBehaviorSanitizer
# FLAVOUR=nochecks  asan, with the handlers' own checks off: shows what the database refuses by itself
# FLAVOUR=fuzz      clang with libFuzzer

FLAVOUR ?= release
OUT := build/$(FLAVOUR)

# Each library may use those before it, and is linked with no others in its tests.
LIBS := base log conf loop format scan mail json letter auth http db

PACKAGES := libpq libevent libevent_openssl jansson libjwt openssl libpcre2-8 libcurl libxml-2.0 zlib libical libmagic libzip pangocairo pangoft2

# A cc on the command line stands; make's own default is not meant.
ifeq ($(origin CC),default)
CC := gcc
endif

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
	-Wcast-qual -Wwrite-strings -Wformat=2 -Wconversion -Wswitch-enum -Wvla \
	-Wnull-dereference -Wimplicit-fallthrough -fno-common -Werror

SANITIZE := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined \
	-fno-omit-frame-pointer

ifeq ($(FLAVOUR),release)
FLAVOUR_CFLAGS := -O2 -g -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection -fPIE
FLAVOUR_LDFLAGS := -pie -Wl,-z,relro,-z,now
else ifeq ($(FLAVOUR),asan)
FLAVOUR_CFLAGS := $(SANITIZE)
FLAVOUR_LDFLAGS := $(SANITIZE)
else ifeq ($(FLAVOUR),nochecks)
FLAVOUR_CFLAGS := $(SANITIZE) -DTRINN_NO_HANDLER_CHECKS
FLAVOUR_LDFLAGS := $(SANITIZE)
else ifeq ($(FLAVOUR),fuzz)
CC := clang
FLAVOUR_CFLAGS := $(SANITIZE) -fsanitize=fuzzer-no-link
FLAVOUR_LDFLAGS := $(SANITIZE)
else
$(error FLAVOUR is release, asan, nochecks or fuzz, not '$(FLAVOUR)')
endif

# Status 127, of a shell without pkg-config, would make make itself complain.
MISSING := $(shell (pkg-config --print-errors --exists $(PACKAGES)) 2>&1 || false)
ifeq ($(MISSING),)
PACKAGE_CPPFLAGS := $(shell pkg-config --cflags $(PACKAGES))
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES)) -lm
CHECK_LIBS := $(shell pkg-config --libs check 2>/dev/null)
endif

LANGUAGE := -std=gnu17 -D_GNU_SOURCE -I. $(PACKAGE_CPPFLAGS)
ALL_CPPFLAGS := $(LANGUAGE) -MMD -MP $(CPPFLAGS)
ALL_CFLAGS := $(WARNINGS) $(FLAVOUR_CFLAGS) $(CFLAGS)
ALL_LDFLAGS := $(FLAVOUR_LDFLAGS) $(LDFLAGS)

# `make V=1` shows the commands.
Q := $(if $(V),,@)
say = @echo '  $(1) $@'

objects = $(patsubst %.c,$(OUT)/%.o,$(1))

PROGRAMS := $(patsubst cmd/%/,%,$(sort $(dir $(wildcard cmd/*/*.c))))
UNIT_SOURCES := $(shell find tests/unit -name 'test_*.c' 2>/dev/null | sort)
UNIT_TESTS := $(UNIT_SOURCES:%.c=$(OUT)/%)
DBCLIENT_TESTS := $(patsubst %.c,$(OUT)/%,$(wildcard tests/dbclient/test_*.c))
SUPPORT := $(patsubst %.c,$(OUT)/%,$(wildcard tests/support/*.c))
FUZZERS := $(patsubst %.c,$(OUT)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

.PHONY: all deps gen test unit lint fuzz bench run stop clean help \
	unit-tests dbclient-tests fuzzers flags
.DELETE_ON_ERROR:
.SECONDARY:

all: $(PROGRAMS:%=$(OUT)/bin/%)

help:
	@echo 'make          programs, in build/release/bin (FLAVOUR=asan|nochecks for others)'
	@echo 'make deps     installs the Debian packages needed to build, run and test'
	@echo 'make gen      writes the generated sources anew from openapi.yaml and sql/'
	@echo 'make test     every ring of tests; make unit, lint, fuzz: one of them'
	@echo 'make bench    measures Trinn beside others (FIGURES=funnel: only those)'
	@echo 'make run      a private database, the example county, the daemon and trinn-jobs (PORT=8080)'
	@echo 'make stop     ends what make run left running'
	@echo 'make clean    the same, and removes build/'

deps:
	@deploy/install-deps run
	@deploy/install-deps test

gen:
	/usr/bin/python3 cmd/specgen/gen.py

test: deps
	@tests/run

unit lint fuzz:
	@tests/run $@

# As with run, what was installed is seen by a make of its own.
bench: deps
	@$(MAKE) -s --no-print-directory -j "$$(nproc)" all
	@tests/bench/run $(FIGURES)

# A make of its own sees what was installed. Without the viewer the daemon runs all the same.
run:
	@deploy/install-deps run
	@$(MAKE) -s --no-print-directory -j "$$(nproc)" all
	@deploy/docs/build || echo 'The viewer could not be installed: there will be no /docs.' >&2
	@$(OUT)/bin/trinn dev $(if $(PORT),--port $(PORT))

stop:
	@[ ! -x $(OUT)/bin/trinn ] || $(OUT)/bin/trinn stop

clean:
	@[ ! -d build/run ] || $(OUT)/bin/trinn clean
	rm -rf build

unit-tests: $(UNIT_TESTS)

dbclient-tests: $(DBCLIENT_TESTS)

fuzzers: $(FUZZERS)

# For the tools that read the sources like a compiler.
flags:
	@echo $(LANGUAGE)

# ARCHIVES_<library>: it and all below it, in the order the linker wants.
below :=
define library
$(OUT)/lib/$(1).a: $(call objects,$(wildcard lib/$(1)/*.c))
ARCHIVES_$(1) := $(OUT)/lib/$(1).a $(below)
below := $$(ARCHIVES_$(1))
endef
$(foreach lib,$(LIBS),$(eval $(call library,$(lib))))

$(OUT)/api.a: $(call objects,$(wildcard api/*.c api/*/*.c))
ARCHIVES := $(OUT)/api.a $(below)

# The document is part of the object.
$(OUT)/api/request/contract.o: api/openapi.gen.json

define program
$(OUT)/bin/$(1): $(call objects,$(wildcard cmd/$(1)/*.c cmd/$(1)/*/*.c)) $(ARCHIVES)
endef
$(foreach name,$(PROGRAMS),$(eval $(call program,$(name))))

# The tests of a library are linked with it and those below it, all others with everything.
library_of = $(word 2,$(subst /, ,$(patsubst tests/unit/%,%,$(filter tests/unit/lib/%,$(1)))))
define unit_test
$(OUT)/$(1): $(OUT)/$(1).o $(or $(ARCHIVES_$(call library_of,$(1))),$(ARCHIVES))
endef
$(foreach test,$(UNIT_SOURCES:%.c=%),$(eval $(call unit_test,$(test))))

$(DBCLIENT_TESTS): $(OUT)/%: $(OUT)/%.o $(OUT)/tests/dbclient/rig.o $(ARCHIVES_db)

# Programs that tests talk to.
$(SUPPORT): $(OUT)/%: $(OUT)/%.o $(below)

$(FUZZERS): $(OUT)/%: $(OUT)/%.o $(ARCHIVES)

# A program loads what it uses: the daemon sets no letters.
LINK = $(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -Wl,--as-needed $(PACKAGE_LIBS)

$(PROGRAMS:%=$(OUT)/bin/%) $(SUPPORT):
	$(call say,LD)
	@mkdir -p $(@D)
	$(LINK)

$(UNIT_TESTS) $(DBCLIENT_TESTS):
	$(call say,LD)
	$(LINK) $(CHECK_LIBS)

$(FUZZERS):
	$(call say,LD)
	$(LINK) -fsanitize=fuzzer

$(OUT)/%.a:
	@mkdir -p $(@D)
	@rm -f $@
	@$(AR) rcs $@ $^

# Objects depend on this file: other flags make other objects.
$(OUT)/%.o: %.c Makefile
	$(if $(MISSING),$(error libraries are missing, see 'make deps': $(MISSING)))
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
