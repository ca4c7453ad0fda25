# SPDX-License-Identifier: Apache-2.0
#
# The front door. The work is done by the presets of CMake and by the scripts in tools/.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test build bench format fuzz scenarios verification clean

# The flagship case: prints its first screen, writes the whole brief and the report.
DEMO := build/release/nema brief cases/us-japan-2010 -o build/us-japan-2010.md && \
	build/release/nema report cases/us-japan-2010 -o build/us-japan-2010.html

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: ## install what is missing, build, run the flagship case
	@tools/install.sh build
	@tools/build.sh release nema layers
	@$(DEMO)

test: ## install what is missing, build, run every test
	@tools/install.sh build test
	@tools/run_tests.sh

build: ## install what is missing, build build/release/nema
	@tools/install.sh build
	@tools/build.sh release nema layers

bench: ## build, run the benchmarks beside their peers, write bench/results
	@tools/install.sh build
	@tools/install.sh bench || echo "Peers of Debian are missing: what needs them is left out."
	@tools/build.sh release nema layers benchmarks
	@bench/run.sh

format: ## put every C++ source into the house's format
	@tools/install.sh test
	@tools/format.sh

fuzz: ## run every fuzzer for a minute (MINUTES=..)
	@tools/install.sh build test
	@tools/fuzz.sh $$(( $${MINUTES:-1} * 60 ))

scenarios: ## fetch the published scenarios that tests read (NEMAWASHI_MIRROR=..)
	@python3 tools/scenarios.py

verification: ## write docs/verification.md anew: published answers beside ours
	@tools/install.sh build
	@tools/build.sh release nema layers
	@python3 tools/verification.py

clean: ## remove build/, which holds everything that is made
	rm -rf build
